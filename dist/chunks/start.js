import { createRequire } from "node:module";
const { writeSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");

// src/doors/start.ts
/** The runner asks first (SIGINT), then insists (SIGTERM 7.5 s later), then kills 2.5 s after that. */
const SIGNALS = ["SIGINT", "SIGTERM"];
const OLDEST_MAJOR = 24;
/** How a shell tells that a signal ended a program: 128 and the number of the signal (POSIX). */
const SIGNAL_CODES = {
	SIGINT: 130,
	SIGTERM: 143
};
/** @param again for whoever asks a second time; without it that changes nothing */
function listenForCancellation(process = globalThis.process, again = () => {}) {
	const controller = new AbortController();
	let code;
	for (const name of SIGNALS) process.on(name, () => {
		if (code !== void 0) return again(code);
		code = SIGNAL_CODES[name];
		controller.abort(/* @__PURE__ */ new Error("cancelled"));
	});
	return {
		signal: controller.signal,
		code: () => code
	};
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
/** Work that holds a thread: lookups, whoever asked, and files that are a pipe without a writer. */
const BLOCKING = /^(?:GetAddrInfo|GetNameInfo|FS)Req/;
/**
* Ends the process with this exit code, now. A getaddrinfo that hangs keeps a libuv thread busy, and
* `process.exit` waits for it (libuv#364; measured: 10 s with a silent resolver, over a minute with
* a truncated answer). Replacing the process image ends all threads at once and keeps the exit code;
* where that does not exist (Windows), a kill does: there it means exit code 1.
*
* Everything must have been written synchronously before.
*/
function leave(exitCode, process = globalThis.process) {
	if (!process.getActiveResourcesInfo().some((name) => BLOCKING.test(name))) process.exit(exitCode);
	if (process.platform !== "win32" && typeof process.execve === "function") {
		process.removeAllListeners("warning");
		process.execve(process.execPath, [
			process.execPath,
			"-e",
			`process.exit(${exitCode})`
		], {});
	}
	process.kill(process.pid, "SIGKILL");
	return process.exit(exitCode);
}

// src/doors/write-now.ts
/** A reader that takes nothing for so long has gone; milliseconds. */
const PATIENCE_MS = 2e3;
const PAUSE_MS = 2;
/** Readers that were waited for once: the next text does not wait again. */
const gone = /* @__PURE__ */ new Set();
/**
* Writes the whole text before it returns. `process.stdout.write` does not where standard output is
* a socket or a pipe that is full, and what is still buffered is lost at exit (measured: 146 KB
* arrived of a packet of 290 KB). Gives up when nobody reads.
*/
function writeNow(text, descriptor = 1) {
	if (gone.has(descriptor)) return;
	const bytes = Buffer.from(text, "utf8");
	const idle = new Int32Array(new SharedArrayBuffer(4));
	let progressMs;
	for (let written = 0; written < bytes.length;) try {
		written += writeSync(descriptor, bytes, written);
		progressMs = void 0;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		if (code !== "EAGAIN") {
			gone.add(descriptor);
			if (descriptor === 1 && code !== "EPIPE" && code !== "EBADF") writeNow(`Standard output cannot be written (${code}): only the exit code is left.\n`, 2);
			return;
		}
		progressMs ??= performance.now();
		if (performance.now() - progressMs > PATIENCE_MS) {
			gone.add(descriptor);
			return;
		}
		Atomics.wait(idle, 0, 0, PAUSE_MS);
	}
}
/** Makes a library that prints to the stream (`@actions/core`) write as {@link writeNow} does. */
function writeWhole(stream) {
	stream.write = (text) => {
		writeNow(typeof text === "string" ? text : Buffer.from(text).toString("utf8"));
		return true;
	};
}

export { lastWords as a, nodeIsTooOld as c, exitCodeFrom as i, writeWhole as n, leave as o, enlargeThreadPool as r, listenForCancellation as s, writeNow as t };