import type { Evidence } from '../../model/index.ts'

const DAY_MS = 86_400_000

/** An end that is nearer than the route wants to be warned of. */
export interface Soon {
  readonly leftMs: number
  /** `in 14 days`, `today`, `3 days ago`. */
  readonly when: string
}

/**
 * @param endMs wall clock, milliseconds since 1970; `NaN` where none is known
 * @param withinMs a shorter warning than that of the route, where there is a reason
 */
export function soon(
  { route, startedAtMs }: Evidence,
  endMs: number,
  withinMs = Infinity,
): Soon | undefined {
  const warningMs = route.expiryWarningMs ?? 0
  if (warningMs === 0 || startedAtMs === undefined) return undefined
  const leftMs = endMs - startedAtMs
  if (!(leftMs < Math.min(warningMs, withinMs))) return undefined
  const days = Math.floor(Math.abs(leftMs) / DAY_MS)
  const count = days === 1 ? '1 day' : `${String(days)} days`
  return { leftMs, when: days === 0 ? 'within a day' : leftMs < 0 ? `${count} ago` : `in ${count}` }
}
