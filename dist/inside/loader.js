import "node:module";
import { dirname, join } from "node:path/posix";
import vm from "node:vm";
import { brotliDecompressSync } from "node:zlib";
import "node:crypto";
import tls from "node:tls";

// src/model/values.ts
/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
function fields(value) {
	return isObject(value) ? value : {};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/model/words.ts
/** What ends ahead of time: warnings, unless `fail-on` names {@link EXPIRY}. */
const EXPIRY_CODES = [
	"api.model_shutdown_soon",
	"api.key_expires_soon",
	"tls.cert.expires_soon"
];
/** Found while everything works, and worth a warning: what will end, and what is nearly used up. */
const AHEAD_CODES = [
	...EXPIRY_CODES,
	"api.model_not_listed",
	"api.headroom_low"
];

// src/inside/frame.ts
/** Name of the global that holds what came with a Node program. */
const GIVEN = "openaiPreflight";
const BEGIN = "<<<openai-preflight";
const END = ">>>";
/** The result of a remote process between two lines that are found again among any other text. */
function frameOf(mark, payload) {
	return `\n${BEGIN} ${mark} ${payload.length}\n${payload}\n${END}\n`;
}
function encodeJson(value) {
	return Buffer.from(JSON.stringify(value), "utf8").toString("base64");
}

// src/inside/older-node.ts
/**
* What the program uses of Node.js 24 and an older one lacks, from the standard or from Node's own
* documentation. Only in the process of a target, where nothing else runs.
*/
function bringUpToDate() {
	give(Array.prototype, "toSorted", function(compare) {
		return [...this].sort(compare);
	});
	give(Array.prototype, "toReversed", function() {
		return this.map((_one, index) => this.at(-1 - index));
	});
	give(String.prototype, "toWellFormed", function() {
		return this.replaceAll(/\p{Surrogate}/gu, "�");
	});
	give(URL, "parse", (text, base) => {
		try {
			return new URL(text, base);
		} catch {
			return null;
		}
	});
	give(Map, "groupBy", (items, keyOf) => {
		const groups = /* @__PURE__ */ new Map();
		for (const item of items) {
			const key = keyOf(item);
			groups.set(key, [...groups.get(key) ?? [], item]);
		}
		return groups;
	});
	give(AbortSignal, "any", (signals) => {
		const controller = new AbortController();
		for (const signal of signals) {
			const abort = () => controller.abort(signal.reason);
			if (signal.aborted) abort();
			else signal.addEventListener("abort", abort, { once: true });
		}
		return controller.signal;
	});
	give(tls, "getCACertificates", (kind) => kind === "bundled" ? [...tls.rootCertificates] : []);
}
function give(owner, name, value) {
	if (name in owner) return;
	Object.defineProperty(owner, name, {
		value,
		writable: true,
		configurable: true
	});
}

// src/inside/loader.ts
/**
* The first lines that a Node.js of a target runs: puts the files of the program together in memory,
* as they came over standard input, and starts them. `node --experimental-vm-modules` has what it
* takes since version 12; files, a folder or a registry are not needed.
*/
const given = fields(Reflect.get(globalThis, GIVEN));
const parts = fields(JSON.parse(brotliDecompressSync(Buffer.from(String(given["parts"]), "base64")).toString("utf8")));
const modules = /* @__PURE__ */ new Map();
function moduleAt(path) {
	return new vm.SourceTextModule(String(parts[path]), {
		identifier: path,
		initializeImportMeta: (meta) => {
			Object.assign(meta, {
				url: `file:///${path}`,
				dirname: `/${dirname(path)}`
			});
		},
		importModuleDynamically: async (specifier) => {
			const found = await link(specifier, { identifier: path });
			if (found.status === "unlinked") await found.link(link);
			await found.evaluate();
			return found;
		}
	});
}
async function builtIn(name) {
	const exported = await import(name);
	const names = Object.keys(fields(exported));
	return new vm.SyntheticModule(names, function() {
		for (const one of names) this.setExport(one, fields(exported)[one]);
	}, { identifier: name });
}
async function link(specifier, { identifier }) {
	const path = specifier.startsWith(".") ? join(dirname(identifier), specifier) : specifier;
	const isPart = Object.hasOwn(parts, path);
	if (!isPart && path !== specifier) return await askFor(path);
	const found = modules.get(path) ?? (isPart ? moduleAt(path) : builtIn(path));
	modules.set(path, found);
	return await found;
}
/** A part that is seldom needed did not come along: the caller starts again with it. */
function askFor(path) {
	const answer = frameOf(String(given["mark"]), encodeJson({ wants: path }));
	return new Promise(() => {
		process.stdout.write(answer, () => process.exit(0));
	});
}
bringUpToDate();
const program = await link(`./${String(given["program"])}`, { identifier: "" });
await program.link(link);
await program.evaluate();

export {  };