import { i as listFolder, l as readCheckout, s as readTextFile } from "./application-sources.js";
import { k as given } from "./settings-inputs.js";
import { Ut as describeRuntime, nn as createRedactor, un as planted } from "./common.js";

// src/doors/order.ts
/** Takes the secrets of these settings out of a text. */
function redactorOf({ secrets }) {
	return createRedactor(planted(secrets));
}
/** Settings that cannot work: no packet is sent, and nothing that others wrote is asked for beside it. */
function sendsNothing({ problems, routes, ...asked }) {
	const { log, inside, aggregate, clientBundle, baseline, lastGreen } = asked;
	const areFatal = (found) => found.some(({ severity }) => severity === "fatal");
	return (areFatal(problems) || routes.every((one) => areFatal(one.problems))) && [
		log,
		inside,
		aggregate,
		clientBundle,
		baseline,
		lastGreen
	].every((one) => one === void 0);
}
/** What every door hands to the engine: the settings and this machine. */
function orderOf(options) {
	const { settings, source, signal, listen } = options;
	return {
		settings,
		environment: source.env,
		runtime: describeRuntime(source.env),
		checkout: () => readCheckout(source.workspace, source.readFile),
		readFile: readTextFile,
		listFolder,
		workspace: source.workspace,
		signal,
		startedMs: performance.now(),
		...given({ listen })
	};
}

export { redactorOf as n, sendsNothing as r, orderOf as t };