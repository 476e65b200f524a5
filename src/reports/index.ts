import type { Report } from './artifact.ts'
import { annotations } from './annotations.ts'
import { checkRun } from './check-run.ts'
import { comment } from './comment.ts'
import { escalation } from './escalation.ts'
import { htmlReport } from './html.ts'
import { outputs } from './outputs.ts'
import { packetFile } from './packet.ts'
import { summary } from './summary.ts'
import { terminal } from './terminal.ts'

/** Every report. To add one: one file, one line here; the contract suite runs over all. */
export const REPORTS = {
  terminal,
  annotations,
  outputs,
  summary,
  packet: packetFile,
  html: htmlReport,
  escalation,
  comment,
  'check-run': checkRun,
} as const satisfies Readonly<Record<string, Report>>

export type ReportId = keyof typeof REPORTS

/** Written before the others are made: what they say of files is then true. */
export const FILE_REPORTS = ['packet', 'html', 'escalation'] as const satisfies readonly ReportId[]

export type {
  AnnotationArtifact,
  AnnotationLevel,
  Artifact,
  BaselineView,
  CheckRunArtifact,
  CommentArtifact,
  FileArtifact,
  Report,
  ReportView,
  TerminalStyle,
} from './artifact.ts'
export { lineOf } from './seen.ts'
export { packetText } from './packet.ts'
export { provenLine, rungLine } from './terminal-live.ts'
export { RUNG_NAMES } from './words.ts'
