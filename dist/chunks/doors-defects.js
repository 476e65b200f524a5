// src/doors/defects.ts
/** A run that outlasted its deadline although each of its parts has a clock. */
var OutOfTime = class extends Error {};
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
		setTimeout(() => fail(new OutOfTime("the run outlasted its deadline")), Math.max(0, deadlineMs + GRACE_MS - nowMs()));
	});
	defect.catch(() => {});
	return defect;
}

export { defectOf as n, OutOfTime as t };