import { describe } from 'vitest'
import { address, failed, ok } from '../evidence-builder.ts'
import { judgeRows } from './decide.ts'
import {
  chainOf,
  connects,
  controlAnswers,
  controlFails,
  nameServers,
  REAL,
  resolves,
  says,
  unconnected,
  unresolved,
  unshaken,
} from './scenes.ts'

const NXDOMAIN = unresolved('dns.name_not_resolved', 'ENOTFOUND')
const AGAIN = unresolved('dns.failed', 'EAI_AGAIN')
const REFUSED = unconnected('tcp.refused', 'ECONNREFUSED')
const known = says('NOERROR', [REAL])

const at = (host: string, kind: 'openai' | 'azure' | 'gateway') => ({
  route: { kind, baseUrl: `https://${host}/v1` },
})
const missing = (host: string) => unresolved('dns.name_not_resolved', 'ENOTFOUND', host)
const RESOURCE = 'contoso.openai.azure.com'

describe('a name that does not resolve', () => {
  judgeRows([
    {
      title: 'DNS01: NXDOMAIN for the public API is the DNS of this path',
      seen: [NXDOMAIN, nameServers([[says('NXDOMAIN')]])],
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
      says: ['api.openai.com', '10.0.0.53 NXDOMAIN', 'ENOTFOUND'],
    },
    {
      title: 'NXDOMAIN is judged without name servers as well, as a log has it',
      seen: [NXDOMAIN],
      changes: { source: 'log' },
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
    },
    {
      title: 'a regional host of the public API is the DNS of this path, too',
      seen: [missing('eu.api.openai.com')],
      changes: at('eu.api.openai.com', 'openai'),
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
    },
    {
      title: 'a slip in the host of the public API is a wrong base URL',
      seen: [missing('api.opnai.com'), nameServers([[says('NXDOMAIN')]])],
      changes: at('api.opnai.com', 'gateway'),
      expected: 'request dns dns.name_not_resolved dns/name-not-found',
      says: ['misspelling of api.openai.com'],
    },
    {
      title: 'a slip in the Azure domain is a wrong base URL',
      seen: [missing('contoso.openai.azur.com')],
      changes: at('contoso.openai.azur.com', 'gateway'),
      expected: 'request dns dns.name_not_resolved dns/name-not-found',
      says: [RESOURCE],
    },
    {
      title: 'another public host on the direct route is a wrong base URL',
      seen: [missing('llm.contoso.com')],
      changes: at('llm.contoso.com', 'openai'),
      expected: 'request dns dns.name_not_resolved dns/name-not-found',
    },
    {
      title: 'a gateway that does not resolve here is a matter of the path to it',
      seen: [missing('llm.contoso.com')],
      changes: at('llm.contoso.com', 'gateway'),
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
    },
    {
      title: 'an Azure resource unknown to working name servers is gone or misspelt',
      seen: [missing(RESOURCE), nameServers([[says('NXDOMAIN')]])],
      changes: at(RESOURCE, 'azure'),
      expected: 'route-provider dns dns.name_not_resolved dns/name-not-found',
    },
    {
      title: 'an Azure resource behind a private endpoint lacks its private DNS zone',
      seen: [
        missing(RESOURCE),
        nameServers([[says('NXDOMAIN', [], ['contoso.privatelink.openai.azure.com'])]]),
      ],
      changes: at(RESOURCE, 'azure'),
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
      says: ['private DNS zone'],
    },
    {
      title: 'an Azure resource that does not resolve, and nothing else known, asks the path first',
      seen: [missing(RESOURCE)],
      changes: at(RESOURCE, 'azure'),
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
    },
    {
      title: 'an Azure resource where the control host does not resolve either is a DNS outage',
      seen: [missing(RESOURCE), controlFails('dns.failed')],
      changes: at(RESOURCE, 'azure'),
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
    },
    {
      title: 'DNS09/10: a name without addresses is not found',
      seen: [NXDOMAIN, nameServers([[says('NODATA')]])],
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
      says: ['NODATA'],
    },
  ])
})

describe('a resolver that does not do its work', () => {
  judgeRows([
    ...['SERVFAIL', 'REFUSED', 'NOTIMP', 'GARBAGE'].map((answer) => ({
      title: `DNS02-05/23: ${answer} is the name server's failure`,
      seen: [AGAIN, nameServers([[says(answer)]])],
      expected: `connection-path dns dns.failed dns/server-failure${answer === 'SERVFAIL' ? ' *' : ''}`,
      says: [answer, '10.0.0.53'],
    })),
    {
      title: 'DNS04: FORMERR, which getaddrinfo calls ENOTFOUND, is not a missing name',
      seen: [NXDOMAIN, nameServers([[says('FORMERR')]])],
      expected: 'connection-path dns dns.failed dns/server-failure',
    },
    {
      title: 'DNS06/08: name servers that do not answer are unreachable',
      seen: [AGAIN, nameServers([[says('TIMEOUT')], [says('TIMEOUT')]])],
      expected: 'connection-path dns dns.unreachable dns/resolver-unreachable',
      says: ['UDP 53', '10.0.0.54'],
    },
    {
      title: 'DNS07/27: a closed port on the only, local name server asks to start it',
      seen: [
        AGAIN,
        ok('name-servers', {
          host: 'api.openai.com',
          servers: [{ server: '127.0.0.1', a: says('PORT_CLOSED'), aaaa: says('PORT_CLOSED') }],
          searchList: [],
        }),
      ],
      expected: 'connection-path dns dns.unreachable dns/resolver-unreachable',
      says: ['/etc/resolv.conf'],
    },
    {
      title: 'a lookup beyond the clock with silent name servers is unreachable, not slow',
      seen: [unresolved('dns.timed_out', 'TIMEOUT'), nameServers([[says('TIMEOUT')]])],
      expected: 'connection-path dns dns.unreachable dns/resolver-unreachable',
    },
    {
      title: 'DNS25: a lookup beyond the clock alone timed out',
      seen: [unresolved('dns.timed_out', 'TIMEOUT')],
      expected: 'connection-path dns dns.timed_out dns/timed-out *',
    },
    {
      title: 'DNS19: an unanswered A query next to a good AAAA one is named',
      seen: [AGAIN, nameServers([[says('TIMEOUT'), says('NOERROR', [address('2606:4700::1')])]])],
      expected: 'connection-path dns dns.failed dns/family-unanswered',
      says: ['A query'],
    },
    {
      title: 'DNS21: name servers of which one does not know the name disagree',
      seen: [NXDOMAIN, nameServers([[says('NXDOMAIN')], [known]])],
      expected: 'connection-path dns dns.name_not_resolved dns/servers-disagree',
      says: ['10.0.0.53', '10.0.0.54'],
    },
    {
      title: 'DNS29: name servers that know the name point at nsswitch',
      seen: [NXDOMAIN, nameServers([[known]])],
      expected: 'connection-path dns dns.name_not_resolved dns/system-resolver',
      says: ['nsswitch.conf'],
    },
    {
      title: 'DNS31: AAAA only, and no IPv6 on the runner',
      seen: [NXDOMAIN, nameServers([[says('NODATA'), says('NOERROR', [address('2606:4700::1')])]])],
      expected: 'connection-path dns dns.name_not_resolved dns/ipv6-only',
      says: ['2606:4700::1'],
    },
    {
      title: 'DNS20: a failure that is gone when asked again can heal',
      seen: [AGAIN, nameServers([[known]])],
      expected: 'connection-path dns dns.failed dns/temporary *',
    },
    {
      title: 'EAI_AGAIN without more evidence is a failed lookup',
      seen: [AGAIN],
      expected: 'connection-path dns dns.failed dns/failed *',
    },
    {
      title: 'name servers that time out next to one that says NXDOMAIN leave the name missing',
      seen: [NXDOMAIN, nameServers([[says('TIMEOUT')], [says('NXDOMAIN')]])],
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
    },
  ])
})

describe('a name that resolves to something else', () => {
  const bogus = (text: string, scope: Parameters<typeof address>[1]) => [
    resolves([address(text, scope)]),
    unconnected('tcp.refused', 'ECONNREFUSED', []),
  ]
  judgeRows([
    ...(
      [
        ['0.0.0.0', 'unspecified'],
        ['127.0.0.1', 'loopback'],
        ['10.10.34.35', 'private'],
        ['100.64.0.1', 'shared'],
        ['169.254.169.254', 'link-local'],
        ['192.0.2.1', 'documentation'],
        ['240.0.0.1', 'reserved'],
      ] as const
    ).map(([text, scope]) => ({
      title: `DNS12-14: ${text} is no address of a public host`,
      seen: bogus(text, scope),
      expected: 'connection-path dns dns.bogon dns/bogon',
      says: [text],
    })),
    {
      title: 'DNS15: 127.0.53.53 is a name collision',
      seen: bogus('127.0.53.53', 'loopback'),
      expected: 'connection-path dns dns.bogon dns/bogon',
      says: ['search domain'],
    },
    {
      title: 'a sinkhole with a certificate of its own is a bogon as well',
      seen: [
        resolves([address('10.1.1.1', 'private')]),
        connects(address('10.1.1.1', 'private')),
        unshaken('tls.cert.authority_invalid', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
      ],
      expected: 'connection-path dns dns.bogon dns/bogon',
    },
    {
      title: 'the sinkhole of an egress firewall is known by its address',
      seen: [resolves([address('54.185.253.63')]), unconnected('tcp.refused', 'ECONNREFUSED')],
      expected: 'connection-path dns dns.bogon dns/sinkhole',
      says: ['allowed-endpoints'],
    },
    {
      title: 'a private address of an Azure resource may be right: the private endpoint is closed',
      seen: [
        ok('lookup', {
          host: RESOURCE,
          resolver: 'getaddrinfo',
          addresses: [address('10.1.0.4', 'private')],
          of: 'target',
        }),
        unconnected('tcp.timed_out', 'ETIMEDOUT', []),
      ],
      changes: at(RESOURCE, 'azure'),
      expected: 'connection-path tcp tcp.timed_out tcp/private-endpoint',
      says: ['10.1.0.4'],
    },
    {
      title: 'an address written into the base URL was not looked up and is no bogon',
      seen: [
        ok('lookup', {
          host: '192.0.2.7',
          resolver: 'literal',
          addresses: [address('192.0.2.7', 'documentation')],
          of: 'target',
        }),
        unconnected('tcp.refused', 'ECONNREFUSED'),
      ],
      changes: at('192.0.2.7', 'gateway'),
      expected: 'connection-path tcp tcp.refused tcp/refused',
    },
    {
      title: 'DNS28: a hosts file that says otherwise than DNS is named',
      seen: [
        resolves([address('203.0.114.9')]),
        REFUSED,
        nameServers([[known]], { hostsFile: '203.0.114.9' }),
      ],
      expected: 'connection-path tcp tcp.refused dns/hosts-file',
      says: ['hosts file', REAL.address],
    },
    {
      title: 'a hosts file that blocks with 127.0.0.1 is a bogon by the hosts file',
      seen: [
        resolves([address('127.0.0.1', 'loopback')]),
        REFUSED,
        nameServers([[known]], { hostsFile: '127.0.0.1' }),
      ],
      expected: 'connection-path dns dns.bogon dns/hosts-file',
    },
    {
      title: 'a hosts file that agrees with DNS is not blamed',
      seen: [resolves(), REFUSED, nameServers([[known]], { hostsFile: REAL.address })],
      expected: 'connection-path tcp tcp.refused tcp/refused',
    },
    {
      title: 'a search list that answers for a name that does not exist is named',
      seen: [
        resolves([address('198.51.101.1')]),
        REFUSED,
        nameServers([[says('NXDOMAIN')]], { searchList: ['corp.example.com'] }),
      ],
      expected: 'connection-path tcp tcp.refused dns/search-list',
      says: ['corp.example.com'],
    },
    {
      title: 'ndots:5 is named where the search list went first and a wildcard answered',
      seen: [
        resolves([address('198.51.101.1')]),
        REFUSED,
        nameServers([[known]], {
          searchList: ['svc.cluster.local', 'corp.example.com'],
          ndots: 5,
          searched: [
            { name: 'api.openai.com.svc.cluster.local', answer: says('NXDOMAIN') },
            {
              name: 'api.openai.com.corp.example.com',
              answer: says('NOERROR', [address('198.51.101.1')]),
            },
          ],
        }),
      ],
      expected: 'connection-path tcp tcp.refused dns/search-list',
      says: ['api.openai.com.corp.example.com', 'ndots:5', 'itself is at 162.159.140.245'],
    },
    {
      title: 'a search list that gives what the name itself gives is not blamed',
      seen: [
        resolves(),
        REFUSED,
        nameServers([[known]], {
          searchList: ['corp.example.com'],
          ndots: 5,
          searched: [{ name: 'api.openai.com.corp.example.com', answer: says('NOERROR', [REAL]) }],
        }),
      ],
      expected: 'connection-path tcp tcp.refused tcp/refused',
    },
    {
      title: 'DNS16: another address and a foreign certificate is a redirect by DNS',
      seen: [
        resolves([address('198.51.101.1')]),
        connects(),
        unshaken('tls.cert.name_invalid', 'ERR_TLS_CERT_ALTNAME_INVALID'),
        nameServers([[says('NOERROR', [address('198.51.101.1')])], [known]]),
        chainOf('CN=Some CA'),
      ],
      expected: 'connection-path tls tls.cert.name_invalid dns/hijacked',
    },
    {
      title: 'IPv6 addresses only and no route to them',
      seen: [
        resolves([address('2606:4700::1')]),
        unconnected('tcp.address_unreachable', 'ENETUNREACH', []),
        controlAnswers(),
      ],
      expected: 'connection-path tcp tcp.address_unreachable dns/ipv6-only',
    },
  ])
})

describe('a failed name-servers investigation', () => {
  judgeRows([
    {
      title: 'says nothing and is not held against anybody',
      seen: [NXDOMAIN, failed('name-servers', 'own.failed')],
      expected: 'connection-path dns dns.name_not_resolved dns/name-not-found',
    },
  ])
})
