import { describe, expect, test } from 'vitest'
import type { BodyFacts, Code, ResponseFacts } from '../../../src/model/index.ts'
import { address, evidence, failed, ok } from '../evidence-builder.ts'
import { findings, judgeRows } from './decide.ts'
import {
  connects,
  controlAnswers,
  controlFails,
  reachedBy,
  resolves,
  shakes,
  unanswered,
  unconnected,
} from './scenes.ts'

const OPEN = [resolves(), connects(), shakes()]
const JSON_ERROR: BodyFacts = {
  bytes: 200,
  truncated: false,
  complete: true,
  shape: 'json',
  errorShape: 'openai',
  marks: [],
}
const reply: ResponseFacts = {
  method: 'GET',
  path: '/v1/models',
  status: 401,
  httpVersion: '1.1',
  headers: {},
  body: JSON_ERROR,
  authenticated: false,
}
const gateway = { route: { kind: 'gateway', baseUrl: 'https://llm.contoso.com/v1' } } as const

describe('no whole answer', () => {
  judgeRows([
    {
      title: 'HTTP12/13: no answer in time',
      seen: [...OPEN, unanswered('http.timed_out', 'TIMEOUT')],
      expected: 'connection-path http http.timed_out http/timed-out *',
    },
    {
      title: 'HTTP12: the API proves the path and keeps silent on the real request',
      seen: [...OPEN, unanswered('http.timed_out', 'TIMEOUT'), ok('keyless', reply)],
      expected: 'api-server http http.timed_out http/api-silent *',
    },
    {
      title: 'a gateway that keeps silent on the real request only',
      seen: [
        ...OPEN,
        unanswered('http.timed_out', 'TIMEOUT'),
        ok('large-request', { smallStatus: 401, largeStatus: 401, bytes: 16_400 }),
      ],
      changes: gateway,
      expected: 'route-provider http http.timed_out http/api-silent *',
    },
    {
      title: 'closed on HTTP/1.1, and HTTP/2 is answered in kind: another protocol, not the path',
      seen: [
        ...OPEN,
        unanswered('http.closed', 'UND_ERR_SOCKET'),
        ok('other-http', { http2: true, http1: false }),
      ],
      changes: gateway,
      expected: 'request http http.version_mismatch http/version-mismatch',
      says: ['accepts only HTTP/2', 'gRPC'],
      unsaid: ['a retry may help'],
    },
    {
      title: 'closed on plain HTTP, and a handshake stands: the scheme, not the gateway',
      seen: [
        ...OPEN,
        unanswered('http.closed', 'UND_ERR_SOCKET'),
        ok('other-http', { http2: false, http1: false, tls: true }),
      ],
      changes: gateway,
      expected: 'request http http.plain_on_tls http/plain-on-tls-port',
      says: ['speaks TLS'],
      unsaid: ['a retry may help'],
    },
    {
      title: 'a server that speaks both and closes on this request closes',
      seen: [
        ...OPEN,
        unanswered('http.closed', 'UND_ERR_SOCKET'),
        ok('other-http', { http2: true, http1: true }),
      ],
      expected: 'connection-path http http.closed http/closed *',
    },
    {
      title: 'a keyless answer that anybody could have written proves nothing',
      seen: [
        ...OPEN,
        unanswered('http.timed_out', 'TIMEOUT'),
        ok('keyless', {
          ...reply,
          body: { bytes: 20, truncated: false, complete: true, shape: 'html', marks: [] },
        }),
      ],
      expected: 'connection-path http http.timed_out http/timed-out *',
    },
    {
      title: 'large requests get lost: an MTU black hole',
      seen: [
        ...OPEN,
        unanswered('http.timed_out', 'TIMEOUT'),
        failed('large-request', 'http.timed_out', {
          getStatus: 200,
          smallStatus: 401,
          smallMs: 40,
          largeMs: 2000,
          bytes: 16_400,
        }),
      ],
      expected: 'connection-path http http.timed_out http/large-request-lost',
      says: ['MSS', 'the same one of 16400 bytes'],
    },
    {
      title: 'a large request that had little more time than the small one took is not lost',
      seen: [
        ...OPEN,
        unanswered('http.timed_out', 'TIMEOUT'),
        failed('large-request', 'http.timed_out', {
          smallStatus: 401,
          smallMs: 1700,
          largeMs: 2000,
          bytes: 16_400,
        }),
      ],
      expected: 'connection-path http http.timed_out http/timed-out *',
      unsaid: ['MSS'],
    },
    {
      title: 'every POST hangs and a GET is answered: DLP or ICAP, not the size',
      seen: [
        ...OPEN,
        unanswered('http.timed_out', 'TIMEOUT'),
        failed('large-request', 'http.timed_out', { getStatus: 401, bytes: 16_400 }),
      ],
      expected: 'connection-path http http.timed_out http/bodies-held *',
      says: ['ICAP'],
      unsaid: ['MSS'],
    },
    {
      title: 'every POST hangs at a gateway that proved its name',
      seen: [
        ...OPEN,
        unanswered('http.timed_out', 'TIMEOUT'),
        failed('large-request', 'http.timed_out', { getStatus: 200, bytes: 16_400 }),
      ],
      changes: gateway,
      expected: 'route-provider http http.timed_out http/bodies-held *',
    },
    ...(
      [
        ['http.timed_out', 'TIMEOUT', 'timed-out'],
        ['http.closed', 'UND_ERR_SOCKET', 'closed'],
        ['http.reset', 'ECONNRESET', 'reset'],
      ] as const
    ).flatMap(([code, errno, id]) => [
      {
        title: `${code} of a gateway that proved its name by certificate`,
        seen: [...OPEN, unanswered(code, errno), controlFails('tcp.refused')],
        changes: gateway,
        expected: `route-provider http ${code} http/${id} *`,
        unsaid: ['between this runner', 'egress'],
      },
      {
        title: `${code} of a gateway on loopback in plain HTTP`,
        seen: [
          resolves([address('127.0.0.1', 'loopback')], '127.0.0.1'),
          connects(address('127.0.0.1', 'loopback')),
          unanswered(code, errno),
          controlAnswers(),
        ],
        changes: { route: { kind: 'gateway', baseUrl: 'http://127.0.0.1:4000/v1' } } as const,
        expected: `route-provider http ${code} http/${id} *`,
        unsaid: ['between this runner', 'api.github.com', 'proxy'],
      },
    ]),
    {
      title: 'HTTP16: closed without an answer',
      seen: [...OPEN, unanswered('http.closed', 'UND_ERR_SOCKET')],
      expected: 'connection-path http http.closed http/closed *',
    },
    {
      title: 'HTTP17/33: reset after the request',
      seen: [...OPEN, unanswered('http.reset', 'ECONNRESET')],
      expected: 'connection-path http http.reset http/reset *',
    },
    ...(['http.body_incomplete', 'http.body_timed_out'] as const).map((code) => ({
      title: `HTTP14-19: ${code}`,
      seen: [...OPEN, unanswered(code, 'UND_ERR_SOCKET')],
      expected: `connection-path http ${code} http/body-cut *`,
    })),
    {
      title: 'HTTP20-26: bytes that are not HTTP',
      seen: [...OPEN, unanswered('http.response.invalid', 'HPE_INVALID_CONSTANT')],
      expected: 'connection-path http http.response.invalid http/not-http',
    },
    {
      title: 'HTTP24: more headers than any API sends',
      seen: [...OPEN, unanswered('http.headers_overflow', 'UND_ERR_HEADERS_OVERFLOW')],
      expected: 'connection-path http http.headers_overflow http/not-http',
    },
    {
      title: 'a gateway that proved its name by certificate owns what it sends',
      seen: [...OPEN, unanswered('http.response.invalid', 'HPE_INVALID_CONSTANT')],
      changes: gateway,
      expected: 'route-provider http http.response.invalid http/not-http',
    },
    {
      title: 'a plain-HTTP gateway proved nothing',
      seen: [resolves(), connects(), unanswered('http.response.invalid', 'HPE_INVALID_CONSTANT')],
      changes: { route: { kind: 'gateway', baseUrl: 'http://llm.contoso.com/v1' } },
      expected: 'connection-path http http.response.invalid http/not-http',
    },
    {
      title: 'an http failure without a conclusion of its own',
      seen: [...OPEN, unanswered('http.failed', 'ENOMEM')],
      expected: 'connection-path http http.failed http/failed',
    },
    {
      title: 'no answer directly, an answer through the ignored proxy',
      seen: [...OPEN, unanswered('http.timed_out', 'TIMEOUT'), reachedBy('proxy')],
      expected: 'connection-path http http.timed_out egress/proxy-ignored',
    },
  ])
})

describe('a request that was never sent', () => {
  const thrown = (code: Code, errno?: string) => [
    failed('answer', errno === undefined ? code : { code, errno }, {
      sdk: 'openai@7',
      valid: false,
    }),
  ]
  judgeRows([
    {
      title: 'a dispatcher of another undici version',
      seen: thrown('config.request_not_sendable', 'UND_ERR_INVALID_ARG'),
      expected: 'request config config.transport_mismatch request/never-sent',
    },
    {
      title: 'a key with a line break, in a log',
      seen: thrown('http.failed', 'ERR_INVALID_CHAR'),
      expected: 'auth config config.key_malformed request/never-sent',
    },
    {
      title: 'no token from Entra ID',
      seen: thrown('config.request_not_sendable'),
      changes: { route: { kind: 'azure', azureAuth: 'entra' } },
      expected: 'auth config config.request_not_sendable request/never-sent',
    },
    {
      title: 'anything else that the client rejects',
      seen: thrown('config.request_not_sendable'),
      expected: 'request config config.request_not_sendable request/never-sent',
    },
  ])
})

describe('only the shape of the failure', () => {
  judgeRows([
    {
      title: 'no status, no body, no errno is the connection path first',
      seen: [failed('answer', 'path.no_response')],
      expected: 'connection-path http path.no_response path/no-response *',
      says: ['no status, no body and no request ID'],
    },
    {
      title: 'a client that stopped waiting proves nothing about the server',
      seen: [failed('answer', 'path.timed_out')],
      expected: 'connection-path http path.timed_out path/no-response *',
      says: ['does not prove that no server saw the request'],
    },
  ])
})

describe('what is not for these rules', () => {
  judgeRows([
    {
      title: 'a failure of our own has no known owner',
      seen: [failed('connect', { code: 'own.failed', errno: 'ERR_ASSERTION' })],
      expected: 'unknown tcp own.failed unexplained',
      says: ['ERR_ASSERTION'],
    },
  ])

  test('step debug logging is asked for one run, and not left on', () => {
    const [finding] = findings(evidence([failed('connect', { code: 'own.failed' })]))
    expect(finding?.doNext.join(' ')).toMatch(/once more .* switch it off after that run/)
  })

  test.each([
    ['a healthy run', [...OPEN, ok('response', { ...reply, status: 200 })]],
    ["a failure in the API's own words", [...OPEN, failed('answer', 'api.server_error')]],
    ['no observation at all', []],
    [
      'a first attempt that failed before one that did not',
      [
        unconnected('tcp.reset', 'ECONNRESET'),
        { ...connects(), id: 'connect#2', attempt: 2 },
        { ...shakes(), id: 'handshake#2', attempt: 2 },
      ],
    ],
  ])('%s has no finding', (_title, seen) => {
    expect(findings(evidence(seen))).toEqual([])
  })

  test('an answer that has a status and is unusable is left to the rules about answers', () => {
    const seen = [...OPEN, failed('response', 'http.response.invalid', { ...reply, status: 200 })]
    expect(findings(evidence(seen)).map(({ rule }) => rule)).toEqual(['http/failed'])
  })
})
