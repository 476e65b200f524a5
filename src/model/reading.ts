import type {
  AnyObservation,
  Evidence,
  Failure,
  FactsOf,
  Observation,
  ProbeId,
  ResponseFacts,
} from './index.ts'
import { REQUEST_PROBES } from './index.ts'

/** A probe of which the real request consists. */
type RequestProbe = (typeof REQUEST_PROBES)[number]

/** An observation of one probe whose outcome is a failure. */
export type Failed<P extends ProbeId = ProbeId> = Observation<P> & {
  readonly outcome: {
    readonly status: 'failed'
    readonly failure: Failure
    readonly facts?: Partial<FactsOf[P]>
  }
}

/** {@link Failed}, as a union over the probes, so that `probe` narrows the facts. */
export type AnyFailed = { [P in ProbeId]: Failed<P> }[ProbeId]

/** The response of the real request with the observation to cite. */
export interface Response {
  readonly observation: Observation<'response'>
  readonly facts: ResponseFacts
}

/** Read once for each evidence: every rule asks the same, and evidence does not change. */
export function perEvidence<T>(read: (evidence: Evidence) => T): (evidence: Evidence) => T {
  const known = new WeakMap<Evidence, { readonly value: T }>()
  return (evidence) => {
    const before = known.get(evidence)
    if (before !== undefined) return before.value
    const value = read(evidence)
    known.set(evidence, { value })
    return value
  }
}

export function isProbe<P extends ProbeId>(
  observation: AnyObservation,
  probe: P,
): observation is Extract<AnyObservation, { readonly probe: P }> {
  return observation.probe === probe
}

function isRequestProbe(probe: ProbeId): probe is RequestProbe {
  return REQUEST_PROBES.some((one) => one === probe)
}

function hasFailed(observation: AnyObservation): observation is AnyFailed {
  return observation.outcome.status === 'failed'
}

/** Number of the last attempt of the real request, from 1; 0 when nothing was sent. */
export function lastAttempt(evidence: Evidence): number {
  return evidence.observations.reduce(
    (last, one) => (isRequestProbe(one.probe) ? Math.max(last, one.attempt) : last),
    0,
  )
}

/**
 * The real request's own observations in its last attempt, in the order of the ladder;
 * within a rung in the order of time (the proxy's lookup before the target's).
 */
export const requestChain = perEvidence((evidence): readonly AnyObservation[] => {
  const attempt = lastAttempt(evidence)
  return evidence.observations
    .filter((one) => isRequestProbe(one.probe) && one.attempt === attempt)
    .toSorted((a, b) => orderOf(a) - orderOf(b) || compareWithin(a, b))
})

function orderOf(observation: AnyObservation): number {
  return REQUEST_PROBES.findIndex((one) => one === observation.probe)
}

function compareWithin(a: AnyObservation, b: AnyObservation): number {
  return a.startedMs - b.startedMs || (a.id < b.id ? -1 : Number(a.id > b.id))
}

/** First failure of the real request in its last attempt, lowest rung first. */
export function firstFailed(evidence: Evidence): AnyFailed | undefined {
  return requestChain(evidence).find(hasFailed)
}

/** All observations of one probe, every attempt, earliest first. */
export function observations<P extends ProbeId>(
  evidence: Evidence,
  probe: P,
): readonly Extract<AnyObservation, { readonly probe: P }>[] {
  return evidence.observations
    .filter((one) => isProbe(one, probe))
    .toSorted((a, b) => a.attempt - b.attempt || compareWithin(a, b))
}

/**
 * One observation of a probe: of the last attempt for a probe of the real request, else the latest
 * there is. Where a rung was climbed twice in one attempt (proxy, then target), a failed one counts
 * before the last.
 */
export function observation<P extends ProbeId>(
  evidence: Evidence,
  probe: P,
): Extract<AnyObservation, { readonly probe: P }> | undefined {
  const all = observations(evidence, probe)
  if (!isRequestProbe(probe)) return all.at(-1)
  const attempt = lastAttempt(evidence)
  const ofLast = all.filter((one) => one.attempt === attempt)
  return ofLast.find((one) => one.outcome.status === 'failed') ?? ofLast.at(-1)
}

/**
 * An investigation (a probe of the second round): its latest observation that says something,
 * `undefined` when it did not run or was skipped.
 */
export function investigation<P extends Exclude<ProbeId, RequestProbe>>(
  evidence: Evidence,
  probe: P,
): Extract<AnyObservation, { readonly probe: P }> | undefined {
  return observations(evidence, probe).findLast(
    (one: AnyObservation) => one.outcome.status !== 'skipped',
  )
}

/** The same with what it saw. */
export function investigated<P extends Exclude<ProbeId, RequestProbe>>(
  evidence: Evidence,
  probe: P,
): {
  readonly seen: Extract<AnyObservation, { readonly probe: P }> | undefined
  readonly facts: Partial<FactsOf[P]> | undefined
}
export function investigated(evidence: Evidence, probe: Exclude<ProbeId, RequestProbe>) {
  const seen = investigation(evidence, probe)
  return { seen, facts: factsOf(seen) }
}

/** What an observation saw, whole or in part; `undefined` when it was skipped or saw nothing. */
export function factsOf<P extends ProbeId>(
  one: Observation<P> | undefined,
): Partial<FactsOf[P]> | undefined {
  return one === undefined || one.outcome.status === 'skipped' ? undefined : one.outcome.facts
}

/**
 * The response that the real request got in its last attempt: only when one really came, whole
 * enough to have a status and a body description.
 */
export function responseOf(evidence: Evidence): Response | undefined {
  const found = observation(evidence, 'response')
  if (found === undefined) return undefined
  const facts = factsOf<'response'>(found)
  return facts !== undefined && isWholeResponse(facts) ? { observation: found, facts } : undefined
}

/** All facts that every response has are there. */
export function isWholeResponse(facts: Partial<ResponseFacts>): facts is ResponseFacts {
  return (
    facts.status !== undefined &&
    facts.headers !== undefined &&
    facts.body !== undefined &&
    facts.method !== undefined &&
    facts.path !== undefined &&
    facts.httpVersion !== undefined &&
    facts.authenticated !== undefined
  )
}

/**
 * No answer that came from an API and judged this request: nothing came, or it broke off, or a
 * limit, a server error or a page for people came in its place.
 */
export function lacksUsableResponse(evidence: Evidence): boolean {
  if (observation(evidence, 'answer')?.outcome.status === 'ok') return false
  const response = responseOf(evidence)
  if (response === undefined || hasFailed(response.observation)) return true
  const { status, body } = response.facts
  return status === 408 || status === 429 || status >= 500 || body.shape === 'html'
}
