/** Errors of api.openai.com that no demo shows. */
import {
  BEARER,
  genuineHeaders,
  INVALID,
  openaiError,
  rateLimited,
  type LoopbackReply,
} from '../../src/demo/loopback/replies.ts'

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

export function projectWithoutModel(model = 'demo-model'): LoopbackReply {
  const message = `Project \`proj_lab\` does not have access to model \`${model}\``
  return openaiError(403, { message, type: INVALID, code: 'model_not_found' })
}

export function billingHardLimit(): LoopbackReply {
  const message = 'Billing hard limit has been reached'
  return openaiError(400, { message, type: INVALID, code: 'billing_hard_limit_reached' })
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

export function slowDown(): LoopbackReply {
  const message = 'Slow down: your request rate increased too quickly.'
  return openaiError(429, { message, type: 'rate_limit_error', code: 'slow_down' })
}

export function conflict(): LoopbackReply {
  const message = 'The request conflicted with another operation on the same resource.'
  return openaiError(409, { message, type: INVALID })
}

export function unsupportedParameter(param = 'max_tokens'): LoopbackReply {
  const message = `Unsupported parameter: '${param}' is not supported with this model.`
  return openaiError(400, { message, type: INVALID, code: 'unsupported_parameter', param })
}

/** Without the headers that a limit may (not must) carry. */
export function rateLimitedBare(): LoopbackReply {
  return { ...rateLimited(), headers: { ...genuineHeaders(), 'content-type': 'application/json' } }
}

export function modelMissing(): LoopbackReply {
  return openaiError(400, { message: 'you must provide a model parameter', type: INVALID })
}

export function missingParameter(param: string): LoopbackReply {
  const message = `Missing required parameter: '${param}'.`
  return openaiError(400, { message, type: INVALID, code: 'missing_required_parameter', param })
}

export function belowMinimum(param: string, minimum: number): LoopbackReply {
  const message = `Invalid '${param}': integer below minimum value. Expected a value >= ${String(minimum)}.`
  return openaiError(400, { message, type: INVALID, code: 'integer_below_min_value', param })
}

export function notJson(): LoopbackReply {
  const message = 'We could not parse the JSON body of your request.'
  return openaiError(400, { message, type: INVALID })
}

export function methodNotAllowed(method: string, path: string): LoopbackReply {
  const message = `Not allowed to ${method} on ${path}.`
  return openaiError(405, { message, type: INVALID, code: 'method_not_supported' })
}
