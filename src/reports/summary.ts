import type { Packet, PacketRoute, Verdict } from '../model/index.ts'
import { failsJob, isWarning } from '../model/index.ts'
import { fenced, linkTarget, markdown, markdownCode } from '../redaction/index.ts'
import type { Report, ReportView } from './artifact.ts'
import { baselineLines } from './baseline.ts'
import { environmentRows } from './environment.ts'
import { bytesOf, fitting, markdownTable, paragraphs } from './layout.ts'
import { proofOf } from './proof.ts'
import {
  attemptTable,
  ladderTable,
  observationTable,
  routeMatrix,
  waterfall,
} from './summary-ladder.ts'
import {
  CANCELLED_NOTE,
  CRASH_NOTE,
  codeLine,
  decidingRoute,
  duration,
  findingUrl,
  marksOf,
  ownerTitle,
  provenUpTo,
  verdictMark,
  verdictWord,
  withOrder,
} from './words.ts'

/** GitHub takes 1 MiB for a step and shows 20 steps; we keep to a fifth, whatever happened. */
const MOST_BYTES = 200 * 1024

/** The job summary. */
export const summary: Report = (packet, view) => [
  { kind: 'summary', markdown: summaryText(packet, view) },
]

/**
 * The summary as GitHub Markdown, most important first.
 * @param limit in bytes of UTF-8
 * @param titled whether verdict and owner stand above it already, as the title of a check run does
 */
export function summaryText(
  packet: Packet,
  view: ReportView,
  limit: number = MOST_BYTES,
  titled = false,
): string {
  const deciding = decidingRoute(packet)
  const several = packet.routes.length > 1
  const others = packet.routes.filter((route) => route !== deciding)
  const sections = [
    titled ? '' : headline(packet.verdict, view.failing),
    notes(view),
    markdown(packet.verdict.summary),
    several ? routeMatrix(packet) : '',
    several && deciding !== undefined ? `### ${markdownCode(deciding.name, 80)}` : '',
    deciding === undefined ? '' : provenFrom(packet, deciding),
    orders(packet.verdict, view),
    warningsSection(packet, view),
    deciding === undefined ? '' : ladderTable(deciding),
    baselineSection(view),
    ...(deciding === undefined ? [] : details(deciding)),
    ...others.map((route) => otherRoute(packet, route, view)),
    folded('Environment', environmentTable(packet)),
    folded('What was removed', redactionTable(packet)),
    crashSection(view),
    footer(packet),
  ]
  return fitting(
    sections.map((section) => marksOf(section, view.failing)),
    limit,
    bytesOf,
    'All of it is in packet.json and report.html.',
  )
}

/** First line: verdict and owner. */
export function headline(verdict: Verdict, fails: boolean): string {
  if (verdict.verdict === 'pass') return `## ✅ Pass – owner: none, ${provenUpTo(verdict)}`
  const title = ownerTitle(verdict)
  return `## ${verdictMark(verdict, fails)} ${verdictWord(verdict, fails)} – ${markdown(title.charAt(0).toLowerCase() + title.slice(1))}`
}

function notes(view: ReportView): string {
  return paragraphs(
    view.cancelled === true ? `> [!WARNING]\n> ${CANCELLED_NOTE}` : '',
    view.crash === undefined
      ? ''
      : `> [!CAUTION]\n> ${CRASH_NOTE} [Report it](${linkTarget(view.crash.issueUrl)}).`,
  )
}

/** Empty for a pass: its ladder says all of it. */
function provenFrom(packet: Packet, route: PacketRoute): string {
  return route.verdict.verdict === 'pass' ? '' : markdown(proofOf(packet, route))
}

function orders(verdict: Verdict, view: ReportView): string {
  return paragraphs(
    list('What to do next', verdict.doNext, (index) => `${index + 1}.`),
    list('What not to do', verdict.doNot, () => '-'),
    codeLine(verdict, view.docsUrl),
  )
}

/** A list with a heading in bold; empty without entries. */
export function list(
  label: string,
  texts: readonly string[],
  mark: (index: number) => string,
): string {
  if (texts.length === 0) return ''
  return [
    `**${label}**`,
    '',
    ...texts.map((text, index) => `${mark(index)} ${markdown(text)}`),
  ].join('\n')
}

function details(route: PacketRoute): readonly string[] {
  return [
    folded('Timings', waterfall(route)),
    folded(`Attempts (${route.attempt})`, attemptTable(route)),
    folded(
      'Also seen',
      list(
        'Does not decide',
        route.verdict.also.filter((one) => !isWarning(one)).map(withOrder),
        () => '-',
      ),
    ),
    folded('All observations', observationTable(route)),
  ]
}

function otherRoute(packet: Packet, route: PacketRoute, view: ReportView): string {
  const mark = verdictMark(route.verdict, failsJob(route.verdict, route.failOn))
  const title = `${mark} ${markdownCode(route.name, 80)} – ${markdown(ownerTitle(route.verdict))}`
  return folded(
    title,
    paragraphs(
      markdown(route.verdict.summary),
      provenFrom(packet, route),
      orders(route.verdict, view),
      ladderTable(route),
      waterfall(route),
    ),
  )
}

/** What works today and ends soon, or what a path check met: each with what to do. */
function warningsSection({ routes }: Packet, view: ReportView): string {
  const several = routes.length > 1
  const lines = routes.flatMap(({ name, verdict }) =>
    verdict.also.filter(isWarning).map((one) => {
      const whose = several ? `${markdownCode(name, 80)}: ` : ''
      const link = `[what this means](${linkTarget(findingUrl(view.docsUrl, one.rule))})`
      return `- ⚠️ ${whose}${markdown(withOrder(one))} ${link}`
    }),
  )
  return lines.length === 0 ? '' : ['**Warnings**', '', ...lines].join('\n')
}

function baselineSection(view: ReportView): string {
  const lines = baselineLines(view)
  if (view.baseline === undefined || lines.length === 0) return ''
  if (view.baseline.changes.length === 0)
    return list('Compared with the earlier run', lines, () => '-')
  const rows = view.baseline.changes.map((one) => [
    markdown(one.what),
    markdownCode(one.before),
    markdownCode(one.now),
  ])
  return paragraphs(
    `**Changed since the earlier run of ${markdown(view.baseline.startedAt)}**`,
    markdownTable(['| What | Before | Now |', '| :-- | :-- | :-- |'], rows),
  )
}

function environmentTable(packet: Packet): string {
  const rows = environmentRows(packet).map((row) => row.map((cell) => markdown(cell)))
  return markdownTable(['| | |', '| :-- | :-- |'], rows)
}

function redactionTable({ redactions }: Packet): string {
  return markdownTable(
    ['| What | Where | Times |', '| :-- | :-- | --: |'],
    redactions
      .slice(0, 60)
      .map((one) => [markdown(one.what), markdownCode(one.where, 120), one.count]),
  )
}

function crashSection(view: ReportView): string {
  return view.crash === undefined
    ? ''
    : folded('Stack', fenced(view.crash.stack.slice(0, 8000), 'text'))
}

function footer(packet: Packet): string {
  const { tool } = packet
  return `<sub>${markdown(`${tool.name} ${tool.version} · ${packet.startedAt} · ${duration(packet.elapsedMs)}`)}</sub>`
}

/** Folded until it is asked for; empty without content. The title must be escaped already. */
function folded(title: string, content: string): string {
  return content === '' ? '' : `<details><summary>${title}</summary>\n\n${content}\n\n</details>`
}
