import { all } from '../reports/words.ts'
import type { AnyObservation, Route, Verdict } from '../model/index.ts'

/** The SDK's own backoff: 0.5 s doubled each time, at most 8 s. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 8000
/** An attempt needs some time of its own: waiting right up to the deadline proves nothing. */
const LEAST_ATTEMPT_MS = 1000

/** What an SDK of OpenAI waits by default is longer; a deploy need not wait for that. */
const LONGEST_WAIT_MS = 60_000

/** Milliseconds that the application itself would wait; nothing where that is no more than before. */
export function longerWait(
  route: Pick<Route, 'applicationTimeoutMs' | 'timeoutMs'>,
  remainingMs: number,
): number | undefined {
  const waitMs = Math.min(route.applicationTimeoutMs ?? LONGEST_WAIT_MS, remainingMs)
  return waitMs > route.timeoutMs ? waitMs : undefined
}

/** An attempt that has just ended, and what is left. */
interface Ended {
  readonly verdict: Verdict
  readonly observations: readonly AnyObservation[]
  readonly route: Pick<Route, 'attempts' | 'waitUpToMs'>
  /** Attempt that has just ended, from 1. */
  readonly attempt: number
  /** Milliseconds since the first attempt began. */
  readonly sinceMs: number
  /** Milliseconds left of the deadline. */
  readonly remainingMs: number
}

/**
 * Whether the real request is worth another attempt, and after how many milliseconds. Only a
 * failure that time can heal is waited for, as long as the peer asks, within `attempts`,
 * `wait-up-to` and what is left of the deadline; everything else ends at once.
 */
export function nextAttempt(state: Ended): { readonly afterMs: number } | undefined {
  const next = decide(state)
  return 'afterMs' in next ? next : undefined
}

/** Why there is no further attempt, in one sentence; empty where nobody asked for repeats. */
export function whyNoMore(state: Ended): string {
  const next = decide(state)
  return 'because' in next ? next.because : ''
}

type Next = { readonly afterMs: number } | { readonly because: string }

function decide(state: Ended): Next {
  const { verdict, route, attempt, sinceMs, remainingMs } = state
  const asked = route.attempts > 1 || route.waitUpToMs > 0
  if (verdict.verdict === 'pass' || !asked) return { because: '' }
  if (!verdict.retryable) {
    return { because: 'It was not tried again: a retry does not help here.' }
  }
  const askedMs = askedPause(state.observations, attempt)
  const afterMs = askedMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1))
  const byCount = attempt < route.attempts
  const byTime = sinceMs + afterMs < route.waitUpToMs
  if (byCount || byTime) {
    if (afterMs + LEAST_ATTEMPT_MS < remainingMs) return { afterMs }
    return tooLong(attempt, askedMs, `the deadline leaves ${seconds(remainingMs)}`)
  }
  if (route.waitUpToMs > sinceMs && askedMs !== undefined) {
    return tooLong(attempt, askedMs, `wait-up-to leaves ${seconds(route.waitUpToMs - sinceMs)}`)
  }
  return { because: `${all(attempt, 'attempt')} ended like this.` }
}

/** Waiting would outlast what is left, so it ends at once. */
function tooLong(attempt: number, askedMs: number | undefined, left: string): Next {
  const wish =
    askedMs === undefined ? 'another attempt needs more' : `the server asks for ${seconds(askedMs)}`
  const count =
    attempt === 1 ? 'It was not tried again' : `It ended after ${String(attempt)} attempts`
  return { because: `${count}: ${wish}, and ${left}.` }
}

function seconds(milliseconds: number): string {
  const exact = Math.max(0, milliseconds) / 1000
  return `${String(exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact))} s`
}

/**
 * `Retry-After`, or the reset of a limit that is used up. A limit that says when it resets and not
 * what remains counts as used up: Azure sends that with a 429.
 */
function askedPause(observations: readonly AnyObservation[], attempt: number): number | undefined {
  const response = observations.findLast(
    (one) => one.probe === 'response' && one.attempt === attempt,
  )
  if (response?.probe !== 'response' || response.outcome.status === 'skipped') return undefined
  const limits = response.outcome.facts?.limits
  if (limits === undefined) return undefined
  if (limits.retryAfterMs !== undefined) return limits.retryAfterMs
  const used = [limits.requests, limits.tokens].filter((limit) => (limit?.remaining ?? 0) === 0)
  const resets = used.map((limit) => limit?.resetMs).filter((reset) => reset !== undefined)
  return resets.length > 0 ? Math.max(...resets) : undefined
}
