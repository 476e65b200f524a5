import type { Reading } from '../evidence-piece.ts'
import { describing, tells, type Signature } from './signature.ts'

/** Headers in dumps of responses that say who answered or how much is left. */
const HEADERS =
  'x-request-id apim-request-id x-ms-region x-ms-client-request-id openai-version openai-processing-ms openai-organization x-openai-proxy-wasm cf-ray cf-mitigated server via www-authenticate retry-after retry-after-ms content-type x-ratelimit-remaining-requests x-ratelimit-remaining-tokens x-ratelimit-limit-requests x-ratelimit-limit-tokens policy-id proxy-authenticate x-litellm-call-id x-litellm-version x-portkey-trace-id cf-aig-log-id helicone-id x-kong-request-id x-kong-response-latency x-kong-upstream-latency x-envoy-upstream-service-time x-cache x-amzn-requestid'.split(
    ' ',
  )

/** Codes and types of the APIs' own, which say enough wherever they stand. */
const TELLING =
  'insufficient_quota billing_hard_limit_reached credit_balance_exhausted rate_limit_exceeded invalid_api_key mismatched_organization no_organization incorrect_hostname ip_not_authorized account_deactivated unsupported_country_region_territory model_not_found context_length_exceeded unsupported_parameter server_is_overloaded DeploymentNotFound budget_exceeded'.split(
    ' ',
  )

/** Properties of error objects as inspectors and loggers print them, one for each line or field. */
export const PROPERTIES: readonly Signature[] = [
  tells(
    TELLING.map((code) => code.toLowerCase()),
    new RegExp(String.raw`\b(${TELLING.join('|')})\b`),
    ([, code = '']) => ({ kind: 'api-code', code }),
  ),
  describing(
    tells(
      ["code: '", 'code: "', "code': '", 'code": "', 'code":"', "code='", 'errorcode: '],
      /\b(?:error ?)?code['"]?\s{0,2}[:=]\s{0,2}['"]?([a-z][a-z\d_]{3,60}|[A-Z][a-z]+[A-Za-z]{3,60})\b['"]?/i,
      ([, code = '']) =>
        /^(?:E[A-Z]{3,}|UND_|ERR_|HPE_)/.test(code) ||
        !/[a-z]/.test(code) ||
        NOT_CODES.has(code.toLowerCase())
          ? undefined
          : { kind: 'api-code', code },
    ),
  ),
  describing(
    tells(
      ["type: '", 'type": "', "type': '", 'type":"'],
      /\btype['"]?\s{0,2}[:=]\s{0,2}['"]([a-z][a-z\d]*(?:_[a-z\d]+){1,6}|tokens|requests)['"]/,
      ([, type = '']) =>
        type === 'system_error' || /^(?:input|output)_/.test(type)
          ? undefined
          : { kind: 'api-code', type },
    ),
  ),
  describing(
    tells(
      ['request_id', 'requestid', 'request id', 'request-id'],
      /\b(?:x-|apim-)?request[ _-]?id['"]?\s{0,2}[:=]?\s{0,2}['"]?((?:req_[\da-f]{12,40})|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\b/i,
      ([, value = '']) => ({ kind: 'request-id', value }),
    ),
  ),
  describing(
    tells(
      HEADERS.flatMap((name) => [`${name}'`, `${name}"`, `${name}: `]),
      new RegExp(
        String.raw`(?<![\w-])['"]?(${HEADERS.join('|')})['"]?\s{0,2}[:=]\s{0,2}['"]?([\w ./:;,=()-]{1,160})`,
        'i',
      ),
      ([, name = '', value = '']): Reading => ({
        kind: 'header',
        name: name.toLowerCase(),
        value: value.trim(),
      }),
    ),
  ),
]

const NOT_CODES = new Set([
  'null',
  'none',
  'undefined',
  'true',
  'false',
  'error',
  'number',
  'string',
  'status',
  'http',
  'exit',
])
