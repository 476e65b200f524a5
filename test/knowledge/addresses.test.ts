import { describe, expect, test } from 'vitest'
import { isThisMachine, scopeOf, resolved } from '../../src/knowledge/addresses.ts'
import { hostAndPort, type AddressScope } from '../../src/model/index.ts'

test.each<[AddressScope, readonly string[]]>([
  [
    'public',
    [
      '1.1.1.1',
      '104.18.6.192',
      '172.32.0.1',
      '172.15.255.255',
      '100.63.255.255',
      '100.128.0.0',
      '2606:4700::1',
      '64:ff9b::1.1.1.1',
      '198.20.0.1',
      '223.255.255.255',
    ],
  ],
  ['unspecified', ['0.0.0.0', '0.1.2.3', '::']],
  [
    'loopback',
    [
      '127.0.0.1',
      '127.255.255.254',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '64:ff9b::127.0.0.1',
    ],
  ],
  [
    'private',
    [
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      'fc00::1',
      'fd12:3456::1',
      '::ffff:10.0.0.1',
    ],
  ],
  ['shared', ['100.64.0.1', '100.127.255.255']],
  ['link-local', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
  ['documentation', ['192.0.2.1', '198.51.100.7', '203.0.113.9', '2001:db8::1', '3fff::1']],
  ['multicast', ['224.0.0.1', '239.255.255.255', 'ff02::1']],
  [
    'reserved',
    [
      '192.0.0.8',
      '198.18.0.1',
      '198.19.255.255',
      '240.0.0.1',
      '255.255.255.255',
      '100::1',
      'fec0::1',
    ],
  ],
])('%s addresses', (scope, addresses) => {
  for (const address of addresses) expect([address, scopeOf(address)]).toEqual([address, scope])
})

test.each(['', 'localhost', '1.2.3', '1.2.3.4.5', '::g', '[::1]', '::ffff:999.1.1.1'])(
  '"%s" is no address, so it is not called public',
  (text) => {
    expect(scopeOf(text)).toBe('reserved')
  },
)

describe('an address', () => {
  test('knows its family and scope', () => {
    expect(resolved('192.168.0.9')).toEqual({ address: '192.168.0.9', family: 4, scope: 'private' })
    expect(resolved('2606:4700::1')).toEqual({
      address: '2606:4700::1',
      family: 6,
      scope: 'public',
    })
  })

  test.each([
    ['api.openai.com', 443, 'api.openai.com:443'],
    ['192.0.2.1', 3128, '192.0.2.1:3128'],
    ['::1', 80, '[::1]:80'],
  ])('%s and %i are written %s', (host, port, text) => {
    expect(hostAndPort(host, port)).toBe(text)
  })
})

test.each([
  ['localhost', true],
  ['api.localhost', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['0.0.0.0', true],
  ['10.0.0.1', false],
  ['localhost.example.com', false],
])('%s is this machine: %s', (host, expected) => {
  expect(isThisMachine(host)).toBe(expected)
})

test('what is more than an address is none', () => {
  expect(scopeOf('::1]:80/[')).toBe(scopeOf('no address'))
})
