import { isAddress } from '../../../knowledge/addresses.ts'
import { errnoNote } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { addressesOf, addressList, allSay, askedServers } from './answers.ts'

/** Only AAAA records, and a runner without IPv6: getaddrinfo with ADDRCONFIG then finds nothing. */
export const ipv6Only: PathConclusion = {
  id: 'dns/ipv6-only',
  says: (step) => {
    const asked = askedServers(step)
    const known = step.layer === 'tcp' ? step.addresses : addressesOf(asked)
    const onlySix = known.length > 0 && known.every(({ family }) => family === 6)
    if (!onlySix || !NO_IPV6.has(step.code) || step.of === 'proxy') return undefined
    const silentFour = asked?.servers.some(
      ({ a }) => a.answer !== 'NOERROR' && a.answer !== 'NODATA',
    )
    if (step.layer === 'dns' && silentFour === true) return undefined
    const literal = isAddress(step.host)
    return {
      summary: `${literal ? `${step.host} is an IPv6 address` : `${step.host} has only IPv6 addresses (${addressList(known)})`}, and this runner has no IPv6 route${errnoNote(step)}.`,
      doNext: [
        literal
          ? 'Give this runner IPv6, or set the base URL to a name or an IPv4 address of the same service.'
          : `Publish an A record for ${step.host} or give this runner IPv6 or NAT64.`,
      ],
      cites: [asked?.observation],
    }
  },
}

const NO_IPV6: ReadonlySet<string> = new Set([
  'dns.name_not_resolved',
  'tcp.address_unreachable',
  'tcp.address_invalid',
])

/** The name servers know the name, the system resolver does not ask them (nsswitch, mDNS, a stub). */
export const notAsked: PathConclusion = {
  id: 'dns/system-resolver',
  says: (step) => {
    const asked = askedServers(step)
    if (asked === undefined || !allSay(asked, 'addresses')) return undefined
    if (step.code !== 'dns.name_not_resolved') return undefined
    const server = asked.servers[0]?.server ?? 'The name server'
    return {
      summary: `${server} resolves ${step.host} to ${addressList(addressesOf(asked))}, but the system resolver of this runner says it does not exist${errnoNote(step)}.`,
      doNext: ['Put `dns` into the hosts line of /etc/nsswitch.conf (`hosts: files dns`).'],
      doNot: [
        'Do not conclude from dig or nslookup that DNS works: they do not ask as the client does.',
      ],
      cites: [asked.observation],
    }
  },
}

/** Asked again a moment later, the servers answer well. */
export const passing: PathConclusion = {
  id: 'dns/temporary',
  says: (step) => {
    const asked = askedServers(step)
    if (asked === undefined || !allSay(asked, 'addresses')) return undefined
    const slowest = Math.max(
      ...asked.servers.flatMap(({ a, aaaa }) => [a.elapsedMs, aaaa.elapsedMs]),
    )
    return {
      retryable: true,
      summary: `The lookup of ${step.host} failed${errnoNote(step)}, but asked again the name servers answered in ${Math.round(slowest)} ms: the resolver is slow or loses queries.`,
      doNext: [
        `Run the preflight again; if it recurs, replace or unload the resolver ${asked.servers[0]?.server ?? ''}.`,
      ],
      cites: [asked.observation],
    }
  },
}
