// src/model/egress.ts
/** Where the connections of a way leave: `direct`, `http://host:port` of its proxy, or `none`. */
function exitOf({ proxy, unusable }) {
	if (unusable !== void 0) return "none";
	if (proxy === void 0) return "direct";
	const host = proxy.host.includes(":") ? `[${proxy.host}]` : proxy.host;
	return `${proxy.scheme}://${host}:${proxy.port}`;
}

// src/model/fields.ts
/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
function fields(value) {
	return isObject(value) ? value : {};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** A property only where there is a value: absent is not undefined (exactOptionalPropertyTypes). */
function optional(key, value) {
	const found = {};
	if (value !== void 0) found[key] = value;
	return found;
}

// src/model/gate.ts
/** Whether a verdict fails the job: something was found, and its owner or branch is in `fail-on`. */
function failsJob(verdict, failOn) {
	return verdict.verdict !== "pass" && (failOn.includes(verdict.owner) || failOn.includes(verdict.branch));
}

// src/model/observation.ts
/** The probes that the real request itself consists of, in the order of the ladder. */
const REQUEST_PROBES = [
	"lookup",
	"connect",
	"tunnel",
	"handshake",
	"response",
	"answer"
];
const PROBE_RUNG = {
	settings: "config",
	token: "auth",
	lookup: "dns",
	connect: "tcp",
	tunnel: "proxy",
	handshake: "tls",
	response: "http",
	answer: "answer",
	"name-servers": "dns",
	addresses: "tcp",
	"served-chain": "tls",
	"small-hello": "tls",
	"other-name": "tls",
	"other-way": "http",
	keyless: "http",
	"large-request": "http",
	control: "http",
	"status-page": "http",
	"direct-api": "http",
	"client-bundle": "config",
	"browser-origin": "http"
};
/** Why an observation was skipped when the run was told to stop. */
const CANCELLED = "cancelled";
/** Why nothing was sent on a route whose turn came too late. */
const OUT_OF_TIME = "the deadline of the run had passed";

// src/model/owner.ts
/** Who must act. */
const OWNERS = [
	"connection-path",
	"route-provider",
	"request",
	"auth",
	"quota",
	"rate-limit",
	"api-server",
	"client-app",
	"unknown",
	"none"
];
/** The coarse gate that a deploy step tests. */
const BRANCHES = [
	"route",
	"auth",
	"quota",
	"server",
	"client",
	"unknown",
	"none"
];
const BRANCH_OF = {
	"connection-path": "route",
	"route-provider": "route",
	request: "route",
	auth: "auth",
	quota: "quota",
	"rate-limit": "quota",
	"api-server": "server",
	"client-app": "client",
	unknown: "unknown",
	none: "none"
};
function branchOf(owner) {
	return BRANCH_OF[owner];
}
/** Who produced an HTTP response. */
const RESPONDERS = [
	"openai",
	"openai-edge",
	"azure-openai",
	"azure-apim",
	"gateway",
	"proxy",
	"interceptor",
	"unknown"
];

// src/model/route.ts
const ROUTE_KINDS = [
	"openai",
	"azure",
	"gateway"
];
const ENDPOINTS = [
	"responses",
	"chat-completions",
	"embeddings",
	"moderations",
	"audio-transcriptions"
];
/** How far to climb: `route` sends no credentials, `request` sends one tiny real request. */
const DEPTHS = [
	"route",
	"auth",
	"request"
];
/** Whose rules decide the way out. */
const CLIENTS = [
	"node",
	"bun",
	"deno",
	"python",
	"go",
	"java",
	"dotnet",
	"ruby",
	"php",
	"rust",
	"curl"
];
/** Where an endpoint is from that was asked because the gateway does not serve the default one. */
const ASKED_INSTEAD = "asked because /responses is not served";
/** How far the climb really goes: what was asked for, or less where something is missing. */
function effectiveDepth(route) {
	return route.depthLimit?.depth ?? route.depth;
}

// src/model/rung.ts
/** The steps of the path, in the order in which a request climbs them. */
const RUNGS = [
	"config",
	"dns",
	"tcp",
	"proxy",
	"tls",
	"http",
	"auth",
	"request",
	"quota",
	"answer"
];
/** Position on the ladder, 0 for `config`. */
function heightOf(rung) {
	return RUNGS.indexOf(rung);
}

// src/model/secret.ts
const MASK = "***";
/**
* A value that must not be printed. Every implicit way to turn it into text gives `***`;
* only `reveal()` gives the value, so that a reviewer can search for the places that use it.
*/
var Secret = class {
	#value;
	/** The setting it came from, e.g. `OPENAI_API_KEY`; safe to print. */
	source;
	constructor(value, source) {
		this.#value = value;
		this.source = source;
	}
	reveal() {
		return this.#value;
	}
	toString() {
		return MASK;
	}
	toJSON() {
		return MASK;
	}
	get [Symbol.toStringTag]() {
		return MASK;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return MASK;
	}
};

// src/model/verdict.ts
/** How strongly the evidence points to the owner (contract: "the first owner to test"). */
const CONFIDENCES = [
	"high",
	"medium",
	"low"
];

export { exitOf as S, PROBE_RUNG as _, ASKED_INSTEAD as a, fields as b, ENDPOINTS as c, BRANCHES as d, OWNERS as f, OUT_OF_TIME as g, CANCELLED as h, heightOf as i, ROUTE_KINDS as l, branchOf as m, Secret as n, CLIENTS as o, RESPONDERS as p, RUNGS as r, DEPTHS as s, CONFIDENCES as t, effectiveDepth as u, REQUEST_PROBES as v, optional as x, failsJob as y };