import { S as branchOf, c as CLIENTS, m as OCCASIONS, u as DEPTHS, v as ROUTE_KINDS } from "./model-words.js";

// src/model/values.ts
/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
function fields(value) {
	return isObject$1(value) ? value : {};
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** What foreign JSON says; `undefined` when it does not parse, a value that no JSON text has. */
function jsonIn(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** ISO 8601 of a time in any form that Date reads. */
function isoTime(text) {
	const time = typeof text === "string" ? Date.parse(text) : NaN;
	return Number.isNaN(time) ? void 0 : new Date(time).toISOString();
}
/** Milliseconds of each unit in which durations are written. */
const UNIT_MS = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
/** Of these properties the ones that have a value: absent is not undefined (exactOptionalPropertyTypes). */
function given(properties) {
	const found = {};
	for (const key in properties) {
		const value = properties[key];
		if (isGiven(value)) found[key] = value;
	}
	return found;
}
function isGiven(value) {
	return value !== void 0;
}
/**
* The row of a table for a name that somebody else wrote (a header, a file, a log): `__proto__` and
* `toString` have none. The only way to look a foreign name up in a plain object.
*/
function entryOf(table, name) {
	return Object.hasOwn(table, name) ? table[name] : void 0;
}
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,5})\}|([^]|$))/iy;
const CONTROLS = {
	n: "\n",
	r: "\r",
	t: "	",
	b: "\b",
	f: "\f",
	v: "\v"
};
/** What the escape sequence at `at` stands for, as JSON, JavaScript and Python write it, and its length. */
function unescaped(text, at) {
	ESCAPE.lastIndex = at;
	const [whole = "\\", x, u, point, plain = ""] = ESCAPE.exec(text) ?? [];
	const digits = x ?? u ?? point;
	return {
		value: digits === void 0 ? entryOf(CONTROLS, plain) ?? plain : String.fromCodePoint(Number.parseInt(digits, 16)),
		length: whole.length
	};
}
/** The parts that say something, with `between` between them. */
function joined(between, ...parts) {
	return parts.filter((part) => part !== void 0 && part !== "").join(between);
}
/** ` (EACCES)` of what the system threw, or nothing where it gave no code. */
function codeNote(error) {
	return error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
}
/** A path or URL without the slashes at its end. */
function withoutEndSlashes(path) {
	return path.replace(/(?<!\/)\/+$/, "");
}
/**
* Text that a server wrote, as a sentence of ours may quote it: letters, digits, spaces and the
* punctuation of names. Sentences go into outputs, and workflows paste outputs into scripts, where
* a `;`, `|`, `&`, `<` or `(` runs what follows; everything else becomes `-`.
*/
function quotable(text) {
	return text.replaceAll(/[^\p{L}\p{N} .,:/=_@+*[\]-]+/gu, "-");
}
/** Host of a URL as sockets want it: without the brackets of an IPv6 literal. */
function bareHost(hostname) {
	return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}
/** `host:port` with brackets around an IPv6 address (RFC 3986 §3.2.2); a port of 0 is not known. */
function hostAndPort(host, port) {
	const written = host.includes(":") ? `[${host}]` : host;
	return port === 0 ? written : `${written}:${port}`;
}
/** Where a URL leads, as sockets want it. */
function destinationOf({ protocol, hostname, port }) {
	const secure = protocol === "https:" || protocol === "wss:";
	return {
		host: bareHost(hostname),
		port: Number(port) || (secure ? 443 : 80),
		secure
	};
}
/** Host of a base URL as a person writes it, with a port that is not the usual one; a text that is no URL stands for itself. */
function hostIn(baseUrl) {
	return URL.parse(baseUrl)?.host ?? baseUrl;
}
/**
* A sentence about a run inside a target. Rules and letters say "this runner" or "this machine" for
* where the request starts, and "the job" for what sets its environment: there both are the target's.
*/
function ofTarget(text) {
	return text.replaceAll(/\b(?:this (?:runner|machine)|the runner)\b/g, "the target").replaceAll(/\bThis (?:runner|machine)\b/g, "The target").replaceAll(/\bthe job's env(?:ironment)?\b/g, "the target's environment");
}
/**
* Bodies of servers and proxies, messages and what a program says are read up to here, after decoding:
* enough for an error object, too little to hurt.
*/
const MOST_BODY_BYTES = 65536;
const problem = (severity) => (code, setting, wording, owner = "request") => ({
	code,
	setting,
	...wording,
	severity,
	owner
});
/** A setting with which no request can be sent. */
const fatal = problem("fatal");
/** Worth saying, and the request goes out. */
const warning = problem("warning");

// src/model/egress.ts
/** Where the connections of a way leave: `direct`, `http://host:port` of its proxy, or `none`. */
function exitOf({ proxy, unusable }) {
	if (unusable !== void 0) return "none";
	if (proxy === void 0) return "direct";
	return `${proxy.scheme}://${hostAndPort(proxy.host, proxy.port)}`;
}

// src/model/endpoints.ts
/** The smallest prompt; never taken from the application. */
const PROMPT = "ping";
/** The least that the Responses API accepts; reasoning models need a limit, not a length of 1. */
const FEWEST_TOKENS = 16;
/**
* Every endpoint family, one entry each and nowhere else: the names of the input, the call of the SDK,
* the reader of the application's calls and the tables of the pages are made from it, and tests ask
* that action.yml, the README and the schemas name it.
*/
const ENDPOINT_FACTS = {
	responses: {
		path: "/responses",
		sends: "the word `ping`, at most 16 output tokens, `store: false`",
		costs: "one minimal completion",
		call: "responses.create",
		body: (model) => ({
			model,
			input: PROMPT,
			max_output_tokens: FEWEST_TOKENS,
			store: false
		}),
		answer: responseAnswer,
		streamed: (events) => {
			const last = events.findLast((event) => ["response.completed", "response.incomplete"].includes(word(fields(event)["type"])));
			return responseAnswer(fields(last)["response"]);
		},
		converses: true
	},
	"chat-completions": {
		path: "/chat/completions",
		sends: "the word `ping`, at most 16 output tokens",
		costs: "one minimal completion",
		call: "chat.completions.create",
		body: (model) => ({
			model,
			messages: [{
				role: "user",
				content: PROMPT
			}],
			max_completion_tokens: FEWEST_TOKENS
		}),
		answer: (answer) => {
			const choice = firstOf(fields(answer)["choices"]);
			const finish = word(fields(choice)["finish_reason"]);
			return {
				valid: isObject(choice),
				finish,
				...served(answer)
			};
		},
		streamed: (events) => {
			const finish = events.map((chunk) => word(fields(firstOf(fields(chunk)["choices"]))["finish_reason"])).findLast((one) => one !== "") ?? "";
			return {
				valid: finish !== "",
				finish,
				...served(events.at(-1))
			};
		},
		converses: true
	},
	embeddings: {
		path: "/embeddings",
		sends: "the word `ping`",
		costs: "one token of input",
		call: "embeddings.create",
		body: (model) => ({
			model,
			input: PROMPT
		}),
		answer: (answer) => {
			const vector = fields(firstOf(fields(answer)["data"]))["embedding"];
			return {
				valid: Array.isArray(vector) && vector.length > 0,
				finish: "completed",
				...served(answer)
			};
		}
	},
	moderations: {
		path: "/moderations",
		sends: "the word `ping`",
		costs: "nothing: a request of full depth for free",
		call: "moderations.create",
		body: (model) => ({
			model,
			input: PROMPT
		}),
		answer: (answer) => ({
			valid: firstOf(fields(answer)["results"]) !== void 0,
			finish: "completed",
			...served(answer)
		})
	},
	"audio-transcriptions": {
		path: "/audio/transcriptions",
		sends: "a quarter of a second of silence as a WAV file",
		costs: "the least that a transcription costs",
		call: "audio.transcriptions.create",
		body: (model) => ({
			model,
			file: new File([silence()], "silence.wav", { type: "audio/wav" })
		}),
		answer: (answer) => ({
			valid: typeof fields(answer)["text"] === "string",
			finish: "completed"
		}),
		needs: "file"
	},
	realtime: {
		path: "/realtime",
		sends: "a WebSocket, closed after `session.created`",
		costs: "nothing: nothing is said",
		call: "realtime.connect",
		body: () => ({}),
		answer: (event) => {
			const type = word(fields(event)["type"]);
			return {
				valid: type === "session.created",
				finish: type
			};
		},
		needs: "WebSocket"
	}
};
/** Promise 5: the cheapest request of a family, and what else is known of it. */
function endpointFacts(endpoint) {
	return ENDPOINT_FACTS[endpoint];
}
function isEndpoint(name) {
	return Object.hasOwn(ENDPOINT_FACTS, name);
}
/** Every family, in the order of the table. */
const ENDPOINTS = Object.keys(ENDPOINT_FACTS).filter(isEndpoint);
/** Families that take a conversation. */
const CONVERSING = ENDPOINTS.filter((endpoint) => endpointFacts(endpoint).converses === true);
function responseAnswer(answer) {
	const { object, status, incomplete_details: cut } = fields(answer);
	const reason = fields(cut)["reason"];
	const finish = status === "incomplete" && typeof reason === "string" ? `incomplete:${reason}` : status;
	return {
		valid: object === "response" && (finish === "completed" || finish === "incomplete:max_output_tokens"),
		finish: word(finish),
		...served(answer)
	};
}
/** A quarter of a second of silence as WAV: 8 kHz, 8 bit, mono; the API wants at least 0.1 s. */
function silence() {
	const samples = 2e3;
	const wav = (/* @__PURE__ */ new Uint8Array(2044)).fill(128);
	const view = new DataView(wav.buffer);
	wav.set(new TextEncoder().encode("RIFF"), 0);
	view.setUint32(4, 2036, true);
	wav.set(new TextEncoder().encode("WAVEfmt "), 8);
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, 8e3, true);
	view.setUint32(28, 8e3, true);
	view.setUint16(32, 1, true);
	view.setUint16(34, 8, true);
	wav.set(new TextEncoder().encode("data"), 36);
	view.setUint32(40, samples, true);
	return wav;
}
/** The model that the answer names. */
function served(answer) {
	const model = word(fields(answer)["model"]);
	return model === "" ? {} : { model };
}
function firstOf(list) {
	return Array.isArray(list) ? list[0] : void 0;
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
function word(value) {
	return typeof value === "string" && /^[\w:.-]{1,64}$/.test(value) ? value : "";
}

// src/model/finding.ts
/** The verdict of what no observation tells of: everything that is not said is empty. */
function verdictWithoutRoute(saying) {
	const { verdict, owner } = saying;
	return {
		rung: "",
		responder: "",
		product: "",
		httpStatus: "",
		requestId: "",
		retryable: false,
		lastGood: "none",
		firstBad: "none",
		doNext: [],
		doNot: [],
		cites: [],
		also: [],
		ladder: [],
		...saying,
		branch: branchOf(owner),
		confidence: verdict === "pass" ? "" : owner === "unknown" ? "low" : "high"
	};
}

// src/model/observation.ts
/** The probes that the real request itself consists of, in the order of the ladder. */
const REQUEST_PROBES = [
	"lookup",
	"connect",
	"tunnel",
	"handshake",
	"response",
	"answer"
];
const PROBE_RUNG = {
	settings: "config",
	token: "auth",
	lookup: "dns",
	connect: "tcp",
	tunnel: "proxy",
	handshake: "tls",
	response: "http",
	answer: "answer",
	"name-servers": "dns",
	addresses: "tcp",
	"served-chain": "tls",
	"small-hello": "tls",
	"other-name": "tls",
	"other-http": "http",
	"other-way": "http",
	keyless: "http",
	"large-request": "http",
	control: "http",
	"status-page": "http",
	"egress-address": "http",
	surroundings: "tcp",
	"direct-api": "http",
	"other-family": "request",
	"stream-check": "http",
	"body-check": "http",
	models: "request",
	"key-expiry": "auth",
	"idle-check": "http",
	"websocket-check": "http",
	"client-bundle": "config",
	"browser-origin": "http"
};
/** The stored observations of one probe, in their order. */
function seenBy(stored, probe) {
	return stored.filter((one) => one.probe === probe);
}

// src/model/path-check.ts
/** What one tiny request cannot prove, asked only after it passed. */
const PATH_CHECKS = [
	"stream",
	"body",
	"idle",
	"websocket"
];
/** As a person writes it: `stream`, `body=200KB`, `idle=60s`. */
function spelt({ kind, bytes, restMs }) {
	if (bytes !== void 0) return `${kind}=${sizeOf(bytes)}`;
	return restMs === void 0 ? kind : `${kind}=${spanOf(restMs)}`;
}
/** As the input takes it, and exactly: `body=200KB`, `body=1500`, `idle=60s`, `idle=1500ms`. */
function written({ kind, bytes, restMs }) {
	if (bytes !== void 0) return `${kind}=${bytes % 1024 === 0 ? `${bytes / 1024}KB` : bytes}`;
	if (restMs === void 0) return kind;
	return `${kind}=${exactly(restMs)}`;
}
/** `60s`, `1500ms`: never rounded. */
function exactly(milliseconds) {
	return milliseconds % 1e3 === 0 ? `${milliseconds / 1e3}s` : `${milliseconds}ms`;
}
/** `200 KB` with 1 KB = 1024 bytes, as nginx and Squid count a limit. */
function sizeOf(bytes) {
	const MB = 1048576;
	if (bytes >= MB && bytes % MB === 0) return `${String(bytes / MB)} MB`;
	return bytes < 1024 ? `${String(bytes)} bytes` : `${String(Math.round(bytes / 1024))} KB`;
}
/** `1.4 s`, `60 s`, `350 ms`. */
function spanOf(milliseconds) {
	if (milliseconds < 1e3) return `${String(Math.round(milliseconds))} ms`;
	return `${String(Math.round(milliseconds / 100) / 10)} s`;
}

// src/model/route.ts
/** How far the climb really goes: what was asked for, or less where something is missing. */
function effectiveDepth(route) {
	return route.depthLimit?.depth ?? route.depth;
}

// src/model/secret.ts
const MASK = "***";
/**
* Promise 2: a value that must not be printed. Every implicit way to turn it into text gives `***`;
* only `reveal()` gives the value, so that a reviewer can search for the places that use it.
*/
var Secret = class {
	#value;
	/** The setting it came from, e.g. `OPENAI_API_KEY`; safe to print. */
	source;
	constructor(value, source) {
		this.#value = value;
		this.source = source;
	}
	reveal() {
		return this.#value;
	}
	toString() {
		return MASK;
	}
	toJSON() {
		return MASK;
	}
	get [Symbol.toStringTag]() {
		return MASK;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return MASK;
	}
};

// src/settings/inputs.ts
const MISSING_KEY = [
	"auto",
	"fail",
	"warn",
	"skip"
];
const SECOND = 1e3;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
/** Headings under which the inputs stand in action.yml, in the README and in the help. */
const INPUT_GROUPS = {
	call: "What to call",
	far: "How far, and how long",
	fails: "Who fails the job",
	reports: "Reports",
	places: "Special places"
};
/** Every input of the action and flag of the command line, by its group. */
const BY_GROUP = {
	call: [
		{
			name: "api-key",
			kind: "secret",
			environment: ["OPENAI_API_KEY", "AZURE_OPENAI_API_KEY"],
			description: "API key that the application uses; masked at once. Default: OPENAI_API_KEY, on Azure AZURE_OPENAI_API_KEY."
		},
		{
			name: "base-url",
			kind: "text",
			environment: ["OPENAI_BASE_URL", "AZURE_OPENAI_ENDPOINT"],
			perRoute: true,
			description: "Base URL exactly as the application uses it. Default: OPENAI_BASE_URL, AZURE_OPENAI_ENDPOINT when only that is set, else https://api.openai.com/v1."
		},
		{
			name: "route",
			kind: "choice",
			choices: ["auto", ...ROUTE_KINDS],
			default: "auto",
			perRoute: true,
			description: "Who serves the API: auto (looks at the host), openai, azure or gateway."
		},
		{
			name: "endpoint",
			kind: "choice",
			choices: ["auto", ...ENDPOINTS],
			default: "auto",
			perRoute: true,
			description: `Endpoint family of the real request: ${ENDPOINTS.slice(0, -1).join(", ")} or ${ENDPOINTS.at(-1)}. auto reads the application's calls in the checkout and says where; where it finds none it uses responses, and on a gateway that lacks that, tries chat-completions before it blames anybody.`
		},
		{
			name: "stream",
			kind: "choice",
			choices: [
				"auto",
				"true",
				"false"
			],
			default: "auto",
			perRoute: true,
			description: "Ask for the answer as a stream of events: true, false, or auto (as the application's call in the checkout does)."
		},
		{
			name: "model",
			kind: "text",
			perRoute: true,
			description: "The application's model or Azure deployment. Never invented: without it the deepest rung is auth, and the summary says that quota was not tested."
		},
		{
			name: "organization",
			kind: "text",
			environment: ["OPENAI_ORG_ID"],
			perRoute: true,
			description: "Organization that the key acts for (org-…). Default: OPENAI_ORG_ID."
		},
		{
			name: "project",
			kind: "text",
			environment: ["OPENAI_PROJECT_ID"],
			perRoute: true,
			description: "Project that the key acts for (proj_…). Default: OPENAI_PROJECT_ID."
		},
		{
			name: "api-version",
			kind: "text",
			environment: ["OPENAI_API_VERSION"],
			perRoute: true,
			description: "API version of the classic Azure endpoint, for example 2024-10-21. Default: OPENAI_API_VERSION."
		},
		{
			name: "azure-scope",
			kind: "text",
			perRoute: true,
			description: "Scope of the token when the route signs in with Entra ID, for example https://ai.azure.com/.default. Default: what the host of the resource takes."
		},
		{
			name: "client",
			kind: "choice",
			choices: ["auto", ...CLIENTS],
			default: "auto",
			perRoute: true,
			description: "Whose rules for proxies and certificates decide the egress: node, bun, deno, python, go, java, dotnet, ruby, php, rust or curl; auto looks at the checkout, and where that shows none, the verdict says that the rules of Node stand in."
		},
		{
			name: "config",
			kind: "path",
			description: "YAML file with several routes, probed side by side, for example .github/openai-preflight.yml."
		}
	],
	far: [
		{
			name: "depth",
			kind: "choice",
			choices: DEPTHS,
			default: "request",
			perRoute: true,
			description: "How far to climb: route sends no credentials, auth costs nothing, request sends one tiny real request through the SDK."
		},
		{
			name: "path-checks",
			kind: "path-checks",
			perRoute: true,
			description: "What one tiny request cannot prove, asked after it passed and without cost: stream, body=SIZE, idle=TIME, websocket, for example stream, body=200KB, idle=60s. A warning, unless it is how the application itself calls."
		},
		{
			name: "timeout",
			kind: "duration",
			range: {
				minMs: 100,
				maxMs: HOUR
			},
			default: "10s",
			perRoute: true,
			description: "Time for one attempt, for example 500ms, 10s or 2m; a plain number is seconds."
		},
		{
			name: "deadline",
			kind: "duration",
			range: {
				minMs: SECOND,
				maxMs: 6 * HOUR
			},
			default: "60s",
			description: "Time for the whole run, everything included."
		},
		{
			name: "attempts",
			kind: "count",
			range: {
				min: 1,
				max: 100
			},
			default: "1",
			perRoute: true,
			description: "How often the real request may be tried while the failure is one where a retry may help; ends at the first success, and a late success says so."
		},
		{
			name: "wait-up-to",
			kind: "duration",
			range: {
				minMs: 0,
				maxMs: 6 * HOUR
			},
			default: "0s",
			perRoute: true,
			description: "Keep trying this long while a retry may help (rate limit, API server, short resets)."
		}
	],
	fails: [
		{
			name: "fail-on",
			kind: "owners",
			default: "route, auth, quota, client, unknown",
			perRoute: true,
			description: "Owners or branches that fail the job, and expiry for what expires within expiry-warning, separated by commas; none lets everything pass with a warning."
		},
		{
			name: "missing-key",
			kind: "choice",
			choices: MISSING_KEY,
			default: "auto",
			description: "What a missing key means: fail, warn or skip; auto skips on pull requests from forks and on Dependabot and fails elsewhere. Skipped rungs are reported as not tested."
		},
		{
			name: "expiry-warning",
			kind: "duration",
			range: {
				minMs: 0,
				maxMs: 3650 * DAY
			},
			default: "30d",
			perRoute: true,
			description: "After a pass, warn when the announced shutdown date of the model, a certificate of the path or the key expires sooner than this; 0 turns it off. The date of the model is asked of the API itself (GET /models, without cost)."
		},
		{
			name: "headroom-warning",
			kind: "percent",
			default: "5%",
			perRoute: true,
			description: "After a pass, warn when less than this share of a rate limit is left; 0 turns it off."
		}
	],
	reports: [
		{
			name: "packet-dir",
			kind: "path",
			description: "Folder for packet and report. Default: openai-preflight in RUNNER_TEMP, else in the temporary folder."
		},
		{
			name: "baseline",
			kind: "path",
			description: "Earlier packet.json to compare with. last-green: the packet that the last good run of this workflow uploaded as the artifact openai-preflight-JOB, with the id of the job; last-green:NAME for another name. Needs the permission actions: read."
		},
		{
			name: "comment",
			kind: "choice",
			choices: OCCASIONS,
			default: "never",
			description: "Sticky pull-request comment: never, on-failure or always."
		},
		{
			name: "check-run",
			kind: "boolean",
			default: "false",
			description: "Also publish a check run (needs permission checks: write)."
		},
		{
			name: "github-token",
			kind: "secret",
			actionDefault: "${{ github.token }}",
			description: "Token for the comment and the check run. Default: the token of the job."
		}
	],
	places: [
		{
			name: "compare-direct",
			kind: "boolean",
			default: "false",
			perRoute: true,
			description: "On a gateway route, ask api.openai.com the same question without a key side by side."
		},
		{
			name: "control-url",
			kind: "url",
			environment: ["GITHUB_API_URL"],
			description: "URL of a host that this runner must reach anyway; asked without credentials, only after a failure, to tell 'all egress is closed' from 'only this host is'. Default: GITHUB_API_URL of the job."
		},
		{
			name: "egress-address",
			kind: "choice",
			choices: OCCASIONS,
			default: "on-failure",
			description: "When the public address and country of this egress are asked of OpenAI's own edge (/cdn-cgi/trace of the base URL's host, without a key; nobody else is asked): never, on-failure or always."
		},
		{
			name: "allow-hosts",
			kind: "text",
			description: "Hosts (llm.example.com, *.example.com) that a settings file of the checkout may send a key to on events that run with secrets for files of strangers (pull_request_target, workflow_run, issue_comment and the like)."
		},
		{
			name: "inside",
			kind: "text",
			description: "Command prefix that starts a process where the application runs, for example kubectl exec -i deploy/api --; the probes run there."
		},
		{
			name: "client-bundle",
			kind: "path",
			description: "Folder of built front-end files to search for keys and direct API calls."
		},
		{
			name: "browser-origin",
			kind: "origin",
			description: "Origin for which the CORS question is asked, for example https://app.example.com."
		},
		{
			name: "log",
			kind: "path",
			description: "Existing log to explain; alone, nothing is sent."
		},
		{
			name: "aggregate",
			kind: "path",
			description: "Folder of packets from many runners to turn into one verdict; nothing is sent."
		}
	]
};
/** The same, one group after the other. */
const INPUTS = [
	"call",
	"far",
	"fails",
	"reports",
	"places"
].flatMap((group) => BY_GROUP[group].map((entry) => ({
	...entry,
	group
})));
/** The row of the table; the name is checked by the compiler. */
function inputNamed(name) {
	const found = INPUTS.find((input) => input.name === name);
	if (found === void 0) throw new TypeError(`no input is named ${name}`);
	return found;
}
function isInputName(name) {
	return INPUTS.some((input) => input.name === name);
}

export { given as A, warning as B, UNIT_MS as C, entryOf as D, destinationOf as E, joined as F, jsonIn as I, ofTarget as L, hostIn as M, isObject$1 as N, fatal as O, isoTime as P, quotable as R, MOST_BODY_BYTES as S, codeNote as T, withoutEndSlashes as V, verdictWithoutRoute as _, isInputName as a, endpointFacts as b, PATH_CHECKS as c, spanOf as d, spelt as f, seenBy as g, REQUEST_PROBES as h, inputNamed as i, hostAndPort as j, fields as k, exactly as l, PROBE_RUNG as m, INPUT_GROUPS as n, Secret as o, written as p, MISSING_KEY as r, effectiveDepth as s, INPUTS as t, sizeOf as u, CONVERSING as v, bareHost as w, exitOf as x, ENDPOINTS as y, unescaped as z };