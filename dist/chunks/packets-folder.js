import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tmpdir } from "node:os";
import { randomUUID } from "node:crypto";

// src/packets/folder.ts
/** Windows refuses to replace a file that somebody is reading: a reader is done in a moment. */
const BUSY = /* @__PURE__ */ new Set([
	"EPERM",
	"EACCES",
	"EBUSY"
]);
/** Folders of Node’s recursive mkdir that are tried: below /proc it never ends. */
const MOST_TRIES = 20;
/**
* Writes a file of the packet folder as a whole or not at all: many runs may share one folder, and a
* reader must never see half a packet. A link that lies in its place is replaced, not followed.
* Synchronous, for the end of a run; throws what the file system throws.
*/
function writeWhole(folder, name, content) {
	makeFolder(folder);
	const draft = join(folder, `.${name}.${randomUUID()}`);
	try {
		writeFileSync(draft, content, { flag: "wx" });
		replace(draft, join(folder, name));
	} catch (error) {
		rmSync(draft, { force: true });
		throw error;
	}
}
function replace(draft, path) {
	for (let tried = 1;; tried += 1) try {
		renameSync(draft, path);
		return;
	} catch (error) {
		if (!(error instanceof Error && "code" in error && BUSY.has(error.code)) || process.platform !== "win32" || tried === MOST_TRIES) throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
	}
}
/** Level by level: `recursive` of Node asks for ever below a folder that can have none, as `/proc`. */
function makeFolder(folder) {
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
	const above = dirname(folder);
	if (above !== folder) makeFolder(above);
	try {
		mkdirSync(folder);
	} catch (error) {
		if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
	}
}
/**
* Writes the files of a run. Never throws: a folder that cannot be written hides nothing else.
* @param folder absolute; without one a new folder below the temporary folder, which belongs to this
* user and to this run alone: a shared one may hold somebody else's older packet
*/
function writeFiles(folder, files) {
	const paths = /* @__PURE__ */ new Map();
	const problems = [];
	let into = folder;
	for (const { name, content } of files) try {
		into ??= mkdtempSync(join(tmpdir(), "openai-preflight-"));
		writeWhole(into, name, content);
		paths.set(name, join(into, name));
	} catch (error) {
		problems.push(`${name} could not be written to ${into ?? tmpdir()}${reasonOf(error)}.`);
	}
	return {
		paths,
		problems
	};
}
/** ` (EACCES)`, or nothing where the system gave no code. */
function reasonOf(error) {
	return error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
}

export { writeFiles as n, reasonOf as t };