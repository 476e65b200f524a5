#!/usr/bin/env node
import "./chunks/runtime.js";
import { a as exitCodeFrom, c as nodeIsTooOld, i as enlargeThreadPool, o as lastWords, r as leave, s as listenForCancellation } from "./chunks/start.js";

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