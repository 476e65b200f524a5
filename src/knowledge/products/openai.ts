import { product, proof, strong, hint, inErrors } from '../product.ts'
import { all, any, header, mark, type Sign } from '../sign.ts'

const REPLIES = 'recorded replies of api.openai.com'

/** What only OpenAI's edge adds to a response of the API (recorded 2025-11 and 2026-07). */
export const genuine: Sign = any(
  header('x-openai-proxy-wasm'),
  header('www-authenticate', /realm="?OpenAI API/i),
  all(header('openai-version'), header('x-request-id')),
)

/** Types are lower-case words; other vendors that copy the shape put a status into `code`. */
const errorInItsShape: Sign = ({ response }) => {
  const { errorShape, error } = response.body
  if (errorShape !== 'openai' || error === undefined) return undefined
  const { type, code, codeType } = error
  if (codeType === 'number' || (code !== undefined && /^\d+$/.test(code))) return undefined
  return type !== undefined && /^[a-z][a-z_]{3,60}$/.test(type)
    ? `an error object in OpenAI's shape, type ${type}`
    : undefined
}

const answerInItsShape: Sign = ({ response }) => {
  const { object } = response.body
  const known = /^(?:list|model|response|chat\.completion|embedding)$/
  return response.status === 200 && object !== undefined && known.test(object)
    ? `object ${object}`
    : undefined
}

/** OpenAI's API itself. */
export const openai = product({
  name: 'OpenAI API',
  kind: 'api',
  responder: 'openai',
  routes: ['openai'],
  headers: [
    'openai-model',
    'x-oai-request-id',
    'x-openai-authorization-error',
    'x-should-retry',
    'x-envoy-upstream-service-time',
  ],
  presenceOnly: ['openai-organization', 'openai-project'],
  marks: inErrors(REPLIES, {
    'openai.invalid_url': { says: /\bInvalid URL \([A-Z]{3,7} \//, status: 404 },
    'openai.missing_bearer': {
      says: /Missing bearer (?:or basic )?authentication|You didn['’]t provide an API key/i,
      status: 401,
    },
    'openai.incorrect_key': { says: /Incorrect API key provided/i, status: 401 },
    'openai.missing_scopes': {
      says: /insufficient permissions for this operation|Missing scopes:/i,
      status: 403,
    },
    'openai.must_be_verified': { says: /organization must be verified/i, status: 403 },
    'openai.no_credits': { says: /You have no credits remaining/i, status: 429 },
    'openai.exceeded_quota': { says: /exceeded your current quota/i, status: 429 },
    'openai.spend_limit': {
      says: /has reached its (?:spend|usage) limit/i,
      status: 429,
      source: 'OpenAI guide, error codes',
    },
    'openai.billing_hard_limit': { says: /Billing hard limit has been reached/i, status: 400 },
    'openai.account_not_active': {
      says: /account is not active, please check your billing/i,
      status: 429,
      source: 'OpenAI guide, error codes',
    },
    'openai.rate_limit': {
      says: /Rate limit reached for|Slow down: your request rate/i,
      status: 429,
    },
    'openai.overloaded': {
      says: /(?:engine|servers?|model) (?:is|are) currently overloaded|(?:engine|server) is overloaded or not ready/i,
      status: 503,
      source: 'OpenAI guide, error codes',
    },
    'openai.server_error': {
      says: /The server had an error (?:while )?processing your request|An error occurred while processing your request\. You can retry your request, or contact us through our help center/i,
      status: 500,
      source: 'OpenAI guide, error codes',
    },
    'openai.unsupported_country': {
      says: /Country, region, or territory not supported|OpenAI's services are not available in your country/i,
      status: 403,
    },
    'openai.incorrect_hostname': { says: /incorrect regional hostname/i, status: 401 },
    'openai.ip_not_authorized': { says: /Your IP is not authorized/i, status: 401 },
    'openai.no_organization': {
      says: /must be a member of an organization to use the API/i,
      status: 401,
    },
    'openai.wrong_organization': {
      says: /No such organization:|OpenAI-Organization header should match/i,
      status: 401,
    },
    'openai.model_access': { says: /does not have access to model/i, status: 403 },
    'openai.model_missing': {
      says: /The model:? [`'"][^`'"]{1,100}[`'"] does not exist/i,
      status: 404,
    },
    'openai.wrong_endpoint': {
      says: /not (?:a chat model and thus not )?supported in the v1\/[\w/]{2,40} endpoint|Did you mean to use v1\/|only supported in v1\/[\w/]{2,40} and not in v1\//,
      status: 404,
      source: 'openai-python threads on 404',
    },
    'openai.content_policy': {
      says: /rejected (?:as a result of|by) (?:our|the) safety system|flagged as potentially violating our usage policy|violat(?:es|ing) (?:our|OpenAI['’]s) (?:usage|content) polic/i,
      status: 400,
      source: 'openai/openai-openapi#11, alan-turing-institute/t0-1#69',
    },
    'openai.context_length': {
      says: /maximum context length is \d|Input tokens exceed the configured limit of \d|exceeds the context window of this model/,
      status: 400,
      source: 'OpenAI API reference, 400 replies',
    },
    'openai.rejected_parameter': {
      says: /Unsupported (?:parameter|value): '|This is a chat model and not supported in|Invalid type for '/,
      status: 400,
      source: 'OpenAI API reference, 400 replies',
    },
    'openai.account_link': {
      says: /platform\.openai\.com\/|help\.openai\.com/i,
      status: 500,
      inBodies: true,
    },
  }),
  wroteBehind: [genuine, mark('openai.account_link')],
  proves: [
    proof(header('x-openai-proxy-wasm')),
    proof(header('www-authenticate', /realm="?OpenAI API/i)),
    proof(all(header('openai-version'), header('x-request-id'))),
    strong(header('openai-processing-ms')),
    strong(header('openai-organization')),
    strong(header('x-request-id', /^req_/)),
    strong(errorInItsShape),
    strong(mark('openai.')),
    strong(answerInItsShape),
    hint(header('openai-version')),
  ],
})
