import { count, ownerTitle, provenUpTo, verdictMark, verdictWord } from '../../reports/words.ts'
import type { FleetResult } from './aggregate.ts'

/** Verdict, number of runners, owner. */
export function headline({ verdict, runners, failing }: FleetResult): string {
  const title =
    verdict.verdict === 'pass' ? provenUpTo(verdict) : ownerTitle(verdict).replace(/^O/, 'o')
  return `${verdictMark(verdict, failing)} ${verdictWord(verdict, failing)} – ${count(runners, 'runner')}, ${title}`
}

export function countsLine({ counts }: FleetResult): string {
  const parts = [
    `${counts.pass} pass`,
    `${counts.fail} fail`,
    `${counts.inconclusive} inconclusive`,
    `${counts.unknown} unknown`,
  ]
  return parts.join(' · ')
}
