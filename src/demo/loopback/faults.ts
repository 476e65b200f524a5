/** Servers that break the connection or the handshake at a chosen point. */
import { once } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'
import { listen, tolerate, type Listening } from './listen.ts'
import { loopbackCredentials } from './pki.ts'

/**
 * A port that refuses, and stays so: it is the near end of an open connection, so nothing can
 * listen on it and the system gives it to nobody.
 */
export async function closedPort(): Promise<Listening> {
  const other = await listen(net.createServer())
  const holder = net.connect({ port: other.port, host: '127.0.0.1' })
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

/** Resets the connection as soon as the ClientHello has come. */
export function resetAfterHello(): Promise<Listening> {
  return listen(
    net.createServer((socket) => {
      socket.once('data', () => socket.resetAndDestroy())
    }),
  )
}

/** A finished handshake, and nothing in answer to the request. */
export function silentAfterRequest(): Promise<Listening> {
  return listen(
    tls.createServer({ ALPNProtocols: ['http/1.1'], ...loopbackCredentials() }, (socket) => {
      tolerate(socket)
      socket.resume()
    }),
  )
}
