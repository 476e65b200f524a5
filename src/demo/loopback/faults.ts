/** Servers that break the connection or the handshake at a chosen point. */
import { once } from 'node:events'
import net, { type Socket } from 'node:net'
import tls from 'node:tls'
import { listen, tolerate, type ListenAddress, type Listening } from './listen.ts'
import { loopbackCredentials, type Credentials } from './pki.ts'

/** How a connection goes wrong: RST, FIN, or nothing more at all. */
export type LoopbackEnding = 'reset' | 'fin' | 'silence'

export function finish(socket: Socket, how: LoopbackEnding): void {
  if (how === 'reset') socket.resetAndDestroy()
  if (how === 'fin') socket.end()
}

/** A TCP server; `allowHalfOpen` so that its FIN is its own decision. */
export async function startTcp(
  serve: (socket: Socket) => void,
  place: ListenAddress = {},
): Promise<Listening> {
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    tolerate(socket)
    serve(socket)
  })
  return listen(server, place, true)
}

export interface ClosedPort extends AsyncDisposable {
  readonly port: number
}

/**
 * A port that refuses, and stays so: it is the near end of an open connection, so nothing can
 * listen on it and the system gives it to nobody.
 */
export async function closedPort(host = '127.0.0.1'): Promise<ClosedPort> {
  const other = await startTcp(() => {}, { host })
  const holder = net.connect({ port: other.port, host })
  tolerate(holder)
  await once(holder, 'connect')
  const { localPort } = holder
  if (localPort === undefined) throw new Error('no local port')
  return {
    port: localPort,
    async [Symbol.asyncDispose]() {
      holder.destroy()
      await other[Symbol.asyncDispose]()
    },
  }
}

/** Breaks as soon as the ClientHello (or the request, on plain HTTP) has come. */
export function breakAfterFirstBytes(
  how: LoopbackEnding,
  place?: ListenAddress,
): Promise<Listening> {
  return startTcp((socket) => {
    socket.once('data', () => {
      finish(socket, how)
    })
  }, place)
}

/** A finished handshake, then the connection breaks when the request has come. */
export function breakAfterRequest(how: LoopbackEnding, place?: ListenAddress): Promise<Listening> {
  return startTls((socket) => {
    socket.once('data', () => {
      endTls(socket, how)
    })
  }, place)
}

/** A TLS server whose connections are handled byte by byte. */
export async function startTls(
  serve: (socket: tls.TLSSocket) => void,
  place: ListenAddress = {},
  credentials: Credentials = loopbackCredentials(),
  options: tls.TlsOptions = {},
): Promise<Listening> {
  const server = tls.createServer(
    { ALPNProtocols: ['http/1.1'], ...credentials, ...options },
    (socket) => {
      tolerate(socket)
      serve(socket)
    },
  )
  return listen(server, place)
}

/** FIN without close_notify, or RST, beneath a TLS socket. */
export function endTls(socket: tls.TLSSocket, how: LoopbackEnding): void {
  if (how === 'silence') return
  const beneath: unknown = Reflect.get(socket, '_parent')
  if (how === 'reset' && beneath instanceof net.Socket) beneath.resetAndDestroy()
  else socket.destroy()
}
