import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GROUPS, limitsOfSource, metAt } from '../../scripts/limits.ts'

const ROOT = join(import.meta.dirname, '../..')
const ALL = limitsOfSource()

test('every limit of the source is in the list, with a reason, and the list has no other', () => {
  expect(ALL.length).toBeGreaterThan(190)
  expect(ALL.filter((limit) => metAt(limit) === undefined).map(({ key }) => key)).toEqual([])
  expect(ALL.filter(({ why }) => why === '').map(({ file, key }) => `${file} ${key}`)).toEqual([])
  const known = new Set(ALL.flatMap(({ key, file }) => [key, `${file} ${key.split(' ')[1] ?? ''}`]))
  const listed = GROUPS.flatMap(({ limits }) => Object.keys(limits))
  expect(listed.filter((key) => !known.has(key))).toEqual([])
})

test('a limit that may leave something out names a test that meets it', () => {
  const tests = ALL.flatMap((limit) => metAt(limit)?.met.test ?? [])
  const leavesOut = ALL.filter((limit) => metAt(limit)?.group === GROUPS[0])
  expect(leavesOut.length).toBeGreaterThan(30)
  expect(leavesOut.filter((limit) => metAt(limit)?.met.test === undefined)).toEqual([])
  for (const one of tests) {
    const [file = '', title = ''] = one.split(' › ')
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(title)
  }
})
