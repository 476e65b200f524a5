import type { Packet, PacketRoute, Verdict } from '../model/index.ts'
import { failsJob } from '../model/index.ts'
import { cut, oneLine } from '../redaction/index.ts'
import type { AnnotationArtifact, AnnotationLevel, Report, ReportView } from './artifact.ts'
import { proofOf } from './proof.ts'
import { RUNG_NAMES, findingUrl, firstBadStep, ownerTitle } from './words.ts'

/** The runner keeps 10 of each type for a step; the last place says how many are missing. */
const MOST = 9

/** The runner cuts longer messages (actions/runner, ExecutionContext.cs). */
const LONGEST_MESSAGE = 4096

const LONGEST_TITLE = 200

/** One for each cause: routes that fail by the same rule and code share it. */
export const annotations: Report = (packet, view) => annotationsOf(packet, view)

export function annotationsOf(packet: Packet, view: ReportView): readonly AnnotationArtifact[] {
  const causes = causesOf(packet, view)
  const shown = causes.slice(0, MOST).map((cause) => annotation(cause, packet, view))
  const more = causes.slice(MOST)
  if (more.length === 0) return shown
  const names = more.map(
    (cause) =>
      `${ownerTitle(cause.verdict)}: ${cause.routes.map((route) => route.name).join(', ')}`,
  )
  const level = more.some((cause) => cause.level === 'error') ? 'error' : 'warning'
  const message = [`${more.length} more causes, told in the job summary:`, ...names].map((line) =>
    oneLine(line, 300),
  )
  return [
    ...shown,
    placed(
      {
        kind: 'annotation',
        level,
        title: `and ${more.length} more`,
        message: cut(message.join('\n'), LONGEST_MESSAGE),
      },
      view,
    ),
  ]
}

interface Cause {
  readonly level: AnnotationLevel
  readonly verdict: Verdict
  readonly routes: readonly PacketRoute[]
}

function causesOf(packet: Packet, view: ReportView): readonly Cause[] {
  const byCause = new Map<string, Cause>()
  for (const route of packet.routes) {
    const level = levelOf(route)
    if (level === undefined) continue
    const { rule, code, owner } = route.verdict
    const id = JSON.stringify([rule, code, owner, level === 'notice'])
    const before = byCause.get(id)
    byCause.set(id, {
      level: before?.level === 'error' ? 'error' : level,
      verdict: before?.verdict ?? route.verdict,
      routes: [...(before?.routes ?? []), route],
    })
  }
  if (byCause.size === 0 && packet.verdict.verdict !== 'pass')
    return [{ level: view.failing ? 'error' : 'warning', verdict: packet.verdict, routes: [] }]
  const rank = { error: 0, warning: 1, notice: 2 }
  return [...byCause.values()].toSorted((a, b) => rank[a.level] - rank[b.level])
}

/** `undefined` where there is nothing to say. */
function levelOf(route: PacketRoute): AnnotationLevel | undefined {
  const { verdict } = route
  if (verdict.verdict !== 'pass') return failsJob(verdict, route.failOn) ? 'error' : 'warning'
  return verdict.also.length > 0 ? 'notice' : undefined
}

function annotation(cause: Cause, packet: Packet, view: ReportView): AnnotationArtifact {
  const { verdict, routes, level } = cause
  const [route] = routes
  const alone = routes.length === 1 && packet.routes.length > 1 ? ` · ${route?.name ?? ''}` : ''
  const lines = [
    verdict.summary,
    view.cancelled === true ? 'The run was cancelled: this is what was seen until then.' : '',
    route === undefined ? '' : `Proven from this same path: ${proofOf(packet, route)}`,
    firstBadOf(verdict),
    numbered('What to do next', verdict.doNext),
    numbered('What not to do', verdict.doNot),
    verdict.verdict === 'pass'
      ? numbered(
          'Worth knowing',
          verdict.also.map((one) => one.summary),
        )
      : '',
    verdict.retryable ? 'Time alone can heal this: a retry is worth it.' : '',
    routes.length > 1 ? `Routes: ${routes.map((one) => one.name).join(', ')}` : '',
    verdict.rule === '' ? '' : `More: ${findingUrl(view.docsUrl, verdict.rule)}`,
  ]
  const message = lines
    .flatMap((line) => line.split('\n'))
    .map((line) => oneLine(line, 900))
    .filter((line) => line !== '')
  return placed(
    {
      kind: 'annotation',
      level,
      title: oneLine(ownerTitle(verdict) + alone, LONGEST_TITLE),
      message: cut(message.join('\n'), LONGEST_MESSAGE),
    },
    view,
  )
}

function placed(artifact: AnnotationArtifact, view: ReportView): AnnotationArtifact {
  if (view.step === undefined) return artifact
  return { ...artifact, file: oneLine(view.step.file, 300), line: view.step.line }
}

function firstBadOf(verdict: Verdict): string {
  const step = firstBadStep(verdict)
  if (step === undefined) return ''
  const code = verdict.code === '' ? '' : ` (${verdict.code})`
  return `First bad evidence: ${RUNG_NAMES[step.rung]}${code} – ${step.because}`
}

function numbered(label: string, orders: readonly string[]): string {
  if (orders.length === 1) return `${label}: ${oneLine(orders[0] ?? '', 900)}`
  return orders.length === 0
    ? ''
    : [`${label}:`, ...orders.map((order, index) => `${index + 1}. ${oneLine(order, 900)}`)].join(
        '\n',
      )
}
