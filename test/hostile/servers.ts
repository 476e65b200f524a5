/** Servers that want to hurt: they send without end, too much, or what nobody asked for. */
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import tls from 'node:tls'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync, constants } from 'node:zlib'
import { startTcp } from '../loopback/faults.ts'
import { startTls } from '../loopback/faults.ts'
import { listen, tolerate } from '../loopback/listen.ts'
import type { Listening } from '../loopback/listen.ts'
import { loopbackCredentials } from '../loopback/pki.ts'
import type { Credentials } from '../loopback/pki.ts'

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

/** A hostile server that counts what the client took from it. */
export interface Hostile extends Listening {
  /** Most bytes that left for one connection: taken by the client or by the kernel between. */
  readonly taken: () => number
}

/** Writes as fast as the client takes it, until the connection is gone. */
async function pour(socket: tls.TLSSocket | Socket, next: () => Buffer | string): Promise<void> {
  // A reset by the client is how this ends, whether or not anybody waits just then.
  const gone = once(socket, 'close').catch(() => {})
  while (!socket.destroyed) {
    if (!socket.write(next())) await Promise.race([once(socket, 'drain').catch(() => {}), gone])
    else await new Promise(setImmediate)
  }
}

async function counting(
  answer: (socket: tls.TLSSocket) => void,
  credentials: Credentials = loopbackCredentials(),
  options: tls.TlsOptions = {},
): Promise<Hostile> {
  let most = 0
  const listening = await startTls(
    (socket) => {
      socket.once('data', () => answer(socket))
      const note = (): void => {
        most = Math.max(most, socket.bytesWritten - socket.writableLength)
      }
      socket.on('drain', note).once('close', note)
    },
    {},
    credentials,
    options,
  )
  return { ...listening, taken: () => most }
}

/** `head`, and then `piece` again and again. */
export function pouring(head: string, piece: Buffer | string): Promise<Hostile> {
  return counting((socket) => {
    socket.write(head)
    pour(socket, () => piece).catch(() => {})
  })
}

/** These bytes and an end. */
export function saying(bytes: Buffer | string): Promise<Hostile> {
  return counting((socket) => socket.end(bytes))
}

/** One byte of `text` every `everyMs`, round and round. */
export function dripping(text: string, everyMs: number): Promise<Hostile> {
  return counting((socket) => {
    let at = 0
    const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ''), everyMs)
    socket.once('close', () => clearInterval(timer))
  })
}

const chunk = (size: number): string => `${size.toString(16)}\r\n${' '.repeat(size)}\r\n`

function encoded(names: string, bytes: Buffer): Buffer {
  const head = `${HEAD}content-encoding: ${names}\r\ncontent-length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}

const BLANKS = Buffer.alloc(64 * 1024 * 1024, 32)

/** Zstandard that asks its decoder for a window of 128 MiB. */
function zstdWithHugeWindow(): Buffer {
  return zstdCompressSync(BLANKS, {
    params: {
      [constants.ZSTD_c_windowLog]: 27,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    },
  })
}

/** JSON that is nested as deep as 64 KiB allow. */
const NESTED = `${'['.repeat(32_000)}${']'.repeat(32_000)}`

function withLength(body: string, more = ''): string {
  return `${HEAD}${more}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

interface HostileCase {
  readonly name: string
  readonly start: () => Promise<Hostile>
  /** `rung probe code` of the first failure; `ok` where the connection itself is fine. */
  readonly expected: RegExp
}

/** Answers to a request. Each of them must end with one verdict, little memory and no more than 64 KiB. */
export const HOSTILE_ANSWERS: readonly HostileCase[] = [
  {
    name: 'a body of 100 MB with its length',
    start: () => pouring(`${HEAD}content-length: 100000000\r\n\r\n`, Buffer.alloc(65_536, 32)),
    expected: /^answer answer http\.response\.invalid$/,
  },
  {
    name: 'a chunked body without end',
    start: () => pouring(`${HEAD}transfer-encoding: chunked\r\n\r\n`, chunk(16_384)),
    expected: /^answer answer http\.response\.invalid$/,
  },
  {
    name: 'a body until the connection ends, which never happens',
    start: () => pouring(`${HEAD}\r\n`, Buffer.alloc(65_536, 32)),
    expected: /^answer answer http\.response\.invalid$/,
  },
  {
    name: 'chunks of one byte with an extension of 2 KB each',
    start: () =>
      pouring(`${HEAD}transfer-encoding: chunked\r\n\r\n`, `1;x=${'y'.repeat(2000)}\r\n \r\n`),
    expected: /^(answer answer|http response) http\./,
  },
  {
    name: 'trailers without end',
    start: () =>
      pouring(`${HEAD}transfer-encoding: chunked\r\n\r\n0\r\n`, `x-t: ${'y'.repeat(900)}\r\n`),
    expected: /^http response http\./,
  },
  {
    name: 'headers without end',
    start: () => pouring(HEAD, `x-lab: ${'a'.repeat(1000)}\r\n`),
    expected: /^http response http\.headers_overflow$/,
  },
  {
    name: 'one header line without end',
    start: () => pouring(`${HEAD}x-lab: `, 'a'.repeat(65_536)),
    expected: /^http response http\.headers_overflow$/,
  },
  {
    name: 'a status line without end',
    start: () => pouring('HTTP/1.1 200 ', 'O'.repeat(65_536)),
    expected: /^http response http\./,
  },
  {
    name: 'ten thousand small headers',
    start: () => saying(withLength('{}', 'x: y\r\n'.repeat(10_000))),
    expected: /^http response http\.headers_overflow$/,
  },
  {
    name: 'early hints without end',
    start: () => pouring('', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(1000)),
    expected: /^http response http\.headers_overflow$/,
  },
  {
    name: 'continue without end',
    start: () => pouring('', 'HTTP/1.1 100 Continue\r\n\r\n'),
    expected: /^http response http\./,
  },
  ...(
    [
      ['gzip', () => gzipSync(BLANKS, { level: 9 })],
      ['deflate', () => deflateSync(BLANKS, { level: 9 })],
      ['br', () => brotliCompressSync(BLANKS, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
      ['zstd', zstdWithHugeWindow],
      ['gzip, gzip', () => gzipSync(gzipSync(BLANKS, { level: 9 }), { level: 9 })],
      ['gzip, gzip, gzip', () => gzipSync(gzipSync(gzipSync(BLANKS)))],
      ['gzip, br', () => brotliCompressSync(gzipSync(BLANKS))],
    ] as const
  ).map(([names, bomb]) => ({
    name: `64 MiB of blanks as ${names}`,
    start: () => saying(encoded(names, bomb())),
    // A window of 64 MiB is refused before anything is decoded.
    expected: names === 'zstd' ? /^http response http\./ : /^(answer answer|http response) http\./,
  })),
  {
    name: 'JSON nested 32,000 deep',
    start: () => saying(withLength(NESTED)),
    expected: /^answer answer http\.response\.invalid$/,
  },
  {
    name: 'JSON with 9,000 keys, __proto__ among them',
    start: () =>
      saying(
        withLength(
          `{"__proto__":{"error":{"code":"x"}},${Array.from({ length: 5000 }, (_, n) => `"k${n}":1`).join(',')}}`,
        ),
      ),
    expected: /^answer answer http\.response\.invalid$/,
  },
  {
    name: 'one byte of the head every 20 ms',
    start: () => dripping(`${HEAD}x-lab: ${'a'.repeat(9000)}`, 20),
    expected: /^http response http\.timed_out$/,
  },
  {
    name: 'two lengths',
    start: () => saying(`${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{}x`),
    expected: /^http response http\./,
  },
  {
    name: 'length and chunks at once',
    start: () => saying(`${HEAD}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`),
    expected: /^http response http\./,
  },
  {
    name: 'a switch of protocols that nobody asked for',
    start: () =>
      saying('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    expected: /^http response http\./,
  },
  {
    name: 'status 999',
    start: () => saying('HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n'),
    expected: /^(ok|http response http\.|answer answer)/,
  },
  {
    name: 'status 000',
    start: () => saying('HTTP/1.1 000 Nothing\r\ncontent-length: 0\r\n\r\n'),
    expected: /^(ok|http response http\.|answer answer)/,
  },
]

/** TLS that is never done: real records, one byte at a time. */
export async function endlessHandshake(everyMs = 5): Promise<Listening> {
  return startTcp((socket) => {
    socket.once('data', () => {
      // A handshake record of 16 KiB that comes byte by byte.
      const record = Buffer.concat([Buffer.of(22, 3, 3, 0x40, 0), Buffer.alloc(16_384, 2)])
      let at = 0
      const timer = setInterval(() => {
        if (!socket.destroyed) socket.write(record.subarray(at, ++at))
      }, everyMs)
      socket.once('close', () => clearInterval(timer))
    })
  })
}

/** Warning alerts (RFC 8446 §6) without end in answer to the ClientHello. */
export async function endlessAlerts(): Promise<Listening> {
  return startTcp((socket) => {
    socket.once('data', () => {
      pour(socket, () => Buffer.of(21, 3, 3, 0, 2, 1, 90)).catch(() => {})
    })
  })
}

/** Asks for a renegotiation (TLS 1.2) again and again instead of answering. */
export function renegotiating(): Promise<Listening> {
  return counting(
    (socket) => {
      const again = (): void => {
        if (socket.destroyed) return
        // A failed renegotiation is what this server lives for.
        socket.renegotiate({ rejectUnauthorized: false }, () => {})
        setTimeout(again, 10).unref()
      }
      again()
    },
    loopbackCredentials(),
    { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' },
  )
}

/** Frames of HTTP/2 (RFC 9113 §4.1). */
export function frame(type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head.writeUIntBE(payload.length, 0, 3)
  head[3] = type
  head[4] = flags
  head.writeUInt32BE(stream, 5)
  return Buffer.concat([head, payload])
}

const SETTINGS = frame(4, 0, 0, Buffer.alloc(0))
const ACK = frame(4, 1, 0, Buffer.alloc(0))

/** `:status: 200` by its index in the static table (RFC 7541 Appendix A). */
const STATUS_200 = Buffer.of(0x88)

export const HTTP2_FLOODS: Readonly<Record<string, () => Buffer>> = {
  settings: () => frame(4, 0, 0, Buffer.of(0, 3, 0, 0, 0, 100)),
  ping: () => frame(6, 0, 0, Buffer.alloc(8)),
  'empty data': () => frame(0, 0, 1, Buffer.alloc(0)),
  'window updates': () => frame(8, 0, 0, Buffer.of(0, 0, 0, 1)),
  resets: () => frame(3, 0, 1, Buffer.of(0, 0, 0, 8)),
  'early hints': () => frame(1, 4, 1, Buffer.concat([Buffer.of(0x08, 3), Buffer.from('103')])),
  pushes: () => frame(5, 4, 1, Buffer.concat([Buffer.of(0, 0, 0, 2), Buffer.of(0x82, 0x87, 0x84)])),
  'unknown frames': () => frame(200, 0, 0, Buffer.alloc(100)),
  priorities: () => frame(2, 0, 1, Buffer.alloc(5)),
  'frames larger than allowed': () => frame(0, 0, 1, Buffer.alloc(100_000)),
  goaway: () => frame(7, 0, 0, Buffer.alloc(8)),
}

/** Offers h2 alone, shakes hands properly, then floods once the request is there. */
export async function floodingHttp2(begin: Buffer, flood: () => Buffer): Promise<Hostile> {
  let most = 0
  const server = tls.createServer({ ...loopbackCredentials(), ALPNProtocols: ['h2'] }, (socket) => {
    tolerate(socket)
    const note = (): void => {
      most = Math.max(most, socket.bytesWritten - socket.writableLength)
    }
    socket.on('drain', note).once('close', note)
    socket.write(SETTINGS)
    socket.once('data', () => {
      socket.write(Buffer.concat([ACK, begin]))
      setTimeout(() => {
        pour(socket, flood).catch(() => {})
      }, 30)
    })
  })
  return { ...(await listen(server)), taken: () => most }
}

/** HEADERS without END_HEADERS: continuations may follow for ever (CVE-2024-27316 and its kin). */
export const OPEN_HEADERS = frame(1, 0, 1, STATUS_200)
export const CONTINUATION = (): Buffer =>
  frame(
    9,
    0,
    1,
    Buffer.concat([Buffer.of(0x00, 1), Buffer.from('x'), Buffer.of(1), Buffer.from('y')]),
  )
/** A response whose body never ends. */
export const OPEN_BODY = frame(1, 4, 1, STATUS_200)
