import type { Packet, PacketRoute, Verdict } from '../model/index.ts'
import { failsJob, isWarning } from '../model/index.ts'
import { cut, oneLine } from '../redaction/index.ts'
import { MOST_ANNOTATIONS, placed } from './artifact.ts'
import type { AnnotationArtifact, AnnotationLevel, Report, ReportView } from './artifact.ts'
import { CANCELLED_NOTE, findingUrl, firstSentence, titleOf } from './words.ts'

/** Characters of the sentence and of the order: the summary has the rest. */
export const LONGEST_SENTENCE = 180
export const LONGEST_ORDER = 140

/** One for each cause: routes that fail by the same rule and code share it. */
export const annotations: Report = (packet, view) => annotationsOf(packet, view)

export function annotationsOf(packet: Packet, view: ReportView): readonly AnnotationArtifact[] {
  const [first, ...others] = causesOf(packet, view).map((cause) => ({
    artifact: annotation(cause, packet, view),
    called: `${titleOf(cause.verdict)}: ${cause.routes.map((route) => route.name).join(', ')}`,
  }))
  // A published key cannot wait for another failure: it stands right behind the first cause.
  const all = [...(first === undefined ? [] : [first]), ...keysInBundle(packet), ...others]
  const shown = all.slice(0, MOST_ANNOTATIONS).map(({ artifact }) => artifact)
  const more = all.slice(MOST_ANNOTATIONS)
  if (more.length === 0) return shown
  const level = more.some(({ artifact }) => artifact.level === 'error') ? 'error' : 'warning'
  const lines = [
    `${more.length} more causes, in the job summary:`,
    ...more.map(({ called }) => oneLine(called, 300)),
  ]
  return [...shown, placed(level, `OpenAI preflight: and ${more.length} more`, lines, view)]
}

/** Each key that the front end holds, at its file and line: in the source where a map gives it. */
function keysInBundle(
  packet: Packet,
): readonly { readonly artifact: AnnotationArtifact; readonly called: string }[] {
  return packet.routes
    .flatMap(({ observations }) => observations)
    .flatMap((one) => (one.probe === 'client-bundle' ? (one.facts.hits ?? []) : []))
    .filter(({ kind }) => kind === 'key')
    .map((hit) => {
      const { what, file, line, column } = hit
      const built = `${file}:${line}:${column}`
      const lines = [
        `The built front end holds a key (${what}) at ${built}: everybody who opens the page can use it.`,
        'Revoke it, create a new one, and keep that on the server only.',
      ]
      return {
        artifact: placed(
          'error',
          `OpenAI preflight: key in the front end (${oneLine(what, 100)})`,
          lines,
          { step: hit.original ?? hit },
        ),
        called: `key (${what}) at ${built}`,
      }
    })
}

interface Cause {
  readonly level: AnnotationLevel
  readonly verdict: Verdict
  readonly routes: readonly PacketRoute[]
}

function causesOf(packet: Packet, view: ReportView): readonly Cause[] {
  const byCause = new Map<string, Cause>()
  for (const route of packet.routes) {
    for (const { level, verdict } of toldOf(route)) {
      const { rule, code, owner } = verdict
      const id = JSON.stringify([rule, code, owner, level === 'notice'])
      const before = byCause.get(id)
      byCause.set(id, {
        level: before?.level === 'error' ? 'error' : level,
        verdict: before?.verdict ?? verdict,
        routes: [...(before?.routes ?? []), route],
      })
    }
  }
  if (byCause.size === 0 && packet.verdict.verdict !== 'pass')
    return [{ level: view.failing ? 'error' : 'warning', verdict: packet.verdict, routes: [] }]
  const rank = { error: 0, warning: 1, notice: 2 }
  return [...byCause.values()].toSorted((a, b) => rank[a.level] - rank[b.level])
}

/** What is told of one route: its failure; beside a pass each finding that is a warning. */
function toldOf({ verdict, failOn }: PacketRoute): readonly Omit<Cause, 'routes'>[] {
  if (verdict.verdict !== 'pass') {
    return [{ level: failsJob(verdict, failOn) ? 'error' : 'warning', verdict }]
  }
  const warnings = verdict.also.filter(isWarning)
  const also = verdict.also.filter((one) => !isWarning(one))
  return [
    ...warnings.map((one) => ({
      level: 'warning' as const,
      verdict: { ...verdict, ...one, verdict: 'fail' as const, product: '' },
    })),
    ...(also.length === 0 ? [] : [{ level: 'notice' as const, verdict: { ...verdict, also } }]),
  ]
}

function annotation(cause: Cause, packet: Packet, view: ReportView): AnnotationArtifact {
  const { verdict, routes, level } = cause
  const [route] = routes
  const alone = routes.length === 1 && packet.routes.length > 1 ? ` · ${route?.name ?? ''}` : ''
  const [remark, ...remarks] = verdict.verdict === 'pass' ? verdict.also : []
  const lines = [
    firstSentence(remark?.summary ?? verdict.summary, LONGEST_SENTENCE),
    remarks.length === 0 ? '' : `${remarks.length} more in the job summary.`,
    level === 'warning' ? 'A warning: it does not fail the job.' : '',
    view.cancelled === true ? CANCELLED_NOTE : '',
    firstSentence(verdict.doNext[0] ?? '', LONGEST_ORDER),
    routes.length > 1 ? `Routes: ${cut(routes.map((one) => one.name).join(', '), 200)}` : '',
    verdict.rule === '' ? '' : `More: ${findingUrl(view.docsUrl, verdict.rule)}`,
  ]
  return placed(level, titleOf(verdict) + alone, lines, view)
}
