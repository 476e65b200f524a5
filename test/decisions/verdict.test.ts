import { describe, expect, test } from 'vitest'
import type {
  AnyObservation,
  Evidence,
  Finding,
  Responder,
  Route,
  RuleList,
  Verdict,
} from '../../src/model/index.ts'
import { CANCELLED } from '../../src/model/index.ts'
import { LAW } from '../../src/rules/index.ts'
import { judge } from '../../src/run/judge.ts'
import { climb } from '../../src/run/ladder.ts'
import { EDGE, GENUINE, responseFacts } from '../rules/answers/replies.ts'
import { address, evidence, failed, ok, skipped } from '../rules/evidence-builder.ts'
import { saw } from './one-route.ts'

const NO_RULES = { ...LAW, rules: [], notes: [] }

/** What the judge makes of the findings, and the whole ladder, line by line. */

const HOST = 'api.openai.com'
const lookup = ok('lookup', {
  host: HOST,
  resolver: 'getaddrinfo',
  addresses: [address('162.159.140.245')],
  of: 'target',
})
const connect = saw('connect', {
  host: HOST,
  port: 443,
  address: '162.159.140.245',
  family: 4,
  of: 'target',
})
const reply = (
  status: number,
  body: unknown = {},
  headers: Readonly<Record<string, string>> = GENUINE,
) => ok('response', responseFacts({ status, headers, body }))
const answer = ok('answer', { sdk: 'openai@test', valid: true, finish: 'completed' })
const proven = [lookup, connect, reply(200), answer]

function finding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: 'one',
    owner: 'auth',
    rung: 'auth',
    code: 'api.key_incorrect',
    retryable: false,
    summary: 'It says so.',
    doNext: ['Do this.'],
    doNot: [],
    cites: [lookup],
    ...parts,
  }
}
const saying = (parts: Partial<Finding>): RuleList => [
  { id: parts.rule ?? 'one', match: () => finding(parts) },
]

describe('of a request that passed', () => {
  const judged = (
    rules: readonly Partial<Finding>[],
    notes: readonly Partial<Finding>[],
    route = {},
  ) => {
    const { rule, also } = judge(evidence(proven, { route }), {
      ...LAW,
      rules: rules.map(saying),
      notes: notes.map(saying),
    })
    return [rule, ...also.map((one) => one.rule)]
  }

  test('a finding that decides fails it, and any other stands beside it', () => {
    const [deciding, other] = [{ rule: 'stream', decides: true } as const, { rule: 'other' }]
    expect(judged([other, deciding], [])).toEqual(['stream', 'other'])
    expect(judged([other], [])).toEqual(['', 'other'])
  })

  test('what ends soon fails it only where fail-on names expiry', () => {
    const notes = [{ rule: 'low' }, { rule: 'ends', code: 'api.key_expires_soon' }] as const
    expect(judged([], notes)).toEqual(['', 'low', 'ends'])
    expect(judged([], notes, { failOn: ['expiry'] })).toEqual(['ends', 'low'])
    expect(judged([], notes.slice(0, 1), { failOn: ['expiry'] })).toEqual(['', 'low'])
  })

  test('a bundle that was not searched fails it', () => {
    const cites = [saw('client-bundle', {})] as const
    expect(judged([{ rule: 'bundle', owner: 'unknown', cites }], [])).toEqual(['bundle'])
  })
})

test('a path check decides nothing where the request itself failed', () => {
  const rules = [saying({ rule: 'path-check/stream' }), saying({ rule: 'cause' })]
  const { rule, also } = judge(evidence([lookup]), { ...NO_RULES, rules })
  expect([rule, also.map((one) => one.rule)]).toEqual(['cause', ['path-check/stream']])
  expect(judge(evidence([lookup]), { ...NO_RULES, rules: rules.slice(0, 1) }).rule).toBe(
    'unknown/unexplained',
  )
})

describe('without a finding', () => {
  test('the earliest is cited, by time and then by its name', () => {
    const cites = (...seen: readonly AnyObservation[]) => judge(evidence(seen), NO_RULES).cites
    const at = (id: string, startedMs: number) => skipped('lookup', 'x', { id, startedMs })
    expect(cites(at('b', 5), at('a', 7))).toEqual(['b'])
    expect(cites(at('a', 7), at('b', 5))).toEqual(['b'])
    expect(cites(at('b', 5), at('a', 5))).toEqual(['a'])
    expect(cites(at('a', 5), at('b', 5))).toEqual(['a'])
  })

  test('only who was stopped was stopped', () => {
    const broke = failed('connect', 'tcp.refused')
    const rule = (...seen: readonly AnyObservation[]) => judge(evidence(seen), NO_RULES).rule
    expect(rule(lookup, skipped('connect', CANCELLED))).toBe('unknown/cancelled')
    expect(rule(lookup, skipped('connect', 'another reason'))).toBe('unknown/unexplained')
    expect(rule(lookup, broke)).toBe('unknown/unexplained')
    expect(rule(lookup)).toBe('unknown/unexplained')
  })

  test('a verdict is not sure, and nothing of it heals by itself', () => {
    expect(judge(evidence([]), NO_RULES)).toMatchObject({ confidence: 'low', retryable: false })
    expect(judge(evidence(proven), NO_RULES)).toMatchObject({ confidence: '', retryable: false })
  })
})

describe('a verdict', () => {
  const of = (
    parts: Partial<Finding>,
    seen: readonly AnyObservation[] = [lookup],
    changes: Parameters<typeof evidence>[1] = {},
  ): Verdict => judge(evidence(seen, changes), { ...NO_RULES, rules: [saying(parts)] })

  test('says who answered, where something did', () => {
    expect(of({}, [lookup, reply(401)])).toMatchObject({ responder: 'openai' })
    expect(of({}, [lookup])).toMatchObject({ responder: '', product: '' })
    expect(of({ responder: 'proxy', product: 'Squid' }, [lookup, reply(401)])).toMatchObject({
      responder: 'proxy',
      product: 'Squid',
    })
  })

  test('has the status of the response that it cites, and of no other', () => {
    const answered = reply(401)
    expect(of({ cites: [lookup, answered] }, [lookup, answered])).toMatchObject({
      httpStatus: 401,
      requestId: 'req_test1',
    })
    expect(of({ cites: [lookup] }, [lookup, answered])).toMatchObject({
      httpStatus: '',
      requestId: '',
    })
  })

  test.each<[string, Partial<Finding>, Parameters<typeof evidence>[1], boolean]>([
    ['is sure', {}, {}, false],
    ['is not sure', { confidence: 'medium' }, {}, true],
    ['is of our own', { confidence: 'medium', code: 'own.out_of_time' }, {}, false],
  ])('that %s begins with the test of it where that helps: %#', (_title, parts, changes, tests) => {
    const { doNext } = of(parts, [lookup], changes)
    expect(doNext.at(-1)).toBe('Do this.')
    expect(doNext.some((one) => one.startsWith('Run `npx openai-preflight'))).toBe(tests)
  })

  test('that is not sure names the client and the place as far as they are known', () => {
    const order = (changes: Parameters<typeof evidence>[1]) =>
      of({ confidence: 'medium' }, [lookup], changes).doNext[0] ?? ''
    expect(order({})).toMatch(/--client node .*from the same place/)
    expect(order({ egress: { clientUnknown: true } })).not.toContain('--client')
    expect(order({ source: 'log' })).toContain('where this log was written')
  })
})

test.each<[string, Partial<Route>, unknown, string]>([
  ['OpenAI', {}, undefined, 'its own API answered'],
  ['a gateway that speaks JSON', { kind: 'gateway' }, { error: {} }, 'its own API answered'],
  ['a gateway with a page', { kind: 'gateway' }, '<html>', 'a server there answered'],
])('an open route to %s', (_title, route, body, said) => {
  const seen = [lookup, connect, reply(401, body)]
  const checked: Evidence = evidence(seen, { route: { ...route, depth: 'route' } })
  expect(judge(checked, NO_RULES).summary).toContain(said)
})

describe('the ladder', () => {
  const lines = (
    seen: readonly AnyObservation[],
    found?: Partial<Finding>,
    route: Partial<Route> = {},
    responder: Responder = 'openai',
  ) => {
    const { ladder, lastGood } = climb(
      evidence(seen, { route }),
      found === undefined ? undefined : finding(found),
      responder,
    )
    return [
      ...ladder.map(
        ({ rung, status, because, cites, elapsedMs }) =>
          `${rung} ${status}: ${because} [${cites.join(' ')}]${elapsedMs === undefined ? '' : ` ${elapsedMs}`}`,
      ),
      lastGood,
    ]
  }
  const limits = { requests: { remaining: 5, limit: 10 } }
  const passed = ok(
    'response',
    responseFacts({ status: 200, headers: GENUINE, body: {}, facts: { limits } }),
  )
  const refusal = { error: { code: 'invalid_api_key', type: 'invalid_request_error' } }

  test('of a pass', () => {
    expect(lines([lookup, connect, passed, answer])).toMatchInlineSnapshot(`
      [
        "config ok: settings are usable []",
        "dns ok: api.openai.com → 162.159.140.245 [lookup] 20",
        "tcp ok: 162.159.140.245:443 [connect] 20",
        "proxy skipped: this client goes direct []",
        "tls skipped: not reached []",
        "http ok: HTTP 200, request ID req_test1 [response] 20",
        "auth ok: accepted [response]",
        "request ok: accepted [response]",
        "quota ok: accepted; 5 of 10 requests left [response]",
        "answer ok: accepted [response]",
        "answer",
      ]
    `)
  })
  test('of a pass of less depth', () => {
    expect(lines([lookup, connect, passed], undefined, { depth: 'auth' }).slice(6))
      .toMatchInlineSnapshot(`
      [
        "auth ok: accepted [response]",
        "request skipped: depth is auth []",
        "quota skipped: depth is auth []",
        "answer skipped: depth is auth []",
        "auth",
      ]
    `)
    const depthLimit = { depth: 'route', because: 'There is no key.' } as const
    expect(lines([lookup, connect, passed], undefined, { depthLimit }).slice(6))
      .toMatchInlineSnapshot(`
      [
        "auth skipped: There is no key. []",
        "request skipped: There is no key. []",
        "quota skipped: There is no key. []",
        "answer skipped: There is no key. []",
        "http",
      ]
    `)
  })
  test('of a refused key', () => {
    expect(lines([lookup, connect, reply(401, refusal)], {})).toMatchInlineSnapshot(`
      [
        "config ok: settings are usable []",
        "dns ok: api.openai.com → 162.159.140.245 [lookup] 20",
        "tcp ok: 162.159.140.245:443 [connect] 20",
        "proxy skipped: this client goes direct []",
        "tls skipped: not reached []",
        "http ok: HTTP 401, request ID req_test1 [response] 20",
        "auth failed: HTTP 401, error invalid_api_key [lookup]",
        "request skipped: not reached []",
        "quota skipped: not reached []",
        "answer skipped: not reached []",
        "http",
      ]
    `)
  })
  test('of a used up quota', () => {
    const used = reply(429, { error: { code: null, type: 'insufficient_quota' } })
    expect(lines([lookup, connect, used], { rung: 'quota', owner: 'quota' }).slice(5))
      .toMatchInlineSnapshot(`
      [
        "http ok: HTTP 429, request ID req_test1 [response] 20",
        "auth ok: accepted [response]",
        "request ok: accepted [response]",
        "quota failed: HTTP 429, error insufficient_quota [lookup]",
        "answer skipped: not reached []",
        "request",
      ]
    `)
  })
  test('of a refusal without an error object', () => {
    const page = reply(403, '<html>', EDGE)
    expect(lines([lookup, connect, page], { rung: 'http' }, {}, 'unknown').slice(5))
      .toMatchInlineSnapshot(`
      [
        "http failed: HTTP 403, body html [response] 20",
        "auth skipped: not reached []",
        "request skipped: not reached []",
        "quota skipped: not reached []",
        "answer skipped: not reached []",
        "tcp",
      ]
    `)
  })
  test('of a connection that is refused', () => {
    const broke = failed('connect', { code: 'tcp.refused', errno: 'ECONNREFUSED' })
    expect(lines([lookup, broke], { rung: 'tcp', owner: 'connection-path', code: 'tcp.refused' }))
      .toMatchInlineSnapshot(`
      [
        "config ok: settings are usable []",
        "dns ok: api.openai.com → 162.159.140.245 [lookup] 20",
        "tcp failed: ECONNREFUSED [connect] 20",
        "proxy skipped: this client goes direct []",
        "tls skipped: not reached []",
        "http skipped: not reached []",
        "auth skipped: not reached []",
        "request skipped: not reached []",
        "quota skipped: not reached []",
        "answer skipped: not reached []",
        "dns",
      ]
    `)
  })
  test('of a handshake that is refused after it was done', () => {
    const shaken = saw('handshake', { version: 'TLSv1.3', of: 'target' })
    const alert = failed('response', { code: 'http.reset', errno: 'ALERT' })
    expect(
      lines([lookup, connect, shaken, alert], {
        rung: 'tls',
        owner: 'request',
      }).slice(4, 7),
    ).toMatchInlineSnapshot(`
      [
        "tls failed: ALERT [handshake] 20",
        "http failed: ALERT [response] 20",
        "auth skipped: not reached []",
      ]
    `)
  })
  test('of a finding on a rung that was seen to work', () => {
    expect(lines([lookup, connect, reply(200)], { rung: 'tcp' }).slice(2, 4))
      .toMatchInlineSnapshot(`
      [
        "tcp failed: 162.159.140.245:443 [connect] 20",
        "proxy skipped: this client goes direct []",
      ]
    `)
    expect(lines([lookup, connect, reply(200, '<html>')], { rung: 'http' }).slice(5, 7))
      .toMatchInlineSnapshot(`
      [
        "http failed: HTTP 200, body html [response] 20",
        "auth skipped: not reached []",
      ]
    `)
    expect(lines([lookup], { rung: 'tls' }).slice(4, 5)).toMatchInlineSnapshot(`
      [
        "tls failed: api.key_incorrect [lookup]",
      ]
    `)
  })
  test('of what ends soon, and of a key in the front end: the rest is proven', () => {
    const ends = { rung: 'auth', code: 'api.key_expires_soon' } as const
    expect(lines([lookup, connect, passed, answer], ends).slice(5)).toMatchInlineSnapshot(`
      [
        "http ok: HTTP 200, request ID req_test1 [response] 20",
        "auth failed: api.key_expires_soon [response]",
        "request ok: accepted [response]",
        "quota ok: accepted; 5 of 10 requests left [response]",
        "answer ok: accepted [response]",
        "http",
      ]
    `)
    expect(
      lines([lookup, connect, passed, answer], { rung: 'config', owner: 'client-app' }).slice(0, 2),
    ).toMatchInlineSnapshot(`
      [
        "config failed: api.key_incorrect [lookup]",
        "dns ok: api.openai.com → 162.159.140.245 [lookup] 20",
      ]
    `)
    expect(
      lines([lookup, connect, passed, answer], { rung: 'config', owner: 'client-app' }).at(-1),
    ).toBe('answer')
    expect(lines([lookup, connect, passed, answer], { rung: 'http', decides: true }).slice(5))
      .toMatchInlineSnapshot(`
      [
        "http failed: HTTP 200, body json [response] 20",
        "auth ok: accepted [response]",
        "request ok: accepted [response]",
        "quota ok: accepted; 5 of 10 requests left [response]",
        "answer ok: accepted [response]",
        "tcp",
      ]
    `)
  })
  test.each<[string, Partial<Finding>, Responder, string]>([
    ['the API', { rung: 'request' }, 'openai', 'auth ok: accepted [response]'],
    ['a gateway', { rung: 'request' }, 'gateway', 'auth ok: accepted [response]'],
    ['a proxy', { rung: 'request' }, 'proxy', 'auth skipped: not shown by this answer []'],
    [
      'the API before the key',
      { rung: 'request', code: 'http.redirected' },
      'openai',
      'auth skipped: not shown by this answer []',
    ],
  ])('shows what %s let through', (_title, found, responder, line) => {
    expect(lines([lookup, connect, reply(400)], found, {}, responder)[6]).toBe(line)
  })
})
