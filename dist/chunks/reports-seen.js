import { g as seenBy } from "./settings-inputs.js";
import { c as duration, o as count } from "./reports-words.js";

// src/reports/seen.ts
/**
* What was seen, in one line of plain text: the only wording of an observation. Not escaped: that is
* for the sink. `short` is what the ladder of a packet keeps.
*/
function lineOf(one, extent = "whole") {
	if (one.status === "skipped") return one.because;
	const because = one.because.replace(/^TIMEOUT\b/, "no answer in time");
	const { short, whole = [short] } = told(one);
	if (extent === "short") return one.status === "failed" ? because || one.code : short ?? one.target;
	return joined(" · ", joined(": ", one.code, because), joined(", ", ...whole));
}
function told(one) {
	return TELL[one.probe](one.facts, one.target);
}
function joined(between, ...parts) {
	return parts.filter((part) => part !== void 0 && part !== "").join(between);
}
function labelled(label, value) {
	return value === void 0 || value === "" ? "" : `${label} ${value}`;
}
function listed(addresses = []) {
	return addresses.map(({ address }) => address).join(", ");
}
/** Facts without words of their own. */
function pairs(facts = {}) {
	return Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
}
function tried(attempts = []) {
	return attempts.map(({ address, errno, code, status, elapsedMs }) => {
		return `${address} ${errno ?? code ?? status} after ${duration(elapsedMs)}`;
	}).join("; ");
}
const toldResponse = ({ status, requestId, method, path, body }) => {
	const short = joined(", ", labelled("HTTP", status), labelled("request id", requestId));
	const error = labelled("error", body?.error?.code ?? body?.error?.type);
	return {
		short,
		whole: [
			joined(" → ", joined(" ", method, path), short),
			error,
			labelled("body", body?.shape)
		]
	};
};
const TELL = {
	settings: ({ problems = [] }) => ({ whole: [problems.map(({ setting, message }) => message.startsWith(setting) ? message : `${setting}: ${message}`).join("; ")] }),
	token: ({ method, authority, exchanges = [], subject }) => ({ whole: [
		joined(" from ", method, authority),
		...exchanges.map(({ asked, status, code, error, errorCodes }) => joined(", ", labelled(`${asked} HTTP`, status), code, error, ...errorCodes)),
		labelled("subject", subject)
	] }),
	lookup: ({ host = "", addresses = [], resolver }) => {
		if (resolver === "literal") return { short: `${host} is an address` };
		const more = addresses.length > 1 ? ` (+${addresses.length - 1})` : "";
		return {
			short: `${host} → ${addresses[0]?.address ?? "no address"}${more}`,
			whole: [joined(" → ", host, listed(addresses))]
		};
	},
	connect: ({ address, port, of, attempts }, target) => {
		const short = `${of === "proxy" ? "proxy " : ""}${address ?? target}:${port}`;
		return {
			short,
			whole: [address === void 0 ? tried(attempts) : short]
		};
	},
	tunnel: ({ proxy, target, status, reply, schemes = [] }) => ({
		short: `${proxy} opened the tunnel`,
		whole: [
			joined(" → ", proxy, target),
			labelled("HTTP", status),
			labelled("SOCKS reply", reply),
			labelled("offers", schemes.join(", "))
		]
	}),
	handshake: ({ version, chain = [], alpn, verified }) => {
		const short = joined(", ", version, labelled("issuer", chain[0]?.issuer));
		const trusted = verified === void 0 ? "" : verified ? "verified" : "not verified";
		return {
			short,
			whole: [
				short,
				labelled("ALPN", alpn),
				trusted
			]
		};
	},
	response: toldResponse,
	answer: ({ sdk, finish, errorChain = [] }) => ({ whole: [
		sdk,
		finish,
		errorChain.join(" > ")
	] }),
	"name-servers": ({ servers = [] }) => ({ whole: [servers.map(({ server, a }) => joined(", ", `${server} ${a.answer}`, listed(a.addresses))).join("; ")] }),
	addresses: ({ attempts }) => ({ whole: [tried(attempts)] }),
	"served-chain": ({ chain = [], interceptor, trust = [] }) => ({ whole: [
		labelled("issuer", chain[0]?.issuer),
		labelled("intercepted by", interceptor),
		...trust.map(({ store, accepted }) => `${store} store ${accepted ? "accepts" : "rejects"} it`)
	] }),
	"small-hello": ({ version, helloBytes }) => ({ whole: [version, helloBytes === void 0 ? "" : `hello of ${helloBytes} bytes`] }),
	"other-name": ({ servername, reached }) => ({ whole: [`server name ${servername} ${reached === true ? "gets" : "does not get"} through`] }),
	"other-http": ({ http2 }) => ({ whole: [http2 === true ? "speaks HTTP/2" : "does not speak HTTP/2"] }),
	"other-way": ({ way, reached, status }) => ({ whole: [`${way} way ${reached === true ? "reaches the server" : "does not reach it"}`, labelled("HTTP", status)] }),
	keyless: toldResponse,
	"large-request": (facts) => ({ whole: pairs(facts) }),
	control: ({ host, status }) => ({ whole: [host, labelled("HTTP", status)] }),
	"status-page": ({ host, indicator, because }) => ({ whole: [host, indicator ?? because] }),
	"egress-address": ({ address, country, colo, pool = [] }) => ({ whole: [
		address,
		country,
		colo,
		labelled("one of a pool:", pool.join(" and "))
	] }),
	surroundings: ({ defaultInterface, mtu, tunnels = [], linkLocalResolvers = [] }) => ({ whole: [
		labelled("default route by", defaultInterface),
		labelled("MTU", mtu),
		labelled("VPN or tunnel:", tunnels.join(" and ")),
		labelled("link-local name servers:", linkLocalResolvers.join(" and "))
	] }),
	"direct-api": toldResponse,
	"websocket-check": toldResponse,
	"stream-check": (facts, target) => {
		const { short = "", whole = [] } = toldResponse(facts, target);
		return {
			short,
			whole: [...whole, ...pairs(facts.stream)]
		};
	},
	"body-check": ({ refusal: _refusal, ...facts }) => ({ whole: pairs(facts) }),
	models: ({ models = [] }) => ({ whole: [models.map(({ id, listed, shutdownDate }) => {
		return `${id} ${shutdownDate === void 0 ? listed === false ? "is not listed" : "has no shutdown date" : `shuts down on ${shutdownDate}`}`;
	}).join("; ")] }),
	"key-expiry": ({ expiresAt }) => ({ whole: [`the key ends on ${expiresAt}`] }),
	"idle-check": (facts) => ({ whole: pairs(facts) }),
	"other-family": (facts) => ({ whole: pairs(facts) }),
	"client-bundle": ({ hits = [], files }) => ({ whole: [count(hits.length, "hit"), labelled("files read:", files)] }),
	"browser-origin": ({ origin, allowed }) => ({ whole: [`${origin} ${allowed === true ? "allowed" : "not allowed"}`] })
};
/** What took time, in order, and from when to when: before the first of it nothing is to be seen. */
function timedOf({ observations }) {
	const timed = observations.filter((one) => one.status !== "skipped" && one.probe !== "settings").toSorted((a, b) => a.startedMs - b.startedMs);
	const begin = timed[0]?.startedMs ?? 0;
	return {
		timed,
		begin,
		end: Math.max(begin + 1, ...timed.map((one) => one.startedMs + one.elapsedMs))
	};
}
/** The last observation of a probe that saw anything; none where none did. */
function lastOf(seen, probe) {
	return seenBy(seen, probe).findLast(({ facts }) => Object.keys(facts).length > 0);
}
/** The certificates that were served, leaf first: read without trusting them, else as verified. */
function servedTo(seen) {
	const chain = lastOf(seen, "served-chain")?.facts.chain ?? [];
	return chain.length > 0 ? chain : lastOf(seen, "handshake")?.facts.chain ?? [];
}

export { timedOf as a, servedTo as i, lineOf as n, listed as r, lastOf as t };