import { once } from 'node:events'
import type { Server, Socket } from 'node:net'

/** A server on loopback. Disposing it closes every socket. */
export interface Listening extends AsyncDisposable {
  readonly port: number
}

/** Silences what peers do to a socket on purpose: an unheard `error` would end the process. */
export function tolerate(socket: { on: (event: 'error', listener: () => void) => unknown }): void {
  socket.on('error', () => {})
}

export async function listen(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    tolerate(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => {})
  server.listen({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')
  return {
    port: address.port,
    async [Symbol.asyncDispose]() {
      const closed = once(server.close(), 'close')
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
