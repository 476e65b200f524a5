import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NOTES, RULES } from '../../src/rules/index.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/findings.md'), 'utf8')
const headings = [...page.matchAll(/^#{2,3} ([a-z0-9/-]+)$/gm)].map(([, id = '']) => id)
const ids = [...RULES, ...NOTES].flat().map(({ id }) => id)

describe('docs/findings.md', () => {
  test.each(ids)('has a heading for the rule %s', (id) => {
    expect(headings).toContain(id)
  })

  test('has no heading twice', () => {
    expect(headings.filter((id, index) => headings.indexOf(id) !== index)).toEqual([])
  })
})
