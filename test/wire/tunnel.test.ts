import { describe, expect, test } from 'vitest'
import type { Code } from '../../src/model/index.ts'
import { refusal } from '../../src/evidence/tunnel.ts'
import { basicCredentials } from '../../src/wire/tunnel.ts'

function codeOf(status: number, headers: Readonly<Record<string, string>> = {}): Code {
  return refusal({ status, headers }).code
}

describe('why a proxy refused', () => {
  test.each<[number, Code]>([
    [401, 'proxy.auth_required'],
    [403, 'proxy.denied'],
    [407, 'proxy.auth_required'],
    [502, 'proxy.bad_gateway'],
    [503, 'proxy.destination_unavailable'],
    [504, 'proxy.connection_timeout'],
    [302, 'proxy.redirected'],
    [307, 'proxy.redirected'],
    [400, 'proxy.http_error'],
    [500, 'proxy.http_error'],
    [599, 'proxy.http_error'],
  ])('%i alone is %s', (status, code) => {
    expect(refusal({ status, headers: {} })).toEqual({ code, detail: `CONNECT answered ${status}` })
  })

  test.each<[string, Code]>([
    ['dns_timeout', 'proxy.dns_error'],
    ['dns_error', 'proxy.dns_error'],
    ['destination_not_found', 'proxy.dns_error'],
    ['destination_unavailable', 'proxy.destination_unavailable'],
    ['destination_ip_prohibited', 'proxy.denied'],
    ['destination_ip_unroutable', 'proxy.destination_unavailable'],
    ['connection_refused', 'proxy.connection_refused'],
    ['connection_terminated', 'proxy.connection_terminated'],
    ['connection_timeout', 'proxy.connection_timeout'],
    ['connection_limit_reached', 'proxy.connection_limit_reached'],
    ['http_request_denied', 'proxy.denied'],
    ['tls_certificate_error', 'proxy.upstream_tls_error'],
    ['tls_protocol_error', 'proxy.upstream_tls_error'],
    ['proxy_loop_detected', 'proxy.loop'],
    ['proxy_configuration_error', 'proxy.configuration_error'],
    ['proxy_internal_error', 'proxy.internal_error'],
  ])('Proxy-Status %s is %s, whatever the status (RFC 9209 §2.3)', (error, code) => {
    const headers = { 'proxy-status': `edge.example; error=${error}; details="x"` }
    expect(codeOf(502, headers)).toBe(code)
    expect(codeOf(403, headers)).toBe(code)
  })

  test.each<[string, Code]>([
    ['ERR_ACCESS_DENIED 0', 'proxy.denied'],
    ['ERR_CACHE_ACCESS_DENIED 0', 'proxy.auth_required'],
    ['ERR_DNS_FAIL 0', 'proxy.dns_error'],
    ['ERR_CANNOT_FORWARD 0', 'proxy.dns_error'],
    ['ERR_READ_TIMEOUT 0', 'proxy.connection_timeout'],
    ['ERR_SECURE_CONNECT_FAIL 71', 'proxy.upstream_tls_error'],
    ['ERR_CONNECT_FAIL 111', 'proxy.connection_refused'],
    ['ERR_CONNECT_FAIL 110', 'proxy.connection_timeout'],
    ['ERR_CONNECT_FAIL 101', 'proxy.destination_unavailable'],
    ['ERR_CONNECT_FAIL 113', 'proxy.destination_unavailable'],
    ['ERR_CONNECT_FAIL 99', 'proxy.destination_unavailable'],
    ['ERR_CONNECT_FAIL', 'proxy.destination_unavailable'],
  ])('Squid’s %s is %s', (squid, code) => {
    expect(codeOf(503, { 'x-squid-error': squid })).toBe(code)
  })

  test.each<[string, number, Record<string, string>, Code]>([
    ['a 407 stays one', 407, { 'proxy-status': 'p; error=dns_error' }, 'proxy.auth_required'],
    [
      'Proxy-Status counts before Squid’s header',
      503,
      { 'proxy-status': 'p; error=dns_error', 'x-squid-error': 'ERR_ACCESS_DENIED 0' },
      'proxy.dns_error',
    ],
    [
      'a word nobody knows leaves the status',
      504,
      { 'proxy-status': 'p; error=moon_phase' },
      'proxy.connection_timeout',
    ],
    [
      'a page nobody knows leaves the status',
      403,
      { 'x-squid-error': 'ERR_CUSTOM 0' },
      'proxy.denied',
    ],
  ])('%s', (_, status, headers, code) => {
    expect(codeOf(status, headers)).toBe(code)
  })
})

test('credentials of the proxy URL are Basic, in UTF-8, also when the password is empty', () => {
  const decoded = (username: string, password: string): string =>
    Buffer.from(
      (basicCredentials({ username, password }) ?? '').slice('Basic '.length),
      'base64',
    ).toString('utf8')
  expect(decoded('user', 'a:b')).toBe('user:a:b')
  expect(decoded('zoë', '')).toBe('zoë:')
  expect(basicCredentials(undefined)).toBeUndefined()
})
