import { LAW_OF_SETTINGS } from '../../src/rules/law.ts'
import { describe, expect, test } from 'vitest'
import { ASKED_INSTEAD, Secret, type Route, type Verdict } from '../../src/model/index.ts'
import { lookAhead } from '../../src/run/look-ahead.ts'
import { askOtherFamily, withOtherFamily } from '../../src/run/other-family.ts'
import { buildPacket } from '../../src/run/packet.ts'
import { blocked, blockedResult, type RouteRun } from '../../src/run/route-run.ts'
import { sideBySide } from '../../src/run/side-by-side.ts'
import { flat, packetWithoutRoutes, stamp, withOffset } from '../../src/run/stored.ts'
import { createRedactor } from '../../src/redaction/index.ts'
import { describeRuntime } from '../../src/settings/runtime.ts'
import { GENUINE, responseFacts } from '../rules/answers/replies.ts'
import { failed, ok, skipped } from '../rules/evidence-builder.ts'
import {
  APPLICATION,
  planOf,
  probingOf,
  resultOf,
  routeRunOf,
  saw,
  verdictOf,
} from './one-route.ts'

const reply = (status: number) =>
  ok('response', responseFacts({ status, headers: GENUINE, body: { error: {} } }))

describe('the older family of the API is asked instead', () => {
  const instead = (
    route: Partial<Route>,
    status: number | undefined = 404,
    code: Verdict['code'] = 'http.response.invalid',
    cancelled = false,
  ) => {
    const gateway = { kind: 'gateway', application: APPLICATION, ...route } as const
    const seen = status === 0 ? [] : [reply(status)]
    return withOtherFamily(probingOf(routeRunOf(gateway), seen, { code }, { cancelled }))?.route
  }

  test('where a gateway does not serve /responses and nobody asked for it', () => {
    expect(instead({})).toMatchObject({
      endpoint: 'chat-completions',
      application: { endpoint: { value: 'chat-completions', from: ASKED_INSTEAD } },
    })
    expect([405, 501].map((status) => instead({}, status)?.endpoint)).toEqual([
      'chat-completions',
      'chat-completions',
    ])
  })

  test('and else not', () => {
    const chosen = { ...APPLICATION, endpoint: { value: 'responses', from: 'endpoint' } }
    expect(instead({ kind: 'openai' })).toBeUndefined()
    expect(instead({ endpoint: 'embeddings' })).toBeUndefined()
    expect(instead({ application: chosen })).toBeUndefined()
    expect(
      withOtherFamily(probingOf(routeRunOf({ kind: 'gateway' }), [reply(404)])),
    ).toBeUndefined()
    expect(instead({}, 401)).toBeUndefined()
    expect(instead({}, 0)).toBeUndefined()
    expect(instead({}, 404, 'gateway.model_not_found')).toBeUndefined()
    expect(instead({}, 404, 'http.response.invalid', true)).toBeUndefined()
  })
})

describe('an endpoint that was set and is not served', () => {
  const asked = async (
    route: Partial<Route>,
    { status = 404, leftMs = 60_000 } = {},
  ): Promise<readonly string[]> => {
    const routeRun = routeRunOf({ kind: 'gateway', ...route })
    const probing = probingOf(routeRun, [reply(status)], {}, { leftMs })
    await askOtherFamily(probing, 1, undefined)
    return probing.observations.slice(1).map(({ probe, target, outcome }) => {
      const facts = outcome.status === 'ok' ? JSON.stringify(outcome.facts) : ''
      return `${probe} ${target} ${facts}`
    })
  }
  const told = (endpoint: string) =>
    `other-family POST ${endpoint} {"endpoint":"${endpoint}","answered":false}`

  test('is followed by the question whether the other family is', async () => {
    expect(await asked({})).toEqual([told('chat-completions')])
    expect(await asked({ endpoint: 'chat-completions' })).toEqual([told('responses')])
    expect(await asked({}, { leftMs: 100 })).toHaveLength(1)
  })

  test.each<[string, Partial<Route>, Parameters<typeof asked>[1]]>([
    ['OpenAI serves both', { kind: 'openai' }, {}],
    ['it has no other family', { endpoint: 'embeddings' }, {}],
    ['no time is left', {}, { leftMs: 99 }],
    ['nothing was asked of a model', { depth: 'auth' }, {}],
    ['it is served', {}, { status: 401 }],
    [
      'it was asked already',
      { application: { ...APPLICATION, endpoint: { value: 'x', from: ASKED_INSTEAD } } },
      {},
    ],
  ])('is followed by no question where %s', async (_title, route, left) => {
    expect(await asked(route, left)).toEqual([])
  })
})

describe('what of the route will end is asked', () => {
  const asked = async (route: Partial<Route>, seen = [reply(200)]): Promise<readonly string[]> => {
    const apiKey = new Secret('none', 'test')
    const routeRun = routeRunOf({ expiryWarningMs: 1, apiKey, ...route })
    const probing = probingOf(routeRun, seen)
    await lookAhead(probing, 1, {})
    return probing.observations.slice(seen.length).map(({ probe }) => probe)
  }
  test('of the list of models and of the key', async () => {
    expect(await asked({})).toContain('models')
    expect(await asked({ depth: 'auth' })).not.toContain('models')
  })
  test.each<[string, Partial<Route>, readonly ReturnType<typeof reply>[]]>([
    ['nobody wants to know', { expiryWarningMs: 0 }, [reply(200)]],
    ['no answer came', {}, []],
    ['no key was sent', { depth: 'route' }, [reply(200)]],
  ])('never where %s', async (_title, route, seen) => {
    expect(await asked(route, [...seen])).toEqual([])
  })
})

describe('several routes say together', () => {
  const probed = (route: Partial<Route>, verdict: Partial<Verdict>) => ({
    routeRun: routeRunOf(route),
    verdict: verdictOf(verdict),
  })
  const PASS = { verdict: 'pass' } as const
  const FAIL = { verdict: 'fail', code: 'tcp.refused' } as const
  const say = (...all: readonly ReturnType<typeof probed>[]) => {
    const [first] = all
    return first === undefined ? '' : sideBySide(all, first)
  }
  const [here, there] = [{ baseUrl: 'https://a.test/v1' }, { baseUrl: 'https://b.test/v1' }]

  test('nothing of one', () => {
    expect(say(probed({}, FAIL))).toBe('')
  })

  test('whether all pass, or none, or all end alike', () => {
    expect(say(probed({}, PASS), probed({}, PASS))).toBe('Both routes pass.')
    expect(say(probed({}, FAIL), probed({}, FAIL))).toBe(
      'Both routes end like this: look at what they share.',
    )
    expect(say(probed({}, FAIL), probed({}, { ...FAIL, code: 'tls.refused' }))).toBe(
      'None of the 2 routes passes.',
    )
  })

  test('what those that fail share, and no passing one has', () => {
    expect(say(probed(here, FAIL), probed(here, FAIL), probed(there, PASS))).toBe(
      'Both routes that do not pass share the base URL https://a.test/v1, and no passing route has it: look there.',
    )
    const key = new Secret('one', 'test')
    expect(
      say(probed({ apiKey: key }, FAIL), probed({ apiKey: key }, FAIL), probed({}, PASS)),
    ).toBe('Both routes that do not pass share the key, and no passing route has it: look there.')
    // Two things are shared, and each passing neighbour differs in both.
    const both = { ...here, endpoint: 'embeddings' } as const
    expect(say(probed(both, FAIL), probed(both, FAIL), probed(there, PASS))).toBe('')
    expect(say(probed(here, FAIL), probed(there, FAIL), probed(here, PASS))).not.toContain('share')
  })

  test.each<[string, Partial<Route>, Partial<Route>, string]>([
    ['the base URL', here, there, 'base URL (https://b.test/v1 instead of https://a.test/v1)'],
    ['the endpoint', { endpoint: 'embeddings' }, {}, 'endpoint (responses instead of embeddings)'],
    ['the model', { model: 'a' }, { model: 'b' }, 'model (b instead of a)'],
    ['the client', { client: 'curl' }, {}, 'client (node instead of curl)'],
    ['the api-version', { apiVersion: 'v9' }, {}, 'api-version (none instead of v9)'],
    ['the depth', { depth: 'auth' }, {}, 'depth (request instead of auth)'],
    ['the key', { apiKey: new Secret('a', 'test') }, {}, 'key'],
    ['the organization', { organization: 'a' }, {}, 'organization'],
    ['the project', { project: 'a' }, {}, 'project'],
    ['the sign-in', { azureAuth: 'entra' }, {}, 'way of signing in'],
    ['the scope', { azureScope: 'a' }, {}, 'way of signing in'],
  ])('that one which passes differs in %s alone', (_title, mine, theirs, words) => {
    expect(
      say(probed({ name: 'bad', ...mine }, FAIL), probed({ name: 'good', ...theirs }, PASS)),
    ).toBe(`Route good passes and differs from bad only in the ${words}: look there.`)
  })

  test('nothing where it differs in two things or in none, and the next one is looked at', () => {
    const two = probed({ ...there, model: 'other' }, PASS)
    expect(say(probed(here, FAIL), two)).toBe('')
    expect(say(probed(here, FAIL), probed(here, PASS))).toBe('')
    expect(say(probed(here, FAIL), two, probed(there, PASS))).toContain('base URL')
  })
})

const build = (routeRun: RouteRun, ...others: readonly RouteRun[]) =>
  buildPacket({
    results: [routeRun, ...others].map((one) => resultOf([], {}, one)),
    startedAt: new Date(0),
    elapsedMs: 1.6,
    runtime: describeRuntime({}),
    redactor: createRedactor([]),
  })

describe('a packet says of a route', () => {
  test.each<[Partial<Route>, Partial<RouteRun>, Readonly<Record<string, string>> | undefined]>([
    [{}, {}, undefined],
    [{ timeoutMs: 0 }, { deadlineMs: 0 }, undefined],
    [{ endpoint: 'responses', stream: true }, {}, { stream: 'true' }],
    [{ endpoint: 'responses' }, {}, { stream: 'false' }],
    [{ stream: true }, {}, undefined],
    [
      { pathChecks: [{ kind: 'body', bytes: 2048 }, { kind: 'stream' }] },
      {},
      { 'path-checks': 'body=2KB,stream' },
    ],
    [{ apiVersion: 'v9', azureScope: 's' }, {}, { 'api-version': 'v9', 'azure-scope': 's' }],
    [{ organization: 'o' }, {}, { organization: '$OPENAI_ORG_ID' }],
    [{ project: 'p' }, {}, { project: '$OPENAI_PROJECT_ID' }],
    [{ timeoutMs: 1500 }, { deadlineMs: 7000 }, { timeout: '1500ms', deadline: '7s' }],
    [{ timeoutMs: 10_000 }, { deadlineMs: 60_000 }, undefined],
    [{}, { browserOrigin: 'https://a.test' }, { 'browser-origin': 'https://a.test' }],
    [
      { expiryWarningMs: 0, headroomWarning: 0 },
      {},
      { 'expiry-warning': '0', 'headroom-warning': '0%' },
    ],
    [
      { expiryWarningMs: 86_400_000, headroomWarning: 0.125 },
      {},
      { 'expiry-warning': '1d', 'headroom-warning': '12.5%' },
    ],
    [{ expiryWarningMs: 30 * 86_400_000, headroomWarning: 0.05 }, {}, undefined],
    [{ expiryWarningMs: 5000 }, {}, { 'expiry-warning': '5s' }],
  ])('which inputs send it again: %o %o', (route, run, expected) => {
    // A family that cannot be streamed, unless another is named.
    const routeRun = routeRunOf({ endpoint: 'embeddings', ...route }, run)
    expect(build(routeRun).routes[0]?.repeat).toEqual(expected)
  })

  test('what it is, how far it came, and in what time', () => {
    const limit = { depth: 'auth', because: 'No model.' } as const
    const packet = build(routeRunOf({ depthLimit: limit, attempts: 3 }))
    expect(packet.elapsedMs).toBe(2)
    expect(packet.routes).toMatchObject([{ depth: 'auth', attempts: 3, attempt: 1 }])
    expect(packet.verdict.route).toBe('default')
  })
})

test('a run without a route cannot be stored', () => {
  const nothing = { results: [], startedAt: new Date(0), elapsedMs: 1 }
  const rest = { runtime: describeRuntime({}), redactor: createRedactor([]) }
  expect(() => buildPacket({ ...nothing, ...rest })).toThrow('at least one route')
})

describe('an observation is stored', () => {
  test('with its facts, and the reason of what did not work', () => {
    expect(flat(skipped('lookup', 'late'))).toMatchObject({
      status: 'skipped',
      code: '',
      because: 'late',
      facts: {},
    })
    const broke = failed('connect', { code: 'tcp.refused', errno: 'E', detail: 'd' }, { port: 1 })
    expect(flat(broke)).toMatchObject({
      status: 'failed',
      code: 'tcp.refused',
      because: 'E d',
      facts: { port: 1 },
    })
    expect(flat(failed('connect', 'tcp.refused'))).toMatchObject({ because: '', facts: {} })
    expect(flat(saw('connect', { port: 1 }))).toMatchObject({
      status: 'ok',
      code: '',
      because: '',
      facts: { port: 1 },
    })
  })

  test('in the time of this place', () => {
    const date = new Date('2026-03-01T12:30:00.250Z')
    expect(withOffset(date)).toMatch(/^2026-0[23]-\d\dT\d\d:\d\d:00\.250[+-]\d\d:\d\d$/)
    expect(new Date(withOffset(date))).toEqual(date)
    const at = (minutes: number) => {
      const elsewhere = new Date(date)
      elsewhere.getTimezoneOffset = () => -minutes
      return withOffset(elsewhere).slice(-6)
    }
    expect([0, 60, -90, 345].map(at)).toEqual(['+00:00', '+01:00', '-01:30', '+05:45'])
    expect(stamp(describeRuntime({}), date, 1.5).elapsedMs).toBe(2)
  })
})

test.each([
  ['pass', 'none', ''],
  ['inconclusive', 'unknown', 'low'],
  ['fail', 'request', 'high'],
] as const)(
  'a run without a route that ends %s is as sure as that',
  (verdict, owner, confidence) => {
    const saying = { verdict, owner, code: 'own.crash', rule: 'x', summary: 'x' } as const
    expect(packetWithoutRoutes(saying, describeRuntime({})).verdict.confidence).toBe(confidence)
  },
)

describe('a route is not asked', () => {
  const unusable = { variable: 'X', because: 'bad', fix: 'x', by: 'client' } as const
  const settings = { problems: [] }
  test.each<[string, Partial<RouteRun>, boolean]>([
    ['nothing is wrong', { before: [ok('settings', settings)] }, false],
    ['its settings are', { before: [failed('settings', 'config.key_missing', settings)] }, true],
    ['another look failed', { before: [failed('client-bundle', 'own.crash')] }, false],
    ['its client cannot go there', { plan: planOf({ unusable }) }, true],
  ])('where %s: %s', (_title, parts, expected) => {
    expect(blocked(routeRunOf({}, parts))).toBe(expected)
  })
  test('and its settings decide', () => {
    expect(blockedResult(routeRunOf(), LAW_OF_SETTINGS).attempts).toBe(0)
  })
})
