import type { Evidence, Finding } from '../../../src/model/index.ts'
import { ANSWER_RULES } from '../../../src/rules/answers/index.ts'

/** What the first rule that speaks says. */
export function decide(evidence: Evidence): Finding | undefined {
  for (const rule of ANSWER_RULES) {
    const finding = rule.match(evidence)
    if (finding !== undefined) return finding
  }
  return undefined
}

/** What a table compares: `owner rung code responder`. */
export function inBrief(finding: Finding | undefined): string {
  if (finding === undefined) return 'none'
  const { owner, rung, code, responder } = finding
  return [owner, rung, code, responder ?? ''].join(' ')
}
