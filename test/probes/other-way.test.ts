import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { flat } from '../../src/run/stored.ts'
import { askOtherExits } from '../../src/probes/other-way.ts'
import type { EgressPlan } from '../../src/model/index.ts'
import { startApi, labKey } from '../loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import { listen } from '../loopback/listen.ts'
import { keyBytesIn } from '../loopback/key-bytes.ts'
import { authority, labIssuer } from '../loopback/pki.ts'
import { proxy407, startProxy } from '../loopback/proxy.ts'
import { asked } from '../wire/send.ts'
import { leavesNothing, lookTwice, sceneOf, through } from './scene.ts'

const BASE_URL = 'https://api.lab.test/v1'
const PLAN = asked({ baseUrl: BASE_URL }).plan

const notFound = (): Promise<never> =>
  Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))

describe('after a failure', () => {
  test('the proxy that this client ignores is seen to lead to the API', async () => {
    await using api = await startApi({
      tls: labIssuer().leaf({ names: ['api.lab.test'] }),
      key: labKey(),
    })
    await using proxy = await startProxy({ behaviour: { does: 'tunnel', to: api } })
    const otherWays = [through(proxy.port, PLAN, 'python'), through(proxy.port, PLAN, 'curl')]
    // The proxy has the name of a numeric address: nothing of it needs a resolver.
    const { only } = await lookTwice({ baseUrl: BASE_URL, resolve: notFound }, { otherWays })
    expect(only('other-way')).toMatchObject({
      status: 'ok',
      target: `http://127.0.0.1:${proxy.port}`,
      facts: {
        way: 'proxy',
        proxy: `127.0.0.1:${proxy.port}`,
        source: 'HTTPS_PROXY',
        reached: true,
        status: 401,
      },
    })
    expect(api.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/models'])
    expect(api.keyBytes(labKey())).toBe(0)
    expect(proxy.connects.map(({ authority }) => authority)).toEqual(['api.lab.test:443'])
    await leavesNothing(proxy, api)
  })

  test('a proxy that re-signs is verified with the roots of the client that would take it', async () => {
    const root = authority({ common: 'Inspection Root' })
    await using api = await startApi({
      tls: root.leaf({ names: ['api.lab.test'] }),
      key: labKey(),
    })
    await using proxy = await startProxy({ behaviour: { does: 'tunnel', to: api } })
    const own = through(proxy.port, PLAN)
    const python = { ...through(proxy.port, PLAN, 'python'), ca: [root.pem] }
    const { only } = await lookTwice(
      { baseUrl: BASE_URL, resolve: notFound },
      { otherWays: [own, python] },
    )
    expect(only('other-way')).toMatchObject({
      status: 'ok',
      facts: { reached: true, status: 401, trustOf: 'python' },
    })
    const mine = { ...own, ca: [root.pem] }
    const again = await lookTwice(
      { baseUrl: BASE_URL, resolve: notFound },
      { otherWays: [mine, through(proxy.port, PLAN, 'curl')] },
    )
    expect(again.only('other-way').facts).not.toHaveProperty('trustOf')
    expect(again.only('other-way').status).toBe('ok')
    expect(api.keyBytes(labKey())).toBe(0)
  })

  test('the direct way past a proxy that refuses is seen to work', async () => {
    await using api = await startApi()
    await using proxy = await startProxy({
      behaviour: { does: 'answer', reply: proxy407('Basic realm="x"') },
    })
    const { only } = await lookTwice({ baseUrl: api.baseUrl, proxy: { port: proxy.port } })
    expect(only('other-way')).toMatchObject({
      status: 'ok',
      target: 'direct',
      facts: { way: 'direct', reached: true },
    })
    expect(api.keyBytes(labKey())).toBe(0)
    await leavesNothing(proxy, api)
  })

  test('three paths of other clients are tried, and three trust stores on each', async () => {
    const root = authority({ common: 'Inspection Root' })
    const tls = root.leaf({ names: ['api.lab.test'] })
    await using api = await startApi({ tls, key: labKey() })
    await using proxy = await startProxy({ behaviour: { does: 'tunnel', to: api } })
    const strange = ['a', 'b', 'c'].map((common) => authority({ common }).pem)
    const trusting = (...ca: readonly string[]) => ({ ...through(proxy.port, PLAN, 'python'), ca })
    const tried = async (stores: readonly string[]) => {
      const otherWays = stores.map((pem) => trusting(pem))
      const looked = await lookTwice({ baseUrl: BASE_URL, resolve: notFound }, { otherWays })
      return looked.only('other-way').status
    }
    expect(await tried([...strange.slice(0, 2), root.pem])).toBe('ok')
    expect(await tried([...strange, root.pem])).toBe('failed')
    await using closed = await closedPort()
    const ports = [0, 1, 2, 3].map((at) => ({ ...through(closed.port, PLAN), at }))
    const otherWays = ports.map(({ at, ...plan }) => ({
      ...plan,
      egress: {
        ...plan.egress,
        ...(plan.egress.proxy && { proxy: { ...plan.egress.proxy, host: `127.0.0.${at + 1}` } }),
      },
    }))
    const { second } = await lookTwice({ baseUrl: BASE_URL, resolve: notFound }, { otherWays })
    expect(second.filter(({ probe }) => probe === 'other-way')).toHaveLength(3)
  })

  test('a way that is closed as well says where', async () => {
    await using closed = await closedPort()
    const otherWays = [through(closed.port, PLAN)]
    const { only } = await lookTwice({ baseUrl: BASE_URL, resolve: notFound }, { otherWays })
    expect(only('other-way')).toMatchObject({
      status: 'failed',
      code: 'tcp.refused',
      facts: { way: 'proxy', reached: false },
    })
  })

  test('what no request can take, or leads to the same exit, is no other way', async () => {
    const unusable = { variable: 'ALL_PROXY', because: 'x', fix: 'y', by: 'client' } as const
    const otherWays = [PLAN, { ...PLAN, egress: { ...PLAN.egress, unusable } }]
    const { second } = await lookTwice({ baseUrl: BASE_URL, resolve: notFound }, { otherWays })
    expect(second.map(({ probe }) => probe)).not.toContain('other-way')
  })
})

/** What a run that passes asks of the ways of other clients. */
async function curious(baseUrl: string, ways: readonly EgressPlan[], timeoutMs = 3000) {
  const scene = sceneOf({ baseUrl }, [], { timeoutMs })
  const began = performance.now()
  await askOtherExits({ ...scene, paths: ways })
  return { seen: scene.recorder.list().map(flat), ms: performance.now() - began }
}

describe('after a pass', () => {
  test('nothing is sent where every client leaves by the same exit', async () => {
    await using api = await startApi()
    const unusable = { variable: 'ALL_PROXY', because: 'x', fix: 'y', by: 'client' } as const
    const ways = [PLAN, PLAN, { ...PLAN, egress: { ...PLAN.egress, unusable } }]
    expect((await curious(api.baseUrl, ways)).seen).toEqual([])
    expect(api.connections()).toBe(0)
  })

  test('each other exit is asked once, without the key, whoever would take it', async () => {
    await using api = await startApi({ key: labKey() })
    await using proxy = await startProxy({ behaviour: { does: 'tunnel', to: api } })
    const ways = [PLAN, through(proxy.port, PLAN, 'python'), through(proxy.port, PLAN, 'curl')]
    const { seen } = await curious(api.baseUrl, ways)
    expect(seen).toEqual([
      expect.objectContaining({ status: 'ok', target: `http://127.0.0.1:${proxy.port}` }),
    ])
    expect(proxy.connects).toHaveLength(1)
    expect(keyBytesIn(Buffer.from(JSON.stringify([api.requests, proxy.connects])), labKey())).toBe(
      0,
    )
    await leavesNothing(proxy, api)
  })

  test('a proxy that says nothing costs two seconds and is not called broken', async () => {
    await using proxy = await listen(createServer((socket) => socket.resume()))
    const { seen, ms } = await curious(BASE_URL, [PLAN, through(proxy.port, PLAN)], 10_000)
    expect(ms).toBeLessThan(2600)
    expect(seen).toEqual([
      expect.objectContaining({
        probe: 'other-way',
        status: 'skipped',
        because: expect.stringContaining('no answer within 2 s'),
      }),
    ])
    await leavesNothing(proxy)
  })

  test('a cancelled run waits for nothing and says so', async () => {
    await using proxy = await listen(createServer((socket) => socket.resume()))
    const cancel = new AbortController()
    const scene = sceneOf({ baseUrl: BASE_URL }, [], { signal: cancel.signal })
    setTimeout(() => cancel.abort(), 100)
    await askOtherExits({ ...scene, paths: [PLAN, through(proxy.port, PLAN)] })
    expect(scene.recorder.list().map(flat)).toEqual([
      expect.objectContaining({ status: 'skipped', because: 'cancelled' }),
    ])
    await leavesNothing(proxy)
  })
})
