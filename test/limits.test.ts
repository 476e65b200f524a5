import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applicationOf } from '../src/application/index.ts'
import { detectClient } from '../src/egress/index.ts'
import { explain } from '../src/explain/index.ts'
import { readCheckout } from '../src/settings/checkout.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'limits-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A name of letters: numbers of hosts are taken for one host of many. */
const word = (index: number): string =>
  [676, 26, 1].map((unit) => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(index / unit) % 26]).join('')

/** A log of so many failures, each of another host. */
async function failures(count: number) {
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `2026-11-20T08:00:00Z ERROR connect ECONNREFUSED 10.0.0.5:443 https://api-${word(index)}.example.com/v1/responses\n`,
  )
  return explain([Buffer.from(lines.join('\n'.repeat(40)))])
}

describe('a limit is said where it is met', () => {
  test('a checkout of more than 2,000 entries says where the look for the client ended', () => {
    const wide = join(folder, 'wide')
    mkdirSync(wide)
    for (let index = 0; index <= 2000; index += 1) writeFileSync(join(wide, `f${index}.txt`), '')
    expect(detectClient(readCheckout(wide)).reason).toContain(
      'only 2000 entries of the checkout were looked at',
    )
  })

  test('folders deeper than ten levels are said to be unread', () => {
    const deep = join(folder, 'deep', ...Array.from({ length: 12 }, (_, index) => `d${index}`))
    mkdirSync(deep, { recursive: true })
    writeFileSync(join(deep, 'app.py'), 'client.responses.create(model="m")\n')
    expect(applicationOf(join(folder, 'deep'))().limit).toBe(
      'folders deeper than 10 levels were not read',
    )
  })

  test('an incident beyond the hundredth is counted in the summary', async () => {
    const { incidents, verdict } = await failures(150)
    expect(incidents).toHaveLength(100)
    expect(verdict.summary).toContain('one of 150 causes')
    expect(verdict.summary).not.toContain('not separated')
  })

  test('causes beyond the five hundredth are counted in the summary', async () => {
    const { verdict } = await failures(510)
    expect(verdict.summary).toContain(
      '10 more places of the log have causes of their own that were not separated',
    )
  })
})
