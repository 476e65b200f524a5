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
* and packet and ends the process, whatever this thread does. The thread costs 40 ms of CPU (see
* docs/performance.md), so that it is not there before `guard()`: until then nothing was read but
* inputs and variables, whose patterns are measured (test/registry/patterns.test.ts).
* @param limits of the settings; the deadline counts from the start of the process
*/
function watchdogFor(door, limits, json = false) {
	const memory = {
		state: new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)),
		doing: new Uint8Array(new SharedArrayBuffer(LONGEST_DOING))
	};
	const atMs = performance.timeOrigin + limits.deadlineMs + WATCHDOG_MS;
	let last = "";
	let guarded = false;
	return {
		guard: () => {
			if (!guarded) startThread({
				...memory,
				door,
				json,
				limits,
				atMs
			});
			guarded = true;
		},
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
function startThread(post) {
	const { Worker } = process.getBuiltinModule("node:worker_threads");
	const { NODE_OPTIONS: _, ...env } = process.env;
	const built = import.meta.url.endsWith(".js");
	const thread = new Worker(new URL(built ? "../watchdog.js" : "./watchdog-thread.ts", import.meta.url), {
		workerData: post,
		env,
		execArgv: []
	});
	thread.unref();
	thread.on("error", () => {});
}

export { watchdogFor as n, TURN as t };