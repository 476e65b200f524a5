import { flat } from '../run/packet.ts'
import { provenLine, type TerminalStyle } from '../reports/index.ts'
import type { Listener } from '../wire/recorder.ts'

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
