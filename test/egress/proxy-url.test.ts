import { describe, expect, test } from 'vitest'
import { wayOut } from '../../src/egress/index.ts'
import type { Client } from '../../src/model/index.ts'
import { question } from './question.ts'

const ON = { NODE_USE_ENV_PROXY: '1' }
const PASSWORD = 'geheim1234'

function plan(client: Client, value: string) {
  return wayOut(client, question({ ...ON, https_proxy: value }))
}

describe('the value of a proxy variable', () => {
  test.each([
    ['node', 'http://proxy.test', 'http', 80],
    ['python', 'http://proxy.test', 'http', 80],
    ['curl', 'http://proxy.test', 'http', 1080],
    ['curl', 'http://proxy.test:80', 'http', 80],
    ['node', 'https://proxy.test', 'https', 443],
    ['python', 'https://proxy.test', 'https', 443],
    ['curl', 'https://proxy.test', 'https', 443],
    ['curl', 'proxy.test', 'http', 1080],
    ['python', 'proxy.test:3128', 'http', 3128],
    ['node', 'HTTP://PROXY.test:3128/', 'http', 3128],
    // undici and httpx hand the name to the SOCKS proxy unresolved; curl does so only with socks5h.
    ['node', 'socks5://proxy.test', 'socks5h', 1080],
    ['python', 'socks5://proxy.test', 'socks5h', 1080],
    ['curl', 'socks5://proxy.test', 'socks5', 1080],
    ['curl', 'socks5h://proxy.test:1', 'socks5h', 1],
  ] as const)('%s reads %s as %s on port %i', (client, value, scheme, port) => {
    expect(plan(client, value).egress.proxy).toEqual({
      scheme,
      host: 'proxy.test',
      port,
      source: 'https_proxy',
      hasCredentials: false,
    })
  })

  test.each(['node', 'python', 'curl'] as const)('%s reads an IPv6 proxy', (client) => {
    expect(plan(client, 'http://[2001:db8::1]:3128').egress.proxy).toMatchObject({
      host: '2001:db8::1',
      port: 3128,
    })
    expect(plan(client, 'http://[2001:db8::1]:3128').egress.reason).toContain('[2001:db8::1]:3128')
  })

  test.each(['node', 'python', 'curl'] as const)(
    '%s gets the credentials percent-decoded, and the egress does not hold them',
    (client) => {
      const found = plan(client, `http://us%40er:${PASSWORD}%23@proxy.test:3128`)
      expect(found.proxyCredentials).toEqual({ username: 'us@er', password: `${PASSWORD}#` })
      expect(found.egress.proxy?.hasCredentials).toBe(true)
      expect(JSON.stringify(found.egress)).not.toContain(PASSWORD)
    },
  )

  test('a user without a password is sent by Python and curl, and dropped by Node', () => {
    expect(plan('curl', 'http://user@proxy.test').proxyCredentials).toEqual({
      username: 'user',
      password: '',
    })
    expect(plan('python', 'http://user@proxy.test').egress.proxy?.hasCredentials).toBe(true)
    expect(plan('node', 'http://user@proxy.test').proxyCredentials).toBeUndefined()
  })

  test.each([
    [`http://user:${PASSWORD}#x@proxy.test:3128`, 'Percent-encode the user and the password'],
    [`http://user:12/${PASSWORD}@proxy.test:3128`, 'Percent-encode the user and the password'],
    [`http://user:${PASSWORD}@proxy.test:port`, 'Percent-encode the user and the password'],
    [`ftp://user:${PASSWORD}@proxy.test`, 'Use a scheme that'],
    [`"http://user:${PASSWORD}@proxy.test"`, 'Remove the quotes'],
    [`://user:${PASSWORD}@proxy.test`, 'Put http:// in front'],
    ['constructor://proxy.test', 'Use a scheme that'],
    ['http://', 'Write https_proxy as http://host:port.'],
    ['http://:3128', 'Write https_proxy as http://host:port.'],
    ['http://proxy.test:0', 'Write https_proxy as http://host:port.'],
    ['http://proxy.test:99999', 'Write https_proxy as http://host:port.'],
    ['http://proxy test:1', 'Write https_proxy as http://host:port.'],
  ])('a bad value is a problem with a fix, without the password: %#', (value, fix) => {
    for (const client of ['node', 'python', 'curl'] as const) {
      const found = plan(client, value)
      expect(found.egress.unusable).toMatchObject({ variable: 'https_proxy', by: 'client' })
      expect(found.egress.unusable?.fix).toContain(fix)
      expect(JSON.stringify(found)).not.toContain(PASSWORD)
    }
  })

  test('SOCKS4 is named as spoken by curl and not by this preflight', () => {
    const { egress } = plan('curl', 'socks4://proxy.test')
    expect(egress.unusable).toEqual({
      by: 'preflight',
      variable: 'https_proxy',
      because: 'https_proxy names a socks4 proxy, which curl speaks and this preflight does not.',
      fix: 'Use socks5h:// or http:// in https_proxy, if the proxy offers it.',
    })
  })
})
