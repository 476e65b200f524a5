import { entryOf } from '../model/index.ts'
/** The status with which an API sends these words, where the log kept only the words. */
const STATUS_OF_WORDS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:openai\.(?:exceeded_quota|no_credits|spend_limit|rate_limit|account_not_active)|azure\.(?:rate_limit|capacity)|kong\.rate_limit|apim\.rate_limit|edge\.error_code_1015)$/,
    429,
  ],
  [
    /^(?:openai\.billing_hard_limit|azure\.(?:api_version|content_filter|operation)|litellm\.(?:model_name|budget))/,
    400,
  ],
  [
    /^(?:openai\.(?:incorrect_key|missing_bearer|incorrect_hostname|ip_not_authorized|no_organization|wrong_organization)|azure\.(?:invalid_key|principal|data_action|token)|apim\.(?:missing|invalid)|litellm\.(?:token|no_key)|openrouter\.no_key|kong\.no_key)/,
    401,
  ],
  [/^(?:openrouter\.credits|gateway\.budget)$/, 402],
  [
    /^(?:openai\.(?:missing_scopes|must_be_verified|unsupported_country|model_access)|azure\.(?:virtual_network|custom_domain|public_access|key_auth|blocked)|litellm\.model_access|apim\.out_of_quota|edge\.(?:cloudflare_block|cloudflare_challenge|error_code_1020)|block\.)/,
    403,
  ],
  [
    /^(?:openai\.(?:invalid_url|model_missing)|azure\.(?:deployment|resource)|kong\.no_route|gateway\.model_missing)/,
    404,
  ],
  [/^openai\.server_error$/, 500],
  [/^(?:openai\.overloaded|server\.envoy_upstream)$/, 503],
  [/^(?:edge\.cloudflare_5xx|server\.plain_502|azure\.support_link)$/, 502],
  [/^openai\.account_link$/, 500],
]
const STATUS_OF_CODES: Readonly<Record<string, number>> = {
  insufficient_quota: 429,
  rate_limit_exceeded: 429,
  billing_hard_limit_reached: 400,
  invalid_api_key: 401,
  mismatched_organization: 401,
  invalid_organization: 401,
  incorrect_hostname: 401,
  account_deactivated: 401,
  unsupported_country_region_territory: 403,
  model_not_found: 404,
  DeploymentNotFound: 404,
  context_length_exceeded: 400,
  unsupported_parameter: 400,
  server_error: 500,
  server_is_overloaded: 503,
  credit_balance_exhausted: 429,
  PermissionDenied: 401,
  content_filter: 400,
}

export function impliedStatus(
  marks: readonly string[],
  code: string | undefined,
  type: string | undefined,
): number | undefined {
  for (const word of [code, type]) {
    if (word !== undefined && Object.hasOwn(STATUS_OF_CODES, word))
      return entryOf(STATUS_OF_CODES, word)
  }
  for (const mark of marks) {
    const status = STATUS_OF_WORDS.find(([pattern]) => pattern.test(mark))?.[1]
    if (status !== undefined) return status
  }
  return undefined
}
