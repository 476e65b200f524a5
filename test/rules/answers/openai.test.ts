import { describe, expect, test } from 'vitest'
import { skipped, failed, ok, evidence } from '../evidence-builder.ts'
import { decide, inBrief } from './decide.ts'
import {
  apiError,
  certificate,
  EDGE,
  GENUINE,
  html,
  replied,
  REQUEST_ID,
  responseFacts,
  type Reply,
} from './replies.ts'

const INVALID = 'invalid_request_error'
type Row = readonly [title: string, reply: Reply, brief: string, rule: string]

const BODIES: readonly Row[] = [
  [
    'a wrong key',
    { status: 401, body: apiError(INVALID, 'invalid_api_key') },
    'auth auth api.invalid_api_key openai',
    'auth/invalid-key',
  ],
  [
    'no key',
    {
      status: 401,
      body: apiError(INVALID, null, 'Missing bearer or basic authentication in header'),
    },
    'auth auth api.missing_credentials openai',
    'auth/missing-credentials',
  ],
  [
    'a wrong regional host, which is no bad key',
    { status: 401, body: apiError(INVALID, 'incorrect_hostname') },
    'request request api.incorrect_hostname openai',
    'request/incorrect-hostname',
  ],
  [
    'an egress address off the allow-list',
    { status: 401, body: apiError(INVALID, 'ip_not_authorized') },
    'auth auth api.ip_not_authorized openai',
    'auth/ip-not-authorized',
  ],
  [
    'a foreign organization',
    { status: 401, body: apiError(INVALID, 'mismatched_organization') },
    'auth auth api.mismatched_organization openai',
    'auth/organization',
  ],
  [
    'a wrong project',
    { status: 401, body: apiError(INVALID, 'mismatched_project') },
    'auth auth api.mismatched_project openai',
    'auth/organization',
  ],
  [
    'no membership, said in words only',
    {
      status: 401,
      body: apiError(INVALID, null, 'You must be a member of an organization to use the API.'),
    },
    'auth auth api.mismatched_organization openai',
    'auth/organization',
  ],
  [
    'missing scopes as 401',
    {
      status: 401,
      body: apiError(
        INVALID,
        null,
        'You have insufficient permissions for this operation. Missing scopes: api.responses.write.',
      ),
    },
    'auth auth api.missing_scopes openai',
    'auth/missing-scopes',
  ],
  [
    'missing scopes as 403',
    {
      status: 403,
      body: apiError(
        INVALID,
        null,
        'You have insufficient permissions for this operation. Missing scopes: api.model.read.',
      ),
    },
    'auth auth api.missing_scopes openai',
    'auth/missing-scopes',
  ],
  [
    'a model that the project may not use',
    { status: 403, body: apiError(INVALID, 'model_not_found') },
    'auth auth api.model_not_found openai',
    'auth/model-access',
  ],
  [
    'a model that does not exist',
    { status: 404, body: apiError(INVALID, 'model_not_found') },
    'request request api.model_not_found openai',
    'request/model-not-found',
  ],
  [
    'an unknown path',
    { status: 404, body: apiError(INVALID, null, 'Invalid URL (POST /v1/v1/responses)') },
    'request request api.invalid_url openai',
    'request/invalid-url',
  ],
  [
    'an unverified organization in a 400',
    {
      status: 400,
      body: apiError(
        INVALID,
        'unsupported_value',
        'Your organization must be verified to stream this model.',
        'stream',
      ),
    },
    'auth auth api.organization_not_verified openai',
    'auth/organization-unverified',
  ],
  [
    'content that the safety system refuses, without a code',
    {
      status: 400,
      body: apiError(INVALID, null, 'Your request was rejected as a result of our safety system.'),
    },
    'request request api.content_policy_violation openai',
    'request/content-policy',
  ],
  [
    'an unsupported parameter',
    { status: 400, body: apiError(INVALID, 'unsupported_parameter', 'x', 'max_tokens') },
    'request request api.unsupported_parameter openai',
    'request/rejected',
  ],
  [
    'a 422 without code',
    { status: 422, body: apiError(INVALID, null) },
    'request request api.http_422 openai',
    'request/rejected',
  ],
  [
    'a wrong method',
    { status: 405, body: apiError(INVALID, 'method_not_supported') },
    'request request api.method_not_supported openai',
    'request/rejected',
  ],
  [
    'a closed account',
    { status: 401, body: apiError(INVALID, 'account_deactivated') },
    'auth auth api.account_deactivated openai',
    'auth/account-closed',
  ],
  [
    'a model of another endpoint',
    {
      status: 404,
      body: {
        error: {
          message: 'This is not a chat model. Did you mean to use v1/completions?',
          type: INVALID,
          param: 'model',
          code: null,
        },
      },
    },
    'request request api.wrong_endpoint openai',
    'request/wrong-endpoint',
  ],
  [
    'a 401 with a code never seen',
    { status: 401, body: apiError(INVALID, 'key_on_holiday') },
    'auth auth api.key_on_holiday openai',
    'auth/rejected',
  ],
  [
    'a 403 with a code never seen',
    { status: 403, body: apiError(INVALID, 'not_today') },
    'auth auth api.not_today openai',
    'auth/rejected',
  ],
  [
    'a forbidden place with a code never seen',
    { status: 403, body: apiError('request_forbidden', 'new_rule') },
    'unknown http http.unattributed openai',
    'http/unattributed',
  ],
  [
    'an unsupported country',
    { status: 403, body: apiError('request_forbidden', 'unsupported_country_region_territory') },
    'connection-path http api.unsupported_country_region_territory openai',
    'path/unsupported-country',
  ],
  [
    'no quota',
    { status: 429, body: apiError('insufficient_quota', 'insufficient_quota') },
    'quota quota api.insufficient_quota openai',
    'quota/insufficient',
  ],
  [
    'no credits, by type',
    { status: 429, body: apiError('insufficient_quota', 'credit_balance_exhausted') },
    'quota quota api.credit_balance_exhausted openai',
    'quota/insufficient',
  ],
  [
    'a spend limit, by code alone',
    { status: 403, body: apiError(INVALID, 'project_spend_limit_exceeded') },
    'quota quota api.project_spend_limit_exceeded openai',
    'quota/insufficient',
  ],
  [
    'a billing hard limit, which is a 400',
    { status: 400, body: apiError(INVALID, 'billing_hard_limit_reached') },
    'quota quota api.billing_hard_limit_reached openai',
    'quota/billing-hard-limit',
  ],
  [
    '402',
    { status: 402, body: apiError(INVALID, null) },
    'quota quota api.payment_required openai',
    'quota/payment-required',
  ],
  [
    'a token rate',
    { status: 429, body: apiError('tokens', 'rate_limit_exceeded') },
    'rate-limit quota api.rate_limit_exceeded openai',
    'quota/rate-limit',
  ],
  [
    'a rate by type without code',
    { status: 429, body: apiError('requests', null) },
    'rate-limit quota api.requests openai',
    'quota/rate-limit',
  ],
  [
    'slow down as 429',
    { status: 429, body: apiError('rate_limit_error', 'slow_down') },
    'rate-limit quota api.slow_down openai',
    'quota/rate-limit',
  ],
  [
    'slow down as 503, which is capacity',
    { status: 503, body: apiError('service_unavailable_error', 'slow_down') },
    'api-server quota api.slow_down openai',
    'server/overloaded',
  ],
  [
    'a 429 that says nothing',
    { status: 429, body: apiError(INVALID, null) },
    'rate-limit quota api.too_many_requests openai',
    'quota/unexplained',
  ],
  [
    'a 429 that says nothing but when',
    { status: 429, body: apiError(INVALID, null), facts: { limits: { retryAfterMs: 4000 } } },
    'rate-limit quota api.rate_limit_exceeded openai',
    'quota/rate-limit',
  ],
  [
    'a conflict',
    { status: 409, body: apiError(INVALID, null) },
    'api-server answer api.conflict openai',
    'server/conflict',
  ],
  [
    'a server error',
    { status: 500, body: apiError('server_error', null) },
    'api-server answer api.server_error openai',
    'server/error',
  ],
  [
    'an overloaded engine',
    {
      status: 503,
      body: apiError(
        'server_error',
        null,
        'The engine is currently overloaded, please try again later',
      ),
    },
    'api-server quota api.server_error openai',
    'server/overloaded',
  ],
  [
    'a 5xx with a code never seen',
    { status: 503, body: apiError('server_error', 'gpu_on_fire') },
    'api-server answer api.gpu_on_fire openai',
    'server/error',
  ],
]

describe('answers of OpenAI are split by code and type, never by the status alone', () => {
  test.each(BODIES)('%s', (_title, reply, brief, rule) => {
    const finding = decide(replied('openai', { ...reply, headers: GENUINE }))
    expect(inBrief(finding)).toBe(brief)
    expect(finding?.rule).toBe(rule)
    expect(finding?.cites[0].probe).toBe('response')
  })

  test.each(BODIES.filter(([title]) => !title.includes('402')))(
    '%s: the same without any header',
    (_title, reply, brief) => {
      expect(inBrief(decide(replied('openai', reply)))).toBe(brief)
    },
  )

  test('the sentence names host, status, code and request ID', () => {
    const reply = {
      status: 429,
      headers: GENUINE,
      body: apiError('insufficient_quota', 'insufficient_quota'),
    }
    expect(decide(replied('openai', reply))?.summary).toBe(
      `OpenAI at api.openai.com answered 429 insufficient_quota: the organization has no credits left; the key and the path are fine (request ID ${REQUEST_ID}).`,
    )
  })

  test.each([
    ['project_spend_limit_exceeded', 'Raise the spend or usage limit'],
    ['insufficient_quota', 'Add credits or a payment method'],
  ])('%s: who pays is told to %s', (code, order) => {
    const reply = { status: 429, headers: GENUINE, body: apiError('insufficient_quota', code) }
    expect(decide(replied('openai', reply))?.doNext[0]).toContain(order)
  })

  test('a rate limit says how much is left, when to come back, and that waiting heals it', () => {
    const limits = {
      requests: { limit: 500, remaining: 499 },
      tokens: { limit: 30_000, remaining: 0, resetMs: 18_600 },
    }
    const reply = {
      status: 429,
      headers: GENUINE,
      body: apiError('tokens', 'rate_limit_exceeded'),
      facts: { limits },
    }
    const finding = decide(replied('openai', reply))
    expect(finding?.retryable).toBe(true)
    expect(finding?.summary).toContain(
      '499 of 500 requests left; 0 of 30000 tokens left, resets in 19 s',
    )
    expect(finding?.summary).toContain('retry in 19 s')
  })

  test('an error object inside a 200 counts with its own code', () => {
    const body = {
      object: 'response',
      status: 'failed',
      error: { code: 'server_error', message: 'x', type: 'server_error' },
    }
    expect(inBrief(decide(replied('openai', { status: 200, headers: GENUINE, body })))).toBe(
      'api-server answer api.server_error openai',
    )
  })
})

describe('the edge answers alone', () => {
  const PAGES: readonly Row[] = [
    [
      'a 502 of the edge',
      { status: 502, body: html('502 Bad Gateway', '<center>cloudflare</center>') },
      'api-server http api.edge_502 openai-edge',
      'server/edge',
    ],
    [
      'a 524',
      {
        status: 524,
        body: html(
          'api.openai.com | 524: A timeout occurred',
          '<div class="cf-error-details"></div>',
        ),
      },
      'api-server http api.edge_524 openai-edge',
      'server/edge',
    ],
    [
      'a 503 text of the proxy behind it',
      {
        status: 503,
        contentType: 'text/plain',
        body: 'upstream connect error or disconnect/reset before headers. reset reason: overflow',
      },
      'api-server http api.edge_503 openai-edge',
      'server/edge',
    ],
    [
      'a block page',
      {
        status: 403,
        body: html(
          'Attention Required! | Cloudflare',
          '<h1 data-translate="block_headline">Sorry, you have been blocked</h1>',
        ),
      },
      'connection-path http http.edge_blocked openai-edge',
      'path/edge-block',
    ],
    [
      'error 1020 as text',
      { status: 403, contentType: 'text/plain', body: 'error code: 1020' },
      'connection-path http http.edge_blocked openai-edge',
      'path/edge-block',
    ],
    [
      'a plain 403',
      { status: 403, body: html('403 Forbidden', '<center>cloudflare</center>') },
      'connection-path http http.edge_blocked openai-edge',
      'path/edge-block',
    ],
    [
      'a challenge',
      { status: 403, headers: { 'cf-mitigated': 'challenge' }, body: html('Just a moment...') },
      'connection-path http http.edge_challenged openai-edge',
      'path/edge-block',
    ],
    [
      'error 1015, a limit of the address',
      { status: 429, contentType: 'text/plain', body: 'error code: 1015' },
      'connection-path http http.edge_rate_limited openai-edge',
      'path/edge-rate-limit',
    ],
    [
      'error 1003, an address on the way in place of the name',
      { status: 403, contentType: 'text/plain', body: 'error code: 1003' },
      'connection-path http http.edge_no_site openai-edge',
      'path/edge-without-site',
    ],
    [
      'a request that is too large',
      { status: 413, body: html('413 Request Entity Too Large') },
      'request request api.http_413 openai-edge',
      'request/rejected',
    ],
  ]
  test.each(PAGES)('%s', (_title, reply, brief, rule) => {
    const finding = decide(replied('openai', { ...reply, headers: { ...EDGE, ...reply.headers } }))
    expect(inBrief(finding)).toBe(brief)
    expect(finding?.rule).toBe(rule)
  })

  test('a 404 page where the base URL has no /v1 is about the base URL', () => {
    const route = { baseUrl: 'https://us.api.openai.com' }
    const reply = {
      status: 404,
      headers: EDGE,
      body: html('404 Not Found', '<center>nginx</center>'),
    }
    const finding = decide(replied('openai', reply, { route }))
    expect(inBrief(finding)).toBe('request request api.invalid_url openai-edge')
    expect(finding?.rule).toBe('request/base-url')
    expect(finding?.doNext[0]).toContain('https://us.api.openai.com/v1')
  })
})

describe('logs keep less', () => {
  const source = 'log' as const
  test('the error object alone is enough on the direct route', () => {
    const reply = { status: 401, body: apiError(INVALID, 'invalid_api_key') }
    expect(inBrief(decide(replied('openai', reply, { source })))).toBe(
      'auth auth api.invalid_api_key openai',
    )
  })
  test('the words of a message are enough where no code was kept', () => {
    const body = '429 You exceeded your current quota, please check your plan and billing details.'
    const reply = { status: 429, body, contentType: 'text/plain' }
    expect(inBrief(decide(replied('openai', reply, { source })))).toBe(
      'quota quota api.insufficient_quota openai',
    )
  })
  test.each([
    [401, 'auth auth api.unauthorized', 'auth azure.unauthorized', 'auth gateway.unauthorized'],
    [403, 'auth auth api.forbidden', 'auth azure.forbidden', 'auth gateway.forbidden'],
    [
      404,
      'request request api.not_found',
      'route-provider azure.not_found',
      'route-provider gateway.not_found',
    ],
    [
      429,
      'rate-limit quota api.too_many_requests',
      'rate-limit azure.too_many_requests',
      'rate-limit gateway.too_many_requests',
    ],
    [
      500,
      'api-server answer api.server_error',
      'route-provider azure.server_error',
      'route-provider gateway.server_error',
    ],
    [
      503,
      'api-server answer api.unavailable',
      'route-provider azure.unavailable',
      'route-provider gateway.unavailable',
    ],
    [
      408,
      'api-server answer api.timeout',
      'route-provider azure.timeout',
      'route-provider gateway.timeout',
    ],
    [
      402,
      'quota quota api.payment_required',
      'quota azure.payment_required',
      'quota gateway.payment_required',
    ],
    [
      422,
      'request request api.http_422',
      'route-provider azure.http_422',
      'route-provider gateway.http_422',
    ],
  ] as const)(
    'a bare %i names the first owner to test, with low confidence',
    (status, direct, azure, gateway) => {
      const found = decide(replied('openai', { status }, { source }))
      expect(inBrief(found)).toBe(`${direct} openai`)
      expect(found).toMatchObject({ rule: 'http/status-alone', confidence: 'low' })
      expect(found?.summary).toContain('does not show who answered')
      for (const [kind, told] of [
        ['azure', azure],
        ['gateway', gateway],
      ] as const) {
        const other = decide(replied(kind, { status }, { source }))
        expect(`${other?.owner ?? ''} ${other?.code ?? ''}`).toBe(told)
      }
    },
  )
  test('a bare 429 says what tells a rate from an empty balance', () => {
    expect(decide(replied('openai', { status: 429 }, { source }))?.summary).toContain(
      'insufficient_quota',
    )
  })
  test('measured, a bare status names nobody: who wrote it is not proven', () => {
    expect(decide(replied('openai', { status: 503 }))?.owner).toBe('unknown')
  })
})

describe('what does not decide', () => {
  const good = { object: 'response', status: 'completed', output: [] }
  test('a good answer has no finding', () => {
    expect(decide(replied('openai', { status: 200, headers: GENUINE, body: good }))).toBeUndefined()
  })
  test('without a response there is no finding', () => {
    expect(decide(evidence([skipped('response', 'not reached')]))).toBeUndefined()
    expect(
      decide(evidence([failed('response', 'http.timed_out', { method: 'POST' })])),
    ).toBeUndefined()
  })
  test('only the last attempt counts', () => {
    const first = ok(
      'response',
      responseFacts({ status: 500, headers: GENUINE, body: apiError('server_error', null) }),
    )
    const second = ok('response', responseFacts({ status: 200, headers: GENUINE, body: good }), {
      id: 'response#2',
      attempt: 2,
    })
    expect(decide(evidence([first, second]))).toBeUndefined()
    expect(decide(evidence([second, first]))).toBeUndefined()
  })
  test('the order of the observations is of no matter', () => {
    const all = [
      ok(
        'response',
        responseFacts({
          status: 401,
          headers: GENUINE,
          body: apiError(INVALID, 'invalid_api_key'),
        }),
      ),
      skipped('answer', 'the response has status 401'),
      ok('handshake', { servername: 'api.openai.com', of: 'target', chain: [], verified: true }),
    ]
    expect(decide(evidence(all))).toEqual(decide(evidence(all.toReversed())))
  })
})

describe('an answer whose text alone speaks for OpenAI', () => {
  const invalid = apiError('invalid_request_error', 'invalid_api_key')
  const under = (privateRoot: boolean, headers: Reply['headers'] = {}) =>
    decide(
      evidence(
        [
          ok('handshake', {
            servername: 'api.openai.com',
            of: 'target',
            chain: [certificate('CN=Corp Inspection CA')],
            verified: true,
            ...(privateRoot ? { privateRoot: true as const } : {}),
          }),
          ok('response', responseFacts({ status: 401, headers, body: invalid })),
        ],
        { route: { kind: 'openai', baseUrl: 'https://api.openai.com/v1' } },
      ),
    )

  test('under a private root it is medium, and the path is not said to work', () => {
    const finding = under(true)
    expect(finding).toMatchObject({ owner: 'auth', confidence: 'medium' })
    expect(finding?.summary).toContain('CN=Corp Inspection CA')
    expect(finding?.summary).not.toContain('the network path is fine')
  })

  test.each([
    ['OpenAI’s own headers', true, GENUINE],
    ['a public root', false, {}],
  ] as const)('%s prove it', (_what, privateRoot, headers) => {
    const finding = under(privateRoot, headers)
    expect(finding?.confidence).toBeUndefined()
    expect(finding?.summary).toContain('the network path is fine')
  })
})
