import "./runtime.js";
import "./settings-inputs.js";
import { C as failsJob } from "./model-words.js";
import { Yt as describeRuntime, _n as EXIT, s as packetWithoutRoutes } from "./common.js";
import { l as writeFiles, n as DOCS_URL } from "./doors-run.js";
import { n as pathsOf, r as runReportsOf } from "./reports.js";
import { n as writeWhole } from "./start.js";

// src/doors/out-of-time.ts
/**
* RunReports as ours: inconclusive, owner unknown, and what the run was at.
* @param doing completes "The run was still …"; empty when nothing is known
*/
function outOfTimeReports(doing, failOn, runtime, view) {
	const packet = packetWithoutRoutes({
		verdict: "inconclusive",
		owner: "unknown",
		code: "own.out_of_time",
		rule: "",
		summary: `The run was still ${doing === "" ? "under way" : doing} when its deadline had passed, and was ended before it had a verdict; this says nothing about your route.`,
		doNext: ["Run it again with a longer deadline; if it ends like this again, report it with this packet, because every part of a run should end in time."],
		doNot: ["Do not read this as a broken route."]
	}, runtime);
	const failing = failsJob(packet.verdict, failOn);
	const exitCode = failing ? EXIT.inconclusive : EXIT.pass;
	return runReportsOf(packet, {
		...view,
		failing
	}, {
		exitCode,
		notices: []
	});
}
/** Tells it from the watchdog's thread, by synchronous writing only. Resolves to the exit code. */
async function tellOutOfTime({ door, json, limits }, doing) {
	writeWhole(process.stdout);
	const reports = outOfTimeReports(doing, limits.failOn, describeRuntime(process.env), { docsUrl: DOCS_URL });
	const written = writeFiles(limits.packetDir, reports.files);
	if (door === "terminal") {
		const { print } = await import("./doors-terminal-entry.js");
		return print(reports, { flags: { on: (name) => json && name === "json" } }, written);
	}
	const { writeToRunner } = await import("./github-entry.js");
	await writeToRunner(reports.artifacts(pathsOf(written)));
	return reports.exitCode === EXIT.pass ? EXIT.pass : EXIT.fail;
}

export { outOfTimeReports, tellOutOfTime };