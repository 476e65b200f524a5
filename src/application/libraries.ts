import { CLIENTS, type Client } from '../model/index.ts'

interface Libraries {
  /** The vendor's own: an application that lists one sends its requests with it. */
  readonly sdks: readonly string[]
  /** Packages that send requests to the API, with the SDK or by themselves. */
  readonly related: readonly string[]
}

/** Names between blanks. */
const libraries = (sdks: string, related: string): Libraries => ({
  sdks: sdks.split(/\s+/),
  related: related.split(/\s+/),
})

/** Libraries of the API by who reads their manifests; Bun and Deno take those of Node. */
const LIBRARIES: Readonly<Partial<Record<Client, Libraries>>> = {
  node: libraries(
    'openai @azure/openai @openai/openai',
    `@openai/agents ai @ai-sdk/openai @ai-sdk/azure langchain @langchain/openai llamaindex
    @llamaindex/openai`,
  ),
  python: libraries(
    'openai',
    `openai-agents langchain langchain-openai llama-index llama-index-llms-openai litellm pydantic-ai
    instructor semantic-kernel dspy dspy-ai`,
  ),
  go: libraries(
    `github.com/openai/openai-go github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai
    github.com/sashabaranov/go-openai`,
    'github.com/tmc/langchaingo github.com/cloudwego/eino-ext/components/model/openai',
  ),
  java: libraries(
    `com.openai:openai-java com.openai:openai-java-core com.openai:openai-java-client-okhttp
    com.azure:azure-ai-openai`,
    `org.springframework.ai:spring-ai-openai org.springframework.ai:spring-ai-starter-model-openai
    org.springframework.ai:spring-ai-starter-model-azure-openai dev.langchain4j:langchain4j-open-ai
    dev.langchain4j:langchain4j-azure-open-ai`,
  ),
  dotnet: libraries(
    'OpenAI Azure.AI.OpenAI',
    `Microsoft.Extensions.AI.OpenAI Microsoft.SemanticKernel
    Microsoft.SemanticKernel.Connectors.OpenAI Microsoft.Agents.AI.OpenAI Betalgo.Ranul.OpenAI`,
  ),
  ruby: libraries('openai ruby-openai', 'langchainrb ruby_llm raix'),
  php: libraries(
    'openai-php/client',
    'openai-php/laravel openai-php/symfony prism-php/prism neuron-core/neuron-ai',
  ),
  rust: libraries('async-openai openai-api-rs', 'rig-core genai langchain-rust'),
}

/** All that a client knows, the vendor's own first. */
export function librariesOf(client: Client): readonly string[] {
  const shared = client === 'bun' || client === 'deno' ? 'node' : client
  const { sdks = [], related = [] } = LIBRARIES[shared] ?? {}
  return [...sdks, ...related]
}

const SDKS: ReadonlySet<string> = new Set(Object.values(LIBRARIES).flatMap(({ sdks }) => sdks))

/** It is the vendor's own. */
export function isSdk(name: string): boolean {
  return SDKS.has(name)
}

/** NuGet and Go modules are found whatever the case, Python's packages by PEP 503. */
function normal(client: Client, name: string): string {
  const lower = name.toLowerCase()
  if (client === 'python') return lower.replaceAll(/[-_.]+/g, '-')
  return ['node', 'bun', 'deno'].includes(client) ? name : lower
}

const KNOWN = new Map(
  CLIENTS.map((client) => [
    client,
    new Map(librariesOf(client).map((name) => [normal(client, name), name])),
  ]),
)

/** The library of the API that this client knows by such a name, as the table writes it. */
export function libraryNamed(client: Client, name: string): string | undefined {
  return KNOWN.get(client)?.get(normal(client, name))
}
