import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import http from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import https from 'node:https'
import { keyBytesIn, listen, type ListenAddress, type Listening } from './listen.ts'
import { openaiReplies, type Families } from './openai-replies.ts'
import { loopbackCredentials, type Credentials } from './pki.ts'
import type { LoopbackReply } from './replies.ts'

/** Most bytes that are read of one request, and most requests that are remembered. */
const REQUEST_LIMIT = 1024 * 1024
const REMEMBERED = 500

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string
  /** Without query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One reply for all, one after the other (the last one stays), or by the request. */
export type Answers =
  | LoopbackReply
  | readonly LoopbackReply[]
  | ((request: SeenRequest) => LoopbackReply | undefined)

export interface ApiOptions extends ListenAddress {
  /** `none` serves plain HTTP; the default is a certificate of the lab for loopback. */
  readonly tls?: Credentials | 'none'
  /** The only key that is right; any key is when absent. */
  readonly key?: string
  readonly models?: readonly string[]
  /** Announced end by model, `2026-12-11`. */
  readonly shutdown?: Readonly<Record<string, string>>
  /** Headers of every genuine reply, over its own. */
  readonly headers?: Readonly<Record<string, string>>
  /** How long a connection may rest, milliseconds; announced as Node does. */
  readonly keepAliveMs?: number
  /** Replies by `METHOD /path`, `/path` or `*`, in this order of precedence; the rest is genuine. */
  readonly answers?: Readonly<Record<string, Answers>>
  /** Families of endpoints in place of `/v1/responses` alone. */
  readonly families?: Families
  /** More to do with the server before it listens. */
  readonly prepare?: (parts: {
    readonly server: http.Server
    readonly remember: (request: SeenRequest) => void
    readonly replyTo: (request: SeenRequest) => LoopbackReply
  }) => void
}

/** A loopback server that answers as the OpenAI API does. */
export interface Api extends Listening {
  /** `https://localhost:PORT/v1`: the name is in its certificate. */
  readonly baseUrl: string
  readonly origin: string
  readonly requests: readonly SeenRequest[]
  /** Longest piece of the key that arrived in any request, in bytes; 0 when none did. */
  readonly keyBytes: (key: string) => number
}

/** A key of the right shape that is nobody's. */
export function labKey(): string {
  return ['sk', 'proj', createHash('sha256').update('preflight lab').digest('hex')].join('-')
}

export async function startDemoApi(options: ApiOptions = {}): Promise<Api> {
  const requests: SeenRequest[] = []
  const genuine = openaiReplies(options, options.families)
  const used = new Map<string, number>()
  const replyTo = (request: SeenRequest): LoopbackReply => {
    for (const name of [`${request.method} ${request.path}`, request.path, '*']) {
      const answers = options.answers?.[name]
      if (answers === undefined) continue
      if (typeof answers === 'function') {
        const reply = answers(request)
        if (reply !== undefined) return reply
        continue
      }
      if (!isList(answers)) return answers
      const count = used.get(name) ?? 0
      used.set(name, count + 1)
      const reply = answers[Math.min(count, answers.length - 1)]
      if (reply !== undefined) return reply
    }
    const reply = genuine(request)
    return { ...reply, headers: { ...reply.headers, ...options.headers } }
  }
  const remember = (request: SeenRequest): void => {
    if (requests.length < REMEMBERED) requests.push(request)
  }
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const answer = async (): Promise<void> => {
      const request = await read(incoming)
      remember(request)
      send(outgoing, replyTo(request))
    }
    answer().catch(() => incoming.destroy())
  }
  const plain = options.tls === 'none'
  const credentials = options.tls ?? loopbackCredentials()
  const server =
    credentials === 'none'
      ? http.createServer(serve)
      : https.createServer({ ...credentials, ALPNProtocols: ['http/1.1'] }, serve)
  if (options.keepAliveMs !== undefined) server.keepAliveTimeout = options.keepAliveMs
  options.prepare?.({ server, remember, replyTo })
  server.on('clientError', (_error, socket) => socket.destroy())
  const listening = await listen(server, options)
  const origin = `${plain ? 'http' : 'https'}://localhost:${String(listening.port)}`
  return {
    ...listening,
    origin,
    baseUrl: `${origin}/v1`,
    requests,
    keyBytes: (key) =>
      requests.reduce(
        (most, { headers, body, query }) =>
          Math.max(
            most,
            keyBytesIn(Buffer.from(`${JSON.stringify(headers)}${body}${query.toString()}`), key),
          ),
        0,
      ),
  }
}

function isList(answers: Answers): answers is readonly LoopbackReply[] {
  return Array.isArray(answers)
}

async function read(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > REQUEST_LIMIT) throw new Error('request too large for the lab')
    chunks.push(chunk)
  }
  return requestOf(incoming, Buffer.concat(chunks).toString('utf8'))
}

/** Of a request whose body is read. */
export function requestOf(incoming: IncomingMessage, body: string): SeenRequest {
  const url = new URL(incoming.url ?? '/', 'http://lab.test')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body,
  }
}

/** Sends a scripted reply as it says: late, in pieces, or not to the end. */
export function send(outgoing: ServerResponse, reply: LoopbackReply): void {
  outgoing.on('error', () => {})
  const body = Buffer.from(reply.body ?? '')
  const begin = (): void => {
    if (outgoing.destroyed) return
    const bodiless = reply.status === 204 || reply.status === 304
    // Nobody knows the length of a stream before its end.
    const streamed = reply.headers?.['content-type'] === 'text/event-stream'
    const length = bodiless || streamed ? {} : { 'content-length': String(body.length) }
    const headers = { ...length, ...reply.headers }
    outgoing.writeHead(
      reply.status,
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : [...value],
        ]),
      ),
    )
    if (reply.cut !== undefined) {
      const { afterBytes, how } = reply.cut
      outgoing.flushHeaders()
      outgoing.write(body.subarray(0, afterBytes), () => {
        end(outgoing, how)
      })
      return
    }
    if (reply.pieces === undefined) {
      outgoing.end(bodiless ? undefined : body)
      return
    }
    drip(outgoing, body, reply.pieces)
  }
  if (reply.delayMs === undefined) begin()
  else setTimeout(begin, reply.delayMs).unref()
}

function end(outgoing: ServerResponse, how: 'reset' | 'fin' | 'silence'): void {
  if (how === 'silence') return
  // A reset at once would overtake the bytes just written.
  setTimeout(() => {
    if (how === 'reset') resetBelow(outgoing)
    else outgoing.destroy()
  }, 30).unref()
}

/** A TLS socket has no RST of its own: the one beneath it has. */
function resetBelow(outgoing: ServerResponse): void {
  const { socket } = outgoing
  if (socket === null) return
  const beneath: unknown = Reflect.get(socket, '_parent')
  if (beneath instanceof Object && 'resetAndDestroy' in beneath) {
    const reset = beneath.resetAndDestroy
    if (typeof reset === 'function') {
      Reflect.apply(reset, beneath, [])
      return
    }
  }
  socket.resetAndDestroy()
}

function drip(
  outgoing: ServerResponse,
  body: Buffer,
  pieces: { readonly bytes: number; readonly everyMs: number },
): void {
  let at = 0
  const timer = setInterval(() => {
    if (outgoing.destroyed || at >= body.length) {
      clearInterval(timer)
      outgoing.end()
      return
    }
    outgoing.write(body.subarray(at, at + pieces.bytes))
    at += pieces.bytes
  }, pieces.everyMs)
  timer.unref()
}
