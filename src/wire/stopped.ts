import type { Layer } from '../evidence/failure.ts'

/**
 * Thrown through undici and the SDK when a rung has failed and has already been observed.
 * It has no `code` of its own: undici reconnects for ever on a connector error that says
 * UND_ERR_SOCKET or UND_ERR_INFO (lib/dispatcher/client.js, onError).
 */
export class Stopped extends Error {
  readonly layer: Layer

  constructor(layer: Layer, cause: unknown) {
    super(`stopped at ${layer}`, { cause })
    this.name = 'Stopped'
    this.layer = layer
  }
}

/** An attempt whose clock ran out; `code` as libuv spells it, so that rows of the failure table fit. */
export class RanOut extends Error {
  readonly code = 'ETIMEDOUT'
}

/** The promise, or a `RanOut` as soon as the signal aborts. The promise itself goes on unheard. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    if (signal.aborted) fail(new RanOut('aborted before it began'))
    const abort = (): void => fail(new RanOut('aborted'))
    signal.addEventListener('abort', abort, { once: true })
    promise.then(done, fail).finally(() => signal.removeEventListener('abort', abort))
  })
}
