// src/doors/start.ts
/** The runner asks first (SIGINT), then insists (SIGTERM 7.5 s later), then kills 2.5 s after that. */
const SIGNALS = ["SIGINT", "SIGTERM"];
const OLDEST_MAJOR = 24;
/** A signal that aborts when the process is asked to stop; asking again changes nothing. */
function listenForCancellation(process = globalThis.process) {
	const controller = new AbortController();
	for (const name of SIGNALS) process.on(name, () => controller.abort(/* @__PURE__ */ new Error("cancelled")));
	return { signal: controller.signal };
}
/**
* To be called before anything uses libuv's pool. It has four threads and gives only half of them to
* name lookups; two names that hang then starve every other lookup of the process, also of names
* that would resolve at once (measured: `localhost` waited for ever). The size is read when the
* pool is first used. On Windows it must be set before the process starts; there this changes nothing.
*/
function enlargeThreadPool(env) {
	env["UV_THREADPOOL_SIZE"] ??= "64";
}
/** One line that says what to do, or nothing when this Node is new enough. */
function nodeIsTooOld(version) {
	return Number(/^v(\d+)/.exec(version)?.[1] ?? 0) >= OLDEST_MAJOR ? void 0 : `openai-preflight needs Node.js ${OLDEST_MAJOR} or newer; this is ${version}. Run it with node ${OLDEST_MAJOR}, for example: npx --package=node@${OLDEST_MAJOR} -- node dist/cli.js`;
}
/** One line to standard error, where nothing of the program can be used: no command of a runner, no colour. */
function lastWords(text) {
	process.stderr.write(`${text.replaceAll(/[^\w .,;()/@=:-]|:(?=:)/g, " ")}\n`);
}
/**
* The exit code of a door. When even the report of a crash breaks – a defect within a defect – one
* line is printed and the exit code still says whose fault it was: nothing may end silently as 0.
*/
async function exitCodeFrom(door) {
	try {
		return await door();
	} catch (error) {
		lastWords(`openai-preflight itself failed (${error instanceof Error ? error.constructor.name : typeof error}); this says nothing about your route.`);
		return 70;
	}
}

export { nodeIsTooOld as a, listenForCancellation as i, exitCodeFrom as n, lastWords as r, enlargeThreadPool as t };