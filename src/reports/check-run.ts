import type { Packet } from '../model/index.ts'
import { oneLine } from '../redaction/index.ts'
import { annotationsOf } from './annotations.ts'
import type { CheckRunArtifact, Report, ReportView } from './artifact.ts'
import { summaryText } from './summary.ts'
import { ownerTitle, verdictWord } from './words.ts'

/** GitHub takes 65535 characters; bytes are never fewer. */
const MOST_BYTES = 65_000

/** The same, as a check run. */
export const checkRun: Report = (packet, view) => [
  {
    kind: 'check-run',
    conclusion: conclusionOf(packet.verdict.verdict === 'pass', view),
    title: oneLine(checkTitle(packet, view), 250),
    summary: summaryText(packet, view, MOST_BYTES, true),
    // A check run's annotation must have a place.
    annotations: annotationsOf(packet, view).filter((one) => one.file !== undefined),
  },
]

function checkTitle({ verdict }: Packet, view: ReportView): string {
  const title = ownerTitle(verdict)
  return view.failing || verdict.verdict === 'pass'
    ? title
    : `${verdictWord(verdict, false)} – ${title.charAt(0).toLowerCase()}${title.slice(1)}`
}

function conclusionOf(pass: boolean, view: ReportView): CheckRunArtifact['conclusion'] {
  if (view.cancelled === true) return 'cancelled'
  if (pass) return 'success'
  return view.failing ? 'failure' : 'neutral'
}
