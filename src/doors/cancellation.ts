/** The runner asks first (SIGINT), then insists (SIGTERM 7.5 s later), then kills 2.5 s after that. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** A signal that aborts when the process is asked to stop. `release` gives the defaults back. */
export function listenForCancellation(process: NodeJS.Process = globalThis.process): {
  readonly signal: AbortSignal
  readonly release: () => void
} {
  const controller = new AbortController()
  const stop = (): void => controller.abort(new Error('cancelled'))
  for (const name of SIGNALS) process.on(name, stop)
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, stop)
    },
  }
}
