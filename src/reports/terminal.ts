import { failsJob, isWarning, type Packet, type PacketRoute } from '../model/index.ts'
import { oneLine, withoutCommands } from '../redaction/index.ts'
import type { Report, ReportView, TerminalStyle } from './artifact.ts'
import { baselineLines } from './baseline.ts'
import { clientPathsLine } from './environment.ts'
import { paragraphs } from './layout.ts'
import { rungLine } from './terminal-live.ts'
import { DEFAULT_STYLE, columnsOf, hanging, painted } from './terminal-text.ts'
import {
  confidenceNote,
  WARNING,
  count,
  duration,
  ladderOf,
  ownerTitle,
  provenUpTo,
  verdictWord,
  withOrder,
} from './words.ts'

/** The ladder of each route, one owner sentence, what to do and what not to do. */
export const terminal: Report = (packet, view) => [
  view.terminal?.folds === true
    ? foldedText(packet, view, view.terminal)
    : { kind: 'terminal', text: terminalText(packet, view) },
]

/** The owner and what to do, then the ladder to open. */
function foldedText(packet: Packet, view: ReportView, style: TerminalStyle) {
  const { routes, verdict } = packet
  const several = routes.length > 1
  const [only] = routes
  const answer = several || only === undefined ? verdict : only.verdict
  const route = several ? verdict.route : ''
  const answered = paragraphs(
    verdictText(answer, route, style, view.failing),
    baselineText(view, style),
    footer(packet, view, style),
  )
  const ladders = routes.map((one) => routeText(one, several ? 'short' : 'none', style))
  return {
    kind: 'terminal',
    text: withoutCommands(`${answered}\n`),
    ...(ladders.length === 0
      ? {}
      : {
          folded: {
            title: several ? `Ladders of ${count(routes.length, 'route')}` : 'Ladder',
            text: withoutCommands(`${paragraphs(...ladders)}\n`),
          },
        }),
  } as const
}

function terminalText(packet: Packet, view: ReportView): string {
  const style = view.terminal ?? DEFAULT_STYLE
  const several = packet.routes.length > 1
  const whole = paragraphs(
    ...packet.routes.map((route) => routeText(route, several ? 'short' : 'whole', style)),
    several || packet.routes.length === 0
      ? verdictText(packet.verdict, several ? packet.verdict.route : '', style, view.failing)
      : '',
    baselineText(view, style),
    footer(packet, view, style),
  )
  return withoutCommands(`${whole}\n`)
}

/** @param extent of the verdict below the ladder; in short it is one of several, with its name */
function routeText(
  route: PacketRoute,
  extent: 'none' | 'short' | 'whole',
  style: TerminalStyle,
): string {
  const what = [
    extent === 'short' ? route.name : '',
    route.baseUrl,
    route.endpoint,
    route.model || 'no model',
    `${route.client} client`,
  ]
  const head = hanging('', oneLine(what.filter((part) => part !== '').join(' · '), 400), style)
  const fails = failsJob(route.verdict, route.failOn)
  const ladder = ladderOf(route.verdict).map((step) => rungLine(step, style, fails))
  const tries = route.attempt > 1 ? [`  ${count(route.attempt, 'attempt')}`] : []
  const line = clientPathsLine(route)
  const ways = line === '' ? [] : [hanging('  ', `Each client: ${oneLine(line, 400)}`, style)]
  const told = extent === 'whole' ? ['', verdictText(route.verdict, '', style, fails)] : []
  const short =
    extent === 'short'
      ? [hanging('  ', oneLine(`${ownerTitle(route.verdict)}. ${route.verdict.summary}`), style)]
      : []
  return [painted(head, 'bold', style), '', ...ladder, ...ways, ...tries, ...short, ...told].join(
    '\n',
  )
}

function verdictText(
  verdict: Packet['verdict'] | PacketRoute['verdict'],
  route: string,
  style: TerminalStyle,
  fails: boolean,
): string {
  const passed = verdict.verdict === 'pass'
  const warns = !passed && !fails
  const mark = warns ? WARNING : { pass: '✓', fail: '✗', inconclusive: '?' }[verdict.verdict]
  const colour = passed ? 'green' : fails && verdict.verdict === 'fail' ? 'red' : 'yellow'
  const title = [
    warns ? `${mark} ${verdictWord(verdict, fails)}. ` : `${mark} `,
    ownerTitle(verdict),
    verdict.code === '' ? '' : ` (${verdict.code}${confidenceNote(verdict)})`,
    route === '' ? '' : ` on ${oneLine(route, 80)}`,
    passed ? '' : `, ${provenUpTo(verdict)}`,
  ]
  return [
    painted(hanging('', oneLine(title.join(''), 400), style), colour, style),
    hanging('  ', oneLine(verdict.summary), style),
    ...orders('What to do next', verdict.doNext, style),
    ...orders('What not to do', verdict.doNot, style),
    ...orders('Warnings', verdict.also.filter(isWarning).map(withOrder), style),
    ...orders('Also seen', verdict.also.filter((one) => !isWarning(one)).map(withOrder), style),
  ].join('\n')
}

function orders(label: string, texts: readonly string[], style: TerminalStyle): readonly string[] {
  if (texts.length === 0) return []
  const lines = texts.map((text, index) =>
    hanging(`  ${label === 'What to do next' ? `${index + 1}.` : '–'} `, oneLine(text), style),
  )
  return ['', `  ${painted(label, 'bold', style)}`, ...lines]
}

function baselineText(view: ReportView, style: TerminalStyle): string {
  const lines = baselineLines(view)
  if (lines.length === 0) return ''
  return [
    painted('Compared with the earlier run', 'bold', style),
    ...lines.map((line) => hanging('  – ', oneLine(line), style)),
  ].join('\n')
}

function footer(packet: Packet, view: ReportView, style: TerminalStyle): string {
  const removed = packet.redactions.reduce((sum, one) => sum + one.count, 0)
  const tool = `${packet.tool.name} ${packet.tool.version} · ${duration(packet.elapsedMs)}${removed === 0 ? '' : ` · ${count(removed, 'secret')} removed`}`
  const lines = [
    view.cancelled === true ? 'Cancelled: this is what was seen until then.' : '',
    view.crash === undefined
      ? ''
      : `This is a defect of openai-preflight, not of the route. Please report it: ${view.crash.issueUrl}`,
    view.paths?.packet === undefined ? '' : `Packet: ${view.paths.packet}`,
    view.paths?.report === undefined ? '' : `Report: ${view.paths.report}`,
  ]
  const shown = lines
    .filter((line) => line !== '')
    .map((line) => hanging('', oneLine(line, Math.max(400, columnsOf(line))), style))
  return [...shown, painted(hanging('', oneLine(tool), style), 'dim', style)].join('\n')
}
