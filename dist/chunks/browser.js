import "./rolldown-runtime.js";
import { n as corsQuestion, r as readCors, t as corsOutcome } from "./cors.js";
import { isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { lstat, open, opendir, readFile, realpath, stat } from "node:fs/promises";

// src/browser/ignore.ts
/** Looked for in the workspace, then in the folder that is searched. */
const IGNORE_FILE = ".openai-preflight-ignore";
const KINDS = [
	"key",
	"api-call",
	"browser-switch"
];
function readIgnoreFile(text, name) {
	const entries = [];
	const problems = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
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
	const pattern = globPattern(glob);
	return {
		glob,
		...kind === void 0 ? {} : { kind },
		reason,
		matches: (file) => pattern.test(file)
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
/** `*` and `?` stay within a folder, `**` does not; a glob without a slash matches at any depth. */
function globPattern(glob) {
	const anchored = glob.replace(/^\.?\//, "");
	const body = (anchored.includes("/") ? anchored : `**/${anchored}`).replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\*\*\/|\*\*|\*|\?/g, (wild) => {
		if (wild === "**/") return "(?:[^/]+/)*";
		if (wild === "**") return ".*";
		return wild === "*" ? "[^/]*" : "[^/]";
	});
	return new RegExp(`^${body}${glob.endsWith("/") ? ".*" : ""}$`);
}
function problem(setting, message) {
	return {
		code: "config.ignore_file_invalid",
		setting,
		message: `This line ${message}.`,
		fix: `Write the line as "glob [${KINDS.join(" | ")}] # reason".`,
		severity: "warning",
		owner: "request"
	};
}

// src/browser/folder.ts
/** Text that a browser may be given; images, fonts and compressed copies hold nothing readable. */
const FRONT_END = /(?:\.(?:m?js|cjs|jsx|mts|tsx?|html?|xhtml|css|json|webmanifest|map|txt|md|xml|svg|wasm|ya?ml)|(?:^|\/)\.env[^/]*)$/i;
const MAX_DEPTH$1 = 32;
const MAX_FILES = 1e5;
/**
* Files below `folder`, with `/` and relative to it, in order of name. Links are left out: inside
* the folder their target is found anyway, outside it is no part of the bundle.
*/
async function* frontEndFiles(folder) {
	yield* walk(folder, "", 0, { files: MAX_FILES });
}
async function* walk(root, below, depth, budget) {
	const entries = [];
	for await (const entry of await opendir(join(root, below))) entries.push(entry);
	entries.sort((a, b) => a.name < b.name ? -1 : 1);
	for (const entry of entries) {
		const name = below === "" ? entry.name : `${below}/${entry.name}`;
		if (entry.isDirectory()) {
			const isSource = entry.name === "node_modules" || entry.name === ".git";
			if (depth < MAX_DEPTH$1 && !isSource) yield* walk(root, name, depth + 1, budget);
		} else if (entry.isFile() && FRONT_END.test(name) && budget.files-- > 0) yield name;
	}
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
const MAX_PIECES = 64;
const MAX_USES = 5;
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
	const cursor = {
		text,
		at: from,
		value: "",
		pieces: 0,
		names: /* @__PURE__ */ new Set()
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
	const use = new RegExp(`(?<![\\w$.])${escapeName(name)}(?=\\s*\\+(?!\\+)|\\.concat\\()|\\$\\{${escapeName(name)}\\}`, "g");
	for (let match = use.exec(text); match !== null && values.length < MAX_USES; match = use.exec(text)) {
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
			const escape = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,5})\}|([^]))/y;
			escape.lastIndex = cursor.at;
			const match = escape.exec(text);
			if (match === null) return;
			const point = match[1] ?? match[2] ?? match[3];
			cursor.value += point === void 0 ? match[4] ?? "" : String.fromCodePoint(Number.parseInt(point, 16));
			cursor.at += match[0].length;
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
/** `,"b","c"].join("")` and `,"b")` of a `concat`; anything else leaves the value as it was. */
function readListItem(cursor) {
	const list = /(?:\s*,\s*(?:"[^"\\\n]*"|'[^'\\\n]*'|`[^`\\$]*`))+\s*(?:\]\s*\.join\(\s*(?:""|''|``)\s*\)|\))/y;
	list.lastIndex = cursor.at;
	const match = list.exec(cursor.text);
	if (match === null) return false;
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
const MIN_LENGTH$1 = 24;
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
	return run.length < MIN_LENGTH$1 ? void 0 : {
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

// src/browser/source-map.ts
/** A source map, or nothing when the text is none. */
function readSourceMap(text) {
	let value;
	try {
		value = JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, ""));
	} catch {
		return;
	}
	const sections = sectionsOf(value, 0, 0, 0);
	return sections.length === 0 ? void 0 : { sections };
}
function sectionsOf(value, line, column, depth) {
	if (!isRecord(value) || depth > 4) return [];
	if (Array.isArray(value["sections"])) return value["sections"].flatMap((section) => {
		const offset = isRecord(section) ? section["offset"] : void 0;
		if (!isRecord(section) || !isRecord(offset)) return [];
		const down = numberOr0(offset["line"]);
		const right = numberOr0(offset["column"]);
		return sectionsOf(section["map"], line + down, down === 0 ? column + right : right, depth + 1);
	});
	if (typeof value["mappings"] !== "string" || !Array.isArray(value["sources"])) return [];
	const root = typeof value["sourceRoot"] === "string" ? value["sourceRoot"].replace(/\/?$/, "/") : "";
	const contents = Array.isArray(value["sourcesContent"]) ? value["sourcesContent"] : [];
	return [{
		line,
		column,
		sources: value["sources"].map((source) => typeof source === "string" ? (root === "/" ? "" : root) + source : ""),
		contents: contents.map((content) => typeof content === "string" ? content : void 0),
		mappings: value["mappings"]
	}];
}
/** Where a place in the generated file comes from: the last mapping at or before it on its line. */
function originalOf(map, place) {
	const line = place.line - 1;
	const column = place.column - 1;
	const section = map.sections.findLast((each) => each.line < line || each.line === line && each.column <= column);
	if (section === void 0) return void 0;
	const inLine = line - section.line;
	return lookUp(section, inLine, inLine === 0 ? column - section.column : column);
}
const DIGITS = new Map("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".split("").map((digit, value) => [digit.charCodeAt(0), value]));
/**
* Reads mappings up to the wanted place. Fields are differences in base64 VLQ: the generated column
* starts again on each line, source, line and column of the original go on.
*/
function lookUp(section, line, column) {
	const { mappings } = section;
	const fields = [
		0,
		0,
		0,
		0,
		0
	];
	let best;
	let inLine = 0;
	let field = 0;
	let value = 0;
	let shift = 0;
	for (let at = 0; at <= mappings.length && inLine <= line; at++) {
		const character = at < mappings.length ? mappings.charCodeAt(at) : 59;
		if (character === 44 || character === 59) {
			if (inLine === line && field > 0 && (fields[0] ?? 0) <= column) {
				const [, source = 0, originalLine = 0, originalColumn = 0] = fields;
				best = field >= 4 ? {
					source,
					line: originalLine,
					column: originalColumn
				} : void 0;
			}
			field = 0;
			if (character === 59) {
				inLine++;
				fields[0] = 0;
			}
			continue;
		}
		const digit = DIGITS.get(character);
		if (digit === void 0) return void 0;
		value |= (digit & 31) << shift;
		if ((digit & 32) !== 0) {
			shift += 5;
			continue;
		}
		fields[field] = (fields[field] ?? 0) + ((value & 1) === 1 ? -(value >>> 1) : value >>> 1);
		field++;
		value = 0;
		shift = 0;
	}
	const source = best === void 0 ? void 0 : section.sources[best.source];
	if (best === void 0 || source === void 0 || source === "") return void 0;
	return {
		source,
		line: best.line + 1,
		column: best.column + 1
	};
}
function numberOr0(value) {
	return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/browser/windows.ts
const CHUNK = 1048576;
/** Room for one window, to be used for one file after the other. */
function windowBuffer(behind, ahead) {
	return Buffer.allocUnsafe(behind + CHUNK + ahead);
}
/**
* The file in windows of about one mebibyte, in constant memory: each overwrites the one before.
*
* @param buffer from `windowBuffer` with the same `behind` and `ahead`
*/
async function* windowsOf(file, buffer, behind, ahead) {
	let start = 0;
	let filled = 0;
	let from = 0;
	for (;;) {
		const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, start + filled);
		filled += bytesRead;
		const isEnd = bytesRead === 0;
		if (!isEnd && filled < buffer.length) continue;
		const to = isEnd ? filled : filled - ahead;
		yield {
			bytes: buffer.subarray(0, filled),
			start,
			from,
			to
		};
		if (isEnd) return;
		const keep = Math.max(0, to - behind);
		buffer.copyWithin(0, keep, filled);
		start += keep;
		filled -= keep;
		from = to - keep;
	}
}
/** The file in pieces, in constant memory; the bytes are overwritten by the next piece. */
async function* chunksOf(file) {
	const buffer = Buffer.allocUnsafe(CHUNK);
	for (let at = 0;;) {
		const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
		if (bytesRead === 0) return;
		yield buffer.subarray(0, bytesRead);
		at += bytesRead;
	}
}
/** Up to `length` bytes from `at`. */
async function readAt(file, at, length) {
	const size = Math.max(0, Math.min(length, (await file.stat()).size - at));
	const buffer = Buffer.allocUnsafe(size);
	let filled = 0;
	while (filled < size) {
		const { bytesRead } = await file.read(buffer, filled, size - filled, at + filled);
		if (bytesRead === 0) break;
		filled += bytesRead;
	}
	return buffer.subarray(0, filled);
}

// src/browser/linked-map.ts
/** Larger maps are searched as plain bytes only, so that memory stays bounded. */
const MAX_MAP = 67108864;
/** Longer than any path. */
const MAX_LINK = 4096;
/** The source map that stands in the file itself, as a data URL behind the link at `linkAt`. */
async function inlineMap(file, linkAt) {
	const start = (await readAt(file, linkAt, MAX_LINK)).toString("latin1").slice(17);
	const head = /^data:[^,]{0,100},/.exec(start)?.[0];
	if (head === void 0) return void 0;
	const rest = (await readAt(file, linkAt + 17 + head.length, MAX_MAP)).toString("latin1");
	return readSourceMap(head.endsWith(";base64,") ? Buffer.from(runOf(rest, 0), "base64").toString("utf8") : percentDecoded(/^[^\s"'`]*/.exec(rest)?.[0] ?? ""));
}
/** The source map that a file names, or that lies beside it without being named (hidden maps). */
async function linkedMap(file, place, linkAt) {
	const link = linkAt === void 0 ? "" : (await readAt(file, linkAt, MAX_LINK)).toString("latin1").slice(17);
	const named = percentDecoded(/^[^\s"'`*?#]*/.exec(link)?.[0] ?? "");
	const folder = posix.dirname(place.name);
	const shownFolder = posix.dirname(place.shown);
	for (const path of [named, `${posix.basename(place.name)}.map`]) {
		const name = posix.join(folder, path);
		if (!name.endsWith(".map") || name.startsWith("../") || posix.isAbsolute(path)) continue;
		const bytes = await readMap(join(place.root, name));
		const map = bytes && readSourceMap(bytes.toString("utf8"));
		if (map !== void 0) return {
			map,
			file: posix.join(shownFolder, path)
		};
	}
}
/** A regular file that is not too large. */
async function readMap(path) {
	const info = await lstat(path).catch(() => void 0);
	return info?.isFile() === true && info.size <= 67108864 ? await readFile(path) : void 0;
}
function percentDecoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/browser/original.ts
/** Where an original file lies, by the name that a source map in `mapFile` gives it. */
function originalFile(mapFile, source) {
	const bare = source.replace(/\?[^/]*$/, "");
	const bundled = /^(?:webpack|turbopack|rspack|ng|meteor|vite):\/\/[^/]*\/(?:\[project\]\/)?(.*)$/.exec(bare)?.[1];
	if (bundled !== void 0) return posix.normalize(bundled);
	if (/^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith("/")) return bare.replace(/^file:\/\//, "");
	return posix.normalize(posix.join(posix.dirname(mapFile), bare));
}

// src/browser/positions.ts
/**
* Turns byte offsets into lines and columns in a second pass over the file. Only files with a
* sighting pay for it.
*/
async function locate(chunks, offsets) {
	const wanted = [...new Set(offsets)].sort((a, b) => a - b);
	const found = /* @__PURE__ */ new Map();
	let next = 0;
	let start = 0;
	let line = 1;
	let column = 1;
	for await (const chunk of chunks) {
		let at = 0;
		while (next < wanted.length) {
			const offset = (wanted[next] ?? 0) - start;
			if (offset > chunk.length) break;
			const newline = chunk.indexOf(10, at);
			if (newline >= 0 && newline < offset) {
				line++;
				column = 1;
				at = newline + 1;
				continue;
			}
			column += utf16Length(chunk, at, offset);
			at = offset;
			found.set(offset + start, {
				line,
				column
			});
			next++;
		}
		if (next >= wanted.length) break;
		for (let newline = chunk.indexOf(10, at); newline >= 0; newline = chunk.indexOf(10, at)) {
			line++;
			column = 1;
			at = newline + 1;
		}
		column += utf16Length(chunk, at, chunk.length);
		start += chunk.length;
	}
	return found;
}
/** Every byte that begins a UTF-8 sequence is one unit, those of four bytes are two. */
function utf16Length(bytes, from, to) {
	let units = 0;
	for (let index = from; index < to; index++) {
		const byte = bytes[index] ?? 0;
		if ((byte & 192) !== 128) units += byte >= 240 ? 2 : 1;
	}
	return units;
}

// src/browser/sdk.ts
/** Part of what the SDKs of OpenAI, Anthropic and Groq throw when they run in a browser. */
const SDK_GUARD = "browser-like environment";
/** The SDK's table of regional hosts is followed by this text. */
const RESIDENCY_GUARD = "options are mutually exclusive";
/**
* The SDK's own mention of a base URL that ends in `/v1`: its default (it throws in a browser
* unless the switch is on, and that is a finding of its own), its table of regions, and the audience
* of its identity tokens.
*/
function isSdkDefault(text, at) {
	const near = (bytes) => text.slice(Math.max(0, at - bytes), at + bytes);
	return near(3e3).includes("browser-like environment") || near(1200).includes(RESIDENCY_GUARD) || near(300).includes("tokenType");
}
/** Packages whose own code names the API's host and the switch without using either. */
const SDK_SOURCE = /node_modules\/(?:openai|@anthropic-ai\/sdk|groq-sdk|together-ai)\//;
/** True in a line that is nothing but comment; a minified line never is. */
function isInComment(text, at) {
	const line = text.slice(Math.max(text.lastIndexOf("\n", at) + 1, at - 400), at);
	return /^\s*(?:\/\/|\/\*|\*|<!--)/.test(line);
}

// src/browser/calls.ts
const AZURE_HOST = /(?:^|\.)(?:openai|cognitiveservices|services\.ai|inference\.ai|models\.ai|inference\.ml)\.azure\.com$/i;
const PLACEHOLDER_HOST = /your|example|placeholder|x{3}|contoso|my-?(?:resource|endpoint)|^resource(?:-?name)?\./i;
const SCHEME = /(?:https?|wss?):(?:\\?\/){2}$/i;
/** Scheme, then a name or an expression, then what is left of the host. */
const SCHEME_AND_NAME = /(?:https?|wss?):\/\/(?:\$\{[^}`]{1,80}\}|["'`](?:\s*\+[^"'`;]{1,80}\+\s*|\.concat\([^"'`;]{1,80},\s*)["'`])$/i;
const SCHEME_ALONE = /(?:https?|wss?):\/\/\\?["'`]\s*\+\s*\\?["'`]$/i;
const HOST_PROPERTY = /(?:host|hostname|base_?path|base_?url|endpoint|domain|server|origin|authority)(?:\\?["'`])?\s*[:=]\s*\\?["'`]$/i;
/** Text for people, and links that only people follow. */
const FOR_PEOPLE = /(?:href|placeholder|title|label|description|help\w*|hint|example\w*|alt|doc\w*|content|tooltip|text|children|message)(?:\\?["'`])?\s*[:=]\s*\\?["'`]$/i;
const COMPARED = /(?:[=!]==?|\.(?:startsWith|endsWith|includes|indexOf|test|match|has)\(|\bcase)\s*\\?["'`]$/;
const PATH_FOR_PEOPLE = /^\/(?:docs|account|openapi|swagger|\.well-known)\b/i;
/**
* A base URL or the URL of a request to OpenAI's or Azure's API: a literal that is this URL, not a
* sentence that mentions it, a link, or something it is compared with.
*/
function sightCall(text, at) {
	const label = /[A-Za-z0-9.-]*$/.exec(text.slice(Math.max(0, at - 120), at))?.[0] ?? "";
	const name = /^(?:api\.openai\.com|\.azure\.com)/.exec(text.slice(at, at + 14))?.[0] ?? "";
	const host = label + name;
	const start = at - label.length;
	const after = text.slice(at + name.length, at + name.length + 300);
	if (/^[A-Za-z0-9.-]/.test(after) || !isApiHost(host)) return void 0;
	const url = urlStart(text, start, host);
	if (url === void 0 || PLACEHOLDER_HOST.test(host) || PATH_FOR_PEOPLE.test(after)) return void 0;
	const lead = text.slice(Math.max(0, url - 200), url);
	if (!/["'`]$/.test(lead) || FOR_PEOPLE.test(lead) || COMPARED.test(lead)) return void 0;
	const rest = /^[^"'`\\$]*/.exec(after)?.[0] ?? "";
	if (/\s/.test(rest) || isInComment(text, at) || /^\/v1\/?$/.test(rest) && isSdkDefault(text, at)) return void 0;
	return {
		kind: "api-call",
		what: host.startsWith(".") ? `*${host}` : host,
		at: url
	};
}
function isApiHost(host) {
	if (host.endsWith(".azure.com")) return AZURE_HOST.test(host);
	return host === "api.openai.com" || host.endsWith(".api.openai.com") && host !== "mtls.api.openai.com";
}
/** Where the URL begins whose host begins at `start`. */
function urlStart(text, start, host) {
	const before = text.slice(Math.max(0, start - 200), start);
	const scheme = SCHEME.exec(before) ?? (host.startsWith(".") ? SCHEME_AND_NAME.exec(before) : SCHEME_ALONE.exec(before));
	if (scheme !== null) return start - before.length + scheme.index;
	return HOST_PROPERTY.test(before) && !host.startsWith(".") ? start : void 0;
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
const RUNS = [
	"0123456789abcdefghijklmnopqrstuvwxyz",
	"abcdefghijklmnopqrstuvwxyz0123456789",
	"1234567890"
];
const RUN_LENGTH = 8;
/** Looks like something that was drawn at random, not like something that a person typed. */
function looksRandom(body) {
	if (PLACEHOLDER.test(body) || /(.)\1{5}/.test(body) || hasTypedRun(body)) return false;
	if (/(.{4,})\1\1/.test(body)) return false;
	if (/^[0-9a-f]+$/i.test(body)) return entropyOf(body) >= HEX_BITS && /\d/.test(body) && /[a-f]/i.test(body);
	return entropyOf(body) >= TEXT_BITS && /\d/.test(body) && /[a-z]/i.test(body);
}
/** `abcdefgh`, `12345678`, also backwards: nobody draws these. */
function hasTypedRun(body) {
	const lower = body.toLowerCase();
	for (const run of RUNS) for (const way of [run, run.split("").toReversed().join("")]) for (let start = 0; start + RUN_LENGTH <= way.length; start++) if (lower.includes(way.slice(start, start + RUN_LENGTH))) return true;
	return false;
}

// src/browser/vendors.ts
/**
* The first shape that matches decides: special prefixes stand before the plain `sk-`. Vendors are
* called as in settings/key-vendors.ts, which knows keys by their prefix; here a key is cut out of
* code, so its length and end count as well.
*/
const SHAPES = [
	{
		vendor: "openai-project",
		shape: /^sk-proj-([A-Za-z0-9_-]{40,250})$/
	},
	{
		vendor: "openai-service-account",
		shape: /^sk-svcacct-([A-Za-z0-9_-]{40,250})$/
	},
	{
		vendor: "openai-admin",
		shape: /^sk-admin-([A-Za-z0-9_-]{40,250})$/
	},
	{
		vendor: "openai-user",
		shape: /^sk-None-([A-Za-z0-9_-]{40,250})$/
	},
	{
		vendor: "anthropic",
		shape: /^sk-ant-[a-z0-9]+-([A-Za-z0-9_-]{60,250})$/
	},
	{
		vendor: "openrouter",
		shape: /^sk-or-v1-([0-9a-f]{64})$/
	},
	{
		vendor: "openai-user",
		shape: /^sk-([A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100})$/
	},
	{
		vendor: "deepseek",
		shape: /^sk-([0-9a-f]{32})$/
	},
	{
		vendor: "openai-compatible",
		shape: /^sk-([A-Za-z0-9]{20,100})$/
	},
	{
		vendor: "openai-compatible",
		shape: /^sk-([A-Za-z0-9_-]{22})$/
	},
	{
		vendor: "google",
		shape: /^AIza([A-Za-z0-9_-]{35})$/
	},
	{
		vendor: "groq",
		shape: /^gsk_([A-Za-z0-9]{48,56})$/
	},
	{
		vendor: "xai",
		shape: /^xai-([A-Za-z0-9]{64,90})$/
	},
	{
		vendor: "huggingface",
		shape: /^hf_([A-Za-z0-9]{34,40})$/
	},
	{
		vendor: "perplexity",
		shape: /^pplx-([A-Za-z0-9]{40,64})$/
	},
	{
		vendor: "nvidia",
		shape: /^nvapi-([A-Za-z0-9_-]{60,80})$/
	},
	{
		vendor: "replicate",
		shape: /^r8_([A-Za-z0-9]{37})$/
	},
	{
		vendor: "together",
		shape: /^tgp_v1_([A-Za-z0-9_-]{40,50})$/
	},
	{
		vendor: "github",
		shape: /^ghp_([A-Za-z0-9]{36})$/
	},
	{
		vendor: "github",
		shape: /^github_pat_([A-Za-z0-9_]{82})$/
	}
];
/** A common annotated security key: 84 characters with a fixed mark in the middle. */
const AZURE_LONG = /^[A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{27}$/;
const TOKEN = /[A-Za-z0-9_-]*/y;
/** The run of key characters at `at`. */
function tokenAt(text, at) {
	TOKEN.lastIndex = at;
	return TOKEN.exec(text)?.[0] ?? "";
}
/** Vendor of a whole key, or nothing when it is no key, or one that a person made up. */
function vendorOf(token) {
	for (const { vendor, shape } of SHAPES) {
		const body = shape.exec(token)?.[1];
		if (body !== void 0) return looksRandom(body) ? vendor : void 0;
	}
	return AZURE_LONG.test(token) && looksRandom(token) ? "azure" : void 0;
}
/**
* True when a token may begin at `at`. `task-` and `mask-image` hold the letters of a prefix, but
* the last letter of an escape sequence (`\n`, `%20`, `\u0022`) is no part of the word behind it.
*/
function beginsToken(text, at) {
	const before = text.slice(Math.max(0, at - 6), at);
	return /(?:^|[^A-Za-z0-9_-]|\\[bfnrtv]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})$/.test(before);
}

// src/browser/keys.ts
const PREFIX = /(?:sk-|gsk_|AIza|xai-|hf_|pplx-|nvapi-|r8_|tgp_v1_|ghp_|github_pat_)[A-Za-z0-9_-]+/g;
/** What follows when a literal ends in the middle of a key, or a template goes on with a name. */
const LITERAL_GOES_ON = /^(?:\\?["'`]|\$\{)/;
const GEMINI = /generativelanguage|gemini|GoogleGen|@google\/gen/i;
/** Browser keys that Google means to be public: Firebase, Maps, YouTube. */
const PUBLIC_GOOGLE = /authDomain|messagingSenderId|firebase|maps\.googleapis|googleMaps|\/maps\/api|youtube|recaptcha/i;
/** A key in one piece, or in literals that belong together, at the prefix that stands at `at`. */
function sightKey(text, at) {
	if (!beginsToken(text, at)) return void 0;
	const token = tokenAt(text, at);
	const whole = vendorOf(token);
	if (whole !== void 0) return keySighting(text, at, whole);
	if (!LITERAL_GOES_ON.test(text.slice(at + token.length, at + token.length + 2))) return void 0;
	const opening = openingOf(text, at);
	return opening === void 0 ? void 0 : sightSplit(text, at, opening.from, opening.quote);
}
/** A literal that is a key or only the head of one, `"sk"`; `at` is its opening quote. */
function sightPiece(text, at) {
	const token = tokenAt(text, at + 1);
	if (vendorOf(token) !== void 0) return sightKey(text, at + 1);
	return sightSplit(text, at, at + 1, text[at] ?? "\"");
}
function sightSplit(text, at, from, quote) {
	const folded = foldFrom(text, from, quote);
	const values = folded.pieces > 1 ? [folded.value] : foldUses(text, from, quote);
	for (const value of values) for (const match of value.matchAll(PREFIX)) {
		const vendor = beginsToken(value, match.index) ? vendorOf(match[0]) : void 0;
		const sighting = vendor === void 0 ? void 0 : keySighting(text, at, vendor);
		if (sighting !== void 0) return {
			...sighting,
			encoded: "split"
		};
	}
}
function keySighting(text, at, vendor) {
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

// src/browser/named-keys.ts
const NAMED = /[a-z_-]*key[A-Za-z0-9_]{0,20}(?:\\?["'`])?\]?\s*[:=,]\s*\\?["'`]([A-Za-z0-9_.-]{24,200})\\?["'`]/iy;
const AZURE = /azure|ocp-apim|api-version|cognitiveservices/i;
/** Others that call 32 hex digits `apiKey` and mean them to be public. */
const PUBLIC_KEY_HOLDERS = /algolia|docsearch|sentry|amplitude|segment|bugsnag|honeybadger|posthog|mapbox/i;
/** Bytes from the middle mark of an 84-character Azure key back to its start. */
const MARK_OFFSET = 52;
/**
* Keys without a prefix of their own, known by the name they are given: 32 hex digits of an Azure
* resource, and whatever is handed to an SDK whose browser switch is on. Also Azure's long keys,
* which carry a mark.
*/
function sightNamedKey(text, at) {
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
	if (/^[0-9a-f]{32}$/i.test(value)) return AZURE.test(around(3e3)) && !PUBLIC_KEY_HOLDERS.test(around(300)) ? {
		kind: "key",
		what: "azure",
		at: valueAt
	} : void 0;
	return !value.startsWith("eyJ") && /dangerouslyAllow\w*Browser/.test(around(400)) ? {
		kind: "key",
		what: "unknown",
		at: valueAt
	} : void 0;
}

// src/browser/switches.ts
const OPTION = /(dangerouslyAllow\w*Browser\w*)(?:\\?["'`])?\]?\s*([:=])(?!=)\s*(?:!0|true|1)(?![\w.])/y;
const HEADER = /dangerous-direct-browser-access(?:\\?["'`])?\]?\s*[:,=]\s*\\?["'`]?true/y;
/** The switch that makes an SDK accept a browser: `dangerouslyAllowBrowser:!0` and its relatives. */
function sightSwitch(text, at) {
	const before = text.slice(Math.max(0, at - 600), at);
	if (before.includes("browser-like environment") || isInComment(text, at)) return void 0;
	OPTION.lastIndex = at;
	const option = OPTION.exec(text);
	if (option !== null) return option[2] === ":" || /[.[]["'`]?$/.test(before) ? {
		kind: "browser-switch",
		what: option[1] ?? "",
		at
	} : void 0;
	HEADER.lastIndex = at;
	return HEADER.exec(text) !== null && !/dangerouslyAllowBrowser\)?\s*(?:\?|&&)/.test(before.slice(-160)) ? {
		kind: "browser-switch",
		what: "anthropic-dangerous-direct-browser-access",
		at
	} : void 0;
}

// src/browser/triggers.ts
/** A needle and, after it, four of its bytes whose last two are rare in front-end code. */
const NEEDLES = {
	token: [
		["gsk_", "gsk_"],
		["AIza", "AIza"],
		["xai-", "xai-"],
		["pplx-", "plx-"],
		["nvapi-", "vapi"],
		["tgp_v1_", "_v1_"],
		["ghp_", "ghp_"],
		["github_pat_", "hub_"]
	],
	piece: [
		["\"hf_", "\"hf_"],
		["'hf_", "'hf_"],
		["`hf_", "`hf_"],
		["\"r8_", "\"r8_"],
		["'r8_", "'r8_"],
		["`r8_", "`r8_"],
		["\"sk\"", "\"sk\""],
		["'sk'", "'sk'"],
		["`sk`", "`sk`"],
		["\"sk\\", "\"sk\\"],
		["'sk\\", "'sk\\"]
	],
	host: [["api.openai.com", "i.op"], [".azure.com", ".azu"]],
	switch: [["dangerouslyAllow", "lyAl"], ["dangerous-direct-browser", "us-d"]],
	base64: [
		["atob(", "tob("],
		[";base64,", "se64"],
		["\"base64\"", "se64"],
		["'base64'", "se64"],
		["`base64`", "se64"]
	],
	encoded: [
		["c2st", "c2st"],
		["Z3Nr", "Z3Nr"],
		["QUl6Y", "QUl6"],
		["eGFpL", "eGFp"],
		["aGZf", "aGZf"],
		["QmVhcmVyI", "mVyI"]
	],
	"azure-key": [
		["pi-key", "pi-k"],
		["pi-Key", "pi-K"],
		["pi_key", "pi_k"],
		["piKey", "piKe"],
		["pikey", "pike"],
		["PI_KEY", "PI_K"],
		["PI-KEY", "PI-K"],
		["PIKEY", "PIKE"],
		["tion-Key", "on-K"],
		["tion-key", "on-k"],
		["JQQJ", "JQQJ"]
	],
	gemini: [["generativelanguage", "ngua"], ["GoogleGen", "leGe"]],
	"map-link": [["sourceMappingURL=", "gURL"]]
};
const SHORT_NEEDLE = "sk-";
const BLOCK = 4;
/** Longer than any needle. */
const LONGEST = 32;
/** By the last two bytes of a block: how many bytes can be skipped. */
const SHIFT = (/* @__PURE__ */ new Uint8Array(65536)).fill(3);
const BY_BLOCK = /* @__PURE__ */ new Map();
for (const [kind, needles] of Object.entries(NEEDLES)) {
	if (!isKind(kind)) continue;
	for (const [needle, block] of needles) {
		const bytes = Buffer.from(needle, "latin1");
		const blockAt = needle.indexOf(block);
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
	return Object.hasOwn(NEEDLES, kind);
}
/** All places in `bytes` from `from` up to, not including, `to` where something may begin, in order. */
function findTriggers(bytes, from, to) {
	const found = [];
	for (let at = bytes.indexOf(SHORT_NEEDLE, from, "latin1"); at >= 0 && at < to;) {
		found.push({
			kind: "token",
			at
		});
		at = bytes.indexOf(SHORT_NEEDLE, at + 1, "latin1");
	}
	const end = Math.min(bytes.length, to + LONGEST);
	let last = from + BLOCK - 1;
	while (last < end) {
		const shift = SHIFT[(bytes[last - 1] ?? 0) << 8 | (bytes[last] ?? 0)] ?? 1;
		if (shift > 0) {
			last += shift;
			continue;
		}
		const needles = BY_BLOCK.get(bytes.readInt32BE(last - BLOCK + 1));
		if (needles !== void 0) for (const { kind, bytes: needle, blockAt } of needles) {
			const at = last - BLOCK + 1 - blockAt;
			if (at >= from && at < to && at + needle.length <= bytes.length && bytes.compare(needle, 0, needle.length, at, at + needle.length) === 0) found.push({
				kind,
				at
			});
		}
		last++;
	}
	return found.sort((a, b) => a.at - b.at);
}

// src/browser/sight.ts
/** Encoded text may hold encoded text, once. */
const MAX_DEPTH = 2;
/** Bytes before and behind a trigger that its meaning may depend on. */
const BEHIND = 24576;
const AHEAD = 40960;
const NOTHING = { sightings: [] };
/** What one trigger turns out to be. `text` is latin1, so that offsets are bytes. */
function look(text, at, kind, depth) {
	switch (kind) {
		case "token": return one(sightKey(text, at));
		case "piece": return one(sightPiece(text, at));
		case "azure-key": return one(sightNamedKey(text, at));
		case "host": return one(sightCall(text, at));
		case "switch": return one(sightSwitch(text, at));
		case "base64":
		case "encoded": {
			const encoded = kind === "base64" ? decodeAt(text, at) : decodeLiteralAt(text, at);
			if (encoded === void 0 || depth >= MAX_DEPTH) return NOTHING;
			if (encoded.goesOn && depth === 0) return {
				sightings: [],
				goesOnAt: encoded.at
			};
			return { sightings: sightEncoded(encoded.bytes, encoded.at, depth + 1) };
		}
	}
}
/** Everything in `bytes` whose trigger lies from `from` up to, not including, `to`. */
function sightAll(bytes, from, to, depth = 0) {
	const sightings = [];
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
		for (const found of seen.sightings) sightings.push({
			...found,
			at: found.at + start
		});
		if (seen.goesOnAt !== void 0) goesOnAt.push(seen.goesOnAt + start);
	}
	return {
		sightings,
		goesOnAt,
		callsGemini,
		mayHoldKey,
		...mapLinkAt === void 0 ? {} : { mapLinkAt }
	};
}
function isKeyLike(text, at, kind) {
	if (kind === "token") return beginsToken(text, at);
	return kind === "piece" || kind === "base64" || kind === "encoded";
}
/** Everything inside decoded bytes, reported at the place where the encoded text begins. */
function sightEncoded(bytes, at, depth = 1) {
	const found = sightAll(bytes, 0, bytes.length, depth).sightings;
	const text = bytes.length < 40960 ? bytes.toString("latin1") : "";
	const within = depth < MAX_DEPTH && /^[A-Za-z0-9+/_-]{24,}={0,2}$/.test(text) ? sightEncoded(Buffer.from(text, "base64"), at, depth + 1) : [];
	return [...found, ...within].map((sighting) => ({
		...sighting,
		at,
		encoded: "base64"
	}));
}
function one(sighting) {
	return sighting === void 0 ? NOTHING : { sightings: [sighting] };
}

// src/browser/map-sources.ts
/**
* Keys in the original files that a source map carries. Calls and switches in there are not looked
* for: what runs is the generated file.
*/
async function keysInSources(map, shown, mapFile, positionOf) {
	const hits = [];
	for (const section of map.sections) for (const [index, content] of section.contents.entries()) {
		if (content === void 0) continue;
		const bytes = Buffer.from(content, "utf8");
		const keys = sightAll(bytes, 0, bytes.length).sightings.filter(({ kind }) => kind === "key");
		if (keys.length === 0) continue;
		const positions = await locate([bytes], keys.map(({ at }) => at));
		for (const key of keys) {
			const place = positions.get(key.at) ?? {
				line: 1,
				column: 1
			};
			hits.push({
				kind: "key",
				inSources: true,
				what: key.what,
				file: shown,
				...await positionOf(startOf(bytes, key.at)),
				original: {
					file: originalFile(mapFile, section.sources[index] ?? ""),
					...place
				},
				...key.encoded === void 0 ? {} : { encoded: key.encoded },
				...key.needsGemini === true ? { needsGemini: true } : {}
			});
		}
	}
	return hits;
}
/** The characters that a hit begins with, as JSON writes them. */
function startOf(bytes, at) {
	const start = /^[ -~]*/.exec(bytes.toString("latin1", at, at + 24))?.[0] ?? "";
	return JSON.stringify(start).slice(1, -1);
}
/**
* Hits in the bytes of a map file, with the original files they are in where that can be told. In
* the file every quote and line break of a source is escaped, so split keys show only here.
*/
async function attributeToSources(hits, place) {
	const bytes = await readMap(join(place.root, place.name));
	const map = bytes && readSourceMap(bytes.toString("utf8"));
	if (bytes === void 0 || map === void 0) return hits;
	const attributed = await keysInSources(map, place.shown, place.shown, async (start) => {
		const at = Math.max(0, bytes.indexOf(start));
		return (await locate([bytes], [at])).get(at) ?? {
			line: 1,
			column: 1
		};
	});
	return attributed.length === 0 ? hits : attributed;
}

// src/browser/secrets.ts
/** Shorter values would be found everywhere. */
const MIN_LENGTH = 12;
/** The very secrets of this run, plain and as base64 at each of its three alignments. */
function secretNeedles(secrets) {
	return secrets.flatMap((secret) => {
		const value = secret.reveal();
		if (value.length < MIN_LENGTH) return [];
		const encoded = [
			0,
			1,
			2
		].map((shift) => {
			const text = Buffer.from("-".repeat(shift) + value).toString("base64");
			const end = Math.floor((shift + value.length) * 8 / 6);
			return text.slice(shift === 0 ? 0 : shift + 1, end);
		});
		return [{
			source: secret.source,
			bytes: Buffer.from(value),
			encoded: false
		}, ...encoded.map((text) => ({
			source: secret.source,
			bytes: Buffer.from(text),
			encoded: true
		}))];
	});
}
function sightSecrets(bytes, from, to, needles) {
	const found = [];
	for (const needle of needles) for (let at = bytes.indexOf(needle.bytes, from); at >= 0 && at < to;) {
		const where = {
			kind: "key",
			what: needle.source,
			at
		};
		found.push(needle.encoded ? {
			...where,
			encoded: "base64"
		} : where);
		at = bytes.indexOf(needle.bytes, at + needle.bytes.length);
	}
	return found;
}

// src/browser/scan-file.ts
/** Longer encoded texts are cut, so that memory stays bounded. */
const MAX_ENCODED = 16777216;
const MAX_ENCODED_RUNS = 32;
const MAX_SIGHTINGS = 2e3;
/** What is executed or read as settings; in anything else a call is only text. */
const CODE = /\.(?:m?js|cjs|jsx|mts|tsx?|html?|xhtml|json|svg)$|(?:^|\/)\.env[^/]*$/i;
const scanBuffer = () => windowBuffer(BEHIND, AHEAD);
/**
* Everything found in one file, streaming; the whole of it is never in memory.
*
* @param buffer from `scanBuffer`, used for one file after the other
*/
async function scanFile(place, secrets, buffer, signal) {
	await using file = await open(join(place.root, place.name), "r");
	const sightings = [];
	const goesOnAt = [];
	let callsGemini = false;
	let mayHoldKey = false;
	let mapLinkAt;
	let bytes = 0;
	for await (const window of windowsOf(file, buffer, BEHIND, AHEAD)) {
		signal?.throwIfAborted();
		const seen = sightAll(window.bytes, window.from, window.to);
		const known = sightSecrets(window.bytes, window.from, window.to, secrets);
		if (sightings.length < MAX_SIGHTINGS) {
			for (const found of [...known, ...seen.sightings]) sightings.push({
				...found,
				at: found.at + window.start
			});
			for (const at of seen.goesOnAt) goesOnAt.push(at + window.start);
		}
		callsGemini ||= seen.callsGemini;
		mayHoldKey ||= seen.mayHoldKey;
		if (seen.mapLinkAt !== void 0) mapLinkAt = seen.mapLinkAt + window.start;
		bytes = window.start + window.to;
	}
	for (const at of goesOnAt.slice(0, MAX_ENCODED_RUNS)) {
		const run = runOf((await readAt(file, at, MAX_ENCODED)).toString("latin1"), 0);
		sightings.push(...sightEncoded(Buffer.from(run, "base64"), at));
	}
	const wanted = distinct(sightings).filter((found) => found.kind === "key" || CODE.test(place.name));
	const isMap = place.name.endsWith(".map");
	const inline = isMap || mapLinkAt === void 0 ? void 0 : await inlineMap(file, mapLinkAt);
	const positions = await locate(chunksOf(file), [...wanted.map((found) => found.at), ...inline === void 0 ? [] : [mapLinkAt ?? 0]]);
	const positionOf = (at) => positions.get(at) ?? {
		line: 1,
		column: 1
	};
	const inside = inline === void 0 ? [] : await keysInSources(inline, place.shown, place.shown, () => positionOf(mapLinkAt ?? 0));
	if (wanted.length === 0 && !(isMap && mayHoldKey)) return {
		bytes,
		hits: inside,
		callsGemini
	};
	const linked = inline === void 0 ? isMap ? void 0 : await linkedMap(file, place, mapLinkAt) : {
		map: inline,
		file: place.shown
	};
	const hits = wanted.map((found) => {
		const position = positionOf(found.at);
		const original = linked === void 0 ? void 0 : originalOf(linked.map, position);
		const file = original === void 0 ? "" : originalFile(linked?.file ?? "", original.source);
		return {
			kind: found.kind,
			what: found.what,
			file: place.shown,
			line: position.line,
			column: position.column,
			...original === void 0 ? {} : { original: {
				file,
				line: original.line,
				column: original.column
			} },
			...found.encoded === void 0 ? {} : { encoded: found.encoded },
			...found.needsGemini === true ? { needsGemini: true } : {}
		};
	});
	const own = isMap && mayHoldKey ? await attributeToSources(hits, place) : hits;
	const fromSdk = (hit) => hit.kind !== "key" && SDK_SOURCE.test(hit.original?.file ?? "");
	return {
		bytes,
		hits: [...own.filter((hit) => !fromSdk(hit)), ...inside],
		callsGemini
	};
}
/** One for each place; a secret of this run says more than the shape of its key. */
function distinct(sightings) {
	const byPlace = /* @__PURE__ */ new Map();
	for (const found of sightings) {
		const id = `${found.kind} ${found.at}`;
		if (!byPlace.has(id)) byPlace.set(id, found);
	}
	return [...byPlace.values()].sort((a, b) => a.at - b.at);
}

// src/browser/scan.ts
/** More than anybody reads; the rest is counted. */
const MAX_HITS = 1e3;
/**
* Searches built front-end files for keys, direct API calls and the SDK's browser switch. Streaming,
* in constant memory. The key itself is in no fact.
*
* @throws the reason of `signal` when it is aborted
*/
async function scanBundle(options) {
	const given = resolve(options.workspace, options.folder);
	const info = await stat(given).catch(() => void 0);
	if (info === void 0 || !info.isDirectory()) return unusable(options.folder, info !== void 0);
	const root = await realpath(given);
	const shownRoot = shownAs(options.workspace, given);
	const ignore = await readIgnore(options, given);
	if (ignore.unreadable !== void 0) return {
		status: "unusable",
		problem: ignore.unreadable
	};
	const needles = secretNeedles(options.secrets ?? []);
	const hits = [];
	const buffer = scanBuffer();
	let files = 0;
	let bytes = 0;
	let callsGemini = false;
	for await (const name of frontEndFiles(root)) {
		const place = {
			root,
			name,
			shown: posix.join(shownRoot, name)
		};
		const scanned = await scanFile(place, needles, buffer, options.signal);
		files++;
		bytes += scanned.bytes;
		callsGemini ||= scanned.callsGemini;
		for (const hit of scanned.hits) hits.push({
			...hit,
			name
		});
	}
	if (files === 0) return empty(options.folder);
	const real = withoutCopies(hits.filter((hit) => hit.needsGemini !== true || callsGemini));
	const kept = real.filter((hit) => !isIgnored(hit, ignore.entries, hit.name));
	const shown = kept.slice(0, MAX_HITS).map(bare);
	return {
		status: "scanned",
		facts: {
			files,
			bytes,
			hits: shown,
			ignored: real.length - kept.length,
			...kept.length > MAX_HITS ? { omitted: kept.length - MAX_HITS } : {}
		},
		problems: ignore.problems
	};
}
function bare(hit) {
	const { kind, what, file, line, column, original, encoded } = hit;
	return {
		kind,
		what,
		file,
		line,
		column,
		...original === void 0 ? {} : { original },
		...encoded === void 0 ? {} : { encoded }
	};
}
/** What stands in a script and, as its source, in its map, is one hit: that in the script. */
function withoutCopies(hits) {
	const line = (hit) => `${hit.kind} ${hit.what} ${hit.original?.file} ${hit.original?.line}`;
	const inScripts = new Set(hits.filter((hit) => hit.inSources !== true && hit.original !== void 0).map(line));
	return hits.filter((hit) => hit.inSources !== true || !inScripts.has(line(hit)));
}
/** With `/`, relative to the workspace for what lies in it. */
function shownAs(workspace, path) {
	const below = relative(workspace, path);
	return (below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below) ? below : path).replaceAll(sep, "/");
}
async function readIgnore(options, folder) {
	const asked = options.ignoreFile;
	const paths = asked === void 0 ? [join(options.workspace, IGNORE_FILE), join(folder, IGNORE_FILE)] : [resolve(options.workspace, asked)];
	for (const path of paths) {
		const text = await readFile(path, "utf8").catch(() => void 0);
		if (text !== void 0) return readIgnoreFile(text, shownAs(options.workspace, path));
	}
	if (asked === void 0) return {
		entries: [],
		problems: []
	};
	return {
		entries: [],
		problems: [],
		unreadable: problemOf(asked, "The ignore file cannot be read.", `Create the file ${asked}, or take the setting away.`)
	};
}
function unusable(folder, exists) {
	return {
		status: "unusable",
		problem: problemOf("client-bundle", exists ? `"${folder}" is a file, not a folder.` : `The folder "${folder}" does not exist.`, "Build the front end before this step, and set client-bundle to the folder it is built into.")
	};
}
function empty(folder) {
	return {
		status: "unusable",
		problem: problemOf("client-bundle", `The folder "${folder}" holds no front-end files, so nothing was searched.`, "Set client-bundle to the folder that the front end is built into.")
	};
}
function problemOf(setting, message, fix) {
	return {
		code: "config.client_bundle_unusable",
		setting,
		message,
		fix,
		severity: "fatal",
		owner: "request"
	};
}

// src/browser/probe.ts
/** The kind that is worst to find comes first. */
const CODE_OF = [
	["key", "client.key_in_bundle"],
	["api-call", "client.direct_api_call"],
	["browser-switch", "client.browser_switch"]
];
/** The observation `client-bundle`: failed when something was found, skipped when nothing could be searched. */
async function probeClientBundle(options) {
	try {
		const scan = await scanBundle(options);
		if (scan.status === "unusable") return {
			outcome: {
				status: "skipped",
				because: scan.problem.message
			},
			problems: [scan.problem]
		};
		return {
			outcome: outcomeOf(scan.facts),
			problems: scan.problems
		};
	} catch (error) {
		if (options.signal?.aborted !== true) throw error;
		return {
			outcome: {
				status: "skipped",
				because: "The search of the front-end files was stopped before it was through."
			},
			problems: []
		};
	}
}
function outcomeOf(facts) {
	for (const [kind, code] of CODE_OF) {
		const found = facts.hits.filter((hit) => hit.kind === kind);
		const [first] = found;
		if (first === void 0) continue;
		const place = first.original ?? first;
		return {
			status: "failed",
			failure: {
				code,
				detail: `${first.what} at ${place.file}:${place.line}${found.length > 1 ? ` and ${found.length - 1} more` : ""}`
			},
			facts
		};
	}
	return {
		status: "ok",
		facts
	};
}

export { probeClientBundle };