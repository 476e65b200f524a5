import { createHash, timingSafeEqual } from 'node:crypto'

/** Variable that holds the token; without it the function answers nobody. */
export const TOKEN_VARIABLE = 'OPENAI_PREFLIGHT_TOKEN'

/** Shorter ones can be guessed at the rate at which a function answers. */
const SHORTEST_TOKEN = 16

/** Why a request is not served. */
export interface Refusal {
  readonly status: 401 | 405 | 429 | 503
  readonly code: string
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

/** `undefined` when the caller may ask: the token is configured, and the caller has it. */
export function refusalOf(
  token: string | undefined,
  headers: Readonly<Record<string, string>>,
): Refusal | undefined {
  const wanted = token?.trim() ?? ''
  if (wanted.length < SHORTEST_TOKEN) {
    const what = wanted === '' ? 'is not set' : `has fewer than ${SHORTEST_TOKEN} characters`
    return {
      status: 503,
      code: 'own.token_missing',
      message: `${TOKEN_VARIABLE} ${what}, and without it anybody could make this function send requests: set it to a long random value in the settings of the function.`,
    }
  }
  if (isSame(givenToken(headers), wanted)) return undefined
  return {
    status: 401,
    code: 'own.token_wrong',
    message: `Send the value of ${TOKEN_VARIABLE} as "Authorization: Bearer …" or in the header x-openai-preflight-token.`,
    headers: { 'www-authenticate': 'Bearer realm="openai-preflight"' },
  }
}

/** Never from the URL: addresses are logged. */
function givenToken(headers: Readonly<Record<string, string>>): string {
  const own = headers['x-openai-preflight-token']
  if (own !== undefined) return own.trim()
  return /^Bearer\s+(\S+)\s*$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''
}

/** Hashes are equally long whatever was sent, so the time says nothing of the token. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(wanted))
}
