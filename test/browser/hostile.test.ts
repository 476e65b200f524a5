import { describe, expect, test } from 'vitest'
import { factsOf, projectKey } from './planted.ts'

const MIB = 1024 * 1024
const key = projectKey(80)

/** Far more than any of these takes (0.1 to 1 s alone), far less than a pattern that goes back. */
const LIMIT_MS = 20_000

const ATTACKS: readonly (readonly [string, string])[] = [
  ['quotes', '"'.repeat(MIB)],
  ['brackets', '('.repeat(MIB / 2) + '['.repeat(MIB / 2)],
  ['blanks', ' '.repeat(MIB)],
  ['one name', 'a'.repeat(MIB)],
  ['sums', 'a="b"+'.repeat(MIB / 8)],
  ['hosts', 'fetch("https://api.openai.com/v1/models",'.repeat(20_000)],
  [
    'hosts of a name that is used everywhere',
    `a="https://api.openai.com/v1";${'a+a;'.repeat(MIB / 8)}`,
  ],
  ['hosts of Azure', 'x.openai.azure.com key:"'.repeat(30_000)],
  ['beginnings of keys', '"sk-'.repeat(MIB / 8)],
  ['halves of keys', '"sk-proj-"+'.repeat(MIB / 32)],
  ['lists', `a=["sk-"${',"b"'.repeat(MIB / 16)}];a.join("")`],
  ['switches', 'dangerouslyAllow'.repeat(MIB / 32)],
  ['base64', `atob("${'c2st'.repeat(MIB / 8)}`],
  ['names of keys', 'apiKey-'.repeat(MIB / 8)],
]

describe('a file that was made to take long is searched to its end', () => {
  test.each(ATTACKS)('%s', { timeout: LIMIT_MS * 2 }, async (_, text) => {
    const started = performance.now()
    const { hits } = await factsOf({ 'dist/a.js': `${text}\nk="${key}"` })
    expect(performance.now() - started).toBeLessThan(LIMIT_MS)
    expect(hits.some((hit) => hit.kind === 'key' && hit.line === 2)).toBe(true)
  })
})

test('one line of 50 MB is searched to its end', { timeout: 60_000 }, async () => {
  const line = Buffer.alloc(50 * MIB, 'f(a,"b");')
  line.write(`k="${key}"`, 50 * MIB - 200)
  const { hits } = await factsOf({ 'dist/a.js': line })
  expect(hits).toMatchObject([{ line: 1, column: 50 * MIB - 200 + 4 }])
})

describe('source maps', () => {
  const map = (sources: readonly string[], mappings = '') =>
    JSON.stringify({
      version: 3,
      names: [],
      mappings,
      sources: sources.map((_, index) => `../src/s${index}.ts`),
      sourcesContent: sources,
    })

  test('of 30,000 sources', { timeout: 60_000 }, async () => {
    const sources = Array.from({ length: 30_000 }, (_, index) => `export const a${index} = 1\n`)
    sources[29_000] = `const k = "${key}"\n`
    const started = performance.now()
    const { hits } = await factsOf({ 'dist/a.js.map': map(sources) })
    expect(performance.now() - started).toBeLessThan(LIMIT_MS)
    expect(hits).toMatchObject([{ original: { file: 'src/s29000.ts', line: 1, column: 12 } }])
  })

  test('of 20 MB with 2,000 keys, each at its own place', { timeout: 60_000 }, async () => {
    const padding = '// '.padEnd(10_000, 'x')
    const sources = Array.from(
      { length: 2000 },
      (_, index) => `${padding}\nconst k = "${projectKey(1000 + index)}"\n`,
    )
    const started = performance.now()
    const { hits, omitted } = await factsOf({ 'dist/a.js.map': map(sources) })
    expect(performance.now() - started).toBeLessThan(LIMIT_MS)
    expect(hits).toHaveLength(1000)
    // One in some thousand keys that are drawn spells a word like `your`, and is taken for made up.
    expect(omitted?.key).toBeGreaterThan(990)
    expect(new Set(hits.map(({ column }) => column)).size).toBe(1000)
    expect(hits.at(-1)?.original).toMatchObject({ line: 2, column: 12 })
  })
})
