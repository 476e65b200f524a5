import { product, proof, strong, hint, inError } from '../product.ts'
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
  marks: [
    inError('openai.invalid_url', /\bInvalid URL \([A-Z]{3,7} \//, REPLIES, { status: 404 }),
    inError(
      'openai.missing_bearer',
      /Missing bearer (?:or basic )?authentication|You didn['’]t provide an API key/i,
      REPLIES,
      { status: 401 },
    ),
    inError('openai.incorrect_key', /Incorrect API key provided/i, REPLIES, { status: 401 }),
    inError(
      'openai.missing_scopes',
      /insufficient permissions for this operation|Missing scopes:/i,
      REPLIES,
      { status: 403 },
    ),
    inError('openai.must_be_verified', /organization must be verified/i, REPLIES, { status: 403 }),
    inError('openai.no_credits', /You have no credits remaining/i, REPLIES, { status: 429 }),
    inError('openai.exceeded_quota', /exceeded your current quota/i, REPLIES, { status: 429 }),
    inError(
      'openai.spend_limit',
      /has reached its (?:spend|usage) limit/i,
      'OpenAI guide, error codes',
      { status: 429 },
    ),
    inError('openai.billing_hard_limit', /Billing hard limit has been reached/i, REPLIES, {
      status: 400,
    }),
    inError(
      'openai.account_not_active',
      /account is not active, please check your billing/i,
      'OpenAI guide, error codes',
      { status: 429 },
    ),
    inError('openai.rate_limit', /Rate limit reached for|Slow down: your request rate/i, REPLIES, {
      status: 429,
    }),
    inError(
      'openai.overloaded',
      /(?:engine|servers?) (?:is|are) currently overloaded|(?:engine|server) is overloaded or not ready/i,
      'OpenAI guide, error codes',
      { status: 503 },
    ),
    inError(
      'openai.server_error',
      /The server had an error (?:while )?processing your request|An error occurred while processing your request\. You can retry your request, or contact us through our help center/i,
      'OpenAI guide, error codes',
      { status: 500 },
    ),
    inError(
      'openai.unsupported_country',
      /Country, region, or territory not supported|OpenAI's services are not available in your country/i,
      REPLIES,
      { status: 403 },
    ),
    inError('openai.incorrect_hostname', /incorrect regional hostname/i, REPLIES, { status: 401 }),
    inError('openai.ip_not_authorized', /Your IP is not authorized/i, REPLIES, { status: 401 }),
    inError(
      'openai.no_organization',
      /must be a member of an organization to use the API/i,
      REPLIES,
      { status: 401 },
    ),
    inError(
      'openai.wrong_organization',
      /No such organization:|OpenAI-Organization header should match/i,
      REPLIES,
      { status: 401 },
    ),
    inError('openai.model_access', /does not have access to model/i, REPLIES, { status: 403 }),
    inError(
      'openai.model_missing',
      /The model:? [`'"][^`'"]{1,100}[`'"] does not exist/i,
      REPLIES,
      { status: 404 },
    ),
    inError(
      'openai.wrong_endpoint',
      /not (?:a chat model and thus not )?supported in the v1\/[\w/]{2,40} endpoint|Did you mean to use v1\/|only supported in v1\/[\w/]{2,40} and not in v1\//,
      'openai-python threads on 404',
      { status: 404 },
    ),
    inError(
      'openai.context_length',
      /maximum context length is \d|exceeds the context window of this model/,
      'OpenAI API reference, 400 replies',
      { status: 400 },
    ),
    inError(
      'openai.rejected_parameter',
      /Unsupported (?:parameter|value): '|This is a chat model and not supported in|Invalid type for '/,
      'OpenAI API reference, 400 replies',
      { status: 400 },
    ),
    inError('openai.account_link', /platform\.openai\.com\/|help\.openai\.com/i, REPLIES, {
      status: 500,
      inBodies: true,
    }),
  ],
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
