import "./runtime.js";
import { t as INPUTS } from "./settings-inputs.js";
import "./common.js";
import { C as engineSource, D as yamlFor, g as readSettings, v as orderOf } from "./settings.js";
import { t as preflight$1 } from "./egress.js";

// src/engine.ts
/**
* The preflight as a function: the same engine, rules and words as the action and the command line.
* Resolves to the packet, with nothing secret in it; writes nothing and prints nothing. Rejects only
* on a defect of its own: what is wrong with the settings or the route is in the verdict.
*/
async function preflight(options = {}) {
	const known = new Set(INPUTS.map(({ name }) => name));
	const unknown = Object.keys(options.inputs ?? {}).find((name) => !known.has(name));
	if (unknown !== void 0) throw new TypeError(`There is no input ${JSON.stringify(unknown)}.`);
	const source = engineSource(options);
	const order = orderOf({
		settings: readSettings(source, await yamlFor(source)),
		source,
		signal: options.signal ?? new AbortController().signal
	});
	return preflight$1({
		...order,
		startedMs: 0
	});
}

export { preflight as t };