import { Buffer } from 'node:buffer'
import http from 'node:http'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import { listen, tolerate, type Listening } from './listen.ts'
import type { LoopbackReply } from './replies.ts'

export interface ProxyTarget {
  readonly host: string
  readonly port: number
}

/** What the proxy does with a CONNECT. */
export type OnConnect = (client: Duplex) => void

/** An HTTP proxy that speaks CONNECT (RFC 9110 §9.3.6), at `http://127.0.0.1:PORT`. */
export async function startProxy(
  onConnect: OnConnect,
): Promise<Listening & { readonly url: string }> {
  const server = http.createServer((_request, response) => {
    response.writeHead(400, { connection: 'close' }).end('this proxy only tunnels')
  })
  server.on('connect', (_request, client: Duplex, head: Buffer) => {
    tolerate(client)
    if (head.length > 0) client.unshift(head)
    onConnect(client)
  })
  const listening = await listen(server)
  return { ...listening, url: `http://127.0.0.1:${String(listening.port)}` }
}

/** Answers every CONNECT with a status of its own. */
export function refusing(reply: LoopbackReply): OnConnect {
  return (client) => client.end(asText(reply))
}

/** Opens every tunnel, and all of them lead to the same place. */
export function tunnelling(to: ProxyTarget): OnConnect {
  return (client) => tunnel(client, to)
}

export function tunnel(client: Duplex, target: ProxyTarget): void {
  const upstream = net.connect(target)
  upstream.once('connect', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
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
