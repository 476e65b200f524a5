import "./runtime.js";
import { O as LAW_OF_SETTINGS } from "./judge.js";
import { i as buildPacket, t as prepare } from "./egress.js";
import { d as blockedResult, r as systemResolve, u as blocked } from "./wire-knowledge.js";
import { k as given } from "./settings-inputs.js";
import { nn as createRedactor, un as planted } from "./common.js";
import { t as VERSIONS } from "./versions.js";
import { setTimeout } from "node:timers/promises";

// src/run/world.ts
/** The world of one run, which learns secrets on its way, and what takes all of them out again. */
function worldOf(order) {
	const { settings, signal, directBaseUrl, listen, jobToken } = order;
	const origin = performance.now();
	const secrets = planted(settings.secrets);
	const redactors = [createRedactor([...secrets], { shapes: false })];
	return {
		world: {
			network: {
				resolve: order.resolve ?? systemResolve,
				clock: () => performance.now() - origin,
				clean: (received) => redactors.reduce((text, one) => one.text(text, "headers"), received)
			},
			now: Date.now,
			signal,
			sdk: `openai@${VERSIONS.openai}`,
			pause: async (milliseconds, until) => {
				await setTimeout(milliseconds, void 0, { signal: until }).catch(() => {});
			},
			egressAddress: settings.egressAddress,
			conceal: (value, what) => {
				order.mask?.(value);
				secrets.push({
					value,
					what
				});
				redactors.push(createRedactor([{
					value,
					what
				}], { shapes: false }));
			},
			...given({
				controlUrl: settings.controlUrl,
				directBaseUrl,
				listen,
				jobToken
			})
		},
		redactorFor: (results) => createRedactor([...secrets, ...proxyPasswords(results)]),
		heard: () => redactors.flatMap((one) => one.list())
	};
}
function proxyPasswords(results) {
	return results.flatMap(({ routeRun }) => [routeRun.plan, ...routeRun.otherWays]).flatMap(({ proxyCredentials }) => proxyCredentials ?? []).map(({ password }) => ({
		value: password,
		what: "proxy password"
	}));
}

// src/run/preflight.ts
/** The end of a run may not need all of the deadline: this much is kept for writing the reports. */
const REPORTING_MS = 250;
/** … and this much more for each route: a thousand of them make 18 MB of page (measured: 3 s). */
const REPORTING_A_ROUTE_MS = 3;
/**
* The story: settings → routes → the way out → the real request → (only after a failure)
* investigations → the judge → a packet with nothing secret in it. Reports are made from the packet.
*/
async function preflight(order) {
	const { settings, runtime, startedMs = 0 } = order;
	const preparingMs = performance.now();
	const routeRuns = await prepare(order, Date.now());
	const probes = routeRuns.every(blocked) ? void 0 : await loadProbes();
	const spentMs = startedMs + performance.now() - preparingMs;
	const startedAt = /* @__PURE__ */ new Date();
	const { world, redactorFor, heard } = worldOf(order);
	const leftMs = timeFor(routeRuns.length, settings) - spentMs;
	const results = probes === void 0 ? await blockedResults(routeRuns, order) : await probes.runRoutes(routeRuns, world, leftMs);
	const elapsedMs = world.network.clock() + startedMs;
	const redactor = redactorFor(results);
	const packet = buildPacket({
		results,
		startedAt,
		elapsedMs,
		runtime,
		redactor
	});
	return {
		...packet,
		redactions: [...heard(), ...packet.redactions]
	};
}
/** The probes with the SDK and TLS: 2 MB that wrong settings have no use for. */
const loadProbes = () => import("./run.js");
/** Nothing was sent: only what was seen beside the road asks for more rules than those of the settings. */
async function blockedResults(routeRuns, { before = [] }) {
	const law = before.length === 0 ? LAW_OF_SETTINGS : (await import("./rules-entry.js")).LAW;
	return routeRuns.map((one) => blockedResult(one, law));
}
/** Milliseconds of the deadline in which routes are asked; the rest is for writing. */
function timeFor(routes, { deadlineMs }) {
	return deadlineMs - Math.min(REPORTING_MS + REPORTING_A_ROUTE_MS * routes, deadlineMs / 2);
}

export { preflight as t };