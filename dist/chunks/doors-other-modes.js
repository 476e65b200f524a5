import { x as failsJob } from "./model-words.js";
import "./settings-inputs.js";
import { n as stamp } from "./run-settings.js";
import { n as codeOf, t as EXIT } from "./doors-exit-code.js";
import { t as DOCS_URL } from "./doors-preflight-mode.js";
import { ReadStream, accessSync, constants, createReadStream, statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { once } from "node:events";
import { setFlagsFromString } from "node:v8";

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
	const explanation = await explain(bytesOf(log === "-" ? stdin : createReadStream(log), options.signal), { signal: options.signal });
	const { owner, branch, code } = explanation.verdict;
	const verdict = owner === "none" ? "pass" : owner === "unknown" ? "inconclusive" : "fail";
	const failing = failsJob({
		verdict,
		owner,
		branch,
		code
	}, options.failOn);
	const text = `${JSON.stringify(explanation, null, 2)}\n`;
	const { workspace, beside = false, json } = options;
	return {
		files: json ? [] : [{
			kind: "file",
			name: "explanation.json",
			content: text
		}],
		artifacts: () => json ? [{
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
/** Ends when the run does: nobody may ever write to the other end of a pipe or a terminal. */
async function* bytesOf(stream, signal) {
	signal.addEventListener("abort", () => stream.destroy(), { once: true });
	try {
		for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
	} catch (error) {
		if (!signal.aborted) throw error;
	}
	if (stream instanceof ReadStream && !signal.aborted) {
		if (!stream.closed) await once(stream, "close");
		await setImmediate();
	}
}

export { fleetMode as n, explainMode as t };