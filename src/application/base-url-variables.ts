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

/** Another variable of a model API that only some libraries read. */
export interface OtherVariable {
  readonly name: string
  /** What it holds. */
  readonly means: string
  /** By the names of {@link BASE_URL_VARIABLES}; nobody here reads one without. */
  readonly libraries: readonly string[]
  readonly source: string
  /** This program does as the library does. */
  readonly followed: boolean
}

const LITELLM = ['litellm', 'dspy']

export const OTHER_VARIABLES: readonly OtherVariable[] = [
  {
    name: 'AZURE_API_BASE',
    means: 'Azure base URL',
    libraries: LITELLM,
    source: 'litellm llms/azure/common_utils.py, files/main.py',
    followed: true,
  },
  {
    name: 'AZURE_API_KEY',
    means: 'Azure key',
    libraries: LITELLM,
    source: 'litellm llms/azure/common_utils.py',
    followed: true,
  },
  {
    name: 'AZURE_API_VERSION',
    means: 'Azure api-version',
    libraries: LITELLM,
    source: 'litellm files/main.py',
    followed: true,
  },
  {
    name: 'OPENAI_ORGANIZATION',
    means: 'organization',
    libraries: ['openai < 1', 'langchain', ...LITELLM],
    source: 'openai-python 0.28 __init__.py, langchain_openai embeddings/base.py, litellm main.py',
    followed: true,
  },
  {
    name: 'LITELLM_PROXY_API_BASE',
    means: 'base URL of models named litellm_proxy/…',
    libraries: LITELLM,
    source: 'litellm llms/litellm_proxy/chat/transformation.py',
    followed: false,
  },
  {
    name: 'LITELLM_PROXY_API_KEY',
    means: 'key of models named litellm_proxy/…',
    libraries: LITELLM,
    source: 'litellm llms/litellm_proxy/chat/transformation.py',
    followed: false,
  },
  {
    name: 'OPENAI_API_TYPE',
    means: 'openai or azure, for the client of the module and the Azure classes',
    libraries: ['openai', 'openai < 1', 'langchain'],
    source: 'openai-python 3.3 __init__.py, langchain_openai chat_models/azure.py',
    followed: false,
  },
  {
    name: 'OPENAI_PROXY',
    means: 'proxy of this library alone',
    libraries: ['langchain'],
    source: 'langchain_openai chat_models/base.py',
    followed: false,
  },
  {
    name: 'OPENAI_API_HOST',
    means: 'base URL',
    libraries: [],
    source: 'no library of this table',
    followed: false,
  },
]
