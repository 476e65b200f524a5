import "./runtime-rolldown-runtime.js";
import { N as ALLOW_LIST_FORMATS, P as VERDICT_FORMATS, s as oneLine, u as withoutCommands } from "./model.js";
import { n as writeFiles, t as reasonOf } from "./packets-folder.js";
import { i as packetText } from "./reports.js";
import { t as describeRuntime } from "./settings-runtime.js";
import { a as readTextFile } from "./application-sources.js";
import { t as OutOfTime } from "./doors-defects.js";
import { i as failing, t as EXIT } from "./doors-exit-code.js";
import { n as redactorOf } from "./doors-settings.js";
import { r as DOCS_URL, t as writeNow } from "./doors-write-now.js";
import { n as toldBy, r as toldCrash, t as pathsOf } from "./doors-told.js";
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
async function deliver(told, terminal) {
	await terminal.watchdog?.claim(told.exitCode);
	return print(told, terminal, writeFiles(terminal.settings.packetDir, told.files));
}
/** Prints what is for the terminal, or the packet alone, in the form asked for. Resolves to the exit code. */
async function print(told, { flags, source }, written = {
	paths: /* @__PURE__ */ new Map(),
	problems: []
}) {
	if ("fix" in told) return complain([told]);
	const artifacts = told.tell(pathsOf(written));
	for (const notice of [...told.notices, ...written.problems]) warn(notice);
	const { packet } = told;
	const format = VERDICT_FORMATS.find((one) => one === flags.values?.get("format"));
	if (flags.on("json") && packet !== void 0) say(packetText(packet));
	else if (format !== void 0 && packet !== void 0) {
		const { formatted } = await import("./packets-formats.js");
		const { findStep } = await import("./github-step-location.js");
		const step = findStep(source?.env ?? {}, readTextFile);
		say(formatted(packet, format, {
			docsUrl: DOCS_URL,
			...step === void 0 ? {} : { step }
		}));
	} else for (const artifact of artifacts) sayArtifact(artifact);
	return told.exitCode;
}
function sayArtifact(artifact) {
	if (artifact.kind === "terminal") say(artifact.text);
}
function complain(problems) {
	for (const { message, fix } of problems) warn(`${message} ${fix}`);
	return EXIT.usage;
}
/** Told where a run ended without a verdict of its own: out of time, or by a defect. */
async function tellDefect(error, terminal) {
	const { settings, source } = terminal;
	const runtime = describeRuntime(source.env);
	if (error instanceof OutOfTime) {
		const { toldOutOfTime } = await import("./doors-out-of-time.js");
		return deliver(toldOutOfTime(terminal.watchdog?.last() ?? "", settings.failOn, runtime, { docsUrl: DOCS_URL }), terminal);
	}
	const view = {
		failing: true,
		docsUrl: DOCS_URL
	};
	const told = toldCrash(error, redactorOf(settings), runtime, view);
	await deliver(told, terminal);
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

export { say as a, tellDefect as c, print as i, toldPacket as l, complain as n, tellAgain as o, deliver as r, tellAllowList as s, comparePackets as t, warn as u };