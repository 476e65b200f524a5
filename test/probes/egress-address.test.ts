import { describe, expect, test } from 'vitest'
import { startApi, labKey, type Answers } from '../loopback/api.ts'
import { labIssuer } from '../loopback/pki.ts'
import { startProxy } from '../loopback/proxy.ts'
import { html, json, serverError, text, type LoopbackReply } from '../loopback/replies.ts'
import { changesOfRoute } from '../../src/packets/compare/changes.ts'
import { baselineLines } from '../../src/reports/baseline.ts'
import { egressAddressText } from '../../src/reports/environment.ts'
import { escalation } from '../../src/reports/escalation.ts'
import { VIEW } from '../reports/golden-packets.ts'
import { onlyRoute, runPreflight } from '../run/run.ts'
import { always } from './scene.ts'

const TRACE = 'GET /cdn-cgi/trace'

function trace(more = ''): string {
  return `fl=1f1\nh=api.openai.com\nip=203.0.113.7\nts=1.0\nvisit_scheme=https\nuag=x\ncolo=SIN\nhttp=http/1.1\nloc=SG\ntls=TLSv1.3\n${more}`
}

/** A run against a server by the name of the API, by a proxy that leads there. */
async function run(
  answers: Readonly<Record<string, Answers>>,
  inputs: Readonly<Record<string, string>> = {},
) {
  const tls = labIssuer().leaf({ names: ['api.openai.com'] })
  await using api = await startApi({ tls, key: labKey(), answers })
  await using proxy = await startProxy({ behaviour: { does: 'tunnel', to: api } })
  const packet = await runPreflight({
    inputs: { 'base-url': 'https://api.openai.com/v1', client: 'curl', ...inputs },
    env: { HTTPS_PROXY: proxy.url },
  })
  const asked = api.requests.filter(({ path }) => path === '/cdn-cgi/trace')
  expect(asked.every(({ headers }) => headers['authorization'] === undefined)).toBe(true)
  return { packet, route: onlyRoute(packet), asked: asked.length }
}

const REFUSED = json(401, {
  error: { message: 'no', type: 'invalid_request_error', code: 'ip_not_authorized', param: null },
})

describe('the egress address', () => {
  test('is asked after a failure, without the key, and stands in the order and in the letter', async () => {
    const { packet, route, asked } = await run({
      'POST /v1/responses': {
        ...REFUSED,
        headers: { ...REFUSED.headers, 'x-request-id': 'req_1', 'openai-version': '2020-10-01' },
      },
      [TRACE]: text(200, trace()),
    })
    expect(asked).toBe(3)
    expect(route.egressAddress).toEqual({ address: '203.0.113.7', country: 'SG', colo: 'SIN' })
    expect(route.verdict.code).toBe('api.ip_not_authorized')
    expect(route.verdict.doNext[0]).toBe(
      'Add the egress address of this runner (203.0.113.7, SG) to the IP allow-list of the organization or project.',
    )
    const [letter] = escalation(packet, VIEW)
    expect(letter).toMatchObject({
      content: expect.stringMatching(
        /Egress address +203\.0\.113\.7 \(SG\) of the proxy, seen by the edge SIN/,
      ),
    })
  })

  test.each<[string, string, number]>([
    ['never', 'after no failure', 0],
    ['on-failure', 'after no failure', 0],
    ['always', 'after a pass as well', 3],
  ])('with %s is asked %s', async (occasion, _, times) => {
    const { route, asked } = await run(
      { [TRACE]: text(200, trace()) },
      { 'egress-address': occasion },
    )
    expect(route.verdict.verdict).toBe('pass')
    expect(asked).toBe(times)
    expect(route.egressAddress).toEqual(
      times === 0 ? undefined : { address: '203.0.113.7', country: 'SG', colo: 'SIN' },
    )
  })

  test('with never is not asked after a failure', async () => {
    const { route, asked } = await run({ '*': serverError() }, { 'egress-address': 'never' })
    expect(asked).toBe(0)
    expect(route).not.toHaveProperty('egressAddress')
  })

  test.each<[string, LoopbackReply, string]>([
    ['a block page', html(200, '<h1>ip=1</h1>'), 'the answer is no trace'],
    ['a trace of another host', text(200, trace('h=www.example.com\n')), 'the answer is no trace'],
    ['no address', text(200, trace('ip=::error::x\n')), 'the answer is no trace'],
    ['an answer of 404', json(404, {}), '404'],
  ])('is not read from %s', async (_, reply, because) => {
    const { route } = await run({ 'POST /v1/responses': serverError(), [TRACE]: reply })
    expect(route.egressAddress).toEqual({ because: `${TRACE}: ${because}` })
  })

  test('is skipped with the reason where no connection was established', async () => {
    await using proxy = await startProxy({ behaviour: { does: 'answer', reply: html(403, 'no') } })
    const packet = await runPreflight({
      inputs: { 'base-url': 'https://api.openai.com/v1', client: 'curl' },
      env: { HTTPS_PROXY: proxy.url },
    })
    const because = 'no connection to api.openai.com was established (proxy.denied)'
    expect(onlyRoute(packet).egressAddress).toEqual({ because })
    expect(
      proxy.connects.filter(({ authority }) => authority === 'api.openai.com:443'),
    ).toHaveLength(1)
  })

  test('that is not the address of this machine is a NAT, and the summary says so', async () => {
    const tls = labIssuer().leaf({ names: ['api.openai.com'] })
    const answers = { 'POST /v1/responses': serverError(), [TRACE]: text(200, trace()) }
    await using api = await startApi({ tls, key: labKey(), answers })
    const packet = await runPreflight({
      inputs: { 'base-url': `https://api.openai.com:${api.port}/v1` },
      order: { resolve: always('127.0.0.1') },
    })
    const route = onlyRoute(packet)
    expect(route.egressAddress).toMatchObject({ localAddress: '127.0.0.1', nat: true })
    expect(egressAddressText(route)).toBe(
      '203.0.113.7 (SG), seen by the edge SIN; NAT: this machine is 127.0.0.1',
    )
  })

  test('is a pool where connections of one run leave by several of one family', async () => {
    const pool = ['203.0.113.7', '203.0.113.9', '203.0.113.9'].map((one) =>
      text(200, trace().replace('203.0.113.7', one)),
    )
    const { packet, route } = await run(
      { 'POST /v1/responses': REFUSED, [TRACE]: pool },
      { 'egress-address': 'on-failure' },
    )
    expect(route.egressAddress).toMatchObject({ pool: ['203.0.113.7', '203.0.113.9'] })
    const told = 'one of a pool: 203.0.113.7 and 203.0.113.9'
    expect(egressAddressText(route)).toContain(told)
    expect(escalation(packet, VIEW)).toMatchObject([{ content: expect.stringContaining(told) }])
    const before = { ...route, egressAddress: { address: '203.0.113.9' } }
    expect(changesOfRoute(before, route)).toEqual([])
    const both = [trace(), trace().replace('203.0.113.7', '2001:db8::7')].map((one) =>
      text(200, one),
    )
    const double = await run({ 'POST /v1/responses': REFUSED, [TRACE]: both })
    expect(double.route.egressAddress).not.toHaveProperty('pool')
  })

  test('is asked of nobody else', async () => {
    await using api = await startApi({ key: labKey(), answers: { '*': serverError() } })
    const inputs = { route: 'openai', 'base-url': api.baseUrl, 'egress-address': 'always' }
    expect(onlyRoute(await runPreflight({ inputs }))).not.toHaveProperty('egressAddress')
    expect(api.requests.map(({ path }) => path)).not.toContain('/cdn-cgi/trace')
  })

  test('that changed is a change since the earlier run', async () => {
    const { route } = await run({ [TRACE]: text(200, trace()) }, { 'egress-address': 'always' })
    const changes = [{ what: 'egress address', before: '198.51.100.9', now: '203.0.113.7 SG' }]
    const before = { ...route, egressAddress: { address: '198.51.100.9' } }
    expect(changesOfRoute(before, route)).toEqual(changes)
    expect(baselineLines({ ...VIEW, baseline: { startedAt: 'yesterday', changes } })).toEqual([
      'The egress address changed since yesterday: 198.51.100.9 → 203.0.113.7 SG',
    ])
    expect(changesOfRoute({ ...route, egressAddress: { because: 'x' } }, route)).toEqual([])
  })
})
