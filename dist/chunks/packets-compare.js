import "./runtime.js";
import { y as RUNGS } from "./model-words.js";
import { F as joined } from "./settings-inputs.js";
import { D as destinationIn, M as ladderOf, O as duration, d as lastOf, en as indentedLine, in as oneLine, p as listed, t as EGRESS_ADDRESS, x as RUNG_NAMES } from "./common.js";
import "./model-read.js";

// src/packets/compare/comparable.ts
/** Routes of the same name in both packets, in the order of the first. */
function matchedRoutes(a, b) {
	return a.routes.flatMap((first) => {
		const second = b.routes.find((route) => route.name === first.name);
		return second === void 0 ? [] : [[first, second]];
	});
}
/** Key, model, endpoint, base URL, client and SDK must be the same; every one that is not is named. */
function comparable(a, b) {
	const pairs = matchedRoutes(a, b);
	if (pairs.length === 0) {
		const names = (packet) => packet.routes.map((route) => `"${route.name}"`).join(", ");
		return {
			comparable: false,
			because: [`The packets have no route of the same name: one has ${names(a) || "none"}, the other ${names(b) || "none"}.`]
		};
	}
	const because = pairs.flatMap(([first, second]) => mismatches(first, second));
	return because.length === 0 ? { comparable: true } : {
		comparable: false,
		because
	};
}
function mismatches(a, b) {
	const reasons = [];
	const add = (what, one, other) => {
		if (one !== other) reasons.push(`${what} differs: ${one || "none"} and ${other || "none"}.`);
	};
	if (a.keyFingerprint !== b.keyFingerprint) {
		const oneHasNone = a.keyFingerprint === "" || b.keyFingerprint === "";
		reasons.push(oneHasNone ? "Only one was measured with a key." : "The keys are not the same.");
	}
	add("The model", a.model, b.model);
	add("The endpoint", a.endpoint, b.endpoint);
	add("The base URL", sameUrl(a.baseUrl), sameUrl(b.baseUrl));
	add("The client", a.client, b.client);
	const [one, other] = [sdkOf(a), sdkOf(b)];
	if (one !== "" && other !== "") add("The SDK", one, other);
	return reasons.map((reason) => `Route "${a.name}": ${reason}`);
}
/** Letter case of the host and a slash at the end make no difference. */
function sameUrl(text) {
	return (URL.parse(text)?.href ?? text).replace(/\/$/, "");
}
/** `openai` of `openai@7.57.0`: another version is a change, another SDK another client. */
function sdkOf(route) {
	return (lastOf(route.observations, "answer")?.facts.sdk ?? "").replace(/@[^@]*$/, "");
}
function differenceOf(a, b) {
	const [one, other] = [ladderOf(a.verdict), ladderOf(b.verdict)];
	for (const [index, rung] of RUNGS.entries()) {
		const [first, second] = [one[index], other[index]];
		if (first === void 0 || second === void 0) continue;
		if (first.status === "failed" && second.status === "failed") return {
			kind: a.verdict.code === b.verdict.code && a.verdict.responder === b.verdict.responder ? "fail-alike" : "fail-differently",
			rung
		};
		if (first.status !== "failed" && second.status !== "failed") continue;
		const failing = first.status === "failed" ? 0 : 1;
		const wasMeasured = (first.status === "failed" ? second : first).status === "ok";
		const isOwnHop = rung === "proxy" && a.egress.proxy === void 0 !== (b.egress.proxy === void 0);
		return wasMeasured || isOwnHop || hasClimbedPast(failing === 0 ? other : one, index) ? {
			kind: "one-fails",
			rung,
			failing
		} : {
			kind: "not-measured",
			rung,
			failing
		};
	}
	return { kind: "none" };
}
/** Something above was proven, so this rung was no obstacle there. */
function hasClimbedPast(ladder, index) {
	return ladder.slice(index + 1).some((step) => step.status === "ok");
}
/** Rungs that both places have proven, in order. */
function provenAtBoth(a, b) {
	const [one, other] = [ladderOf(a.verdict), ladderOf(b.verdict)];
	return RUNGS.filter((_, index) => one[index]?.status === "ok" && other[index]?.status === "ok");
}

// src/packets/compare/changes.ts
/** Slower or faster counts when it is clear: by more than this factor and this many milliseconds. */
const CLEAR_FACTOR = 2;
/** A smaller difference of two measurements is noise. */
const CLEAR_MS = 100;
/** Everything of interest that differs between two packets, versions first. */
function changesOf(before, now) {
	const several = now.routes.length > 1;
	return [...versionsOf(before, now), ...matchedRoutes(before, now).flatMap(([a, b]) => changesOfRoute(a, b).map((change) => several ? {
		...change,
		what: `${change.what} (${b.name})`
	} : change))];
}
function versionsOf(before, now) {
	const row = (what, read) => changed(what, read(before), read(now));
	return [
		row("openai-preflight", ({ tool }) => tool.version),
		row("Node", ({ tool }) => tool.node),
		row("openai SDK", ({ tool }) => tool.openai),
		row("undici", ({ tool }) => tool.undici),
		row("measured by", ({ runtime }) => runtime.source)
	].flat();
}
function changesOfRoute(before, now) {
	const row = (what, read) => changed(what, read(before), read(now));
	return [
		...row("verdict", ({ verdict }) => joined(" ", verdict.verdict, verdict.code)),
		...measured("addresses", before, now, addressesOf),
		...row("proxy", proxyOf),
		...egressAddressChanges(before, now),
		...row("trusted roots", ({ egress }) => egress.trust.map(({ store, path }) => path ?? store).join(", ")),
		...row("verification", ({ egress }) => egress.verifies ? "on" : "off"),
		...measured("TLS issuer", before, now, issuerOf),
		...measured("responder", before, now, ({ verdict }) => joined(" ", verdict.responder, verdict.product)),
		...headerChanges(before, now),
		...measured("SDK", before, now, (route) => ofTarget(route, "answer")?.facts.sdk ?? ""),
		...timings(before, now)
	];
}
function changed(what, before, now) {
	return before === now ? [] : [{
		what,
		before,
		now
	}];
}
/** What was not measured on one side is no change. */
function measured(what, before, now, read) {
	const [one, other] = [read(before), read(now)];
	return one === "" || other === "" ? [] : changed(what, one, other);
}
/** What was seen of the API last, not of the proxy. */
function ofTarget({ observations }, probe) {
	return lastOf(observations.filter(({ facts }) => !("of" in facts) || facts.of !== "proxy"), probe);
}
function addressesOf(route) {
	const addresses = ofTarget(route, "lookup")?.facts.addresses ?? [];
	return listed(addresses.toSorted((a, b) => a.address < b.address ? -1 : 1));
}
/** Issuer of the leaf, from the handshake, else from the chain that was read without trusting it. */
function issuerOf(route) {
	const [leaf = ofTarget(route, "served-chain")?.facts.chain?.[0]] = ofTarget(route, "handshake")?.facts.chain ?? [];
	return leaf?.issuer ?? "";
}
/** Another address of the same pool is no change. */
function egressAddressChanges(before, now) {
	const [one, other] = [addressesSeen(before), addressesSeen(now)];
	if (one.some((address) => other.includes(address))) return [];
	return measured(EGRESS_ADDRESS, before, now, egressAddressOf);
}
/** Every public address that the edge of the API saw of a run. */
function addressesSeen({ egressAddress: seen }) {
	return seen !== void 0 && "address" in seen ? [seen.address, ...seen.pool ?? []] : [];
}
function egressAddressOf({ egressAddress: seen }) {
	return seen !== void 0 && "address" in seen ? [...seen.pool ?? [seen.address], seen.country].filter(Boolean).join(" ") : "";
}
function proxyOf({ egress: { proxy } }) {
	return proxy === void 0 ? "direct" : `${proxy.scheme}://${proxy.host}:${proxy.port} (${proxy.source})`;
}
/** Products name themselves in these; other headers tell by being there. */
const TELLING_HEADERS = [
	"server",
	"via",
	"x-powered-by",
	"x-ms-region",
	"openai-version"
];
function headerChanges(before, now) {
	const [one = {}, other = {}] = [before, now].map((route) => ofTarget(route, "response")?.facts.headers);
	if (Object.keys(one).length === 0 || Object.keys(other).length === 0) return [];
	const names = (headers, without) => Object.keys(headers).filter((name) => !(name in without) && !TELLING_HEADERS.includes(name)).toSorted().join(", ");
	return [...changed("responder headers", names(one, other), names(other, one)), ...TELLING_HEADERS.flatMap((name) => changed(`header ${name}`, one[name] ?? "", other[name] ?? ""))];
}
function timings(before, now) {
	return RUNGS.flatMap((rung) => {
		const [one, other] = [before, now].map((route) => {
			const step = route.verdict.ladder.find((each) => each.rung === rung);
			return step?.status === "ok" ? step.elapsedMs : void 0;
		});
		if (one === void 0 || other === void 0) return [];
		return Math.abs(one - other) > CLEAR_MS && Math.max(one, other) > CLEAR_FACTOR * Math.min(one, other) ? [{
			what: `time of ${RUNG_NAMES[rung]}`,
			before: duration(one),
			now: duration(other)
		}] : [];
	});
}

// src/packets/compare/proof.ts
/** What a difference between two places proves, in sentences. Same key, model, URL and client given. */
function proofs(difference, places) {
	const [a, b] = places;
	const shared = sharedSentence(a, b);
	switch (difference.kind) {
		case "none": {
			const [one, other] = [a.route.verdict.verdict, b.route.verdict.verdict];
			return one === other ? [`No rung differs: the verdict is ${one} at both places.`, ...shared] : [`No rung fails at only one of the places, but the verdict is ${one} at ${a.name} and ${other} at ${b.name}: evidence is missing, so nothing follows for the place.`, ...shared];
		}
		case "fail-alike": return [`Both places fail at ${RUNG_NAMES[difference.rung]} in the same way (${codeOf(a)}): the place makes no difference.`, "What the two share is the cause: the key, the model, the base URL, the API, or a hop that both pass."];
		case "fail-differently": return [
			`Both places fail at ${RUNG_NAMES[difference.rung]}, but not in the same way: ${codeOf(a)} at ${a.name}, ${codeOf(b)} at ${b.name}.`,
			"Each place has a cause of its own; neither proves the other right.",
			...shared
		];
		case "not-measured": {
			const [bad, other] = difference.failing === 0 ? [a, b] : [b, a];
			return [`${bad.name} fails at ${RUNG_NAMES[difference.rung]} (${codeOf(bad)}); ${other.name} was not measured that far, so nothing follows for the place.`, ...shared];
		}
		case "one-fails": {
			const [bad, good] = difference.failing === 0 ? [a, b] : [b, a];
			return [...PROOFS[difference.rung](good, bad), ...shared];
		}
	}
}
const PROOFS = {
	config: (good, bad) => [`The settings are usable at ${good.name} and not at ${bad.name} (${codeOf(bad)}): what ${bad.name} is given is the cause, no packet was sent from there.`],
	dns: (good, bad) => [`${good.name} resolves ${hostOf(good)}, ${bad.name} does not (${codeOf(bad)}): the name exists, so the resolver that ${bad.name} uses is the cause, not the host, the key or the model.`],
	tcp: (good, bad) => [
		`${good.name} opens a connection to ${hostOf(good)}, ${bad.name} does not (${codeOf(bad)}): the host listens, so the route or a firewall between ${bad.name} and the host is the cause.`,
		...otherAddresses(good, bad),
		...otherWay(good, bad)
	],
	proxy: (good, bad) => [good.route.egress.proxy === void 0 ? `${good.name} goes direct and gets through, ${bad.name} goes through a proxy that does not open the tunnel (${codeOf(bad)}): the proxy of ${bad.name} or its rules are the cause, not the API.` : `The proxy opens the tunnel for ${good.name} and not for ${bad.name} (${codeOf(bad)}): what the proxy knows about ${bad.name} (credentials, address, rule) is the cause.`, ...otherWay(good, bad)],
	tls: (good, bad) => tlsProof(good, bad),
	http: (good, bad) => [
		`${good.name} gets an answer from the API, ${bad.name} does not (${codeOf(bad)})${responderOf(bad)}.`,
		isHop(bad) ? `That answer was made on the path between ${bad.name} and the API.` : isApi(bad) ? `The service itself treats ${bad.name} otherwise: its egress address is what the service sees of it.` : `The cause lies between ${bad.name} and the API, for the same request gets through from ${good.name}.`,
		...otherWay(good, bad)
	],
	auth: (good, bad) => isHop(bad) ? [`The same key is accepted from ${good.name}; from ${bad.name} it is refused (${codeOf(bad)})${responderOf(bad)}, not by the API: the key itself is good.`, ...otherWay(good, bad)] : [`The same key is accepted from ${good.name} and refused from ${bad.name} (${codeOf(bad)})${responderOf(bad)}: the key itself is good, a new one would not help.`, "What differs is where it comes from and what else is sent: the egress address (IP allow-list, country), organization and project, or a hop that changes the header."],
	request: (good, bad) => [`The same model and endpoint are known to what answers ${good.name} and not to what answers ${bad.name} (${codeOf(bad)})${responderOf(bad)}: the two requests end at different resources, or a hop rewrites one of them.`, ...otherAddresses(good, bad)],
	quota: (good, bad) => [`The same key was admitted from ${good.name} and not from ${bad.name} (${codeOf(bad)})${responderOf(bad)}.`, `Limits belong to the key, not to the place; the two were measured ${apart(good, bad)}, so the time is a likelier cause than the place.`],
	answer: (good, bad) => [`The request was admitted from both places; ${good.name} got a valid answer, ${bad.name} did not (${codeOf(bad)}).`, `The two were measured ${apart(good, bad)}: a fault of the API at one moment looks the same. Measure both again before the place is blamed.`]
};
function tlsProof(good, bad) {
	const [trusted, served] = [issuerOf(good.route), issuerOf(bad.route)];
	const first = `${good.name} finishes the TLS handshake with ${hostOf(good)}, ${bad.name} does not (${codeOf(bad)}).`;
	if (served === "" || trusted === "") return [first, `The host speaks TLS, so what lies between it and ${bad.name} is the cause.`];
	if (served !== trusted) return [first, `${good.name} is served a certificate by "${trusted}", ${bad.name} one by "${served}": something between ${bad.name} and the host answers in its place.`];
	return [first, `Both are served a certificate by "${served}": ${sameIssuer(bad)}`];
}
/** What is left when nobody answers in the host's place. */
function sameIssuer({ name, route: { verdict } }) {
	if (verdict.code === "tls.cert.authority_invalid") return `the roots that ${name} trusts are the cause.`;
	if (verdict.code === "tls.cert.date_invalid") return `the clock of ${name} is the first suspect.`;
	return `the cause is how ${name} takes part in the handshake.`;
}
function sharedSentence(a, b) {
	const rungs = provenAtBoth(a.route, b.route).map((rung) => RUNG_NAMES[rung]);
	return rungs.length === 0 ? [] : [`Proven at both places: ${rungs.join(", ")}.`];
}
function otherAddresses(good, bad) {
	const [one, other] = [addressesOf(good.route), addressesOf(bad.route)];
	return one === "" || other === "" || one === other ? [] : [`The name resolves to ${one} at ${good.name} and to ${other} at ${bad.name}.`];
}
function otherWay(good, bad) {
	const [one, other] = [proxyOf(good.route), proxyOf(bad.route)];
	return one === other ? [] : [`The egress differs: ${one} at ${good.name}, ${other} at ${bad.name}.`];
}
const codeOf = ({ route: { verdict } }) => verdict.code || verdict.verdict;
const hostOf = ({ route }) => destinationIn(route.baseUrl).host;
const APIS = [
	"openai",
	"openai-edge",
	"azure-openai",
	"azure-apim"
];
const HOPS = ["proxy", "interceptor"];
const isApi = ({ route }) => APIS.includes(route.verdict.responder);
const isHop = ({ route }) => HOPS.includes(route.verdict.responder);
function responderOf({ route: { verdict } }) {
	const who = joined(" ", verdict.responder, verdict.product);
	return who === "" ? "" : `, answered by ${who}`;
}
function apart(a, b) {
	const minutes = Math.round(Math.abs(a.at - b.at) / 6e4);
	if (Number.isNaN(minutes)) return "at unknown times";
	if (minutes < 1) return "at the same time";
	return minutes < 120 ? `${minutes} minutes apart` : `${Math.round(minutes / 60)} hours apart`;
}

// src/packets/compare/compare.ts
/**
* Names the first rung at which two places differ, and what that proves. Ask `comparable` first:
* for other keys, models or clients the sentences would not be true.
*
* @param names what to call the places, where the packets' own names are not enough
*/
function compare(a, b, names = namesOf(a, b)) {
	const routes = matchedRoutes(a, b).map(([first, second]) => {
		const difference = differenceOf(first, second);
		const proves = proofs(difference, [{
			name: names[0],
			route: first,
			at: Date.parse(a.startedAt)
		}, {
			name: names[1],
			route: second,
			at: Date.parse(b.startedAt)
		}]);
		const differs = difference.kind === "one-fails" || difference.kind === "fail-differently";
		return {
			route: first.name,
			difference,
			...differs ? { differsAt: difference.rung } : {},
			proves
		};
	});
	const matched = new Set(routes.map(({ route }) => route));
	const all = [...a.routes, ...b.routes].map(({ name }) => name);
	return {
		places: names,
		startedAt: [a.startedAt, b.startedAt],
		routes,
		unmatched: [...new Set(all.filter((name) => !matched.has(name)))],
		changes: changesOf(a, b)
	};
}
function namesOf(a, b) {
	const [one, other] = [placeName(a), placeName(b)];
	return one === other || one === "" || other === "" ? [`${one || "the first place"} (first)`, `${other || "the second place"} (second)`] : [one, other];
}
function placeName({ runtime }) {
	return joined(" in ", runtime.runnerName, runtime.region);
}
/** What changed since an earlier run of the same place; refused where the two cannot be compared. */
function sinceBaseline(earlier, now) {
	const { startedAt } = earlier;
	const able = comparable(earlier, now);
	return able.comparable ? {
		startedAt,
		changes: changesOf(earlier, now)
	} : {
		startedAt,
		refused: able.because.join(" "),
		changes: []
	};
}

// src/packets/compare/tell.ts
/** Lines of a packet that somebody else wrote. */
const LONGEST_LINE = 1e3;
/** Why two packets are not compared, for a terminal. */
function refusalText(able) {
	return ["Not compared: a difference could not be put down to the place alone.", ...able.because.map((reason) => oneLine(`  - ${reason}`, LONGEST_LINE))];
}
/** The comparison as lines for a terminal. Nothing in a packet can add a line or a colour. */
function comparisonText(comparison) {
	const [one, other] = comparison.places;
	return [
		`${one}  ↔  ${other}`,
		...comparison.routes.flatMap((route) => [
			"",
			`${headline(route)}${comparison.routes.length > 1 ? ` · ${route.route}` : ""}`,
			...route.proves.map((sentence) => `  ${sentence}`)
		]),
		...unmatched(comparison).map((sentence) => `  ${sentence}`),
		"",
		...comparison.changes.length === 0 ? ["Nothing else differs."] : ["What else differs:", ...comparison.changes.map(({ what, before, now }) => `  ${what}: ${before || "none"} → ${now || "none"}`)]
	].map((line) => indentedLine(line, LONGEST_LINE));
}
function headline({ difference }) {
	switch (difference.kind) {
		case "none": return "No rung differs";
		case "fail-alike": return `Both fail alike at ${RUNG_NAMES[difference.rung]}`;
		case "not-measured": return `Not measured at both places: ${RUNG_NAMES[difference.rung]}`;
		case "one-fails":
		case "fail-differently": return `First difference: ${RUNG_NAMES[difference.rung]}`;
	}
}
function unmatched({ unmatched: names }) {
	return names.length === 0 ? [] : [`Only one place has: ${names.join(", ")}.`];
}

export { addressesSeen as a, sinceBaseline as i, refusalText as n, comparable as o, compare as r, comparisonText as t };