/** Several routes in one run, and a gateway beside the API itself. */
import { breakAfterRequest } from '../loopback/faults.ts'
import { litellmUpstreamUnreachable, openai401 } from '../loopback/replies.ts'
import type { Lab } from './lab.ts'
import { atMost, realRequests, saysAll } from './loopback.ts'
import { fails, PASS, path } from './scenario.ts'
import type { Arranged, Expected, Scenario } from './scenario.ts'

type Flags = Readonly<Record<string, string>>

/** Lines of one route in the file. */
function entry(name: string, baseUrl: string, more: Flags = {}): readonly string[] {
  const all = {
    'base-url': baseUrl,
    route: 'openai',
    model: 'demo-model',
    'api-key-env': 'LAB_KEY',
    ...more,
  }
  return [`  ${name}:`, ...Object.entries(all).map(([key, value]) => `    ${key}: ${value}`)]
}

function several(
  id: string,
  title: string,
  expect: Expected,
  arrange: (lab: Lab) => Promise<{ readonly routes: readonly string[] } & Arranged>,
): Scenario {
  return {
    id: `ROUTES-${id}`,
    title,
    needs: 'loopback',
    expect,
    async arrange(lab) {
      const { routes, ...arranged } = await arrange(lab)
      lab.file('routes.yml', ['routes:', ...routes].join('\n'))
      return {
        ...arranged,
        flags: { model: '', client: 'node', config: 'routes.yml', ...arranged.flags },
        env: { OPENAI_API_KEY: undefined, LAB_KEY: lab.key, ...arranged.env },
      }
    },
  }
}

const WRONG_KEY = fails('auth', 'auth', 'api.invalid_api_key', 'http')

export const ROUTES: readonly Scenario[] = [
  several('pass', 'Two routes, both work', PASS, async (lab) => {
    const api = await lab.api()
    return {
      routes: [
        ...entry('one', api.baseUrl),
        ...entry('two', api.baseUrl, { endpoint: 'chat-completions' }),
      ],
      complaints: (ran) => [
        ...saysAll(ran, 'Both routes pass.'),
        ...atMost('real requests', realRequests(api), 2),
      ],
    }
  }),
  several('leg', 'The route that differs is named', WRONG_KEY, async (lab) => {
    const api = await lab.api()
    return {
      routes: [
        ...entry('mine', api.baseUrl),
        ...entry('theirs', api.baseUrl, { 'api-key-env': 'OTHER_KEY' }),
      ],
      env: { OTHER_KEY: `${lab.key}0` },
      complaints: (ran) =>
        saysAll(ran, 'Route mine passes and differs from theirs only in the key: look there.'),
    }
  }),
  several(
    'stuck',
    'A stuck route does not hold the others',
    path('http', 'http.timed_out', 'tls'),
    async (lab) => {
      const stuck = await lab.use(breakAfterRequest('silence'))
      const api = await lab.api()
      return {
        routes: [
          ...entry('stuck', `https://localhost:${String(stuck.port)}/v1`),
          ...[1, 2, 3].flatMap((at) => entry(`quick-${String(at)}`, api.baseUrl)),
        ],
        complaints: (ran) => {
          const passed = ran.stdout.match(/"verdict": ?"pass"/g)?.length ?? 0
          return passed === 3 ? [] : [`${String(passed)} routes pass and should be 3`]
        },
      }
    },
  ),
  several('hundred', 'A hundred routes', PASS, async (lab) => {
    const api = await lab.api()
    return {
      routes: Array.from({ length: 100 }, (_, at) => entry(`r${String(at)}`, api.baseUrl)).flat(),
      flags: { timeout: '20s', deadline: '35s' },
      complaints: (ran) => [
        ...saysAll(ran, 'All 100 routes pass.'),
        ...atMost('connections', api.connections(), 100),
      ],
    }
  }),
  several(
    'fail-on',
    'A failure that fails the job decides before one that does not',
    WRONG_KEY,
    async (lab) => {
      const bad = await lab.api({ answers: { '*': openai401() } })
      return {
        routes: [
          ...entry('shrugs', bad.baseUrl, { 'fail-on': 'quota' }),
          ...entry('gates', bad.baseUrl, { endpoint: 'chat-completions' }),
        ],
        complaints: (ran) => saysAll(ran, /"route": ?"gates"/),
      }
    },
  ),
  ...(['open', 'closed'] as const).map((way) => ({
    ...several(
      `compare-${way}`,
      `A gateway fails, and the direct way is ${way}`,
      fails('route-provider', 'http', 'gateway.upstream_unreachable', 'tls'),
      async (lab) => {
        await lab.names()
        if (way === 'open') await lab.publicApi()
        const gateway = await lab.api({ answers: { '*': litellmUpstreamUnreachable() } })
        const more = { route: 'gateway', 'compare-direct': 'true' }
        return {
          routes: entry('gateway', gateway.baseUrl, more),
          complaints: (ran) =>
            saysAll(
              ran,
              way === 'open'
                ? 'the symptom does not exist without the gateway: api.openai.com answers this runner'
                : 'without the gateway there is a failure too: api.openai.com cannot be reached',
            ),
        }
      },
    ),
    needs: 'namespace' as const,
  })),
]
