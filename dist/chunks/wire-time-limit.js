// src/wire/time-limit.ts
/**
* Unlike `AbortSignal.timeout`, whose timer does not keep the process alive: a run that waits for
* a resolver that never answers must still end with a verdict, not by running out of events.
*/
function limitTime(milliseconds, ...parents) {
	const controller = new AbortController();
	const timer = setTimeout(() => controller.abort(), Math.max(1, Math.ceil(milliseconds)));
	return {
		signal: AbortSignal.any([controller.signal, ...parents]),
		ranOut: () => controller.signal.aborted,
		stop: () => clearTimeout(timer)
	};
}

export { limitTime as t };