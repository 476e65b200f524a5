import { createRequire } from "node:module";
import { y as branchOf } from "./model-words.js";
import { D as given } from "./settings-inputs.js";
import { t as VERSIONS } from "./versions.js";
const { existsSync, readlinkSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { arch, release, type } from "node:os";

// src/settings/runtime.ts
/** Variables in which the big clouds name the region of a machine or a function. */
const REGION_VARIABLES = [
	"AWS_REGION",
	"AWS_DEFAULT_REGION",
	"GOOGLE_CLOUD_REGION",
	"FUNCTION_REGION",
	"REGION_NAME",
	"VERCEL_REGION",
	"FLY_REGION"
];
/** The region that the environment names; empty when it names none. */
function regionOf(env) {
	return REGION_VARIABLES.map((name) => env[name]).find((value) => value) ?? "";
}
/** Where this process runs, as far as the environment says it without asking anyone. */
function describeRuntime(env, exists = existsSync) {
	return {
		os: `${type()} ${release()}`,
		arch: arch(),
		container: exists("/.dockerenv") || exists("/run/.containerenv") || env["KUBERNETES_SERVICE_HOST"] !== void 0,
		runnerName: env["RUNNER_NAME"] ?? "",
		runnerKind: env["RUNNER_ENVIRONMENT"] === "github-hosted" ? "github-hosted" : env["GITHUB_ACTIONS"] === "true" ? "self-hosted" : "none",
		region: regionOf(env),
		source: "live"
	};
}
/** Debian, Fedora, macOS and the images of most containers link the zone of the machine here. */
const LINK = "/etc/localtime";
/**
* IANA name of this machine's time zone. Only ICU knows it everywhere, and takes 15 ms of CPU to
* load for this one word (measured); where the system has the name in a link, the link is read.
*/
function timezoneName(env = process.env, readLink = readlinkSync) {
	return (env["TZ"] === void 0 ? linkedName(readLink) : void 0) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
function linkedName(readLink) {
	try {
		const name = /\/zoneinfo\/([A-Za-z]\w*(?:\/[\w+-]+)*)$/.exec(readLink(LINK))?.[1];
		return name === "Etc/UTC" ? "UTC" : name;
	} catch {
		return;
	}
}

// src/run/stored.ts
/** What every packet says of the place and time of its making. */
function stamp(runtime, startedAt, elapsedMs) {
	return {
		tool: VERSIONS,
		startedAt: withOffset(startedAt),
		timezone: timezoneName(),
		elapsedMs: Math.round(elapsedMs),
		runtime
	};
}
/** An observation as it is stored. */
function flat(one) {
	const { outcome } = one;
	return {
		id: one.id,
		probe: one.probe,
		rung: one.rung,
		target: one.target,
		attempt: one.attempt,
		status: outcome.status,
		code: outcome.status === "failed" ? outcome.failure.code : "",
		because: outcome.status === "skipped" ? outcome.because : outcome.status === "failed" ? [outcome.failure.errno, outcome.failure.detail].filter(Boolean).join(" ") : "",
		startedMs: one.startedMs,
		elapsedMs: one.elapsedMs,
		facts: outcome.status === "skipped" ? {} : { ...outcome.facts },
		...given({ at: one.at })
	};
}
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
/** ISO 8601 with the offset of this machine, as people write times into a ticket. */
function withOffset(date) {
	const offset = -date.getTimezoneOffset();
	const local = new Date(date.getTime() + offset * 6e4).toISOString().slice(0, -1);
	const sign = offset < 0 ? "-" : "+";
	const part = (value) => String(Math.floor(Math.abs(value))).padStart(2, "0");
	return `${local}${sign}${part(offset / 60)}:${part(offset % 60)}`;
}

export { describeRuntime as a, withOffset as i, packetWithoutRoutes as n, regionOf as o, stamp as r, flat as t };