import { createRequire } from "node:module";
import { C as codeNote } from "./settings-inputs.js";
const fs = createRequire(import.meta.url ?? process.execPath)("node:fs"), { closeSync, constants, createReadStream, fstatSync, openSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { setImmediate } from "node:timers/promises";
import { once } from "node:events";

// src/doors/input-file.ts
/** Its message follows the name of the file: "is a folder", "cannot be read (EACCES)". */
var UnreadableInput = class extends Error {};
/** The error of `bytesOf` as a value; any other is thrown again. */
function whatIsWrong(error) {
	if (error instanceof UnreadableInput) return error;
	throw error;
}
/**
* The bytes of what a person names: a regular file, a pipe such as `<(kubectl logs …)`, or `-` for
* standard input. No thread ever blocks, so that the process can end at any time: the kernel has files
* that call themselves regular and block (/proc/kmsg), and a pipe may wait for its writer.
* @param pipes false where nobody could end the wait with Ctrl-C: a pipe is refused then
* @throws {UnreadableInput}
*/
async function* bytesOf(path, stdin, signal, pipes = true) {
	if (path === "-") return yield* chunksOf(stdin, signal);
	try {
		const file = await open(path, pipes);
		yield* chunksOf(file, signal);
		await closed(file, signal);
	} catch (error) {
		if (error instanceof UnreadableInput) throw error;
		throw new UnreadableInput(`cannot be read${codeNote(error)}`, { cause: error });
	}
}
async function open(path, pipes) {
	const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	const kind = fstatSync(fd);
	if (kind.isFile()) return createReadStream("", { fd });
	if (kind.isFIFO() && pipes) {
		const { Socket } = await import("node:net");
		return new Socket({
			fd,
			readable: true,
			writable: false
		});
	}
	closeSync(fd);
	throw new UnreadableInput(kind.isDirectory() ? "is a folder" : "is no regular file");
}
/** Ends when the run does: nobody may ever write to the other end of a pipe or a terminal. */
async function* chunksOf(stream, signal) {
	signal.addEventListener("abort", () => stream.destroy(), { once: true });
	try {
		for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
	} catch (error) {
		if (!signal.aborted) throw error;
	}
}
/**
* A file that is still being closed, also inside its own callback, would be taken for one that
* blocks, and the process would be replaced for nothing (start.ts; 25 ms of CPU). Not for standard
* input: a file that the shell opened (`explain - < log`) is never closed.
*/
async function closed(stream, signal) {
	if (!(stream instanceof fs.ReadStream) || signal.aborted) return;
	if (!stream.closed) await once(stream, "close");
	await setImmediate();
}

export { bytesOf as n, whatIsWrong as r, UnreadableInput as t };