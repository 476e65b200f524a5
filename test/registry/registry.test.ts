import { describe, expect, test } from 'vitest'
import { PROBE_RUNG, REQUEST_PROBES, type ProbeId } from '../../src/model/index.ts'
import { CHECKS } from '../../src/probes/path-checks/index.ts'
import { INVESTIGATIONS } from '../../src/probes/index.ts'
import { findingUrl } from '../../src/reports/words.ts'
import { SIGN_IN_BESIDE } from '../../src/rules/answers/index.ts'
import { NOTES, RULES } from '../../src/rules/index.ts'
import { anchorsOf, sectionsOf, sourcesIn, textOf } from './documents.ts'

const FINDINGS = textOf('docs/findings.md')
const SECTIONS = sectionsOf(FINDINGS)
const HEADINGS = SECTIONS.map(({ heading }) => heading)
const PARTS = ['Seen', 'Owner', 'Fix', 'Wrong fixes', 'Verify']

/** What the judge and the doors say themselves, where no rule can speak. */
const SAID_WITHOUT_A_RULE = [
  ...new Set(
    sourcesIn('src/')
      .filter((file) => file !== 'src/inside/sources.ts')
      .flatMap((file) => [...textOf(file).matchAll(/'((?:unknown|own)[/-][a-z][a-z-]*)'/g)])
      .map(([, rule = '']) => rule),
  ),
]
/** What a sign-in that failed says stands in two lists: alone, and beside the network rules. */
const LISTS = [...RULES, ...NOTES].filter((list) => list !== SIGN_IN_BESIDE)
const IDS = LISTS.flat().map(({ id }) => id)
const EXPLAINED = [...IDS, ...SAID_WITHOUT_A_RULE]

describe('rules', () => {
  test('have one id each', () => {
    expect(repeated(IDS)).toEqual([])
  })

  test('name rules of earlier lists as what explains them', () => {
    const early = [...RULES, ...NOTES].flatMap((list, at, all) => {
      const known = new Set(all.slice(0, at).flatMap((earlier) => earlier.map(({ id }) => id)))
      return list.flatMap(({ id, explainedBy = [] }) =>
        explainedBy.filter((other) => !known.has(other)).map((one) => [id, one]),
      )
    })
    expect(early).toEqual([])
  })

  test('each have evidence that they speak on', () => {
    const tests = ['test/rules/', 'test/run/', 'test/scenarios/', 'test/probes/entra/']
      .flatMap(sourcesIn)
      .map(textOf)
      .join('\n')
    const words = new Set(tests.match(/[\w/-]+/g))
    expect(IDS.filter((id) => !words.has(id))).toEqual([])
  })
})

describe('docs/findings.md', () => {
  test('has one heading for each rule, and no other', () => {
    expect(repeated(HEADINGS)).toEqual([])
    expect(EXPLAINED.filter((rule) => !HEADINGS.includes(rule))).toEqual([])
    expect(HEADINGS.filter((heading) => !EXPLAINED.includes(heading))).toEqual([])
  })

  test.each(SECTIONS)('$heading has its five parts in order, none of them empty', ({ text }) => {
    const parts = text.trim().split('\n\n')
    expect(parts.map((part) => /^\*\*(.+?)\.\*\* /.exec(part)?.[1])).toEqual(PARTS)
    for (const part of parts) expect(part).toMatch(/\*\* .{5,}[.]$/s)
  })

  test('refers to rules that exist', () => {
    const families = new Set(EXPLAINED.flatMap((rule) => rule.split('/').slice(0, -1)))
    const named = [...FINDINGS.matchAll(/`([a-z]+)\/([a-z-]+)`/g)]
      .filter(([, family = '']) => families.has(family))
      .map(([, family, name]) => `${family}/${name}`)
    expect(named.filter((rule) => !EXPLAINED.includes(rule))).toEqual([])
  })
})

describe('the link of a finding', () => {
  const anchors = anchorsOf(FINDINGS)

  test('leads to a heading of its own on GitHub', () => {
    expect(repeated(anchors)).toEqual([])
    const dead = EXPLAINED.filter((rule) => {
      const [page, anchor = ''] = findingUrl('https://example.test/findings.md', rule).split('#')
      return page !== 'https://example.test/findings.md' || !anchors.includes(anchor)
    })
    expect(dead).toEqual([])
  })

  test.each([
    ['tcp/nothing-listens-here', 'tcpnothing-listens-here'],
    ['own-inside', 'own-inside'],
    ['Two Words, a_b', 'two-words-a_b'],
    ['Grüße/日本', 'grüße日本'],
  ])('%s has the anchor %s', (rule, anchor) => {
    expect(findingUrl('', rule)).toBe(`#${anchor}`)
  })
})

describe('investigations', () => {
  /** Noted by other parts of the program: settings, sign-in, the front end, and what is asked after a pass. */
  const ELSEWHERE: readonly ProbeId[] = [
    'settings',
    'token',
    'client-bundle',
    'browser-origin',
    'other-family',
    'models',
    'key-expiry',
  ]

  test('are the probes that the real request does not consist of, each once', () => {
    const asked = [...INVESTIGATIONS, ...Object.values(CHECKS)].map(({ probe }) => probe)
    const known = [...REQUEST_PROBES, ...ELSEWHERE, ...asked]
    expect(known.toSorted()).toEqual(Object.keys(PROBE_RUNG).toSorted())
  })
})

function repeated(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => words.indexOf(word) !== at)
}
