import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { listen } from '../loopback/listen.ts'
import { askForWebSocket } from '../../src/wire/web-socket.ts'
import { Agent } from '../../src/wire/undici.ts'
import { MOST_BODY_BYTES } from '../../src/model/index.ts'
import { readBody } from '../../src/wire/body.ts'

test.each(['__proto__', 'constructor', 'toString'])(
  'a body in the encoding %s is read as it is',
  async (encoding) => {
    const read = await readBody(Readable.from([Buffer.from('{"a":1}')]), encoding)
    expect(JSON.stringify(read)).toContain('a')
  },
)

test.each([
  ['identity', (bytes: Buffer) => bytes],
  ['gzip', (bytes: Buffer) => gzipSync(bytes)],
  ['br', (bytes: Buffer) => brotliCompressSync(bytes)],
] as const)(
  'a body is read up to 64 KiB, whatever it is encoded in: %s',
  async (encoding, encode) => {
    const sent = encode(Buffer.alloc(1024 * 1024, 'x'))
    const read = await readBody(Readable.from([sent]), encoding)
    expect(read).toMatchObject({ truncated: true })
    expect(read.bytes).toHaveLength(MOST_BODY_BYTES)
  },
)

test('a message of a WebSocket of more than 64 KiB is refused, and nothing of it is kept', async () => {
  const server = createServer().on('upgrade', ({ headers }, socket) => {
    const key = headers['sec-websocket-key'] ?? ''
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    socket.on('error', () => {})
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept.digest('base64')}\r\n\r\n`,
    )
    const head = Buffer.from([0x81, 127, 0, 0, 0, 0, 0, 0x10, 0, 0])
    socket.write(Buffer.concat([head, Buffer.alloc(100_000, 'x')]))
  })
  await using listening = await listen(server)
  const agent = new Agent()
  const { statusCode, body } = await askForWebSocket(agent, {
    origin: `http://127.0.0.1:${listening.port}`,
    path: '/v1/realtime',
    headers: {},
    signal: new AbortController().signal,
  })
  expect(statusCode).toBe(101)
  await expect(body.toArray()).rejects.toThrow('a message larger than any API sends')
  await agent.destroy()
})
