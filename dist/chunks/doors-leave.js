import "./runtime-rolldown-runtime.js";

// src/doors/leave.ts
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

export { leave as t };