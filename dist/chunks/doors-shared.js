import { createRequire } from "node:module";
import "./runtime.js";
import { t as writeNow } from "./start.js";
import { C as failsJob } from "./model-words.js";
import { D as entryOf, F as joined, T as codeNote } from "./settings-inputs.js";
import { Bt as workspaceOf, Lt as inputPath, V as askSource, Y as readOwners, Zt as cut, _n as EXIT, in as oneLine, sn as withoutCommands, vn as codeOf } from "./common.js";
const { closeSync, constants, fstatSync, openSync, read } = createRequire(import.meta.url ?? process.execPath)("node:fs");

// src/doors/defects.ts
/** A run that outlasted its deadline although each of its parts has a clock. */
var OutOfTime = class extends Error {};
/** The contract allows deadline plus 2 s; the second of them is for writing. */
const GRACE_MS = 1e3;
/**
* Rejects with what was thrown where nobody listens, which would end the process without outputs,
* and when a run outlasts its deadline although every part of it has a clock: both are defects of
* our own. Never resolves.
* @param deadlineMs since the start of the process; none where the run may take its time
*/
function defectOf(process, deadlineMs, nowMs = () => performance.now()) {
	const defect = new Promise((_, fail) => {
		process.on("uncaughtException", fail);
		process.on("unhandledRejection", fail);
		if (deadlineMs === void 0) return;
		setTimeout(() => fail(new OutOfTime("the run outlasted its deadline")), Math.max(0, deadlineMs + GRACE_MS - nowMs()));
	});
	defect.catch(() => {});
	return defect;
}

// src/doors/input-file.ts
/** Its message follows the name of the file: "is a folder", "cannot be read (EACCES)". */
var UnreadableInput = class extends Error {};
/** The error of `bytesOf` as a value; any other is thrown again. */
function whatIsWrong(error) {
	if (error instanceof UnreadableInput) return error;
	throw error;
}
/**
* The bytes of what a person names: a regular file, a pipe such as `<(kubectl logs …)`, or `-` for
* standard input. No thread ever blocks, so that the process can end at any time: the kernel has files
* that call themselves regular and block (/proc/kmsg), and a pipe may wait for its writer.
* @param pipes false where nobody could end the wait with Ctrl-C: a pipe is refused then
* @throws {UnreadableInput}
*/
async function* bytesOf(path, process, signal, pipes = true) {
	if (path === "-") return yield* chunksOf(process.stdin, signal);
	try {
		const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
		const kind = fstatSync(fd);
		if (kind.isFile()) return yield* contentOf(fd, signal);
		if (kind.isFIFO() && pipes) {
			const { Socket } = await import("node:net");
			return yield* chunksOf(new Socket({
				fd,
				readable: true,
				writable: false
			}), signal);
		}
		closeSync(fd);
		throw new UnreadableInput(kind.isDirectory() ? "is a folder" : "is not a regular file");
	} catch (error) {
		if (error instanceof UnreadableInput) throw error;
		throw new UnreadableInput(`cannot be read${codeNote(error)}`, { cause: error });
	}
}
/** A stream of Node.js would do the same and loads 40 modules of Node.js, 10 ms of CPU. */
async function* contentOf(fd, signal) {
	let blocks = false;
	try {
		for (;;) {
			const bytes = await nextOf(fd, signal);
			blocks = bytes === void 0;
			if (bytes === void 0) return;
			if (bytes.length === 0) break;
			yield bytes;
		}
	} finally {
		if (!blocks) closeSync(fd);
	}
	await new Promise(setImmediate);
}
/** `undefined` when the run was asked to end first. */
function nextOf(fd, signal) {
	return new Promise((resolve, reject) => {
		const buffer = Buffer.allocUnsafeSlow(65536);
		const stop = () => resolve(void 0);
		signal.addEventListener("abort", stop, { once: true });
		read(fd, buffer, 0, buffer.length, null, (error, length) => {
			signal.removeEventListener("abort", stop);
			if (error === null) resolve(buffer.subarray(0, length));
			else reject(error);
		});
	});
}
/** Ends when the run does: nobody may ever write to the other end of a pipe or a terminal. */
async function* chunksOf(stream, signal) {
	signal.addEventListener("abort", () => stream.destroy(), { once: true });
	try {
		for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
	} catch (error) {
		if (!signal.aborted) throw error;
	}
}

// src/doors/say.ts
/** Marks of ours, for a terminal that would show each of them as two or three wrong characters. */
const ASCII = {
	"✓": "+",
	"✗": "x",
	"–": "-",
	"—": "-",
	"→": "->",
	"·": "-",
	"…": "...",
	"×": "x"
};
/** A terminal shows what its locale says (POSIX: the first of these that is set); Windows takes UTF-16. */
function understands(descriptor) {
	if (process.platform === "win32" || !isTerminal(descriptor)) return true;
	const { LC_ALL, LC_CTYPE, LANG } = process.env;
	return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || "");
}
/** The module of terminals brings streams and sockets with it, 4 ms of CPU: asked only where it may be one. */
function isTerminal(descriptor) {
	try {
		if (!fstatSync(descriptor).isCharacterDevice()) return false;
	} catch {
		return false;
	}
	return process.getBuiltinModule("node:tty").isatty(descriptor);
}
function shown(text, descriptor) {
	if (understands(descriptor)) return text;
	return text.replaceAll(/[✓✗–—→·…×]/g, (mark) => entryOf(ASCII, mark) ?? "?");
}
/** The only way to standard output: whole, and with nothing in it that a runner takes for a command. */
function say(text) {
	writeNow(shown(withoutCommands(text), 1));
}
/** The only way to standard error: one line. */
function warn(text) {
	writeNow(`${shown(withoutCommands(oneLine(text)), 2)}\n`, 2);
}
/** To standard error as it is: a line of progress, which overwrites itself. */
function show(text) {
	writeNow(shown(text, 2), 2);
}
/** What cannot be begun with, one line each. Gives the exit code. */
function complain(problems) {
	for (const { message, fix } of problems) warn(`${message} ${fix}`);
	return EXIT.usage;
}

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
async function tellLog({ values, operands, on }, process, signal) {
	const { env } = process;
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
	if (log === "-" && process.stdin.isTTY) warn("Paste the log here, then press Ctrl-D; or name a file.");
	const failOn = readOwners(ask, "fail-on");
	const told = await explainMode(log, process, {
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
async function explainMode(log, process, options) {
	const { explain, tellExplanation } = await import("./explain.js");
	const explanation = await explain(bytesOf(log, process, options.signal, options.pipes === true), { signal: options.signal }).catch(whatIsWrong);
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

// src/reports/artifact.ts
/** The outputs of the step, as action.yml declares them (test/docs/readme.test.ts). */
const OUTPUTS = [
	"verdict",
	"ok",
	"owner",
	"branch",
	"rung",
	"code",
	"http-status",
	"request-id",
	"retryable",
	"confidence",
	"summary",
	"packet",
	"report"
];
/** The runner cuts longer messages (actions/runner, ExecutionContext.cs). */
const LONGEST_MESSAGE = 4096;
/** One line of the checks page. */
const LONGEST_TITLE = 200;
/** At the step where that is known, else in no file. */
function placed(level, title, lines, { step }) {
	const message = joined("\n", ...lines.map((line) => oneLine(line, 900)));
	return {
		kind: "annotation",
		level,
		title: oneLine(title, LONGEST_TITLE),
		message: cut(message, LONGEST_MESSAGE),
		...step === void 0 ? {} : {
			file: oneLine(step.file, 300),
			line: step.line
		}
	};
}

// src/reports/outputs.ts
/** A value for each output of the contract; every one is set in every case. */
function outputArtifacts(values) {
	return OUTPUTS.map((name) => ({
		kind: "output",
		name,
		value: oneLine(values[name], 1e3)
	}));
}
const outputs = ({ verdict }, view) => outputArtifacts({
	verdict: verdict.verdict,
	ok: String(verdict.verdict === "pass"),
	owner: verdict.owner,
	branch: verdict.branch,
	rung: verdict.rung,
	code: verdict.code,
	"http-status": String(verdict.httpStatus),
	"request-id": verdict.requestId,
	retryable: String(verdict.retryable),
	confidence: verdict.confidence,
	summary: verdict.summary,
	packet: view.paths?.packet ?? "",
	report: view.paths?.report ?? ""
});

export { explainMode as a, say as c, bytesOf as d, whatIsWrong as f, explainCommand as i, show as l, defectOf as m, outputs as n, tellLog as o, OutOfTime as p, placed as r, complain as s, outputArtifacts as t, warn as u };