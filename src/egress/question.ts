import type { ChangeOf, RuleChange } from '../knowledge/client-releases.ts'
import { CLIENT_RELEASES, hasFeature } from '../knowledge/client-releases.ts'
import type { Client, EgressPlan, ReadValue } from '../model/index.ts'
import type { PythonVersion } from './python-version.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Root certificates this process can name, as PEM texts. Called only when a client needs them. */
export interface Roots {
  /** Mozilla's list as shipped with Node. */
  readonly bundled: () => readonly string[]
  /** What the operating system trusts, read through its own interface. */
  readonly system: () => readonly string[]
}

/** Files of the application's source. */
export interface Checkout {
  /** Paths relative to the root of the checkout, with `/`. */
  readonly files: readonly string[]
  /** Text of one of them, `undefined` when it cannot be read. */
  readonly readFile: (path: string) => string | undefined
  /** What a bound left out of `files`. */
  readonly cut?: string
}

/** What a checkout says of the libraries that send its requests. */
export interface Installed {
  /** The library of the API that each client uses: `openai 7.57.0`, and the file that says so. */
  readonly sdks?: ReadonlyMap<Client, ReadValue>
  /** Version of openai-python that is or will be installed, where the checkout bounds it. */
  readonly pythonOpenai?: string
  /** The Python that the checkout asks for. */
  readonly python?: PythonVersion
  /** What the application's own call in Java imports to send with. */
  readonly imports?: 'java.net.http' | 'okhttp3'
  /** Version of httpx that a lock file of the checkout has. */
  readonly httpx?: string
}

/** Everything the way out may depend on. The answer is a pure function of it. */
export interface EgressQuestion {
  /** Base URL of the route. */
  readonly url: URL
  readonly env: Environment
  /** Releases of what runs the application, where known; which program's: `CLIENT_RELEASES`. */
  readonly releases?: Partial<Readonly<Record<Client, string>>>
  /** A change of the table: the answer is that of the release before it, to learn whether it matters. */
  readonly without?: string
  /** Text of a file, `undefined` when it cannot be read. */
  readonly readFile: (path: string) => string | undefined
  /** Names in a folder, `undefined` when it cannot be read. */
  readonly listFolder?: (path: string) => readonly string[] | undefined
  readonly platform: NodeJS.Platform
  /** Versions known from the checkout, e.g. `2.54.0`. */
  readonly installed?: Installed
  /** What this process was started with, where that differs from `env` and `releases`. */
  readonly own?: { readonly env?: Environment; readonly node?: string }
  /** Stands in for the roots of this process. */
  readonly roots?: Roots
}

/** One client's rules. Never throws: what cannot be used is said in the plan. */
export type WayOut = (question: EgressQuestion) => EgressPlan

/** The release that this client has; of Node ours, where nothing else is known. */
export function releaseOf({ releases }: EgressQuestion, client: Client): string | undefined {
  return releases?.[client] ?? (client === 'node' ? process.version : undefined)
}

/** Whether this client has the change; the newest release is meant where none is known. */
export function has<Of extends Client>(
  question: EgressQuestion,
  client: Of,
  change: ChangeOf<Of>,
): boolean {
  const changes: Readonly<Record<string, RuleChange>> = CLIENT_RELEASES[client].changes
  const { since = [] } = changes[String(change)] ?? {}
  const before = changes[question.without ?? '']
  // What came later is not there either.
  if (before !== undefined && hasFeature(since[0] ?? '', before.since)) return false
  const release = releaseOf(question, client)
  return release === undefined || hasFeature(release, since)
}
