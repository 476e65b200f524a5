import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decidedAgainst, readByPeople, textsOf } from '../../scripts/words.ts'

const glossary = readFileSync('CONTRIBUTING.md', 'utf8')
const against = decidedAgainst(glossary)

/** What the glossary would say of one line. */
function complaints(line: string, isSource = false): readonly string[] {
  return textsOf(line, isSource).flatMap(({ text }) =>
    against.filter(({ pattern }) => pattern.test(text)).map(({ write }) => write),
  )
}

describe('the glossary', () => {
  test('has about forty words, and decides against those that were translated', () => {
    expect(glossary.match(/^\| \*\*/gm)?.length).toBeGreaterThanOrEqual(40)
    expect(against.length).toBeGreaterThan(10)
  })

  test.each([
    ['Take another way out.', 'egress'],
    ['Mend the path.', 'fix'],
    ['Can heal by itself.', 'retry may help'],
    ['has a blank inside', 'space, line break'],
    ['| Input | What it says |', 'Description'],
    ['It is told twice.', 'returned, reported'],
    ['Proven from this same path: DNS', 'reached, stopped at'],
  ])('complains about "%s"', (line, write) => {
    expect(complaints(line)).toEqual([write])
    expect(complaints(`const text = '${line}'`, true)).toEqual([write])
  })

  test.each([
    'const told = mend(blanks)',
    '// a way out',
    "import { told } from './run-reports.ts'",
    'const text = `one ${told} two`',
    'An amendment is untold.',
  ])('leaves alone what nobody reads, and longer words: %s', (line) => {
    expect(complaints(line, !line.startsWith('An'))).toEqual([])
  })

  test('is held against every text that people read', () => {
    const { pages, source } = readByPeople('.')
    for (const file of [
      'SECURITY.md',
      'docs/decisions/README.md',
      'examples/gate.yml',
      'schema/config.schema.json',
      '.github/ISSUE_TEMPLATE/wrong-owner.yml',
    ])
      expect(pages).toContain(file)
    for (const folder of readdirSync('src'))
      expect(source.some((file) => file.startsWith(`src/${folder}`))).toBe(true)
  })
})
