import { b as fields } from "./model.js";
import { n as KEY_BEGINNINGS } from "./knowledge-credentials.js";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants as constants$1 } from "node:zlib";
import { randomBytes } from "node:crypto";

// src/inside/frame.ts
/** Name of the global that holds what came with a Node program. */
const GIVEN = "openaiPreflight";
const BEGIN = "<<<openai-preflight";
const END = ">>>";
/** A word that nothing else in the output of a target can hold; new for each process. */
function newMark() {
	return randomBytes(12).toString("hex");
}
/** The result of a remote process between two lines that are found again among any other text. */
function frameOf(mark, payload) {
	return `\n${BEGIN} ${mark} ${payload.length}\n${payload}\n${END}\n`;
}
/**
* Finds the framed payload among whatever else the output holds: the motd of ssh, the profile of a
* shell, the carriage returns of a terminal. White space in the payload does not count.
*/
function readFrame(output, mark) {
	const header = `${BEGIN} ${mark} `;
	const begin = output.lastIndexOf(header);
	if (begin === -1) return { kind: "absent" };
	const rest = output.slice(begin + header.length);
	const end = rest.indexOf(END);
	const match = /^(\d{1,9})\s+/.exec(rest);
	if (end === -1 || match?.[1] === void 0) return { kind: "damaged" };
	const payload = rest.slice(match[0].length, end).replaceAll(/\s+/g, "");
	return payload.length === Number(match[1]) && /^[A-Za-z0-9+/=:,_]*$/.test(payload) ? {
		kind: "found",
		payload
	} : { kind: "damaged" };
}
/** Base64 of JSON, as the Node and Python sides send it; `undefined` when it is none. */
function decodeJson(payload) {
	try {
		return JSON.parse(Buffer.from(payload, "base64").toString("utf8"));
	} catch {
		return;
	}
}
function encodeJson(value) {
	return Buffer.from(JSON.stringify(value), "utf8").toString("base64");
}

// src/inside/programs.ts
/** From a chunk of `dist/` and from this folder alike `../inside` holds the programs for targets. */
const BESIDE = join(import.meta.dirname, "../inside");
/** What only the build makes, for a run from the source. */
const BUILT = join(import.meta.dirname, "../../dist/inside");
/**
* A program for targets: `scout.sh`, `remote.sh`, `remote.py`, as it stands, with the list of
* `knowledge/credentials.ts` in its place and in the spelling of the language.
*/
function programText(name) {
	const beginnings = name.endsWith(".py") ? KEY_BEGINNINGS.join("|").replaceAll(".", String.raw`\.`) : KEY_BEGINNINGS.join(" ");
	return readFileSync(join(BESIDE, name), "utf8").replace("@KEY_BEGINNINGS@", beginnings);
}
/** A file that the build made, by its path from `dist/inside/`. */
function builtText(path) {
	const folder = existsSync(join(BESIDE, "node.json")) ? BESIDE : BUILT;
	return readFileSync(join(folder, path), "utf8");
}

// src/inside/node-order.ts
/**
* What goes to the standard input of Node.js in the target: the order, the files of the program
* compressed, and the loader that puts them together there.
* @param wanted files that the program asked for in an earlier start
*/
function nodeProgram(order, wanted = []) {
	const parts = JSON.parse(builtText("node.json"));
	const seldom = wanted.flatMap((path) => parts.onDemand[path] ?? []);
	const files = [.../* @__PURE__ */ new Set([...parts.always, ...seldom])];
	const texts = JSON.stringify(Object.fromEntries(files.map((path) => [path, builtText(`../${path}`)])));
	const packed = brotliCompressSync(texts, { params: { [constants$1.BROTLI_PARAM_QUALITY]: 9 } });
	const given = {
		mark: order.mark,
		program: parts.program,
		parts: packed.toString("base64"),
		order: encodeJson(order)
	};
	return `globalThis.${GIVEN} = ${JSON.stringify(given)};\n${builtText("loader.js")}`;
}
/** Takes the order, once; `undefined` where nobody gave one. */
function takeOrder() {
	const { order } = fields(Reflect.get(globalThis, GIVEN));
	Reflect.deleteProperty(globalThis, GIVEN);
	if (typeof order !== "string") return void 0;
	const { mark, inputs, files } = fields(JSON.parse(Buffer.from(order, "base64").toString("utf8")));
	return {
		mark: String(mark),
		inputs: texts(inputs),
		files: texts(files)
	};
}
function texts(value) {
	return Object.fromEntries(Object.entries(fields(value)).flatMap(([name, text]) => typeof text === "string" ? [[name, text]] : []));
}

export { encodeJson as a, readFrame as c, decodeJson as i, takeOrder as n, frameOf as o, programText as r, newMark as s, nodeProgram as t };