import { describe, expect, test } from 'vitest'
import { readIgnoreFile } from '../../src/browser/ignore.ts'
import { Secret } from '../../src/model/index.ts'
import { factsOf, hex, projectKey } from './planted.ts'

/** Each test meets one limit of docs/limits.md: the last value that fits, and the first that does not. */

const key = projectKey(1)

/** What is found in one script. */
const found = async (script: string, secrets: readonly Secret[] = []): Promise<readonly string[]> =>
  (await factsOf({ 'dist/a.js': script }, { secrets })).hits.map(({ kind }) => kind)

/** The key in so many pieces; what is searched for stands in the first. */
const inPieces = (count: number): string =>
  [key.slice(0, 8), ...Array.from({ length: count - 2 }, () => ''), key.slice(8)]
    .map((piece) => `"${piece}"`)
    .join('+')

describe('a key', () => {
  test('that was encoded twice is found, three times not', async () => {
    const data = (text: string): string => `let k="data:text/javascript;base64,${btoa(text)}"`
    expect(await found(data(data(`k="${key}"`)))).toEqual(['key'])
    expect(await found(data(data(data(`k="${key}"`))))).toEqual([])
  })

  test('in 64 pieces is put together, in more not', async () => {
    expect(await found(`let k=${inPieces(64)}`)).toEqual(['key'])
    expect(await found(`let k=${inPieces(65)}`)).toEqual([])
  })

  test('of Azure is one within 3,000 bytes of its host', async () => {
    const near = (distance: number): string =>
      `let h="https://mine.openai.azure.com/",\n${'/'.repeat(distance)}\nx={key:"${hex(32, 7)}"}`
    expect(await found(near(2900))).toContain('key')
    expect(await found(near(3100))).not.toContain('key')
  })

  test('that this run knows is looked for from twelve characters on', async () => {
    const [known, short] = ['Zq7-Zq8-Zq9-', 'Zq7-Zq8-Zq9']
    expect(await found(`let k="${known}"`, [new Secret(known, 'test')])).toEqual(['key'])
    expect(await found(`let k="${short}"`, [new Secret(short, 'test')])).toEqual([])
  })
})

describe('the ignore file', () => {
  test.each([
    ['a glob of 200 characters is read', 'a'.repeat(200), 0],
    ['one of 201 is refused', 'a'.repeat(201), 1],
    ['a glob with eight ** is read', `${'**/'.repeat(8)}z`, 0],
    ['one with nine is refused', `${'**/'.repeat(9)}z`, 1],
  ])('%s', (_title, glob, problems) => {
    expect(readIgnoreFile(`${glob} # a reason`, 'ignore').problems).toHaveLength(problems)
  })

  test('of more than 32 KiB is read so far, which is a problem of the settings', () => {
    const { entries, problems } = readIgnoreFile('a.js # a reason\n'.repeat(3000), 'ignore')
    expect(entries.length).toBeLessThan(2100)
    expect(problems[0]?.message).toContain('is not read behind its first 32768 characters')
  })
})
