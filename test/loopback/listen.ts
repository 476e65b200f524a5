import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import type { Server, Socket } from 'node:net'

/** Most bytes that a server of the lab keeps of what it was sent. */
const KEPT = 256 * 1024

export interface ListenAddress {
  /** Address to listen on; loopback unless said otherwise. */
  readonly host?: string
  /** 0, the default, lets the system choose. */
  readonly port?: number
}

/** What every server of the lab offers. Disposing it closes every socket. */
export interface Listening extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** Connections accepted so far. */
  readonly connections: () => number
  /** Connections open now. */
  readonly open: () => number
  /** Bytes that arrived on the wire, at most 256 KiB of them. */
  readonly received: () => Buffer
}

/** Silences what peers do to a socket on purpose: an unheard `error` would end the process. */
export function tolerate(socket: { on: (event: 'error', listener: () => void) => unknown }): void {
  socket.on('error', () => {})
}

/**
 * Starts a server and keeps account of it.
 * `wire` also records the raw bytes; leave it off for servers whose protocol reads the socket
 * natively (TLS over the handle), they are seen only decrypted.
 */
export async function listen(
  server: Server,
  place: ListenAddress = {},
  wire = false,
): Promise<Listening> {
  const sockets = new Set<Socket>()
  const chunks: Buffer[] = []
  let kept = 0
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    tolerate(socket)
    socket.once('close', () => sockets.delete(socket))
    if (!wire) return
    socket.on('data', (chunk: Buffer) => {
      if (kept >= KEPT) return
      chunks.push(chunk.subarray(0, KEPT - kept))
      kept += chunk.length
    })
  })
  server.on('tlsClientError', () => {})
  server.listen({ host: place.host ?? '127.0.0.1', port: place.port ?? 0 })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')
  return {
    host: address.address,
    port: address.port,
    connections: () => connections,
    open: () => sockets.size,
    received: () => Buffer.concat(chunks),
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
