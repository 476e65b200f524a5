import type { Socket } from 'node:net'
import { RanOut } from './stopped.ts'

/** Node's own limit for a response head (`--max-http-header-size`). */
const LONGEST_HEAD = 16_384

export interface ResponseHead {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  /** Bytes that came behind the head. */
  readonly rest: Buffer
}

/** What came back was no HTTP response head, or none at all. `code` fits the failure table. */
export class BadHead extends Error {
  readonly code: string
  constructor(code: 'HPE_INVALID_CONSTANT' | 'UND_ERR_SOCKET' | 'UND_ERR_HEADERS_OVERFLOW') {
    super(code)
    this.code = code
  }
}

/**
 * Reads one HTTP/1.x response head from a socket and stops there, skipping 1xx (RFC 9110 §15.2).
 * Rejects with `BadHead`, the socket's own error, or `RanOut` when the signal aborts.
 */
export function readHead(socket: Socket, signal: AbortSignal): Promise<ResponseHead> {
  return new Promise((done, fail) => {
    let seen = Buffer.alloc(0)
    let total = 0
    const finish = (result: ResponseHead | Error): void => {
      socket.off('data', onData).off('error', onError).off('end', onEnd).off('close', onEnd)
      signal.removeEventListener('abort', onAbort)
      socket.pause()
      if (result instanceof Error) fail(result)
      else done(result)
    }
    const onData = (chunk: Buffer): void => {
      total += chunk.length
      seen = Buffer.concat([seen, chunk])
      if (!looksLikeHttp(seen)) return finish(new BadHead('HPE_INVALID_CONSTANT'))
      for (;;) {
        const end = seen.indexOf('\r\n\r\n')
        if (end === -1) break
        const head = parseHead(seen.subarray(0, end).toString('latin1'))
        const rest = seen.subarray(end + 4)
        if (head === undefined) return finish(new BadHead('HPE_INVALID_CONSTANT'))
        if (head.status >= 200) return finish({ ...head, rest })
        seen = rest
      }
      if (total > LONGEST_HEAD) finish(new BadHead('UND_ERR_HEADERS_OVERFLOW'))
    }
    const onError = (error: Error): void => finish(error)
    const onEnd = (): void => finish(new BadHead('UND_ERR_SOCKET'))
    const onAbort = (): void => finish(new RanOut('no response head'))
    socket.on('data', onData).on('error', onError).on('end', onEnd).on('close', onEnd)
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()
  })
}

function looksLikeHttp(bytes: Buffer): boolean {
  const begin = bytes.subarray(0, 5).toString('latin1')
  return 'HTTP/'.startsWith(begin) || begin === 'HTTP/'
}

function parseHead(text: string): { status: number; headers: [string, string][] } | undefined {
  const [statusLine = '', ...lines] = text.split('\r\n')
  const status = /^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(statusLine)?.[1]
  if (status === undefined) return undefined
  const headers: [string, string][] = []
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0)
      headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()])
  }
  return { status: Number(status), headers }
}

/** Reads on until `most` bytes, the end, an error or the signal; never rejects. */
export function readSome(
  socket: Socket,
  begin: Buffer,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  return new Promise((done) => {
    let seen = begin
    const finish = (): void => {
      socket.off('data', onData).off('error', finish).off('end', finish).off('close', finish)
      signal.removeEventListener('abort', finish)
      done(seen.subarray(0, most))
    }
    const onData = (chunk: Buffer): void => {
      seen = Buffer.concat([seen, chunk])
      if (seen.length >= most) finish()
    }
    socket.on('data', onData).on('error', finish).on('end', finish).on('close', finish)
    signal.addEventListener('abort', finish, { once: true })
    if (seen.length >= most || signal.aborted || socket.readableEnded) finish()
    else socket.resume()
  })
}
