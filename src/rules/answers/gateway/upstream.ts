import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isServerError, type Reply } from '../reply.ts'
import { answered, codeOf, DO_NOT, nameOf, requestId, whenAgain } from '../words.ts'

const BEHIND = [
  'Do not rotate the key: the gateway let the request in.',
  DO_NOT.upgrade,
  'Do not report an OpenAI outage before the same request fails without the gateway.',
]

/** The gateway's own way out ends in a country or network that its upstream refuses. */
export const upstreamRefusesGateway: AnswerConclusion = {
  id: 'gateway/upstream-refuses',
  when: (reply) =>
    hasCode(reply, 'unsupported_country_region_territory') ||
    hasMark(
      reply,
      'openai.unsupported_country',
      'azure.virtual_network',
      'azure.public_access_disabled',
      'openai.ip_not_authorized',
    ),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'http',
    code:
      hasMark(reply, 'openai.unsupported_country') ||
      hasCode(reply, 'unsupported_country_region_territory')
        ? 'gateway.unsupported_country_region_territory'
        : 'gateway.upstream_forbidden',
    summary: `${nameOf(reply)} at ${reply.host} passed on that the server behind it refuses the place where the gateway runs${requestId(reply)}`,
    doNext: [
      `Let the operator of ${reply.host} change the gateway's egress, or have its address allowed upstream.`,
    ],
    doNot: [
      'Do not move the runner: the egress address of the gateway is meant.',
      DO_NOT.rotateKey,
    ],
  }),
}

const TIMEOUTS: ReadonlySet<number> = new Set([408, 504, 522, 524, 598, 599])
const UNREACHED: ReadonlySet<number> = new Set([502, 503, 520, 521, 523, 525, 526, 530])

/** LiteLLM: every deployment cools down (a 429); One API: no channel for the model in the group (a 503). */
export const gatewayPool: AnswerConclusion = {
  id: 'gateway/pool-exhausted',
  when: (reply) =>
    reply.status >= 400 && hasMark(reply, 'litellm.no_deployment', 'one_api.no_channel'),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'quota',
    code: 'gateway.no_deployment',
    retryable: true,
    summary: `${answered(reply)}: the gateway has no upstream for ${reply.evidence.route.model ?? 'this model'} that it would use now; the rate of this caller is not the cause${requestId(reply)}`,
    doNext: [
      `Let the operator of ${reply.host} look at the upstreams of ${reply.evidence.route.model ?? 'the model'} for this caller: none is set up, or all are out of rotation after failures that its log has.`,
      `Re-run the job${whenAgain(reply)}.`,
    ],
    doNot: ['Do not raise the rate limit of this key: it was not reached.', ...BEHIND],
  }),
}

/** Pages and headers of load balancers whose 503 does mean that nothing is behind them. */
const NO_SERVER = [
  'kong.no_upstream',
  'server.envoy_upstream',
  'server.haproxy',
  'server.no_server',
  'upstream.fetch_failed',
]
const NO_SERVER_PRODUCTS: ReadonlySet<string> = new Set(['AWS load balancer'])

/**
 * A 503 that does not say what is behind the server: nginx sends it for its own limits and for
 * maintenance (a dead upstream is a 502 there), and an API for reasons of its own.
 */
export const gatewayUnavailable: AnswerConclusion = {
  id: 'gateway/unavailable',
  says: (reply) => {
    const { facts, error, who, status } = reply
    if (status !== 503) return undefined
    const again =
      facts.limits?.retryAfterMs !== undefined || facts.headers['retry-after'] !== undefined
    const ownCode = [error.code, error.type].some((one) => one !== undefined && !/^\d+$/.test(one))
    const nothing = hasMark(reply, ...NO_SERVER) || NO_SERVER_PRODUCTS.has(who.product)
    // Varnish sends Retry-After with the page that says that its backend failed.
    if (hasMark(reply, 'server.no_server')) return undefined
    if (!again && nothing && !ownCode) return undefined
    const meaning = ownCode
      ? `${who.relayed ? 'the server behind the gateway' : 'the gateway'} gives this reason itself`
      : again
        ? 'it takes no requests for the moment and says when to come back, as for maintenance or a limit of its own'
        : 'it takes no requests for the moment, for maintenance, for a limit of its own, or because nothing behind it is up; the answer does not say which'
    return {
      owner: 'route-provider',
      rung: 'http',
      code: codeOf('gateway', reply, 'unavailable'),
      retryable: true,
      summary: `${answered(reply)}: ${meaning}${requestId(reply)}`,
      doNext: [
        `Re-run the job${whenAgain(reply)}, or set attempts to 3.`,
        `Ask the operator of ${reply.host} whether it is in maintenance or limits its clients.`,
      ],
      doNot: BEHIND,
    }
  },
}

/** The gateway, or the load balancer in front of it, reached nothing or waited in vain. */
export const upstreamUnreachable: AnswerConclusion = {
  id: 'gateway/upstream-unreachable',
  says: (reply) => {
    const timedOut = TIMEOUTS.has(reply.status)
    const caught = reply.status >= 500 && hasMark(reply, 'upstream.fetch_failed')
    if (!(timedOut || caught || UNREACHED.has(reply.status))) {
      return undefined
    }
    return {
      owner: 'route-provider',
      rung: 'http',
      code: codeOf('gateway', reply, timedOut ? 'upstream_timed_out' : 'upstream_unreachable'),
      retryable: true,
      summary: `${answered(reply)}: ${timedOut ? 'what is behind it did not answer in time' : hasMark(reply, 'proxy.no_such_name') ? 'it cannot resolve the name of the server behind it' : 'it has nothing behind it that answers'}; the path from this runner to the gateway works${requestId(reply)}`,
      doNext: [
        `Let the operator of ${reply.host} look at the servers behind the gateway${timedOut ? ' and at its idle timeout' : ''}.`,
        againOrder(reply),
      ],
      doNot: BEHIND,
    }
  },
}

export const gatewayServerError: AnswerConclusion = {
  id: 'gateway/server-error',
  when: (reply) => isServerError(reply),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'answer',
    code: codeOf('gateway', reply, 'server_error'),
    retryable: reply.status !== 501,
    summary: `${answered(reply)}: ${reply.who.relayed ? 'the server behind the gateway failed' : 'the gateway itself failed'}${requestId(reply)}`,
    doNext: [
      `Give the request ID and the time to the operator of ${reply.host}.`,
      againOrder(reply),
    ],
    doNot: BEHIND,
  }),
}

/** With `compare-direct` set already there is nothing more to set. */
function againOrder(reply: Reply): string {
  const more = reply.evidence.route.compareDirect
    ? ''
    : ', or set compare-direct to see the API without the gateway'
  return `Re-run the job${whenAgain(reply)}${more}.`
}
