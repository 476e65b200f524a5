import { k as given } from "./settings-inputs.js";

// src/browser/cors.ts
/** What the openai SDK sends from a browser besides the key, all of it outside the safe list. */
const SDK_HEADERS = [
	"content-type",
	"x-stainless-arch",
	"x-stainless-lang",
	"x-stainless-os",
	"x-stainless-package-version",
	"x-stainless-retry-count",
	"x-stainless-runtime",
	"x-stainless-runtime-version"
];
/** Methods that need no permission (Fetch, CORS-safelisted method). */
const SAFE_METHODS = [
	"GET",
	"HEAD",
	"POST"
];
/** The question a browser asks before a page on `origin` may send the SDK's request. */
function corsQuestion(origin, keyHeader) {
	const headers = [keyHeader, ...SDK_HEADERS].sort();
	return {
		method: "OPTIONS",
		headers: {
			accept: "*/*",
			origin,
			"access-control-request-method": "POST",
			"access-control-request-headers": headers.join(",")
		},
		wanted: {
			method: "POST",
			headers
		}
	};
}
/**
* What a browser makes of the answer: the CORS-preflight fetch and CORS check of the Fetch standard,
* credentials mode `same-origin` as the SDK has it. Header names of `response` are lower case;
* repeated headers are joined with a comma and a blank.
*/
function readCors(response, status, origin, wanted) {
	const headers = Object.fromEntries(Object.entries(response).filter(([name]) => name.startsWith("access-control-") || name === "vary"));
	const because = refusal(response, status, origin, wanted);
	return {
		origin,
		allowed: because === void 0,
		headers,
		status,
		...given({ because })
	};
}
function refusal(response, status, origin, wanted) {
	const allowedOrigin = response["access-control-allow-origin"];
	if (allowedOrigin === void 0) return "the answer has no access-control-allow-origin.";
	if (allowedOrigin !== "*" && allowedOrigin !== origin) return `access-control-allow-origin names another origin than ${origin}.`;
	if (status < 200 || status > 299) return `the preflight request was answered with ${status}.`;
	const methods = listOf(response["access-control-allow-methods"]);
	if (!(SAFE_METHODS.includes(wanted.method) || methods.includes(wanted.method) || methods.includes("*"))) return `access-control-allow-methods lacks ${wanted.method}.`;
	const names = listOf(response["access-control-allow-headers"]).map((name) => name.toLowerCase());
	const missing = wanted.headers.filter((name) => !names.includes(name) && (!names.includes("*") || name === "authorization"));
	return missing.length === 0 ? void 0 : `access-control-allow-headers lacks ${missing.join(", ")}.`;
}
function listOf(value) {
	return (value ?? "").split(",").map((item) => item.trim()).filter((item) => item !== "");
}
/** The observation `browser-origin`: an answer that refuses is a failure that is well understood. */
function corsOutcome(facts) {
	if (facts.allowed) return {
		status: "ok",
		facts
	};
	return {
		status: "failed",
		failure: {
			code: "client.cors_refused",
			...given({ detail: facts.because })
		},
		facts
	};
}

export { corsQuestion as n, readCors as r, corsOutcome as t };