import { createServer } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { listen } from '../loopback/listen.ts'
import { askBriefly } from '../../src/probes/keyless-request.ts'
import { startApi, labKey, type LabReply } from '../loopback/api.ts'
import { labIssuer } from '../loopback/pki.ts'
import { startProxy } from '../loopback/proxy.ts'
import { html, json, serverError, type LoopbackReply } from '../loopback/replies.ts'
import { asked } from '../wire/send.ts'
import { proofOf } from '../../src/reports/proof.ts'
import { onlyRoute, runPreflight } from '../run/run.ts'
import { leavesNothing, lookTwice, sceneOf, through, type Looked } from './scene.ts'

/** The API answers 500, and this is what stands on its status page; both by names of the real ones. */
async function witness(
  page: LoopbackReply,
  baseUrl = 'https://api.openai.com/v1',
  failing: LoopbackReply = serverError(),
  pageHost = 'status.openai.com',
): Promise<Looked & { readonly asked: number; readonly exit: string }> {
  const tls = labIssuer().leaf({ names: [new URL(baseUrl).hostname, pageHost] })
  await using api = await startApi({ tls, answers: { '*': failing } })
  await using status = await startApi({ tls, answers: { '*': page } })
  await using toApi = await startProxy({ behaviour: { does: 'tunnel', to: api } })
  await using toStatus = await startProxy({ behaviour: { does: 'tunnel', to: status } })
  const sending = { baseUrl, proxy: { port: toApi.port } }
  const wayTo = () => through(toStatus.port, asked(sending).plan)
  const looked = await lookTwice(sending, { wayTo, timeoutMs: 2200 })
  expect(status.keyBytes(labKey())).toBe(0)
  expect(toStatus.connects.every(({ authority }) => authority === `${pageHost}:443`)).toBe(true)
  await leavesNothing(toStatus, status, toApi, api)
  return { ...looked, asked: status.requests.length, exit: toStatus.url }
}

const ISO_WITH_OFFSET = /^[\d-]+T[\d:.]+[+-]\d\d:\d\d$/

function summary(more: object = {}): object {
  return {
    page: { name: 'OpenAI', updated_at: '2026-11-22T17:00:00.000+01:00' },
    status: { indicator: 'minor', description: 'Partial System Outage' },
    components: [
      { name: 'Responses', status: 'partial_outage' },
      { name: 'Embeddings', status: 'operational' },
    ],
    ...more,
  }
}

test('says the indicator, its time in UTC, and the parts that are not well', async () => {
  const { only } = await witness(json(200, summary()))
  expect(only('status-page')).toMatchObject({
    status: 'ok',
    rung: 'http',
    target: 'status.openai.com',
  })
  expect(only('status-page').facts).toEqual({
    host: 'status.openai.com',
    indicator: 'minor',
    updatedAt: '2026-11-22T16:00:00.000Z',
    components: [{ name: 'Responses', status: 'partial_outage' }],
  })
})

test('words of the page are cut down to plain ones, and there are at most twelve', async () => {
  const nasty = { name: '::error::<b>\u202e`x`', status: 'down|\n## Pass' }
  const components = Array.from({ length: 40 }, () => nasty)
  const { only } = await witness(json(200, summary({ components, page: { updated_at: 'soon' } })))
  const { facts } = only('status-page')
  expect(facts).not.toHaveProperty('updatedAt')
  expect(facts.components).toHaveLength(12)
  expect(facts.components).toEqual(
    Array.from({ length: 12 }, () => ({ name: 'errorbx', status: 'down Pass' })),
  )
})

test.each<[string, LoopbackReply]>([
  ['a page for people that says 404', html(404, '<h1>Not found</h1>')],
  ['a page larger than is read', json(200, summary({ padding: 'x'.repeat(200_000) }))],
  ['JSON of somebody else', json(200, { object: 'list', data: [] })],
  ['an indicator that is no word', json(200, { status: { indicator: '<script>' } })],
  ['nothing', { status: 200 }],
])('%s is no status page', async (_, page) => {
  const { only, exit } = await witness(page)
  expect(only('status-page')).toMatchObject({
    status: 'failed',
    code: 'http.response.invalid',
    facts: {
      host: 'status.openai.com',
      because: `by ${exit}: ${page.status === 200 ? 'the answer is not a status page' : String(page.status)}`,
    },
  })
})

test('a page that does not come ends with the time of the round', async () => {
  const { only } = await witness({ status: 200, delayMs: 30_000 })
  expect(only('status-page')).toMatchObject({ status: 'failed', code: 'http.timed_out' })
})

test.each<[string, LabReply]>([
  ['a rate limit', json(429, { error: { code: 'rate_limit_exceeded' } })],
  ['a page for people in place of the API', html(403, '<h1>Blocked</h1>')],
  [
    'an answer that breaks off',
    { status: 200, body: '{"id":', cut: { afterBytes: 3, how: 'reset' } },
  ],
])('is asked after %s', async (_, failing) => {
  const { asked: requests } = await witness(json(200, summary()), undefined, failing)
  expect(requests).toBe(1)
})

test.each<[string, string, LoopbackReply]>([
  ['a host of which no page is known', 'https://api.lab.test/v1', serverError()],
  ['an address', 'https://127.0.0.1/v1', serverError()],
  ['an answer that judges the request', 'https://api.openai.com/v1', json(404, {})],
])('is not asked after %s', async (_, baseUrl, failing) => {
  const { asked: requests } = await witness(json(200, summary()), baseUrl, failing)
  expect(requests).toBe(0)
})

const FEED = (items: string): LoopbackReply => ({
  status: 200,
  headers: { 'content-type': 'application/rss+xml' },
  body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Azure Status</title>${items}</channel></rss>`,
})

test.each<[string, string, readonly object[]]>([
  ['nothing', '', []],
  [
    'an incident',
    '<item><title><![CDATA[Azure Front Door – West Europe]]></title></item>',
    [{ name: 'Azure Front Door  West Europe', status: 'incident' }],
  ],
])('the feed of Azure says %s', async (_, items, components) => {
  const { only } = await witness(
    FEED(items),
    'https://shop.openai.azure.com/openai/v1',
    serverError(),
    'rssfeed.azure.status.microsoft',
  )
  expect(only('status-page').facts).toEqual({
    host: 'rssfeed.azure.status.microsoft',
    indicator: components.length === 0 ? 'none' : 'incident',
    components,
  })
})

test.each<[string, object, readonly object[]]>([
  ['operational', {}, []],
  [
    'degraded',
    {
      included: [
        { type: 'status_page_resource', attributes: { public_name: 'Chat', status: 'downtime' } },
        { type: 'status_page_resource', attributes: { public_name: 'Web', status: 'operational' } },
      ],
    },
    [{ name: 'Chat', status: 'downtime' }],
  ],
])('a page of Better Stack says %s', async (state, more, components) => {
  const body = { data: { attributes: { aggregate_state: state } }, ...more }
  const { only } = await witness(
    json(200, body),
    'https://api.together.ai/v1',
    serverError(),
    'status.together.ai',
  )
  expect(only('status-page').facts).toEqual({
    host: 'status.together.ai',
    indicator: components.length === 0 ? 'none' : 'minor',
    components,
  })
})

describe('the packet', () => {
  const DIRECT = { 'base-url': 'https://api.openai.com/v1', client: 'curl' }

  test('says that the proxy which refuses the API refuses the page as well', async () => {
    await using proxy = await startProxy({
      behaviour: { does: 'answer', reply: html(403, '<h1>Denied</h1>') },
    })
    const env = { HTTPS_PROXY: proxy.url }
    const packet = await runPreflight({ inputs: DIRECT, env })
    const route = onlyRoute(packet)
    expect(route.statusPage).toEqual({
      host: 'status.openai.com',
      checkedAt: expect.stringMatching(ISO_WITH_OFFSET),
      because: 'through the same proxy: 403',
    })
    expect(route.verdict).toMatchObject({ owner: 'connection-path', code: 'proxy.denied' })
    expect(proofOf(packet, route)).toMatch(
      / Status page not read at [\d-]+ \d\d:\d\d (?:Z|[+-]\d\d:\d\d): through the same proxy: 403\.$/,
    )
  })

  test('has a red page and its time, and blames the connection all the same', async () => {
    const tls = labIssuer().leaf({ names: ['status.openai.com'] })
    await using status = await startApi({ tls, answers: { '*': json(200, summary()) } })
    await using proxy = await startProxy({ behaviour: { does: 'tunnel', to: status } })
    const env = { HTTPS_PROXY: proxy.url }
    const packet = await runPreflight({ inputs: DIRECT, env })
    const route = onlyRoute(packet)
    expect(route.statusPage).toEqual({
      host: 'status.openai.com',
      checkedAt: expect.stringMatching(ISO_WITH_OFFSET),
      indicator: 'minor',
      components: [{ name: 'Responses', status: 'partial_outage' }],
    })
    expect(route.verdict.owner).toBe('connection-path')
    expect(proofOf(packet, route)).toMatch(
      / Status page checked at [\d-]+ \d\d:\d\d \S+: minor \(Responses: partial_outage\)\. A green status page does not clear this route, and a red one does not prove it\.$/,
    )
  })

  test('names the page that only people can read, and asks nobody', async () => {
    await using proxy = await startProxy({
      behaviour: { does: 'answer', reply: html(403, '<h1>Denied</h1>') },
    })
    const inputs = { 'base-url': 'https://shop.openai.azure.cn/openai/v1', depth: 'route' }
    const env = { HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' }
    const packet = await runPreflight({ inputs, env })
    const route = onlyRoute(packet)
    expect(route.statusPage).toEqual({
      host: 'www.azure.cn',
      because:
        'https://www.azure.cn/support/service-dashboard/ is written for people: open it in a browser',
    })
    expect(proxy.connects.map(({ authority }) => authority)).not.toContain('www.azure.cn:443')
    expect(proofOf(packet, route)).toContain('Status page not read: https://www.azure.cn/')
  })

  test('says that no page is known of a private host, and nothing after an answer', async () => {
    await using api = await startApi({ key: labKey(), answers: { '*': serverError() } })
    const inputs = { route: 'openai', 'base-url': api.baseUrl }
    expect(onlyRoute(await runPreflight({ inputs })).statusPage).toEqual({
      because: 'no status page is known for this host',
    })
    await using well = await startApi({ key: labKey() })
    const passed = onlyRoute(
      await runPreflight({ inputs: { route: 'openai', 'base-url': well.baseUrl } }),
    )
    expect(passed).not.toHaveProperty('statusPage')
  })
})

test('a page that says nothing is not waited for longer than three seconds', async () => {
  await using silent = await listen(createServer((socket) => socket.resume()))
  const baseUrl = `https://localhost:${silent.port}/v1`
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { plan } = asked({ baseUrl })
    let ended = false
    const reply = askBriefly(sceneOf({ baseUrl }, [], { timeoutMs: 10_000 }), plan, {
      url: new URL(baseUrl),
    }).finally(() => {
      ended = true
    })
    // Not by expect.poll, which moves the faked clock.
    while (silent.open() < 1) await new Promise(setImmediate)
    await vi.advanceTimersByTimeAsync(2990)
    expect(ended).toBe(false)
    await vi.advanceTimersByTimeAsync(20)
    expect(await reply).not.toHaveProperty('response')
  } finally {
    vi.useRealTimers()
  }
})
