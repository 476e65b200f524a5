import { T as entryOf, x as UNIT_MS } from "./settings-inputs.js";
import { i as isVendorKey } from "./knowledge-credentials.js";

// src/settings/problem.ts
function fatal(code, setting, wording, owner = "request") {
	return {
		code,
		setting,
		...wording,
		severity: "fatal",
		owner
	};
}
function warning(code, setting, wording, owner = "request") {
	return {
		code,
		setting,
		...wording,
		severity: "warning",
		owner
	};
}
/** More than anybody reads at once. */
const MOST_TOLD = 50;
/** The first fifty, and how many more there are: thousands help nobody, and each is told many times. */
function firstOf(problems) {
	const [last] = problems.slice(MOST_TOLD);
	if (last === void 0) return problems;
	const message = `${problems.length - MOST_TOLD} more problems of this kind follow.`;
	return [...problems.slice(0, MOST_TOLD), {
		...last,
		message,
		fix: "Fix the first ones, and run again."
	}];
}
const USAGE = /^config\.(?:input|flag|command|file)_/;
/**
* Bad usage or a bad settings file (exit code 2 of the command line), as opposed to values that
* are well written and cannot work, which are a verdict.
*/
function isUsageProblem(problem) {
	return problem.severity === "fatal" && USAGE.test(problem.code);
}
/** A value in a sentence. */
const LONGEST = 60;
/** Separators that people type; shown, so that a list still reads as one. */
const TYPED = [[/\r?\n|\r/g, String.raw`\n`], [/\t/g, String.raw`\t`]];
/**
* A value in quotes that is safe to print: one line, cut, without invisible characters.
* What looks like a key is never shown, whichever setting it was put into.
*/
function show(text) {
	const trimmed = text.trim();
	if (holdsKey(trimmed)) return `a value of ${trimmed.length} characters that looks like a key`;
	const oneLine = TYPED.reduce((shown, [pattern, word]) => shown.replaceAll(pattern, word), text).replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, "�");
	return oneLine.length > LONGEST ? `"${oneLine.slice(0, LONGEST).toWellFormed()}…"` : `"${oneLine}"`;
}
/** Keys of Azure, and just as well account ids and hashes, e.g. in the URL of a Cloudflare gateway. */
const HEX = /^[0-9a-f]{32}$/i;
/** A known kind of credential stands in the text, at its start or anywhere inside it. */
function holdsKey(text) {
	return text.split(/[^\w.-]+/).some((word) => !HEX.test(word) && isVendorKey(word));
}

// src/settings/durations.ts
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/gy;
const WHOLE = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/;
const PLAIN = /^\d+(?:\.\d+)?$/;
/**
* Reads `500ms`, `10s`, `2m`, `1h`, `1m30s`, `30d`; a plain number is seconds. Gives whole milliseconds.
*/
function parseDuration(text, range) {
	const plain = text.trim().toLowerCase().replaceAll(/\s+/g, "");
	const bounds = `from ${duration(range.minMs)} to ${duration(range.maxMs)}`;
	const fix = `Write a duration ${bounds}, for example 500ms, 10s or 2m.`;
	let ms;
	if (PLAIN.test(plain)) {
		ms = Number(plain) * 1e3;
		const meantMs = ms / 1e3;
		if ((meantMs >= 1e3 && meantMs % 500 === 0 || ms > range.maxMs) && meantMs >= range.minMs && meantMs <= range.maxMs) {
			const orSeconds = ms > range.maxMs ? "" : `, or ${plain}s if seconds are meant`;
			return {
				wrong: "has no unit, and a plain number is seconds",
				fix: `Write ${duration(meantMs)} if milliseconds are meant${orSeconds}.`
			};
		}
	} else if (WHOLE.test(plain)) {
		ms = 0;
		for (const [, amount, unit] of plain.matchAll(PART)) ms += Number(amount) * (entryOf(UNIT_MS, unit ?? "") ?? NaN);
	} else {
		const meant = plain.replace(",", ".").replaceAll(/[a-z]+/g, (unit) => /^mi?l?l?i?s/.test(unit) ? "ms" : unit.charAt(0));
		return {
			wrong: "is not a duration",
			fix: WHOLE.test(meant) ? `Write ${meant}.` : fix
		};
	}
	if (!(ms >= range.minMs && ms <= range.maxMs)) return {
		wrong: `is not ${bounds}`,
		fix
	};
	return { value: Math.round(ms) };
}
/** The shortest exact way to write it: `90s`, `2m`, `500ms`. */
function duration(ms) {
	if (ms >= 864e5 && ms % 864e5 === 0) return `${ms / 864e5}d`;
	if (ms >= 36e5 && ms % 36e5 === 0) return `${ms / 36e5}h`;
	if (ms >= 6e4 && ms % 6e4 === 0) return `${ms / 6e4}m`;
	if (ms % 1e3 === 0) return `${ms / 1e3}s`;
	return `${ms}ms`;
}

export { holdsKey as a, warning as c, firstOf as i, parseDuration as n, isUsageProblem as o, fatal as r, show as s, duration as t };