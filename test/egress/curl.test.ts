import { describe, expect, test } from 'vitest'
import { wayOut } from '../../src/egress/index.ts'
import { pem, question } from './question.ts'

const curl = (...given: Parameters<typeof question>) => wayOut('curl', question(...given))
const FILES = {
  '/ca.pem': pem('file'),
  '/certs/0a1b2c3d.0': pem('hashed'),
  '/certs/plain.pem': pem('plain'),
}

describe('what curl trusts', () => {
  test.each([
    [{}, ['system']],
    // Debian's curl keeps /etc/ssl/certs beside a named file.
    [{ SSL_CERT_FILE: '/ca.pem' }, ['system', 'file']],
    [{ CURL_CA_BUNDLE: '/ca.pem' }, ['system', 'file']],
    [{ SSL_CERT_DIR: '/certs' }, ['system', 'hashed']],
    [{ SSL_CERT_FILE: '/ca.pem', SSL_CERT_DIR: '/certs' }, ['file', 'hashed']],
    [{ CURL_CA_BUNDLE: '/ca.pem', SSL_CERT_DIR: '/certs' }, ['system', 'file']],
    [{ CURL_CA_BUNDLE: '', SSL_CERT_FILE: '/ca.pem' }, ['system', 'file']],
  ])('on Debian %j → %j', (env, names) => {
    expect(curl(env, { files: FILES }).ca).toEqual(names.map(pem))
  })

  test('a certificate that two stores hold is listed once', () => {
    const env = { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt' }
    expect(curl(env).ca).toEqual([pem('system')])
  })

  test('elsewhere a named file stands alone', () => {
    const files: Record<string, string> = { ...FILES, '/etc/ssl/cert.pem': pem('system') }
    const readFile = (path: string) => files[path]
    expect(curl({ SSL_CERT_FILE: '/ca.pem' }, { readFile }).ca).toEqual([pem('file')])
  })

  test.each(['CURL_CA_BUNDLE', 'SSL_CERT_FILE'])('a missing %s ends curl', (name) => {
    expect(curl({ [name]: '/nope' }).egress.unusable).toMatchObject({
      by: 'client',
      variable: name,
      because: `${name} names a file that cannot be read, and curl ends with error 77 before any packet is sent.`,
    })
  })

  test('variables of other clients are named as not read', () => {
    const env = { NODE_EXTRA_CA_CERTS: '/a', REQUESTS_CA_BUNDLE: '/b' }
    expect(curl(env).egress.ignored.map(({ variable }) => variable)).toEqual(Object.keys(env))
  })
})

test('upper-case HTTP_PROXY is named as ignored for an http URL', () => {
  const url = new URL('http://gateway.test')
  expect(curl({ HTTP_PROXY: 'http://proxy.test:1' }, { url }).egress.ignored).toEqual([
    {
      variable: 'HTTP_PROXY',
      because: 'curl reads this variable in lower case only.',
      fix: 'Set http_proxy to the same value.',
    },
  ])
})

test('curl gives each address 200 ms and speaks HTTP/2 over TLS only', () => {
  expect(curl({}).egress).toMatchObject({ addressTimeoutMs: 200, httpVersion: '2' })
  expect(curl({}, { url: new URL('http://gateway.test') }).egress.httpVersion).toBe('1.1')
})
