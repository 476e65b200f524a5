import "./runtime.js";
import { A as given, C as UNIT_MS, D as entryOf, I as jsonIn, M as hostIn, N as isObject, R as quotable, S as MOST_BODY_BYTES, V as withoutEndSlashes, b as endpointFacts, d as spanOf, f as spelt, j as hostAndPort, u as sizeOf } from "./settings-inputs.js";
import { At as scopeOf$1, Dt as isAddress, Ft as TRUST_SETTING, Nt as CLIENT_FACTS, Ot as isThisMachine, St as meantHost, Tt as tokenScopeOf, dt as cloudOf, ft as endingsOf, gt as isOwnHost, ht as isOpenaiHost, mt as isInternalHost, pt as isAzureHost, vt as isPrivateLinkHost } from "./common.js";
import { $ as verificationOff, A as headroomOf, B as isWholeResponse, C as reasonNote, E as where, F as factsOf, G as perEvidence, H as lastAttempt, I as firstFailed, J as evidenceRules, K as requestChain, L as investigated, M as each, N as SETTINGS_RULES, P as SETTING_NOTES, Q as variableIgnored, R as investigation, S as errnoNote, T as triedNote, U as observation, W as observations, X as releaseUnknown, Y as clearTextProxy, Z as unusableWay, _ as alertNote, b as destination, c as bypassOrder, d as isAtProvider, et as blame, f as isOnThisMachine, g as writtenByApi, h as outage, k as tokenOf, l as clockSkew$1, m as otherWayOrders, nt as warned, p as otherWay, q as responseOf, s as STRICT_RULES, tt as listed, v as brokenStep, w as tcp, x as detailOf, y as clientName, z as isProbe } from "./judge.js";

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
	const because = refusal$1(response, status, origin, wanted);
	return {
		origin,
		allowed: because === void 0,
		headers,
		status,
		...given({ because })
	};
}
function refusal$1(response, status, origin, wanted) {
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

// src/knowledge/sign.ts
const reading = (reads, sign) => Object.assign(sign, { reads });
const readsOf$1 = (signs) => signs.flatMap(({ reads = [] }) => reads);
/** A header is there, and its value matches when a pattern is given. */
function header(name, pattern) {
	return reading([{
		header: name,
		...given({ value: pattern })
	}], ({ response }) => {
		const value = response.headers[name];
		return value !== void 0 && (pattern === void 0 || pattern.test(value)) ? shown(name, value) : void 0;
	});
}
/** Any header whose name starts so. */
function headerStarting(prefix) {
	return reading([{ headersFrom: prefix }], ({ response }) => {
		const [name] = Object.keys(response.headers).filter((one) => one.startsWith(prefix)).toSorted();
		return name === void 0 ? void 0 : `header ${name}`;
	});
}
/** A mark in the body (see `Product.marks`): an id, or a prefix that ends with a dot. */
function mark(id) {
	return reading([{ mark: id }], ({ response }) => {
		const found = response.body.marks.find((one) => one === id || id.endsWith(".") && one.startsWith(id));
		return found === void 0 ? void 0 : `body text ${found}`;
	});
}
function status(...codes) {
	return ({ response }) => codes.includes(response.status) ? `status ${String(response.status)}` : void 0;
}
/** The host of the base URL. */
function host(pattern) {
	return reading([{ host: pattern }], ({ route }) => {
		const name = hostOf(route.baseUrl);
		return pattern.test(name) ? `host ${name}` : void 0;
	});
}
/** The target of a redirect: its origin, or the whole of it. */
function location(pattern) {
	return reading([{ location: pattern }], ({ response }) => {
		const { redirectTo } = response;
		const target = response.headers["location"];
		if (redirectTo === void 0 && target === void 0) return void 0;
		return pattern.test(target ?? "") || pattern.test(redirectTo ?? "") ? `redirect to ${hostOf(redirectTo ?? "") || hostOf(target ?? "") || "another page"}` : void 0;
	});
}
/** Type of the error object. */
function errorType(pattern) {
	return ({ response }) => {
		const type = response.body.error?.type;
		return type !== void 0 && pattern.test(type) ? `error type ${type}` : void 0;
	};
}
/** All keys are at the top of the JSON. */
function keys(...names) {
	return ({ response }) => names.every((name) => response.body.keys?.includes(name) === true) ? `JSON with ${names.join(", ")}` : void 0;
}
/** Every one of them was seen; the evidence is all of it. */
function all(...seen) {
	return reading(readsOf$1(seen), (received) => {
		const found = seen.map((one) => one(received));
		return found.every((one) => one !== void 0) ? found.join(" with ") : void 0;
	});
}
/** The first that was seen. */
function any(...seen) {
	return reading(readsOf$1(seen), (received) => {
		for (const one of seen) {
			const found = one(received);
			if (found !== void 0) return found;
		}
	});
}
/** Holds, without being worth a mention: a condition for `all`. */
function none(...seen) {
	return (inner) => reading(readsOf$1([...seen, inner]), (received) => seen.some((one) => one(received) !== void 0) ? void 0 : inner(received));
}
/** Only on these routes. */
function on(kinds, seen) {
	return reading(readsOf$1([seen]), (received) => kinds.includes(received.route.kind) ? seen(received) : void 0);
}
/** The connection was signed by this product, or by any that inspects TLS. */
const signed$1 = (product) => ({ signer }) => signer !== void 0 && (product === void 0 || signer === product) ? `certificate issued by ${signer}` : void 0;
/** The body is a page or a text, or there is none: nothing an API writes. */
const notJson = ({ response }) => response.body.shape === "json" ? void 0 : bodyWord(response.body.shape);
function bodyWord(shape) {
	return shape === "empty" ? "an empty body" : shape === "html" ? "an HTML page" : `a ${shape} body`;
}
/** The last that was asked for: each sign of a response asks for the same. */
let last = {
	url: "",
	host: ""
};
/** Host name without port, lower case; empty when it is not a URL. */
function hostOf(url) {
	if (last.url !== url) last = {
		url,
		host: URL.parse(url)?.hostname.toLowerCase() ?? ""
	};
	return last.host;
}
/** Longer runs are ids or an echo of something: they tell nobody who wrote the header. */
const LONG_RUN = /[\w+/=-]{40}/;
/** Server names and tokens only: what a header says is not trusted to be short or plain. */
function shown(name, value) {
	if (LONG_RUN.test(value)) return `header ${name}`;
	const plain = value.replaceAll(/[^\w .,;:=()/"-]/g, "").slice(0, 60);
	return plain === "" ? `header ${name}` : `${name}: ${plain}`;
}

// src/knowledge/product.ts
const marksOf = (where) => (seen, sentences) => Object.entries(sentences).map(([id, { says: pattern, source = seen, ...more }]) => ({
	id,
	pattern,
	source,
	where,
	...more
}));
/** Words of its pages, and where they were seen. */
const onPages = marksOf("page");
/**
* A number of Cloudflare's own errors, as its text and its pages write it
* (developers.cloudflare.com, Cloudflare 1xxx errors).
*/
const cloudflareCode = (numbers, titles = numbers) => new RegExp(String.raw`<title>\s{0,4}(?:${titles}) \||^[^\n]{0,40}\berror code: ${numbers}\b|<span(?: [^>]{0,80})?>${numbers}<\/span>|\bError ${numbers} Ray ID`, "i");
/** Sentences of its error objects. */
const inErrors = marksOf("error");
/** A list of block pages that people met. */
const OONI = "ooni/blocking-fingerprints, fingerprints_http.csv";
const proof = (seen) => ({
	strength: "proof",
	seen
});
const strong = (seen) => ({
	strength: "strong",
	seen
});
const hint = (seen) => ({
	strength: "hint",
	seen
});
/** What answers, nearest to the runner first: among equally strong evidence the earlier is named. */
const KINDS = [
	"proxy",
	"filter",
	"portal",
	"unnamed",
	"api",
	"gateway",
	"server"
];
const RESPONDERS = {
	proxy: "proxy",
	filter: "interceptor",
	portal: "interceptor",
	gateway: "gateway",
	server: "gateway"
};
/** A product from its parts; what is left out is empty, and every route is possible. */
function product(parts) {
	return {
		responder: (parts.kind === void 0 ? void 0 : RESPONDERS[parts.kind]) ?? "unknown",
		marks: [],
		headers: [],
		presenceOnly: [],
		routes: [
			"openai",
			"azure",
			"gateway"
		],
		proves: [],
		excludes: [],
		wroteBehind: [],
		relays: [],
		...parts
	};
}
/** A product that is known only by the certificates that it signs. */
const signer = (name, issuer) => product({
	name,
	issuer
});
/** A proxy that answers in its own name. */
function namedProxy(name, { named, mark: id, page, source, ...parts }) {
	return product({
		name,
		kind: "proxy",
		marks: onPages(source, { [id]: {
			says: page,
			inBodies: true
		} }),
		proves: [
			strong(header("server", named)),
			strong(mark(id)),
			hint(all(header("via", named), notJson))
		],
		...parts
	});
}
/** A server that knows nothing of models: on a provider's route it is the provider's. */
function webServer(name, seen, parts = {}) {
	return product({
		name,
		kind: "server",
		routes: ["azure", "gateway"],
		proves: [...seen, ...(parts.marks ?? []).map(({ id }) => mark(id))].map(hint),
		...parts
	});
}

// src/knowledge/products/openai.ts
const REPLIES = "recorded replies of api.openai.com";
/** What only OpenAI's edge adds to a response of the API (recorded 2025-11 and 2026-07). */
const genuine = any(header("x-openai-proxy-wasm"), header("www-authenticate", /realm="?OpenAI API/i), all(header("openai-version"), header("x-request-id")));
/** Types are lower-case words; other vendors that copy the shape put a status into `code`. */
const errorInItsShape$1 = ({ response }) => {
	const { errorShape, error } = response.body;
	if (errorShape !== "openai" || error === void 0) return void 0;
	const { type, code, codeType } = error;
	if (codeType === "number" || code !== void 0 && /^\d+$/.test(code)) return void 0;
	return type !== void 0 && /^[a-z][a-z_]{3,60}$/.test(type) ? `an error object in OpenAI's shape, type ${type}` : void 0;
};
const answerInItsShape = ({ response }) => {
	const { object } = response.body;
	return response.status === 200 && object !== void 0 && /^(?:list|model|response|chat\.completion|embedding)$/.test(object) ? `object ${object}` : void 0;
};
/** OpenAI's API itself. */
const openai = product({
	name: "OpenAI API",
	kind: "api",
	responder: "openai",
	routes: ["openai"],
	headers: [
		"openai-model",
		"x-oai-request-id",
		"x-openai-authorization-error",
		"x-should-retry",
		"x-envoy-upstream-service-time"
	],
	presenceOnly: ["openai-organization", "openai-project"],
	marks: inErrors(REPLIES, {
		"openai.invalid_url": {
			says: /\bInvalid URL \([A-Z]{3,7} \//,
			status: 404
		},
		"openai.missing_bearer": {
			says: /Missing bearer (?:or basic )?authentication|You didn['’]t provide an API key/i,
			status: 401
		},
		"openai.incorrect_key": {
			says: /Incorrect API key provided/i,
			status: 401
		},
		"openai.missing_scopes": {
			says: /insufficient permissions for this operation|Missing scopes:/i,
			status: 403
		},
		"openai.must_be_verified": {
			says: /organization must be verified/i,
			status: 403
		},
		"openai.no_credits": {
			says: /You have no credits remaining/i,
			status: 429
		},
		"openai.exceeded_quota": {
			says: /exceeded your current quota/i,
			status: 429
		},
		"openai.spend_limit": {
			says: /has reached its (?:spend|usage) limit/i,
			status: 429,
			source: "OpenAI guide, error codes"
		},
		"openai.billing_hard_limit": {
			says: /Billing hard limit has been reached/i,
			status: 400
		},
		"openai.account_not_active": {
			says: /account is not active, please check your billing/i,
			status: 429,
			source: "OpenAI guide, error codes"
		},
		"openai.rate_limit": {
			says: /Rate limit reached for|Slow down: your request rate/i,
			status: 429
		},
		"openai.overloaded": {
			says: /(?:engine|servers?|model) (?:is|are) currently overloaded|(?:engine|server) is overloaded or not ready/i,
			status: 503,
			source: "OpenAI guide, error codes"
		},
		"openai.server_error": {
			says: /The server had an error (?:while )?processing your request|An error occurred while processing your request\. You can retry your request, or contact us through our help center/i,
			status: 500,
			source: "OpenAI guide, error codes"
		},
		"openai.unsupported_country": {
			says: /Country, region, or territory not supported|OpenAI's services are not available in your country/i,
			status: 403
		},
		"openai.incorrect_hostname": {
			says: /incorrect regional hostname/i,
			status: 401
		},
		"openai.ip_not_authorized": {
			says: /Your IP is not authorized/i,
			status: 401
		},
		"openai.no_organization": {
			says: /must be a member of an organization to use the API/i,
			status: 401
		},
		"openai.wrong_organization": {
			says: /No such organization:|OpenAI-Organization header should match/i,
			status: 401
		},
		"openai.model_access": {
			says: /does not have access to model/i,
			status: 403
		},
		"openai.model_missing": {
			says: /The model:? [`'"][^`'"]{1,100}[`'"] does not exist/i,
			status: 404
		},
		"openai.wrong_endpoint": {
			says: /not (?:a chat model and thus not )?supported in the v1\/[\w/]{2,40} endpoint|Did you mean to use v1\/|only supported in v1\/[\w/]{2,40} and not in v1\//,
			status: 404,
			source: "openai-python threads on 404"
		},
		"openai.content_policy": {
			says: /rejected (?:as a result of|by) (?:our|the) safety system|flagged as potentially violating our usage policy|violat(?:es|ing) (?:our|OpenAI['’]s) (?:usage|content) polic/i,
			status: 400,
			source: "openai/openai-openapi#11, alan-turing-institute/t0-1#69"
		},
		"openai.context_length": {
			says: /maximum context length is \d|Input tokens exceed the configured limit of \d|exceeds the context window of this model/,
			status: 400,
			source: "OpenAI API reference, 400 replies"
		},
		"openai.rejected_parameter": {
			says: /Unsupported (?:parameter|value): '|This is a chat model and not supported in|Invalid type for '/,
			status: 400,
			source: "OpenAI API reference, 400 replies"
		},
		"openai.account_link": {
			says: /platform\.openai\.com\/|help\.openai\.com/i,
			status: 500,
			inBodies: true
		}
	}),
	wroteBehind: [genuine, mark("openai.account_link")],
	proves: [
		proof(header("x-openai-proxy-wasm")),
		proof(header("www-authenticate", /realm="?OpenAI API/i)),
		proof(all(header("openai-version"), header("x-request-id"))),
		strong(header("openai-processing-ms")),
		strong(header("openai-organization")),
		strong(header("x-request-id", /^req_/)),
		strong(errorInItsShape$1),
		strong(mark("openai.")),
		strong(answerInItsShape),
		hint(header("openai-version"))
	]
});

// src/knowledge/filter.ts
/**
* What is on relayed replies too says who is on the way, not who wrote. It counts where the body is
* no API's and no server at the end has left a trace; a page of the provider has none to leave.
*/
const unlessRelayed = none(header("cf-ray"), genuine);
function onTheWay(seen) {
	const wrote = unlessRelayed(all(seen, notJson));
	return [strong(on(["openai"], wrote)), hint(wrote)];
}
/** A product that inspects or filters on the way, by what its replies carry. */
function filter(name, { mark: id, page, source, inBodies, server, via, location: target, header: own, ...parts }) {
	const isSigned = signed$1(name);
	return product({
		...parts,
		name,
		kind: "filter",
		marks: onPages(source, { [id]: {
			says: page,
			status: 403,
			...given({ inBodies })
		} }),
		proves: [
			proof(all(mark(id), isSigned)),
			strong(mark(id)),
			...server === void 0 ? [] : [strong(header("server", server))],
			...target === void 0 ? [] : [strong(location(target))],
			...via === void 0 ? [] : onTheWay(header("via", via)),
			...own === void 0 ? [] : onTheWay(headerStarting(own)),
			...onTheWay(isSigned)
		]
	});
}

// src/knowledge/products/any-filter.ts
/** A signer of any name wrote a reply that is no API's: it stands for the ones without a file. */
const anyFilter = product({
	name: "",
	kind: "unnamed",
	responder: "interceptor",
	routes: ["openai"],
	marks: onPages("wafw00f", {
		"block.f5": {
			says: /The requested URL was rejected\. Please consult with your administrator/i,
			status: 403
		},
		"block.generic": {
			says: /(?:web ?site|page|url|request|access|content|category)[^<>]{0,40}(?:has been|is|was) (?:blocked|denied|restricted)[^<>]{0,40}(?:polic|administrator|organi[sz]ation|compan|network|firewall|filter)|web ?filter|internet usage policy/i,
			status: 403,
			inBodies: true,
			source: "words common to block pages"
		}
	}),
	proves: [
		...onTheWay(signed$1()),
		strong(mark("block.f5")),
		strong(mark("block.generic"))
	],
	excludes: [mark("edge.")]
});

// src/knowledge/products/any-gateway.ts
/** Sentences that gateways, front servers and providers of any make write. */
const anyGateway = product({
	name: "",
	marks: [...onPages("default 5xx pages of load balancers", {
		"server.no_server": {
			says: /^\s{0,8}no available server\s{0,8}$|Backend fetch failed/i,
			source: "Traefik, Varnish"
		},
		"server.plain_502": {
			says: /<title>50[234] [A-Z][A-Za-z -]{3,40}<\/title>/i,
			status: 502
		}
	}), ...inErrors("gateways of any make", {
		"upstream.fetch_failed": {
			says: /\bfetch failed\b|\bgetaddrinfo (?:ENOTFOUND|EAI_AGAIN)\b|\bconnect (?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b|\bdial tcp\b[^"]{0,120}\b(?:refused|no such host|i\/o timeout|unreachable)|Cannot connect to host |litellm\.APIConnectionError|Exception - Connection error|\bdo request failed\b|do_request_failed|Reqwest error: error sending request/i,
			source: "Portkey gateway 1.15 (measured), Node, Go, aiohttp and reqwest in gateways"
		},
		"upstream.unreachable": {
			says: /<class 'httpx\.\w{3,30}'>|\bNo available upstream candidate\b/,
			status: 502,
			source: "KenyonY/openai-forward, tbphp/gpt-load: nothing behind it can be reached"
		},
		"server.not_found": {
			says: /"detail"\s{0,4}:\s{0,4}"Not Found"/,
			status: 404,
			inBodies: true,
			source: "Starlette, FastAPI"
		},
		"server.plain_http_on_tls": {
			says: /plain HTTP request was sent to (?:an )?HTTPS port|Client sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled|combination of host and port requires TLS|sent a plain HTTP request, but this server only speaks HTTPS|running in SSL mode\. Try the URL/i,
			source: "nginx, Go (Caddy, Traefik), Apache, Tomcat, cheroot, Webmin: their own sources"
		},
		"server.client_certificate": {
			says: /No required SSL certificate was sent|client certificate (?:is )?required|requires? a client certificate/i,
			source: "nginx (496), IIS (403.7)"
		},
		"server.client_certificate_refused": {
			says: /The SSL certificate error/i,
			source: "nginx (495)"
		},
		"gateway.budget": {
			says: /(?:budget|credits?|balance|quota) (?:limit )?(?:has been |is |are )?(?:exceeded|exhausted|used up|insufficient)|insufficient (?:credits?|balance|funds|quota|user quota)/i,
			status: 402
		},
		"gateway.model_missing": {
			says: /model \\?[`'"]?[^`'"\s\\]{1,100}\\?[`'"]? (?:does not exist|not found|is not (?:available|supported|found))|unknown model|no such model|No endpoints found for|is not a valid model ID/i,
			status: 404
		}
	})]
});

// src/knowledge/products/squid.ts
/** Squid appends the errno of its own connect to `X-Squid-Error: ERR_CONNECT_FAIL 111`. */
const SQUID_CODES = {
	ERR_ACCESS_DENIED: "proxy.denied",
	ERR_CACHE_ACCESS_DENIED: "proxy.auth_required",
	ERR_DNS_FAIL: "proxy.dns_error",
	ERR_CANNOT_FORWARD: "proxy.dns_error",
	ERR_CONNECT_FAIL: "proxy.destination_unavailable",
	ERR_READ_TIMEOUT: "proxy.connection_timeout",
	ERR_SECURE_CONNECT_FAIL: "proxy.upstream_tls_error"
};
const SQUID_ERRNOS = {
	"111": "proxy.connection_refused",
	"110": "proxy.connection_timeout",
	"101": "proxy.destination_unavailable",
	"113": "proxy.destination_unavailable"
};
/** What its `X-Squid-Error` says of a request that it did not pass on. */
function squidRefusal(header) {
	const [page = "", errno = ""] = header.split(" ");
	return (page === "ERR_CONNECT_FAIL" ? entryOf(SQUID_ERRNOS, errno) : void 0) ?? entryOf(SQUID_CODES, page);
}
/** Squid: `X-Squid-Error` and its page are on replies that it wrote itself; `Via` also on relayed ones. */
const squid = product({
	name: "Squid",
	kind: "proxy",
	issuer: /squid/i,
	marks: onPages("squid-cache/squid, error templates", { "block.squid": {
		says: /Stylesheet for Squid Error pages|The Squid Software Foundation|Generated [^<>]{1,80} by [^<>]{1,80} \(squid/i,
		status: 403
	} }),
	proves: [
		proof(header("x-squid-error")),
		strong(header("server", /^squid\b/i)),
		strong(mark("block.squid")),
		hint(all(header("via", /\(squid/i), notJson))
	]
});

// src/knowledge/products/any-proxy.ts
/** RFC 9209 §2.3 error types, as a `Proxy-Status` header carries them. */
const PROXY_STATUS_CODES = {
	dns_timeout: "proxy.dns_error",
	dns_error: "proxy.dns_error",
	destination_not_found: "proxy.dns_error",
	destination_unavailable: "proxy.destination_unavailable",
	destination_ip_prohibited: "proxy.denied",
	destination_ip_unroutable: "proxy.destination_unavailable",
	connection_refused: "proxy.connection_refused",
	connection_terminated: "proxy.connection_terminated",
	connection_timeout: "proxy.connection_timeout",
	connection_read_timeout: "proxy.connection_timeout",
	connection_write_timeout: "proxy.connection_timeout",
	http_response_timeout: "proxy.connection_timeout",
	connection_limit_reached: "proxy.connection_limit_reached",
	http_request_denied: "proxy.denied",
	tls_certificate_error: "proxy.upstream_tls_error",
	tls_protocol_error: "proxy.upstream_tls_error",
	tls_alert_received: "proxy.upstream_tls_error",
	proxy_loop_detected: "proxy.loop",
	proxy_configuration_error: "proxy.configuration_error",
	proxy_internal_error: "proxy.internal_error"
};
/** Why a proxy did not pass a request on, by its own machine-readable words first, then by its page. */
function proxyReason(headers, marks = []) {
	const declared = /error=([a-z_]+)/.exec(headers["proxy-status"] ?? "")?.[1];
	return (declared === void 0 ? void 0 : entryOf(PROXY_STATUS_CODES, declared)) ?? squidRefusal(headers["x-squid-error"] ?? "") ?? (marks.some((one) => one.endsWith(".no_such_name")) ? "proxy.dns_error" : void 0);
}
/** A proxy that does not name itself. */
const anyProxy = product({
	name: "",
	kind: "unnamed",
	responder: "proxy",
	marks: onPages("Apache mod_proxy (proxy_util.c), Privoxy (no-such-domain), Squid", { "proxy.no_such_name": {
		says: /DNS lookup failure for|\bNo such domain\b|Unable to determine IP address from host name|The following error was encountered[^<>]{0,80}DNS/i,
		inBodies: true
	} }),
	proves: [
		proof(status(407)),
		proof(header("proxy-authenticate")),
		proof(on(["openai"], header("proxy-status", /;\s*error=/i))),
		strong(on(["openai"], header("x-proxy-error")))
	]
});

// src/knowledge/products/azure-openai.ts
const RECORDED = "recorded replies of Azure OpenAI resources";
const AZURE_HOST = new RegExp(String.raw`\.(?:${endingsOf("azure")})$`);
/** Names of API Management instances. */
const APIM_HOST = new RegExp(String.raw`\.(?:${endingsOf("apim")})$`);
/** Headers that Azure OpenAI puts on every reply, errors included (recorded). */
const azureGenuine = any(header("apim-request-id"), header("azureml-model-session"), header("x-ms-deployment-name"), header("policy-id"));
/** The shape of API Management. Other frameworks send the same two fields the other way round, or more of them. */
const statusFirst = ({ response }) => {
	const [first, second, third] = response.body.keys ?? [];
	return first === "statusCode" && second === "message" && (third ?? "activityId") === "activityId" ? "JSON with statusCode, message" : void 0;
};
const errorInItsShape = ({ response }) => {
	const { errorShape, error } = response.body;
	return errorShape === "openai" && error?.code !== void 0 && error.codeType === "string" ? `an error object with code ${error.code}` : void 0;
};
const json = ({ response }) => response.body.shape === "json" ? "JSON" : void 0;
/** Azure OpenAI, also as a part of Azure AI Foundry. */
const azureOpenai = product({
	name: "Azure OpenAI",
	kind: "api",
	responder: "azure-openai",
	routes: ["azure"],
	headers: ["x-ms-*", "mitigation-status"],
	marks: inErrors(RECORDED, {
		"azure.virtual_network": {
			says: /Virtual Network\/Firewall rules/i,
			status: 403
		},
		"azure.custom_domain": {
			says: /A Virtual Network is configured for this resource/i,
			status: 403,
			source: "continuedev/continue#12547"
		},
		"azure.own_data": {
			says: /Invalid AzureCognitiveSearch configuration detected|is not in the allowed FQDN list for this resource/i,
			status: 400,
			source: "Azure-Samples/azure-search-openai-demo#1886"
		},
		"azure.public_access_disabled": {
			says: /Public access is disabled/i,
			status: 403
		},
		"azure.key_auth_disabled": {
			says: /Key based authentication is disabled/i,
			status: 403
		},
		"azure.invalid_key": {
			says: /invalid subscription key or wrong API endpoint/i,
			status: 401
		},
		"azure.principal": {
			says: /Principal does not have access to API/i,
			status: 401
		},
		"azure.data_action": {
			says: /lacks the required data action/i,
			status: 401,
			source: "microsoft/ai-agent-evals#43"
		},
		"azure.tenant_mismatch": {
			says: /Tenant provided in token does not match/i,
			status: 400,
			source: "Azure OpenAI, Entra sign-in"
		},
		"azure.token_generic": {
			says: /Access token is missing, invalid/i,
			status: 401,
			source: "Azure OpenAI: also the answer to a wrong key"
		},
		"azure.token_audience": {
			says: /audience is incorrect|invalid audience|Audience validation failed/i,
			status: 401,
			source: "Azure OpenAI, Entra sign-in"
		},
		"azure.token_expired": {
			says: /token is expired|token has expired|Lifetime validation failed/i,
			status: 401,
			source: "Azure OpenAI, Entra sign-in"
		},
		"azure.deployment_not_found": {
			says: /API deployment for this resource does not exist/i,
			status: 404
		},
		"azure.resource_not_found": {
			says: /^\W{0,40}Resource not found|(?:Azure\w{0,12}Exception(?: \w{3,20})? - |\(404\) )Resource not found|"message"\s{0,4}:\s{0,4}"Resource not found/i,
			status: 404
		},
		"azure.api_version_on_v1": {
			says: /api-version query parameter is not allowed/i,
			status: 400
		},
		"azure.api_version_missing": {
			says: /Missing required query parameter: ?api-version|api-version query parameter is required/i,
			status: 400
		},
		"azure.api_version_unsupported": {
			says: /API version not supported|enabled only for api[- ]versions?\b/i,
			status: 400
		},
		"azure.operation_unsupported": {
			says: /operation does not work with the specified model/i,
			status: 400,
			source: "Azure OpenAI, error OperationNotSupported"
		},
		"azure.content_filter": {
			says: /content management policy/i,
			status: 400
		},
		"azure.capacity": {
			says: /experiencing high demand|temporarily unable to process your request|NoCapacity/i,
			status: 429,
			source: "Microsoft Learn, troubleshoot Azure OpenAI errors"
		},
		"azure.rate_limit": {
			says: /have exceeded (?:the )?(?:[a-z]{1,20} )?rate limit/i,
			status: 429
		},
		"azure.blocked": {
			says: /resource has been temporarily blocked/i,
			status: 403,
			source: "Microsoft Learn, troubleshoot Azure OpenAI errors"
		},
		"azure.support_link": {
			says: /Azure support request|go\.microsoft\.com\/fwlink|aka\.ms\/oai/i,
			status: 502,
			source: "openai-python threads on Azure 500s"
		}
	}),
	wroteBehind: [azureGenuine, mark("azure.support_link")],
	proves: [
		proof(header("apim-request-id")),
		proof(header("azureml-model-session")),
		proof(header("policy-id")),
		proof(header("x-ms-deployment-name")),
		strong(header("x-ms-region")),
		strong(header("x-ms-rai-invoked")),
		strong(header("x-ms-client-request-id")),
		strong(mark("azure.")),
		strong(all(host(AZURE_HOST), json)),
		strong(errorInItsShape),
		hint(header("x-ms-request-id")),
		hint(json)
	],
	excludes: [none(host(AZURE_HOST), azureGenuine, mark("azure.token_generic"))(any(host(APIM_HOST), statusFirst))]
});

// src/knowledge/products/azure-apim.ts
const wrapped = ({ response }) => response.body.errorShape === "openai" ? "an error object of the API behind it" : void 0;
/** An API Management instance of the customer's, in front of Azure OpenAI or anything else. */
const azureApim = product({
	name: "Azure API Management",
	kind: "api",
	yields: true,
	responder: "azure-apim",
	routes: ["azure", "gateway"],
	marks: inErrors("API Management defaults", {
		"apim.missing_subscription_key": {
			says: /due to missing subscription key/i,
			status: 401
		},
		"apim.invalid_subscription_key": {
			says: /due to invalid subscription key\. /i,
			status: 401
		},
		"apim.out_of_quota": {
			says: /Out of call volume quota|Out of bandwidth quota|quota will be replenished|Token quota is exceeded/i,
			status: 403,
			source: "API Management, quota and llm-token-limit policies"
		},
		"apim.rate_limit": {
			says: /Rate limit is exceeded|Token limit is exceeded/i,
			status: 429,
			source: "API Management, rate-limit policies"
		}
	}),
	proves: [
		proof(header("www-authenticate", /AzureApiManagementKey/i)),
		proof(headerStarting("ocp-apim-")),
		strong(mark("apim.")),
		strong(host(APIM_HOST)),
		strong(statusFirst),
		hint(header("request-context", /appId=/i))
	],
	excludes: [host(AZURE_HOST)],
	relays: [all(azureGenuine, wrapped)]
});

// src/knowledge/products/bifrost.ts
const GOVERNANCE = "maximhq/bifrost 9681d2ba, plugins/governance/main.go";
/**
* Bifrost. `is_bifrost_error: false` stands on its own refusals as well (SendError, newBifrostErrorFromMsg,
* the governance plugin): only beside the name of a provider did a provider answer.
*/
const bifrost = product({
	name: "Bifrost",
	kind: "gateway",
	routes: ["gateway"],
	marks: inErrors(GOVERNANCE, {
		"bifrost.upstream": {
			says: /"is_bifrost_error"\s{0,4}:\s{0,4}false/,
			source: "maximhq/bifrost, schemas"
		},
		"bifrost.provider": {
			says: /"extra_fields"\s{0,4}:\s{0,4}\{[^{}]{0,400}"provider"\s{0,4}:\s{0,4}"\w/,
			source: "maximhq/bifrost, schemas: BifrostErrorExtraFields"
		},
		"bifrost.key": { says: /"type"\s{0,4}:\s{0,4}"virtual_key_(?:not_found|blocked|required)"/ },
		"bifrost.model_access": { says: /"type"\s{0,4}:\s{0,4}"(?:model|provider)_blocked"/ },
		"bifrost.limit": { says: /"type"\s{0,4}:\s{0,4}"(?:budget_exceeded|(?:rate|token|request)_limited)"/ },
		"bifrost.no_key": {
			says: /no keys found (?:that support model(?:\/deployment)?|for provider): /,
			source: "maximhq/bifrost 0007e19d, core/bifrost.go: selectKeyFromProviderForModel"
		}
	}),
	proves: [proof(keys("is_bifrost_error"))],
	relays: [none(mark("bifrost.key"), mark("bifrost.model_access"), mark("bifrost.limit"), mark("bifrost.no_key"))(all(mark("bifrost.upstream"), mark("bifrost.provider")))]
});

// src/knowledge/products/captive-portal.ts
const LOGIN$1 = /(?:^|[/.:?&=_-])(?:login|log-in|signin|sign-in|captive|portal|hotspot|wifi|guest|auth|sso|splash)\b/i;
/** A network that wants a login first (RFC 6585 §6, RFC 8952), or a single sign-on in the way. */
const captivePortal = product({
	name: "captive portal",
	kind: "portal",
	marks: onPages("captive portals, generic", { "portal.login": {
		says: /<form[^<>]{0,200}action="[^"<>]{0,200}(?:login|signin|auth|portal)|captive ?portal|hotspot login|sign in to (?:the |this )?(?:network|wi-?fi|internet)|accept the terms[^<>]{0,40}(?:network|wi-?fi|internet)|<input[^<>]{0,200}type="?password/i,
		inBodies: true
	} }),
	proves: [
		proof(status(511)),
		strong(location(/captive|hotspot|wifi|splash|msftconnecttest|\.(?:home|lan|local)\b/i)),
		strong(on(["openai"], all(mark("portal.login"), any(status(200, 302, 307, 401, 403, 503))))),
		strong(on(["openai"], location(LOGIN$1))),
		hint(mark("portal.login"))
	],
	excludes: [mark("edge.")]
});

// src/knowledge/products/filters.ts
/** What inspects or filters on the way, by its certificates and its block page: a row each. */
const filters = [
	filter("Barracuda", {
		issuer: /barracuda/i,
		mark: "block.barracuda",
		page: /Barracuda (?:Web|NG|CloudGen|Networks)/i,
		source: "wafw00f",
		server: /^barracuda/i
	}),
	filter("Blue Coat", {
		issuer: /blue ?coat|proxysg|symantec (?:web|cloud|proxy|ssl visibility)/i,
		mark: "block.bluecoat",
		page: /Access Denied \((?:policy_denied|content_filter_denied|authentication_failed)\)|notify\.bluecoat\.com|Symantec Web Security/i,
		source: OONI,
		header: "x-bluecoat",
		via: /blue ?coat|proxysg/i,
		location: /\/\/notify\.bluecoat\.com|cfauth\.com/i
	}),
	filter("Cato", {
		issuer: /cato (?:networks|root)|catonetworks/i,
		mark: "block.cato",
		page: /Cato Networks/i,
		source: "Cato block page",
		location: /:\/\/[\w.-]*catonetworks\.com\b/i
	}),
	filter("Check Point", {
		issuer: /check ?point/i,
		mark: "block.check_point",
		page: /Check Point UserCheck|\/UserCheck\/PortalMain/i,
		source: OONI,
		location: /\/UserCheck\/PortalMain/i
	}),
	filter("Cisco Meraki", {
		mark: "block.meraki",
		page: /blocked by your network operator/i,
		source: OONI,
		location: /:\/\/[\w.-]*meraki\.com\b/i
	}),
	filter("Cisco Secure Web Appliance", {
		issuer: /ironport|cisco (?:wsa|secure web|web security)/i,
		mark: "block.cisco_wsa",
		page: /Cisco-WSA|Cisco Secure Web Appliance|IronPort Web Security/i,
		source: OONI,
		via: /Cisco-WSA|IronPort/i
	}),
	filter("Cisco Umbrella", {
		issuer: /cisco umbrella|opendns/i,
		mark: "block.umbrella",
		page: /Cisco Umbrella|This site is blocked due to content filtering/i,
		source: OONI,
		location: /:\/\/[\w.-]*opendns\.com\b/i,
		sinkhole: {
			address: /^146\.112\.61\.(?:10[4-8]|110)$/,
			source: "block page addresses published by Cisco"
		},
		allow: (host) => `Allow ${host} in the Cisco Umbrella policy of this network.`
	}),
	filter("Cloudflare Gateway", {
		issuer: /cloudflare gateway|gateway ca - cloudflare|cloudflare for teams/i,
		mark: "block.cloudflare_gateway",
		page: /Cloudflare Gateway|blocked by your organization(?:['’]s)? (?:Gateway|administrator) policy/i,
		source: "Cloudflare Gateway block page"
	}),
	filter("Forcepoint", {
		issuer: /forcepoint|websense/i,
		mark: "block.forcepoint",
		page: /blockpage\.cgi|Forcepoint|Websense/i,
		source: OONI,
		location: /:15871\/|\/cgi-bin\/blockpage\.cgi|blocked?\.forcepoint\.net/i
	}),
	filter("Fortinet", {
		issuer: /forti(?:gate|net|proxy|guard)|\bFGT?[A-Z0-9]{2}[A-Z0-9]{10,14}\b/i,
		mark: "block.fortinet",
		page: /FortiGuard|Powered By Fortinet|FortiGate Application Control|fgd_icon|Web ?filter Violation/i,
		source: `${OONI}; wafw00f`,
		header: "x-forti",
		server: /^forti/i,
		location: /\/\/globalurl\.fortinet\.net|:(?:8008|8010|1000|1003)\/|\/fgtauth/i
	}),
	filter("iboss", {
		issuer: /\biboss\b/i,
		mark: "block.iboss",
		page: /\biboss\b/i,
		source: "iboss block page",
		inBodies: true,
		location: /:\/\/[\w.-]*iboss\.com\b/i
	}),
	filter("Lightspeed", {
		issuer: /lightspeed/i,
		mark: "block.lightspeed",
		page: /Lightspeed (?:Systems|Filter)/i,
		source: "Lightspeed block page"
	}),
	filter("Menlo Security", {
		issuer: /menlo ?security/i,
		mark: "block.menlo",
		page: /Menlo Security/i,
		source: "Menlo block page",
		location: /:\/\/[\w.-]*menlosecurity\.com\b/i
	}),
	filter("Netskope", {
		issuer: /netskope|goskope/i,
		mark: "block.netskope",
		page: /Netskope/i,
		source: "page text not confirmed in public; the product names itself",
		header: "x-netskope",
		server: /netskope/i,
		location: /:\/\/[\w.-]*(?:netskope|goskope)\.com\b/i
	}),
	filter("Palo Alto Networks", {
		issuer: /palo ?alto|globalprotect|prisma access/i,
		mark: "block.palo_alto",
		page: /<h1>Web Page Blocked<\/h1>|has been blocked in accordance with company policy|Palo Alto Next Generation Security/i,
		source: OONI,
		location: /\/php\/(?:urlblock|uid)\.php\b/i,
		sinkhole: {
			address: /^(?:198\.135\.184\.22|72\.5\.65\.111)$/,
			source: "docs.paloaltonetworks.com, \"Enable DNS Security\"",
			part: "DNS Security"
		}
	}),
	filter("Skyhigh", {
		issuer: /mcafee|skyhigh|trellix/i,
		mark: "block.mcafee",
		page: /McAfee Web Gateway|Skyhigh Security/i,
		source: OONI,
		via: /McAfee Web Gateway|Skyhigh/i
	}),
	filter("SonicWall", {
		issuer: /sonicwall/i,
		mark: "block.sonicwall",
		page: /SonicWall (?:Content Filter|Gateway)|This site is blocked by the SonicWall/i,
		source: "SonicWall block page",
		server: /^sonicwall/i
	}),
	filter("Sophos", {
		issuer: /sophos|cyberoam/i,
		mark: "block.sophos",
		page: /Powered by UTM Web Protection|Sophos Firewall|Sophos Web Appliance/i,
		source: OONI,
		via: /sophos/i
	}),
	filter("StepSecurity Harden-Runner", {
		issuer: /stepsecurity|harden-runner/i,
		mark: "block.harden_runner",
		page: /harden-runner|StepSecurity/i,
		source: "StepSecurity Harden-Runner",
		sinkhole: {
			address: /^54\.185\.253\.63$/,
			source: "step-security/harden-runner, src/common.ts"
		},
		allow: (host) => `Add ${host}:443 to allowed-endpoints of step-security/harden-runner in this job.`
	}),
	filter("Untangle", {
		issuer: /untangle|arista edge threat/i,
		mark: "block.untangle",
		page: /Untangle (?:Server|Web Filter)/i,
		source: "Untangle block page"
	}),
	filter("WatchGuard", {
		issuer: /watchguard|fireware/i,
		mark: "block.watchguard",
		page: /WatchGuard (?:Technologies|WebBlocker)|WebBlocker/i,
		source: "WatchGuard deny message"
	}),
	filter("Zscaler", {
		issuer: /zscaler|zscloud/i,
		mark: "block.zscaler",
		page: /Internet Security by Zscaler|login\.zscloud\.net|zscaler to protect you/i,
		source: `${OONI}; wafw00f`,
		header: "x-zscaler",
		server: /^zscaler/i,
		via: /zscaler/i,
		location: /:\/\/[\w.-]*(?:zscaler\w*|zscloud)\.net\b/i
	})
];

// src/knowledge/products/gateways.ts
const errorList = ({ response }) => response.body.errorShape === "array" ? "a list of errors" : void 0;
/** Gateways of which little more than a name is known. */
const gateways = [
	product({
		name: "Cloudflare AI Gateway",
		kind: "gateway",
		proves: [
			proof(headerStarting("cf-aig-")),
			proof(host(/^gateway\.ai\.cloudflare\.com$/)),
			strong(all(keys("success"), errorList))
		]
	}),
	product({
		name: "Envoy AI Gateway",
		kind: "gateway",
		routes: ["gateway"],
		marks: inErrors("envoyproxy/ai-gateway, AIGatewayRoute reconciler", { "envoy_ai.no_route": { says: /No matching route found\. It is likely (?:that|because) the model/i } }),
		proves: [strong(mark("envoy_ai.")), strong(errorType(/^(?:OpenAI|AWSBedrock|GCPVertexAI|Anthropic)BackendError$/))],
		relays: [errorType(/BackendError$/)]
	}),
	product({
		name: "GitHub Models",
		kind: "gateway",
		headers: ["github-authentication-token-expiration"],
		routes: ["gateway"],
		proves: [proof(host(/^models\.(?:github\.ai|inference\.ai\.azure\.com)$/))]
	})
];

// src/knowledge/products/helicone.ts
/** Helicone: passes the provider's answers on, with `Helicone-*` beside them. */
const helicone = product({
	name: "Helicone",
	kind: "gateway",
	headers: ["x-helicone*"],
	marks: inErrors("Helicone/helicone 02b79dd2, SimpleAIGateway.createErrorResponse", {
		"helicone.upstream_auth": { says: /"success"\s{0,4}:\s{0,4}false\s{0,4},\s{0,4}"error"\s{0,4}:\s{0,4}\{\s{0,4}"code"\s{0,4}:\s{0,4}"request_failed"\s{0,4},\s{0,4}"message"\s{0,4}:\s{0,4}"Authentication failed"/ },
		"helicone.no_provider": {
			says: /No available providers for the requested models|Router config provider '[^'"]{1,60}' not present in `ProvidersConfig`/,
			source: "Helicone/helicone 02b79dd2, SimpleAIGateway; Helicone/ai-gateway 81a9059b, error/internal.rs"
		}
	}),
	proves: [
		proof(headerStarting("helicone-")),
		proof(host(/(?:^|\.)(?:helicone|hconeai)\.(?:ai|com)$/)),
		strong(mark("helicone."))
	],
	relays: [mark("helicone.upstream_auth")]
});

// src/knowledge/products/inspectors.ts
/** Known by the certificates that they sign, and by nothing else: a line each. */
const inspectors = [
	signer("A10 Networks", /a10 networks/i),
	signer("AdGuard", /adguard/i),
	signer("Avast", /avast|avg (?:web|technologies)/i),
	signer("Bitdefender", /bitdefender/i),
	signer("Burp Suite", /portswigger/i),
	signer("Charles", /charles proxy/i),
	signer("Cisco Firepower", /firepower|cisco meraki/i),
	signer("ContentKeeper", /contentkeeper/i),
	signer("Dr.Web", /dr\.? ?web/i),
	signer("ESET", /\beset\b/i),
	signer("F5 SSL Orchestrator", /ssl orchestrator/i),
	signer("Fiddler", /fiddler/i),
	signer("HTTP Toolkit", /http ?toolkit/i),
	signer("Kaspersky", /kaspersky/i),
	signer("Microsoft Global Secure Access", /global secure access/i),
	signer("Norton", /norton (?:web|core)|nortonlifelock/i),
	signer("OPNsense", /opnsense/i),
	signer("OWASP ZAP", /owasp|zed attack proxy/i),
	signer("pfSense", /pfsense/i),
	signer("Proxyman", /proxyman/i),
	signer("Securly", /securly/i),
	signer("Smoothwall", /smoothwall/i),
	signer("Trend Micro", /trend ?micro|interscan/i)
];

// src/knowledge/products/kong.ts
/**
* Kong: `X-Kong-Response-Latency` when it answered by itself, `X-Kong-Upstream-Latency` when the
* upstream did.
*/
const kong = product({
	name: "Kong",
	kind: "gateway",
	marks: inErrors("Kong, key-auth plugin", {
		"kong.no_key": {
			says: /No API key found in request/i,
			status: 401
		},
		"kong.no_route": {
			says: /no Route matched with those values/i,
			status: 404,
			source: "Kong, error handlers"
		},
		"kong.acl": {
			says: /You cannot consume this service/i,
			source: "Kong, acl plugin"
		},
		"kong.rate_limit": {
			says: /API rate limit exceeded/i,
			status: 429,
			source: "Kong, rate-limiting plugin"
		},
		"kong.no_upstream": {
			says: /The upstream server is currently unavailable|failure to get a peer from the ring-balancer/i,
			source: "Kong/kong 016e3fdc pdk/response.lua; runloop/balancer/init.lua"
		},
		"kong.model": {
			says: /cannot use own model/i,
			source: "Kong, AI proxy"
		}
	}),
	proves: [
		proof(headerStarting("x-kong-")),
		proof(header("server", /^kong\b/i)),
		proof(header("via", /\bkong\b/i)),
		strong(mark("kong.")),
		strong(keys("message", "request_id"))
	],
	relays: [header("x-kong-upstream-latency"), header("x-kong-upstream-status")]
});

// src/knowledge/products/litellm.ts
/** BerriAI/litellm proxy: adds `x-litellm-*`, repeats the upstream's headers as `llm_provider-*`. */
const litellm = product({
	name: "LiteLLM",
	kind: "gateway",
	marks: inErrors("LiteLLM proxy, auth exceptions", {
		"litellm.upstream": {
			says: /litellm\.[A-Z][A-Za-z]{2,40}(?:Error|Exception)?: |Received Model Group=/,
			source: "LiteLLM proxy, exception mapping"
		},
		"litellm.token": {
			says: /Invalid proxy server token passed|LiteLLM_VerificationToken|LiteLLM Virtual Key/i,
			status: 401
		},
		"litellm.no_key": {
			says: /No api key passed in/i,
			status: 401
		},
		"litellm.no_db": {
			says: /No connected db\./,
			source: "BerriAI/litellm#12273"
		},
		"litellm.model_access": {
			says: /(?:key|team|user|org|project) not allowed to access model/i,
			status: 403
		},
		"litellm.tags": {
			says: /Not allowed to access model due to tags configuration/i,
			source: "BerriAI/litellm 017a8327, router_strategy/tag_based_routing.py"
		},
		"litellm.model_name": {
			says: /Invalid model name passed in model=/i,
			status: 400,
			source: "LiteLLM proxy, router"
		},
		"litellm.budget": {
			says: /Budget has been exceeded|ExceededBudget/i,
			status: 400,
			source: "LiteLLM proxy, budgets"
		},
		"litellm.no_deployment": {
			says: /No deployments available(?: for selected model)?|No healthy deployment available|All deployments for selected model are in cooldown|There are no healthy deployments for this model/i,
			status: 429,
			source: "BerriAI/litellm 0044fbec, types/router.py: RouterErrors"
		},
		"library.litellm": {
			says: /\blitellm\.exceptions\./,
			source: "litellm, repr of its exception classes"
		}
	}),
	proves: [
		proof(headerStarting("x-litellm-")),
		proof(headerStarting("llm_provider-")),
		strong(errorType(/^(?:token_not_found_in_db|budget_exceeded|throttling_error|no_db_connection|expired_key|(?:key|team|user|org|project)_model_access_denied)$/)),
		strong(mark("litellm."))
	],
	excludes: [({ route, source }) => source === "log" && route.kind !== "gateway" ? "the library" : void 0, mark("library.litellm")],
	relays: [headerStarting("llm_provider-"), none(mark("litellm.tags"), mark("litellm.budget"))(mark("litellm.upstream"))]
});

// src/knowledge/products/named-proxies.ts
/** Proxies that answer in their own name: a row each. */
const namedProxies = [
	product({
		name: "Apache",
		kind: "proxy",
		routes: ["openai"],
		marks: onPages("Apache mod_proxy, 502", {
			"proxy.apache": {
				says: /The proxy server (?:received an invalid response from an upstream server|could not handle the request)/i,
				inBodies: true
			},
			"page.no_such_name": {
				says: /DNS lookup failure for|No such domain/i,
				source: "Apache mod_proxy; Privoxy, no-such-domain template"
			}
		}),
		proves: [strong(mark("proxy.apache"))]
	}),
	namedProxy("mitmproxy", {
		named: /mitmproxy/i,
		issuer: /\bmitmproxy\b/i,
		mark: "proxy.mitmproxy",
		page: /\bmitmproxy\b/i,
		source: "mitmproxy error page"
	}),
	namedProxy("Privoxy", {
		named: /privoxy/i,
		mark: "proxy.privoxy",
		page: /Privoxy/i,
		source: "Privoxy error page"
	}),
	namedProxy("tinyproxy", {
		named: /tinyproxy/i,
		mark: "proxy.tinyproxy",
		page: /Generated by <a href="https?:\/\/tinyproxy|tinyproxy\/?/i,
		source: "tinyproxy error page"
	})
];

// src/knowledge/products/ollama.ts
const noCode = ({ response }) => response.body.error?.codeType === "null" ? "no code" : void 0;
const port = ({ route }) => URL.canParse(route.baseUrl) && new URL(route.baseUrl).port === "11434" ? "port 11434" : void 0;
/** Ollama: `GET /` says so; errors without code. */
const ollama = product({
	name: "Ollama",
	kind: "gateway",
	routes: ["gateway"],
	marks: onPages("ollama/ollama, server routes", { "ollama.root": {
		says: /^\s{0,8}Ollama is running/,
		inBodies: true
	} }),
	proves: [
		proof(mark("ollama.root")),
		strong(port),
		strong(host(/(?:^|\.)ollama\.(?:com|ai)$/)),
		hint(all(errorType(/^(?:not_found_error|api_error)$/), noCode))
	]
});

// src/knowledge/products/one-api.ts
/** One API and New API: their own types, a numeric request ID inside the message. */
const oneApi = product({
	name: "One API",
	kind: "gateway",
	routes: ["gateway"],
	marks: inErrors("QuantumNous/new-api df3d6937, i18n/locales/en.yaml", {
		"one_api.request": {
			says: /\(request id: [0-9]{10,40}\)|[a-z]{1,20}_api_error/i,
			source: "songquanpeng/one-api#1692"
		},
		"one_api.no_channel": {
			says: /No available channels? for model|Failed to get available channels? for model|无可用渠道/i,
			status: 503,
			source: "QuantumNous/new-api and songquanpeng/one-api, distributor"
		},
		"one_api.model_access": {
			says: /This token has no access to (?:any models|model )|该令牌无权访问模型/i,
			status: 403
		},
		"one_api.banned": {
			says: /用户已被封禁/,
			source: "songquanpeng/one-api 3d8a51e1, middleware/auth.go"
		},
		"one_api.quota": {
			says: /TokenStatusExhausted|(?:令牌|用户)[^"]{0,80}额度(?:已用尽|不足)/,
			source: "QuantumNous/new-api df3d6937, i18n/locales/en.yaml; songquanpeng/one-api 0b8ccb94, model/token.go"
		},
		"one_api.saturated": {
			says: /Current group upstream load is saturated/i,
			status: 429
		}
	}),
	proves: [
		proof(header("x-oneapi-request-id")),
		proof(header("x-new-api-version")),
		strong(errorType(/^(?:one|new|v|rix|shell)_api_error$/)),
		strong(mark("one_api."))
	],
	relays: [mark("one_api.saturated")]
});

// src/knowledge/products/openai-edge.ts
const cloudflare = any(all(header("server", /^cloudflare$/i), header("cf-ray")), header("cf-ray"));
const noError = ({ response }) => response.body.shape === "json" ? void 0 : "no JSON of the API";
function fiveHundred({ response }) {
	return response.status >= 500 ? `status ${String(response.status)}` : void 0;
}
/** The Cloudflare edge in front of it: answers alone when it refuses, or reaches nothing behind it. */
const openaiEdge = product({
	name: "OpenAI's Cloudflare edge",
	kind: "api",
	responder: "openai-edge",
	routes: ["openai"],
	headers: ["cf-cache-status"],
	marks: onPages("Cloudflare challenge pages", {
		"edge.cloudflare_challenge": {
			says: /<title>Just a moment|challenge-platform|cf-challenge|cf_chl_/i,
			status: 403
		},
		"edge.cloudflare_block": {
			says: /Attention Required! \| Cloudflare|used Cloudflare to restrict access|data-translate="block_headline"|Sorry, you have been blocked/i,
			status: 403,
			source: "Cloudflare block pages"
		},
		"edge.error_code_1015": {
			says: cloudflareCode("1015"),
			status: 429,
			source: "Cloudflare, error 1015"
		},
		"edge.error_code_1020": {
			says: cloudflareCode("1020"),
			status: 403,
			source: "Cloudflare, error 1020"
		},
		"edge.error_code_1xxx": {
			says: cloudflareCode("10(?:0[5-9]|1[0-3])"),
			status: 403,
			source: "Cloudflare, errors 1005 to 1013: those that refuse a client"
		},
		"edge.cloudflare_5xx": {
			says: /cf-error-details|5xx-error-landing|<center>cloudflare<\/center>|<title>[\w.-]{1,80} \| 5[02]\d: |^\s{0,8}error code: 5\d\d\b/i,
			status: 502,
			source: "Cloudflare, 5xx pages"
		},
		"edge.cloudflare_access": {
			says: /cloudflareaccess\.com|Cloudflare Access/i,
			source: "Cloudflare Access login"
		}
	}),
	proves: [
		proof(all(header("cf-mitigated"), cloudflare)),
		proof(all(mark("edge."), cloudflare)),
		strong(all(cloudflare, noError)),
		strong(on(["openai"], all(mark("edge."), any(status(403, 429), fiveHundred))))
	],
	excludes: [genuine, mark("block.cloudflare_gateway")]
});

// src/knowledge/products/openrouter.ts
const numericCode$1 = ({ response }) => {
	const { error, errorShape } = response.body;
	return errorShape === "openai" && error?.codeType === "number" && error.type === void 0 ? `error code ${error.code ?? ""} as a number, without type` : void 0;
};
/** OpenRouter: behind a Cloudflare edge, `error.code` is the status as a number. */
const openrouter = product({
	name: "OpenRouter",
	kind: "gateway",
	headers: ["x-openrouter*"],
	routes: ["gateway"],
	marks: inErrors("OpenRouter, error metadata", {
		"openrouter.upstream": { says: /"provider_name"\s{0,4}:\s{0,4}"[^"]/ },
		"openrouter.credits": {
			says: /openrouter\.ai\/(?:settings\/)?credits|requires more credits, or fewer max_tokens|More credits are required to run this request/i,
			status: 402,
			source: "OpenRouter, 402 replies"
		},
		"openrouter.no_key": {
			says: /No auth credentials found|Missing Authentication header/i,
			status: 401,
			source: "OpenRouter, 401 replies"
		},
		"openrouter.policy": {
			says: /No endpoints (?:found|available) matching your (?:data policy|guardrail)/i,
			status: 404,
			source: "unoplat/unoplat-code-confluence#1080, truefoundry/models#826"
		}
	}),
	proves: [
		proof(host(/(?:^|\.)openrouter\.ai$/)),
		strong(mark("openrouter.")),
		strong(on(["gateway"], all(numericCode$1, header("cf-ray"))))
	],
	relays: [mark("openrouter.upstream")]
});

// src/knowledge/products/portkey.ts
const itsOwn = header("x-portkey-gateway-exception");
/** Its own errors have a `status` beside. */
const errorOfProvider = ({ response: { body } }) => {
	if (body.errorShape !== "openai" || body.keys?.includes("status") === true) return void 0;
	return `an error object ${body.keys?.includes("provider") === true ? "that names its provider" : "of its provider"}`;
};
/** Portkey: `x-portkey-*`, its own errors as `{status:"failure",message}`. */
const portkey = product({
	name: "Portkey",
	kind: "gateway",
	marks: inErrors("Portkey gateway, error responses", {
		"portkey.upstream": { says: /"message"\s{0,4}:\s{0,4}"[a-z0-9-]{2,30} error: /i },
		"portkey.no_provider": {
			says: /x-portkey-(?:config|provider|virtual-key)|Invalid (?:config|provider|custom host)\b|This version of config is not supported|\bis not supported by [\w-]{2,30}"/i,
			source: "Portkey-AI/gateway 1.15.2, requestValidator, handlerUtils (measured)"
		},
		"portkey.budget": {
			says: /Portkey (?:API Key|Workspace|Virtual Key|Integration) Usage Limit (?:[^"]{1,80} )?Exceeded/i,
			source: "Portkey-AI/gateway 69951d61, middlewares/auth/authN.ts; 71f9400f, middlewares/portkey/utils.ts"
		}
	}),
	proves: [
		proof(headerStarting("x-portkey-")),
		proof(host(/(?:^|\.)portkey\.ai$/)),
		strong(mark("portkey.no_provider")),
		strong(mark("portkey.budget")),
		strong(keys("html-message")),
		hint(all(keys("status", "message"), ({ response }) => response.body.errorShape === "bare" ? "at the top" : void 0))
	],
	relays: [none(itsOwn)(all(errorOfProvider, any(keys("provider"), header("x-portkey-retry-attempt-count"), all(headerStarting("x-portkey-"), mark("portkey.upstream")))))]
});

// src/knowledge/products/servers.ts
/** Web servers, load balancers and edges in front of a gateway: a row each. */
const servers = [
	webServer("Akamai", [header("server", /^AkamaiGHost/i)]),
	webServer("Amazon API Gateway", [header("x-amzn-errortype"), header("x-amz-apigw-id")], { headers: ["x-amz*"] }),
	webServer("Amazon CloudFront", [header("server", /^CloudFront/i), header("x-amz-cf-id")]),
	webServer("Apache", [header("server", /^apache/i)], { marks: onPages("Apache default error page", { "server.apache": { says: /<address>Apache|Apache HTTP Server/i } }) }),
	webServer("AWS load balancer", [header("server", /^awselb/i)]),
	webServer("Azure Application Gateway", [header("server", /^Microsoft-Azure-Application-Gateway/i)]),
	webServer("Azure Front Door", [header("x-azure-ref")]),
	webServer("Caddy", [header("server", /^caddy/i), header("via", /\bcaddy\b/i)], { marks: onPages("Caddy default page", { "server.caddy": {
		says: /\bCaddy\b/,
		inBodies: true
	} }) }),
	webServer("Cloudflare", [header("server", /^cloudflare/i), header("cf-ray")], {
		yields: true,
		marks: onPages("Cloudflare, errors about a site and not about its visitor", {
			"server.cloudflare_by_address": {
				says: cloudflareCode("1003", "Direct IP access not allowed"),
				status: 403
			},
			"server.cloudflare_no_site": {
				says: cloudflareCode("10(?:0[0-24]|14|18|23|3[4-7])", "DNS points to prohibited IP|DNS resolution error|CNAME Cross-User Banned"),
				status: 409
			},
			"server.cloudflare_no_origin": {
				says: cloudflareCode("10(?:16|33)", "Origin DNS error|(?:Argo|Cloudflare) Tunnel error"),
				status: 530
			},
			"server.cloudflare_worker": {
				says: cloudflareCode("11(?:0[1-4])", "Worker threw exception"),
				status: 500
			}
		})
	}),
	webServer("Envoy", [header("server", /^(?:envoy|istio-envoy)/i), headerStarting("x-envoy-")], { marks: onPages("Envoy local replies", {
		"server.envoy_upstream": {
			says: /upstream connect error or disconnect\/reset before headers|no healthy upstream|upstream request timeout/i,
			status: 503
		},
		"server.envoy_rbac": { says: /^\s{0,8}RBAC: access denied/ },
		"server.envoy_jwt": { says: /^\s{0,8}Jwt (?:is missing|verification fails|is expired|issuer is not)/ }
	}) }),
	webServer("Fastly", [header("x-fastly-request-id")]),
	webServer("a Go server", [], { marks: onPages("default bodies of Go servers, Traefik among them", { "server.go": { says: /^\s{0,8}(?:404 page not found|Bad Gateway|Gateway Timeout|no available server)\s{0,8}$/ } }) }),
	webServer("Google Front End", [header("server", /^(?:Google Frontend|gws|ESF)$/i)], { headers: ["x-goog*"] }),
	webServer("gunicorn", [header("server", /^gunicorn/i)]),
	webServer("HAProxy", [header("server", /^haproxy/i)], { marks: onPages("HAProxy default errors", { "server.haproxy": { says: /<h1>50[234] [A-Z][A-Za-z -]{3,30}<\/h1>\s{0,8}(?:No server is available to handle this request|The server returned an invalid or incomplete response|The server didn['’]t respond in time)/i } }) }),
	webServer("IIS", [header("server", /^microsoft-iis/i)], { marks: onPages("IIS error page", { "server.iis": {
		says: /Microsoft-IIS|<title>IIS [0-9.]{1,5} Detailed Error/i,
		inBodies: true
	} }) }),
	webServer("nginx", [header("server", /^nginx/i)], { marks: onPages("nginx default error page", { "server.nginx": { says: /<center>nginx(?:\/[0-9.]{1,12})?<\/center>/i } }) }),
	webServer("OpenResty", [header("server", /^openresty/i)], { marks: onPages("OpenResty default error page", { "server.openresty": { says: /<center>openresty(?:\/[0-9.]{1,12})?<\/center>/i } }) }),
	webServer("Traefik", [header("server", /^traefik/i)]),
	webServer("uvicorn", [header("server", /^(?:uvicorn|hypercorn)/i)]),
	webServer("Vercel", [header("server", /^vercel/i), header("x-vercel-id")], { headers: ["x-vercel-*"] })
];

// src/knowledge/products/vllm.ts
const numericCode = ({ response }) => response.body.error?.codeType === "number" ? "error code as a number" : void 0;
const unauthorized = ({ response }) => response.body.errorShape === "string" ? "error as a text" : void 0;
/** vLLM: uvicorn, Python class names as types, `error.code` as a number. */
const vllm = product({
	name: "vLLM",
	kind: "gateway",
	routes: ["gateway"],
	proves: [strong(all(errorType(/^[A-Z][A-Za-z]+Error$/), numericCode)), strong(all(header("server", /^uvicorn/i), unauthorized))]
});

// src/knowledge/products/index.ts
/** One file each, besides those of which a row says all. */
const ALL = [
	anyFilter,
	anyGateway,
	anyProxy,
	azureApim,
	azureOpenai,
	bifrost,
	captivePortal,
	...filters,
	...gateways,
	helicone,
	...inspectors,
	kong,
	litellm,
	...namedProxies,
	ollama,
	oneApi,
	openai,
	openaiEdge,
	openrouter,
	portkey,
	...servers,
	squid,
	vllm
];

// src/knowledge/catalogue.ts
/** Every product, nearest to the runner first; within a kind in the order of the files. */
const PRODUCTS = ALL.toSorted((a, b) => rank(a) - rank(b));
function rank({ kind, yields }) {
	return (kind === void 0 ? KINDS.length : KINDS.indexOf(kind)) + (yields === true ? .5 : 0);
}
/** Signs of text that is no page and no whole JSON. */
const SHAPES = [{
	id: "stream.events",
	pattern: /^\s{0,8}(?:event: [a-z._]{1,60}\r?\n)?data: /,
	source: "server-sent events",
	where: "page",
	inBodies: true
}, {
	id: "json.opens",
	pattern: /^\s{0,64}[[{]\s{0,64}["{[]/,
	source: "start of a JSON text that did not parse",
	where: "page",
	inBodies: true
}];
/** All marks in the order in which they are reported. */
const MARKS = [...PRODUCTS.flatMap(({ marks }) => marks), ...SHAPES];
const STATUS_OF_MARK = new Map(MARKS.flatMap(({ id, status }) => status === void 0 ? [] : [[id, status]]));
/** The status with which the first of these marks that has one is sent. */
function statusOfMarks(ids) {
	return ids.map((id) => STATUS_OF_MARK.get(id)).find((status) => status !== void 0);
}
/** Everything that the signs of a product look at. */
function readsOf({ proves, excludes, wroteBehind, relays }) {
	return [
		...proves.map(({ seen }) => seen),
		...excludes,
		...wroteBehind,
		...relays
	].flatMap(({ reads = [] }) => reads);
}
/** Response headers that say something of this product: names, and beginnings that end with `*`. */
function headersOf(product) {
	const read = readsOf(product).flatMap((one) => "header" in one ? [one.header] : "headersFrom" in one ? [`${one.headersFrom}*`] : []);
	return [.../* @__PURE__ */ new Set([
		...read,
		...product.headers,
		...product.presenceOnly
	])];
}
/** The route that ends at a product, where it is one that ends a route. */
function routeTo({ kind, responder, yields }) {
	if (responder.startsWith("azure")) return "azure";
	if (responder === "openai") return "openai";
	return (kind === "gateway" || kind === "server") && yields !== true ? "gateway" : void 0;
}
/** The route on which a header of this name is sent, where the products that send it agree. */
function routeOfHeader(name, value) {
	const senders = PRODUCTS.filter((product) => name === "server" ? readsOf(product).some((read) => "header" in read && read.header === name && read.value?.test(value) === true) : headersOf(product).some((one) => one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : one === name));
	const routes = new Set(senders.map(routeTo));
	return routes.size === 1 ? [...routes][0] : void 0;
}
/** What gateways and servers of any make say. */
const GENERIC_FAMILIES = ["gateway", "upstream"];
/** Words of one product, which outweigh what any make of gateway says. */
function isOfOneProduct(id) {
	return !GENERIC_FAMILIES.some((family) => family === familyOf(id));
}
/** Routes by the family of a mark; a library of the application quotes what others wrote. */
const ROUTE_OF_FAMILY = new Map([...GENERIC_FAMILIES.map((family) => [family, "gateway"]), ...PRODUCTS.flatMap((product) => {
	const route = product.kind === "server" ? void 0 : routeTo(product);
	return route === void 0 ? [] : product.marks.map(({ id }) => [familyOf(id), route]);
})]);
/** The part of an id of a mark before the dot. */
function familyOf(id) {
	return id.slice(0, id.indexOf("."));
}
/** The route on which such words are written. */
function routeOfMark(id) {
	const family = familyOf(id);
	return family === "library" ? void 0 : ROUTE_OF_FAMILY.get(family);
}
/** A name of a certificate is far shorter. */
const MOST_CHARACTERS = 1024;
/**
* Name of the product that signs intercepted connections, when an issuer or subject names one.
* `undefined` says only that no known product is named, not that nothing is intercepted.
*/
function interceptorOf(issuer) {
	const read = issuer.slice(0, MOST_CHARACTERS);
	return PRODUCTS.find((one) => one.issuer?.test(read))?.name;
}
/** Name of the product that signed one of these certificates, by their issuers. */
function inspectorIn(chain) {
	return chain.map(({ issuer }) => interceptorOf(issuer)).find((product) => product !== void 0);
}
/** The product whose DNS filter answers with this address, as it is called there. */
function sinkholeOf(address) {
	const product = PRODUCTS.find(({ sinkhole }) => sinkhole?.address.test(address));
	if (product?.sinkhole === void 0) return void 0;
	const { part = "" } = product.sinkhole;
	return {
		product,
		name: `${product.name} ${part}`.trim()
	};
}
/** What the administrator of a product has to do so that this host can be reached from here. */
function orderToAllow(name, host) {
	return PRODUCTS.find((one) => one.name === name && one.name !== "")?.allow?.(host) ?? `Allow ${host} for this runner in ${name === "" ? "the web filter" : name}.`;
}

// src/knowledge/error-codes.ts
/**
* Codes of the APIs' error objects and the status that each is sent with, for an answer whose
* status says nothing or was not kept (platform.openai.com/docs/guides/error-codes, Microsoft Learn
* on Azure OpenAI and on models of Azure AI Foundry, 2026-11).
*/
const STATUS_OF_CODE = {
	insufficient_quota: 429,
	rate_limit_exceeded: 429,
	RateLimitReached: 429,
	tokens_limit_reached: 413,
	unavailable_model: 400,
	credit_balance_exhausted: 429,
	billing_hard_limit_reached: 400,
	invalid_api_key: 401,
	mismatched_organization: 401,
	invalid_organization: 401,
	no_organization: 401,
	incorrect_hostname: 401,
	ip_not_authorized: 401,
	account_deactivated: 401,
	PermissionDenied: 401,
	unsupported_country_region_territory: 403,
	model_not_found: 404,
	invalid_model: 404,
	DeploymentNotFound: 404,
	context_length_exceeded: 400,
	unsupported_parameter: 400,
	content_filter: 400,
	budget_exceeded: 400,
	server_error: 500,
	server_is_overloaded: 503
};
/** Words of other programs as well: they say something only as the `code` of an error object. */
const COMMON_CODES = /* @__PURE__ */ new Set([
	"invalid_model",
	"PermissionDenied",
	"invalid_organization",
	"content_filter",
	"server_error"
]);
/** Types of error objects, where neither a code nor a sentence says more. */
const STATUS_OF_TYPE = {
	invalid_request_error: 400,
	authentication_error: 401,
	permission_error: 403,
	not_found_error: 404,
	rate_limit_error: 429,
	tokens: 429,
	requests: 429,
	api_error: 500,
	overloaded_error: 503
};

// src/evidence/headers.ts
/** Of no product alone: how an answer was sent, and what a hop says of itself. */
const GENERAL = [
	"access-control-*",
	"age",
	"cache-control",
	"connection",
	"content-encoding",
	"content-length",
	"content-type",
	"date",
	"github-authentication-token-expiration",
	"location",
	"proxy-agent",
	"proxy-authenticate",
	"proxy-connection",
	"proxy-status",
	"retry-after",
	"retry-after-ms",
	"server",
	"strict-transport-security",
	"transfer-encoding",
	"upgrade",
	"via",
	"www-authenticate",
	"x-accel-buffering",
	"x-cache",
	"x-cache-lookup",
	"x-content-type-options",
	"x-error-json",
	"x-forwarded-server",
	"x-generator",
	"x-powered-by",
	"x-rate-limit-*",
	"x-ratelimit-*",
	"x-request-id",
	"x-requestid",
	"x-served-by"
];
/** Headers that say who answered or how much is left. Everything else stays in the probe. */
const KEPT = /* @__PURE__ */ new Set([...GENERAL, ...PRODUCTS.flatMap(headersOf)]);
const NAMES$3 = new Set([...KEPT].filter((name) => !name.endsWith("*")));
const BEGINNINGS = [...KEPT].filter((name) => name.endsWith("*")).map((name) => name.slice(0, -1));
/** Values name an account: their presence proves the API, their text is nobody's business. */
const PRESENCE_ONLY = new Set(PRODUCTS.flatMap(({ presenceOnly }) => presenceOnly));
/** Fields and characters of each: the ones that tell are shorter, and the packet stays small. */
const MOST = 64;
const LONGEST = 200;
/** Headers of interest, lower case; values cut to 200 printable characters, the first of a repeated one. */
function headersOfInterest(headers) {
	const picked = {};
	let count = 0;
	for (const [rawName, rawValue] of headers) {
		const name = rawName.toLowerCase();
		const value = Array.isArray(rawValue) ? rawValue.join(", ") : rawValue;
		if (typeof value !== "string" || Object.hasOwn(picked, name)) continue;
		if (name === "set-cookie") picked[name] = cookieNames(rawValue);
		else if (NAMES$3.has(name) || BEGINNINGS.some((start) => name.startsWith(start))) picked[name] = PRESENCE_ONLY.has(name) ? "present" : printable(cut$1(name, value));
		else continue;
		count += 1;
		if (count === MOST) break;
	}
	return picked;
}
function cut$1(name, value) {
	if (name !== "location") return value;
	return value.split(/[?#]/)[0] ?? "";
}
/** Names of the cookies, never their values: they tell products apart. */
function cookieNames(value) {
	return (Array.isArray(value) ? value : [value ?? ""]).slice(0, 8).map((cookie) => printable(cookie.split("=")[0] ?? "")).join(", ");
}
/** ASCII alone, cut. */
function printable(value) {
	return value.replace(/[^\x20-\x7e]/g, "?").slice(0, LONGEST);
}

// src/evidence/limits.ts
/** Durations as rate-limit headers spell them: `12ms`, `6m0s`, `1h2m3.5s`, plain seconds. */
function durationMs(text) {
	const trimmed = text.trim();
	if (/^\d{1,9}(\.\d{1,9})?$/.test(trimmed)) return Math.round(Number(trimmed) * 1e3);
	if (!/^(\d{1,9}(\.\d{1,9})?(ms|s|m|h|d)){1,5}$/.test(trimmed)) return void 0;
	let total = 0;
	for (const [, number = "0", unit = "s"] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gy)) total += Number(number) * (entryOf(UNIT_MS, unit) ?? 0);
	return Math.round(total);
}
/** `retry-after-ms`, then `retry-after` in seconds or as an HTTP date (RFC 9110 §10.2.3). */
function retryAfterMs(headers, nowMs) {
	const exact = headers["retry-after-ms"];
	if (exact !== void 0 && /^\d{1,9}(\.\d+)?$/.test(exact)) return Math.round(Number(exact));
	const plain = headers["retry-after"];
	if (plain === void 0) return void 0;
	if (/^\d{1,9}(\.\d+)?$/.test(plain)) return Math.round(Number(plain) * 1e3);
	const date = Date.parse(plain);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - nowMs);
}
/** Headroom by `x-ratelimit-*` (OpenAI, Azure, LiteLLM); absent headers give absent numbers. */
function limitsOf(headers, nowMs) {
	const requests = limitOf(headers, "requests");
	const tokens = limitOf(headers, "tokens");
	const retry = retryAfterMs(headers, nowMs);
	if (requests === void 0 && tokens === void 0 && retry === void 0) return void 0;
	return given({
		requests,
		tokens,
		retryAfterMs: retry
	});
}
function limitOf(headers, of) {
	const limit = count(headers[`x-ratelimit-limit-${of}`]);
	const remaining = count(headers[`x-ratelimit-remaining-${of}`]);
	const reset = headers[`x-ratelimit-reset-${of}`] ?? headers[`x-rate-limit-reset-${of}`];
	const resetMs = reset === void 0 ? void 0 : durationMs(reset);
	if (limit === void 0 && remaining === void 0 && resetMs === void 0) return void 0;
	return given({
		limit,
		remaining,
		resetMs
	});
}
function count(text) {
	return text !== void 0 && /^\d{1,12}$/.test(text) ? Number(text) : void 0;
}

// src/rules/browser.ts
/** The one repair for all of them. */
const SERVER_SIDE = "Call the API from a server of your own and let the browser call that server.";
/** What a front end that everybody can read must not contain, worst first. */
const LEAKS = [
	{
		id: "browser/key-in-bundle",
		kind: "key",
		code: "client.key_in_bundle",
		says: (first, count) => `The built front end contains a key (${first.what}) at ${placeOf(first)}${count}: everybody who opens the page can use it.`,
		doNext: (first) => [
			`Revoke the key (${first.what}) found at ${placeOf(first)}, create a new one, and keep it on the server only.`,
			`Remove the key from the source and from every VITE_, NEXT_PUBLIC_ or REACT_APP_ variable that feeds the build.`,
			SERVER_SIDE
		],
		doNot: ["Do not only rebuild without the key: the published one stays valid until it is revoked.", "Do not encode or split the key: the browser has to put it together again."]
	},
	{
		id: "browser/direct-api-call",
		kind: "api-call",
		code: "client.direct_api_call",
		says: (first, count) => `The built front end calls ${first.what} directly from the browser at ${placeOf(first)}${count}: that needs a key in the browser.`,
		doNext: (first) => [`Replace the call to ${first.what} at ${placeOf(first)}.`, SERVER_SIDE],
		doNot: "Do not solve it with CORS headers or a browser extension: the key would still be public."
	},
	{
		id: "browser/browser-switch",
		kind: "browser-switch",
		code: "client.browser_switch",
		says: (first, count) => `The built front end switches the SDK's browser protection off (${first.what}) at ${placeOf(first)}${count}.`,
		doNext: (first) => [`Remove ${first.what} at ${placeOf(first)} and the SDK with it from the front end.`, SERVER_SIDE],
		doNot: "Do not keep the switch because it works: it is there to keep the key out of browsers."
	}
];
function ofLeak(leak) {
	return {
		id: leak.id,
		says: (evidence) => {
			const { seen, facts } = investigated(evidence, "client-bundle");
			const [first, ...others] = (facts?.hits ?? []).filter(({ kind }) => kind === leak.kind);
			if (first === void 0) return void 0;
			const more = others.length + (facts?.omitted?.[leak.kind] ?? 0);
			const count = more === 0 ? "" : ` and ${more} more place${more === 1 ? "" : "s"}`;
			return {
				owner: "client-app",
				code: leak.code,
				summary: leak.says(first, count),
				doNext: leak.doNext(first),
				doNot: leak.doNot,
				cites: [seen]
			};
		}
	};
}
/** What was not searched is not clean: nobody is blamed for it, and it is no pass. */
const notSearched = {
	id: "browser/not-searched",
	says: (evidence) => {
		const { seen, facts: { files = 0, notSearched: left = [], notSearchedBesides = 0 } = {} } = investigated(evidence, "client-bundle");
		const [first, ...others] = left;
		if (first === void 0) return void 0;
		const more = others.length + notSearchedBesides;
		const besides = more === 0 ? "" : `, and ${more} more file${more === 1 ? "" : "s or folders"}`;
		return {
			owner: "unknown",
			code: "client.bundle_not_searched",
			summary: `The front end was not searched to its end (${files} file${files === 1 ? "" : "s"} were): ${first.what} was left out because ${first.because}${besides}.`,
			doNext: [...new Set(left.map(({ what, because }) => orderFor$2(what, because)))].slice(0, 5),
			doNot: "Do not take the part that was searched for the whole front end.",
			cites: [seen]
		};
	}
};
function orderFor$2(what, because) {
	if (because.includes("time")) return "Set a longer deadline, or set client-bundle to the folder that is deployed and nothing else.";
	if (because.includes("cancelled")) return "Run the preflight again.";
	if (because.includes("link")) return `Copy what the link ${what} leads to into the folder, or remove the link.`;
	if (because.includes("read")) return `Make ${what} readable for the user that this step runs as (chmod -R u+rX), or remove it from the folder.`;
	return `Unpack ${what} beside itself before this step, so that it can be searched.`;
}
/** A folder that cannot be searched at all: the setting is wrong, or the build did not run. */
const folderUnusable = {
	id: "browser/folder-unusable",
	says: (evidence) => {
		const seen = investigation(evidence, "client-bundle");
		if (seen?.outcome.status !== "failed" || factsOf(seen) !== void 0) return;
		return {
			owner: "request",
			code: "config.client_bundle_unusable",
			summary: `The front end was not searched. ${seen.outcome.failure.detail ?? ""}`.trim(),
			doNext: "Build the front end before this step, and set client-bundle to the folder that it is built into.",
			cites: [seen]
		};
	}
};
/** Lines of the ignore file that do nothing. */
const ignoreFileInvalid = {
	id: "browser/ignore-file",
	says: (evidence) => {
		const seen = investigation(evidence, "client-bundle");
		const [first, ...more] = factsOf(seen)?.problems ?? [];
		if (first === void 0) return void 0;
		return {
			owner: "request",
			code: "config.ignore_file_invalid",
			summary: `${first.setting}: ${first.message}${more.length === 0 ? "" : ` ${more.length} more lines likewise.`}`,
			doNext: first.fix,
			cites: [seen]
		};
	}
};
/** `src/chat.ts:12:5 (dist/app.js:1:2041)`: the original first, when a source map gives it. */
function placeOf({ file, line, column, original }) {
	const built = `${file}:${line}:${column}`;
	return original === void 0 ? built : `${original.file}:${original.line}:${original.column} (${built})`;
}
/** The API lets this origin call it from a browser: possible, and still no place for a key. */
const originAllowed = {
	id: "browser/cors-open",
	says: (evidence) => {
		const { seen, facts } = investigated(evidence, "browser-origin");
		if (seen?.outcome.status !== "ok" || facts?.allowed !== true) return void 0;
		return {
			owner: "client-app",
			code: "client.cors_open",
			summary: `A browser on ${facts.origin ?? "this origin"} may call ${evidence.route.baseUrl} directly; every visitor would need the key for it.`,
			doNext: SERVER_SIDE,
			doNot: "Do not take an open CORS answer as permission to ship a key.",
			cites: [seen]
		};
	}
};
/** The API does not let this origin in: no header of the front end changes that. */
const originRefused = {
	id: "browser/cors-refused",
	says: (evidence) => {
		const { seen, facts } = investigated(evidence, "browser-origin");
		if (facts?.allowed !== false) return void 0;
		return {
			owner: "client-app",
			code: "client.cors_refused",
			summary: `A browser on ${facts.origin ?? "this origin"} may not call ${evidence.route.baseUrl}: ${facts.because ?? `the CORS question got ${facts.status ?? "no answer"}.`} A server may.`,
			doNext: SERVER_SIDE,
			doNot: "Do not route the key through a public CORS proxy.",
			cites: [seen]
		};
	}
};
/** The branch that does not run on servers, worst first; independent of the way out. */
const BROWSER_RULES = evidenceRules([
	...LEAKS.map(ofLeak),
	notSearched,
	folderUnusable
]);
/** What a browser may do; none of these decides. */
const BROWSER_NOTES = evidenceRules([
	originAllowed,
	originRefused,
	ignoreFileInvalid
]);

// src/rules/attribution.ts
const WEIGHT = {
	proof: 3,
	strong: 2,
	hint: 1
};
/** Product that signs what it inspects, by the certificates of a connection. */
function signerOf(chain = []) {
	for (const one of chain) {
		const signer = SIGNERS.get(one) ?? { product: interceptorOf(one.issuer) ?? interceptorOf(one.subject) };
		SIGNERS.set(one, signer);
		if (signer.product !== void 0) return signer.product;
	}
}
/** The routes of a run meet the same few certificates. */
const SIGNERS = /* @__PURE__ */ new WeakMap();
/**
* Decides who wrote a response. Devices on the way (proxies, filters, portals) and servers at its
* end stand against each other: when both have good evidence, nobody is named.
*/
function attribute({ chain, ...rest }, products = PRODUCTS) {
	const signer = signerOf(chain);
	const received = {
		...rest,
		...given({ signer })
	};
	const candidates = candidatesAmong(products, received);
	const onTheWay = candidates.filter((one) => isOnTheWay$1(one.product));
	const atTheEnd = candidates.filter((one) => !isOnTheWay$1(one.product));
	const [way] = onTheWay;
	const [end] = atTheEnd;
	if (way !== void 0 && end !== void 0 && isGood(way) && isGood(end)) return contradiction(way, end);
	if (way !== void 0 && (isGood(way) || end === void 0 && received.route.kind === "openai")) return named(way, false);
	return atEnd(received, atTheEnd);
}
function candidatesAmong(products, received) {
	return products.flatMap((one) => candidateOf(one, received) ?? []).toSorted((a, b) => WEIGHT[b.strength] - WEIGHT[a.strength]);
}
function candidateOf(product, received) {
	if (!product.routes.includes(received.route.kind)) return void 0;
	const found = product.proves.flatMap((clue) => {
		const evidence = clue.seen(received);
		return evidence === void 0 ? [] : [{
			strength: clue.strength,
			evidence
		}];
	});
	const best = found.toSorted((a, b) => WEIGHT[b.strength] - WEIGHT[a.strength])[0];
	if (best === void 0 || product.excludes.some((seen) => seen(received) !== void 0)) return;
	const evidence = [...new Set(found.map((one) => one.evidence))];
	return {
		product,
		strength: best.strength,
		evidence
	};
}
function atEnd(received, candidates) {
	const { kind } = received.route;
	const gateway = candidates.find((one) => one.product.responder === "gateway");
	const api = candidates.find((one) => one.product.responder !== "gateway");
	if (kind === "gateway") return ofGateway(received, candidates[0]);
	const relay = candidates.find((one) => isGood(one) && relaysTo(received, one.product));
	if (relay !== void 0) return named(relay, true);
	if (api !== void 0 && gateway !== void 0 && isGood(api) && isGood(gateway)) return contradiction(gateway, api);
	if (gateway !== void 0 && isGood(gateway)) return named(gateway, false);
	if (api !== void 0 && (isGood(api) || gateway === void 0)) return named(api, false);
	return gateway === void 0 ? nobody(received) : named(gateway, false);
}
/** What a server behind a gateway wrote. */
const WRITTEN_BEHIND = PRODUCTS.flatMap(({ wroteBehind }) => wroteBehind);
/** A gateway is the one that answered until the opposite is proven. */
function ofGateway(received, best) {
	const behind = WRITTEN_BEHIND.flatMap((seen) => seen(received) ?? []);
	const relay = best?.product.relays.flatMap((seen) => seen(received) ?? []) ?? [];
	return {
		responder: best?.product.responder ?? "gateway",
		product: best?.product.name ?? "",
		evidence: [
			...best?.evidence ?? ["the base URL is a gateway’s"],
			...relay,
			...behind
		],
		...received.source === "log" && best === void 0 && behind.length === 0 ? { assumed: true } : {},
		contradictions: [],
		relayed: relay.length > 0 || behind.length > 0
	};
}
/** On the direct route: the API's own words, through something that names itself in `Via`. */
function relaysTo(received, product) {
	return product.relays.some((seen) => seen(received) !== void 0) || product.responder === "openai" && received.response.headers["via"] !== void 0;
}
function isOnTheWay$1({ responder }) {
	return responder === "proxy" || responder === "interceptor";
}
function isGood({ strength }) {
	return strength !== "hint";
}
function named(candidate, relayed) {
	const { responder, name } = candidate.product;
	return {
		responder,
		product: name,
		evidence: candidate.evidence,
		contradictions: [],
		relayed
	};
}
function contradiction(way, end) {
	return {
		responder: "unknown",
		product: "",
		evidence: end.evidence,
		contradictions: way.evidence,
		relayed: false
	};
}
const API_OF = {
	openai: "openai",
	azure: "azure-openai",
	gateway: "gateway"
};
/** A log that kept only a status: it is the API's until something speaks against it, and said so. */
function nobody({ response, route, source }) {
	const server = response.headers["server"];
	return {
		...source === "log" ? {
			responder: API_OF[route.kind],
			assumed: true
		} : { responder: "unknown" },
		product: "",
		evidence: [`status ${String(response.status)} with ${response.body.shape === "empty" ? "no body" : response.body.shape}`, ...server === void 0 ? [] : [`server: ${server.replaceAll(/[^\w .()/-]/g, "").slice(0, 60)}`]],
		contradictions: [],
		relayed: false
	};
}
/** Evidence does not change, and every rule asks the same question of it. */
const KNOWN = /* @__PURE__ */ new WeakMap();
/** Who wrote the response of the last attempt; `undefined` when none came. */
function attributionOf(evidence) {
	const known = KNOWN.get(evidence) ?? { attribution: attributionOfResponse(evidence) };
	KNOWN.set(evidence, known);
	return known.attribution;
}
function attributionOfResponse(evidence) {
	const response = responseOf(evidence);
	if (response === void 0) return void 0;
	return attribute({
		response: response.facts,
		route: evidence.route,
		chain: chainOf(evidence),
		source: evidence.source
	});
}
/** The certificates that the connection to the API presented, else those of the investigation. */
function chainOf(evidence) {
	const attempt = lastAttempt(evidence);
	for (const one of observations(evidence, "handshake").toReversed()) {
		const facts = factsOf(one);
		if (one.attempt === attempt && facts?.of === "target" && facts.chain !== void 0) return facts.chain;
	}
	return factsOf(investigation(evidence, "served-chain"))?.chain ?? [];
}

// src/rules/ahead.ts
const DAY_MS = 864e5;
/**
* @param endMs wall clock, milliseconds since 1970; `NaN` where none is known
* @param withinMs a shorter warning than that of the route, where there is a reason
*/
function soon({ route, startedAtMs }, endMs, withinMs = Infinity) {
	const warningMs = route.expiryWarningMs ?? 0;
	if (warningMs === 0 || startedAtMs === void 0) return void 0;
	const leftMs = endMs - startedAtMs;
	if (!(leftMs < Math.min(warningMs, withinMs))) return void 0;
	const days = Math.floor(Math.abs(leftMs) / DAY_MS);
	const count = days === 1 ? "1 day" : `${String(days)} days`;
	return {
		leftMs,
		when: days === 0 ? "within a day" : leftMs < 0 ? `${count} ago` : `in ${count}`
	};
}
/** On the direct route the application chooses the model, elsewhere whoever runs the resource. */
function ownerOf$2({ route }) {
	return route.kind === "openai" ? "request" : "route-provider";
}
/** The application calls a model that will be gone. */
const modelShutdown = {
	id: "ahead/model-shutdown",
	says: (evidence) => {
		const { seen, facts: { models = [] } = {} } = investigated(evidence, "models");
		const ending = models.flatMap((one) => {
			const end = soon(evidence, Date.parse(one.shutdownDate ?? ""));
			return end === void 0 ? [] : [{
				...one,
				...end
			}];
		}).toSorted((a, b) => a.leftMs - b.leftMs);
		const [first] = ending;
		if (first === void 0) return void 0;
		const date = first.shutdownDate ?? "";
		const past = first.leftMs < 0;
		const told = ending.map(({ id, from, shutdownDate = "", when }) => `${id} (${from}) on ${shutdownDate}, ${when}`);
		return {
			...blame(ownerOf$2(evidence), "api.model_shutdown_soon", "request"),
			summary: `The API announces the shutdown of ${ending.length === 1 ? "a model" : "models"} that the application names: ${told.join("; ")}.`,
			doNext: `${evidence.route.kind === "azure" ? "Move the deployment" : "Move the application"} to a model without a shutdown date${past ? " now" : ` before ${date}`}.`,
			doNot: "Do not wait for the first failed request: the model then no longer answers anybody.",
			cites: [seen]
		};
	}
};
/** At depth auth nothing was asked of the model itself. */
const modelNotListed = {
	id: "ahead/model-not-listed",
	says: (evidence) => {
		const { seen, facts: { models = [], count = 0, asked = "" } = {} } = investigated(evidence, "models");
		const missing = models.filter(({ listed }) => listed === false);
		if (missing.length === 0) return void 0;
		const names = missing.map(({ id, from }) => `${id} (${from})`).join(", ");
		return {
			...blame(ownerOf$2(evidence), "api.model_not_listed", "request"),
			summary: `${asked} lists ${String(count)} models for this key and not ${names}.`,
			doNext: "Correct the name, or give the project of this key access to the model; depth: request proves it.",
			cites: [seen]
		};
	}
};
/** The service itself says that this key ends. */
const keyExpires = {
	id: "ahead/key",
	says: (evidence) => {
		const { seen, facts: { expiresAt = "" } = {} } = investigated(evidence, "key-expiry");
		const end = soon(evidence, Date.parse(expiresAt));
		if (seen === void 0 || end === void 0) return void 0;
		const day = expiresAt.slice(0, 10);
		return {
			...blame("auth", "api.key_expires_soon"),
			summary: `${seen.target} says that this key expires on ${day}, ${end.when}.`,
			doNext: `Create a new key and put it into the secret of this job before ${day}.`,
			cites: [seen]
		};
	}
};
/**
* Certificates of public authorities that live this long at most are renewed by machines, when a
* third of their life is left (letsencrypt.org/docs/integration-guide): near its end is then a
* quarter of it, and not what a person needs to renew one by hand.
*/
const RENEWED_BY_MACHINE_MS = 864e7;
const SHARE_LEFT = .25;
/** The first certificate of the path that ends, of the proxy or of the target. */
const certificateExpires = {
	id: "ahead/certificate",
	says: (evidence) => {
		for (const seen of requestChain(evidence)) {
			if (!isProbe(seen, "handshake") || seen.outcome.status !== "ok") continue;
			const facts = factsOf(seen);
			const { chain = [], of = "target", servername = "" } = facts ?? {};
			const ending = (facts?.privateRoot === true ? chain : chain.slice(0, 1)).flatMap((one) => {
				const end = soon(evidence, Date.parse(one.validTo), withinOf(one, facts));
				return end === void 0 ? [] : [{
					...one,
					...end
				}];
			}).toSorted((a, b) => a.leftMs - b.leftMs)[0];
			if (ending === void 0) continue;
			const whose = of === "proxy" ? `the proxy ${servername}` : servername;
			const which = ending.fingerprint256 === chain[0]?.fingerprint256 ? `The certificate of ${whose}` : `"${ending.subject}" in the certificate chain of ${whose}`;
			const issuer = ending.issuer === "" ? "" : ` (issuer "${ending.issuer}")`;
			return {
				owner: renewerOf(evidence, of, facts?.privateRoot === true),
				rung: of === "proxy" ? "proxy" : "tls",
				code: "tls.cert.expires_soon",
				summary: `${which}${issuer} expires on ${ending.validTo.slice(0, 10)}, ${ending.when}.`,
				doNext: `Ask whoever runs ${whose} to renew it before ${ending.validTo.slice(0, 10)}, and to serve the complete new chain.`,
				doNot: "Do not switch certificate verification off to outlast that day.",
				cites: [seen]
			};
		}
	}
};
/** Milliseconds before its end that are worth a word. */
function withinOf({ validFrom, validTo }, facts) {
	const lifeMs = Date.parse(validTo) - Date.parse(validFrom);
	return facts?.privateRoot !== true && lifeMs <= RENEWED_BY_MACHINE_MS ? lifeMs * SHARE_LEFT : Infinity;
}
function renewerOf({ route }, of, isPrivate) {
	if (of === "proxy") return "connection-path";
	const host = URL.parse(route.baseUrl)?.hostname ?? "";
	if (isPrivate && isOwnHost(host)) return "connection-path";
	return route.kind === "openai" && isOwnHost(host) ? "api-server" : "route-provider";
}
/** The request passed, and the next ones may not. */
const headroomLow = {
	id: "ahead/headroom",
	says: (evidence) => {
		const response = responseOf(evidence);
		const share = evidence.route.headroomWarning ?? 0;
		const { requests, tokens } = response?.facts.limits ?? {};
		const low = {
			...isLow(requests, share) ? { requests } : {},
			...isLow(tokens, share) ? { tokens } : {}
		};
		const left = headroomOf(low);
		if (response === void 0 || response.facts.status >= 300 || left === "") return void 0;
		return {
			...blame("rate-limit", "api.headroom_low"),
			retryable: true,
			summary: `Less than ${String(Math.round(share * 1e3) / 10)}% of a rate limit is left: ${left}.`,
			doNext: "Find what else uses this project, spread its requests, or ask for a higher limit before the deploy adds to them.",
			doNot: "Do not change the billing plan for it: a rate limit is not a quota.",
			cites: [response.observation]
		};
	}
};
function isLow(limit, share) {
	const { remaining, limit: all } = limit ?? {};
	return remaining !== void 0 && all !== void 0 && all > 0 && remaining < all * share;
}
/** What works today and will not for long. None decides, unless `fail-on` names `expiry`. */
const AHEAD_NOTES = evidenceRules([
	modelShutdown,
	keyExpires,
	certificateExpires,
	modelNotListed,
	headroomLow
]);

// src/rules/answers/sign-in-failure.ts
function signInFailure(evidence) {
	const seen = observation(evidence, "token");
	const facts = factsOf(seen);
	if (seen?.outcome.status !== "failed" || !isWhole(facts)) return void 0;
	const last = facts.exchanges.at(-1);
	return {
		evidence,
		observation: seen,
		code: seen.outcome.failure.code,
		facts,
		last,
		says: (...numbers) => numbers.some((number) => last?.errorCodes.includes(`AADSTS${String(number)}`) === true)
	};
}
function isWhole(facts) {
	return facts?.method !== void 0 && facts.authority !== void 0 && facts.exchanges !== void 0 && facts.scope !== void 0 && facts.hasClient !== void 0 && facts.hasTenant !== void 0;
}
/** `Entra ID (login.microsoftonline.com) answered 401 AADSTS7000215`. */
function answered$1({ facts, last }) {
	const words = last === void 0 ? [] : [...last.errorCodes, last.error ?? ""].slice(0, 1);
	return `${nameOf$1(last)} (${last?.host ?? facts.authority}) answered ${String(last?.status ?? "nothing")} ${words.join("")}`.trim();
}
function nameOf$1(last) {
	return NAMES$2[last?.asked ?? "entra"];
}
const NAMES$2 = {
	imds: "The instance metadata service of this machine",
	"identity-endpoint": "The identity endpoint of this machine",
	job: "GitHub's token endpoint",
	entra: "Entra ID"
};

// src/rules/answers/reply.ts
/** `undefined` when no response came. */
const replyOf = perEvidence((evidence) => {
	const response = responseOf(evidence);
	const who = attributionOf(evidence);
	if (response === void 0 || who === void 0) return void 0;
	const { observation: seen, facts } = response;
	const error = facts.body.error ?? {};
	return {
		evidence,
		observation: seen,
		facts,
		who,
		status: statusOf(facts, error),
		error,
		...destination(evidence)
	};
});
function statusOf(facts, { code }) {
	const { body } = facts;
	const status = facts.status === 101 && facts.body.shape !== "empty" ? 200 : facts.status;
	if (status < 200 || status > 299 || body.error === void 0 || code === void 0) return status;
	const own = Number(code);
	return own >= 400 && own <= 599 ? own : entryOf(STATUS_OF_CODE, code) ?? status;
}
/** The responder is the API that this route leads to. */
function isFromApi({ who, evidence }) {
	return APIS[evidence.route.kind].includes(who.responder);
}
const APIS = {
	openai: ["openai"],
	azure: ["azure-openai", "azure-apim"],
	gateway: ["gateway", "azure-apim"]
};
function isFromOpenai(reply) {
	return reply.who.responder === "openai";
}
/** Azure OpenAI or API Management, wherever it stands. */
function isFromAzure({ who }) {
	return who.responder === "azure-openai" || who.responder === "azure-apim";
}
/** A gateway, or a plain server of the provider, on a route that leads to one. */
function isFromGateway({ who, evidence }) {
	return who.responder === "gateway" && evidence.route.kind !== "openai";
}
/** Code of the error object is one of these. */
function hasCode({ error }, ...codes) {
	return error.code !== void 0 && codes.includes(error.code);
}
function hasType({ error }, ...types) {
	return error.type !== void 0 && types.includes(error.type);
}
/** One of these marks was found in the body. */
function hasMark({ facts }, ...ids) {
	return ids.some((id) => facts.body.marks.includes(id));
}
function isSuccess({ status }) {
	return status >= 200 && status <= 299;
}
function isServerError({ status }) {
	return status >= 500 && status <= 599;
}
/** What the SDK made of the response did not come out as the API's own object. */
function isAnswerInvalid({ evidence }) {
	const answer = observation(evidence, "answer");
	return answer?.outcome.status === "failed" || factsOf(answer)?.valid === false;
}
/** Issuer of the certificate under this answer, where it ends in a root that no public list has. */
function privateIssuer({ evidence }) {
	const handshake = factsOf(observation(evidence, "handshake"));
	if (handshake?.of !== "target" || handshake.privateRoot !== true) return void 0;
	return handshake.chain?.[0]?.issuer ?? "a private authority";
}

// src/rules/answers/keyless.ts
/**
* The API of the route answered in its own words, so the way to it is open: a refusal for missing
* credentials proves that as well as a success. Used for `depth: route`, where no key is sent.
*/
function provesRoute(evidence) {
	const reply = replyOf(evidence);
	return reply !== void 0 && provesRouteBy(reply);
}
const OWN_ANSWERS = /* @__PURE__ */ new Set([
	200,
	400,
	401,
	403,
	404,
	405,
	422
]);
function provesRouteBy(reply) {
	const { evidence, facts, status, who } = reply;
	if (who.contradictions.length > 0 || !facts.body.complete) return false;
	switch (evidence.route.kind) {
		case "openai": return isFromApi(reply) && (status === 401 || isJsonSuccess(reply));
		case "azure": return isFromApi(reply) && (status === 401 || status === 404 || isJsonSuccess(reply));
		case "gateway":
			if (!isFromApi(reply) && !isFromGateway(reply)) return false;
			if (loginScheme(reply) !== void 0 || isPlainOnTls(reply)) return false;
			return status === 401 || OWN_ANSWERS.has(status) && facts.body.shape === "json" && !isBlockedBehind(reply);
	}
}
function isJsonSuccess({ facts, status }) {
	return status === 200 && facts.body.shape === "json" && facts.body.error === void 0;
}
/** The gateway answers, and says that it cannot reach what is behind it. */
function isBlockedBehind(reply) {
	return hasMark(reply, "openai.unsupported_country", "azure.virtual_network", "azure.public_access_disabled");
}
/** nginx calls it 497 inside; the texts are those of nginx, Go, Apache, Tomcat, cheroot and others. */
function isPlainOnTls(reply) {
	return reply.status === 497 || reply.status >= 400 && reply.status <= 499 && hasMark(reply, "server.plain_http_on_tls");
}
/** Schemes of a login with a user name or a domain account: no API takes its key by one of these. */
const LOGIN = /(?:^|,\s*)(basic|digest|negotiate|ntlm|kerberos)\b/i;
/** The scheme by which a web server asks for a login of its own; `undefined` for the API's own 401. */
function loginScheme({ status, facts, who, error }) {
	const offered = facts.headers["www-authenticate"] ?? "";
	const scheme = LOGIN.exec(offered)?.[1];
	if (status !== 401 || scheme === void 0 || /realm="?OpenAI API|\bbearer\b/i.test(offered)) return;
	return facts.body.errorShape === "openai" && (error.code ?? error.type) !== void 0 || who.relayed || who.responder === "proxy" || who.responder === "interceptor" ? void 0 : scheme;
}

// src/rules/conclusion.ts
/** Rules that ask the same question of the same subject. */
function rulesAbout(subjectOf, completed) {
	return (list, ofAll = always) => list.map(({ id, when = always, says }) => ({
		id,
		match: (evidence) => {
			const subject = subjectOf(evidence);
			if (subject === void 0 || !ofAll(subject) || !when(subject)) return void 0;
			const said = says(subject);
			return said && findingOf(id, subject, completed(subject, said, id));
		}
	}));
}
const always = () => true;
function findingOf(rule, { evidence, observation }, said) {
	const direct = withoutGateway(evidence);
	const further = [...said.cites ?? [], direct?.observation].filter((one) => one !== void 0 && one.id !== observation.id);
	return {
		rule,
		owner: said.owner,
		...given({ confidence: said.confidence }),
		rung: said.rung,
		code: said.code,
		...given({
			responder: said.responder,
			product: said.product
		}),
		retryable: said.retryable ?? false,
		summary: `${said.summary.replace(/\.$/, "")}${direct?.note ?? ""}.`,
		doNext: listed(said.doNext),
		doNot: warned(said.doNot),
		cites: [observation, ...new Set(further.filter((one) => one !== void 0))]
	};
}
/** Advice that is wrong as long as no server has judged the request. */
const NOTHING_ARRIVED = [
	"Do not rotate the API key: no API server has seen it in this run.",
	"Do not upgrade the billing plan: the request was never admitted or refused by the API.",
	"Do not change the model: the request did not get as far as the model."
];
const NOTHING_CAME_BACK = [
	"Do not rotate the API key: the API has not said anything about it.",
	"Do not upgrade the billing plan: no quota answer came back.",
	"Do not change the model before an answer of the API names it."
];
const pathRules = rulesAbout(brokenStep, (step, said) => ({
	...said,
	owner: said.owner ?? "connection-path",
	rung: said.rung ?? step.observation.rung,
	code: said.code ?? step.code,
	doNext: [.../* @__PURE__ */ new Set([...listed(said.doNext), ...otherWayOrders(step)])],
	doNot: [...listed(said.doNot), ...step.layer === "http" || step.layer === "path" ? NOTHING_CAME_BACK : NOTHING_ARRIVED]
}));
/** It says so in its own words. */
const STATUS_ALONE = "http/status-alone";
const answerRules = rulesAbout((evidence) => {
	const reply = replyOf(evidence);
	return reply !== void 0 && !reply.facts.authenticated && provesRouteBy(reply) ? void 0 : reply;
}, (reply, said, rule) => {
	const { who, observation } = reply;
	const nobodyNamed = who.assumed === true && rule !== "http/status-alone";
	const inspector = mayBeInspector(reply);
	const sentence = said.summary.replace(/\.$/, "");
	const summary = inspector === void 0 ? sentence : `${sentence.replace(/; (?:the network path is fine|the key and the path are fine)/, "")}; no header of OpenAI is in this answer, and the connection has a certificate of ${inspector}, so what inspects it may have written the answer`;
	return {
		...said,
		...given({ confidence: said.confidence ?? (inspector === void 0 ? void 0 : "medium") }),
		rung: observation.outcome.status === "failed" && said.code.startsWith("http.") ? "http" : said.rung,
		responder: who.responder,
		...given({ product: who.product === "" ? void 0 : who.product }),
		summary: nobodyNamed ? `${summary}; the log does not show who answered` : summary,
		doNext: inspector === void 0 ? said.doNext : [`Exempt ${reply.host} from that inspection, or ask from a network without it, before you act on this answer.`, ...listed(said.doNext)],
		doNot: listed(said.doNot).filter((advice) => !nobodyNamed && inspector === void 0 || advice !== "blameNetwork")
	};
});
/** Headers that OpenAI or its edge puts on an answer; a device that only copies the JSON has none. */
const OPENAI_HEADER = /^(?:openai-|x-openai-|x-oai-|x-request-id$|x-ratelimit-|cf-ray$)/;
/**
* The issuer of a private certificate on the direct route, where nothing but the text of the body
* speaks for OpenAI: the text of a public API can be written by anybody.
*/
function mayBeInspector(reply) {
	const { evidence, facts, who } = reply;
	if (who.responder !== "openai" || evidence.route.kind !== "openai") return void 0;
	if (Object.keys(facts.headers).some((name) => OPENAI_HEADER.test(name))) return void 0;
	if (/realm="?OpenAI API/i.test(facts.headers["www-authenticate"] ?? "")) return void 0;
	return privateIssuer(reply);
}
/** White space at an end of a credential: the identity library sends it as it is. */
function withoutPadding({ summary, doNext }, names) {
	if (names.length === 0) return {
		summary,
		doNext
	};
	const padded = names.join(" and ");
	return {
		summary: `${summary.replace(/\.$/, "")}; ${padded} contains a space or line break at an end.`,
		doNext: [`Store ${padded} again without the space or line break at its end.`, ...listed(doNext)]
	};
}
const NOT_ASKED = "Do not change roles, keys or deployments of the Azure resource: it has not seen this identity.";
const signInRules = rulesAbout(signInFailure, ({ facts, last }, said) => ({
	...said,
	...last === void 0 || last.asked === "entra" ? withoutPadding(said, facts.padded ?? []) : {},
	owner: said.owner ?? "auth",
	rung: said.rung ?? "auth",
	doNot: [...listed(said.doNot), NOT_ASKED]
}));
/**
* With `compare-direct`: whether the symptom of a gateway route exists without the gateway, as the
* end of a sentence. `undefined` when that was not asked.
*/
function withoutGateway(evidence) {
	const seen = evidence.route.kind === "gateway" ? investigation(evidence, "direct-api") : void 0;
	if (seen === void 0) return void 0;
	const facts = factsOf(seen);
	const code = seen.outcome.status === "failed" ? seen.outcome.failure.code : "";
	return {
		note: `; ${facts === void 0 || !isWholeResponse(facts) ? `without the gateway there is a failure too: ${seen.target} cannot be reached from this runner without the gateway either${code === "" ? "" : ` (${code})`}` : noteOf(facts, seen.target)}`,
		observation: seen
	};
}
/** The question carries no key, so a 401 in OpenAI's own words is what a healthy API answers. */
function noteOf(response, host) {
	const { responder, product } = attribute({
		response,
		route: {
			kind: "openai",
			baseUrl: `https://${host}/v1`
		}
	});
	const status = String(response.status);
	if (responder === "openai" && response.status === 401) return `the symptom does not exist without the gateway: ${host} answers this runner as it should`;
	return responder === "openai" || responder === "openai-edge" ? `without the gateway there is a failure too: ${host} answers ${status} to the keyless question` : `without the gateway there is a failure too: ${product === "" ? "something that is not OpenAI" : product} answers ${status} in place of ${host}`;
}

// src/rules/answers/words.ts
/** Of what does not say its product. */
const NAMES$1 = {
	openai: "OpenAI",
	"openai-edge": "The Cloudflare edge of OpenAI",
	"azure-openai": "Azure OpenAI",
	"azure-apim": "Azure API Management",
	gateway: "The gateway",
	proxy: "A proxy",
	interceptor: "A filter on the path",
	unknown: "Something"
};
/** Who answered, by name: `OpenAI`, `LiteLLM`, `The gateway`. */
function nameOf({ who: { assumed, responder, product } }) {
	if (assumed === true) return "A server";
	if (product !== "" && responder === "gateway") return `The gateway (${product})`;
	if (product !== "" && responder === "proxy") return `The proxy (${product})`;
	return product !== "" && responder === "interceptor" ? `${product.charAt(0).toUpperCase()}${product.slice(1)} on the path` : NAMES$1[responder];
}
/** `the egress address of this runner (203.0.113.7, SG)`, as far as the API's edge said it. */
function egressOfRunner({ evidence }) {
	const { address, country, pool = [] } = factsOf(investigation(evidence, "egress-address")) ?? {};
	const known = [...pool.length > 0 ? pool : [address], country].filter(Boolean).join(", ");
	return `${pool.length > 0 ? "every egress address of this runner" : "the egress address of this runner"}${known === "" ? "" : ` (${known})`}`;
}
/** `POST /v1/responses`; a log may not say which. */
function requestLine({ facts }) {
	return facts.path === "" ? "this request" : `${facts.method} ${facts.path}`;
}
/** `OpenAI at api.openai.com answered 429 insufficient_quota`. */
function answered(reply, word = wordOf(reply)) {
	const { host, facts } = reply;
	const where = host === "" || nameOf(reply).toLowerCase().startsWith(host) ? "" : `${isOnTheWay(reply) ? " to" : " at"} ${host}`;
	return `${nameOf(reply)}${where} answered ${String(facts.status)}${word === "" ? "" : ` ${word}`}`;
}
function isOnTheWay({ who }) {
	return who.responder === "proxy" || who.responder === "interceptor";
}
/** The API's own word for it, `''` when it gave none or only the status once more. */
function wordOf({ error }) {
	return [error.code, error.type].filter((one) => one !== void 0 && !/^\d+$/.test(one))[0] ?? "";
}
/** ` (request ID req_1)`, or nothing. */
function requestId({ facts }) {
	const id = facts.requestId ?? "";
	return /^[\w.:-]{1,128}$/.test(id) ? ` (request ID ${id})` : "";
}
/** ` in 12 s`, from `retry-after` or the reset of the limit that is used up; nothing without one. */
function whenAgain({ facts }) {
	const { limits } = facts;
	const spent = [limits?.requests, limits?.tokens].find((one) => one?.remaining === 0);
	const waitMs = limits?.retryAfterMs ?? spent?.resetMs;
	return waitMs === void 0 ? "" : ` in ${lengthOf(Math.max(1, Math.ceil(waitMs / 1e3)))}`;
}
/** `40 s`, `7 min 12 s`, `24 h`: a wait that nobody counts in seconds. */
function lengthOf(seconds) {
	if (seconds <= 120) return `${String(seconds)} s`;
	const minutes = seconds < 3600 ? Math.floor(seconds / 60) : Math.round(seconds / 60);
	const [whole, unit, rest, below] = seconds < 3600 ? [
		minutes,
		"min",
		seconds % 60,
		"s"
	] : [
		Math.floor(minutes / 60),
		"h",
		minutes % 60,
		"min"
	];
	return `${String(whole)} ${unit}${rest === 0 ? "" : ` ${String(rest)} ${below}`}`;
}
/** ` (0 of 500 requests left, resets in 6 s)`; nothing when the response has no such headers. */
function headroom({ facts }) {
	const told = headroomOf(facts.limits);
	return told === "" ? "" : ` (${told})`;
}
/**
* The responder's own code in our style: `DeploymentNotFound` → `azure.deployment_not_found`.
* `otherwise` where it sent none, or only repeats the status or a word that says nothing.
*/
function codeOf(layer, { error }, otherwise) {
	return `${layer}.${[error.code, error.type].map(slug).find((one) => one !== "" && !EMPTY_WORDS.test(one)) ?? otherwise}`;
}
/** Said of so many different things that they name none of them. */
const EMPTY_WORDS = /^(?:invalid_request_error|bad_?request(?:_error)?|unauthorized|forbidden|not_?found|error|none|null|api_error|internal_server_error|too_many_requests)$/;
function slug(token) {
	if (token === void 0 || /^\d+$/.test(token)) return "";
	return token.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
}

// src/rules/answers/on-the-way.ts
const NOT_THE_KEY = [
	"rotateUnjudged",
	"upgrade",
	"blameOpenai"
];
const REFUSING = /* @__PURE__ */ new Set([
	401,
	403,
	405,
	451,
	594,
	597
]);
/** What is wrong with the proxy's own way on. */
const WHAT = {
	"proxy.dns_error": "it cannot resolve the name",
	"proxy.connection_refused": "its connection was refused",
	"proxy.connection_terminated": "its connection ended",
	"proxy.connection_timeout": "its connection timed out",
	"proxy.connection_limit_reached": "it has no connection left for the destination",
	"proxy.tls_error": "its own TLS connection failed",
	"proxy.destination_unavailable": "it cannot reach the destination",
	"proxy.denied": "its policy refuses the destination",
	"proxy.loop": "it forwards the request to itself",
	"proxy.configuration_error": "it is misconfigured",
	"proxy.internal_error": "it failed internally"
};
/** Neither passes with time. */
const PERMANENT$1 = /* @__PURE__ */ new Set([
	"proxy.denied",
	"proxy.loop",
	"proxy.configuration_error"
]);
const TO_DESTINATION = /* @__PURE__ */ new Set([
	"proxy.connection_refused",
	"proxy.connection_terminated",
	"proxy.connection_timeout",
	"proxy.destination_unavailable"
]);
/** What a proxy writes by itself. */
const PROXY$1 = [
	(
	/** A proxy wants credentials of its own (RFC 9110 §15.5.8). */
	{
		id: "path/proxy-auth-required",
		when: (reply) => reply.status === 407 || reply.facts.headers["proxy-authenticate"] !== void 0,
		says: (reply) => ({
			...blame("connection-path", "proxy.auth_required", "proxy"),
			summary: `${answered(reply, "")}: it asks for proxy credentials, and the request did not reach the API`,
			doNext: ["Put user and password of the proxy into HTTPS_PROXY, from a secret.", `Or exempt ${reply.host} from proxy authentication.`],
			doNot: NOT_THE_KEY
		})
	}),
	{
		id: "path/proxy-denied",
		when: (reply) => REFUSING.has(reply.status),
		says: (reply) => {
			const passed = isInside(reply) ? passedOn(reply) : void 0;
			const { method } = reply.facts;
			return {
				...blame("connection-path", "proxy.denied", rungOf(reply)),
				summary: passed === void 0 ? `${answered(reply, "")}: its policy refuses this destination, and the request did not reach the API` : `${answered(reply, "")} inside the open tunnel: its policy refuses ${requestOf(reply)}${passedNote(passed)}, and the request did not reach the API`,
				doNext: passed === void 0 ? allowed(reply) : `Allow ${method} to ${reply.host} for this runner in the proxy's access list: the destination itself is allowed there.`,
				doNot: [...NOT_THE_KEY, "retry"],
				cites: [passed]
			};
		}
	},
	{
		id: "path/proxy-too-large",
		when: (reply) => reply.status === 413,
		says: (reply) => {
			const passed = passedOn(reply);
			return {
				...blame("connection-path", "http.body_too_large", rungOf(reply)),
				summary: `${answered(reply, "")}: the body of ${requestOf(reply)} is larger than it lets through${passedNote(passed)}, and the request did not reach the API`,
				doNext: `Raise the limit on request bodies for ${reply.host} in the proxy (Squid: request_body_max_size).`,
				doNot: [...NOT_THE_KEY, "Do not shorten the prompt before the limit of the proxy is known."],
				cites: [passed]
			};
		}
	},
	{
		id: "path/proxy-redirects",
		says: (reply) => {
			const { status } = reply.facts;
			if (status < 300 || status > 399) return void 0;
			const passed = passedOn(reply);
			const to = reply.facts.redirectTo;
			return {
				...blame("connection-path", "http.intercepted", rungOf(reply)),
				summary: `${answered(reply, "")}${to === void 0 ? "" : ` and points to ${to}`}: it refuses ${requestOf(reply)} with a page of its own, a block page or a sign-in${passedNote(passed)}, and the request did not reach the API`,
				doNext: `Allow ${passed === void 0 ? reply.host : `${reply.facts.method} to ${reply.host}`} for this runner in the category or rule of the proxy that redirects${to === void 0 ? "" : ` to ${to}`}.`,
				doNot: [...NOT_THE_KEY, "Do not let the client follow the redirect: it would carry the key along."],
				cites: [passed]
			};
		}
	},
	{
		id: "path/proxy-failed",
		says: (reply) => {
			const { headers, status } = reply.facts;
			const said = proxyReason(headers, reply.facts.body.marks);
			const reason = said === "proxy.upstream_tls_error" ? "proxy.tls_error" : said;
			const code = reason ?? (status === 504 ? "proxy.connection_timeout" : "proxy.error");
			const noWay = (headers["x-squid-error"] ?? "").startsWith("ERR_CANNOT_FORWARD");
			const known = reason === void 0 ? void 0 : WHAT[reason];
			const what = noWay ? "it cannot resolve the name or has no route to it" : known;
			return {
				...blame("connection-path", code, rungOf(reply)),
				retryable: status >= 500 && status < 590 && !PERMANENT$1.has(code),
				summary: `${answered(reply, "")} by itself: ${what ?? `it did not pass ${requestOf(reply)} on`}, and the request did not reach the API`,
				doNext: orderFor$1(code, reply),
				doNot: [...NOT_THE_KEY, status >= 500 ? "Do not report an OpenAI outage: this status is the proxy’s." : void 0]
			};
		}
	}
];
/** Somebody other than the API answered, or not as it does. */
const ON_THE_WAY = [
	(
	/** A network that wants a login answers in the API's place (RFC 6585 §6). */
	{
		id: "path/captive-portal",
		when: (reply) => reply.who.responder === "interceptor" && reply.who.product === "captive portal",
		says: (reply) => ({
			...blame("connection-path", "http.intercepted"),
			summary: `A login page answered ${String(reply.facts.status)} in place of ${reply.host}: the network of this runner asks for a sign-in first, and the request did not reach the API`,
			doNext: [`Let this runner reach ${reply.host} without the portal's sign-in.`, "Or move the job to a runner outside that network."],
			doNot: [...NOT_THE_KEY, "Do not read the 200 as success: the page is not an answer of the API."]
		})
	}),
	{
		id: "path/block-page",
		when: (reply) => reply.who.responder === "interceptor",
		says: (reply) => ({
			...blame("connection-path", "http.intercepted"),
			summary: `${answered(reply, "")}: a block page (${reply.who.evidence.join(", ")}), and the request did not reach the API`,
			doNext: [orderToAllow(reply.who.product, reply.host), `Exempt ${reply.host} from TLS inspection there.`],
			doNot: [...NOT_THE_KEY, "retry"]
		})
	},
	{
		id: "http/redirect-loop",
		says: (reply) => {
			const { outcome } = reply.observation;
			if (!(outcome.status === "failed" && outcome.failure.code === "http.response.redirect_loop")) return void 0;
			const direct = reply.evidence.route.kind === "openai";
			return {
				owner: direct ? "connection-path" : "route-provider",
				rung: "http",
				code: "http.response.redirect_loop",
				summary: `${answered(reply, "")} and redirects in circles: ${direct ? "the API never redirects, so something on the path did" : "the provider of the route is misconfigured"}`,
				doNext: direct ? [`Find the proxy or filter that answers for ${reply.host} and exempt this runner from it.`] : [`Ask the operator of ${reply.host} to fix the redirect on this path.`],
				doNot: "rotateUnjudged"
			};
		}
	},
	(
	/** The same host sends the client from https to http: a key must not go there, so no base URL helps. */
	{
		id: "http/redirected-to-plain",
		says: (reply) => {
			const target = targetOf(reply);
			const secure = reply.evidence.route.baseUrl.startsWith("https:");
			if (target === void 0 || target.hostname !== hostnameOf(reply)) return void 0;
			if (!secure || target.protocol !== "http:") return void 0;
			const direct = reply.evidence.route.kind === "openai";
			return {
				...blame(direct ? "connection-path" : "route-provider", "http.redirected", "http"),
				summary: `${answered(reply, "")} and sends the client from https:// to ${target.origin}: the key would travel in clear text, so it is not followed`,
				doNext: direct ? `Find the proxy or device that answers for ${reply.host} and let HTTPS pass to the real host.` : `Let ${reply.host} answer ${reply.facts.method} ${reply.facts.path} on https:// itself: behind a load balancer that ends TLS, its server takes the request for plain HTTP (set X-Forwarded-Proto).`,
				doNot: ["rotateUnjudged", "Do not write http:// into the base URL: anyone on the path could read the key."]
			};
		}
	}),
	{
		id: "request/base-url-redirected",
		says: (reply) => {
			const target = targetOf(reply);
			if (target === void 0 || target.hostname !== hostnameOf(reply)) return void 0;
			return {
				...blame("request", "http.redirected"),
				summary: `${answered(reply, "")}: the same host expects to be called as ${target.origin}, and the key is not sent across origins`,
				doNext: `Set the base URL to ${target.origin}${pathOf$1(reply)}.`,
				doNot: ["rotateUnjudged", "Do not let the client follow the redirect: it would carry the key along."]
			};
		}
	},
	{
		id: "http/redirected",
		says: (reply) => {
			const target = targetOf(reply);
			if (target === void 0) return void 0;
			const direct = reply.evidence.route.kind === "openai" || reply.who.responder === "unknown";
			return {
				...blame(direct ? "connection-path" : "route-provider", "http.redirected", "http"),
				summary: `${answered(reply, "")} and points to ${target.host}: ${direct ? "the API never redirects, so something on the path did" : "the provider of the route asks for a sign-in or has moved"}, and the key was not sent there`,
				doNext: direct ? [`Allow ${reply.host} for this runner in the device that redirects to ${target.host}.`] : [`Ask the operator of ${reply.host} for a base URL that answers without a redirect to ${target.host}.`, "Exempt machine clients from the single sign-on in front of the gateway."],
				doNot: ["rotateUnjudged", "Do not let the client follow the redirect: it would carry the key along."]
			};
		}
	}
];
/** OpenAI's edge, in front of the API. */
const EDGE = [
	(
	/** The edge limits this egress address, before any key is looked at (Cloudflare error 1015). */
	{
		id: "path/edge-rate-limit",
		when: (reply) => reply.status === 429 || hasMark(reply, "edge.error_code_1015"),
		says: (reply) => ({
			...blame("connection-path", "http.edge_rate_limited"),
			retryable: true,
			summary: `${answered(reply, "")}: it limits ${egressOfRunner(reply)}, and the API did not see the request`,
			doNext: [`Run the job again${whenAgain(reply)}, or from another egress address.`, "Give the runner an egress address of its own: a shared one carries other people’s traffic."],
			doNot: ["rotateUnjudged", "Do not raise the API rate limits: this is not the limit of the account."]
		})
	}),
	(
	/** The edge refuses this egress address: block page, error 1xxx, challenge. The key was never evaluated. */
	{
		id: "path/edge-block",
		says: (reply) => {
			const marked = hasMark(reply, "edge.cloudflare_block", "edge.cloudflare_challenge", "edge.error_code_1020", "edge.error_code_1xxx");
			if (reply.status !== 403 && (!marked || reply.status >= 500)) return void 0;
			const challenge = hasMark(reply, "edge.cloudflare_challenge") || reply.facts.headers["cf-mitigated"] !== void 0;
			return {
				...blame("connection-path", challenge ? "http.edge_challenged" : "http.edge_blocked"),
				summary: `${answered(reply, "")} with a ${challenge ? "browser challenge" : "block page"}: it refuses ${egressOfRunner(reply)}, and the key was never evaluated${requestId(reply)}`,
				doNext: ["Send the traffic of this runner out through another address: a NAT address of your own, not a shared or VPN one.", "Give the `cf-ray` of the packet to OpenAI support, when the address is yours."],
				doNot: [
					"rotateUnjudged",
					"upgrade",
					"retry"
				]
			};
		}
	}),
	(
	/** 502 to 530 of the genuine edge: it answered, and what is behind it did not. */
	{
		id: "server/edge",
		when: (reply) => isServerError(reply) || reply.status === 408,
		says: (reply) => ({
			...blame("api-server", `api.edge_${String(reply.status)}`, "http"),
			retryable: true,
			summary: `${answered(reply, "")}: the path from this runner to OpenAI works, and the servers behind the edge did not answer it`,
			doNext: ["Re-run the job, or set attempts to 3.", "Check status.openai.com."],
			doNot: [
				"rotateUnjudged",
				"upgrade",
				"blameNetwork"
			]
		})
	})
];
const LACKS = {
	by_address: "it serves no site for a bare address, only for a host name",
	no_site: "its DNS or site settings for the name that was asked do not work",
	no_origin: "the server behind this name cannot be found, or its tunnel is down",
	worker: "the Worker that runs there failed"
};
/**
* Cloudflare has no site to answer for, whoever asks: no zone, no DNS record, no tunnel, no script
* that works. OpenAI's own site is there, so what leads to the direct API was sent astray on the
* path; every other is in the hands of the one who runs the name.
*/
const withoutSite = {
	id: "path/edge-without-site",
	says: (reply) => {
		const [id, lacks] = Object.entries(LACKS).find(([one]) => hasMark(reply, `server.cloudflare_${one}`)) ?? [];
		const { evidence } = reply;
		const host = reply.host === "" ? "the API host" : reply.host;
		const direct = evidence.route.kind === "openai";
		if (id === void 0 || direct && (id === "no_origin" || id === "worker")) return void 0;
		const ours = id === "by_address" && isAddress(reply.host);
		return {
			...direct ? blame("connection-path", "http.edge_no_site") : blame(ours ? "request" : "route-provider", "gateway.edge_no_site", "http"),
			summary: `Cloudflare answered in place of ${host}: ${String(lacks)}, and no API saw the request`,
			doNext: ours ? "Put the host name of the API into the base URL in place of the address." : direct ? `Look for what sends the request for ${host} to another site, or changes its Host header: a hosts entry, a DNS answer, a proxy, an address in the base URL.` : `Let the operator of ${host} look at its DNS records, tunnel or Worker in Cloudflare.`,
			doNot: NOT_THE_KEY
		};
	}
};
/** OpenAI decides on the country of the egress address, before the key. */
const unsupportedCountry = {
	id: "path/unsupported-country",
	when: (reply) => isFromOpenai(reply) && (hasCode(reply, "unsupported_country_region_territory") || hasMark(reply, "openai.unsupported_country")),
	says: (reply) => ({
		...blame("connection-path", "api.unsupported_country_region_territory"),
		summary: `${answered(reply)}: traffic from this runner leaves from a country that OpenAI does not serve, and the key was not evaluated${requestId(reply)}`,
		doNext: ["Run the job on a runner in a supported country, or route its traffic to api.openai.com through one.", `Look up where ${egressOfRunner(reply)} is registered: a VPN, proxy or cloud region may place it elsewhere.`],
		doNot: [
			"rotateUnjudged",
			"upgrade",
			"retry"
		]
	})
};
/**
* The proxy answered inside a connection that it opened itself and reads along (TLS inspection): the
* way was open, and what it refuses is this request.
*/
function isInside({ evidence }) {
	const handshake = observation(evidence, "handshake");
	return handshake?.rung === "tls" && handshake.outcome.status === "ok";
}
function rungOf(reply) {
	return isInside(reply) ? "http" : "proxy";
}
/** `POST /v1/responses`. */
function requestOf({ facts }) {
	return `${facts.method} ${facts.path}`;
}
/** The keyless question, where the proxy let it through to whoever answers. */
function passedOn({ evidence }) {
	const { seen, facts } = investigated(evidence, "keyless");
	if (seen === void 0 || facts === void 0 || !isWholeResponse(facts)) return void 0;
	const { responder } = attribute({
		response: facts,
		route: evidence.route
	});
	return responder === "proxy" || responder === "interceptor" ? void 0 : seen;
}
/** ` (a GET without credentials passed: 401)`, or nothing. */
function passedNote(passed) {
	const status = factsOf(passed)?.status;
	return status === void 0 ? "" : `, while a GET without credentials passed it (${status})`;
}
function allowed({ host, port }) {
	return `Allow ${hostAndPort(host, port)} for this runner in the proxy's access list.`;
}
/** What the owner of the proxy has to do about it. */
function orderFor$1(code, reply) {
	const { host, port } = reply;
	if (code === "proxy.dns_error") return `Let the proxy resolve ${host}.`;
	if (code === "proxy.tls_error") return `Let the proxy trust and speak the TLS of ${host}.`;
	if (code === "proxy.denied") return allowed(reply);
	return TO_DESTINATION.has(code) ? `Let the proxy connect to ${hostAndPort(host, port)}.` : `Read the log of the proxy for this time: it says why it did not pass the request to ${host} on.`;
}
function targetOf({ facts }) {
	return facts.redirectTo === void 0 ? void 0 : URL.parse(facts.redirectTo) ?? void 0;
}
function hostnameOf({ evidence }) {
	return URL.parse(evidence.route.baseUrl)?.hostname ?? "";
}
function pathOf$1({ evidence }) {
	return URL.parse(evidence.route.baseUrl)?.pathname.replace(/\/$/, "") ?? "";
}

// src/rules/answers/anybody.ts
const NOT_JUDGED$1 = ["rotateUnjudged", "upgrade"];
const NOT_SUCCESS = "Do not read the 2xx as success: the SDK sees none of this.";
const OBJECTS = /^(?:list|model|response|chat\.completion|embedding|text_completion)$/;
/** What a hop answers that does not pass an upgrade on. */
const NO_UPGRADE = /* @__PURE__ */ new Set([
	400,
	403,
	404,
	405,
	426,
	501
]);
/** Said whoever answered. */
const FIRST = [
	withoutSite,
	{
		id: "http/plain-on-tls",
		when: (reply) => isPlainOnTls(reply),
		says: (reply) => {
			const url = URL.parse(reply.evidence.route.baseUrl);
			const ours = url?.protocol === "http:";
			const common = {
				rung: "http",
				code: "http.plain_on_tls"
			};
			return ours ? {
				...common,
				owner: "request",
				summary: `${answered(reply, "")}: plain HTTP was sent to a port that speaks TLS, and the key was not looked at`,
				doNext: `Write the base URL with https: https://${url.host}${url.pathname}.`,
				doNot: [...NOT_JUDGED$1, "retry"]
			} : {
				...common,
				owner: operatorOf(reply),
				summary: `${answered(reply, "")}: the request came here over TLS, and a server behind it got plain HTTP on a port that speaks TLS`,
				doNext: `Let the operator of what answers at ${reply.host} write https in the address of the server behind it.`,
				doNot: [...NOT_JUDGED$1, "Do not change the base URL: the connection from this runner is TLS."]
			};
		}
	},
	(
	/** 495 and 496 are nginx's own; by default it sends them as a page with 400. */
	{
		id: "http/client-certificate",
		says: (reply) => {
			const refused = reply.status === 495 || hasMark(reply, "server.client_certificate_refused");
			const wanted = reply.status === 496 || hasMark(reply, "server.client_certificate");
			if (reply.status < 400 || reply.status > 499 || !(refused || wanted)) return void 0;
			return {
				...blame(operatorOf(reply), "tls.bad_client_auth_cert", "http"),
				summary: `${answered(reply, "")}: it requires a client certificate and ${wanted ? "got none" : "does not accept the one that it got"}; the API key was not looked at`,
				doNext: `Ask the operator of ${reply.host} for a client certificate and set it in the application’s HTTP client, or for an address that requires none.`,
				doNot: [...NOT_JUDGED$1, "retry"]
			};
		}
	}),
	{
		id: "http/contradiction",
		when: ({ who }) => who.contradictions.length !== 0,
		says: ({ who, host, facts }) => ({
			...blame("unknown", "http.contradictory"),
			summary: `The answer ${String(facts.status)} from ${host} contradicts itself about who wrote it: ${who.evidence.join(", ")} on one side, ${who.contradictions.join(", ")} on the other`,
			doNext: ["Show both sides of the evidence to the operator of the proxy or filter that it names.", `Run the preflight from a machine with another egress and compare the two packets for ${host}.`],
			doNot: ["rotateUnjudged", "Do not trust the status code: its author is not known."]
		})
	}
];
/** The answer did not come as the API sends it, or a server in front decided it. */
const TRANSFER = [
	unsupportedCountry,
	{
		id: "http/body-incomplete",
		says: (reply) => {
			const { outcome } = reply.observation;
			const stalled = outcome.status === "failed" && outcome.failure.code === "http.body_timed_out";
			const cut = outcome.status === "failed" ? stalled || outcome.failure.code === "http.body_incomplete" : !reply.facts.body.complete;
			const readable = !isSuccess(reply) && reply.facts.body.shape === "json";
			const { stream } = reply.facts;
			const short = stream?.ended === false && reply.evidence.route.stream === true;
			if (!(cut || short) || readable) return void 0;
			const { kind } = reply.evidence.route;
			return {
				owner: kind === "openai" ? "connection-path" : kind === "azure" ? "unknown" : "route-provider",
				rung: "answer",
				code: stalled ? "http.body_timed_out" : stream === void 0 ? "http.body_incomplete" : "http.stream_cut",
				retryable: true,
				summary: `The ${stream === void 0 ? "answer" : "stream"} ${String(reply.facts.status)} from ${reply.host} ${stalled ? "stalled" : "broke off"} after ${stream === void 0 ? "" : `${spanOf(stream.endMs)} and `}${String(reply.facts.body.bytes)} bytes: something ${stalled ? "held the rest of the body back" : "closed the connection in the middle of the body"}`,
				doNext: [
					kind === "openai" ? `Let the proxy or inspection device pass answers of ${reply.host} on unbuffered and uncut.` : `Let the operator of ${reply.host} look in its log of this time for what cut the answer there or behind it.`,
					stream === void 0 || stalled ? void 0 : "Raise the time that it allows between two events (nginx: proxy_read_timeout; HAProxy: timeout server).",
					"Run the preflight again: a single cut may be coincidence."
				],
				doNot: ["rotateKey", "upgrade"]
			};
		}
	},
	{
		id: "http/broken-encoding",
		says: (reply) => {
			const encoding = reply.facts.headers["content-encoding"] ?? "";
			if (reply.observation.outcome.status !== "failed" || !/^[\w, -]{2,40}$/.test(encoding)) return;
			if (encoding === "identity") return void 0;
			return {
				...blame(ownerOf$1(reply), "http.response.invalid", "http"),
				summary: `${answered(reply, "")} with a body that is not the ${encoding} that its header announces${requestId(reply)}`,
				doNext: `Let whatever is between this runner and ${reply.host} pass Content-Encoding and body on together and unchanged.`,
				doNot: [isSuccess(reply) ? NOT_SUCCESS : void 0, "rotateUnjudged"]
			};
		}
	},
	(
	/** The web server wants a user name and a password, which travel in the header of the API key. */
	{
		id: "http/server-login",
		says: (reply) => {
			const scheme = loginScheme(reply);
			if (scheme === void 0) return void 0;
			return {
				...blame(operatorOf(reply), "http.login_required", "http"),
				summary: `${answered(reply, "")} and asks for a login of its own (${scheme}): a web server in front decided it, and the API key was not looked at`,
				doNext: [`Ask the operator of ${reply.host} to take the path of the API out of this login, or for the entry that programs use.`, `If the login is meant, let the operator read the API key from another header than Authorization, which ${scheme} takes.`],
				doNot: [...NOT_JUDGED$1, "retry"]
			};
		}
	}),
	{
		id: "websocket/refused",
		says: (reply) => {
			const { evidence, facts } = reply;
			if (endpointFacts(evidence.route.endpoint).needs !== "WebSocket" || !NO_UPGRADE.has(reply.status)) return void 0;
			if (evidence.source === "log" && reply.status === 403) return void 0;
			if (reply.status !== 426 && facts.body.error !== void 0 && isFromApi(reply)) return void 0;
			return {
				...blame(ownerOf$1(reply), "websocket.refused", "http"),
				summary: `${answered(reply, "")} to a request for a WebSocket: it does not let the upgrade through`,
				doNext: `Let whatever is between this runner and ${reply.host} pass WebSocket upgrades on (nginx: proxy_http_version 1.1 with the headers Upgrade and Connection; Apache: upgrade=websocket).`,
				doNot: ["rotateUnjudged", "upgrade"]
			};
		}
	}
];
/** A 2xx that is no answer, and everything that is left. */
const REST = [
	(
	/** On the direct route: a product that is a gateway answers where OpenAI was expected. */
	{
		id: "http/other-server",
		says: (reply) => {
			const { evidence, who, host, status } = reply;
			if (evidence.route.kind !== "openai" || who.responder !== "gateway" || status < 400) return void 0;
			const official = /(?:^|\.)openai\.com$/.test(host);
			return {
				owner: official ? "connection-path" : "request",
				rung: "http",
				code: official ? "http.intercepted" : "config.route_mismatch",
				summary: `${nameOf(reply)} answered ${String(status)} at ${host}, where OpenAI itself was expected (${who.evidence.join(", ")})`,
				doNext: official ? `Remove the hosts entry or DNS answer that sends ${host} to this gateway.` : "Set route to gateway: the base URL leads to one.",
				doNot: ["rotateUnjudged", "blameOpenai"]
			};
		}
	}),
	(
	/**
	* The negative rule: a page at the API's own host without any mark of its edge and without its JSON
	* was not written by OpenAI. Needs the headers, so it says nothing about logs.
	*/
	{
		id: "path/foreign-page",
		says: (reply) => {
			const { evidence, who, facts } = reply;
			const page = facts.body.shape === "html" && Object.keys(facts.headers).length > 0;
			const inspector = privateIssuer(reply);
			if (evidence.route.kind !== "openai" || evidence.source === "log" || who.responder !== "unknown" || reply.status < 400) return;
			if (!page && inspector !== void 0) return {
				owner: "connection-path",
				confidence: "medium",
				rung: "http",
				code: "http.intercepted",
				summary: `${answered(reply, "")}, in which nothing is of OpenAI (${who.evidence.join(", ")}), on a connection with a certificate of ${inspector}: what inspects it wrote the answer, or passed on that of another server`,
				doNext: `Let those who inspect TLS with ${inspector} look for the request to ${reply.host} in their log, and exempt ${reply.host}.`,
				doNot: [
					"rotateUnjudged",
					"upgrade",
					"blameOpenai"
				]
			};
			if (!page) return void 0;
			return {
				...blame("connection-path", "http.intercepted"),
				summary: `${answered(reply, "")} in place of ${reply.host} with a page that has no mark of OpenAI's edge (${who.evidence.join(", ")}): it was written on the path, and the key was not evaluated`,
				doNext: `Find the device between this runner and ${reply.host} that writes this page, and allow the API there.`,
				doNot: [
					"rotateUnjudged",
					"upgrade",
					"blameOpenai"
				]
			};
		}
	}),
	{
		id: "http/html-answer",
		when: (reply) => isSuccess(reply) && (reply.facts.body.shape === "html" || reply.facts.body.shape === "binary"),
		says: (reply) => ({
			...blame(ownerOf$1(reply), "http.response.invalid", "http"),
			summary: `${answered(reply, "")} with ${reply.facts.body.shape === "html" ? "an HTML page" : "binary data"} instead of JSON: the API did not write it (${reply.who.evidence.join(", ")})`,
			doNext: `Open ${reply.host} from this runner with curl -i to see whose page it is, and have the API allowed there.`,
			doNot: [NOT_SUCCESS, "rotateUnjudged"]
		})
	},
	{
		id: "http/empty-answer",
		when: (reply) => isSuccess(reply) && reply.facts.body.shape === "empty",
		says: (reply) => ({
			...blame(ownerOf$1(reply), "http.response.invalid", "answer"),
			summary: `${answered(reply, "")} with an empty body, which the API never does${requestId(reply)}`,
			doNext: unchangedOrder(reply),
			doNot: [NOT_SUCCESS, "rotateUnjudged"]
		})
	},
	{
		id: "http/broken-answer",
		when: (reply) => isSuccess(reply) && reply.facts.body.shape === "text",
		says: (reply) => {
			const asked = reply.evidence.route.stream === true;
			if (asked && hasMark(reply, "stream.events") && !isAnswerInvalid(reply)) return void 0;
			const what = hasMark(reply, "json.opens") ? "JSON that breaks off" : hasMark(reply, "stream.events") ? asked ? "an event stream that is not an answer" : "an event stream that was not asked for" : "a text instead of JSON";
			return {
				...blame(ownerOf$1(reply), "http.response.invalid", "answer"),
				summary: `${answered(reply, "")} with ${what}${requestId(reply)}`,
				doNext: `Let whatever is between this runner and ${reply.host} pass answers on complete and unchanged.`,
				doNot: [NOT_SUCCESS, "rotateUnjudged"]
			};
		}
	},
	{
		id: "http/other-shape",
		says: (reply) => {
			const { evidence, facts, host } = reply;
			if (!isSuccess(reply) || facts.body.shape !== "json") return void 0;
			if (evidence.source === "log" ? !isAnswerInvalid(reply) : !isAnswerInvalid(reply) && isKnown(reply)) return;
			const direct = evidence.route.kind === "openai";
			const elsewhere = direct && !/(?:^|\.)openai\.com$/.test(host);
			return {
				owner: direct ? isFromApi(reply) || elsewhere ? "request" : "unknown" : "route-provider",
				rung: "answer",
				code: "http.response.invalid",
				summary: `${answered(reply, "")} with JSON that is not an answer to ${requestLine(reply)}${requestId(reply)}`,
				doNext: `Check that the base URL ${evidence.route.baseUrl} leads to an OpenAI-compatible API and that it serves the endpoint ${evidence.route.endpoint}.`,
				doNot: [NOT_SUCCESS, "rotateKey"]
			};
		}
	},
	(
	/** 1xx, 3xx without a place to go, or a number that is no status (RFC 9110 §15). */
	{
		id: "http/unexpected-status",
		when: (reply) => reply.status < 200 || reply.status >= 300 && reply.status <= 399 || reply.status > 599,
		says: (reply) => ({
			owner: reply.evidence.route.kind !== "openai" && reply.who.responder !== "unknown" ? "route-provider" : "unknown",
			rung: "http",
			code: "http.response.invalid",
			summary: `${answered(reply, "")}, which no API answers to ${requestLine(reply)}`,
			doNext: `Ask the operator of what is in front of ${reply.host} why it answers ${String(reply.facts.status)}.`,
			doNot: "rotateUnjudged"
		})
	}),
	{
		id: "http/unattributed",
		says: (reply) => {
			const { status, who, facts, host } = reply;
			if (status < 400 || status > 599) return void 0;
			const known = who.responder !== "unknown";
			return {
				...blame("unknown", "http.unattributed"),
				retryable: status >= 500,
				summary: `${answered(reply)}, and the evidence (${who.evidence.join(", ")}) does not say ${known ? "what it means" : "who wrote it"}`,
				doNext: facts.body.bytes === 0 && reply.evidence.source === "log" ? `Run the preflight for ${host}: the log kept neither headers nor body.` : `Run the preflight from another network and compare the packets for ${host}.`,
				doNot: ["rotateUnjudged", "Do not trust the status code: its author is not known."]
			};
		}
	}
];
/** The server at the end belongs to the provider of the route; on the direct route OpenAI's is none of these. */
function operatorOf({ evidence }) {
	return evidence.route.kind === "openai" ? "connection-path" : "route-provider";
}
/** Who has to act when the bytes are not what the API sends. */
function ownerOf$1(reply) {
	const { kind } = reply.evidence.route;
	const api = isFromApi(reply) && reply.who.assumed !== true;
	if (kind !== "openai" && (api || reply.who.responder === "gateway")) return "route-provider";
	if (api) return "api-server";
	return reply.who.responder === "openai-edge" ? "unknown" : "connection-path";
}
/** A gateway that answers so is looked at there; nothing on the path is known to have changed it. */
function unchangedOrder(reply) {
	return ownerOf$1(reply) === "route-provider" ? `Let the operator of ${reply.host} look at what answers there in place of the API.` : `Let the proxy or filter on the path pass the answers of ${reply.host} on unchanged.`;
}
/** An object of the API, or a list or completion of a server that leaves the word out. */
function isKnown({ facts }) {
	const { object, keys = [], error } = facts.body;
	if (error !== void 0) return false;
	return object !== void 0 && OBJECTS.test(object) || keys.some((key) => [
		"data",
		"choices",
		"output",
		"models",
		"session"
	].includes(key)) || facts.body.truncated && keys.length === 0;
}

// src/rules/answers/azure.ts
const BEFORE_THE_KEY = [
	"Do not rotate the API key: the network rule is checked before the key.",
	"upgrade",
	"blameOpenai"
];
const SIGN_IN$1 = ["upgrade", "blameNetwork"];
const ON_THE_RESOURCE = [
	"rotateKey",
	"upgrade",
	"blameNetwork"
];
/** The resource's own network rules come before any credentials. */
const NETWORK = [
	{
		id: "azure/network-rules",
		when: (reply) => hasMark(reply, "azure.virtual_network") || /TrafficDenied/i.test(reply.facts.headers["policy-id"] ?? ""),
		says: (reply) => ({
			...blame("route-provider", "azure.network_rules"),
			summary: `${answered(reply, "")}: the network rules of the resource do not allow the egress address of this runner${requestId(reply)}`,
			doNext: ["Add the egress address of this runner to Networking, Firewall of the Azure OpenAI resource.", "Or run the job on a runner inside the virtual network that the resource allows."],
			doNot: BEFORE_THE_KEY
		})
	},
	{
		id: "azure/custom-domain",
		when: (reply) => hasMark(reply, "azure.custom_domain"),
		says: (reply) => ({
			...blame("route-provider", "azure.custom_domain_required"),
			summary: `${answered(reply, "")}: the resource has a virtual network and answers on its own subdomain only, not on a regional endpoint${requestId(reply)}`,
			doNext: "Set the endpoint to https://<resource>.openai.azure.com, as the portal shows it.",
			doNot: BEFORE_THE_KEY
		})
	},
	(
	/** Public access is off: a private endpoint is expected, and the public address was reached. */
	{
		id: "azure/public-access-disabled",
		when: (reply) => hasMark(reply, "azure.public_access_disabled"),
		says: (reply) => {
			const lookup = observation(reply.evidence, "lookup");
			const proxy = reply.evidence.egress.proxy;
			const seen = resolved(factsOf(lookup), reply);
			return {
				...blame("route-provider", "azure.public_access_disabled"),
				summary: `${answered(reply, "")}: public access is disabled, so a private endpoint is expected${seen}${requestId(reply)}`,
				doNext: [proxy === void 0 ? "Link the private DNS zone privatelink.openai.azure.com to the network of this runner." : `Add ${reply.host} to NO_PROXY: the proxy resolves the name outside the private network.`, "Or enable public access for the egress address of this runner in Networking of the resource."],
				doNot: BEFORE_THE_KEY,
				cites: [lookup]
			};
		}
	}),
	{
		id: "azure/resource-blocked",
		when: (reply) => hasMark(reply, "azure.blocked"),
		says: (reply) => ({
			...blame("route-provider", "azure.resource_blocked"),
			summary: `${answered(reply, "")}: Azure has temporarily blocked the resource${requestId(reply)}`,
			doNext: "Open an Azure support request for the resource, with the request ID.",
			doNot: ["rotateKey", "retry"]
		})
	}
];
/** Azure OpenAI, or API Management in front of it, most specific first. */
const AZURE = [
	(
	/** API Management passes on a 401 or 403 of the API behind it: about its own credentials there. */
	{
		id: "azure/upstream-key",
		when: ({ who, status }) => who.responder === "azure-apim" && who.relayed && (status === 401 || status === 403),
		says: ({ who, status, host }) => ({
			...blame("route-provider", "azure.upstream_key_rejected", "auth"),
			summary: `API Management at ${host} passed on a ${String(status)} of the API behind it (${who.evidence.join(", ")}): its own credentials there are refused`,
			doNext: "Let the operator of API Management renew the backend credentials (named value or managed identity).",
			doNot: ["Do not rotate the subscription key: it was accepted.", "upgrade"]
		})
	}),
	{
		id: "azure/key-auth-disabled",
		when: (reply) => own(reply) && (hasCode(reply, "AuthenticationTypeDisabled") || hasMark(reply, "azure.key_auth_disabled")),
		says: (reply) => ({
			...blame("auth", "azure.authentication_type_disabled"),
			summary: `${answered(reply)}: the resource accepts Entra ID only, keys are switched off${requestId(reply)}`,
			doNext: ["Sign in with Entra ID (workload identity of the job) instead of the key.", "Or allow key access on the resource (disableLocalAuth=false)."],
			doNot: ["Do not rotate the key: no key is accepted.", ...SIGN_IN$1]
		})
	},
	{
		id: "azure/tenant-mismatch",
		when: (reply) => own(reply) && hasMark(reply, "azure.tenant_mismatch"),
		says: (reply) => ({
			...blame("auth", "azure.tenant_mismatch"),
			summary: `${answered(reply, "")}: the token is of another tenant than the resource${requestId(reply)}`,
			doNext: "Set AZURE_TENANT_ID to the tenant of the resource, and sign in there.",
			doNot: ["Do not change the request: this 400 is about the sign-in.", ...SIGN_IN$1]
		})
	},
	{
		id: "azure/token-rejected",
		when: (reply) => own(reply) && !isGeneric(reply) && hasMark(reply, "azure.token_audience", "azure.token_expired"),
		says: (reply) => {
			const expired = hasMark(reply, "azure.token_expired");
			return {
				...blame("auth", expired ? "azure.token_expired" : "azure.token_audience"),
				summary: `${answered(reply, "")}: the Entra ID token ${expired ? "has expired" : "is for another audience"}${requestId(reply)}`,
				doNext: expired ? "Take a fresh token for each run: do not keep one in a secret." : scopeOrder(reply.error.audience ?? tokenScopeOf(reply.evidence.route.baseUrl)),
				doNot: SIGN_IN$1
			};
		}
	},
	{
		id: "azure/role-missing",
		when: (reply) => own(reply) && (hasCode(reply, "PermissionDenied") || hasMark(reply, "azure.principal", "azure.data_action")),
		says: (reply) => ({
			...blame("auth", "azure.permission_denied"),
			summary: `${answered(reply)}: the identity is known and lacks a role for ${requestLine(reply)}${requestId(reply)}`,
			doNext: "Assign the role \"Cognitive Services OpenAI User\" on the resource to the identity of the job; it acts within minutes.",
			doNot: ["Do not create a new identity or key: the role is missing.", ...SIGN_IN$1]
		})
	},
	(
	/** The caller's volume, not a rate: API Management's quota policy (403 or 429), or a used-up subscription. */
	{
		id: "azure/out-of-quota",
		when: (reply) => hasMark(reply, "apim.out_of_quota") || hasCode(reply, "insufficient_quota", "OutOfQuota", "QuotaExceeded") || hasType(reply, "insufficient_quota") || reply.status === 402,
		says: (reply) => ({
			...blame("quota", codeOf("azure", reply, "out_of_quota")),
			summary: `${answered(reply)}: the volume that this caller may use is used up${requestId(reply)}`,
			doNext: "Raise the quota of this subscription key or deployment, or wait for the next period.",
			doNot: ["Do not rotate the key: a new one of the same product shares the quota.", "retry"]
		})
	}),
	{
		id: "azure/subscription-key",
		when: (reply) => own(reply) && reply.who.responder === "azure-apim" && reply.status === 401,
		says: (reply) => {
			const missing = hasMark(reply, "apim.missing_subscription_key");
			return {
				owner: "auth",
				rung: "auth",
				code: missing ? "azure.subscription_key_missing" : "azure.subscription_key_invalid",
				summary: `${answered(reply, "")}: API Management ${missing ? "found no subscription key in the request" : "refuses the subscription key"}, and the API behind it was not asked`,
				doNext: missing ? "Send the subscription key in the header that the API names, api-key or Ocp-Apim-Subscription-Key." : "Store a current subscription key of this product in the secret.",
				doNot: [
					"Do not rotate the key of the Azure OpenAI resource: it was not asked.",
					"upgrade",
					"blameOpenai"
				]
			};
		}
	},
	{
		id: "azure/token-not-accepted",
		says: (reply) => {
			const { evidence, status, who, host } = reply;
			if (who.relayed || status !== 401) return void 0;
			if (evidence.route.azureAuth !== "entra" || !reply.facts.authenticated) return void 0;
			const token = observation(evidence, "token");
			const { authority = "", scope = "", audience, validMs } = factsOf(token) ?? {};
			const about = claimAgainst(reply, audience, validMs);
			if (about !== void 0) return {
				owner: "auth",
				rung: "auth",
				...about,
				summary: `${answered(reply, "")}: the Entra ID token ${about.summary}${requestId(reply)}`,
				doNot: ["Do not create a new secret: Entra ID accepted it.", "upgrade"],
				cites: [token]
			};
			const cloud = cloudOf(host);
			const elsewhere = authority.startsWith("login.") && cloud !== void 0 && cloud.authority !== authority;
			return {
				...blame("auth", elsewhere ? "azure.wrong_cloud" : "azure.token_not_accepted"),
				summary: `${answered(reply, "")}: the resource does not accept the Entra ID token ${elsewhere ? `of ${authority}, which is the authority of another cloud` : `for ${scope.replace("/.default", "")}`}${requestId(reply)}`,
				doNext: elsewhere ? [`Set AZURE_AUTHORITY_HOST to https://${cloud.authority}.`] : ["Set AZURE_TENANT_ID to the tenant of the resource.", "Assign the role \"Cognitive Services OpenAI User\" on the resource to the identity of the job."],
				doNot: ["Do not create a new secret: Entra ID accepted it.", "upgrade"],
				cites: [token]
			};
		}
	},
	(
	/** The generic 401 in a log, where nothing says whether a key or a token was sent. */
	{
		id: "azure/credentials-refused",
		when: (reply) => own(reply) && isGeneric(reply) && reply.evidence.route.azureAuth === void 0,
		says: (reply) => ({
			...blame("auth", "azure.credentials_refused"),
			summary: `${answered(reply, "")}: it does not accept the key or the token that was sent, and the sentence does not say which of its causes it is${requestId(reply)}`,
			doNext: `With a key: store key 1 or 2 of ${reply.host}. With a token: look at its aud and exp.`,
			doNot: SIGN_IN$1
		})
	}),
	{
		id: "azure/key-rejected",
		when: (reply) => own(reply) && (reply.status === 401 || hasMark(reply, "azure.invalid_key")),
		says: (reply) => ({
			...blame("auth", codeOf("azure", reply, "invalid_key")),
			summary: `${answered(reply)}: key and resource do not belong together${requestId(reply)}`,
			doNext: [`Store key 1 or 2 of ${reply.host} in the secret.`, "Check that the endpoint is that of the resource in which the key was created."],
			doNot: SIGN_IN$1
		})
	},
	{
		id: "azure/deployment-not-found",
		when: (reply) => hasCode(reply, "DeploymentNotFound") || hasMark(reply, "azure.deployment_not_found"),
		says: (reply) => ({
			...blame("route-provider", "azure.deployment_not_found", "request"),
			summary: `${answered(reply)}: the resource has no deployment ${reply.evidence.route.model ?? "of that name"}${requestId(reply)}`,
			doNext: ["Give the name of the deployment, not of the model, as `model`.", "Deploy the model in this resource; a new deployment answers after up to 5 minutes."],
			doNot: ON_THE_RESOURCE
		})
	},
	{
		id: "azure/api-version",
		says: (reply) => {
			const onV1 = hasMark(reply, "azure.api_version_on_v1");
			const missing = hasMark(reply, "azure.api_version_missing");
			const unsupported = hasMark(reply, "azure.api_version_unsupported") || hasCode(reply, "UnsupportedApiVersion", "InvalidApiVersionParameter");
			if (!onV1 && !missing && !unsupported) return void 0;
			const least = reply.error.apiVersion;
			return {
				owner: "route-provider",
				rung: "request",
				code: onV1 ? "azure.api_version_on_v1" : missing ? "azure.api_version_missing" : "azure.api_version_unsupported",
				summary: `${answered(reply, "")}: ${onV1 ? "the v1 endpoint takes no api-version" : missing ? "the classic endpoint requires an api-version" : `it does not support the api-version ${reply.evidence.route.apiVersion ?? "of this request"} for this call${least === void 0 ? "" : `, which needs ${least} or later`}`}${requestId(reply)}`,
				doNext: [onV1 ? "Remove OPENAI_API_VERSION and the api-version query from the v1 endpoint." : `Set OPENAI_API_VERSION to ${least === void 0 ? "a version that this resource documents, e.g. the latest GA one" : `${least} or later`}.`, least === void 0 || onV1 ? void 0 : "Or call the v1 endpoint, which takes no api-version: base URL …/openai/v1."],
				doNot: ON_THE_RESOURCE
			};
		}
	},
	{
		id: "azure/content-filter",
		when: (reply) => hasCode(reply, "content_filter") || hasMark(reply, "azure.content_filter"),
		says: (reply) => ({
			...blame("route-provider", "azure.content_filter", "request"),
			summary: `${answered(reply)}: the content filter of the deployment refuses the prompt; the path, key and deployment are fine${requestId(reply)}`,
			doNext: "Change the prompt, or the content filter that the deployment uses.",
			doNot: ["rotateKey", "retry"]
		})
	},
	{
		id: "azure/capacity",
		when: (reply) => [429, 503].includes(reply.status) && (hasMark(reply, "azure.capacity") || hasCode(reply, "NoCapacity", "ServiceBusy")),
		says: (reply) => ({
			...blame("route-provider", "azure.no_capacity", "quota"),
			retryable: true,
			summary: `${answered(reply)}: Azure has no capacity for this deployment right now; the limit of the caller is not the cause${requestId(reply)}`,
			doNext: [`Re-run the job${whenAgain(reply)}.`, "Use a deployment in another region, or provisioned throughput."],
			doNot: ["Do not ask for a higher token limit: the limit was not reached.", "rotateKey"]
		})
	},
	{
		id: "azure/rate-limit",
		when: (reply) => reply.status === 429,
		says: (reply) => ({
			...blame("rate-limit", codeOf("azure", reply, "rate_limit_exceeded")),
			retryable: true,
			summary: `${answered(reply, "")}: ${whose$1(reply)} used up${headroom(reply)}; retry${whenAgain(reply) === "" ? " later" : whenAgain(reply)}${requestId(reply)}`,
			doNext: [`Re-run the job${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`, "Raise the tokens per minute of the deployment."],
			doNot: ["rotateKey", "blameNetwork"]
		})
	},
	{
		id: "azure/resource-not-found",
		when: (reply) => reply.status === 404,
		says: (reply) => ({
			...blame("route-provider", codeOf("azure", reply, "resource_not_found"), "request"),
			summary: `${answered(reply)}: the resource has nothing at ${reply.facts.path === "" ? "this path" : reply.facts.path}, which is not the same as a missing deployment${requestId(reply)}`,
			doNext: ["Check the api-version first: an unknown one looks like an unknown path.", "Check the endpoint: https://<resource>.openai.azure.com, with /openai/v1 only for the v1 API, never both."],
			doNot: ON_THE_RESOURCE
		})
	},
	(
	/** Azure's own 5xx, and 408. */
	{
		id: "azure/server-error",
		when: (reply) => isServerError(reply) || reply.status === 408 || reply.status === 424,
		says: (reply) => ({
			...blame("route-provider", codeOf("azure", reply, "server_error"), "answer"),
			retryable: true,
			summary: `${answered(reply)}: the request reached Azure and failed there${requestId(reply)}`,
			doNext: [`Re-run the job${whenAgain(reply)}, or set attempts to 3.`, "Check the health of the resource in the Azure portal."],
			doNot: [
				"rotateKey",
				"blameNetwork",
				"Do not check status.openai.com: Azure runs its own service."
			]
		})
	}),
	{
		id: "azure/rejected",
		when: (reply) => reply.status >= 400 && reply.status <= 499,
		says: (reply) => ({
			...ownerOf(reply),
			summary: `${answered(reply)}${reply.error.param === void 0 ? "" : ` (parameter ${reply.error.param})`}: it refuses ${requestLine(reply)}${reply.status === 403 ? " without saying whether the network or the caller is meant" : " as it was sent"}${requestId(reply)}`,
			doNext: ["Compare endpoint, api-version, deployment and parameters with the Azure reference of this model.", "Look at the diagnostic log of the resource for this request ID."],
			doNot: ["blameOpenai", "retry"]
		})
	}
];
function resolved(facts, { host, evidence }) {
	const first = facts?.addresses?.[0];
	if (first === void 0 || facts?.of !== "target") return evidence.egress.proxy === void 0 ? "" : ", and the name was resolved by the proxy";
	return first.scope === "public" ? `, but ${host} resolved to the public address ${first.address}` : `; ${host} resolved to the private address ${first.address}, which does not lead to that endpoint`;
}
/** Said by the resource or its API Management, not by what stands behind it. */
function own({ who }) {
	return !who.relayed;
}
/** One sentence for four causes, a wrong key among them: what was sent decides. */
function isGeneric(reply) {
	return hasMark(reply, "azure.token_generic");
}
/** The order to ask for the scope with this audience. */
function scopeOrder(audience) {
	return `Set azure-scope, and the scope in the application, to ${audience.replace(/\/\.default$|\/$/, "")}/.default.`;
}
/** What the token says of itself that the resource cannot accept; its `aud` may also be the id of an application. */
function claimAgainst({ error, evidence, host }, audience, validMs) {
	if (validMs !== void 0 && validMs <= 0) return {
		code: "azure.token_expired",
		summary: "had expired when it was taken (exp), so the clock of this machine is the first to look at",
		doNext: "Set the clock of this machine, or take a fresh token for each run."
	};
	const taken = [cloudOf(host) === void 0 ? "" : tokenScopeOf(evidence.route.baseUrl), error.audience ?? ""].flatMap((one) => originOf(one) ?? []);
	const [wanted] = taken;
	const given = originOf(audience ?? "");
	if (given === void 0 || wanted === void 0 || taken.includes(given)) return void 0;
	return {
		code: "azure.token_audience",
		summary: `is for the audience ${given} (aud), and this endpoint takes ${wanted}`,
		doNext: scopeOrder(wanted)
	};
}
/** `undefined` for an id. */
function originOf(text) {
	return URL.parse(text)?.origin;
}
function whose$1({ who }) {
	return who.responder === "azure-apim" ? "the rate that API Management allows this caller is" : "requests or tokens per minute of the deployment are";
}
/** A 403 may be a network rule or a missing role: without its words nobody is named. */
function ownerOf(reply) {
	return reply.status === 403 && !reply.who.relayed ? {
		owner: "unknown",
		rung: "auth",
		code: codeOf("azure", reply, "forbidden")
	} : {
		owner: "route-provider",
		rung: "request",
		code: codeOf("azure", reply, `http_${String(reply.status)}`)
	};
}

// src/rules/answers/gateway.ts
const BEHIND = [
	"Do not rotate the key: the gateway let the request in.",
	"upgrade",
	"Do not report an OpenAI outage before the same request fails without the gateway."
];
const TIMEOUTS = /* @__PURE__ */ new Set([
	408,
	504,
	522,
	524,
	598,
	599
]);
const UNREACHED = /* @__PURE__ */ new Set([
	502,
	503,
	520,
	521,
	523,
	525,
	526,
	530
]);
/** Pages and headers of load balancers whose 503 does mean that nothing is behind them. */
const NO_SERVER = [
	"kong.no_upstream",
	"server.envoy_upstream",
	"server.haproxy",
	"server.no_server",
	"upstream.fetch_failed"
];
const NO_SERVER_PRODUCTS = /* @__PURE__ */ new Set(["AWS load balancer"]);
const BUDGET = /budget|insufficient_\w{0,40}(?:quota|credits?|balance|funds)|(?:credits?|balance|billing|spend)_|quota_exceeded|out_of_(?:quota|credits)|payment/i;
const MODEL_ACCESS = /model_access_denied|model_not_allowed/;
/** Types and codes by which gateways speak of the key that they were sent. */
const OF_THE_KEY = /^(?:invalid_api_key|auth_error|authentication_error|invalid_authentication|token_not_found_in_db|expired_key|invalid_token|token_expired|unauthorized|permission_error|permission_denied|access_denied|key_\w+)$/i;
const SETUP = [
	"rotateKey",
	"upgrade",
	"blameOpenai"
];
/** A gateway, or what it passes on, most specific first. */
const GATEWAY = [
	{
		id: "gateway/upstream-refuses",
		when: (reply) => hasCode(reply, "unsupported_country_region_territory") || hasMark(reply, "openai.unsupported_country", "azure.virtual_network", "azure.public_access_disabled", "openai.ip_not_authorized"),
		says: (reply) => ({
			owner: "route-provider",
			rung: "http",
			code: hasMark(reply, "openai.unsupported_country") || hasCode(reply, "unsupported_country_region_territory") ? "gateway.unsupported_country_region_territory" : "gateway.upstream_forbidden",
			summary: `${nameOf(reply)} at ${reply.host} passed on that the server behind it refuses the place where the gateway runs${requestId(reply)}`,
			doNext: `Let the operator of ${reply.host} change the gateway's egress, or have its address allowed upstream.`,
			doNot: ["Do not move the runner: the egress address of the gateway is meant.", "rotateKey"]
		})
	},
	(
	/** LiteLLM: every deployment cools down (a 429); One API: no channel for the model in the group (a 503). */
	{
		id: "gateway/pool-exhausted",
		when: (reply) => reply.status >= 400 && hasMark(reply, "litellm.no_deployment", "one_api.no_channel"),
		says: (reply) => ({
			...blame("route-provider", "gateway.no_deployment", "quota"),
			retryable: true,
			summary: `${answered(reply)}: the gateway has no upstream for ${reply.evidence.route.model ?? "this model"} that it would use now; the rate of this caller is not the cause${requestId(reply)}`,
			doNext: [`Let the operator of ${reply.host} look at the upstreams of ${reply.evidence.route.model ?? "the model"} for this caller: none is set up, or all are out of rotation after failures that its log has.`, `Re-run the job${whenAgain(reply)}.`],
			doNot: ["Do not raise the rate limit of this key: it was not reached.", ...BEHIND]
		})
	}),
	(
	/** The account of the gateway at its upstream is empty: the gateway's operator pays there. */
	{
		id: "gateway/upstream-quota",
		when: (reply) => reply.who.relayed && reply.status < 500 && saysBudget(reply),
		says: (reply) => ({
			...blame("route-provider", "gateway.upstream_quota", "quota"),
			summary: `${nameOf(reply)} at ${reply.host} passed on ${String(reply.status)} ${reply.error.code ?? ""} of the server behind it: the account that the gateway uses there has nothing left${requestId(reply)}`.replaceAll(/ +/g, " "),
			doNext: `Let the operator of ${reply.host} add credits to the upstream account, or raise its limit.`,
			doNot: [
				"Do not rotate the key of the gateway: it was accepted.",
				"retry",
				"blameNetwork"
			]
		})
	}),
	{
		id: "gateway/budget",
		when: (reply) => !reply.who.relayed && reply.status >= 400 && reply.status < 500 && saysBudget(reply),
		says: (reply) => ({
			owner: "quota",
			rung: "quota",
			code: codeOf("gateway", reply, reply.status === 402 ? "payment_required" : "budget_exceeded"),
			summary: `${answered(reply)}: ${isUnverified(reply) ? "the gateway serves this account only with a payment method on file" : "the budget or the credits of this caller at the gateway are used up"}${requestId(reply)}`,
			doNext: isUnverified(reply) ? `Add a payment method to this account at ${reply.host}.` : `Raise the budget of this key at ${reply.host}, or add credits there.`,
			doNot: [
				"Do not add credits at OpenAI: the gateway’s own account is meant.",
				"Do not rotate the key: a new one shares the budget.",
				"retry"
			]
		})
	},
	{
		id: "gateway/rate-limit",
		when: (reply) => reply.status === 429,
		says: (reply) => ({
			...blame("rate-limit", codeOf("gateway", reply, "rate_limited")),
			retryable: true,
			summary: `${answered(reply)}: ${reply.who.relayed ? "the server behind the gateway limits the rate" : "the gateway limits the rate of this caller"}${headroom(reply)}; retry${whenAgain(reply) === "" ? " later" : whenAgain(reply)}${requestId(reply)}`,
			doNext: [`Re-run the job${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`, `Raise the rate of this key at ${reply.host}.`],
			doNot: ["Do not ask OpenAI for a higher limit: the answer is not from there.", "rotateKey"]
		})
	},
	{
		id: "gateway/model-access",
		when: (reply) => !reply.who.relayed && (MODEL_ACCESS.test(`${reply.error.type ?? ""} ${reply.error.code ?? ""}`) || hasMark(reply, "litellm.model_access", "litellm.tags", "one_api.model_access", "bifrost.model_access", "openrouter.policy")),
		says: (reply) => ({
			...blame("auth", codeOf("gateway", reply, "model_access_denied")),
			summary: `${answered(reply)}: the gateway accepts the key and does not allow it ${reply.evidence.route.model ?? "this model"}${requestId(reply)}`,
			doNext: hasMark(reply, "openrouter.policy") ? `Allow a provider of ${reply.evidence.route.model ?? "the model"} in the privacy and guardrail settings of this account (https://openrouter.ai/settings/privacy).` : `Allow ${reply.evidence.route.model ?? "the model"} for this key, team or user in the gateway${hasMark(reply, "litellm.tags") ? ": a deployment needs a tag that the request carries" : ""}.`,
			doNot: [
				"Do not replace the key with one of the same team.",
				"upgrade",
				"blameOpenai"
			]
		})
	},
	{
		id: "gateway/upstream-key",
		when: (reply) => reply.who.relayed && (refused(reply) || hasCode(reply, "invalid_api_key")) && !hasMark(reply, "openai.unsupported_country"),
		says: (reply) => ({
			owner: "route-provider",
			rung: "auth",
			code: reply.status === 403 ? "gateway.upstream_forbidden" : "gateway.upstream_key_rejected",
			summary: `${nameOf(reply)} at ${reply.host} passed on a ${String(reply.status)} of the server behind it (${reply.who.evidence.join(", ")}): the credentials that it uses there are refused${requestId(reply)}`,
			doNext: [`Let the operator of ${reply.host} renew the upstream key for ${reply.evidence.route.model ?? "this model"}.`, "If this gateway passes the caller’s own key on, replace that key."],
			doNot: [
				"Do not rotate the key of the gateway: the gateway itself let the request through.",
				"upgrade",
				"blameNetwork"
			]
		})
	},
	{
		id: "gateway/not-configured",
		when: (reply) => hasMark(reply, "portkey.no_provider", "kong.no_route", "envoy_ai.no_route", "bifrost.no_key", "helicone.no_provider") || reply.who.product === "Cloudflare AI Gateway" && hasCode(reply, "2001", "2040"),
		says: (reply) => ({
			...blame("route-provider", "gateway.not_configured", "request"),
			summary: `${answered(reply)}: the gateway has no provider or route set up for this request${requestId(reply)}`,
			doNext: "Set up the provider in the gateway, and send the header or path by which it is chosen.",
			doNot: SETUP
		})
	},
	{
		id: "gateway/model-unknown",
		when: (reply) => [
			400,
			404,
			405,
			422
		].includes(reply.status) && (hasCode(reply, "model_not_found", "invalid_model", "DeploymentNotFound") || hasMark(reply, "litellm.model_name", "gateway.model_missing", "openai.model_missing", "azure.deployment_not_found", "kong.model")),
		says: (reply) => ({
			...blame("route-provider", "gateway.model_not_found", "request"),
			summary: `${answered(reply)}: ${reply.evidence.route.model ?? "the model"} is not in the gateway's list${requestId(reply)}`,
			doNext: ["Use a name that GET /models of the gateway lists.", `Or let the operator of ${reply.host} add the model.`],
			doNot: SETUP
		})
	},
	{
		id: "gateway/key-rejected",
		when: (reply) => !reply.who.relayed && reply.status < 500 && reply.status >= 400,
		says: (reply) => {
			const said = [reply.error.code, reply.error.type].some((one) => one !== void 0 && OF_THE_KEY.test(one)) || hasMark(reply, "kong.no_key", "kong.acl", "litellm.token", "litellm.no_key", "litellm.no_db", "bifrost.key", "one_api.banned", "openrouter.no_key", "openai.incorrect_key", "server.envoy_jwt");
			const github = reply.status === 403 && reply.who.product === "GitHub Models";
			const listCode = reply.who.product === "Cloudflare AI Gateway" && hasCode(reply, "2009");
			if (!(reply.status === 401 || github || listCode || said && [400, 403].includes(reply.status))) return;
			return {
				owner: "auth",
				rung: "auth",
				code: codeOf("gateway", reply, reply.status === 403 ? "forbidden" : "key_rejected"),
				summary: `${answered(reply)}: the gateway itself refuses the caller's key, and nothing behind it was asked${requestId(reply)}`,
				doNext: [github ? "Give the job `permissions: models: read`, or use a token that has it." : hasMark(reply, "litellm.no_db") ? `Store the master key of ${reply.host} in the secret, or let its operator connect its database (DATABASE_URL): without one LiteLLM knows no other key.` : `Store a key that ${reply.host} issued in the secret: a key of OpenAI is none of the gateway.`, "Send it in the header that the gateway reads."],
				doNot: [
					"Do not rotate the OpenAI key behind the gateway: it was not used.",
					"upgrade",
					"blameOpenai"
				]
			};
		}
	},
	(
	/**
	* A 503 that does not say what is behind the server: nginx sends it for its own limits and for
	* maintenance (a dead upstream is a 502 there), and an API for reasons of its own.
	*/
	{
		id: "gateway/unavailable",
		says: (reply) => {
			const { facts, error, who, status } = reply;
			if (status !== 503) return void 0;
			const again = facts.limits?.retryAfterMs !== void 0 || facts.headers["retry-after"] !== void 0;
			const ownCode = [error.code, error.type].some((one) => one !== void 0 && !/^\d+$/.test(one));
			const nothing = hasMark(reply, ...NO_SERVER) || NO_SERVER_PRODUCTS.has(who.product);
			if (hasMark(reply, "server.no_server")) return void 0;
			if (!again && nothing && !ownCode) return void 0;
			const meaning = ownCode ? `${who.relayed ? "the server behind the gateway" : "the gateway"} gives this reason itself` : again ? "it takes no requests for the moment and says when to come back, as for maintenance or a limit of its own" : "it takes no requests for the moment, for maintenance, for a limit of its own, or because nothing behind it is up; the answer does not say which";
			return {
				...blame("route-provider", codeOf("gateway", reply, "unavailable")),
				retryable: true,
				summary: `${answered(reply)}: ${meaning}${requestId(reply)}`,
				doNext: [`Re-run the job${whenAgain(reply)}, or set attempts to 3.`, `Ask the operator of ${reply.host} whether it is in maintenance or limits its clients.`],
				doNot: BEHIND
			};
		}
	}),
	{
		id: "gateway/upstream-unreachable",
		says: (reply) => {
			const timedOut = TIMEOUTS.has(reply.status);
			const caught = reply.status >= 500 && hasMark(reply, "upstream.fetch_failed");
			if (!(timedOut || caught || UNREACHED.has(reply.status))) return void 0;
			return {
				owner: "route-provider",
				rung: "http",
				code: codeOf("gateway", reply, timedOut ? "upstream_timed_out" : "upstream_unreachable"),
				retryable: true,
				summary: `${answered(reply)}: ${timedOut ? "what is behind it did not answer in time" : hasMark(reply, "proxy.no_such_name") ? "it cannot resolve the name of the server behind it" : "it has nothing behind it that answers"}; the path from this runner to the gateway works${requestId(reply)}`,
				doNext: [`Let the operator of ${reply.host} look at the servers behind the gateway${timedOut ? " and at its idle timeout" : ""}.`, againOrder(reply)],
				doNot: BEHIND
			};
		}
	},
	{
		id: "gateway/server-error",
		when: (reply) => isServerError(reply),
		says: (reply) => ({
			...blame("route-provider", codeOf("gateway", reply, "server_error"), "answer"),
			retryable: reply.status !== 501,
			summary: `${answered(reply)}: ${reply.who.relayed ? "the server behind the gateway failed" : "the gateway itself failed"}${requestId(reply)}`,
			doNext: [`Give the request ID and the time to the operator of ${reply.host}.`, againOrder(reply)],
			doNot: BEHIND
		})
	},
	{
		id: "gateway/too-large",
		when: (reply) => reply.status === 413,
		says: (reply) => ({
			owner: "route-provider",
			rung: reply.facts.body.shape === "json" ? "request" : "http",
			code: "http.body_too_large",
			summary: `${answered(reply)}: the body of ${requestLine(reply)} is larger than it takes${requestId(reply)}`,
			doNext: `Let the operator of ${reply.host} raise the limit on request bodies (nginx: client_max_body_size), or send a smaller body.`,
			doNot: SETUP
		})
	},
	(
	/** A page or a plain text where the API is expected: the root of the gateway, its console, no route. */
	{
		id: "gateway/page",
		says: (reply) => {
			const { status, facts } = reply;
			if (!(facts.body.shape === "html" || hasMark(reply, "ollama.root", "server.go")) || !(status === 200 || status === 404 || status === 405)) return void 0;
			const path = URL.parse(reply.evidence.route.baseUrl)?.pathname ?? "";
			const without = !/\/v\d/.test(path);
			return {
				...blame("route-provider", "gateway.not_the_api"),
				summary: `${answered(reply, "")} with a page for ${requestLine(reply)}: the gateway has no API at this path${without ? ", and the base URL has no /v1" : ""}`,
				doNext: without ? `Set the base URL to ${URL.parse(reply.evidence.route.baseUrl)?.origin ?? "the gateway"}/v1, if the gateway serves the API there.` : `Ask the operator of ${reply.host} at which path the OpenAI API is served.`,
				doNot: ["Do not read a 200 as success: the page is not an answer of the API.", ...SETUP]
			};
		}
	}),
	{
		id: "gateway/forbidden",
		when: (reply) => reply.status === 403,
		says: (reply) => ({
			...blame("route-provider", codeOf("gateway", reply, "forbidden")),
			summary: `${answered(reply)} without a word about the key: a rule of the gateway refuses this request${requestId(reply)}`,
			doNext: `Ask the operator of ${reply.host} which rule refuses the request of this runner (access list, firewall, path).`,
			doNot: [
				"rotateUnjudged",
				"upgrade",
				"blameOpenai"
			]
		})
	},
	{
		id: "gateway/rejected",
		when: (reply) => reply.status >= 400 && reply.status <= 499,
		says: (reply) => ({
			owner: "route-provider",
			rung: "request",
			code: codeOf("gateway", reply, `http_${String(reply.status)}`),
			summary: `${answered(reply)}${reply.error.param === void 0 ? "" : ` (parameter ${reply.error.param})`}: the ${reply.who.relayed ? "server behind the gateway" : "gateway"} refuses ${requestLine(reply)} as it was sent${requestId(reply)}`,
			doNext: `Compare endpoint, model and parameters with what ${reply.host} documents: a gateway serves a part of the API.`,
			doNot: SETUP
		})
	}
];
/** With `compare-direct` set already there is nothing more to set. */
function againOrder(reply) {
	const more = reply.evidence.route.compareDirect ? "" : ", or set compare-direct to see the API without the gateway";
	return `Re-run the job${whenAgain(reply)}${more}.`;
}
function saysBudget(reply) {
	return reply.status === 402 || isUnverified(reply) || BUDGET.test(`${reply.error.type ?? ""} ${reply.error.code ?? ""}`) || hasMark(reply, "litellm.budget", "openrouter.credits", "one_api.quota", "portkey.budget", "openai.exceeded_quota", "openai.no_credits", "openai.billing_hard_limit", "apim.out_of_quota") || [
		400,
		403,
		429
	].includes(reply.status) && hasMark(reply, "gateway.budget");
}
/** Vercel AI Gateway, a 403: the credits are there and locked until a card is on file. */
function isUnverified(reply) {
	return hasType(reply, "customer_verification_required");
}
function refused({ status }) {
	return status === 401 || status === 403;
}

// src/rules/answers/openai.ts
/** The account was closed or suspended. */
const CLOSED = /(?:account|organization|project|user)_(?:deactivated|archived|suspended|disabled)|access_terminated/;
const QUOTA_CODES = [
	"insufficient_quota",
	"credit_balance_exhausted",
	"organization_spend_limit_exceeded",
	"project_spend_limit_exceeded",
	"organization_usage_limit_exceeded",
	"project_usage_limit_exceeded",
	"billing_not_active",
	"quota_exceeded"
];
const MEANING = [
	{
		code: /^organization_\w+_limit/,
		meaning: "the organization has reached its limit"
	},
	{
		code: /^project_\w+_limit/,
		meaning: "the project has reached its limit"
	},
	{
		code: /^billing_not_active$/,
		meaning: "billing of the account is not active"
	}
];
const RATE = /^(?:rate_limit\w*|tokens|requests|images|slow_down|too_many_requests|\w*_per_(?:min|minute|day))$/;
/** Statuses by which the API refuses the request itself (RFC 9110 §15.5). */
const REFUSALS$2 = /* @__PURE__ */ new Set([
	400,
	404,
	405,
	406,
	410,
	411,
	412,
	413,
	414,
	415,
	417,
	421,
	422,
	426,
	428,
	431
]);
const WAIT = [
	"Do not rotate the API key: OpenAI says that the fault is its own.",
	"upgrade",
	"blameNetwork"
];
/** OpenAI itself, by code and type, most specific first; the status alone comes last in each family. */
const OPENAI = [
	(
	/** The project has data residency: it answers on its regional host only. A 401 that is no bad key. */
	{
		id: "request/incorrect-hostname",
		when: (reply) => hasCode(reply, "incorrect_hostname") || hasMark(reply, "openai.incorrect_hostname"),
		says: (reply) => ({
			...blame("request", "api.incorrect_hostname"),
			summary: `${answered(reply)}: the project of this key lives in another region and requires its regional host${requestId(reply)}`,
			doNext: "Set the base URL to the regional host of the project, e.g. https://us.api.openai.com/v1 or https://eu.api.openai.com/v1.",
			doNot: [
				"Do not rotate the API key: this 401 is about the host.",
				"upgrade",
				"blameNetwork"
			]
		})
	}),
	(
	/** The API has no such path: doubled `/v1`, missing `/v1`, an endpoint inside the base URL. */
	{
		id: "request/invalid-url",
		when: (reply) => hasCode(reply, "invalid_url", "unknown_url") || hasMark(reply, "openai.invalid_url"),
		says: (reply) => ({
			...blame("request", "api.invalid_url"),
			summary: `${answered(reply, "")}: it has no endpoint ${requestLine(reply)}, so the base URL or the endpoint is wrong${requestId(reply)}`,
			doNext: orderFor(reply),
			doNot: [
				"Do not rotate the API key: an unknown path is refused before the key is read.",
				"upgrade",
				"blameNetwork"
			]
		})
	}),
	{
		id: "request/wrong-endpoint",
		when: (reply) => hasMark(reply, "openai.wrong_endpoint"),
		says: (reply) => ({
			...blame("request", "api.wrong_endpoint"),
			summary: `${answered(reply, "")}: this model is not served at the endpoint that was asked${requestId(reply)}`,
			doNext: "Call the endpoint that the message names, or choose a model of this endpoint.",
			doNot: [
				"rotateKey",
				"blameNetwork",
				"retry"
			]
		})
	},
	{
		id: "auth/ip-not-authorized",
		when: (reply) => hasCode(reply, "ip_not_authorized") || hasMark(reply, "openai.ip_not_authorized"),
		says: (reply) => ({
			...blame("auth", "api.ip_not_authorized"),
			summary: `${answered(reply)}: the IP allow-list of the account lacks ${egressOfRunner(reply)}${requestId(reply)}`,
			doNext: [`Add ${egressOfRunner(reply)} to the IP allow-list of the organization or project.`, "Give the runner a fixed egress address: hosted runners change theirs."],
			doNot: ["Do not rotate the API key: a new one meets the same list.", "upgrade"]
		})
	},
	{
		id: "auth/organization-unverified",
		when: (reply) => hasMark(reply, "openai.must_be_verified"),
		says: (reply) => ({
			...blame("auth", "api.organization_not_verified"),
			summary: `${answered(reply)}: the organization must be verified before it may use this model in this way${requestId(reply)}`,
			doNext: "Verify the organization at platform.openai.com, settings, organization, general; it acts within 15 minutes.",
			doNot: ["Do not rotate the API key: a new one belongs to the same organization.", "upgrade"]
		})
	},
	{
		id: "auth/organization",
		when: (reply) => hasCode(reply, "mismatched_organization", "invalid_organization", "no_organization", "organization_not_found", "mismatched_project", "invalid_project", "no_project", "project_not_found") || reply.status === 401 && reply.error.code === void 0 && hasMark(reply, "openai.no_organization", "openai.wrong_organization"),
		says: (reply) => ({
			...blame("auth", codeOf("api", reply, "mismatched_organization")),
			summary: `${answered(reply)}: the key does not belong to the organization or project that the request names${requestId(reply)}`,
			doNext: ["Remove OPENAI_ORG_ID and OPENAI_PROJECT_ID: a project key carries both.", "Or set them to the organization and project in which the key was created."],
			doNot: [
				"Do not rotate the API key before the two settings fit it.",
				"upgrade",
				"blameNetwork"
			]
		})
	},
	(
	/** A restricted key without the scope of this endpoint; seen as 401 and as 403. */
	{
		id: "auth/missing-scopes",
		when: (reply) => hasMark(reply, "openai.missing_scopes") || hasCode(reply, "missing_scope", "missing_scopes", "insufficient_permissions"),
		says: (reply) => ({
			...blame("auth", "api.missing_scopes"),
			summary: `${answered(reply)}: the key is valid and lacks a permission for ${requestLine(reply)}${requestId(reply)}`,
			doNext: `Grant the key ${scopeOf(reply)}, and its owner the role Writer or Member.`,
			doNot: [
				"Do not replace the key with one of the same permissions.",
				"upgrade",
				"blameNetwork"
			]
		})
	}),
	(
	/** 403 with `model_not_found`: the model exists, the project may not use it. */
	{
		id: "auth/model-access",
		when: (reply) => reply.status === 403 && (hasCode(reply, "model_not_found") || hasMark(reply, "openai.model_access")),
		says: (reply) => ({
			...blame("auth", "api.model_not_found"),
			summary: `${answered(reply)}: the project of this key has no access to ${modelOf(reply.evidence.route.model)}${requestId(reply)}`,
			doNext: [`Allow ${modelOf(reply.evidence.route.model)} in the limits of the project at platform.openai.com.`, "Or use the key of a project that has it."],
			doNot: ["blameNetwork", "upgrade"]
		})
	}),
	(
	/** Credits, spend or usage limit are used up: by type or code, never by the status, which is that of a rate limit. */
	{
		id: "quota/insufficient",
		says: (reply) => {
			const named = hasType(reply, "insufficient_quota", "billing_not_active") || hasCode(reply, ...QUOTA_CODES);
			const inWords = reply.error.code === void 0 && hasMark(reply, "openai.exceeded_quota", "openai.no_credits", "openai.spend_limit", "openai.account_not_active");
			if (!named && !inWords) return void 0;
			return {
				...blame("quota", codeOf("api", reply, "insufficient_quota")),
				summary: `${answered(reply)}: ${meaning(reply.error.code)}; the key and the path are fine${requestId(reply)}`,
				doNext: [/limit/.test(reply.error.code ?? "") ? "Raise the spend or usage limit of the organization or project at platform.openai.com." : "Add credits or a payment method at platform.openai.com, settings, billing.", "Check that the key belongs to the organization that pays."],
				doNot: [
					"Do not rotate the API key: a new one draws on the same balance.",
					"retry",
					"blameNetwork"
				]
			};
		}
	}),
	(
	/** The hard limit of the billing settings, sent as a 400. */
	{
		id: "quota/billing-hard-limit",
		when: (reply) => hasCode(reply, "billing_hard_limit_reached") || hasMark(reply, "openai.billing_hard_limit"),
		says: (reply) => ({
			...blame("quota", "api.billing_hard_limit_reached"),
			summary: `${answered(reply)}: the hard limit of the billing settings is reached; the key and the request are fine${requestId(reply)}`,
			doNext: "Raise the hard limit at platform.openai.com, settings, limits, or wait for the next month.",
			doNot: [
				"Do not change the request: this 400 is about billing.",
				"retry",
				"blameNetwork"
			]
		})
	}),
	{
		id: "auth/account-closed",
		when: (reply) => CLOSED.test(`${reply.error.code ?? ""} ${reply.error.type ?? ""}`),
		says: (reply) => ({
			...blame("auth", codeOf("api", reply, "account_deactivated")),
			summary: `${answered(reply)}: the account, organization or project of the key is closed${requestId(reply)}`,
			doNext: "Have the account reopened by its owner, or use a key of an active project.",
			doNot: ["Do not create a new key in the same account.", "blameNetwork"]
		})
	},
	{
		id: "auth/invalid-key",
		when: (reply) => hasCode(reply, "invalid_api_key", "expired_api_key", "token_expired", "token_invalidated") || reply.error.code === void 0 && hasMark(reply, "openai.incorrect_key"),
		says: (reply) => ({
			...blame("auth", codeOf("api", reply, "invalid_api_key")),
			summary: `${answered(reply)}: the key is wrong, revoked, or from another vendor; the network path is fine${requestId(reply)}`,
			doNext: ["Store a current key of this project in the secret, without quotes, spaces or line break.", reply.evidence.source === "log" ? "Compare the last four characters of the key that the application reads with those that the dashboard shows." : "Check in the dashboard that the key is active and belongs to this project."],
			doNot: [
				"upgrade",
				"blameNetwork",
				"retry"
			]
		})
	},
	{
		id: "auth/missing-credentials",
		when: (reply) => reply.status === 401 && hasMark(reply, "openai.missing_bearer"),
		says: (reply) => ({
			...blame("auth", "api.missing_credentials"),
			summary: `${answered(reply, "")}: no credentials arrived with the request${reply.facts.authenticated && reply.evidence.source !== "log" ? ", although a key was sent from here" : ""}${requestId(reply)}`,
			doNext: ["Pass the secret to the step as OPENAI_API_KEY.", "If the key is set, let the proxy on the path pass the Authorization header on."],
			doNot: [
				"upgrade",
				"blameNetwork",
				"Do not rotate the API key: none arrived."
			]
		})
	},
	(
	/** 404: the model does not exist for this key. (403 is `auth/model-access`.) */
	{
		id: "request/model-not-found",
		says: (reply) => {
			const named = hasCode(reply, "model_not_found", "invalid_model", "model_deprecated");
			const inWords = reply.error.code === void 0 && hasMark(reply, "openai.model_missing");
			const model = reply.evidence.route.model;
			if (!named && !inWords) return void 0;
			return {
				...blame("request", "api.model_not_found"),
				summary: `${answered(reply)}: ${model === void 0 ? "the model" : `the model ${model}`} does not exist for this key${requestId(reply)}`,
				doNext: ["Correct the name of the model, or use one that GET /v1/models lists for this key.", "If the name is right, give the project of the key access to the model."],
				doNot: ["Do not rotate the API key: it was accepted.", "blameNetwork"]
			};
		}
	}),
	{
		id: "request/content-policy",
		when: (reply) => hasCode(reply, "content_policy_violation", "moderation_blocked", "invalid_prompt") || hasMark(reply, "openai.content_policy"),
		says: (reply) => ({
			...blame("request", codeOf("api", reply, "content_policy_violation")),
			summary: `${answered(reply)}: its safety system refuses the content of this request; key, model and path are fine${requestId(reply)}`,
			doNext: "Change the prompt or the image of this request: others are not affected.",
			doNot: [
				"rotateKey",
				"blameNetwork",
				"changeModel"
			]
		})
	},
	{
		id: "server/overloaded",
		when: (reply) => isServerError(reply) && (hasCode(reply, "server_is_overloaded", "slow_down", "overloaded") || hasType(reply, "service_unavailable_error", "overloaded_error") || hasMark(reply, "openai.overloaded")),
		says: (reply) => ({
			...blame("api-server", codeOf("api", reply, "overloaded"), "quota"),
			retryable: true,
			summary: `${answered(reply)}: OpenAI has no capacity for this request right now${requestId(reply)}`,
			doNext: [`Re-run the job${whenAgain(reply)}, or set attempts to 3.`, "Check status.openai.com."],
			doNot: WAIT
		})
	},
	{
		id: "quota/rate-limit",
		when: (reply) => reply.status === 429 && saysRate(reply),
		says: (reply) => ({
			...blame("rate-limit", codeOf("api", reply, "rate_limit_exceeded")),
			retryable: true,
			summary: `${answered(reply)}: the limit on requests or tokens is used up${headroom(reply)}; retry${whenAgain(reply) === "" ? " later" : whenAgain(reply)}${requestId(reply)}`,
			doNext: [`Re-run the job${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`, "Spread the requests of parallel jobs, or ask for a higher limit of this model."],
			doNot: [
				"Do not rotate the API key: the limit belongs to the organization and project.",
				"Do not add credits: the balance is not what was refused.",
				"blameNetwork"
			]
		})
	},
	(
	/** 429 without a word: quota and rate share the status; the rate is the first to test, as it passes. */
	{
		id: "quota/unexplained",
		when: (reply) => reply.status === 429,
		says: (reply) => ({
			owner: "rate-limit",
			confidence: "low",
			rung: "quota",
			code: codeOf("api", reply, "too_many_requests"),
			retryable: true,
			summary: `${answered(reply)} without saying whether a rate or the balance is used up${requestId(reply)}`,
			doNext: ["Run the preflight again in a minute: a rate limit is gone by then, an empty balance (insufficient_quota) is not.", "Check usage and limits of the organization at platform.openai.com."],
			doNot: ["Do not rotate the API key: both limits stay with the organization.", "blameNetwork"]
		})
	}),
	{
		id: "quota/payment-required",
		when: (reply) => reply.status === 402,
		says: (reply) => ({
			...blame("quota", codeOf("api", reply, "payment_required")),
			summary: `${answered(reply)}: the account has to pay before this request is admitted${requestId(reply)}`,
			doNext: "Add credits or a payment method at platform.openai.com, settings, billing.",
			doNot: ["Do not rotate the API key: a new one draws on the same balance.", "retry"]
		})
	},
	{
		id: "server/conflict",
		when: (reply) => [
			408,
			409,
			425
		].includes(reply.status),
		says: (reply) => ({
			...blame("api-server", codeOf("api", reply, reply.status === 409 ? "conflict" : "timeout")),
			retryable: true,
			summary: `${answered(reply)}: OpenAI could not process the request just now${requestId(reply)}`,
			doNext: "Send the request again: the SDK does so by itself unless maxRetries is 0.",
			doNot: WAIT
		})
	},
	{
		id: "server/error",
		when: (reply) => isServerError(reply),
		says: (reply) => ({
			owner: "api-server",
			rung: "answer",
			code: codeOf("api", reply, reply.status === 503 ? "unavailable" : "server_error"),
			retryable: true,
			summary: `${answered(reply)}: the request reached OpenAI and failed there${requestId(reply)}`,
			doNext: [`Re-run the job${whenAgain(reply)}, or set attempts to 3.`, "Check status.openai.com, and give the request ID to OpenAI support if it recurs."],
			doNot: WAIT
		})
	},
	{
		id: "auth/rejected",
		says: (reply) => {
			if (!(reply.status === 401 || reply.status === 403 && !hasType(reply, "request_forbidden")) || reply.facts.body.shape === "html") return void 0;
			return {
				...blame("auth", codeOf("api", reply, reply.status === 401 ? "unauthorized" : "forbidden")),
				summary: `${answered(reply)}: it does not accept these credentials for ${requestLine(reply)}${requestId(reply)}`,
				doNext: ["Check key, organization and project of the secret against the dashboard.", "Check the permissions of the key and the role of its owner."],
				doNot: ["upgrade", "blameNetwork"]
			};
		}
	}
];
/** Also of its edge, in front of it. */
const OPENAI_OR_EDGE = [(
/** A page instead of the API's JSON where the base URL leaves out its `/v1`. */
{
	id: "request/base-url",
	says: (reply) => {
		const { evidence, status, facts } = reply;
		if (evidence.route.kind !== "openai" || facts.body.shape === "json") return void 0;
		if (reply.who.responder === "proxy" || reply.who.responder === "interceptor") return void 0;
		const missing = !/\/v\d+$/.test(pathOf(reply));
		const fromEdge = reply.who.responder === "openai-edge" || isFromApi(reply);
		return (status === 404 || status === 405 || status === 200 && facts.body.shape === "html" && fromEdge) && (missing || fromEdge && status !== 200) ? {
			...blame("request", "api.invalid_url"),
			summary: `${answered(reply, "")} with a page for ${requestLine(reply)}: the base URL does not lead to the API`,
			doNext: orderFor(reply),
			doNot: ["rotateUnjudged", "upgrade"]
		} : void 0;
	}
}), {
	id: "request/rejected",
	says: (reply) => {
		const { status, error } = reply;
		const edge = reply.who.responder === "openai-edge" && [
			400,
			405,
			413,
			414,
			415,
			431
		].includes(status);
		if (!REFUSALS$2.has(status) || !(isFromOpenai(reply) || edge)) return void 0;
		const tooLong = hasCode(reply, "context_length_exceeded") || hasMark(reply, "openai.context_length");
		const about = error.param === void 0 || tooLong ? "" : ` (parameter ${error.param})`;
		const why = tooLong ? "the input is longer than this model takes" : `it refuses ${requestLine(reply)} as it was sent`;
		return {
			owner: "request",
			rung: "request",
			code: codeOf("api", reply, tooLong ? "context_length_exceeded" : `http_${String(status)}`),
			summary: `${answered(reply)}${about}: ${why}${requestId(reply)}`,
			doNext: [tooLong ? "Shorten the input, or use a model with a larger context." : error.param === void 0 ? "Compare endpoint, method and body of the request with the API reference of this model." : `Correct the parameter ${error.param} for this model and endpoint.`, tooLong ? void 0 : "Update the SDK if the application sets the parameter through it."],
			doNot: [
				"Do not rotate the API key: it is not what was refused.",
				"blameNetwork",
				"retry"
			]
		};
	}
}];
/** The scope as the API names it, else by the request that needs it. */
function scopeOf(reply) {
	const { scope } = reply.error;
	return scope === void 0 ? `the scope for ${requestLine(reply)}` : `the scope ${scope}`;
}
function modelOf(model) {
	return model === void 0 ? "the model" : `the model ${model}`;
}
function meaning(code = "") {
	return MEANING.find((one) => one.code.test(code))?.meaning ?? "the organization has no credits left";
}
function saysRate(reply) {
	const { code, type } = reply.error;
	const { limits } = reply.facts;
	return [code, type].some((one) => one !== void 0 && RATE.test(one)) || hasMark(reply, "openai.rate_limit") || [limits?.requests, limits?.tokens].some((one) => one?.remaining === 0) || limits?.retryAfterMs !== void 0;
}
function pathOf({ evidence }) {
	return withoutEndSlashes(URL.parse(evidence.route.baseUrl)?.pathname ?? "");
}
function orderFor(reply) {
	return `Set the base URL to ${URL.parse(reply.evidence.route.baseUrl)?.origin ?? "https://api.openai.com"}/v1: the SDK adds the endpoint.`;
}

// src/rules/answers/sign-in.ts
/** The session of `az` gave no token. Its words are prose, and say more than a verdict may. */
const ENDINGS$1 = {
	"azure.cli_missing": {
		says: "no az may be run: there is none on the PATH outside the checkout, or this is Windows, where it is a batch file",
		fix: "Install the Azure CLI on this runner and run azure/login before this step."
	},
	"azure.cli_not_signed_in": {
		says: "az has no session here, or it has ended, and asks for az login",
		fix: "Run azure/login before this step, in the same job, or `az login` on this machine."
	},
	"azure.token_timed_out": {
		says: "az returned no token in time",
		fix: "Re-run the job, or set timeout to 30s.",
		retry: true
	},
	"azure.cli_failed": {
		says: "az ended without a token",
		fix: "Run `az account get-access-token` with the scope of the resource in a step before this one, and read what it prints to stderr."
	}
};
const OTHERWISE = "Or sign in with federated credentials of the job: `permissions: id-token: write`, AZURE_CLIENT_ID and AZURE_TENANT_ID; or with a key in AZURE_OPENAI_API_KEY.";
const NOT_JUDGED = "Do not create a new secret or identity: Entra ID has not judged this one.";
/** Why there is no Entra ID token, most specific first. AADSTS numbers: learn.microsoft.com/entra/identity-platform/reference-error-codes. */
const SIGN_IN = [
	(
	/** The job may not ask GitHub for a token of its own. */
	{
		id: "azure/id-token-permission",
		when: ({ code }) => code === "azure.id_token_permission_missing",
		says: ({ code }) => ({
			code,
			summary: "The job signs in to Entra ID with AZURE_CLIENT_ID and AZURE_TENANT_ID, and GitHub gives it no OIDC token: the permission id-token: write is missing.",
			doNext: ["Add `permissions: id-token: write` (with contents: read) to this job.", "Or set AZURE_CLIENT_SECRET, if the application signs in with a secret."],
			doNot: "Do not change the federated credential: no token was shown to it."
		})
	}),
	{
		id: "azure/token-file-unreadable",
		when: ({ code }) => code === "azure.token_file_unreadable",
		says: ({ code, facts }) => ({
			code,
			summary: `The file in AZURE_FEDERATED_TOKEN_FILE${at(facts.file)} cannot be read, so there is no token to show to Entra ID.`,
			doNext: "Label the pod with azure.workload.identity/use: \"true\", so that the token is mounted where the variable points."
		})
	},
	{
		id: "azure/certificate-unreadable",
		when: ({ code }) => code === "azure.certificate_unreadable",
		says: ({ code, facts }) => ({
			code,
			summary: `The file in AZURE_CLIENT_CERTIFICATE_PATH${at(facts.file)} cannot be read, so there is no certificate to sign in with.`,
			doNext: "Write the PEM file with certificate and private key to that path before this step, readable for its user."
		})
	},
	{
		id: "azure/cli",
		says: ({ facts, code }) => {
			const ending = entryOf(ENDINGS$1, code);
			if (facts.method !== "azure-cli" || ending === void 0) return void 0;
			return {
				code,
				retryable: ending.retry ?? false,
				summary: `The Azure CLI gave no Entra ID token: ${ending.says}.`,
				doNext: [ending.fix, OTHERWISE]
			};
		}
	},
	(
	/** The library refuses what the environment says, before any packet. */
	{
		id: "azure/sign-in-not-sendable",
		when: (failure) => failure.code === "azure.token_not_sendable",
		says: (failure) => ({
			code: failure.code,
			summary: `No request for a token was sent: the Azure identity library does not accept what the environment says for ${failure.facts.method}.`,
			doNext: "Compare AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_AUTHORITY_HOST (https) with the registration of the application."
		})
	}),
	(
	/** It took the connection and was slower than our clock: nothing is known of the identity. */
	{
		id: "azure/imds-slow",
		says: (failure) => {
			const { last, code } = failure;
			const slow = last?.code?.startsWith("http.") === true || code === "azure.token_timed_out";
			if (!ofMachine(failure) || !slow || last?.status !== void 0) return void 0;
			return {
				owner: "route-provider",
				code: "azure.identity_service_slow",
				retryable: true,
				summary: `${nameOf$1(last)} at ${last?.host ?? failure.facts.authority} took the request and gave no answer in time (${code}): whether there is a managed identity is not known.`,
				doNext: ["Re-run the job, or set timeout to 30s.", OTHERWISE]
			};
		}
	}),
	{
		id: "azure/imds-busy",
		when: (failure) => ofMachine(failure) && isBusy(failure),
		says: (failure) => ({
			owner: "route-provider",
			code: "azure.identity_service_busy",
			retryable: true,
			summary: `${answered$1(failure)}: ${busyWith(failure.last?.status ?? 0)}; whether there is a managed identity is not known.`,
			doNext: ["Re-run the job after a minute, or set attempts to 3.", OTHERWISE]
		})
	},
	(
	/** No answer at the link-local address: no Azure machine, or a rule of the pod against it. */
	{
		id: "azure/imds-unreachable",
		when: (failure) => ofMachine(failure) && failure.last?.status === void 0,
		says: ({ last, code }) => last && {
			code: last.asked === "imds" ? "azure.imds_unreachable" : "azure.identity_endpoint_unreachable",
			summary: `${nameOf$1(last)} at ${last.host} cannot be reached (${code}): this runner is not a machine with a managed identity, or a rule keeps it from the service.`,
			doNext: ["Run the job on an Azure machine with a managed identity, and allow its pods to reach 169.254.169.254.", OTHERWISE],
			doNot: "Do not look for it behind a proxy: the service is on this machine."
		}
	}),
	{
		id: "azure/sign-in-intercepted",
		when: ({ code, last }) => code === "http.redirected" || last?.shape === "html" || isOfTheWay(last?.status ?? 0),
		says: ({ last, facts }) => last && {
			owner: "connection-path",
			code: "azure.sign_in_intercepted",
			summary: `Something on the path answered in place of ${nameOf$1(last)} (${facts.authority})${last.status === void 0 ? "" : ` with ${String(last.status)}`}${last.shape === "html" ? " and a page" : ""}.`,
			doNext: `Allow ${facts.authority} at the proxy or filter of this runner.`,
			doNot: NOT_JUDGED
		}
	},
	(
	/** The authority is a host of its own: an allow-list with only the resource on it is not enough. */
	{
		id: "azure/sign-in-unreachable",
		says: ({ code, last, facts }) => {
			if (!(last === void 0 ? code === "azure.token_timed_out" : last.status === void 0)) return void 0;
			const host = last?.host ?? facts.authority;
			return {
				owner: "connection-path",
				code: "azure.sign_in_unreachable",
				retryable: /timed_out|reset|closed/.test(code),
				summary: `${nameOf$1(last)} at ${host} gave no answer (${code}${last?.errno === void 0 ? "" : `, ${last.errno}`}), so there is no token; the Azure resource was asked without one.`,
				doNext: `Allow TCP 443 from this runner to ${host}: the sign-in needs it besides the resource.`,
				doNot: NOT_JUDGED
			};
		}
	}),
	(
	/** The endpoint is there only with the permission, so a refusal has another reason. */
	{
		id: "azure/job-token-refused",
		says: (failure) => {
			const status = failure.last?.asked === "job" ? failure.last.status : void 0;
			if (status === void 0) return void 0;
			const again = status >= 500 || status === 429;
			return {
				owner: again ? "route-provider" : "auth",
				code: "azure.job_token_refused",
				retryable: again,
				summary: `${answered$1(failure)}: the job may ask for an OIDC token, and GitHub gave it none to show to Entra ID.`,
				doNext: again ? ["Re-run the job, and check githubstatus.com."] : ["Run this step in the job itself and while it runs: its token for the endpoint ends with the job, and a copy of the variables of another job is refused.", "Compare the OIDC settings of the repository and the organization in GitHub, if they are customised."],
				doNot: "Do not change the federated credential: no token was shown to it."
			};
		}
	}),
	{
		id: "azure/entra-tenant-not-found",
		when: (failure) => failure.says(90002, 900023, 50059, 900382),
		says: (failure) => ({
			code: "azure.tenant_not_found",
			summary: `${answered$1(failure)}: the tenant in AZURE_TENANT_ID does not exist in this cloud.`,
			doNext: ["Set AZURE_TENANT_ID to the directory id of the tenant that the Azure OpenAI resource belongs to.", `Set AZURE_AUTHORITY_HOST when that tenant is in another cloud than ${failure.facts.authority}.`]
		})
	},
	(
	/** The application is unknown there: usually the right application and the wrong tenant. */
	{
		id: "azure/entra-application-not-found",
		when: (failure) => failure.says(700016, 7000229, 7000112),
		says: (failure) => ({
			code: "azure.application_not_found",
			summary: `${answered$1(failure)}: the tenant in AZURE_TENANT_ID has no enabled application with the id in AZURE_CLIENT_ID.`,
			doNext: ["Set AZURE_CLIENT_ID to the application (client) id, not the object id, and AZURE_TENANT_ID to the tenant in which it is registered.", "Or have an administrator of that tenant create or enable the service principal."],
			doNot: "Do not create a new secret: the application was not found."
		})
	}),
	(
	/** The audience is unknown to the tenant: it has no Azure OpenAI, so it is another tenant than the resource's. */
	{
		id: "azure/entra-tenant-mismatch",
		when: (failure) => failure.says(500011),
		says: (failure) => ({
			code: "azure.tenant_mismatch",
			summary: `${answered$1(failure)}: the tenant in AZURE_TENANT_ID knows no ${failure.facts.scope.replace("/.default", "")}, so it is another one than the tenant of the resource.`,
			doNext: "Set AZURE_TENANT_ID to the tenant of the Azure OpenAI resource."
		})
	}),
	{
		id: "azure/entra-secret-expired",
		when: (failure) => failure.says(7000222),
		says: (failure) => ({
			code: "azure.client_secret_expired",
			summary: `${answered$1(failure)}: the client secret in AZURE_CLIENT_SECRET has expired.`,
			doNext: ["Create a new client secret for the application, and store its value as AZURE_CLIENT_SECRET.", "Or use federated credentials of the job (id-token: write), which do not expire."]
		})
	},
	{
		id: "azure/entra-secret-invalid",
		when: (failure) => failure.says(7000215, 7000218) && failure.facts.method === "client-secret",
		says: (failure) => ({
			code: "azure.client_secret_invalid",
			summary: `${answered$1(failure)}: the value in AZURE_CLIENT_SECRET is not a secret of this application.`,
			doNext: ["Store the value of the client secret, not its id, as AZURE_CLIENT_SECRET.", "Check that AZURE_CLIENT_ID names the application for which the secret was created."]
		})
	},
	{
		id: "azure/entra-certificate-refused",
		when: (failure) => failure.says(700027, 700030) && failure.facts.method === "client-certificate",
		says: (failure) => ({
			code: "azure.client_certificate_refused",
			summary: `${answered$1(failure)}: the certificate in AZURE_CLIENT_CERTIFICATE_PATH is not registered for this application.`,
			doNext: "Upload the public part of the certificate to the application in Entra ID."
		})
	},
	{
		id: "azure/entra-federated-credential",
		when: (failure) => failure.says(70021, 700211, 700212, 700213),
		says: (failure) => {
			const { facts } = failure;
			const claim = (name, value) => value === void 0 ? `the ${name} of the token` : `the ${name} ${value}`;
			const issuer = claim("issuer", facts.issuer);
			const audience = claim("audience", facts.assertionAudience);
			const subject = claim("subject", facts.subject);
			const add = (what) => `Add a federated credential with ${what} to the application in AZURE_CLIENT_ID`;
			const said = failure.says(700211) ? {
				what: `none has ${issuer}`,
				orders: [`${add(issuer)}, as it is written here.`, `For GitHub Actions the issuer is https://token.actions.githubusercontent.com; GitHub Enterprise and enterprise-specific issuers have one of their own.`]
			} : failure.says(700212) ? {
				what: `none has ${audience}`,
				orders: [`${add(audience)}, or have the token made for api://AzureADTokenExchange, the audience of the preset.`]
			} : failure.says(700213) ? {
				what: `none has ${subject}`,
				orders: [`${add(subject)}.`, "Compare case, branch, tag, environment and pull_request: the subject must match to the letter."]
			} : {
				what: `none has ${issuer}, ${subject} and ${audience} together; the answer does not say which of the three differs`,
				orders: [`${add(`${issuer}, ${subject} and ${audience}`)}, each to the letter.`]
			};
			return {
				code: "azure.federated_credential_mismatch",
				summary: `${answered$1(failure)}: of the federated credentials of the application ${said.what}.`,
				doNext: said.orders,
				doNot: "Do not make a client secret instead: the sign-in itself is set up."
			};
		}
	},
	{
		id: "azure/entra-assertion-expired",
		when: (failure) => failure.says(700024),
		says: (failure) => ({
			code: "azure.workload_token_expired",
			summary: `${answered$1(failure)}: the token that this workload shows is not valid at this time.`,
			doNext: failure.facts.method === "workload-identity" ? "Let the platform renew the file in AZURE_FEDERATED_TOKEN_FILE, and check the clock of this machine." : "Check the clock of this machine."
		})
	},
	(
	/** Conditional access for workload identities looks at the address among other things. */
	{
		id: "azure/entra-conditional-access",
		when: (failure) => failure.says(53003),
		says: (failure) => ({
			code: "azure.conditional_access",
			summary: `${answered$1(failure)}: a conditional access policy of the tenant refuses this sign-in.`,
			doNext: "Have the policy allow the egress address of this runner, or exclude this workload identity from it.",
			doNot: "Do not create a new secret or identity: the policy is meant."
		})
	}),
	{
		id: "azure/sign-in-server-error",
		says: (failure) => {
			const status = failure.last?.status ?? 0;
			if (!(status === 429 || status >= 500 || failure.says(90033, 90006, 90012))) return void 0;
			return {
				owner: "route-provider",
				code: "azure.sign_in_server_error",
				retryable: true,
				summary: `${answered$1(failure)}: the sign-in itself failed there.`,
				doNext: "Re-run the job, or set attempts to 3; check the health of Entra ID.",
				doNot: NOT_JUDGED
			};
		}
	},
	{
		id: "azure/managed-identity-not-found",
		says: (failure) => {
			const status = failure.last?.status ?? 0;
			if (!ofMachine(failure) || status < 400 || status >= 500) return void 0;
			if (isBusy(failure)) return void 0;
			if (status === 401 || status === 403) return {
				code: "azure.sign_in_refused",
				summary: `${answered$1(failure)}: it refuses this caller; whether there is a managed identity is not known.`,
				doNext: ["Look for a policy that keeps this process or pod from the identity of the machine, and for a proxy before it: the service refuses requests with X-Forwarded-For.", OTHERWISE]
			};
			return {
				code: "azure.managed_identity_not_found",
				summary: `${answered$1(failure)}: the machine has no ${failure.facts.hasClient ? "managed identity with the id in AZURE_CLIENT_ID" : "managed identity, or several and AZURE_CLIENT_ID names none"}.`,
				doNext: [failure.facts.hasClient ? "Assign the user-assigned identity in AZURE_CLIENT_ID to this machine, or correct the id." : "Assign a managed identity to this machine; with several set AZURE_CLIENT_ID to the one that is meant.", OTHERWISE]
			};
		}
	},
	{
		id: "azure/sign-in-refused",
		says: (failure) => ({
			code: "azure.sign_in_refused",
			summary: `${answered$1(failure)}: the sign-in with ${failure.facts.method} was refused.`,
			doNext: `Look up ${failure.last?.errorCodes[0] ?? "the answer"} in the error codes of Entra ID, and in the sign-in log of the application.`
		})
	}
];
function at(file) {
	return file === void 0 ? "" : ` (${file})`;
}
function ofMachine({ facts }) {
	return facts.method === "managed-identity";
}
/**
* 404, 410, 429 and 5xx: the metadata service is updating or throttles, and says that time heals it
* (learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token).
*/
function isBusy({ last }) {
	const status = last?.status ?? 0;
	return status === 429 || status >= 500 || last?.asked === "imds" && [404, 410].includes(status);
}
function busyWith(status) {
	if (status === 429) return "it limits its callers";
	return status >= 500 ? "the service itself failed" : "the service is updating";
}
/** A redirect to elsewhere, or a status that only a proxy or a portal sends. */
function isOfTheWay(status) {
	return status >= 300 && status <= 399 || status === 407 || status === 511;
}

// src/rules/answers/status-alone.ts
const OUTAGE = [
	"rotateKey",
	"upgrade",
	"changeModel"
];
const SETTINGS = ["rotateKey", "upgrade"];
/** The first owner to test by the status alone (contract: "the first owner to test"). */
function meaningOf(status) {
	if (status === 401 || status === 403) return {
		owner: "auth",
		elsewhere: "auth",
		rung: "auth",
		code: status === 401 ? "unauthorized" : "forbidden",
		means: status === 401 ? "the first to test is the key: missing, wrong, or of another project" : "the first to test are the rights of the key; a filter or block page on the path answers 403 as well",
		order: "Check that the secret holds a current key of the right project, with the right scope.",
		doNot: ["upgrade", "Do not rotate the API key before the test shows who answered and with which code."]
	};
	if (status === 402) return {
		owner: "quota",
		elsewhere: "quota",
		rung: "quota",
		code: "payment_required",
		means: "the account has to pay before this request is admitted",
		order: "Check the balance of the account that the key belongs to.",
		doNot: ["rotateKey", "retry"]
	};
	if (status === 429) return {
		owner: "rate-limit",
		elsewhere: "rate-limit",
		rung: "quota",
		code: "too_many_requests",
		retryable: true,
		means: "a rate limit until the opposite is shown: it is gone after a minute, an empty balance (insufficient_quota) answers 429 again and again and says so in its body",
		order: "Log the body of the 429: `insufficient_quota` in it means billing, `rate_limit_exceeded` the rate.",
		doNot: ["Do not rotate the API key: both limits stay with the organization.", "Do not add credits before the body says insufficient_quota."]
	};
	if (status === 408 || status === 409 || status === 425) return {
		owner: "api-server",
		elsewhere: "route-provider",
		rung: "answer",
		code: status === 409 ? "conflict" : "timeout",
		retryable: true,
		means: "the server could not process the request just now",
		order: "Send the request again: the SDK does so by itself unless its retries are switched off.",
		doNot: OUTAGE
	};
	if (status >= 500 && status <= 599) return {
		owner: "api-server",
		elsewhere: "route-provider",
		rung: "answer",
		code: status === 503 ? "unavailable" : "server_error",
		retryable: true,
		means: "the server failed, or what is in front of it; key and quota are not what was refused",
		order: "Re-run the job, and check the status page of the service.",
		doNot: OUTAGE
	};
	if (status < 400 || status > 499) return void 0;
	return {
		owner: "request",
		elsewhere: "route-provider",
		rung: "request",
		code: status === 404 ? "not_found" : `http_${String(status)}`,
		means: status === 404 ? "the server does not know what was asked for: base URL, endpoint, model or deployment" : "the server refuses the request as it was sent",
		order: status === 404 ? "Compare base URL, endpoint and model or deployment with what the service documents." : "Compare endpoint, model and parameters with what the service documents.",
		doNot: SETTINGS
	};
}
const LAYER = {
	openai: "api",
	azure: "azure",
	gateway: "gateway"
};
/** Nothing but the status is known: no word, no header of an API. Only logs are so short. */
const statusAlone = {
	id: STATUS_ALONE,
	says: (reply) => {
		const caught = caughtByProxy(reply);
		if (caught !== void 0) return caught;
		const meaning = reply.who.assumed === true && isWordless(reply) ? meaningOf(reply.status) : void 0;
		if (meaning === void 0) return void 0;
		const { kind } = reply.evidence.route;
		return {
			owner: kind === "openai" ? meaning.owner : meaning.elsewhere,
			confidence: "low",
			rung: meaning.rung,
			code: `${LAYER[kind]}.${meaning.code}`,
			retryable: meaning.retryable ?? false,
			summary: `${answered(reply)}: ${meaning.means}. ${missing(reply)}${requestId(reply)}`,
			doNext: meaning.order,
			doNot: meaning.doNot
		};
	}
};
/** Nothing on this machine or network answers so without a body; a proxy that was asked for it does. */
function caughtByProxy(reply) {
	const { host, status, facts, evidence } = reply;
	const near = isThisMachine(host) || isPrivateAddress(host);
	const silent = isWordless(reply) && facts.body.shape !== "html" && Object.keys(facts.headers).length === 0;
	if (evidence.source !== "log" || !near || !silent || ![
		502,
		503,
		504
	].includes(status)) return;
	return {
		owner: "connection-path",
		confidence: "low",
		rung: "http",
		code: "http.unattributed",
		summary: `Something answered ${String(status)} without a body in place of ${host}: a proxy that catches local addresses does so when NO_PROXY does not name them, and so does a server that is still starting`,
		doNext: [`Add ${host} to NO_PROXY where the application runs, if a proxy variable is set there.`, `Check whether the service at ${host} is up and reachable without a proxy.`],
		doNot: ["rotateUnjudged", "blameOpenai"]
	};
}
function missing({ facts }) {
	return facts.body.shape === "empty" && Object.keys(facts.headers).length === 0 ? "The log has neither its body nor its headers, so it does not show who answered" : "Nothing that the log has of it shows who answered";
}
function isPrivateAddress(host) {
	return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host);
}
function isWordless({ facts }) {
	const { error, marks } = facts.body;
	const { code, type } = error ?? {};
	return marks.every((one) => /^(?:library\.|server\.|litellm\.upstream|upstream\.)/.test(one)) && [code, type].every((one) => one === void 0 || /^\d+$/.test(one));
}

// src/rules/answers/index.ts
const NETWORK_RULES = answerRules(NETWORK, isFromAzure);
const SIGN_IN_RULES = signInRules(SIGN_IN);
/** One answer has one explanation; a sign-in that failed stands between the network rules and what the API says. */
const ANSWER_RULES = [
	...answerRules(FIRST),
	...answerRules(PROXY$1, ({ who }) => who.responder === "proxy"),
	...answerRules(ON_THE_WAY),
	...answerRules(EDGE, ({ who }) => who.responder === "openai-edge"),
	...answerRules(TRANSFER),
	...NETWORK_RULES,
	...SIGN_IN_RULES,
	...answerRules([statusAlone]),
	...answerRules(OPENAI, isFromOpenai),
	...answerRules(OPENAI_OR_EDGE),
	...answerRules(AZURE, isFromAzure),
	...answerRules(GATEWAY, isFromGateway),
	...answerRules(REST)
];
/** A sign-in that failed as well is told beside the network rules: it is the next thing that would stop the call. */
const SIGN_IN_BESIDE = SIGN_IN_RULES.map((rule) => ({
	id: rule.id,
	match: (evidence) => NETWORK_RULES.some((one) => one.match(evidence) !== void 0) ? rule.match(evidence) : void 0
}));

// src/rules/connection/asked-servers.ts
/** No DNS message came back. `REFUSED` without E is a response code, an answer. */
const NO_ANSWER = /^(?:E?TIMEOUT|ETIMEDOUT|TIMED_OUT|E?CONNREFUSED|CONNECTION_REFUSED|PORT_CLOSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPERM|EACCES|UNREACHABLE)$/;
function askedServers(step) {
	const seen = investigation(step.evidence, "name-servers");
	const facts = factsOf(seen);
	if (seen === void 0 || facts?.servers === void 0) return void 0;
	return {
		observation: seen,
		servers: facts.servers.map(({ server, a, aaaa }) => ({
			server,
			a,
			aaaa,
			...judged(a, aaaa)
		})),
		hostsFile: facts.hostsFile ?? "",
		searchList: facts.searchList ?? [],
		searched: facts.searched?.find(({ answer }) => share(answer.addresses, step.addresses))?.name ?? "",
		ndots: (facts.ndots ?? 0) > step.host.split(".").length - 1 ? facts.ndots ?? 0 : 0
	};
}
/** About what the name servers say, which it cites. */
function ofServers(says) {
	return (step) => {
		const asked = askedServers(step);
		const said = says(step, asked);
		return said && {
			...said,
			cites: [asked?.observation, ...said.cites ?? []]
		};
	};
}
function judged(a, aaaa) {
	if (a.addresses.length + aaaa.addresses.length > 0) return {
		verdict: "addresses",
		answer: "NOERROR"
	};
	const both = [a, aaaa];
	if (both.some(({ answer }) => answer === "NXDOMAIN")) return {
		verdict: "no-such-name",
		answer: "NXDOMAIN"
	};
	const refusal = both.find(({ answer }) => !isSilent(answer) && !isEmpty(answer));
	if (refusal !== void 0) return {
		verdict: "refuses",
		answer: refusal.answer
	};
	const silence = both.find(({ answer }) => isSilent(answer));
	return silence === void 0 ? {
		verdict: "empty",
		answer: "NODATA"
	} : {
		verdict: "silent",
		answer: silence.answer
	};
}
function isSilent(answer) {
	return NO_ANSWER.test(answer);
}
function isEmpty(answer) {
	return answer === "NOERROR" || answer === "NODATA";
}
/** Every server gave this verdict, and there is at least one. */
function allSay(asked, verdict) {
	return asked !== void 0 && asked.servers.length > 0 && asked.servers.every((one) => one.verdict === verdict);
}
function addressesOf(asked) {
	return (asked?.servers ?? []).flatMap(({ a, aaaa }) => [...a.addresses, ...aaaa.addresses]);
}
function share(left, right) {
	return left.some(({ address }) => right.some((other) => other.address === address));
}
/** Both sides named addresses and share none. */
function disjoint(left, right) {
	return left.length > 0 && right.length > 0 && !share(left, right);
}
/** `192.0.2.53 NXDOMAIN, 192.0.2.54 TIMEOUT`; at most three. */
function serversNote(asked) {
	return asked.servers.slice(0, 3).map(({ server, answer }) => `${server} ${answer}`).join(", ");
}
/** `10.0.0.1, 2001:db8::1`; at most four. */
function addressList(addresses) {
	return addresses.slice(0, 4).map(({ address }) => address).join(", ");
}

// src/rules/connection/addresses.ts
/** Never the address of a host outside this machine and its link. */
const NEVER_RIGHT = /* @__PURE__ */ new Set([
	"unspecified",
	"loopback",
	"link-local",
	"documentation",
	"multicast",
	"reserved"
]);
/** Right for a private endpoint or an internal gateway, wrong for the public API. */
const SOMETIMES_RIGHT = /* @__PURE__ */ new Set(["private", "shared"]);
/** The address alone gives it away, before any connection. */
const AT_DNS = {
	rung: "dns",
	code: "dns.bogon"
};
const CERTIFICATE_OF_ANOTHER = /* @__PURE__ */ new Set(["tls.cert.name_invalid", "tls.cert.authority_invalid"]);
/** The name resolved, to something else than the API: shows first in TCP or TLS. */
const ADDRESSES = [
	{
		id: "dns/sinkhole",
		when: (step) => !isInternalHost(step.host),
		says: (step) => {
			for (const { address } of step.addresses) {
				const known = sinkholeOf(address);
				if (known === void 0) continue;
				return {
					rung: "dns",
					code: "dns.bogon",
					product: known.name,
					summary: `${step.host} resolves to ${address}, the sinkhole of ${known.name}, and the connection failed${errnoNote(step)}: the name is blocked.`,
					doNext: known.product.allow?.(step.host) ?? orderToAllow(known.name, step.host),
					cites: [observation(step.evidence, "lookup")]
				};
			}
		}
	},
	{
		id: "dns/hosts-file",
		says: (step) => {
			const asked = askedServers(step);
			if (asked === void 0 || asked.hostsFile === "") return void 0;
			if (!disjoint(step.addresses, addressesOf(asked))) return void 0;
			return {
				...step.addresses.some((one) => isBogon(step, one)) ? AT_DNS : {},
				summary: `The hosts file of this runner sends ${step.host} to ${addressList(step.addresses)}, where the connection failed${errnoNote(step)}; DNS says ${addressList(addressesOf(asked))}.`,
				doNext: `Remove the line for ${step.host} from the hosts file of this runner or container.`,
				cites: [observation(step.evidence, "lookup"), asked.observation]
			};
		}
	},
	(
	/**
	* The search list made another name of it: the exact one does not exist, or `ndots` has the search list
	* asked first, as in every pod of Kubernetes (`ndots:5`), and a wildcard answers there.
	*/
	{
		id: "dns/search-list",
		says: (step) => {
			const asked = askedServers(step);
			if (asked === void 0 || asked.hostsFile !== "") return void 0;
			if (asked.searchList.length === 0 || step.addresses.length === 0) return void 0;
			const trap = asked.searched !== "" && disjoint(step.addresses, addressesOf(asked));
			if (!trap && !allSay(asked, "no-such-name")) return void 0;
			const list = asked.searchList.slice(0, 3).join(", ");
			const other = asked.searched === "" ? `${step.host}.<search domain>` : asked.searched;
			return {
				...step.addresses.some((one) => isBogon(step, one)) ? AT_DNS : {},
				summary: trap ? `${step.host} was looked up as ${asked.searched}, which leads to ${addressList(step.addresses)}, where the connection failed${errnoNote(step)}: the search list (${list}) goes first${asked.ndots === 0 ? "" : ` because of ndots:${String(asked.ndots)} in /etc/resolv.conf`}, and ${step.host} itself is at ${addressList(addressesOf(asked))}.` : `${step.host} itself does not exist; the search list (${list}) turned it into a name at ${addressList(step.addresses)}, where the connection failed${errnoNote(step)}.`,
				doNext: [`Remove the wildcard entry or the search domain that answers for ${other}.`, trap ? "Or have names with dots asked as they are first: `options ndots:1` in /etc/resolv.conf, in Kubernetes `dnsConfig.options` of the pod." : `Let this runner's DNS resolve ${step.host} itself.`],
				cites: [observation(step.evidence, "lookup"), asked.observation]
			};
		}
	}),
	{
		id: "dns/bogon",
		says: (step) => {
			const lookup = observation(step.evidence, "lookup");
			if (factsOf(lookup)?.resolver === "literal") return void 0;
			const wrong = step.addresses.find((one) => isBogon(step, one));
			if (wrong === void 0) return void 0;
			const collision = wrong.address === "127.0.53.53";
			const asked = askedServers(step);
			const byHosts = asked !== void 0 && asked.hostsFile !== "";
			return {
				...AT_DNS,
				summary: `${step.host} resolves to ${wrong.address}, ${article(wrong.scope)} address that a public host cannot have, and the connection failed${errnoNote(step)}: ${collision ? "the name collides with a search domain" : byHosts ? "the hosts file overrides it" : "a DNS filter answers in its place"}.`,
				doNext: collision ? `Remove the search domain from /etc/resolv.conf that turns ${step.host} into another name.` : byHosts ? `Remove the line for ${step.host} from the hosts file of this runner or container.` : `Allow ${step.host} in the DNS filter of this runner's resolver, so that it answers with the real address.`,
				doNot: `Do not open the firewall for ${wrong.address}: it is not the API.`,
				cites: [lookup, asked?.observation]
			};
		}
	}
];
/** Another server, with a certificate of its own, stands where DNS points for this client only. */
const hijacked = {
	id: "dns/hijacked",
	says: (step) => {
		const asked = askedServers(step);
		if (step.proxy !== "" || asked === void 0 || !CERTIFICATE_OF_ANOTHER.has(step.code)) return;
		const [first, ...others] = asked.servers.filter(({ verdict }) => verdict === "addresses");
		const ofFirst = [...first?.a.addresses ?? [], ...first?.aaaa.addresses ?? []];
		if (!(disjoint(step.addresses, addressesOf(asked)) || others.some(({ a, aaaa }) => disjoint(ofFirst, [...a.addresses, ...aaaa.addresses])))) return void 0;
		return {
			summary: `${step.host} resolves to ${addressList(step.addresses)} here, other name servers say otherwise, and the certificate there is not that of ${step.host}${errnoNote(step)}: DNS sends this runner to another server.`,
			doNext: `Allow ${step.host} in the DNS policy of this network: its resolver redirects the name to a block page.`,
			doNot: "Do not switch certificate verification off: the key would go to that server.",
			cites: [observation(step.evidence, "lookup"), asked.observation]
		};
	}
};
function isBogon(step, { scope }) {
	if (isInternalHost(step.host)) return false;
	if (NEVER_RIGHT.has(scope)) return true;
	return isOpenaiHost(step.host) && !isPrivateLinkHost(step.host) && SOMETIMES_RIGHT.has(scope);
}
function article(scope) {
	return /^[aeiou]/.test(scope) ? `an ${scope}` : `a ${scope}`;
}

// src/rules/connection/served.ts
function served(step) {
	const { seen, facts = {} } = investigated(step.evidence, "served-chain");
	const [leaf, ...above] = facts.chain ?? [];
	return {
		facts,
		observation: seen,
		issuer: quotable(leaf?.issuer ?? ""),
		root: quotable((above.at(-1) ?? leaf)?.issuer ?? ""),
		alone: leaf?.selfSigned === false && above.length === 0,
		interceptor: facts.interceptor ?? ""
	};
}
/** About the chain that was served, which it cites; verification stays on whatever is said. */
function ofChain(says) {
	return (step) => {
		const chain = served(step);
		const said = says(step, chain);
		const doNot = [KEEP_VERIFYING, ...listed(said?.doNot)];
		return said && {
			...said,
			doNot,
			cites: [chain.observation, ...said.cites ?? []]
		};
	};
}
function certificateFailed(step) {
	return step.layer === "tls" && step.code.startsWith("tls.cert.");
}
/** ` issued by "Example CA" (SELF_SIGNED_CERT_IN_CHAIN)`, with what is known of it. */
function issuedBy(step, { issuer }) {
	return `${issuer === "" ? "" : ` issued by "${issuer}"`}${errnoNote(step)}`;
}
/** The same between commas, after the word for the certificate. */
function signed(step, chain) {
	return chain.issuer === "" ? errnoNote(step) : `,${issuedBy(step, chain)},`;
}
/** `; curl accepts it`, for the clients whose own stores hold the issuer. */
function acceptedNote({ facts }) {
	const clients = facts.acceptedBy ?? [];
	if (clients.length === 0) return "";
	return `; ${clients.join(" and ")} ${clients.length === 1 ? "accepts" : "accept"} it`;
}
/**
* The setting that makes this client trust the issuer. All are read when the process starts,
* so they belong into the `env` of the job and not into a step that runs inside the process.
*/
function trustOrders(step, { facts, root }) {
	const { client, clientUnknown, trust } = step.evidence.egress;
	const authority = root === "" ? "the issuing authority" : `"${root}"`;
	const certificate = `the root certificate of ${authority}`;
	const bySystem = (facts.trust ?? []).some(({ store, accepted }) => store === "system" && accepted);
	const usesSystem = trust.some(({ store }) => store === "system");
	const own = ownFile(step);
	return [
		...ignoredTrust(step).map(({ fix }) => fix).filter((fix) => own === void 0 || !fix.includes(own.source)),
		clientUnknown === true ? anyClient(authority) : own === void 0 || bySystem && !usesSystem ? trustOrder(step, authority, certificate, bySystem) : addOrder(own, certificate),
		...root === "" && client !== "node" && clientUnknown !== true && step.evidence.source === "log" ? [NO_ROOTS] : []
	];
}
const NO_ROOTS = "If this is a slim container image, install its `ca-certificates` package: without the public roots every server looks like this.";
function anyClient(authority) {
	return `Install the \`ca-certificates\` package if the image has none; else add the root certificate of ${authority} to the trust store that this client reads.`;
}
/** A file of roots that somebody gave this client, and that it reads. */
function ownFile(step) {
	const { trust } = step.evidence.egress;
	return trust.find(({ store }) => store === "extra" || store === "file");
}
function addOrder({ source, path }, what) {
	return `Add ${what} to the roots in ${source}${path === void 0 ? "" : ` (${path})`}.`;
}
/** How this client gets to know the certificate between, until the server sends it. */
function intermediateOrder(step) {
	const own = ownFile(step);
	const what = "that intermediate certificate";
	if (own !== void 0) return `Until then: ${addOrder(own, what).replace(/^Add/, "add")}`;
	return `Until then: ${trustOrder(step, "it", what)}`;
}
/** The setting of this client that makes it trust one more certificate. */
function trustOrder({ evidence: { egress } }, authority, certificate, bySystem = false) {
	const usesSystem = egress.trust.some(({ store }) => store === "system");
	return CLIENT_FACTS[egress.client].trust({
		authority,
		certificate,
		bySystem,
		usesSystem
	});
}
/** Variables about trust that are set and do not act on this client. */
function ignoredTrust(step) {
	return step.evidence.egress.ignored.filter(({ variable }) => TRUST_SETTING.test(variable) || variable === "NODE_OPTIONS");
}
const KEEP_VERIFYING = "Do not switch certificate verification off: the key would go to whoever answers.";

// src/rules/connection/strict.ts
const strictlyRefused = {
	id: "tls/strict",
	says: (step) => {
		const problem = problemOf(step);
		if (problem === void 0) return void 0;
		const chain = served(step);
		const { strict } = step.evidence.egress;
		const who = strict === void 0 ? "it verifies by the letter of RFC 5280 (VERIFY_X509_STRICT), as Python 3.13 and later does" : `${strict.because} verifies by the letter of RFC 5280 (VERIFY_X509_STRICT)`;
		return {
			summary: `${clientName(step)} refuses the certificate for ${step.host}: ${told(problem)}, and ${who}${acceptedNote(chain)}.`,
			doNext: orders(problem, step.host),
			doNot: [KEEP_VERIFYING, "Do not add roots: the chain is known, the form of one certificate is refused."],
			cites: [chain.observation]
		};
	}
};
function problemOf(step) {
	if (!certificateFailed(step)) return void 0;
	const { observation, errno } = step;
	const own = isProbe(observation, "handshake") ? observation.outcome.facts?.strict : void 0;
	if (own !== void 0) return own;
	return entryOf(STRICT_RULES, errno) === void 0 ? void 0 : {
		errno,
		subject: ""
	};
}
/** The same chain where it is not known whether the application's Python is one of those. */
const strictlyDoubtful = {
	id: "tls/strict-unknown",
	says: (evidence) => {
		const { strict } = evidence.egress;
		if (strict?.applies !== "not known") return void 0;
		for (const one of requestChain(evidence)) {
			const problem = isProbe(one, "handshake") ? factsOf(one)?.strict : void 0;
			if (problem === void 0 || one.outcome.status !== "ok") continue;
			return {
				...blame("connection-path", "tls.cert.invalid", "tls"),
				summary: `Python 3.13 and later would refuse the certificate for ${one.target}: ${told(problem)}, and its default context verifies by the letter of RFC 5280 (VERIFY_X509_STRICT); not known here is ${strict.because}.`,
				doNext: ["Say which Python the application runs on: in .python-version, requires-python, or by actions/setup-python before this step.", ...orders(problem, one.target)],
				doNot: KEEP_VERIFYING,
				cites: [one]
			};
		}
	}
};
function told({ errno, subject }) {
	const means = entryOf(STRICT_RULES, errno)?.means ?? "signs and is not an authority by its basicConstraints";
	return `${subject === "" ? "a certificate of its chain" : `"${quotable(subject)}"`} ${means} (${errno})`;
}
function orders({ subject }, host) {
	return [`Have ${subject === "" ? "that certificate" : `the certificate of "${quotable(subject)}"`} reissued as RFC 5280 requires: its authority is a company's own${isOpenaiHost(host) ? `, or exempt ${host} from TLS inspection` : ""}.`, "Until then: run the application with Python 3.12, or give the OpenAI client an http_client whose SSL context has VERIFY_X509_STRICT taken out of verify_flags; the chain stays verified."];
}

// src/rules/connection/certificates.ts
/** Certificates are backdated by about an hour; less than that explains no date error. */
const TELLING_SKEW_MS = 36e5;
const TOO_EARLY = "CERT_NOT_YET_VALID";
/** The certificate that came is not accepted. */
const CERTIFICATES = [
	(
	/** The runner's clock is wrong: another clock, or a second "invalid" certificate, says so. */
	{
		id: "tls/clock-wrong",
		when: (step) => step.code === "tls.cert.date_invalid",
		says: (step) => {
			const clock = clockSkew$1(step);
			const explains = clock !== void 0 && (step.errno === TOO_EARLY ? clock.skewMs : -clock.skewMs) > TELLING_SKEW_MS;
			const control = investigation(step.evidence, "control");
			const alsoOutdated = control?.outcome.status === "failed" && control.outcome.failure.code === "tls.cert.date_invalid";
			if (!explains && !alsoOutdated) return void 0;
			const proof = explains ? `the runner's clock is ${Math.round(Math.abs(clock.skewMs) / 6e4)} minutes ${clock.skewMs > 0 ? "behind" : "ahead"}` : `${control?.target ?? "the control host"} looks outdated as well, so the runner's clock is wrong`;
			return {
				summary: `The certificate of ${step.host} is refused for its dates${errnoNote(step)}, but ${proof}.`,
				doNext: "Set the clock of this runner (NTP, or the clock of the host it is a guest of).",
				doNot: [KEEP_VERIFYING, "Do not ask for a new certificate."],
				cites: [explains ? clock.observation : control]
			};
		}
	}),
	strictlyRefused,
	{
		id: "tls/intercepted",
		says: ofChain((step, chain) => {
			if (!certificateFailed(step) || chain.interceptor === "") return void 0;
			return {
				product: chain.interceptor,
				summary: `TLS to ${step.host} is intercepted by ${chain.interceptor}: its certificate${signed(step, chain)} is not trusted by ${clientName(step).replace("The", "the")}${acceptedNote(chain)}.`,
				doNext: [...trustOrders(step, chain), `Or exempt ${step.host} from TLS inspection in ${chain.interceptor}.`]
			};
		})
	},
	hijacked,
	(
	/** NODE_EXTRA_CA_CERTS holds the intermediate only: OpenSSL then misses the root above it. */
	{
		id: "tls/ca-file-incomplete",
		says: ofChain((step, chain) => {
			const extra = ownFile(step);
			if (!certificateFailed(step) || step.errno !== "UNABLE_TO_GET_ISSUER_CERT") return void 0;
			const named = extra?.source ?? "The CA file";
			return {
				summary: `${named} holds an intermediate certificate for ${step.host} but not the root above it${issuedBy(step, chain)}.`,
				doNext: `Add the root certificate to the PEM file of ${named}${extra?.path === void 0 ? "" : ` (${extra.path})`}.`
			};
		})
	}),
	(
	/**
	* One certificate came, and it did not sign itself: either the server forgot the one between, or its
	* authority is unknown. The public API sends all of them, so there a stranger answers.
	*/
	{
		id: "tls/missing-intermediate",
		says: ofChain((step, chain) => {
			const certain = chain.facts.missingIntermediate === true;
			if (step.code !== "tls.cert.authority_invalid") return void 0;
			if (!certain && (!chain.alone || isPublicApi(step))) return void 0;
			const doubt = certain ? "" : `, or "${chain.issuer}" is an authority that it does not know`;
			return {
				summary: `The server for ${step.host} sends no intermediate certificate, only its own${issuedBy(step, chain)}: the chain is incomplete for ${clientName(step).replace("The", "the")}${doubt}${acceptedNote(chain)}.`,
				doNext: [
					`Install the full chain (leaf and intermediate) on the server or proxy that answers for ${step.host}.`,
					intermediateOrder(step),
					...certain ? [] : trustOrders(step, chain)
				],
				doNot: "Do not conclude from a browser that the chain is complete: browsers fetch the missing part."
			};
		})
	}),
	{
		id: "tls/trust-setting-ignored",
		says: ofChain((step, chain) => {
			const [setting] = ignoredTrust(step);
			if (step.code !== "tls.cert.authority_invalid" || setting === void 0) return void 0;
			return {
				summary: `The certificate of ${step.host}${signed(step, chain)} is not trusted, and ${setting.variable}, which is set, does not help: ${setting.because.replace(/\.$/, "")}${acceptedNote(chain)}.`,
				doNext: trustOrders(step, chain)
			};
		})
	},
	{
		id: "tls/untrusted-authority",
		when: (step) => step.code === "tls.cert.authority_invalid",
		says: ofChain((step, chain) => {
			const alone = step.errno === "DEPTH_ZERO_SELF_SIGNED_CERT";
			const isPublic = isPublicApi(step);
			const what = alone ? "a self-signed certificate" : `a certificate of an authority it does not know${chain.alone ? ", sent without an intermediate," : ""}`;
			const meaning = isPublic ? `: something on the path answers in its place, since ${step.host} uses a public authority` : ": a private authority, or something on the path that answers in its place";
			return {
				summary: `${clientName(step)} gets ${what} for ${step.host}${issuedBy(step, chain)}${meaning}${acceptedNote(chain)}.`,
				doNext: isPublic ? [`Ask the network team whose certificate this is${chain.issuer === "" ? "" : ` ("${chain.issuer}")`}; if it is their TLS inspection, exempt ${step.host} or do as follows.`, ...trustOrders(step, chain)] : trustOrders(step, chain)
			};
		})
	},
	{
		id: "tls/wrong-name",
		when: (step) => step.code === "tls.cert.name_invalid",
		says: ofChain((step, chain) => {
			const names = chain.facts.chain?.[0]?.names ?? [];
			const shown = names.length === 0 ? "other names" : names.slice(0, 3).map(quotable).join(", ");
			return {
				summary: `The server that answers for ${step.host} presents a certificate for ${shown}${errnoNote(step)}: it is another server.`,
				doNext: isOpenaiHost(step.host) ? [`Find what redirects ${step.host} on this network (DNS, hosts file, proxy, captive portal) and exempt it.`] : [`Use the host name that the certificate is for in the base URL, or give the server a certificate for ${step.host}.`]
			};
		})
	},
	{
		id: "tls/certificate-outdated",
		when: (step) => step.code === "tls.cert.date_invalid",
		says: ofChain((step, chain) => {
			const early = step.errno === TOO_EARLY;
			const certificates = chain.facts.chain ?? [];
			const at = chain.facts.outdated?.[0] ?? 0;
			const one = certificates[at];
			const above = at > 0 && one !== void 0;
			const what = above ? `${one.selfSigned ? "root" : "intermediate"} certificate "${one.subject}" above the certificate for ${step.host}${errnoNote(step)}` : `certificate for ${step.host}${issuedBy(step, chain)}`;
			const period = one === void 0 ? "" : `: it is valid from ${one.validFrom.slice(0, 10)} to ${one.validTo.slice(0, 10)}`;
			const clockOrder = above || clockSkew$1(step) !== void 0 ? [] : ["Compare the clock of this runner with real time and set it (NTP) if it is wrong."];
			const leafFine = above ? `; the certificate of ${step.host} itself is within its dates` : "";
			return {
				summary: `The ${what} ${early ? "is not valid yet" : "has expired"}${period}${leafFine}.`,
				doNext: [
					...early ? clockOrder : [],
					early ? `Correct the start date of the certificate on the server or proxy that answers for ${step.host}.` : above ? `Replace the expired "${one.subject}" in the chain that the server or inspecting proxy for ${step.host} sends by its current successor.` : `Renew the certificate on the server or inspecting proxy that answers for ${step.host}.`,
					...early ? [] : clockOrder
				]
			};
		})
	},
	(
	/** Schannel fails where neither CRL nor OCSP answers; others do not ask. */
	{
		id: "tls/revocation-unchecked",
		when: (step) => step.errno === "UNABLE_TO_GET_CRL",
		says: (step) => ({
			summary: `The client could not check whether the certificate for ${step.host} is revoked${errnoNote(step)}: the servers that say so cannot be reached from this runner.`,
			doNext: ["Allow the CRL and OCSP addresses that the certificate names, normally TCP 80, in the egress firewall.", "If TLS inspection signs the certificate, ask its owner for certificates whose revocation list this runner can reach."],
			doNot: KEEP_VERIFYING
		})
	}),
	{
		id: "tls/certificate-invalid",
		when: (step) => certificateFailed(step),
		says: ofChain((step, chain) => {
			const revoked = step.code === "tls.cert.revoked";
			if (!revoked && step.errno === "" && detailOf(step) === void 0) return {
				summary: `The client does not accept the certificate for ${step.host}, and nothing says why: an authority that it does not know is the most common reason.`,
				doNext: ["Log the whole error of the client: the reason follows `certificate verify failed`.", "If this is a slim container image, install its `ca-certificates` package; if the traffic is inspected, add the root certificate of the inspecting device to the trust store that this client reads."]
			};
			return {
				summary: `The certificate for ${step.host}${issuedBy(step, chain)} is ${revoked ? "revoked" : `not acceptable${detailOf(step) === void 0 ? " (purpose, constraints, key strength or signature)" : reasonNote(step)}`}.`,
				doNext: `Replace the certificate on the server or inspecting proxy that answers for ${step.host}.`
			};
		})
	}
];
function isPublicApi({ host }) {
	return isOpenaiHost(host) || isAzureHost(host);
}

// src/rules/connection/connections.ts
/** Netfilter and seccomp answer EPERM, a prohibit route EACCES, a blackhole route EINVAL. */
const REFUSED_HERE = /* @__PURE__ */ new Set([
	"EPERM",
	"EACCES",
	"EINVAL"
]);
/** Limits of this machine that look like the network. */
const LIMITS = {
	EMFILE: {
		what: "the process has no file descriptor left",
		order: "Raise `ulimit -n` for the runner service or close what holds the descriptors."
	},
	ENFILE: {
		what: "the machine has no file descriptor left",
		order: "Raise fs.file-max on this runner or close what holds the descriptors."
	},
	ENOBUFS: {
		what: "the kernel has no buffer left for sockets",
		order: "Give this runner more memory for sockets or close what holds them."
	},
	EADDRNOTAVAIL: {
		what: "there is no local address or port to connect from",
		order: "Free or widen the local ports (net.ipv4.ip_local_port_range); for an IPv6 address, enable IPv6 on this runner."
	},
	EAFNOSUPPORT: {
		what: "this runner does not speak the address family",
		order: "Use a host with an IPv4 address, or enable IPv6 on this runner."
	}
};
/** Ways in which one destination is closed while others are open, or nobody knows. */
const CLOSINGS = [
	{
		id: "tcp/refused",
		code: "tcp.refused",
		retryable: false,
		what: (step) => isOpenaiHost(step.host) ? `a firewall rejects it, the API itself does not refuse this port` : "a firewall rejects it or nothing listens on that port",
		orders: (step) => isOpenaiHost(step.host) ? [allow(step)] : [allow(step), `Start the service that should listen on ${where(step)}, or correct the port in the base URL.`]
	},
	{
		id: "tcp/reset",
		code: "tcp.reset",
		retryable: true,
		what: () => "a middlebox or load balancer resets it",
		orders: (step) => [`Find the device on the path that resets ${tcp(step)} to ${step.host} and allow the connection there.`]
	},
	{
		id: "tcp/timed-out",
		code: "tcp.timed_out",
		retryable: false,
		what: () => "a firewall silently drops the packets",
		orders: (step) => [allow(step), `Allow the replies from ${step.host} back in, if the outgoing rule exists.`]
	},
	{
		id: "tcp/unreachable",
		code: "tcp.address_unreachable",
		retryable: false,
		what: (step) => step.errno === "EHOSTUNREACH" ? "a router or firewall says that the host is unreachable or prohibited" : "this runner has no route to it, or a router says that the network is unreachable",
		orders: (step) => [`Add a route from this runner to ${step.host}, or allow it on the router that rejects it.`]
	},
	{
		id: "tcp/closed",
		code: "tcp.closed",
		retryable: true,
		what: () => "the other side closed it at once, like a load balancer without a backend",
		orders: (step) => [`Find the device that accepts and closes connections to ${where(step)}.`]
	}
];
/** A service on this very machine that does not take the connection: nothing lies between. */
const HERE = {
	"tcp.reset": "it resets connections",
	"tcp.timed_out": "it takes no connections, as when its queue is full",
	"tcp.closed": "it closes connections at once"
};
/** No connection could be opened. */
const CONNECTIONS = [
	{
		id: "tcp/local-firewall",
		when: (step) => REFUSED_HERE.has(step.errno),
		says: (step) => ({
			summary: `This runner itself forbids the connection to ${where(step)}${triedNote(step)}: a local firewall rule, sandbox or prohibit route, not the network.`,
			doNext: `Allow outgoing ${tcp(step)} to ${step.host} in the host firewall, security agent or routing table of this runner.`,
			doNot: "Do not ask the network team to open a port: no packet left this machine."
		})
	},
	{
		id: "tcp/local-limit",
		says: (step) => {
			const limit = entryOf(LIMITS, step.errno);
			if (limit === void 0) return void 0;
			return {
				summary: `No connection to ${where(step)} could be started${errnoNote(step)}: ${limit.what}.`,
				doNext: limit.order,
				doNot: "Do not ask the network team to open a port: no packet left this machine."
			};
		}
	},
	(
	/** Node gives each address but the last 250 ms (nodejs/node#54359); this one needs longer. */
	{
		id: "tcp/attempt-timeout",
		says: (step) => {
			const alone = openedAlone(step);
			const { addressTimeoutMs, client } = step.evidence.egress;
			const slow = alone?.opened.find(({ elapsedMs }) => elapsedMs > addressTimeoutMs);
			if (alone === void 0 || slow === void 0) return void 0;
			if (client !== "node") return void 0;
			const needsMs = Math.ceil(slow.elapsedMs);
			const giveMs = Math.max(1e3, Math.ceil(needsMs * 2 / 500) * 500);
			return {
				summary: `${hostAndPort(slow.address, slow.port)} answers, but needs ${needsMs} ms; the ${client} client gives each address of ${step.host} only ${addressTimeoutMs} ms${triedNote(step)}.`,
				doNext: [`Set NODE_OPTIONS=--network-family-autoselection-attempt-timeout=${giveMs} in the job's env.`, `Remove the dead addresses of ${step.host} from DNS, or repair the address family that does not answer.`],
				doNot: "Do not ask for a firewall opening: the address is reachable.",
				cites: [alone.observation]
			};
		}
	}),
	(
	/** A client that tries one address after the other spends its whole time on a dead one; some try no other. */
	{
		id: "tcp/dead-address-first",
		says: (step) => {
			const alone = openedAlone(step);
			const dialled = new Set(step.attempts.map(({ address }) => address));
			const untried = alone?.opened.find(({ address }) => !dialled.has(address));
			const [dead] = step.attempts;
			if (alone === void 0 || untried === void 0) return void 0;
			if (dead === void 0) return void 0;
			const { client, firstAddressOnly } = step.evidence.egress;
			const whoWaits = firstAddressOnly?.applies === "yes" ? `${firstAddressOnly.because} dials only ${dead.address}` : `the ${client} client waits for ${dead.address} first`;
			return {
				summary: `${step.host} has the address ${untried.address}, which opens in ${Math.round(untried.elapsedMs)} ms, but ${whoWaits}${triedNote(step)}.`,
				doNext: `Repair the path to ${dead.address} or remove that address of ${step.host} from this runner's DNS${dead.family === 6 ? "; switching IPv6 off on the runner does the same" : ""}.`,
				doNot: `Do not open the firewall for all of ${step.host}: one of its addresses is reachable.`,
				cites: [alone.observation]
			};
		}
	}),
	(
	/** The base URL points at the runner, or at the container of the step, and nothing listens there. */
	{
		id: "tcp/nothing-listens-here",
		when: (step) => isThisMachine(step.host) && step.code === "tcp.refused",
		says: (step) => ({
			...step.evidence.route.kind === "openai" ? {} : { owner: "route-provider" },
			summary: `Nothing listens on ${where(step)}${triedNote(step)}; ${step.host} is this runner, and inside a container the container itself.`,
			doNext: `Start the service for ${where(step)} before this step, or set the base URL to the name of the service container or host that runs it.`
		})
	}),
	{
		id: "tcp/intermittent",
		says: (step) => {
			const alone = openedAlone(step);
			const first = alone?.opened.at(-1);
			if (alone === void 0 || first === void 0) return void 0;
			return {
				retryable: true,
				summary: `The connection to ${where(step)} failed${triedNote(step)}, but dialled again ${hostAndPort(first.address, first.port)} opened in ${Math.round(first.elapsedMs)} ms: the path loses connections.`,
				doNext: `Run the preflight again; if it recurs, give the network team the times and the address ${first.address} to look for loss or a connection limit.`,
				cites: [alone.observation]
			};
		}
	},
	{
		id: "tcp/service-here",
		says: (step) => {
			const what = entryOf(HERE, step.code);
			const gateway = step.evidence.route.kind !== "openai" && isOnThisMachine(step);
			if (what === void 0 || !gateway) return void 0;
			return {
				owner: "route-provider",
				retryable: true,
				summary: `No connection to the service at ${where(step)} on this very machine could be opened${triedNote(step)}: ${what}.`,
				doNext: `Read the log of the service at ${where(step)}, and restart it if it hangs.`,
				doNot: "Do not look for a firewall or proxy: there is nothing in between on loopback."
			};
		}
	},
	{
		id: "tcp/private-endpoint",
		says: (step) => {
			const inside = step.addresses.find(({ scope }) => scope === "private" || scope === "shared");
			if (inside === void 0 || isInternalHost(step.host)) return void 0;
			return {
				summary: `${step.host} resolves to the private address ${inside.address}, and no connection from this runner could be opened${triedNote(step)}: it has no route into that network.`,
				doNext: `Run the job on a runner inside the network of ${inside.address}, or peer the networks and allow ${tcp(step)}.`,
				doNot: "Do not open public access on the resource just to make this check pass.",
				cites: [outage(step).control]
			};
		}
	},
	{
		id: "tcp/egress-closed",
		says: (step) => {
			const { extent, note, control } = outage(step);
			if (extent !== "everything" || isInternalHost(step.host)) return void 0;
			return {
				summary: `No connection to ${where(step)} could be opened${triedNote(step)}${note}.`,
				doNext: `Give this runner egress: a default route and ${tcp(step)}, or the proxy of this network in HTTPS_PROXY.`,
				doNot: `Do not look for the fault at ${step.host}: nothing outside is reachable from here.`,
				cites: [control]
			};
		}
	},
	...CLOSINGS.map(({ id, code, retryable, what, orders }) => ({
		id,
		when: (step) => step.code === code,
		says: (step) => {
			const { note, control } = outage(step);
			return {
				retryable,
				summary: `No connection to ${where(step)} could be opened${triedNote(step)}: ${what(step)}${note}.`,
				doNext: orders(step),
				cites: [control]
			};
		}
	})),
	{
		id: "tcp/failed",
		says: (step) => {
			const { note, control } = outage(step);
			return {
				retryable: step.code === "tcp.aborted",
				summary: `No connection to ${where(step)} could be opened, and nothing names the cause (${step.code})${triedNote(step)}${note}.`,
				doNext: allow(step),
				cites: [control]
			};
		}
	}
];
/** Addresses dialled alone, with time: the ones that opened, slowest first. */
function openedAlone(step) {
	const seen = investigation(step.evidence, "addresses");
	const opened = (factsOf(seen)?.attempts ?? []).filter(({ status }) => status === "ok").toSorted((a, b) => b.elapsedMs - a.elapsedMs);
	return seen === void 0 || opened.length === 0 ? void 0 : {
		opened,
		observation: seen
	};
}
function allow(step) {
	return `Allow ${tcp(step)} from this runner to ${step.host} in the egress firewall.`;
}

// src/rules/connection/exchanges.ts
/** Times longer than the small one took that a large one must have had before it counts as lost. */
const LARGE_PATIENCE = 2;
/** Statuses of a keyless question that a server of an API gives, and a silent path does not. */
const KEYLESS_ANSWERS = /* @__PURE__ */ new Set([
	200,
	400,
	401,
	404,
	405,
	415,
	422
]);
const MAY_BE_SLOW = "the path may hold it back, and a slow model takes as long";
const ENDINGS = [
	{
		id: "http/timed-out",
		codes: ["http.timed_out"],
		says: "sent no answer in time",
		inLog: `opened the connection and sent no answer before the client gave up: ${MAY_BE_SLOW}`,
		device: "proxy, firewall or load balancer",
		does: "holds the request back"
	},
	{
		id: "http/closed",
		codes: ["http.closed"],
		says: "closed the connection without an answer",
		device: "proxy, firewall or load balancer",
		does: "closes the connection after the request"
	},
	{
		id: "http/reset",
		codes: ["http.reset"],
		says: "reset the connection after the request was sent",
		inLog: "reset an open connection: the log does not say whether during the handshake or after the request",
		device: "firewall or inspection device",
		does: "resets the connection"
	},
	{
		id: "http/body-cut",
		codes: ["http.body_incomplete", "http.body_timed_out"],
		says: "began an answer and did not finish it",
		device: "proxy or content scanner",
		does: "cuts or buffers answers"
	}
];
/** A service may take this long for its first answer, milliseconds: longer silence is not slowness. */
const SLOW_ANSWER_MS = 3500;
/** The connection stood, and no answer came. */
const EXCHANGES = [
	(
	/** The base URL says http, and what listens there hangs up on it and speaks TLS. */
	{
		id: "http/plain-on-tls-port",
		says: (step) => {
			const { seen, facts: { tls, http1 } = {} } = investigated(step.evidence, "other-http");
			if (hasStatus(step) || tls !== true || http1 === true) return void 0;
			const url = new URL(step.evidence.route.baseUrl);
			return {
				owner: "request",
				code: "http.plain_on_tls",
				summary: `${where(step)} gives no answer to plain HTTP${errnoNote(step)} and speaks TLS when asked in it: the base URL says http where the port expects https.`,
				doNext: `Write the base URL with https: https://${url.host}${url.pathname}.`,
				doNot: "Do not look for a firewall: the port answers, in TLS.",
				cites: [seen]
			};
		}
	}),
	(
	/** HTTP/1.1 gets no answer, not even to what is no request; HTTP/2 does: a listener for that alone. */
	{
		id: "http/version-mismatch",
		says: (step) => {
			const { seen, facts: { http2, http1 } = {} } = investigated(step.evidence, "other-http");
			if (hasStatus(step) || http2 !== true || http1 !== false) return void 0;
			return {
				owner: "request",
				code: "http.version_mismatch",
				summary: `${where(step)}${through$1(step)} gives no answer to HTTP/1.1${errnoNote(step)} and speaks HTTP/2 at once when asked in it: this listener accepts only HTTP/2, and the ${step.evidence.egress.client} client offers it HTTP/1.1.`,
				doNext: [`Compare the port in the base URL with the one that ${step.host} publishes for its HTTP API: a port for gRPC speaks only HTTP/2.`, `Or switch HTTP/1.1 on in the listener of ${where(step)} (ALPN h2 and http/1.1).`],
				doNot: "Do not change TLS versions or certificates: the connection was established.",
				cites: [seen]
			};
		}
	}),
	(
	/** The same POST passes small and vanishes large: an MTU black hole or a limit on the way. */
	{
		id: "http/large-request-lost",
		says: (step) => {
			const seen = investigation(step.evidence, "large-request");
			const { smallStatus, largeStatus, smallMs = 0, largeMs, bytes } = wholeOf(step);
			if (smallStatus === void 0 || largeStatus !== void 0) return void 0;
			if (largeMs !== void 0 && largeMs < smallMs * LARGE_PATIENCE) return void 0;
			return {
				summary: `${where(step)}${through$1(step)} answers a small POST without credentials (${smallStatus}) and not the same one of ${bytes ?? "many"} bytes: size alone makes the difference, so the path loses large packets or a limit on it cuts large requests.`,
				doNext: ["Clamp the TCP MSS or let ICMP \"fragmentation needed\" through on this path (MTU black hole).", `Lift the limit on request bodies to ${step.host} in the proxy or inspection device, if there is one.`],
				doNot: "Do not raise the timeout: the bytes do not arrive later.",
				cites: [seen]
			};
		}
	}),
	(
	/** A GET is answered, and no POST is, small or large, with the key or without. */
	{
		id: "http/bodies-held",
		says: (step) => {
			const seen = investigation(step.evidence, "large-request");
			const { getStatus, smallStatus, largeStatus } = wholeOf(step);
			const posts = smallStatus ?? largeStatus;
			if (step.code !== "http.timed_out" || getStatus === void 0) return void 0;
			if (posts !== void 0) return void 0;
			const provider = isAtProvider(step);
			const askedMs = provider ? void 0 : shortWitness(step);
			return {
				...provider ? { owner: "route-provider" } : {},
				...askedMs === void 0 ? {} : { confidence: "low" },
				retryable: true,
				summary: `${where(step)}${through$1(step)} answers a GET without credentials (${getStatus}) and no POST, neither a small nor a large one, with the key or without${errnoNote(step)}: ${provider ? "its backend is stuck or a scanner in front of it" : "a content scanner (DLP, ICAP) or a stuck server"} holds requests with a body${askedMs === void 0 ? "" : `, or takes longer for them than the ${askedMs} ms that they had`}.`,
				doNext: [askedMs === void 0 ? void 0 : longerTimeout(step), provider ? `Free the backend of ${where(step)} that takes POST requests, or the content scanner in front of it.` : `Let the proxy or content scanner (DLP, ICAP) between this runner and ${step.host} pass POST requests on, and read its log for this time.`],
				doNot: "Do not look for an MTU fault: small requests are held as well.",
				cites: [seen]
			};
		}
	}),
	(
	/** The API answers without credentials and keeps silent on the real request: it is slow, not the path. */
	{
		id: "http/api-silent",
		says: (step) => {
			const proof = provenPath(step);
			if (step.code !== "http.timed_out" || proof === void 0) return void 0;
			const { kind } = step.evidence.route;
			return {
				owner: kind === "openai" ? "api-server" : "route-provider",
				retryable: true,
				summary: `${where(step)} answers requests without credentials and gave no answer to the real one in ${Math.round(step.observation.elapsedMs)} ms: the path works, the service is slow.`,
				doNext: `Run the preflight again; if it recurs, give the application a longer timeout and report the time to the operator of ${step.host}.`,
				doNot: "Do not open firewalls: the path is proven.",
				cites: [proof]
			};
		}
	}),
	...ENDINGS.map((ending) => ({
		id: ending.id,
		when: (step) => ending.codes.includes(step.code) && !hasStatus(step),
		says: (step) => {
			const { note, control } = outage(step);
			const isLog = step.evidence.source === "log";
			const slow = isLog && step.code.endsWith("timed_out");
			const provider = isAtProvider(step);
			const askedMs = provider || isLog ? void 0 : shortWitness(step);
			const lasted = slow ? ` before the client gave up: ${MAY_BE_SLOW}` : "";
			const told = isLog ? ending.inLog ?? `${ending.says}${lasted}` : ending.says;
			const says = provider ? told.replace(" the path may hold it back, and", "") : told;
			return {
				...slow || askedMs !== void 0 ? { confidence: "low" } : {},
				...provider ? { owner: "route-provider" } : {},
				retryable: true,
				summary: `${where(step)}${through$1(step)} ${provider ? takenBy(step) : ""}${says}${errnoNote(step)}${note}${askedMs === void 0 ? "" : `; a request without credentials got no answer within ${askedMs} ms either, which may also be a slow service`}.`,
				doNext: [
					isLog ? void 0 : askedMs === void 0 ? "Run the preflight again: a retry may help." : longerTimeout(step),
					slow ? "Give the application a longer timeout, or stream the answer, if the test passes." : void 0,
					provider ? `Read the log of the service at ${where(step)} for this time${isLog ? "" : `: it took the request and ${ending.says}`}.` : `Find the ${ending.device} between this runner and ${step.host} that ${ending.does}.`
				],
				cites: [control, investigation(step.evidence, "keyless")]
			};
		}
	})),
	{
		id: "http/not-http",
		says: (step) => {
			const overflow = step.code === "http.headers_overflow";
			if (!overflow && step.code !== "http.response.invalid") return void 0;
			if (!isProbe(step.observation, "response")) return void 0;
			return hasStatus(step) ? void 0 : notFromApi(step, overflow);
		}
	}
];
const answerFailedOtherwise = {
	id: "http/failed",
	when: (step) => step.layer === "http",
	says: (step) => ({
		...isAtProvider(step) ? { owner: "route-provider" } : {},
		summary: `The exchange with ${where(step)}${through$1(step)} broke off: ${step.code}${errnoNote(step)}.`,
		doNext: isAtProvider(step) ? `Read the log of the service at ${where(step)} for this time.` : `Find the proxy or device between this runner and ${step.host} that does not pass HTTP on unchanged.`
	})
};
function through$1(step) {
	return step.proxy === "" ? "" : ` through ${step.proxy}`;
}
function wholeOf(step) {
	return factsOf(investigation(step.evidence, "large-request")) ?? {};
}
/** The observation that proves the path to the API itself, small and large requests alike. */
function provenPath(step) {
	const keyless = investigation(step.evidence, "keyless");
	if (keyless?.outcome.status === "ok" && writtenByApi(keyless.outcome.facts)) return keyless;
	const { smallStatus = 0, largeStatus } = wholeOf(step);
	return KEYLESS_ANSWERS.has(smallStatus) && largeStatus !== void 0 ? investigation(step.evidence, "large-request") : void 0;
}
/** How long the question without credentials was silent, where a slow service may be as well; in milliseconds. */
function shortWitness(step) {
	const asked = investigation(step.evidence, "large-request");
	if (step.code !== "http.timed_out" || asked === void 0) return void 0;
	return asked.outcome.status === "ok" || asked.elapsedMs >= SLOW_ANSWER_MS ? void 0 : Math.round(asked.elapsedMs);
}
function longerTimeout({ evidence }) {
	return `Set the \`timeout\` of the preflight to more than ${evidence.route.timeoutMs} ms: it can then tell a slow service from a path that holds requests back.`;
}
function takenBy(step) {
	if (step.evidence.source === "log") return "on this very machine ";
	return isOnThisMachine(step) ? "took the request on this very machine and " : "proved its name by certificate, took the request and ";
}
/** A response with a status is judged by who wrote it, not here. */
function hasStatus(step) {
	const { observation } = step;
	return isProbe(observation, "response") && factsOf(observation)?.status !== void 0;
}
function notFromApi(step, overflow) {
	const what = overflow ? "headers larger than any API sends" : "bytes that are not HTTP";
	return isAtProvider(step) ? {
		owner: "route-provider",
		summary: `The ${step.evidence.route.kind} endpoint ${where(step)} ${takenBy(step)}sent ${what}${errnoNote(step)}.`,
		doNext: `Repair the HTTP listener of ${where(step)}, or correct the port in the base URL.`
	} : {
		summary: `${where(step)}${through$1(step)} sent ${what}${errnoNote(step)}: the API does not, something on the path does.`,
		doNext: `Find the proxy or device that answers for ${where(step)}, or correct the port in the base URL.`
	};
}

// src/rules/connection/handshakes.ts
/** TLS alert numbers (RFC 8446 §6) that need naming. */
const HANDSHAKE_FAILURE = 40;
const NO_PROTOCOL = 120;
const SMALL_DH = /^ERR_(?:SSL_DH_KEY_TOO_SMALL|SSL_BAD_DH_VALUE|TLS_DH_PARAM_SIZE)$/;
const OLD_VERSION = /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|WRONG_SSL_VERSION|TLSV1_ALERT_PROTOCOL_VERSION)$/;
/** Bytes that are no TLS: OpenSSL reads "HTTP/" as a record with an impossible version. */
const NOT_TLS = /^(?:ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)|EPROTO)$/;
const CUTS = {
	"tls.reset": "is reset",
	"tls.closed": "is closed",
	"tls.timed_out": "gets no answer"
};
/** A hello of this size and more does not fit into one packet of 1500 bytes. */
const LARGE_HELLO_BYTES = 1400;
/** The two sides did not agree, or something between cut them off. */
const HANDSHAKES = [
	{
		id: "tls/client-certificate",
		when: (step) => step.code === "tls.bad_client_auth_cert",
		says: (step) => ({
			rung: "tls",
			summary: `The server that answers for ${step.host} requires a client certificate and got none that it accepts${alertNote(step)}.`,
			doNext: `Give the client a certificate that ${step.host} accepts, or use its address without mutual TLS.`,
			doNot: "Do not replace the API key: mutual TLS is decided before any key is sent."
		})
	},
	(
	/** No protocol of the application layer in common (RFC 7301 §3.2): the server wants another HTTP. */
	{
		id: "tls/alpn-mismatch",
		when: (step) => step.code === "tls.version_or_cipher_mismatch" && step.alert === NO_PROTOCOL,
		says: (step) => {
			const { client, httpVersion } = step.evidence.egress;
			const ours = httpVersion === "2" ? "HTTP/2 and HTTP/1.1" : "HTTP/1.1";
			return {
				owner: "request",
				summary: `${where(step)} refuses the protocols that the ${client} client offers (ALPN: ${ours})${alertNote(step)}: the TLS versions match, the two speak different HTTP.`,
				doNext: [`Enable HTTP/1.1 (ALPN http/1.1) on the server or load balancer for ${where(step)}, or give the application an HTTP client that speaks HTTP/2.`, `Compare the port in the base URL with the one that ${step.host} publishes for HTTPS: a port for gRPC speaks only HTTP/2.`],
				doNot: "Do not change TLS versions or ciphers: the handshake got past them."
			};
		}
	}),
	{
		id: "tls/weak-key-exchange",
		when: (step) => step.code === "tls.version_or_cipher_mismatch" && SMALL_DH.test(step.errno),
		says: (step) => ({
			summary: `The TLS handshake with ${where(step)} fails: its Diffie-Hellman group is too small${reasonNote(step)}; the versions match.`,
			doNext: `Give the server or inspection device that answers for ${step.host} cipher suites with ECDHE, or a Diffie-Hellman group of 2048 bits or more.`,
			doNot: "Do not lower the security level of the application (`@SECLEVEL=0`)."
		})
	},
	(
	/** Alert 40 says only "no": cipher, curve, signature or a client certificate that is wanted. */
	{
		id: "tls/handshake-refused",
		when: (step) => step.code === "tls.version_or_cipher_mismatch" && step.alert === HANDSHAKE_FAILURE,
		says: (step) => ({
			summary: `${where(step)} refuses the handshake${alertNote(step)}: no cipher, curve or signature in common, or it requires a client certificate${strangerNote(step)}.`,
			doNext: [`If ${step.host} asks for mutual TLS, give the client its certificate and key: TLS 1.2 says no more than alert 40 when they are missing.`, `Otherwise give the server or inspection device that answers for ${step.host} current cipher suites (ECDHE with AES-GCM or ChaCha20).`],
			doNot: ["Do not lower the TLS version of the application.", "Do not replace the API key: no key has been sent."]
		})
	}),
	{
		id: "tls/old-protocol",
		when: (step) => step.code === "tls.version_or_cipher_mismatch",
		says: (step) => {
			const version = OLD_VERSION.test(step.errno) || step.alert === 70;
			return {
				summary: `TLS to ${where(step)} finds no common ${version ? "version" : "version, cipher or signature"}${reasonNote(step)}${isOpenaiHost(step.host) ? ": a device on the path answers, the API speaks TLS 1.2 and 1.3" : ""}.`,
				doNext: version ? `Update the server, firewall or inspection device that answers for ${step.host} to TLS 1.2 or 1.3.` : `Give the server, firewall or inspection device that answers for ${step.host} current cipher suites and signatures.`,
				doNot: "Do not lower the TLS version of the application."
			};
		}
	},
	{
		id: "tls/unrecognized-name",
		when: (step) => step.code === "tls.unrecognized_name_alert",
		says: (step) => ({
			summary: `The server at ${where(step)} does not know the name ${step.host}${alertNote(step)}.`,
			doNext: `Correct the host in the base URL, or configure ${step.host} on the server or gateway that answers there.`
		})
	},
	{
		id: "tls/plain-text",
		says: (step) => {
			if (step.code !== "tls.protocol.error" || !NOT_TLS.test(step.errno)) return void 0;
			return step.port !== 443 && step.evidence.route.kind === "gateway" && step.proxy === "" ? {
				owner: "request",
				summary: `${where(step)} answers without TLS${errnoNote(step)}: the base URL says https://, the service speaks http://.`,
				doNext: `Write the scheme that ${where(step)} speaks into the base URL, or switch TLS on there.`
			} : {
				summary: `${where(step)} answers without TLS${errnoNote(step)}: a captive portal, block page${step.proxy === "" ? "" : `, the proxy ${step.proxy}`} or another service is on the port.`,
				doNext: `Find the device that answers for ${where(step)} in clear text, and let TLS pass to the real host.`
			};
		}
	},
	(
	/**
	* Node's ClientHello is about 1.6 kB since X25519MLKEM768 and spans two packets; a device that
	* does not put them together, or a path that loses full packets, lets only a small one pass.
	*/
	{
		id: "tls/large-hello",
		says: (step) => {
			const what = cut(step);
			const small = investigation(step.evidence, "small-hello");
			if (what === void 0 || small?.outcome.status !== "ok") return void 0;
			if (isOnThisMachine(step) || largeHelloPasses(step)) return void 0;
			const bytes = small.outcome.facts.helloBytes;
			const vanishes = step.code === "tls.timed_out";
			return {
				summary: `TLS to ${where(step)}${through(step)} ${what}${errnoNote(step)} with the normal ClientHello of 1.6 kB and works with one of ${bytes} bytes: ${vanishes ? "the path loses full-size packets or a device on it cannot read" : "a device on the path cannot read"} the post-quantum ClientHello.`,
				doNext: [`Update the firewall or TLS inspection that handles ${step.host} to one that reassembles a ClientHello of two packets.`, vanishes ? "Clamp the TCP MSS or let ICMP \"fragmentation needed\" through on this path (MTU black hole)." : void 0],
				doNot: "Do not pin an old TLS version in the application: size is the trouble, not the version.",
				cites: [small]
			};
		}
	}),
	{
		id: "tls/name-blocked",
		says: (step) => {
			const what = cut(step);
			const other = investigation(step.evidence, "other-name");
			const small = investigation(step.evidence, "small-hello");
			const reached = factsOf(other)?.reached === true;
			if (what === void 0 || other?.outcome.status !== "ok") return void 0;
			if (!reached || small?.outcome.status === "ok" || isOnThisMachine(step)) return void 0;
			return {
				summary: `TLS to ${where(step)}${through(step)} ${what}${errnoNote(step)} after the ClientHello, while the name ${other.outcome.facts.servername} passes on the same address: a firewall blocks ${step.host} by name (SNI).`,
				doNext: `Allow the TLS server name ${step.host} in the firewall or proxy policy of this network.`,
				doNot: "Do not allow only the IP addresses: the block is on the name.",
				cites: [other]
			};
		}
	},
	{
		id: "tls/handshake-cut",
		says: (step) => {
			const what = cut(step);
			if (what === void 0) return void 0;
			if (step.evidence.route.kind !== "openai" && isOnThisMachine(step)) return {
				owner: "route-provider",
				retryable: true,
				summary: `The service at ${where(step)} on this very machine takes the connection, but the TLS handshake ${what}${errnoNote(step)}.`,
				doNext: `Read the log of the service at ${where(step)}; write http:// into the base URL if it speaks no TLS on that port.`,
				doNot: "Do not look for a firewall or proxy: there is nothing in between on loopback."
			};
			const { note, control } = outage(step);
			const passesNow = investigation(step.evidence, "small-hello")?.outcome.status === "ok";
			return {
				retryable: true,
				summary: `The connection to ${where(step)}${through(step)} opens, but the TLS handshake ${what}${errnoNote(step)}${passesNow ? "; tried again, handshakes there pass, so the failure comes and goes" : note}.`,
				doNext: [step.proxy === "" ? `Allow TLS to ${step.host} in the firewall or inspection device that lets ${tcp(step)} through and cuts the handshake.` : `Allow TLS to ${step.host} on the proxy ${step.proxy}, or repair its own egress: it opened the tunnel and then cut the handshake.`, step.code === "tls.timed_out" ? "Clamp the TCP MSS or let ICMP \"fragmentation needed\" through, if large packets get lost on this path." : void 0],
				cites: [
					control,
					investigation(step.evidence, "other-name"),
					investigation(step.evidence, "small-hello")
				]
			};
		}
	},
	{
		id: "tls/failed",
		says: (step) => ({
			summary: `The TLS handshake with ${where(step)} failed, and nothing names the cause${alertNote(step)}.`,
			doNext: [step.evidence.source === "log" ? "Log the whole error of the client: the alert or the verification result in it names the cause." : void 0, `If only the other end knows the cause, ask whoever runs the device or server that answers for ${step.host} for its TLS log of this time.`],
			doNot: KEEP_VERIFYING
		})
	}
];
function strangerNote(step) {
	return isOpenaiHost(step.host) ? "; a device on the path answers, the API does neither" : "";
}
/** The handshake was cut off or fell silent, without a word of TLS. */
function cut(step) {
	return entryOf(CUTS, step.code);
}
/**
* A large hello for another name passed on the same address, so size is not what is filtered.
* The investigation sends the default hello unless it says otherwise.
*/
function largeHelloPasses(step) {
	const other = factsOf(investigation(step.evidence, "other-name"));
	return other?.reached === true && (other.helloBytes ?? 1401) > LARGE_HELLO_BYTES;
}
function through(step) {
	return step.proxy === "" ? "" : ` through the tunnel of ${step.proxy}`;
}

// src/rules/connection/names.ts
const NO_IPV6 = /* @__PURE__ */ new Set([
	"dns.name_not_resolved",
	"tcp.address_unreachable",
	"tcp.address_invalid"
]);
/** Words for the response codes that mean refusal or defect (RFC 1035 §4.1.1). */
const ANSWERS = {
	SERVFAIL: {
		says: "the name server could not complete the lookup",
		order: "Repair the forwarder or the DNSSEC validation of the name server"
	},
	REFUSED: {
		says: "the name server refuses to answer this runner",
		order: "Allow recursion for this runner on the name server"
	},
	NOTIMP: {
		says: "the name server does not implement this query",
		order: "Replace the name server or the middlebox in front of it"
	},
	FORMERR: {
		says: "the name server calls a well-formed query malformed",
		order: "Replace the name server or the middlebox in front of it"
	}
};
/** Only AAAA records, and a runner without IPv6: getaddrinfo with ADDRCONFIG then finds nothing. */
const ipv6Only = {
	id: "dns/ipv6-only",
	says: ofServers((step, asked) => {
		const known = step.layer === "tcp" ? step.addresses : addressesOf(asked);
		if (!(known.length > 0 && known.every(({ family }) => family === 6)) || !NO_IPV6.has(step.code) || step.of === "proxy") return void 0;
		const silentFour = asked?.servers.some(({ a }) => a.answer !== "NOERROR" && a.answer !== "NODATA");
		if (step.layer === "dns" && silentFour === true) return void 0;
		const literal = isAddress(step.host);
		return {
			summary: `${literal ? `${step.host} is an IPv6 address` : `${step.host} has only IPv6 addresses (${addressList(known)})`}, and this runner has no IPv6 route${errnoNote(step)}.`,
			doNext: literal ? "Give this runner IPv6, or set the base URL to a name or an IPv4 address of the same service." : `Publish an A record for ${step.host} or give this runner IPv6 or NAT64.`
		};
	})
};
/** The name did not resolve. */
const NAMES = [
	{
		id: "dns/resolver-unreachable",
		says: ofServers((step, asked) => {
			if (!(step.code === "dns.unreachable") && !allSay(asked, "silent")) return void 0;
			const servers = asked?.servers.map(({ server }) => server) ?? [];
			const onlyHere = servers.length > 0 && servers.every((server) => /^(?:127\.|::1|\[::1)/.test(server));
			const named = servers.length === 0 ? "its name servers" : servers.slice(0, 3).join(", ");
			const answers = asked === void 0 ? "" : `; ${serversNote(asked)}`;
			return {
				code: "dns.unreachable",
				summary: `${step.host} cannot be looked up: no name server of this runner answers${errnoNote(step)}${answers}.`,
				doNext: onlyHere ? [`Start the resolver at ${named}, or write a reachable nameserver into /etc/resolv.conf.`] : [`Allow UDP 53 and TCP 53 from this runner to ${named}, or name a reachable server in /etc/resolv.conf.`],
				doNot: `Do not change ${step.host} in the base URL: nobody was asked about it.`,
				cites: [outage(step).control]
			};
		})
	},
	(
	/** One address family is not answered, and glibc then fails the lookup as a whole. */
	{
		id: "dns/family-unanswered",
		says: ofServers((step, asked) => {
			const half = asked?.servers.find(({ a, aaaa, verdict }) => verdict === "addresses" && (isBroken$1(a.answer) || isBroken$1(aaaa.answer)));
			if (asked === void 0 || half === void 0) return void 0;
			const [family, answer] = isBroken$1(half.a.answer) ? ["A", half.a.answer] : ["AAAA", half.aaaa.answer];
			return {
				code: "dns.failed",
				summary: `${step.host} cannot be looked up${errnoNote(step)}: ${half.server} answers one family and leaves the ${family} query at ${answer}.`,
				doNext: `Repair how ${half.server} answers ${family} queries for ${step.host}.`
			};
		})
	}),
	{
		id: "dns/server-failure",
		says: ofServers((step, asked) => {
			const refusing = asked?.servers.find(({ verdict }) => verdict === "refuses");
			const others = asked?.servers.filter(({ verdict }) => verdict !== "refuses") ?? [];
			if (refusing === void 0) return void 0;
			if (others.some(({ verdict }) => verdict !== "silent")) return void 0;
			const known = entryOf(ANSWERS, refusing.answer);
			const says = known?.says ?? `the name server answers with ${refusing.answer}`;
			const order = known?.order ?? "Replace the name server or the middlebox in front of it";
			return {
				code: "dns.failed",
				retryable: refusing.answer === "SERVFAIL",
				summary: `${step.host} cannot be looked up: ${says} (${refusing.server} ${refusing.answer}${step.errno === "" ? "" : `, ${step.errno}`}).`,
				doNext: `${order} (${refusing.server}) so that it answers for ${step.host}.`,
				doNot: `Do not read this as a wrong name: the server did not say that ${step.host} is unknown.`
			};
		})
	},
	(
	/** Some name servers know the name, others do not: which one is asked first decides. */
	{
		id: "dns/servers-disagree",
		says: ofServers((step, asked) => {
			if (asked === void 0) return void 0;
			const knows = asked.servers.find(({ verdict }) => verdict === "addresses");
			const lacks = asked.servers.find(({ verdict }) => verdict !== "addresses");
			if (knows === void 0 || lacks === void 0) return void 0;
			return {
				summary: `The name servers of this runner disagree about ${step.host}: ${serversNote(asked)}; the lookup failed${errnoNote(step)}.`,
				doNext: `Remove ${lacks.server} from /etc/resolv.conf or let it forward ${step.host} as ${knows.server} does.`
			};
		})
	}),
	(
	/** The name servers know the name, the system resolver does not ask them (nsswitch, mDNS, a stub). */
	{
		id: "dns/system-resolver",
		says: ofServers((step, asked) => {
			if (asked === void 0 || !allSay(asked, "addresses")) return void 0;
			if (step.code !== "dns.name_not_resolved") return void 0;
			return {
				summary: `${asked.servers[0]?.server ?? "The name server"} resolves ${step.host} to ${addressList(addressesOf(asked))}, but the system resolver of this runner says it does not exist${errnoNote(step)}.`,
				doNext: "Put `dns` into the hosts line of /etc/nsswitch.conf (`hosts: files dns`).",
				doNot: "Do not conclude from dig or nslookup that DNS works: they do not ask as the client does."
			};
		})
	}),
	{
		id: "dns/temporary",
		says: ofServers((step, asked) => {
			if (asked === void 0 || !allSay(asked, "addresses")) return void 0;
			const slowest = Math.max(...asked.servers.flatMap(({ a, aaaa }) => [a.elapsedMs, aaaa.elapsedMs]));
			return {
				retryable: true,
				summary: `The lookup of ${step.host} failed${errnoNote(step)}, but asked again the name servers answered in ${Math.round(slowest)} ms: the resolver is slow or loses queries.`,
				doNext: `Run the preflight again; if it recurs, replace or unload the resolver ${asked.servers[0]?.server ?? ""}.`
			};
		})
	},
	{
		id: "dns/name-not-found",
		when: (step) => step.code === "dns.name_not_resolved",
		says: ofServers((step, asked) => {
			const answers = asked === void 0 ? "" : ` (${serversNote(asked)})`;
			return {
				...whose(step, {
					asked,
					saying: `${errnoNote(step)}${answers}`.replace(") (", "; ")
				}),
				cites: [outage(step).control]
			};
		})
	},
	{
		id: "dns/timed-out",
		when: (step) => step.code === "dns.timed_out",
		says: (step) => {
			const { control, note } = outage(step);
			return {
				retryable: true,
				summary: `The lookup of ${step.host} did not finish within ${Math.round(step.observation.elapsedMs)} ms${note}.`,
				doNext: "Allow UDP 53 and TCP 53 from this runner to every server in /etc/resolv.conf, and remove the dead ones.",
				cites: [control]
			};
		}
	},
	{
		id: "dns/failed",
		says: ofServers((step, asked) => {
			const { control, note } = outage(step);
			const answers = asked === void 0 ? "" : `; ${serversNote(asked)}`;
			return {
				retryable: true,
				summary: `The lookup of ${step.host} failed${errnoNote(step)}${answers}${note}.`,
				doNext: `Repair the resolver of this runner so that it answers for ${step.host}; run the preflight again first, the failure may pass.`,
				cites: [control]
			};
		})
	}
];
function isBroken$1(answer) {
	return isSilent(answer) || answer === "SERVFAIL" || answer === "REFUSED";
}
function whose(step, told) {
	const { host } = step;
	const meant = meantHost(host);
	if (meant !== void 0) return misspelt(step, told, meant);
	if (host.endsWith(".openai.com") && !isOpenaiHost(host)) return noSuchHost(step, told, "request");
	if (outage(step).layer === "dns" && !isOpenaiHost(host)) return nothingResolves(step, told);
	if (isAzureHost(host)) return azureResource(step, told);
	if (isOpenaiHost(host) || step.evidence.route.kind === "gateway" || isInternalHost(host)) return missingHere(step, told);
	return noSuchHost(step, told, step.evidence.route.kind === "azure" ? "route-provider" : "request");
}
function noSuchHost({ host }, told, owner) {
	return {
		owner,
		summary: `The host ${host} of the base URL does not exist${told.saying}; it is not a host of this API.`,
		doNext: `Correct the host in the base URL: ${host} has no DNS entry.`
	};
}
function misspelt(step, told, meant) {
	return {
		owner: "request",
		summary: `The host ${step.host} of the base URL does not exist${told.saying}; it looks like a misspelling of ${meant}.`,
		doNext: `Set the base URL to https://${meant} with its path, instead of ${step.host}.`,
		doNot: "Do not ask the DNS team to add this name."
	};
}
function nothingResolves(step, told) {
	return {
		summary: `${step.host} does not resolve from this runner${told.saying}${outage(step).note}.`,
		doNext: "Repair name resolution on this runner: no name that was tried resolves."
	};
}
function azureResource(step, { asked, saying }) {
	if ((asked?.servers ?? []).flatMap(({ a, aaaa }) => [...a.cnames, ...aaaa.cnames]).some(isPrivateLinkHost)) return {
		summary: `${step.host} leads to a private endpoint, but its privatelink name has no address for this runner${saying}.`,
		doNext: `Link the private DNS zone with the A record of ${step.host} to the network of this runner.`
	};
	const resolverWorks = asked !== void 0 || outage(step).extent === "this-host";
	return {
		...resolverWorks ? { owner: "route-provider" } : { confidence: "low" },
		summary: resolverWorks ? `The Azure resource host ${step.host} does not exist${saying}: the resource is deleted, renamed or misspelt, or only a private DNS zone knows it.` : `${step.host} does not resolve${saying}, and nothing shows whether the Azure resource is gone or this runner's DNS hides it.`,
		doNext: [`Compare ${step.host} with the endpoint shown for the resource in the Azure portal.`, `If the resource exists, let this runner's DNS resolve ${step.host} (private DNS zone or public forwarding).`],
		doNot: "Do not create a new deployment before the resource name is known to be right."
	};
}
function missingHere(step, told) {
	const { host } = step;
	const isPublic = isOpenaiHost(host) && !isPrivateLinkHost(host);
	return {
		summary: isPublic ? `${host} exists in public DNS, but not for this runner${told.saying}: its DNS denies the name${outage(step).note}.` : `${host} does not resolve from this runner${told.saying}: its DNS has no address for the name, or the base URL misspells it.`,
		doNext: isPublic ? [`Allow ${host} in the DNS policy of the resolver that this runner uses.`] : [`Make ${host} resolvable from this runner: add it to the DNS zone or attach the runner to the network that knows it.`, `Compare ${host} with the name that the owner of the endpoint published.`]
	};
}

// src/rules/connection/no-response.ts
/**
* No status, no body, no request ID, and no errno: only the shape of the failure is known. What
* fails so is first the path (contract: "the first owner to test").
*/
const noResponse = {
	id: "path/no-response",
	when: ({ code }) => code === "path.no_response" || code === "path.timed_out",
	says: ({ code, host, evidence }) => {
		const of = host === "" ? "the API" : host;
		const kept = evidence.source === "log" ? "the log" : "what the SDK threw";
		return {
			confidence: "low",
			rung: "http",
			retryable: true,
			...code === "path.no_response" ? {
				summary: `The client got no answer from ${of}: ${kept} has no status, no body and no request ID, so the first to test is the path (DNS, proxy, firewall, TLS); the error under it (errno, TLS reason) is missing`,
				doNext: "Log the cause as well (`cause` in Node, `__cause__` in Python, the inner exception elsewhere): it holds the errno."
			} : {
				summary: `The client stopped waiting for ${of}: ${kept} has no status, no body and no request ID, so the first to test is the path; whether DNS, the connection or a slow answer used up the time is missing, and it does not prove that no server saw the request`,
				doNext: "If the test passes, give the application a longer timeout: a large answer of a slow model takes minutes."
			}
		};
	}
};
const JUDGED_ELSEWHERE = /* @__PURE__ */ new Set([
	"api",
	"azure",
	"gateway",
	"client"
]);
/** A failure without a word of ours: said openly, never pressed into the nearest conclusion. */
const unexplained = {
	id: "unexplained",
	when: (step) => !JUDGED_ELSEWHERE.has(step.layer),
	says: (step) => ({
		owner: "unknown",
		summary: `The request to ${step.host} ended with ${step.code}${step.errno === "" ? "" : ` (${step.errno})`}, which no rule explains.`,
		doNext: `Run once more with step debug logging (ACTIONS_STEP_DEBUG=true), switch it off after that run, and report ${step.code} with the packet.`,
		doNot: "Do not act on the SDK message alone: it names no owner."
	})
};
/** Thrown by the client library before a socket exists; the SDK calls it "Connection error." all the same. */
const REFUSALS$1 = {
	UND_ERR_INVALID_ARG: {
		code: "config.transport_mismatch",
		owner: "request",
		what: "an argument of the HTTP client is not accepted, typically a dispatcher of another undici version",
		fix: "Pass `fetch` and the dispatcher from the same undici package to the SDK."
	},
	ERR_INVALID_CHAR: {
		code: "config.key_malformed",
		owner: "auth",
		what: "a header, normally the one with the key, has a character that HTTP does not allow",
		fix: "Store the secret again without line break, quotes and spaces."
	},
	ERR_INVALID_URL: {
		code: "config.base_url_invalid",
		owner: "request",
		what: "the base URL or the proxy URL is not a URL",
		fix: "Set OPENAI_BASE_URL and the proxy variables to full URLs with scheme and host."
	},
	ERR_INVALID_PROTOCOL: {
		code: "config.base_url_invalid",
		owner: "request",
		what: "the scheme of the URL is not http or https",
		fix: "Start OPENAI_BASE_URL with https://."
	}
};
const neverSent = {
	id: "request/never-sent",
	says: (step) => {
		const refusal = entryOf(REFUSALS$1, step.errno) ?? refusalWithoutName(step);
		if (refusal === void 0) return void 0;
		return {
			...blame(refusal.owner, refusal.code, "config"),
			summary: `No request was sent to ${step.host}: ${refusal.what}${step.errno === "" ? "" : ` (${step.errno})`}.`,
			doNext: refusal.fix,
			doNot: "Do not open firewalls or change proxies: the request did not get that far."
		};
	}
};
function refusalWithoutName(step) {
	if (step.layer !== "config") return void 0;
	return step.evidence.route.azureAuth === "entra" ? {
		code: step.code,
		owner: "auth",
		what: "the Entra ID credential of this job gave no token",
		fix: "Sign in before this step (azure/login with id-token: write), or set AZURE_TENANT_ID, AZURE_CLIENT_ID and the credential that belongs to them."
	} : {
		code: step.code,
		owner: "request",
		what: "the client library rejects the request as it is configured",
		fix: "Compare base URL, key, organization and extra headers with what the SDK of this version accepts."
	};
}

// src/rules/connection/proxy.ts
const SPELLING = {
	negotiate: "Negotiate (Kerberos)",
	ntlm: "NTLM",
	digest: "Digest"
};
const REFUSALS = [
	{
		id: "proxy/denied",
		codes: ["proxy.denied"],
		says: (step) => `denies the tunnel to ${target(step)} by its rules`,
		orders: (step) => [`Allow CONNECT ${target(step)} for this runner on the proxy ${step.proxy}.`]
	},
	{
		id: "proxy/login-page",
		codes: ["proxy.redirected"],
		says: (step) => `answers CONNECT ${target(step)} with a redirect, like a login page`,
		orders: (step) => [`Exempt this runner from the login of the proxy ${step.proxy}, or give it credentials that need no browser.`]
	},
	{
		id: "proxy/cannot-resolve",
		codes: ["proxy.dns_error"],
		says: (step) => `cannot resolve ${step.host}${hasNoWay(step) ? " or has no route to it" : ""} (the proxy resolves it, not this runner)`,
		orders: (step) => [`Make ${step.host} resolvable on the proxy ${step.proxy}${hasNoWay(step) ? "; if it is, look for never_direct and its parents there" : ""}.`]
	},
	{
		id: "proxy/upstream-tls",
		codes: ["proxy.upstream_tls_error"],
		says: (step) => `cannot set up TLS with ${target(step)} behind it`,
		orders: (step) => [`Let the proxy ${step.proxy} trust and speak the TLS of ${step.host}.`]
	},
	{
		id: "proxy/upstream-closed",
		codes: [
			"proxy.connection_refused",
			"proxy.connection_terminated",
			"proxy.destination_unavailable"
		],
		says: (step) => `cannot connect to ${target(step)} itself`,
		orders: (step) => [`Allow ${tcp(step)} from the proxy ${step.proxy} to ${step.host}.`]
	},
	{
		id: "proxy/upstream-timed-out",
		codes: ["proxy.connection_timeout"],
		retryable: true,
		says: (step) => `got no answer from ${target(step)} in time`,
		orders: (step) => [`Allow ${tcp(step)} from the proxy ${step.proxy} to ${step.host}.`]
	},
	{
		id: "proxy/defect",
		codes: [
			"proxy.loop",
			"proxy.configuration_error",
			"proxy.internal_error",
			"proxy.bad_gateway",
			"proxy.connection_limit_reached"
		],
		retryable: true,
		says: (step) => `failed internally on the tunnel to ${target(step)}`,
		orders: (step) => [`Repair the proxy ${step.proxy}: its log says why CONNECT ${target(step)} failed.`]
	}
];
/** Loops and wrong settings do not pass with time. */
const PERMANENT = /* @__PURE__ */ new Set(["proxy.loop", "proxy.configuration_error"]);
/** RFC 9110 §15.5.6, §15.6.2: the method is not known, or not here. */
const NO_TUNNELS = /* @__PURE__ */ new Set([
	400,
	404,
	405,
	501
]);
const BROKEN_BY_PROXY = /* @__PURE__ */ new Set([
	"dns",
	"tcp",
	"proxy",
	"tls",
	"http"
]);
const LAYERS = /* @__PURE__ */ new Set([
	"dns",
	"tcp",
	"tls",
	"http"
]);
const proxyIgnored = {
	id: "egress/proxy-ignored",
	says: (step) => {
		const { egress } = step.evidence;
		const other = otherWay(step, "proxy");
		if (other === void 0 || egress.proxy !== void 0 || !LAYERS.has(step.layer)) return;
		const entry = egress.ignored.find(({ variable }) => variable === other.source) ?? egress.ignored[0];
		const name = entry?.variable ?? (other.source === "" ? "A proxy" : other.source);
		const proxy = other.proxy === "" ? "the proxy" : other.proxy;
		return {
			summary: entry === void 0 ? `This client goes to ${where(step)} directly and fails${errnoNote(step)}, but through ${proxy} the API answers (${egress.reason}).` : `${name} is set, but this client ignores it and goes to ${where(step)} directly, which fails${errnoNote(step)}; through ${proxy} the API answers.`,
			doNext: [entry?.fix ?? CLIENT_FACTS[egress.client].useProxy(step.host), other.trustOf === void 0 ? void 0 : alsoTrust(step, other.trustOf)],
			doNot: `Do not open the firewall for ${step.host} before the client uses the proxy that works.`,
			cites: [other.observation]
		};
	}
};
/** What the relays that people use speak: cntlm's README, px's README (libcurl). None speaks Bearer. */
function relayFor(schemes, step) {
	const spoken = schemes.find((scheme) => entryOf(SPELLING, scheme) !== void 0);
	if (spoken === void 0) return void 0;
	const relays = spoken === "ntlm" ? "px, cntlm" : "px";
	return `Or run a local relay that speaks ${entryOf(SPELLING, spoken)} (${relays}) and set ${proxyVariable(step)} to it.`;
}
/** A proxy that says why it refuses is more precise than "the direct way works". */
const PROXY = [
	authentication("proxy/scheme-unsupported", (step, tunnel) => {
		const { schemes = [] } = tunnel;
		if (schemes.length === 0 || schemes.includes("basic")) return void 0;
		const offered = schemes.map((scheme) => entryOf(SPELLING, scheme) ?? scheme).join(", ");
		return {
			summary: `The proxy ${step.proxy} demands ${offered}${tunnelNote(step)}; this client only answers Basic, so no tunnel to ${step.host} is possible.`,
			doNext: [`Allow this runner on the proxy ${step.proxy} by address or by Basic credentials for ${step.host}.`, relayFor(schemes, step)],
			doNot: "Do not put a user and password into the proxy URL: this proxy does not take Basic."
		};
	}),
	authentication("proxy/credentials-rejected", (step, tunnel) => tunnel.credentialsSent === true ? {
		summary: `The proxy ${step.proxy} rejects the user and password from ${proxyVariable(step)}${tunnelNote(step)}; ${step.host} was never reached.`,
		doNext: `Put the current user and password, percent-encoded, into the secret behind ${proxyVariable(step)}.`,
		doNot: "Do not change OPENAI_API_KEY: it is not what the proxy asked for."
	} : void 0),
	authentication("proxy/credentials-missing", (step) => ({
		summary: `The proxy ${step.proxy} asks for a user name and password${tunnelNote(step)}${step.evidence.source === "log" ? "" : `, and ${proxyVariable(step)} has none`}; ${step.host} was never reached.`,
		doNext: `Set ${proxyVariable(step)} from a secret of the form http://user:password@host:port, with both percent-encoded.`,
		doNot: "Do not change OPENAI_API_KEY: it is not what the proxy asked for."
	})),
	{
		id: "proxy/tls",
		says: (step) => {
			if (step.code === "proxy.tls_certificate_error") return {
				summary: `The certificate of the proxy ${proxyName(step)} is not accepted${errnoNote(step)}; the tunnel to ${step.host} was not asked for.`,
				doNext: [`Give the proxy a certificate for the host in ${proxyVariable(step)} of an authority that this client trusts.`, proxyTrust(step)]
			};
			if (step.code !== "proxy.tls_protocol_error") return void 0;
			return {
				summary: `TLS to the proxy ${proxyName(step)} fails${errnoNote(step)}: it does not speak TLS on that port, or only an old version.`,
				doNext: `Write http:// instead of https:// for the proxy in ${proxyVariable(step)}.`
			};
		}
	},
	...REFUSALS.map(({ id, codes, retryable = false, says, orders }) => ({
		id,
		when: (step) => codes.includes(step.code),
		says: (step) => {
			const squid = squidPage(step);
			return {
				responder: "proxy",
				...squid === "" ? {} : { product: "Squid" },
				retryable: retryable && !PERMANENT.has(step.code),
				summary: `The proxy ${step.proxy} ${says(step)}${`${tunnelNote(step)}${squid}`.replace(") (", ", ")}; the API was not reached.`,
				doNext: orders(step),
				doNot: `Do not read the proxy's status as an answer of ${step.host}.`
			};
		}
	})),
	{
		id: "egress/proxy-broken",
		says: (step) => {
			const hop = step.evidence.egress.proxy;
			const other = otherWay(step, "direct") ?? otherWay(step, "proxy");
			if (other === void 0 || hop === void 0) return void 0;
			if (!BROKEN_BY_PROXY.has(step.layer) || step.code.startsWith("tls.cert.")) return void 0;
			return {
				code: step.of === "proxy" && step.layer !== "proxy" ? "proxy.unreachable" : step.code,
				summary: `The proxy ${step.proxy} from ${hop.source} does not lead to ${where(step)} (${failureNote(step)}), while ${other.way === "direct" ? "the API answers without it" : `through ${other.proxy} (${other.source}) the API answers`}.`,
				doNext: [other.way === "direct" ? bypassOrder(step) : `Set ${hop.source} to ${other.proxy} in the job's env, as ${other.source} already says.`, `Or repair the proxy ${step.proxy} named in ${hop.source}, if this runner must not go out directly.`],
				cites: [other.observation]
			};
		}
	},
	{
		id: "proxy/name-not-resolved",
		when: (step) => step.of === "proxy" && step.layer === "dns",
		says: (step) => ({
			code: "proxy.unreachable",
			summary: `The proxy ${proxyName(step)} from ${proxyVariable(step)} cannot be looked up${errnoNote(step)}; ${step.host} was never asked for.`,
			doNext: `Correct the host name in ${proxyVariable(step)}, or make ${proxyName(step)} resolvable from this runner.`,
			doNot: `Do not change DNS for ${step.host}: the proxy resolves it.`
		})
	},
	{
		id: "proxy/unreachable",
		when: (step) => step.of === "proxy" && step.layer === "tcp" || step.code === "proxy.unreachable",
		says: (step) => ({
			code: "proxy.unreachable",
			summary: `The proxy ${proxyName(step)} from ${proxyVariable(step)} cannot be reached${triedNote(step)}; no request for ${step.host} left this runner.`,
			doNext: `Start the proxy ${proxyName(step)} or allow TCP from this runner to it; correct ${proxyVariable(step)} if it names the wrong host or port.`,
			doNot: `Do not open the firewall for ${step.host}: this client only talks to the proxy.`
		})
	},
	{
		id: "proxy/silent",
		when: (step) => step.code === "proxy.timed_out",
		says: (step) => ({
			retryable: true,
			summary: `The proxy ${step.proxy} accepted the connection and did not answer for ${step.host} in ${Math.round(step.observation.elapsedMs)} ms.`,
			doNext: `Relieve or restart the proxy ${step.proxy}; if it speaks another protocol on that port, correct scheme and port in ${proxyVariable(step)}.`
		})
	},
	{
		id: "proxy/hung-up",
		when: (step) => step.code === "proxy.closed" || step.code === "proxy.reset",
		says: (step) => ({
			retryable: true,
			summary: `The proxy ${step.proxy} ${step.code === "proxy.reset" ? "reset" : "closed"} the connection when asked for ${target(step)}${errnoNote(step)}.`,
			doNext: `Allow this runner on the proxy ${step.proxy}; if the proxy speaks TLS on that port, write https:// for it in ${proxyVariable(step)}.`
		})
	},
	{
		id: "proxy/not-a-proxy",
		when: (step) => step.code === "proxy.response_invalid",
		says: (step) => ({
			summary: `What answers at ${step.proxy} is not the kind of proxy that ${proxyVariable(step)} says${errnoNote(step)}.`,
			doNext: [`Correct scheme and port in ${proxyVariable(step)}: http:// for an HTTP proxy, socks5h:// for SOCKS.`]
		})
	},
	{
		id: "proxy/failed",
		when: (step) => step.layer === "proxy",
		says: (step) => {
			const status = tunnelOf(step).status ?? 0;
			const login = status === 511 || status >= 300 && status < 400;
			return {
				responder: "proxy",
				retryable: status >= 500 && status !== 511,
				summary: `The proxy ${step.proxy} did not open the tunnel to ${target(step)}${tunnelNote(step) || errnoNote(step) || ", and nothing says why"}.`,
				doNext: login ? [`Exempt this runner from the login of the proxy ${step.proxy}.`] : [...NO_TUNNELS.has(status) ? [`Compare host and port in ${proxyVariable(step)} with those of the proxy: a web server answers CONNECT like this, and so does a proxy that opens no tunnels.`] : [], `Let the owner of the proxy ${step.proxy} say why CONNECT ${target(step)} is not answered with 200.`],
				doNot: `Do not read the proxy's status as an answer of ${step.host}.`
			};
		}
	}
];
/** The variable that names the proxy, as it is spelt. */
function proxyVariable(step) {
	return step.evidence.egress.proxy?.source ?? "HTTPS_PROXY";
}
/** `The proxy proxy.corp.example:3128`, `the proxy` where a log does not name it. */
function proxyName(step) {
	if (step.proxy !== "") return step.proxy;
	return step.evidence.source === "log" ? "" : step.observation.target;
}
/** In the words of this client, which may have settings of its own for a proxy. */
function proxyTrust(step) {
	const certificate = "the root certificate of the proxy's issuer";
	return CLIENT_FACTS[step.evidence.egress.client].trustProxy?.(certificate) ?? trustOrder(step, "the proxy's issuer", certificate);
}
/** What the proxy said to CONNECT or SOCKS. */
function tunnelOf(step) {
	return factsOf(observation(step.evidence, "tunnel")) ?? {};
}
/** ` (407)` for HTTP, ` (SOCKS reply 2)` for SOCKS. */
function tunnelNote(step) {
	const { status, reply } = tunnelOf(step);
	if (status !== void 0) return ` (${status})`;
	return reply === void 0 ? "" : ` (SOCKS reply ${reply})`;
}
function authentication(id, tell) {
	return {
		id,
		when: (step) => step.code === "proxy.auth_required",
		says: (step) => {
			const told = tell(step, tunnelOf(step));
			return told && {
				code: "proxy.auth_required",
				...told,
				responder: "proxy"
			};
		}
	};
}
function target(step) {
	return hostAndPort(step.host, step.port);
}
/** Squid 5 says the same of a name that it cannot resolve and of never_direct without a parent (measured). */
function hasNoWay(step) {
	return (tunnelOf(step).headers?.["x-squid-error"] ?? "").startsWith("ERR_CANNOT_FORWARD");
}
/** ` (X-Squid-Error: ERR_ACCESS_DENIED 0)`; empty for other proxies. */
function squidPage(step) {
	const page = tunnelOf(step).headers?.["x-squid-error"];
	return page === void 0 ? "" : ` (X-Squid-Error: ${quotable(page)})`;
}
/** Without a word of the proxy's own: `it answered CONNECT with 405`, `proxy.closed (ECONNRESET)`. */
function failureNote(step) {
	const { status } = tunnelOf(step);
	return step.code === "proxy.http_error" && status !== void 0 ? `it answered CONNECT with ${status}` : `${step.code}${tunnelNote(step)}${errnoNote(step)}`.replace(" (", ", ").replace(")", "");
}
/** The proxy signs with a root of its own, which this client does not have yet. */
function alsoTrust(step, trustOf) {
	const order = trustOrder(step, "that proxy", "the root certificate of that proxy", trustOf !== "node");
	return `${CLIENT_FACTS[trustOf].name} accepts the certificate that this proxy shows, this client does not yet. ${order}`;
}

// src/rules/connection/index.ts
/** The API's own step, not the proxy's. */
const ofApi = (wanted) => ({ of, layer }) => of === "target" && layer === wanted;
/** The connection to the looked-up address failed, or somebody else's certificate came. */
const isAtAddress = ({ of, proxy, layer }) => of === "target" && proxy === "" && (layer === "tcp" || layer === "tls");
/** Why the real request broke before an answer: a broken step has exactly one finding. */
const CONNECTION_RULES = [
	...evidenceRules([unusableWay]),
	...pathRules([neverSent, proxyIgnored]),
	...pathRules(PROXY),
	...pathRules([ipv6Only]),
	...pathRules(NAMES, ofApi("dns")),
	...pathRules(ADDRESSES, isAtAddress),
	...pathRules(CONNECTIONS, ofApi("tcp")),
	...pathRules([...CERTIFICATES, ...HANDSHAKES], ({ layer }) => layer === "tls"),
	...pathRules(EXCHANGES, ({ layer }) => layer === "http")
];
/**
* For the very end of all rules: an HTTP failure that no rule about answers claimed, and a failure
* that nobody knows, whose owner is `unknown`.
*/
const LAST_RULES = pathRules([
	noResponse,
	answerFailedOtherwise,
	unexplained
]);

// src/rules/connection/notes.ts
/** A healthy resolver answers in tens of milliseconds; a dead first server costs whole seconds. */
const SLOW_LOOKUP_MS = 1e3;
/** A connection to the Internet is hardly opened sooner, milliseconds: light in glass goes 100 km there and back. */
const NEARBY_MS = 1;
/** Of Ethernet, bytes; tunnels and clouds with overlays have less. */
const ETHERNET_MTU = 1500;
/** Worth knowing, whatever the verdict; none of these decides. */
const CONNECTION_NOTES = evidenceRules([
	verificationOff,
	(
	/**
	* Verified, and yet not by a public root: whoever holds the private one reads everything, and wrote
	* or passed on the answer. Nobody can tell a perfect forgery; that somebody could is said.
	*/
	{
		id: "tls/private-root",
		says: (evidence) => {
			const seen = requestChain(evidence).filter((one) => isProbe(one, "handshake")).findLast((one) => one.outcome.status === "ok" && factsOf(one)?.of === "target");
			if (seen === void 0) return void 0;
			const { servername = "", chain = [], privateRoot } = factsOf(seen) ?? {};
			const product = inspectorIn(chain);
			const foreign = privateRoot === true && isOwnHost(servername);
			if (product === void 0 && !foreign) return void 0;
			const issuer = chain.at(-1)?.issuer ?? "";
			return {
				...blame("connection-path", "tls.private_root", "tls"),
				summary: `The certificate of ${servername} is trusted and comes from ${product ?? "no root that Node.js ships"}${issuer === "" ? "" : ` (issuer "${issuer}")`}: whoever holds that root can read the API key and write the answers.`,
				doNext: `Ask the network team whether they inspect TLS to ${servername}; if they do not, remove that root from the trust settings.`,
				doNot: "Do not take the answer as proof of the API: it came through that root.",
				cites: [seen]
			};
		}
	}),
	strictlyDoubtful,
	clearTextProxy,
	variableIgnored,
	releaseUnknown,
	{
		id: "tcp/broken-ipv6",
		says: (evidence) => {
			for (const one of requestChain(evidence)) {
				if (!isProbe(one, "connect") || one.outcome.status !== "ok") continue;
				const dead = (factsOf(one)?.attempts ?? []).find(({ family, status }) => family === 6 && status !== "ok");
				if (dead === void 0 || one.outcome.facts.family !== 4) continue;
				return {
					...blame("connection-path", "tcp.address_unreachable", "tcp"),
					summary: `IPv6 to ${one.target} does not work from this runner (${dead.address} ${dead.errno ?? "no answer"}, ${Math.round(dead.elapsedMs)} ms); IPv4 does.`,
					doNext: "Repair the IPv6 route of this runner or switch IPv6 off there.",
					cites: [one]
				};
			}
		}
	},
	(
	/** A client that tries one address after the other, where it is not known whether the application's client is one that tries no other. */
	{
		id: "tcp/later-address",
		says: (evidence) => {
			const { firstAddressOnly } = evidence.egress;
			const seen = requestChain(evidence).filter((one) => isProbe(one, "connect")).findLast((one) => one.outcome.status === "ok");
			const [dead] = factsOf(seen)?.attempts ?? [];
			if (firstAddressOnly?.applies !== "not known" || seen === void 0) return void 0;
			if (dead === void 0 || dead.status !== "failed") return void 0;
			return {
				...blame("connection-path", dead.code ?? "tcp.timed_out", "tcp"),
				summary: `${dead.address}, the first address of ${seen.target}, does not answer${dead.errno === void 0 ? "" : ` (${dead.errno})`}, and the next one does; not known is ${firstAddressOnly.because}, which would fail here: it tries no other address.`,
				doNext: `Repair the path to ${dead.address}, or remove that address of ${seen.target} from this runner's DNS.`,
				cites: [seen]
			};
		}
	}),
	{
		id: "dns/slow",
		says: (evidence) => {
			const slow = requestChain(evidence).find((one) => isProbe(one, "lookup") && one.outcome.status === "ok" && one.elapsedMs >= SLOW_LOOKUP_MS);
			if (slow === void 0) return void 0;
			return {
				...blame("connection-path", "dns.slow", "dns"),
				retryable: true,
				summary: `The lookup of ${slow.target} took ${Math.round(slow.elapsedMs)} ms.`,
				doNext: "Remove the name server that does not answer from /etc/resolv.conf, or repair how it answers AAAA queries.",
				cites: [slow]
			};
		}
	},
	(
	/** The service answered when it was given the application's own patience: slow, not broken. */
	{
		id: "http/slow-answer",
		says: (evidence) => {
			const response = responseOf(evidence);
			const { timeoutMs, kind } = evidence.route;
			const took = response?.observation.elapsedMs ?? 0;
			if (response === void 0 || lastAttempt(evidence) < 2 || took <= timeoutMs) return void 0;
			const host = hostIn(evidence.route.baseUrl);
			return {
				...blame(kind === "openai" ? "api-server" : "route-provider", "http.slow", "http"),
				retryable: true,
				summary: `${host} answered after ${spanOf(took)}, later than the timeout of ${spanOf(timeoutMs)}: the service is slow, for example after a cold start, and not broken.`,
				doNext: `Let the application wait longer than ${spanOf(took)}, or have the operator of ${host} keep the service warm; set timeout to what the application waits.`,
				doNot: "Do not open firewalls: the path is proven.",
				cites: [response.observation]
			};
		}
	}),
	(
	/** The status page as a witness with its time, never as the judge. */
	{
		id: "status/incident-open",
		says: (evidence) => {
			const { seen, facts } = investigated(evidence, "status-page");
			if (seen?.outcome.status !== "ok" || facts?.indicator === void 0) return void 0;
			if (facts.indicator === "none") return void 0;
			const parts = (facts.components ?? []).filter(({ status }) => status !== "operational").slice(0, 3).map(({ name, status }) => `${name}: ${status}`);
			return {
				owner: evidence.route.kind === "openai" ? "api-server" : "route-provider",
				rung: "http",
				code: "api.incident_open",
				retryable: true,
				summary: `${facts.host ?? seen.target} reports ${facts.indicator}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}${facts.updatedAt === void 0 ? "" : ` as of ${facts.updatedAt}`}; that alone does not prove that this route failed for it.`,
				doNext: `Read ${facts.host ?? seen.target} before changing anything on the path.`,
				cites: [seen]
			};
		}
	}),
	(
	/** A VPN, a tunnel or a smaller MTU on the way: worth asking about where the way is what failed. */
	{
		id: "egress/surroundings",
		says: (evidence) => {
			const { seen, facts } = investigated(evidence, "surroundings");
			const failed = firstFailed(evidence);
			if (facts === void 0 || failed === void 0) return void 0;
			const hostname = URL.parse(evidence.route.baseUrl)?.hostname ?? "";
			if (hostname === "localhost" || scopeOf$1(hostname) === "loopback") return void 0;
			const { defaultInterface = "", mtu, tunnels = [], linkLocalResolvers = [] } = facts;
			const byTunnel = tunnels.includes(defaultInterface);
			const small = mtu !== void 0 && mtu < ETHERNET_MTU && failed.probe !== "lookup";
			const said = [
				...tunnels.length === 0 ? [] : [`this machine has the VPN or tunnel ${tunnels.length === 1 ? "interface" : "interfaces"} ${tunnels.join(" and ")}${byTunnel ? `, and the default route leaves by ${defaultInterface}` : ""}`],
				...small ? [`the default route by ${defaultInterface} has an MTU of ${mtu} bytes`] : [],
				...linkLocalResolvers.length === 0 ? [] : [`link-local name servers are asked (${linkLocalResolvers.join(", ")})`],
				...acceptedNearby(evidence)
			];
			if (said.length === 0) return void 0;
			const host = hostIn(evidence.route.baseUrl);
			const sentence = said.join("; ");
			return {
				...blame("connection-path", "path.surroundings", "tcp"),
				summary: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}: that may be the path to ${host}, and proves nothing alone.`,
				doNext: tunnels.length > 0 ? `Ask whoever runs ${tunnels.join(" and ")} whether ${host} is meant to go through it.` : `Say so when you ask the network team about the path to ${host}.`,
				cites: [seen]
			};
		}
	}),
	{
		id: "egress/transparent-proxy",
		says: (evidence) => {
			const response = responseOf(evidence);
			const { route, egress } = evidence;
			const host = URL.parse(route.baseUrl)?.hostname ?? "";
			const via = response?.facts.headers["via"];
			if (response === void 0 || via === void 0 || egress.proxy !== void 0) return void 0;
			if (!isOwnHost(host) || evidence.source === "log" || response.facts.status < 400) return void 0;
			return {
				...blame("connection-path", "proxy.transparent"),
				summary: `The answer came by a hop that names itself in "via" (${quotable(via)}), and no proxy is configured here: something on the path intercepts these connections.`,
				doNext: `Ask the network team which transparent proxy intercepts connections to ${host}.`,
				cites: [response.observation]
			};
		}
	}
]);
/**
* A transparent proxy that says nothing leaves one trace: it accepts what was meant for a host far
* away. A client sees no more: not where a packet was turned aside (SO_ORIGINAL_DST is for the proxy),
* nor the TTL of what came back. One that is far away, or waits for the host before it accepts, is not
* told from the host.
*/
function acceptedNearby(evidence) {
	const opened = requestChain(evidence).findLast((one) => isProbe(one, "connect"));
	const { address = "", of } = factsOf(opened) ?? {};
	const far = of === "target" && scopeOf$1(address) === "public";
	if (opened?.outcome.status !== "ok" || !far || opened.elapsedMs >= NEARBY_MS) return [];
	return [`the connection to ${address} was accepted within ${NEARBY_MS} ms, as something near this machine would: a transparent proxy may have accepted it in place of that host`];
}

// src/rules/path-checks.ts
/** Servers that stand at the end of the direct route by right. */
const OPENAI_EDGE = /^cloudflare/i;
/** Collected for less than this nobody notices, and a quick answer looks the same. */
const TELLING_MS = 400;
/** Events that were written apart and read together, milliseconds or share of the wait. */
const TOGETHER_MS = 20;
const TOGETHER_SHARE = .03;
const BODY_LIMITS = "nginx: client_max_body_size; Squid: request_body_max_size; HAProxy and a WAF: a rule on the size";
const HOW = {
	cut: "was closed below TLS, which the server behind it did not do",
	reset: "was reset",
	silent: "answered no more: what is in between has forgotten it and says nothing"
};
/** What lets a WebSocket through, by product. */
const WEBSOCKET_SETTINGS = "nginx: proxy_http_version 1.1 with the headers Upgrade and Connection passed on; Apache: mod_proxy_wstunnel or upgrade=websocket";
/** Warnings beside a pass; they decide where the finding says that the application calls like that. */
const PATH_CHECK_RULES = evidenceRules([
	(
	/** The first event waited for the last one. */
	{
		id: "path-check/stream-buffered",
		says: (evidence) => {
			const seen = streamSeen(evidence);
			const because = seen === void 0 ? void 0 : collectedBecause(seen);
			if (seen === void 0 || because === void 0) return void 0;
			const { owner, host, words, named } = hopOf(evidence, seen.facts.headers);
			const asked = evidence.route.pathChecks?.some(({ kind }) => kind === "stream") === true;
			const early = seen.stream.first === "response.created" ? " The API sends response.created at once." : "";
			return {
				...blame(owner, "http.stream_buffered", "answer"),
				...seen.own && asked ? { decides: true } : {},
				summary: `${host} does not stream to this runner: ${because}, so ${named === "" ? "something on the path" : words} buffers the response before it passes it on.${early}`,
				doNext: `Switch off response buffering in ${words} for content type text/event-stream (nginx: proxy_buffering off and gzip off; Apache: flushpackets=on; a service behind nginx can send X-Accel-Buffering: no).`,
				doNot: "Do not raise the timeout of the client: the response waits for its own end.",
				cites: [seen.observation]
			};
		}
	}),
	{
		id: "path-check/stream-cut",
		says: (evidence) => {
			const { seen: check, facts = {} } = investigated(evidence, "stream-check");
			if (check === void 0) return void 0;
			const { status, stream, headers = {}, body } = facts;
			const broken = check.outcome.status === "failed";
			const closedEarly = stream !== void 0 && !stream.ended && !stream.stopped;
			const refusedByServer = status !== void 0 && status >= 500;
			if (!broken && !closedEarly && !refusedByServer) return void 0;
			const { owner, host, words } = hopOf(evidence, headers);
			const how = refusedByServer ? `was answered with ${String(status)}` : stream === void 0 ? `got no answer (${check.outcome.status === "failed" ? check.outcome.failure.code : ""})` : `broke off after ${spanOf(stream.endMs)} and ${String(body?.bytes ?? 0)} bytes`;
			return {
				...blame(owner, "http.stream_cut", "answer"),
				retryable: true,
				summary: `The same request as a stream ${how} at ${host}, where the plain one had passed.`,
				doNext: [`Let ${words} keep answers of type text/event-stream open as long as the application waits (nginx: proxy_read_timeout; HAProxy: timeout server).`, "Run the preflight again: a single cut may be coincidence."],
				cites: [check]
			};
		}
	},
	(
	/** A small POST is answered, the same one of the size that was asked about is not. */
	{
		id: "path-check/body-too-large",
		says: (evidence) => {
			const { seen: check, facts } = investigated(evidence, "body-check");
			if (check?.outcome.status !== "failed" || facts?.bytes === void 0) return void 0;
			const { bytes, smallStatus, passed = 0, refused = bytes, refusal } = facts;
			const hop = hopOf(evidence, refusal?.headers ?? {});
			const who = refusal === void 0 ? void 0 : attribute({
				response: refusal,
				route: evidence.route
			});
			const silent = check.outcome.failure.errno === "TIMEOUT";
			const byApi = who?.responder === "openai" || who?.responder === "azure-openai";
			const onPath = who?.responder === "proxy" || who?.responder === "interceptor" || silent;
			const { host } = hop;
			const product = who?.product === void 0 || who.product === "" ? hop.words : who.product;
			const end = refusal === void 0 ? silent ? "gets no answer" : `ends without an answer (${check.outcome.failure.detail ?? ""})` : `is answered with ${String(refusal.status)} by ${byApi ? "the API itself" : product}`;
			const between = `between ${sizeOf(passed)} and ${sizeOf(refused)}`;
			return {
				owner: onPath ? "connection-path" : byApi ? evidence.route.kind === "openai" ? "request" : "route-provider" : hop.owner,
				rung: "http",
				code: "http.body_too_large",
				...who === void 0 ? {} : { responder: who.responder },
				...who === void 0 || who.product === "" ? {} : { product: who.product },
				summary: `A POST of ${sizeOf(bytes)} to ${host} ${end}, and a small one is answered with ${String(smallStatus ?? "")} (both without a key): the limit lies ${between}.`,
				doNext: silent ? [`Clamp the TCP MSS or let ICMP "fragmentation needed" through on the path to ${host} (MTU black hole).`, `Lift the limit on request bodies in the proxy or inspection device on the path to ${host}, if there is one (${BODY_LIMITS}).`] : byApi ? [`Send requests of less than ${sizeOf(refused)}: the API itself takes no larger one.`] : [`Raise the limit on request bodies in ${product} for ${host} (${BODY_LIMITS}).`],
				doNot: "Do not raise the timeout or retry: the same size fails again.",
				cites: [check]
			};
		}
	}),
	(
	/** A connection that rested was ended by something that is not the server. */
	{
		id: "path-check/idle-closed",
		says: (evidence) => {
			const { seen: check, facts } = investigated(evidence, "idle-check");
			const how = facts?.how;
			if (check?.outcome.status !== "failed" || !isBroken(how)) return void 0;
			const { proxy } = evidence.egress;
			const { host } = hopOf(evidence, {});
			const hop = proxy === void 0 ? `the NAT, firewall or load balancer between this runner and ${host}` : `the proxy ${proxy.host}:${String(proxy.port)}, or a NAT or firewall before it,`;
			const { restMs = 0, afterMs = 0 } = facts ?? {};
			const seconds = Math.max(1, Math.floor(afterMs / 1e3));
			return {
				...blame("connection-path", "http.idle_closed"),
				summary: `A connection to ${host} that rested ${HOW[how]}, ${how === "silent" ? `after a rest of ${spanOf(restMs)}` : `${spanOf(afterMs)} after its last byte`}: a client that keeps it open for its next request fails there.`,
				doNext: [`Let ${hop} keep idle connections longer than the application's pool does (HAProxy: timeout tunnel and timeout client; AWS and Azure load balancers: idle timeout).`, `Or let the application close idle connections after less than ${String(seconds)} s, or send TCP keep-alive more often than that.`],
				doNot: "Do not raise the timeout of the request: no answer is on its way.",
				cites: [check]
			};
		}
	}),
	(
	/** A WebSocket does not come about where the request of the application does. */
	{
		id: "path-check/websocket-refused",
		says: (evidence) => {
			const { seen: check, facts } = investigated(evidence, "websocket-check");
			if (check?.outcome.status !== "failed") return void 0;
			const response = facts !== void 0 && isWholeResponse(facts) ? facts : void 0;
			const { owner, host, words } = hopOf(evidence, response?.headers ?? {});
			const who = response === void 0 ? void 0 : attribute({
				response,
				route: evidence.route
			});
			const product = who?.product === void 0 || who.product === "" ? words : who.product;
			const end = response === void 0 ? `gets no answer (${check.outcome.failure.detail ?? ""})` : `is answered with ${String(response.status)}${facts?.sameWithout === true ? ", as a plain GET of the same URL is: the upgrade made no difference" : ` by ${product}`}`;
			return {
				owner: who?.responder === "proxy" || who?.responder === "interceptor" ? "connection-path" : owner,
				rung: "http",
				code: "websocket.refused",
				...who === void 0 ? {} : { responder: who.responder },
				summary: `A WebSocket to ${host} ${end}; HTTP requests pass.`,
				doNext: `Let ${words} pass WebSocket upgrades on to ${host} (${WEBSOCKET_SETTINGS}), or have the realtime endpoint served there if it is not.`,
				doNot: "Do not rotate the API key: HTTP requests with it pass.",
				cites: [check]
			};
		}
	})
]);
/**
* Who has to act on a hop that shows only by what it does: on the direct route, behind an inspected
* connection and in a proxy that names itself the path; else the provider, whose server proved its name.
*/
function hopOf(evidence, headers) {
	const { route, egress } = evidence;
	const host = hostIn(route.baseUrl);
	const inspector = inspectorOf(evidence);
	const via = plain(headers["via"] ?? "");
	const server = plain(headers["server"] ?? "");
	const named = inspector !== void 0 ? `the inspection by ${inspector}` : via !== "" ? `${via} (header via)` : server === "" || route.kind === "openai" && OPENAI_EDGE.test(server) ? "" : `${server} (header server)`;
	const onPath = route.kind === "openai" || inspector !== void 0 || egress.proxy !== void 0 && (via !== "" || route.baseUrl.startsWith("http:"));
	const nameless = onPath ? `the proxy or inspection device between this runner and ${host}` : `the server in front of ${host}`;
	return {
		owner: onPath ? "connection-path" : "route-provider",
		host,
		named,
		words: named === "" ? nameless : named
	};
}
function inspectorOf(evidence) {
	const seen = requestChain(evidence).findLast((one) => isProbe(one, "handshake"));
	const { of, chain = [], privateRoot, servername = "" } = factsOf(seen) ?? {};
	if (of !== "target") return void 0;
	return inspectorIn(chain) ?? (privateRoot === true && isOwnHost(servername) ? "a private root" : void 0);
}
/** What a header says is not trusted to be short or plain. */
function plain(value) {
	return value.replaceAll(/[^\w .,/()-]/g, "").slice(0, 60);
}
/** The stream of the path check, else that of the real request. */
function streamSeen(evidence) {
	const { seen: check, facts: asked } = investigated(evidence, "stream-check");
	if (check !== void 0 && asked !== void 0 && isWholeResponse(asked)) {
		const { stream } = asked;
		return stream === void 0 ? void 0 : {
			observation: check,
			facts: asked,
			stream,
			own: false
		};
	}
	const response = responseOf(evidence);
	const stream = response?.facts.stream;
	return response === void 0 || stream === void 0 || evidence.route.stream !== true ? void 0 : {
		...response,
		stream,
		own: true
	};
}
/** Why the stream was collected on the way; `undefined` when it came as it was written, or cannot be told. */
function collectedBecause({ facts, stream }) {
	if (!stream.ended) return void 0;
	const length = facts.headers["content-length"];
	if (length !== void 0) return `it has a content-length (${String(Number(length))} bytes), which only a sender that has seen its end can write`;
	const spread = stream.lastMs - stream.firstMs;
	const together = spread <= Math.max(TOGETHER_MS, stream.firstMs * TOGETHER_SHARE);
	if (stream.firstMs < TELLING_MS || !together || stream.events < 2) return void 0;
	const encoding = facts.headers["content-encoding"];
	const packed = encoding === void 0 ? "" : `, compressed (${encoding.replaceAll(/[^\w, -]/g, "")})`;
	return `all ${String(stream.events)} events came within ${spanOf(spread)} of each other${packed}, ${spanOf(stream.firstMs)} after the request`;
}
function isBroken(how) {
	return how === "cut" || how === "reset" || how === "silent";
}

// src/rules/proven-by-checks.ts
/** What the path checks of a route came to, as a sentence behind a pass; empty where none was asked. */
function provenByChecks(evidence) {
	const told = (evidence.route.pathChecks ?? []).map((check) => toldOf(evidence, check));
	return told.length === 0 ? "" : ` Path checks: ${told.join("; ")}.`;
}
function toldOf(evidence, check) {
	const name = spelt(check);
	const seen = observations(evidence, `${check.kind}-check`).at(-1);
	if (seen === void 0 && evidence.source === "inside") return `${name} not tested (the target has no Node.js to ask it with)`;
	if (seen?.outcome.status === "skipped") return `${name} not tested (${seen.outcome.because})`;
	if (seen?.outcome.status === "failed") return `${name} failed`;
	if (check.kind === "stream") return streamTold(evidence);
	if (check.kind === "idle") return idleTold(evidence, check.restMs ?? 0);
	if (check.kind === "websocket") return "a WebSocket opens (how long it may stay open was not tested)";
	const { status } = factsOf(observations(evidence, "body-check").at(-1)) ?? {};
	if (status === void 0) return `${name} not tested`;
	return `a POST of ${sizeOf(check.bytes ?? 0)} passes (without a key, answered ${String(status)})`;
}
function streamTold(evidence) {
	const seen = streamSeen(evidence);
	if (seen === void 0) return "stream not tested (the answer did not come as an event stream)";
	const { stream } = seen;
	if (collectedBecause(seen) !== void 0) return "stream failed";
	if (stream.stopped) return `the first event of a stream came after ${spanOf(stream.firstMs)}, before the end of the answer (how long a stream may last was not tested)`;
	if (!stream.ended) return "stream failed";
	const spread = stream.lastMs - stream.firstMs;
	return spread > stream.firstMs * .1 ? `the stream came as it was written, over ${spanOf(spread)}` : `stream not proven (the whole answer came within ${spanOf(stream.lastMs)}, too quickly to tell a stream from a collected answer)`;
}
function idleTold(evidence, restMs) {
	const { how, afterMs = 0, announcedMs } = factsOf(observations(evidence, "idle-check").at(-1)) ?? {};
	if (how === "answered") return `a connection that rested ${spanOf(restMs)} still answers`;
	if (how !== "closed") return `idle=${spanOf(restMs)} not tested`;
	const announced = announcedMs === void 0 ? "" : `, as it announces (${spanOf(announcedMs)})`;
	return `the server itself closes a connection that rests after ${spanOf(afterMs)}${announced}, which clients see (a longer rest was not tested)`;
}

// src/rules/index.ts
/** What the last resort leaves to others. */
const DECIDING = [
	...SETTINGS_RULES,
	...CONNECTION_RULES,
	...ANSWER_RULES
];
/** Where one of these has spoken, the last resort has nothing to add. */
const LAST_RESORT = LAST_RULES.map((rule) => ({
	id: rule.id,
	match: (evidence) => {
		const finding = rule.match(evidence);
		return finding !== void 0 && DECIDING.some((one) => one.match(evidence)) ? void 0 : finding;
	}
}));
/** Every conclusion, in order of precedence: the lowest rung first, the most specific first within it. */
const RULES = [
	...each(SETTINGS_RULES),
	CONNECTION_RULES,
	ANSWER_RULES,
	SIGN_IN_BESIDE,
	...each(BROWSER_RULES),
	...each(PATH_CHECK_RULES),
	LAST_RESORT
];
/** What is worth saying and never decides. */
const NOTES = each([
	...AHEAD_NOTES,
	...SETTING_NOTES,
	...CONNECTION_NOTES,
	...BROWSER_NOTES
]);
/** For a run that asked, and for a log. */
const LAW = {
	rules: RULES,
	notes: NOTES,
	attributionOf,
	provesRoute,
	provenByChecks
};

// src/evidence/error-object.ts
/**
* Finds the error object in one of the shapes that APIs send:
* `{error:{…}}` (OpenAI, Azure, LiteLLM), `{error:"…"}` (vLLM, Ollama), `[{code,message}]` or the same
* under `error` or `errors` (Cloudflare), `{detail:…}` (FastAPI), `{statusCode,message}` or `{message,…}` (API
* Management, Kong, Portkey). `undefined` for an answer without error, and for `"error": null`.
*/
function readError(value) {
	if (Array.isArray(value)) return readArray(value);
	if (!isObject(value)) return void 0;
	const inner = value["error"];
	if (isObject(inner)) return {
		shape: "openai",
		error: tokensOf(inner)
	};
	if (typeof inner === "string") return {
		shape: "string",
		error: tokensOf(value)
	};
	const listed = [inner, value["errors"]].find((one) => Array.isArray(one));
	const first = Array.isArray(listed) ? readArray(listed) : void 0;
	if (first !== void 0) return first;
	if ("detail" in value) return {
		shape: "detail",
		error: tokensOf(value)
	};
	if (isBare(value)) return {
		shape: "bare",
		error: bareTokensOf(value)
	};
}
function readArray(list) {
	const first = list[0];
	return isObject(first) && ("message" in first || "code" in first) ? {
		shape: "array",
		error: tokensOf(first)
	} : void 0;
}
/** `message` at the top, and not the fields of an answer: a chat message object has a role. */
function isBare(value) {
	if (typeof value["html-message"] === "string") return true;
	const named = value["object"];
	return typeof value["message"] === "string" && !("role" in value) && (named === void 0 || named === "error");
}
function bareTokensOf(value) {
	const error = tokensOf(value);
	const status = tokenOf(value["statusCode"]);
	return error.code === void 0 && status !== void 0 ? {
		...error,
		code: status,
		codeType: "number"
	} : error;
}
function tokensOf(error) {
	const type = tokenOf(error["type"]);
	const code = tokenOf(error["code"]);
	const param = tokenOf(error["param"]);
	const message = error["message"];
	const named = (pattern) => tokenOf(typeof message === "string" ? pattern.exec(message)?.[1] : void 0);
	return {
		...given({
			audience: named(/audience is incorrect \((https:\/\/[a-z\d.-]{4,80}?)\/?\)/i),
			apiVersion: named(/api[- ]versions? (\d{4}-\d\d-\d\d(?:-preview)?) (?:and|or) later/i),
			type,
			code,
			param,
			scope: named(/Missing scopes?: ([a-z][\w.]{2,60}\w)/)
		}),
		codeType: codeTypeOf(error)
	};
}
function codeTypeOf(error) {
	const code = error["code"];
	if (typeof code === "string") return "string";
	if (typeof code === "number") return "number";
	return "code" in error && code === null ? "null" : "absent";
}

// src/evidence/loose-json.ts
const DOUBLE = /\s*(?:("(?:[^"\\]|\\.)*")|([{}[\],:])|([^\s{}[\],:"]+))/sy;
/** Python prints its dictionaries with single quotes. */
const SINGLE = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([{}[\],:])|([^\s{}[\],:"']+))/sy;
/**
* What can be read of a text that begins as a JSON object or list and is none: cut, with a comma too many, a line
* break or quotes inside a string, something behind its end. One pass, no recursion. `undefined` where
* nothing begins.
*/
function looseJson(text) {
	if (!/^[[{]/.test(text)) return void 0;
	const token = text.startsWith("{'") ? SINGLE : DOUBLE;
	const root = {};
	const levels = [];
	token.lastIndex = 0;
	for (let found = token.exec(text); found !== null; found = token.exec(text)) {
		const [, string, sign, word] = found;
		const level = levels.at(-1);
		if (sign === "{" || sign === "[") {
			const made = sign === "[" ? [] : Object.create(null);
			if (level === void 0) root.value = made;
			else put(level, made);
			levels.push({ into: made });
		} else if (sign === "}" || sign === "]") {
			levels.pop();
			if (levels.length === 0) break;
		} else if (level === void 0) break;
		else if (sign === ",") {
			delete level.key;
			level.filled = false;
		} else if (sign !== ":") {
			const value = string === void 0 ? jsonIn(word ?? "") : jsonIn(string) ?? string.slice(1, -1);
			if (Array.isArray(level.into) || level.key !== void 0) put(level, value);
			else if (typeof value === "string" && level.filled !== true) level.key = value;
		}
	}
	return root.value;
}
function put(level, value) {
	const { into, key, filled } = level;
	if (filled === true) return;
	level.filled = true;
	if (Array.isArray(into)) into.push(value);
	else if (key !== void 0) into[key] = value;
}

// src/evidence/body.ts
/** An error object of any API has fewer. */
const MAX_KEYS = 20;
/**
* Says what a body looked like, without any of its text: shape by sniffing (servers send JSON as
* text/plain and pages as application/json), the tokens of an error object, the marks.
* Never throws; linear in the size of the body.
*/
function describeBody(bytes, info) {
	const read = bytes.length > 65536 ? bytes.subarray(0, MOST_BODY_BYTES) : bytes;
	const truncated = info.truncated || bytes.length > 65536;
	return {
		bytes: read.length,
		truncated,
		complete: info.complete,
		...contentOf(read, info.contentType, truncated)
	};
}
function contentOf(bytes, contentType, truncated) {
	if (bytes.length === 0) return {
		shape: "empty",
		marks: []
	};
	const text = decode(bytes);
	const trimmed = text.trim();
	if (trimmed === "") return {
		shape: "empty",
		marks: []
	};
	if (/^[[{]/.test(trimmed)) {
		const json = jsonOf(trimmed, truncated);
		if (json !== void 0) return json;
	}
	if (looksBinary(text)) return {
		shape: "binary",
		marks: []
	};
	if (looksLikeHtml(trimmed, contentType)) return {
		shape: "html",
		marks: marksIn(text)
	};
	const broken = looseJson(trimmed.replace(/^[^[{]{1,200}/, ""));
	const found = readError(broken);
	if (found === void 0) return {
		shape: "text",
		marks: marksIn(text)
	};
	const { shape: errorShape, error } = found;
	return {
		shape: "text",
		errorShape,
		error,
		keys: keysOf(broken),
		marks: marksIn(text, "error")
	};
}
function jsonOf(text, truncated) {
	const value = jsonIn(text);
	if (value !== void 0) return contentOfValue(value, text);
	if (!truncated) return void 0;
	const start = looseJson(text);
	return Array.isArray(start) || keysOf(start).length > 0 ? {
		shape: "json",
		...objectOf(start),
		keys: keysOf(start),
		marks: []
	} : void 0;
}
function contentOfValue(value, text) {
	const found = readError(value);
	return {
		shape: "json",
		...found === void 0 ? {} : {
			errorShape: found.shape,
			error: found.error
		},
		...objectOf(value),
		keys: keysOf(value),
		marks: found === void 0 ? [] : marksIn(text, "error")
	};
}
function objectOf(value) {
	return given({ object: isObject(value) ? tokenOf(value["object"]) : void 0 });
}
function keysOf(top) {
	if (!isObject(top)) return [];
	const keys = [];
	for (const key in top) {
		if (keys.length >= MAX_KEYS) break;
		const token = tokenOf(key);
		if (token !== void 0) keys.push(token);
	}
	return keys;
}
/** UTF-8 unless a byte order mark says UTF-16; wrong bytes become U+FFFD. */
function decode(bytes) {
	const [first, second] = bytes;
	if (first === 255 && second === 254) return new TextDecoder("utf-16le").decode(bytes);
	if (first === 254 && second === 255) return new TextDecoder("utf-16be").decode(bytes);
	return new TextDecoder("utf-8").decode(bytes);
}
/** NUL, or more than a tenth of the first 1024 characters neither printable nor white space. */
function looksBinary(text) {
	const head = text.slice(0, 1024);
	let odd = 0;
	for (let index = 0; index < head.length; index += 1) {
		const code = head.charCodeAt(index);
		if (code === 0) return true;
		if (code === 65533 || code < 32 && code !== 9 && code !== 10 && code !== 13) odd += 1;
	}
	return odd * 10 > head.length;
}
function looksLikeHtml(trimmed, contentType) {
	if (/^<(?:!doctype html|html|head|body|title|script|meta|!--|center|h1|div|p\b|iframe)/i.test(trimmed)) return true;
	return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType) && trimmed.startsWith("<") || /<html[\s>]/i.test(trimmed.slice(0, 2048));
}
/**
* Ids of the marks found in a text, in the order of the catalogue. Only the first 65536 characters
* are read: as many as bytes of a body. `where` limits the search to one kind of mark.
*/
function marksIn(text, where) {
	const read = text.slice(0, MOST_BODY_BYTES);
	return MARKS.filter((mark) => (where === void 0 || mark.where === where) && mark.pattern.test(read)).map((mark) => mark.id);
}

// src/evidence/response.ts
const REDIRECTS = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
/** What is kept of a response: nothing of its text, and of its headers those that say who answered. */
function responseFacts(received) {
	const { method, url, status, bytes, truncated, complete, nowMs } = received;
	const headers = headersOfInterest(received.headers);
	const read = (wanted) => {
		const value = received.headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
		return typeof value === "string" ? value : value?.join(", ");
	};
	const contentType = read("content-type") ?? "";
	return {
		method,
		path: url.pathname,
		status,
		httpVersion: received.httpVersion,
		headers,
		body: describeBody(bytes, {
			contentType,
			truncated,
			complete
		}),
		authenticated: received.authenticated,
		...given({
			firstByteMs: received.firstByteMs,
			clientRequestId: received.clientRequestId,
			limits: limitsOf(headers, nowMs)
		}),
		...saidByHeaders(read, status, url, nowMs)
	};
}
/** What the headers say beyond themselves: who to ask for, where it points, whose clock is off. */
function saidByHeaders(read, status, from, nowMs) {
	return given({
		requestId: requestIdOf(read),
		redirectTo: foreignTarget(read, status, from),
		clockSkewMs: clockSkew(read, nowMs)
	});
}
/** Where a redirect points (RFC 9110 §15.4); `undefined` when it is none or points nowhere. */
function redirectTarget(read, status, from) {
	const location = read("location");
	if (location === void 0 || !REDIRECTS.has(status)) return void 0;
	return URL.parse(location, from.href) ?? void 0;
}
/** Names of the challenges in `Proxy-Authenticate` values (RFC 9110 §11.6.1), lower case, each once. */
function challengesIn(values) {
	const schemes = values.flatMap((value) => value.split(",")).map((part) => /^\s*([A-Za-z][\w-]*)(?:\s|$)/.exec(part)?.[1]?.toLowerCase()).filter((scheme) => scheme !== void 0);
	return [...new Set(schemes)];
}
function requestIdOf(read) {
	const id = read("x-request-id") ?? read("apim-request-id") ?? read("x-oai-request-id");
	return id !== void 0 && /^[\w-]{1,128}$/.test(id) ? id : void 0;
}
/**
* Where another origin begins: scheme, host and port only, a path may hold a ticket. A URL allows
* `$`, quotes and backticks in a host; a sentence that quotes it does not.
*/
function foreignTarget(read, status, from) {
	const target = redirectTarget(read, status, from);
	return target === void 0 || target.origin === from.origin ? void 0 : `${target.protocol}//${quotable(target.host)}`;
}
/** Positive: their clock is ahead of ours. A second of resolution, so less than 2 s says nothing. */
function clockSkew(read, nowMs) {
	const date = Date.parse(read("date") ?? "");
	return Number.isNaN(date) ? void 0 : date - nowMs;
}

// src/evidence/tunnel.ts
const STATUS_CODES = {
	401: "proxy.auth_required",
	403: "proxy.denied",
	407: "proxy.auth_required",
	451: "proxy.denied",
	502: "proxy.bad_gateway",
	503: "proxy.destination_unavailable",
	504: "proxy.connection_timeout"
};
/** What a proxy's answer to CONNECT says, and why it refused if it did. `page` is what followed, at most 64 KiB. */
function tunnelAnswer(answer) {
	const { status, page } = answer;
	const challenges = answer.headers.filter(([name]) => name.toLowerCase() === "proxy-authenticate");
	const headers = headersOfInterest(answer.headers);
	const facts = {
		status,
		headers,
		schemes: challengesIn(challenges.map(([, value]) => value)),
		...page === void 0 ? {} : { body: describeBody(page, {
			contentType: headers["content-type"] ?? "",
			truncated: page.length >= MOST_BODY_BYTES,
			complete: true
		}) }
	};
	return {
		facts,
		failure: refusal(facts)
	};
}
/** Why the proxy refused: its own machine-readable words first, then its page, the status last. */
function refusal(facts) {
	const { status = 0, headers } = facts;
	return {
		code: (status === 407 ? "proxy.auth_required" : void 0) ?? proxyReason(headers, facts.body?.marks) ?? entryOf(STATUS_CODES, status) ?? (status >= 300 && status < 400 ? "proxy.redirected" : "proxy.http_error"),
		detail: `CONNECT answered ${status}`
	};
}

export { isOfOneProduct as C, corsOutcome as D, statusOfMarks as E, corsQuestion as O, inspectorIn as S, routeOfMark as T, STATUS_OF_CODE as _, describeBody as a, PRODUCTS as b, NOTES as c, durationMs as d, limitsOf as f, COMMON_CODES as g, printable as h, responseFacts as i, readCors as k, RULES as l, headersOfInterest as m, tunnelAnswer as n, marksIn as o, KEPT as p, redirectTarget as r, LAW as s, refusal as t, BROWSER_NOTES as u, STATUS_OF_TYPE as v, routeOfHeader as w, familyOf as x, MARKS as y };