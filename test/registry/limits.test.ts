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

/** May change no verdict: formatting, memories, the rhythm of waiting. */
const WITHOUT_TEST: ReadonlySet<string> = new Set(['What is shown', 'What changes no verdict'])

test('a limit that may change what is found names a test that meets it', () => {
  const told = ALL.flatMap((limit) => metAt(limit) ?? [])
  const tests = told.flatMap(({ met }) => met.test ?? [])
  const [leavesOut] = GROUPS
  expect(Object.keys(leavesOut?.limits ?? {}).length).toBeGreaterThan(30)
  expect(told.filter(({ group, met }) => group === leavesOut && met.test === undefined)).toEqual([])
  const owed = told.filter(
    ({ group, met }) => !WITHOUT_TEST.has(group.title) && met.test === undefined,
  )
  expect(owed.map(({ met }) => met.says)).toEqual([])
  const missing = tests.filter((one) => {
    const [file = '', title = ''] = one.split(' › ')
    const text = readFileSync(join(ROOT, file), 'utf8')
    return !["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote}`))
  })
  expect(missing).toEqual([])
})
