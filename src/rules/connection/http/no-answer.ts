import type { AnyObservation } from '../../../model/index.ts'
import { factsOf, investigation, isProbe, requestChain } from '../../../model/reading.ts'
import { type BrokenStep, errnoNote, where } from '../broken-step.ts'
import type { Conclusion, PathConclusion } from '../conclusion.ts'
import { outage, writtenByApi } from '../witnesses.ts'

function through(step: BrokenStep): string {
  return step.proxy === '' ? '' : ` through ${step.proxy}`
}

/** Small requests pass and large ones vanish: an MTU black hole or a limit on the way. */
export const largeRequestLost: PathConclusion = {
  id: 'http/large-request-lost',
  conclude: (step) => {
    const seen = investigation(step.evidence, 'large-request')
    const facts = factsOf<'large-request'>(seen)
    if (step.layer !== 'http' || facts?.smallStatus === undefined) return undefined
    if (facts.largeStatus !== undefined) return undefined
    return {
      summary: `${where(step)}${through(step)} answers small requests (${facts.smallStatus}) and never one of ${facts.bytes ?? 'many'} bytes: the path loses large packets or cuts large requests.`,
      doNext: [
        'Clamp the TCP MSS or let ICMP "fragmentation needed" through on this path (MTU black hole).',
        `Lift the limit on request bodies to ${step.host} in the proxy or inspection device, if there is one.`,
      ],
      doNot: ['Do not raise the timeout: the bytes do not arrive later.'],
      cites: [seen],
    }
  },
}

/** Statuses of a keyless question that a server of an API gives, and a silent path does not. */
const KEYLESS_ANSWERS: ReadonlySet<number> = new Set([200, 401, 404, 405])

/** The observation that proves the path to the API itself, small and large requests alike. */
function provenPath(step: BrokenStep): AnyObservation | undefined {
  const keyless = investigation(step.evidence, 'keyless')
  if (keyless?.outcome.status === 'ok' && writtenByApi(keyless.outcome.facts)) return keyless
  const both = investigation(step.evidence, 'large-request')
  const { smallStatus = 0, largeStatus } = factsOf<'large-request'>(both) ?? {}
  return KEYLESS_ANSWERS.has(smallStatus) && largeStatus !== undefined ? both : undefined
}

/** The API answers without credentials and keeps silent on the real request: it is slow, not the path. */
export const apiSilent: PathConclusion = {
  id: 'http/api-silent',
  conclude: (step) => {
    const proof = provenPath(step)
    if (step.code !== 'http.timed_out' || proof === undefined) return undefined
    const { kind } = step.evidence.route
    return {
      owner: kind === 'openai' ? 'api-server' : 'route-provider',
      retryable: true,
      summary: `${where(step)} answers requests without credentials and gave no answer to the real one in ${Math.round(step.observation.elapsedMs)} ms: the path works, the service is slow.`,
      doNext: [
        `Run the preflight again; if it recurs, give the application a longer timeout and report the time to the operator of ${step.host}.`,
      ],
      doNot: ['Do not open firewalls: the path is proven.'],
      cites: [proof, investigation(step.evidence, 'status-page')],
    }
  },
}

const ENDINGS: readonly {
  readonly id: string
  readonly codes: readonly string[]
  readonly says: string
  readonly order: (step: BrokenStep) => string
}[] = [
  {
    id: 'http/timed-out',
    codes: ['http.timed_out'],
    says: 'sent no answer before the time was up',
    order: (step) =>
      `Find the proxy, firewall or load balancer between this runner and ${step.host} that holds the request back.`,
  },
  {
    id: 'http/closed',
    codes: ['http.closed'],
    says: 'closed the connection without an answer',
    order: (step) =>
      `Find the proxy, firewall or load balancer between this runner and ${step.host} that closes the connection after the request.`,
  },
  {
    id: 'http/reset',
    codes: ['http.reset'],
    says: 'reset the connection after the request was sent',
    order: (step) =>
      `Find the firewall or inspection device between this runner and ${step.host} that resets the connection.`,
  },
  {
    id: 'http/body-cut',
    codes: ['http.body_incomplete', 'http.body_timed_out'],
    says: 'began an answer and did not finish it',
    order: (step) =>
      `Find the proxy or content scanner between this runner and ${step.host} that cuts or buffers answers.`,
  },
]

/** The connection stood, and no whole answer came. Time may heal it once. */
export const noAnswers: readonly PathConclusion[] = ENDINGS.map(({ id, codes, says, order }) => ({
  id,
  conclude: (step) => {
    if (!codes.includes(step.code) || hasStatus(step)) return undefined
    const { note, control } = outage(step)
    return {
      retryable: true,
      summary: `${where(step)}${through(step)} ${says}${errnoNote(step)}${note}.`,
      doNext: ['Run the preflight again: a single cut connection can heal by itself.', order(step)],
      cites: [control, investigation(step.evidence, 'keyless')],
    }
  },
}))

/** A response with a status is judged by who wrote it, not here. */
function hasStatus(step: BrokenStep): boolean {
  const { observation } = step
  return isProbe(observation, 'response') && factsOf<'response'>(observation)?.status !== undefined
}

/** Bytes came that are not HTTP, or more of it than any API sends. */
export const notHttp: PathConclusion = {
  id: 'http/not-http',
  conclude: (step) => {
    const overflow = step.code === 'http.headers_overflow'
    if (!overflow && step.code !== 'http.response.invalid') return undefined
    if (!isProbe(step.observation, 'response')) return undefined
    return hasStatus(step) ? undefined : notFromApi(step, overflow)
  },
}

function notFromApi(step: BrokenStep, overflow: boolean): Conclusion {
  const what = overflow ? 'headers larger than any API sends' : 'bytes that are not HTTP'
  return verifiedGateway(step)
    ? {
        owner: 'route-provider',
        summary: `The ${step.evidence.route.kind} endpoint ${where(step)} proved its name by certificate and then sent ${what}${errnoNote(step)}.`,
        doNext: [
          `Repair the HTTP listener of ${where(step)}, or correct the port in the base URL.`,
        ],
      }
    : {
        summary: `${where(step)}${through(step)} sent ${what}${errnoNote(step)}: the API does not, something on the path does.`,
        doNext: [
          `Find the proxy or device that answers for ${where(step)}, or correct the port in the base URL.`,
        ],
      }
}

/** On a provider's route, the handshake of this very request was verified: the provider speaks. */
function verifiedGateway(step: BrokenStep): boolean {
  return (
    step.evidence.route.kind !== 'openai' &&
    requestChain(step.evidence).some(
      (one) =>
        isProbe(one, 'handshake') &&
        one.outcome.status === 'ok' &&
        one.outcome.facts.of === 'target' &&
        one.outcome.facts.verified,
    )
  )
}

export const answerFailedOtherwise: PathConclusion = {
  id: 'http/failed',
  conclude: (step) =>
    step.layer === 'http'
      ? {
          summary: `The exchange with ${where(step)}${through(step)} broke off: ${step.code}${errnoNote(step)}.`,
          doNext: [
            `Find the proxy or device between this runner and ${step.host} that does not pass HTTP on unchanged.`,
          ],
        }
      : undefined,
}
