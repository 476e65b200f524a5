import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { execute } from './execute.ts'
import type { Outcome } from './execute.ts'
import { SCENARIOS } from './index.ts'

const cli = path.join(import.meta.dirname, '../../dist/cli.js')

/** One of each kind; `npm run scenarios` runs them all. */
const SAMPLE = [
  'OK01',
  'OK06',
  'CFG01',
  'TCP01',
  'TLS01',
  'CRT08-zscaler',
  'PRX00',
  'PRX06',
  'PRX29-2',
  'HTTP01',
  'HTTP06',
  'HTTP09',
  'HTTP10',
  'HTTP16',
] as const

describe('the list of scenarios', () => {
  test('is printed by --list, without running any; an unknown flag is told in two lines', () => {
    const run = (...flags: readonly string[]) =>
      spawnSync(process.execPath, [path.join(import.meta.dirname, 'run.ts'), ...flags], {
        encoding: 'utf8',
      })
    const listed = run('--list')
    expect(listed.stdout.trim().split('\n')).toHaveLength(SCENARIOS.length)
    expect(listed.status).toBe(0)
    const refused = run('--lst')
    expect([refused.status, refused.stderr.trim().split('\n').length]).toEqual([2, 2])
  })

  test('comes whole to a reader that is slow, and without a word to one that has seen enough', () => {
    const piped = (reader: string) =>
      spawnSync(
        'sh',
        [
          '-c',
          `"$0" "$1" --list | ${reader}`,
          process.execPath,
          path.join(import.meta.dirname, 'run.ts'),
        ],
        { encoding: 'utf8' },
      )
    const slow = piped('(sleep 0.5; wc -l)')
    expect([slow.stdout.trim(), slow.stderr]).toEqual([String(SCENARIOS.length), ''])
    const quick = piped('head -1')
    expect([quick.stdout.trim().split('\n').length, quick.stderr]).toEqual([1, ''])
  })

  test('there are at least a hundred, each with an id of its own', () => {
    const ids = new Set(SCENARIOS.map(({ id }) => id))
    expect(ids.size).toBe(SCENARIOS.length)
    expect(ids.size).toBeGreaterThanOrEqual(100)
  })

  test('what is expected agrees with itself', () => {
    for (const { id, expect: expected } of SCENARIOS) {
      const { verdict, owner, rung, code, firstBad } = expected
      expect([id, rung === '' ? 'none' : rung]).toEqual([id, firstBad])
      expect([id, verdict === 'pass']).toEqual([id, code === ''])
      expect([id, verdict === 'pass']).toEqual([id, owner === 'none'])
      expect([id, verdict === 'inconclusive']).toEqual([id, owner === 'unknown'])
    }
  })

  test('what needs packages says which', () => {
    const silent = SCENARIOS.filter(
      ({ needs, programs }) => (needs === 'packages') !== (programs !== undefined),
    )
    expect(silent.map(({ id }) => id)).toEqual([])
  })
})

describe.skipIf(!existsSync(cli))('the built command line', { timeout: 120_000 }, () => {
  test('gives the whole verdict for one scenario of each kind', async () => {
    const chosen = SCENARIOS.filter(({ id }) => SAMPLE.some((want) => want === id))
    const outcomes: Outcome[] = []
    await execute(chosen, { cli, jobs: 2 }, (_scenario, outcome) => {
      outcomes.push(outcome)
    })
    expect(outcomes).toHaveLength(SAMPLE.length)
    const different = outcomes.filter(({ state }) => state !== 'as-expected')
    expect(different.map(({ id, because }) => [id, ...because])).toEqual([])
  })
})
