import { errnoNote } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { outage } from '../witnesses.ts'
import { askedServers, lookupFailed, serversNote } from './answers.ts'

/** The lookup outlasted the attempt; nothing says yet which server is to blame. */
export const lookupTimedOut: PathConclusion = {
  id: 'dns/timed-out',
  conclude: (step) => {
    if (!lookupFailed(step) || step.code !== 'dns.timed_out') return undefined
    const { control, note } = outage(step)
    return {
      retryable: true,
      summary: `The lookup of ${step.host} did not end in ${Math.round(step.observation.elapsedMs)} ms${note}.`,
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
  conclude: (step) => {
    if (!lookupFailed(step)) return undefined
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
