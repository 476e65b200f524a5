/** The name of the API does not lead to the API. Needs a port 53 and an /etc of its own. */
import type { Code, Owner } from '../../src/model/index.ts'
import type { Zone, ZoneEntry } from '../lab/dns.ts'
import { PUBLIC_ADDRESS, PUBLIC_ADDRESS_6 } from '../lab/network.ts'
import { API_NAME } from './lab.ts'
import type { Lab } from './lab.ts'
import { nodeProxy, saysAll } from './loopback.ts'
import { fails, PASS } from './scenario.ts'
import type { Arranged, Expected, Scenario } from './scenario.ts'

const FINE: ZoneEntry = { addresses: [PUBLIC_ADDRESS] }

/** The real default settings, with this fate of the name; everything else works. */
function name(
  id: string,
  title: string,
  entry: ZoneEntry,
  expect: Expected,
  more: Arranged = {},
): Scenario {
  return arranged(id, title, expect, async (lab) => {
    await lab.names({ [API_NAME]: entry })
    await lab.publicApi()
    return more
  })
}

function arranged(
  id: string,
  title: string,
  expect: Expected,
  arrange: (lab: Lab) => Promise<Arranged>,
): Scenario {
  return { id, title, needs: 'namespace', expect, arrange }
}

function dns(code: Code, owner: Owner = 'connection-path'): Expected {
  return fails(owner, 'dns', code, 'config')
}

const BOGON: Expected = { ...dns('dns.bogon') }

const SINKS: readonly (readonly [string, string, string])[] = [
  ['DNS12', '0.0.0.0', 'the unspecified address'],
  ['DNS13', '127.0.0.1', 'this machine'],
  ['DNS15', '127.0.53.53', 'the name collision address'],
]

export const DNS: readonly Scenario[] = [
  name('DNS00', 'The name leads to the API', FINE, PASS),
  name('DNS01', 'The name does not exist', { code: 'NXDOMAIN' }, dns('dns.name_not_resolved')),
  name('DNS02', 'The resolver answers SERVFAIL', { code: 'SERVFAIL' }, dns('dns.failed')),
  name('DNS03', 'The resolver answers REFUSED', { code: 'REFUSED' }, dns('dns.failed')),
  name('DNS05', 'The resolver answers NOTIMP', { code: 'NOTIMP' }, dns('dns.failed')),
  name('DNS06', 'The resolver does not answer', { fault: 'silent' }, dns('dns.unreachable')),
  arranged(
    'DNS07',
    'Nothing listens on port 53 of the resolver',
    dns('dns.unreachable'),
    async (lab) => {
      await lab.publicApi()
      return {}
    },
  ),
  name('DNS09', 'The name has no address', { fault: 'no-data' }, dns('dns.name_not_resolved')),
  name(
    'DNS10',
    'An alias to a name without address',
    { addresses: [], cnames: ['edge.example.test'] },
    dns('dns.name_not_resolved'),
  ),
  ...SINKS.map(([id, address, words]) =>
    name(id, `The name leads to ${address}, ${words}`, { addresses: [address] }, BOGON),
  ),
  arranged(
    'DNS14',
    'The name leads to a private address that does not answer',
    BOGON,
    async (lab) => {
      await lab.names({ [API_NAME]: { addresses: ['10.10.34.35'] } })
      await lab.network().addAddress('10.10.34.35')
      await lab.network().firewall('ip daddr 10.10.34.35 drop')
      return {}
    },
  ),
  name('DNS17', 'AAAA gets no answer, A is fine', { a: FINE, aaaa: { fault: 'silent' } }, PASS, {
    flags: { timeout: '8s' },
  }),
  name('DNS18', 'AAAA gets SERVFAIL, A is fine', { a: FINE, aaaa: { code: 'SERVFAIL' } }, PASS),
  name('DNS20', 'The resolver takes 700 ms', { addresses: [PUBLIC_ADDRESS], delayMs: 700 }, PASS),
  name('DNS22', 'The answer has the wrong id', { fault: 'wrong-id' }, dns('dns.unreachable')),
  name('DNS23', 'The answer is noise', { fault: 'garbage' }, dns('dns.failed')),
  name(
    'DNS24',
    'The answer is truncated and TCP is reset',
    { fault: 'truncated', tcp: 'reset' },
    dns('dns.unreachable'),
  ),
  name(
    'DNS25',
    'The answer is truncated and TCP is silent: getaddrinfo never returns',
    { fault: 'truncated', tcp: 'silent' },
    dns('dns.unreachable'),
  ),
  name(
    'DNS24-ok',
    'The answer is truncated and comes over TCP',
    { fault: 'truncated', tcp: 'answers', addresses: [PUBLIC_ADDRESS] },
    PASS,
  ),
  name(
    'DNS32-many',
    'The name has two hundred addresses, all of them the API',
    { addresses: Array.from({ length: 200 }, () => PUBLIC_ADDRESS) },
    PASS,
  ),
  arranged(
    'DNS28',
    'The hosts file sends the name to this machine',
    dns('dns.bogon'),
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      lab.network().write('hosts', `127.0.0.1 localhost\n127.0.0.1 ${API_NAME}\n`)
      return { complaints: (ran) => saysAll(ran, /hosts file/i) }
    },
  ),
  arranged('DNS29', 'nsswitch.conf does not ask DNS', dns('dns.name_not_resolved'), async (lab) => {
    await lab.names()
    await lab.publicApi()
    lab.network().write('nsswitch.conf', 'hosts: files\n')
    return {}
  }),
  arranged(
    'DNS31',
    'The name has only IPv6 and this machine only IPv4',
    dns('dns.name_not_resolved'),
    async (lab) => {
      await lab.names({ [API_NAME]: { addresses: [PUBLIC_ADDRESS_6] } })
      await lab.network().addAddress('10.99.0.1')
      return {}
    },
  ),
  arranged(
    'DNS01-search',
    'The search list makes another name of it',
    dns('dns.bogon'),
    async (lab) => {
      const { network } = lab
      const zone: Zone = {
        [API_NAME]: { code: 'NXDOMAIN' },
        [`${API_NAME}.corp.test`]: { addresses: ['10.20.30.40'] },
      }
      await lab.names(zone)
      network().write(
        'resolv.conf',
        'nameserver 127.0.0.53\nsearch corp.test\noptions timeout:1 attempts:1\n',
      )
      await network().addAddress('10.20.30.40')
      await lab.api({ host: '10.20.30.40', port: 443 })
      return { complaints: (ran) => saysAll(ran, /search/i) }
    },
  ),
  arranged(
    'DNS01-ndots',
    'ndots:5, and a wildcard under a domain of the search list',
    dns('dns.bogon'),
    async (lab) => {
      const { network } = lab
      await lab.names({
        [API_NAME]: { addresses: [PUBLIC_ADDRESS] },
        [`${API_NAME}.corp.test`]: { addresses: ['10.20.30.40'] },
      })
      network().write(
        'resolv.conf',
        'nameserver 127.0.0.53\nsearch default.svc.cluster.local corp.test\noptions ndots:5 timeout:1 attempts:1\n',
      )
      await network().addAddress('10.20.30.40')
      return {
        complaints: (ran) => saysAll(ran, /ndots:5/, `${API_NAME}.corp.test`, PUBLIC_ADDRESS),
      }
    },
  ),
  arranged(
    'PRX02',
    "The proxy's name does not exist",
    fails('connection-path', 'dns', 'proxy.unreachable', 'config'),
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      return { env: nodeProxy('http://proxy.corp.test:3128') }
    },
  ),
  arranged('PRX00-names', 'The proxy resolves: the name does not exist here', PASS, async (lab) => {
    const names = await lab.names({ [API_NAME]: { code: 'NXDOMAIN' } })
    await lab.publicApi()
    const to = { host: PUBLIC_ADDRESS, port: 443 }
    const proxy = await lab.proxy({ does: 'tunnel', to })
    return {
      env: nodeProxy(proxy.url),
      complaints: () =>
        names.asked.some((question) => question.includes(API_NAME))
          ? ['the name of the API was asked for here']
          : [],
    }
  }),
]
