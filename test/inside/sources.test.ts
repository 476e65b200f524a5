import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourcesModule } from '../../src/inside/generate-sources.ts'
import { REMOTE_PY, REMOTE_SH, SCOUT_SH } from '../../src/inside/sources.ts'

const folder = resolve(import.meta.dirname, '../../src/inside')
const file = (name: string): string => readFileSync(resolve(folder, name), 'utf8')

describe('the programs for targets', () => {
  test('are in the bundle as they stand beside it', () => {
    expect(file('sources.ts')).toBe(sourcesModule(folder))
    expect(SCOUT_SH).toBe(file('scout.sh'))
    expect(REMOTE_SH).toBe(file('remote.sh'))
    expect(REMOTE_PY).toBe(file('remote.py'))
  })

  test.each(['scout.sh', 'remote.sh'])('%s is understood by a POSIX shell', (name) => {
    expect(spawnSync('sh', ['-n', resolve(folder, name)]).status).toBe(0)
  })
})
