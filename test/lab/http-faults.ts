/** Servers whose handshake is fine and whose HTTP is not. */
import { Buffer } from 'node:buffer'
import http2 from 'node:http2'
import type { TLSSocket } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { startTls } from '../loopback/faults.ts'
import { listen } from '../loopback/listen.ts'
import type { Listening, ListenAddress } from '../loopback/listen.ts'
import { loopbackCredentials } from '../loopback/pki.ts'

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
/** No server of the lab keeps talking for longer than this, milliseconds. */
const LONGEST = 60_000

function afterRequest(
  answer: (socket: TLSSocket) => void,
  place?: ListenAddress,
): Promise<Listening> {
  return startTls((socket) => {
    socket.once('data', () => {
      answer(socket)
    })
  }, place)
}

/** Fixed bytes in answer to any request. */
export function answerWith(bytes: string | Buffer, place?: ListenAddress): Promise<Listening> {
  return afterRequest((socket) => socket.end(bytes), place)
}

/** Something again and again until the client has enough. */
function repeat(socket: TLSSocket, everyMs: number, next: () => string | Buffer | undefined): void {
  const started = Date.now()
  const timer = setInterval(() => {
    const bytes = socket.destroyed || Date.now() - started > LONGEST ? undefined : next()
    if (bytes === undefined) {
      clearInterval(timer)
      socket.destroy()
      return
    }
    socket.write(bytes)
  }, everyMs)
  timer.unref()
  socket.once('close', () => {
    clearInterval(timer)
  })
}

/** Not HTTP at all. */
export const NOT_HTTP = {
  garbage: Buffer.from('\u0000\u0001\u0002 this is no status line\r\n\r\n'),
  'http-0.9': '{"object":"response"}',
  'bad-version': 'HTTP/9.9 banana\r\n\r\n',
  'h2-preface': Buffer.from('\u0000\u0000\u0006\u0004\u0000\u0000\u0000\u0000\u0000', 'latin1'),
  ssh: 'SSH-2.0-OpenSSH_9.2p1\r\n',
  'nul-in-header': 'HTTP/1.1 200 OK\r\nx-lab: a\u0000b\r\ncontent-length: 2\r\n\r\n{}',
  'bad-chunk': `${HEAD}transfer-encoding: chunked\r\n\r\nZZZ\r\n{}\r\n`,
} as const

/** One header line of 64 KiB: more than any client takes. */
export function headerBomb(place?: ListenAddress): Promise<Listening> {
  return answerWith(`${HEAD}x-lab: ${'a'.repeat(65_536)}\r\ncontent-length: 2\r\n\r\n{}`, place)
}

/** `103 Early Hints` without end: no answer ever comes. */
export function endlessEarlyHints(place?: ListenAddress): Promise<Listening> {
  return afterRequest((socket) => {
    repeat(socket, 50, () => 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n')
  }, place)
}

/** `100 Continue`, and then nothing. */
export function continueForever(place?: ListenAddress): Promise<Listening> {
  return afterRequest((socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), place)
}

/** A body without end, 16 KiB at a time. */
export function endlessBody(place?: ListenAddress): Promise<Listening> {
  const piece = ' '.repeat(16_384)
  return afterRequest((socket) => {
    socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`)
    repeat(socket, 5, () => (socket.writableLength > 1_000_000 ? '' : `4000\r\n${piece}\r\n`))
  }, place)
}

/** One byte of the body every `everyMs`: alive, and never done. */
export function drippingBody(everyMs = 100, place?: ListenAddress): Promise<Listening> {
  return afterRequest((socket) => {
    socket.write(`${HEAD}content-length: 100000\r\n\r\n`)
    repeat(socket, everyMs, () => ' ')
  }, place)
}

/** One byte of the head every `everyMs`. */
export function drippingHead(everyMs = 100, place?: ListenAddress): Promise<Listening> {
  const head = `${HEAD}x-lab: ${'a'.repeat(5000)}\r\n`
  return afterRequest((socket) => {
    let at = 0
    repeat(socket, everyMs, () => head[at++])
  }, place)
}

/** The head came, the body never does. */
export function bodyNeverComes(place?: ListenAddress): Promise<Listening> {
  return afterRequest((socket) => socket.write(`${HEAD}content-length: 100\r\n\r\n`), place)
}

let bomb: Buffer | undefined

/** 64 MiB of blanks in 64 KiB of gzip. */
export function gzipBomb(place?: ListenAddress): Promise<Listening> {
  bomb ??= gzipSync(Buffer.alloc(64 * 1024 * 1024, 32), { level: 9 })
  const head = `${HEAD}content-encoding: gzip\r\ncontent-length: ${String(bomb.length)}\r\n\r\n`
  return answerWith(Buffer.concat([Buffer.from(head), bomb]), place)
}

/** Says gzip and is not. */
export function gzipCorrupt(place?: ListenAddress): Promise<Listening> {
  return answerWith(`${HEAD}content-encoding: gzip\r\ncontent-length: 8\r\n\r\nnot gzip`, place)
}

/** Offers `h2` and nothing else by ALPN (RFC 7301). */
export function h2Only(place?: ListenAddress): Promise<Listening> {
  const server = http2.createSecureServer({ ...loopbackCredentials(), allowHTTP1: false })
  server.on('sessionError', () => {})
  server.on('stream', (stream) => {
    stream.on('error', () => {})
    stream.respond({ ':status': 200, 'content-type': 'application/json' })
    stream.end('{"object":"list","data":[]}')
  })
  return listen(server, place)
}

/** Talks before it is asked, as load balancers with an idle timeout do. */
export function answerBeforeRequest(place?: ListenAddress): Promise<Listening> {
  return startTls((socket) => {
    socket.end('HTTP/1.1 408 Request Time-out\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
  }, place)
}
