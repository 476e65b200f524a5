import { proxyReason } from '../../../knowledge/products/any-proxy.ts'
import { hostAndPort, type Code, type Observation } from '../../../model/index.ts'
import { factsOf, investigation, isWholeResponse, observation } from '../../../model/reading.ts'
import { attribute } from '../../attribution.ts'
import type { AnswerConclusion } from '../../conclusion.ts'
import { answered, DO_NOT } from '../words.ts'
import type { Reply } from '../reply.ts'

const NOT_THE_KEY = [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.blameOpenai]

/** A proxy wants credentials of its own (RFC 9110 §15.5.8). */
export const proxyAuthRequired: AnswerConclusion = {
  id: 'path/proxy-auth-required',
  when: (reply) => reply.status === 407 || reply.facts.headers['proxy-authenticate'] !== undefined,
  says: (reply) => ({
    owner: 'connection-path',
    rung: 'proxy',
    code: 'proxy.auth_required',
    summary: `${answered(reply, '')}: it asks for proxy credentials, and the request did not reach the API`,
    doNext: [
      'Put user and password of the proxy into HTTPS_PROXY, from a secret.',
      `Or exempt ${reply.host} from proxy authentication.`,
    ],
    doNot: NOT_THE_KEY,
  }),
}

/**
 * The proxy answered inside a connection that it opened itself and reads along (TLS inspection): the
 * way was open, and what it refuses is this request.
 */
function isInside({ evidence }: Reply): boolean {
  const handshake = observation(evidence, 'handshake')
  return handshake?.rung === 'tls' && handshake.outcome.status === 'ok'
}

function rungOf(reply: Reply): 'proxy' | 'http' {
  return isInside(reply) ? 'http' : 'proxy'
}

/** `POST /v1/responses`. */
function requestOf({ facts }: Reply): string {
  return `${facts.method} ${facts.path}`
}

/** The keyless question, where the proxy let it through to whoever answers. */
function passedOn({ evidence }: Reply): Observation<'keyless'> | undefined {
  const seen = investigation(evidence, 'keyless')
  const facts = factsOf<'keyless'>(seen)
  if (seen === undefined || facts === undefined || !isWholeResponse(facts)) return undefined
  const { responder } = attribute({ response: facts, route: evidence.route })
  return responder === 'proxy' || responder === 'interceptor' ? undefined : seen
}

/** ` (a GET without credentials passed: 401)`, or nothing. */
function passedNote(passed: Observation<'keyless'> | undefined): string {
  const status = factsOf<'keyless'>(passed)?.status
  return status === undefined ? '' : `, while a GET without credentials passed it (${status})`
}

function allowed({ host, port }: Reply): string {
  return `Allow ${hostAndPort(host, port)} for this runner in the proxy's access list.`
}

const REFUSING: ReadonlySet<number> = new Set([401, 403, 405, 451, 594, 597])

/** The proxy's policy refuses this destination, or this request to it. */
export const proxyDenied: AnswerConclusion = {
  id: 'path/proxy-denied',
  when: (reply) => REFUSING.has(reply.status),
  says: (reply) => {
    const passed = isInside(reply) ? passedOn(reply) : undefined
    const { method } = reply.facts
    return {
      owner: 'connection-path',
      rung: rungOf(reply),
      code: 'proxy.denied',
      summary:
        passed === undefined
          ? `${answered(reply, '')}: its policy refuses this destination, and the request did not reach the API`
          : `${answered(reply, '')} inside the open tunnel: its policy refuses ${requestOf(reply)}${passedNote(passed)}, and the request did not reach the API`,
      doNext: [
        passed === undefined
          ? allowed(reply)
          : `Allow ${method} to ${reply.host} for this runner in the proxy's access list: the destination itself is allowed there.`,
      ],
      doNot: [...NOT_THE_KEY, DO_NOT.retry],
      cites: [passed],
    }
  },
}

/** The proxy lets no body of this size through. */
export const proxyTooLarge: AnswerConclusion = {
  id: 'path/proxy-too-large',
  when: (reply) => reply.status === 413,
  says: (reply) => {
    const passed = passedOn(reply)
    return {
      owner: 'connection-path',
      rung: rungOf(reply),
      code: 'http.body_too_large',
      summary: `${answered(reply, '')}: the body of ${requestOf(reply)} is larger than it lets through${passedNote(passed)}, and the request did not reach the API`,
      doNext: [
        `Raise the limit on request bodies for ${reply.host} in the proxy (Squid: request_body_max_size).`,
      ],
      doNot: [...NOT_THE_KEY, 'Do not shorten the prompt before the limit of the proxy is known.'],
      cites: [passed],
    }
  },
}

/** The proxy sends the client to a page of its own: a block page or a login. */
export const proxyRedirects: AnswerConclusion = {
  id: 'path/proxy-redirects',
  says: (reply) => {
    const { status } = reply.facts
    if (status < 300 || status > 399) return undefined
    const passed = passedOn(reply)
    const to = reply.facts.redirectTo
    return {
      owner: 'connection-path',
      rung: rungOf(reply),
      code: 'http.intercepted',
      summary: `${answered(reply, '')}${to === undefined ? '' : ` and points to ${to}`}: it refuses ${requestOf(reply)} with a page of its own, a block page or a sign-in${passedNote(passed)}, and the request did not reach the API`,
      doNext: [
        `Allow ${passed === undefined ? reply.host : `${reply.facts.method} to ${reply.host}`} for this runner in the category or rule of the proxy that redirects${to === undefined ? '' : ` to ${to}`}.`,
      ],
      doNot: [
        ...NOT_THE_KEY,
        'Do not let the client follow the redirect: it would carry the key along.',
      ],
      cites: [passed],
    }
  },
}

/** What is wrong with the proxy's own way on. */
const WHAT: Readonly<Partial<Record<Code, string>>> = {
  'proxy.dns_error': 'it cannot resolve the name',
  'proxy.connection_refused': 'its connection was refused',
  'proxy.connection_terminated': 'its connection ended',
  'proxy.connection_timeout': 'its connection timed out',
  'proxy.connection_limit_reached': 'it has no connection left for the destination',
  'proxy.tls_error': 'its own TLS connection failed',
  'proxy.destination_unavailable': 'it cannot reach the destination',
  'proxy.denied': 'its policy refuses the destination',
  'proxy.loop': 'it forwards the request to itself',
  'proxy.configuration_error': 'it is misconfigured',
  'proxy.internal_error': 'it failed internally',
}

/** Neither passes with time. */
const PERMANENT: ReadonlySet<Code> = new Set([
  'proxy.denied',
  'proxy.loop',
  'proxy.configuration_error',
])

const TO_DESTINATION: ReadonlySet<string> = new Set([
  'proxy.connection_refused',
  'proxy.connection_terminated',
  'proxy.connection_timeout',
  'proxy.destination_unavailable',
])

/** What the owner of the proxy has to do about it. */
function orderFor(code: Code, reply: Reply): string {
  const { host, port } = reply
  if (code === 'proxy.dns_error') return `Let the proxy resolve ${host}.`
  if (code === 'proxy.tls_error') return `Let the proxy trust and speak the TLS of ${host}.`
  if (code === 'proxy.denied') return allowed(reply)
  return TO_DESTINATION.has(code)
    ? `Let the proxy connect to ${hostAndPort(host, port)}.`
    : `Read the log of the proxy for this time: it says why it did not pass the request to ${host} on.`
}

/** Everything else that a proxy answers by itself: it could not do its work. */
export const proxyFailed: AnswerConclusion = {
  id: 'path/proxy-failed',
  says: (reply) => {
    const { headers, status } = reply.facts
    const said = proxyReason(headers, reply.facts.body.marks)
    const reason = said === 'proxy.upstream_tls_error' ? 'proxy.tls_error' : said
    const code = reason ?? (status === 504 ? 'proxy.connection_timeout' : 'proxy.error')
    // Squid says it of a name that it cannot resolve and of never_direct without a parent.
    const noWay = (headers['x-squid-error'] ?? '').startsWith('ERR_CANNOT_FORWARD')
    const known = reason === undefined ? undefined : WHAT[reason]
    const what = noWay ? 'it cannot resolve the name or has no route to it' : known
    return {
      owner: 'connection-path',
      rung: rungOf(reply),
      code,
      retryable: status >= 500 && status < 590 && !PERMANENT.has(code),
      summary: `${answered(reply, '')} by itself: ${what ?? `it did not pass ${requestOf(reply)} on`}, and the request did not reach the API`,
      doNext: [orderFor(code, reply)],
      doNot: [
        ...NOT_THE_KEY,
        ...(status >= 500 ? ['Do not report an OpenAI outage: this status is the proxy’s.'] : []),
      ],
    }
  },
}
