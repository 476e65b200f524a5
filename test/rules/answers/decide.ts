import type { Evidence, Finding } from '../../../src/model/index.ts'
import { ANSWER_RULES } from '../../../src/rules/answers/index.ts'

/** The finding that is left when findings that others explain are taken away. */
export function decide(evidence: Evidence): Finding | undefined {
  const findings = new Map<string, Finding>()
  for (const rule of ANSWER_RULES) {
    const finding = rule.match(evidence)
    if (finding !== undefined) findings.set(rule.id, finding)
  }
  const left = ANSWER_RULES.filter(
    (rule) => findings.has(rule.id) && !rule.explainedBy.some((id) => findings.has(id)),
  )
  if (left.length > 1)
    throw new Error(`several conclusions: ${left.map((one) => one.id).join(', ')}`)
  const [only] = left
  return only === undefined ? undefined : findings.get(only.id)
}

/** What a table compares: `owner rung code responder`. */
export function inBrief(finding: Finding | undefined): string {
  if (finding === undefined) return 'none'
  const { owner, rung, code, responder } = finding
  return [owner, rung, code, responder ?? ''].join(' ')
}
