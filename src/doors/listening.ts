import type { Redactor } from '../redaction/index.ts'
import { oneLine } from '../redaction/index.ts'
import { provenLine, RUNG_NAMES, type TerminalStyle } from '../reports/index.ts'
import { flat } from '../run/stored.ts'
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
/** A ladder that fills in while the run is under way, and makes room for the report at the end. */
export interface LiveLadder {
  readonly listen: Listener
  /** Takes the lines back: the report shows the whole ladder with its verdict. */
  readonly clear: () => void
}

/** More lines than a screen has cannot be taken back; the rest of a long run is left to the report. */
const MOST_LINES = 20

/**
 * Lines appear as rungs are proven. Only for a terminal: they are taken back with the cursor
 * (ECMA-48 CUU and ED), which no file and no pipe understands.
 */
export function liveLadder(style: TerminalStyle, write: (text: string) => void): LiveLadder {
  let lines = 0
  return {
    listen: (event) => {
      if (event.kind !== 'end' || event.observation.attempt === 0 || lines >= MOST_LINES) return
      const text = provenLine(flat(event.observation), style)
      lines += text.split('\n').length
      write(`${text}\n`)
    },
    clear: () => {
      if (lines > 0) write(`\u001b[${lines}A\u001b[0J`)
      lines = 0
    },
  }
}
