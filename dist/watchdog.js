import "./chunks/runtime.js";
import { t as TURN } from "./chunks/doors-watchdog.js";
import { workerData } from "node:worker_threads";

// src/doors/watchdog-thread.ts
/** Milliseconds before its time at which it loads what it will need. */
const LOADING_MS = 500;
/** Milliseconds that telling may take, then the process ends all the same. */
const TELLING_MS = 300;
/** Milliseconds after its time at which the process is killed, when asking did not end it. */
const KILLING_MS = 450;
/** Milliseconds that the main thread has in any case to end itself. */
const ENDING_MS = 150;
const post = workerData;
const leftMs = post.atMs - performance.timeOrigin - performance.now();
const telling = pause(leftMs - LOADING_MS).then(() => import("./chunks/doors-out-of-time.js"));
telling.catch(() => {});
await pause(leftMs);
if (Atomics.compareExchange(post.state, 0, TURN.open, TURN.watchdog) === TURN.open) {
	const told = telling.then(({ tellOutOfTime }) => tellOutOfTime(post, doing()));
	end(await Promise.race([told.catch(() => 70), pause(TELLING_MS).then(() => 70)]));
} else {
	await pause(TELLING_MS);
	end(Atomics.load(post.state, 1));
}
function doing() {
	const length = Atomics.load(post.state, 2);
	return new TextDecoder().decode(Uint8Array.from(post.doing.subarray(0, length)));
}
function pause(milliseconds) {
	return new Promise((resume) => {
		setTimeout(resume, Math.max(0, milliseconds));
	});
}
/**
* Ends the process from outside of its main thread, with an exit code: V8 lets a debugger in even
* where a loop or a pattern runs, and the process is replaced there (see start.ts). Where the thread
* waits in the system, as for a pipe, only a kill is left.
*/
function end(exitCode) {
	const lastMs = post.atMs + KILLING_MS - performance.timeOrigin - performance.now();
	setTimeout(() => process.kill(process.pid, "SIGKILL"), Math.max(ENDING_MS, lastMs));
	const quiet = `const f=process.getBuiltinModule('node:fs');f.closeSync(2);f.openSync('/dev/null','w')`;
	const replace = `process.execve(process.execPath,[process.execPath,'-e','process.exit(${exitCode})'],{})`;
	const { Session } = process.getBuiltinModule("node:inspector");
	const session = new Session();
	session.connectToMainThread();
	session.post("Runtime.evaluate", { expression: `if(process.execve){${quiet};${replace}}else process.reallyExit(${exitCode})` });
}

export {  };