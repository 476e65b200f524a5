import "./runtime.js";
import { I as provenUpTo, O as duration, b as OWNER_NAMES, l as withOffset } from "./common.js";
import { setTimeout } from "node:timers/promises";

// src/doors/watch.ts
/** What a person waits for: another verdict, owner or code. Times and numbers differ in every run. */
function stateOf({ verdict }) {
	return [
		verdict.verdict,
		verdict.owner,
		verdict.rung,
		verdict.code
	].join(" ");
}
function lineOf({ verdict, elapsedMs }) {
	const what = verdict.verdict === "pass" ? provenUpTo(verdict) : `${OWNER_NAMES[verdict.owner]} (${verdict.code}), ${provenUpTo(verdict)}`;
	return `${withOffset(/* @__PURE__ */ new Date())}  ${verdict.verdict}  ${what}  ${duration(elapsedMs)}`;
}
/**
* Repeats the run, one line each, until something is not as it was. Resolves to the run that differs;
* to nothing when it was cancelled before.
* @param everyMs from the start of one run to the start of the next
*/
async function watch(run, everyMs, signal, print) {
	let before;
	for (;;) {
		const startedMs = performance.now();
		const reports = await run();
		const { packet } = reports;
		if (signal.aborted) return void 0;
		if (packet === void 0) return reports;
		print(lineOf(packet));
		const state = stateOf(packet);
		if (before !== void 0 && before !== state) return reports;
		before = state;
		const restMs = Math.max(0, everyMs - (performance.now() - startedMs));
		await setTimeout(restMs, void 0, { signal }).catch(() => {});
		if (signal.aborted) return void 0;
	}
}

export { watch };