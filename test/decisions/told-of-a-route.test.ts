import { describe, expect, test } from 'vitest'
import type {
  AnyObservation,
  Client,
  EgressPlan,
  FactsOf,
  Responder,
  Route,
  Verdict,
} from '../../src/model/index.ts'
import { clientPathsOf } from '../../src/run/client-paths.ts'
import { exceptionSeen } from '../../src/run/exception.ts'
import { egressAddressSeen, statusPageSeen } from '../../src/run/witnesses.ts'
import { GENUINE, responseFacts } from '../rules/answers/replies.ts'
import { failed, ok, skipped } from '../rules/evidence-builder.ts'
import { APPLICATION, planOf, proxyAt, resultOf, routeRunOf, saw } from './one-route.ts'

/** What a packet says of a route beside its verdict. */

const response = (status: number, body: unknown = { error: {} }) =>
  ok('response', responseFacts({ status, headers: GENUINE, ...(body === '' ? {} : { body }) }))
const refused = failed('connect', { code: 'tcp.refused', errno: 'ECONNREFUSED' })

describe('the path of a client is said to work', () => {
  const works = (
    observations: readonly AnyObservation[],
    verdict: Partial<Verdict>,
    {
      plan = planOf(),
      paths = [plan],
      attempts = 1,
    }: {
      readonly plan?: EgressPlan
      readonly paths?: readonly EgressPlan[]
      readonly attempts?: number
    } = {},
  ) => {
    const routeRun = routeRunOf({}, { plan, clients: { paths, chosen: false, known: true } })
    const { clientPaths } = clientPathsOf(resultOf(observations, verdict, routeRun, attempts))
    return clientPaths?.map((one) => one.works)
  }
  const FAIL = { verdict: 'fail', owner: 'connection-path' } as const

  test.each<[string, Responder | '', boolean | undefined]>([
    ['the API answered', 'openai', true],
    ['a gateway answered', 'gateway', true],
    ['a proxy answered in its place', 'proxy', false],
    ['an interceptor answered in its place', 'interceptor', false],
    ['nobody knows who answered', 'unknown', undefined],
    ['nobody is named', '', undefined],
  ])('by the real request where %s', (_title, responder, expected) => {
    expect(works([response(401)], { ...FAIL, responder })).toEqual([expected])
  })

  test.each<[string, Partial<Verdict>, number, boolean | undefined]>([
    ['broke on the way', { firstBad: 'tcp', code: 'tcp.refused' }, 1, false],
    ['was not sent', { firstBad: 'tcp', code: 'tcp.refused' }, 0, undefined],
    ['broke on what it trusts', { firstBad: 'tls', code: 'tls.cert.expired' }, 1, undefined],
    ['broke behind the way', { firstBad: 'answer', code: 'http.reset' }, 1, undefined],
    [
      'has no verdict',
      { firstBad: 'tcp', code: 'tcp.refused', verdict: 'inconclusive', owner: 'unknown' },
      1,
      undefined,
    ],
  ])('by the real request unless it %s', (_title, verdict, attempts, expected) => {
    expect(works([refused], { ...FAIL, ...verdict }, { attempts })).toEqual([expected])
  })

  const node = planOf()
  const curl = planOf({ client: 'curl', proxy: proxyAt('proxy.test:3128') })
  const other = (changes: Partial<FactsOf['other-way']> = {}) =>
    saw(
      'other-way',
      { status: 401, ...changes },
      {
        target: 'http://proxy.test:3128',
      },
    )
  const ofOther = (...seen: readonly AnyObservation[]) =>
    works(
      [response(200), ...seen],
      { verdict: 'pass', responder: 'openai' },
      {
        plan: node,
        paths: [node, curl],
      },
    )?.[1]

  test('by who was asked there', () => {
    const target = 'http://proxy.test:3128'
    expect(ofOther(other())).toBe(true)
    expect(ofOther(other({ status: 407 }))).toBe(false)
    expect(ofOther()).toBeUndefined()
    expect(ofOther(saw('other-way', { status: 401 }, { target: 'direct' }))).toBeUndefined()
    expect(ofOther(failed('other-way', { code: 'tcp.refused' }, {}, { target }))).toBe(false)
    expect(
      ofOther(failed('other-way', { code: 'tls.cert.unknown_issuer' }, {}, { target })),
    ).toBeUndefined()
    expect(ofOther(skipped('other-way', 'no time', { target }))).toBeUndefined()
    expect(ofOther(other(), skipped('other-way', 'no time', { target, startedMs: 9 }))).toBe(true)
    expect(ofOther(saw('other-way', {}, { target }))).toBe(true)
  })

  test('of nobody where two go there with credentials of their own', () => {
    const login = (username: string) => ({ proxyCredentials: { username, password: 'x' } })
    const [mine, yours] = [
      planOf({ client: 'curl', proxy: proxyAt('proxy.test:3128') }, login('me')),
      planOf({ client: 'python', proxy: proxyAt('proxy.test:3128') }, login('you')),
    ]
    const seen = [response(200), other()]
    const pass = { verdict: 'pass', responder: 'openai' } as const
    const asked = (paths: readonly EgressPlan[]) => works(seen, pass, { plan: node, paths })
    expect(asked([node, mine, yours])).toEqual([true, undefined, undefined])
    expect(asked([node, mine])).toEqual([true, true])
  })

  test('with its exit and why, which is why it cannot go where it cannot', () => {
    const unusable = { variable: 'HTTPS_PROXY', because: 'bad', fix: 'x', by: 'client' } as const
    const paths = [planOf({ reason: 'set' }), planOf({ client: 'curl', reason: 'set', unusable })]
    const clients = { paths, chosen: true, known: true }
    const { clientPaths } = clientPathsOf(resultOf([], {}, routeRunOf({}, { clients })))
    expect(clientPaths).toMatchObject([
      { client: 'node', exit: 'direct', reason: 'set' },
      { client: 'curl', exit: 'none', reason: 'bad' },
    ])
    expect(clientPathsOf(resultOf([]))).toEqual({})
  })
})

describe('the exception of the application', () => {
  const seen = (
    observations: readonly AnyObservation[],
    verdict: Partial<Verdict> = { verdict: 'fail' },
    route: Partial<Route> = {},
  ) => exceptionSeen(resultOf(observations, verdict, routeRunOf(route))).exception
  const thrown = (errorChain: readonly string[]) =>
    failed('answer', { code: 'http.response.invalid' }, { errorChain })

  test('is absent after a pass, before anything was sent, and beside an answer that came', () => {
    expect(seen([response(401)], { verdict: 'pass' })).toBeUndefined()
    expect(seen([])).toBeUndefined()
    expect(seen([response(401)])).toBeDefined()
    expect(seen([response(200), saw('answer', { valid: true })])).toBeUndefined()
  })

  test('is what our SDK threw, for a client that it is the SDK of', () => {
    const both = [response(401), thrown(['AuthenticationError'])]
    expect(seen(both)?.chain).toEqual(['AuthenticationError'])
    expect(seen(both, { verdict: 'fail' }, { client: 'bun' })?.chain).toEqual([
      'AuthenticationError',
    ])
    expect(seen(both, { verdict: 'fail' }, { client: 'python' })?.chain).toEqual([])
  })

  test('is else what that client throws after this status, code or errno', () => {
    const of = (client: Client, ...all: readonly AnyObservation[]) =>
      seen(all, { verdict: 'fail' }, { client })?.chain
    expect(of('python', response(401))).toEqual(['openai.AuthenticationError'])
    expect(of('node', response(429))).toEqual(['RateLimitError'])
    expect(of('node', refused)).toContain('Error ECONNREFUSED')
    expect(of('node', refused)?.[0]).toBe('APIConnectionError')
    // An answer that cannot be used broke no connection.
    expect(of('node', response(200), failed('answer', 'http.response.invalid'))).toEqual(
      of('node', response(200)),
    )
  })

  test('of Python says the status with which the proxy refused the tunnel', () => {
    const tunnel = failed('tunnel', 'proxy.auth_required', { status: 407 })
    const chain = (one: AnyObservation) =>
      seen([one], { verdict: 'fail' }, { client: 'python' })?.chain
    expect(chain(tunnel)?.join(' ')).toMatch(/ProxyError/)
  })

  test('of Python is that of the release of its SDK', () => {
    const chain = (value: string) =>
      seen(
        [refused],
        { verdict: 'fail' },
        {
          client: 'python',
          application: {
            ...APPLICATION,
            sdk: { value, from: 'y' },
          },
        },
      )?.chain
    expect(chain('openai 3.0.1')).not.toEqual(chain('openai 1.0.1'))
    expect(chain('openai>=3.0')).toEqual(chain('openai 3.0.1'))
  })

  test.each<[string, readonly AnyObservation[], boolean, boolean, boolean]>([
    ['nothing', [refused], false, false, false],
    ['a status alone', [ok('response', responseFacts({ status: 500 }))], true, false, false],
    ['one byte', [ok('response', responseFacts({ status: 500, body: '1' }))], true, true, false],
    ['a body', [ok('response', responseFacts({ status: 500, body: 'oh' }))], true, true, false],
    ['a request ID', [response(500, '')], true, false, true],
  ])('came with %s', (_title, observations, hadStatus, hadBody, hadRequestId) => {
    expect(seen(observations)).toMatchObject({ hadStatus, hadBody, hadRequestId })
  })
})

describe('the status page', () => {
  const startedAt = new Date('2026-11-22T18:30:00Z')
  const seen = (
    observations: readonly AnyObservation[],
    baseUrl = 'https://api.openai.com/v1',
    source = 'live',
  ) =>
    statusPageSeen(resultOf(observations, {}, routeRunOf({ baseUrl })), { startedAt, source })
      .statusPage
  const page = (target = 'status.openai.com') => ({ target, startedMs: 1000, elapsedMs: 500 })

  test('is spoken of only where the request was sent and no usable response came', () => {
    expect(seen([])).toBeUndefined()
    expect(seen([response(200), saw('answer', { valid: true })])).toBeUndefined()
    expect(seen([refused])).toEqual({ because: 'no time was left for it' })
    expect(seen([refused], undefined, 'inside docker')).toEqual({
      because: 'it is not asked from inside the target',
    })
  })

  test('of an unknown host is not known, and one for people is named', () => {
    expect(seen([refused], 'https://llm.corp.test/v1')).toEqual({
      because: 'no status page is known for this host',
    })
    const china = seen([refused], 'https://example-resource.openai.azure.cn/openai/v1')
    expect(china).toMatchObject({
      because: expect.stringMatching(/^https:.* is written for people: open it in a browser$/),
    })
  })

  test('says what it said and when, else why it said nothing', () => {
    const at = new Date(startedAt.getTime() + 1500)
    const facts = { host: 'status.openai.com', indicator: 'minor', components: [] }
    const good = seen([refused, ok('status-page', facts, page())])
    expect(good).toMatchObject({ host: 'status.openai.com', indicator: 'minor' })
    expect(new Date(good?.checkedAt ?? '')).toEqual(at)
    const bad = seen([refused, failed('status-page', 'tcp.refused', undefined, page())])
    expect(bad).toMatchObject({ host: 'status.openai.com', because: 'tcp.refused' })
    expect(new Date(bad?.checkedAt ?? '')).toEqual(at)
    const odd = seen([refused, failed('status-page', 'tcp.refused', { because: 'odd' }, page())])
    expect(odd).toMatchObject({ because: 'odd' })
    expect(seen([refused, skipped('status-page', 'late', page())])).toEqual({
      host: 'status.openai.com',
      because: 'late',
    })
  })
})

test('the address of this egress is told with its facts, or why there are none', () => {
  const seen = (...observations: readonly AnyObservation[]) =>
    egressAddressSeen(resultOf(observations)).egressAddress
  expect(seen()).toBeUndefined()
  expect(seen(saw('egress-address', { address: '192.0.2.1' }))).toEqual({
    address: '192.0.2.1',
  })
  expect(seen(skipped('egress-address', 'not asked'))).toEqual({ because: 'not asked' })
  expect(seen(failed('egress-address', 'tcp.refused'))).toEqual({ because: 'tcp.refused' })
  const detailed = failed('egress-address', { code: 'tcp.refused', detail: 'odd' })
  expect(seen(detailed)).toEqual({ because: 'odd' })
})
