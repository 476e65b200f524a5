import { describe, expect, test } from 'vitest'
import { originalFile, originalOf, readSourceMap } from '../../src/browser/source-map.ts'
import { factsOf, projectKey } from './planted.ts'

// Column 0 → a.ts 1:0; column 9 → a.ts 16:4; line 3, column 2 → b.ts 1:1; column 5 → nothing.
const MAPPINGS = 'AAAA,SAeI;;ECfH,G'
const flat = { version: 3, sources: ['a.ts', 'b.ts'], names: [], mappings: MAPPINGS }

describe('a place is mapped to the last mapping before it on its line', () => {
  const map = readSourceMap(JSON.stringify(flat))
  test.each([
    [1, 1, { file: 'a.ts', line: 1, column: 1 }],
    [1, 9, { file: 'a.ts', line: 1, column: 1 }],
    [1, 10, { file: 'a.ts', line: 16, column: 5 }],
    [1, 999, { file: 'a.ts', line: 16, column: 5 }],
    [2, 1, undefined],
    [3, 1, undefined],
    [3, 3, { file: 'b.ts', line: 1, column: 2 }],
    [3, 6, undefined],
    [4, 1, undefined],
  ])('%i:%i', (line, column, expected) => {
    expect(map && originalOf(map, { line, column }, 'x.map')).toEqual(expected)
  })
})

test('an index map adds the offset of its section', () => {
  const sections = [
    { offset: { line: 0, column: 0 }, map: flat },
    {
      offset: { line: 5, column: 10 },
      map: { ...flat, sources: ['c.ts', 'd.ts'], sourceRoot: 'lib' },
    },
  ]
  const map = readSourceMap(JSON.stringify({ version: 3, sections }))
  const at = (line: number, column: number) => map && originalOf(map, { line, column }, 'x.map')
  expect(at(1, 10)?.file).toBe('a.ts')
  expect(at(6, 20)).toEqual({ file: 'lib/c.ts', line: 16, column: 5 })
  expect(at(8, 3)?.file).toBe('lib/d.ts')
})

test.each(['', '{', '[]', '{"version":3}', '{"sources":["a"],"mappings":7}'])(
  '%j is no source map',
  (text) => {
    expect(readSourceMap(text)).toBeUndefined()
  },
)

test('mappings that are not base64 VLQ give nothing', () => {
  const map = readSourceMap(JSON.stringify({ ...flat, mappings: '!!' }))
  expect(map && originalOf(map, { line: 1, column: 1 }, 'x.map')).toBeUndefined()
})

test.each([
  ['dist/assets/a.js.map', '../../src/main.ts', 'src/main.ts'],
  ['dist/a.js.map', './src/main.ts?v=1', 'dist/src/main.ts'],
  ['dist/a.js.map', 'webpack://shop/./src/main.ts', 'src/main.ts'],
  ['dist/a.js.map', 'webpack:///src/main.ts?1a2b', 'src/main.ts'],
  ['dist/a.js.map', 'turbopack:///[project]/src/main.ts', 'src/main.ts'],
])('in %s, %s is %s', (map, source, expected) => {
  expect(originalFile(map, source)).toBe(expected)
})

describe('where the map is found', () => {
  const key = projectKey(2)
  const code = `const k="${key}"\n`
  const map = JSON.stringify({ version: 3, sources: ['../src/a.ts'], names: [], mappings: 'AAeA' })
  const original = { file: 'src/a.ts', line: 16, column: 1 }

  test.each([
    [
      'named',
      {
        'dist/a.js': `${code}//# sourceMappingURL=maps/b.js.map`,
        'dist/maps/b.js.map': map.replace('../', '../../'),
      },
    ],
    ['beside the file, not named', { 'dist/a.js': code, 'dist/a.js.map': map }],
    [
      'inline',
      { 'dist/a.js': `${code}//# sourceMappingURL=data:application/json;base64,${btoa(map)}` },
    ],
    [
      'inline, percent-encoded',
      {
        'dist/a.js': `${code}//# sourceMappingURL=data:application/json,${encodeURIComponent(map)}`,
      },
    ],
  ])('%s', async (_, files) => {
    expect((await factsOf(files)).hits).toMatchObject([{ file: 'dist/a.js', line: 1, original }])
  })

  test('outside the folder it is not read', async () => {
    const { hits } = await factsOf({
      'dist/a.js': `${code}//# sourceMappingURL=../b.map`,
      'b.map': map,
    })
    expect(hits[0]).not.toHaveProperty('original')
  })
})

describe('a key that stands only in sourcesContent', () => {
  const source = `// dev\nconst parts = ["${projectKey(3).slice(0, 30)}",\n  "${projectKey(3).slice(30)}"].join('')\n`
  const map = JSON.stringify({
    version: 3,
    sources: ['../src/safe.ts', '../src/leak.ts'],
    sourcesContent: ['export {}', source],
    names: [],
    mappings: '',
  })
  const original = { file: 'src/leak.ts', line: 2, column: 17 }

  test('is found in the map file, and told at its original place', async () => {
    const { hits } = await factsOf({ 'dist/a.js': 'f()', 'dist/a.js.map': map })
    expect(hits).toMatchObject([
      { kind: 'key', file: 'dist/a.js.map', line: 1, encoded: 'split', original },
    ])
    expect(hits[0]?.column).toBe(map.indexOf('sk-') + 1)
  })

  test('is found in an inline map', async () => {
    const url = `data:application/json;charset=utf-8;base64,${btoa(map)}`
    const { hits } = await factsOf({ 'dist/a.js': `f()\n//# sourceMappingURL=${url}` })
    expect(hits).toMatchObject([{ kind: 'key', file: 'dist/a.js', line: 2, column: 5, original }])
  })
})
