/** The path between two machines: firewalls, routes, families, size and delay. */
import { PUBLIC_ADDRESS, PUBLIC_ADDRESS_6 } from '../lab/network.ts'
import { labIssuer } from '../loopback/pki.ts'
import { API_NAME } from './lab.ts'
import type { Lab } from './lab.ts'
import { PASS, path } from './scenario.ts'
import type { Arranged, Expected, Scenario } from './scenario.ts'

function arranged(
  id: string,
  title: string,
  expect: Expected,
  arrange: (lab: Lab) => Promise<Arranged>,
): Scenario {
  return { id, title, needs: 'namespace', expect, arrange }
}

/** The API is up at its public address; this rule of the local firewall is in the way. */
function firewalled(
  id: string,
  title: string,
  rule: string,
  expect: Expected,
  more: Arranged = {},
): Scenario {
  return arranged(id, title, expect, async (lab) => {
    await lab.names()
    await lab.publicApi()
    await lab.network().firewall(rule)
    return more
  })
}

const HTTPS = `ip daddr ${PUBLIC_ADDRESS} tcp dport 443`

/** Both families of the API on the loopback link. */
async function bothFamilies(lab: Lab): Promise<void> {
  await lab.names({ [API_NAME]: { addresses: [PUBLIC_ADDRESS, PUBLIC_ADDRESS_6] } })
  await lab.network().addAddress(PUBLIC_ADDRESS_6)
  await lab.network().addAddress(PUBLIC_ADDRESS)
  const tls = labIssuer().leaf({ names: [API_NAME] })
  await lab.api({ host: '::', port: 443, tls })
}

/** The API on another machine behind a link of ours. */
async function remote(
  lab: Lab,
  link: 'veth' | 'tun',
): Promise<ReturnType<ReturnType<Lab['network']>['neighbour']>> {
  await lab.names()
  const neighbour = await lab.network().neighbour({ link, addresses: [PUBLIC_ADDRESS] })
  await neighbour.serveApi()
  return neighbour
}

export const NETWORK: readonly Scenario[] = [
  firewalled(
    'TCP13-drop',
    'The local firewall drops port 443',
    `${HTTPS} drop`,
    path('tcp', 'tcp.timed_out', 'dns'),
    {
      oneAttempt: true,
    },
  ),
  firewalled(
    'TCP05',
    'The firewall rejects with port-unreachable',
    `${HTTPS} reject with icmp type port-unreachable`,
    path('tcp', 'tcp.refused', 'dns'),
  ),
  firewalled(
    'TCP13-reset',
    'The firewall rejects with a reset',
    `${HTTPS} reject with tcp reset`,
    path('tcp', 'tcp.refused', 'dns'),
  ),
  firewalled(
    'TCP06',
    'The firewall rejects with host-unreachable',
    `${HTTPS} reject with icmp type host-unreachable`,
    path('tcp', 'tcp.address_unreachable', 'dns'),
  ),
  firewalled(
    'TCP06-admin',
    'The firewall rejects with admin-prohibited',
    `${HTTPS} reject with icmp type admin-prohibited`,
    path('tcp', 'tcp.address_unreachable', 'dns'),
  ),
  firewalled(
    'TCP07',
    'The firewall rejects with net-unreachable',
    `${HTTPS} reject with icmp type net-unreachable`,
    path('tcp', 'tcp.address_unreachable', 'dns'),
  ),
  arranged(
    'TCP09',
    'There is no route',
    path('tcp', 'tcp.address_unreachable', 'dns'),
    async (lab) => {
      await lab.names()
      return {}
    },
  ),
  arranged(
    'TCP10',
    'A local route is unreachable',
    path('tcp', 'tcp.address_unreachable', 'dns'),
    async (lab) => {
      await lab.names()
      await lab.network().ip('route', 'add', 'unreachable', `${PUBLIC_ADDRESS}/32`)
      return {}
    },
  ),
  arranged('TCP17', 'IPv6 is a black hole, IPv4 is fine', PASS, async (lab) => {
    await bothFamilies(lab)
    await lab.network().firewall(`ip6 daddr ${PUBLIC_ADDRESS_6} drop`)
    return {}
  }),
  arranged('TCP17-refused', 'IPv6 refuses, IPv4 is fine', PASS, async (lab) => {
    await bothFamilies(lab)
    await lab.network().firewall(`ip6 daddr ${PUBLIC_ADDRESS_6} reject with tcp reset`)
    return {}
  }),
  arranged(
    'TCP18',
    'IPv6 is a black hole and IPv4 refuses',
    path('tcp', 'tcp.refused', 'dns'),
    async (lab) => {
      await bothFamilies(lab)
      await lab
        .network()
        .firewall(`ip6 daddr ${PUBLIC_ADDRESS_6} drop`, `${HTTPS} reject with tcp reset`)
      return {}
    },
  ),
  arranged(
    'TCP13-all',
    'Both families are dropped',
    path('tcp', 'tcp.timed_out', 'dns'),
    async (lab) => {
      await bothFamilies(lab)
      await lab.network().firewall(`ip6 daddr ${PUBLIC_ADDRESS_6} drop`, `${HTTPS} drop`)
      return { oneAttempt: true }
    },
  ),
  arranged('NET00', 'The API is behind a cable', PASS, async (lab) => {
    await remote(lab, 'veth')
    return {}
  }),
  arranged(
    'TCP03-router',
    'The other side drops the SYN',
    path('tcp', 'tcp.timed_out', 'dns'),
    async (lab) => {
      const neighbour = await remote(lab, 'veth')
      await neighbour.firewall('tcp dport 443 drop')
      return { oneAttempt: true }
    },
  ),
  arranged(
    'TLS09',
    'Packets over 1000 bytes vanish on the way out',
    path('tls', 'tls.timed_out', 'tcp'),
    async (lab) => {
      const neighbour = await remote(lab, 'veth')
      await neighbour.firewall('ip length > 1000 drop')
      return { oneAttempt: true }
    },
  ),
  arranged('TCP26', 'A round trip takes 200 ms', PASS, async (lab) => {
    const neighbour = await remote(lab, 'tun')
    neighbour.link({ delayMs: 100 })
    return { flags: { timeout: '5s' } }
  }),
  arranged(
    'TLS08',
    'Packets over 1000 bytes vanish both ways',
    path('tls', 'tls.timed_out', 'tcp'),
    async (lab) => {
      const neighbour = await remote(lab, 'tun')
      neighbour.link({ mtu: 1000 })
      return {}
    },
  ),
  arranged(
    'TLS04-path',
    'The path resets by name, other names pass',
    path('tls', 'tls.reset', 'tcp'),
    async (lab) => {
      const neighbour = await remote(lab, 'tun')
      neighbour.link({ resetOn: API_NAME })
      return {}
    },
  ),
  arranged(
    'TLS04-silence',
    'The path swallows by name, other names pass',
    path('tls', 'tls.timed_out', 'tcp'),
    async (lab) => {
      const neighbour = await remote(lab, 'tun')
      neighbour.link({ silenceOn: API_NAME })
      return {}
    },
  ),
  arranged(
    'TCP21',
    'The good address needs 400 ms and the second one is dead: Node gives each 250 ms',
    path('tcp', 'tcp.timed_out', 'dns'),
    async (lab) => {
      const dead = '162.159.140.246'
      const neighbour = await remote(lab, 'tun')
      await lab.network().ip('route', 'add', `${dead}/32`, 'via', '10.99.1.2')
      lab.network().write('hosts', `${PUBLIC_ADDRESS} ${API_NAME}\n${dead} ${API_NAME}\n`)
      neighbour.link({ delayMs: 200 })
      return { flags: { timeout: '4s' } }
    },
  ),
]
