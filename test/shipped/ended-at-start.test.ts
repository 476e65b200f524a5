import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, test } from 'vitest'
import { fields } from '../../src/model/index.ts'
import { run } from '../lab/namespace.ts'
import { unpack } from './packed.ts'

const packed = unpack()
const folder = mkdtempSync(join(tmpdir(), 'preflight-ended-'))
afterAll(() => {
  packed[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** Settings on which Node.js ends before it loads the program, with what `explain` makes of its last words. */
const ENDINGS: readonly (readonly [title: string, env: Record<string, string>, code: string])[] = [
  [
    'a scheme that it does not speak',
    { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'socks5h://127.0.0.1:1' },
    'config.proxy_unusable',
  ],
  [
    'no scheme',
    { NODE_USE_ENV_PROXY: '1', https_proxy: 'proxy.corp.example:3128' },
    'config.proxy_unusable',
  ],
  [
    'no host',
    { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://user:word@' },
    'config.proxy_unusable',
  ],
  [
    'two trust stores at once',
    { NODE_OPTIONS: '--use-openssl-ca', NODE_USE_SYSTEM_CA: '1' },
    'config.trust_unusable',
  ],
]

describe('what Node.js does not survive', () => {
  // Measured, so that the page which says so (docs/troubleshooting.md) is noticed when Node.js changes.
  test.each(ENDINGS)('%s: neither door gets to its first line', async (_title, env, code) => {
    const output = join(folder, 'output')
    writeFileSync(output, '')
    const log = join(folder, 'log')
    for (const door of ['dist/index.js', 'dist/cli.js']) {
      const ended = await run(process.execPath, [join(packed.home, door)], {
        env: { PATH: process.env['PATH'] ?? '', GITHUB_OUTPUT: output, ...env },
        cwd: folder,
        timeoutMs: 20_000,
      })
      expect(ended.code).not.toBe(0)
      expect(ended.stdout).toBe('')
      expect(readFileSync(output, 'utf8')).toBe('')
      writeFileSync(log, ended.stderr)
    }
    const told = await packed.cli(['explain', log, '--json'])
    const verdict = fields(fields(JSON.parse(told.stdout))['verdict'])
    expect([verdict['owner'], verdict['code']]).toEqual(['request', code])
    expect(verdict['summary']).toContain('before a line of the program ran')
  })
})
