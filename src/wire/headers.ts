/** Headers that say who answered or how much is left. Everything else stays in the probe. */
const NAMES: ReadonlySet<string> = new Set([
  'age',
  'apim-request-id',
  'azureml-model-session',
  'cache-control',
  'cf-cache-status',
  'cf-mitigated',
  'cf-ray',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'github-authentication-token-expiration',
  'location',
  'mitigation-status',
  'openai-model',
  'openai-organization',
  'openai-processing-ms',
  'openai-project',
  'openai-version',
  'policy-id',
  'proxy-agent',
  'proxy-authenticate',
  'proxy-connection',
  'proxy-status',
  'request-context',
  'retry-after',
  'retry-after-ms',
  'server',
  'strict-transport-security',
  'transfer-encoding',
  'upgrade',
  'via',
  'www-authenticate',
  'x-accel-buffering',
  'x-azure-ref',
  'x-cache',
  'x-cache-lookup',
  'x-content-type-options',
  'x-error-json',
  'x-forwarded-server',
  'x-generator',
  'x-fastly-request-id',
  'x-new-api-version',
  'x-oai-request-id',
  'x-oneapi-request-id',
  'x-openai-authorization-error',
  'x-openai-proxy-wasm',
  'x-powered-by',
  'x-proxy-error',
  'x-request-id',
  'x-requestid',
  'x-served-by',
  'x-should-retry',
  'x-squid-error',
])

const PREFIXES = [
  'access-control-',
  'cf-aig-',
  'helicone-',
  'llm_provider-',
  'ocp-apim-',
  'x-amz',
  'x-envoy-',
  'x-goog',
  'x-helicone',
  'x-kong-',
  'x-litellm-',
  'x-ms-',
  'x-openrouter',
  'x-portkey-',
  'x-rate-limit-',
  'x-ratelimit-',
  'x-vercel-',
  'x-zscaler',
  'x-forti',
  'x-bluecoat',
  'x-netskope',
]

/** Values name an account: their presence proves the API, their text is nobody's business. */
const PRESENCE_ONLY: ReadonlySet<string> = new Set(['openai-organization', 'openai-project'])

const MOST = 64
const LONGEST = 200

/** Headers of interest, lower case; values cut to 200 printable characters, the first of a repeated one. */
export function headersOfInterest(
  headers: Iterable<readonly [string, string | readonly string[] | undefined]>,
): Record<string, string> {
  const picked: Record<string, string> = {}
  let count = 0
  for (const [rawName, rawValue] of headers) {
    const name = rawName.toLowerCase()
    const value = Array.isArray(rawValue) ? rawValue.join(', ') : rawValue
    if (typeof value !== 'string' || Object.hasOwn(picked, name)) continue
    if (name === 'set-cookie') {
      picked[name] = cookieNames(rawValue)
    } else if (NAMES.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix))) {
      picked[name] = PRESENCE_ONLY.has(name) ? 'present' : printable(cut(name, value))
    } else continue
    count += 1
    if (count === MOST) break
  }
  return picked
}

function cut(name: string, value: string): string {
  if (name !== 'location') return value
  // A query of a redirect often carries a ticket or the address that was blocked.
  return value.split(/[?#]/)[0] ?? ''
}

/** Names of the cookies, never their values: they tell products apart. */
function cookieNames(value: string | readonly string[] | undefined): string {
  const list = Array.isArray(value) ? value : [value ?? '']
  return list
    .slice(0, 8)
    .map((cookie: string) => printable(cookie.split('=')[0] ?? ''))
    .join(', ')
}

function printable(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?').slice(0, LONGEST)
}
