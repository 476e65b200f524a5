import "../chunks/runtime-rolldown-runtime.js";
import { t as leave } from "../chunks/doors-leave.js";
import { t as orderOf } from "../chunks/doors-settings.js";
import { _ as yamlFor, i as readSettings, t as preflight } from "../chunks/settings.js";
import { a as encodeJson, n as takeOrder, o as frameOf } from "../chunks/inside-node-order.js";

// src/inside/node.ts
/**
* The Node side of --inside: this whole program, put together in the target by `loader.ts` from the
* files of `dist/` that came over standard input with the order.
*/
async function answer({ inputs, files }) {
	const source = {
		input: (name) => inputs[name],
		env: process.env,
		readFile: (path) => files[path],
		workspace: "/"
	};
	const { signal } = new AbortController();
	const settings = readSettings(source, await yamlFor(source));
	const here = {
		...source,
		workspace: process.cwd()
	};
	return await preflight({
		...orderOf({
			settings,
			source: here,
			signal
		}),
		startedMs: 0
	});
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

export {  };