/** A loopback server that answers as the OpenAI API does, with every family and WebSockets. */
import { Buffer } from 'node:buffer'
import http, { ServerResponse } from 'node:http'
import https from 'node:https'
import { Socket } from 'node:net'
import { headOf, requestOf, serving, type SeenRequest } from '../../src/demo/loopback/api.ts'
import { listen, type ListenAddress, type Listening } from './listen.ts'
import { loopbackCredentials, type Credentials } from './pki.ts'
import type { LoopbackReply } from '../../src/demo/loopback/replies.ts'
import { openaiReplies, openWebSocket, type Account } from './families.ts'
import { keyBytesIn } from './key-bytes.ts'

export { labKey, type SeenRequest } from '../../src/demo/loopback/api.ts'

/** Most requests that are remembered. */
const REMEMBERED = 500

/** A reply that may come in pieces, or not to its end. */
export interface LabReply extends LoopbackReply {
  /** The body in pieces of this many bytes, `everyMs` apart. */
  readonly pieces?: { readonly bytes: number; readonly everyMs: number }
  /** Ends the connection after so many bytes of the body, whatever its length promises. */
  readonly cut?: { readonly afterBytes: number; readonly how: 'reset' | 'fin' | 'silence' }
}

/** One reply for all, one after the other (the last one stays), or by the request. */
export type Answers =
  | LabReply
  | readonly LabReply[]
  | ((request: SeenRequest) => LabReply | undefined)

export interface ApiOptions extends ListenAddress, Account {
  /** `none` serves plain HTTP; the default is a certificate of the lab for loopback. */
  readonly tls?: Credentials | 'none'
  /** Headers of every genuine reply, over its own. */
  readonly headers?: Readonly<Record<string, string>>
  /** How long a connection may rest, milliseconds; announced as Node does. */
  readonly keepAliveMs?: number
  /** Replies by `METHOD /path`, `/path` or `*`, in this order of precedence; the rest is genuine. */
  readonly answers?: Readonly<Record<string, Answers>>
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

/** Where the API opens WebSockets; a plain GET of it is a path like any that it does not know. */
const REALTIME = '/v1/realtime'

export async function startApi(options: ApiOptions = {}): Promise<Api> {
  const requests: SeenRequest[] = []
  const remember = (request: SeenRequest): void => {
    if (requests.length < REMEMBERED) requests.push(request)
  }
  const replyTo = replying(options)
  const serve = serving((request) => {
    remember(request)
    return replyTo(request)
  }, send)
  const { tls = loopbackCredentials() } = options
  const server =
    tls === 'none'
      ? http.createServer(serve)
      : https.createServer({ ...tls, ALPNProtocols: ['http/1.1'] }, serve)
  if (options.keepAliveMs !== undefined) server.keepAliveTimeout = options.keepAliveMs
  // With a listener for it, Node hands over what asks for an upgrade, and nothing else.
  server.on('upgrade', (incoming, socket) => {
    const outgoing = new ServerResponse(incoming)
    const request = requestOf(incoming, '')
    remember(request)
    const asked = replyTo(request)
    const key = incoming.headers['sec-websocket-key']
    const admitted = replyTo({ ...request, path: '/v1/models' }).status === 200
    if (request.path === REALTIME && asked.status === 404 && admitted && key !== undefined) {
      openWebSocket(socket, key)
      return
    }
    if (!(socket instanceof Socket)) return
    outgoing.assignSocket(socket)
    outgoing.shouldKeepAlive = false
    outgoing.on('finish', () => socket.end())
    send(
      outgoing,
      request.path === REALTIME && !admitted ? replyTo({ ...request, path: '/v1/models' }) : asked,
    )
  })
  server.on('clientError', (_error, socket) => socket.destroy())
  const listening = await listen(server, options)
  const origin = `${tls === 'none' ? 'http' : 'https'}://localhost:${String(listening.port)}`
  const sent = ({ headers, body, query }: SeenRequest): Buffer =>
    Buffer.from(`${JSON.stringify(headers)}${body}${query.toString()}`)
  return {
    ...listening,
    origin,
    baseUrl: `${origin}/v1`,
    requests,
    keyBytes: (key) => Math.max(0, ...requests.map((request) => keyBytesIn(sent(request), key))),
  }
}

function replying(options: ApiOptions): (request: SeenRequest) => LabReply {
  const genuine = openaiReplies(options)
  const used = new Map<string, number>()
  return (request) => {
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
}

function isList(answers: Answers): answers is readonly LabReply[] {
  return Array.isArray(answers)
}

/** Sends a scripted reply as it says: late, in pieces, or not to the end. */
function send(outgoing: ServerResponse, reply: LabReply): void {
  outgoing.on('error', () => {})
  const body = Buffer.from(reply.body ?? '')
  const begin = (): void => {
    if (outgoing.destroyed) return
    outgoing.writeHead(reply.status, headOf(reply))
    if (reply.cut !== undefined) {
      const { afterBytes, how } = reply.cut
      outgoing.flushHeaders()
      outgoing.write(body.subarray(0, afterBytes), () => {
        end(outgoing, how)
      })
      return
    }
    if (reply.pieces === undefined) {
      outgoing.end(body)
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
