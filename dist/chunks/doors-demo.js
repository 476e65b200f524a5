import "./runtime.js";
import { t as SCENARIOS } from "./demo-scenarios.js";
import { Jt as nearest, Yt as describeRuntime, _n as EXIT, in as oneLine } from "./common.js";
import { A as given } from "./settings-inputs.js";
import { i as systemResolve, t as preflight } from "./egress.js";
import { g as readSettings } from "./settings.js";
import { l as writeFiles } from "./doors-run.js";
import { i as print, l as liveOf, r as packetReports } from "./doors-terminal.js";
import { n as pathsOf } from "./reports.js";
import { c as say, u as warn } from "./doors-shared.js";

// \0@oxc-project+runtime@0.156.0/helpers/esm/usingCtx.js
function _usingCtx() {
	var r = "function" == typeof SuppressedError ? SuppressedError : function(r, e) {
		var n = Error();
		return n.name = "SuppressedError", n.error = r, n.suppressed = e, n;
	}, e = {}, n = [];
	function using(r, e) {
		if (null != e) {
			if (Object(e) !== e) throw new TypeError("using declarations can only be used with objects, functions, null, or undefined.");
			if (r) var o = e[Symbol.asyncDispose || Symbol["for"]("Symbol.asyncDispose")];
			if (void 0 === o && (o = e[Symbol.dispose || Symbol["for"]("Symbol.dispose")], r)) var t = o;
			if ("function" != typeof o) throw new TypeError("Object is not disposable.");
			t && (o = function o() {
				try {
					t.call(e);
				} catch (r) {
					return Promise.reject(r);
				}
			}), n.push({
				v: e,
				d: o,
				a: r
			});
		} else r && n.push({
			d: e,
			a: r
		});
		return e;
	}
	return {
		e,
		u: using.bind(null, !1),
		a: using.bind(null, !0),
		d: function d() {
			var o, t = this.e, s = 0;
			function next() {
				for (; o = n.pop();) try {
					if (!o.a && 1 === s) return s = 0, n.push(o), Promise.resolve().then(next);
					if (o.d) {
						var r = o.d.call(o.v);
						if (o.a) return s |= 2, Promise.resolve(r).then(next, err);
					} else s |= 1;
				} catch (r) {
					return err(r);
				}
				if (1 === s) return t !== e ? Promise.reject(t) : Promise.resolve();
				if (t !== e) throw t;
			}
			function err(n) {
				return t = t !== e ? new r(n, t) : n, next();
			}
			return next();
		}
	};
}

// src/doors/demo.ts
/** `demo [scenario]`. A demo that shows a fault has done what it should: it ends with 0. */
async function runDemo(terminal) {
	const { flags, process, signal } = terminal;
	const start = startedBy(process.env);
	const [name = "ok"] = flags.operands;
	if (flags.on("list")) {
		say(`${listScenarios(start)}\n`);
		return EXIT.pass;
	}
	if (name === "all") {
		await runAll(signal, (line) => say(`${line}\n`));
		return EXIT.pass;
	}
	const scenario = findScenario(name);
	if (scenario === void 0) {
		const near = nearest(name, SCENARIOS.map((one) => one.name));
		const fix = near === void 0 ? `${start} --list names them all` : `Write ${start} ${near}`;
		warn(`There is no demo scenario ${JSON.stringify(name)}. ${fix}.`);
		return EXIT.usage;
	}
	const live = liveOf(terminal);
	const packet = await runScenario(scenario, signal, live.listen);
	live.end();
	const reports = packetReports(packet, terminal);
	await print(reports, terminal);
	if (flags.on("json")) return EXIT.pass;
	if (flags.on("report")) say(`\n${left(reports, terminal).join("\n")}\n`);
	say(`\n${furtherLines(start, name, flags.on("report")).join("\n")}\n`);
	return EXIT.pass;
}
/** How the reader started this, and starts it again. */
function startedBy({ npm_lifecycle_event, npm_command }) {
	if (npm_lifecycle_event === "demo") return "npm run demo --";
	return `${npm_command === "exec" ? "npx " : ""}openai-preflight demo`;
}
function furtherLines(start, name, hasReport) {
	return [
		`Try: ${start} ${scenarioAfter(name)}`,
		...hasReport ? [] : [`     ${start} ${name} --report   what the action would leave`],
		`     ${start} --list   all scenarios, one line each`
	];
}
/** Writes what the action would leave, and names it. */
function left(reports, { settings }) {
	const artifacts = reports.artifacts({});
	const summary = artifacts.flatMap((one) => one.kind === "summary" ? [one.markdown] : []);
	const written = writeFiles(settings.packetDir, [...reports.files, {
		name: "summary.md",
		content: summary.join("\n")
	}]);
	return [
		"What the action would leave",
		...(Object.keys(pathsOf(written)).length === 0 ? [] : [...written.paths]).map(([name, path]) => `  ${name.padEnd(20)} ${path}`),
		...artifacts.flatMap(lineOf),
		...written.problems
	];
}
function lineOf(artifact) {
	if (artifact.kind === "annotation") return [`  ${"annotation".padEnd(20)} ${artifact.level}: ${oneLine(artifact.title)}`];
	if (artifact.kind !== "output" || artifact.value === "") return [];
	return [`  ${`output ${artifact.name}`.padEnd(20)} ${oneLine(artifact.value, 200)}`];
}
/** Runs one scenario through the very same engine; its server lives only as long. */
async function runScenario(scenario, signal, listen) {
	try {
		var _usingCtx$1 = _usingCtx();
		const stage = _usingCtx$1.a(await scenario.arrange());
		const resolve = stage.resolve ?? systemResolve;
		const settings = readSettings({
			input: (name) => stage.inputs[name],
			env: stage.environment,
			readFile: () => void 0,
			workspace: "/"
		});
		return await preflight({
			settings,
			environment: stage.environment,
			runtime: describeRuntime({}),
			checkout: () => ({
				files: [],
				readFile: () => void 0
			}),
			readFile: () => void 0,
			listFolder: () => void 0,
			workspace: "/",
			signal,
			resolve,
			extraRoots: stage.roots,
			...given({ listen })
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/**
* `demo --list`.
* @param start how the reader starts a demo, without the scenario
*/
function listScenarios(start) {
	const width = Math.max(...SCENARIOS.map(({ name }) => name.length));
	const lines = SCENARIOS.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`);
	return [
		`Scenarios for ${start} NAME, or ${start} all:`,
		"",
		...lines
	].join("\n");
}
function findScenario(name) {
	return SCENARIOS.find((scenario) => scenario.name === name);
}
const MOST_TELLING = "tls-intercepted";
/** What to look at next: after the healthy run the one that teaches most, then each in order. */
function scenarioAfter(name) {
	const names = SCENARIOS.map((scenario) => scenario.name);
	const next = names[(names.indexOf(name) + 1) % names.length];
	return name === "ok" || next === void 0 ? MOST_TELLING : next;
}
/** `demo all`: one line for each scenario, in order. */
async function runAll(signal, print) {
	const width = Math.max(...SCENARIOS.map(({ name }) => name.length));
	for (const scenario of SCENARIOS) {
		const { verdict } = await runScenario(scenario, signal);
		const owner = verdict.owner.padEnd(15);
		const where = verdict.rung === "" ? "everything proven" : `${verdict.rung}: ${verdict.code}`;
		print(`${scenario.name.padEnd(width)}  ${verdict.verdict.padEnd(12)}  ${owner}  ${where}`);
		if (signal.aborted) return;
	}
}

export { runDemo };