/** The API itself answers: direct route. */
import {
  addressNotAuthorized,
  billingHardLimit,
  conflict,
  creditBalanceExhausted,
  edgeOriginError,
  edgeTiny,
  incorrectHostname,
  insufficientQuota,
  invalidUrl,
  mismatchedOrganization,
  missingScopes,
  modelNotFound,
  openai401,
  overloaded,
  projectWithoutModel,
  rateLimited,
  rateLimitedBare,
  serverError,
  slowDown,
  spendLimitExceeded,
  unsupportedCountry,
  unsupportedParameter,
} from '../loopback/replies.ts'
import { answered } from './http.ts'
import { atMost, costsOneRequest, direct, noKeyAt } from './loopback.ts'
import { fails, PASS } from './scenario.ts'
import type { Arranged, Expected, Scenario } from './scenario.ts'

function healthy(
  id: string,
  title: string,
  flags: NonNullable<Arranged['flags']>,
  expect: Expected = PASS,
): Scenario {
  return {
    id,
    title,
    needs: 'loopback',
    expect,
    async arrange(lab) {
      const api = await lab.api()
      return {
        flags: { ...direct(api.port), ...flags },
        complaints: () => [
          ...costsOneRequest(api),
          ...(flags['depth'] === 'route' ? noKeyAt(api, lab.key) : []),
        ],
      }
    },
  }
}

const AUTH = (code: string): Expected => fails('auth', 'auth', `api.${code}`, 'http')
const REQUEST = (code: string): Expected => fails('request', 'request', `api.${code}`, 'auth')
const QUOTA = (code: string): Expected => fails('quota', 'quota', `api.${code}`, 'request')
const RATE = (code: string): Expected => fails('rate-limit', 'quota', `api.${code}`, 'request')

export const API: readonly Scenario[] = [
  healthy('OK01', 'Everything works: responses', {}),
  healthy('OK02', 'Everything works: chat completions', { endpoint: 'chat-completions' }),
  healthy('OK03', 'Everything works: embeddings', {
    endpoint: 'embeddings',
    model: 'demo-embedder',
  }),
  healthy('OK04', 'Everything works: a model that thinks first', {
    endpoint: 'chat-completions',
    model: 'demo-reasoner',
  }),
  healthy('OK05', 'Depth auth proves the key', { depth: 'auth' }, { ...PASS, lastGood: 'auth' }),
  healthy(
    'OK06',
    'Depth route proves the path and sends no key',
    { depth: 'route' },
    { ...PASS, lastGood: 'http' },
  ),
  healthy(
    'OK07',
    'Without a model the climb ends at auth',
    { model: '' },
    { ...PASS, lastGood: 'auth' },
  ),
  answered('HTTP01', 'The API does not know the key', openai401(), AUTH('invalid_api_key')),
  answered(
    'HTTP01-organization',
    'The organization does not match the key',
    mismatchedOrganization(),
    AUTH('mismatched_organization'),
  ),
  answered(
    'HTTP01-address',
    "The account's allow-list lacks this address",
    addressNotAuthorized(),
    AUTH('ip_not_authorized'),
  ),
  answered(
    'HTTP01-scope',
    'The key lacks a scope, 401',
    missingScopes(401),
    AUTH('missing_scopes'),
  ),
  answered(
    'HTTP01-scope-403',
    'The key lacks a scope, 403',
    missingScopes(403),
    AUTH('missing_scopes'),
  ),
  answered(
    'HTTP01-project',
    'The project has no access to the model',
    projectWithoutModel(),
    fails('auth', 'auth', 'api.model_not_found', 'http'),
  ),
  answered(
    'HTTP01-region',
    'A 401 that means the wrong regional host',
    incorrectHostname(),
    fails('request', 'request', 'api.incorrect_hostname', 'http'),
  ),
  answered(
    'HTTP02',
    'The country of this address is not supported',
    unsupportedCountry(),
    fails('connection-path', 'http', 'api.unsupported_country_region_territory', 'tls'),
  ),
  {
    id: 'HTTP11',
    title: 'The API does not know the model',
    needs: 'loopback',
    expect: REQUEST('model_not_found'),
    async arrange(lab) {
      const api = await lab.api()
      return {
        flags: { ...direct(api.port), model: 'gpt-9-imaginary' },
        complaints: () => atMost('connections', api.connections(), 2),
      }
    },
  },
  answered(
    'HTTP11-404',
    'The API does not know the model',
    modelNotFound('demo-model'),
    REQUEST('model_not_found'),
  ),
  answered(
    'HTTP11-url',
    'The API does not know the path',
    invalidUrl('POST', '/v1/v1/responses'),
    fails('request', 'request', 'api.invalid_url', 'http'),
  ),
  answered(
    'HTTP11-parameter',
    'The API refuses a parameter',
    unsupportedParameter(),
    REQUEST('unsupported_parameter'),
  ),
  answered('HTTP09', 'The quota is used up', insufficientQuota(), QUOTA('insufficient_quota')),
  answered(
    'HTTP09-credits',
    'No credits remain',
    creditBalanceExhausted(),
    QUOTA('credit_balance_exhausted'),
  ),
  answered(
    'HTTP09-spend',
    'The spend limit is reached',
    spendLimitExceeded(),
    QUOTA('organization_spend_limit_exceeded'),
  ),
  answered(
    'HTTP09-billing',
    'The billing hard limit, a 400',
    billingHardLimit(),
    QUOTA('billing_hard_limit_reached'),
  ),
  answered('HTTP09-rate', 'Too many tokens a minute', rateLimited(), RATE('rate_limit_exceeded')),
  answered(
    'HTTP09-bare',
    'Too many tokens a minute, without any header',
    rateLimitedBare(),
    RATE('rate_limit_exceeded'),
  ),
  answered('HTTP09-slow', 'Too fast an increase', slowDown(), RATE('slow_down')),
  answered(
    'HTTP10',
    'The API has an error',
    serverError(),
    fails('api-server', 'answer', 'api.server_error', 'http'),
  ),
  answered(
    'HTTP10-overloaded',
    'The API is overloaded',
    overloaded(),
    fails('api-server', 'quota', 'api.server_is_overloaded', 'http'),
  ),
  answered(
    'HTTP10-conflict',
    'The API reports a conflict',
    conflict(),
    fails('api-server', 'answer', 'api.conflict', 'http'),
  ),
  ...([502, 503, 504] as const).map((status) =>
    answered(
      `HTTP10-${String(status)}`,
      `The edge has no answer from the API, ${String(status)}`,
      edgeTiny(status),
      fails('api-server', 'http', `api.edge_${String(status)}`, 'tls'),
    ),
  ),
  ...([520, 522, 524] as const).map((status) =>
    answered(
      `HTTP10-${String(status)}`,
      `The edge cannot talk to the API, ${String(status)}`,
      edgeOriginError(status),
      fails('api-server', 'http', `api.edge_${String(status)}`, 'tls'),
    ),
  ),
  {
    id: 'HTTP10-healed',
    title: 'The second attempt succeeds',
    needs: 'loopback',
    expect: PASS,
    async arrange(lab) {
      const first = serverError()
      let asked = 0
      const api = await lab.api({
        answers: { 'POST /v1/responses': () => (asked++ === 0 ? first : undefined) },
      })
      return { flags: { ...direct(api.port), attempts: '2' } }
    },
  },
]
