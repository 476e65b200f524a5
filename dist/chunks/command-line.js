import "./rolldown-runtime.js";
import { _ as yamlFor, a as helpText, o as parseFlags, p as commandLineSource, r as readSettings, s as isUsageProblem, u as describeRuntime } from "./preflight.js";
import { a as VERSIONS } from "./packet.js";
import { a as DOCS_URL, c as liveLadder, d as reasonOf, f as writeFiles, i as fleetMode, l as together, o as preflightMode, r as explainMode, s as debugListener, t as writeNow, u as defectOf } from "./write-now.js";
import { i as failing, t as EXIT } from "./exit-code.js";
import { n as redactorOf, t as orderOf } from "./order.js";
import { l as withoutCommands, s as oneLine } from "./redaction.js";
import { i as packetText } from "./reports.js";
import { n as toldBy, r as toldCrash, t as pathsOf } from "./told2.js";
import { createReadStream } from "node:fs";
import { addAbortSignal } from "node:stream";

// src/doors/terminal.ts
/** The only way to standard output: whole, and with nothing in it that a runner takes for a command. */
function say(text) {
	writeNow(withoutCommands(text));
}
/** The only way to standard error: one line. */
function warn(text) {
	writeNow(`${withoutCommands(oneLine(text))}\n`, 2);
}
/** Writes the files of a run, then prints it with the paths of those that are there. */
function deliver(told, terminal) {
	return print(told, terminal, writeFiles(terminal.settings.packetDir, told.files));
}
/** Prints what is for the terminal, or the packet alone. Returns the exit code. */
function print(told, { flags }, written = {
	paths: /* @__PURE__ */ new Map(),
	problems: []
}) {
	if ("fix" in told) return complain([told]);
	const artifacts = told.tell(pathsOf(written));
	for (const notice of [...told.notices, ...written.problems]) warn(notice);
	if (flags.on("json") && told.packet !== void 0) say(packetText(told.packet));
	else for (const artifact of artifacts) sayArtifact(artifact);
	return told.exitCode;
}
function sayArtifact(artifact) {
	if (artifact.kind === "terminal") say(artifact.text);
}
function complain(problems) {
	for (const { message, fix } of problems) warn(`${message} ${fix}`);
	return EXIT.usage;
}
function tellCrash(error, terminal) {
	const { settings, source } = terminal;
	const view = {
		failing: true,
		docsUrl: DOCS_URL
	};
	const told = toldCrash(error, redactorOf(settings), describeRuntime(source.env), view);
	deliver(told, terminal);
	for (const line of told.crash.stack.split("\n")) warn(line);
	warn(`Report it: ${told.crash.issueUrl}`);
	return EXIT.defect;
}
/** A packet as the command line tells it. Whether it fails a job is not asked here. */
function toldPacket(packet, { style }) {
	const view = {
		terminal: style,
		failing: failing(packet),
		docsUrl: DOCS_URL
	};
	return toldBy(packet, view, {
		exitCode: EXIT.pass,
		notices: []
	});
}
/** Any packet from anywhere, told again: on the terminal, and as files where a folder is named. */
async function tellAgain(path, terminal) {
	const read = await readPacketFile(path, terminal);
	if ("problem" in read) return complain([read.problem]);
	const told = toldPacket(read.packet, terminal);
	return terminal.source.input("packet-dir") ? deliver(told, terminal) : print(told, terminal);
}
/** Two places: the first rung at which they differ, and what that proves. */
async function comparePackets(a, b, terminal) {
	const { comparable, compare, comparisonText, refusalText } = await import("./compare2.js");
	const [first, second] = [await readPacketFile(a, terminal), await readPacketFile(b, terminal)];
	if ("problem" in first) return complain([first.problem]);
	if ("problem" in second) return complain([second.problem]);
	const able = comparable(first.packet, second.packet);
	if (!able.comparable) {
		say(`${refusalText(able).join("\n")}\n`);
		return EXIT.usage;
	}
	const comparison = compare(first.packet, second.packet);
	say(terminal.flags.on("json") ? `${JSON.stringify(comparison, null, 2)}\n` : `${comparisonText(comparison).join("\n")}\n`);
	return EXIT.pass;
}
/** A packet from a file, a pipe or standard input (`-`); no more than the longest packet is read. */
async function readPacketFile(path, { process, signal }) {
	const { readPacket, MOST_PACKET_BYTES } = await import("./compare2.js");
	const chunks = [];
	let length = 0;
	try {
		const stream = path === "-" ? process.stdin : createReadStream(path);
		for await (const chunk of addAbortSignal(signal, stream)) {
			chunks.push(Buffer.from(chunk));
			length += chunk.length;
			if (length > MOST_PACKET_BYTES) break;
		}
	} catch (error) {
		return { problem: {
			message: `${path} cannot be read${reasonOf(error)}.`,
			fix: "Name the packet.json that a run of openai-preflight has written."
		} };
	}
	return readPacket(Buffer.concat(chunks).toString("utf8"), path);
}

// src/doors/command-line.ts
/** The terminal's door: reads flags, runs, prints. Resolves to the exit code. */
async function runCommandLine(process, signal) {
	const flags = parseFlags(process.argv.slice(2));
	if (flags.on("help") || flags.on("version")) {
		say(`${flags.on("help") ? helpText() : VERSIONS.version}\n`);
		return EXIT.pass;
	}
	if (flags.problems.length > 0) return complain(flags.problems);
	const source = commandLineSource(flags, process.env);
	const settings = readSettings(source, await yamlFor(source));
	const terminal = {
		flags,
		source,
		settings,
		signal,
		style: {
			width: process.stdout.columns || 100,
			colour: process.stdout.isTTY && !process.env["NO_COLOR"]
		},
		process
	};
	try {
		const deadlineMs = flags.command === "aggregate" || flags.command === "run" && !settings.log ? settings.deadlineMs : void 0;
		return await Promise.race([runCommand(terminal), defectOf(process, deadlineMs)]);
	} catch (error) {
		return tellCrash(error, terminal);
	}
}
async function runCommand(terminal) {
	const { flags, settings, source, signal, process } = terminal;
	const [first = "", second = ""] = flags.operands;
	switch (flags.command) {
		case "run": return runPreflight(terminal);
		case "demo": return runDemo(terminal);
		case "explain": {
			const { failOn, log } = settings;
			const options = {
				json: flags.on("json"),
				failOn,
				signal,
				workspace: source.workspace
			};
			return print(await explainMode(first || log || "-", process.stdin, options), terminal);
		}
		case "aggregate": {
			const runtime = describeRuntime(source.env);
			return print(await fleetMode(first, settings, runtime, signal, () => terminalView(terminal)), terminal);
		}
		case "report": return tellAgain(first, terminal);
		case "compare": return comparePackets(first, second, terminal);
	}
}
async function runPreflight(terminal) {
	const { settings, source, signal } = terminal;
	const { aggregate, log } = settings;
	const view = () => terminalView(terminal);
	if (aggregate !== void 0) return print(await fleetMode(aggregate, settings, describeRuntime(source.env), signal, view), terminal);
	if (log !== void 0) {
		const options = {
			json: terminal.flags.on("json"),
			failOn: settings.failOn,
			signal,
			workspace: source.workspace
		};
		return print(await explainMode(log, terminal.process.stdin, options), terminal);
	}
	const live = ladderOf(terminal);
	const listen = together(live?.listen, debug(terminal));
	const told = await preflightMode(orderOf({
		settings,
		source,
		signal,
		listen
	}), source, view);
	live?.clear();
	const code = deliver(told, terminal);
	const routes = settings.inside === void 0 ? settings.routes : [];
	return [...settings.problems, ...routes.flatMap((route) => route.problems)].some(isUsageProblem) ? EXIT.usage : code;
}
async function runDemo(terminal) {
	const { flags, signal } = terminal;
	const demo = await import("./demo.js");
	const [name = "ok"] = flags.operands;
	if (flags.on("list")) say(`${demo.listScenarios()}\n`);
	else if (name === "all") await demo.runAll(signal, (line) => say(`${line}\n`));
	else {
		const scenario = demo.findScenario(name);
		if (scenario === void 0) {
			warn(`There is no demo scenario ${JSON.stringify(name)}.`);
			for (const line of demo.listScenarios().split("\n")) warn(line);
			return EXIT.usage;
		}
		const live = ladderOf(terminal);
		const packet = await demo.runScenario(scenario, signal, live?.listen);
		live?.clear();
		print(toldPacket(packet, terminal), terminal);
	}
	return EXIT.pass;
}
/** On a terminal the rungs appear as they are proven; elsewhere the report alone is enough. */
function ladderOf({ flags, process, style, settings }) {
	if (flags.on("json") || settings.verbose || !process.stdout.isTTY) return void 0;
	return liveLadder(style, say);
}
function debug({ settings }) {
	if (!settings.verbose) return void 0;
	return debugListener(redactorOf(settings), warn);
}
function terminalView({ style }) {
	return { terminal: style };
}

export { runCommandLine };