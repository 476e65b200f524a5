/** Which variables a library reads for its base URL, first one first; all it reads, and nothing else. */
export interface LibraryVariables {
  readonly variables: readonly string[]
  /** Where the library says so, at the version that was read. */
  readonly source: string
}

const SDK = { variables: ['OPENAI_BASE_URL'] as readonly string[] }
const NONE = { variables: [] as readonly string[] }

/**
 * By the names that `vocabulary.ts` gives to libraries. The file was read at the version before it, a
 * release or the beginning of a commit; test/application/variables.test.ts refuses a row without both.
 */
export const BASE_URL_VARIABLES: Readonly<Record<string, LibraryVariables>> = {
  openai: {
    ...SDK,
    source:
      'openai-python 3.3.1 src/openai/_client.py; openai-node 6.49.0 src/client.ts; openai-go 9e191de client.go; openai-java 4.52.0 ClientOptions.kt',
  },
  'openai-agents': { ...SDK, source: 'openai-agents-python 5120e33 models/openai_provider.py' },
  instructor: {
    ...SDK,
    source: 'openai-python 3.3.1 src/openai/_client.py, whose client it wraps',
  },
  'pydantic-ai': { ...SDK, source: 'pydantic-ai 01fd811 providers/openai.py' },
  'openai < 1': {
    variables: ['OPENAI_API_BASE'],
    source: 'openai-python 0.28.1 openai/__init__.py',
  },
  langchain: {
    variables: ['OPENAI_API_BASE', 'OPENAI_BASE_URL'],
    source:
      'langchain 6c89507 langchain_openai/chat_models/base.py; @langchain/openai 1.5.8 chat_models/base.ts',
  },
  litellm: {
    variables: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
    source: 'litellm de20aab llms/openai/responses/transformation.py',
  },
  dspy: {
    variables: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
    source: 'dspy 3.3.1 clients/_litellm.py; litellm de20aab responses/transformation.py',
  },
  'llama-index': {
    variables: ['OPENAI_API_BASE'],
    source: 'llama-index 60d589e llms/openai/utils.py',
  },
  'LlamaIndex.TS': { ...SDK, source: '@llamaindex/openai 0.4.22 dist/index.js' },
  'ai-sdk': { ...SDK, source: '@ai-sdk/openai 4.0.46 src/openai-provider.ts' },
  'spring-ai': {
    variables: ['SPRING_AI_OPENAI_BASE_URL', 'OPENAI_BASE_URL'],
    source: 'spring-ai 2.0.1 OpenAiCommonProperties.java, setup/OpenAiSetup.java',
  },
  'semantic-kernel': { ...SDK, source: 'semantic-kernel 1.44.1 services/open_ai_config_base.py' },
  'semantic-kernel .NET': {
    ...NONE,
    source: 'semantic-kernel dotnet-1.80.0 Connectors.OpenAI/Core/ClientCore.cs',
  },
  'async-openai': { ...SDK, source: 'async-openai 0.41.3 src/config.rs' },
  'go-openai': { ...NONE, source: 'go-openai 1.42.0 config.go' },
  'ruby-openai': { ...NONE, source: 'ruby-openai 8.3.0 lib/openai.rb' },
  'openai-php': { ...NONE, source: 'openai-php/client 0.20.1 src/Factory.php' },
  'OpenAI .NET': { ...NONE, source: 'OpenAI .NET 2.13.0 src/Custom/OpenAIClientOptions.cs' },
}

/** Every variable that some library reads as the base URL: one that is set has a reader somewhere. */
export const ALL_BASE_URL_VARIABLES: readonly string[] = [
  ...new Set(Object.values(BASE_URL_VARIABLES).flatMap(({ variables }) => variables)),
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
    source: 'litellm d71d19b files/main.py',
    followed: true,
  },
  {
    name: 'AZURE_API_KEY',
    means: 'Azure key',
    libraries: [...LITELLM, 'ai-sdk'],
    source: 'litellm d71d19b files/main.py; @ai-sdk/azure 4.0.48 src/azure-openai-provider.ts',
    followed: true,
  },
  {
    name: 'AZURE_API_VERSION',
    means: 'Azure api-version',
    libraries: LITELLM,
    source: 'litellm d71d19b files/main.py',
    followed: true,
  },
  {
    name: 'OPENAI_ORGANIZATION',
    means: 'organization',
    libraries: ['openai < 1', 'langchain', ...LITELLM],
    source:
      'openai-python 0.28.1 openai/__init__.py; @langchain/openai 1.5.8 chat_models/base.ts; litellm ccc57c8 main.py',
    followed: true,
  },
  {
    name: 'LITELLM_PROXY_API_BASE',
    means: 'base URL of models named litellm_proxy/…',
    libraries: LITELLM,
    source: 'litellm 9b87bd5 llms/litellm_proxy/chat/transformation.py',
    followed: false,
  },
  {
    name: 'LITELLM_PROXY_API_KEY',
    means: 'key of models named litellm_proxy/…',
    libraries: LITELLM,
    source: 'litellm 9b87bd5 llms/litellm_proxy/chat/transformation.py',
    followed: false,
  },
  {
    name: 'OPENAI_API_TYPE',
    means: 'openai or azure, for the client of the module and the Azure classes',
    libraries: ['openai', 'openai < 1', 'langchain'],
    source:
      'openai-python 3.3.1 src/openai/__init__.py; langchain a450c23 langchain_openai/chat_models/azure.py',
    followed: false,
  },
  {
    name: 'OPENAI_PROXY',
    means: 'proxy of this library alone',
    libraries: ['langchain'],
    source: 'langchain 6c89507 langchain_openai/chat_models/base.py',
    followed: false,
  },
  {
    name: 'OPENAI_API_HOST',
    means: 'base URL',
    libraries: [],
    source:
      'chatbot-ui utils/app/const.ts and other applications of their own; no library of this table',
    followed: false,
  },
]
