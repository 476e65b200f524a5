import { join } from 'node:path'
import { startBlackhole } from '../test/lab/blackhole.ts'
import { breakAfterFirstBytes, breakAfterRequest, closedPort } from '../test/loopback/faults.ts'
import { selfSigned } from '../test/loopback/pki.ts'
import { proxy407 } from '../test/loopback/proxy.ts'
import { insufficientQuota, openai401, serverError } from '../test/loopback/replies.ts'
import { openLab, type Lab } from '../test/scenarios/lab.ts'
import { figureOf, interleaved, node, type Figure } from './measure.ts'
import type { Row } from './row.ts'
import { MODEL, stepOf, type World } from './world.ts'

const ATTEMPT_MS = 2000
/** Silence may cost this much of one attempt: nobody should wait for it twice. */
const MOST_ATTEMPTS = 1.25

interface Fault {
  readonly baseUrl: string
  readonly env?: Readonly<Record<string, string>>
  readonly code: string
  /** Nothing ever answers: what it costs is told in attempts, too. */
  readonly stalls?: true
}

const FAULTS: Readonly<Record<string, (lab: Lab) => Promise<Fault>>> = {
  'name unknown': async (lab) => {
    await lab.names({ 'api.silent.example': { fault: 'silent' } }, { code: 'NXDOMAIN' })
    return { baseUrl: 'https://api.missing.example/v1', code: 'dns.name_not_resolved' }
  },
  'port closed': async (lab) => {
    const { port } = await lab.use(closedPort())
    return { baseUrl: `https://localhost:${String(port)}/v1`, code: 'tcp.refused' }
  },
  'certificate unknown': async (lab) => {
    const { baseUrl } = await lab.api({ tls: selfSigned() })
    return { baseUrl, code: 'tls.cert.authority_invalid' }
  },
  'black hole': async (lab) => {
    const { port } = await lab.use(startBlackhole())
    return { baseUrl: `https://localhost:${String(port)}/v1`, code: 'tcp.timed_out', stalls: true }
  },
  // The name server of the case before.
  'DNS silent': () =>
    Promise.resolve({
      baseUrl: 'https://api.silent.example/v1',
      code: 'dns.unreachable',
      stalls: true,
    }),
  'TLS silent': async (lab) => {
    const { port } = await lab.use(breakAfterFirstBytes('silence'))
    return { baseUrl: `https://localhost:${String(port)}/v1`, code: 'tls.timed_out', stalls: true }
  },
  'HTTP silent': async (lab) => {
    const { port } = await lab.use(breakAfterRequest('silence'))
    return { baseUrl: `https://localhost:${String(port)}/v1`, code: 'http.timed_out', stalls: true }
  },
  'proxy silent': async (lab) => {
    const { baseUrl } = await lab.api()
    const { url } = await lab.proxy({ does: 'break', at: 'connect', how: 'silence' })
    const env = { HTTPS_PROXY: url, NODE_USE_ENV_PROXY: '1' }
    return { baseUrl, env, code: 'proxy.timed_out', stalls: true }
  },
  'proxy asks for a login': async (lab) => {
    const { baseUrl } = await lab.api()
    const { url } = await lab.proxy({ does: 'answer', reply: proxy407('Basic realm="x"') })
    return {
      baseUrl,
      env: { HTTPS_PROXY: url, NODE_USE_ENV_PROXY: '1' },
      code: 'proxy.auth_required',
    }
  },
  'key wrong': async (lab) => ({
    baseUrl: (await lab.api({ answers: { '*': openai401() } })).baseUrl,
    code: 'api.invalid_api_key',
  }),
  'quota used up': async (lab) => ({
    baseUrl: (await lab.api({ answers: { '*': insufficientQuota() } })).baseUrl,
    code: 'api.insufficient_quota',
  }),
  'server error': async (lab) => ({
    baseUrl: (await lab.api({ answers: { '*': serverError() } })).baseUrl,
    code: 'api.server_error',
  }),
}

/** From the start of the process to its end, with the investigations that the fault sets off. */
export async function faults(world: World, dist: string, rounds: number): Promise<Row[]> {
  await using opened = openLab(world.network)
  const arranged = new Map<string, Fault>()
  for (const [name, arrange] of Object.entries(FAULTS)) {
    arranged.set(name, await arrange(opened.lab))
  }
  const runs = Object.fromEntries(
    [...arranged].map(([name, { baseUrl, env, code }]) => [
      name,
      async () => {
        const args = Object.entries({
          'base-url': baseUrl,
          route: 'openai',
          client: 'node',
          model: MODEL,
          timeout: `${String(ATTEMPT_MS)}ms`,
          deadline: '20s',
        }).flatMap(([name, value]) => [`--${name}`, value])
        const spent = await node([join(dist, 'cli.js'), ...args, '--json'], {
          env: {
            ...stepOf(world, {}, env),
            OPENAI_API_KEY: world.key,
            NODE_EXTRA_CA_CERTS: join(opened.lab.folder, 'root.pem'),
          },
          cwd: world.checkout,
        })
        const packet = JSON.parse(spent.stdout)
        return {
          wallMs: spent.wallMs,
          engineMs: Number(packet.elapsedMs),
          wanted: code,
          got: String(packet.verdict.code),
        }
      },
    ]),
  )
  const of = await interleaved(rounds, runs)
  return [...arranged.keys()].flatMap((name): Row[] => {
    const list = of(name)
    const wall = figureOf(list.map((one) => one.wallMs))
    const codes = [...new Set(list.map(({ got }) => got))].join(', ')
    const asWanted = list.every(({ got, wanted }) => got === wanted)
    const row = (what: string, unit: Row['unit'], figure: Figure, note: string): Row => ({
      section: 'Time to verdict',
      name: what,
      unit,
      figure,
      note,
    })
    const rows = [row(name, 'ms', wall, asWanted ? codes : `${codes}: not as expected`)]
    if (arranged.get(name)?.stalls !== true) return rows
    const ratio = figureOf(list.map(({ engineMs }) => engineMs / ATTEMPT_MS))
    const aim = `of one attempt (${String(ATTEMPT_MS)} ms), aim: ${String(MOST_ATTEMPTS)}`
    return [...rows, row(`${name}, by the packet`, '×', ratio, aim)]
  })
}
