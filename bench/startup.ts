import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { figureOf, interleaved, node, pairedRatio, type Spent } from './measure.ts'
import type { Row } from './row.ts'
import { BODY, stepOf, type World } from './world.ts'

const SECTION = 'Start-up'

/** What a process costs before it does anything of its own: bundled as dist/ is. */
const REFERENCES = {
  core: "import * as core from '@actions/core'\nglobalThis.kept = core\n",
  parts: [
    "import Agent from 'undici/lib/dispatcher/agent.js'",
    "import request from 'undici/lib/api/api-request.js'",
    "import OpenAI from 'openai'",
    "import 'node:tls'",
    'globalThis.kept = [Agent, request, OpenAI, Headers]',
    '',
  ].join('\n'),
  sdk: [
    "import OpenAI from 'openai'",
    `await new OpenAI({ maxRetries: 0 }).responses.create(${BODY})`,
    '',
  ].join('\n'),
}

const FIVE_LINES = [
  '2026-11-20T08:15:02.334Z INFO  starting worker',
  'Error: Connection error.',
  '    at OpenAI.makeRequest (node_modules/openai/src/client.ts:500:13)',
  "  cause: Error: connect ECONNREFUSED 203.0.113.7:443 { code: 'ECONNREFUSED' }",
  '2026-11-20T08:15:03.000Z INFO  exiting',
  '',
].join('\n')

/** Start of the built action to its first byte on the wire, beside what it could cost at least. */
export async function startup(world: World, dist: string, rounds: number): Promise<Row[]> {
  const core = await bundled('core', world.folder)
  const parts = await bundled('parts', world.folder)
  const empty = join(world.folder, 'empty.mjs')
  writeFileSync(empty, '')
  const log = join(world.folder, 'five.log')
  writeFileSync(log, FIVE_LINES)
  const listener = await listen()
  const baseUrl = `https://localhost:${String(listener.port)}/v1`
  const env = stepOf(world, { 'base-url': baseUrl })
  const metered = { env, metered: true, cwd: world.checkout }
  const toFirstByte = async (door: string, args: readonly string[]): Promise<Spent> => {
    let firstByteMs = 0
    const began = performance.now()
    listener.heard = () => {
      firstByteMs = performance.now() - began
    }
    const spent = await node([join(dist, door), ...args], metered)
    return { ...spent, wallMs: firstByteMs }
  }
  const cached = { ...metered, env: { ...env, NODE_COMPILE_CACHE: join(world.folder, 'cache') } }
  const of = await interleaved(rounds, {
    empty: () => node([empty], metered),
    core: () => node([core], metered),
    parts: () => node([parts], metered),
    action: () => toFirstByte('index.js', []),
    cli: () =>
      toFirstByte('cli.js', ['--base-url', baseUrl, '--timeout', '2s', '--api-key', world.key]),
    cached: () => node([join(dist, 'index.js')], cached),
    version: () => node([join(dist, 'cli.js'), '--version'], metered),
    help: () => node([join(dist, 'cli.js'), '--help'], metered),
    explain: () => node([join(dist, 'cli.js'), 'explain', log], metered),
    settings: () => node([join(dist, 'cli.js'), '--base-url', 'htp:/typo'], metered),
  })
  listener.close()
  type Case = Parameters<typeof of>[0]
  const wall = (name: Case): number[] => of(name).map((one) => one.wallMs)
  const cpu = (name: Case): number[] => of(name).map((one) => one.cpuMs)
  const socket = (name: Case): number[] => of(name).map((one) => one.socketMs)
  const over = (values: readonly number[]): number[] =>
    values.map((value, round) => value - (cpu('empty')[round] ?? Number.NaN))
  const row = (name: string, values: readonly number[], note?: string): Row => ({
    section: SECTION,
    name,
    unit: 'ms',
    figure: figureOf(values),
    ...(note === undefined ? {} : { note }),
  })
  const times: Row = {
    section: SECTION,
    name: 'action to first byte, wall against empty node',
    unit: '×',
    figure: pairedRatio(wall('action'), wall('empty')),
  }
  return [
    row('empty node, wall', wall('empty')),
    row('empty node, CPU', cpu('empty')),
    row('@actions/core alone, CPU over empty', over(cpu('core'))),
    row(
      'SDK, undici, TLS alone, CPU over empty',
      over(cpu('parts')),
      'the least that the request needs',
    ),
    row('action to its first socket, CPU over empty', over(socket('action')), 'aim: 100'),
    row('the same, warm compile cache', over(socket('cached')), 'not used, see below'),
    row('command line to its first socket, CPU over empty', over(socket('cli'))),
    row('--version, CPU over empty', over(cpu('version'))),
    row('--help, CPU over empty', over(cpu('help'))),
    row('explain, five lines, CPU over empty', over(cpu('explain'))),
    row('settings that cannot work, CPU over empty', over(cpu('settings')), 'nothing is sent'),
    row('action to first byte on the wire, wall', wall('action')),
    row('command line to first byte on the wire, wall', wall('cli')),
    times,
  ]
}

/** A program of one of the references; its path. */
export async function bundled(name: keyof typeof REFERENCES, folder: string): Promise<string> {
  const virtual = `\0${name}`
  const importer = join(import.meta.dirname, `${name}.js`)
  const bundle = await rolldown({
    input: virtual,
    platform: 'node',
    logLevel: 'silent',
    transform: { target: 'node24' },
    plugins: [
      {
        name: 'reference',
        resolveId(source, from) {
          if (source === virtual) return virtual
          return from === virtual && !source.startsWith('node:')
            ? this.resolve(source, importer)
            : undefined
        },
        load: (id) => (id === virtual ? REFERENCES[name] : undefined),
      },
    ],
  })
  const file = join(folder, `${name}.mjs`)
  await bundle.write({ file, format: 'esm', minify: false, codeSplitting: false })
  await bundle.close()
  return file
}

/** Takes the first byte and hangs up. */
async function listen(): Promise<{ port: number; heard: () => void; close: () => void }> {
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      listener.heard()
      listener.heard = () => {}
      socket.resetAndDestroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const listener = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    heard: () => {},
    close: () => server.close(),
  }
  return listener
}
