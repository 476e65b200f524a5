import { f as stamp, p as VERSIONS, t as preflight } from "./preflight.js";
import { t as failsJob } from "./gate.js";
import { a as failing, i as exitCodeOf, n as EXIT, r as codeOf } from "./order.js";
import { s as oneLine } from "./redaction.js";
import { t as packetWithoutRoutes } from "./packet-without-routes.js";
import { createReadStream, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { randomUUID } from "node:crypto";

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
function writeWhole(folder, name, content) {
	mkdirSync(folder, { recursive: true });
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

// src/doors/crash.ts
const ISSUES = "https://github.com/openai-preflight/openai-preflight/issues/new";
const LONGEST_STACK = 4e3;
/** A defect of our own, told as ours: inconclusive, owner unknown, never a broken route. */
function crashPacket(runtime) {
	return packetWithoutRoutes({
		verdict: "inconclusive",
		owner: "unknown",
		code: "own.crash",
		rule: "own/crash",
		summary: "openai-preflight itself failed before it had a verdict; this says nothing about your route.",
		doNext: ["Report the defect with the link in the summary; the stack in it holds no secret."],
		doNot: ["Do not read this as a broken route."]
	}, runtime);
}
/** The scrubbed stack and a link that opens an issue with it. */
function crashView(error, redactor) {
	const plain = (error instanceof Error ? error.stack ?? error.message : String(error)).replace(/\(?(?:file:\/\/)?\/[^\s):]*\/(?=[\w.-]+:\d)/g, "");
	const stack = redactor.text(plain, "stack").slice(0, LONGEST_STACK);
	const url = new URL(ISSUES);
	url.searchParams.set("title", `Crash: ${stack.split("\n")[0]?.slice(0, 80) ?? ""}`);
	url.searchParams.set("body", `Version ${VERSIONS.version}, Node ${VERSIONS.node}\n\n${stack.slice(0, 1500)}`);
	return {
		stack,
		issueUrl: url.href
	};
}

// src/doors/debug.ts
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
		paths: {
			packet: join(settings.packetDir, "packet.json"),
			report: join(settings.packetDir, "report.html")
		},
		...baseline.view === void 0 ? {} : { baseline: baseline.view }
	};
	const { tellAll } = await import("./telling.js");
	return {
		artifacts: tellAll(packet, full),
		exitCode: exitCodeOf(packet, settings.failOn),
		packet,
		notices: baseline.notices
	};
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
	let text;
	try {
		text = readFileSync(baseline, "utf8");
	} catch {
		return { notices: [`The baseline ${baseline} cannot be read: there is nothing to compare with.`] };
	}
	const { readPacket, sinceBaseline } = await import("./compare2.js");
	const read = readPacket(text, baseline);
	return "problem" in read ? { notices: [`${read.problem.message} ${read.problem.fix}`] } : {
		view: sinceBaseline(read.packet, packet),
		notices: []
	};
}

// src/doors/other-modes.ts
/** A folder of packets from many runners: one verdict, nothing is sent. */
async function fleetMode(folder, failOn, runtime, viewOf) {
	const startedAt = /* @__PURE__ */ new Date();
	const { aggregate, fleetPacket, readFolder, tellFleet } = await import("./aggregate.js");
	const read = await readFolder(folder);
	if (read.status === "unusable") {
		const { message, fix } = read.problem;
		return {
			artifacts: [],
			exitCode: EXIT.usage,
			notices: [`${message} ${fix}`]
		};
	}
	const result = aggregate(read.entries, read.expected, failOn);
	const packet = fleetPacket(result, read.entries, stamp(runtime, startedAt, performance.now()));
	return {
		artifacts: tellFleet(result, packet, {
			...await viewOf(packet),
			failing: result.failing,
			docsUrl: DOCS_URL
		}),
		exitCode: result.failing ? codeOf(result.verdict.verdict) : EXIT.pass,
		packet,
		notices: []
	};
}
/** An existing log, explained by the same rules; nothing is sent. */
async function explainMode(log, stdin, options) {
	if (log !== "-" && !isReadableFile(log)) {
		const notice = `The log ${log} cannot be read. Name a file, or - for standard input.`;
		return {
			artifacts: [],
			exitCode: EXIT.usage,
			notices: [notice]
		};
	}
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
	const { workspace, beside = false } = options;
	return {
		artifacts: options.json ? [{
			kind: "terminal",
			text
		}] : [...tellExplanation(explanation, {
			log,
			workspace,
			failing,
			outputs: !beside
		}), {
			kind: "file",
			name: "explanation.json",
			content: text
		}],
		exitCode: failing ? codeOf(verdict) : EXIT.pass,
		notices: []
	};
}
function isReadableFile(path) {
	try {
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
async function* bytesOf(stream) {
	for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

// src/doors/write-now.ts
/** A reader that takes nothing for so long has gone; milliseconds. */
const PATIENCE_MS = 2e3;
const PAUSE_MS = 2;
/**
* Writes the whole text before it returns. `process.stdout.write` does not where standard output is
* a socket or a pipe that is full, and what is still buffered is lost at exit (measured: 146 KB
* arrived of a packet of 290 KB). Gives up when nobody reads.
*/
function writeNow(text, descriptor = 1) {
	const bytes = Buffer.from(text, "utf8");
	const idle = new Int32Array(new SharedArrayBuffer(4));
	let progressMs = performance.now();
	for (let written = 0; written < bytes.length;) try {
		written += writeSync(descriptor, bytes, written);
		progressMs = performance.now();
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) return;
		if (performance.now() - progressMs > PATIENCE_MS) return;
		Atomics.wait(idle, 0, 0, PAUSE_MS);
	}
}

export { preflightMode as a, together as c, writeWhole as d, DOCS_URL as i, crashPacket as l, explainMode as n, defectOf as o, fleetMode as r, debugListener as s, writeNow as t, crashView as u };