import { entryOf } from '../../../model/index.ts'
import { errnoNote } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { outage } from '../witnesses.ts'
import { allSay, askedServers, isSilent, serversNote } from './answers.ts'

/** No configured name server answers at all. */
export const resolverUnreachable: PathConclusion = {
  id: 'dns/resolver-unreachable',
  says: (step) => {
    const asked = askedServers(step)
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
        ? [`Start the resolver at ${named}, or write a reachable nameserver into /etc/resolv.conf.`]
        : [
            `Allow UDP 53 and TCP 53 from this runner to ${named}, or name a reachable server in /etc/resolv.conf.`,
          ],
      doNot: [`Do not change ${step.host} in the base URL: nobody was asked about it.`],
      cites: [asked?.observation, outage(step).control],
    }
  },
}

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

/** The name servers answer, but with an error of theirs. */
export const serverFailure: PathConclusion = {
  id: 'dns/server-failure',
  says: (step) => {
    const asked = askedServers(step)
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
      doNext: [`${order} (${refusing.server}) so that it answers for ${step.host}.`],
      doNot: [
        `Do not read this as a wrong name: the server did not say that ${step.host} is unknown.`,
      ],
      cites: [asked?.observation],
    }
  },
}

/** One address family is not answered, and glibc then fails the lookup as a whole. */
export const familyUnanswered: PathConclusion = {
  id: 'dns/family-unanswered',
  says: (step) => {
    const asked = askedServers(step)
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
      doNext: [`Repair how ${half.server} answers ${family} queries for ${step.host}.`],
      cites: [asked.observation],
    }
  },
}

function isBroken(answer: string): boolean {
  return isSilent(answer) || answer === 'SERVFAIL' || answer === 'REFUSED'
}

/** Some name servers know the name, others do not: which one is asked first decides. */
export const serversDisagree: PathConclusion = {
  id: 'dns/servers-disagree',
  says: (step) => {
    const asked = askedServers(step)
    if (asked === undefined) return undefined
    const knows = asked.servers.find(({ verdict }) => verdict === 'addresses')
    const lacks = asked.servers.find(({ verdict }) => verdict !== 'addresses')
    if (knows === undefined || lacks === undefined) return undefined
    return {
      summary: `The name servers of this runner disagree about ${step.host}: ${serversNote(asked)}; the lookup failed${errnoNote(step)}.`,
      doNext: [
        `Remove ${lacks.server} from /etc/resolv.conf or let it forward ${step.host} as ${knows.server} does.`,
      ],
      cites: [asked.observation],
    }
  },
}
