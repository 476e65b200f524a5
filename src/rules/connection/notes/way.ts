import type { EvidenceConclusion } from '../../whole-run.ts'
import { hostIn, quotable, type Evidence } from '../../../model/index.ts'
import { scopeOf } from '../../../knowledge/addresses.ts'
import { isOwnHost } from '../../../knowledge/hosts.ts'
import {
  factsOf,
  firstFailed,
  investigation,
  isProbe,
  requestChain,
  responseOf,
} from '../../../model/reading.ts'

/** A VPN, a tunnel or a smaller MTU on the way: worth asking about where the way is what failed. */
export const tunnelled: EvidenceConclusion = {
  id: 'egress/surroundings',
  says: (evidence) => {
    const seen = investigation(evidence, 'surroundings')
    const facts = factsOf<'surroundings'>(seen)
    const failed = firstFailed(evidence)
    if (facts === undefined || failed === undefined) return undefined
    const hostname = URL.parse(evidence.route.baseUrl)?.hostname ?? ''
    // What never leaves the machine takes no default route.
    if (hostname === 'localhost' || scopeOf(hostname) === 'loopback') return undefined
    const { defaultInterface = '', mtu, tunnels = [], linkLocalResolvers = [] } = facts
    const byTunnel = tunnels.includes(defaultInterface)
    // A lookup is one small packet: no MTU loses it.
    const small = mtu !== undefined && mtu < ETHERNET_MTU && failed.probe !== 'lookup'
    const said = [
      ...(tunnels.length === 0
        ? []
        : [
            `this machine has the VPN or tunnel ${tunnels.length === 1 ? 'interface' : 'interfaces'} ${tunnels.join(' and ')}${byTunnel ? `, and the default route leaves by ${defaultInterface}` : ''}`,
          ]),
      ...(small ? [`the default route by ${defaultInterface} has an MTU of ${mtu} bytes`] : []),
      ...(linkLocalResolvers.length === 0
        ? []
        : [`link-local name servers are asked (${linkLocalResolvers.join(', ')})`]),
      ...acceptedNearby(evidence),
    ]
    if (said.length === 0) return undefined
    const host = hostIn(evidence.route.baseUrl)
    const sentence = said.join('; ')
    return {
      owner: 'connection-path',
      rung: 'tcp',
      code: 'path.surroundings',
      summary: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}: that may be the path to ${host}, and proves nothing alone.`,
      doNext: [
        tunnels.length > 0
          ? `Ask whoever runs ${tunnels.join(' and ')} whether ${host} is meant to go through it.`
          : `Say so when you ask the network team about the path to ${host}.`,
      ],
      cites: [seen],
    }
  },
}

/** A connection to the Internet is hardly opened sooner, milliseconds: light in glass goes 100 km there and back. */
const NEARBY_MS = 1

/**
 * A transparent proxy that says nothing leaves one trace: it accepts what was meant for a host far
 * away. A client sees no more: not where a packet was turned aside (SO_ORIGINAL_DST is for the proxy),
 * nor the TTL of what came back. One that is far away, or waits for the host before it accepts, is not
 * told from the host.
 */
function acceptedNearby(evidence: Evidence): readonly string[] {
  const opened = requestChain(evidence).findLast((one) => isProbe(one, 'connect'))
  const { address = '', of } = factsOf<'connect'>(opened) ?? {}
  const far = of === 'target' && scopeOf(address) === 'public'
  if (opened?.outcome.status !== 'ok' || !far || opened.elapsedMs >= NEARBY_MS) return []
  return [
    `the connection to ${address} was accepted within ${NEARBY_MS} ms, as something near this machine would: a transparent proxy may have accepted it in place of that host`,
  ]
}

/** Of Ethernet, bytes; tunnels and clouds with overlays have less. */
const ETHERNET_MTU = 1500

/** A hop that nobody configured names itself: a transparent proxy. */
export const relayed: EvidenceConclusion = {
  id: 'egress/transparent-proxy',
  says: (evidence) => {
    const response = responseOf(evidence)
    const { route, egress } = evidence
    const host = URL.parse(route.baseUrl)?.hostname ?? ''
    const via = response?.facts.headers['via']
    // OpenAI and Azure answer without it: who adds it stands in between.
    if (response === undefined || via === undefined || egress.proxy !== undefined) return undefined
    if (!isOwnHost(host) || evidence.source === 'log' || response.facts.status < 400)
      return undefined
    return {
      owner: 'connection-path',
      rung: 'http',
      code: 'proxy.transparent',
      summary: `The answer came by a hop that names itself in "via" (${quotable(via)}), and no proxy is configured here: something on the path intercepts these connections.`,
      doNext: [`Ask the network team which transparent proxy intercepts connections to ${host}.`],
      cites: [response.observation],
    }
  },
}
