import { isAbsolute, relative, resolve, sep } from 'node:path'
import { fenced, markdown, markdownCode, oneLine, plainText } from '../redaction/index.ts'
import { MOST_ANNOTATIONS, placed } from '../reports/artifact.ts'
import type { AnnotationArtifact, Artifact } from '../reports/artifact.ts'
import { outputArtifacts } from '../reports/outputs.ts'
import { count, OWNER_NAMES, ownerTitle } from '../reports/words.ts'
import type { Explanation } from './explain.ts'
import type { Incident } from './incidents.ts'

/** What telling needs besides the explanation. */
export interface ExplanationView {
  /** Path of the log as it was given, `-` for standard input. */
  readonly log: string
  /** Folder of the checkout: a log in it gets annotations on its own lines. */
  readonly workspace: string
  /** `false` makes the annotations warnings. */
  readonly failing?: boolean
  /** `false` beside a preflight, whose outputs count. */
  readonly outputs?: boolean
}

/** Incidents that a person reads in a row. */
const MOST_LISTED = 20

/** Terminal text, job summary, annotations and outputs. Returns; the doors write. */
export function tellExplanation(
  explanation: Explanation,
  view: ExplanationView,
): readonly Artifact[] {
  return [
    { kind: 'terminal', text: explanationText(explanation, view.log) },
    { kind: 'summary', markdown: explanationMarkdown(explanation, view.log) },
    ...annotationsOf(explanation, view),
    ...(view.outputs === false ? [] : outputsOf(explanation)),
  ]
}

/** The owner and how sure that is; it stands alone in a list. */
function title(
  { owner, code, confidence }: Pick<Incident, 'owner' | 'code' | 'confidence'>,
  more = '',
): string {
  if (owner === 'none') return 'No failed call in this log'
  const named = ownerTitle({ verdict: 'fail', owner, code, product: '', lastGood: 'none' })
  return `${named} (${more === '' ? '' : `${more}, `}confidence ${confidence})`
}

/** The incident that the verdict speaks of. */
function decidingIncident({ verdict, incidents }: Explanation): Incident | undefined {
  const [cite] = verdict.cites
  return incidents.find(
    ({ owner, code, cites }) =>
      owner === verdict.owner && code === verdict.code && cites[0]?.line === cite?.line,
  )
}

function nameOf(log: string): string {
  return log === '-' ? 'standard input' : oneLine(log, 300)
}

/** Readable on any terminal: no colour, no width. */
export function explanationText(explanation: Explanation, log: string): string {
  const { verdict, incidents, next } = explanation
  const incident = decidingIncident(explanation)
  const { doNext = [], doNot = [] } = incident ?? {}
  // Where the owner is not sure, the command is the first order already.
  const isOrdered = doNext[0]?.includes(next) === true
  const places = verdict.cites.map(({ line, column }) => `${nameOf(log)}:${line}:${column}`)
  const lines = [
    title(verdict, verdict.code),
    '',
    verdict.summary,
    ...places.map((place) => `  at ${place}`),
    ...(doNext.length > 0 ? ['', 'What to do:'] : []),
    ...doNext.map((order) => `→ ${order}`),
    ...(doNot.length > 0 ? ['', 'What not to do:'] : []),
    ...doNot.map((order) => `  ${order}`),
    ...(incidents.length > 1 ? ['', 'Incidents, in the order of their first occurrence:'] : []),
    ...(incidents.length > 1 ? incidents.slice(0, MOST_LISTED).map(timelineLine) : []),
    ...(incidents.length > MOST_LISTED
      ? [`  and ${incidents.length - MOST_LISTED} more (--json gives all)`]
      : []),
    ...(isOrdered
      ? []
      : ['', 'To prove or refute it, run where this log was written:', `  npx ${next}`]),
    '',
  ]
  return lines.map((line) => plainText(line)).join('\n')
}

function ranks({ isFirst, isMostFrequent }: Incident): readonly string[] {
  return [...(isFirst ? ['first'] : []), ...(isMostFrequent ? ['most frequent'] : [])]
}

function timelineLine(incident: Incident): string {
  const { first, last, code, owner, retries, sources } = incident
  const marks = [
    ...ranks(incident),
    ...(retries > 0 ? [count(retries, 'further attempt')] : []),
    ...(sources.length > 0 ? [sources.map((source) => oneLine(source, 60)).join(', ')] : []),
  ]
  const time = first.time === undefined ? '' : `${first.time}  `
  const span = first.line === last.line ? `line ${first.line}` : `lines ${first.line}–${last.line}`
  const note = marks.length === 0 ? '' : ` (${marks.join('; ')})`
  return `  ${time}${span}: ${OWNER_NAMES[owner]} ${code} × ${incident.count}${note}`
}

function listed(heading: string, orders: readonly string[]): readonly string[] {
  if (orders.length === 0) return []
  return [`**${heading}**`, '', ...orders.map((order) => `- ${markdown(order)}`), '']
}

export function explanationMarkdown(explanation: Explanation, log: string): string {
  const { verdict, incidents, next } = explanation
  const incident = decidingIncident(explanation)
  const where = verdict.cites.map(({ line, column }) => `line ${line}, column ${column}`).join('; ')
  const rows = incidents
    .slice(0, MOST_LISTED)
    .map((one) =>
      [
        one.first.time === undefined ? '–' : markdownCode(one.first.time),
        one.first.line === one.last.line
          ? `${one.first.line}`
          : `${one.first.line}–${one.last.line}`,
        markdown(OWNER_NAMES[one.owner]),
        markdownCode(one.code),
        `${one.count}${one.retries > 0 ? ` + ${one.retries}` : ''}`,
        ranks(one).join(', '),
      ].join(' | '),
    )
  return [
    `## ${markdown(title(verdict))}`,
    '',
    markdown(verdict.summary),
    '',
    `Read from ${markdownCode(nameOf(log))}${where === '' ? '' : ` (${where})`}; code ${verdict.code === '' ? '–' : markdownCode(verdict.code)}.`,
    '',
    ...listed('What to do', incident?.doNext ?? []),
    ...listed('What not to do', incident?.doNot ?? []),
    ...(incidents.length > 1
      ? [
          '',
          '| first seen | lines | owner | code | times (+ retries) | |',
          '|---|---|---|---|---|---|',
          ...rows.map((row) => `| ${row} |`),
        ]
      : []),
    '',
    'To prove or refute it, run where this log was written:',
    '',
    fenced(next),
    '',
  ].join('\n')
}

/** On the lines of the log where it is a file of the checkout; otherwise one without a place. */
function annotationsOf(
  explanation: Explanation,
  view: ExplanationView,
): readonly AnnotationArtifact[] {
  const { verdict, incidents, next } = explanation
  if (verdict.owner === 'none') return []
  const level = view.failing === false ? 'warning' : 'error'
  const file = fileInCheckout(view)
  if (file === undefined || incidents.length === 0) {
    return [placed(level, title(verdict), [verdict.summary, `Next: ${next}`], {})]
  }
  return incidents.slice(0, MOST_ANNOTATIONS).map((incident) => {
    const { owner, summary, doNext, first } = incident
    const open = owner === 'unknown' && verdict.owner !== 'unknown'
    const lines = [summary, ...doNext.map((order) => `Next: ${order}`)]
    const told = placed(open ? 'notice' : level, title(incident), lines, {
      step: { file, line: first.line },
    })
    return { ...told, column: first.column }
  })
}

function fileInCheckout({ log, workspace }: ExplanationView): string | undefined {
  if (log === '-' || workspace === '') return undefined
  const path = relative(resolve(workspace), resolve(workspace, log))
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path))
    return undefined
  return path.split(sep).join('/')
}

function outputsOf(explanation: Explanation): readonly Artifact[] {
  const { verdict } = explanation
  const incident = decidingIncident(explanation)
  const kind =
    verdict.owner === 'none' ? 'pass' : verdict.owner === 'unknown' ? 'inconclusive' : 'fail'
  return outputArtifacts({
    verdict: kind,
    ok: String(kind === 'pass'),
    owner: verdict.owner,
    branch: verdict.branch,
    rung: verdict.rung,
    code: verdict.code,
    'http-status': String(incident?.httpStatus ?? ''),
    'request-id': incident?.requestIds[0] ?? '',
    confidence: kind === 'pass' ? '' : verdict.confidence,
    retryable: String(incident?.retryable ?? false),
    summary: verdict.summary,
    packet: '',
    report: '',
  })
}
