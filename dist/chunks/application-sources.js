import { i as __toESM } from "./runtime.js";
import { c as ENDPOINTS } from "./model-words.js";
import { u as jsonIn } from "./settings-inputs.js";
import { closeSync, constants, fstatSync, openSync, opendirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";

// src/application/languages.ts
const C_STYLE = {
	lineComments: ["//"],
	blockComments: [["/*", "*/"]],
	quotes: ["\"", "'"],
	multiline: []
};
const LANGUAGES = [
	{
		...C_STYLE,
		name: "javascript",
		clients: [
			"node",
			"bun",
			"deno"
		],
		file: /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/,
		quotes: [
			"\"",
			"'",
			"`"
		],
		multiline: ["`"]
	},
	{
		name: "python",
		clients: ["python"],
		file: /\.pyw?$/,
		lineComments: ["#"],
		blockComments: [],
		quotes: [
			"\"\"\"",
			"'''",
			"\"",
			"'"
		],
		multiline: ["\"\"\"", "'''"]
	},
	{
		...C_STYLE,
		name: "go",
		clients: ["go"],
		file: /\.go$/,
		quotes: ["\"", "`"],
		multiline: ["`"]
	},
	{
		...C_STYLE,
		name: "java",
		clients: ["java"],
		file: /\.(?:java|kts?|scala|groovy)$/,
		quotes: [
			"\"\"\"",
			"\"",
			"'"
		],
		multiline: ["\"\"\""]
	},
	{
		...C_STYLE,
		name: "csharp",
		clients: ["dotnet"],
		file: /\.(?:cs|fs|vb)$/,
		quotes: ["\"\"\"", "\""],
		multiline: ["\"\"\""]
	},
	{
		...C_STYLE,
		name: "rust",
		clients: ["rust"],
		file: /\.rs$/,
		quotes: ["\""],
		multiline: ["\""]
	},
	{
		name: "ruby",
		clients: ["ruby"],
		file: /\.(?:rb|rake)$/,
		lineComments: ["#"],
		blockComments: [["\n=begin", "\n=end"]],
		quotes: ["\"", "'"],
		multiline: ["\"", "'"]
	},
	{
		...C_STYLE,
		name: "php",
		clients: ["php"],
		file: /\.php$/,
		lineComments: ["//", "#"],
		multiline: ["\"", "'"]
	},
	{
		name: "shell",
		clients: ["curl"],
		file: /\.(?:sh|bash)$/,
		lineComments: ["#"],
		blockComments: [],
		quotes: [],
		multiline: []
	}
];
/** Whose rules the program in this file can go by; none for a file of another kind. */
function clientsOf(path) {
	return LANGUAGES.find(({ file }) => file.test(path))?.clients ?? [];
}
/** One pass, linear in the length. An unclosed string of one line ends with its line. */
function viewsOf(text, language) {
	const source = [];
	const code = [];
	let at = 0;
	const copy = (to, inSource, inCode) => {
		const piece = text.slice(at, to);
		const blank = inSource && inCode ? "" : piece.replaceAll(/[^\n]/g, " ");
		source.push(inSource ? piece : blank);
		code.push(inCode ? piece : blank);
		at = to;
	};
	const special = specials(language);
	while (at < text.length) {
		special.lastIndex = at;
		const found = special.exec(text);
		if (found === null) {
			copy(text.length, true, true);
			break;
		}
		copy(found.index, true, true);
		const [mark] = found;
		const block = language.blockComments.find(([open]) => open === mark);
		if (language.quotes.includes(mark)) {
			const end = endOfString(text, at + mark.length, mark, language.multiline.includes(mark));
			copy(at + mark.length, true, true);
			copy(end, true, false);
			copy(Math.min(text.length, end + mark.length), true, true);
		} else {
			const close = block?.[1] ?? "\n";
			const end = text.indexOf(close, at + mark.length);
			copy(end === -1 ? text.length : end + (block === void 0 ? 0 : close.length), false, false);
		}
	}
	return {
		source: source.join(""),
		code: code.join("")
	};
}
function specials({ quotes, lineComments, blockComments }) {
	const escaped = [
		...blockComments.map(([open]) => open),
		...lineComments,
		...quotes
	].map((mark) => mark.replaceAll(/[*+?.\\/$^|()[\]{}]/g, String.raw`\$&`));
	return new RegExp(escaped.join("|") || "(?!)", "g");
}
function endOfString(text, from, mark, multiline) {
	for (let at = from; at < text.length; at += 1) if (text[at] === "\\") at += 1;
	else if (text.startsWith(mark, at)) return at;
	else if (!multiline && text[at] === "\n") return at;
	return text.length;
}

// src/knowledge/endpoints.ts
/**
* Every endpoint family, one entry each. The compiler asks for its call (routes/calls.ts); tests ask
* that action.yml, the README, the schemas and docs/what-is-sent.md name it.
*/
const ENDPOINT_FACTS = {
	responses: {
		path: "/responses",
		sends: "the word `ping`, at most 16 output tokens, `store: false`",
		costs: "one minimal completion",
		python: "responses.create"
	},
	"chat-completions": {
		path: "/chat/completions",
		sends: "the word `ping`, at most 16 output tokens",
		costs: "one minimal completion",
		python: "chat.completions.create"
	},
	embeddings: {
		path: "/embeddings",
		sends: "the word `ping`",
		costs: "one token of input",
		python: "embeddings.create"
	},
	moderations: {
		path: "/moderations",
		sends: "the word `ping`",
		costs: "nothing: a request of full depth for free",
		python: "moderations.create"
	},
	"audio-transcriptions": {
		path: "/audio/transcriptions",
		sends: "a quarter of a second of silence as a WAV file",
		costs: "the least that a transcription costs",
		python: "audio.transcriptions.create",
		needs: "file"
	},
	realtime: {
		path: "/realtime",
		sends: "a WebSocket, closed after `session.created`",
		costs: "nothing: no word is said",
		python: "realtime.connect",
		needs: "WebSocket"
	}
};

// src/application/vocabulary.ts
const OPENAI = /openai/i;
/** `.`, `?.`, `->`, each with a call in between: `client.chat().completions().create(`. */
const DOT = String.raw`(?:\(\))?\s{0,80}(?:\?\.|\.|->)\s{0,80}`;
const VERB = String.raw`(?:create|stream|parse|new|run)\w*\s{0,80}\(`;
const STREAMING = /(?:stream\w{0,40}|NewStreaming)\s{0,80}\($/i;
function sdk(path, endpoint) {
	return {
		library: "openai",
		needs: OPENAI,
		call: new RegExp(`(?:\\.|->)\\s{0,80}${path.join(DOT)}${DOT}(?:with_\\w+${DOT})?${VERB}`, "gi"),
		endpoint,
		streams: STREAMING
	};
}
/**
* The calls of the libraries, as their READMEs and sources write them. Calls of the SDK come before
* those of frameworks: a line is taken by the first shape that fits it.
*/
const CALL_SHAPES = [
	sdk(["responses"], "responses"),
	sdk(["chat", "completions"], "chat-completions"),
	sdk(["embeddings"], "embeddings"),
	sdk(["moderations"], "moderations"),
	sdk(["audio", "transcriptions"], "audio-transcriptions"),
	{
		library: "openai",
		needs: OPENAI,
		call: /\.realtime\s{0,80}\.\s{0,80}connect\s{0,80}\(|\bOpenAIRealtime(?:WebSocket|WS)\s{0,80}(?:\.\s{0,80}create\s{0,80})?\(|\bRealtime(?:Session|Client)\s{0,80}\(/g,
		endpoint: "realtime"
	},
	{
		library: "openai < 1",
		needs: OPENAI,
		call: /\bopenai\s{0,80}\.\s{0,80}ChatCompletion\s{0,80}\.\s{0,80}a?create\s{0,80}\(/g,
		endpoint: "chat-completions"
	},
	{
		library: "openai < 1",
		needs: OPENAI,
		call: /\bopenai\s{0,80}\.\s{0,80}Embedding\s{0,80}\.\s{0,80}a?create\s{0,80}\(/g,
		endpoint: "embeddings"
	},
	{
		library: "OpenAI .NET",
		needs: OPENAI,
		call: /\.\s{0,80}CompleteChat(?:Streaming)?(?:Async)?\s{0,80}\(|\bGetChatClient\s{0,80}\(|\bnew\s+ChatClient\s{0,80}\(/g,
		endpoint: "chat-completions",
		streams: /Streaming/,
		modelFirst: true
	},
	{
		library: "OpenAI .NET",
		needs: OPENAI,
		call: /\.\s{0,80}CreateResponse(?:Streaming)?(?:Async)?\s{0,80}\(|\bGet(?:OpenAIResponse|Responses)Client\s{0,80}\(/g,
		endpoint: "responses",
		streams: /Streaming/,
		modelFirst: true
	},
	{
		library: "OpenAI .NET",
		needs: OPENAI,
		call: /\.\s{0,80}GenerateEmbeddings?(?:Async)?\s{0,80}\(|\bGetEmbeddingClient\s{0,80}\(/g,
		endpoint: "embeddings",
		modelFirst: true
	},
	{
		library: "go-openai",
		needs: /sashabaranov\/go-openai/,
		call: /\.\s{0,80}CreateChatCompletion(?:Stream)?\s{0,80}\(/g,
		endpoint: "chat-completions",
		streams: /Stream/
	},
	{
		library: "go-openai",
		needs: /sashabaranov\/go-openai/,
		call: /\.\s{0,80}CreateEmbeddings\s{0,80}\(/g,
		endpoint: "embeddings"
	},
	{
		library: "ruby-openai",
		needs: /OpenAI::/,
		call: /\.\s{0,80}chat\s{0,80}\((?=\s{0,80}parameters:)/g,
		endpoint: "chat-completions"
	},
	{
		library: "ruby-openai",
		needs: /OpenAI::/,
		call: /\.\s{0,80}embeddings\s{0,80}\((?=\s{0,80}parameters:)/g,
		endpoint: "embeddings"
	},
	{
		library: "openai-php",
		needs: /OpenAI/,
		call: /(?:->|::)\s{0,80}chat\(\)\s{0,80}->\s{0,80}create(?:Streamed)?\s{0,80}\(/g,
		endpoint: "chat-completions",
		streams: /Streamed/
	},
	{
		library: "async-openai",
		needs: /async_openai/,
		call: /\.\s{0,80}chat\(\)\s{0,80}\.\s{0,80}create(?:_stream)?\s{0,80}\(/g,
		endpoint: "chat-completions",
		streams: /_stream/
	},
	{
		library: "ai-sdk",
		needs: /@ai-sdk\/(?:openai|azure)/,
		call: /\b(?:openai|azure)\s{0,80}\.\s{0,80}(?:embedding|textEmbedding(?:Model)?|embeddingModel)\s{0,80}\(/g,
		endpoint: "embeddings",
		modelFirst: true
	},
	{
		library: "ai-sdk",
		needs: /@ai-sdk\/(?:openai|azure)/,
		call: /\b(?:openai|azure)\s{0,80}\.\s{0,80}chat\s{0,80}\(/g,
		endpoint: "chat-completions",
		modelFirst: true
	},
	{
		library: "ai-sdk",
		needs: /@ai-sdk\/(?:openai|azure)/,
		call: /\b(?:openai|azure)\s{0,80}(?:\.\s{0,80}responses\s{0,80})?\(/g,
		endpoint: "responses",
		modelFirst: true
	},
	{
		library: "ai-sdk",
		needs: /@ai-sdk\/openai-compatible/,
		call: /\bcreateOpenAICompatible\s{0,80}\(/g,
		endpoint: "chat-completions"
	},
	{
		library: "langchain",
		needs: /langchain/i,
		call: /\b(?:Azure)?ChatOpenAI\s{0,80}\(|\bAzureOpenAI\s{0,80}\(/g,
		endpoint: "chat-completions",
		unless: {
			argument: /\buse_?responses_?api\b\s{0,80}[:=]\s{0,80}true|\boutput_version\s{0,80}=\s{0,80}.responses/i,
			endpoint: "responses"
		}
	},
	{
		library: "langchain",
		needs: /langchain/i,
		call: /\b(?:Azure)?OpenAIEmbeddings\s{0,80}\(/g,
		endpoint: "embeddings"
	},
	{
		library: "langchain",
		needs: /langchain/i,
		call: /\binit_chat_model\s{0,80}\((?=[^)]{0,200}openai)|\binitChatModel\s{0,80}\((?=[^)]{0,200}openai)/g,
		endpoint: "chat-completions",
		modelFirst: true
	},
	{
		library: "llama-index",
		needs: /llama_?index/i,
		call: /\bOpenAIResponses\s{0,80}\(/g,
		endpoint: "responses"
	},
	{
		library: "llama-index",
		needs: /llama_?index/i,
		call: /\b(?:AzureOpenAI|OpenAILike|OpenAI|openai)\s{0,80}\(/g,
		endpoint: "chat-completions"
	},
	{
		library: "llama-index",
		needs: /llama_?index/i,
		call: /\b(?:Azure)?OpenAIEmbedding\s{0,80}\(/g,
		endpoint: "embeddings"
	},
	{
		library: "litellm",
		needs: /litellm/,
		call: /\b(?:litellm\s{0,80}\.\s{0,80})?a?responses\s{0,80}\((?=[^)]{0,400}\bmodel\s{0,80}=)/g,
		endpoint: "responses"
	},
	{
		library: "litellm",
		needs: /litellm/,
		call: /\b(?:litellm\s{0,80}\.\s{0,80})?a?completion\s{0,80}\((?=[^)]{0,400}\bmodel\s{0,80}=)/g,
		endpoint: "chat-completions"
	},
	{
		library: "litellm",
		needs: /litellm/,
		call: /\b(?:litellm\s{0,80}\.\s{0,80})?a?embedding\s{0,80}\((?=[^)]{0,400}\bmodel\s{0,80}=)/g,
		endpoint: "embeddings"
	},
	{
		library: "openai-agents",
		needs: /\bfrom agents import|@openai\/agents/,
		call: /\bOpenAIChatCompletionsModel\s{0,80}\(/g,
		endpoint: "chat-completions"
	},
	{
		library: "openai-agents",
		needs: /\bfrom agents import|@openai\/agents/,
		call: /\bAgent\s{0,80}\(/g,
		endpoint: "responses"
	},
	{
		library: "instructor",
		needs: /\binstructor\b/,
		call: /\binstructor\s{0,80}\.\s{0,80}(?:from_openai|from_provider|patch)\s{0,80}\(/g,
		endpoint: "chat-completions"
	},
	{
		library: "dspy",
		needs: /\bdspy\b/,
		call: /\bdspy\s{0,80}\.\s{0,80}(?:LM|OpenAI)\s{0,80}\(/g,
		endpoint: "chat-completions",
		modelFirst: true
	},
	{
		library: "semantic-kernel",
		needs: /semantic_?kernel|SemanticKernel/i,
		call: /\b(?:Add)?(?:Azure)?OpenAIChatCompletion\s{0,80}\(/g,
		endpoint: "chat-completions",
		modelFirst: true
	},
	{
		library: "spring-ai",
		needs: /springframework\.ai/,
		call: /\bOpenAiChatModel\b|\bChatClient\s{0,80}\.\s{0,80}(?:create|builder)\s{0,80}\(/g,
		endpoint: "chat-completions"
	},
	{
		library: "pydantic-ai",
		needs: /pydantic_ai/,
		call: /\bOpenAIResponsesModel\s{0,80}\(/g,
		endpoint: "responses",
		modelFirst: true
	},
	{
		library: "pydantic-ai",
		needs: /pydantic_ai/,
		call: /\bOpenAI(?:Chat)?Model\s{0,80}\(/g,
		endpoint: "chat-completions",
		modelFirst: true
	}
];
/** A path of the API written out, as `fetch`, `requests` or curl send it. */
const PATHS = ENDPOINTS.map((endpoint) => {
	const { path } = ENDPOINT_FACTS[endpoint];
	const pattern = path.lastIndexOf("/") > 0 ? `${path}\\b` : `/v1${path}\\b|${path}\\?api-version`;
	return [new RegExp(pattern, "g"), endpoint];
});

// src/application/calls.ts
/** Characters of the arguments of one call that are looked at. */
const MOST_ARGUMENTS = 4e3;
/** Calls of one file that are looked at. */
const MOST_CALLS = 50;
const MODEL = /\b(?:model|model_?name|model_?id|deployment_?name|azure_deployment|engine|Model)\b/i;
const BASE_URL = /\b(?:base_?url|openai_api_base|api_base|azure_?endpoint|uri_base|base_?path|withBaseURL|base_?uri)\b/i;
const VALUE = String.raw`["']?\)?\s{0,80}(?:=>|:=|[:=(])\s{0,80}(?:[\w.]+\(\s{0,80})?`;
const LITERAL = /^(?:[rfub]?"([^"\n]{1,300})"|[rfub]?'([^'\n]{1,300})'|`([^`$\n]{1,300})`)/;
const EXPRESSION = /^[\w$@][\w$.@:[\]"'()]{0,80}/;
/** The calls in one file, in the order of its lines. Never throws; linear in the text. */
function callsIn(file, text, language) {
	const views = viewsOf(text, language);
	const calls = [];
	const taken = /* @__PURE__ */ new Set();
	const add = (at, shape, rest) => {
		const line = lineOf(text, at);
		if (taken.has(line)) return;
		taken.add(line);
		calls.push({
			endpoint: shape.endpoint,
			library: shape.library,
			file,
			line,
			...rest
		});
	};
	const client = clientOptions(views, text);
	for (const shape of CALL_SHAPES) {
		if (!shape.needs.test(text)) continue;
		for (const match of views.code.matchAll(shape.call)) {
			if (calls.length >= MOST_CALLS) break;
			const { 0: written, index } = match;
			const open = index + written.length;
			const args = argumentsFrom(views, open);
			const other = shape.unless?.argument.test(args) === true ? shape.unless.endpoint : void 0;
			const stream = streams(shape, written, args);
			const model = named(MODEL, args, text, open) ?? first(shape, args, text, open);
			add(open, {
				...shape,
				endpoint: other ?? shape.endpoint
			}, {
				...stream === void 0 ? {} : { stream },
				...model === void 0 ? {} : { model },
				...client,
				...optionalBaseUrl(named(BASE_URL, args, text, open))
			});
		}
	}
	if (calls.length === 0) for (const [path, endpoint] of PATHS) for (const match of views.source.matchAll(path)) {
		if (calls.length >= MOST_CALLS) break;
		add(match.index, {
			library: "HTTP",
			endpoint
		}, {});
	}
	return calls.sort((a, b) => a.line - b.line);
}
/** What the constructor of the client in this file says. */
function clientOptions({ source }, text) {
	const timeout = /\b(?:timeout|request_timeout)\b["']?\s{0,80}[:=]\s{0,80}(\d[\d_.]*)\s{0,80}(\*\s{0,80}1_?000)?/i.exec(source);
	const number = Number((timeout?.[1] ?? "").replaceAll("_", ""));
	const timeoutMs = timeout?.[2] !== void 0 || number < 1e3 ? number * 1e3 : number;
	return {
		...optionalBaseUrl(named(BASE_URL, source, text, 0)),
		...timeout === null || !(timeoutMs > 0) ? {} : { timeoutMs }
	};
}
function optionalBaseUrl(baseUrl) {
	return baseUrl === void 0 ? {} : { baseUrl };
}
function streams(shape, written, args) {
	if (shape.streams?.test(written) === true) return true;
	const said = /\bstream(?:ing)?\b["']?\s{0,80}(?:=>|[:=])\s{0,80}(true|false)\b/i.exec(args)?.[1];
	return said === void 0 ? void 0 : said.toLowerCase() === "true";
}
/** The text between the parentheses of a call; strings cannot unbalance them. */
function argumentsFrom({ code, source }, open) {
	const end = Math.min(code.length, open + MOST_ARGUMENTS);
	let depth = 1;
	for (let at = open; at < end; at += 1) {
		const sign = code[at];
		if (sign === "(" || sign === "{" || sign === "[") depth += 1;
		else if (sign === ")" || sign === "}" || sign === "]") depth -= 1;
		if (depth === 0) return source.slice(open, at);
	}
	return source.slice(open, end);
}
/** `name: value`, `name=value`, `.name("value")`, `"name" => value`. */
function named(name, args, text, offset) {
	const match = new RegExp(`${name.source}${VALUE}`, name.flags).exec(args);
	return match === null ? void 0 : valueAt(args, match.index + match[0].length, text, offset);
}
function first(shape, args, text, offset) {
	if (shape.modelFirst !== true) return void 0;
	const start = args.search(/\S/);
	const told = start === -1 ? void 0 : valueAt(args, start, text, offset);
	return told?.literal === true ? told : void 0;
}
function valueAt(args, at, text, offset) {
	const rest = args.slice(at, at + 400);
	const line = lineOf(text, offset + at);
	const literal = LITERAL.exec(rest);
	if (literal !== null) return {
		value: literal[1] ?? literal[2] ?? literal[3] ?? "",
		literal: true,
		line
	};
	const expression = EXPRESSION.exec(rest)?.[0];
	return expression === void 0 ? void 0 : {
		value: expression,
		literal: false,
		line
	};
}
function lineOf(text, at) {
	let line = 1;
	for (let next = text.indexOf("\n"); next !== -1 && next < at; next = text.indexOf("\n", next + 1)) line += 1;
	return line;
}

// src/application/read-application.ts
/** Families that are looked at side by side. */
const MOST_FAMILIES = 3;
/** Cheap and wide: a file without any of these words holds no call of a model API. */
const WORTH_READING = /openai|langchain|llama_?index|litellm|ai-sdk|dspy|instructor|semantic_?kernel|springframework\.ai|\bagents\b|\/v1\/|pydantic_ai|chat\/completions/i;
const TESTS_AND_SAMPLES = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|examples?|samples?|fixtures?|mocks?|__mocks__|docs?|benchmarks?|node_modules|vendor|third_party|site-packages|dist|build|out|target|bin|obj|coverage|migrations)\/|(?:^|\/)test_[^/]*$|(?:_test|_spec|\.test|\.spec|\.min|\.d)\.[^./]+$|Tests?\.(?:java|kt|cs)$|(?:^|\/)conftest\.py$/;
/** Whether a path may hold the application's own source. */
function isApplicationSource(path) {
	return (MANIFEST.test(path) || LANGUAGES.some(({ file }) => file.test(path))) && !TESTS_AND_SAMPLES.test(path);
}
/** Libraries whose base URL is not the SDK's, by the names in manifests; the wrapper decides. */
const LISTED = [
	[/\blangchain[-_]openai\b|@langchain\/openai\b/, "langchain"],
	[/\bllama[-_]index\b/, "llama-index"],
	[/\blitellm\b/, "litellm"],
	[/\bdspy\b/, "dspy"],
	[/\bspring-ai-\w/, "spring-ai"],
	[/@ai-sdk\/openai\b/, "ai-sdk"],
	[/\bopenai\s*(?:==\s*|<=?\s*|~=\s*)0\.|\bopenai\s*<\s*1\b/, "openai < 1"]
];
const MANIFEST = /(?:^|\/)(?:requirements[^/]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|package\.json|pom\.xml|build\.gradle(?:\.kts)?)$/;
/** A manifest that lists a wrapper of the SDK. */
function listed({ files, readFile }) {
	const texts = files.filter((path) => MANIFEST.test(path)).map((path) => readFile(path) ?? "");
	return LISTED.find(([name]) => texts.some((text) => name.test(text)))?.[1];
}
/** Reads every source file that was listed. Never throws. */
function readApplication(sources) {
	const calls = sources.files.flatMap((path) => {
		const language = LANGUAGES.find(({ file }) => file.test(path));
		if (language === void 0 || !isApplicationSource(path)) return [];
		const text = sources.readFile(path);
		return text === void 0 || !WORTH_READING.test(text) ? [] : callsIn(path, text, language);
	});
	const order = calls.toSorted((a, b) => rank(b) - rank(a));
	const families = /* @__PURE__ */ new Map();
	for (const call of order) if (!families.has(call.endpoint)) families.set(call.endpoint, call);
	const late = sources.outOfTime?.() === true ? "reading the checkout took too long" : void 0;
	const limit = sources.limit ?? late;
	const library = order.find(({ library: name }) => name !== "HTTP")?.library ?? listed(sources);
	return {
		families: [...families.values()].slice(0, 3),
		calls,
		...library === void 0 ? {} : { library },
		...limit === void 0 ? {} : { limit }
	};
}
/** A call that names its model says most; a path in a string says least. */
function rank(call) {
	const telling = call.library === "HTTP" ? 0 : call.library.startsWith("openai") ? 2 : 1;
	return (call.endpoint === "responses" || call.endpoint === "chat-completions" ? 4 : 0) + telling + (call.model === void 0 ? 0 : .5);
}

// src/application/source-files.ts
/** Entries and levels of folders: more than a monorepo of people has. */
const MOST_ENTRIES = 3e4;
const DEEPEST = 10;
/** Bytes of one file: source that people write is shorter, what is longer was generated. */
const LARGEST_FILE$1 = 524288;
/** Milliseconds for the whole look at the checkout; it must not eat the deadline. */
const LONGEST_MS = 1500;
const PASSED_OVER = /^(?:\..+|node_modules|vendor|third_party|site-packages|dist|build|out|target|coverage|venv)$/;
/**
* The source files below a folder, breadth first, without following links; bounded in entries,
* depth, size and time. What a bound left out is said in `limit`.
*/
function readSources(workspace) {
	const endMs = performance.now() + LONGEST_MS;
	const files = [];
	let limit;
	let entries = 0;
	let level = [""];
	for (let depth = 0; level.length > 0 && limit === void 0; depth += 1) {
		const next = [];
		if (depth === DEEPEST) limit = `folders deeper than ${String(DEEPEST)} levels were not read`;
		for (const folder of limit === void 0 ? level : []) for (const entry of namesIn(join(workspace, folder))) {
			entries += 1;
			if (entries > MOST_ENTRIES) {
				limit = `only ${String(MOST_ENTRIES)} entries of the checkout were looked at`;
				break;
			}
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isFile() && isApplicationSource(path)) files.push(path);
			else if (entry.isDirectory() && !PASSED_OVER.test(entry.name)) next.push(path);
		}
		level = next;
	}
	return {
		files,
		...limit === void 0 ? {} : { limit },
		readFile: (path) => performance.now() > endMs ? void 0 : readRegular(join(workspace, path)),
		outOfTime: () => performance.now() > endMs
	};
}
function* namesIn(path) {
	let folder;
	try {
		folder = opendirSync(path);
	} catch {
		return;
	}
	try {
		for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) yield entry;
	} catch {} finally {
		folder.closeSync();
	}
}
/** A FIFO or a device in a checkout must not hold the run: opened without waiting, then looked at. */
function readRegular(path) {
	let file;
	try {
		file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
		const stat = fstatSync(file);
		return stat.isFile() && stat.size <= LARGEST_FILE$1 ? readFileSync(file, "utf8") : void 0;
	} catch {
		return;
	} finally {
		if (file !== void 0) closeSync(file);
	}
}

// src/application/base-url-variables.ts
const SDK = {
	variables: ["OPENAI_BASE_URL"],
	source: "openai-python 3.3 _client.py, openai-node 7 client.ts, openai-go client.go, openai-java ClientOptions.kt"
};
const NONE = { variables: [] };
/** By the names that `vocabulary.ts` gives to libraries. */
const BASE_URL_VARIABLES = /* @__PURE__ */ new Map([
	["openai", SDK],
	["openai-agents", SDK],
	["instructor", SDK],
	["pydantic-ai", SDK],
	["openai < 1", {
		variables: ["OPENAI_API_BASE"],
		source: "openai-python 0.28 __init__.py"
	}],
	["langchain", {
		variables: ["OPENAI_API_BASE", "OPENAI_BASE_URL"],
		source: "langchain_openai chat_models/base.py, @langchain/openai chat_models/base.ts"
	}],
	["litellm", {
		variables: ["OPENAI_BASE_URL", "OPENAI_API_BASE"],
		source: "litellm llms/openai/responses/transformation.py"
	}],
	["dspy", {
		variables: ["OPENAI_BASE_URL", "OPENAI_API_BASE"],
		source: "dspy calls LiteLLM"
	}],
	["llama-index", {
		variables: ["OPENAI_API_BASE"],
		source: "llama_index llms/openai/utils.py"
	}],
	["ai-sdk", {
		variables: ["OPENAI_BASE_URL"],
		source: "@ai-sdk/openai openai-provider.ts"
	}],
	["spring-ai", {
		variables: ["SPRING_AI_OPENAI_BASE_URL"],
		source: "spring.ai.openai.base-url"
	}],
	["async-openai", {
		...NONE,
		source: "async-openai config.rs"
	}],
	["go-openai", {
		...NONE,
		source: "go-openai config.go"
	}],
	["openai-php", {
		...NONE,
		source: "openai-php client: withBaseUri only"
	}],
	["OpenAI .NET", {
		...NONE,
		source: "OpenAIClientOptions.Endpoint only"
	}]
]);
/** Every variable that some library reads as the base URL: one that is set has a reader somewhere. */
const ALL_BASE_URL_VARIABLES = [...new Set([...BASE_URL_VARIABLES.values()].flatMap(({ variables }) => variables))];
const LITELLM = ["litellm", "dspy"];
const OTHER_VARIABLES = [
	{
		name: "AZURE_API_BASE",
		means: "Azure base URL",
		libraries: LITELLM,
		source: "litellm llms/azure/common_utils.py, files/main.py",
		followed: true
	},
	{
		name: "AZURE_API_KEY",
		means: "Azure key",
		libraries: LITELLM,
		source: "litellm llms/azure/common_utils.py",
		followed: true
	},
	{
		name: "AZURE_API_VERSION",
		means: "Azure api-version",
		libraries: LITELLM,
		source: "litellm files/main.py",
		followed: true
	},
	{
		name: "OPENAI_ORGANIZATION",
		means: "organization",
		libraries: [
			"openai < 1",
			"langchain",
			...LITELLM
		],
		source: "openai-python 0.28 __init__.py, langchain_openai embeddings/base.py, litellm main.py",
		followed: true
	},
	{
		name: "LITELLM_PROXY_API_BASE",
		means: "base URL of models named litellm_proxy/…",
		libraries: LITELLM,
		source: "litellm llms/litellm_proxy/chat/transformation.py",
		followed: false
	},
	{
		name: "LITELLM_PROXY_API_KEY",
		means: "key of models named litellm_proxy/…",
		libraries: LITELLM,
		source: "litellm llms/litellm_proxy/chat/transformation.py",
		followed: false
	},
	{
		name: "OPENAI_API_TYPE",
		means: "openai or azure, for the client of the module and the Azure classes",
		libraries: [
			"openai",
			"openai < 1",
			"langchain"
		],
		source: "openai-python 3.3 __init__.py, langchain_openai chat_models/azure.py",
		followed: false
	},
	{
		name: "OPENAI_PROXY",
		means: "proxy of this library alone",
		libraries: ["langchain"],
		source: "langchain_openai chat_models/base.py",
		followed: false
	},
	{
		name: "OPENAI_API_HOST",
		means: "base URL",
		libraries: [],
		source: "no library of this table",
		followed: false
	}
];

// src/application/index.ts
/** What the checkout says of the application's own calls; read once, when it is first asked for. */
function applicationOf(workspace) {
	let known;
	return () => known ??= readApplication(readSources(workspace));
}

// src/settings/sources.ts
/**
* Settings of the action.
* @param input `getInput` of the toolkit; white space is kept, because it may be what is wrong
*/
function actionSource(input, env = process.env) {
	return {
		...surroundings(env),
		outputs: true,
		input,
		get event() {
			return readEvent(env);
		}
	};
}
/** Settings of the command line, where a flag has the name of the input. */
function commandLineSource(flags, env = process.env) {
	const { command = "run" } = flags;
	return {
		...surroundings(env),
		...command === "run" ? {} : { application: () => readApplication(NO_CHECKOUT) },
		input: (name) => flags.values.get(name),
		label: (name) => `--${name}`,
		get event() {
			return readEvent(env);
		}
	};
}
const NO_CHECKOUT = {
	files: [],
	readFile: () => void 0
};
/** Settings of a program that calls the engine. */
function engineSource(options) {
	return {
		...surroundings(options.env ?? process.env),
		...options.workspace === void 0 ? {} : {
			workspace: options.workspace,
			application: applicationOf(options.workspace)
		},
		input: (name) => options.inputs?.[name]
	};
}
/** The YAML package where a config file is named, nothing elsewhere. */
async function yamlFor(source) {
	return source.input("config") ? await import("./yaml-entry.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1)) : void 0;
}
function surroundings(env) {
	const given = env["GITHUB_WORKSPACE"];
	const workspace = given === void 0 || given === "" ? currentFolder(env) : given;
	return {
		env,
		readFile: readTextFile,
		workspace,
		application: applicationOf(workspace),
		temporaryFolder: tmpdir()
	};
}
/** A shell may stand in a folder that somebody removed: there is nothing to read then. */
function currentFolder(env) {
	try {
		return process.cwd();
	} catch {
		return env["PWD"] ?? "/nowhere";
	}
}
/** GitHub sends event payloads of up to 25 MB. */
const LARGEST_FILE = 33554432;
/**
* Text of a regular file of at most 32 MiB, or what is wrong with it, to follow its name. A pipe
* would wait for its writer, a device may have no end.
*/
function readRegularFile(path) {
	let file;
	try {
		file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
		const stat = fstatSync(file);
		if (!stat.isFile()) return { because: "is no regular file" };
		if (stat.size > LARGEST_FILE) return { because: "is larger than 32 MiB" };
		return { text: readFileSync(file, "utf8") };
	} catch (error) {
		return { because: `cannot be read${error instanceof Error && "code" in error ? ` (${String(error.code)})` : ""}` };
	} finally {
		if (file !== void 0) closeSync(file);
	}
}
/** The same, nothing when it cannot be read. */
function readTextFile(path) {
	const read = readRegularFile(path);
	return "text" in read ? read.text : void 0;
}
function readEvent(env) {
	const path = env["GITHUB_EVENT_PATH"];
	const text = path === void 0 ? void 0 : readTextFile(path);
	return text === void 0 ? void 0 : jsonIn(text);
}

export { readTextFile as a, BASE_URL_VARIABLES as c, clientsOf as d, readRegularFile as i, OTHER_VARIABLES as l, commandLineSource as n, yamlFor as o, engineSource as r, ALL_BASE_URL_VARIABLES as s, actionSource as t, ENDPOINT_FACTS as u };