import { i as failing, r as exitCodeOf } from "./doors-exit-code.js";
import { i as readRegularFile } from "./application-sources.js";
import { writeSync } from "node:fs";

// src/doors/preflight-mode.ts
const OURS = "openai-preflight/openai-preflight";
/** The findings as the version that runs describes them. */
const DOCS_URL = docsUrl(process.env);
/** By the tag that a workflow names; a composite action of somebody else has a tag of its own. */
function docsUrl(env) {
	const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref = "" } = env;
	const tag = repository === OURS && /^[\w.-]{1,100}$/.test(ref) ? ref : "main";
	return `https://github.com/${OURS}/blob/${tag}/docs/findings.md`;
}
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
	const { toldBy } = await import("./doors-told-entry.js");
	return toldBy(packet, full, {
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
async function preflightAfter(aside, order) {
	const { preflight } = await import("./run-preflight-entry.js");
	return preflight({
		...order,
		aside,
		...aside.length === 0 ? {} : { startedMs: performance.now() }
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
async function baselineOf({ baseline }, packet) {
	if (baseline === void 0) return { notices: [] };
	const file = readRegularFile(baseline);
	if ("because" in file) return { notices: [`The baseline ${baseline} ${file.because}: there is nothing to compare with.`] };
	const { readPacket, sinceBaseline } = await import("./packets-compare-entry.js");
	const read = readPacket(file.text, baseline);
	return "problem" in read ? { notices: [`${read.problem.message} ${read.problem.fix}`] } : {
		view: sinceBaseline(read.packet, packet),
		notices: []
	};
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

export { preflightMode as i, writeWhole as n, DOCS_URL as r, writeNow as t };