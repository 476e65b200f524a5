import { describe, expect, test } from 'vitest'
import type { RouteRun } from '../../src/run/route-run.ts'
import { prepare, settingsObservation } from '../../src/run/prepare.ts'
import { describeRuntime } from '../../src/settings/runtime.ts'
import { ok } from '../rules/evidence-builder.ts'
import { KEY, settingsOf, type Given } from '../settings/source.ts'
import type { Order } from '../../src/run/world.ts'

const STARTED = 1234

/** The routes of these settings in a place where nothing can be started or read but these files. */
async function prepared(
  { env = {}, ...given }: Given,
  {
    checkout = {},
    ...order
  }: Partial<Omit<Order, 'checkout'>> & {
    readonly checkout?: Readonly<Record<string, string>>
  } = {},
): Promise<readonly RouteRun[]> {
  const environment = { OPENAI_API_KEY: KEY, ...env }
  const settings = settingsOf({ env: environment, ...given })
  return prepare(
    {
      settings,
      environment,
      runtime: describeRuntime({}),
      checkout: () => ({ files: Object.keys(checkout), readFile: (path) => checkout[path] }),
      readFile: () => undefined,
      listFolder: () => undefined,
      workspace: '/project',
      signal: new AbortController().signal,
      ...order,
    },
    STARTED,
  )
}

const PYTHON = { 'requirements.txt': 'openai==2.0.0\n' }
const TWO = {
  '/repo/.openai-preflight.yml': 'routes:\n  a: {route: openai}\n  b: {route: openai}\n',
}
const two: Given = { inputs: { config: '.openai-preflight.yml' }, files: TWO }

describe('the client of a route is', () => {
  const clientOf = async (inputs: Readonly<Record<string, string>>, checkout = {}) => {
    const [one] = await prepared({ inputs }, { checkout })
    const { client, clientReason } = one?.route ?? {}
    return [client, clientReason, one?.clients?.chosen, one?.clients?.known]
  }
  test('what the checkout names', async () => {
    expect(await clientOf({}, PYTHON)).toEqual([
      'python',
      expect.stringContaining('requirements.txt'),
      false,
      true,
    ])
  })
  test('what a person named, whatever the checkout says', async () => {
    expect(await clientOf({ client: 'node' }, PYTHON)).toEqual([
      'node',
      'set by client: node',
      true,
      true,
    ])
    expect((await clientOf({ client: 'python' }))[1]).toBe('set by client: python')
  })
  test('Node where nothing names one, and that is known to be a guess', async () => {
    expect(await clientOf({})).toEqual(['node', expect.any(String), false, false])
  })
})

describe('the paths of a route', () => {
  test('to two hosts hold the same roots as one list, for which one TLS context is made', async () => {
    const file = 'routes:\n  a: {base-url: https://a.test/v1}\n  b: {base-url: https://b.test/v1}\n'
    const [a, b] = await prepared(
      { ...two, files: { '/repo/.openai-preflight.yml': file } },
      { extraRoots: ['a root'] },
    )
    expect(a?.plan.ca).toContain('a root')
    expect(a?.plan).not.toBe(b?.plan)
    expect(a?.plan.ca).toBe(b?.plan.ca)
  })
  const proxy = { HTTPS_PROXY: 'http://proxy.test:3128' }
  const waysOf = (one: RouteRun | undefined) => ({
    own: one?.plan.egress.client,
    exit: one?.plan.egress.proxy?.host ?? 'direct',
    others: one?.otherWays.map(
      ({ egress }) => `${egress.client} ${egress.proxy?.host ?? 'direct'}`,
    ),
    paths: one?.clients?.paths.map(({ egress }) => egress.client),
  })

  test('are that of its client, the one it does not take, and those of the other clients', async () => {
    const [one] = await prepared({ inputs: { client: 'curl' }, env: proxy })
    expect(waysOf(one)).toEqual({
      own: 'curl',
      exit: 'proxy.test',
      others: ['curl direct', 'node direct', 'python proxy.test'],
      paths: ['node', 'python', 'curl'],
    })
    const [free] = await prepared({ inputs: { client: 'curl' } })
    expect(waysOf(free).others).toEqual(['node direct', 'python direct'])
  })

  test('hold the clients that the checkout names beside the chosen one', async () => {
    const go = { 'go.mod': 'module a\n\nrequire github.com/openai/openai-go/v3 v3.1.0\n' }
    const [one] = await prepared({}, { checkout: { ...PYTHON, ...go } })
    expect(waysOf(one).paths).toContain('go')
    const [named] = await prepared({ inputs: { client: 'node' } }, { checkout: go })
    expect(waysOf(named).paths).not.toContain('go')
  })

  test('end at the host that is asked for: an entry of NO_PROXY is read for each', async () => {
    const env = { ...proxy, NO_PROXY: 'login.test' }
    const [one] = await prepared({ inputs: { client: 'curl' }, env })
    expect(one?.wayTo(new URL('https://login.test')).egress.proxy).toBeUndefined()
    expect(one?.wayTo(new URL('https://api.test')).egress.proxy?.host).toBe('proxy.test')
  })

  test('are worked out once for one origin and client', async () => {
    const [a, b] = await prepared(two)
    expect([a?.route.name, b?.route.name]).toEqual(['a', 'b'])
    expect(a?.plan).toBe(b?.plan)
  })

  test('read a file once', async () => {
    const read: string[] = []
    const readFile = (path: string): undefined => {
      read.push(path)
    }
    await prepared({ ...two, env: { NODE_EXTRA_CA_CERTS: '/roots.pem' } }, { readFile })
    expect(read.filter((path) => path === '/roots.pem')).toEqual(['/roots.pem'])
  })

  test('trust the roots of the demo too', async () => {
    const [with1, without] = [
      await prepared({ inputs: { client: 'node' } }, { extraRoots: ['root'] }),
      await prepared({ inputs: { client: 'node' } }),
    ]
    expect(with1[0]?.plan.ca).toEqual([...(without[0]?.plan.ca ?? []), 'root'])
    expect(with1[0]?.otherWays.every(({ ca }) => ca?.includes('root') === true)).toBe(true)
  })
})

describe('a route begins with', () => {
  test('what was seen before, once for the run', async () => {
    const before = [ok('client-bundle', { files: 1, bytes: 1, hits: [], ignored: 0 })]
    const [a, b] = await prepared(two, { before })
    expect([a, b].map((one) => one?.before.map(({ probe }) => probe))).toEqual([
      ['settings', 'client-bundle'],
      ['settings'],
    ])
    expect(a).toMatchObject({ startedAtMs: STARTED, deadlineMs: 60_000 })
    expect(a).not.toHaveProperty('browserOrigin')
  })

  test('what is wrong with its settings, of which a fatal thing has failed it', async () => {
    const [broken] = await prepared({ env: { OPENAI_API_KEY: '"quoted"' } })
    expect(broken?.before[0]?.outcome).toMatchObject({
      status: 'failed',
      failure: { code: 'config.key_quoted' },
      facts: { problems: [{ code: 'config.key_quoted' }] },
    })
    const short = ['sk', 'Qx7mB2vN9Zt4Kw8L'].join('-')
    const [warned] = await prepared({ env: { OPENAI_API_KEY: short } })
    expect(warned?.before[0]?.outcome).toMatchObject({
      status: 'ok',
      facts: { problems: [{ severity: 'warning' }], key: { length: 19 } },
    })
  })

  test('a place for what is wrong with a settings file that cannot be read', async () => {
    const inputs = { config: 'none.yml' }
    const [only, ...rest] = await prepared({ inputs })
    expect(rest).toEqual([])
    expect(only?.route).toMatchObject({
      name: 'settings',
      depth: 'route',
      client: 'node',
      attempts: 1,
      failOn: ['route', 'auth', 'quota', 'client', 'unknown'],
      compareDirect: false,
    })
    expect(only?.before[0]?.outcome.status).toBe('failed')
  })

  test('nothing of the time', () => {
    const place = { name: 'a', baseUrl: 'https://a.test/v1' }
    const asked = settingsOf({ env: { OPENAI_API_KEY: KEY } }).routes[0]
    if (asked === undefined) throw new Error('there is no route')
    expect(settingsObservation(place, asked, [])).toMatchObject({
      route: 'a',
      target: 'https://a.test/v1',
      attempt: 0,
      startedMs: 0,
      elapsedMs: 0,
    })
  })
})

describe('a route of Azure signs in', () => {
  const azure = (more: Readonly<Record<string, string>>) =>
    prepared({
      inputs: {
        route: 'azure',
        'base-url': 'https://example-resource.openai.azure.com/openai/v1',
        model: 'm',
        ...more,
      },
      env: {
        OPENAI_API_KEY: '',
        AZURE_CLIENT_ID: 'a',
        AZURE_TENANT_ID: 'b',
        AZURE_CLIENT_SECRET: 'c',
      },
    })
  test('only where it uses Entra ID and sends credentials at all', async () => {
    expect((await azure({}))[0]?.signIn).toBeDefined()
    expect((await azure({ depth: 'route' }))[0]?.signIn).toBeUndefined()
    expect((await prepared({}))[0]?.signIn).toBeUndefined()
  })
})
