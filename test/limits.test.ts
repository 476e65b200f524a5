import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { applicationOf } from '../src/application/index.ts'
import { detectClient } from '../src/application/detect.ts'
import { explain } from '../src/explain/index.ts'
import { readCheckout } from '../src/application/source-files.ts'

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
    expect(detectClient(readCheckout(wide, () => undefined)).reason).toContain(
      'only 2000 entries of the checkout were looked at',
    )
  })

  test('a checkout of more than 30,000 entries says where the look for its calls ended', () => {
    const many = join(folder, 'many')
    mkdirSync(many)
    for (let index = 0; index <= 30_000; index += 1) symlinkSync('none', join(many, `l${index}`))
    expect(applicationOf(many)().limit).toBe('only 30000 entries of the checkout were looked at')
  })

  test('folders deeper than ten levels are said to be unread', () => {
    const deep = join(folder, 'deep', ...Array.from({ length: 12 }, (_, index) => `d${index}`))
    mkdirSync(deep, { recursive: true })
    writeFileSync(join(deep, 'app.py'), 'client.responses.create(model="m")\n')
    expect(applicationOf(join(folder, 'deep'))().limit).toBe(
      'folders deeper than 10 levels were not read',
    )
  })

  test('a checkout whose reading takes too long says so', () => {
    const slow = join(folder, 'slow')
    mkdirSync(slow)
    writeFileSync(join(slow, 'app.py'), 'client.responses.create(model="m")\n')
    // Each look at the clock finds a second gone.
    let nowMs = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 1000))
    try {
      const { limit, families } = applicationOf(slow)()
      expect([limit, families]).toEqual(['reading the checkout took too long', []])
    } finally {
      clock.mockRestore()
    }
  })

  test.each([
    ['one manifest of more than 16 MiB', 16 * 1024 * 1024 + 1, 1, '1 more manifest was not read'],
    ['five manifests of 15 MiB', 15 * 1024 * 1024, 5, '1 more manifest was not read'],
  ])('%s: the look for the client says what it did not read', (_title, size, count, said) => {
    const text = `#${'x'.repeat(size - 1)}`
    const files = Array.from({ length: count }, (_, at) => `p${at}/requirements.txt`)
    expect(detectClient({ files, readFile: () => text }).reason).toContain(said)
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
