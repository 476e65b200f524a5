import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createRedactor } from '../../src/redaction/index.ts'

/** Where every sentence that we write to people stands. */
const FILES = [
  ...['rules', 'settings', 'explain', 'reports', 'knowledge', 'packets', 'doors', 'run'].flatMap(
    (folder) => globSync(`src/${folder}/**/*.ts`),
  ),
  ...globSync('docs/*.md'),
  'README.md',
  'action.yml',
]

describe('our own advice', () => {
  test('is read as it was written: its placeholders are no secrets, and are not counted', () => {
    const redactor = createRedactor([])
    const lines = FILES.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    expect(lines.length).toBeGreaterThan(10_000)
    expect(lines.filter((line) => redactor.text(line, 'advice') !== line)).toEqual([])
    expect(redactor.list()).toEqual([])
  })

  test.each(['http://user:password@proxy.example:3128', 'http://user:pass-word@host:3128'])(
    'a password is removed all the same: %s',
    (url) => {
      expect(createRedactor([]).text(url, 'x')).toMatch(/^http:\/\/\[removed: password\]@/)
    },
  )
})
