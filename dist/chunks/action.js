import { a as preflightMode, d as writeWhole, i as DOCS_URL, l as crashPacket, n as explainMode, o as defectOf, r as fleetMode, s as debugListener, t as writeNow, u as crashView } from "./write-now.js";
import { l as withoutCommands, s as oneLine, t as cut, u as createRedactor } from "./redaction.js";
import { D as describeRuntime, M as readTextFile, N as yamlFor, k as actionSource, r as readSettings } from "./preflight.js";
import { n as EXIT, t as orderOf } from "./order.js";
import { t as packetWithoutRoutes } from "./packet-without-routes.js";
import { appendFileSync } from "node:fs";
import { randomUUID } from "node:crypto";

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
/** Milliseconds that comment and check run may take beyond the deadline, and what they have at least. */
const PUBLISHING_MS = 1e3;
const LEAST_PUBLISHING_MS = 200;
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
		for (const notice of await publishAfterwards(told.artifacts, settings, source, signal)) writeNow(`${command("notice", {}, oneLine(redactor.text(notice, "notice")))}\n`);
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
/** Comment and check run, only where they were asked for. Never throws: the verdict is told. */
async function publishAfterwards(artifacts, settings, { env }, signal) {
	if (signal.aborted || settings.comment === "never" && !settings.checkRun) return [];
	const leftMs = settings.deadlineMs + PUBLISHING_MS - performance.now();
	try {
		const { publish } = await import("./publish.js");
		return await publish(artifacts, settings, {
			env,
			readFile: readTextFile
		}, signal, Math.max(LEAST_PUBLISHING_MS, leftMs));
	} catch (error) {
		return [`Comment and check run could not be published (${error instanceof Error ? error.constructor.name : typeof error}).`];
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