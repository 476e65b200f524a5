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
	"embeddings"
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
	"python",
	"curl"
];
/** How far the climb really goes: what was asked for, or less where something is missing. */
function effectiveDepth(route) {
	return route.depthLimit?.depth ?? route.depth;
}

export { effectiveDepth as a, RESPONDERS as c, OUT_OF_TIME as d, PROBE_RUNG as f, ROUTE_KINDS as i, branchOf as l, DEPTHS as n, BRANCHES as o, REQUEST_PROBES as p, ENDPOINTS as r, OWNERS as s, CLIENTS as t, CANCELLED as u };