import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectKey } from '../browser/planted.ts'
import { run, SYSTEM_PATH } from '../lab/namespace.ts'
import { NODE, unpack, type Packed } from './packed.ts'

/** Nothing listens there: the route fails by itself, whatever the front end holds. */
const ROUTE = ['--base-url', 'http://127.0.0.1:9/v1', '--depth', 'route', '--json']
const key = projectKey(90)

let packed: Packed
beforeAll(() => {
  packed = unpack()
}, 60_000)
afterAll(() => packed[Symbol.dispose]())

function filled(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(packed.folder, name)
  mkdirSync(folder)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  return folder
}

const verdictOf = (stdout: string) => JSON.parse(stdout).verdict

describe('client-bundle as it is shipped', () => {
  test('the action marks a key at its file and line, though another failure came first', async () => {
    filled('a', { 'app.js': `f()\nk="${key}"` })
    const done = await run(NODE, [join(packed.home, 'dist/index.js')], {
      cwd: packed.folder,
      timeoutMs: 50_000,
      env: {
        PATH: SYSTEM_PATH,
        RUNNER_TEMP: packed.folder,
        GITHUB_WORKSPACE: packed.folder,
        'INPUT_CLIENT-BUNDLE': 'a',
        'INPUT_BASE-URL': 'http://127.0.0.1:9/v1',
        INPUT_DEPTH: 'route',
      },
    })
    expect(done.stdout).toMatch(/^::error [^\n]*file=a\/app\.js,line=2[^\n]*openai-project/m)
    expect(done.stdout).not.toContain(key.slice(10, 40))
  })

  test('a thousand direct calls hide no key', async () => {
    const calls = 'fetch("https://api.openai.com/v1/models")\n'.repeat(1000)
    filled('b', { 'a.js': calls, 'z.js': `k="${key}"` })
    const done = await packed.cli(['--client-bundle', 'b', ...ROUTE])
    const said = JSON.stringify(verdictOf(done.stdout).also)
    expect(said).toContain('b/z.js:1:4')
    expect(said).toContain('and 999 more places')
  })

  test('a search that outlasts the deadline leaves a packet, and no pass', async () => {
    // 480 MiB: no machine reads that in the half second that the search has.
    const text = 'export const a=1;\n'.repeat(233_000)
    const files = Array.from({ length: 120 }, (_, index) => [`f${index}.js`, text] as const)
    filled('c', Object.fromEntries(files))
    const done = await packed.cli(['--client-bundle', 'c', '--deadline', '1s', ...ROUTE])
    expect(done.code).not.toBe(70)
    expect(verdictOf(done.stdout).verdict).not.toBe('pass')
    expect(done.stdout).toContain('client.bundle_not_searched')
    expect(done.stdout).toContain('the time of the search was up')
  }, 60_000)

  test.skipIf(process.getuid?.() !== 0)(
    'a folder that cannot be read is named with its fix, and the route is tested',
    async () => {
      const folder = filled('d', { 'a.js': 'f()' })
      mkdirSync(join(folder, 'private'), { mode: 0 })
      chmodSync(packed.folder, 0o755)
      const done = await run(
        'setpriv',
        ['--reuid=65534', '--clear-groups', NODE, join(packed.home, 'dist/cli.js')].concat([
          '--client-bundle',
          'd',
          '--packet-dir',
          '/tmp/preflight-nobody',
          ...ROUTE,
        ]),
        { cwd: packed.folder, timeoutMs: 50_000, env: { PATH: SYSTEM_PATH } },
      )
      const verdict = verdictOf(done.stdout)
      expect(verdict.code).toBe('tcp.refused')
      expect(JSON.stringify(verdict.also)).toContain('d/private was left out')
      expect(JSON.stringify(verdict.also)).toContain('chmod -R u+rX')
    },
  )

  test('a folder that does not exist is no pass', async () => {
    const done = await packed.cli(['--client-bundle', 'nowhere', ...ROUTE])
    expect(done.stdout).toContain('config.client_bundle_unusable')
    expect(verdictOf(done.stdout).verdict).not.toBe('pass')
  })
})
