// src/wire/time-limit.ts
/**
* Unlike `AbortSignal.timeout`, whose timer does not keep the process alive: a run that waits for
* a resolver that never answers must still end with a verdict, not by running out of events. Unlike
* `AbortSignal.any`, whose parent remembers every signal that was ever made of it until memory is
* tidied up: a thousand routes held their sockets by it.
*/
function limitTime(milliseconds, ...parents) {
	const controller = new AbortController();
	let ranOut = false;
	const timer = setTimeout(() => {
		ranOut = true;
		controller.abort();
	}, Math.max(1, Math.ceil(milliseconds)));
	const follow = () => controller.abort(parents.find(({ aborted }) => aborted)?.reason);
	for (const parent of parents) parent.addEventListener("abort", follow, { once: true });
	if (parents.some(({ aborted }) => aborted)) follow();
	return {
		signal: controller.signal,
		ranOut: () => ranOut,
		stop: () => {
			clearTimeout(timer);
			for (const parent of parents) parent.removeEventListener("abort", follow);
		}
	};
}

export { limitTime as t };