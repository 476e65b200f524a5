import "./runtime.js";
import { i as ALLOW_LIST_FORMATS, x as VERDICT_FORMATS } from "./model-words.js";
import { A as given, O as fatal } from "./settings-inputs.js";
import { Gt as show, Jt as nearest, Kt as writeNear, Mt as parseDuration, Yt as describeRuntime, _n as EXIT, bn as failing, in as oneLine, o as flat } from "./common.js";
import { E as readTextFile, y as redactorOf } from "./settings.js";
import { a as together, l as writeFiles, n as DOCS_URL } from "./doors-run.js";
import { c as say, d as bytesOf, f as whatIsWrong, l as show$1, p as OutOfTime, s as complain, u as warn } from "./doors-shared.js";
import { n as pathsOf, o as provenLine, r as runReportsOf, s as packetText, t as crashReports } from "./reports.js";

// src/command-line/usage.ts
/** The words of a mistake: what is wrong in one sentence, and what to write instead. */
function usageProblem(mistake) {
	const ofLine = (code, message, fix) => fatal(code, "command line", {
		message,
		fix
	});
	const ofFlag = (name, message, fix) => fatal("config.flag_value", `--${name}`, {
		message,
		fix
	});
	switch (mistake.kind) {
		case "command":
		case "shell": {
			const { kind, word, known } = mistake;
			const what = kind === "command" ? "There is no command" : "There is no completion for";
			const fix = kind === "shell" ? oneOf(known) : writeNear(word, known, oneOf(known));
			return ofLine("config.command_unknown", `${what} ${show(word)}.`, fix);
		}
		case "operands": {
			const { row, given } = mistake;
			const usage = [
				"openai-preflight",
				row.name,
				row.operands
			].join(" ").trim();
			const [first] = given;
			const only = first === void 0 ? "" : `, and was given only ${show(first)}`;
			return ofLine("config.command_operands", given.length < row.least ? `${row.name} needs ${row.takes}${only}.` : `${row.name} takes ${row.takes}: ${show(given[row.most] ?? "")} is too much.`, `Write ${usage}.`);
		}
		case "flag": {
			const { command, raw, known } = mistake;
			const near = nearest(raw.replace(/^-+/, ""), known);
			const help = `Run openai-preflight help ${command} for its flags.`;
			const fix = near === void 0 ? help : `Write --${near}.`;
			return ofLine("config.flag_unknown", `There is no flag ${show(raw)}.`, fix);
		}
		case "foreign-flag": {
			const { command, name } = mistake;
			const message = `${command} has no flag --${name}.`;
			const fix = `Leave it out; openai-preflight help ${command} shows the flags that it has.`;
			return fatal("config.flag_unknown", `--${name}`, {
				message,
				fix
			});
		}
		case "bare": return ofFlag(mistake.name, `--${mistake.name} takes no value.`, `Write ${mistake.write}.`);
		case "value-missing": {
			const { name } = mistake;
			return ofFlag(name, `--${name} needs a value.`, `Write --${name}=VALUE.`);
		}
		case "interval": return ofFlag("watch", `--watch is not a time from 1s to 1h: ${show(mistake.value)}.`, "Write for example --watch 30s.");
		case "watched": return ofFlag("watch", `--watch prints lines of its own, and takes no --${mistake.name}.`, `Leave --${mistake.name} out.`);
		case "value": {
			const { command, name, value, known } = mistake;
			return ofFlag(name, `${command} has no ${name} ${show(value)}.`, writeNear(value, known, oneOf(known)));
		}
	}
}
const oneOf = (known) => `Write one of these: ${known.join(", ")}.`;
/** A shorter rhythm would ask more than it tells, a longer one is a job of its own. */
const SHORTEST_MS = 1e3;
const LONGEST_MS = 36e5;
/** Milliseconds from the start of one run to the start of the next: 1 s to 1 h. */
function watchInterval(text) {
	const parsed = parseDuration(text, {
		minMs: SHORTEST_MS,
		maxMs: LONGEST_MS
	});
	return "value" in parsed ? parsed.value : void 0;
}

// src/doors/live.ts
/** A dumb terminal, or one without a name, has neither colours nor a cursor that can be moved (terminfo). */
function canMove({ TERM }) {
	return TERM !== "dumb" && TERM !== "";
}
/**
* On standard output the rungs as they are proven, on standard error what is waited for: each only
* where it is a terminal.
*/
function liveOf(terminal, hasLadder = true) {
	const { flags, process, settings, style } = terminal;
	const quiet = settings.verbose || !canMove(process.env);
	const limitMs = Math.max(0, ...settings.routes.map(({ route }) => route.timeoutMs));
	const { text } = redactorOf(settings);
	const progress = quiet || !process.stderr.isTTY ? void 0 : progressLine(show$1, (target) => text(target, "progress"), limitMs);
	const hide = () => progress?.hide();
	const ladder = quiet || !hasLadder || flags.on("json") || !process.stdout.isTTY ? void 0 : liveLadder(style, (lines) => {
		hide();
		say(lines);
	});
	return {
		listen: together(ladder?.listen, progress?.listen),
		hide,
		end: () => {
			progress?.end();
			ladder?.clear();
		}
	};
}
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
/** What is waited for, in front of its target. */
const WAITING = {
	config: "Settings of",
	dns: "DNS for",
	tcp: "TCP to",
	proxy: "Proxy at",
	tls: "TLS with",
	http: "HTTP response from",
	auth: "Answer from",
	request: "Answer from",
	quota: "Answer from",
	answer: "Answer from"
};
/** Milliseconds of a wait that need no line. */
const PATIENCE_MS = 1e3;
const LONGEST = 80;
/**
* `TCP to api.openai.com:443 … 3 s of 10 s`, once a second, in a line that overwrites itself
* (ECMA-48 EL): only for a terminal that can.
* @param clean takes secrets out of a target
* @param limitMs of one attempt
*/
function progressLine(write, clean, limitMs, now = () => performance.now()) {
	const waits = [];
	let shown = false;
	const hide = () => {
		if (shown) write("\r\x1B[K");
		shown = false;
	};
	const show = () => {
		const last = waits.at(-1);
		const passedMs = last === void 0 ? 0 : now() - last.sinceMs;
		if (last === void 0 || passedMs < PATIENCE_MS) return hide();
		const seconds = (milliseconds) => `${Math.floor(milliseconds / 1e3)} s`;
		const limit = passedMs <= limitMs ? ` of ${seconds(limitMs)}` : "";
		write(`\r\u001b[K${last.text} … ${seconds(passedMs)}${limit}`);
		shown = true;
	};
	const timer = setInterval(show, PATIENCE_MS);
	timer.unref();
	return {
		listen: (event) => {
			const { rung, target } = event.kind === "begin" ? event : event.observation;
			const key = `${rung} ${target}`;
			if (event.kind === "begin") {
				const text = oneLine(clean(`${WAITING[rung]} ${target}`), LONGEST);
				waits.push({
					text,
					key,
					sinceMs: now()
				});
				return;
			}
			const index = waits.findLastIndex((one) => one.key === key);
			if (index !== -1) waits.splice(index, 1);
			hide();
		},
		hide,
		end: () => {
			clearInterval(timer);
			hide();
		}
	};
}

// src/doors/terminal.ts
/** Writes the files of a run, then prints it with the paths of those that are there. */
async function deliver(reports, terminal) {
	await terminal.watchdog?.claim(reports.exitCode);
	return print(reports, terminal, writeFiles(terminal.settings.packetDir, reports.files));
}
/** Prints what is for the terminal, or the packet alone, in the form asked for. Resolves to the exit code. */
async function print(reports, { flags, source }, written = {
	paths: /* @__PURE__ */ new Map(),
	problems: []
}) {
	if ("fix" in reports) return complain([reports]);
	const artifacts = reports.artifacts(pathsOf(written));
	for (const notice of [...reports.notices, ...written.problems]) warn(notice);
	const { packet } = reports;
	const format = VERDICT_FORMATS.find((one) => one === flags.values?.get("format"));
	if (flags.on("json") && packet !== void 0) say(packetText(packet));
	else if (format !== void 0 && packet !== void 0) {
		const { formatted } = await import("./packets-formats.js");
		const { findStep } = await import("./github-step-location.js");
		const step = findStep(source?.env ?? {}, readTextFile);
		say(formatted(packet, format, {
			docsUrl: DOCS_URL,
			...given({ step })
		}));
	} else for (const artifact of artifacts) sayArtifact(artifact);
	return reports.exitCode;
}
function sayArtifact(artifact) {
	if (artifact.kind === "terminal") say(artifact.text);
}
/** RunReports where a run ended without a verdict of its own: out of time, or by a defect. */
async function tellDefect(error, terminal) {
	const { settings, source } = terminal;
	const runtime = describeRuntime(source.env);
	if (error instanceof OutOfTime) {
		const { outOfTimeReports } = await import("./doors-out-of-time.js");
		return deliver(outOfTimeReports(terminal.watchdog?.last() ?? "", settings.failOn, runtime, { docsUrl: DOCS_URL }), terminal);
	}
	const view = {
		failing: true,
		docsUrl: DOCS_URL
	};
	const reports = crashReports(error, redactorOf(settings), runtime, view);
	await deliver(reports, terminal);
	for (const line of reports.crash.stack.split("\n")) warn(line);
	warn(`Report it: ${reports.crash.issueUrl}`);
	return EXIT.defect;
}
/** A packet as the command line tells it. Whether it fails a job is not asked here. */
function packetReports(packet, { style }) {
	const view = {
		terminal: style,
		failing: failing(packet),
		docsUrl: DOCS_URL
	};
	return runReportsOf(packet, view, {
		exitCode: EXIT.pass,
		notices: []
	});
}
/** Any packet from anywhere, told again: on the terminal, and as files where a folder is named. */
async function tellAgain(path, terminal) {
	const read = await readPacketFile(path, terminal);
	if ("problem" in read) return complain([read.problem]);
	const reports = packetReports(read.packet, terminal);
	return terminal.source.input("packet-dir") ? deliver(reports, terminal) : print(reports, terminal);
}
/** The hosts and ports of a packet, for a firewall. */
async function tellAllowList(path, terminal) {
	const read = await readPacketFile(path, terminal);
	if ("problem" in read) return complain([read.problem]);
	const { allowList } = await import("./packets-allow-list.js");
	const asked = terminal.flags.values.get("format");
	say(allowList(read.packet, ALLOW_LIST_FORMATS.find((one) => one === asked) ?? "text"));
	return EXIT.pass;
}
/** Two places: the first rung at which they differ, and what that proves. */
async function comparePackets(a, b, terminal) {
	const { comparable, compare, comparisonText, refusalText } = await import("./packets-compare-entry.js");
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
	const { readPacket, MOST_PACKET_BYTES } = await import("./packets-compare-entry.js");
	const chunks = [];
	let length = 0;
	try {
		for await (const chunk of bytesOf(path, process, signal)) {
			chunks.push(chunk);
			length += chunk.length;
			if (length > MOST_PACKET_BYTES) break;
		}
	} catch (error) {
		return { problem: {
			message: `${path} ${whatIsWrong(error).message}.`,
			fix: "Name the packet.json that a run of openai-preflight has written."
		} };
	}
	return readPacket(Buffer.concat(chunks).toString("utf8"), path);
}

export { tellAgain as a, canMove as c, watchInterval as d, print as i, liveOf as l, deliver as n, tellAllowList as o, packetReports as r, tellDefect as s, comparePackets as t, usageProblem as u };