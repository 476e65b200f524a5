import { b as branchOf } from "./model-words.js";
import "./settings-inputs.js";
import { n as stamp } from "./run-settings.js";

// src/run/packet-without-routes.ts
/** A packet all the same: every run leaves one, also a crash, an unreadable file, a failed prefix. */
function packetWithoutRoutes(saying, runtime, startedAt = /* @__PURE__ */ new Date(), elapsedMs = performance.now()) {
	return {
		schemaVersion: 1,
		...stamp(runtime, startedAt, elapsedMs),
		routes: [],
		verdict: {
			rung: "",
			responder: "",
			product: "",
			httpStatus: "",
			requestId: "",
			retryable: false,
			lastGood: "none",
			firstBad: "none",
			doNext: [],
			doNot: [],
			cites: [],
			also: [],
			ladder: [],
			route: "",
			...saying,
			branch: branchOf(saying.owner),
			confidence: saying.verdict === "pass" ? "" : saying.owner === "unknown" ? "low" : "high"
		},
		redactions: []
	};
}

export { packetWithoutRoutes as t };