import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/model/index.ts'
import { labKey, startApi } from '../loopback/api.ts'
import { startProxy } from '../loopback/proxy.ts'
import { look, openStage, told } from '../inside/stage.ts'
import { firstFailure, send, trail } from './send.ts'

/** What many companies allow: tunnels to 443 and nothing else. */
const ONLY_443 = { does: 'tunnel', ports: [443] } as const

describe('a plain HTTP target behind a proxy that opens tunnels to 443 alone', () => {
  test.each<Client>(['curl', 'python', 'go'])('%s writes the whole URL', async (client) => {
    await using api = await startApi({ tls: 'none', key: labKey() })
    await using proxy = await startProxy({ behaviour: ONLY_443 })
    const seen = await send({ baseUrl: api.baseUrl, proxy: { port: proxy.port }, client })
    expect(firstFailure(seen)).toBe('ok')
    expect(trail(seen)).toContain('tunnel:skipped')
    expect([proxy.forwards, proxy.connects]).toEqual([[`POST ${api.baseUrl}/responses`], []])
    expect(api.requests.map(({ path }) => path)).toEqual(['/v1/responses'])
    expect(api.requests[0]?.headers['host']).toBe(new URL(api.baseUrl).host)
  })

  test('Node asks for a tunnel, as its fetch does', async () => {
    await using api = await startApi({ tls: 'none', key: labKey() })
    await using proxy = await startProxy({ behaviour: ONLY_443 })
    const seen = await send({ baseUrl: api.baseUrl, proxy: { port: proxy.port } })
    expect(firstFailure(seen)).toBe('proxy tunnel proxy.denied')
    expect([proxy.forwards, api.requests]).toEqual([[], []])
  })

  test.each(['python3', 'sh'] as const)('%s of a target writes the whole URL', async (runtime) => {
    await using api = await startApi({ tls: 'none', key: labKey() })
    await using proxy = await startProxy({ behaviour: { ...ONLY_443, login: 'me:pass' } })
    using stage = openStage(runtime)
    const seen = await look({
      prefix: stage.prefix({
        OPENAI_API_KEY: labKey(),
        OPENAI_BASE_URL: api.baseUrl,
        http_proxy: proxy.urlWith('me:pass'),
      }),
      inputs: { model: 'demo-model', timeout: '3s', route: 'openai' },
    })
    expect(told(seen)).toBe('pass')
    expect(proxy.connects).toEqual([])
    expect(proxy.forwards.at(-1)).toBe(`POST ${api.baseUrl}/responses`)
  })
})

test('the login of the proxy travels with the whole URL and stops at the proxy', async () => {
  await using api = await startApi({ tls: 'none', key: labKey() })
  await using proxy = await startProxy({ behaviour: { ...ONLY_443, login: 'me:pass' } })
  const asked = { baseUrl: api.baseUrl, proxy: { port: proxy.port }, client: 'curl' } as const
  const credentials = { username: 'me', password: 'pass' }
  expect(firstFailure(await send({ ...asked, credentials }))).toBe('ok')
  expect(api.requests[0]?.headers['proxy-authorization']).toBeUndefined()
  const without = await send(asked)
  expect(without.findLast(({ probe }) => probe === 'response')?.outcome).toMatchObject({
    facts: { status: 407 },
  })
  expect(api.requests).toHaveLength(1)
})

test.each([
  ['a made-up key', 'correct-horse-battery-staple-9', ''],
  ['a key in the form of a vendor', labKey(), expect.stringMatching(/^[\da-f]{12}$/)],
])('%s in a target: fingerprint', async (_what, key, fingerprint) => {
  await using api = await startApi({ tls: 'none', key })
  for (const runtime of ['python3', 'sh'] as const) {
    using stage = openStage(runtime)
    const { packet } = await look({
      prefix: stage.prefix({ OPENAI_API_KEY: key, OPENAI_BASE_URL: api.baseUrl }),
      inputs: { model: 'demo-model', timeout: '3s', route: 'gateway' },
    })
    expect(packet?.routes[0]?.keyFingerprint).toEqual(fingerprint)
  }
})
