import "./runtime-rolldown-runtime.js";
import { E as branchOf, a as markdown, f as entryOf, k as PROBE_RUNG, l as plainText, n as fenced, o as markdownCode, s as oneLine, t as cut, v as CLIENTS } from "./model.js";
import { a as tells, i as says$1, n as describing, r as failure, t as SYSTEM } from "./explain-system.js";
import { m as kindOfHost, o as endingsOf, r as PUBLIC_API, t as HOSTS$1, x as isThisMachine } from "./knowledge-hosts.js";
import { C as describeBody, D as BROWSER_NOTES, S as RULES, T as marksIn, a as resolved, b as judge, f as limitsOf, g as failureFrom, k as nextCommand, p as headersOfInterest, r as refusal, w as MARKS, x as NOTES } from "./rules.js";
import { a as count, i as RUNG_NAMES, r as OWNER_NAMES } from "./reports-words.js";
import { isAbsolute, relative, resolve, sep } from "node:path";

// src/explain/literals.ts
const MAX_DEPTH$1 = 12;
const MAX_NODES = 2e3;
/**
* Reads the value that starts at `start`: JSON, a Python dict or an inspected object, also when it
* is cut off at the end. `undefined` when no value starts there. Linear, never throws.
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
	const first = text[cursor.at];
	if (first === void 0) {
		cursor.truncated = true;
		return;
	}
	if (first === "{") return readRecord(cursor, depth);
	if (first === "[" || first === "(") return readList(cursor, depth);
	if (isQuote(first)) return readStrings(cursor);
	return readWord(cursor, depth);
}
function readRecord(cursor, depth) {
	const found = /* @__PURE__ */ new Map();
	cursor.at += 1;
	for (;;) {
		skipSeparators(cursor);
		const next = cursor.text[cursor.at];
		if (next === void 0) {
			cursor.truncated = true;
			return Object.fromEntries(found);
		}
		if (next === "}") {
			cursor.at += 1;
			return Object.fromEntries(found);
		}
		const key = readKey(cursor);
		if (key === void 0) return found.size > 0 ? closeEarly(cursor, found) : void 0;
		const value = readValue(cursor, depth + 1);
		if (value === void 0) return found.size > 0 ? closeEarly(cursor, found) : void 0;
		found.set(key, value);
	}
}
/** What was understood so far counts; the rest of the record is somebody else's text. */
function closeEarly(cursor, found) {
	cursor.truncated = true;
	return Object.fromEntries(found);
}
function readKey(cursor) {
	const first = cursor.text[cursor.at];
	let key;
	if (first !== void 0 && isQuote(first)) key = readString(cursor);
	else {
		const match = matchAt(KEY, cursor);
		key = match?.[1] ?? match?.[0];
	}
	if (key === void 0) return void 0;
	skipBlank(cursor);
	if (cursor.text[cursor.at] !== ":") {
		if (cursor.at >= cursor.text.length) cursor.truncated = true;
		return;
	}
	cursor.at += 1;
	return key;
}
const KEY = /\[?([A-Za-z_$@][\w$@.-]{0,63})\]?/y;
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
const WORDS$1 = {
	true: true,
	false: false,
	null: null,
	undefined: null,
	True: true,
	False: false,
	None: null,
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
	if (matchAt(BEFORE_BRACE, cursor) === void 0) return word;
	cursor.at -= 1;
	return readValue(cursor, depth + 1);
}
const BEFORE_BRACE = /[ ]?(?:\[[\w ]{1,40}\] )?\{/y;
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
const OPENS = /\{(?=(?:\s|\\n|\\r){0,40}(?:\\{0,3}["']|[A-Za-z_]{2,40}:))|<(?:!doctype html|html|head|center|h1)\b/gi;
function jsonAt(text, start) {
	const escaped = /^\{(?:\s|\\n|\\r){0,40}\\/.test(text.slice(start, start + 64));
	const source = escaped ? text.slice(start, start + MAX_HTML).replaceAll("\\\"", "\"").replaceAll("\\'", "'") : text;
	const parsed = parseLiteral(source, escaped ? 0 : start);
	if (parsed === void 0 || !isErrorBody(parsed.value)) return void 0;
	const value = asSent(text, start, parsed.value);
	const end = escaped ? Math.min(text.length, start + parsed.end + quotesIn(text, start, parsed.end)) : parsed.end;
	return {
		value,
		text: JSON.stringify(value),
		shape: "json",
		start,
		end
	};
}
/** An inspected SDK error prints the object that stood under `error` in the body. */
function asSent(text, start, value) {
	return /\berror['"]?\s{0,2}[:=]\s{0,2}$/.test(text.slice(Math.max(0, start - 16), start)) && isRecord(value) && !("error" in value) ? { error: value } : value;
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
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => byte >= 65 && byte <= 90 ? byte + 32 : byte);
/**
* Words of at least four bytes, ASCII; `decides` is asked for by `findWord`, the index of a word is
* its number. The longer the shortest one, the faster the search.
*/
function compileWordSearch(words) {
	const part = Math.min(...words.map(({ word }) => word.length));
	const shifts = (/* @__PURE__ */ new Uint8Array(16384)).fill(part - BLOCK + 1);
	const listOf = new Uint16Array(shifts.length);
	const lists = [[]];
	words.forEach(({ word, decides }, number) => {
		const bytes = Uint8Array.from(Buffer.from(word.toLowerCase(), "latin1"));
		for (let at = 3; at < part; at += 1) {
			const block = blockAt(bytes, at);
			shifts[block] = Math.min(shifts[block] ?? 0, part - 1 - at);
		}
		const last = blockAt(bytes, part - 1);
		if (listOf[last] === 0) listOf[last] = lists.push([]) - 1;
		lists[listOf[last] ?? 0]?.push({
			bytes,
			decides,
			number
		});
	});
	return {
		shifts,
		listOf,
		lists,
		part
	};
}
/** Numbers of all words in a text, each once. */
function wordsIn(search, text) {
	const found = /* @__PURE__ */ new Set();
	const bytes = Buffer.from(text, "latin1");
	const { shifts, listOf, lists, part } = search;
	let at = part - 1;
	while (at < bytes.length) {
		const block = blockAt(bytes, at);
		const shift = shifts[block] ?? 0;
		if (shift > 0) {
			at += shift;
			continue;
		}
		for (const { bytes: word, number } of lists[listOf[block] ?? 0] ?? []) if (stands(word, bytes, at - part + 1, bytes.length)) found.add(number);
		at += 1;
	}
	return found;
}
/** Bit 5 tells the two cases of a letter apart; other bytes that it joins are told apart later. */
function blockAt(bytes, at) {
	const text = (bytes[at - 3] ?? 0) | (bytes[at - 2] ?? 0) << 8 | (bytes[at - 1] ?? 0) << 16 | (bytes[at] ?? 0) << 24;
	return Math.imul(text | 538976288, SPREAD) >>> 18;
}
/** Where a word begins at or after `from` and ends before `to`; `-1` when there is none. */
function findWord(search, bytes, from, to, found) {
	const { shifts, listOf, lists, part } = search;
	let at = from + part - 1;
	while (at < to) {
		const block = blockAt(bytes, at);
		const shift = shifts[block] ?? 0;
		if (shift > 0) {
			at += shift;
			continue;
		}
		const start = at - part + 1;
		if (isAmong(lists[listOf[block] ?? 0] ?? [], bytes, start, to, found)) return start;
		at += 1;
	}
	return -1;
}
function isAmong(list, bytes, start, to, found) {
	let matched = false;
	for (const candidate of list) {
		if (!stands(candidate.bytes, bytes, start, to)) continue;
		found.decides = matched ? found.decides || candidate.decides : candidate.decides;
		matched = true;
	}
	return matched;
}
function stands(word, bytes, start, to) {
	if (start + word.length > to) return false;
	for (let at = 0; at < word.length; at += 1) if (FOLDED[bytes[start + at] ?? 0] !== word[at]) return false;
	return true;
}

// src/explain/readers/curl.ts
/** Exit codes of curl (curl.se/docs/manpage.html, EXIT CODES) where the number alone says enough. */
const EXIT = {
	5: failure("dns", "ENOTFOUND", { of: "proxy" }),
	6: failure("dns", "ENOTFOUND"),
	7: failure("tcp", void 0, { code: "tcp.failed" }),
	8: failure("http", void 0, { code: "http.response.invalid" }),
	16: failure("http", "ERR_HTTP2_ERROR"),
	18: failure("http", void 0, { code: "http.body_incomplete" }),
	35: failure("tls", void 0, { code: "tls.failed" }),
	47: failure("http", void 0, { code: "http.redirected" }),
	51: failure("tls", "ERR_TLS_CERT_ALTNAME_INVALID"),
	52: failure("http", void 0, { code: "http.closed" }),
	58: failure("tls", void 0, { code: "tls.bad_client_auth_cert" }),
	60: failure("tls", void 0, { code: "tls.cert.authority_invalid" }),
	92: failure("http", "ERR_HTTP2_STREAM_ERROR"),
	97: {
		kind: "tunnel",
		code: "proxy.connection_refused"
	},
	98: failure("tls", void 0, { code: "tls.bad_client_auth_cert" })
};
/** 28 and 56 mean several layers; the words behind them say which. */
const PHASES = [
	[/^Resolving timed out/, failure("dns", void 0, { code: "dns.timed_out" })],
	[/^(?:Connection timed out|Failed to connect|Connection timeout)/, failure("tcp", "ETIMEDOUT")],
	[/^SSL connection timeout/, failure("tls", void 0, { code: "tls.timed_out" })],
	[/^Operation timed out after \d{1,9} milliseconds with 0 (?:out of 0 )?bytes received/, {
		kind: "wrapper",
		says: "timeout"
	}],
	[/^Operation timed out/, failure("http", void 0, { code: "http.body_timed_out" })],
	[/^(?:Recv failure|OpenSSL SSL_read)/, failure("http", void 0, { code: "http.reset" })]
];
const DIGITS = "1 2 3 4 5 6 7 8 9".split(" ");
/** curl and everything that links libcurl (PHP, R, git): `curl: (6) …`, `cURL error 28: …`. */
const CURL = [tells([...DIGITS.map((digit) => `curl: (${digit}`), "curl error"], /\bcurl(?:: \(| error )(\d{1,3})\)?:? ?([^\n]{0,200})/i, ([, code = "", rest = ""]) => {
	const phase = code === "35" && /reset/i.test(rest) ? failure("tls", "ECONNRESET") : PHASES.find(([pattern]) => pattern.test(rest))?.[1];
	const place = /(?:resolve host: |Failed to connect to )([A-Za-z\d][\w.-]{0,253})(?: port (\d{1,5}))?/.exec(rest);
	const readings = [];
	const meaning = phase ?? entryOf(EXIT, code) ?? (code === "28" ? {
		kind: "wrapper",
		says: "timeout"
	} : void 0);
	if (meaning !== void 0) readings.push(meaning);
	if (place?.[1] !== void 0) readings.push({
		kind: "host",
		host: place[1].toLowerCase(),
		...place[2] === void 0 ? {} : { port: Number(place[2]) }
	});
	const status = /returned error: (\d{3})/.exec(rest)?.[1];
	if (status !== void 0) readings.push({
		kind: "status",
		status: Number(status)
	});
	return readings;
}), describing(tells("< http/", /^< HTTP\/[\d.]{1,3} (\d{3})/, ([, status]) => statusReading(Number(status))))];
function statusReading(status) {
	if (status >= 200 && status < 300) return {
		kind: "success",
		status
	};
	return status >= 300 ? {
		kind: "status",
		status
	} : void 0;
}

// src/explain/readers/hosts.ts
/** A dot and the end of the names of Azure's resources, in every cloud. */
const CUSTOMER_ENDINGS = HOSTS$1.filter(({ name, kind, use }) => kind === "azure" && use === "api" && name.startsWith(".")).map(({ name }) => name);
/** URLs, `host=` and connection pools: which host the failing call went to. */
const HOSTS = [
	tells(["https://", "http://"], /\b(?:(GET|POST|PUT|DELETE|Post|Get) ["']?)?(https?):\/\/(?:[^\s@/'"]{1,200}@)?(\[[\da-fA-F:]{2,45}\]|[A-Za-z\d][\w.-]{0,253})(?::(\d{1,5}))?(\/[\w./%~+-]{0,300})?/, ([, method, scheme, host = "", port, path]) => {
		const reading = {
			kind: "host",
			host: host.replace(/[.]$/, "").replace(/^\[(.*)\]$/, "$1").toLowerCase(),
			scheme: scheme === "http" ? "http" : "https",
			...port === void 0 ? {} : { port: Number(port) },
			...path === void 0 ? {} : { path },
			...method === void 0 ? {} : { method: method.toUpperCase() }
		};
		return isDocumentation(reading.host) ? void 0 : reading;
	}),
	tells([
		"pool(host='",
		"host: ",
		"host='",
		"hostname: "
	], /(?:Pool\(host=|\bhost(?:name)?: ?|\bhost=)['"]([A-Za-z\d][\w.-]{0,253})['"](?:, port[:=] ?(\d{1,5}))?/, ([, host = "", port]) => ({
		kind: "host",
		host: host.toLowerCase(),
		...port === void 0 ? {} : { port: Number(port) }
	})),
	tells([...CUSTOMER_ENDINGS, PUBLIC_API], new RegExp(String.raw`(?<!make your request to |[\w.@/-])([\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:${endingsOf("azure", "azure")})|(?:[\w-]{1,40}\.){0,3}api\.openai\.com)\b`, "i"), ([, host = ""]) => ({
		kind: "host",
		host: host.toLowerCase()
	}))
];
/** Hosts that stand in messages as links to read: not where the call went. */
const DOCUMENTATION = /^(?:platform|help|status|developers|docs|community|cookbook|beta)\.openai\.com$|^(?:www\.)?openai\.com$|aka\.ms$|microsoft\.com$|^github\.com$|githubusercontent\.com$|mozilla\.org$|^errors\.pydantic\.dev$|httpstatuses\.com$|readthedocs\.io$|^docs?\.|python\.org$|nodejs\.org$|^(?:www\.)?w3\.org$|schemas\.|langchain\.com$|litellm\.ai$|statuspage\.io$|spring\.io$|curl\.se$|haxx\.se$|stackoverflow\.com$/;
function isDocumentation(host) {
	return DOCUMENTATION.test(host);
}

// src/explain/readers/openssl.ts
/** Node's names of X.509 verification results (src/crypto/crypto_common.cc). */
const X509 = "UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_VERIFY_LEAF_SIGNATURE DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN CERT_HAS_EXPIRED CERT_NOT_YET_VALID CERT_REVOKED CERT_UNTRUSTED CERT_REJECTED CERT_SIGNATURE_FAILURE INVALID_CA INVALID_PURPOSE PATH_LENGTH_EXCEEDED CERT_CHAIN_TOO_LONG HOSTNAME_MISMATCH UNABLE_TO_GET_CRL CRL_HAS_EXPIRED CRL_NOT_YET_VALID ERR_TLS_CERT_ALTNAME_INVALID ERR_TLS_CERT_ALTNAME_FORMAT".split(" ");
const AUTHORITY = failure("tls", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY");
/**
* TLS as OpenSSL, Node, Python's ssl, Java, Go, rustls, Schannel and Secure Transport word it.
* OpenSSL 3.5 writes `ssl/tls alert …` where 3.0 wrote `sslv3 alert …`; the numbers stayed.
*/
const OPENSSL = [
	tells(X509.map((name) => name.toLowerCase()), new RegExp(String.raw`\b(${X509.join("|")})\b`), ([, errno = ""]) => failure("tls", errno)),
	tells("err_ssl_", /\bERR_SSL_([A-Z\d_/]{3,60})/, ([, reason = ""]) => byReason(reason)),
	tells("(_ssl.c:", /\[SSL: ([A-Z\d_/]{3,60})\]/, ([, reason = ""]) => reason === "CERTIFICATE_VERIFY_FAILED" ? void 0 : byReason(reason)),
	says$1("sslerror: [ssl] ", /\[SSL\] [a-z]/, failure("tls", void 0, { code: "tls.protocol.error" })),
	tells("ssl routines", /\berror:[\dA-F]{8}:SSL routines:[\w ]{0,60}:([a-z\d /_-]{3,60})/i, ([, reason = ""]) => byReason(reason.trim().replaceAll(" ", "_").toUpperCase())),
	tells("alert number", /SSL alert number (\d{1,3})/, ([, alert = ""]) => failure("tls", void 0, { alert: Number(alert) })),
	says$1(["unable to get local issuer certificate", "unable to get issuer certificate"], /unable to get (?:local )?issuer certificate/i, AUTHORITY),
	says$1(["self-signed certificate", "self signed certificate"], /self[- ]signed certificate in certificate chain/i, failure("tls", "SELF_SIGNED_CERT_IN_CHAIN")),
	says$1(["self-signed certificate", "self signed certificate"], /self[- ]signed certificate(?! in certificate chain)/i, failure("tls", "DEPTH_ZERO_SELF_SIGNED_CERT")),
	says$1("unable to verify the first certificate", /unable to verify the first certificate/i, failure("tls", "UNABLE_TO_VERIFY_LEAF_SIGNATURE")),
	says$1([
		"certificate has expired",
		"certificate is expired",
		"certificateexpired",
		"invalid peer certificate: expired",
		"nottimevalid"
	], /certificate (?:has|is) expired|CertificateExpiredException|invalid peer certificate: Expired|NotTimeValid/i, failure("tls", "CERT_HAS_EXPIRED")),
	says$1([
		"certificate is not yet valid",
		"certificatenotyetvalid",
		"notvalidyet"
	], /certificate is not yet valid|CertificateNotYetValid|NotValidYet/i, failure("tls", "CERT_NOT_YET_VALID")),
	says$1([
		"hostname mismatch",
		"doesn't match",
		"does not match certificate",
		"ip address mismatch",
		"no subject alternative",
		"not verified",
		"certificate is valid for",
		"remotecertificatenamemismatch",
		"notvalidforname",
		"does not match target host",
		"hostname/ip does not match",
		"no alternative certificate subject name"
	], /Hostname mismatch|IP address mismatch, certificate|hostname '[\w.-]{1,253}' doesn't match|does not match certificate's altnames|No subject alternative (?:DNS )?names?|Hostname [\w.-]{1,253} not verified|x509: certificate is valid for |RemoteCertificateNameMismatch|NotValidForName|does not match target host|no alternative certificate subject name/i, failure("tls", "ERR_TLS_CERT_ALTNAME_INVALID")),
	says$1([
		"pkix path building failed",
		"unable to find valid certification path",
		"trustanchors",
		"trust anchor for certification path"
	], /PKIX path building failed|unable to find valid certification path|Trust anchor for certification path not found/i, AUTHORITY),
	says$1(["the trustanchors parameter must be non-empty"], /trustAnchors parameter must be non-empty/i, AUTHORITY),
	says$1([
		"signed by unknown authority",
		"unknownissuer",
		"unknown issuer",
		"partialchain",
		"untrustedroot",
		"not trusted by the trust provider",
		"unknown certificate authority",
		"unable to get local issuer",
		"establish trust relationship"
	], /Could not establish trust relationship|x509: certificate signed by unknown authority|UnknownIssuer|\bunknown issuer\b|\b(?:PartialChain|UntrustedRoot)\b|not trusted by the trust provider|certificate authority is unknown/i, AUTHORITY),
	says$1(["certificate has expired or is not yet valid"], /x509: certificate has expired or is not yet valid/i, failure("tls", "CERT_HAS_EXPIRED")),
	says$1([
		"remotecertificatechainerrors",
		"remote certificate is invalid",
		"remote certificate was rejected"
	], /RemoteCertificateChainErrors|remote certificate is invalid|remote certificate was rejected/i, failure("tls", void 0, { code: "tls.cert.invalid" })),
	says$1([
		"certificate_verify_failed",
		"certificate verify failed",
		"ssl peer certificate or ssh remote key",
		"ssl certificate problem",
		"failed to verify certificate",
		"invalid peer certificate"
	], /CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSL peer certificate or SSH remote key|SSL certificate problem|failed to verify certificate|invalid peer certificate/i, failure("tls", void 0, { code: "tls.cert.invalid" })),
	says$1([
		"wrong version number",
		"first record does not look like",
		"unsupported or unrecognized ssl message",
		"cannot determine the frame size",
		"http response to https client",
		"invalidcontenttype",
		"received corrupt message of type"
	], /wrong version number|first record does not look like a TLS handshake|Unsupported or unrecognized SSL message|Cannot determine the frame size|gave HTTP response to HTTPS client|received corrupt message of type/i, failure("tls", "ERR_SSL_WRONG_VERSION_NUMBER")),
	says$1([
		"handshake_failure",
		"handshake failure",
		"no common",
		"no cipher",
		"protocol_version",
		"protocol version",
		"unsupported protocol",
		"insufficient_security",
		"no shared cipher",
		"client and server do not possess a common algorithm",
		"peer is incompatible",
		"tls_error_protocol"
	], /Received fatal alert: (?:handshake_failure|protocol_version|insufficient_security)|tls: (?:handshake failure|protocol version not supported|no cipher suite)|alert: '?(?:HandshakeFailure|ProtocolVersion)|sslv3 alert handshake failure|tlsv1 alert protocol version|do not possess a common algorithm|no shared cipher|peer is incompatible/i, failure("tls", "ERR_SSL_UNSUPPORTED_PROTOCOL")),
	says$1([
		"certificate_required",
		"certificate required",
		"bad_certificate"
	], /Received fatal alert: (?:bad_certificate|certificate_required)|tls: (?:bad certificate|certificate required)|alert certificate required/i, failure("tls", void 0, {
		code: "tls.bad_client_auth_cert",
		alert: 116
	})),
	says$1(["unrecognized_name", "unrecognized name"], /unrecognized[_ ]name/i, failure("tls", void 0, { alert: 112 })),
	says$1([
		"before secure tls connection",
		"eof occurred in violation of protocol",
		"unexpected_eof_while_reading",
		"remote host terminated the handshake",
		"ssleoferror",
		"ssl_error_syscall",
		"ssl peer shut down incorrectly",
		"unexpected eof or 0 bytes from the transport",
		"unexpected eof while reading",
		"tls handshake eof",
		"remote host closed connection during handshake",
		"sslzeroreturnerror"
	], /before secure TLS connection was established|EOF occurred in violation of protocol|UNEXPECTED_EOF_WHILE_READING|(?:terminated the|closed connection during) handshake|SSLEOFError|SSL_ERROR_SYSCALL|SSL peer shut down incorrectly|EOF or 0 bytes from the transport|unexpected eof while reading|tls handshake eof|SSLZeroReturnError/i, failure("tls", void 0, { code: "tls.closed" })),
	says$1([
		"handshake operation timed out",
		"tls handshake timeout",
		"handshake timed out",
		"ssl connection timeout",
		"err_tls_handshake_timeout",
		"ssl handshake timed out"
	], /handshake operation timed out|TLS handshake timeout|handshake timed out|SSL connection time-?out|ERR_TLS_HANDSHAKE_TIMEOUT/i, failure("tls", void 0, { code: "tls.timed_out" })),
	says$1([
		"ssl connection could not be established",
		"sslhandshakeexception",
		"sslerror(",
		"ssl_connect returned",
		"schannel",
		"create ssl/tls secure channel"
	], /Could not create SSL\/TLS secure channel|SSL connection could not be established|SSLHandshakeException|SSL_connect returned=\d|schannel: (?:failed|next)/i, failure("tls", void 0, { code: "tls.failed" }))
];
/** Alert numbers by OpenSSL reason (RFC 8446 §6.2), where the word alone says which. */
const ALERT_BY_WORD = [
	[/HANDSHAKE_FAILURE/, 40],
	[/ALERT_BAD_CERTIFICATE$/, 42],
	[/UNKNOWN_CA/, 48],
	[/PROTOCOL_VERSION/, 70],
	[/INSUFFICIENT_SECURITY/, 71],
	[/UNRECOGNIZED_NAME/, 112],
	[/CERTIFICATE_REQUIRED/, 116],
	[/NO_APPLICATION_PROTOCOL/, 120]
];
function byReason(reason) {
	if (/UNEXPECTED_EOF|^SSL_ERROR_SYSCALL/.test(reason)) return failure("tls", void 0, { code: "tls.closed" });
	if (/CERTIFICATE_VERIFY_FAILED/.test(reason)) return failure("tls", void 0, { code: "tls.cert.invalid" });
	const alert = ALERT_BY_WORD.find(([pattern]) => pattern.test(reason))?.[1];
	return failure("tls", `ERR_SSL_${reason}`, alert === void 0 ? {} : { alert });
}

// src/explain/readers/properties.ts
/** Headers in dumps of responses that say who answered or how much is left. */
const HEADERS = "x-request-id apim-request-id x-ms-region x-ms-client-request-id openai-version openai-processing-ms openai-organization x-openai-proxy-wasm cf-ray cf-mitigated server via www-authenticate retry-after retry-after-ms content-type x-ratelimit-remaining-requests x-ratelimit-remaining-tokens x-ratelimit-limit-requests x-ratelimit-limit-tokens policy-id proxy-authenticate x-litellm-call-id x-litellm-version x-portkey-trace-id cf-aig-log-id helicone-id x-kong-request-id x-kong-response-latency x-kong-upstream-latency x-envoy-upstream-service-time x-cache x-amzn-requestid".split(" ");
/** Codes and types of the APIs' own, which say enough wherever they stand. */
const TELLING = "insufficient_quota billing_hard_limit_reached credit_balance_exhausted rate_limit_exceeded invalid_api_key mismatched_organization no_organization incorrect_hostname ip_not_authorized account_deactivated unsupported_country_region_territory model_not_found context_length_exceeded unsupported_parameter server_is_overloaded DeploymentNotFound budget_exceeded".split(" ");
/** Properties of error objects as inspectors and loggers print them, one for each line or field. */
const PROPERTIES = [
	tells(TELLING.map((code) => code.toLowerCase()), new RegExp(String.raw`\b(${TELLING.join("|")})\b`), ([, code = ""]) => ({
		kind: "api-code",
		code
	})),
	describing(tells([
		"code: '",
		"code: \"",
		"code': '",
		"code\": \"",
		"code\":\"",
		"code='",
		"errorcode: "
	], /\b(?:error ?)?code['"]?\s{0,2}[:=]\s{0,2}['"]?([a-z][a-z\d_]{3,60}|[A-Z][a-z]+[A-Za-z]{3,60})\b['"]?/i, ([, code = ""]) => /^(?:E[A-Z]{3,}|UND_|ERR_|HPE_)/.test(code) || !/[a-z]/.test(code) || NOT_CODES.has(code.toLowerCase()) ? void 0 : {
		kind: "api-code",
		code
	})),
	describing(tells([
		"type: '",
		"type\": \"",
		"type': '",
		"type\":\""
	], /\btype['"]?\s{0,2}[:=]\s{0,2}['"]([a-z][a-z\d]*(?:_[a-z\d]+){1,6}|tokens|requests)['"]/, ([, type = ""]) => type === "system_error" || /^(?:input|output)_/.test(type) ? void 0 : {
		kind: "api-code",
		type
	})),
	describing(tells([
		"request_id",
		"requestid",
		"request id",
		"request-id"
	], /\b(?:x-|apim-)?request[ _-]?id['"]?\s{0,2}[:=]?\s{0,2}['"]?((?:req_[\da-f]{12,40})|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\b/i, ([, value = ""]) => ({
		kind: "request-id",
		value
	}))),
	describing(tells(HEADERS.flatMap((name) => [
		`${name}'`,
		`${name}"`,
		`${name}: `
	]), new RegExp(String.raw`(?<![\w-])['"]?(${HEADERS.join("|")})['"]?\s{0,2}[:=]\s{0,2}['"]?([\w ./:;,=()-]{1,160})`, "i"), ([, name = "", value = ""]) => ({
		kind: "header",
		name: name.toLowerCase(),
		value: value.trim()
	})))
];
const NOT_CODES = /* @__PURE__ */ new Set([
	"null",
	"none",
	"undefined",
	"true",
	"false",
	"error",
	"number",
	"string",
	"status",
	"http",
	"exit"
]);

// src/explain/readers/proxies.ts
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
/**
* A proxy that does not open the tunnel, as each client words it. The status belongs to the proxy:
* the API was not reached.
*/
const PROXIES = [
	tells("when http tunneling", /Proxy response \((\d{3})\) ?!== ?200 when HTTP Tunneling/, ([, status]) => tunnel(status)),
	tells("failed to establish tunnel", /Failed to establish tunnel to ([\w.-]{1,253}):\d{1,5} via [^\s]{1,300}: HTTP\/[\d.]{1,3} (\d{3})/, ([, target = "", status]) => tunnel(status, { target })),
	says$1("err_proxy_tunnel", /\bERR_PROXY_TUNNEL\b/, { kind: "tunnel" }),
	tells("tunneling socket could not be established", /tunneling socket could not be established, statusCode=(\d{3})/, ([, status]) => tunnel(status)),
	says$1("tunneling socket could not be established", /tunneling socket could not be established, cause=/, failure("tcp", void 0, {
		code: "tcp.failed",
		of: "proxy"
	})),
	tells("tunnel connection failed", /Tunnel connection failed: (\d{3})/, ([, status]) => tunnel(status)),
	says$1(["your proxy appears to only use http"], /Your proxy appears to only use HTTP and not HTTPS/, broken("proxy.tls_protocol_error")),
	tells(["cannot connect to proxy", "unable to connect to proxy"], /(?:Cannot|Unable to) connect to proxy\.?'?, (?:SSL\w*Error\((?!.{0,80}CERTIFICATE_VERIFY)|(RemoteDisconnected|ConnectionAborted|BadStatusLine)|(ConnectionReset)|(SSL))/, ([, closed, reset, certificate]) => broken(closed !== void 0 ? "proxy.closed" : reset !== void 0 ? "proxy.reset" : certificate === void 0 ? "proxy.tls_protocol_error" : "proxy.tls_certificate_error")),
	says$1(["tunnel error: ", "unsuccessful tunnel"], /\btunnel error: (?:unsuccessful|unexpected)|unsuccessful tunnel/, { kind: "tunnel" }),
	says$1("tunnel error: proxy authorization", /tunnel error: proxy authorization required/, tunnel("407")),
	says$1(["cannot connect to proxy", "unable to connect to proxy"], /(?:Cannot|Unable to) connect to proxy/, {
		kind: "proxy",
		proxy: ""
	}),
	tells(["proxyerror"], /\bProxyError: ?\(?['"]?(\d{3}) [A-Z]/, ([, status]) => tunnel(status)),
	tells(["proxy after connect", "connect tunnel failed"], /[Rr]eceived HTTP code (\d{3}) from proxy after CONNECT|CONNECT tunnel failed, response (\d{3})/, ([, a, b]) => tunnel(a ?? b)),
	says$1(["proxy connect aborted", "proxy connect timed out"], /Proxy CONNECT aborted/i, broken("proxy.closed")),
	says$1("proxy connect", /Proxy CONNECT (?:timed out|aborted due to timeout)/i, broken("proxy.timed_out")),
	says$1(["could not resolve proxy", "couldn't resolve proxy"], /Could ?n[o']t resolve proxy/i, failure("dns", "ENOTFOUND", { of: "proxy" })),
	tells(["unable to tunnel through proxy"], /Unable to tunnel through proxy\. Proxy returns "HTTP\/[\d.]{1,3} (\d{3})/, ([, status]) => tunnel(status)),
	says$1("failed to authenticate with proxy", /Failed to authenticate with proxy/, tunnel("407")),
	tells(["proxy tunnel request"], /proxy tunnel request to proxy '[^']{0,300}' failed with status code '?(\d{3})/, ([, status]) => tunnel(status)),
	tells("proxyconnect tcp", /\bproxyconnect tcp: (?:dial tcp (?:lookup )?\[?([\w.:-]{2,253}?)\]?(?::(\d{1,5}))?[: ])?/, ([, host, port]) => ({
		kind: "proxy",
		proxy: host === void 0 ? "" : port === void 0 ? host : `${host}:${port}`
	})),
	tells([
		"proxy authentication required",
		": forbidden",
		": bad gateway",
		": service unavailable",
		": gateway timeout"
	], /(?:Post|Get) "https:\/\/[^"\s]{1,500}": (Proxy Authentication Required|Forbidden|Bad Gateway|Service Unavailable|Gateway Timeout)$/, ([, phrase = ""]) => tunnel(entryOf(REASONS$1, phrase))),
	tells(["clienthttpproxyerror", "proxyconnectionerror"], /ClientHttpProxyError: (\d{3})/, ([, status]) => tunnel(status)),
	tells("cannot connect to proxy", /Cannot connect to proxy ([\w.-]{1,253}:\d{1,5})/, ([, proxy = ""]) => ({
		kind: "proxy",
		proxy
	})),
	says$1(["und_err_prx_conn"], /\bUND_ERR_PRX_CONN\b/, broken("proxy.closed")),
	says$1(["und_err_prx_tls"], /\bUND_ERR_PRX_TLS\b/, broken("proxy.tls_certificate_error")),
	tells("und_err_socks5", /\bUND_ERR_SOCKS5(_AUTH_REJECTED|_AUTH_FAILED|_REPLY_\d)?/, ([, kind = ""]) => broken(kind.startsWith("_AUTH") ? "proxy.auth_required" : "proxy.connection_refused")),
	says$1([
		"407 proxy authentication required",
		"proxy authentication required",
		"err_cache_access_denied"
	], /\b407 Proxy Authentication Required|Proxy Authentication Required|ERR_CACHE_ACCESS_DENIED/i, tunnel("407")),
	tells(["x-squid-error"], /X-Squid-Error: (ERR_[A-Z_]{3,40})/i, ([, name = ""]) => ({
		kind: "header",
		name: "x-squid-error",
		value: name
	})),
	tells("proxy-status", /\bProxy-Status: ([\w.;="' -]{3,160})/i, ([, value = ""]) => ({
		kind: "header",
		name: "proxy-status",
		value
	})),
	describing(tells([
		"http_proxy",
		"https_proxy",
		"all_proxy"
	], /\b((?:https?|all)_proxy)\b['"]?\s{0,2}[=:]\s{0,2}['"]?(?:[a-z\d]{4,7}:\/\/)?(?:[^\s@/'"]{1,200}@)?([\w.-]{1,253}:\d{1,5})/i, ([, variable = "", proxy = ""]) => ({
		kind: "proxy",
		proxy: proxy.toLowerCase(),
		variable
	})))
];
const REASONS$1 = {
	"Proxy Authentication Required": "407",
	Forbidden: "403",
	"Bad Gateway": "502",
	"Service Unavailable": "503",
	"Gateway Timeout": "504"
};

// src/explain/readers/sentences.ts
const MIN_LITERAL = 8;
/**
* The sentences of APIs and pages (`texts/`), looked for in lines that carry no body. The words to
* search for are the fixed parts of the patterns, so a new mark is found in logs without any change here.
*/
const SENTENCES = MARKS.flatMap(({ id, pattern }) => {
	if (/^(?:json|stream|ollama|proxy|portal)\.|^server\.(?:caddy|iis|traefik)|account_link|^block\.(?:iboss|generic)/.test(id)) return [];
	const literals = literalsOf(pattern.source);
	return literals.length === 0 ? [] : [{
		literals,
		pattern,
		read: (match) => ({
			kind: "text",
			text: match.input
		})
	}];
});
/** The longest fixed text of each alternative of a pattern; alternatives with none are left out. */
function literalsOf(source) {
	return alternatives(source).map(longestLiteral).filter((literal) => literal.length >= MIN_LITERAL).map((literal) => literal.toLowerCase());
}
function alternatives(source) {
	const parts = [""];
	let depth = 0;
	let inClass = false;
	for (let at = 0; at < source.length; at += 1) {
		const char = source[at] ?? "";
		if (char === "\\") {
			parts.push(`${parts.pop() ?? ""}${char}${source[at + 1] ?? ""}`);
			at += 1;
			continue;
		}
		if (char === "[") inClass = true;
		if (char === "]") inClass = false;
		if (!inClass && char === "(") depth += 1;
		if (!inClass && char === ")") depth -= 1;
		if (char === "|" && depth === 0 && !inClass) parts.push("");
		else parts.push((parts.pop() ?? "") + char);
	}
	return parts;
}
/** Runs of plain characters outside groups and classes; a character before a quantifier is no part. */
function longestLiteral(part) {
	let best = "";
	let run = "";
	let depth = 0;
	const flush = (drop) => {
		const literal = drop ? run.slice(0, -1) : run;
		if (literal.length > best.length) best = literal;
		run = "";
	};
	for (let at = 0; at < part.length; at += 1) {
		const char = part[at] ?? "";
		const escaped = char === "\\" ? part[at + 1] ?? "" : "";
		if (escaped !== "") at += 1;
		if (char === "[" && depth >= 0) {
			flush(false);
			const close = part.indexOf("]", at + 1);
			at = close === -1 ? part.length : close;
		} else if (escaped === "" && char === "(") {
			flush(false);
			depth += 1;
		} else if (escaped === "" && char === ")") {
			depth -= 1;
			run = "";
		} else if (escaped === "" && /[?*{]/.test(char)) {
			flush(true);
			if (char === "{") at = Math.max(at, part.indexOf("}", at));
		} else if (escaped === "" && /[.^$+|]/.test(char) || /[bBdDsSwW]/.test(escaped)) flush(false);
		else if (depth === 0) run += escaped === "" ? char : escaped;
	}
	flush(false);
	return best;
}

// src/explain/readers/settings.ts
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
const MISSING = problem("auth", "config.key_missing", "OPENAI_API_KEY", "The client found no API key; nothing was sent.", "Pass the secret to this job as OPENAI_API_KEY.");
const EMPTY = problem("auth", "config.key_missing", "OPENAI_API_KEY", "The Authorization header holds no key: the secret is empty; nothing was sent.", "Set the secret OPENAI_API_KEY and pass it to this job.");
const UNSENDABLE = problem("auth", "config.key_malformed", "OPENAI_API_KEY", "The key holds a character that no HTTP header may have, normally a line break; nothing was sent.", "Store the secret again without line break, quotes and spaces.");
const BASE_URL = problem("request", "config.base_url_invalid", "OPENAI_BASE_URL", "The base URL is not a URL that the client can use; nothing was sent.", "Set OPENAI_BASE_URL to a full URL that begins with https://.");
const DISPATCHER = problem("request", "config.transport_mismatch", "fetch", "The dispatcher and the fetch function come from different undici versions; nothing was sent.", "Pass `fetch` and the dispatcher from the same undici package to the SDK.");
const VERSIONS = problem("request", "config.sdk_mismatch", "dependencies", "The SDK and the library under it do not fit together; nothing was sent.", "Pin the versions of the OpenAI SDK and its HTTP client that were tested together.");
const NOT_INSTALLED = problem("request", "config.sdk_missing", "dependencies", "The SDK, or a part of it, is not installed in this environment; nothing was sent.", "Install the package that the message names in this environment.");
const NO_SOCKS = problem("request", "config.sdk_missing", "dependencies", "The proxy variable names a SOCKS proxy, and the package that speaks SOCKS is not installed; nothing was sent.", "Install `httpx[socks]` (or `requests[socks]`) in this environment, or name an HTTP proxy.");
const CA_FILE = problem("connection-path", "config.ca_file_missing", "SSL_CERT_FILE", "The file of trusted certificates that the environment names cannot be read.", "Set SSL_CERT_FILE or REQUESTS_CA_BUNDLE to a file that exists on this machine.");
const AZURE_SETTINGS = problem("request", "config.azure_incomplete", "AZURE_OPENAI_ENDPOINT", "The Azure client misses its endpoint or API version; nothing was sent.", "Set AZURE_OPENAI_ENDPOINT and OPENAI_API_VERSION for this job.");
const ENTRA = problem("auth", "config.entra_token_missing", "Entra ID", "No Entra ID token was obtained; the API was not asked.", "Give this job an identity that may sign in: federated credential, managed identity or client secret.");
const PROXY_URL = problem("request", "config.proxy_invalid", "HTTPS_PROXY", "The proxy variable holds a value that this client cannot use; nothing was sent.", "Set HTTPS_PROXY to http://host:port.");
/** What the client refuses before any packet, however its last line is worded. */
const SETTINGS = [
	tells("illegal header value", /Illegal header value b?['"](?:Bearer ?)?(['"])?/, ([, empty]) => empty === void 0 ? UNSENDABLE : EMPTY),
	says$1(["invalid character in header content", "err_invalid_char"], /Invalid character in header content \[\\?["'](?:authorization|api-key|x-api-key|openai-[a-z]+)/i, UNSENDABLE),
	says$1("is an invalid header value", /" is an invalid header value/, UNSENDABLE),
	tells("invalid header value", /[Ii]nvalid header value,? ?b?['"](?:Bearer ?)?(['"])?|Invalid (?:leading whitespace|non-printable)[^\n]{0,80}in header value/, ([, empty]) => empty === void 0 ? UNSENDABLE : EMPTY),
	says$1("return character(s)", /(?:reserved character\(s\), or )?return character\(s\) in header value/, UNSENDABLE),
	says$1([
		"is not a legal http header value",
		"invalid authorization header",
		"invalid api-key header"
	], /is not a legal HTTP header value|\binvalid (?:authorization|api-key) header\b/, UNSENDABLE),
	says$1("cannot convert argument to a bytestring", /Cannot convert argument to a ByteString/, UNSENDABLE),
	says$1([
		"request headers must contain only ascii",
		"cannot include cr/lf",
		"invalidheadervalue",
		"failed to parse header value",
		"the format of value"
	], /Request headers must contain only ASCII|header field value cannot include CR\/LF|\bInvalidHeaderValue\b|failed to parse header value|The format of value '[^'\n]{0,20}/i, UNSENDABLE),
	says$1("invalid header field value", /invalid header field value for "(?:Authorization|Api-Key)"/i, UNSENDABLE),
	says$1(["unexpected char 0x"], /Unexpected char 0x[\da-f]{2} at \d{1,5} in (?:Authorization|api-key) value/i, UNSENDABLE),
	says$1(["new-line characters are not allowed in header", "newline characters are not allowed in header"], /[Nn]ew-?line characters are not allowed in header/, UNSENDABLE),
	says$1("codec can't encode character", /'(?:ascii|latin-1)' codec can't encode characters? /, UNSENDABLE),
	says$1(["header value must be str", "header part ("], /[Hh]eader (?:value must be str or bytes|part \(None\) from)/, EMPTY),
	says$1([
		"api_key client option must be set",
		"environment variable is missing or empty",
		"missing credentials",
		"no api key provided",
		"api key is missing",
		"did not find openai_api_key",
		"did not find azure_openai_api_key",
		"api key not found",
		"no api key found for",
		"api_key must be set",
		"openai api key is required",
		"missing api key",
		"you must provide an api key",
		"no openai api key"
	], /api_key client option must be set|(?:OPENAI_API_KEY|AZURE_OPENAI_API_KEY) environment variable is missing or empty|Missing credentials\. Please pass|(?<!401 )No API key provided|API key is missing\. Pass it|Did not find (?:azure_)?openai_api_key|API key not found|No API key found for [Oo]pen|api_key must be set|OpenAI API key is required|\bmissing api key\b|must provide an api key|No OpenAI API key/i, MISSING),
	says$1([
		"must provide one of the `base_url`",
		"azure_endpoint",
		"api_version` argument",
		"azure openai api instance name not found",
		"missing required environment variable"
	], /Must provide one of the `base_url` or `azure_endpoint`|Must provide either the `api_version` argument|Azure OpenAI API (?:instance|deployment) name not found|`?azure_endpoint`? (?:must be|is required)/i, AZURE_SETTINGS),
	says$1([
		"defaultazurecredential",
		"credentialunavailable",
		"clientauthenticationerror",
		...[
			"16",
			"50",
			"53",
			"65",
			"70",
			"90",
			"13"
		].map((digits) => `aadsts${digits}`),
		"managedidentitycredential",
		"authenticationrequirederror",
		"chainedtokencredential",
		"credential unavailable"
	], /DefaultAzureCredential failed to retrieve a token|CredentialUnavailable(?:Error|Exception)|ChainedTokenCredential failed|\bAADSTS\d{4,7}\b|AuthenticationFailedException|ManagedIdentityCredential authentication (?:failed|unavailable)|AuthenticationRequiredError/i, ENTRA),
	says$1([
		"err_invalid_url",
		"invalid url",
		"failed to parse url"
	], /\bERR_INVALID_URL\b|TypeError(?: \[ERR_INVALID_URL\])?: Invalid URL\b|Failed to parse URL from/, BASE_URL),
	says$1([
		"missing an 'http://'",
		"no scheme supplied",
		"missingschema",
		"unsupported protocol scheme",
		"expected url scheme",
		"invaliduriexception",
		"unsupportedprotocol",
		"relative url without a base",
		"no host specified",
		"invalid uri:",
		"invalidurl",
		"err_invalid_protocol",
		"url scheme must be",
		"only absolute urls are supported",
		"unsupported protocol"
	], /missing an 'http:\/\/' or 'https:\/\/' protocol|No scheme supplied|MissingSchema|unsupported protocol scheme|Expected URL scheme 'http' or 'https'|UnsupportedProtocol\b|relative URL without a base|Invalid URI: |InvalidURL: |ERR_INVALID_PROTOCOL|URL scheme must be a HTTP|[Oo]nly absolute URLs are supported|curl: \(3\)/, BASE_URL),
	says$1("ascii character in url", /Invalid (?:non-printable )?(?:non-)?ASCII character in URL/i, BASE_URL),
	says$1("url using bad/illegal format", /URL using bad\/illegal format|URL rejected:/, BASE_URL),
	says$1([
		"und_err_invalid_arg",
		"onrequeststart",
		"undici dispatcher"
	], /\bUND_ERR_INVALID_ARG\b|invalid onRequestStart method|passing an undici dispatcher/, DISPATCHER),
	says$1(["unexpected keyword argument 'proxies'", "unexpected keyword argument"], /(?:Client|AsyncClient|HttpxClientWrapper)?\.?__init__\(\) got an unexpected keyword argument '(?:proxies|proxy|app|http_client|socket_options)'/, VERSIONS),
	says$1([
		"no longer supported in openai>=1.0.0",
		"has no attribute",
		"cannot import name",
		"is not a constructor",
		"no attribute"
	], /no longer supported in openai>=1\.0\.0|module 'openai' has no attribute '|cannot import name '[\w]{1,60}' from (?:partially initialized module )?'(?:openai|httpx|httpcore)[\w.]{0,60}'|(?:OpenAI|Configuration|OpenAIApi)(?:\w{0,20}) is not a constructor/, VERSIONS),
	says$1([
		"no module named 'openai",
		"no module named 'httpx",
		"cannot find module 'openai",
		"cannot find package 'openai",
		"err_module_not_found"
	], /No module named '(?:openai|httpx2?|langchain_openai|tiktoken)\b|Cannot find (?:module|package) '(?:openai|undici|@langchain\/openai|@ai-sdk\/openai)'/, NOT_INSTALLED),
	says$1([
		"'socksio' package",
		"no module named 'socksio'",
		"missing dependencies for socks support"
	], /'socksio' package is not installed|No module named 'socksio'|Missing dependencies for SOCKS support/, NO_SOCKS),
	says$1([
		"err_proxy_invalid_config",
		"unknown scheme for proxy url",
		"proxy url had no scheme",
		"invalidproxyurl"
	], /ERR_PROXY_INVALID_CONFIG|Unknown scheme for proxy URL|Proxy URL had no scheme|InvalidProxyURL/, PROXY_URL),
	says$1([
		"invalid path:",
		"could not find a suitable tls ca",
		"error setting certificate",
		"curl: (77)"
	], /Could not find a suitable TLS CA certificate bundle|error setting certificate (?:verify locations|file)|curl: \(77\)|ssl\.py[^\n]{0,200}FileNotFoundError|load_verify_locations[^\n]{0,200}No such file/, CA_FILE)
];
const CORS = "the browser blocked the call by the rules of CORS.";
/** The browser refused, or was asked to do what only a server may. */
const BROWSER = [says$1("running in a browser-like environment", /running in a browser-like environment/, {
	kind: "browser",
	because: "the SDK refuses to run in a browser, because the key would be public there."
}), tells([
	"blocked by cors policy",
	"cors header",
	"access-control-allow-"
], /(?:from origin '(https?:\/\/[\w.:-]{1,253})' has been )?blocked by CORS policy|CORS header ['‘]Access-Control-Allow-Origin['’] missing|not allowed by Access-Control-Allow-/, ([, origin]) => ({
	kind: "browser",
	because: CORS,
	...origin === void 0 ? {} : { origin }
}))];

// src/explain/readers/status.ts
/** Classes that a status has in the SDKs (openai-python and openai-node, error.py / error.ts). */
const CLASS_STATUS = {
	BadRequestError: 400,
	InvalidRequestError: 400,
	AuthenticationError: 401,
	PermissionDeniedError: 403,
	PermissionError: 403,
	NotFoundError: 404,
	ConflictError: 409,
	UnprocessableEntityError: 422,
	RateLimitError: 429,
	ServiceUnavailableError: 503,
	InternalServerError: 500,
	InsufficientQuotaError: 429,
	BadRequestException: 400,
	UnauthorizedException: 401,
	PermissionDeniedException: 403,
	NotFoundException: 404,
	UnprocessableEntityException: 422,
	RateLimitException: 429,
	InternalServerException: 500
};
const PHRASES = "Bad Request|Unauthorized|Payment Required|Forbidden|(?:Resource )?Not Found|Method Not Allowed|Request Timeout|Conflict|Payload Too Large|Unprocessable (?:Entity|Content)|Too Many Requests|Internal Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out";
/** The statuses that are searched for behind a word that is too short alone. */
const SHOWN = "400 401 402 403 404 405 408 409 413 415 422 424 429 500 501 502 503 504 520 521 522 523 524 529 530".split(" ");
/** RFC 9110 §15. */
const REASONS = [
	["Bad Request", 400],
	["Unauthorized", 401],
	["Payment Required", 402],
	["Forbidden", 403],
	["Not Found", 404],
	["Too Many Requests", 429],
	["Internal Server Error", 500],
	["Bad Gateway", 502],
	["Service Unavailable", 503],
	["Gateway Timeout", 504]
];
/** Statuses in the shapes in which clients print them. Only 3xx to 5xx are failures. */
const STATUS = [
	tells("error code: ", /\b[Ee]rror code: ([3-5]\d\d)\b/, ([, status]) => http(status)),
	tells(REASONS.map(([phrase]) => `: ${phrase.toLowerCase()}`), new RegExp(String.raw`\b\w{0,40}(?:Error|Exception|Last error)\]?: (${REASONS.map(([phrase]) => phrase).join("|")})\b`), ([, phrase]) => http(String(REASONS.find(([name]) => name === phrase)?.[1]))),
	tells("status code (no body)", /\b([3-5]\d\d) status code \(no body\)/, ([, status]) => http(status)),
	tells([
		"error: 4",
		"error: 5",
		"error]: 4",
		"error]: 5"
	], /\b\w{0,40}(?:Error|Exception)(?:\])?: ([45]\d\d) (?=\S)/, ([, status]) => http(status)),
	tells([
		...SHOWN.map((status) => `http ${status}`),
		"http status",
		"http code",
		"http error",
		"http response code",
		"status: 4",
		"status: 5",
		"status:4",
		"status:5",
		"status code",
		"statuscode",
		"status_code",
		"status=4",
		"status=5",
		"status': 4",
		"status': 5",
		"status\":4",
		"status\":5",
		"status\": 4",
		"status\": 5",
		"httpstatus",
		"response code",
		"http_status"
	], /\b(?:HTTP(?:\/[\d.]{1,3})?|HTTP[ _]?[Ss]tatus(?: [Cc]ode)?|HTTP (?:[Cc]ode|[Ee]rror|[Rr]esponse [Cc]ode)|[Ss]tatus(?:[ _]?[Cc]ode)?|[Rr]esponse (?:status )?code)(?: (?:of|was|is))?['"]?\s{0,2}[:=]?\s{0,2}['"(]?([3-5]\d\d)\b/, ([, status]) => http(status)),
	tells("statuscode=", /\bstatusCode=([3-5]\d\d)\b/, ([, status]) => http(status)),
	tells(["client error '", "server error '"], /\b(?:Client|Server) [Ee]rror '([3-5]\d\d) /, ([, status]) => http(status)),
	tells(["client error:", "server error:"], /\b([45]\d\d) (?:Client|Server) Error: /, ([, status]) => http(status)),
	tells([
		"\"http/1.1 3",
		"\"http/1.1 4",
		"\"http/1.1 5",
		"\"http/2 4",
		"\"http/2 5",
		"\"http/2 3"
	], /HTTP Request: ([A-Z]{3,7}) (\S{8,500}) "HTTP\/[\d.]{1,3} (\d{3})/, ([, , , status]) => statusOrSuccess(status)),
	tells([":443 \"post", ":443 \"get"], /:443 "(?:GET|POST) \/[^"\s]{0,300}(?: HTTP\/[\d.]{1,3})?" ([2-5]\d\d)\b/, ([, status]) => statusOrSuccess(status)),
	tells([
		"<title>4",
		"<title>5",
		...[
			"500",
			"502",
			"503",
			"504",
			"520",
			"521",
			"522",
			"523",
			"524"
		].map((one) => ` | ${one}: `)
	], /<title>\s?(?:[\w.-]{1,80} \| )?([45]\d\d)\b/i, ([, status]) => http(status)),
	tells(["does not indicate success"], /does not indicate success: ([3-5]\d\d)/, ([, status]) => http(status)),
	tells([
		"400 bad request",
		"401 unauthorized",
		"402 payment",
		"403 forbidden",
		"404 not found",
		"404 resource",
		"405 method",
		"408 request",
		"409 conflict",
		"413 payload",
		"422 unprocessable",
		"429 too many",
		"500 internal",
		"502 bad gateway",
		"503 service",
		"504 gateway"
	], new RegExp(String.raw`\b([45]\d\d) (?:${PHRASES})\b`, "i"), ([, status]) => http(status)),
	tells([
		"code: ",
		"code ",
		"code=",
		"code:"
	].flatMap((before) => SHOWN.map((status) => `${before}${status}`)), /\b(?:error|response|status|http)[, ]{0,2}(?:status )?code ?[:=]? ?([45]\d\d)\b/i, ([, status]) => http(status)),
	tells(Object.keys(CLASS_STATUS).map((name) => name.toLowerCase()), new RegExp(String.raw`\b(${Object.keys(CLASS_STATUS).join("|")})\b(?!\()`), ([, name = ""]) => {
		const status = entryOf(CLASS_STATUS, name);
		return status === void 0 ? void 0 : {
			kind: "class",
			name,
			status
		};
	}),
	describing(says$1("\"http/1.1 200 ok\"", /"HTTP\/1\.1 200 OK"/, {
		kind: "success",
		status: 200
	}))
];
function http(status) {
	const number = Number(status);
	return number >= 300 && number <= 599 ? {
		kind: "status",
		status: number
	} : void 0;
}
function statusOrSuccess(status) {
	const number = Number(status);
	return number >= 200 && number < 300 ? {
		kind: "success",
		status: number
	} : http(status);
}

// src/explain/readers/transport.ts
const closed = failure("http", void 0, { code: "http.closed" });
const bodyBroken = failure("http", void 0, { code: "http.body_incomplete" });
const silent = failure("http", void 0, { code: "http.timed_out" });
const noConnection = failure("tcp", "ETIMEDOUT");
const malformed = failure("http", void 0, { code: "http.response.invalid" });
/** What happens between the handshake and the end of the body, client by client. */
const TRANSPORT = [
	says$1("socket hang up", /\bsocket hang up\b/, closed),
	says$1("other side closed", /\bother side closed\b/, closed),
	says$1([
		"und_err_connect_timeout",
		"connect timeout error",
		"err_socket_connection_timeout"
	], /\bUND_ERR_CONNECT_TIMEOUT\b|Connect Timeout Error|ERR_SOCKET_CONNECTION_TIMEOUT/, failure("tcp", "UND_ERR_CONNECT_TIMEOUT")),
	tells("attempted address", /attempted address(?:es)?: ([\w.-]{1,253}):(\d{1,5})/, ([, host = "", port]) => ({
		kind: "host",
		host,
		port: Number(port)
	})),
	says$1(["und_err_headers_timeout", "headers timeout error"], /\bUND_ERR_HEADERS_TIMEOUT\b|Headers Timeout Error/, failure("http", "UND_ERR_HEADERS_TIMEOUT")),
	says$1(["und_err_body_timeout", "body timeout error"], /\bUND_ERR_BODY_TIMEOUT\b|Body Timeout Error/, failure("http", "UND_ERR_BODY_TIMEOUT")),
	says$1("und_err_headers_overflow", /\bUND_ERR_HEADERS_OVERFLOW\b/, failure("http", "UND_ERR_HEADERS_OVERFLOW")),
	says$1("und_err_res_content_length_mismatch", /\bUND_ERR_RES_CONTENT_LENGTH_MISMATCH\b/, failure("http", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH")),
	says$1([
		"does not match the http/1.1 protocol",
		"httpparsererror",
		"hpe_invalid",
		"hpe_unexpected",
		"hpe_header",
		"hpe_cr_expected",
		"hpe_closed",
		"parse error: expected http/"
	], /Parse Error: Expected HTTP\/|does not match the HTTP\/1\.1 protocol|\bHTTPParserError\b|\bHPE_[A-Z_]{5,40}\b/, malformed),
	says$1(["premature close", "err_stream_premature_close"], /\bPremature close\b|ERR_STREAM_PREMATURE_CLOSE/i, bodyBroken),
	says$1([
		"terminated",
		"stream has been aborted",
		"request aborted"
	], /\bTypeError: terminated\b|\bstream has been aborted\b|\berror request aborted\b/, bodyBroken),
	says$1("redirect count exceeded", /\bredirect count exceeded\b/, failure("http", void 0, { code: "http.redirected" })),
	says$1("timeout of ", /\btimeout of \d{1,9}ms exceeded\b/, {
		kind: "wrapper",
		says: "timeout"
	}),
	tells("timeout awaiting '", /Timeout awaiting '(lookup|connect|secureConnect|response|request|send|socket)'/, ([, phase = ""]) => entryOf(GOT_PHASES, phase)),
	says$1(["err_http2_", "und_err_info"], /\bERR_HTTP2_(?:STREAM|SESSION)_ERROR\b|NGHTTP2_[A-Z_]{4,40}/, failure("http", "ERR_HTTP2_STREAM_ERROR")),
	says$1("exceeded maximum allowed redirects", /Exceeded maximum allowed redirects|TooManyRedirects/, failure("http", void 0, { code: "http.redirected" })),
	says$1([
		"server disconnected without sending",
		"remote end closed connection without",
		"serverdisconnectederror",
		"badstatusline",
		"remotedisconnected"
	], /Server disconnected without sending a response|Remote end closed connection without response|\bServerDisconnectedError\b|Server disconnected$/, closed),
	says$1([
		"without sending complete message body",
		"incompleteread",
		"incomplete chunked read",
		"invalidchunklength",
		"clientpayloaderror",
		"payload is not completed",
		"connection broken"
	], /without sending complete message body|\bIncompleteRead\b|incomplete chunked read|InvalidChunkLength|ClientPayloadError|payload is not completed/, bodyBroken),
	says$1(["all connection attempts failed"], /\bAll connection attempts failed\b/, failure("tcp", void 0, { code: "tcp.failed" })),
	says$1(["connecttimeout", "connection to "], /\b(?:httpx2?|httpcore2?|requests(?:\.exceptions)?|anyio)\.ConnectTimeout\b|\bConnectTimeout(?:Error)?\(|Connection to [\w.-]{1,253} timed out\. \(connect timeout/, noConnection),
	says$1([
		"readtimeout",
		"read timed out",
		"writetimeout",
		"the read operation timed out"
	], /\b(?:httpx2?|httpcore2?|requests(?:\.exceptions)?)\.(?:Read|Write)Timeout\b|\bReadTimeout(?:Error)?\(|\bRead timed out\b|The read operation timed out/i, silent),
	tells(["cannot connect to host"], /Cannot connect to host ([\w.-]{1,253}):(\d{1,5}) ssl:/, ([, host = "", port]) => [{
		kind: "host",
		host: host.toLowerCase(),
		port: Number(port)
	}, failure("tcp", void 0, {
		code: "tcp.failed",
		host: host.toLowerCase(),
		port: Number(port)
	})]),
	says$1("illegal status line", /illegal status line/, malformed),
	says$1([
		"connect timed out",
		"connecttimeoutexception",
		"httpconnecttimeoutexception",
		"net::opentimeout"
	], /\b[Cc]onnect timed out\b|ConnectTimeoutException|Net::OpenTimeout/, noConnection),
	says$1([
		"read timed out",
		"net::readtimeout",
		"readtimeoutexception",
		"sockettimeoutexception: timeout",
		"httptimeoutexception"
	], /Net::ReadTimeout|ReadTimeoutException|SocketTimeoutException: (?:timeout|Read timed out)|HttpTimeoutException: request timed out/, silent),
	says$1([
		"unexpected end of stream",
		"response ended prematurely",
		"end of file reached",
		"server closed idle connection"
	], /unexpected end of stream on|response ended prematurely|end of file reached \(EOFError\)|server closed idle connection/, closed),
	tells([
		"post \"https://",
		"get \"https://",
		"post \"http://",
		"unexpected eof"
	], /(?:Post|Get) "https?:\/\/[^"\s]{1,500}": (unexpected )?EOF/, ([, unexpected]) => unexpected === void 0 ? closed : bodyBroken),
	says$1(["client.timeout exceeded", "timeout awaiting response headers"], /Client\.Timeout exceeded|timeout awaiting response headers/, silent),
	says$1(["exceeded while reading body"], /Client\.Timeout or context cancellation while reading body/, failure("http", void 0, { code: "http.body_timed_out" })),
	says$1("dial tcp", /\bdial tcp \[?[\da-fA-F.:]{2,45}\]?:\d{1,5}: (?:i\/o timeout|connect: operation timed out)/, noConnection),
	says$1(["no such host"], /\bno such host\b/i, failure("dns", "ENOTFOUND")),
	says$1(["server misbehaving"], /\bserver misbehaving\b/, failure("dns", "ESERVFAIL")),
	tells(["dial tcp: lookup", ": lookup "], /\blookup ([A-Za-z\d][\w.-]{0,253})(?: on [\da-fA-F.:[\]]{2,50})?: /, ([, host = ""]) => ({
		kind: "host",
		host: host.toLowerCase()
	})),
	says$1(["i/o timeout", "context deadline exceeded"], /\blookup [\w.-]{1,253}(?: on [^\s]{2,50})?: (?:read udp [^\s]{1,100}: )?(?:i\/o timeout|context deadline exceeded)|read udp [^:]{1,60}:\d{1,5}->[^:]{1,60}:53: i\/o timeout/, failure("dns", void 0, { code: "dns.timed_out" })),
	tells("unknownhostexception", /UnknownHostException(?:: ([A-Za-z\d][\w.-]{0,253}))?/, ([, host]) => failure("dns", "ENOTFOUND", host === void 0 || !host.includes(".") ? {} : { host: host.toLowerCase() })),
	says$1(["httpclient.timeout of"], /HttpClient\.Timeout of [\d.]{1,12} seconds elapsing/, {
		kind: "wrapper",
		says: "timeout",
		sdk: true
	}),
	says$1(["dns error: failed to lookup"], /dns error: failed to lookup address/, failure("dns", "ENOTFOUND")),
	says$1("failed to connect to", /Failed to connect to [\w./-]{1,300}(?: port \d{1,5})?(?: after \d{1,9} ms)?: (?:Could ?n[o']t connect to server|Connection refused)/, failure("tcp", "ECONNREFUSED")),
	says$1("failed to connect to", /Failed to connect to [\w./-]{1,300}(?: port \d{1,5})?(?: after \d{1,9} ms)?: (?:Connection )?[Tt]imed out/, noConnection),
	says$1("failed to connect to", /Failed to connect to [\w.-]{1,253} port \d{1,5}$/, failure("tcp", void 0, { code: "tcp.failed" }))
];
const GOT_PHASES = {
	lookup: failure("dns", void 0, { code: "dns.timed_out" }),
	connect: noConnection,
	secureConnect: failure("tls", void 0, { code: "tls.timed_out" }),
	response: silent,
	request: {
		kind: "wrapper",
		says: "timeout"
	},
	send: silent,
	socket: silent
};

// src/explain/readers/wrappers.ts
/** Words of an SDK that say only that no answer came: what lies under them decides. */
const WRAPPERS = [
	says$1([
		"connection error.",
		"apiconnectionerror",
		"fetch failed",
		"error communicating with openai",
		"axioserror: network error",
		"openaiconnectionexception",
		"openaiioexception",
		"error sending request for url"
	], /\bConnection error\.|\bAPIConnectionError\b(?! ?\()|\bfetch failed\b|Error communicating with OpenAI|AxiosError: Network Error|OpenAIIoException|error sending request for url/, {
		kind: "wrapper",
		says: "connection",
		sdk: true
	}),
	says$1([
		"connection error",
		"network error",
		"failed to fetch",
		"cannot connect to api"
	], /\bConnection error\b|\bNetwork Error\b|\bFailed to fetch\b|Cannot connect to API/i, {
		kind: "wrapper",
		says: "connection"
	}),
	says$1([
		"apitimeouterror",
		"apiconnectiontimeouterror",
		"openai.error.timeout",
		"litellm.timeout",
		"request timed out."
	], /\bAPI(?:Connection)?TimeoutError\b|\bopenai\.error\.Timeout\b|\blitellm\.Timeout\b|\bRequest timed out\./, {
		kind: "wrapper",
		says: "timeout",
		sdk: true
	}),
	says$1([
		"request timed out",
		"timed out",
		"operation was aborted",
		"task was canceled",
		"context deadline exceeded",
		"timeouterror",
		"und_err_aborted"
	], /\bRequest timed out\b|AbortError: (?:The|This) operation was aborted|aborted due to timeout|A task was canceled|context deadline exceeded|\basyncio\.(?:exceptions\.)?TimeoutError\b|operation timed out|: timed out$/i, {
		kind: "wrapper",
		says: "timeout"
	}),
	describing(tells([
		"retrying",
		"will retry",
		"attempt "
	], /\bRetrying (?:request|langchain|llama_index|[\w.<>]{1,200} in)\b|\bretrying\b[^\n]{0,60}\bin \d|\battempt \d{1,3}(?:\/| of )\d{1,3}/i, () => ({ kind: "retry" })))
];
/** Which library or service speaks: finds the route, tells foreign errors from ours. */
const PRODUCTS = [
	says$1(["openai"], /\bopenai\b|OpenAI/, {
		kind: "product",
		product: "openai"
	}),
	says$1([
		"azure",
		"cognitiveservices",
		"apim-request-id"
	], /AzureOpenAI|Azure OpenAI|Azure\.(?:RequestFailed|AI)|azure_openai|AZURE_OPENAI|apim-request-id|AzureException|azure\.core|\bprovider: azure\b/i, {
		kind: "product",
		product: "azure"
	}),
	says$1("litellm", /\blitellm\.(?:proxy|ai)\b|Received Model Group=|LiteLLM Proxy|litellm proxy|LiteLLM Virtual Key/, {
		kind: "product",
		product: "litellm"
	}),
	says$1("openrouter", /openrouter/i, {
		kind: "product",
		product: "openrouter"
	}),
	says$1("(request id: ", /\(request id: \d{10,40}\)/, {
		kind: "product",
		product: "one-api"
	})
];

// src/explain/readers/index.ts
/** All families. A line is read by each signature of which a literal was found in it. */
const SIGNATURES = [
	...SETTINGS,
	...BROWSER,
	...PROXIES,
	...OPENSSL,
	...SYSTEM,
	...TRANSPORT,
	...CURL,
	...STATUS,
	...SENTENCES,
	...PROPERTIES,
	...WRAPPERS,
	...PRODUCTS,
	...HOSTS
];
const WORDS = [.../* @__PURE__ */ new Set([...[
	"traceback (most recent call last)",
	"the above exception was the direct cause",
	"during handling of the above exception",
	"caused by:",
	"[cause]:",
	" ---> sy",
	" ---> mi",
	" ---> az",
	"<html><h",
	"<html><b",
	"<title>4",
	"<title>5",
	"<!doctype html",
	"{\"error\"",
	"\"error\":",
	"{'error'",
	"'error':",
	"'statuscode':",
	"\"statuscode\":"
], ...SIGNATURES.flatMap(({ literals }) => literals)])];
/** Families that say where and who, not what went wrong. */
const DESCRIBING = /* @__PURE__ */ new Set([...PRODUCTS, ...HOSTS]);
/** A log of calls that were answered is told apart from one that says nothing. */
const HINTS = /* @__PURE__ */ new Set(["\"http/1.1 200 ok\""]);
/** Signatures by each of their words. */
const USERS = /* @__PURE__ */ new Map();
SIGNATURES.forEach(({ literals }, index) => {
	for (const word of literals) {
		const users = USERS.get(word);
		if (users === void 0) USERS.set(word, [index]);
		else users.push(index);
	}
});
/** A word that only describes is no reason to read a line. */
function decidesAlone(word) {
	const users = (USERS.get(word) ?? []).map((index) => SIGNATURES[index]);
	return !users.every((one) => one !== void 0 && (one.weak === true || DESCRIBING.has(one))) || users.length === 0;
}
/** What is searched for in every byte: the words that make a line worth reading. */
const TRIGGERS = compileWordSearch(WORDS.filter((word) => HINTS.has(word) || decidesAlone(word)).map((word) => ({
	word,
	decides: !HINTS.has(word)
})));
/**
* What is searched for in a line that is read: the heads of all words, since many share one (`code
* 400`, `code 401`); a pattern more or less is cheaper than a word.
*/
const HEAD = 7;
const SIGNATURES_OF = /* @__PURE__ */ new Map();
for (const [word, users] of USERS) {
	const head = word.slice(0, HEAD);
	const known = SIGNATURES_OF.get(head) ?? /* @__PURE__ */ new Set();
	SIGNATURES_OF.set(head, known);
	for (const user of users) known.add(user);
}
const ALL_WORDS = compileWordSearch([...SIGNATURES_OF.keys()].map((word) => ({
	word,
	decides: true
})));
const BY_WORD = [...SIGNATURES_OF.values()].map((users) => [...users]);
const MAX_MATCHES = 8;
/** A pattern sees at most this much of a line around its head. */
const MAX_TEXT = 65536;
/** Everything that the readers understand of one line, each with its place. */
function readLine(line) {
	const words = line.words;
	if (words.size === 0) return [];
	const signatures = /* @__PURE__ */ new Set();
	for (const word of words) for (const index of BY_WORD[word] ?? []) signatures.add(index);
	const text = line.text.length > MAX_TEXT ? line.text.slice(0, MAX_TEXT) : line.text;
	const pieces = [];
	for (const index of [...signatures].toSorted((a, b) => a - b)) {
		const signature = SIGNATURES[index];
		if (signature !== void 0) pieces.push(...matches(signature, text, line));
	}
	return pieces;
}
const GLOBAL = /* @__PURE__ */ new Map();
function matches(signature, text, line) {
	const pieces = [];
	const pattern = globalOf(signature.pattern);
	pattern.lastIndex = 0;
	for (let count = 0; count < MAX_MATCHES; count += 1) {
		const match = pattern.exec(text);
		if (match === null) break;
		if (match[0].length === 0) pattern.lastIndex += 1;
		const read = signature.read(match);
		for (const reading of listOf(read)) pieces.push({
			...reading,
			line: line.number,
			column: line.columnOf(match.index),
			index: match.index,
			depth: DEPTH[reading.kind]
		});
	}
	return pieces;
}
function listOf(read) {
	if (read === void 0) return [];
	return isList(read) ? read : [read];
}
function isList(read) {
	return Array.isArray(read);
}
function globalOf(pattern) {
	const known = GLOBAL.get(pattern);
	if (known !== void 0) return known;
	const made = new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`);
	GLOBAL.set(pattern, made);
	return made;
}

// src/explain/blocks.ts
const MAX_LINES$1 = 400;
const MAX_BYTES = 131072;
const MAX_SOURCES = 256;
/** Lines without evidence after which a block is over. */
const MAX_GAP = 30;
const CONTEXT = 10;
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
		if (block === void 0 || !block.pieces.some(decides)) return;
		onBlock({
			source,
			lines: block.lines,
			pieces: block.pieces,
			retry: block.retry
		});
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
	if (/^\s{0,40}[~^]{2,}[~^\s]{0,200}$/.test(text)) return true;
	if (block.inFrame && /^\s{3,}/.test(text)) return true;
	block.inFrame = false;
	return block.inTraceback && !block.joined && /^\s{2,}/.test(text) && !/^\s{0,8}[+|]/.test(text);
}
/** Frames of Node, Java and .NET, and boxes that print source code, carry no evidence. */
function readable(line) {
	return !/^\s{1,40}at (?!Object\.defaultFailed)[\w<$[(]|^\s{0,40}[│┃❱]|^\s{1,40}\.\.\. \d|^\s{1,40}File "|^\s{0,40}(?:[✓✔√]|ok \d|PASS\b|--- PASS)/.test(line.text);
}
function startsAnother(line, pieces, block) {
	if (line.number - block.lastNumber > MAX_GAP && !block.inTraceback && !block.joined) return true;
	if (block.inTraceback) return false;
	if (TRACEBACK.test(line.text)) return !block.joined && block.pieces.some(final);
	if (isContinuation(line)) return false;
	if (line.record !== void 0) return block.lines.at(-1)?.record !== line.record && block.pieces.some(final);
	if (!pieces.some(decides)) return false;
	if (block.joined) return false;
	const own = outsideBodies(line.text, pieces);
	return block.pieces.some((earlier) => own.some((later) => conflict(earlier, later, line)));
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
	return earlier.kind === "settings" && later.kind === "settings";
}
function connects(piece) {
	return piece.kind === "failure" || piece.kind === "tunnel";
}
function answers(piece) {
	return piece.kind === "status" || piece.kind === "text" || piece.kind === "body";
}

// src/explain/encoding.ts
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

// src/explain/implied-status.ts
/** The status with which an API sends these words, where the log kept only the words. */
const STATUS_OF_WORDS = [
	[/^(?:openai\.(?:exceeded_quota|no_credits|spend_limit|rate_limit|account_not_active)|azure\.(?:rate_limit|capacity)|kong\.rate_limit|apim\.rate_limit|edge\.error_code_1015)$/, 429],
	[/^(?:openai\.billing_hard_limit|azure\.(?:api_version|content_filter|operation)|litellm\.(?:model_name|budget))/, 400],
	[/^(?:openai\.(?:incorrect_key|missing_bearer|incorrect_hostname|ip_not_authorized|no_organization|wrong_organization)|azure\.(?:invalid_key|principal|data_action|token)|apim\.(?:missing|invalid)|litellm\.(?:token|no_key)|openrouter\.no_key|kong\.no_key)/, 401],
	[/^(?:openrouter\.credits|gateway\.budget)$/, 402],
	[/^(?:openai\.(?:missing_scopes|must_be_verified|unsupported_country|model_access)|azure\.(?:virtual_network|custom_domain|public_access|key_auth|blocked)|litellm\.model_access|apim\.out_of_quota|edge\.(?:cloudflare_block|cloudflare_challenge|error_code_1020)|block\.)/, 403],
	[/^(?:openai\.(?:invalid_url|model_missing)|azure\.(?:deployment|resource)|kong\.no_route|gateway\.model_missing)/, 404],
	[/^openai\.server_error$/, 500],
	[/^(?:openai\.overloaded|server\.envoy_upstream)$/, 503],
	[/^(?:edge\.cloudflare_5xx|server\.plain_502|azure\.support_link)$/, 502],
	[/^openai\.account_link$/, 500]
];
const STATUS_OF_CODES = {
	insufficient_quota: 429,
	rate_limit_exceeded: 429,
	billing_hard_limit_reached: 400,
	invalid_api_key: 401,
	mismatched_organization: 401,
	invalid_organization: 401,
	incorrect_hostname: 401,
	account_deactivated: 401,
	unsupported_country_region_territory: 403,
	model_not_found: 404,
	DeploymentNotFound: 404,
	context_length_exceeded: 400,
	unsupported_parameter: 400,
	server_error: 500,
	server_is_overloaded: 503,
	credit_balance_exhausted: 429,
	PermissionDenied: 401,
	content_filter: 400
};
function impliedStatus(marks, code, type) {
	for (const word of [code, type]) if (word !== void 0 && Object.hasOwn(STATUS_OF_CODES, word)) return entryOf(STATUS_OF_CODES, word);
	for (const mark of marks) {
		const status = STATUS_OF_WORDS.find(([pattern]) => pattern.test(mark))?.[1];
		if (status !== void 0) return status;
	}
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
	const body = bodies.find((one) => one.shape === "json") ?? bodies[0];
	const sentence = pieces.find((piece) => piece.kind === "text");
	const coded = pieces.filter((piece) => piece.kind === "api-code");
	const facts = body === void 0 ? sentenceFacts(sentence, coded) : withCodes(bodyFacts(body), coded.filter((piece) => !whole.inside(piece, bodies)));
	const marks = facts?.marks ?? [];
	const implied = statusOf(body?.value) ?? titleStatus(body) ?? impliedStatus(marks, facts?.error?.code, facts?.error?.type);
	const number = status?.status ?? implied ?? classStatus(pieces);
	if (number === void 0) return void 0;
	const first = status ?? sentence ?? coded[0] ?? pieces.find((piece) => piece.kind === "class");
	const at = body === void 0 ? first ?? {
		line: 1,
		column: 1
	} : whole.placeOf(body.start);
	return {
		status: number,
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
	return withCodes(marksIn(text, "error").length > 0 || coded.length > 0 ? describe(JSON.stringify({ error: { message: text } }), "application/json") : describe(text, "text/plain"), coded);
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

// src/explain/foreign.ts
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
const FOREIGN_HOSTS = /(?:^|\.)(?:npmjs\.org|yarnpkg\.com|pypi\.org|pythonhosted\.org|golang\.org|crates\.io|rubygems\.org|nuget\.org|packagist\.org|maven\.org|apache\.org|gradle\.org|jitpack\.io|terraform\.io|hashicorp\.com|docker\.(?:io|com)|ghcr\.io|quay\.io|cloudfront\.net|gcr\.io|k8s\.io|azurecr\.io|github\.com|gitlab\.com|bitbucket\.org|githubusercontent\.com|nodesource\.com|huggingface\.co|sentry\.io|datadoghq\.com|newrelic\.com|honeycomb\.io|grafana\.net|launchdarkly\.com|slack\.com|discord\.com|telegram\.org|segment\.io|posthog\.com|stripe\.com|twilio\.com|sendgrid\.(?:com|net)|auth0\.com|okta\.com|debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org|windows\.net|database\.azure\.com|smith\.langchain\.com|pinecone\.io|supabase\.co|storage\.googleapis\.com|(?<!execute-api\.[\w-]{1,30}\.|elb\.|bedrock[\w-]{0,20}\.[\w-]{1,30}\.)amazonaws\.com)$/;
/**
* Other programs by the way in which they begin or word a line. A name in the text of our own
* incident (`openai` in the same lines) outweighs them.
*/
const FOREIGN_LINES = /\[(?:error|crit|alert|warn)\] \d{1,10}#\d{1,10}:|\bAH\d{5}:|^(?:fatal|error): (?:unable to access|could not read|Could not resolve|RPC failed|the remote end)|\bgit (?:fetch|clone|push|pull)\b|\b(?:ssh|scp|sftp|rsync): (?:connect|Could not|connection)|kex_exchange_identification|^npm (?:ERR!|error|warn)|\bERR_PNPM_|^\s*error An unexpected error occurred: "https|\bpip\._vendor\b|\bpip install\b|\[ERROR\] Failed to execute goal|Could not (?:transfer artifact|resolve dependencies)|^\s*> Could not (?:resolve|GET|HEAD)|available provider packages|^Error response from daemon|\bdocker pull\b|error pulling image|\bdocker-registry\b|\bkubelet\b|\bazure\.cli\b|@google\/cloud-|failed to (?:pull|push) |toomanyrequests: |^(?:E|Err:\d{1,4}|W): |\bbotocore\.|\bboto3\b|NoSuchBucket|^go: |^warning: spurious network error|\bbundler\b|\bNU\d{4}:|Unable to connect to the server|\bkubectl\b|API rate limit exceeded for|secondary rate limit|\bapi\.github\.com\b|could not (?:receive|send) data|\bpsycopg2?\b|\basyncpg\b|\bpostgres(?:ql)?\b|\bredis\b|\bmysql\b|\bHY000\b|\bmariadb\b|\bmongo(?:db|ose)?\b|\bkafka\b|\brabbitmq\b|\bamqp\b|\belasticsearch\b|\bopensearch\b|\bsqlalchemy\b|\bmemcached\b|\bsmtp\b|\bldaps?\b|\bprisma\b|\bcelery\b|\bopentelemetry\b|\botlp\b|\bstatsd\b|\bsentry\b|\bdatadog\b|\bselenium\b|\bplaywright\b|\bpuppeteer\b|\bzookeeper\b|\bconsul\b|\betcd\b|\bvault\b/i;
/** Somebody tests their own code: what fails in it was made to fail. */
const TEST_RUN = /^\s*●|^\s*(?:FAIL|PASS) |\bAssertionError\b|^Tests: +\d|^--- FAIL: |^E {3}|^={3,} FAILURES/;
/** Containers, units and processes named after what runs in them. */
const FOREIGN_SOURCES = /(?:^|[\s/._-])(?:db|database|postgres(?:ql)?|pg|mysqld?|mariadb|redis|mongod?b?|kafka|rabbitmq|nginx|traefik|haproxy|elasticsearch|opensearch|minio|vault|consul|zookeeper|memcached|etcd|sshd|dockerd|containerd|kubelet)(?:$|[\s/._:-]|\d)/i;
/** A first label that a gateway to models goes by. */
const GATEWAY_LABEL = /^(?:[\w-]*(?:gw|gateway|llm|gpt|openai|litellm|ollama|vllm|proxy)[\w-]*|ai)\./i;
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
	if (/\/v\d(?:\/|$)|\/openai\//.test(baseUrl)) return 2;
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
	if (OUR_PRODUCTS.some((one) => products.has(one)) || block.pieces.some(({ kind }) => kind === "settings")) return false;
	const own = new Set(block.pieces.filter(({ depth }) => depth <= 3).map(({ line }) => line));
	const lines = block.lines.filter(({ number }) => own.has(number));
	if (lines.some(({ text }) => FOREIGN_LINES.test(text))) return true;
	if (FOREIGN_SOURCES.test(block.source)) return true;
	if (strength === 2) return false;
	if (block.lines.some(({ text }) => TEST_RUN.test(text))) return true;
	if (lines.some(({ text }) => /\bcurl: \(/.test(text)) && endpointHost.includes(".") && !isThisMachine(endpointHost)) return !GATEWAY_LABEL.test(endpointHost) && !/^[\d.:]+$/.test(endpointHost);
	return hollow && strength === 0;
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
	const hosts = [...pieces.filter((piece) => piece.kind === "host"), ...dialled].filter((one) => !proxies.has(one.host) && !(ours && isForeignHost(one.host)));
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
		kind: hostKind === "gateway" && says(marks, "azure.") ? "azure" : hostKind,
		baseUrl: `${host.scheme ?? "https"}://${name}${port}${prefix}`,
		method: host.method ?? "POST",
		path: host.path ?? "",
		host
	};
}
const NOWHERE = {
	method: "POST",
	path: ""
};
/** `getaddrinfo ENOTFOUND gw.corp.example`: the failure names the host. */
function hostOfFailure(piece) {
	if (piece.kind !== "failure" || piece.host === void 0 || piece.of === "proxy") return [];
	const { host, port, line, column, index, depth } = piece;
	return [{
		kind: "host",
		host,
		line,
		column,
		index,
		depth,
		...port === void 0 ? {} : { port }
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
/** Headers that gateways add to everything they answer. */
const GATEWAY_HEADERS = /^(?:x-litellm-|llm_provider-|x-kong-|x-portkey-|helicone-|cf-aig-|x-openrouter|x-oneapi-|x-amzn-)/;
const AZURE_HEADERS = /^(?:apim-request-id|x-ms-region|x-ms-client-request-id|azureml-model-session|policy-id)$/;
const GATEWAY_MARKS = [
	"one_api.",
	"openrouter.",
	"kong.",
	"portkey.",
	"gateway."
];
/** No host is named: headers, then words, then the shape of the body say whose answer it was. */
function unnamed(pieces, products, body) {
	const marks = body?.marks ?? [];
	const headers = pieces.flatMap((piece) => piece.kind === "header" ? [piece] : []);
	if (headers.some(({ name }) => AZURE_HEADERS.test(name))) return "azure";
	if (headers.some(({ name, value }) => GATEWAY_HEADERS.test(name) || isGatewayServer(name, value))) return "gateway";
	if (products.has("one-api") || products.has("openrouter") || products.has("gateway")) return "gateway";
	const direct = says(marks, "openai.") && !says(marks, "one_api.");
	if (says(marks, "litellm.") && !products.has("library")) return "gateway";
	if (/^[A-Z][a-z]+[A-Z]/.test(body?.error?.code ?? "")) return "azure";
	if (says(marks, "azure.") || says(marks, "apim.")) return "azure";
	if (!direct && GATEWAY_MARKS.some((family) => says(marks, family))) return "gateway";
	if (!direct && products.has("azure")) return "azure";
	if (body !== void 0 && isGatewayShape(body)) return "gateway";
	return "openai";
}
function isGatewayServer(name, value) {
	return name === "server" && /^(?:kong|uvicorn|envoy|istio-envoy|gunicorn|litellm)\b/i.test(value);
}
/** OpenAI always sends `{error:{…}}` with words as codes. */
function isGatewayShape({ shape, errorShape, error }) {
	if (shape !== "json" || errorShape === void 0) return false;
	if (errorShape !== "openai") return true;
	return error?.codeType === "number";
}
function says(marks, family) {
	return marks.some((mark) => mark.startsWith(family));
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
		...status === void 0 ? {} : { status }
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
		...piece.alert === void 0 ? {} : { alert: piece.alert }
	};
	const message = piece.alert === void 0 ? {} : { message: `SSL alert number ${piece.alert}` };
	const { code, errno, alert } = failureFrom({
		...piece.errno === void 0 ? {} : { code: piece.errno },
		...piece.errno === "ECONNRESET" ? {
			errno: -104,
			syscall: "read"
		} : {},
		...message
	}, piece.layer);
	return {
		code,
		...errno === void 0 ? {} : { errno },
		...alert === void 0 ? {} : { alert }
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
			...errno === void 0 ? {} : { errno },
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
		...id === void 0 ? {} : { requestId: id },
		...limits === void 0 ? {} : { limits }
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
		places: [answer.at, ...pieces.filter((piece) => piece.kind === "status")]
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
	const outside = block.pieces.filter((piece) => !whole.inside(piece, bodies) || describes(piece));
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
		...egress.clientUnknown === true ? {} : { client: egress.client },
		endpointHost: destination.host?.host ?? ""
	};
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
	const settings = pieces.find((piece) => piece.kind === "settings");
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
		endpoint: destination.path.includes("embeddings") ? "embeddings" : destination.path.includes("responses") ? "responses" : "chat-completions",
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
	["php", /\bGuzzleHttp\b|\bcURL error \d|\bPHP (?:Fatal|Warning)|\.php(?:\(|:)\d/],
	["go", /&openai\.\w+\{|\bHTTPStatusCode:\d|\bdial tcp\b|\bread tcp \S+->|\bx509: |\bnet\/http: |\b(?:Post|Get) "https?:|goroutine \d|\btls: (?:failed|handshake|first)/],
	["java", /\b(?:javax?|com\.openai|okhttp3|org\.apache|io\.netty|sun\.security|reactor|org\.springframework)\.[\w.]{3,}|\.java:\d|PKIX path/],
	["dotnet", /\bSystem\.(?:Net|IO|Security|Threading|FormatException|Uri)|\bHttpRequestException\b|\bAzure\.RequestFailedException\b|\bInvoke-(?:RestMethod|WebRequest)\b|\.cs:line \d/],
	["ruby", /\bFaraday::|\bNet::(?:Open|Read|HTTP)|\bOpenSSL::SSL|\bOpenAI::|\.rb:\d|\bErrno::E[A-Z]/],
	["rust", /\breqwest\b|\bhyper(?:_util)?\b|\brustls\b|invalid peer certificate|error sending request for url|\.rs:\d|\bos error \d/],
	["bun", /\bBun v\d|Is the computer able to access the url/],
	["deno", /\bdeno\b|ext:deno_/i],
	["node", /\bnode:[a-z_]{2,}|\[cause\]:|\bUND_ERR_|\bTypeError: fetch failed|\bat (?:async )?[\w.<>]+ \((?:file|node|\/)|node_modules|\bAxiosError\b|\bERR_[A-Z]{3,}_|\bgetaddrinfo E[A-Z]{3,}|\b(?:connect|read|write) E[A-Z]{4,}|\d{3} status code \(no body\)|\bsyscall: '|\b(?:AI_APICallError|APIConnectionTimeoutError)\b/],
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
			source: "log",
			hasCredentials: false
		} }
	};
}

// src/explain/incidents.ts
/** A browser's refusal is a note beside a live run; in a log it is what failed. */
const LOG_RULES = [...RULES, ...BROWSER_NOTES];
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
			if (place.line < group.first.line) group.first = place;
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
function groupOf(block, groups) {
	const reconstruction = reconstruct(block);
	if (reconstruction === void 0) return void 0;
	const verdict = judge(reconstruction.evidence, LOG_RULES, NOTES);
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
function placeOf(block) {
	const deciding = block.pieces.toSorted((a, b) => a.depth - b.depth)[0];
	const time = block.lines.find((line) => line.time !== void 0)?.time;
	return {
		line: deciding?.line ?? block.lines[0]?.number ?? 1,
		column: deciding?.column ?? 1,
		...time === void 0 ? {} : { time }
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

// src/explain/repeats.ts
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
		...time === void 0 ? {} : { time }
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
			...source === void 0 ? {} : { source },
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
	const time = timeOf(fields);
	const base = {
		source: sourceOf(fields),
		whole: carried === void 0,
		...time === void 0 ? {} : { time }
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
		else if (isFields(value) && depth < MAX_DEPTH) {
			if (isApiBody(key, value)) addText(lines, base, raw, JSON.stringify(key === "error" ? { error: value } : value), raw.indexOf(`"${key}"`));
			else walk(lines, base, raw, value, depth + 1);
		} else if (Array.isArray(value) && depth < MAX_DEPTH) {
			for (const one of value.slice(0, 8)) if (isFields(one)) walk(lines, base, raw, one, depth + 1);
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
	if (isFields(value["error"]) && typeof value["error"]["message"] === "string") return true;
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
	const pod = isFields(kubernetes) ? kubernetes["pod_name"] : void 0;
	return typeof pod === "string" && /^[\w.-]{1,120}$/.test(pod) ? pod : "";
}
function parse(text) {
	try {
		const value = JSON.parse(text);
		return isFields(value) ? value : void 0;
	} catch {
		return;
	}
}
function isFields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
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
	const clean = withoutControls(decoded, from, to);
	const prefix = prefixOf(clean.text);
	const body = clean.text.slice(prefix.length);
	const shift = cutShift(raw);
	const columnOf = (index) => shift(clean.rawOf(index + prefix.length)) + 1;
	const record = recordOf(body);
	const common = {
		number: raw.number,
		...prefix.time === void 0 ? {} : { time: prefix.time }
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
			...time === void 0 ? {} : { time }
		};
	});
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
	return cut ? withRest(conclude(incidents.groups(), 0), bytes) : conclude(incidents.groups(), answered);
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
	const inOrder = shown.toSorted((a, b) => a.first.line - b.first.line || a.first.column - b.first.column);
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
		incidents: inOrder.slice(0, MAX_INCIDENTS).map((group) => incidentOf(group, group === first, group === most)),
		next: nextCommand({
			route: reconstruction.evidence.route,
			...reconstruction.client === void 0 ? {} : { client: reconstruction.client },
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
		httpStatus: verdict.httpStatus,
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
function title({ owner, rung }) {
	if (owner === "none") return "No failed call in this log";
	return `Owner: ${OWNER_NAMES[owner]}${rung === "" ? "" : ` – ${RUNG_NAMES[rung]}`}`;
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
		...(incident?.doNext ?? []).map((order) => `- ${markdown(order)}`),
		...(incident?.doNot ?? []).map((order) => `- ${markdown(order)}`),
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
	return Object.entries({
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
	}).map(([name, value]) => ({
		kind: "output",
		name,
		value: oneLine(value, 1e3)
	}));
}

export { explain, tellExplanation };