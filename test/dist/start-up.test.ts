import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { ENDPOINTS } from '../../src/model/index.ts'
import { runStep } from './step.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'preflight-start-up-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Nothing to read in it. */
const CHECKOUT = join(folder, 'checkout')
mkdirSync(CHECKOUT)

/** Tells at the end which files and which modules of Node.js were read, one a line, on descriptor 3 or in a file. */
const WITNESS = join(folder, 'witness.cjs')
writeFileSync(
  WITNESS,
  `const read = []
require('node:module').registerHooks({
  load: (url, context, next) => (read.push(url.slice(url.lastIndexOf('/') + 1)), next(url, context)),
})
const before = new Set(process.moduleLoadList)
process.on('exit', () => {
  const own = process.moduleLoadList.filter((one) => !before.has(one)).map((one) => one.split(' ')[1])
  require('node:fs').writeFileSync(process.env.READ_BY ?? 3, [...read, ...own].join('\\n'))
})
`,
)

/** What the command line reads until it ends, with these arguments. */
function readBy(...args: readonly string[]): readonly string[] {
  const { output } = spawnSync(
    join(ROOT, 'node_modules/node/bin/node'),
    ['--require', WITNESS, join(ROOT, 'dist/cli.js'), ...args],
    { cwd: CHECKOUT, env: {}, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  )
  return output[3]?.split('\n') ?? []
}

test('--version reads seven small files, and of fs and util only what it calls', () => {
  const read = readBy('--version')
  expect(read).toContain('command-line.js')
  expect(read.filter((name) => name.endsWith('.js')).length).toBeLessThanOrEqual(7)
  expect(read).not.toContain('internal/fs/streams')
  expect(read).not.toContain('internal/deps/undici/undici')
})

test('settings that cannot work start no thread, and read neither what sends a request nor what judges answers', () => {
  const read = readBy('--base-url', 'htp:/typo', '--packet-dir', join(folder, 'packet'))
  expect(read).toContain('settings.js')
  const chunks = readdirSync(join(ROOT, 'dist/chunks'))
  for (const name of ['openai', 'undici', 'probes', 'rules', 'model-read', 'yaml']) {
    expect(read).not.toContain(`${name}.js`)
    expect(chunks).toContain(`${name}.js`)
  }
  // Each file costs half a millisecond to a millisecond of CPU.
  expect(read.filter((name) => name.endsWith('.js')).length).toBeLessThanOrEqual(19)
  expect(read).not.toContain('worker_threads')
  for (const name of [
    'deps/undici/undici',
    'tls/wrap',
    'fs/streams',
    'fs/promises',
    'crypto/random',
    'child_process',
  ]) {
    expect(read).not.toContain(`internal/${name}`)
  }
})

test('a healthy run reads neither the undici of Node.js, nor HTTP/2, nor assertions, and 23 files', async () => {
  await using api = await startApi({ key: labKey() })
  const file = join(folder, 'read-by-healthy')
  const { outputs } = await runStep({
    inputs: { model: 'demo-model', 'base-url': api.baseUrl, 'api-key': labKey(), client: 'node' },
    env: { NODE_OPTIONS: `--require ${WITNESS}`, READ_BY: file },
  })
  expect(outputs['verdict']).toBe('pass')
  const read = readFileSync(file, 'utf8').split('\n')
  expect(read).toContain('undici.js')
  expect(read.filter((name) => name.endsWith('.js')).length).toBeLessThanOrEqual(23)
  // What the reports need comes when the last answer is in.
  expect(read.indexOf('reports.js')).toBeGreaterThan(read.indexOf('undici.js'))
  for (const name of [
    'internal/deps/undici/undici',
    'internal/fs/streams',
    'internal/crypto/webcrypto',
    'http2',
    'assert',
    'stream/web',
  ]) {
    expect(read).not.toContain(name)
  }
})

test('explain of a file reads no stream, no thread, no terminal, and no more than fourteen files', () => {
  const log = join(folder, 'five.log')
  writeFileSync(
    log,
    'Error: Connection error.\n  cause: Error: connect ECONNREFUSED 203.0.113.7:443\n',
  )
  const read = readBy('explain', log)
  expect(read).toContain('explain.js')
  expect(read.filter((name) => name.endsWith('.js')).length).toBeLessThanOrEqual(14)
  for (const name of ['stream', 'worker_threads', 'tty', 'net', 'internal/fs/streams']) {
    expect(read).not.toContain(name)
  }
})

test('the thread of the watchdog begins with its own two files, and the debugger is not one of them', () => {
  const imports = (file: string): readonly string[] =>
    [...readFileSync(file, 'utf8').matchAll(/^import [^"]*"([^"]+)";$/gm)].map(
      ([, from]) => `${from}`,
    )
  expect(imports(join(ROOT, 'dist/watchdog.js'))).toEqual([
    './chunks/runtime.js',
    './chunks/doors-watchdog.js',
    'node:worker_threads',
  ])
  expect(imports(join(ROOT, 'dist/chunks/doors-watchdog.js'))).toEqual([])
})

test('the built program is at most 4 MiB, and readable', () => {
  const dist = join(ROOT, 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) =>
    statSync(join(dist, name)),
  )
  const bytes = files.reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0)
  expect(bytes).toBeLessThanOrEqual(4 * 1024 * 1024)
})

// A WebSocket is asked for by a request of the client itself, not by one of its resources.
test.each(
  ENDPOINTS.filter((one) => one !== 'realtime').flatMap((one) => [
    [one, 'false'],
    [one, 'true'],
  ]),
)(
  'the resources that stayed in the SDK are enough for %s, with stream: %s',
  async (endpoint, stream) => {
    await using api = await startApi({ key: labKey() })
    const inputs = {
      endpoint,
      stream,
      model: 'demo-model',
      'base-url': api.baseUrl,
      'api-key': labKey(),
      client: 'node',
      'expiry-warning': '0',
    }
    const { outputs, packet } = await runStep({ inputs })
    expect(outputs).toMatchObject({ verdict: 'pass', rung: '' })
    expect(packet.routes[0]?.observations.find(({ rung }) => rung === 'answer')?.status).toBe('ok')
  },
)
