import { d as optional } from "./settings-inputs.js";
import { t as VERSIONS } from "./versions.js";
import { t as withOffset } from "./run-time.js";
import { readlinkSync } from "node:fs";

// src/settings/timezone.ts
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
		...optional("at", one.at)
	};
}

export { stamp as n, flat as t };