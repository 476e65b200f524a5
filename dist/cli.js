#!/usr/bin/env node
import "./chunks/runtime-rolldown-runtime.js";
import { a as nodeIsTooOld, i as listenForCancellation, n as exitCodeFrom, r as lastWords, t as enlargeThreadPool } from "./chunks/doors-start.js";

// src/cli.ts
enlargeThreadPool(process.env);
const complaint = nodeIsTooOld(process.version);
if (complaint === void 0) {
	const { signal } = listenForCancellation(process);
	const { runCommandLine } = await import("./chunks/doors-command-line.js");
	const { leave } = await import("./chunks/doors-leave-entry.js");
	leave(await exitCodeFrom(() => runCommandLine(process, signal)));
} else {
	lastWords(complaint);
	process.exitCode = 2;
}

export {  };