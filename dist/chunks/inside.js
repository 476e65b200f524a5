import { createRequire } from "node:module";
import "./runtime.js";
import { S as branchOf } from "./model-words.js";
import "./packets-compare.js";
import { A as given, B as warning, D as entryOf, E as destinationOf, L as ofTarget, O as fatal, S as MOST_BODY_BYTES, b as endpointFacts, j as hostAndPort, k as fields, o as Secret, s as effectiveDepth, t as INPUTS } from "./settings-inputs.js";
import { At as scopeOf, Xt as regionOf, Yt as describeRuntime, cn as createRedactor, fn as isVendorKey, gn as planted, kt as resolved, s as packetWithoutRoutes, un as KEY_BEGINNINGS } from "./common.js";
import { D as yamlFor, _ as withClient, g as readSettings } from "./settings.js";
import { a as newMark, c as keyVariables, l as targetSource, n as decodeJson, o as readFrame, r as encodeJson, s as explicitInputs, t as GIVEN } from "./inside-frame.js";
import { _ as wayOut, c as settingsObservation, d as FINGERPRINT_SALT, f as buildPacket, h as evidenceOf, l as environmentOf$1, p as blocked } from "./egress.js";
import { S as inspectorIn, i as responseFacts, n as tunnelAnswer, s as LAW } from "./rules.js";
import { D as judge, o as timedOut, r as failureFrom, s as STRICT_RULES } from "./judge.js";
import { n as readPacket } from "./model-read.js";
import { C as isV1, S as ROUTE_KINDS_BY_NAME, T as isModelList, b as describeCertificate, h as clearTextKey, m as createRecorder, n as sendUntilSettled, x as readBody } from "./probes.js";
import { i as readingsOf, t as SYSTEM } from "./explain-system.js";
const { existsSync, readFileSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { join } from "node:path";
import { isIP } from "node:net";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
const { X509Certificate, randomBytes, randomInt, randomUUID } = createRequire(import.meta.url ?? process.execPath)("node:crypto");
import { brotliCompressSync, constants as constants$1 } from "node:zlib";
import { Readable } from "node:stream";
import { spawn } from "node:child_process";

// src/inside/draft.ts
/** Headers that belong to the request and not to the SDK that writes it down. */
const OWN_HEADERS = /^(?:accept|api-key|authorization|content-type|openai-(?:organization|project)|x-client-request-id)$/;
/** Thrown to stop the SDK once its request has been seen. */
var Drafted = class extends Error {};
/**
* The request that the SDK would send for this route, with a slot where the key belongs: written by
* the SDK itself, so that every runtime asks the same question. Sends nothing.
*/
async function draftRequest(route) {
	const depth = effectiveDepth(route);
	const keySlot = `preflight-slot-${randomBytes(8).toString("hex")}`;
	const clientRequestId = randomUUID();
	const kind = ROUTE_KINDS_BY_NAME[route.kind];
	if (depth === "route") return keylessDraft(route);
	const box = {};
	const asking = {
		fetch: async (input, init) => {
			const url = new URL(input instanceof Request ? input.url : input);
			box.request = {
				method: init?.method ?? "GET",
				path: url.pathname,
				target: `${url.pathname}${url.search}`,
				host: url.host,
				headers: [...[...new Headers(init?.headers)].filter(([name]) => OWN_HEADERS.test(name)), ["user-agent", "openai-preflight"]],
				...typeof init?.body === "string" ? { body: init.body } : {}
			};
			throw new Drafted("drafted");
		},
		timeoutMs: 1e4,
		clientRequestId
	};
	const slotted = {
		...route,
		apiKey: new Secret(keySlot, "slot")
	};
	try {
		if (depth === "request") await kind.askRequest(slotted, asking);
		else await kind.askAuth(slotted, asking);
	} catch (error) {
		if (box.request === void 0) throw error;
	}
	if (box.request === void 0) throw new Error("the SDK wrote no request");
	const sdk = pythonCall(route, depth, box.request, clientRequestId);
	return {
		request: box.request,
		keySlot,
		carriesKey: true,
		clientRequestId,
		...given({ sdk })
	};
}
/** The question of depth `route`: no credentials, so no slot either. */
function keylessDraft(route) {
	const url = ROUTE_KINDS_BY_NAME[route.kind].keylessUrl(route);
	return {
		request: {
			method: "GET",
			path: url.pathname,
			target: `${url.pathname}${url.search}`,
			host: url.host,
			headers: [["accept", "application/json"], ["user-agent", "openai-preflight"]]
		},
		keySlot: "",
		carriesKey: false,
		clientRequestId: ""
	};
}
function pythonCall(route, depth, request, clientRequestId) {
	const { encoding_format: _own, ...body } = fields(JSON.parse(request.body ?? "{}"));
	const scope = given({
		organization: route.organization,
		project: route.project
	});
	const classic = route.kind === "azure" && !isV1(route);
	const shared = {
		headers: { "X-Client-Request-Id": clientRequestId },
		call: depth === "auth" ? "models.list" : endpointFacts(route.endpoint).call,
		body
	};
	if (!classic) return {
		class: "OpenAI",
		options: {
			base_url: route.baseUrl,
			...scope
		},
		...shared
	};
	const endpoint = new URL(route.baseUrl);
	endpoint.pathname = endpoint.pathname.replace(/\/openai(\/.*)?$/, "");
	return {
		class: "AzureOpenAI",
		options: {
			azure_endpoint: endpoint.href.replace(/\/$/, ""),
			api_version: route.apiVersion ?? ""
		},
		...shared
	};
}

// src/inside/failure.ts
/** Results of OpenSSL's verification (x509_vfy.h) in the names that Node has for them. */
const X509 = {
	2: "UNABLE_TO_GET_ISSUER_CERT",
	3: "UNABLE_TO_GET_CRL",
	7: "CERT_SIGNATURE_FAILURE",
	9: "CERT_NOT_YET_VALID",
	10: "CERT_HAS_EXPIRED",
	11: "CRL_NOT_YET_VALID",
	12: "CRL_HAS_EXPIRED",
	18: "DEPTH_ZERO_SELF_SIGNED_CERT",
	19: "SELF_SIGNED_CERT_IN_CHAIN",
	20: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
	21: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
	22: "CERT_CHAIN_TOO_LONG",
	23: "CERT_REVOKED",
	24: "INVALID_CA",
	25: "PATH_LENGTH_EXCEEDED",
	26: "INVALID_PURPOSE",
	27: "CERT_UNTRUSTED",
	28: "CERT_REJECTED",
	62: "ERR_TLS_CERT_ALTNAME_INVALID",
	64: "ERR_TLS_CERT_ALTNAME_INVALID",
	79: "INVALID_CA",
	...Object.fromEntries(Object.entries(STRICT_RULES).map(([errno, { number }]) => [number, errno]))
};
/** Alerts by OpenSSL's reason, for runtimes that do not give the number (RFC 8446 §6.2). */
const ALERTS = [
	[/ALERT_HANDSHAKE_FAILURE$/, 40],
	[/ALERT_BAD_CERTIFICATE$/, 42],
	[/ALERT_UNKNOWN_CA$/, 48],
	[/ALERT_PROTOCOL_VERSION$/, 70],
	[/ALERT_INSUFFICIENT_SECURITY$/, 71],
	[/UNRECOGNIZED_NAME$/, 112],
	[/CERTIFICATE_REQUIRED$/, 116],
	[/NO_APPLICATION_PROTOCOL$/, 120]
];
/** Names of Python for what libuv calls otherwise. */
const LIBUV = {
	EAI_NONAME: "ENOTFOUND",
	EAI_NODATA: "ENOTFOUND"
};
/** Numbers and names of another runtime → a failure in our own words, by the one table of the wire. */
function failureOf(error, layer) {
	if (error.timeout === true) return timedOut(layer);
	if (error.ended === true) return withoutErrno(failureFrom({ code: "UND_ERR_SOCKET" }, layer));
	if (error.malformed === true) return withoutErrno(failureFrom({ code: "HPE_INVALID_CONSTANT" }, layer));
	if (error.verify !== void 0) return failureFrom({ code: X509[error.verify] ?? "UNSPECIFIED" }, layer);
	const alert = error.alert ?? ALERTS.find(([form]) => form.test(error.reason ?? ""))?.[1];
	if (error.reason !== void 0 || alert !== void 0) {
		if (/UNEXPECTED_EOF|SYSCALL/.test(error.reason ?? "")) return failureOf({ ended: true }, layer);
		const message = alert === void 0 ? "" : `SSL alert number ${alert}`;
		return failureFrom({
			code: `ERR_SSL_${error.reason ?? "ALERT"}`,
			message
		}, layer);
	}
	const errno = error.errno === void 0 ? void 0 : entryOf(LIBUV, error.errno) ?? error.errno;
	return failureFrom(errno === void 0 ? {} : {
		code: errno,
		syscall: "inside"
	}, layer);
}
/** The names stand for undici's in the table; the target never said them. */
function withoutErrno({ code }) {
	return { code };
}
/** Where the SDK's request broke, by the classes of httpx, httpcore and the standard library. */
function brokenAt(chain) {
	const is = (form) => chain.find(({ mro, name }) => form.test(name) || mro.some((one) => form.test(one)));
	const deepest = chain.findLast(isTelling);
	const lookup = is(/^(?:socket\.)?gaierror$/);
	if (lookup !== void 0) return {
		layer: "dns",
		error: lookup
	};
	const tls = chain.findLast(({ verify, reason }) => verify !== void 0 || reason !== void 0);
	if (tls !== void 0) return {
		layer: "tls",
		error: tls
	};
	const proxy = is(/ProxyError$/);
	if (proxy !== void 0) return {
		layer: "proxy",
		error: deepest ?? proxy
	};
	if (is(/ConnectTimeout$/) !== void 0) return {
		layer: "tcp",
		error: { timeout: true }
	};
	if (is(/ConnectError$/) !== void 0) {
		const ended = chain.some(({ ended }) => ended === true);
		const reset = deepest?.errno === "ECONNRESET" || deepest?.errno === "EPIPE";
		return {
			layer: ended || reset ? "tls" : "tcp",
			error: deepest ?? {}
		};
	}
	if (is(/RemoteProtocolError$/) !== void 0) return {
		layer: "http",
		error: { ended: true }
	};
	if (is(/Timeout(?:Error|Exception)?$/) !== void 0 || is(/^no end$/) !== void 0) return {
		layer: "http",
		error: { timeout: true }
	};
	return {
		layer: "http",
		error: deepest ?? {}
	};
}
function isTelling({ errno, timeout, ended, malformed, verify, reason }) {
	return [
		errno,
		timeout,
		ended,
		malformed,
		verify,
		reason
	].some((one) => one !== void 0);
}
/** `openai.APIConnectionError > httpx.ConnectError > ConnectionRefusedError ECONNREFUSED`, as a list. */
function namesOf(chain) {
	return chain.map(({ name, errno, verify, reason }) => {
		const number = errno ?? (verify === void 0 ? reason : X509[verify] ?? `verify ${verify}`);
		return number === void 0 ? name : `${name} ${number}`;
	});
}
const LAYERS = {
	lookup: "dns",
	connect: "tcp",
	tunnel: "proxy",
	handshake: "tls"
};
/**
* One story from two connections: the real request of the SDK, which shows no rungs, and a climb
* by hand beside it, which shows them. The real request outranks the climb: what it passed cannot
* have failed, and where it alone broke, that rung has failed.
*/
function placeSdk(events) {
	const sdk = events.find((event) => event.step === "sdk");
	if (sdk === void 0) return events;
	const climb = events.filter((event) => event.step !== "sdk");
	if (sdk.response !== void 0) return [...climb.flatMap((one) => outranked(one) ?? []), sdk];
	if (isUnsent(sdk)) return [...climb.filter(({ error }) => error === void 0), sdk];
	const told = {
		...sdk,
		placed: true
	};
	if (climb.some((event) => LAYERS[event.step] !== void 0 && event.error !== void 0)) return [...climb, told];
	const { layer, error } = brokenAt(sdk.chain);
	const at = climb.findIndex((event) => LAYERS[event.step] === layer);
	const broken = climb[at];
	if (broken === void 0) return [...climb, sdk];
	return [
		...climb.slice(0, at),
		{
			...broken,
			error,
			elapsedMs: sdk.elapsedMs
		},
		told
	];
}
/** A failed rung of the climb that the real request passed: worth saying, and no failure. */
function outranked(event) {
	if (event.error === void 0) return event;
	if (event.step === "served" || event.step === "failed") return void 0;
	const { error: _error, ...rest } = event;
	return {
		...rest,
		because: "the real request of the SDK passed; a second connection beside it did not"
	};
}
/** The SDK refused its own settings: an error that is none of a connection and none of an answer. */
function isUnsent({ chain, unusable, response }) {
	if (response !== void 0) return false;
	const [first] = chain;
	if (unusable || first === void 0) return true;
	return !first.mro.some((name) => /^API\w*Error$|Timeout/.test(name)) && first.timeout !== true;
}

// src/inside/observe-answer.ts
/** The bytes of a raw response, decoded as far as they came and at most 64 KiB of them. */
async function decodedBody(raw) {
	const encoding = raw.encoded ? valueOf(raw, "content-encoding") ?? "" : "";
	return await readBody(Readable.from([raw.body]), encoding);
}
function valueOf({ headers }, wanted) {
	return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
/** Asks the SDK what it makes of an answer that came elsewhere. Nothing is sent; never throws. */
async function readAnswer(route, response) {
	const kind = ROUTE_KINDS_BY_NAME[route.kind];
	try {
		const { status, contentType, bytes } = response;
		const headers = { "content-type": contentType };
		const answer = async () => new Response(new Uint8Array(bytes), {
			status,
			headers
		});
		return await kind.askRequest({
			...route,
			apiKey: new Secret("replay", "replay")
		}, {
			fetch: answer,
			timeoutMs: 5e3,
			clientRequestId: ""
		});
	} catch {
		return;
	}
}
/** Notes the response, and what the API's own SDK makes of it. */
async function observeAnswer(event, seen, recorder, end) {
	const { request, carriesKey, clientRequestId } = seen.draft;
	if (event.step === "sdk" && isUnsent(event)) return observeUnsent(event, seen, recorder);
	if (event.step === "sdk" && event.placed === true) return skipAnswer(seen, recorder, ["no response came", ...namesOf(event.chain)], event);
	const note = recorder.begin(seen.as ?? "response", `${request.method} ${request.path}`);
	const { response } = event;
	if (response === void 0) {
		end();
		const { error, ...rest } = brokenBefore(event);
		note.failed(error, {
			method: request.method,
			path: request.path,
			authenticated: carriesKey
		});
		if (seen.as === void 0) skipAnswer(seen, recorder, ["no response came", ...rest.chain], event);
		return;
	}
	const body = await decodedBody(response);
	const facts = responseFacts({
		method: request.method,
		url: new URL(request.target, seen.route.baseUrl),
		status: response.status,
		httpVersion: response.version.startsWith("2") ? "2" : "1.1",
		headers: response.headers,
		bytes: body.bytes,
		truncated: response.truncated || body.truncated,
		complete: response.complete,
		authenticated: carriesKey,
		...given({
			firstByteMs: response.firstByteMs && Math.round(response.firstByteMs),
			clientRequestId: clientRequestId === "" ? void 0 : clientRequestId
		}),
		nowMs: seen.now()
	});
	end();
	if (!response.complete && !response.truncated) {
		note.failed(brokenBody(event), facts);
		return;
	}
	note.ok(facts);
	if (seen.as === void 0 && carriesKey) await observeSdk(event, seen, recorder, {
		response,
		facts,
		bytes: body.bytes
	});
}
function brokenBefore(event) {
	if (event.step === "response") return {
		error: failureOf(event.error ?? {}, "http"),
		chain: []
	};
	const { layer, error } = brokenAt(event.chain);
	return {
		error: failureOf(error, layer === "http" ? layer : "http"),
		chain: namesOf(event.chain)
	};
}
function brokenBody(event) {
	const error = event.step === "sdk" ? brokenAt(event.chain).error : event.error ?? {};
	if (error.timeout === true) return {
		code: "http.body_timed_out",
		errno: "TIMEOUT"
	};
	const failure = failureOf(error, "http");
	return failure.code === "http.response.invalid" ? failure : {
		...failure,
		code: "http.body_incomplete"
	};
}
/** The SDK refused before anything was sent: its settings, or a package that is missing. */
function observeUnsent(event, seen, recorder) {
	const { sdk, chain } = event;
	const note = recorder.begin("answer", targetOf$1(seen, sdk));
	const facts = {
		sdk,
		valid: false,
		errorChain: namesOf(chain)
	};
	note.failed({ code: "config.request_not_sendable" }, facts);
}
function skipAnswer(seen, recorder, because, event) {
	if (!seen.draft.carriesKey) return;
	const [first = "", ...chain] = because;
	const words = chain.length === 0 ? first : `${first}: ${chain.join(" > ")}`;
	const by = event.step === "sdk" ? event.sdk : seen.sdk;
	recorder.skip("answer", targetOf$1(seen, by), words.slice(0, 400));
}
async function observeSdk(event, seen, recorder, came) {
	const { route } = seen;
	const sdk = event.step === "sdk" ? event.sdk : seen.sdk;
	const chain = event.step === "sdk" ? namesOf(event.chain) : [];
	const { status } = came.facts;
	if (status >= 300) {
		skipAnswer(seen, recorder, [`the response has status ${status}`, ...chain], event);
		return;
	}
	const answer = effectiveDepth(route) === "request" ? await readAnswer(route, {
		status: Math.max(200, status),
		contentType: valueOf(came.response, "content-type") ?? "",
		bytes: came.bytes
	}) : {
		valid: isModelList(came.facts),
		finish: "completed"
	};
	const note = recorder.begin("answer", targetOf$1(seen, sdk));
	const finish = answer === void 0 || answer.finish === "" ? void 0 : answer.finish;
	const facts = {
		sdk,
		...given({
			finish,
			errorChain: chain.length === 0 ? void 0 : chain
		})
	};
	if (answer?.valid === true && chain.length === 0) note.ok({
		...facts,
		valid: true
	});
	else note.failed({ code: "http.response.invalid" }, {
		...facts,
		valid: false
	});
}
function targetOf$1({ route }, by) {
	return `${by} ${effectiveDepth(route) === "auth" ? "models.list" : route.endpoint}`;
}

// src/inside/observe.ts
/** What a remote side saw, in the observations that live probes make. Judges nothing. */
async function observe(seen) {
	const time = { ms: 0 };
	const recorder = createRecorder({
		route: seen.route.name,
		clock: () => time.ms,
		attempt: () => seen.attempt,
		counts: seen.counts
	});
	if (seen.as === void 0) skipUnseen(seen, recorder);
	for (const event of seen.events) {
		time.ms = seen.offsetMs + event.startedMs;
		const end = () => {
			time.ms = seen.offsetMs + event.startedMs + event.elapsedMs;
		};
		if (event.step === "response" || event.step === "sdk") await observeAnswer(event, seen, recorder, end);
		else if (seen.as === void 0) observeRung(event, seen, recorder, end);
	}
	return recorder.list();
}
/** A proxy that gets the name unresolved: the same words as the live probes have for it. */
function skipUnseen({ plan, route, events }, recorder) {
	const asked = events.some((event) => event.step === "lookup" && event.of === "target");
	if (plan.egress.proxy === void 0 || asked) return;
	recorder.skip("lookup", new URL(route.baseUrl).hostname, "the proxy resolves this name");
}
/** Certificates in DER as live handshakes describe them; what does not parse is left out. */
function certificates(chain) {
	return chain.flatMap((der) => {
		const plain = parsed(der)?.toLegacyObject();
		return plain === void 0 ? [] : [describeCertificate(detailed(plain))];
	});
}
/** What `getPeerCertificate` gives, with itself in the place of the issuer, which is not looked at. */
function detailed(plain) {
	const certificate = {
		...plain,
		get issuerCertificate() {
			return certificate;
		}
	};
	return certificate;
}
function parsed(der) {
	try {
		return new X509Certificate(der);
	} catch {
		return;
	}
}
/** RFC 5280 §4.2.2.1: says where the issuer's certificate could be fetched. */
function namesIssuer(der) {
	return der !== void 0 && parsed(der)?.infoAccess?.includes("CA Issuers") === true;
}
/** Notes one rung below the response. */
function observeRung(event, seen, recorder, end) {
	const { error, because } = event;
	if (because !== void 0) return skipRung(event, recorder, because);
	switch (event.step) {
		case "lookup": {
			const { host, of } = event;
			const resolver = isIP(host) === 0 ? "getaddrinfo" : "literal";
			const note = recorder.begin("lookup", host);
			end();
			if (error !== void 0) note.failed(failureOf(error, "dns"), {
				host,
				resolver,
				of
			});
			else note.ok({
				host,
				resolver,
				of,
				addresses: event.addresses.map(resolved)
			});
			return;
		}
		case "connect": {
			const { host, port, of, address, local } = event;
			const note = recorder.begin("connect", hostAndPort(host, port));
			const attempts = event.attempts.map((one) => {
				const failure = one.error === void 0 ? void 0 : failureOf(one.error, "tcp");
				return {
					address: one.address,
					family: isIP(one.address) === 6 ? 6 : 4,
					port,
					status: failure === void 0 ? "ok" : "failed",
					...given({
						code: failure?.code,
						errno: failure?.errno
					}),
					elapsedMs: Math.round(one.elapsedMs * 10) / 10
				};
			});
			end();
			const facts = {
				host,
				port,
				of,
				attempts
			};
			if (error !== void 0) return note.failed(failureOf(error, "tcp"), facts);
			return note.ok({
				...facts,
				...address === void 0 ? {} : {
					address,
					family: isIP(address) === 6 ? 6 : 4
				},
				...given({ localAddress: local })
			});
		}
		case "tunnel": return observeTunnel(event, seen, recorder, end);
		case "handshake": {
			const { name, of } = event;
			const rung = of === "proxy" ? "proxy" : "tls";
			const note = recorder.begin("handshake", name, { rung });
			end();
			if (error !== void 0) return note.failed(failureOf(error, rung), {
				servername: name,
				of,
				verified: false
			});
			const { version, cipher, alpn } = event;
			const agreed = given({
				version,
				cipher,
				alpn
			});
			const chain = certificates(event.chain);
			return note.ok({
				servername: name,
				of,
				...agreed,
				chain,
				verified: true
			});
		}
		case "served": {
			const note = recorder.begin("served-chain", event.name);
			end();
			if (error !== void 0) return note.failed(failureOf(error, "tls"));
			const chain = certificates(event.chain);
			return note.ok({
				servername: event.name,
				chain,
				...given({ interceptor: inspectorIn(chain) }),
				trust: [],
				acceptedBy: [],
				missingIntermediate: event.whole && chain.length === 1 && chain[0]?.selfSigned === false && namesIssuer(event.chain[0])
			});
		}
		case "plain-to-public": {
			const destination = destinationOf(new URL(seen.route.baseUrl));
			const problem = clearTextKey(seen.plan.egress.proxy, destination, event.address);
			recorder.begin("settings", "base-url").failed({ code: problem.code }, { problems: [problem] });
			return;
		}
		case "unsendable": {
			const { sdk } = seen;
			const note = recorder.begin("answer", `${sdk} ${effectiveDepth(seen.route)}`);
			end();
			return note.failed({
				code: "config.request_not_sendable",
				errno: "ERR_INVALID_CHAR"
			}, {
				sdk,
				valid: false
			});
		}
		case "failed": {
			const note = recorder.begin("connect", new URL(seen.route.baseUrl).host);
			end();
			note.failed(failureOf(error ?? {}, "tcp"));
		}
	}
}
function skipRung(event, recorder, because) {
	const { step } = event;
	if (step === "lookup") recorder.skip(step, event.host, because);
	else if (step === "connect") recorder.skip(step, hostAndPort(event.host, event.port), because);
	else if (step === "tunnel") recorder.skip(step, event.target, because);
	else if (step === "handshake") recorder.skip(step, event.name, because);
}
function observeTunnel(event, { plan }, recorder, end) {
	const { proxy } = plan.egress;
	if (proxy === void 0) return;
	const note = recorder.begin("tunnel", event.target);
	const known = {
		proxy: hostAndPort(proxy.host, proxy.port),
		scheme: proxy.scheme,
		target: event.target,
		credentialsSent: event.credentialsSent
	};
	const { status, headers, error } = event;
	end();
	if (status === void 0) return error === void 0 ? note.skipped("the proxy was not asked for a tunnel") : note.failed(failureOf(error, "proxy"), known);
	const page = event.body.length === 0 ? {} : { page: event.body };
	const { facts, failure } = tunnelAnswer({
		status,
		headers,
		...page
	});
	if (status >= 200 && status < 300) note.ok({
		...known,
		...facts
	});
	else note.failed(failure, {
		...known,
		...facts
	});
}

// src/inside/route-run.ts
/** Kept of the deadline for the way back and the packet. */
const RETURN_MS$1 = 1e3;
/** Milliseconds: a process that starts in the target needs some of them before it sends anything. */
const LEAST_MS$1 = 1e3;
/** One route through the target: the real request, again while time can heal it, then who answers. */
async function runRouteInside(routeRun, world) {
	const observations = [...routeRun.before];
	const counts = /* @__PURE__ */ new Map();
	const { route, plan } = routeRun;
	let fingerprint = "";
	const decide = () => world.standing(routeRun, judge({
		...evidenceOf(routeRun, observations),
		source: "inside"
	}, LAW));
	if (blocked(routeRun)) return {
		routeRun,
		observations,
		verdict: decide(),
		attempts: 0,
		fingerprint
	};
	const draft = await draftRequest(route);
	const remainingMs = () => world.deadlineMs - world.clock() - RETURN_MS$1;
	const timeoutMs = () => Math.min(route.timeoutMs, remainingMs());
	const shared = {
		route,
		plan,
		counts,
		now: world.now,
		sdk: world.remote.sdk
	};
	const trying = {
		routeRun,
		observations,
		decide,
		remainingMs,
		leastMs: LEAST_MS$1,
		world: {
			...world,
			network: { clock: world.clock }
		},
		record: (attempt) => createRecorder({
			route: route.name,
			clock: world.clock,
			attempt: () => attempt,
			counts
		})
	};
	const { attempts, because } = await sendUntilSettled(trying, async (attempt) => {
		const offsetMs = world.clock();
		const result = await sendSafely(routeRun, draft, timeoutMs(), world.remote);
		({fingerprint} = result);
		const events = placeSdk(result.events);
		observations.push(...await observe({
			...shared,
			attempt,
			draft,
			events,
			offsetMs
		}));
	});
	const asked = observations.some((one) => one.probe === "response" && one.attempt === attempts && one.outcome.status !== "skipped");
	if (decide().verdict !== "pass" && asked && draft.carriesKey && !world.signal.aborted && remainingMs() > LEAST_MS$1) {
		const question = keylessDraft(route);
		const offsetMs = world.clock();
		const { events } = await world.remote.send({
			routeRun,
			draft: question,
			timeoutMs: timeoutMs()
		});
		const more = {
			...shared,
			attempt: attempts,
			draft: question,
			events,
			offsetMs
		};
		observations.push(...await observe({
			...more,
			as: "keyless"
		}));
	}
	const verdict = decide();
	const summary = because === "" ? verdict.summary : `${verdict.summary} ${because}`;
	return {
		routeRun,
		observations,
		verdict: {
			...verdict,
			summary
		},
		attempts,
		fingerprint
	};
}
/** A key in clear goes to an address that was looked at before, and to no other. */
async function sendSafely(routeRun, draft, timeoutMs, remote) {
	const { proxy } = routeRun.plan.egress;
	const plain = routeRun.route.baseUrl.startsWith("http:");
	const hidden = proxy?.scheme === "https";
	if (!plain || hidden || !draft.carriesKey || remote.looksBeforeSending) return remote.send({
		routeRun,
		draft,
		timeoutMs
	});
	const look = await remote.send({
		routeRun,
		draft: keylessDraft(routeRun.route),
		timeoutMs
	});
	const connected = look.events.find((event) => event.step === "connect");
	if (connected?.address === void 0) return look;
	const behind = proxy?.scheme === "socks5" ? look.events.flatMap((one) => one.step === "lookup" && one.of === "target" ? one.addresses : []) : [];
	const { address } = connected;
	const open = [address, ...behind].find((one) => scopeOf(one) === "public");
	if (open !== void 0) {
		const refused = {
			step: "plain-to-public",
			address: open,
			startedMs: 0,
			elapsedMs: 0
		};
		return {
			events: [...look.events.filter(({ step }) => step !== "response"), refused],
			fingerprint: ""
		};
	}
	return remote.send({
		routeRun,
		draft,
		timeoutMs,
		pinTo: address
	});
}

// src/inside/curl-run.ts
/** Values of the shell side by name; `undefined` when they are none. */
function shellValues(payload) {
	const values = /* @__PURE__ */ new Map();
	for (const part of payload.split(",")) {
		if (part === "") continue;
		const colon = part.indexOf(":");
		if (colon < 1) return void 0;
		const text = part.slice(colon + 1);
		const bytes = text.startsWith("_") ? Buffer.from(text.slice(1), "hex") : Buffer.from(text, "base64");
		values.set(part.slice(0, colon), bytes);
	}
	return values;
}
function curlRun(values, tls) {
	const lines = (values.get("heard")?.toString("latin1") ?? "").split("\n");
	const after = (tag) => lines.findLast((line) => line.startsWith(`[${tag}] `))?.slice(tag.length + 3);
	const body = after("body") ?? "";
	let transfer = body.startsWith("_") ? Buffer.from(body.slice(1), "hex") : Buffer.from(body, "base64");
	let told = after("w");
	if (told === void 0) {
		const text = transfer.toString("latin1");
		const at = text.lastIndexOf("\n[w] ");
		if (at !== -1) {
			told = text.slice(at + 5);
			transfer = transfer.subarray(0, at);
		}
	}
	const [pairs = "", ...message] = (told ?? "").split(";msg=");
	const written = Object.fromEntries(pairs.split(";").map((pair) => {
		const [name = "", ...value] = pair.split("=");
		return [name, value.join("=")];
	}));
	const listed = (values.get("getent")?.toString("latin1") ?? "").split("\n").filter(Boolean);
	return {
		exit: Number(after("exit") ?? -1),
		written: {
			...written,
			msg: message.join(";msg=").trim()
		},
		lines: lines.filter((line) => line.startsWith("*")),
		transfer,
		addresses: listed.length > 0 ? listed : resolvedBy(lines),
		tls
	};
}
/** `* SOCKS5 connect to IPv4 10.0.0.1:443 (locally resolved)`, `[fd00::1]:443` since curl 8. */
function resolvedBy(lines) {
	const form = /^\* SOCKS5 connect to (?:IPv[46] )?\[?([\da-fA-F:.]{3,45}?)\]?:\d{1,5} \(locally resolved\)/;
	return lines.flatMap((line) => form.exec(line)?.[1] ?? []);
}
/** Every head of the transfer, that of the proxy first, and the bytes behind the last one. */
function splitTransfer(transfer, tunnelled) {
	const heads = [];
	let finals = tunnelled ? 2 : 1;
	let rest = transfer;
	while (rest.subarray(0, 5).toString("latin1") === "HTTP/") {
		const crlf = rest.indexOf("\r\n\r\n");
		const bare = rest.indexOf("\n\n");
		const end = crlf !== -1 && (bare === -1 || crlf < bare) ? crlf + 4 : bare === -1 ? rest.length : bare + 2;
		const [statusLine = "", ...lines] = rest.subarray(0, end).toString("latin1").split(/\r?\n/);
		const headers = lines.flatMap((line) => {
			const colon = line.indexOf(":");
			return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : [];
		});
		heads.push({
			status: Number(/^HTTP\/\S+ (\d{3})/.exec(statusLine)?.[1] ?? 0),
			headers
		});
		rest = rest.subarray(end);
		if ((heads.at(-1)?.status ?? 0) >= 200) finals -= 1;
		if (finals === 0) break;
	}
	return {
		heads,
		body: rest
	};
}
/** `Trying 192.0.2.1:443...`, and how each ended, where this version of curl says so. */
function attemptsOf({ lines, exit }, connected) {
	const tried = lines.flatMap((line) => {
		const found = /^\*\s+Trying \[?([\da-fA-F.:]+?)\]?(?::\d+)?\.\.\.$/.exec(line.trimEnd());
		return found?.[1] === void 0 ? [] : [found[1]];
	});
	return [...new Set(tried)].map((address) => {
		if (address === connected) return {
			address,
			elapsedMs: 0
		};
		const line = lines.find((one) => one.startsWith(`* connect to ${address} `) || one.startsWith(`* Immediate connect fail for ${address}:`));
		const words = line?.replace(/^.*?(?: failed: |: )(?=[A-Z])/, "") ?? "";
		const silent = line === void 0 && exit === 28;
		return {
			address,
			elapsedMs: 0,
			error: wordsOf(words) ?? (silent ? { timeout: true } : {})
		};
	});
}
/** Why no address opened. */
function connectError({ written }, attempts) {
	return attempts.findLast(({ error }) => error?.errno !== void 0)?.error ?? wordsOf(written["msg"] ?? "") ?? {};
}
/** Exit codes of curl that mean the handshake (curl.se/libcurl/c/libcurl-errors.html). */
function handshakeError(run) {
	const message = run.written["msg"] ?? "";
	const verify = Number(run.written["verify"] ?? 0);
	switch (run.exit) {
		case 60:
		case 51: return { verify: verify > 1 ? verify : isOpenssl(run) ? 62 : -1 };
		case 58:
		case 98: return {
			reason: "TLSV13_ALERT_CERTIFICATE_REQUIRED",
			alert: 116
		};
		case 35:
		case 59:
		case 83:
		case 91: return opensslError(message) ?? wordsOf(message) ?? { reason: "UNKNOWN" };
		case 28: return Number(run.written["tls"] ?? 0) > 0 ? void 0 : { timeout: true };
		default: return;
	}
}
function isOpenssl({ tls }) {
	return /^(?:OpenSSL|LibreSSL|BoringSSL)$/i.test(tls);
}
const REASONS = {
	156: "HTTP_REQUEST",
	198: "PACKET_LENGTH_TOO_LONG",
	258: "UNSUPPORTED_PROTOCOL",
	267: "WRONG_VERSION_NUMBER",
	294: "UNEXPECTED_EOF_WHILE_READING"
};
/**
* `error:0A00010B:SSL routines::…`: the low twelve bits are the reason, and from 1000 on the number
* of an alert (openssl/sslerr.h).
*/
function opensslError(message) {
	if (/SSL_ERROR_SYSCALL|SSL_ERROR_ZERO_RETURN/.test(message)) return { ended: true };
	const [, packed = "", words = ""] = /\berror:([\dA-F]{8}):[^:]*:[^:]*:([\w /-]{0,60})/i.exec(message) ?? [];
	if (packed === "") return void 0;
	const reason = Number.parseInt(packed, 16) & 4095;
	const name = entryOf(REASONS, reason) ?? words.trim().toUpperCase().replaceAll(/[^A-Z\d]+/g, "_");
	return reason > 1e3 && reason < 1256 ? {
		reason: name || "ALERT",
		alert: reason - 1e3
	} : { reason: name || "UNKNOWN" };
}
/** Why no whole answer came, by exit code. */
function exchangeError(run) {
	switch (run.exit) {
		case 28: return { timeout: true };
		case 52:
		case 18: return { ended: true };
		case 1:
		case 8: return { malformed: true };
		case 16: return { errno: "ERR_HTTP2_ERROR" };
		case 92: return { errno: "ERR_HTTP2_STREAM_ERROR" };
		case 61: return { errno: "Z_DATA_ERROR" };
		default: {
			const message = run.written["msg"] ?? "";
			return opensslError(message) ?? wordsOf(message) ?? { ended: true };
		}
	}
}
/** Words of the C library in a message of curl; the readers of logs know them. */
function wordsOf(message) {
	for (const row of SYSTEM) {
		const match = row.pattern.exec(message);
		const [reading] = match === null ? [] : readingsOf(row, match);
		if (reading?.kind === "failure" && reading.errno !== void 0) return { errno: reading.errno };
	}
}

// src/inside/curl-events.ts
/** The rungs that curl's numbers show, as events like those of the other runtimes. */
function curlEvents(run, order, plan) {
	const { proxy } = plan.egress;
	const hop = proxy === void 0 ? void 0 : {
		host: proxy.host,
		port: proxy.port
	};
	const first = hop ?? {
		host: order.host,
		port: order.port
	};
	const of = hop === void 0 ? "target" : "proxy";
	/** Milliseconds since the start at which a phase was over; 0 when it was not. */
	const endOf = (phase) => {
		const seconds = Number(run.written[phase]?.replace(",", ".") ?? 0);
		return Number.isFinite(seconds) ? seconds * 1e3 : 0;
	};
	const connected = connectedTo(run);
	const at = (fromMs, toMs) => ({
		startedMs: fromMs,
		elapsedMs: Math.max(0, toMs - fromMs)
	});
	const events = [];
	const [lookedUp, opened, secured, total] = [
		endOf("dns"),
		endOf("tcp"),
		endOf("tls"),
		endOf("total")
	];
	const silent = run.exit === 28 && connected === void 0 && run.lines.length === 0;
	if (run.exit === 5 || run.exit === 6 || silent) {
		const error = silent ? { timeout: true } : { errno: "EAI_NONAME" };
		return [{
			step: "lookup",
			...run.exit === 6 ? {
				of: "target",
				host: order.host
			} : {
				of,
				host: first.host
			},
			addresses: [],
			error,
			...at(0, total)
		}];
	}
	const attempts = attemptsOf(run, connected);
	const addresses = of === "target" && run.addresses.length > 0 ? run.addresses : attempts.map(({ address }) => address);
	const found = {
		step: "lookup",
		...at(0, lookedUp)
	};
	events.push({
		...found,
		of,
		host: first.host,
		addresses: [...new Set(addresses)]
	});
	if (proxy?.scheme === "socks5" && run.addresses.length > 0) events.push({
		...found,
		of: "target",
		host: order.host,
		addresses: run.addresses
	});
	const connect = {
		step: "connect",
		of,
		...first,
		attempts
	};
	if (connected === void 0 && run.exit !== 0) {
		const error = run.exit === 28 ? { timeout: true } : connectError(run, attempts);
		return [...events, {
			...connect,
			error,
			...at(lookedUp, total)
		}];
	}
	const local = run.written["lip"] || void 0;
	events.push({
		...connect,
		...given({
			address: connected,
			local
		}),
		...at(lookedUp, opened)
	});
	const { heads, body } = splitTransfer(run.transfer, hop !== void 0 && order.secure);
	const status = Number(run.written["connect"] ?? 0);
	if (hop !== void 0 && order.secure) {
		const tunnel = tunnelEvent(run, order, plan, status, heads[0]);
		events.push({
			...tunnel,
			...at(opened, secured > 0 ? Math.min(secured, total) : total)
		});
		if (tunnel.error !== void 0 || tunnel.status === void 0 || tunnel.status >= 300) return events;
	}
	if (order.secure) {
		const failed = handshakeError(run);
		const handshake = {
			step: "handshake",
			of: "target",
			name: order.host,
			chain: [],
			whole: false
		};
		if (failed !== void 0) return [...events, {
			...handshake,
			error: failed,
			...at(opened, total)
		}];
		events.push({
			...handshake,
			...agreed(run),
			...at(opened, secured || opened)
		});
	}
	const asked = {
		step: "response",
		method: order.request.method,
		path: order.request.path
	};
	const begin = endOf("pre") || secured || opened;
	const head = heads.findLast(({ status }) => status >= 200);
	const code = Number(run.written["code"] ?? 0);
	if (head === void 0 || code === 0) return [...events, {
		...asked,
		error: exchangeError(run),
		...at(begin, total)
	}];
	const truncated = run.exit === 23 || run.exit === 63 || body.length > 65536;
	const response = {
		status: head.status,
		version: run.written["http"] === "2" ? "2" : "1.1",
		headers: head.headers,
		body: body.subarray(0, MOST_BODY_BYTES),
		truncated,
		complete: run.exit === 0 || truncated,
		encoded: true,
		firstByteMs: Math.max(0, endOf("first") - begin)
	};
	const broken = run.exit === 0 || truncated ? void 0 : exchangeError(run);
	return [...events, {
		...asked,
		response,
		...given({ error: broken }),
		...at(begin, total)
	}];
}
const CONNECTED = /^\* (?:Connected to|Established connection to) \S+ \(([\da-fA-F.:]+)(?: port \d+)?\)/;
function connectedTo({ lines, written }) {
	return lines.map((one) => CONNECTED.exec(one)?.[1]).find((one) => one !== void 0) ?? (written["ip"] === void 0 || written["ip"] === "" ? void 0 : written["ip"]);
}
function tunnelEvent(run, order, { egress }, status, head) {
	const known = {
		step: "tunnel",
		target: hostAndPort(order.host, order.port),
		credentialsSent: egress.proxy?.hasCredentials === true,
		headers: status === 0 ? [] : head?.headers ?? [],
		body: Buffer.alloc(0),
		startedMs: 0,
		elapsedMs: 0
	};
	if (egress.proxy?.scheme === "socks5" || egress.proxy?.scheme === "socks5h") return run.exit === 97 ? {
		...known,
		error: {}
	} : {
		...known,
		because: "curl does not tell how the SOCKS proxy answered",
		status: 200
	};
	if (status !== 0) return {
		...known,
		status
	};
	const error = run.exit === 28 ? { timeout: true } : exchangeError(run);
	return {
		...known,
		error
	};
}
/** `SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384`; the chain is not shown. */
function agreed({ lines }) {
	const form = /^\* SSL connection using ([\w.]{1,20}) \/ ([\w-]{1,60})/;
	const found = lines.map((line) => form.exec(line)).find((match) => match !== null);
	return { ...given({
		version: found?.[1],
		cipher: found?.[2]
	}) };
}

// src/inside/raw.ts
/** A climb has about ten; a target may send what it likes. */
const MOST_EVENTS = 64;
/** Reads what a remote side sent; `undefined` when it is none of ours. */
function readRawResult(value) {
	const { events, fingerprint, pythonProxy } = fields(value);
	if (!Array.isArray(events)) return void 0;
	return {
		events: events.slice(0, MOST_EVENTS).flatMap((one) => eventOf(fields(one)) ?? []),
		fingerprint: text(fingerprint, /^[\da-f]{12}$/) ?? "",
		...given({ pythonProxy: text(pythonProxy, /^[\w.:/[\]-]{0,200}$/) })
	};
}
function eventOf(raw) {
	const seen = stepOf(raw);
	return seen && {
		startedMs: count(raw["startedMs"]),
		elapsedMs: count(raw["elapsedMs"]),
		...given({ error: raw["error"] === void 0 ? void 0 : errorOf(fields(raw["error"])) }),
		...seen
	};
}
function stepOf(raw) {
	const of = raw["of"] === "proxy" ? "proxy" : "target";
	const host = text(raw["host"], HOST) ?? "";
	switch (raw["step"]) {
		case "lookup": return {
			step: "lookup",
			of,
			host,
			addresses: some(raw["addresses"], 32, addressIn)
		};
		case "connect": return {
			step: "connect",
			of,
			host,
			port: count(raw["port"]),
			attempts: some(raw["attempts"], 32, attemptOf),
			...given({
				address: text(raw["address"], ADDRESS),
				local: text(raw["local"], ADDRESS)
			})
		};
		case "tunnel": return {
			step: "tunnel",
			target: text(raw["target"], HOST) ?? "",
			credentialsSent: raw["credentialsSent"] === true,
			...given({ status: statusOf(raw["status"]) }),
			headers: headersOf(raw["headers"]),
			body: bytes(raw["body"])
		};
		case "handshake":
		case "served": return {
			step: raw["step"] === "served" ? "served" : "handshake",
			of,
			name: text(raw["name"], HOST) ?? "",
			...given({
				version: text(raw["version"], WORD),
				cipher: text(raw["cipher"], WORD),
				alpn: text(raw["alpn"], WORD)
			}),
			/** DER, leaf first. */
			chain: some(raw["chain"], 10, (one) => [bytes(one)]),
			/** All that was sent is in `chain`, not the leaf alone. */
			whole: raw["whole"] === true
		};
		case "response": return {
			step: "response",
			method: text(raw["method"], /^[A-Z]{1,10}$/) ?? "",
			path: text(raw["path"], /^\/[\x21-\x7e]{0,500}$/) ?? "/",
			...given({ response: responseOf(raw) })
		};
		case "sdk": return {
			step: "sdk",
			sdk: text(raw["sdk"], /^[\w@.+-]{1,80}$/) ?? "openai-python",
			answered: raw["answered"] === true,
			/** The SDK could not even be loaded or made. */
			unusable: raw["unusable"] === true,
			chain: some(raw["chain"], 12, linkOf),
			...given({ response: responseOf(fields(raw["response"])) })
		};
		case "plain-to-public": return {
			step: "plain-to-public",
			address: text(raw["address"], ADDRESS) ?? ""
		};
		case "unsendable": return { step: "unsendable" };
		case "failed": return { step: "failed" };
		default: return;
	}
}
function responseOf(raw) {
	const status = statusOf(raw["status"]);
	if (status === void 0) return void 0;
	return {
		status,
		version: text(raw["version"], /^[123](?:\.[01])?$/) ?? "1.1",
		headers: headersOf(raw["headers"]),
		body: bytes(raw["body"]),
		truncated: raw["truncated"] === true,
		complete: raw["complete"] === true,
		/** The bytes are as they were sent, `Content-Encoding` included. */
		encoded: raw["encoded"] === true,
		...given({ firstByteMs: raw["firstByteMs"] === void 0 ? void 0 : count(raw["firstByteMs"]) })
	};
}
function errorOf(raw) {
	return given({
		errno: text(raw["errno"], /^[A-Z][A-Z0-9_]{1,30}$/),
		/** X509_V_ERR_… of OpenSSL; -1 when the runtime does not tell. */
		verify: Number.isInteger(raw["verify"]) ? Number(raw["verify"]) : void 0,
		/** OpenSSL's reason, e.g. `WRONG_VERSION_NUMBER`. */
		reason: text(raw["reason"], /^[A-Z][A-Z0-9_/]{2,79}$/),
		/** Class name of anything else. */
		kind: text(raw["kind"], /^\w{1,80}$/),
		timeout: flag(raw["timeout"]),
		/** The peer ended the connection. */
		ended: flag(raw["ended"]),
		/** What came was no HTTP. */
		malformed: flag(raw["malformed"])
	});
}
function linkOf(value) {
	const raw = fields(value);
	const name = text(raw["name"], /^[\w. ]{1,80}$/);
	if (name === void 0) return [];
	const mro = list(raw["mro"]).flatMap((one) => text(one, /^\w{1,80}$/) ?? []);
	return [{
		...errorOf(raw),
		name,
		mro
	}];
}
function attemptOf(value) {
	const raw = fields(value);
	const address = text(raw["address"], ADDRESS);
	if (address === void 0) return [];
	const error = raw["error"] === void 0 ? void 0 : errorOf(fields(raw["error"]));
	return [{
		address,
		elapsedMs: count(raw["elapsedMs"]),
		...given({ error })
	}];
}
const HOST = /^[\w.:[\]-]{1,260}$/;
const ADDRESS = /^[\da-fA-F.:]{2,45}(?:%\w{1,16})?$/;
const WORD = /^[\w./-]{1,60}$/;
function headersOf(value) {
	return some(value, 200, (one) => {
		const [name, text] = list(one);
		return typeof name === "string" && typeof text === "string" ? [[name, text]] : [];
	});
}
function statusOf(value) {
	return typeof value === "number" && Number.isInteger(value) && value >= 100 && value <= 999 ? value : void 0;
}
function some(value, most, read) {
	return list(value).slice(0, most).flatMap(read);
}
function addressIn(value) {
	const address = text(value, ADDRESS);
	return address === void 0 ? [] : [address];
}
function flag(value) {
	return value === true ? true : void 0;
}
function list(value) {
	return Array.isArray(value) ? value : [];
}
function text(value, form) {
	return typeof value === "string" && form.test(value) ? value : void 0;
}
function count(value) {
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : 0;
}
function bytes(value) {
	return Buffer.from(typeof value === "string" ? value : "", "base64");
}

// src/inside/problem.ts
/** A sentence of a shell is shorter. */
const LONGEST_QUOTE = 200;
/**
* What a command said of its end, for a sentence: the line that names an error, else the last one;
* one line, printable, cut. Empty when it wrote nothing.
*/
function lastWords(text) {
	const lines = text.split(/\r?\n/).map((line) => line.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim()).filter((line) => line !== "" && !/^at |^Node\.js v\d|^[{}]$/.test(line));
	const words = lines.findLast((line) => /^(?:\w+\.)*\w*(?:Error|Exception)\b/.test(line)) ?? lines.at(-1) ?? "";
	return words.length > LONGEST_QUOTE ? `${words.slice(0, 199).toWellFormed()}…` : words;
}
/** Nothing could be measured in the target. */
var InsideTrouble = class extends Error {
	problem;
	constructor(problem) {
		super(problem.message);
		this.name = "InsideTrouble";
		this.problem = problem;
	}
};
/** The prefix did not get as far as a program in the target. */
function failed({ argv }, finished) {
	const program = argv[0];
	const command = shownCommand(argv);
	if (finished.spawnError !== void 0) {
		const missing = finished.spawnError === "ENOENT";
		return {
			code: "own.inside_failed",
			message: missing ? `The command ${program} of the setting inside does not exist on this machine.` : `The command ${program} of the setting inside cannot be started (${finished.spawnError}).`,
			fix: missing ? `Install ${program} on this machine, or correct the setting inside.` : `Make ${program} executable for the user of this step, or correct the setting inside.`
		};
	}
	if (finished.stopped) return {
		code: "own.inside_failed",
		message: `${command} gave no answer before the time was up.`,
		fix: `Run ${command} by hand and see what it waits for, or raise the deadline.`,
		final: true
	};
	return {
		code: "own.inside_failed",
		message: `${command} ${finished.code === 0 ? "ended without starting a shell" : `ended with exit code ${finished.code}`} before any probe ran${said(finished)}`,
		fix: `Correct the setting inside so that "${command} sh" reads commands from standard input in the target.`
	};
}
function said({ stderr, stdout }) {
	const words = lastWords(stderr) || lastWords(stdout);
	return words === "" ? "." : `: ${words.replace(/\.?$/, ".")}`;
}
/** The prefix works, and a runtime behind it ended without a result. */
function died({ argv }, runtime, finished) {
	if (finished.stopped) return {
		code: "own.out_of_time",
		message: `${runtime} behind ${shownCommand(argv)} gave no answer before the deadline had passed; no route was judged.`,
		fix: `Set a longer deadline, or name fewer routes in one run; where neither helps, start ${runtime} in the target by hand and see what it waits for.`,
		final: true
	};
	return {
		code: "own.inside_crash",
		message: `${runtime} of the target ended with exit code ${finished.code} and no result${said(finished)}`,
		fix: `Read its error, and remove what stops ${runtime} in the target (NODE_OPTIONS, PYTHONHOME, a limit of memory or processes); where none of these is set, report the defect.`
	};
}
/** Our own program failed there. */
function ownCrash(runtime, error) {
	return {
		code: "own.inside_crash",
		message: `The program for ${runtime} failed in the target (${error}); nothing is said about the route.`,
		fix: `Report the defect with the version of the runtime: ${runtime}.`
	};
}
function mixedOutput({ argv }) {
	return {
		code: "own.inside_output",
		message: `The result of the target came back damaged through ${shownCommand(argv)}: its output is cut or mixed with other text.`,
		fix: "Remove whatever changes standard output in between: a terminal (-t), a wrapper script, a filter."
	};
}
/** Words that may be a password or a token are left out. */
function shownCommand(argv) {
	const text = argv.map((word, index) => /^--?(?:p|pw|pass\w*|token|secret|(?:api-?)?key)$/i.test(argv[index - 1] ?? "") ? "…" : /[=:].*\S|^[\w+/-]{24,}$/.test(word) && !/^[\w./-]+:?$/.test(word) ? word.replace(/([=:]).*/s, "$1…") : word).join(" ").replaceAll(/[\p{C}]/gu, " ");
	return text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text;
}
/** A packet that says openly that nothing was measured, and why. */
function problemPacket(problem, startedAt, elapsedMs) {
	return packetWithoutRoutes({
		verdict: "inconclusive",
		owner: "unknown",
		code: problem.code,
		rule: "own/inside",
		summary: problem.message,
		doNext: [problem.fix],
		doNot: ["Do not read this as a broken route: nothing was sent to the API."]
	}, describeRuntime({}), startedAt, elapsedMs);
}

// src/inside/programs.ts
/** From a chunk of `dist/` and from this folder alike `../inside` holds the programs for targets. */
const BESIDE = join(import.meta.dirname, "../inside");
/** What only the build makes, for a run from the source. */
const BUILT = join(import.meta.dirname, "../../dist/inside");
/**
* A program for targets: `find-runtimes.sh`, `remote.sh`, `remote.py`, as it stands, with the list of
* `knowledge/credentials.ts` in its place and in the spelling of the language.
*/
function programText(name) {
	const beginnings = name.endsWith(".py") ? KEY_BEGINNINGS.join("|").replaceAll(".", String.raw`\.`) : KEY_BEGINNINGS.join(" ");
	return readFileSync(join(BESIDE, name), "utf8").replace("@KEY_BEGINNINGS@", beginnings);
}
/** A file that the build made, by its path from `dist/inside/`. */
function builtText(path) {
	const folder = existsSync(join(BESIDE, "node.json")) ? BESIDE : BUILT;
	return readFileSync(join(folder, path), "utf8");
}
/**
* What goes to the standard input of Node.js in the target: the order, the files of the program
* compressed, and the loader that puts them together there.
* @param wanted files that the program asked for in an earlier start
*/
function nodeProgram(order, wanted = []) {
	const parts = JSON.parse(builtText("node.json"));
	const seldom = wanted.flatMap((path) => parts.onDemand[path] ?? []);
	const files = [.../* @__PURE__ */ new Set([...parts.always, ...seldom])];
	const texts = JSON.stringify(Object.fromEntries(files.map((path) => [path, builtText(`../${path}`)])));
	const packed = brotliCompressSync(texts, { params: { [constants$1.BROTLI_PARAM_QUALITY]: 6 } });
	const given = {
		mark: order.mark,
		program: parts.program,
		parts: packed.toString("base64"),
		order: encodeJson(order)
	};
	return `globalThis.${GIVEN} = ${JSON.stringify(given)};\n${builtText("loader.js")}`;
}

// src/inside/shell-order.ts
function curlVersion(line) {
	const [, text = "", major = "0", minor = "0"] = /^curl ((\d+)\.(\d+)[\d.]*)/.exec(line) ?? [];
	const tls = /\b(OpenSSL|LibreSSL|BoringSSL|GnuTLS|wolfSSL|mbedTLS|NSS|Schannel)\//i.exec(line);
	return {
		text,
		major: Number(major),
		minor: Number(minor),
		tls: tls?.[1] ?? ""
	};
}
/** What curl prints behind its transfer, one line; the message stands last because it is free text. */
const WRITE_OUT = "\\n[w] code=%{http_code};connect=%{http_connect};ip=%{remote_ip};lip=%{local_ip};dns=%{time_namelookup};tcp=%{time_connect};tls=%{time_appconnect};pre=%{time_pretransfer};first=%{time_starttransfer};total=%{time_total};verify=%{ssl_verify_result};http=%{http_version};msg=%{errormsg}\\n";
/** The lines in front of `remote.sh`: one variable each, quoted so that nothing is expanded. */
function shellPrologue(values) {
	return Object.entries(values).map(([name, value]) => `preflight_${name}=${singleQuoted(value)}\n`).join("");
}
/** The order as variables of the shell side. The key is among them only when the order holds one. */
function shellOrder(order, curl, pinTo) {
	const key = order.request.headers.find(([, value]) => order.keySlot !== "" && value.includes(order.keySlot));
	return shellPrologue({
		mark: order.mark,
		do: order.do,
		host: order.host,
		request: curlConfig(order, curl, pinTo),
		keyheader: key?.[0] ?? "",
		scheme: key?.[1].replace(order.keySlot, "") ?? "",
		variable: order.keyVariable,
		given: order.key ?? "",
		salt: order.salt
	});
}
/**
* One transfer as a configuration for `curl -K -`: verified, without redirects, on the way out that
* the environment of the target names. The header with the key is not in it.
*/
function curlConfig(order, curl, pinTo) {
	const { request, secure } = order;
	const { host, port } = order.proxy ?? order;
	const lines = [
		["url", `${secure ? "https" : "http"}://${request.host}${request.target}`],
		["request", request.method],
		["silent"],
		["verbose"],
		["include"],
		["proto", secure ? "=https" : "=http"],
		["max-time", (order.timeoutMs / 1e3).toFixed(3)],
		["write-out", `${isAtLeast(curl, 7, 63) ? "%{stderr}" : ""}${WRITE_OUT}`],
		["max-filesize", "8388608"]
	];
	if (pinTo !== void 0) lines.push(["resolve", `${host}:${port}:${pinTo}`]);
	for (const [name, value] of request.headers) if (order.keySlot === "" || !value.includes(order.keySlot)) lines.push(["header", `${name}: ${value}`]);
	if (request.body !== void 0) lines.push(["data-binary", request.body]);
	return lines.map(([name, value]) => value === void 0 ? name : `${name} = "${escaped(value)}"`).join("\n");
}
function isAtLeast({ major, minor }, least, leastMinor) {
	return major > least || major === least && minor >= leastMinor;
}
/** curl(1), `--config`: in double quotes a backslash takes the next character. */
function escaped(text) {
	return text.replaceAll(/[\\"]/g, "\\$&").replaceAll(/[\r\n]+/g, " ");
}
function singleQuoted(text) {
	return `'${text.replaceAll("'", String.raw`'\''`).replaceAll("\0", "")}'`;
}

// src/inside/target.ts
/** Most text that is kept of one stream of the target; a packet is far smaller. */
const MOST_OUTPUT = 25165824;
const spawnDirectly = (program, args) => spawn(program, [...args], {
	stdio: "pipe",
	shell: false,
	windowsHide: true,
	env: environmentOf$1("prefix", process.env)
});
/** Runs one command through the prefix. Never rejects; ends with its clock whatever the target does. */
function runThrough(command) {
	const [program, ...args] = command.argv;
	return new Promise((done) => {
		let child;
		try {
			child = command.spawn(program, args);
		} catch (error) {
			done({
				stdout: "",
				stderr: "",
				code: -1,
				stopped: false,
				spawnError: codeOf(error)
			});
			return;
		}
		const out = collect(child.stdout);
		const err = collect(child.stderr);
		const finish = (ending) => {
			clearTimeout(timer);
			command.signal.removeEventListener("abort", stop);
			for (const stream of [
				child.stdin,
				child.stdout,
				child.stderr
			]) stream.destroy();
			done({
				stdout: out(),
				stderr: err(),
				...ending
			});
		};
		const stop = () => {
			child.kill("SIGKILL");
			finish({
				code: -1,
				stopped: true
			});
		};
		const timer = setTimeout(stop, Math.max(0, command.timeoutMs));
		command.signal.addEventListener("abort", stop, { once: true });
		child.once("error", (error) => finish({
			code: -1,
			stopped: false,
			spawnError: codeOf(error)
		}));
		child.once("close", (code) => finish({
			code: code ?? -1,
			stopped: false
		}));
		child.stdin.on("error", () => {});
		child.stdin.end(command.input);
		if (command.signal.aborted) stop();
	});
}
function collect(stream) {
	const chunks = [];
	let length = 0;
	stream.on("error", () => {});
	stream.on("data", (chunk) => {
		if (length >= MOST_OUTPUT) return;
		const bytes = Buffer.from(chunk);
		chunks.push(bytes);
		length += bytes.length;
	});
	return () => Buffer.concat(chunks).toString("utf8");
}
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "UNKNOWN";
}
function runInTarget(target, words, input) {
	const [program, ...rest] = target.argv;
	return runThrough({
		argv: [
			program,
			...rest,
			...words
		],
		input,
		timeoutMs: target.remainingMs(),
		signal: target.signal,
		spawn: target.spawn
	});
}
/**
* Which runtimes the target has: one shell that asks for all of them; in a target without a shell
* each by itself. Throws `InsideTrouble` when the prefix itself fails.
*/
async function findRuntimes(target) {
	const asked = await runInTarget(target, ["sh"], `${shellPrologue({ mark: target.mark })}${programText("find-runtimes.sh")}`);
	const framed = readFrame(asked.stdout, target.mark);
	if (framed.kind === "found") return versionsOf(framed.payload);
	if (framed.kind === "damaged") throw new InsideTrouble(mixedOutput(target));
	if (asked.spawnError !== void 0 || asked.stopped) throw new InsideTrouble(failed(target, asked));
	const [node, python3] = [await runInTarget(target, ["node", "--version"], ""), await runInTarget(target, ["python3", "--version"], "")];
	const found = {
		node: /^v(\d+\.\d+\.\d+)/m.exec(node.stdout)?.[1] ?? "",
		python3: /^Python (3\.\d+\.\d+)/m.exec(python3.stdout)?.[1] ?? "",
		deadNode: "",
		curl: ""
	};
	if (found.node === "" && found.python3 === "") throw new InsideTrouble(failed(target, asked));
	return found;
}
function versionsOf(payload) {
	const parts = payload.split(",");
	const version = (name) => {
		const part = parts.find((one) => one.startsWith(`${name}:`)) ?? "";
		return (/:([\d_]*)/.exec(part)?.[1] ?? "").replaceAll("_", ".");
	};
	return {
		node: version("node"),
		deadNode: version("deadnode"),
		python3: version("python3"),
		curl: version("curl")
	};
}

// src/inside/target-facts.ts
/** The facts of the Python side; `undefined` when it sent something else. */
function pythonFacts(value) {
	const raw = fields(value);
	if (typeof raw["env"] !== "object") return void 0;
	const files = Object.entries(fields(raw["files"])).flatMap(([path, state]) => isState(state) ? [[path, state]] : []);
	const folders = Object.entries(fields(raw["folders"])).map(([path, names]) => [path, Array.isArray(names) ? names.map(String) : []]);
	const env = environmentOf(fields(raw["env"]));
	return {
		env,
		runtime: runtimeOf(env, word(raw["os"]), word(raw["arch"]), raw["container"] === true),
		platform: platformOf(raw["platform"]),
		pythonOpenai: word(raw["sdk"]),
		certifi: word(raw["certifi"]),
		trustFile: word(fields(raw["trust"])["file"]),
		files: new Map(files),
		folders: new Map(folders),
		debian: false,
		curl: curlVersion(""),
		describes: `python3 ${word(raw["version"])} (${word(raw["openssl"])})`
	};
}
/** The facts of the shell side. */
function shellFacts(values) {
	const text = (name) => values.get(name)?.toString("utf8") ?? "";
	const env = {};
	const files = /* @__PURE__ */ new Map();
	for (const [name, value] of values) if (name.startsWith("env_")) env[name.slice(4)] = value.toString("utf8");
	const known = environmentOf(env);
	for (const name of values.keys()) {
		const path = known[name.slice(5)];
		const state = text(name);
		if (name.startsWith("file_") && path !== void 0 && isState(state)) files.set(path, state);
	}
	const curl = curlVersion(text("curl"));
	return {
		env: known,
		runtime: runtimeOf(known, word(text("os").trim()), word(text("arch")), text("container") === "yes"),
		platform: "linux",
		pythonOpenai: "",
		certifi: "",
		trustFile: "",
		files,
		folders: /* @__PURE__ */ new Map(),
		debian: text("debian") === "yes",
		curl,
		describes: `curl ${curl.text}${curl.tls === "" ? "" : ` (${curl.tls})`}`
	};
}
/**
* A value of the same length and kinds of characters as the masked one, so that what is wrong with
* the shape of a key shows here, while the key stays where it is. Random, so that it is no placeholder.
*/
function standIn(masked) {
	const classes = {
		a: "abcdef",
		x: "ghjkmnpqrstuvwxyz",
		A: "ABCDEF",
		X: "GHJKLMNPQRSTUVWXYZ",
		"0": "0123456789"
	};
	const begin = /^(?:sk-(?:[a-zN][a-zA-Z]{1,9}-)?|[a-z]{1,10}[-_](?:pat_)?|AIza|ya29\.|AKIA|ASIA|eyJ)/.exec(masked)?.[0] ?? "";
	const kept = /^[ax0AX]*$/.test(begin.replaceAll(/[-_.]/g, "")) ? "" : begin;
	return kept + masked.slice(kept.length).replaceAll(/[ax0AX]/g, (one) => {
		const choices = classes[one] ?? one;
		return choices.charAt(randomInt(choices.length));
	});
}
const SECRET_NAME = /key|token|secret|passw|credential|headers/i;
function environmentOf(raw) {
	return Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => typeof value === "string" && /^[A-Za-z_]\w{0,200}$/.test(name) ? [[name, SECRET_NAME.test(name) ? standIn(value) : value]] : []));
}
function runtimeOf(env, os, arch, container) {
	return {
		os: os === "" ? "unknown" : os,
		arch: arch === "" ? "unknown" : arch,
		container: container || env["KUBERNETES_SERVICE_HOST"] !== void 0,
		region: regionOf(env)
	};
}
function platformOf(value) {
	return value === "darwin" || value === "win32" ? value : "linux";
}
function isState(value) {
	return value === "none" || value === "empty" || value === "certificates";
}
function word(value) {
	return typeof value === "string" ? value.replaceAll(/[^\x20-\x7e]/g, "").slice(0, 200) : "";
}

// src/inside/remotes.ts
/** Variables of the target by name, besides those that are always worth knowing. */
async function askFacts(target, runtime, names) {
	const safe = names.filter((name) => /^[A-Za-z_]\w{0,200}$/.test(name));
	if (runtime === "python3") {
		const answer = await askPython(target, {
			do: "facts",
			mark: target.mark,
			names: safe
		});
		const facts = pythonFacts(answer);
		if (facts === void 0) throw new InsideTrouble(mixedOutput(target));
		return facts;
	}
	const prologue = shellPrologue({
		mark: target.mark,
		do: "facts",
		names: safe.join(" ")
	});
	return shellFacts(await askShell(target, prologue));
}
const pythonRemote = (target, facts, keyOf) => ({
	sdk: "python3 http.client",
	looksBeforeSending: true,
	send: async ({ routeRun, draft, timeoutMs }) => {
		const { egress } = routeRun.plan;
		const viaProxyInClear = routeRun.route.baseUrl.startsWith("http:") && egress.proxy !== void 0;
		const useSdk = facts.pythonOpenai !== "" && draft.sdk !== void 0 && !viaProxyInClear;
		const order = orderOf(target, routeRun, draft, timeoutMs, keyOf(routeRun));
		const file = egress.trust.find(({ store, path }) => store === "file" && path !== void 0);
		const certifi = file?.source === "certifi" ? file.path : void 0;
		const more = given({
			caFile: certifi,
			sdk: useSdk ? draft.sdk : void 0
		});
		const answer = await askPython(target, {
			...order,
			...more
		});
		const result = readRawResult(answer);
		if (result === void 0) throw new InsideTrouble(crashed(target, answer));
		return result;
	}
});
const shellRemote = (target, facts, keyOf) => ({
	sdk: `curl ${facts.curl.text}`.trim(),
	looksBeforeSending: false,
	send: async ({ routeRun, draft, timeoutMs, pinTo }) => {
		const order = orderOf(target, routeRun, draft, timeoutMs, keyOf(routeRun));
		const values = await askShell(target, shellOrder(order, facts.curl, pinTo));
		if (values.has("refused")) throw new InsideTrouble(wouldShowKey());
		return {
			events: curlEvents(curlRun(values, facts.curl.tls), order, routeRun.plan),
			fingerprint: fingerprintIn(values)
		};
	}
});
function orderOf(target, routeRun, draft, timeoutMs, { variable, key }) {
	const url = new URL(routeRun.route.baseUrl);
	const { proxy } = routeRun.plan.egress;
	return {
		do: "probe",
		mark: target.mark,
		...destinationOf(url),
		carriesKey: draft.carriesKey,
		request: draft.request,
		keySlot: draft.keySlot,
		keyVariable: variable,
		...given({
			key,
			proxy: proxy && hopOf(proxy)
		}),
		timeoutMs: Math.round(timeoutMs),
		salt: isVendorKey(routeRun.route.apiKey?.reveal() ?? "") ? FINGERPRINT_SALT : ""
	};
}
const hopOf = ({ scheme, host, port, source }) => ({
	scheme,
	host,
	port,
	source
});
async function askPython(target, order) {
	const program = `PREFLIGHT_ORDER = "${Buffer.from(JSON.stringify(order), "utf8").toString("base64")}"\n${programText("remote.py")}`;
	const finished = await runInTarget(target, [
		"python3",
		"-B",
		"-"
	], program);
	const framed = readFrame(finished.stdout, target.mark);
	if (framed.kind === "damaged") throw new InsideTrouble(mixedOutput(target));
	if (framed.kind === "absent") throw new InsideTrouble(died(target, "Python", finished));
	return decodeJson(framed.payload);
}
async function askShell(target, prologue) {
	const finished = await runInTarget(target, ["sh"], `${prologue}${programText("remote.sh")}`);
	const framed = readFrame(finished.stdout, target.mark);
	if (framed.kind === "absent") throw new InsideTrouble(died(target, "The shell", finished));
	const values = framed.kind === "found" ? shellValues(framed.payload) : void 0;
	if (values === void 0) throw new InsideTrouble(mixedOutput(target));
	return values;
}
function crashed(target, answer) {
	const { crash } = fields(answer);
	if (typeof crash !== "string" || !/^\w{1,60}$/.test(crash)) return mixedOutput(target);
	return ownCrash("Python", crash);
}
function wouldShowKey() {
	return {
		code: "own.inside_no_runtime",
		message: "The shell of the target has no printf of its own, so the key would appear on a command line: nothing was sent.",
		fix: "Install Node.js or Python 3 in the target, or a shell with a printf of its own (dash, bash, busybox)."
	};
}
function fingerprintIn(values) {
	const text = values.get("fingerprint")?.toString("latin1").trim() ?? "";
	return /^[\da-f]{12}$/.test(text) ? text : "";
}

// src/inside/way.ts
/** Stands for a file of the target that holds certificates: what matters here is that it does. */
const SOME_CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";
/**
* The way out of this client in the target: the same rules as anywhere, over the target's own
* variables. What the runtime trusts is what it says, since it verifies there and not here.
*/
function wayInside(client, route, facts, nodeVersion) {
	const plan = wayOut(client, {
		url: new URL(route.baseUrl),
		env: facts.env,
		...given({
			releases: nodeVersion === void 0 ? void 0 : { node: nodeVersion },
			installed: facts.pythonOpenai === "" ? void 0 : { pythonOpenai: facts.pythonOpenai }
		}),
		platform: facts.platform,
		readFile: (path) => {
			if (path === "/etc/debian_version") return facts.debian ? "debian" : void 0;
			const state = facts.files.get(path) ?? (path === facts.certifi ? "certificates" : void 0);
			return state === "certificates" ? SOME_CERTIFICATE : state === "empty" ? "" : void 0;
		},
		listFolder: (path) => facts.folders.get(path),
		roots: {
			bundled: () => [],
			system: () => []
		}
	});
	const { ca: _notOurs, ...rest } = plan;
	const trust = plan.egress.trust.map((store) => trustInside(store, client, facts));
	const { strict: _there, ...egress } = plan.egress;
	return {
		...rest,
		egress: {
			...egress,
			trust
		}
	};
}
function trustInside(store, client, facts) {
	if (client !== "python" || store.store !== "system" && store.store !== "bundled") return {
		...store,
		source: store.source.replace("; no system bundle was found here", "")
	};
	if (store.source.startsWith("certifi") && facts.certifi !== "") return {
		store: "file",
		source: "certifi",
		path: facts.certifi
	};
	const source = "ssl.get_default_verify_paths()";
	return facts.trustFile === "" ? {
		store: "system",
		source
	} : {
		store: "system",
		source,
		path: facts.trustFile
	};
}
/** Proxies that the runtime cannot speak to by itself, and the SDK that could is not there. */
function withoutUnspoken(plan, runtime, hasSdk) {
	const { proxy } = plan.egress;
	if (proxy === void 0 || proxy.scheme === "http" || runtime === "sh" || hasSdk) return plan;
	const { proxy: _unspoken, ...egress } = plan.egress;
	return { egress: {
		...egress,
		unusable: {
			variable: proxy.source,
			because: `${proxy.source} names a ${proxy.scheme} proxy, which the standard library of Python does not speak, and the package openai is not there.`,
			fix: "Install Node.js or curl in the target, or run the preflight there with the application.",
			by: "preflight"
		}
	} };
}
/** Why a Node.js could not look that never got to its program. */
const DEAD = "the environment of the target ends it at its start";
/**
* A pass of a stand-in proves the route of the application only where both go the same way: the same
* proxy, the same roots. Otherwise it says what was seen and what was not tested.
*/
function standing(standIn, routeRun, verdict, facts) {
	if (standIn === void 0 || verdict.verdict !== "pass") return verdict;
	const { route, plan } = routeRun;
	const own = wayInside(standIn.client, route, facts, standIn.nodeVersion);
	const secure = route.baseUrl.startsWith("https:");
	const differences = [...proxyOf(own) === proxyOf(plan) ? [] : [`it goes out ${proxyOf(own)} and ${route.client} ${proxyOf(plan)}`], ...!secure || rootsOf(own) === rootsOf(plan) ? [] : ["it trusts other certificates"]];
	if (differences.length === 0) return verdict;
	return {
		...verdict,
		verdict: "inconclusive",
		owner: "unknown",
		branch: branchOf("unknown"),
		confidence: "low",
		code: "own.inside_stand_in",
		rule: "own/inside",
		summary: `${facts.describes} of the target passed, and ${standIn.name}, which the target has too, was not tested (${standIn.because}): ${differences.join(", and ")}.`,
		doNext: [`Set client: ${route.client} if the application is not the one that uses ${standIn.name}.`, `Otherwise send the application's own request from ${standIn.name} there, for example with its SDK, to test its egress.`],
		doNot: [`Do not read this as proof for ${standIn.name}: another client took another egress.`]
	};
}
function proxyOf({ egress: { proxy, unusable } }) {
	if (unusable !== void 0) return `nowhere (${unusable.variable} cannot be used)`;
	return proxy === void 0 ? "without a proxy" : `by the proxy ${proxy.scheme}://${proxy.host}:${proxy.port}`;
}
/** Stores and files by name; the same list in the same order is the same trust. */
function rootsOf({ egress: { trust } }) {
	return JSON.stringify(trust.map(({ store, path }) => [store, path ?? ""]));
}

// src/inside/packet.ts
/** More at once would be a crowd of processes in somebody else's container. */
const MOST_AT_ONCE = 4;
/** Every route through the target, and the packet of all. Rejects with `InsideTrouble`. */
async function insidePacket(run) {
	const { facts, explicit, runtime, target } = run;
	const source = targetSource(explicit, facts.env, run.label);
	const settings = readSettings(source, await yamlFor(source));
	const routeRuns = settings.routes.map((asked) => routeRunOf(asked, run, settings.problems));
	if (routeRuns.length === 0) {
		const [first] = settings.problems;
		throw new InsideTrouble({
			code: "own.inside_failed",
			message: first?.message ?? "There is no route to probe.",
			fix: first?.fix ?? "Name a route in the config file.",
			final: true
		});
	}
	const keyOf = (routeRun) => keyPlace(routeRun.route, facts);
	const remote = runtime === "python3" ? pythonRemote(target, facts, keyOf) : shellRemote(target, facts, keyOf);
	const clients = new Map(routeRuns.map((routeRun, index) => [routeRun, settings.routes[index]?.client ?? "auto"]));
	const results = await together(routeRuns, {
		...run,
		remote,
		now: Date.now,
		standing: (routeRun, verdict) => standing(standInFor(clients.get(routeRun), routeRun, run), routeRun, verdict, facts)
	});
	const packet = buildPacket({
		results: results.map((result) => ({
			...result,
			routeRun: withoutKey(result.routeRun)
		})),
		startedAt: run.startedAt,
		elapsedMs: run.clock(),
		runtime: {
			...facts.runtime,
			runnerName: "",
			runnerKind: "none",
			source: `inside:${runtime}`
		},
		redactor: createRedactor(planted(settings.secrets))
	});
	return {
		...packet,
		routes: packet.routes.map((route, index) => ({
			...route,
			keyFingerprint: results[index]?.fingerprint ?? ""
		}))
	};
}
async function together(routeRuns, world) {
	const results = [];
	const queue = routeRuns.entries();
	const worker = async () => {
		for (const [index, routeRun] of queue) results[index] = await runRouteInside(routeRun, world);
	};
	await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, routeRuns.length) }, worker));
	return results;
}
/** A client that was named decides; without one the best runtime that the target has. */
function standInFor(asked, { route }, { standIn }) {
	if (asked === void 0 || asked === "auto") return standIn;
	if (asked === route.client) return void 0;
	if (standIn?.client === asked) return standIn;
	return {
		client: asked,
		name: asked,
		because: "the target could not start it"
	};
}
function routeRunOf(asked, run, ofTheRun) {
	const { runtime, facts } = run;
	const ended = endedAtStart(asked, run);
	if (ended !== void 0) return ended;
	const client = runtime === "python3" ? "python" : "curl";
	const because = `inside the target ${facts.describes} sends the request`;
	const { route, problems } = withClient(asked, client, because);
	const all = [
		...ofTheRun,
		...problems,
		...otherClient(asked, client),
		...noFile(asked)
	];
	const wayTo = (baseUrl) => wayInside(client, { baseUrl }, facts);
	return {
		route: withoutEntra(route, runtime),
		plan: withoutUnspoken(wayTo(route.baseUrl), runtime, facts.pythonOpenai !== ""),
		otherWays: [],
		wayTo: (url) => wayTo(url.href),
		before: [settingsObservation(route, asked, all)]
	};
}
/** The application's own Node.js does not start there, and a variable is known on which it fails. */
function endedAtStart(asked, { facts, standIn }) {
	if (standIn?.because !== "the environment of the target ends it at its start" || asked.client !== "auto" && asked.client !== "node") return;
	const because = `inside the target ${standIn.name} is there and ends at its start`;
	const { route, problems } = withClient(asked, "node", because);
	const wayTo = (url) => wayInside("node", { baseUrl: url }, facts, standIn.nodeVersion);
	const plan = wayTo(route.baseUrl);
	if (plan.egress.unusable?.by !== "client") return void 0;
	return {
		route,
		plan,
		otherWays: [],
		wayTo: (url) => wayTo(url.href),
		before: [settingsObservation(route, asked, problems)]
	};
}
/** Python and curl there are given their request as text: there is no file to send, and no WebSocket. */
function noFile({ route }) {
	const { endpoint } = route;
	const { needs } = endpointFacts(endpoint);
	if (needs === void 0 || effectiveDepth(route) !== "request") return [];
	const message = `Without Node.js in the target the ${needs} that ${endpoint} needs cannot be ${needs === "file" ? "sent" : "opened"}.`;
	return [fatal("config.conflict", "endpoint", {
		message,
		fix: "Set endpoint to responses or chat-completions, set depth to auth, or use a target with Node.js."
	})];
}
/** The target has only one client: what another one would do there cannot be imitated. */
function otherClient({ client: asked }, client) {
	if (asked === "auto" || asked === client) return [];
	const message = `The setting client says ${asked}, and the target can only send the request as ${client}: its rules for proxies and certificates were used.`;
	return [warning("config.inside_client", "client", {
		message,
		fix: `Remove the setting client, or add ${asked === "node" ? "Node.js" : "the runtime of the application"} to the target.`
	})];
}
/** Signing in with Entra ID needs packages that only the Node side has. */
function withoutEntra(route, runtime) {
	if (route.azureAuth !== "entra" || route.depth === "route") return route;
	const because = `The ${runtime} of the target cannot sign in with Entra ID: credentials, model and quota were not tested.`;
	return {
		...route,
		depthLimit: {
			depth: "route",
			because
		}
	};
}
/** A key of the environment stays there; one that was given for this run goes in by standard input. */
function keyPlace({ apiKey }, facts) {
	if (apiKey === void 0) return { variable: "" };
	return facts.env[apiKey.source]?.trim() === apiKey.reveal() ? { variable: apiKey.source } : {
		variable: "",
		key: apiKey.reveal()
	};
}
/** The stand-in of the key has no fingerprint worth comparing; the target made the real one. */
function withoutKey(routeRun) {
	const { apiKey: _standIn, ...route } = routeRun.route;
	return {
		...routeRun,
		route
	};
}

// src/inside/prefix.ts
const EXAMPLE = "for example: docker exec -i app";
/**
* The command prefix as words. Quotes and backslashes group words as POSIX shells do (§2.2); nothing
* is expanded, and no shell is started here: `$`, `;`, `|` and `*` are plain characters.
*/
function splitPrefix(text) {
	const words = [];
	let word;
	let quote = "";
	for (let at = 0; at < text.length; at += 1) {
		const character = text.charAt(at);
		const next = text.charAt(at + 1);
		if (quote === "'") {
			if (character === "'") quote = "";
			else word = `${word ?? ""}${character}`;
		} else if (character === "\\" && next !== "" && (quote === "" || "\"\\$`".includes(next))) {
			word = `${word ?? ""}${next}`;
			at += 1;
		} else if (quote === "\"") {
			if (character === "\"") quote = "";
			else word = `${word ?? ""}${character}`;
		} else if (character === "\"" || character === "'") {
			quote = character;
			word ??= "";
		} else if (/\s/.test(character)) {
			if (word !== void 0) words.push(word);
			word = void 0;
		} else word = `${word ?? ""}${character}`;
	}
	if (quote !== "") return invalid(`has ${`${quote === "\"" ? "a double" : "a single"} quotation mark that is not closed`}`, "Close the quotation mark in the setting inside.");
	if (word !== void 0) words.push(word);
	const [program, ...rest] = words;
	if (program === void 0 || program === "") return invalid("names no command", `Write the command that starts a process in the target, ${EXAMPLE}.`);
	if (words.some((one) => one.includes("\0"))) return invalid("has a NUL character", "Write the setting inside again as plain text.");
	return { argv: [program, ...rest] };
}
function invalid(wrong, fix) {
	return { problem: {
		code: "own.inside_prefix",
		message: `The setting inside ${wrong}.`,
		fix
	} };
}
/** Words that ask for a terminal: it would echo what goes in, and change what comes out. */
function asksForTerminal(argv) {
	const program = argv[0]?.split("/").at(-1) ?? "";
	if (program === "ssh") return argv.find((word) => /^-[A-Za-su-z]*tt?$/.test(word));
	if (![
		...PASSING,
		"crictl",
		"docker-compose"
	].includes(program)) return void 0;
	const end = argv.indexOf("--");
	return (end === -1 ? argv : argv.slice(0, end)).find((word) => word === "--tty" || isShort(word, "t"));
}
/** `-it`: short options in one word, this one among them. */
function isShort(word, option) {
	return /^-[a-z]+$/.test(word) && word.includes(option);
}
/** Clients that pass standard input on only when they are asked to. */
const PASSING = [
	"docker",
	"podman",
	"nerdctl",
	"kubectl",
	"oc"
];
function lacksInput(argv) {
	const program = argv[0]?.split("/").at(-1) ?? "";
	if (!PASSING.includes(program)) return false;
	if (!argv.includes("exec") && !argv.includes("run")) return false;
	return !argv.some((word) => word === "--interactive" || word === "--stdin" || isShort(word, "i"));
}

// src/inside/run-inside.ts
/** The program is built for it (scripts/build.ts), and brings along what it lacks (older-node.ts). */
const OLDEST_NODE = 18;
const OLDEST_PYTHON_MINOR = 6;
/** Milliseconds: with less another runtime could not even be asked. */
const LEAST_MS = 500;
/** Kept of the deadline for the way back and for the reports. */
const RETURN_MS = 500;
/**
* Runs the preflight in the target: finds its runtimes, sends the best one its program over standard
* input, and takes what comes back. Never rejects; ends with the deadline.
*/
async function probeInside(order) {
	const startedAt = /* @__PURE__ */ new Date();
	const began = performance.now();
	const clock = () => performance.now() - began;
	const redactor = createRedactor(planted(order.secrets));
	try {
		const target = targetOf(order, () => order.deadlineMs - clock() - RETURN_MS);
		return { packet: scrubbed(ofTheTarget(await best(order, target, await findRuntimes(target), explicitInputs(order.source), {
			startedAt,
			clock
		}), target), redactor) };
	} catch (error) {
		if (!(error instanceof InsideTrouble)) throw error;
		const { code, message, fix } = error.problem;
		const clean = (text) => redactor.text(text, "problem");
		const problem = {
			code,
			message: clean(message),
			fix: clean(fix)
		};
		return {
			problem,
			packet: problemPacket(problem, startedAt, clock())
		};
	}
}
function targetOf(order, remainingMs) {
	const prefix = splitPrefix(order.prefix);
	if ("problem" in prefix) throw new InsideTrouble(prefix.problem);
	const { argv } = prefix;
	const terminal = asksForTerminal(argv);
	if (terminal !== void 0) throw new InsideTrouble({
		code: "own.inside_prefix",
		message: `${shownCommand(argv)} asks for a terminal (${terminal}), which would echo what is sent and change what comes back.`,
		fix: `Remove the option for a terminal (t in ${terminal}) from the setting inside; keep -i where the command has it.`
	});
	if (lacksInput(argv)) throw new InsideTrouble({
		code: "own.inside_prefix",
		message: `${shownCommand(argv)} does not pass standard input on, and the probes travel by it.`,
		fix: "Add -i to the setting inside, for example: docker exec -i app."
	});
	const spawn = order.spawn ?? spawnDirectly;
	return {
		argv,
		mark: newMark(),
		spawn,
		signal: order.signal,
		remainingMs
	};
}
/** The best runtime that the target has; where its program dies, the next one. */
async function best(order, target, runtimes, explicit, times) {
	const tried = [];
	const usable = [
		...Number.parseInt(runtimes.node, 10) >= OLDEST_NODE ? ["node"] : [],
		...isUsablePython(runtimes.python3) ? ["python3"] : [],
		...runtimes.curl === "" && runtimes.deadNode === "" ? [] : ["sh"]
	];
	for (const runtime of usable) try {
		if (runtime === "node") return await throughNode(target, runtimes.node, explicit);
		const facts = await askFacts(target, runtime, [...CALL_VARIABLES, ...keyVariables(explicit)]);
		return await insidePacket({
			target,
			runtime,
			facts,
			explicit,
			...times,
			deadlineMs: order.deadlineMs - RETURN_MS,
			...given({
				label: order.source.label,
				standIn: standInOf(runtime, runtimes, tried)
			}),
			signal: order.signal,
			pause: async (milliseconds, signal) => {
				await setTimeout$1(milliseconds, void 0, { signal }).catch(() => {});
			}
		});
	} catch (error) {
		if (!(error instanceof InsideTrouble) || error.problem.final === true) throw error;
		tried.push({
			name: NAMES[runtime],
			problem: error.problem
		});
		if (order.signal.aborted || target.remainingMs() < LEAST_MS) break;
	}
	const [first] = tried;
	throw new InsideTrouble(first === void 0 ? noRuntime(target, runtimes) : allFailed(first, tried));
}
/** Node.js and Python are more likely the application's than what stands in for them. */
function standInOf(runtime, { node: alive, deadNode, python3 }, tried) {
	const node = alive === "" ? deadNode : alive;
	const [client, version] = node !== "" ? ["node", node] : ["python", python3];
	if (version === "" || runtime === "python3" && client === "python") return void 0;
	const name = client === "node" ? NAMES.node : NAMES.python3;
	const died = tried.find((one) => one.name === name);
	return {
		client,
		name: `${name} ${version}`,
		because: died !== void 0 ? died.problem.message.replace(/\.$/, "") : alive === "" && client === "node" ? DEAD : "it is too old for the preflight",
		...given({ nodeVersion: client === "node" ? `v${version}` : void 0 })
	};
}
const NAMES = {
	node: "Node.js",
	python3: "Python",
	sh: "curl"
};
/** What each said, in the order in which they were started. */
function allFailed(first, tried) {
	if (tried.length === 1) return first.problem;
	return {
		...first.problem,
		message: `${tried.map(({ problem }) => problem.message).join(" ")} ${tried.map(({ name }) => name).join(", then ")} had been tried.`
	};
}
/** What names service and key. */
const CALL_VARIABLES = INPUTS.flatMap(({ group, environment }) => group === "call" ? environment ?? [] : []);
function isUsablePython(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major === 3 && minor >= OLDEST_PYTHON_MINOR;
}
function noRuntime({ argv }, { node, python3 }) {
	const old = [...node === "" ? [] : [`its Node.js ${node} is older than ${OLDEST_NODE}`], ...python3 === "" ? [] : [`its Python ${python3} is older than 3.${OLDEST_PYTHON_MINOR}`]];
	const why = old.length === 0 ? "" : ` (${old.join(", ")})`;
	return {
		code: "own.inside_no_runtime",
		message: `The target of ${shownCommand(argv)} has neither Node.js ${OLDEST_NODE} or later, nor Python 3, nor curl${why}: nothing was measured there.`,
		fix: "Add curl to the image of the target, or run the preflight in a container with Node.js that shares its network."
	};
}
/** The same engine there: what comes back is a whole packet. */
async function throughNode(target, version, explicit) {
	const value = await askNode(target, version, explicit);
	const read = readPacket(JSON.stringify(value ?? null), shownCommand(target.argv));
	if ("packet" in read) return {
		...read.packet,
		runtime: {
			...read.packet.runtime,
			source: "inside:node"
		}
	};
	const { crash } = fields(value);
	if (typeof crash !== "string") throw new InsideTrouble(mixedOutput(target));
	throw new InsideTrouble(ownCrash(`Node.js ${version}`, crash.replaceAll(/[^\w ]/g, "").slice(0, 80)));
}
/** Starts it once more when it asks for a part of itself that is seldom needed. */
async function askNode(target, version, explicit, wanted = []) {
	const deadline = `${Math.max(1e3, Math.floor(target.remainingMs() - RETURN_MS))}ms`;
	const inputs = {
		...explicit.inputs,
		deadline
	};
	const text = nodeProgram({
		...explicit,
		mark: target.mark,
		inputs
	}, wanted);
	const finished = await runInTarget(target, NODE, text);
	const framed = readFrame(finished.stdout, target.mark);
	if (framed.kind === "absent") throw new InsideTrouble(died(target, `Node.js ${version}`, finished));
	if (framed.kind === "damaged") throw new InsideTrouble(mixedOutput(target));
	const value = decodeJson(framed.payload);
	const { wants } = fields(value);
	return typeof wants === "string" && !wanted.includes(wants) ? await askNode(target, version, explicit, [...wanted, wants]) : value;
}
/** The loader puts the program together with `vm.SourceTextModule`, which is behind this flag. */
const NODE = [
	"node",
	"--no-warnings",
	"--experimental-vm-modules",
	"--input-type=module",
	"-"
];
/** A packet from a target is text from outside: the caller's own secrets are taken out of it as well. */
function scrubbed(packet, redactor) {
	const clean = redactor.deep(packet, "packet");
	return {
		...clean,
		redactions: [...clean.redactions, ...redactor.list()]
	};
}
/** The packet names the target, and its sentences speak of it: this runner is another place. */
function ofTheTarget(packet, { argv }) {
	return {
		...packet,
		runtime: {
			...packet.runtime,
			runnerName: shownCommand(argv),
			runnerKind: "none"
		},
		verdict: {
			...packet.verdict,
			...inTheTarget(packet.verdict)
		},
		routes: packet.routes.map((route) => ({
			...route,
			verdict: inTheTarget(route.verdict),
			observations: route.observations.map((one) => ({
				...one,
				target: ofTarget(one.target)
			}))
		}))
	};
}
function inTheTarget(verdict) {
	return {
		...verdict,
		summary: ofTarget(verdict.summary),
		doNext: verdict.doNext.map(ofTarget),
		doNot: verdict.doNot.map(ofTarget),
		also: verdict.also.map((one) => ({
			...one,
			summary: ofTarget(one.summary),
			doNext: one.doNext.map(ofTarget)
		})),
		ladder: verdict.ladder.map((step) => ({
			...step,
			because: ofTarget(step.because)
		}))
	};
}

export { probeInside };