import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import { startProxy } from '../loopback/proxy.ts'
import {
  html403Cloudflare,
  litellmUpstreamUnreachable,
  serverError,
  zscalerBlocked,
} from '../loopback/replies.ts'
import type { LoopbackReply } from '../loopback/replies.ts'
import { onlyRoute, runPreflight, seen } from './run.ts'

const GATEWAY = { route: 'gateway', 'compare-direct': 'true' }
const WITHOUT = 'without the gateway there is a failure too'

describe('compare-direct: whether the symptom exists without the gateway', () => {
  test.for<[string, LoopbackReply | undefined, string]>([
    ['OpenAI answers as it should', undefined, 'the symptom does not exist without the gateway'],
    ['OpenAI fails as well', serverError(), `${WITHOUT}: localhost`],
    ['the edge refuses this address', html403Cloudflare(), `${WITHOUT}: localhost`],
    ['a filter stands in the direct way', zscalerBlocked(), `${WITHOUT}: Zscaler answers 403`],
  ])('%s', async ([, reply, says]) => {
    await using gateway = await startApi({ answers: { '*': litellmUpstreamUnreachable() } })
    await using direct = await startApi(reply === undefined ? {} : { answers: { '*': reply } })
    const packet = await runPreflight({
      inputs: { ...GATEWAY, 'base-url': gateway.baseUrl },
      order: { directBaseUrl: direct.baseUrl },
    })
    const { verdict } = onlyRoute(packet)
    // The gateway is the owner until proven otherwise.
    expect(verdict).toMatchObject({ owner: 'route-provider', code: 'gateway.upstream_unreachable' })
    expect(verdict.summary).toContain(says)
    expect(verdict.cites).toContain('direct-api')
    // The question carries no key.
    expect(direct.requests.map(({ path, headers }) => [path, headers['authorization']])).toEqual([
      ['/v1/models', undefined],
    ])
    expect(direct.keyBytes(labKey())).toBe(0)
  })

  test('the direct way is closed', async () => {
    await using gateway = await startApi({ answers: { '*': litellmUpstreamUnreachable() } })
    await using closed = await closedPort()
    const packet = await runPreflight({
      inputs: { ...GATEWAY, 'base-url': gateway.baseUrl },
      order: { directBaseUrl: `https://localhost:${closed.port}/v1` },
    })
    expect(onlyRoute(packet).verdict.summary).toContain(`${WITHOUT}: localhost:${closed.port}`)
    expect(onlyRoute(packet).verdict.summary).toContain('(tcp.refused)')
  })

  test('a gateway that cannot be reached is compared too', async () => {
    await using closed = await closedPort()
    await using direct = await startApi()
    const packet = await runPreflight({
      inputs: { ...GATEWAY, 'base-url': `https://localhost:${closed.port}/v1` },
      order: { directBaseUrl: direct.baseUrl },
    })
    const { verdict } = onlyRoute(packet)
    expect(verdict).toMatchObject({ code: 'tcp.refused' })
    expect(verdict.summary).toContain('the symptom does not exist without the gateway')
    expect(verdict.cites).toContain('direct-api')
  })

  test('the direct question takes the way out for its own host', async () => {
    await using gateway = await startApi({ answers: { '*': litellmUpstreamUnreachable() } })
    await using direct = await startApi()
    const to = { host: '127.0.0.1', port: direct.port }
    await using proxy = await startProxy({ behaviour: { does: 'tunnel', to } })
    const packet = await runPreflight({
      inputs: { ...GATEWAY, 'base-url': gateway.baseUrl },
      env: {
        HTTPS_PROXY: proxy.url,
        NODE_USE_ENV_PROXY: '1',
        NO_PROXY: `localhost:${gateway.port}`,
      },
      order: { directBaseUrl: direct.baseUrl },
    })
    expect(onlyRoute(packet).egress.proxy).toBeUndefined()
    expect(proxy.connects).toHaveLength(1)
    expect(direct.requests).toHaveLength(1)
  })

  test('it is off by default, and never asked on the direct route', async () => {
    await using gateway = await startApi({ answers: { '*': litellmUpstreamUnreachable() } })
    await using direct = await startApi()
    const order = { directBaseUrl: direct.baseUrl }
    const baseUrl = { 'base-url': gateway.baseUrl }
    const off = await runPreflight({ inputs: { route: 'gateway', ...baseUrl }, order })
    const other = await runPreflight({
      inputs: { ...GATEWAY, ...baseUrl, route: 'openai' },
      order,
    })
    for (const packet of [off, other]) expect(seen(onlyRoute(packet), 'direct-api')).toEqual([])
    expect(direct.connections()).toBe(0)
  })
})
