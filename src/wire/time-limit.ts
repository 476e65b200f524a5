/** A signal that aborts with its parents or after so many milliseconds. `stop` gives the timer back. */
export interface TimeLimit {
  readonly signal: AbortSignal
  readonly ranOut: () => boolean
  readonly stop: () => void
}

/**
 * Unlike `AbortSignal.timeout`, whose timer does not keep the process alive: a run that waits for
 * a resolver that never answers must still end with a verdict, not by running out of events.
 */
export function limitTime(milliseconds: number, ...parents: readonly AbortSignal[]): TimeLimit {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), Math.max(1, Math.ceil(milliseconds)))
  return {
    signal: AbortSignal.any([controller.signal, ...parents]),
    ranOut: () => controller.signal.aborted,
    stop: () => clearTimeout(timer),
  }
}
