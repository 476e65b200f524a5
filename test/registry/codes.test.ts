import { describe, expect, test } from 'vitest'
import { MARKS } from '../../src/knowledge/catalogue.ts'
import { sectionsOf, textOf } from './documents.ts'
import { namedCodes, NOT_CODES } from './emitted-codes.ts'

const PAGE = textOf('docs/codes.md')
/** Rows by code; `api.<code>` stands for the API's own word and is in no source. */
const ROWS = sectionsOf(PAGE).flatMap(({ heading, text }) =>
  [...text.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, code = '', cells = '']) => ({
    section: heading.split(':')[0],
    code,
    cells: cells.split(' | '),
  })),
)
const OWN_WORDS = ['api.<code>', 'azure.<code>', 'gateway.<code>']
const DOCUMENTED = ROWS.map(({ code }) => code)
const NAMED = namedCodes()
const EMITTED = new Set(NAMED.map(({ code }) => code).filter((code) => !(code in NOT_CODES)))

describe('docs/codes.md', () => {
  test('explains every code that the program can say', () => {
    const missing = NAMED.filter(({ code }) => EMITTED.has(code) && !DOCUMENTED.includes(code))
    expect(missing).toEqual([])
  })

  test('explains no code that the program does not say', () => {
    expect(DOCUMENTED.filter((code) => !EMITTED.has(code) && !OWN_WORDS.includes(code))).toEqual([])
  })

  test('says that an API may send words of its own', () => {
    expect(DOCUMENTED).toEqual(expect.arrayContaining(OWN_WORDS))
  })

  test('has each code once, in the table of its layer, in the order of the alphabet', () => {
    expect(new Set(DOCUMENTED).size).toBe(DOCUMENTED.length)
    for (const { section, code } of ROWS) expect(code.split('.')[0]).toBe(section)
    for (const layer of new Set(ROWS.map(({ section }) => section))) {
      const codes = ROWS.filter(
        ({ section, code }) => section === layer && !OWN_WORDS.includes(code),
      ).map(({ code }) => code)
      expect(codes).toEqual(codes.toSorted())
    }
  })

  test('leaves no cell empty', () => {
    expect(ROWS.filter(({ cells }) => cells.length < 3 || cells.includes(''))).toEqual([])
  })
})

describe('the exceptions of the scan', () => {
  test('are all met, so that none outlives its reason', () => {
    const named = new Set(NAMED.map(({ code }) => code))
    expect(Object.keys(NOT_CODES).filter((word) => !named.has(word))).toEqual([])
  })

  test('call marks what is a mark', () => {
    const marks = new Set(MARKS.map(({ id }) => id))
    const called = Object.keys(NOT_CODES).filter((word) => NOT_CODES[word]?.startsWith('a mark'))
    expect(called.filter((word) => !marks.has(word))).toEqual([])
  })

  test('name the code that is meant instead', () => {
    const instead = Object.values(NOT_CODES).flatMap((reason) =>
      [...reason.matchAll(/(?:its code is|SOCKS says) (\S+)/g)].map(([, code = '']) => code),
    )
    expect(instead.filter((code) => !EMITTED.has(code))).toEqual([])
  })
})
