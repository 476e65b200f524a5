import { Buffer } from 'node:buffer'
import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import { destinationOf } from '../../model/index.ts'
import { listen, tolerate, type Listening, type ListenAddress } from './listen.ts'
import type { Credentials } from './pki.ts'
import type { LoopbackReply } from './replies.ts'

export interface ProxyTarget {
  readonly host: string
  readonly port: number
}

/** What the proxy does with a CONNECT. */
export type OnConnect = (client: Duplex, request: http.IncomingMessage) => void

export interface ProxyOptions extends ListenAddress {
  readonly onConnect: OnConnect
  /** What it does with a request that is no CONNECT; the default is a 400. */
  readonly onRequest?: RequestListener
  /** What it does with a connection before a byte is read. */
  readonly onAccept?: (socket: net.Socket) => void
  /** Makes it an HTTPS proxy. */
  readonly tls?: Credentials
}

export interface ProxySeen {
  /** `host:port` as asked for. */
  readonly authority: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Proxy extends Listening {
  /** `http://127.0.0.1:PORT`, or `https://localhost:PORT`. */
  readonly url: string
  /** The same with user and password in it. */
  readonly urlWith: (login: string) => string
  readonly connects: readonly ProxySeen[]
}

export const OPENED = 'HTTP/1.1 200 Connection established\r\n\r\n'

/** An HTTP proxy that speaks CONNECT (RFC 9110 §9.3.6). */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const connects: ProxySeen[] = []
  const { onRequest = onlyTunnels } = options
  const server =
    options.tls === undefined
      ? http.createServer(onRequest)
      : https.createServer(options.tls, onRequest)
  // What is not HTTP gets an answer in HTTP, as from Squid.
  server.on('clientError', (_error, socket) => {
    socket.end(asText({ status: 400, headers: { 'content-type': 'text/html' } }))
  })
  server.on('connect', (request: http.IncomingMessage, client: Duplex, head: Buffer) => {
    tolerate(client)
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value)
    connects.push({ authority: request.url ?? '', headers })
    if (head.length > 0) client.unshift(head)
    options.onConnect(client, request)
  })
  const { onAccept } = options
  if (onAccept !== undefined) server.prependListener('connection', onAccept)
  const listening = await listen(server, options)
  const port = String(listening.port)
  const place = options.tls === undefined ? `${listening.host}:${port}` : `localhost:${port}`
  const scheme = options.tls === undefined ? 'http' : 'https'
  return {
    ...listening,
    url: `${scheme}://${place}`,
    urlWith: (login) => `${scheme}://${login}@${place}`,
    connects,
  }
}

export const onlyTunnels: RequestListener = (_request, response) => {
  response.writeHead(400, { connection: 'close' }).end('this proxy only tunnels')
}

/** Answers every CONNECT with a status of its own. */
export function refusing(reply: LoopbackReply): OnConnect {
  return (client) => client.end(asText(reply))
}

/** Opens every tunnel, and all of them lead to the same place. */
export function tunnelling(to: ProxyTarget): OnConnect {
  return (client) => tunnel(client, to)
}

export function targetOf(authority: string): ProxyTarget {
  return destinationOf(new URL(`http://${authority}`))
}

export function tunnel(client: Duplex, target: ProxyTarget): void {
  const upstream = net.connect(target)
  upstream.once('connect', () => {
    client.write(OPENED)
    client.pipe(upstream)
    upstream.pipe(client)
  })
  upstream.once('error', () => {
    client.end(asText({ status: 502, headers: { 'content-length': '0' } }))
  })
  upstream.once('close', () => client.destroy())
  client.once('close', () => upstream.destroy())
}

/** A reply as bytes of HTTP/1.1. */
export function asText(reply: LoopbackReply): string {
  const body = (reply.body ?? '').toString()
  const headers = {
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...reply.headers,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => `${name}: ${one}`),
  )
  const reason = http.STATUS_CODES[reply.status] ?? 'Unknown'
  return `HTTP/1.1 ${String(reply.status)} ${reason}\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

/** 407 with the schemes that a proxy offers, e.g. `Negotiate`, `NTLM`, `Basic realm="x"`. */
export function proxy407(...schemes: readonly string[]): LoopbackReply {
  return { status: 407, headers: { 'proxy-authenticate': schemes } }
}
