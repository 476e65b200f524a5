import { createRequire } from "node:module";
import { D as given } from "./settings-inputs.js";
import { n as planted, t as createRedactor } from "./redaction.js";
import { a as readTextFile } from "./application-sources.js";
import { a as describeRuntime } from "./run-settings.js";
const { readdirSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { join } from "node:path";

// src/settings/checkout.ts
/** Files and folders that are looked at for a manifest. */
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
/** Files of the checkout near its top, breadth first, bounded; and a reader for them. `cut`: there are more. */
function readCheckout(workspace) {
	const files = [];
	let level = [""];
	let entries = 0;
	for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
		const next = [];
		for (const folder of level) for (const entry of foldersAndFiles(join(workspace, folder))) {
			entries += 1;
			if (entries > MOST_ENTRIES) {
				const cut = `only ${MOST_ENTRIES} entries of the checkout were looked at`;
				return {
					files,
					readFile: reader(workspace),
					cut
				};
			}
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
/** Takes the secrets of these settings out of a text. */
function redactorOf({ secrets }) {
	return createRedactor(planted(secrets));
}
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
		...given({ listen })
	};
}

export { redactorOf as n, orderOf as t };