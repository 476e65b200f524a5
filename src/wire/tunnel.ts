import { entryOf } from '../model/index.ts'
import type { Socket } from 'node:net'
import type { Code, EgressPlan, Failure, ProxyHop, TunnelFacts } from '../model/index.ts'
import { describeBody } from '../evidence/body.ts'
import { hostAndPort } from './address.ts'
import { failureFrom } from '../evidence/failure.ts'
import { readHead, readSome, type ResponseHead } from './head.ts'
import { headersOfInterest } from '../evidence/headers.ts'
import type { Recorder } from './recorder.ts'
import { challengesIn } from '../evidence/response-headers.ts'
import { Stopped } from './stopped.ts'
import { limitTime } from './time-limit.ts'

const MOST_BODY = 65_536
/** A refused CONNECT is followed by a page that names its author; it is not worth more than this. */
const BODY_PATIENCE_MS = 500

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

/** Squid appends the errno of its own connect to `X-Squid-Error: ERR_CONNECT_FAIL 111`. */
const SQUID_CODES: Readonly<Record<string, Code>> = {
  ERR_ACCESS_DENIED: 'proxy.denied',
  ERR_CACHE_ACCESS_DENIED: 'proxy.auth_required',
  ERR_DNS_FAIL: 'proxy.dns_error',
  ERR_CANNOT_FORWARD: 'proxy.dns_error',
  ERR_CONNECT_FAIL: 'proxy.destination_unavailable',
  ERR_SECURE_CONNECT_FAIL: 'proxy.upstream_tls_error',
}
const SQUID_ERRNOS: Readonly<Record<string, Code>> = {
  '111': 'proxy.connection_refused',
  '110': 'proxy.connection_timeout',
  '101': 'proxy.destination_unavailable',
  '113': 'proxy.destination_unavailable',
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

/** `Basic` credentials of the proxy URL (RFC 7617), sent with the first CONNECT as all clients do. */
export function basicCredentials(credentials: EgressPlan['proxyCredentials']): string | undefined {
  if (credentials === undefined) return undefined
  const pair = `${credentials.username}:${credentials.password}`
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`
}

/**
 * Speaks CONNECT on a connection to a proxy (RFC 9110 §9.3.6) and notes the `tunnel` observation.
 * undici throws the proxy's status, headers and body away (measured), so it is spoken by hand.
 * Throws `Stopped` when the proxy does not open the tunnel.
 */
export async function openTunnel(question: {
  readonly socket: Socket
  readonly proxy: ProxyHop
  readonly credentials: EgressPlan['proxyCredentials']
  readonly host: string
  readonly port: number
  readonly recorder: Recorder
  readonly signal: AbortSignal
}): Promise<Socket> {
  const { socket, proxy, host, port, recorder, signal } = question
  const target = hostAndPort(host, port)
  const observation = recorder.begin('tunnel', target)
  const authorization = basicCredentials(question.credentials)
  const known = {
    proxy: hostAndPort(proxy.host, proxy.port),
    scheme: proxy.scheme,
    target,
    headers: {},
    schemes: [],
    credentialsSent: authorization !== undefined,
  } satisfies TunnelFacts
  try {
    socket.write(
      `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\nProxy-Connection: keep-alive\r\n` +
        `${authorization === undefined ? '' : `Proxy-Authorization: ${authorization}\r\n`}\r\n`,
    )
    const head = await readHead(socket, signal)
    const facts = { ...known, ...answerOf(head, recorder.clean) }
    if (head.status >= 200 && head.status < 300) {
      if (head.rest.length > 0) socket.unshift(head.rest)
      observation.ok(facts)
      return socket
    }
    const patience = limitTime(BODY_PATIENCE_MS, signal)
    const text = await readSome(socket, head.rest, MOST_BODY, patience.signal)
    patience.stop()
    const contentType = facts.headers['content-type'] ?? ''
    const body = describeBody(text, {
      contentType,
      truncated: text.length >= MOST_BODY,
      complete: true,
    })
    observation.failed(refusal({ ...facts, body }), { ...facts, body })
    throw new Stopped('proxy', new Error(`CONNECT answered ${head.status}`))
  } catch (error) {
    socket.destroy()
    if (error instanceof Stopped) throw error
    observation.failed(failureFrom(error, 'proxy'), known)
    throw new Stopped('proxy', error)
  }
}

function answerOf(
  head: ResponseHead,
  clean: Recorder['clean'],
): Pick<TunnelFacts, 'status' | 'headers' | 'schemes'> {
  const received = head.headers.map(([name, value]) => [name, clean(value)] as const)
  const challenges = received.filter(([name]) => name === 'proxy-authenticate')
  return {
    status: head.status,
    headers: headersOfInterest(received),
    schemes: challengesIn(challenges.map(([, value]) => value)),
  }
}

/** Why the proxy refused: its own machine-readable words first, then its page, the status last. */
export function refusal(
  facts: Pick<TunnelFacts, 'status' | 'headers'> & Pick<Partial<TunnelFacts>, 'body'>,
): Failure {
  const { status = 0, headers } = facts
  const declared = /error=([a-z_]+)/.exec(headers['proxy-status'] ?? '')?.[1]
  const [page = '', errno = ''] = (headers['x-squid-error'] ?? '').split(' ')
  const code =
    (status === 407 ? 'proxy.auth_required' : undefined) ??
    (declared === undefined ? undefined : entryOf(PROXY_STATUS_CODES, declared)) ??
    (page === 'ERR_CONNECT_FAIL' ? entryOf(SQUID_ERRNOS, errno) : undefined) ??
    entryOf(SQUID_CODES, page) ??
    (facts.body?.marks.includes('page.no_such_name') === true ? 'proxy.dns_error' : undefined) ??
    entryOf(STATUS_CODES, status) ??
    (status >= 300 && status < 400 ? 'proxy.redirected' : 'proxy.http_error')
  return { code, detail: `CONNECT answered ${status}` }
}
