import { given, quotable, type ResponseFacts } from '../model/index.ts'
import { describeBody } from './body.ts'
import { headersOfInterest } from './headers.ts'
import { limitsOf } from './limits.ts'

/** Value of a header by its lower-case name; the first where there are several. */
export type HeaderReader = (name: string) => string | undefined

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** A response as it came, wherever it was received. */
export interface Received {
  readonly method: string
  readonly url: URL
  readonly status: number
  readonly httpVersion: ResponseFacts['httpVersion']
  readonly headers: readonly (readonly [string, string | readonly string[]])[]
  /** Decoded, at most 64 KiB. */
  readonly bytes: Uint8Array
  /** More came than was read. */
  readonly truncated: boolean
  /** The transfer ended as announced. */
  readonly complete: boolean
  /** Credentials were among the headers of the request. */
  readonly authenticated: boolean
  readonly clientRequestId?: string
  readonly firstByteMs?: number
  /** Wall clock, milliseconds since 1970: for `Date` and `Retry-After`. */
  readonly nowMs: number
}

/** What is kept of a response: nothing of its text, and of its headers those that say who answered. */
export function responseFacts(received: Received): ResponseFacts {
  const { method, url, status, bytes, truncated, complete, nowMs } = received
  const headers = headersOfInterest(received.headers)
  const read: HeaderReader = (wanted) => {
    const value = received.headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
    return typeof value === 'string' ? value : value?.join(', ')
  }
  const contentType = read('content-type') ?? ''
  return {
    method,
    path: url.pathname,
    status,
    httpVersion: received.httpVersion,
    headers,
    body: describeBody(bytes, { contentType, truncated, complete }),
    authenticated: received.authenticated,
    ...given({
      firstByteMs: received.firstByteMs,
      clientRequestId: received.clientRequestId,
      limits: limitsOf(headers, nowMs),
    }),
    ...saidByHeaders(read, status, url, nowMs),
  }
}

/** What the headers say beyond themselves: who to ask for, where it points, whose clock is off. */
function saidByHeaders(
  read: HeaderReader,
  status: number,
  from: URL,
  nowMs: number,
): Pick<ResponseFacts, 'requestId' | 'redirectTo' | 'clockSkewMs'> {
  return given({
    requestId: requestIdOf(read),
    redirectTo: foreignTarget(read, status, from),
    clockSkewMs: clockSkew(read, nowMs),
  })
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
