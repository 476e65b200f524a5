import { expect, test } from 'vitest'
import type { AnyObservation, Evidence, Finding, RuleList } from '../../../src/model/index.ts'
import { CONNECTION_RULES, LAST_RULES } from '../../../src/rules/connection/index.ts'
import { evidence } from '../evidence-builder.ts'

/** What the first of each list says; of a broken step that is one thing. */
export function findings(
  seen: Evidence,
  lists: readonly RuleList[] = [[...CONNECTION_RULES, ...LAST_RULES]],
): readonly Finding[] {
  return lists.flatMap((list) => {
    const said = list.map((rule) => rule.match(seen)).find((finding) => finding !== undefined)
    return said === undefined ? [] : [said]
  })
}

/** One row: what was seen, and `owner rung code rule`, with `*` behind it when time can heal it. */
export interface Row {
  readonly title: string
  readonly seen: readonly AnyObservation[]
  readonly changes?: Parameters<typeof evidence>[1]
  readonly expected: string
  /** Parts of the text for people that must be there. */
  readonly says?: readonly string[]
  /** Parts that must not be there. */
  readonly unsaid?: readonly string[]
}

export function judgeRows(rows: readonly Row[]): void {
  test.each(rows)('$title', ({ seen, changes = {}, expected, says = [], unsaid = [] }) => {
    for (const observations of [seen, seen.toReversed()]) {
      const found = findings(evidence(observations, changes))
      expect(found.map(written)).toEqual([expected])
      const [finding] = found
      if (finding === undefined) continue
      const text = [finding.summary, ...finding.doNext].join('\n')
      for (const part of says) expect(text).toContain(part)
      for (const part of unsaid) expect(text).not.toContain(part)
      expect(finding.summary).toMatch(/^\S.*[^.]\.$/s)
      expect(finding.doNext).not.toEqual([])
      expect(finding.cites.every((one) => seen.includes(one))).toBe(true)
    }
  })
}

function written({ owner, rung, code, rule, retryable }: Finding): string {
  return `${owner} ${rung} ${code} ${rule}${retryable ? ' *' : ''}`
}
