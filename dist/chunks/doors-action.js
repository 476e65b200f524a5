import "./runtime.js";
import { i as getInput } from "./actions-core.js";
import { i as writeToRunner, n as tellDebug, r as tellNotice, t as mask } from "./github-runner.js";
import { A as given } from "./settings-inputs.js";
import { a as together, c as apartIn, i as debugListener, l as writeFiles, n as DOCS_URL, o as watchedBy, r as preflightMode, s as OF_A_RUN, t as fleetMode } from "./doors-run.js";
import { Yt as describeRuntime, _n as EXIT, cn as createRedactor, r as limitTime } from "./common.js";
import { D as yamlFor, E as readTextFile, b as sendsNothing, g as readSettings, h as readLimits, v as orderOf, x as actionSource, y as redactorOf } from "./settings.js";
import { a as explainMode, m as defectOf, p as OutOfTime } from "./doors-shared.js";
import { n as watchdogFor } from "./doors-watchdog.js";
import { n as writeWhole } from "./start.js";

// src/doors/action.ts
/** Milliseconds that comment and check run may take beyond the deadline, and what they have at least. */
const PUBLISHING_MS = 1e3;
const LEAST_PUBLISHING_MS = 200;
/** Milliseconds kept of the deadline for telling what a log holds. */
const EXPLAINING_MS = 500;
/** The log of a job folds groups, shows colours and breaks long lines by itself. */
const JOB_LOG = {
	width: 140,
	colour: true,
	folds: true
};
/** The action's door: read, run, write. Outputs are set in every case. Resolves to the exit code. */
async function runAction(process, signal) {
	writeWhole(process.stdout);
	const source = actionSource(inputOf, process.env, () => watchdog.guard());
	const limits = readLimits(source);
	const watchdog = watchdogFor("action", limits);
	let step = {
		source,
		signal,
		watchdog,
		redactor: createRedactor([])
	};
	try {
		watchdog.doing("reading the settings and the files that they name");
		const settings = readSettings(source, await yamlFor(source));
		for (const { value } of settings.secrets) mask(value.reveal());
		step = {
			...step,
			redactor: redactorOf(settings)
		};
		const reports = await Promise.race([runMode(settings, step, process), defectOf(process, settings.deadlineMs)]);
		await publishAfterwards(await deliver(reports, limits, step), settings, step);
		return stepCode(reports);
	} catch (error) {
		const reports = await reportsOf(error, limits, step);
		await deliver(reports, limits, step);
		return stepCode(reports);
	}
}
/** Loaded only where a job signs in with its own token. */
const jobToken = async (...asked) => {
	const { toolkitToken } = await import("./doors-id-token.js");
	return toolkitToken(...asked);
};
/** 3 and 2 are words of the command line; a step knows failed, not failed, and a defect of ours. */
function stepCode({ exitCode }) {
	return exitCode === EXIT.pass || exitCode === EXIT.defect ? exitCode : EXIT.fail;
}
/** What ended a run without a verdict of its own. */
async function reportsOf(error, { failOn }, step) {
	const runtime = describeRuntime(step.source.env);
	if (error instanceof OutOfTime) {
		const { outOfTimeReports } = await import("./doors-out-of-time.js");
		return outOfTimeReports(step.watchdog.last(), failOn, runtime, { docsUrl: DOCS_URL });
	}
	const { crashReports } = await import("./doors-run-reports-entry.js");
	return crashReports(error, step.redactor, runtime, {
		failing: true,
		docsUrl: DOCS_URL
	});
}
/** An empty input says something (`fail-on: ''`), one that is not there does not; the toolkit gives '' for both. */
function inputOf(name) {
	return process.env[`INPUT_${name.toUpperCase()}`] !== void 0 ? getInput(name, { trimWhitespace: false }) : void 0;
}
async function runMode(settings, { source, signal, redactor, watchdog }, process) {
	const { aggregate, log, failOn, deadlineMs } = settings;
	if (!sendsNothing(settings)) watchdog.guard();
	const runtime = describeRuntime(source.env);
	const view = (packet) => viewOf(source, packet);
	const apart = apartIn(source);
	if (apart !== void 0) return usable(apart, source);
	if (aggregate !== void 0) {
		watchdog.doing("reading the packets of the folder");
		return usable(await fleetMode(aggregate, {
			failOn,
			deadlineMs
		}, runtime, signal, view), source);
	}
	const limit = limitTime(deadlineMs - EXPLAINING_MS - performance.now(), signal);
	const reading = {
		json: false,
		failOn,
		signal: limit.signal,
		workspace: source.workspace
	};
	try {
		if (log !== void 0 && !asksForMore(source)) {
			watchdog.doing("reading the log");
			return await usable(await explainMode(log, process, reading), source);
		}
		watchdog.doing("looking at the checkout");
		const debug = settings.verbose ? debugListener(redactor, tellDebug) : void 0;
		const listen = together(watchedBy(watchdog), debug);
		const order = {
			...orderOf({
				settings,
				source,
				signal,
				listen
			}),
			mask,
			jobToken
		};
		const reports = await preflightMode(order, source, view);
		if (log === void 0) return reports;
		watchdog.doing("reading the log");
		return beside(reports, await explainMode(log, process, {
			...reading,
			beside: true
		}));
	} finally {
		limit.stop();
	}
}
const ASKING = [
	"api-key",
	"base-url",
	"model",
	"config",
	...OF_A_RUN
];
/** `log` alone sends nothing; together with one of these the request is sent as well. */
function asksForMore(source) {
	return ASKING.some((name) => source.input(name));
}
/** What cannot be used is a verdict, too: a step has its outputs in every case. */
async function usable(reports, { env }) {
	if (!("fix" in reports)) return reports;
	const { unusableReports } = await import("./doors-run-reports-entry.js");
	return unusableReports(reports, describeRuntime(env), {
		failing: true,
		docsUrl: DOCS_URL
	});
}
/** A log told beside a run; one that cannot be read is a sentence, and the route was tested all the same. */
function beside(reports, explained) {
	if ("fix" in explained) return {
		...reports,
		notices: [...reports.notices, `${explained.message} ${explained.fix}`]
	};
	return {
		...reports,
		files: [...reports.files, ...explained.files],
		artifacts: (paths) => [...reports.artifacts(paths), ...explained.artifacts(paths)],
		notices: [...reports.notices, ...explained.notices]
	};
}
/** What the reports say of the job. The step is looked for only where something will point to it. */
async function viewOf({ env }, { verdict, routes }) {
	const step = verdict.verdict === "pass" && routes.every((route) => route.verdict.also.length === 0) ? void 0 : (await import("./github-step-location.js")).findStep(env, readTextFile);
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
	const known = server !== void 0 && repository !== void 0 && run !== void 0;
	return {
		...given({ step }),
		...known ? { runUrl: `${server}/${repository}/actions/runs/${run}` } : {},
		terminal: JOB_LOG,
		commentKey: [
			env["GITHUB_WORKFLOW"],
			env["GITHUB_JOB"],
			env["GITHUB_ACTION"]
		].join(" ")
	};
}
/** Files first: everything else names only those that are there. Returns what else can be published. */
async function deliver(reports, { packetDir }, { redactor, watchdog }) {
	const { pathsOf } = await import("./doors-run-reports-entry.js");
	await watchdog.claim(stepCode(reports));
	const written = writeFiles(packetDir, reports.files);
	const artifacts = reports.artifacts(pathsOf(written));
	const problems = await writeToRunner(artifacts);
	for (const notice of [
		...reports.notices,
		...written.problems,
		...problems
	]) tellNotice(redactor.text(notice, "notice"));
	return artifacts;
}
/** Comment and check run, only where they were asked for. Never throws. */
async function publishAfterwards(artifacts, settings, { source: { env }, signal, redactor }) {
	if (signal.aborted || settings.comment === "never" && !settings.checkRun) return;
	const leftMs = settings.deadlineMs + PUBLISHING_MS - performance.now();
	try {
		const { publish } = await import("./github-publish.js");
		const world = {
			env,
			readFile: readTextFile
		};
		const wait = Math.max(LEAST_PUBLISHING_MS, leftMs);
		for (const notice of await publish(artifacts, settings, world, signal, wait)) tellNotice(redactor.text(notice, "notice"));
	} catch (error) {
		const name = error instanceof Error ? error.constructor.name : typeof error;
		tellNotice(`Comment and check run could not be published (${name}).`);
	}
}

export { runAction };