import type { Limit, ResponseFacts } from '../model/index.ts'

/**
 * What the response says is left: `9999 of 10000 requests left, resets in 8 ms; 0 of 30000 tokens
 * left, resets in 6 s`. Empty where it has no such headers.
 */
export function headroomOf(limits: ResponseFacts['limits']): string {
  return [left(limits?.requests, 'requests'), left(limits?.tokens, 'tokens')]
    .filter((one) => one !== '')
    .join('; ')
}

function left(limit: Limit | undefined, what: string): string {
  if (limit?.remaining === undefined) return ''
  const of = limit.limit === undefined ? '' : ` of ${String(limit.limit)}`
  const reset = limit.resetMs === undefined ? '' : `, resets in ${time(limit.resetMs)}`
  return `${String(limit.remaining)}${of} ${what} left${reset}`
}

function time(milliseconds: number): string {
  return milliseconds < 1000
    ? `${String(milliseconds)} ms`
    : `${String(Math.ceil(milliseconds / 1000))} s`
}
