import { blame, type Warning } from '../orders.ts'
import type { AnswerConclusion } from '../conclusion.ts'
import { hasCode, hasMark, isServerError, type Reply, hasType } from './reply.ts'
import { answered, codeOf, nameOf, requestId, whenAgain, headroom, requestLine } from './words.ts'

const BEHIND: readonly Warning[] = [
  'Do not rotate the key: the gateway let the request in.',
  'upgrade',
  'Do not report an OpenAI outage before the same request fails without the gateway.',
]

const TIMEOUTS: ReadonlySet<number> = new Set([408, 504, 522, 524, 598, 599])
const UNREACHED: ReadonlySet<number> = new Set([502, 503, 520, 521, 523, 525, 526, 530])

/** Pages and headers of load balancers whose 503 does mean that nothing is behind them. */
const NO_SERVER = [
  'kong.no_upstream',
  'server.envoy_upstream',
  'server.haproxy',
  'server.no_server',
  'upstream.fetch_failed',
]

const NO_SERVER_PRODUCTS: ReadonlySet<string> = new Set(['AWS load balancer'])

const BUDGET =
  /budget|insufficient_\w{0,40}(?:quota|credits?|balance|funds)|(?:credits?|balance|billing|spend)_|quota_exceeded|out_of_(?:quota|credits)|payment/i

const MODEL_ACCESS = /model_access_denied|model_not_allowed/

/** Types and codes by which gateways speak of the key that they were sent. */
const OF_THE_KEY =
  /^(?:invalid_api_key|auth_error|authentication_error|invalid_authentication|token_not_found_in_db|expired_key|invalid_token|token_expired|unauthorized|permission_error|permission_denied|access_denied|key_\w+)$/i

const SETUP: readonly Warning[] = ['rotateKey', 'upgrade', 'blameOpenai']

/** A gateway, or what it passes on, most specific first. */
export const GATEWAY: readonly AnswerConclusion[] = [
  {
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
      doNext: `Let the operator of ${reply.host} change the gateway's egress, or have its address allowed upstream.`,
      doNot: ['Do not move the runner: the egress address of the gateway is meant.', 'rotateKey'],
    }),
  },
  /** LiteLLM: every deployment cools down (a 429); One API: no channel for the model in the group (a 503). */
  {
    id: 'gateway/pool-exhausted',
    when: (reply) =>
      reply.status >= 400 && hasMark(reply, 'litellm.no_deployment', 'one_api.no_channel'),
    says: (reply) => ({
      ...blame('route-provider', 'gateway.no_deployment', 'quota'),
      retryable: true,
      summary: `${answered(reply)}: the gateway has no upstream for ${reply.evidence.route.model ?? 'this model'} that it would use now; the rate of this caller is not the cause${requestId(reply)}`,
      doNext: [
        `Let the operator of ${reply.host} look at the upstreams of ${reply.evidence.route.model ?? 'the model'} for this caller: none is set up, or all are out of rotation after failures that its log has.`,
        `Re-run the job${whenAgain(reply)}.`,
      ],
      doNot: ['Do not raise the rate limit of this key: it was not reached.', ...BEHIND],
    }),
  },
  /** The account of the gateway at its upstream is empty: the gateway's operator pays there. */
  {
    id: 'gateway/upstream-quota',
    when: (reply) => reply.who.relayed && reply.status < 500 && saysBudget(reply),
    says: (reply) => ({
      ...blame('route-provider', 'gateway.upstream_quota', 'quota'),
      summary:
        `${nameOf(reply)} at ${reply.host} passed on ${String(reply.status)} ${reply.error.code ?? ''} of the server behind it: the account that the gateway uses there has nothing left${requestId(reply)}`.replaceAll(
          / +/g,
          ' ',
        ),
      doNext: `Let the operator of ${reply.host} add credits to the upstream account, or raise its limit.`,
      doNot: ['Do not rotate the key of the gateway: it was accepted.', 'retry', 'blameNetwork'],
    }),
  },
  {
    id: 'gateway/budget',
    when: (reply) =>
      !reply.who.relayed && reply.status >= 400 && reply.status < 500 && saysBudget(reply),
    says: (reply) => ({
      owner: 'quota',
      rung: 'quota',
      code: codeOf('gateway', reply, reply.status === 402 ? 'payment_required' : 'budget_exceeded'),
      summary: `${answered(reply)}: ${isUnverified(reply) ? 'the gateway serves this account only with a payment method on file' : 'the budget or the credits of this caller at the gateway are used up'}${requestId(reply)}`,
      doNext: isUnverified(reply)
        ? `Add a payment method to this account at ${reply.host}.`
        : `Raise the budget of this key at ${reply.host}, or add credits there.`,
      doNot: [
        'Do not add credits at OpenAI: the gateway’s own account is meant.',
        'Do not rotate the key: a new one shares the budget.',
        'retry',
      ],
    }),
  },
  {
    id: 'gateway/rate-limit',
    when: (reply) => reply.status === 429,
    says: (reply) => ({
      ...blame('rate-limit', codeOf('gateway', reply, 'rate_limited')),
      retryable: true,
      summary: `${answered(reply)}: ${reply.who.relayed ? 'the server behind the gateway limits the rate' : 'the gateway limits the rate of this caller'}${headroom(reply)}; retry${whenAgain(reply) === '' ? ' later' : whenAgain(reply)}${requestId(reply)}`,
      doNext: [
        `Re-run the job${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`,
        `Raise the rate of this key at ${reply.host}.`,
      ],
      doNot: ['Do not ask OpenAI for a higher limit: the answer is not from there.', 'rotateKey'],
    }),
  },
  {
    id: 'gateway/model-access',
    when: (reply) =>
      !reply.who.relayed &&
      (MODEL_ACCESS.test(`${reply.error.type ?? ''} ${reply.error.code ?? ''}`) ||
        hasMark(
          reply,
          'litellm.model_access',
          'litellm.tags',
          'one_api.model_access',
          'bifrost.model_access',
          'openrouter.policy',
        )),
    says: (reply) => ({
      ...blame('auth', codeOf('gateway', reply, 'model_access_denied')),
      summary: `${answered(reply)}: the gateway accepts the key and does not allow it ${reply.evidence.route.model ?? 'this model'}${requestId(reply)}`,
      doNext: hasMark(reply, 'openrouter.policy')
        ? `Allow a provider of ${reply.evidence.route.model ?? 'the model'} in the privacy and guardrail settings of this account (https://openrouter.ai/settings/privacy).`
        : `Allow ${reply.evidence.route.model ?? 'the model'} for this key, team or user in the gateway${hasMark(reply, 'litellm.tags') ? ': a deployment needs a tag that the request carries' : ''}.`,
      doNot: ['Do not replace the key with one of the same team.', 'upgrade', 'blameOpenai'],
    }),
  },
  {
    id: 'gateway/upstream-key',
    when: (reply) =>
      reply.who.relayed &&
      (refused(reply) || hasCode(reply, 'invalid_api_key')) &&
      !hasMark(reply, 'openai.unsupported_country'),
    says: (reply) => ({
      owner: 'route-provider',
      rung: 'auth',
      code: reply.status === 403 ? 'gateway.upstream_forbidden' : 'gateway.upstream_key_rejected',
      summary: `${nameOf(reply)} at ${reply.host} passed on a ${String(reply.status)} of the server behind it (${reply.who.evidence.join(', ')}): the credentials that it uses there are refused${requestId(reply)}`,
      doNext: [
        `Let the operator of ${reply.host} renew the upstream key for ${reply.evidence.route.model ?? 'this model'}.`,
        'If this gateway passes the caller’s own key on, replace that key.',
      ],
      doNot: [
        'Do not rotate the key of the gateway: the gateway itself let the request through.',
        'upgrade',
        'blameNetwork',
      ],
    }),
  },
  {
    id: 'gateway/not-configured',
    when: (reply) =>
      hasMark(
        reply,
        'portkey.no_provider',
        'kong.no_route',
        'envoy_ai.no_route',
        'bifrost.no_key',
        'helicone.no_provider',
      ) ||
      (reply.who.product === 'Cloudflare AI Gateway' && hasCode(reply, '2001', '2040')),
    says: (reply) => ({
      ...blame('route-provider', 'gateway.not_configured', 'request'),
      summary: `${answered(reply)}: the gateway has no provider or route set up for this request${requestId(reply)}`,
      doNext:
        'Set up the provider in the gateway, and send the header or path by which it is chosen.',
      doNot: SETUP,
    }),
  },
  {
    id: 'gateway/model-unknown',
    when: (reply) =>
      [400, 404, 405, 422].includes(reply.status) &&
      (hasCode(reply, 'model_not_found', 'invalid_model', 'DeploymentNotFound') ||
        hasMark(
          reply,
          'litellm.model_name',
          'gateway.model_missing',
          'openai.model_missing',
          'azure.deployment_not_found',
          'kong.model',
        )),
    says: (reply) => ({
      ...blame('route-provider', 'gateway.model_not_found', 'request'),
      summary: `${answered(reply)}: ${reply.evidence.route.model ?? 'the model'} is not in the gateway's list${requestId(reply)}`,
      doNext: [
        'Use a name that GET /models of the gateway lists.',
        `Or let the operator of ${reply.host} add the model.`,
      ],
      doNot: SETUP,
    }),
  },
  {
    id: 'gateway/key-rejected',
    when: (reply) => !reply.who.relayed && reply.status < 500 && reply.status >= 400,
    says: (reply) => {
      const said =
        [reply.error.code, reply.error.type].some(
          (one) => one !== undefined && OF_THE_KEY.test(one),
        ) ||
        hasMark(
          reply,
          'kong.no_key',
          'kong.acl',
          'litellm.token',
          'litellm.no_key',
          'litellm.no_db',
          'bifrost.key',
          'one_api.banned',
          'openrouter.no_key',
          'openai.incorrect_key',
          'server.envoy_jwt',
        )
      const github = reply.status === 403 && reply.who.product === 'GitHub Models'
      const listCode = reply.who.product === 'Cloudflare AI Gateway' && hasCode(reply, '2009')
      // A rate limit or a payment may carry a word about the key as well; the status is the gateway's own.
      if (
        !(reply.status === 401 || github || listCode || (said && [400, 403].includes(reply.status)))
      ) {
        return undefined
      }
      return {
        owner: 'auth',
        rung: 'auth',
        code: codeOf('gateway', reply, reply.status === 403 ? 'forbidden' : 'key_rejected'),
        summary: `${answered(reply)}: the gateway itself refuses the caller's key, and nothing behind it was asked${requestId(reply)}`,
        doNext: [
          github
            ? 'Give the job `permissions: models: read`, or use a token that has it.'
            : hasMark(reply, 'litellm.no_db')
              ? `Store the master key of ${reply.host} in the secret, or let its operator connect its database (DATABASE_URL): without one LiteLLM knows no other key.`
              : `Store a key that ${reply.host} issued in the secret: a key of OpenAI is none of the gateway.`,
          'Send it in the header that the gateway reads.',
        ],
        doNot: [
          'Do not rotate the OpenAI key behind the gateway: it was not used.',
          'upgrade',
          'blameOpenai',
        ],
      }
    },
  },
  /**
   * A 503 that does not say what is behind the server: nginx sends it for its own limits and for
   * maintenance (a dead upstream is a 502 there), and an API for reasons of its own.
   */
  {
    id: 'gateway/unavailable',
    says: (reply) => {
      const { facts, error, who, status } = reply
      if (status !== 503) return undefined
      const again =
        facts.limits?.retryAfterMs !== undefined || facts.headers['retry-after'] !== undefined
      const ownCode = [error.code, error.type].some(
        (one) => one !== undefined && !/^\d+$/.test(one),
      )
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
        ...blame('route-provider', codeOf('gateway', reply, 'unavailable')),
        retryable: true,
        summary: `${answered(reply)}: ${meaning}${requestId(reply)}`,
        doNext: [
          `Re-run the job${whenAgain(reply)}, or set attempts to 3.`,
          `Ask the operator of ${reply.host} whether it is in maintenance or limits its clients.`,
        ],
        doNot: BEHIND,
      }
    },
  },
  {
    id: 'gateway/upstream-unreachable',
    says: (reply) => {
      const timedOut = TIMEOUTS.has(reply.status)
      const caught = reply.status >= 500 && hasMark(reply, 'upstream.fetch_failed')
      if (!(timedOut || caught || UNREACHED.has(reply.status))) return undefined
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
  },
  {
    id: 'gateway/server-error',
    when: (reply) => isServerError(reply),
    says: (reply) => ({
      ...blame('route-provider', codeOf('gateway', reply, 'server_error'), 'answer'),
      retryable: reply.status !== 501,
      summary: `${answered(reply)}: ${reply.who.relayed ? 'the server behind the gateway failed' : 'the gateway itself failed'}${requestId(reply)}`,
      doNext: [
        `Give the request ID and the time to the operator of ${reply.host}.`,
        againOrder(reply),
      ],
      doNot: BEHIND,
    }),
  },
  {
    id: 'gateway/too-large',
    when: (reply) => reply.status === 413,
    says: (reply) => ({
      owner: 'route-provider',
      rung: reply.facts.body.shape === 'json' ? 'request' : 'http',
      code: 'http.body_too_large',
      summary: `${answered(reply)}: the body of ${requestLine(reply)} is larger than it takes${requestId(reply)}`,
      doNext: `Let the operator of ${reply.host} raise the limit on request bodies (nginx: client_max_body_size), or send a smaller body.`,
      doNot: SETUP,
    }),
  },
  /** A page or a plain text where the API is expected: the root of the gateway, its console, no route. */
  {
    id: 'gateway/page',
    says: (reply) => {
      const { status, facts } = reply
      const page = facts.body.shape === 'html' || hasMark(reply, 'ollama.root', 'server.go')
      if (!page || !(status === 200 || status === 404 || status === 405)) return undefined
      const path = URL.parse(reply.evidence.route.baseUrl)?.pathname ?? ''
      const without = !/\/v\d/.test(path)
      return {
        ...blame('route-provider', 'gateway.not_the_api'),
        summary: `${answered(reply, '')} with a page for ${requestLine(reply)}: the gateway has no API at this path${without ? ', and the base URL has no /v1' : ''}`,
        doNext: without
          ? `Set the base URL to ${URL.parse(reply.evidence.route.baseUrl)?.origin ?? 'the gateway'}/v1, if the gateway serves the API there.`
          : `Ask the operator of ${reply.host} at which path the OpenAI API is served.`,
        doNot: ['Do not read a 200 as success: the page is not an answer of the API.', ...SETUP],
      }
    },
  },
  {
    id: 'gateway/forbidden',
    when: (reply) => reply.status === 403,
    says: (reply) => ({
      ...blame('route-provider', codeOf('gateway', reply, 'forbidden')),
      summary: `${answered(reply)} without a word about the key: a rule of the gateway refuses this request${requestId(reply)}`,
      doNext: `Ask the operator of ${reply.host} which rule refuses the request of this runner (access list, firewall, path).`,
      doNot: ['rotateUnjudged', 'upgrade', 'blameOpenai'],
    }),
  },
  {
    id: 'gateway/rejected',
    when: (reply) => reply.status >= 400 && reply.status <= 499,
    says: (reply) => ({
      owner: 'route-provider',
      rung: 'request',
      code: codeOf('gateway', reply, `http_${String(reply.status)}`),
      summary: `${answered(reply)}${reply.error.param === undefined ? '' : ` (parameter ${reply.error.param})`}: the ${reply.who.relayed ? 'server behind the gateway' : 'gateway'} refuses ${requestLine(reply)} as it was sent${requestId(reply)}`,
      doNext: `Compare endpoint, model and parameters with what ${reply.host} documents: a gateway serves a part of the API.`,
      doNot: SETUP,
    }),
  },
]

/** With `compare-direct` set already there is nothing more to set. */
function againOrder(reply: Reply): string {
  const more = reply.evidence.route.compareDirect
    ? ''
    : ', or set compare-direct to see the API without the gateway'
  return `Re-run the job${whenAgain(reply)}${more}.`
}

function saysBudget(reply: Reply): boolean {
  return (
    reply.status === 402 ||
    isUnverified(reply) ||
    BUDGET.test(`${reply.error.type ?? ''} ${reply.error.code ?? ''}`) ||
    hasMark(
      reply,
      'litellm.budget',
      'openrouter.credits',
      'one_api.quota',
      'portkey.budget',
      'openai.exceeded_quota',
      'openai.no_credits',
      'openai.billing_hard_limit',
      'apim.out_of_quota',
    ) ||
    ([400, 403, 429].includes(reply.status) && hasMark(reply, 'gateway.budget'))
  )
}

/** Vercel AI Gateway, a 403: the credits are there and locked until a card is on file. */
function isUnverified(reply: Reply): boolean {
  return hasType(reply, 'customer_verification_required')
}

function refused({ status }: Reply): boolean {
  return status === 401 || status === 403
}
