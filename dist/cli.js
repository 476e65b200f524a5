#!/usr/bin/env node
import { n as exitCodeFrom, r as listenForCancellation, t as enlargeThreadPool } from "./chunks/threads.js";

// src/doors/node-version.ts
const OLDEST_MAJOR = 24;
/** One line that says what to do, or nothing when this Node is new enough. */
function nodeIsTooOld(version) {
	return Number(/^v(\d+)/.exec(version)?.[1] ?? 0) >= OLDEST_MAJOR ? void 0 : `openai-preflight needs Node.js ${OLDEST_MAJOR} or newer; this is ${version}. Run it with node ${OLDEST_MAJOR}, for example: npx --package=node@${OLDEST_MAJOR} -- node dist/cli.js`;
}

// src/cli.ts
enlargeThreadPool(process.env);
const complaint = nodeIsTooOld(process.version);
if (complaint === void 0) {
	const { signal } = listenForCancellation(process);
	const { runCommandLine } = await import("./chunks/command-line.js");
	const { leave } = await import("./chunks/leave.js");
	leave(await exitCodeFrom(() => runCommandLine(process, signal)));
} else {
	process.stderr.write(`${complaint}\n`);
	process.exitCode = 2;
}

export {  };