import { describe, expect, test } from 'vitest'
import type { RouteKind } from '../../../src/model/index.ts'
import { ANSWER_RULES, provesRoute } from '../../../src/rules/answers/index.ts'
import { evidence, skipped } from '../evidence-builder.ts'
import { decide } from './decide.ts'
import { apiError, AZURE, EDGE, GENUINE, html, replied, type Reply } from './replies.ts'

const NO_KEY = { authenticated: false, method: 'GET', path: '/v1/models' }
const missing = apiError('invalid_request_error', null, 'Missing bearer authentication in header')

describe('the keyless question', () => {
  test.each<[title: string, kind: RouteKind, reply: Reply]>([
    ['OpenAI’s own 401', 'openai', { status: 401, headers: GENUINE, body: missing }],
    [
      'Azure’s own 401',
      'azure',
      { status: 401, headers: AZURE, body: { error: { code: '401', message: 'x' } } },
    ],
    ['a gateway’s 401 without body', 'gateway', { status: 401 }],
    ['a gateway’s 403 in JSON', 'gateway', { status: 403, body: { message: 'Forbidden' } }],
    ['a gateway’s 404 in JSON', 'gateway', { status: 404, body: { detail: 'Not Found' } }],
    ['a gateway’s open list', 'gateway', { status: 200, body: { object: 'list', data: [] } }],
  ])('%s proves the route and is no finding', (_title, kind, reply) => {
    const seen = replied(kind, { ...reply, facts: NO_KEY })
    expect(provesRoute(seen)).toBe(true)
    expect(decide(seen)).toBeUndefined()
  })

  test.each<[title: string, kind: RouteKind, reply: Reply, owner: string]>([
    [
      'an unknown path',
      'openai',
      {
        status: 404,
        headers: EDGE,
        body: apiError('invalid_request_error', null, 'Invalid URL (GET /v1/v1/models)'),
      },
      'request',
    ],
    [
      'an unsupported country',
      'openai',
      {
        status: 403,
        headers: EDGE,
        body: apiError('request_forbidden', 'unsupported_country_region_territory'),
      },
      'connection-path',
    ],
    [
      'a 401 page of something else',
      'openai',
      { status: 401, headers: { server: 'nginx' }, body: html('401 Authorization Required') },
      'connection-path',
    ],
    ['a bare 401', 'openai', { status: 401 }, 'unknown'],
    [
      'the network rules of the resource',
      'azure',
      {
        status: 403,
        headers: AZURE,
        body: {
          error: { code: '403', message: 'Access denied due to Virtual Network/Firewall rules.' },
        },
      },
      'route-provider',
    ],
    ['a page of the gateway', 'gateway', { status: 200, body: html('Console') }, 'route-provider'],
    [
      'a gateway with nothing behind it',
      'gateway',
      { status: 503, body: html('503') },
      'route-provider',
    ],
    [
      'a block page in front of the gateway',
      'gateway',
      { status: 401, body: html('Internet Security by Zscaler') },
      'connection-path',
    ],
  ])('%s proves nothing', (_title, kind, reply, owner) => {
    const seen = replied(kind, { ...reply, facts: NO_KEY })
    expect(provesRoute(seen)).toBe(false)
    expect(decide(seen)?.owner).toBe(owner)
  })

  test('no response proves nothing', () => {
    expect(provesRoute(evidence([skipped('response', 'not reached')]))).toBe(false)
  })

  test('the same 401 with a key is a finding', () => {
    expect(decide(replied('openai', { status: 401, headers: GENUINE, body: missing }))?.owner).toBe(
      'auth',
    )
  })
})

const STATUSES = [
  300, 302, 304, 400, 401, 402, 403, 404, 405, 408, 409, 413, 415, 418, 422, 424, 425, 429, 431,
  451, 499, 500, 501, 502, 503, 504, 511, 520, 524, 526, 530, 599,
]

describe('the list of rules', () => {
  const ids = ANSWER_RULES.map(({ id }) => id)
  test('no id is used twice', () => {
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('every error of every route has exactly one conclusion', () => {
    const bodies = [
      undefined,
      '',
      'no',
      html('x'),
      '{"a',
      { a: 1 },
      apiError('x_y', 'z'),
      { detail: 'x' },
    ]
    const headers = [{}, GENUINE, EDGE, AZURE, { server: 'nginx' }, { via: '1.1 x (squid/5)' }]
    for (const kind of ['openai', 'azure', 'gateway'] as const) {
      for (const status of STATUSES) {
        for (const body of bodies) {
          for (const each of headers) {
            const finding = decide(replied(kind, { status, body, headers: each }))
            expect(finding, `${kind} ${status}`).toBeDefined()
            expect(finding?.summary).toMatch(/\.$/)
            expect(finding?.summary).not.toMatch(/undefined|\.\.$| {2}/)
            expect(finding?.doNext.length).toBeGreaterThan(0)
          }
        }
      }
    }
  })

  test('auth, quota, rate limit and server are only said of an answer that the API wrote', () => {
    const body = apiError('invalid_request_error', 'invalid_api_key')
    for (const headers of [{ 'x-squid-error': 'ERR_X 0' }, { server: 'Zscaler/6.2' }]) {
      for (const status of [401, 402, 403, 429, 500, 503]) {
        for (const one of [undefined, html('x'), body]) {
          const owner = decide(replied('openai', { status, headers, body: one }))?.owner
          expect(['connection-path', 'unknown']).toContain(owner)
        }
      }
    }
  })
})
