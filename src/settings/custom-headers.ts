import { OPENAI_BASE_URL } from './base-url-text.ts'
import type { SettingsSource } from './sources.ts'

/** A header name (RFC 9110 §5.1): with any other the SDK itself refuses to start. */
const NAME = /^[\w!#$%&'*+.^`|~-]{1,128}$/

/**
 * The SDK reads OPENAI_CUSTOM_HEADERS, one `Name: value` on each line, and adds them to every client
 * it makes. In a run with several services they belong to the one that the SDK calls by default; the
 * names are returned for every other host, so that none of them gets what may be a credential.
 */
export function withheldHeaders(
  env: SettingsSource['env'],
  baseUrl: string,
): readonly string[] | undefined {
  const lines = (env['OPENAI_CUSTOM_HEADERS'] ?? '').split('\n')
  const names = lines
    .filter((line) => line.includes(':'))
    .map((line) => line.slice(0, line.indexOf(':')).trim())
    .filter((name) => NAME.test(name))
  const home = URL.parse(env['OPENAI_BASE_URL']?.trim() || OPENAI_BASE_URL)?.origin
  if (names.length === 0 || home === URL.parse(baseUrl)?.origin) return undefined
  return names
}
