import type { Code } from './code.ts'
import type { Branch, Owner, Responder } from './owner.ts'
import type { Rung } from './rung.ts'

/** How strongly the evidence points to the owner (contract: "the first owner to test"). */
export const CONFIDENCES = ['high', 'medium', 'low'] as const
/**
 * `high`: proven on this path. `medium`: clear, and its author is not proven. `low`: only the shape
 * of the failure is known.
 */
export type Confidence = (typeof CONFIDENCES)[number]

export type VerdictKind = 'pass' | 'fail' | 'inconclusive'

/** Another finding that does not decide, kept because it is worth knowing. */
export interface AlsoFound {
  readonly rule: string
  readonly owner: Owner
  readonly code: Code
  readonly summary: string
  readonly doNext: readonly string[]
  readonly cites: readonly string[]
}

/** One line of the ladder. */
export interface LadderStep {
  readonly rung: Rung
  readonly status: 'ok' | 'failed' | 'skipped'
  /** What was seen, or why nothing was; one short line. */
  readonly because: string
  /** Milliseconds spent on this rung; absent when skipped or not separable. */
  readonly elapsedMs?: number
  /** Ids of the observations behind it. */
  readonly cites: readonly string[]
}

/** What a route, or a run, comes to. Empty strings mean: none came, nothing failed. */
export interface Verdict {
  readonly verdict: VerdictKind
  readonly owner: Owner
  /** Empty on pass. */
  readonly confidence: Confidence | ''
  readonly branch: Branch
  /** Where the evidence changed; empty on pass. */
  readonly rung: Rung | ''
  readonly code: Code | ''
  /** Rule that decided; empty on pass. Heading in docs/findings.md. */
  readonly rule: string
  readonly responder: Responder | ''
  readonly product: string
  readonly httpStatus: number | ''
  readonly requestId: string
  readonly retryable: boolean
  /** One sentence a person can paste into a chat. */
  readonly summary: string
  /** Last rung that was proven, `none` when not even the settings were usable. */
  readonly lastGood: Rung | 'none'
  /** First rung whose evidence changed, `none` on pass. */
  readonly firstBad: Rung | 'none'
  readonly doNext: readonly string[]
  readonly doNot: readonly string[]
  /** Ids of observations. */
  readonly cites: readonly string[]
  readonly also: readonly AlsoFound[]
  readonly ladder: readonly LadderStep[]
}
