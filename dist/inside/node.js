import "../chunks/runtime.js";
import { o as leave } from "../chunks/start.js";
import { D as yamlFor, g as readSettings, v as orderOf } from "../chunks/settings.js";
import { t as preflight } from "../chunks/egress.js";
import { k as fields } from "../chunks/settings-inputs.js";
import { i as frameOf, l as targetSource, r as encodeJson, t as GIVEN } from "../chunks/inside-frame.js";

// src/inside/node.ts
/**
* The Node side of --inside: this whole program, put together in the target by `loader.ts` from the
* files of `dist/` that came over standard input with the order.
*/
async function answer(order) {
	const source = targetSource(order, process.env);
	const { signal } = new AbortController();
	const settings = readSettings(source, await yamlFor(source));
	const here = {
		...source,
		workspace: process.cwd()
	};
	return await preflight(orderOf({
		settings,
		source: here,
		signal
	}));
}
const order = takeOrder();
if (order !== void 0) {
	const result = await answer(order).catch((error) => ({ crash: error instanceof Error ? `${error.name} ${crashCode(error)}`.trim() : "unknown" }));
	process.stdout.write(frameOf(order.mark, encodeJson(result)), () => leave(0));
}
/** The code alone: a message may quote what is secret. */
function crashCode(error) {
	return "code" in error && typeof error.code === "string" ? error.code : "";
}
/** Takes the order, once; `undefined` where nobody gave one. */
function takeOrder() {
	const { order } = fields(Reflect.get(globalThis, GIVEN));
	Reflect.deleteProperty(globalThis, GIVEN);
	if (typeof order !== "string") return void 0;
	const { mark, inputs, files, application } = fields(JSON.parse(Buffer.from(order, "base64").toString("utf8")));
	return {
		mark: String(mark),
		inputs: texts(inputs),
		files: texts(files),
		...isApplication(application) ? { application } : {}
	};
}
/** The caller wrote it: only whether it is there is asked. */
function isApplication(value) {
	return Array.isArray(fields(value)["families"]);
}
function texts(value) {
	return Object.fromEntries(Object.entries(fields(value)).flatMap(([name, text]) => typeof text === "string" ? [[name, text]] : []));
}

export {  };