import { callsIn, type ApplicationCall } from './calls.ts'
import { LANGUAGES } from './languages.ts'
import type { Family } from './vocabulary.ts'

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
  /** All calls that were found. */
  readonly calls: readonly ApplicationCall[]
  readonly limit?: string
}

/** Families that are looked at side by side. */
export const MOST_FAMILIES = 3

/** Cheap and wide: a file without any of these words holds no call of a model API. */
const WORTH_READING =
  /openai|langchain|llama_?index|litellm|ai-sdk|dspy|instructor|semantic_?kernel|springframework\.ai|\bagents\b|\/v1\/|pydantic_ai|chat\/completions/i

const TESTS_AND_SAMPLES =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|examples?|samples?|fixtures?|mocks?|__mocks__|docs?|benchmarks?|node_modules|vendor|third_party|site-packages|dist|build|out|target|bin|obj|coverage|migrations)\/|(?:^|\/)test_[^/]*$|(?:_test|_spec|\.test|\.spec|\.min|\.d)\.[^./]+$|Tests?\.(?:java|kt|cs)$|(?:^|\/)conftest\.py$/

/** Whether a path may hold the application's own source. */
export function isApplicationSource(path: string): boolean {
  return LANGUAGES.some(({ file }) => file.test(path)) && !TESTS_AND_SAMPLES.test(path)
}

/** Reads every source file that was listed. Never throws. */
export function readApplication(sources: Sources): Application {
  const calls = sources.files.flatMap((path) => {
    const language = LANGUAGES.find(({ file }) => file.test(path))
    if (language === undefined || !isApplicationSource(path)) return []
    const text = sources.readFile(path)
    return text === undefined || !WORTH_READING.test(text) ? [] : callsIn(path, text, language)
  })
  const order = calls.toSorted((a, b) => rank(b) - rank(a))
  const families = new Map<Family, ApplicationCall>()
  for (const call of order) if (!families.has(call.endpoint)) families.set(call.endpoint, call)
  const late = sources.outOfTime?.() === true ? 'reading the checkout took too long' : undefined
  const limit = sources.limit ?? late
  return {
    families: [...families.values()].slice(0, MOST_FAMILIES),
    calls,
    ...(limit === undefined ? {} : { limit }),
  }
}

/** A call that names its model says most; a path in a string says least. */
function rank(call: ApplicationCall): number {
  const telling = call.library === 'HTTP' ? 0 : call.library.startsWith('openai') ? 2 : 1
  // Side families (search indexes, filters) rarely are what a deploy stands or falls with.
  const main = call.endpoint === 'responses' || call.endpoint === 'chat-completions' ? 4 : 0
  return main + telling + (call.model === undefined ? 0 : 0.5)
}
