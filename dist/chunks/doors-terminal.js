import "./runtime.js";
import { t as ALLOW_LIST_FORMATS, v as VERDICT_FORMATS } from "./model-words.js";
import { k as given } from "./settings-inputs.js";
import { r as writeFiles, t as DOCS_URL } from "./doors-packets.js";
import { i as packetText } from "./reports.js";
import { Ut as describeRuntime, dn as EXIT, mn as failing } from "./common.js";
import { s as readTextFile } from "./application-sources.js";
import { a as say, c as bytesOf, f as OutOfTime, i as complain, l as whatIsWrong, s as warn } from "./doors-shared.js";
import { n as redactorOf } from "./doors-order.js";
import { n as pathsOf, r as runReportsOf, t as crashReports } from "./doors-run-reports.js";

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

export { tellAgain as a, print as i, deliver as n, tellAllowList as o, packetReports as r, tellDefect as s, comparePackets as t };