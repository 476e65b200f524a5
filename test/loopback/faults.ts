/** Servers that break the connection or the handshake at a chosen point. */
import { Buffer } from 'node:buffer'
import net, { type Socket } from 'node:net'
import tls from 'node:tls'
import { listen, tolerate, type Listening, type ListenAddress } from './listen.ts'
import { labRoot, loopbackCredentials, type Credentials } from './pki.ts'

export { closedPort } from '../../src/demo/loopback/faults.ts'

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

/** Accepts, then breaks before reading anything. */
export function breakOnAccept(how: LoopbackEnding, place?: ListenAddress): Promise<Listening> {
  return startTcp((socket) => {
    // A reset at once would sometimes be seen as a refused connection.
    setTimeout(finish, how === 'reset' ? 30 : 0, socket, how)
  }, place)
}

/** A real handshake that breaks after `bytes` of what the server sends. */
export async function breakInHandshake(
  how: LoopbackEnding,
  bytes = 100,
  place?: ListenAddress,
): Promise<Listening> {
  const real = await startTls(() => {})
  const front = await startTcp((socket) => {
    const upstream = forward(real.port, real.host)
    let sent = 0
    socket.on('data', (chunk) => upstream.write(chunk))
    socket.once('close', () => upstream.destroy())
    upstream.on('data', (chunk: Buffer) => {
      if (sent >= bytes) return
      const part = chunk.subarray(0, bytes - sent)
      sent += part.length
      socket.write(part, () => {
        // A reset at once would overtake the bytes just written.
        if (sent >= bytes) setTimeout(finish, 30, socket, how)
      })
    })
  }, place)
  return both(front, real)
}

/** A head that promises 1000 bytes, 20 of them, then the break. */
export function breakInBody(
  how: LoopbackEnding,
  framing: 'length' | 'chunked' = 'length',
  place?: ListenAddress,
): Promise<Listening> {
  const head = framing === 'length' ? 'content-length: 1000' : 'transfer-encoding: chunked'
  const body = framing === 'length' ? '{"object":"response"' : '14\r\n{"object":"response"\r\n'
  return startTls((socket) => {
    socket.once('data', () => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${head}\r\n\r\n${body}`)
      setTimeout(endTls, 40, socket, how)
    })
  }, place)
}

/** Sends one fatal TLS alert (RFC 8446 §6) in answer to the ClientHello. */
export function alertAfterHello(number: number, place?: ListenAddress): Promise<Listening> {
  return startTcp((socket) => {
    socket.once('data', () => socket.end(Buffer.of(21, 3, 3, 0, 2, 2, number)))
  }, place)
}

/** Answers the ClientHello with something that is not TLS. */
export function answerHelloWith(text: string | Buffer, place?: ListenAddress): Promise<Listening> {
  return startTcp((socket) => {
    socket.once('data', () => socket.end(text))
  }, place)
}

export const NOT_TLS = {
  'plain-http':
    'HTTP/1.1 400 Bad Request\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n' +
    '<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>',
  'block-page':
    'HTTP/1.1 302 Found\r\nlocation: http://portal.example.test/\r\ncontent-length: 0\r\n\r\n',
  ssh: 'SSH-2.0-OpenSSH_9.2p1\r\n',
  garbage: Buffer.from('not a record of any protocol, only noise: \u0000\u0001\u0002\u0003'),
} as const

/** TLS 1.0 and 1.1 only: real OpenSSL, so that the alert is a real one. */
export function startOldTls(place?: ListenAddress): Promise<Listening> {
  const options = {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
  } as const
  return startTls(() => {}, place, loopbackCredentials(), options)
}

/** Wants a certificate of the client, which no preflight has. */
export function startClientCertificate(
  version: 'TLSv1.2' | 'TLSv1.3',
  place?: ListenAddress,
): Promise<Listening> {
  const options = {
    requestCert: true,
    rejectUnauthorized: true,
    ca: labRoot().pem,
    minVersion: version,
    maxVersion: version,
  } as const
  return startTls(() => {}, place, loopbackCredentials(), options)
}

export interface Middlebox extends Listening {
  /** ClientHellos that it let through and those that it stopped. */
  readonly counts: { passed: number; stopped: number }
}

/** A box that does not reassemble: a ClientHello over `limit` bytes does not get through. */
export function startHelloLimit(
  to: { readonly port: number; readonly host: string },
  how: LoopbackEnding,
  limit = 1400,
  place?: ListenAddress,
): Promise<Middlebox> {
  return startMiddlebox(to, how, (record) => record.length > limit, place)
}

/** A box that reads the name in the ClientHello and stops some. */
export function startNameBlock(
  to: { readonly port: number; readonly host: string },
  how: LoopbackEnding,
  names: readonly string[],
  place?: ListenAddress,
): Promise<Middlebox> {
  const stop = (record: Buffer): boolean => names.some((name) => record.includes(name, 'latin1'))
  return startMiddlebox(to, how, stop, place)
}

async function startMiddlebox(
  to: { readonly port: number; readonly host: string },
  how: LoopbackEnding,
  stops: (record: Buffer) => boolean,
  place?: ListenAddress,
): Promise<Middlebox> {
  const counts = { passed: 0, stopped: 0 }
  const listening = await startTcp((socket) => {
    whenRecord(socket, (record) => {
      if (stops(record)) {
        counts.stopped += 1
        finish(socket, how)
        return
      }
      counts.passed += 1
      join(socket, forward(to.port, to.host, record))
    })
  }, place)
  return { ...listening, counts }
}

/** Two servers that stand for one. */
export function both(front: Listening, back: AsyncDisposable): Listening {
  return {
    ...front,
    async [Symbol.asyncDispose]() {
      await front[Symbol.asyncDispose]()
      await back[Symbol.asyncDispose]()
    },
  }
}

/** Joins two sockets until one of them is gone. */
function join(one: Socket, other: Socket): void {
  one.pipe(other)
  other.pipe(one)
  one.once('close', () => other.destroy())
  other.once('close', () => one.destroy())
}

/** Connects onward, and hands over first what was already read. */
function forward(port: number, host: string, first?: Buffer): Socket {
  const upstream = net.connect({ port, host })
  tolerate(upstream)
  if (first !== undefined) upstream.write(first)
  return upstream
}

/** A whole TLS record (RFC 8446 §5.1) has arrived: five bytes of header say how long it is. */
function whenRecord(socket: Socket, act: (record: Buffer) => void): void {
  let seen = Buffer.alloc(0)
  const onData = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk])
    if (seen.length < 5 || seen.length < 5 + seen.readUInt16BE(3)) return
    socket.off('data', onData)
    act(seen)
  }
  socket.on('data', onData)
}
