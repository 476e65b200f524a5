import { oneLine, type Redactor } from '../redaction/index.ts'
import { RUNG_NAMES } from '../reports/words.ts'
import type { Listener } from '../wire/recorder.ts'
import type { Watchdog } from './watchdog.ts'

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

/** Keeps the watchdog told of what the run waits for. */
export function watchedBy(watchdog: Pick<Watchdog, 'doing'> | undefined): Listener | undefined {
  return watchdog === undefined
    ? undefined
    : (event) => {
        const waits = event.kind === 'begin'
        const rung = RUNG_NAMES[waits ? event.rung : event.observation.rung]
        watchdog.doing(waits ? `waiting for ${rung}` : `at work on what ${rung} gave`)
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
