import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startExporter } from './exporter.ts'
import type { Packet } from '../src/model/index.ts'
import { figureOf, interleaved, node, pairedRatio, start, type Spent } from './measure.ts'
import type { Row } from './row.ts'
import { bundled } from './startup.ts'
import { API_NAME, BODY, stepOf, type World } from './world.ts'

const ROUND_TRIPS = [0, 20, 100] as const
const WAYS = ['direct', 'proxied'] as const
type Way = (typeof WAYS)[number]

/** `wireMs`: from the first lookup to the last byte, by the program's own clock. */
type Timed = Pick<Spent, 'wallMs' | 'cpuMs'> & { readonly wireMs: number }

/** The healthy run beside curl and the exporter: same server, same request, same delay. */
export async function healthy(world: World, dist: string, rounds: number): Promise<Row[]> {
  const rows: Row[] = []
  const sdk = await bundled('sdk', world.folder)
  await using exporter = await startExporter(world)
  const quickest = new Map<string, number>()
  for (const way of WAYS) {
    rows.push(...(await cost(world, dist, way)))
    for (const delay of ROUND_TRIPS) {
      world.roundTrip(delay)
      const of = await interleaved(rounds, {
        ours: () => passing(world, dist, way),
        sdk: () => sdkAlone(world, sdk, way),
        curl: () => curl(world, way),
        bare: async () => timed(await node(['--eval', '0'], { metered: true }), 0),
        exporter: async () => ({
          wallMs: (await exporter?.probe(way)) ?? 0,
          cpuMs: 0,
          wireMs: 0,
        }),
      })
      const wall = (name: Parameters<typeof of>[0]): number[] => of(name).map((one) => one.wallMs)
      const section = `Healthy run, ${String(delay)} ms round trip, ${way}`
      const row = (name: string, values: readonly number[], note?: string): Row => ({
        section,
        name,
        unit: 'ms',
        ...(values.length === 0 ? {} : { figure: figureOf(values) }),
        ...(note === undefined ? {} : { note }),
      })
      const ours = wall('ours')
      const spent = of('ours').map(
        ({ cpuMs }, round) => cpuMs - (of('bare')[round]?.cpuMs ?? Number.NaN),
      )
      const bare = wall('bare')
      const theirs = wall('curl')
      const aim = theirs.map((value, round) => value * 1.15 + 100 + (bare[round] ?? 0))
      const wire = (name: 'ours' | 'curl'): number[] => of(name).map((one) => one.wireMs)
      quickest.set(`ours ${way} ${String(delay)}`, figureOf(wire('ours')).min)
      quickest.set(`curl ${way} ${String(delay)}`, figureOf(wire('curl')).min)
      rows.push(
        row('preflight', ours),
        row('preflight, CPU over empty node', spent, 'the whole run, reports written'),
        row(
          'the SDK alone, CPU over empty node',
          of('sdk').map(({ cpuMs }, round) => cpuMs - (of('bare')[round]?.cpuMs ?? Number.NaN)),
          way === 'direct' ? "the same request through Node's own fetch" : 'direct',
        ),
        row('preflight, on the wire', wire('ours'), 'by its own clock, without the start'),
        row('curl', theirs),
        row('curl, on the wire', wire('curl'), 'by its own clock, without the start'),
        row(
          'prometheus-blackbox-exporter',
          exporter === undefined ? [] : wall('exporter'),
          exporter === undefined ? 'not installed: skipped' : 'a daemon: no start in it',
        ),
        row('empty node', bare),
        {
          section,
          name: 'on the wire against curl',
          unit: '×',
          figure: pairedRatio(wire('ours'), wire('curl')),
        },
        {
          section,
          name: 'preflight against curl',
          unit: '×',
          figure: pairedRatio(ours, theirs),
        },
        {
          section,
          name: 'preflight against 1.15 × curl + 100 ms + empty node',
          unit: '×',
          figure: pairedRatio(ours, aim),
          ...(delay === 100 ? { note: 'aim: 1.00' } : {}),
        },
      )
    }
  }
  world.roundTrip(0)
  return [...rows, ...roundTrips(quickest)]
}

/** Round trips, counted by what a longer wire adds to the quickest run: 100 ms for each. */
function roundTrips(quickest: ReadonlyMap<string, number>): Row[] {
  return WAYS.flatMap((way) =>
    (['ours', 'curl'] as const).map((who): Row => {
      const at = (delay: number): number =>
        quickest.get(`${who} ${way} ${String(delay)}`) ?? Number.NaN
      return {
        section: 'Round trips',
        name: `${who === 'ours' ? 'preflight' : who}, ${way}`,
        unit: 'count',
        figure: figureOf([Math.round((at(100) - at(0)) / 10) / 10]),
        note: 'TCP, TLS, HTTP' + (way === 'proxied' ? ' and CONNECT' : ''),
      }
    }),
  )
}

/** Connections and requests of one healthy run, counted by the server. */
async function cost(world: World, dist: string, way: Way): Promise<Row[]> {
  const before = await world.counts()
  await passing(world, dist, way)
  const after = await world.counts()
  const row = (name: string, value: number, most: number): Row => {
    if (value !== most)
      throw new Error(`${name}, ${way}: ${String(value)} instead of ${String(most)}`)
    return {
      section: 'Cost of a healthy run',
      name: `${name}, ${way}`,
      unit: 'count',
      figure: figureOf([value]),
    }
  }
  return [
    row('connections to the API', after.connections - before.connections, 1),
    row('requests', after.requests - before.requests, 1),
    row('CONNECTs', after.connects - before.connects, way === 'proxied' ? 1 : 0),
  ]
}

function timed({ wallMs, cpuMs }: Spent, wireMs: number): Timed {
  return { wallMs, cpuMs, wireMs }
}

async function passing(world: World, dist: string, way: Way): Promise<Timed> {
  const env = stepOf(
    world,
    // One request, as curl's: the dates of the model would be a second one.
    { 'base-url': `https://${API_NAME}/v1`, 'expiry-warning': '0' },
    way === 'proxied' ? { HTTPS_PROXY: world.proxyUrl, NODE_USE_ENV_PROXY: '1' } : {},
  )
  const spent = await node([join(dist, 'index.js')], {
    env,
    cwd: world.checkout,
    metered: true,
  })
  if (spent.code !== 0 || !spent.stdout.includes('✓')) throw new Error(`no pass:\n${spent.stdout}`)
  const packet: Packet = JSON.parse(
    readFileSync(join(world.folder, 'packet', 'packet.json'), 'utf8'),
  )
  const sent = packet.routes.flatMap(({ observations }) =>
    observations.filter(({ attempt, status }) => attempt === 1 && status !== 'skipped'),
  )
  const began = Math.min(...sent.map(({ startedMs }) => startedMs))
  const ended = Math.max(...sent.map(({ startedMs, elapsedMs }) => startedMs + elapsedMs))
  return timed(spent, ended - began)
}

/** The request as an application sends it; without a proxy, which Node's fetch would have to be told of. */
async function sdkAlone(world: World, program: string, way: Way): Promise<Timed> {
  const spent = await node([program], {
    env: {
      OPENAI_API_KEY: world.key,
      OPENAI_BASE_URL: `https://${API_NAME}/v1`,
      NODE_EXTRA_CA_CERTS: world.root,
    },
    metered: true,
  })
  if (spent.code !== 0) throw new Error(`the SDK alone, ${way}: ${spent.stderr}`)
  return timed(spent, 0)
}

async function curl(world: World, way: Way): Promise<Timed> {
  const spent = await start('curl', [
    '--write-out',
    '%{time_total}',
    '--silent',
    '--show-error',
    '--fail',
    '--http1.1',
    '--cacert',
    world.root,
    '--output',
    '/dev/null',
    '--data',
    BODY,
    '--header',
    `authorization: Bearer ${world.key}`,
    '--header',
    'content-type: application/json',
    ...(way === 'proxied' ? ['--proxy', world.proxyUrl] : ['--noproxy', '*']),
    `https://${API_NAME}/v1/responses`,
  ])
  if (spent.code !== 0) throw new Error(`curl: ${spent.stderr}`)
  return timed(spent, Number(spent.stdout) * 1000)
}
