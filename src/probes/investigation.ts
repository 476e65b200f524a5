import type {
  EgressPlan,
  Evidence,
  Occasion,
  ProbeId,
  Route,
  SurroundingsFacts,
} from '../model/index.ts'
import type { Recorder } from '../wire/recorder.ts'
import type { Network } from '../wire/traced-agent.ts'

/** What every question that is sent needs. */
export interface Inquiry {
  readonly route: Route
  readonly plan: EgressPlan
  readonly network: Network
  readonly recorder: Recorder
  /** Milliseconds for this question. */
  readonly timeoutMs: number
  /** Ends it early: cancellation, or the deadline of the run. */
  readonly signal: AbortSignal
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number
}

/** What the second round may use. It adds observations; it never overwrites any. */
export interface Scene extends Inquiry {
  /** Ways that other settings or other clients would take. */
  readonly otherWays: readonly EgressPlan[]
  readonly evidence: Evidence
  /** Instead of those that this machine asks, `address:port` where the port is not 53. */
  readonly nameServers?: readonly string[]
  /** A host that this runner must reach anyway. */
  readonly controlUrl?: string
  /** The way that this client takes to another host than the API's. */
  readonly wayTo: (url: URL) => EgressPlan
  /** Where `compare-direct` asks; OpenAI's own address when absent. */
  readonly directBaseUrl?: string
  /** When the edge is asked which address it sees; never when absent. */
  readonly egressAddress?: Occasion
  /** Instead of what this machine says of its network. */
  readonly surroundings?: () => SurroundingsFacts
}

/** One question of the second round, asked only where its answer can change the verdict. */
export interface Investigation {
  readonly probe: ProbeId
  readonly worthAsking: (scene: Scene) => boolean
  /** Notes one observation or more; may throw, which is noted as a failure. Never sends credentials. */
  readonly ask: (scene: Scene) => Promise<void>
}
