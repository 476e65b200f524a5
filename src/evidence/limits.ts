import { given, entryOf, UNIT_MS, type Limit, type ResponseFacts } from '../model/index.ts'

/** Durations as rate-limit headers spell them: `12ms`, `6m0s`, `1h2m3.5s`, plain seconds. */
export function durationMs(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^\d{1,9}(\.\d{1,9})?$/.test(trimmed)) return Math.round(Number(trimmed) * 1000)
  if (!/^(\d{1,9}(\.\d{1,9})?(ms|s|m|h|d)){1,5}$/.test(trimmed)) return undefined
  let total = 0
  for (const [, number = '0', unit = 's'] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gy)) {
    total += Number(number) * (entryOf(UNIT_MS, unit) ?? 0)
  }
  return Math.round(total)
}

/** `retry-after-ms`, then `retry-after` in seconds or as an HTTP date (RFC 9110 §10.2.3). */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  nowMs: number,
): number | undefined {
  const exact = headers['retry-after-ms']
  if (exact !== undefined && /^\d{1,9}(\.\d+)?$/.test(exact)) return Math.round(Number(exact))
  const plain = headers['retry-after']
  if (plain === undefined) return undefined
  if (/^\d{1,9}(\.\d+)?$/.test(plain)) return Math.round(Number(plain) * 1000)
  const date = Date.parse(plain)
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs)
}

/** Headroom by `x-ratelimit-*` (OpenAI, Azure, LiteLLM); absent headers give absent numbers. */
export function limitsOf(
  headers: Readonly<Record<string, string>>,
  nowMs: number,
): ResponseFacts['limits'] {
  const requests = limitOf(headers, 'requests')
  const tokens = limitOf(headers, 'tokens')
  const retry = retryAfterMs(headers, nowMs)
  if (requests === undefined && tokens === undefined && retry === undefined) return undefined
  return given({ requests, tokens, retryAfterMs: retry })
}

function limitOf(headers: Readonly<Record<string, string>>, of: string): Limit | undefined {
  const limit = count(headers[`x-ratelimit-limit-${of}`])
  const remaining = count(headers[`x-ratelimit-remaining-${of}`])
  const reset = headers[`x-ratelimit-reset-${of}`] ?? headers[`x-rate-limit-reset-${of}`]
  const resetMs = reset === undefined ? undefined : durationMs(reset)
  if (limit === undefined && remaining === undefined && resetMs === undefined) return undefined
  return given({ limit, remaining, resetMs })
}

function count(text: string | undefined): number | undefined {
  // Azure sends -1 for "not counted" (openai/openai-dotnet#838): that is no number of requests.
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}
