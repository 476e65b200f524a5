import { looksRandom } from './entropy.ts'
import type { Sighting } from './sighting.ts'
import { beginsToken, tokenAt, vendorOf } from './vendors.ts'

const NAMED =
  /[a-z_-]*key[A-Za-z0-9_]{0,20}(?:\\?["'`])?\]?\s*[:=,]\s*\\?["'`]([A-Za-z0-9_.-]{24,200})\\?["'`]/iy
const AZURE = /azure|ocp-apim|api-version|cognitiveservices/i
/** Others that call 32 hex digits `apiKey` and mean them to be public. */
const PUBLIC_KEY_HOLDERS =
  /algolia|docsearch|sentry|amplitude|segment|bugsnag|honeybadger|posthog|mapbox/i
/** Bytes from the middle mark of an 84-character Azure key back to its start. */
const MARK_OFFSET = 52

/**
 * Keys without a prefix of their own, known by the name they are given: 32 hex digits of an Azure
 * resource, and whatever is handed to an SDK whose browser switch is on. Also Azure's long keys,
 * which carry a mark.
 */
export function sightNamedKey(text: string, at: number): Sighting | undefined {
  if (text.startsWith('JQQJ', at)) {
    const start = at - MARK_OFFSET
    const isKey =
      start >= 0 && beginsToken(text, start) && vendorOf(tokenAt(text, start)) === 'azure'
    return isKey ? { kind: 'key', what: 'azure', at: start } : undefined
  }
  NAMED.lastIndex = at
  const match = NAMED.exec(text)
  const value = match?.[1]
  if (match === null || value === undefined || !looksRandom(value)) return undefined
  // One with a prefix is found by that.
  if (vendorOf(value) !== undefined) return undefined
  const valueAt = match.index + match[0].lastIndexOf(value)
  const around = (bytes: number) => text.slice(Math.max(0, at - bytes), at + bytes)
  if (/^[0-9a-f]{32}$/i.test(value)) {
    const isAzure = AZURE.test(around(3000)) && !PUBLIC_KEY_HOLDERS.test(around(300))
    return isAzure ? { kind: 'key', what: 'azure', at: valueAt } : undefined
  }
  const isJwt = value.startsWith('eyJ')
  return !isJwt && /dangerouslyAllow\w*Browser/.test(around(400))
    ? { kind: 'key', what: 'unknown', at: valueAt }
    : undefined
}
