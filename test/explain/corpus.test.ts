import { describe, expect, test } from 'vitest'
import { explain } from '../../src/explain/index.ts'
import { INSTALLED, NotPossible } from './corpus/clients.ts'
import { dressed } from './corpus/dress.ts'
import { SCENARIOS } from './corpus/scenarios.ts'
import { readCorpus, rightOf, scoresOf } from './corpus/score.ts'

/** Where only a status or "Connection error." survived, the first owner to test is named with low confidence: precision counts the others. */
describe.each([
  { name: 'provoked' as const, precision: 0.95, recall: 0.75 },
  { name: 'composed' as const, precision: 0.95, recall: 0.9 },
  // Public logs, labelled before they were read; what was wrong in them was looked at and fixed as a kind.
  { name: 'strangers' as const, precision: 0.9, recall: 0.7 },
  // Public logs that nothing was written for: only their number is known, never which of them are wrong.
  { name: 'heldout' as const, precision: 0.8, recall: 0.5 },
])('the $name corpus', ({ name, precision, recall }) => {
  test(`names each owner with a precision of at least ${precision} and a recall of at least ${recall}`, async () => {
    const scores = await scoresOf(readCorpus(name))
    process.stdout.write(`explain, ${name} corpus: ${rightOf(scores)} right\n`)
    const weak = scores.filter(
      ({ owner, logs, right, sure, sureRight }) =>
        owner !== 'unknown' && (sureRight < precision * sure || right < recall * logs),
    )
    expect(weak).toEqual([])
  })
})

describe('errors that are provoked now', () => {
  /** Phases that a client's clock does not tell apart, and one that Node's fetch hides from its message. */
  const scenarios = SCENARIOS.filter(({ id }) => id !== 'silent')

  test.each(scenarios)('$id is never blamed on a wrong owner', async ({ start, owner, host }) => {
    const named: string[] = []
    const sure: string[] = []
    for (const client of INSTALLED) {
      await using target = await start()
      try {
        await client.call(target)
      } catch (error) {
        if (error instanceof NotPossible) continue
        const { verdict } = await explain([Buffer.from(dressed(error, 'timestamps', host))])
        named.push(verdict.owner)
        if (verdict.confidence !== 'low') sure.push(verdict.owner)
      }
    }
    expect(named).toContain(owner)
    expect(sure.filter((one) => one !== owner && one !== 'unknown')).toEqual([])
  })
})
