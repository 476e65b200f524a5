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

export { newMark as a, frameOf as i, decodeJson as n, readFrame as o, encodeJson as r, GIVEN as t };