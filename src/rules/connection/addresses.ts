import { orderToAllow, sinkholeOf } from '../../knowledge/catalogue.ts'
import type { AddressScope, ResolvedAddress } from '../../model/index.ts'
import { factsOf, observation } from '../../model/reading.ts'
import { type BrokenStep, errnoNote } from './broken-step.ts'
import type { PathConclusion } from '../conclusion.ts'
import { isInternalHost, isOpenaiHost, isPrivateLinkHost } from '../../knowledge/hosts.ts'
import { addressesOf, addressList, allSay, askedServers, disjoint } from './asked-servers.ts'

/** Never the address of a host outside this machine and its link. */
const NEVER_RIGHT: ReadonlySet<AddressScope> = new Set([
  'unspecified',
  'loopback',
  'link-local',
  'documentation',
  'multicast',
  'reserved',
])

/** Right for a private endpoint or an internal gateway, wrong for the public API. */
const SOMETIMES_RIGHT: ReadonlySet<AddressScope> = new Set(['private', 'shared'])

/** The address alone gives it away, before any connection. */
const AT_DNS = { rung: 'dns', code: 'dns.bogon' } as const

const CERTIFICATE_OF_ANOTHER: ReadonlySet<string> = new Set([
  'tls.cert.name_invalid',
  'tls.cert.authority_invalid',
])

/** The name resolved, to something else than the API: shows first in TCP or TLS. */
export const ADDRESSES: readonly PathConclusion[] = [
  {
    id: 'dns/sinkhole',
    when: (step) => !isInternalHost(step.host),
    says: (step) => {
      for (const { address } of step.addresses) {
        const known = sinkholeOf(address)
        if (known === undefined) continue
        return {
          rung: 'dns',
          code: 'dns.bogon',
          product: known.name,
          summary: `${step.host} resolves to ${address}, the sinkhole of ${known.name}, and the connection failed${errnoNote(step)}: the name is blocked.`,
          doNext: known.product.allow?.(step.host) ?? orderToAllow(known.name, step.host),
          cites: [observation(step.evidence, 'lookup')],
        }
      }
      return undefined
    },
  },
  {
    id: 'dns/hosts-file',
    says: (step) => {
      const asked = askedServers(step)
      if (asked === undefined || asked.hostsFile === '') return undefined
      if (!disjoint(step.addresses, addressesOf(asked))) return undefined
      const bogon = step.addresses.some((one) => isBogon(step, one))
      return {
        ...(bogon ? AT_DNS : {}),
        summary: `The hosts file of this runner sends ${step.host} to ${addressList(step.addresses)}, where the connection failed${errnoNote(step)}; DNS says ${addressList(addressesOf(asked))}.`,
        doNext: `Remove the line for ${step.host} from the hosts file of this runner or container.`,
        cites: [observation(step.evidence, 'lookup'), asked.observation],
      }
    },
  },
  /**
   * The search list made another name of it: the exact one does not exist, or `ndots` has the search list
   * asked first, as in every pod of Kubernetes (`ndots:5`), and a wildcard answers there.
   */
  {
    id: 'dns/search-list',
    says: (step) => {
      const asked = askedServers(step)
      if (asked === undefined || asked.hostsFile !== '') return undefined
      if (asked.searchList.length === 0 || step.addresses.length === 0) return undefined
      const trap = asked.searched !== '' && disjoint(step.addresses, addressesOf(asked))
      if (!trap && !allSay(asked, 'no-such-name')) return undefined
      const list = asked.searchList.slice(0, 3).join(', ')
      const other = asked.searched === '' ? `${step.host}.<search domain>` : asked.searched
      return {
        ...(step.addresses.some((one) => isBogon(step, one)) ? AT_DNS : {}),
        summary: trap
          ? `${step.host} was looked up as ${asked.searched}, which leads to ${addressList(step.addresses)}, where the connection failed${errnoNote(step)}: the search list (${list}) goes first${asked.ndots === 0 ? '' : ` because of ndots:${String(asked.ndots)} in /etc/resolv.conf`}, and ${step.host} itself is at ${addressList(addressesOf(asked))}.`
          : `${step.host} itself does not exist; the search list (${list}) turned it into a name at ${addressList(step.addresses)}, where the connection failed${errnoNote(step)}.`,
        doNext: [
          `Remove the wildcard entry or the search domain that answers for ${other}.`,
          trap
            ? 'Or have names with dots asked as they are first: `options ndots:1` in /etc/resolv.conf, in Kubernetes `dnsConfig.options` of the pod.'
            : `Let this runner's DNS resolve ${step.host} itself.`,
        ],
        cites: [observation(step.evidence, 'lookup'), asked.observation],
      }
    },
  },
  {
    id: 'dns/bogon',
    says: (step) => {
      const lookup = observation(step.evidence, 'lookup')
      if (factsOf<'lookup'>(lookup)?.resolver === 'literal') return undefined
      const wrong = step.addresses.find((one) => isBogon(step, one))
      if (wrong === undefined) return undefined
      const collision = wrong.address === '127.0.53.53'
      const asked = askedServers(step)
      const byHosts = asked !== undefined && asked.hostsFile !== ''
      return {
        ...AT_DNS,
        summary: `${step.host} resolves to ${wrong.address}, ${article(wrong.scope)} address that a public host cannot have, and the connection failed${errnoNote(step)}: ${collision ? 'the name collides with a search domain' : byHosts ? 'the hosts file overrides it' : 'a DNS filter answers in its place'}.`,
        doNext: collision
          ? `Remove the search domain from /etc/resolv.conf that turns ${step.host} into another name.`
          : byHosts
            ? `Remove the line for ${step.host} from the hosts file of this runner or container.`
            : `Allow ${step.host} in the DNS filter of this runner's resolver, so that it answers with the real address.`,
        doNot: `Do not open the firewall for ${wrong.address}: it is not the API.`,
        cites: [lookup, asked?.observation],
      }
    },
  },
]

/** Another server, with a certificate of its own, stands where DNS points for this client only. */
export const hijacked: PathConclusion = {
  id: 'dns/hijacked',
  says: (step) => {
    const asked = askedServers(step)
    if (step.proxy !== '' || asked === undefined || !CERTIFICATE_OF_ANOTHER.has(step.code)) {
      return undefined
    }
    const [first, ...others] = asked.servers.filter(({ verdict }) => verdict === 'addresses')
    const ofFirst = [...(first?.a.addresses ?? []), ...(first?.aaaa.addresses ?? [])]
    const differ =
      disjoint(step.addresses, addressesOf(asked)) ||
      others.some(({ a, aaaa }) => disjoint(ofFirst, [...a.addresses, ...aaaa.addresses]))
    if (!differ) return undefined
    return {
      summary: `${step.host} resolves to ${addressList(step.addresses)} here, other name servers say otherwise, and the certificate there is not that of ${step.host}${errnoNote(step)}: DNS sends this runner to another server.`,
      doNext: `Allow ${step.host} in the DNS policy of this network: its resolver redirects the name to a block page.`,
      doNot: 'Do not switch certificate verification off: the key would go to that server.',
      cites: [observation(step.evidence, 'lookup'), asked.observation],
    }
  },
}

function isBogon(step: BrokenStep, { scope }: ResolvedAddress): boolean {
  if (isInternalHost(step.host)) return false
  if (NEVER_RIGHT.has(scope)) return true
  const isPublicApi = isOpenaiHost(step.host) && !isPrivateLinkHost(step.host)
  return isPublicApi && SOMETIMES_RIGHT.has(scope)
}

function article(scope: AddressScope): string {
  return /^[aeiou]/.test(scope) ? `an ${scope}` : `a ${scope}`
}
