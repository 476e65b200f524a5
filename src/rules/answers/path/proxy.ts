import type { Code } from '../../../model/index.ts'
import type { AnswerConclusion } from '../conclusion.ts'
import { answered, DO_NOT } from '../words.ts'
import type { Reply } from '../reply.ts'

const NOT_THE_KEY = [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.blameOpenai]

function fromProxy({ who }: Reply): boolean {
  return who.responder === 'proxy'
}

/** A proxy wants credentials of its own (RFC 9110 §15.5.8). */
export const proxyAuthRequired: AnswerConclusion = {
  id: 'path/proxy-auth-required',
  conclude: (reply) =>
    fromProxy(reply) &&
    (reply.status === 407 || reply.facts.headers['proxy-authenticate'] !== undefined)
      ? {
          owner: 'connection-path',
          rung: 'proxy',
          code: 'proxy.auth_required',
          summary: `${answered(reply, '')}: it wants proxy credentials, and the request did not reach the API`,
          doNext: [
            'Put user and password of the proxy into HTTPS_PROXY, from a secret.',
            `Or exempt ${reply.host} from proxy authentication.`,
          ],
          doNot: NOT_THE_KEY,
        }
      : undefined,
}

/** The proxy's policy refuses this destination. */
export const proxyDenied: AnswerConclusion = {
  id: 'path/proxy-denied',
  conclude: (reply) =>
    fromProxy(reply) && [401, 403, 451].includes(reply.status)
      ? {
          owner: 'connection-path',
          rung: 'proxy',
          code: 'proxy.denied',
          summary: `${answered(reply, '')}: its policy refuses this destination, and the request did not reach the API`,
          doNext: [`Allow ${reply.host}:443 for this runner in the proxy's access list.`],
          doNot: [...NOT_THE_KEY, DO_NOT.retry],
        }
      : undefined,
}

/** Error words of proxies (RFC 9209 §2.3, Squid's page names), to our codes. */
const REASONS: readonly { readonly pattern: RegExp; readonly code: Code; readonly what: string }[] =
  [
    {
      pattern: /dns_(?:error|timeout)|ERR_DNS_FAIL/i,
      code: 'proxy.dns_error',
      what: 'it cannot resolve the name',
    },
    {
      pattern: /ERR_CANNOT_FORWARD/i,
      code: 'proxy.dns_error',
      what: 'it found no way to the name',
    },
    {
      pattern: /connection_refused|ERR_CONNECT_FAIL 111/i,
      code: 'proxy.connection_refused',
      what: 'its connection was refused',
    },
    {
      pattern:
        /connection_(?:read_|write_)?timeout|http_response_timeout|ERR_CONNECT_FAIL 110|ERR_READ_TIMEOUT/i,
      code: 'proxy.connection_timeout',
      what: 'its connection timed out',
    },
    {
      pattern: /tls_|ERR_SECURE_CONNECT_FAIL/i,
      code: 'proxy.tls_error',
      what: 'its own TLS connection failed',
    },
    {
      pattern: /destination_|ERR_CONNECT_FAIL/i,
      code: 'proxy.destination_unavailable',
      what: 'it cannot reach the destination',
    },
    {
      pattern: /http_request_denied|ERR_ACCESS_DENIED/i,
      code: 'proxy.denied',
      what: 'its policy refuses the destination',
    },
  ]

/** Everything else that a proxy answers by itself: it could not do its work. */
export const proxyFailed: AnswerConclusion = {
  id: 'path/proxy-failed',
  conclude: (reply) => {
    if (!fromProxy(reply)) return undefined
    const { headers, status } = reply.facts
    const told = `${headers['x-squid-error'] ?? ''} ${headers['proxy-status'] ?? ''}`
    const reason = REASONS.find((one) => one.pattern.test(told))
    const timedOut = status === 504 ? ('proxy.connection_timeout' as const) : undefined
    return {
      owner: 'connection-path',
      rung: 'proxy',
      code: reason?.code ?? timedOut ?? 'proxy.error',
      retryable: status >= 500 && reason?.code !== 'proxy.denied',
      summary: `${answered(reply, '')} by itself: ${reason?.what ?? 'it did not pass the request on'}, and the request did not reach the API`,
      doNext: [`Let the proxy resolve ${reply.host} and connect to it on TCP 443.`],
      doNot: [...NOT_THE_KEY, 'Do not report an OpenAI outage: this 5xx is the proxy’s.'],
    }
  },
}
