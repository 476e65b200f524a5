import type { ResponseFacts, TunnelFacts } from '../model/index.ts'
import { describeBody } from '../texts/index.ts'
import { readBody, type ReadBody } from '../wire/body.ts'
import { headersOfInterest } from '../wire/headers.ts'
import { limitsOf } from '../wire/limits.ts'
import { Readable } from 'node:stream'
import { optional, type RawResponse } from './raw.ts'

/** The bytes of a raw response, decoded as far as they came and at most 64 KiB of them. */
export async function decodedBody(raw: RawResponse): Promise<ReadBody> {
  const encoding = raw.encoded ? (valueOf(raw, 'content-encoding') ?? '') : ''
  return await readBody(Readable.from([raw.body]), encoding)
}

/** What live probes note of a response, from the raw one. */
export function responseFacts(
  raw: RawResponse,
  asked: {
    readonly method: string
    readonly path: string
    readonly url: URL
    readonly authenticated: boolean
    readonly clientRequestId: string
  },
  body: ReadBody,
  nowMs: number,
): ResponseFacts {
  const headers = headersOfInterest(raw.headers)
  return {
    method: asked.method,
    path: asked.path,
    status: raw.status,
    httpVersion: raw.version.startsWith('2') ? '2' : '1.1',
    headers,
    body: describeBody(body.bytes, {
      contentType: valueOf(raw, 'content-type') ?? '',
      truncated: raw.truncated || body.truncated,
      complete: raw.complete,
    }),
    authenticated: asked.authenticated,
    ...optional(
      'firstByteMs',
      raw.firstByteMs === undefined ? undefined : Math.round(raw.firstByteMs),
    ),
    ...optional('requestId', requestId(raw)),
    ...optional(
      'clientRequestId',
      asked.clientRequestId === '' ? undefined : asked.clientRequestId,
    ),
    ...optional('redirectTo', foreignTarget(raw, asked.url)),
    ...optional('limits', limitsOf(headers, nowMs)),
    ...optional('clockSkewMs', clockSkew(raw, nowMs)),
  }
}

/** The proxy's own words, as the live tunnel notes them. */
export function tunnelAnswer(
  headers: readonly (readonly [string, string])[],
): Pick<TunnelFacts, 'headers' | 'schemes'> {
  const schemes = headers
    .filter(([name]) => name.toLowerCase() === 'proxy-authenticate')
    .flatMap(([, value]) => value.split(','))
    .map((part) => /^\s*([A-Za-z][\w-]*)(?:\s|$)/.exec(part)?.[1]?.toLowerCase())
    .filter((scheme) => scheme !== undefined)
  return { headers: headersOfInterest(headers), schemes: [...new Set(schemes)] }
}

export function valueOf(
  { headers }: Pick<RawResponse, 'headers'>,
  wanted: string,
): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

function requestId(raw: RawResponse): string | undefined {
  const id =
    valueOf(raw, 'x-request-id') ??
    valueOf(raw, 'apim-request-id') ??
    valueOf(raw, 'x-oai-request-id')
  return id !== undefined && /^[\w-]{1,128}$/.test(id) ? id : undefined
}

function foreignTarget(raw: RawResponse, from: URL): string | undefined {
  const location = valueOf(raw, 'location')
  if (location === undefined || ![301, 302, 303, 307, 308].includes(raw.status)) return undefined
  const target = URL.parse(location, from.href)
  return target === null || target.origin === from.origin
    ? undefined
    : `${target.protocol}//${target.host}`
}

function clockSkew(raw: RawResponse, nowMs: number): number | undefined {
  const date = Date.parse(valueOf(raw, 'date') ?? '')
  return Number.isNaN(date) ? undefined : date - nowMs
}
