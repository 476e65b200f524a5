import { RUNGS } from '../../model/index.ts'
import { markdown, markdownCode } from '../../redaction/index.ts'
import type { ReportView } from '../../reports/index.ts'
import { bytesOf, fitting } from '../../reports/layout.ts'
import {
  COLOURED_MARKS,
  OWNER_NAMES,
  RUNG_NAMES,
  codeLine,
  count,
  marksOf,
  ownerTitle,
} from '../../reports/words.ts'
import type { FleetResult } from './aggregate.ts'
import { labelOf, tellRunners, type FleetCause } from './causes.ts'
import { countsLine, headline } from './headline.ts'
import type { FleetRow, FleetStatus } from './row.ts'

/** GitHub takes 1 MiB for a step. */
const MOST_BYTES = 200 * 1024
/** Lines of a table that a person still reads, worst first. */
const MOST_ROWS = 300
/** Causes that stand before the table. */
const MOST_AT_TOP = 9

const STATUS_MARKS: Readonly<Record<FleetStatus, string>> = {
  pass: '✅',
  fail: '❌',
  inconclusive: '❓',
  unknown: '❓',
}

/** The summary as GitHub Markdown: verdict, causes, then the table runner × rung. */
export function fleetMarkdown(result: FleetResult, view: Pick<ReportView, 'docsUrl'>): string {
  const sections = [
    `## ${headline(result)}`,
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
    'The whole is in packet.json.',
  )
}

function causeMarkdown(cause: FleetCause, view: Pick<ReportView, 'docsUrl'>): string {
  const { verdict, affected } = cause
  return [
    `### ${ownerTitle(verdict)} – ${count(affected, 'runner')}`,
    tellRunners(cause, (name) => markdownCode(name, 80)),
    markdown(verdict.summary),
    verdict.doNext.map((order, index) => `${index + 1}. ${markdown(order)}`).join('\n'),
    verdict.doNot.map((order) => `- ${markdown(order)}`).join('\n'),
    codeLine(verdict, view.docsUrl),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function table(rows: readonly FleetRow[]): string {
  if (rows.length === 0) return ''
  const lines = rows.slice(0, MOST_ROWS).map((row) => {
    const marks = RUNGS.map((_, index) =>
      row.status === 'unknown' ? '❓' : COLOURED_MARKS[row.ladder[index]?.status ?? 'skipped'],
    )
    const owner = row.status === 'unknown' ? OWNER_NAMES.unknown : OWNER_NAMES[row.verdict.owner]
    return `| ${STATUS_MARKS[row.status]} | ${markdownCode(labelOf(row), 80)} | ${marks.join(' | ')} | ${owner} |`
  })
  const left = rows.length - lines.length
  return [
    `| | Runner | ${RUNGS.map((rung) => RUNG_NAMES[rung]).join(' | ')} | Owner |`,
    `| :-: | :-- |${' :-: |'.repeat(RUNGS.length)} :-- |`,
    ...lines,
    ...(left > 0 ? ['', `${left} more are in the log of this step.`] : []),
  ].join('\n')
}
