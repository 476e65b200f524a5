import { createRequire } from "node:module";
import { n as VERSION } from "./model-words.js";
import { A as given, T as codeNote } from "./settings-inputs.js";
import { _n as EXIT, bn as failing, c as stamp, in as oneLine, vn as codeOf, x as RUNG_NAMES, yn as exitCodeOf } from "./common.js";
import { E as readTextFile, T as readRegularFile } from "./settings.js";
const { closeSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, statSync, writeFileSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { dirname, join } from "node:path";
import { tmpdir } from "node:os";

// src/packets/folder.ts
/** Windows refuses to replace a file that somebody is reading: a reader is done in a moment. */
const BUSY = /* @__PURE__ */ new Set([
	"EPERM",
	"EACCES",
	"EBUSY"
]);
/** Times that Windows is asked to replace a file, 10 ms apart. */
const MOST_TRIES = 20;
/**
* Writes a file of the packet folder as a whole or not at all: many runs may share one folder, and a
* reader must never see half a packet. A link that lies in its place is replaced, not followed.
* Synchronous, for the end of a run; throws what the file system throws.
*/
function writeWhole(folder, name, content) {
	makeFolder(folder);
	const draft = join(folder, `.${name}.${process.pid}-${Math.random().toString(36).slice(2)}`);
	try {
		writePieces(draft, content);
		replace(draft, join(folder, name));
	} catch (error) {
		rmSync(draft, { force: true });
		throw error;
	}
}
function writePieces(path, pieces) {
	const file = openSync(path, "wx");
	try {
		const whole = typeof pieces === "string" ? [pieces] : pieces;
		for (const piece of whole) writeFileSync(file, piece);
	} finally {
		closeSync(file);
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
		writeWhole(into, name, content);
		paths.set(name, join(into, name));
	} catch (error) {
		problems.push(`${name} could not be written to ${into ?? tmpdir()}${codeNote(error)}.`);
	}
	return {
		paths,
		problems
	};
}

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

// src/doors/preflight-mode.ts
const OURS = "openai-preflight/openai-preflight";
/** The findings as the version that runs describes them. */
const DOCS_URL = docsUrl(process.env);
/** By the tag that a workflow names, else by that of this version: `main` may say something else. */
function docsUrl(env) {
	const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref = "" } = env;
	const tag = repository === OURS && /^[\w.-]{1,100}$/.test(ref) ? ref : `v${VERSION}`;
	return `https://github.com/${OURS}/blob/${tag}/docs/findings.md`;
}
/** Routes of one run whose garbage is worth a smaller room. Measured with 1,000: 340 -> 252 MiB, no CPU. */
const MANY_ROUTES = 100;
/** The run itself: probe, judge, compare with the baseline, tell. */
async function preflightMode(order, source, viewOf) {
	const { settings } = order;
	const earlier = lastGreenOf(order);
	const packet = await measure(order, source);
	const baseline = await baselineOf(settings, packet, await earlier);
	const full = {
		...await viewOf(packet),
		failing: failing(packet, settings.failOn),
		docsUrl: DOCS_URL,
		cancelled: order.signal.aborted,
		...given({ baseline: baseline.view })
	};
	const { runReportsOf } = await import("./doors-run-reports-entry.js");
	return runReportsOf(packet, full, {
		exitCode: exitCodeOf(packet, settings.failOn),
		notices: baseline.notices
	});
}
/** Here, or with `inside` where the application runs; a packet comes back from both. */
async function measure(order, source) {
	const { settings, signal } = order;
	const { inside, deadlineMs, secrets } = settings;
	if (inside === void 0) return preflightAfter(await asideOf(order), order);
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
/** The deadline counts from the start of the process: what the search took is spent. */
async function preflightAfter(before, order) {
	if (order.settings.routes.length > MANY_ROUTES) process.getBuiltinModule("node:v8").setFlagsFromString("--semi-space-growth-factor=1");
	const { preflight } = await import("./run-preflight-entry.js");
	return preflight({
		...order,
		before,
		...before.length === 0 ? {} : { startedMs: performance.now() }
	});
}
/** Observations that need no socket: the front-end bundle. Loaded only when it is asked for. */
async function asideOf({ settings, workspace, signal }) {
	if (settings.clientBundle === void 0) return [];
	const { probeClientBundle } = await import("./browser.js");
	const startedMs = performance.now();
	const outcome = await probeClientBundle({
		folder: settings.clientBundle,
		workspace,
		secrets: settings.secrets.map(({ value }) => value),
		signal,
		until: startedMs + (settings.deadlineMs - startedMs) / 2
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
/** Kept for telling, milliseconds: what has not come by then is not waited for. */
const TELLING_MS$1 = 500;
/** Fetched beside the run, so that it costs no time of its own. */
async function lastGreenOf({ settings, environment, signal }) {
	const { lastGreen, githubToken, deadlineMs } = settings;
	if (lastGreen === void 0) return void 0;
	const leftMs = deadlineMs - TELLING_MS$1 - performance.now();
	const { readLastGreen } = await import("./github-last-green.js");
	return readLastGreen(lastGreen, {
		env: environment,
		token: githubToken?.reveal() ?? "",
		timeoutMs: Math.max(1, Math.floor(leftMs)),
		signal
	}, readTextFile);
}
async function baselineOf({ baseline }, packet, earlier) {
	if (baseline === void 0 && earlier === void 0) return { notices: [] };
	const { readPacket, sinceBaseline } = await import("./packets-compare-entry.js");
	if (earlier !== void 0) return "notice" in earlier ? { notices: [`${earlier.notice} There is nothing to compare with.`] } : {
		view: sinceBaseline(earlier.packet, packet),
		notices: []
	};
	if (baseline === void 0) return { notices: [] };
	const file = readRegularFile(baseline);
	if ("because" in file) return { notices: [`The baseline ${baseline} ${file.because}: there is nothing to compare with.`] };
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

export { together as a, apartIn as c, debugListener as i, writeFiles as l, DOCS_URL as n, watchedBy as o, preflightMode as r, OF_A_RUN as s, fleetMode as t };