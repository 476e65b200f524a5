import { j as failsJob, s as oneLine } from "./model.js";
import { n as codeOf, t as EXIT } from "./doors-exit-code.js";
import { n as stamp, t as flat } from "./run-settings.js";
import { i as RUNG_NAMES } from "./reports-words.js";
import { r as provenLine } from "./reports.js";
import { r as DOCS_URL } from "./doors-write-now.js";
import { accessSync, constants, createReadStream, statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

// src/doors/listening.ts
/** Every event with its time, scrubbed: one line each, for step debug and `--verbose`. */
function debugListener(redactor, write) {
	return (event) => {
		if (event.kind === "begin") {
			const text = `${event.atMs.toFixed(1)} ms  begin ${event.rung} ${event.target}`;
			write(oneLine(redactor.text(text, "debug"), 400));
			return;
		}
		const { observation } = event;
		const { outcome } = observation;
		const atMs = observation.startedMs + observation.elapsedMs;
		const told = outcome.status === "failed" ? `${outcome.failure.code} ${outcome.failure.errno ?? ""}` : outcome.status === "skipped" ? outcome.because : "";
		const text = `${atMs.toFixed(1)} ms  ${outcome.status} ${observation.id} ${observation.target} ${told}`;
		write(oneLine(redactor.text(text, "debug"), 400));
	};
}
/** Keeps the watchdog told of what the run waits for. */
function watchedBy(watchdog) {
	return watchdog === void 0 ? void 0 : (event) => {
		const waits = event.kind === "begin";
		const rung = RUNG_NAMES[waits ? event.rung : event.observation.rung];
		watchdog.doing(waits ? `waiting for ${rung}` : `at work on what ${rung} gave`);
	};
}
/** Both listeners, or the one there is. */
function together(...listeners) {
	const heard = listeners.filter((listener) => listener !== void 0);
	return heard.length === 0 ? void 0 : (event) => {
		for (const listener of heard) listener(event);
	};
}
/** More lines than a screen has cannot be taken back; the rest of a long run is left to the report. */
const MOST_LINES = 20;
/**
* Lines appear as rungs are proven. Only for a terminal: they are taken back with the cursor
* (ECMA-48 CUU and ED), which no file and no pipe understands.
*/
function liveLadder(style, write) {
	let lines = 0;
	return {
		listen: (event) => {
			if (event.kind !== "end" || event.observation.attempt === 0 || lines >= MOST_LINES) return;
			const text = provenLine(flat(event.observation), style);
			lines += text.split("\n").length;
			write(`${text}\n`);
		},
		clear: () => {
			if (lines > 0) write(`\u001b[${lines}A\u001b[0J`);
			lines = 0;
		}
	};
}

// src/doors/other-modes.ts
/** Milliseconds of the deadline that summary, page and packet are written in. */
const TELLING_MS = 3e3;
/** Files that are named when they were passed over. */
const MOST_NAMES = 10;
/** A folder of packets from many runners: one verdict, nothing is sent. */
async function fleetMode(folder, { failOn, deadlineMs }, runtime, signal, viewOf) {
	const startedAt = /* @__PURE__ */ new Date();
	setFlagsFromString("--optimize-for-size");
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
		tell: (paths) => tellFleet(result, packet, {
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
	return [`Not read, because they are no packets: ${paths.slice(0, MOST_NAMES).join(", ")}${more}.`];
}
/** An existing log, explained by the same rules; nothing is sent. */
async function explainMode(log, stdin, options) {
	const wrong = log === "-" ? void 0 : wrongWith(log);
	if (wrong !== void 0) return {
		message: `The log ${log} ${wrong}.`,
		fix: "Name a file that this user can read, or - for standard input."
	};
	const { explain, tellExplanation } = await import("./explain.js");
	const explanation = await explain(log === "-" ? bytesOf(stdin) : bytesOf(createReadStream(log)), { signal: options.signal });
	const { owner, branch } = explanation.verdict;
	const verdict = owner === "none" ? "pass" : owner === "unknown" ? "inconclusive" : "fail";
	const failing = failsJob({
		verdict,
		owner,
		branch
	}, options.failOn);
	const text = `${JSON.stringify(explanation, null, 2)}\n`;
	const { workspace, beside = false, json } = options;
	return {
		files: json ? [] : [{
			kind: "file",
			name: "explanation.json",
			content: text
		}],
		tell: () => json ? [{
			kind: "terminal",
			text
		}] : tellExplanation(explanation, {
			log,
			workspace,
			failing,
			outputs: !beside
		}).filter((artifact) => artifact.kind !== "file"),
		exitCode: failing ? codeOf(verdict) : EXIT.pass,
		notices: []
	};
}
function wrongWith(path) {
	try {
		if (!statSync(path).isFile()) return "is no regular file";
		accessSync(path, constants.R_OK);
		return;
	} catch (error) {
		return `cannot be read${error instanceof Error && "code" in error ? ` (${String(error.code)})` : ""}`;
	}
}
async function* bytesOf(stream) {
	for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

export { together as a, liveLadder as i, fleetMode as n, watchedBy as o, debugListener as r, explainMode as t };