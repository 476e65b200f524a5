import { setImmediate as turn } from 'node:timers/promises'

/** The other work of the process gets its turn this often, and the clock is looked at. */
const BETWEEN_MS = 40

export type Halted = 'out-of-time' | 'cancelled'

/** Asked again and again by work that never waits: gives way, and says when it has to end. */
export type Pace = () => Promise<Halted | undefined>

/** @param until on the clock of `performance.now()` */
export function paceUntil(until: number, signal?: AbortSignal): Pace {
  let last = performance.now()
  return async () => {
    const now = performance.now()
    if (now >= until) return 'out-of-time'
    if (now - last > BETWEEN_MS) {
      await turn()
      last = performance.now()
    }
    return signal?.aborted === true ? 'cancelled' : undefined
  }
}
