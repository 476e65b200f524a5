import { describe, expect, test } from 'vitest'
import { readIgnoreFile } from '../../src/browser/ignore.ts'

const ignores = (glob: string, file: string): boolean => {
  const { entries } = readIgnoreFile(`${glob} # a test`, 'ignore')
  return entries.some((entry) => entry.matches(file))
}

describe('globs of the ignore file', () => {
  test.each([
    ['a.js', 'x/y/a.js', true],
    ['a.js', 'a.js', true],
    ['*.js', 'x/a.js', true],
    ['*.js', 'x/a.jsx', false],
    ['x/*.js', 'x/a.js', true],
    ['x/*.js', 'x/y/a.js', false],
    ['x/**/a.js', 'x/a.js', true],
    ['x/**/a.js', 'x/y/z/a.js', true],
    ['x/**', 'x/y/z', true],
    ['x/', 'x/y/z', true],
    ['./x/a?.js', 'x/ab.js', true],
    ['x/a?.js', 'x/a.js', false],
    ['a+b(1).js', 'a+b(1).js', true],
    ['a*b*c', 'axxbxxc', true],
    ['a*b*c', 'axxbxx', false],
  ])('%s and %s: %s', (glob, file, expected) => {
    expect(ignores(glob, file)).toBe(expected)
  })

  test('a glob written to hang is refused or answered at once', () => {
    const file = `${'a/'.repeat(400)}b`
    const before = performance.now()
    for (const glob of [`${'**/'.repeat(24)}z`, `${'**/'.repeat(8)}z`, `${'a*'.repeat(90)}z`]) {
      expect(ignores(glob, file)).toBe(false)
      expect(ignores(glob, 'a'.repeat(4000))).toBe(false)
    }
    expect(performance.now() - before).toBeLessThan(1000)
    expect(readIgnoreFile(`${'**/'.repeat(24)}z # x`, 'f').problems).toHaveLength(1)
  })
})
