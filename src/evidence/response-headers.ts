import { optional, quotable, type ResponseFacts } from '../model/index.ts'

/** Value of a header by its lower-case name; the first where there are several. */
export type HeaderReader = (name: string) => string | undefined

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** What the headers say beyond themselves: who to ask for, where it points, whose clock is off. */
export function saidByHeaders(
  read: HeaderReader,
  status: number,
  from: URL,
  nowMs: number,
): Pick<ResponseFacts, 'requestId' | 'redirectTo' | 'clockSkewMs'> {
  return {
    ...optional('requestId', requestIdOf(read)),
    ...optional('redirectTo', foreignTarget(read, status, from)),
    ...optional('clockSkewMs', clockSkew(read, nowMs)),
  }
}

/** Where a redirect points (RFC 9110 §15.4); `undefined` when it is none or points nowhere. */
export function redirectTarget(read: HeaderReader, status: number, from: URL): URL | undefined {
  const location = read('location')
  if (location === undefined || !REDIRECTS.has(status)) return undefined
  return URL.parse(location, from.href) ?? undefined
}

/** Names of the challenges in `Proxy-Authenticate` values (RFC 9110 §11.6.1), lower case, each once. */
export function challengesIn(values: readonly string[]): readonly string[] {
  const schemes = values
    .flatMap((value) => value.split(','))
    .map((part) => /^\s*([A-Za-z][\w-]*)(?:\s|$)/.exec(part)?.[1]?.toLowerCase())
    .filter((scheme) => scheme !== undefined)
  return [...new Set(schemes)]
}

function requestIdOf(read: HeaderReader): string | undefined {
  const id = read('x-request-id') ?? read('apim-request-id') ?? read('x-oai-request-id')
  return id !== undefined && /^[\w-]{1,128}$/.test(id) ? id : undefined
}

/**
 * Where another origin begins: scheme, host and port only, a path may hold a ticket. A URL allows
 * `$`, quotes and backticks in a host; a sentence that quotes it does not.
 */
function foreignTarget(read: HeaderReader, status: number, from: URL): string | undefined {
  const target = redirectTarget(read, status, from)
  return target === undefined || target.origin === from.origin
    ? undefined
    : `${target.protocol}//${quotable(target.host)}`
}

/** Positive: their clock is ahead of ours. A second of resolution, so less than 2 s says nothing. */
function clockSkew(read: HeaderReader, nowMs: number): number | undefined {
  const date = Date.parse(read('date') ?? '')
  return Number.isNaN(date) ? undefined : date - nowMs
}
