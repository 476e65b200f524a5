import type { LadderStep, PacketObservation } from '../model/index.ts'
import { oneLine } from '../redaction/index.ts'
import type { TerminalStyle } from './artifact.ts'
import { lineOf } from './seen.ts'
import { hanging, painted } from './terminal-text.ts'
import type { Colour } from './terminal-text.ts'
import { MARKS, WARNING, duration } from './words.ts'

const STATUS_COLOURS = { ok: 'green', failed: 'red', skipped: 'dim' } as const satisfies Record<
  LadderStep['status'],
  Colour
>

/**
 * One rung of the ladder, without a line end: `  ✓ dns       12 ms  api.openai.com → 192.0.2.7`.
 * @param fails the job: a finding that does not is a warning
 */
export function rungLine(
  step: Omit<LadderStep, 'cites'>,
  style: TerminalStyle,
  fails = true,
): string {
  const isWarning = step.status === 'failed' && !fails
  const mark = isWarning ? WARNING : MARKS[step.status]
  const time = step.elapsedMs === undefined ? '' : duration(step.elapsedMs)
  const head = `  ${mark} ${step.rung.padEnd(8)}${time.padStart(8)}  `
  const line = hanging(head, oneLine(step.because, 400), style)
  // Painted last: colour takes no columns. The dim of a skipped rung covers the whole line.
  if (step.status === 'skipped') return painted(line, 'dim', style)
  return line.replace(
    mark,
    painted(mark, isWarning ? 'yellow' : STATUS_COLOURS[step.status], style),
  )
}

/** The line of a rung at the moment when it is proven, or fails, before anything is judged. */
export function provenLine(observation: PacketObservation, style: TerminalStyle): string {
  return rungLine({ ...observation, because: lineOf(observation) }, style)
}
