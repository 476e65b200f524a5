import { A as commandLineSource, D as describeRuntime, N as yamlFor, a as parseFlags, d as flat, i as helpText, o as isUsageProblem, p as VERSIONS, r as readSettings } from "./preflight.js";
import { a as preflightMode, c as together, d as writeWhole, i as DOCS_URL, l as crashPacket, n as explainMode, o as defectOf, r as fleetMode, s as debugListener, t as writeNow, u as crashView } from "./write-now.js";
import { a as failing, n as EXIT, t as orderOf } from "./order.js";
import { n as provenLine, r as packetText } from "./reports.js";
import { s as oneLine, u as createRedactor } from "./redaction.js";
import { n as tellWhatCan, t as tellAll } from "./telling2.js";
import { readFileSync } from "node:fs";

// src/doors/live-ladder.ts
/** More lines than a screen has cannot be taken back; the rest of a long run is left to the report. */
const MOST_LINES = 20;
/**
* Lines appear as rungs are proven. Only for a terminal: they are taken back with the cursor
* (ECMA-48 CUU and ED), which no file and no pipe understands.
*/
function liveLadder(style, write) {
	let lines = 0;
	return {
		listen: (event) => {
			if (event.kind !== "end" || event.observation.attempt === 0 || lines >= MOST_LINES) return;
			const text = provenLine(flat(event.observation), style);
			lines += text.split("\n").length;
			write(`${text}\n`);
		},
		clear: () => {
			if (lines > 0) write(`\u001b[${lines}A\u001b[0J`);
			lines = 0;
		}
	};
}

// src/doors/printing.ts
function redactorOf({ secrets }) {
	return createRedactor(secrets.map(({ value, what }) => ({
		value: value.reveal(),
		what
	})));
}
/** Tells a packet and prints it; returns everything that could be written. */
function tellPacket(packet, terminal) {
	const view = {
		terminal: terminal.style,
		failing: failing(packet),
		docsUrl: DOCS_URL
	};
	const artifacts = tellAll(packet, view);
	print({
		artifacts,
		exitCode: EXIT.pass,
		packet,
		notices: []
	}, terminal);
	return artifacts;
}
/** Prints what is for the terminal, or the packet alone. Returns the exit code. */
function print({ artifacts, exitCode, packet, notices }, { flags, process }) {
	for (const notice of notices) process.stderr.write(`${oneLine(notice)}\n`);
	if (flags.on("json") && packet !== void 0) {
		writeNow(packetText(packet));
		return exitCode;
	}
	for (const artifact of artifacts) if (artifact.kind === "terminal") writeNow(artifact.text);
	return exitCode;
}
/** Files of a run; a folder that cannot be written is told and hides nothing else. */
function writeFiles(folder, artifacts, { process }) {
	for (const artifact of artifacts) {
		if (artifact.kind !== "file") continue;
		try {
			writeWhole(folder, artifact.name, artifact.content);
		} catch (error) {
			const why = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
			process.stderr.write(`Could not write ${artifact.name} to packet-dir${why}.\n`);
		}
	}
}
function complain({ stderr }, problems) {
	for (const { message, fix } of problems) stderr.write(`${oneLine(`${message} ${fix}`)}\n`);
	return EXIT.usage;
}
function tellCrash(error, terminal) {
	const { settings, source, process } = terminal;
	const packet = crashPacket(describeRuntime(source.env));
	const crash = crashView(error, redactorOf(settings));
	print({
		artifacts: tellWhatCan(packet, {
			failing: true,
			docsUrl: DOCS_URL,
			crash
		}),
		exitCode: EXIT.defect,
		packet,
		notices: []
	}, terminal);
	process.stderr.write(`${crash.stack}\nReport it: ${crash.issueUrl}\n`);
	return EXIT.defect;
}

// src/doors/packet-commands.ts
/** Any packet from anywhere, told again: on the terminal, and as files in the packet folder. */
async function tellAgain(path, terminal) {
	const read = await readPacketFile(path);
	if ("problem" in read) return complain(terminal.process, [read.problem]);
	const { packetDir } = terminal.settings;
	const artifacts = tellPacket(read.packet, terminal);
	if (terminal.source.input("packet-dir")) writeFiles(packetDir, artifacts, terminal);
	return EXIT.pass;
}
/** Two places: the first rung at which they differ, and what that proves. */
async function comparePackets(a, b, terminal) {
	const { comparable, compare, comparisonText, refusalText } = await import("./compare2.js");
	const [first, second] = [await readPacketFile(a), await readPacketFile(b)];
	if ("problem" in first) return complain(terminal.process, [first.problem]);
	if ("problem" in second) return complain(terminal.process, [second.problem]);
	const able = comparable(first.packet, second.packet);
	const { stdout } = terminal.process;
	if (!able.comparable) {
		stdout.write(`${refusalText(able).join("\n")}\n`);
		return EXIT.usage;
	}
	const comparison = compare(first.packet, second.packet);
	stdout.write(terminal.flags.on("json") ? `${JSON.stringify(comparison, null, 2)}\n` : `${comparisonText(comparison).join("\n")}\n`);
	return EXIT.pass;
}
async function readPacketFile(path) {
	const { readPacket } = await import("./compare2.js");
	let text = "";
	try {
		text = readFileSync(path === "-" ? 0 : path, "utf8");
	} catch {}
	return readPacket(text, path);
}

// src/doors/command-line.ts
/** The terminal's door: reads flags, runs, prints. Resolves to the exit code. */
async function runCommandLine(process, signal) {
	const flags = parseFlags(process.argv.slice(2));
	if (flags.on("help") || flags.on("version")) {
		process.stdout.write(`${flags.on("help") ? helpText() : VERSIONS.version}\n`);
		return EXIT.pass;
	}
	if (flags.problems.length > 0) return complain(process, flags.problems);
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
		const deadlineMs = flags.command === "run" && !settings.log ? settings.deadlineMs : void 0;
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
			return print(await fleetMode(first, settings.failOn, runtime, () => terminalView(terminal)), terminal);
		}
		case "report": return tellAgain(first, terminal);
		case "compare": return comparePackets(first, second, terminal);
	}
}
async function runPreflight(terminal) {
	const { settings, source, signal } = terminal;
	const { aggregate, log } = settings;
	const view = () => terminalView(terminal);
	if (aggregate !== void 0) return print(await fleetMode(aggregate, settings.failOn, describeRuntime(source.env), view), terminal);
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
	const order = orderOf({
		settings,
		source,
		signal,
		...listen === void 0 ? {} : { listen }
	});
	const told = await preflightMode(order, source, view);
	live?.clear();
	writeFiles(settings.packetDir, told.artifacts, terminal);
	const code = print(told, terminal);
	const routes = settings.inside === void 0 ? settings.routes : [];
	return [...settings.problems, ...routes.flatMap((route) => route.problems)].some(isUsageProblem) ? EXIT.usage : code;
}
async function runDemo(terminal) {
	const { flags, process, signal } = terminal;
	const demo = await import("./demo.js");
	const say = (line) => {
		process.stdout.write(`${line}\n`);
	};
	const [name = "ok"] = flags.operands;
	if (flags.on("list")) say(demo.listScenarios());
	else if (name === "all") await demo.runAll(signal, say);
	else {
		const scenario = demo.findScenario(name);
		if (scenario === void 0) {
			process.stderr.write(`There is no demo scenario ${JSON.stringify(name)}.\n`);
			process.stderr.write(`${demo.listScenarios()}\n`);
			return EXIT.usage;
		}
		const live = ladderOf(terminal);
		const packet = await demo.runScenario(scenario, signal, live?.listen);
		live?.clear();
		tellPacket(packet, terminal);
	}
	return EXIT.pass;
}
/** On a terminal the rungs appear as they are proven; elsewhere the report alone is enough. */
function ladderOf({ flags, process, style, settings }) {
	if (flags.on("json") || settings.verbose || !process.stdout.isTTY) return void 0;
	return liveLadder(style, (text) => process.stdout.write(text));
}
function debug({ settings, process }) {
	if (!settings.verbose) return void 0;
	return debugListener(redactorOf(settings), (line) => process.stderr.write(`${line}\n`));
}
function terminalView({ style }) {
	return { terminal: style };
}

export { runCommandLine };