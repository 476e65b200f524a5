import { PRODUCTS, headersOf } from '../knowledge/catalogue.ts'

/** Of no product alone: how an answer was sent, and what a hop says of itself. */
const GENERAL = [
  'access-control-*',
  'age',
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'github-authentication-token-expiration',
  'location',
  'proxy-agent',
  'proxy-authenticate',
  'proxy-connection',
  'proxy-status',
  'retry-after',
  'retry-after-ms',
  'server',
  'strict-transport-security',
  'transfer-encoding',
  'upgrade',
  'via',
  'www-authenticate',
  'x-accel-buffering',
  'x-cache',
  'x-cache-lookup',
  'x-content-type-options',
  'x-error-json',
  'x-forwarded-server',
  'x-generator',
  'x-powered-by',
  'x-rate-limit-*',
  'x-ratelimit-*',
  'x-request-id',
  'x-requestid',
  'x-served-by',
]

/** Headers that say who answered or how much is left. Everything else stays in the probe. */
export const KEPT: ReadonlySet<string> = new Set([...GENERAL, ...PRODUCTS.flatMap(headersOf)])
const NAMES = new Set([...KEPT].filter((name) => !name.endsWith('*')))
const BEGINNINGS = [...KEPT].filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1))

/** Values name an account: their presence proves the API, their text is nobody's business. */
const PRESENCE_ONLY = new Set(PRODUCTS.flatMap(({ presenceOnly }) => presenceOnly))

/** Fields and characters of each: the ones that tell are shorter, and the packet stays small. */
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
    } else if (NAMES.has(name) || BEGINNINGS.some((start) => name.startsWith(start))) {
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

/** ASCII alone, cut. */
export function printable(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?').slice(0, LONGEST)
}
