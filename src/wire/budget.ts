import type { Socket } from 'node:net'

/**
 * Most bytes that a peer may send on one connection, 1 MiB: heads and 64 KiB of body are far below.
 * undici bounds header fields and nothing else: a reason phrase, chunk extensions or early hints go
 * on as fast as the line carries them (measured: 330 MB in 0.8 s).
 */
const MOST_INCOMING_BYTES = 1_048_576

/** HTTP/2 reads below the stream, where only a count can be asked for. */
const LOOK_EVERY_MS = 20

/** Destroys the socket with an error when more has come than any answer needs. */
export function boundIncoming(socket: Socket): void {
  const before = socket.bytesRead
  const stop = (): void => {
    socket.destroy(
      Object.assign(new Error('too much was sent'), { code: 'UND_ERR_HEADERS_OVERFLOW' }),
    )
  }
  if ('alpnProtocol' in socket && socket.alpnProtocol === 'h2') {
    const timer = setInterval(() => {
      if (socket.bytesRead - before > MOST_INCOMING_BYTES) stop()
    }, LOOK_EVERY_MS)
    timer.unref()
    socket.once('close', () => clearInterval(timer))
    return
  }
  let total = 0
  socket.on('data', (chunk: Buffer) => {
    total += chunk.length
    if (total > MOST_INCOMING_BYTES) stop()
  })
}
