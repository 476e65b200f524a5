import { squidRefusal } from '../knowledge/products/squid.ts'
import { entryOf, type Code, type Failure, type TunnelFacts } from '../model/index.ts'
import { describeBody } from './body.ts'
import { headersOfInterest } from './headers.ts'
import { challengesIn } from './response.ts'

/** RFC 9209 §2.3 error types, as a `Proxy-Status` header carries them. */
const PROXY_STATUS_CODES: Readonly<Record<string, Code>> = {
  dns_timeout: 'proxy.dns_error',
  dns_error: 'proxy.dns_error',
  destination_not_found: 'proxy.dns_error',
  destination_unavailable: 'proxy.destination_unavailable',
  destination_ip_prohibited: 'proxy.denied',
  destination_ip_unroutable: 'proxy.destination_unavailable',
  connection_refused: 'proxy.connection_refused',
  connection_terminated: 'proxy.connection_terminated',
  connection_timeout: 'proxy.connection_timeout',
  connection_limit_reached: 'proxy.connection_limit_reached',
  http_request_denied: 'proxy.denied',
  tls_certificate_error: 'proxy.upstream_tls_error',
  tls_protocol_error: 'proxy.upstream_tls_error',
  proxy_loop_detected: 'proxy.loop',
  proxy_configuration_error: 'proxy.configuration_error',
  proxy_internal_error: 'proxy.internal_error',
}

const STATUS_CODES: Readonly<Record<number, Code>> = {
  401: 'proxy.auth_required',
  403: 'proxy.denied',
  407: 'proxy.auth_required',
  451: 'proxy.denied',
  502: 'proxy.bad_gateway',
  503: 'proxy.destination_unavailable',
  504: 'proxy.connection_timeout',
}

/** As much as is read of a body from the network. */
const MOST_BODY = 65_536

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
            truncated: page.length >= MOST_BODY,
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
  const declared = /error=([a-z_]+)/.exec(headers['proxy-status'] ?? '')?.[1]
  const code =
    (status === 407 ? 'proxy.auth_required' : undefined) ??
    (declared === undefined ? undefined : entryOf(PROXY_STATUS_CODES, declared)) ??
    squidRefusal(headers['x-squid-error'] ?? '') ??
    (facts.body?.marks.includes('page.no_such_name') === true ? 'proxy.dns_error' : undefined) ??
    entryOf(STATUS_CODES, status) ??
    (status >= 300 && status < 400 ? 'proxy.redirected' : 'proxy.http_error')
  return { code, detail: `CONNECT answered ${status}` }
}
