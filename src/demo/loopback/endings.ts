import { Buffer } from 'node:buffer'
import net from 'node:net'
import type { Socket } from 'node:net'
import { listen, tolerate } from './listen.ts'
import type { Listening, ListenAddress } from './listen.ts'

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

/** Joins two sockets until one of them is gone. */
export function join(one: Socket, other: Socket): void {
  one.pipe(other)
  other.pipe(one)
  one.once('close', () => other.destroy())
  other.once('close', () => one.destroy())
}

/** Connects onward, and hands over first what was already read. */
export function forward(port: number, host: string, first?: Buffer): Socket {
  const upstream = net.connect({ port, host })
  tolerate(upstream)
  if (first !== undefined) upstream.write(first)
  return upstream
}

/** A whole TLS record (RFC 8446 §5.1) has arrived: five bytes of header say how long it is. */
export function whenRecord(socket: Socket, act: (record: Buffer) => void): void {
  let seen = Buffer.alloc(0)
  const onData = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk])
    if (seen.length < 5 || seen.length < 5 + seen.readUInt16BE(3)) return
    socket.off('data', onData)
    act(seen)
  }
  socket.on('data', onData)
}
