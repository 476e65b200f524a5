import { CONVERSING, endpointFacts, entryOf, given } from '../model/index.ts'
import { ALL_BASE_URL_VARIABLES } from './base-url-variables.ts'
import { callsIn, clientOptions, type ApplicationCall } from './calls.ts'
import { LANGUAGES, viewsOf } from './languages.ts'
import { SPRING_SETTINGS, springOptions } from './spring.ts'
import { RUNS, type Family } from './vocabulary.ts'
import type { SourceText } from './written.ts'

/** Source files of a checkout, and what kept others from being read. */
export interface Sources {
  /** Relative paths with `/`, and a reader; a file that cannot be read gives `undefined`. */
  readonly files: readonly string[]
  readonly readFile: (path: string) => string | undefined
  /** Said when not everything was looked at. */
  readonly limit?: string
  /** The time for reading has run out: the rest is left out. */
  readonly outOfTime?: () => boolean
}

/** What the checkout says of the application's own calls. */
export interface Application {
  /** One for each endpoint family, the most telling first. */
  readonly families: readonly ApplicationCall[]
  /** Library of the first call, else one that a manifest lists; `undefined` where neither speaks. */
  readonly library?: string
  /** All calls that were found. */
  readonly calls: readonly ApplicationCall[]
  /** Variables of {@link ALL_BASE_URL_VARIABLES} that the source itself reads, whatever the library does. */
  readonly variables: readonly string[]
  readonly limit?: string
}

/** Families that are looked at side by side. */
export const MOST_FAMILIES = 3

/** Cheap and wide: a file without any of these words holds no call of a model API. */
const WORTH_READING =
  /openai|langchain|llama_?index|litellm|ai-sdk|dspy|instructor|semantic_?kernel|springframework\.ai|\bagents\b|\bfrom\s{0,9}['"]ai['"]|\/v1\/|pydantic_ai|chat\/completions|chat\s{0,9}\.\s{0,9}completions|completions\(\)|\bresponses\s{0,9}\.\s{0,9}(?:create|stream|parse)|\.(?:embeddings|moderations|transcriptions)\s{0,9}\.\s{0,9}create/i

const TESTS_AND_SAMPLES =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|examples?|samples?|fixtures?|mocks?|__mocks__|docs?|benchmarks?|node_modules|vendor|third_party|site-packages|dist|build|out|target|bin|obj|coverage|migrations)\/|(?:^|\/)test_[^/]*$|(?:_test|_spec|\.test|\.spec|\.min|\.d)\.[^./]+$|Tests?\.(?:java|kt|cs)$|(?:^|\/)conftest\.py$/

/** Folders of packages below where Maven and Gradle keep the application's own source. */
const PACKAGES = /((?:^|\/)src\/main\/)(?:java|kotlin|scala)\/(?:[^/]+\/)*/

/** Whether a path may hold the application's own source. */
export function isApplicationSource(path: string): boolean {
  const readable =
    MANIFEST.test(path) ||
    SPRING_SETTINGS.test(path) ||
    LANGUAGES.some(({ file }) => file.test(path))
  // A package of Java may have any name: com.example.build is no sample.
  return readable && !TESTS_AND_SAMPLES.test(path.replace(PACKAGES, '$1'))
}

/** Libraries whose base URL is not the SDK's, by the names in manifests; the wrapper decides. */
const LISTED: readonly (readonly [name: RegExp, library: string])[] = [
  [/\blangchain[-_]openai\b|@langchain\/openai\b/, 'langchain'],
  [/\bllama[-_]index\b/, 'llama-index'],
  [/\blitellm\b/, 'litellm'],
  [/\bdspy\b/, 'dspy'],
  [/\bspring-ai-\w/, 'spring-ai'],
  [/@ai-sdk\/openai\b/, 'ai-sdk'],
  [/\bopenai\s*(?:==\s*|<=?\s*|~=\s*)0\.|\bopenai\s*<\s*1\b/, 'openai < 1'],
]
const MANIFEST =
  /(?:^|\/)(?:requirements[^/]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|package\.json|pom\.xml|build\.gradle(?:\.kts)?)$/

/** Reads every source file that was listed. Never throws. */
export function readApplication(sources: Sources): Application {
  const texts = sources.files.flatMap((path): readonly SourceText[] => {
    const language = LANGUAGES.find(({ file }) => file.test(path))
    if (language === undefined || !isApplicationSource(path)) return []
    const text = sources.readFile(path)
    if (text === undefined || !WORTH_READING.test(text)) return []
    return [{ file: path, text, views: viewsOf(text, language) }]
  })
  const manifests = sources.files
    .filter((path) => MANIFEST.test(path))
    .map((path) => sources.readFile(path) ?? '')
  const openai = [...manifests, ...texts.map(({ text }) => text)].some((text) => OPENAI.test(text))
  const found = withRuns(
    texts.flatMap((text) => callsIn(text, { openai })),
    texts,
  )
  const strong = new Set(found.flatMap(({ library, weak }) => (weak === true ? [] : [library])))
  const calls = withClient(
    found.filter(({ library, weak }) => weak !== true || !strong.has(library)),
    texts,
    sources,
  )
  const order = calls.toSorted((a, b) => rank(b) - rank(a))
  const families = new Map<Family, ApplicationCall>()
  for (const call of order) if (!families.has(call.endpoint)) families.set(call.endpoint, call)
  const late = sources.outOfTime?.() === true ? 'reading the checkout took too long' : undefined
  const limit = sources.limit ?? late
  const library = order.find(({ library: name }) => name !== 'HTTP')?.library ?? listed(manifests)
  return {
    families: [...families.values()].slice(0, MOST_FAMILIES),
    calls,
    variables: ALL_BASE_URL_VARIABLES.filter((name) =>
      texts.some(({ views }) => new RegExp(String.raw`\b${name}\b`).test(views.source)),
    ),
    ...given({ library, limit }),
  }
}

/** The Agents SDK asks /responses unless it is told once, anywhere, to ask the other family. */
const AGENTS_CHAT =
  /\b(?:set_default_openai_api|setOpenAIAPI)\s{0,9}\(\s{0,9}["']chat_completions|\buse_?responses\s{0,9}[:=]\s{0,9}false/i

/**
 * What a framework does with a model that another call has made: in the same file, else in those that
 * run something, where all of the application streams or the model is made apart from every run.
 */
function withRuns(
  calls: readonly ApplicationCall[],
  texts: readonly SourceText[],
): readonly ApplicationCall[] {
  const agentsChat = texts.some(({ views }) => AGENTS_CHAT.test(views.source))
  return calls.map((call) => {
    const runs = entryOf(RUNS, call.library)
    const weakAgent = call.library === 'openai-agents' && call.endpoint === 'responses'
    const endpoint = weakAgent && agentsChat ? 'chat-completions' : call.endpoint
    const canStream = endpointFacts(call.endpoint).streamed !== undefined
    if (runs === undefined || !canStream || call.stream !== undefined) {
      return { ...call, endpoint }
    }
    const own = texts.filter(({ file }) => file === call.file)
    const runsHere = own.some(({ views }) => runs.whole.test(views.code))
    const near = runsHere ? own : texts.filter(({ text }) => runs.near.test(text))
    const streamed = [...own, ...near].some(({ views }) => runs.streaming.test(views.code))
    return { ...call, endpoint, ...(streamed ? { stream: true } : {}) }
  })
}

/** A manifest that lists a wrapper of the SDK. */
function listed(manifests: readonly string[]): string | undefined {
  return LISTED.find(([name]) => manifests.some((text) => name.test(text)))?.[1]
}

/** The SDK in code or in a manifest, not a product that merely resembles it. */
const OPENAI = /\bopenai\b/i
/** Where a client of the SDK is made. */
const CLIENT_MADE =
  /\b(?:Async)?(?:Azure)?OpenAI\s{0,9}\(|\bcreateOpenAI\s{0,9}\(|\bopenai\s{0,9}\.\s{0,9}(?:NewClient|Default(?:Azure)?Config)\w{0,20}\s{0,9}\(|\bOpenAI::|\bOpenAIOkHttpClient\b|\bnew\s{1,9}(?:Azure)?OpenAIClient\s{0,9}\(|\bOpenAIConfig::/
/** ruby-openai is configured once for every client. */
const CONFIGURED = /\bOpenAI\s{0,9}\.\s{0,9}configure\b/
/** Their calls may stand in another file than what makes the client. */
const HANDED_ON = /^(?:openai|openai-agents|openai-php|go-openai|async-openai|OpenAI \.NET)$/

/** A call whose file makes no client takes what the only other file says that makes one. */
function withClient(
  calls: readonly ApplicationCall[],
  texts: readonly SourceText[],
  sources: Sources,
): readonly ApplicationCall[] {
  const made = texts.filter(({ views }) => CLIENT_MADE.test(views.code))
  const of = ([only, ...more]: readonly SourceText[]) =>
    only === undefined || more.length > 0 ? {} : clientOptions(only)
  const client = of(made)
  const configured = of(texts.filter(({ views }) => CONFIGURED.test(views.code)))
  return calls.map((call) => {
    if (call.library === 'spring-ai') return { ...springOptions(sources), ...call }
    if (call.library === 'ruby-openai') return { ...configured, ...call }
    const imported = HANDED_ON.test(call.library) && !made.some(({ file }) => file === call.file)
    return imported ? { ...client, ...call } : call
  })
}

/** A call that names its model says most; a path in a string says least. */
function rank(call: ApplicationCall): number {
  const telling = call.library === 'HTTP' ? 0 : call.library.startsWith('openai') ? 2 : 1
  // Side families (search indexes, filters) rarely are what a deploy stands or falls with.
  const main = CONVERSING.includes(call.endpoint) ? 4 : 0
  return main + telling + (call.model === undefined ? 0 : 0.5)
}
