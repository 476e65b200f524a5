import type { AnyObservation, Route, Verdict } from './model/index.ts'

/** The SDK's own backoff: 0.5 s doubled each time, at most 8 s. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 8000

/**
 * Whether the real request is worth another attempt, and after how many milliseconds. Only a
 * failure that time can heal is waited for, as long as the peer asks, within `attempts`,
 * `wait-up-to` and what is left of the deadline; everything else ends at once.
 */
export function nextAttempt(state: {
  readonly verdict: Verdict
  readonly observations: readonly AnyObservation[]
  readonly route: Pick<Route, 'attempts' | 'waitUpToMs'>
  /** Attempt that has just ended, from 1. */
  readonly attempt: number
  /** Milliseconds since the first attempt began. */
  readonly sinceMs: number
  /** Milliseconds left of the deadline. */
  readonly remainingMs: number
}): { readonly afterMs: number } | undefined {
  const { verdict, route, attempt, sinceMs, remainingMs } = state
  if (verdict.verdict === 'pass' || !verdict.retryable) return undefined
  const afterMs =
    askedPause(state.observations, attempt) ??
    Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1))
  const byCount = attempt < route.attempts
  const byTime = sinceMs + afterMs < route.waitUpToMs
  if (!byCount && !byTime) return undefined
  // An attempt needs some time of its own: waiting right up to the deadline proves nothing.
  return afterMs + 1000 < remainingMs ? { afterMs } : undefined
}

/** `Retry-After`, or the reset of a limit that is used up. */
function askedPause(observations: readonly AnyObservation[], attempt: number): number | undefined {
  const response = observations.findLast(
    (one) => one.probe === 'response' && one.attempt === attempt,
  )
  if (response?.probe !== 'response' || response.outcome.status === 'skipped') return undefined
  const limits = response.outcome.facts?.limits
  if (limits === undefined) return undefined
  const used = [limits.requests, limits.tokens].filter((limit) => limit?.remaining === 0)
  const resets = used.map((limit) => limit?.resetMs).filter((reset) => reset !== undefined)
  return limits.retryAfterMs ?? (resets.length > 0 ? Math.max(...resets) : undefined)
}
