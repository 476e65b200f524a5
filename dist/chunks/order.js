import { D as describeRuntime, M as readTextFile } from "./preflight.js";
import { t as failsJob } from "./gate.js";
import { readdirSync } from "node:fs";
import { join } from "node:path";

// src/doors/exit-code.ts
/** Exit codes of the command line. */
const EXIT = {
	pass: 0,
	fail: 1,
	usage: 2,
	inconclusive: 3,
	defect: 70
};
/** Verdicts that fail the job: of each route by its own `fail-on`; without any route that of the run. */
function failures(packet, failOn) {
	return (packet.routes.length > 0 ? packet.routes : [{
		verdict: packet.verdict,
		failOn
	}]).filter((one) => failsJob(one.verdict, one.failOn)).map(({ verdict }) => verdict);
}
/** Whether anything fails the job. `failOn` is for a run that did not get as far as a route. */
function failing(packet, failOn = []) {
	return failures(packet, failOn).length > 0;
}
/** 0 also when something was found that does not fail the job: it is a warning then. */
function exitCodeOf(packet, failOn = []) {
	const failed = failures(packet, failOn);
	if (failed.length === 0) return EXIT.pass;
	return failed.some(({ verdict }) => verdict === "fail") ? EXIT.fail : EXIT.inconclusive;
}
/** Of a verdict that fails the job. */
function codeOf(verdict) {
	return {
		pass: EXIT.pass,
		fail: EXIT.fail,
		inconclusive: EXIT.inconclusive
	}[verdict];
}

// src/settings/checkout.ts
const MOST_ENTRIES = 2e3;
/** A monorepo keeps its manifests this deep: `apps/web/package.json`. */
const DEEPEST = 3;
const SKIPPED = /* @__PURE__ */ new Set([
	"node_modules",
	".git",
	".venv",
	"venv",
	"dist"
]);
/** Names in a folder; `undefined` when it cannot be read. */
function listFolder(path) {
	try {
		return readdirSync(path);
	} catch {
		return;
	}
}
/** Files of the checkout near its top, breadth first, bounded; and a reader for them. */
function readCheckout(workspace) {
	const files = [];
	let level = [""];
	let entries = 0;
	for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
		const next = [];
		for (const folder of level) for (const entry of foldersAndFiles(join(workspace, folder))) {
			entries += 1;
			if (entries > MOST_ENTRIES) return {
				files,
				readFile: reader(workspace)
			};
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isFile()) files.push(path);
			else if (entry.isDirectory() && !SKIPPED.has(entry.name)) next.push(path);
		}
		level = next;
	}
	return {
		files,
		readFile: reader(workspace)
	};
}
function reader(workspace) {
	return (path) => readTextFile(join(workspace, path));
}
function foldersAndFiles(path) {
	try {
		return readEntries(path);
	} catch {
		return [];
	}
}
function readEntries(path) {
	return readdirSync(path, { withFileTypes: true });
}

// src/doors/order.ts
/** What every door hands to the engine: the settings and this machine. */
function orderOf(options) {
	const { settings, source, signal, listen } = options;
	return {
		settings,
		environment: source.env,
		runtime: describeRuntime(source.env),
		checkout: () => readCheckout(source.workspace),
		readFile: readTextFile,
		listFolder,
		workspace: source.workspace,
		signal,
		startedMs: performance.now(),
		...listen === void 0 ? {} : { listen }
	};
}

export { failing as a, exitCodeOf as i, EXIT as n, codeOf as r, orderOf as t };