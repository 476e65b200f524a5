import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, type Reply } from '../reply.ts'
import { answered, codeOf, DO_NOT, nameOf, requestId } from '../words.ts'

function refused({ status }: Reply): boolean {
  return status === 401 || status === 403
}

/** The gateway passes on a 401 or 403 that was said to itself: its own upstream key. */
export const upstreamKey: AnswerConclusion = {
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
      DO_NOT.upgrade,
      DO_NOT.blameNetwork,
    ],
  }),
}

const MODEL_ACCESS = /model_access_denied|model_not_allowed/

/** The key is good at the gateway, and may not use this model. */
export const gatewayModelAccess: AnswerConclusion = {
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
    owner: 'auth',
    rung: 'auth',
    code: codeOf('gateway', reply, 'model_access_denied'),
    summary: `${answered(reply)}: the gateway accepts the key and does not allow it ${reply.evidence.route.model ?? 'this model'}${requestId(reply)}`,
    doNext: [
      hasMark(reply, 'openrouter.policy')
        ? `Allow a provider of ${reply.evidence.route.model ?? 'the model'} in the privacy and guardrail settings of this account (https://openrouter.ai/settings/privacy).`
        : `Allow ${reply.evidence.route.model ?? 'the model'} for this key, team or user in the gateway${hasMark(reply, 'litellm.tags') ? ': a deployment needs a tag that the request carries' : ''}.`,
    ],
    doNot: [
      'Do not replace the key with one of the same team.',
      DO_NOT.upgrade,
      DO_NOT.blameOpenai,
    ],
  }),
}

/** Types and codes by which gateways speak of the key that they were sent. */
const OF_THE_KEY =
  /^(?:invalid_api_key|auth_error|authentication_error|invalid_authentication|token_not_found_in_db|expired_key|invalid_token|token_expired|unauthorized|permission_error|permission_denied|access_denied|key_\w+)$/i

/** 401 that the gateway says itself: its own key, whatever is behind it. */
export const gatewayKeyRejected: AnswerConclusion = {
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
        DO_NOT.upgrade,
        DO_NOT.blameOpenai,
      ],
    }
  },
}

/** 403 that the gateway gives no reason for: a rule of the gateway, its firewall, or the caller's rights. */
export const gatewayForbidden: AnswerConclusion = {
  id: 'gateway/forbidden',
  when: (reply) => reply.status === 403,
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'http',
    code: codeOf('gateway', reply, 'forbidden'),
    summary: `${answered(reply)} without a word about the key: a rule of the gateway refuses this request${requestId(reply)}`,
    doNext: [
      `Ask the operator of ${reply.host} which rule refuses the request of this runner (access list, firewall, path).`,
    ],
    doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.blameOpenai],
  }),
}
