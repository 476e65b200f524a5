import "./runtime-rolldown-runtime.js";
import { a as isUsageProblem, i as parseFlags, n as readSettings, r as helpText, t as readLimits } from "./settings.js";
import { n as commandLineSource, o as yamlFor } from "./application-sources.js";
import { t as describeRuntime } from "./settings-runtime.js";
import { i as VERSIONS } from "./run-settings.js";
import { n as defectOf } from "./doors-defects.js";
import { t as EXIT } from "./doors-exit-code.js";
import { a as together, i as liveLadder, n as fleetMode, o as watchedBy, r as debugListener, t as explainMode } from "./doors-other-modes.js";
import { n as redactorOf, t as orderOf } from "./doors-settings.js";
import { i as preflightMode } from "./doors-write-now.js";
import { n as startWatchdog } from "./doors-watchdog.js";
import { a as say, c as tellDefect, i as print, l as toldPacket, n as complain, o as tellAgain, r as deliver, s as tellAllowList, t as comparePackets, u as warn } from "./doors-terminal.js";

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
	const limits = readLimits(source);
	const bounded = flags.command === "aggregate" || flags.command === "run" && !source.input("log");
	const watchdog = bounded ? startWatchdog("terminal", limits, flags.on("json")) : void 0;
	watchdog?.doing("reading the settings and the files that they name");
	const terminal = {
		flags,
		source,
		settings: readSettings(source, await yamlFor(source)),
		signal,
		style: {
			width: process.stdout.columns || 100,
			colour: process.stdout.isTTY && !process.env["NO_COLOR"]
		},
		process,
		watchdog
	};
	try {
		const defect = defectOf(process, bounded ? limits.deadlineMs : void 0);
		return await Promise.race([runCommand(terminal), defect]);
	} catch (error) {
		return await tellDefect(error, terminal);
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
		case "allow-list": return tellAllowList(first, terminal);
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
	terminal.watchdog?.doing("looking at the checkout");
	const listen = together(watchedBy(terminal.watchdog), together(live?.listen, debug(terminal)));
	const told = await preflightMode(orderOf({
		settings,
		source,
		signal,
		listen
	}), source, view);
	live?.clear();
	const code = await deliver(told, terminal);
	const routes = settings.inside === void 0 ? settings.routes : [];
	return [...settings.problems, ...routes.flatMap((route) => route.problems)].some(isUsageProblem) ? EXIT.usage : code;
}
async function runDemo(terminal) {
	const { flags, signal } = terminal;
	const demo = await import("./doors.js");
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
		await print(toldPacket(packet, terminal), terminal);
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