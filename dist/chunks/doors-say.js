import "./runtime.js";
import { T as entryOf } from "./settings-inputs.js";
import { c as oneLine, d as withoutCommands } from "./redaction-neutralise.js";
import { t as EXIT } from "./doors-exit-code.js";
import { t as writeNow } from "./start.js";
import { isatty } from "node:tty";

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
	if (process.platform === "win32" || !isatty(descriptor)) return true;
	const { LC_ALL, LC_CTYPE, LANG } = process.env;
	return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || "");
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

export { warn as i, say as n, show as r, complain as t };