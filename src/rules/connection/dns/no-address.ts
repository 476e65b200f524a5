import {
  isAzureHost,
  isInternalHost,
  isOpenaiHost,
  isPrivateLinkHost,
  meantHost,
} from '../../../knowledge/hosts.ts'
import type { Owner } from '../../../model/index.ts'
import type { Conclusion, PathConclusion } from '../../conclusion.ts'
import { type BrokenStep, errnoNote } from '../broken-step.ts'
import { type AskedServers, askedServers, serversNote } from './answers.ts'
import { outage } from '../witnesses.ts'

/** The name does not exist for this client: whose mistake it is depends on whose name it is. */
export const nameNotFound: PathConclusion = {
  id: 'dns/name-not-found',
  when: (step) => step.code === 'dns.name_not_resolved',
  says: (step) => {
    const asked = askedServers(step)
    const answers = asked === undefined ? '' : ` (${serversNote(asked)})`
    const told = { asked, saying: `${errnoNote(step)}${answers}`.replace(') (', '; ') }
    return { ...whose(step, told), cites: [asked?.observation, outage(step).control] }
  },
}

interface ResolverWords {
  readonly asked: AskedServers | undefined
  readonly saying: string
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
    doNext: [`Correct the host in the base URL: ${host} has no DNS entry.`],
  }
}

function misspelt(step: BrokenStep, told: ResolverWords, meant: string): Conclusion {
  return {
    owner: 'request',
    summary: `The host ${step.host} of the base URL does not exist${told.saying}; it looks like a misspelling of ${meant}.`,
    doNext: [`Set the base URL to https://${meant} with its path, instead of ${step.host}.`],
    doNot: ['Do not ask the DNS team to add this name.'],
  }
}

function nothingResolves(step: BrokenStep, told: ResolverWords): Conclusion {
  return {
    summary: `${step.host} does not resolve from this runner${told.saying}${outage(step).note}.`,
    doNext: ['Repair name resolution on this runner: no name that was tried resolves.'],
  }
}

function azureResource(step: BrokenStep, { asked, saying }: ResolverWords): Conclusion {
  const aliases = (asked?.servers ?? []).flatMap(({ a, aaaa }) => [...a.cnames, ...aaaa.cnames])
  if (aliases.some(isPrivateLinkHost)) {
    return {
      summary: `${step.host} leads to a private endpoint, but its privatelink name has no address for this runner${saying}.`,
      doNext: [
        `Link the private DNS zone with the A record of ${step.host} to the network of this runner.`,
      ],
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
    doNot: ['Do not create a new deployment before the resource name is known to be right.'],
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

/** The lookup outlasted the attempt; nothing says yet which server is to blame. */
export const lookupTimedOut: PathConclusion = {
  id: 'dns/timed-out',
  when: (step) => step.code === 'dns.timed_out',
  says: (step) => {
    const { control, note } = outage(step)
    return {
      retryable: true,
      summary: `The lookup of ${step.host} did not finish within ${Math.round(step.observation.elapsedMs)} ms${note}.`,
      doNext: [
        'Allow UDP 53 and TCP 53 from this runner to every server in /etc/resolv.conf, and remove the dead ones.',
      ],
      cites: [control],
    }
  },
}

/** Any other failed lookup: a temporary failure, or a word that the resolver did not explain. */
export const lookupFailedOtherwise: PathConclusion = {
  id: 'dns/failed',
  says: (step) => {
    const asked = askedServers(step)
    const { control, note } = outage(step)
    const answers = asked === undefined ? '' : `; ${serversNote(asked)}`
    return {
      retryable: true,
      summary: `The lookup of ${step.host} failed${errnoNote(step)}${answers}${note}.`,
      doNext: [
        `Repair the resolver of this runner so that it answers for ${step.host}; run the preflight again first, the failure may pass.`,
      ],
      cites: [asked?.observation, control],
    }
  },
}
