import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'

/** The API's first message on a WebSocket. */
const CREATED = JSON.stringify({
  type: 'session.created',
  event_id: 'event_lab',
  session: { object: 'realtime.session', id: 'sess_lab', type: 'realtime' },
})

/** Switches protocols as the API does (RFC 6455 §4.2.2), and says its first word. */
export function openWebSocket(socket: Duplex, key: string): void {
  const accept = createHash('sha1')
    .update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64')
  const payload = Buffer.from(CREATED)
  const head = Buffer.alloc(4)
  head.writeUInt8(0x81, 0)
  head.writeUInt8(126, 1)
  head.writeUInt16BE(payload.length, 2)
  socket.on('error', () => {})
  socket.on('data', () => socket.end())
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  socket.write(Buffer.concat([head, payload]))
}
