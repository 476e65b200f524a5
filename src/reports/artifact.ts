import { joined, type Packet } from '../model/index.ts'
import { cut, oneLine } from '../redaction/index.ts'

export type AnnotationLevel = 'error' | 'warning' | 'notice'

export interface AnnotationArtifact {
  readonly kind: 'annotation'
  readonly level: AnnotationLevel
  readonly title: string
  /** Several lines, at most 4096 UTF-16 units: the runner cuts the rest. */
  readonly message: string
  /** Relative to the checkout. */
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
}

export interface CommentArtifact {
  readonly kind: 'comment'
  /** First line of the body: how the comment is found again. */
  readonly marker: string
  readonly markdown: string
  /** Nothing is wrong (any more): created only in mode `always`, but an existing comment is updated. */
  readonly resolved: boolean
}

export interface CheckRunArtifact {
  readonly kind: 'check-run'
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'cancelled'
  readonly title: string
  readonly summary: string
  readonly annotations: readonly AnnotationArtifact[]
}

/** A file of the packet folder. */
export interface FileArtifact {
  readonly kind: 'file'
  readonly name: string
  /** A text, or its pieces one after the other: a large one never stands in memory as a whole. */
  readonly content: Iterable<string>
}

/** The outputs of the step, as action.yml declares them (test/docs/readme.test.ts). */
export const OUTPUTS = [
  'verdict',
  'ok',
  'owner',
  'branch',
  'rung',
  'code',
  'http-status',
  'request-id',
  'retryable',
  'confidence',
  'summary',
  'packet',
  'report',
] as const
export type OutputName = (typeof OUTPUTS)[number]

/** Something to write. Reports return these; only the doors write them. */
export type Artifact =
  | { readonly kind: 'summary'; readonly markdown: string }
  | AnnotationArtifact
  | FileArtifact
  | { readonly kind: 'output'; readonly name: OutputName; readonly value: string }
  | {
      readonly kind: 'terminal'
      readonly text: string
      /** Below it, closed where the place can fold text: a group of the job's log. */
      readonly folded?: { readonly title: string; readonly text: string }
    }
  | CommentArtifact
  | CheckRunArtifact

/** What differs from an earlier packet, or why the two cannot be compared. */
export interface BaselineView {
  /** Of the earlier run, ISO 8601. */
  readonly startedAt: string
  /** Why the comparison is refused, in one sentence; then there are no changes. */
  readonly refused?: string
  /** Each thing that is not as it was, as texts for people; empty where there was none. */
  readonly changes: readonly {
    /** e.g. `TLS issuer`, `undici`, `time of TLS`. */
    readonly what: string
    readonly before: string
    readonly now: string
  }[]
}

/** How a terminal wants its text. */
export interface TerminalStyle {
  /** Columns. */
  readonly width: number
  readonly colour: boolean
  /** The answer first and the ladder folded below it: the log of a job is read from the top. */
  readonly folds?: boolean
}

/** What a report must know besides the packet: where it is shown, and what the run does. */
export interface ReportView {
  /** The job fails because of what was found. */
  readonly failing: boolean
  /** Page with one heading for each rule. */
  readonly docsUrl: string
  /** The step that runs us, where it is known. */
  readonly step?: { readonly file: string; readonly line: number }
  readonly baseline?: BaselineView
  /** The run was stopped from outside: what is there is a part. */
  readonly cancelled?: boolean
  /** A defect of our own; the stack is scrubbed by the redactor like everything else. */
  readonly crash?: { readonly stack: string; readonly issueUrl: string }
  /** Where `packet.json` and `report.html` are; only what was really written. */
  readonly paths?: { readonly packet?: string; readonly report?: string }
  /** Page of this workflow run. */
  readonly runUrl?: string
  /** Tells the comments of several steps apart; the job's id and the step's do. */
  readonly commentKey?: string
  readonly terminal?: TerminalStyle
}

/** One kind of artifact, made from the packet alone. Pure: no clock, no file, no environment. */
export type Report = (packet: Packet, view: ReportView) => readonly Artifact[]

/** The runner keeps 10 of each type for a step; the last place says how many are missing. */
export const MOST_ANNOTATIONS = 9

/** The runner cuts longer messages (actions/runner, ExecutionContext.cs). */
const LONGEST_MESSAGE = 4096

/** One line of the checks page. */
const LONGEST_TITLE = 200

/** At the step where that is known, else in no file. */
export function placed(
  level: AnnotationLevel,
  title: string,
  lines: readonly string[],
  { step }: Pick<ReportView, 'step'>,
): AnnotationArtifact {
  const message = joined('\n', ...lines.map((line) => oneLine(line, 900)))
  return {
    kind: 'annotation',
    level,
    title: oneLine(title, LONGEST_TITLE),
    message: cut(message, LONGEST_MESSAGE),
    ...(step === undefined ? {} : { file: oneLine(step.file, 300), line: step.line }),
  }
}
