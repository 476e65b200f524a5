import "./runtime-rolldown-runtime.js";
import { a as getInput, i as writeToRunner, n as tellDebug, r as tellNotice, t as mask } from "./actions-core-github.js";
import { n as writeFiles } from "./packets-folder.js";
import { d as createRedactor } from "./model.js";
import { t as describeRuntime } from "./settings-runtime.js";
import { n as readSettings, t as readLimits } from "./settings.js";
import { a as readTextFile, o as yamlFor, t as actionSource } from "./application-sources.js";
import { t as limitTime } from "./wire-time-limit.js";
import { n as defectOf, t as OutOfTime } from "./doors-defects.js";
import { t as EXIT } from "./doors-exit-code.js";
import { a as together, n as fleetMode, o as watchedBy, r as debugListener, t as explainMode } from "./doors-other-modes.js";
import { n as redactorOf, t as orderOf } from "./doors-settings.js";
import { i as preflightMode, n as writeWhole, r as DOCS_URL } from "./doors-write-now.js";
import { n as startWatchdog } from "./doors-watchdog.js";

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
	const source = actionSource(inputOf, process.env);
	const limits = readLimits(source);
	const watchdog = startWatchdog("action", limits);
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
		const told = await Promise.race([runMode(settings, step, process), defectOf(process, settings.deadlineMs)]);
		await publishAfterwards(await deliver(told, limits, step), settings, step);
		return stepCode(told);
	} catch (error) {
		const told = await toldOf(error, limits, step);
		await deliver(told, limits, step);
		return stepCode(told);
	}
}
/** 3 and 2 are words of the command line; a step knows failed, not failed, and a defect of ours. */
function stepCode({ exitCode }) {
	return exitCode === EXIT.pass || exitCode === EXIT.defect ? exitCode : EXIT.fail;
}
/** What ended a run without a verdict of its own. */
async function toldOf(error, { failOn }, step) {
	const runtime = describeRuntime(step.source.env);
	if (error instanceof OutOfTime) {
		const { toldOutOfTime } = await import("./doors-out-of-time.js");
		return toldOutOfTime(step.watchdog.last(), failOn, runtime, { docsUrl: DOCS_URL });
	}
	const { toldCrash } = await import("./doors-told-entry.js");
	return toldCrash(error, step.redactor, runtime, {
		failing: true,
		docsUrl: DOCS_URL
	});
}
/** An empty input says something (`fail-on: ''`), one that is not there does not; the toolkit gives '' for both. */
function inputOf(name) {
	return process.env[`INPUT_${name.toUpperCase()}`] !== void 0 ? getInput(name, { trimWhitespace: false }) : void 0;
}
async function runMode(settings, { source, signal, redactor, watchdog }, { stdin }) {
	const { aggregate, log, failOn, deadlineMs } = settings;
	const runtime = describeRuntime(source.env);
	const view = (packet) => viewOf(source, packet);
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
			return await usable(await explainMode(log, stdin, reading), source);
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
			mask
		};
		const told = await preflightMode(order, source, view);
		if (log === void 0) return told;
		watchdog.doing("reading the log");
		return beside(told, await explainMode(log, stdin, {
			...reading,
			beside: true
		}));
	} finally {
		limit.stop();
	}
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
/** What cannot be used is a verdict, too: a step has its outputs in every case. */
async function usable(told, { env }) {
	if (!("fix" in told)) return told;
	const { toldUnusable } = await import("./doors-told-entry.js");
	return toldUnusable(told, describeRuntime(env), {
		failing: true,
		docsUrl: DOCS_URL
	});
}
/** A log told beside a run; one that cannot be read is a sentence, and the route was tested all the same. */
function beside(told, explained) {
	if ("fix" in explained) return {
		...told,
		notices: [...told.notices, `${explained.message} ${explained.fix}`]
	};
	return {
		...told,
		files: [...told.files, ...explained.files],
		tell: (paths) => [...told.tell(paths), ...explained.tell(paths)],
		notices: [...told.notices, ...explained.notices]
	};
}
/** What the reports say of the job. The step is looked for only where something will point to it. */
async function viewOf({ env }, { verdict, routes }) {
	const step = verdict.verdict === "pass" && routes.every((route) => route.verdict.also.length === 0) ? void 0 : (await import("./github-step-location.js")).findStep(env, readTextFile);
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
	const known = server !== void 0 && repository !== void 0 && run !== void 0;
	return {
		...step === void 0 ? {} : { step },
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
async function deliver(told, { packetDir }, { redactor, watchdog }) {
	const { pathsOf } = await import("./doors-told-entry.js");
	await watchdog.claim(stepCode(told));
	const written = writeFiles(packetDir, told.files);
	const artifacts = told.tell(pathsOf(written));
	const problems = await writeToRunner(artifacts);
	for (const notice of [
		...told.notices,
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
		const { publish } = await import("./github.js");
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