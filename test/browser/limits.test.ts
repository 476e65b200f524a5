import { describe, expect, test } from 'vitest'
import { readIgnoreFile } from '../../src/browser/ignore.ts'
import { foldFrom } from '../../src/browser/literals.ts'
import { readSourceMap } from '../../src/browser/source-map.ts'
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

describe('a direct call', () => {
  const url = 'https://api.openai.com/v1'

  test('is seen among forty uses of its address, and further uses are not followed', async () => {
    const uses = (others: number): string =>
      `const BASE="${url}";${'log(BASE);'.repeat(others)}f=p=>fetch(BASE+p)`
    expect(await found(uses(30))).toEqual(['api-call'])
    expect(await found(uses(45))).toEqual([])
  })

  test('by a name of one letter is seen within 2,000 characters', async () => {
    const far = (distance: number): string =>
      `const t="${url}";${'x();'.repeat(distance / 4)}e=r=>fetch(t+"/"+r)`
    expect(await found(far(1600))).toEqual(['api-call'])
    expect(await found(far(2400))).toEqual([])
  })

  test('is seen up to 4,000 characters before its address', async () => {
    const far = (distance: number): string =>
      `new OpenAI({a:[${'1,'.repeat(distance / 2)}1],baseURL:"${url}"})`
    expect(await found(far(3600))).toEqual(['api-call'])
    expect(await found(far(4400))).toEqual([])
  })

  test('is seen through five brackets around its address', async () => {
    const within = (brackets: number): string =>
      `fetch(${'('.repeat(brackets)}"${url}"${')'.repeat(brackets)})`
    expect(await found(within(4))).toEqual(['api-call'])
    expect(await found(within(5))).toEqual([])
  })
})

describe('a key that is put together', () => {
  test('is put together to 4,096 characters, more than any has', async () => {
    const sum = `"${key.slice(0, 8)}"+"${key.slice(8)}"+" ${'x'.repeat(5000)}"+"y"`
    expect(foldFrom(sum, 1, '"').value).toHaveLength(4096)
    expect(await found(`let k=${sum}`)).toEqual(['key'])
  })

  test('is looked for in the first 64 sums of a name', async () => {
    const sums = (others: number): string =>
      `const a="${key.slice(0, 8)}";${'f(a+"!");'.repeat(others)}k=a+"${key.slice(8)}"`
    expect(await found(sums(63))).toEqual(['key'])
    expect(await found(sums(64))).toEqual([])
  })
})

describe('a source map', () => {
  const code = `const k="${key}"\n`
  const map = { version: 3, sources: ['../src/a.ts'], names: [], mappings: 'AAeA' }
  const original = async (files: Readonly<Record<string, string>>) =>
    (await factsOf(files)).hits.map((hit) => hit.original?.file)

  test('of more than 32 MiB is searched as text, and places are those of the built file', async () => {
    const large = JSON.stringify({ ...map, more: `${'x'.repeat(32 * 1024 * 1024)} ${key}` })
    const { hits } = await factsOf({ 'dist/a.js': code, 'dist/a.js.map': large })
    expect(hits.map(({ file, original: from }) => [file, from])).toEqual([
      ['dist/a.js', undefined],
      ['dist/a.js.map', undefined],
    ])
  })

  test('of more than 8 MiB of mappings gives no places, and its sources are searched', () => {
    const mappings = 'AAeA,'.repeat(1_700_000)
    const read = readSourceMap(JSON.stringify({ ...map, sourcesContent: [key], mappings }))
    expect([read?.sourcesContent, read?.resolvedSources.length]).toEqual([[key], 1])
  })

  test('with a name of more than 4,096 characters is not looked for', async () => {
    const linked = (length: number) => {
      const name = `${'./'.repeat(length / 2)}m.js.map`
      return original({
        'dist/a.js': `${code}//# sourceMappingURL=${name}`,
        'dist/m.js.map': JSON.stringify(map),
      })
    }
    expect(await linked(3000)).toEqual(['src/a.ts'])
    expect(await linked(4096)).toEqual([undefined])
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
