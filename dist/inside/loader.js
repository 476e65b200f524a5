import "node:module";
import { dirname, join } from "node:path/posix";
import vm from "node:vm";
import { brotliDecompressSync } from "node:zlib";
import "node:crypto";
import tls from "node:tls";

// src/model/values.ts
/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
function fields(value) {
	return isObject$1(value) ? value : {};
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
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

// src/model/words.ts
/** What ends ahead of time: warnings, unless `fail-on` names {@link EXPIRY}. */
const EXPIRY_CODES = [
	"api.model_shutdown_soon",
	"api.key_expires_soon",
	"tls.cert.expires_soon"
];
/** Found while everything works, and worth a warning: what will end, and what is nearly used up. */
const AHEAD_CODES = [
	...EXPIRY_CODES,
	"api.model_not_listed",
	"api.headroom_low"
];

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

// src/inside/frame.ts
/** Name of the global that holds what came with a Node program. */
const GIVEN = "openaiPreflight";
const BEGIN = "<<<openai-preflight";
const END = ">>>";
/** The result of a remote process between two lines that are found again among any other text. */
function frameOf(mark, payload) {
	return `\n${BEGIN} ${mark} ${payload.length}\n${payload}\n${END}\n`;
}
function encodeJson(value) {
	return Buffer.from(JSON.stringify(value), "utf8").toString("base64");
}

// src/inside/older-node.ts
/**
* What the program uses of Node.js 24 and an older one lacks, from the standard or from Node's own
* documentation. Only in the process of a target, where nothing else runs.
*/
function bringUpToDate() {
	give(Array.prototype, "toSorted", function(compare) {
		return [...this].sort(compare);
	});
	give(Array.prototype, "toReversed", function() {
		return this.map((_one, index) => this.at(-1 - index));
	});
	give(String.prototype, "toWellFormed", function() {
		return this.replaceAll(/\p{Surrogate}/gu, "�");
	});
	give(URL, "parse", (text, base) => {
		try {
			return new URL(text, base);
		} catch {
			return null;
		}
	});
	give(Map, "groupBy", (items, keyOf) => {
		const groups = /* @__PURE__ */ new Map();
		for (const item of items) {
			const key = keyOf(item);
			groups.set(key, [...groups.get(key) ?? [], item]);
		}
		return groups;
	});
	give(AbortSignal, "any", (signals) => {
		const controller = new AbortController();
		for (const signal of signals) {
			const abort = () => controller.abort(signal.reason);
			if (signal.aborted) abort();
			else signal.addEventListener("abort", abort, { once: true });
		}
		return controller.signal;
	});
	give(tls, "getCACertificates", (kind) => kind === "bundled" ? [...tls.rootCertificates] : []);
}
function give(owner, name, value) {
	if (name in owner) return;
	Object.defineProperty(owner, name, {
		value,
		writable: true,
		configurable: true
	});
}

// src/inside/loader.ts
/**
* The first lines that a Node.js of a target runs: puts the files of the program together in memory,
* as they came over standard input, and starts them. `node --experimental-vm-modules` has what it
* takes since version 12; files, a folder or a registry are not needed.
*/
const given = fields(Reflect.get(globalThis, GIVEN));
const parts = fields(JSON.parse(brotliDecompressSync(Buffer.from(String(given["parts"]), "base64")).toString("utf8")));
const modules = /* @__PURE__ */ new Map();
function moduleAt(path) {
	return new vm.SourceTextModule(String(parts[path]), {
		identifier: path,
		initializeImportMeta: (meta) => {
			Object.assign(meta, {
				url: `file:///${path}`,
				dirname: `/${dirname(path)}`
			});
		},
		importModuleDynamically: async (specifier) => {
			const found = await link(specifier, { identifier: path });
			if (found.status === "unlinked") await found.link(link);
			await found.evaluate();
			return found;
		}
	});
}
async function builtIn(name) {
	const exported = await import(name);
	const names = Object.keys(fields(exported));
	return new vm.SyntheticModule(names, function() {
		for (const one of names) this.setExport(one, fields(exported)[one]);
	}, { identifier: name });
}
async function link(specifier, { identifier }) {
	const path = specifier.startsWith(".") ? join(dirname(identifier), specifier) : specifier;
	const isPart = Object.hasOwn(parts, path);
	if (!isPart && path !== specifier) return await askFor(path);
	const found = modules.get(path) ?? (isPart ? moduleAt(path) : builtIn(path));
	modules.set(path, found);
	return await found;
}
/** A part that is seldom needed did not come along: the caller starts again with it. */
function askFor(path) {
	const answer = frameOf(String(given["mark"]), encodeJson({ wants: path }));
	return new Promise(() => {
		process.stdout.write(answer, () => process.exit(0));
	});
}
bringUpToDate();
const program = await link(`./${String(given["program"])}`, { identifier: "" });
await program.link(link);
await program.evaluate();

export {  };