import "./runtime.js";
import { a as ASKED_INSTEAD, f as EXPIRY_CODES, s as CANCELLED } from "./model-words.js";
import { B as isWholeResponse, D as judge, F as factsOf, U as observation, q as responseOf, z as isProbe } from "./judge.js";
import { A as given, E as destinationOf, I as jsonIn, P as isoTime, S as MOST_BODY_BYTES, b as endpointFacts, d as spanOf, f as spelt, k as fields, s as effectiveDepth, u as sizeOf, v as CONVERSING } from "./settings-inputs.js";
import { D as corsOutcome, O as corsQuestion, k as readCors, s as LAW } from "./rules.js";
import { C as isV1, S as ROUTE_KINDS_BY_NAME, _ as requestTarget, a as longerWait, c as askKeyed, d as failureIn, f as privateRecorder, g as openWay, i as lookTwice, l as BRIEF_MS, m as createRecorder, n as sendUntilSettled, o as sendRealRequest, p as tellFailed, r as askOtherClients, s as askModels, t as sendFromHere, u as askWithoutKey, v as readHead, w as canStream, y as readSome } from "./probes.js";
import { Ct as plainHost, r as limitTime } from "./common.js";
import { g as sharedBy, h as evidenceOf, m as blockedResult, p as blocked } from "./egress.js";
import { setTimeout } from "node:timers/promises";

// src/probes/browser-origin.ts
/** The CORS preflight that a browser on this origin would send (Fetch §4.9), without credentials. */
async function askBrowserOrigin(scene, origin) {
	const { route, recorder } = scene;
	const url = ROUTE_KINDS_BY_NAME[route.kind].keylessUrl(route);
	const keyHeader = route.kind === "azure" && !isV1(route) ? "api-key" : "authorization";
	const question = corsQuestion(origin, keyHeader);
	const note = recorder.begin("browser-origin", origin);
	const { response, failed } = await askWithoutKey(scene, scene.plan, {
		...question,
		url
	});
	if (response !== void 0) {
		const facts = readCors(response.headers, response.status, origin, question.wanted);
		const outcome = corsOutcome(facts);
		if (outcome.status === "failed") note.failed(outcome.failure, facts);
		else note.ok(facts);
	} else tellFailed(note, failed, { origin });
	return recorder.list();
}

// src/probes/path-checks/check.ts
/** Milliseconds that one question gets: that of an attempt, or what is left. */
function timeFor({ route, remainingMs }) {
	return Math.max(0, Math.min(route.timeoutMs, remainingMs()));
}
/** The real request once more, with this changed and noted nowhere: its last response, and what failed first. */
async function sendAside(scene, change) {
	const recorder = privateRecorder(scene);
	await sendRealRequest({
		...scene,
		...change,
		recorder,
		timeoutMs: timeFor(scene)
	});
	const seen = recorder.list();
	return {
		response: seen.findLast((one) => isProbe(one, "response")),
		failed: seen.find(({ outcome }) => outcome.status === "failed")
	};
}
/** Where the request that passed was sent, by the path that the SDK made of the base URL. */
function endpointUrl({ route, evidence }) {
	const path = responseOf(evidence)?.facts.path;
	const url = path === void 0 ? null : URL.parse(path, route.baseUrl);
	if (url === null) return void 0;
	if (route.apiVersion !== void 0) url.searchParams.set("api-version", route.apiVersion);
	return url;
}
/** What a server of an API says to a POST without a key, whatever its size. */
const KEYLESS = /* @__PURE__ */ new Set([
	200,
	400,
	401,
	404,
	405,
	415,
	422
]);
/** The small one got this status, and so did the large one, or another that an API gives. */
function likeSmall(small, { status }) {
	return status === small || KEYLESS.has(status);
}

// src/probes/path-checks/body.ts
/** A POST that no limit on the way is meant for, bytes. */
const SMALL_BYTES = 512;
/** Halvings of the interval in which the limit lies: to a thirtieth of what was asked about. */
const MOST_STEPS = 5;
/** An answer that takes this many times what the small one took does not come, milliseconds at least. */
const PATIENCE = 4;
/** A slow line needs some time for the body; milliseconds. */
const LEAST_PATIENCE_MS = 1500;
/**
* The same POST without a key, small and of this size: an API refuses both alike and unpaid. Where
* only the large one is refused, cut off or left without an answer, the limit is looked for.
*/
const bodyCheck = {
	probe: "body-check",
	ask: async (scene, check) => {
		const bytes = check.bytes ?? 0;
		const url = endpointUrl(scene);
		const note = scene.recorder.begin("body-check", `POST ${url?.pathname ?? ""} ${sizeOf(bytes)}`);
		if (url === void 0) return note.skipped("it is not known where the request went");
		const post = (size, patienceMs = timeFor(scene)) => posted(scene, url, size, patienceMs);
		const small = await post(SMALL_BYTES);
		if (small.response === void 0 || small.response.status === 413) return note.skipped("not even a small POST without a key is answered here, so size proves nothing");
		const { status: smallStatus } = small.response;
		const known = {
			bytes,
			smallStatus
		};
		const large = await post(bytes);
		if (large.response !== void 0 && likeSmall(smallStatus, large.response)) return note.ok({
			...known,
			status: large.response.status
		});
		if (scene.remainingMs() <= 0 || scene.signal.aborted) return note.skipped("the deadline left no time to wait for the answer to the large one");
		if ((await post(SMALL_BYTES)).response?.status !== smallStatus) return note.skipped("the large POST was not answered like the small one, and then no small one was either: size alone does not explain it");
		const patienceMs = Math.max(LEAST_PATIENCE_MS, small.ms * PATIENCE);
		const limit = await limitBetween(SMALL_BYTES, bytes, async (size) => {
			if (scene.remainingMs() < patienceMs || scene.signal.aborted) return void 0;
			const one = await post(size, Math.min(patienceMs, timeFor(scene)));
			return one.response !== void 0 && likeSmall(smallStatus, one.response);
		});
		note.failed(failureOf(large), {
			...known,
			...limit,
			...refusalOf(large)
		});
	}
};
/** Halves until it is known well enough, or until there is no time for another step. */
async function limitBetween(low, high, passes) {
	let passed = low;
	let refused = high;
	for (let step = 0; step < MOST_STEPS; step += 1) {
		const middle = Math.round((passed + refused) / 2);
		const result = await passes(middle);
		if (result === void 0) break;
		if (result) passed = middle;
		else refused = middle;
	}
	return {
		passed,
		refused
	};
}
function failureOf({ response, failed }) {
	const seen = failureIn(failed);
	const detail = response === void 0 ? seen?.code ?? "no answer" : `HTTP ${String(response.status)}`;
	return {
		...seen,
		code: "http.body_too_large",
		detail
	};
}
function refusalOf({ response }) {
	return response === void 0 ? {} : {
		status: response.status,
		refusal: response
	};
}
async function posted(scene, url, bytes, patienceMs) {
	const limit = limitTime(patienceMs, scene.signal);
	const beganMs = scene.network.clock();
	try {
		const asked = {
			url,
			method: "POST",
			body: bodyOf(bytes)
		};
		return {
			...await askWithoutKey({
				...scene,
				signal: limit.signal
			}, scene.plan, asked),
			ms: Math.round(scene.network.clock() - beganMs)
		};
	} finally {
		limit.stop();
	}
}
/** JSON of exactly this many bytes: words, because a run of one letter may be compressed on the way. */
function bodyOf(bytes) {
	const frame = JSON.stringify({ padding: "" }).length;
	const words = "the quick brown fox jumps over the lazy dog ";
	const room = Math.max(0, bytes - frame);
	return JSON.stringify({ padding: words.repeat(Math.ceil(room / 44)).slice(0, room) });
}

// src/probes/path-checks/idle.ts
/** An alert of TLS in a record of its own is at least this long (RFC 8446 §5.2, §6.1). */
const CLOSE_NOTIFY_BYTES = 7;
/** The body of a keyless answer comes with its head, or right after it. */
const BODY_MS = 300;
/** A server that rounds may be a little early. */
const DUE_SHARE = .9;
/** For opening the connection and for the question after the rest. */
const AROUND_MS = 3e3;
/**
* One connection, a keyless question, a rest, and the same question again. Who ends it shows: a
* server says good-bye by TLS (close_notify) and often announces when; a NAT, a proxy or a load
* balancer below TLS can only cut, reset, or forget.
*/
const idleCheck = {
	probe: "idle-check",
	ask: async (scene, { restMs = 0 }) => {
		const note = scene.recorder.begin("idle-check", `rest of ${spanOf(restMs)}`);
		const leftMs = scene.remainingMs();
		if (leftMs < restMs + AROUND_MS) return note.skipped(`the deadline of the run leaves ${spanOf(leftMs)}, and a rest of ${spanOf(restMs)} needs ${spanOf(restMs + AROUND_MS)}`);
		const limit = limitTime(leftMs, scene.signal);
		const recorder = privateRecorder(scene);
		let stream;
		let socket;
		try {
			const url = ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route);
			const { egress } = scene.plan;
			const plan = {
				...scene.plan,
				egress: {
					...egress,
					httpVersion: "1.1"
				}
			};
			const { network } = scene;
			const onStream = (opened) => {
				stream = opened;
			};
			const way = {
				plan,
				network,
				recorder,
				signal: limit.signal,
				carriesKey: false,
				onStream
			};
			socket = await openWay(way, destinationOf(url));
			socket.on("error", () => {});
			const first = await ask(scene, socket, url, limit.signal);
			if (/\bclose\b/i.test(header(first, "connection") ?? "")) return note.skipped("the server closes every connection after one answer: none of them rests");
			const announced = /timeout=(\d{1,6})/.exec(header(first, "keep-alive") ?? "")?.[1];
			const known = {
				restMs,
				...given({ announcedMs: announced === void 0 ? void 0 : Number(announced) * 1e3 })
			};
			const beganMs = network.clock();
			const after = () => Math.round(network.clock() - beganMs);
			const ended = await rest(socket, stream ?? socket, restMs, limit.signal);
			if (limit.signal.aborted) return note.skipped("it was stopped while the connection rested");
			if (ended !== void 0) {
				const due = (known.announcedMs ?? Infinity) * DUE_SHARE <= after();
				return tell(note, {
					...known,
					how: due && ended === "cut" ? "closed" : ended,
					afterMs: after()
				});
			}
			const receivedBefore = stream?.bytesRead ?? 0;
			try {
				const second = await ask(scene, socket, url, limit.signal);
				return tell(note, {
					...known,
					how: "answered",
					afterMs: after(),
					status: second.status
				});
			} catch (error) {
				const code = error instanceof Error && "code" in error ? error.code : "";
				const inOrder = code === "UND_ERR_SOCKET" && (stream?.bytesRead ?? 0) > receivedBefore;
				const how = code === "ETIMEDOUT" ? "silent" : inOrder ? "closed" : "reset";
				return tell(note, {
					...known,
					how,
					afterMs: after()
				});
			}
		} catch {
			note.skipped("the first question on a new connection got no answer");
		} finally {
			limit.stop();
			socket?.destroy();
			stream?.destroy();
		}
	}
};
function tell(note, facts) {
	if (facts.how === "answered" || facts.how === "closed") note.ok(facts);
	else note.failed({
		code: "http.idle_closed",
		detail: facts.how
	}, facts);
}
function header({ headers }, name) {
	return headers.find(([one]) => one === name)?.[1];
}
/** One GET on the open connection; the body is read as far as it comes at once. */
async function ask(scene, socket, url, whole) {
	const limit = limitTime(timeFor(scene), whole);
	try {
		const { target, headers } = requestTarget(scene.plan, url.origin, `${url.pathname}${url.search}`);
		const fields = {
			host: url.host,
			accept: "application/json",
			"user-agent": "openai-preflight",
			...headers
		};
		const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
		socket.write(`GET ${target} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
		const answer = readHead(socket, limit.signal);
		socket.resume();
		const head = await answer;
		const length = Number(header(head, "content-length") ?? 65536);
		const body = limitTime(BODY_MS, limit.signal);
		await readSome(socket, head.rest, Math.min(length, MOST_BODY_BYTES), body.signal);
		body.stop();
		return head;
	} finally {
		limit.stop();
	}
}
/** How the other side ended the connection while it rested; `undefined` when it did not. */
async function rest(socket, stream, restMs, signal) {
	const before = stream.bytesRead;
	const secure = socket !== stream;
	const over = new AbortController();
	const ended = new Promise((done) => {
		const close = () => done(secure && stream.bytesRead - before < CLOSE_NOTIFY_BYTES ? "cut" : "closed");
		socket.once("error", () => done("reset"));
		socket.once("end", close).once("close", close);
		socket.resume();
	});
	const rested = setTimeout(restMs, void 0, { signal: AbortSignal.any([signal, over.signal]) });
	try {
		return await Promise.race([ended, rested.then(() => void 0)]);
	} catch {
		return;
	} finally {
		over.abort();
		rested.catch(() => {});
		socket.pause();
	}
}

// src/probes/path-checks/stream.ts
/**
* The application's endpoint with `stream: true`, where the real request was not a stream itself.
* Closed as soon as it is known what came together with the first event: a stream that is not
* collected on the way ends there, before the answer.
*/
const streamCheck = {
	probe: "stream-check",
	ask: async (scene) => {
		const { route, recorder } = scene;
		if (route.stream === true) return;
		if (!canStream(route.endpoint)) {
			recorder.skip("stream-check", route.endpoint, `${route.endpoint} is not answered as a stream`);
			return;
		}
		const note = recorder.begin("stream-check", `${route.endpoint} with stream: true`);
		const changed = {
			route: {
				...route,
				stream: true
			},
			firstBurst: true
		};
		const { response, failed } = await sendAside(scene, changed);
		if (response?.outcome.status === "ok") note.ok(response.outcome.facts);
		else tellFailed(note, failed, factsOf(response));
	}
};

// src/probes/path-checks/websocket.ts
/**
* A WebSocket to the realtime endpoint through the same egress: opened, its first message read, closed.
* Where it is refused, a plain GET of the same URL tells whether the upgrade made any difference.
*/
const webSocketCheck = {
	probe: "websocket-check",
	ask: async (scene) => {
		if (endpointFacts(scene.route.endpoint).needs === "WebSocket") return;
		const note = scene.recorder.begin("websocket-check", "GET /realtime with Upgrade: websocket");
		const { response, failed } = await opened(scene);
		if (response === void 0) {
			const failure = failureIn(failed);
			if (failure === void 0) return note.skipped("no answer and no failure");
			return note.failed({
				...failure,
				code: "websocket.refused",
				detail: failure.code
			});
		}
		if (response.status === 101) return note.ok(response);
		const plain = (await opened(scene, true)).response;
		const { status, body } = response;
		const sameWithout = plain?.status === status && plain.body.error?.code === body.error?.code;
		const word = body.error?.code ?? body.error?.type;
		if (!sameWithout && status !== 426 && body.errorShape === "openai") return note.skipped(`the API itself refused the session (${String(status)} ${word ?? ""}), for another reason than the upgrade`);
		note.failed({
			code: "websocket.refused",
			detail: `HTTP ${String(status)}`
		}, {
			...response,
			sameWithout
		});
	}
};
async function opened(scene, withoutUpgrade) {
	const { response, failed } = await sendAside(scene, {
		route: {
			...scene.route,
			endpoint: "realtime",
			stream: false
		},
		...given({ withoutUpgrade })
	});
	const facts = factsOf(response);
	return {
		response: facts !== void 0 && isWholeResponse(facts) ? facts : void 0,
		failed
	};
}

// src/probes/path-checks/index.ts
/** Every path check, one line each. */
const CHECKS = {
	stream: streamCheck,
	body: bodyCheck,
	idle: idleCheck,
	websocket: webSocketCheck
};
/** With less, silence would say something of our deadline and nothing of the path. */
const LEAST_MS = 1e3;
/** Why none of them is asked. */
const NOT_PASSED = "path checks are asked only after the request has passed";
/**
* What one tiny request cannot prove, one after the other, so that none disturbs the times of
* another; a connection may rest meanwhile. Never throws; each ends with an observation.
*/
async function runPathChecks(scene, passed) {
	const checks = scene.route.pathChecks ?? [];
	const resting = checks.filter(({ kind }) => kind === "idle");
	const others = checks.filter(({ kind }) => kind !== "idle");
	await Promise.all([oneByOne(scene, resting, passed), oneByOne(scene, others, passed)]);
	scene.recorder.endOpen(() => ({
		status: "skipped",
		because: scene.signal.aborted ? CANCELLED : "this check did not come to an end"
	}));
}
async function oneByOne(scene, checks, passed) {
	for (const check of checks) {
		const known = CHECKS[check.kind];
		const skip = (because) => scene.recorder.skip(known.probe, spelt(check), because);
		if (!passed) skip(NOT_PASSED);
		else if (scene.signal.aborted) skip(CANCELLED);
		else if (scene.remainingMs() < LEAST_MS) skip("the deadline of the run left no time for it");
		else await known.ask(scene, check).catch(() => {});
	}
}

// src/probes/key-expiry.ts
const PAGES = [{
	applies: (host) => host === "openrouter.ai",
	path: () => "/key",
	read: (body) => fields(fields(body)["data"])["expires_at"],
	source: "openrouter.ai/docs/api/api-reference/api-keys/get-current-key"
}, {
	applies: (_host, headers) => Object.keys(headers).some((name) => name.startsWith("x-litellm-")),
	path: (baseUrl) => new URL("/key/info", baseUrl).href,
	read: (body) => fields(fields(body)["info"])["expires"],
	source: "docs.litellm.ai/docs/proxy/virtual_keys"
}];
/** GitHub says it with each answer to a personal token: `2026-12-11 09:00:00 UTC`. */
const HEADER = "github-authentication-token-expiration";
/**
* When the key ends, where the service says so: in a header, or on a page of the gateway that takes
* the key (one GET, without cost). Notes nothing where nobody says it.
*/
async function askKeyExpiry(keyed, headers) {
	const { route, recorder } = keyed;
	const said = headers[HEADER];
	if (said !== void 0) {
		const expiresAt = isoTime(said);
		if (expiresAt !== void 0) recorder.begin("key-expiry", HEADER).ok({ expiresAt });
		return;
	}
	const host = plainHost(new URL(route.baseUrl).hostname);
	const page = PAGES.find(({ applies }) => route.kind === "gateway" && applies(host, headers));
	if (page === void 0) return;
	const path = page.path(route.baseUrl);
	const note = recorder.begin("key-expiry", `GET ${new URL(path, "http://host").pathname}`);
	const exchange = await askKeyed(keyed, path);
	const expiresAt = isoTime(page.read(jsonIn(exchange?.bytes.toString("utf8") ?? "")));
	if (expiresAt === void 0) note.skipped("the service names no end of this key");
	else note.ok({ expiresAt });
}

// src/run/look-ahead.ts
/**
* After a pass: what of the route will end. Asked with the credentials that were just accepted, of the
* host that took them; whatever goes wrong here says nothing about the route.
*/
async function lookAhead(probing, attempt, held) {
	const { routeRun, observations } = probing;
	const { route } = routeRun;
	const evidence = evidenceOf(routeRun, observations);
	const headers = responseOf(evidence)?.facts.headers;
	if ((route.expiryWarningMs ?? 0) === 0 || headers === void 0) return;
	const depth = effectiveDepth(route);
	if (depth === "route") return;
	const recorder = probing.record(attempt);
	const { token, kept } = held;
	const keyed = {
		...sharedBy(probing),
		recorder,
		timeoutMs: Math.min(BRIEF_MS, route.timeoutMs, probing.remainingMs()),
		...given({
			kept,
			answers: probing.world.answers,
			token: token === void 0 ? void 0 : () => Promise.resolve(token)
		})
	};
	const served = factsOf(observation(evidence, "answer"))?.model;
	if (depth === "request") await askModels(keyed, served);
	await askKeyExpiry(keyed, headers);
	recorder.endOpen(() => ({
		status: "skipped",
		because: "no time was left for it"
	}));
	observations.push(...recorder.list());
}

// src/run/other-family.ts
/** Statuses by which a server says that it knows no such path or method (RFC 9110). */
const NOT_SERVED = /* @__PURE__ */ new Set([
	404,
	405,
	501
]);
/** The path is known there: it is the model that is not. */
const MODEL_UNKNOWN = /* @__PURE__ */ new Set(["gateway.model_not_found", "azure.deployment_not_found"]);
/**
* The same route with chat-completions, where a gateway does not serve /responses and nobody said
* that the application needs it: many gateways know the older family only. An endpoint that was
* set, or read from the application's source, is never changed.
*/
function withOtherFamily({ routeRun, observations, world, decide }) {
	const { route } = routeRun;
	const { application, endpoint, kind } = route;
	if (kind !== "gateway" || endpoint !== "responses") return void 0;
	if (application === void 0 || application.endpoint.from !== "default") return void 0;
	if (!isNotServed({
		routeRun,
		observations,
		world,
		decide
	})) return void 0;
	const told = {
		...application,
		endpoint: {
			value: "chat-completions",
			from: ASKED_INSTEAD
		}
	};
	return {
		...routeRun,
		route: {
			...route,
			endpoint: "chat-completions",
			application: told
		}
	};
}
function isNotServed({ routeRun, observations, world, decide }) {
	const status = responseOf(evidenceOf(routeRun, observations))?.facts.status;
	if (status === void 0 || !NOT_SERVED.has(status) || world.signal.aborted) return false;
	return !MODEL_UNKNOWN.has(decide().code ?? "");
}
/** Where an endpoint that was set is not served: whether the other family of the API is. Decides nothing. */
async function askOtherFamily(probing, attempt, token) {
	const { routeRun, observations, world, remainingMs } = probing;
	const { route } = routeRun;
	const endpoint = CONVERSING.includes(route.endpoint) ? CONVERSING.find((one) => one !== route.endpoint) : void 0;
	const timeoutMs = Math.min(route.timeoutMs, remainingMs());
	if (endpoint === void 0 || route.kind === "openai" || timeoutMs < 100) return;
	if (effectiveDepth(route) !== "request" || !isNotServed(probing)) return;
	if (route.application?.endpoint.from === "asked because /responses is not served") return;
	const recorder = probing.record(attempt);
	const note = recorder.begin("other-family", `POST ${endpoint}`);
	const own = probing.recordAside(attempt);
	await sendRealRequest({
		...sharedBy(probing),
		route: {
			...route,
			endpoint
		},
		recorder: own,
		timeoutMs,
		sdk: world.sdk,
		...token === void 0 ? {} : { token: () => Promise.resolve(token) }
	});
	const seen = { ...evidenceOf(routeRun, own.list()) };
	const answer = observation(seen, "answer");
	const answered = answer?.outcome.status === "ok" && answer.outcome.facts.valid;
	note.ok({
		endpoint,
		answered,
		...given({ status: responseOf(seen)?.facts.status })
	});
	observations.push(...recorder.list());
}

// src/run/run-route.ts
/**
* Bounds sockets, memory and the peers' patience when a settings file names many routes. More would
* also keep the event loop so busy that a small machine measures itself: on two cores with six busy
* processes, 15 of 120 routes timed out at a hundred at once, and none at fifty.
*/
const MOST_AT_ONCE = 50;
/** With more, the witnesses of routes that are only slow would be most of the sockets of the run. */
const FEW = 4;
/** Routes side by side, at most `MOST_AT_ONCE` at a time, in the order asked for. */
async function runRoutes(routeRuns, world, deadlineMs) {
	const shared = {
		...world,
		crowded: routeRuns.length > FEW,
		answers: /* @__PURE__ */ new Map()
	};
	const results = [];
	const queue = routeRuns.entries();
	const worker = async () => {
		for (const [index, routeRun] of queue) results[index] = await runRoute(routeRun, shared, deadlineMs);
	};
	await Promise.all(Array.from({ length: Math.min(50, routeRuns.length) }, worker));
	return results;
}
/**
* One route, top to bottom: the real request first and usually only; again while time can heal
* its failure and patience lasts; then, after a failure, the investigations.
*/
async function runRoute(routeRun, world, deadlineMs) {
	const { clock, clean } = world.network;
	const counts = /* @__PURE__ */ new Map();
	const observations = [...routeRun.before];
	const { name: route } = routeRun.route;
	let probing = {
		routeRun,
		world,
		observations,
		decide: judging(routeRun, observations),
		remainingMs: () => deadlineMs - clock(),
		record: (attempt) => createRecorder({
			route,
			clock,
			attempt: () => attempt,
			counts,
			...given({
				clean,
				listen: world.listen
			})
		}),
		recordAside: (attempt) => createRecorder({
			route,
			clock,
			attempt: () => attempt,
			...given({ clean })
		})
	};
	if (blocked(routeRun)) return blockedResult(routeRun, LAW);
	const held = {};
	const send = (first = 1) => sendUntilSettled({
		...probing,
		leastMs: 100
	}, sendFromHere(probing, held), first);
	let settled = await send();
	const other = withOtherFamily(probing);
	if (other !== void 0 && probing.remainingMs() > 100) {
		await settled.early?.end(void 0);
		probing = {
			...probing,
			routeRun: other,
			decide: judging(other, observations)
		};
		settled = await send(settled.attempts + 1);
	}
	let { attempts, because } = settled;
	const { spentMs, early } = settled;
	if (!world.signal.aborted) {
		let passed = everythingAnswers(probing.decide());
		if ((!passed || routeRun.route.compareDirect || world.egressAddress === "always") && probing.remainingMs() > 100) await lookTwice(probing, attempts, spentMs, early);
		const patient = withPatience(probing);
		if (patient !== void 0) {
			const waiting = {
				...probing,
				routeRun: patient,
				world: {
					...world,
					crowded: true
				}
			};
			const trying = {
				...waiting,
				leastMs: 100
			};
			({attempts, because} = await sendUntilSettled(trying, sendFromHere(waiting, held), attempts + 1));
			passed = everythingAnswers(probing.decide());
		}
		if (!passed) await askOtherFamily(probing, attempts, held.token);
		if (passed && probing.remainingMs() > 100) await Promise.all([askOtherClients(probing, attempts), lookAhead(probing, attempts, held)]);
		await checkPath(probing, attempts, passed, held.token);
		if (routeRun.browserOrigin !== void 0 && probing.remainingMs() > 100) {
			const limit = limitTime(Math.min(routeRun.route.timeoutMs, probing.remainingMs()), world.signal);
			const recorder = probing.record(attempts);
			const asked = {
				...sharedBy(probing),
				recorder,
				signal: limit.signal
			};
			observations.push(...await askBrowserOrigin(asked, routeRun.browserOrigin));
			limit.stop();
		}
	}
	held.kept?.close();
	const verdict = probing.decide();
	const stand = routeRun.clients?.known === false ? STAND_IN : "";
	const summary = [
		verdict.summary,
		because,
		stand
	].filter((part) => part !== "").join(" ");
	return {
		routeRun: probing.routeRun,
		observations,
		verdict: {
			...verdict,
			summary
		},
		attempts
	};
}
/**
* The same route with the patience of the application itself, where the path is proven and the
* service was only silent: a cold start is slow and not broken. Nothing where the deadline leaves no
* more time than the attempt before had.
*/
function withPatience({ routeRun, world, decide, remainingMs }) {
	const { route } = routeRun;
	if (decide().rule !== "http/api-silent" || world.signal.aborted) return void 0;
	const timeoutMs = longerWait(route, remainingMs());
	if (timeoutMs === void 0) return void 0;
	return {
		...routeRun,
		route: {
			...route,
			timeoutMs,
			attempts: 1,
			waitUpToMs: 0
		}
	};
}
async function checkPath(probing, attempt, passed, token) {
	const { routeRun, observations, world, remainingMs } = probing;
	const recorder = probing.record(attempt);
	const evidence = evidenceOf(routeRun, observations);
	const shared = {
		...sharedBy(probing),
		recorder,
		evidence,
		remainingMs,
		sdk: world.sdk
	};
	const scene = token === void 0 ? shared : {
		...shared,
		token: () => Promise.resolve(token)
	};
	await runPathChecks(scene, passed && effectiveDepth(routeRun.route) === "request");
	observations.push(...recorder.list());
}
/** What fails only because it ends soon, or for how the answer came, answers today. */
function everythingAnswers({ verdict, code, rule }) {
	return verdict === "pass" || EXPIRY_CODES.includes(code) || rule.startsWith("path-check/");
}
/** A verdict on another client's way is worth less, so it says whose way it was. */
const STAND_IN = "Client not known; Node's rules stand in for it.";
/** The verdict on what was observed so far; the same observations are judged once. */
function judging(routeRun, observations) {
	let judged;
	return () => {
		const count = observations.length;
		if (judged?.count !== count) judged = {
			count,
			verdict: judge(evidenceOf(routeRun, observations), LAW)
		};
		return judged.verdict;
	};
}

export { MOST_AT_ONCE, runRoutes };