import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What a hop below TLS does to a connection that has been idle for a while. */
export type Hop = 'passes' | 'cuts' | 'resets' | 'forgets'

const IDLE_MS = 600

/** A load balancer of bytes in front of a port of loopback, with an idle timeout. */
export async function startHop(
  to: number,
  hop: Hop,
): Promise<AsyncDisposable & { readonly port: number }> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    let timer: NodeJS.Timeout | undefined
    let forgotten = false
    const idle = (): void => {
      if (hop === 'cuts') near.end()
      else if (hop === 'resets') near.resetAndDestroy()
      else if (hop === 'forgets') forgotten = true
    }
    const join = (from: Socket, into: Socket): void => {
      open.add(from)
      from.on('data', (bytes) => {
        clearTimeout(timer)
        timer = setTimeout(idle, IDLE_MS)
        if (!forgotten) into.write(bytes)
      })
      from.on('error', () => into.destroy())
      from.on('close', () => {
        clearTimeout(timer)
        into.destroy()
      })
    }
    join(near, far)
    join(far, near)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
