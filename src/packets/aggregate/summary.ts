import { RUNGS } from '../../model/index.ts'
import { indentedLine, markdown, markdownCode, oneLine } from '../../redaction/index.ts'
import type { ReportView } from '../../reports/index.ts'
import { bytesOf, fitting, markdownTable, paragraphs } from '../../reports/layout.ts'
import {
  COLOURED_MARKS,
  MARKS,
  OWNER_NAMES,
  RUNG_NAMES,
  codeLine,
  count,
  marksOf,
  ownerTitle,
  provenUpTo,
  verdictMark,
  verdictWord,
} from '../../reports/words.ts'
import type { FleetResult } from './aggregate.ts'
import { labelOf, tellRunners, type FleetCause } from './causes.ts'
import type { FleetRow } from './row.ts'

/** GitHub takes 1 MiB for a step. */
const MOST_BYTES = 200 * 1024
/** Lines of a table that a person still reads, worst first. */
const MOST_ROWS = 300
/** Causes that stand before the table. */
const MOST_AT_TOP = 9

const STATUS_MARKS = { pass: '✅', fail: '❌', inconclusive: '❓', unknown: '❓' } as const

/** The summary as GitHub Markdown: verdict, causes, then the table runner × rung. */
export function fleetMarkdown(result: FleetResult, view: Pick<ReportView, 'docsUrl'>): string {
  const sections = [
    `## ${markdown(headline(result))}`,
    markdown(result.verdict.summary),
    countsLine(result),
    ...result.causes.slice(0, MOST_AT_TOP).map((cause) => causeMarkdown(cause, view)),
    table(result.rows),
    ...result.causes.slice(MOST_AT_TOP).map((cause) => causeMarkdown(cause, view)),
  ]
  return fitting(
    sections.map((section) => marksOf(section, result.failing)),
    MOST_BYTES,
    bytesOf,
    'All of it is in packet.json.',
  )
}

function causeMarkdown(cause: FleetCause, view: Pick<ReportView, 'docsUrl'>): string {
  const { verdict, affected } = cause
  return paragraphs(
    `### ${markdown(ownerTitle(verdict))} – ${count(affected, 'runner')}`,
    tellRunners(cause, (name) => markdownCode(name, 80)),
    markdown(verdict.summary),
    verdict.doNext.map((order, index) => `${index + 1}. ${markdown(order)}`).join('\n'),
    verdict.doNot.map((order) => `- ${markdown(order)}`).join('\n'),
    codeLine(verdict, view.docsUrl),
  )
}

function table(all: readonly FleetRow[]): string {
  const rows = all
    .slice(0, MOST_ROWS)
    .map((row) => [
      STATUS_MARKS[row.status],
      markdownCode(labelOf(row), 80),
      ...RUNGS.map((_, index) =>
        row.status === 'unknown' ? '❓' : COLOURED_MARKS[row.ladder[index]?.status ?? 'skipped'],
      ),
      OWNER_NAMES[row.status === 'unknown' ? 'unknown' : row.verdict.owner],
    ])
  const left = all.length - rows.length
  return markdownTable(
    [
      `| | Runner | ${RUNGS.map((rung) => RUNG_NAMES[rung]).join(' | ')} | Owner |`,
      `| :-: | :-- |${' :-: |'.repeat(RUNGS.length)} :-- |`,
    ],
    rows,
    left > 0 ? `${left} more are in the log of this step.` : '',
  )
}

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
    `${oneLine(ownerTitle(cause.verdict))} – ${tellRunners(cause, (name) => name)}`,
    `  ${cause.verdict.summary}`,
    ...cause.verdict.doNext.map((order) => `  → ${order}`),
  ])
  const text = [headline(result), countsLine(result), '', head, ...lines]
  return `${[...text, ...causes.map((line) => indentedLine(line, 1000))].join('\n')}\n`
}

/** Verdict, number of runners, owner. */
function headline({ verdict, runners, failing }: FleetResult): string {
  const title =
    verdict.verdict === 'pass' ? provenUpTo(verdict) : ownerTitle(verdict).replace(/^O/, 'o')
  return `${verdictMark(verdict, failing)} ${verdictWord(verdict, failing)} – ${count(runners, 'runner')}, ${title}`
}

function countsLine({ counts }: FleetResult): string {
  const shown = ['pass', 'fail', 'inconclusive', 'unknown'] as const
  return shown.map((status) => `${counts[status]} ${status}`).join(' · ')
}
