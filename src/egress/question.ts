import type { EgressPlan } from '../model/index.ts'
import type { DetectedClient } from './detect.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Root certificates this process can name, as PEM texts. Called only when a client needs them. */
export interface Roots {
  /** Mozilla's list as shipped with Node. */
  readonly bundled: () => readonly string[]
  /** What the operating system trusts, read through its own interface. */
  readonly system: () => readonly string[]
}

/** Everything the way out may depend on. The answer is a pure function of it. */
export interface EgressQuestion {
  /** Base URL of the route. */
  readonly url: URL
  readonly env: Environment
  /** `process.version` of the application's Node; ours when absent. */
  readonly nodeVersion?: string
  /** Text of a file, `undefined` when it cannot be read. */
  readonly readFile: (path: string) => string | undefined
  /** Names in a folder, `undefined` when it cannot be read. */
  readonly listFolder?: (path: string) => readonly string[] | undefined
  readonly platform: NodeJS.Platform
  /** Versions known from the checkout, e.g. `2.54.0`. */
  readonly installed?: Partial<
    Pick<DetectedClient, 'pythonOpenai' | 'python' | 'httpx' | 'sdks' | 'imports'>
  >
  /** What this process was started with, where that differs from `env` and `nodeVersion`. */
  readonly own?: { readonly env?: Environment; readonly nodeVersion?: string }
  /** Stands in for the roots of this process. */
  readonly roots?: Roots
}

/** One client's rules. Never throws: what cannot be used is said in the plan. */
export type WayOut = (question: EgressQuestion) => EgressPlan
