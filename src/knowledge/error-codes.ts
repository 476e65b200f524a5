/**
 * Codes of the APIs' error objects and the status that each is sent with, for an answer whose
 * status says nothing or was not kept (platform.openai.com/docs/guides/error-codes, Microsoft Learn
 * on Azure OpenAI and on models of Azure AI Foundry, 2026-11).
 */
export const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  insufficient_quota: 429,
  rate_limit_exceeded: 429,
  RateLimitReached: 429,
  tokens_limit_reached: 413,
  unavailable_model: 400,
  credit_balance_exhausted: 429,
  billing_hard_limit_reached: 400,
  invalid_api_key: 401,
  mismatched_organization: 401,
  invalid_organization: 401,
  no_organization: 401,
  incorrect_hostname: 401,
  ip_not_authorized: 401,
  account_deactivated: 401,
  PermissionDenied: 401,
  unsupported_country_region_territory: 403,
  model_not_found: 404,
  invalid_model: 404,
  DeploymentNotFound: 404,
  context_length_exceeded: 400,
  unsupported_parameter: 400,
  content_filter: 400,
  budget_exceeded: 400,
  server_error: 500,
  server_is_overloaded: 503,
}

/** Words of other programs as well: they say something only as the `code` of an error object. */
export const COMMON_CODES: ReadonlySet<string> = new Set([
  'invalid_model',
  'PermissionDenied',
  'invalid_organization',
  'content_filter',
  'server_error',
])

/** Types of error objects, where neither a code nor a sentence says more. */
export const STATUS_OF_TYPE: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  permission_error: 403,
  not_found_error: 404,
  rate_limit_error: 429,
  tokens: 429,
  requests: 429,
  api_error: 500,
  overloaded_error: 503,
}
