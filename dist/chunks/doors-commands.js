import "./runtime.js";
import { a as tellAgain, c as canMove, d as watchInterval, i as print, l as liveOf, n as deliver, o as tellAllowList, s as tellDefect, t as comparePackets, u as usageProblem } from "./doors-terminal.js";
import { D as yamlFor, S as commandLineSource, b as sendsNothing, g as readSettings, h as readLimits, v as orderOf, y as redactorOf } from "./settings.js";
import { Wt as isUsageProblem, Yt as describeRuntime, _n as EXIT } from "./common.js";
import { c as say, m as defectOf, o as tellLog, s as complain, u as warn } from "./doors-shared.js";
import { n as watchdogFor } from "./doors-watchdog.js";
import { a as together, c as apartIn, i as debugListener, o as watchedBy, r as preflightMode, s as OF_A_RUN, t as fleetMode } from "./doors-run.js";

// src/doors/commands.ts
/** Every command that has something to do: reads the settings, runs, prints. Resolves to the exit code. */
async function runCommand(flags, process, signal) {
	const source = commandLineSource(flags, process.env, () => watchdog?.guard());
	const limits = readLimits(source);
	const watching = flags.values.has("watch");
	const bounded = flags.command === "aggregate" || flags.command === "run" && !source.input("log") && !watching;
	const watchdog = bounded ? watchdogFor("terminal", limits, flags.on("json")) : void 0;
	watchdog?.doing("reading the settings and the files that they name");
	const terminal = await terminalOf(flags, source, process, signal, watchdog);
	try {
		const defect = defectOf(process, bounded ? limits.deadlineMs : void 0);
		return await Promise.race([act(terminal), defect]);
	} catch (error) {
		return await tellDefect(error, terminal);
	}
}
async function terminalOf(flags, source, process, signal, watchdog) {
	return {
		flags,
		source,
		settings: readSettings(source, await yamlFor(source)),
		signal,
		style: {
			width: process.stdout.columns || 100,
			colour: process.stdout.isTTY && canMove(process.env) && !process.env["NO_COLOR"]
		},
		process,
		watchdog
	};
}
/** A defect of a command that reads no settings of its own. */
async function tellDefectOf(error, flags, process, signal) {
	const source = commandLineSource(flags, process.env);
	return tellDefect(error, await terminalOf(flags, source, process, signal));
}
async function act(terminal) {
	const { flags, settings, source, signal, watchdog } = terminal;
	if (!sendsNothing(settings)) watchdog?.guard();
	const [first = "", second = ""] = flags.operands;
	switch (flags.command) {
		case "demo": {
			const { runDemo } = await import("./doors-demo.js");
			return runDemo(terminal);
		}
		case "aggregate": {
			const runtime = describeRuntime(source.env);
			const reports = await fleetMode(first, settings, runtime, signal, () => terminalView(terminal));
			return source.input("packet-dir") && !("fix" in reports) ? deliver(reports, terminal) : print(reports, terminal);
		}
		case "report": return tellAgain(first, terminal);
		case "compare": return comparePackets(first, second, terminal);
		case "allow-list": return tellAllowList(first, terminal);
		case "run":
		case "explain":
		case "help":
		case "version":
		case "completion": return runPreflight(terminal);
	}
}
async function runPreflight(terminal) {
	const { flags, settings, source, signal } = terminal;
	const { aggregate, log } = settings;
	const view = () => terminalView(terminal);
	const apart = apartIn(source, { log: OF_A_RUN });
	if (apart !== void 0) return complain([apart]);
	if (aggregate !== void 0) return print(await fleetMode(aggregate, settings, describeRuntime(source.env), signal, view), terminal);
	if (log !== void 0) return tellLog(flags, terminal.process, signal);
	const every = flags.values.get("watch");
	const everyMs = every === void 0 ? void 0 : watchInterval(every);
	if (every !== void 0 && everyMs === void 0) return complain([usageProblem({
		kind: "interval",
		value: every
	})]);
	const live = liveOf(terminal, everyMs === void 0);
	terminal.watchdog?.doing("looking at the checkout");
	const listen = together(watchedBy(terminal.watchdog), live.listen, debug(terminal));
	const order = orderOf({
		settings,
		source,
		signal,
		listen
	});
	const once = (startedMs) => preflightMode(startedMs === void 0 ? order : {
		...order,
		startedMs
	}, source, view);
	const reports = everyMs === void 0 ? await once() : await watched(everyMs, () => once(0), terminal, live);
	live.end();
	if (reports === void 0) return EXIT.cancelled;
	const code = await deliver(reports, terminal);
	const routes = settings.inside === void 0 ? settings.routes : [];
	return [...settings.problems, ...routes.flatMap((route) => route.problems)].some(isUsageProblem) ? EXIT.usage : code;
}
/** One line for each run; the run that differs is told whole. */
async function watched(everyMs, once, { signal }, live) {
	const { watch } = await import("./doors-watch.js");
	return watch(once, everyMs, signal, (line) => {
		live.hide();
		say(`${line}\n`);
	});
}
function debug({ settings }) {
	if (!settings.verbose) return void 0;
	return debugListener(redactorOf(settings), warn);
}
function terminalView({ style }) {
	return { terminal: style };
}

export { runCommand, tellDefectOf };