import type { AnyObservation, FactsOf } from '../../model/index.ts'
import { factsOf, investigation, isProbe, investigated } from '../../model/reading.ts'
import { type BrokenStep, errnoNote, where } from './broken-step.ts'
import type { Conclusion, PathConclusion } from '../conclusion.ts'
import { isAtProvider, isOnThisMachine, outage, writtenByApi } from './witnesses.ts'

/** Times longer than the small one took that a large one must have had before it counts as lost. */
const LARGE_PATIENCE = 2

/** Statuses of a keyless question that a server of an API gives, and a silent path does not. */
const KEYLESS_ANSWERS: ReadonlySet<number> = new Set([200, 400, 401, 404, 405, 415, 422])

interface Ending {
  readonly id: string
  readonly codes: readonly string[]
  readonly says: string
  /** A log does not place it as a run does. */
  readonly inLog?: string
  /** What a device between does. */
  readonly device: string
  readonly does: string
}

const MAY_BE_SLOW = 'the path may hold it back, and a slow model takes as long'

const ENDINGS: readonly Ending[] = [
  {
    id: 'http/timed-out',
    codes: ['http.timed_out'],
    says: 'sent no answer in time',
    inLog: `opened the connection and sent no answer before the client gave up: ${MAY_BE_SLOW}`,
    device: 'proxy, firewall or load balancer',
    does: 'holds the request back',
  },
  {
    id: 'http/closed',
    codes: ['http.closed'],
    says: 'closed the connection without an answer',
    device: 'proxy, firewall or load balancer',
    does: 'closes the connection after the request',
  },
  {
    id: 'http/reset',
    codes: ['http.reset'],
    says: 'reset the connection after the request was sent',
    inLog:
      'reset an open connection: the log does not say whether during the handshake or after the request',
    device: 'firewall or inspection device',
    does: 'resets the connection',
  },
  {
    id: 'http/body-cut',
    codes: ['http.body_incomplete', 'http.body_timed_out'],
    says: 'began an answer and did not finish it',
    device: 'proxy or content scanner',
    does: 'cuts or buffers answers',
  },
]

/** A service may take this long for its first answer, milliseconds: longer silence is not slowness. */
const SLOW_ANSWER_MS = 3500

/** The connection stood, and no answer came. */
export const EXCHANGES: readonly PathConclusion[] = [
  /** The base URL says http, and what listens there hangs up on it and speaks TLS. */
  {
    id: 'http/plain-on-tls-port',
    says: (step) => {
      const { seen, facts: { tls, http1 } = {} } = investigated(step.evidence, 'other-http')
      if (hasStatus(step) || tls !== true || http1 === true) return undefined
      const url = new URL(step.evidence.route.baseUrl)
      return {
        owner: 'request',
        code: 'http.plain_on_tls',
        summary: `${where(step)} gives no answer to plain HTTP${errnoNote(step)} and speaks TLS when asked in it: the base URL says http where the port expects https.`,
        doNext: `Write the base URL with https: https://${url.host}${url.pathname}.`,
        doNot: 'Do not look for a firewall: the port answers, in TLS.',
        cites: [seen],
      }
    },
  },
  /** HTTP/1.1 gets no answer, not even to what is no request; HTTP/2 does: a listener for that alone. */
  {
    id: 'http/version-mismatch',
    says: (step) => {
      const { seen, facts: { http2, http1 } = {} } = investigated(step.evidence, 'other-http')
      if (hasStatus(step) || http2 !== true || http1 !== false) return undefined
      return {
        owner: 'request',
        code: 'http.version_mismatch',
        summary: `${where(step)}${through(step)} gives no answer to HTTP/1.1${errnoNote(step)} and speaks HTTP/2 at once when asked in it: this listener accepts only HTTP/2, and the ${step.evidence.egress.client} client offers it HTTP/1.1.`,
        doNext: [
          `Compare the port in the base URL with the one that ${step.host} publishes for its HTTP API: a port for gRPC speaks only HTTP/2.`,
          `Or switch HTTP/1.1 on in the listener of ${where(step)} (ALPN h2 and http/1.1).`,
        ],
        doNot: 'Do not change TLS versions or certificates: the connection was established.',
        cites: [seen],
      }
    },
  },
  /** The same POST passes small and vanishes large: an MTU black hole or a limit on the way. */
  {
    id: 'http/large-request-lost',
    says: (step) => {
      const seen = investigation(step.evidence, 'large-request')
      const { smallStatus, largeStatus, smallMs = 0, largeMs, bytes } = wholeOf(step)
      if (smallStatus === undefined || largeStatus !== undefined) return undefined
      if (largeMs !== undefined && largeMs < smallMs * LARGE_PATIENCE) return undefined
      return {
        summary: `${where(step)}${through(step)} answers a small POST without credentials (${smallStatus}) and not the same one of ${bytes ?? 'many'} bytes: size alone makes the difference, so the path loses large packets or a limit on it cuts large requests.`,
        doNext: [
          'Clamp the TCP MSS or let ICMP "fragmentation needed" through on this path (MTU black hole).',
          `Lift the limit on request bodies to ${step.host} in the proxy or inspection device, if there is one.`,
        ],
        doNot: 'Do not raise the timeout: the bytes do not arrive later.',
        cites: [seen],
      }
    },
  },
  /** A GET is answered, and no POST is, small or large, with the key or without. */
  {
    id: 'http/bodies-held',
    says: (step) => {
      const seen = investigation(step.evidence, 'large-request')
      const { getStatus, smallStatus, largeStatus } = wholeOf(step)
      const posts = smallStatus ?? largeStatus
      if (step.code !== 'http.timed_out' || getStatus === undefined) return undefined
      if (posts !== undefined) return undefined
      const provider = isAtProvider(step)
      const askedMs = provider ? undefined : shortWitness(step)
      return {
        ...(provider ? { owner: 'route-provider' } : {}),
        ...(askedMs === undefined ? {} : { confidence: 'low' }),
        retryable: true,
        summary: `${where(step)}${through(step)} answers a GET without credentials (${getStatus}) and no POST, neither a small nor a large one, with the key or without${errnoNote(step)}: ${provider ? 'its backend is stuck or a scanner in front of it' : 'a content scanner (DLP, ICAP) or a stuck server'} holds requests with a body${askedMs === undefined ? '' : `, or takes longer for them than the ${askedMs} ms that they had`}.`,
        doNext: [
          askedMs === undefined ? undefined : longerTimeout(step),
          provider
            ? `Free the backend of ${where(step)} that takes POST requests, or the content scanner in front of it.`
            : `Let the proxy or content scanner (DLP, ICAP) between this runner and ${step.host} pass POST requests on, and read its log for this time.`,
        ],
        doNot: 'Do not look for an MTU fault: small requests are held as well.',
        cites: [seen],
      }
    },
  },
  /** The API answers without credentials and keeps silent on the real request: it is slow, not the path. */
  {
    id: 'http/api-silent',
    says: (step) => {
      const proof = provenPath(step)
      if (step.code !== 'http.timed_out' || proof === undefined) return undefined
      const { kind } = step.evidence.route
      return {
        owner: kind === 'openai' ? 'api-server' : 'route-provider',
        retryable: true,
        summary: `${where(step)} answers requests without credentials and gave no answer to the real one in ${Math.round(step.observation.elapsedMs)} ms: the path works, the service is slow.`,
        doNext: `Run the preflight again; if it recurs, give the application a longer timeout and report the time to the operator of ${step.host}.`,
        doNot: 'Do not open firewalls: the path is proven.',
        cites: [proof],
      }
    },
  },
  /** The connection stood, and no whole answer came. Time may heal it once. */
  ...ENDINGS.map((ending): PathConclusion => ({
    id: ending.id,
    when: (step) => ending.codes.includes(step.code) && !hasStatus(step),
    says: (step) => {
      const { note, control } = outage(step)
      const isLog = step.evidence.source === 'log'
      const slow = isLog && step.code.endsWith('timed_out')
      const provider = isAtProvider(step)
      const askedMs = provider || isLog ? undefined : shortWitness(step)
      const lasted = slow ? ` before the client gave up: ${MAY_BE_SLOW}` : ''
      const told = isLog ? (ending.inLog ?? `${ending.says}${lasted}`) : ending.says
      // On this very machine there is no path that could hold anything back.
      const says = provider ? told.replace(' the path may hold it back, and', '') : told
      return {
        ...(slow || askedMs !== undefined ? { confidence: 'low' } : {}),
        ...(provider ? { owner: 'route-provider' } : {}),
        retryable: true,
        summary: `${where(step)}${through(step)} ${provider ? takenBy(step) : ''}${says}${errnoNote(step)}${note}${askedMs === undefined ? '' : `; a request without credentials got no answer within ${askedMs} ms either, which may also be a slow service`}.`,
        doNext: [
          isLog
            ? undefined
            : askedMs === undefined
              ? 'Run the preflight again: a retry may help.'
              : longerTimeout(step),
          slow
            ? 'Give the application a longer timeout, or stream the answer, if the test passes.'
            : undefined,
          provider
            ? `Read the log of the service at ${where(step)} for this time${isLog ? '' : `: it took the request and ${ending.says}`}.`
            : `Find the ${ending.device} between this runner and ${step.host} that ${ending.does}.`,
        ],
        cites: [control, investigation(step.evidence, 'keyless')],
      }
    },
  })),
  {
    id: 'http/not-http',
    says: (step) => {
      const overflow = step.code === 'http.headers_overflow'
      if (!overflow && step.code !== 'http.response.invalid') return undefined
      if (!isProbe(step.observation, 'response')) return undefined
      return hasStatus(step) ? undefined : notFromApi(step, overflow)
    },
  },
]

export const answerFailedOtherwise: PathConclusion = {
  id: 'http/failed',
  when: (step) => step.layer === 'http',
  says: (step) => ({
    ...(isAtProvider(step) ? { owner: 'route-provider' } : {}),
    summary: `The exchange with ${where(step)}${through(step)} broke off: ${step.code}${errnoNote(step)}.`,
    doNext: isAtProvider(step)
      ? `Read the log of the service at ${where(step)} for this time.`
      : `Find the proxy or device between this runner and ${step.host} that does not pass HTTP on unchanged.`,
  }),
}

function through(step: BrokenStep): string {
  return step.proxy === '' ? '' : ` through ${step.proxy}`
}

function wholeOf(step: BrokenStep): Partial<FactsOf['large-request']> {
  return factsOf<'large-request'>(investigation(step.evidence, 'large-request')) ?? {}
}

/** The observation that proves the path to the API itself, small and large requests alike. */
function provenPath(step: BrokenStep): AnyObservation | undefined {
  const keyless = investigation(step.evidence, 'keyless')
  if (keyless?.outcome.status === 'ok' && writtenByApi(keyless.outcome.facts)) return keyless
  const { smallStatus = 0, largeStatus } = wholeOf(step)
  return KEYLESS_ANSWERS.has(smallStatus) && largeStatus !== undefined
    ? investigation(step.evidence, 'large-request')
    : undefined
}

/** How long the question without credentials was silent, where a slow service may be as well; in milliseconds. */
function shortWitness(step: BrokenStep): number | undefined {
  const asked = investigation(step.evidence, 'large-request')
  if (step.code !== 'http.timed_out' || asked === undefined) return undefined
  return asked.outcome.status === 'ok' || asked.elapsedMs >= SLOW_ANSWER_MS
    ? undefined
    : Math.round(asked.elapsedMs)
}

function longerTimeout({ evidence }: BrokenStep): string {
  return `Set the \`timeout\` of the preflight to more than ${evidence.route.timeoutMs} ms: it can then tell a slow service from a path that holds requests back.`
}

function takenBy(step: BrokenStep): string {
  // A log shows that the connection stood, not that the request was read.
  if (step.evidence.source === 'log') return 'on this very machine '
  return isOnThisMachine(step)
    ? 'took the request on this very machine and '
    : 'proved its name by certificate, took the request and '
}

/** A response with a status is judged by who wrote it, not here. */
function hasStatus(step: BrokenStep): boolean {
  const { observation } = step
  return isProbe(observation, 'response') && factsOf<'response'>(observation)?.status !== undefined
}

function notFromApi(step: BrokenStep, overflow: boolean): Conclusion {
  const what = overflow ? 'headers larger than any API sends' : 'bytes that are not HTTP'
  return isAtProvider(step)
    ? {
        owner: 'route-provider',
        summary: `The ${step.evidence.route.kind} endpoint ${where(step)} ${takenBy(step)}sent ${what}${errnoNote(step)}.`,
        doNext: `Repair the HTTP listener of ${where(step)}, or correct the port in the base URL.`,
      }
    : {
        summary: `${where(step)}${through(step)} sent ${what}${errnoNote(step)}: the API does not, something on the path does.`,
        doNext: `Find the proxy or device that answers for ${where(step)}, or correct the port in the base URL.`,
      }
}
