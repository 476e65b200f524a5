import { blame } from '../orders.ts'
import { hostIn, spanOf, quotable, type Evidence } from '../../model/index.ts'
import {
  factsOf,
  isProbe,
  lastAttempt,
  requestChain,
  responseOf,
  firstFailed,
  investigated,
} from '../../model/reading.ts'
import { isOwnHost } from '../../knowledge/hosts.ts'
import { inspectorIn } from '../../knowledge/catalogue.ts'
import { scopeOf } from '../../knowledge/addresses.ts'
import { evidenceRules } from '../whole-run.ts'
import { clearTextProxy, releaseUnknown, variableIgnored, verificationOff } from './environment.ts'
import { strictlyDoubtful } from './strict.ts'

/** A healthy resolver answers in tens of milliseconds; a dead first server costs whole seconds. */
const SLOW_LOOKUP_MS = 1000

/** A connection to the Internet is hardly opened sooner, milliseconds: light in glass goes 100 km there and back. */
const NEARBY_MS = 1

/** Of Ethernet, bytes; tunnels and clouds with overlays have less. */
const ETHERNET_MTU = 1500

/** Worth knowing, whatever the verdict; none of these decides. */
export const CONNECTION_NOTES = evidenceRules([
  verificationOff,
  /**
   * Verified, and yet not by a public root: whoever holds the private one reads everything, and wrote
   * or passed on the answer. Nobody can tell a perfect forgery; that somebody could is said.
   */
  {
    id: 'tls/private-root',
    says: (evidence) => {
      const seen = requestChain(evidence)
        .filter((one) => isProbe(one, 'handshake'))
        .findLast((one) => one.outcome.status === 'ok' && factsOf(one)?.of === 'target')
      if (seen === undefined) return undefined
      const { servername = '', chain = [], privateRoot } = factsOf<'handshake'>(seen) ?? {}
      const product = inspectorIn(chain)
      const foreign = privateRoot === true && isOwnHost(servername)
      if (product === undefined && !foreign) return undefined
      const issuer = chain.at(-1)?.issuer ?? ''
      return {
        ...blame('connection-path', 'tls.private_root', 'tls'),
        summary: `The certificate of ${servername} is trusted and comes from ${product ?? 'no root that Node.js ships'}${issuer === '' ? '' : ` (issuer "${issuer}")`}: whoever holds that root can read the API key and write the answers.`,
        doNext: `Ask the network team whether they inspect TLS to ${servername}; if they do not, remove that root from the trust settings.`,
        doNot: 'Do not take the answer as proof of the API: it came through that root.',
        cites: [seen],
      }
    },
  },
  strictlyDoubtful,
  clearTextProxy,
  variableIgnored,
  releaseUnknown,
  {
    id: 'tcp/broken-ipv6',
    says: (evidence) => {
      for (const one of requestChain(evidence)) {
        if (!isProbe(one, 'connect') || one.outcome.status !== 'ok') continue
        const attempts = factsOf<'connect'>(one)?.attempts ?? []
        const dead = attempts.find(({ family, status }) => family === 6 && status !== 'ok')
        if (dead === undefined || one.outcome.facts.family !== 4) continue
        return {
          ...blame('connection-path', 'tcp.address_unreachable', 'tcp'),
          summary: `IPv6 to ${one.target} does not work from this runner (${dead.address} ${dead.errno ?? 'no answer'}, ${Math.round(dead.elapsedMs)} ms); IPv4 does.`,
          doNext: 'Repair the IPv6 route of this runner or switch IPv6 off there.',
          cites: [one],
        }
      }
      return undefined
    },
  },
  /** A client that tries one address after the other, where it is not known whether the application's client is one that tries no other. */
  {
    id: 'tcp/later-address',
    says: (evidence) => {
      const { firstAddressOnly } = evidence.egress
      const seen = requestChain(evidence)
        .filter((one) => isProbe(one, 'connect'))
        .findLast((one) => one.outcome.status === 'ok')
      const [dead] = factsOf<'connect'>(seen)?.attempts ?? []
      if (firstAddressOnly?.applies !== 'not known' || seen === undefined) return undefined
      if (dead === undefined || dead.status !== 'failed') return undefined
      return {
        ...blame('connection-path', dead.code ?? 'tcp.timed_out', 'tcp'),
        summary: `${dead.address}, the first address of ${seen.target}, does not answer${dead.errno === undefined ? '' : ` (${dead.errno})`}, and the next one does; not known is ${firstAddressOnly.because}, which would fail here: it tries no other address.`,
        doNext: `Repair the path to ${dead.address}, or remove that address of ${seen.target} from this runner's DNS.`,
        cites: [seen],
      }
    },
  },
  {
    id: 'dns/slow',
    says: (evidence) => {
      const slow = requestChain(evidence).find(
        (one) =>
          isProbe(one, 'lookup') && one.outcome.status === 'ok' && one.elapsedMs >= SLOW_LOOKUP_MS,
      )
      if (slow === undefined) return undefined
      return {
        ...blame('connection-path', 'dns.slow', 'dns'),
        retryable: true,
        summary: `The lookup of ${slow.target} took ${Math.round(slow.elapsedMs)} ms.`,
        doNext:
          'Remove the name server that does not answer from /etc/resolv.conf, or repair how it answers AAAA queries.',
        cites: [slow],
      }
    },
  },
  /** The service answered when it was given the application's own patience: slow, not broken. */
  {
    id: 'http/slow-answer',
    says: (evidence) => {
      const response = responseOf(evidence)
      const { timeoutMs, kind } = evidence.route
      const took = response?.observation.elapsedMs ?? 0
      if (response === undefined || lastAttempt(evidence) < 2 || took <= timeoutMs) return undefined
      const host = hostIn(evidence.route.baseUrl)
      return {
        ...blame(kind === 'openai' ? 'api-server' : 'route-provider', 'http.slow', 'http'),
        retryable: true,
        summary: `${host} answered after ${spanOf(took)}, later than the timeout of ${spanOf(timeoutMs)}: the service is slow, for example after a cold start, and not broken.`,
        doNext: `Let the application wait longer than ${spanOf(took)}, or have the operator of ${host} keep the service warm; set timeout to what the application waits.`,
        doNot: 'Do not open firewalls: the path is proven.',
        cites: [response.observation],
      }
    },
  },
  /** The status page as a witness with its time, never as the judge. */
  {
    id: 'status/incident-open',
    says: (evidence) => {
      const { seen, facts } = investigated(evidence, 'status-page')
      if (seen?.outcome.status !== 'ok' || facts?.indicator === undefined) return undefined
      if (facts.indicator === 'none') return undefined
      const parts = (facts.components ?? [])
        .filter(({ status }) => status !== 'operational')
        .slice(0, 3)
        .map(({ name, status }) => `${name}: ${status}`)
      return {
        owner: evidence.route.kind === 'openai' ? 'api-server' : 'route-provider',
        rung: 'http',
        code: 'api.incident_open',
        retryable: true,
        summary: `${facts.host ?? seen.target} reports ${facts.indicator}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}${facts.updatedAt === undefined ? '' : ` as of ${facts.updatedAt}`}; that alone does not prove that this route failed for it.`,
        doNext: `Read ${facts.host ?? seen.target} before changing anything on the path.`,
        cites: [seen],
      }
    },
  },
  /** A VPN, a tunnel or a smaller MTU on the way: worth asking about where the way is what failed. */
  {
    id: 'egress/surroundings',
    says: (evidence) => {
      const { seen, facts } = investigated(evidence, 'surroundings')
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
        ...blame('connection-path', 'path.surroundings', 'tcp'),
        summary: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}: that may be the path to ${host}, and proves nothing alone.`,
        doNext:
          tunnels.length > 0
            ? `Ask whoever runs ${tunnels.join(' and ')} whether ${host} is meant to go through it.`
            : `Say so when you ask the network team about the path to ${host}.`,
        cites: [seen],
      }
    },
  },
  {
    id: 'egress/transparent-proxy',
    says: (evidence) => {
      const response = responseOf(evidence)
      const { route, egress } = evidence
      const host = URL.parse(route.baseUrl)?.hostname ?? ''
      const via = response?.facts.headers['via']
      // OpenAI and Azure answer without it: who adds it stands in between.
      if (response === undefined || via === undefined || egress.proxy !== undefined)
        return undefined
      if (!isOwnHost(host) || evidence.source === 'log' || response.facts.status < 400)
        return undefined
      return {
        ...blame('connection-path', 'proxy.transparent'),
        summary: `The answer came by a hop that names itself in "via" (${quotable(via)}), and no proxy is configured here: something on the path intercepts these connections.`,
        doNext: `Ask the network team which transparent proxy intercepts connections to ${host}.`,
        cites: [response.observation],
      }
    },
  },
])

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
