import { createRequire } from "node:module";
import { h as OUT_OF_TIME, s as CANCELLED } from "./model-words.js";
import { A as given, D as entryOf, E as destinationOf, I as jsonIn, P as isoTime, S as MOST_BODY_BYTES, V as withoutEndSlashes, b as endpointFacts, j as hostAndPort, k as fields, m as PROBE_RUNG, s as effectiveDepth, w as bareHost, x as exitOf } from "./settings-inputs.js";
import { n as OpenAI, r as APIError, t as AzureOpenAI } from "./openai.js";
import { F as factsOf, I as firstFailed, K as requestChain, U as observation, V as lacksUsableResponse, a as layerOf, i as flatten, n as errnoOf, o as timedOut, q as responseOf, r as failureFrom, t as classOf, z as isProbe } from "./judge.js";
import { S as inspectorIn, h as printable, i as responseFacts, n as tunnelAnswer, r as redirectTarget } from "./rules.js";
import { a as RanOut, g as sharedBy, h as evidenceOf, l as environmentOf, n as inOrder, o as Stopped, r as lookUp, s as untilAborted, u as outside } from "./egress.js";
import { At as scopeOf, Dt as isAddress, Et as addressBytes, Nt as CLIENT_FACTS, S as all, ht as isOpenaiHost, kt as resolved, r as limitTime, wt as statusPageOf } from "./common.js";
import { i as import_api_request, n as Response, r as import_agent, t as Headers$1 } from "./undici.js";
const { readFileSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import path from "node:path";
import { networkInterfaces } from "node:os";
import { connect, isIP } from "node:net";
const { X509Certificate, createHash, randomBytes, randomUUID } = createRequire(import.meta.url ?? process.execPath)("node:crypto");
import zlib, { constants as constants$1, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { PassThrough } from "node:stream";
import { access, constants as constants$2, readFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { once } from "node:events";
import tls, { checkServerIdentity, connect as connect$1, createSecureContext, rootCertificates } from "node:tls";
import { AsyncLocalStorage } from "node:async_hooks";
import { Resolver, getServers } from "node:dns/promises";

// src/routes/calls.ts
/** Marks a request of the SDK that is to be sent as the opening of a WebSocket. */
const WEB_SOCKET = { upgrade: "websocket" };
/** The cheapest call of a route, streamed where the application streams and the family can. */
function callOf({ endpoint, stream }) {
	const { path, call, body, answer, streamed, needs } = endpointFacts(endpoint);
	if (needs === "WebSocket") return async (client, model) => {
		const query = client instanceof AzureOpenAI ? { deployment: model } : { model };
		return answer(await client.get(path, {
			query,
			headers: WEB_SOCKET
		}));
	};
	if (stream !== true || streamed === void 0) return async (client, model) => answer(await called(client, call, body(model)));
	return async (client, model) => {
		const events = [];
		const answered = await called(client, call, {
			...body(model),
			stream: true
		});
		if (isStream(answered)) for await (const event of answered) events.push(event);
		return streamed(events);
	};
}
/** Families that can be asked for as a stream of events. */
function canStream(endpoint) {
	return endpointFacts(endpoint).streamed !== void 0;
}
/** The method of the SDK at the end of these attributes; one that it does not have throws a TypeError. */
async function called(client, call, body) {
	let holder = client;
	for (const name of call.split(".")) {
		const found = Reflect.get(holder, name);
		if (typeof found === "function") return await Reflect.apply(found, holder, [body]);
		if (typeof found !== "object" || found === null) break;
		holder = found;
	}
	throw new TypeError(`the SDK has no ${call}`);
}
function isStream(value) {
	return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
/** A list of models as OpenAI sends it; a longer one than is read still begins like one. */
function isModelList({ status, body }) {
	if (status !== 200 || body.shape !== "json" || body.error !== void 0) return false;
	return body.object === "list" || body.keys?.includes("data") === true || body.truncated;
}

// src/routes/openai.ts
/** Headers of ours; `null` takes one away that the SDK found in the environment. */
function ownHeaders(route, asking) {
	const withheld = route.withheldHeaders?.map((name) => [name, null]) ?? [];
	return {
		...Object.fromEntries(withheld),
		"X-Client-Request-Id": asking.clientRequestId
	};
}
/** What every client of the SDK is given, so that it makes one try, on our connection, as this route. */
function clientOptions(route, asking) {
	return {
		organization: route.organization ?? null,
		project: route.project ?? null,
		maxRetries: 0,
		timeout: asking.timeoutMs,
		fetch: asking.fetch,
		logLevel: "off",
		adminAPIKey: null,
		defaultHeaders: ownHeaders(route, asking)
	};
}
/** The plain SDK client, as the application makes it, without retries of its own. */
function plainClient(route, asking) {
	return new OpenAI({
		apiKey: asking.token ?? route.apiKey?.reveal() ?? "",
		baseURL: route.baseUrl,
		...clientOptions(route, asking)
	});
}
/** `GET {base}/models` without credentials: 401 with the API's own evidence proves the route. */
function modelsUrl(route) {
	const url = new URL(route.baseUrl);
	url.pathname = `${withoutEndSlashes(url.pathname)}/models`;
	return url;
}
const openai = {
	kind: "openai",
	keylessUrl: modelsUrl,
	askAuth: async (route, asking) => {
		await plainClient(route, asking).models.list().asResponse();
	},
	get: async (route, asking, path) => {
		await plainClient(route, asking).get(path).asResponse();
	},
	askRequest: (route, asking) => callOf(route)(plainClient(route, asking), route.model ?? "")
};

// src/routes/azure.ts
/** The v1 endpoint takes the plain client; everything else is the classic one with `api-version`. */
function isV1(route) {
	return /\/openai\/v1\/?$/.test(new URL(route.baseUrl).pathname);
}
/**
* Where the classic client begins its paths: `/openai` of the resource. A base URL may be bare, may
* name `/openai` or a deployment behind it; a gateway in front of Azure may have a prefix of its own.
*/
function classicBase(route) {
	const url = new URL(route.baseUrl);
	url.pathname = `${withoutEndSlashes(url.pathname.replace(/\/openai(\/.*)?$/, ""))}/openai`;
	return url.href;
}
/** The deployment that the base URL names is called, whatever the model is. */
function deploymentOf(route) {
	const named = /\/openai\/deployments\/([^/]+)/.exec(new URL(route.baseUrl).pathname)?.[1];
	return named === void 0 ? route.model : decodeURIComponent(named);
}
function classicClient(route, asking) {
	const deployment = deploymentOf(route);
	return new AzureOpenAI({
		baseURL: classicBase(route),
		apiVersion: route.apiVersion ?? "",
		...asking.token === void 0 ? { apiKey: route.apiKey?.reveal() ?? "" } : {
			apiKey: "",
			azureADTokenProvider: asking.token
		},
		...given({ deployment }),
		...clientOptions(route, asking)
	});
}
function clientOf(route, asking) {
	return isV1(route) ? plainClient(route, asking) : classicClient(route, asking);
}
const azure = {
	kind: "azure",
	keylessUrl: (route) => {
		if (isV1(route)) return modelsUrl(route);
		const url = new URL(`${classicBase(route)}/models`);
		if (route.apiVersion !== void 0) url.searchParams.set("api-version", route.apiVersion);
		return url;
	},
	askAuth: async (route, asking) => {
		await clientOf(route, asking).models.list().asResponse();
	},
	get: async (route, asking, path) => {
		await clientOf(route, asking).get(path).asResponse();
	},
	askRequest: (route, asking) => callOf(route)(clientOf(route, asking), route.model ?? "")
};

// src/routes/index.ts
/** A gateway speaks the same protocol on another host; who answers is for the responders to tell. */
const gateway = {
	...openai,
	kind: "gateway"
};
/** Every kind of route, one line each. */
const ROUTE_KINDS_BY_NAME = {
	openai,
	azure,
	gateway
};

// src/wire/body.ts
const DECODERS = {
	gzip: createGunzip,
	"x-gzip": createGunzip,
	deflate: createInflate,
	br: createBrotliDecompress,
	zstd: () => zlib.createZstdDecompress({ params: { [constants$1.ZSTD_d_windowLogMax]: 23 } })
};
/**
* Promise 3: reads a body to its end or to the limit, decoding it on the way (RFC 9110 §8.4). Never rejects.
* A bomb costs one chunk of the decoder, because the stream is destroyed at the limit.
*/
async function readBody(body, contentEncoding, heard = () => {}) {
	const encodings = contentEncoding.split(",").map((name) => name.trim().toLowerCase()).filter((name) => name !== "" && name !== "identity");
	const chunks = [];
	let length = 0;
	let stream = body;
	const streams = [body];
	let upstreamError;
	let stopped = false;
	const stop = () => {
		stopped = true;
		body.destroy();
		if (stream !== body && "destroy" in stream && typeof stream.destroy === "function") stream.destroy();
	};
	for (const name of encodings.slice(-2).toReversed()) {
		const decoder = entryOf(DECODERS, name)?.();
		if (decoder === void 0) break;
		stream.on("error", (error) => {
			upstreamError ??= error;
			decoder.emit("error", error);
		});
		stream = stream.pipe(decoder);
		streams.push(stream);
	}
	try {
		for await (const chunk of stream) {
			const bytes = Buffer.from(chunk);
			heard(bytes, stop);
			const room = MOST_BODY_BYTES - length;
			if (bytes.length > room) {
				chunks.push(bytes.subarray(0, room));
				return {
					bytes: Buffer.concat(chunks),
					truncated: true
				};
			}
			chunks.push(bytes);
			length += bytes.length;
		}
		return {
			bytes: Buffer.concat(chunks),
			truncated: false
		};
	} catch (error) {
		if (stopped) return {
			bytes: Buffer.concat(chunks),
			truncated: true
		};
		return {
			bytes: Buffer.concat(chunks),
			truncated: false,
			error: upstreamError ?? error
		};
	} finally {
		for (const used of streams) {
			used.on("error", () => {});
			if ("destroy" in used && typeof used.destroy === "function") used.destroy();
		}
	}
}

// src/wire/event-stream.ts
/**
* What arrives within this time of the first byte came together with it. Events that the API writes
* apart reach a reader apart, unless somebody in between collects them.
*/
const BURST_MS = 60;
/** The event that ends an answer: of the Responses API, of chat completions. */
const LAST = /"type":\s?"response\.(?:completed|incomplete|failed)"|"finish_reason":\s?"|^data:\s?\[DONE\]/m;
const TYPE = /"(?:type|object)":\s?"([\w.]{1,60})"/;
/**
* @param sinceSentMs milliseconds since the request was sent
* @param firstBurst stop as soon as it is known what came together with the first byte
*/
function watchEvents(sinceSentMs, firstBurst) {
	const at = [];
	let stopped = false;
	let timer;
	return {
		heard: (_piece, stop) => {
			at.push(sinceSentMs());
			if (!firstBurst || timer !== void 0) return;
			timer = setTimeout(() => {
				stopped = true;
				stop();
			}, BURST_MS);
		},
		end: () => clearTimeout(timer),
		facts: (text) => {
			const data = text.split(/\r?\n/).filter((line) => line.startsWith("data:"));
			const ended = LAST.test(text);
			return {
				firstMs: Math.round(at[0] ?? 0),
				lastMs: Math.round(at.at(-1) ?? 0),
				endMs: Math.round(sinceSentMs()),
				longestGapMs: Math.round(Math.max(0, ...at.slice(1).map((ms, n) => ms - (at[n] ?? ms)))),
				arrivals: at.length,
				events: data.length,
				first: TYPE.exec(data[0] ?? "")?.[1] ?? "",
				ended,
				stopped: stopped && !ended
			};
		}
	};
}

// src/wire/budget.ts
/**
* Most bytes that a peer may send on one connection, 1 MiB: heads and 64 KiB of body are far below.
* undici bounds header fields and nothing else: a reason phrase, chunk extensions or early hints go
* on as fast as the line carries them (measured: 330 MB in 0.8 s).
*/
const MOST_INCOMING_BYTES = 1048576;
/** HTTP/2 reads below the stream, where only a count can be asked for. */
const LOOK_EVERY_MS = 20;
/** Destroys the socket with an error when more has come than any answer needs. */
function boundIncoming(socket) {
	const before = socket.bytesRead;
	const stop = () => {
		socket.destroy(Object.assign(/* @__PURE__ */ new Error("too much was sent"), { code: "UND_ERR_HEADERS_OVERFLOW" }));
	};
	if ("alpnProtocol" in socket && socket.alpnProtocol === "h2") {
		const timer = setInterval(() => {
			if (socket.bytesRead - before > MOST_INCOMING_BYTES) stop();
		}, LOOK_EVERY_MS);
		timer.unref();
		socket.once("close", () => clearInterval(timer));
		return;
	}
	let total = 0;
	socket.on("data", (chunk) => {
		total += chunk.length;
		if (total > MOST_INCOMING_BYTES) stop();
	});
}

// src/wire/connect.ts
/** The `connect` observation: every address attempt. Throws `Stopped` when none opened. */
async function openConnection(question) {
	const { host, port, of } = question;
	const attempts = [];
	const soFar = {
		host,
		port,
		attempts,
		of
	};
	const observation = question.recorder.begin("connect", hostAndPort(host, port), { soFar });
	try {
		const socket = await dial(question, attempts);
		const { remoteAddress, remoteFamily, localAddress } = socket;
		observation.ok({
			host,
			port,
			attempts,
			of,
			...given({ address: remoteAddress }),
			family: remoteFamily === "IPv6" ? 6 : 4,
			...given({ localAddress })
		});
		return socket;
	} catch (error) {
		observation.failed(failureFrom(error, "tcp"), soFar);
		throw new Stopped("tcp", error);
	}
}
/** Opens a TCP connection as the client would, noting every address it tried. */
async function dial(question, attempts) {
	const addresses = question.addresses.slice(0, question.firstOnly === true ? 1 : void 0);
	if (question.addressTimeoutMs > 0 || addresses.length < 2) return dialTogether({
		...question,
		addresses
	}, attempts);
	let last;
	for (const address of addresses) try {
		return await dialTogether({
			...question,
			addresses: [address]
		}, attempts);
	} catch (error) {
		last = error;
		if (question.signal.aborted) break;
	}
	throw last;
}
function dialTogether(question, attempts) {
	const { host, port, addresses, addressTimeoutMs, clock, signal } = question;
	return new Promise((done, fail) => {
		const began = /* @__PURE__ */ new Map();
		const note = (address, status, error) => {
			const startedMs = began.get(address);
			if (startedMs === void 0) return;
			began.delete(address);
			const failure = error === void 0 ? void 0 : failureFrom(error, "tcp");
			attempts.push({
				address,
				family: address.includes(":") ? 6 : 4,
				port,
				status,
				...failure === void 0 ? {} : { code: failure.code },
				...given({ errno: failure?.errno }),
				elapsedMs: Math.round((clock() - startedMs) * 10) / 10
			});
		};
		const socket = connect({
			host,
			port,
			noDelay: true,
			autoSelectFamily: addresses.length > 1 && addressTimeoutMs > 0,
			autoSelectFamilyAttemptTimeout: Math.max(10, addressTimeoutMs),
			lookup: (_host, options, answer) => {
				process.nextTick(() => {
					const first = addresses[0];
					if (first === void 0) answer(/* @__PURE__ */ new Error("no address"), "", 4);
					else if (options.all === true) answer(null, [...addresses]);
					else answer(null, first.address, first.family);
				});
			}
		});
		const settle = (error) => {
			signal.removeEventListener("abort", abort);
			socket.off("error", settle);
			if (error === void 0) {
				for (const address of began.keys()) note(address, address === socket.remoteAddress ? "ok" : "abandoned");
				done(socket);
				return;
			}
			for (const address of began.keys()) note(address, "failed", error);
			socket.on("error", () => {});
			socket.destroy();
			fail(error);
		};
		const abort = () => settle(new RanOut(`no answer from ${host}`));
		socket.on("connectionAttempt", (address) => began.set(address, clock()));
		socket.on("connectionAttemptFailed", (address, _port, _family, error) => note(address, "failed", error));
		socket.on("connectionAttemptTimeout", (address) => note(address, "abandoned"));
		socket.once("connect", () => settle(void 0));
		socket.once("error", settle);
		signal.addEventListener("abort", abort, { once: true });
		if (signal.aborted) abort();
	});
}

// src/wire/strict-certificate.ts
/** Object identifiers as hexadecimal DER: `2.5.29.N`. */
const SUBJECT_KEY_ID = "551d0e";
const KEY_USAGE = "551d0f";
const ALT_NAME = "551d11";
const BASIC_CONSTRAINTS = "551d13";
const AUTHORITY_KEY_ID = "551d23";
/** Bit 5 of keyUsage, counted from the left (RFC 5280 §4.2.1.3). */
const KEY_CERT_SIGN = 4;
/**
* What OpenSSL would refuse in this verified chain under X509_V_FLAG_X509_STRICT, which Node cannot
* ask for: `check_extensions` of crypto/x509/x509_vfy.c (3.0 to 3.5), in its order and words.
* @param chain DER, leaf first, the trusted end included.
*/
function strictProblem(chain) {
	if (chain.length < 2) return void 0;
	const parsed = chain.map(parse$1);
	for (const [at, one] of parsed.entries()) {
		const errno = one === void 0 ? void 0 : broken(one, at, at + 1 === parsed.length);
		if (errno !== void 0 && one !== void 0) return {
			errno,
			subject: one.subject
		};
	}
}
function broken(one, at, last) {
	const { extensions } = one;
	const constraints = extensions.get(BASIC_CONSTRAINTS);
	const { authority, pathLength } = constraintsOf(constraints);
	const usage = extensions.get(KEY_USAGE);
	const signs = usage === void 0 || ((usage.value[3] ?? 0) & KEY_CERT_SIGN) !== 0;
	if (at > 0 && !authority) return "INVALID_CA";
	if (pathLength && !authority) return "PATHLEN_INVALID_FOR_NON_CA";
	if (pathLength && !signs) return "PATHLEN_WITHOUT_KU_KEY_CERT_SIGN";
	if (authority && constraints?.critical === false) return "CA_BCONS_NOT_CRITICAL";
	if (authority && usage === void 0) return "CA_CERT_MISSING_KEY_USAGE";
	if (!authority && usage !== void 0 && signs) return "KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA";
	if (one.emptyIssuer) return "ISSUER_NAME_EMPTY";
	if (one.emptySubject && (authority || !extensions.has(ALT_NAME))) return "SUBJECT_NAME_EMPTY";
	if (one.version < 3) return extensions.size > 0 ? "EXTENSIONS_REQUIRE_VERSION_3" : void 0;
	const above = extensions.get(AUTHORITY_KEY_ID);
	const own = extensions.get(SUBJECT_KEY_ID);
	if (!last && !one.selfSigned && above === void 0) return "MISSING_AUTHORITY_KEY_IDENTIFIER";
	if (above?.critical === true) return "AUTHORITY_KEY_IDENTIFIER_CRITICAL";
	if (authority && own === void 0) return "MISSING_SUBJECT_KEY_IDENTIFIER";
	return own?.critical === true ? "SUBJECT_KEY_IDENTIFIER_CRITICAL" : void 0;
}
/** `SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL }` */
function constraintsOf(extension) {
	const parts = extension === void 0 ? [] : inside(firstOf(extension.value));
	return {
		authority: parts.some(({ tag, content }) => tag === BOOLEAN && content[0] !== 0),
		pathLength: parts.some(({ tag }) => tag === INTEGER)
	};
}
const BOOLEAN = 1;
const INTEGER = 2;
const OCTET_STRING = 4;
/** Explicit tags of TBSCertificate. */
const VERSION = 160;
const EXTENSIONS = 163;
/** `undefined` where it is no certificate: whoever verified it has read it all the same. */
function parse$1(raw) {
	const fields = inside(inside(firstOf(raw))[0]);
	const version = fields[0]?.tag === VERSION ? fields.shift() : void 0;
	const [, , issuer, , subject] = fields;
	if (issuer === void 0 || subject === void 0) return void 0;
	const list = fields.find(({ tag }) => tag === EXTENSIONS);
	const entries = list === void 0 ? [] : inside(firstOf(list.content));
	const certified = new X509Certificate(raw);
	return {
		subject: subject.content.length === 0 ? "" : certified.subject.replaceAll("\n", ", "),
		version: version === void 0 ? 1 : (firstOf(version.content)?.content.at(-1) ?? 0) + 1,
		emptySubject: subject.content.length === 0,
		emptyIssuer: issuer.content.length === 0,
		selfSigned: issuer.content.equals(subject.content) && certified.verify(certified.publicKey),
		extensions: new Map(entries.flatMap(extensionOf))
	};
}
/** `SEQUENCE { extnID, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }` */
function extensionOf(entry) {
	const [id, ...rest] = inside(entry);
	const value = rest.find(({ tag }) => tag === OCTET_STRING);
	if (id === void 0 || value === void 0) return [];
	const critical = rest.some(({ tag, content }) => tag === BOOLEAN && content[0] !== 0);
	return [[id.content.toString("hex"), {
		critical,
		value: value.content
	}]];
}
function inside(element) {
	const found = [];
	let rest = element?.content ?? Buffer.alloc(0);
	for (let one = read$2(rest); one !== void 0; one = read$2(rest)) {
		found.push(one.element);
		rest = rest.subarray(one.bytes);
	}
	return found;
}
function firstOf(der) {
	return read$2(der)?.element;
}
/** Tag, length and content (X.690 §8.1); lengths of up to four bytes. */
function read$2(der) {
	const [tag, short] = der;
	if (tag === void 0 || short === void 0) return void 0;
	const more = short < 128 ? 0 : short & 127;
	if (more > 4 || der.length < 2 + more) return void 0;
	const length = more === 0 ? short : der.readUIntBE(2, more);
	const start = 2 + more;
	if (der.length < start + length) return void 0;
	return {
		element: {
			tag,
			content: der.subarray(start, start + length)
		},
		bytes: start + length
	};
}

// src/wire/certificate.ts
/** Chains have two to four, certificates one to a hundred names; those that tell come first. */
const LONGEST_CHAIN = 10;
const MOST_NAMES = 10;
/** The chain that the peer served, leaf first; empty when there is none. */
function servedChain(socket) {
	return certificatesOf(socket).map(described);
}
/** Certificates that are remembered; a function that stays warm meets others for as long as it lives. */
const MOST_REMEMBERED = 200;
/** The same answer, kept by the fingerprint: the routes of a run meet the same few certificates. */
function remembering(ask) {
	const known = /* @__PURE__ */ new Map();
	return (certificate) => {
		const answer = known.get(certificate.fingerprint256) ?? ask(certificate);
		if (known.size < MOST_REMEMBERED) known.set(certificate.fingerprint256, answer);
		return answer;
	};
}
const described = remembering(describeCertificate);
/** Node parses the whole chain anew each time that it is asked for. */
const read$1 = /* @__PURE__ */ new WeakMap();
/**
* Node's own check of the name, for `tls.connect`. Node parses the chain for it, and once is enough:
* `keep` is told the socket when the handshake is over.
*/
function checkKeepingChain() {
	let leaf;
	return {
		checkServerIdentity: (hostname, certificate) => {
			if (isWhole(certificate)) leaf = certificate;
			return checkServerIdentity(hostname, certificate);
		},
		keep: (socket) => {
			if (leaf !== void 0) read$1.set(socket, chainFrom(leaf));
		}
	};
}
function isWhole(certificate) {
	return "issuerCertificate" in certificate;
}
function certificatesOf(socket) {
	const known = read$1.get(socket);
	if (known !== void 0) return known;
	const chain = chainFrom(socket.getPeerCertificate(true));
	if (chain.length > 0) read$1.set(socket, chain);
	return chain;
}
function chainFrom(leaf) {
	const chain = [];
	let next = leaf;
	const seen = /* @__PURE__ */ new Set();
	while (next?.fingerprint256 !== void 0 && chain.length < LONGEST_CHAIN) {
		if (seen.has(next.fingerprint256)) break;
		seen.add(next.fingerprint256);
		chain.push(next);
		next = next.issuerCertificate;
	}
	return chain;
}
/**
* What a verifier by the letter refuses in the verified chain. A chain ends in the first certificate
* that is trusted, as OpenSSL builds it where any of them may end one (Python 3.13 sets both).
*/
function refusedByLetter(socket, ca) {
	const served = certificatesOf(socket).map(({ raw }) => raw);
	const trusted = ca === void 0 ? publicRoots() : new Set(ca.map(bodyOf$1));
	const end = served.findIndex((raw) => trusted.has(raw.toString("base64")));
	return strictProblem(end === -1 ? served : served.slice(0, end + 1));
}
/**
* Whether a verified chain leads to none of the public roots that Node carries (Mozilla's list). A
* cross-signed root is sent as an intermediate below a root that may be gone from the list: it is
* known by its name and key.
*/
function endsInPrivateRoot(socket) {
	const chain = certificatesOf(socket);
	return chain.length > 0 && !chain.some(leadsToPublicRoot);
}
const leadsToPublicRoot = remembering(({ raw }) => {
	if (publicRoots().has(raw.toString("base64"))) return true;
	const { subject, publicKey } = new X509Certificate(raw);
	const key = publicKey.export({
		type: "spki",
		format: "der"
	});
	return rootBytes().some((root) => root.includes(key) && new X509Certificate(root).subject === subject);
});
let bytes;
/** DER, in which a key stands as it is: no root has to be parsed to look for one. */
function rootBytes() {
	bytes ??= [...publicRoots()].map((body) => Buffer.from(body, "base64"));
	return bytes;
}
let known;
/** DER in base64: the PEM texts without their frame. */
function publicRoots() {
	known ??= new Set(rootCertificates.map(bodyOf$1));
	return known;
}
function bodyOf$1(pem) {
	return pem.replaceAll(/-----[A-Z ]+-----|\s/g, "");
}
function describeCertificate(certificate) {
	const subject = distinguishedName(certificate.subject);
	const issuer = distinguishedName(certificate.issuer);
	return {
		subject,
		issuer,
		validFrom: isoDate(certificate.valid_from),
		validTo: isoDate(certificate.valid_to),
		names: (certificate.subjectaltname ?? "").split(", ").filter((name) => name !== "").slice(0, MOST_NAMES).map(clean),
		fingerprint256: certificate.fingerprint256.replaceAll(":", "").slice(0, 16).toLowerCase(),
		selfSigned: subject === issuer
	};
}
/** `CN=…, O=…, C=…` from what Node parsed (RFC 4514 order is not kept, the parts are). */
function distinguishedName(name) {
	const parts = [];
	for (const key of [
		"CN",
		"OU",
		"O",
		"C"
	]) {
		const value = name?.[key];
		if (value !== void 0) parts.push(`${key}=${clean([value].flat().join("+"))}`);
	}
	return parts.join(", ");
}
function clean(text) {
	return text.replace(/[^\x20-\x7e\u00a0-\u024f]/g, "?").slice(0, 120);
}
function isoDate(text) {
	const time = Date.parse(text);
	return Number.isNaN(time) ? "" : new Date(time).toISOString();
}

// src/wire/handshake.ts
/**
* Promise 1: TLS over an open connection, verified. The `handshake` observation; throws `Stopped`.
* Verification is always on, whatever NODE_TLS_REJECT_UNAUTHORIZED says: a key must not
* travel over a connection whose other end is not known.
*/
async function shakeHands(question) {
	const { socket, servername, of, ca, partialChain, strict, alpn, recorder, signal } = question;
	const rung = of === "proxy" ? "proxy" : "tls";
	const soFar = {
		servername,
		of,
		verified: false
	};
	const observation = recorder.begin("handshake", servername, {
		rung,
		soFar
	});
	const chain = checkKeepingChain();
	try {
		const secure = await secureSocket({
			socket,
			...isIP(servername) === 0 ? { servername } : { host: servername },
			ALPNProtocols: [...alpn],
			rejectUnauthorized: true,
			secureContext: contextOf(ca, partialChain === true),
			checkServerIdentity: chain.checkServerIdentity,
			signal
		});
		chain.keep(secure);
		const refused = strict === void 0 ? void 0 : refusedByLetter(secure, ca);
		if (refused !== void 0 && strict?.applies === "yes") {
			secure.destroy();
			throw new Refused(refused);
		}
		const root = endsInPrivateRoot(secure) ? { privateRoot: true } : {};
		const byLetter = refused === void 0 ? {} : { strict: refused };
		observation.ok({
			...agreed(secure),
			servername,
			of,
			verified: true,
			...root,
			...byLetter
		});
		return secure;
	} catch (error) {
		socket.destroy();
		const byLetter = error instanceof Refused ? { strict: error.problem } : {};
		const failure = failureFrom(error, of === "proxy" ? "proxy" : "tls");
		observation.failed(failure, {
			...soFar,
			...byLetter
		});
		throw new Stopped(of === "proxy" ? "proxy" : "tls", error);
	}
}
/** Contexts by their roots: the clients of a run trust a few lists, and each costs 10 ms and 1 MiB. */
const CONTEXTS = /* @__PURE__ */ new WeakMap();
/** Stands for the roots of this process. */
const DEFAULT = [];
/** @param ca see {@link shakeHands}; lists that are the same array share a context */
function contextOf(ca = DEFAULT, allowPartialTrustChain) {
	const known = CONTEXTS.get(ca) ?? /* @__PURE__ */ new Map();
	CONTEXTS.set(ca, known);
	const roots = ca === DEFAULT ? {} : { ca: [...ca] };
	const context = known.get(allowPartialTrustChain) ?? createSecureContext({
		...roots,
		allowPartialTrustChain
	});
	known.set(allowPartialTrustChain, context);
	return context;
}
/** A chain that this client refuses and Node does not. Its code is OpenSSL's, as Node's own are. */
var Refused = class extends Error {
	problem;
	code;
	constructor(problem) {
		super("refused by X509_V_FLAG_X509_STRICT");
		this.problem = problem;
		this.code = problem.errno;
	}
};
/** What both sides agreed on, and the chain. */
function agreed(secure) {
	const version = secure.getProtocol();
	return {
		...version === null ? {} : { version },
		cipher: secure.getCipher().name,
		...typeof secure.alpnProtocol === "string" ? { alpn: secure.alpnProtocol } : {},
		chain: servedChain(secure)
	};
}
/** `tls.connect` as a promise that ends with the signal. */
function secureSocket(options) {
	const { signal, ...rest } = options;
	return new Promise((done, fail) => {
		const secure = connect$1(rest);
		const settle = (error) => {
			signal.removeEventListener("abort", abort);
			secure.off("error", settle);
			if (error === void 0) return done(secure);
			secure.on("error", () => {});
			secure.destroy();
			fail(error);
		};
		const abort = () => settle(new RanOut("no end of the handshake"));
		secure.once("secureConnect", () => settle(void 0));
		secure.once("error", settle);
		signal.addEventListener("abort", abort, { once: true });
		if (signal.aborted) abort();
	});
}

// src/wire/socks.ts
/** Reply codes of RFC 1928 §6 in the words of RFC 9209. */
const REPLY_CODES = {
	1: "proxy.internal_error",
	2: "proxy.denied",
	3: "proxy.destination_unavailable",
	4: "proxy.destination_unavailable",
	5: "proxy.connection_refused",
	6: "proxy.connection_timeout",
	7: "proxy.http_error",
	8: "proxy.http_error"
};
const NO_AUTHENTICATION = 0;
const USERNAME_PASSWORD = 2;
const NONE_ACCEPTABLE = 255;
var SocksRefusal = class extends Error {
	answer;
	reply;
	constructor(answer, reply) {
		super(answer);
		this.answer = answer;
		this.reply = reply;
	}
};
/**
* SOCKS5 (RFC 1928, RFC 1929) on a connection to the proxy. The name is resolved by the proxy when
* `address` is absent (`socks5h`), otherwise the given address is asked for. Throws `Stopped`.
*/
async function openSocks(question) {
	const { socket, proxy, credentials, host, port, signal } = question;
	const observation = question.recorder.begin("tunnel", hostAndPort(host, port));
	const facts = {
		proxy: hostAndPort(proxy.host, proxy.port),
		scheme: proxy.scheme,
		target: hostAndPort(question.address ?? host, port),
		headers: {},
		schemes: [],
		credentialsSent: credentials !== void 0
	};
	const reader = byteReader(socket, signal);
	try {
		const methods = credentials === void 0 ? [NO_AUTHENTICATION] : [NO_AUTHENTICATION, USERNAME_PASSWORD];
		socket.write(Uint8Array.of(5, methods.length, ...methods));
		const [version, method] = await reader.take(2);
		if (version !== 5) throw new SocksRefusal("proxy.response_invalid");
		if (method === USERNAME_PASSWORD && credentials !== void 0) await signIn(socket, reader, credentials);
		else if (method === NONE_ACCEPTABLE || method !== NO_AUTHENTICATION) throw new SocksRefusal("proxy.auth_required");
		socket.write(connectRequest(question.address ?? host, port));
		const [, reply = 1, , kind] = await reader.take(4);
		if (reply !== 0) throw new SocksRefusal(entryOf(REPLY_CODES, reply) ?? "proxy.http_error", reply);
		await reader.take((kind === 4 ? 16 : kind === 3 ? (await reader.take(1))[0] ?? 0 : 4) + 2);
		reader.release();
		observation.ok({
			...facts,
			reply: 0
		});
		return socket;
	} catch (error) {
		reader.release();
		socket.destroy();
		if (error instanceof SocksRefusal) {
			const reply = error.reply === void 0 ? {} : { reply: error.reply };
			observation.failed({ code: error.answer }, {
				...facts,
				...reply
			});
		} else observation.failed(failureFrom(error, "proxy"), facts);
		throw new Stopped("proxy", error);
	}
}
async function signIn(socket, reader, { username, password }) {
	const name = Buffer.from(username).subarray(0, 255);
	const secret = Buffer.from(password).subarray(0, 255);
	socket.write(Buffer.concat([
		Buffer.of(1, name.length),
		name,
		Buffer.of(secret.length),
		secret
	]));
	const [, status] = await reader.take(2);
	if (status !== 0) throw new SocksRefusal("proxy.auth_required");
}
function connectRequest(host, port) {
	return Buffer.concat([
		Buffer.of(5, 1, 0),
		destination(host),
		Buffer.of(port >> 8, port & 255)
	]);
}
function destination(host) {
	const address = addressBytes(host);
	if (address !== void 0) return Buffer.of(address.length === 4 ? 1 : 4, ...address);
	const name = Buffer.from(host).subarray(0, 255);
	return Buffer.concat([Buffer.of(3, name.length), name]);
}
/** Exactly `count` bytes at a time; whatever is left over goes back to the socket on release. */
function byteReader(socket, signal) {
	let seen = Buffer.alloc(0);
	let ended;
	let wake = () => {};
	const onData = (chunk) => {
		seen = Buffer.concat([seen, chunk]);
		wake();
	};
	const onError = (error) => {
		ended = error;
		wake();
	};
	const onEnd = () => onError(Object.assign(/* @__PURE__ */ new Error("closed"), { code: "UND_ERR_SOCKET" }));
	const onAbort = () => onError(new RanOut("no SOCKS answer"));
	socket.on("data", onData).on("error", onError).on("end", onEnd);
	signal.addEventListener("abort", onAbort, { once: true });
	if (signal.aborted) onAbort();
	return {
		take: async (count) => {
			while (seen.length < count) {
				if (ended !== void 0) throw ended;
				await new Promise((resume) => {
					wake = resume;
				});
			}
			const taken = seen.subarray(0, count);
			seen = seen.subarray(count);
			return taken;
		},
		release: () => {
			socket.off("data", onData).off("error", onError).off("end", onEnd);
			signal.removeEventListener("abort", onAbort);
			socket.pause();
			if (seen.length > 0) socket.unshift(seen);
		}
	};
}

// src/wire/head.ts
/** Node's own limit for a response head (`--max-http-header-size`). */
const LONGEST_HEAD = 16384;
/** What came back was no HTTP response head, or none at all. `code` fits the failure table. */
var BadHead = class extends Error {
	code;
	constructor(code) {
		super(code);
		this.code = code;
	}
};
/**
* Reads one HTTP/1.x response head from a socket and stops there, skipping 1xx (RFC 9110 §15.2).
* Rejects with `BadHead`, the socket's own error, or `RanOut` when the signal aborts.
*/
function readHead(socket, signal) {
	return new Promise((done, fail) => {
		let seen = Buffer.alloc(0);
		let total = 0;
		const finish = (result) => {
			socket.off("data", onData).off("error", onError).off("end", onEnd).off("close", onEnd);
			signal.removeEventListener("abort", onAbort);
			socket.pause();
			if (result instanceof Error) fail(result);
			else done(result);
		};
		const onData = (chunk) => {
			total += chunk.length;
			seen = Buffer.concat([seen, chunk]);
			if (!looksLikeHttp(seen)) return finish(new BadHead("HPE_INVALID_CONSTANT"));
			for (;;) {
				const end = seen.indexOf("\r\n\r\n");
				if (end === -1) break;
				const head = parseHead(seen.subarray(0, end).toString("latin1"));
				const rest = seen.subarray(end + 4);
				if (head === void 0) return finish(new BadHead("HPE_INVALID_CONSTANT"));
				if (head.status >= 200) return finish({
					...head,
					rest
				});
				seen = rest;
			}
			if (total > LONGEST_HEAD) finish(new BadHead("UND_ERR_HEADERS_OVERFLOW"));
		};
		const onError = (error) => finish(error);
		const onEnd = () => finish(new BadHead("UND_ERR_SOCKET"));
		const onAbort = () => finish(new RanOut("no response head"));
		socket.on("data", onData).on("error", onError).on("end", onEnd).on("close", onEnd);
		signal.addEventListener("abort", onAbort, { once: true });
		if (signal.aborted) onAbort();
	});
}
function looksLikeHttp(bytes) {
	const begin = bytes.subarray(0, 5).toString("latin1");
	return "HTTP/".startsWith(begin) || begin === "HTTP/";
}
function parseHead(text) {
	const [statusLine = "", ...lines] = text.split("\r\n");
	const status = /^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(statusLine)?.[1];
	if (status === void 0) return void 0;
	const headers = [];
	for (const line of lines) {
		const colon = line.indexOf(":");
		if (colon > 0) headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
	}
	return {
		status: Number(status),
		headers
	};
}
/** Reads on until `most` bytes, the end, an error or the signal; never rejects. */
function readSome(socket, begin, most, signal) {
	return new Promise((done) => {
		let seen = begin;
		const finish = () => {
			socket.off("data", onData).off("error", finish).off("end", finish).off("close", finish);
			signal.removeEventListener("abort", finish);
			done(seen.subarray(0, most));
		};
		const onData = (chunk) => {
			seen = Buffer.concat([seen, chunk]);
			if (seen.length >= most) finish();
		};
		socket.on("data", onData).on("error", finish).on("end", finish).on("close", finish);
		signal.addEventListener("abort", finish, { once: true });
		if (seen.length >= most || signal.aborted || socket.readableEnded) finish();
		else socket.resume();
	});
}

// src/wire/tunnel.ts
/** A refused CONNECT is followed by a page that names its author; it is not worth more than this. */
const BODY_PATIENCE_MS = 500;
/** `Basic` credentials of the proxy URL (RFC 7617), sent with the first CONNECT as all clients do. */
function basicCredentials(credentials) {
	if (credentials === void 0) return void 0;
	const pair = `${credentials.username}:${credentials.password}`;
	return `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
}
/**
* Speaks CONNECT on a connection to a proxy (RFC 9110 §9.3.6) and notes the `tunnel` observation.
* undici throws the proxy's status, headers and body away (measured), so it is spoken by hand.
* Throws `Stopped` when the proxy does not open the tunnel.
*/
async function openTunnel(question) {
	const { socket, proxy, host, port, recorder, signal } = question;
	const target = hostAndPort(host, port);
	const observation = recorder.begin("tunnel", target);
	const authorization = basicCredentials(question.credentials);
	const known = {
		proxy: hostAndPort(proxy.host, proxy.port),
		scheme: proxy.scheme,
		target,
		headers: {},
		schemes: [],
		credentialsSent: authorization !== void 0
	};
	try {
		socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\nProxy-Connection: keep-alive\r\n${authorization === void 0 ? "" : `Proxy-Authorization: ${authorization}\r\n`}\r\n`);
		const head = await readHead(socket, signal);
		const headers = head.headers.map(([name, value]) => [name, recorder.clean(value)]);
		if (head.status >= 200 && head.status < 300) {
			if (head.rest.length > 0) socket.unshift(head.rest);
			observation.ok({
				...known,
				...tunnelAnswer({
					status: head.status,
					headers
				}).facts
			});
			return socket;
		}
		const patience = limitTime(BODY_PATIENCE_MS, signal);
		const text = await readSome(socket, head.rest, MOST_BODY_BYTES, patience.signal);
		patience.stop();
		const { facts, failure } = tunnelAnswer({
			status: head.status,
			headers,
			page: text
		});
		observation.failed(failure, {
			...known,
			...facts
		});
		throw new Stopped("proxy", /* @__PURE__ */ new Error(`CONNECT answered ${head.status}`));
	} catch (error) {
		socket.destroy();
		if (error instanceof Stopped) throw error;
		observation.failed(failureFrom(error, "proxy"), known);
		throw new Stopped("proxy", error);
	}
}

// src/wire/traced-agent.ts
/**
* Opens a connection to the destination exactly as the client would – lookup, TCP, proxy, TLS –
* and notes each rung. Throws `Stopped` at the first rung that fails.
*/
async function openWay(way, destination) {
	const socket = await openStream(way, destination);
	way.onStream?.(socket);
	if (!destination.secure) {
		keepKeyOutOfClearText(way, destination, socket.remoteAddress, () => socket.destroy());
		return socket;
	}
	const { plan, recorder, signal } = way;
	return shakeHands({
		socket,
		servername: destination.host,
		of: "target",
		ca: plan.ca,
		partialChain: plan.partialChain,
		strict: plan.egress.strict,
		alpn: plan.egress.httpVersion === "2" ? ["h2", "http/1.1"] : ["http/1.1"],
		recorder,
		signal
	});
}
/**
* Promise 1: a key never travels in clear text to a public address, whatever the name of
* the host or of the proxy looks like. The hop that is dialled is judged.
*/
function keepKeyOutOfClearText(way, destination, address, close) {
	if (!showsKey(way, destination, address)) return;
	const { host, port } = destination;
	close();
	const problem = clearTextKey(way.plan.egress.proxy, {
		host,
		port
	}, address ?? "");
	way.recorder.begin("settings", "base-url").failed({ code: problem.code }, { problems: [problem] });
	throw new Stopped("http", /* @__PURE__ */ new Error("plain HTTP to a public address"));
}
/** Inside TLS the proxy alone sees the key; what it dials is judged by the name of the host. */
function showsKey({ plan, carriesKey }, { secure }, address = "") {
	const hidden = secure || plan.egress.proxy?.scheme === "https";
	return carriesKey && !hidden && scopeOf(address) === "public";
}
/** What is wrong with a base URL whose key would be read on the way to this public address. */
function clearTextKey(proxy, { host, port }, address) {
	const hop = proxy === void 0 ? host : `the proxy ${hostAndPort(proxy.host, proxy.port)}`;
	const target = port === 80 ? host : hostAndPort(host, port);
	return {
		code: "config.base_url_plain_http",
		setting: "base-url",
		message: `The base URL is plain http:// and ${hop} has the public address ${address}: the key would travel in clear text.`,
		fix: `Use https://${target} as the base URL.`,
		severity: "fatal",
		owner: "request"
	};
}
/** TCP to the destination, through the proxy where the client uses one. */
async function openStream(way, destination) {
	const { plan, network, recorder, signal } = way;
	const { host, port } = destination;
	const { proxy, addressTimeoutMs, firstAddressOnly } = plan.egress;
	const common = {
		addressTimeoutMs,
		firstOnly: firstAddressOnly?.applies === "yes",
		resolve: inOrder(network.resolve, plan.firstFamily),
		clock: network.clock,
		recorder,
		signal
	};
	if (proxy === void 0) {
		const addresses = await lookUp({
			...common,
			host,
			of: "target"
		});
		return openConnection({
			...common,
			host,
			port,
			addresses,
			of: "target"
		});
	}
	const credentials = plan.proxyCredentials;
	const target = proxy.scheme === "socks5" ? await lookUp({
		...common,
		host,
		of: "target"
	}) : void 0;
	for (const { address } of target ?? []) keepKeyOutOfClearText(way, destination, address, () => {});
	if (target === void 0) recorder.skip("lookup", host, "the proxy resolves this name");
	const hop = await lookUp({
		...common,
		host: proxy.host,
		of: "proxy"
	});
	const plain = await openConnection({
		...common,
		host: proxy.host,
		port: proxy.port,
		addresses: hop,
		of: "proxy"
	});
	if (proxy.scheme === "socks5" || proxy.scheme === "socks5h") {
		const address = target?.[0]?.address;
		return openSocks({
			socket: plain,
			proxy,
			credentials,
			host,
			port,
			...address === void 0 ? {} : { address },
			recorder,
			signal
		});
	}
	const socket = proxy.scheme === "http" ? plain : await shakeHands({
		socket: plain,
		servername: proxy.host,
		of: "proxy",
		ca: plan.proxyCa ?? plan.ca,
		partialChain: plan.partialChain,
		strict: plan.egress.strict,
		alpn: ["http/1.1"],
		recorder,
		signal
	});
	if (writesWholeUrl(plan, destination)) {
		recorder.skip("tunnel", hostAndPort(host, port), "plain HTTP goes to the proxy without a tunnel");
		return socket;
	}
	return openTunnel({
		socket,
		proxy,
		credentials,
		host,
		port,
		recorder,
		signal
	});
}
/**
* Absolute-form (RFC 9112 §3.2.2): most clients write `GET http://host/path` to an HTTP proxy when
* the target is plain HTTP, and a proxy that opens tunnels to 443 alone still takes that.
*/
function writesWholeUrl({ egress }, { secure }) {
	const { proxy, client } = egress;
	if (secure || CLIENT_FACTS[client].tunnelsPlainHttp === true) return false;
	return proxy?.scheme === "http" || proxy?.scheme === "https";
}
/** What stands behind the method on a way, and what its proxy wants besides. */
function requestTarget(plan, origin, path) {
	if (!writesWholeUrl(plan, { secure: !origin.startsWith("http:") })) return {
		target: path,
		headers: {}
	};
	const login = basicCredentials(plan.proxyCredentials);
	const headers = login === void 0 ? {} : { "proxy-authorization": login };
	return {
		target: `${origin}${path}`,
		headers
	};
}
/** Writes the requests of a way as its proxy wants them. */
function inWholeUrls({ plan }) {
	return (dispatch) => (options, handler) => {
		const { target, headers } = requestTarget(plan, String(options.origin), options.path);
		if (target === options.path) return dispatch(options, handler);
		const login = headers["proxy-authorization"];
		if (login === void 0) return dispatch({
			...options,
			path: target
		}, handler);
		const all = {
			...fields(options.headers),
			"proxy-authorization": login
		};
		return dispatch({
			...options,
			path: target,
			headers: all
		}, handler);
	};
}
/** An undici Agent whose only connections are traced ones: one connection, one request at a time. */
function createTracedAgent(way) {
	return new import_agent.default({
		connections: 1,
		pipelining: 1,
		allowH2: way.plan.egress.httpVersion === "2",
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: (options, answer) => {
			if (way.mayOpen?.() === false) return answer(/* @__PURE__ */ new Error("the connection was closed"), null);
			openWay(way, destinationOf(new URL(`${options.protocol}//${options.host}`))).then((socket) => {
				if (way.onBroken !== void 0) socket.on("error", way.onBroken);
				way.onOpen?.("alpnProtocol" in socket && socket.alpnProtocol === "h2" ? "2" : "1.1");
				answer(null, socket);
				boundIncoming(socket);
			}, (error) => answer(error instanceof Error ? error : /* @__PURE__ */ new Error("failed"), null));
		}
	}).compose(inWholeUrls(way));
}

// src/wire/web-socket.ts
/** RFC 6455 §1.3. */
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
/**
* Asks for a WebSocket (RFC 6455 §4.1) on a traced agent, takes the first message of the server and
* closes: nothing is said, so nothing is paid for. Rejects with what the connection died of.
*/
function askForWebSocket(agent, request) {
	const key = randomBytes(16).toString("base64");
	const { signal, headers, ...where } = request;
	return new Promise((done, fail) => {
		const body = new PassThrough();
		body.on("error", () => {});
		agent.dispatch({
			...where,
			method: "GET",
			upgrade: "websocket",
			headers: {
				...headers,
				"sec-websocket-key": key,
				"sec-websocket-version": "13"
			}
		}, {
			onRequestStart: (controller) => {
				const abort = () => controller.abort(/* @__PURE__ */ new Error("aborted"));
				signal.addEventListener("abort", abort, { once: true });
				if (signal.aborted) abort();
			},
			onRequestUpgrade: (_controller, statusCode, received, socket) => {
				const expected = createHash("sha1").update(`${key}${GUID}`).digest("base64");
				if (received["sec-websocket-accept"] !== expected || !isSocket(socket)) {
					socket.destroy();
					fail(Object.assign(/* @__PURE__ */ new Error("another key was answered"), { code: "HPE_INVALID_CONSTANT" }));
					return;
				}
				done({
					statusCode,
					headers: received,
					body
				});
				takeFirstMessage(socket, body, signal);
			},
			onResponseStart: (_controller, statusCode, received) => {
				done({
					statusCode,
					headers: received,
					body
				});
			},
			onResponseData: (_controller, chunk) => {
				body.write(chunk);
			},
			onResponseEnd: () => {
				body.end();
			},
			onResponseError: (_controller, error) => {
				fail(error);
				body.destroy(error);
			}
		});
	});
}
function isSocket(stream) {
	return "bytesRead" in stream;
}
const TEXT = 1;
const CLOSE = 8;
/** Writes the first message, or the reason of a close, into `body`; then says good-bye. */
function takeFirstMessage(socket, body, signal) {
	let seen = Buffer.alloc(0);
	const over = (error) => {
		signal.removeEventListener("abort", onAbort);
		socket.off("data", onData);
		socket.on("error", () => {});
		if (error === void 0) body.end();
		else body.destroy(error);
		if (socket.writable) socket.write(Buffer.from([
			136,
			130,
			0,
			0,
			0,
			0,
			3,
			232
		]));
		socket.destroySoon();
	};
	const onAbort = () => over(/* @__PURE__ */ new Error("aborted"));
	const onData = (chunk) => {
		seen = Buffer.concat([seen, chunk]);
		for (;;) {
			const frame = frameIn(seen);
			if (frame === void 0) {
				if (seen.length > 65536) over(/* @__PURE__ */ new Error("a message larger than any API sends"));
				return;
			}
			seen = seen.subarray(frame.end);
			if (frame.opcode === CLOSE) {
				body.write(reasonOf$1(frame.payload));
				return over();
			}
			if (frame.opcode <= TEXT) {
				body.write(frame.payload);
				if (frame.last) return over();
			}
		}
	};
	socket.on("data", onData);
	socket.once("error", over);
	socket.once("close", () => over(/* @__PURE__ */ new Error("closed")));
	signal.addEventListener("abort", onAbort, { once: true });
	if (signal.aborted) onAbort();
}
/** The first frame of these bytes (RFC 6455 §5.2); a server masks none. */
function frameIn(bytes) {
	const [first, second] = bytes;
	if (first === void 0 || second === void 0) return void 0;
	const short = second & 127;
	const start = short === 126 ? 4 : short === 127 ? 10 : 2;
	if (bytes.length < start) return void 0;
	const end = start + (short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short);
	if (bytes.length < end) return void 0;
	const payload = bytes.subarray(start, end);
	return {
		opcode: first & 15,
		last: (first & 128) !== 0,
		payload,
		end
	};
}
/** The API closes with `invalid_request_error.invalid_api_key` and the like: as its error object. */
function reasonOf$1(payload) {
	const [type = "", code = ""] = payload.subarray(2).toString("utf8").split(".");
	return /^\w{1,64}$/.test(type) && /^\w{1,64}$/.test(code) ? JSON.stringify({
		type: "error",
		error: {
			type,
			code
		}
	}) : "";
}

// src/wire/exchange.ts
/** The same origin may send the client on; a loop may not send it on for ever (Fetch: 20). */
const MOST_REDIRECTS = 3;
/**
* HTTP exchanges on a traced agent: each notes one observation with what came back, reads at most
* 64 KiB, follows redirects within the origin only, and throws `Stopped` when no response came
* or its body broke.
*/
function createExchanger(options) {
	let onOpen;
	let httpVersion;
	let lastWords;
	return {
		opened: (version) => {
			httpVersion = version;
			onOpen?.();
		},
		broken: (error) => {
			lastWords ??= error;
		},
		send: async (question) => {
			let url = question.url;
			let method = question.method;
			let body = question.body;
			for (let hop = 0;; hop += 1) {
				const last = hop === MOST_REDIRECTS;
				const answer = await once({
					...question,
					url,
					method,
					...body ? { body } : {}
				}, last);
				const next = sameOriginTarget(answer, url);
				if (next === void 0) return answer;
				if (hop === MOST_REDIRECTS) throw new Stopped("http", /* @__PURE__ */ new Error("redirect loop"));
				if (answer.status === 303 || answer.status < 303 && method === "POST") {
					method = "GET";
					body = void 0;
				}
				url = next;
			}
		}
	};
	async function once(question, last) {
		const { method, url, authenticated } = question;
		const target = `${method} ${url.pathname}`;
		const { recorder, signal } = options;
		const slot = {};
		const begin = () => slot.observation ??= recorder.begin("response", target);
		let sentMs = options.now();
		const sending = new AbortController();
		const abort = () => sending.abort(signal.reason);
		const sent = () => {
			if (signal.aborted) abort();
			else signal.addEventListener("abort", abort, { once: true });
			begin();
		};
		onOpen = () => {
			sentMs = options.now();
			sent();
		};
		if (httpVersion !== void 0) sent();
		try {
			const asked = {
				origin: url.origin,
				path: `${url.pathname}${url.search}`,
				method,
				headers: { ...question.headers },
				...given({ body: question.body }),
				signal: sending.signal
			};
			const response = question.webSocket === true ? await askForWebSocket(options.agent(), asked) : await import_api_request.default.call(options.agent(), asked);
			const firstByteMs = options.now() - sentMs;
			const headers = new Headers$1();
			const received = [];
			for (const [name, value] of Object.entries(response.headers)) {
				const values = [value].flat().filter((each) => each !== void 0);
				for (const each of values) append(headers, name, each);
				received.push([name, values.map((each) => recorder.clean(each))]);
			}
			const streamed = headers.get("content-type")?.startsWith("text/event-stream") === true;
			const events = watchEvents(() => options.now() - sentMs, question.firstBurst === true);
			const encoding = headers.get("content-encoding") ?? "";
			const read = await readBody(response.body, encoding, streamed ? events.heard : void 0);
			events.end();
			const complete = read.error === void 0;
			const facts = {
				...responseFacts({
					method,
					url,
					status: response.statusCode,
					httpVersion: httpVersion ?? "1.1",
					headers: received,
					bytes: read.bytes,
					truncated: read.truncated,
					complete,
					authenticated,
					firstByteMs: Math.max(0, Math.round(firstByteMs)),
					...given({ clientRequestId: question.headers["x-client-request-id"] }),
					nowMs: options.now()
				}),
				...streamed ? { stream: events.facts(read.bytes.toString("utf8")) } : {}
			};
			if (!complete) {
				begin().failed(brokenBody(read.error, signal), facts);
				throw new Stopped("http", read.error);
			}
			if (last && redirectTarget(reading(headers), response.statusCode, url)?.origin === url.origin) begin().failed({ code: "http.response.redirect_loop" }, facts);
			else begin().ok(facts);
			return {
				status: response.statusCode,
				headers,
				bytes: read.bytes,
				facts
			};
		} catch (error) {
			if (error instanceof Stopped) throw error;
			const failure = signal.aborted ? timedOut("http") : failureFrom(lastWords ?? error, "http");
			begin().failed(failure, {
				method,
				path: url.pathname,
				authenticated
			});
			throw new Stopped("http", error);
		} finally {
			onOpen = void 0;
			signal.removeEventListener("abort", abort);
		}
	}
}
/** A transfer that ended before its announced end, for whatever reason, is incomplete. */
function brokenBody(error, signal) {
	if (signal.aborted) return {
		code: "http.body_timed_out",
		errno: "TIMEOUT"
	};
	const failure = failureFrom(error, "http");
	return failure.code === "http.closed" || failure.code === "http.reset" ? {
		...failure,
		code: "http.body_incomplete"
	} : failure;
}
/** An exchanger on a traced connection of its own. Of the agent, to be destroyed by the caller. */
function exchangerOn(way, now) {
	const { recorder, signal } = way;
	const exchanger = createExchanger({
		agent: () => agent,
		recorder,
		signal,
		now
	});
	const agent = createTracedAgent({
		...way,
		onOpen: (version) => {
			exchanger.opened(version);
			way.onOpen?.(version);
		},
		onBroken: exchanger.broken
	});
	return {
		agent,
		exchanger
	};
}
/** A header whose name or value the Fetch standard forbids is left out, not fatal. */
function append(headers, name, value) {
	try {
		headers.append(name, value);
	} catch {}
}
/** Promise 1: a redirect to another origin is not followed; only its origin is noted. */
function sameOriginTarget(answer, from) {
	const target = redirectTarget(reading(answer.headers), answer.status, from);
	return target?.origin === from.origin ? target : void 0;
}
function reading(headers) {
	return (name) => headers.get(name) ?? void 0;
}

// src/wire/recorder.ts
/** Collects the observations of one route. Ids are unique within the route: `handshake`, `handshake#2`. */
function createRecorder(options) {
	const done = [];
	const open = /* @__PURE__ */ new Set();
	const counts = options.counts ?? /* @__PURE__ */ new Map();
	function begin(probe, target, { rung = PROBE_RUNG[probe], soFar } = {}) {
		const startedMs = options.clock();
		const attempt = options.attempt();
		const count = (counts.get(probe) ?? 0) + 1;
		counts.set(probe, count);
		options.listen?.({
			kind: "begin",
			rung,
			target,
			atMs: startedMs
		});
		const as = (outcome) => ({
			id: count === 1 ? probe : `${probe}#${count}`,
			probe,
			rung,
			route: options.route,
			target,
			attempt,
			startedMs: round(startedMs),
			elapsedMs: round(options.clock() - startedMs),
			outcome
		});
		const end = (outcome) => {
			if (!open.delete(entry)) return;
			const observation = as(outcome);
			if (!isKnown(observation)) return;
			done.push(observation);
			options.listen?.({
				kind: "end",
				observation
			});
		};
		const foreseen = (failure) => as({
			status: "failed",
			failure,
			...given({ facts: soFar })
		});
		const entry = {
			probe,
			rung,
			foreseen,
			end
		};
		open.add(entry);
		return {
			ok: (facts) => end({
				status: "ok",
				facts
			}),
			failed: (failure, facts) => end({
				status: "failed",
				failure,
				...given({ facts })
			}),
			skipped: (because) => end({
				status: "skipped",
				because
			}),
			isOpen: () => open.has(entry)
		};
	}
	return {
		begin,
		clean: options.clean ?? ((received) => received),
		skip: (probe, target, because) => begin(probe, target).skipped(because),
		endOpen: (ending) => {
			for (const entry of open) entry.end(ending(entry.rung, entry.probe));
		},
		list: () => done,
		foresee: (failure) => [...done, ...[...open].map(({ rung, foreseen }) => foreseen(failure(rung))).filter(isKnown)]
	};
}
/** `begin` ties the probe to its facts; the compiler cannot carry that through the union. */
function isKnown(observation) {
	return Object.hasOwn(PROBE_RUNG, observation.probe);
}
function round(milliseconds) {
	return Math.round(milliseconds * 10) / 10;
}

// src/probes/keyless-request.ts
/** Observations that belong to no rung of the real request: kept apart from it. */
function privateRecorder(scene) {
	const { clock, clean } = scene.network;
	return createRecorder({
		route: scene.route.name,
		clock,
		attempt: () => 0,
		...given({ clean })
	});
}
/** Ends an observation for which no response came. */
function tellFailed(note, failed, facts) {
	const failure = failureIn(failed);
	if (failure === void 0) note.skipped("no answer and no failure");
	else note.failed(failure, facts);
}
/** Ends an observation whose facts are the response itself. */
function tellReply(note, { response, failed }) {
	if (response === void 0) tellFailed(note, failed);
	else note.ok(response);
}
/** Why it failed; `undefined` for what did not. */
function failureIn(failed) {
	return failed?.outcome.status === "failed" ? failed.outcome.failure : void 0;
}
/** One request without the API's credentials, on a connection of its own. Never throws. */
async function askWithoutKey$1(scene, plan, question) {
	const recorder = privateRecorder(scene);
	const { network, signal, now } = scene;
	const { carriesKey = false } = question;
	const { agent, exchanger } = exchangerOn({
		plan,
		network,
		recorder,
		signal,
		carriesKey
	}, now);
	try {
		const { facts, bytes } = await exchanger.send({
			method: question.method ?? "GET",
			url: question.url,
			headers: {
				accept: "application/json",
				"user-agent": "openai-preflight",
				...question.body === void 0 ? {} : { "content-type": "application/json" },
				...question.headers
			},
			...given({ body: question.body }),
			authenticated: false
		});
		const opened = recorder.list().findLast((one) => isProbe(one, "connect"));
		return {
			response: facts,
			bytes,
			...given({ localAddress: factsOf(opened)?.localAddress })
		};
	} catch {
		const failed = recorder.list().find(({ outcome }) => outcome.status === "failed");
		return failed === void 0 ? {} : { failed };
	} finally {
		agent.destroy().catch(() => {});
	}
}
/** What decides nothing must not hold up the verdict, milliseconds. */
const BRIEF_MS = 3e3;
/** {@link askWithoutKey} for what decides nothing. */
async function askBriefly(scene, plan, question) {
	const limit = limitTime(Math.min(BRIEF_MS, scene.timeoutMs), scene.signal);
	try {
		return await askWithoutKey$1({
			...scene,
			signal: limit.signal
		}, plan, question);
	} finally {
		limit.stop();
	}
}
/** The same way out without its proxy. */
function direct(plan) {
	const { proxy: _proxy, ...egress } = plan.egress;
	const { proxyCredentials: _credentials, ...rest } = plan;
	return {
		...rest,
		egress: {
			...egress,
			reason: "the same client without its proxy"
		}
	};
}

// src/probes/sdk-fetch.ts
/** `fetch` for the SDK: one origin only, 64 KiB only, and the response is observed on the way. */
function sdkFetch({ route, firstBurst, withoutUpgrade }, exchanger, note) {
	const origin = new URL(route.baseUrl).origin;
	return async (input, init) => {
		const url = new URL(typeof input === "object" && "url" in input ? input.url : input);
		if (url.origin !== origin) throw new TypeError("the key goes to the configured host only");
		const written = await bodyOf(init);
		const { upgrade, ...own } = Object.fromEntries(new Headers$1(init?.headers));
		const headers = {
			...own,
			...written.headers
		};
		const webSocket = upgrade !== void 0 && withoutUpgrade !== true;
		const exchange = await exchanger.send({
			method: init?.method ?? "GET",
			url,
			headers: {
				"accept-language": "*",
				"sec-fetch-mode": "cors",
				"accept-encoding": "gzip, deflate",
				...headers
			},
			...given({ body: written.body }),
			authenticated: true,
			...given({ firstBurst }),
			...webSocket ? { webSocket } : {}
		});
		note(exchange);
		const replyHeaders = new Headers$1(exchange.headers);
		replyHeaders.delete("content-encoding");
		replyHeaders.delete("content-length");
		if (exchange.status === 101) replyHeaders.set("content-type", "application/json");
		const hasBody = ![
			204,
			205,
			304
		].includes(exchange.status) && exchange.bytes.length > 0;
		return new Response(hasBody ? new Uint8Array(exchange.bytes) : null, {
			status: Math.max(200, exchange.status),
			headers: replyHeaders
		});
	};
}
/** What the SDK wants to send, as bytes; nothing is dropped in silence. */
async function bodyOf(init) {
	const body = init?.body ?? void 0;
	if (body === void 0 || typeof body === "string") return body === void 0 ? {} : { body };
	const request = new Request("http://localhost", {
		method: "POST",
		body,
		duplex: "half"
	});
	const type = request.headers.get("content-type");
	return {
		body: new Uint8Array(await request.arrayBuffer()),
		...type === null ? {} : { headers: { "content-type": type } }
	};
}

// src/probes/keyed.ts
/** Answers that are kept, each at most 64 KiB: a file of routes rarely names more accounts. */
const MOST_ANSWERS = 20;
/**
* {@link ask}, once for all routes of a run that ask the same as the same account by the same client. A
* question that failed is asked again by the next route.
*/
async function askKeyed(keyed, path) {
	const { route, token, answers } = keyed;
	if (answers === void 0) return ask(keyed, path);
	const { name: _name, model: _model, endpoint: _endpoint, application: _calls, ...asking } = route;
	const account = [route.apiKey?.reveal(), await token?.()];
	const id = JSON.stringify([
		path,
		asking,
		account
	]);
	const answer = answers.get(id) ?? ask(keyed, path);
	if (answers.size < MOST_ANSWERS) answers.set(id, answer);
	const exchange = await answer;
	if (exchange?.status !== 200) answers.delete(id);
	return exchange;
}
/**
* One more GET with the credentials of the route, through the SDK, to the configured host only: on
* the connection of the real request, or on one of its own where that was closed. It decides nothing:
* `undefined` when no answer came, and never throws.
*/
async function ask(keyed, path) {
	const limit = limitTime(keyed.timeoutMs, keyed.signal);
	const { signal } = limit;
	try {
		return (keyed.kept === void 0 ? void 0 : await getOn(keyed.kept)) ?? (signal.aborted ? void 0 : await getAnew());
	} finally {
		limit.stop();
	}
	function getOn({ agent, httpVersion }) {
		const { now } = keyed;
		const recorder = privateRecorder(keyed);
		const exchanger = createExchanger({
			agent: () => agent,
			recorder,
			signal,
			now
		});
		exchanger.opened(httpVersion);
		return get(exchanger);
	}
	async function getAnew() {
		const { plan, network, now } = keyed;
		const way = {
			plan,
			network,
			recorder: privateRecorder(keyed),
			signal,
			carriesKey: true
		};
		const { agent, exchanger } = exchangerOn(way, now);
		const exchange = await get(exchanger);
		agent.destroy().catch(() => {});
		return exchange;
	}
	async function get(exchanger) {
		const { route, token, timeoutMs } = keyed;
		const seen = {};
		const asking = {
			fetch: sdkFetch(keyed, exchanger, (exchange) => {
				seen.exchange = exchange;
			}),
			timeoutMs: timeoutMs + 1e3,
			clientRequestId: randomUUID()
		};
		const kind = ROUTE_KINDS_BY_NAME[route.kind];
		try {
			await kind.get(route, {
				...asking,
				...given({ token })
			}, path);
		} catch {}
		return seen.exchange;
	}
}

// src/probes/models.ts
/**
* The models that the application names, as the API's own list has them: one GET beside the request,
* without cost. OpenAI and the v1 endpoint of Azure say `shutdown_date`, classic Azure `deprecation`,
* OpenRouter `expiration_date`. What cannot be asked is skipped, and nothing is said.
* @param served model that answered the real request: a deployment's name is in no list
*/
async function askModels(keyed, served) {
	const { route, recorder } = keyed;
	if (route.model === void 0) return;
	const isAzure = route.kind === "azure";
	const own = isAzure ? {
		id: served ?? route.model,
		from: served === void 0 ? SETTING : "the answer"
	} : {
		id: route.model,
		from: SETTING
	};
	const others = isAzure ? [] : othersOf(route);
	const one = `/models/${encodeURIComponent(own.id)}`;
	const path = others.length === 0 ? one : LIST;
	const note = recorder.begin("models", `GET ${path}`);
	const said = await modelsAt(keyed, path);
	if ("because" in said) {
		note.skipped(said.because);
		return;
	}
	const facts = factsFrom(said, [own, ...others]);
	const alone = path === LIST && !said.whole && facts.models[0]?.shutdownDate === void 0 ? await modelsAt(keyed, one) : void 0;
	const first = alone === void 0 || "because" in alone ? [] : factsFrom(alone, [own]).models;
	note.ok({
		...facts,
		models: [...first, ...facts.models.slice(first.length)]
	});
}
/** At depth auth the list is the real request itself. */
function noteModels({ route, recorder }, exchange) {
	const named = [...route.model === void 0 ? [] : [{
		id: route.model,
		from: SETTING
	}], ...othersOf(route)];
	if ((route.expiryWarningMs ?? 0) === 0 || route.kind === "azure" || named.length === 0) return;
	const said = readModels(exchange);
	if (said === void 0) return;
	recorder.begin("models", `GET ${LIST}`).ok(factsFrom(said, named));
}
const LIST = "/models";
const SETTING = "the setting model";
function othersOf({ application }) {
	return (application?.otherModels ?? []).map(({ value, from }) => ({
		id: value,
		from
	}));
}
async function modelsAt(keyed, path) {
	const exchange = await askKeyed(keyed, path);
	if (exchange === void 0) return { because: "no answer came" };
	const { status } = exchange;
	if (status !== 200) return { because: `the answer has status ${String(status)}` };
	return readModels(exchange) ?? { because: "the answer names no model" };
}
function factsFrom(said, named) {
	const models = named.map(({ id, from }) => {
		const date = said.models.get(id);
		return {
			id,
			from,
			...said.whole ? { listed: date !== void 0 } : {},
			...given({ shutdownDate: date === "" ? void 0 : date })
		};
	});
	return {
		asked: said.asked,
		models,
		...said.whole ? { count: said.models.size } : {}
	};
}
/** One model, or the list of them, the last one left out where it was cut at our own limit. */
function readModels({ bytes, facts }) {
	const text = bytes.toString("utf8");
	const asked = `${facts.method} ${facts.path}`;
	const { truncated } = facts.body;
	const { data, id, ...rest } = fields(jsonIn(truncated ? closed(text) : text));
	const list = Array.isArray(data) ? data : typeof id === "string" ? [{
		...rest,
		id
	}] : void 0;
	if (list === void 0) return void 0;
	const models = /* @__PURE__ */ new Map();
	for (const one of list) {
		const { id: name } = fields(one);
		if (typeof name === "string") models.set(name, shutdownOf(one) ?? "");
	}
	return {
		asked,
		models,
		whole: Array.isArray(data) && !truncated
	};
}
/** A list that was cut, ended after its last whole model. */
function closed(text) {
	const boundary = [...text.matchAll(/\}\s*,\s*\{/g)].at(-1);
	return boundary === void 0 ? "" : `${text.slice(0, boundary.index + 1)}]}`;
}
/** The day, as `2026-12-11`. */
function shutdownOf(model) {
	const { shutdown_date: day, expiration_date: last, deprecation } = fields(model);
	const written = [day, last].find((one) => typeof one === "string");
	const seconds = fields(deprecation)["inference"];
	const time = typeof written === "string" ? Date.parse(written) : typeof seconds === "number" ? seconds * 1e3 : NaN;
	return Math.abs(time) < LATEST_MS ? new Date(time).toISOString().slice(0, 10) : void 0;
}
/** Of what a Date can hold: the end of the year 9999. */
const LATEST_MS = 0xe677d21fd818;

// src/probes/request.ts
/**
* Sends the application's own request once, through the SDK, on one traced connection, and notes
* one observation for each rung that it climbed. Never throws; always ends with the attempt's clock.
* Resolves to the connection where the answer was valid and `keep` asked for it.
*/
async function sendRealRequest(attempt) {
	const { route, network, recorder, now } = attempt;
	const plan = endpointFacts(route.endpoint).needs === "WebSocket" ? withHttp1(attempt.plan) : attempt.plan;
	const cancel = () => recorder.endOpen(() => ({
		status: "skipped",
		because: CANCELLED
	}));
	attempt.signal.addEventListener("abort", cancel, { once: true });
	const limit = limitTime(attempt.timeoutMs, attempt.signal);
	const { signal } = limit;
	const depth = effectiveDepth(route);
	const open = { kept: false };
	const { agent, exchanger } = exchangerOn({
		plan,
		network,
		recorder,
		signal,
		carriesKey: depth !== "route",
		onOpen: (version) => {
			open.httpVersion = version;
		},
		mayOpen: () => !open.kept
	}, now);
	try {
		if (depth === "route") await askWithoutKey(attempt, exchanger);
		else open.kept = await askThroughSdk(attempt, depth, exchanger) && mayKeep(attempt);
	} finally {
		limit.stop();
		attempt.signal.removeEventListener("abort", cancel);
		recorder.endOpen((rung) => ({
			status: "failed",
			failure: timedOut(layerOf(rung))
		}));
		if (!open.kept) agent.destroy().catch(() => {});
	}
	const { kept, httpVersion = "1.1" } = open;
	return kept ? {
		agent,
		httpVersion,
		close: () => agent.destroy().catch(() => {})
	} : void 0;
}
/** A WebSocket is over with its connection. */
function mayKeep({ keep, route }) {
	return keep === true && endpointFacts(route.endpoint).needs !== "WebSocket";
}
/** No client opens its WebSockets by HTTP/2 (RFC 8441) unasked. */
function withHttp1(plan) {
	return {
		...plan,
		egress: {
			...plan.egress,
			httpVersion: "1.1"
		}
	};
}
async function askWithoutKey(attempt, exchanger) {
	const kind = ROUTE_KINDS_BY_NAME[attempt.route.kind];
	try {
		await exchanger.send({
			method: "GET",
			url: kind.keylessUrl(attempt.route),
			headers: {
				accept: "application/json",
				"user-agent": "openai-preflight"
			},
			authenticated: false
		});
	} catch {}
}
/** Resolves to whether the answer was valid. */
async function askThroughSdk(attempt, depth, exchanger) {
	const { route, recorder, sdk } = attempt;
	const kind = ROUTE_KINDS_BY_NAME[route.kind];
	const seen = {};
	const asking = {
		fetch: sdkFetch(attempt, exchanger, (exchange) => {
			seen.exchange = exchange;
		}),
		timeoutMs: attempt.timeoutMs + 1e3,
		clientRequestId: randomUUID(),
		...given({ token: attempt.token })
	};
	let answer;
	let thrown;
	try {
		if (depth === "request") answer = await kind.askRequest(route, asking);
		else {
			await kind.askAuth(route, asking);
			const facts = seen.exchange?.facts;
			answer = {
				valid: facts !== void 0 && isModelList(facts),
				finish: "completed"
			};
			if (seen.exchange !== void 0 && answer.valid) noteModels(attempt, seen.exchange);
		}
	} catch (error) {
		thrown = error;
	}
	const observation = recorder.begin("answer", `${sdk} ${depth === "auth" ? "models.list" : route.endpoint}`);
	if (answer?.valid === true) {
		observation.ok({
			sdk,
			valid: true,
			...answer.finish === "" ? {} : { finish: answer.finish },
			...given({ model: answer.model })
		});
		return true;
	}
	if (seen.exchange === void 0 && thrown !== void 0 && !(thrown instanceof APIError)) {
		observation.failed(failureBeforeSending(thrown), {
			sdk,
			valid: false,
			errorChain: chainOf(thrown)
		});
		return false;
	}
	if (seen.exchange === void 0 || seen.exchange.status >= 300) {
		observation.skipped(seen.exchange === void 0 ? "no response came" : `the response has status ${seen.exchange.status}`);
		return false;
	}
	const facts = {
		sdk,
		valid: false,
		...answer === void 0 || answer.finish === "" ? {} : { finish: answer.finish },
		...thrown === void 0 ? {} : { errorChain: chainOf(thrown) }
	};
	observation.failed({ code: "http.response.invalid" }, facts);
	return false;
}
function failureBeforeSending(thrown) {
	return {
		...failureFrom(thrown, "http"),
		code: "config.request_not_sendable"
	};
}
/** Class names and codes, outermost first. Messages are left out: they may quote the key. */
function chainOf(thrown) {
	return flatten(thrown).map((link) => {
		const name = classOf(link);
		const errno = errnoOf(link);
		return errno === void 0 ? name : `${name} ${errno}`;
	});
}

// src/probes/entra/assertion.ts
/** Who a workload token is meant for, as Entra ID expects it. */
const AUDIENCE = "api://AzureADTokenExchange";
/**
* For the doors that are no step. The action takes the toolkit's `getIDToken`, which prints the token
* in a command that masks it; with `--json` that would be in the packet's file.
*/
const jobToken = async (audience, job, send) => {
	const url = new URL(job.url);
	url.searchParams.set("audience", audience);
	const reply = await send({
		method: "GET",
		url,
		headers: {
			accept: "application/json",
			authorization: `Bearer ${job.token.reveal()}`
		}
	});
	const { value } = fields(jsonIn(reply.text));
	if (reply.status !== 200 || typeof value !== "string") throw new Error("no token for the job");
	return value;
};
/** `iss`, `sub`, `aud` and `exp` of a token, texts printable and cut. */
function claimsOf(token) {
	const { iss, sub, aud, exp } = fields(jsonIn(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")));
	const first = Array.isArray(aud) ? aud[0] : aud;
	const word = (claim) => typeof claim === "string" ? printable(claim) : void 0;
	const expiresMs = typeof exp === "number" ? exp * 1e3 : void 0;
	return given({
		issuer: word(iss),
		subject: word(sub),
		audience: word(first),
		expiresMs
	});
}

// src/probes/entra/azure-cli.ts
/** As `AzureCliCredential` of `@azure/identity` 4: not the checkout, whose files Python would import. */
const SAFE_FOLDER = "/bin";
/**
* A token of the session that `az login` or `azure/login` left, by the command that `AzureCliCredential`
* of `@azure/identity` runs: without a shell, within the time, and never a program of the checkout.
*/
async function cliToken(scope, env, signal) {
	const checkout = path.resolve(env["GITHUB_WORKSPACE"] ?? process.cwd());
	const folders = outside(env["PATH"] ?? "", checkout === env["HOME"] ? path.sep : checkout);
	const az = await findAz(folders);
	if (az === void 0) return { code: "azure.cli_missing" };
	const { stdout, stderr } = await run(az, [
		"account",
		"get-access-token",
		"--output",
		"json",
		"--resource",
		scope.replace(/\/\.default$/, "")
	], {
		...env,
		PATH: folders.join(path.delimiter)
	}, signal);
	const said = fields(jsonIn(stdout));
	const seconds = Number(said["expires_on"]);
	const expires = Number.isFinite(seconds) ? seconds * 1e3 : Date.parse(String(said["expiresOn"]));
	if (typeof said["accessToken"] === "string" && said["accessToken"] !== "") return {
		token: said["accessToken"],
		expiresOnTimestamp: expires || 0
	};
	if (signal.aborted) return { code: "azure.token_timed_out" };
	return { code: /\baz login\b/.test(stderr) ? "azure.cli_not_signed_in" : "azure.cli_failed" };
}
async function findAz(folders) {
	if (process.platform === "win32") return void 0;
	for (const folder of folders) {
		const file = path.join(folder, "az");
		if (await access(file, constants$2.X_OK).then(() => true, () => false)) return file;
	}
}
/** Until it ends or the signal says so: then all that it started ends, since `az` is a script around Python. */
async function run(program, args, env, signal) {
	const child = spawn(program, args, {
		cwd: SAFE_FOLDER,
		env: environmentOf("az", env),
		detached: true,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	const said = {
		stdout: "",
		stderr: ""
	};
	for (const stream of ["stdout", "stderr"]) child[stream].setEncoding("utf8").on("data", (text) => {
		if (said[stream].length < 65536) said[stream] += text;
	});
	const ended = new Promise((resolve) => {
		child.once("error", () => resolve());
		child.once("close", () => resolve());
	});
	await untilAborted(ended, signal).catch(() => {
		if (child.pid === void 0) return;
		try {
			process.kill(-child.pid, "SIGKILL");
		} catch {}
	});
	return said;
}

// src/probes/entra/http-client.ts
const sending = new AsyncLocalStorage();
/** Whatever `act` asks of the identity library is sent by `send`. */
function sendingWith(send, act) {
	return sending.run(send, act);
}
/**
* The transport that `@azure/identity` is given: its requests leave on our own connections, so they
* take the client's way out, end with the attempt's clock, and are observed. One for the whole
* process: MSAL keeps the first it sees for every managed identity (ManagedIdentityClient,
* `static identitySource`), so the sender comes with the call and not with the credential.
*/
const HTTP_CLIENT = { sendRequest: async (request) => {
	const send = sending.getStore();
	if (send === void 0) throw new Error("a token is asked for outside of a sign-in");
	const { body } = request;
	const reply = await send({
		method: request.method,
		url: new URL(request.url),
		headers: lowerCase(request.headers),
		...typeof body === "string" ? { body } : {}
	});
	return {
		request,
		status: reply.status,
		headers: pipelineHeaders(reply.headers),
		bodyAsText: reply.text
	};
} };
function lowerCase(headers) {
	const all = {};
	for (const [name, value] of headers) all[name.toLowerCase()] = value;
	delete all["content-length"];
	delete all["accept-encoding"];
	return all;
}
/** Headers in the shape of core-rest-pipeline, without a dependency on it. */
function pipelineHeaders(from) {
	const all = new Headers(from);
	return {
		get: (name) => all.get(name) ?? void 0,
		has: (name) => all.has(name),
		set: (name, value) => {
			all.set(name, String(value));
		},
		delete: (name) => {
			all.delete(name);
		},
		toJSON: () => Object.fromEntries(all),
		[Symbol.iterator]: () => all.entries()
	};
}
/**
* What an identity service says went wrong, codes only: Entra ID sends its numbers as
* `error_codes`; a proxy of it may keep only the text, which begins with the number.
*/
function errorOf(text) {
	const body = jsonIn(text);
	const { error, error_codes: numbers, error_description: description } = fields(body);
	const listed = (Array.isArray(numbers) ? numbers : []).filter((one) => Number.isInteger(one)).slice(0, 4).map((one) => `AADSTS${String(one)}`);
	const first = typeof description === "string" ? /^AADSTS\d{4,9}\b/.exec(description)?.[0] : void 0;
	const word = typeof error === "string" && /^[\w.-]{1,64}$/.test(error) ? { error } : {};
	return {
		shape: shapeOf(text, body),
		...word,
		errorCodes: listed.length > 0 || first === void 0 ? listed : [first]
	};
}
function shapeOf(text, body) {
	if (body !== void 0) return "json";
	const start = text.trimStart();
	if (start === "") return "empty";
	return start.startsWith("<") ? "html" : "text";
}

// src/probes/entra/credential.ts
/**
* The credential of `@azure/identity` for this sign-in. The library is loaded here and nowhere else:
* only a route that signs in pays for it. Throws when the environment names something unusable.
*/
async function credentialFor(signIn, assertion) {
	const identity = await import("./azure-identity.js");
	const { tenantId = "", clientId = "", authority } = signIn;
	const options = {
		httpClient: HTTP_CLIENT,
		authorityHost: authority.origin,
		retryOptions: { maxRetries: 0 },
		disableInstanceDiscovery: true
	};
	switch (signIn.method) {
		case "client-secret": return new identity.ClientSecretCredential(tenantId, clientId, signIn.clientSecret?.reveal() ?? "", options);
		case "client-certificate": return new identity.ClientCertificateCredential(tenantId, clientId, signIn.certificatePath ?? "", options);
		case "workload-identity":
		case "job-token": return new identity.ClientAssertionCredential(tenantId, clientId, assertion, options);
		case "azure-cli": throw new Error("its tokens come from the command");
		case "managed-identity": {
			const { authorityHost: _machine, ...own } = options;
			return new identity.ManagedIdentityCredential({
				...own,
				...clientId === "" ? {} : { clientId }
			});
		}
	}
}

// src/probes/token.ts
/**
* Signs in to Entra ID and notes one `token` observation. `undefined` when there is no token: the
* request that needs it is then not sent. Never throws, and always ends with its clock.
*/
async function takeToken(question) {
	const { signIn, recorder, conceal } = question;
	const note = recorder.begin("token", `${signIn.method} ${signIn.authority.host}`);
	const exchanges = [];
	const shown = { claims: {} };
	const file = signIn.certificatePath ?? signIn.tokenFile;
	const facts = () => ({
		method: signIn.method,
		authority: signIn.authority.host,
		scope: signIn.scope,
		hasTenant: signIn.tenantId !== void 0,
		hasClient: signIn.clientId !== void 0,
		exchanges: [...exchanges],
		...given({
			subject: shown.claims.subject,
			issuer: shown.claims.issuer,
			assertionAudience: shown.claims.audience,
			padded: signIn.padded.length === 0 ? void 0 : signIn.padded,
			file: file === void 0 ? void 0 : printable(file)
		})
	});
	const { job } = signIn;
	if (signIn.method === "job-token" && job === void 0) {
		note.failed({ code: "azure.id_token_permission_missing" }, facts());
		return;
	}
	const limit = limitTime(question.timeoutMs, question.signal);
	const keep = (token, expiresOnTimestamp) => {
		conceal(token, "Entra ID token");
		const { audience, expiresMs = Infinity } = claimsOf(token);
		note.ok({
			...facts(),
			...given({ audience }),
			validMs: Math.max(0, Math.min(expiresOnTimestamp, expiresMs) - question.now())
		});
		return token;
	};
	if (signIn.method === "azure-cli") {
		const { environment = {}, scope } = signIn;
		const taken = await cliToken(scope, environment, limit.signal);
		limit.stop();
		if ("token" in taken) return keep(taken.token, taken.expiresOnTimestamp);
		if (question.signal.aborted) note.skipped("cancelled");
		else note.failed({ code: taken.code }, facts());
		return;
	}
	const { send, settled } = sender({
		...question,
		signal: limit.signal
	}, exchanges);
	let unreadable = false;
	const workloadToken = async (path) => {
		try {
			return (await readFile(path, "utf8")).trim();
		} catch (error) {
			unreadable = true;
			throw error;
		}
	};
	const take = async () => {
		const token = job === void 0 ? await workloadToken(signIn.tokenFile ?? "") : await (question.jobToken ?? jobToken)(AUDIENCE, job, send);
		conceal(token, "workload token");
		shown.claims = claimsOf(token);
		return token;
	};
	const assertion = () => shown.token ??= take();
	try {
		const credential = await credentialFor(signIn, assertion);
		const asked = sendingWith(send, () => credential.getToken(signIn.scope));
		const taken = await untilAborted(asked, limit.signal);
		if (taken === null) throw new Error("the credential gave no token");
		return keep(taken.token, taken.expiresOnTimestamp);
	} catch {
		await settled();
		if (question.signal.aborted) note.skipped("cancelled");
		else {
			const found = exchanges.length === 0 && await isUnreadable(signIn.certificatePath) ? "azure.certificate_unreadable" : void 0;
			note.failed(failureOf(exchanges, limit.ranOut(), unreadable, found), facts());
		}
		return;
	} finally {
		limit.stop();
	}
}
async function isUnreadable(path) {
	if (path === void 0) return false;
	try {
		await access(path, constants$2.R_OK);
		return false;
	} catch {
		return true;
	}
}
/** The last exchange says why there is no token; without one the library refused by itself. */
function failureOf(exchanges, ranOut, unreadable, certificate) {
	if (certificate !== void 0) return { code: certificate };
	const last = exchanges.at(-1);
	if (last?.code !== void 0) return {
		code: last.code,
		...given({ errno: last.errno })
	};
	if (ranOut) return { code: "azure.token_timed_out" };
	if (last !== void 0) return { code: "azure.token_refused" };
	return { code: unreadable ? "azure.token_file_unreadable" : "azure.token_not_sendable" };
}
/**
* Sends the requests of a sign-in, each on a connection of its own, and keeps account of them. A
* secret is part of most: they go to the authority and to the job's endpoint, nowhere else.
*/
function sender(question, exchanges) {
	const { signIn, wayTo } = question;
	const open = /* @__PURE__ */ new Set();
	const askedAt = (url) => {
		if (url.origin === signIn.job?.url.origin) return "job";
		if (url.origin !== signIn.authority.origin) return void 0;
		return signIn.identityService === "none" ? "entra" : signIn.identityService;
	};
	const sendOne = async ({ url, ...request }) => {
		const asked = askedAt(url);
		if (asked === void 0) {
			const from = signIn.identityService === "none" ? "entra" : signIn.identityService;
			exchanges.push({
				asked: from,
				host: url.host,
				errorCodes: [],
				code: "http.redirected"
			});
			throw new Error("a secret goes to the authority only");
		}
		const local = asked === "imds" || asked === "identity-endpoint";
		const plan = wayTo(url);
		const { response, bytes, failed } = await askWithoutKey$1(question, local ? direct(plan) : plan, {
			...request,
			url,
			carriesKey: true
		});
		const what = {
			asked,
			host: url.host
		};
		if (response === void 0) {
			const failure = failureIn(failed);
			exchanges.push({
				...what,
				errorCodes: [],
				code: failure?.code ?? "azure.token_timed_out",
				...given({ errno: failure?.errno })
			});
			throw new Error("no reply came");
		}
		const text = bytes?.toString("utf8") ?? "";
		exchanges.push({
			...what,
			status: response.status,
			...errorOf(text)
		});
		return {
			status: response.status,
			headers: response.headers,
			text
		};
	};
	return {
		send: (request) => {
			const sent = sendOne(request);
			open.add(sent);
			return sent;
		},
		settled: () => Promise.allSettled(open)
	};
}

// src/run/patience.ts
/** The SDK's own backoff: 0.5 s doubled each time, at most 8 s. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8e3;
/** An attempt needs some time of its own: waiting right up to the deadline proves nothing. */
const LEAST_ATTEMPT_MS = 1e3;
/** What an SDK of OpenAI waits by default is longer; a deploy need not wait for that. */
const LONGEST_WAIT_MS = 6e4;
/** Milliseconds that the application itself would wait; nothing where that is no more than before. */
function longerWait(route, remainingMs) {
	const waitMs = Math.min(route.applicationTimeoutMs ?? LONGEST_WAIT_MS, remainingMs);
	return waitMs > route.timeoutMs ? waitMs : void 0;
}
/**
* Whether the real request is worth another attempt, and after how many milliseconds. Only a
* failure that time can heal is waited for, as long as the peer asks, within `attempts`,
* `wait-up-to` and what is left of the deadline; everything else ends at once.
*/
function nextAttempt(state) {
	const next = decide(state);
	return "afterMs" in next ? next : void 0;
}
/** Why there is no further attempt, in one sentence; empty where nobody asked for repeats. */
function whyNoMore(state) {
	const next = decide(state);
	return "because" in next ? next.because : "";
}
function decide(state) {
	const { verdict, route, attempt, sinceMs, remainingMs } = state;
	const asked = route.attempts > 1 || route.waitUpToMs > 0;
	if (verdict.verdict === "pass" || !asked) return { because: "" };
	if (!verdict.retryable) return { because: "It was not tried again: a retry does not help here." };
	const askedMs = askedPause(state.observations, attempt);
	const afterMs = askedMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
	const byCount = attempt < route.attempts;
	const byTime = sinceMs + afterMs < route.waitUpToMs;
	if (byCount || byTime) {
		if (afterMs + LEAST_ATTEMPT_MS < remainingMs) return { afterMs };
		return tooLong(attempt, askedMs, `the deadline leaves ${seconds(remainingMs)}`);
	}
	if (route.waitUpToMs > sinceMs && askedMs !== void 0) return tooLong(attempt, askedMs, `wait-up-to leaves ${seconds(route.waitUpToMs - sinceMs)}`);
	return { because: `${all(attempt, "attempt")} ended like this.` };
}
/** Waiting would outlast what is left, so it ends at once. */
function tooLong(attempt, askedMs, left) {
	const wish = askedMs === void 0 ? "another attempt needs more" : `the server asks for ${seconds(askedMs)}`;
	return { because: `${attempt === 1 ? "It was not tried again" : `It ended after ${String(attempt)} attempts`}: ${wish}, and ${left}.` };
}
function seconds(milliseconds) {
	const exact = Math.max(0, milliseconds) / 1e3;
	return `${String(exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact))} s`;
}
/**
* `Retry-After`, or the reset of a limit that is used up. A limit that says when it resets and not
* what remains counts as used up: Azure sends that with a 429.
*/
function askedPause(observations, attempt) {
	const response = observations.findLast((one) => one.probe === "response" && one.attempt === attempt);
	if (response?.probe !== "response" || response.outcome.status === "skipped") return void 0;
	const limits = response.outcome.facts?.limits;
	if (limits === void 0) return void 0;
	if (limits.retryAfterMs !== void 0) return limits.retryAfterMs;
	const resets = [limits.requests, limits.tokens].filter((limit) => (limit?.remaining ?? 0) === 0).map((limit) => limit?.resetMs).filter((reset) => reset !== void 0);
	return resets.length > 0 ? Math.max(...resets) : void 0;
}

// src/probes/addresses.ts
/** Each is dialled by itself; a service behind more names no other fault. */
const MOST_ADDRESSES$1 = 8;
function failedConnect(scene) {
	const connect = observation(scene.evidence, "connect");
	return connect?.outcome.status === "failed" ? factsOf(connect) : void 0;
}
/**
* Every address alone and without the 250 ms that Node gives each of several: tells "needs 400 ms"
* from "unreachable". An address that had the whole attempt already is not asked again.
*/
const addressesProbe = {
	probe: "addresses",
	worthAsking: (scene) => {
		const { attempts = [] } = failedConnect(scene) ?? {};
		return attempts.some(({ status }) => status === "abandoned") || unheard(scene).length > 0;
	},
	ask: async (scene) => {
		const { host = "", port = 443, attempts: before = [] } = failedConnect(scene) ?? {};
		const asked = [...before.filter(({ status }) => status === "abandoned").map(({ address }) => resolved(address)), ...unheard(scene)].slice(0, MOST_ADDRESSES$1);
		const note = scene.recorder.begin("addresses", `${asked.length} addresses of ${host}`);
		const attempts = [];
		await Promise.all(asked.map(async (address) => {
			const { clock } = scene.network;
			await dial({
				host,
				port,
				addresses: [address],
				addressTimeoutMs: 0,
				clock,
				signal: scene.signal
			}, attempts).then((socket) => socket.destroy(), () => {});
		}));
		note.ok({
			attempts,
			timeoutMs: Math.round(scene.timeoutMs)
		});
	}
};
/** Addresses that resolved and were never dialled, because the clock ran out before. */
function unheard(scene) {
	const facts = failedConnect(scene);
	if (facts === void 0) return [];
	const lookup = requestChain(scene.evidence).find((one) => one.probe === "lookup" && factsOf(one)?.of === facts.of);
	const known = lookup?.probe === "lookup" ? factsOf(lookup)?.addresses ?? [] : [];
	const dialled = new Set((facts.attempts ?? []).map(({ address }) => address));
	return known.filter(({ address }) => !dialled.has(address)).map(({ address }) => resolved(address));
}

// src/probes/egress-address.ts
/** Cloudflare's page on every host that it serves, asked without a key: who asks, as its edge sees it. */
const TRACE = "/cdn-cgi/trace";
/** On the direct route only: what allow-lists and country rules of the API go by. */
const egressAddress = {
	probe: "egress-address",
	worthAsking: ({ route, egressAddress: occasion = "never" }) => occasion !== "never" && isOpenaiHost(new URL(route.baseUrl).hostname),
	ask: async (scene) => {
		const url = new URL(TRACE, scene.route.baseUrl);
		const target = `GET ${TRACE}`;
		const failed = firstFailed(scene.evidence);
		if (failed !== void 0 && failed.probe !== "response" && failed.probe !== "answer") {
			const { code } = failed.outcome.failure;
			const because = `no connection to ${url.host} was established (${code})`;
			scene.recorder.skip("egress-address", target, because);
			return;
		}
		const note = scene.recorder.begin("egress-address", target);
		const [first, ...others] = await Promise.all(Array.from({ length: CONNECTIONS }, ask));
		const { reply = {}, seen } = [first, ...others].find((one) => one?.seen !== void 0) ?? { reply: first?.reply };
		const { localAddress } = reply;
		if (seen !== void 0) {
			const direct = scene.plan.egress.proxy === void 0 && localAddress !== void 0;
			const pool = poolOf([first, ...others].flatMap((one) => one?.seen?.address ?? []));
			note.ok({
				...seen,
				...direct ? {
					localAddress,
					nat: localAddress !== seen.address
				} : {},
				...given({ pool })
			});
		} else {
			const failure = failureIn(reply.failed);
			const status = reply.response?.status;
			const detail = `${target}: ${status === 200 ? "the answer is no trace" : String(status ?? "no answer")}`;
			note.failed(failure ?? {
				code: "http.response.invalid",
				detail
			});
		}
		async function ask() {
			const reply = await askBriefly(scene, scene.plan, {
				url,
				headers: { accept: "text/plain" }
			});
			const { response, bytes } = reply;
			const seen = response?.status === 200 && bytes !== void 0 ? parse(bytes.toString("latin1"), url.hostname) : void 0;
			return {
				reply,
				...given({ seen })
			};
		}
	}
};
/** Several, so that a pool of addresses shows: a NAT gateway chooses one for each connection. */
const CONNECTIONS = 3;
/** Addresses of one family are a pool; IPv4 beside IPv6 is one machine with both. */
function poolOf(addresses) {
	return [...Map.groupBy(new Set(addresses), (one) => one.includes(":")).values()].find(({ length }) => length > 1)?.toSorted();
}
/** Lines of `name=value`; `undefined` when it is no trace of this host (a block page, another server). */
function parse(text, host) {
	const lines = new Map(text.split("\n").map((line) => {
		const [name = "", ...value] = line.trim().split("=");
		return [name, value.join("=")];
	}));
	const address = lines.get("ip") ?? "";
	if (lines.get("h") !== host || !isAddress(address)) return void 0;
	const word = (name, shape) => shape.exec(lines.get(name) ?? "")?.[0];
	return {
		address,
		...given({
			country: word("loc", /^[A-Z][A-Z\d]$/),
			colo: word("colo", /^[A-Z]{3}$/)
		})
	};
}

// src/probes/second-handshake.ts
/** TCP on the same way out, through the proxy where there is one, noted nowhere. */
function openAside(scene, secure) {
	const way = {
		plan: scene.plan,
		network: scene.network,
		recorder: privateRecorder(scene),
		signal: scene.signal,
		carriesKey: false
	};
	return openStream(way, {
		...destinationOf(new URL(scene.route.baseUrl)),
		secure
	});
}
/**
* A handshake on a fresh connection on the same way out, on which no request is ever sent. It is the
* only place where verification may be off: to read what a peer shows. Throws what the socket throws.
*/
async function shakeHandsAside(scene, options, read) {
	const name = options.servername ?? destinationOf(new URL(scene.route.baseUrl)).host;
	const stream = await openAside(scene, true);
	try {
		return await read(await secureSocket({
			ALPNProtocols: ["http/1.1"],
			...options,
			socket: stream,
			...isIP(name) === 0 ? { servername: name } : { host: name },
			signal: scene.signal
		}));
	} finally {
		stream.destroy();
	}
}

// src/probes/hello.ts
/** X25519MLKEM768 makes the default ClientHello 1591 bytes; these two curves make it 361 (measured). */
const SMALL_CURVES = "X25519:P-256";
const SMALL_HELLO_BYTES = 361;
/** The default hello, 1609 bytes with ALPN (measured, Node 24.21). */
const LARGE_HELLO_BYTES = 1609;
/** A name that nobody blocks and everybody may ask for (RFC 2606); nothing is sent to it but the hello. */
const HARMLESS_NAME = "www.example.com";
const WORDLESS = /* @__PURE__ */ new Set([
	"tls.reset",
	"tls.closed",
	"tls.timed_out"
]);
/** The peer or something before it went away during the handshake without saying why. */
function wordless(scene) {
	const handshake = observation(scene.evidence, "handshake");
	return handshake?.outcome.status === "failed" && factsOf(handshake)?.of === "target" && WORDLESS.has(handshake.outcome.failure.code);
}
/** A middlebox that cannot reassemble a large ClientHello lets the small one pass. */
const smallHello = {
	probe: "small-hello",
	worthAsking: wordless,
	ask: async (scene) => {
		const { host } = destinationOf(new URL(scene.route.baseUrl));
		const note = scene.recorder.begin("small-hello", host);
		try {
			const version = await shakeHandsAside(scene, {
				rejectUnauthorized: false,
				ecdhCurve: SMALL_CURVES
			}, (peer) => peer.getProtocol() ?? "");
			note.ok({
				version,
				helloBytes: SMALL_HELLO_BYTES
			});
		} catch (error) {
			note.failed(failureFrom(error, "tls"));
		}
	}
};
/** A filter on the server name lets another name pass to the same address: any TLS answer counts. */
const otherName = {
	probe: "other-name",
	worthAsking: wordless,
	ask: async (scene) => {
		const note = scene.recorder.begin("other-name", HARMLESS_NAME);
		try {
			await shakeHandsAside(scene, {
				rejectUnauthorized: false,
				servername: HARMLESS_NAME
			}, () => void 0);
			note.ok({
				servername: HARMLESS_NAME,
				reached: true,
				helloBytes: LARGE_HELLO_BYTES
			});
		} catch (error) {
			const failure = failureFrom(error, "tls");
			const reached = !WORDLESS.has(failure.code) && failure.code.startsWith("tls.");
			if (reached) note.ok({
				servername: HARMLESS_NAME,
				reached,
				helloBytes: LARGE_HELLO_BYTES
			});
			else note.failed(failure, {
				servername: HARMLESS_NAME,
				reached
			});
		}
	}
};

// src/probes/http-questions.ts
const LARGE_BODY_BYTES = 16384;
const DIRECT_API = "https://api.openai.com/v1";
function keylessUrl(scene) {
	return ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route);
}
/** Something answered, but perhaps not the API: the same question without credentials shows who. */
const keyless = {
	probe: "keyless",
	worthAsking: (scene) => {
		const response = responseOf(scene.evidence);
		const answered = observation(scene.evidence, "answer")?.outcome.status === "ok";
		return response !== void 0 && response.facts.authenticated && !answered;
	},
	ask: async (scene) => {
		const url = keylessUrl(scene);
		const note = scene.recorder.begin("keyless", `GET ${url.pathname}`);
		tellReply(note, await askWithoutKey$1(scene, scene.plan, { url }));
	}
};
/**
* Like with like: the same POST to a path that only answers, small and 16 KiB, neither with
* credentials, and a GET beside them. Where size alone makes the difference, size is lost on the
* way (MTU black hole, limit); where no POST is answered and the GET is, somebody holds bodies.
*/
const largeRequest = {
	probe: "large-request",
	worthAsking: (scene) => {
		const failed = firstFailed(scene.evidence);
		const code = failed?.outcome.failure.code;
		return failed?.probe === "response" && (code === "http.timed_out" || code === "http.reset");
	},
	ask: async (scene) => {
		const url = keylessUrl(scene);
		const note = scene.recorder.begin("large-request", `POST ${url.pathname} ${LARGE_BODY_BYTES}`);
		const post = (padding) => {
			const body = JSON.stringify({ padding: "x".repeat(padding) });
			return timed(scene, () => askWithoutKey$1(scene, scene.plan, {
				url,
				method: "POST",
				body
			}));
		};
		const [get, small, large] = await Promise.all([
			askWithoutKey$1(scene, scene.plan, { url }),
			post(1),
			post(LARGE_BODY_BYTES)
		]);
		const facts = {
			bytes: JSON.stringify({ padding: "" }).length + LARGE_BODY_BYTES,
			...given({
				getStatus: get.response?.status,
				smallStatus: small.response?.status,
				largeStatus: large.response?.status
			}),
			...small.response === void 0 ? {} : { smallMs: small.ms },
			largeMs: large.ms
		};
		const silent = [large, small].find(({ response }) => response === void 0)?.failed;
		const failure = failureIn(silent);
		if (failure === void 0) note.ok(facts);
		else note.failed(failure, facts);
	}
};
async function timed({ network }, ask) {
	const beganMs = network.clock();
	return {
		...await ask(),
		ms: Math.round(network.clock() - beganMs)
	};
}
/** With `compare-direct`: the keyless question to api.openai.com, past the gateway. */
const directApi = {
	probe: "direct-api",
	worthAsking: (scene) => scene.route.compareDirect && scene.route.kind === "gateway",
	ask: async (scene) => {
		const url = modelsUrl({ baseUrl: scene.directBaseUrl ?? DIRECT_API });
		const note = scene.recorder.begin("direct-api", url.host);
		tellReply(note, await askWithoutKey$1(scene, scene.wayTo(url), { url }));
	}
};
/** A host that this runner must reach anyway: tells "all egress is closed" from "only this host is". */
const control = {
	probe: "control",
	worthAsking: (scene) => controlUrl(scene) !== void 0 && responseOf(scene.evidence) === void 0,
	ask: async (scene) => {
		const url = controlUrl(scene);
		if (url === void 0) return;
		const note = scene.recorder.begin("control", url.host);
		const { response, failed } = await askWithoutKey$1(scene, scene.wayTo(url), { url });
		if (response !== void 0) {
			const { status, clockSkewMs } = response;
			note.ok({
				host: url.host,
				status,
				...given({ clockSkewMs })
			});
			return;
		}
		const ports = failureIn(failed)?.code === "tcp.refused" ? await refusedPorts(scene, url) : void 0;
		tellFailed(note, failed, {
			host: url.host,
			...given({ refusedPorts: ports })
		});
	}
};
/** The port that refused, and the other port of the web where that refuses, too. */
async function refusedPorts(scene, url) {
	const port = Number(url.port) || (url.protocol === "http:" ? 80 : 443);
	const other = port === 80 ? 443 : 80;
	const second = URL.parse(`${other === 80 ? "http" : "https"}://${url.hostname}/`) ?? url;
	const { failed } = await askWithoutKey$1(scene, scene.wayTo(second), { url: second });
	return failureIn(failed)?.code === "tcp.refused" ? [port, other] : [port];
}
function controlUrl(scene) {
	const url = URL.parse(scene.controlUrl ?? "");
	const own = new URL(scene.route.baseUrl).host;
	return url === null || url.host === own ? void 0 : url;
}

// src/wire/name-servers.ts
/** c-ares errors in the words of DNS (RFC 1035 §4.1.1, IANA rcodes). */
const ANSWERS = {
	ENOTFOUND: "NXDOMAIN",
	ENODATA: "NODATA",
	ESERVFAIL: "SERVFAIL",
	EREFUSED: "REFUSED",
	EFORMERR: "FORMERR",
	ENOTIMP: "NOTIMP",
	ETIMEOUT: "TIMEOUT",
	ECONNREFUSED: "PORT_CLOSED",
	EBADRESP: "GARBAGE",
	ECANCELLED: "TIMEOUT"
};
/** The C library asks three. */
const MOST_SERVERS = 4;
/** An answer over UDP holds about as many addresses, and fewer aliases. */
const MOST_ADDRESSES = 16;
/** The name servers of this machine, as c-ares reads them. */
function nameServers(servers = getServers()) {
	return servers.slice(0, MOST_SERVERS);
}
/** Asks one server one question. Never throws: a failure is an answer too. */
async function askServer(server, host, type, timeoutMs, signal) {
	const startedMs = performance.now();
	const elapsedMs = () => Math.round(performance.now() - startedMs);
	const resolver = new Resolver({
		timeout: Math.round(timeoutMs),
		tries: 1
	});
	const cancel = () => resolver.cancel();
	signal.addEventListener("abort", cancel, { once: true });
	try {
		resolver.setServers([server]);
		const absolute = host.endsWith(".") ? host : `${host}.`;
		const found = type === "A" ? await resolver.resolve4(absolute) : await resolver.resolve6(absolute);
		const cnames = signal.aborted ? [] : await resolver.resolveCname(absolute).catch(() => []);
		return {
			answer: found.length === 0 ? "NODATA" : "NOERROR",
			addresses: found.slice(0, MOST_ADDRESSES).map(resolved),
			cnames: cnames.slice(0, MOST_ADDRESSES),
			elapsedMs: elapsedMs()
		};
	} catch (error) {
		const errno = typeof error === "object" && error !== null ? errnoOf(error) : void 0;
		return {
			answer: (errno === void 0 ? void 0 : entryOf(ANSWERS, errno)) ?? errno ?? "FAILED",
			addresses: [],
			cnames: [],
			elapsedMs: elapsedMs()
		};
	} finally {
		signal.removeEventListener("abort", cancel);
	}
}
/** The line of the hosts file that names this host, if there is one. */
function hostsFileEntry(host, read = readText) {
	const path = process.platform === "win32" ? "C:\\Windows\\System32\\drivers\\etc\\hosts" : "/etc/hosts";
	for (const line of (read(path) ?? "").split("\n")) {
		const [address, ...names] = (line.split("#")[0] ?? "").trim().split(/\s+/);
		if (address && names.some((name) => name.toLowerCase() === host.toLowerCase())) return address;
	}
}
/** How getaddrinfo makes other names of one (resolv.conf(5)); nothing where there is no such file. */
function searching(read = readText) {
	const lines = (read("/etc/resolv.conf") ?? "").split("\n");
	const last = lines.findLast((line) => /^\s*(search|domain)\s/.test(line));
	const dots = lines.findLast((line) => /^\s*options\s.*\bndots:\d/.test(line));
	return {
		searchList: last === void 0 ? [] : last.trim().split(/\s+/).slice(1, 7),
		ndots: Math.min(15, Number(/\bndots:(\d{1,3})/.exec(dots ?? "")?.[1] ?? 1))
	};
}
/** Text of a file of the system; `undefined` when it cannot be read. */
function readText(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return;
	}
}

// src/probes/name-servers.ts
/** Name that the failed lookup was for: the API's host, or the proxy's. */
function nameInQuestion(scene) {
	const failed = firstFailed(scene.evidence);
	if (failed?.probe === "lookup") return failed.target;
	return bareHost(new URL(scene.route.baseUrl).hostname);
}
/**
* getaddrinfo decides, direct queries explain: it folds SERVFAIL, REFUSED and silence into one
* errno, and it hides the hosts file. Asked when a name did not resolve, when it resolved to an
* address that a public host does not have, or when another host answered under it.
*/
const nameServersProbe = {
	probe: "name-servers",
	worthAsking: (scene) => {
		if (isIP(nameInQuestion(scene)) !== 0) return false;
		const failed = firstFailed(scene.evidence);
		if (failed === void 0) return false;
		if (failed.probe === "lookup") return true;
		if (scene.plan.egress.proxy !== void 0) return false;
		return requestChain(scene.evidence).some((one) => one.probe === "lookup" && factsOf(one)?.addresses?.some(({ scope }) => scope !== "public") === true) || failed.probe === "connect" || failed.outcome.failure.code.startsWith("tls.cert.");
	},
	ask: async (scene) => {
		const host = nameInQuestion(scene);
		const observation = scene.recorder.begin("name-servers", host);
		const patience = Math.max(150, Math.min(2e3, scene.timeoutMs - 100));
		const asked = scene.nameServers ?? nameServers();
		const { searchList, ndots } = searching();
		const [servers, searched] = await Promise.all([Promise.all(asked.map(async (server) => {
			const [a, aaaa] = await Promise.all([askServer(server, host, "A", patience, scene.signal), askServer(server, host, "AAAA", patience, scene.signal)]);
			return {
				server,
				a,
				aaaa
			};
		})), Promise.all(searchList.flatMap((domain) => asked.slice(0, 1).map(async (server) => {
			const name = `${host}.${domain}`;
			return {
				name,
				answer: await askServer(server, name, "A", patience, scene.signal)
			};
		})))]);
		const hostsFile = hostsFileEntry(host);
		observation.ok({
			host,
			servers,
			...given({ hostsFile }),
			searchList,
			ndots,
			searched
		});
	}
};

// src/probes/other-http.ts
/** Connection preface and an empty SETTINGS frame (RFC 9113 §3.4): no request, no credentials. */
const PREFACE = Buffer.concat([Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "latin1"), Buffer.of(0, 0, 0, 4, 0, 0, 0, 0, 0)]);
/**
* No request of any version, and longer than the preface, for which HAProxy waits: whoever speaks
* HTTP/1.1 answers 400, also one that refuses all requests.
*/
const NOT_A_REQUEST = Buffer.from(`${"?".repeat(PREFACE.length)}\r\n\r\n`, "latin1");
const FRAME_HEADER_BYTES = 9;
const SETTINGS = 4;
const WITHOUT_ANSWER = /* @__PURE__ */ new Set([
	"http.closed",
	"http.reset",
	"http.response.invalid"
]);
/**
* Which HTTP the server speaks, whatever it thinks of requests. A listener for HTTP/2 alone (gRPC, a
* load balancer's `proto h2`) may close a connection with HTTP/1.1 in it without a word in the handshake.
*/
const otherHttp = {
	probe: "other-http",
	worthAsking: (scene) => {
		const failed = firstFailed(scene.evidence);
		if (failed === void 0 || !isProbe(failed, "response")) return false;
		const { code } = failed.outcome.failure;
		return WITHOUT_ANSWER.has(code) && factsOf(failed)?.status === void 0;
	},
	ask: async (scene) => {
		const { host } = destinationOf(new URL(scene.route.baseUrl));
		const note = scene.recorder.begin("other-http", host);
		try {
			const [http2, http1, tls] = await Promise.all([
				answers(scene, PREFACE, isSettings),
				answers(scene, NOT_A_REQUEST, isStatusLine),
				speaksTls(scene)
			]);
			note.ok({
				http2,
				http1,
				...tls ? { tls } : {}
			});
		} catch (error) {
			note.failed(failureFrom(error, "http"));
		}
	}
};
/** Plain HTTP got no answer: HAProxy and stunnel close without a word what is no ClientHello. */
function speaksTls(scene) {
	return scene.route.baseUrl.startsWith("http:") && scene.plan.egress.proxy === void 0 ? shakeHandsAside(scene, { rejectUnauthorized: false }, () => true).catch(() => false) : Promise.resolve(false);
}
/** The first frame is SETTINGS on stream 0 (RFC 9113 §3.4). */
function isSettings(heard) {
	return heard[3] === SETTINGS && heard.readUInt32BE(5) === 0;
}
/** RFC 9112 §4; nginx leaves the line out for what looks like HTTP/0.9, and sends its page. */
function isStatusLine(heard) {
	return /^(?:HTTP\/1|<)/.test(heard.toString("latin1"));
}
/** Whether these bytes, sent first, get an answer of this kind on the protocol of the failed request. */
async function answers(scene, bytes, is) {
	if (scene.route.baseUrl.startsWith("https:")) {
		const read = (socket) => hears(socket, bytes, is, scene.signal);
		return shakeHandsAside(scene, { rejectUnauthorized: false }, read);
	}
	const socket = await openAside(scene, false);
	try {
		return await hears(socket, bytes, is, scene.signal);
	} finally {
		socket.destroy();
	}
}
async function hears(socket, bytes, is, signal) {
	socket.on("error", () => {});
	socket.write(bytes);
	let heard = Buffer.alloc(0);
	const closed = new AbortController();
	socket.once("close", () => closed.abort());
	while (heard.length < FRAME_HEADER_BYTES) try {
		const ended = AbortSignal.any([signal, closed.signal]);
		const [piece] = await once(socket, "data", { signal: ended });
		heard = Buffer.concat([heard, piece]);
	} catch (error) {
		if (signal.aborted) throw error;
		return false;
	}
	return is(heard);
}

// src/probes/other-way.ts
/** Each costs connections; more differing clients are one story. */
const MOST_PATHS = 3;
/**
* Ways that leave elsewhere than `own`, by their exit: through which proxy, or none. Those that cannot
* leave are left out. Of one exit all plans are kept: they differ in whom they trust.
*/
function otherExits(own, candidates) {
	const paths = Map.groupBy(candidates, (plan) => exitOf(plan.egress));
	paths.delete(exitOf(own.egress));
	paths.delete("none");
	return [...paths.values()].slice(0, MOST_PATHS);
}
function differentWays({ plan, otherWays }) {
	const bypass = plan.egress.proxy === void 0 ? [] : [direct(plan)];
	return otherExits(plan, [...otherWays, ...bypass]);
}
/**
* The keyless question on one way, with the trust of this client and, where that refuses the
* certificate, of the clients that would take it. `endedBy` says why we, and not a peer, ended it;
* empty otherwise.
*/
async function askWay(scene, plans, endedBy) {
	const [plan] = plans;
	if (plan === void 0) return;
	const url = ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route);
	const { proxy } = plan.egress;
	const note = scene.recorder.begin("other-way", exitOf(plan.egress));
	const known = {
		way: proxy === void 0 ? "direct" : "proxy",
		...given({
			proxy: proxy && hostAndPort(proxy.host, proxy.port),
			source: proxy?.source
		})
	};
	let first;
	for (const one of byTrust(plans)) {
		const { response, failed } = await askWithoutKey$1(scene, one, { url });
		if (response !== void 0) {
			const trusted = one === plan ? {} : { trustOf: one.egress.client };
			note.ok({
				...known,
				reached: true,
				status: response.status,
				...trusted
			});
			return;
		}
		first ??= failed;
		if (endedBy() !== "" || failureIn(failed)?.code.startsWith("tls.cert.") !== true) break;
	}
	if (endedBy() !== "") note.skipped(endedBy());
	else tellFailed(note, first, {
		...known,
		reached: false
	});
}
/** Stores differ by few roots; each costs a handshake. */
const MOST_TRUSTS = 3;
/** One plan for each set of roots, the own one first. */
function byTrust(plans) {
	const key = ({ ca, egress }) => `${egress.strict?.applies ?? ""}${ca?.join("") ?? ""}`;
	return plans.filter((plan, at) => plans.findIndex((one) => key(one) === key(plan)) === at).slice(0, MOST_TRUSTS);
}
/**
* The other way out – direct instead of through the proxy, or through the proxy that this client
* ignores – asked without credentials. Says which setting would open the road.
*/
const otherWay = {
	probe: "other-way",
	worthAsking: (scene) => firstFailed(scene.evidence) !== void 0 && responseOf(scene.evidence) === void 0 && differentWays(scene).length > 0,
	ask: async (scene) => {
		await Promise.all(differentWays(scene).map((plans) => askWay(scene, plans, () => "")));
	}
};
/** Milliseconds that a run which passes spends on paths that it did not need. */
const CURIOSITY_MS = 2e3;
const TOO_SLOW = `no answer within ${CURIOSITY_MS / 1e3} s: this run did not need that way and waited no longer`;
/**
* After a pass: the same keyless question on the paths that leave elsewhere, side by side. Sends
* nothing where there is none. Never throws; silence is not a failure here, for it was not given
* the time of an attempt.
*/
async function askOtherExits(scene) {
	const others = otherExits(scene.plan, scene.paths);
	if (others.length === 0) return;
	const limit = limitTime(Math.min(CURIOSITY_MS, scene.timeoutMs), scene.signal);
	const asked = {
		...scene,
		signal: limit.signal
	};
	const because = () => scene.signal.aborted ? CANCELLED : limit.ranOut() ? TOO_SLOW : "";
	await Promise.allSettled(others.map((plans) => askWay(asked, plans, because)));
	limit.stop();
	scene.recorder.endOpen(() => ({
		status: "skipped",
		because: because() || "no answer and no failure"
	}));
}

// src/probes/served-chain.ts
/** Whether a handshake that verifies as this plan does finishes; nothing is sent on it. */
async function tryTrust(scene, store, source, { ca, partialChain = false, egress }) {
	try {
		const refused = await shakeHandsAside(scene, {
			rejectUnauthorized: true,
			secureContext: contextOf(ca, partialChain)
		}, (socket) => egress?.strict?.applies === "yes" ? refusedByLetter(socket, ca) : void 0);
		if (refused !== void 0) return {
			store,
			source,
			accepted: false,
			errno: refused.errno
		};
		return {
			store,
			source,
			accepted: true
		};
	} catch (error) {
		const { errno } = failureFrom(error, "tls");
		return {
			store,
			source,
			accepted: false,
			...given({ errno })
		};
	}
}
/**
* The chain that is served, read with verification off and without sending anything, and then
* tried against the trust stores of each client: the finding can say which client would accept it.
*/
const servedChainProbe = {
	probe: "served-chain",
	worthAsking: (scene) => {
		const handshake = observation(scene.evidence, "handshake");
		if (handshake?.outcome.status !== "failed") return false;
		return factsOf(handshake)?.of === "target" && handshake.outcome.failure.code.startsWith("tls.cert.");
	},
	ask: async (scene) => {
		const { host } = destinationOf(new URL(scene.route.baseUrl));
		const note = scene.recorder.begin("served-chain", host);
		const plans = [scene.plan, ...scene.otherWays];
		const [served, ...trust] = await Promise.all([
			shakeHandsAside(scene, { rejectUnauthorized: false }, (socket) => ({
				chain: servedChain(socket),
				namesIssuer: socket.getPeerCertificate().infoAccess?.["CA Issuers - URI"] !== void 0
			})),
			tryTrust(scene, "bundled", "Node.js", { ca: tls.getCACertificates("bundled") }),
			tryTrust(scene, "system", process.platform, { ca: tls.getCACertificates("system") }),
			...plans.map((plan) => tryTrust(scene, "client", plan.egress.client, plan))
		]);
		const { chain, namesIssuer } = served;
		const interceptor = inspectorIn(chain);
		const acceptedBy = plans.map(({ egress }) => egress.client).filter((client) => trust.some(({ source, accepted }) => source === client && accepted));
		note.ok({
			servername: host,
			chain,
			...given({ interceptor }),
			trust,
			acceptedBy: [...new Set(acceptedBy)],
			outdated: chain.flatMap((one, at) => isOutdated(one, scene.now()) ? [at] : []),
			missingIntermediate: chain.length === 1 && chain[0]?.selfSigned === false && namesIssuer
		});
	}
};
function isOutdated({ validFrom, validTo }, nowMs) {
	return Date.parse(validFrom) > nowMs || Date.parse(validTo) < nowMs;
}

// src/probes/status-page.ts
/** OpenAI lists about thirty, and few are in trouble at once. */
const MOST_COMPONENTS = 12;
/** Another host on another path: a witness, never the judge. */
const statusPage = {
	probe: "status-page",
	worthAsking: ({ evidence }) => {
		const known = pageFor(evidence);
		return known !== void 0 && known.form !== "people" && lacksUsableResponse(evidence);
	},
	ask: async (scene) => {
		const known = pageFor(scene.evidence);
		if (known === void 0) return;
		const url = new URL(known.url);
		const { host } = url;
		const note = scene.recorder.begin("status-page", host);
		const plan = scene.wayTo(url);
		const reply = await askBriefly(scene, plan, {
			url,
			headers: { accept: known.form === "feed" ? "application/rss+xml" : "application/json" }
		});
		const { response, bytes, failed } = reply;
		const page = bytes === void 0 || response?.status !== 200 ? void 0 : READ[known.form](bytes);
		if (page !== void 0) {
			note.ok({
				host,
				...page
			});
			return;
		}
		const because = `${by(scene, exitOf(plan.egress))}: ${reasonOf(reply)}`;
		note.failed(failureIn(failed) ?? { code: "http.response.invalid" }, {
			host,
			because
		});
	}
};
function pageFor({ route }) {
	return statusPageOf(new URL(route.baseUrl).hostname);
}
/** The page is asked as the client would ask it, which need not be as it asks the API. */
function by({ plan }, exit) {
	if (exit !== exitOf(plan.egress)) return exit === "direct" ? "directly" : `by ${exit}`;
	return exit === "direct" ? "through the same egress" : "through the same proxy";
}
function reasonOf({ response, failed }) {
	if (response !== void 0) return response.status === 200 ? "the answer is not a status page" : String(response.status);
	if (failed?.outcome.status !== "failed") return "no answer";
	const { failure, facts } = failed.outcome;
	const status = failed.probe === "tunnel" ? fields(facts)["status"] : void 0;
	return typeof status === "number" ? String(status) : failure.code;
}
/** How Better Stack says it, in the words of the others. */
const AGGREGATE = {
	operational: "none",
	degraded: "minor",
	downtime: "major",
	maintenance: "maintenance"
};
/** Words of the page as tokens; `undefined` when it is no such page (a block page, an HTML 404). */
const READ = {
	summary: (bytes) => {
		const { status, page, components } = fields(jsonIn(bytes.toString("utf8")));
		const indicator = fields(status)["indicator"];
		if (typeof indicator !== "string" || !/^\w{1,32}$/.test(indicator)) return void 0;
		const unhealthy = (Array.isArray(components) ? components : []).map((component) => fields(component)).filter(({ status: word }) => typeof word === "string" && word !== "operational").map(({ name, status: word }) => ({
			name: token(name),
			status: token(word)
		}));
		return {
			indicator,
			...given({ updatedAt: isoTime(fields(page)["updated_at"]) }),
			components: unhealthy.slice(0, MOST_COMPONENTS)
		};
	},
	"better-stack": (bytes) => {
		const { data, included } = fields(jsonIn(bytes.toString("utf8")));
		const state = fields(fields(data)["attributes"])["aggregate_state"];
		const indicator = typeof state === "string" ? entryOf(AGGREGATE, state) : void 0;
		if (indicator === void 0) return void 0;
		return {
			indicator,
			components: (Array.isArray(included) ? included : []).map((one) => fields(fields(one)["attributes"])).filter(({ status }) => status === "degraded" || status === "downtime").map(({ public_name: name, status }) => ({
				name: token(name),
				status: token(status)
			})).slice(0, MOST_COMPONENTS)
		};
	},
	people: () => void 0,
	feed: (bytes) => {
		const text = bytes.toString("utf8");
		if (!/^\s*(?:<\?xml[^>]*>\s*)?<rss\b/i.test(text) || !text.trimEnd().endsWith("</rss>")) return;
		const components = text.split(/<item\b/i).slice(1, 13).map((item) => ({
			name: token(/<title>(?:<!\[CDATA\[)?([^<\]]*)/i.exec(item)?.[1]),
			status: "incident"
		}));
		return {
			indicator: components.length === 0 ? "none" : "incident",
			components
		};
	}
};
function token(value) {
	return typeof value === "string" ? value.replace(/[^\w .()/-]/g, "").slice(0, 48) : "";
}

// src/wire/surroundings.ts
/** As kernels and VPN clients name them: OpenVPN, WireGuard, macOS, PPP, Tailscale, Zscaler, AnyConnect. */
const TUNNEL = /^(?:(?:tun|tap|wg|utun|ppp|ipsec|gpd|zcctun|cscotun)[-\d]|tailscale|nordlynx|proton)/i;
/** Of the routing table, one line each: name, destination and gateway in hex, flags, … (proc(5)). */
const ROUTES = "/proc/net/route";
/**
* The interfaces, the default route and the name servers of this machine, without a packet: from the
* system calls of Node, and on Linux from /proc and /sys. What cannot be read is left out.
*/
function readSurroundings() {
	const byDefault = defaultInterface(readText(ROUTES) ?? "");
	const mtu = byDefault === void 0 ? NaN : Number(readText(`/sys/class/net/${byDefault}/mtu`) ?? "");
	return {
		...given({ defaultInterface: byDefault }),
		...mtu > 0 ? { mtu } : {},
		tunnels: withDefault(tunnelsIn(networkInterfaces()), byDefault),
		linkLocalResolvers: nameServers().filter((one) => scopeOf(hostOf(one)) === "link-local")
	};
}
/** A tunnel that has lost its other end is not listed as running, and the default route still leaves by it. */
function withDefault(tunnels, byDefault) {
	if (byDefault === void 0 || !TUNNEL.test(byDefault) || tunnels.includes(byDefault)) return tunnels;
	return [byDefault, ...tunnels];
}
/** Those that are up and have an address which leads somewhere: macOS keeps idle `utun`s. */
function tunnelsIn(interfaces) {
	return Object.entries(interfaces).filter(([name, addresses = []]) => TUNNEL.test(name) && addresses.some(leadsOn)).map(([name]) => name.slice(0, 32)).slice(0, 8);
}
function leadsOn({ address }) {
	return scopeOf(address) !== "link-local";
}
/** 128.0.0.0: OpenVPN lays two halves over the default route (`redirect-gateway def1`), and they win. */
const HALF = "00000080";
/** The line with the destination 0.0.0.0, half of everything before all of it, and the smallest metric. */
function defaultInterface(routes) {
	const [best] = routes.split("\n").slice(1).map((line) => line.trim().split(/\s+/)).filter(([name = "", destination]) => destination === "00000000" && /^[\w.@-]{1,32}$/.test(name)).toSorted((a, b) => Number(b[7] === HALF) - Number(a[7] === HALF) || Number(a[6] ?? 0) - Number(b[6] ?? 0));
	return best?.[0];
}
/** Without port and zone: `[fe80::1%eth0]:53`. */
function hostOf(server) {
	return server.replace(/^\[([^\]%]*).*$/, "$1").replace(/%.*$/, "");
}

// src/probes/surroundings.ts
/** What this machine says of its own way out, where the failure is on the way. Sends nothing. */
const surroundings = {
	probe: "surroundings",
	worthAsking: ({ evidence }) => responseOf(evidence) === void 0,
	ask: (scene) => {
		scene.recorder.begin("surroundings", "this machine").ok((scene.surroundings ?? readSurroundings)());
		return Promise.resolve();
	}
};

// src/probes/index.ts
/** The second round, in the order in which it reads best in a packet. One line each. */
const INVESTIGATIONS = [
	nameServersProbe,
	addressesProbe,
	servedChainProbe,
	smallHello,
	otherName,
	otherHttp,
	otherWay,
	largeRequest,
	keyless,
	directApi,
	control,
	statusPage,
	egressAddress,
	surroundings
];

// src/probes/investigate.ts
/** Silence for this long says something of whoever was asked, milliseconds. */
const WITNESS_MS = 1950;
/** What a question needs before its silence counts: where the connection stood, also the time to open one. */
function witnessMs(evidence) {
	const chain = requestChain(evidence);
	const opened = chain.find(({ outcome }) => outcome.status === "failed")?.probe === "response" ? chain.filter(({ outcome }) => outcome.status === "ok") : [];
	return WITNESS_MS + opened.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
}
/** Investigations whose condition holds. */
function worthAsking(scene) {
	return INVESTIGATIONS.filter((one) => one.worthAsking(scene));
}
/**
* The second round: these investigations, side by side, within the time of the scene. Never throws;
* nothing is left open. Silence counts as a failure only where there was time for an answer: what
* was given less is skipped, and says nothing about anybody.
*/
async function investigate(scene, worth = worthAsking(scene)) {
	if (worth.length === 0) return;
	const { recorder } = scene;
	const cancel = () => recorder.endOpen(() => ({
		status: "skipped",
		because: CANCELLED
	}));
	scene.signal.addEventListener("abort", cancel, { once: true });
	const limit = limitTime(scene.timeoutMs, scene.signal);
	const { signal } = limit;
	const telling = scene.timeoutMs >= witnessMs(scene.evidence);
	const because = `${String(Math.round(scene.timeoutMs))} ms were left for this question, too few for silence to say something`;
	const asked = {
		...scene,
		signal,
		...telling ? {} : { recorder: withoutSilence(recorder, limit.ranOut, because) }
	};
	await Promise.allSettled(worth.map((one) => one.ask(asked)));
	limit.stop();
	scene.signal.removeEventListener("abort", cancel);
	recorder.endOpen((rung) => {
		if (!limit.ranOut()) return {
			status: "skipped",
			because: "this investigation did not come to an end"
		};
		return telling ? {
			status: "failed",
			failure: timedOut(layerOf(rung))
		} : {
			status: "skipped",
			because
		};
	});
}
/** A failure that is only our own clock becomes `skipped`. */
function withoutSilence(recorder, ranOut, because) {
	return {
		...recorder,
		begin: (probe, target, options) => {
			const open = recorder.begin(probe, target, options);
			return {
				...open,
				failed: (failure, facts) => ranOut() && failure.errno === "TIMEOUT" ? open.skipped(because) : open.failed(failure, facts)
			};
		}
	};
}

// src/run/second-round.ts
/** The second round: observations that explain a failure, within what one attempt may cost. */
async function lookTwice(probing, attempt, spentMs, early) {
	const { routeRun, observations } = probing;
	const failedAt = firstFailed(evidenceOf(routeRun, observations))?.rung;
	const known = await early?.end(failedAt) ?? [];
	const recorder = probing.record(attempt);
	const scene = withTimeToAnswer(sceneOf(probing, recorder, observations, secondRoundMs(routeRun.route.timeoutMs, spentMs)), probing);
	const asked = new Set(known.map(({ probe }) => probe));
	await investigate(scene, worthAsking(scene).filter(({ probe }) => !asked.has(probe)));
	observations.push(...known, ...recorder.list());
}
/**
* Where the connection stood and the request was not answered, its witnesses are given the time that
* an answer may take, however short an attempt is: else our own clock would say who it was.
*/
function withTimeToAnswer(scene, { world, remainingMs }) {
	if (!(firstFailed(scene.evidence)?.probe === "response" && responseOf(scene.evidence) === void 0) || world.crowded === true) return scene;
	const leastMs = witnessMs(scene.evidence);
	return scene.timeoutMs >= leastMs ? scene : {
		...scene,
		timeoutMs: Math.min(leastMs + BUSY_MS, remainingMs())
	};
}
function sceneOf(probing, recorder, observations, timeoutMs, signal = probing.world.signal) {
	const { routeRun, world } = probing;
	return {
		...sharedBy(probing),
		signal,
		recorder,
		otherWays: routeRun.otherWays,
		evidence: evidenceOf(routeRun, observations),
		timeoutMs: Math.min(timeoutMs, probing.remainingMs()),
		wayTo: routeRun.wayTo,
		...given({
			controlUrl: world.controlUrl,
			egressAddress: world.egressAddress,
			directBaseUrl: world.directBaseUrl
		})
	};
}
/** Of the attempt's time: before, most requests that are silent are only slow. */
const SILENT_SHARE = .4;
/** However short an attempt is: nothing that works on a busy machine is asked about. */
const LEAST_SILENT_SHARE = .175;
/** What a busy machine takes for itself of a witness's time, milliseconds. */
const BUSY_MS = 150;
/** How often the attempt is looked at, milliseconds. */
const LOOK_MS = 50;
/**
* Watches one attempt. Where it falls silent, its witnesses are asked at once and not when its time
* is up: so they have the time of a whole answer, and the verdict does not hang on how fast they
* are. An attempt that goes on after all leaves no trace of them.
*/
function lookWhileSilent(probing, attempt, seen, timeoutMs) {
	const { network, signal: cancelled } = probing.world;
	const beganMs = network.clock();
	const lastsMs = timeoutMs * SHARE;
	let round;
	const look = () => {
		const ahead = seen.foresee((rung) => timedOut(layerOf(rung)));
		const silent = firstFailed(evidenceOf(probing.routeRun, ahead));
		if (silent?.rung === round?.rung) return;
		round?.stop();
		round = void 0;
		if (silent === void 0) return;
		const controller = new AbortController();
		const recorder = probing.recordAside(attempt);
		const leftMs = lastsMs - (network.clock() - beganMs);
		const signal = AbortSignal.any([controller.signal, cancelled]);
		const over = investigate(withTimeToAnswer(sceneOf(probing, recorder, [...probing.observations, ...ahead], leftMs, signal), probing));
		round = {
			rung: silent.rung,
			recorder,
			over,
			stop: () => controller.abort()
		};
	};
	const { crowded } = probing.world;
	const silentMs = Math.min(timeoutMs * SILENT_SHARE, Math.max(timeoutMs * LEAST_SILENT_SHARE, lastsMs - WITNESS_MS - 100));
	const watch = setInterval(() => {
		if (crowded === true) return;
		if (network.clock() - beganMs >= silentMs) look();
	}, LOOK_MS);
	return {
		attemptEnded: () => clearInterval(watch),
		end: async (failedAt) => {
			clearInterval(watch);
			if (round === void 0) return [];
			if (round.rung !== failedAt) {
				round.stop();
				return [];
			}
			await round.over;
			return round.recorder.list();
		}
	};
}
/**
* After a pass with a client that nobody named: the application may be another one, which would take
* another way. Decides nothing, so it is short; asks nothing where all clients take the same way.
*/
async function askOtherClients(probing, attempt) {
	const { routeRun, world, observations } = probing;
	if (routeRun.clients === void 0 || routeRun.clients.chosen) return;
	const recorder = probing.record(attempt);
	await askOtherExits({
		...sharedBy(probing),
		recorder,
		paths: routeRun.clients.paths,
		timeoutMs: Math.min(routeRun.route.timeoutMs, probing.remainingMs()),
		signal: world.signal
	});
	observations.push(...recorder.list());
}
/** Of one attempt's time; the rest up to 1.25 is for starting and for telling. */
const SHARE = 1.2;
/**
* The second round and the attempt before it take at most this share of one attempt's time: whoever waits
* for a black hole should not wait for it twice. After a quick failure there is all of that time.
*/
function secondRoundMs(timeoutMs, spentMs) {
	return Math.max(timeoutMs * .19999999999999996, timeoutMs * SHARE - spentMs);
}

// src/run/attempts.ts
/**
* The real request, until it passes, fails for good, or patience ends. Every attempt is kept.
* @param first number of its first attempt
*/
async function sendUntilSettled(trying, send, first = 1) {
	const { routeRun, world, observations } = trying;
	const { clock } = world.network;
	const beganMs = clock();
	for (let attempt = first;; attempt += 1) {
		const recorder = trying.record(attempt);
		let early;
		const attemptBeganMs = clock();
		if (world.signal.aborted) recorder.skip("lookup", routeRun.route.baseUrl, CANCELLED);
		else if (trying.remainingMs() < trying.leastMs) recorder.skip("lookup", routeRun.route.baseUrl, OUT_OF_TIME);
		else early = await send(attempt, recorder);
		observations.push(...recorder.list());
		const ended = {
			verdict: trying.decide(),
			observations,
			route: routeRun.route,
			attempt,
			sinceMs: clock() - beganMs,
			remainingMs: trying.remainingMs()
		};
		const again = nextAttempt(ended);
		if (ended.verdict.verdict === "pass" || again !== void 0) await early?.end(void 0);
		if (again !== void 0 && !world.signal.aborted) await world.pause(again.afterMs, world.signal);
		if (again === void 0 || world.signal.aborted) {
			const because = again === void 0 ? whyNoMore(ended) : "";
			const spentMs = clock() - attemptBeganMs;
			return {
				attempts: attempt,
				spentMs,
				because,
				...given({ early })
			};
		}
	}
}
/** The attempts of a live run; the token of the first is held for the rest. */
function sendFromHere(probing, held) {
	return (attempt, recorder) => sendOnce(probing, recorder, held, attempt);
}
/** One attempt within its own clock: the sign-in where one is needed, then the request. */
async function sendOnce(probing, recorder, held, attempt) {
	const { routeRun, world } = probing;
	const { signIn } = routeRun;
	const beganMs = world.network.clock();
	const timeoutMs = Math.min(routeRun.route.timeoutMs, probing.remainingMs());
	if (signIn !== void 0 && held.token === void 0) {
		const token = await takeToken({
			...sharedBy(probing),
			signIn,
			wayTo: routeRun.wayTo,
			recorder,
			timeoutMs: timeoutMs / 2,
			conceal: world.conceal,
			...given({ jobToken: world.jobToken })
		});
		if (token !== void 0) held.token = token;
	}
	const { token } = held;
	const leftMs = timeoutMs - (world.network.clock() - beganMs);
	const early = lookWhileSilent(probing, attempt, recorder, leftMs);
	held.kept?.close();
	held.kept = await sendRealRequest({
		...sharedBy(probing),
		...signIn !== void 0 && token === void 0 ? { route: withoutToken(routeRun.route) } : {},
		recorder,
		timeoutMs: leftMs,
		sdk: world.sdk,
		keep: true,
		...token === void 0 ? {} : { token: () => Promise.resolve(token) }
	});
	early.attemptEnded();
	return early;
}
/** No token, no credentials to send: the climb still shows whether the way to the API is open. */
function withoutToken(route) {
	return {
		...route,
		depthLimit: {
			depth: "route",
			because: "There was no Entra ID token."
		}
	};
}

export { isV1 as C, ROUTE_KINDS_BY_NAME as S, isModelList as T, requestTarget as _, longerWait as a, describeCertificate as b, askKeyed as c, failureIn as d, privateRecorder as f, openWay as g, clearTextKey as h, lookTwice as i, BRIEF_MS as l, createRecorder as m, sendUntilSettled as n, sendRealRequest as o, tellFailed as p, askOtherClients as r, askModels as s, sendFromHere as t, askWithoutKey$1 as u, readHead as v, canStream as w, readBody as x, readSome as y };