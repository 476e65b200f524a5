import "./runtime.js";
import { k as given } from "./settings-inputs.js";
import { n as REPORTS, t as FILE_REPORTS } from "./reports.js";
import { dn as EXIT, n as packetWithoutRoutes } from "./common.js";
import { t as VERSIONS } from "./versions.js";

// src/doors/run-reports.ts
const ISSUES = "https://github.com/openai-preflight/openai-preflight/issues/new";
/** Ten frames of a stack; it goes into a link. */
const LONGEST_STACK = 4e3;
/** A packet as every report tells it. A defect in one of them costs that one, not the verdict. */
function runReportsOf(packet, view, rest) {
	const isFile = (id) => FILE_REPORTS.some((one) => one === id);
	const broken = [];
	const artifactsOf = (id, seen) => {
		try {
			return REPORTS[id](packet, seen);
		} catch (error) {
			const name = error instanceof Error ? error.constructor.name : typeof error;
			broken.push(`The report ${id} could not be made (${name}); this is a defect of our own.`);
			return [];
		}
	};
	const ids = Object.keys(REPORTS).filter((id) => id in REPORTS);
	const files = ids.filter(isFile).flatMap((id) => artifactsOf(id, view));
	return {
		...rest,
		packet,
		files: files.filter((artifact) => artifact.kind === "file"),
		artifacts: (paths) => ids.filter((id) => !isFile(id)).flatMap((id) => artifactsOf(id, {
			...view,
			paths
		})).filter((artifact) => artifact.kind !== "file"),
		get notices() {
			return [...rest.notices, ...broken];
		}
	};
}
/** The paths that reports and outputs name. */
function pathsOf({ paths }) {
	const [packet, report] = [paths.get("packet.json"), paths.get("report.html")];
	return { ...given({
		packet,
		report
	}) };
}
/** A defect of our own, told as ours: inconclusive, owner unknown, never a broken route. */
function crashReports(error, redactor, runtime, view) {
	const packet = packetWithoutRoutes({
		verdict: "inconclusive",
		owner: "unknown",
		code: "own.crash",
		rule: "own/crash",
		summary: "openai-preflight itself failed before it had a verdict; this says nothing about your route.",
		doNext: ["Report the defect with the link in the summary; the stack in it holds no secret."],
		doNot: ["Do not read this as a broken route."]
	}, runtime);
	const crash = crashView(error, redactor);
	return {
		...runReportsOf(packet, {
			...view,
			crash
		}, {
			exitCode: EXIT.defect,
			notices: []
		}),
		crash
	};
}
/** The scrubbed stack and a link that opens an issue with it. */
function crashView(error, redactor) {
	const plain = (error instanceof Error ? error.stack ?? error.message : String(error)).replace(/(?<![^\s(])\(?(?:file:\/\/)?\/[^\s):]*\/(?=[\w.-]{1,200}:\d)/g, "");
	const stack = redactor.text(plain, "stack").slice(0, LONGEST_STACK);
	const url = new URL(ISSUES);
	url.searchParams.set("title", `Crash: ${stack.split("\n")[0]?.slice(0, 80) ?? ""}`);
	url.searchParams.set("body", `Version ${VERSIONS.version}, Node ${VERSIONS.node}\n\n${stack.slice(0, 1500)}`);
	return {
		stack,
		issueUrl: url.href
	};
}
/**
* A log, or a folder of packets, that cannot be read: told like any other setting that cannot work,
* so that a step has its outputs in this case, too.
*/
function unusableReports({ code = "config.file_unreadable", message, fix }, runtime, view) {
	return runReportsOf(packetWithoutRoutes({
		verdict: "fail",
		owner: "request",
		rung: "config",
		firstBad: "config",
		code,
		rule: "",
		summary: message,
		doNext: [fix]
	}, runtime), view, {
		exitCode: EXIT.usage,
		notices: []
	});
}

export { unusableReports as i, pathsOf as n, runReportsOf as r, crashReports as t };