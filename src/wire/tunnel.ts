import type { Socket } from 'node:net'
import type { EgressPlan, ProxyHop, TunnelFacts } from '../model/index.ts'
import { hostAndPort, MOST_BODY_BYTES } from '../model/index.ts'
import { failureFrom } from '../evidence/failure.ts'
import { readHead, readSome } from './head.ts'
import type { Recorder } from './recorder.ts'
import { tunnelAnswer } from '../evidence/tunnel.ts'
import { Stopped } from './stopped.ts'
import { limitTime } from './time-limit.ts'

/** A refused CONNECT is followed by a page that names its author; it is not worth more than this. */
const BODY_PATIENCE_MS = 500

/** What is asked of a proxy on an open connection to it. */
export interface TunnelQuestion {
  readonly socket: Socket
  readonly proxy: ProxyHop
  readonly credentials: EgressPlan['proxyCredentials']
  readonly host: string
  readonly port: number
  readonly recorder: Recorder
  readonly signal: AbortSignal
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
export async function openTunnel(question: TunnelQuestion): Promise<Socket> {
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
    const headers = head.headers.map(([name, value]) => [name, recorder.clean(value)] as const)
    if (head.status >= 200 && head.status < 300) {
      if (head.rest.length > 0) socket.unshift(head.rest)
      observation.ok({ ...known, ...tunnelAnswer({ status: head.status, headers }).facts })
      return socket
    }
    const patience = limitTime(BODY_PATIENCE_MS, signal)
    const text = await readSome(socket, head.rest, MOST_BODY_BYTES, patience.signal)
    patience.stop()
    const { facts, failure } = tunnelAnswer({ status: head.status, headers, page: text })
    observation.failed(failure, { ...known, ...facts })
    throw new Stopped('proxy', new Error(`CONNECT answered ${head.status}`))
  } catch (error) {
    socket.destroy()
    if (error instanceof Stopped) throw error
    observation.failed(failureFrom(error, 'proxy'), known)
    throw new Stopped('proxy', error)
  }
}
