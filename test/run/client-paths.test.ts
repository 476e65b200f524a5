import { describe, expect, test } from 'vitest'
import type { PacketRoute } from '../../src/model/index.ts'
import { clientPathsLine } from '../../src/reports/environment.ts'
import { labKey, startApi } from '../loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import { proxy407, startProxy } from '../loopback/proxy.ts'
import { onlyRoute, runPreflight, seen } from './run.ts'

/** Client, exit, and whether it was seen to work, one line each. */
function waysIn({ clientPaths: ways = [] }: PacketRoute): readonly string[] {
  return ways.map(({ client, exit, works }) => `${client} ${exit} ${works ?? 'not known'}`)
}

async function passing(env: Readonly<Record<string, string>>, client: string) {
  await using api = await startApi({ key: labKey() })
  const inputs = { route: 'openai', 'base-url': api.baseUrl, client, 'expiry-warning': '0' }
  const route = onlyRoute(await runPreflight({ inputs, env }))
  const asked = api.requests.map(({ method, path }) => `${method} ${path}`)
  return {
    route,
    asked,
    connections: api.connections(),
    withKey: api.requests.filter(isSigned).length,
  }
}

function isSigned({ headers }: { readonly headers: Readonly<Record<string, string>> }): boolean {
  return headers['authorization'] !== undefined
}

describe('a run that passes', () => {
  test('is one connection and one request where all clients take the same way', async () => {
    const { route, asked, connections } = await passing({}, 'auto')
    expect(route.verdict.verdict).toBe('pass')
    expect({ asked, connections }).toEqual({ asked: ['POST /v1/responses'], connections: 1 })
    expect(waysIn(route)).toEqual(['node direct true', 'python direct true', 'curl direct true'])
    expect(clientPathsLine(route)).toBe('')
  })

  test('asks the proxy that the others would take, once and without the key, and says that it works', async () => {
    await using proxy = await startProxy({ behaviour: { does: 'tunnel' } })
    const { route, asked, withKey } = await passing({ HTTPS_PROXY: proxy.url }, 'auto')
    expect(route.verdict.verdict).toBe('pass')
    expect(asked).toEqual(['POST /v1/responses', 'GET /v1/models'])
    expect(withKey).toBe(1)
    expect(proxy.connects).toHaveLength(1)
    expect(waysIn(route)).toEqual([
      'node direct true',
      `python ${proxy.url} true`,
      `curl ${proxy.url} true`,
    ])
    expect(clientPathsLine(route)).toBe(
      `node goes direct (works) · python and curl go through ${proxy.url} (works)`,
    )
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['a client that a person named', {}],
    ['a proxy that all clients take', { NODE_USE_ENV_PROXY: '1' }],
  ])('costs no further request with %s', async (_, env) => {
    await using proxy = await startProxy({ behaviour: { does: 'tunnel' } })
    const all = env['NODE_USE_ENV_PROXY'] !== undefined
    const { route, asked } = await passing(
      { HTTPS_PROXY: proxy.url, ...env },
      all ? 'auto' : 'node',
    )
    expect(route.verdict.verdict).toBe('pass')
    expect(asked).toEqual(['POST /v1/responses'])
    expect(proxy.connects).toHaveLength(all ? 1 : 0)
    expect(waysIn(route)[1]).toBe(`python ${proxy.url} ${all ? 'true' : 'not known'}`)
  })

  test.each(['refuses', 'wants credentials'])(
    'still passes when the proxy of the others %s',
    async (what) => {
      await using closed = await closedPort()
      await using asks = await startProxy({
        behaviour: { does: 'answer', reply: proxy407('Basic realm="x"') },
      })
      const url = what === 'refuses' ? `http://127.0.0.1:${closed.port}` : asks.url
      const { route } = await passing({ HTTPS_PROXY: url }, 'auto')
      expect(route.verdict).toMatchObject({
        verdict: 'pass',
        owner: 'none',
        rule: '',
        firstBad: 'none',
      })
      expect(waysIn(route)).toEqual([
        'node direct true',
        `python ${url} false`,
        `curl ${url} false`,
      ])
    },
  )

  test('shows the exit without the credentials of the proxy, and sends those to the proxy alone', async () => {
    const password = ['pass', 'word', '42'].join('-')
    await using proxy = await startProxy({
      behaviour: { does: 'tunnel', login: `user:${password}` },
    })
    const { route } = await passing({ HTTPS_PROXY: proxy.urlWith(`user:${password}`) }, 'auto')
    expect(waysIn(route)[2]).toBe(`curl ${proxy.url} true`)
    expect(JSON.stringify(route)).not.toContain(password)
  })
})

describe('a run that fails', () => {
  test('says which way works, and the finding follows from it', async () => {
    await using api = await startApi({ key: labKey() })
    await using closed = await closedPort()
    await using proxy = await startProxy({ behaviour: { does: 'tunnel', to: api } })
    const packet = await runPreflight({
      inputs: { route: 'openai', 'base-url': `https://localhost:${closed.port}/v1` },
      env: { HTTPS_PROXY: proxy.url },
    })
    const route = onlyRoute(packet)
    expect(route.verdict.rule).toBe('egress/proxy-ignored')
    expect(waysIn(route)).toEqual([
      'node direct false',
      `python ${proxy.url} true`,
      `curl ${proxy.url} true`,
    ])
    expect(seen(route, 'other-way')).toHaveLength(1)
  })

  test('an answer of the API is a way that works, whatever the API says', async () => {
    await using api = await startApi({ key: 'another' })
    const inputs = { route: 'openai', 'base-url': api.baseUrl }
    const route = onlyRoute(await runPreflight({ inputs }))
    expect(route.verdict.owner).toBe('auth')
    expect(waysIn(route)[0]).toBe('node direct true')
  })

  test('where a client cannot leave at all its exit is none', async () => {
    await using closed = await closedPort()
    const packet = await runPreflight({
      inputs: { route: 'openai', 'base-url': `https://localhost:${closed.port}/v1` },
      env: { HTTPS_PROXY: 'foo://127.0.0.1:1' },
    })
    const route = onlyRoute(packet)
    const none = route.clientPaths?.filter(({ exit }) => exit === 'none') ?? []
    expect(none.length).toBeGreaterThan(0)
    for (const way of none) expect(way).not.toHaveProperty('works')
    expect(clientPathsLine(route)).toMatch(/cannot get out \(/)
  })

  test('nothing was sent: nothing is said of any way', async () => {
    const inputs = { route: 'openai', 'base-url': 'http://api.example.com/v1' }
    const route = onlyRoute(await runPreflight({ inputs }))
    expect(waysIn(route)).toEqual([
      'node direct not known',
      'python direct not known',
      'curl direct not known',
    ])
  })
})

describe('control-url', () => {
  test('names the host that is asked without credentials after a failure', async () => {
    await using api = await startApi()
    await using closed = await closedPort()
    const packet = await runPreflight({
      inputs: {
        route: 'openai',
        'base-url': `https://localhost:${closed.port}/v1`,
        'control-url': `${api.origin}/up`,
      },
      env: { GITHUB_API_URL: `https://localhost:${closed.port}` },
    })
    expect(seen(onlyRoute(packet), 'control')).toEqual([
      expect.objectContaining({ status: 'ok', target: `localhost:${api.port}` }),
    ])
    expect(api.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /up'])
    expect(api.keyBytes(labKey())).toBe(0)
  })

  test('stands for GITHUB_API_URL, which is asked when nothing is named', async () => {
    await using api = await startApi()
    await using closed = await closedPort()
    const packet = await runPreflight({
      inputs: { route: 'openai', 'base-url': `https://localhost:${closed.port}/v1` },
      env: { GITHUB_API_URL: api.origin },
    })
    expect(seen(onlyRoute(packet), 'control')).toHaveLength(1)
    expect(api.requests).toHaveLength(1)
  })

  test('is not asked by a run that passes', async () => {
    await using control = await startApi()
    await using api = await startApi({ key: labKey() })
    const inputs = { route: 'openai', 'base-url': api.baseUrl, 'control-url': control.origin }
    expect((await runPreflight({ inputs })).verdict.verdict).toBe('pass')
    expect(control.connections()).toBe(0)
  })
})
