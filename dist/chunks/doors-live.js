import { Qt as oneLine, t as flat } from "./common.js";
import { r as provenLine } from "./reports.js";
import { n as together } from "./doors-listening.js";
import { n as redactorOf } from "./doors-order.js";
import { a as say, o as show } from "./doors-shared.js";

// src/doors/live.ts
/** A dumb terminal, or one without a name, has neither colours nor a cursor that can be moved (terminfo). */
function canMove({ TERM }) {
	return TERM !== "dumb" && TERM !== "";
}
/**
* On standard output the rungs as they are proven, on standard error what is waited for: each only
* where it is a terminal.
*/
function liveOf(terminal, hasLadder = true) {
	const { flags, process, settings, style } = terminal;
	const quiet = settings.verbose || !canMove(process.env);
	const limitMs = Math.max(0, ...settings.routes.map(({ route }) => route.timeoutMs));
	const { text } = redactorOf(settings);
	const progress = quiet || !process.stderr.isTTY ? void 0 : progressLine(show, (target) => text(target, "progress"), limitMs);
	const hide = () => progress?.hide();
	const ladder = quiet || !hasLadder || flags.on("json") || !process.stdout.isTTY ? void 0 : liveLadder(style, (lines) => {
		hide();
		say(lines);
	});
	return {
		listen: together(ladder?.listen, progress?.listen),
		hide,
		end: () => {
			progress?.end();
			ladder?.clear();
		}
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
/** What is waited for, in front of its target. */
const WAITING = {
	config: "Settings of",
	dns: "DNS for",
	tcp: "TCP to",
	proxy: "Proxy at",
	tls: "TLS with",
	http: "HTTP response from",
	auth: "Answer from",
	request: "Answer from",
	quota: "Answer from",
	answer: "Answer from"
};
/** Milliseconds of a wait that need no line. */
const PATIENCE_MS = 1e3;
const LONGEST = 80;
/**
* `TCP to api.openai.com:443 … 3 s of 10 s`, once a second, in a line that overwrites itself
* (ECMA-48 EL): only for a terminal that can.
* @param clean takes secrets out of a target
* @param limitMs of one attempt
*/
function progressLine(write, clean, limitMs, now = () => performance.now()) {
	const waits = [];
	let shown = false;
	const hide = () => {
		if (shown) write("\r\x1B[K");
		shown = false;
	};
	const show = () => {
		const last = waits.at(-1);
		const passedMs = last === void 0 ? 0 : now() - last.sinceMs;
		if (last === void 0 || passedMs < PATIENCE_MS) return hide();
		const seconds = (milliseconds) => `${Math.floor(milliseconds / 1e3)} s`;
		const limit = passedMs <= limitMs ? ` of ${seconds(limitMs)}` : "";
		write(`\r\u001b[K${last.text} … ${seconds(passedMs)}${limit}`);
		shown = true;
	};
	const timer = setInterval(show, PATIENCE_MS);
	timer.unref();
	return {
		listen: (event) => {
			const { rung, target } = event.kind === "begin" ? event : event.observation;
			const key = `${rung} ${target}`;
			if (event.kind === "begin") {
				const text = oneLine(clean(`${WAITING[rung]} ${target}`), LONGEST);
				waits.push({
					text,
					key,
					sinceMs: now()
				});
				return;
			}
			const index = waits.findLastIndex((one) => one.key === key);
			if (index !== -1) waits.splice(index, 1);
			hide();
		},
		hide,
		end: () => {
			clearInterval(timer);
			hide();
		}
	};
}

export { liveOf as n, canMove as t };