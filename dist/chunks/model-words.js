// src/model/words.ts
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
/** What the first part of a code may be: the layer at which something happened. */
const LAYERS = [
	"config",
	"path",
	"dns",
	"tcp",
	"proxy",
	"tls",
	"http",
	"websocket",
	"api",
	"azure",
	"gateway",
	"client",
	"own"
];
/** How strongly the evidence points to the owner (contract: "the first owner to test"). */
const CONFIDENCES = [
	"high",
	"medium",
	"low"
];
const VERDICTS = [
	"pass",
	"fail",
	"inconclusive"
];
/** What ends ahead of time: warnings, unless `fail-on` names {@link EXPIRY}. */
const EXPIRY_CODES = [
	"api.model_shutdown_soon",
	"api.key_expires_soon",
	"tls.cert.expires_soon"
];
/** Found while everything works, and worth a warning: what will end, and what is nearly used up. */
const AHEAD_CODES = [
	...EXPIRY_CODES,
	"api.model_not_listed",
	"api.headroom_low"
];
/** Whether a finding beside the verdict is worth a warning of its own: it will end, or a path check met it. */
function isWarning({ code, rule }) {
	return AHEAD_CODES.includes(code) || rule.startsWith("path-check/");
}
/** In `fail-on`: what ends within `expiry-warning`. */
const EXPIRY = "expiry";
/** Whether a verdict fails the job: something was found, and its owner or branch is in `fail-on`. */
function failsJob(verdict, failOn) {
	if (verdict.verdict === "pass") return false;
	if (EXPIRY_CODES.includes(verdict.code)) return failOn.includes(EXPIRY);
	return failOn.includes(verdict.owner) || failOn.includes(verdict.branch);
}
const ROUTE_KINDS = [
	"openai",
	"azure",
	"gateway"
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
/** When something is done that not everybody wants. */
const OCCASIONS = [
	"never",
	"on-failure",
	"always"
];
/** Forms in which the verdict is printed for those who collect them. */
const VERDICT_FORMATS = [
	"junit",
	"sarif",
	"prometheus",
	"otlp-json"
];
/** Forms of the hosts and ports that an application needs. */
const ALLOW_LIST_FORMATS = [
	"text",
	"squid",
	"harden-runner",
	"network-policy",
	"cilium",
	"azure-firewall"
];
/** Why an observation was skipped when the run was told to stop. */
const CANCELLED = "cancelled";
/** Why nothing was sent on a route whose turn came too late. */
const OUT_OF_TIME = "the deadline of the run had passed";
/** Where an endpoint is from that was asked because the gateway does not serve the default one. */
const ASKED_INSTEAD = "asked because /responses is not served";

// node_modules/openai/version.mjs
const VERSION$1 = "7.59.0";

// node_modules/undici/package.json
var version = "8.13.1";

// src/version.ts
/** Of this program. A test holds it equal to package.json, which would be bundled whole otherwise. */
const VERSION = "1.0.0";

// src/versions.ts
/** What this program is made of, as built. */
const VERSIONS = {
	name: "openai-preflight",
	version: VERSION,
	node: process.version,
	openai: VERSION$1,
	undici: version
};

export { failsJob as C, branchOf as S, isWarning as T, RESPONDERS as _, ASKED_INSTEAD as a, VERDICTS as b, CLIENTS as c, EXPIRY as d, EXPIRY_CODES as f, OWNERS as g, OUT_OF_TIME as h, ALLOW_LIST_FORMATS as i, CONFIDENCES as l, OCCASIONS as m, VERSION as n, BRANCHES as o, LAYERS as p, VERSION$1 as r, CANCELLED as s, VERSIONS as t, DEPTHS as u, ROUTE_KINDS as v, heightOf as w, VERDICT_FORMATS as x, RUNGS as y };