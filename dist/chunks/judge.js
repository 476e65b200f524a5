import { S as branchOf, a as ASKED_INSTEAD, d as EXPIRY, f as EXPIRY_CODES, h as OUT_OF_TIME, l as CONFIDENCES, p as LAYERS, s as CANCELLED, w as heightOf, y as RUNGS } from "./model-words.js";
import { A as given, D as entryOf, E as destinationOf, M as hostIn, h as REQUEST_PROBES, j as hostAndPort, s as effectiveDepth } from "./settings-inputs.js";
import { Ft as TRUST_SETTING, Nt as CLIENT_FACTS, Ot as isThisMachine, f as lineOf, mt as isInternalHost, o as flat } from "./common.js";

// src/rules/orders.ts
/** Advice that is wrong in many cases, by name: each conclusion takes the ones that fit it. */
const DO_NOT = {
	rotateKey: "Do not rotate the API key: it was not what was refused.",
	rotateUnjudged: "Do not rotate the API key: the API has not judged it.",
	upgrade: "Do not upgrade the billing plan: this was not refused for quota.",
	changeModel: "Do not change the model: it was not what was refused.",
	blameNetwork: "Do not open firewalls or change proxies: the request reached the API.",
	blameOpenai: "Do not open an OpenAI support case: OpenAI did not write this answer.",
	retry: "Do not retry in a loop: the answer stays the same until something is changed."
};
function listed(said = []) {
	return typeof said === "string" ? [said] : said.filter((one) => one !== void 0);
}
/** As sentences. */
function warned(said) {
	return listed(said).map((one) => entryOf(DO_NOT, one) ?? one);
}
/** Where an answer shows whose matter it is, unless a rule says otherwise. */
const RUNG_OF = {
	auth: "auth",
	quota: "quota",
	"rate-limit": "quota",
	request: "request",
	"api-server": "answer",
	"connection-path": "http",
	"route-provider": "http",
	"client-app": "http",
	unknown: "http",
	none: "http"
};
/** Who must act, where it shows, and by which name. */
function blame(owner, code, rung = RUNG_OF[owner]) {
	return {
		owner,
		rung,
		code
	};
}

// src/rules/connection/environment.ts
const verificationOff = {
	id: "egress/verification-off",
	says: ({ egress, observations }) => {
		const cited = observations.find(({ probe }) => probe === "handshake") ?? observations[0];
		if (egress.verifies) return void 0;
		return {
			...blame("request", "config.tls_verification_off", "config"),
			summary: "The environment switches certificate verification off for the application: anyone on the path can read the API key.",
			doNext: "Remove NODE_TLS_REJECT_UNAUTHORIZED=0 (or its like) from the job's env, and trust the missing root instead.",
			doNot: "Do not keep it because the preflight passes: the preflight verifies.",
			cites: [cited]
		};
	}
};
const clearTextProxy = {
	id: "egress/clear-text-proxy",
	says: ({ route, egress, observations }) => {
		const { proxy } = egress;
		const cited = observations.find(({ probe }) => probe === "connect") ?? observations[0];
		if (proxy === void 0 || !route.baseUrl.startsWith("http:")) return void 0;
		return {
			...blame("request", "config.plain_http_via_proxy", "config"),
			summary: `The base URL is plain http://, and the ${egress.client} client sends it through the proxy ${proxy.host}: whoever runs that proxy can read the API key.`,
			doNext: `Use https:// in the base URL, or add its host to NO_PROXY so that no proxy sees the API key.`,
			cites: [cited]
		};
	}
};
const variableIgnored = {
	id: "egress/variable-ignored",
	explainedBy: ["egress/proxy-ignored"],
	says: ({ egress, observations }) => {
		const [first] = egress.ignored;
		const cited = observations.find(({ probe }) => probe === "connect") ?? observations[0];
		if (first === void 0) return void 0;
		const names = egress.ignored.map(({ variable }) => variable).join(", ");
		return {
			...blame("request", "config.variable_ignored", "config"),
			summary: `${names} ${egress.ignored.length === 1 ? "is" : "are"} set, but the ${egress.client} client does not act on ${egress.ignored.length === 1 ? "it" : "them"}: ${first.because}`.replace(/\.?$/, "."),
			doNext: egress.ignored.map(({ fix }) => fix),
			cites: [cited]
		};
	}
};
/** The way depends on a rule of a newer release, and nobody knows which one the application runs on. */
const releaseUnknown = {
	id: "egress/release-unknown",
	says: ({ egress, observations }) => {
		const [first, ...more] = egress.assumes ?? [];
		const cited = observations.find(({ probe }) => probe === "connect") ?? observations[0];
		if (first === void 0) return void 0;
		return {
			...blame("request", "config.release_unknown", "config"),
			summary: `The way of the ${egress.client} client depends on its release, which is not known here; the newest was meant: ${[first, ...more].join("; ")}.`,
			doNext: `Put the runtime of the application on PATH before this step, or compare its release with this rule.`,
			cites: [cited]
		};
	}
};
/** A variable on which the client itself fails before any packet, or that this program cannot follow. */
const unusableWay = {
	id: "egress/unusable",
	says: ({ egress: { unusable, client }, observations }) => {
		if (unusable === void 0) return void 0;
		const byClient = unusable.by === "client";
		return {
			owner: byClient ? "request" : "unknown",
			rung: "config",
			code: byClient ? broken(unusable.variable) : "own.way_not_supported",
			summary: byClient ? `The ${client} client cannot send anything with ${unusable.variable} as it is: ${unusable.because}` : `${unusable.variable} names an egress that this preflight cannot use, so nothing was proven: ${unusable.because}`,
			doNext: unusable.fix,
			doNot: "Do not look at the API key or the quota: no request was sent this way.",
			cites: [observations[0]]
		};
	}
};
/** A file of roots that cannot be read is no matter of the proxy. */
function broken(variable) {
	return TRUST_SETTING.test(variable) ? "config.trust_unusable" : "config.proxy_unusable";
}

// src/rules/whole-run.ts
/** Without a citation there is no finding. */
function evidenceRules(list) {
	return list.map(({ id, explainedBy, when = () => true, says }) => ({
		id,
		...given({ explainedBy }),
		match: (evidence) => {
			const said = when(evidence) ? says(evidence) : void 0;
			const [first, ...cites] = (said?.cites ?? []).filter((one) => one !== void 0);
			if (said === void 0 || first === void 0) return void 0;
			const { rung = first.rung, retryable = false } = said;
			const [doNext, doNot] = [listed(said.doNext), warned(said.doNot)];
			return {
				...said,
				rule: id,
				rung,
				retryable,
				doNext,
				doNot,
				cites: [first, ...cites]
			};
		}
	}));
}

// src/model/reading.ts
/** Read once for each evidence: every rule asks the same, and evidence does not change. */
function perEvidence(read) {
	const known = /* @__PURE__ */ new WeakMap();
	return (evidence) => {
		const before = known.get(evidence);
		if (before !== void 0) return before.value;
		const value = read(evidence);
		known.set(evidence, { value });
		return value;
	};
}
function isProbe(observation, probe) {
	return observation.probe === probe;
}
function isRequestProbe(probe) {
	return REQUEST_PROBES.some((one) => one === probe);
}
function hasFailed(observation) {
	return observation.outcome.status === "failed";
}
/** Number of the last attempt of the real request, from 1; 0 when nothing was sent. */
function lastAttempt(evidence) {
	return evidence.observations.reduce((last, one) => isRequestProbe(one.probe) ? Math.max(last, one.attempt) : last, 0);
}
/**
* The real request's own observations in its last attempt, in the order of the ladder;
* within a rung in the order of time (the proxy's lookup before the target's).
*/
const requestChain = perEvidence((evidence) => {
	const attempt = lastAttempt(evidence);
	return evidence.observations.filter((one) => isRequestProbe(one.probe) && one.attempt === attempt).toSorted((a, b) => orderOf(a) - orderOf(b) || compareWithin(a, b));
});
function orderOf(observation) {
	return REQUEST_PROBES.findIndex((one) => one === observation.probe);
}
function compareWithin(a, b) {
	return a.startedMs - b.startedMs || (a.id < b.id ? -1 : Number(a.id > b.id));
}
/** First failure of the real request in its last attempt, lowest rung first. */
function firstFailed(evidence) {
	return requestChain(evidence).find(hasFailed);
}
/** All observations of one probe, every attempt, earliest first. */
function observations(evidence, probe) {
	return evidence.observations.filter((one) => isProbe(one, probe)).toSorted((a, b) => a.attempt - b.attempt || compareWithin(a, b));
}
/**
* One observation of a probe: of the last attempt for a probe of the real request, else the latest
* there is. Where a rung was climbed twice in one attempt (proxy, then target), a failed one counts
* before the last.
*/
function observation(evidence, probe) {
	const all = observations(evidence, probe);
	if (!isRequestProbe(probe)) return all.at(-1);
	const attempt = lastAttempt(evidence);
	const ofLast = all.filter((one) => one.attempt === attempt);
	return ofLast.find((one) => one.outcome.status === "failed") ?? ofLast.at(-1);
}
/**
* An investigation (a probe of the second round): its latest observation that says something,
* `undefined` when it did not run or was skipped.
*/
function investigation(evidence, probe) {
	return observations(evidence, probe).findLast((one) => one.outcome.status !== "skipped");
}
function investigated(evidence, probe) {
	const seen = investigation(evidence, probe);
	return {
		seen,
		facts: factsOf(seen)
	};
}
/** What an observation saw, whole or in part; `undefined` when it was skipped or saw nothing. */
function factsOf(one) {
	return one === void 0 || one.outcome.status === "skipped" ? void 0 : one.outcome.facts;
}
/**
* The response that the real request got in its last attempt: only when one really came, whole
* enough to have a status and a body description.
*/
function responseOf(evidence) {
	const found = observation(evidence, "response");
	if (found === void 0) return void 0;
	const facts = factsOf(found);
	return facts !== void 0 && isWholeResponse(facts) ? {
		observation: found,
		facts
	} : void 0;
}
/** All facts that every response has are there. */
function isWholeResponse(facts) {
	return facts.status !== void 0 && facts.headers !== void 0 && facts.body !== void 0 && facts.method !== void 0 && facts.path !== void 0 && facts.httpVersion !== void 0 && facts.authenticated !== void 0;
}
/**
* No answer that came from an API and judged this request: nothing came, or it broke off, or a
* limit, a server error or a page for people came in its place.
*/
function lacksUsableResponse(evidence) {
	if (observation(evidence, "answer")?.outcome.status === "ok") return false;
	const response = responseOf(evidence);
	if (response === void 0 || hasFailed(response.observation)) return true;
	const { status, body } = response.facts;
	return status === 408 || status === 429 || status >= 500 || body.shape === "html";
}

// src/rules/settings.ts
const NOTHING_SENT = "Do not look at the network, the quota or the model: no packet was sent.";
const FAMILIES = [
	{
		id: "settings/key",
		codes: ["config.key_", "config.entra_"],
		doNot: "Do not create a new key before the stored one is known to arrive unchanged."
	},
	{
		id: "settings/base-url",
		codes: ["config.base_url_"]
	},
	{
		id: "settings/conflict",
		codes: ["config.conflict"]
	},
	{
		id: "settings/way-out",
		codes: [
			"config.proxy_",
			"config.ca_",
			"config.tls_"
		]
	},
	{
		id: "settings/file",
		codes: ["config.file_"]
	},
	{
		id: "settings/other",
		codes: [""]
	}
];
/** Problems that stop the request before any packet, one rule for each kind of setting. */
const SETTINGS_RULES = evidenceRules(FAMILIES.map((family) => ({
	id: family.id,
	says: (evidence) => saidOf(problemsOf(evidence, family, "fatal"), family.doNot, NOTHING_SENT)
})));
function problemsOf(evidence, family, severity) {
	return observations(evidence, "settings").flatMap((observation) => (factsOf(observation)?.problems ?? []).filter((problem) => problem.severity === severity && familyOf(problem) === family).map((problem) => ({
		problem,
		observation
	})));
}
function familyOf({ code }) {
	return FAMILIES.find(({ codes }) => codes.some((start) => code.startsWith(start)));
}
function saidOf([first, ...others], ...doNot) {
	if (first === void 0) return void 0;
	const { problem, observation } = first;
	const problems = [problem, ...others.map((one) => one.problem)];
	return {
		...blame(problem.owner, problem.code, "config"),
		summary: problems.slice(0, 3).map(({ message }) => message).join(" "),
		doNext: [...new Set(problems.map(({ fix }) => fix))],
		doNot,
		cites: [.../* @__PURE__ */ new Set([observation, ...others.map((one) => one.observation)])]
	};
}
/** The gateway lacks the default family, nothing named another, and the older one was asked. */
const endpointAssumed = {
	id: "settings/endpoint-assumed",
	says: (evidence) => {
		const { application, endpoint } = evidence.route;
		const response = responseOf(evidence);
		if (application?.endpoint.from !== "asked because /responses is not served" || response === void 0) return void 0;
		return {
			...blame("request", "config.endpoint_assumed"),
			summary: `The gateway does not serve /responses, and neither a setting nor the checkout names the application's endpoint; ${endpoint} was asked instead.`,
			doNext: `Set endpoint: ${endpoint} if that is what the application calls.`,
			cites: [response.observation]
		};
	}
};
/** An endpoint that was set is not served, and the other family answered: what did work is said. */
const otherFamilyAnswers = {
	id: "settings/other-family-answers",
	says: (evidence) => {
		const { seen, facts: { endpoint, answered } = {} } = investigated(evidence, "other-family");
		if (endpoint === void 0 || answered !== true) return void 0;
		return {
			...blame("request", "config.endpoint_other_answers"),
			summary: `${evidence.route.endpoint} is not served there, and ${endpoint} answered the same question with the same key and model.`,
			doNext: `Set endpoint: ${endpoint} if that is what the application calls, or have ${evidence.route.endpoint} served.`,
			cites: [seen]
		};
	}
};
/** Worth saying, and stops nothing; none of these decides. */
const SETTING_NOTES = evidenceRules([
	...FAMILIES.map((family) => ({
		id: `${family.id}-note`,
		says: (evidence) => saidOf(problemsOf(evidence, family, "warning"), family.doNot)
	})),
	endpointAssumed,
	otherFamilyAnswers
]);

// src/rules/law.ts
/** Each of them is about a thing of its own: all that apply speak. */
const each = (rules) => rules.map((rule) => [rule]);
/**
* What can be concluded while nothing was sent, in the order of the whole law: settings that cannot
* work need none of the 0.3 MB about answers and who may have written them.
*/
const LAW_OF_SETTINGS = {
	rules: each([...SETTINGS_RULES, ...evidenceRules([unusableWay])]),
	notes: each([...SETTING_NOTES, ...evidenceRules([
		verificationOff,
		clearTextProxy,
		variableIgnored,
		releaseUnknown
	])]),
	attributionOf: () => void 0,
	provesRoute: () => false,
	provenByChecks: () => ""
};

// src/rules/headroom.ts
/**
* What the response says is left: `9999 of 10000 requests left, resets in 8 ms; 0 of 30000 tokens
* left, resets in 6 s`. Empty where it has no such headers.
*/
function headroomOf(limits) {
	return [left(limits?.requests, "requests"), left(limits?.tokens, "tokens")].filter((one) => one !== "").join("; ");
}
function left(limit, what) {
	if (limit?.remaining === void 0) return "";
	const of = limit.limit === void 0 ? "" : ` of ${String(limit.limit)}`;
	const reset = limit.resetMs === void 0 ? "" : `, resets in ${time(limit.resetMs)}`;
	return `${String(limit.remaining)}${of} ${what} left${reset}`;
}
function time(milliseconds) {
	return milliseconds < 1e3 ? `${String(milliseconds)} ms` : `${String(Math.ceil(milliseconds / 1e3))} s`;
}

// src/run/ladder.ts
/** Decided by the path or the host alone, or by nobody who would look at credentials. */
const BEFORE_THE_KEY = /* @__PURE__ */ new Set([
	"api.invalid_url",
	"api.incorrect_hostname",
	"azure.resource_not_found",
	"azure.api_version_unsupported",
	"azure.api_version_on_v1",
	"azure.network_rules",
	"azure.public_access_disabled",
	"gateway.not_configured",
	"http.redirected",
	"http.response.invalid"
]);
/** Rungs that the API itself climbs behind its HTTP response; no socket shows them. */
const BEHIND_HTTP = [
	"auth",
	"request",
	"quota",
	"answer"
];
/** How high each depth can prove. */
const TOP = {
	route: "http",
	auth: "auth",
	request: "answer"
};
const API = /* @__PURE__ */ new Set([
	"openai",
	"azure-openai",
	"azure-apim",
	"gateway"
]);
/**
* The ladder of the last attempt, and the last rung that was proven below the finding. Rungs behind
* the HTTP response are proven by how far the API itself let the request go: an API that says
* "no credits" has accepted the key.
*/
function climb(evidence, finding, responder) {
	const chain = requestChain(evidence);
	if (finding !== void 0 && EXPIRY_CODES.includes(finding.code)) {
		const ladder = climb(evidence, void 0, responder).ladder.map((step) => step.rung === finding.rung ? {
			...step,
			status: "failed",
			because: finding.code
		} : step);
		return {
			ladder,
			lastGood: lastGoodOf(ladder, finding)
		};
	}
	const ladder = RUNGS.map((rung) => {
		if (finding?.rung === rung) return failedStep(rung, finding, chain);
		if (rung === "config") return {
			rung,
			status: "ok",
			because: "settings are usable",
			cites: []
		};
		if (BEHIND_HTTP.includes(rung)) return behindHttp(rung, evidence, finding, responder, chain);
		return seenStep(rung, evidence, chain);
	});
	return {
		ladder,
		lastGood: lastGoodOf(ladder, finding)
	};
}
function lastGoodOf(ladder, finding) {
	const bad = finding === void 0 || finding.owner === "client-app" ? RUNGS.length : heightOf(finding.rung);
	return ladder.findLast(({ rung, status }) => status === "ok" && heightOf(rung) < bad)?.rung ?? "none";
}
function failedStep(rung, finding, chain) {
	const own = chain.filter((one) => one.rung === rung);
	return {
		rung,
		status: "failed",
		because: seenWhenFailing(rung, own, chain) ?? finding.code,
		...timeOf(own),
		cites: own.length > 0 ? own.map(({ id }) => id) : finding.cites.map(({ id }) => id)
	};
}
/** What was seen where it failed: the errno, or the response that the finding is about. */
function seenWhenFailing(rung, own, chain) {
	const failed = (rung === "tls" ? [...own, ...chain] : own).find(({ outcome }) => outcome.status === "failed");
	if (failed !== void 0) return told(failed);
	const behind = BEHIND_HTTP.includes(rung) && own.every(({ outcome }) => outcome.status === "skipped");
	const response = chain.find(({ probe, outcome }) => probe === "response" && outcome.status === "ok");
	if (BEHIND_HTTP.includes(rung)) return behind ? refusal(response) : void 0;
	const shown = own.find(({ outcome }) => outcome.status === "ok");
	return refusal(shown) ?? (shown === void 0 ? void 0 : told(shown));
}
/** What a response says against the request: `HTTP 401, error invalid_api_key`, `HTTP 200, body html`. */
function refusal(one) {
	if (one?.probe !== "response" || one.outcome.status !== "ok") return void 0;
	const { status, body } = one.outcome.facts;
	const error = body.error?.code ?? body.error?.type;
	return `HTTP ${status}, ${error === void 0 || error === "" ? `body ${body.shape}` : `error ${error}`}`;
}
/** A rung that the sockets show. */
function seenStep(rung, evidence, chain) {
	const own = chain.filter((one) => one.rung === rung);
	const cites = own.map(({ id }) => id);
	const failed = own.find((one) => one.outcome.status === "failed");
	if (failed?.outcome.status === "failed") return {
		rung,
		status: "failed",
		because: told(failed),
		...timeOf(own),
		cites
	};
	const good = own.filter((one) => one.outcome.status === "ok");
	if (good.length > 0) return {
		rung,
		status: "ok",
		because: good.map(told).join("; "),
		...timeOf(good),
		cites
	};
	const skipped = own.find((one) => one.outcome.status === "skipped");
	return {
		rung,
		status: "skipped",
		because: skipped?.outcome.status === "skipped" ? skipped.outcome.because : absence(rung, evidence),
		cites
	};
}
function absence(rung, evidence) {
	if (rung === "proxy" && evidence.egress.proxy === void 0) return "this client goes direct";
	if (rung === "tls" && evidence.route.baseUrl.startsWith("http:")) return "the base URL is http://";
	return "not reached";
}
function behindHttp(rung, evidence, finding, responder, chain) {
	const cites = chain.filter((one) => one.probe === "response").map(({ id }) => id);
	const top = entryOf(TOP, effectiveDepth(evidence.route)) ?? "http";
	const skipped = (because) => ({
		rung,
		status: "skipped",
		because,
		cites: []
	});
	if (finding === void 0 || finding.owner === "client-app" || finding.decides === true) {
		const { depthLimit, depth } = evidence.route;
		if (heightOf(rung) > heightOf(top)) return skipped(depthLimit?.because ?? `depth is ${depth}`);
		return {
			rung,
			status: "ok",
			because: admitted(rung, chain),
			cites
		};
	}
	if (heightOf(rung) > heightOf(finding.rung)) return skipped("not reached");
	if (!(responder !== void 0 && API.has(responder) && heightOf(finding.rung) > heightOf("http")) || finding.owner === "unknown" || finding.owner === "connection-path") return skipped("not shown by this answer");
	if (namesAccount(chain) || !(isServerError(finding, chain) || BEFORE_THE_KEY.has(finding.code))) return {
		rung,
		status: "ok",
		because: "accepted",
		cites
	};
	return skipped("not shown by this answer");
}
/** A 5xx may come before the key was looked at. */
function isServerError(finding, chain) {
	const response = chain.find((one) => one.probe === "response");
	const status = response?.outcome.status === "ok" ? response.outcome.facts.status : 0;
	return finding.owner === "api-server" || status >= 500;
}
/** What the API let through, for the quota with what is left of it. */
function admitted(rung, chain) {
	const response = chain.findLast((one) => one.probe === "response");
	const limits = response?.outcome.status === "ok" ? response.outcome.facts.limits : void 0;
	const left = rung === "quota" ? headroomOf(limits) : "";
	return left === "" ? "accepted" : `accepted; ${left}`;
}
/** OpenAI names the organization in the headers once the key is known. */
function namesAccount(chain) {
	return chain.some((one) => one.probe === "response" && one.outcome.status === "ok" && one.outcome.facts.headers["openai-organization"] !== void 0);
}
function timeOf(own) {
	if (own.length === 0) return {};
	const sum = own.reduce((total, { elapsedMs }) => total + elapsedMs, 0);
	return { elapsedMs: Math.round(sum * 10) / 10 };
}
/** One short line of evidence for a rung. */
function told(one) {
	return lineOf(flat(one), "short");
}

// src/evidence/token.ts
const TOKEN = /^[A-Za-z0-9_.:/-]{1,64}$/;
/** A run of 20 or more letters and digits with a digit in it: rather a key or a hash than a word. */
const LONG_RUN = /[A-Za-z0-9]{20,64}/g;
/**
* A value as a token: `[A-Za-z0-9_.:/-]{1,64}`, numbers in decimal. `undefined` for everything
* else, also for what looks like a key or a hash: servers echo what they are sent.
*/
function tokenOf(value) {
	if (typeof value === "number") return Number.isFinite(value) ? String(value) : void 0;
	if (typeof value !== "string" || !TOKEN.test(value)) return void 0;
	return looksSecret(value) ? void 0 : value;
}
const KEY_PREFIX = /^(?:(?:sk|pk|rk|sess)-|gh[opsur]_|github_pat_|xox[a-z]-|AKIA|eyJ)/;
function looksSecret(token) {
	return KEY_PREFIX.test(token) || (token.match(LONG_RUN) ?? []).some((run) => /\d/.test(run));
}

// src/rules/next-command.ts
/** The default of every client; also what a log means that names no host. */
const DEFAULT_API = /^https:\/\/api\.openai\.com(?:\/v1)?$/;
/** Where the base URL of a kind of route stands when the log does not name it. */
const VARIABLES = {
	openai: "\"$OPENAI_BASE_URL\"",
	azure: "\"$AZURE_OPENAI_ENDPOINT\"",
	gateway: "\"$OPENAI_BASE_URL\""
};
/**
* The command that proves or refutes the answer, to be run where the log was written. Settings that
* a log does not hold come from the environment of that place, as the application's own do.
*/
function nextCommand({ route, client, verdict }) {
	if (verdict.owner === "client-app") return "openai-preflight --client-bundle ./dist";
	const words = ["openai-preflight"];
	const base = shownBase(route.baseUrl);
	if (!(DEFAULT_API.test(route.baseUrl) || route.kind === "openai" && !URL.canParse(route.baseUrl))) words.push("--base-url", base ?? VARIABLES[route.kind]);
	words.push("--route", route.kind, ...client === void 0 ? [] : ["--client", client]);
	const depth = depthOf(verdict);
	words.push("--depth", depth);
	if (depth === "request") words.push("--endpoint", route.endpoint, "--model", "\"$OPENAI_MODEL\"");
	if (verdict.owner === "rate-limit" || verdict.owner === "api-server") words.push("--attempts", "3");
	return words.join(" ");
}
/** No key is needed to climb to the rung that broke, unless the API itself refused. */
function depthOf({ owner, rung }) {
	if (owner === "unknown" || rung === "") return "request";
	const below = (top) => heightOf(rung) < heightOf(top);
	if (rung === "config") return owner === "auth" ? "auth" : "request";
	if (below("auth")) return "route";
	return effectiveDepth({ depth: rung === "auth" ? "auth" : "request" });
}
/** A base URL made of plain names only; one with an account or a token in its path is not repeated. */
function shownBase(baseUrl) {
	const match = /^(https?:\/\/[\w.:[\]-]{1,260})((?:\/[\w.-]{1,40}){0,5})$/.exec(baseUrl);
	if (match === null) return void 0;
	return (match[2] ?? "").split("/").filter((part) => part !== "").every((part) => tokenOf(part) !== void 0) ? baseUrl : void 0;
}

// src/run/judge.ts
/**
* Promise 6: applies the rules in order; nothing else. The same evidence gives the same verdict whatever the
* order in which it was observed. A successful real request outranks every side probe; a pass is
* impossible while a failure of the last attempt is unexplained.
*/
function judge(evidence, law) {
	const proven = isProven(evidence, law);
	const matched = matching(evidence, law.rules);
	const noted = matching(evidence, law.notes, matched);
	const gated = evidence.route.failOn.includes(EXPIRY);
	const primary = (proven ? [...matched.filter((one) => isOfFrontEnd(one) || one.decides === true), ...noted.filter((one) => gated && isEnding(one))] : matched.filter((one) => !isPathCheck(one)))[0];
	const also = [...matched, ...noted].filter((finding) => finding !== primary);
	if (primary !== void 0) return verdictOf(evidence, law, primary.owner !== "unknown" && primary.owner !== "none" ? "fail" : "inconclusive", primary, also);
	if (proven) return verdictOf(evidence, law, "pass", void 0, also);
	return verdictOf(evidence, law, "inconclusive", undecided(evidence), also);
}
/** Beside a failure of the request itself it only adds. */
function isPathCheck({ rule }) {
	return rule.startsWith("path-check/");
}
/** Works today, and has an end that is near. */
function isEnding({ code }) {
	return EXPIRY_CODES.includes(code);
}
/** Found in the front end, or left unsearched in it: that it was asked for makes it part of the verdict. */
function isOfFrontEnd({ owner, cites }) {
	return owner === "client-app" || cites.some(({ probe }) => probe === "client-bundle");
}
/** What the first of each list says that speaks, in the order of the lists. */
function matching(evidence, lists, earlier = []) {
	const said = new Set(earlier.map(({ rule }) => rule));
	return lists.flatMap((list) => {
		for (const { explainedBy = [], match } of list) {
			const finding = explainedBy.some((id) => said.has(id)) ? void 0 : match(evidence);
			if (finding !== void 0) {
				said.add(finding.rule);
				return [finding];
			}
		}
		return [];
	});
}
/** Everything asked for was seen to work, in the last attempt. */
function isProven(evidence, law) {
	if (effectiveDepth(evidence.route) === "route") return law.provesRoute(evidence);
	const answer = observation(evidence, "answer");
	return answer?.outcome.status === "ok" && answer.outcome.facts.valid;
}
/** A failure that no rule explains: said openly, never guessed. Nothing where there is no evidence at all. */
function undecided(evidence) {
	const failed = firstFailed(evidence);
	const stopped = failed === void 0 ? stoppedAt(evidence) : void 0;
	const cited = failed ?? stopped ?? highestSeen(evidence);
	if (cited === void 0) return void 0;
	if (stopped !== void 0) return notFinished(evidence, stopped);
	const seen = failed === void 0 ? "no failure and no success" : failed.outcome.failure.code;
	return {
		rule: "unknown/unexplained",
		owner: "unknown",
		rung: cited.rung,
		code: failed?.outcome.failure.code ?? "own.no_evidence",
		retryable: false,
		summary: `${hostIn(evidence.route.baseUrl)}: the evidence (${seen}) does not name an owner.`,
		doNext: ["Read the packet: it holds every observation of this run."],
		doNot: [],
		cites: [cited]
	};
}
/** How far the request came; the earliest observation when it did not set out. */
function highestSeen(evidence) {
	const seen = requestChain(evidence).findLast(({ outcome }) => outcome.status !== "skipped");
	const earliest = evidence.observations.toSorted((a, b) => a.startedMs - b.startedMs || (a.id < b.id ? -1 : Number(a.id > b.id)));
	return seen ?? earliest[0];
}
/** Promise 4: where the run was when it was told to stop, or when its time was up; that is no pass. */
function stoppedAt(evidence) {
	return requestChain(evidence).find(({ outcome }) => outcome.status === "skipped" && (outcome.because === "cancelled" || outcome.because === "the deadline of the run had passed"));
}
/** What was not measured has not failed. */
function notFinished(evidence, stopped) {
	const { rung, outcome } = stopped;
	const late = outcome.status === "skipped" && outcome.because === "the deadline of the run had passed";
	const host = hostIn(evidence.route.baseUrl);
	return {
		rule: late ? "unknown/out-of-time" : "unknown/cancelled",
		owner: "unknown",
		rung,
		code: late ? "own.out_of_time" : "own.cancelled",
		retryable: true,
		summary: late ? `${host}: its turn came when the deadline of the run had passed; nothing was sent.` : `${host}: the run was cancelled at ${rung}; nothing had failed until then.`,
		doNext: late ? ["Set a longer deadline, or name fewer routes in one run."] : ["Run the preflight again."],
		doNot: [],
		cites: [stopped]
	};
}
function verdictOf(evidence, law, verdict, primary, also) {
	const response = responseOf(evidence);
	const attribution = response === void 0 ? void 0 : law.attributionOf(evidence);
	const cites = primary?.cites ?? [];
	const deciding = cites.find((one) => one.probe === "response") ?? (primary ? void 0 : response?.observation);
	const facts = deciding?.probe === "response" ? factsOf(deciding) : void 0;
	const owner = primary?.owner ?? (verdict === "pass" ? "none" : "unknown");
	const confidence = verdict === "pass" ? "" : confidenceOf(evidence, primary);
	const { ladder, lastGood } = climb(evidence, primary, attribution?.responder);
	return {
		verdict,
		owner,
		confidence,
		branch: branchOf(owner),
		rung: primary?.rung ?? "",
		code: primary?.code ?? "",
		rule: primary?.rule ?? "",
		responder: primary?.responder ?? attribution?.responder ?? "",
		product: primary?.product ?? attribution?.product ?? "",
		httpStatus: facts?.status ?? "",
		requestId: facts?.requestId ?? "",
		retryable: primary?.retryable ?? false,
		summary: tidy(primary?.summary ?? provenSentence(evidence, law)),
		lastGood,
		firstBad: primary?.rung ?? "none",
		doNext: orders(evidence, primary, confidence).map(tidy),
		doNot: (primary?.doNot ?? []).map(tidy),
		cites: cites.map(({ id }) => id),
		also: also.map(({ rule, owner, code, summary, doNext, cites }) => ({
			rule,
			owner,
			code,
			summary,
			doNext,
			cites: cites.map(({ id }) => id)
		})),
		ladder
	};
}
/** What is not sure begins with the one test that confirms or refutes it on this very path. */
function orders(evidence, primary, confidence) {
	if (primary === void 0) return [];
	const ofOurs = primary.code.startsWith("own.");
	if (confidence === "high" || confidence === "" || ofOurs) return primary.doNext;
	const { route, egress } = evidence;
	const { client, clientUnknown } = egress;
	return [`Run \`npx ${nextCommand({
		route,
		verdict: primary,
		...clientUnknown === true ? {} : { client }
	})}\` ${evidence.source === "log" ? "where this log was written" : "from the same place"}: it confirms or refutes this owner.`, ...primary.doNext];
}
/** The lower of what the rule says and what the reading allows; nobody named is never sure. */
function confidenceOf(evidence, primary) {
	if (primary === void 0 || primary.owner === "unknown") return "low";
	const said = [primary.confidence, evidence.confidence];
	return CONFIDENCES.findLast((one) => said.includes(one)) ?? "high";
}
/** Names that a log does not hold leave a gap, or words for a host at the beginning. */
function tidy(sentence) {
	return sentence.replaceAll(/ {2,}/g, " ").replaceAll(/ (?=[;:,.](?: |$))/g, "").replace(/^the /, "The ");
}
/** What a pass proves, and what it does not. */
function provenSentence(evidence, law) {
	const { route } = evidence;
	const depth = effectiveDepth(route);
	const attempts = lastAttempt(evidence);
	const late = attempts > 1 ? ` on attempt ${attempts}` : "";
	const limit = route.depthLimit === void 0 ? "" : ` Not tested further: ${route.depthLimit.because}`;
	if (depth === "route") {
		const who = route.kind !== "gateway" || responseOf(evidence)?.facts.body.shape === "json" ? "its own API answered" : "a server there answered";
		return `The route to ${hostIn(evidence.route.baseUrl)} is open${late}: ${who} without credentials.${limit}`;
	}
	if (depth === "auth") return `${hostIn(evidence.route.baseUrl)} accepted the credentials${late}.${limit === "" ? " Quota was not tested at depth auth." : limit}`;
	return `${hostIn(evidence.route.baseUrl)} answered a real ${route.endpoint} request for ${route.model ?? "the model"}${late}.${law.provenByChecks(evidence)}`;
}

// src/rules/connection/broken-step.ts
const PROXY_STEPS = /* @__PURE__ */ new Set([
	"dns",
	"tcp",
	"proxy"
]);
/** `undefined` when nothing of the real request failed in its last attempt. */
function brokenStep(evidence) {
	const broken = firstFailed(evidence);
	if (broken === void 0) return void 0;
	const { code, errno = "", alert } = broken.outcome.failure;
	const layer = layerOf$1(code);
	const { host, port } = destination(evidence);
	const hop = evidence.egress.proxy;
	const lookup = observation(evidence, "lookup");
	const resolved = factsOf(lookup);
	const connect = isProbe(broken, "connect") ? factsOf(broken) : void 0;
	return {
		evidence,
		observation: broken,
		code,
		layer,
		errno,
		alert,
		of: ofProxy(broken, hop) && PROXY_STEPS.has(layer) ? "proxy" : "target",
		host,
		port,
		proxy: hop === void 0 ? "" : hostAndPort(hop.host, hop.port),
		addresses: resolved?.of === "target" ? resolved.addresses ?? [] : [],
		attempts: connect?.attempts ?? []
	};
}
/** By its own word; a step cut off by the clock has none, but a client with a proxy dials only that. */
function ofProxy(broken, hop) {
	const facts = broken.outcome.facts;
	if (facts !== void 0 && "of" in facts && facts.of !== void 0) return facts.of === "proxy";
	if (broken.rung === "proxy") return true;
	if (hop === void 0) return false;
	return broken.probe === "connect" || broken.probe === "lookup" && broken.target === hop.host;
}
function layerOf$1(code) {
	return LAYERS.find((layer) => code.startsWith(`${layer}.`)) ?? "own";
}
/** Host and port of the base URL. */
function destination({ route }) {
	const url = URL.parse(route.baseUrl);
	return url === null ? {
		host: route.baseUrl,
		port: 0
	} : destinationOf(url);
}
/** `The node client`; a log need not say which. */
function clientName({ evidence: { egress } }) {
	return egress.clientUnknown === true ? "The client" : `The ${egress.client} client`;
}
/** `TCP 443`, or what to allow where the log names no port. */
function tcp({ port }) {
	return port === 0 ? "connections" : `TCP ${port}`;
}
/** `api.openai.com:443`. */
function where(step) {
	return hostAndPort(step.host, step.port);
}
/** ` (ECONNREFUSED)`, or nothing where no errno was seen. */
function errnoNote(step) {
	return step.errno === "" || step.errno === "TIMEOUT" ? "" : ` (${step.errno})`;
}
/** `192.0.2.1:443 ECONNREFUSED, [2001:db8::1]:443 no answer`; at most four, empty without attempts. */
function attemptsNote(step) {
	const shown = step.attempts.slice(0, 4).map(({ address, port, errno, elapsedMs }) => {
		const outcome = errno === void 0 || errno === "ETIMEDOUT" || errno === "TIMEOUT" ? `no answer${elapsedMs === 0 ? "" : ` in ${Math.round(elapsedMs)} ms`}` : errno;
		return `${hostAndPort(address, port)} ${outcome}`;
	}).join(", ");
	const more = step.attempts.length > 4 ? ` and ${step.attempts.length - 4} more` : "";
	return shown === "" ? "" : `${shown}${more}`;
}
/** Which addresses were tried and how each ended, else the errno, in brackets. */
function triedNote(step) {
	const tried = attemptsNote(step);
	return tried === "" ? errnoNote(step) : ` (${tried})`;
}
/** ` (TLS alert 40)`, else what the library said. */
function alertNote(step) {
	return step.alert === void 0 ? reasonNote(step) : ` (TLS alert ${step.alert})`;
}
/** What OpenSSL said, in its words. */
function detailOf$1(step) {
	return step.observation.outcome.failure.detail;
}
/** ` (OpenSSL: dh key too small)`, else the alert or the errno. */
function reasonNote(step) {
	const reason = detailOf$1(step);
	if (reason === void 0) return step.alert === void 0 ? errnoNote(step) : ` (TLS alert ${step.alert})`;
	return ` (OpenSSL: ${reason}${step.alert === void 0 ? "" : `, TLS alert ${step.alert}`})`;
}

// src/rules/connection/witnesses.ts
const NOT_KNOWN = {
	extent: "not-known",
	note: ""
};
const CLOSED_LAYERS = /* @__PURE__ */ new Set([
	"dns",
	"tcp",
	"proxy",
	"tls",
	"http"
]);
/** A host outside is no witness of what happens inside this machine, and one inside is none of the outside. */
function outage(step) {
	const { seen: control, facts } = investigated(step.evidence, "control");
	const host = facts?.host ?? control?.target ?? "";
	if (control === void 0 || host === step.host || isOnThisMachine(step)) return NOT_KNOWN;
	if (isThisMachine(URL.parse(`http://${host}`)?.hostname ?? "")) return NOT_KNOWN;
	const taken = step.layer === "http";
	if (control.outcome.status === "ok") return {
		extent: "this-host",
		note: `, while ${host} answers from the same runner${taken ? "" : ": only this host is unreachable"}`,
		control
	};
	if (control.outcome.status !== "failed" || taken) return NOT_KNOWN;
	const { code } = control.outcome.failure;
	const layer = layerOf$1(code);
	const onePort = code === "tcp.refused" && (facts?.refusedPorts ?? []).length < 2;
	if (!CLOSED_LAYERS.has(layer) || onePort) return NOT_KNOWN;
	return {
		extent: "everything",
		note: `, and ${host} cannot be reached either (${code}): the runner's whole egress is closed`,
		layer,
		control
	};
}
/** Loopback: nothing lies between the client and what listens there. */
function isOnThisMachine(step) {
	const { addresses, host, proxy } = step;
	const looped = addresses.length > 0 && addresses.every(({ scope }) => scope === "loopback");
	return proxy === "" && (isThisMachine(host) || looped && isInternalHost(host));
}
/**
* On a provider's route, it is the provider that took the connection: nothing lies between
* (loopback), or the handshake of this very request was verified.
*/
function isAtProvider(step) {
	if (step.evidence.route.kind === "openai") return false;
	return isOnThisMachine(step) || requestChain(step.evidence).some((one) => isProbe(one, "handshake") && one.outcome.status === "ok" && one.outcome.facts.of === "target" && one.outcome.facts.verified);
}
/** A redirect or a demand to log in comes from something on that way, not from the API. */
function fromInBetween(status) {
	return status >= 300 && status < 400 || status === 407 || status === 511;
}
/** A way that this client does not take, when it was tried and reached the API. */
function otherWay(step, way) {
	for (const seen of observations(step.evidence, "other-way")) {
		if (seen.outcome.status !== "ok") continue;
		const { facts } = seen.outcome;
		if (!facts.reached || facts.way !== way || fromInBetween(facts.status ?? 200)) continue;
		return {
			way,
			proxy: facts.proxy ?? "",
			source: facts.source ?? "",
			...given({ trustOf: facts.trustOf }),
			observation: seen
		};
	}
}
const WAY_MATTERS = /* @__PURE__ */ new Set([
	"dns",
	"tcp",
	"proxy",
	"tls",
	"http"
]);
/**
* Orders that follow from the ways of this environment whatever closed this one: the direct way
* that was seen to work, and the proxy variables that this client does not read.
*/
function otherWayOrders(step) {
	if (!WAY_MATTERS.has(step.layer)) return [];
	const { proxy, ignored } = step.evidence.egress;
	if (proxy !== void 0 && otherWay(step, "direct") !== void 0) return [bypassOrder(step)];
	if (proxy !== void 0 || step.code.startsWith("tls.cert.")) return [];
	return ignored.filter(({ variable }) => !TRUST_SETTING.test(variable)).map(({ fix }) => fix);
}
function bypassOrder(step) {
	return `${CLIENT_FACTS[step.evidence.egress.client].bypass(step.host)}: without the proxy the API was reached from this runner.`;
}
/** Clock of another machine minus ours, milliseconds: of any response that had a `Date`. */
function clockSkew(step) {
	const { evidence } = step;
	const response = observation(evidence, "response");
	const keyless = investigation(evidence, "keyless");
	const direct = investigation(evidence, "direct-api");
	const control = investigation(evidence, "control");
	const clocks = [
		{
			seen: response,
			skewMs: factsOf(response)?.clockSkewMs
		},
		{
			seen: keyless,
			skewMs: factsOf(keyless)?.clockSkewMs
		},
		{
			seen: direct,
			skewMs: factsOf(direct)?.clockSkewMs
		},
		{
			seen: control,
			skewMs: factsOf(control)?.clockSkewMs
		}
	];
	for (const { seen, skewMs } of clocks) if (seen !== void 0 && skewMs !== void 0) return {
		skewMs,
		observation: seen
	};
}
/** An answer that only the API of the route writes: its own error object, or its request ID. */
function writtenByApi(facts) {
	if (facts === void 0) return false;
	const headers = facts.headers ?? {};
	return facts.body?.errorShape === "openai" || headers["x-request-id"] !== void 0 || headers["apim-request-id"] !== void 0 || headers["openai-processing-ms"] !== void 0;
}

// src/knowledge/strict-certificates.ts
const rule = (number, says, means) => ({
	number,
	says,
	means
});
/**
* What OpenSSL refuses under X509_V_FLAG_X509_STRICT alone: its name without `X509_V_ERR_`, the number
* of include/openssl/x509_vfy.h, its words (crypto/x509/x509_txt.c), and what they mean. Measured with
* 3.0 and 3.5 (`openssl verify -x509_strict`).
*/
const STRICT_RULES = {
	PATHLEN_INVALID_FOR_NON_CA: rule(80, "Path length invalid for non-CA cert", "limits the length of the path and is not an authority"),
	PATHLEN_WITHOUT_KU_KEY_CERT_SIGN: rule(81, "Path length given without key usage keyCertSign", "limits the length of the path without keyCertSign in its keyUsage"),
	KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA: rule(82, "Key usage keyCertSign invalid for non-CA cert", "has keyCertSign in its keyUsage and is not an authority"),
	ISSUER_NAME_EMPTY: rule(83, "Issuer name empty", "names no issuer"),
	SUBJECT_NAME_EMPTY: rule(84, "Subject name empty", "has no name"),
	MISSING_AUTHORITY_KEY_IDENTIFIER: rule(85, "Missing Authority Key Identifier", "has no authorityKeyIdentifier"),
	MISSING_SUBJECT_KEY_IDENTIFIER: rule(86, "Missing Subject Key Identifier", "is an authority without subjectKeyIdentifier"),
	CA_BCONS_NOT_CRITICAL: rule(89, "Basic Constraints of CA cert not marked critical", "is an authority whose basicConstraints are not marked critical"),
	AUTHORITY_KEY_IDENTIFIER_CRITICAL: rule(90, "Authority Key Identifier marked critical", "has its authorityKeyIdentifier marked critical"),
	SUBJECT_KEY_IDENTIFIER_CRITICAL: rule(91, "Subject Key Identifier marked critical", "has its subjectKeyIdentifier marked critical"),
	CA_CERT_MISSING_KEY_USAGE: rule(92, "CA cert does not include key usage extension", "is an authority without keyUsage"),
	EXTENSIONS_REQUIRE_VERSION_3: rule(93, "Using cert extension requires at least X509v3", "has extensions and is not of version 3")
};

// src/evidence/failure.ts
/** One reason, by its word on each of these layers. */
const reason = (word, ...layers) => Object.fromEntries(layers.map((layer) => [layer, `${layer}.${word}`]));
const tls = (word, proxy) => ({
	tls: word,
	proxy
});
const certificate = (word) => tls(word, "proxy.tls_certificate_error");
const REFUSED = {
	tcp: "tcp.refused",
	proxy: "proxy.closed",
	tls: "tls.reset"
};
const RESET = {
	dns: "dns.failed",
	...reason("reset", "tcp", "proxy", "tls", "http")
};
const CLOSED = reason("closed", "tcp", "proxy", "tls", "http");
const TIMED_OUT = reason("timed_out", "dns", "tcp", "proxy", "tls", "http");
const UNREACHABLE = {
	dns: "dns.unreachable",
	tcp: "tcp.address_unreachable",
	...reason("reset", "tls", "http")
};
const CERTIFICATE = certificate("tls.cert.invalid");
const MALFORMED = {
	http: "http.response.invalid",
	proxy: "proxy.response_invalid"
};
const TLS_PROTOCOL = tls("tls.protocol.error", "proxy.tls_protocol_error");
const TLS_VERSION = tls("tls.version_or_cipher_mismatch", "proxy.tls_protocol_error");
const CLIENT_CERTIFICATE = {
	...tls("tls.bad_client_auth_cert", "proxy.tls_protocol_error"),
	http: "tls.bad_client_auth_cert"
};
/**
* A row for each failure, with the errnos that say it: libuv, Node, undici, and the X.509 names of
* Node's own list. An errno without a row stays `<layer>.failed` and is visible in the packet.
*/
const FAILURES = [
	[{ dns: "dns.name_not_resolved" }, "ENOTFOUND EAI_NONAME EAI_NODATA ENODATA"],
	[{ dns: "dns.failed" }, "EAI_AGAIN EAI_FAIL EAI_SERVICE EAI_SYSTEM ESERVFAIL EREFUSED"],
	[REFUSED, "ECONNREFUSED"],
	[RESET, "ECONNRESET EPIPE"],
	[{
		tcp: "tcp.aborted",
		...reason("reset", "tls", "http", "proxy")
	}, "ECONNABORTED"],
	[TIMED_OUT, "ETIMEDOUT ETIMEOUT UND_ERR_CONNECT_TIMEOUT"],
	[UNREACHABLE, "EHOSTUNREACH ENETUNREACH EHOSTDOWN ENETDOWN"],
	[{ tcp: "tcp.address_invalid" }, "EADDRNOTAVAIL EAFNOSUPPORT EINVAL"],
	[{ tcp: "tcp.failed" }, "EPERM EACCES EMFILE"],
	[certificate("tls.cert.authority_invalid"), "DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY CERT_UNTRUSTED CERT_REJECTED INVALID_CA"],
	[certificate("tls.cert.date_invalid"), "CERT_HAS_EXPIRED CERT_NOT_YET_VALID CRL_HAS_EXPIRED CRL_NOT_YET_VALID"],
	[certificate("tls.cert.name_invalid"), "ERR_TLS_CERT_ALTNAME_INVALID ERR_TLS_CERT_ALTNAME_FORMAT HOSTNAME_MISMATCH"],
	[certificate("tls.cert.revoked"), "CERT_REVOKED"],
	[CERTIFICATE, `${Object.keys(STRICT_RULES).join(" ")} CERT_SIGNATURE_FAILURE INVALID_PURPOSE PATH_LENGTH_EXCEEDED CERT_CHAIN_TOO_LONG UNABLE_TO_GET_CRL UNSPECIFIED ERR_SSL_EE_KEY_TOO_SMALL`],
	[TLS_PROTOCOL, "EPROTO ERR_SSL_WRONG_VERSION_NUMBER"],
	[CLIENT_CERTIFICATE, "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"],
	[TLS_VERSION, "ERR_SSL_UNSUPPORTED_PROTOCOL ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM ERR_SSL_DH_KEY_TOO_SMALL ERR_TLS_DH_PARAM_SIZE"],
	[{ http: "http.timed_out" }, "UND_ERR_HEADERS_TIMEOUT"],
	[{ http: "http.body_timed_out" }, "UND_ERR_BODY_TIMEOUT"],
	[{
		http: "http.headers_overflow",
		proxy: "proxy.response_invalid"
	}, "UND_ERR_HEADERS_OVERFLOW"],
	[{ http: "http.body_incomplete" }, "UND_ERR_RES_CONTENT_LENGTH_MISMATCH ERR_STREAM_PREMATURE_CLOSE Z_BUF_ERROR"],
	[CLOSED, "UND_ERR_SOCKET"],
	[MALFORMED, "UND_ERR_INFO ERR_HTTP2_ERROR ERR_HTTP2_SESSION_ERROR Z_DATA_ERROR"],
	[{ http: "http.reset" }, "ERR_HTTP2_STREAM_ERROR"]
];
const ROWS = Object.fromEntries(FAILURES.flatMap(([words, errnos]) => errnos.split(" ").map((errno) => [errno, words])));
/**
* TLS alerts (RFC 8446 §6.2). OpenSSL 3.5 renamed the reason strings, the numbers stayed:
* Node 24.21 says `SSL/TLS_ALERT_HANDSHAKE_FAILURE` where 3.0 said `SSLV3_ALERT_…`.
*/
const ALERTS = {
	40: TLS_VERSION,
	42: CLIENT_CERTIFICATE,
	43: CLIENT_CERTIFICATE,
	44: CLIENT_CERTIFICATE,
	45: CLIENT_CERTIFICATE,
	46: CLIENT_CERTIFICATE,
	48: CLIENT_CERTIFICATE,
	70: TLS_VERSION,
	71: TLS_VERSION,
	112: tls("tls.unrecognized_name_alert", "proxy.tls_protocol_error"),
	116: CLIENT_CERTIFICATE,
	120: TLS_VERSION
};
const LAYER_FAILED = {
	dns: "dns.failed",
	tcp: "tcp.failed",
	proxy: "proxy.http_error",
	tls: "tls.failed",
	http: "http.failed"
};
/** The layer whose words fit a rung; everything above TLS is HTTP. */
function layerOf(rung) {
	return rung === "dns" || rung === "tcp" || rung === "proxy" || rung === "tls" ? rung : "http";
}
/** What an attempt's clock says when it runs out on this layer. */
function timedOut(layer) {
	return {
		code: TIMED_OUT[layer] ?? LAYER_FAILED[layer],
		errno: "TIMEOUT"
	};
}
/** Any thrown thing → a failure in our own words. Never throws; an unknown error stays visible. */
function failureFrom(error, layer) {
	const chain = flatten(error);
	const alert = chain.map(alertOf).find((number) => number !== void 0);
	const errnos = chain.map(errnoOf).filter((errno) => errno !== void 0);
	const known = errnos.toReversed().find((errno) => entryOf(ROWS, errno)?.[layer] !== void 0);
	const errno = known ?? errnos.at(-1);
	const byAlert = alert === void 0 ? void 0 : entryOf(ALERTS, alert)?.[layer];
	const byErrno = known === void 0 ? void 0 : rowOf(known, chain)?.[layer];
	return {
		code: byAlert ?? byErrno ?? structural(chain, layer),
		...given({
			errno,
			alert,
			detail: detailOf(chain)
		})
	};
}
/**
* Node says ECONNRESET for an end before the handshake was over, too; only a reset that came from
* the kernel names a system call.
*/
function rowOf(errno, chain) {
	if (chain.some((link) => read(link, "message") === "bad response")) return MALFORMED;
	const fromKernel = chain.some((link) => errnoOf(link) === errno && read(link, "syscall"));
	return errno === "ECONNRESET" && !fromKernel ? CLOSED : entryOf(ROWS, errno);
}
/** undici's HTTPParserError has no `code`, and OpenSSL has more reasons than a table should list. */
function structural(chain, layer) {
	const errnos = chain.map(errnoOf);
	if (errnos.some((errno) => errno?.startsWith("HPE_"))) return MALFORMED[layer] ?? LAYER_FAILED[layer];
	if (chain.some((link) => Object.hasOwn(link, "data") && nameOf(link) === "HTTPParserError")) return MALFORMED[layer] ?? LAYER_FAILED[layer];
	if (errnos.some((errno) => errno?.startsWith("ERR_SSL_"))) return TLS_PROTOCOL[layer] ?? LAYER_FAILED[layer];
	return LAYER_FAILED[layer];
}
/** No client wraps so deep, and a chain may be a circle of fresh objects. */
const MOST_LINKS = 24;
/** The error, its causes and the errors of an AggregateError, outermost first. */
function flatten(error) {
	const found = [];
	const queue = [error];
	while (queue.length > 0 && found.length < MOST_LINKS) {
		const next = queue.shift();
		if (typeof next !== "object" || next === null || found.includes(next)) continue;
		found.push(next);
		const errors = read(next, "errors");
		if (Array.isArray(errors)) queue.push(...errors.slice(0, MOST_LINKS));
		queue.push(read(next, "cause"));
	}
	return found;
}
function errnoOf(link) {
	const code = read(link, "code");
	return typeof code === "string" && /^[A-Z][\w/]{1,63}$/.test(code) ? code : void 0;
}
function nameOf(link) {
	const name = read(link, "name");
	return typeof name === "string" ? name : void 0;
}
/** Name of the class, `Object` where there is none; never prose. */
function classOf(link) {
	const made = read(link, "constructor");
	const name = typeof made === "function" ? read(made, "name") : void 0;
	return typeof name === "string" && /^\w{1,64}$/.test(name) ? name : "Object";
}
/** OpenSSL appends `SSL alert number N`; it is the only place where Node gives the number. */
function alertOf(link) {
	const message = read(link, "message");
	const match = typeof message === "string" ? /SSL alert number (\d{1,3})/.exec(message) : null;
	return match?.[1] === void 0 ? void 0 : Number(match[1]);
}
/**
* Words of the library in this process, never of a peer: OpenSSL's reason, or X.509's where Node's
* code is only UNSPECIFIED.
*/
function libraryWords(link) {
	const told = errnoOf(link) === "UNSPECIFIED" ? read(link, "message") : read(link, "reason");
	return typeof told === "string" && /^[\w ()'.,/-]{1,80}$/.test(told) && (told === told.toLowerCase() || errnoOf(link) === "UNSPECIFIED") ? told : void 0;
}
/** The system call and address of a libuv error, or the library's reason; free text is never copied. */
function detailOf(chain) {
	const words = chain.map(libraryWords).find((one) => one !== void 0);
	if (words !== void 0) return words;
	for (const link of chain.toReversed()) {
		const syscall = read(link, "syscall");
		if (typeof syscall !== "string" || !/^\w{1,32}$/.test(syscall)) continue;
		const address = read(link, "address");
		const port = read(link, "port");
		return typeof address === "string" && /^[\da-fA-F.:%\w]{1,64}$/.test(address) ? `${syscall} ${address}${typeof port === "number" ? `:${port}` : ""}` : syscall;
	}
}
/** Getters of foreign objects may throw; an unreadable property is an absent one. */
function read(link, key) {
	try {
		return Reflect.get(link, key);
	} catch {
		return;
	}
}

export { verificationOff as $, headroomOf as A, isWholeResponse as B, reasonNote as C, judge as D, where as E, factsOf as F, perEvidence as G, lastAttempt as H, firstFailed as I, evidenceRules as J, requestChain as K, investigated as L, each as M, SETTINGS_RULES as N, nextCommand as O, SETTING_NOTES as P, variableIgnored as Q, investigation as R, errnoNote as S, triedNote as T, observation as U, lacksUsableResponse as V, observations as W, releaseUnknown as X, clearTextProxy as Y, unusableWay as Z, alertNote as _, layerOf as a, destination as b, bypassOrder as c, isAtProvider as d, blame as et, isOnThisMachine as f, writtenByApi as g, outage as h, flatten as i, LAW_OF_SETTINGS as j, tokenOf as k, clockSkew as l, otherWayOrders as m, errnoOf as n, warned as nt, timedOut as o, otherWay as p, responseOf as q, failureFrom as r, STRICT_RULES as s, classOf as t, listed as tt, fromInBetween as u, brokenStep as v, tcp as w, detailOf$1 as x, clientName as y, isProbe as z };