import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { serverError } from '../loopback/replies.ts'
import { run } from '../lab/namespace.ts'
import { NODE, unpack } from './packed.ts'
import { onTerminal, pressing } from './pty.ts'

const packed = unpack()
afterAll(() => packed[Symbol.dispose]())
const cli = (...flags: readonly string[]): readonly string[] => [
  NODE,
  join(packed.home, 'dist/cli.js'),
  ...flags,
]

const ROUTE = ['--route', 'openai', '--depth', 'route', '--client', 'node'] as const
const KEYLESS = { NO_COLOR: '' }

/** A port on which nobody listens, and on which this server may. */
async function closedPortOf(server: net.Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Takes connections and says nothing. */
async function silence(): Promise<AsyncDisposable & { readonly baseUrl: string }> {
  const server = net.createServer((socket) => socket.on('error', () => {}))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    baseUrl: `https://localhost:${port}/v1`,
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}

describe.skipIf(spawnSync('script', ['--version']).error !== undefined)('on a terminal', () => {
  test('Ctrl-C ends a run with 130, with what was seen until then', async () => {
    await using server = await silence()
    const command = cli('--base-url', server.baseUrl, '--route', 'openai', '--depth', 'route')
    const seen = await onTerminal(command, {
      cwd: packed.folder,
      typed: pressing('\u0003', /tcp/),
    })
    expect(seen.code).toBe(130)
    expect(seen.screen).toMatch(/Cancelled/)
  })

  test('a log that the shell gives on standard input is told, from a file as from a pipe', () => {
    const log = 'openai.AuthenticationError: Error code: 401\n'
    const path = join(packed.folder, 'app.log')
    writeFileSync(path, log)
    const [command = '', ...args] = cli('explain', '-')
    const file = openSync(path, 'r')
    const fromFile = spawnSync(command, args, { stdio: [file, 'pipe', 'pipe'], encoding: 'utf8' })
    closeSync(file)
    const fromPipe = spawnSync(command, args, { input: log, encoding: 'utf8' })
    expect(fromFile).toMatchObject({ status: 1, stderr: '', stdout: fromPipe.stdout })
    expect(fromFile.stdout).toContain('Owner: auth')
  })

  test('Ctrl-C ends the reading of a log that nobody writes', async () => {
    const seen = await onTerminal([...cli('explain'), '-'], {
      cwd: packed.folder,
      typed: pressing('line\r\u0003', /press Ctrl-D/),
    })
    expect(seen.code).toBe(130)
  })

  test('a run that waits says for what, how long, and takes the line back', async () => {
    await using server = await silence()
    const command = cli('--base-url', server.baseUrl, ...ROUTE, '--timeout', '3s')
    const seen = await onTerminal(command, { cwd: packed.folder, env: KEYLESS })
    expect(seen.screen).toMatch(/TLS with \S+ … 1 s of 3 s/)
    expect(seen.screen).toMatch(/TLS with \S+ … 2 s of 3 s/)
    const last = seen.screen.lastIndexOf(' s of 3 s')
    expect(seen.screen.slice(last)).toContain(' s of 3 s\r\u001b[K')
  })

  test.each(['dumb', ''])(
    'TERM=%s gets no colour, no cursor movement and no progress',
    async (TERM) => {
      await using server = await silence()
      const command = cli('--base-url', server.baseUrl, ...ROUTE, '--timeout', '2s')
      const seen = await onTerminal(command, {
        cwd: packed.folder,
        env: { ...KEYLESS, TERM },
      })
      expect(seen.screen).toMatch(/Owner: connection path/)
      expect(seen.screen).not.toContain('\u001b')
      expect(seen.screen).not.toMatch(/ of 2 s/)
    },
  )

  test('a terminal whose locale is not UTF-8 gets marks of ASCII only', async () => {
    const seen = await onTerminal(cli('demo', 'refused'), {
      cwd: packed.folder,
      env: { LANG: 'C', NO_COLOR: '1' },
    })
    expect(seen.screen).toMatch(/^ {2}x tcp/m)
    expect(seen.screen).not.toMatch(/[^\t-~]/)
    const utf8 = await onTerminal(cli('demo', 'refused'), {
      cwd: packed.folder,
      env: { NO_COLOR: '1' },
    })
    expect(utf8.screen).toMatch(/^ {2}✗ tcp/m)
  })

  test('--watch prints one line for each run, and ends with the first that differs', async () => {
    const server = net.createServer((socket) => socket.destroy())
    const port = await closedPortOf(server)
    const command = cli('--base-url', `https://localhost:${port}/v1`, ...ROUTE, '--watch', '1s')
    let opened = false
    const seen = await onTerminal(command, {
      cwd: packed.folder,
      env: KEYLESS,
      typed: (screen) => {
        if (!opened && (screen.match(/tcp\.refused/g)?.length ?? 0) >= 2) {
          opened = true
          server.listen(port, '127.0.0.1')
        }
        return undefined
      },
    })
    server.close()
    const plain = stripVTControlCharacters(seen.screen)
    const lines = plain.match(/^\S*\d{4}-\d\d-\d\dT\S+ {2}fail {2}.*$/gm) ?? []
    expect(lines.length).toBeGreaterThanOrEqual(3)
    expect(lines.slice(0, -1).every((line) => line.includes('tcp.refused'))).toBe(true)
    expect(lines.at(-1)).not.toContain('tcp.refused')
    expect(plain).toMatch(/What to do next/)
    expect(seen.code).toBe(1)
  }, 60_000)

  test('Ctrl-C ends --watch with 130', async () => {
    const closed = await closedPortOf(net.createServer())
    const command = cli('--base-url', `https://localhost:${closed}/v1`, ...ROUTE, '--watch', '30s')
    const typed = pressing('\u0003', /tcp\.refused/)
    expect((await onTerminal(command, { cwd: packed.folder, env: KEYLESS, typed })).code).toBe(130)
  })
})

test('pipes get neither progress nor colour', async () => {
  await using server = await silence()
  const ended = await packed.cli(['--base-url', server.baseUrl, ...ROUTE, '--timeout', '2s'])
  expect(ended.stderr).toBe('')
  expect(ended.stdout).not.toContain('\u001b')
})

test('a finding that does not fail the job is a warning, with no mark of failure', async () => {
  await using api = await startApi({ answers: { '*': serverError() } })
  const flags = ['--base-url', api.baseUrl, '--route', 'openai', '--model', 'x', '--client', 'node']
  const env = { OPENAI_API_KEY: labKey() }
  const warned = await packed.cli(flags, { env })
  expect(warned.code).toBe(0)
  expect(warned.stdout).toMatch(/^! Warning \(job not failed\)\. Owner: API server/m)
  expect(warned.stdout).not.toMatch(/[✗❌]/)
  const failed = await packed.cli([...flags, '--fail-on', 'server'], { env })
  expect(failed.code).toBe(1)
  expect(failed.stdout).toMatch(/^✗ Owner: API server/m)
})

test.skipIf(process.platform !== 'linux')(
  'a full disk is told on standard error, a reader that has gone is not',
  async () => {
    const flags = '--base-url http://127.0.0.1:9/v1 --depth route --json'
    const script = (to: string) =>
      run('/bin/sh', ['-c', `"$0" "$1" ${flags} ${to}; echo "$?" >&2`, ...cli()], {})
    expect((await script('>/dev/full')).stderr).toBe(
      'Standard output cannot be written (ENOSPC): only the exit code is left.\n1\n',
    )
    expect((await script('>&-')).stderr).toBe('1\n')
  },
)
