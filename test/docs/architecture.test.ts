import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sectionsOf, textOf } from '../registry/documents.ts'

const PAGE = textOf('docs/architecture.md')

/** `src/run/judge.ts` `judge()`: a file, and a function in it. */
const NAMED = /`(src\/[\w/.-]+\.\w+)`(?: `(\w+)\(\)`)?/g

const WALKS = sectionsOf(PAGE).filter(({ heading }) => /^One (?!place)/.test(heading))

describe.each(WALKS)('$heading', ({ text }) => {
  const steps = text.split('\n').filter((line) => /^\d+\. /.test(line))

  test('has at most ten steps', () => {
    expect(steps.length).toBeGreaterThan(4)
    expect(steps.length).toBeLessThanOrEqual(10)
  })

  test.each(steps)('%s', (step) => {
    const named = [...step.matchAll(NAMED)]
    expect(named.length).toBeGreaterThan(0)
    const missing = named.flatMap(([, file = '', name = '']) => {
      if (!existsSync(file)) return [file]
      const declared = new RegExp(String.raw`\b${name}\b\s*[(=:<]`)
      return name === '' || declared.test(textOf(file)) ? [] : [`${file} ${name}`]
    })
    expect(missing).toEqual([])
  })
})

test('two runs are walked through', () => {
  expect(WALKS.map(({ heading }) => heading)).toEqual([
    'One healthy run',
    'One intercepted handshake',
  ])
})
