import { b as failsJob } from "./model-words.js";
import "./settings-inputs.js";

// src/doors/exit-code.ts
/** Exit codes of the command line. */
const EXIT = {
	pass: 0,
	fail: 1,
	usage: 2,
	inconclusive: 3,
	defect: 70,
	cancelled: 130
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

export { failing as i, codeOf as n, exitCodeOf as r, EXIT as t };