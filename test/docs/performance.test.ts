import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sectionsOf } from '../../bench/order.ts'
import { staleFigures } from '../../scripts/performance.ts'

/** What `staleFigures` says after so many commits that change this file. */
function after(count: number, file: string): string | undefined {
  const root = mkdtempSync(join(tmpdir(), 'preflight-figures-'))
  const git = (args: readonly string[], input = ''): string =>
    spawnSync('git', args, { cwd: root, input, encoding: 'utf8' }).stdout.trim()
  const commits = Array.from({ length: count + 1 }, (_, index) =>
    [
      'commit refs/heads/main',
      `committer A <a@example.org> ${String(index)} +0000`,
      'data 0',
      `M 644 inline ${file}`,
      `data <<END\n${String(index)}\nEND\n`,
    ].join('\n'),
  )
  try {
    git(['init', '--quiet', '--initial-branch=main'])
    git(['fast-import', '--quiet'], commits.join('\n'))
    return staleFigures(git(['rev-list', '--max-parents=0', 'main']), root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

test('figures are stale 151 commits of src/ after they were measured, not 150, and of src/ alone', () => {
  expect(after(151, 'src/x.ts')).toMatch(/^151 commits have changed src\/ /)
  expect(after(150, 'src/x.ts')).toBeUndefined()
  expect(after(151, 'docs/x.md')).toBeUndefined()
})

test('where the measured commit is not at hand, as in a shallow clone, nothing is claimed', () => {
  expect(staleFigures('0'.repeat(40), tmpdir())).toBeUndefined()
})

test('bench --only takes a list of sections, and refuses a name that is none with those there are', () => {
  expect(sectionsOf('healthy, startup')).toEqual(['startup', 'healthy'])
  expect(sectionsOf()).toHaveLength(7)
  expect(sectionsOf('startup,fast')).toBe(
    '--only startup,fast: no section is called "fast"; there are startup, healthy, faults, routes, sizes, fleet, throughput',
  )
  expect(sectionsOf('')).toMatch(/^--only : no section/)
})
