import { createRequire } from "node:module";
import { A as given, I as jsonIn, t as INPUTS } from "./settings-inputs.js";
import "./settings.js";
import { resolve } from "node:path";
const { randomBytes } = createRequire(import.meta.url ?? process.execPath)("node:crypto");

// src/inside/explicit.ts
/** Inputs that are the caller's own business: where to look; and all about reports. */
const LOOKING = [
	"inside",
	"log",
	"aggregate",
	"client-bundle",
	"browser-origin"
];
/** Inputs as they were written, without defaults and without anything of the caller's environment. */
function explicitInputs(source) {
	const inputs = {};
	const files = {};
	for (const { name, group } of INPUTS) {
		const text = group === "reports" || LOOKING.includes(name) ? void 0 : source.input(name);
		if (text === void 0 || text.trim() === "" && name !== "fail-on") continue;
		inputs[name] = text;
	}
	const config = inputs["config"]?.trim();
	if (config !== void 0) {
		const text = source.readFile(resolve(source.workspace, config));
		if (text !== void 0) files[resolve("/", config)] = text;
	}
	return {
		inputs,
		files,
		...applicationFor(source, inputs)
	};
}
/** Only where something is left to it, and only what a route is made of. */
function applicationFor(source, inputs) {
	const isSet = (name) => !["", "auto"].includes(inputs[name]?.trim() ?? "");
	const decided = isSet("endpoint") && isSet("stream") && isSet("base-url");
	const shallow = inputs["depth"] === "route" || inputs["depth"] === "auth";
	if (decided || shallow || source.application === void 0) return {};
	const { families, variables, library, limit } = source.application();
	if (families.length === 0 && library === void 0) return {};
	return { application: {
		families,
		calls: [],
		variables,
		...given({
			library,
			limit
		})
	} };
}
/** Variables that a config file names for its keys: they stand in the target. */
function keyVariables({ files }) {
	return Object.values(files).flatMap((text) => [...text.matchAll(/\bapi-key-env["']?\s*:\s*["']?([A-Za-z_]\w*)/g)].flatMap(([, name]) => name ?? []));
}
/** The settings of the target: its environment, and above it what was given for this run. */
function targetSource(explicit, env, label) {
	const { inputs, files, application } = explicit;
	return {
		input: (name) => inputs[name],
		env,
		readFile: (path) => files[path],
		workspace: "/",
		...given({
			label,
			application: application && (() => application)
		})
	};
}

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
	return jsonIn(Buffer.from(payload, "base64").toString("utf8"));
}
function encodeJson(value) {
	return Buffer.from(JSON.stringify(value), "utf8").toString("base64");
}

export { newMark as a, keyVariables as c, frameOf as i, targetSource as l, decodeJson as n, readFrame as o, encodeJson as r, explicitInputs as s, GIVEN as t };