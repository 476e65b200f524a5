import { given, type Packet, type Runtime } from '../model/index.ts'
import type { Redactor } from '../redaction/index.ts'
import type { Artifact, FileArtifact, ReportId, ReportView } from '../reports/index.ts'
import { FILE_REPORTS, REPORTS } from '../reports/index.ts'
import { packetWithoutRoutes } from '../run/stored.ts'
import { VERSIONS } from '../versions.ts'
import type { WrittenFiles } from '../packets/folder.ts'
import { EXIT } from './exit-code.ts'
import type { Unusable } from './say.ts'

const ISSUES = 'https://github.com/openai-preflight/openai-preflight/issues/new'
/** Ten frames of a stack; it goes into a link. */
const LONGEST_STACK = 4000

/** What the reports say of files: only what was really written. */
export type Paths = NonNullable<ReportView['paths']>

/** What a mode came to: what to write, and how to end. */
export interface RunReports {
  /** Written first, so that nothing else names a file that is not there. */
  readonly files: readonly FileArtifact[]
  /** Everything else, with the paths of the files that were written. */
  readonly artifacts: (paths: Paths) => readonly Exclude<Artifact, FileArtifact>[]
  readonly exitCode: number
  readonly packet?: Packet
  /** Sentences about settings that could not be used, for people. */
  readonly notices: readonly string[]
}

/** A packet as every report tells it. A defect in one of them costs that one, not the verdict. */
export function runReportsOf(
  packet: Packet,
  view: ReportView,
  rest: Pick<RunReports, 'exitCode' | 'notices'>,
): RunReports {
  const isFile = (id: string): boolean => FILE_REPORTS.some((one) => one === id)
  const broken: string[] = []
  const artifactsOf = (id: ReportId, seen: ReportView): readonly Artifact[] => {
    try {
      return REPORTS[id](packet, seen)
    } catch (error) {
      const name = error instanceof Error ? error.constructor.name : typeof error
      broken.push(`The report ${id} could not be made (${name}); this is a defect of our own.`)
      return []
    }
  }
  const ids = Object.keys(REPORTS).filter((id): id is ReportId => id in REPORTS)
  const files = ids.filter(isFile).flatMap((id) => artifactsOf(id, view))
  return {
    ...rest,
    packet,
    files: files.filter((artifact) => artifact.kind === 'file'),
    artifacts: (paths) =>
      ids
        .filter((id) => !isFile(id))
        .flatMap((id) => artifactsOf(id, { ...view, paths }))
        .filter((artifact) => artifact.kind !== 'file'),
    get notices() {
      return [...rest.notices, ...broken]
    },
  }
}

/** The paths that reports and outputs name. */
export function pathsOf({ paths }: WrittenFiles): Paths {
  const [packet, report] = [paths.get('packet.json'), paths.get('report.html')]
  return {
    ...given({ packet, report }),
  }
}

/** A defect of our own, told as ours: inconclusive, owner unknown, never a broken route. */
export function crashReports(
  error: unknown,
  redactor: Redactor,
  runtime: Runtime,
  view: ReportView,
) {
  const packet = packetWithoutRoutes(
    {
      verdict: 'inconclusive',
      owner: 'unknown',
      code: 'own.crash',
      rule: 'own/crash',
      summary:
        'openai-preflight itself failed before it had a verdict; this says nothing about your route.',
      doNext: ['Report the defect with the link in the summary; the stack in it holds no secret.'],
      doNot: ['Do not read this as a broken route.'],
    },
    runtime,
  )
  const crash = crashView(error, redactor)
  const reports = runReportsOf(packet, { ...view, crash }, { exitCode: EXIT.defect, notices: [] })
  return { ...reports, crash }
}

/** The scrubbed stack and a link that opens an issue with it. */
function crashView(error: unknown, redactor: Redactor) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  // Paths of the machine are nobody's business, and too long for a link.
  const plain = text.replace(/(?<![^\s(])\(?(?:file:\/\/)?\/[^\s):]*\/(?=[\w.-]{1,200}:\d)/g, '')
  const stack = redactor.text(plain, 'stack').slice(0, LONGEST_STACK)
  const url = new URL(ISSUES)
  url.searchParams.set('title', `Crash: ${stack.split('\n')[0]?.slice(0, 80) ?? ''}`)
  url.searchParams.set(
    'body',
    `Version ${VERSIONS.version}, Node ${VERSIONS.node}\n\n${stack.slice(0, 1500)}`,
  )
  return { stack, issueUrl: url.href }
}

/**
 * A log, or a folder of packets, that cannot be read: told like any other setting that cannot work,
 * so that a step has its outputs in this case, too.
 */
export function unusableReports(
  { code = 'config.file_unreadable', message, fix }: Unusable,
  runtime: Runtime,
  view: ReportView,
): RunReports {
  const packet = packetWithoutRoutes(
    {
      verdict: 'fail',
      owner: 'request',
      rung: 'config',
      firstBad: 'config',
      code,
      rule: '',
      summary: message,
      doNext: [fix],
    },
    runtime,
  )
  return runReportsOf(packet, view, { exitCode: EXIT.usage, notices: [] })
}
