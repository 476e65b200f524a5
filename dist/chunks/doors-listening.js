import "./redaction.js";
import { s as oneLine } from "./redaction-neutralise.js";
import { i as RUNG_NAMES } from "./reports-words.js";
import { r as provenLine } from "./reports.js";
import { t as flat } from "./run-settings.js";

// src/doors/listening.ts
/** Every event with its time, scrubbed: one line each, for step debug and `--verbose`. */
function debugListener(redactor, write) {
	return (event) => {
		if (event.kind === "begin") {
			const text = `${event.atMs.toFixed(1)} ms  begin ${event.rung} ${event.target}`;
			write(oneLine(redactor.text(text, "debug"), 400));
			return;
		}
		const { observation } = event;
		const { outcome } = observation;
		const atMs = observation.startedMs + observation.elapsedMs;
		const told = outcome.status === "failed" ? `${outcome.failure.code} ${outcome.failure.errno ?? ""}` : outcome.status === "skipped" ? outcome.because : "";
		const text = `${atMs.toFixed(1)} ms  ${outcome.status} ${observation.id} ${observation.target} ${told}`;
		write(oneLine(redactor.text(text, "debug"), 400));
	};
}
/** Keeps the watchdog told of what the run waits for. */
function watchedBy(watchdog) {
	return watchdog === void 0 ? void 0 : (event) => {
		const waits = event.kind === "begin";
		const rung = RUNG_NAMES[waits ? event.rung : event.observation.rung];
		watchdog.doing(waits ? `waiting for ${rung}` : `at work on what ${rung} gave`);
	};
}
/** Both listeners, or the one there is. */
function together(...listeners) {
	const heard = listeners.filter((listener) => listener !== void 0);
	return heard.length === 0 ? void 0 : (event) => {
		for (const listener of heard) listener(event);
	};
}
/** More lines than a screen has cannot be taken back; the rest of a long run is left to the report. */
const MOST_LINES = 20;
/**
* Lines appear as rungs are proven. Only for a terminal: they are taken back with the cursor
* (ECMA-48 CUU and ED), which no file and no pipe understands.
*/
function liveLadder(style, write) {
	let lines = 0;
	return {
		listen: (event) => {
			if (event.kind !== "end" || event.observation.attempt === 0 || lines >= MOST_LINES) return;
			const text = provenLine(flat(event.observation), style);
			lines += text.split("\n").length;
			write(`${text}\n`);
		},
		clear: () => {
			if (lines > 0) write(`\u001b[${lines}A\u001b[0J`);
			lines = 0;
		}
	};
}

export { watchedBy as i, liveLadder as n, together as r, debugListener as t };