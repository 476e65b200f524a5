import { createRequire } from "node:module";
import { y as codeNote } from "./settings-inputs.js";
const { ReadStream, closeSync, constants, createReadStream, fstatSync, openSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
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
		yield* chunksOf(await open(path, pipes), signal);
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
	if (stream instanceof ReadStream && !signal.aborted) {
		if (!stream.closed) await once(stream, "close");
		await setImmediate();
	}
}

export { bytesOf as n, whatIsWrong as r, UnreadableInput as t };