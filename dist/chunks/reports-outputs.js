import "./redaction.js";
import { c as oneLine } from "./redaction-neutralise.js";

// src/reports/artifact.ts
/** The outputs of the step, as action.yml declares them (test/docs/readme.test.ts). */
const OUTPUTS = [
	"verdict",
	"ok",
	"owner",
	"branch",
	"rung",
	"code",
	"http-status",
	"request-id",
	"retryable",
	"confidence",
	"summary",
	"packet",
	"report"
];

// src/reports/outputs.ts
/** A value for each output of the contract; every one is set in every case. */
function outputArtifacts(values) {
	return OUTPUTS.map((name) => ({
		kind: "output",
		name,
		value: oneLine(values[name], 1e3)
	}));
}
const outputs = ({ verdict }, view) => outputArtifacts({
	verdict: verdict.verdict,
	ok: String(verdict.verdict === "pass"),
	owner: verdict.owner,
	branch: verdict.branch,
	rung: verdict.rung,
	code: verdict.code,
	"http-status": String(verdict.httpStatus),
	"request-id": verdict.requestId,
	retryable: String(verdict.retryable),
	confidence: verdict.confidence,
	summary: verdict.summary,
	packet: view.paths?.packet ?? "",
	report: view.paths?.report ?? ""
});

export { outputs as n, outputArtifacts as t };