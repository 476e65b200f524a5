import { createRequire } from "node:module";
import { i as __toESM } from "./runtime.js";
import { c as CLIENTS, m as OCCASIONS, u as DEPTHS, v as ROUTE_KINDS } from "./model-words.js";
import { A as given, B as warning, D as entryOf, I as jsonIn, O as fatal, T as codeNote, V as withoutEndSlashes, a as isInputName, b as endpointFacts, i as inputNamed, k as fields, l as exactly$1, o as Secret, r as MISSING_KEY, s as effectiveDepth, t as INPUTS, v as CONVERSING, y as ENDPOINTS } from "./settings-inputs.js";
import { $ as parseUrl, Bt as workspaceOf, Ct as plainHost, G as readBoolean, Gt as show, H as layered, Ht as formIn, It as absolute, J as readDuration, Jt as nearest, K as readChoice, Kt as writeNear, Lt as inputPath, Nt as CLIENT_FACTS, Q as parseOrigin, Rt as packetFolder, St as meantHost, U as checkGiven, Ut as holdsKey, V as askSource, Vt as firstOf, W as checkInputs, X as readPathChecks, Y as readOwners, Yt as describeRuntime, Z as readPercent, _t as isPrivateHost, at as checkApiVersion, bt as kindOfHost, cn as createRedactor, ct as readText, dn as isHostOf, et as OPENAI_BASE_URL, fn as isVendorKey, gn as planted, gt as isOwnHost, hn as vendorOf, ht as isOpenaiHost, it as problemOf, jt as duration, mn as vendorAt, mt as isInternalHost, nt as credentialsIn, ot as checkScope, pn as keyShape, pt as isAzureHost, q as readCount, qt as distance, rt as printable$1, st as isAzureV1, tt as checkText, xt as knownHost, yt as isWebPage, zt as packetFolderProblems } from "./common.js";
const { closeSync, constants, fstatSync, openSync, opendirSync, readFileSync, readdirSync } = createRequire(import.meta.url ?? process.execPath)("node:fs");
import { join } from "node:path";
import { tmpdir } from "node:os";

// src/application/base-url-variables.ts
const SDK = { variables: ["OPENAI_BASE_URL"] };
const NONE = { variables: [] };
/**
* By the names that `vocabulary.ts` gives to libraries. The file was read at the version before it, a
* release or the beginning of a commit; test/application/variables.test.ts refuses a row without both.
*/
const BASE_URL_VARIABLES = {
	openai: {
		...SDK,
		source: "openai-python 3.3.1 src/openai/_client.py; openai-node 6.49.0 src/client.ts; openai-go 9e191de client.go; openai-java 4.52.0 ClientOptions.kt"
	},
	"openai-agents": {
		...SDK,
		source: "openai-agents-python 5120e33 models/openai_provider.py"
	},
	instructor: {
		...SDK,
		source: "openai-python 3.3.1 src/openai/_client.py, whose client it wraps"
	},
	"pydantic-ai": {
		...SDK,
		source: "pydantic-ai 01fd811 providers/openai.py"
	},
	"openai < 1": {
		variables: ["OPENAI_API_BASE"],
		source: "openai-python 0.28.1 openai/__init__.py"
	},
	langchain: {
		variables: ["OPENAI_API_BASE", "OPENAI_BASE_URL"],
		source: "langchain 6c89507 langchain_openai/chat_models/base.py; @langchain/openai 1.5.8 chat_models/base.ts"
	},
	litellm: {
		variables: ["OPENAI_BASE_URL", "OPENAI_API_BASE"],
		source: "litellm de20aab llms/openai/responses/transformation.py"
	},
	dspy: {
		variables: ["OPENAI_BASE_URL", "OPENAI_API_BASE"],
		source: "dspy 3.3.1 clients/_litellm.py; litellm de20aab responses/transformation.py"
	},
	"llama-index": {
		variables: ["OPENAI_API_BASE"],
		source: "llama-index 60d589e llms/openai/utils.py"
	},
	"LlamaIndex.TS": {
		...SDK,
		source: "@llamaindex/openai 0.4.22 dist/index.js"
	},
	"ai-sdk": {
		...SDK,
		source: "@ai-sdk/openai 4.0.46 src/openai-provider.ts"
	},
	"spring-ai": {
		variables: ["SPRING_AI_OPENAI_BASE_URL", "OPENAI_BASE_URL"],
		source: "spring-ai 2.0.1 OpenAiCommonProperties.java, setup/OpenAiSetup.java"
	},
	"semantic-kernel": {
		...SDK,
		source: "semantic-kernel 1.44.1 services/open_ai_config_base.py"
	},
	"semantic-kernel .NET": {
		...NONE,
		source: "semantic-kernel dotnet-1.80.0 Connectors.OpenAI/Core/ClientCore.cs"
	},
	"async-openai": {
		...SDK,
		source: "async-openai 0.41.3 src/config.rs"
	},
	"go-openai": {
		...NONE,
		source: "go-openai 1.42.0 config.go"
	},
	"ruby-openai": {
		...NONE,
		source: "ruby-openai 8.3.0 lib/openai.rb"
	},
	"openai-php": {
		...NONE,
		source: "openai-php/client 0.20.1 src/Factory.php"
	},
	"OpenAI .NET": {
		...NONE,
		source: "OpenAI .NET 2.13.0 src/Custom/OpenAIClientOptions.cs"
	}
};
/** Every variable that some library reads as the base URL: one that is set has a reader somewhere. */
const ALL_BASE_URL_VARIABLES = [...new Set(Object.values(BASE_URL_VARIABLES).flatMap(({ variables }) => variables))];
const LITELLM = ["litellm", "dspy"];
const OTHER_VARIABLES = [
	{
		name: "AZURE_API_BASE",
		means: "Azure base URL",
		libraries: LITELLM,
		source: "litellm d71d19b files/main.py",
		followed: true
	},
	{
		name: "AZURE_API_KEY",
		means: "Azure key",
		libraries: [...LITELLM, "ai-sdk"],
		source: "litellm d71d19b files/main.py; @ai-sdk/azure 4.0.48 src/azure-openai-provider.ts",
		followed: true
	},
	{
		name: "AZURE_API_VERSION",
		means: "Azure api-version",
		libraries: LITELLM,
		source: "litellm d71d19b files/main.py",
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
		source: "openai-python 0.28.1 openai/__init__.py; @langchain/openai 1.5.8 chat_models/base.ts; litellm ccc57c8 main.py",
		followed: true
	},
	{
		name: "LITELLM_PROXY_API_BASE",
		means: "base URL of models named litellm_proxy/…",
		libraries: LITELLM,
		source: "litellm 9b87bd5 llms/litellm_proxy/chat/transformation.py",
		followed: false
	},
	{
		name: "LITELLM_PROXY_API_KEY",
		means: "key of models named litellm_proxy/…",
		libraries: LITELLM,
		source: "litellm 9b87bd5 llms/litellm_proxy/chat/transformation.py",
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
		source: "openai-python 3.3.1 src/openai/__init__.py; langchain a450c23 langchain_openai/chat_models/azure.py",
		followed: false
	},
	{
		name: "OPENAI_PROXY",
		means: "proxy of this library alone",
		libraries: ["langchain"],
		source: "langchain 6c89507 langchain_openai/chat_models/base.py",
		followed: false
	},
	{
		name: "OPENAI_API_HOST",
		means: "base URL",
		libraries: [],
		source: "chatbot-ui utils/app/const.ts and other applications of their own; no library of this table",
		followed: false
	}
];

// src/application/vocabulary.ts
const OPENAI$1 = /openai/i;
/** `.`, `?.`, `->`, each with a call in between: `client.chat().completions().create(`. */
const DOT = String.raw`(?:\(\))?\s{0,80}(?:\?\.|\.|->)\s{0,80}`;
const VERB = String.raw`(?:create|stream|parse|new|run)\w*\s{0,80}\(`;
const STREAMING = /(?:stream\w{0,40}|NewStreaming|create_(?:partial|iterable))\s{0,80}\($/i;
function sdk(path, endpoint) {
	return {
		library: "openai",
		needs: OPENAI$1,
		call: new RegExp(`(?:\\.|->)\\s{0,80}${path.join(DOT)}${DOT}(?:with_\\w+${DOT})?${VERB}`, "gi"),
		endpoint,
		streams: STREAMING
	};
}
const RUNS = {
	langchain: {
		streaming: /\.\s{0,9}a?stream(?:_events|Events)?\s{0,9}\(/,
		whole: /\.\s{0,9}a?(?:invoke|batch|call|predict)\s{0,9}\(/,
		near: /langchain/i
	},
	"llama-index": {
		streaming: /\.\s{0,9}a?stream_(?:chat|complete)\s{0,9}\(|\bstreaming\s{0,9}=\s{0,9}True/,
		whole: /\.\s{0,9}a?(?:chat|complete|query|predict)\s{0,9}\(/,
		near: /llama_?index/i
	},
	"ai-sdk": {
		streaming: /\bstream(?:Text|Object|UI)\s{0,9}\(/,
		whole: /\bgenerate(?:Text|Object)\s{0,9}\(/,
		near: /\bfrom\s{0,9}['"]ai['"]/
	},
	"openai-agents": {
		streaming: /\bRunner\s{0,9}\.\s{0,9}run_streamed\s{0,9}\(|\brun\s{0,9}\([^)]{0,200}\bstream\s{0,9}:\s{0,9}true/,
		whole: /\bRunner\s{0,9}\.\s{0,9}run(?:_sync)?\s{0,9}\(|\brun\s{0,9}\(/,
		near: /\bfrom agents import|@openai\/agents/
	},
	"semantic-kernel .NET": {
		streaming: /\b(?:Invoke(?:Prompt)?StreamingAsync|GetStreamingChatMessageContents?Async)\b/,
		whole: /\b(?:Invoke(?:Prompt)?Async|GetChatMessageContents?Async)\b/,
		near: /\bMicrosoft\.SemanticKernel\b/
	},
	"semantic-kernel": {
		streaming: /\binvoke(?:_prompt)?_stream\s{0,9}\(|\bget_streaming_chat_message_contents?\s{0,9}\(/,
		whole: /\binvoke(?:_prompt)?\s{0,9}\(|\bget_chat_message_contents?\s{0,9}\(/,
		near: /semantic_kernel/
	},
	"spring-ai": {
		streaming: /\.\s{0,80}stream\s{0,9}\(\s{0,9}\)\s{0,80}\.\s{0,80}(?:content|chat(?:Client)?Response|responseEntity)\b/,
		whole: /\.\s{0,80}call\s{0,9}\(/,
		near: /springframework\.ai/
	},
	"pydantic-ai": {
		streaming: /\.\s{0,9}run_stream\s{0,9}\(/,
		whole: /\.\s{0,9}run(?:_sync)?\s{0,9}\(/,
		near: /pydantic_ai/
	},
	dspy: {
		streaming: /\bstreamify\s{0,9}\(/,
		whole: /\bdspy\s{0,9}\.\s{0,9}(?!LM)[A-Z]\w{0,40}\s{0,9}\(/,
		near: /\bdspy\b/
	}
};
/** The calls of one library, which is named in the same file. */
function callsOf(library, needs, calls) {
	const order = Object.keys(calls);
	return ENDPOINTS.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).flatMap((endpoint) => {
		const said = calls[endpoint];
		if (said === void 0) return [];
		return [{
			library,
			needs,
			endpoint,
			...said instanceof RegExp ? { call: said } : said
		}];
	});
}
/** A provider of the AI SDK that the file makes itself. */
const AI_SDK = {
	made: /\b(?:const|let|var)\s{1,20}(\w{1,40})\s{0,20}=\s{0,20}create(?:OpenAI|Azure)\s{0,20}\(/g,
	instead: "openai|azure"
};
/**
* The calls of the libraries, as their READMEs and sources write them. Calls of the SDK come before
* those of frameworks: a line is taken by the first shape that fits it.
*/
const CALL_SHAPES = [
	...ENDPOINTS.filter((endpoint) => endpointFacts(endpoint).needs !== "WebSocket").map((endpoint) => sdk(endpointFacts(endpoint).call.split(".").slice(0, -1), endpoint)),
	...callsOf("openai", OPENAI$1, { realtime: /\.realtime\s{0,80}\.\s{0,80}connect\s{0,80}\(|\bOpenAIRealtime(?:WebSocket|WS)\s{0,80}(?:\.\s{0,80}create\s{0,80})?\(|\bRealtime(?:Session|Client)\s{0,80}\(/g }),
	...callsOf("openai < 1", OPENAI$1, {
		"chat-completions": /\bopenai\s{0,80}\.\s{0,80}ChatCompletion\s{0,80}\.\s{0,80}a?create\s{0,80}\(/g,
		embeddings: /\bopenai\s{0,80}\.\s{0,80}Embedding\s{0,80}\.\s{0,80}a?create\s{0,80}\(/g
	}),
	...callsOf("OpenAI .NET", OPENAI$1, {
		"chat-completions": {
			call: /\.\s{0,80}CompleteChat(?:Streaming)?(?:Async)?\s{0,80}\(|\bGetChatClient\s{0,80}\(|\bnew\s+ChatClient\s{0,80}\(/g,
			streams: /Streaming/,
			modelFirst: true
		},
		responses: {
			call: /\.\s{0,80}CreateResponse(?:Streaming)?(?:Async)?\s{0,80}\(|\bGet(?:OpenAIResponse|Responses)Client\s{0,80}\(/g,
			streams: /Streaming/,
			modelFirst: true
		},
		embeddings: {
			call: /\.\s{0,80}GenerateEmbeddings?(?:Async)?\s{0,80}\(|\bGetEmbeddingClient\s{0,80}\(/g,
			modelFirst: true
		}
	}),
	...callsOf("go-openai", /sashabaranov\/go-openai/, {
		"chat-completions": {
			call: /\.\s{0,80}CreateChatCompletion(?:Stream)?\s{0,80}\(/g,
			streams: /Stream/
		},
		embeddings: /\.\s{0,80}CreateEmbeddings\s{0,80}\(/g
	}),
	...callsOf("ruby-openai", /OpenAI::/, {
		"chat-completions": /\.\s{0,80}chat\s{0,80}\((?=\s{0,80}parameters:)/g,
		embeddings: /\.\s{0,80}embeddings\s{0,80}\((?=\s{0,80}parameters:)/g
	}),
	...callsOf("openai-php", /OpenAI/, { "chat-completions": {
		call: /(?:->|::)\s{0,80}chat\(\)\s{0,80}->\s{0,80}create(?:Streamed)?\s{0,80}\(/g,
		streams: /Streamed/
	} }),
	...callsOf("async-openai", /async_openai/, { "chat-completions": {
		call: /\.\s{0,80}chat\(\)\s{0,80}\.\s{0,80}create(?:_stream)?\s{0,80}\(/g,
		streams: /_stream/
	} }),
	...callsOf("ai-sdk", /@ai-sdk\/(?:openai|azure)/, {
		embeddings: {
			call: /\b(?:openai|azure)\s{0,80}\.\s{0,80}(?:embedding|textEmbedding(?:Model)?|embeddingModel)\s{0,80}\(/g,
			aliases: AI_SDK,
			modelFirst: true
		},
		"chat-completions": {
			call: /\b(?:openai|azure)\s{0,80}\.\s{0,80}chat\s{0,80}\(/g,
			aliases: AI_SDK,
			modelFirst: true
		},
		responses: {
			call: /\b(?:openai|azure)\s{0,80}(?:\.\s{0,80}responses\s{0,80})?\(/g,
			aliases: AI_SDK,
			modelFirst: true
		}
	}),
	...callsOf("ai-sdk", /@ai-sdk\/(?:openai|azure)/, { responses: {
		call: /\bcreate(?:OpenAI|Azure)\s{0,80}\(/g,
		weak: true
	} }),
	...callsOf("ai-sdk", /@ai-sdk\/openai-compatible/, { "chat-completions": /\bcreateOpenAICompatible\s{0,80}\(/g }),
	...callsOf("langchain", /langchain/i, {
		"chat-completions": {
			call: /\b(?:Azure)?ChatOpenAI\s{0,80}\(|\bAzureOpenAI\s{0,80}\(/g,
			unless: {
				argument: /\buse_?responses_?api\b\s{0,80}[:=]\s{0,80}true|\boutput_version\s{0,80}=\s{0,80}.responses/i,
				endpoint: "responses"
			}
		},
		embeddings: /\b(?:Azure)?OpenAIEmbeddings\s{0,80}\(/g
	}),
	...callsOf("langchain", /langchain/i, { "chat-completions": {
		call: /\binit_chat_model\s{0,80}\((?=[^)]{0,200}openai)|\binitChatModel\s{0,80}\((?=[^)]{0,200}openai)/g,
		modelFirst: true
	} }),
	...callsOf("LlamaIndex.TS", /from\s{0,9}['"](?:@llamaindex\/openai|llamaindex)\b/, { "chat-completions": /\b(?:new\s{1,9}OpenAI|openai)\s{0,80}\(/g }),
	...callsOf("llama-index", /llama_?index/i, {
		responses: /\bOpenAIResponses\s{0,80}\(/g,
		"chat-completions": /\b(?:AzureOpenAI|OpenAILike|OpenAI|openai)\s{0,80}\(/g,
		embeddings: /\b(?:Azure)?OpenAIEmbedding\s{0,80}\(/g
	}),
	...callsOf("litellm", /litellm/, {
		responses: /\b(?:litellm\s{0,80}\.\s{0,80})?a?responses\s{0,80}\((?=[^)]{0,400}\bmodel\s{0,80}=)/g,
		"chat-completions": /\b(?:litellm\s{0,80}\.\s{0,80})?a?completion\s{0,80}\((?=[^)]{0,400}\bmodel\s{0,80}=)/g,
		embeddings: /\b(?:litellm\s{0,80}\.\s{0,80})?a?embedding\s{0,80}\((?=[^)]{0,400}\bmodel\s{0,80}=)/g
	}),
	...callsOf("openai-agents", /\bfrom agents import|@openai\/agents/, {
		"chat-completions": /\bOpenAIChatCompletionsModel\s{0,80}\(/g,
		responses: {
			call: /\bAgent\s{0,80}\(/g,
			weak: true
		}
	}),
	...callsOf("instructor", /\binstructor\b/, { "chat-completions": /\binstructor\s{0,80}\.\s{0,80}(?:from_openai|from_provider|patch)\s{0,80}\(/g }),
	...callsOf("dspy", /\bdspy\b/, { "chat-completions": {
		call: /\bdspy\s{0,80}\.\s{0,80}(?:LM|OpenAI)\s{0,80}\(/g,
		modelFirst: true
	} }),
	...callsOf("semantic-kernel .NET", /\busing\s{1,9}Microsoft\.SemanticKernel\b/, { "chat-completions": {
		call: /\b(?:Add)?(?:Azure)?OpenAIChatCompletion(?:Service)?\s{0,80}\(/g,
		modelFirst: true
	} }),
	...callsOf("semantic-kernel", /semantic_kernel/, { "chat-completions": {
		call: /\b(?:Azure|OpenAI)ChatCompletion\s{0,80}\(/g,
		modelFirst: true
	} }),
	...callsOf("spring-ai", /springframework\.ai\.(?:openai|chat)/, { "chat-completions": /\bOpenAiChatModel\b|\bChatClient\s{0,80}\.\s{0,80}(?:create\s{0,80}\(|builder\s{0,80}\(|Builder\b)|\bChatModel\b/g }),
	...callsOf("pydantic-ai", /pydantic_ai/, {
		responses: {
			call: /\bOpenAIResponsesModel\s{0,80}\(/g,
			modelFirst: true
		},
		"chat-completions": {
			call: /\bOpenAI(?:Chat)?Model\s{0,80}\(/g,
			modelFirst: true
		}
	})
];
/** A path of the API written out, as `fetch`, `requests` or curl send it. */
const PATHS = ENDPOINTS.map((endpoint) => {
	const { path } = endpointFacts(endpoint);
	const pattern = path.lastIndexOf("/") > 0 ? `${path}\\b` : `/v1${path}\\b|${path}\\?api-version`;
	return [new RegExp(pattern, "g"), endpoint];
});

// src/application/written.ts
/** Characters of the arguments of one call, and of one statement, that are looked at. */
const MOST_ARGUMENTS = 4e3;
/** Each name among them is looked for in the whole file; the parameters of a call come first. */
const MOST_GIVEN = 5;
const SEPARATOR = String.raw`["']?\)?\s{0,80}(?:=>|:=|[:=(])\s{0,80}`;
/** `Optional.of("…")`, `new Uri("…")`, `Some("…")`: the value is what it holds. */
const WRAPPER = /^(?:new\s{1,20})?[\w.:]{1,60}\(\s{0,80}/;
const LITERAL = /^(?:[rfub]?"([^"\n]{1,300})"|[rfub]?'([^'\n]{1,300})'|`([^`$\n]{1,300})`)/;
const EXPRESSION = /^[\w$@][\w$.@:[\]"'()]{0,80}/;
/** `process.env.X`, `os.environ["X"]`, `os.Getenv("X")`, `ENV.fetch("X")`, `std::env::var("X")`, … */
const ENVIRONMENT = /^(?:[\w$.]{0,40}\benv\.([A-Za-z_]\w{0,80})(?![\w(])|[\w$.:]{0,60}?(?:env|environ|environmentvariable)(?:(?:\.|::)\w{1,20})?\s{0,9}[[(]\s{0,9}["']([A-Za-z_]\w{0,80})["']\s{0,9}(,)?)/i;
const ELSE = /^[^\n;,]{0,40}?(?:\?\?|\|\||\bor\b|unwrap_or|orElse)/;
/** `name: value`, `name=value`, `.name("value")`, `"name" => value` within a span. */
function named$1(name, source, span) {
	const pattern = new RegExp(`${name.source}${SEPARATOR}`, name.flags);
	const within = source.views.source.slice(span.from, span.to);
	const match = pattern.exec(within);
	return match === null ? void 0 : valueAt(source, span.from + match.index + match[0].length);
}
/** The value that begins at a place of the file; a name that the file sets to a literal is that literal. */
function valueAt(source, at, deep = true) {
	const { file, views, text } = source;
	const rest = views.source.slice(at, at + 400).replace(/^\((?:string|int)\)\s{0,9}/, "");
	const place = {
		file,
		line: lineOf(text, at)
	};
	const variable = ENVIRONMENT.exec(rest) ?? ENVIRONMENT.exec(rest.replace(WRAPPER, ""));
	const env = variable?.[1] ?? variable?.[2];
	if (variable !== null && env !== void 0) {
		const written = EXPRESSION.exec(rest)?.[0] ?? env;
		return {
			value: /^[\w.]+$/.test(written) ? written : env,
			literal: false,
			env,
			...variable[3] !== void 0 || ELSE.test(rest.slice(variable[0].length)) ? { fallback: true } : {},
			...place
		};
	}
	const literal = LITERAL.exec(rest) ?? LITERAL.exec(rest.replace(WRAPPER, ""));
	if (literal !== null) return {
		value: literal[1] ?? literal[2] ?? literal[3] ?? "",
		literal: true,
		...place
	};
	const expression = EXPRESSION.exec(/^new\s/.test(rest) ? rest.replace(WRAPPER, "") : rest)?.[0];
	if (expression === void 0) return void 0;
	const set = deep && /^\w+$/.test(expression) ? assignedTo(source, expression) : void 0;
	const held = set === void 0 ? void 0 : valueAt(source, set, false);
	if (held !== void 0 && (held.literal || held.env !== void 0)) return held;
	return {
		value: expression,
		literal: false,
		...place
	};
}
/** Where the value begins that the file gives to a name: `name = `, `const name: T = `, `name := `. */
function assignedTo({ views }, name) {
	const match = new RegExp(String.raw`(?<![\w.$])\$?${name}(?:\s{0,20}:(?!=)[^=\n(]{0,60})?\s{0,20}(?::=|=(?![=>]))\s{0,80}`).exec(views.code);
	return match === null ? void 0 : match.index + match[0].length;
}
/**
* The arguments of the call that opens before `open`, and the statements of the file that build what
* it is given by name: `create(params)`, `create(**kwargs)`, `New(ctx, body)`.
*/
function argumentsOf(source, open) {
	const { code } = source.views;
	const span = {
		from: open,
		to: balanced(code, open, () => false)
	};
	return [span, ...code.slice(span.from, span.to).split(",").slice(0, MOST_GIVEN).flatMap((argument) => {
		const name = /^\s{0,80}(?:\*\*|\.\.\.|&)?\$?([A-Za-z_]\w{0,60})(?:\.build\(\))?\s{0,80}$/.exec(argument)?.[1];
		const from = name === void 0 ? void 0 : assignedTo(source, name);
		return from === void 0 ? [] : [{
			from,
			to: balanced(code, from, endsStatement)
		}];
	})];
}
/** A semicolon, or a line end that no chained call follows. */
function endsStatement(code, at) {
	return code[at] === ";" || code[at] === "\n" && !/^\s*(?:\.|->|\?\.)/.test(code.slice(at, at + 80));
}
/** Where the bracket closes that was open before `from`, or where the statement ends; bounded. */
function balanced(code, from, ends) {
	const end = Math.min(code.length, from + MOST_ARGUMENTS);
	let depth = 0;
	for (let at = from; at < end; at += 1) {
		const sign = code[at];
		if (sign === "(" || sign === "{" || sign === "[") depth += 1;
		else if (sign === ")" || sign === "}" || sign === "]") depth -= 1;
		if (depth < 0 || depth === 0 && ends(code, at)) return at;
	}
	return end;
}
function lineOf(text, at) {
	let line = 1;
	for (let next = text.indexOf("\n"); next !== -1 && next < at; next = text.indexOf("\n", next + 1)) line += 1;
	return line;
}

// src/application/calls.ts
/** Calls of one file that are looked at. */
const MOST_CALLS = 50;
const MODEL$1 = /\b(?:model|model_?name|(?:ai_?)?model_?id|deployment_?name|azure_deployment|engine|Model)\b/i;
const BASE_URL$1 = /\b(?:(?:with_?)?base_?ur[li]|openai_api_base|api_base|azure_?endpoint|uri_base|base_?path|endpoint(?=\s{0,9}[:=]\s{0,9}new\b))\b/i;
const STREAM = /\bstream(?:ing)?\b["']?\s{0,80}(?:=>|[:=])\s{0,80}(true|false|proc\b|lambda\b|->|method\()/i;
/** A vendor whose SDK is called as OpenAI's is. */
const OTHER_VENDOR = /\b(?:groq|mistral(?:ai)?|together(?:_ai|-ai)?|cerebras|fireworks|anthropic|perplexity|cohere)\b/i;
/** The calls in one file, in the order of its lines. Never throws; linear in the text. */
function callsIn(source, around) {
	const { file, text, views } = source;
	const calls = [];
	const taken = /* @__PURE__ */ new Set();
	const add = (at, rest) => {
		const line = lineOf(text, at);
		if (taken.has(line)) return;
		taken.add(line);
		calls.push({
			file,
			line,
			...rest
		});
	};
	const client = clientOptions(source);
	const imported = around.openai && !OTHER_VENDOR.test(text);
	for (const shape of CALL_SHAPES) {
		if (!shape.needs.test(text) && !(imported && shape.library === "openai")) continue;
		for (const match of views.code.matchAll(withAliases(shape, views.code))) {
			if (calls.length >= MOST_CALLS) break;
			const { 0: written, index } = match;
			const open = index + written.length;
			const spans = argumentsOf(source, open);
			const args = spans.map(({ from, to }) => views.source.slice(from, to)).join("\n");
			const other = shape.unless?.argument.test(args) === true ? shape.unless.endpoint : void 0;
			const stream = shape.streams?.test(written) === true ? true : streams(args);
			const model = inOne(MODEL$1, source, spans) ?? first(shape, source, spans[0]);
			const baseUrl = inOne(BASE_URL$1, source, spans);
			add(open, {
				endpoint: other ?? shape.endpoint,
				library: shape.library === "openai" && file.endsWith(".php") ? "openai-php" : shape.library,
				...given({
					stream,
					model: model && withoutProvider(shape.library, model)
				}),
				...client,
				...given({
					baseUrl,
					weak: shape.weak
				})
			});
		}
	}
	if (calls.length === 0) for (const [path, endpoint] of PATHS) for (const match of views.source.matchAll(path)) {
		if (calls.length >= MOST_CALLS) break;
		add(match.index, {
			endpoint,
			library: "HTTP",
			...plainCall(source, match.index),
			...client
		});
	}
	return calls.sort((a, b) => a.line - b.line);
}
/** Each is a word of the pattern that the whole file is searched with. */
const MOST_NAMES = 10;
/** Names that the file gives to what makes the call: `const provider = createOpenAI(…)`. */
function withAliases(shape, code) {
	const { aliases, call } = shape;
	if (aliases === void 0) return call;
	const names = [...code.matchAll(aliases.made)].slice(0, MOST_NAMES).map(([, name]) => name);
	const instead = [aliases.instead, ...names].join("|");
	return new RegExp(call.source.replace(aliases.instead, instead), call.flags);
}
function inOne(name, source, spans) {
	for (const span of spans) {
		const told = named$1(name, source, span);
		if (told !== void 0) return told;
	}
}
/** What the constructor of the client in this file says. */
function clientOptions(source) {
	const { views } = source;
	const baseUrl = named$1(BASE_URL$1, source, {
		from: 0,
		to: views.source.length
	});
	return given({
		baseUrl,
		timeout: timeoutIn(source)
	});
}
const TIMEOUT = /\b(?:(?:request_?)?timeout\b["']?\s{0,80}(?:=>|[:=(])\s{0,80}(?:\w{1,20}\.Timeout\(|Duration\.of(?:Seconds|Millis)\(|TimeSpan\.From(?:Seconds|Milliseconds)\(|Duration::from_(?:secs|millis)\()?|WithRequestTimeout\(\s{0,9}|AbortSignal\.timeout\(\s{0,9}())(\d[\d_.]{0,12})\s{0,9}(\*\s{0,9}(?:1_?000\b|time\.Second))?/i;
/** Milliseconds: openai-node and `AbortSignal` count them, openai-python and most others count seconds. */
function timeoutIn({ file, text, views }) {
	const timeout = TIMEOUT.exec(views.source);
	if (timeout === null) return void 0;
	const number = Number((timeout[2] ?? "").replaceAll("_", ""));
	const ms = !(timeout[1] !== void 0 || /millis/i.test(timeout[0])) && (timeout[3] !== void 0 || number < 1e3) ? number * 1e3 : number;
	const line = lineOf(text, timeout.index + timeout[0].lastIndexOf(timeout[2] ?? ""));
	return ms > 0 ? {
		ms,
		file,
		line
	} : void 0;
}
function streams(args) {
	const said = STREAM.exec(args)?.[1];
	return said === void 0 ? void 0 : said.toLowerCase() !== "false";
}
function first(shape, source, { from, to }) {
	if (shape.modelFirst !== true) return void 0;
	const start = source.views.source.slice(from, to).search(/\S/);
	const told = start === -1 ? void 0 : valueAt(source, from + start);
	return told?.literal === true || told?.env !== void 0 ? told : void 0;
}
/** LiteLLM and what is built on it name the provider before the model; the API does not know it. */
function withoutProvider(library, model) {
	if (!model.literal || ![
		"litellm",
		"dspy",
		"langchain",
		"instructor",
		"openai-agents",
		"pydantic-ai"
	].includes(library)) return model;
	return {
		...model,
		value: model.value.replace(/^(?:litellm\/)?(?:openai|azure)[/:]/, "")
	};
}
const SHELL = /\.(?:ba)?sh$/;
/** A variable that a script does not set comes from its environment. */
function inShell(name, place) {
	return {
		value: name,
		literal: false,
		env: name,
		...place
	};
}
/** A path in a string: what stands around it is the rest of the request. */
function plainCall(source, at) {
	const { source: text } = source.views;
	const span = {
		from: Math.max(0, at - 1500),
		to: Math.min(text.length, at + 1500)
	};
	const stream = streams(text.slice(span.from, span.to));
	const model = named$1(MODEL$1, source, span);
	const before = text.slice(Math.max(0, at - 300), at);
	const host = /https?:\/\/[^\s"'`<>]{1,200}$/i.exec(before);
	const variable = /\$?\{(\w{1,60})\}$|\b(\w{1,60})\s{0,9}[+.]\s{0,9}["'`]$|\$(\w{1,60})$/.exec(before);
	const name = variable?.[1] ?? variable?.[2] ?? variable?.[3];
	const place = {
		file: source.file,
		line: lineOf(source.text, at)
	};
	const set = name === void 0 ? void 0 : named$1(new RegExp(String.raw`(?<![\w.])${name}`), source, {
		from: 0,
		to: text.length
	});
	const baseUrl = host !== null ? {
		value: host[0],
		literal: true,
		...place
	} : set ?? (SHELL.test(source.file) && name !== void 0 ? inShell(name, place) : void 0);
	return given({
		stream,
		model,
		baseUrl
	});
}

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

// src/application/spring.ts
/** Where a Spring application sets `spring.ai.openai.*`. */
const SPRING_SETTINGS = /(?:^|\/)application(?:-\w{1,40})?\.(?:ya?ml|properties)$/;
const BASE_URL = /^[ \t]*(?:spring\.ai\.openai\.)?(?:chat\.)?base-url[ \t]*[:=][ \t]*(\S{1,300})/m;
const MODEL = /^[ \t]*(?:spring\.ai\.openai\.chat\.(?:options\.)?)?model[ \t]*[:=][ \t]*(\S{1,100})/m;
/** Base URL and model that the settings of a Spring application name; a profile of its own comes last. */
function springOptions(sources) {
	const files = sources.files.filter((path) => SPRING_SETTINGS.test(path));
	for (const file of files.toSorted((a, b) => a.length - b.length)) {
		const text = sources.readFile(file) ?? "";
		if (!/\bopenai\b/.test(text)) continue;
		return given({
			baseUrl: told$1(BASE_URL, file, text),
			model: told$1(MODEL, file, text)
		});
	}
	return {};
}
/** `https://…`, or `${VARIABLE:otherwise}`. */
function told$1(pattern, file, text) {
	const match = pattern.exec(text);
	const value = match?.[1]?.replaceAll(/^["']|["']$/g, "");
	if (match === null || value === void 0) return void 0;
	const place = {
		file,
		line: text.slice(0, match.index + match[0].length).split("\n").length
	};
	const [, env, otherwise] = /^\$\{([A-Za-z_]\w{0,80})(:)?/.exec(value) ?? [];
	if (env === void 0) return {
		value,
		literal: true,
		...place
	};
	return {
		value: env,
		literal: false,
		env,
		...given({ fallback: otherwise === void 0 ? void 0 : true }),
		...place
	};
}

// src/application/read-application.ts
/** Families that are looked at side by side. */
const MOST_FAMILIES = 3;
/** Cheap and wide: a file without any of these words holds no call of a model API. */
const WORTH_READING = /openai|langchain|llama_?index|litellm|ai-sdk|dspy|instructor|semantic_?kernel|springframework\.ai|\bagents\b|\bfrom\s{0,9}['"]ai['"]|\/v1\/|pydantic_ai|chat\/completions|chat\s{0,9}\.\s{0,9}completions|completions\(\)|\bresponses\s{0,9}\.\s{0,9}(?:create|stream|parse)|\.(?:embeddings|moderations|transcriptions)\s{0,9}\.\s{0,9}create/i;
const TESTS_AND_SAMPLES = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|examples?|samples?|fixtures?|mocks?|__mocks__|docs?|benchmarks?|node_modules|vendor|third_party|site-packages|dist|build|out|target|bin|obj|coverage|migrations)\/|(?:^|\/)test_[^/]*$|(?:_test|_spec|\.test|\.spec|\.min|\.d)\.[^./]+$|Tests?\.(?:java|kt|cs)$|(?:^|\/)conftest\.py$/;
/** Folders of packages below where Maven and Gradle keep the application's own source. */
const PACKAGES = /((?:^|\/)src\/main\/)(?:java|kotlin|scala)\/(?:[^/]+\/)*/;
/** Whether a path may hold the application's own source. */
function isApplicationSource(path) {
	return (MANIFEST.test(path) || SPRING_SETTINGS.test(path) || LANGUAGES.some(({ file }) => file.test(path))) && !TESTS_AND_SAMPLES.test(path.replace(PACKAGES, "$1"));
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
/** Reads every source file that was listed. Never throws. */
function readApplication(sources) {
	const texts = sources.files.flatMap((path) => {
		const language = LANGUAGES.find(({ file }) => file.test(path));
		if (language === void 0 || !isApplicationSource(path)) return [];
		const text = sources.readFile(path);
		if (text === void 0 || !WORTH_READING.test(text)) return [];
		return [{
			file: path,
			text,
			views: viewsOf(text, language)
		}];
	});
	const manifests = sources.files.filter((path) => MANIFEST.test(path)).map((path) => sources.readFile(path) ?? "");
	const openai = [...manifests, ...texts.map(({ text }) => text)].some((text) => OPENAI.test(text));
	const found = withRuns(texts.flatMap((text) => callsIn(text, { openai })), texts);
	const strong = new Set(found.flatMap(({ library, weak }) => weak === true ? [] : [library]));
	const calls = withClient$1(found.filter(({ library, weak }) => weak !== true || !strong.has(library)), texts, sources);
	const order = calls.toSorted((a, b) => rank$1(b) - rank$1(a));
	const families = /* @__PURE__ */ new Map();
	for (const call of order) if (!families.has(call.endpoint)) families.set(call.endpoint, call);
	const late = sources.outOfTime?.() === true ? "reading the checkout took too long" : void 0;
	const limit = sources.limit ?? late;
	const library = order.find(({ library: name }) => name !== "HTTP")?.library ?? listed(manifests);
	return {
		families: [...families.values()].slice(0, 3),
		calls,
		variables: ALL_BASE_URL_VARIABLES.filter((name) => texts.some(({ views }) => new RegExp(String.raw`\b${name}\b`).test(views.source))),
		...given({
			library,
			limit
		})
	};
}
/** The Agents SDK asks /responses unless it is told once, anywhere, to ask the other family. */
const AGENTS_CHAT = /\b(?:set_default_openai_api|setOpenAIAPI)\s{0,9}\(\s{0,9}["']chat_completions|\buse_?responses\s{0,9}[:=]\s{0,9}false/i;
/**
* What a framework does with a model that another call has made: in the same file, else in those that
* run something, where all of the application streams or the model is made apart from every run.
*/
function withRuns(calls, texts) {
	const agentsChat = texts.some(({ views }) => AGENTS_CHAT.test(views.source));
	return calls.map((call) => {
		const runs = entryOf(RUNS, call.library);
		const endpoint = call.library === "openai-agents" && call.endpoint === "responses" && agentsChat ? "chat-completions" : call.endpoint;
		const canStream = endpointFacts(call.endpoint).streamed !== void 0;
		if (runs === void 0 || !canStream || call.stream !== void 0) return {
			...call,
			endpoint
		};
		const own = texts.filter(({ file }) => file === call.file);
		const near = own.some(({ views }) => runs.whole.test(views.code)) ? own : texts.filter(({ text }) => runs.near.test(text));
		const streamed = [...own, ...near].some(({ views }) => runs.streaming.test(views.code));
		return {
			...call,
			endpoint,
			...streamed ? { stream: true } : {}
		};
	});
}
/** A manifest that lists a wrapper of the SDK. */
function listed(manifests) {
	return LISTED.find(([name]) => manifests.some((text) => name.test(text)))?.[1];
}
/** The SDK in code or in a manifest, not a product that merely resembles it. */
const OPENAI = /\bopenai\b/i;
/** Where a client of the SDK is made. */
const CLIENT_MADE = /\b(?:Async)?(?:Azure)?OpenAI\s{0,9}\(|\bcreateOpenAI\s{0,9}\(|\bopenai\s{0,9}\.\s{0,9}(?:NewClient|Default(?:Azure)?Config)\w{0,20}\s{0,9}\(|\bOpenAI::|\bOpenAIOkHttpClient\b|\bnew\s{1,9}(?:Azure)?OpenAIClient\s{0,9}\(|\bOpenAIConfig::/;
/** ruby-openai is configured once for every client. */
const CONFIGURED = /\bOpenAI\s{0,9}\.\s{0,9}configure\b/;
/** Their calls may stand in another file than what makes the client. */
const HANDED_ON = /^(?:openai|openai-agents|openai-php|go-openai|async-openai|OpenAI \.NET)$/;
/** A call whose file makes no client takes what the only other file says that makes one. */
function withClient$1(calls, texts, sources) {
	const made = texts.filter(({ views }) => CLIENT_MADE.test(views.code));
	const of = ([only, ...more]) => only === void 0 || more.length > 0 ? {} : clientOptions(only);
	const client = of(made);
	const configured = of(texts.filter(({ views }) => CONFIGURED.test(views.code)));
	return calls.map((call) => {
		if (call.library === "spring-ai") return {
			...springOptions(sources),
			...call
		};
		if (call.library === "ruby-openai") return {
			...configured,
			...call
		};
		return HANDED_ON.test(call.library) && !made.some(({ file }) => file === call.file) ? {
			...client,
			...call
		} : call;
	});
}
/** A call that names its model says most; a path in a string says least. */
function rank$1(call) {
	const telling = call.library === "HTTP" ? 0 : call.library.startsWith("openai") ? 2 : 1;
	return (CONVERSING.includes(call.endpoint) ? 4 : 0) + telling + (call.model === void 0 ? 0 : .5);
}

// src/application/source-files.ts
/** Entries and levels of folders: more than a monorepo of people has. */
const MOST_ENTRIES = 3e4;
const DEEPEST = 10;
/** Bytes of one file: source that people write is shorter, what is longer was generated. */
const LARGEST_FILE$1 = 524288;
/** Milliseconds for the whole look at the checkout; it must not eat the deadline. */
const LONGEST_MS = 1500;
/** Files and folders that are looked at for a manifest. */
const MOST_FOR_MANIFESTS = 2e3;
/** A monorepo keeps its manifests this deep: `apps/web/package.json`. */
const DEEPEST_MANIFEST = 3;
/**
* The source files below a folder; bounded in entries, depth, size and time. What a bound left out is
* said in `limit`.
*/
function readSources(workspace, beforeReading) {
	const endMs = performance.now() + LONGEST_MS;
	const { files, cut, deeper } = filesBelow(workspace, {
		entries: MOST_ENTRIES,
		levels: DEEPEST,
		passedOver: /^(?:\..+|node_modules|vendor|third_party|site-packages|dist|build|out|target|coverage|venv)$/
	});
	const tooDeep = `folders deeper than ${String(DEEPEST)} levels were not read`;
	return {
		files: files.filter(isApplicationSource),
		...given({ limit: cut ?? (deeper ? tooDeep : void 0) }),
		readFile: (path) => {
			beforeReading?.();
			if (performance.now() > endMs) return void 0;
			const read = readRegular(join(workspace, path), LARGEST_FILE$1, constants.O_NOFOLLOW);
			return "text" in read ? read.text : void 0;
		},
		outOfTime: () => performance.now() > endMs
	};
}
/** Files of the checkout near its top, where manifests are, and a reader for them. */
function readCheckout(workspace, readFile) {
	const { files, cut } = filesBelow(workspace, {
		entries: MOST_FOR_MANIFESTS,
		levels: DEEPEST_MANIFEST,
		passedOver: /^(?:node_modules|\.git|\.?venv|dist)$/
	});
	return {
		files,
		...given({ cut }),
		readFile: (path) => readFile(join(workspace, path))
	};
}
/** Breadth first, without following links. `cut`: entries were left out; `deeper`: levels were. */
function filesBelow(top, bounds) {
	const files = [];
	let entries = 0;
	let level = [""];
	for (let depth = 0; depth < bounds.levels && level.length > 0; depth += 1) {
		const next = [];
		for (const folder of level) for (const entry of entriesOf(join(top, folder), bounds.entries + 1 - entries)) {
			entries += 1;
			if (entries > bounds.entries) return {
				files,
				cut: `only ${String(bounds.entries)} entries of the checkout were looked at`,
				deeper: false
			};
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isFile()) files.push(path);
			else if (entry.isDirectory() && !bounds.passedOver.test(entry.name)) next.push(path);
		}
		level = next;
	}
	return {
		files,
		deeper: level.length > 0
	};
}
/** Entries of a folder by name, no more than so many: a folder may have millions. */
function entriesOf(path, most) {
	const found = [];
	let folder;
	try {
		folder = opendirSync(path);
		for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) if (found.push(entry) >= most) break;
	} catch {} finally {
		folder?.closeSync();
	}
	return found.toSorted((a, b) => a.name < b.name ? -1 : 1);
}
/**
* Text of a regular file of at most so many bytes, or what is wrong with it, to follow its name. A
* pipe would wait for its writer, a device may have no end.
*/
function readRegular(path, most, flags = 0) {
	let file;
	try {
		file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | flags);
		const stat = fstatSync(file);
		if (!stat.isFile()) return { because: "is not a regular file" };
		if (stat.size > most) return { because: `is larger than ${String(most / 1024 / 1024)} MiB` };
		return { text: readFileSync(file, "utf8") };
	} catch (error) {
		return { because: `cannot be read${codeNote(error)}` };
	} finally {
		if (file !== void 0) closeSync(file);
	}
}

// src/application/index.ts
/**
* What the checkout says of the application's own calls; read once, when it is first asked for.
* @param beforeReading called before each file that is read
*/
function applicationOf(workspace, beforeReading) {
	let known;
	return () => known ??= readApplication(readSources(workspace, beforeReading));
}

// src/settings/sources.ts
/**
* Settings of the action.
* @param input `getInput` of the toolkit; white space is kept, because it may be what is wrong
* @param beforeReading called before each file that is read
*/
function actionSource(input, env = process.env, beforeReading) {
	const around = surroundings(env, beforeReading);
	return {
		...around,
		outputs: true,
		input,
		get event() {
			return readEvent(env, around.readFile);
		}
	};
}
/** Settings of the command line, where a flag has the name of the input. */
function commandLineSource(flags, env = process.env, beforeReading) {
	const { command = "run" } = flags;
	const around = surroundings(env, beforeReading);
	return {
		...around,
		...command === "run" ? {} : { application: () => readApplication(NO_CHECKOUT) },
		input: (name) => flags.values.get(name),
		label: (name) => `--${name}`,
		get event() {
			return readEvent(env, around.readFile);
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
function surroundings(env, beforeReading = () => {}) {
	const workspace = workspaceOf(env);
	return {
		env,
		readFile: (path) => {
			beforeReading();
			return readTextFile(path);
		},
		workspace,
		application: applicationOf(workspace, beforeReading),
		temporaryFolder: tmpdir()
	};
}
/** GitHub sends event payloads of up to 25 MB. */
const LARGEST_FILE = 33554432;
/** Text of a regular file of at most 32 MiB, or what is wrong with it, to follow its name. */
function readRegularFile(path) {
	return readRegular(path, LARGEST_FILE);
}
/** The same, nothing when it cannot be read. */
function readTextFile(path) {
	const read = readRegularFile(path);
	return "text" in read ? read.text : void 0;
}
/** Names in a folder; `undefined` when it cannot be read. */
function listFolder(path) {
	try {
		return readdirSync(path);
	} catch {
		return;
	}
}
/** The payload of the event that started the workflow; `undefined` when there is none to read. */
function readEvent(env, readFile = readTextFile) {
	const path = env["GITHUB_EVENT_PATH"] ?? "";
	return path === "" ? void 0 : jsonIn(readFile(path) ?? "");
}

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

// src/settings/application.ts
/** Where nothing in the checkout calls a model API: what the SDK's own documentation starts with. */
const DEFAULT_ENDPOINT = "responses";
const NOTHING_READ = "default";
/** The endpoint family and the stream of the real request, and what the application says of both. */
function readCall(ask, base, checkout, reads) {
	const endpointAsked = readChoice(ask, "endpoint", ["auto", ...ENDPOINTS]);
	const streamAsked = readChoice(ask, "stream", [
		"auto",
		"true",
		"false"
	]);
	const decided = isDecided(ask, base.given);
	const application = decided ? void 0 : checkout;
	const found = reads.depth === "request" ? application?.() : void 0;
	const families = found?.families ?? [];
	const call = families.find(({ endpoint }) => endpoint === endpointAsked) ?? families[0];
	const endpoint = endpointAsked === "auto" ? call?.endpoint ?? DEFAULT_ENDPOINT : endpointAsked;
	const own = call?.endpoint === endpoint ? call : void 0;
	const stream = streamAsked === "auto" ? own?.stream === true : streamAsked === "true";
	const others = found?.families.filter((one) => one.endpoint !== endpoint) ?? [];
	const from = base.given.from === "default" ? NOTHING_READ : base.given.name;
	return {
		endpoint,
		stream,
		told: {
			...toldOf(ask, {
				endpoint,
				stream,
				call: own
			}),
			baseUrl: {
				value: base.url,
				from
			},
			others: others.map((one) => ({
				value: one.endpoint,
				from: placeOf(one)
			})),
			...given({
				otherModels: otherModels(application, reads),
				limit: decided && checkout !== void 0 ? NOT_READ : found?.limit
			})
		},
		...given({ timeoutMs: own?.timeout?.ms }),
		problems: differingHost(ask, own, base)
	};
}
/** What a call of the checkout says of the request, each with its place. */
function toldOf(ask, of) {
	const { model, timeout, stream } = of.call ?? {};
	const streaming = stream === void 0 ? void 0 : of.call;
	return {
		endpoint: {
			value: of.endpoint,
			from: fromOf(ask, "endpoint", of.call)
		},
		stream: {
			value: String(of.stream),
			from: fromOf(ask, "stream", streaming)
		},
		...given({
			model: model && {
				value: plain(model.value),
				from: placeOf(model)
			},
			timeout: timeout && {
				value: exactly$1(timeout.ms),
				from: placeOf(timeout)
			}
		})
	};
}
/** Why a checkout was not looked at: it takes up to 1.5 s, and nothing was left to it. */
const NOT_READ = "not read: endpoint, stream, base-url and client are set";
function isDecided(ask, base) {
	return [
		"endpoint",
		"stream",
		"client"
	].every((name) => {
		const given = ask.explicit(name)?.text.trim() ?? "auto";
		return given !== "" && given !== "auto";
	}) && (base.from === "input" || base.from === "file");
}
/**
* The route once more for each other family that the application calls, to the same host with the
* same key; nothing where an endpoint was set, or where no request is sent. A model is the one that
* was set, or a literal of that very call; a family without either stays listed in `others`.
*/
function withOtherFamilies(settings, ask, application) {
	const { route } = settings;
	const { application: told } = route;
	if (readChoice(ask, "endpoint", ["auto", ...ENDPOINTS]) !== "auto" || told === void 0 || effectiveDepth(route) !== "request") return [settings];
	const streamAsked = readChoice(ask, "stream", [
		"auto",
		"true",
		"false"
	]);
	const { applicationTimeoutMs: _other, pathChecks: _once, ...shared } = route;
	const sides = (application?.().families ?? []).flatMap((call) => {
		const { endpoint } = call;
		const model = modelFor(call, route);
		if (endpoint === route.endpoint || model === void 0) return [];
		const stream = streamAsked === "auto" ? call.stream === true : streamAsked === "true";
		const own = toldOf(ask, {
			endpoint,
			stream,
			call
		});
		return [{
			...settings,
			problems: settings.problems.filter(({ severity }) => severity === "fatal"),
			route: {
				...shared,
				name: endpoint,
				endpoint,
				stream,
				model,
				...given({ applicationTimeoutMs: call.timeout?.ms }),
				application: {
					...own,
					baseUrl: told.baseUrl,
					others: []
				}
			}
		}];
	});
	const probed = new Set(sides.map((side) => side.route.endpoint));
	const others = told.others.filter(({ value }) => !probed.has(value));
	return [{
		...settings,
		route: {
			...route,
			application: {
				...told,
				others
			}
		}
	}, ...sides];
}
function modelFor(call, { endpoint, model }) {
	if (CONVERSING.includes(endpoint) && CONVERSING.includes(call.endpoint)) return model;
	const written = call.model?.literal === true ? call.model.value : void 0;
	return written !== void 0 && /^[\w.:/@-]{1,128}$/.test(written) ? written : void 0;
}
function fromOf(ask, name, call) {
	const given = ask.explicit(name);
	if (given !== void 0 && given.text.trim() !== "auto") return given.name;
	return call === void 0 ? NOTHING_READ : placeOf(call);
}
function placeOf({ file, line }) {
	return plain(`${file}:${String(line)}`);
}
/** Models that are listed beside the one that is asked for. */
const MOST_MODELS = 10;
/** Names of models that stand in the calls of the checkout, besides the one that this route asks for. */
function otherModels(application, { depth, model }) {
	if (depth === "route") return void 0;
	const named = /* @__PURE__ */ new Map();
	for (const { model: told } of application?.().calls ?? []) {
		if (told?.literal !== true || told.value === model || !MODEL_NAME.test(told.value)) continue;
		const from = placeOf(told);
		if (!named.has(told.value)) named.set(told.value, {
			value: told.value,
			from
		});
	}
	return named.size === 0 ? void 0 : [...named.values()].slice(0, MOST_MODELS);
}
/** As APIs name models; a stranger's text may be anything. */
const MODEL_NAME = /^[\w][\w.:/@-]{1,99}$/;
/** Names and values of a checkout are a stranger's text. */
function plain(text) {
	return text.replaceAll(/[^\w.+:$@/ ()[\]-]/g, "?").slice(0, 120);
}
/** `settings.llm_base_url`, `builder.Configuration["Llm:Endpoint"]`: not a type, and no call. */
const HELD_ELSEWHERE = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$|\bConfiguration\[/;
/**
* A host that stands in the source is compared and told; it never decides where a key goes. Only the
* workflow and the environment do (SECURITY.md).
*/
function differingHost(ask, call, base) {
	const written = call?.baseUrl;
	if (written === void 0 || base.given.from === "input" || base.given.from === "file") return [];
	const { value, literal, env = "", fallback } = written;
	if (base.given.name === env) return [];
	const place = placeOf(written);
	const ours = URL.parse(base.url)?.host;
	if (ours === void 0) return [];
	const differs = (where, fix, is = "may be") => {
		const message = `${place} ${where} this run tests ${ours}: it ${is} another route than the application's.`;
		return [warning("config.base_url_differs", base.given.setting, {
			message,
			fix
		})];
	};
	const takes = "takes the base URL of its client from";
	if (!literal && env === "") {
		if (base.given.from !== "default" || !HELD_ELSEWHERE.test(value)) return [];
		return differs(`${takes} ${plain(value)}, which this run cannot read, and`, "Set base-url to the address that the application calls.");
	}
	const text = literal ? value : ask.variable(env)?.text;
	if (text === void 0) {
		if (fallback === true) return [];
		const fix = `Set ${env} in this step as in the deployed application, and base-url to the same address.`;
		return differs(`${takes} ${env}, which is not set in this step;`, fix);
	}
	const theirs = URL.parse(text)?.host;
	if (theirs === void 0 || theirs === ours) return [];
	if (!literal) {
		const fix = `Set base-url to the value of ${env}.`;
		return differs(`${takes} ${env}, which is ${theirs} here, and`, fix, "is");
	}
	const fix = `Set base-url to the address in ${place} if the deployed application uses it.`;
	return differs(`gives its client the base URL of ${theirs}, and`, fix);
}
/**
* The base URL in the environment, as the library of the application reads it, and a note for each
* variable that is set and that this library does not read.
*/
function baseUrlVariable(ask, application) {
	const set = ALL_BASE_URL_VARIABLES.flatMap((name) => ask.variable(name) ?? []);
	const read = set.length === 0 ? void 0 : application?.();
	const library = read?.library;
	const written = read?.families[0]?.baseUrl?.env;
	const reads = [
		...ALL_BASE_URL_VARIABLES.filter((name) => name === written),
		...read?.variables ?? [],
		...entryOf(BASE_URL_VARIABLES, library ?? "openai")?.variables ?? ["OPENAI_BASE_URL"]
	];
	const given = reads.flatMap((name) => ask.variable(name) ?? [])[0];
	return {
		given,
		problems: set.filter(({ name, text }) => !reads.includes(name) && text.trim() !== given?.text.trim()).map((one) => unreadNote(one, library, given))
	};
}
function unreadNote(unread, library, given) {
	const readers = Object.entries(BASE_URL_VARIABLES).flatMap(([name, { variables }]) => variables.includes(unread.name) ? [name] : []);
	const who = library ?? "the OpenAI SDK";
	const taken = given === void 0 ? "OpenAI's own address" : given.name;
	const message = `${unread.name} is set, and ${who} does not read it (${someOf(readers)}); this run tests ${taken}.`;
	const fix = `Set base-url to the address that the application calls, or remove ${unread.name} from this job.`;
	return warning("config.base_url_variable_unread", unread.setting, {
		message,
		fix
	});
}
/** The first of a list that would tire a reader: `langchain does`, `a, b, c and 2 others do`. */
function someOf(names) {
	const others = names.length - 3;
	if (others > 1) return `${names.slice(0, 3).join(", ")} and ${String(others)} others do`;
	return `${names.join(", ")} ${names.length === 1 ? "does" : "do"}`;
}
/** A variable that only some libraries read, where the application's is one of them. */
function variableOfLibrary(ask, application, name) {
	const given = ask.variable(name);
	const row = OTHER_VARIABLES.find((one) => one.name === name);
	if (given === void 0 || row?.followed !== true) return void 0;
	return row.libraries.includes(application?.().library ?? "") ? given : void 0;
}
/** Every variable of such a library that is set and that this run does not act on, with the reason. */
function otherVariableNotes(ask, application, route) {
	return OTHER_VARIABLES.flatMap(({ name, means, libraries, followed }) => {
		const given = ask.variable(name);
		if (given === void 0) return [];
		const library = application?.().library ?? "openai";
		if (!libraries.includes(library)) {
			const readers = libraries.length === 0 ? "no library known here does" : someOf(libraries);
			const message = `${name} is set, and ${library === "openai" ? "the OpenAI SDK" : library} does not read it (${readers}).`;
			const fix = `Remove ${name} from this job, or set the input of the same meaning (${means}).`;
			return [warning("config.variable_unread", given.setting, {
				message,
				fix
			})];
		}
		const agrees = name === "OPENAI_API_TYPE" && given.text.startsWith("azure") === (route === "azure");
		if (followed || agrees) return [];
		const message = `${name} is set, and ${library} reads it (${means}); this run does not.`;
		const fix = name === "OPENAI_PROXY" ? "Set HTTPS_PROXY of this step to the same proxy, so that the preflight takes the path of the application." : `Set base-url, route and api-key of this step to what ${library} makes of ${name}.`;
		return [warning("config.variable_not_followed", given.setting, {
			message,
			fix
		})];
	});
}

// src/settings/base-url.ts
/** Reads a base URL as the SDKs do, and says everything that is wrong with it. Never throws. */
function readBaseUrl(given) {
	const text = given.text.trim();
	const written = checkText(given, text);
	const url = written === void 0 && URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0) {
		const fix = `Write it like ${OPENAI_BASE_URL}.`;
		const problem = written ?? problemOf(given, {
			code: "config.base_url_invalid",
			wrong: "is not a URL",
			fix
		});
		const secrets = holdsKey(text) ? [new Secret(text, given.name)] : credentialsIn(given, text);
		return {
			url: printable$1(text),
			host: "",
			path: "",
			problems: [problem],
			secrets
		};
	}
	const path = withoutEndSlashes(url.pathname);
	const clean = `${url.protocol}//${url.host}${path}`;
	return {
		url: clean,
		host: url.hostname,
		path,
		problems: [
			...checkPadding(given, text),
			...checkScheme(given, url),
			...checkHost(given, url),
			...checkExtras(given, url, clean),
			...checkPath(given, url)
		],
		secrets: secretsIn(given, url)
	};
}
/** Node's SDK trims its environment, Python and curl do not, see `withClient`. */
function checkPadding(given, text) {
	if (text === given.text) return [];
	const message = `${given.name} begins or ends with a space or line break: the Node SDK trims it, Python and curl call another address.`;
	return [warning("config.base_url_whitespace", given.setting, {
		message,
		fix: "Remove it from the stored value."
	})];
}
function checkScheme(given, url) {
	if (url.protocol === "http:" && !isPrivateHost(url.hostname)) {
		const wrong = `uses plain HTTP to ${knownHost(url.hostname) !== void 0 || isInternalHost(url.hostname) ? "the public host" : "a host whose name does not say that it is private,"} ${show(url.host)}: the key would travel in clear text, so nothing is sent`;
		const port = url.port === "" ? "" : `:${url.port}`;
		const fix = `Write ${show(`https://${url.hostname}${port}${withoutEndSlashes(url.pathname)}`)}, or a name that is private (loopback, .internal, .local, .svc).`;
		return [problemOf(given, {
			code: "config.base_url_plain_http",
			wrong,
			fix
		})];
	}
	if (!(url.protocol === "https:" && url.port === "80" || url.protocol === "http:" && url.port === "443")) return [];
	const message = `${given.name} uses ${url.protocol.slice(0, -1)} on port ${url.port}, which is the port of the other scheme.`;
	const fix = `Remove :${url.port} from ${given.name}, or change the scheme.`;
	return [warning("config.base_url_port", given.setting, {
		message,
		fix
	})];
}
function checkHost(given, url) {
	const host = url.hostname;
	if (isWebPage(host)) {
		const fix = host.includes("azure") ? "Write the resource's own endpoint, for example https://NAME.openai.azure.com/openai/v1." : `Write ${OPENAI_BASE_URL}.`;
		const wrong = `points to ${show(host)}, a web site and not the API`;
		return [problemOf(given, {
			code: "config.base_url_host",
			wrong,
			fix
		})];
	}
	if (kindOfHost(host) === "openai" && url.port !== "") {
		const message = `${given.name} asks for port ${url.port} of ${show(host)}; OpenAI documents only 443.`;
		const fix = `Remove :${url.port}.`;
		return [warning("config.base_url_port", given.setting, {
			message,
			fix
		})];
	}
	const meant = meantHost(host);
	if (meant !== void 0) {
		const message = `${given.name} points to ${show(host)}, which is nearly, but not, ${meant}.`;
		const fix = `Write https://${meant} with its path if that was meant: the key goes to whoever owns this name.`;
		return [warning("config.base_url_host", given.setting, {
			message,
			fix
		})];
	}
	return [];
}
function checkExtras(given, url, clean) {
	const version = url.searchParams.get("api-version");
	return [
		[
			url.username !== "" || url.password !== "",
			"config.base_url_credentials",
			"has a user name or password in it, which fetch refuses and logs show",
			`Write ${show(clean)} and pass the credentials as api-key.`
		],
		[
			url.search !== "",
			"config.base_url_query",
			"has a query (?…): most SDKs put the path after it, so the request goes elsewhere",
			version === null ? `Write ${show(clean)}.` : `Write it without the query, and api-version ${show(version)} into api-version.`
		],
		[
			url.hash !== "",
			"config.base_url_fragment",
			"has a fragment (#…): nothing after it is sent, including the path of the request",
			`Write ${show(clean)}.`
		]
	].flatMap(([there, code, wrong, fix]) => there ? [problemOf(given, {
		code,
		wrong,
		fix
	})] : []);
}
function secretsIn(given, url) {
	const values = [
		url.password,
		decoded(url.password),
		url.username,
		decoded(url.username)
	];
	for (const [name, value] of url.searchParams) if (/key|token|sig|secret|code|pass|auth/i.test(name)) values.push(value);
	const worth = values.filter((value) => value.length >= 6);
	return [...new Set(worth)].map((value) => new Secret(value, `credentials in ${given.name}`));
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
/** Paths that the SDK adds itself. `/models` alone is the base of Azure AI inference. */
const ENDPOINT_PATH = /\/(?:chat\/completions|completions|responses|embeddings|moderations|messages|audio\/\w+|images\/\w+|files|batches|assistants|threads|v\d+\/models)(?:\/[^/]*)?$/;
const EXAMPLE_PATH = "/v1";
/** What is wrong with the path of a base URL, one problem at most. */
function checkPath(given, url) {
	const path = withoutEndSlashes(url.pathname);
	const kind = kindOfHost(url.hostname);
	const say = (code, wrong, mended) => {
		const fix = `Write ${show(`${url.protocol}//${url.host}${mended}`)}.`;
		return [problemOf(given, {
			code,
			wrong,
			fix
		})];
	};
	const endpoint = ENDPOINT_PATH.exec(path);
	if (endpoint !== null) {
		const tail = endpoint[0].replace(/^\/v\d+/, "");
		const base = path.slice(0, path.length - tail.length);
		const mended = kind === "openai" ? EXAMPLE_PATH : base;
		return say("config.base_url_endpoint_path", `ends in ${show(tail)}, a path that the SDK adds itself`, mended);
	}
	const doubled = /(\/v\d+)(?:\1)+(?=\/|$)/.exec(path);
	if (doubled !== null) {
		const mended = path.replace(doubled[0], doubled[1] ?? "");
		return say("config.base_url_doubled_version", `has ${doubled[1]} twice in its path`, mended);
	}
	if (path.includes("//")) return say("config.base_url_path", "has an empty step (//) in its path", path.replaceAll(/\/{2,}/g, "/"));
	if (kind === "azure" && /^(?!.*\/openai\/v1$).*\/v1$/.test(path)) return say("config.base_url_path", `has the path ${show(path)}: Azure serves its v1 API under /openai/v1`, path.replace(/(?:\/openai)?\/v1$/, "/openai/v1"));
	if (kind !== "openai" || path === EXAMPLE_PATH) return [];
	const [code, has] = path === "" ? ["config.base_url_no_version", "no /v1 after the host"] : ["config.base_url_path", `the path ${show(path)}`];
	return say(code, `has ${has}: OpenAI serves its API under /v1`, EXAMPLE_PATH);
}

// src/settings/choose-base-url.ts
/**
* The base URL that the application's client would take: what is written for this run, then
* the variable that its library reads, then AZURE_OPENAI_ENDPOINT, then OpenAI's own.
*/
function chooseBaseUrl(ask, asked, application) {
	const explicit = ask.explicit("base-url");
	if (explicit !== void 0) return {
		given: explicit,
		azure: false,
		problems: []
	};
	const { given: plain, problems: unread } = baseUrlVariable(ask, application);
	const azure = ask.variable("AZURE_OPENAI_ENDPOINT") ?? variableOfLibrary(ask, application, "AZURE_API_BASE");
	if (plain !== void 0 && azure !== void 0) return {
		given: plain,
		azure: false,
		problems: [...unread, ...conflict(plain, azure, asked)]
	};
	if (plain !== void 0) return {
		given: plain,
		azure: false,
		problems: unread
	};
	if (azure !== void 0 && (asked === "auto" || asked === "azure")) return {
		given: azure,
		azure: true,
		problems: unread
	};
	const given = {
		text: OPENAI_BASE_URL,
		setting: "base-url",
		name: "base-url",
		from: "default"
	};
	if (asked === "auto" || asked === "openai") return {
		given,
		azure: false,
		problems: unread
	};
	const message = `The route is ${asked}, and there is no base URL: neither base-url nor a variable of the SDK is set.`;
	const fix = asked === "azure" ? "Set AZURE_OPENAI_ENDPOINT or base-url, for example https://NAME.openai.azure.com/openai/v1." : "Set base-url or OPENAI_BASE_URL to the address of the gateway.";
	return {
		given,
		azure: false,
		problems: [...unread, fatal("config.base_url_missing", "base-url", {
			message,
			fix
		})]
	};
}
/**
* `AzureOpenAI` takes OPENAI_BASE_URL too when it is set, and the plain client never looks at
* AZURE_OPENAI_ENDPOINT: with both, nobody can say which service is meant.
*/
function conflict(plain, azure, asked) {
	const host = hostOf(plain.text);
	if (host !== void 0 && host === hostOf(azure.text)) return [];
	const message = `${plain.name} and ${azure.name} are both set and name different services: which one is called depends on the class that the application uses.`;
	const fix = `Remove ${plain.name} or ${azure.name} from this job, or set base-url to the one that the application calls.`;
	const setting = `${plain.name}, ${azure.name}`;
	return asked === "openai" || asked === "gateway" ? [warning("config.conflict", setting, {
		message,
		fix
	})] : [fatal("config.conflict", setting, {
		message,
		fix
	})];
}
function hostOf(text) {
	return URL.canParse(text.trim()) ? new URL(text.trim()).host : void 0;
}
/** The kind that was asked for against what the host says. */
function checkKind(given, asked, host) {
	const actual = kindOfHost(host);
	if (given === void 0 || asked === "auto" || actual === "gateway" || actual === asked) return [];
	const message = `${given.name} is ${asked}, and the host of the base URL is ${actual === "openai" ? "OpenAI's" : "Azure's"} own.`;
	const fix = `Write route ${actual} or auto, or set base-url to the ${asked} that is meant.`;
	return [(asked === "gateway" ? warning : fatal)("config.conflict_route", given.setting, {
		message,
		fix
	})];
}

// src/settings/key-forms.ts
/** The value stands for a key that never got there. Keys of local servers (`EMPTY`, `ollama`) are none of these. */
const PLACEHOLDERS = [
	/^(?:undefined|null|nil|nan|\[object \w+\])$/i,
	/^None$/,
	/^<[^<>]*>$/,
	/^\[[^[\]"{}]*\]$/,
	/\byour[-_ ]?(?:own|open-?ai|azure|api|secret|real|actual|key|token)/i,
	/^(?:my|the)?[-_ ]?(?:azure_)?(?:open_?ai)?[-_ ]?api[-_ ]?key$/i,
	/^sk-(?:proj-)?(?:\.{2,}|…)$/,
	/(?:api[-_ ]?)?key[-_ ]?(?:goes[-_ ]?)?here\b/i,
	/^(?:insert|replace|change|paste|put|add|set)[-_ ]?(?:me|with|your|the|this|key|it)\b/i
];
/** Only on the vendors' own hosts: a local server may well accept them. */
const WEAK_PLACEHOLDERS = [
	/^(?:dummy|tests?|testing|example|sample|placeholder|fake|mock|secret|key|token|password|none|empty|n\/?a|todo|tbd|foo|bar|changeme)$/i,
	/^(?:sk-(?:proj-)?)?(.)\1{5,}$/,
	/^sk-(?:proj-)?(?:test|fake|dummy|example|sample|placeholder|mock|1234|abc123|abcdef)[\w-]{0,24}$/i
];
const UNEXPANDED = [
	/\$\{\{/,
	/^\$\{?[A-Za-z_]\w*(?::?[-?+=][^}]*)?\}?$/,
	/^\$env:\w+$/i,
	/^%\w+%$/,
	/^\{\{.*\}?\}?$/s,
	/^\$\(.*\)$/s,
	/^(?:op|vault|ref\+\w+|secretref|keyvault|awssm|gcpsm|arn:aws:(?:secretsmanager|ssm)):/i,
	/^@Microsoft\.KeyVault\(/i,
	/^projects\/[^/]+\/secrets\//,
	/^(?:process\.env\.|os\.environ|secrets\.|env\.)\S*$/
];
function isWeakPlaceholder(key) {
	return WEAK_PLACEHOLDERS.some((form) => form.test(key));
}
const isOneOf = (forms) => (key) => forms.some((form) => form.test(key));
const PUT_KEY = "Store the key itself as a secret and pass it on unchanged";
const NOT_ASCII = /[^\0-\x7f]/u;
const CONTROL = /[\0-\x1f\x7f]/;
const QUOTES = "\"'`“”‘’„«»";
/**
* Forms of a key that no API takes, whoever it belongs to. In this order; the first that fits decides.
* The key has no blanks around it.
*/
const KEY_FORMS = [
	{
		code: "config.key_unexpanded",
		when: isOneOf(UNEXPANDED),
		wrong: "holds an unexpanded reference instead of a value",
		fix: "Pass the value, not its name: in a workflow ${{ secrets.NAME }} under env: or with:, in a shell \"$NAME\" in double quotes.",
		standIn: true
	},
	{
		code: "config.key_placeholder",
		when: isOneOf(PLACEHOLDERS),
		wrong: "holds a placeholder instead of a key",
		fix: `${PUT_KEY}; the value in place now is the text of an example or of an unset variable.`,
		standIn: true
	},
	{
		code: "config.key_masked",
		when: /\*{3,}|[•●]{2,}|^[\w-]{2,12}(?:\.{3}|…)\w{0,6}$/,
		wrong: "holds the masked or shortened copy of a key, as logs and web pages show it",
		fix: "Create a new key and store it where it is shown in full; a masked copy cannot be unmasked.",
		standIn: true
	},
	{
		code: "config.key_quoted",
		when: (key) => QUOTES.includes(key.charAt(0)) || QUOTES.includes(key.charAt(key.length - 1)),
		wrong: "has a quotation mark around it",
		fix: "Remove the quotation marks from the stored secret: the SDK sends them as part of the key."
	},
	{
		code: "config.key_has_bearer",
		when: /^(?:authorization\s*:\s*)?(?:bearer|basic)(?:\s|$)|^(?:x-)?(?:api-key|authorization)\s*:/i,
		wrong: "starts with the name of a header or scheme, which the SDK adds itself",
		fix: "Store only the key, without \"Authorization:\" and without \"Bearer \"."
	},
	{
		code: "config.key_is_assignment",
		when: /^(?:export\s+|set\s+)?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\s*[=:]\s*[^=\s]/,
		wrong: "holds a whole line of a settings file (NAME=value)",
		fix: "Store only what follows the equals sign."
	},
	{
		code: "config.key_is_json",
		when: /^[[{]/,
		wrong: "holds JSON, not a key",
		fix: "Take the one field with the key out of the JSON and store only that."
	},
	{
		code: "config.key_is_url",
		when: /^[a-z][a-z0-9+.-]*:\/\//i,
		wrong: "holds a URL, not a key",
		fix: "Store the key here and put the address into base-url."
	},
	{
		code: "config.key_is_path",
		when: /^(?:~|\.{1,2})[/\\]\S|^[A-Za-z]:\\|^\/(?:run|var|etc|home|root|mnt|tmp|secrets?|vault|opt|usr)\/|^\/\S+\.(?:txt|key|json|env|pem)$/,
		wrong: "holds the path of a file, not a key",
		fix: "Read the file and pass its content."
	},
	{
		code: "config.key_is_pem",
		when: /-----BEGIN/,
		wrong: "holds a PEM block, not a key of an API",
		fix: `${PUT_KEY}; certificates and private keys belong elsewhere.`
	},
	{
		code: "config.key_is_prose",
		when: (key) => key.split(/\s+/).filter((word) => /^\p{L}{2,}[,.:;!?]?$/u.test(word)).length >= 3,
		wrong: "holds a sentence, not a key",
		fix: `${PUT_KEY}; a command that printed an error instead of the key is the usual cause.`
	},
	{
		code: "config.key_has_newline",
		when: /[\r\n\u2028\u2029]/,
		wrong: (key) => `has a line break after character ${key.search(/[\r\n\u2028\u2029]/)}`,
		fix: "Store the key as one line; two keys or a wrapped line cannot be sent in a header."
	},
	{
		code: "config.key_has_space",
		when: /[ \t]/,
		wrong: (key) => `has a space after character ${key.search(/[ \t]/)}`,
		fix: "Remove the space: a bearer token never holds one (RFC 6750 §2.1)."
	},
	{
		code: "config.key_not_ascii",
		when: NOT_ASCII,
		wrong: (key) => {
			const { 0: odd, index } = NOT_ASCII.exec(key) ?? {
				0: "",
				index: 0
			};
			return `has ${characterClass(odd)} after character ${index}, which no HTTP header can carry`;
		},
		fix: "Copy the key again from where it was created, not from a document, chat or PDF."
	},
	{
		code: "config.key_has_control_character",
		when: CONTROL,
		wrong: (key) => `has a control character after character ${key.search(CONTROL)}`,
		fix: "Store the key again as plain text."
	},
	{
		code: "config.key_base64",
		when: (key) => keyInBase64(key) !== void 0,
		wrong: "is the base64 form of a key, not the key",
		fix: "Decode it before it is used (kubectl shows secrets in base64: base64 --decode)."
	}
];
/** The key that stands inside a base64 text, when there is one. */
function keyInBase64(text) {
	if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(text)) return void 0;
	const inner = Buffer.from(text, "base64").toString("latin1").trim();
	if (!/^[\x21-\x7e]{12,}$/.test(inner)) return void 0;
	return inner.startsWith("sk-") || vendorOf(inner) !== void 0 ? inner : void 0;
}
/** What a person would call the character, with its code point. */
function characterClass(character) {
	const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
	return `${[
		[/…/u, "an ellipsis"],
		[/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/u, "an invisible character"],
		[/\p{Zs}/u, "a non-breaking or wide space"],
		[/\p{Pd}/u, "a typographic dash"],
		[/[“”‘’„«»′″]/u, "a typographic quotation mark"],
		[/\ufffd/u, "a replacement character (the text was decoded wrongly)"],
		[/[\uff01-\uff5e]/u, "a full-width character"],
		[/\p{sc=Cyrillic}/u, "a Cyrillic letter"],
		[/\p{sc=Greek}/u, "a Greek letter"],
		[/\p{L}/u, "a letter outside ASCII"]
	].find(([form]) => form.test(character))?.[1] ?? "a character outside ASCII"} (${name})`;
}

// src/settings/key-checks.ts
/** Looks at a key that is there. The sentences hold its length and kind and no part of it. */
function checkKey(given, target) {
	const key = given.text.trim();
	const shape = keyShape(key, given.name);
	const form = formIn(KEY_FORMS, key);
	const problems = [];
	if (form === void 0) {
		problems.push(...paddingProblem(given, target.client));
		const foreign = ownerProblem(given, key, target);
		if (foreign !== void 0) problems.push(foreign);
	} else problems.push(fatal(form.code, given.setting, say(given, shape, form.wrong, form.fix), "auth"));
	return {
		key: new Secret(key, given.name),
		shape,
		problems,
		secrets: secretForms(given, form?.standIn === true ? isVendorKey : () => true)
	};
}
function say(given, shape, wrong, fix) {
	const kind = shape.kind === "unknown" ? "" : `, kind ${shape.kind}`;
	return {
		message: `${given.name} ${wrong} (${shape.length} characters${kind}).`,
		fix
	};
}
/**
* Blanks around the key. Node's SDK trims what it reads from the environment and works; Python
* and curl send them and fail ("Illegal header value"). So it depends on the client, see
* `withClient`.
*/
function paddingProblem(given, client) {
	const padding = given.text.replace(given.text.trim(), "");
	if (padding === "") return [];
	const newline = /[\r\n]/.test(padding);
	const code = newline ? "config.key_has_newline" : "config.key_has_space";
	const what = newline ? "a line break" : "a space";
	const words = {
		message: `${given.name} has ${what} before or after the key (${given.text.trim().length} characters without it): the Node SDK trims it, Python and curl cannot send it.`,
		fix: `Store the key again without ${what} at its ends, for example with printf %s instead of echo.`
	};
	return [client === "python" || client === "curl" ? fatal(code, given.setting, words, "auth") : warning(code, given.setting, words, "auth")];
}
const called = ({ found }) => found?.called ?? "a key";
const serviceOf = ({ kind }) => kind === "openai" ? "OpenAI" : "Azure OpenAI";
const never = () => false;
const atOwnHost = ({ ownHost }) => ownHost;
const COPY_AGAIN = () => "Copy the key again in full from the page where it was created.";
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;
/** The first that holds is told. On a gateway only what its host itself says: many take the keys of others. */
const MISMATCHES = [
	{
		code: "config.key_placeholder",
		when: ({ ownHost, key }) => ownHost && isWeakPlaceholder(key),
		wrong: () => "holds a placeholder instead of a key",
		fix: () => "Store the real key; the value in place now is an example."
	},
	{
		code: "config.key_other_vendor",
		when: ({ kind, at, found, host }) => kind === "gateway" && at !== void 0 && found !== void 0 && at.kind !== found.kind && !isHostOf(found, host),
		wrong: (sent) => `is ${called(sent)}, and ${sent.host} takes other keys`,
		fix: ({ at }) => `Put ${at?.called ?? "its own key"} there, or set base-url to the service that the key belongs to.`
	},
	{
		code: "config.key_other_vendor",
		when: ({ kind, found }) => kind !== "gateway" && found?.takenBy === "other",
		wrong: (sent) => `is ${called(sent)}, and ${serviceOf(sent)} does not take it`,
		fix: (sent) => `Put a key of ${serviceOf(sent)} there, or set base-url to the service that the key belongs to.`
	},
	{
		code: "config.conflict_key",
		when: ({ kind, found }) => kind === "azure" && found?.takenBy === "openai",
		wrong: (sent) => `is ${called(sent)}, and the route is Azure`,
		fix: () => "Put a key of the Azure resource into AZURE_OPENAI_API_KEY (Azure portal → resource → Keys and Endpoint), or sign in with Entra ID.",
		sure: atOwnHost
	},
	{
		code: "config.conflict_key",
		when: ({ kind, found }) => kind === "openai" && found?.takenBy === "azure",
		wrong: (sent) => `is ${called(sent)}, and the route is OpenAI`,
		fix: () => "Put an OpenAI key (sk-…) into OPENAI_API_KEY, or set base-url to the Azure endpoint that this key belongs to.",
		sure: atOwnHost
	},
	{
		code: "config.key_is_admin",
		when: ({ kind, found }) => kind === "openai" && found?.kind === "openai-admin",
		wrong: () => "is an OpenAI admin key, which no model endpoint takes",
		fix: () => "Use a project key (sk-proj-…) or a service-account key: admin keys only reach the administration API."
	},
	{
		code: "config.key_malformed",
		when: ({ kind, key }) => kind !== "gateway" && !TOKEN.test(key),
		wrong: () => "has characters that no bearer token holds (RFC 6750 §2.1)",
		fix: COPY_AGAIN,
		sure: atOwnHost
	},
	{
		code: "config.key_malformed",
		when: ({ kind, ownHost, key }) => kind === "openai" && ownHost && !/^(?:sk-|sess-|ek_|eyJ)/.test(key),
		wrong: () => "does not begin like an OpenAI key (sk-…)",
		fix: COPY_AGAIN,
		sure: never
	},
	{
		code: "config.key_malformed",
		when: ({ kind, ownHost, key }) => kind === "openai" && ownHost && key.length < 20,
		wrong: () => "is shorter than any OpenAI key",
		fix: COPY_AGAIN,
		sure: never
	}
];
/** Does this key belong to the API it is going to? Only where that is known. */
function ownerProblem(given, key, target) {
	const sent = {
		...target,
		key,
		found: vendorOf(key),
		at: vendorAt(target.host)
	};
	const found = MISMATCHES.find(({ when }) => when(sent));
	if (found === void 0) return void 0;
	const words = say(given, keyShape(key, given.name), found.wrong(sent), found.fix(sent));
	return (found.sure?.(sent) === false ? warning : fatal)(found.code, given.setting, words, "auth");
}
/** The value, its lines, and the key inside quotes, headers or base64. */
function secretForms(given, secret) {
	const forms = /* @__PURE__ */ new Set();
	for (const line of [given.text, ...given.text.split(/[\r\n]+/)]) {
		const plain = line.trim();
		forms.add(plain);
		for (const word of plain.split(/[\s"'`“”‘’=:,;{}]+/)) if (word.length >= 16) forms.add(word);
		const inner = keyInBase64(plain);
		if (inner !== void 0) forms.add(inner);
	}
	return [...forms].filter((form) => form.length >= 6 && secret(form)).map((form) => new Secret(form, given.name));
}

// src/settings/key-home.ts
/**
* Events that run with the secrets of the repository although a stranger may have started them, and
* whose jobs may check a stranger's files out (docs.github.com, "Events that trigger workflows").
*/
const STRANGERS_EVENTS = /^(?:pull_request_target|workflow_run|issue_comment|issues|discussion|discussion_comment|check_run|check_suite|status|fork|watch)$/;
/** Promise 1: whether a key may go to this destination. `run` asks for the inputs of the step itself. */
function keyHome(destination, run, env) {
	if (!destination.fromFile) return { belongs: true };
	const url = URL.parse(destination.baseUrl);
	if (url === null) return { belongs: false };
	const named = (names) => [run.explicit("base-url")?.text, ...names.map((name) => run.variable(name)?.text)].some((text) => text !== void 0 && URL.parse(text.trim())?.origin === url.origin);
	const secure = url.protocol === "https:";
	const openai = secure && isOpenaiHost(url.hostname);
	const home = named(["OPENAI_BASE_URL", "AZURE_OPENAI_ENDPOINT"]);
	const belongs = destination.kind === "azure" ? home || secure && isAzureHost(url.hostname) : destination.kind === "openai" ? openai || named(["OPENAI_BASE_URL"]) : named(["OPENAI_BASE_URL"]);
	const event = env["GITHUB_EVENT_NAME"] ?? "";
	if (openai || home || !STRANGERS_EVENTS.test(event)) return { belongs };
	if (isAllowed(url.hostname, run.explicit("allow-hosts")?.text ?? "")) return { belongs };
	return {
		belongs: false,
		closed: `Only a settings file of the checkout names ${url.hostname}, and ${event} runs with secrets for files that strangers may have written, so no key was sent: credentials, model and quota were not tested.`
	};
}
/** `llm.example.com`, or every name below `*.example.com`; between commas or blanks. */
function isAllowed(host, list) {
	const name = plainHost(host);
	return list.split(/[\s,]+/).map(plainHost).some((entry) => entry.startsWith("*.") ? name.endsWith(entry.slice(1)) : name === entry);
}
/**
* Whose variables these are by how they begin: of the runner, of clouds, of registries, of services
* that a job deploys to. Never those of a model API.
*/
const FOREIGN_BEGINNINGS = `
  ACTIONS_ GITHUB_ GH_ RUNNER_ INPUT_ CI_ GITLAB_ GL_ BITBUCKET_ BUILDKITE_ CIRCLE_ TRAVIS_ JENKINS_ SYSTEM_ACCESSTOKEN ENDPOINT_AUTH
  AWS_ ARM_ GOOGLE_ GCP_ GCLOUD_ CLOUDSDK_ FIREBASE_ OCI_ ALIBABA_ ALICLOUD_ DIGITALOCEAN_ LINODE_ HCLOUD_ IDENTITY_ MSI_
  CLOUDFLARE_ CF_ FLY_ VERCEL_ NETLIFY_ HEROKU_ RAILWAY_ RENDER_ SUPABASE_ EXPO_ APPLE_ APP_STORE_ FASTLANE_ MATCH_ ANDROID_
  NPM_ NODE_AUTH_ YARN_ PYPI_ TWINE_ POETRY_ UV_ CARGO_ NUGET_ MAVEN_ OSSRH_ SONATYPE_ GRADLE_ ORG_GRADLE_ GEM_ RUBYGEMS_
  BUNDLE_ COMPOSER_ HOMEBREW_ JFROG_ ARTIFACTORY_ NEXUS_ DOCKER REGISTRY_ QUAY_ GHCR_ HELM_ KUBE K8S_ ARGOCD_
  VAULT_ CONSUL_ NOMAD_ TF_ TFE_ PULUMI_ ANSIBLE_ DOPPLER_ OP_ BWS_ INFISICAL_ SOPS_ AGE_ SSH_ GPG_ SIGSTORE_ COSIGN_
  CODECOV_ SONAR_ SNYK_ SENTRY_ DD_ DATADOG_ NEW_RELIC_ HONEYCOMB_ GRAFANA_ PAGERDUTY_ SLACK_ DISCORD_ TELEGRAM_ TWILIO_
  SENDGRID_ MAILGUN_ SMTP_ STRIPE_ PAYPAL_ DATABASE_ DB_ PG POSTGRES MYSQL_ MARIADB_ MONGO REDIS_ ELASTIC_
  OPENAI_ADMIN_ OPENAI_WEBHOOK_
  AZURE_CLIENT_ AZURE_TENANT_ AZURE_CREDENTIAL AZURE_DEVOPS_ AZURE_STORAGE_ AZURE_AD_ AZURE_FEDERATED_ AZURE_PASSWORD
  AZURE_USERNAME AZURE_SUBSCRIPTION_`;
/** What a key of an API is never called, whoever it belongs to. */
const FOREIGN_ENDINGS = `
  PASSWORD PASSWD PASSPHRASE PWD PRIVATE_KEY SSH_KEY DEPLOY_KEY SIGNING_KEY ENCRYPTION_KEY MASTER_KEY_BASE SECRET_KEY_BASE
  HOST_KEY STORAGE_KEY CLIENT_SECRET JWT_SECRET COOKIE_SECRET SESSION_SECRET WEBHOOK_SECRET CERTIFICATE KEYSTORE KUBECONFIG
  DEPLOY_TOKEN REGISTRY_TOKEN REFRESH_TOKEN JOB_TOKEN _URL _URI _DSN CONNECTION_STRING`;
const anyOf = (words) => words.trim().split(/\s+/).join("|");
const FOREIGN = new RegExp(`^(?:${anyOf(FOREIGN_BEGINNINGS)})|(?:${anyOf(FOREIGN_ENDINGS)})$`, "i");
/**
* Variables of others that a model API of the same house takes, by the kind of its keys: GitHub Models
* the token of the job (docs.github.com/rest/models), Gemini and Bedrock the variables of their clouds.
*/
const TAKEN_AT_HOME = {
	github: /^(?:GITHUB|GH)_TOKEN$/,
	google: /^GOOGLE_API_KEY$/,
	"aws-bedrock": /^AWS_BEARER_TOKEN_BEDROCK$/,
	vercel: /^VERCEL_OIDC_TOKEN$/
};
/**
* `api-key-env` of a settings file may name this variable for a service at `baseUrl`: by its name,
* and by its value where the looks tell whose it is, and that it is none of a model API.
*/
function mayBeNamed(variable, value, baseUrl) {
	const url = URL.parse(baseUrl);
	const home = url?.protocol === "https:" ? vendorAt(url.hostname) : void 0;
	const owner = vendorOf(value.trim());
	if ((owner === void 0 || owner === home || isKeyOfModels(owner)) && !FOREIGN.test(variable)) return true;
	return entryOf(TAKEN_AT_HOME, home?.kind ?? "")?.test(variable) ?? false;
}
/** Gateways take keys of many vendors; no gateway takes a Slack token. */
function isKeyOfModels({ takenBy, hosts, what }) {
	return takenBy !== "other" || hosts.length > 0 && what === "api key";
}
/** A header name (RFC 9110 §5.1): with any other the SDK itself refuses to start. */
const NAME$2 = /^[\w!#$%&'*+.^`|~-]{1,128}$/;
/**
* The SDK reads OPENAI_CUSTOM_HEADERS, one `Name: value` on each line, and adds them to every client
* it makes. In a run with several services they belong to the one that the SDK calls by default; the
* names are returned for every other host, so that none of them gets what may be a credential.
*/
function withheldHeaders(env, baseUrl) {
	const names = (env["OPENAI_CUSTOM_HEADERS"] ?? "").split("\n").filter((line) => line.includes(":")).map((line) => line.slice(0, line.indexOf(":")).trim()).filter((name) => NAME$2.test(name));
	const home = URL.parse(env["OPENAI_BASE_URL"]?.trim() || "https://api.openai.com/v1")?.origin;
	if (names.length === 0 || home === URL.parse(baseUrl)?.origin) return void 0;
	return names;
}

// src/settings/misnamed.ts
/** The runner hands over every input of the step, also those that action.yml does not have. */
const INPUT_VARIABLE = /^INPUT_([A-Z0-9_-]+)$/;
/**
* Inputs of this step whose names were probably meant for others: `api_key`, `modle`. Nothing where
* our step stands in an action of somebody else, whose inputs may be in the environment as well.
*/
function misnamedInputs({ env, outputs }) {
	if (outputs !== true || isForeign(env)) return [];
	return Object.entries(env).flatMap(([variable, value]) => {
		const written = INPUT_VARIABLE.exec(variable)?.[1]?.toLowerCase();
		if (written === void 0 || (value ?? "").trim() === "" || isInputName(written)) return [];
		const meant = nearest(written.replace(/^openai[-_]/, ""), INPUTS.map(({ name }) => name));
		return meant === void 0 ? [] : [{
			written,
			meant
		}];
	});
}
/** A composite action runs its steps in its own folder and environment. */
function isForeign(env) {
	return (env["GITHUB_ACTION_PATH"] ?? "") !== "";
}
/** Checked where they are read, with an order of their own. */
const CHECKED = /* @__PURE__ */ new Set([
	"api-key",
	"base-url",
	"model",
	"organization",
	"project",
	"api-version",
	"azure-scope",
	"github-token"
]);
/** Inputs that hold `${{ … }}`, which a workflow file alone expands: not an environment file, not a script. */
function unexpandedProblems({ env, outputs }) {
	if (outputs !== true) return [];
	return INPUTS.flatMap(({ name }) => {
		const value = env[`INPUT_${name.toUpperCase()}`] ?? "";
		if (CHECKED.has(name) || !value.includes("${{")) return [];
		const message = `${name} is an unexpanded reference: ${show(value.trim())}.`;
		return [fatal("config.value_unexpanded", name, {
			message,
			fix: "Pass the value of the variable, not its name."
		})];
	});
}
function misnamedProblems(source) {
	return misnamedInputs(source).map(({ written, meant }) => {
		const message = `The step has an input ${show(written)}, which this action does not have: it was not read.`;
		return warning("config.input_unknown", written, {
			message,
			fix: `Write ${meant} instead.`
		});
	});
}

// src/settings/key.ts
/** The key of a route with everything that is wrong with it; none is needed for `depth: route`. */
function readKey(request) {
	const { kind } = request.target;
	const { belongs, closed } = request.home;
	if (closed !== void 0) return {
		...kind === "azure" ? { azureAuth: "key" } : {},
		problems: [],
		secrets: []
	};
	const { variable } = request;
	const value = (variable && request.ask.variable(variable.text)?.text) ?? "";
	if (variable !== void 0 && !mayBeNamed(variable.text, value, request.baseUrl)) return {
		problems: [foreignVariable(variable)],
		secrets: []
	};
	const given = chooseKey(request);
	const azure = (auth) => kind === "azure" ? { azureAuth: auth } : {};
	if (given === void 0) {
		if (kind === "azure" && request.variable === void 0 && belongs) {
			const azureCli = hasCliSession(request);
			if (entraHint(request.env) || azureCli || mayHaveIdentity(request)) return {
				azureAuth: "entra",
				...azureCli ? { azureCli } : {},
				problems: [],
				secrets: []
			};
		}
		return {
			...azure("key"),
			secrets: [],
			...missing(request)
		};
	}
	const checked = checkKey(given, request.target);
	if (request.depth === "route") {
		const problems = checked.problems.map((problem) => ({
			...problem,
			severity: "warning"
		}));
		return {
			...azure("key"),
			problems,
			secrets: checked.secrets
		};
	}
	return {
		...azure("key"),
		...checked
	};
}
function foreignVariable(variable) {
	const message = `api-key-env names ${variable.text}, a credential of the runner, of a cloud, of a registry or of another service: no file of the checkout may send it anywhere.`;
	return fatal("config.key_variable_refused", variable.setting, {
		message,
		fix: "Pass the key of the API under a name of its own, in a workflow with env: GATEWAY_KEY: ${{ secrets.GATEWAY_KEY }}, and write api-key-env: GATEWAY_KEY."
	});
}
function chooseKey(request) {
	const { ask, target, variable } = request;
	if (variable !== void 0) {
		const set = ask.variable(variable.text);
		return set === void 0 ? void 0 : {
			...set,
			setting: variable.setting
		};
	}
	const explicit = ask.explicit("api-key");
	if (explicit !== void 0) return explicit;
	if (!request.home.belongs) return void 0;
	if (target.kind !== "azure") return ask.variable("OPENAI_API_KEY");
	const key = request.ofLibrary ?? ask.variable("AZURE_OPENAI_API_KEY");
	if (key !== void 0 || !request.plainSdk) return key;
	const plain = ask.variable("OPENAI_API_KEY");
	return plain !== void 0 && vendorOf(plain.text.trim())?.takenBy === "openai" && entraHint(request.env) ? void 0 : plain;
}
/** Variables by which `DefaultAzureCredential` finds an identity. */
function entraHint(env) {
	const set = (name) => (env[name] ?? "").trim() !== "";
	if (usesDeveloperTool(env)) return false;
	return set("AZURE_TOKEN_CREDENTIALS") || set("IDENTITY_ENDPOINT") || set("MSI_ENDPOINT") || set("AZURE_CLIENT_ID") && [
		"AZURE_TENANT_ID",
		"AZURE_FEDERATED_TOKEN_FILE",
		"ACTIONS_ID_TOKEN_REQUEST_URL"
	].some(set);
}
/**
* A machine of one's own can have an identity without any variable: its metadata service is asked
* before anybody says that credentials are missing. A hosted runner has none.
*/
function mayHaveIdentity(request) {
	return request.env["RUNNER_ENVIRONMENT"] === "self-hosted" && mayBeAsked(request);
}
function mayBeAsked({ env, policy }) {
	return (policy.missingKey === "fail" || policy.missingKey === "auto") && policy.noSecrets === void 0 && !usesDeveloperTool(env);
}
/** `az login` or `azure/login` left a session (azure-cli-core, `_profile.py`): `az` is asked for the token. */
function hasCliSession(request) {
	const { AZURE_CONFIG_DIR: own = "", HOME: home = "" } = request.env;
	const folder = own.trim() === "" ? `${home}/.azure` : own;
	const profile = mayBeAsked(request) ? request.readFile(`${folder}/azureProfile.json`) : void 0;
	return /"subscriptions"\s*:\s*\[\s*\{/.test(profile ?? "");
}
/** AZURE_TOKEN_CREDENTIALS of `DefaultAzureCredential` names a tool whose session is not read here: all but `az`. */
function usesDeveloperTool(env) {
	const named = env["AZURE_TOKEN_CREDENTIALS"]?.trim() ?? "";
	return /^(?:(?:azuredevelopercli|azurepowershell|visualstudio\w*|interactivebrowser|broker)(?:credential)?)$/i.test(named);
}
function missing(request) {
	const { policy, depth } = request;
	if (depth === "route") return { problems: [] };
	const excused = policy.missingKey === "auto" && policy.noSecrets !== void 0;
	const limit = `${excused ? `${policy.noSecrets}, so there was no key` : "There was no key"}: credentials, model and quota were not tested.`;
	if (excused || policy.missingKey === "skip") return {
		limit,
		problems: []
	};
	const { setting, message, fix } = missingWords(request);
	return policy.missingKey === "warn" ? {
		limit,
		problems: [warning("config.key_missing", setting, {
			message,
			fix
		}, "auth")]
	} : { problems: [fatal("config.key_missing", setting, {
		message,
		fix
	}, "auth")] };
}
function missingWords(request) {
	const { variable, target } = request;
	if (variable !== void 0) {
		const message = `api-key-env names ${variable.text}, and that variable is unset or empty.`;
		const fix = `Set ${variable.text}, in a workflow with env: ${variable.text}: \${{ secrets.${variable.text} }}.`;
		return {
			setting: variable.setting,
			message,
			fix
		};
	}
	if (!request.home.belongs) return {
		setting: "api-key-env",
		message: "The route names no key, and its base URL is that of no API whose key is set: a settings file alone never decides where a key goes.",
		fix: "Add api-key-env with the name of the variable to this route."
	};
	const expected = expectedVariable(target.kind, request.plainSdk);
	const near = nearMiss(request.env, expected);
	const misnamed = misnamedInputs({
		env: request.env,
		...request.policy.step === true ? { outputs: true } : {}
	}).find(({ meant }) => meant === "api-key");
	if (misnamed !== void 0) {
		const written = show(misnamed.written);
		return {
			setting: "api-key",
			message: `There is no key: the step has an input ${written}, which this action does not have and did not read.`,
			fix: `Write api-key instead of ${written}.`
		};
	}
	if (target.kind === "azure") return azureWords(request, near);
	return {
		setting: expected,
		message: `There is no key: neither api-key nor ${expected} is set, or it is empty (a secret that does not exist is empty).${near === void 0 ? "" : ` ${near} is set, but the SDK does not read it for this route.`}`,
		fix: request.policy.step === true ? `Write with: api-key: \${{ secrets.${expected} }} in this step; check the name of the secret and that this job may read it.` : `Set ${expected}, in a workflow with env: ${expected}: \${{ secrets.${expected} }}; check the name of the secret and that this job may read it.`
	};
}
/** The ways to credentials that exist on Azure. */
function azureWords({ env, policy }, near) {
	const named = show(env["AZURE_TOKEN_CREDENTIALS"] ?? "");
	const signIn = usesDeveloperTool(env) ? `AZURE_TOKEN_CREDENTIALS is ${named}, a tool whose session the preflight does not read` : "nothing says how to sign in with Entra ID";
	const alone = (env["AZURE_CLIENT_ID"] ?? "").trim() === "" ? "" : " AZURE_CLIENT_ID is set alone.";
	const hint = near === void 0 ? "" : ` ${near} is set, and is not read for this route.`;
	const step = usesDeveloperTool(env) ? "or sign in with Entra ID, with another AZURE_TOKEN_CREDENTIALS or none in this step" : "or sign in with Entra ID";
	return {
		setting: "AZURE_OPENAI_API_KEY",
		message: `There are no credentials for Azure: neither api-key nor AZURE_OPENAI_API_KEY is set, or it is empty (a secret that does not exist is empty), and ${signIn}.${hint}${usesDeveloperTool(env) ? "" : alone}`,
		fix: `${policy.step === true ? "Write with: api-key" : "Set AZURE_OPENAI_API_KEY, in a workflow with env: AZURE_OPENAI_API_KEY"}: \${{ secrets.AZURE_OPENAI_API_KEY }}; ${step}: AZURE_CLIENT_ID and AZURE_TENANT_ID with AZURE_CLIENT_SECRET, with AZURE_CLIENT_CERTIFICATE_PATH, with AZURE_FEDERATED_TOKEN_FILE, or with permissions: id-token: write; azure/login before this step, whose session az gives a token of; or AZURE_TOKEN_CREDENTIALS: ManagedIdentityCredential on a machine with a managed identity.`
	};
}
function expectedVariable(kind, plainSdk) {
	return kind === "azure" && !plainSdk ? "AZURE_OPENAI_API_KEY" : "OPENAI_API_KEY";
}
/** A variable that was probably meant, by its name alone. */
function nearMiss(env, expected) {
	return Object.keys(env).find((name) => name !== expected && (env[name] ?? "").trim() !== "" && /^(?:AZURE_)?OPEN_?AI_?(?:API)?_?(?:KEY|TOKEN|SECRET)\s*$/i.test(name));
}

// src/settings/route.ts
/** One route with every default filled in and everything that is wrong with it. Never throws. */
function readRoute(request) {
	const { ask, env, policy } = request;
	const problems = [];
	const secrets = [];
	const keep = (part) => {
		problems.push(...part.problems);
		secrets.push(...part.secrets ?? []);
		return part;
	};
	const asked = readChoice(ask, "route", ["auto", ...ROUTE_KINDS]);
	const chosen = keep(chooseBaseUrl(ask, asked, request.application));
	const base = keep(readBaseUrl(chosen.given));
	const missing = chosen.problems.some(({ code }) => code === "config.base_url_missing");
	if (!missing) problems.push(...checkKind(ask.explicit("route"), asked, base.host));
	const kind = asked === "auto" ? chosen.azure ? "azure" : kindOfHost(base.host) : asked;
	const byLibrary = (name) => variableOfLibrary(ask, request.application, name);
	const givenVersion = ask.any("api-version") ?? (kind === "azure" ? byLibrary("AZURE_API_VERSION") : void 0);
	const version = keep(readText(givenVersion));
	const { apiVersion, problems: versionProblems } = checkApiVersion(givenVersion, version.value, {
		kind,
		baseUrl: base.url
	});
	if (!missing) problems.push(...versionProblems);
	const plainSdk = isAzureV1({ baseUrl: base.url });
	if (kind === "azure" && base.host !== "" && !plainSdk && givenVersion === void 0) problems.push(noApiVersion(chosen.given));
	problems.push(...otherVariableNotes(ask, request.application, kind));
	const givenModel = ask.any("model");
	const model = keep(readText(givenModel)).value ?? deploymentIn(base.path);
	const organization = scoped("organization");
	const project = scoped("project");
	const azureScope = keep(readText(ask.any("azure-scope"))).value;
	const depth = readChoice(ask, "depth", DEPTHS);
	const client = readChoice(ask, "client", ["auto", ...CLIENTS]);
	const fromFile = chosen.given.from === "file";
	const withheld = request.several || fromFile ? withheldHeaders(env, base.url) : void 0;
	const home = keyHome({
		kind,
		baseUrl: base.url,
		fromFile
	}, request.run, env);
	if (home.closed !== void 0) problems.push(closedHost(chosen.given, base.host, home.closed));
	const key = keep(readKey({
		ask,
		env,
		readFile: request.readFile,
		policy,
		target: {
			kind,
			host: base.host,
			ownHost: isOwnHost(base.host),
			client
		},
		plainSdk,
		depth,
		home,
		baseUrl: base.url,
		...given({
			ofLibrary: kind === "azure" ? byLibrary("AZURE_API_KEY") : void 0,
			variable: request.keyVariable
		})
	}));
	const times = {
		timeoutMs: readDuration(ask, "timeout"),
		waitUpToMs: readDuration(ask, "wait-up-to")
	};
	const pathChecks = readPathChecks(ask);
	problems.push(...checkTimes({
		...times,
		pathChecks
	}, request.deadlineMs, ask));
	const limit = depthLimit(depth, home.closed ?? key.limit, model);
	const reads = effectiveDepth({
		depth,
		...given({ depthLimit: limit })
	});
	const call = keep(readCall(ask, {
		url: base.url,
		given: chosen.given
	}, request.application, {
		depth: reads,
		model
	}));
	return {
		settings: {
			route: {
				name: request.name,
				kind,
				baseUrl: base.url,
				endpoint: call.endpoint,
				stream: call.stream,
				application: call.told,
				...given({
					model,
					organization,
					project,
					apiVersion,
					azureAuth: key.azureAuth,
					azureCli: key.azureCli,
					azureScope
				}),
				depth,
				...given({
					depthLimit: limit,
					applicationTimeoutMs: call.timeoutMs
				}),
				...times,
				attempts: readCount(ask, "attempts"),
				failOn: readOwners(ask, "fail-on"),
				expiryWarningMs: readDuration(ask, "expiry-warning"),
				headroomWarning: readPercent(ask, "headroom-warning"),
				compareDirect: readBoolean(ask, "compare-direct"),
				...pathChecks.length === 0 ? {} : { pathChecks },
				...given({
					apiKey: key.key,
					withheldHeaders: withheld
				})
			},
			client,
			problems,
			...key.shape === void 0 ? {} : { keyShape: key.shape }
		},
		secrets
	};
	function scoped(name) {
		const named = name === "organization" ? byLibrary("OPENAI_ORGANIZATION") : void 0;
		const given = ask.any(name) ?? named;
		const { value } = keep(readText(given));
		if (given !== void 0 && value !== void 0) problems.push(...checkScope(name, given, value, kind));
		return value;
	}
}
/** The shallower of two reasons to stop early, when one is needed at all. */
function depthLimit(depth, noKey, model) {
	if (depth === "route") return void 0;
	if (noKey !== void 0) return {
		depth: "route",
		because: noKey
	};
	if (depth === "auth" || model !== void 0) return void 0;
	return {
		depth: "auth",
		because: "No model was given, so the quota was not tested."
	};
}
/** Deployment that stands in the path of a classic Azure base URL. */
function deploymentIn(path) {
	const name = /\/openai\/deployments\/([^/]+)/.exec(path)?.[1];
	return name === void 0 || name.includes("%") ? void 0 : name;
}
function closedHost(base, host, because) {
	const fix = `Set the input allow-hosts of this step to ${host} if the workflow means it to get the key.`;
	return warning("config.host_not_allowed", base.setting, {
		message: because,
		fix
	}, "auth");
}
function noApiVersion(base) {
	const message = `${base.name} is the classic endpoint of Azure, and no api-version is set: AzureOpenAI does not start without one.`;
	return fatal("config.api_version_missing", "api-version", {
		message,
		fix: "Set OPENAI_API_VERSION or api-version, for example 2024-10-21, or use the v1 endpoint: https://NAME.openai.azure.com/openai/v1."
	});
}
/** Nothing can take longer than the whole run may, and no connection can rest as long. */
function checkTimes({ timeoutMs, waitUpToMs, pathChecks }, deadlineMs, ask) {
	const restMs = pathChecks?.find(({ kind }) => kind === "idle")?.restMs;
	const end = duration(deadlineMs);
	return [
		[
			"timeout",
			timeoutMs,
			timeoutMs > deadlineMs
		],
		[
			"wait-up-to",
			waitUpToMs,
			waitUpToMs > deadlineMs
		],
		[
			"path-checks",
			restMs ?? 0,
			restMs !== void 0 && restMs >= deadlineMs
		]
	].flatMap(([name, ms, late]) => {
		const given = ask.explicit(name);
		if (given === void 0 || !late) return [];
		const [does, fix] = name === "path-checks" ? ["lets a connection rest for", `at least ${duration(ms + 3e4)}, or shorten idle`] : ["is", `more than ${duration(ms)}, or ${given.name} to less than ${end}`];
		const words = {
			message: `${given.name} ${does} ${duration(ms)}, and the deadline of the whole run ends it after ${end}.`,
			fix: `Set deadline to ${fix}.`
		};
		return [warning("config.conflict_deadline", given.setting, words)];
	});
}
/** Harmless for Node's SDK, which trims its environment; Python and curl fail on them. */
const TRIMMED_BY_NODE = [
	"config.key_has_newline",
	"config.key_has_space",
	"config.base_url_whitespace"
];
/** The route and its problems once it is known which client sends the request. */
function withClient(settings, client, clientReason) {
	const problems = settings.problems.map((problem) => client !== "node" && TRIMMED_BY_NODE.includes(problem.code) ? {
		...problem,
		severity: "fatal"
	} : problem);
	const reason = clientReason + unmeasured(client);
	return {
		route: {
			...settings.route,
			client,
			clientReason: reason
		},
		problems
	};
}
/** The packet says where the rules of a client were read and not run. */
function unmeasured(client) {
	const { source, documented } = CLIENT_FACTS[client];
	if ("measuredWith" in source) return "";
	return `; its rules are by its documentation, not measured (${Object.entries(documented).map(([rule, page]) => `${rule}: ${page}`).join(", ")})`;
}

// src/settings/missing-key.ts
/** Events that run without secrets when a fork or Dependabot caused them. */
const FORK_EVENTS = [
	"pull_request",
	"pull_request_review",
	"pull_request_review_comment"
];
const DEPENDABOT_EVENTS = [
	...FORK_EVENTS,
	"push",
	"create",
	"deployment",
	"deployment_status"
];
/**
* Why this job cannot have the secrets of the repository, or nothing when it can.
* `pull_request_target`, `workflow_run` and `merge_group` do have them.
* Source: docs.github.com, "Events that trigger workflows" and "Dependabot on GitHub Actions".
*/
function noSecretsBecause(source) {
	const eventName = source.env["GITHUB_EVENT_NAME"] ?? "";
	if (DEPENDABOT_EVENTS.includes(eventName)) {
		const { login } = fields(fields(source.event)["sender"]);
		if ([source.env["GITHUB_ACTOR"], login].includes("dependabot[bot]")) return "GitHub gives no Actions secrets to runs that Dependabot started";
	}
	if (!FORK_EVENTS.includes(eventName)) return void 0;
	const { base, head } = fields(fields(source.event)["pull_request"]);
	const { full_name: home } = fields(fields(base)["repo"]);
	const { repo: fork } = fields(head);
	const { full_name: from } = fields(fork);
	if (typeof home === "string" && (fork === null || typeof from === "string" && from !== home)) return "GitHub gives no secrets to pull requests from forks";
}

// src/settings/config-document.ts
/** Own words for the codes of the package: its messages quote the file, which may hold a key. */
const MEANING = {
	BAD_INDENT: "the indentation does not fit the lines around it",
	TAB_AS_INDENT: "a tab is used for indentation",
	DUPLICATE_KEY: "the same key appears here twice",
	MULTIPLE_DOCS: "the file holds several documents",
	MISSING_CHAR: "a closing quote, bracket or comma is missing",
	MULTILINE_IMPLICIT_KEY: "a key goes over several lines; a colon or quote is probably missing",
	BLOCK_AS_IMPLICIT_KEY: "a value begins where none is allowed; the text may need quotes",
	UNEXPECTED_TOKEN: "there is something here that does not belong here",
	BAD_ALIAS: "an alias is malformed"
};
function parseConfigDocument(text, file, yaml) {
	const lines = new yaml.LineCounter();
	const place = (offset) => {
		const { line, col } = lines.linePos(offset);
		return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
	};
	const broken = (offset, what, code) => ({ problem: fatal(code === "DUPLICATE_KEY" ? "config.file_duplicate_key" : "config.file_invalid", place(offset), {
		message: `The file is not valid YAML: ${what}.`,
		fix: `Fix ${place(offset)}.`
	}) });
	let document;
	let fault;
	try {
		document = yaml.parseDocument(text, {
			lineCounter: lines,
			prettyErrors: false,
			logLevel: "error",
			uniqueKeys: false
		});
		fault = firstFault(document, yaml);
	} catch {
		return broken(0, "it is nested too deeply", "DEPTH");
	}
	const error = document.errors[0];
	if (error !== void 0) return broken(error.pos[0], entryOf(MEANING, error.code) ?? "it cannot be read from here on", error.code);
	if (fault !== void 0) return broken(fault.offset, fault.wrong, fault.code);
	return view(document, place, yaml);
}
/** Each alias costs a walk through the file. */
const MOST_ALIASES = 200;
/** A thousand routes with every setting have fewer. */
const MOST_KEYS = 2e4;
function firstFault(document, { isScalar, visit }) {
	let aliases = 0;
	let keys = 0;
	let fault;
	visit(document, {
		Alias: (_, node) => {
			const offset = node.range?.[0] ?? 0;
			aliases += 1;
			if (aliases > MOST_ALIASES) fault = {
				offset,
				wrong: `it has more than ${MOST_ALIASES} aliases`,
				code: "BAD_ALIAS"
			};
			else if (node.resolve(document) === void 0) fault = {
				offset,
				wrong: "an alias (*name) has no anchor (&name) before it",
				code: "BAD_ALIAS"
			};
			return fault === void 0 ? void 0 : visit.BREAK;
		},
		Map: (_, { items, range }) => {
			keys += items.length;
			if (keys > MOST_KEYS) {
				const wrong = `it has more than ${MOST_KEYS} keys`;
				fault = {
					offset: range?.[0] ?? 0,
					wrong,
					code: "TOO_MANY"
				};
				return visit.BREAK;
			}
			const seen = /* @__PURE__ */ new Set();
			const twice = items.find(({ key }) => {
				if (!isScalar(key) || !seen.has(key.value)) {
					if (isScalar(key)) seen.add(key.value);
					return false;
				}
				return true;
			});
			if (twice === void 0 || !isScalar(twice.key)) return void 0;
			const wrong = entryOf(MEANING, "DUPLICATE_KEY") ?? "";
			fault = {
				offset: twice.key.range?.[0] ?? 0,
				wrong,
				code: "DUPLICATE_KEY"
			};
			return visit.BREAK;
		}
	});
	return fault;
}
function view(document, place, { isAlias, isMap, isScalar, isSeq }) {
	const isNode = (value) => isAlias(value) || isMap(value) || isScalar(value) || isSeq(value);
	const resolved = (node) => {
		if (!isAlias(node.value)) return node.value;
		return node.value.resolve(document) ?? null;
	};
	const offset = (node) => node.value?.range?.[0] ?? node.keyOffset;
	const child = (value, keyOffset) => ({
		value: isNode(value) ? value : null,
		keyOffset
	});
	return {
		root: {
			value: document.contents,
			keyOffset: 0
		},
		at: (node, part = "value") => place(part === "key" ? node.keyOffset : offset(node)),
		entries: (node) => {
			const value = resolved(node);
			if (value === null || isScalar(value) && value.value === null) return [];
			if (!isMap(value)) return void 0;
			return value.items.map((pair) => {
				const keyOffset = isNode(pair.key) ? pair.key.range?.[0] ?? 0 : offset(node);
				return {
					key: isScalar(pair.key) ? scalarText(pair.key) : "",
					node: child(pair.value, keyOffset)
				};
			});
		},
		items: (node) => {
			const value = resolved(node);
			if (!isSeq(value)) return void 0;
			return value.items.map((item) => child(item, isNode(item) ? item.range?.[0] ?? 0 : offset(node)));
		},
		text: (node) => {
			const value = resolved(node);
			if (value === null) return "";
			return isScalar(value) ? scalarText(value) : void 0;
		}
	};
}
/** Numbers and booleans as they are written: 2024-10 must not turn into 2014. */
function scalarText(scalar) {
	if (scalar.value === null) return "";
	if (typeof scalar.value === "string") return scalar.value;
	return scalar.source ?? JSON.stringify(scalar.value) ?? "";
}

// src/settings/config-entries.ts
/** Settings that a route of the file may have, besides `api-key-env`. */
const ROUTE_SETTINGS = INPUTS.flatMap(({ name, perRoute }) => perRoute === true ? [name] : []);
const INLINE_KEY = /^(?:(?:openai|azure)[-_]?)*(?:api[-_]?key|key|token|secret|password|github-token|authorization)$/i;
/** The settings of `defaults:` or of one route. `where` names it in sentences. */
function readEntries(document, node, where) {
	const values = /* @__PURE__ */ new Map();
	const problems = [];
	const secrets = [];
	let keyVariable;
	const invalid = (at, message, fix) => {
		problems.push(fatal("config.file_value_invalid", document.at(at), {
			message,
			fix
		}));
	};
	/** What stands there in the place of something else may be a key. */
	const hide = (at) => {
		const text = document.text(at)?.trim() ?? "";
		if (text.length >= 6) secrets.push(new Secret(text, `config file, ${where}`));
	};
	const inlineSecret = (at, key) => {
		const words = {
			message: `${where} has a key in the file itself (under ${key}); it is not used and not shown.`,
			fix: "Remove it, consider it known to everybody who can read the file, and write api-key-env: with the name of the variable that holds the new one."
		};
		problems.push(fatal("config.file_inline_secret", document.at(at), words, "auth"));
		hide(at);
	};
	const readVariable = (at) => {
		const text = document.text(at)?.trim() ?? "";
		if (holdsKey(text)) return inlineSecret(at, "api-key-env");
		if (/^[A-Za-z_]\w{0,127}$/.test(text)) {
			keyVariable = {
				text,
				setting: document.at(at),
				name: "api-key-env",
				from: "file"
			};
			return;
		}
		invalid(at, "api-key-env is not the name of a variable.", "Write only the name, without $ and braces, for example api-key-env: GATEWAY_KEY.");
		hide(at);
	};
	const readValue = (at, name) => {
		const { kind } = inputNamed(name);
		const list = kind === "owners" || kind === "path-checks" ? listText(document, at) : void 0;
		const text = list ?? document.text(at);
		if (text === void 0) {
			const message = `${name} is a map or a list, and one value is expected.`;
			return invalid(at, message, `Write ${name}: and the value on one line.`);
		}
		if (text.trim() === "" && list === void 0) return;
		const value = {
			text,
			setting: document.at(at),
			name,
			from: "file"
		};
		const problem = checkGiven(name, value);
		if (problem === void 0) values.set(name, value);
		else problems.push(problem);
	};
	const entries = node === void 0 ? [] : document.entries(node);
	if (entries === void 0 && node !== void 0) invalid(node, `${where} is not a map of settings.`, "Write one setting on each line, for example model: your-model.");
	for (const { key, node: at } of entries ?? []) {
		if (key === "name") continue;
		if (INLINE_KEY.test(key)) inlineSecret(at, key);
		else if (key === "api-key-env") readVariable(at);
		else if (isInputName(key) && inputNamed(key).perRoute === true) readValue(at, key);
		else {
			problems.push(unknownSetting(document.at(at, "key"), key, where));
			hide(at);
		}
	}
	return {
		given: values,
		...given({ keyVariable }),
		problems: firstOf(problems),
		secrets
	};
}
function listText(document, node) {
	const texts = document.items(node)?.map((item) => document.text(item));
	return texts === void 0 || texts.includes(void 0) ? void 0 : texts.join(", ");
}
function unknownSetting(place, key, where) {
	if (isInputName(key)) {
		const message = `${key} belongs to the whole run, not to ${where}.`;
		return fatal("config.file_unknown_key", place, {
			message,
			fix: `Set ${key} as input or flag.`
		});
	}
	const message = `${show(key)} is not a setting of a route.`;
	const known = [
		...ROUTE_SETTINGS,
		"api-key-env",
		"name"
	];
	const all = `Use one of these: ${ROUTE_SETTINGS.join(", ")}, api-key-env.`;
	return fatal("config.file_unknown_key", place, {
		message,
		fix: writeNear(key, known, all)
	});
}

// src/settings/config-file.ts
/** A run of a thousand routes takes minutes of sockets; a file of them is far below 1 MiB. */
const MOST_ROUTES = 1e3;
const LARGEST = 1048576;
const NAME$1 = /^[A-Za-z0-9][\w .-]{0,63}$/;
/**
* Reads `defaults:` and `routes:` (a map by name, or a list of maps with `name`). Every problem
* has `file:line:column`. Never throws.
*
* @param file name of the file as the user wrote it
*/
function readConfigFile(text, file, yaml) {
	const none = (problem) => ({
		routes: [],
		problems: [problem],
		secrets: []
	});
	if (text.length > LARGEST) {
		const message = `${file} is larger than 1 MiB.`;
		return none(fatal("config.file_too_large", file, {
			message,
			fix: `Split ${file} by job.`
		}));
	}
	const document = parseConfigDocument(text, file, yaml);
	if ("problem" in document) return none(document.problem);
	const root = document.entries(document.root);
	if (root === void 0) {
		const fix = "Write a map with routes: and, if wanted, defaults: at the top level.";
		const message = `${file} does not hold a map at its top level.`;
		return none(fatal("config.file_invalid", document.at(document.root), {
			message,
			fix
		}));
	}
	const problems = firstOf(root.flatMap(({ key, node }) => unknownTopKey(document, key, node)));
	const defaultsNode = root.find(({ key }) => key === "defaults")?.node;
	const defaults = readEntries(document, defaultsNode, "defaults");
	const listed = namedRoutes(document, root.find(({ key }) => key === "routes")?.node);
	const routes = listed.routes.map(({ name, node }) => {
		const own = readEntries(document, node, `route ${name}`);
		const keyVariable = own.keyVariable ?? defaults.keyVariable;
		return {
			name,
			given: new Map([...defaults.given, ...own.given]),
			...given({ keyVariable }),
			problems: own.problems,
			secrets: own.secrets
		};
	});
	return {
		routes,
		problems: [
			...problems,
			...defaults.problems,
			...listed.problems
		],
		secrets: [...defaults.secrets, ...routes.flatMap((route) => route.secrets)]
	};
}
function unknownTopKey(document, key, node) {
	const known = ["defaults", "routes"];
	if (known.includes(key)) return [];
	const message = `${show(key)} is not known at the top level of the file.`;
	const fix = writeNear(key, known, "Put it under defaults: or under a route.");
	return [fatal("config.file_unknown_key", document.at(node, "key"), {
		message,
		fix
	})];
}
function namedRoutes(document, node) {
	const fix = "Write routes: with one entry for each route, for example direct: { model: your-model }.";
	const all = node === void 0 ? void 0 : byName(document, node) ?? byList(document, node);
	if (all === void 0 || all.routes.length + all.problems.length === 0) {
		const message = "The file names no routes.";
		const place = document.at(node ?? document.root);
		return {
			routes: [],
			problems: [fatal("config.file_no_routes", place, {
				message,
				fix
			})]
		};
	}
	const problems = [...all.problems];
	const refuse = (code, node, message, fix) => {
		problems.push(fatal(code, document.at(node, "key"), {
			message,
			fix
		}));
	};
	const routes = [];
	const seen = /* @__PURE__ */ new Set();
	for (const { name, node } of all.routes) if (!NAME$1.test(name)) refuse("config.file_name_invalid", node, `${show(name)} cannot be the name of a route.`, "Use up to 64 letters, digits, spaces, dots, hyphens and underscores.");
	else if (seen.has(name)) refuse("config.file_duplicate_key", node, `The route ${name} is in the file twice.`, "Give each route a name of its own.");
	else {
		seen.add(name);
		routes.push({
			name,
			node
		});
	}
	const extra = routes[MOST_ROUTES];
	if (extra !== void 0) {
		const message = `The file names ${routes.length} routes, and ${MOST_ROUTES} are the most.`;
		refuse("config.file_too_many_routes", extra.node, message, "Split the file by job.");
	}
	return {
		routes: routes.slice(0, MOST_ROUTES),
		problems
	};
}
function byName(document, node) {
	const entries = document.entries(node);
	return entries && {
		routes: entries.map(({ key, node }) => ({
			name: key,
			node
		})),
		problems: []
	};
}
function byList(document, node) {
	const items = document.items(node);
	if (items === void 0) return void 0;
	const problems = [];
	const routes = [];
	for (const item of items) {
		const nameNode = document.entries(item)?.find(({ key }) => key === "name")?.node;
		const name = nameNode === void 0 ? void 0 : document.text(nameNode);
		if (name === void 0) problems.push(fatal("config.file_name_missing", document.at(item), {
			message: "This entry of routes has no name.",
			fix: "Add name: to it."
		}));
		else routes.push({
			name,
			node: item
		});
	}
	return {
		routes,
		problems
	};
}

// src/settings/routes.ts
const NAME_OF_THE_ONLY_ROUTE = "default";
/** What the run says of each route. */
function shared({ source, ask, policy, deadlineMs }) {
	const { env, readFile } = source;
	return {
		env,
		readFile,
		policy,
		deadlineMs,
		run: ask,
		...given({ application: source.application })
	};
}
/** The one route of a run without a config file. */
function singleRoute(run) {
	const { source, ask } = run;
	const read = readRoute({
		...shared(run),
		name: NAME_OF_THE_ONLY_ROUTE,
		ask,
		several: false
	});
	return {
		routes: withOtherFamilies(read.settings, ask, source.application),
		problems: [],
		secrets: read.secrets
	};
}
/** The routes of the config file, each with its own problems. */
function configRoutes(run) {
	const { source, ask, yaml } = run;
	const given = ask.explicit("config");
	const file = given?.text.trim() ?? "";
	const text = source.readFile(absolute(source, file));
	if (given === void 0 || text === void 0) {
		const message = `${given?.name ?? "config"} names ${file}, and there is no such file to read.`;
		const fix = `Check out the repository before this step, or fix the path; it starts from ${source.workspace}.`;
		return {
			routes: [],
			problems: [fatal("config.file_unreadable", given?.setting ?? "config", {
				message,
				fix
			})],
			secrets: []
		};
	}
	if (yaml === void 0) throw new TypeError("a config file is named and no YAML was loaded");
	const config = readConfigFile(text, file, yaml);
	const several = config.routes.length > 1;
	const read = config.routes.map((route) => fileRoute(run, route, several));
	return {
		routes: read.map(({ settings }) => settings),
		problems: [...config.problems, ...unusedInputs(ask)],
		secrets: [...config.secrets, ...read.flatMap(({ secrets }) => secrets)]
	};
}
/** Inputs that name one service say nothing about the services of a file. */
const ONE_SERVICE = [
	"api-key",
	"base-url",
	"route"
];
function fileRoute(run, file, several) {
	const ask = layered((name) => file.given.get(name) ?? (ONE_SERVICE.includes(name) ? void 0 : run.ask.explicit(name)), run.source.env);
	const { name, keyVariable } = file;
	const read = readRoute({
		...shared(run),
		name,
		ask,
		several,
		...given({ keyVariable })
	});
	const problems = [...file.problems, ...read.settings.problems];
	return {
		...read,
		settings: {
			...read.settings,
			problems
		}
	};
}
function unusedInputs(ask) {
	return ONE_SERVICE.flatMap((name) => {
		const given = ask.explicit(name);
		if (given === void 0 || given.text === inputNamed(name).default) return [];
		const message = `${given.name} is set together with a config file and is not used: the file names the services.`;
		const fix = name === "api-key" ? `Remove ${given.name} and write api-key-env: with the name of a variable to the route.` : `Remove ${given.name} and write ${name}: to the route.`;
		return [warning("config.conflict_config", given.setting, {
			message,
			fix
		})];
	});
}

// src/settings/surrounding-secrets.ts
/** Variables of SDKs and of the runner that hold secrets, whether this run uses them or not. */
const VARIABLES = `OPENAI_API_KEY AZURE_OPENAI_API_KEY OPENAI_ADMIN_KEY OPENAI_WEBHOOK_SECRET
  AZURE_OPENAI_AD_TOKEN AZURE_CLIENT_SECRET AZURE_CLIENT_CERTIFICATE_PASSWORD IDENTITY_HEADER
  MSI_SECRET ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_RUNTIME_TOKEN GITHUB_TOKEN GH_TOKEN`.split(/\s+/);
/** Shorter values are words like `true`; masking them would shred every text. */
const SHORTEST = 12;
/** Secrets in the environment that a server or a log could give back to us. */
function knownSecrets(env) {
	const secrets = [];
	for (const name of VARIABLES) {
		const value = env[name]?.trim() ?? "";
		if (value.length >= SHORTEST && !/[\s$<>*]/.test(value)) secrets.push(new Secret(value, name));
	}
	for (const line of (env["OPENAI_CUSTOM_HEADERS"] ?? "").split("\n")) {
		const value = line.slice(line.indexOf(":") + 1).trim();
		if (value.length >= SHORTEST) secrets.push(new Secret(value, "OPENAI_CUSTOM_HEADERS"));
	}
	return secrets;
}

// src/settings/settings.ts
/** Reads no file, so that it cannot be kept waiting. Never throws. */
function readLimits(source) {
	const ask = askSource(source);
	return {
		deadlineMs: readDuration(ask, "deadline"),
		failOn: readOwners(ask, "fail-on"),
		...given({ packetDir: packetFolder(source, ask) })
	};
}
/**
* Reads and checks every setting. Never throws on what people set: what is wrong is data.
* @param yaml what `yamlFor` gave for this source
*/
function readSettings(source, yaml) {
	const ask = askSource(source);
	const unexpanded = unexpandedProblems(source);
	const expanded = (name, value) => unexpanded.some(({ setting }) => setting === name) ? void 0 : value;
	const problems = [
		...unexpanded,
		...checkInputs(ask),
		...misnamedProblems(source),
		...packetFolderProblems(source, ask)
	];
	const missingKey = readChoice(ask, "missing-key", MISSING_KEY);
	const noSecrets = missingKey === "auto" ? noSecretsBecause(source) : void 0;
	const limits = readLimits(source);
	const { deadlineMs } = limits;
	const run = {
		source,
		ask,
		policy: {
			missingKey,
			...given({ noSecrets }),
			...source.outputs === true ? { step: true } : {}
		},
		deadlineMs,
		...given({ yaml })
	};
	const read = ask.explicit("config") === void 0 ? singleRoute(run) : configRoutes(run);
	problems.push(...read.problems);
	const token = ask.explicit("github-token");
	const githubToken = token === void 0 || token.text.startsWith("${{") ? void 0 : new Secret(token.text.trim(), token.name);
	const secrets = [...read.secrets, ...knownSecrets(source.env)];
	if (githubToken !== void 0) secrets.push(githubToken);
	const control = controlUrl(ask);
	const page = ask.explicit("browser-origin");
	const origin = page && parseOrigin(page.text);
	secrets.push(...control?.secrets ?? []);
	return {
		...limits,
		routes: read.routes,
		missingKey,
		comment: readChoice(ask, "comment", OCCASIONS),
		egressAddress: readChoice(ask, "egress-address", OCCASIONS),
		checkRun: readBoolean(ask, "check-run"),
		...given({
			githubToken,
			log: expanded("log", inputPath(source, ask, "log")),
			inside: expanded("inside", ask.explicit("inside")?.text.trim() || void 0),
			aggregate: expanded("aggregate", inputPath(source, ask, "aggregate")),
			clientBundle: expanded("client-bundle", inputPath(source, ask, "client-bundle")),
			browserOrigin: origin !== void 0 && "value" in origin ? origin.value : void 0,
			controlUrl: control?.url
		}),
		...baselineOf(source, ask),
		verbose: isVerbose(source),
		problems,
		secrets: distinct(secrets)
	};
}
const LAST_GREEN = /^last-green(?::([\w.-]{1,100}))?$/;
/** A file, or the artifact of an earlier run; without a job there is no name to take. */
function baselineOf(source, ask) {
	const asked = LAST_GREEN.exec(ask.explicit("baseline")?.text.trim() ?? "");
	if (asked === null) return given({ baseline: inputPath(source, ask, "baseline") });
	const job = (source.env["GITHUB_JOB"] ?? "").replaceAll(/[^\w.-]/g, "");
	return { lastGreen: asked[1] ?? `openai-preflight-${job}` };
}
/** Where it may be asked, and what in it nobody may see. */
function controlUrl(ask) {
	const given = ask.any("control-url");
	if (given === void 0) return void 0;
	const parsed = parseUrl(given.text);
	return "value" in parsed ? {
		url: parsed.value,
		secrets: []
	} : { secrets: credentialsIn(given, given.text) };
}
/** Step debug of the runner, or `--verbose`. */
function isVerbose(source) {
	return source.env["ACTIONS_STEP_DEBUG"] === "true" || source.env["RUNNER_DEBUG"] === "1" || source.input("verbose") === "true";
}
function distinct(secrets) {
	const seen = /* @__PURE__ */ new Map();
	for (const secret of secrets) if (!seen.has(secret.reveal())) seen.set(secret.reveal(), secret);
	return [...seen.values()].map((value) => ({
		value,
		what: value.source
	}));
}

// src/knowledge/client-releases.ts
const LIBCURL_COMMAS = {
	since: ["8.9"],
	what: "takes NO_PROXY apart at commas only, no longer at spaces",
	source: "https://github.com/curl/curl/pull/13789"
};
/** Where the way of a client depends on its release. `egress/` asks for these by their names. */
const CLIENT_RELEASES = {
	node: {
		of: "Node.js",
		changes: {
			environmentProxy: {
				since: ["24.0", "22.21"],
				what: "reads proxy variables where NODE_USE_ENV_PROXY is 1",
				source: "https://nodejs.org/api/cli.html#node_use_env_proxy1"
			},
			environmentProxyFlag: {
				since: ["24.5", "22.21"],
				what: "reads proxy variables with --use-env-proxy",
				source: "https://nodejs.org/api/cli.html#--use-env-proxy"
			},
			systemRoots: {
				since: ["24.6", "22.19"],
				what: "adds the system store where NODE_USE_SYSTEM_CA is 1",
				source: "https://github.com/nodejs/node/pull/59276"
			},
			everyAddress: {
				since: ["20.0"],
				what: "dials the other addresses of a name too, and not only the first",
				source: "https://nodejs.org/api/net.html#socketconnectoptions-connectlistener"
			}
		}
	},
	bun: {
		of: "Bun",
		changes: {
			moreForms: {
				since: ["1.4"],
				what: "reads ALL_PROXY, and in NO_PROXY patterns, ports, ranges and spaces",
				source: "measured with 1.4.0, and not so with 1.3.14"
			},
			emptyPassedOver: {
				since: ["1.3.12"],
				what: "passes over an empty https_proxy where HTTPS_PROXY is set",
				source: "measured with 1.3.12, and not so with 1.3.10"
			},
			wholeNames: {
				since: ["1.3.10"],
				what: "compares NO_PROXY with whole names, in any case",
				source: "measured with 1.3.10, and not so with 1.3.6"
			},
			opensslRoots: {
				since: ["1.3.6"],
				what: "adds SSL_CERT_FILE and SSL_CERT_DIR to its roots",
				source: "measured with 1.3.6, and not so with 1.3.0; what lies between was not measured"
			}
		}
	},
	deno: {
		of: "Deno",
		changes: { extraRoots: {
			since: ["2.8"],
			what: "reads NODE_EXTRA_CA_CERTS",
			source: "measured with 2.8.3, and not so with 2.7.14"
		} }
	},
	python: {
		of: "Python",
		changes: { strict: {
			since: ["3.13"],
			what: "verifies by the letter of RFC 5280, and lets a chain end in any trusted certificate",
			source: "https://docs.python.org/3/library/ssl.html#ssl.create_default_context"
		} }
	},
	go: {
		of: "Go",
		changes: { anyScheme: {
			since: ["1.23"],
			what: "speaks socks5h, and HTTP with a proxy of a scheme that it does not know",
			source: "https://go.dev/issue/24135"
		} }
	},
	java: {
		of: "the JDK",
		changes: {}
	},
	dotnet: {
		of: ".NET",
		changes: { socks: {
			since: ["6.0"],
			what: "speaks SOCKS",
			source: "https://learn.microsoft.com/dotnet/core/whats-new/dotnet-6"
		} }
	},
	ruby: {
		of: "Ruby",
		changes: { addressesTogether: {
			since: ["3.4"],
			what: "dials the next address after 250 ms, and no longer only when one has failed",
			source: "https://docs.ruby-lang.org/en/3.4/NEWS_md.html"
		} }
	},
	php: {
		of: "libcurl",
		changes: { commas: LIBCURL_COMMAS }
	},
	rust: {
		of: "reqwest",
		changes: { matcher: {
			since: ["0.12.16"],
			what: "passes over a proxy variable with a space or line break around it, and an empty HTTPS_PROXY hides https_proxy",
			source: "https://github.com/seanmonstar/reqwest/pull/2681"
		} }
	},
	curl: {
		of: "curl",
		changes: {
			commas: LIBCURL_COMMAS,
			missingFile: {
				since: ["8.23"],
				what: "fails on a missing SSL_CERT_FILE although SSL_CERT_DIR is there",
				source: "measured with 8.23, and not so with 7.88; what lies between was not measured"
			}
		}
	}
};
/** The changes of any client, in the order of the table. */
function changesOf(client) {
	const { changes } = CLIENT_RELEASES[client];
	return Object.entries(changes);
}
/** Whether a release (`v24.21.0`, `0.12.15`) has what came with one of these. */
function hasFeature(release, since) {
	const own = numbers(release);
	const starts = since.map(numbers).toSorted(compare$1);
	return starts.some((start, at) => compare$1(own, start) >= 0 && (at === starts.length - 1 || sameLine(own, start)));
}
/** Before the last number that is written: `22.21` is in the line 22, `0.12.16` in 0.12. */
function sameLine(own, start) {
	return start.slice(0, -1).every((part, at) => own[at] === part);
}
function compare$1(a, b) {
	const at = [
		0,
		1,
		2
	].find((one) => (a[one] ?? 0) !== (b[one] ?? 0));
	return at === void 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
function numbers(text) {
	return (/\d+(?:\.\d+){0,2}/.exec(text)?.[0] ?? "").split(".").map(Number);
}

// src/egress/variables.ts
/** The variable with exactly this name; on Windows names are the same in any case. */
function variable({ env, platform }, name) {
	const value = env[name];
	if (value !== void 0) return {
		name,
		value
	};
	if (platform !== "win32") return void 0;
	return anyCase({ env }, name).at(0);
}
/** The variable when it is set and not empty. */
function filled(from, name) {
	const found = variable(from, name);
	return found !== void 0 && found.value !== "" ? found : void 0;
}
/** Node: the first spelling that is set wins, also when it is empty (`??`). */
function firstSet(from, names) {
	const [winner, ...rest] = spelt(from, names);
	const losers = rest.filter((other) => other.value !== "");
	if (winner === void 0) return { losers };
	return winner.value === "" ? {
		emptied: winner,
		losers
	} : {
		chosen: winner,
		losers
	};
}
/** curl: the first spelling that is set and not empty wins. */
function firstFilled(from, names) {
	const [chosen, ...losers] = spelt(from, names).filter((one) => one.value !== "");
	return chosen === void 0 ? { losers } : {
		chosen,
		losers
	};
}
/**
* Python's `urllib.request.getproxies_environment`: any case counts, a name that ends in lower-case
* `_proxy` wins, and an empty one of those removes the proxy.
*/
function anySpelling(from, name) {
	const all = anyCase(from, name);
	const suffix = name.slice(name.lastIndexOf("_"));
	const winner = all.findLast((one) => one.name.endsWith(suffix)) ?? all.findLast((one) => one.value !== "");
	const losers = all.filter((one) => one !== winner && one.value !== "");
	if (winner === void 0) return { losers };
	return winner.value === "" ? {
		emptied: winner,
		losers
	} : {
		chosen: winner,
		losers
	};
}
/** Says which spellings lose, where that changes anything. */
function precedenceNotes({ chosen, emptied, losers }) {
	const winner = chosen ?? emptied;
	if (winner === void 0) return [];
	return losers.filter((loser) => loser.value !== winner.value).map((loser) => ({
		variable: loser.name,
		because: `${winner.name} is set ${emptied ? "but empty," : "to another value"} and wins.`,
		fix: emptied ? `Remove the empty ${winner.name}.` : `Give ${winner.name} and ${loser.name} the same value.`
	}));
}
/** Proxy variables that are there without a value: what an unset secret gives. */
function emptyNotes(from) {
	return [
		"HTTPS_PROXY",
		"https_proxy",
		"ALL_PROXY",
		"all_proxy"
	].flatMap((name) => variable(from, name) ?? []).filter(({ value }) => value === "").map(({ name }) => ({
		variable: name,
		because: `${name} is set but empty, which counts as not set.`,
		fix: `Give ${name} the URL of the proxy, or remove it; a secret that is not there is empty.`
	}));
}
function spelt(from, names) {
	const found = names.flatMap((name) => variable(from, name) ?? []);
	return found.filter((one, at) => found.findIndex((other) => other.name === one.name) === at);
}
function anyCase({ env }, name) {
	const wanted = name.toLowerCase();
	return Object.entries(env).flatMap(([key, value]) => value !== void 0 && key.toLowerCase() === wanted ? [{
		name: key,
		value
	}] : []);
}
/** Names that decide the way out of some client. */
const MEANT = `HTTPS_PROXY HTTP_PROXY NO_PROXY ALL_PROXY NODE_USE_ENV_PROXY NODE_EXTRA_CA_CERTS
  NODE_USE_SYSTEM_CA NODE_TLS_REJECT_UNAUTHORIZED SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE
  REQUESTS_CA_BUNDLE`.split(/\s+/);
const ALL_MEANT = new Set(MEANT);
/** Real variables of other programs that only look alike. */
const REAL = /* @__PURE__ */ new Set([...MEANT, ...`FTP_PROXY FTPS_PROXY SFTP_PROXY TCP_PROXY WS_PROXY WSS_PROXY GOPROXY GONOPROXY GO_PROXY
    PIP_PROXY NPM_PROXY SOCKS_PROXY RSYNC_PROXY HTTP2_PROXY`.split(/\s+/)]);
/** Shorter names are alike too often for two slips. */
const TWO_SLIPS_FROM = 12;
/**
* Misspelt names, by edit distance, word order and case. Of the values only counts that there is one.
* `proxyCase`: how the client reads the case of proxy variables (Python takes any).
*/
function nearMisses({ env, platform }, proxyCase) {
	return Object.entries(env).flatMap(([name, value]) => {
		if (value === void 0 || value === "") return [];
		const meant = meantBy(name) ?? (platform === "win32" ? void 0 : wrongCaseOf(name, proxyCase));
		if (meant === void 0) return [];
		return [{
			variable: name,
			because: `This client does not read ${name}; it looks like a misspelt ${meant}.`,
			fix: `Rename ${name} to ${meant}.`
		}];
	});
}
function wrongCaseOf(name, proxyCase) {
	const meant = name.toUpperCase();
	if (meant === name || !ALL_MEANT.has(meant)) return void 0;
	if (/^(HTTPS?|NO|ALL)_PROXY$/.test(meant) && (proxyCase === "any" || name === name.toLowerCase())) return void 0;
	return meant;
}
/** Answers given: the same names are asked about for each client and each route of a run. */
const ASKED = /* @__PURE__ */ new Map();
/** Names of variables that are remembered. */
const MOST_ASKED = 1e4;
/** The name that was probably meant, `undefined` when the name is right or is about something else. */
function meantBy(name) {
	if (ASKED.has(name)) return ASKED.get(name);
	const meant = search(name.toUpperCase());
	if (ASKED.size < MOST_ASKED) ASKED.set(name, meant);
	return meant;
}
const FORMS = MEANT.map((meant) => ({
	meant,
	letters: squeezed(meant),
	words: sortedWords(meant)
}));
function search(name) {
	if (REAL.has(name)) return void 0;
	const own = squeezed(name);
	const ownWords = sortedWords(name);
	const exact = FORMS.find(({ letters, words }) => letters === own || words === ownWords);
	if (exact !== void 0) return exact.meant;
	return FORMS.map(({ meant, letters }) => ({
		meant,
		slips: distance(own, letters, 2),
		most: letters.length >= TWO_SLIPS_FROM ? 2 : 1
	})).filter(({ slips, most }) => slips <= most).sort((a, b) => a.slips - b.slips).at(0)?.meant;
}
function squeezed(name) {
	return name.replaceAll(/[^A-Z0-9]/g, "");
}
function sortedWords(name) {
	return name.split(/[^A-Z0-9]+/).filter(Boolean).sort().join("_");
}

// src/egress/python-version.ts
/** Roots of one environment: venv and uv, conda, actions/setup-python. */
const PREFIXES = ["VIRTUAL_ENV", "CONDA_PREFIX"];
/** A version or a path that ends in one: uv, pyenv, actions/setup-python. */
const VERSIONS = "UV_PYTHON PYENV_VERSION pythonLocation Python3_ROOT_DIR Python_ROOT_DIR".split(" ");
/**
* The Python that runs the application here: the environment that is active, then what the checkout
* asks for, then what `python3 --version` says.
*/
function runningPython(question) {
	const minor = minorOf(question.releases?.python ?? "");
	const onPath = minor === void 0 ? void 0 : {
		minor,
		is: "exactly",
		source: "python3 on PATH"
	};
	return named(question) ?? question.installed?.python ?? onPath;
}
function named(question) {
	for (const name of PREFIXES) {
		const prefix = filled(question, name)?.value;
		const minor = prefix === void 0 ? void 0 : inPrefix(question, prefix);
		if (minor !== void 0) return {
			minor,
			is: "exactly",
			source: name
		};
	}
	for (const name of VERSIONS) {
		const minor = minorOf(filled(question, name)?.value ?? "");
		if (minor !== void 0) return {
			minor,
			is: "exactly",
			source: name
		};
	}
}
/** `lib/python3.13` of an environment, or `version = 3.13.1` of its pyvenv.cfg (Windows has no such folder). */
function inPrefix(question, prefix) {
	const folders = question.listFolder?.(`${prefix}/lib`) ?? [];
	const config = question.readFile(`${prefix}/pyvenv.cfg`) ?? "";
	return theOnly(folders.flatMap((name) => /^python3\.(\d+)$/.exec(name)?.[1] ?? [])) ?? minorOf(/^version(?:_info)?\s*=\s*(\S+)/m.exec(config)?.[1] ?? "");
}
function theOnly(minors) {
	const [minor, ...others] = [...new Set(minors)];
	return minor === void 0 || others.length > 0 ? void 0 : Number(minor);
}
/** `3.13`, `3.13.1`, `cpython-3.13.1-linux-x86_64-gnu`, `/opt/hostedtoolcache/Python/3.13.1/x64`. */
function minorOf(text) {
	const minor = /(?:^|[^\d.])3\.(\d{1,2})(?=$|[^\d])/.exec(text)?.[1];
	return minor === void 0 ? void 0 : Number(minor);
}
/** Files at the top of a checkout that say which Python it wants, the most exact first, and where in them. */
const ASKS = [
	[
		".python-version",
		exactly,
		/^[ \t]*([^#\s]\S*)/m
	],
	[
		".tool-versions",
		exactly,
		/^[ \t]*python[ \t]+(\S+)/m
	],
	[
		"mise.toml",
		exactly,
		/^[ \t]*python[ \t]*=[ \t]*["']([^"']+)["']/m
	],
	[
		"runtime.txt",
		exactly,
		/^python-(\S+)/m
	],
	[
		"Pipfile",
		exactly,
		/^python_(?:full_)?version\s*=\s*"([^"]+)"/m
	],
	[
		"uv.lock",
		bounded,
		/^requires-python\s*=\s*"([^"]+)"/m
	],
	[
		"pyproject.toml",
		bounded,
		/^[ \t]*requires-python[ \t]*=[ \t]*["']([^"']+)["']/m
	],
	[
		"pyproject.toml",
		bounded,
		/^[ \t]*python[ \t]*=[ \t]*["']([^"']+)["']/m
	]
];
/** The Python that the checkout asks for; `undefined` where its files leave 3.12 and 3.13 open. */
function askedPython({ files, readFile }) {
	for (const [file, read, where] of ASKS) {
		const text = files.includes(file) ? readFile(file) : void 0;
		const found = text === void 0 ? void 0 : read(where.exec(text)?.[1]);
		if (found !== void 0) return {
			...found,
			source: file
		};
	}
}
function exactly(text = "") {
	const minor = minorOf(text);
	return minor === void 0 ? void 0 : {
		minor,
		is: "exactly"
	};
}
/** PEP 440 and Poetry's `^`: both ends count where they are given, and the lower one is a floor only. */
function bounded(specifier = "") {
	const exact = /(?:^|,)\s*(?:===?|~=?)\s*(3\.\d{1,2})(?:\.[\d*]+)?\s*(?:$|,)/.exec(specifier);
	if (exact !== null && !/~=\s*3\.\d{1,2}\s*(?:$|,)/.test(exact[0])) return exactly(exact[1]);
	const below = /<\s*3\.(\d{1,2})/.exec(specifier)?.[1];
	const upTo = /<=\s*3\.(\d{1,2})/.exec(specifier)?.[1];
	const from = /(?:>=|\^|~=)\s*3\.(\d{1,2})/.exec(specifier)?.[1];
	const end = below === void 0 ? upTo === void 0 ? void 0 : Number(upTo) + 1 : Number(below);
	if (end !== void 0 && end <= STRICT_SINCE) return {
		minor: end,
		is: "below"
	};
	if (from !== void 0 && Number(from) >= STRICT_SINCE) return {
		minor: Number(from),
		is: "from"
	};
}
/** First minor version whose `ssl.create_default_context` sets VERIFY_X509_STRICT and VERIFY_X509_PARTIAL_CHAIN. */
const STRICT_SINCE = minorOf(CLIENT_RELEASES.python.changes.strict.since[0]) ?? 0;
/** Whether this Python's default context verifies by the letter. */
function isStrict({ minor, is }) {
	return is !== "below" && minor >= STRICT_SINCE;
}
/** `Python 3.13 (.python-version)`. */
function nameOf({ minor, is, source }) {
	const bound = is === "exactly" ? "" : is === "from" ? " or later" : " or earlier";
	return `Python 3.${String(is === "below" ? minor - 1 : minor)}${bound} (${source})`;
}

// src/application/libraries.ts
/** Names between blanks. */
const libraries = (sdks, related) => ({
	sdks: sdks.split(/\s+/),
	related: related.split(/\s+/)
});
/** Libraries of the API by who reads their manifests; Bun and Deno take those of Node. */
const LIBRARIES = {
	node: libraries("openai @azure/openai @openai/openai", `@openai/agents ai @ai-sdk/openai @ai-sdk/azure langchain @langchain/openai llamaindex
    @llamaindex/openai`),
	python: libraries("openai", `openai-agents langchain langchain-openai llama-index llama-index-llms-openai litellm pydantic-ai
    instructor semantic-kernel dspy dspy-ai`),
	go: libraries(`github.com/openai/openai-go github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai
    github.com/sashabaranov/go-openai`, "github.com/tmc/langchaingo github.com/cloudwego/eino-ext/components/model/openai"),
	java: libraries(`com.openai:openai-java com.openai:openai-java-core com.openai:openai-java-client-okhttp
    com.azure:azure-ai-openai`, `org.springframework.ai:spring-ai-openai org.springframework.ai:spring-ai-starter-model-openai
    org.springframework.ai:spring-ai-starter-model-azure-openai dev.langchain4j:langchain4j-open-ai
    dev.langchain4j:langchain4j-azure-open-ai`),
	dotnet: libraries("OpenAI Azure.AI.OpenAI", `Microsoft.Extensions.AI.OpenAI Microsoft.SemanticKernel
    Microsoft.SemanticKernel.Connectors.OpenAI Microsoft.Agents.AI.OpenAI Betalgo.Ranul.OpenAI`),
	ruby: libraries("openai ruby-openai", "langchainrb ruby_llm raix"),
	php: libraries("openai-php/client", "openai-php/laravel openai-php/symfony prism-php/prism neuron-core/neuron-ai"),
	rust: libraries("async-openai openai-api-rs", "rig-core genai langchain-rust")
};
/** All that a client knows, the vendor's own first. */
function librariesOf(client) {
	const { sdks = [], related = [] } = LIBRARIES[client === "bun" || client === "deno" ? "node" : client] ?? {};
	return [...sdks, ...related];
}
const SDKS = new Set(Object.values(LIBRARIES).flatMap(({ sdks }) => sdks));
/** It is the vendor's own. */
function isSdk(name) {
	return SDKS.has(name);
}
/** NuGet and Go modules are found whatever the case, Python's packages by PEP 503. */
function normal(client, name) {
	const lower = name.toLowerCase();
	if (client === "python") return lower.replaceAll(/[-_.]+/g, "-");
	return [
		"node",
		"bun",
		"deno"
	].includes(client) ? name : lower;
}
const KNOWN = new Map(CLIENTS.map((client) => [client, new Map(librariesOf(client).map((name) => [normal(client, name), name]))]));
/** The library of the API that this client knows by such a name, as the table writes it. */
function libraryNamed(client, name) {
	return KNOWN.get(client)?.get(normal(client, name));
}

// src/application/manifest.ts
function textOf(value) {
	return typeof value === "string" ? value : "";
}
function parsedJson(text) {
	return fields(JSON.parse(text.replace(/^\uFEFF/, "")));
}
/** Characters: nobody writes a dependency on a longer line, and no pattern meets a longer text. */
const LONGEST_LINE = 1e3;
/**
* The lines of a stranger's file, without what ends them; a line that no person wrote is empty. One
* pass, and every pattern of the readers sees one short line: the time is linear in the file.
*/
function* linesOf(text) {
	for (let from = 0; from < text.length;) {
		const end = text.indexOf("\n", from);
		const to = end === -1 ? text.length : end;
		const line = to - from > 1e3 ? "" : text.slice(from, to);
		yield line.endsWith("\r") ? line.slice(0, -1) : line;
		from = to + 1;
	}
}
/** What `read` finds on each line. */
function eachLine(text, read) {
	const found = [];
	for (const line of linesOf(text)) found.push(...read(line));
	return found;
}
/** Each match on a line captures a name, and a version where there is one. */
const onLines = (pattern) => (text) => eachLine(text, (line) => [...line.matchAll(pattern)].map(([, name = "", version = ""]) => [name, version]));
/**
* Lock files that write the name of a package on one line and its version on a later one: the first
* pattern captures the name, the second the version of the name before it.
*/
const belowNames = (name, version) => (text) => {
	let above;
	return eachLine(text, (line) => {
		const own = name.exec(line);
		if (own !== null) above = own[1] ?? "";
		const said = above === void 0 ? void 0 : version.exec(line)?.[1];
		if (above === void 0 || said === void 0) return [];
		const pair = [above, said];
		above = void 0;
		return [pair];
	});
};

// src/application/jvm-dependencies.ts
const GROUP = /\bgroup\s*[:=]\s*["']([\w.-]+)["']/;
const NAME = /\bname\s*[:=]\s*["']([\w.-]+)["']/;
const VERSION = /\bversion\s*[:=]\s*["']([\w.-]+)["']/;
const REFERENCE = /\bversion\.ref\s*=\s*["']([\w.-]+)["']/;
/**
* `group:name:version`, `group: 'g', name: 'n', version: 'v'`, and in a version catalogue
* `module = "group:name", version.ref = "of [versions]"`.
*/
function gradleDependencies(text) {
	const versions = /* @__PURE__ */ new Map();
	return withBoms(eachLine(text, (line) => {
		const [, key, value] = /^\s*([\w-]+)\s*=\s*"([\w.-]+)"\s*$/.exec(line) ?? [];
		if (key !== void 0 && value !== void 0) versions.set(key, value);
		const [group = "", name = "", version = "", reference = ""] = [
			GROUP,
			NAME,
			VERSION,
			REFERENCE
		].map((part) => part.exec(line)?.[1] ?? "");
		const apart = group === "" ? [] : [[`${group}:${name}`, version]];
		const together = [...line.matchAll(/(?<![\w.-])([\w.-]{1,200}:[\w.-]{1,200})(?::([\w.-]{1,200}))?/g)].map(([, both = "", own]) => [both, own ?? (reference === "" ? version : `ref ${reference}`)]);
		return [...apart, ...together];
	}).map(([name, version]) => [name, version.startsWith("ref") ? versions.get(version.slice(3).trim()) ?? "" : version]));
}
/** Elements of a `<dependency>` stand on one line or on many: the last group, artifact and version. */
function mavenDependencies(text) {
	const found = [];
	const said = {
		groupId: "",
		artifactId: "",
		version: ""
	};
	const parts = text.split("<");
	const properties = /* @__PURE__ */ new Map();
	for (const part of parts) {
		const end = part.indexOf(">");
		if (end === -1 || end > 40) continue;
		const tag = part.slice(0, end);
		if (tag.endsWith("version") && tag !== "version") properties.set(`\${${tag}}`, part.slice(end + 1, end + 101).trim());
		else if (tag === "dependency") Object.assign(said, {
			groupId: "",
			artifactId: "",
			version: ""
		});
		else if (tag === "groupId" || tag === "artifactId" || tag === "version") said[tag] = part.slice(end + 1, end + 101).trim();
		else if (tag === "/dependency") found.push([`${said.groupId}:${said.artifactId}`, said.version]);
	}
	return withBoms(found.map(([name, version]) => [name, properties.get(version) ?? version]));
}
/** Artifacts without a version have that of the bill of materials of their group. */
function withBoms(found) {
	const group = (name) => name.slice(0, name.indexOf(":"));
	const isBom = ([name]) => name.endsWith("-bom");
	const boms = new Map(found.filter(isBom).map(([name, version]) => [group(name), version]));
	return found.filter((one) => !isBom(one)).map(([name, version]) => [name, version === "" ? boms.get(group(name)) ?? "" : version]);
}

// src/application/python-requirements.ts
/** PEP 508: name, extras, version specifiers; one `=` is conda's. */
const REQUIREMENT = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*((?:[=<>!~]=?=?\s*[\w.*+!-]+\s*,?\s*)*)/;
/** Tables whose keys are package names: poetry and Pipfile. */
const TABLES_BY_KEY = /^(tool\.poetry\..*dependencies|tool\.poetry\.dependencies|(dev-)?packages)$/;
/** Tables whose values are lists of requirements. */
const TABLES_OF_LISTS = /^(project\.optional-dependencies|dependency-groups|tool\.(uv|pdm)(\..+)?)$/;
/** As much TOML as a list of dependencies needs: tables, keys, quoted strings. */
function toml(text) {
	const found = [];
	let table = "";
	let key = "";
	for (const line of linesOf(text)) {
		const trimmed = line.trim();
		const heading = headingOf(trimmed);
		if (heading !== void 0) {
			table = heading;
			key = "";
			continue;
		}
		if (trimmed.startsWith("#")) continue;
		const assigned = /^["']?([\w.-]+)["']?\s*=\s*(.*)$/.exec(trimmed);
		if (assigned?.[1] !== void 0) key = assigned[1];
		const value = assigned?.[2] ?? "";
		if (TABLES_BY_KEY.test(table)) {
			const version = /^["']([^"']*)["']/.exec(value) ?? /version\s*=\s*["']([^"']*)["']/.exec(value);
			if (assigned !== null) found.push([key, version?.[1] ?? ""]);
		} else if (TABLES_OF_LISTS.test(table) || table === "project" && key === "dependencies") found.push(...quoted(assigned === null ? line : value));
	}
	return found;
}
/** `[a.b]` and `[[a.b]]`; not a list of strings. */
function headingOf(line) {
	return (/^\[{1,2}([^\]["']+)\]{1,2}\s*(#.*)?$/.exec(line)?.[1])?.trim();
}
function quoted(line) {
	return [...line.matchAll(/"([^"]*)"|'([^']*)'/g)].flatMap(([, double, single]) => requirement(double ?? single ?? ""));
}
function requirement(text) {
	const [, name = "", version = ""] = REQUIREMENT.exec(text) ?? [];
	const rest = text.slice((REQUIREMENT.exec(text)?.[0] ?? "").length).trim();
	if (rest !== "" && !/^[;#)@\\,"'-]/.test(rest)) return [];
	return name === "" ? [] : [[name, version.replace(/,\s*$/, "")]];
}
/**
* A version that stands for what a specifier installs: the pinned one, or the newest major below an
* upper bound. `undefined` when nothing bounds it, because then the newest release is installed.
*/
function versionOf(specifier) {
	const exact = /^(?:={1,3}|~=|\^|~)?\s*v?(\d+(?:\.\d+)*)(?:\.\*)?$/.exec(specifier)?.[1];
	if (exact !== void 0) return exact;
	const parts = specifier.split(",");
	const pinned = parts.map((part) => /^(?:={1,3}|~=|\^)(\d+(?:\.\d+)*)/.exec(part)?.[1]);
	const upper = parts.map((part) => /^<=?(\d+)((?:\.\d+)*)/.exec(part)).find((part) => part !== null);
	const found = pinned.find((version) => version !== void 0);
	if (found !== void 0) return found;
	const major = upper?.[1];
	if (major === void 0) return void 0;
	return upper?.[0].startsWith("<=") === false && /^[.0]*$/.test(upper[2] ?? "") ? String(Math.max(0, Number(major) - 1)) : major;
}

// src/application/manifests.ts
/** A file in which somebody asks for packages; it shows the language, unless its names alone count. */
const asks = reader("manifest");
/** A file that says what is installed. */
const locks = reader("lock");
function reader(kind) {
	return (client, file, read, counts) => ({
		client,
		in: kind,
		file,
		read,
		...counts === void 0 && client !== "node" ? { speaks: true } : {}
	});
}
/** Files that name the packages of an application, by the client that sends with them. */
const MANIFESTS = [
	asks("node", /(^|\/)package\.json$/, packageJson),
	locks("node", /(^|\/)(package-lock|npm-shrinkwrap)\.json$/, packageLock),
	locks("node", /(^|\/)yarn\.lock$/, belowNames(/^(?:"?(@?[^@"]+)@|(?=\S))/, /^\s+version:? "?([^"\s]+)/)),
	locks("node", /(^|\/)pnpm-lock\.yaml$/, onLines(/^\s+['"]?\/?(@?[^@:'"\s]+)[@/](\d[^:('"\s]*)/g)),
	locks("bun", /(^|\/)bun\.lock$/, onLines(/^\s+"[^"]+": \["(@?[^@"]+)@([^"]+)"/g)),
	locks("bun", /(^|\/)(bun\.lockb|bunfig\.toml)$/, () => []),
	asks("deno", /(^|\/)(deno\.jsonc?|import_map\.json)$/, onLines(/"(?:npm|jsr):\/?(@?[^@"]+)(?:@([^"/]*))?[^"]*"/g)),
	locks("deno", /(^|\/)deno\.lock$/, onLines(/^\s+"(@?[^@":]+)@(\d[^"_]*)[^"]*": \{/g)),
	asks("python", /(^|\/)(requirements[^/]*|requirements\/[^/]+)\.(txt|in)$/, (text) => eachLine(text, (line) => requirement(line.trim()))),
	asks("python", /(^|\/)environment\.ya?ml$/, (text) => eachLine(text, (line) => requirement(/^\s*-\s+(\S.*)$/.exec(line)?.[1] ?? "")), "names alone"),
	asks("python", /(^|\/)setup\.(py|cfg)$/, (text) => eachLine(text, (line) => /^\s*name\s*=/.test(line) ? [] : [...requirement(line.trim()), ...quoted(line)])),
	asks("python", /(^|\/)(pyproject\.toml|Pipfile)$/, toml),
	locks("python", /(^|\/)(poetry|uv|pdm)\.lock$/, belowNames(/^name = "([^"]+)"/, /^version = "([^"]+)"/), "names alone"),
	locks("python", /(^|\/)Pipfile\.lock$/, (text) => {
		const json = parsedJson(text);
		const packages = {
			...fields(json["develop"]),
			...fields(json["default"])
		};
		return Object.entries(packages).map(([name, entry]) => [name, textOf(fields(entry)["version"]).replace(/^==/, "")]);
	}, "names alone"),
	asks("go", /(^|\/)go\.mod$/, (text) => onLines(/^\s*(?:require\s+)?([\w.~/-]+) (v[\w.+-]+)(?!.*\/\/ indirect)/g)(text).map(([path, version]) => [path.replace(/\/v\d+$/, ""), version])),
	asks("java", /(^|\/)pom\.xml$/, mavenDependencies),
	asks("java", /(^|\/)(build\.gradle(\.kts)?|[\w.-]+\.versions\.toml|gradle\.lockfile)$/, gradleDependencies),
	asks("dotnet", /(^|\/)([^/]+\.(cs|fs|vb)proj|Directory\.(Packages|Build)\.(props|targets))$/, (text) => text.split("<").flatMap((element) => {
		if (!/^Package(?:Reference|Version)\s/i.test(element)) return [];
		const tag = element.slice(0, LONGEST_LINE);
		const [, name = ""] = /\sInclude="([\w.-]+)"/i.exec(tag) ?? [];
		return [[name, /\sVersion="([^"]+)"/i.exec(tag)?.[1] ?? ""]];
	})),
	asks("dotnet", /(^|\/)paket\.dependencies$/, onLines(/^\s*nuget\s+([\w.-]+)\s*(\S.*)?$/gi)),
	locks("dotnet", /(^|\/)packages\.lock\.json$/, belowNames(/^\s+"([\w.-]+)": \{/, /^\s+"resolved": "([^"]+)"/)),
	asks("ruby", /(^|\/)(Gemfile|gems\.rb|[^/]+\.gemspec)$/, onLines(/^\s*(?:gem|\w+\.add_(?:runtime_)?dependency)[ (]+["']([\w-]+)["'](?:, *["']([^"']+)["'])?/g)),
	locks("ruby", /(^|\/)(Gemfile|gems)\.(lock|locked)$/, onLines(/^ {4}([\w-]+) \(([\w.-]+)\)$/g)),
	asks("php", /(^|\/)composer\.json$/, (text) => {
		const json = parsedJson(text);
		const listed = {
			...fields(json["require-dev"]),
			...fields(json["require"])
		};
		return Object.entries(listed).map(([name, version]) => [name, textOf(version)]);
	}),
	locks("php", /(^|\/)composer\.lock$/, (text) => {
		const json = parsedJson(text);
		return [json["packages"], json["packages-dev"]].flat().map((entry) => {
			const { name, version } = fields(entry);
			return [textOf(name), textOf(version)];
		});
	}),
	asks("rust", /(^|\/)Cargo\.toml$/, (text) => eachLine(text, (line) => {
		const [, name = "", value = ""] = /^(?:\[[\w.'()-]*dependencies\.([\w-]+)\]|([\w-]+)(?:\.\w+)? *= *(.*))/.exec(line)?.filter((part) => part !== void 0) ?? [];
		const [, bare, inTable = ""] = /^"([^"]*)"|\bversion *= *"([^"]*)"/.exec(value) ?? [];
		return [[name, bare ?? inTable]];
	})),
	locks("rust", /(^|\/)Cargo\.lock$/, belowNames(/^name = "([\w-]+)"/, /^version = "([^"]+)"/))
];
/** Which runtime a folder of packages belongs to, by what lies beside the manifest. */
const RUNTIME_MARKS = [
	["node", /^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml)$/],
	["bun", /^(bun\.lockb?|bunfig\.toml)$/],
	["deno", /^deno\.(jsonc?|lock)$/]
];
function packageJson(text) {
	const json = parsedJson(text);
	const listed = new Map([
		"dependencies",
		"optionalDependencies",
		"devDependencies",
		"peerDependencies"
	].toReversed().flatMap((section) => Object.entries(fields(json[section]))));
	return librariesOf("node").flatMap((name) => listed.has(name) ? [[name, textOf(listed.get(name))]] : []);
}
function packageLock(text) {
	const json = parsedJson(text);
	const packages = Object.entries(fields(json["packages"]));
	const old = fields(json["dependencies"]);
	return librariesOf("node").flatMap((name) => {
		const found = (packages.find(([path]) => path === `node_modules/${name}`) ?? packages.find(([path]) => path.endsWith(`/node_modules/${name}`)))?.[1] ?? (Object.hasOwn(old, name) ? old[name] : void 0);
		return found === void 0 ? [] : [[name, textOf(fields(found)["version"])]];
	});
}
/** The httpx that a lock file or a pinned requirement at the top of the checkout installs. */
function lockedHttpx({ files, readFile }) {
	return [
		"uv.lock",
		"poetry.lock",
		"pdm.lock",
		"Pipfile.lock",
		"requirements.txt"
	].filter((file) => files.includes(file)).map((file) => HTTPX.exec(readFile(file) ?? "")?.slice(1).find(Boolean)).find((version) => version !== void 0);
}
/** As TOML, as JSON, and as a requirement. */
const HTTPX = /^name = "httpx"\r?\nversion = "([\d.]+)"|^[ \t]*"httpx": \{[^}]{0,2000}?"version": "==([\d.]+)"|^httpx(?:\[[\w,-]*\])?==([\d.]+)/m;
/** The newest reqwest of the Cargo.lock nearest to the root: cargo sorts them. */
function lockedReqwest({ files, readFile }) {
	const [lock] = files.filter((file) => /(^|\/)Cargo\.lock$/.test(file)).toSorted((a, b) => a.split("/").length - b.split("/").length);
	return [...(lock === void 0 ? "" : readFile(lock) ?? "").matchAll(/^name = "reqwest"\r?\nversion = "([\d.]+)"/gm)].at(-1)?.[1];
}

// src/application/detect.ts
/** What others wrote, or what tools installed, says nothing about the application. */
const NOT_THE_APPLICATION = /(^|\/)(node_modules|site-packages|vendor|third_party|\.git|\.venv|venv)\//;
/** Of one client: the manifests of a monorepo in one language do not hide another language. */
const MOST_FILES = 40;
/** Characters of one file; lock files of large repositories are a few million. */
const MOST_TEXT = 16777216;
/** Characters of all of them. */
const MOST_TEXT_TOGETHER = 67108864;
/**
* The client whose rules decide the way out, by what the checkout depends on; of several, the one whose
* call was found. Never throws.
*/
function detectClient(checkout, call) {
	const { mentions, unread } = mentionsIn(checkout);
	const known = given({
		pythonOpenai: pythonOpenai(mentions),
		python: askedPython(checkout),
		httpx: lockedHttpx(checkout),
		reqwest: lockedReqwest(checkout),
		imports: importedBy(checkout, call)
	});
	const more = `${unread} more ${unread === 1 ? "manifest was" : "manifests were"} not read`;
	const limit = [unread === 0 ? void 0 : more, checkout.cut].map((one) => one === void 0 ? "" : `; ${one}`).join("");
	const inOrder = CLIENTS.flatMap((client) => strongest(mentions, client) ?? []).sort(compare);
	const calling = call === void 0 ? void 0 : callerOf(inOrder, call);
	const best = calling ?? inOrder[0];
	const others = inOrder.filter((other) => other !== best);
	if (best === void 0) return {
		client: "node",
		reason: `nothing in the checkout names a client${limit}`,
		known: false,
		clients: [],
		sdks: /* @__PURE__ */ new Map(),
		...known
	};
	const rivals = others.filter((other) => rank(other) <= Math.max(rank(best), RELATED));
	const choice = rivals.length === 0 ? "" : ` and ${rivals.map((other) => told(mentions, other)).join(" and ")}; ${best.client} is taken, ${calling === void 0 ? "" : `whose call is in ${printable(call?.file ?? "")}, `}set client to choose`;
	return {
		client: best.client,
		reason: `${told(mentions, best)}${choice}${limit}`,
		known: true,
		clients: [best, ...rivals].map(({ client }) => client),
		sdks: new Map([best, ...rivals].flatMap((one) => librarySaid(mentions, one))),
		...known
	};
}
function importedBy(checkout, call) {
	if (call?.clients.includes("java") !== true) return void 0;
	const text = textIn(checkout, call.file) ?? "";
	return ["okhttp3", "java.net.http"].find((one) => text.includes(one));
}
function mentionsIn(checkout) {
	const manifests = checkout.files.filter((path) => !NOT_THE_APPLICATION.test(path)).flatMap((path) => {
		const reader = MANIFESTS.find(({ file }) => file.test(path));
		return reader === void 0 ? [] : [{
			path,
			reader
		}];
	}).sort((a, b) => depth(a.path) - depth(b.path));
	const asked = /* @__PURE__ */ new Map();
	let characters = 0;
	let unread = 0;
	const mentions = [];
	for (const { path, reader } of manifests) {
		const count = asked.get(reader.client) ?? 0;
		asked.set(reader.client, count + 1);
		const text = count < MOST_FILES ? textIn(checkout, path) : void 0;
		const fits = text !== void 0 && text.length + characters <= MOST_TEXT_TOGETHER;
		if (count >= MOST_FILES || text !== void 0 && (!fits || text.length > MOST_TEXT)) {
			unread += 1;
			continue;
		}
		if (text === void 0) continue;
		characters += text.length;
		for (const mention of mentionsOf(path, reader, text, checkout.files)) mentions.push(mention);
	}
	return {
		mentions,
		unread
	};
}
function textIn(checkout, path) {
	try {
		return checkout.readFile(path);
	} catch {
		return;
	}
}
function mentionsOf(path, reader, text, files) {
	const client = runtimeOf(reader.client, path, files);
	const named = read$1(reader, text).flatMap(([written, version]) => {
		const name = libraryNamed(reader.client, written);
		if (name === void 0) return [];
		const said = reader.client === "node" ? version : version.replaceAll(/\s/g, "");
		return [{
			client,
			path,
			package: name,
			version: said,
			in: reader.in
		}];
	});
	if (named.length > 0 || reader.speaks !== true) return named;
	return [{
		client,
		path,
		package: "",
		version: "",
		in: "language"
	}];
}
function read$1(reader, text) {
	try {
		return reader.read(text);
	} catch {
		return [];
	}
}
/** `package.json` belongs to Bun or Deno where their own files lie beside it and no lock file of Node's. */
function runtimeOf(client, path, files) {
	if (client !== "node" && client !== "bun" && client !== "deno") return client;
	const folders = path.split("/").slice(0, -1);
	for (let up = folders.length; up >= 0; up -= 1) {
		const folder = folders.slice(0, up).map((name) => `${name}/`).join("");
		const names = files.filter((file) => file.startsWith(folder) && !file.slice(folder.length).includes("/")).map((file) => file.slice(folder.length));
		const mark = RUNTIME_MARKS.find(([, file]) => names.some((name) => file.test(name)));
		if (mark !== void 0) return mark[0];
	}
	return client;
}
/** Of the clients in the language of the call, the one whose manifest stands nearest above it. */
function callerOf(found, call) {
	const { file, clients } = call;
	const above = ({ path }) => {
		const folder = path.slice(0, path.lastIndexOf("/") + 1);
		return file.startsWith(folder) ? folder.length : -1;
	};
	const named = found.filter(({ client }) => clients.includes(client)).toSorted((a, b) => above(b) - above(a) || compare(a, b)).at(0);
	const [client] = clients;
	if (named !== void 0 || client === void 0 || client === "curl" && found.length > 0) return named;
	return {
		client,
		path: file,
		package: "",
		version: "",
		in: "call"
	};
}
/** Built on the SDK, or with fetch of its own. */
const RELATED = 2;
/** Asked for by its own name, then installed under its own name, then something built on it, then only the language. */
function rank(mention) {
	if (mention.in === "call") return 0;
	if (mention.in === "language") return 3;
	if (!isSdk(mention.package)) return RELATED;
	return mention.in === "manifest" ? 0 : 1;
}
function compare(a, b) {
	return rank(a) - rank(b) || depth(a.path) - depth(b.path);
}
function strongest(mentions, client) {
	return mentions.filter((mention) => mention.client === client).sort(compare).at(0);
}
function told(mentions, best) {
	if (best.in === "call") return `${printable(best.path)} calls the API`;
	const [said] = librarySaid(mentions, best);
	if (said === void 0) return `${printable(best.path)} is there and lists no OpenAI library`;
	const [, { value, from }] = said;
	return `${from} lists ${value}`;
}
/** The lock file is quoted where there is one: it knows the version. Nothing of a mere language. */
function librarySaid(mentions, best) {
	if (best.in === "language" || best.in === "call") return [];
	const { path, package: name, version } = mentions.find((one) => one.client === best.client && one.in === "lock" && one.package === best.package) ?? best;
	const glue = /^([=<>!]|~=)/.test(version) || version === "" ? "" : " ";
	return [[best.client, {
		value: `${name}${glue}${printable(version)}`,
		from: printable(path)
	}]];
}
function pythonOpenai(mentions) {
	const own = mentions.filter(({ client, package: name }) => client === "python" && name === "openai");
	return own.find((mention) => mention.in === "lock")?.version ?? own.flatMap(({ version }) => versionOf(version) ?? [])[0];
}
/** Files of a pull request are a stranger's text. */
function printable(text) {
	return text.replaceAll(/[^\w.+*^~<>=!,|: /@-]/g, "?").slice(0, 120);
}
function depth(path) {
	return path.split("/").length;
}

export { engineSource as C, yamlFor as D, readTextFile as E, clientsOf as O, commandLineSource as S, readRegularFile as T, withClient as _, anySpelling as a, sendsNothing as b, firstFilled as c, precedenceNotes as d, CLIENT_RELEASES as f, readSettings as g, readLimits as h, runningPython as i, firstSet as l, hasFeature as m, isStrict as n, emptyNotes as o, changesOf as p, nameOf as r, filled as s, detectClient as t, nearMisses as u, orderOf as v, readEvent as w, actionSource as x, redactorOf as y };