import { blame, type Warning } from '../orders.ts'
import type { Reply } from './reply.ts'
import { hasCode, hasMark, hasType, isFromApi, isFromOpenai, isServerError } from './reply.ts'
import {
  answered,
  codeOf,
  egressOfRunner,
  requestId,
  requestLine,
  headroom,
  whenAgain,
} from './words.ts'
import type { AnswerConclusion } from '../conclusion.ts'
import { withoutEndSlashes } from '../../model/index.ts'

/** The account was closed or suspended. */
const CLOSED =
  /(?:account|organization|project|user)_(?:deactivated|archived|suspended|disabled)|access_terminated/

const QUOTA_CODES = [
  'insufficient_quota',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
  'project_usage_limit_exceeded',
  'billing_not_active',
  'quota_exceeded',
] as const

const MEANING: readonly { readonly code: RegExp; readonly meaning: string }[] = [
  { code: /^organization_\w+_limit/, meaning: 'the organization has reached its limit' },
  { code: /^project_\w+_limit/, meaning: 'the project has reached its limit' },
  { code: /^billing_not_active$/, meaning: 'billing of the account is not active' },
]

const RATE =
  /^(?:rate_limit\w*|tokens|requests|images|slow_down|too_many_requests|\w*_per_(?:min|minute|day))$/

/** Statuses by which the API refuses the request itself (RFC 9110 §15.5). */
const REFUSALS: ReadonlySet<number> = new Set([
  400, 404, 405, 406, 410, 411, 412, 413, 414, 415, 417, 421, 422, 426, 428, 431,
])

const WAIT: readonly Warning[] = [
  'Do not rotate the API key: OpenAI says that the fault is its own.',
  'upgrade',
  'blameNetwork',
]

/** OpenAI itself, by code and type, most specific first; the status alone comes last in each family. */
export const OPENAI: readonly AnswerConclusion[] = [
  /** The project has data residency: it answers on its regional host only. A 401 that is no bad key. */
  {
    id: 'request/incorrect-hostname',
    when: (reply) =>
      hasCode(reply, 'incorrect_hostname') || hasMark(reply, 'openai.incorrect_hostname'),
    says: (reply) => ({
      ...blame('request', 'api.incorrect_hostname'),
      summary: `${answered(reply)}: the project of this key lives in another region and requires its regional host${requestId(reply)}`,
      doNext:
        'Set the base URL to the regional host of the project, e.g. https://us.api.openai.com/v1 or https://eu.api.openai.com/v1.',
      doNot: ['Do not rotate the API key: this 401 is about the host.', 'upgrade', 'blameNetwork'],
    }),
  },
  /** The API has no such path: doubled `/v1`, missing `/v1`, an endpoint inside the base URL. */
  {
    id: 'request/invalid-url',
    when: (reply) =>
      hasCode(reply, 'invalid_url', 'unknown_url') || hasMark(reply, 'openai.invalid_url'),
    says: (reply) => ({
      ...blame('request', 'api.invalid_url'),
      summary: `${answered(reply, '')}: it has no endpoint ${requestLine(reply)}, so the base URL or the endpoint is wrong${requestId(reply)}`,
      doNext: orderFor(reply),
      doNot: [
        'Do not rotate the API key: an unknown path is refused before the key is read.',
        'upgrade',
        'blameNetwork',
      ],
    }),
  },
  {
    id: 'request/wrong-endpoint',
    when: (reply) => hasMark(reply, 'openai.wrong_endpoint'),
    says: (reply) => ({
      ...blame('request', 'api.wrong_endpoint'),
      summary: `${answered(reply, '')}: this model is not served at the endpoint that was asked${requestId(reply)}`,
      doNext: 'Call the endpoint that the message names, or choose a model of this endpoint.',
      doNot: ['rotateKey', 'blameNetwork', 'retry'],
    }),
  },
  {
    id: 'auth/ip-not-authorized',
    when: (reply) =>
      hasCode(reply, 'ip_not_authorized') || hasMark(reply, 'openai.ip_not_authorized'),
    says: (reply) => ({
      ...blame('auth', 'api.ip_not_authorized'),
      summary: `${answered(reply)}: the IP allow-list of the account lacks ${egressOfRunner(reply)}${requestId(reply)}`,
      doNext: [
        `Add ${egressOfRunner(reply)} to the IP allow-list of the organization or project.`,
        'Give the runner a fixed egress address: hosted runners change theirs.',
      ],
      doNot: ['Do not rotate the API key: a new one meets the same list.', 'upgrade'],
    }),
  },
  {
    id: 'auth/organization-unverified',
    when: (reply) => hasMark(reply, 'openai.must_be_verified'),
    says: (reply) => ({
      ...blame('auth', 'api.organization_not_verified'),
      summary: `${answered(reply)}: the organization must be verified before it may use this model in this way${requestId(reply)}`,
      doNext:
        'Verify the organization at platform.openai.com, settings, organization, general; it acts within 15 minutes.',
      doNot: ['Do not rotate the API key: a new one belongs to the same organization.', 'upgrade'],
    }),
  },
  {
    id: 'auth/organization',
    when: (reply) =>
      hasCode(
        reply,
        'mismatched_organization',
        'invalid_organization',
        'no_organization',
        'organization_not_found',
        'mismatched_project',
        'invalid_project',
        'no_project',
        'project_not_found',
      ) ||
      (reply.status === 401 &&
        reply.error.code === undefined &&
        hasMark(reply, 'openai.no_organization', 'openai.wrong_organization')),
    says: (reply) => ({
      ...blame('auth', codeOf('api', reply, 'mismatched_organization')),
      summary: `${answered(reply)}: the key does not belong to the organization or project that the request names${requestId(reply)}`,
      doNext: [
        'Remove OPENAI_ORG_ID and OPENAI_PROJECT_ID: a project key carries both.',
        'Or set them to the organization and project in which the key was created.',
      ],
      doNot: [
        'Do not rotate the API key before the two settings fit it.',
        'upgrade',
        'blameNetwork',
      ],
    }),
  },
  /** A restricted key without the scope of this endpoint; seen as 401 and as 403. */
  {
    id: 'auth/missing-scopes',
    when: (reply) =>
      hasMark(reply, 'openai.missing_scopes') ||
      hasCode(reply, 'missing_scope', 'missing_scopes', 'insufficient_permissions'),
    says: (reply) => ({
      ...blame('auth', 'api.missing_scopes'),
      summary: `${answered(reply)}: the key is valid and lacks a permission for ${requestLine(reply)}${requestId(reply)}`,
      doNext: `Grant the key ${scopeOf(reply)}, and its owner the role Writer or Member.`,
      doNot: [
        'Do not replace the key with one of the same permissions.',
        'upgrade',
        'blameNetwork',
      ],
    }),
  },
  /** 403 with `model_not_found`: the model exists, the project may not use it. */
  {
    id: 'auth/model-access',
    when: (reply) =>
      reply.status === 403 &&
      (hasCode(reply, 'model_not_found') || hasMark(reply, 'openai.model_access')),
    says: (reply) => ({
      ...blame('auth', 'api.model_not_found'),
      summary: `${answered(reply)}: the project of this key has no access to ${modelOf(reply.evidence.route.model)}${requestId(reply)}`,
      doNext: [
        `Allow ${modelOf(reply.evidence.route.model)} in the limits of the project at platform.openai.com.`,
        'Or use the key of a project that has it.',
      ],
      doNot: ['blameNetwork', 'upgrade'],
    }),
  },
  /** Credits, spend or usage limit are used up: by type or code, never by the status, which is that of a rate limit. */
  {
    id: 'quota/insufficient',
    says: (reply) => {
      const named =
        hasType(reply, 'insufficient_quota', 'billing_not_active') || hasCode(reply, ...QUOTA_CODES)
      const inWords =
        reply.error.code === undefined &&
        hasMark(
          reply,
          'openai.exceeded_quota',
          'openai.no_credits',
          'openai.spend_limit',
          'openai.account_not_active',
        )
      if (!named && !inWords) return undefined
      return {
        ...blame('quota', codeOf('api', reply, 'insufficient_quota')),
        summary: `${answered(reply)}: ${meaning(reply.error.code)}; the key and the path are fine${requestId(reply)}`,
        doNext: [
          /limit/.test(reply.error.code ?? '')
            ? 'Raise the spend or usage limit of the organization or project at platform.openai.com.'
            : 'Add credits or a payment method at platform.openai.com, settings, billing.',
          'Check that the key belongs to the organization that pays.',
        ],
        doNot: [
          'Do not rotate the API key: a new one draws on the same balance.',
          'retry',
          'blameNetwork',
        ],
      }
    },
  },
  /** The hard limit of the billing settings, sent as a 400. */
  {
    id: 'quota/billing-hard-limit',
    when: (reply) =>
      hasCode(reply, 'billing_hard_limit_reached') || hasMark(reply, 'openai.billing_hard_limit'),
    says: (reply) => ({
      ...blame('quota', 'api.billing_hard_limit_reached'),
      summary: `${answered(reply)}: the hard limit of the billing settings is reached; the key and the request are fine${requestId(reply)}`,
      doNext:
        'Raise the hard limit at platform.openai.com, settings, limits, or wait for the next month.',
      doNot: ['Do not change the request: this 400 is about billing.', 'retry', 'blameNetwork'],
    }),
  },
  {
    id: 'auth/account-closed',
    when: (reply) => CLOSED.test(`${reply.error.code ?? ''} ${reply.error.type ?? ''}`),
    says: (reply) => ({
      ...blame('auth', codeOf('api', reply, 'account_deactivated')),
      summary: `${answered(reply)}: the account, organization or project of the key is closed${requestId(reply)}`,
      doNext: 'Have the account reopened by its owner, or use a key of an active project.',
      doNot: ['Do not create a new key in the same account.', 'blameNetwork'],
    }),
  },
  {
    id: 'auth/invalid-key',
    when: (reply) =>
      hasCode(reply, 'invalid_api_key', 'expired_api_key', 'token_expired', 'token_invalidated') ||
      (reply.error.code === undefined && hasMark(reply, 'openai.incorrect_key')),
    says: (reply) => ({
      ...blame('auth', codeOf('api', reply, 'invalid_api_key')),
      summary: `${answered(reply)}: the key is wrong, revoked, or from another vendor; the network path is fine${requestId(reply)}`,
      doNext: [
        'Store a current key of this project in the secret, without quotes, spaces or line break.',
        reply.evidence.source === 'log'
          ? 'Compare the last four characters of the key that the application reads with those that the dashboard shows.'
          : 'Check in the dashboard that the key is active and belongs to this project.',
      ],
      doNot: ['upgrade', 'blameNetwork', 'retry'],
    }),
  },
  {
    id: 'auth/missing-credentials',
    when: (reply) => reply.status === 401 && hasMark(reply, 'openai.missing_bearer'),
    says: (reply) => ({
      ...blame('auth', 'api.missing_credentials'),
      summary: `${answered(reply, '')}: no credentials arrived with the request${reply.facts.authenticated && reply.evidence.source !== 'log' ? ', although a key was sent from here' : ''}${requestId(reply)}`,
      doNext: [
        'Pass the secret to the step as OPENAI_API_KEY.',
        'If the key is set, let the proxy on the path pass the Authorization header on.',
      ],
      doNot: ['upgrade', 'blameNetwork', 'Do not rotate the API key: none arrived.'],
    }),
  },
  /** 404: the model does not exist for this key. (403 is `auth/model-access`.) */
  {
    id: 'request/model-not-found',
    says: (reply) => {
      const named = hasCode(reply, 'model_not_found', 'invalid_model', 'model_deprecated')
      const inWords = reply.error.code === undefined && hasMark(reply, 'openai.model_missing')
      const model = reply.evidence.route.model
      if (!named && !inWords) return undefined
      return {
        ...blame('request', 'api.model_not_found'),
        summary: `${answered(reply)}: ${model === undefined ? 'the model' : `the model ${model}`} does not exist for this key${requestId(reply)}`,
        doNext: [
          'Correct the name of the model, or use one that GET /v1/models lists for this key.',
          'If the name is right, give the project of the key access to the model.',
        ],
        doNot: ['Do not rotate the API key: it was accepted.', 'blameNetwork'],
      }
    },
  },
  {
    id: 'request/content-policy',
    when: (reply) =>
      hasCode(reply, 'content_policy_violation', 'moderation_blocked', 'invalid_prompt') ||
      hasMark(reply, 'openai.content_policy'),
    says: (reply) => ({
      ...blame('request', codeOf('api', reply, 'content_policy_violation')),
      summary: `${answered(reply)}: its safety system refuses the content of this request; key, model and path are fine${requestId(reply)}`,
      doNext: 'Change the prompt or the image of this request: others are not affected.',
      doNot: ['rotateKey', 'blameNetwork', 'changeModel'],
    }),
  },
  {
    id: 'server/overloaded',
    when: (reply) =>
      isServerError(reply) &&
      (hasCode(reply, 'server_is_overloaded', 'slow_down', 'overloaded') ||
        hasType(reply, 'service_unavailable_error', 'overloaded_error') ||
        hasMark(reply, 'openai.overloaded')),
    says: (reply) => ({
      ...blame('api-server', codeOf('api', reply, 'overloaded'), 'quota'),
      retryable: true,
      summary: `${answered(reply)}: OpenAI has no capacity for this request right now${requestId(reply)}`,
      doNext: [
        `Re-run the job${whenAgain(reply)}, or set attempts to 3.`,
        'Check status.openai.com.',
      ],
      doNot: WAIT,
    }),
  },
  {
    id: 'quota/rate-limit',
    when: (reply) => reply.status === 429 && saysRate(reply),
    says: (reply) => ({
      ...blame('rate-limit', codeOf('api', reply, 'rate_limit_exceeded')),
      retryable: true,
      summary: `${answered(reply)}: the limit on requests or tokens is used up${headroom(reply)}; retry${whenAgain(reply) === '' ? ' later' : whenAgain(reply)}${requestId(reply)}`,
      doNext: [
        `Re-run the job${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`,
        'Spread the requests of parallel jobs, or ask for a higher limit of this model.',
      ],
      doNot: [
        'Do not rotate the API key: the limit belongs to the organization and project.',
        'Do not add credits: the balance is not what was refused.',
        'blameNetwork',
      ],
    }),
  },
  /** 429 without a word: quota and rate share the status; the rate is the first to test, as it passes. */
  {
    id: 'quota/unexplained',
    when: (reply) => reply.status === 429,
    says: (reply) => ({
      owner: 'rate-limit',
      confidence: 'low',
      rung: 'quota',
      code: codeOf('api', reply, 'too_many_requests'),
      retryable: true,
      summary: `${answered(reply)} without saying whether a rate or the balance is used up${requestId(reply)}`,
      doNext: [
        'Run the preflight again in a minute: a rate limit is gone by then, an empty balance (insufficient_quota) is not.',
        'Check usage and limits of the organization at platform.openai.com.',
      ],
      doNot: ['Do not rotate the API key: both limits stay with the organization.', 'blameNetwork'],
    }),
  },
  {
    id: 'quota/payment-required',
    when: (reply) => reply.status === 402,
    says: (reply) => ({
      ...blame('quota', codeOf('api', reply, 'payment_required')),
      summary: `${answered(reply)}: the account has to pay before this request is admitted${requestId(reply)}`,
      doNext: 'Add credits or a payment method at platform.openai.com, settings, billing.',
      doNot: ['Do not rotate the API key: a new one draws on the same balance.', 'retry'],
    }),
  },
  {
    id: 'server/conflict',
    when: (reply) => [408, 409, 425].includes(reply.status),
    says: (reply) => ({
      ...blame('api-server', codeOf('api', reply, reply.status === 409 ? 'conflict' : 'timeout')),
      retryable: true,
      summary: `${answered(reply)}: OpenAI could not process the request just now${requestId(reply)}`,
      doNext: 'Send the request again: the SDK does so by itself unless maxRetries is 0.',
      doNot: WAIT,
    }),
  },
  {
    id: 'server/error',
    when: (reply) => isServerError(reply),
    says: (reply) => ({
      owner: 'api-server',
      rung: 'answer',
      code: codeOf('api', reply, reply.status === 503 ? 'unavailable' : 'server_error'),
      retryable: true,
      summary: `${answered(reply)}: the request reached OpenAI and failed there${requestId(reply)}`,
      doNext: [
        `Re-run the job${whenAgain(reply)}, or set attempts to 3.`,
        'Check status.openai.com, and give the request ID to OpenAI support if it recurs.',
      ],
      doNot: WAIT,
    }),
  },
  {
    id: 'auth/rejected',
    says: (reply) => {
      // `request_forbidden` is said of the place that the request comes from.
      const credentials =
        reply.status === 401 || (reply.status === 403 && !hasType(reply, 'request_forbidden'))
      if (!credentials || reply.facts.body.shape === 'html') return undefined
      return {
        ...blame('auth', codeOf('api', reply, reply.status === 401 ? 'unauthorized' : 'forbidden')),
        summary: `${answered(reply)}: it does not accept these credentials for ${requestLine(reply)}${requestId(reply)}`,
        doNext: [
          'Check key, organization and project of the secret against the dashboard.',
          'Check the permissions of the key and the role of its owner.',
        ],
        doNot: ['upgrade', 'blameNetwork'],
      }
    },
  },
]

/** Also of its edge, in front of it. */
export const OPENAI_OR_EDGE: readonly AnswerConclusion[] = [
  /** A page instead of the API's JSON where the base URL leaves out its `/v1`. */
  {
    id: 'request/base-url',
    says: (reply) => {
      const { evidence, status, facts } = reply
      if (evidence.route.kind !== 'openai' || facts.body.shape === 'json') return undefined
      if (reply.who.responder === 'proxy' || reply.who.responder === 'interceptor') return undefined
      const missing = !/\/v\d+$/.test(pathOf(reply))
      const fromEdge = reply.who.responder === 'openai-edge' || isFromApi(reply)
      const fits =
        status === 404 ||
        status === 405 ||
        (status === 200 && facts.body.shape === 'html' && fromEdge)
      // Without the version in the path, a page is what the edge answers (no other evidence needed).
      return fits && (missing || (fromEdge && status !== 200))
        ? {
            ...blame('request', 'api.invalid_url'),
            summary: `${answered(reply, '')} with a page for ${requestLine(reply)}: the base URL does not lead to the API`,
            doNext: orderFor(reply),
            doNot: ['rotateUnjudged', 'upgrade'],
          }
        : undefined
    },
  },
  {
    id: 'request/rejected',
    says: (reply) => {
      const { status, error } = reply
      const edge =
        reply.who.responder === 'openai-edge' && [400, 405, 413, 414, 415, 431].includes(status)
      if (!REFUSALS.has(status) || !(isFromOpenai(reply) || edge)) return undefined
      const tooLong =
        hasCode(reply, 'context_length_exceeded') || hasMark(reply, 'openai.context_length')
      const about = error.param === undefined || tooLong ? '' : ` (parameter ${error.param})`
      const why = tooLong
        ? 'the input is longer than this model takes'
        : `it refuses ${requestLine(reply)} as it was sent`
      return {
        owner: 'request',
        rung: 'request',
        code: codeOf('api', reply, tooLong ? 'context_length_exceeded' : `http_${String(status)}`),
        summary: `${answered(reply)}${about}: ${why}${requestId(reply)}`,
        doNext: [
          tooLong
            ? 'Shorten the input, or use a model with a larger context.'
            : error.param === undefined
              ? 'Compare endpoint, method and body of the request with the API reference of this model.'
              : `Correct the parameter ${error.param} for this model and endpoint.`,
          tooLong ? undefined : 'Update the SDK if the application sets the parameter through it.',
        ],
        doNot: ['Do not rotate the API key: it is not what was refused.', 'blameNetwork', 'retry'],
      }
    },
  },
]

/** The scope as the API names it, else by the request that needs it. */
function scopeOf(reply: Reply): string {
  const { scope } = reply.error
  return scope === undefined ? `the scope for ${requestLine(reply)}` : `the scope ${scope}`
}

function modelOf(model: string | undefined): string {
  return model === undefined ? 'the model' : `the model ${model}`
}

function meaning(code = ''): string {
  const known = MEANING.find((one) => one.code.test(code))
  return known?.meaning ?? 'the organization has no credits left'
}

function saysRate(reply: Reply): boolean {
  const { code, type } = reply.error
  const { limits } = reply.facts
  return (
    [code, type].some((one) => one !== undefined && RATE.test(one)) ||
    hasMark(reply, 'openai.rate_limit') ||
    [limits?.requests, limits?.tokens].some((one) => one?.remaining === 0) ||
    limits?.retryAfterMs !== undefined
  )
}

function pathOf({ evidence }: Reply): string {
  return withoutEndSlashes(URL.parse(evidence.route.baseUrl)?.pathname ?? '')
}

function orderFor(reply: Reply): string {
  const origin = URL.parse(reply.evidence.route.baseUrl)?.origin ?? 'https://api.openai.com'
  return `Set the base URL to ${origin}/v1: the SDK adds the endpoint.`
}
