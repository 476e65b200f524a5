import { RUNGS } from '../../model/index.ts'
import { oneLine } from '../../redaction/index.ts'
import { MARKS, OWNER_NAMES, RUNG_NAMES, ownerTitle } from '../../reports/words.ts'
import type { FleetResult } from './aggregate.ts'
import { labelOf, tellRunners } from './causes.ts'
import { countsLine, headline } from './headline.ts'

/** The fleet as a table runner × rung for a terminal, then the causes. */
export function fleetText(result: FleetResult): string {
  const labels = result.rows.map((row) => oneLine(labelOf(row), 60))
  const width = Math.max(6, ...labels.map((label) => label.length))
  const head = `${''.padEnd(width)}  ${RUNGS.map((rung) => RUNG_NAMES[rung].slice(0, 4).padEnd(4)).join(' ')}`
  const lines = result.rows.map((row, index) => {
    const marks = RUNGS.map((_, at) =>
      (row.status === 'unknown' ? '?' : MARKS[row.ladder[at]?.status ?? 'skipped']).padEnd(4),
    )
    const what =
      row.status === 'unknown'
        ? row.because
        : row.status === 'pass'
          ? ''
          : `${OWNER_NAMES[row.verdict.owner]} ${row.verdict.code}`
    return `${(labels[index] ?? '').padEnd(width)}  ${marks.join(' ')} ${oneLine(what, 200)}`.trimEnd()
  })
  const causes = result.causes.flatMap((cause) => [
    '',
    `${ownerTitle(cause.verdict)} – ${tellRunners(cause, (name) => name)}`,
    `  ${cause.verdict.summary}`,
    ...cause.verdict.doNext.map((order) => `  → ${order}`),
  ])
  const text = [headline(result), countsLine(result), '', head, ...lines]
  return `${[...text, ...causes.map(safeLine)].join('\n')}\n`
}

function safeLine(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? ''
  return indent + oneLine(line.slice(indent.length), 1000)
}
