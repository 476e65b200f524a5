import { createHash, randomBytes } from 'node:crypto'
import { PassThrough, type Readable } from 'node:stream'
import type { Socket } from 'node:net'
import { MOST_BODY_BYTES } from '../model/index.ts'
import type { Dispatcher } from './undici.ts'

/** What comes back on a request for a WebSocket: a switch of protocols, or an HTTP answer like any other. */
export interface UpgradeReply {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Of a 101 the first message of the server; else the body. */
  readonly body: Readable
}

/** RFC 6455 §1.3. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/**
 * Asks for a WebSocket (RFC 6455 §4.1) on a traced agent, takes the first message of the server and
 * closes: nothing is said, so nothing is paid for. Rejects with what the connection died of.
 */
export function askForWebSocket(
  agent: Dispatcher,
  request: {
    readonly origin: string
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly signal: AbortSignal
  },
): Promise<UpgradeReply> {
  const key = randomBytes(16).toString('base64')
  const { signal, headers, ...where } = request
  return new Promise((done, fail) => {
    const body = new PassThrough()
    // Whoever reads the body hears of it; where nobody does yet, the promise says it.
    body.on('error', () => {})
    agent.dispatch(
      {
        ...where,
        method: 'GET',
        upgrade: 'websocket',
        headers: { ...headers, 'sec-websocket-key': key, 'sec-websocket-version': '13' },
      },
      {
        onRequestStart: (controller) => {
          const abort = (): void => controller.abort(new Error('aborted'))
          signal.addEventListener('abort', abort, { once: true })
          if (signal.aborted) abort()
        },
        onRequestUpgrade: (_controller, statusCode, received, socket) => {
          const expected = createHash('sha1').update(`${key}${GUID}`).digest('base64')
          if (received['sec-websocket-accept'] !== expected || !isSocket(socket)) {
            socket.destroy()
            const code = 'HPE_INVALID_CONSTANT'
            fail(Object.assign(new Error('another key was answered'), { code }))
            return
          }
          done({ statusCode, headers: received, body })
          takeFirstMessage(socket, body, signal)
        },
        onResponseStart: (_controller, statusCode, received) => {
          done({ statusCode, headers: received, body })
        },
        onResponseData: (_controller, chunk) => {
          body.write(chunk)
        },
        onResponseEnd: () => {
          body.end()
        },
        onResponseError: (_controller, error) => {
          fail(error)
          body.destroy(error)
        },
      },
    )
  })
}

function isSocket(stream: object): stream is Socket {
  return 'bytesRead' in stream
}

const TEXT = 1
const CLOSE = 8

/** Writes the first message, or the reason of a close, into `body`; then says good-bye. */
function takeFirstMessage(socket: Socket, body: PassThrough, signal: AbortSignal): void {
  let seen = Buffer.alloc(0)
  const over = (error?: Error): void => {
    signal.removeEventListener('abort', onAbort)
    socket.off('data', onData)
    socket.on('error', () => {})
    if (error === undefined) body.end()
    else body.destroy(error)
    // A close frame of its own (RFC 6455 §5.5.1), masked with zeros, code 1000.
    if (socket.writable) socket.write(Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe8]))
    socket.destroySoon()
  }
  const onAbort = (): void => over(new Error('aborted'))
  const onData = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk])
    for (;;) {
      const frame = frameIn(seen)
      if (frame === undefined) {
        if (seen.length > MOST_BODY_BYTES) over(new Error('a message larger than any API sends'))
        return
      }
      seen = seen.subarray(frame.end)
      if (frame.opcode === CLOSE) {
        body.write(reasonOf(frame.payload))
        return over()
      }
      if (frame.opcode <= TEXT) {
        body.write(frame.payload)
        if (frame.last) return over()
      }
    }
  }
  socket.on('data', onData)
  socket.once('error', over)
  socket.once('close', () => over(new Error('closed')))
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
}

interface Frame {
  readonly opcode: number
  /** The message ends with it. */
  readonly last: boolean
  readonly payload: Buffer
  /** Bytes of the whole frame. */
  readonly end: number
}

/** The first frame of these bytes (RFC 6455 §5.2); a server masks none. */
function frameIn(bytes: Buffer): Frame | undefined {
  const [first, second] = bytes
  if (first === undefined || second === undefined) return undefined
  const short = second & 0x7f
  const start = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < start) return undefined
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  const end = start + length
  if (bytes.length < end) return undefined
  const payload = bytes.subarray(start, end)
  return { opcode: first & 0x0f, last: (first & 0x80) !== 0, payload, end }
}

/** The API closes with `invalid_request_error.invalid_api_key` and the like: as its error object. */
function reasonOf(payload: Buffer): string {
  const [type = '', code = ''] = payload.subarray(2).toString('utf8').split('.')
  const told = /^\w{1,64}$/.test(type) && /^\w{1,64}$/.test(code)
  return told ? JSON.stringify({ type: 'error', error: { type, code } }) : ''
}
