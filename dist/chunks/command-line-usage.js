import "./runtime.js";
import { Lt as fatal, Vt as show, q as parseDuration, xt as nearest } from "./common.js";

// src/command-line/usage.ts
/** The words of a mistake: what is wrong in one sentence, and what to write instead. */
function usageProblem(mistake) {
	const problem = (code, message, fix, setting = "command line") => fatal(code, setting, {
		message,
		fix
	});
	switch (mistake.kind) {
		case "command":
		case "shell": {
			const { kind, word, known } = mistake;
			return problem("config.command_unknown", `${kind === "command" ? "There is no command" : "There is no completion for"} ${show(word)}.`, meant(kind, word, known));
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
			return problem("config.command_operands", given.length < row.least ? `${row.name} needs ${row.takes}${only}.` : `${row.name} takes ${row.takes}: ${show(given[row.most] ?? "")} is too much.`, `Write ${usage}.`);
		}
		case "flag": {
			const { command, raw, known } = mistake;
			const near = nearest(raw.replace(/^-+/, ""), known);
			const fix = near === void 0 ? `Run openai-preflight help ${command} for its flags.` : `Write --${near}.`;
			return problem("config.flag_unknown", `There is no flag ${show(raw)}.`, fix);
		}
		case "foreign-flag": {
			const { command, name } = mistake;
			const fix = `Leave it out; openai-preflight help ${command} shows the flags that it has.`;
			return problem("config.flag_unknown", `${command} has no flag --${name}.`, fix, `--${name}`);
		}
		case "bare": {
			const { name, write } = mistake;
			return problem("config.flag_value", `--${name} takes no value.`, `Write ${write}.`, `--${name}`);
		}
		case "value-missing": {
			const { name } = mistake;
			return problem("config.flag_value", `--${name} needs a value.`, `Write --${name}=VALUE.`, `--${name}`);
		}
		case "interval": return problem("config.flag_value", `--watch is not a time from 1s to 1h: ${show(mistake.value)}.`, "Write for example --watch 30s.", "--watch");
		case "watched": return problem("config.flag_value", `--watch prints lines of its own, and takes no --${mistake.name}.`, `Leave --${mistake.name} out.`, "--watch");
		case "value": {
			const { command, name, value, known } = mistake;
			return problem("config.flag_value", `${command} has no ${name} ${show(value)}.`, meant("value", value, known), `--${name}`);
		}
	}
}
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
function meant(kind, word, known) {
	const near = kind === "shell" ? void 0 : nearest(word, known);
	return near === void 0 ? `Write one of these: ${known.join(", ")}.` : `Write ${near}.`;
}

export { watchInterval as n, usageProblem as t };