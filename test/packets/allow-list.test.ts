import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { allowList, endpointsOf } from '../../src/packets/allow-list.ts'
import { observation, packet, route } from '../reports/packet-builder.ts'

const SEEN = [
  observation({
    probe: 'lookup',
    facts: {
      host: 'acme.openai.azure.com',
      addresses: [
        { address: '192.0.2.7', family: 4, scope: 'documentation' },
        { address: '2001:db8::7', family: 6, scope: 'documentation' },
      ],
    },
  }),
  observation({
    probe: 'token',
    facts: {
      exchanges: [
        { asked: 'imds', host: '169.254.169.254', errorCodes: [] },
        { asked: 'entra', host: 'login.microsoftonline.com', errorCodes: [] },
        { asked: 'entra', host: 'login.microsoftonline.com', errorCodes: [] },
      ],
    },
  }),
  observation({ probe: 'status-page', target: 'status.openai.com' }),
  observation({ probe: 'control', target: 'api.github.com' }),
]
const direct = packet({
  routes: [route({ baseUrl: 'https://acme.openai.azure.com/openai/v1', observations: SEEN })],
})
const proxied = packet({
  routes: [
    route({
      baseUrl: 'https://acme.openai.azure.com/openai/v1',
      observations: SEEN,
      egress: {
        ...route().egress,
        proxy: {
          scheme: 'http',
          host: 'proxy.acme',
          port: 3128,
          source: 'HTTPS_PROXY',
          hasCredentials: true,
        },
      },
    }),
  ],
})

test('the list is what the application needs: API, sign-in, status page, each once', () => {
  expect(endpointsOf(direct).map(({ host, port, for: why }) => [host, port, why])).toEqual([
    ['acme.openai.azure.com', 443, 'API'],
    ['login.microsoftonline.com', 443, 'sign-in'],
    ['status.openai.com', 443, 'status page'],
  ])
})

test('behind a proxy the machine needs the proxy, and the proxy the rest', () => {
  expect(allowList(proxied, 'text').replaceAll(/ +/g, ' ')).toBe(
    `From this machine:
proxy.acme:3128 TCP proxy

From the proxy:
acme.openai.azure.com:443 TCP API
login.microsoftonline.com:443 TCP sign-in
status.openai.com:443 TCP status page
`,
  )
  expect(allowList(proxied, 'harden-runner')).not.toContain('azure.com')
  expect(allowList(proxied, 'squid')).not.toContain('proxy.acme')
})

test('squid allows the names, on their ports, through CONNECT', () => {
  expect(allowList(direct, 'squid').split('\n').slice(1)).toEqual([
    'acl openai_preflight_ports port 443',
    'acl openai_preflight_names dstdomain acme.openai.azure.com login.microsoftonline.com status.openai.com',
    'http_access allow CONNECT openai_preflight_names openai_preflight_ports',
    'http_access allow openai_preflight_names openai_preflight_ports',
    '',
  ])
})

describe('policies are YAML of their kind', () => {
  test('a NetworkPolicy has the addresses that were seen, and says where none was', () => {
    const text = allowList(direct, 'network-policy')
    const policy = parse(text)
    expect(policy).toMatchObject({ kind: 'NetworkPolicy', spec: { policyTypes: ['Egress'] } })
    expect(policy.spec.egress[1]).toEqual({
      to: [{ ipBlock: { cidr: '192.0.2.7/32' } }, { ipBlock: { cidr: '2001:db8::7/128' } }],
      ports: [{ protocol: 'TCP', port: 443 }],
    })
    expect(text).toContain('# login.microsoftonline.com: no address was seen in this run.')
  })

  test('a CiliumNetworkPolicy has the names, and DNS so that they can be learnt', () => {
    const policy = parse(allowList(direct, 'cilium'))
    expect(policy.kind).toBe('CiliumNetworkPolicy')
    expect(policy.spec.egress[0].toPorts[0].rules.dns).toEqual([{ matchPattern: '*' }])
    expect(policy.spec.egress.slice(1).map((one: { toFQDNs: unknown }) => one.toFQDNs)).toEqual([
      [{ matchName: 'acme.openai.azure.com' }],
      [{ matchName: 'login.microsoftonline.com' }],
      [{ matchName: 'status.openai.com' }],
    ])
  })

  test('harden-runner has host:port, one on a line', () => {
    const { with: given } = parse(allowList(direct, 'harden-runner'))
    expect(given['egress-policy']).toBe('block')
    expect(given['allowed-endpoints'].trim().split(/\s+/)).toEqual([
      'acme.openai.azure.com:443',
      'login.microsoftonline.com:443',
      'status.openai.com:443',
    ])
  })
})

test('azure-firewall has application rules for names and network rules for the rest', () => {
  const collections = (one: typeof direct) =>
    JSON.parse(allowList(one, 'azure-firewall')).ruleCollections
  expect(collections(proxied)).toMatchObject([
    {
      rules: [
        { ruleType: 'NetworkRule', destinationFqdns: ['proxy.acme'], destinationPorts: ['3128'] },
      ],
    },
  ])
  const [{ rules }] = collections(direct)
  expect(rules).toHaveLength(3)
  expect(rules[0]).toMatchObject({
    ruleType: 'ApplicationRule',
    protocols: [{ protocolType: 'Https', port: 443 }],
    targetFqdns: ['acme.openai.azure.com'],
  })
})

test('a packet of a stranger puts nothing into a configuration that is no host', () => {
  const evil = observation({
    probe: 'token',
    facts: {
      exchanges: [{ asked: 'entra', host: 'x"\nhttp_access allow all #', errorCodes: [] }],
    },
  })
  const hostile = packet({ routes: [route({ observations: [evil] })] })
  expect(endpointsOf(hostile).map(({ host }) => host)).toEqual(['api.openai.com'])
  expect(parseAllDocuments(allowList(hostile, 'cilium'))).toHaveLength(1)
})
