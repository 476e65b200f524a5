/** Which variables a library reads for its base URL, first one first; all it reads, and nothing else. */
export interface LibraryVariables {
  readonly variables: readonly string[]
  /** Where the library says so, at the version that was read. */
  readonly source: string
}

const SDK: LibraryVariables = {
  variables: ['OPENAI_BASE_URL'],
  source:
    'openai-python 3.3 _client.py, openai-node 7 client.ts, openai-go client.go, openai-java ClientOptions.kt',
}
const NONE = { variables: [] as readonly string[] }

/** By the names that `vocabulary.ts` gives to libraries. */
export const BASE_URL_VARIABLES: ReadonlyMap<string, LibraryVariables> = new Map([
  ['openai', SDK],
  ['openai-agents', SDK],
  ['instructor', SDK],
  ['pydantic-ai', SDK],
  ['openai < 1', { variables: ['OPENAI_API_BASE'], source: 'openai-python 0.28 __init__.py' }],
  [
    'langchain',
    {
      variables: ['OPENAI_API_BASE', 'OPENAI_BASE_URL'],
      source: 'langchain_openai chat_models/base.py, @langchain/openai chat_models/base.ts',
    },
  ],
  [
    'litellm',
    {
      variables: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
      source: 'litellm llms/openai/responses/transformation.py',
    },
  ],
  ['dspy', { variables: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'], source: 'dspy calls LiteLLM' }],
  ['llama-index', { variables: ['OPENAI_API_BASE'], source: 'llama_index llms/openai/utils.py' }],
  ['ai-sdk', { variables: ['OPENAI_BASE_URL'], source: '@ai-sdk/openai openai-provider.ts' }],
  ['spring-ai', { variables: ['SPRING_AI_OPENAI_BASE_URL'], source: 'spring.ai.openai.base-url' }],
  ['async-openai', { ...NONE, source: 'async-openai config.rs' }],
  ['go-openai', { ...NONE, source: 'go-openai config.go' }],
  ['openai-php', { ...NONE, source: 'openai-php client: withBaseUri only' }],
  ['OpenAI .NET', { ...NONE, source: 'OpenAIClientOptions.Endpoint only' }],
])

/** Every variable that some library reads as the base URL: one that is set has a reader somewhere. */
export const ALL_BASE_URL_VARIABLES: readonly string[] = [
  ...new Set([...BASE_URL_VARIABLES.values()].flatMap(({ variables }) => variables)),
]
