import { isAddress } from '../../knowledge/addresses.ts'
import { errnoNote, type BrokenStep } from './broken-step.ts'
import type { PathConclusion, Conclusion } from '../conclusion.ts'
import {
  addressesOf,
  addressList,
  allSay,
  isSilent,
  serversNote,
  type AskedServers,
  ofServers,
} from './asked-servers.ts'
import { entryOf, type Owner } from '../../model/index.ts'
import { outage } from './witnesses.ts'
import {
  isAzureHost,
  isInternalHost,
  isOpenaiHost,
  isPrivateLinkHost,
  meantHost,
} from '../../knowledge/hosts.ts'

const NO_IPV6: ReadonlySet<string> = new Set([
  'dns.name_not_resolved',
  'tcp.address_unreachable',
  'tcp.address_invalid',
])

/** Words for the response codes that mean refusal or defect (RFC 1035 §4.1.1). */
const ANSWERS: Readonly<Record<string, { readonly says: string; readonly order: string }>> = {
  SERVFAIL: {
    says: 'the name server could not complete the lookup',
    order: 'Repair the forwarder or the DNSSEC validation of the name server',
  },
  REFUSED: {
    says: 'the name server refuses to answer this runner',
    order: 'Allow recursion for this runner on the name server',
  },
  NOTIMP: {
    says: 'the name server does not implement this query',
    order: 'Replace the name server or the middlebox in front of it',
  },
  FORMERR: {
    says: 'the name server calls a well-formed query malformed',
    order: 'Replace the name server or the middlebox in front of it',
  },
}

interface ResolverWords {
  readonly asked: AskedServers | undefined
  readonly saying: string
}

/** Only AAAA records, and a runner without IPv6: getaddrinfo with ADDRCONFIG then finds nothing. */
export const ipv6Only: PathConclusion = {
  id: 'dns/ipv6-only',
  says: ofServers((step, asked) => {
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
      doNext: literal
        ? 'Give this runner IPv6, or set the base URL to a name or an IPv4 address of the same service.'
        : `Publish an A record for ${step.host} or give this runner IPv6 or NAT64.`,
    }
  }),
}

/** The name did not resolve. */
export const NAMES: readonly PathConclusion[] = [
  {
    id: 'dns/resolver-unreachable',
    says: ofServers((step, asked) => {
      const reported = step.code === 'dns.unreachable'
      if (!reported && !allSay(asked, 'silent')) return undefined
      const servers = asked?.servers.map(({ server }) => server) ?? []
      const onlyHere =
        servers.length > 0 && servers.every((server) => /^(?:127\.|::1|\[::1)/.test(server))
      const named = servers.length === 0 ? 'its name servers' : servers.slice(0, 3).join(', ')
      const answers = asked === undefined ? '' : `; ${serversNote(asked)}`
      return {
        code: 'dns.unreachable',
        summary: `${step.host} cannot be looked up: no name server of this runner answers${errnoNote(step)}${answers}.`,
        doNext: onlyHere
          ? [
              `Start the resolver at ${named}, or write a reachable nameserver into /etc/resolv.conf.`,
            ]
          : [
              `Allow UDP 53 and TCP 53 from this runner to ${named}, or name a reachable server in /etc/resolv.conf.`,
            ],
        doNot: `Do not change ${step.host} in the base URL: nobody was asked about it.`,
        cites: [outage(step).control],
      }
    }),
  },
  /** One address family is not answered, and glibc then fails the lookup as a whole. */
  {
    id: 'dns/family-unanswered',
    says: ofServers((step, asked) => {
      const half = asked?.servers.find(
        ({ a, aaaa, verdict }) =>
          verdict === 'addresses' && (isBroken(a.answer) || isBroken(aaaa.answer)),
      )
      if (asked === undefined || half === undefined) return undefined
      const [family, answer] = isBroken(half.a.answer)
        ? ['A', half.a.answer]
        : ['AAAA', half.aaaa.answer]
      return {
        code: 'dns.failed',
        summary: `${step.host} cannot be looked up${errnoNote(step)}: ${half.server} answers one family and leaves the ${family} query at ${answer}.`,
        doNext: `Repair how ${half.server} answers ${family} queries for ${step.host}.`,
      }
    }),
  },
  {
    id: 'dns/server-failure',
    says: ofServers((step, asked) => {
      const refusing = asked?.servers.find(({ verdict }) => verdict === 'refuses')
      const others = asked?.servers.filter(({ verdict }) => verdict !== 'refuses') ?? []
      if (refusing === undefined) return undefined
      if (others.some(({ verdict }) => verdict !== 'silent')) return undefined
      const known = entryOf(ANSWERS, refusing.answer)
      const says = known?.says ?? `the name server answers with ${refusing.answer}`
      const order = known?.order ?? 'Replace the name server or the middlebox in front of it'
      return {
        code: 'dns.failed',
        retryable: refusing.answer === 'SERVFAIL',
        summary: `${step.host} cannot be looked up: ${says} (${refusing.server} ${refusing.answer}${step.errno === '' ? '' : `, ${step.errno}`}).`,
        doNext: `${order} (${refusing.server}) so that it answers for ${step.host}.`,
        doNot: `Do not read this as a wrong name: the server did not say that ${step.host} is unknown.`,
      }
    }),
  },
  /** Some name servers know the name, others do not: which one is asked first decides. */
  {
    id: 'dns/servers-disagree',
    says: ofServers((step, asked) => {
      if (asked === undefined) return undefined
      const knows = asked.servers.find(({ verdict }) => verdict === 'addresses')
      const lacks = asked.servers.find(({ verdict }) => verdict !== 'addresses')
      if (knows === undefined || lacks === undefined) return undefined
      return {
        summary: `The name servers of this runner disagree about ${step.host}: ${serversNote(asked)}; the lookup failed${errnoNote(step)}.`,
        doNext: `Remove ${lacks.server} from /etc/resolv.conf or let it forward ${step.host} as ${knows.server} does.`,
      }
    }),
  },
  /** The name servers know the name, the system resolver does not ask them (nsswitch, mDNS, a stub). */
  {
    id: 'dns/system-resolver',
    says: ofServers((step, asked) => {
      if (asked === undefined || !allSay(asked, 'addresses')) return undefined
      if (step.code !== 'dns.name_not_resolved') return undefined
      const server = asked.servers[0]?.server ?? 'The name server'
      return {
        summary: `${server} resolves ${step.host} to ${addressList(addressesOf(asked))}, but the system resolver of this runner says it does not exist${errnoNote(step)}.`,
        doNext: 'Put `dns` into the hosts line of /etc/nsswitch.conf (`hosts: files dns`).',
        doNot:
          'Do not conclude from dig or nslookup that DNS works: they do not ask as the client does.',
      }
    }),
  },
  {
    id: 'dns/temporary',
    says: ofServers((step, asked) => {
      if (asked === undefined || !allSay(asked, 'addresses')) return undefined
      const slowest = Math.max(
        ...asked.servers.flatMap(({ a, aaaa }) => [a.elapsedMs, aaaa.elapsedMs]),
      )
      return {
        retryable: true,
        summary: `The lookup of ${step.host} failed${errnoNote(step)}, but asked again the name servers answered in ${Math.round(slowest)} ms: the resolver is slow or loses queries.`,
        doNext: `Run the preflight again; if it recurs, replace or unload the resolver ${asked.servers[0]?.server ?? ''}.`,
      }
    }),
  },
  {
    id: 'dns/name-not-found',
    when: (step) => step.code === 'dns.name_not_resolved',
    says: ofServers((step, asked) => {
      const answers = asked === undefined ? '' : ` (${serversNote(asked)})`
      const told = { asked, saying: `${errnoNote(step)}${answers}`.replace(') (', '; ') }
      return { ...whose(step, told), cites: [outage(step).control] }
    }),
  },
  {
    id: 'dns/timed-out',
    when: (step) => step.code === 'dns.timed_out',
    says: (step) => {
      const { control, note } = outage(step)
      return {
        retryable: true,
        summary: `The lookup of ${step.host} did not finish within ${Math.round(step.observation.elapsedMs)} ms${note}.`,
        doNext:
          'Allow UDP 53 and TCP 53 from this runner to every server in /etc/resolv.conf, and remove the dead ones.',
        cites: [control],
      }
    },
  },
  {
    id: 'dns/failed',
    says: ofServers((step, asked) => {
      const { control, note } = outage(step)
      const answers = asked === undefined ? '' : `; ${serversNote(asked)}`
      return {
        retryable: true,
        summary: `The lookup of ${step.host} failed${errnoNote(step)}${answers}${note}.`,
        doNext: `Repair the resolver of this runner so that it answers for ${step.host}; run the preflight again first, the failure may pass.`,
        cites: [control],
      }
    }),
  },
]

function isBroken(answer: string): boolean {
  return isSilent(answer) || answer === 'SERVFAIL' || answer === 'REFUSED'
}

function whose(step: BrokenStep, told: ResolverWords): Conclusion {
  const { host } = step
  const meant = meantHost(host)
  if (meant !== undefined) return misspelt(step, told, meant)
  if (host.endsWith('.openai.com') && !isOpenaiHost(host)) return noSuchHost(step, told, 'request')
  if (outage(step).layer === 'dns' && !isOpenaiHost(host)) return nothingResolves(step, told)
  if (isAzureHost(host)) return azureResource(step, told)
  if (isOpenaiHost(host) || step.evidence.route.kind === 'gateway' || isInternalHost(host)) {
    return missingHere(step, told)
  }
  const owner: Owner = step.evidence.route.kind === 'azure' ? 'route-provider' : 'request'
  return noSuchHost(step, told, owner)
}

function noSuchHost({ host }: BrokenStep, told: ResolverWords, owner: Owner): Conclusion {
  return {
    owner,
    summary: `The host ${host} of the base URL does not exist${told.saying}; it is not a host of this API.`,
    doNext: `Correct the host in the base URL: ${host} has no DNS entry.`,
  }
}

function misspelt(step: BrokenStep, told: ResolverWords, meant: string): Conclusion {
  return {
    owner: 'request',
    summary: `The host ${step.host} of the base URL does not exist${told.saying}; it looks like a misspelling of ${meant}.`,
    doNext: `Set the base URL to https://${meant} with its path, instead of ${step.host}.`,
    doNot: 'Do not ask the DNS team to add this name.',
  }
}

function nothingResolves(step: BrokenStep, told: ResolverWords): Conclusion {
  return {
    summary: `${step.host} does not resolve from this runner${told.saying}${outage(step).note}.`,
    doNext: 'Repair name resolution on this runner: no name that was tried resolves.',
  }
}

function azureResource(step: BrokenStep, { asked, saying }: ResolverWords): Conclusion {
  const aliases = (asked?.servers ?? []).flatMap(({ a, aaaa }) => [...a.cnames, ...aaaa.cnames])
  if (aliases.some(isPrivateLinkHost)) {
    return {
      summary: `${step.host} leads to a private endpoint, but its privatelink name has no address for this runner${saying}.`,
      doNext: `Link the private DNS zone with the A record of ${step.host} to the network of this runner.`,
    }
  }
  // Public DNS has an entry for every existing resource, also behind a private endpoint.
  const resolverWorks = asked !== undefined || outage(step).extent === 'this-host'
  return {
    // Nothing answered: the path is the first to test (contract: "the first owner to test").
    ...(resolverWorks ? { owner: 'route-provider' as const } : { confidence: 'low' as const }),
    summary: resolverWorks
      ? `The Azure resource host ${step.host} does not exist${saying}: the resource is deleted, renamed or misspelt, or only a private DNS zone knows it.`
      : `${step.host} does not resolve${saying}, and nothing shows whether the Azure resource is gone or this runner's DNS hides it.`,
    doNext: [
      `Compare ${step.host} with the endpoint shown for the resource in the Azure portal.`,
      `If the resource exists, let this runner's DNS resolve ${step.host} (private DNS zone or public forwarding).`,
    ],
    doNot: 'Do not create a new deployment before the resource name is known to be right.',
  }
}

function missingHere(step: BrokenStep, told: ResolverWords): Conclusion {
  const { host } = step
  const isPublic = isOpenaiHost(host) && !isPrivateLinkHost(host)
  return {
    summary: isPublic
      ? `${host} exists in public DNS, but not for this runner${told.saying}: its DNS denies the name${outage(step).note}.`
      : `${host} does not resolve from this runner${told.saying}: its DNS has no address for the name, or the base URL misspells it.`,
    doNext: isPublic
      ? [`Allow ${host} in the DNS policy of the resolver that this runner uses.`]
      : [
          `Make ${host} resolvable from this runner: add it to the DNS zone or attach the runner to the network that knows it.`,
          `Compare ${host} with the name that the owner of the endpoint published.`,
        ],
  }
}
