import { createRequire } from "node:module";
import "./runtime.js";
import { D as corsOutcome, O as corsQuestion, k as readCors } from "./rules.js";
import { A as given, B as warning, N as isObject, O as fatal, z as unescaped } from "./settings-inputs.js";
import { t as unzipSync } from "./fflate.js";
import { ln as CREDENTIALS, un as KEY_BEGINNINGS, xt as knownHost } from "./common.js";
const { closeSync, lstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync, statSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { isAscii } from "node:buffer";

// src/browser/ignore.ts
/** Looked for in the workspace, then in the folder that is searched. */
const IGNORE_FILE = ".openai-preflight-ignore";
/** Each hit is held against each line. */
const MAX_LENGTH$1 = 32768;
const KINDS = [
	"key",
	"api-call",
	"browser-switch"
];
function readIgnoreFile(text, name) {
	const entries = [];
	const problems = [];
	if (text.length > MAX_LENGTH$1) problems.push(problem(name, `is not read behind its first ${MAX_LENGTH$1} characters`));
	for (const [index, line] of text.slice(0, MAX_LENGTH$1).split(/\r?\n/).entries()) {
		const trimmed = line.trim();
		if (trimmed === "" || trimmed.startsWith("#")) continue;
		const parsed = readLine(trimmed);
		if (typeof parsed !== "string") entries.push(parsed);
		else problems.push(problem(`${name}:${index + 1}:1`, parsed));
	}
	return {
		entries,
		problems
	};
}
function readLine(line) {
	const [left = "", ...rest] = line.split(/\s#/);
	const reason = rest.join(" #").trim();
	const [glob = "", kind, ...more] = left.trim().split(/\s+/);
	if (reason === "") return "gives no reason, so nothing is ignored by it";
	if (more.length > 0) return "has more than a glob and a kind before the reason";
	if (kind !== void 0 && !KINDS.includes(kind)) return `names the kind "${kind}", which does not exist`;
	if (glob.length > LONGEST_GLOB || glob.split("**").length > MOST_DEEP) return `has a glob of more than ${LONGEST_GLOB} characters or ${MOST_DEEP - 1} times **`;
	return {
		glob,
		...given({ kind }),
		reason,
		matches: globMatcher(glob)
	};
}
function isIgnored(hit, entries, inFolder) {
	const names = [
		hit.file,
		inFolder,
		...hit.original === void 0 ? [] : [hit.original.file]
	];
	return entries.some((entry) => (entry.kind === void 0 || entry.kind === hit.kind) && names.some(entry.matches));
}
/** Globs of people are shorter; each star may multiply the work. */
const LONGEST_GLOB = 200;
const MOST_DEEP = 9;
/**
* `*` and `?` stay within a folder, `**` does not; a glob without a slash matches at any depth. Folder
* by folder with a table of what can be reached, so the time is the product of both lengths.
*/
function globMatcher(glob) {
	const anchored = glob.replace(/^\.?\//, "");
	const deep = anchored.includes("/") ? anchored : `**/${anchored}`;
	const parts = (deep.endsWith("/") ? `${deep}**` : deep).split("/");
	return (file) => {
		const folders = file.split("/");
		let reached = /* @__PURE__ */ new Set([0]);
		for (const part of parts) {
			const next = /* @__PURE__ */ new Set();
			for (const at of reached) if (part === "**") for (let to = at; to <= folders.length; to += 1) next.add(to);
			else if (nameMatches(part, folders[at] ?? "") && at < folders.length) next.add(at + 1);
			reached = next;
		}
		return reached.has(folders.length);
	};
}
/** `*` and `?` within one name, with the last star as the only place to go back to. */
function nameMatches(part, name) {
	let at = 0;
	let from = 0;
	let star = -1;
	let mark = 0;
	while (from < name.length) if (part[at] === "*") {
		star = at;
		mark = from;
		at += 1;
	} else if (part[at] === "?" || part[at] === name[from]) {
		at += 1;
		from += 1;
	} else if (star >= 0) {
		at = star + 1;
		mark += 1;
		from = mark;
	} else return false;
	return /^\**$/.test(part.slice(at));
}
function problem(setting, message) {
	return warning("config.ignore_file_invalid", setting, {
		message: `This line ${message}.`,
		fix: `Write the line as "glob [${KINDS.join(" | ")}] # reason".`
	});
}

// src/browser/content.ts
const START = {
	line: 1,
	column: 1
};
const openFile = (descriptor) => ({ read: (into, from, length, at) => readSync(descriptor, into, from, length, at) });
const inMemory = (bytes) => ({ read: (into, from, length, at) => bytes.copy(into, from, at, Math.min(bytes.length, at + length)) });
const CHUNK = 524288;
/** Bytes before and behind a trigger that its meaning may depend on. */
const BEHIND = 24576;
const AHEAD = 40960;
/** Room for one window, to be used for one file after the other. */
const windowBuffer = () => Buffer.allocUnsafe(589824);
/** The content in windows of about half a mebibyte, read once: each overwrites the one before. */
function* windowsOf(content, buffer) {
	let start = 0;
	let filled = 0;
	let from = 0;
	let position = START;
	for (;;) {
		const read = content.read(buffer, filled, buffer.length - filled, start + filled);
		filled += read;
		if (read > 0 && filled < buffer.length) continue;
		const to = read === 0 ? filled : filled - AHEAD;
		yield {
			bytes: buffer.subarray(0, filled),
			start,
			position,
			from,
			to
		};
		if (read === 0) return;
		const keep = Math.max(0, to - BEHIND);
		position = advanced(position, buffer.subarray(0, keep));
		buffer.copyWithin(0, keep, filled);
		start += keep;
		filled -= keep;
		from = to - keep;
	}
}
/** Up to `length` bytes from `at`. */
function readAt(content, at, length) {
	const parts = [];
	for (let size = 0; size < length;) {
		const part = Buffer.allocUnsafe(Math.min(CHUNK, length - size));
		const read = content.read(part, 0, part.length, at + size);
		if (read === 0) break;
		parts.push(part.subarray(0, read));
		size += read;
	}
	return parts.length === 1 ? parts[0] ?? Buffer.alloc(0) : Buffer.concat(parts);
}
/** Positions of offsets in `bytes`, which begin at `position`, in one pass. */
function positionsIn(bytes, offsets, position = START) {
	const found = /* @__PURE__ */ new Map();
	let at = 0;
	let here = position;
	for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
		here = advanced(here, bytes.subarray(at, offset));
		found.set(offset, here);
		at = offset;
	}
	return found;
}
function advanced({ line, column }, bytes) {
	let at = 0;
	for (let newline = bytes.indexOf(10); newline >= 0; newline = bytes.indexOf(10, at)) {
		line++;
		column = 1;
		at = newline + 1;
	}
	return {
		line,
		column: column + utf16Length(bytes.subarray(at))
	};
}
/** Every byte that begins a UTF-8 sequence is one unit, those of four bytes are two. */
function utf16Length(bytes) {
	if (isAscii(bytes)) return bytes.length;
	let units = 0;
	for (const byte of bytes) if ((byte & 192) !== 128) units += byte >= 240 ? 2 : 1;
	return units;
}

// src/browser/surroundings.ts
/**
* Where in the code a literal stands, read backwards from it: a bundle is looked at in windows that
* begin anywhere, so nothing can be parsed from its start (and js-tokens 10 reads 15 MiB/s, the scan
* 100). Gives up at `MAX_BACK`; strings are stepped over, regular expressions are not known.
*/
/** Further than from a literal to the call that it is an argument of. */
const MAX_BACK = 4e3;
const MAX_LEVELS = 5;
/** The brackets around the literal whose opening quote stands at `at`, the innermost first. */
function bracketsAround(text, at) {
	const brackets = [];
	const least = Math.max(0, at - MAX_BACK);
	let depth = 0;
	let itemEnd = at;
	let itemStart = -1;
	let index = at - 1;
	for (; index >= least && brackets.length < MAX_LEVELS; index--) {
		const character = text[index] ?? "";
		if (character === "\"" || character === "'" || character === "`") index = openingQuote(text, index, least);
		else if (character === ")" || character === "]" || character === "}") depth++;
		else if (character === "(" || character === "[" || character === "{") {
			if (depth > 0) {
				depth--;
				continue;
			}
			brackets.push({
				open: character,
				at: index,
				item: text.slice(Math.max(itemStart < 0 ? index + 1 : itemStart, itemEnd - 400), itemEnd),
				isFirst: itemStart < 0,
				lead: text.slice(Math.max(0, index - 80), index).trimEnd()
			});
			itemEnd = index;
			itemStart = -1;
		} else if (depth === 0 && character === "," && itemStart < 0) itemStart = index + 1;
		else if (depth === 0 && character === ";") break;
	}
	const from = itemStart < 0 ? index + 1 : itemStart;
	return {
		brackets,
		statement: text.slice(Math.max(from, itemEnd - 400), itemEnd)
	};
}
/** Offset of the quote that opens the string which ends at `at`; `at` when it opens none on its line. */
function openingQuote(text, at, least) {
	const quote = text[at] ?? "";
	const isEscaped = text[at - 1] === "\\";
	for (let index = at - 1 - Number(isEscaped); index >= least; index--) {
		const character = text[index];
		if (character === "\n" && quote !== "`") return at;
		if (character === quote && text[index - 1] === "\\" === isEscaped) return index - Number(isEscaped);
	}
	return at;
}
/** The object or argument list that opens at `at`, to its end or for `most` characters. */
function insideOf(text, at, most = 1500) {
	let depth = 0;
	let quote = "";
	const end = Math.min(text.length, at + most);
	for (let index = at; index < end; index++) {
		const character = text[index] ?? "";
		if (quote !== "") {
			if (character === "\\") index++;
			else if (character === quote) quote = "";
		} else if (character === "\"" || character === "'" || character === "`") quote = character;
		else if (character === "(" || character === "[" || character === "{") depth++;
		else if (character === ")" || character === "]" || character === "}") {
			depth--;
			if (depth === 0) return text.slice(at + 1, index);
		}
	}
	return text.slice(at + 1, end);
}

// src/browser/calls.ts
const PLACEHOLDER_HOST = /your|example|placeholder|x{3}|contoso|my-?(?:resource|endpoint)|^resource(?:-?name)?\./i;
const SCHEME = /(?:https?|wss?):(?:\\?\/){2}$/i;
/** Scheme, then a name or an expression, then what is left of the host. */
const SCHEME_AND_NAME = /(?:https?|wss?):\/\/(?:\$\{[^}`]{1,80}\}|["'`](?:\s{0,9}\+[^"'`;]{1,80}\+\s{0,9}|\.concat\([^"'`;]{1,80},\s{0,9})["'`])$/i;
const SCHEME_ALONE = /(?:https?|wss?):\/\/\\?["'`]\s{0,9}\+\s{0,9}\\?["'`]$/i;
/** An endpoint of the API in what follows its host: nobody names one without calling it. */
const ENDPOINT = /(?:chat\/completions|responses|completions|embeddings|moderations|images\/|audio\/|realtime|\/models|\/files|assistants|threads|batches|vector_stores|\/deployments)/;
/** Functions that send a request to the address that they are given. */
const SENDS = /(?:^|[^\w$])(?:(?:window|globalThis|self)\.)?(?:fetch|axios|ky|got|WebSocket|EventSource|Request|sendBeacon|\$?fetch\w*|ofetch|superagent)$|\.(?:fetch|post|put|patch|open|ajax|sendBeacon|fetchEventSource)$/;
const SENDS_ENDPOINT = /\.(?:get|delete|head|request|create|extend|json)$/;
/** Functions that compare, keep, print or show. */
const KEEPS = /(?:^|[^\w$])(?:if|while|switch|catch|Error|RegExp|Set|Map|String|Symbol|t|i18n|require|import|jsxs?|createElement|[A-Z]\w*Error)$|\.(?:startsWith|endsWith|includes|indexOf|test|match|matchAll|has|set|add|push|unshift|replace|replaceAll|split|equals|t|log|info|warn|error|debug|createElement|jsxs?|freeze|parse|stringify|querySelector|setAttribute|setItem)$/;
/** Options of clients that hold the address. */
const ADDRESS = /^(?:base_?(?:url|path)|api_?base|(?:api|azure\w*|open_?ai\w*)?_?(?:endpoint|base_?(?:url|path))|url|uri|host|hostname|origin)$/i;
/** Options that stand beside an address when it is called. */
const WITH_ADDRESS = /(?:api_?-?key|authorization|headers|dangerouslyAllow\w{0,40}|method)["'`]?\s*:/i;
/** Objects inside the options of a client. */
const OPTIONS = /config|options|client|openai|azure/i;
const COMPARED_BEFORE = /(?:[=!]==?|\bcase)\s*$/;
const COMPARED_BEHIND = /^\s*(?:[=!]==?|\.(?:startsWith|endsWith|includes|indexOf|replace|replaceAll|split|length)\b)/;
const ALIAS = /([A-Za-z_$][\w$]*|this\.#?[\w$]+)\s*(?:\?\?|\|\|)?=(?![=>])[^=]{0,200}$/;
/** Uses of one name that are followed: each costs a look at its brackets. */
const MAX_USES = 40;
/** Characters from a constant to a use of it that its short name still proves. */
const NEAR = 2e3;
/**
* A request to OpenAI's or Azure's API, or a client of it that is given the address. The address by
* itself is none: tables of providers, deny lists, texts, descriptions of APIs and the defaults of
* SDKs name it too.
*/
function matchCall(text, at) {
	const label = /[A-Za-z0-9.-]*$/.exec(text.slice(Math.max(0, at - 120), at))?.[0] ?? "";
	const name = /^(?:api\.openai\.com|\.azure\.com)/.exec(text.slice(at, at + 14))?.[0] ?? "";
	const host = label + name;
	const start = at - label.length;
	const behind = text.slice(at + name.length, at + name.length + 300);
	if (/^[A-Za-z0-9.-]/.test(behind) || !isApiHost(host) || PLACEHOLDER_HOST.test(host)) return void 0;
	const url = urlStart(text, start, host);
	if (url === void 0 || isInComment(text, at) || !isScript(text, at)) return void 0;
	const quote = text[url - 1] ?? "";
	if (!/["'`]/.test(quote)) return void 0;
	const isEscaped = text[url - 2] === "\\";
	if (isEscaped && !/\beval\(/.test(text.slice(Math.max(0, url - 8e3), url))) return void 0;
	const rest = /^[^"'`\\$]*/.exec(behind)?.[0] ?? "";
	if (/\s/.test(rest)) return void 0;
	if (!isCalled(text, {
		at: url - 1 - Number(isEscaped),
		behind: behind.replaceAll("\\/", "/"),
		isOwn: host.endsWith(".azure.com") && !host.startsWith("."),
		isAny: host.startsWith(".")
	}, 2)) return void 0;
	return {
		kind: "api-call",
		what: copied(host.startsWith(".") ? `*${host}` : host),
		at: url
	};
}
/** A slice of a text keeps the whole window alive. */
const copied = (text) => Buffer.from(text, "latin1").toString("latin1");
/** Does the expression that begins with this address go into a request? */
function isCalled(text, address, depth) {
	const isEndpoint = ENDPOINT.test(/^[^;)\]]{0,100}/.exec(address.behind)?.[0] ?? "");
	const literalEnd = /^[^"'`]*["'`]/.exec(address.behind)?.[0].length ?? 0;
	if (COMPARED_BEHIND.test(address.behind.slice(literalEnd))) return false;
	const { brackets, statement } = bracketsAround(text, address.at);
	for (const [level, bracket] of brackets.entries()) {
		if (COMPARED_BEFORE.test(bracket.item)) return false;
		if (bracket.open === "[") return false;
		const callee = /(?:\bnew\s+)?[\w$.?#]*$/.exec(bracket.lead)?.[0] ?? "";
		if (bracket.open === "(") {
			if (callee === "" || callee === "return" || callee === "await") continue;
			if (isGivenTo(callee, bracket, isEndpoint, address.isOwn)) return true;
			return isKeptIn(text, bracket.item, address, isEndpoint, depth);
		}
		const property = propertyOf(bracket.item);
		if (property === void 0) return isKeptIn(text, bracket.item, address, isEndpoint, depth);
		if (!ADDRESS.test(property)) return false;
		return isOption(text, brackets, level, isEndpoint) || isHostOption(text, bracket, property);
	}
	return isKeptIn(text, statement, address, isEndpoint, depth);
}
function isGivenTo(callee, { isFirst, item }, isEndpoint, isOwn) {
	if (KEEPS.test(callee.replace(/^new\s+/, ""))) return false;
	const isSecond = !isFirst && /^\s*$/.test(item);
	if (SENDS.test(callee.replace(/^new\s+/, ""))) return isFirst || isSecond;
	if (SENDS_ENDPOINT.test(callee)) return isFirst && (isEndpoint || isOwn);
	return isFirst && (isEndpoint || isOwn);
}
/** `new OpenAI({baseURL:…})`, `axios({url:…})`, `create({baseURL:…,apiKey:…})`. */
function isOption(text, brackets, level, isEndpoint) {
	const inner = brackets[level];
	let outer = brackets[level + 1];
	if (outer?.open === "{" && OPTIONS.test(propertyOf(outer.item) ?? "")) outer = brackets[level + 2];
	if (inner === void 0 || outer?.open !== "(") return false;
	const callee = /(?:\bnew\s+)?[\w$.?#]*$/.exec(outer.lead)?.[0] ?? "";
	const bare = callee.replace(/^new\s+/, "");
	if (KEEPS.test(bare)) return false;
	return callee !== bare || SENDS.test(bare) || /(?:axios|ky|http)\w*\.(?:create|extend|request)$/i.test(bare) || WITH_ADDRESS.test(insideOf(text, inner.at)) || isEndpoint && SENDS_ENDPOINT.test(bare);
}
/** `{hostname:"api.openai.com",path:"/v1"}` of a request that takes its address in parts. */
function isHostOption(text, bracket, property) {
	return /^(?:host|hostname)$/i.test(property) && /(?:^|[,{\s])["'`]?(?:path|port|method)["'`]?\s*:/.test(insideOf(text, bracket.at));
}
/** `const a="https://…"`, `()=>"https://…"`: called where the whole endpoint stands, or the name is used. */
function isKeptIn(text, item, { at, isOwn, isAny }, isEndpoint, depth) {
	if (COMPARED_BEFORE.test(item)) return false;
	const name = ALIAS.exec(item)?.[1];
	if (name === void 0) return (isEndpoint && isAny !== true || isOwn) && /(?:\breturn|=>)\s*\(?\s*$/.test(item);
	if (/[{:]\s*["'`]?[\w$-]+["'`]?\s*:/.test(item)) return false;
	const constantAt = /[^?|=]=\s*$/.test(item) ? at : void 0;
	return isEndpoint && isAny !== true || isOwn || isUsed(text, name, depth, constantAt);
}
/** Is the name given to something that sends? A constant's short name counts only near it, where nothing else may bear it. */
function isUsed(text, name, depth, constantAt) {
	if (depth === 0) return false;
	const escaped = name.replaceAll("$", String.raw`\$`);
	const use = new RegExp(`(?<![\\w$.])${escaped}(?![\\w$])`, "g");
	const bound = new RegExp(`(?:[(,{]|\\b(?:let|const|var|function)\\s)\\s{0,9}${escaped}\\s{0,9}(?:[,)}=]|=>)|(?<![\\w$.])${escaped}\\s{0,9}=>`);
	if (name.length <= 2) use.lastIndex = constantAt ?? 0;
	for (let count = 0; count < MAX_USES; count++) {
		const match = use.exec(text);
		if (match === null) return false;
		const behind = text.slice(use.lastIndex, use.lastIndex + 200);
		if (/^\s*(?:=(?![=>])|:|\.(?!concat))/.test(behind)) continue;
		const isEndpoint = ENDPOINT.test(/^[^;,)\]]{0,80}/.exec(behind)?.[0] ?? "");
		if (name.length <= 2 && !isEndpoint) {
			if (constantAt === void 0) continue;
			if (match.index > constantAt + NEAR) return false;
			if (bound.test(text.slice(constantAt, match.index))) return false;
		}
		const inTemplate = text.slice(0, match.index).endsWith("${");
		const at = inTemplate ? text.lastIndexOf("`", match.index) : match.index;
		if (at < 0 || inTemplate && at !== match.index - 3) continue;
		if (isCalled(text, {
			at,
			behind,
			isOwn: false
		}, depth - 1)) return true;
	}
	return false;
}
function propertyOf(item) {
	return /^\s*["'`]?([\w$-]+)["'`]?\s*:(?!:)/.exec(item)?.[1];
}
function isApiHost(host) {
	if (host.endsWith(".azure.com")) return knownHost(`x.${host}`)?.use === "api";
	return host === "api.openai.com" || host.endsWith(".api.openai.com") && host !== "mtls.api.openai.com";
}
/** Where the URL begins whose host begins at `start`. */
function urlStart(text, start, host) {
	const before = text.slice(Math.max(0, start - 200), start);
	const scheme = SCHEME.exec(before) ?? (host.startsWith(".") ? SCHEME_AND_NAME.exec(before) : SCHEME_ALONE.exec(before));
	if (scheme !== null) return start - before.length + scheme.index;
	return /(?:host|hostname)["'`]?\s{0,9}:\s{0,9}["'`]$/i.test(before) && !host.startsWith(".") ? start : void 0;
}
/** Part of what the SDKs of OpenAI, Anthropic and Groq throw when they run in a browser. */
const SDK_GUARD = "browser-like environment";
const OPTION = /(dangerouslyAllow\w{0,40}Browser\w{0,20})(?:\\?["'`])?\]?\s{0,9}([:=])(?!=)\s{0,9}(?:!0|true|1)(?![\w.])/y;
const HEADER = /dangerous-direct-browser-access(?:\\?["'`])?\]?\s{0,9}[:,=]\s{0,9}\\?["'`]?true/y;
const BASE = /(?:base_?url|base_?path|endpoint)["'`]?\s{0,9}[:=]\s{0,9}(?!void 0|undefined|null)(.{1,60})/i;
/**
* The switch that makes an SDK accept a browser, where the application turns it on for a client that
* calls the API itself. A client that is given a server of one's own needs the switch too.
*/
function matchSwitch(text, at) {
	const before = text.slice(Math.max(0, at - 600), at);
	if (before.includes(SDK_GUARD) || isInComment(text, at)) return void 0;
	OPTION.lastIndex = at;
	const option = OPTION.exec(text);
	if (option === null) return matchHeader(text, at, before);
	const isProperty = option[2] === ":";
	if (!isProperty && !/[.[]["'`]?$/.test(before)) return void 0;
	const [inner] = isProperty ? bracketsAround(text, at).brackets : [];
	const beside = inner === void 0 ? text.slice(Math.max(0, at - 400), at + 400) : insideOf(text, inner.at);
	const base = BASE.exec(beside)?.[1];
	const isOwnServer = base !== void 0 && !/api\.openai\.com|\.azure\.com/.test(base);
	const isLibrary = /organization\s*:\s*(?:this|[\w$]{1,3})\./.test(beside) && beside.includes("...");
	if (isOwnServer || isLibrary) return void 0;
	return {
		kind: "browser-switch",
		what: copied(option[1] ?? ""),
		at
	};
}
function matchHeader(text, at, before) {
	HEADER.lastIndex = at;
	return HEADER.exec(text) !== null && !/dangerouslyAllowBrowser\)?\s{0,9}(?:\?|&&)/.test(before.slice(-160)) ? {
		kind: "browser-switch",
		what: "anthropic-dangerous-direct-browser-access",
		at
	} : void 0;
}
/** Packages whose own code names the API's host and the switch without using either. */
const SDK_SOURCE = /node_modules\/(?:openai|@anthropic-ai\/sdk|groq-sdk|together-ai|@ai-sdk|@langchain|ai)\//;
/** True in a line that is nothing but comment; a minified line never is. */
function isInComment(text, at) {
	const line = text.slice(Math.max(text.lastIndexOf("\n", at) + 1, at - 400), at);
	return /^\s{0,99}(?:\/\/|\/\*|\*|<!--)/.test(line);
}
/** In a page only scripts are executed; what is shown is text. */
function isScript(text, at) {
	const before = text.slice(Math.max(0, at - 24e3), at);
	const opened = before.lastIndexOf("<script");
	const closed = before.lastIndexOf("<\/script");
	return opened > closed || closed < 0 && !/<(?:!doctype|html|body)[\s>]/i.test(before);
}

// src/browser/literals.ts
/**
* Reads string literals of JavaScript and joins those that a bundler left apart: `"a"+"b"`,
* `"a".concat("b")`, `["a","b"].join("")`, `${"b"}` in a template, and names that stand for one
* literal. Also as found inside another literal, where each quote has a backslash (`eval` builds,
* source maps). Not a parser: it gives up at whatever else it meets.
*/
/** More text than any key needs. */
const MAX_LENGTH = 4096;
/** Literals of one sum, and sums that one name begins: bundlers write a few. */
const MAX_PIECES = 64;
/** Offset just behind the quote that opens the literal around `at`, and that quote. */
function openingOf(text, at) {
	for (let index = at - 1; index >= Math.max(0, at - 512); index--) {
		const character = text[index] ?? "";
		if (character === "\n" && !text.slice(Math.max(0, index - 512), index).includes("`")) return void 0;
		if (character !== "\"" && character !== "'" && character !== "`") continue;
		return {
			from: index + 1,
			quote: text[index - 1] === "\\" ? `\\${character}` : character
		};
	}
}
/** The text of the literal that goes on at `from`, joined with what is added to it. */
function foldFrom(text, from, quote) {
	const list = listAround(text, from - quote.length);
	const cursor = {
		text,
		at: from,
		value: "",
		pieces: 0,
		names: /* @__PURE__ */ new Set(),
		...given({ list })
	};
	readRest(cursor, quote);
	readAdditions(cursor);
	return {
		value: cursor.value,
		pieces: cursor.pieces
	};
}
/** The text of the expression at `at`: literals, names that stand for literals, and their sums. */
function foldExpression(text, at) {
	const cursor = {
		text,
		at,
		value: "",
		pieces: 0,
		names: /* @__PURE__ */ new Set()
	};
	if (!readOperand(cursor)) return void 0;
	readAdditions(cursor);
	return cursor.value;
}
/**
* When the literal at `from` only gives a name its value (`const a="sk-proj-"`), the sums in which
* that name comes first.
*/
function foldUses(text, from, quote) {
	const before = text.slice(Math.max(0, from - quote.length - 80), from - quote.length);
	const name = /(?:^|[\s,;{(])([A-Za-z_$][\w$]*)\s*=\s*$/.exec(before)?.[1];
	if (name === void 0) return [];
	const values = [];
	const grown = foldGrowth(text, from, quote, name);
	if (grown !== void 0) values.push(grown);
	const use = new RegExp(`(?<![\\w$.])${escapeName(name)}(?=\\s*\\+(?!\\+)|\\.concat\\()|\\$\\{${escapeName(name)}\\}`, "g");
	for (let match = use.exec(text); match !== null && values.length < MAX_PIECES; match = use.exec(text)) {
		const cursor = {
			text,
			at: match.index,
			value: "",
			pieces: 0,
			names: /* @__PURE__ */ new Set()
		};
		if (match[0].startsWith("${")) readRest(cursor, "`");
		else if (!readOperand(cursor)) continue;
		readAdditions(cursor);
		values.push(cursor.value);
	}
	return values;
}
/** `let a="x";a+="y";a+="z"`: the text of the literal with all that is added to its name. */
function foldGrowth(text, from, quote, name) {
	const cursor = {
		text,
		at: from,
		value: "",
		pieces: 0,
		names: /* @__PURE__ */ new Set([name])
	};
	readRest(cursor, quote);
	readAdditions(cursor);
	const growth = new RegExp(`(?<![\\w$.])${escapeName(name)}\\s{0,9}\\+=`, "g");
	growth.lastIndex = cursor.at;
	let grew = false;
	for (let match = growth.exec(text); match !== null; match = growth.exec(text)) {
		cursor.at = growth.lastIndex;
		if (!readOperand(cursor)) break;
		readAdditions(cursor);
		grew = true;
	}
	return grew ? cursor.value : void 0;
}
/** The rest of a literal after its opening quote; stops behind the closing one. */
function readRest(cursor, quote) {
	cursor.pieces++;
	const { text } = cursor;
	while (cursor.at < text.length && cursor.value.length < MAX_LENGTH) {
		if (text.startsWith(quote, cursor.at)) {
			cursor.at += quote.length;
			return;
		}
		const character = text[cursor.at] ?? "";
		if (quote.endsWith("`") && text.startsWith("${", cursor.at)) {
			cursor.at += 2;
			if (!readOperand(cursor)) return;
			readAdditions(cursor);
			skipSpace(cursor);
			if (text[cursor.at] !== "}") return;
			cursor.at++;
		} else if (character === "\\") {
			const { value, length } = unescaped(text, cursor.at);
			cursor.value += value;
			cursor.at += length;
		} else if (character === "\n" && !quote.endsWith("`")) return;
		else {
			cursor.value += character;
			cursor.at++;
		}
	}
}
function readOperand(cursor) {
	if (cursor.pieces >= MAX_PIECES) return false;
	skipSpace(cursor);
	const { text } = cursor;
	while (text[cursor.at] === "(" || text[cursor.at] === "[") {
		cursor.at++;
		skipSpace(cursor);
	}
	const quote = /\\?["'`]/y;
	quote.lastIndex = cursor.at;
	const opening = quote.exec(text)?.[0];
	if (opening !== void 0) {
		cursor.at += opening.length;
		readRest(cursor, opening);
		return true;
	}
	const identifier = /[A-Za-z_$][\w$]*/y;
	identifier.lastIndex = cursor.at;
	const name = identifier.exec(text)?.[0];
	if (name === void 0 || cursor.names.has(name)) return false;
	const value = valueOf(cursor, name);
	if (value === void 0) return false;
	cursor.at += name.length;
	cursor.value += value;
	cursor.pieces++;
	return true;
}
/** The literal that a name stands for, when the text gives it exactly one. */
function valueOf(cursor, name) {
	const assignment = new RegExp(`(?<![\\w$.])${escapeName(name)}\\s*=\\s*(?=\\\\?["'\`])`, "g");
	const { text } = cursor;
	const match = assignment.exec(text);
	if (match === null || assignment.exec(text) !== null) return void 0;
	const inner = {
		text,
		at: match.index + match[0].length,
		value: "",
		pieces: cursor.pieces,
		names: /* @__PURE__ */ new Set([...cursor.names, name])
	};
	if (!readOperand(inner)) return void 0;
	readAdditions(inner);
	return inner.value;
}
function readAdditions(cursor) {
	const { text } = cursor;
	while (cursor.value.length < MAX_LENGTH) {
		skipSpace(cursor);
		while (text[cursor.at] === ")") {
			cursor.at++;
			skipSpace(cursor);
		}
		if (text[cursor.at] === "+") {
			cursor.at++;
			if (!readOperand(cursor)) return;
		} else if (text.startsWith(".concat(", cursor.at)) {
			cursor.at += 8;
			if (!readOperand(cursor)) return;
		} else if (text[cursor.at] === ",") {
			if (!readListItem(cursor)) return;
		} else return;
	}
}
/** Name of the list that the literal at `at` stands in, when it is joined somewhere: `l.join("")`. */
function listAround(text, at) {
	const before = text.slice(Math.max(0, at - 300), at);
	const opening = before.lastIndexOf("[");
	const name = /([A-Za-z_$][\w$]*)\s{0,9}=\s{0,9}$/.exec(before.slice(0, Math.max(0, opening)))?.[1];
	if (name === void 0 || !/^\[[^\]]*$/.test(before.slice(opening))) return void 0;
	return new RegExp(`(?<![\\w$.])${escapeName(name)}\\.join\\(\\s*(?:""|''|\`\`)\\s*\\)`).test(text) ? name : void 0;
}
/** `,"b","c"].join("")` and `,"b")` of a `concat`; anything else leaves the value as it was. */
function readListItem(cursor) {
	const list = /(?:\s*,\s*(?:"[^"\\\n]*"|'[^'\\\n]*'|`[^`\\$]*`))+\s*(?:\]\s*\.join\(\s*(?:""|''|``)\s*\)|\)|(\]))/y;
	list.lastIndex = cursor.at;
	const match = list.exec(cursor.text);
	if (match === null || match[1] !== void 0 && cursor.list === void 0) return false;
	for (const item of match[0].split(/\]\s*\.join/)[0]?.matchAll(/"([^"]*)"|'([^']*)'|`([^`]*)`/g) ?? []) {
		cursor.value += item[1] ?? item[2] ?? item[3] ?? "";
		cursor.pieces++;
	}
	cursor.at += match[0].length;
	return true;
}
function skipSpace(cursor) {
	while (/\s/.test(cursor.text[cursor.at] ?? "")) cursor.at++;
}
function escapeName(name) {
	return name.replaceAll("$", String.raw`\$`);
}

// src/browser/encoded.ts
/** Media that never hold text; most data URLs are one of these. */
const BINARY_MEDIA = /data:(?:image\/(?!svg)|font\/|audio\/|video\/|application\/(?:x-)?font|application\/vnd\.ms-font|application\/wasm|application\/pdf)/i;
/** Shorter than any key. */
const MIN_LENGTH = 24;
/** What stands encoded at a sign of base64: `atob(`, `;base64,`, `"base64"`. */
function decodeAt(text, at) {
	if (text.startsWith("atob(", at)) {
		const value = foldExpression(text, at + 5);
		const quote = /^atob\(\s*\\?["'`]/.exec(text.slice(at, at + 40))?.[0] ?? "";
		return value === void 0 ? void 0 : decoded(value, at + quote.length, false);
	}
	if (text.startsWith(";base64,", at)) {
		const media = /data:[^"'`()\s]{0,120}$/.exec(text.slice(Math.max(0, at - 130), at))?.[0] ?? "";
		if (text.slice(Math.max(0, at - media.length - 20), at - media.length).endsWith("sourceMappingURL=") || BINARY_MEDIA.test(media)) return void 0;
		const run = runOf(text, at + 8);
		return decoded(run, at + 8, at + 8 + run.length === text.length);
	}
	const literal = /["'`]([A-Za-z0-9+/_-]{24,4096}={0,2})["'`]\s*,\s*$/.exec(text.slice(Math.max(0, at - 4200), at));
	const run = literal?.[1];
	if (run === void 0) return void 0;
	return decoded(run, at - (literal?.[0].length ?? 0) + 1, false);
}
/** A literal that begins with the base64 of a key's prefix. */
function decodeLiteralAt(text, at) {
	const opening = openingOf(text, at);
	if (opening?.from !== at) return void 0;
	return decoded(foldFrom(text, at, opening.quote).value, at, false);
}
function decoded(value, at, goesOn) {
	const run = runOf(value, 0);
	return run.length < MIN_LENGTH ? void 0 : {
		at,
		bytes: Buffer.from(run, "base64"),
		goesOn
	};
}
function runOf(text, from) {
	const run = /[A-Za-z0-9+/_-]*={0,2}/y;
	run.lastIndex = from;
	return run.exec(text)?.[0] ?? "";
}

// src/browser/entropy.ts
/** Shannon entropy of the characters, bits for each. Random base62 of 48 characters has about 5. */
function entropyOf(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
	let bits = 0;
	for (const count of counts.values()) {
		const share = count / text.length;
		bits -= share * Math.log2(share);
	}
	return bits;
}
/** Random hex cannot exceed 4 bits; 32 random hex digits have at least 3.2 in all but one of 10⁶ cases. */
const HEX_BITS = 3;
const TEXT_BITS = 3.7;
const PLACEHOLDER = /x{5}|\.{3}|\*{3}|your[-_]?|example|placeholder|redacted|changeme|replace|insert|dummy|secret[-_]?key|api[-_]?key|(?:^|[-_])(?:fake|test|demo|sample|mock|here|todo|none|null|undefined|key|token|invalid)(?:$|[-_])/i;
/** `abcdefgh`, `12345678`, also backwards: nobody draws these. */
const TYPED_RUNS = ["0123456789abcdefghijklmnopqrstuvwxyz0123456789", "1234567890"].flatMap((run) => [run, run.split("").toReversed().join("")]).flatMap((run) => Array.from({ length: run.length - 7 }, (_, at) => run.slice(at, at + 8)));
/** Looks like something that was drawn at random, not like something that a person typed. */
function looksRandom(body) {
	if (PLACEHOLDER.test(body) || /(.)\1{5}/.test(body)) return false;
	const lower = body.toLowerCase();
	if (TYPED_RUNS.some((run) => lower.includes(run))) return false;
	if (/(.{4,64})\1\1/.test(body)) return false;
	if (/^[0-9a-f]+$/i.test(body)) return entropyOf(body) >= HEX_BITS && /\d/.test(body) && /[a-f]/i.test(body);
	return entropyOf(body) >= TEXT_BITS && /\d/.test(body) && /[a-z]/i.test(body);
}

// src/browser/keys.ts
const KEY_PREFIX = new RegExp(KEY_BEGINNINGS.map((one) => one.replaceAll(".", String.raw`\.`)).join("|"), "g");
/** What follows when a literal ends in the middle of a key, or a template goes on with a name. */
const LITERAL_GOES_ON = /^(?:\\?["'`]|\$\{)/;
const GEMINI = /generativelanguage|gemini|GoogleGen|@google\/gen/i;
/** Browser keys that Google means to be public: Firebase, Maps, YouTube. */
const PUBLIC_GOOGLE = /authDomain|messagingSenderId|firebase|maps\.googleapis|googleMaps|\/maps\/api|youtube|recaptcha/i;
/** A key in one piece, or in literals that belong together, at the prefix that stands at `at`. */
function matchKey(text, at) {
	if (text[at - 1] === "c" && text.startsWith("sk-", at)) return matchKey(text, at - 1);
	if (!beginsToken(text, at)) return void 0;
	const token = tokenAt(text, at);
	const whole = vendorOf(token);
	if (whole !== void 0) return keyMatch(text, at, whole);
	if (!LITERAL_GOES_ON.test(text.slice(at + token.length, at + token.length + 2))) return void 0;
	const opening = openingOf(text, at);
	return opening === void 0 ? void 0 : matchSplit(text, at, opening.from, opening.quote);
}
/** A literal that is a key or only the head of one, `"sk"`; `at` is its opening quote. */
function matchPiece(text, at) {
	if (vendorOf(tokenAt(text, at + 1)) !== void 0) return matchKey(text, at + 1);
	return matchSplit(text, at, at + 1, text[at] ?? "\"");
}
function matchSplit(text, at, from, quote) {
	const folded = foldFrom(text, from, quote);
	const values = folded.pieces > 1 ? [folded.value] : foldUses(text, from, quote);
	for (const value of values) for (const match of value.matchAll(KEY_PREFIX)) {
		const vendor = beginsToken(value, match.index) ? vendorOf(tokenAt(value, match.index)) : void 0;
		const found = vendor === void 0 ? void 0 : keyMatch(text, at, vendor);
		if (found !== void 0) return {
			...found,
			encoded: "split"
		};
	}
}
function keyMatch(text, at, vendor) {
	if (vendor !== "google") return {
		kind: "key",
		what: vendor,
		at
	};
	const near = text.slice(Math.max(0, at - 400), at + 600);
	if (GEMINI.test(near)) return {
		kind: "key",
		what: vendor,
		at
	};
	return PUBLIC_GOOGLE.test(near) ? void 0 : {
		kind: "key",
		what: vendor,
		at,
		needsGemini: true
	};
}
const NAMED = /[a-z_-]{0,40}key[A-Za-z0-9_]{0,20}(?:\\?["'`])?\]?\s{0,9}[:=,(]\s{0,9}\\?["'`]([A-Za-z0-9_.-]{24,200})\\?["'`]/iy;
const AZURE = /azure|ocp-apim|api-version|cognitiveservices/i;
/** Others that call 32 hex digits `apiKey` and mean them to be public. */
const PUBLIC_KEY_HOLDERS = /algolia|docsearch|sentry|amplitude|segment|bugsnag|honeybadger|posthog|mapbox/i;
/** Bytes from the middle mark of an 84-character Azure key back to its start. */
const MARK_OFFSET = 52;
/** `key:"…"`, `new AzureKeyCredential("…")`; a minifier renames the class. */
const HEX_KEY = /(?:\bnew\s{1,9}[\w$.]{1,60}\(|key(?:\\?["'`])?\s{0,9}[:=,])\s{0,9}\\?["'`]([0-9a-f]{32})(?![0-9a-f])/gi;
/** Bytes around the address of an Azure resource within which 32 hex digits are its key. */
const NEAR_HOST = 3e3;
/**
* Keys without a prefix of their own, known by the name they are given: 32 hex digits of an Azure
* resource, and whatever is handed to an SDK whose browser switch is on. Also Azure's long keys,
* which carry a mark.
*/
function matchNamedKey(text, at) {
	if (text.startsWith("JQQJ", at)) {
		const start = at - MARK_OFFSET;
		return start >= 0 && beginsToken(text, start) && vendorOf(tokenAt(text, start)) === "azure" ? {
			kind: "key",
			what: "azure",
			at: start
		} : void 0;
	}
	NAMED.lastIndex = at;
	const match = NAMED.exec(text);
	const value = match?.[1];
	if (match === null || value === void 0 || !looksRandom(value)) return void 0;
	if (vendorOf(value) !== void 0) return void 0;
	const valueAt = match.index + match[0].lastIndexOf(value);
	const around = (bytes) => text.slice(Math.max(0, at - bytes), at + bytes);
	if (/^[0-9a-f]{32}$/i.test(value)) return AZURE.test(around(NEAR_HOST)) && !PUBLIC_KEY_HOLDERS.test(around(300)) ? {
		kind: "key",
		what: "azure",
		at: valueAt
	} : void 0;
	return !value.startsWith("eyJ") && /dangerouslyAllow\w{0,40}Browser/.test(around(400)) ? {
		kind: "key",
		what: "unknown",
		at: valueAt
	} : void 0;
}
/** The 32 hex digits of an Azure resource near its address, which stands at `at`. */
function matchKeysOfHost(text, at) {
	if (!/[a-z0-9-]*(?:\.(?:openai|cognitiveservices|services|inference|models)[a-z.]*)$/i.test(text.slice(Math.max(0, at - 120), at))) return [];
	const start = Math.max(0, at - NEAR_HOST);
	const found = [];
	for (const match of text.slice(start, at + NEAR_HOST).matchAll(HEX_KEY)) {
		const value = match[1] ?? "";
		const valueAt = start + match.index + match[0].length - value.length;
		const near = text.slice(Math.max(0, valueAt - 300), valueAt + 300);
		if (looksRandom(value) && !PUBLIC_KEY_HOLDERS.test(near)) found.push({
			kind: "key",
			what: "azure",
			at: valueAt
		});
	}
	return found;
}
/** Shorter values would be found everywhere. */
const MIN_SECRET = 12;
/** The very secrets of this run, plain and as base64 at each of its three alignments. */
function secretForms(secrets) {
	return secrets.flatMap((secret) => {
		const value = secret.reveal();
		if (value.length < MIN_SECRET) return [];
		const encoded = [
			0,
			1,
			2
		].map((shift) => {
			const text = Buffer.from("-".repeat(shift) + value).toString("base64");
			const end = Math.floor((shift + value.length) * 8 / 6);
			return text.slice(shift === 0 ? 0 : shift + 1, end);
		});
		const { source } = secret;
		return [{
			source,
			bytes: Buffer.from(value),
			encoded: false
		}, ...encoded.map((text) => ({
			source,
			bytes: Buffer.from(text),
			encoded: true
		}))];
	});
}
function matchSecrets(bytes, from, to, forms) {
	const found = [];
	for (const form of forms) for (let at = bytes.indexOf(form.bytes, from); at >= 0 && at < to;) {
		const where = {
			kind: "key",
			what: form.source,
			at
		};
		found.push(form.encoded ? {
			...where,
			encoded: "base64"
		} : where);
		at = bytes.indexOf(form.bytes, at + form.bytes.length);
	}
	return found;
}
const TOKEN = /[A-Za-z0-9_-]*/y;
/** The run of key characters at `at`. */
function tokenAt(text, at) {
	TOKEN.lastIndex = at;
	return TOKEN.exec(text)?.[0] ?? "";
}
/** Vendor of a whole key, or nothing when it is no key, or one that a person made up. */
function vendorOf(token) {
	for (const { kind, whole } of CREDENTIALS) {
		const match = whole?.exec(token);
		if (match === null || match === void 0) continue;
		const body = match[1] ?? token;
		return looksRandom(kind === "huggingface" ? `${body}0` : body) ? kind : void 0;
	}
}
/**
* True when a token may begin at `at`. `task-` and `mask-image` hold the letters of a prefix, but
* the last letter of an escape sequence (`\n`, `%20`, `\u0022`) is no part of the word behind it.
*/
function beginsToken(text, at) {
	const before = text.slice(Math.max(0, at - 6), at);
	return /(?:^|[^A-Za-z0-9_-]|\\[bfnrtv]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})$/.test(before);
}

// src/browser/triggers.ts
const BLOCK = 4;
const SHORT_KEYWORD = "sk-";
/** Of the keys that are known by their whole form, but for those that begin with `sk-` themselves. */
const ALL_BEGINNINGS = CREDENTIALS.flatMap(({ begins, whole }) => whole === void 0 ? [] : begins).filter((begins) => !begins.startsWith(SHORT_KEYWORD));
/** In clear text `sk-` finds those that hold it. */
const BEGINNINGS = ALL_BEGINNINGS.filter((begins) => !begins.includes(SHORT_KEYWORD));
const isLong = (begins) => begins.length >= BLOCK;
const QUOTES = [
	"\"",
	"'",
	"`"
];
/** What does not depend on the byte behind it. */
const inBase64 = (text) => Buffer.from(text).toString("base64").slice(0, Math.floor(text.length * 8 / 6));
/** Keywords; in « » four of the bytes whose last two are rare in front-end code, else the last four. */
const KEYWORDS = {
	token: BEGINNINGS.filter(isLong),
	piece: QUOTES.flatMap((quote) => [
		...BEGINNINGS.filter((begins) => !isLong(begins)).map((begins) => quote + begins),
		`${quote}sk${quote}`,
		`${quote}sk\\`
	]),
	host: ["ap«i.op»enai.com", "«.azu»re.com"],
	switch: ["dangerous«lyAl»low", "dangero«us-d»irect-browser"],
	base64: [
		"atob(",
		";ba«se64»,",
		...QUOTES.map((quote) => `${quote}ba«se64»${quote}`)
	],
	encoded: [
		SHORT_KEYWORD,
		...ALL_BEGINNINGS,
		"Bearer "
	].map(inBase64),
	"azure-key": "«pi-k»ey «pi-K»ey «pi_k»ey «piKe»y «pike»y «PI_K»EY «PI-K»EY «PIKE»Y ti«on-K»ey ti«on-k»ey Ke«yCre»dential JQQJ".split(" "),
	gemini: ["generativela«ngua»ge", "Goog«leGe»n"],
	"map-link": ["sourceMappingURL="]
};
/** Longer than any keyword. */
const LONGEST = 32;
/** By the last two bytes of a block: how many bytes can be skipped. */
const SHIFT = (/* @__PURE__ */ new Uint8Array(65536)).fill(3);
const BY_BLOCK = /* @__PURE__ */ new Map();
for (const [kind, keywords] of Object.entries(KEYWORDS)) {
	if (!isKind(kind)) continue;
	for (const marked of keywords) {
		const bytes = Buffer.from(marked.replaceAll(/[«»]/g, ""), "latin1");
		const blockAt = marked.includes("«") ? marked.indexOf("«") : bytes.length - BLOCK;
		for (let end = 1; end < BLOCK; end++) {
			const pair = bytes.readUInt16BE(blockAt + end - 1);
			SHIFT[pair] = Math.min(SHIFT[pair] ?? 0, 3 - end);
		}
		const key = bytes.readInt32BE(blockAt);
		BY_BLOCK.set(key, [...BY_BLOCK.get(key) ?? [], {
			kind,
			bytes,
			blockAt
		}]);
	}
}
function isKind(kind) {
	return Object.hasOwn(KEYWORDS, kind);
}
/** All places in `bytes` from `from` up to, not including, `to` where something may begin, in order. */
function findTriggers(bytes, from, to) {
	const found = [];
	for (let at = bytes.indexOf(SHORT_KEYWORD, from, "latin1"); at >= 0 && at < to;) {
		found.push({
			kind: "token",
			at
		});
		at = bytes.indexOf(SHORT_KEYWORD, at + 1, "latin1");
	}
	const end = Math.min(bytes.length, to + LONGEST);
	let last = from + BLOCK - 1;
	while (last < end) {
		const shift = SHIFT[(bytes[last - 1] ?? 0) << 8 | (bytes[last] ?? 0)] ?? 1;
		if (shift > 0) {
			last += shift;
			continue;
		}
		const keywords = BY_BLOCK.get(bytes.readInt32BE(last - BLOCK + 1));
		if (keywords !== void 0) for (const { kind, bytes: keyword, blockAt } of keywords) {
			const at = last - BLOCK + 1 - blockAt;
			if (at >= from && at < to && at + keyword.length <= bytes.length && bytes.compare(keyword, 0, keyword.length, at, at + keyword.length) === 0) found.push({
				kind,
				at
			});
		}
		last++;
	}
	return found.sort((a, b) => a.at - b.at);
}

// src/browser/find-matches.ts
/** Encoded text may hold encoded text, once. */
const MAX_DEPTH = 2;
const NOTHING$1 = { matches: [] };
/** What one trigger turns out to be. `text` is latin1, so that offsets are bytes. */
function look(text, at, kind, depth) {
	switch (kind) {
		case "token": return one(matchKey(text, at));
		case "piece": return one(matchPiece(text, at));
		case "azure-key": return one(matchNamedKey(text, at));
		case "host": return { matches: [...one(matchCall(text, at)).matches, ...text.startsWith(".azure", at) ? matchKeysOfHost(text, at) : []] };
		case "switch": return one(matchSwitch(text, at));
		case "base64":
		case "encoded": {
			const encoded = kind === "base64" ? decodeAt(text, at) : decodeLiteralAt(text, at);
			if (encoded === void 0 || depth >= MAX_DEPTH) return NOTHING$1;
			if (encoded.goesOn && depth === 0) return {
				matches: [],
				goesOnAt: encoded.at
			};
			return { matches: matchEncoded(encoded.bytes, encoded.at, depth + 1) };
		}
	}
}
/** Everything in `bytes` whose trigger lies from `from` up to, not including, `to`. */
function findMatches(bytes, from, to, depth = 0) {
	const matches = [];
	const goesOnAt = [];
	let callsGemini = false;
	let mayHoldKey = false;
	let mapLinkAt;
	let text;
	for (const trigger of findTriggers(bytes, from, to)) {
		if (trigger.kind === "gemini") callsGemini = true;
		if (trigger.kind === "map-link") mapLinkAt = trigger.at;
		if (trigger.kind === "gemini" || trigger.kind === "map-link") continue;
		const all = text ??= bytes.toString("latin1");
		const start = Math.max(0, trigger.at - BEHIND);
		const area = all.slice(start, trigger.at + AHEAD);
		mayHoldKey ||= isKeyLike(area, trigger.at - start, trigger.kind);
		const seen = look(area, trigger.at - start, trigger.kind, depth);
		for (const found of seen.matches) matches.push({
			...found,
			at: found.at + start
		});
		if (seen.goesOnAt !== void 0) goesOnAt.push(seen.goesOnAt + start);
	}
	return {
		matches,
		goesOnAt,
		callsGemini,
		mayHoldKey,
		...given({ mapLinkAt })
	};
}
function isKeyLike(text, at, kind) {
	if (kind === "token") return beginsToken(text, at);
	return kind === "piece" || kind === "base64" || kind === "encoded";
}
/** Everything inside decoded bytes, reported at the place where the encoded text begins. */
function matchEncoded(bytes, at, depth = 1) {
	const found = findMatches(bytes, 0, bytes.length, depth).matches;
	const text = bytes.length < 40960 ? bytes.toString("latin1") : "";
	const within = depth < MAX_DEPTH && /^[A-Za-z0-9+/_-]{24,}={0,2}$/.test(text) ? matchEncoded(Buffer.from(text, "base64"), at, depth + 1) : [];
	return [...found, ...within].map((match) => ({
		...match,
		at,
		encoded: "base64"
	}));
}
function one(match) {
	return match === void 0 ? NOTHING$1 : { matches: [match] };
}

// node_modules/@jridgewell/sourcemap-codec/dist/sourcemap-codec.mjs
var comma = ",".charCodeAt(0);
var semicolon = ";".charCodeAt(0);
var chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var intToChar = /* @__PURE__ */ new Uint8Array(64);
var charToInt = /* @__PURE__ */ new Uint8Array(128);
for (let i = 0; i < chars.length; i++) {
	const c = chars.charCodeAt(i);
	intToChar[i] = c;
	charToInt[c] = i;
}
function decodeInteger(reader) {
	let value = 0;
	let shift = 0;
	let integer = 0;
	do {
		integer = charToInt[reader.next()];
		value |= (integer & 31) << shift;
		shift += 5;
	} while (integer & 32);
	return value;
}
function decodeSign(num) {
	return num & 1 ? -2147483648 | -(num >>> 1) : num >>> 1;
}
function hasMoreVlq(reader, max) {
	if (reader.pos >= max) return false;
	return reader.peek() !== comma;
}
var StringReader = class {
	constructor(buffer) {
		this.pos = 0;
		this.buffer = buffer;
	}
	next() {
		return this.buffer.charCodeAt(this.pos++);
	}
	peek() {
		return this.buffer.charCodeAt(this.pos);
	}
	indexOf(char) {
		const { buffer, pos } = this;
		const idx = buffer.indexOf(char, pos);
		return idx === -1 ? buffer.length : idx;
	}
};
function decode(mappings) {
	const { length } = mappings;
	const reader = new StringReader(mappings);
	const decoded = [];
	let genColumn = 0;
	let sourcesIndex = 0;
	let sourceLine = 0;
	let sourceColumn = 0;
	let namesIndex = 0;
	do {
		const semi = reader.indexOf(";");
		const line = [];
		let sorted = true;
		let lastCol = 0;
		genColumn = 0;
		while (reader.pos < semi) {
			let seg;
			genColumn += decodeSign(decodeInteger(reader));
			if (genColumn < lastCol) sorted = false;
			lastCol = genColumn;
			if (hasMoreVlq(reader, semi)) {
				sourcesIndex += decodeSign(decodeInteger(reader));
				sourceLine += decodeSign(decodeInteger(reader));
				sourceColumn += decodeSign(decodeInteger(reader));
				if (hasMoreVlq(reader, semi)) {
					namesIndex += decodeSign(decodeInteger(reader));
					seg = [
						genColumn,
						sourcesIndex,
						sourceLine,
						sourceColumn,
						namesIndex
					];
				} else seg = [
					genColumn,
					sourcesIndex,
					sourceLine,
					sourceColumn
				];
			} else seg = [genColumn];
			line.push(seg);
			reader.pos++;
		}
		if (!sorted) sort(line);
		decoded.push(line);
		reader.pos = semi + 1;
	} while (reader.pos <= length);
	return decoded;
}
function sort(line) {
	line.sort(sortComparator$1);
}
function sortComparator$1(a, b) {
	return a[0] - b[0];
}

// node_modules/@jridgewell/resolve-uri/dist/resolve-uri.mjs
const schemeRegex = /^[\w+.-]+:\/\//;
const urlRegex = /^([\w+.-]+:)\/\/([^@/#?]*@)?(\[[^\]]+\]|[^:/#?]*)(:\d+)?(\/[^#?]*)?(\?[^#]*)?(#.*)?/;
const fileRegex = /^file:(?:\/\/((?![a-z]:)[^/#?]*)?)?(\/?[^#?]*)(\?[^#]*)?(#.*)?/i;
function isAbsoluteUrl(input) {
	return schemeRegex.test(input);
}
function isSchemeRelativeUrl(input) {
	return input.startsWith("//");
}
function isAbsolutePath(input) {
	return input.startsWith("/");
}
function isFileUrl(input) {
	return input.startsWith("file:");
}
function isRelative(input) {
	return /^[.?#]/.test(input);
}
function parseAbsoluteUrl(input) {
	const match = urlRegex.exec(input);
	return makeUrl(match[1], match[2] || "", match[3], match[4] || "", match[5] || "/", match[6] || "", match[7] || "");
}
function parseFileUrl(input) {
	const match = fileRegex.exec(input);
	const path = match[2];
	return makeUrl("file:", "", match[1] || "", "", isAbsolutePath(path) ? path : "/" + path, match[3] || "", match[4] || "");
}
function makeUrl(scheme, user, host, port, path, query, hash) {
	return {
		scheme,
		user,
		host,
		port,
		path,
		query,
		hash,
		type: 7
	};
}
function parseUrl(input) {
	if (isSchemeRelativeUrl(input)) {
		const url2 = parseAbsoluteUrl("http:" + input);
		url2.scheme = "";
		url2.type = 6;
		return url2;
	}
	if (isAbsolutePath(input)) {
		const url2 = parseAbsoluteUrl("http://foo.com" + input);
		url2.scheme = "";
		url2.host = "";
		url2.type = 5;
		return url2;
	}
	if (isFileUrl(input)) return parseFileUrl(input);
	if (isAbsoluteUrl(input)) return parseAbsoluteUrl(input);
	const url = parseAbsoluteUrl("http://foo.com/" + input);
	url.scheme = "";
	url.host = "";
	url.type = input ? input.startsWith("?") ? 3 : input.startsWith("#") ? 2 : 4 : 1;
	return url;
}
function stripPathFilename(path) {
	if (path.endsWith("/..")) return path;
	const index = path.lastIndexOf("/");
	return path.slice(0, index + 1);
}
function mergePaths(url, base) {
	normalizePath(base, base.type);
	if (url.path === "/") url.path = base.path;
	else url.path = stripPathFilename(base.path) + url.path;
}
function normalizePath(url, type) {
	const rel = type <= 4;
	const pieces = url.path.split("/");
	let pointer = 1;
	let positive = 0;
	let addTrailingSlash = false;
	for (let i = 1; i < pieces.length; i++) {
		const piece = pieces[i];
		if (!piece) {
			addTrailingSlash = true;
			continue;
		}
		addTrailingSlash = false;
		if (piece === ".") continue;
		if (piece === "..") {
			if (positive) {
				addTrailingSlash = true;
				positive--;
				pointer--;
			} else if (rel) pieces[pointer++] = piece;
			continue;
		}
		pieces[pointer++] = piece;
		positive++;
	}
	let path = "";
	for (let i = 1; i < pointer; i++) path += "/" + pieces[i];
	if (!path || addTrailingSlash && !path.endsWith("/..")) path += "/";
	url.path = path;
}
function resolve$1(input, base) {
	if (!input && !base) return "";
	const url = parseUrl(input);
	let inputType = url.type;
	if (base && inputType !== 7) {
		const baseUrl = parseUrl(base);
		const baseType = baseUrl.type;
		switch (inputType) {
			case 1: url.hash = baseUrl.hash;
			case 2: url.query = baseUrl.query;
			case 3:
			case 4: mergePaths(url, baseUrl);
			case 5:
				url.user = baseUrl.user;
				url.host = baseUrl.host;
				url.port = baseUrl.port;
			case 6: url.scheme = baseUrl.scheme;
		}
		if (baseType > inputType) inputType = baseType;
	}
	normalizePath(url, inputType);
	const queryHash = url.query + url.hash;
	switch (inputType) {
		case 2:
		case 3: return queryHash;
		case 4: {
			const path = url.path.slice(1);
			if (!path) return queryHash || ".";
			if (isRelative(base || input) && !isRelative(path)) return "./" + path + queryHash;
			return path + queryHash;
		}
		case 5: return url.path + queryHash;
		default: return url.scheme + "//" + url.user + url.host + url.port + url.path + queryHash;
	}
}

// node_modules/@jridgewell/trace-mapping/dist/trace-mapping.mjs
function stripFilename(path) {
	if (!path) return "";
	const index = path.lastIndexOf("/");
	return path.slice(0, index + 1);
}
function resolver(mapUrl, sourceRoot) {
	const from = stripFilename(mapUrl);
	const prefix = sourceRoot ? sourceRoot + "/" : "";
	return (source) => resolve$1(prefix + (source || ""), from);
}
var COLUMN = 0;
var SOURCES_INDEX = 1;
var SOURCE_LINE = 2;
var SOURCE_COLUMN = 3;
var NAMES_INDEX = 4;
function maybeSort(mappings, owned) {
	const unsortedIndex = nextUnsortedSegmentLine(mappings, 0);
	if (unsortedIndex === mappings.length) return mappings;
	if (!owned) mappings = mappings.slice();
	for (let i = unsortedIndex; i < mappings.length; i = nextUnsortedSegmentLine(mappings, i + 1)) mappings[i] = sortSegments(mappings[i], owned);
	return mappings;
}
function nextUnsortedSegmentLine(mappings, start) {
	for (let i = start; i < mappings.length; i++) if (!isSorted(mappings[i])) return i;
	return mappings.length;
}
function isSorted(line) {
	for (let j = 1; j < line.length; j++) if (line[j][COLUMN] < line[j - 1][COLUMN]) return false;
	return true;
}
function sortSegments(line, owned) {
	if (!owned) line = line.slice();
	return line.sort(sortComparator);
}
function sortComparator(a, b) {
	return a[COLUMN] - b[COLUMN];
}
var found = false;
function binarySearch(haystack, needle, low, high) {
	while (low <= high) {
		const mid = low + (high - low >> 1);
		const cmp = haystack[mid][COLUMN] - needle;
		if (cmp === 0) {
			found = true;
			return mid;
		}
		if (cmp < 0) low = mid + 1;
		else high = mid - 1;
	}
	found = false;
	return low - 1;
}
function upperBound(haystack, needle, index) {
	for (let i = index + 1; i < haystack.length; index = i++) if (haystack[i][COLUMN] !== needle) break;
	return index;
}
function lowerBound(haystack, needle, index) {
	for (let i = index - 1; i >= 0; index = i--) if (haystack[i][COLUMN] !== needle) break;
	return index;
}
function memoizedState() {
	return {
		lastKey: -1,
		lastNeedle: -1,
		lastIndex: -1
	};
}
function memoizedBinarySearch(haystack, needle, state, key) {
	const { lastKey, lastNeedle, lastIndex } = state;
	let low = 0;
	let high = haystack.length - 1;
	if (key === lastKey) {
		if (needle === lastNeedle) {
			found = lastIndex !== -1 && haystack[lastIndex][COLUMN] === needle;
			return lastIndex;
		}
		if (needle >= lastNeedle) low = lastIndex === -1 ? 0 : lastIndex;
		else high = lastIndex;
	}
	state.lastKey = key;
	state.lastNeedle = needle;
	return state.lastIndex = binarySearch(haystack, needle, low, high);
}
function parse(map) {
	return typeof map === "string" ? JSON.parse(map) : map;
}
var FlattenMap = function(map, mapUrl) {
	const parsed = parse(map);
	if (!("sections" in parsed)) return new TraceMap(parsed, mapUrl);
	const mappings = [];
	const sources = [];
	const sourcesContent = [];
	const names = [];
	const ignoreList = [];
	recurse(parsed, mapUrl, mappings, sources, sourcesContent, names, ignoreList, 0, 0, Infinity, Infinity);
	return presortedDecodedMap({
		version: 3,
		file: parsed.file,
		names,
		sources,
		sourcesContent,
		mappings,
		ignoreList
	});
};
function recurse(input, mapUrl, mappings, sources, sourcesContent, names, ignoreList, lineOffset, columnOffset, stopLine, stopColumn) {
	const { sections } = input;
	for (let i = 0; i < sections.length; i++) {
		const { map, offset } = sections[i];
		let sl = stopLine;
		let sc = stopColumn;
		if (i + 1 < sections.length) {
			const nextOffset = sections[i + 1].offset;
			sl = Math.min(stopLine, lineOffset + nextOffset.line);
			if (sl === stopLine) sc = Math.min(stopColumn, columnOffset + nextOffset.column);
			else if (sl < stopLine) sc = columnOffset + nextOffset.column;
		}
		addSection(map, mapUrl, mappings, sources, sourcesContent, names, ignoreList, lineOffset + offset.line, columnOffset + offset.column, sl, sc);
	}
}
function addSection(input, mapUrl, mappings, sources, sourcesContent, names, ignoreList, lineOffset, columnOffset, stopLine, stopColumn) {
	const parsed = parse(input);
	if ("sections" in parsed) return recurse(...arguments);
	const map = new TraceMap(parsed, mapUrl);
	const sourcesOffset = sources.length;
	const namesOffset = names.length;
	const decoded = decodedMappings(map);
	const { resolvedSources, sourcesContent: contents, ignoreList: ignores } = map;
	append(sources, resolvedSources);
	append(names, map.names);
	if (contents) append(sourcesContent, contents);
	else for (let i = 0; i < resolvedSources.length; i++) sourcesContent.push(null);
	if (ignores) for (let i = 0; i < ignores.length; i++) ignoreList.push(ignores[i] + sourcesOffset);
	for (let i = 0; i < decoded.length; i++) {
		const lineI = lineOffset + i;
		if (lineI > stopLine) return;
		const out = getLine(mappings, lineI);
		const cOffset = i === 0 ? columnOffset : 0;
		const line = decoded[i];
		for (let j = 0; j < line.length; j++) {
			const seg = line[j];
			const column = cOffset + seg[COLUMN];
			if (lineI === stopLine && column >= stopColumn) return;
			if (seg.length === 1) {
				out.push([column]);
				continue;
			}
			const sourcesIndex = sourcesOffset + seg[SOURCES_INDEX];
			const sourceLine = seg[SOURCE_LINE];
			const sourceColumn = seg[SOURCE_COLUMN];
			out.push(seg.length === 4 ? [
				column,
				sourcesIndex,
				sourceLine,
				sourceColumn
			] : [
				column,
				sourcesIndex,
				sourceLine,
				sourceColumn,
				namesOffset + seg[NAMES_INDEX]
			]);
		}
	}
}
function append(arr, other) {
	for (let i = 0; i < other.length; i++) arr.push(other[i]);
}
function getLine(arr, index) {
	for (let i = arr.length; i <= index; i++) arr[i] = [];
	return arr[index];
}
var LINE_GTR_ZERO = "`line` must be greater than 0 (lines start at line 1)";
var COL_GTR_EQ_ZERO = "`column` must be greater than or equal to 0 (columns start at column 0)";
var LEAST_UPPER_BOUND = -1;
var GREATEST_LOWER_BOUND = 1;
var TraceMap = class {
	constructor(map, mapUrl) {
		const isString = typeof map === "string";
		if (!isString && map._decodedMemo) return map;
		const parsed = parse(map);
		const { version, file, names, sourceRoot, sources, sourcesContent } = parsed;
		this.version = version;
		this.file = file;
		this.names = names || [];
		this.sourceRoot = sourceRoot;
		this.sources = sources;
		this.sourcesContent = sourcesContent;
		this.ignoreList = parsed.ignoreList || parsed.x_google_ignoreList || void 0;
		const resolve = resolver(mapUrl, sourceRoot);
		this.resolvedSources = sources.map(resolve);
		const { mappings } = parsed;
		if (typeof mappings === "string") {
			this._encoded = mappings;
			this._decoded = void 0;
		} else if (Array.isArray(mappings)) {
			this._encoded = void 0;
			this._decoded = maybeSort(mappings, isString);
		} else if (parsed.sections) throw new Error(`TraceMap passed sectioned source map, please use FlattenMap export instead`);
		else throw new Error(`invalid source map: ${JSON.stringify(parsed)}`);
		this._decodedMemo = memoizedState();
		this._bySources = void 0;
		this._bySourceMemos = void 0;
	}
};
function cast(map) {
	return map;
}
function decodedMappings(map) {
	var _a;
	return (_a = cast(map))._decoded || (_a._decoded = decode(cast(map)._encoded));
}
function originalPositionFor(map, needle) {
	let { line, column, bias } = needle;
	line--;
	if (line < 0) throw new Error(LINE_GTR_ZERO);
	if (column < 0) throw new Error(COL_GTR_EQ_ZERO);
	const decoded = decodedMappings(map);
	if (line >= decoded.length) return OMapping(null, null, null, null);
	const segments = decoded[line];
	const index = traceSegmentInternal(segments, cast(map)._decodedMemo, line, column, bias || 1);
	if (index === -1) return OMapping(null, null, null, null);
	const segment = segments[index];
	if (segment.length === 1) return OMapping(null, null, null, null);
	const { names, resolvedSources } = map;
	return OMapping(resolvedSources[segment[SOURCES_INDEX]], segment[SOURCE_LINE] + 1, segment[SOURCE_COLUMN], segment.length === 5 ? names[segment[NAMES_INDEX]] : null);
}
function presortedDecodedMap(map, mapUrl) {
	const tracer = new TraceMap(clone(map, []), mapUrl);
	cast(tracer)._decoded = map.mappings;
	return tracer;
}
function clone(map, mappings) {
	return {
		version: map.version,
		file: map.file,
		names: map.names,
		sourceRoot: map.sourceRoot,
		sources: map.sources,
		sourcesContent: map.sourcesContent,
		mappings,
		ignoreList: map.ignoreList || map.x_google_ignoreList
	};
}
function OMapping(source, line, column, name) {
	return {
		source,
		line,
		column,
		name
	};
}
function traceSegmentInternal(segments, memo, line, column, bias) {
	let index = memoizedBinarySearch(segments, column, memo, line);
	if (found) index = (bias === -1 ? upperBound : lowerBound)(segments, column, index);
	else if (bias === -1) index++;
	if (index === -1 || index === segments.length) return -1;
	return index;
}

// src/browser/source-map.ts
/** Larger maps are searched as plain bytes only, so that memory stays bounded. */
const MAX_MAP = 33554432;
/** Decoded, each mapping takes twenty times its text. */
const MAX_MAPPINGS = 8388608;
/** Longer than any path. */
const MAX_LINK = 4096;
/** A source map, or nothing when the text is none. */
function readSourceMap(text) {
	try {
		const value = JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, ""));
		const map = isObject(value) && mappingsIn(value) > MAX_MAPPINGS ? {
			...value,
			mappings: ""
		} : value;
		return isSourceMap(map) ? new FlattenMap(map) : void 0;
	} catch {
		return;
	}
}
/** Flat, or an index of flat ones: the standard nests no deeper (ECMA-426, index source map). */
function isSourceMap(value) {
	if (!isObject(value)) return false;
	const { sections } = value;
	if (!Array.isArray(sections)) return isFlat(value);
	return mappingsIn(value) <= MAX_MAPPINGS && sections.every((one) => isObject(one) && isObject(one["offset"]) && isFlat(one["map"]));
}
function isFlat(value) {
	return isObject(value) && Array.isArray(value["sources"]) && typeof value["mappings"] === "string" && /^[A-Za-z0-9+/,;]*$/.test(value["mappings"]);
}
function mappingsIn(value) {
	if (!isObject(value)) return 0;
	const { mappings, sections } = value;
	if (typeof mappings === "string") return mappings.length;
	if (!Array.isArray(sections)) return 0;
	return sections.reduce((sum, one) => sum + (isObject(one) ? mappingsIn(one["map"]) : 0), 0);
}
/** Where a place in the generated file comes from; `mapFile` is where the map lies. */
function originalOf(map, { line, column }, mapFile) {
	try {
		const found = originalPositionFor(map, {
			line,
			column: column - 1
		});
		if (found.source === null || found.source === "") return void 0;
		return {
			file: originalFile(mapFile, found.source),
			line: found.line,
			column: found.column + 1
		};
	} catch {
		return;
	}
}
/** Where an original file lies, by the name that a source map in `mapFile` gives it. */
function originalFile(mapFile, source) {
	const bare = source.replace(/\?[^/]*$/, "");
	const bundled = /^(?:webpack|turbopack|rspack|ng|meteor|vite):\/\/[^/]*\/(?:\[project\]\/)?(.*)$/.exec(bare)?.[1];
	if (bundled !== void 0) return posix.normalize(bundled);
	if (/^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith("/")) return bare.replace(/^file:\/\//, "");
	return posix.normalize(posix.join(posix.dirname(mapFile), bare));
}
/** The source map that stands in the file itself, as a data URL behind the link at `linkAt`. */
function inlineMap(content, linkAt) {
	const start = readAt(content, linkAt, MAX_LINK).toString("latin1").slice(17);
	const head = /^data:[^,]{0,100},/.exec(start)?.[0];
	if (head === void 0) return void 0;
	const rest = readAt(content, linkAt + 17 + head.length, MAX_MAP).toString("latin1");
	return readSourceMap(head.endsWith(";base64,") ? Buffer.from(runOf(rest, 0), "base64").toString("utf8") : percentDecoded(/^[^\s"'`]*/.exec(rest)?.[0] ?? ""));
}
/** The source map that a file names, or that lies beside it without being named (hidden maps). */
function linkedMap(content, place, linkAt) {
	const link = linkAt === void 0 ? "" : readAt(content, linkAt, MAX_LINK).toString("latin1").slice(17);
	const named = percentDecoded(/^[^\s"'`*?#]*/.exec(link)?.[0] ?? "");
	const folder = posix.dirname(place.name);
	for (const path of [named, `${posix.basename(place.name)}.map`]) {
		const name = posix.join(folder, path);
		if (!name.endsWith(".map") || name.startsWith("../") || posix.isAbsolute(path)) continue;
		const map = mapAt(join(place.root, name));
		if (map !== void 0) return {
			map,
			file: posix.join(posix.dirname(place.shown), path)
		};
	}
}
/** A regular file that is not too large. */
function mapAt(path) {
	try {
		const info = lstatSync(path);
		if (!info.isFile() || info.size > 33554432) return void 0;
		return readSourceMap(readFileSync(path, "utf8"));
	} catch {
		return;
	}
}
/**
* Keys in the original files that a source map carries. Calls and switches in there are not looked
* for: what runs is the generated file.
*
* @param within bytes of the map file, for places in it; without, hits are reported at `at`
*/
async function keysInSources(map, place, pace, { within, at = START }) {
	const hits = [];
	const starts = [];
	let from = 0;
	for (const [index, source] of map.resolvedSources.entries()) {
		if (await pace() !== void 0) break;
		const content = map.sourcesContent?.[index];
		if (typeof content !== "string") continue;
		const bytes = Buffer.from(content, "utf8");
		const keys = findMatches(bytes, 0, bytes.length).matches.filter(({ kind }) => kind === "key");
		const positions = positionsIn(bytes, keys.map((key) => key.at));
		for (const key of keys) {
			if (within !== void 0) {
				const next = within.indexOf(startOf(bytes, key.at), from);
				from = next < 0 ? from : next + 1;
				starts.push(next < 0 ? 0 : next);
			}
			hits.push({
				kind: "key",
				inSources: true,
				what: key.what,
				file: place.shown,
				...at,
				original: {
					file: originalFile(place.shown, source),
					...positions.get(key.at) ?? START
				},
				...given({ encoded: key.encoded }),
				...key.needsGemini === true ? { needsGemini: true } : {}
			});
		}
	}
	if (within === void 0) return hits;
	const places = positionsIn(within, starts);
	return hits.map((hit, index) => ({
		...hit,
		...places.get(starts[index] ?? 0) ?? START
	}));
}
/** The characters that a hit begins with, as JSON writes them. */
function startOf(bytes, at) {
	const start = /^[ -~]*/.exec(bytes.toString("latin1", at, at + 24))?.[0] ?? "";
	return JSON.stringify(start).slice(1, -1);
}
function percentDecoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/browser/file.ts
/** Longer encoded texts are cut, packed files that unpack to more are not searched. */
const MAX_UNPACKED = 33554432;
/** Of other kinds; keys are all kept. */
const MAX_OTHERS = 2e3;
/** What is executed; in anything else a call is only text. */
const CODE = /\.(?:m?js|cjs|jsx|mts|tsx?|html?|xhtml|svg|vue|svelte|jsbundle)$/i;
/** A packed copy of one file. */
const PACKED = /\.(?:gz|br|zst)$/i;
/** Many files, in the one text that tar makes of them. */
const PACKED_TAR = /\.tgz$/i;
const ARCHIVE = /\.zip$/i;
/**
* Everything found in one file, each byte of which is read once; the whole of it is never in memory.
*
* @param buffer from `windowBuffer`, used for one file after the other
* @throws the error of the file system, when the file cannot be read
*/
async function scanFile(place, secrets, buffer, pace) {
	const path = join(place.root, place.name);
	if (ARCHIVE.test(place.name)) {
		const entries = unpackedAt(path, unzipped);
		if (typeof entries === "string") return {
			...NOTHING,
			left: entries
		};
		const parts = [];
		for (const [name, { buffer: all, byteOffset, length }] of Object.entries(entries)) {
			const below = `/${name.replaceAll("..", "_")}`;
			const inner = {
				...place,
				name: place.name + below,
				shown: place.shown + below
			};
			const part = await scanContent(inMemory(Buffer.from(all, byteOffset, length)), inner, secrets, buffer, pace);
			parts.push(part);
			if (part.halted !== void 0) break;
		}
		return wholeOf(parts);
	}
	if (PACKED.test(place.name) || PACKED_TAR.test(place.name)) {
		const unpacked = unpackedAt(path, unpackerOf(path));
		if (typeof unpacked === "string") return {
			...NOTHING,
			left: unpacked
		};
		const inner = {
			...place,
			name: place.name.replace(PACKED, "")
		};
		return scanContent(inMemory(unpacked), inner, secrets, buffer, pace);
	}
	const descriptor = openSync(path, "r");
	try {
		return await scanContent(openFile(descriptor), place, secrets, buffer, pace);
	} finally {
		closeSync(descriptor);
	}
}
const NOTHING = {
	bytes: 0,
	hits: [],
	omitted: 0,
	callsGemini: false
};
/** The files of an archive as one: the search of it ended where that of its last one did. */
function wholeOf(parts) {
	const sum = (of) => parts.reduce((total, part) => total + of(part), 0);
	return {
		bytes: sum(({ bytes }) => bytes),
		hits: parts.flatMap(({ hits }) => hits),
		omitted: sum(({ omitted }) => omitted),
		callsGemini: parts.some(({ callsGemini }) => callsGemini),
		...given({ halted: parts.at(-1)?.halted })
	};
}
/** What was packed, or in words why it is not known. @param unpack throws for what it cannot unpack */
function unpackedAt(path, unpack) {
	if (statSync(path).size > MAX_UNPACKED) return `it is larger than ${MAX_UNPACKED} bytes`;
	const packed = readFileSync(path);
	try {
		return unpack(packed);
	} catch {
		return `it does not unpack into ${MAX_UNPACKED} bytes`;
	}
}
function unpackerOf(path) {
	const limit = { maxOutputLength: MAX_UNPACKED };
	if (/gz$/i.test(path)) return (packed) => gunzipSync(packed, limit);
	return /br$/i.test(path) ? (packed) => brotliDecompressSync(packed, limit) : (packed) => zstdDecompressSync(packed, limit);
}
function unzipped(packed) {
	let bytes = 0;
	return unzipSync(packed, { filter: ({ originalSize }) => {
		bytes += originalSize;
		if (bytes > MAX_UNPACKED) throw new RangeError("too much for memory");
		return true;
	} });
}
async function scanContent(content, place, secrets, buffer, pace) {
	let halted;
	const goOn = async () => halted ??= await pace();
	const isCode = CODE.test(place.name);
	const found = [];
	const goesOn = [];
	let others = 0;
	let omitted = 0;
	let callsGemini = false;
	let mayHoldKey = false;
	let link;
	let bytes = 0;
	for (const window of windowsOf(content, buffer)) {
		if (bytes > 0 && await goOn() !== void 0) break;
		const seen = findMatches(window.bytes, window.from, window.to);
		const all = distinct([...matchSecrets(window.bytes, window.from, window.to, secrets), ...seen.matches]).filter(({ kind }) => kind === "key" || isCode);
		if (all.length + seen.goesOnAt.length > 0 || seen.mapLinkAt !== void 0) {
			const positions = positionsIn(window.bytes, [
				...all.map(({ at }) => at),
				...seen.goesOnAt,
				seen.mapLinkAt ?? 0
			], window.position);
			const placed = (match) => ({
				...match,
				at: match.at + window.start,
				position: positions.get(match.at) ?? START
			});
			for (const one of all) if (one.kind !== "key" && ++others > MAX_OTHERS) omitted++;
			else found.push(placed(one));
			for (const at of seen.goesOnAt) goesOn.push(placed({
				kind: "key",
				what: "",
				at
			}));
			if (seen.mapLinkAt !== void 0) {
				const { mapLinkAt: at } = seen;
				link = {
					at: at + window.start,
					position: positions.get(at) ?? START
				};
			}
		}
		callsGemini ||= seen.callsGemini;
		mayHoldKey ||= seen.mayHoldKey;
		bytes = window.start + window.to;
	}
	for (const { at, position } of goesOn) {
		if (await goOn() !== void 0) break;
		const run = runOf(readAt(content, at, MAX_UNPACKED).toString("latin1"), 0);
		for (const match of matchEncoded(Buffer.from(run, "base64"), at)) found.push({
			...match,
			position
		});
	}
	const hits = await withOriginals(content, place, distinct(found), link, mayHoldKey, goOn);
	return {
		bytes,
		hits,
		omitted,
		callsGemini,
		...given({ halted })
	};
}
/** Each hit with its place in the original file, where a source map gives it. */
async function withOriginals(content, place, found, link, mayHoldKey, pace) {
	if (place.name.endsWith(".map")) {
		const hits = found.map((one) => hitOf(one, place));
		if (!mayHoldKey) return hits;
		const within = readAt(content, 0, MAX_MAP);
		const map = within.length < 33554432 ? readSourceMap(within.toString("utf8")) : void 0;
		if (map === void 0) return hits;
		const inSources = await keysInSources(map, place, pace, { within });
		return inSources.length < hits.length ? [...inSources, ...hits] : inSources;
	}
	const inline = link === void 0 ? void 0 : inlineMap(content, link.at);
	const inside = inline === void 0 || link === void 0 ? [] : await keysInSources(inline, place, pace, { at: link.position });
	if (found.length === 0) return inside;
	const linked = inline === void 0 ? linkedMap(content, place, link?.at) : {
		map: inline,
		file: place.shown
	};
	const hits = found.map((one) => {
		const original = linked && originalOf(linked.map, one.position, linked.file);
		return {
			...hitOf(one, place),
			...given({ original })
		};
	});
	const isOfSdk = ({ kind, original }) => kind !== "key" && SDK_SOURCE.test(original?.file ?? "");
	return [...hits.filter((hit) => !isOfSdk(hit)), ...inside];
}
function hitOf({ kind, what, encoded, needsGemini, position }, place) {
	return {
		kind,
		what,
		file: place.shown,
		...position,
		...given({ encoded }),
		...needsGemini === true ? { needsGemini } : {}
	};
}
/** One for each place; a secret of this run says more than the shape of its key. */
function distinct(matches) {
	const byPlace = /* @__PURE__ */ new Map();
	for (const found of matches) {
		const id = `${found.kind} ${found.at}`;
		if (!byPlace.has(id)) byPlace.set(id, found);
	}
	return [...byPlace.values()].sort((a, b) => a.at - b.at);
}

// src/browser/folder.ts
/** What holds no text: pictures, fonts, sound, films, documents. Everything else is searched. */
const NO_TEXT = /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|heic|psd|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|og[gv]|wav|flac|aac|mov|avi|7z|rar|pdf|docx?|xlsx?|pptx?|glb|ktx2?)$/i;
/** Not deployed with the bundle. */
const NOT_DEPLOYED = ["node_modules", ".git"];
/**
* Files below `root`, in order of name. Links come last and are followed as far as `bounds`, each
* folder and file once, so that loops end.
*
* @param root absolute, without links; so is `bounds`
*/
function* filesOf(root, bounds) {
	const links = [];
	const seen = /* @__PURE__ */ new Set();
	yield* below(root, "", links, seen);
	for (let link = links.shift(); link !== void 0; link = links.shift()) {
		let real;
		let info;
		try {
			real = realpathSync(join(root, link));
			info = statSync(real);
		} catch {
			continue;
		}
		if (!isBelow(bounds, real)) yield {
			name: link,
			passedOver: "it is a link to outside of the workspace"
		};
		else if (info.isDirectory()) yield* below(root, link, links, seen);
		else if (info.isFile() && !NO_TEXT.test(link) && !seen.has(join(real, ".."))) yield { name: link };
	}
}
function* below(root, start, links, seen) {
	const folders = [start];
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
		let entries;
		let real;
		try {
			real = realpathSync(join(root, folder));
			if (seen.has(real)) continue;
			seen.add(real);
			entries = readdirSync(real, { withFileTypes: true });
		} catch (error) {
			yield {
				name: folder === "" ? "." : folder,
				passedOver: `it cannot be read (${codeOf(error)})`
			};
			continue;
		}
		entries.sort((a, b) => a.name < b.name ? -1 : 1);
		const names = new Set(entries.map(({ name }) => name));
		const inner = [];
		for (const entry of entries) {
			const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) {
				if (!NOT_DEPLOYED.includes(entry.name)) inner.push(name);
			} else if (entry.isSymbolicLink()) links.push(name);
			else if (entry.isFile() && !NO_TEXT.test(name.replace(PACKED, ""))) {
				if (!PACKED.test(name) || !names.has(entry.name.replace(PACKED, ""))) yield { name };
			}
		}
		for (const one of inner.toReversed()) folders.push(one);
	}
}
const codeOf = (error) => error instanceof Error && "code" in error ? String(error.code) : "error";
function isBelow(folder, path) {
	const between = relative(folder, path);
	return between !== ".." && !between.startsWith(`..${sep}`);
}

// src/browser/pace.ts
/** The other work of the process gets its turn this often, and the clock is looked at. */
const BETWEEN_MS = 40;
/** @param until on the clock of `performance.now()` */
function paceUntil(until, signal) {
	let last = performance.now();
	return async () => {
		const now = performance.now();
		if (now >= until) return "out-of-time";
		if (now - last > BETWEEN_MS) {
			await setImmediate();
			last = performance.now();
		}
		return signal?.aborted === true ? "cancelled" : void 0;
	};
}

// src/browser/scan.ts
/** More than anybody reads; the rest is counted. */
const MAX_HITS = 1e3;
const MAX_LEFT = 20;
/** The kind that is worst to find comes first. */
const CODE_OF = [
	["key", "client.key_in_bundle"],
	["api-call", "client.direct_api_call"],
	["browser-switch", "client.browser_switch"]
];
/**
* The observation `client-bundle`: searches built front-end files for keys, direct API calls and the
* SDK's browser switch, in constant memory. It is `ok` only when everything was searched and nothing
* found. The key itself is in no fact. Nothing that lies in the folder makes it throw.
*/
async function probeClientBundle(options) {
	const scan = await scanBundle(options);
	if (scan.status === "unusable") {
		const { code, message } = scan.problem;
		return {
			status: "failed",
			failure: {
				code,
				detail: message
			}
		};
	}
	const { facts } = scan;
	for (const [kind, code] of CODE_OF) {
		const found = facts.hits.filter((hit) => hit.kind === kind);
		const [first] = found;
		if (first === void 0) continue;
		const place = first.original ?? first;
		const more = found.length - 1 + (facts.omitted?.[kind] ?? 0);
		return {
			status: "failed",
			failure: {
				code,
				detail: `${first.what} at ${place.file}:${place.line}${more > 0 ? ` and ${more} more` : ""}`
			},
			facts
		};
	}
	const [left] = facts.notSearched ?? [];
	if (left === void 0) return {
		status: "ok",
		facts
	};
	return {
		status: "failed",
		failure: {
			code: "client.bundle_not_searched",
			detail: `${left.what}: ${left.because}`
		},
		facts
	};
}
async function scanBundle(options) {
	const { folder, workspace, signal, until = Number.POSITIVE_INFINITY } = options;
	const given = resolve(workspace, folder);
	let root;
	let bounds;
	try {
		root = realpathSync(given);
		if (!statSync(root).isDirectory()) return unusable(`"${folder}" is a file, not a folder.`);
		const around = realpathSync(workspace);
		bounds = isBelow(around, root) ? around : root;
	} catch (error) {
		const code = codeOf(error);
		if (code === "ENOENT") return unusable(`The folder "${folder}" does not exist.`);
		return unusable(`The folder "${folder}" cannot be opened (${code}).`);
	}
	const shownRoot = shownAs(workspace, given);
	const ignore = readIgnore(options, given);
	if ("problem" in ignore) return {
		status: "unusable",
		problem: ignore.problem
	};
	const pace = paceUntil(until, signal);
	const forms = secretForms(options.secrets ?? []);
	const buffer = windowBuffer();
	const hits = collector(ignore.entries);
	const left = [];
	let notListed = 0;
	const leave = (what, because) => {
		if (left.length < MAX_LEFT) left.push({
			what,
			because
		});
		else notListed++;
	};
	let files = 0;
	let bytes = 0;
	let halted;
	for (const { name, passedOver } of filesOf(root, bounds)) {
		const shown = posix.join(shownRoot, name);
		if ((halted = await pace()) !== void 0) {
			left.unshift({
				what: `${shown} and what comes after it`,
				because: reasonOf(halted)
			});
			break;
		}
		if (passedOver !== void 0) {
			leave(shown, passedOver);
			continue;
		}
		let scanned;
		try {
			scanned = await scanFile({
				root,
				name,
				shown
			}, forms, buffer, pace);
		} catch (error) {
			leave(shown, `it cannot be read (${codeOf(error)})`);
			continue;
		}
		files++;
		bytes += scanned.bytes;
		hits.add(scanned, name);
		if (scanned.left !== void 0) leave(shown, scanned.left);
		if (scanned.halted === void 0) continue;
		left.unshift({
			what: `the rest of ${shown} and what comes after it`,
			because: reasonOf(scanned.halted)
		});
		break;
	}
	if (files === 0 && left.length === 0) return unusable(`The folder "${folder}" holds no front-end files, so nothing was searched.`);
	const { problems } = ignore;
	return {
		status: "scanned",
		facts: {
			files,
			bytes,
			...hits.all(),
			...left.length === 0 ? {} : { notSearched: left },
			...notListed === 0 ? {} : { notSearchedBesides: notListed },
			...problems.length === 0 ? {} : { problems }
		}
	};
}
function reasonOf(halted) {
	return halted === "cancelled" ? "the run was cancelled" : "the time of the search was up";
}
/** Keeps what is listed, the keys of all files before everything else, and counts the rest. */
function collector(ignored) {
	const kept = {
		key: [],
		"api-call": [],
		"browser-switch": []
	};
	const omitted = {
		key: 0,
		"api-call": 0,
		"browser-switch": 0
	};
	let passed = 0;
	let callsGemini = false;
	return {
		add(scanned, name) {
			callsGemini ||= scanned.callsGemini;
			omitted["api-call"] += scanned.omitted;
			for (const hit of scanned.hits) if (isIgnored(hit, ignored, name)) passed++;
			else if (kept[hit.kind].length < MAX_HITS * 2) kept[hit.kind].push(hit);
			else omitted[hit.kind]++;
		},
		all() {
			const found = CODE_OF.flatMap(([kind]) => withoutCopies(kept[kind].filter((hit) => hit.needsGemini !== true || callsGemini)));
			for (const hit of found.slice(MAX_HITS)) omitted[hit.kind]++;
			const counted = Object.entries(omitted).filter(([, count]) => count > 0);
			return {
				hits: found.slice(0, MAX_HITS).map(bare),
				ignored: passed,
				...counted.length === 0 ? {} : { omitted: Object.fromEntries(counted) }
			};
		}
	};
}
function bare({ kind, what, file, line, column, original, encoded }) {
	return {
		kind,
		what,
		file,
		line,
		column,
		...given({
			original,
			encoded
		})
	};
}
/** What stands in a script and, as its source, in its map, is one hit: that in the script. */
function withoutCopies(hits) {
	const line = (hit) => `${hit.what} ${hit.original?.file} ${hit.original?.line}`;
	const inScripts = new Set(hits.filter((hit) => hit.inSources !== true && hit.original !== void 0).map(line));
	return hits.filter((hit) => hit.inSources !== true || !inScripts.has(line(hit)));
}
/** With `/`, relative to the workspace for what lies in it. */
function shownAs(workspace, path) {
	const below = relative(workspace, path);
	return (isBelow(workspace, path) && !isAbsolute(below) ? below : path).replaceAll(sep, "/");
}
function readIgnore(options, folder) {
	const { workspace, ignoreFile } = options;
	const paths = ignoreFile === void 0 ? [join(workspace, IGNORE_FILE), join(folder, IGNORE_FILE)] : [resolve(workspace, ignoreFile)];
	for (const path of paths) try {
		if (!statSync(path).isFile()) continue;
		return readIgnoreFile(readFileSync(path, "utf8"), shownAs(workspace, path));
	} catch {}
	if (ignoreFile === void 0) return {
		entries: [],
		problems: []
	};
	const fix = `Create the file ${ignoreFile}, or take the setting away.`;
	return { problem: fatal(UNUSABLE, ignoreFile, {
		message: "The ignore file cannot be read.",
		fix
	}) };
}
const UNUSABLE = "config.client_bundle_unusable";
function unusable(message) {
	return {
		status: "unusable",
		problem: fatal(UNUSABLE, "client-bundle", {
			message,
			fix: "Build the front end before this step, and set client-bundle to the folder it is built into."
		})
	};
}

export { probeClientBundle };