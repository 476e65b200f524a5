import { optional } from '../model/index.ts'
import type { ResponseFacts, TunnelFacts } from '../model/index.ts'
import { describeBody } from '../texts/index.ts'
import { readBody, type ReadBody } from '../wire/body.ts'
import { headersOfInterest } from '../wire/headers.ts'
import { limitsOf } from '../wire/limits.ts'
import { challengesIn, saidByHeaders } from '../wire/response-headers.ts'
import { Readable } from 'node:stream'
import type { RawResponse } from './raw.ts'

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
    ...optional(
      'clientRequestId',
      asked.clientRequestId === '' ? undefined : asked.clientRequestId,
    ),
    ...optional('limits', limitsOf(headers, nowMs)),
    ...saidByHeaders((name) => valueOf(raw, name), raw.status, asked.url, nowMs),
  }
}

/** The proxy's own words, as the live tunnel notes them. */
export function tunnelAnswer(
  headers: readonly (readonly [string, string])[],
): Pick<TunnelFacts, 'headers' | 'schemes'> {
  const challenges = headers.filter(([name]) => name.toLowerCase() === 'proxy-authenticate')
  return {
    headers: headersOfInterest(headers),
    schemes: challengesIn(challenges.map(([, value]) => value)),
  }
}

export function valueOf(
  { headers }: Pick<RawResponse, 'headers'>,
  wanted: string,
): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}
