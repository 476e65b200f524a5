import { describe, expect, test } from 'vitest'
import type { Code, Rung } from '../../src/model/index.ts'
import { failureFrom, flatten, layerOf, timedOut, type Layer } from '../../src/evidence/failure.ts'

function thrown(code: string, more: object = {}): Error {
  return Object.assign(new Error('a sentence that nobody reads'), { code, ...more })
}

const KERNEL = { syscall: 'read' }

describe('an errno in the words of the rung where it was thrown', () => {
  test.each<[Layer, string, Code, object?]>([
    ['dns', 'ENOTFOUND', 'dns.name_not_resolved'],
    ['dns', 'ENODATA', 'dns.name_not_resolved'],
    ['dns', 'EAI_AGAIN', 'dns.failed'],
    ['dns', 'EAI_FAIL', 'dns.failed'],
    ['dns', 'ETIMEDOUT', 'dns.timed_out'],
    ['dns', 'ENETUNREACH', 'dns.unreachable'],
    ['tcp', 'ECONNREFUSED', 'tcp.refused'],
    ['tcp', 'ECONNRESET', 'tcp.reset', KERNEL],
    ['tcp', 'ETIMEDOUT', 'tcp.timed_out'],
    ['tcp', 'EHOSTUNREACH', 'tcp.address_unreachable'],
    ['tcp', 'ENETUNREACH', 'tcp.address_unreachable'],
    ['tcp', 'EADDRNOTAVAIL', 'tcp.address_invalid'],
    ['tcp', 'ECONNABORTED', 'tcp.aborted'],
    ['tcp', 'EACCES', 'tcp.failed'],
    ['tcp', 'EMFILE', 'tcp.failed'],
    ['proxy', 'ECONNRESET', 'proxy.reset', KERNEL],
    ['proxy', 'ECONNRESET', 'proxy.closed'],
    ['proxy', 'ETIMEDOUT', 'proxy.timed_out'],
    ['proxy', 'CERT_HAS_EXPIRED', 'proxy.tls_certificate_error'],
    ['proxy', 'EPROTO', 'proxy.tls_protocol_error'],
    ['tls', 'ECONNRESET', 'tls.reset', KERNEL],
    // Node says so of an end before the handshake was over, too: there was no system call.
    ['tls', 'ECONNRESET', 'tls.closed'],
    ['tls', 'EPIPE', 'tls.reset'],
    ['tls', 'SELF_SIGNED_CERT_IN_CHAIN', 'tls.cert.authority_invalid'],
    ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'tls.cert.authority_invalid'],
    ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls.cert.authority_invalid'],
    ['tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls.cert.authority_invalid'],
    ['tls', 'CERT_HAS_EXPIRED', 'tls.cert.date_invalid'],
    ['tls', 'CERT_NOT_YET_VALID', 'tls.cert.date_invalid'],
    ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'tls.cert.name_invalid'],
    ['tls', 'CERT_REVOKED', 'tls.cert.revoked'],
    ['tls', 'UNSPECIFIED', 'tls.cert.invalid'],
    ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls.protocol.error'],
    ['tls', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls.version_or_cipher_mismatch'],
    ['tls', 'ERR_SSL_A_REASON_WITHOUT_A_ROW', 'tls.protocol.error'],
    ['http', 'ECONNRESET', 'http.reset', KERNEL],
    ['http', 'UND_ERR_SOCKET', 'http.closed'],
    ['http', 'UND_ERR_HEADERS_OVERFLOW', 'http.headers_overflow'],
    ['http', 'UND_ERR_BODY_TIMEOUT', 'http.body_timed_out'],
    ['http', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'http.body_incomplete'],
    ['http', 'Z_DATA_ERROR', 'http.response.invalid'],
    ['http', 'Z_BUF_ERROR', 'http.body_incomplete'],
    ['http', 'HPE_INVALID_CONSTANT', 'http.response.invalid'],
  ])('%s %s is %s', (layer, errno, code, more) => {
    expect(failureFrom(thrown(errno, more), layer)).toMatchObject({ code, errno })
  })

  test.each<[Layer, Code]>([
    ['dns', 'dns.failed'],
    ['tcp', 'tcp.failed'],
    ['proxy', 'proxy.http_error'],
    ['tls', 'tls.failed'],
    ['http', 'http.failed'],
  ])('one without a row stays visible on %s, as %s', (layer, code) => {
    expect(failureFrom(thrown('EMOONPHASE'), layer)).toEqual({ code, errno: 'EMOONPHASE' })
  })
})

describe('TLS alerts, by their number', () => {
  test.each<[number, Code]>([
    [40, 'tls.version_or_cipher_mismatch'],
    [42, 'tls.bad_client_auth_cert'],
    [48, 'tls.bad_client_auth_cert'],
    [70, 'tls.version_or_cipher_mismatch'],
    [112, 'tls.unrecognized_name_alert'],
    [116, 'tls.bad_client_auth_cert'],
    [120, 'tls.version_or_cipher_mismatch'],
    [80, 'tls.protocol.error'],
  ])('%i is %s', (alert, code) => {
    const error = new Error(`error:0A000410:SSL routines::a name:SSL alert number ${alert}\n`)
    const failure = failureFrom(Object.assign(error, { code: 'ERR_SSL_SOME_ALERT' }), 'tls')
    expect(failure).toMatchObject({ code, alert })
  })
})

describe('what wraps an error', () => {
  test('hides neither the cause below it nor the errors of an aggregate', () => {
    const refused = thrown('ECONNREFUSED', { syscall: 'connect', address: '192.0.2.1', port: 443 })
    const all = new AggregateError([refused, thrown('EHOSTUNREACH')], 'all failed')
    const outer = new TypeError('fetch failed', { cause: all })
    expect(flatten(outer)).toEqual([
      outer,
      all,
      refused,
      expect.objectContaining({ code: 'EHOSTUNREACH' }),
    ])
    expect(
      failureFrom(
        new Error('outermost', { cause: thrown('UND_ERR_SOCKET', { cause: refused }) }),
        'tcp',
      ),
    ).toEqual({
      code: 'tcp.refused',
      errno: 'ECONNREFUSED',
      detail: 'connect 192.0.2.1:443',
    })
  })

  test('may refer to itself, or have no end', () => {
    const loop: Error & { cause?: unknown } = new Error('loop')
    loop.cause = loop
    expect(flatten(loop)).toEqual([loop])
    let deep: Error = thrown('ECONNREFUSED')
    for (let depth = 0; depth < 100; depth += 1) deep = new Error('one more', { cause: deep })
    expect(flatten(deep)).toHaveLength(24)
  })

  test.each([undefined, null, 'ECONNREFUSED', 42, {}, []])(
    '%j is no error, and is not one of ours',
    (value) => {
      expect(failureFrom(value, 'tcp').code).toBe('tcp.failed')
    },
  )

  test('a getter that throws is an absent property', () => {
    const foreign = Object.defineProperty({}, 'code', {
      get: () => {
        throw new Error('not for you')
      },
    })
    expect(failureFrom(foreign, 'http').code).toBe('http.failed')
  })

  test('free text is never copied', () => {
    const text = ['sk', 'secret', 'text'].join('-')
    const failure = failureFrom(
      Object.assign(new Error(text), { code: `E ${text}`, syscall: `read ${text}`, address: text }),
      'http',
    )
    expect(JSON.stringify(failure)).not.toContain(text)
  })
})

test('a rung has the words of its layer, everything above TLS those of HTTP', () => {
  const layers: readonly [Rung, Layer][] = [
    ['dns', 'dns'],
    ['tcp', 'tcp'],
    ['proxy', 'proxy'],
    ['tls', 'tls'],
    ['http', 'http'],
    ['auth', 'http'],
    ['answer', 'http'],
  ]
  for (const [rung, layer] of layers) expect(layerOf(rung)).toBe(layer)
  expect(timedOut('tls')).toEqual({ code: 'tls.timed_out', errno: 'TIMEOUT' })
})
