import { createRequire } from "node:module";
import "./runtime.js";
import { A as given, n as INPUT_GROUPS, t as INPUTS } from "./settings-inputs.js";
import { i as ALLOW_LIST_FORMATS, n as VERSION, x as VERDICT_FORMATS } from "./model-words.js";
import { t as writeNow } from "./start.js";
const { parseArgs } = createRequire(import.meta.url ?? process.execPath)("node:util");

// src/command-line/commands.ts
/** Shells for which `completion` writes a script. */
const SHELLS = [
	"bash",
	"zsh",
	"fish"
];
/** Commands of the command line. */
const COMMANDS = [
	{
		name: "run",
		operands: "",
		least: 0,
		most: 0,
		takes: "flags only",
		description: "run the preflight (the default)",
		inputs: "all",
		formats: VERDICT_FORMATS,
		examples: ["--model \"$OPENAI_MODEL\"", "run --depth route --watch 30s"]
	},
	{
		name: "demo",
		operands: "[scenario]",
		least: 0,
		most: 1,
		takes: "the name of one scenario, or all",
		description: "the same engine against an embedded server and faults on loopback, without a key",
		inputs: ["packet-dir"],
		formats: [],
		examples: ["demo tls-intercepted", "demo quota --report"]
	},
	{
		name: "explain",
		operands: "[file|-]",
		least: 0,
		most: 1,
		takes: "the path of one log, or - for standard input",
		description: "read an existing log and name the owner; nothing is sent",
		inputs: ["log", "fail-on"],
		formats: [],
		examples: ["explain build.log", "explain --json - < build.log"]
	},
	{
		name: "report",
		operands: "packet.json",
		least: 1,
		most: 1,
		takes: "the path of a packet.json",
		description: "print what a packet says",
		inputs: ["packet-dir"],
		formats: VERDICT_FORMATS,
		examples: ["report packet.json", "report packet.json --packet-dir report"]
	},
	{
		name: "compare",
		operands: "a.json b.json",
		least: 2,
		most: 2,
		takes: "the paths of two packets",
		description: "compare the packets of two places",
		inputs: [],
		formats: [],
		examples: ["compare here.json there.json", "compare here.json there.json --json"]
	},
	{
		name: "aggregate",
		operands: "folder",
		least: 1,
		most: 1,
		takes: "the path of a folder with packets",
		description: "sum up the packets of many runners",
		inputs: [
			"fail-on",
			"deadline",
			"packet-dir"
		],
		formats: VERDICT_FORMATS,
		examples: ["aggregate packets", "aggregate packets --format junit"]
	},
	{
		name: "allow-list",
		operands: "packet.json",
		least: 1,
		most: 1,
		takes: "the path of a packet.json",
		description: "print the hosts and ports that the application needs, in the form that a firewall or policy needs",
		inputs: [],
		formats: ALLOW_LIST_FORMATS,
		examples: ["allow-list packet.json", "allow-list packet.json --format squid"]
	},
	{
		name: "help",
		operands: "[command]",
		least: 0,
		most: 1,
		takes: "the name of one command",
		description: "print this text, or the flags and examples of one command",
		inputs: [],
		formats: [],
		examples: ["help", "help explain"]
	},
	{
		name: "version",
		operands: "",
		least: 0,
		most: 0,
		takes: "nothing else",
		description: "print the version",
		inputs: [],
		formats: [],
		examples: ["version", "-v"]
	},
	{
		name: "completion",
		operands: SHELLS.join("|"),
		least: 1,
		most: 1,
		takes: "the name of one shell: bash, zsh or fish",
		description: "print the completion that a shell sources",
		inputs: [],
		formats: [],
		examples: ["completion bash > ~/.local/share/bash-completion/completions/openai-preflight", "completion fish > ~/.config/fish/completions/openai-preflight.fish"]
	}
];
const TELLING = [
	"run",
	"demo",
	"report",
	"aggregate"
];
/** Flags that only the command line has. */
const OWN_FLAGS = [
	{
		name: "json",
		commands: [
			...TELLING,
			"explain",
			"compare"
		],
		description: "print the packet and nothing else on standard output"
	},
	{
		name: "format",
		takesValue: true,
		commands: COMMANDS.filter(({ formats }) => formats.length > 0).map(({ name }) => name),
		description: "print it for another tool"
	},
	{
		name: "watch",
		takesValue: true,
		commands: ["run"],
		description: "repeat at this interval, for example 30s, with one line for each run; ends on the first change and reports it"
	},
	{
		name: "verbose",
		commands: ["run"],
		description: "print every event with its time"
	},
	{
		name: "list",
		commands: ["demo"],
		description: "list the scenarios"
	},
	{
		name: "report",
		commands: ["demo"],
		description: "write what the action would leave, packet and report, and print the paths"
	},
	{
		name: "help",
		short: "h",
		commands: "all",
		description: "print the flags and two examples"
	},
	{
		name: "version",
		short: "v",
		commands: "all",
		description: "print the version"
	}
];
/** The row of the table, by its name. */
function commandNamed(name) {
	return COMMANDS.find((command) => command.name === name);
}
/** Inputs that are flags of the command, in the order of the table. */
function inputsOf({ inputs }) {
	return INPUTS.filter((input) => inputs === "all" || inputs.includes(input.name));
}
/** Every flag of a command: its inputs first, then what only the command line has. */
function flagsOf(row) {
	const own = OWN_FLAGS;
	return [...inputsOf(row).map((input) => ({
		name: input.name,
		kind: input.kind === "boolean" ? "boolean" : "value",
		choices: input.kind === "choice" ? input.choices : [],
		isPath: input.kind === "path",
		description: input.description,
		input
	})), ...own.filter(({ commands }) => commands === "all" || commands.some((name) => name === row.name)).map(({ name, short, takesValue, description }) => ({
		name,
		...given({ short }),
		kind: takesValue === true ? "value" : "switch",
		choices: name === "format" ? row.formats : [],
		isPath: false,
		description: name === "format" ? `${description}: ${row.formats.join(", ")}` : description
	}))];
}

// src/command-line/flags.ts
/** Names that stand alone on a command line. */
const BARE = [...OWN_FLAGS.filter((flag) => !("takesValue" in flag)).map(({ name }) => name), ...INPUTS.filter(({ kind }) => kind === "boolean").map(({ name }) => name)];
const NAMES = [...INPUTS.map(({ name }) => name), ...OWN_FLAGS.map(({ name }) => name)];
const OPTIONS = Object.fromEntries(NAMES.map((name) => {
	const own = OWN_FLAGS.find((flag) => flag.name === name);
	const short = own !== void 0 && "short" in own ? { short: own.short } : {};
	return [name, {
		type: BARE.includes(name) ? "boolean" : "string",
		...short
	}];
}));
/** Reads `--name value`, `--name=value`, `--switch`, `--no-switch` and what is no flag. Never throws. */
function parseFlags(args) {
	const values = /* @__PURE__ */ new Map();
	const { tokens } = parseArgs({
		args: [...args],
		options: OPTIONS,
		strict: false,
		tokens: true
	});
	const [first, ...operands] = tokens.flatMap((token) => token.kind === "positional" ? [token.value] : []);
	const row = first === void 0 ? void 0 : commandNamed(first);
	const command = row?.name ?? "run";
	const flags = flagsOf(row ?? COMMANDS[0]);
	const mistakes = tokens.flatMap((token) => token.kind === "option" ? readFlag(token, values, command, flags) ?? [] : []);
	if (mistakes.length === 0 && first !== void 0) mistakes.push(...row === void 0 ? [unknownWord(first, tokens)] : wrongOperands(row, operands));
	const together = [
		"json",
		"format",
		"log",
		"aggregate"
	].find((name) => values.has(name));
	if (values.has("watch") && together !== void 0) mistakes.push({
		kind: "watched",
		name: together
	});
	return {
		command,
		operands: row === void 0 ? [] : operands,
		values,
		on: (name) => values.get(name) === "true",
		mistakes
	};
}
function readFlag({ name, rawName, value, inlineValue }, values, command, flags) {
	const positive = name.replace(/^no-/, "");
	const negated = positive !== name && BARE.includes(positive);
	const called = negated ? positive : name;
	if (!NAMES.includes(called)) return {
		kind: "flag",
		command,
		raw: rawName,
		known: flags.map((flag) => flag.name)
	};
	const flag = flags.find((one) => one.name === called);
	if (flag === void 0) return {
		kind: "foreign-flag",
		command,
		name: called
	};
	if (negated) {
		values.set(called, "false");
		return value === void 0 ? void 0 : {
			kind: "bare",
			name,
			write: `--${name} alone`
		};
	}
	if (flag.kind !== "value") {
		values.set(name, value ?? "true");
		return !(flag.kind === "switch") || value === void 0 || value === "true" || value === "false" ? void 0 : {
			kind: "bare",
			name,
			write: `--${name} or --no-${name}`
		};
	}
	if (value === void 0 || inlineValue !== true && /^-./.test(value)) return {
		kind: "value-missing",
		name
	};
	values.set(name, value);
	const { input, choices } = flag;
	return input !== void 0 || choices.length === 0 || choices.includes(value) ? void 0 : {
		kind: "value",
		command,
		name,
		value,
		known: choices
	};
}
/** `--check-run true`: what stands behind a flag that takes no value is meant for it. */
function unknownWord(word, tokens) {
	const before = tokens[tokens.findIndex((one) => one.kind === "positional") - 1];
	return before?.kind === "option" && before.value === void 0 && BARE.includes(before.name) ? {
		kind: "bare",
		name: before.name,
		write: `--${before.name} or --no-${before.name}`
	} : unknownCommand(word);
}
function unknownCommand(word) {
	return {
		kind: "command",
		word,
		known: COMMANDS.map(({ name }) => name)
	};
}
function wrongOperands(row, given) {
	const [first] = given;
	if (given.length < row.least || given.length > row.most) return [{
		kind: "operands",
		row,
		given
	}];
	if (first === void 0) return [];
	if (row.name === "help" && commandNamed(first) === void 0) return [unknownCommand(first)];
	if (row.name !== "completion" || SHELLS.some((shell) => shell === first)) return [];
	return [{
		kind: "shell",
		word: first,
		known: SHELLS
	}];
}

// src/command-line/help.ts
const WIDTH = 100;
const INDENT = 26;
const EXIT_CODES = "Exit codes: 0 pass or only warnings · 1 fail · 2 bad usage or settings file · 3 inconclusive · 70 defect of openai-preflight · 130 stopped by Ctrl-C";
/**
* The text of `help` and `--help`: the commands, and every flag of the preflight itself. Of another
* command its own flags and two examples.
*/
function helpText(name = "run") {
	return name === "run" ? wholeHelp() : commandHelp(name);
}
function wholeHelp() {
	return [
		`openai-preflight ${VERSION} – names who must act when a call to the OpenAI API fails from this machine`,
		"",
		"Usage: openai-preflight [command] [flags]",
		"",
		"Commands",
		...COMMANDS.map(({ name, operands, description }) => entry(`${name} ${operands}`.trim(), description)),
		"",
		...flagLines("run"),
		...exampleLines("run"),
		"",
		wrapped(EXIT_CODES),
		"",
		"A key given by --api-key is visible in the list of processes; a variable is not.",
		"openai-preflight help COMMAND describes one command."
	].join("\n");
}
function commandHelp(name) {
	const row = commandNamed(name);
	const usage = [
		"openai-preflight",
		name,
		row?.operands ?? "",
		"[flags]"
	];
	return [
		`openai-preflight ${name} – ${row?.description ?? ""}`,
		"",
		`Usage: ${usage.filter((word) => word !== "").join(" ")}`,
		"",
		...flagLines(name),
		...exampleLines(name)
	].join("\n");
}
/** Groups of inputs, then what only the command line has; each with its heading and a blank line. */
function flagLines(name) {
	const row = commandNamed(name);
	const flags = row === void 0 ? [] : flagsOf(row);
	const headed = (heading, some) => some.length === 0 ? [] : [
		heading,
		...some.map((flag) => entry(called(flag), described(flag))),
		""
	];
	const inputs = flags.filter(({ input }) => input !== void 0);
	return inputs.length < INPUTS.length ? headed("Flags", flags) : [...Object.entries(INPUT_GROUPS).flatMap(([group, heading]) => headed(heading, inputs.filter(({ input }) => input?.group === group))), ...headed("Output", flags.filter(({ input }) => input === void 0))];
}
function exampleLines(name) {
	return ["Examples", ...(commandNamed(name)?.examples ?? []).map((line) => `  openai-preflight ${line}`)];
}
function called({ name, kind, short }) {
	const long = kind === "boolean" ? `--[no-]${name}` : `--${name}`;
	return short === void 0 ? long : `-${short}, ${long}`;
}
function described({ description, input }) {
	const standard = input?.default;
	return standard === void 0 ? description : `${description} Default: ${standard}.`;
}
/** A name and its text, wrapped beside it. */
function entry(name, text) {
	const head = `  ${name}`;
	return head.length + 1 > INDENT ? `${head}\n${wrapped(text, " ".repeat(INDENT))}` : wrapped(text, " ".repeat(INDENT), head.padEnd(INDENT));
}
function wrapped(text, indent = "", first = indent) {
	const lines = [];
	let line = first;
	let empty = true;
	for (const word of text.split(" ")) {
		if (!empty && line.length + word.length > WIDTH) {
			lines.push(line.trimEnd());
			line = indent;
		}
		line += `${word} `;
		empty = false;
	}
	return [...lines, line.trimEnd()].join("\n");
}

// src/doors/command-line.ts
/**
* The terminal's door: reads what was typed, answers what needs nothing else, and loads the rest of
* the program only for the rest. Resolves to the exit code.
*/
async function runCommandLine(process, signal) {
	const flags = parseFlags(process.argv.slice(2));
	const answer = await answerAtOnce(flags);
	if (answer !== void 0) {
		writeNow(`${answer}\n`);
		return 0;
	}
	if (flags.mistakes.length > 0) {
		const { usageProblem } = await import("./command-line-usage-entry.js");
		const { complain } = await import("./doors-say-entry.js");
		return complain(flags.mistakes.map(usageProblem));
	}
	if (flags.command === "explain") {
		const { explainCommand } = await import("./doors-explain-entry.js");
		return explainCommand(flags, process, signal);
	}
	const { runCommand } = await import("./doors-commands.js");
	return runCommand(flags, process, signal);
}
/** Version, help and completion: nothing but the table of commands is read for them. */
async function answerAtOnce(flags) {
	const { operands, mistakes } = flags;
	if (mistakes.length > 0 && !flags.on("help")) return void 0;
	const command = flags.on("version") ? "version" : flags.command;
	if (flags.on("help") || command === "help") return helpText(command === "help" ? operands[0] : command);
	if (command === "version") return VERSION;
	if (command !== "completion") return void 0;
	const { completion } = await import("./command-line-completion.js");
	const { SCENARIOS } = await import("./demo-scenarios-entry.js");
	return completion(operands[0], SCENARIOS);
}

export { flagsOf as i, COMMANDS as n, SHELLS as r, runCommandLine as t };