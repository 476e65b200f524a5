import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../../package.json' with { type: 'json' }
import { withCommands, withFullTables, withTables } from '../../scripts/readme-tables.ts'
import { pages } from '../../scripts/workflow-texts.ts'
import { EXIT } from '../../src/doors/exit-code.ts'
import { OUTPUTS } from '../../src/reports/artifact.ts'
import { branchOf, OWNERS, RUNGS } from '../../src/model/index.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const readme = read('README.md')

describe('README.md', () => {
  test('shows the inputs and outputs of action.yml as they are', () => {
    expect(withTables(readme, read('action.yml'))).toBe(readme)
  })

  test('action.yml declares what a run puts out, and nothing else', () => {
    const { outputs }: { outputs: Record<string, unknown> } = parse(read('action.yml'))
    expect(Object.keys(outputs)).toEqual([...OUTPUTS])
  })

  test('holds about 2,500 words, and the rest is in docs/', () => {
    expect(readme.split(/\s+/).length).toBeLessThan(2800)
    const full = read('docs/inputs.md')
    expect(withFullTables(full, read('action.yml'))).toBe(full)
    expect(withCommands(read('docs/command-line.md'))).toBe(read('docs/command-line.md'))
  })

  test('shows picture, snippet and the table of owners first', () => {
    const headings = [...readme.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings.slice(0, 2)).toEqual(['The smallest step', 'Who must act'])
    expect(readme.indexOf('docs/pictures/terminal.svg')).toBeLessThan(readme.indexOf('\n## '))
  })

  test('is changed by another description in action.yml', () => {
    const action = read('action.yml').replace('pass, fail or inconclusive.', 'something else.')
    expect(withTables(readme, action)).not.toBe(readme)
  })

  test('says when a marker is missing', () => {
    const broken = readme.replace('<!-- outputs:end -->', '')
    expect(() => withTables(broken, read('action.yml'))).toThrow('markers of outputs')
  })

  test('names every owner with its branch, in the order of the model', () => {
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| `([a-z]+)` \| \S/gm)]
    expect(rows.map(([, owner, branch]) => [owner, branch])).toEqual(
      OWNERS.map((owner) => [owner, branchOf(owner)]),
    )
  })

  test('names the rungs in their order', () => {
    expect(readme).toContain(RUNGS.map((rung) => `\`${rung}\``).join(' → '))
  })

  test('names every exit code', () => {
    const rows = [...readme.matchAll(/^\| (\d+) \| /gm)].map(([, code]) => Number(code))
    expect(rows).toEqual(Object.values(EXIT))
  })

  test.each(['npm ci && npm run demo', 'npm ci && npm test'])('says word for word: %s', (line) => {
    expect(readme.split('\n')).toContain(line)
  })
})

describe('the commands that the pages name', () => {
  const named = pages().flatMap((page) =>
    [...read(page).matchAll(/\bnpm (?:run ([\w:]+)|(test)\b)/g)].map(
      ([, script, own]) => [page, script ?? own ?? ''] as const,
    ),
  )

  test('are found in the pages', () => {
    expect(named.length).toBeGreaterThan(5)
  })

  test.each(named)('%s: npm run %s is a script of package.json', (_, script) => {
    expect(manifest.scripts).toHaveProperty([script])
  })
})

test('the changelog has a place for what is not released', () => {
  expect(read('CHANGELOG.md')).toContain('\n## [Unreleased]\n')
})

test('every issue form asks for the packet', () => {
  for (const form of ['wrong-owner', 'defect', 'idea']) {
    expect(parse(read(`.github/ISSUE_TEMPLATE/${form}.yml`))).toMatchObject({
      body: expect.arrayContaining([expect.objectContaining({ id: 'packet', type: 'textarea' })]),
    })
  }
})
