import { expect, test } from 'vitest'
import { showsKey } from '../../src/wire/traced-agent.ts'
import { planOf, proxyAt } from './one-route.ts'

const PUBLIC = '162.159.140.245'
const direct = planOf()
const by = (scheme: 'http' | 'https' | 'socks5') =>
  planOf({ proxy: { ...proxyAt('proxy.test:3128'), scheme } })

test.each([
  ['direct', direct, true, false, PUBLIC, true],
  ['by a proxy in clear text', by('http'), true, false, PUBLIC, true],
  ['by SOCKS', by('socks5'), true, false, PUBLIC, true],
  ['by a proxy inside TLS', by('https'), true, false, PUBLIC, false],
  ['inside TLS itself', direct, true, true, PUBLIC, false],
  ['without a key', direct, false, false, PUBLIC, false],
  ['inside the network', direct, true, false, '10.0.0.5', false],
  ['on this machine', direct, true, false, '127.0.0.1', false],
  ['to a socket without an address', direct, true, false, undefined, false],
])(
  'a request %s shows its key to the public or not',
  (_title, plan, carriesKey, secure, address, shown) => {
    expect(showsKey({ plan, carriesKey }, { secure }, address)).toBe(shown)
  },
)
