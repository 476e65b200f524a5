import { y as failsJob } from "./model.js";
import { i as failing, n as codeOf, r as exitCodeOf, t as EXIT } from "./exit-code.js";
import { s as oneLine } from "./redaction.js";
import { h as readRegularFile, t as preflight } from "./preflight.js";
import { i as stamp, r as flat } from "./packet.js";
import { r as provenLine } from "./reports.js";
import { accessSync, constants, createReadStream, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { tmpdir } from "node:os";
import { randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";

// src/packets/folder.ts
/** Windows refuses to replace a file that somebody is reading: a reader is done in a moment. */
const BUSY = /* @__PURE__ */ new Set([
	"EPERM",
	"EACCES",
	"EBUSY"
]);
const MOST_TRIES = 20;
/**
* Writes a file of the packet folder as a whole or not at all: many runs may share one folder, and a
* reader must never see half a packet. A link that lies in its place is replaced, not followed.
* Synchronous, for the end of a run; throws what the file system throws.
*/
function writeWhole$1(folder, name, content) {
	makeFolder(folder);
	const draft = join(folder, `.${name}.${randomUUID()}`);
	try {
		writeFileSync(draft, content, { flag: "wx" });
		replace(draft, join(folder, name));
	} catch (error) {
		rmSync(draft, { force: true });
		throw error;
	}
}
function replace(draft, path) {
	for (let tried = 1;; tried += 1) try {
		renameSync(draft, path);
		return;
	} catch (error) {
		if (!(error instanceof Error && "code" in error && BUSY.has(error.code)) || process.platform !== "win32" || tried === MOST_TRIES) throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
	}
}
/** Level by level: `recursive` of Node asks for ever below a folder that can have none, as `/proc`. */
function makeFolder(folder) {
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
	const above = dirname(folder);
	if (above !== folder) makeFolder(above);
	try {
		mkdirSync(folder);
	} catch (error) {
		if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
	}
}
/**
* Writes the files of a run. Never throws: a folder that cannot be written hides nothing else.
* @param folder absolute; without one a new folder below the temporary folder, which belongs to this
* user and to this run alone: a shared one may hold somebody else's older packet
*/
function writeFiles(folder, files) {
	const paths = /* @__PURE__ */ new Map();
	const problems = [];
	let into = folder;
	for (const { name, content } of files) try {
		into ??= mkdtempSync(join(tmpdir(), "openai-preflight-"));
		writeWhole$1(into, name, content);
		paths.set(name, join(into, name));
	} catch (error) {
		problems.push(`${name} could not be written to ${into ?? tmpdir()}${reasonOf(error)}.`);
	}
	return {
		paths,
		problems
	};
}
/** ` (EACCES)`, or nothing where the system gave no code. */
function reasonOf(error) {
	return error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
}

// src/doors/defects.ts
/** The contract allows deadline plus 2 s; the second of them is for writing. */
const GRACE_MS = 1e3;
/**
* Rejects with what was thrown where nobody listens, which would end the process without outputs,
* and when a run outlasts its deadline although every part of it has a clock: both are defects of
* our own. Never resolves.
* @param deadlineMs since the start of the process; none where the run may take its time
*/
function defectOf(process, deadlineMs, nowMs = () => performance.now()) {
	const defect = new Promise((_, fail) => {
		process.on("uncaughtException", fail);
		process.on("unhandledRejection", fail);
		if (deadlineMs === void 0) return;
		setTimeout(() => fail(/* @__PURE__ */ new Error("the run outlasted its deadline")), Math.max(0, deadlineMs + GRACE_MS - nowMs()));
	});
	defect.catch(() => {});
	return defect;
}

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

// src/doors/preflight-mode.ts
const DOCS_URL = "https://github.com/openai-preflight/openai-preflight/blob/main/docs/findings.md";
/** The run itself: probe, judge, compare with the baseline, tell. */
async function preflightMode(order, source, viewOf) {
	const { settings } = order;
	const packet = await measure(order, source);
	const baseline = await baselineOf(settings, packet);
	const full = {
		...await viewOf(packet),
		failing: failing(packet, settings.failOn),
		docsUrl: DOCS_URL,
		cancelled: order.signal.aborted,
		...baseline.view === void 0 ? {} : { baseline: baseline.view }
	};
	const { toldBy } = await import("./told.js");
	return toldBy(packet, full, {
		exitCode: exitCodeOf(packet, settings.failOn),
		notices: baseline.notices
	});
}
/** Here, or with `inside` where the application runs; a packet comes back from both. */
async function measure(order, source) {
	const { settings, signal } = order;
	const { inside, deadlineMs, secrets } = settings;
	if (inside === void 0) return preflight({
		...order,
		aside: await asideOf(order)
	});
	const { probeInside } = await import("./inside.js");
	const { packet } = await probeInside({
		prefix: inside,
		source,
		deadlineMs,
		signal,
		secrets
	});
	return packet;
}
/** Observations that need no socket: the front-end bundle. Loaded only when it is asked for. */
async function asideOf({ settings, workspace, signal }) {
	if (settings.clientBundle === void 0) return [];
	const { probeClientBundle } = await import("./browser.js");
	const startedMs = performance.now();
	const { outcome } = await probeClientBundle({
		folder: settings.clientBundle,
		workspace,
		secrets: settings.secrets.map(({ value }) => value),
		signal
	});
	return [{
		id: "client-bundle",
		probe: "client-bundle",
		rung: "config",
		route: settings.routes[0]?.route.name ?? "",
		target: settings.clientBundle,
		attempt: 0,
		startedMs: 0,
		elapsedMs: Math.round(performance.now() - startedMs),
		outcome
	}];
}
async function baselineOf({ baseline }, packet) {
	if (baseline === void 0) return { notices: [] };
	const file = readRegularFile(baseline);
	if ("because" in file) return { notices: [`The baseline ${baseline} ${file.because}: there is nothing to compare with.`] };
	const { readPacket, sinceBaseline } = await import("./compare2.js");
	const read = readPacket(file.text, baseline);
	return "problem" in read ? { notices: [`${read.problem.message} ${read.problem.fix}`] } : {
		view: sinceBaseline(read.packet, packet),
		notices: []
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
	setFlagsFromString("--semi-space-growth-factor=1");
	const { collector, fleetFiles, fleetPacket, readFolder, tellFleet } = await import("./aggregate.js");
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

// src/doors/write-now.ts
/** A reader that takes nothing for so long has gone; milliseconds. */
const PATIENCE_MS = 2e3;
const PAUSE_MS = 2;
/** Readers that were waited for once: the next text does not wait again. */
const gone = /* @__PURE__ */ new Set();
/**
* Writes the whole text before it returns. `process.stdout.write` does not where standard output is
* a socket or a pipe that is full, and what is still buffered is lost at exit (measured: 146 KB
* arrived of a packet of 290 KB). Gives up when nobody reads.
*/
function writeNow(text, descriptor = 1) {
	if (gone.has(descriptor)) return;
	const bytes = Buffer.from(text, "utf8");
	const idle = new Int32Array(new SharedArrayBuffer(4));
	let progressMs = performance.now();
	for (let written = 0; written < bytes.length;) try {
		written += writeSync(descriptor, bytes, written);
		progressMs = performance.now();
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) return;
		if (performance.now() - progressMs > PATIENCE_MS) {
			gone.add(descriptor);
			return;
		}
		Atomics.wait(idle, 0, 0, PAUSE_MS);
	}
}
/** Makes a library that prints to the stream (`@actions/core`) write as {@link writeNow} does. */
function writeWhole(stream) {
	stream.write = (text) => {
		writeNow(typeof text === "string" ? text : Buffer.from(text).toString("utf8"));
		return true;
	};
}

export { DOCS_URL as a, liveLadder as c, reasonOf as d, writeFiles as f, fleetMode as i, together as l, writeWhole as n, preflightMode as o, explainMode as r, debugListener as s, writeNow as t, defectOf as u };