import "./runtime.js";
import { A as given, N as isObject, T as codeNote, k as fields } from "./settings-inputs.js";
import { w as readEvent } from "./settings.js";
import { a as notice, c as startGroup, l as warning, n as endGroup, o as setOutput, r as error, s as setSecret, t as debug, u as summary } from "./actions-core.js";
import { Zt as cut, an as outputText, in as oneLine, sn as withoutCommands } from "./common.js";

// src/github/pull-request.ts
/**
* Events with a pull request in their payload name it; `workflow_run` lists those of its head
* commit, none when it comes from a fork; a merge queue and a push have none.
*/
function pullRequestOf(env, readFile) {
	const event = env["GITHUB_EVENT_NAME"] ?? "";
	const payload = fields(readEvent(env, readFile));
	switch (event) {
		case "pull_request":
		case "pull_request_target":
		case "pull_request_review":
		case "pull_request_review_comment": return fromPullRequest(fields(payload["pull_request"]));
		case "issue_comment": {
			const issue = fields(payload["issue"]);
			if (!isObject(issue["pull_request"])) return { because: "the comment is on an issue" };
			return numbered(issue["number"], "", false);
		}
		case "workflow_run": return fromWorkflowRun(fields(payload["workflow_run"]));
		case "merge_group": return { because: "a merge queue runs for several pull requests at once" };
		default: return { because: event === "" ? "the event is not known" : `the event ${event} has none` };
	}
}
/** The commit that a check run is to stand on: the head of the pull request, not the test merge. */
function headCommitOf(env, readFile) {
	const found = pullRequestOf(env, readFile);
	const run = fields(fields(readEvent(env, readFile))["workflow_run"]);
	const ofRun = env["GITHUB_EVENT_NAME"] === "workflow_run" ? run["head_sha"] : void 0;
	if (typeof ofRun === "string") return ofRun;
	return found.number !== void 0 && found.headSha !== "" ? found.headSha : env["GITHUB_SHA"] ?? "";
}
function fromPullRequest(pullRequest) {
	const head = fields(pullRequest["head"]);
	const headRepository = fields(head["repo"])["id"];
	const baseRepository = fields(fields(pullRequest["base"])["repo"])["id"];
	return numbered(pullRequest["number"], head["sha"], headRepository !== baseRepository);
}
function fromWorkflowRun(run) {
	const list = run["pull_requests"];
	const first = Array.isArray(list) ? list[0] : void 0;
	if (!isObject(first)) return { because: "the workflow run names no pull request (so it is for a fork)" };
	return numbered(first["number"], fields(first["head"])["sha"], false);
}
function numbered(number, headSha, fromFork) {
	if (typeof number !== "number" || !Number.isInteger(number)) return { because: "the payload names none" };
	return {
		number,
		headSha: typeof headSha === "string" ? headSha : "",
		fromFork
	};
}

// src/github/runner.ts
/** Caps of the runner for one step (actions/runner, ExecutionContext.cs, CreateStepSummaryCommand). */
const MOST_ANNOTATIONS_OF_A_LEVEL = 10;
const LONGEST_MESSAGE = 4096;
const MOST_SUMMARY_BYTES = 1048576;
const ANNOTATE = {
	error,
	warning,
	notice
};
/** Registers a value, and each of its lines, to be masked in the log. Empty values are not: the runner warns. */
function mask(value) {
	if (value.trim() !== "") setSecret(value);
}
/** One line for people, without a place. */
function tellNotice(text) {
	notice(oneLine(text));
}
/** One line that is shown where step debug is on. */
function tellDebug(text) {
	debug(text);
}
/**
* Writes artifacts to the runner through `@actions/core`: text and annotations to standard output,
* outputs and summary to the files that the runner names. Files, comments and check runs are not
* written here. Never rejects; resolves to what could not
* be written, one sentence for each file. Outputs are written before anything waits.
*/
async function writeToRunner(artifacts) {
	const levels = /* @__PURE__ */ new Map();
	for (const artifact of artifacts) {
		if (artifact.kind === "terminal") writeText(artifact);
		if (artifact.kind !== "annotation") continue;
		const before = levels.get(artifact.level) ?? 0;
		levels.set(artifact.level, before + 1);
		if (before < MOST_ANNOTATIONS_OF_A_LEVEL) annotate(artifact);
	}
	return [...writeOutputs(artifacts), ...await writeSummary(artifacts)];
}
function writeText({ text, folded }) {
	process.stdout.write(withoutCommands(text));
	if (folded === void 0) return;
	startGroup(folded.title);
	process.stdout.write(withoutCommands(folded.text));
	endGroup();
}
function annotate({ level, title, message, file, line, endLine, column }) {
	ANNOTATE[level](cut(message, LONGEST_MESSAGE), {
		title,
		...given({
			file,
			startLine: line,
			endLine,
			startColumn: column
		})
	});
}
/** All or the first reason: twelve outputs that meet one closed file are one sentence. */
function writeOutputs(artifacts) {
	if (!process.env["GITHUB_OUTPUT"]) return ["GITHUB_OUTPUT is not set: the outputs were not written."];
	const problems = /* @__PURE__ */ new Set();
	for (const artifact of artifacts) {
		if (artifact.kind !== "output") continue;
		try {
			setOutput(artifact.name, outputText(artifact.value));
		} catch (thrown) {
			problems.add(`The outputs could not be written to GITHUB_OUTPUT${codeNote(thrown)}.`);
		}
	}
	return [...problems].slice(0, 1);
}
async function writeSummary(artifacts) {
	const text = artifacts.flatMap((artifact) => artifact.kind === "summary" ? [artifact.markdown] : []).join("\n");
	if (text === "") return [];
	if (!process.env["GITHUB_STEP_SUMMARY"]) return ["GITHUB_STEP_SUMMARY is not set: the job summary was not written."];
	if (Buffer.byteLength(text) > MOST_SUMMARY_BYTES) return ["The job summary is larger than 1 MiB: not written."];
	try {
		await summary.addRaw(text).write();
		return [];
	} catch (thrown) {
		return [`The job summary could not be written to GITHUB_STEP_SUMMARY${codeNote(thrown)}.`];
	} finally {
		summary.emptyBuffer();
	}
}

export { headCommitOf as a, writeToRunner as i, tellDebug as n, pullRequestOf as o, tellNotice as r, mask as t };