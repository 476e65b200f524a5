import "./runtime.js";
import { M as isObject, P as jsonIn, k as given } from "./settings-inputs.js";
import { St as addressBytes } from "./common.js";
import net from "node:net";
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, randomUUID, sign } from "node:crypto";
import http from "node:http";
import https from "node:https";
import { Buffer } from "node:buffer";
import { once } from "node:events";
import tls from "node:tls";

// src/demo/loopback/listen.ts
/** Most bytes that a server of the lab keeps of what it was sent. */
const KEPT = 262144;
/** Silences what peers do to a socket on purpose: an unheard `error` would end the process. */
function tolerate(socket) {
	socket.on("error", () => {});
}
/**
* Starts a server and keeps account of it.
* `wire` also records the raw bytes; leave it off for servers whose protocol reads the socket
* natively (TLS over the handle), they are seen only decrypted.
*/
async function listen(server, place = {}, wire = false) {
	const sockets = /* @__PURE__ */ new Set();
	const chunks = [];
	let kept = 0;
	let connections = 0;
	server.on("connection", (socket) => {
		connections += 1;
		sockets.add(socket);
		tolerate(socket);
		socket.once("close", () => sockets.delete(socket));
		if (!wire) return;
		socket.on("data", (chunk) => {
			if (kept >= KEPT) return;
			chunks.push(chunk.subarray(0, KEPT - kept));
			kept += chunk.length;
		});
	});
	server.on("tlsClientError", () => {});
	server.listen({
		host: place.host ?? "127.0.0.1",
		port: place.port ?? 0
	});
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("not a TCP server");
	return {
		host: address.address,
		port: address.port,
		connections: () => connections,
		open: () => sockets.size,
		received: () => Buffer.concat(chunks),
		async [Symbol.asyncDispose]() {
			const closed = new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
			});
			for (const socket of sockets) socket.destroy();
			await closed;
		}
	};
}
/** Length of the longest piece of the key (8 characters or more) found in what was sent; else 0. */
function keyBytesIn(received, key) {
	const text = Buffer.from(received).toString("latin1");
	for (let size = key.length; size >= 8; size -= 1) for (let at = 0; at + size <= key.length; at += 1) if (text.includes(key.slice(at, at + size))) return size;
	return 0;
}

// src/demo/loopback/replies.ts
/** What the parties on the path say: short forms of what each really sends, identifiers made up. */
function json(status, body, headers = {}) {
	return {
		status,
		headers: {
			"content-type": "application/json",
			...headers
		},
		body: JSON.stringify(body)
	};
}
function html(status, body, headers = {}) {
	return {
		status,
		headers: {
			"content-type": "text/html; charset=utf-8",
			...headers
		},
		body
	};
}
/** What the edge of the API puts on everything. */
const EDGE = {
	server: "cloudflare",
	"cf-ray": "9a1c0ffee0000000-IAD"
};
const FORWARDED = {
	...EDGE,
	"cf-cache-status": "DYNAMIC",
	"strict-transport-security": "max-age=31536000; includeSubDomains; preload",
	"x-content-type-options": "nosniff",
	"alt-svc": "h3=\":443\"; ma=86400"
};
/** Headers of a reply that the API itself wrote. */
function genuineHeaders() {
	return {
		...FORWARDED,
		"openai-version": "2020-10-01",
		"openai-processing-ms": "6",
		"x-openai-proxy-wasm": "v0.1",
		"x-request-id": `req_${randomUUID().replaceAll("-", "")}`
	};
}
/** Headers of a reply to a caller whose organization is known. */
function admittedHeaders() {
	return {
		...genuineHeaders(),
		"openai-organization": "org-lab",
		"openai-project": "proj_lab",
		"x-envoy-upstream-service-time": "9"
	};
}
function limitHeaders() {
	return {
		"x-ratelimit-limit-requests": "10000",
		"x-ratelimit-limit-tokens": "200000",
		"x-ratelimit-remaining-requests": "9999",
		"x-ratelimit-remaining-tokens": "199984",
		"x-ratelimit-reset-requests": "8ms",
		"x-ratelimit-reset-tokens": "4ms"
	};
}
/** Any error in the API's own shape. */
function openaiError(status, error, headers = {}) {
	return json(status, { error: {
		param: null,
		code: null,
		...error
	} }, {
		...genuineHeaders(),
		...headers
	});
}
const BEARER = { "www-authenticate": "Bearer realm=\"OpenAI API\"" };
const INVALID = "invalid_request_error";
/** Without a key: recorded from `GET /v1/models`; the other endpoints add "or basic". */
function keyless401(path = "/v1/models") {
	return openaiError(401, {
		message: `Missing ${path === "/v1/models" ? "bearer" : "bearer or basic"} authentication in header`,
		type: INVALID
	}, BEARER);
}
function openai401() {
	return openaiError(401, {
		message: "Incorrect API key provided: sk-proj-********lab. You can find your API key at https://platform.openai.com/account/api-keys.",
		type: INVALID,
		code: "invalid_api_key"
	}, BEARER);
}
function unsupportedCountry() {
	return json(403, { error: {
		code: "unsupported_country_region_territory",
		message: "Country, region, or territory not supported",
		param: null,
		type: "request_forbidden"
	} }, FORWARDED);
}
function modelNotFound(model) {
	return openaiError(404, {
		message: `The model \`${model}\` does not exist or you do not have access to it.`,
		type: INVALID,
		code: "model_not_found"
	});
}
function invalidUrl(method, path) {
	return json(404, { error: {
		message: `Invalid URL (${method} ${path})`,
		type: INVALID,
		param: null,
		code: null
	} }, FORWARDED);
}
function modelMissing() {
	return openaiError(400, {
		message: "you must provide a model parameter",
		type: INVALID
	});
}
function missingParameter(param) {
	return openaiError(400, {
		message: `Missing required parameter: '${param}'.`,
		type: INVALID,
		code: "missing_required_parameter",
		param
	});
}
function belowMinimum(param, minimum) {
	return openaiError(400, {
		message: `Invalid '${param}': integer below minimum value. Expected a value >= ${String(minimum)}.`,
		type: INVALID,
		code: "integer_below_min_value",
		param
	});
}
function insufficientQuota() {
	return openaiError(429, {
		message: "You exceeded your current quota, please check your plan and billing details.",
		type: "insufficient_quota",
		code: "insufficient_quota"
	});
}
/** Tokens per minute, with the headers that a limit may (not must) carry. */
function rateLimited(headers = "with-headers") {
	const error = {
		message: "Rate limit reached for demo-model in organization org-lab on tokens per min (TPM).",
		type: "tokens",
		code: "rate_limit_exceeded"
	};
	const told = {
		...limitHeaders(),
		"x-ratelimit-remaining-tokens": "0",
		"x-ratelimit-reset-tokens": "18.642s",
		"retry-after": "19",
		"retry-after-ms": "18642"
	};
	return openaiError(429, error, headers === "bare" ? {} : told);
}
function serverError() {
	return openaiError(500, {
		message: "The server had an error while processing your request. Sorry about that!",
		type: "server_error"
	});
}
function overloaded() {
	return openaiError(503, {
		message: "Our servers are currently overloaded. Please try again later.",
		type: "service_unavailable_error",
		code: "server_is_overloaded"
	}, { "retry-after": "5" });
}
/** The short page of nginx and what is made of it: the edge, many a load balancer. */
function tinyPage(title, signature) {
	return [
		"<html>",
		`<head><title>${title}</title></head>`,
		"<body>",
		`<center><h1>${title}</h1></center>`,
		`<hr><center>${signature}</center>`,
		"</body>",
		"</html>",
		""
	].join("\r\n");
}
/** The short page of the edge, e.g. 502 and 504, when the origin gives nothing. */
function edgeTiny(status) {
	const title = {
		403: "403 Forbidden",
		502: "502 Bad Gateway",
		503: "503 Service Temporarily Unavailable",
		504: "504 Gateway Time-out"
	}[status];
	return html(status, tinyPage(title, "cloudflare"), EDGE);
}
/** The dangerous one: a captive portal that says 200. */
function portal200() {
	return html(200, "<!doctype html><html><head><title>Sign in to network</title></head><body><form action=\"/login\"></form></body></html>");
}
/** Squid's errors by their template name, with the status that Squid sends. */
const SQUID = {
	ERR_ACCESS_DENIED: 403,
	ERR_CACHE_ACCESS_DENIED: 407,
	ERR_DNS_FAIL: 503,
	ERR_CONNECT_FAIL: 503,
	ERR_CANNOT_FORWARD: 500,
	ERR_SECURE_CONNECT_FAIL: 503
};
/** `errno` is the second word of `X-Squid-Error`: 110 timed out, 111 refused, 113 unreachable. */
function squidError(error, errno = 0) {
	const status = SQUID[error];
	const page = `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html><head>
<title>ERROR: The requested URL could not be retrieved</title>
<!-- Stylesheet for Squid Error pages --></head>
<body id=${error}><h1>ERROR</h1></body></html>\n`;
	const login = status === 407 ? { "proxy-authenticate": "Basic realm=\"Squid proxy-caching web server\"" } : {};
	return html(status, page, {
		server: "squid/5.7",
		"x-squid-error": `${error} ${String(errno)}`,
		"x-cache": "MISS from proxy.example.test",
		via: "1.1 proxy.example.test (squid/5.7)",
		...login
	});
}
function squidDenied() {
	return squidError("ERR_ACCESS_DENIED");
}

// src/demo/loopback/openai-replies.ts
/** The smallest `max_output_tokens` that `/v1/responses` accepts. */
const MINIMUM_OUTPUT_TOKENS = 16;
const MODELS = [
	"demo-model",
	"demo-reasoner",
	"demo-embedder"
];
const OF_THE_DEMO = {
	posts: { "/v1/responses": responses },
	forms: {}
};
/** The API's own behaviour, as far as a preflight meets it: pure, request to reply. */
function openaiReplies(account, { posts, forms } = OF_THE_DEMO) {
	const models = account.models ?? MODELS;
	return (request) => {
		const { method, path } = request;
		const post = posts[path];
		const form = forms[path];
		const get = path === "/v1/models" || path.startsWith("/v1/models/");
		if (method === "GET" && path === "/") return json(200, { message: "Welcome to the OpenAI API!" }, admittedHeaders());
		if (!get && post === void 0 && form === void 0) return invalidUrl(method, path);
		const key = bearer(request);
		if (key === "") return keyless401(path);
		if (account.key !== void 0 && key !== account.key) return openai401();
		if (method === "GET" && get) return modelList(path, models, account.shutdown);
		if (method !== "POST" || get) return methodNotAllowed(method, path);
		if (form !== void 0) return form(request);
		const body = parse(request.body);
		if (post === void 0 || body === void 0) return notJson();
		const model = body["model"];
		if (typeof model !== "string" || model === "") return modelMissing();
		return models.includes(model) ? post(body) : modelNotFound(model);
	};
}
function bearer(request) {
	const header = request.headers["authorization"] ?? "";
	return /^Bearer\s+(\S+)$/i.exec(header)?.[1] ?? "";
}
function parse(body) {
	const value = jsonIn(body);
	return isObject(value) ? value : void 0;
}
function notJson() {
	return openaiError(400, {
		message: "We could not parse the JSON body of your request.",
		type: "invalid_request_error"
	});
}
function methodNotAllowed(method, path) {
	const error = {
		message: `Not allowed to ${method} on ${path}.`,
		type: "invalid_request_error",
		code: "method_not_supported"
	};
	return openaiError(405, error);
}
function answer(body) {
	return json(200, body, {
		...admittedHeaders(),
		...limitHeaders()
	});
}
function modelList(path, models, shutdown = {}) {
	const entry = (id) => ({
		id,
		object: "model",
		created: 1721172741,
		owned_by: "system",
		shutdown_date: shutdown[id] ?? null
	});
	const one = path.slice(11);
	if (path === "/v1/models") return json(200, {
		object: "list",
		data: models.map(entry)
	}, admittedHeaders());
	return models.includes(one) ? json(200, entry(one), admittedHeaders()) : modelNotFound(one);
}
function responses(body) {
	if (body["input"] === void 0) return missingParameter("input");
	const most = body["max_output_tokens"];
	if (typeof most === "number" && most < MINIMUM_OUTPUT_TOKENS) return belowMinimum("max_output_tokens", MINIMUM_OUTPUT_TOKENS);
	const whole = {
		id: "resp_lab",
		object: "response",
		created_at: 17629e5,
		status: "completed",
		error: null,
		incomplete_details: null,
		model: body["model"],
		output: [{
			type: "message",
			id: "msg_lab",
			status: "completed",
			role: "assistant",
			content: [{
				type: "output_text",
				text: "ok",
				annotations: []
			}]
		}],
		usage: {
			input_tokens: 8,
			output_tokens: 2,
			total_tokens: 10
		}
	};
	if (body["stream"] !== true) return answer(whole);
	return events([
		{
			type: "response.created",
			response: {
				...whole,
				status: "in_progress",
				output: []
			}
		},
		{
			type: "response.output_text.delta",
			item_id: "msg_lab",
			output_index: 0,
			delta: "ok"
		},
		{
			type: "response.completed",
			response: whole
		}
	]);
}
/** Server-sent events as the API sends them: named where they have a type, a last word for chat. */
function events(pieces, last) {
	const lines = pieces.map((piece) => {
		return `${"type" in piece ? `event: ${String(piece.type)}\n` : ""}data: ${JSON.stringify(piece)}\n\n`;
	});
	return {
		status: 200,
		headers: {
			...admittedHeaders(),
			...limitHeaders(),
			"content-type": "text/event-stream"
		},
		body: lines.join("") + (last === void 0 ? "" : `data: ${last}\n\n`)
	};
}

// src/demo/loopback/der.ts
/** Distinguished Encoding Rules (ITU-T X.690): only what a certificate needs (RFC 5280). */
function length(size) {
	if (size < 128) return Buffer.of(size);
	const bytes = [];
	for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
	return Buffer.of(128 | bytes.length, ...bytes);
}
function element(tag, ...content) {
	const body = Buffer.concat(content);
	return Buffer.concat([
		Buffer.of(tag),
		length(body.length),
		body
	]);
}
function sequence(...parts) {
	return element(48, ...parts);
}
function setOf(...parts) {
	return element(49, ...parts);
}
/** A positive INTEGER from its bytes, most significant first. */
function integer(bytes) {
	const first = bytes.findIndex((byte) => byte !== 0);
	const value = first === -1 ? Buffer.of(0) : Buffer.from(bytes.subarray(first));
	return element(2, (value[0] ?? 0) >= 128 ? Buffer.concat([Buffer.of(0), value]) : value);
}
function objectId(dotted) {
	const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
	const bytes = [first * 40 + second];
	for (const arc of rest) {
		const groups = [arc % 128];
		for (let more = Math.floor(arc / 128); more > 0; more = Math.floor(more / 128)) groups.unshift(more % 128 | 128);
		bytes.push(...groups);
	}
	return element(6, Buffer.from(bytes));
}
function utf8(text) {
	return element(12, Buffer.from(text, "utf8"));
}
function boolean(value) {
	return element(1, Buffer.of(value ? 255 : 0));
}
function nothing() {
	return element(5);
}
function octets(content) {
	return element(4, content);
}
/** BIT STRING; `unused` counts the bits at the end that do not belong to it. */
function bits(content, unused = 0) {
	return element(3, Buffer.of(unused), content);
}
/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 §4.1.2.5). */
function time(date) {
	const digits = date.toISOString().replaceAll(/[-:T]|\.\d+/g, "");
	return date.getUTCFullYear() < 2050 ? element(23, Buffer.from(digits.slice(2), "ascii")) : element(24, Buffer.from(digits, "ascii"));
}
/** Context-specific element that contains others, e.g. `[0] EXPLICIT`. */
function context(number, ...parts) {
	return element(160 | number, ...parts);
}
/** Context-specific element with content of its own, e.g. a dNSName in a GeneralName. */
function contextValue(number, content) {
	return element(128 | number, content);
}
function pem(label, der) {
	return `-----BEGIN ${label}-----\n${(Buffer.from(der).toString("base64").match(/.{1,64}/g) ?? []).join("\n")}\n-----END ${label}-----\n`;
}

// src/demo/loopback/certificate.ts
const OID = {
	common: "2.5.4.3",
	organization: "2.5.4.10",
	subjectKeyId: "2.5.29.14",
	keyUsage: "2.5.29.15",
	altName: "2.5.29.17",
	basicConstraints: "2.5.29.19",
	authorityKeyId: "2.5.29.35",
	extendedKeyUsage: "2.5.29.37",
	serverAuth: "1.3.6.1.5.5.7.3.1",
	clientAuth: "1.3.6.1.5.5.7.3.2",
	authorityInfo: "1.3.6.1.5.5.7.1.1",
	caIssuers: "1.3.6.1.5.5.7.48.2",
	strange: "1.2.3.4.5.6.7",
	"ec-sha256": "1.2.840.10045.4.3.2",
	"ec-sha1": "1.2.840.10045.4.1",
	"rsa-sha256": "1.2.840.113549.1.1.11",
	"rsa-sha1": "1.2.840.113549.1.1.5"
};
/** EC P-256 is made in under a millisecond; RSA is only for the weak key. */
function makeKey(kind) {
	return kind === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("rsa", { modulusLength: kind === "rsa-1024" ? 1024 : 2048 });
}
function keyPem(key) {
	return key.export({
		format: "pem",
		type: "pkcs8"
	}).toString();
}
function distinguishedName(name) {
	const part = (id, value) => value === void 0 ? [] : [setOf(sequence(objectId(id), utf8(value)))];
	return sequence(...part(OID.organization, name.organization), ...part(OID.common, name.common));
}
function publicKeyInfo(key) {
	return key.export({
		format: "der",
		type: "spki"
	});
}
/** Key identifier: any stable digest of the key will do (RFC 5280 §4.2.1.2). */
function keyId(key) {
	return createHash("sha1").update(publicKeyInfo(key)).digest();
}
function generalName(name) {
	const address = addressBytes(name);
	return address === void 0 ? contextValue(2, Buffer.from(name, "ascii")) : contextValue(7, address);
}
function extensions(options) {
	const extension = (id, value, critical = false) => sequence(objectId(id), ...critical ? [boolean(true)] : [], octets(value));
	const { authority = false, lacks = [], names = [] } = options;
	const list = [
		extension(OID.basicConstraints, authority ? sequence(boolean(true)) : sequence(), authority && !lacks.includes("critical basicConstraints")),
		...lacks.includes("keyUsage") ? [] : [extension(OID.keyUsage, authority ? bits(Buffer.of(6), 1) : bits(Buffer.of(128), 7), true)],
		...lacks.includes("subjectKeyId") ? [] : [extension(OID.subjectKeyId, octets(keyId(options.subjectKey)))],
		...lacks.includes("authorityKeyId") ? [] : [extension(OID.authorityKeyId, sequence(contextValue(0, keyId(options.issuerPublicKey))))]
	];
	if (!authority) {
		const usage = options.usage === "client" ? OID.clientAuth : OID.serverAuth;
		list.push(extension(OID.extendedKeyUsage, sequence(objectId(usage))));
	}
	if (names.length > 0) list.push(extension(OID.altName, sequence(...names.map(generalName))));
	if (options.issuerUrl !== void 0) {
		const location = contextValue(6, Buffer.from(options.issuerUrl, "ascii"));
		const access = sequence(objectId(OID.caIssuers), location);
		list.push(extension(OID.authorityInfo, sequence(access)));
	}
	if (options.strangeExtension === true) list.push(extension(OID.strange, utf8("lab"), true));
	return context(3, sequence(...list));
}
/** Makes and signs one X.509 version 3 certificate (RFC 5280 §4.1). Returns PEM. */
function makeCertificate(options) {
	const { digest = "sha256" } = options;
	const family = options.issuerKey.asymmetricKeyType === "rsa" ? "rsa" : "ec";
	const algorithm = objectId(OID[`${family}-${digest}`]);
	const signedWith = family === "rsa" ? sequence(algorithm, nothing()) : sequence(algorithm);
	const toBeSigned = sequence(context(0, integer(Buffer.of(2))), integer(Buffer.concat([Buffer.of(64), randomBytes(15)])), signedWith, distinguishedName(options.issuer), sequence(time(options.from), time(options.to)), distinguishedName(options.subject), publicKeyInfo(options.subjectKey), extensions(options));
	const signature = sign(digest, toBeSigned, options.issuerKey);
	return pem("CERTIFICATE", sequence(toBeSigned, signedWith, bits(signature)));
}

// src/demo/loopback/pki.ts
const DAY = 864e5;
/** Everything a server on this machine may be called. */
const LOOPBACK_NAMES = [
	"localhost",
	"127.0.0.1",
	"::1"
];
function inDays(days) {
	return new Date(Date.now() + days * DAY);
}
/** A certificate by this issuer, valid between two days from now. */
function certified(issuer, subject, subjectKey, [from, to], more) {
	return makeCertificate({
		subject,
		issuer: issuer.name,
		subjectKey,
		issuerPublicKey: issuer.publicKey,
		issuerKey: issuer.privateKey,
		from: inDays(from),
		to: inDays(to),
		...more
	});
}
function signer(name, key, pem, above) {
	const self = {
		name,
		publicKey: createPublicKey(key),
		privateKey: key
	};
	const chain = [pem, ...above];
	return {
		name,
		pem,
		key: keyPem(key),
		chain,
		leaf(options = {}) {
			const { names = LOOPBACK_NAMES, subject, weakKey, rsa, send = "chain" } = options;
			const { fromDays = -30, toDays = 60, ...more } = options;
			const pair = makeKey(weakKey === true ? "rsa-1024" : rsa === true ? "rsa-2048" : "ec");
			const called = subject ?? given({ common: names[0] });
			const days = [fromDays, toDays];
			const leaf = certified(self, called, pair.publicKey, days, {
				...more,
				names,
				subject: called
			});
			const rest = {
				chain: chain.slice(0, -1),
				leaf: [],
				"with-root": chain
			}[send];
			return {
				key: keyPem(pair.privateKey),
				cert: [leaf, ...rest].join("")
			};
		},
		intermediate(below, { fromDays = -300, toDays = 3e3, ...more } = {}) {
			const { publicKey, privateKey } = makeKey("ec");
			return signer(below, privateKey, certified(self, below, publicKey, [fromDays, toDays], {
				...more,
				authority: true
			}), chain);
		}
	};
}
/** A root of its own, made now: nothing outside the test trusts it. */
function authority(name, { fromDays = -3e3, toDays = 3e3, ...more } = {}) {
	const pair = makeKey("ec");
	const certificate = certified({
		name,
		...pair
	}, name, pair.publicKey, [fromDays, toDays], {
		...more,
		authority: true
	});
	return signer(name, pair.privateKey, certificate, []);
}
let trusted;
let issuing;
/** The root that the lab's clients trust; one for each process. */
function labRoot() {
	trusted ??= authority({
		organization: "Preflight Lab",
		common: "Preflight Lab Root"
	});
	return trusted;
}
/** The authority below {@link labRoot} that signs the lab's servers. */
function labIssuer() {
	issuing ??= labRoot().intermediate({
		organization: "Preflight Lab",
		common: "Preflight Lab CA 1"
	});
	return issuing;
}
let usual;
/** Credentials for a well-run loopback server; made once. */
function loopbackCredentials() {
	usual ??= labIssuer().leaf();
	return usual;
}

// src/demo/loopback/api.ts
/** Most bytes that are read of one request, and most requests that are remembered. */
const REQUEST_LIMIT = 1048576;
const REMEMBERED = 500;
/** A key of the right shape that is nobody's. */
function labKey() {
	return [
		"sk",
		"proj",
		createHash("sha256").update("preflight lab").digest("hex")
	].join("-");
}
async function startDemoApi(options = {}) {
	const requests = [];
	const genuine = openaiReplies(options, options.families);
	const used = /* @__PURE__ */ new Map();
	const replyTo = (request) => {
		for (const name of [
			`${request.method} ${request.path}`,
			request.path,
			"*"
		]) {
			const answers = options.answers?.[name];
			if (answers === void 0) continue;
			if (typeof answers === "function") {
				const reply = answers(request);
				if (reply !== void 0) return reply;
				continue;
			}
			if (!isList(answers)) return answers;
			const count = used.get(name) ?? 0;
			used.set(name, count + 1);
			const reply = answers[Math.min(count, answers.length - 1)];
			if (reply !== void 0) return reply;
		}
		const reply = genuine(request);
		return {
			...reply,
			headers: {
				...reply.headers,
				...options.headers
			}
		};
	};
	const remember = (request) => {
		if (requests.length < REMEMBERED) requests.push(request);
	};
	const serve = (incoming, outgoing) => {
		const answer = async () => {
			const request = await read(incoming);
			remember(request);
			send(outgoing, replyTo(request));
		};
		answer().catch(() => incoming.destroy());
	};
	const plain = options.tls === "none";
	const credentials = options.tls ?? loopbackCredentials();
	const server = credentials === "none" ? http.createServer(serve) : https.createServer({
		...credentials,
		ALPNProtocols: ["http/1.1"]
	}, serve);
	if (options.keepAliveMs !== void 0) server.keepAliveTimeout = options.keepAliveMs;
	options.prepare?.({
		server,
		remember,
		replyTo
	});
	server.on("clientError", (_error, socket) => socket.destroy());
	const listening = await listen(server, options);
	const origin = `${plain ? "http" : "https"}://localhost:${String(listening.port)}`;
	return {
		...listening,
		origin,
		baseUrl: `${origin}/v1`,
		requests,
		keyBytes: (key) => requests.reduce((most, { headers, body, query }) => Math.max(most, keyBytesIn(Buffer.from(`${JSON.stringify(headers)}${body}${query.toString()}`), key)), 0)
	};
}
function isList(answers) {
	return Array.isArray(answers);
}
async function read(incoming) {
	const chunks = [];
	let size = 0;
	for await (const chunk of incoming) {
		if (!Buffer.isBuffer(chunk)) continue;
		size += chunk.length;
		if (size > REQUEST_LIMIT) throw new Error("request too large for the lab");
		chunks.push(chunk);
	}
	return requestOf(incoming, Buffer.concat(chunks).toString("utf8"));
}
/** Of a request whose body is read. */
function requestOf(incoming, body) {
	const url = new URL(incoming.url ?? "/", "http://lab.test");
	const headers = {};
	for (const [name, value] of Object.entries(incoming.headers)) if (value !== void 0) headers[name] = Array.isArray(value) ? value.join(", ") : value;
	return {
		method: incoming.method ?? "",
		path: url.pathname,
		query: url.searchParams,
		headers,
		body
	};
}
/** Sends a scripted reply as it says: late, in pieces, or not to the end. */
function send(outgoing, reply) {
	outgoing.on("error", () => {});
	const body = Buffer.from(reply.body ?? "");
	const begin = () => {
		if (outgoing.destroyed) return;
		const bodiless = reply.status === 204 || reply.status === 304;
		const streamed = reply.headers?.["content-type"] === "text/event-stream";
		const headers = {
			...bodiless || streamed ? {} : { "content-length": String(body.length) },
			...reply.headers
		};
		outgoing.writeHead(reply.status, Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === "string" ? value : [...value]])));
		if (reply.cut !== void 0) {
			const { afterBytes, how } = reply.cut;
			outgoing.flushHeaders();
			outgoing.write(body.subarray(0, afterBytes), () => {
				end(outgoing, how);
			});
			return;
		}
		if (reply.pieces === void 0) {
			outgoing.end(bodiless ? void 0 : body);
			return;
		}
		drip(outgoing, body, reply.pieces);
	};
	if (reply.delayMs === void 0) begin();
	else setTimeout(begin, reply.delayMs).unref();
}
function end(outgoing, how) {
	if (how === "silence") return;
	setTimeout(() => {
		if (how === "reset") resetBelow(outgoing);
		else outgoing.destroy();
	}, 30).unref();
}
/** A TLS socket has no RST of its own: the one beneath it has. */
function resetBelow(outgoing) {
	const { socket } = outgoing;
	if (socket === null) return;
	const beneath = Reflect.get(socket, "_parent");
	if (beneath instanceof Object && "resetAndDestroy" in beneath) {
		const reset = beneath.resetAndDestroy;
		if (typeof reset === "function") {
			Reflect.apply(reset, beneath, []);
			return;
		}
	}
	socket.resetAndDestroy();
}
function drip(outgoing, body, pieces) {
	let at = 0;
	const timer = setInterval(() => {
		if (outgoing.destroyed || at >= body.length) {
			clearInterval(timer);
			outgoing.end();
			return;
		}
		outgoing.write(body.subarray(at, at + pieces.bytes));
		at += pieces.bytes;
	}, pieces.everyMs);
	timer.unref();
}

// src/demo/loopback/faults.ts
/** Servers that break the connection or the handshake at a chosen point. */
function finish(socket, how) {
	if (how === "reset") socket.resetAndDestroy();
	if (how === "fin") socket.end();
}
/** A TCP server; `allowHalfOpen` so that its FIN is its own decision. */
async function startTcp(serve, place = {}) {
	const server = net.createServer({ allowHalfOpen: true }, (socket) => {
		tolerate(socket);
		serve(socket);
	});
	return listen(server, place, true);
}
/**
* A port that refuses, and stays so: it is the near end of an open connection, so nothing can
* listen on it and the system gives it to nobody.
*/
async function closedPort(host = "127.0.0.1") {
	const other = await startTcp(() => {}, { host });
	const holder = net.connect({
		port: other.port,
		host
	});
	tolerate(holder);
	await once(holder, "connect");
	const { localPort } = holder;
	if (localPort === void 0) throw new Error("no local port");
	return {
		port: localPort,
		async [Symbol.asyncDispose]() {
			holder.destroy();
			await other[Symbol.asyncDispose]();
		}
	};
}
/** Breaks as soon as the ClientHello (or the request, on plain HTTP) has come. */
function breakAfterFirstBytes(how, place) {
	return startTcp((socket) => {
		socket.once("data", () => {
			finish(socket, how);
		});
	}, place);
}
/** A finished handshake, then the connection breaks when the request has come. */
function breakAfterRequest(how, place) {
	return startTls((socket) => {
		socket.once("data", () => {
			endTls(socket, how);
		});
	}, place);
}
/** A TLS server whose connections are handled byte by byte. */
async function startTls(serve, place = {}, credentials = loopbackCredentials(), options = {}) {
	const server = tls.createServer({
		ALPNProtocols: ["http/1.1"],
		...credentials,
		...options
	}, (socket) => {
		tolerate(socket);
		serve(socket);
	});
	return listen(server, place);
}
/** FIN without close_notify, or RST, beneath a TLS socket. */
function endTls(socket, how) {
	if (how === "silence") return;
	const beneath = Reflect.get(socket, "_parent");
	if (how === "reset" && beneath instanceof net.Socket) beneath.resetAndDestroy();
	else socket.destroy();
}

// src/demo/loopback/proxy.ts
const OPENED = "HTTP/1.1 200 Connection established\r\n\r\n";
/** An HTTP proxy that speaks CONNECT (RFC 9110 §9.3.6). */
async function startProxy(options) {
	const connects = [];
	const { onRequest = onlyTunnels } = options;
	const server = options.tls === void 0 ? http.createServer(onRequest) : https.createServer(options.tls, onRequest);
	server.on("clientError", (_error, socket) => {
		socket.end(asText({
			status: 400,
			headers: { "content-type": "text/html" }
		}));
	});
	server.on("connect", (request, client, head) => {
		tolerate(client);
		const headers = {};
		for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
		connects.push({
			authority: request.url ?? "",
			headers
		});
		if (head.length > 0) client.unshift(head);
		options.onConnect(client, request);
	});
	const { onAccept } = options;
	if (onAccept !== void 0) server.prependListener("connection", onAccept);
	const listening = await listen(server, options);
	const port = String(listening.port);
	const place = options.tls === void 0 ? `${listening.host}:${port}` : `localhost:${port}`;
	const scheme = options.tls === void 0 ? "http" : "https";
	return {
		...listening,
		url: `${scheme}://${place}`,
		urlWith: (login) => `${scheme}://${login}@${place}`,
		connects
	};
}
const onlyTunnels = (_request, response) => {
	response.writeHead(400, { connection: "close" }).end("this proxy only tunnels");
};
/** Answers every CONNECT with a status of its own. */
function refusing(reply) {
	return (client) => client.end(asText(reply));
}
/** Opens every tunnel, and all of them lead to the same place. */
function tunnelling(to) {
	return (client) => tunnel(client, to);
}
function tunnel(client, target) {
	const upstream = net.connect(target);
	upstream.once("connect", () => {
		client.write(OPENED);
		client.pipe(upstream);
		upstream.pipe(client);
	});
	upstream.once("error", () => {
		client.end(asText({
			status: 502,
			headers: { "content-length": "0" }
		}));
	});
	upstream.once("close", () => client.destroy());
	client.once("close", () => upstream.destroy());
}
/** A reply as bytes of HTTP/1.1. */
function asText(reply) {
	const body = (reply.body ?? "").toString();
	const headers = {
		"content-length": String(Buffer.byteLength(body)),
		connection: "close",
		...reply.headers
	};
	const lines = Object.entries(headers).flatMap(([name, value]) => (typeof value === "string" ? [value] : value).map((one) => `${name}: ${one}`));
	const reason = http.STATUS_CODES[reply.status] ?? "Unknown";
	return `HTTP/1.1 ${String(reply.status)} ${reason}\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
/** 407 with the schemes that a proxy offers, e.g. `Negotiate`, `NTLM`, `Basic realm="x"`. */
function proxy407(...schemes) {
	return {
		status: 407,
		headers: { "proxy-authenticate": schemes }
	};
}

// src/demo/scenarios.ts
const MODEL = "demo-model";
/** The settings of the imagined application, and everything to close at the end. */
function stage(baseUrl, closing, more = {}) {
	return {
		inputs: {
			"base-url": baseUrl,
			route: "openai",
			model: MODEL,
			client: "node",
			timeout: "3s",
			...more.inputs
		},
		environment: {
			OPENAI_API_KEY: labKey(),
			...more.environment
		},
		roots: more.roots ?? [labRoot().pem],
		...given({ resolve: more.resolve }),
		[Symbol.asyncDispose]: () => closing.disposeAsync()
	};
}
/** An API that answers as told. */
function answering(options = {}) {
	return async () => {
		const closing = new AsyncDisposableStack();
		return stage(closing.use(await startDemoApi({
			key: labKey(),
			...options
		})).baseUrl, closing);
	};
}
function replying(reply) {
	return answering({ answers: { "*": reply } });
}
/** The API's own stream of events. */
function genuineStream() {
	const body = JSON.stringify({
		model: MODEL,
		input: "ping",
		stream: true
	});
	const headers = { authorization: `Bearer ${labKey()}` };
	const asked = {
		method: "POST",
		path: "/v1/responses",
		query: new URLSearchParams(),
		headers,
		body
	};
	return openaiReplies({ key: labKey() })(asked);
}
function nginx413() {
	return {
		status: 413,
		headers: {
			server: "nginx",
			"content-type": "text/html"
		},
		body: "<html><head><title>413 Request Entity Too Large</title></head><body><center><h1>413 Request Entity Too Large</h1></center><hr><center>nginx</center></body></html>"
	};
}
/** Something broken where the API should be. */
function instead(start, inputs = {}) {
	return async () => {
		const closing = new AsyncDisposableStack();
		const { port } = closing.use(await start());
		return stage(`https://localhost:${port}/v1`, closing, { inputs });
	};
}
/** `2026-12-11`. */
function dayFromNow(days) {
	return new Date(Date.now() + days * 864e5).toISOString().slice(0, 10);
}
/** A healthy API behind a proxy that the client uses. */
function behindProxy(onConnect) {
	return async () => {
		const closing = new AsyncDisposableStack();
		const api = closing.use(await startDemoApi({ key: labKey() }));
		const proxy = closing.use(await startProxy({ onConnect }));
		return stage(api.baseUrl, closing, { environment: {
			HTTPS_PROXY: proxy.url,
			NODE_USE_ENV_PROXY: "1"
		} });
	};
}
const scenario = (name, about, arrange) => ({
	name,
	about,
	arrange
});
/** Faults that people meet, in the order of the ladder. One line each. */
const SCENARIOS = [
	scenario("ok", "everything works", answering()),
	scenario("key-placeholder", "the secret was never expanded by the workflow", async () => {
		const closing = new AsyncDisposableStack();
		const api = closing.use(await startDemoApi());
		const environment = { OPENAI_API_KEY: ["$", "{{ secrets.OPENAI_API_KEY }}"].join("") };
		return stage(api.baseUrl, closing, { environment });
	}),
	scenario("dns", "the name does not resolve", async () => {
		const resolve = (host) => Promise.reject(Object.assign(/* @__PURE__ */ new Error(`getaddrinfo ${host}`), { code: "ENOTFOUND" }));
		return stage("https://api.openai.com/v1", new AsyncDisposableStack(), { resolve });
	}),
	scenario("refused", "nothing listens on the port", instead(closedPort)),
	scenario("proxy-407", "the proxy asks for credentials that the proxy URL does not have", behindProxy(refusing(proxy407("Basic realm=\"corp\"")))),
	scenario("proxy-denied", "the proxy has a rule against this host", behindProxy(refusing(squidDenied()))),
	scenario("proxy-ignored", "HTTPS_PROXY is set, but this client ignores it", async () => {
		const closing = new AsyncDisposableStack();
		const api = closing.use(await startDemoApi({ key: labKey() }));
		const closed = closing.use(await closedPort());
		const onConnect = tunnelling({
			host: "127.0.0.1",
			port: api.port
		});
		const environment = { HTTPS_PROXY: closing.use(await startProxy({ onConnect })).url };
		return stage(`https://localhost:${closed.port}/v1`, closing, { environment });
	}),
	scenario("tls-intercepted", "a corporate proxy re-signs TLS with a root that this client does not trust", answering({ tls: authority({
		organization: "Zscaler Inc.",
		common: "Zscaler Root CA"
	}).leaf() })),
	scenario("tls-expired", "the certificate has expired", answering({ tls: labRoot().leaf({
		fromDays: -90,
		toDays: -1
	}) })),
	scenario("tls-wrong-name", "the certificate is for another host", answering({ tls: labRoot().leaf({ names: ["other.example"] }) })),
	scenario("tls-reset", "the connection is cut after the ClientHello", instead(() => breakAfterFirstBytes("reset"))),
	scenario("silence", "the request is sent and nothing comes back", instead(() => breakAfterRequest("silence"), { timeout: "1s" })),
	scenario("captive-portal", "a login page answers with status 200", replying(portal200())),
	scenario("region", "the egress address is in a country that is not supported", replying(unsupportedCountry())),
	scenario("auth", "the key is not accepted", replying(openai401())),
	scenario("model", "the model does not exist", replying(modelNotFound(MODEL))),
	scenario("quota", "the account has no credits", replying(insufficientQuota())),
	scenario("rate-limit", "too many requests", replying(rateLimited())),
	scenario("server", "the API fails with 500", replying(serverError())),
	scenario("overloaded", "the API is overloaded", replying(overloaded())),
	scenario("edge", "the API's edge answers 502", replying(edgeTiny(502))),
	scenario("stream-buffered", "the application streams, and something on the path collects the answer", async () => {
		const closing = new AsyncDisposableStack();
		const answers = { "POST /v1/responses": {
			...genuineStream(),
			delayMs: 700
		} };
		return stage(closing.use(await startDemoApi({
			key: labKey(),
			answers
		})).baseUrl, closing, { inputs: {
			stream: "true",
			"path-checks": "stream"
		} });
	}),
	scenario("body-too-large", "small requests pass, and a hop refuses those of more than 100 KB", async () => {
		const closing = new AsyncDisposableStack();
		return stage(closing.use(await startDemoApi({
			key: labKey(),
			answers: { "POST /v1/responses": (request) => request.body.length > 102400 ? nginx413() : void 0 }
		})).baseUrl, closing, { inputs: { "path-checks": "body=200KB" } });
	}),
	scenario("model-shutdown", "everything works, and the API announces the shutdown of the model", () => answering({ shutdown: { [MODEL]: dayFromNow(12) } })()),
	scenario("certificate-ends", "everything works, and the certificate expires in nine days", answering({ tls: labRoot().leaf({
		fromDays: -350,
		toDays: 9.5
	}) })),
	scenario("headroom", "everything works, and little of the rate limit is left", answering({ headers: { "x-ratelimit-remaining-requests": "40" } }))
];

export { SCENARIOS as t };