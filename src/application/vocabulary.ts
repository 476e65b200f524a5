import { ENDPOINTS, endpointFacts, type Endpoint } from '../model/index.ts'

/** An endpoint family as source code names it. */
export type Family = Endpoint

/** How a library writes one call, and which endpoint family it reaches. */
export interface CallShape {
  readonly library: string
  /** Named in the same file; the call alone is too common a word. */
  readonly needs: RegExp
  /** Matched in code without comments and strings, up to the opening parenthesis of the arguments. */
  readonly call: RegExp
  readonly endpoint: Family
  /** The call streams by its very name. */
  readonly streams?: RegExp
  /** Rather another endpoint when the arguments say so. */
  readonly unless?: { readonly argument: RegExp; readonly endpoint: Family }
  /** What stands before the call may have another name in a file: how it gets it, and which it replaces. */
  readonly aliases?: { readonly made: RegExp; readonly instead: string }
  /** The model is the first argument. */
  readonly modelFirst?: true
  /** Only makes a client or an agent: counts where nothing else of the library does. */
  readonly weak?: true
}

const OPENAI = /openai/i
/** `.`, `?.`, `->`, each with a call in between: `client.chat().completions().create(`. */
const DOT = String.raw`(?:\(\))?\s{0,80}(?:\?\.|\.|->)\s{0,80}`
const VERB = String.raw`(?:create|stream|parse|new|run)\w*\s{0,80}\(`
const STREAMING = /(?:stream\w{0,40}|NewStreaming|create_(?:partial|iterable))\s{0,80}\($/i

function sdk(path: readonly string[], endpoint: Family): CallShape {
  return {
    library: 'openai',
    needs: OPENAI,
    call: new RegExp(`(?:\\.|->)\\s{0,80}${path.join(DOT)}${DOT}(?:with_\\w+${DOT})?${VERB}`, 'gi'),
    endpoint,
    streams: STREAMING,
  }
}

/** How a framework runs what another call has made, and what a file names that does so. */
export interface Runs {
  readonly streaming: RegExp
  readonly whole: RegExp
  readonly near: RegExp
}

export const RUNS: Readonly<Record<string, Runs>> = {
  langchain: {
    streaming: /\.\s{0,9}a?stream(?:_events|Events)?\s{0,9}\(/,
    whole: /\.\s{0,9}a?(?:invoke|batch|call|predict)\s{0,9}\(/,
    near: /langchain/i,
  },
  'llama-index': {
    streaming: /\.\s{0,9}a?stream_(?:chat|complete)\s{0,9}\(|\bstreaming\s{0,9}=\s{0,9}True/,
    whole: /\.\s{0,9}a?(?:chat|complete|query|predict)\s{0,9}\(/,
    near: /llama_?index/i,
  },
  'ai-sdk': {
    streaming: /\bstream(?:Text|Object|UI)\s{0,9}\(/,
    whole: /\bgenerate(?:Text|Object)\s{0,9}\(/,
    near: /\bfrom\s{0,9}['"]ai['"]/,
  },
  'openai-agents': {
    streaming:
      /\bRunner\s{0,9}\.\s{0,9}run_streamed\s{0,9}\(|\brun\s{0,9}\([^)]{0,200}\bstream\s{0,9}:\s{0,9}true/,
    whole: /\bRunner\s{0,9}\.\s{0,9}run(?:_sync)?\s{0,9}\(|\brun\s{0,9}\(/,
    near: /\bfrom agents import|@openai\/agents/,
  },
  'semantic-kernel .NET': {
    streaming: /\b(?:Invoke(?:Prompt)?StreamingAsync|GetStreamingChatMessageContents?Async)\b/,
    whole: /\b(?:Invoke(?:Prompt)?Async|GetChatMessageContents?Async)\b/,
    near: /\bMicrosoft\.SemanticKernel\b/,
  },
  'semantic-kernel': {
    streaming:
      /\binvoke(?:_prompt)?_stream\s{0,9}\(|\bget_streaming_chat_message_contents?\s{0,9}\(/,
    whole: /\binvoke(?:_prompt)?\s{0,9}\(|\bget_chat_message_contents?\s{0,9}\(/,
    near: /semantic_kernel/,
  },
  'spring-ai': {
    streaming:
      /\.\s{0,80}stream\s{0,9}\(\s{0,9}\)\s{0,80}\.\s{0,80}(?:content|chat(?:Client)?Response|responseEntity)\b/,
    whole: /\.\s{0,80}call\s{0,9}\(/,
    near: /springframework\.ai/,
  },
  'pydantic-ai': {
    streaming: /\.\s{0,9}run_stream\s{0,9}\(/,
    whole: /\.\s{0,9}run(?:_sync)?\s{0,9}\(/,
    near: /pydantic_ai/,
  },
  dspy: {
    streaming: /\bstreamify\s{0,9}\(/,
    whole: /\bdspy\s{0,9}\.\s{0,9}(?!LM)[A-Z]\w{0,40}\s{0,9}\(/,
    near: /\bdspy\b/,
  },
}

/** The calls of one library, which is named in the same file. */
function callsOf(
  library: string,
  needs: RegExp,
  calls: Readonly<
    Partial<Record<Family, RegExp | Omit<CallShape, 'library' | 'needs' | 'endpoint'>>>
  >,
): readonly CallShape[] {
  // In the order of the table.
  const order = Object.keys(calls)
  const inOrder = ENDPOINTS.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return inOrder.flatMap((endpoint) => {
    const said = calls[endpoint]
    if (said === undefined) return []
    const shape = said instanceof RegExp ? { call: said } : said
    return [{ library, needs, endpoint, ...shape }]
  })
}

/** A provider of the AI SDK that the file makes itself. */
const AI_SDK = {
  made: /\b(?:const|let|var)\s{1,20}(\w{1,40})\s{0,20}=\s{0,20}create(?:OpenAI|Azure)\s{0,20}\(/g,
  instead: 'openai|azure',
}

/**
 * The calls of the libraries, as their READMEs and sources write them. Calls of the SDK come before
 * those of frameworks: a line is taken by the first shape that fits it.
 */
export const CALL_SHAPES: readonly CallShape[] = [
  ...ENDPOINTS.filter((endpoint) => endpointFacts(endpoint).needs !== 'WebSocket').map((endpoint) =>
    sdk(endpointFacts(endpoint).call.split('.').slice(0, -1), endpoint),
  ),
  ...callsOf('openai', OPENAI, {
    realtime:
      /\.realtime\s{0,80}\.\s{0,80}connect\s{0,80}\(|\bOpenAIRealtime(?:WebSocket|WS)\s{0,80}(?:\.\s{0,80}create\s{0,80})?\(|\bRealtime(?:Session|Client)\s{0,80}\(/g,
  }),
  ...callsOf('openai < 1', OPENAI, {
    'chat-completions':
      /\bopenai\s{0,80}\.\s{0,80}ChatCompletion\s{0,80}\.\s{0,80}a?create\s{0,80}\(/g,
    embeddings: /\bopenai\s{0,80}\.\s{0,80}Embedding\s{0,80}\.\s{0,80}a?create\s{0,80}\(/g,
  }),
  ...callsOf('OpenAI .NET', OPENAI, {
    'chat-completions': {
      call: /\.\s{0,80}CompleteChat(?:Streaming)?(?:Async)?\s{0,80}\(|\bGetChatClient\s{0,80}\(|\bnew\s+ChatClient\s{0,80}\(/g,
      streams: /Streaming/,
      modelFirst: true,
    },
    responses: {
      call: /\.\s{0,80}CreateResponse(?:Streaming)?(?:Async)?\s{0,80}\(|\bGet(?:OpenAIResponse|Responses)Client\s{0,80}\(/g,
      streams: /Streaming/,
      modelFirst: true,
    },
    embeddings: {
      call: /\.\s{0,80}GenerateEmbeddings?(?:Async)?\s{0,80}\(|\bGetEmbeddingClient\s{0,80}\(/g,
      modelFirst: true,
    },
  }),
  ...callsOf('go-openai', /sashabaranov\/go-openai/, {
    'chat-completions': {
      call: /\.\s{0,80}CreateChatCompletion(?:Stream)?\s{0,80}\(/g,
      streams: /Stream/,
    },
    embeddings: /\.\s{0,80}CreateEmbeddings\s{0,80}\(/g,
  }),
  ...callsOf('ruby-openai', /OpenAI::/, {
    'chat-completions': /\.\s{0,80}chat\s{0,80}\((?=\s{0,80}parameters:)/g,
    embeddings: /\.\s{0,80}embeddings\s{0,80}\((?=\s{0,80}parameters:)/g,
  }),
  ...callsOf('openai-php', /OpenAI/, {
    'chat-completions': {
      call: /(?:->|::)\s{0,80}chat\(\)\s{0,80}->\s{0,80}create(?:Streamed)?\s{0,80}\(/g,
      streams: /Streamed/,
    },
  }),
  ...callsOf('async-openai', /async_openai/, {
    'chat-completions': {
      call: /\.\s{0,80}chat\(\)\s{0,80}\.\s{0,80}create(?:_stream)?\s{0,80}\(/g,
      streams: /_stream/,
    },
  }),
  ...callsOf('ai-sdk', /@ai-sdk\/(?:openai|azure)/, {
    embeddings: {
      call: /\b(?:openai|azure)\s{0,80}\.\s{0,80}(?:embedding|textEmbedding(?:Model)?|embeddingModel)\s{0,80}\(/g,
      aliases: AI_SDK,
      modelFirst: true,
    },
    'chat-completions': {
      call: /\b(?:openai|azure)\s{0,80}\.\s{0,80}chat\s{0,80}\(/g,
      aliases: AI_SDK,
      modelFirst: true,
    },
    // Since AI SDK 5 the plain provider calls /responses.
    responses: {
      call: /\b(?:openai|azure)\s{0,80}(?:\.\s{0,80}responses\s{0,80})?\(/g,
      aliases: AI_SDK,
      modelFirst: true,
    },
  }),
  ...callsOf('ai-sdk', /@ai-sdk\/(?:openai|azure)/, {
    responses: { call: /\bcreate(?:OpenAI|Azure)\s{0,80}\(/g, weak: true },
  }),
  ...callsOf('ai-sdk', /@ai-sdk\/openai-compatible/, {
    'chat-completions': /\bcreateOpenAICompatible\s{0,80}\(/g,
  }),
  ...callsOf('langchain', /langchain/i, {
    'chat-completions': {
      call: /\b(?:Azure)?ChatOpenAI\s{0,80}\(|\bAzureOpenAI\s{0,80}\(/g,
      unless: {
        argument:
          /\buse_?responses_?api\b\s{0,80}[:=]\s{0,80}true|\boutput_version\s{0,80}=\s{0,80}.responses/i,
        endpoint: 'responses',
      },
    },
    embeddings: /\b(?:Azure)?OpenAIEmbeddings\s{0,80}\(/g,
  }),
  ...callsOf('langchain', /langchain/i, {
    'chat-completions': {
      call: /\binit_chat_model\s{0,80}\((?=[^)]{0,200}openai)|\binitChatModel\s{0,80}\((?=[^)]{0,200}openai)/g,
      modelFirst: true,
    },
  }),
  ...callsOf('LlamaIndex.TS', /from\s{0,9}['"](?:@llamaindex\/openai|llamaindex)\b/, {
    'chat-completions': /\b(?:new\s{1,9}OpenAI|openai)\s{0,80}\(/g,
  }),
  ...callsOf('llama-index', /llama_?index/i, {
    responses: /\bOpenAIResponses\s{0,80}\(/g,
    'chat-completions': /\b(?:AzureOpenAI|OpenAILike|OpenAI|openai)\s{0,80}\(/g,
    embeddings: /\b(?:Azure)?OpenAIEmbedding\s{0,80}\(/g,
  }),
  ...callsOf('litellm', /litellm/, {
    responses:
      /\b(?:litellm\s{0,80}\.\s{0,80})?a?responses\s{0,80}\((?=[^)]{0,400}\bmodel\s{0,80}=)/g,
    'chat-completions':
      /\b(?:litellm\s{0,80}\.\s{0,80})?a?completion\s{0,80}\((?=[^)]{0,400}\bmodel\s{0,80}=)/g,
    embeddings:
      /\b(?:litellm\s{0,80}\.\s{0,80})?a?embedding\s{0,80}\((?=[^)]{0,400}\bmodel\s{0,80}=)/g,
  }),
  ...callsOf('openai-agents', /\bfrom agents import|@openai\/agents/, {
    'chat-completions': /\bOpenAIChatCompletionsModel\s{0,80}\(/g,
    responses: { call: /\bAgent\s{0,80}\(/g, weak: true },
  }),
  ...callsOf('instructor', /\binstructor\b/, {
    'chat-completions':
      /\binstructor\s{0,80}\.\s{0,80}(?:from_openai|from_provider|patch)\s{0,80}\(/g,
  }),
  ...callsOf('dspy', /\bdspy\b/, {
    'chat-completions': {
      call: /\bdspy\s{0,80}\.\s{0,80}(?:LM|OpenAI)\s{0,80}\(/g,
      modelFirst: true,
    },
  }),
  ...callsOf('semantic-kernel .NET', /\busing\s{1,9}Microsoft\.SemanticKernel\b/, {
    'chat-completions': {
      call: /\b(?:Add)?(?:Azure)?OpenAIChatCompletion(?:Service)?\s{0,80}\(/g,
      modelFirst: true,
    },
  }),
  ...callsOf('semantic-kernel', /semantic_kernel/, {
    'chat-completions': { call: /\b(?:Azure|OpenAI)ChatCompletion\s{0,80}\(/g, modelFirst: true },
  }),
  ...callsOf('spring-ai', /springframework\.ai\.(?:openai|chat)/, {
    'chat-completions':
      /\bOpenAiChatModel\b|\bChatClient\s{0,80}\.\s{0,80}(?:create\s{0,80}\(|builder\s{0,80}\(|Builder\b)|\bChatModel\b/g,
  }),
  ...callsOf('pydantic-ai', /pydantic_ai/, {
    responses: { call: /\bOpenAIResponsesModel\s{0,80}\(/g, modelFirst: true },
    'chat-completions': { call: /\bOpenAI(?:Chat)?Model\s{0,80}\(/g, modelFirst: true },
  }),
]

/** A path of the API written out, as `fetch`, `requests` or curl send it. */
export const PATHS: readonly (readonly [path: RegExp, endpoint: Family])[] = ENDPOINTS.map(
  (endpoint) => {
    const { path } = endpointFacts(endpoint)
    // One word is too common without what stands around it: `/v1` before it or `?api-version` behind.
    const pattern = path.lastIndexOf('/') > 0 ? `${path}\\b` : `/v1${path}\\b|${path}\\?api-version`
    return [new RegExp(pattern, 'g'), endpoint]
  },
)
