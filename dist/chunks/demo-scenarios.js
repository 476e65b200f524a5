import { createRequire } from "node:module";
import "./runtime.js";
import { A as given, I as jsonIn, k as fields } from "./settings-inputs.js";
import { Et as addressBytes } from "./common.js";
import net from "node:net";
const { createHash, createPublicKey, generateKeyPairSync, randomBytes, randomUUID, sign } = createRequire(import.meta.url ?? process.execPath)("node:crypto");
import http from "node:http";
import https from "node:https";
import { Buffer } from "node:buffer";
import { once } from "node:events";
import tls from "node:tls";

// src/demo/loopback/listen.ts
/** Silences what peers do to a socket on purpose: an unheard `error` would end the process. */
function tolerate(socket) {
	socket.on("error", () => {});
}
async function listen(server) {
	const sockets = /* @__PURE__ */ new Set();
	server.on("connection", (socket) => {
		sockets.add(socket);
		tolerate(socket);
		socket.once("close", () => sockets.delete(socket));
	});
	server.on("tlsClientError", () => {});
	server.listen({
		host: "127.0.0.1",
		port: 0
	});
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("not a TCP server");
	return {
		port: address.port,
		async [Symbol.asyncDispose]() {
			const closed = once(server.close(), "close");
			for (const socket of sockets) socket.destroy();
			await closed;
		}
	};
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
function insufficientQuota() {
	return openaiError(429, {
		message: "You exceeded your current quota, please check your plan and billing details.",
		type: "insufficient_quota",
		code: "insufficient_quota"
	});
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
/** The dangerous one: a captive portal that says 200. */
function portal200() {
	return html(200, "<!doctype html><html><head><title>Sign in to network</title></head><body><form action=\"/login\"></form></body></html>");
}
/** Tokens per minute, with the headers that a limit may (not must) carry. */
function rateLimited() {
	return openaiError(429, {
		message: "Rate limit reached for demo-model in organization org-lab on tokens per min (TPM).",
		type: "tokens",
		code: "rate_limit_exceeded"
	}, {
		...limitHeaders(),
		"x-ratelimit-remaining-tokens": "0",
		"x-ratelimit-reset-tokens": "18.642s",
		"retry-after": "19",
		"retry-after-ms": "18642"
	});
}
/** The short page of nginx and what is made of it: the edge, many a load balancer. */
function tinyPage(status, title, signature, headers = {}) {
	return html(status, [
		"<html>",
		`<head><title>${title}</title></head>`,
		"<body>",
		`<center><h1>${title}</h1></center>`,
		`<hr><center>${signature}</center>`,
		"</body>",
		"</html>",
		""
	].join("\r\n"), headers);
}
/** Squid's page for one of its templates; `errno` is the second word of `X-Squid-Error`. */
function squidPage(status, error, errno = 0) {
	return html(status, `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html><head>
<title>ERROR: The requested URL could not be retrieved</title>
<!-- Stylesheet for Squid Error pages --></head>
<body id=${error}><h1>ERROR</h1></body></html>\n`, {
		server: "squid/5.7",
		"x-squid-error": `${error} ${String(errno)}`,
		"x-cache": "MISS from proxy.example.test",
		via: "1.1 proxy.example.test (squid/5.7)"
	});
}

// src/demo/loopback/openai-replies.ts
const MODEL = "demo-model";
/** The API's own behaviour, as far as a demo meets it: pure, request to reply. */
function openaiReplies({ key, shutdown }) {
	return ({ method, path, headers, body }) => {
		const isList = path === "/v1/models";
		const isOne = path === `/v1/models/${MODEL}`;
		if (!isList && !isOne && path !== "/v1/responses") return invalidUrl(method, path);
		const sent = bearer(headers);
		if (sent === "") return keyless401(path);
		if (key !== void 0 && sent !== key) return openai401();
		if (isList || isOne) return modelReply([MODEL], isOne ? MODEL : "", shutdown);
		const asked = fields(jsonIn(body));
		return asked["model"] === "demo-model" ? responses(asked) : modelNotFound(String(asked["model"]));
	};
}
/** The key that a request brings; empty without one. */
function bearer({ authorization = "" }) {
	return /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? "";
}
/** One of the models, or the list of them. */
function modelReply(models, one, shutdown = {}) {
	const entry = (id) => ({
		id,
		object: "model",
		created: 1721172741,
		owned_by: "system",
		shutdown_date: shutdown[id] ?? null
	});
	if (one === "") return json(200, {
		object: "list",
		data: models.map(entry)
	}, admittedHeaders());
	return models.includes(one) ? json(200, entry(one), admittedHeaders()) : modelNotFound(one);
}
function answer(body) {
	return json(200, body, {
		...admittedHeaders(),
		...limitHeaders()
	});
}
function responses(body) {
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
	ecdsaWithSha256: "1.2.840.10045.4.3.2"
};
/** EC P-256 is made in under a millisecond. */
function makeKey() {
	return generateKeyPairSync("ec", { namedCurve: "P-256" });
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
function extension(id, value, critical = false) {
	return sequence(objectId(id), ...critical ? [boolean(true)] : [], octets(value));
}
function extensions(options) {
	const { authority = false, names = [] } = options;
	const list = /* @__PURE__ */ new Map();
	const add = (id, value, critical = false) => list.set(id, extension(id, value, critical));
	add(OID.basicConstraints, authority ? sequence(boolean(true)) : sequence(), authority);
	add(OID.keyUsage, authority ? bits(Buffer.of(6), 1) : bits(Buffer.of(128), 7), true);
	add(OID.subjectKeyId, octets(keyId(options.subjectKey)));
	add(OID.authorityKeyId, sequence(contextValue(0, keyId(options.issuerPublicKey))));
	if (!authority) add(OID.extendedKeyUsage, sequence(objectId(OID.serverAuth)));
	if (names.length > 0) add(OID.altName, sequence(...names.map(generalName)));
	options.alter?.(list);
	return context(3, sequence(...list.values()));
}
/** Makes and signs one X.509 version 3 certificate (RFC 5280 §4.1). Returns PEM. */
function makeCertificate(options) {
	const signedWith = sequence(objectId(OID.ecdsaWithSha256));
	const toBeSigned = sequence(context(0, integer(Buffer.of(2))), integer(Buffer.concat([Buffer.of(64), randomBytes(15)])), signedWith, distinguishedName(options.issuer), sequence(time(options.from), time(options.to)), distinguishedName(options.subject), publicKeyInfo(options.subjectKey), extensions(options));
	const signature = sign("sha256", toBeSigned, options.issuerKey);
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
/** A certificate by this issuer, valid between two days from now. */
function certified(issuer, subject, subjectKey, [from, to], more) {
	return makeCertificate({
		subject,
		issuer: issuer.name,
		subjectKey,
		issuerPublicKey: issuer.publicKey,
		issuerKey: issuer.privateKey,
		from: new Date(Date.now() + from * DAY),
		to: new Date(Date.now() + to * DAY),
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
		leaf({ names = LOOPBACK_NAMES, subject, keys = makeKey(), fromDays, toDays, alter } = {}) {
			const called = subject ?? given({ common: names[0] });
			const days = [fromDays ?? -30, toDays ?? 60];
			const more = {
				names,
				...given({ alter })
			};
			const leaf = certified(self, called, keys.publicKey, days, more);
			return {
				key: keyPem(keys.privateKey),
				cert: [leaf, ...chain.slice(0, -1)].join("")
			};
		},
		intermediate(below, { fromDays = -300, toDays = 3e3, ...more } = {}) {
			const { publicKey, privateKey } = makeKey();
			return signer(below, privateKey, certified(self, below, publicKey, [fromDays, toDays], {
				...more,
				authority: true
			}), chain);
		}
	};
}
/** A root of its own, made now: nothing outside the test trusts it. */
function authority(name, { fromDays = -3e3, toDays = 3e3, ...more } = {}) {
	const keys = makeKey();
	const days = [fromDays, toDays];
	const own = certified({
		name,
		...keys
	}, name, keys.publicKey, days, {
		...more,
		authority: true
	});
	return signer(name, keys.privateKey, own, []);
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
/** Most bytes that are read of one request. */
const REQUEST_LIMIT = 1048576;
/** A key of the right shape that is nobody's. */
function labKey() {
	return [
		"sk",
		"proj",
		createHash("sha256").update("preflight lab").digest("hex")
	].join("-");
}
/** A loopback server that answers as the OpenAI API does, at `https://localhost:PORT/v1`. */
async function startDemoApi({ tls = loopbackCredentials(), headers, instead, ...account } = {}) {
	const genuine = openaiReplies(account);
	const replyTo = (request) => {
		const reply = genuine(request);
		return instead?.(request) ?? {
			...reply,
			headers: {
				...reply.headers,
				...headers
			}
		};
	};
	const server = https.createServer({
		...tls,
		ALPNProtocols: ["http/1.1"]
	}, serving(replyTo));
	const listening = await listen(server);
	return {
		...listening,
		baseUrl: `https://localhost:${String(listening.port)}/v1`
	};
}
/** Answers each request when it has been read. */
function serving(replyTo, send = sendWhole) {
	const answer = async (incoming, outgoing) => send(outgoing, replyTo(await read(incoming)));
	return (incoming, outgoing) => {
		answer(incoming, outgoing).catch(() => incoming.destroy());
	};
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
	const headers = Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(", ")]);
	return {
		method: incoming.method ?? "",
		path: url.pathname,
		query: url.searchParams,
		headers: Object.fromEntries(headers),
		body
	};
}
function sendWhole(outgoing, reply) {
	outgoing.on("error", () => {});
	const begin = () => {
		if (outgoing.destroyed) return;
		outgoing.writeHead(reply.status, headOf(reply)).end(reply.body);
	};
	if (reply.delayMs === void 0) begin();
	else setTimeout(begin, reply.delayMs).unref();
}
/** With the length of the body, but for a stream: nobody knows one before its end. */
function headOf({ status, headers = {}, body = "" }) {
	const bodiless = status === 204 || status === 304;
	const streamed = headers["content-type"] === "text/event-stream";
	const length = { "content-length": String(Buffer.byteLength(body)) };
	return {
		...bodiless || streamed ? {} : length,
		...headers
	};
}

// src/demo/loopback/faults.ts
/** Servers that break the connection or the handshake at a chosen point. */
/**
* A port that refuses, and stays so: it is the near end of an open connection, so nothing can
* listen on it and the system gives it to nobody.
*/
async function closedPort() {
	const other = await listen(net.createServer());
	const holder = net.connect({
		port: other.port,
		host: "127.0.0.1"
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
/** Resets the connection as soon as the ClientHello has come. */
function resetAfterHello() {
	return listen(net.createServer((socket) => {
		socket.once("data", () => socket.resetAndDestroy());
	}));
}
/** A finished handshake, and nothing in answer to the request. */
function silentAfterRequest() {
	return listen(tls.createServer({
		ALPNProtocols: ["http/1.1"],
		...loopbackCredentials()
	}, (socket) => {
		tolerate(socket);
		socket.resume();
	}));
}

// src/demo/loopback/proxy.ts
/** An HTTP proxy that speaks CONNECT (RFC 9110 §9.3.6), at `http://127.0.0.1:PORT`. */
async function startProxy(onConnect) {
	const server = http.createServer((_request, response) => {
		response.writeHead(400, { connection: "close" }).end("this proxy only tunnels");
	});
	server.on("connect", (_request, client, head) => {
		tolerate(client);
		if (head.length > 0) client.unshift(head);
		onConnect(client);
	});
	const listening = await listen(server);
	return {
		...listening,
		url: `http://127.0.0.1:${String(listening.port)}`
	};
}
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
		client.write("HTTP/1.1 200 Connection established\r\n\r\n");
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
function answering(options = {}, more = {}) {
	return async () => {
		const closing = new AsyncDisposableStack();
		return stage(closing.use(await startDemoApi({
			key: labKey(),
			...options
		})).baseUrl, closing, more);
	};
}
function replying(reply) {
	return answering({ instead: () => reply });
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
		const proxy = closing.use(await startProxy(onConnect));
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
	scenario("key-placeholder", "the secret was never expanded by the workflow", answering({}, { environment: { OPENAI_API_KEY: ["$", "{{ secrets.OPENAI_API_KEY }}"].join("") } })),
	scenario("dns", "the name does not resolve", async () => {
		const resolve = (host) => Promise.reject(Object.assign(/* @__PURE__ */ new Error(`getaddrinfo ${host}`), { code: "ENOTFOUND" }));
		return stage("https://api.openai.com/v1", new AsyncDisposableStack(), { resolve });
	}),
	scenario("refused", "nothing listens on the port", instead(closedPort)),
	scenario("proxy-407", "the proxy asks for credentials that the proxy URL does not have", behindProxy(refusing(proxy407("Basic realm=\"corp\"")))),
	scenario("proxy-denied", "the proxy has a rule against this host", behindProxy(refusing(squidPage(403, "ERR_ACCESS_DENIED")))),
	scenario("proxy-ignored", "HTTPS_PROXY is set, but this client ignores it", async () => {
		const closing = new AsyncDisposableStack();
		const api = closing.use(await startDemoApi({ key: labKey() }));
		const closed = closing.use(await closedPort());
		const onConnect = tunnelling({
			host: "127.0.0.1",
			port: api.port
		});
		const environment = { HTTPS_PROXY: closing.use(await startProxy(onConnect)).url };
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
	scenario("tls-reset", "the connection is cut after the ClientHello", instead(resetAfterHello)),
	scenario("silence", "the request is sent and nothing comes back", instead(silentAfterRequest, { timeout: "1s" })),
	scenario("captive-portal", "a login page answers with status 200", replying(portal200())),
	scenario("region", "the egress address is in a country that is not supported", replying(unsupportedCountry())),
	scenario("auth", "the key is not accepted", replying(openai401())),
	scenario("model", "the model does not exist", replying(modelNotFound(MODEL))),
	scenario("quota", "the account has no credits", replying(insufficientQuota())),
	scenario("rate-limit", "too many requests", replying(rateLimited())),
	scenario("server", "the API fails with 500", replying(serverError())),
	scenario("overloaded", "the API is overloaded", replying(overloaded())),
	scenario("edge", "the API's edge answers 502", replying(tinyPage(502, "502 Bad Gateway", "cloudflare", EDGE))),
	scenario("stream-buffered", "the application streams, and something on the path collects the answer", answering({ instead: ({ path }) => path === "/v1/responses" ? {
		...responses({
			model: MODEL,
			stream: true
		}),
		delayMs: 700
	} : void 0 }, { inputs: {
		stream: "true",
		"path-checks": "stream"
	} })),
	scenario("body-too-large", "small requests pass, and a hop refuses those of more than 100 KB", answering({ instead: ({ body }) => body.length > 102400 ? tinyPage(413, "413 Request Entity Too Large", "nginx", { server: "nginx" }) : void 0 }, { inputs: { "path-checks": "body=200KB" } })),
	scenario("model-shutdown", "everything works, and the API announces the shutdown of the model", () => answering({ shutdown: { [MODEL]: dayFromNow(12) } })()),
	scenario("certificate-ends", "everything works, and the certificate expires in nine days", answering({ tls: labRoot().leaf({
		fromDays: -350,
		toDays: 9.5
	}) })),
	scenario("headroom", "everything works, and little of the rate limit is left", answering({ headers: { "x-ratelimit-remaining-requests": "40" } }))
];

export { SCENARIOS as t };