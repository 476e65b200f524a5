import { describe, expect, test } from 'vitest'
import { startApi } from '../loopback/api.ts'
import {
  alertAfterHello,
  answerHelloWith,
  breakAfterFirstBytes,
  breakAfterRequest,
  breakInBody,
  breakOnAccept,
  closedPort,
  NOT_TLS,
  startClientCertificate,
} from '../loopback/faults.ts'
import type { Listening } from '../loopback/listen.ts'
import { authority, labRoot, selfSigned } from '../loopback/pki.ts'
import { firstFailure, send, trail } from './send.ts'

describe('a healthy request', () => {
  test.for(['responses', 'chat-completions', 'embeddings'] as const)(
    '%s: one connection, one request, one observation for each rung',
    async (endpoint) => {
      await using api = await startApi()
      const seen = await send({ baseUrl: api.baseUrl, endpoint })
      expect(trail(seen)).toBe('lookup:ok connect:ok handshake:ok response:ok answer:ok')
      expect(api.connections()).toBe(1)
      expect(api.requests).toHaveLength(1)
    },
  )

  test('depth route sends no credentials', async () => {
    await using api = await startApi()
    const seen = await send({ baseUrl: api.baseUrl, depth: 'route', key: 'not-to-be-sent' })
    expect(trail(seen)).toBe('lookup:ok connect:ok handshake:ok response:ok')
    expect(api.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/models'])
    expect(api.keyBytes('not-to-be-sent')).toBeLessThan(4)
  })

  test('depth auth lists the models through the SDK', async () => {
    await using api = await startApi()
    const seen = await send({ baseUrl: api.baseUrl, depth: 'auth' })
    expect(trail(seen)).toBe('lookup:ok connect:ok handshake:ok response:ok answer:ok')
  })

  test('a list of models longer than 64 KiB is still a list', async () => {
    const data = Array.from({ length: 2000 }, (_, id) => ({ id: `model-${id}`, object: 'model' }))
    const body = JSON.stringify({ object: 'list', data })
    expect(body.length).toBeGreaterThan(65_536)
    await using api = await startApi({
      answers: {
        '/v1/models': { status: 200, headers: { 'content-type': 'application/json' }, body },
      },
    })
    const seen = await send({ baseUrl: api.baseUrl, depth: 'auth' })
    expect(firstFailure(seen)).toBe('ok')
    const response = seen.find(({ probe }) => probe === 'response')
    expect(response?.outcome).toMatchObject({ facts: { body: { truncated: true, bytes: 65_536 } } })
  })
})

interface Fault {
  readonly name: string
  readonly start: () => Promise<AsyncDisposable & { readonly port: number }>
  readonly expected: string
  readonly ca?: readonly string[]
}

const FAULTS: readonly Fault[] = [
  { name: 'a closed port', start: () => closedPort(), expected: 'tcp connect tcp.refused' },
  {
    name: 'a reset right after accept',
    start: () => breakOnAccept('reset'),
    expected: 'tls handshake tls.reset',
  },
  {
    name: 'an end right after accept',
    start: () => breakOnAccept('fin'),
    expected: 'tls handshake tls.closed',
  },
  {
    name: 'silence after the ClientHello',
    start: () => breakAfterFirstBytes('silence'),
    expected: 'tls handshake tls.timed_out',
  },
  {
    name: 'a reset after the ClientHello',
    start: () => breakAfterFirstBytes('reset'),
    expected: 'tls handshake tls.reset',
  },
  {
    name: 'plain HTTP on the TLS port',
    start: () => answerHelloWith(NOT_TLS['plain-http']),
    expected: 'tls handshake tls.protocol.error',
  },
  {
    name: 'alert handshake_failure',
    start: () => alertAfterHello(40),
    expected: 'tls handshake tls.version_or_cipher_mismatch',
  },
  {
    name: 'alert unrecognized_name',
    start: () => alertAfterHello(112),
    expected: 'tls handshake tls.unrecognized_name_alert',
  },
  {
    name: 'a self-signed certificate',
    start: () => startApi({ tls: selfSigned() }),
    expected: 'tls handshake tls.cert.authority_invalid',
  },
  {
    name: 'an expired certificate',
    start: () => startApi({ tls: labRoot().leaf({ fromDays: -30, toDays: -1 }) }),
    expected: 'tls handshake tls.cert.date_invalid',
  },
  {
    name: 'a certificate for another name',
    start: () => startApi({ tls: labRoot().leaf({ names: ['other.test'] }) }),
    expected: 'tls handshake tls.cert.name_invalid',
  },
  {
    name: 'a chain of an authority that is not trusted',
    start: () => startApi({ tls: authority({ common: 'Somebody Else' }).leaf() }),
    expected: 'tls handshake tls.cert.authority_invalid',
  },
  {
    name: 'a server that requires a client certificate (TLS 1.3)',
    start: () => startClientCertificate('TLSv1.3'),
    expected: 'http response tls.bad_client_auth_cert',
  },
  {
    name: 'an end after the request',
    start: () => breakAfterRequest('fin'),
    expected: 'http response http.closed',
  },
  {
    name: 'a reset after the request',
    start: () => breakAfterRequest('reset'),
    expected: 'http response http.reset',
  },
  {
    name: 'silence after the request',
    start: () => breakAfterRequest('silence'),
    expected: 'http response http.timed_out',
  },
  {
    name: 'an end in the body',
    start: () => breakInBody('fin'),
    expected: 'http response http.body_incomplete',
  },
]

describe('a fault is noted on the rung where it happens, and nothing above is claimed', () => {
  test.for(FAULTS)('$name', async ({ start, expected, ca }) => {
    await using server = await start()
    const baseUrl = `https://localhost:${server.port}/v1`
    const seen = await send({ baseUrl, timeoutMs: 700, ...(ca === undefined ? {} : { ca }) })
    expect(firstFailure(seen)).toBe(expected)
    const failedAt = seen.findIndex(({ outcome }) => outcome.status === 'failed')
    expect(seen.slice(failedAt + 1).every(({ outcome }) => outcome.status === 'skipped')).toBe(true)
  })

  test('a name that does not resolve', async () => {
    const resolve = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))
    const seen = await send({ baseUrl: 'https://api.nowhere.test/v1', resolve })
    expect(firstFailure(seen)).toBe('dns lookup dns.name_not_resolved')
  })

  test('a resolver that never answers', async () => {
    const resolve = (): Promise<never> => new Promise(() => {})
    const seen = await send({ baseUrl: 'https://api.nowhere.test/v1', resolve, timeoutMs: 200 })
    expect(firstFailure(seen)).toBe('dns lookup dns.timed_out')
  })

  test('a cancelled attempt has not failed: what it did not see is skipped', async () => {
    await using server: Listening = await breakAfterRequest('silence')
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 150)
    const seen = await send({
      baseUrl: `https://localhost:${server.port}/v1`,
      signal: controller.signal,
    })
    expect(firstFailure(seen)).toBe('ok')
    expect(trail(seen)).toContain('response:skipped')
  })
})

describe('the key', () => {
  test('never travels over a connection that is not verified', async () => {
    const key = ['sk', 'x'.repeat(40)].join('-')
    await using api = await startApi({ tls: selfSigned() })
    await send({ baseUrl: api.baseUrl, key })
    expect(api.keyBytes(key)).toBe(0)
    expect(api.requests).toHaveLength(0)
  })

  test('does not follow a redirect to another origin', async () => {
    const key = ['sk', 'y'.repeat(40)].join('-')
    await using other = await startApi()
    await using api = await startApi({
      answers: {
        '*': { status: 307, headers: { location: `${other.baseUrl}/responses` }, body: '' },
      },
    })
    const seen = await send({ baseUrl: api.baseUrl, key })
    expect(other.connections()).toBe(0)
    const response = seen.find(({ probe }) => probe === 'response')
    expect(response?.outcome).toMatchObject({
      facts: { redirectTo: new URL(other.baseUrl).origin },
    })
  })

  test('follows a redirect within the origin, as the SDK does', async () => {
    await using api = await startApi({
      answers: {
        'POST /old/responses': { status: 307, headers: { location: '/v1/responses' }, body: '' },
      },
    })
    const seen = await send({ baseUrl: `${api.origin}/old` })
    expect(firstFailure(seen)).toBe('ok')
    expect(api.connections()).toBe(1)
  })
})
