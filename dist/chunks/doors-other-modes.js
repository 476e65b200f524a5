import { dn as EXIT, fn as codeOf, r as stamp } from "./common.js";
import { t as DOCS_URL } from "./doors-packets.js";

// src/doors/apart.ts
/** Settings that only a run can follow that sends or searches something. */
const OF_A_RUN = [
	"inside",
	"client-bundle",
	"browser-origin",
	"path-checks"
];
/** Settings that ask for a run of their own, and those that it would leave undone. */
const UNDONE = {
	aggregate: ["log", ...OF_A_RUN],
	inside: ["client-bundle", "browser-origin"]
};
/** What is asked for and not done must not end in a pass: two settings that no one run can follow. */
function apartIn({ input }, more = {}) {
	const isSet = (name) => (input(name)?.trim() ?? "") !== "";
	for (const [mode, undone] of Object.entries({
		...UNDONE,
		...more
	})) {
		const other = isSet(mode) ? undone.find(isSet) : void 0;
		if (other === void 0) continue;
		return {
			code: "config.conflict",
			message: `${mode} and ${other} cannot be done in one run: ${other} would be left undone.`,
			fix: `Give ${other} a step or a command of its own.`
		};
	}
}

// src/doors/other-modes.ts
/** Milliseconds of the deadline that summary, page and packet are written in. */
const TELLING_MS = 3e3;
/** Files that are named when they were passed over. */
const MOST_NAMES = 10;
/** A folder of packets from many runners: one verdict, nothing is sent. */
async function fleetMode(folder, { failOn, deadlineMs }, runtime, signal, viewOf) {
	const startedAt = /* @__PURE__ */ new Date();
	process.getBuiltinModule("node:v8").setFlagsFromString("--optimize-for-size");
	const { collector, fleetFiles, fleetPacket, readFolder, tellFleet } = await import("./packets-aggregate.js");
	const readingMs = deadlineMs - Math.min(TELLING_MS, deadlineMs / 3) - performance.now();
	const clock = AbortSignal.timeout(Math.max(0, Math.round(readingMs)));
	const read = await readFolder(folder, AbortSignal.any([signal, clock]));
	if (read.status === "unusable") return read.problem;
	const all = collector(failOn);
	for await (const entry of read.entries) all.add(entry);
	const result = all.result(read.expected);
	const packet = fleetPacket(result, stamp(runtime, startedAt, performance.now()));
	const full = {
		...await viewOf(packet),
		failing: result.failing,
		docsUrl: DOCS_URL
	};
	return {
		files: fleetFiles(packet, full),
		artifacts: (paths) => tellFleet(result, packet, {
			...full,
			paths
		}),
		exitCode: result.failing ? codeOf(result.verdict.verdict) : EXIT.pass,
		packet,
		notices: passedOver(read.passedOver)
	};
}
function passedOver(paths) {
	if (paths.length === 0) return [];
	const more = paths.length > MOST_NAMES ? ` and ${paths.length - MOST_NAMES} more` : "";
	return [`Not read, because they are not packets: ${paths.slice(0, MOST_NAMES).join(", ")}${more}.`];
}

export { OF_A_RUN as n, apartIn as r, fleetMode as t };