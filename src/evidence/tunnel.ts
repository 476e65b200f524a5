import { proxyReason } from '../knowledge/products/any-proxy.ts'
import type { Code, Failure, TunnelFacts } from '../model/index.ts'
import { entryOf, MOST_BODY_BYTES } from '../model/index.ts'
import { describeBody } from './body.ts'
import { headersOfInterest } from './headers.ts'
import { challengesIn } from './response.ts'

const STATUS_CODES: Readonly<Record<number, Code>> = {
  401: 'proxy.auth_required',
  403: 'proxy.denied',
  407: 'proxy.auth_required',
  451: 'proxy.denied',
  502: 'proxy.bad_gateway',
  503: 'proxy.destination_unavailable',
  504: 'proxy.connection_timeout',
}

type Answer = Pick<TunnelFacts, 'status' | 'headers' | 'schemes'> &
  Pick<Partial<TunnelFacts>, 'body'>

/** What a proxy's answer to CONNECT says, and why it refused if it did. `page` is what followed, at most 64 KiB. */
export function tunnelAnswer(answer: {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly page?: Uint8Array
}): { readonly facts: Answer; readonly failure: Failure } {
  const { status, page } = answer
  const challenges = answer.headers.filter(([name]) => name.toLowerCase() === 'proxy-authenticate')
  const headers = headersOfInterest(answer.headers)
  const facts: Answer = {
    status,
    headers,
    schemes: challengesIn(challenges.map(([, value]) => value)),
    ...(page === undefined
      ? {}
      : {
          body: describeBody(page, {
            contentType: headers['content-type'] ?? '',
            truncated: page.length >= MOST_BODY_BYTES,
            complete: true,
          }),
        }),
  }
  return { facts, failure: refusal(facts) }
}

/** Why the proxy refused: its own machine-readable words first, then its page, the status last. */
export function refusal(
  facts: Pick<TunnelFacts, 'status' | 'headers'> & Pick<Partial<TunnelFacts>, 'body'>,
): Failure {
  const { status = 0, headers } = facts
  const code =
    (status === 407 ? 'proxy.auth_required' : undefined) ??
    proxyReason(headers, facts.body?.marks) ??
    entryOf(STATUS_CODES, status) ??
    (status >= 300 && status < 400 ? 'proxy.redirected' : 'proxy.http_error')
  return { code, detail: `CONNECT answered ${status}` }
}
