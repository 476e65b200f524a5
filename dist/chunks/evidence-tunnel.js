import { _ as proxyReason, c as MARKS, d as headersOf, l as PRODUCTS } from "./rules.js";
import { C as UNIT_MS, D as entryOf, I as quotable, M as isObject, P as jsonIn, S as MOST_BODY_BYTES, k as given } from "./settings-inputs.js";
import { E as tokenOf } from "./judge.js";

// src/evidence/headers.ts
/** Of no product alone: how an answer was sent, and what a hop says of itself. */
const GENERAL = [
	"access-control-*",
	"age",
	"cache-control",
	"connection",
	"content-encoding",
	"content-length",
	"content-type",
	"date",
	"github-authentication-token-expiration",
	"location",
	"proxy-agent",
	"proxy-authenticate",
	"proxy-connection",
	"proxy-status",
	"retry-after",
	"retry-after-ms",
	"server",
	"strict-transport-security",
	"transfer-encoding",
	"upgrade",
	"via",
	"www-authenticate",
	"x-accel-buffering",
	"x-cache",
	"x-cache-lookup",
	"x-content-type-options",
	"x-error-json",
	"x-forwarded-server",
	"x-generator",
	"x-powered-by",
	"x-rate-limit-*",
	"x-ratelimit-*",
	"x-request-id",
	"x-requestid",
	"x-served-by"
];
/** Headers that say who answered or how much is left. Everything else stays in the probe. */
const KEPT = /* @__PURE__ */ new Set([...GENERAL, ...PRODUCTS.flatMap(headersOf)]);
const NAMES = new Set([...KEPT].filter((name) => !name.endsWith("*")));
const BEGINNINGS = [...KEPT].filter((name) => name.endsWith("*")).map((name) => name.slice(0, -1));
/** Values name an account: their presence proves the API, their text is nobody's business. */
const PRESENCE_ONLY = new Set(PRODUCTS.flatMap(({ presenceOnly }) => presenceOnly));
/** Fields and characters of each: the ones that tell are shorter, and the packet stays small. */
const MOST = 64;
const LONGEST = 200;
/** Headers of interest, lower case; values cut to 200 printable characters, the first of a repeated one. */
function headersOfInterest(headers) {
	const picked = {};
	let count = 0;
	for (const [rawName, rawValue] of headers) {
		const name = rawName.toLowerCase();
		const value = Array.isArray(rawValue) ? rawValue.join(", ") : rawValue;
		if (typeof value !== "string" || Object.hasOwn(picked, name)) continue;
		if (name === "set-cookie") picked[name] = cookieNames(rawValue);
		else if (NAMES.has(name) || BEGINNINGS.some((start) => name.startsWith(start))) picked[name] = PRESENCE_ONLY.has(name) ? "present" : printable(cut(name, value));
		else continue;
		count += 1;
		if (count === MOST) break;
	}
	return picked;
}
function cut(name, value) {
	if (name !== "location") return value;
	return value.split(/[?#]/)[0] ?? "";
}
/** Names of the cookies, never their values: they tell products apart. */
function cookieNames(value) {
	return (Array.isArray(value) ? value : [value ?? ""]).slice(0, 8).map((cookie) => printable(cookie.split("=")[0] ?? "")).join(", ");
}
function printable(value) {
	return value.replace(/[^\x20-\x7e]/g, "?").slice(0, LONGEST);
}

// src/evidence/limits.ts
/** Durations as rate-limit headers spell them: `12ms`, `6m0s`, `1h2m3.5s`, plain seconds. */
function durationMs(text) {
	const trimmed = text.trim();
	if (/^\d{1,9}(\.\d{1,9})?$/.test(trimmed)) return Math.round(Number(trimmed) * 1e3);
	if (!/^(\d{1,9}(\.\d{1,9})?(ms|s|m|h|d)){1,5}$/.test(trimmed)) return void 0;
	let total = 0;
	for (const [, number = "0", unit = "s"] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gy)) total += Number(number) * (entryOf(UNIT_MS, unit) ?? 0);
	return Math.round(total);
}
/** `retry-after-ms`, then `retry-after` in seconds or as an HTTP date (RFC 9110 §10.2.3). */
function retryAfterMs(headers, nowMs) {
	const exact = headers["retry-after-ms"];
	if (exact !== void 0 && /^\d{1,9}(\.\d+)?$/.test(exact)) return Math.round(Number(exact));
	const plain = headers["retry-after"];
	if (plain === void 0) return void 0;
	if (/^\d{1,9}(\.\d+)?$/.test(plain)) return Math.round(Number(plain) * 1e3);
	const date = Date.parse(plain);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - nowMs);
}
/** Headroom by `x-ratelimit-*` (OpenAI, Azure, LiteLLM); absent headers give absent numbers. */
function limitsOf(headers, nowMs) {
	const requests = limitOf(headers, "requests");
	const tokens = limitOf(headers, "tokens");
	const retry = retryAfterMs(headers, nowMs);
	if (requests === void 0 && tokens === void 0 && retry === void 0) return void 0;
	return { ...given({
		requests,
		tokens,
		retryAfterMs: retry
	}) };
}
function limitOf(headers, of) {
	const limit = count(headers[`x-ratelimit-limit-${of}`]);
	const remaining = count(headers[`x-ratelimit-remaining-${of}`]);
	const reset = headers[`x-ratelimit-reset-${of}`] ?? headers[`x-rate-limit-reset-${of}`];
	const resetMs = reset === void 0 ? void 0 : durationMs(reset);
	if (limit === void 0 && remaining === void 0 && resetMs === void 0) return void 0;
	return { ...given({
		limit,
		remaining,
		resetMs
	}) };
}
function count(text) {
	return text !== void 0 && /^\d{1,12}$/.test(text) ? Number(text) : void 0;
}

// src/evidence/error-object.ts
/**
* Finds the error object in one of the shapes that APIs send:
* `{error:{…}}` (OpenAI, Azure, LiteLLM), `{error:"…"}` (vLLM, Ollama), `[{code,message}]` or the same
* under `error` or `errors` (Cloudflare), `{detail:…}` (FastAPI), `{statusCode,message}` or `{message,…}` (API
* Management, Kong, Portkey). `undefined` for an answer without error, and for `"error": null`.
*/
function readError(value) {
	if (Array.isArray(value)) return readArray(value);
	if (!isObject(value)) return void 0;
	const inner = value["error"];
	if (isObject(inner)) return {
		shape: "openai",
		error: tokensOf(inner)
	};
	if (typeof inner === "string") return {
		shape: "string",
		error: tokensOf(value)
	};
	const listed = [inner, value["errors"]].find((one) => Array.isArray(one));
	const first = Array.isArray(listed) ? readArray(listed) : void 0;
	if (first !== void 0) return first;
	if ("detail" in value) return {
		shape: "detail",
		error: tokensOf(value)
	};
	if (isBare(value)) return {
		shape: "bare",
		error: bareTokensOf(value)
	};
}
function readArray(list) {
	const first = list[0];
	return isObject(first) && ("message" in first || "code" in first) ? {
		shape: "array",
		error: tokensOf(first)
	} : void 0;
}
/** `message` at the top, and not the fields of an answer: a chat message object has a role. */
function isBare(value) {
	if (typeof value["html-message"] === "string") return true;
	return typeof value["message"] === "string" && !("role" in value) && !("object" in value);
}
function bareTokensOf(value) {
	const error = tokensOf(value);
	const status = tokenOf(value["statusCode"]);
	return error.code === void 0 && status !== void 0 ? {
		...error,
		code: status,
		codeType: "number"
	} : error;
}
function tokensOf(error) {
	const type = tokenOf(error["type"]);
	const code = tokenOf(error["code"]);
	const param = tokenOf(error["param"]);
	const message = error["message"];
	const named = (pattern) => tokenOf(typeof message === "string" ? pattern.exec(message)?.[1] : void 0);
	return {
		...given({
			audience: named(/audience is incorrect \((https:\/\/[a-z\d.-]{4,80}?)\/?\)/i),
			apiVersion: named(/api[- ]versions? (\d{4}-\d\d-\d\d(?:-preview)?) (?:and|or) later/i),
			type,
			code,
			param,
			scope: named(/Missing scopes?: ([a-z][\w.]{2,60}\w)/)
		}),
		codeType: codeTypeOf(error)
	};
}
function codeTypeOf(error) {
	const code = error["code"];
	if (typeof code === "string") return "string";
	if (typeof code === "number") return "number";
	return "code" in error && code === null ? "null" : "absent";
}

// src/evidence/loose-json.ts
const DOUBLE = /\s*(?:("(?:[^"\\]|\\.)*")|([{}[\],:])|([^\s{}[\],:"]+))/sy;
/** Python prints its dictionaries with single quotes. */
const SINGLE = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([{}[\],:])|([^\s{}[\],:"']+))/sy;
/**
* What can be read of a text that begins as a JSON object or list and is none: cut, with a comma too many, a line
* break or quotes inside a string, something behind its end. One pass, no recursion. `undefined` where
* nothing begins.
*/
function looseJson(text) {
	if (!/^[[{]/.test(text)) return void 0;
	const token = text.startsWith("{'") ? SINGLE : DOUBLE;
	const root = {};
	const levels = [];
	token.lastIndex = 0;
	for (let found = token.exec(text); found !== null; found = token.exec(text)) {
		const [, string, sign, word] = found;
		const level = levels.at(-1);
		if (sign === "{" || sign === "[") {
			const made = sign === "[" ? [] : Object.create(null);
			if (level === void 0) root.value = made;
			else put(level, made);
			levels.push({ into: made });
		} else if (sign === "}" || sign === "]") {
			levels.pop();
			if (levels.length === 0) break;
		} else if (level === void 0) break;
		else if (sign === ",") {
			delete level.key;
			level.filled = false;
		} else if (sign !== ":") {
			const value = string === void 0 ? jsonIn(word ?? "") : jsonIn(string) ?? string.slice(1, -1);
			if (Array.isArray(level.into) || level.key !== void 0) put(level, value);
			else if (typeof value === "string" && level.filled !== true) level.key = value;
		}
	}
	return root.value;
}
function put(level, value) {
	const { into, key, filled } = level;
	if (filled === true) return;
	level.filled = true;
	if (Array.isArray(into)) into.push(value);
	else if (key !== void 0) into[key] = value;
}

// src/evidence/body.ts
/** An error object of any API has fewer. */
const MAX_KEYS = 20;
/**
* Says what a body looked like, without any of its text: shape by sniffing (servers send JSON as
* text/plain and pages as application/json), the tokens of an error object, the marks.
* Never throws; linear in the size of the body.
*/
function describeBody(bytes, info) {
	const read = bytes.length > 65536 ? bytes.subarray(0, MOST_BODY_BYTES) : bytes;
	const truncated = info.truncated || bytes.length > 65536;
	return {
		bytes: read.length,
		truncated,
		complete: info.complete,
		...contentOf(read, info.contentType, truncated)
	};
}
function contentOf(bytes, contentType, truncated) {
	if (bytes.length === 0) return {
		shape: "empty",
		marks: []
	};
	const text = decode(bytes);
	const trimmed = text.trim();
	if (trimmed === "") return {
		shape: "empty",
		marks: []
	};
	if (/^[[{]/.test(trimmed)) {
		const json = jsonOf(trimmed, truncated);
		if (json !== void 0) return json;
	}
	if (looksBinary(text)) return {
		shape: "binary",
		marks: []
	};
	if (looksLikeHtml(trimmed, contentType)) return {
		shape: "html",
		marks: marksIn(text)
	};
	const broken = looseJson(trimmed.replace(/^[^[{]{1,200}/, ""));
	const found = readError(broken);
	if (found === void 0) return {
		shape: "text",
		marks: marksIn(text)
	};
	const { shape: errorShape, error } = found;
	return {
		shape: "text",
		errorShape,
		error,
		keys: keysOf(broken),
		marks: marksIn(text, "error")
	};
}
function jsonOf(text, truncated) {
	const value = jsonIn(text);
	if (value !== void 0) return contentOfValue(value, text);
	if (!truncated) return void 0;
	const start = looseJson(text);
	return Array.isArray(start) || keysOf(start).length > 0 ? {
		shape: "json",
		...objectOf(start),
		keys: keysOf(start),
		marks: []
	} : void 0;
}
function contentOfValue(value, text) {
	const found = readError(value);
	return {
		shape: "json",
		...found === void 0 ? {} : {
			errorShape: found.shape,
			error: found.error
		},
		...objectOf(value),
		keys: keysOf(value),
		marks: found === void 0 ? [] : marksIn(text, "error")
	};
}
function objectOf(value) {
	return given({ object: isObject(value) ? tokenOf(value["object"]) : void 0 });
}
function keysOf(top) {
	if (!isObject(top)) return [];
	const keys = [];
	for (const key in top) {
		if (keys.length >= MAX_KEYS) break;
		const token = tokenOf(key);
		if (token !== void 0) keys.push(token);
	}
	return keys;
}
/** UTF-8 unless a byte order mark says UTF-16; wrong bytes become U+FFFD. */
function decode(bytes) {
	const [first, second] = bytes;
	if (first === 255 && second === 254) return new TextDecoder("utf-16le").decode(bytes);
	if (first === 254 && second === 255) return new TextDecoder("utf-16be").decode(bytes);
	return new TextDecoder("utf-8").decode(bytes);
}
/** NUL, or more than a tenth of the first 1024 characters neither printable nor white space. */
function looksBinary(text) {
	const head = text.slice(0, 1024);
	let odd = 0;
	for (let index = 0; index < head.length; index += 1) {
		const code = head.charCodeAt(index);
		if (code === 0) return true;
		if (code === 65533 || code < 32 && code !== 9 && code !== 10 && code !== 13) odd += 1;
	}
	return odd * 10 > head.length;
}
function looksLikeHtml(trimmed, contentType) {
	if (/^<(?:!doctype html|html|head|body|title|script|meta|!--|center|h1|div|p\b|iframe)/i.test(trimmed)) return true;
	return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType) && trimmed.startsWith("<") || /<html[\s>]/i.test(trimmed.slice(0, 2048));
}
/**
* Ids of the marks found in a text, in the order of the catalogue. Only the first 65536 characters
* are read: as many as bytes of a body. `where` limits the search to one kind of mark.
*/
function marksIn(text, where) {
	const read = text.slice(0, MOST_BODY_BYTES);
	return MARKS.filter((mark) => (where === void 0 || mark.where === where) && mark.pattern.test(read)).map((mark) => mark.id);
}

// src/evidence/response.ts
const REDIRECTS = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
/** What is kept of a response: nothing of its text, and of its headers those that say who answered. */
function responseFacts(received) {
	const { method, url, status, bytes, truncated, complete, nowMs } = received;
	const headers = headersOfInterest(received.headers);
	const read = (wanted) => {
		const value = received.headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
		return typeof value === "string" ? value : value?.join(", ");
	};
	const contentType = read("content-type") ?? "";
	return {
		method,
		path: url.pathname,
		status,
		httpVersion: received.httpVersion,
		headers,
		body: describeBody(bytes, {
			contentType,
			truncated,
			complete
		}),
		authenticated: received.authenticated,
		...given({
			firstByteMs: received.firstByteMs,
			clientRequestId: received.clientRequestId,
			limits: limitsOf(headers, nowMs)
		}),
		...saidByHeaders(read, status, url, nowMs)
	};
}
/** What the headers say beyond themselves: who to ask for, where it points, whose clock is off. */
function saidByHeaders(read, status, from, nowMs) {
	return { ...given({
		requestId: requestIdOf(read),
		redirectTo: foreignTarget(read, status, from),
		clockSkewMs: clockSkew(read, nowMs)
	}) };
}
/** Where a redirect points (RFC 9110 §15.4); `undefined` when it is none or points nowhere. */
function redirectTarget(read, status, from) {
	const location = read("location");
	if (location === void 0 || !REDIRECTS.has(status)) return void 0;
	return URL.parse(location, from.href) ?? void 0;
}
/** Names of the challenges in `Proxy-Authenticate` values (RFC 9110 §11.6.1), lower case, each once. */
function challengesIn(values) {
	const schemes = values.flatMap((value) => value.split(",")).map((part) => /^\s*([A-Za-z][\w-]*)(?:\s|$)/.exec(part)?.[1]?.toLowerCase()).filter((scheme) => scheme !== void 0);
	return [...new Set(schemes)];
}
function requestIdOf(read) {
	const id = read("x-request-id") ?? read("apim-request-id") ?? read("x-oai-request-id");
	return id !== void 0 && /^[\w-]{1,128}$/.test(id) ? id : void 0;
}
/**
* Where another origin begins: scheme, host and port only, a path may hold a ticket. A URL allows
* `$`, quotes and backticks in a host; a sentence that quotes it does not.
*/
function foreignTarget(read, status, from) {
	const target = redirectTarget(read, status, from);
	return target === void 0 || target.origin === from.origin ? void 0 : `${target.protocol}//${quotable(target.host)}`;
}
/** Positive: their clock is ahead of ours. A second of resolution, so less than 2 s says nothing. */
function clockSkew(read, nowMs) {
	const date = Date.parse(read("date") ?? "");
	return Number.isNaN(date) ? void 0 : date - nowMs;
}

// src/evidence/tunnel.ts
const STATUS_CODES = {
	401: "proxy.auth_required",
	403: "proxy.denied",
	407: "proxy.auth_required",
	451: "proxy.denied",
	502: "proxy.bad_gateway",
	503: "proxy.destination_unavailable",
	504: "proxy.connection_timeout"
};
/** What a proxy's answer to CONNECT says, and why it refused if it did. `page` is what followed, at most 64 KiB. */
function tunnelAnswer(answer) {
	const { status, page } = answer;
	const challenges = answer.headers.filter(([name]) => name.toLowerCase() === "proxy-authenticate");
	const headers = headersOfInterest(answer.headers);
	const facts = {
		status,
		headers,
		schemes: challengesIn(challenges.map(([, value]) => value)),
		...page === void 0 ? {} : { body: describeBody(page, {
			contentType: headers["content-type"] ?? "",
			truncated: page.length >= MOST_BODY_BYTES,
			complete: true
		}) }
	};
	return {
		facts,
		failure: refusal(facts)
	};
}
/** Why the proxy refused: its own machine-readable words first, then its page, the status last. */
function refusal(facts) {
	const { status = 0, headers } = facts;
	return {
		code: (status === 407 ? "proxy.auth_required" : void 0) ?? proxyReason(headers, facts.body?.marks) ?? entryOf(STATUS_CODES, status) ?? (status >= 300 && status < 400 ? "proxy.redirected" : "proxy.http_error"),
		detail: `CONNECT answered ${status}`
	};
}

export { describeBody as a, limitsOf as c, responseFacts as i, KEPT as l, tunnelAnswer as n, marksIn as o, redirectTarget as r, durationMs as s, refusal as t, headersOfInterest as u };