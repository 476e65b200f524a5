import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type {
  IncomingMessage,
  OutgoingHttpHeaders,
  RequestListener,
  ServerResponse,
} from 'node:http'
import https from 'node:https'
import { listen, type Listening } from './listen.ts'
import { openaiReplies, type Account } from './openai-replies.ts'
import { loopbackCredentials, type Credentials } from './pki.ts'
import type { LoopbackReply } from './replies.ts'

/** Most bytes that are read of one request. */
const REQUEST_LIMIT = 1024 * 1024

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string
  /** Without query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface DemoApiOptions extends Account {
  /** The default is a certificate for loopback. */
  readonly tls?: Credentials
  /** Headers of every genuine reply, over its own. */
  readonly headers?: Readonly<Record<string, string>>
  /** In place of the genuine reply, where it gives one. */
  readonly instead?: (request: SeenRequest) => LoopbackReply | undefined
}

/** A key of the right shape that is nobody's. */
export function labKey(): string {
  return ['sk', 'proj', createHash('sha256').update('preflight lab').digest('hex')].join('-')
}

/** A loopback server that answers as the OpenAI API does, at `https://localhost:PORT/v1`. */
export async function startDemoApi({
  tls = loopbackCredentials(),
  headers,
  instead,
  ...account
}: DemoApiOptions = {}): Promise<Listening & { readonly baseUrl: string }> {
  const genuine = openaiReplies(account)
  const replyTo = (request: SeenRequest): LoopbackReply => {
    const reply = genuine(request)
    return instead?.(request) ?? { ...reply, headers: { ...reply.headers, ...headers } }
  }
  const server = https.createServer({ ...tls, ALPNProtocols: ['http/1.1'] }, serving(replyTo))
  const listening = await listen(server)
  return { ...listening, baseUrl: `https://localhost:${String(listening.port)}/v1` }
}

/** Answers each request when it has been read. */
export function serving(
  replyTo: (request: SeenRequest) => LoopbackReply,
  send: (outgoing: ServerResponse, reply: LoopbackReply) => void = sendWhole,
): RequestListener {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> =>
    send(outgoing, replyTo(await read(incoming)))
  return (incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => incoming.destroy())
  }
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
  const headers = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    [value].flat().join(', '),
  ])
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    body,
  }
}

function sendWhole(outgoing: ServerResponse, reply: LoopbackReply): void {
  outgoing.on('error', () => {})
  const begin = (): void => {
    if (outgoing.destroyed) return
    outgoing.writeHead(reply.status, headOf(reply)).end(reply.body)
  }
  if (reply.delayMs === undefined) begin()
  else setTimeout(begin, reply.delayMs).unref()
}

/** With the length of the body, but for a stream: nobody knows one before its end. */
export function headOf({ status, headers = {}, body = '' }: LoopbackReply): OutgoingHttpHeaders {
  const bodiless = status === 204 || status === 304
  const streamed = headers['content-type'] === 'text/event-stream'
  const length = { 'content-length': String(Buffer.byteLength(body)) }
  return { ...(bodiless || streamed ? {} : length), ...headers }
}
