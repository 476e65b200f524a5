import { hostAndPort, type AddressAttempt, type Observation } from '../../../model/index.ts'
import { factsOf, investigation, isProbe, requestChain } from '../../../model/reading.ts'
import { type BrokenStep, triedNote, where } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import type { EvidenceConclusion } from '../../whole-run.ts'

/** Addresses dialled alone, with time: the ones that opened, slowest first. */
function openedAlone(step: BrokenStep):
  | {
      readonly opened: readonly AddressAttempt[]
      readonly observation: Observation<'addresses'>
    }
  | undefined {
  const seen = investigation(step.evidence, 'addresses')
  const attempts = factsOf<'addresses'>(seen)?.attempts ?? []
  const opened = attempts
    .filter(({ status }) => status === 'ok')
    .toSorted((a, b) => b.elapsedMs - a.elapsedMs)
  return seen === undefined || opened.length === 0 ? undefined : { opened, observation: seen }
}

/** Node gives each address but the last 250 ms (nodejs/node#54359); this one needs longer. */
export const attemptTimeout: PathConclusion = {
  id: 'tcp/attempt-timeout',
  says: (step) => {
    const alone = openedAlone(step)
    const { addressTimeoutMs, client } = step.evidence.egress
    const slow = alone?.opened.find(({ elapsedMs }) => elapsedMs > addressTimeoutMs)
    if (alone === undefined || slow === undefined) return undefined
    // The others let the first attempt go on beside the next one.
    if (client !== 'node') return undefined
    const needsMs = Math.ceil(slow.elapsedMs)
    const giveMs = Math.max(1000, Math.ceil((needsMs * 2) / 500) * 500)
    return {
      summary: `${hostAndPort(slow.address, slow.port)} answers, but needs ${needsMs} ms; the ${client} client gives each address of ${step.host} only ${addressTimeoutMs} ms${triedNote(step)}.`,
      doNext: [
        `Set NODE_OPTIONS=--network-family-autoselection-attempt-timeout=${giveMs} in the job's env.`,
        `Remove the dead addresses of ${step.host} from DNS, or repair the address family that does not answer.`,
      ],
      doNot: ['Do not ask for a firewall opening: the address is reachable.'],
      cites: [alone.observation],
    }
  },
}

/** A client that tries one address after the other spends its whole time on a dead one; some try no other. */
export const deadAddressFirst: PathConclusion = {
  id: 'tcp/dead-address-first',
  says: (step) => {
    const alone = openedAlone(step)
    const dialled = new Set(step.attempts.map(({ address }) => address))
    const untried = alone?.opened.find(({ address }) => !dialled.has(address))
    const [dead] = step.attempts
    if (alone === undefined || untried === undefined) return undefined
    if (dead === undefined) return undefined
    const { client, firstAddressOnly } = step.evidence.egress
    const whoWaits =
      firstAddressOnly?.applies === 'yes'
        ? `${firstAddressOnly.because} dials only ${dead.address}`
        : `the ${client} client waits for ${dead.address} first`
    return {
      summary: `${step.host} has the address ${untried.address}, which opens in ${Math.round(untried.elapsedMs)} ms, but ${whoWaits}${triedNote(step)}.`,
      doNext: [
        `Repair the path to ${dead.address} or remove that address of ${step.host} from this runner's DNS${dead.family === 6 ? '; switching IPv6 off on the runner does the same' : ''}.`,
      ],
      doNot: [
        `Do not open the firewall for all of ${step.host}: one of its addresses is reachable.`,
      ],
      cites: [alone.observation],
    }
  },
}

/** The same, where it is not known whether the application's client is one that tries no other. */
export const laterAddress: EvidenceConclusion = {
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
      owner: 'connection-path',
      rung: 'tcp',
      code: dead.code ?? 'tcp.timed_out',
      summary: `${dead.address}, the first address of ${seen.target}, does not answer${dead.errno === undefined ? '' : ` (${dead.errno})`}, and the next one does; not known is ${firstAddressOnly.because}, which would fail here: it tries no other address.`,
      doNext: [
        `Repair the path to ${dead.address}, or remove that address of ${seen.target} from this runner's DNS.`,
      ],
      cites: [seen],
    }
  },
}

/** Dialled again, an address opened in time: the failure did not last. */
export const intermittent: PathConclusion = {
  id: 'tcp/intermittent',
  says: (step) => {
    const alone = openedAlone(step)
    const first = alone?.opened.at(-1)
    if (alone === undefined || first === undefined) return undefined
    return {
      retryable: true,
      summary: `The connection to ${where(step)} failed${triedNote(step)}, but dialled again ${hostAndPort(first.address, first.port)} opened in ${Math.round(first.elapsedMs)} ms: the path loses connections.`,
      doNext: [
        `Run the preflight again; if it recurs, give the network team the times and the address ${first.address} to look for loss or a connection limit.`,
      ],
      cites: [alone.observation],
    }
  },
}
