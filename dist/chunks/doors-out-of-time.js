import "./runtime-rolldown-runtime.js";
import { j as failsJob } from "./model.js";
import { t as packetWithoutRoutes } from "./run-packet-without-routes.js";
import { n as writeFiles } from "./packets-folder.js";
import { t as describeRuntime } from "./settings-runtime.js";
import { t as EXIT } from "./doors-exit-code.js";
import { n as writeWhole, r as DOCS_URL } from "./doors-write-now.js";
import { n as toldBy, t as pathsOf } from "./doors-told.js";

// src/doors/out-of-time.ts
/**
* Told as ours: inconclusive, owner unknown, and what the run was at.
* @param doing completes "The run was still …"; empty when nothing is known
*/
function toldOutOfTime(doing, failOn, runtime, view) {
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
	return toldBy(packet, {
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
	const told = toldOutOfTime(doing, limits.failOn, describeRuntime(process.env), { docsUrl: DOCS_URL });
	const written = writeFiles(limits.packetDir, told.files);
	if (door === "terminal") {
		const { print } = await import("./doors-terminal-entry.js");
		return print(told, { flags: { on: (name) => json && name === "json" } }, written);
	}
	const { writeToRunner } = await import("./github-entry.js");
	await writeToRunner(told.tell(pathsOf(written)));
	return told.exitCode === EXIT.pass ? EXIT.pass : EXIT.fail;
}

export { tellOutOfTime, toldOutOfTime };