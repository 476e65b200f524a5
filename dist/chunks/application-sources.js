import { createRequire } from "node:module";
import { i as __toESM } from "./runtime.js";
import { D as entryOf, P as jsonIn, T as codeNote, b as endpointFacts, k as given, v as CONVERSING, y as ENDPOINTS } from "./settings-inputs.js";
import { It as workspaceOf } from "./common.js";
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
function named(name, source, span) {
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
				...stream === void 0 ? {} : { stream },
				...model === void 0 ? {} : { model: withoutProvider(shape.library, model) },
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
		const told = named(name, source, span);
		if (told !== void 0) return told;
	}
}
/** What the constructor of the client in this file says. */
function clientOptions(source) {
	const { views } = source;
	const baseUrl = named(BASE_URL$1, source, {
		from: 0,
		to: views.source.length
	});
	const timeout = timeoutIn(source);
	return { ...given({
		baseUrl,
		timeout
	}) };
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
	const model = named(MODEL$1, source, span);
	const before = text.slice(Math.max(0, at - 300), at);
	const host = /https?:\/\/[^\s"'`<>]{1,200}$/i.exec(before);
	const variable = /\$?\{(\w{1,60})\}$|\b(\w{1,60})\s{0,9}[+.]\s{0,9}["'`]$|\$(\w{1,60})$/.exec(before);
	const name = variable?.[1] ?? variable?.[2] ?? variable?.[3];
	const place = {
		file: source.file,
		line: lineOf(source.text, at)
	};
	const set = name === void 0 ? void 0 : named(new RegExp(String.raw`(?<![\w.])${name}`), source, {
		from: 0,
		to: text.length
	});
	const baseUrl = host !== null ? {
		value: host[0],
		literal: true,
		...place
	} : set ?? (SHELL.test(source.file) && name !== void 0 ? inShell(name, place) : void 0);
	return { ...given({
		stream,
		model,
		baseUrl
	}) };
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
		const baseUrl = told(BASE_URL, file, text);
		const model = told(MODEL, file, text);
		return { ...given({
			baseUrl,
			model
		}) };
	}
	return {};
}
/** `https://…`, or `${VARIABLE:otherwise}`. */
function told(pattern, file, text) {
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
		...otherwise === void 0 ? {} : { fallback: true },
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
	const calls = withClient(found.filter(({ library, weak }) => weak !== true || !strong.has(library)), texts, sources);
	const order = calls.toSorted((a, b) => rank(b) - rank(a));
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
const HANDED_ON = /* @__PURE__ */ new Set([
	"openai",
	"openai-agents",
	"openai-php",
	"go-openai",
	"async-openai",
	"OpenAI .NET"
]);
/** A call whose file makes no client takes what the only other file says that makes one. */
function withClient(calls, texts, sources) {
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
		return HANDED_ON.has(call.library) && !made.some(({ file }) => file === call.file) ? {
			...client,
			...call
		} : call;
	});
}
/** A call that names its model says most; a path in a string says least. */
function rank(call) {
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

export { readEvent as a, yamlFor as c, ALL_BASE_URL_VARIABLES as d, BASE_URL_VARIABLES as f, listFolder as i, readCheckout as l, commandLineSource as n, readRegularFile as o, OTHER_VARIABLES as p, engineSource as r, readTextFile as s, actionSource as t, clientsOf as u };