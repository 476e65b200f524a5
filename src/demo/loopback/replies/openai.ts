/** What api.openai.com says: bodies and headers as recorded in public, identifiers made up. */
import { randomUUID } from 'node:crypto'
import { json } from './reply.ts'
import type { LoopbackReply } from './reply.ts'

type Headers = Readonly<Record<string, string>>

const EDGE: Headers = {
  server: 'cloudflare',
  'cf-ray': '9a1c0ffee0000000-IAD',
  'cf-cache-status': 'DYNAMIC',
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'alt-svc': 'h3=":443"; ma=86400',
}

/** Headers of a reply that the API itself wrote. */
export function genuineHeaders(): Headers {
  return {
    ...EDGE,
    'openai-version': '2020-10-01',
    'openai-processing-ms': '6',
    'x-openai-proxy-wasm': 'v0.1',
    'x-request-id': `req_${randomUUID().replaceAll('-', '')}`,
  }
}

/** Headers of a reply to a caller whose organization is known. */
export function admittedHeaders(): Headers {
  return {
    ...genuineHeaders(),
    'openai-organization': 'org-lab',
    'openai-project': 'proj_lab',
    'x-envoy-upstream-service-time': '9',
  }
}

export function limitHeaders(): Headers {
  return {
    'x-ratelimit-limit-requests': '10000',
    'x-ratelimit-limit-tokens': '200000',
    'x-ratelimit-remaining-requests': '9999',
    'x-ratelimit-remaining-tokens': '199984',
    'x-ratelimit-reset-requests': '8ms',
    'x-ratelimit-reset-tokens': '4ms',
  }
}

export interface ErrorBody {
  readonly message: string
  readonly type: string
  readonly code?: string | null
  readonly param?: string | null
}

/** Any error in the API's own shape. */
export function openaiError(
  status: number,
  error: ErrorBody,
  headers: Headers = {},
): LoopbackReply {
  const body = { error: { param: null, code: null, ...error } }
  return json(status, body, { ...genuineHeaders(), ...headers })
}

const BEARER = { 'www-authenticate': 'Bearer realm="OpenAI API"' }
const INVALID = 'invalid_request_error'

/** Without a key: recorded from `GET /v1/models`; the other endpoints add "or basic". */
export function keyless401(path = '/v1/models'): LoopbackReply {
  const kinds = path === '/v1/models' ? 'bearer' : 'bearer or basic'
  const message = `Missing ${kinds} authentication in header`
  return openaiError(401, { message, type: INVALID }, BEARER)
}

export function openai401(): LoopbackReply {
  const message =
    'Incorrect API key provided: sk-proj-********lab. ' +
    'You can find your API key at https://platform.openai.com/account/api-keys.'
  return openaiError(401, { message, type: INVALID, code: 'invalid_api_key' }, BEARER)
}

export function mismatchedOrganization(): LoopbackReply {
  const message = 'OpenAI-Organization header should match organization for API key'
  return openaiError(401, { message, type: INVALID, code: 'mismatched_organization' }, BEARER)
}

export function addressNotAuthorized(): LoopbackReply {
  const message = 'Your IP is not authorized to make this request.'
  return openaiError(401, { message, type: INVALID, code: 'ip_not_authorized' }, BEARER)
}

export function incorrectHostname(): LoopbackReply {
  const message =
    'Attempted to access resource with incorrect regional hostname. ' +
    'Please make your request to us.api.openai.com'
  return openaiError(401, { message, type: INVALID, code: 'incorrect_hostname' }, BEARER)
}

export function missingScopes(status: 401 | 403, scope = 'api.responses.write'): LoopbackReply {
  const message = `You have insufficient permissions for this operation. Missing scopes: ${scope}.`
  return openaiError(status, { message, type: INVALID })
}

export function unsupportedCountry(): LoopbackReply {
  const error = {
    code: 'unsupported_country_region_territory',
    message: 'Country, region, or territory not supported',
    param: null,
    type: 'request_forbidden',
  }
  return json(403, { error }, EDGE)
}

export function projectWithoutModel(model = 'demo-model'): LoopbackReply {
  const message = `Project \`proj_lab\` does not have access to model \`${model}\``
  return openaiError(403, { message, type: INVALID, code: 'model_not_found' })
}

export function modelNotFound(model: string): LoopbackReply {
  const message = `The model \`${model}\` does not exist or you do not have access to it.`
  return openaiError(404, { message, type: INVALID, code: 'model_not_found' })
}

export function invalidUrl(method: string, path: string): LoopbackReply {
  const error = {
    message: `Invalid URL (${method} ${path})`,
    type: INVALID,
    param: null,
    code: null,
  }
  return json(404, { error }, EDGE)
}

export function modelMissing(): LoopbackReply {
  return openaiError(400, { message: 'you must provide a model parameter', type: INVALID })
}

export function missingParameter(param: string): LoopbackReply {
  const message = `Missing required parameter: '${param}'.`
  return openaiError(400, { message, type: INVALID, code: 'missing_required_parameter', param })
}

export function unsupportedParameter(param = 'max_tokens'): LoopbackReply {
  const message = `Unsupported parameter: '${param}' is not supported with this model.`
  return openaiError(400, { message, type: INVALID, code: 'unsupported_parameter', param })
}

export function belowMinimum(param: string, minimum: number): LoopbackReply {
  const message = `Invalid '${param}': integer below minimum value. Expected a value >= ${String(minimum)}.`
  return openaiError(400, { message, type: INVALID, code: 'integer_below_min_value', param })
}

export function billingHardLimit(): LoopbackReply {
  const message = 'Billing hard limit has been reached'
  return openaiError(400, { message, type: INVALID, code: 'billing_hard_limit_reached' })
}

export function insufficientQuota(): LoopbackReply {
  const message = 'You exceeded your current quota, please check your plan and billing details.'
  return openaiError(429, { message, type: 'insufficient_quota', code: 'insufficient_quota' })
}

export function creditBalanceExhausted(): LoopbackReply {
  const message = 'You have no credits remaining. Add credits to continue using the API.'
  return openaiError(429, { message, type: 'insufficient_quota', code: 'credit_balance_exhausted' })
}

export function spendLimitExceeded(): LoopbackReply {
  const message = 'Your organization has reached its spend limit.'
  const code = 'organization_spend_limit_exceeded'
  return openaiError(429, { message, type: 'insufficient_quota', code })
}

/** Tokens per minute, with the headers that a limit may (not must) carry. */
export function rateLimited(headers: 'with-headers' | 'bare' = 'with-headers'): LoopbackReply {
  const message =
    'Rate limit reached for demo-model in organization org-lab on tokens per min (TPM).'
  const error = { message, type: 'tokens', code: 'rate_limit_exceeded' }
  const told = {
    ...limitHeaders(),
    'x-ratelimit-remaining-tokens': '0',
    'x-ratelimit-reset-tokens': '18.642s',
    'retry-after': '19',
    'retry-after-ms': '18642',
  }
  return openaiError(429, error, headers === 'bare' ? {} : told)
}

export function slowDown(): LoopbackReply {
  const message = 'Slow down: your request rate increased too quickly.'
  return openaiError(429, { message, type: 'rate_limit_error', code: 'slow_down' })
}

export function serverError(): LoopbackReply {
  const message = 'The server had an error while processing your request. Sorry about that!'
  return openaiError(500, { message, type: 'server_error' })
}

export function overloaded(): LoopbackReply {
  const message = 'Our servers are currently overloaded. Please try again later.'
  const error = { message, type: 'service_unavailable_error', code: 'server_is_overloaded' }
  return openaiError(503, error, { 'retry-after': '5' })
}

export function conflict(): LoopbackReply {
  const message = 'The request conflicted with another operation on the same resource.'
  return openaiError(409, { message, type: INVALID })
}
