import { l as withoutCommands, s as oneLine, t as cut, u as createRedactor } from "./redaction.js";
import { a as preflightMode, d as writeWhole, i as DOCS_URL, l as crashPacket, n as explainMode, o as defectOf, r as fleetMode, s as debugListener, t as writeNow, u as crashView } from "./write-now.js";
import { D as describeRuntime, M as readTextFile, N as yamlFor, k as actionSource, r as readSettings } from "./preflight.js";
import { n as EXIT, t as orderOf } from "./order.js";
import { t as packetWithoutRoutes } from "./packet-without-routes.js";
import { appendFileSync } from "node:fs";
import { randomUUID } from "node:crypto";

// src/github/api.ts
/**
* Does `work` with the API; a refusal, an error or a timeout becomes a notice, never a failure.
* `@actions/github` is loaded only now.
* @param what the thing to be published, e.g. `the pull request comment`
* @param permission that the token needs, e.g. `pull-requests: write`
*/
async function publishing(door, what, permission, work) {
	const repository = repositoryOf(door.env);
	if (door.token === "") return {
		status: "skipped",
		notice: `No github-token: ${what} was not written.`
	};
	if (repository === void 0) return {
		status: "skipped",
		notice: `GITHUB_REPOSITORY is not set: ${what} was not written.`
	};
	try {
		const octokit = (await import("./github.js")).getOctokit(door.token, {
			baseUrl: apiUrlOf(door.env),
			log: SILENT
		});
		const bound = () => ({ signal: boundOf(door) });
		return await work({
			octokit,
			repository,
			bound
		});
	} catch (error) {
		return {
			status: "refused",
			notice: noticeOf(error, what, permission, door.timeoutMs)
		};
	}
}
/** Octokit would print deprecations of the API into the log. */
const quiet = () => void 0;
const SILENT = {
	debug: quiet,
	info: quiet,
	warn: quiet,
	error: quiet
};
function boundOf(door) {
	const timeout = AbortSignal.timeout(door.timeoutMs);
	return door.signal === void 0 ? timeout : AbortSignal.any([door.signal, timeout]);
}
function apiUrlOf(env) {
	return (env["GITHUB_API_URL"] ?? "").replace(/\/+$/, "") || "https://api.github.com";
}
function repositoryOf(env) {
	const [owner = "", repo = "", ...more] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	return owner === "" || repo === "" || more.length > 0 ? void 0 : {
		owner,
		repo
	};
}
/** By status and class alone: the text of an answer is of others. */
function noticeOf(error, what, permission, timeoutMs) {
	const status = statusOf(error);
	if (status === void 0) return isTimeout(error) ? `GitHub did not answer within ${timeoutMs} ms: ${what} was not written.` : `GitHub could not be reached: ${what} was not written.`;
	if (status === 401 || status === 403 || status === 404) return `GitHub refused ${what} (HTTP ${status}). Give the job the permission ${permission}; on pull requests from forks and Dependabot the token is always read-only.`;
	return `GitHub answered HTTP ${status}: ${what} was not written.`;
}
/** Of a response. Octokit gives network errors and aborts the status 500, without a response. */
function statusOf(error) {
	if (!(error instanceof Error) || !("response" in error) || !("status" in error)) return void 0;
	return error.response === void 0 ? void 0 : Number(error.status);
}
function isTimeout(error) {
	return [error, error instanceof Error ? error.cause : void 0].some((one) => one instanceof Error && /^(?:Abort|Timeout)Error$/.test(one.name));
}

// src/github/check-run.ts
/** GitHub takes 50 annotations with each request, titles of 255 characters, texts of 64 KB. */
const MOST_ANNOTATIONS = 50;
const LONGEST_TITLE = 255;
const LONGEST_TEXT = 65535;
const LEVELS = {
	error: "failure",
	warning: "warning",
	notice: "notice"
};
/**
* Publishes a completed check run on a commit: the first 50 annotations with it, the others in
* further updates. Never throws.
* @param name of the check, as branch protection knows it
*/
async function publishCheckRun(artifact, name, headSha, door) {
	if (headSha === "") return {
		status: "skipped",
		notice: "No commit for a check run is known."
	};
	return publishing(door, "the check run", "checks: write", async ({ octokit, repository, bound }) => {
		const annotations = artifact.annotations.flatMap(annotationOf);
		const text = {
			title: cut(artifact.title, LONGEST_TITLE),
			summary: cut(artifact.summary, LONGEST_TEXT)
		};
		const created = await octokit.rest.checks.create({
			...repository,
			name,
			head_sha: headSha,
			status: "completed",
			conclusion: artifact.conclusion,
			output: {
				...text,
				annotations: annotations.slice(0, MOST_ANNOTATIONS)
			},
			request: bound()
		});
		for (let first = MOST_ANNOTATIONS; first < annotations.length; first += MOST_ANNOTATIONS) await octokit.rest.checks.update({
			...repository,
			check_run_id: created.data.id,
			output: {
				...text,
				annotations: annotations.slice(first, first + MOST_ANNOTATIONS)
			},
			request: bound()
		});
		return { status: "created" };
	});
}
function annotationOf(annotation) {
	const { file, line = 1, endLine = line, level, title, message } = annotation;
	if (file === void 0) return [];
	return [{
		path: file,
		start_line: line,
		end_line: endLine,
		annotation_level: LEVELS[level],
		title: cut(title, LONGEST_TITLE),
		message: cut(message, LONGEST_TEXT)
	}];
}

// src/github/commands.ts
/** `::name key=value::data`, without line end. Properties without value are left out. */
function command(name, properties, data) {
	const pairs = Object.entries(properties).flatMap(([key, value]) => value === void 0 || value === "" || value === 0 ? [] : [`${key}=${escapeProperty(String(value))}`]);
	return `::${name}${pairs.length === 0 ? "" : ` ${pairs.join(",")}`}::${escapeData(data)}`;
}
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/**
* An entry of GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: a here-document, so that no value can
* add an entry.
* @param delimiter random; it must occur in neither name nor value
*/
function fileEntry(name, value, delimiter) {
	return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

// src/github/comment.ts
/**
* Creates or updates the one comment with this marker. In mode `on-failure` a good result creates
* nothing, but it updates a comment that told of a failure. Never throws.
*/
async function publishComment(artifact, mode, pullRequest, door) {
	if (mode === "never") return { status: "skipped" };
	if (pullRequest.number === void 0) return {
		status: "skipped",
		notice: `No pull request to comment on: ${pullRequest.because}.`
	};
	const issue = pullRequest.number;
	return publishing(door, "the pull request comment", "pull-requests: write", async (api) => {
		const existing = await findComment(api, issue, artifact.marker);
		if (existing === void 0) {
			if (artifact.resolved && mode === "on-failure") return { status: "skipped" };
			await api.octokit.rest.issues.createComment({
				...api.repository,
				issue_number: issue,
				body: artifact.markdown,
				request: api.bound()
			});
			return { status: "created" };
		}
		if (existing.body === artifact.markdown) return { status: "unchanged" };
		await api.octokit.rest.issues.updateComment({
			...api.repository,
			comment_id: existing.id,
			body: artifact.markdown,
			request: api.bound()
		});
		return { status: "updated" };
	});
}
/** Pages that are looked through: 100 comments each. */
const MOST_PAGES = 30;
/**
* Our comment begins with the marker. One by somebody without a say in the repository is not
* ours: anybody may write a marker, and the token may edit what others wrote.
*/
async function findComment({ octokit, repository, bound }, issue, marker) {
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const { data } = await octokit.rest.issues.listComments({
			...repository,
			issue_number: issue,
			per_page: 100,
			page,
			request: bound()
		});
		const ours = data.find((comment) => comment.body?.startsWith(marker) === true && (comment.user?.type === "Bot" || TRUSTED.has(comment.author_association ?? "")));
		if (ours !== void 0) return {
			id: ours.id,
			body: ours.body ?? ""
		};
		if (data.length < 100) return void 0;
	}
}
const TRUSTED = /* @__PURE__ */ new Set([
	"OWNER",
	"MEMBER",
	"COLLABORATOR"
]);

// src/github/event.ts
function isJson(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The object under a name; empty when there is none. */
function objectAt(json, name) {
	const value = json[name];
	return isJson(value) ? value : {};
}
/** The payload of the event that started the workflow; empty when it cannot be read. */
function readEvent(env, readFile) {
	const path = env["GITHUB_EVENT_PATH"];
	const text = path === void 0 || path === "" ? void 0 : readFile(path);
	if (text === void 0) return {};
	try {
		const value = JSON.parse(text);
		return isJson(value) ? value : {};
	} catch {
		return {};
	}
}

// src/github/pull-request.ts
/**
* Events with a pull request in their payload name it; `workflow_run` lists those of its head
* commit, none when it comes from a fork; a merge queue and a push have none.
*/
function pullRequestOf(env, readFile) {
	const event = env["GITHUB_EVENT_NAME"] ?? "";
	const payload = readEvent(env, readFile);
	switch (event) {
		case "pull_request":
		case "pull_request_target":
		case "pull_request_review":
		case "pull_request_review_comment": return fromPullRequest(objectAt(payload, "pull_request"));
		case "issue_comment": {
			const issue = objectAt(payload, "issue");
			if (!isJson(issue["pull_request"])) return { because: "the comment is on an issue" };
			return numbered(issue["number"], "", false);
		}
		case "workflow_run": return fromWorkflowRun(objectAt(payload, "workflow_run"));
		case "merge_group": return { because: "a merge queue runs for several pull requests at once" };
		default: return { because: event === "" ? "the event is not known" : `the event ${event} has none` };
	}
}
/** The commit that a check run is to stand on: the head of the pull request, not the test merge. */
function headCommitOf(env, readFile) {
	const found = pullRequestOf(env, readFile);
	const run = objectAt(readEvent(env, readFile), "workflow_run");
	const ofRun = env["GITHUB_EVENT_NAME"] === "workflow_run" ? run["head_sha"] : void 0;
	if (typeof ofRun === "string") return ofRun;
	return found.number !== void 0 && found.headSha !== "" ? found.headSha : env["GITHUB_SHA"] ?? "";
}
function fromPullRequest(pullRequest) {
	const head = objectAt(pullRequest, "head");
	const headRepository = objectAt(head, "repo")["id"];
	const baseRepository = objectAt(objectAt(pullRequest, "base"), "repo")["id"];
	return numbered(pullRequest["number"], head["sha"], headRepository !== baseRepository);
}
function fromWorkflowRun(run) {
	const list = run["pull_requests"];
	const first = Array.isArray(list) ? list[0] : void 0;
	if (!isJson(first)) return { because: "the workflow run names no pull request (so it is for a fork)" };
	return numbered(first["number"], objectAt(first, "head")["sha"], false);
}
function numbered(number, headSha, fromFork) {
	if (typeof number !== "number" || !Number.isInteger(number)) return { because: "the payload names none" };
	return {
		number,
		headSha: typeof headSha === "string" ? headSha : "",
		fromFork
	};
}

// src/github/writer.ts
/** Caps of the runner for one step (actions/runner, ExecutionContext.cs, CreateStepSummaryCommand). */
const MOST_ANNOTATIONS_OF_A_LEVEL = 10;
const LONGEST_MESSAGE = 4096;
const MOST_SUMMARY_BYTES = 1048576;
/**
* Writes artifacts to the runner: annotations and terminal text to standard output, outputs and
* summary to the files that the runner names, files to the packet folder. Comments and check runs
* are not written here: they need the network. Never throws; returns what could not be written,
* one sentence each.
*/
function writeArtifacts(artifacts, door) {
	const levels = /* @__PURE__ */ new Map();
	return artifacts.flatMap((artifact) => {
		if (artifact.kind === "annotation") {
			const before = levels.get(artifact.level) ?? 0;
			levels.set(artifact.level, before + 1);
			if (before >= MOST_ANNOTATIONS_OF_A_LEVEL) return [];
		}
		try {
			const problem = write$1(artifact, door);
			return problem === void 0 ? [] : [problem];
		} catch (error) {
			return [`Could not write the ${artifact.kind}${reasonOf(error)}.`];
		}
	});
}
/** Registers a value, and each of its lines, to be masked in the log. Empty values are not: the runner warns. */
function maskCommands(value) {
	return value.trim() === "" ? "" : `${command("add-mask", {}, value)}\n`;
}
function write$1(artifact, door) {
	switch (artifact.kind) {
		case "annotation":
			door.stdout(`${annotationCommand(artifact)}\n`);
			return;
		case "terminal":
			door.stdout(withoutCommands(artifact.text));
			return;
		case "output": return append(door, "GITHUB_OUTPUT", outputEntry(artifact.name, artifact.value, door.random));
		case "summary": return appendSummary(door, artifact.markdown);
		case "file": return writeFile(door, artifact.name, artifact.content);
		case "comment":
		case "check-run": return;
	}
}
function annotationCommand(artifact) {
	const { level, title, message, file, line, endLine, column } = artifact;
	return command(level, {
		title,
		file,
		line,
		endLine,
		col: column
	}, cut(message, LONGEST_MESSAGE));
}
function outputEntry(name, value, random) {
	const delimiter = `ghadelimiter_${random()}`;
	if (name.includes(delimiter) || value.includes(delimiter)) throw new Error("delimiter occurs in the value");
	return fileEntry(name, value, delimiter);
}
function appendSummary(door, markdown) {
	if (Buffer.byteLength(markdown) > MOST_SUMMARY_BYTES) return "The summary is larger than 1 MiB: not written.";
	return append(door, "GITHUB_STEP_SUMMARY", markdown);
}
/** With `appendFileSync`: a lookup that hangs blocks the threads that `fs.promises` needs. */
function append(door, variable, text) {
	const path = door.env[variable];
	if (path === void 0 || path === "") return `${variable} is not set: not written.`;
	appendFileSync(path, text);
}
function writeFile(door, name, content) {
	if (door.packetDir === void 0) return `${name} has no folder: not written.`;
	writeWhole(door.packetDir, name, content);
}
function reasonOf(error) {
	return error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
}

// src/doors/unusable.ts
/**
* A log, or a folder of packets, that cannot be read: told like any other setting that cannot work,
* so that a step has its outputs in this case, too.
*/
function unusablePacket(runtime, summary) {
	return packetWithoutRoutes({
		verdict: "fail",
		owner: "request",
		rung: "config",
		firstBad: "config",
		code: "config.file_unreadable",
		rule: "",
		summary
	}, runtime);
}

// src/doors/action.ts
/** One call to the GitHub API may take this long; a comment must not outlast the deadline by more. */
const API_TIMEOUT_MS = 5e3;
/** Milliseconds that comment and check run may take beyond the deadline, and what they have at least. */
const PUBLISHING_MS = 1500;
const LEAST_PUBLISHING_MS = 500;
const CHECK_NAME = "OpenAI preflight";
/** The action's door: read, run, write. Outputs are set in every case. Resolves to the exit code. */
async function runAction(process, signal) {
	const source = actionSource(process.env);
	let redactor = createRedactor([]);
	try {
		const settings = readSettings(source, await yamlFor(source));
		for (const { value } of settings.secrets) writeNow(maskCommands(value.reveal()));
		redactor = createRedactor(settings.secrets.map(({ value, what }) => ({
			value: value.reveal(),
			what
		})));
		const defect = defectOf(process, settings.deadlineMs);
		const told = await Promise.race([runMode(settings, source, signal, redactor), defect]);
		const usable = hasOutputs(told);
		const problems = write(usable ? told.artifacts : await tellUnusable(told, source), settings, source);
		for (const notice of [...usable ? told.notices : [], ...problems]) writeNow(`${command("notice", {}, oneLine(redactor.text(notice, "notice")))}\n`);
		if (!signal.aborted) await publish(told.artifacts, settings, source, signal);
		return told.exitCode === EXIT.pass ? EXIT.pass : EXIT.fail;
	} catch (error) {
		return await tellCrash(error, redactor, source);
	}
}
async function runMode(settings, source, signal, redactor) {
	const view = (packet) => viewOf(source, packet);
	if (settings.aggregate !== void 0) return fleetMode(settings.aggregate, settings.failOn, describeRuntime(source.env), view);
	const { log, failOn } = settings;
	const reading = {
		json: false,
		failOn,
		signal,
		workspace: source.workspace
	};
	if (log !== void 0 && !asksForMore(source)) return explainMode(log, process.stdin, reading);
	const listen = settings.verbose ? debugListener(redactor, (line) => writeNow(`${command("debug", {}, line)}\n`)) : void 0;
	const order = {
		...orderOf({
			settings,
			source,
			signal,
			...listen === void 0 ? {} : { listen }
		}),
		mask: (value) => writeNow(maskCommands(value))
	};
	const told = await preflightMode(order, source, view);
	if (log === void 0) return told;
	const explained = await explainMode(log, process.stdin, {
		...reading,
		beside: true
	});
	return {
		...told,
		artifacts: [...told.artifacts, ...explained.artifacts]
	};
}
/** `log` alone sends nothing; together with one of these the request is sent as well. */
function asksForMore(source) {
	return [
		"api-key",
		"base-url",
		"model",
		"config",
		"inside"
	].some((name) => source.input(name));
}
/** What the reports say of the job. The step is looked for only where something will point to it. */
async function viewOf({ env }, { verdict, routes }) {
	const step = verdict.verdict === "pass" && routes.every((route) => route.verdict.also.length === 0) ? void 0 : (await import("./step-location.js")).findStep(env, readTextFile);
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
	const known = server !== void 0 && repository !== void 0 && run !== void 0;
	return {
		...step === void 0 ? {} : { step },
		...known ? { runUrl: `${server}/${repository}/actions/runs/${run}` } : {},
		commentKey: [
			env["GITHUB_WORKFLOW"],
			env["GITHUB_JOB"],
			env["GITHUB_ACTION"]
		].join(" ")
	};
}
function write(artifacts, { packetDir }, { env }) {
	return writeArtifacts(artifacts, {
		env,
		stdout: writeNow,
		packetDir,
		random: randomUUID
	});
}
/** Comment and check run, only where they were asked for; a refusal is a notice, never a failure. */
async function publish(artifacts, settings, { env }, signal) {
	const { comment, checkRun, githubToken } = settings;
	if (comment === "never" && !checkRun) return;
	if (githubToken === void 0) {
		writeNow(`${command("notice", {}, "comment and check-run need github-token.")}\n`);
		return;
	}
	const limit = AbortSignal.timeout(Math.max(LEAST_PUBLISHING_MS, settings.deadlineMs + PUBLISHING_MS - performance.now()));
	const door = {
		env,
		token: githubToken.reveal(),
		timeoutMs: API_TIMEOUT_MS,
		signal: AbortSignal.any([signal, limit])
	};
	for (const artifact of artifacts) {
		const published = artifact.kind === "comment" ? await publishComment(artifact, comment, pullRequestOf(env, readTextFile), door) : artifact.kind === "check-run" && checkRun ? await publishCheckRun(artifact, CHECK_NAME, headCommitOf(env, readTextFile), door) : void 0;
		if (published?.notice !== void 0) writeNow(`${command("notice", {}, published.notice)}\n`);
	}
}
function hasOutputs({ artifacts }) {
	return artifacts.some(({ kind }) => kind === "output");
}
async function tellUnusable(told, { env }) {
	const { tellWhatCan } = await import("./telling.js");
	const packet = unusablePacket(describeRuntime(env), oneLine(told.notices.join(" "), 1e3));
	return [...told.artifacts, ...tellWhatCan(packet, {
		failing: true,
		docsUrl: DOCS_URL
	})];
}
async function tellCrash(error, redactor, source) {
	const { tellWhatCan } = await import("./telling.js");
	const packet = crashPacket(describeRuntime(source.env));
	const packetDir = source.env["RUNNER_TEMP"] ?? source.temporaryFolder ?? ".";
	write(tellWhatCan(packet, {
		failing: true,
		docsUrl: DOCS_URL,
		crash: crashView(error, redactor)
	}), { packetDir }, source);
	return EXIT.defect;
}

export { runAction };