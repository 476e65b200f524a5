import { SCHEMA_VERSION, quotable, type Packet, type PacketRoute } from '../../model/index.ts'
import { LONGEST_ORDER, LONGEST_SENTENCE } from '../../reports/annotations.ts'
import { MOST_ANNOTATIONS, placed } from '../../reports/artifact.ts'
import type { AnnotationArtifact, Artifact, FileArtifact, ReportView } from '../../reports/index.ts'
import { REPORTS } from '../../reports/index.ts'
import { count, findingUrl, firstSentence, titleOf } from '../../reports/words.ts'
import type { FleetResult } from './aggregate.ts'
import { labelOf, tellRunners } from './causes.ts'
import { fleetMarkdown, fleetText } from './summary.ts'

/**
 * All packets as one, so that it can be stored, read again and compared: each route under the name
 * of its runner. Runners without a packet, and those whose evidence found no room, have no route in
 * it; the verdict speaks of them.
 */
export function fleetPacket(
  result: FleetResult,
  here: Pick<Packet, 'tool' | 'startedAt' | 'timezone' | 'elapsedMs' | 'runtime'>,
): Packet {
  const routes = result.rows.flatMap((row): readonly PacketRoute[] => {
    if (row.status === 'unknown' || row.from === undefined) return []
    return [{ ...row.from, name: labelOf(row) }]
  })
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: here.tool,
    startedAt: here.startedAt,
    timezone: here.timezone,
    elapsedMs: here.elapsedMs,
    runtime: here.runtime,
    routes,
    verdict: { ...result.verdict, route: result.deciding },
    redactions: result.redactions,
  }
}

/** Packet and page. */
export function fleetFiles(packet: Packet, view: ReportView): readonly FileArtifact[] {
  const all = [...REPORTS.packet(packet, view), ...REPORTS.html(packet, view)]
  return all.filter((one) => one.kind === 'file')
}

/** What is told of a fleet beside its files: text, summary, one annotation for each cause, outputs. */
export function tellFleet(
  result: FleetResult,
  packet: Packet,
  view: ReportView,
): readonly Exclude<Artifact, FileArtifact>[] {
  return [
    { kind: 'terminal', text: fleetText(result) },
    { kind: 'summary', markdown: fleetMarkdown(result, view) },
    ...fleetAnnotations(result, view),
    ...REPORTS.outputs(packet, view).flatMap(quoted),
  ]
}

/** A packet comes from another runner, and its sentences are not ours. */
function quoted(artifact: Artifact): readonly Exclude<Artifact, FileArtifact>[] {
  if (artifact.kind === 'file') return []
  const foreign = artifact.kind === 'output' && artifact.name === 'summary'
  return [foreign ? { ...artifact, value: quotable(artifact.value) } : artifact]
}

/** One for each distinct cause. */
export function fleetAnnotations(
  { causes }: FleetResult,
  view: Pick<ReportView, 'docsUrl' | 'step'>,
): readonly AnnotationArtifact[] {
  const shown = causes.slice(0, MOST_ANNOTATIONS).map((cause): AnnotationArtifact => {
    const { verdict, affected, failing } = cause
    const lines = [
      firstSentence(verdict.summary, LONGEST_SENTENCE),
      `Runners: ${tellRunners(cause, (name) => name)}`,
      firstSentence(verdict.doNext[0] ?? '', LONGEST_ORDER),
      verdict.rule === '' ? '' : `More: ${findingUrl(view.docsUrl, verdict.rule)}`,
    ]
    return placed(
      failing ? 'error' : 'warning',
      `${titleOf(verdict)} · ${count(affected, 'runner')}`,
      lines,
      view,
    )
  })
  const more = causes.slice(MOST_ANNOTATIONS)
  if (more.length === 0) return shown
  const level = more.some(({ failing }) => failing) ? 'error' : 'warning'
  const lines = more.map(
    (cause) => `${titleOf(cause.verdict)}: ${tellRunners(cause, (name) => name)}`,
  )
  return [...shown, placed(level, `OpenAI preflight: and ${more.length} more causes`, lines, view)]
}
