import type { Packet } from '../model/index.ts'
import { linkTarget, markdown, oneLine } from '../redaction/index.ts'
import type { Report, ReportView } from './artifact.ts'
import { fitting } from './layout.ts'
import { proofOf } from './proof.ts'
import { headline, list } from './summary.ts'
import { ladderTable, routeMatrix } from './summary-ladder.ts'
import { codeLine, decidingRoute, marksOf, provenUpTo } from './words.ts'

/** GitHub takes 65536; the rest is room for its own counting. */
const MOST_CHARACTERS = 65_000

/** The sticky comment: one for each key, updated in place. */
export const comment: Report = (packet, view) => {
  const marker = commentMarker(view.commentKey ?? 'default')
  const resolved = packet.verdict.verdict === 'pass'
  const sections = resolved ? passed(packet) : found(packet, view)
  const body = fitting(
    [marker, ...sections, footer(packet, view)].map((one) => marksOf(one, view.failing)),
    MOST_CHARACTERS,
    (text) => text.length,
    'All of it is in the job summary.',
  )
  return [{ kind: 'comment', marker, markdown: body, resolved }]
}

/** Invisible first line of the comment. */
function commentMarker(key: string): string {
  return `<!-- openai-preflight:${key
    .replaceAll(/[^\w./:-]+/g, '-')
    .replaceAll('--', '-')
    .slice(0, 120)} -->`
}

function passed(packet: Packet): readonly string[] {
  return [
    `## ✅ The OpenAI route works – ${provenUpTo(packet.verdict)}`,
    markdown(packet.verdict.summary),
    packet.routes.length > 1 ? routeMatrix(packet) : '',
  ]
}

function found(packet: Packet, view: ReportView): readonly string[] {
  const route = decidingRoute(packet)
  const { verdict } = packet
  return [
    headline(verdict, view.failing),
    markdown(verdict.summary),
    route === undefined ? '' : markdown(proofOf(packet, route)),
    list('What to do next', verdict.doNext, (index) => `${index + 1}.`),
    list('What not to do', verdict.doNot, () => '-'),
    codeLine(verdict, view.docsUrl),
    packet.routes.length > 1 ? routeMatrix(packet) : '',
    route === undefined
      ? ''
      : `<details><summary>The ladder</summary>\n\n${ladderTable(route)}\n\n</details>`,
  ]
}

function footer(packet: Packet, view: ReportView): string {
  const run = view.runUrl === undefined ? '' : ` · [job summary](${linkTarget(view.runUrl)})`
  return `<sub>${markdown(oneLine(`${packet.tool.name} ${packet.tool.version} · ${packet.startedAt}`))}${run}</sub>`
}
