import "./runtime.js";
import { b as failsJob } from "./model-words.js";
import "./settings-inputs.js";
import { T as askSource, p as inputPath, s as readOwners } from "./settings-read.js";
import { t as workspaceOf } from "./settings-workspace.js";
import { r as defectOf } from "./doors-watchdog.js";
import { n as codeOf, t as EXIT } from "./doors-exit-code.js";
import { n as bytesOf, r as whatIsWrong, t as UnreadableInput } from "./doors-input-file.js";
import { i as warn, n as say, t as complain } from "./doors-say.js";

// src/doors/explain.ts
/**
* `openai-preflight explain`: of the settings it needs `fail-on` alone, so neither the others nor
* the reports are loaded. Resolves to the exit code.
*/
async function explainCommand(flags, process, signal) {
	try {
		return await Promise.race([tellLog(flags, process, signal), defectOf(process)]);
	} catch (error) {
		const { tellDefectOf } = await import("./doors-commands.js");
		return tellDefectOf(error, flags, process, signal);
	}
}
/** The log that is named, else standard input. */
async function tellLog({ values, operands, on }, { env, stdin }, signal) {
	const input = (name) => values.get(name);
	const workspace = workspaceOf(env);
	const ask = askSource({
		input,
		env,
		label: (name) => `--${name}`
	});
	const log = operands[0] || inputPath({
		env,
		workspace
	}, ask, "log") || "-";
	if (log === "-" && stdin.isTTY) warn("Paste the log here, then press Ctrl-D; or name a file.");
	const failOn = readOwners(ask, "fail-on");
	const told = await explainMode(log, stdin, {
		json: on("json"),
		failOn,
		signal,
		workspace,
		pipes: true
	});
	if ("fix" in told) return complain([told]);
	for (const artifact of told.artifacts({})) if (artifact.kind === "terminal") say(artifact.text);
	return told.exitCode;
}
/** An existing log, explained by the same rules; nothing is sent. */
async function explainMode(log, stdin, options) {
	const { explain, tellExplanation } = await import("./explain.js");
	const explanation = await explain(bytesOf(log, stdin, options.signal, options.pipes === true), { signal: options.signal }).catch(whatIsWrong);
	if (explanation instanceof UnreadableInput) return {
		message: `The log ${log} ${explanation.message}.`,
		fix: "Name a file that this user can read, or - for standard input."
	};
	const { owner, branch, code } = explanation.verdict;
	const verdict = owner === "none" ? "pass" : owner === "unknown" ? "inconclusive" : "fail";
	const failing = failsJob({
		verdict,
		owner,
		branch,
		code
	}, options.failOn);
	const text = `${JSON.stringify(explanation, null, 2)}\n`;
	const { workspace, beside = false, json } = options;
	return {
		files: json ? [] : [{
			kind: "file",
			name: "explanation.json",
			content: text
		}],
		artifacts: () => json ? [{
			kind: "terminal",
			text
		}] : tellExplanation(explanation, {
			log,
			workspace,
			failing,
			outputs: !beside
		}).filter((artifact) => artifact.kind !== "file"),
		exitCode: failing ? codeOf(verdict) : EXIT.pass,
		notices: []
	};
}

export { explainMode as n, tellLog as r, explainCommand as t };