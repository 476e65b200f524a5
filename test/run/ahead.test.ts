import { describe, expect, test } from 'vitest'
import { labKey, startApi, type ApiOptions } from '../loopback/api.ts'
import { labRoot, type LeafOptions } from '../loopback/pki.ts'
import { json } from '../loopback/replies.ts'
import { failsJob, type AlsoFound, type PacketRoute } from '../../src/model/index.ts'
import { AHEAD_NOTES } from '../../src/rules/ahead.ts'
import { evidence, ok } from '../rules/evidence-builder.ts'
import { annotations } from '../../src/reports/annotations.ts'
import { summary } from '../../src/reports/summary.ts'
import { onlyRoute, runPreflight, seen, type Asked } from './run.ts'

const MODEL = 'lab-model'
const DOCS = { docsUrl: 'https://example.test/findings.md', failing: false }

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** One run against a server of the lab that knows one model. */
async function run(options: ApiOptions, asked: Asked = {}) {
  await using api = await startApi({ key: labKey(), models: [MODEL, 'other-model'], ...options })
  const packet = await runPreflight({
    ...asked,
    inputs: { 'base-url': api.baseUrl, route: 'openai', model: MODEL, ...asked.inputs },
  })
  const calls = api.requests.map(({ method, path }) => `${method} ${path}`)
  return { packet, route: onlyRoute(packet), calls, connections: api.connections() }
}

function noted(route: PacketRoute, code: string): AlsoFound | undefined {
  return route.verdict.also.find((one) => one.code === code)
}

describe('the end of a model', () => {
  test('is asked beside a pass, on the same connection, and warned of', async () => {
    const shutdown = { [MODEL]: daysFromNow(12) }
    const { packet, route, calls, connections } = await run({ shutdown })
    expect(calls).toEqual(['POST /v1/responses', `GET /v1/models/${MODEL}`])
    expect(connections).toBe(1)
    expect(route.verdict).toMatchObject({ verdict: 'pass', owner: 'none', code: '' })
    expect(noted(route, 'api.model_shutdown_soon')).toMatchObject({
      rule: 'ahead/model-shutdown',
      owner: 'request',
      summary: expect.stringContaining(`${MODEL} (the setting model) on ${shutdown[MODEL]}`),
    })
    const told = annotations(packet, DOCS)
    expect(told).toMatchObject([
      {
        level: 'warning',
        title: 'OpenAI preflight: model shuts down soon (owner: request)',
        message: expect.stringContaining('A warning: it does not fail the job.'),
      },
    ])
    const [page] = summary(packet, DOCS)
    expect(page).toMatchObject({ markdown: expect.stringContaining('**Warnings**') })
  })

  test('is asked once for all models that the checkout names', async () => {
    const { route, calls } = await run(
      { shutdown: { 'other-model': daysFromNow(3) } },
      {
        checkout: {
          'src/ask.ts': `import OpenAI from 'openai'\nclient.responses.create({ model: '${MODEL}' })`,
          'src/old.ts': `import OpenAI from 'openai'\nclient.responses.create({\n  model: 'other-model' })`,
        },
      },
    )
    expect(calls).toEqual(['POST /v1/responses', 'GET /v1/models'])
    expect(route.application?.otherModels).toEqual([{ value: 'other-model', from: 'src/old.ts:3' }])
    expect(noted(route, 'api.model_shutdown_soon')?.summary).toContain('other-model (src/old.ts:3)')
  })

  test.each([
    ['far away', daysFromNow(200)],
    ['no date', 'soon'],
  ])('is not warned of when it is %s', async (_, day) => {
    const { route } = await run({ shutdown: { [MODEL]: day } })
    expect(route.verdict).toMatchObject({ verdict: 'pass', also: [] })
  })

  test('is not asked with expiry-warning: 0', async () => {
    const { calls } = await run({}, { inputs: { 'expiry-warning': '0' } })
    expect(calls).toEqual(['POST /v1/responses'])
  })

  test('is read from the shape of Azure and from that of OpenRouter', async () => {
    const end = daysFromNow(5)
    const shapes = [
      { deprecation: { inference: Date.parse(end) / 1000 } },
      { expiration_date: end },
    ]
    for (const shape of shapes) {
      const one = json(200, { id: MODEL, object: 'model', ...shape })
      const { route } = await run({ answers: { [`GET /v1/models/${MODEL}`]: one } })
      expect(noted(route, 'api.model_shutdown_soon')?.summary).toContain(end)
    }
  })

  test('fails the job only where fail-on names expiry, and says whose it is', async () => {
    const shutdown = { [MODEL]: daysFromNow(12) }
    const { route } = await run({ shutdown }, { inputs: { 'fail-on': 'route, expiry' } })
    expect(route.verdict).toMatchObject({
      verdict: 'fail',
      owner: 'request',
      code: 'api.model_shutdown_soon',
      rung: 'request',
    })
    expect(failsJob(route.verdict, route.failOn)).toBe(true)
    expect(failsJob(route.verdict, ['route'])).toBe(false)
    expect(route.verdict.ladder.at(-1)).toMatchObject({ rung: 'answer', status: 'ok' })
  })
})

describe('a fault in the side question never hurts a pass', () => {
  test.each<[string, NonNullable<ApiOptions['answers']>[string]]>([
    ['403', json(403, { error: { message: 'no', type: 'invalid_request_error' } })],
    ['500', json(500, { error: { message: 'no', type: 'server_error' } })],
    ['a page', { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['nothing for longer than it may take', { ...json(200, {}), delayMs: 20_000 }],
    ['a body that is cut', { ...json(200, { id: MODEL }), cut: { afterBytes: 3, how: 'reset' } }],
  ])('%s', async (_, reply) => {
    const { route } = await run(
      { answers: { [`GET /v1/models/${MODEL}`]: reply } },
      { inputs: { timeout: '1s' } },
    )
    expect(route.verdict).toMatchObject({ verdict: 'pass', also: [] })
    expect(seen(route, 'models')).toMatchObject([{ status: 'skipped' }])
  })
})

describe('the list of models at depth auth', () => {
  test('says that it lacks the model, and costs no further request', async () => {
    const inputs = { depth: 'auth', model: 'missing-model' }
    const { route, calls } = await run({}, { inputs })
    expect(calls).toEqual(['GET /v1/models'])
    expect(route.verdict.verdict).toBe('pass')
    expect(noted(route, 'api.model_not_listed')).toMatchObject({
      rule: 'ahead/model-not-listed',
      summary:
        'GET /v1/models lists 2 models for this key and not missing-model (the setting model).',
    })
  })

  test('says nothing of a list that was not read to its end', async () => {
    const data = Array.from({ length: 2000 }, (_, at) => ({
      id: `model-${String(at)}`,
      object: 'model',
      owned_by: 'system',
    }))
    const inputs = { depth: 'auth', model: 'missing-model' }
    const answers = { 'GET /v1/models': json(200, { object: 'list', data }) }
    const { route } = await run({ answers }, { inputs })
    expect(route.verdict).toMatchObject({ verdict: 'pass', also: [] })
  })
})

describe('a certificate near its end', () => {
  const leaf = (days: LeafOptions) => labRoot().leaf(days)

  test('is warned of by name, issuer and day', async () => {
    const { route } = await run({ tls: leaf({ fromDays: -350, toDays: 9 }) })
    expect(route.verdict.verdict).toBe('pass')
    expect(noted(route, 'tls.cert.expires_soon')).toMatchObject({
      rule: 'ahead/certificate',
      owner: 'route-provider',
      summary: expect.stringMatching(/^The certificate of localhost \(issuer ".+"\) expires on /),
    })
  })

  test.each([
    ['with days enough', { fromDays: -350, toDays: 90 }, '30d'],
    ['with a shorter warning', { fromDays: -350, toDays: 9 }, '7d'],
    ['with none', { fromDays: -350, toDays: 9 }, '0'],
  ])('is not mentioned %s', async (_, days, warning) => {
    const { route } = await run({ tls: leaf(days) }, { inputs: { 'expiry-warning': warning } })
    expect(noted(route, 'tls.cert.expires_soon')).toBeUndefined()
  })

  test('of a public authority is left to its machine until a quarter of its life', () => {
    const day = (days: number): string => new Date(days * 86_400_000).toISOString()
    /** What is said on day 0 of a certificate that has 26 days left. */
    const told = (lifeDays: number) => {
      const chain = [
        {
          subject: 'CN=api.openai.com',
          issuer: 'CN=Public CA',
          validFrom: day(26 - lifeDays),
          validTo: day(26),
          names: [],
          fingerprint256: 'aa',
          selfSigned: false,
        },
      ]
      const handshake = {
        servername: 'api.openai.com',
        of: 'target',
        chain,
        verified: true,
      } as const
      const seenThen = evidence([ok('handshake', handshake)], {
        route: { expiryWarningMs: 30 * 86_400_000 },
      })
      return AHEAD_NOTES.flatMap((rule) => rule.match({ ...seenThen, startedAtMs: 0 })?.code ?? [])
    }
    expect([told(101), told(100)]).toEqual([['tls.cert.expires_soon'], []])
  })

  test('may be that of a private authority above it', async () => {
    const issuing = labRoot().intermediate({ common: 'Old issuing CA' }, { toDays: 6 })
    const { route } = await run({ tls: issuing.leaf({ toDays: 5 }) })
    expect(noted(route, 'tls.cert.expires_soon')?.summary).toContain('The certificate of localhost')
    const longer = await run({ tls: issuing.leaf({ toDays: 80 }) })
    expect(noted(longer.route, 'tls.cert.expires_soon')?.summary).toContain('Old issuing CA')
  })
})

describe('a key that ends', () => {
  test('is read from the header that names it', async () => {
    const header = `${daysFromNow(4)} 09:00:00 UTC`
    const headers = { 'github-authentication-token-expiration': header }
    const { route } = await run({ headers })
    expect(noted(route, 'api.key_expires_soon')).toMatchObject({ rule: 'ahead/key', owner: 'auth' })
  })

  test('is read from the page of the gateway about it', async () => {
    const info = json(200, { info: { expires: `${daysFromNow(4)}T00:00:00Z` } })
    const { route, calls } = await run(
      { headers: { 'x-litellm-version': '1.80.0' }, answers: { 'GET /key/info': info } },
      { inputs: { route: 'gateway' } },
    )
    expect(calls.at(-1)).toBe('GET /key/info')
    expect(noted(route, 'api.key_expires_soon')?.summary).toContain(daysFromNow(4))
  })
})

describe('little headroom', () => {
  const headers = { 'x-ratelimit-remaining-requests': '400' }

  test('is warned of with its numbers', async () => {
    const { route } = await run({ headers })
    expect(noted(route, 'api.headroom_low')).toMatchObject({
      rule: 'ahead/headroom',
      owner: 'rate-limit',
      summary: 'Less than 5% of a rate limit is left: 400 of 10000 requests left, resets in 8 ms.',
    })
  })

  test.each([
    ['0', undefined],
    ['4%', undefined],
    ['10%', 'api.headroom_low'],
  ])('counts below %s', async (share, code) => {
    const { route } = await run({ headers }, { inputs: { 'headroom-warning': share } })
    expect(route.verdict.also.map((one) => one.code)).toEqual(code === undefined ? [] : [code])
  })

  test('is no failure even where fail-on names expiry', async () => {
    const { route } = await run({ headers }, { inputs: { 'fail-on': 'quota, expiry' } })
    expect(route.verdict.verdict).toBe('pass')
  })
})
