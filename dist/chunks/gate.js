// src/model/gate.ts
/** Whether a verdict fails the job: something was found, and its owner or branch is in `fail-on`. */
function failsJob(verdict, failOn) {
	return verdict.verdict !== "pass" && (failOn.includes(verdict.owner) || failOn.includes(verdict.branch));
}

export { failsJob as t };