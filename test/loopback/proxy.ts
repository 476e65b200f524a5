/** A proxy that speaks CONNECT well or badly, over the demo's. */
import { Buffer } from 'node:buffer'
import http from 'node:http'
import https from 'node:https'
import net, { type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'
import { finish, type LoopbackEnding } from './faults.ts'
import { listen, tolerate, type ListenAddress, type Listening } from './listen.ts'
import { alone, withRoot, type Authority, type Credentials } from './pki.ts'
import { asText, tunnel, type ProxyTarget } from '../../src/demo/loopback/proxy.ts'
import type { LoopbackReply } from '../../src/demo/loopback/replies.ts'
import { destinationOf } from '../../src/model/index.ts'

export { proxy407, type ProxyTarget } from '../../src/demo/loopback/proxy.ts'

/** What the proxy does with a CONNECT. */
export type ProxyBehaviour =
  /**
   * Opens the tunnel, and passes on a request that names its whole URL; `user:password` when it
   * wants Basic. `to` is where all of it leads; `ports` are the only ones that it opens tunnels to.
   */
  | {
      readonly does: 'tunnel'
      readonly login?: string
      readonly to?: ProxyTarget
      readonly ports?: readonly number[]
    }
  /** Answers with a status of its own. */
  | { readonly does: 'answer'; readonly reply: LoopbackReply }
  /** Answers with these bytes. */
  | { readonly does: 'say'; readonly bytes: string | Buffer; readonly after: LoopbackEnding }
  | { readonly does: 'break'; readonly at: 'accept' | 'connect'; readonly how: LoopbackEnding }
  /** Says 200, then breaks, echoes, or speaks plain HTTP into the tunnel. */
  | { readonly does: 'open-then'; readonly after: LoopbackEnding | 'mirror' | 'plain-http' }
  /** Opens the tunnel, ends the TLS in it with a certificate of its own, and goes on behind it. */
  | {
      readonly does: 'intercept'
      readonly authority: Authority
      /** What it sends: the root is often not in the chain. */
      readonly send?: 'leaf' | 'with-root'
      readonly to: ProxyTarget
      /** Answers inside instead of asking the target: a block page. */
      readonly reply?: LoopbackReply
    }

interface ProxyOptions extends ListenAddress {
  readonly behaviour: ProxyBehaviour
  /** Makes it an HTTPS proxy. */
  readonly tls?: Credentials
}

interface ProxySeen {
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
  /** Request lines in absolute-form (RFC 9112 §3.2.2): `GET http://host/path`. */
  readonly forwards: readonly string[]
}

const OPENED = 'HTTP/1.1 200 Connection established\r\n\r\n'

export async function startProxy({
  behaviour,
  tls: credentials,
  ...place
}: ProxyOptions): Promise<Proxy> {
  const connects: ProxySeen[] = []
  const forwards: string[] = []
  const onRequest = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    const url = URL.parse(request.url ?? '')
    if (behaviour.does !== 'tunnel' || url?.protocol !== 'http:') {
      response.writeHead(400, { connection: 'close' }).end('this proxy only tunnels')
      return
    }
    forwards.push(`${request.method ?? ''} ${url.href}`)
    if (behaviour.login !== undefined && !isLogin(request, behaviour.login)) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="lab"' }).end()
      return
    }
    forward(request, response, url, behaviour.to)
  }
  const server =
    credentials === undefined
      ? http.createServer(onRequest)
      : https.createServer(credentials, onRequest)
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
    onConnect(behaviour, request, client)
  })
  if (behaviour.does === 'break' && behaviour.at === 'accept') {
    server.prependListener('connection', (socket: Socket) => {
      tolerate(socket)
      setTimeout(finish, 30, socket, behaviour.how)
    })
  }
  const listening = await listen(server, place)
  const port = String(listening.port)
  const [scheme, at] =
    credentials === undefined
      ? ['http', `${listening.host}:${port}`]
      : ['https', `localhost:${port}`]
  return {
    ...listening,
    url: `${scheme}://${at}`,
    urlWith: (login) => `${scheme}://${login}@${at}`,
    connects,
    forwards,
  }
}

function targetOf(authority: string): ProxyTarget {
  return destinationOf(new URL(`http://${authority}`))
}

/** Passes a request on, without what was meant for the proxy. */
function forward(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  url: URL,
  to: ProxyTarget | undefined,
): void {
  const { 'proxy-authorization': _login, ...headers } = request.headers
  const { host, port } = to ?? targetOf(url.host)
  const path = `${url.pathname}${url.search}`
  const upstream = http.request({ host, port, path, method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, via: '1.1 lab' })
    answer.pipe(response)
  })
  upstream.once('error', () => response.writeHead(502).end())
  request.pipe(upstream)
}

function onConnect(behaviour: ProxyBehaviour, request: http.IncomingMessage, client: Duplex): void {
  switch (behaviour.does) {
    case 'tunnel': {
      if (behaviour.login !== undefined && !isLogin(request, behaviour.login)) {
        client.end(asText(basic407()))
        return
      }
      const asked = targetOf(request.url ?? '')
      if (behaviour.ports?.includes(asked.port) === false) {
        client.end(asText({ status: 403 }))
        return
      }
      tunnel(client, behaviour.to ?? asked)
      return
    }
    case 'answer':
      client.end(asText(behaviour.reply))
      return
    case 'say':
      client.write(behaviour.bytes, () => {
        endDuplex(client, behaviour.after)
      })
      return
    case 'break':
      endDuplex(client, behaviour.how)
      return
    case 'open-then':
      client.write(OPENED)
      afterOpening(client, behaviour.after)
      return
    case 'intercept':
      client.write(OPENED)
      intercept(client, targetOf(request.url ?? ''), behaviour)
  }
}

function basic407(): LoopbackReply {
  return {
    status: 407,
    headers: { 'proxy-authenticate': 'Basic realm="lab"', 'content-length': '0' },
  }
}

function isLogin(request: http.IncomingMessage, login: string): boolean {
  const wanted = `Basic ${Buffer.from(login).toString('base64')}`
  return request.headers['proxy-authorization'] === wanted
}

function afterOpening(client: Duplex, then: LoopbackEnding | 'mirror' | 'plain-http'): void {
  if (then === 'mirror') {
    client.pipe(client)
    return
  }
  if (then === 'plain-http') {
    client.once('data', () => {
      client.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
    })
    return
  }
  if (then === 'silence') {
    client.resume()
    return
  }
  // With the client's first bytes the 200 has arrived; a clock would not know that on a busy machine.
  client.once('data', () => endDuplex(client, then))
}

function intercept(
  client: Duplex,
  asked: ProxyTarget,
  behaviour: Extract<ProxyBehaviour, { does: 'intercept' }>,
): void {
  const names = [asked.host]
  const leaf =
    behaviour.send === 'leaf'
      ? alone(behaviour.authority.leaf({ names }))
      : withRoot(behaviour.authority, { names })
  const inside = new tls.TLSSocket(client, {
    isServer: true,
    ...leaf,
    ALPNProtocols: ['http/1.1'],
  })
  tolerate(inside)
  client.once('close', () => inside.destroy())
  const { reply } = behaviour
  if (reply !== undefined) {
    inside.once('data', () => inside.end(asText(reply)))
    return
  }
  // The box looks away at the certificate behind it: what it shows is its own.
  const upstream = tls.connect({
    ...behaviour.to,
    rejectUnauthorized: false,
    servername: 'localhost',
  })
  tolerate(upstream)
  inside.pipe(upstream)
  upstream.pipe(inside)
  upstream.once('close', () => inside.destroy())
  inside.once('close', () => upstream.destroy())
}

function endDuplex(socket: Duplex, how: LoopbackEnding): void {
  if (how === 'silence') {
    socket.resume()
    return
  }
  if (how === 'fin') {
    socket.end()
    return
  }
  if (socket instanceof net.Socket) socket.resetAndDestroy()
  else socket.destroy()
}

/** A refusal that says why by RFC 9209. */
export function proxyStatus(status: 502 | 503 | 504, error: string, detail = ''): LoopbackReply {
  const value = `lab-proxy; error=${error}${detail === '' ? '' : `; ${detail}`}`
  return { status, headers: { 'proxy-status': value } }
}
