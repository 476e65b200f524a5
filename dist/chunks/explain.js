import "./runtime.js";
import { S as branchOf } from "./model-words.js";
import { A as given, D as entryOf, I as jsonIn, N as isObject, b as endpointFacts, m as PROBE_RUNG, y as ENDPOINTS, z as unescaped } from "./settings-inputs.js";
import { C as isOfOneProduct, E as statusOfMarks, T as routeOfMark, _ as STATUS_OF_CODE, a as describeBody, b as PRODUCTS$1, d as durationMs, f as limitsOf, g as COMMON_CODES, m as headersOfInterest, o as marksIn, p as KEPT, s as LAW, t as refusal, u as BROWSER_NOTES, v as STATUS_OF_TYPE, w as routeOfHeader, x as familyOf, y as MARKS } from "./rules.js";
import { Dt as isAddress, Ot as isThisMachine, P as ownerTitle, Pt as CLIENT_WORDS, Qt as fenced, T as count, b as OWNER_NAMES, bt as kindOfHost, ft as endingsOf, in as oneLine, kt as resolved, nn as markdown, on as plainText, rn as markdownCode } from "./common.js";
import { i as readingsOf, n as failure, r as from, t as SYSTEM } from "./explain-system.js";
import { D as judge, M as each, O as nextCommand, r as failureFrom, s as STRICT_RULES } from "./judge.js";
import { r as placed, t as outputArtifacts } from "./doors-shared.js";
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
	matchAt(BLANK, cursor);
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
	const item = () => {
		const key = readKey(cursor);
		const value = key?.plain === void 0 ? key && readValue(cursor, depth + 1) : readPlain(cursor, key.plain, depth);
		if (key === void 0 || value === void 0) return false;
		found.set(key.name, value);
		return true;
	};
	if (!readItems(cursor, item)) {
		if (found.size === 0) return void 0;
		cursor.truncated = true;
	}
	return Object.fromEntries(found);
}
/** What stands between a bracket and the one that closes it, or the end of the text; `false` where an item is none. */
function readItems(cursor, readItem) {
	const close = entryOf(CLOSING, cursor.text[cursor.at] ?? "") ?? "}";
	cursor.at += 1;
	for (;;) {
		matchAt(SEPARATORS, cursor);
		const next = cursor.text[cursor.at];
		cursor.truncated ||= next === void 0;
		if (next === void 0) return true;
		if (next === close) {
			cursor.at += 1;
			return true;
		}
		if (!readItem()) return false;
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
function readKey(cursor) {
	const { text } = cursor;
	const first = text[cursor.at];
	const quoted = first !== void 0 && isQuote(first);
	const match = quoted ? void 0 : matchAt(KEY, cursor);
	const name = quoted ? readString(cursor) : match?.[1];
	if (name === void 0) return void 0;
	const after = cursor.at;
	matchAt(BLANK, cursor);
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
	const marker = matchAt(INSPECT_MARKER, cursor);
	if (marker !== void 0) return marker[0];
	const found = [];
	return readItems(cursor, () => {
		const value = readValue(cursor, depth + 1);
		if (value !== void 0) found.push(value);
		return value !== void 0;
	}) || found.length > 0 ? found : void 0;
}
/** `[Object]`, `[Function: fetch]`, `[Symbol(x)]`. */
const INSPECT_MARKER = /\[[A-Z][\w ():.,$-]{0,80}\]/y;
/** Node breaks long strings into `'a' +` lines; Python puts adjacent strings side by side. */
function readStrings(cursor) {
	let whole = readString(cursor);
	for (;;) {
		const before = cursor.at;
		matchAt(BLANK, cursor);
		if (cursor.text[cursor.at] === "+") {
			cursor.at += 1;
			matchAt(BLANK, cursor);
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
function readString(cursor) {
	const { text } = cursor;
	const quote = text[cursor.at] ?? "";
	let whole = "";
	let at = cursor.at + 1;
	while (at < text.length && text[at] !== quote) {
		const { value, length } = text[at] === "\\" ? unescaped(text, at) : {
			value: text[at],
			length: 1
		};
		whole += value;
		at += length;
	}
	if (at >= text.length) cursor.truncated = true;
	cursor.at = Math.min(text.length, at + 1);
	return whole;
}
const NUMBER = /-?\d{1,25}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?(?![\w.])/y;
const WORD = /[A-Za-z_$][\w$.-]{0,80}/y;
const WORDS$1 = {
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
	const known = entryOf(WORDS$1, word);
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
/** Real white space, and the two characters `\n` that a doubly quoted log leaves behind. */
const BLANK = /(?:\s|\\n|\\r|\\t)+/y;
const SEPARATORS = /(?:[\s,]|\\n|\\r|\\t)+/y;
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
const OPENS = /(?<!\bOs |\bCustom )\{(?=(?:\s|\\n|\\r){0,40}(?:\\{0,3}["']|:?[A-Za-z_]{2,40}(?:[:=]| =>)))|(?<=\b[A-Z]\w{2,60})[([](?=[a-z]\w{1,40}=(?![=>]))|<(?:!doctype html|html|head|center|h1)\b/gi;
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
/** What a program adds to an error that it logs, and no server sends. */
const OF_THE_PROGRAM = [
	"stack",
	"trace",
	"exception",
	"syscall",
	"errno"
];
/** What Node prints of an error, or of what is too deep, in an object of the program. */
const INSPECTED = /^(?:\w{0,60}Error|\[?Object\]?)$/;
/** Objects of the program itself look similar: they carry an errno, a stack, a system call. */
function isErrorBody(value) {
	if (!isRecord(value)) return false;
	if (OF_THE_PROGRAM.some((key) => key in value)) return false;
	const error = property(value, "error");
	if (isRecord(error)) return isErrorObject(error);
	if (typeof error === "string") return error.length > 0 && !INSPECTED.test(error) && Object.keys(value).length <= 8;
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
	retry: 4,
	wait: 4
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
		let text = 0;
		let block = 0;
		for (let at = 0; at < part; at += 1) {
			text = text >>> 8 | (bytes[start + at] ?? 0) << 24;
			if (at < 3) continue;
			block = blockOf(text);
			const shift = part - 1 - at;
			if (shift < (shifts[block] ?? 0)) shifts[block] = shift;
		}
		previous[number + 1] = last[block] ?? 0;
		last[block] = number + 1;
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
	const words = /* @__PURE__ */ new Set();
	const bytes = Buffer.from(text);
	const found = {
		decides: false,
		words
	};
	for (let at = 0; at !== -1;) {
		at = findWord(search, bytes, at, bytes.length, found);
		if (at !== -1) at += 1;
	}
	return words;
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
			found.words?.add(word - 1);
			matched = true;
		}
		if (matched) return start;
		at += 1;
	}
	return -1;
}
/** Bit 5 tells the two cases of a letter apart; other bytes that it joins are told apart later. */
function blockAt(bytes, at) {
	return blockOf((bytes[at - 3] ?? 0) | (bytes[at - 2] ?? 0) << 8 | (bytes[at - 1] ?? 0) << 16 | (bytes[at] ?? 0) << 24);
}
function blockOf(text) {
	return Math.imul(text | 538976288, SPREAD) >>> 18;
}
function stands({ bytes: words, starts }, number, bytes, start, to) {
	const from = starts[number] ?? 0;
	const length = (starts[number + 1] ?? 0) - from;
	if (start + length > to) return false;
	for (let at = 0; at < length; at += 1) if (FOLDED[bytes[start + at] ?? 0] !== words[from + at]) return false;
	return true;
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
const FOREIGN_HOSTS = /(?:^|\.)(?:httpbin\.org|google\.com|apple\.com|paypal\.com|gstatic\.com|npmmirror\.com|taobao\.org|npmjs\.org|yarnpkg\.com|pypi\.org|pythonhosted\.org|golang\.org|crates\.io|rubygems\.org|nuget\.org|packagist\.org|hex\.pm|maven\.org|apache\.org|gradle\.org|jitpack\.io|terraform\.io|hashicorp\.com|docker\.(?:io|com)|ghcr\.io|quay\.io|cloudfront\.net|gcr\.io|k8s\.io|azurecr\.io|github\.com|gitlab\.com|bitbucket\.org|githubusercontent\.com|nodesource\.com|huggingface\.co|sentry\.io|datadoghq\.com|newrelic\.com|honeycomb\.io|grafana\.net|launchdarkly\.com|slack\.com|discord\.com|telegram\.org|segment\.io|posthog\.com|stripe\.com|twilio\.com|sendgrid\.(?:com|net)|auth0\.com|okta\.com|debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org|windows\.net|database\.azure\.com|smith\.langchain\.com|pinecone\.io|supabase\.co|storage\.googleapis\.com|(?<!execute-api\.[\w-]{1,30}\.|elb\.|bedrock[\w-]{0,20}\.[\w-]{1,30}\.)amazonaws\.com)$/;
/**
* Other programs by the way in which they begin or word a line. A name in the text of our own
* incident (`openai` in the same lines) outweighs them.
*/
const FOREIGN_LINES = /\[(?:error|crit|alert|warn)\] \d{1,10}#\d{1,10}:|\bnginx: \[|\b(?!generativelanguage|[\w-]{0,30}aiplatform)[a-z]{3,30}\.googleapis\.com\b|\bAH\d{5}:|\bgit (?:fetch|clone|push|pull)\b|\b(?:ssh|scp|sftp|rsync): (?:connect|Could not|connection)|kex_exchange_identification|\bpip install\b|^\s*> Could not (?:resolve|GET|HEAD)|available provider packages|\bdocker pull\b|\bdocker-registry\b|\bkubelet\b|\bazure\.cli\b|@google\/cloud-|toomanyrequests: |\bbotocore\.|\bboto3\b|NoSuchBucket|\bbundler\b|Unable to connect to the server|\bkubectl\b|API rate limit exceeded for|secondary rate limit|\bapi\.github\.com\b|could not (?:receive|send) data|\bpsycopg2?\b|\bpsql: |\bpostgrex\b|\bDBConnection\b|\basyncpg\b|\bpostgres(?:ql)?\b|\b(?:io)?redis\b|\b(?:jedis|lettuce|pymongo|psycopg|pgx|npgsql|hikari\w{0,12}|sequelize|typeorm|kafkajs|aiokafka|amqplib|nodemailer|cassandra|clickhouse)\b|\bmysql2?\b|\bHY000\b|\bmariadb\b|\bmongo(?:db|ose)?\b|\bkafka\b|\brabbitmq\b|\bamqp\b|\belasticsearch\b|\bopensearch\b|\bsqlalchemy\b|\bmemcached\b|\bsmtp\b|\bldaps?\b|\bprisma\b|\bcelery\b|\bopentelemetry\b|\botlp\b|\bstatsd\b|\bsentry\b|\bdatadog\b|\bselenium\b|\bplaywright\b|\bpuppeteer\b|\bzookeeper\b|\bconsul\b|\betcd\b|\bvault\b|\b(?:stripe|twilio|sendgrid|slack_sdk|firebase|snowflake|databricks)[./]\w|\bTwilioRestException\b|\bjava\.sql\.|\bSQLSTATE\b|\bORA-\d{5}\b|\bJDBC\b|\bSqlException\b|\bkeyserver\b|\bwget: |\bCypress\b|\bwhile (?:connecting to|reading (?:response header )?from) upstream\b|\bmqtt\b|\bprometheus\b|\bgrafana\b|\bcertbot\b/i;
/**
* Programs that fetch packages, images and sources. The names of what they fetch (`openai`) are no
* evidence of a call: only a class or a body of an SDK in the same lines outweighs them.
*/
const FETCHING = /\bpip\._vendor\b|\/simple\/[\w.-]+\/?$|^(?:fatal|error): (?:read error|unable to access|could not read|Could not resolve|RPC failed|the remote end)|^(?:npm|gyp|pnpm|yarn) (?:ERR!|error|warn|info)|\bERR_PNPM_|^\s*error An unexpected error occurred: "https|^Error response from daemon|error pulling image|failed to (?:pull|push) |^warning: spurious network error|^go: |\bNU\d{4}:|\[ERROR\] Failed to execute goal|Could not (?:transfer artifact|resolve dependencies)|^(?:E|Err:\d{1,4}|W): /;
/** A class of an error with the package that it is of, as Python, Java and Kotlin print it. */
const QUALIFIED_CLASS = /(?:^|[\s|:(>[])((?:[a-z_]\w{0,60}\.){1,8})[A-Z]\w{0,60}(?:Error|Exception|Errors?|TimedOut|Failure|TooManyRequests)\b/;
/** Packages whose errors a call of a model API ends in: the languages, their HTTP clients, SDKs and what is built on them. */
const CALLING_PACKAGES = /^(?:openai|litellm|httpx2?|httpcore2?|requests|urllib3|aiohttp|anyio|asyncio|ssl|socks|sockets?|python_socks|https?|h11|h2|builtins|concurrent|tenacity|backoff|pydantic\w*|instructor|crewai|autogen\w*|semantic_kernel|haystack\w*|dspy|json|java|javax|jakarta|jdk|sun|okhttp3|okio|retrofit2|reactor|feign|kotlin\w*|scala|azure|msal\w*|node|io\.(?:netty|ktor|reactivex|vertx|quarkus|micronaut)|com\.(?:sun|azure|microsoft|theokanning|aallam|fasterxml|squareup)|org\.(?:springframework|apache\.h\w+|eclipse|jboss|glassfish))\.|lang|llm|llama|gpt|chat|model|embed|openai|\bai\b/i;
/** A frame of a library that calls model APIs, as Node, .NET and Java print it. */
const SDK_FRAME = /^\s{1,40}at [^\n]{0,200}(?:node_modules\/(?:openai|ai|@ai-sdk|@langchain|@azure-rest\/ai-inference|@azure\/openai)\/|\b(?:OpenAI|Azure\.AI\.\w{3,20}|Microsoft\.SemanticKernel)\.[A-Z]|\b(?:com\.(?:openai|azure\.ai)|dev\.langchain4j|org\.springframework\.ai)\.)/;
/** Somebody tests their own code: what fails in it was made to fail. */
const TEST_RUN = /^\s*●|^\s*(?:FAIL|PASS) |\bAssertionError\b|^Tests: +\d|^--- FAIL: |^E {3}|^={3,} FAILURES/;
/** Words by which a line speaks of a model, whatever its program is called. */
const MODEL_WORDS = /openai|azure|llm|gpt|langchain|llama|anthropic|claude|gemini|mistral|\b(?:ai|rag|bots?|agents?|assistants?|models?|prompts?|completions?|chat\w*|embeddings?|embed|inference|tokens?|whisper|vision|dall\W?e|tts|moderations?|copilot|gateway|generat\w+|summar\w+|transcri\w+|translat\w+)\b/i;
/** Words in which any client tells of any status; every other word names who answered, or what was asked of it. */
const STATUS_WORDS = /^(?:a|all|an|and|any|api|app|application|at|attempts?|axios|backend|bad|base|be|because|body|but|by|call|called|caught|cause|client|code|connection|could|critical|curl|data|debug|detail|details|did|do|does|empty|endpoint|err|errors?|exception|execute|executing|exit|exited|expected|fail|failed|failing|failure|fatal|faraday|feign|fetch|fetching|for|forbidden|found|from|gateway|get|giving|go|got|guzzle\w*|had|has|have|host|http\w*|httpx|in|indicate|info|internal|invalid|is|it|java|javascript|js|json|large|last|level|line|log|logger|main|make|max|maximum|message|method|msg|name|net|no|node|non|not|null|of|on|ok|org|out|payment|post|process|promise|proxy|put|python|reached|reason|received|rejected|rejection|remote|reply|request|requests|required|res|respond|responded|response|rest|result|retrofit2?|retry|retries|retrying|return|returned|returning|returns|root|run|running|runtime|send|sending|sent|server|service|socket|websocket|handshake|upgraded?|since|status|statuscode|stderr|stdout|still|stream|success|successful|successfully|temporarily|text|that|the|thread|throw|thrown|throws|time|timeout|to|too|many|trace|traceback|trying|type|unauthori[sz]ed|unavailable|uncaught|undefined|undici|unexpected|unhandled|unprocessable|entity|up|upstream|url|using|value|via|warn|warning|was|web|when|while|will|with|without|worker|x|you|your|[a-z])$/i;
/** Containers, units and processes named after what runs in them. */
const FOREIGN_SOURCES = /(?:^|[\s/._-])(?:db|database|postgres(?:ql)?|pg|mysqld?|mariadb|redis|mongod?b?|kafka|rabbitmq|nginx|traefik|haproxy|elasticsearch|opensearch|minio|vault|consul|zookeeper|memcached|etcd|sshd|dockerd|containerd|kubelet|systemd(?:-\w+)?|kernel|rsyslogd|NetworkManager|chronyd|ntpd|snapd|postfix|dovecot|exim\d?|named|dhclient|openvpn|charon|fail2ban)(?:$|[\s/._:-]|\d)/i;
/** Products that stand in front of models, as hosts are named after them. */
const GATEWAYS = PRODUCTS$1.flatMap(({ kind, name }) => kind === "gateway" && /^[A-Za-z]+$/.test(name) ? [name] : []);
/** A first label that a gateway to models goes by. */
const GATEWAY_LABEL = new RegExp(String.raw`^(?:[\w-]{0,63}(?:gw|gateway|llm|gpt|openai|proxy|${GATEWAYS.join("|")})[\w-]*|ai)\.`, "i");
/** Words in the paths of model APIs and of what is in front of them. */
const MODEL_PATH = new RegExp(String.raw`/v\d/?$|(?:${ENDPOINTS.map((one) => endpointFacts(one).path).join("|")}|/(?:completions?|models|images|audio|batches|files|messages|assistants|threads|rerank|generate|tags|engines|deployments|realtime[\w-]*))\b|openai|llm|gpt|chat|inference|generation|ollama`, "i");
/** Hosts that stand in messages as links to read: not where the call went. */
const DOCUMENTATION = /^(?:platform|help|status|developers|docs|community|cookbook|beta)\.openai\.com$|^(?:www\.)?openai\.com$|aka\.ms$|microsoft\.com$|^github\.com$|githubusercontent\.com$|mozilla\.org$|^errors\.pydantic\.dev$|httpstatuses\.com$|readthedocs\.io$|^docs?\.|python\.org$|nodejs\.org$|^(?:www\.)?w3\.org$|schemas\.|langchain\.com$|litellm\.ai$|statuspage\.io$|^(?:www\.)?vercel\.com$|spring\.io$|curl\.se$|haxx\.se$|stackoverflow\.com$/;

// src/explain/vocabulary/properties.ts
/**
* Headers in dumps of responses that say who answered or how much is left. Names of one word are words
* of any log; `via` needs its colon, below.
*/
const HEADERS = [...KEPT].filter((name) => name.includes("-") || name === "server").map((name) => name.replace("*", String.raw`[\w-]{1,40}`));
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
		],
		[
			/(?<!will |going to )\b(?:try again|retry(?: (?:your|this) request)?) (?:in|after) ((?:\d{1,7}(?:\.\d{1,6})? ?(?:milliseconds?|seconds?|minutes?|hours?|days?|ms|[smhd])){1,4})(?![a-z\d])/i,
			([, words = ""]) => {
				const units = words.toLowerCase().replaceAll(/ ?(ms|milli|[smhd])[a-z]*/g, "$1");
				const ms = durationMs(units.replaceAll("milli", "ms"));
				return ms === void 0 ? void 0 : {
					kind: "wait",
					ms
				};
			},
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
			/\b(?:(GET|POST|PUT|DELETE|Post|Get) ["']?)?(https?|wss?):\/\/(?:[^\s@/'"]{1,200}@)?(\[[\da-fA-F:]{2,45}\]|[A-Za-z\d][\w.-]{0,253})(?::(\d{1,5}))?(\/[\w./%~+-]{0,300})?/,
			(match) => {
				const [, method, scheme, host = "", port, path] = match;
				const name = host.replace(/[.]$/, "").replace(/^\[(.*)\]$/, "$1").toLowerCase();
				return DOCUMENTATION.test(name) || isToRead(match) ? void 0 : {
					kind: "host",
					host: name,
					scheme: scheme === "http" || scheme === "ws" ? "http" : "https",
					...port === void 0 ? {} : { port: Number(port) },
					...given({ path }),
					...method === void 0 ? {} : { method: method.toUpperCase() }
				};
			},
			"describes"
		],
		[
			/\b(?:url|path|base_?url)['"]?: ?['"]((?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,10})((?:\/[\w.-]{1,80}){0,4}\/(?:v1|openai)\/[\w/.-]{1,120})['"]/i,
			([, host = "", path = ""]) => ({
				kind: "host",
				host: host.toLowerCase(),
				path,
				scheme: "none"
			}),
			"describes"
		],
		[
			/(?:Pool\(host=|\bhost(?:name)?['"]?: ?|\bhost=|Some\(Domain\()['"]([A-Za-z\d][\w.-]{0,253})['"](?:, port[:=] ?(\d{1,5}))?(?:\): Max retries exceeded with url: (\/[\w./%~+-]{0,300}))?/,
			([, host = "", port, path]) => ({
				kind: "host",
				host: host.toLowerCase(),
				...port === void 0 ? {} : { port: Number(port) },
				...given({ path })
			}),
			"describes"
		],
		[
			new RegExp(String.raw`(?<!make your request to |[\w.@/-])([\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:${endingsOf("azure", "azure")})|[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.openai\.com)\b`, "i"),
			([, host = ""]) => DOCUMENTATION.test(host.toLowerCase()) ? void 0 : {
				kind: "host",
				host: host.toLowerCase()
			},
			"describes"
		],
		[
			/\brequested a page on a website \(([A-Za-z\d][\w.-]{0,253})\)/,
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
/** `Create a new API key: https://…`, `see https://…`: a link of the message. */
function isToRead({ input, index }) {
	return /\b(?:see|visit|read|docs|documentation|(?:learn|read) more|api keys?|help|guide|troubleshooting url|go to|or here|click here)\b(?: (?:it|here|also|more|the docs|more information|at|on))*\W{0,3}$/i.test(input.slice(Math.max(0, index - 48), index));
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
/** Replies of a SOCKS proxy (RFC 1928 §6, and SOCKS4 from 0x5a) that are not its refusal of the destination. */
const SOCKS_REPLIES = {
	"01": "proxy.error",
	"02": "proxy.denied",
	"03": "proxy.destination_unavailable",
	"04": "proxy.destination_unavailable",
	"06": "proxy.connection_timeout",
	"5c": "proxy.auth_required",
	"5d": "proxy.auth_required"
};
/** The answer to CONNECT with the proxy that gave it: its host is no destination. */
const throughProxy = (status, proxy) => proxy === void 0 ? [tunnel(status)] : [tunnel(status, { proxy: proxy.toLowerCase() }), {
	kind: "proxy",
	proxy: proxy.toLowerCase()
}];
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
	...from("aiohttp 3.13 aiohttp/client_exceptions.py", [[/\bClientHttpProxyError: (\d{3})(?:, message='[^'\n]{0,80}', url=(?:URL\()?'https?:\/\/([\w.-]{1,253}:\d{1,5}))?/, ([, status, proxy]) => throughProxy(status, proxy)], [/Cannot connect to proxy ([\w.-]{1,253}:\d{1,5})/, ([, proxy = ""]) => ({
		kind: "proxy",
		proxy
	})]]),
	...from("python-socks 2.7 _errors.py, PySocks 1.7.1 socks.py and requests 2.28 over it (run), socksio 1.0 in httpcore 1.0 socks_proxy.py", [
		[
			/\bSOCKSHTTPS?ConnectionPool\(/,
			{
				kind: "proxy",
				proxy: ""
			},
			"describes"
		],
		[/(?:Couldn't connect to proxy|Error connecting to SOCKS[45] proxy) ([\w.-]{1,253}:\d{1,5})/, ([, proxy = ""]) => ({
			kind: "proxy",
			proxy: proxy.toLowerCase()
		})],
		[/\b(?:(?:GeneralProxyError|SOCKS[45]Error|ProxyError): (?:Socket error: )?|new connection: )(?:0x(0[1-8]|5[b-d]): |Proxy Server could not connect: )/i, ([, reply = ""]) => broken(entryOf(SOCKS_REPLIES, reply) ?? "proxy.connection_refused")],
		[/\bSOCKS5AuthError\b|SOCKS5 authentication (?:failed|methods were rejected)|Server requested username\/password authentication/i, broken("proxy.auth_required")],
		[/\b(?:SOCKS[45]|HTTP) proxy server sent invalid (?:data|response)/, broken("proxy.response_invalid")],
		[/\b(?:GeneralProxyError: (?:Socket error: )?|SOCKSHTTPS?Connection object at \w{3,20}>: Failed to establish a new connection: )Connection closed unexpectedly/, broken("proxy.closed")],
		[/\b(?:GeneralProxyError: Socket error|socks\.HTTPError): (\d{3}): /, ([, status]) => tunnel(status)]
	]),
	...from("socks 2.8 common/constants.ts, client/socksclient.ts (socks-proxy-agent 8)", [
		[/\bSocks[45] proxy rejected connection\b/, broken("proxy.connection_refused")],
		[/\bSocks5 Authentication failed\b/, broken("proxy.auth_required")],
		[/\bProxy connection timed out\b/, broken("proxy.timed_out")]
	]),
	...from("OpenJDK 24 java/net/SocksSocketImpl.java", [[/\bSocketException: SOCKS: |\bMalformed reply from SOCKS server/, broken("proxy.connection_refused")]]),
	...from("hyper-util 0.1 src/client/legacy/connect/proxy/tunnel.rs", [[/\btunnel error: (?:unsuccessful|unexpected)|\bunsuccessful tunnel/, { kind: "tunnel" }], [/tunnel error: proxy authorization required/, tunnel("407")]]),
	...from("libcurl 8.22-DEV 5c61e16 and 7.88 (run): lib/cf-h1-proxy.c, lib/cf-ip-happy.c, lib/socks.c", [
		[/\b[Cc]an(?:no|')t complete SOCKS[45] connection to [^\s]{1,300} \((\d{1,2})\)/, ([, reply]) => broken(entryOf(SOCKS_REPLIES, Number(reply).toString(16).padStart(2, "0")) ?? "proxy.connection_refused")],
		[/\bNo authentication method was acceptable\b|\bUser was rejected by the SOCKS5 server\b/, broken("proxy.auth_required")],
		[/\bReceived invalid version in initial SOCKS5 response\b|\bSOCKS[45] reply (?:has wrong|is incomplete)/, broken("proxy.response_invalid")],
		[/\bconnection to proxy closed\b|\bproxy closed connection\b/, broken("proxy.closed")],
		[/\bFailed to connect to [^\s]{1,300} (?:via [^\s]{1,260} )?over proxy ([\w.-]{1,253}) after\b/, ([, proxy = ""]) => ({
			kind: "proxy",
			proxy: proxy.toLowerCase()
		})],
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
	...from(".NET 9 System.Net.Http Resources/Strings.resx", [
		[/proxy tunnel request to proxy '(?:[a-z]{4,6}:\/\/)?(?:[^'@/]{1,200}@)?([\w.-]{1,253}(?::\d{1,5})?)[^']{0,40}' failed with status code '?(\d{3})/, ([, proxy, status]) => throughProxy(status, proxy)],
		[/\bSOCKS server failed to connect to the destination/, broken("proxy.connection_refused")],
		[/\bSOCKS server did not return a suitable authentication|Failed to authenticate with the SOCKS server/, broken("proxy.auth_required")]
	]),
	...from("Ruby 3.4 net/http; Faraday 2.14 lib/faraday/error.rb", [[/\bFaraday::ProxyAuthError\b/, tunnel("407")], [/\bNet::HTTP(?:Client|Server|Fatal)\w{0,10}(?:Exception|Error): (407)/, ([, status]) => tunnel(status)]]),
	...from("Go 1.25 net/http/transport.go", [
		[/\bproxyconnect tcp: (?:dial tcp (?:lookup )?\[?([\w.:-]{2,253}?)\]?(?::(\d{1,5}))?[: ])?/, ([, host, port]) => ({
			kind: "proxy",
			proxy: host === void 0 ? "" : port === void 0 ? host : `${host}:${port}`
		})],
		[/(?:Post|Get) "https:\/\/[^"\s]{1,500}": (Proxy Authentication Required|Forbidden|Bad Gateway|Service Unavailable|Gateway Timeout)$/, ([, phrase = ""]) => tunnel(entryOf(REASONS, phrase))],
		[/\bsocks connect tcp ([\w.:-]{2,260})->[\w.:-]{2,260}: (dial tcp )?/, ([, proxy = "", dialled]) => dialled === void 0 ? broken("proxy.connection_refused") : {
			kind: "proxy",
			proxy
		}]
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
/** So it is called whatever the resolver said: a reason behind it says more. */
const notResolved = failure("dns", void 0, { code: "dns.name_not_resolved" });
const malformed = failure("http", void 0, { code: "http.response.invalid" });
const redirected = failure("http", void 0, { code: "http.redirected" });
const http2 = failure("http", "ERR_HTTP2_STREAM_ERROR");
const TLS_FAILED = failure("tls", void 0, { code: "tls.failed" });
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
/** HttpRequestError of .NET (System/Net/Http/HttpRequestError.cs). */
const NET_CATEGORIES = {
	NameResolutionError: notResolved,
	ConnectionError: notOpened,
	SecureConnectionError: TLS_FAILED,
	HttpProtocolError: http2,
	ProxyTunnelError: { kind: "tunnel" },
	InvalidResponse: malformed,
	ResponseEnded: closed
};
/**
* Numbers of libcurl (include/curl/curl.h and the exit codes of curl), as far as a call of an API can
* end in one and the number alone says enough; the others are of FTP, files and the program itself.
*/
const CURL_EXIT = {
	5: failure("dns", "ENOTFOUND", { of: "proxy" }),
	6: unknownName,
	7: notOpened,
	8: malformed,
	16: failure("http", "ERR_HTTP2_ERROR"),
	18: bodyBroken,
	28: overall,
	35: TLS_FAILED,
	45: failure("tcp", "EADDRNOTAVAIL"),
	47: redirected,
	51: failure("tls", "ERR_TLS_CERT_ALTNAME_INVALID"),
	52: closed,
	53: TLS_FAILED,
	54: TLS_FAILED,
	55: failure("http", void 0, { code: "http.reset" }),
	56: failure("http", void 0, { code: "http.reset" }),
	58: failure("tls", void 0, { code: "tls.bad_client_auth_cert" }),
	59: TLS_FAILED,
	60: failure("tls", void 0, { code: "tls.cert.authority_invalid" }),
	61: malformed,
	64: TLS_FAILED,
	66: TLS_FAILED,
	80: TLS_FAILED,
	82: failure("tls", "UNABLE_TO_GET_CRL"),
	83: failure("tls", void 0, { code: "tls.cert.authority_invalid" }),
	90: failure("tls", void 0, { code: "tls.cert.invalid" }),
	91: failure("tls", void 0, { code: "tls.cert.invalid" }),
	92: http2,
	95: http2,
	96: notOpened,
	97: {
		kind: "tunnel",
		code: "proxy.error"
	},
	98: failure("tls", void 0, { code: "tls.bad_client_auth_cert" }),
	101: TLS_FAILED
};
/** The words of curl_easy_strerror for a number, which stand alone where a binding prints no number. */
const CURL_WORDS = {
	"Couldn't connect to server": 7,
	"Weird server reply": 8,
	"Error in the HTTP2 framing layer": 16,
	"Transferred a partial file": 18,
	"Timeout was reached": 28,
	"Number of redirects hit maximum amount": 47,
	"Server returned nothing (no headers, no data)": 52,
	"Failed sending data to the peer": 55,
	"Failure when receiving data from the peer": 56,
	"Problem with the local SSL certificate": 58,
	"Stream error in the HTTP/2 framing layer": 92,
	"QUIC connection error": 96,
	"proxy handshake error": 97,
	"SSL Client Certificate required": 98
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
		/^(?:Connection (?:timed out|time-?out)|Failed to connect)/,
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
		/^Operation (?:timed out|too slow)/,
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
		[/UnknownHostException(?:: ([A-Za-z\d][\w.-]{0,253})(?=$|[:;,)\]"']))?/, ([, host]) => ({
			...notResolved,
			...host === void 0 ? {} : { host: host.toLowerCase() }
		})],
		[/\bUnresolvedAddressException\b/, unknownName],
		[/\bjava\.net\.ConnectException\b/, notOpened],
		[/Unexpected end of file from server|HTTP\/1\.1 header parser received no bytes/, closed],
		[/fixed content-length: \d{1,12}, bytes received: \d/, bodyBroken],
		[/\bInvalid status line:/, malformed],
		[/too many concurrent streams|\bRST_STREAM: |\bGOAWAY received\b/, http2]
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
		[/\bPrematureCloseException\b(?!: Connection prematurely closed DURING)/, closed],
		[/\bprematurely closed DURING response\b/, bodyBroken],
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
		[new RegExp(String.raw`\bHttpRequestError ?[=:.] ?(${Object.keys(NET_CATEGORIES).join("|")})\b`), ([, name = ""]) => entryOf(NET_CATEGORIES, name)],
		[/Error while copying content to a stream/, bodyBroken],
		[/The remote name could not be resolved/, unknownName],
		[/Unable to connect to the remote server/, notOpened],
		[/The underlying connection was closed/, closed]
	]),
	...from("reqwest 0.12, hyper 1.7 src/error.rs, hyper-util 0.1", [
		[/\bdns error\b/, notResolved],
		[/\btcp connect error\b|\berror trying to connect\b/, notOpened],
		[/\bconnection closed before message completed\b/, closed],
		[/\bend of file before message length reached\b|\brequest or response body error\b(?!: operation timed out)/, bodyBroken],
		[/\brequest or response body error: operation timed out/, bodySilent],
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
		[/\bFaraday::SSLError\b/, TLS_FAILED]
	]),
	...from("libcurl 8.22-DEV 5c61e16 lib/cf-ip-happy.c, lib/strerror.c and 7.88 (run)", [
		[new RegExp(Object.keys(CURL_WORDS).map((words) => words.replaceAll(/[()]/g, String.raw`\$&`)).join("|")), ([words]) => entryOf(CURL_EXIT, String(entryOf(CURL_WORDS, words)))],
		[/\bcurl(?:: \(| error )(\d{1,3})\)?:? ?([^\n]{0,200})/i, curl],
		[/Could(?:n't| not) resolve host(?! ?name of proxy)/i, unknownName],
		[new RegExp(String.raw`Could not resolve: [\w.-]{1,253} \((${Object.keys(ARES).join("|")})\)`), ([, words = ""]) => entryOf(ARES, words)],
		[/Failed to connect to [\w./:-]{1,300}(?: (?:port|via|over proxy|after) [\w.:-]{1,260}){0,3}(?: ms)?(?: via [\w.-]{1,253})?: (?:Could ?n[o']t connect to server|Connection refused)/i, refused],
		[/Failed to connect to [\w./:-]{1,300}(?: (?:port|via|over proxy|after) [\w.:-]{1,260}){0,3}(?: ms)?: (?:Connection )?[Tt]imed out/, noConnection],
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
	...from("azure-sdk-for-java AzureSdkHandler.java, read 2026-11; @azure/core-rest-pipeline 1.24 (run); azure-core 0600e5f (Python)", [
		[/\bChannel (?:response|write operation) timed out after \d/, silent],
		[/\bError reading response as text: /, bodyBroken],
		[/\bReached maximum redirect attempts\b/, redirected]
	]),
	...from("langchain-openai _client_utils.py as logs of 2026 have it; Vercel AI SDK 6 provider-utils (run); reqwest 0.13 under async-openai 0.41", [
		[/\bNo streaming chunk received for \d/, bodySilent],
		[/\bAI_(?:APICall|Retry)Error\b[^\n]{0,90}\bFailed to process successful response\b/, bodyBroken],
		[/\bTransport error: error decoding response body\b|\bstream failed: Stream ended\b/, bodyBroken]
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
	ContextOverflowError: 400,
	GatewayAuthenticationError: 401,
	GatewayInvalidRequestError: 400,
	GatewayRateLimitError: 429,
	GatewayForbiddenError: 403,
	GatewayNotFoundError: 404,
	GatewayModelNotFoundError: 404,
	GatewayFailedDependencyError: 424,
	GatewayInternalServerError: 500,
	GatewayResponseError: 502,
	UnauthorizedError: 401,
	ResourceNotFound: 404,
	RequestTimeoutError: 408,
	ForbiddenError: 403,
	TooManyRequestsError: 429
};
/** A class of the language itself has the same name; it counts only behind its library's. */
const QUALIFIED = "PermissionError|ResourceNotFound|RequestTimeoutError|ConflictError|NotFoundError|AuthenticationException|NotFoundException|ForbiddenError|UnauthorizedError";
/** Codes that LangChain adds to an error (docs: troubleshooting/errors). */
const LANGCHAIN = {
	MODEL_AUTHENTICATION: 401,
	MODEL_NOT_FOUND: 404,
	MODEL_RATE_LIMIT: 429,
	INVALID_PROMPT_INPUT: 400,
	INVALID_TOOL_RESULTS: 400
};
const LANGCHAIN_CODE = Object.keys(LANGCHAIN).join("|");
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
	...from("azure-core 0600e5f (Python) exceptions.py; @azure/core-rest-pipeline 1.24 restError (run)", [
		[/\bazure\.core\.exceptions\.Service(?:Request|Response)(Timeout)?Error\b/, ([, timer]) => ({
			kind: "wrapper",
			says: timer === void 0 ? "connection" : "timeout"
		})],
		[/\bREQUEST_SEND_ERROR\b/, {
			kind: "wrapper",
			says: "connection"
		}],
		[/\bRejecting from abort signal callback\b/, {
			kind: "wrapper",
			says: "timeout"
		}]
	]),
	...from("azure-sdk-for-net ResponseBodyPolicy.cs of Azure.Core and System.ClientModel, read 2026-11", [[/\bbecause it exceeded the configured timeout of\b/, timeout]]),
	...from("Spring Framework 6 DefaultRestClient.java, RestTemplate.java, WebClientRequestException.java, read 2026-11", [[/\bI\/O error on [A-Z]{3,7} request for "[^"\s]{1,300}": (Request cancelled|[Tt]imeout)?/, ([, timer]) => ({
		kind: "wrapper",
		says: timer === void 0 ? "connection" : "timeout"
	})], [/\bWebClientRequestException\b/, {
		kind: "wrapper",
		says: "connection"
	}]]),
	...from("Fetch standard; undici 8.13; axios 1.12; reqwest 0.12; Vercel AI SDK 5", [
		[/\bfetch failed\b|AxiosError: Network Error/, connection],
		[/error sending request for url/, connection],
		[/TypeError: Network request failed|\bWebSocket connection to '[^'\s]{4,300}' failed\b|\bCould not connect to ["'‘“]?wss?:|\b(?:close code|closed(?: with)? (?:code|status)|code)[ =:]{1,2}1006\b/, {
			kind: "wrapper",
			says: "connection"
		}],
		[/\bConnection error\b|\bNetwork Error\b|\bFailed to fetch\b|Cannot connect to API/i, {
			kind: "wrapper",
			says: "connection"
		}],
		[/AbortError: (?:The|This) operation was aborted|aborted due to timeout|\bUND_ERR_ABORTED\b/i, {
			kind: "wrapper",
			says: "timeout"
		}]
	]),
	...from("ollama-python 0.6 _client.py", [[/\bFailed to connect to Ollama\b/, connection]]),
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
	...from("ws 8 lib/websocket.js, Chromium 142, aiohttp 3.13, Dart 3 io, websockets 15", [
		[/\bUnexpected (?:server response|response code): ([3-5]\d\d)\b/, http],
		[/\bWSServerHandshakeError: ([3-5]\d\d)\b/, http],
		[/\bnot upgraded to websocket, HTTP (?:status )?code: ([3-5]\d\d)\b/, http],
		[/\bserver rejected WebSocket connection: HTTP ([3-5]\d\d)\b/, http]
	]),
	...from("openai-python 0.28 openai/error.py __str__", [[/(?:^|[}.] )\s{0,2}([45]\d\d) \{'(?:error|message|detail)'/, http]]),
	...from("openai-python 2.8 _base_client.py; openai-node 7.59 core/error.ts", [
		[/\bError code: ([3-5]\d\d)\b/i, http],
		[/\b([3-5]\d\d) status code \(no body\)/, ([, status]) => [...[http(["", status]) ?? []].flat(), {
			kind: "product",
			product: "library"
		}]],
		[/(?:^|[\s|])\[?([45]\d\d)\]?:?(?: [A-Z][\w ]{2,30})? (?:\{["'](?:errors?|detail|message|success|object|code|type)["']: ?|<!doctype html|<html>)/i, http],
		[/\b\w{0,40}(?:Error|Exception)(?:\])?: ([45]\d\d)(?=:? \S| ?$| -)/, http],
		[/\b(?:HttpResponse|ClientAuthentication|Resource\w{5,12})Error: \((?:([45]\d\d)|([A-Za-z]\w{4,60}))\) /, ([, status, code]) => code === void 0 ? http(["", status]) : {
			kind: "api-code",
			code
		}]
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
	...from("Spring AI fd3fd6e RetryUtils; Spring Framework 6.2 HttpClientErrorException; Retrofit 2.12; OpenJDK 24 HttpRetryException", [
		[/cannot retry due to server authentication/, {
			kind: "status",
			status: 401
		}],
		[/\b(?:Non)?TransientAiException: (?:HTTP )?([45]\d\d)\b/, http],
		[/\bHTTP (400|401|402|403|404|405|406|408|409|413|415|422|424|429|500|501|502|503|504|520|521|522|523|524|529|530)(?= -| $|$)/, http],
		[/\bclient error ([45]\d\d)\b/i, http]
	]),
	...from(".NET 9 HttpResponseMessage; System.ClientModel 1.8 ClientResultException", [
		[/does not indicate success: ([3-5]\d\d)/, http],
		[/(?:^\s{0,8}|\\n)Status: ([45]\d\d) \(/, http],
		[/remote server returned an error: \(([45]\d\d)\)/i, http]
	]),
	...from("Cloudflare error pages developers.cloudflare.com/support/troubleshooting/http-status-codes, nginx 1.29, Apache 2.4", [
		[/<title>(?:Error )?([45]\d\d)\b/i, http],
		[/ \| (5[02]\d): /, http],
		[/\b([45]\d\d) (?:- )?error code: (?:1[0-2]\d\d|5[0-3]\d)\b/, http],
		[/^error code: (5[23]\d)$/, http],
		[/(?<=(?:[:"'-]|\b[45]\d\d) ?)error code: (?:10(?:[01]\d|2[0-5]|3[3-7])|110[1-4]|1200|5[0-3]\d)\b/, ([text]) => ({
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
const CLASS_ROWS = [...from("openai-python 2.8, openai-node 7.59, openai-java 4.8, openai-php eace7a5, LiteLLM 1.79 (002b24d exception_mapping_utils.py), @langchain/openai 1.5 (run), AI SDK 6 (run): files at CLASSES", [
	[new RegExp(String.raw`\b(${PLAIN_CLASSES.join("|")})\b(?!\((?!code: )|[^\n]{0,90} - (?:Connection error|Request timed out)\.)`), classOf],
	[new RegExp(String.raw`\b(?:openai|litellm|langchain4j|faraday|com\.aallam)\S{0,40}?(?:\.|::|\\)(${QUALIFIED})\b(?!\()`, "i"), classOf],
	[new RegExp(String.raw`(?:^|[\s('"[:])(NotFoundError|AuthenticationException|PermissionError)\b(?=[:\]] )`), classOf],
	[new RegExp(String.raw`\blc_error_code['"]?: ?['"](${LANGCHAIN_CODE})|\/errors\/(${LANGCHAIN_CODE})\b`), ([, a, b]) => {
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
	[/\bRate limited on the OpenAI\b|\bRequest rate limit has been exceeded\b/, {
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
		/node_modules\/ai\/|\bAIStream\b|\bsemantic_?kernel\b|\bspringframework\.ai\b|\bspring-ai\b|\blangchain4?j?\b|\bllama_?index\b|\bollama\b|\bAI_(?:APICall|Retry|LoadAPIKey|NoSuchModel)Error\b/i,
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
		/\bGateway(?:Authentication|InvalidRequest|RateLimit|Forbidden|NotFound|ModelNotFound|FailedDependency|InternalServer|Timeout|Response)Error\b/,
		{
			kind: "product",
			product: "gateway"
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
const SUCCESS = {
	kind: "class",
	name: "success",
	status: 200
};
/** The server answered with a success, and the SDK found none of the API's JSON in it. */
const NOT_THE_API = from("Vercel AI SDK 6 provider-utils (run), @azure-rest/core-client sendRequest.ts, azure-core 0600e5f (Python) DecodeError, Spring Framework 6 RestClient, async-openai 0.41 src/error.rs, reqwest-eventsource 0.6 src/error.rs, openai-php eace7a5 UnserializableResponse.php, openai-go 3 internal/requestconfig", [[/\bAI_(?:APICall|Retry)Error\b[^\n]{0,90}Invalid JSON response|\boccurred while parsing the response body - |\bDecodeError: (?:JSON|XML) is invalid|(?:no suitable HttpMessageConverter found for response type|Error while extracting response for type) \[(?:class )?org\.springframework\.ai\.|\bfailed to deserialize api response: error:[^\n]{0,80} content: ?<|\bJSONDeserialize\(Error\([^\n]{0,80}\), " ?<|\bInvalid header value: "text\/|\bOpenAI\\{1,4}Exceptions\\{1,4}UnserializableResponse\b|\bexpected destination type of 'string' or '\[\]byte' for responses with content-type/, ([text]) => [SUCCESS, {
	kind: "text",
	text,
	where: "page"
}]], [/\bAI_EmptyResponseBodyError\b/, SUCCESS]]);
const SDK = [
	...STATUS,
	...CLASS_ROWS,
	...WRAPPERS,
	...NOT_THE_API,
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
const AZURE_SETTINGS = problem("request", "config.azure_incomplete", "AZURE_OPENAI_ENDPOINT", "The Azure client misses its endpoint (or resource name), deployment or API version; nothing was sent.", "Set what the message names for this job: AZURE_OPENAI_ENDPOINT, the deployment, OPENAI_API_VERSION.");
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
		[/Request headers must contain only ASCII|Illegal character\(s\) in message header value|is not a valid ByteString|header value contains a? ?prohibited character|header field value cannot include CR\/LF|, this cannot include CR\/LF|\bInvalidHeaderValue\b|failed to parse header value|The format of value '[^'\n]{0,20}/i, UNSENDABLE],
		[/invalid header field value for "(?:Authorization|Api-Key)"/i, UNSENDABLE],
		[/Unexpected char 0x[\da-f]{2} at \d{1,5} in (?:Authorization|api-key) value/i, UNSENDABLE]
	]),
	...from("openai-python 2.8, openai-node 7.59, LangChain 1.0, Vercel AI SDK 5, LlamaIndex 0.14, Spring AI 1.1, Semantic Kernel b39d95a (Python), System.ClientModel 1: no key", [[/api_key client option must be set|(?:OPENAI_API_KEY|AZURE_OPENAI_API_KEY) environment variable is missing or empty|Missing credentials\. Please pass|(?<!401 )No API key provided|OpenAI access token missing!|API key is missing\. Pass it|Did not find (?:azure_)?openai_api_key|API key not found|No API key found for open|api_key must be set|OpenAI API key is required|OpenAI API key must be set|\bmissing api key\b|must provide an api key|No OpenAI API key|\bAI_LoadAPIKeyError\b|Please provide (?:an api_key$|either api_key, )|\bat System\.ClientModel\.ApiKeyCredential\.\.ctor\(/i, MISSING]]),
	...from("openai-python 2.8 lib/azure.py; LangChain 1.0 azure; Semantic Kernel b39d95a azure_config_base.py; @ai-sdk/azure 2", [[/Must provide one of the `base_url` or `azure_endpoint`|Must provide either the `api_version` argument|Azure OpenAI API (?:instance|deployment) name not found|`?azure_endpoint`? (?:must be|is required)|Please provide an endpoint or a base_url|_deployment_name is required|Azure OpenAI \w{1,20} name setting is missing/i, AZURE_SETTINGS]]),
	...from("azure-identity 1.25 (Python, JavaScript, .NET, Java); Semantic Kernel b39d95a entra_id_authentication.py; Entra ID error codes", [[/DefaultAzureCredential failed to retrieve a token|CredentialUnavailable(?:Error|Exception)|ChainedTokenCredential (?:authentication )?failed|Failed to retrieve Azure token for the specified endpoint|AuthenticationFailedException|ManagedIdentityCredential authentication (?:failed|unavailable)|AuthenticationRequiredError/i, ENTRA], [/\bAADSTS(?:1[36]|5[03]|65|7[05]|90)\d{2,5}\b/, ENTRA]]),
	...from("WHATWG URL and the bad ports of fetch in Node.js 24, undici 8.13, Bun 1.4, Deno 2.9", [
		[/Cannot connect to API: bad port\b/, BASE_URL],
		[/\bERR_INVALID_URL\b|TypeError(?: \[ERR_INVALID_URL\])?: Invalid URL\b|Failed to parse URL from/, BASE_URL],
		[/\bERR_INVALID_PROTOCOL\b|URL scheme must be a HTTP|[Oo]nly absolute URLs are supported/, BASE_URL]
	]),
	...from("httpx 0.28, requests 2.32, Go 1.25 net/url, OkHttp 5.1, .NET 9, Ruby 3.4 uri, reqwest 0.12, libcurl 8.16: not a URL", [
		[/missing an 'http:\/\/' or 'https:\/\/' protocol|No scheme supplied|MissingSchema|unsupported protocol scheme|Expected URL scheme 'http' or 'https'|UnsupportedProtocol\b|relative URL without a base|Invalid URI: |InvalidURL: |InvalidURIError/, BASE_URL],
		[/Invalid (?:non-printable )?(?:non-)?ASCII character in URL/i, BASE_URL],
		[/\bURISyntaxException: Illegal character|\bMalformedURLException\b|URI must be ascii only|\bbad URI ?\(|invalid control character in URL|first path segment in URL cannot contain colon/, BASE_URL],
		[/cURL error [13]:|curl: \(3\)|URL using bad\/illegal format|URL rejected:/, BASE_URL]
	]),
	...from("undici 8.13 lib/core/request.js, lib/dispatcher/dispatcher-base.js", [[/\bUND_ERR_INVALID_ARG\b|invalid on(?:RequestStart|Error|Connect|Headers|Data|Complete|Upgrade) method|passing an undici dispatcher/, DISPATCHER]]),
	...from("openai-python 2.8 _old_api.py, httpx 0.28 changelog; openai-node 4 migration guide; Vercel AI SDK 6", [[/(?:Client|AsyncClient|HttpxClientWrapper)?\.?__init__\(\) got an unexpected keyword argument '(?:proxies|proxy|app|http_client|socket_options)'/, VERSIONS], [/no longer supported in openai>=1\.0\.0|module 'openai' has no attribute '|cannot import name '[\w]{1,60}' from (?:partially initialized module )?'(?:openai|httpx|httpcore)[\w.]{0,60}'|(?:OpenAI|Configuration|OpenAIApi)(?:\w{0,20}) is not a constructor|\bAI_UnsupportedModelVersionError\b/, VERSIONS]]),
	...from("CPython 3.14 import system; Node.js 24 module loader; httpx 0.28, requests 2.32", [[/No module named '(?:openai|httpx2?|langchain_openai|tiktoken)\b|Cannot find (?:module|package) '(?:openai|undici|@langchain\/openai|@ai-sdk\/openai)'/, NOT_INSTALLED], [/'socksio' package is not installed|No module named 'socksio'|Missing dependencies for SOCKS support/, NO_SOCKS]]),
	...from("httpx 0.28, undici 8.13, Node.js 24, urllib3 2.5: not a proxy", [[/ERR_PROXY_INVALID_CONFIG|Unknown scheme for proxy URL|Proxy URL had no scheme|InvalidProxyURL/, PROXY_URL]]),
	...from("requests 2.32 adapters.py, libcurl 8.16, CPython 3.14 ssl.py", [[/Could not find a suitable TLS CA certificate bundle|error setting certificate (?:verify locations|file)|curl: \(77\)|Problem with the SSL CA cert|ssl\.py[^\n]{0,200}FileNotFoundError|load_verify_locations[^\n]{0,200}No such file/, CA_FILE]])
];
const CORS = "the browser blocked the call by the rules of CORS.";
/** The browser refused, or was asked to do what only a server may. */
const BROWSER = [...from("openai-node 7.59 src/client.ts", [[/running in a browser-like environment/, {
	kind: "browser",
	because: "the SDK refuses to run in a browser, because the key would be public there."
}]]), ...from("Chromium 142, Firefox 144, WebKit 26", [[/(?:from origin '(https?:\/\/[\w.:-]{1,253})' has been )?blocked by CORS policy|\bCORS header ['‘“"]Access-Control-Allow-\w{4,8}|\bCORS (?:preflight|request) (?:response|channel|did not|not HTTP|failed|external)|not allowed by Access-Control-Allow-/, ([, origin]) => ({
	kind: "browser",
	because: CORS,
	...given({ origin })
})], [/\bviolates the (?:following |document['’]s )Content Security Policy\b/, {
	kind: "browser",
	because: "the Content Security Policy of the page does not list this host under connect-src."
}]])];
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
/** What this client itself says of the handshake by the alert that it sends; named as above. */
const OWN_ALERTS = {
	unknownca: AUTHORITY,
	certificateexpired: EXPIRED,
	certificaterevoked: REVOKED,
	badcertificate: INVALID,
	unsupportedcertificate: INVALID,
	certificateunknown: INVALID,
	protocolversion: VERSION,
	insufficientsecurity: VERSION,
	unexpectedmessage: PROTOCOL
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
		[/(?<!alert(?:: Fatal -)? )\bcertificate (?:is |has been )?revoked\b/i, REVOKED],
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
		[/\bSSL_connect (?:SYSCALL )?returned=5 errno=0\b/, CLOSED],
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
	...from("Bouncy Castle 1.82 org/bouncycastle/tls TlsFatalAlert.java, AlertDescription.java", [[/\bTlsFatalAlertReceived: ([a-z_]{3,40})\(\d{1,3}\)/, ([, name = ""]) => alerted(name)], [/\bTlsFatalAlert: ([a-z_]{3,40})\(\d{1,3}\)/, ([, name = ""]) => name.endsWith("_ca") ? INVALID : ownAlert(name)]]),
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
		[/\b(?:PartialChain|UntrustedRoot)\b/, AUTHORITY],
		[/Could not establish trust relationship/, failure("tls", void 0, { code: "tls.cert.authority_invalid" })],
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
	...from("Erlang/OTP 25 lib/ssl ssl_alert.erl: reason_code/4 for each number", [
		[/\b(?:generated CLIENT|received (SERVER)) ALERT: Fatal - ([A-Z][A-Za-z]{1,20}(?: (?:[A-Z][A-Za-z]{0,20}|extension|required|application|protocol)){0,3})/, ([, peer, name = ""]) => peer === void 0 ? ownAlert(name) : alerted(name)],
		[/\btls_alert, ?(?:\{:?|["'])([a-z_]{4,40}|unknown ca)\b(?![^\n]{0,200} ALERT: )/, ([, name = ""]) => ownAlert(name)],
		[/\bhostname_check_failed\b/, NAME],
		[/\bunsupported_record_type, ?\d/, PLAIN]
	]),
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
	return name.replaceAll(/[_ ]/g, "").toLowerCase();
}
function ownAlert(name) {
	return entryOf(OWN_ALERTS, plainName(name)) ?? FAILED;
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
const DECIDING = JSON.parse("2463");
const WORDS = JSON.parse("[[\"traceback (most recent call last)\",[]],[\"the above exception was the direct cause\",[]],[\"during handling of the above exception\",[]],[\"caused by:\",[]],[\"[cause]:\",[]],[\"getaddrinfo\",[]],[\" ---> sy\",[]],[\" ---> mi\",[]],[\" ---> az\",[]],[\"<html><h\",[]],[\"<html><b\",[]],[\"<!doctype html\",[392]],[\"{\\\"error\\\"\",[]],[\"\\\"error\\\":\",[]],[\"{'error'\",[]],[\"'error':\",[]],[\"'statuscode':\",[]],[\"\\\"statuscode\\\":\",[]],[\"status: 4\",[]],[\"status: 5\",[]],[\"status:4\",[]],[\"status:5\",[]],[\"status=4\",[]],[\"status=5\",[]],[\"status 4\",[]],[\"status 5\",[]],[\"status\\\":4\",[]],[\"status\\\":5\",[]],[\"status\\\": 4\",[]],[\"status\\\": 5\",[]],[\"status': 4\",[]],[\"status': 5\",[]],[\"status'=>4\",[]],[\"status'=>5\",[]],[\"status\\\"=>4\",[]],[\"status\\\"=>5\",[]],[\"status=>4\",[]],[\"status=>5\",[]],[\"status\\\\\\\":4\",[]],[\"status\\\\\\\":5\",[]],[\"tus_code 4\",[]],[\"tus_code 5\",[]],[\"tus code 4\",[]],[\"tus code 5\",[]],[\"statuscode 4\",[]],[\"statuscode 5\",[]],[\"response code 4\",[]],[\"response code 5\",[]],[\"http code 4\",[]],[\"http code 5\",[]],[\"http error 4\",[]],[\"http error 5\",[]],[\"statuscode\",[403]],[\"status_code\",[403]],[\"status code\",[403,404]],[\"httpstatus\",[403,404]],[\"http_status\",[403,404]],[\"response_code\",[403]],[\"setuphttpproxy (node:internal/process/pre_execution\",[0]],[\"either --use-openssl-ca or --use-system-ca can be used, not both\",[1]],[\"illegal header value \",[2]],[\"illegal header value b\",[2]],[\"invalid header value\",[3]],[\"invalid header value,\",[3]],[\"in header value\",[3]],[\"'ascii' codec can't encode character\",[4]],[\"'ascii' codec can't encode characters\",[4]],[\"'latin-1' codec can't encode character\",[4]],[\"'latin-1' codec can't encode characters\",[4]],[\"header value must be str or bytes\",[5]],[\"header part (none) from\",[5]],[\"return character(s) in header value\",[6]],[\"reserved character(s), or return character(s) in header value\",[6]],[\"newline characters are not allowed in header\",[7]],[\"new-line characters are not allowed in header\",[7]],[\"invalid character in header content [\",[8]],[\"invalid character in header content [\\\\\",[8]],[\"\\\" is an invalid header value\",[9]],[\"is not a legal http header value\",[10]],[\"invalid authorization header\",[10]],[\"invalid api-key header\",[10]],[\"cannot convert argument to a bytestring\",[11]],[\"request headers must contain only ascii\",[12]],[\"illegal character(s) in message header value\",[12]],[\"is not a valid bytestring\",[12]],[\"header value contains \",[12]],[\"header value contains a\",[12]],[\"header field value cannot include cr/lf\",[12]],[\", this cannot include cr/lf\",[12]],[\"invalidheadervalue\",[12]],[\"failed to parse header value\",[12]],[\"the format of value '\",[12]],[\"invalid header field value for \\\"authorization\",[13]],[\"invalid header field value for \\\"api-key\",[13]],[\"unexpected char 0x\",[14]],[\"api_key client option must be set\",[15]],[\"openai_api_key environment variable is missing or empty\",[15]],[\"azure_openai_api_key environment variable is missing or empty\",[15]],[\"missing credentials. please pass\",[15]],[\"no api key provided\",[15]],[\"openai access token missing!\",[15]],[\"api key is missing. pass it\",[15]],[\"did not find \",[15]],[\"did not find azure_\",[15]],[\"api key not found\",[15]],[\"no api key found for open\",[15]],[\"api_key must be set\",[15]],[\"openai api key is required\",[15]],[\"openai api key must be set\",[15]],[\"missing api key\",[15]],[\"must provide an api key\",[15]],[\"no openai api key\",[15]],[\"ai_loadapikeyerror\",[15,455]],[\"please provide an api_key\",[15]],[\"please provide either api_key, \",[15]],[\"at system.clientmodel.apikeycredential..ctor(\",[15]],[\"must provide one of the `base_url` or `azure_endpoint`\",[16]],[\"must provide either the `api_version` argument\",[16]],[\"azure openai api instance\",[16]],[\"azure openai api deployment\",[16]],[\"azure_endpoint\",[16]],[\"azure_endpoint`\",[16]],[\"`azure_endpoint\",[16]],[\"`azure_endpoint`\",[16]],[\"please provide an endpoint or a base_url\",[16]],[\"_deployment_name is required\",[16]],[\"azure openai \",[16]],[\"defaultazurecredential failed to retrieve a token\",[17]],[\"credentialunavailableerror\",[17]],[\"credentialunavailableexception\",[17]],[\"chainedtokencredential \",[17]],[\"chainedtokencredential authentication \",[17]],[\"failed to retrieve azure token for the specified endpoint\",[17]],[\"authenticationfailedexception\",[17]],[\"managedidentitycredential authentication failed\",[17]],[\"managedidentitycredential authentication unavailable\",[17]],[\"authenticationrequirederror\",[17]],[\"aadsts130\",[18]],[\"aadsts131\",[18]],[\"aadsts132\",[18]],[\"aadsts133\",[18]],[\"aadsts134\",[18]],[\"aadsts135\",[18]],[\"aadsts136\",[18]],[\"aadsts137\",[18]],[\"aadsts138\",[18]],[\"aadsts139\",[18]],[\"aadsts160\",[18]],[\"aadsts161\",[18]],[\"aadsts162\",[18]],[\"aadsts163\",[18]],[\"aadsts164\",[18]],[\"aadsts165\",[18]],[\"aadsts166\",[18]],[\"aadsts167\",[18]],[\"aadsts168\",[18]],[\"aadsts169\",[18]],[\"aadsts500\",[18]],[\"aadsts501\",[18]],[\"aadsts502\",[18]],[\"aadsts503\",[18]],[\"aadsts504\",[18]],[\"aadsts505\",[18]],[\"aadsts506\",[18]],[\"aadsts507\",[18]],[\"aadsts508\",[18]],[\"aadsts509\",[18]],[\"aadsts530\",[18]],[\"aadsts531\",[18]],[\"aadsts532\",[18]],[\"aadsts533\",[18]],[\"aadsts534\",[18]],[\"aadsts535\",[18]],[\"aadsts536\",[18]],[\"aadsts537\",[18]],[\"aadsts538\",[18]],[\"aadsts539\",[18]],[\"aadsts650\",[18]],[\"aadsts651\",[18]],[\"aadsts652\",[18]],[\"aadsts653\",[18]],[\"aadsts654\",[18]],[\"aadsts655\",[18]],[\"aadsts656\",[18]],[\"aadsts657\",[18]],[\"aadsts658\",[18]],[\"aadsts659\",[18]],[\"aadsts700\",[18]],[\"aadsts701\",[18]],[\"aadsts702\",[18]],[\"aadsts703\",[18]],[\"aadsts704\",[18]],[\"aadsts705\",[18]],[\"aadsts706\",[18]],[\"aadsts707\",[18]],[\"aadsts708\",[18]],[\"aadsts709\",[18]],[\"aadsts750\",[18]],[\"aadsts751\",[18]],[\"aadsts752\",[18]],[\"aadsts753\",[18]],[\"aadsts754\",[18]],[\"aadsts755\",[18]],[\"aadsts756\",[18]],[\"aadsts757\",[18]],[\"aadsts758\",[18]],[\"aadsts759\",[18]],[\"aadsts900\",[18]],[\"aadsts901\",[18]],[\"aadsts902\",[18]],[\"aadsts903\",[18]],[\"aadsts904\",[18]],[\"aadsts905\",[18]],[\"aadsts906\",[18]],[\"aadsts907\",[18]],[\"aadsts908\",[18]],[\"aadsts909\",[18]],[\"cannot connect to api: bad port\",[19]],[\"err_invalid_url\",[20]],[\"typeerror: invalid url\",[20]],[\"typeerror [err_invalid_url]: invalid url\",[20]],[\"failed to parse url from\",[20]],[\"err_invalid_protocol\",[21]],[\"url scheme must be a http\",[21]],[\"only absolute urls are supported\",[21]],[\"missing an 'http://' or 'https://' protocol\",[22]],[\"no scheme supplied\",[22]],[\"missingschema\",[22]],[\"unsupported protocol scheme\",[22]],[\"expected url scheme 'http' or 'https'\",[22]],[\"unsupportedprotocol\",[22]],[\"relative url without a base\",[22]],[\"invalid uri: \",[22]],[\"invalidurl: \",[22]],[\"invalidurierror\",[22]],[\"invalid ascii character in url\",[23]],[\"invalid non-ascii character in url\",[23]],[\"invalid non-printable ascii character in url\",[23]],[\"invalid non-printable non-ascii character in url\",[23]],[\"urisyntaxexception: illegal character\",[24]],[\"malformedurlexception\",[24]],[\"uri must be ascii only\",[24]],[\"bad uri(\",[24]],[\"bad uri (\",[24]],[\"invalid control character in url\",[24]],[\"first path segment in url cannot contain colon\",[24]],[\"curl error 1\",[25,352]],[\"curl error 3\",[25,352]],[\"curl: (3)\",[25]],[\"url using bad/illegal format\",[25]],[\"url rejected:\",[25]],[\"und_err_invalid_arg\",[26]],[\"invalid onrequeststart\",[26]],[\"invalid onerror\",[26]],[\"invalid onconnect\",[26]],[\"invalid onheaders\",[26]],[\"invalid ondata\",[26]],[\"invalid oncomplete\",[26]],[\"invalid onupgrade\",[26]],[\"passing an undici dispatcher\",[26]],[\"__init__() got an unexpected keyword argument 'proxies\",[27]],[\"__init__() got an unexpected keyword argument 'proxy\",[27]],[\"__init__() got an unexpected keyword argument 'app\",[27]],[\"__init__() got an unexpected keyword argument 'http_client\",[27]],[\"__init__() got an unexpected keyword argument 'socket_options\",[27]],[\".__init__() got an unexpected keyword argument 'proxies\",[27]],[\".__init__() got an unexpected keyword argument 'proxy\",[27]],[\".__init__() got an unexpected keyword argument 'app\",[27]],[\".__init__() got an unexpected keyword argument 'http_client\",[27]],[\".__init__() got an unexpected keyword argument 'socket_options\",[27]],[\"client__init__() got an unexpected keyword argument 'proxies\",[27]],[\"client__init__() got an unexpected keyword argument 'proxy\",[27]],[\"client__init__() got an unexpected keyword argument 'app\",[27]],[\"client__init__() got an unexpected keyword argument 'http_client\",[27]],[\"client__init__() got an unexpected keyword argument 'socket_options\",[27]],[\"client.__init__() got an unexpected keyword argument 'proxies\",[27]],[\"client.__init__() got an unexpected keyword argument 'proxy\",[27]],[\"client.__init__() got an unexpected keyword argument 'app\",[27]],[\"client.__init__() got an unexpected keyword argument 'http_client\",[27]],[\"client.__init__() got an unexpected keyword argument 'socket_options\",[27]],[\"asyncclient__init__() got an unexpected keyword argument 'proxies\",[27]],[\"asyncclient__init__() got an unexpected keyword argument 'proxy\",[27]],[\"asyncclient__init__() got an unexpected keyword argument 'app\",[27]],[\"asyncclient__init__() got an unexpected keyword argument 'http_client\",[27]],[\"asyncclient__init__() got an unexpected keyword argument 'socket_options\",[27]],[\"asyncclient.__init__() got an unexpected keyword argument 'proxies\",[27]],[\"asyncclient.__init__() got an unexpected keyword argument 'proxy\",[27]],[\"asyncclient.__init__() got an unexpected keyword argument 'app\",[27]],[\"asyncclient.__init__() got an unexpected keyword argument 'http_client\",[27]],[\"asyncclient.__init__() got an unexpected keyword argument 'socket_options\",[27]],[\"httpxclientwrapper__init__() got an unexpected keyword argument 'proxies\",[27]],[\"httpxclientwrapper__init__() got an unexpected keyword argument 'proxy\",[27]],[\"httpxclientwrapper__init__() got an unexpected keyword argument 'app\",[27]],[\"httpxclientwrapper__init__() got an unexpected keyword argument 'http_client\",[27]],[\"httpxclientwrapper__init__() got an unexpected keyword argument 'socket_options\",[27]],[\"httpxclientwrapper.__init__() got an unexpected keyword argument 'proxies\",[27]],[\"httpxclientwrapper.__init__() got an unexpected keyword argument 'proxy\",[27]],[\"httpxclientwrapper.__init__() got an unexpected keyword argument 'app\",[27]],[\"httpxclientwrapper.__init__() got an unexpected keyword argument 'http_client\",[27]],[\"httpxclientwrapper.__init__() got an unexpected keyword argument 'socket_options\",[27]],[\"no longer supported in openai>=1.0.0\",[28]],[\"module 'openai' has no attribute '\",[28]],[\"cannot import name '\",[28]],[\" is not a constructor\",[28]],[\"ai_unsupportedmodelversionerror\",[28]],[\"no module named 'openai\",[29]],[\"no module named 'httpx\",[29]],[\"no module named 'httpx2\",[29]],[\"no module named 'langchain_openai\",[29]],[\"no module named 'tiktoken\",[29]],[\"cannot find module\",[29]],[\"cannot find package\",[29]],[\"'socksio' package is not installed\",[30]],[\"no module named 'socksio'\",[30]],[\"missing dependencies for socks support\",[30]],[\"err_proxy_invalid_config\",[31]],[\"unknown scheme for proxy url\",[31]],[\"proxy url had no scheme\",[31]],[\"invalidproxyurl\",[31]],[\"could not find a suitable tls ca certificate bundle\",[32]],[\"error setting certificate verify locations\",[32]],[\"error setting certificate file\",[32]],[\"curl: (77)\",[32]],[\"problem with the ssl ca cert\",[32]],[\"filenotfounderror\",[32]],[\"load_verify_locations\",[32]],[\"running in a browser-like environment\",[33]],[\"blocked by cors policy\",[34]],[\"cors header '\",[34]],[\"cors header â\",[34]],[\"cors header â\",[34]],[\"cors header \\\"\",[34]],[\"cors preflight response\",[34]],[\"cors preflight channel\",[34]],[\"cors preflight did not\",[34]],[\"cors preflight not http\",[34]],[\"cors preflight failed\",[34]],[\"cors preflight external\",[34]],[\"cors request response\",[34]],[\"cors request channel\",[34]],[\"cors request did not\",[34]],[\"cors request not http\",[34]],[\"cors request failed\",[34]],[\"cors request external\",[34]],[\"not allowed by access-control-allow-\",[34]],[\"violates the following \",[35]],[\"violates the document's \",[35]],[\"violates the documentâs \",[35]],[\")!==200 when http tunneling\",[36]],[\")!== 200 when http tunneling\",[36]],[\") !==200 when http tunneling\",[36]],[\") !== 200 when http tunneling\",[36]],[\"failed to establish tunnel to \",[37]],[\"err_proxy_tunnel\",[38]],[\"und_err_prx_conn\",[39]],[\"und_err_prx_tls\",[40]],[\"und_err_socks5\",[41]],[\"und_err_socks5_auth_rejected\",[41]],[\"und_err_socks5_auth_failed\",[41]],[\"und_err_socks5_reply_0\",[41]],[\"und_err_socks5_reply_1\",[41]],[\"und_err_socks5_reply_2\",[41]],[\"und_err_socks5_reply_3\",[41]],[\"und_err_socks5_reply_4\",[41]],[\"und_err_socks5_reply_5\",[41]],[\"und_err_socks5_reply_6\",[41]],[\"und_err_socks5_reply_7\",[41]],[\"und_err_socks5_reply_8\",[41]],[\"und_err_socks5_reply_9\",[41]],[\"tunneling socket could not be established, statuscode=0\",[42]],[\"tunneling socket could not be established, statuscode=1\",[42]],[\"tunneling socket could not be established, statuscode=2\",[42]],[\"tunneling socket could not be established, statuscode=3\",[42]],[\"tunneling socket could not be established, statuscode=4\",[42]],[\"tunneling socket could not be established, statuscode=5\",[42]],[\"tunneling socket could not be established, statuscode=6\",[42]],[\"tunneling socket could not be established, statuscode=7\",[42]],[\"tunneling socket could not be established, statuscode=8\",[42]],[\"tunneling socket could not be established, statuscode=9\",[42]],[\"tunneling socket could not be established, cause=\",[43]],[\"proxy connection ended before receiving connect response\",[44]],[\"tunnel connection failed: 0\",[45]],[\"tunnel connection failed: 1\",[45]],[\"tunnel connection failed: 2\",[45]],[\"tunnel connection failed: 3\",[45]],[\"tunnel connection failed: 4\",[45]],[\"tunnel connection failed: 5\",[45]],[\"tunnel connection failed: 6\",[45]],[\"tunnel connection failed: 7\",[45]],[\"tunnel connection failed: 8\",[45]],[\"tunnel connection failed: 9\",[45]],[\"your proxy appears to only use http and not https\",[46]],[\"cannot connect to proxy\",[47,48]],[\"cannot connect to proxy.\",[47]],[\"unable to connect to proxy\",[47,48]],[\"unable to connect to proxy.\",[47]],[\"proxyerror:\",[49]],[\"proxyerror: \",[49,54]],[\"clienthttpproxyerror: 0\",[50]],[\"clienthttpproxyerror: 1\",[50]],[\"clienthttpproxyerror: 2\",[50]],[\"clienthttpproxyerror: 3\",[50]],[\"clienthttpproxyerror: 4\",[50]],[\"clienthttpproxyerror: 5\",[50]],[\"clienthttpproxyerror: 6\",[50]],[\"clienthttpproxyerror: 7\",[50]],[\"clienthttpproxyerror: 8\",[50]],[\"clienthttpproxyerror: 9\",[50]],[\"cannot connect to proxy \",[51]],[\"couldn't connect to proxy\",[53]],[\"error connecting to socks4\",[53]],[\"error connecting to socks5\",[53]],[\"generalproxyerror: \",[54]],[\"generalproxyerror: socket error: \",[54]],[\"socks4error: \",[54]],[\"socks4error: socket error: \",[54]],[\"socks5error: \",[54]],[\"socks5error: socket error: \",[54]],[\"proxyerror: socket error: \",[54]],[\"new connection: \",[54]],[\"socks5autherror\",[55]],[\"socks5 authentication failed\",[55,60]],[\"socks5 authentication methods were rejected\",[55]],[\"server requested username/password authentication\",[55]],[\"socks4 proxy server sent invalid data\",[56]],[\"socks4 proxy server sent invalid response\",[56]],[\"socks5 proxy server sent invalid data\",[56]],[\"socks5 proxy server sent invalid response\",[56]],[\"http proxy server sent invalid data\",[56]],[\"http proxy server sent invalid response\",[56]],[\"connection closed unexpectedly\",[57]],[\"generalproxyerror: socket error: 0\",[58]],[\"generalproxyerror: socket error: 1\",[58]],[\"generalproxyerror: socket error: 2\",[58]],[\"generalproxyerror: socket error: 3\",[58]],[\"generalproxyerror: socket error: 4\",[58]],[\"generalproxyerror: socket error: 5\",[58]],[\"generalproxyerror: socket error: 6\",[58]],[\"generalproxyerror: socket error: 7\",[58]],[\"generalproxyerror: socket error: 8\",[58]],[\"generalproxyerror: socket error: 9\",[58]],[\"socks.httperror: 0\",[58]],[\"socks.httperror: 1\",[58]],[\"socks.httperror: 2\",[58]],[\"socks.httperror: 3\",[58]],[\"socks.httperror: 4\",[58]],[\"socks.httperror: 5\",[58]],[\"socks.httperror: 6\",[58]],[\"socks.httperror: 7\",[58]],[\"socks.httperror: 8\",[58]],[\"socks.httperror: 9\",[58]],[\"socks4 proxy rejected connection\",[59]],[\"socks5 proxy rejected connection\",[59]],[\"proxy connection timed out\",[61]],[\"socketexception: socks: \",[62]],[\"malformed reply from socks server\",[62]],[\"tunnel error: unsuccessful\",[63]],[\"tunnel error: unexpected\",[63]],[\"unsuccessful tunnel\",[63]],[\"tunnel error: proxy authorization required\",[64]],[\"4 connection to \",[65]],[\"5 connection to \",[65]],[\"no authentication method was acceptable\",[66]],[\"user was rejected by the socks5 server\",[66]],[\"received invalid version in initial socks5 response\",[67]],[\"socks4 reply has wrong\",[67]],[\"socks4 reply is incomplete\",[67]],[\"socks5 reply has wrong\",[67]],[\"socks5 reply is incomplete\",[67]],[\"connection to proxy closed\",[68]],[\"proxy closed connection\",[68]],[\"failed to connect to \",[69,355,356,357]],[\" from proxy after connect\",[70]],[\"connect tunnel failed, response 0\",[70]],[\"connect tunnel failed, response 1\",[70]],[\"connect tunnel failed, response 2\",[70]],[\"connect tunnel failed, response 3\",[70]],[\"connect tunnel failed, response 4\",[70]],[\"connect tunnel failed, response 5\",[70]],[\"connect tunnel failed, response 6\",[70]],[\"connect tunnel failed, response 7\",[70]],[\"connect tunnel failed, response 8\",[70]],[\"connect tunnel failed, response 9\",[70]],[\"proxy connect timed out\",[71]],[\"proxy connect aborted due to timeout\",[71]],[\"proxy connect aborted\",[72]],[\"couldnot resolve proxy\",[73]],[\"couldn't resolve proxy\",[73]],[\"could not resolve proxy\",[73]],[\"could n't resolve proxy\",[73]],[\"could not resolve host name of proxy\",[73]],[\"unable to tunnel through proxy. proxy returns \\\"http/\",[74]],[\"failed to authenticate with proxy\",[75]],[\"unexpected response code for connect: 0\",[76]],[\"unexpected response code for connect: 1\",[76]],[\"unexpected response code for connect: 2\",[76]],[\"unexpected response code for connect: 3\",[76]],[\"unexpected response code for connect: 4\",[76]],[\"unexpected response code for connect: 5\",[76]],[\"unexpected response code for connect: 6\",[76]],[\"unexpected response code for connect: 7\",[76]],[\"unexpected response code for connect: 8\",[76]],[\"unexpected response code for connect: 9\",[76]],[\"tunnel failed, got: 0\",[77]],[\"tunnel failed, got: 1\",[77]],[\"tunnel failed, got: 2\",[77]],[\"tunnel failed, got: 3\",[77]],[\"tunnel failed, got: 4\",[77]],[\"tunnel failed, got: 5\",[77]],[\"tunnel failed, got: 6\",[77]],[\"tunnel failed, got: 7\",[77]],[\"tunnel failed, got: 8\",[77]],[\"tunnel failed, got: 9\",[77]],[\"httpproxyconnectexception\",[78]],[\"connect refused by proxy: http/\",[79]],[\"proxy tunnel request to proxy '\",[80]],[\"socks server failed to connect to the destination\",[81]],[\"socks server did not return a suitable authentication\",[82]],[\"failed to authenticate with the socks server\",[82]],[\"faraday::proxyautherror\",[83]],[\"exception: 407\",[84]],[\"error: 407\",[84]],[\"proxyconnect tcp: \",[85]],[\"post \\\"https://\",[86,317,610]],[\"get \\\"https://\",[86,317,610]],[\"socks connect tcp \",[87]],[\"proxy authentication required\",[88]],[\"err_cache_access_denied\",[88]],[\"x-squid-error: err_\",[89]],[\"proxy-status: \",[90]],[\"unable_to_get_issuer_cert_locally\",[92]],[\"unable_to_get_issuer_cert\",[92]],[\"unable_to_verify_leaf_signature\",[92]],[\"depth_zero_self_signed_cert\",[92]],[\"self_signed_cert_in_chain\",[92]],[\"cert_has_expired\",[92]],[\"cert_not_yet_valid\",[92]],[\"cert_revoked\",[92,379]],[\"cert_untrusted\",[92]],[\"cert_rejected\",[92]],[\"cert_signature_failure\",[92]],[\"invalid_ca\",[92]],[\"invalid_purpose\",[92]],[\"path_length_exceeded\",[92]],[\"cert_chain_too_long\",[92]],[\"hostname_mismatch\",[92]],[\"unable_to_get_crl\",[92]],[\"crl_has_expired\",[92]],[\"crl_not_yet_valid\",[92]],[\"err_tls_cert_altname_invalid\",[92]],[\"err_tls_cert_altname_format\",[92]],[\"err_ssl_\",[93]],[\"before secure tls connection was established\",[94]],[\"hostname/ip does not match certificate's altnames\",[95]],[\"err_tls_handshake_timeout\",[96]],[\"(_ssl.c:\",[97]],[\"sslerror: [ssl] \",[98]],[\"eof occurred in violation of protocol\",[99]],[\"unexpected_eof_while_reading\",[99]],[\"ssleoferror\",[99]],[\"sslzeroreturnerror\",[99]],[\"the handshake operation timed out\",[100]],[\"certificate_verify_failed\",[101]],[\"hostname mismatch, certificate\",[102]],[\"ip address mismatch, certificate\",[102]],[\"hostname '\",[103]],[\"unable to get \",[104]],[\"unable to get local \",[104]],[\"self-signed certificate in certificate chain\",[105]],[\"self signed certificate in certificate chain\",[105]],[\"self-signed certificate\",[106]],[\"self signed certificate\",[106]],[\"unable to verify the first certificate\",[107]],[\"certificate has expired\",[108]],[\"certificate is not yet valid\",[109]],[\"certificate \",[110]],[\"certificate is \",[110]],[\"certificate has been \",[110]],[\"certificate verify failed\",[111]],[\"verify failed: path length invalid for non-ca cert\",[112]],[\"verify failed: path length given without key usage keycertsign\",[113]],[\"verify failed: key usage keycertsign invalid for non-ca cert\",[114]],[\"verify failed: issuer name empty\",[115]],[\"verify failed: subject name empty\",[116]],[\"verify failed: missing authority key identifier\",[117]],[\"verify failed: missing subject key identifier\",[118]],[\"verify failed: basic constraints of ca cert not marked critical\",[119]],[\"verify failed: authority key identifier marked critical\",[120]],[\"verify failed: subject key identifier marked critical\",[121]],[\"verify failed: ca cert does not include key usage extension\",[122]],[\"verify failed: using cert extension requires at least x509v3\",[123]],[\":ssl routines:\",[124]],[\"ssl alert number 0\",[125]],[\"ssl alert number 1\",[125]],[\"ssl alert number 2\",[125]],[\"ssl alert number 3\",[125]],[\"ssl alert number 4\",[125]],[\"ssl alert number 5\",[125]],[\"ssl alert number 6\",[125]],[\"ssl alert number 7\",[125]],[\"ssl alert number 8\",[125]],[\"ssl alert number 9\",[125]],[\"wrong version number\",[126]],[\"sslv3 alert handshake failure\",[127]],[\"tlsv1 alert protocol version\",[127]],[\"no shared cipher\",[127]],[\"alert certificate required\",[128]],[\"unrecognized_\",[129]],[\"unrecognized \",[129]],[\"unexpected eof while reading\",[130]],[\"ssl_error_syscall\",[131]],[\"ssl_connect \",[132]],[\"ssl_connect syscall \",[132]],[\"ssl_connect returned=0\",[133]],[\"ssl_connect returned=1\",[133]],[\"ssl_connect returned=2\",[133]],[\"ssl_connect returned=3\",[133]],[\"ssl_connect returned=4\",[133]],[\"ssl_connect returned=5\",[133]],[\"ssl_connect returned=6\",[133]],[\"ssl_connect returned=7\",[133]],[\"ssl_connect returned=8\",[133]],[\"ssl_connect returned=9\",[133]],[\"x509: certificate signed by unknown authority\",[134]],[\"certificate is not trusted\",[135]],[\"is not standards compliant\",[135]],[\"x509: certificate has expired or is not yet valid\",[136]],[\"x509: certificate is valid for \",[137]],[\"x509: cannot validate certificate for \",[137]],[\"x509: certificate is not valid for any names\",[137]],[\"first record does not look like a tls handshake\",[138]],[\"gave http response to https client\",[138]],[\"tls: handshake failure\",[139]],[\"tls: protocol version not supported\",[139]],[\"tls: no cipher suite\",[139]],[\"tls: server selected unsupported protocol version\",[139]],[\"tls: bad certificate\",[140]],[\"tls: certificate required\",[140]],[\"tls: failed to verify certificate\",[141]],[\"tls handshake timeout\",[142]],[\"pkix path building failed\",[143]],[\"unable to find valid certification path\",[143]],[\"trustanchors parameter must be non-empty\",[143]],[\"certificateexpiredexception\",[144]],[\"certificatenotyetvalid\",[145]],[\"certificatenotyetvalidexception\",[145]],[\"no subject alternative \",[146]],[\"no subject alternative dns \",[146]],[\"no name matching \",[146]],[\"certificaterevokedexception\",[147]],[\"unsupported or unrecognized ssl message\",[148]],[\"no appropriate protocol\",[149]],[\"received fatal alert: \",[150,167]],[\"remote host terminated the\",[151]],[\"remote host closed connection during\",[151]],[\"ssl peer shut down incorrectly\",[151]],[\"handshake timed out\",[152]],[\"sslhandshakeexception\",[153]],[\"tlsfatalalertreceived: \",[154]],[\"tlsfatalalert: \",[155]],[\"trust anchor for certification path not found\",[156]],[\" not verified\",[157]],[\"certificate for <\",[158]],[\"invalid peer certificate: expired\",[159]],[\"invalid peer certificate: certificate expired\",[159]],[\"invalid peer certificate: notvalidyet\",[160]],[\"invalid peer certificate: certificate not valid yet\",[160]],[\"invalid peer certificate: notvalidforname\",[161]],[\"invalid peer certificate: certificate not valid for name\",[161]],[\"invalid peer certificate: revoked\",[162]],[\"unknownissuer\",[163]],[\"unknown issuer\",[163]],[\"invalid peer certificate\",[164]],[\"received corrupt message of type\",[165]],[\"peer is incompatible\",[166]],[\"tls handshake eof\",[168]],[\"peer closed connection without sending tls close_notify\",[168]],[\"partialchain\",[169]],[\"untrustedroot\",[169]],[\"could not establish trust relationship\",[170]],[\"nottimevalid\",[171]],[\"remotecertificatenamemismatch\",[172]],[\"remotecertificatechainerrors\",[173]],[\"remote certificate is invalid\",[173]],[\"remote certificate was rejected\",[173]],[\"revocationstatusunknown\",[173]],[\"offlinerevocation\",[173]],[\"cannot determine the frame size\",[174]],[\"do not possess a common algorithm\",[175]],[\"sent a tls alert: \",[176]],[\"sent a tls alert: '\",[176]],[\"eof or 0 bytes from the transport\",[177]],[\"ssl connection could not be established\",[178]],[\"could not create ssl/tls secure channel\",[178]],[\"sec_e_untrusted_root\",[179]],[\"not trusted by the trust provider\",[179]],[\"sec_e_cert_expired\",[180]],[\"sec_e_wrong_principal\",[181]],[\"sec_e_illegal_message\",[182]],[\"sec_e_algorithm_mismatch\",[182]],[\"sec_e_unsupported_function\",[182]],[\"crypt_e_no_revocation_check\",[183]],[\"crypt_e_revocation_offline\",[183]],[\"crypt_e_revoked\",[184]],[\"schannel: failed\",[186]],[\"schannel: next\",[186]],[\"sslhandshake failed (\",[187]],[\"errsslxcert\",[187]],[\"errsslunknown\",[187]],[\"errsslnoroot\",[187]],[\"errsslcert\",[187]],[\"errsslhostname\",[187]],[\"errsslclosed\",[187]],[\"errsslpeer\",[187]],[\"errsslprotocol\",[187]],[\"_kcfstreamerrorcodekey=\",[187]],[\"kcfstreamerrordomainssl, \",[187]],[\"osstatus \",[187]],[\"certificate for this server is invalid\",[188]],[\"invalid certificate chain\",[188]],[\"an ssl error has occurred and a secure connection\",[189]],[\"sec_error_unknown_issuer\",[190]],[\"sec_error_untrusted_issuer\",[190]],[\"sec_error_ca_cert_invalid\",[190]],[\"mozilla_pkix_error_mitm_detected\",[190]],[\"mozilla_pkix_error_self_signed_cert\",[190]],[\"sec_error_expired_certificate\",[190]],[\"sec_error_expired_issuer_certificate\",[190]],[\"mozilla_pkix_error_not_yet_valid_certificate\",[190]],[\"sec_error_revoked_certificate\",[190]],[\"ssl_error_bad_cert_domain\",[190]],[\"ssl_error_no_cypher_overlap\",[190]],[\"ssl_error_unsupported_version\",[190]],[\"ssl_error_protocol_version_alert\",[190]],[\"ssl_error_handshake_failure_alert\",[190]],[\"ssl_error_rx_record_too_long\",[190]],[\"pr_connect_reset_error\",[190]],[\"pr_end_of_file_error\",[190]],[\"certificate issuer is unknown\",[191]],[\"certificate authority is unknown\",[191]],[\"certificate chain uses expired certificate\",[192]],[\"certificate chain uses not yet valid certificate\",[193]],[\"name in the certificate does not match\",[194]],[\"server certificate verification failed\",[195]],[\"unexpected tls packet was received\",[196]],[\"gnutls_handshake() failed: error in the pull\",[197]],[\"gnutls_handshake() failed: the tls connection was non-properly\",[197]],[\"gnutls_handshake() failed\",[198]],[\"no alternative certificate subject name\",[199]],[\"does not match target host\",[199]],[\"ssl peer certificate or ssh remote key\",[200]],[\"ssl certificate problem\",[200]],[\"peer certificate cannot be authenticated with known\",[201]],[\"peer certificate cannot be authenticated with given\",[201]],[\"ssl connection time\",[202]],[\"ssl connection time-\",[202]],[\"ssl connect error\",[203]],[\"unknown certificate verification error\",[204]],[\"generated client alert: fatal - \",[205]],[\"received server alert: fatal - \",[205]],[\"tls_alert,\",[206]],[\"tls_alert, \",[206]],[\"hostname_check_failed\",[207]],[\"unsupported_record_type,\",[208]],[\"unsupported_record_type, \",[208]],[\"sslerror(\",[209]],[\"enotfound\",[210]],[\"eai_again\",[210]],[\"eai_fail\",[210]],[\"eai_nodata\",[210]],[\"eai_noname\",[210]],[\"eai_system\",[210]],[\"eai_service\",[210]],[\"eservfail\",[210]],[\"erefused\",[210]],[\"etimeout\",[210]],[\"econnrefused\",[210]],[\"econnreset\",[210]],[\"econnaborted\",[210]],[\"etimedout\",[210]],[\"ehostunreach\",[210]],[\"enetunreach\",[210]],[\"ehostdown\",[210]],[\"enetdown\",[210]],[\"eaddrnotavail\",[210]],[\"eafnosupport\",[210]],[\"write epipe\",[211]],[\"write eproto\",[211]],[\"write eacces\",[211]],[\"read epipe\",[211]],[\"read eproto\",[211]],[\"read eacces\",[211]],[\"connect epipe\",[211]],[\"connect eproto\",[211]],[\"connect eacces\",[211]],[\"bind epipe\",[211]],[\"bind eproto\",[211]],[\"bind eacces\",[211]],[\": 'epipe\",[211]],[\": 'eproto\",[211]],[\": 'eacces\",[211]],[\": \\\"epipe\",[211]],[\": \\\"eproto\",[211]],[\": \\\"eacces\",[211]],[\"code=epipe\",[211]],[\"code=eproto\",[211]],[\"code=eacces\",[211]],[\"code= epipe\",[211]],[\"code= eproto\",[211]],[\"code= eacces\",[211]],[\"code:epipe\",[211]],[\"code:eproto\",[211]],[\"code:eacces\",[211]],[\"code: epipe\",[211]],[\"code: eproto\",[211]],[\"code: eacces\",[211]],[\"error=epipe\",[211]],[\"error=eproto\",[211]],[\"error=eacces\",[211]],[\"error= epipe\",[211]],[\"error= eproto\",[211]],[\"error= eacces\",[211]],[\"error:epipe\",[211]],[\"error:eproto\",[211]],[\"error:eacces\",[211]],[\"error: epipe\",[211]],[\"error: eproto\",[211]],[\"error: eacces\",[211]],[\"errno: -300\",[212]],[\"errno: -301\",[212]],[\"errno: -302\",[212]],[\"errno: -303\",[212]],[\"errno: -304\",[212]],[\"errno: -305\",[212]],[\"errno: -306\",[212]],[\"errno: -307\",[212]],[\"errno: -308\",[212]],[\"errno: -309\",[212]],[\"errno': -300\",[212]],[\"errno': -301\",[212]],[\"errno': -302\",[212]],[\"errno': -303\",[212]],[\"errno': -304\",[212]],[\"errno': -305\",[212]],[\"errno': -306\",[212]],[\"errno': -307\",[212]],[\"errno': -308\",[212]],[\"errno': -309\",[212]],[\"errno\\\": -300\",[212]],[\"errno\\\": -301\",[212]],[\"errno\\\": -302\",[212]],[\"errno\\\": -303\",[212]],[\"errno\\\": -304\",[212]],[\"errno\\\": -305\",[212]],[\"errno\\\": -306\",[212]],[\"errno\\\": -307\",[212]],[\"errno\\\": -308\",[212]],[\"errno\\\": -309\",[212]],[\"errno = \",[213]],[\"winerror \",[213]],[\"os error \",[213]],[\"wsaerror \",[213]],[\"socket error \",[213]],[\"socket error code \",[213]],[\"os { code: \",[213]],[\"connectionreset\",[214]],[\"connectionrefused\",[214,382]],[\"connectionaborted\",[214]],[\"timeouterror\",[214,449]],[\"gaierror\",[214]],[\"brokenpipeerror\",[214]],[\"socket.error\",[214]],[\"exception (100\",[215]],[\"exception (110\",[215]],[\"error 100\",[215,537,591]],[\"error 110\",[215,593]],[\"error code 100\",[215]],[\"error code 110\",[215]],[\"error code: 100\",[215,537,591]],[\"error code: 110\",[215,419,593]],[\"error: 100\",[215]],[\"error: 110\",[215]],[\"error: code 100\",[215]],[\"error: code 110\",[215]],[\"error: code: 100\",[215]],[\"error: code: 110\",[215]],[\"code 100\",[215]],[\"code 110\",[215]],[\"code: 100\",[215]],[\"code: 110\",[215]],[\"socketerror\",[216]],[\"socketerrorcode\",[216]],[\"actively refused it\",[217]],[\"forcibly closed by the remote host\",[218]],[\"did not properly respond after a period\",[219]],[\"forbidden by its access permissions\",[220]],[\"unreachable host\",[221]],[\"unreachable network\",[221]],[\"connection was aborted by the software in your host machine\",[222]],[\"no such host is known\",[223]],[\"nonauthoritative host not found\",[224]],[\"nonauthoritative answer\",[224]],[\"error occurred during a database lookup\",[224]],[\"requested name is valid\",[225]],[\"requested name is valid,\",[225]],[\"connection refused\",[226]],[\"connect: connection reset\",[227]],[\"connection reset\",[228]],[\"connection reset by peer\",[228]],[\"no route to host\",[229]],[\"host is down\",[229]],[\"host is unreachable\",[229]],[\"network is unreachable\",[230]],[\"network is down\",[230]],[\"connection timed out\",[231]],[\"connect call failed\",[232]],[\"broken pipe\",[233]],[\"cannot assign requested address\",[234]],[\"can't assign requested address\",[234]],[\"address family \",[235]],[\"address family for hostname \",[235]],[\"software caused connection abort\",[236]],[\"name or service not known\",[237]],[\"name does not resolve\",[237]],[\"nodename nor servname provided\",[237]],[\"no address associated with hostname\",[237]],[\"non-existing domain\",[237,245]],[\"host not found\",[237]],[\"unknown host\",[237]],[\"temporary failure in name resolution\",[238]],[\"nxdomain (temporary)\",[238]],[\"try again\",[238]],[\"host not found, try again\",[238]],[\"resource temporarily unavailable (\",[239]],[\"non-recoverable failure in name resolution\",[240]],[\"getaddrinfo failed\",[241]],[\"nameresolutionerror\",[241]],[\"failed to resolve '\",[241,250]],[\"failed host lookup: '\",[242,250]],[\"nsurlerrordomain,\",[243]],[\"nsurlerrordomain \",[243]],[\"reason: :\",[244]],[\"mint.transporterror) socket closed\",[246]],[\"mint.transporterror) timeout\",[247]],[\"{failed_connect,\",[248]],[\"socket_closed_remotely\",[249]],[\"server_closed\",[249]],[\"could not resolve\",[250]],[\"could not resolve host\",[250,353]],[\"unable to resolve host \\\"\",[250]],[\"unable to resolve host address '\",[250]],[\"unable to resolve host address â\",[250]],[\"wget: bad address '\",[250,361]],[\"not known (\",[250]],[\"not known. (\",[250]],[\"is known (\",[250]],[\"is known. (\",[250]],[\"unavailable (\",[250,251]],[\"unavailable. (\",[250]],[\"refused (\",[251]],[\"refused: \",[251]],[\"timed out (\",[251]],[\"timed out: \",[251]],[\"refused it. (\",[251]],[\"refused it.: \",[251]],[\"reset by peer (\",[251]],[\"reset by peer: \",[251]],[\"unavailable: \",[251]],[\"known. (\",[251]],[\"known.: \",[251]],[\"unreachable (\",[251]],[\"unreachable: \",[251]],[\"failed to connect to\",[252]],[\"failed to open tcp connection to\",[252]],[\"dial tcp \",[253]],[\"dial tcp [\",[253]],[\"attempted address\",[256]],[\"attempted addresses\",[256]],[\"socket hang up\",[257]],[\"parse error: expected http/\",[258]],[\"httpparsererror\",[258]],[\"hpe_invalid\",[258]],[\"hpe_unexpected\",[258]],[\"hpe_header\",[258]],[\"hpe_cr_expected\",[258]],[\"hpe_lf_expected\",[258]],[\"hpe_closed\",[258]],[\"hpe_strict\",[258]],[\"hpe_user\",[258]],[\"hpe_paused\",[258]],[\"err_http2_stream\",[259]],[\"err_http2_session\",[259]],[\"nghttp2_\",[259]],[\"err_stream_premature_close\",[260]],[\"premature close\",[260]],[\"err_socket_connection_timeout\",[261]],[\"other side closed\",[262]],[\"und_err_connect_timeout\",[263]],[\"connect timeout error\",[263]],[\"und_err_headers_timeout\",[264]],[\"headers timeout error\",[264]],[\"und_err_body_timeout\",[265]],[\"body timeout error\",[265]],[\"und_err_headers_overflow\",[266]],[\"und_err_res_content_length_mismatch\",[266]],[\"und_err_socket\",[266]],[\"und_err_res_exceeded_max_size\",[266]],[\"does not match the http/1.1 protocol\",[267]],[\"typeerror: terminated\",[268]],[\"redirect count exceeded\",[269]],[\"und_err_info\",[270]],[\"ms exceeded\",[271]],[\"stream has been aborted\",[272]],[\"error request aborted\",[272]],[\"exceeded maximum \",[273]],[\"exceeded maximum number of \",[273]],[\" redirects\",[273]],[\"timeout awaiting 'lookup\",[274]],[\"timeout awaiting 'connect\",[274]],[\"timeout awaiting 'secureconnect\",[274]],[\"timeout awaiting 'response\",[274]],[\"timeout awaiting 'request\",[274]],[\"timeout awaiting 'send\",[274]],[\"timeout awaiting 'socket\",[274]],[\"network timeout at: http\",[275]],[\"network timeout at: https\",[275]],[\"server disconnected without sending a response\",[276]],[\"without sending complete message body\",[277]],[\"incomplete chunked read\",[277]],[\"all connection attempts failed\",[278]],[\"httpx.connecttimeout\",[279]],[\"httpx2.connecttimeout\",[279]],[\"httpcore.connecttimeout\",[279]],[\"httpcore2.connecttimeout\",[279]],[\"anyio.connecttimeout\",[279]],[\"httpx.readtimeout\",[280]],[\"httpx.writetimeout\",[280]],[\"httpx2.readtimeout\",[280]],[\"httpx2.writetimeout\",[280]],[\"httpcore.readtimeout\",[280]],[\"httpcore.writetimeout\",[280]],[\"httpcore2.readtimeout\",[280]],[\"httpcore2.writetimeout\",[280]],[\"the read operation timed out\",[280]],[\"httpx.pooltimeout\",[281]],[\"httpx2.pooltimeout\",[281]],[\"httpcore.pooltimeout\",[281]],[\"httpcore2.pooltimeout\",[281]],[\"illegal status line\",[282]],[\"httpx.connecterror\",[283]],[\"httpx.networkerror\",[283]],[\"httpx2.connecterror\",[283]],[\"httpx2.networkerror\",[283]],[\"httpcore.connecterror\",[283]],[\"httpcore.networkerror\",[283]],[\"httpcore2.connecterror\",[283]],[\"httpcore2.networkerror\",[283]],[\"httpx.readerror\",[284]],[\"httpx.writeerror\",[284]],[\"httpx.closeerror\",[284]],[\"httpx2.readerror\",[284]],[\"httpx2.writeerror\",[284]],[\"httpx2.closeerror\",[284]],[\"httpcore.readerror\",[284]],[\"httpcore.writeerror\",[284]],[\"httpcore.closeerror\",[284]],[\"httpcore2.readerror\",[284]],[\"httpcore2.writeerror\",[284]],[\"httpcore2.closeerror\",[284]],[\"remote end closed connection without response\",[285]],[\"remotedisconnected\",[285]],[\"badstatusline\",[286]],[\"incompleteread\",[287]],[\"invalidchunklength\",[287]],[\"requests.connecttimeout\",[288]],[\"requests.exceptions.connecttimeout\",[288]],[\"connecttimeout\",[288]],[\"connecttimeouterror\",[288]],[\"connection to \",[288]],[\"requests.readtimeout\",[289]],[\"requests.exceptions.readtimeout\",[289]],[\"readtimeout\",[289]],[\"readtimeouterror\",[289]],[\"read timed out\",[289]],[\"toomanyredirects\",[290]],[\"failed to establish a new connection\",[291]],[\"serverdisconnectederror\",[292]],[\"server disconnected\",[292]],[\"clientpayloaderror\",[293]],[\"payload is not completed\",[293]],[\"cannot connect to host \",[294,596]],[\"connection timeout to host http\",[295]],[\"connection timeout to host https\",[295]],[\"timeout on reading data from socket\",[296]],[\"connect timed out\",[297]],[\"httpconnecttimeoutexception\",[297]],[\"sockettimeoutexception: read timed out\",[298]],[\"httptimeoutexception: request timed out\",[298]],[\"unknownhostexception\",[299]],[\"unresolvedaddressexception\",[300]],[\"java.net.connectexception\",[301]],[\"unexpected end of file from server\",[302]],[\"http/1.1 header parser received no bytes\",[302]],[\"fixed content-length: 0\",[303]],[\"fixed content-length: 1\",[303]],[\"fixed content-length: 2\",[303]],[\"fixed content-length: 3\",[303]],[\"fixed content-length: 4\",[303]],[\"fixed content-length: 5\",[303]],[\"fixed content-length: 6\",[303]],[\"fixed content-length: 7\",[303]],[\"fixed content-length: 8\",[303]],[\"fixed content-length: 9\",[303]],[\"invalid status line:\",[304]],[\"too many concurrent streams\",[305]],[\"rst_stream: \",[305]],[\"goaway received\",[305]],[\"unexpected end of stream\",[306]],[\"sockettimeoutexception: timeout\",[307]],[\"streamresetexception: stream was reset\",[308]],[\"connectionshutdownexception\",[308]],[\"connecttimeoutexception\",[309]],[\"connectionpooltimeoutexception\",[309]],[\"readtimeoutexception\",[310]],[\"socket timeout has expired\",[310]],[\"nohttpresponseexception\",[311]],[\"connectionclosedexception\",[311]],[\"prematurecloseexception\",[312]],[\"prematurely closed during response\",[313]],[\"httphostconnectexception\",[314]],[\"request timeout has expired\",[315]],[\"server closed idle connection\",[316]],[\"post \\\"http://\",[317,610]],[\"get \\\"http://\",[317,610]],[\"client.timeout exceeded\",[318]],[\"timeout awaiting response headers\",[318]],[\"client.timeout or context cancellation while reading body\",[319]],[\": i/o timeout\",[320,325]],[\": connect: operation timed out\",[320]],[\"dial tcp: i/o timeout\",[321]],[\"no such host\",[322]],[\"server misbehaving\",[323]],[\"i/o timeout\",[324]],[\"context deadline exceeded\",[324,448]],[\":53: i/o timeout\",[324]],[\"malformed http response\",[326]],[\"malformed http status code\",[326]],[\"malformed http version\",[326]],[\"http2: server sent goaway\",[327]],[\"http2: client connection lost\",[327]],[\"http2: timeout awaiting\",[327]],[\"http2: transport received\",[327]],[\"stream error: stream id 0\",[327]],[\"stream error: stream id 1\",[327]],[\"stream error: stream id 2\",[327]],[\"stream error: stream id 3\",[327]],[\"stream error: stream id 4\",[327]],[\"stream error: stream id 5\",[327]],[\"stream error: stream id 6\",[327]],[\"stream error: stream id 7\",[327]],[\"stream error: stream id 8\",[327]],[\"stream error: stream id 9\",[327]],[\"stopped after 10 redirects\",[328]],[\"response ended prematurely\",[329]],[\"httpclient.timeout of \",[330]],[\"server returned an invalid or unrecognized response\",[331]],[\"httprequesterror\",[332]],[\"httprequesterror \",[332]],[\"error while copying content to a stream\",[333]],[\"the remote name could not be resolved\",[334]],[\"unable to connect to the remote server\",[335]],[\"the underlying connection was closed\",[336]],[\"dns error\",[337]],[\"tcp connect error\",[338]],[\"error trying to connect\",[338]],[\"connection closed before message completed\",[339]],[\"end of file before message length reached\",[340]],[\"request or response body error\",[340]],[\"request or response body error: operation timed out\",[341]],[\"invalid http version parsed\",[342]],[\"hyper::error(parse\",[342]],[\"operation timed out\",[343]],[\"net::opentimeout\",[344]],[\"net::readtimeout\",[345]],[\"net::writetimeout\",[345]],[\"end of file reached\",[346]],[\"end of file reached (eoferror)\",[346]],[\"wrong status line\",[347]],[\"net::httpbadresponse\",[347]],[\"faraday::connectionfailed\",[348]],[\"faraday::timeouterror\",[349]],[\"faraday::sslerror\",[350]],[\"couldn't connect to server\",[351]],[\"weird server reply\",[351]],[\"error in the http2 framing layer\",[351]],[\"transferred a partial file\",[351]],[\"timeout was reached\",[351]],[\"number of redirects hit maximum amount\",[351]],[\"server returned nothing (no headers, no data)\",[351]],[\"failed sending data to the peer\",[351]],[\"failure when receiving data from the peer\",[351]],[\"problem with the local ssl certificate\",[351]],[\"stream error in the http/2 framing layer\",[351]],[\"quic connection error\",[351]],[\"proxy handshake error\",[351]],[\"ssl client certificate required\",[351]],[\"curl: (0\",[352]],[\"curl: (1\",[352]],[\"curl: (2\",[352]],[\"curl: (3\",[352]],[\"curl: (4\",[352]],[\"curl: (5\",[352]],[\"curl: (6\",[352]],[\"curl: (7\",[352]],[\"curl: (8\",[352]],[\"curl: (9\",[352]],[\"curl error 0\",[352]],[\"curl error 2\",[352]],[\"curl error 4\",[352]],[\"curl error 5\",[352]],[\"curl error 6\",[352]],[\"curl error 7\",[352]],[\"curl error 8\",[352]],[\"curl error 9\",[352]],[\"couldn't resolve host\",[353]],[\"could not resolve: \",[354]],[\"empty reply from server\",[358]],[\" bytes remaining\",[359]],[\"outstanding read data\",[359]],[\"unable to resolve host address\",[361]],[\"idle timeout reached for \\\"http\",[362]],[\"idle timeout reached for \\\"https\",[362]],[\"max duration was reached for \\\"http\",[363]],[\"max duration was reached for \\\"https\",[363]],[\"returned for \\\"\",[364]],[\" returned for \\\"\",[364]],[\"channel response timed out after 0\",[365]],[\"channel response timed out after 1\",[365]],[\"channel response timed out after 2\",[365]],[\"channel response timed out after 3\",[365]],[\"channel response timed out after 4\",[365]],[\"channel response timed out after 5\",[365]],[\"channel response timed out after 6\",[365]],[\"channel response timed out after 7\",[365]],[\"channel response timed out after 8\",[365]],[\"channel response timed out after 9\",[365]],[\"channel write operation timed out after 0\",[365]],[\"channel write operation timed out after 1\",[365]],[\"channel write operation timed out after 2\",[365]],[\"channel write operation timed out after 3\",[365]],[\"channel write operation timed out after 4\",[365]],[\"channel write operation timed out after 5\",[365]],[\"channel write operation timed out after 6\",[365]],[\"channel write operation timed out after 7\",[365]],[\"channel write operation timed out after 8\",[365]],[\"channel write operation timed out after 9\",[365]],[\"error reading response as text: \",[366]],[\"reached maximum redirect attempts\",[367]],[\"no streaming chunk received for 0\",[368]],[\"no streaming chunk received for 1\",[368]],[\"no streaming chunk received for 2\",[368]],[\"no streaming chunk received for 3\",[368]],[\"no streaming chunk received for 4\",[368]],[\"no streaming chunk received for 5\",[368]],[\"no streaming chunk received for 6\",[368]],[\"no streaming chunk received for 7\",[368]],[\"no streaming chunk received for 8\",[368]],[\"no streaming chunk received for 9\",[368]],[\"failed to process successful response\",[369]],[\"transport error: error decoding response body\",[370]],[\"stream failed: stream ended\",[370]],[\"timeout on blocking read for 0\",[371]],[\"timeout on blocking read for 1\",[371]],[\"timeout on blocking read for 2\",[371]],[\"timeout on blocking read for 3\",[371]],[\"timeout on blocking read for 4\",[371]],[\"timeout on blocking read for 5\",[371]],[\"timeout on blocking read for 6\",[371]],[\"timeout on blocking read for 7\",[371]],[\"timeout on blocking read for 8\",[371]],[\"timeout on blocking read for 9\",[371]],[\"did not observe any item or terminal signal within\",[371]],[\"content-length mismatch: expected 0\",[372]],[\"content-length mismatch: expected 1\",[372]],[\"content-length mismatch: expected 2\",[372]],[\"content-length mismatch: expected 3\",[372]],[\"content-length mismatch: expected 4\",[372]],[\"content-length mismatch: expected 5\",[372]],[\"content-length mismatch: expected 6\",[372]],[\"content-length mismatch: expected 7\",[372]],[\"content-length mismatch: expected 8\",[372]],[\"content-length mismatch: expected 9\",[372]],[\"stream closed before response.completed\",[373]],[\"idle timeout waiting for sse\",[374]],[\"idle timeout waiting for websocket\",[374]],[\"stream disconnected before completion\",[375]],[\"failed to open stream: http request failed!\",[376]],[\"failed to open stream: http request failed! http/\",[377]],[\"php_network_getaddresses: getaddrinfo\",[378]],[\"name_not_resolved\",[379]],[\"dns_timed_out\",[379]],[\"dns_server_failed\",[379]],[\"connection_refused\",[379]],[\"connection_reset\",[379]],[\"connection_closed\",[379]],[\"connection_aborted\",[379]],[\"connection_failed\",[379]],[\"connection_timed_out\",[379]],[\"timed_out\",[379]],[\"internet_disconnected\",[379]],[\"address_unreachable\",[379]],[\"network_access_denied\",[379]],[\"network_changed\",[379]],[\"empty_response\",[379]],[\"invalid_http_response\",[379]],[\"incomplete_chunked_encoding\",[379]],[\"content_length_mismatch\",[379]],[\"http2_protocol_error\",[379]],[\"quic_protocol_error\",[379]],[\"too_many_redirects\",[379]],[\"proxy_connection_failed\",[379]],[\"tunnel_connection_failed\",[379]],[\"proxy_auth_unsupported\",[379]],[\"proxy_certificate_invalid\",[379]],[\"cert_authority_invalid\",[379]],[\"cert_date_invalid\",[379]],[\"cert_common_name_invalid\",[379]],[\"cert_invalid\",[379]],[\"ssl_protocol_error\",[379]],[\"ssl_version_or_cipher_mismatch\",[379]],[\"bad_ssl_client_auth_cert\",[379]],[\"typeerror: load failed\",[380]],[\"networkerror when attempting to fetch resource\",[380]],[\"the operation timed out\",[381]],[\"connectionclosed\",[383]],[\"socket connection was closed unexpectedly\",[383]],[\"failedtoopensocket\",[384]],[\"was there a typo in the url or port?\",[384]],[\"unexpected server response\",[385]],[\"unexpected response code\",[385]],[\"wsserverhandshakeerror: \",[386]],[\"not upgraded to websocket, http \",[387]],[\"not upgraded to websocket, http status \",[387]],[\"server rejected websocket connection: http \",[388]],[\" {'error'\",[389]],[\" {'message'\",[389]],[\" {'detail'\",[389]],[\"error code: \",[390]],[\" status code (no body)\",[391]],[\"{\\\"error\\\":\",[392]],[\"{\\\"error\\\": \",[392]],[\"{\\\"error':\",[392]],[\"{\\\"error': \",[392]],[\"{\\\"errors\\\":\",[392]],[\"{\\\"errors\\\": \",[392]],[\"{\\\"errors':\",[392]],[\"{\\\"errors': \",[392]],[\"{\\\"detail\\\":\",[392]],[\"{\\\"detail\\\": \",[392]],[\"{\\\"detail':\",[392]],[\"{\\\"detail': \",[392]],[\"{\\\"message\\\":\",[392]],[\"{\\\"message\\\": \",[392]],[\"{\\\"message':\",[392]],[\"{\\\"message': \",[392]],[\"{\\\"success\\\":\",[392]],[\"{\\\"success\\\": \",[392]],[\"{\\\"success':\",[392]],[\"{\\\"success': \",[392]],[\"{\\\"object\\\":\",[392]],[\"{\\\"object\\\": \",[392]],[\"{\\\"object':\",[392]],[\"{\\\"object': \",[392]],[\"{\\\"code\\\":\",[392]],[\"{\\\"code\\\": \",[392]],[\"{\\\"code':\",[392]],[\"{\\\"code': \",[392]],[\"{\\\"type\\\":\",[392]],[\"{\\\"type\\\": \",[392]],[\"{\\\"type':\",[392]],[\"{\\\"type': \",[392]],[\"{'error\\\":\",[392]],[\"{'error\\\": \",[392]],[\"{'error':\",[392]],[\"{'error': \",[392]],[\"{'errors\\\":\",[392]],[\"{'errors\\\": \",[392]],[\"{'errors':\",[392]],[\"{'errors': \",[392]],[\"{'detail\\\":\",[392]],[\"{'detail\\\": \",[392]],[\"{'detail':\",[392]],[\"{'detail': \",[392]],[\"{'message\\\":\",[392]],[\"{'message\\\": \",[392]],[\"{'message':\",[392]],[\"{'message': \",[392]],[\"{'success\\\":\",[392]],[\"{'success\\\": \",[392]],[\"{'success':\",[392]],[\"{'success': \",[392]],[\"{'object\\\":\",[392]],[\"{'object\\\": \",[392]],[\"{'object':\",[392]],[\"{'object': \",[392]],[\"{'code\\\":\",[392]],[\"{'code\\\": \",[392]],[\"{'code':\",[392]],[\"{'code': \",[392]],[\"{'type\\\":\",[392]],[\"{'type\\\": \",[392]],[\"{'type':\",[392]],[\"{'type': \",[392]],[\"error: 40\",[393]],[\"error: 41\",[393]],[\"error: 42\",[393]],[\"error: 43\",[393]],[\"error: 44\",[393]],[\"error: 45\",[393]],[\"error: 46\",[393]],[\"error: 47\",[393]],[\"error: 48\",[393]],[\"error: 49\",[393]],[\"error: 50\",[393]],[\"error: 51\",[393]],[\"error: 52\",[393]],[\"error: 53\",[393]],[\"error: 54\",[393]],[\"error: 55\",[393]],[\"error: 56\",[393]],[\"error: 57\",[393]],[\"error: 58\",[393]],[\"error: 59\",[393]],[\"error]: 40\",[393]],[\"error]: 41\",[393]],[\"error]: 42\",[393]],[\"error]: 43\",[393]],[\"error]: 44\",[393]],[\"error]: 45\",[393]],[\"error]: 46\",[393]],[\"error]: 47\",[393]],[\"error]: 48\",[393]],[\"error]: 49\",[393]],[\"error]: 50\",[393]],[\"error]: 51\",[393]],[\"error]: 52\",[393]],[\"error]: 53\",[393]],[\"error]: 54\",[393]],[\"error]: 55\",[393]],[\"error]: 56\",[393]],[\"error]: 57\",[393]],[\"error]: 58\",[393]],[\"error]: 59\",[393]],[\"exception: 40\",[393]],[\"exception: 41\",[393]],[\"exception: 42\",[393]],[\"exception: 43\",[393]],[\"exception: 44\",[393]],[\"exception: 45\",[393]],[\"exception: 46\",[393]],[\"exception: 47\",[393]],[\"exception: 48\",[393]],[\"exception: 49\",[393]],[\"exception: 50\",[393]],[\"exception: 51\",[393]],[\"exception: 52\",[393]],[\"exception: 53\",[393]],[\"exception: 54\",[393]],[\"exception: 55\",[393]],[\"exception: 56\",[393]],[\"exception: 57\",[393]],[\"exception: 58\",[393]],[\"exception: 59\",[393]],[\"exception]: 40\",[393]],[\"exception]: 41\",[393]],[\"exception]: 42\",[393]],[\"exception]: 43\",[393]],[\"exception]: 44\",[393]],[\"exception]: 45\",[393]],[\"exception]: 46\",[393]],[\"exception]: 47\",[393]],[\"exception]: 48\",[393]],[\"exception]: 49\",[393]],[\"exception]: 50\",[393]],[\"exception]: 51\",[393]],[\"exception]: 52\",[393]],[\"exception]: 53\",[393]],[\"exception]: 54\",[393]],[\"exception]: 55\",[393]],[\"exception]: 56\",[393]],[\"exception]: 57\",[393]],[\"exception]: 58\",[393]],[\"exception]: 59\",[393]],[\"httpresponse\",[394]],[\"clientauthentication\",[394]],[\"resource\",[394]],[\"error: bad\",[395]],[\"error: una\",[395]],[\"error: pay\",[395]],[\"error: for\",[395]],[\"error: not\",[395]],[\"error: res\",[395]],[\"error: met\",[395]],[\"error: req\",[395]],[\"error: con\",[395]],[\"error: unp\",[395]],[\"error: too\",[395]],[\"error: int\",[395]],[\"error: ser\",[395]],[\"error: gat\",[395]],[\"error]: bad\",[395]],[\"error]: una\",[395]],[\"error]: pay\",[395]],[\"error]: for\",[395]],[\"error]: not\",[395]],[\"error]: res\",[395]],[\"error]: met\",[395]],[\"error]: req\",[395]],[\"error]: con\",[395]],[\"error]: unp\",[395]],[\"error]: too\",[395]],[\"error]: int\",[395]],[\"error]: ser\",[395]],[\"error]: gat\",[395]],[\"exception: bad\",[395]],[\"exception: una\",[395]],[\"exception: pay\",[395]],[\"exception: for\",[395]],[\"exception: not\",[395]],[\"exception: res\",[395]],[\"exception: met\",[395]],[\"exception: req\",[395]],[\"exception: con\",[395]],[\"exception: unp\",[395]],[\"exception: too\",[395]],[\"exception: int\",[395]],[\"exception: ser\",[395]],[\"exception: gat\",[395]],[\"exception]: bad\",[395]],[\"exception]: una\",[395]],[\"exception]: pay\",[395]],[\"exception]: for\",[395]],[\"exception]: not\",[395]],[\"exception]: res\",[395]],[\"exception]: met\",[395]],[\"exception]: req\",[395]],[\"exception]: con\",[395]],[\"exception]: unp\",[395]],[\"exception]: too\",[395]],[\"exception]: int\",[395]],[\"exception]: ser\",[395]],[\"exception]: gat\",[395]],[\"last error: bad\",[395]],[\"last error: una\",[395]],[\"last error: pay\",[395]],[\"last error: for\",[395]],[\"last error: not\",[395]],[\"last error: res\",[395]],[\"last error: met\",[395]],[\"last error: req\",[395]],[\"last error: con\",[395]],[\"last error: unp\",[395]],[\"last error: too\",[395]],[\"last error: int\",[395]],[\"last error: ser\",[395]],[\"last error: gat\",[395]],[\"last error]: bad\",[395]],[\"last error]: una\",[395]],[\"last error]: pay\",[395]],[\"last error]: for\",[395]],[\"last error]: not\",[395]],[\"last error]: res\",[395]],[\"last error]: met\",[395]],[\"last error]: req\",[395]],[\"last error]: con\",[395]],[\"last error]: unp\",[395]],[\"last error]: too\",[395]],[\"last error]: int\",[395]],[\"last error]: ser\",[395]],[\"last error]: gat\",[395]],[\"bad request\",[396,397]],[\"bad_request\",[396,397]],[\"unauthorized\",[396,397]],[\"payment required\",[396,397]],[\"payment_required\",[396,397]],[\"forbidden\",[396,397]],[\"not found\",[396,397]],[\"not_found\",[396,397]],[\"resource not \",[396,397]],[\"resource not_\",[396,397]],[\"resource_not \",[396,397]],[\"resource_not_\",[396,397]],[\"method not \",[396]],[\"method not_\",[396]],[\"method_not \",[396]],[\"method_not_\",[396]],[\"request timeout\",[396,397]],[\"request_timeout\",[396,397]],[\"conflict\",[396,397]],[\"payload too \",[396,397]],[\"payload too_\",[396,397]],[\"payload_too \",[396,397]],[\"payload_too_\",[396,397]],[\"unprocessable \",[396,397]],[\"unprocessable_\",[396,397]],[\"too many requests\",[396,397]],[\"too many_requests\",[396,397]],[\"too_many requests\",[396,397]],[\"too_many_requests\",[396,397]],[\"internal server \",[396,397]],[\"internal server_\",[396,397]],[\"internal_server \",[396,397]],[\"internal_server_\",[396,397]],[\"bad gateway\",[396,397,586]],[\"bad_gateway\",[396,397]],[\"service unavailable\",[396,397]],[\"service_unavailable\",[396,397]],[\" unavailable\",[396,397]],[\"_unavailable\",[396,397]],[\"gateway timeout\",[396,397,586]],[\"gateway_timeout\",[396,397]],[\"gateway time-out\",[396,397]],[\"gateway_time-out\",[396,397]],[\"badrequest\",[397]],[\"paymentrequired\",[397]],[\"notfound\",[397]],[\"resourcenot\",[397]],[\"resourcenot \",[397]],[\"resourcenot_\",[397]],[\"resource not\",[397]],[\"resource_not\",[397]],[\"methodnotallowed\",[397]],[\"methodnot allowed\",[397]],[\"methodnot_allowed\",[397]],[\"method notallowed\",[397]],[\"method not allowed\",[397]],[\"method not_allowed\",[397]],[\"method_notallowed\",[397]],[\"method_not allowed\",[397]],[\"method_not_allowed\",[397]],[\"requesttimeout\",[397]],[\"payloadtoo\",[397]],[\"payloadtoo \",[397]],[\"payloadtoo_\",[397]],[\"payload too\",[397]],[\"payload_too\",[397]],[\"unprocessable\",[397]],[\"toomanyrequests\",[397]],[\"toomany requests\",[397]],[\"toomany_requests\",[397]],[\"too manyrequests\",[397]],[\"too_manyrequests\",[397]],[\"internalserver\",[397]],[\"internalserver \",[397]],[\"internalserver_\",[397]],[\"internal server\",[397]],[\"internal_server\",[397]],[\"badgateway\",[397]],[\"serviceunavailable\",[397]],[\"unavailable\",[397]],[\"gatewaytimeout\",[397]],[\"gatewaytime-out\",[397]],[\"client error '\",[398]],[\"server error '\",[398]],[\" client error: \",[399]],[\" server error: \",[399]],[\"\\\"http/1.0 3\",[400]],[\"\\\"http/1.0 4\",[400]],[\"\\\"http/1.0 5\",[400]],[\"\\\"http/1.1 3\",[400]],[\"\\\"http/1.1 4\",[400]],[\"\\\"http/1.1 5\",[400]],[\"\\\"http/2 3\",[400]],[\"\\\"http/2 4\",[400]],[\"\\\"http/2 5\",[400]],[\"\\\"http/3 3\",[400]],[\"\\\"http/3 4\",[400]],[\"\\\"http/3 5\",[400]],[\":443 \\\"get /\",[401]],[\":443 \\\"post /\",[401]],[\"cannot retry due to server authentication\",[408]],[\"transientaiexception: \",[409]],[\"transientaiexception: http \",[409]],[\"nontransientaiexception: \",[409]],[\"nontransientaiexception: http \",[409]],[\"http 400\",[410]],[\"http 401\",[410]],[\"http 402\",[410]],[\"http 403\",[410]],[\"http 404\",[410]],[\"http 405\",[410]],[\"http 406\",[410]],[\"http 408\",[410]],[\"http 409\",[410]],[\"http 413\",[410]],[\"http 415\",[410]],[\"http 422\",[410]],[\"http 424\",[410]],[\"http 429\",[410]],[\"http 500\",[410]],[\"http 501\",[410]],[\"http 502\",[410]],[\"http 503\",[410]],[\"http 504\",[410]],[\"http 520\",[410]],[\"http 521\",[410]],[\"http 522\",[410]],[\"http 523\",[410]],[\"http 524\",[410]],[\"http 529\",[410]],[\"http 530\",[410]],[\"client error 40\",[411]],[\"client error 41\",[411]],[\"client error 42\",[411]],[\"client error 43\",[411]],[\"client error 44\",[411]],[\"client error 45\",[411]],[\"client error 46\",[411]],[\"client error 47\",[411]],[\"client error 48\",[411]],[\"client error 49\",[411]],[\"client error 50\",[411]],[\"client error 51\",[411]],[\"client error 52\",[411]],[\"client error 53\",[411]],[\"client error 54\",[411]],[\"client error 55\",[411]],[\"client error 56\",[411]],[\"client error 57\",[411]],[\"client error 58\",[411]],[\"client error 59\",[411]],[\"does not indicate success: \",[412]],[\"status: 40\",[413]],[\"status: 41\",[413]],[\"status: 42\",[413]],[\"status: 43\",[413]],[\"status: 44\",[413]],[\"status: 45\",[413]],[\"status: 46\",[413]],[\"status: 47\",[413]],[\"status: 48\",[413]],[\"status: 49\",[413]],[\"status: 50\",[413]],[\"status: 51\",[413]],[\"status: 52\",[413]],[\"status: 53\",[413]],[\"status: 54\",[413]],[\"status: 55\",[413]],[\"status: 56\",[413]],[\"status: 57\",[413]],[\"status: 58\",[413]],[\"status: 59\",[413]],[\"remote server returned an error: (40\",[414]],[\"remote server returned an error: (41\",[414]],[\"remote server returned an error: (42\",[414]],[\"remote server returned an error: (43\",[414]],[\"remote server returned an error: (44\",[414]],[\"remote server returned an error: (45\",[414]],[\"remote server returned an error: (46\",[414]],[\"remote server returned an error: (47\",[414]],[\"remote server returned an error: (48\",[414]],[\"remote server returned an error: (49\",[414]],[\"remote server returned an error: (50\",[414]],[\"remote server returned an error: (51\",[414]],[\"remote server returned an error: (52\",[414]],[\"remote server returned an error: (53\",[414]],[\"remote server returned an error: (54\",[414]],[\"remote server returned an error: (55\",[414]],[\"remote server returned an error: (56\",[414]],[\"remote server returned an error: (57\",[414]],[\"remote server returned an error: (58\",[414]],[\"remote server returned an error: (59\",[414]],[\"<title>40\",[415]],[\"<title>41\",[415]],[\"<title>42\",[415]],[\"<title>43\",[415]],[\"<title>44\",[415]],[\"<title>45\",[415]],[\"<title>46\",[415]],[\"<title>47\",[415]],[\"<title>48\",[415]],[\"<title>49\",[415]],[\"<title>50\",[415]],[\"<title>51\",[415]],[\"<title>52\",[415]],[\"<title>53\",[415]],[\"<title>54\",[415]],[\"<title>55\",[415]],[\"<title>56\",[415]],[\"<title>57\",[415]],[\"<title>58\",[415]],[\"<title>59\",[415]],[\"<title>error 40\",[415]],[\"<title>error 41\",[415]],[\"<title>error 42\",[415]],[\"<title>error 43\",[415]],[\"<title>error 44\",[415]],[\"<title>error 45\",[415]],[\"<title>error 46\",[415]],[\"<title>error 47\",[415]],[\"<title>error 48\",[415]],[\"<title>error 49\",[415]],[\"<title>error 50\",[415]],[\"<title>error 51\",[415]],[\"<title>error 52\",[415]],[\"<title>error 53\",[415]],[\"<title>error 54\",[415]],[\"<title>error 55\",[415]],[\"<title>error 56\",[415]],[\"<title>error 57\",[415]],[\"<title>error 58\",[415]],[\"<title>error 59\",[415]],[\" | 500: \",[416,538]],[\" | 501: \",[416,538]],[\" | 502: \",[416,538]],[\" | 503: \",[416,538]],[\" | 504: \",[416,538]],[\" | 505: \",[416,538]],[\" | 506: \",[416,538]],[\" | 507: \",[416,538]],[\" | 508: \",[416,538]],[\" | 509: \",[416,538]],[\" | 520: \",[416,538]],[\" | 521: \",[416,538]],[\" | 522: \",[416,538]],[\" | 523: \",[416,538]],[\" | 524: \",[416,538]],[\" | 525: \",[416,538]],[\" | 526: \",[416,538]],[\" | 527: \",[416,538]],[\" | 528: \",[416,538]],[\" | 529: \",[416,538]],[\" error code: 1\",[417]],[\" error code: 5\",[417]],[\" - error code: 1\",[417]],[\" - error code: 5\",[417]],[\"error code: 520\",[418]],[\"error code: 521\",[418]],[\"error code: 522\",[418]],[\"error code: 523\",[418]],[\"error code: 524\",[418]],[\"error code: 525\",[418]],[\"error code: 526\",[418]],[\"error code: 527\",[418]],[\"error code: 528\",[418]],[\"error code: 529\",[418]],[\"error code: 530\",[418]],[\"error code: 531\",[418]],[\"error code: 532\",[418]],[\"error code: 533\",[418]],[\"error code: 534\",[418]],[\"error code: 535\",[418]],[\"error code: 536\",[418]],[\"error code: 537\",[418]],[\"error code: 538\",[418]],[\"error code: 539\",[418]],[\"error code: 1000\",[419]],[\"error code: 1001\",[419]],[\"error code: 1002\",[419]],[\"error code: 1003\",[419,590]],[\"error code: 1004\",[419]],[\"error code: 1005\",[419]],[\"error code: 1006\",[419]],[\"error code: 1007\",[419]],[\"error code: 1008\",[419]],[\"error code: 1009\",[419]],[\"error code: 1010\",[419]],[\"error code: 1011\",[419]],[\"error code: 1012\",[419]],[\"error code: 1013\",[419]],[\"error code: 1014\",[419,591]],[\"error code: 1015\",[419,535]],[\"error code: 1016\",[419,592]],[\"error code: 1017\",[419]],[\"error code: 1018\",[419,591]],[\"error code: 1019\",[419]],[\"error code: 102\",[419]],[\"error code: 103\",[419,591]],[\"error code: 1200\",[419]],[\"error code: 5\",[419]],[\"badrequesterror\",[420]],[\"authenticationerror\",[420]],[\"permissiondeniederror\",[420]],[\"unprocessableentityerror\",[420]],[\"ratelimiterror\",[420]],[\"internalservererror\",[420]],[\"invalidrequesterror\",[420]],[\"serviceunavailableerror\",[420]],[\"badrequestexception\",[420]],[\"invalidrequestexception\",[420]],[\"unauthorizedexception\",[420]],[\"permissiondeniedexception\",[420]],[\"modelnotfoundexception\",[420]],[\"unprocessableentityexception\",[420]],[\"ratelimitexception\",[420]],[\"internalserverexception\",[420]],[\"badgatewayerror\",[420]],[\"contextwindowexceedederror\",[420]],[\"contentpolicyviolationerror\",[420]],[\"budgetexceedederror\",[420]],[\"unsupportedparamserror\",[420]],[\"insufficientquotaerror\",[420]],[\"contextoverflowerror\",[420]],[\"gatewayauthenticationerror\",[420,460]],[\"gatewayinvalidrequesterror\",[420,460]],[\"gatewayratelimiterror\",[420,460]],[\"gatewayforbiddenerror\",[420,460]],[\"gatewaynotfounderror\",[420,460]],[\"gatewaymodelnotfounderror\",[420,460]],[\"gatewayfaileddependencyerror\",[420,460]],[\"gatewayinternalservererror\",[420,460]],[\"gatewayresponseerror\",[420,460]],[\"toomanyrequestserror\",[420]],[\".permissionerror\",[421]],[\".resourcenotfound\",[421]],[\".requesttimeouterror\",[421]],[\".conflicterror\",[421]],[\".notfounderror\",[421]],[\".authenticationexception\",[421]],[\".notfoundexception\",[421]],[\".forbiddenerror\",[421]],[\".unauthorizederror\",[421]],[\"::permissionerror\",[421]],[\"::resourcenotfound\",[421]],[\"::requesttimeouterror\",[421]],[\"::conflicterror\",[421]],[\"::notfounderror\",[421]],[\"::authenticationexception\",[421]],[\"::notfoundexception\",[421]],[\"::forbiddenerror\",[421]],[\"::unauthorizederror\",[421]],[\"\\\\permissionerror\",[421]],[\"\\\\resourcenotfound\",[421]],[\"\\\\requesttimeouterror\",[421]],[\"\\\\conflicterror\",[421]],[\"\\\\notfounderror\",[421]],[\"\\\\authenticationexception\",[421]],[\"\\\\notfoundexception\",[421]],[\"\\\\forbiddenerror\",[421]],[\"\\\\unauthorizederror\",[421]],[\"notfounderror\",[422]],[\"authenticationexception\",[422]],[\"permissionerror\",[422]],[\"lc_error_code\",[423]],[\"lc_error_code'\",[423]],[\"lc_error_code\\\"\",[423]],[\"/errors/model_authentication\",[423]],[\"/errors/model_not_found\",[423]],[\"/errors/model_rate_limit\",[423]],[\"/errors/invalid_prompt_input\",[423]],[\"/errors/invalid_tool_results\",[423]],[\"openaihttpexception\",[424]],[\"rate limited on the openai\",[425]],[\"request rate limit has been exceeded\",[425]],[\"connection error.\",[426]],[\"apiconnectionerror\",[427]],[\"apitimeouterror\",[428]],[\"apiconnectiontimeouterror\",[428]],[\"request timed out.\",[428]],[\"error communicating with openai\",[429]],[\"openai.error.timeout\",[430]],[\"openai.error.tryagain\",[430]],[\"openaiioexception\",[431]],[\"openairetryableexception\",[431]],[\"genericioexception\",[431]],[\"openaitimeoutexception\",[432]],[\"dev.langchain4j.exception.timeoutexception\",[432]],[\"openai\\\\exceptions\\\\transporterexception\",[433]],[\"litellm.timeout\",[434]],[\"litellm.exceptions.timeout\",[434]],[\"azure.core.exceptions.servicerequest\",[435]],[\"azure.core.exceptions.serviceresponse\",[435]],[\"request_send_error\",[436]],[\"rejecting from abort signal callback\",[437]],[\"because it exceeded the configured timeout of\",[438]],[\"i/o error on \",[439]],[\"webclientrequestexception\",[440]],[\"fetch failed\",[441,596]],[\"axioserror: network error\",[441]],[\"error sending request for url\",[442]],[\"typeerror: network request failed\",[443]],[\"websocket connection to '\",[443]],[\"could not connect to \",[443]],[\"could not connect to \\\"\",[443]],[\"could not connect to '\",[443]],[\"could not connect to â\",[443]],[\"could not connect to â\",[443]],[\"close code \",[443]],[\"close code=\",[443]],[\"close code:\",[443]],[\"closed code \",[443]],[\"closed code=\",[443]],[\"closed code:\",[443]],[\"closed status \",[443]],[\"closed status=\",[443]],[\"closed status:\",[443]],[\"closed with code \",[443]],[\"closed with code=\",[443]],[\"closed with code:\",[443]],[\"closed with status \",[443]],[\"closed with status=\",[443]],[\"closed with status:\",[443]],[\"connection error\",[444]],[\"network error\",[444]],[\"failed to fetch\",[444]],[\"cannot connect to api\",[444]],[\"aborterror: the\",[445]],[\"aborterror: this\",[445]],[\"aborted due to timeout\",[445]],[\"und_err_aborted\",[445]],[\"failed to connect to ollama\",[446]],[\"a task was canceled\",[447]],[\"asyncio.timeouterror\",[449]],[\"asyncio.exceptions.timeouterror\",[449]],[\"request timed out\",[449]],[\": timed out\",[450]],[\"invalid json response\",[452]],[\"occurred while parsing the response body - \",[452]],[\"decodeerror: json\",[452]],[\"decodeerror: xml\",[452]],[\"org.springframework.ai.\",[452]],[\"class org.springframework.ai.\",[452]],[\"failed to deserialize api response: error:\",[452]],[\"jsondeserialize(error(\",[452]],[\"invalid header value: \\\"text/\",[452]],[\"exceptions\\\\\",[452]],[\"expected destination type of 'string' or '[]byte' for responses with content-type\",[452]],[\"ai_emptyresponsebodyerror\",[453]],[\"received model group=\",[457,559]],[\"litellm virtual key\",[457,560]],[\"dns lookup failure for\",[462]],[\"no such domain\",[462]],[\"stylesheet for squid error pages\",[463]],[\"the squid software foundation\",[463]],[\"generated \",[463]],[\"barracuda web\",[464]],[\"barracuda ng\",[464]],[\"barracuda cloudgen\",[464]],[\"barracuda networks\",[464]],[\"access denied (policy_denied\",[465]],[\"access denied (content_filter_denied\",[465]],[\"access denied (authentication_failed\",[465]],[\"notify.bluecoat.com\",[465]],[\"symantec web security\",[465]],[\"cato networks\",[466]],[\"check point usercheck\",[467]],[\"/usercheck/portalmain\",[467]],[\"blocked by your network operator\",[468]],[\"cisco-wsa\",[469]],[\"cisco secure web appliance\",[469]],[\"ironport web security\",[469]],[\"cisco umbrella\",[470]],[\"this site is blocked due to content filtering\",[470]],[\"cloudflare gateway\",[471]],[\"blocked by your organization\",[471]],[\"blocked by your organization's\",[471]],[\"blocked by your organizationâs\",[471]],[\"blockpage.cgi\",[472]],[\"forcepoint\",[472]],[\"websense\",[472]],[\"fortiguard\",[473]],[\"powered by fortinet\",[473]],[\"fortigate application control\",[473]],[\"fgd_icon\",[473]],[\"webfilter violation\",[473]],[\"web filter violation\",[473]],[\"lightspeed systems\",[474]],[\"lightspeed filter\",[474]],[\"menlo security\",[475]],[\"netskope\",[476]],[\"<h1>web page blocked</h1>\",[477]],[\"has been blocked in accordance with company policy\",[477]],[\"palo alto next generation security\",[477]],[\"mcafee web gateway\",[478]],[\"skyhigh security\",[478]],[\"sonicwall content filter\",[479]],[\"sonicwall gateway\",[479]],[\"this site is blocked by the sonicwall\",[479]],[\"powered by utm web protection\",[480]],[\"sophos firewall\",[480]],[\"sophos web appliance\",[480]],[\"harden-runner\",[481]],[\"stepsecurity\",[481]],[\"untangle server\",[482]],[\"untangle web filter\",[482]],[\"watchguard technologies\",[483]],[\"watchguard webblocker\",[483]],[\"webblocker\",[483]],[\"internet security by zscaler\",[484]],[\"login.zscloud.net\",[484]],[\"zscaler to protect you\",[484]],[\"the requested url was rejected. please consult with your administrator\",[485]],[\"virtual network/firewall rules\",[486]],[\"a virtual network is configured for this resource\",[487]],[\"invalid azurecognitivesearch configuration detected\",[488]],[\"is not in the allowed fqdn list for this resource\",[488]],[\"public access is disabled\",[489]],[\"key based authentication is disabled\",[490]],[\"invalid subscription key or wrong api endpoint\",[491]],[\"principal does not have access to api\",[492]],[\"lacks the required data action\",[493]],[\"tenant provided in token does not match\",[494]],[\"access token is missing, invalid\",[495]],[\"audience is incorrect\",[496]],[\"invalid audience\",[496]],[\"audience validation failed\",[496]],[\"token is expired\",[497]],[\"token has expired\",[497]],[\"lifetime validation failed\",[497]],[\"api deployment for this resource does not exist\",[498]],[\"resource not found\",[499]],[\"\\\"resource not found\",[499]],[\"api-version query parameter is not allowed\",[500]],[\"missing required query parameter:\",[501]],[\"missing required query parameter: \",[501]],[\"api-version query parameter is required\",[501]],[\"api version not supported\",[502]],[\"enabled only for api-\",[502]],[\"enabled only for api \",[502]],[\"operation does not work with the specified model\",[503]],[\"content management policy\",[504]],[\"experiencing high demand\",[505]],[\"temporarily unable to process your request\",[505]],[\"nocapacity\",[505]],[\"rate limit\",[506]],[\"resource has been temporarily blocked\",[507]],[\"azure support request\",[508]],[\"go.microsoft.com/fwlink\",[508]],[\"aka.ms/oai\",[508]],[\"invalid url (\",[509]],[\"missing bearer \",[510]],[\"missing bearer or basic \",[510]],[\"you didn't provide an api key\",[510]],[\"you didnât provide an api key\",[510]],[\"incorrect api key provided\",[511]],[\"insufficient permissions for this operation\",[512]],[\"missing scopes:\",[512]],[\"organization must be verified\",[513]],[\"you have no credits remaining\",[514]],[\"exceeded your current quota\",[515]],[\"has reached its spend\",[516]],[\"has reached its usage\",[516]],[\"billing hard limit has been reached\",[517]],[\"account is not active, please check your billing\",[518]],[\"rate limit reached for\",[519]],[\"slow down: your request rate\",[519]],[\"engine is currently overloaded\",[520]],[\"engine are currently overloaded\",[520]],[\"server is currently overloaded\",[520]],[\"server are currently overloaded\",[520]],[\"servers is currently overloaded\",[520]],[\"servers are currently overloaded\",[520]],[\"model is currently overloaded\",[520]],[\"model are currently overloaded\",[520]],[\"engine is overloaded or not ready\",[520]],[\"server is overloaded or not ready\",[520]],[\"the server had an error \",[521]],[\"the server had an error while \",[521]],[\"an error occurred while processing your request. you can retry your request, or contact us through our help center\",[521]],[\"country, region, or territory not supported\",[522]],[\"openai's services are not available in your country\",[522]],[\"incorrect regional hostname\",[523]],[\"your ip is not authorized\",[524]],[\"must be a member of an organization to use the api\",[525]],[\"no such organization:\",[526]],[\"openai-organization header should match\",[526]],[\"does not have access to model\",[527]],[\"` does not exist\",[528,602]],[\"' does not exist\",[528,602]],[\"\\\" does not exist\",[528,602]],[\"not supported in the v1/\",[529]],[\"not a chat model and thus not supported in the v1/\",[529]],[\"did you mean to use v1/\",[529]],[\"only supported in v1/\",[529]],[\"our safety system\",[530]],[\"the safety system\",[530]],[\"flagged as potentially violating our usage policy\",[530]],[\"usage polic\",[530]],[\"content polic\",[530]],[\"maximum context length is 0\",[531]],[\"maximum context length is 1\",[531]],[\"maximum context length is 2\",[531]],[\"maximum context length is 3\",[531]],[\"maximum context length is 4\",[531]],[\"maximum context length is 5\",[531]],[\"maximum context length is 6\",[531]],[\"maximum context length is 7\",[531]],[\"maximum context length is 8\",[531]],[\"maximum context length is 9\",[531]],[\"input tokens exceed the configured limit of 0\",[531]],[\"input tokens exceed the configured limit of 1\",[531]],[\"input tokens exceed the configured limit of 2\",[531]],[\"input tokens exceed the configured limit of 3\",[531]],[\"input tokens exceed the configured limit of 4\",[531]],[\"input tokens exceed the configured limit of 5\",[531]],[\"input tokens exceed the configured limit of 6\",[531]],[\"input tokens exceed the configured limit of 7\",[531]],[\"input tokens exceed the configured limit of 8\",[531]],[\"input tokens exceed the configured limit of 9\",[531]],[\"exceeds the context window of this model\",[531]],[\"unsupported parameter\",[532]],[\"unsupported value\",[532]],[\"this is a chat model and not supported in\",[532]],[\"invalid type for '\",[532]],[\"<title>just a moment\",[533]],[\"challenge-platform\",[533]],[\"cf-challenge\",[533]],[\"attention required! | cloudflare\",[534]],[\"used cloudflare to restrict access\",[534]],[\"data-translate=\\\"block_headline\\\"\",[534]],[\"sorry, you have been blocked\",[534]],[\">1015</span>\",[535]],[\"error 1015 ray id\",[535]],[\"error code: 1020\",[536]],[\">1020</span>\",[536]],[\"error 1020 ray id\",[536]],[\"error code: 101\",[537]],[\"error 101\",[537]],[\"cf-error-details\",[538]],[\"5xx-error-landing\",[538]],[\"<center>cloudflare</center>\",[538]],[\"error code: 50\",[538]],[\"error code: 51\",[538]],[\"error code: 52\",[538]],[\"error code: 53\",[538]],[\"error code: 54\",[538]],[\"error code: 55\",[538]],[\"error code: 56\",[538]],[\"error code: 57\",[538]],[\"error code: 58\",[538]],[\"error code: 59\",[538]],[\"cloudflareaccess.com\",[539]],[\"cloudflare access\",[539]],[\"due to missing subscription key\",[540]],[\"due to invalid subscription key. \",[541]],[\"out of call volume quota\",[542]],[\"out of bandwidth quota\",[542]],[\"quota will be replenished\",[542]],[\"token quota is exceeded\",[542]],[\"rate limit is exceeded\",[543]],[\"token limit is exceeded\",[543]],[\"\\\"is_bifrost_error\\\"\",[544]],[\"\\\"extra_fields\\\"\",[545]],[\"\\\"virtual_key_not_found\",[546]],[\"\\\"virtual_key_blocked\",[546]],[\"\\\"virtual_key_required\",[546]],[\"\\\"model_blocked\\\"\",[547]],[\"\\\"provider_blocked\\\"\",[547]],[\"\\\"budget_exceeded\\\"\",[548]],[\"\\\"rate_limited\\\"\",[548]],[\"\\\"token_limited\\\"\",[548]],[\"\\\"request_limited\\\"\",[548]],[\"no keys found that support model\",[549]],[\"no keys found that support model/deployment\",[549]],[\"no keys found for provider\",[549]],[\"no matching route found. it is likely that\",[550]],[\"no matching route found. it is likely because\",[550]],[\"\\\"request_failed\\\"\",[551]],[\"no available providers for the requested models\",[552]],[\"router config provider '\",[552]],[\"no api key found in request\",[553]],[\"no route matched with those values\",[554]],[\"you cannot consume this service\",[555]],[\"api rate limit exceeded\",[556]],[\"the upstream server is currently unavailable\",[557]],[\"failure to get a peer from the ring-balancer\",[557]],[\"cannot use own model\",[558]],[\"litellm.\",[559]],[\"invalid proxy server token passed\",[560]],[\"litellm_verificationtoken\",[560]],[\"no api key passed in\",[561]],[\"no connected db.\",[562]],[\"key not allowed to access model\",[563]],[\"team not allowed to access model\",[563]],[\"user not allowed to access model\",[563]],[\"org not allowed to access model\",[563]],[\"project not allowed to access model\",[563]],[\"not allowed to access model due to tags configuration\",[564]],[\"invalid model name passed in model=\",[565]],[\"budget has been exceeded\",[566]],[\"exceededbudget\",[566]],[\"no deployments available\",[567]],[\"no deployments available for selected model\",[567]],[\"no healthy deployment available\",[567]],[\"all deployments for selected model are in cooldown\",[567]],[\"there are no healthy deployments for this model\",[567]],[\"litellm.exceptions.\",[568]],[\"(request id: \",[569]],[\"_api_error\",[569]],[\"no available channel\",[570]],[\"no available channels\",[570]],[\"failed to get available channel\",[570]],[\"failed to get available channels\",[570]],[\"æ\xA0å¯ç¨æ¸\xA0é\",[570]],[\"this token has no access to any models\",[571]],[\"this token has no access to model \",[571]],[\"è¯¥ä»¤çæ\xA0æè®¿é®æ¨¡å\",[571]],[\"ç¨æ·å·²è¢«å°ç¦\",[572]],[\"tokenstatusexhausted\",[573]],[\"é¢åº¦å·²ç¨å°½\",[573]],[\"é¢åº¦ä¸è¶³\",[573]],[\"current group upstream load is saturated\",[574]],[\"\\\"provider_name\\\"\",[575]],[\"openrouter.ai/\",[576]],[\"openrouter.ai/settings/\",[576]],[\"requires more credits, or fewer max_tokens\",[576]],[\"more credits are required to run this request\",[576]],[\"no auth credentials found\",[577]],[\"missing authentication header\",[577]],[\"no endpoints found\",[578]],[\"no endpoints available\",[578]],[\"\\\"message\\\"\",[579]],[\"x-portkey-config\",[580]],[\"x-portkey-provider\",[580]],[\"x-portkey-virtual-key\",[580]],[\"invalid config\",[580]],[\"invalid provider\",[580]],[\"invalid custom host\",[580]],[\"this version of config is not supported\",[580]],[\"is not supported by \",[580]],[\"portkey api key usage limit \",[581]],[\"portkey workspace usage limit \",[581]],[\"portkey virtual key usage limit \",[581]],[\"portkey integration usage limit \",[581]],[\"<address>apache\",[582]],[\"apache http server\",[582]],[\"upstream connect error or disconnect/reset before headers\",[583]],[\"no healthy upstream\",[583]],[\"upstream request timeout\",[583]],[\"rbac: access denied\",[584]],[\"jwt is missing\",[585]],[\"jwt verification fails\",[585]],[\"jwt is expired\",[585]],[\"jwt issuer is not\",[585]],[\"404 page not found\",[586]],[\"no available server\",[586,594]],[\"no server is available to handle this request\",[587]],[\"the server returned an invalid or incomplete response\",[587]],[\"the server didn'\",[587]],[\"the server didnâ\",[587]],[\"<center>nginx\",[588]],[\"<center>openresty\",[589]],[\"direct ip access not allowed |\",[590]],[\">1003</span>\",[590]],[\"error 1003 ray id\",[590]],[\"dns points to prohibited ip |\",[591]],[\"dns resolution error |\",[591]],[\"cname cross-user banned |\",[591]],[\"error code: 1023\",[591]],[\"error 1014\",[591]],[\"error 1018\",[591]],[\"error 1023\",[591]],[\"error 103\",[591]],[\"origin dns error |\",[592]],[\"argo tunnel error |\",[592]],[\"cloudflare tunnel error |\",[592]],[\"error code: 1033\",[592]],[\">1016</span>\",[592]],[\">1033</span>\",[592]],[\"error 1016 ray id\",[592]],[\"error 1033 ray id\",[592]],[\"worker threw exception |\",[593]],[\"backend fetch failed\",[594]],[\"<title>502 \",[595]],[\"<title>503 \",[595]],[\"<title>504 \",[595]],[\"getaddrinfo enotfound\",[596]],[\"getaddrinfo eai_again\",[596]],[\"connect econnrefused\",[596]],[\"connect etimedout\",[596]],[\"connect ehostunreach\",[596]],[\"connect enetunreach\",[596]],[\"dial tcp\",[596]],[\"litellm.apiconnectionerror\",[596]],[\"exception - connection error\",[596]],[\"do request failed\",[596]],[\"do_request_failed\",[596]],[\"reqwest error: error sending request\",[596]],[\"<class 'httpx.\",[597]],[\"no available upstream candidate\",[597]],[\"plain http request was sent to \",[598]],[\"plain http request was sent to an \",[598]],[\"client sent an http request to an https server\",[598]],[\"speaking plain http to an ssl-enabled\",[598]],[\"combination of host and port requires tls\",[598]],[\"sent a plain http request, but this server only speaks https\",[598]],[\"running in ssl mode. try the url\",[598]],[\"no required ssl certificate was sent\",[599]],[\"client certificate \",[599]],[\"client certificate is \",[599]],[\"require a client certificate\",[599]],[\"requires a client certificate\",[599]],[\"the ssl certificate error\",[600]],[\"exceeded\",[601]],[\"exhausted\",[601]],[\"insufficient\",[601]],[\"insufficient credit\",[601]],[\"insufficient credits\",[601]],[\"insufficient balance\",[601]],[\"insufficient funds\",[601]],[\"insufficient quota\",[601]],[\"insufficient user quota\",[601]],[\" does not exist\",[602]],[\" not found\",[602]],[\" is not available\",[602]],[\" is not supported\",[602]],[\" is not found\",[602]],[\"` not found\",[602]],[\"` is not available\",[602]],[\"` is not supported\",[602]],[\"` is not found\",[602]],[\"' not found\",[602]],[\"' is not available\",[602]],[\"' is not supported\",[602]],[\"' is not found\",[602]],[\"\\\" not found\",[602]],[\"\\\" is not available\",[602]],[\"\\\" is not supported\",[602]],[\"\\\" is not found\",[602]],[\"\\\\ does not exist\",[602]],[\"\\\\ not found\",[602]],[\"\\\\ is not available\",[602]],[\"\\\\ is not supported\",[602]],[\"\\\\ is not found\",[602]],[\"\\\\` does not exist\",[602]],[\"\\\\` not found\",[602]],[\"\\\\` is not available\",[602]],[\"\\\\` is not supported\",[602]],[\"\\\\` is not found\",[602]],[\"\\\\' does not exist\",[602]],[\"\\\\' not found\",[602]],[\"\\\\' is not available\",[602]],[\"\\\\' is not supported\",[602]],[\"\\\\' is not found\",[602]],[\"\\\\\\\" does not exist\",[602]],[\"\\\\\\\" not found\",[602]],[\"\\\\\\\" is not available\",[602]],[\"\\\\\\\" is not supported\",[602]],[\"\\\\\\\" is not found\",[602]],[\"unknown model\",[602]],[\"no such model\",[602]],[\"no endpoints found for\",[602]],[\"is not a valid model id\",[602]],[\"insufficient_quota\",[603]],[\"rate_limit_exceeded\",[603]],[\"ratelimitreached\",[603]],[\"tokens_limit_reached\",[603]],[\"unavailable_model\",[603]],[\"credit_balance_exhausted\",[603]],[\"billing_hard_limit_reached\",[603]],[\"invalid_api_key\",[603]],[\"mismatched_organization\",[603]],[\"no_organization\",[603]],[\"incorrect_hostname\",[603]],[\"ip_not_authorized\",[603]],[\"account_deactivated\",[603]],[\"unsupported_country_region_territory\",[603]],[\"model_not_found\",[603]],[\"deploymentnotfound\",[603]],[\"context_length_exceeded\",[603]],[\"unsupported_parameter\",[603]],[\"budget_exceeded\",[603]],[\"server_is_overloaded\",[603]],[\"sockshttpconnectionpool(\",[52]],[\"sockshttpsconnectionpool(\",[52]],[\"http_proxy\",[91]],[\"http_proxy'\",[91]],[\"http_proxy\\\"\",[91]],[\"https_proxy\",[91]],[\"https_proxy'\",[91]],[\"https_proxy\\\"\",[91]],[\"all_proxy\",[91]],[\"all_proxy'\",[91]],[\"all_proxy\\\"\",[91]],[\"proxy\",[91]],[\"proxy'\",[91]],[\"proxy\\\"\",[91]],[\"0x8009\",[185]],[\"[errno \",[213]],[\"(errno \",[213]],[\" errno \",[213]],[\"oserror\",[214]],[\"lookup \",[254]],[\"connect call failed ('\",[255]],[\"< http/\",[360]],[\"<html>\",[392]],[\" 200 ok\\\"\",[402]],[\"status\",[403,404]],[\"httpstatuscode\",[403]],[\"httpstatus_code\",[403]],[\"httpcode\",[403]],[\"httpcodecode\",[403]],[\"httpcode_code\",[403]],[\"http_statuscode\",[403]],[\"http_status_code\",[403]],[\"http_code\",[403]],[\"http_codecode\",[403]],[\"http_code_code\",[403]],[\"responsestatus\",[403]],[\"responsecode\",[403]],[\"response_status\",[403]],[\"http\",[404]],[\"httpstatus code\",[404]],[\"http status\",[404]],[\"http status code\",[404]],[\"http_status code\",[404]],[\"http code\",[404]],[\"http error\",[404]],[\"http response code\",[404]],[\"response code\",[404]],[\"response status code\",[404]],[\"code4\",[405]],[\"code5\",[405]],[\"code 4\",[405]],[\"code 5\",[405]],[\"code:4\",[405]],[\"code:5\",[405]],[\"code: 4\",[405]],[\"code: 5\",[405]],[\"code=4\",[405]],[\"code=5\",[405]],[\"code= 4\",[405]],[\"code= 5\",[405]],[\"code  4\",[405]],[\"code  5\",[405]],[\"code :4\",[405]],[\"code :5\",[405]],[\"code : 4\",[405]],[\"code : 5\",[405]],[\"code =4\",[405]],[\"code =5\",[405]],[\"code = 4\",[405]],[\"code = 5\",[405]],[\"status code4\",[405]],[\"status code5\",[405]],[\"status code 4\",[405]],[\"status code 5\",[405]],[\"status code:4\",[405]],[\"status code:5\",[405]],[\"status code: 4\",[405]],[\"status code: 5\",[405]],[\"status code=4\",[405]],[\"status code=5\",[405]],[\"status code= 4\",[405]],[\"status code= 5\",[405]],[\"status code  4\",[405]],[\"status code  5\",[405]],[\"status code :4\",[405]],[\"status code :5\",[405]],[\"status code : 4\",[405]],[\"status code : 5\",[405]],[\"status code =4\",[405]],[\"status code =5\",[405]],[\"status code = 4\",[405]],[\"status code = 5\",[405]],[\" http=40\",[406]],[\" http=41\",[406]],[\" http=42\",[406]],[\" http=43\",[406]],[\" http=44\",[406]],[\" http=45\",[406]],[\" http=46\",[406]],[\" http=47\",[406]],[\" http=48\",[406]],[\" http=49\",[406]],[\" http=50\",[406]],[\" http=51\",[406]],[\" http=52\",[406]],[\" http=53\",[406]],[\" http=54\",[406]],[\" http=55\",[406]],[\" http=56\",[406]],[\" http=57\",[406]],[\" http=58\",[406]],[\" http=59\",[406]],[\"\\\"http\\\":\",[407]],[\"code \",[443]],[\"code=\",[443]],[\"code:\",[443]],[\"retrying request\",[451]],[\"retrying langchain\",[451]],[\"retrying llama_index\",[451]],[\"retrying \",[451]],[\"retrying\",[451]],[\"attempt 0\",[451]],[\"attempt 1\",[451]],[\"attempt 2\",[451]],[\"attempt 3\",[451]],[\"attempt 4\",[451]],[\"attempt 5\",[451]],[\"attempt 6\",[451]],[\"attempt 7\",[451]],[\"attempt 8\",[451]],[\"attempt 9\",[451]],[\"openai\",[454]],[\"node_modules/ai/\",[455]],[\"aistream\",[455]],[\"semantickernel\",[455]],[\"semantic_kernel\",[455]],[\"springframework.ai\",[455]],[\"spring-ai\",[455]],[\"langchain\",[455]],[\"langchainj\",[455]],[\"langchain4\",[455]],[\"langchain4j\",[455]],[\"llamaindex\",[455]],[\"llama_index\",[455]],[\"ollama\",[455]],[\"ai_apicallerror\",[455]],[\"ai_retryerror\",[455]],[\"ai_nosuchmodelerror\",[455]],[\"azureopenai\",[456]],[\"azure openai\",[456]],[\"azure.requestfailed\",[456]],[\"azure.ai\",[456]],[\"azure_openai\",[456]],[\"apim-request-id\",[456,606,608]],[\"azureexception\",[456]],[\"azure.core\",[456]],[\"provider: azure\",[456]],[\"litellm.proxy\",[457]],[\"litellm.ai\",[457]],[\"litellm proxy\",[457]],[\"openrouter\",[458]],[\"(request id: 0\",[459]],[\"(request id: 1\",[459]],[\"(request id: 2\",[459]],[\"(request id: 3\",[459]],[\"(request id: 4\",[459]],[\"(request id: 5\",[459]],[\"(request id: 6\",[459]],[\"(request id: 7\",[459]],[\"(request id: 8\",[459]],[\"(request id: 9\",[459]],[\"gatewaytimeouterror\",[460]],[\"{'html-message': \",[461]],[\"\\\"html-message\\\":\",[461]],[\"cf_chl_\",[533]],[\"<title>\",[535,536,537]],[\"</span>\",[537,591,593]],[\"used up\",[601]],[\"code\",[604]],[\"errorcode\",[604]],[\"error_code\",[604]],[\"error code\",[604]],[\"error.code\",[604]],[\"type\",[605]],[\"errortype\",[605]],[\"error_type\",[605]],[\"requestid\",[606]],[\"requestid'\",[606]],[\"requestid\\\"\",[606]],[\"request id\",[606]],[\"request id'\",[606]],[\"request id\\\"\",[606]],[\"request_id\",[606]],[\"request_id'\",[606]],[\"request_id\\\"\",[606]],[\"request-id\",[606]],[\"request-id'\",[606]],[\"request-id\\\"\",[606]],[\"x-requestid\",[606,608]],[\"x-requestid'\",[606]],[\"x-requestid\\\"\",[606]],[\"x-request id\",[606]],[\"x-request id'\",[606]],[\"x-request id\\\"\",[606]],[\"x-request_id\",[606]],[\"x-request_id'\",[606]],[\"x-request_id\\\"\",[606]],[\"x-request-id\",[606,608]],[\"x-request-id'\",[606]],[\"x-request-id\\\"\",[606]],[\"apim-requestid\",[606]],[\"apim-requestid'\",[606]],[\"apim-requestid\\\"\",[606]],[\"apim-request id\",[606]],[\"apim-request id'\",[606]],[\"apim-request id\\\"\",[606]],[\"apim-request_id\",[606]],[\"apim-request_id'\",[606]],[\"apim-request_id\\\"\",[606]],[\"apim-request-id'\",[606]],[\"apim-request-id\\\"\",[606]],[\"try again in 0\",[607]],[\"try again in 1\",[607]],[\"try again in 2\",[607]],[\"try again in 3\",[607]],[\"try again in 4\",[607]],[\"try again in 5\",[607]],[\"try again in 6\",[607]],[\"try again in 7\",[607]],[\"try again in 8\",[607]],[\"try again in 9\",[607]],[\"try again after 0\",[607]],[\"try again after 1\",[607]],[\"try again after 2\",[607]],[\"try again after 3\",[607]],[\"try again after 4\",[607]],[\"try again after 5\",[607]],[\"try again after 6\",[607]],[\"try again after 7\",[607]],[\"try again after 8\",[607]],[\"try again after 9\",[607]],[\"retry in 0\",[607]],[\"retry in 1\",[607]],[\"retry in 2\",[607]],[\"retry in 3\",[607]],[\"retry in 4\",[607]],[\"retry in 5\",[607]],[\"retry in 6\",[607]],[\"retry in 7\",[607]],[\"retry in 8\",[607]],[\"retry in 9\",[607]],[\"retry after 0\",[607]],[\"retry after 1\",[607]],[\"retry after 2\",[607]],[\"retry after 3\",[607]],[\"retry after 4\",[607]],[\"retry after 5\",[607]],[\"retry after 6\",[607]],[\"retry after 7\",[607]],[\"retry after 8\",[607]],[\"retry after 9\",[607]],[\"retry your request in 0\",[607]],[\"retry your request in 1\",[607]],[\"retry your request in 2\",[607]],[\"retry your request in 3\",[607]],[\"retry your request in 4\",[607]],[\"retry your request in 5\",[607]],[\"retry your request in 6\",[607]],[\"retry your request in 7\",[607]],[\"retry your request in 8\",[607]],[\"retry your request in 9\",[607]],[\"retry your request after 0\",[607]],[\"retry your request after 1\",[607]],[\"retry your request after 2\",[607]],[\"retry your request after 3\",[607]],[\"retry your request after 4\",[607]],[\"retry your request after 5\",[607]],[\"retry your request after 6\",[607]],[\"retry your request after 7\",[607]],[\"retry your request after 8\",[607]],[\"retry your request after 9\",[607]],[\"retry this request in 0\",[607]],[\"retry this request in 1\",[607]],[\"retry this request in 2\",[607]],[\"retry this request in 3\",[607]],[\"retry this request in 4\",[607]],[\"retry this request in 5\",[607]],[\"retry this request in 6\",[607]],[\"retry this request in 7\",[607]],[\"retry this request in 8\",[607]],[\"retry this request in 9\",[607]],[\"retry this request after 0\",[607]],[\"retry this request after 1\",[607]],[\"retry this request after 2\",[607]],[\"retry this request after 3\",[607]],[\"retry this request after 4\",[607]],[\"retry this request after 5\",[607]],[\"retry this request after 6\",[607]],[\"retry this request after 7\",[607]],[\"retry this request after 8\",[607]],[\"retry this request after 9\",[607]],[\"access-control-\",[608]],[\"cache-control\",[608]],[\"content-encoding\",[608]],[\"content-length\",[608]],[\"content-type\",[608]],[\"github-authentication-token-expiration\",[608]],[\"proxy-agent\",[608]],[\"proxy-authenticate\",[608]],[\"proxy-connection\",[608]],[\"proxy-status\",[608]],[\"retry-after\",[608]],[\"retry-after-ms\",[608]],[\"server\",[608]],[\"strict-transport-security\",[608]],[\"transfer-encoding\",[608]],[\"www-authenticate\",[608]],[\"x-accel-buffering\",[608]],[\"x-cache\",[608]],[\"x-cache-lookup\",[608]],[\"x-content-type-options\",[608]],[\"x-error-json\",[608]],[\"x-forwarded-server\",[608]],[\"x-generator\",[608]],[\"x-powered-by\",[608]],[\"x-rate-limit-\",[608]],[\"x-ratelimit-\",[608]],[\"x-served-by\",[608]],[\"x-squid-error\",[608]],[\"cf-ray\",[608]],[\"x-openai-proxy-wasm\",[608]],[\"openai-version\",[608]],[\"x-bluecoat\",[608]],[\"x-forti\",[608]],[\"x-netskope\",[608]],[\"x-zscaler\",[608]],[\"x-proxy-error\",[608]],[\"azureml-model-session\",[608]],[\"policy-id\",[608]],[\"x-ms-deployment-name\",[608]],[\"x-ms-region\",[608]],[\"x-ms-rai-invoked\",[608]],[\"x-ms-client-request-id\",[608]],[\"x-ms-request-id\",[608]],[\"x-ms-\",[608]],[\"mitigation-status\",[608]],[\"openai-processing-ms\",[608]],[\"openai-organization\",[608]],[\"openai-model\",[608]],[\"x-oai-request-id\",[608]],[\"x-openai-authorization-error\",[608]],[\"x-should-retry\",[608]],[\"x-envoy-upstream-service-time\",[608]],[\"openai-project\",[608]],[\"cf-mitigated\",[608]],[\"cf-cache-status\",[608]],[\"ocp-apim-\",[608]],[\"request-context\",[608]],[\"cf-aig-\",[608]],[\"helicone-\",[608]],[\"x-helicone\",[608]],[\"x-kong-\",[608]],[\"x-kong-upstream-latency\",[608]],[\"x-kong-upstream-status\",[608]],[\"x-litellm-\",[608]],[\"llm_provider-\",[608]],[\"x-oneapi-request-id\",[608]],[\"x-new-api-version\",[608]],[\"x-openrouter\",[608]],[\"x-portkey-\",[608]],[\"x-portkey-gateway-exception\",[608]],[\"x-portkey-retry-attempt-count\",[608]],[\"x-amzn-errortype\",[608]],[\"x-amz-apigw-id\",[608]],[\"x-amz\",[608]],[\"x-amz-cf-id\",[608]],[\"x-azure-ref\",[608]],[\"x-envoy-\",[608]],[\"x-fastly-request-id\",[608]],[\"x-goog\",[608]],[\"x-vercel-id\",[608]],[\"x-vercel-\",[608]],[\"via: \",[609]],[\"via: '\",[609]],[\"via: \\\"\",[609]],[\"via:\",[609]],[\"via:'\",[609]],[\"via:\\\"\",[609]],[\"via=>\",[609]],[\"via=>'\",[609]],[\"via=>\\\"\",[609]],[\"via': \",[609]],[\"via': '\",[609]],[\"via': \\\"\",[609]],[\"via':\",[609]],[\"via':'\",[609]],[\"via':\\\"\",[609]],[\"via'=>\",[609]],[\"via'=>'\",[609]],[\"via'=>\\\"\",[609]],[\"via\\\": \",[609]],[\"via\\\": '\",[609]],[\"via\\\": \\\"\",[609]],[\"via\\\":\",[609]],[\"via\\\":'\",[609]],[\"via\\\":\\\"\",[609]],[\"via\\\"=>\",[609]],[\"via\\\"=>'\",[609]],[\"via\\\"=>\\\"\",[609]],[\"'via: \",[609]],[\"'via: '\",[609]],[\"'via: \\\"\",[609]],[\"'via:\",[609]],[\"'via:'\",[609]],[\"'via:\\\"\",[609]],[\"'via=>\",[609]],[\"'via=>'\",[609]],[\"'via=>\\\"\",[609]],[\"'via': \",[609]],[\"'via': '\",[609]],[\"'via': \\\"\",[609]],[\"'via':\",[609]],[\"'via':'\",[609]],[\"'via':\\\"\",[609]],[\"'via'=>\",[609]],[\"'via'=>'\",[609]],[\"'via'=>\\\"\",[609]],[\"'via\\\": \",[609]],[\"'via\\\": '\",[609]],[\"'via\\\": \\\"\",[609]],[\"'via\\\":\",[609]],[\"'via\\\":'\",[609]],[\"'via\\\":\\\"\",[609]],[\"'via\\\"=>\",[609]],[\"'via\\\"=>'\",[609]],[\"'via\\\"=>\\\"\",[609]],[\"\\\"via: \",[609]],[\"\\\"via: '\",[609]],[\"\\\"via: \\\"\",[609]],[\"\\\"via:\",[609]],[\"\\\"via:'\",[609]],[\"\\\"via:\\\"\",[609]],[\"\\\"via=>\",[609]],[\"\\\"via=>'\",[609]],[\"\\\"via=>\\\"\",[609]],[\"\\\"via': \",[609]],[\"\\\"via': '\",[609]],[\"\\\"via': \\\"\",[609]],[\"\\\"via':\",[609]],[\"\\\"via':'\",[609]],[\"\\\"via':\\\"\",[609]],[\"\\\"via'=>\",[609]],[\"\\\"via'=>'\",[609]],[\"\\\"via'=>\\\"\",[609]],[\"\\\"via\\\": \",[609]],[\"\\\"via\\\": '\",[609]],[\"\\\"via\\\": \\\"\",[609]],[\"\\\"via\\\":\",[609]],[\"\\\"via\\\":'\",[609]],[\"\\\"via\\\":\\\"\",[609]],[\"\\\"via\\\"=>\",[609]],[\"\\\"via\\\"=>'\",[609]],[\"\\\"via\\\"=>\\\"\",[609]],[\"http://\",[610]],[\"https://\",[610]],[\"ws://\",[610]],[\"wss://\",[610]],[\"get http://\",[610]],[\"get https://\",[610]],[\"get ws://\",[610]],[\"get wss://\",[610]],[\"get \\\"ws://\",[610]],[\"get \\\"wss://\",[610]],[\"get 'http://\",[610]],[\"get 'https://\",[610]],[\"get 'ws://\",[610]],[\"get 'wss://\",[610]],[\"post http://\",[610]],[\"post https://\",[610]],[\"post ws://\",[610]],[\"post wss://\",[610]],[\"post \\\"ws://\",[610]],[\"post \\\"wss://\",[610]],[\"post 'http://\",[610]],[\"post 'https://\",[610]],[\"post 'ws://\",[610]],[\"post 'wss://\",[610]],[\"put http://\",[610]],[\"put https://\",[610]],[\"put ws://\",[610]],[\"put wss://\",[610]],[\"put \\\"http://\",[610]],[\"put \\\"https://\",[610]],[\"put \\\"ws://\",[610]],[\"put \\\"wss://\",[610]],[\"put 'http://\",[610]],[\"put 'https://\",[610]],[\"put 'ws://\",[610]],[\"put 'wss://\",[610]],[\"delete http://\",[610]],[\"delete https://\",[610]],[\"delete ws://\",[610]],[\"delete wss://\",[610]],[\"delete \\\"http://\",[610]],[\"delete \\\"https://\",[610]],[\"delete \\\"ws://\",[610]],[\"delete \\\"wss://\",[610]],[\"delete 'http://\",[610]],[\"delete 'https://\",[610]],[\"delete 'ws://\",[610]],[\"delete 'wss://\",[610]],[\"url:'\",[611]],[\"url:\\\"\",[611]],[\"url: '\",[611]],[\"url: \\\"\",[611]],[\"url':'\",[611]],[\"url':\\\"\",[611]],[\"url': '\",[611]],[\"url': \\\"\",[611]],[\"url\\\":'\",[611]],[\"url\\\":\\\"\",[611]],[\"url\\\": '\",[611]],[\"url\\\": \\\"\",[611]],[\"path:'\",[611]],[\"path:\\\"\",[611]],[\"path: '\",[611]],[\"path: \\\"\",[611]],[\"path':'\",[611]],[\"path':\\\"\",[611]],[\"path': '\",[611]],[\"path': \\\"\",[611]],[\"path\\\":'\",[611]],[\"path\\\":\\\"\",[611]],[\"path\\\": '\",[611]],[\"path\\\": \\\"\",[611]],[\"baseurl:'\",[611]],[\"baseurl:\\\"\",[611]],[\"baseurl: '\",[611]],[\"baseurl: \\\"\",[611]],[\"baseurl':'\",[611]],[\"baseurl':\\\"\",[611]],[\"baseurl': '\",[611]],[\"baseurl': \\\"\",[611]],[\"baseurl\\\":'\",[611]],[\"baseurl\\\":\\\"\",[611]],[\"baseurl\\\": '\",[611]],[\"baseurl\\\": \\\"\",[611]],[\"base_url:'\",[611]],[\"base_url:\\\"\",[611]],[\"base_url: '\",[611]],[\"base_url: \\\"\",[611]],[\"base_url':'\",[611]],[\"base_url':\\\"\",[611]],[\"base_url': '\",[611]],[\"base_url': \\\"\",[611]],[\"base_url\\\":'\",[611]],[\"base_url\\\":\\\"\",[611]],[\"base_url\\\": '\",[611]],[\"base_url\\\": \\\"\",[611]],[\"pool(host='\",[612]],[\"pool(host=\\\"\",[612]],[\"host:'\",[612]],[\"host:\\\"\",[612]],[\"host: '\",[612]],[\"host: \\\"\",[612]],[\"host':'\",[612]],[\"host':\\\"\",[612]],[\"host': '\",[612]],[\"host': \\\"\",[612]],[\"host\\\":'\",[612]],[\"host\\\":\\\"\",[612]],[\"host\\\": '\",[612]],[\"host\\\": \\\"\",[612]],[\"hostname:'\",[612]],[\"hostname:\\\"\",[612]],[\"hostname: '\",[612]],[\"hostname: \\\"\",[612]],[\"hostname':'\",[612]],[\"hostname':\\\"\",[612]],[\"hostname': '\",[612]],[\"hostname': \\\"\",[612]],[\"hostname\\\":'\",[612]],[\"hostname\\\":\\\"\",[612]],[\"hostname\\\": '\",[612]],[\"hostname\\\": \\\"\",[612]],[\"host='\",[612]],[\"host=\\\"\",[612]],[\"some(domain('\",[612]],[\"some(domain(\\\"\",[612]],[\".openai.azure.com\",[613]],[\".openai.azure.us\",[613]],[\".openai.azure.cn\",[613]],[\".cognitiveservices.azure.com\",[613]],[\".cognitiveservices.azure.us\",[613]],[\".cognitiveservices.azure.cn\",[613]],[\".services.ai.azure.com\",[613]],[\".services.ai.azure.us\",[613]],[\".services.ai.azure.cn\",[613]],[\".api.cognitive.microsoft.com\",[613]],[\".api.cognitive.microsoft.us\",[613]],[\".api.cognitive.azure.cn\",[613]],[\".openai.com\",[613]],[\"requested a page on a website (\",[614]],[\"tlshandshake: \",[615]]]");

// src/explain/vocabulary/read-line.ts
/** A log of calls that were answered is told apart from one that says nothing. */
const HINT = "\"http/1.1 200 ok\"";
const words = WORDS.map(([word]) => word);
/** What is searched for in every byte: what makes a line worth reading, then what does so for the first few. */
const TRIGGERS = compileWordSearch([...words.slice(0, DECIDING), HINT], DECIDING);
/** What is searched for in a line that is read. */
const ALL_WORDS = compileWordSearch(words);
/** A line that says the same more often says nothing new. */
const MAX_MATCHES = 8;
/** Everything that is understood of one line, each with its place. */
function readLine(line) {
	if (line.words.size === 0) return [];
	const rows = /* @__PURE__ */ new Set();
	for (const word of line.words) for (const row of WORDS[word]?.[1] ?? []) rows.add(row);
	const pieces = [];
	for (const index of [...rows].toSorted((a, b) => a - b)) {
		const row = ROWS[index];
		if (row !== void 0) pieces.push(...matches(row, line));
	}
	return pieces;
}
const GLOBAL = /* @__PURE__ */ new Map();
function matches(row, line) {
	const pieces = [];
	const global = globalOf(row.pattern);
	global.lastIndex = 0;
	for (let count = 0; count < MAX_MATCHES; count += 1) {
		const match = global.exec(line.text);
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
	const runs = [];
	for (const [index, line] of lines.entries()) {
		const previous = lines[index - 1];
		if (previous !== void 0 && line.number === previous.number + 1 && !line.fresh && line.record === void 0 && isFull$1(previous, line, width, separator)) runs.at(-1)?.push(line);
		else runs.push([line]);
	}
	return runs.map((run) => join$1(run, separator));
}
/** Nothing more had room on this line. */
function isFull$1(line, next, width, separator) {
	if (separator === "") return widthOf(line) === width;
	const word = /^\S*/.exec(next.text)?.[0].length ?? 0;
	return word > 0 && widthOf(line) + 1 + word > width - RAGGED;
}
/** All lines at once: one after another would read a long block again with each of its lines. */
function join$1(run, separator) {
	const [first, ...others] = run;
	if (others.length === 0) return {
		line: first,
		seams: []
	};
	const text = run.map((line) => line.text).join(separator);
	let end = first.text.length;
	const seams = others.map((line) => {
		const seam = end + separator.length;
		end = seam + line.text.length;
		return seam;
	});
	const columnOf = (index) => {
		const part = seams.findLastIndex((seam) => seam <= index);
		return (run[part + 1] ?? first).columnOf(index - (seams[part] ?? 0));
	};
	return {
		seams,
		line: {
			...first,
			text,
			words: wordsIn(ALL_WORDS, text),
			columnOf
		}
	};
}
function isWhole(line, seams, pieces) {
	const crosses = (start, end) => seams.some((seam) => start < seam && seam < end);
	return seams.length > 0 && (pieces.some(({ depth, line: number, index, end }) => depth <= 3 && number === line.number && crosses(index, end)) || bodiesIn(line.text).some(({ shape, start, end }) => shape === "json" && crosses(start, end)));
}

// src/explain/blocks.ts
const NEW = {
	inTraceback: false,
	inFrame: false,
	joined: false,
	bytes: 0,
	retry: false
};
/** A stack of any language is shorter, and memory stays bounded; what follows is a block of its own. */
const MAX_LINES$1 = 400;
const MAX_BYTES = 131072;
/** More files, containers and threads than one log tells of at a time. */
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
		if (block !== void 0 && (isFull(block) || startsAnother(line, pieces, block))) {
			close(source);
			block = void 0;
		}
		if (block === void 0) {
			const before = (recent.get(source) ?? []).filter(({ number }) => line.number - number <= CONTEXT);
			block = {
				...NEW,
				lines: [],
				pieces: [],
				kinds: /* @__PURE__ */ new Map(),
				lastNumber: line.number
			};
			if (pieces.some(decides)) for (const one of before) extend(block, one, readable(one) ? readLine(one).filter((piece) => !decides(piece)) : []);
			const [oldest] = open.keys();
			if (open.size >= MAX_SOURCES && oldest !== void 0) close(oldest);
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
		isAlone: (read) => {
			const [first] = read;
			const block = open.get(first?.source ?? "");
			if (block === void 0 || block.lines.length !== read.length || block.retry) return false;
			if (block.inTraceback || block.joined || block.lines[0]?.number !== first?.number) return false;
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
function isFull({ lines, bytes }) {
	return lines.length >= MAX_LINES$1 || bytes >= MAX_BYTES;
}
function extend(block, line, pieces) {
	block.lines.push(line);
	block.bytes += line.text.length;
	for (const piece of pieces) {
		block.pieces.push(piece);
		const kind = kindOf(piece);
		if (!block.kinds.has(kind)) block.kinds.set(kind, piece);
	}
	if (TRACEBACK.test(line.text)) {
		block.inTraceback = true;
		block.joined = false;
	} else if (JOINER.test(line.text)) block.joined = true;
	else if (block.inTraceback && /^\S/.test(line.text)) block.inTraceback = false;
}
function remember(recent, source, line) {
	const lines = recent.get(source);
	if (lines === void 0 && recent.size >= MAX_SOURCES) recent.clear();
	recent.set(source, [...lines ?? [], line].slice(-10));
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
	return !/^\s{1,40}at (?!Object\.defaultFailed|setupHttpProxy|System\.ClientModel\.ApiKeyCredential\.)[\w<$[(]|^\s{0,40}[│┃❱]|^\s{1,40}\.\.\. \d|^\s{1,40}File "|^\s{0,40}(?:[✓✔√]|ok \d|PASS\b|--- PASS)/.test(line.text);
}
function startsAnother(line, pieces, block) {
	const gap = line.number - block.lastNumber;
	if (gap > (isContinuation(line) ? MAX_LINES$1 : MAX_GAP) && !block.inTraceback && !block.joined) return true;
	if (block.inTraceback) return false;
	const earlier = [...block.kinds.values()];
	if (TRACEBACK.test(line.text)) return !block.joined && earlier.some(final);
	if (isContinuation(line)) return false;
	if (line.record !== void 0) return block.lines.at(-1)?.record !== line.record && earlier.some(final);
	if (!pieces.some(decides)) return false;
	if (block.joined) return false;
	const own = outsideBodies(line.text, pieces);
	if (gap <= MAX_WRAPPED && (isAround(own, earlier) || isAround(earlier, own) || isRetold(own, earlier))) return false;
	return isRepeated(line, own, block.lines[0]) || earlier.some((one) => own.some((later) => conflict(one, later, line)));
}
/** The block began in the same words up to the status: the next call was answered like this one. */
function isRepeated(line, own, first) {
	const end = own.find(({ kind }) => kind === "status")?.end;
	if (end === void 0 || first === void 0 || first.number === line.number) return false;
	return first.text.startsWith(line.text.slice(0, end));
}
/** All that two pieces are told apart by, here and below. */
function kindOf(piece) {
	const { kind, depth } = piece;
	const words = kind === "wrapper" ? piece.sdk : kind === "settings" ? piece.atStart : nameOf$1(piece);
	const number = kind === "status" ? piece.status : kind === "failure" ? piece.port : "";
	return `${kind} ${String(depth <= 3)} ${String(words)} ${String(number)}`;
}
/** The failure that the library raised, and once more in the words of the SDK around it. */
function isRetold(later, earlier) {
	const said = (pieces) => [...new Set(pieces.filter(connects).map(nameOf$1))].toSorted().join(" ");
	return later.some(isOfSdk) && !earlier.some(isOfSdk) && said(later) !== "" && said(later) === said(earlier);
}
function nameOf$1(piece) {
	if (piece.kind === "tunnel") return `tunnel ${String(piece.status)} ${String(piece.code)}`;
	return piece.kind === "failure" ? `${piece.layer} ${piece.errno ?? String(piece.code)}` : "";
}
function isOfSdk(piece) {
	return piece.kind === "wrapper" && piece.sdk === true;
}
/** The class of an SDK without a cause of its own, next to a failure of the transport under it. */
function isAround(outer, inner) {
	const isTransport = (piece) => piece.kind === "wrapper" || piece.kind === "tunnel" || piece.kind === "failure" && piece.port === void 0;
	return outer.some(isOfSdk) && outer.filter(decides).every(({ kind }) => kind === "wrapper" || kind === "text") && !inner.some(isOfSdk) && inner.some(connects) && inner.filter(decides).every(isTransport);
}
/** What a server quotes in a body is no incident of this client. */
function outsideBodies(text, pieces) {
	if (!text.includes("{") && !text.includes("<")) return pieces;
	const bodies = bodiesIn(text);
	return pieces.filter(({ index }) => !bodies.some(({ start, end }) => index >= start && index < end));
}
/** Indented properties, closing braces, causes: more of the same. */
function isContinuation(line) {
	return /^(?:\s|[}\])]|Caused by:|--->|\[cause\]|cause:|\.\.\.|(?:errno|code|syscall|address|port|hostname|param|type): )/.test(line.text);
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
	if (connects(earlier) && (connects(later) || answers(later))) return true;
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
	if (status === void 0 && bodies.length === 0 && pieces.some((one) => one.kind === "failure" && one.errno !== void 0)) return void 0;
	const found = bodies.find((one) => one.shape === "json") ?? bodies[0];
	const sentence = pieces.find((piece) => piece.kind === "text");
	const coded = pieces.filter((piece) => piece.kind === "api-code");
	const body = found?.value !== void 0 && (sentence !== void 0 || coded.length > 0) && property(found.value, "error") === void 0 && messageOf(found.value) === void 0 ? void 0 : found;
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
	const named = classStatus(pieces) === number && number >= 400;
	return {
		status: number,
		statusImplied: written === void 0 && !named && !whole.text.includes(String(number)),
		statusSeen: status !== void 0 || statusOf(body?.value) !== void 0,
		body: facts ?? describeBody(/* @__PURE__ */ new Uint8Array(), TRANSFER),
		bodySeen: body !== void 0,
		at: {
			line: at.line,
			column: at.column
		}
	};
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
	const [ofCode] = [code, type].flatMap((word) => entryOf(STATUS_OF_CODE, word ?? "") ?? []);
	return ofCode ?? statusOfMarks(marks) ?? entryOf(STATUS_OF_TYPE, type ?? "");
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
	const answeredOn = new Set(pieces.flatMap((piece) => piece.kind === "success" ? [piece.line] : []));
	const hosts = [...pieces.filter((piece) => piece.kind === "host"), ...dialled].filter((one) => !proxies.has(one.host) && !((ours || answeredOn.has(one.line)) && FOREIGN_HOSTS.test(one.host)) && !isOwnServer(one, dialled));
	const host = withUrl(dialled.find((one) => !isAddress(one.host) && !proxies.has(one.host)), hosts) ?? hosts.find((one) => kindOfHost(one.host) !== "gateway") ?? hosts.find((one) => one.path !== void 0 && (API_PATH.test(one.path) || /\/v1\/?$/.test(one.path))) ?? hosts.find((one) => !isAddress(one.host)) ?? hosts[0];
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
		baseUrl: `${host.scheme === "http" || host.scheme === void 0 && port !== "" && isThisMachine(host.host) ? "http" : "https"}://${name}${port}${prefix}`,
		method: host.method ?? "POST",
		path: host.path ?? "",
		host
	};
}
/** A server of the application tells its own address; the call that failed went somewhere else. */
function isOwnServer({ host, port }, dialled) {
	const addresses = dialled.filter((one) => isAddress(one.host));
	const isDialled = (one) => isThisMachine(one.host) && [one.port, void 0].includes(port ?? one.port);
	return isThisMachine(host) && addresses.length > 0 && !addresses.some(isDialled);
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
	if ([
		"one-api",
		"openrouter",
		"gateway"
	].some((one) => products.has(one))) return "gateway";
	const told = marks.filter((one) => !(products.has("library") && familyOf(one) === "litellm"));
	const written = told.map(routeOfMark);
	if (told.some((one) => routeOfMark(one) === "gateway" && isOfOneProduct(one))) return "gateway";
	if (/^[A-Z][a-z]+[A-Z]/.test(body?.error?.code ?? "")) return "azure";
	if (written.includes("azure")) return "azure";
	const direct = written.includes("openai");
	if (!direct && written.includes("gateway")) return "gateway";
	if (!direct && products.has("azure")) return "azure";
	if (!direct && told.some((one) => /^server\.cloudflare_(?:no_origin|worker)$/.test(one))) return "gateway";
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
function codeOf({ code: known, alert: number, errno: name, layer }) {
	if (known !== void 0) return {
		code: known,
		...given({ alert: number })
	};
	const thrown = {
		...given({ code: name }),
		...name === "ECONNRESET" ? {
			errno: -104,
			syscall: "read"
		} : {},
		...number === void 0 ? {} : { message: `SSL alert number ${number}` }
	};
	const { code, errno, alert } = failureFrom(thrown, layer);
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
	const shown = (...observations) => ({
		observations,
		confidence,
		places
	});
	switch (piece.layer) {
		case "dns": return shown(make("lookup", piece, failed(failure, {
			host,
			resolver: "log",
			addresses: [],
			of
		})));
		case "tcp": {
			const attempts = attemptsIn(pieces, host, port, failure);
			const below = lookupBelow(attempts, destination, piece, make);
			const facts = {
				host,
				port,
				attempts,
				of
			};
			return shown(...below, make("connect", piece, failed(failure, facts)));
		}
		case "tls": {
			const servername = destination.host?.host ?? host;
			return shown(make("connect", piece, {
				status: "ok",
				facts: {
					host,
					port,
					attempts: [],
					of
				}
			}), make("handshake", piece, failed(failure, {
				servername,
				of,
				chain: [],
				verified: false
			})));
		}
		case "proxy":
		case "http": {
			const { method, path } = destination;
			return shown(make("response", piece, failed(failure, {
				method,
				path,
				authenticated: true
			})));
		}
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
function attemptsIn(pieces, host, port, deciding) {
	const found = /* @__PURE__ */ new Map();
	for (const piece of pieces) {
		if (piece.kind !== "failure" || piece.layer !== "tcp" || piece.host === void 0) continue;
		if (!isAddress(piece.host) || found.size >= 8) continue;
		const own = codeOf(piece);
		const { code, errno } = own.errno === void 0 ? deciding : own;
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
function answerSeen(answer, pieces, destination, make) {
	const headers = headersIn(pieces);
	const id = pieces.find((piece) => piece.kind === "request-id")?.value;
	const asked = pieces.find((piece) => piece.kind === "wait")?.ms;
	const sent = limitsOf(headers, 0);
	const limits = asked === void 0 ? sent : {
		retryAfterMs: asked,
		...sent
	};
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
* A status with its body is proven where a header, a request ID or the host says whose it is; words
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
	return pieces.flatMap((piece) => piece.kind === "proxy" ? [piece.proxy] : []).find(Boolean) ?? "";
}
/** The piece that decides, and the client's own word for it: more says the same again. */
function placesLike(piece, pieces) {
	return [piece, ...pieces.filter(({ kind }) => kind === "wrapper")];
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
		const host = shape === "html" ? /<title>\s?(?:[\w -]{4,40} \| ([A-Za-z\d][\w.-]{0,80}) \| Cloudflare|([A-Za-z\d][\w.-]{0,80}) \| [45]\d\d: )/.exec(text)?.slice(1).find((one) => one !== void 0) : void 0;
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
	return piece.kind === "request-id" || piece.kind === "retry" || piece.kind === "wait";
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
	const bare = hostWithoutScheme(pieces);
	if (bare !== void 0) {
		const code = "config.base_url_no_scheme";
		const problem = {
			code,
			severity: "fatal",
			owner: "request",
			...NO_SCHEME
		};
		return only(make("settings", bare, failed({ code }, { problems: [problem] })), bare, "high");
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
const NO_SCHEME = {
	setting: "OPENAI_BASE_URL",
	message: "The base URL has no https:// in front, so the client took its host for a path and dialled port 80 of this machine.",
	fix: "Set OPENAI_BASE_URL to a full URL that begins with https://."
};
/** axios before 1 dials `localhost:80` for it (lib/adapters/http.js). */
function hostWithoutScheme(pieces) {
	return pieces.some((piece) => piece.kind === "failure" && piece.port === 80 && isThisMachine(piece.host ?? "")) ? pieces.find((piece) => piece.kind === "host" && piece.scheme === "none") : void 0;
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
	const { code, errno } = codeOf(piece);
	const vague = code.endsWith(".failed") && (errno === void 0 || piece.layer !== "dns") || /^tls\.cert\.invalid$|^tls\.protocol\.error$/.test(code) ? -20 : 0;
	const bare = /^(?:tcp|http)\.(?:reset|timed_out)$/.test(code) ? -10 : 0;
	const during = code === "http.body_incomplete" ? 3 : 0;
	const named = piece.errno === void 0 ? 0 : 2;
	return vague + bare + during + named + LAYER_WEIGHT[piece.layer];
}
/** What decides, and one line that says whose it is; the first place in each line is enough. */
const MAX_CITES = 2;
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
/** The client of the incident: its own lines decide, those around it only where they are silent. */
function clientOf(block, pieces) {
	const own = new Set(pieces.filter((piece) => piece.depth <= 3).map(({ line }) => line));
	const near = block.lines.filter(({ number }) => own.has(number));
	for (const lines of [near, block.lines]) {
		const text = lines.map((line) => line.text).join("\n").slice(0, 32768);
		const name = CLIENT_WORDS.find(([, words]) => words.test(text))?.[0];
		if (name !== void 0) return name;
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

// src/explain/foreign.ts
/** How much says that an incident is a call of a model API: 2 surely, 1 likely, 0 nothing does. */
function strengthOf(block, { products, endpointHost, evidence }) {
	const { kind, baseUrl } = evidence.route;
	if (kind !== "gateway" && endpointHost !== "") return 2;
	if (products.size > 0) return 2;
	if (/\/v\d\/?$|\/openai(?:\/|$)/.test(baseUrl)) return 2;
	if (block.pieces.some(isOurs)) return 2;
	return endpointHost === "" ? 0 : 1;
}
/** Classes and sentences that only SDKs of model APIs print. */
function isOurs(piece) {
	return piece.kind === "wrapper" ? piece.sdk === true : OURS.includes(piece.kind);
}
const OURS = [
	"class",
	"settings",
	"api-code",
	"browser"
];
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
	if (FOREIGN_PORTS.has(Number(URL.parse(evidence.route.baseUrl)?.port))) return true;
	const own = new Set(block.pieces.filter(({ depth }) => depth <= 3).map(({ line }) => line));
	const lines = block.lines.filter(({ number }) => own.has(number));
	const ownText = lines.map(({ text }) => text);
	const heads = block.lines.flatMap(({ text }) => /^[a-z]\w*\.\S+:/.test(text) ? [text] : []);
	if (!block.pieces.some(isOurs) && ownText.some((text) => FETCHING.test(text))) return true;
	if (isCallOfOther(block, own)) return true;
	if (products.size > 0 || block.pieces.some(({ kind }) => kind === "settings")) return false;
	if ([...ownText, ...heads].some((text) => FOREIGN_LINES.test(text))) return true;
	if (block.source !== "" && FOREIGN_SOURCES.test(block.source)) return true;
	const built = block.lines.some(({ text }) => /openai|langchain|llm/i.test(text));
	if (!built && ownText.some(isOfOtherPackage)) return true;
	if (strength === 2) return false;
	if (hasOtherPath(block, endpointHost)) return true;
	if (block.lines.some(({ text }) => TEST_RUN.test(text))) return true;
	if (lines.some(({ text }) => /\bcurl: \(/.test(text)) && endpointHost.includes(".") && !isThisMachine(endpointHost)) return !GATEWAY_LABEL.test(endpointHost) && !/^[\d.:]+$/.test(endpointHost);
	const isPage = bodyOf(reconstruction)?.marks.some((one) => one.startsWith("server.cloudflare_"));
	const isOfModel = built || ownText.some((text) => MODEL_WORDS.test(text));
	const isNamed = strength === 0 && isBare(reconstruction) && hasSubject(block);
	if (!isOfModel && (isPage === true || isNamed)) return true;
	return hollow && strength === 0 && !isOfModel && !block.lines.some(({ text }) => SDK_FRAME.test(text));
}
/** Nothing of the answer but its status. */
function isBare(reconstruction) {
	const body = bodyOf(reconstruction);
	if (body === void 0) return false;
	return body.shape === "empty" || body.error === void 0 && body.marks.length === 0;
}
function bodyOf({ evidence }) {
	const response = evidence.observations.find((one) => one.probe === "response");
	return response?.probe === "response" && response.outcome.status === "ok" ? response.outcome.facts.body : void 0;
}
/** `Apple push status 400`: up to its number a line names who answered, and it is no model. */
function hasSubject({ lines, pieces }) {
	return pieces.some((piece) => {
		const { line: number, index, end, column } = piece;
		const line = lines.find((one) => one.number === number && one.columnOf(index) === column);
		if (piece.kind !== "status" || line === void 0) return false;
		return line.text.slice(0, end).replaceAll(/(?:[a-z_]\w{0,60}\.){1,8}|([a-z\d])(?=[A-Z][a-z])/g, "$1 ").match(/\p{L}[\p{L}\d]*/gu)?.some((word) => !STATUS_WORDS.test(word)) === true;
	});
}
/** `notion_client.errors.APIResponseError`: the library of another service. */
function isOfOtherPackage(text) {
	const [, name] = QUALIFIED_CLASS.exec(text) ?? [];
	return name !== void 0 && !CALLING_PACKAGES.test(name);
}
/** The line that shows the failure names a host of another service, whatever stands around it. */
function isCallOfOther({ pieces }, own) {
	const hosts = pieces.flatMap((piece) => piece.kind === "host" && own.has(piece.line) ? [piece.host] : []);
	return hosts.length > 0 && hosts.every((host) => FOREIGN_HOSTS.test(host)) && !pieces.some(isOurs);
}
/** A URL with a path of its own, on a host that nothing ties to models: some other service. */
function hasOtherPath({ pieces }, host) {
	if (GATEWAY_LABEL.test(host)) return false;
	const paths = pieces.flatMap((piece) => piece.kind === "host" && piece.host === host ? [piece.path ?? ""] : []);
	return paths.some((path) => /^\/(?:\w|$)/.test(path)) && !paths.some((path) => MODEL_PATH.test(path));
}

// src/explain/incidents.ts
/** A browser's refusal is a note beside a live run; in a log it is what failed. */
const LOG_LAW = {
	...LAW,
	rules: [...LAW.rules, ...each(BROWSER_NOTES)]
};
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
			if (group.starts.size < MAX_LISTED && !group.starts.has(block.source)) group.starts.set(block.source, place);
			if (place.line > group.last.line) group.last = place;
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
	const verdict = inItsWords(judge(reconstruction.evidence, LOG_LAW), block, reconstruction);
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
		starts: /* @__PURE__ */ new Map(),
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
/**
* The groups in the order in which they began, each with its first place: by the clock where every
* place has it with an offset (several sources, one after another), else all by their lines, so that
* any two of them are ordered in the same way.
*/
function inOrder(groups) {
	const begun = groups.flatMap((group) => [...group.starts.values()].map((place) => ({
		group,
		place,
		clock: clockOf(place)
	})));
	const comparable = begun.every(({ clock }) => !Number.isNaN(clock));
	begun.sort((a, b) => (comparable ? a.clock - b.clock : 0) || a.place.line - b.place.line || a.place.column - b.place.column);
	const firsts = /* @__PURE__ */ new Map();
	for (const { group, place } of begun) if (!firsts.has(group)) firsts.set(group, place);
	return [...firsts].map(([group, first]) => ({
		...group,
		first
	}));
}
/** Milliseconds since 1970; NaN for a time whose offset is not known. */
function clockOf({ time = "" }) {
	return OFFSET.test(time) ? Date.parse(time) : NaN;
}
const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/;
function placeOf(block) {
	const deciding = block.pieces.filter(decides).toSorted((a, b) => a.depth - b.depth)[0];
	const time = block.lines.find((line) => line.time !== void 0)?.time;
	return {
		line: deciding?.line ?? block.lines[0]?.number ?? 1,
		column: deciding?.column ?? 1,
		...given({ time })
	};
}
/** The words of a block without what differs each time: numbers, ids. */
function fingerprintOf(block) {
	const text = block.lines.map((line) => line.text).join("\n");
	return `${block.pieces.map((piece) => "status" in piece ? piece.status : "").join(",")}|${text.replaceAll(/[\da-f]{8,}|(?<![:\d])(?!1[01]\d{3}\b)\d{4,}/gi, "#").replaceAll(/(?<![:\d])\d{1,2}(?!\d)/g, "#")}`;
}

// src/explain/lines.ts
/** A line over 64 KiB keeps its head and its tail. */
const HEAD_BYTES$1 = 49152;
const TAIL_BYTES = 16384;
const SLICE_BYTES = 524288;
const BEFORE_LINES = 10;
const AFTER_LINES = 64;
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
		const open = number === openNumber ? long : void 0;
		const isLong = end - start > 65536;
		const head = open?.head ?? (isLong ? view.subarray(start, start + 49152) : void 0);
		if (head === void 0) {
			onLine({
				number,
				bytes: view.subarray(start, end)
			});
			return;
		}
		const tailAt = Math.max(start, end - TAIL_BYTES);
		const left = (open?.dropped ?? -49152) + tailAt - start;
		onLine({
			number,
			bytes: Buffer.concat([head, view.subarray(tailAt, end)]),
			cut: {
				after: head.length,
				bytes: left
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
			long = void 0;
		}
		countTo(limit);
		openNumber = number;
		openAt = limit;
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
		const { at, count } = contextBefore(view, start, number);
		emitLines(view, at, start, number - count, count);
	};
	/** Where the lines of context begin that stand before `start`, and how many there are. */
	const contextBefore = (view, start, number) => {
		let at = start;
		let count = 0;
		while (count < BEFORE_LINES && at > 0 && number - count > firstNumber) {
			const before = at >= 2 ? view.lastIndexOf(LF, at - 2) + 1 : 0;
			if (start - before > BEFORE_BYTES) break;
			at = before;
			count += 1;
		}
		return {
			at,
			count
		};
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
			const triggered = long?.triggered === true || decidesBefore(withoutColours(view, scratch), openAt, view.length);
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
		const { at: from, count } = contextBefore(view, openAt, openNumber);
		firstNumber = openNumber - count;
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
	let first = Buffer.alloc(0);
	/** `null` for UTF-8, which needs none. */
	let decoder;
	return {
		push: (chunk) => {
			let bytes = chunk;
			if (decoder === void 0) {
				bytes = first = Buffer.concat([first, chunk]);
				if (first.length < 2) return;
				const mark = first.readUInt16BE();
				const label = mark === 65534 ? "utf-16le" : mark === 65279 ? "utf-16be" : void 0;
				decoder = label === void 0 ? null : new TextDecoder(label);
			}
			push(decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true })));
		},
		end: () => {
			if (decoder === void 0) push(first);
			else if (decoder !== null) push(Buffer.from(decoder.decode()));
		}
	};
}

// src/explain/repeats.ts
/** Lines that are remembered. */
const MAX_KNOWN = 4096;
/** So often a line is read in full: that many request IDs are listed. */
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
/** The bytes of a line are overwritten with the next slice. From the pool of Node.js: a third faster. */
function kept(line) {
	return {
		...line,
		bytes: Buffer.from(line.bytes)
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
		pattern: /(?:#\d{1,4} )?\d{1,6}\.\d{2,3} (?=[A-Za-z>[])/y,
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
		const { 0: whole, groups = {} } = found.match;
		length += whole.length;
		fresh ||= found.fresh;
		time ??= groups["time"] && isoOf(groups["time"]);
		if (groups["source"] !== void 0) sources.push(groups["source"]);
	}
	return {
		length,
		source: sources.join(" "),
		fresh,
		...given({ time })
	};
}
function shapeAt(text, at) {
	for (const { pattern, fresh } of SHAPES) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match !== null && match[0] !== "") return {
			match,
			fresh
		};
	}
}
/** `2024-01-02 03:04:05,678` → `2024-01-02T03:04:05.678`; other forms stay as they are. */
function isoOf(time) {
	return time.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, "$1-$2-$3").replace(/^(\d{4}-\d\d-\d\d) /, "$1T").replace(",", ".").replace(/ ?UTC$/, "Z").replace(/ ([+-]\d\d:?\d\d)$/, "$1");
}

// src/explain/records.ts
/** Keys that loggers write and APIs do not. */
const LOGGER_KEYS = new Set("level severity lvl loglevel log_level levelname timestamp time ts @timestamp datetime msg logger logger_name log stream textPayload jsonPayload protoPayload MESSAGE __REALTIME_TIMESTAMP event pid hostname container_name kubernetes traceId trace_id span_id @t @mt @m @x Timestamp Level MessageTemplate exc_info levelno stackTrace StackTrace stack_trace stacktrace".split(" "));
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
	const fields = jsonIn(trimmed);
	if (!isObject(fields) || !Object.keys(fields).some((key) => LOGGER_KEYS.has(key))) return;
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
	if (carried === void 0) walk(lines, base, trimmed, fields, 0);
	else addText(lines, base, trimmed, carried, 0);
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
			for (const one of value) if (isObject(one)) walk(lines, base, raw, one, depth + 1);
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
		text: `${key}: ${value}`,
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

// src/explain/unwrap.ts
/**
* Decodes a line, takes off colours, control characters and what collectors put in front, and
* unwraps records of JSON. A lone CR separates texts of one line (progress bars); the number of the
* line counts LF only, as editors and GitHub do.
*/
function unwrap(raw, search) {
	const { buffer, byteOffset, byteLength } = raw.bytes;
	const decoded = Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
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
function unwrapText(raw, decoded, from, to, search) {
	const clean = outOfBox(withoutControls(decoded, from, to));
	const prefix = prefixOf(clean.text);
	const body = clean.text.slice(prefix.length);
	const columnOf = (index) => {
		const at = clean.rawOf(index + prefix.length);
		return at + 1 + (raw.cut !== void 0 && at >= raw.cut.after ? raw.cut.bytes : 0);
	};
	const record = recordOf(body);
	return (record ?? [{
		text: body,
		at: 0,
		source: "",
		whole: false
	}]).map((line, index) => {
		const nested = record === void 0 ? {
			...prefix,
			length: 0,
			source: ""
		} : prefixOf(line.text);
		const text = line.text.slice(nested.length);
		const time = prefix.time ?? line.time ?? nested.time;
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
			...given({
				time,
				record: line.whole ? raw.number : void 0
			})
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
			const alone = blocks.isAlone(read);
			if (alone) source = read[0]?.source ?? "";
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
	const whole = conclude(incidents.groups(), cut ? 0 : answered);
	const dropped = incidents.dropped();
	const limits = [...dropped > 0 ? [`${dropped} more places of the log have causes of their own that were not separated.`] : [], ...cut ? [`Only the first ${(bytes / 1e6).toFixed(1)} MB of the log were read, because the time was up.`] : []];
	const summary = [whole.verdict.summary, ...limits].join(" ");
	return {
		...whole,
		verdict: {
			...whole.verdict,
			summary
		}
	};
}
function conclude(groups, answered) {
	const shown = inOrder(groups.filter(({ foreign }) => !foreign));
	const heaviest = shown.toSorted(byWeight);
	const [deciding] = heaviest;
	if (deciding === void 0) return nothingFound(groups, answered > 0);
	const listed = new Set(heaviest.slice(0, MAX_INCIDENTS));
	const most = shown.toSorted((a, b) => b.count - a.count || a.first.line - b.first.line)[0];
	const [first] = shown;
	const { verdict, reconstruction } = deciding;
	const { owner, branch, rung, code } = verdict;
	return {
		schemaVersion: 1,
		verdict: {
			owner,
			branch,
			rung,
			code,
			summary: `${verdict.summary}${amongOthers(deciding, first, shown.length)}${answered > deciding.last.line ? ` A later call was answered (line ${answered}).` : ""}`,
			confidence: confidenceOf(deciding),
			cites: reconstruction.cites
		},
		incidents: shown.filter((group) => listed.has(group)).map((group) => incidentOf(group, group === first, group === most)),
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
	return ` It occurred ${deciding.count === 1 ? "once" : `${deciding.count} times`}, as one of ${causes} causes in this log; ${first === void 0 || first === deciding ? "it was also the first" : `the first was ${first.verdict.code} on line ${first.first.line}`}.`;
}
function incidentOf(group, isFirst, isMostFrequent) {
	const { verdict, reconstruction, count, retries, first, last } = group;
	return {
		owner: verdict.owner,
		branch: verdict.branch,
		rung: verdict.rung,
		code: verdict.code,
		summary: verdict.summary,
		confidence: confidenceOf(group),
		count,
		retries,
		first,
		last,
		sources: [...group.starts.keys()].filter((source) => source !== ""),
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
	const foreign = groups.length > 0 ? " It also holds failures of other services." : "";
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
/** Incidents that a person reads in a row. */
const MOST_LISTED = 20;
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
/** The owner and how sure that is; it stands alone in a list. */
function title({ owner, code, confidence }, more = "") {
	if (owner === "none") return "No failed call in this log";
	return `${ownerTitle({
		verdict: "fail",
		owner,
		code,
		product: "",
		lastGood: "none"
	})} (${more === "" ? "" : `${more}, `}confidence ${confidence})`;
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
		title(verdict, verdict.code),
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
function ranks({ isFirst, isMostFrequent }) {
	return [...isFirst ? ["first"] : [], ...isMostFrequent ? ["most frequent"] : []];
}
function timelineLine(incident) {
	const { first, last, code, owner, retries, sources } = incident;
	const marks = [
		...ranks(incident),
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
		ranks(one).join(", ")
	].join(" | "));
	return [
		`## ${markdown(title(verdict))}`,
		"",
		markdown(verdict.summary),
		"",
		`Read from ${markdownCode(nameOf(log))}${where === "" ? "" : ` (${where})`}; code ${verdict.code === "" ? "–" : markdownCode(verdict.code)}.`,
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
	if (file === void 0 || incidents.length === 0) return [placed(level, title(verdict), [verdict.summary, `Next: ${next}`], {})];
	return incidents.slice(0, 9).map((incident) => {
		const { owner, summary, doNext, first } = incident;
		const open = owner === "unknown" && verdict.owner !== "unknown";
		const lines = [summary, ...doNext.map((order) => `Next: ${order}`)];
		return {
			...placed(open ? "notice" : level, title(incident), lines, { step: {
				file,
				line: first.line
			} }),
			column: first.column
		};
	});
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