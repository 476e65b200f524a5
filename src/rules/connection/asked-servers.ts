import type { Conclusion, PathConclusion } from '../conclusion.ts'
import type {
  NameServerAnswer,
  NameServersFacts,
  Observation,
  ResolvedAddress,
} from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'
import type { BrokenStep } from './broken-step.ts'

/** What one name server said about a name, both families together. */
type ServerVerdict = 'addresses' | 'empty' | 'no-such-name' | 'silent' | 'refuses'

interface AskedServer {
  readonly server: string
  readonly verdict: ServerVerdict
  /** The response code in words, or how it failed. */
  readonly answer: string
  readonly a: NameServerAnswer
  readonly aaaa: NameServerAnswer
}

/** The servers asked directly. getaddrinfo decides, these explain. */
export interface AskedServers {
  readonly observation: Observation<'name-servers'>
  readonly servers: readonly AskedServer[]
  /** Line of the hosts file for this name; empty without one. */
  readonly hostsFile: string
  readonly searchList: readonly string[]
  /** The name under a domain of the search list that answered with the address that was taken. */
  readonly searched: string
  /** `ndots` of resolv.conf, where it sends this name through the search list first; else 0. */
  readonly ndots: number
}

/** No DNS message came back. `REFUSED` without E is a response code, an answer. */
const NO_ANSWER =
  /^(?:E?TIMEOUT|ETIMEDOUT|TIMED_OUT|E?CONNREFUSED|CONNECTION_REFUSED|PORT_CLOSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPERM|EACCES|UNREACHABLE)$/

export function askedServers(step: BrokenStep): AskedServers | undefined {
  const seen = investigation(step.evidence, 'name-servers')
  const facts: Partial<NameServersFacts> | undefined = factsOf<'name-servers'>(seen)
  if (seen === undefined || facts?.servers === undefined) return undefined
  return {
    observation: seen,
    servers: facts.servers.map(({ server, a, aaaa }) => ({ server, a, aaaa, ...judged(a, aaaa) })),
    hostsFile: facts.hostsFile ?? '',
    searchList: facts.searchList ?? [],
    searched:
      facts.searched?.find(({ answer }) => share(answer.addresses, step.addresses))?.name ?? '',
    ndots: (facts.ndots ?? 0) > step.host.split('.').length - 1 ? (facts.ndots ?? 0) : 0,
  }
}

/** About what the name servers say, which it cites. */
export function ofServers(
  says: (step: BrokenStep, asked: AskedServers | undefined) => Conclusion | undefined,
): PathConclusion['says'] {
  return (step) => {
    const asked = askedServers(step)
    const said = says(step, asked)
    return said && { ...said, cites: [asked?.observation, ...(said.cites ?? [])] }
  }
}

function judged(
  a: NameServerAnswer,
  aaaa: NameServerAnswer,
): { readonly verdict: ServerVerdict; readonly answer: string } {
  if (a.addresses.length + aaaa.addresses.length > 0) {
    return { verdict: 'addresses', answer: 'NOERROR' }
  }
  const both = [a, aaaa]
  if (both.some(({ answer }) => answer === 'NXDOMAIN')) {
    return { verdict: 'no-such-name', answer: 'NXDOMAIN' }
  }
  const refusal = both.find(({ answer }) => !isSilent(answer) && !isEmpty(answer))
  if (refusal !== undefined) return { verdict: 'refuses', answer: refusal.answer }
  const silence = both.find(({ answer }) => isSilent(answer))
  return silence === undefined
    ? { verdict: 'empty', answer: 'NODATA' }
    : { verdict: 'silent', answer: silence.answer }
}

export function isSilent(answer: string): boolean {
  return NO_ANSWER.test(answer)
}

function isEmpty(answer: string): boolean {
  return answer === 'NOERROR' || answer === 'NODATA'
}

/** Every server gave this verdict, and there is at least one. */
export function allSay(asked: AskedServers | undefined, verdict: ServerVerdict): boolean {
  return (
    asked !== undefined &&
    asked.servers.length > 0 &&
    asked.servers.every((one) => one.verdict === verdict)
  )
}

export function addressesOf(asked: AskedServers | undefined): readonly ResolvedAddress[] {
  return (asked?.servers ?? []).flatMap(({ a, aaaa }) => [...a.addresses, ...aaaa.addresses])
}

function share(left: readonly ResolvedAddress[], right: readonly ResolvedAddress[]): boolean {
  return left.some(({ address }) => right.some((other) => other.address === address))
}

/** Both sides named addresses and share none. */
export function disjoint(
  left: readonly ResolvedAddress[],
  right: readonly ResolvedAddress[],
): boolean {
  return left.length > 0 && right.length > 0 && !share(left, right)
}

/** `192.0.2.53 NXDOMAIN, 192.0.2.54 TIMEOUT`; at most three. */
export function serversNote(asked: AskedServers): string {
  return asked.servers
    .slice(0, 3)
    .map(({ server, answer }) => `${server} ${answer}`)
    .join(', ')
}

/** `10.0.0.1, 2001:db8::1`; at most four. */
export function addressList(addresses: readonly ResolvedAddress[]): string {
  return addresses
    .slice(0, 4)
    .map(({ address }) => address)
    .join(', ')
}
