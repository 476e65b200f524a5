import { describe, expect, test } from 'vitest'
import { evidence, failed, ok } from '../evidence-builder.ts'
import { decide, inBrief } from './decide.ts'
import {
  apiError,
  certificate,
  EDGE,
  GENUINE,
  html,
  replied,
  responseFacts,
  type Reply,
} from './replies.ts'

type Row = readonly [title: string, reply: Reply, brief: string, rule: string]

describe('the order to a proxy names the port that the client asks for', () => {
  test.each([
    ['ERR_ACCESS_DENIED 0', 403, 'http://llm.corp.example/v1', 'Allow llm.corp.example:80 '],
    ['ERR_ACCESS_DENIED 0', 403, 'http://llm.corp.example:8080/v1', 'Allow llm.corp.example:8080 '],
    ['ERR_ACCESS_DENIED 0', 403, 'https://api.openai.com/v1', 'Allow api.openai.com:443 '],
    ['ERR_CONNECT_FAIL 111', 503, 'http://llm.corp.example/v1', 'connect to llm.corp.example:80'],
    ['ERR_ACCESS_DENIED 0', 503, 'http://[fd00::1]:81/v1', 'Allow [fd00::1]:81 '],
  ])('%s with %i for %s', (error, status, baseUrl, order) => {
    const headers = { server: 'squid/5.7', 'x-squid-error': error }
    const reply: Reply = { status, headers, body: html('ERROR') }
    const finding = decide(replied('gateway', reply, { route: { baseUrl } }))
    expect(finding?.doNext.join(' ')).toContain(order)
  })
})

describe('the reason that a proxy gives for a request (RFC 9209 §2.3)', () => {
  test.each([
    ['dns_timeout', 'proxy.dns_error', true, /cannot resolve/],
    ['destination_not_found', 'proxy.dns_error', true, /cannot resolve/],
    ['destination_unavailable', 'proxy.destination_unavailable', true, /cannot reach/],
    ['destination_ip_unroutable', 'proxy.destination_unavailable', true, /cannot reach/],
    ['destination_ip_prohibited', 'proxy.denied', false, /policy refuses/],
    ['http_request_denied', 'proxy.denied', false, /policy refuses/],
    ['connection_refused', 'proxy.connection_refused', true, /was refused/],
    ['connection_terminated', 'proxy.connection_terminated', true, /connection ended/],
    ['connection_read_timeout', 'proxy.connection_timeout', true, /timed out/],
    ['http_response_timeout', 'proxy.connection_timeout', true, /timed out/],
    ['connection_limit_reached', 'proxy.connection_limit_reached', true, /no connection left/],
    ['tls_alert_received', 'proxy.tls_error', true, /TLS connection failed/],
    ['proxy_loop_detected', 'proxy.loop', false, /forwards the request to itself/],
    ['proxy_configuration_error', 'proxy.configuration_error', false, /misconfigured/],
    ['proxy_internal_error', 'proxy.internal_error', true, /failed internally/],
  ])('%s is %s', (error, code, retryable, what) => {
    const headers = { 'proxy-status': `edge.example; error=${error}` }
    const finding = decide(replied('openai', { status: 502, headers }))
    expect(finding).toMatchObject({ owner: 'connection-path', code, rule: 'path/proxy-failed' })
    expect(finding?.retryable === true).toBe(retryable)
    expect(finding?.summary).toMatch(what)
  })

  test('Squid that cannot forward may lack the name or the way', () => {
    const headers = { server: 'squid/5.7', 'x-squid-error': 'ERR_CANNOT_FORWARD 0' }
    const finding = decide(replied('openai', { status: 503, headers, body: html('ERROR') }))
    expect(finding?.summary).toMatch(/cannot resolve the name or has no route to it/)
  })
})

describe('something on the way answers', () => {
  const ROWS: readonly Row[] = [
    [
      'a proxy that wants credentials',
      { status: 407, headers: { 'proxy-authenticate': 'Negotiate' } },
      'connection-path proxy proxy.auth_required proxy',
      'path/proxy-auth-required',
    ],
    [
      'Squid by its access list',
      {
        status: 403,
        headers: { server: 'squid/5.7', 'x-squid-error': 'ERR_ACCESS_DENIED 0' },
        body: html('ERROR'),
      },
      'connection-path proxy proxy.denied proxy',
      'path/proxy-denied',
    ],
    [
      'Squid that takes no body of this size',
      {
        status: 413,
        headers: { server: 'squid/5.7', 'x-squid-error': 'ERR_TOO_BIG 0' },
        body: html('ERROR'),
      },
      'connection-path proxy http.body_too_large proxy',
      'path/proxy-too-large',
    ],
    [
      'Squid that sends the client to a block page',
      {
        status: 302,
        headers: { server: 'squid/5.7', 'x-squid-error': '302:https://block.corp.example 0' },
        facts: { redirectTo: 'https://block.corp.example' },
        body: html(''),
      },
      'connection-path proxy http.intercepted proxy',
      'path/proxy-redirects',
    ],
    [
      'a proxy whose law is 451',
      { status: 451, headers: { server: 'squid/5.7', 'x-squid-error': 'ERR_ACCESS_DENIED 0' } },
      'connection-path proxy proxy.denied proxy',
      'path/proxy-denied',
    ],
    [
      'Squid that cannot resolve',
      {
        status: 503,
        headers: { server: 'squid/5.7', 'x-squid-error': 'ERR_DNS_FAIL 0' },
        body: html('ERROR'),
      },
      'connection-path proxy proxy.dns_error proxy',
      'path/proxy-failed',
    ],
    [
      'Squid whose own TLS fails',
      {
        status: 503,
        headers: { server: 'squid/5.7', 'x-squid-error': 'ERR_SECURE_CONNECT_FAIL 0' },
        body: html('ERROR'),
      },
      'connection-path proxy proxy.tls_error proxy',
      'path/proxy-failed',
    ],
    [
      'a proxy with Proxy-Status',
      { status: 504, headers: { 'proxy-status': 'edge; error=connection_timeout' } },
      'connection-path proxy proxy.connection_timeout proxy',
      'path/proxy-failed',
    ],
    [
      'mitmproxy',
      { status: 502, headers: { server: 'mitmproxy 8.1.1' }, body: html('502 Bad Gateway') },
      'connection-path proxy proxy.error proxy',
      'path/proxy-failed',
    ],
    [
      'Zscaler',
      {
        status: 403,
        headers: { server: 'Zscaler/6.2' },
        body: html('Internet Security by Zscaler'),
      },
      'connection-path http http.intercepted interceptor',
      'path/block-page',
    ],
    [
      'a redirect to a block page',
      {
        status: 302,
        headers: { location: 'https://gateway.zscaler.net/auD' },
        facts: { redirectTo: 'https://gateway.zscaler.net' },
      },
      'connection-path http http.intercepted interceptor',
      'path/block-page',
    ],
    [
      'a FortiGate page with a 200',
      { status: 200, body: html('Web Filter Violation', 'Powered By FortiGuard') },
      'connection-path http http.intercepted interceptor',
      'path/block-page',
    ],
    [
      'a block page of no known make',
      {
        status: 403,
        body: html('Blocked', '<p>This website has been blocked by your organization policy</p>'),
      },
      'connection-path http http.intercepted interceptor',
      'path/block-page',
    ],
    [
      'a captive portal with a 200',
      {
        status: 200,
        body: html('Welcome', '<form action="/login"><input type="password"></form>'),
      },
      'connection-path http http.intercepted interceptor',
      'path/captive-portal',
    ],
    [
      '511',
      { status: 511, body: html('Login') },
      'connection-path http http.intercepted interceptor',
      'path/captive-portal',
    ],
    [
      'a redirect to a login page',
      {
        status: 302,
        headers: { location: 'https://idp.corp.example/login' },
        facts: { redirectTo: 'https://idp.corp.example' },
      },
      'connection-path http http.intercepted interceptor',
      'path/captive-portal',
    ],
    [
      'a redirect to somewhere',
      { status: 307, facts: { redirectTo: 'https://other.example' } },
      'connection-path http http.redirected unknown',
      'http/redirected',
    ],
    [
      'a page without any mark of the edge',
      {
        status: 403,
        headers: { server: 'nginx' },
        body: html('403 Forbidden', '<center>nginx</center>'),
      },
      'connection-path http http.intercepted unknown',
      'path/foreign-page',
    ],
    [
      'a page with a 200',
      { status: 200, headers: { server: 'nginx' }, body: html('Hello') },
      'connection-path http http.response.invalid unknown',
      'http/html-answer',
    ],
    [
      'an empty 200',
      { status: 200 },
      'connection-path answer http.response.invalid unknown',
      'http/empty-answer',
    ],
    [
      'broken JSON',
      { status: 200, body: '{"object":"response","out', contentType: 'application/json' },
      'connection-path answer http.response.invalid unknown',
      'http/broken-answer',
    ],
    [
      'an empty 503',
      { status: 503, headers: { server: 'envoy' } },
      'unknown http http.unattributed unknown',
      'http/unattributed',
    ],
    [
      'a 401 in another shape',
      { status: 401, body: { message: 'Unauthorized' } },
      'unknown http http.unattributed unknown',
      'http/unattributed',
    ],
    [
      'a 304',
      { status: 304 },
      'unknown http http.response.invalid unknown',
      'http/unexpected-status',
    ],
    [
      'LiteLLM where OpenAI is expected',
      {
        status: 401,
        headers: { 'x-litellm-version': '1.80.0' },
        body: apiError('auth_error', '401'),
      },
      'connection-path http http.intercepted gateway',
      'http/other-server',
    ],
  ]
  test.each(ROWS)('%s', (_title, reply, brief, rule) => {
    const finding = decide(replied('openai', reply))
    expect(inBrief(finding)).toBe(brief)
    expect(finding?.rule).toBe(rule)
    expect(finding?.doNot.join(' ')).not.toBe('')
  })

  test('the certificate names the filter that wrote an unknown page', () => {
    const handshake = ok('handshake', {
      servername: 'api.openai.com',
      of: 'target',
      chain: [certificate('CN=Netskope Root CA')],
      verified: true,
    })
    const page = ok('response', responseFacts({ status: 403, body: html('Denied') }))
    const finding = decide(evidence([handshake, page]))
    expect(inBrief(finding)).toBe('connection-path http http.intercepted interceptor')
    expect(finding?.product).toBe('Netskope')
  })

  test('the same certificate says nothing against an answer of the API itself', () => {
    const handshake = ok('handshake', {
      servername: 'api.openai.com',
      of: 'target',
      chain: [certificate('CN=Netskope Root CA')],
      verified: true,
    })
    const seen = [
      handshake,
      ok('response', responseFacts({ status: 502, headers: EDGE, body: html('502 Bad Gateway') })),
    ]
    expect(inBrief(decide(evidence(seen)))).toBe('api-server http api.edge_502 openai-edge')
  })

  test('contradicting evidence names nobody and shows both sides', () => {
    const headers = { ...GENUINE, 'x-squid-error': 'ERR_ACCESS_DENIED 0' }
    const finding = decide(
      replied('openai', { status: 403, headers, body: apiError('invalid_request_error', 'x_y') }),
    )
    expect(inBrief(finding)).toBe('unknown http http.contradictory unknown')
    expect(finding?.rule).toBe('http/contradiction')
    expect(finding?.summary).toContain('x-squid-error')
    expect(finding?.summary).toContain('x-openai-proxy-wasm')
  })

  test('a redirect to the same host with another scheme is about the base URL', () => {
    const route = { baseUrl: 'http://llm.corp.example/v1' }
    const reply = { status: 301, facts: { redirectTo: 'https://llm.corp.example' } }
    const finding = decide(replied('gateway', reply, { route }))
    expect(finding?.owner).toBe('request')
    expect(finding?.rule).toBe('request/base-url-redirected')
    expect(finding?.doNext[0]).toBe('Set the base URL to https://llm.corp.example/v1.')
  })
})

describe('redirects in circles', () => {
  test.each([
    ['openai', 'connection-path', 'Find the proxy or filter'],
    ['gateway', 'route-provider', 'Ask the operator of llm.corp.example'],
  ] as const)('on the route %s belong to %s', (kind, owner, order) => {
    const facts = responseFacts({ status: 302 })
    const kept = replied(kind, { status: 302 })
    const loop = failed('response', 'http.response.redirect_loop', facts)
    const finding = decide({ ...kept, observations: [loop] })
    expect(finding).toMatchObject({ rule: 'http/redirect-loop', owner, rung: 'http' })
    expect(finding?.doNext[0]).toContain(order)
  })
})

describe('a 2xx that is no answer', () => {
  test.each<[title: string, kind: 'openai' | 'azure' | 'gateway', owner: string]>([
    ['on the direct route it was cut on the way', 'openai', 'connection-path'],
    ['on Azure nobody can say where', 'azure', 'unknown'],
    ['on a gateway route the gateway is the owner', 'gateway', 'route-provider'],
  ])('a body that breaks off: %s', (_title, kind, owner) => {
    const facts = responseFacts({ status: 200, body: '{"object":', complete: false })
    const kept = replied(kind, { status: 200 })
    const cut = { ...kept, observations: [failed('response', 'http.body_incomplete', facts)] }
    expect(decide(cut)?.owner).toBe(owner)
    expect(decide(cut)?.code).toBe('http.body_incomplete')
  })

  test('an error whose body was cut still counts when it could be read', () => {
    const facts = responseFacts({
      status: 401,
      headers: GENUINE,
      body: apiError('invalid_request_error', 'invalid_api_key'),
      complete: false,
    })
    expect(decide(evidence([failed('response', 'http.body_incomplete', facts)]))?.owner).toBe(
      'auth',
    )
  })

  test('a slow body belongs to the rules of the connection', () => {
    const facts = responseFacts({ status: 200, headers: GENUINE, body: '', complete: false })
    expect(decide(evidence([failed('response', 'http.timed_out', facts)]))?.rule).not.toBe(
      'http/body-incomplete',
    )
  })

  test('JSON that the SDK cannot use is not the API asked for', () => {
    const response = ok('response', responseFacts({ status: 200, body: { status: 'ok' } }))
    const route = { baseUrl: 'https://llm.example.test/v1' }
    const seen = evidence(
      [response, failed('answer', 'http.response.invalid', { sdk: 'openai@7.57.0', valid: false })],
      { route },
    )
    expect(inBrief(decide(seen))).toBe('request answer http.response.invalid unknown')
    expect(decide(seen)?.rule).toBe('http/other-shape')
  })

  test('a list without the word "list" is accepted as one', () => {
    expect(decide(replied('gateway', { status: 200, body: { data: [] } }))).toBeUndefined()
  })
})

describe('a redirect of the same host to http://', () => {
  test('is not advised as a base URL: the key would travel in clear text', () => {
    const reply = { status: 301, facts: { redirectTo: 'http://llm.corp.example' } }
    const route = { baseUrl: 'https://llm.corp.example/v1' }
    const finding = decide(replied('gateway', reply, { route }))
    expect(finding?.owner).toBe('route-provider')
    expect(finding?.rule).toBe('http/redirected-to-plain')
    expect(finding?.doNext.join(' ')).not.toContain('Set the base URL')
  })
})

describe('a proxy that cannot resolve the name says so in its page', () => {
  test.each<[string, Parameters<typeof replied>[1]]>([
    [
      'Apache',
      {
        status: 502,
        body: html(
          '502 Proxy Error',
          'The proxy server received an invalid response from an upstream server. Reason: DNS lookup failure for: api.openai.com',
        ),
      },
    ],
    ['Privoxy', { status: 404, body: html('404 - No such domain (Privoxy@host)', 'Privoxy') }],
  ])('%s', (_product, reply) => {
    const finding = decide(replied('openai', reply))
    expect(finding?.code).toBe('proxy.dns_error')
    expect(finding?.owner).toBe('connection-path')
  })

  test('and so does the web server in front of a gateway', () => {
    const reply = {
      status: 502,
      headers: { server: 'Apache' },
      body: html('502 Proxy Error', 'Reason: DNS lookup failure for: upstream.corp.example'),
    }
    expect(decide(replied('gateway', reply))?.summary).toContain('cannot resolve the name')
  })
})

test('a body that is not the gzip it announces is not called empty', () => {
  const facts = responseFacts({ status: 200, headers: { 'content-encoding': 'gzip' }, body: '' })
  const broken = failed('response', 'http.response.invalid', facts)
  const finding = decide(
    evidence([broken], { route: { kind: 'gateway', baseUrl: 'https://llm.corp.example/v1' } }),
  )
  expect(finding?.rule).toBe('http/broken-encoding')
  expect(finding?.summary).toContain('gzip')
})
