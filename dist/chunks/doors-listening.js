import { Qt as oneLine, g as RUNG_NAMES } from "./common.js";
import "./reports.js";

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

export { together as n, watchedBy as r, debugListener as t };