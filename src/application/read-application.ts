import { CONVERSING, given } from '../model/index.ts'
import { ALL_BASE_URL_VARIABLES } from './base-url-variables.ts'
import { callsIn, clientOptions, type ApplicationCall } from './calls.ts'
import { LANGUAGES, viewsOf } from './languages.ts'
import { SPRING_SETTINGS, springOptions } from './spring.ts'
import type { Family } from './vocabulary.ts'
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
  /openai|langchain|llama_?index|litellm|ai-sdk|dspy|instructor|semantic_?kernel|springframework\.ai|\bagents\b|\/v1\/|pydantic_ai|chat\/completions|chat\s{0,9}\.\s{0,9}completions|completions\(\)|\bresponses\s{0,9}\.\s{0,9}(?:create|stream|parse)|\.(?:embeddings|moderations|transcriptions)\s{0,9}\.\s{0,9}create/i

const TESTS_AND_SAMPLES =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|examples?|samples?|fixtures?|mocks?|__mocks__|docs?|benchmarks?|node_modules|vendor|third_party|site-packages|dist|build|out|target|bin|obj|coverage|migrations)\/|(?:^|\/)test_[^/]*$|(?:_test|_spec|\.test|\.spec|\.min|\.d)\.[^./]+$|Tests?\.(?:java|kt|cs)$|(?:^|\/)conftest\.py$/

/** Whether a path may hold the application's own source. */
export function isApplicationSource(path: string): boolean {
  const readable =
    MANIFEST.test(path) ||
    SPRING_SETTINGS.test(path) ||
    LANGUAGES.some(({ file }) => file.test(path))
  return readable && !TESTS_AND_SAMPLES.test(path)
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
  const found = texts.flatMap((text) => callsIn(text, { openai }))
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

/** A manifest that lists a wrapper of the SDK. */
function listed(manifests: readonly string[]): string | undefined {
  return LISTED.find(([name]) => manifests.some((text) => name.test(text)))?.[1]
}

/** The SDK in code or in a manifest, not a product that merely resembles it. */
const OPENAI = /\bopenai\b/i
/** Where a client of the SDK is made. */
const CLIENT_MADE =
  /\b(?:Async)?(?:Azure)?OpenAI\s{0,9}\(|\bcreateOpenAI\s{0,9}\(|\bopenai\s{0,9}\.\s{0,9}NewClient\s{0,9}\(|\bOpenAI::|\bOpenAIOkHttpClient\b/

/** A call whose file makes no client takes what the only other file says that makes one. */
function withClient(
  calls: readonly ApplicationCall[],
  texts: readonly SourceText[],
  sources: Sources,
): readonly ApplicationCall[] {
  const made = texts.filter(({ views }) => CLIENT_MADE.test(views.code))
  const only = made.length === 1 ? made[0] : undefined
  const client = only === undefined ? {} : clientOptions(only)
  return calls.map((call) => {
    if (call.library === 'spring-ai') return { ...springOptions(sources), ...call }
    const imported = call.library === 'openai' && !made.some(({ file }) => file === call.file)
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
