import { knownHost } from '../knowledge/hosts.ts'
import { isInComment, isSdkDefault } from './sdk.ts'
import type { Sighting } from './sighting.ts'

const PLACEHOLDER_HOST =
  /your|example|placeholder|x{3}|contoso|my-?(?:resource|endpoint)|^resource(?:-?name)?\./i
const SCHEME = /(?:https?|wss?):(?:\\?\/){2}$/i
/** Scheme, then a name or an expression, then what is left of the host. */
const SCHEME_AND_NAME =
  /(?:https?|wss?):\/\/(?:\$\{[^}`]{1,80}\}|["'`](?:\s*\+[^"'`;]{1,80}\+\s*|\.concat\([^"'`;]{1,80},\s*)["'`])$/i
const SCHEME_ALONE = /(?:https?|wss?):\/\/\\?["'`]\s*\+\s*\\?["'`]$/i
const HOST_PROPERTY =
  /(?:host|hostname|base_?path|base_?url|endpoint|domain|server|origin|authority)(?:\\?["'`])?\s*[:=]\s*\\?["'`]$/i
/** Text for people, and links that only people follow. */
const FOR_PEOPLE =
  /(?:href|placeholder|title|label|description|help\w*|hint|example\w*|alt|doc\w*|content|tooltip|text|children|message)(?:\\?["'`])?\s*[:=]\s*\\?["'`]$/i
const COMPARED =
  /(?:[=!]==?|\.(?:startsWith|endsWith|includes|indexOf|test|match|has)\(|\bcase)\s*\\?["'`]$/
const PATH_FOR_PEOPLE = /^\/(?:docs|account|openapi|swagger|\.well-known)\b/i

/**
 * A base URL or the URL of a request to OpenAI's or Azure's API: a literal that is this URL, not a
 * sentence that mentions it, a link, or something it is compared with.
 */
export function sightCall(text: string, at: number): Sighting | undefined {
  const label = /[A-Za-z0-9.-]*$/.exec(text.slice(Math.max(0, at - 120), at))?.[0] ?? ''
  const name = /^(?:api\.openai\.com|\.azure\.com)/.exec(text.slice(at, at + 14))?.[0] ?? ''
  const host = label + name
  const start = at - label.length
  const after = text.slice(at + name.length, at + name.length + 300)
  if (/^[A-Za-z0-9.-]/.test(after) || !isApiHost(host)) return undefined
  const url = urlStart(text, start, host)
  if (url === undefined || PLACEHOLDER_HOST.test(host) || PATH_FOR_PEOPLE.test(after))
    return undefined
  const lead = text.slice(Math.max(0, url - 200), url)
  if (!/["'`]$/.test(lead) || FOR_PEOPLE.test(lead) || COMPARED.test(lead)) return undefined
  const rest = /^[^"'`\\$]*/.exec(after)?.[0] ?? ''
  if (
    /\s/.test(rest) ||
    isInComment(text, at) ||
    (/^\/v1\/?$/.test(rest) && isSdkDefault(text, at))
  )
    return undefined
  return { kind: 'api-call', what: host.startsWith('.') ? `*${host}` : host, at: url }
}

function isApiHost(host: string): boolean {
  if (host.endsWith('.azure.com')) return knownHost(`x.${host}`)?.use === 'api'
  // Certificates of the client: no browser script can send those; the SDK carries the name along.
  return (
    host === 'api.openai.com' ||
    (host.endsWith('.api.openai.com') && host !== 'mtls.api.openai.com')
  )
}

/** Where the URL begins whose host begins at `start`. */
function urlStart(text: string, start: number, host: string): number | undefined {
  const before = text.slice(Math.max(0, start - 200), start)
  const scheme =
    SCHEME.exec(before) ??
    (host.startsWith('.') ? SCHEME_AND_NAME.exec(before) : SCHEME_ALONE.exec(before))
  if (scheme !== null) return start - before.length + scheme.index
  return HOST_PROPERTY.test(before) && !host.startsWith('.') ? start : undefined
}
