#!/usr/bin/env node
import "./chunks/runtime.js";
import { a as lastWords, c as nodeIsTooOld, i as exitCodeFrom, o as leave, r as enlargeThreadPool, s as listenForCancellation } from "./chunks/start.js";

// src/cli.ts
enlargeThreadPool(process.env);
const complaint = nodeIsTooOld(process.version);
if (complaint === void 0) {
	const { signal, code } = listenForCancellation(process, leave);
	const { runCommandLine } = await import("./chunks/command-line-entry.js");
	const ended = await exitCodeFrom(() => runCommandLine(process, signal));
	leave(code() ?? ended);
} else {
	lastWords(complaint);
	process.exitCode = 2;
}

export {  };