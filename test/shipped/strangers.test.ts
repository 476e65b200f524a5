import { createServer } from 'node:http'
import { execFileSync } from 'node:child_process'
import net, { type AddressInfo } from 'node:net'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { projectKey } from '../browser/planted.ts'
import { run, SYSTEM_PATH, type Finished } from '../lab/namespace.ts'
import { NODE, unpack } from './packed.ts'

/** What a stranger can write: each once against the packed product, started as its users start it. */

const packed = unpack()
afterAll(() => packed[Symbol.dispose]())

const CLOSED = ['--base-url', 'http://127.0.0.1:9/v1', '--depth', 'route']
const key = projectKey(41)
let count = 0

/** A checkout of its own with these files. */
function checkout(files: Readonly<Record<string, string>>): string {
  count += 1
  const folder = join(packed.folder, `stranger-${count}`)
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** No crash of our own, no watchdog, no command, nothing of the key; the code that came out. */
function judged({ code, stdout, stderr }: Finished): string {
  expect([0, 1, 2, 3]).toContain(code)
  expect(stderr + stdout).not.toMatch(/^::/m)
  expect(stdout).not.toContain(key.slice(12, 40))
  const { verdict } = JSON.parse(stdout)
  expect(verdict.verdict).not.toBe('pass')
  expect(['own.crash', 'own.out_of_time']).not.toContain(verdict.code)
  return verdict.code
}

describe('a settings file of a stranger', () => {
  const route = (name: string, rest: string): string => `routes:\n  ${name}: {${rest}}\n`
  const HERE = 'base-url: "http://127.0.0.1:9/v1", model: m'
  test.each<[string, string, RegExp]>([
    [
      '300,000 slashes in a path',
      route('a', `base-url: "http://127.0.0.1:9/${'/'.repeat(300_000)}x", depth: route`),
      /./,
    ],
    ['api-key-env: __proto__', route('a', `${HERE}, api-key-env: __proto__`), /^config\./],
    ['api-key-env: toString', route('a', `${HERE}, api-key-env: toString`), /^config\./],
    ['api-key-env: constructor', route('a', `${HERE}, api-key-env: constructor`), /^config\./],
    ['a route named __proto__', route('__proto__', HERE), /^config\./],
    ['an alias of itself', 'routes: &a [*a]', /^config\./],
    ['merge keys', 'routes:\n  <<: &x {a: {model: m}}\n  b: {<<: *x}', /^config\./],
    ['a function', 'routes: !!js/function "x"', /^config\./],
    ['two documents', '---\n...\n---\nroutes: {}', /^config\./],
    ['infinite durations', route('a', `${HERE}, timeout: .inf`), /^config\./],
    ['a NUL as a key', '"\\x00": 1', /^config\./],
    ['a version of YAML to come', '%YAML 9.9\n---\nroutes: 1', /^config\./],
  ])('with %s', async (_name, text, code) => {
    const folder = checkout({ 'c.yml': text })
    expect(judged(await packed.cli(['--config', 'c.yml', '--json'], { cwd: folder }))).toMatch(code)
  })
})

describe('a checkout of a stranger', () => {
  test.each<[string, string, string]>([
    [
      '3 MB of line ends',
      'pyproject.toml',
      `requires-python = ${'\n'.repeat(3e6)}${'[['.repeat(1e5)}`,
    ],
    ['4 MB of line ends', '.tool-versions', `${'\n'.repeat(4e6)}python`],
    ['4 MB of line ends', 'pnpm-lock.yaml', '\n'.repeat(4e6)],
    ['4 MB of spaces', 'uv.lock', ' '.repeat(4e6)],
    ['4 MB of tabs', 'go.mod', '\t'.repeat(4e6)],
    ['400,000 openings', 'Pipfile.lock', '"httpx": {'.repeat(4e5)],
    ['2,000,000 names', 'gradle.lockfile', 'a:'.repeat(2e6)],
    ['100,000 levels', 'package.json', `{"dependencies":${'{"a":'.repeat(1e5)}`],
    [
      '20,000 open calls',
      'a.py',
      `from openai import OpenAI\n${'client.responses.create('.repeat(2e4)}`,
    ],
    ['150,000 templates', 'b.ts', `import OpenAI from "openai"\n${'`${'.repeat(15e4)}`],
    ['80,000 links of a chain', 'c.js', `openai.${'chat?.'.repeat(8e4)}`],
  ])('with %s in %s', async (_name, file, text) => {
    const folder = checkout({ [file]: text })
    const done = await packed.cli([...CLOSED, '--json', '--deadline', '20s'], { cwd: folder })
    expect(judged(done)).toBe('tcp.refused')
  })

  test('that is gone', async () => {
    const folder = checkout({})
    const line = `cd ${folder} && rmdir ${folder} && exec ${NODE} ${packed.home}/dist/cli.js ${CLOSED.join(' ')} --json`
    const done = await run('sh', ['-c', line], {
      env: { PATH: SYSTEM_PATH, TMPDIR: packed.folder },
    })
    expect(judged(done)).toBe('tcp.refused')
  })
})

describe('a server of a stranger', () => {
  const ask = async (port: number): Promise<string> =>
    judged(
      await packed.cli(
        `--base-url,http://127.0.0.1:${port}/v1,--model,m,--json,--timeout,3s`.split(','),
        { env: { OPENAI_API_KEY: key } },
      ),
    )

  test.each(['__proto__', 'toString', 'gzip, gzip, gzip, br'])(
    'that calls the encoding of its body %s',
    async (encoding) => {
      const server = createServer((_request, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end('{"id":"x"}')
      })
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      try {
        expect(await ask(portOf(server))).toMatch(/^http\./)
      } finally {
        server.closeAllConnections()
        server.close()
      }
    },
  )

  test.each([
    ['a status of 999', '999 x', ''],
    ['a status of 099', '099 x', ''],
    ['101 out of turn', '101 x', ''],
    ['a reason of 9,000 spaces', `200${' '.repeat(9000)}`, ''],
    [
      'commands in headers',
      '401 x',
      '__proto__: 1\r\nx-request-id: a";id;$(id)`\r\nopenai-organization: ::error::x\r\n',
    ],
    [
      'the key in headers',
      '401 x',
      `location: https://evil.test/?k=${key}\r\nx-request-id: ${key.slice(0, 60)}\r\n`,
    ],
    [
      'endless numbers in headers',
      '429 x',
      `retry-after: ${'9'.repeat(30)}\r\nx-ratelimit-reset-tokens: ${'9'.repeat(5000)}s\r\n`,
    ],
  ])('that answers with %s', async (_name, status, headers) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () =>
        socket.end(`HTTP/1.1 ${status}\r\n${headers}content-length: 2\r\n\r\n{}`),
      )
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    try {
      expect(await ask(portOf(server))).toMatch(/./)
    } finally {
      server.close()
    }
  })

  const portOf = (server: net.Server): number => {
    const address: AddressInfo | string | null = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }
})

describe('an environment of a stranger', () => {
  test('with a host of 16 KB in upper case', async () => {
    const base = `https://${'A'.repeat(16_000)}.COM/v1`
    const done = await packed.cli(['--base-url', base, '--depth', 'route', '--json'])
    expect(judged(done)).toMatch(/^(?:dns|config)\./)
  })

  test('with a NO_PROXY of 70 KB of stars', async () => {
    const env = {
      HTTPS_PROXY: 'http://127.0.0.1:9',
      NO_PROXY: `${','.repeat(50)}${'*'.repeat(20)}.a`.repeat(1000),
    }
    const flags = ['--base-url', 'https://localhost:9/v1', '--depth', 'route', '--json']
    expect(judged(await packed.cli(flags, { env }))).toMatch(/^(?:proxy|tcp)\./)
  })

  test.each(['--timeout', '--deadline', '--fail-on', '--client', '--endpoint'])(
    'with the flag %s __proto__',
    async (flag) => {
      const done = await packed.cli([flag, '__proto__', ...CLOSED])
      expect(done.code).toBe(2)
      expect(done.stdout + done.stderr).not.toMatch(/^\s+at /m)
    },
  )
})

describe('a log of a stranger', () => {
  test.each([
    ['5 MB of NUL', `${'\0'.repeat(5e6)}openai ECONNREFUSED`],
    ['15 MB of braces', `openai ${'{'.repeat(15e6)}`],
    ['1,000,000 beginnings of an error', '{"error":'.repeat(1e6)],
    ['20 MB of line ends', '\n'.repeat(2e7)],
    [
      'commands and links',
      '\x1b]8;;http://evil.test\x07::error::x openai 429 insufficient_quota\n',
    ],
  ])('with %s', async (_name, text) => {
    const folder = checkout({ 'a.log': text })
    const done = await packed.cli(['explain', 'a.log'], { cwd: folder })
    expect([0, 1, 3]).toContain(done.code)
    expect(done.stdout).not.toMatch(/^::/m)
    expect(done.stdout).not.toContain('\x1b]')
    rmSync(folder, { recursive: true })
  })
})

describe('what a person names as a log or a packet', () => {
  const commands = [['explain'], ['report'], ['compare', 'other.json'], ['allow-list']]
  const program = join(packed.home, 'dist/cli.js')

  test.each(commands)('%s of a pipe that nobody writes to ends with Ctrl-C', async (...words) => {
    const pipe = join(packed.folder, `pipe-${words[0]}`)
    execFileSync('mkfifo', [pipe])
    const [command = '', ...rest] = words
    const interrupted = ['--preserve-status', '-s', 'INT', '-k', '5', '0.8', NODE, program]
    const done = await run('timeout', [...interrupted, command, pipe, ...rest], {})
    expect(done.code).toBe(130)
  })

  test('explain and report read a pipe', async () => {
    const log = 'openai.AuthenticationError: Error code: 401 - invalid_api_key'
    const script = `"$0" "$1" explain <(echo '${log}'); "$0" "$1" report <(echo '{}')`
    const { stdout, stderr } = await run('/bin/bash', ['--norc', '-c', script, NODE, program], {})
    expect(stdout).toMatch(/^Owner: auth/)
    expect(stderr).toContain('is JSON, but not a packet')
  })

  test.runIf(process.getuid?.() === 0).each(commands)(
    '%s of a kernel file that blocks is refused',
    async (command = '', ...rest) => {
      const done = await packed.cli([command, '/proc/kmsg', ...rest])
      expect(done.code).toBe(2)
      expect(done.stdout + done.stderr).toMatch(/\/proc\/kmsg cannot be read \(E\w+\)/)
    },
  )
})
