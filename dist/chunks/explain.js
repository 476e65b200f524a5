import "./runtime.js";
import { a as CLIENTS, y as branchOf } from "./model-words.js";
import { A as isObject, D as given, T as entryOf, j as jsonIn, m as PROBE_RUNG, v as ENDPOINTS, y as endpointFacts } from "./settings-inputs.js";
import { C as routeOfHeader, D as nextCommand, S as isOfOneProduct, T as statusOfMarks, _ as MARKS, c as NOTES, d as STRICT_RULES, f as BROWSER_NOTES, g as STATUS_OF_TYPE, h as STATUS_OF_CODE, l as RULES, m as COMMON_CODES, r as failureFrom, s as judge, u as each, w as routeOfMark, y as familyOf } from "./knowledge-rules.js";
import { c as oneLine, n as fenced, o as markdown, s as markdownCode, t as cut, u as plainText } from "./redaction-neutralise.js";
import { b as resolved, f as kindOfHost, i as endingsOf, y as isThisMachine } from "./knowledge-hosts.js";
import { i as readingsOf, n as failure, r as from, t as SYSTEM } from "./explain-system.js";
import { a as limitsOf, c as marksIn, o as headersOfInterest, s as describeBody, t as refusal } from "./evidence-tunnel.js";
import "./redaction.js";
import { t as outputArtifacts } from "./reports-outputs.js";
import { h as ownerTitle, o as count, r as OWNER_NAMES } from "./reports-words.js";
import { isAbsolute, relative, resolve, sep } from "node:path";

// src/explain/literals.ts
/** No log of an error is nested deeper or holds more, and the work stays bounded. */
const MAX_DEPTH$1 = 12;
const MAX_NODES = 2e3;
/**
* Reads the value that starts at `start`: JSON, a dict of Python, a hash of Ruby or Elixir, an inspected
* object, a struct of Go or an object of Java and Kotlin, also when it is cut off at the end. `undefined` when no value starts there. Linear, never throws.
*/
function parseLiteral(text, start) {
	const cursor = {
		text,
		at: start,
		nodes: 0,
		truncated: false
	};
	const value = readValue(cursor, 0);
	return value === void 0 ? void 0 : {
		value,
		end: cursor.at,
		truncated: cursor.truncated
	};
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** A property of a record that is one of its own. */
function property(value, key) {
	return isRecord(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function readValue(cursor, depth) {
	cursor.nodes += 1;
	if (depth > MAX_DEPTH$1 || cursor.nodes > MAX_NODES) return void 0;
	skipBlank(cursor);
	const { text } = cursor;
	if (text.startsWith("%{", cursor.at)) cursor.at += 1;
	const first = text[cursor.at];
	if (first === void 0) {
		cursor.truncated = true;
		return;
	}
	if (first === "{" || PLAIN_RECORD.test(text.slice(cursor.at, cursor.at + 64))) return readRecord(cursor, depth);
	if (first === "[" || first === "(") return readList(cursor, depth);
	if (isQuote(first)) return readStrings(cursor);
	return readWord(cursor, depth);
}
/** `(code=x` of Kotlin, `[code=x` of Java. */
const PLAIN_RECORD = /^[([][A-Za-z]\w{1,40}=(?![=>])/;
function readRecord(cursor, depth) {
	const found = /* @__PURE__ */ new Map();
	const close = entryOf(CLOSING, cursor.text[cursor.at] ?? "") ?? "}";
	cursor.at += 1;
	for (;;) {
		skipSeparators(cursor);
		const next = cursor.text[cursor.at];
		if (next === void 0) {
			cursor.truncated = true;
			return Object.fromEntries(found);
		}
		if (next === close) {
			cursor.at += 1;
			return Object.fromEntries(found);
		}
		const key = readKey(cursor);
		if (key === void 0) return found.size > 0 ? closeEarly(cursor, found) : void 0;
		const value = key.plain === void 0 ? readValue(cursor, depth + 1) : readPlain(cursor, key.plain, depth);
		if (value === void 0) return found.size > 0 ? closeEarly(cursor, found) : void 0;
		found.set(key.name, value);
	}
}
const CLOSING = {
	"{": "}",
	"(": ")",
	"[": "]"
};
/** What ends an unquoted value: the next field of a struct of Go, or of an object of Java. */
const PLAIN_ENDS = {
	go: / [A-Z]\w{0,40}:|[}\n]/g,
	java: /, ?[A-Za-z]\w{0,40}=|[})\]\n]/g
};
/** A value without quotes, which may hold spaces: `Message:You exceeded … Type:x`. */
function readPlain(cursor, style, depth) {
	const { text } = cursor;
	if (/^(?:&?[\w.]{0,60}[{([](?=[A-Za-z]\w{0,40}[=:])|["'{])/.test(text.slice(cursor.at, cursor.at + 110))) {
		cursor.at += /^&?[\w.]{0,60}(?=[{([])/.exec(text.slice(cursor.at, cursor.at + 64))?.[0].length ?? 0;
		return readValue(cursor, depth + 1);
	}
	const end = PLAIN_ENDS[style];
	end.lastIndex = cursor.at;
	const stop = end.exec(text)?.index ?? text.length;
	if (stop === text.length) cursor.truncated = true;
	const plain = text.slice(cursor.at, stop).trim();
	cursor.at = stop;
	if (/^(?:null|<nil>|nil|Optional\.empty)?$/.test(plain)) return null;
	return /^-?\d{1,15}$/.test(plain) ? Number(plain) : plain;
}
/** What was understood so far counts; the rest of the record is somebody else's text. */
function closeEarly(cursor, found) {
	cursor.truncated = true;
	return Object.fromEntries(found);
}
function readKey(cursor) {
	const { text } = cursor;
	const first = text[cursor.at];
	const quoted = first !== void 0 && isQuote(first);
	const match = quoted ? void 0 : matchAt(KEY, cursor);
	const name = quoted ? readString(cursor) : match?.[1];
	if (name === void 0) return void 0;
	const after = cursor.at;
	skipBlank(cursor);
	if (text.startsWith("=>", cursor.at)) {
		cursor.at += 2;
		return { name };
	}
	const separator = text[cursor.at];
	if (separator !== ":" && separator !== "=") {
		if (cursor.at >= text.length) cursor.truncated = true;
		return;
	}
	cursor.at += 1;
	if (quoted) return { name };
	if (separator === "=") return {
		name,
		plain: "java"
	};
	return after === cursor.at - 1 && /^[A-Z]/.test(name) && /[^\s"'{[]/.test(text[cursor.at] ?? " ") ? {
		name: goName(name),
		plain: "go"
	} : { name };
}
/** `HTTPStatusCode` → `statusCode`, `Message` → `message`. */
function goName(name) {
	const short = name.replace(/^HTTP/, "");
	return short.slice(0, 1).toLowerCase() + short.slice(1);
}
const KEY = /:?\[?([A-Za-z_$@][\w$@.-]{0,63})\]?/y;
function readList(cursor, depth) {
	const close = cursor.text[cursor.at] === "[" ? "]" : ")";
	const marker = matchAt(INSPECT_MARKER, cursor);
	if (marker !== void 0) return marker[0];
	const found = [];
	cursor.at += 1;
	for (;;) {
		skipSeparators(cursor);
		const next = cursor.text[cursor.at];
		if (next === void 0) {
			cursor.truncated = true;
			return found;
		}
		if (next === close) {
			cursor.at += 1;
			return found;
		}
		const value = readValue(cursor, depth + 1);
		if (value === void 0) return found.length > 0 ? found : void 0;
		found.push(value);
	}
}
/** `[Object]`, `[Function: fetch]`, `[Symbol(x)]`. */
const INSPECT_MARKER = /\[[A-Z][\w ():.,$-]{0,80}\]/y;
/** Node breaks long strings into `'a' +` lines; Python puts adjacent strings side by side. */
function readStrings(cursor) {
	let whole = readString(cursor);
	for (;;) {
		const before = cursor.at;
		skipBlank(cursor);
		if (cursor.text[cursor.at] === "+") {
			cursor.at += 1;
			skipBlank(cursor);
			const next = cursor.text[cursor.at];
			if (next !== void 0 && isQuote(next)) {
				whole += readString(cursor);
				continue;
			}
		}
		cursor.at = before;
		return whole;
	}
}
const ESCAPES = {
	n: "\n",
	r: "\r",
	t: "	",
	b: " ",
	f: " "
};
function readString(cursor) {
	const { text } = cursor;
	const quote = text[cursor.at] ?? "";
	const parts = [];
	let from = cursor.at + 1;
	let at = from;
	for (; at < text.length; at += 1) {
		const char = text[at];
		if (char === quote) {
			parts.push(text.slice(from, at));
			cursor.at = at + 1;
			return parts.join("");
		}
		if (char !== "\\") continue;
		parts.push(text.slice(from, at));
		const escaped = text[at + 1] ?? "";
		const hex = escaped === "u" ? 4 : escaped === "x" ? 2 : 0;
		const digits = text.slice(at + 2, at + 2 + hex);
		if (hex > 0 && digits.length === hex && /^[\da-fA-F]+$/.test(digits)) parts.push(String.fromCharCode(Number.parseInt(digits, 16)));
		else parts.push(entryOf(ESCAPES, escaped) ?? escaped);
		at += 1 + (hex > 0 && digits.length === hex ? hex : 0);
		from = at + 1;
	}
	parts.push(text.slice(from));
	cursor.at = text.length;
	cursor.truncated = true;
	return parts.join("");
}
const NUMBER = /-?\d{1,25}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?(?![\w.])/y;
const WORD = /[A-Za-z_$][\w$.-]{0,80}/y;
const WORDS = {
	true: true,
	false: false,
	null: null,
	undefined: null,
	True: true,
	False: false,
	None: null,
	nil: null,
	NaN: null
};
function readWord(cursor, depth) {
	const number = matchAt(NUMBER, cursor);
	if (number !== void 0) return Number(number[0]);
	const word = matchAt(WORD, cursor)?.[0];
	if (word === void 0) return void 0;
	const known = entryOf(WORDS, word);
	if (known !== void 0) return known;
	const next = cursor.text[cursor.at];
	if (next !== void 0 && isQuote(next) && word.length <= 2) return readStrings(cursor);
	if (word === "Some" && matchAt(SOME, cursor) !== void 0) {
		const value = readStrings(cursor);
		if (cursor.text[cursor.at] === ")") cursor.at += 1;
		return value;
	}
	if (matchAt(BEFORE_BRACE, cursor) === void 0) return word;
	cursor.at -= 1;
	return readValue(cursor, depth + 1);
}
const BEFORE_BRACE = /[ ]?(?:\[[\w ]{1,40}\] )?\{/y;
/** `Some("x")` of Rust. */
const SOME = /\((?=["'])/y;
function isQuote(char) {
	return char === "\"" || char === "'" || char === "`";
}
function skipBlank(cursor) {
	matchAt(BLANK, cursor);
}
/** Real white space, and the two characters `\n` that a doubly quoted log leaves behind. */
const BLANK = /(?:\s|\\n|\\r|\\t)+/y;
const SEPARATORS = /(?:[\s,]|\\n|\\r|\\t)+/y;
function skipSeparators(cursor) {
	matchAt(SEPARATORS, cursor);
}
function matchAt(pattern, cursor) {
	pattern.lastIndex = cursor.at;
	const match = pattern.exec(cursor.text);
	if (match === null) return void 0;
	cursor.at += match[0].length;
	return match;
}

// src/explain/bodies.ts
/** Braces of a line that may begin an object, and how much of a page tells whose it is. */
const MAX_TRIES = 64;
const MAX_HTML = 16384;
/** Bodies in a text, outermost only, in order. Linear: a bounded number of places is tried. */
function bodiesIn(text) {
	const found = [];
	OPENS.lastIndex = 0;
	for (let tries = 0; tries < MAX_TRIES; tries += 1) {
		const match = OPENS.exec(text);
		if (match === null) break;
		const body = match[0].startsWith("<") ? htmlAt(text, match.index) : jsonAt(text, match.index);
		if (body === void 0) continue;
		found.push(body);
		OPENS.lastIndex = body.end;
	}
	return found;
}
/** Something that could begin a JSON text, a Python dict, an inspected object or a page. */
const OPENS = /\{(?=(?:\s|\\n|\\r){0,40}(?:\\{0,3}["']|:?[A-Za-z_]{2,40}(?:[:=]| =>)))|(?<=\b[A-Z]\w{2,60})[([](?=[a-z]\w{1,40}=(?![=>]))|<(?:!doctype html|html|head|center|h1)\b/gi;
function jsonAt(text, start) {
	const escaped = /^\{(?:\s|\\n|\\r){0,40}\\/.test(text.slice(start, start + 64));
	const source = escaped ? text.slice(start, start + MAX_HTML).replaceAll("\\\"", "\"").replaceAll("\\'", "'") : text;
	const parsed = parseLiteral(source, escaped ? 0 : start);
	if (parsed === void 0 || !isErrorBody(parsed.value)) return void 0;
	const value = asSent(text, start, parsed.value);
	const end = escaped ? Math.min(text.length, start + parsed.end + quotesIn(text, start, parsed.end)) : parsed.end;
	const told = JSON.stringify(value);
	const sent = told.replaceAll(String.raw`\n`, " ");
	return {
		value: sent === told ? value : parseLiteral(sent, 0)?.value ?? value,
		text: sent,
		shape: "json",
		start,
		end
	};
}
/** An inspected SDK error prints the object that stood under `error` in the body. */
function asSent(text, start, value) {
	const under = /\berror['"]?\s{0,2}(?:=>|[:=])\s{0,2}%?$/.test(text.slice(Math.max(0, start - 16), start));
	if (!isRecord(value) || "error" in value) return value;
	if (text[start] === "(" && isRecord(value["detail"])) return { error: value["detail"] };
	const whole = [
		"message",
		"type",
		"param",
		"code"
	].every((key) => key in value);
	return under || whole && !("object" in value) ? { error: value } : value;
}
function quotesIn(text, start, length) {
	return (text.slice(start, start + length * 2).match(/\\["']/g) ?? []).length;
}
function htmlAt(text, start) {
	const limit = Math.min(text.length, start + MAX_HTML);
	const close = text.slice(start, limit).search(/<\/html\s?>/i);
	const end = close === -1 ? limit : start + close + 7;
	return {
		text: text.slice(start, end),
		shape: "html",
		start,
		end
	};
}
/** Objects of the program itself look similar: they carry an errno, a stack, a system call. */
function isErrorBody(value) {
	if (!isRecord(value)) return false;
	if ("stack" in value || "syscall" in value || "errno" in value) return false;
	const error = property(value, "error");
	if (isRecord(error)) return isErrorObject(error);
	if (typeof error === "string") return error.length > 0 && Object.keys(value).length <= 8;
	if (Array.isArray(error)) return error.some((one) => isRecord(one) && "message" in one);
	if ("detail" in value) return Object.keys(value).length <= 4;
	return isErrorObject(value);
}
function isErrorObject(value) {
	if ("stack" in value || "syscall" in value || "errno" in value) return false;
	const code = value["code"];
	if (typeof code === "string" && /^(?:E[A-Z]{3,}|UND_ERR|ERR_|HPE_|CERT_)/.test(code)) return false;
	if ("role" in value || "content" in value) return false;
	const told = typeof value["message"] === "string";
	const coded = code !== void 0 || "type" in value || "statusCode" in value || "status" in value || "param" in value;
	return told ? coded || Object.keys(value).length <= 3 : typeof code === "string" && "type" in value;
}
/** The body inside the message of a body: gateways quote what their upstream said. */
function innermost(value, depth = 0) {
	const message = messageOf(value);
	if (message === void 0 || depth >= 3) return value;
	const inner = bodiesIn(message).find((body) => body.value !== void 0);
	return inner?.value === void 0 ? value : innermost(inner.value, depth + 1);
}
function messageOf(value) {
	const error = property(value, "error");
	for (const one of [
		property(error, "message"),
		error,
		property(value, "message"),
		property(value, "detail")
	]) if (typeof one === "string") return one;
}

// src/explain/evidence-piece.ts
/**
* How near to the wire a kind of evidence is: deeper evidence outranks wrappers.
* 0 decides by itself, 3 says only that something failed.
*/
const DEPTH = {
	settings: 0,
	browser: 0,
	failure: 0,
	tunnel: 0,
	body: 1,
	"api-code": 1,
	text: 2,
	status: 2,
	header: 2,
	"request-id": 2,
	class: 3,
	wrapper: 3,
	host: 4,
	proxy: 4,
	product: 4,
	success: 4,
	retry: 4
};

// src/explain/word-search.ts
const SPREAD = 2654435761;
const BLOCK = 4;
/** A–Z as a–z, everything else as it is. */
const FOLDED = /* @__PURE__ */ new Uint8Array(256);
for (let byte = 0; byte < 256; byte += 1) FOLDED[byte] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
/**
* Words of at least four bytes, in lower case, one unit for each byte. The index of a word is its
* number; `findWord` tells whether one of the first `deciding` was there. The longer the shortest
* word, the faster the search.
*/
function compileWordSearch(words, deciding = words.length) {
	const bytes = Buffer.from(words.join(""), "latin1");
	const starts = new Uint32Array(words.length + 1);
	let part = 255;
	for (let number = 0; number < words.length; number += 1) {
		const { length } = words[number] ?? "";
		starts[number + 1] = (starts[number] ?? 0) + length;
		if (length < part) part = length;
	}
	if (part < BLOCK) throw new RangeError("a word is too short to be searched for");
	const shifts = (/* @__PURE__ */ new Uint8Array(16384)).fill(part - BLOCK + 1);
	const last = /* @__PURE__ */ new Uint16Array(16384);
	const previous = new Uint16Array(words.length + 1);
	for (let number = 0; number < words.length; number += 1) {
		const start = starts[number] ?? 0;
		for (let at = 3; at < part; at += 1) {
			const block = blockAt(bytes, start + at);
			const shift = part - 1 - at;
			if (shift < (shifts[block] ?? 0)) shifts[block] = shift;
		}
		const end = blockAt(bytes, start + part - 1);
		previous[number + 1] = last[end] ?? 0;
		last[end] = number + 1;
	}
	return {
		shifts,
		last,
		previous,
		bytes,
		starts,
		deciding,
		part
	};
}
/** Numbers of all words in a text, each once. */
function wordsIn(search, text) {
	const found = /* @__PURE__ */ new Set();
	const bytes = Buffer.from(text);
	const { shifts, last, previous, part } = search;
	let at = part - 1;
	while (at < bytes.length) {
		const block = blockAt(bytes, at);
		const shift = shifts[block] ?? 0;
		if (shift > 0) {
			at += shift;
			continue;
		}
		for (let word = last[block] ?? 0; word !== 0; word = previous[word] ?? 0) if (stands(search, word - 1, bytes, at - part + 1, bytes.length)) found.add(word - 1);
		at += 1;
	}
	return found;
}
/** Where a word begins at or after `from` and ends before `to`; `-1` when there is none. */
function findWord(search, bytes, from, to, found) {
	const { shifts, last, previous, part, deciding } = search;
	let at = from + part - 1;
	while (at < to) {
		const block = blockAt(bytes, at);
		const shift = shifts[block] ?? 0;
		if (shift > 0) {
			at += shift;
			continue;
		}
		const start = at - part + 1;
		let matched = false;
		for (let word = last[block] ?? 0; word !== 0; word = previous[word] ?? 0) {
			if (!stands(search, word - 1, bytes, start, to)) continue;
			found.decides = matched && found.decides || word <= deciding;
			matched = true;
		}
		if (matched) return start;
		at += 1;
	}
	return -1;
}
/** Bit 5 tells the two cases of a letter apart; other bytes that it joins are told apart later. */
function blockAt(bytes, at) {
	const text = (bytes[at - 3] ?? 0) | (bytes[at - 2] ?? 0) << 8 | (bytes[at - 1] ?? 0) << 16 | (bytes[at] ?? 0) << 24;
	return Math.imul(text | 538976288, SPREAD) >>> 18;
}
function stands({ bytes: words, starts }, number, bytes, start, to) {
	const from = starts[number] ?? 0;
	const length = (starts[number + 1] ?? 0) - from;
	if (start + length > to) return false;
	for (let at = 0; at < length; at += 1) if (FOLDED[bytes[start + at] ?? 0] !== words[from + at]) return false;
	return true;
}

// src/explain/vocabulary/properties.ts
/** Headers in dumps of responses that say who answered or how much is left. */
const HEADERS = "x-request-id apim-request-id x-ms-region x-ms-client-request-id openai-version openai-processing-ms openai-organization x-openai-proxy-wasm cf-ray cf-mitigated server www-authenticate retry-after retry-after-ms content-type x-ratelimit-remaining-requests x-ratelimit-remaining-tokens x-ratelimit-limit-requests x-ratelimit-limit-tokens policy-id proxy-authenticate x-litellm-call-id x-litellm-version x-portkey-trace-id cf-aig-log-id helicone-id x-kong-request-id x-kong-response-latency x-kong-upstream-latency x-envoy-upstream-service-time x-cache x-amzn-requestid".split(" ");
/** Codes and types of the APIs' own, which say enough wherever they stand. */
const TELLING = Object.keys(STATUS_OF_CODE).filter((code) => !COMMON_CODES.has(code));
const NOT_CODES = /^(?:null|none|undefined|true|false|error|number|string|status|http|exit)$/i;
/** Fields of errors as inspectors and loggers print them, and where the call went. */
const PROPERTIES = [
	...from("platform.openai.com/docs/guides/error-codes, learn.microsoft.com Azure OpenAI error codes, 2026-11", [[new RegExp(String.raw`\b(${TELLING.join("|")})\b`), ([, code = ""]) => ({
		kind: "api-code",
		code
	})]]),
	...from("the error object of platform.openai.com/docs/api-reference, 2026-11, in JSON, repr, inspect, %+v, toString", [
		[
			/\b(?:error[_ .]?)?code\\{0,3}['"]?\s{0,2}(?:=>|[:=])\s{0,2}\\{0,3}['"]?([a-z][a-z\d_]{3,60}|[A-Z][a-z]+[A-Za-z]{3,60})\b['"]?/i,
			([, code = ""]) => /^(?:E[A-Z]{3,}|UND_|ERR_|HPE_)/.test(code) || !/[a-z]/.test(code) || NOT_CODES.test(code) ? void 0 : {
				kind: "api-code",
				code
			},
			"describes"
		],
		[
			/\b(?:error_?)?type\\{0,3}['"]?\s{0,2}(?:=>|[:=])\s{0,2}\\{0,3}['"]?([a-z][a-z\d]*(?:_[a-z\d]+){1,6}|tokens|requests)\b/,
			([, type = ""]) => type === "system_error" || /^(?:input|output|grant|token)_/.test(type) ? void 0 : {
				kind: "api-code",
				type
			},
			"describes"
		],
		[
			/\b(?:x-|apim-)?request[ _-]?id['"]?\s{0,2}[:=]?\s{0,2}['"]?((?:req_[\da-f]{12,40})|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\b/i,
			([, value = ""]) => ({
				kind: "request-id",
				value
			}),
			"describes"
		]
	]),
	...from("RFC 9110 header fields of OpenAI, Azure and gateways, 2026-11", [[
		new RegExp(String.raw`(?<![\w-])['"]?(${HEADERS.join("|")})['"]?\s{0,2}(?:=>|[:=])\s{0,2}['"]?([\w ./:;,=()-]{1,160})`, "i"),
		([, name = "", value = ""]) => ({
			kind: "header",
			name: name.toLowerCase(),
			value: value.trim()
		}),
		"describes"
	], [
		/(?<![\w-])['"]?via['"]?(?:: |:|=>)['"]?([\w ./:;,=()-]{1,160})/i,
		([, value = ""]) => ({
			kind: "header",
			name: "via",
			value: value.trim()
		}),
		"describes"
	]]),
	...from("RFC 3986; urllib3 2.5, Node.js 24, .NET 9, reqwest 0.12: where the call went", [
		[
			/\b(?:(GET|POST|PUT|DELETE|Post|Get) ["']?)?(https?):\/\/(?:[^\s@/'"]{1,200}@)?(\[[\da-fA-F:]{2,45}\]|[A-Za-z\d][\w.-]{0,253})(?::(\d{1,5}))?(\/[\w./%~+-]{0,300})?/,
			([, method, scheme, host = "", port, path]) => {
				const name = host.replace(/[.]$/, "").replace(/^\[(.*)\]$/, "$1").toLowerCase();
				return isDocumentation(name) ? void 0 : {
					kind: "host",
					host: name,
					scheme: scheme === "http" ? "http" : "https",
					...port === void 0 ? {} : { port: Number(port) },
					...given({ path }),
					...method === void 0 ? {} : { method: method.toUpperCase() }
				};
			},
			"describes"
		],
		[
			/(?:Pool\(host=|\bhost(?:name)?['"]?: ?|\bhost=|Some\(Domain\()['"]([A-Za-z\d][\w.-]{0,253})['"](?:, port[:=] ?(\d{1,5}))?/,
			([, host = "", port]) => ({
				kind: "host",
				host: host.toLowerCase(),
				...port === void 0 ? {} : { port: Number(port) }
			}),
			"describes"
		],
		[
			new RegExp(String.raw`(?<!make your request to |[\w.@/-])([\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:${endingsOf("azure", "azure")})|(?:[\w-]{1,40}\.){0,3}api\.openai\.com)\b`, "i"),
			([, host = ""]) => ({
				kind: "host",
				host: host.toLowerCase()
			}),
			"describes"
		],
		[
			/\bTLSHandshake: ([A-Za-z\d][\w.-]{0,253}):(\d{1,5})/,
			([, host = "", port]) => ({
				kind: "host",
				host: host.toLowerCase(),
				port: Number(port)
			}),
			"describes"
		]
	])
];
/** Hosts that stand in messages as links to read: not where the call went. */
const DOCUMENTATION = /^(?:platform|help|status|developers|docs|community|cookbook|beta)\.openai\.com$|^(?:www\.)?openai\.com$|aka\.ms$|microsoft\.com$|^github\.com$|githubusercontent\.com$|mozilla\.org$|^errors\.pydantic\.dev$|httpstatuses\.com$|readthedocs\.io$|^docs?\.|python\.org$|nodejs\.org$|^(?:www\.)?w3\.org$|schemas\.|langchain\.com$|litellm\.ai$|statuspage\.io$|spring\.io$|curl\.se$|haxx\.se$|stackoverflow\.com$/;
function isDocumentation(host) {
	return DOCUMENTATION.test(host);
}

// src/explain/vocabulary/proxies.ts
const tunnel = (status, more = {}) => {
	const number = Number(status);
	return Number.isInteger(number) && number >= 100 && number <= 599 ? {
		kind: "tunnel",
		status: number,
		...more
	} : {
		kind: "tunnel",
		...more
	};
};
const broken = (code) => ({
	kind: "tunnel",
	code
});
const notReached = failure("tcp", void 0, {
	code: "tcp.failed",
	of: "proxy"
});
const REASONS = {
	"Proxy Authentication Required": "407",
	Forbidden: "403",
	"Bad Gateway": "502",
	"Service Unavailable": "503",
	"Gateway Timeout": "504"
};
/**
* A proxy that does not open the tunnel, as each client words it. The status belongs to the proxy:
* the API was not reached.
*/
const PROXIES = [
	...from("undici 8.13 lib/dispatcher/proxy-agent.js, lib/core/errors.js; Node.js 24 lib/internal/http.js", [
		[/Proxy response \((\d{3})\) ?!== ?200 when HTTP Tunneling/, ([, status]) => tunnel(status)],
		[/Failed to establish tunnel to ([\w.-]{1,253}):\d{1,5} via [^\s]{1,300}: HTTP\/[\d.]{1,3} (\d{3})/, ([, target = "", status]) => tunnel(status, { target })],
		[/\bERR_PROXY_TUNNEL\b/, { kind: "tunnel" }],
		[/\bUND_ERR_PRX_CONN\b/, broken("proxy.closed")],
		[/\bUND_ERR_PRX_TLS\b/, broken("proxy.tls_certificate_error")],
		[/\bUND_ERR_SOCKS5(_AUTH_REJECTED|_AUTH_FAILED|_REPLY_\d)?/, ([, kind = ""]) => broken(kind.startsWith("_AUTH") ? "proxy.auth_required" : "proxy.connection_refused")]
	]),
	...from("tunnel 0.0.6 lib/tunnel.js; https-proxy-agent 7 src/parse-proxy-response.ts", [
		[/tunneling socket could not be established, statusCode=(\d{3})/, ([, status]) => tunnel(status)],
		[/tunneling socket could not be established, cause=/, notReached],
		[/Proxy connection ended before receiving CONNECT response/, broken("proxy.closed")]
	]),
	...from("urllib3 2.5 src/urllib3/connection.py; CPython 3.14 http/client.py", [
		[/Tunnel connection failed: (\d{3})/, ([, status]) => tunnel(status)],
		[/Your proxy appears to only use HTTP and not HTTPS/, broken("proxy.tls_protocol_error")],
		[/(?:Cannot|Unable to) connect to proxy\.?'?, (?:SSL\w*Error\((?!.{0,80}CERTIFICATE_VERIFY)|(RemoteDisconnected|ConnectionAborted|BadStatusLine)|(ConnectionReset)|(SSL))/, ([, closed, reset, certificate]) => broken(closed !== void 0 ? "proxy.closed" : reset !== void 0 ? "proxy.reset" : certificate === void 0 ? "proxy.tls_protocol_error" : "proxy.tls_certificate_error")],
		[/(?:Cannot|Unable to) connect to proxy\b/, {
			kind: "proxy",
			proxy: ""
		}]
	]),
	...from("httpcore 1.0 httpcore/_sync/http_proxy.py", [[/\bProxyError: ?\(?['"]?(\d{3}) [A-Z]/, ([, status]) => tunnel(status)]]),
	...from("aiohttp 3.13 aiohttp/client_exceptions.py", [[/\bClientHttpProxyError: (\d{3})/, ([, status]) => tunnel(status)], [/Cannot connect to proxy ([\w.-]{1,253}:\d{1,5})/, ([, proxy = ""]) => ({
		kind: "proxy",
		proxy
	})]]),
	...from("hyper-util 0.1 src/client/legacy/connect/proxy/tunnel.rs", [[/\btunnel error: (?:unsuccessful|unexpected)|\bunsuccessful tunnel/, { kind: "tunnel" }], [/tunnel error: proxy authorization required/, tunnel("407")]]),
	...from("libcurl 8.16 lib/cf-h1-proxy.c, lib/http_proxy.c", [
		[/[Rr]eceived HTTP code (\d{3}) from proxy after CONNECT|CONNECT tunnel failed, response (\d{3})/, ([, a, b]) => tunnel(a ?? b)],
		[/Proxy CONNECT (?:timed out|aborted due to timeout)/i, broken("proxy.timed_out")],
		[/Proxy CONNECT aborted(?! due to timeout)/i, broken("proxy.closed")],
		[/Could ?n[o']t resolve proxy|Could not resolve host name of proxy/i, failure("dns", "ENOTFOUND", { of: "proxy" })]
	]),
	...from("OpenJDK 24 sun/net/www/protocol/http/HttpURLConnection.java; OkHttp 5.1 connection", [
		[/Unable to tunnel through proxy\. Proxy returns "HTTP\/[\d.]{1,3} (\d{3})/, ([, status]) => tunnel(status)],
		[/Failed to authenticate with proxy/, tunnel("407")],
		[/Unexpected response code for CONNECT: (\d{3})/, ([, status]) => tunnel(status)],
		[/Tunnel failed, got: (\d{3})/, ([, status]) => tunnel(status)]
	]),
	...from("Netty 4.2 handler/proxy HttpProxyHandler; Apache HttpClient 5.5", [[/\bHttpProxyConnectException\b[^\n]{0,160}status: (\d{3})/, ([, status]) => tunnel(status)], [/CONNECT refused by proxy: HTTP\/[\d.]{1,3} (\d{3})/, ([, status]) => tunnel(status)]]),
	...from(".NET 9 System.Net.Http Resources/Strings.resx", [[/proxy tunnel request to proxy '[^']{0,300}' failed with status code '?(\d{3})/, ([, status]) => tunnel(status)]]),
	...from("Ruby 3.4 net/http; Faraday 2.14 lib/faraday/error.rb", [[/\bFaraday::ProxyAuthError\b/, tunnel("407")], [/\bNet::HTTP(?:Client|Server|Fatal)\w{0,10}(?:Exception|Error): (407)/, ([, status]) => tunnel(status)]]),
	...from("Go 1.25 net/http/transport.go", [
		[/\bproxyconnect tcp: (?:dial tcp (?:lookup )?\[?([\w.:-]{2,253}?)\]?(?::(\d{1,5}))?[: ])?/, ([, host, port]) => ({
			kind: "proxy",
			proxy: host === void 0 ? "" : port === void 0 ? host : `${host}:${port}`
		})],
		[/(?:Post|Get) "https:\/\/[^"\s]{1,500}": (Proxy Authentication Required|Forbidden|Bad Gateway|Service Unavailable|Gateway Timeout)$/, ([, phrase = ""]) => tunnel(entryOf(REASONS, phrase))],
		[/\bsocks connect tcp [\w.:-]{2,260}->[\w.:-]{2,260}: /, broken("proxy.connection_refused")]
	]),
	...from("RFC 9110 §15.5.8; Squid 7 errors/", [[/\bProxy Authentication Required\b|\bERR_CACHE_ACCESS_DENIED\b/i, tunnel("407")], [/X-Squid-Error: (ERR_[A-Z_]{3,40})/i, ([, name = ""]) => ({
		kind: "header",
		name: "x-squid-error",
		value: name
	})]]),
	...from("RFC 9209 Proxy-Status", [[/\bProxy-Status: ([\w.;="' -]{3,160})/i, ([, value = ""]) => ({
		kind: "header",
		name: "proxy-status",
		value
	})]]),
	...from("curl 8.16 docs/manpage ENVIRONMENT; the same in requests 2.32, httpx 0.28, Go 1.25", [[
		/\b((?:https?|all)_proxy|proxy(?=['"]?[ =:]{1,4}['"]?[a-z\d]{4,7}:\/\/))\b['"]?\s{0,2}[=:]\s{0,2}['"]?(?:[a-z\d]{4,7}:\/\/)?(?:[^\s@/'"]{1,200}@)?([\w.-]{1,253}:\d{1,5})/i,
		([, variable = "", proxy = ""]) => ({
			kind: "proxy",
			proxy: proxy.toLowerCase(),
			variable
		}),
		"describes"
	]])
];

// src/explain/vocabulary/transport.ts
const closed = failure("http", void 0, { code: "http.closed" });
const bodyBroken = failure("http", void 0, { code: "http.body_incomplete" });
const silent = failure("http", void 0, { code: "http.timed_out" });
const bodySilent = failure("http", void 0, { code: "http.body_timed_out" });
const noConnection = failure("tcp", "ETIMEDOUT");
const notOpened = failure("tcp", void 0, { code: "tcp.failed" });
const refused = failure("tcp", "ECONNREFUSED");
const unknownName = failure("dns", "ENOTFOUND");
const malformed = failure("http", void 0, { code: "http.response.invalid" });
const redirected = failure("http", void 0, { code: "http.redirected" });
const http2 = failure("http", "ERR_HTTP2_STREAM_ERROR");
/** A timer that covers everything from the lookup to the end of the body. */
const overall = {
	kind: "wrapper",
	says: "timeout"
};
const GOT_PHASES = {
	lookup: failure("dns", void 0, { code: "dns.timed_out" }),
	connect: noConnection,
	secureConnect: failure("tls", void 0, { code: "tls.timed_out" }),
	response: silent,
	request: overall,
	send: silent,
	socket: silent
};
/** Network errors of Chromium that a page, Electron or a webview prints (net/base/net_error_list.h). */
const CHROMIUM = {
	NAME_NOT_RESOLVED: unknownName,
	DNS_TIMED_OUT: failure("dns", void 0, { code: "dns.timed_out" }),
	DNS_SERVER_FAILED: failure("dns", "EAI_AGAIN"),
	CONNECTION_REFUSED: refused,
	CONNECTION_RESET: failure("http", "ECONNRESET"),
	CONNECTION_CLOSED: closed,
	CONNECTION_ABORTED: failure("http", "ECONNABORTED"),
	CONNECTION_FAILED: notOpened,
	CONNECTION_TIMED_OUT: noConnection,
	TIMED_OUT: overall,
	INTERNET_DISCONNECTED: failure("tcp", "ENETUNREACH"),
	ADDRESS_UNREACHABLE: failure("tcp", "EHOSTUNREACH"),
	NETWORK_ACCESS_DENIED: failure("tcp", "EACCES"),
	NETWORK_CHANGED: closed,
	EMPTY_RESPONSE: closed,
	INVALID_HTTP_RESPONSE: malformed,
	INCOMPLETE_CHUNKED_ENCODING: bodyBroken,
	CONTENT_LENGTH_MISMATCH: bodyBroken,
	HTTP2_PROTOCOL_ERROR: http2,
	QUIC_PROTOCOL_ERROR: malformed,
	TOO_MANY_REDIRECTS: redirected,
	PROXY_CONNECTION_FAILED: failure("tcp", void 0, {
		code: "tcp.failed",
		of: "proxy"
	}),
	TUNNEL_CONNECTION_FAILED: { kind: "tunnel" },
	PROXY_AUTH_UNSUPPORTED: {
		kind: "tunnel",
		status: 407
	},
	PROXY_CERTIFICATE_INVALID: {
		kind: "tunnel",
		code: "proxy.tls_certificate_error"
	},
	CERT_AUTHORITY_INVALID: failure("tls", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"),
	CERT_DATE_INVALID: failure("tls", "CERT_HAS_EXPIRED"),
	CERT_COMMON_NAME_INVALID: failure("tls", "ERR_TLS_CERT_ALTNAME_INVALID"),
	CERT_REVOKED: failure("tls", "CERT_REVOKED"),
	CERT_INVALID: failure("tls", void 0, { code: "tls.cert.invalid" }),
	SSL_PROTOCOL_ERROR: failure("tls", void 0, { code: "tls.protocol.error" }),
	SSL_VERSION_OR_CIPHER_MISMATCH: failure("tls", "ERR_SSL_UNSUPPORTED_PROTOCOL"),
	BAD_SSL_CLIENT_AUTH_CERT: failure("tls", void 0, { code: "tls.bad_client_auth_cert" })
};
/** Exit codes of curl (curl.se/docs/manpage.html, EXIT CODES) where the number alone says enough. */
const CURL_EXIT = {
	5: failure("dns", "ENOTFOUND", { of: "proxy" }),
	6: unknownName,
	7: notOpened,
	8: malformed,
	16: failure("http", "ERR_HTTP2_ERROR"),
	18: bodyBroken,
	28: overall,
	35: failure("tls", void 0, { code: "tls.failed" }),
	47: redirected,
	51: failure("tls", "ERR_TLS_CERT_ALTNAME_INVALID"),
	52: closed,
	55: failure("http", void 0, { code: "http.reset" }),
	56: failure("http", void 0, { code: "http.reset" }),
	58: failure("tls", void 0, { code: "tls.bad_client_auth_cert" }),
	60: failure("tls", void 0, { code: "tls.cert.authority_invalid" }),
	92: http2,
	97: {
		kind: "tunnel",
		code: "proxy.connection_refused"
	},
	98: failure("tls", void 0, { code: "tls.bad_client_auth_cert" })
};
/** 7, 28, 35 and 56 mean several layers; the words behind them say which. */
const CURL_PHASES = [
	[
		/28/,
		/^Resolving timed out/,
		failure("dns", void 0, { code: "dns.timed_out" })
	],
	[
		/28/,
		/^(?:Connection timed out|Failed to connect|Connection timeout)/,
		noConnection
	],
	[
		/28/,
		/^SSL connection timeout/,
		failure("tls", void 0, { code: "tls.timed_out" })
	],
	[
		/28/,
		/^Operation timed out after \d{1,9} milliseconds with 0 (?:out of 0 )?bytes/,
		overall
	],
	[
		/28/,
		/^Operation timed out/,
		bodySilent
	],
	[
		/35/,
		/reset/i,
		failure("tls", "ECONNRESET")
	],
	[
		/56/,
		/CONNECT/,
		{ kind: "tunnel" }
	]
];
/** What c-ares answers (ares_strerror.c), where libcurl is built with it. */
const ARES = {
	"Domain name not found": unknownName,
	"DNS server returned answer with no data": failure("dns", "ENODATA"),
	"DNS server returned general failure": failure("dns", "ESERVFAIL"),
	"DNS server refused query": failure("dns", "EREFUSED"),
	"Could not contact DNS servers": failure("dns", void 0, { code: "dns.failed" }),
	"Timeout while contacting DNS servers": failure("dns", void 0, { code: "dns.timed_out" })
};
/** What happens between the handshake and the end of the body, client by client. */
const TRANSPORT = [
	...from("Node.js 24 lib/_http_client.js, deps/llhttp", [
		[/\bsocket hang up\b/, closed],
		[/Parse Error: Expected HTTP\/|\bHTTPParserError\b|\bHPE_(?:INVALID|UNEXPECTED|HEADER|CR_EXPECTED|LF_EXPECTED|CLOSED|STRICT|USER|PAUSED)[A-Z_]{0,40}\b/, malformed],
		[/\bERR_HTTP2_(?:STREAM|SESSION)_ERROR\b|\bNGHTTP2_[A-Z_]{4,40}/, http2],
		[/\bERR_STREAM_PREMATURE_CLOSE\b|\bPremature close\b/i, bodyBroken],
		[/\bERR_SOCKET_CONNECTION_TIMEOUT\b/, noConnection]
	]),
	...from("undici 8.13 lib/core/errors.js, lib/web/fetch/index.js", [
		[/\bother side closed\b/, closed],
		[/\bUND_ERR_CONNECT_TIMEOUT\b|Connect Timeout Error/, failure("tcp", "UND_ERR_CONNECT_TIMEOUT")],
		[/\bUND_ERR_HEADERS_TIMEOUT\b|Headers Timeout Error/, failure("http", "UND_ERR_HEADERS_TIMEOUT")],
		[/\bUND_ERR_BODY_TIMEOUT\b|Body Timeout Error/, failure("http", "UND_ERR_BODY_TIMEOUT")],
		[/\b(UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_SOCKET|UND_ERR_RES_EXCEEDED_MAX_SIZE)\b/, ([, errno = ""]) => failure("http", errno)],
		[/does not match the HTTP\/1\.1 protocol/, malformed],
		[/\bTypeError: terminated\b/, bodyBroken],
		[/\bredirect count exceeded\b/, redirected],
		[/\bUND_ERR_INFO\b/, http2]
	]),
	...from("axios 1.12 lib/adapters/http.js; got 14 source/core/timed-out.ts; node-fetch 3 src/index.js; Guzzle 7.9 src/RedirectMiddleware.php", [
		[/\btimeout of \d{1,9}ms exceeded\b/, overall],
		[/\bstream has been aborted\b|\berror request aborted\b/, bodyBroken],
		[/Exceeded maximum (?:number of )?(?:allowed )?redirects|Will not follow more than \d{1,3} redirects/i, redirected],
		[/Timeout awaiting '(lookup|connect|secureConnect|response|request|send|socket)'/, ([, phase = ""]) => entryOf(GOT_PHASES, phase)],
		[/\bnetwork timeout at: https?:/, overall]
	]),
	...from("httpx 0.28 httpx/_exceptions.py, httpcore 1.0 httpcore/_exceptions.py, h11 0.16, anyio 4", [
		[/Server disconnected without sending a response/, closed],
		[/without sending complete message body|incomplete chunked read/, bodyBroken],
		[/\bAll connection attempts failed\b/, notOpened],
		[/\b(?:httpx2?|httpcore2?|anyio)\.ConnectTimeout\b/, noConnection],
		[/\b(?:httpx2?|httpcore2?)\.(?:Read|Write)Timeout\b|The read operation timed out/, silent],
		[/\b(?:httpx2?|httpcore2?)\.PoolTimeout\b/, overall],
		[/illegal status line/, malformed],
		[/\b(?:httpx2?|httpcore2?)\.(?:ConnectError|NetworkError)\b/, {
			kind: "wrapper",
			says: "connection"
		}],
		[/\b(?:httpx2?|httpcore2?)\.(?:ReadError|WriteError|CloseError)\b/, failure("http", void 0, { code: "http.reset" })]
	]),
	...from("requests 2.32 src/requests/exceptions.py, urllib3 2.5 src/urllib3/exceptions.py, CPython http/client.py", [
		[/Remote end closed connection without response|\bRemoteDisconnected\b/, closed],
		[/\bBadStatusLine\b/, malformed],
		[/\bIncompleteRead\b|\bInvalidChunkLength\b/, bodyBroken],
		[/\brequests(?:\.exceptions)?\.ConnectTimeout\b|\bConnectTimeout(?:Error)?\(|Connection to [\w.-]{1,253} timed out\. \(connect timeout/, noConnection],
		[/\brequests(?:\.exceptions)?\.ReadTimeout\b|\bReadTimeout(?:Error)?\(|\bRead timed out\b/i, silent],
		[/\bTooManyRedirects\b/, redirected],
		[/Failed to establish a new connection/, notOpened]
	]),
	...from("aiohttp 3.13 aiohttp/client_exceptions.py", [
		[/\bServerDisconnectedError\b|\bServer disconnected$/, closed],
		[/\bClientPayloadError\b|payload is not completed/, bodyBroken],
		[/Cannot connect to host ([\w.-]{1,253}):(\d{1,5}) ssl:/, ([, name = "", digits]) => {
			const where = {
				host: name.toLowerCase(),
				port: Number(digits)
			};
			return [{
				kind: "host",
				...where
			}, failure("tcp", void 0, {
				code: "tcp.failed",
				...where
			})];
		}],
		[/Connection timeout to host https?:/, noConnection],
		[/Timeout on reading data from socket/, silent]
	]),
	...from("OpenJDK 24 java.net, java.net.http, sun.nio.ch", [
		[/\b[Cc]onnect timed out\b|\bHttpConnectTimeoutException\b/, noConnection],
		[/SocketTimeoutException: Read timed out|HttpTimeoutException: request timed out/, silent],
		[/UnknownHostException(?:: ([A-Za-z\d][\w.-]{0,253})(?=$|[:;,)\]"']))?/, ([, host]) => failure("dns", "ENOTFOUND", host === void 0 ? {} : { host: host.toLowerCase() })],
		[/\bUnresolvedAddressException\b/, unknownName],
		[/\bjava\.net\.ConnectException\b/, notOpened],
		[/Unexpected end of file from server|HTTP\/1\.1 header parser received no bytes/, closed],
		[/fixed content-length: \d{1,12}, bytes received: \d/, bodyBroken],
		[/\bInvalid status line:/, malformed],
		[/too many concurrent streams|\bRST_STREAM: /, http2]
	]),
	...from("OkHttp 5.1 okhttp3/internal", [
		[/unexpected end of stream/, closed],
		[/SocketTimeoutException: timeout\b/, silent],
		[/\bStreamResetException: stream was reset\b|\bConnectionShutdownException\b/, http2]
	]),
	...from("Apache HttpClient 5.5, Netty 4.2 channel, Reactor Netty 1.2 http/client, Ktor 3.3", [
		[/\bConnectTimeoutException\b|\bConnectionPoolTimeoutException\b/, noConnection],
		[/\bReadTimeoutException\b|\bSocket timeout has expired\b/, silent],
		[/\bNoHttpResponseException\b|\bConnectionClosedException\b/, closed],
		[/\bPrematureCloseException\b/, closed],
		[/\bHttpHostConnectException\b/, notOpened],
		[/\bRequest timeout has expired\b/, overall]
	]),
	...from("Go 1.25 net/http/transport.go, net/http/client.go, net/dnsclient_unix.go", [
		[/\bserver closed idle connection\b/, closed],
		[/(?:Post|Get) "https?:\/\/[^"\s]{1,500}": (unexpected )?EOF/, ([, unexpected]) => unexpected === void 0 ? closed : bodyBroken],
		[/Client\.Timeout exceeded|timeout awaiting response headers/, silent],
		[/Client\.Timeout or context cancellation while reading body/, bodySilent],
		[/\bdial tcp \[?[\da-fA-F.:]{2,45}\]?:\d{1,5}: (?:i\/o timeout|connect: operation timed out)/, noConnection],
		[/\bdial tcp: i\/o timeout/, noConnection],
		[/\bno such host\b/i, unknownName],
		[/\bserver misbehaving\b/, failure("dns", "ESERVFAIL")],
		[/\blookup [\w.-]{1,253}(?: on [^\s]{2,50})?: (?:read udp [^\s]{1,100}: )?(?:i\/o timeout|context deadline exceeded)|read udp [^:]{1,60}:\d{1,5}->[^:]{1,60}:53: i\/o timeout/, failure("dns", void 0, { code: "dns.timed_out" })],
		[/\bread tcp [^\n]{1,120}: i\/o timeout/, silent],
		[/\bmalformed HTTP (?:response|status code|version)\b/, malformed],
		[/\bhttp2: (?:server sent GOAWAY|client connection lost|timeout awaiting|Transport received)|\bstream error: stream ID \d/, http2],
		[/stopped after 10 redirects/, redirected]
	]),
	...from(".NET 9 System.Net.Http Resources/Strings.resx", [
		[/response ended prematurely/i, closed],
		[/HttpClient\.Timeout of [\d.]{1,12} seconds elapsing/, {
			kind: "wrapper",
			says: "timeout",
			sdk: true
		}],
		[/server returned an invalid or unrecognized response/i, malformed],
		[/Error while copying content to a stream/, bodyBroken],
		[/The remote name could not be resolved/, unknownName],
		[/Unable to connect to the remote server/, notOpened],
		[/The underlying connection was closed/, closed]
	]),
	...from("reqwest 0.12, hyper 1.7 src/error.rs, hyper-util 0.1", [
		[/dns error: failed to lookup address|\bdns error\b/, unknownName],
		[/\btcp connect error\b|\berror trying to connect\b/, notOpened],
		[/\bconnection closed before message completed\b/, closed],
		[/\bend of file before message length reached\b|\brequest or response body error\b/, bodyBroken],
		[/\binvalid HTTP version parsed\b|\bhyper::Error\(Parse\b/, malformed],
		[/\boperation timed out\b(?= *(?:$|["')\]}]))/, overall]
	]),
	...from("Ruby 3.4 net/http, net/protocol; Faraday 2.14 lib/faraday/error.rb", [
		[/\bNet::OpenTimeout\b/, noConnection],
		[/\bNet::(?:Read|Write)Timeout\b/, silent],
		[/end of file reached(?: \(EOFError\))?/, closed],
		[/\bwrong status line\b|\bNet::HTTPBadResponse\b/, malformed],
		[/\bFaraday::ConnectionFailed\b/, {
			kind: "wrapper",
			says: "connection"
		}],
		[/\bFaraday::TimeoutError\b/, overall],
		[/\bFaraday::SSLError\b/, failure("tls", void 0, { code: "tls.failed" })]
	]),
	...from("libcurl 8.16 lib/connect.c, lib/strerror.c; curl.se/docs/manpage.html EXIT CODES", [
		[/\bcurl(?:: \(| error )(\d{1,3})\)?:? ?([^\n]{0,200})/i, curl],
		[/Could(?:n't| not) resolve host(?! ?name of proxy)/i, unknownName],
		[new RegExp(String.raw`Could not resolve: [\w.-]{1,253} \((${Object.keys(ARES).join("|")})\)`), ([, words = ""]) => entryOf(ARES, words)],
		[/Failed to connect to [\w./-]{1,300}(?: port \d{1,5})?(?: after \d{1,9} ms)?(?: via [\w.-]{1,253})?: (?:Could ?n[o']t connect to server|Connection refused)/i, refused],
		[/Failed to connect to [\w./-]{1,300}(?: port \d{1,5})?(?: after \d{1,9} ms)?: (?:Connection )?[Tt]imed out/, noConnection],
		[/Failed to connect to [\w.-]{1,253} port \d{1,5}$/, notOpened],
		[/\bEmpty reply from server\b/, closed],
		[/transfer closed with (?:\d{1,12} bytes remaining|outstanding read data)/, bodyBroken],
		[
			/^< HTTP\/[\d.]{1,3} (\d{3})/,
			([, status]) => statusOrSuccess(Number(status)),
			"describes"
		]
	]),
	...from("GNU Wget 1.25 src/host.c, src/connect.c; BusyBox 1.37 libbb/xconnect.c", [[/unable to resolve host address\b|\bwget: bad address '/, unknownName]]),
	...from("Symfony 7.3 HttpClient ErrorChunk.php, CurlResponse.php, CommonResponseTrait.php", [
		[/\bIdle timeout reached for "https?:/, silent],
		[/\bMax duration was reached for "https?:/, overall],
		[/\bHTTP\/[\d.]{1,3} ([345]\d\d) [A-Za-z -]{0,40} ?returned for "/, ([, status]) => statusOrSuccess(Number(status))]
	]),
	...from("Reactor Core 3.7 BlockingSingleSubscriber.java, FluxTimeout.java", [[/\bTimeout on blocking read for \d{1,20} ?[A-Z]{2,12}|Did not observe any item or terminal signal within/, {
		...overall,
		sdk: true
	}]]),
	...from("got 15 source/core/index.ts, ky 1", [[/\bContent-Length mismatch: expected \d{1,12} bytes/, bodyBroken]]),
	...from("openai/codex 0.120 codex-rs/core/src/error.rs, codex-api/src/sse", [
		[/\bstream closed before response\.completed\b/, bodyBroken],
		[/\bidle timeout waiting for (?:SSE|websocket)\b/, bodySilent],
		[/\bstream disconnected before completion\b/, {
			kind: "wrapper",
			says: "connection",
			sdk: true
		}]
	]),
	...from("PHP 8.4 ext/standard/http_fopen_wrapper.c, main/streams", [
		[/\b[Ff]ailed to open stream: HTTP request failed!(?! HTTP\/)/, {
			kind: "wrapper",
			says: "connection",
			sdk: true
		}],
		[/failed to open stream: HTTP request failed! HTTP\/[\d.]{1,3} (\d{3})/i, ([, status]) => statusOrSuccess(Number(status))],
		[/php_network_getaddresses: getaddrinfo/, unknownName]
	]),
	...from("Chromium 142 net/base/net_error_list.h", [[new RegExp(String.raw`\b(?:net::)?ERR_(${Object.keys(CHROMIUM).join("|")})\b`), ([, name = ""]) => entryOf(CHROMIUM, name)]]),
	...from("WebKit 26 and Firefox 144 fetch", [[/\bTypeError: Load failed\b|NetworkError when attempting to fetch resource/, {
		kind: "wrapper",
		says: "connection"
	}]]),
	...from("Bun 1.4 src/http.zig; Deno 2.9 ext/fetch", [
		[/\bThe operation timed out\b/, overall],
		[/\bConnectionRefused\b(?!Error)/, refused],
		[/\bConnectionClosed\b(?!Exception)|socket connection was closed unexpectedly/, closed],
		[/\bFailedToOpenSocket\b|Was there a typo in the url or port\?/, notOpened]
	])
];
function curl([, code = "", rest = ""]) {
	const means = CURL_PHASES.find(([number, words]) => number.test(code) && words.test(rest))?.[2] ?? entryOf(CURL_EXIT, code);
	const place = /(?:resolve host: |Failed to connect to )([A-Za-z\d][\w.-]{0,253})(?: port (\d{1,5}))?/.exec(rest);
	const status = /returned error: (\d{3})/.exec(rest)?.[1];
	return [
		means,
		place?.[1] === void 0 ? void 0 : {
			kind: "host",
			host: place[1].toLowerCase(),
			...place[2] === void 0 ? {} : { port: Number(place[2]) }
		},
		status === void 0 ? void 0 : {
			kind: "status",
			status: Number(status)
		}
	].filter((one) => one !== void 0);
}
/** Only 3xx to 5xx are failures. */
function statusOrSuccess(status) {
	if (status >= 200 && status < 300) return {
		kind: "success",
		status
	};
	return status >= 300 && status <= 599 ? {
		kind: "status",
		status
	} : void 0;
}

// src/explain/vocabulary/sdk.ts
const connection = {
	kind: "wrapper",
	says: "connection",
	sdk: true
};
const timeout = {
	kind: "wrapper",
	says: "timeout",
	sdk: true
};
/** Statuses by the class or the name that a client library gives them. */
const CLASSES = {
	BadRequestError: 400,
	AuthenticationError: 401,
	PermissionDeniedError: 403,
	NotFoundError: 404,
	ConflictError: 409,
	UnprocessableEntityError: 422,
	RateLimitError: 429,
	InternalServerError: 500,
	InvalidRequestError: 400,
	PermissionError: 403,
	ServiceUnavailableError: 503,
	BadRequestException: 400,
	InvalidRequestException: 400,
	UnauthorizedException: 401,
	AuthenticationException: 401,
	PermissionDeniedException: 403,
	NotFoundException: 404,
	ModelNotFoundException: 404,
	UnprocessableEntityException: 422,
	RateLimitException: 429,
	InternalServerException: 500,
	BadGatewayError: 502,
	ContextWindowExceededError: 400,
	ContentPolicyViolationError: 400,
	BudgetExceededError: 400,
	UnsupportedParamsError: 400,
	InsufficientQuotaError: 429,
	GatewayAuthenticationError: 401,
	GatewayInvalidRequestError: 400,
	GatewayRateLimitError: 429,
	GatewayModelNotFoundError: 404,
	GatewayInternalServerError: 500,
	UnauthorizedError: 401,
	ForbiddenError: 403,
	TooManyRequestsError: 429
};
/** A class of the language itself has the same name; it counts only behind its library's. */
const QUALIFIED = "PermissionError|ConflictError|NotFoundError|AuthenticationException|NotFoundException|ForbiddenError|UnauthorizedError";
/** Codes that LangChain adds to an error (docs: troubleshooting/errors). */
const LANGCHAIN = {
	MODEL_AUTHENTICATION: 401,
	MODEL_NOT_FOUND: 404,
	MODEL_RATE_LIMIT: 429,
	INVALID_PROMPT_INPUT: 400
};
/** RFC 9110 §15. */
const PHRASES = {
	"bad request": 400,
	unauthorized: 401,
	"payment required": 402,
	forbidden: 403,
	"not found": 404,
	"resource not found": 404,
	"method not allowed": 405,
	"request timeout": 408,
	conflict: 409,
	"payload too large": 413,
	"unprocessable entity": 422,
	"unprocessable content": 422,
	"too many requests": 429,
	"internal server error": 500,
	"bad gateway": 502,
	"service unavailable": 503,
	"service temporarily unavailable": 503,
	"gateway timeout": 504,
	"gateway time-out": 504
};
const PHRASE = Object.keys(PHRASES).join("|").replaceAll(" ", "[ _]");
/** Words of an SDK that say only that no answer came: what lies under them decides. */
const WRAPPERS = [
	...from("openai-python 2.8, openai-node 7.59, openai-ruby 0.35: APIConnectionError", [
		[/\bConnection error\./, connection],
		[/\bAPIConnectionError\b(?! ?\()/i, connection],
		[/\bAPI(?:Connection)?TimeoutError\b|\bRequest timed out\./, timeout]
	]),
	...from("openai-python 0.28 openai/error.py, openai/api_requestor.py", [[/Error communicating with OpenAI/i, connection], [/\bopenai\.error\.(?:Timeout|TryAgain)\b/, timeout]]),
	...from("openai-java 4.8 com/openai/errors; langchain4j 1.8; openai-kotlin 4; openai-php 0.18", [
		[/\bOpenAIIoException\b|\bOpenAIRetryableException\b|\bGenericIOException\b/, connection],
		[/\bOpenAITimeoutException\b|\bdev\.langchain4j\.exception\.TimeoutException\b/, timeout],
		[/\bOpenAI\\Exceptions\\TransporterException\b/, connection]
	]),
	...from("LiteLLM 1.79 litellm/exceptions.py", [[/\blitellm\.(?:exceptions\.)?Timeout\b/, timeout]]),
	...from("Fetch standard; undici 8.13; axios 1.12; reqwest 0.12; Vercel AI SDK 5", [
		[/\bfetch failed\b|AxiosError: Network Error/, connection],
		[/error sending request for url/, connection],
		[/\bConnection error\b|\bNetwork Error\b|\bFailed to fetch\b|Cannot connect to API/i, {
			kind: "wrapper",
			says: "connection"
		}],
		[/AbortError: (?:The|This) operation was aborted|aborted due to timeout|\bUND_ERR_ABORTED\b/i, {
			kind: "wrapper",
			says: "timeout"
		}]
	]),
	...from(".NET 9 TaskCanceledException; Go 1.25 context; CPython 3.14 asyncio", [
		[/A task was canceled/, {
			kind: "wrapper",
			says: "timeout"
		}],
		[/context deadline exceeded/i, {
			kind: "wrapper",
			says: "timeout"
		}],
		[/^TimeoutError$|\basyncio\.(?:exceptions\.)?TimeoutError\b|\bRequest timed out\b/i, {
			kind: "wrapper",
			says: "timeout"
		}],
		[/: timed out$/i, {
			kind: "wrapper",
			says: "timeout"
		}]
	]),
	...from("openai-python 2.8 _base_client.py; tenacity 9; backoff 2", [[
		/\bRetrying (?:request|langchain|llama_index|[\w.<>]{1,200} in)\b|\bretrying\b[^\n]{0,60}\bin \d|\battempt \d{1,3}(?:\/| of )\d{1,3}/i,
		{ kind: "retry" },
		"describes"
	]])
];
/** Statuses in the shapes in which clients print them. Only 3xx to 5xx are failures. */
const STATUS = [
	...from("openai-python 0.28 openai/error.py __str__", [[/(?:^|[}.] )\s{0,2}([45]\d\d) \{'(?:error|message|detail)'/, http]]),
	...from("openai-python 2.8 _base_client.py; openai-node 7.59 core/error.ts", [
		[/\bError code: ([3-5]\d\d)\b/i, http],
		[/\b([3-5]\d\d) status code \(no body\)/, http],
		[/(?:^|[\s|])([45]\d\d):? (?:\{["'](?:error|detail|message)["']: ?|<!doctype html|<html>)/i, http],
		[/\b\w{0,40}(?:Error|Exception)(?:\])?: ([45]\d\d)(?=:? \S| ?$| -)/, http]
	]),
	...from("RFC 9110 §15 reason phrases behind a class or a number", [
		[new RegExp(String.raw`\b\w{0,40}(?:Error|Exception|Last error)\]?: (${PHRASE})\b`, "i"), ([, phrase = ""]) => http(["", phraseStatus(phrase)])],
		[new RegExp(String.raw`\b([45]\d\d)(?:,? (?:-|–)? ?"?| ")(?:${PHRASE})\b`, "i"), http],
		[new RegExp(String.raw`\b(?:status|statuscode|code)['":=. ]{1,4}(${PHRASE.replaceAll("[ _]", "[ _]?")})\b`, "i"), ([, phrase = ""]) => http(["", phraseStatus(phrase)])]
	]),
	...from("httpx 0.28, requests 2.32 raise_for_status; urllib3 2.5 connectionpool.py", [
		[/\b(?:Client|Server) [Ee]rror '([3-5]\d\d) /, http],
		[/\b([45]\d\d) (?:Client|Server) Error: /, http],
		[/(?<=HTTP Request: [A-Z]{3,7} \S{8,500} )"HTTP\/(?:1\.[01]|2|3) ([345]\d\d)/, http],
		[/:443 "(?:GET|POST) \/[^"\s]{0,300}(?: HTTP\/[\d.]{1,3})?" ([2-5]\d\d)\b/, ([, status]) => statusOrSuccess(Number(status))],
		[
			/"HTTP\/[\d.]{1,3} (200) OK"/,
			{
				kind: "success",
				status: 200
			},
			"describes"
		]
	]),
	...from("a status field in JSON (RFC 8259), Python 3 repr, Ruby 3 inspect, Go 1 %+v, Java toString, logfmt", [
		[
			/(?:\bstatus(?:[ _]?code)?|\bhttp_?(?:status|code)(?:_?code)?|\bresponse_?(?:status|code))\\{0,3}['"]?\s{0,2}(?:=>|[:=])\s{0,2}\\{0,3}['"(]?([3-5]\d\d)\b/i,
			http,
			"describes"
		],
		[
			/\b(?:HTTP(?:\/[\d.]{1,3})?|HTTP[ _]?status(?: code)?|HTTP (?:code|error|response code)|status(?: code)?|response (?:status )?code)(?: (?:of|was|is))? ?['"(]?([3-5]\d\d)\b/i,
			http,
			"describes"
		],
		[
			/\b(?:error|response|status|http)[, ]{0,2}(?:status )?code ?[:=]? ?([45]\d\d)\b/i,
			http,
			"describes"
		],
		[
			/ http=([45]\d\d)\b/,
			http,
			"describes"
		],
		[
			/"http":\s{0,2}\{\s{0,4}"code":\s{0,2}([45]\d\d)\b/,
			http,
			"describes"
		]
	]),
	...from("Spring AI 1.1 RetryUtils; Spring Framework 6.2 HttpClientErrorException; Retrofit 2.12", [
		[/\b(?:Non)?TransientAiException: (?:HTTP )?([45]\d\d)\b/, http],
		[/\bHTTP (400|401|402|403|404|405|406|408|409|413|415|422|424|429|500|501|502|503|504|520|521|522|523|524|529|530)(?= -| $|$)/, http],
		[/\bclient error ([45]\d\d)\b/i, http]
	]),
	...from(".NET 9 HttpResponseMessage; System.ClientModel 1.8 ClientResultException", [[/does not indicate success: ([3-5]\d\d)/, http], [/^\s{0,8}Status: ([45]\d\d) \(/, http]]),
	...from("Cloudflare error pages developers.cloudflare.com/support/troubleshooting/http-status-codes, nginx 1.29, Apache 2.4", [
		[/<title>(?:Error )?([45]\d\d)\b/i, http],
		[/ \| (5[02]\d): /, http],
		[/^error code: (10\d\d|5[23]\d)$/, ([, code = ""]) => ({
			kind: "status",
			status: code.length === 3 ? Number(code) : 403
		})],
		[/(?<=[:"'] ?)error code: 10(?:0[69]|1[0-5]|20)\b/, ([text]) => ({
			kind: "text",
			text
		})]
	])
];
function http([, status]) {
	const number = Number(status);
	return number >= 300 && number <= 599 ? {
		kind: "status",
		status: number
	} : void 0;
}
function phraseStatus(phrase) {
	const plain = phrase.toLowerCase().replaceAll("_", " ");
	const found = Object.entries(PHRASES).find(([name]) => name === plain || name.replaceAll(" ", "") === plain.replaceAll(" ", ""));
	return String(found?.[1] ?? "");
}
const PLAIN_CLASSES = Object.keys(CLASSES).filter((name) => !QUALIFIED.split("|").includes(name));
/** The class of an SDK says the status where nothing else does. */
const CLASS_ROWS = [...from("openai-python 2.8, openai-node 7.59, openai-java 4.8, LiteLLM 1.79, AI SDK 5: files at CLASSES", [
	[new RegExp(String.raw`\b(${PLAIN_CLASSES.join("|")})\b(?!\()`), classOf],
	[new RegExp(String.raw`\b(?:openai|litellm|langchain4j|faraday|com\.aallam)\S{0,40}?(?:\.|::|\\)(${QUALIFIED})\b(?!\()`, "i"), classOf],
	[new RegExp(String.raw`(?:^|[\s('"[:])(NotFoundError|AuthenticationException|PermissionError)\b(?=[:\]] )`), classOf],
	[/\blc_error_code['"]?: ?['"](MODEL_[A-Z_]{4,20}|INVALID_PROMPT_INPUT)|\/troubleshooting\/errors\/(MODEL_[A-Z_]{4,20}|INVALID_PROMPT_INPUT)/, ([, a, b]) => {
		const status = entryOf(LANGCHAIN, a ?? b ?? "");
		return status === void 0 ? void 0 : {
			kind: "class",
			name: a ?? b ?? "",
			status
		};
	}],
	[/\bOpenAiHttpException\b/, {
		kind: "class",
		name: "OpenAiHttpException"
	}],
	[/\bRate limited on the OpenAI\b/, {
		kind: "class",
		name: "RateLimitError",
		status: 429
	}]
])];
function classOf([, name = ""]) {
	const status = entryOf(CLASSES, Object.keys(CLASSES).find((one) => one.toLowerCase() === name.toLowerCase()) ?? "");
	return status === void 0 ? void 0 : {
		kind: "class",
		name,
		status
	};
}
/** Which library or service speaks: finds the route, tells foreign errors from ours. */
const PRODUCTS = from("product names as of 2026-11", [
	[
		/\bopenai\b|OpenAI|\bOpenai\b/,
		{
			kind: "product",
			product: "openai"
		},
		"describes"
	],
	[
		/\bsemantic_?kernel\b|\bspringframework\.ai\b|\bspring-ai\b|\blangchain4?j?\b|\bllama_?index\b|\bollama\b|\bAI_(?:APICall|Retry|LoadAPIKey|NoSuchModel)Error\b/i,
		{
			kind: "product",
			product: "library"
		},
		"describes"
	],
	[
		/AzureOpenAI|Azure OpenAI|Azure\.(?:RequestFailed|AI)|azure_openai|AZURE_OPENAI|apim-request-id|AzureException|azure\.core|\bprovider: azure\b/i,
		{
			kind: "product",
			product: "azure"
		},
		"describes"
	],
	[
		/\blitellm\.(?:proxy|ai)\b|Received Model Group=|LiteLLM Proxy|LiteLLM Virtual Key/i,
		{
			kind: "product",
			product: "litellm"
		},
		"describes"
	],
	[
		/openrouter/i,
		{
			kind: "product",
			product: "openrouter"
		},
		"describes"
	],
	[
		/\(request id: \d{10,40}\)/,
		{
			kind: "product",
			product: "one-api"
		},
		"describes"
	],
	[
		/\{'html-message': |"html-message":/,
		{
			kind: "product",
			product: "gateway"
		},
		"describes"
	]
]);
const SDK = [
	...STATUS,
	...CLASS_ROWS,
	...WRAPPERS,
	...PRODUCTS
];

// src/explain/vocabulary/settings.ts
function problem(owner, code, setting, message, fix) {
	return {
		kind: "settings",
		owner,
		code,
		setting,
		message,
		fix
	};
}
function atStart(...given) {
	return {
		...problem(...given),
		atStart: true
	};
}
const MISSING = problem("auth", "config.key_missing", "OPENAI_API_KEY", "The client found no API key; nothing was sent.", "Pass the secret to this job as OPENAI_API_KEY.");
const EMPTY = problem("auth", "config.key_missing", "OPENAI_API_KEY", "The Authorization header holds no key: the secret is empty; nothing was sent.", "Set the secret OPENAI_API_KEY and pass it to this job.");
const UNSENDABLE = problem("auth", "config.key_malformed", "OPENAI_API_KEY", "The key holds a character that no HTTP header may have, normally a line break; nothing was sent.", "Store the secret again without line break, quotes and spaces.");
const BASE_URL = problem("request", "config.base_url_invalid", "OPENAI_BASE_URL", "The base URL is not a URL that the client can use; nothing was sent.", "Set OPENAI_BASE_URL to a full URL that begins with https://.");
const DISPATCHER = problem("request", "config.transport_mismatch", "fetch", "The dispatcher and the fetch function come from different undici versions; nothing was sent.", "Pass `fetch` and the dispatcher from the same undici package to the SDK.");
const ENDED_BY_PROXY = atStart("request", "config.proxy_unusable", "HTTPS_PROXY", "Node.js ended at its start, before a line of the program ran: NODE_USE_ENV_PROXY (or --use-env-proxy) is on, and a proxy variable holds a URL that Node.js cannot use.", "Give HTTPS_PROXY and HTTP_PROXY, in both spellings, a URL with http:// or https:// and a host, or take NODE_USE_ENV_PROXY out.");
const ENDED_BY_TRUST = atStart("request", "config.trust_unusable", "NODE_OPTIONS", "Node.js ended at its start, before a line of the program ran: --use-openssl-ca and the system store are both asked for.", "Remove --use-openssl-ca from NODE_OPTIONS, or stop asking for the system store (--use-system-ca, NODE_USE_SYSTEM_CA).");
const VERSIONS = problem("request", "config.sdk_mismatch", "dependencies", "The SDK and the library under it do not fit together; nothing was sent.", "Pin the versions of the OpenAI SDK and its HTTP client that were tested together.");
const NOT_INSTALLED = problem("request", "config.sdk_missing", "dependencies", "The SDK, or a part of it, is not installed in this environment; nothing was sent.", "Install the package that the message names in this environment.");
const NO_SOCKS = problem("request", "config.sdk_missing", "dependencies", "The proxy variable names a SOCKS proxy, and the package that speaks SOCKS is not installed; nothing was sent.", "Install `httpx[socks]` (or `requests[socks]`) in this environment, or name an HTTP proxy.");
const CA_FILE = problem("connection-path", "config.ca_file_missing", "SSL_CERT_FILE", "The file of trusted certificates that the environment names cannot be read.", "Set SSL_CERT_FILE or REQUESTS_CA_BUNDLE to a file that exists on this machine.");
const AZURE_SETTINGS = problem("request", "config.azure_incomplete", "AZURE_OPENAI_ENDPOINT", "The Azure client misses its endpoint or API version; nothing was sent.", "Set AZURE_OPENAI_ENDPOINT and OPENAI_API_VERSION for this job.");
const ENTRA = problem("auth", "config.entra_token_missing", "Entra ID", "No Entra ID token was obtained; the API was not asked.", "Give this job an identity that may sign in: federated credential, managed identity or client secret.");
const PROXY_URL = problem("request", "config.proxy_invalid", "HTTPS_PROXY", "The proxy variable holds a value that this client cannot use; nothing was sent.", "Set HTTPS_PROXY to http://host:port.");
/** What the client refuses before any packet, however its last line is worded. */
const SETTINGS = [
	...from("Node.js 24 lib/internal/process/pre_execution.js, src/node.cc", [[/\bsetupHttpProxy \(node:internal\/process\/pre_execution/, ENDED_BY_PROXY], [/either --use-openssl-ca or --use-system-ca can be used, not both/, ENDED_BY_TRUST]]),
	...from("h11 0.16 h11/_headers.py; httpx 0.28; http.client of CPython 3.14", [
		[/Illegal header value b?['"](?:Bearer ?)?(['"])?/, emptyOrUnsendable],
		[/[Ii]nvalid header value,? ?b?['"](?:Bearer ?)?(['"])?|Invalid (?:leading whitespace|non-printable)[^\n]{0,80}in header value/, emptyOrUnsendable],
		[/'(?:ascii|latin-1)' codec can't encode characters? /, UNSENDABLE],
		[/[Hh]eader (?:value must be str or bytes|part \(None\) from)/, EMPTY]
	]),
	...from("requests 2.32 src/requests/utils.py; aiohttp 3.13", [[/(?:reserved character\(s\), or )?return character\(s\) in header value/, UNSENDABLE], [/[Nn]ew-?line characters are not allowed in header/, UNSENDABLE]]),
	...from("Node.js 24 lib/_http_common.js; undici 8.13 lib/core/request.js, lib/web/fetch/headers.js", [
		[/Invalid character in header content \[\\?["'](?:authorization|api-key|x-api-key|openai-[a-z]+)/i, UNSENDABLE],
		[/" is an invalid header value/, UNSENDABLE],
		[/is not a legal HTTP header value|\binvalid (?:authorization|api-key) header\b/, UNSENDABLE],
		[/Cannot convert argument to a ByteString/, UNSENDABLE]
	]),
	...from(".NET 9 System.Net.Http; Ruby 3.4 net/http/header.rb; reqwest 0.12, http 1.3; Go 1.25 net/http; OkHttp 5.1 Headers.kt; OpenJDK 24 MessageHeader; Netty 4.2; WebIDL ByteString", [
		[/Request headers must contain only ASCII|Illegal character\(s\) in message header value|is not a valid ByteString|header value contains a? ?prohibited character|header field value cannot include CR\/LF|\bInvalidHeaderValue\b|failed to parse header value|The format of value '[^'\n]{0,20}/i, UNSENDABLE],
		[/invalid header field value for "(?:Authorization|Api-Key)"/i, UNSENDABLE],
		[/Unexpected char 0x[\da-f]{2} at \d{1,5} in (?:Authorization|api-key) value/i, UNSENDABLE]
	]),
	...from("openai-python 2.8, openai-node 7.59, LangChain 1.0, Vercel AI SDK 5, LlamaIndex 0.14, Spring AI 1.1: no key", [[/api_key client option must be set|(?:OPENAI_API_KEY|AZURE_OPENAI_API_KEY) environment variable is missing or empty|Missing credentials\. Please pass|(?<!401 )No API key provided|API key is missing\. Pass it|Did not find (?:azure_)?openai_api_key|API key not found|No API key found for open|api_key must be set|OpenAI API key is required|OpenAI API key must be set|\bmissing api key\b|must provide an api key|No OpenAI API key|\bAI_LoadAPIKeyError\b/i, MISSING]]),
	...from("openai-python 2.8 lib/azure.py; LangChain 1.0 azure", [[/Must provide one of the `base_url` or `azure_endpoint`|Must provide either the `api_version` argument|Azure OpenAI API (?:instance|deployment) name not found|`?azure_endpoint`? (?:must be|is required)/i, AZURE_SETTINGS]]),
	...from("azure-identity 1.25 (Python, JavaScript, .NET, Java); Entra ID error codes", [[/DefaultAzureCredential failed to retrieve a token|CredentialUnavailable(?:Error|Exception)|ChainedTokenCredential failed|AuthenticationFailedException|ManagedIdentityCredential authentication (?:failed|unavailable)|AuthenticationRequiredError/i, ENTRA], [/\bAADSTS(?:1[36]|5[03]|65|7[05]|90)\d{2,5}\b/, ENTRA]]),
	...from("WHATWG URL in Node.js 24, undici 8.13, Bun 1.4, Deno 2.9", [[/\bERR_INVALID_URL\b|TypeError(?: \[ERR_INVALID_URL\])?: Invalid URL\b|Failed to parse URL from/, BASE_URL], [/\bERR_INVALID_PROTOCOL\b|URL scheme must be a HTTP|[Oo]nly absolute URLs are supported/, BASE_URL]]),
	...from("httpx 0.28, requests 2.32, Go 1.25 net/url, OkHttp 5.1, .NET 9, Ruby 3.4 uri, reqwest 0.12, libcurl 8.16: not a URL", [
		[/missing an 'http:\/\/' or 'https:\/\/' protocol|No scheme supplied|MissingSchema|unsupported protocol scheme|Expected URL scheme 'http' or 'https'|UnsupportedProtocol\b|relative URL without a base|Invalid URI: |InvalidURL: |InvalidURIError/, BASE_URL],
		[/Invalid (?:non-printable )?(?:non-)?ASCII character in URL/i, BASE_URL],
		[/\bURISyntaxException: Illegal character|\bMalformedURLException\b|URI must be ascii only|\bbad URI ?\(|invalid control character in URL|first path segment in URL cannot contain colon/, BASE_URL],
		[/cURL error 3:|curl: \(3\)|URL using bad\/illegal format|URL rejected:/, BASE_URL]
	]),
	...from("undici 8.13 lib/core/request.js, lib/dispatcher/dispatcher-base.js", [[/\bUND_ERR_INVALID_ARG\b|invalid on(?:RequestStart|Error|Connect|Headers|Data|Complete|Upgrade) method|passing an undici dispatcher/, DISPATCHER]]),
	...from("openai-python 2.8 _old_api.py, httpx 0.28 changelog; openai-node 4 migration guide", [[/(?:Client|AsyncClient|HttpxClientWrapper)?\.?__init__\(\) got an unexpected keyword argument '(?:proxies|proxy|app|http_client|socket_options)'/, VERSIONS], [/no longer supported in openai>=1\.0\.0|module 'openai' has no attribute '|cannot import name '[\w]{1,60}' from (?:partially initialized module )?'(?:openai|httpx|httpcore)[\w.]{0,60}'|(?:OpenAI|Configuration|OpenAIApi)(?:\w{0,20}) is not a constructor/, VERSIONS]]),
	...from("CPython 3.14 import system; Node.js 24 module loader; httpx 0.28, requests 2.32", [[/No module named '(?:openai|httpx2?|langchain_openai|tiktoken)\b|Cannot find (?:module|package) '(?:openai|undici|@langchain\/openai|@ai-sdk\/openai)'/, NOT_INSTALLED], [/'socksio' package is not installed|No module named 'socksio'|Missing dependencies for SOCKS support/, NO_SOCKS]]),
	...from("httpx 0.28, undici 8.13, Node.js 24, urllib3 2.5: not a proxy", [[/ERR_PROXY_INVALID_CONFIG|Unknown scheme for proxy URL|Proxy URL had no scheme|InvalidProxyURL/, PROXY_URL]]),
	...from("requests 2.32 adapters.py, libcurl 8.16, CPython 3.14 ssl.py", [[/Could not find a suitable TLS CA certificate bundle|error setting certificate (?:verify locations|file)|curl: \(77\)|ssl\.py[^\n]{0,200}FileNotFoundError|load_verify_locations[^\n]{0,200}No such file/, CA_FILE]])
];
const CORS = "the browser blocked the call by the rules of CORS.";
/** The browser refused, or was asked to do what only a server may. */
const BROWSER = [...from("openai-node 7.59 src/client.ts", [[/running in a browser-like environment/, {
	kind: "browser",
	because: "the SDK refuses to run in a browser, because the key would be public there."
}]]), ...from("Chromium 142, Firefox 144, WebKit 26", [[/(?:from origin '(https?:\/\/[\w.:-]{1,253})' has been )?blocked by CORS policy|CORS header ['‘]Access-Control-Allow-Origin['’] missing|not allowed by Access-Control-Allow-/, ([, origin]) => ({
	kind: "browser",
	because: CORS,
	...given({ origin })
})]])];
function emptyOrUnsendable([, empty]) {
	return empty === void 0 ? UNSENDABLE : EMPTY;
}

// src/explain/vocabulary/tls.ts
const AUTHORITY = failure("tls", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY");
const EXPIRED = failure("tls", "CERT_HAS_EXPIRED");
const NOT_YET = failure("tls", "CERT_NOT_YET_VALID");
const NAME = failure("tls", "ERR_TLS_CERT_ALTNAME_INVALID");
const REVOKED = failure("tls", "CERT_REVOKED");
/** CRL and OCSP could not be asked. */
const UNCHECKED = failure("tls", "UNABLE_TO_GET_CRL");
const INVALID = failure("tls", void 0, { code: "tls.cert.invalid" });
const PLAIN = failure("tls", "ERR_SSL_WRONG_VERSION_NUMBER");
const VERSION = failure("tls", "ERR_SSL_UNSUPPORTED_PROTOCOL");
const CLIENT = failure("tls", void 0, { code: "tls.bad_client_auth_cert" });
const CLOSED = failure("tls", void 0, { code: "tls.closed" });
const RESET = failure("tls", "ECONNRESET");
const TIMED_OUT = failure("tls", void 0, { code: "tls.timed_out" });
const FAILED = failure("tls", void 0, { code: "tls.failed" });
const PROTOCOL = failure("tls", void 0, { code: "tls.protocol.error" });
/** Node's names of X.509 verification results. */
const X509 = "UNABLE_TO_GET_ISSUER_CERT_LOCALLY|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_REVOKED|CERT_UNTRUSTED|CERT_REJECTED|CERT_SIGNATURE_FAILURE|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|CERT_CHAIN_TOO_LONG|HOSTNAME_MISMATCH|UNABLE_TO_GET_CRL|CRL_HAS_EXPIRED|CRL_NOT_YET_VALID|ERR_TLS_CERT_ALTNAME_INVALID|ERR_TLS_CERT_ALTNAME_FORMAT";
/** SECURITY_STATUS of Schannel by the last digits of its number (winerror.h). */
const SCHANNEL = {
	"0325": AUTHORITY,
	"0328": EXPIRED,
	"0322": NAME,
	"0326": VERSION,
	"0331": VERSION,
	"0327": INVALID,
	"2010": REVOKED,
	"2012": UNCHECKED,
	"2013": UNCHECKED
};
/** OSStatus of Secure Transport (SecureTransport.h). */
const SECURE_TRANSPORT = {
	"9800": PROTOCOL,
	"9805": CLOSED,
	"9806": CLOSED,
	"9807": AUTHORITY,
	"9808": INVALID,
	"9812": AUTHORITY,
	"9813": AUTHORITY,
	"9814": EXPIRED,
	"9815": NOT_YET,
	"9824": VERSION,
	"9836": VERSION,
	"9843": NAME
};
/** Errors of NSS and PSM (sslerr.h, secerr.h, mozpkix). */
const NSS = {
	SEC_ERROR_UNKNOWN_ISSUER: AUTHORITY,
	SEC_ERROR_UNTRUSTED_ISSUER: AUTHORITY,
	SEC_ERROR_CA_CERT_INVALID: AUTHORITY,
	MOZILLA_PKIX_ERROR_MITM_DETECTED: AUTHORITY,
	MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT: failure("tls", "DEPTH_ZERO_SELF_SIGNED_CERT"),
	SEC_ERROR_EXPIRED_CERTIFICATE: EXPIRED,
	SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE: EXPIRED,
	MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE: NOT_YET,
	SEC_ERROR_REVOKED_CERTIFICATE: REVOKED,
	SSL_ERROR_BAD_CERT_DOMAIN: NAME,
	SSL_ERROR_NO_CYPHER_OVERLAP: VERSION,
	SSL_ERROR_UNSUPPORTED_VERSION: VERSION,
	SSL_ERROR_PROTOCOL_VERSION_ALERT: VERSION,
	SSL_ERROR_HANDSHAKE_FAILURE_ALERT: VERSION,
	SSL_ERROR_RX_RECORD_TOO_LONG: PLAIN,
	PR_CONNECT_RESET_ERROR: RESET,
	PR_END_OF_FILE_ERROR: CLOSED
};
/** Alerts by name (RFC 8446 §6, RFC 5246 §7.2), in lower case without separators. */
const ALERTS = {
	closenotify: 0,
	unexpectedmessage: 10,
	badrecordmac: 20,
	recordoverflow: 22,
	handshakefailure: 40,
	badcertificate: 42,
	unsupportedcertificate: 43,
	certificaterevoked: 44,
	certificateexpired: 45,
	certificateunknown: 46,
	illegalparameter: 47,
	unknownca: 48,
	accessdenied: 49,
	decodeerror: 50,
	decrypterror: 51,
	protocolversion: 70,
	insufficientsecurity: 71,
	internalerror: 80,
	inappropriatefallback: 86,
	usercanceled: 90,
	missingextension: 109,
	unsupportedextension: 110,
	unrecognizedname: 112,
	badcertificatestatusresponse: 113,
	certificaterequired: 116,
	noapplicationprotocol: 120
};
/** Why a connection could not be made secure, in the words of each library. */
const TLS = [
	...from("Node.js 24 src/crypto/crypto_common.cc X509_VERIFY_CODES", [
		[new RegExp(String.raw`\b(${X509})\b`), ([, errno = ""]) => failure("tls", errno)],
		[/\bERR_SSL_([A-Z\d_/]{3,60})/, ([, reason = ""]) => byReason(reason)],
		[/before secure TLS connection was established/, CLOSED],
		[/Hostname\/IP does not match certificate's altnames/, NAME],
		[/\bERR_TLS_HANDSHAKE_TIMEOUT\b/, TIMED_OUT]
	]),
	...from("CPython 3.14 Modules/_ssl.c", [
		[/\[SSL: ([A-Z\d_/]{3,60})\][^\n]{0,160}\(_ssl\.c:/, ([, reason = ""]) => reason === "CERTIFICATE_VERIFY_FAILED" ? void 0 : byReason(reason)],
		[/\bSSLError: \[SSL\] [a-z]/, PROTOCOL],
		[/EOF occurred in violation of protocol|UNEXPECTED_EOF_WHILE_READING|\bSSLEOFError\b|\bSSLZeroReturnError\b/, CLOSED],
		[/The handshake operation timed out/, TIMED_OUT],
		[/CERTIFICATE_VERIFY_FAILED/, INVALID],
		[/Hostname mismatch, certificate|IP address mismatch, certificate/, NAME]
	]),
	...from("urllib3 2.5 src/urllib3/util/ssl_match_hostname.py", [[/hostname '[\w.-]{1,253}' doesn't match/, NAME]]),
	...from("OpenSSL 3.5 crypto/x509/x509_txt.c", [
		[/unable to get (?:local )?issuer certificate/i, AUTHORITY],
		[/self[- ]signed certificate in certificate chain/i, failure("tls", "SELF_SIGNED_CERT_IN_CHAIN")],
		[/self[- ]signed certificate(?! in certificate chain)/i, failure("tls", "DEPTH_ZERO_SELF_SIGNED_CERT")],
		[/unable to verify the first certificate/i, failure("tls", "UNABLE_TO_VERIFY_LEAF_SIGNATURE")],
		[/certificate has expired(?! or is not yet)/i, EXPIRED],
		[/certificate is not yet valid/i, NOT_YET],
		[/\bcertificate (?:is |has been )?revoked\b/i, REVOKED],
		[/certificate verify failed/i, INVALID]
	]),
	...from("OpenSSL 3.5 crypto/x509/x509_txt.c, X509_V_FLAG_X509_STRICT", Object.entries(STRICT_RULES).map(([errno, { says }]) => [new RegExp(`verify failed: ${says}`, "i"), failure("tls", errno)])),
	...from("OpenSSL 3.5 ssl/ssl_err.c; BoringSSL 2025 crypto/err/ssl.errordata", [
		[/\berror:[\dA-F]{8}:SSL routines:[\w ]{0,60}:([a-z\d /_-]{3,60})/i, ([, reason = ""]) => byReason(reason.trim().replaceAll(" ", "_").toUpperCase())],
		[/SSL alert number (\d{1,3})/, ([, alert = ""]) => failure("tls", void 0, { alert: Number(alert) })],
		[/\bwrong version number\b/i, PLAIN],
		[/sslv3 alert handshake failure|tlsv1 alert protocol version|no shared cipher/i, VERSION],
		[/alert certificate required/i, CLIENT],
		[/\bunrecognized[_ ]name\b/i, failure("tls", void 0, { alert: 112 })],
		[/unexpected eof while reading/i, CLOSED],
		[/\bSSL_ERROR_SYSCALL\b/, CLOSED],
		[/\bSSL_connect returned=\d/, FAILED]
	]),
	...from("Go 1.25 crypto/x509/verify.go, crypto/tls/conn.go, crypto/tls/alert.go", [
		[/x509: certificate signed by unknown authority/, AUTHORITY],
		[/x509: [^\n]{0,80}certificate is not trusted|x509: [^\n]{0,60}is not standards compliant/, AUTHORITY],
		[/x509: certificate has expired or is not yet valid(?:: current time [^\n]{1,40}( is before ))?/, ([, early]) => early === void 0 ? EXPIRED : NOT_YET],
		[/x509: certificate is valid for |x509: cannot validate certificate for |x509: certificate is not valid for any names/, NAME],
		[/first record does not look like a TLS handshake|gave HTTP response to HTTPS client/, PLAIN],
		[/tls: (?:handshake failure|protocol version not supported|no cipher suite|server selected unsupported protocol version)/, VERSION],
		[/tls: (?:bad certificate|certificate required)/, failure("tls", void 0, {
			code: "tls.bad_client_auth_cert",
			alert: 116
		})],
		[/tls: failed to verify certificate/, INVALID],
		[/\bTLS handshake timeout\b/i, TIMED_OUT]
	]),
	...from("OpenJDK 24 sun/security/ssl, sun/security/validator, java/net", [
		[/PKIX path building failed|unable to find valid certification path|trustAnchors parameter must be non-empty/i, AUTHORITY],
		[/\bCertificateExpiredException\b/, EXPIRED],
		[/\bCertificateNotYetValid(?:Exception)?\b/, NOT_YET],
		[/No subject alternative (?:DNS )?names?|No name matching [\w.-]{1,253} found/, NAME],
		[/\bCertificateRevokedException\b/, REVOKED],
		[/Unsupported or unrecognized SSL message/, PLAIN],
		[/No appropriate protocol/, VERSION],
		[/Received fatal alert: ([a-z_]{3,40})/, ([, name = ""]) => alerted(name)],
		[/Remote host (?:terminated the|closed connection during) handshake|SSL peer shut down incorrectly/i, CLOSED],
		[/\bhandshake timed out\b/i, TIMED_OUT],
		[/\bSSLHandshakeException\b/, FAILED]
	]),
	...from("Bouncy Castle 1.82 org/bouncycastle/tls TlsFatalAlert.java, AlertDescription.java", [[/\bTlsFatalAlertReceived: ([a-z_]{3,40})\(\d{1,3}\)/, ([, name = ""]) => alerted(name)], [/\bTlsFatalAlert: (certificate_unknown|bad_certificate|unknown_ca|certificate_expired|[a-z_]{3,40})\(\d{1,3}\)/, ([, name = ""]) => name === "certificate_expired" ? EXPIRED : /cert|_ca$/.test(name) ? INVALID : FAILED]]),
	...from("Android 16 com.android.org.conscrypt; OkHttp 5 okhttp3/internal/tls", [[/Trust anchor for certification path not found/i, AUTHORITY], [/Hostname [\w.-]{1,253} not verified/, NAME]]),
	...from("Apache HttpClient 5.5 ssl/TlsSessionValidator", [[/Certificate for <[\w.-]{1,253}> doesn't match/, NAME]]),
	...from("rustls 0.23 rustls/src/error.rs; webpki 0.103", [
		[/invalid peer certificate: (?:Expired|certificate expired)/, EXPIRED],
		[/invalid peer certificate: (?:NotValidYet|certificate not valid yet)/, NOT_YET],
		[/invalid peer certificate: (?:NotValidForName|certificate not valid for name)/, NAME],
		[/invalid peer certificate: Revoked/, REVOKED],
		[/\bUnknownIssuer\b|\bunknown issuer\b/, AUTHORITY],
		[/invalid peer certificate/, INVALID],
		[/received corrupt message of type/, PLAIN],
		[/peer is incompatible/, VERSION],
		[/received fatal alert: ([A-Z][A-Za-z]{3,40})/, ([, name = ""]) => alerted(name)],
		[/\btls handshake eof\b|peer closed connection without sending TLS close_notify/, CLOSED]
	]),
	...from(".NET 9 System.Net.Security SslPolicyErrors, X509ChainStatusFlags, Resources/Strings.resx", [
		[/\b(?:PartialChain|UntrustedRoot)\b|Could not establish trust relationship/, AUTHORITY],
		[/\bNotTimeValid\b/, EXPIRED],
		[/\bRemoteCertificateNameMismatch\b/, NAME],
		[/\bRemoteCertificateChainErrors\b|remote certificate is invalid|remote certificate was rejected|\bRevocationStatusUnknown\b|\bOfflineRevocation\b/i, INVALID],
		[/Cannot determine the frame size/, PLAIN],
		[/do not possess a common algorithm/, VERSION],
		[/sent a TLS alert: '?([A-Z][A-Za-z]{3,40})/, ([, name = ""]) => alerted(name)],
		[/EOF or 0 bytes from the transport/, CLOSED],
		[/SSL connection could not be established|Could not create SSL\/TLS secure channel/i, FAILED]
	]),
	...from("Windows SDK winerror.h; libcurl 8.16 lib/vtls/schannel.c", [
		[/\bSEC_E_UNTRUSTED_ROOT\b|not trusted by the trust provider/, AUTHORITY],
		[/\bSEC_E_CERT_EXPIRED\b/, EXPIRED],
		[/\bSEC_E_WRONG_PRINCIPAL\b/, NAME],
		[/\bSEC_E_(?:ILLEGAL_MESSAGE|ALGORITHM_MISMATCH|UNSUPPORTED_FUNCTION)\b/, VERSION],
		[/\bCRYPT_E_(?:NO_REVOCATION_CHECK|REVOCATION_OFFLINE)\b/, UNCHECKED],
		[/\bCRYPT_E_REVOKED\b/, REVOKED],
		[/\b0x8009(03\d\d|20\d\d)\b/i, ([, digits = ""]) => entryOf(SCHANNEL, digits)],
		[/schannel: (?:failed|next)/, FAILED]
	]),
	...from("macOS 15 SDK Security/SecureTransport.h, CFNetwork", [
		[/(?:SSLHandshake failed \(|errSSL(?:XCert|Unknown|NoRoot|Cert|HostName|Closed|Peer|Protocol)\w{0,30} \(?|_kCFStreamErrorCodeKey=|kCFStreamErrorDomainSSL, |OSStatus )-(98\d\d)\b/, ([, code = ""]) => entryOf(SECURE_TRANSPORT, code)],
		[/certificate for this server is invalid|Invalid certificate chain\b/, AUTHORITY],
		[/An SSL error has occurred and a secure connection/, FAILED]
	]),
	...from("NSS 3.115 lib/ssl/SSLerrs.h, lib/util/SECerrs.h; Firefox 144 mozpkix", [[new RegExp(String.raw`\b(${Object.keys(NSS).join("|")})\b`), ([, name = ""]) => entryOf(NSS, name)]]),
	...from("GnuTLS 3.8 lib/cert-session.c, lib/errors.c; git 2.51 http.c", [
		[/certificate issuer is unknown|certificate authority is unknown/i, AUTHORITY],
		[/certificate chain uses expired certificate/i, EXPIRED],
		[/certificate chain uses not yet valid certificate/i, NOT_YET],
		[/name in the certificate does not match/i, NAME],
		[/server certificate verification failed/i, INVALID],
		[/unexpected TLS packet was received/i, PLAIN],
		[/gnutls_handshake\(\) failed: (?:Error in the pull|The TLS connection was non-properly)/, CLOSED],
		[/gnutls_handshake\(\) failed/, FAILED]
	]),
	...from("libcurl 8.16 lib/vtls/openssl.c, lib/strerror.c", [
		[/no alternative certificate subject name|does not match target host/i, NAME],
		[/SSL peer certificate or SSH remote key|SSL certificate problem/, INVALID],
		[/Peer certificate cannot be authenticated with (?:known|given) CA/, AUTHORITY],
		[/SSL connection time-?out/i, TIMED_OUT],
		[/\bSSL connect error\b/, FAILED]
	]),
	...from("Bun 1.4 src/bun.js/bindings; Deno 2.9 ext/tls", [[/\bunknown certificate verification error\b/i, INVALID]]),
	...from("requests 2.32 src/requests/exceptions.py SSLError", [[/\bSSLError\((?!["'(])/, FAILED]])
];
function byReason(reason) {
	if (/UNEXPECTED_EOF|^SSL_ERROR_SYSCALL/.test(reason)) return CLOSED;
	if (/CERTIFICATE_VERIFY_FAILED/.test(reason)) return INVALID;
	const name = /(?:ALERT|TLSV1|TLSV13|SSLV3)_([A-Z_]{3,40})$/.exec(reason)?.[1] ?? reason;
	const alert = entryOf(ALERTS, plainName(name));
	return failure("tls", `ERR_SSL_${reason}`, alert === void 0 ? {} : { alert });
}
function plainName(name) {
	return name.replaceAll("_", "").toLowerCase();
}
/** What the other side said of the handshake; an alert without a name of ours is a failed one. */
function alerted(name) {
	const alert = entryOf(ALERTS, plainName(name));
	return alert === void 0 ? FAILED : failure("tls", void 0, { alert });
}

// src/explain/vocabulary/index.ts
/** The sentences of APIs and pages (`knowledge/products/`), where a log kept them without their body. */
const SENTENCES = MARKS.filter(({ inBodies }) => inBodies !== true).map(({ id, pattern, where }) => ({
	pattern,
	means: (match) => ({
		kind: "text",
		text: match.input,
		where
	}),
	source: `knowledge/products ${id}`,
	describes: false
}));
/** All that is understood in a line; earlier rows come first among its pieces. */
const ROWS = [
	...SETTINGS,
	...BROWSER,
	...PROXIES,
	...TLS,
	...SYSTEM,
	...TRANSPORT,
	...SDK,
	...SENTENCES,
	...PROPERTIES
];

// src/explain/vocabulary/words.ts
const HEADS = JSON.parse("[[\"setupht\",[0]],[\"either \",[1]],[\"illegal\",[2,12,250]],[\"invalid\",[3,8,10,12,13,21,22,23,25,30,72,138,139,140,141,143,166,255,272,307,337,370,427,430,435,448,470,498,503,518,537]],[\"in head\",[3]],[\"'ascii'\",[4]],[\"'latin-\",[4]],[\"header \",[5,12]],[\"return \",[6]],[\"reserve\",[6]],[\"newline\",[7]],[\"new-lin\",[7]],[\"\\\" is an\",[9]],[\"is not \",[10,12,114,427,518,536]],[\"cannot \",[11,27,28,45,46,49,152,207,262,387,496,530]],[\"request\",[12,198,256,257,282,306,349,350,378,391,540]],[\"failed \",[12,19,35,57,214,215,218,220,259,319,320,321,334,335,387,508]],[\"the for\",[12]],[\"unexpec\",[14,58,79,110,174,270,274]],[\"api_key\",[15]],[\"openai_\",[15]],[\"azure_o\",[15,396]],[\"missing\",[15,21,29,440,449,451,515]],[\"no api \",[15,491,499]],[\"api key\",[15]],[\"did not\",[15,192,329]],[\"openai \",[15]],[\"must pr\",[15,16]],[\"no open\",[15]],[\"ai_load\",[15,395]],[\"azure o\",[16,396]],[\"azure_e\",[16]],[\"`azure_\",[16]],[\"default\",[17]],[\"credent\",[17]],[\"chained\",[17]],[\"authent\",[17,370,372]],[\"managed\",[17]],[\"aadsts1\",[18]],[\"aadsts5\",[18]],[\"aadsts6\",[18]],[\"aadsts7\",[18]],[\"aadsts9\",[18]],[\"err_inv\",[19,20]],[\"typeerr\",[19,236,338]],[\"url sch\",[20]],[\"only ab\",[20]],[\"no sche\",[21]],[\"unsuppo\",[21,127,370,470,537]],[\"expecte\",[21]],[\"relativ\",[21]],[\"urisynt\",[23]],[\"malform\",[23,293]],[\"uri mus\",[23]],[\"bad uri\",[23]],[\"first p\",[23]],[\"curl er\",[24,316]],[\"curl: (\",[24,31,316]],[\"url usi\",[24]],[\"url rej\",[24]],[\"und_err\",[25,37,38,39,231,232,233,234,238,388]],[\"passing\",[25]],[\"__init_\",[26]],[\".__init\",[26]],[\"client_\",[26]],[\"client.\",[26,285,286]],[\"asynccl\",[26]],[\"httpxcl\",[26]],[\"no long\",[27]],[\"module \",[27]],[\" is not\",[27,536]],[\"no modu\",[28,29]],[\"'socksi\",[29]],[\"err_pro\",[30,36]],[\"unknown\",[30,142,182,210,267,536]],[\"proxy u\",[30]],[\"could n\",[31,55,148,156,218,317,318]],[\"error s\",[31,386]],[\"filenot\",[31]],[\"load_ve\",[31]],[\"running\",[32,532]],[\"blocked\",[33,407,410]],[\"cors he\",[33]],[\"not all\",[33,502]],[\")!==200\",[34]],[\")!== 20\",[34]],[\") !==20\",[34]],[\") !== 2\",[34]],[\"tunneli\",[40,41]],[\"proxy c\",[42,53,54]],[\"tunnel \",[43,50,51,59]],[\"your pr\",[44]],[\"unable \",[45,46,56,84,87,122,218,301,325]],[\"proxyer\",[47]],[\"clienth\",[48]],[\"unsucce\",[50]],[\" from p\",[52]],[\"connect\",[52,61,185,188,195,199,200,201,204,205,223,231,256,263,265,276,277,279,305,337,340,341,376,387,530]],[\"couldno\",[55]],[\"couldn'\",[55,317]],[\"httppro\",[60]],[\"proxy t\",[62]],[\"faraday\",[63,313,314,315]],[\"excepti\",[64,189,347,348,530]],[\"error: \",[64,185,189,347,348]],[\"proxyco\",[65]],[\"post \\\"h\",[66,284,543]],[\"get \\\"ht\",[66,284,543]],[\"socks c\",[67]],[\"proxy a\",[68]],[\"err_cac\",[68]],[\"x-squid\",[69]],[\"proxy-s\",[70]],[\"http_pr\",[71]],[\"https_p\",[71]],[\"all_pro\",[71]],[\"proxy\",[71]],[\"proxy'\",[71]],[\"proxy\\\"\",[71]],[\"unable_\",[72]],[\"depth_z\",[72]],[\"self_si\",[72]],[\"cert_ha\",[72]],[\"cert_no\",[72]],[\"cert_re\",[72,337]],[\"cert_un\",[72]],[\"cert_si\",[72]],[\"path_le\",[72]],[\"cert_ch\",[72]],[\"hostnam\",[72,75,82,83,544]],[\"crl_has\",[72]],[\"crl_not\",[72]],[\"err_tls\",[72,76]],[\"err_ssl\",[73]],[\"before \",[74]],[\"(_ssl.c\",[77]],[\"sslerro\",[78,183]],[\"eof occ\",[79]],[\"ssleofe\",[79]],[\"sslzero\",[79]],[\"the han\",[80]],[\"certifi\",[81,88,89,90,91,114,123,124,126,137,166,169,170,171]],[\"ip addr\",[82]],[\"self-si\",[85,86]],[\"self si\",[85,86]],[\"verify \",[92,93,94,95,96,97,98,99,100,101,102,103]],[\":ssl ro\",[104]],[\"ssl ale\",[105]],[\"wrong v\",[106]],[\"sslv3 a\",[107]],[\"tlsv1 a\",[107]],[\"no shar\",[107]],[\"alert c\",[108]],[\"unrecog\",[109]],[\"ssl_err\",[111,168]],[\"ssl_con\",[112]],[\"x509: c\",[113,115,116]],[\"first r\",[117]],[\"gave ht\",[117]],[\"tls: ha\",[118]],[\"tls: pr\",[118]],[\"tls: no\",[118]],[\"tls: se\",[118]],[\"tls: ba\",[119]],[\"tls: ce\",[119]],[\"tls: fa\",[120]],[\"tls han\",[121,147]],[\"pkix pa\",[122]],[\"trustan\",[122]],[\"no subj\",[125]],[\"no name\",[125]],[\"no appr\",[128]],[\"receive\",[129,144,146,397,497]],[\"remote \",[130,151,253]],[\"ssl pee\",[130,178]],[\"handsha\",[131]],[\"sslhand\",[132,165]],[\"tlsfata\",[133,134]],[\"trust a\",[135]],[\" not ve\",[136]],[\"peer is\",[145]],[\"peer cl\",[147]],[\"partial\",[148]],[\"untrust\",[148]],[\"nottime\",[149]],[\"remotec\",[150,151]],[\"revocat\",[151]],[\"offline\",[151]],[\"do not \",[153]],[\"sent a \",[154,532]],[\"eof or \",[155]],[\"ssl con\",[156,180,181]],[\"sec_e_u\",[157,160]],[\"not tru\",[157]],[\"sec_e_c\",[158]],[\"sec_e_w\",[159]],[\"sec_e_i\",[160]],[\"sec_e_a\",[160]],[\"crypt_e\",[161,162]],[\"0x8009\",[163]],[\"schanne\",[164]],[\"errsslx\",[165]],[\"errsslu\",[165]],[\"errssln\",[165]],[\"errsslc\",[165]],[\"errsslh\",[165]],[\"errsslp\",[165]],[\"_kcfstr\",[165]],[\"kcfstre\",[165]],[\"osstatu\",[165]],[\"an ssl \",[167]],[\"sec_err\",[168]],[\"mozilla\",[168]],[\"pr_conn\",[168]],[\"pr_end_\",[168]],[\"name in\",[172]],[\"server \",[173,244,260,283,290,298,351,459]],[\"gnutls_\",[175,176]],[\"no alte\",[177]],[\"does no\",[177,235,364,466]],[\"ssl cer\",[178]],[\"peer ce\",[179]],[\"enotfou\",[184]],[\"eai_aga\",[184]],[\"eai_fai\",[184]],[\"eai_nod\",[184]],[\"eai_non\",[184]],[\"eai_sys\",[184]],[\"eai_ser\",[184]],[\"eservfa\",[184]],[\"erefuse\",[184]],[\"etimeou\",[184]],[\"econnre\",[184]],[\"econnab\",[184]],[\"etimedo\",[184]],[\"ehostun\",[184]],[\"enetunr\",[184]],[\"ehostdo\",[184]],[\"enetdow\",[184]],[\"eaddrno\",[184]],[\"eafnosu\",[184]],[\"write e\",[185]],[\"read ep\",[185]],[\"read ea\",[185]],[\"bind ep\",[185]],[\"bind ea\",[185]],[\": 'epip\",[185]],[\": 'epro\",[185]],[\": 'eacc\",[185]],[\": \\\"epip\",[185]],[\": \\\"epro\",[185]],[\": \\\"eacc\",[185]],[\"code=ep\",[185]],[\"code=ea\",[185]],[\"code= e\",[185]],[\"code:ep\",[185]],[\"code:ea\",[185]],[\"code: e\",[185]],[\"error=e\",[185]],[\"error= \",[185]],[\"error:e\",[185]],[\"errno: \",[186]],[\"errno':\",[186]],[\"errno\\\":\",[186]],[\"[errno \",[187]],[\"(errno \",[187]],[\" errno \",[187]],[\"errno =\",[187]],[\"winerro\",[187]],[\"os erro\",[187]],[\"wsaerro\",[187]],[\"socket \",[187,225,278,341]],[\"timeout\",[188,242,264,285,329,391]],[\"gaierro\",[188]],[\"oserror\",[188]],[\"brokenp\",[188]],[\"socket.\",[188]],[\"error 1\",[189]],[\"error c\",[189,344,368,369,379,473,474,475,476,538]],[\"code 10\",[189]],[\"code 11\",[189]],[\"code: 1\",[189]],[\"activel\",[190]],[\"forcibl\",[191]],[\"forbidd\",[193,349,350]],[\"unreach\",[194,219]],[\"no such\",[196,289,401,465,536]],[\"nonauth\",[197]],[\"error o\",[197]],[\"no rout\",[202,492]],[\"host is\",[202]],[\"network\",[203,243,337,338,387]],[\"broken \",[206]],[\"can't a\",[207]],[\"address\",[208,337]],[\"softwar\",[209]],[\"name or\",[210]],[\"name do\",[210]],[\"nodenam\",[210]],[\"no addr\",[210]],[\"non-exi\",[210]],[\"host no\",[210,211]],[\"tempora\",[211,444]],[\"nxdomai\",[211]],[\"try aga\",[211]],[\"resourc\",[212,349,350,438,446]],[\"non-rec\",[213]],[\"getaddr\",[214,530]],[\"nameres\",[214]],[\"nsurler\",[216]],[\"reason:\",[217]],[\"wget: b\",[218,325]],[\"not kno\",[218]],[\"is know\",[218]],[\"unavail\",[218,219,350]],[\"refused\",[219]],[\"timed o\",[219]],[\"reset b\",[219]],[\"known. \",[219]],[\"known.:\",[219]],[\"dial tc\",[221,288,530]],[\"lookup \",[222]],[\"attempt\",[224,393]],[\"parse e\",[226]],[\"httppar\",[226]],[\"hpe_inv\",[226]],[\"hpe_une\",[226]],[\"hpe_hea\",[226]],[\"hpe_cr_\",[226]],[\"hpe_lf_\",[226]],[\"hpe_clo\",[226]],[\"hpe_str\",[226]],[\"hpe_use\",[226]],[\"hpe_pau\",[226]],[\"err_htt\",[227]],[\"nghttp2\",[227]],[\"err_str\",[228]],[\"prematu\",[228,280]],[\"err_soc\",[229]],[\"other s\",[230]],[\"headers\",[232]],[\"body ti\",[233]],[\"redirec\",[237]],[\"ms exce\",[239]],[\"stream \",[240,294,331,333]],[\"error r\",[240]],[\"exceede\",[241,454,504,535]],[\" redire\",[241]],[\"without\",[245]],[\"incompl\",[245,255,337]],[\"all con\",[246]],[\"httpx.c\",[247,251,252]],[\"httpx2.\",[247,248,249,251,252]],[\"httpcor\",[247,248,249,251,252]],[\"anyio.c\",[247]],[\"httpx.r\",[248,252]],[\"httpx.w\",[248,252]],[\"the rea\",[248]],[\"httpx.p\",[249]],[\"httpx.n\",[251]],[\"remoted\",[253]],[\"badstat\",[254]],[\"readtim\",[257,278]],[\"read ti\",[257]],[\"toomany\",[258,350,370]],[\"serverd\",[260]],[\"clientp\",[261]],[\"payload\",[261,349,350]],[\"httpcon\",[265]],[\"sockett\",[266,275]],[\"httptim\",[266]],[\"unresol\",[268]],[\"java.ne\",[269]],[\"http/1.\",[270]],[\"fixed c\",[271]],[\"too man\",[273,349,350]],[\"rst_str\",[273]],[\"streamr\",[276]],[\"nohttpr\",[279]],[\"httphos\",[281]],[\": i/o t\",[287,292]],[\": conne\",[287]],[\"i/o tim\",[291]],[\"context\",[291,370,390,537]],[\":53: i/\",[291]],[\"http2: \",[294]],[\"stopped\",[295]],[\"respons\",[296,356,357]],[\"httpcli\",[297]],[\"error w\",[299]],[\"the rem\",[300]],[\"the und\",[302]],[\"dns err\",[303]],[\"tcp con\",[304]],[\"error t\",[304]],[\"end of \",[306,311]],[\"hyper::\",[307]],[\"operati\",[308,442]],[\"net::op\",[309]],[\"net::re\",[310]],[\"net::wr\",[310]],[\"wrong s\",[312]],[\"net::ht\",[312]],[\"empty r\",[322]],[\" bytes \",[323]],[\"outstan\",[323]],[\"< http/\",[324]],[\"idle ti\",[326,332]],[\"max dur\",[327]],[\"returne\",[328]],[\" return\",[328]],[\"content\",[330,337,370,443,541]],[\"php_net\",[336]],[\"name_no\",[337]],[\"dns_tim\",[337]],[\"dns_ser\",[337]],[\"timed_o\",[337]],[\"interne\",[337,423]],[\"empty_r\",[337]],[\"http2_p\",[337]],[\"quic_pr\",[337]],[\"too_man\",[337,349,350]],[\"proxy_c\",[337]],[\"tunnel_\",[337]],[\"proxy_a\",[337]],[\"cert_au\",[337]],[\"cert_da\",[337]],[\"cert_co\",[337]],[\"cert_in\",[337]],[\"ssl_pro\",[337]],[\"ssl_ver\",[337]],[\"bad_ssl\",[337]],[\"the ope\",[339]],[\"failedt\",[342]],[\"was the\",[342]],[\" {'erro\",[343,346]],[\" {'mess\",[343,346]],[\" {'deta\",[343,346]],[\" status\",[345]],[\" {\\\"erro\",[346]],[\" {\\\"deta\",[346]],[\" {\\\"mess\",[346]],[\" <!doct\",[346]],[\" <html>\",[346]],[\": {\\\"err\",[346]],[\": {\\\"det\",[346]],[\": {\\\"mes\",[346]],[\": {'err\",[346]],[\": {'det\",[346]],[\": {'mes\",[346]],[\": <!doc\",[346]],[\": <html\",[346]],[\"error]:\",[347,348]],[\"last er\",[348]],[\"bad req\",[349,350]],[\"bad_req\",[349,350]],[\"unautho\",[349,350,370]],[\"payment\",[349,350]],[\"not fou\",[349,350]],[\"not_fou\",[349,350]],[\"method \",[349,350]],[\"method_\",[349,350]],[\"conflic\",[349,350]],[\"unproce\",[349,350,370]],[\"interna\",[349,350,370]],[\"bad gat\",[349,350,524]],[\"bad_gat\",[349,350]],[\"service\",[349,350,370]],[\" unavai\",[349,350]],[\"_unavai\",[349,350]],[\"gateway\",[349,350,370,524]],[\"badrequ\",[350,370]],[\"notfoun\",[350,372]],[\"methodn\",[350]],[\"badgate\",[350,370]],[\"client \",[351,363,532,533]],[\" client\",[352]],[\" server\",[352]],[\"\\\"http/1\",[353]],[\"\\\"http/2\",[353]],[\"\\\"http/3\",[353]],[\":443 \\\"g\",[354]],[\":443 \\\"p\",[354]],[\" 200 ok\",[355]],[\"status\",[356,357]],[\"statusc\",[356]],[\"status \",[356,357,358]],[\"status_\",[356]],[\"httpsta\",[356,357]],[\"httpcod\",[356]],[\"http_st\",[356,357]],[\"http_co\",[356]],[\"http\",[357]],[\"http st\",[357]],[\"http co\",[357]],[\"http er\",[357]],[\"http re\",[357]],[\"code4\",[358]],[\"code5\",[358]],[\"code 4\",[358]],[\"code 5\",[358]],[\"code:4\",[358]],[\"code:5\",[358]],[\"code: 4\",[358]],[\"code: 5\",[358]],[\"code=4\",[358]],[\"code=5\",[358]],[\"code= 4\",[358]],[\"code= 5\",[358]],[\"code  4\",[358]],[\"code  5\",[358]],[\"code :4\",[358]],[\"code :5\",[358]],[\"code : \",[358]],[\"code =4\",[358]],[\"code =5\",[358]],[\"code = \",[358]],[\" http=4\",[359]],[\" http=5\",[359]],[\"\\\"http\\\":\",[360]],[\"transie\",[361]],[\"nontran\",[361]],[\"http 40\",[362]],[\"http 41\",[362]],[\"http 42\",[362]],[\"http 50\",[362]],[\"http 52\",[362]],[\"http 53\",[362]],[\"status:\",[365]],[\"<title>\",[366,471,529]],[\" | 500:\",[367,476]],[\" | 501:\",[367,476]],[\" | 502:\",[367,476]],[\" | 503:\",[367,476]],[\" | 504:\",[367,476]],[\" | 505:\",[367,476]],[\" | 506:\",[367,476]],[\" | 507:\",[367,476]],[\" | 508:\",[367,476]],[\" | 509:\",[367,476]],[\" | 520:\",[367,476]],[\" | 521:\",[367,476]],[\" | 522:\",[367,476]],[\" | 523:\",[367,476]],[\" | 524:\",[367,476]],[\" | 525:\",[367,476]],[\" | 526:\",[367,476]],[\" | 527:\",[367,476]],[\" | 528:\",[367,476]],[\" | 529:\",[367,476]],[\"permiss\",[370,372]],[\"ratelim\",[370]],[\"modelno\",[370]],[\"budgete\",[370]],[\"insuffi\",[370,451,535,537]],[\".permis\",[371]],[\".confli\",[371]],[\".notfou\",[371]],[\".authen\",[371]],[\".forbid\",[371]],[\".unauth\",[371]],[\"::permi\",[371]],[\"::confl\",[371]],[\"::notfo\",[371]],[\"::authe\",[371]],[\"::forbi\",[371]],[\"::unaut\",[371]],[\"\\\\permis\",[371]],[\"\\\\confli\",[371]],[\"\\\\notfou\",[371]],[\"\\\\authen\",[371]],[\"\\\\forbid\",[371]],[\"\\\\unauth\",[371]],[\"lc_erro\",[373]],[\"/troubl\",[373]],[\"openaih\",[374]],[\"rate li\",[375,445,458,481]],[\"apiconn\",[377,378]],[\"apitime\",[378]],[\"openai.\",[380]],[\"openaii\",[381]],[\"openair\",[381]],[\"generic\",[381]],[\"openait\",[382]],[\"dev.lan\",[382]],[\"openai\\\\\",[383]],[\"litellm\",[384,397,497,498,506,530]],[\"fetch f\",[385,530]],[\"axioser\",[385]],[\"aborter\",[388]],[\"aborted\",[388]],[\"a task \",[389]],[\"asyncio\",[391]],[\": timed\",[392]],[\"retryin\",[393]],[\"openai\",[394]],[\"semanti\",[395]],[\"springf\",[395]],[\"spring-\",[395]],[\"langcha\",[395]],[\"llamain\",[395]],[\"llama_i\",[395]],[\"ollama\",[395]],[\"ai_apic\",[395]],[\"ai_retr\",[395]],[\"ai_nosu\",[395]],[\"azureop\",[396]],[\"azure.r\",[396]],[\"azure.a\",[396]],[\"apim-re\",[396,540,541]],[\"azureex\",[396]],[\"azure.c\",[396]],[\"provide\",[396]],[\"openrou\",[398,514]],[\"(reques\",[399,507]],[\"{'html-\",[400]],[\"\\\"html-m\",[400]],[\"dns loo\",[401]],[\"stylesh\",[402]],[\"the squ\",[402]],[\"generat\",[402]],[\"barracu\",[403]],[\"access \",[404,434]],[\"notify.\",[404]],[\"symante\",[404]],[\"cato ne\",[405]],[\"check p\",[406]],[\"/userch\",[406]],[\"cisco-w\",[408]],[\"cisco s\",[408]],[\"ironpor\",[408]],[\"cisco u\",[409]],[\"this si\",[409,418]],[\"cloudfl\",[410,477]],[\"blockpa\",[411]],[\"forcepo\",[411]],[\"websens\",[411]],[\"fortigu\",[412]],[\"powered\",[412,419]],[\"fortiga\",[412]],[\"fgd_ico\",[412]],[\"webfilt\",[412]],[\"web fil\",[412]],[\"lightsp\",[413]],[\"menlo s\",[414]],[\"netskop\",[415]],[\"<h1>web\",[416]],[\"has bee\",[416]],[\"palo al\",[416]],[\"mcafee \",[417]],[\"skyhigh\",[417]],[\"sonicwa\",[418]],[\"sophos \",[419]],[\"harden-\",[420]],[\"stepsec\",[420]],[\"untangl\",[421]],[\"watchgu\",[422]],[\"webbloc\",[422]],[\"login.z\",[423]],[\"zscaler\",[423]],[\"the req\",[424]],[\"virtual\",[425]],[\"a virtu\",[426]],[\"public \",[428]],[\"key bas\",[429]],[\"princip\",[431]],[\"lacks t\",[432]],[\"tenant \",[433]],[\"audienc\",[435]],[\"token i\",[436]],[\"token h\",[436]],[\"lifetim\",[436]],[\"api dep\",[437]],[\"\\\"resour\",[438]],[\"api-ver\",[439,440]],[\"api ver\",[441]],[\"enabled\",[441]],[\"experie\",[444]],[\"nocapac\",[444]],[\"azure s\",[447]],[\"go.micr\",[447]],[\"aka.ms/\",[447]],[\"you did\",[449]],[\"incorre\",[450,462,537]],[\"organiz\",[452]],[\"you hav\",[453]],[\"has rea\",[455]],[\"billing\",[456,537]],[\"account\",[457,537]],[\"slow do\",[458]],[\"engine \",[459]],[\"servers\",[459]],[\"the ser\",[460,525]],[\"an erro\",[460]],[\"country\",[461]],[\"openai'\",[461]],[\"your ip\",[463]],[\"must be\",[464]],[\"openai-\",[465,541]],[\"` does \",[467,536]],[\"' does \",[467,536]],[\"\\\" does \",[467,536]],[\"not sup\",[468]],[\"not a c\",[468]],[\"did you\",[468]],[\"only su\",[468]],[\"maximum\",[469]],[\"exceeds\",[469]],[\"this is\",[470]],[\"challen\",[471]],[\"cf-chal\",[471]],[\"cf_chl_\",[471]],[\"attenti\",[472]],[\"data-tr\",[472]],[\"sorry, \",[472]],[\"<span>e\",[473,474]],[\"cf-erro\",[476]],[\"5xx-err\",[476]],[\"<center\",[476,526,527]],[\"due to \",[478,479]],[\"out of \",[480]],[\"quota w\",[480]],[\"token q\",[480]],[\"token l\",[481]],[\"\\\"is_bif\",[482]],[\"\\\"extra_\",[483]],[\"\\\"virtua\",[484]],[\"\\\"model_\",[485]],[\"\\\"provid\",[485,513]],[\"\\\"budget\",[486]],[\"\\\"rate_l\",[486]],[\"\\\"token_\",[486]],[\"\\\"reques\",[486,489]],[\"no keys\",[487]],[\"no matc\",[488]],[\"no avai\",[490,508,524,528,531]],[\"router \",[490]],[\"you can\",[493]],[\"api rat\",[494]],[\"the ups\",[495]],[\"failure\",[495]],[\"no conn\",[500]],[\"key not\",[501]],[\"team no\",[501]],[\"user no\",[501]],[\"org not\",[501]],[\"project\",[501]],[\"budget \",[504]],[\"no depl\",[505]],[\"no heal\",[505,521]],[\"all dep\",[505]],[\"there a\",[505]],[\"_api_er\",[507]],[\"æ\xA0å¯ç\",[508]],[\"this to\",[509]],[\"è¯¥ä»¤ç\",[509]],[\"ç¨æ·å\",[510]],[\"tokenst\",[511]],[\"é¢åº¦å\",[511]],[\"é¢åº¦ä\",[511]],[\"current\",[512]],[\"no auth\",[515]],[\"no endp\",[516,536]],[\"\\\"messag\",[517]],[\"x-portk\",[518,541]],[\"this ve\",[518]],[\"portkey\",[519]],[\"<addres\",[520]],[\"apache \",[520]],[\"upstrea\",[521]],[\"rbac: a\",[522]],[\"jwt is \",[523]],[\"jwt ver\",[523]],[\"jwt iss\",[523]],[\"404 pag\",[524]],[\"no serv\",[525]],[\"backend\",[528]],[\"do requ\",[530]],[\"do_requ\",[530]],[\"reqwest\",[530]],[\"<class \",[531]],[\"plain h\",[532]],[\"speakin\",[532]],[\"combina\",[532]],[\"no requ\",[533]],[\"require\",[533]],[\"the ssl\",[534]],[\"exhaust\",[535]],[\"used up\",[535]],[\" does n\",[536]],[\" not fo\",[536]],[\"` not f\",[536]],[\"` is no\",[536]],[\"' not f\",[536]],[\"' is no\",[536]],[\"\\\" not f\",[536]],[\"\\\" is no\",[536]],[\"\\\\ does \",[536]],[\"\\\\ not f\",[536]],[\"\\\\ is no\",[536]],[\"\\\\` does\",[536]],[\"\\\\` not \",[536]],[\"\\\\` is n\",[536]],[\"\\\\' does\",[536]],[\"\\\\' not \",[536]],[\"\\\\' is n\",[536]],[\"\\\\\\\" does\",[536]],[\"\\\\\\\" not \",[536]],[\"\\\\\\\" is n\",[536]],[\"rate_li\",[537]],[\"credit_\",[537]],[\"mismatc\",[537]],[\"no_orga\",[537]],[\"ip_not_\",[537]],[\"model_n\",[537]],[\"deploym\",[537]],[\"budget_\",[537]],[\"server_\",[537]],[\"code\",[538]],[\"errorco\",[538]],[\"error_c\",[538]],[\"error.c\",[538]],[\"type\",[539]],[\"errorty\",[539]],[\"error_t\",[539]],[\"x-reque\",[540,541]],[\"x-ms-re\",[541]],[\"x-ms-cl\",[541]],[\"x-opena\",[541]],[\"cf-ray\",[541]],[\"cf-miti\",[541]],[\"server\",[541]],[\"www-aut\",[541]],[\"retry-a\",[541]],[\"x-ratel\",[541]],[\"policy-\",[541]],[\"proxy-a\",[541]],[\"x-litel\",[541]],[\"cf-aig-\",[541]],[\"helicon\",[541]],[\"x-kong-\",[541]],[\"x-envoy\",[541]],[\"x-cache\",[541]],[\"x-amzn-\",[541]],[\"via: \",[542]],[\"via: '\",[542]],[\"via: \\\"\",[542]],[\"via:\",[542]],[\"via:'\",[542]],[\"via:\\\"\",[542]],[\"via=>\",[542]],[\"via=>'\",[542]],[\"via=>\\\"\",[542]],[\"via': \",[542]],[\"via': '\",[542]],[\"via': \\\"\",[542]],[\"via':\",[542]],[\"via':'\",[542]],[\"via':\\\"\",[542]],[\"via'=>\",[542]],[\"via'=>'\",[542]],[\"via'=>\\\"\",[542]],[\"via\\\": \",[542]],[\"via\\\": '\",[542]],[\"via\\\": \\\"\",[542]],[\"via\\\":\",[542]],[\"via\\\":'\",[542]],[\"via\\\":\\\"\",[542]],[\"via\\\"=>\",[542]],[\"via\\\"=>'\",[542]],[\"via\\\"=>\\\"\",[542]],[\"'via: \",[542]],[\"'via: '\",[542]],[\"'via: \\\"\",[542]],[\"'via:\",[542]],[\"'via:'\",[542]],[\"'via:\\\"\",[542]],[\"'via=>\",[542]],[\"'via=>'\",[542]],[\"'via=>\\\"\",[542]],[\"'via': \",[542]],[\"'via':\",[542]],[\"'via':'\",[542]],[\"'via':\\\"\",[542]],[\"'via'=>\",[542]],[\"'via\\\": \",[542]],[\"'via\\\":\",[542]],[\"'via\\\":'\",[542]],[\"'via\\\":\\\"\",[542]],[\"'via\\\"=>\",[542]],[\"\\\"via: \",[542]],[\"\\\"via: '\",[542]],[\"\\\"via: \\\"\",[542]],[\"\\\"via:\",[542]],[\"\\\"via:'\",[542]],[\"\\\"via:\\\"\",[542]],[\"\\\"via=>\",[542]],[\"\\\"via=>'\",[542]],[\"\\\"via=>\\\"\",[542]],[\"\\\"via': \",[542]],[\"\\\"via':\",[542]],[\"\\\"via':'\",[542]],[\"\\\"via':\\\"\",[542]],[\"\\\"via'=>\",[542]],[\"\\\"via\\\": \",[542]],[\"\\\"via\\\":\",[542]],[\"\\\"via\\\":'\",[542]],[\"\\\"via\\\":\\\"\",[542]],[\"\\\"via\\\"=>\",[542]],[\"http://\",[543]],[\"https:/\",[543]],[\"get htt\",[543]],[\"get 'ht\",[543]],[\"post ht\",[543]],[\"post 'h\",[543]],[\"put htt\",[543]],[\"put \\\"ht\",[543]],[\"put 'ht\",[543]],[\"delete \",[543]],[\"pool(ho\",[544]],[\"host:'\",[544]],[\"host:\\\"\",[544]],[\"host: '\",[544]],[\"host: \\\"\",[544]],[\"host':'\",[544]],[\"host':\\\"\",[544]],[\"host': \",[544]],[\"host\\\":'\",[544]],[\"host\\\":\\\"\",[544]],[\"host\\\": \",[544]],[\"host='\",[544]],[\"host=\\\"\",[544]],[\"some(do\",[544]],[\".openai\",[545]],[\".cognit\",[545]],[\".servic\",[545]],[\".api.co\",[545]],[\"api.ope\",[545]],[\"tlshand\",[546]]]");
const HINT_WORDS = JSON.parse("[\"\\\"http/1.1 200 ok\\\"\"]");
const TRIGGER_WORDS = JSON.parse("[\"traceback (most recent call last)\",\"the above exception was the direct cause\",\"during handling of the above exception\",\"caused by:\",\"[cause]:\",\"getaddrinfo\",\" ---> sy\",\" ---> mi\",\" ---> az\",\"<html><h\",\"<html><b\",\"<!doctype html\",\"{\\\"error\\\"\",\"\\\"error\\\":\",\"{'error'\",\"'error':\",\"'statuscode':\",\"\\\"statuscode\\\":\",\"status: 4\",\"status: 5\",\"status:4\",\"status:5\",\"status=4\",\"status=5\",\"status 4\",\"status 5\",\"status\\\":4\",\"status\\\":5\",\"status\\\": 4\",\"status\\\": 5\",\"status': 4\",\"status': 5\",\"status'=>4\",\"status'=>5\",\"status\\\"=>4\",\"status\\\"=>5\",\"status=>4\",\"status=>5\",\"status\\\\\\\":4\",\"status\\\\\\\":5\",\"tus_code 4\",\"tus_code 5\",\"tus code 4\",\"tus code 5\",\"statuscode 4\",\"statuscode 5\",\"response code 4\",\"response code 5\",\"http code 4\",\"http code 5\",\"http error 4\",\"http error 5\",\"statuscode\",\"status_code\",\"status code\",\"httpstatus\",\"http_status\",\"response_code\",\"setuphttpproxy (node:internal/process/pre_execution\",\"either --use-openssl-ca or --use-system-ca can be used, not both\",\"illegal header value \",\"illegal header value b\",\"invalid header value\",\"invalid header value,\",\"in header value\",\"'ascii' codec can't encode character\",\"'ascii' codec can't encode characters\",\"'latin-1' codec can't encode character\",\"'latin-1' codec can't encode characters\",\"header value must be str or bytes\",\"header part (none) from\",\"return character(s) in header value\",\"reserved character(s), or return character(s) in header value\",\"newline characters are not allowed in header\",\"new-line characters are not allowed in header\",\"invalid character in header content [\",\"invalid character in header content [\\\\\",\"\\\" is an invalid header value\",\"is not a legal http header value\",\"invalid authorization header\",\"invalid api-key header\",\"cannot convert argument to a bytestring\",\"request headers must contain only ascii\",\"illegal character(s) in message header value\",\"is not a valid bytestring\",\"header value contains \",\"header value contains a\",\"header field value cannot include cr/lf\",\"invalidheadervalue\",\"failed to parse header value\",\"the format of value '\",\"invalid header field value for \\\"authorization\",\"invalid header field value for \\\"api-key\",\"unexpected char 0x\",\"api_key client option must be set\",\"openai_api_key environment variable is missing or empty\",\"azure_openai_api_key environment variable is missing or empty\",\"missing credentials. please pass\",\"no api key provided\",\"api key is missing. pass it\",\"did not find \",\"did not find azure_\",\"api key not found\",\"no api key found for open\",\"api_key must be set\",\"openai api key is required\",\"openai api key must be set\",\"missing api key\",\"must provide an api key\",\"no openai api key\",\"ai_loadapikeyerror\",\"must provide one of the `base_url` or `azure_endpoint`\",\"must provide either the `api_version` argument\",\"azure openai api instance\",\"azure openai api deployment\",\"azure_endpoint\",\"azure_endpoint`\",\"`azure_endpoint\",\"`azure_endpoint`\",\"defaultazurecredential failed to retrieve a token\",\"credentialunavailableerror\",\"credentialunavailableexception\",\"chainedtokencredential failed\",\"authenticationfailedexception\",\"managedidentitycredential authentication failed\",\"managedidentitycredential authentication unavailable\",\"authenticationrequirederror\",\"aadsts130\",\"aadsts131\",\"aadsts132\",\"aadsts133\",\"aadsts134\",\"aadsts135\",\"aadsts136\",\"aadsts137\",\"aadsts138\",\"aadsts139\",\"aadsts160\",\"aadsts161\",\"aadsts162\",\"aadsts163\",\"aadsts164\",\"aadsts165\",\"aadsts166\",\"aadsts167\",\"aadsts168\",\"aadsts169\",\"aadsts500\",\"aadsts501\",\"aadsts502\",\"aadsts503\",\"aadsts504\",\"aadsts505\",\"aadsts506\",\"aadsts507\",\"aadsts508\",\"aadsts509\",\"aadsts530\",\"aadsts531\",\"aadsts532\",\"aadsts533\",\"aadsts534\",\"aadsts535\",\"aadsts536\",\"aadsts537\",\"aadsts538\",\"aadsts539\",\"aadsts650\",\"aadsts651\",\"aadsts652\",\"aadsts653\",\"aadsts654\",\"aadsts655\",\"aadsts656\",\"aadsts657\",\"aadsts658\",\"aadsts659\",\"aadsts700\",\"aadsts701\",\"aadsts702\",\"aadsts703\",\"aadsts704\",\"aadsts705\",\"aadsts706\",\"aadsts707\",\"aadsts708\",\"aadsts709\",\"aadsts750\",\"aadsts751\",\"aadsts752\",\"aadsts753\",\"aadsts754\",\"aadsts755\",\"aadsts756\",\"aadsts757\",\"aadsts758\",\"aadsts759\",\"aadsts900\",\"aadsts901\",\"aadsts902\",\"aadsts903\",\"aadsts904\",\"aadsts905\",\"aadsts906\",\"aadsts907\",\"aadsts908\",\"aadsts909\",\"err_invalid_url\",\"typeerror: invalid url\",\"typeerror [err_invalid_url]: invalid url\",\"failed to parse url from\",\"err_invalid_protocol\",\"url scheme must be a http\",\"only absolute urls are supported\",\"missing an 'http://' or 'https://' protocol\",\"no scheme supplied\",\"missingschema\",\"unsupported protocol scheme\",\"expected url scheme 'http' or 'https'\",\"unsupportedprotocol\",\"relative url without a base\",\"invalid uri: \",\"invalidurl: \",\"invalidurierror\",\"invalid ascii character in url\",\"invalid non-ascii character in url\",\"invalid non-printable ascii character in url\",\"invalid non-printable non-ascii character in url\",\"urisyntaxexception: illegal character\",\"malformedurlexception\",\"uri must be ascii only\",\"bad uri(\",\"bad uri (\",\"invalid control character in url\",\"first path segment in url cannot contain colon\",\"curl error 3:\",\"curl: (3)\",\"url using bad/illegal format\",\"url rejected:\",\"und_err_invalid_arg\",\"invalid onrequeststart\",\"invalid onerror\",\"invalid onconnect\",\"invalid onheaders\",\"invalid ondata\",\"invalid oncomplete\",\"invalid onupgrade\",\"passing an undici dispatcher\",\"__init__() got an unexpected keyword argument 'proxies\",\"__init__() got an unexpected keyword argument 'proxy\",\"__init__() got an unexpected keyword argument 'app\",\"__init__() got an unexpected keyword argument 'http_client\",\"__init__() got an unexpected keyword argument 'socket_options\",\".__init__() got an unexpected keyword argument 'proxies\",\".__init__() got an unexpected keyword argument 'proxy\",\".__init__() got an unexpected keyword argument 'app\",\".__init__() got an unexpected keyword argument 'http_client\",\".__init__() got an unexpected keyword argument 'socket_options\",\"client__init__() got an unexpected keyword argument 'proxies\",\"client__init__() got an unexpected keyword argument 'proxy\",\"client__init__() got an unexpected keyword argument 'app\",\"client__init__() got an unexpected keyword argument 'http_client\",\"client__init__() got an unexpected keyword argument 'socket_options\",\"client.__init__() got an unexpected keyword argument 'proxies\",\"client.__init__() got an unexpected keyword argument 'proxy\",\"client.__init__() got an unexpected keyword argument 'app\",\"client.__init__() got an unexpected keyword argument 'http_client\",\"client.__init__() got an unexpected keyword argument 'socket_options\",\"asyncclient__init__() got an unexpected keyword argument 'proxies\",\"asyncclient__init__() got an unexpected keyword argument 'proxy\",\"asyncclient__init__() got an unexpected keyword argument 'app\",\"asyncclient__init__() got an unexpected keyword argument 'http_client\",\"asyncclient__init__() got an unexpected keyword argument 'socket_options\",\"asyncclient.__init__() got an unexpected keyword argument 'proxies\",\"asyncclient.__init__() got an unexpected keyword argument 'proxy\",\"asyncclient.__init__() got an unexpected keyword argument 'app\",\"asyncclient.__init__() got an unexpected keyword argument 'http_client\",\"asyncclient.__init__() got an unexpected keyword argument 'socket_options\",\"httpxclientwrapper__init__() got an unexpected keyword argument 'proxies\",\"httpxclientwrapper__init__() got an unexpected keyword argument 'proxy\",\"httpxclientwrapper__init__() got an unexpected keyword argument 'app\",\"httpxclientwrapper__init__() got an unexpected keyword argument 'http_client\",\"httpxclientwrapper__init__() got an unexpected keyword argument 'socket_options\",\"httpxclientwrapper.__init__() got an unexpected keyword argument 'proxies\",\"httpxclientwrapper.__init__() got an unexpected keyword argument 'proxy\",\"httpxclientwrapper.__init__() got an unexpected keyword argument 'app\",\"httpxclientwrapper.__init__() got an unexpected keyword argument 'http_client\",\"httpxclientwrapper.__init__() got an unexpected keyword argument 'socket_options\",\"no longer supported in openai>=1.0.0\",\"module 'openai' has no attribute '\",\"cannot import name '\",\" is not a constructor\",\"no module named 'openai\",\"no module named 'httpx\",\"no module named 'httpx2\",\"no module named 'langchain_openai\",\"no module named 'tiktoken\",\"cannot find module\",\"cannot find package\",\"'socksio' package is not installed\",\"no module named 'socksio'\",\"missing dependencies for socks support\",\"err_proxy_invalid_config\",\"unknown scheme for proxy url\",\"proxy url had no scheme\",\"invalidproxyurl\",\"could not find a suitable tls ca certificate bundle\",\"error setting certificate verify locations\",\"error setting certificate file\",\"curl: (77)\",\"filenotfounderror\",\"load_verify_locations\",\"running in a browser-like environment\",\"blocked by cors policy\",\"cors header '\",\"cors header â\",\"not allowed by access-control-allow-\",\")!==200 when http tunneling\",\")!== 200 when http tunneling\",\") !==200 when http tunneling\",\") !== 200 when http tunneling\",\"failed to establish tunnel to \",\"err_proxy_tunnel\",\"und_err_prx_conn\",\"und_err_prx_tls\",\"und_err_socks5\",\"und_err_socks5_auth_rejected\",\"und_err_socks5_auth_failed\",\"und_err_socks5_reply_0\",\"und_err_socks5_reply_1\",\"und_err_socks5_reply_2\",\"und_err_socks5_reply_3\",\"und_err_socks5_reply_4\",\"und_err_socks5_reply_5\",\"und_err_socks5_reply_6\",\"und_err_socks5_reply_7\",\"und_err_socks5_reply_8\",\"und_err_socks5_reply_9\",\"tunneling socket could not be established, statuscode=0\",\"tunneling socket could not be established, statuscode=1\",\"tunneling socket could not be established, statuscode=2\",\"tunneling socket could not be established, statuscode=3\",\"tunneling socket could not be established, statuscode=4\",\"tunneling socket could not be established, statuscode=5\",\"tunneling socket could not be established, statuscode=6\",\"tunneling socket could not be established, statuscode=7\",\"tunneling socket could not be established, statuscode=8\",\"tunneling socket could not be established, statuscode=9\",\"tunneling socket could not be established, cause=\",\"proxy connection ended before receiving connect response\",\"tunnel connection failed: 0\",\"tunnel connection failed: 1\",\"tunnel connection failed: 2\",\"tunnel connection failed: 3\",\"tunnel connection failed: 4\",\"tunnel connection failed: 5\",\"tunnel connection failed: 6\",\"tunnel connection failed: 7\",\"tunnel connection failed: 8\",\"tunnel connection failed: 9\",\"your proxy appears to only use http and not https\",\"cannot connect to proxy\",\"cannot connect to proxy.\",\"unable to connect to proxy\",\"unable to connect to proxy.\",\"proxyerror:\",\"proxyerror: \",\"clienthttpproxyerror: 0\",\"clienthttpproxyerror: 1\",\"clienthttpproxyerror: 2\",\"clienthttpproxyerror: 3\",\"clienthttpproxyerror: 4\",\"clienthttpproxyerror: 5\",\"clienthttpproxyerror: 6\",\"clienthttpproxyerror: 7\",\"clienthttpproxyerror: 8\",\"clienthttpproxyerror: 9\",\"cannot connect to proxy \",\"tunnel error: unsuccessful\",\"tunnel error: unexpected\",\"unsuccessful tunnel\",\"tunnel error: proxy authorization required\",\" from proxy after connect\",\"connect tunnel failed, response 0\",\"connect tunnel failed, response 1\",\"connect tunnel failed, response 2\",\"connect tunnel failed, response 3\",\"connect tunnel failed, response 4\",\"connect tunnel failed, response 5\",\"connect tunnel failed, response 6\",\"connect tunnel failed, response 7\",\"connect tunnel failed, response 8\",\"connect tunnel failed, response 9\",\"proxy connect timed out\",\"proxy connect aborted due to timeout\",\"proxy connect aborted\",\"couldnot resolve proxy\",\"couldn't resolve proxy\",\"could not resolve proxy\",\"could n't resolve proxy\",\"could not resolve host name of proxy\",\"unable to tunnel through proxy. proxy returns \\\"http/\",\"failed to authenticate with proxy\",\"unexpected response code for connect: 0\",\"unexpected response code for connect: 1\",\"unexpected response code for connect: 2\",\"unexpected response code for connect: 3\",\"unexpected response code for connect: 4\",\"unexpected response code for connect: 5\",\"unexpected response code for connect: 6\",\"unexpected response code for connect: 7\",\"unexpected response code for connect: 8\",\"unexpected response code for connect: 9\",\"tunnel failed, got: 0\",\"tunnel failed, got: 1\",\"tunnel failed, got: 2\",\"tunnel failed, got: 3\",\"tunnel failed, got: 4\",\"tunnel failed, got: 5\",\"tunnel failed, got: 6\",\"tunnel failed, got: 7\",\"tunnel failed, got: 8\",\"tunnel failed, got: 9\",\"httpproxyconnectexception\",\"connect refused by proxy: http/\",\"proxy tunnel request to proxy '\",\"faraday::proxyautherror\",\"exception: 407\",\"error: 407\",\"proxyconnect tcp: \",\"post \\\"https://\",\"get \\\"https://\",\"socks connect tcp \",\"proxy authentication required\",\"err_cache_access_denied\",\"x-squid-error: err_\",\"proxy-status: \",\"unable_to_get_issuer_cert_locally\",\"unable_to_get_issuer_cert\",\"unable_to_verify_leaf_signature\",\"depth_zero_self_signed_cert\",\"self_signed_cert_in_chain\",\"cert_has_expired\",\"cert_not_yet_valid\",\"cert_revoked\",\"cert_untrusted\",\"cert_rejected\",\"cert_signature_failure\",\"invalid_ca\",\"invalid_purpose\",\"path_length_exceeded\",\"cert_chain_too_long\",\"hostname_mismatch\",\"unable_to_get_crl\",\"crl_has_expired\",\"crl_not_yet_valid\",\"err_tls_cert_altname_invalid\",\"err_tls_cert_altname_format\",\"err_ssl_\",\"before secure tls connection was established\",\"hostname/ip does not match certificate's altnames\",\"err_tls_handshake_timeout\",\"(_ssl.c:\",\"sslerror: [ssl] \",\"eof occurred in violation of protocol\",\"unexpected_eof_while_reading\",\"ssleoferror\",\"sslzeroreturnerror\",\"the handshake operation timed out\",\"certificate_verify_failed\",\"hostname mismatch, certificate\",\"ip address mismatch, certificate\",\"hostname '\",\"unable to get \",\"unable to get local \",\"self-signed certificate in certificate chain\",\"self signed certificate in certificate chain\",\"self-signed certificate\",\"self signed certificate\",\"unable to verify the first certificate\",\"certificate has expired\",\"certificate is not yet valid\",\"certificate \",\"certificate is \",\"certificate has been \",\"certificate verify failed\",\"verify failed: path length invalid for non-ca cert\",\"verify failed: path length given without key usage keycertsign\",\"verify failed: key usage keycertsign invalid for non-ca cert\",\"verify failed: issuer name empty\",\"verify failed: subject name empty\",\"verify failed: missing authority key identifier\",\"verify failed: missing subject key identifier\",\"verify failed: basic constraints of ca cert not marked critical\",\"verify failed: authority key identifier marked critical\",\"verify failed: subject key identifier marked critical\",\"verify failed: ca cert does not include key usage extension\",\"verify failed: using cert extension requires at least x509v3\",\":ssl routines:\",\"ssl alert number 0\",\"ssl alert number 1\",\"ssl alert number 2\",\"ssl alert number 3\",\"ssl alert number 4\",\"ssl alert number 5\",\"ssl alert number 6\",\"ssl alert number 7\",\"ssl alert number 8\",\"ssl alert number 9\",\"wrong version number\",\"sslv3 alert handshake failure\",\"tlsv1 alert protocol version\",\"no shared cipher\",\"alert certificate required\",\"unrecognized_\",\"unrecognized \",\"unexpected eof while reading\",\"ssl_error_syscall\",\"ssl_connect returned=0\",\"ssl_connect returned=1\",\"ssl_connect returned=2\",\"ssl_connect returned=3\",\"ssl_connect returned=4\",\"ssl_connect returned=5\",\"ssl_connect returned=6\",\"ssl_connect returned=7\",\"ssl_connect returned=8\",\"ssl_connect returned=9\",\"x509: certificate signed by unknown authority\",\"certificate is not trusted\",\"is not standards compliant\",\"x509: certificate has expired or is not yet valid\",\"x509: certificate is valid for \",\"x509: cannot validate certificate for \",\"x509: certificate is not valid for any names\",\"first record does not look like a tls handshake\",\"gave http response to https client\",\"tls: handshake failure\",\"tls: protocol version not supported\",\"tls: no cipher suite\",\"tls: server selected unsupported protocol version\",\"tls: bad certificate\",\"tls: certificate required\",\"tls: failed to verify certificate\",\"tls handshake timeout\",\"pkix path building failed\",\"unable to find valid certification path\",\"trustanchors parameter must be non-empty\",\"certificateexpiredexception\",\"certificatenotyetvalid\",\"certificatenotyetvalidexception\",\"no subject alternative \",\"no subject alternative dns \",\"no name matching \",\"certificaterevokedexception\",\"unsupported or unrecognized ssl message\",\"no appropriate protocol\",\"received fatal alert: \",\"remote host terminated the\",\"remote host closed connection during\",\"ssl peer shut down incorrectly\",\"handshake timed out\",\"sslhandshakeexception\",\"tlsfatalalertreceived: \",\"tlsfatalalert: certificate_unknown\",\"tlsfatalalert: bad_certificate\",\"tlsfatalalert: unknown_ca\",\"tlsfatalalert: certificate_expired\",\"tlsfatalalert: \",\"trust anchor for certification path not found\",\" not verified\",\"certificate for <\",\"invalid peer certificate: expired\",\"invalid peer certificate: certificate expired\",\"invalid peer certificate: notvalidyet\",\"invalid peer certificate: certificate not valid yet\",\"invalid peer certificate: notvalidforname\",\"invalid peer certificate: certificate not valid for name\",\"invalid peer certificate: revoked\",\"unknownissuer\",\"unknown issuer\",\"invalid peer certificate\",\"received corrupt message of type\",\"peer is incompatible\",\"tls handshake eof\",\"peer closed connection without sending tls close_notify\",\"partialchain\",\"untrustedroot\",\"could not establish trust relationship\",\"nottimevalid\",\"remotecertificatenamemismatch\",\"remotecertificatechainerrors\",\"remote certificate is invalid\",\"remote certificate was rejected\",\"revocationstatusunknown\",\"offlinerevocation\",\"cannot determine the frame size\",\"do not possess a common algorithm\",\"sent a tls alert: \",\"sent a tls alert: '\",\"eof or 0 bytes from the transport\",\"ssl connection could not be established\",\"could not create ssl/tls secure channel\",\"sec_e_untrusted_root\",\"not trusted by the trust provider\",\"sec_e_cert_expired\",\"sec_e_wrong_principal\",\"sec_e_illegal_message\",\"sec_e_algorithm_mismatch\",\"sec_e_unsupported_function\",\"crypt_e_no_revocation_check\",\"crypt_e_revocation_offline\",\"crypt_e_revoked\",\"schannel: failed\",\"schannel: next\",\"sslhandshake failed (\",\"errsslxcert\",\"errsslunknown\",\"errsslnoroot\",\"errsslcert\",\"errsslhostname\",\"errsslclosed\",\"errsslpeer\",\"errsslprotocol\",\"_kcfstreamerrorcodekey=\",\"kcfstreamerrordomainssl, \",\"osstatus \",\"certificate for this server is invalid\",\"invalid certificate chain\",\"an ssl error has occurred and a secure connection\",\"sec_error_unknown_issuer\",\"sec_error_untrusted_issuer\",\"sec_error_ca_cert_invalid\",\"mozilla_pkix_error_mitm_detected\",\"mozilla_pkix_error_self_signed_cert\",\"sec_error_expired_certificate\",\"sec_error_expired_issuer_certificate\",\"mozilla_pkix_error_not_yet_valid_certificate\",\"sec_error_revoked_certificate\",\"ssl_error_bad_cert_domain\",\"ssl_error_no_cypher_overlap\",\"ssl_error_unsupported_version\",\"ssl_error_protocol_version_alert\",\"ssl_error_handshake_failure_alert\",\"ssl_error_rx_record_too_long\",\"pr_connect_reset_error\",\"pr_end_of_file_error\",\"certificate issuer is unknown\",\"certificate authority is unknown\",\"certificate chain uses expired certificate\",\"certificate chain uses not yet valid certificate\",\"name in the certificate does not match\",\"server certificate verification failed\",\"unexpected tls packet was received\",\"gnutls_handshake() failed: error in the pull\",\"gnutls_handshake() failed: the tls connection was non-properly\",\"gnutls_handshake() failed\",\"no alternative certificate subject name\",\"does not match target host\",\"ssl peer certificate or ssh remote key\",\"ssl certificate problem\",\"peer certificate cannot be authenticated with known\",\"peer certificate cannot be authenticated with given\",\"ssl connection time\",\"ssl connection time-\",\"ssl connect error\",\"unknown certificate verification error\",\"sslerror(\",\"enotfound\",\"eai_again\",\"eai_fail\",\"eai_nodata\",\"eai_noname\",\"eai_system\",\"eai_service\",\"eservfail\",\"erefused\",\"etimeout\",\"econnrefused\",\"econnreset\",\"econnaborted\",\"etimedout\",\"ehostunreach\",\"enetunreach\",\"ehostdown\",\"enetdown\",\"eaddrnotavail\",\"eafnosupport\",\"write epipe\",\"write eproto\",\"write eacces\",\"read epipe\",\"read eproto\",\"read eacces\",\"connect epipe\",\"connect eproto\",\"connect eacces\",\"bind epipe\",\"bind eproto\",\"bind eacces\",\": 'epipe\",\": 'eproto\",\": 'eacces\",\": \\\"epipe\",\": \\\"eproto\",\": \\\"eacces\",\"code=epipe\",\"code=eproto\",\"code=eacces\",\"code= epipe\",\"code= eproto\",\"code= eacces\",\"code:epipe\",\"code:eproto\",\"code:eacces\",\"code: epipe\",\"code: eproto\",\"code: eacces\",\"error=epipe\",\"error=eproto\",\"error=eacces\",\"error= epipe\",\"error= eproto\",\"error= eacces\",\"error:epipe\",\"error:eproto\",\"error:eacces\",\"error: epipe\",\"error: eproto\",\"error: eacces\",\"errno: -300\",\"errno: -301\",\"errno: -302\",\"errno: -303\",\"errno: -304\",\"errno: -305\",\"errno: -306\",\"errno: -307\",\"errno: -308\",\"errno: -309\",\"errno': -300\",\"errno': -301\",\"errno': -302\",\"errno': -303\",\"errno': -304\",\"errno': -305\",\"errno': -306\",\"errno': -307\",\"errno': -308\",\"errno': -309\",\"errno\\\": -300\",\"errno\\\": -301\",\"errno\\\": -302\",\"errno\\\": -303\",\"errno\\\": -304\",\"errno\\\": -305\",\"errno\\\": -306\",\"errno\\\": -307\",\"errno\\\": -308\",\"errno\\\": -309\",\"errno = \",\"winerror \",\"os error \",\"wsaerror \",\"socket error \",\"socket error code \",\"connectionreset\",\"connectionrefused\",\"connectionaborted\",\"timeouterror\",\"gaierror\",\"brokenpipeerror\",\"socket.error\",\"exception (100\",\"exception (110\",\"error 100\",\"error 110\",\"error code 100\",\"error code 110\",\"error code: 100\",\"error code: 110\",\"error: 100\",\"error: 110\",\"error: code 100\",\"error: code 110\",\"error: code: 100\",\"error: code: 110\",\"code 100\",\"code 110\",\"code: 100\",\"code: 110\",\"actively refused it\",\"forcibly closed by the remote host\",\"did not properly respond after a period\",\"forbidden by its access permissions\",\"unreachable host\",\"unreachable network\",\"connection was aborted by the software in your host machine\",\"no such host is known\",\"nonauthoritative host not found\",\"nonauthoritative answer\",\"error occurred during a database lookup\",\"requested name is valid\",\"requested name is valid,\",\"connection refused\",\"connect: connection reset\",\"connection reset\",\"connection reset by peer\",\"no route to host\",\"host is down\",\"host is unreachable\",\"network is unreachable\",\"network is down\",\"connection timed out\",\"connect call failed\",\"broken pipe\",\"cannot assign requested address\",\"can't assign requested address\",\"address family \",\"address family for hostname \",\"software caused connection abort\",\"name or service not known\",\"name does not resolve\",\"nodename nor servname provided\",\"no address associated with hostname\",\"non-existing domain\",\"host not found\",\"unknown host\",\"temporary failure in name resolution\",\"nxdomain (temporary)\",\"try again\",\"host not found, try again\",\"resource temporarily unavailable (\",\"non-recoverable failure in name resolution\",\"getaddrinfo failed\",\"nameresolutionerror\",\"failed to resolve '\",\"failed host lookup: '\",\"nsurlerrordomain,\",\"nsurlerrordomain \",\"reason: :\",\"reason: :tls_alert, {:\",\"reason: {:\",\"reason: {:tls_alert, {:\",\"could not resolve\",\"could not resolve host\",\"unable to resolve host \\\"\",\"unable to resolve host address '\",\"unable to resolve host address â\",\"wget: bad address '\",\"not known (\",\"not known. (\",\"is known (\",\"is known. (\",\"unavailable (\",\"unavailable. (\",\"refused (\",\"refused: \",\"timed out (\",\"timed out: \",\"refused it. (\",\"refused it.: \",\"reset by peer (\",\"reset by peer: \",\"unavailable: \",\"known. (\",\"known.: \",\"unreachable (\",\"unreachable: \",\"failed to connect to\",\"failed to open tcp connection to\",\"dial tcp \",\"dial tcp [\",\"attempted address\",\"attempted addresses\",\"socket hang up\",\"parse error: expected http/\",\"httpparsererror\",\"hpe_invalid\",\"hpe_unexpected\",\"hpe_header\",\"hpe_cr_expected\",\"hpe_lf_expected\",\"hpe_closed\",\"hpe_strict\",\"hpe_user\",\"hpe_paused\",\"err_http2_stream\",\"err_http2_session\",\"nghttp2_\",\"err_stream_premature_close\",\"premature close\",\"err_socket_connection_timeout\",\"other side closed\",\"und_err_connect_timeout\",\"connect timeout error\",\"und_err_headers_timeout\",\"headers timeout error\",\"und_err_body_timeout\",\"body timeout error\",\"und_err_headers_overflow\",\"und_err_res_content_length_mismatch\",\"und_err_socket\",\"und_err_res_exceeded_max_size\",\"does not match the http/1.1 protocol\",\"typeerror: terminated\",\"redirect count exceeded\",\"und_err_info\",\"ms exceeded\",\"stream has been aborted\",\"error request aborted\",\"exceeded maximum \",\"exceeded maximum number of \",\" redirects\",\"timeout awaiting 'lookup\",\"timeout awaiting 'connect\",\"timeout awaiting 'secureconnect\",\"timeout awaiting 'response\",\"timeout awaiting 'request\",\"timeout awaiting 'send\",\"timeout awaiting 'socket\",\"network timeout at: http\",\"network timeout at: https\",\"server disconnected without sending a response\",\"without sending complete message body\",\"incomplete chunked read\",\"all connection attempts failed\",\"httpx.connecttimeout\",\"httpx2.connecttimeout\",\"httpcore.connecttimeout\",\"httpcore2.connecttimeout\",\"anyio.connecttimeout\",\"httpx.readtimeout\",\"httpx.writetimeout\",\"httpx2.readtimeout\",\"httpx2.writetimeout\",\"httpcore.readtimeout\",\"httpcore.writetimeout\",\"httpcore2.readtimeout\",\"httpcore2.writetimeout\",\"the read operation timed out\",\"httpx.pooltimeout\",\"httpx2.pooltimeout\",\"httpcore.pooltimeout\",\"httpcore2.pooltimeout\",\"illegal status line\",\"httpx.connecterror\",\"httpx.networkerror\",\"httpx2.connecterror\",\"httpx2.networkerror\",\"httpcore.connecterror\",\"httpcore.networkerror\",\"httpcore2.connecterror\",\"httpcore2.networkerror\",\"httpx.readerror\",\"httpx.writeerror\",\"httpx.closeerror\",\"httpx2.readerror\",\"httpx2.writeerror\",\"httpx2.closeerror\",\"httpcore.readerror\",\"httpcore.writeerror\",\"httpcore.closeerror\",\"httpcore2.readerror\",\"httpcore2.writeerror\",\"httpcore2.closeerror\",\"remote end closed connection without response\",\"remotedisconnected\",\"badstatusline\",\"incompleteread\",\"invalidchunklength\",\"requests.connecttimeout\",\"requests.exceptions.connecttimeout\",\"connecttimeout\",\"connecttimeouterror\",\"connection to \",\"requests.readtimeout\",\"requests.exceptions.readtimeout\",\"readtimeout\",\"readtimeouterror\",\"read timed out\",\"toomanyredirects\",\"failed to establish a new connection\",\"serverdisconnectederror\",\"server disconnected\",\"clientpayloaderror\",\"payload is not completed\",\"cannot connect to host \",\"connection timeout to host http\",\"connection timeout to host https\",\"timeout on reading data from socket\",\"connect timed out\",\"httpconnecttimeoutexception\",\"sockettimeoutexception: read timed out\",\"httptimeoutexception: request timed out\",\"unknownhostexception\",\"unresolvedaddressexception\",\"java.net.connectexception\",\"unexpected end of file from server\",\"http/1.1 header parser received no bytes\",\"fixed content-length: 0\",\"fixed content-length: 1\",\"fixed content-length: 2\",\"fixed content-length: 3\",\"fixed content-length: 4\",\"fixed content-length: 5\",\"fixed content-length: 6\",\"fixed content-length: 7\",\"fixed content-length: 8\",\"fixed content-length: 9\",\"invalid status line:\",\"too many concurrent streams\",\"rst_stream: \",\"unexpected end of stream\",\"sockettimeoutexception: timeout\",\"streamresetexception: stream was reset\",\"connectionshutdownexception\",\"connecttimeoutexception\",\"connectionpooltimeoutexception\",\"readtimeoutexception\",\"socket timeout has expired\",\"nohttpresponseexception\",\"connectionclosedexception\",\"prematurecloseexception\",\"httphostconnectexception\",\"request timeout has expired\",\"server closed idle connection\",\"post \\\"http://\",\"get \\\"http://\",\"client.timeout exceeded\",\"timeout awaiting response headers\",\"client.timeout or context cancellation while reading body\",\": i/o timeout\",\": connect: operation timed out\",\"dial tcp: i/o timeout\",\"no such host\",\"server misbehaving\",\"i/o timeout\",\"context deadline exceeded\",\":53: i/o timeout\",\"malformed http response\",\"malformed http status code\",\"malformed http version\",\"http2: server sent goaway\",\"http2: client connection lost\",\"http2: timeout awaiting\",\"http2: transport received\",\"stream error: stream id 0\",\"stream error: stream id 1\",\"stream error: stream id 2\",\"stream error: stream id 3\",\"stream error: stream id 4\",\"stream error: stream id 5\",\"stream error: stream id 6\",\"stream error: stream id 7\",\"stream error: stream id 8\",\"stream error: stream id 9\",\"stopped after 10 redirects\",\"response ended prematurely\",\"httpclient.timeout of \",\"server returned an invalid or unrecognized response\",\"error while copying content to a stream\",\"the remote name could not be resolved\",\"unable to connect to the remote server\",\"the underlying connection was closed\",\"dns error: failed to lookup address\",\"dns error\",\"tcp connect error\",\"error trying to connect\",\"connection closed before message completed\",\"end of file before message length reached\",\"request or response body error\",\"invalid http version parsed\",\"hyper::error(parse\",\"operation timed out\",\"net::opentimeout\",\"net::readtimeout\",\"net::writetimeout\",\"end of file reached\",\"end of file reached (eoferror)\",\"wrong status line\",\"net::httpbadresponse\",\"faraday::connectionfailed\",\"faraday::timeouterror\",\"faraday::sslerror\",\"curl: (0\",\"curl: (1\",\"curl: (2\",\"curl: (3\",\"curl: (4\",\"curl: (5\",\"curl: (6\",\"curl: (7\",\"curl: (8\",\"curl: (9\",\"curl error 0\",\"curl error 1\",\"curl error 2\",\"curl error 3\",\"curl error 4\",\"curl error 5\",\"curl error 6\",\"curl error 7\",\"curl error 8\",\"curl error 9\",\"couldn't resolve host\",\"could not resolve: \",\"failed to connect to \",\"empty reply from server\",\" bytes remaining\",\"outstanding read data\",\"unable to resolve host address\",\"idle timeout reached for \\\"http\",\"idle timeout reached for \\\"https\",\"max duration was reached for \\\"http\",\"max duration was reached for \\\"https\",\"returned for \\\"\",\" returned for \\\"\",\"timeout on blocking read for 0\",\"timeout on blocking read for 1\",\"timeout on blocking read for 2\",\"timeout on blocking read for 3\",\"timeout on blocking read for 4\",\"timeout on blocking read for 5\",\"timeout on blocking read for 6\",\"timeout on blocking read for 7\",\"timeout on blocking read for 8\",\"timeout on blocking read for 9\",\"did not observe any item or terminal signal within\",\"content-length mismatch: expected 0\",\"content-length mismatch: expected 1\",\"content-length mismatch: expected 2\",\"content-length mismatch: expected 3\",\"content-length mismatch: expected 4\",\"content-length mismatch: expected 5\",\"content-length mismatch: expected 6\",\"content-length mismatch: expected 7\",\"content-length mismatch: expected 8\",\"content-length mismatch: expected 9\",\"stream closed before response.completed\",\"idle timeout waiting for sse\",\"idle timeout waiting for websocket\",\"stream disconnected before completion\",\"failed to open stream: http request failed!\",\"failed to open stream: http request failed! http/\",\"php_network_getaddresses: getaddrinfo\",\"name_not_resolved\",\"dns_timed_out\",\"dns_server_failed\",\"connection_refused\",\"connection_reset\",\"connection_closed\",\"connection_aborted\",\"connection_failed\",\"connection_timed_out\",\"timed_out\",\"internet_disconnected\",\"address_unreachable\",\"network_access_denied\",\"network_changed\",\"empty_response\",\"invalid_http_response\",\"incomplete_chunked_encoding\",\"content_length_mismatch\",\"http2_protocol_error\",\"quic_protocol_error\",\"too_many_redirects\",\"proxy_connection_failed\",\"tunnel_connection_failed\",\"proxy_auth_unsupported\",\"proxy_certificate_invalid\",\"cert_authority_invalid\",\"cert_date_invalid\",\"cert_common_name_invalid\",\"cert_invalid\",\"ssl_protocol_error\",\"ssl_version_or_cipher_mismatch\",\"bad_ssl_client_auth_cert\",\"typeerror: load failed\",\"networkerror when attempting to fetch resource\",\"the operation timed out\",\"connectionclosed\",\"socket connection was closed unexpectedly\",\"failedtoopensocket\",\"was there a typo in the url or port?\",\" {'error'\",\" {'message'\",\" {'detail'\",\"error code: \",\" status code (no body)\",\" {\\\"error\\\":\",\" {\\\"error\\\": \",\" {\\\"error':\",\" {\\\"error': \",\" {\\\"detail\\\":\",\" {\\\"detail\\\": \",\" {\\\"detail':\",\" {\\\"detail': \",\" {\\\"message\\\":\",\" {\\\"message\\\": \",\" {\\\"message':\",\" {\\\"message': \",\" {'error\\\":\",\" {'error\\\": \",\" {'error':\",\" {'error': \",\" {'detail\\\":\",\" {'detail\\\": \",\" {'detail':\",\" {'detail': \",\" {'message\\\":\",\" {'message\\\": \",\" {'message':\",\" {'message': \",\" <!doctype html\",\": {\\\"error\\\":\",\": {\\\"error\\\": \",\": {\\\"error':\",\": {\\\"error': \",\": {\\\"detail\\\":\",\": {\\\"detail\\\": \",\": {\\\"detail':\",\": {\\\"detail': \",\": {\\\"message\\\":\",\": {\\\"message\\\": \",\": {\\\"message':\",\": {\\\"message': \",\": {'error\\\":\",\": {'error\\\": \",\": {'error':\",\": {'error': \",\": {'detail\\\":\",\": {'detail\\\": \",\": {'detail':\",\": {'detail': \",\": {'message\\\":\",\": {'message\\\": \",\": {'message':\",\": {'message': \",\": <!doctype html\",\": <html>\",\"error: 40\",\"error: 41\",\"error: 42\",\"error: 43\",\"error: 44\",\"error: 45\",\"error: 46\",\"error: 47\",\"error: 48\",\"error: 49\",\"error: 50\",\"error: 51\",\"error: 52\",\"error: 53\",\"error: 54\",\"error: 55\",\"error: 56\",\"error: 57\",\"error: 58\",\"error: 59\",\"error]: 40\",\"error]: 41\",\"error]: 42\",\"error]: 43\",\"error]: 44\",\"error]: 45\",\"error]: 46\",\"error]: 47\",\"error]: 48\",\"error]: 49\",\"error]: 50\",\"error]: 51\",\"error]: 52\",\"error]: 53\",\"error]: 54\",\"error]: 55\",\"error]: 56\",\"error]: 57\",\"error]: 58\",\"error]: 59\",\"exception: 40\",\"exception: 41\",\"exception: 42\",\"exception: 43\",\"exception: 44\",\"exception: 45\",\"exception: 46\",\"exception: 47\",\"exception: 48\",\"exception: 49\",\"exception: 50\",\"exception: 51\",\"exception: 52\",\"exception: 53\",\"exception: 54\",\"exception: 55\",\"exception: 56\",\"exception: 57\",\"exception: 58\",\"exception: 59\",\"exception]: 40\",\"exception]: 41\",\"exception]: 42\",\"exception]: 43\",\"exception]: 44\",\"exception]: 45\",\"exception]: 46\",\"exception]: 47\",\"exception]: 48\",\"exception]: 49\",\"exception]: 50\",\"exception]: 51\",\"exception]: 52\",\"exception]: 53\",\"exception]: 54\",\"exception]: 55\",\"exception]: 56\",\"exception]: 57\",\"exception]: 58\",\"exception]: 59\",\"error: bad\",\"error: una\",\"error: pay\",\"error: for\",\"error: not\",\"error: res\",\"error: met\",\"error: req\",\"error: con\",\"error: unp\",\"error: too\",\"error: int\",\"error: ser\",\"error: gat\",\"error]: bad\",\"error]: una\",\"error]: pay\",\"error]: for\",\"error]: not\",\"error]: res\",\"error]: met\",\"error]: req\",\"error]: con\",\"error]: unp\",\"error]: too\",\"error]: int\",\"error]: ser\",\"error]: gat\",\"exception: bad\",\"exception: una\",\"exception: pay\",\"exception: for\",\"exception: not\",\"exception: res\",\"exception: met\",\"exception: req\",\"exception: con\",\"exception: unp\",\"exception: too\",\"exception: int\",\"exception: ser\",\"exception: gat\",\"exception]: bad\",\"exception]: una\",\"exception]: pay\",\"exception]: for\",\"exception]: not\",\"exception]: res\",\"exception]: met\",\"exception]: req\",\"exception]: con\",\"exception]: unp\",\"exception]: too\",\"exception]: int\",\"exception]: ser\",\"exception]: gat\",\"last error: bad\",\"last error: una\",\"last error: pay\",\"last error: for\",\"last error: not\",\"last error: res\",\"last error: met\",\"last error: req\",\"last error: con\",\"last error: unp\",\"last error: too\",\"last error: int\",\"last error: ser\",\"last error: gat\",\"last error]: bad\",\"last error]: una\",\"last error]: pay\",\"last error]: for\",\"last error]: not\",\"last error]: res\",\"last error]: met\",\"last error]: req\",\"last error]: con\",\"last error]: unp\",\"last error]: too\",\"last error]: int\",\"last error]: ser\",\"last error]: gat\",\"bad request\",\"bad_request\",\"unauthorized\",\"payment required\",\"payment_required\",\"forbidden\",\"not found\",\"not_found\",\"resource not \",\"resource not_\",\"resource_not \",\"resource_not_\",\"method not \",\"method not_\",\"method_not \",\"method_not_\",\"request timeout\",\"request_timeout\",\"conflict\",\"payload too \",\"payload too_\",\"payload_too \",\"payload_too_\",\"unprocessable \",\"unprocessable_\",\"too many requests\",\"too many_requests\",\"too_many requests\",\"too_many_requests\",\"internal server \",\"internal server_\",\"internal_server \",\"internal_server_\",\"bad gateway\",\"bad_gateway\",\"service unavailable\",\"service_unavailable\",\" unavailable\",\"_unavailable\",\"gateway timeout\",\"gateway_timeout\",\"gateway time-out\",\"gateway_time-out\",\"badrequest\",\"paymentrequired\",\"notfound\",\"resourcenot\",\"resourcenot \",\"resourcenot_\",\"resource not\",\"resource_not\",\"methodnotallowed\",\"methodnot allowed\",\"methodnot_allowed\",\"method notallowed\",\"method not allowed\",\"method not_allowed\",\"method_notallowed\",\"method_not allowed\",\"method_not_allowed\",\"requesttimeout\",\"payloadtoo\",\"payloadtoo \",\"payloadtoo_\",\"payload too\",\"payload_too\",\"unprocessable\",\"toomanyrequests\",\"toomany requests\",\"toomany_requests\",\"too manyrequests\",\"too_manyrequests\",\"internalserver\",\"internalserver \",\"internalserver_\",\"internal server\",\"internal_server\",\"badgateway\",\"serviceunavailable\",\"unavailable\",\"gatewaytimeout\",\"gatewaytime-out\",\"client error '\",\"server error '\",\" client error: \",\" server error: \",\"\\\"http/1.0 3\",\"\\\"http/1.0 4\",\"\\\"http/1.0 5\",\"\\\"http/1.1 3\",\"\\\"http/1.1 4\",\"\\\"http/1.1 5\",\"\\\"http/2 3\",\"\\\"http/2 4\",\"\\\"http/2 5\",\"\\\"http/3 3\",\"\\\"http/3 4\",\"\\\"http/3 5\",\":443 \\\"get /\",\":443 \\\"post /\",\"transientaiexception: \",\"transientaiexception: http \",\"nontransientaiexception: \",\"nontransientaiexception: http \",\"http 400\",\"http 401\",\"http 402\",\"http 403\",\"http 404\",\"http 405\",\"http 406\",\"http 408\",\"http 409\",\"http 413\",\"http 415\",\"http 422\",\"http 424\",\"http 429\",\"http 500\",\"http 501\",\"http 502\",\"http 503\",\"http 504\",\"http 520\",\"http 521\",\"http 522\",\"http 523\",\"http 524\",\"http 529\",\"http 530\",\"client error 40\",\"client error 41\",\"client error 42\",\"client error 43\",\"client error 44\",\"client error 45\",\"client error 46\",\"client error 47\",\"client error 48\",\"client error 49\",\"client error 50\",\"client error 51\",\"client error 52\",\"client error 53\",\"client error 54\",\"client error 55\",\"client error 56\",\"client error 57\",\"client error 58\",\"client error 59\",\"does not indicate success: \",\"status: 40\",\"status: 41\",\"status: 42\",\"status: 43\",\"status: 44\",\"status: 45\",\"status: 46\",\"status: 47\",\"status: 48\",\"status: 49\",\"status: 50\",\"status: 51\",\"status: 52\",\"status: 53\",\"status: 54\",\"status: 55\",\"status: 56\",\"status: 57\",\"status: 58\",\"status: 59\",\"<title>40\",\"<title>41\",\"<title>42\",\"<title>43\",\"<title>44\",\"<title>45\",\"<title>46\",\"<title>47\",\"<title>48\",\"<title>49\",\"<title>50\",\"<title>51\",\"<title>52\",\"<title>53\",\"<title>54\",\"<title>55\",\"<title>56\",\"<title>57\",\"<title>58\",\"<title>59\",\"<title>error 40\",\"<title>error 41\",\"<title>error 42\",\"<title>error 43\",\"<title>error 44\",\"<title>error 45\",\"<title>error 46\",\"<title>error 47\",\"<title>error 48\",\"<title>error 49\",\"<title>error 50\",\"<title>error 51\",\"<title>error 52\",\"<title>error 53\",\"<title>error 54\",\"<title>error 55\",\"<title>error 56\",\"<title>error 57\",\"<title>error 58\",\"<title>error 59\",\" | 500: \",\" | 501: \",\" | 502: \",\" | 503: \",\" | 504: \",\" | 505: \",\" | 506: \",\" | 507: \",\" | 508: \",\" | 509: \",\" | 520: \",\" | 521: \",\" | 522: \",\" | 523: \",\" | 524: \",\" | 525: \",\" | 526: \",\" | 527: \",\" | 528: \",\" | 529: \",\"error code: 1006\",\"error code: 1009\",\"error code: 101\",\"error code: 1020\",\"badrequesterror\",\"authenticationerror\",\"permissiondeniederror\",\"unprocessableentityerror\",\"ratelimiterror\",\"internalservererror\",\"invalidrequesterror\",\"serviceunavailableerror\",\"badrequestexception\",\"invalidrequestexception\",\"unauthorizedexception\",\"permissiondeniedexception\",\"modelnotfoundexception\",\"unprocessableentityexception\",\"ratelimitexception\",\"internalserverexception\",\"badgatewayerror\",\"contextwindowexceedederror\",\"contentpolicyviolationerror\",\"budgetexceedederror\",\"unsupportedparamserror\",\"insufficientquotaerror\",\"gatewayauthenticationerror\",\"gatewayinvalidrequesterror\",\"gatewayratelimiterror\",\"gatewaymodelnotfounderror\",\"gatewayinternalservererror\",\"toomanyrequestserror\",\".permissionerror\",\".conflicterror\",\".notfounderror\",\".authenticationexception\",\".notfoundexception\",\".forbiddenerror\",\".unauthorizederror\",\"::permissionerror\",\"::conflicterror\",\"::notfounderror\",\"::authenticationexception\",\"::notfoundexception\",\"::forbiddenerror\",\"::unauthorizederror\",\"\\\\permissionerror\",\"\\\\conflicterror\",\"\\\\notfounderror\",\"\\\\authenticationexception\",\"\\\\notfoundexception\",\"\\\\forbiddenerror\",\"\\\\unauthorizederror\",\"notfounderror\",\"authenticationexception\",\"permissionerror\",\"lc_error_code\",\"lc_error_code'\",\"lc_error_code\\\"\",\"/troubleshooting/errors/model_\",\"/troubleshooting/errors/invalid_prompt_input\",\"openaihttpexception\",\"rate limited on the openai\",\"connection error.\",\"apiconnectionerror\",\"apitimeouterror\",\"apiconnectiontimeouterror\",\"request timed out.\",\"error communicating with openai\",\"openai.error.timeout\",\"openai.error.tryagain\",\"openaiioexception\",\"openairetryableexception\",\"genericioexception\",\"openaitimeoutexception\",\"dev.langchain4j.exception.timeoutexception\",\"openai\\\\exceptions\\\\transporterexception\",\"litellm.timeout\",\"litellm.exceptions.timeout\",\"fetch failed\",\"axioserror: network error\",\"error sending request for url\",\"connection error\",\"network error\",\"failed to fetch\",\"cannot connect to api\",\"aborterror: the\",\"aborterror: this\",\"aborted due to timeout\",\"und_err_aborted\",\"a task was canceled\",\"asyncio.timeouterror\",\"asyncio.exceptions.timeouterror\",\"request timed out\",\": timed out\",\"dns lookup failure for\",\"no such domain\",\"stylesheet for squid error pages\",\"the squid software foundation\",\"generated \",\"barracuda web\",\"barracuda ng\",\"barracuda cloudgen\",\"barracuda networks\",\"access denied (policy_denied\",\"access denied (content_filter_denied\",\"access denied (authentication_failed\",\"notify.bluecoat.com\",\"symantec web security\",\"cato networks\",\"check point usercheck\",\"/usercheck/portalmain\",\"blocked by your network operator\",\"cisco-wsa\",\"cisco secure web appliance\",\"ironport web security\",\"cisco umbrella\",\"this site is blocked due to content filtering\",\"cloudflare gateway\",\"blocked by your organization\",\"blocked by your organization's\",\"blocked by your organizationâs\",\"blockpage.cgi\",\"forcepoint\",\"websense\",\"fortiguard\",\"powered by fortinet\",\"fortigate application control\",\"fgd_icon\",\"webfilter violation\",\"web filter violation\",\"lightspeed systems\",\"lightspeed filter\",\"menlo security\",\"netskope\",\"<h1>web page blocked</h1>\",\"has been blocked in accordance with company policy\",\"palo alto next generation security\",\"mcafee web gateway\",\"skyhigh security\",\"sonicwall content filter\",\"sonicwall gateway\",\"this site is blocked by the sonicwall\",\"powered by utm web protection\",\"sophos firewall\",\"sophos web appliance\",\"harden-runner\",\"stepsecurity\",\"untangle server\",\"untangle web filter\",\"watchguard technologies\",\"watchguard webblocker\",\"webblocker\",\"internet security by zscaler\",\"login.zscloud.net\",\"zscaler to protect you\",\"the requested url was rejected. please consult with your administrator\",\"virtual network/firewall rules\",\"a virtual network is configured for this resource\",\"invalid azurecognitivesearch configuration detected\",\"is not in the allowed fqdn list for this resource\",\"public access is disabled\",\"key based authentication is disabled\",\"invalid subscription key or wrong api endpoint\",\"principal does not have access to api\",\"lacks the required data action\",\"tenant provided in token does not match\",\"access token is missing, invalid\",\"audience is incorrect\",\"invalid audience\",\"audience validation failed\",\"token is expired\",\"token has expired\",\"lifetime validation failed\",\"api deployment for this resource does not exist\",\"resource not found\",\"\\\"resource not found\",\"api-version query parameter is not allowed\",\"missing required query parameter:\",\"missing required query parameter: \",\"api-version query parameter is required\",\"api version not supported\",\"enabled only for api-\",\"enabled only for api \",\"operation does not work with the specified model\",\"content management policy\",\"experiencing high demand\",\"temporarily unable to process your request\",\"nocapacity\",\"rate limit\",\"resource has been temporarily blocked\",\"azure support request\",\"go.microsoft.com/fwlink\",\"aka.ms/oai\",\"invalid url (\",\"missing bearer \",\"missing bearer or basic \",\"you didn't provide an api key\",\"you didnât provide an api key\",\"incorrect api key provided\",\"insufficient permissions for this operation\",\"missing scopes:\",\"organization must be verified\",\"you have no credits remaining\",\"exceeded your current quota\",\"has reached its spend\",\"has reached its usage\",\"billing hard limit has been reached\",\"account is not active, please check your billing\",\"rate limit reached for\",\"slow down: your request rate\",\"engine is currently overloaded\",\"engine are currently overloaded\",\"server is currently overloaded\",\"server are currently overloaded\",\"servers is currently overloaded\",\"servers are currently overloaded\",\"engine is overloaded or not ready\",\"server is overloaded or not ready\",\"the server had an error \",\"the server had an error while \",\"an error occurred while processing your request. you can retry your request, or contact us through our help center\",\"country, region, or territory not supported\",\"openai's services are not available in your country\",\"incorrect regional hostname\",\"your ip is not authorized\",\"must be a member of an organization to use the api\",\"no such organization:\",\"openai-organization header should match\",\"does not have access to model\",\"` does not exist\",\"' does not exist\",\"\\\" does not exist\",\"not supported in the v1/\",\"not a chat model and thus not supported in the v1/\",\"did you mean to use v1/\",\"only supported in v1/\",\"maximum context length is 0\",\"maximum context length is 1\",\"maximum context length is 2\",\"maximum context length is 3\",\"maximum context length is 4\",\"maximum context length is 5\",\"maximum context length is 6\",\"maximum context length is 7\",\"maximum context length is 8\",\"maximum context length is 9\",\"exceeds the context window of this model\",\"unsupported parameter\",\"unsupported value\",\"this is a chat model and not supported in\",\"invalid type for '\",\"<title>just a moment\",\"challenge-platform\",\"cf-challenge\",\"attention required! | cloudflare\",\"data-translate=\\\"block_headline\\\"\",\"sorry, you have been blocked\",\"error code: 1015\",\"<span>error</span>\",\"error code: 10\",\"error code: 11\",\"error code: 12\",\"error code: 13\",\"error code: 14\",\"error code: 15\",\"error code: 16\",\"error code: 17\",\"error code: 18\",\"error code: 19\",\"cf-error-details\",\"5xx-error-landing\",\"<center>cloudflare</center>\",\"error code: 50\",\"error code: 51\",\"error code: 52\",\"error code: 53\",\"error code: 54\",\"error code: 55\",\"error code: 56\",\"error code: 57\",\"error code: 58\",\"error code: 59\",\"cloudflareaccess.com\",\"cloudflare access\",\"due to missing subscription key\",\"due to invalid subscription key. \",\"out of call volume quota\",\"out of bandwidth quota\",\"quota will be replenished\",\"token quota is exceeded\",\"rate limit is exceeded\",\"token limit is exceeded\",\"\\\"is_bifrost_error\\\"\",\"\\\"extra_fields\\\"\",\"\\\"virtual_key_not_found\",\"\\\"virtual_key_blocked\",\"\\\"virtual_key_required\",\"\\\"model_blocked\\\"\",\"\\\"provider_blocked\\\"\",\"\\\"budget_exceeded\\\"\",\"\\\"rate_limited\\\"\",\"\\\"token_limited\\\"\",\"\\\"request_limited\\\"\",\"no keys found that support model\",\"no keys found that support model/deployment\",\"no keys found for provider\",\"no matching route found. it is likely that\",\"no matching route found. it is likely because\",\"\\\"request_failed\\\"\",\"no available providers for the requested models\",\"router config provider '\",\"no api key found in request\",\"no route matched with those values\",\"you cannot consume this service\",\"api rate limit exceeded\",\"the upstream server is currently unavailable\",\"failure to get a peer from the ring-balancer\",\"cannot use own model\",\"litellm.\",\"received model group=\",\"invalid proxy server token passed\",\"litellm_verificationtoken\",\"litellm virtual key\",\"no api key passed in\",\"no connected db.\",\"key not allowed to access model\",\"team not allowed to access model\",\"user not allowed to access model\",\"org not allowed to access model\",\"project not allowed to access model\",\"not allowed to access model due to tags configuration\",\"invalid model name passed in model=\",\"budget has been exceeded\",\"exceededbudget\",\"no deployments available\",\"no deployments available for selected model\",\"no healthy deployment available\",\"all deployments for selected model are in cooldown\",\"there are no healthy deployments for this model\",\"litellm.exceptions.\",\"(request id: \",\"_api_error\",\"no available channel\",\"no available channels\",\"failed to get available channel\",\"failed to get available channels\",\"æ\xA0å¯ç¨æ¸\xA0é\",\"this token has no access to any models\",\"this token has no access to model \",\"è¯¥ä»¤çæ\xA0æè®¿é®æ¨¡å\",\"ç¨æ·å·²è¢«å°ç¦\",\"tokenstatusexhausted\",\"é¢åº¦å·²ç¨å°½\",\"é¢åº¦ä¸è¶³\",\"current group upstream load is saturated\",\"\\\"provider_name\\\"\",\"openrouter.ai/\",\"openrouter.ai/settings/\",\"no auth credentials found\",\"missing authentication header\",\"no endpoints found\",\"no endpoints available\",\"\\\"message\\\"\",\"x-portkey-config\",\"x-portkey-provider\",\"x-portkey-virtual-key\",\"invalid config\",\"invalid provider\",\"invalid custom host\",\"this version of config is not supported\",\"is not supported by \",\"portkey api key usage limit \",\"portkey workspace usage limit \",\"portkey virtual key usage limit \",\"portkey integration usage limit \",\"<address>apache\",\"apache http server\",\"upstream connect error or disconnect/reset before headers\",\"no healthy upstream\",\"upstream request timeout\",\"rbac: access denied\",\"jwt is missing\",\"jwt verification fails\",\"jwt is expired\",\"jwt issuer is not\",\"404 page not found\",\"no available server\",\"no server is available to handle this request\",\"the server returned an invalid or incomplete response\",\"the server didn'\",\"the server didnâ\",\"<center>nginx\",\"<center>openresty\",\"backend fetch failed\",\"<title>502 \",\"<title>503 \",\"<title>504 \",\"getaddrinfo enotfound\",\"getaddrinfo eai_again\",\"connect econnrefused\",\"connect etimedout\",\"connect ehostunreach\",\"connect enetunreach\",\"dial tcp\",\"litellm.apiconnectionerror\",\"exception - connection error\",\"do request failed\",\"do_request_failed\",\"reqwest error: error sending request\",\"<class 'httpx.\",\"no available upstream candidate\",\"plain http request was sent to \",\"plain http request was sent to an \",\"client sent an http request to an https server\",\"speaking plain http to an ssl-enabled\",\"combination of host and port requires tls\",\"sent a plain http request, but this server only speaks https\",\"running in ssl mode. try the url\",\"no required ssl certificate was sent\",\"client certificate \",\"client certificate is \",\"require a client certificate\",\"requires a client certificate\",\"the ssl certificate error\",\"exceeded\",\"exhausted\",\"insufficient\",\"insufficient credit\",\"insufficient credits\",\"insufficient balance\",\"insufficient funds\",\"insufficient quota\",\"insufficient user quota\",\" does not exist\",\" not found\",\" is not available\",\" is not supported\",\" is not found\",\"` not found\",\"` is not available\",\"` is not supported\",\"` is not found\",\"' not found\",\"' is not available\",\"' is not supported\",\"' is not found\",\"\\\" not found\",\"\\\" is not available\",\"\\\" is not supported\",\"\\\" is not found\",\"\\\\ does not exist\",\"\\\\ not found\",\"\\\\ is not available\",\"\\\\ is not supported\",\"\\\\ is not found\",\"\\\\` does not exist\",\"\\\\` not found\",\"\\\\` is not available\",\"\\\\` is not supported\",\"\\\\` is not found\",\"\\\\' does not exist\",\"\\\\' not found\",\"\\\\' is not available\",\"\\\\' is not supported\",\"\\\\' is not found\",\"\\\\\\\" does not exist\",\"\\\\\\\" not found\",\"\\\\\\\" is not available\",\"\\\\\\\" is not supported\",\"\\\\\\\" is not found\",\"unknown model\",\"no such model\",\"no endpoints found for\",\"is not a valid model id\",\"insufficient_quota\",\"rate_limit_exceeded\",\"credit_balance_exhausted\",\"billing_hard_limit_reached\",\"invalid_api_key\",\"mismatched_organization\",\"no_organization\",\"incorrect_hostname\",\"ip_not_authorized\",\"account_deactivated\",\"unsupported_country_region_territory\",\"model_not_found\",\"deploymentnotfound\",\"context_length_exceeded\",\"unsupported_parameter\",\"budget_exceeded\",\"server_is_overloaded\"]");

// src/explain/vocabulary/read-line.ts
/** What is searched for in every byte. */
const TRIGGERS = compileWordSearch([...TRIGGER_WORDS, ...HINT_WORDS], TRIGGER_WORDS.length);
/** What is searched for in a line that is read. */
const ALL_WORDS = compileWordSearch(HEADS.map(([word]) => word));
/** A line that says the same more often says nothing new. */
const MAX_MATCHES = 8;
/** A pattern sees at most this much of a line. */
const MAX_TEXT = 65536;
/** Everything that is understood of one line, each with its place. */
function readLine(line) {
	if (line.words.size === 0) return [];
	const rows = /* @__PURE__ */ new Set();
	for (const word of line.words) for (const row of HEADS[word]?.[1] ?? []) rows.add(row);
	const text = line.text.length > MAX_TEXT ? line.text.slice(0, MAX_TEXT) : line.text;
	const pieces = [];
	for (const index of [...rows].toSorted((a, b) => a - b)) {
		const row = ROWS[index];
		if (row !== void 0) pieces.push(...matches(row, text, line));
	}
	return pieces;
}
const GLOBAL = /* @__PURE__ */ new Map();
function matches(row, text, line) {
	const pieces = [];
	const global = globalOf(row.pattern);
	global.lastIndex = 0;
	for (let count = 0; count < MAX_MATCHES; count += 1) {
		const match = global.exec(text);
		if (match === null) break;
		if (match[0].length === 0) global.lastIndex += 1;
		for (const reading of readingsOf(row, match)) pieces.push({
			...reading,
			line: line.number,
			column: line.columnOf(match.index),
			index: match.index,
			end: match.index + match[0].length,
			depth: DEPTH[reading.kind]
		});
	}
	return pieces;
}
function globalOf(pattern) {
	const known = GLOBAL.get(pattern);
	if (known !== void 0) return known;
	const made = new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`);
	GLOBAL.set(pattern, made);
	return made;
}

// src/explain/wrapped.ts
/** A line that a terminal, a table or a mail program broke is at least this long. */
const SHORTEST = 20;
/** Broken between words, even the longest line may end before the edge. */
const RAGGED = 5;
/**
* The block with its lines put together again where a terminal broke them at a column or between
* words. Any two lines could be meant; it is believed where evidence or a body stands across a seam.
*/
function rejoined(block) {
	if (block.lines.length < 2) return block;
	const width = Math.max(...block.lines.map(widthOf));
	if (width < SHORTEST) return block;
	const [column = [], words = []] = ["", " "].map((separator) => joinedAt(block.lines, width, separator));
	const ways = block.lines.filter((line) => widthOf(line) === width).length < 2 && words.length < column.length ? [words, column] : [column, words];
	for (const joined of ways) {
		if (joined.length === block.lines.length) continue;
		const pieces = joined.flatMap(({ line }) => readLine(line));
		if (joined.some(({ line, seams }) => isWhole(line, seams, pieces))) return {
			...block,
			lines: joined.map(({ line }) => line),
			pieces
		};
	}
	return block;
}
function widthOf(line) {
	return line.columnOf(line.text.length) - 1;
}
function joinedAt(lines, width, separator) {
	const joined = [];
	for (const line of lines) {
		const before = joined.at(-1);
		const previous = lines[lines.indexOf(line) - 1];
		if (before !== void 0 && previous !== void 0 && line.number === previous.number + 1 && !line.fresh && line.record === void 0 && isFull(previous, line, width, separator)) joined[joined.length - 1] = join$1(before, line, separator);
		else joined.push({
			line,
			seams: []
		});
	}
	return joined;
}
/** Nothing more had room on this line. */
function isFull(line, next, width, separator) {
	if (separator === "") return widthOf(line) === width;
	const word = /^\S*/.exec(next.text)?.[0].length ?? 0;
	return word > 0 && widthOf(line) + 1 + word > width - RAGGED;
}
function join$1(before, line, separator) {
	const first = before.line;
	const seam = first.text.length + separator.length;
	const text = first.text + separator + line.text;
	return {
		seams: [...before.seams, seam],
		line: {
			...first,
			text,
			words: wordsIn(ALL_WORDS, text),
			columnOf: (index) => index < seam ? first.columnOf(index) : line.columnOf(index - seam)
		}
	};
}
function isWhole(line, seams, pieces) {
	const crosses = (start, end) => seams.some((seam) => start < seam && seam < end);
	return seams.length > 0 && (pieces.some(({ depth, line: number, index, end }) => depth <= 3 && number === line.number && crosses(index, end)) || bodiesIn(line.text).some(({ shape, start, end }) => shape === "json" && crosses(start, end)));
}

// src/explain/blocks.ts
/** A stack of any language is shorter, and memory stays bounded. */
const MAX_LINES$1 = 400;
const MAX_BYTES = 131072;
const MAX_SOURCES = 256;
/** Lines without evidence after which a block is over. */
const MAX_GAP = 30;
const CONTEXT = 10;
/** Lines from a failure of the transport to the class of the SDK around it, without a sentence that joins them. */
const MAX_WRAPPED = 3;
/**
* Groups lines to blocks, one open block for each source, so that interleaved containers stay
* apart. Chains of exceptions stay together: "direct cause" of Python, `[cause]` and indented
* properties of Node, `Caused by:` of Java, `--->` of .NET.
*/
function groupLines(onBlock) {
	const open = /* @__PURE__ */ new Map();
	const recent = /* @__PURE__ */ new Map();
	const close = (source) => {
		const block = open.get(source);
		open.delete(source);
		if (block === void 0) return;
		const { lines, pieces, retry } = block;
		const found = {
			source,
			lines,
			pieces,
			retry
		};
		const whole = pieces.some(decides) ? found : rejoined(found);
		if (whole.pieces.some(decides)) onBlock(whole);
	};
	const add = (line) => {
		const { source } = line;
		let block = open.get(source);
		if (block !== void 0 && isFrame(line.text, block)) return false;
		const pieces = readable(line) ? readLine(line) : [];
		const retry = pieces.some(({ kind }) => kind === "retry");
		if (block !== void 0 && startsAnother(line, pieces, block)) {
			close(source);
			block = void 0;
		}
		if (block === void 0) {
			const before = (recent.get(source) ?? []).filter(({ number }) => line.number - number <= CONTEXT);
			block = opened(line);
			if (pieces.some(decides)) for (const one of before) extend(block, one, readable(one) ? readLine(one).filter((piece) => !decides(piece)) : []);
			if (open.size >= MAX_SOURCES) for (const [oldest] of open) {
				close(oldest);
				break;
			}
			open.set(source, block);
		}
		block.retry ||= retry;
		extend(block, line, pieces);
		if (pieces.some(decides)) {
			block.lastNumber = line.number;
			recent.delete(source);
		} else remember(recent, source, line);
		return pieces.some(({ kind }) => kind === "success");
	};
	return {
		add,
		isAlone: ({ source }) => {
			const block = open.get(source);
			if (block === void 0 || block.lines.length !== 1 || block.retry) return false;
			if (block.inTraceback || block.joined || recent.has(source)) return false;
			return block.pieces.some(decides) && !block.pieces.some(({ kind }) => kind === "success");
		},
		drop: (source) => {
			open.delete(source);
		},
		end: () => {
			for (const source of open.keys()) close(source);
		}
	};
}
/** Evidence of a failure; hosts, headers and products only describe. */
function decides(piece) {
	return piece.depth <= 3 && piece.kind !== "request-id" && piece.kind !== "header";
}
function opened(line) {
	return {
		lines: [],
		pieces: [],
		lastNumber: line.number,
		inTraceback: false,
		inFrame: false,
		joined: false,
		bytes: 0,
		retry: false
	};
}
function extend(block, line, pieces) {
	if (block.lines.length < MAX_LINES$1 && block.bytes < MAX_BYTES) {
		block.lines.push(line);
		block.bytes += line.text.length;
		block.pieces.push(...pieces);
	}
	if (TRACEBACK.test(line.text)) {
		block.inTraceback = true;
		block.joined = false;
	} else if (JOINER.test(line.text)) block.joined = true;
	else if (block.inTraceback && /^\S/.test(line.text)) block.inTraceback = false;
}
function remember(recent, source, line) {
	const lines = recent.get(source) ?? [];
	if (lines.length === 0) {
		if (recent.size >= MAX_SOURCES) recent.clear();
		recent.set(source, lines);
	}
	lines.push(line);
	if (lines.length > CONTEXT) lines.shift();
}
const TRACEBACK = /^\W{0,8}Traceback \(most recent call last\)/;
const JOINER = /^\W{0,8}(?:The above exception was the direct cause|During handling of the above exception)/;
/** Frames quote source code, and code that raises an error is not an error. */
function isFrame(text, block) {
	if (/^\s{1,40}File "/.test(text)) {
		block.inFrame = true;
		return true;
	}
	if (/^\s{0,40}[~^]{2,200}[~^\s]{0,200}$/.test(text)) return true;
	if (block.inFrame && /^\s{3,}/.test(text)) return true;
	block.inFrame = false;
	return block.inTraceback && !block.joined && /^\s{2,}/.test(text) && !/^\s{0,8}[+|]/.test(text);
}
/** Frames of Node, Java and .NET, and boxes that print source code, carry no evidence. */
function readable(line) {
	return !/^\s{1,40}at (?!Object\.defaultFailed|setupHttpProxy)[\w<$[(]|^\s{0,40}[│┃❱]|^\s{1,40}\.\.\. \d|^\s{1,40}File "|^\s{0,40}(?:[✓✔√]|ok \d|PASS\b|--- PASS)/.test(line.text);
}
function startsAnother(line, pieces, block) {
	const gap = line.number - block.lastNumber;
	if (gap > MAX_GAP && !block.inTraceback && !block.joined) return true;
	if (block.inTraceback) return false;
	if (TRACEBACK.test(line.text)) return !block.joined && block.pieces.some(final);
	if (isContinuation(line)) return false;
	if (line.record !== void 0) return block.lines.at(-1)?.record !== line.record && block.pieces.some(final);
	if (!pieces.some(decides)) return false;
	if (block.joined) return false;
	const own = outsideBodies(line.text, pieces);
	if (gap <= MAX_WRAPPED && (isAround(own, block.pieces) || isAround(block.pieces, own))) return false;
	return block.pieces.some((earlier) => own.some((later) => conflict(earlier, later, line)));
}
/** The class of an SDK without a cause of its own, next to a failure of the transport under it. */
function isAround(outer, inner) {
	const ofSdk = (piece) => piece.kind === "wrapper" && piece.sdk === true;
	const isTransport = (piece) => piece.kind === "wrapper" || piece.kind === "failure" && piece.port === void 0;
	return outer.some(ofSdk) && outer.filter(decides).every(({ kind }) => kind === "wrapper") && !inner.some(ofSdk) && inner.some(({ kind }) => kind === "failure") && inner.filter(decides).every(isTransport);
}
/** What a server quotes in a body is no incident of this client. */
function outsideBodies(text, pieces) {
	if (!text.includes("{") && !text.includes("<")) return pieces;
	const bodies = bodiesIn(text);
	return pieces.filter(({ index }) => !bodies.some(({ start, end }) => index >= start && index < end));
}
/** Indented properties, closing braces, causes: more of the same. */
function isContinuation(line) {
	return /^(?:\s|[}\])]|Caused by:|--->|\[cause\]|cause:|\.\.\.)/.test(line.text);
}
/** Evidence after which the same kind of evidence means another incident. */
function final(piece) {
	return decides(piece) && piece.kind !== "class" && piece.kind !== "wrapper";
}
/** Two pieces of evidence that one incident would not both have, on a line that begins anew. */
function conflict(earlier, later, line) {
	if (!decides(earlier) || !decides(later) || earlier.line === line.number) return false;
	if (earlier.kind === "status" && later.kind === "status") return earlier.status !== later.status || line.fresh;
	if (earlier.kind === "class" || later.kind === "class") return false;
	if (earlier.kind === "wrapper" && later.kind === "wrapper") return true;
	if (connects(earlier) && connects(later)) return true;
	if (connects(earlier) && answers(later)) return true;
	if (answers(earlier) && connects(later)) return true;
	if (earlier.kind !== "settings" || later.kind !== "settings") return false;
	return earlier.atStart !== true && later.atStart !== true;
}
function connects(piece) {
	return piece.kind === "failure" || piece.kind === "tunnel";
}
function answers(piece) {
	return piece.kind === "status" || piece.kind === "text" || piece.kind === "body";
}

// src/explain/answer.ts
function textOf(block) {
	const starts = [];
	let length = 0;
	for (const line of block.lines) {
		starts.push(length);
		length += line.text.length + 1;
	}
	const lineAt = (index) => {
		const after = starts.findIndex((start) => start > index);
		return after === -1 ? starts.length - 1 : after - 1;
	};
	return {
		text: block.lines.map(({ text }) => text).join("\n"),
		placeOf: (index) => {
			const at = lineAt(index);
			const line = block.lines[at];
			return {
				line: line?.number ?? 1,
				column: line?.columnOf(index - (starts[at] ?? 0)) ?? 1
			};
		},
		inside: (piece, bodies) => block.lines.some((line, at) => {
			const index = (starts[at] ?? 0) + piece.index;
			return line.number === piece.line && piece.index <= line.text.length && line.columnOf(piece.index) === piece.column && bodies.some(({ start, end }) => index >= start && index < end);
		})
	};
}
/** The answer in a block; `undefined` when nothing in it was written by a server. */
function answerIn(whole, bodies, pieces) {
	const status = statusIn(pieces);
	if (status === void 0 && bodies.length === 0 && pieces.some(isNamedFailure)) return void 0;
	const body = bodies.find((one) => one.shape === "json") ?? bodies[0];
	const sentence = pieces.find((piece) => piece.kind === "text");
	const coded = pieces.filter((piece) => piece.kind === "api-code");
	const facts = body === void 0 ? sentenceFacts(sentence, coded) : withCodes(bodyFacts(body), coded.filter((piece) => !whole.inside(piece, bodies)));
	const marks = facts?.marks ?? [];
	const written = status?.status ?? statusOf(body?.value) ?? titleStatus(body);
	const implied = impliedStatus(marks, facts?.error?.code, facts?.error?.type);
	const number = written ?? implied ?? classStatus(pieces);
	if (number === void 0) return void 0;
	const first = status ?? sentence ?? coded[0] ?? pieces.find((piece) => piece.kind === "class");
	const at = body === void 0 ? first ?? {
		line: 1,
		column: 1
	} : whole.placeOf(body.start);
	return {
		status: number,
		statusImplied: written === void 0 && implied !== void 0 && !whole.text.includes(String(implied)) && classStatus(pieces) !== implied,
		statusSeen: status !== void 0 || statusOf(body?.value) !== void 0,
		body: facts ?? describeBody(/* @__PURE__ */ new Uint8Array(), TRANSFER),
		bodySeen: body !== void 0,
		at: {
			line: at.line,
			column: at.column
		}
	};
}
function isNamedFailure(piece) {
	return piece.kind === "failure" && piece.errno !== void 0;
}
const TRANSFER = {
	contentType: "",
	truncated: false,
	complete: true
};
/** The most telling status: the last one, as wrappers come first and bodies last. */
function statusIn(pieces) {
	const all = pieces.filter((piece) => piece.kind === "status");
	return all.find(({ status }) => status >= 400) ?? all[0];
}
function classStatus(pieces) {
	return pieces.find((piece) => piece.kind === "class")?.status;
}
function bodyFacts(body) {
	const contentType = body.shape === "html" ? "text/html" : "application/json";
	const facts = describe(body.text, contentType);
	if (body.value === void 0) return facts;
	const inner = innermost(body.value);
	if (inner === body.value) return facts;
	const quoted = describe(JSON.stringify(inner), "application/json");
	const marks = [.../* @__PURE__ */ new Set([
		...facts.marks,
		...quoted.marks,
		...marksIn(messageOf(body.value) ?? "", "error")
	])];
	const error = telling(quoted) ?? facts.error;
	return {
		...facts,
		marks,
		...error === void 0 ? {} : { error: {
			...facts.error,
			...error
		} }
	};
}
function telling(facts) {
	const { code, type } = facts.error ?? {};
	return code !== void 0 && !/^\d+$/.test(code) || type !== void 0 ? facts.error : void 0;
}
function describe(text, contentType) {
	return describeBody(Buffer.from(text), {
		...TRANSFER,
		contentType
	});
}
/** Properties of the SDK's error that repeat what the body said. */
function withCodes(facts, coded) {
	const code = coded.find((piece) => piece.code !== void 0)?.code;
	const type = coded.find((piece) => piece.type !== void 0)?.type;
	if (facts.error?.code !== void 0 || code === void 0 && type === void 0) return facts;
	return {
		...facts,
		error: {
			...facts.error,
			...code === void 0 ? {} : {
				code,
				codeType: "string"
			},
			...type === void 0 || facts.error?.type !== void 0 ? {} : { type }
		}
	};
}
/** A sentence of the API without its body: the SDK took it out of an error object. */
function sentenceFacts(sentence, coded) {
	if (sentence === void 0 && coded.length === 0) return void 0;
	const text = sentence?.text ?? "";
	return withCodes(sentence?.where === "error" || coded.length > 0 ? describe(JSON.stringify({ error: { message: text } }), "application/json") : describe(text, "text/plain"), coded);
}
/** Default pages of servers name the status in their title or heading. */
function titleStatus(body) {
	const match = /<(?:title|h1)>\s{0,8}(?:[\w.-]{1,80} \| )?(?:Error )?([45]\d\d)\b/i.exec(body?.shape === "html" ? body.text : "");
	return match === null ? void 0 : Number(match[1]);
}
/** Bodies that carry their own status: API Management, problem+json, numeric codes of gateways. */
function statusOf(value) {
	const error = property(value, "error");
	const candidates = [
		property(value, "statusCode"),
		property(value, "status"),
		property(error, "status"),
		property(error, "code"),
		property(value, "code")
	];
	for (const one of candidates) {
		const number = typeof one === "number" || typeof one === "string" && /^\d{3}$/.test(one) ? Number(one) : NaN;
		if (number >= 400 && number <= 599) return number;
	}
}
/** The status with which an API sends these words, where the log kept only the words. */
function impliedStatus(marks, code, type) {
	for (const word of [code, type]) if (word !== void 0 && Object.hasOwn(STATUS_OF_CODE, word)) return entryOf(STATUS_OF_CODE, word);
	return statusOfMarks(marks) ?? entryOf(STATUS_OF_TYPE, type ?? "");
}

// src/knowledge/other-programs.ts
/**
* What is no model API, by the ways in which logs name it: databases, package registries, source
* hosts, test runners. A failure of theirs in the same log is not the one that is asked about.
*/
/** Ports that no model API listens on: databases, queues, caches, mail, clusters. */
const FOREIGN_PORTS = /* @__PURE__ */ new Set([
	22,
	25,
	53,
	465,
	587,
	1433,
	1521,
	2181,
	2375,
	2376,
	2379,
	3306,
	4317,
	4318,
	5432,
	5672,
	6379,
	6432,
	6443,
	8125,
	8126,
	9042,
	9092,
	9200,
	11211,
	26379,
	27017
]);
/** Hosts that applications talk to for other reasons. */
const FOREIGN_HOSTS = /(?:^|\.)(?:httpbin\.org|google\.com|gstatic\.com|npmmirror\.com|taobao\.org|npmjs\.org|yarnpkg\.com|pypi\.org|pythonhosted\.org|golang\.org|crates\.io|rubygems\.org|nuget\.org|packagist\.org|maven\.org|apache\.org|gradle\.org|jitpack\.io|terraform\.io|hashicorp\.com|docker\.(?:io|com)|ghcr\.io|quay\.io|cloudfront\.net|gcr\.io|k8s\.io|azurecr\.io|github\.com|gitlab\.com|bitbucket\.org|githubusercontent\.com|nodesource\.com|huggingface\.co|sentry\.io|datadoghq\.com|newrelic\.com|honeycomb\.io|grafana\.net|launchdarkly\.com|slack\.com|discord\.com|telegram\.org|segment\.io|posthog\.com|stripe\.com|twilio\.com|sendgrid\.(?:com|net)|auth0\.com|okta\.com|debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org|windows\.net|database\.azure\.com|smith\.langchain\.com|pinecone\.io|supabase\.co|storage\.googleapis\.com|(?<!execute-api\.[\w-]{1,30}\.|elb\.|bedrock[\w-]{0,20}\.[\w-]{1,30}\.)amazonaws\.com)$/;
/**
* Other programs by the way in which they begin or word a line. A name in the text of our own
* incident (`openai` in the same lines) outweighs them.
*/
const FOREIGN_LINES = /\[(?:error|crit|alert|warn)\] \d{1,10}#\d{1,10}:|\bAH\d{5}:|\bgit (?:fetch|clone|push|pull)\b|\b(?:ssh|scp|sftp|rsync): (?:connect|Could not|connection)|kex_exchange_identification|\bpip install\b|^\s*> Could not (?:resolve|GET|HEAD)|available provider packages|\bdocker pull\b|\bdocker-registry\b|\bkubelet\b|\bazure\.cli\b|@google\/cloud-|toomanyrequests: |\bbotocore\.|\bboto3\b|NoSuchBucket|\bbundler\b|Unable to connect to the server|\bkubectl\b|API rate limit exceeded for|secondary rate limit|\bapi\.github\.com\b|could not (?:receive|send) data|\bpsycopg2?\b|\basyncpg\b|\bpostgres(?:ql)?\b|\b(?:io)?redis\b|\b(?:jedis|lettuce|pymongo|psycopg|pgx|npgsql|hikari\w{0,12}|sequelize|typeorm|kafkajs|aiokafka|amqplib|nodemailer|cassandra|clickhouse)\b|\bmysql2?\b|\bHY000\b|\bmariadb\b|\bmongo(?:db|ose)?\b|\bkafka\b|\brabbitmq\b|\bamqp\b|\belasticsearch\b|\bopensearch\b|\bsqlalchemy\b|\bmemcached\b|\bsmtp\b|\bldaps?\b|\bprisma\b|\bcelery\b|\bopentelemetry\b|\botlp\b|\bstatsd\b|\bsentry\b|\bdatadog\b|\bselenium\b|\bplaywright\b|\bpuppeteer\b|\bzookeeper\b|\bconsul\b|\betcd\b|\bvault\b/i;
/**
* Programs that fetch packages, images and sources. The names of what they fetch (`openai`) are no
* evidence of a call: only a class or a body of an SDK in the same lines outweighs them.
*/
const FETCHING = /\bpip\._vendor\b|\/simple\/[\w.-]+\/?$|^(?:fatal|error): (?:unable to access|could not read|Could not resolve|RPC failed|the remote end)|^(?:npm|gyp|pnpm|yarn) (?:ERR!|error|warn|info)|\bERR_PNPM_|^\s*error An unexpected error occurred: "https|^Error response from daemon|error pulling image|failed to (?:pull|push) |^warning: spurious network error|^go: |\bNU\d{4}:|\[ERROR\] Failed to execute goal|Could not (?:transfer artifact|resolve dependencies)|^(?:E|Err:\d{1,4}|W): /;
/** Somebody tests their own code: what fails in it was made to fail. */
const TEST_RUN = /^\s*●|^\s*(?:FAIL|PASS) |\bAssertionError\b|^Tests: +\d|^--- FAIL: |^E {3}|^={3,} FAILURES/;
/** Containers, units and processes named after what runs in them. */
const FOREIGN_SOURCES = /(?:^|[\s/._-])(?:db|database|postgres(?:ql)?|pg|mysqld?|mariadb|redis|mongod?b?|kafka|rabbitmq|nginx|traefik|haproxy|elasticsearch|opensearch|minio|vault|consul|zookeeper|memcached|etcd|sshd|dockerd|containerd|kubelet)(?:$|[\s/._:-]|\d)/i;

// src/explain/foreign.ts
/** A first label that a gateway to models goes by. */
const GATEWAY_LABEL = /^(?:[\w-]{0,63}(?:gw|gateway|llm|gpt|openai|litellm|ollama|vllm|proxy)[\w-]*|ai)\./i;
const OUR_PRODUCTS = [
	"openai",
	"azure",
	"library",
	"litellm",
	"openrouter",
	"one-api",
	"gateway"
];
/** It belongs to something else, whatever else the log says. */
function isForeignHost(host) {
	return FOREIGN_HOSTS.test(host);
}
/** How much says that an incident is a call of a model API: 2 surely, 1 likely, 0 nothing does. */
function strengthOf(block, { products, endpointHost, evidence }) {
	const { kind, baseUrl } = evidence.route;
	if (kind !== "gateway" && endpointHost !== "") return 2;
	if (OUR_PRODUCTS.some((one) => products.has(one))) return 2;
	if (/\/v\d\/?$|\/openai(?:\/|$)/.test(baseUrl)) return 2;
	if (block.pieces.some(isOurs)) return 2;
	return endpointHost === "" ? 0 : 1;
}
/** Classes and sentences that only SDKs of model APIs print. */
function isOurs(piece) {
	return piece.kind === "wrapper" && piece.sdk === true || piece.kind === "class" || piece.kind === "settings" || piece.kind === "api-code" || piece.kind === "browser";
}
/** The failure of something else in the same log: a database, a package registry, a test. */
function isForeign(block, reconstruction) {
	const { evidence, products, endpointHost, hollow } = reconstruction;
	const strength = strengthOf(block, reconstruction);
	if (endpointHost !== "" && kindOfHost(endpointHost) !== "gateway") return false;
	if (FOREIGN_HOSTS.test(endpointHost)) return true;
	for (const one of evidence.observations) {
		if (one.probe !== "connect" || one.outcome.status === "skipped") continue;
		const port = one.outcome.facts?.port;
		if (port !== void 0 && FOREIGN_PORTS.has(port)) return true;
	}
	const own = new Set(block.pieces.filter(({ depth }) => depth <= 3).map(({ line }) => line));
	const lines = block.lines.filter(({ number }) => own.has(number));
	const ownText = lines.map(({ text }) => text);
	if (ownText.some((text) => FETCHING.test(text)) && !block.pieces.some(isOurs)) return true;
	if (isCallOfOther(block, own)) return true;
	if (OUR_PRODUCTS.some((one) => products.has(one)) || block.pieces.some(({ kind }) => kind === "settings")) return false;
	if (ownText.some((text) => FOREIGN_LINES.test(text))) return true;
	if (FOREIGN_SOURCES.test(block.source)) return true;
	if (strength === 2) return false;
	if (hasOtherPath(block, endpointHost)) return true;
	if (block.lines.some(({ text }) => TEST_RUN.test(text))) return true;
	if (lines.some(({ text }) => /\bcurl: \(/.test(text)) && endpointHost.includes(".") && !isThisMachine(endpointHost)) return !GATEWAY_LABEL.test(endpointHost) && !/^[\d.:]+$/.test(endpointHost);
	return hollow && strength === 0;
}
/** The line that shows the failure names a host of another service, whatever stands around it. */
function isCallOfOther({ pieces }, own) {
	const hosts = pieces.flatMap((piece) => piece.kind === "host" && own.has(piece.line) ? [piece.host] : []);
	return hosts.length > 0 && hosts.every(isForeignHost) && !pieces.some(isOurs);
}
/** Words in the paths of model APIs and of what stands in front of them. */
const MODEL_PATH = /\/v\d\/?$|\/(?:responses|completions?|embeddings?|models|images|audio|batches|files|moderations|messages|realtime|assistants|threads|rerank|generate|tags|engines|deployments)\b|openai|llm|gpt|chat|inference|generation|ollama/i;
/** A URL with a path of its own, on a host that nothing ties to models: some other service. */
function hasOtherPath({ pieces }, host) {
	if (GATEWAY_LABEL.test(host)) return false;
	const paths = pieces.flatMap((piece) => piece.kind === "host" && piece.host === host ? [piece.path ?? ""] : []);
	return paths.some((path) => /^\/\w/.test(path)) && !paths.some((path) => MODEL_PATH.test(path));
}

// src/explain/hints.ts
/** Paths of the API, with whatever a gateway puts in front of `/v1`. */
const API_PATH = /^(.{0,200}?)(\/(?:responses|chat\/completions|completions|embeddings|models|images|audio|batches|files|moderations|messages)\b)/;
/**
* The host of the failing call: of Azure or OpenAI when one is named, else of a URL with a path of
* the API, else the one named next to an API word. A proxy is no destination.
*/
function destinationOf(pieces, products, body) {
	const marks = body?.marks ?? [];
	const proxies = new Set(pieces.flatMap((piece) => piece.kind === "proxy" ? [hostPart(piece.proxy)] : []));
	const ours = products.has("openai") || products.has("azure");
	const dialled = pieces.flatMap((piece) => hostOfFailure(piece));
	const hosts = [...pieces.filter((piece) => piece.kind === "host"), ...dialled].filter((one) => !proxies.has(one.host) && !(ours && isForeignHost(one.host)) && !isOwnServer(one, dialled));
	const host = withUrl(dialled.find((one) => !isAddress$1(one.host) && !proxies.has(one.host)), hosts) ?? hosts.find((one) => kindOfHost(one.host) !== "gateway") ?? hosts.find((one) => one.path !== void 0 && (API_PATH.test(one.path) || /\/v1\/?$/.test(one.path))) ?? hosts.find((one) => !isAddress$1(one.host)) ?? hosts[0];
	if (host === void 0) {
		const kind = unnamed(pieces, products, body);
		return {
			...NOWHERE,
			kind,
			baseUrl: UNNAMED[kind]
		};
	}
	const prefix = API_PATH.exec(host.path ?? "")?.[1] ?? (host.path ?? "").replace(/\/$/, "");
	const port = host.port === void 0 || host.port === 443 ? "" : `:${host.port}`;
	const name = host.host.includes(":") ? `[${host.host}]` : host.host;
	const hostKind = kindOfHost(host.host);
	return {
		kind: hostKind === "gateway" && marks.some((one) => familyOf(one) === "azure") ? "azure" : hostKind,
		baseUrl: `${host.scheme ?? "https"}://${name}${port}${prefix}`,
		method: host.method ?? "POST",
		path: host.path ?? "",
		host
	};
}
/** A server of the application tells its own address; the call that failed went somewhere else. */
function isOwnServer({ host }, dialled) {
	const addresses = dialled.filter((one) => isAddress$1(one.host));
	return isThisMachine(host) && addresses.length > 0 && !addresses.some((one) => isThisMachine(one.host));
}
const NOWHERE = {
	method: "POST",
	path: ""
};
/** `getaddrinfo ENOTFOUND gw.corp.example`: the failure names the host. */
function hostOfFailure(piece) {
	if (piece.kind !== "failure" || piece.host === void 0 || piece.of === "proxy") return [];
	const { host, port, line, column, index, end, depth } = piece;
	return [{
		kind: "host",
		host,
		line,
		column,
		index,
		end,
		depth,
		...given({ port })
	}];
}
/** The same host as a URL, where the log has one: with its path and scheme. */
function withUrl(named, hosts) {
	return hosts.find((one) => one.host === named?.host && one.path !== void 0) ?? named;
}
function isAddress$1(host) {
	return host.includes(":") || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}
/** What stands in place of a host that the log does not name: not a URL, so no port follows from it. */
const UNNAMED = {
	openai: "the API host",
	azure: "the Azure resource",
	gateway: "the gateway"
};
/** No host is named: headers, then words, then the shape of the body say whose answer it was. */
function unnamed(pieces, products, body) {
	const marks = body?.marks ?? [];
	const sent = pieces.map((piece) => piece.kind === "header" ? routeOfHeader(piece.name, piece.value) : void 0);
	if (sent.includes("azure")) return "azure";
	if (sent.includes("gateway")) return "gateway";
	if (products.has("one-api") || products.has("openrouter") || products.has("gateway")) return "gateway";
	const told = marks.filter((one) => !(products.has("library") && familyOf(one) === "litellm"));
	const written = told.map(routeOfMark);
	if (told.some((one) => routeOfMark(one) === "gateway" && isOfOneProduct(one))) return "gateway";
	if (/^[A-Z][a-z]+[A-Z]/.test(body?.error?.code ?? "")) return "azure";
	if (written.includes("azure")) return "azure";
	const direct = written.includes("openai");
	if (!direct && written.includes("gateway")) return "gateway";
	if (!direct && products.has("azure")) return "azure";
	if (body?.error?.type?.startsWith("cf_") === true) return "openai";
	if (body !== void 0 && isGatewayShape(body)) return "gateway";
	return "openai";
}
/** OpenAI always sends `{error:{…}}` with words as codes. */
function isGatewayShape({ shape, errorShape, error }) {
	if (shape !== "json" || errorShape === void 0) return false;
	if (errorShape !== "openai") return true;
	return error?.codeType === "number";
}
function hostPart(hostAndPort) {
	return hostAndPort.replace(/:\d{1,5}$/, "");
}

// src/explain/seen.ts
function only(observation, place, confidence) {
	return {
		observations: [observation],
		confidence,
		places: [place]
	};
}
function tunnelSeen(piece, pieces, destination, make) {
	const headers = headersIn(pieces);
	const { status } = piece;
	const failure = status === void 0 ? { code: piece.code ?? "proxy.http_error" } : refusal({
		status,
		headers
	});
	const facts = {
		proxy: piece.proxy ?? proxyIn(pieces),
		scheme: "http",
		target: piece.target ?? destination.host?.host ?? "",
		headers,
		schemes: [],
		credentialsSent: false,
		...given({ status })
	};
	const observation = make("tunnel", piece, failed(failure, facts));
	const confidence = facts.target === "" && facts.proxy === "" ? "medium" : "high";
	return {
		observations: [observation],
		confidence,
		places: placesLike(piece, pieces)
	};
}
function codeOf(piece) {
	if (piece.code !== void 0) return {
		code: piece.code,
		...given({ alert: piece.alert })
	};
	const message = piece.alert === void 0 ? {} : { message: `SSL alert number ${piece.alert}` };
	const { code, errno, alert } = failureFrom({
		...given({ code: piece.errno }),
		...piece.errno === "ECONNRESET" ? {
			errno: -104,
			syscall: "read"
		} : {},
		...message
	}, piece.layer);
	return {
		code,
		...given({
			errno,
			alert
		})
	};
}
function failureSeen(piece, pieces, destination, make) {
	const failure = codeOf(piece);
	const throughProxy = pieces.some((one) => one.kind === "proxy" && one.variable === void 0);
	const of = piece.of ?? (throughProxy && piece.layer !== "tls" ? "proxy" : "target");
	const host = piece.host ?? destination.host?.host ?? "";
	const port = piece.port ?? destination.host?.port ?? (destination.host === void 0 ? 0 : 443);
	const places = placesLike(piece, pieces);
	const confidence = failure.errno === void 0 && failure.code.endsWith(".failed") || host === "" ? "medium" : "high";
	switch (piece.layer) {
		case "dns": return {
			observations: [make("lookup", piece, failed(failure, {
				host,
				resolver: "log",
				addresses: [],
				of
			}))],
			confidence,
			places
		};
		case "tcp": {
			const attempts = attemptsIn(pieces, host, port);
			const facts = {
				host,
				port,
				attempts,
				of
			};
			return {
				observations: [...lookupBelow(attempts, destination, piece, make), make("connect", piece, failed(failure, facts))],
				confidence,
				places
			};
		}
		case "tls": return {
			observations: [make("connect", piece, {
				status: "ok",
				facts: {
					host,
					port,
					attempts: [],
					of
				}
			}), make("handshake", piece, failed(failure, {
				servername: destination.host?.host ?? host,
				of,
				chain: [],
				verified: false
			}))],
			confidence,
			places
		};
		case "proxy":
		case "http": return {
			observations: [make("response", piece, failed(failure, {
				method: destination.method,
				path: destination.path,
				authenticated: true
			}))],
			confidence,
			places
		};
	}
}
/** An address that was dialled for a name proves that the name resolved, and to what. */
function lookupBelow(attempts, destination, piece, make) {
	const host = destination.host?.host;
	const port = destination.host?.port ?? (destination.host?.scheme === "http" ? 80 : 443);
	if (host === void 0 || isAddress(host)) return [];
	if (attempts.length === 0 || attempts.some((one) => one.port !== port)) return [];
	return [make("lookup", piece, {
		status: "ok",
		facts: {
			host,
			resolver: "log",
			addresses: [...new Set(attempts.map(({ address }) => address))].map(resolved),
			of: "target"
		}
	})];
}
function attemptsIn(pieces, host, port) {
	const found = /* @__PURE__ */ new Map();
	for (const piece of pieces) {
		if (piece.kind !== "failure" || piece.layer !== "tcp" || piece.host === void 0) continue;
		if (!isAddress(piece.host) || found.size >= 8) continue;
		const { code, errno } = codeOf(piece);
		found.set(piece.host, {
			address: piece.host,
			family: piece.host.includes(":") ? 6 : 4,
			port: piece.port ?? port,
			status: "failed",
			code,
			...given({ errno }),
			elapsedMs: 0
		});
	}
	return found.size > 0 || !isAddress(host) ? [...found.values()] : [];
}
function isAddress(host) {
	return host.includes(":") || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}
function answerSeen(answer, pieces, destination, make) {
	const headers = headersIn(pieces);
	const id = pieces.find((piece) => piece.kind === "request-id")?.value;
	const limits = limitsOf(headers, 0);
	const facts = {
		method: destination.method,
		path: destination.path,
		status: answer.status,
		httpVersion: "1.1",
		headers,
		body: answer.body,
		authenticated: true,
		...given({
			requestId: id,
			limits
		})
	};
	const confidence = sureness(answer, destination, headers, id);
	return {
		observations: [make("response", answer.at, {
			status: "ok",
			facts
		}), make("answer", answer.at, {
			status: "skipped",
			because: `the response has status ${answer.status}`
		})],
		confidence,
		places: [answer.at, ...pieces.filter((piece) => piece.kind === "status")],
		...answer.statusImplied ? { impliedStatus: answer.status } : {}
	};
}
/**
* A status with its body is proven where a header, a request id or the host says whose it is; words
* or a code of the API without these are clear and their author is not; a status alone is a shape.
*/
function sureness({ body, statusSeen, bodySeen }, { host }, headers, id) {
	const { error, marks, shape } = body;
	const word = [error?.code, error?.type].some((one) => one !== void 0 && !/^\d+$/.test(one));
	const page = marks.some((one) => /^(?:block|portal|proxy)\./.test(one));
	const proven = Object.entries(headers).some(([name, value]) => routeOfHeader(name, value) !== void 0);
	if (statusSeen && proven) return "high";
	const spoken = word || page || marks.some((one) => !/^(?:server\.|litellm\.upstream)/.test(one));
	if (!spoken && shape !== "json") return marks.length > 0 && host !== void 0 ? "medium" : "low";
	const attested = page || host !== void 0 || id !== void 0 || Object.keys(headers).length > 0;
	return statusSeen && bodySeen && attested ? "high" : spoken ? "medium" : "low";
}
/** Nothing but the SDK's word: it is said that an answer is missing, and nothing else. */
function wrapperSeen(piece, destination, make) {
	const { host } = destination;
	if (piece.says === "connection" && host?.scheme === "http" && isThisMachine(host.host)) return {
		observations: [make("connect", piece, failed({ code: "tcp.failed" }, {
			host: host.host,
			port: host.port ?? 80,
			attempts: [],
			of: "target"
		}))],
		confidence: "low",
		places: [piece, host]
	};
	return {
		observations: [make("answer", piece, failed({ code: piece.says === "timeout" ? "path.timed_out" : "path.no_response" }, {
			sdk: "log",
			valid: false,
			errorChain: []
		}))],
		confidence: "low",
		places: [piece],
		hollow: true
	};
}
function headersIn(pieces) {
	const pairs = pieces.flatMap((piece) => piece.kind === "header" ? [[piece.name, piece.value]] : []);
	return headersOfInterest(pairs);
}
function proxyIn(pieces) {
	return pieces.find((piece) => piece.kind === "proxy" && piece.proxy !== "")?.kind === "proxy" ? pieces.flatMap((piece) => piece.kind === "proxy" && piece.proxy !== "" ? [piece.proxy] : [])[0] ?? "" : "";
}
/** The deciding piece and the others of its kind, nearest to the wire first. */
function placesLike(piece, pieces) {
	return [piece, ...pieces.filter((one) => one !== piece && (one.kind === piece.kind || one.kind === "wrapper"))];
}
function observer(destination) {
	const counts = /* @__PURE__ */ new Map();
	return (probe, at, outcome) => {
		const count = (counts.get(probe) ?? 0) + 1;
		counts.set(probe, count);
		return {
			id: count === 1 ? probe : `${probe}#${count}`,
			probe,
			rung: PROBE_RUNG[probe],
			route: "log",
			target: destination.host?.host ?? destination.baseUrl,
			attempt: 1,
			startedMs: 0,
			elapsedMs: 0,
			outcome,
			at: {
				line: at.line,
				column: at.column
			}
		};
	};
}
function failed(failure, facts) {
	return {
		status: "failed",
		failure,
		facts
	};
}

// src/explain/evidence.ts
/** One block of the log → observations, as the live run would have made them. */
function reconstruct(block) {
	const whole = textOf(block);
	const bodies = bodiesIn(whole.text);
	const outside = [...hostsOfPages(bodies, whole), ...block.pieces.filter((piece) => !whole.inside(piece, bodies) || describes(piece))];
	const answer = answerIn(whole, bodies, outside);
	const products = productsOf(block.pieces, bodies, whole);
	const destination = destinationOf(outside, products, answer?.body);
	const egress = egressOf(block, outside);
	const seen = observationsOf(outside, answer, destination, observer(destination));
	if (seen === void 0) return void 0;
	return {
		evidence: {
			route: routeOf(destination, egress.client),
			egress,
			source: "log",
			observations: seen.observations,
			confidence: seen.confidence
		},
		cites: placesOf(seen.places),
		products,
		hollow: seen.hollow === true,
		...given({ impliedStatus: seen.impliedStatus }),
		...egress.clientUnknown === true ? {} : { client: egress.client },
		endpointHost: destination.host?.host ?? ""
	};
}
/** Cloudflare's error pages are entitled with the host that was asked for: `api.openai.com | 502: …`. */
function hostsOfPages(bodies, whole) {
	return bodies.flatMap(({ shape, text, start, end }) => {
		const host = shape === "html" ? /<title>\s?([A-Za-z\d][\w.-]{0,80}) \| [45]\d\d: /.exec(text)?.[1] : void 0;
		if (host === void 0) return [];
		return [{
			kind: "host",
			host: host.toLowerCase(),
			...whole.placeOf(start),
			index: start,
			end,
			depth: 4
		}];
	});
}
/** Hosts and ids inside a body still say where the call went and which it was. */
function describes(piece) {
	return piece.kind === "request-id" || piece.kind === "retry";
}
function productsOf(pieces, bodies, whole) {
	const found = new Set(pieces.flatMap((piece) => piece.kind === "product" ? [piece.product] : []));
	const outside = bodies.reduce((text, body) => text.replace(whole.text.slice(body.start, body.end), ""), whole.text);
	if (/(?<!\b\d{3} )\blitellm\.(?:exceptions\.)?[A-Z]|(?<!litellm[^\n]{0,80})\b(?:OpenAI|Azure)Exception - /.test(outside)) found.add("library");
	return found;
}
/** Deeper evidence outranks wrappers; what lies below a step is only claimed where the step proves it. */
function observationsOf(pieces, answer, destination, make) {
	const found = pieces.filter((piece) => piece.kind === "settings");
	const settings = found.find(({ atStart }) => atStart === true) ?? found[0];
	if (settings !== void 0) {
		const { code, setting, message, fix, owner } = settings;
		return only(make("settings", settings, failed({ code }, { problems: [{
			code,
			setting,
			message,
			fix,
			owner,
			severity: "fatal"
		}] })), settings, "high");
	}
	const browser = pieces.find((piece) => piece.kind === "browser");
	if (browser !== void 0) {
		const { because, origin = "this page" } = browser;
		const outcome = failed({ code: "client.cors_refused" }, {
			origin,
			allowed: false,
			headers: {},
			status: 0,
			because
		});
		return only(make("browser-origin", browser, outcome), browser, "high");
	}
	const tunnel = tunnelIn(pieces);
	if (tunnel !== void 0) return tunnelSeen(tunnel, pieces, destination, make);
	const broken = deepestFailure(pieces);
	if (broken !== void 0 && !(answer !== void 0 && outranks(answer, broken))) return failureSeen(broken, pieces, destination, make);
	if (answer !== void 0) return answerSeen(answer, pieces, destination, make);
	const wrapper = pieces.find((piece) => piece.kind === "wrapper");
	return wrapper === void 0 ? void 0 : wrapperSeen(wrapper, destination, make);
}
/** A status or a body proves that a server answered; words of a time-out around it do not undo that. */
function outranks(answer, broken) {
	if (broken.errno !== void 0) return answer.bodySeen && answer.at.line > broken.line;
	return answer.statusSeen || answer.bodySeen;
}
function tunnelIn(pieces) {
	const all = pieces.filter((piece) => piece.kind === "tunnel");
	return all.find(({ status }) => status !== void 0) ?? all.find(({ code }) => code !== void 0) ?? all[0];
}
/** The failure that says most: named by the system or by OpenSSL before words without a name. */
function deepestFailure(pieces) {
	return pieces.filter((piece) => piece.kind === "failure").toSorted((a, b) => weightOf(b) - weightOf(a))[0];
}
const LAYER_WEIGHT = {
	dns: 4,
	tcp: 2,
	proxy: 3,
	tls: 4,
	http: 1
};
function weightOf(piece) {
	const code = codeOf(piece).code;
	const vague = /\.failed$|^tls\.cert\.invalid$|^tls\.protocol\.error$/.test(code) ? -20 : 0;
	const bare = /^(?:tcp|http)\.(?:reset|timed_out)$/.test(code) ? -10 : 0;
	const named = piece.errno === void 0 ? 0 : 2;
	return vague + bare + named + LAYER_WEIGHT[piece.layer];
}
/** The first place in each line is enough. */
const MAX_CITES = 5;
function placesOf(places) {
	const found = /* @__PURE__ */ new Map();
	for (const { line, column } of places) if (found.size < MAX_CITES && !found.has(line)) found.set(line, {
		line,
		column
	});
	return [...found.values()];
}
function routeOf(destination, client) {
	return {
		name: "log",
		kind: destination.kind,
		baseUrl: destination.baseUrl,
		endpoint: ENDPOINTS.find((endpoint) => destination.path.includes(endpointFacts(endpoint).path)) ?? "chat-completions",
		depth: "request",
		client,
		clientReason: "read from the log",
		timeoutMs: 0,
		attempts: 1,
		waitUpToMs: 0,
		failOn: [],
		compareDirect: false
	};
}
/**
* Words that only one family of clients writes, the most certain first. A name that this program
* has no rules for counts as unknown.
*/
const CLIENT_WORDS = [
	["curl", /\bcurl: \(/],
	["php", /\bGuzzleHttp\b|\bcURL error \d|\bPHP (?:Fatal|Warning)|\bfile_get_contents\(|\bfopen\(https?:|\bSymfony\\|\bIlluminate\\|\.php(?:\(|:)\d/],
	["go", /&openai\.\w+\{|\bHTTPStatusCode:\d|\bdial tcp\b|\bread tcp \S+->|\bx509: |\bnet\/http: |\b(?:Post|Get) "https?:|goroutine \d|\btls: (?:failed|handshake|first)/],
	["java", /\b(?:javax?|com\.openai|okhttp3|org\.apache|io\.netty|sun\.security|reactor|org\.springframework)\.[\w.]{3,}|\.java:\d|PKIX path/],
	["dotnet", /\bSystem\.(?:Net|IO|Security|Threading|FormatException|Uri)|\bHttpRequestException\b|\bAzure\.RequestFailedException\b|\bInvoke-(?:RestMethod|WebRequest)\b|\.cs:line \d/],
	["ruby", /\bFaraday::|\bNet::(?:Open|Read|HTTP)|\bOpenSSL::SSL|\bOpenAI::|\.rb:\d|\bErrno::E[A-Z]/],
	["deno", /\bdeno\b|ext:deno_|\bTypeError: error sending request/i],
	["rust", /\breqwest\b|\bhyper(?:_util)?\b|\brustls\b|invalid peer certificate|error sending request for url|\.rs:\d|\bos error \d/],
	["bun", /\bBun v\d|Is the computer able to access the url/],
	["node", /\bnode:[a-z_]{2,}|\[cause\]:|\bUND_ERR_|\bTypeError: fetch failed|\bat (?:async )?[\w.<>]+ \((?:file|node|\/)|node_modules|\bAxiosError\b|\bFetchError: request to\b|\bERR_[A-Z]{3,}_|\bgetaddrinfo E[A-Z]{3,}|\b(?:connect|read|write) E[A-Z]{4,}|\d{3} status code \(no body\)|\bsyscall: '|\b(?:AI_APICallError|APIConnectionTimeoutError)\b/],
	["python", /Traceback \(most recent|\b(?:httpx2?|httpcore2?|urllib3|requests|aiohttp|anyio|socket|ssl)\.[A-Za-z]|\bopenai\.(?:error\.)?[A-Z]\w+|\blitellm\.|\[Errno |Error code: \d{3}\b|site-packages|_ssl\.c:\d|\[SSL: |\b(?:SSLError|NewConnectionError|ProxyError|HTTPSConnectionPool)\(/]
];
/** The client of the incident: its own lines decide, those around it only where they are silent. */
function clientOf(block, pieces) {
	const own = new Set(pieces.filter((piece) => piece.depth <= 3).map(({ line }) => line));
	const near = block.lines.filter(({ number }) => own.has(number));
	for (const lines of [near, block.lines]) {
		const text = lines.map((line) => line.text).join("\n").slice(0, 32768);
		const name = CLIENT_WORDS.find(([, words]) => words.test(text))?.[0];
		if (name !== void 0) return CLIENTS.find((client) => client === name);
	}
}
function egressOf(block, pieces) {
	const client = clientOf(block, pieces);
	const named = pieces.find((piece) => piece.kind === "proxy" && piece.proxy !== "" && piece.variable === void 0);
	const proxy = /^([\w.-]{1,253}):(\d{1,5})$/.exec(named?.kind === "proxy" ? named.proxy : "");
	return {
		client: client ?? "node",
		...client === void 0 ? { clientUnknown: true } : {},
		reason: "read from the log",
		ignored: [],
		trust: [],
		verifies: true,
		addressTimeoutMs: 0,
		httpVersion: "1.1",
		...proxy === null ? {} : { proxy: {
			scheme: "http",
			host: proxy[1] ?? "",
			port: Number(proxy[2]),
			source: "the proxy variable",
			hasCredentials: false
		} }
	};
}

// src/explain/incidents.ts
/** A browser's refusal is a note beside a live run; in a log it is what failed. */
const LOG_RULES = [...RULES, ...each(BROWSER_NOTES)];
/** Causes that are kept apart, blocks that are remembered, examples of each: memory stays bounded. */
const MAX_GROUPS = 500;
const MAX_KNOWN$1 = 2e3;
const MAX_LISTED = 10;
/** Judges each block, counts those of one cause together. Memory does not grow with the log. */
function collectIncidents() {
	const groups = /* @__PURE__ */ new Map();
	/** Same words, same verdict: judged once. */
	const known = /* @__PURE__ */ new Map();
	const lastOf = /* @__PURE__ */ new Map();
	let dropped = 0;
	const find = (block) => {
		const fingerprint = fingerprintOf(block);
		const seen = known.get(fingerprint);
		if (seen !== void 0) return seen === "nothing" ? void 0 : seen;
		const group = groupOf(block, groups);
		if (group === "full") {
			dropped += 1;
			return;
		}
		if (known.size >= MAX_KNOWN$1) known.clear();
		known.set(fingerprint, group ?? "nothing");
		return group;
	};
	return {
		add: (block) => {
			const group = find(block);
			if (group === void 0) return void 0;
			if (block.retry && lastOf.get(block.source) === group && group.count > 0) group.retries += 1;
			else group.count += 1;
			const place = placeOf(block);
			if (block.source !== "" && group.sources.size < MAX_LISTED && !group.sources.has(block.source) ? isBefore(place, group.first) : place.line < group.first.line) group.first = place;
			if (place.line > group.last.line) group.last = place;
			if (block.source !== "" && group.sources.size < MAX_LISTED) group.sources.add(block.source);
			for (const piece of block.pieces) if (piece.kind === "request-id" && group.requestIds.size < MAX_LISTED) group.requestIds.add(piece.value);
			if (lastOf.size > 256) lastOf.clear();
			lastOf.set(block.source, group);
			return group;
		},
		again: (group, source, last) => {
			group.count += 1;
			lastOf.set(source, group);
			if (last === void 0) return;
			const place = placeOf(last);
			if (place.line > group.last.line) group.last = place;
		},
		groups: () => folded([...groups.values()]),
		dropped: () => dropped
	};
}
function groupOf(given, groups) {
	const block = rejoined(given);
	const reconstruction = reconstruct(block);
	if (reconstruction === void 0) return void 0;
	const verdict = inItsWords(judge(reconstruction.evidence, LOG_RULES, NOTES), block, reconstruction);
	if (verdict.owner === "none") return void 0;
	const foreign = isForeign(block, reconstruction);
	const strength = strengthOf(block, reconstruction);
	const key = [
		verdict.owner,
		verdict.code,
		reconstruction.endpointHost,
		verdict.httpStatus,
		foreign,
		strength === 0
	].join(" ");
	const same = groups.get(key);
	if (same !== void 0) return same;
	if (groups.size >= MAX_GROUPS) return "full";
	const first = placeOf(block);
	const group = {
		verdict,
		reconstruction,
		foreign,
		named: strength > 0,
		bare: isBare(reconstruction),
		count: 0,
		retries: 0,
		first,
		last: first,
		sources: /* @__PURE__ */ new Set(),
		requestIds: /* @__PURE__ */ new Set()
	};
	groups.set(key, group);
	return group;
}
/**
* A log is not told what it does not hold: `(ENOTFOUND)` is how one system writes it, and a status
* that only follows from the words of an answer stands nowhere in it.
*/
function inItsWords(verdict, { lines }, { impliedStatus }) {
	const summary = verdict.summary.replaceAll(NAME_IN_BRACKETS, (note, name) => lines.some(({ text }) => text.includes(name)) ? note : "").replace(ANSWERED, (told, status, word = "") => Number(status) === impliedStatus ? ` answered${word === "" ? " with an error" : word}` : told);
	return {
		...verdict,
		summary
	};
}
const ANSWERED = / answered (\d{3})( [\w-]{2,60}(?=[:;,. ]))?/;
const NAME_IN_BRACKETS = / \((E[A-Z\d]{3,20}|[A-Z\d]{2,20}(?:_[A-Z\d]{1,20}){1,10})\)/g;
function isBare({ evidence }) {
	const response = evidence.observations.find((one) => one.probe === "response");
	if (response?.probe !== "response" || response.outcome.status !== "ok") return false;
	const { body } = response.outcome.facts;
	return body.shape === "empty" || body.error === void 0 && body.marks.length === 0;
}
/**
* A client that logs each reply's status line, and the error with its body at the end, tells of one
* request several times: the status alone adds nothing to the body with the same status.
*/
function folded(groups) {
	const kept = [];
	for (const group of groups) {
		const telling = group.bare ? groups.find((other) => !other.bare && other.verdict.httpStatus === group.verdict.httpStatus && sameHost(other, group)) : void 0;
		if (telling === void 0) kept.push(group);
		else telling.retries += Math.max(0, group.count + group.retries - telling.count);
	}
	return kept;
}
function sameHost(a, b) {
	const [one, other] = [a.reconstruction.endpointHost, b.reconstruction.endpointHost];
	return one === other || one === "" || other === "";
}
/** By the clock where the log has it with an offset (several sources, one after another), else by line. */
function isBefore(a, b) {
	const [one, other] = [a, b].map(({ time = "" }) => OFFSET.test(time) ? Date.parse(time) : NaN);
	const apart = (one ?? NaN) - (other ?? NaN);
	if (Number.isNaN(apart) || apart === 0) return a.line < b.line || a.line === b.line && a.column < b.column;
	return apart < 0;
}
const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/;
function placeOf(block) {
	const deciding = block.pieces.toSorted((a, b) => a.depth - b.depth)[0];
	const time = block.lines.find((line) => line.time !== void 0)?.time;
	return {
		line: deciding?.line ?? block.lines[0]?.number ?? 1,
		column: deciding?.column ?? 1,
		...given({ time })
	};
}
/** The words of a block without what differs each time: numbers, ids. */
function fingerprintOf(block) {
	const text = block.lines.map((line) => line.text).join("\n").slice(0, 8192);
	return `${block.pieces.map((piece) => "status" in piece ? piece.status : "").join(",")}|${text.replaceAll(/[\da-f]{8,}|(?<![:\d])(?!1[01]\d{3}\b)\d{4,}/gi, "#").replaceAll(/(?<![:\d])\d{1,2}(?!\d)/g, "#")}`;
}

// src/explain/lines.ts
/** A line over 64 KiB keeps its head and its tail. */
const HEAD_BYTES$1 = 49152;
const TAIL_BYTES = 16384;
const SLICE_BYTES = 524288;
const BEFORE_LINES = 10;
const AFTER_LINES = 24;
/** Context lines are only kept while they are short together. */
const BEFORE_BYTES = 32768;
/** Lines that only hint at a route are handed over so often, then no more. */
const MOST_HINTS = 400;
const LF = 10;
const ESC = 27;
const NUL = 0;
/**
* Splits bytes into lines and hands over those with a word that decides and the few around them,
* and the first few with a hint; of everything else only the line ends are counted. Memory is
* bounded by the slice, whatever the length of a line.
*/
function scanLines(search, onLine) {
	/** One buffer for all slices: bytes of earlier ones that still count, then the new ones. */
	const work = Buffer.allocUnsafe(622592);
	let second;
	const scratch = () => second ??= Buffer.allocUnsafe(work.length);
	/** Length of what still counts: lines of context, then the open line. */
	let carried = 0;
	/** Number of the first line of what is carried, and where the open line starts in it. */
	let firstNumber = 1;
	let openAt = 0;
	/** Number of the open line. */
	let openNumber = 1;
	/** Lines that still follow one with a word, and the number of the next that was not handed over. */
	let after = 0;
	let nextNumber = 1;
	let hintsLeft = MOST_HINTS;
	let long;
	const emit = (number, view, start, end) => {
		if (number < nextNumber) return;
		nextNumber = number + 1;
		const open = long;
		if (open !== void 0 && number === openNumber) {
			const tailAt = Math.max(start, end - TAIL_BYTES);
			onLine({
				number,
				bytes: Buffer.concat([open.head, view.subarray(tailAt, end)]),
				cut: {
					after: open.head.length,
					bytes: open.dropped + tailAt - start
				}
			});
			return;
		}
		if (end - start <= 65536) {
			onLine({
				number,
				bytes: view.subarray(start, end)
			});
			return;
		}
		onLine({
			number,
			bytes: Buffer.concat([view.subarray(start, start + HEAD_BYTES$1), view.subarray(end - TAIL_BYTES, end)]),
			cut: {
				after: HEAD_BYTES$1,
				bytes: end - start - HEAD_BYTES$1 - TAIL_BYTES
			}
		});
	};
	/** Hands over at most `count` whole lines from `start` on; says where the next one begins. */
	const emitLines = (view, start, limit, number, count) => {
		let at = start;
		let emitted = 0;
		while (emitted < count && at < limit) {
			const stop = view.indexOf(LF, at);
			if (stop === -1 || stop >= limit) break;
			emit(number + emitted, view, at, stop);
			at = stop + 1;
			emitted += 1;
		}
		return {
			at,
			emitted
		};
	};
	/** Scans whole lines: everything up to `limit`, which stands behind a line end. */
	const scan = (view, visible, limit) => {
		/** Everything before is counted: `number` is that of the line that begins at `counted`. */
		let counted = openAt;
		let number = openNumber;
		let from = openAt;
		const found = { decides: false };
		const countTo = (to) => {
			if (after > 0) {
				const { at, emitted } = emitLines(view, counted, to, number, after);
				counted = at;
				number += emitted;
				after -= emitted;
			}
			for (let stop = view.indexOf(LF, counted); stop !== -1 && stop < to; stop = view.indexOf(LF, counted)) {
				counted = stop + 1;
				number += 1;
			}
		};
		for (;;) {
			const hit = long?.triggered === true && from === openAt ? openAt : findWord(search, visible, from, limit, found);
			if (hit === -1) break;
			const triggered = long?.triggered === true && from === openAt;
			countTo(hit);
			const start = counted;
			const end = view.indexOf(LF, hit);
			if (triggered || found.decides) {
				emitBefore(view, start, number);
				emit(number, view, start, end);
				after = AFTER_LINES;
				from = end + 1;
			} else if (hintsLeft > 0 && number >= nextNumber && !decidesBefore(visible, hit, end)) {
				hintsLeft -= 1;
				emit(number, view, start, end);
				from = end + 1;
			} else {
				from = hit + 1;
				continue;
			}
			counted = end + 1;
			number += 1;
			endLine();
		}
		countTo(limit);
		openNumber = number;
		openAt = limit;
		endLine();
	};
	const endLine = () => {
		long = void 0;
	};
	/** A hint must not hide a word that decides further on in the same line. */
	const decidesBefore = (visible, from, end) => {
		const found = { decides: false };
		let at = from;
		for (;;) {
			at = findWord(search, visible, at, end, found);
			if (at === -1) return false;
			if (found.decides) return true;
			at += 1;
		}
	};
	const emitBefore = (view, start, number) => {
		let at = start;
		let count = 0;
		while (count < BEFORE_LINES && at > 0 && number - count > firstNumber) {
			const before = at >= 2 ? view.lastIndexOf(LF, at - 2) + 1 : 0;
			if (start - before > BEFORE_BYTES) break;
			at = before;
			count += 1;
		}
		emitLines(view, at, start, number - count, count);
	};
	const pushSlice = (slice) => {
		work.set(slice, carried);
		const view = work.subarray(0, carried + slice.length);
		const last = view.lastIndexOf(LF);
		if (last >= openAt) scan(view, withoutColours(view, scratch), last + 1);
		keep(view);
	};
	const keep = (view) => {
		const open = view.length - openAt;
		if (long !== void 0 || open > 65536) {
			const head = long?.head ?? Buffer.from(view.subarray(openAt, openAt + 49152));
			const from = long === void 0 ? openAt + HEAD_BYTES$1 : openAt;
			const tailAt = Math.max(from, view.length - TAIL_BYTES);
			const found = { decides: false };
			const visible = withoutColours(view, scratch);
			let triggered = long?.triggered ?? false;
			for (let at = openAt; !triggered && at !== -1;) {
				at = findWord(search, visible, at, view.length, found);
				if (at === -1) break;
				triggered = found.decides;
				at += 1;
			}
			long = {
				head,
				dropped: (long?.dropped ?? 0) + tailAt - from,
				triggered
			};
			carried = view.copy(work, 0, tailAt);
			openAt = 0;
			firstNumber = openNumber;
			return;
		}
		let from = openAt;
		let lines = 0;
		while (lines < BEFORE_LINES && from > 0 && openNumber - lines > firstNumber) {
			const start = from >= 2 ? view.lastIndexOf(LF, from - 2) + 1 : 0;
			if (openAt - start > BEFORE_BYTES) break;
			from = start;
			lines += 1;
		}
		firstNumber = openNumber - lines;
		carried = view.copy(work, 0, from);
		openAt -= from;
	};
	return {
		push: (chunk) => {
			for (let at = 0; at < chunk.length; at += SLICE_BYTES) pushSlice(chunk.subarray(at, at + SLICE_BYTES));
		},
		end: () => {
			if (carried > openAt || long !== void 0) pushSlice(Uint8Array.of(LF));
		}
	};
}
/** Colour sequences and NUL bytes inside a word must not hide it: they become part of no word. */
function withoutColours(view, scratch) {
	if (view.indexOf(ESC) === -1 && view.indexOf(NUL) === -1) return view;
	const visible = scratch().subarray(0, view.length).fill(32);
	let lineEnd = view.length;
	while (lineEnd > 0) {
		const stop = lineEnd >= 1 ? view.lastIndexOf(LF, lineEnd - 1) : -1;
		squeeze(view, visible, stop + 1, lineEnd);
		if (stop === -1) break;
		visible[stop] = LF;
		lineEnd = stop;
	}
	return visible;
}
/** Copies the visible bytes of one line, close together, to where the line begins. */
function squeeze(view, visible, start, end) {
	let to = start;
	let escape = 0;
	for (let at = start; at < end; at += 1) {
		const byte = view[at] ?? 0;
		if (escape === 1) escape = byte === 91 ? 2 : 0;
		else if (escape === 2) {
			if (byte >= 64 && byte <= 126) escape = 0;
		} else if (byte === ESC) escape = 1;
		else if (byte !== NUL) {
			visible[to] = byte;
			to += 1;
		}
	}
}
/**
* Passes UTF-8 on as it is; a log that begins with the byte order mark of UTF-16 (PowerShell's
* redirection writes it) is turned into UTF-8 piece by piece.
*/
function decoded(push) {
	let first;
	let mode = "unknown";
	const pass = (chunk) => {
		if (mode === "unknown") {
			const head = first === void 0 ? chunk : Buffer.concat([first, chunk]);
			if (head.length < 2) {
				first = head;
				return;
			}
			const label = labelOf(head);
			mode = label === void 0 ? "utf-8" : new TextDecoder(label);
			pass(head);
		} else if (mode === "utf-8") push(chunk);
		else push(Buffer.from(mode.decode(chunk, { stream: true })));
	};
	return {
		push: pass,
		end: () => {
			if (mode === "unknown" && first !== void 0) push(first);
			if (mode instanceof TextDecoder) push(Buffer.from(mode.decode()));
		}
	};
}
function labelOf(head) {
	if (head[0] === 255 && head[1] === 254) return "utf-16le";
	return head[0] === 254 && head[1] === 255 ? "utf-16be" : void 0;
}

// src/explain/repeats.ts
/** Lines that are remembered. */
const MAX_KNOWN = 4096;
/** So often a line is read in full: that many request ids are listed. */
const READ_TIMES = 10;
/**
* A log in which every line is an incident of its own says a few things many times. A line that was
* read before, after a line that was read before, and with the same effect, is only counted; numbers
* that change each time (times, ids) do not make it another one.
*/
function repeating(reading) {
	const known = /* @__PURE__ */ new Map();
	const counted = /* @__PURE__ */ new Map();
	/** The line that is alone in the open block. */
	let open;
	/** The open block was not read, only counted on: `open` has to be read before anything else. */
	let behind = false;
	const settle = () => {
		const last = [...counted.values()].toSorted((a, b) => a.line.number - b.line.number);
		for (const { group, line } of last) reading.again(group, line, true);
		counted.clear();
		if (!behind || open === void 0) return;
		behind = false;
		reading.drop();
		reading.read(open.line);
	};
	return {
		push: (line) => {
			const key = line.cut === void 0 ? keyOf(line.bytes) : -1;
			const before = open === void 0 ? void 0 : known.get(open.key);
			const follows = open !== void 0 && line.number === open.line.number + 1;
			const enough = before !== void 0 && before.times >= READ_TIMES && before.closedBy.has(key);
			if (open !== void 0 && follows && enough && before.group !== void 0) {
				const last = counted.get(open.key);
				if (last === void 0) counted.set(open.key, {
					group: before.group,
					line: open.line
				});
				else {
					reading.again(last.group, last.line, false);
					last.line = open.line;
				}
				behind = true;
				open = {
					key,
					line: kept(line)
				};
				return;
			}
			const copy = kept(line);
			settle();
			const previous = open;
			const { alone, closed } = reading.read(line);
			open = alone && key !== -1 ? {
				key,
				line: copy
			} : void 0;
			if (previous === void 0 || !follows || closed === void 0) return;
			if (known.size >= MAX_KNOWN) known.clear();
			const of = known.get(previous.key) ?? {
				closedBy: /* @__PURE__ */ new Set(),
				group: void 0,
				times: 0
			};
			known.set(previous.key, of);
			of.group = closed;
			of.times += 1;
			if (alone) of.closedBy.add(key);
		},
		end: settle
	};
}
/** The bytes of a line are overwritten with the next slice. */
function kept(line) {
	return {
		...line,
		bytes: new Uint8Array(line.bytes)
	};
}
/** A time of day is looked for so far into a line. */
const HEAD_BYTES = 48;
/** End of the first time of day, `08:15:02.334`; every number before it belongs to a prefix. */
function headOf(bytes) {
	const isDigit = (at) => KIND[bytes[at] ?? 0] === DIGIT;
	const limit = Math.min(HEAD_BYTES, bytes.length - 8);
	for (let at = 2; at <= limit; at += 1) {
		if (bytes[at] !== 58 || bytes[at + 3] !== 58) continue;
		if (![
			at - 2,
			at - 1,
			at + 1,
			at + 2,
			at + 4,
			at + 5
		].every(isDigit)) continue;
		let end = at + 6;
		if (bytes[end] === 46 || bytes[end] === 44) end += 1;
		while (isDigit(end)) end += 1;
		return end;
	}
	return 0;
}
/**
* One number for what a line says, without what differs each time: numbers up to its time, numbers of
* four digits and more that are neither a port nor one of Windows sockets, and long hexadecimal ids.
*/
function keyOf(bytes) {
	let high = 2166136261;
	let low = 2654435769;
	const { length } = bytes;
	const head = headOf(bytes);
	let at = 0;
	while (at < length) {
		const byte = bytes[at] ?? 0;
		let end = at + 1;
		let kind = KIND[byte] ?? 0;
		if (kind !== 0) {
			for (; end < length; end += 1) {
				const more = KIND[bytes[end] ?? 0] ?? 0;
				if (more === 0) break;
				kind |= more;
			}
			if ((kind & DIGIT) !== 0 && isNumberOfTheDay(bytes, at, end, kind, head)) {
				high = Math.imul(high ^ 35, 16777619);
				low = Math.imul(low + 35, 2246822507);
				at = end;
				continue;
			}
		}
		for (; at < end; at += 1) {
			const one = bytes[at] ?? 0;
			high = Math.imul(high ^ one, 16777619);
			low = Math.imul(low + one, 2246822507);
			low ^= low >>> 13;
		}
	}
	return (high >>> 0) * 1048576 + (low >>> 12);
}
const DIGIT = 1;
const HEX = 2;
const TIME = 4;
const OTHER = 8;
/** What a byte may be part of; 0 ends a word. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
	if (byte >= 48 && byte <= 57) return DIGIT;
	const letter = byte | 32;
	if (letter >= 97 && letter <= 102) return HEX;
	if (byte === 84 || byte === 90) return TIME;
	return letter >= 103 && letter <= 122 ? OTHER : 0;
});
function isNumberOfTheDay(bytes, at, end, kind, head) {
	const digits = end - at;
	if ((kind & OTHER) !== 0) return false;
	if (at < head && (kind & HEX) === 0) return true;
	if (kind !== DIGIT) return (kind & TIME) === 0 && digits >= 8;
	if (digits < 4 || bytes[at - 1] === 58) return false;
	return !(digits === 5 && bytes[at] === 49 && ((bytes[at + 1] ?? 0) & 254) === 48);
}

// src/explain/prefixes.ts
const ISO = String.raw`(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)`;
const SHAPES = [
	{
		pattern: new RegExp(String.raw`(?<source>[^\t{]{1,120}\t[^\t{]{1,120})\t(?=\uFEFF?${ISO.replace("<time>", "<_>")} )`, "y"),
		fresh: false
	},
	{
		pattern: new RegExp(String.raw`${ISO} (?:stdout|stderr) [FP] `, "y"),
		fresh: false
	},
	{
		pattern: new RegExp(String.raw`${ISO}\t[\da-f-]{36}\t(?:[A-Z]{3,8}\t)?`, "y"),
		fresh: true
	},
	{
		pattern: new RegExp(String.raw`${ISO} (?<source>[a-z]{1,20}\[[\w.-]{1,60}\]): `, "y"),
		fresh: false
	},
	{
		pattern: new RegExp(String.raw`${ISO} (?<source>\[[A-Z/\d]{3,40}\]) (?:OUT|ERR) `, "y"),
		fresh: false
	},
	{
		pattern: new RegExp(String.raw`<\d{1,3}>1 ${ISO} \S{1,255} (?<source>\S{1,48}) \S{1,128} \S{1,32} (?:-|\[[^\]]{0,500}\]) `, "y"),
		fresh: true
	},
	{
		pattern: /(?:<\d{1,3}>)?(?<time>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?) \S{1,255} (?<source>[\w./@-]{1,80})(?:\[\d{1,10}\])?: /y,
		fresh: false
	},
	{
		pattern: new RegExp(String.raw`${ISO} [\w.-]{1,80} (?<source>[\w./@-]{1,80})\[\d{1,10}\]: `, "y"),
		fresh: false
	},
	{
		pattern: new RegExp(String.raw`\[?\(?${ISO}\]?\)?(?: ?[|:-] ?| |\t|$)`, "y"),
		fresh: true
	},
	{
		pattern: /\[?(?<time>\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?)(?: [A-Z]{3,5})?\]? (?:[-|] )?/y,
		fresh: true
	},
	{
		pattern: /\[?(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?)\]? /y,
		fresh: true
	},
	{
		pattern: /(?<source>[A-Za-z\d][\w.-]{0,80}) +\| ?/y,
		fresh: false
	},
	{
		pattern: /(?<source>\d{1,4}\|[\w.-]{1,60}) +\| /y,
		fresh: false
	},
	{
		pattern: /\[(?<source>pod\/[\w./-]{1,200})\] /y,
		fresh: false
	},
	{
		pattern: /\[(?<source>\d{1,3})\] /y,
		fresh: false
	},
	{
		pattern: /##\[(?:error|warning|notice|debug|group|endgroup|section|command)\]/y,
		fresh: true
	},
	{
		pattern: /::(?:error|warning|notice|debug)(?: [^:]{0,300})?::/y,
		fresh: true
	}
];
const ROUNDS = 6;
/** Everything in front of the message proper. Linear: each shape is tried at one place only. */
function prefixOf(text) {
	let length = 0;
	let time;
	let fresh = false;
	const sources = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const found = shapeAt(text, length);
		if (found === void 0) break;
		length += found.length;
		fresh ||= found.fresh;
		time ??= found.time;
		if (found.source !== void 0) sources.push(found.source);
	}
	return {
		length,
		source: sources.join(" "),
		fresh,
		...given({ time })
	};
}
/** Shapes begin with a digit, a bracket, `<`, `#`, `:` or a name with a separator soon after. */
function shapeAt(text, at) {
	for (const { pattern, fresh } of SHAPES) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match === null || match[0].length === 0) continue;
		const source = match.groups?.["source"];
		const time = match.groups?.["time"];
		return {
			length: match[0].length,
			fresh,
			...given({ source }),
			...time === void 0 ? {} : { time: isoOf(time) }
		};
	}
}
/** `2024-01-02 03:04:05,678` → `2024-01-02T03:04:05.678`; other forms stay as they are. */
function isoOf(time) {
	return time.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, "$1-$2-$3").replace(/^(\d{4}-\d\d-\d\d) /, "$1T").replace(",", ".").replace(/ ?UTC$/, "Z").replace(/ ([+-]\d\d:?\d\d)$/, "$1");
}

// src/explain/records.ts
/** Keys that loggers write and APIs do not. */
const LOGGER_KEYS = new Set("level severity lvl loglevel log_level levelname timestamp time ts @timestamp datetime msg logger logger_name log stream textPayload jsonPayload protoPayload MESSAGE __REALTIME_TIMESTAMP event pid hostname container_name kubernetes traceId trace_id span_id @t @mt @m @x Timestamp Level MessageTemplate exc_info levelno".split(" "));
const TIME_KEYS = [
	"timestamp",
	"time",
	"@timestamp",
	"ts",
	"datetime",
	"@t",
	"Timestamp"
];
const SOURCE_KEYS = [
	"container_name",
	"container",
	"pod",
	"service",
	"_SYSTEMD_UNIT",
	"SYSLOG_IDENTIFIER"
];
/** No logger writes a longer or deeper record. */
const MAX_LINES = 200;
const MAX_DEPTH = 6;
/**
* The texts of one record written by a logger: messages and stacks as lines, other fields as
* `key: value`. `undefined` when the line is not such a record; the body of an API is none.
*/
function recordOf(text) {
	const trimmed = text.trimEnd();
	if (!trimmed.startsWith("{") || !trimmed.endsWith("}")) return void 0;
	const fields = parse(trimmed);
	if (fields === void 0 || !Object.keys(fields).some((key) => LOGGER_KEYS.has(key))) return;
	const carried = carriedText(fields);
	const nested = carried === void 0 ? void 0 : recordOf(carried);
	if (nested !== void 0) return nested.map((line) => ({
		...line,
		at: 0
	}));
	const time = timeOf(fields);
	const base = {
		source: sourceOf(fields),
		whole: carried === void 0,
		...given({ time })
	};
	const lines = [];
	if (carried !== void 0) addText(lines, base, trimmed, carried, 0);
	else walk(lines, base, trimmed, fields, 0);
	return lines;
}
/** Docker's json-file driver and journald's export: nothing but the line itself. */
function carriedText(fields) {
	const text = fields["log"] ?? fields["MESSAGE"];
	return typeof text === "string" && (fields["stream"] !== void 0 || "MESSAGE" in fields) ? text : void 0;
}
function walk(lines, base, raw, fields, depth) {
	const entries = Object.entries(fields).toSorted(([a], [b]) => rank(a) - rank(b));
	for (const [key, value] of entries) {
		if (lines.length >= MAX_LINES) return;
		if (typeof value === "string") {
			if (isProse(key, value)) addText(lines, base, raw, value, raw.indexOf(`"${key}"`));
			else addField(lines, base, raw, key, `'${value}'`);
		} else if (typeof value === "number") addField(lines, base, raw, key, String(value));
		else if (isObject(value) && depth < MAX_DEPTH) {
			if (isApiBody(key, value)) addText(lines, base, raw, JSON.stringify(key === "error" ? { error: value } : value), raw.indexOf(`"${key}"`));
			else walk(lines, base, raw, value, depth + 1);
		} else if (Array.isArray(value) && depth < MAX_DEPTH) {
			for (const one of value.slice(0, 8)) if (isObject(one)) walk(lines, base, raw, one, depth + 1);
			else if (typeof one === "string") addText(lines, base, raw, one, raw.indexOf(`"${key}"`));
		}
	}
}
const PROSE_KEYS = /^(?:msg|message|log|text|textPayload|stack|stack_?trace|traceback|exception|exc_info|exc_text|error|err|reason|detail|details|body|responseBody|response|@m|@x|@mt|cause|event|description|output)$/i;
function isProse(key, value) {
	return PROSE_KEYS.test(key) || /\s/.test(value);
}
function rank(key) {
	if (/^(?:msg|message|event|@m|@mt|name|type)$/i.test(key)) return 0;
	return PROSE_KEYS.test(key) ? 1 : 2;
}
/** `{error:{message,type,code}}` as APIs send it, not an error object of the program. */
function isApiBody(key, value) {
	if (isObject(value["error"]) && typeof value["error"]["message"] === "string") return true;
	return key === "error" && typeof value["message"] === "string" && ("param" in value || "type" in value && "code" in value) && !("stack" in value);
}
function addField(lines, base, raw, key, value) {
	const at = raw.indexOf(`"${key}"`);
	lines.push({
		...base,
		text: `${key}: ${value.slice(0, 2048)}`,
		at: Math.max(0, at)
	});
}
function addText(lines, base, raw, text, keyAt) {
	let from = Math.max(0, keyAt);
	for (const line of text.split(/\r?\n/, MAX_LINES)) {
		if (line === "") continue;
		const escaped = JSON.stringify(line).slice(1, -1);
		const found = raw.indexOf(escaped.slice(0, 64), from);
		const at = found === -1 ? from : found;
		from = at;
		lines.push({
			...base,
			text: line,
			at
		});
		if (lines.length >= MAX_LINES) return;
	}
}
function timeOf(fields) {
	for (const key of TIME_KEYS) {
		const value = fields[key];
		if (typeof value === "string" && /^\d{4}-\d\d-\d\d[T ][\d:.,Z +-]{8,24}$/.test(value)) return isoOf(value);
		if (typeof value === "number" && value > 1e9 && value < 0x5af3107a4000) return new Date(value < 1e11 ? value * 1e3 : value).toISOString();
	}
}
function sourceOf(fields) {
	for (const key of SOURCE_KEYS) {
		const value = fields[key];
		if (typeof value === "string" && /^[\w./@-]{1,120}$/.test(value)) return value;
	}
	const kubernetes = fields["kubernetes"];
	const pod = isObject(kubernetes) ? kubernetes["pod_name"] : void 0;
	return typeof pod === "string" && /^[\w.-]{1,120}$/.test(pod) ? pod : "";
}
function parse(text) {
	const value = jsonIn(text);
	return isObject(value) ? value : void 0;
}

// src/explain/unwrap.ts
/**
* Decodes a line, takes off colours, control characters and what collectors put in front, and
* unwraps records of JSON. A lone CR separates texts of one line (progress bars); the number of the
* line counts LF only, as editors and GitHub do.
*/
function unwrap(raw, search) {
	const decoded = decodeLine(raw);
	const lines = [];
	let from = 0;
	while (from <= decoded.length) {
		const stop = decoded.indexOf("\r", from);
		const end = stop === -1 ? decoded.length : stop;
		if (end > from || from === 0) lines.push(...unwrapText(raw, decoded, from, end, search));
		from = end + 1;
	}
	return lines;
}
function decodeLine(raw) {
	return Buffer.from(raw.bytes.buffer, raw.bytes.byteOffset, raw.bytes.byteLength).toString("utf8");
}
function unwrapText(raw, decoded, from, to, search) {
	const clean = outOfBox(withoutControls(decoded, from, to));
	const prefix = prefixOf(clean.text);
	const body = clean.text.slice(prefix.length);
	const shift = cutShift(raw);
	const columnOf = (index) => shift(clean.rawOf(index + prefix.length)) + 1;
	const record = recordOf(body);
	const common = {
		number: raw.number,
		...given({ time: prefix.time })
	};
	if (record === void 0) return [{
		...common,
		text: body,
		columnOf,
		source: prefix.source,
		words: wordsIn(search, body),
		fresh: prefix.fresh
	}];
	return record.map((line, index) => {
		const nested = prefixOf(line.text);
		const text = line.text.slice(nested.length);
		const time = common.time ?? line.time ?? nested.time;
		return {
			number: raw.number,
			text,
			columnOf: (at) => columnOf(line.at + nested.length + at),
			source: [
				prefix.source,
				line.source,
				nested.source
			].filter((part) => part !== "").join(" "),
			words: wordsIn(search, text),
			fresh: index === 0 && (line.whole || nested.fresh),
			...line.whole ? { record: raw.number } : {},
			...given({ time })
		};
	});
}
/** Rich and other printers draw boxes around messages; a box of source code stays as it is. */
function outOfBox(clean) {
	const box = /^(\s{0,40}[│┃]\s?)(.*?)\s*[│┃]\s*$/.exec(clean.text);
	const [, edge = "", text = ""] = box ?? [];
	if (box === null || /[│┃]|^\s*(?:❱\s*)?\d{1,6} /.test(text)) return clean;
	return {
		text,
		rawOf: (index) => clean.rawOf(index + edge.length)
	};
}
/** Positions behind the part that was left out of a long line move by its length. */
function cutShift(raw) {
	const { cut } = raw;
	return cut === void 0 ? (index) => index : (index) => index < cut.after ? index : index + cut.bytes;
}
/** CSI and OSC sequences, other controls except tab, zero-width marks, the byte order mark. */
const CONTROLS = /\u001B(?:\[[\d;:?]{0,32}[ -/]{0,2}[@-~]|\][^\u0007\u001B]{0,256}(?:\u0007|\u001B\\)|[@-Z\\-_])?|[\u0000-\u0008\u000B-\u001F\u007F\u200B\uFEFF]/g;
function withoutControls(decoded, from, to) {
	const text = decoded.slice(from, to);
	CONTROLS.lastIndex = 0;
	if (!CONTROLS.test(text)) return {
		text,
		rawOf: (index) => index + from
	};
	/** Start of each kept part, in the clean text and in the raw one. */
	const parts = [];
	let kept = "";
	let at = 0;
	CONTROLS.lastIndex = 0;
	for (let match = CONTROLS.exec(text); match !== null; match = CONTROLS.exec(text)) {
		parts.push({
			clean: kept.length,
			raw: at
		});
		kept += text.slice(at, match.index);
		at = match.index + match[0].length;
	}
	parts.push({
		clean: kept.length,
		raw: at
	});
	kept += text.slice(at);
	const rawOf = (index) => {
		const part = parts.findLast(({ clean }) => clean <= index);
		return from + (part === void 0 ? index : part.raw + index - part.clean);
	};
	return {
		text: kept,
		rawOf
	};
}

// src/explain/explain.ts
/** More than anybody reads. */
const MAX_INCIDENTS = 100;
/** Reads a log of any length in constant memory and names the owner by the rules of the live run. */
async function explain(stream, options = {}) {
	const incidents = collectIncidents();
	/** Line of the last call that was answered; 0 when none was. */
	let answered = 0;
	let closed;
	const blocks = groupLines((block) => {
		closed = incidents.add(block);
	});
	let source = "";
	const lines = repeating({
		read: (raw) => {
			closed = void 0;
			const read = unwrap(raw, ALL_WORDS);
			for (const line of read) if (blocks.add(line)) answered = raw.number;
			const [line] = read;
			const alone = line !== void 0 && read.length === 1 && blocks.isAlone(line);
			if (alone) source = line.source;
			return {
				alone,
				closed
			};
		},
		again: (group, raw, isLast) => {
			const read = isLast ? unwrap(raw, ALL_WORDS) : [];
			const last = {
				source,
				lines: read,
				pieces: read.flatMap(readLine),
				retry: false
			};
			incidents.again(group, source, isLast ? last : void 0);
		},
		drop: () => {
			blocks.drop(source);
		}
	});
	const scanner = scanLines(TRIGGERS, lines.push);
	const decoder = decoded(scanner.push);
	let bytes = 0;
	let cut = false;
	for await (const chunk of stream) {
		cut = options.signal?.aborted === true;
		if (cut) break;
		decoder.push(chunk);
		bytes += chunk.length;
	}
	decoder.end();
	scanner.end();
	lines.end();
	blocks.end();
	const whole = withDropped(conclude(incidents.groups(), cut ? 0 : answered), incidents.dropped());
	return cut ? withRest(whole, bytes) : whole;
}
/** Causes beyond the most that are told apart: which they were nobody knows. */
function withDropped(explanation, dropped) {
	if (dropped === 0) return explanation;
	const { verdict } = explanation;
	const more = `${dropped} more places of the log have causes of their own that were not separated.`;
	return {
		...explanation,
		verdict: {
			...verdict,
			summary: `${verdict.summary} ${more}`
		}
	};
}
/** What was not read can hold anything: said, and never a pass. */
function withRest(explanation, bytes) {
	const { verdict } = explanation;
	const read = `Only the first ${(bytes / 1e6).toFixed(1)} MB of the log were read, because the time was up.`;
	return {
		...explanation,
		verdict: {
			...verdict,
			summary: `${verdict.summary} ${read}`
		}
	};
}
function conclude(groups, answered) {
	const ours = groups.filter(({ foreign }) => !foreign);
	const shown = ours.length > 0 ? ours : [];
	const deciding = shown.toSorted(byWeight)[0];
	if (deciding === void 0) return nothingFound(groups, answered > 0);
	const inOrder = shown.toSorted((a, b) => isBefore(a.first, b.first) ? -1 : 1);
	const listed = new Set(shown.toSorted(byWeight).slice(0, MAX_INCIDENTS));
	const most = shown.toSorted((a, b) => b.count - a.count || a.first.line - b.first.line)[0];
	const first = inOrder[0];
	const { verdict, reconstruction } = deciding;
	return {
		schemaVersion: 1,
		verdict: {
			owner: verdict.owner,
			branch: verdict.branch,
			rung: verdict.rung,
			code: verdict.code,
			summary: `${verdict.summary}${amongOthers(deciding, first, shown.length)}${answered > deciding.last.line ? ` A later call was answered (line ${answered}).` : ""}`,
			confidence: confidenceOf(deciding),
			cites: reconstruction.cites
		},
		incidents: inOrder.filter((group) => listed.has(group)).map((group) => incidentOf(group, group === first, group === most)),
		next: nextCommand({
			route: reconstruction.evidence.route,
			...given({ client: reconstruction.client }),
			verdict
		})
	};
}
/** A named owner before `unknown`, what surely is about a model API before what may be, then the most frequent, then the first. */
function byWeight(a, b) {
	return Number(a.verdict.owner === "unknown") - Number(b.verdict.owner === "unknown") || Number(b.named) - Number(a.named) || b.count - a.count || a.first.line - b.first.line || a.first.column - b.first.column;
}
function confidenceOf({ verdict }) {
	return verdict.confidence === "" ? "low" : verdict.confidence;
}
function amongOthers(deciding, first, causes) {
	if (causes < 2) return "";
	return ` It struck ${deciding.count === 1 ? "once" : `${deciding.count} times`}, as one of ${causes} causes in this log; ${first === void 0 || first === deciding ? "it was also the first" : `the first was ${first.verdict.code} on line ${first.first.line}`}.`;
}
function incidentOf(group, isFirst, isMostFrequent) {
	const { verdict, reconstruction } = group;
	return {
		owner: verdict.owner,
		branch: verdict.branch,
		rung: verdict.rung,
		code: verdict.code,
		summary: verdict.summary,
		confidence: confidenceOf(group),
		count: group.count,
		retries: group.retries,
		first: group.first,
		last: group.last,
		sources: [...group.sources],
		httpStatus: reconstruction.impliedStatus === void 0 ? verdict.httpStatus : "",
		retryable: verdict.retryable,
		requestIds: [...group.requestIds],
		doNext: verdict.doNext,
		doNot: verdict.doNot,
		cites: reconstruction.cites,
		isFirst,
		isMostFrequent
	};
}
function nothingFound(groups, succeeded) {
	const owner = succeeded && groups.length === 0 ? "none" : "unknown";
	const foreign = groups.length > 0 ? " Failures of other services stand in it." : "";
	return {
		schemaVersion: 1,
		verdict: {
			owner,
			branch: branchOf(owner),
			rung: "",
			code: owner === "none" ? "" : "own.no_evidence",
			summary: owner === "none" ? "The log shows calls that were answered, and no failed one." : `No failed call of a model API was recognised in this log.${foreign}`,
			confidence: "low",
			cites: []
		},
		incidents: [],
		next: nextCommand({
			route: {
				kind: "openai",
				baseUrl: "https://api.openai.com",
				endpoint: "responses"
			},
			verdict: {
				owner: "unknown",
				rung: ""
			}
		})
	};
}

// src/explain/report.ts
/** The runner keeps 10 annotations of a type for a step. */
const MOST_ANNOTATIONS = 9;
const MOST_LISTED = 20;
const LONGEST_MESSAGE = 4096;
/** Terminal text, job summary, annotations and outputs. Returns; the doors write. */
function tellExplanation(explanation, view) {
	return [
		{
			kind: "terminal",
			text: explanationText(explanation, view.log)
		},
		{
			kind: "summary",
			markdown: explanationMarkdown(explanation, view.log)
		},
		...annotationsOf(explanation, view),
		...view.outputs === false ? [] : outputsOf(explanation)
	];
}
function title({ owner, code }) {
	if (owner === "none") return "No failed call in this log";
	return ownerTitle({
		verdict: "fail",
		owner,
		code,
		product: "",
		lastGood: "none"
	});
}
/** The incident that the verdict speaks of. */
function decidingIncident({ verdict, incidents }) {
	const [cite] = verdict.cites;
	return incidents.find(({ owner, code, cites }) => owner === verdict.owner && code === verdict.code && cites[0]?.line === cite?.line);
}
function nameOf(log) {
	return log === "-" ? "standard input" : oneLine(log, 300);
}
/** Readable on any terminal: no colour, no width. */
function explanationText(explanation, log) {
	const { verdict, incidents, next } = explanation;
	const { doNext = [], doNot = [] } = decidingIncident(explanation) ?? {};
	const isOrdered = doNext[0]?.includes(next) === true;
	const places = verdict.cites.map(({ line, column }) => `${nameOf(log)}:${line}:${column}`);
	return [
		`${title(verdict)}${verdict.code === "" ? "" : ` (${verdict.code}, confidence ${verdict.confidence})`}`,
		"",
		verdict.summary,
		...places.map((place) => `  at ${place}`),
		...doNext.length > 0 ? ["", "What to do:"] : [],
		...doNext.map((order) => `→ ${order}`),
		...doNot.length > 0 ? ["", "What not to do:"] : [],
		...doNot.map((order) => `  ${order}`),
		...incidents.length > 1 ? ["", "Incidents, in the order of their first occurrence:"] : [],
		...incidents.length > 1 ? incidents.slice(0, MOST_LISTED).map(timelineLine) : [],
		...incidents.length > MOST_LISTED ? [`  and ${incidents.length - MOST_LISTED} more (--json gives all)`] : [],
		...isOrdered ? [] : [
			"",
			"To prove or refute it, run where this log was written:",
			`  npx ${next}`
		],
		""
	].map((line) => plainText(line)).join("\n");
}
function timelineLine(incident) {
	const { first, last, code, owner, retries, sources } = incident;
	const marks = [
		...incident.isFirst ? ["first"] : [],
		...incident.isMostFrequent ? ["most frequent"] : [],
		...retries > 0 ? [count(retries, "further attempt")] : [],
		...sources.length > 0 ? [sources.map((source) => oneLine(source, 60)).join(", ")] : []
	];
	const time = first.time === void 0 ? "" : `${first.time}  `;
	const span = first.line === last.line ? `line ${first.line}` : `lines ${first.line}–${last.line}`;
	const note = marks.length === 0 ? "" : ` (${marks.join("; ")})`;
	return `  ${time}${span}: ${OWNER_NAMES[owner]} ${code} × ${incident.count}${note}`;
}
function listed(heading, orders) {
	if (orders.length === 0) return [];
	return [
		`**${heading}**`,
		"",
		...orders.map((order) => `- ${markdown(order)}`),
		""
	];
}
function explanationMarkdown(explanation, log) {
	const { verdict, incidents, next } = explanation;
	const incident = decidingIncident(explanation);
	const where = verdict.cites.map(({ line, column }) => `line ${line}, column ${column}`).join("; ");
	const rows = incidents.slice(0, MOST_LISTED).map((one) => [
		one.first.time === void 0 ? "–" : markdownCode(one.first.time),
		one.first.line === one.last.line ? `${one.first.line}` : `${one.first.line}–${one.last.line}`,
		markdown(OWNER_NAMES[one.owner]),
		markdownCode(one.code),
		`${one.count}${one.retries > 0 ? ` + ${one.retries}` : ""}`,
		[one.isFirst ? "first" : "", one.isMostFrequent ? "most frequent" : ""].filter((mark) => mark !== "").join(", ")
	].join(" | "));
	return [
		`## ${markdown(title(verdict))}`,
		"",
		markdown(verdict.summary),
		"",
		`Read from ${markdownCode(nameOf(log))}${where === "" ? "" : ` (${where})`}; code ${verdict.code === "" ? "–" : markdownCode(verdict.code)}, confidence ${verdict.confidence}.`,
		"",
		...listed("What to do", incident?.doNext ?? []),
		...listed("What not to do", incident?.doNot ?? []),
		...incidents.length > 1 ? [
			"",
			"| first seen | lines | owner | code | times (+ retries) | |",
			"|---|---|---|---|---|---|",
			...rows.map((row) => `| ${row} |`)
		] : [],
		"",
		"To prove or refute it, run where this log was written:",
		"",
		fenced(next),
		""
	].join("\n");
}
/** On the lines of the log where it is a file of the checkout; otherwise one without a place. */
function annotationsOf(explanation, view) {
	const { verdict, incidents, next } = explanation;
	if (verdict.owner === "none") return [];
	const level = view.failing === false ? "warning" : "error";
	const file = fileInCheckout(view);
	if (file === void 0 || incidents.length === 0) {
		const message = [verdict.summary, `Next: ${next}`].join("\n");
		return [{
			kind: "annotation",
			level,
			title: title(verdict),
			message: cut(message, LONGEST_MESSAGE)
		}];
	}
	return incidents.slice(0, MOST_ANNOTATIONS).map((incident) => ({
		kind: "annotation",
		level: incident.owner === "unknown" && verdict.owner !== "unknown" ? "notice" : level,
		title: title(incident),
		message: cut([incident.summary, ...incident.doNext.map((order) => `Next: ${order}`)].join("\n"), LONGEST_MESSAGE),
		file,
		line: incident.first.line,
		column: incident.first.column
	}));
}
function fileInCheckout({ log, workspace }) {
	if (log === "-" || workspace === "") return void 0;
	const path = relative(resolve(workspace), resolve(workspace, log));
	if (path === "" || path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) return void 0;
	return path.split(sep).join("/");
}
function outputsOf(explanation) {
	const { verdict } = explanation;
	const incident = decidingIncident(explanation);
	const kind = verdict.owner === "none" ? "pass" : verdict.owner === "unknown" ? "inconclusive" : "fail";
	return outputArtifacts({
		verdict: kind,
		ok: String(kind === "pass"),
		owner: verdict.owner,
		branch: verdict.branch,
		rung: verdict.rung,
		code: verdict.code,
		"http-status": String(incident?.httpStatus ?? ""),
		"request-id": incident?.requestIds[0] ?? "",
		confidence: kind === "pass" ? "" : verdict.confidence,
		retryable: String(incident?.retryable ?? false),
		summary: verdict.summary,
		packet: "",
		report: ""
	});
}

export { explain, tellExplanation };