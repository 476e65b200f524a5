import { Worker } from "node:worker_threads";

// src/doors/watchdog.ts
/** The contract allows deadline plus 2 s; what is left after this is for writing. */
const WATCHDOG_MS = 1500;
const LONGEST_DOING = 120;
/** States of {@link Memory.state}: whose turn it is to tell. Whoever moves it first does. */
const TURN = {
	open: 0,
	run: 1,
	watchdog: 2
};
/**
* Promise 4: for a thread that is blocked, by a file or a pattern that nobody thought of: timers and
* signals are not heard then, but another thread is. At the deadline plus 1.5 s it writes outputs
* and packet and ends the process, whatever this thread does. See docs/performance.md for its cost.
* @param limits of the settings; the deadline counts from the start of the process
*/
function startWatchdog(door, limits, json = false) {
	const memory = {
		state: new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)),
		doing: new Uint8Array(new SharedArrayBuffer(LONGEST_DOING))
	};
	const atMs = performance.timeOrigin + limits.deadlineMs + WATCHDOG_MS;
	const { NODE_OPTIONS: _, ...env } = process.env;
	const post = {
		...memory,
		door,
		json,
		limits,
		atMs
	};
	const built = import.meta.url.endsWith(".js");
	const thread = new Worker(new URL(built ? "../watchdog.js" : "./watchdog-thread.ts", import.meta.url), {
		workerData: post,
		env,
		execArgv: []
	});
	thread.unref();
	thread.on("error", () => {});
	let last = "";
	return {
		last: () => last,
		doing: (what) => {
			last = what;
			const { written } = new TextEncoder().encodeInto(what, memory.doing);
			Atomics.store(memory.state, 2, written);
		},
		claim: async (exitCode) => {
			Atomics.store(memory.state, 1, exitCode);
			if (Atomics.compareExchange(memory.state, 0, TURN.open, TURN.run) === TURN.watchdog) await new Promise((never) => setTimeout(never, 2 ** 30));
		}
	};
}
/** A run that outlasted its deadline although each of its parts has a clock. */
var OutOfTime = class extends Error {};
/** The contract allows deadline plus 2 s; the second of them is for writing. */
const GRACE_MS = 1e3;
/**
* Rejects with what was thrown where nobody listens, which would end the process without outputs,
* and when a run outlasts its deadline although every part of it has a clock: both are defects of
* our own. Never resolves.
* @param deadlineMs since the start of the process; none where the run may take its time
*/
function defectOf(process, deadlineMs, nowMs = () => performance.now()) {
	const defect = new Promise((_, fail) => {
		process.on("uncaughtException", fail);
		process.on("unhandledRejection", fail);
		if (deadlineMs === void 0) return;
		setTimeout(() => fail(new OutOfTime("the run outlasted its deadline")), Math.max(0, deadlineMs + GRACE_MS - nowMs()));
	});
	defect.catch(() => {});
	return defect;
}

export { startWatchdog as i, TURN as n, defectOf as r, OutOfTime as t };