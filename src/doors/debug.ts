import type { Redactor } from '../redaction/index.ts'
import { oneLine } from '../redaction/index.ts'
import type { Listener } from '../wire/recorder.ts'

/** Every event with its time, scrubbed: one line each, for step debug and `--verbose`. */
export function debugListener(redactor: Redactor, write: (line: string) => void): Listener {
  return (event) => {
    if (event.kind === 'begin') {
      const text = `${event.atMs.toFixed(1)} ms  begin ${event.rung} ${event.target}`
      write(oneLine(redactor.text(text, 'debug'), 400))
      return
    }
    const { observation } = event
    const { outcome } = observation
    const atMs = observation.startedMs + observation.elapsedMs
    const told =
      outcome.status === 'failed'
        ? `${outcome.failure.code} ${outcome.failure.errno ?? ''}`
        : outcome.status === 'skipped'
          ? outcome.because
          : ''
    const text = `${atMs.toFixed(1)} ms  ${outcome.status} ${observation.id} ${observation.target} ${told}`
    write(oneLine(redactor.text(text, 'debug'), 400))
  }
}

/** Both listeners, or the one there is. */
export function together(...listeners: readonly (Listener | undefined)[]): Listener | undefined {
  const heard = listeners.filter((listener) => listener !== undefined)
  return heard.length === 0
    ? undefined
    : (event) => {
        for (const listener of heard) listener(event)
      }
}
