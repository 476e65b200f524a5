/** The runner asks first (SIGINT), then insists (SIGTERM 7.5 s later), then kills 2.5 s after that. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** A signal that aborts when the process is asked to stop; asking again changes nothing. */
export function listenForCancellation(process: NodeJS.EventEmitter = globalThis.process): {
  readonly signal: AbortSignal
} {
  const controller = new AbortController()
  for (const name of SIGNALS) process.on(name, () => controller.abort(new Error('cancelled')))
  return { signal: controller.signal }
}
