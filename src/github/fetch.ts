import { jsonIn } from '../model/index.ts'
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js'
import { request, type Dispatcher } from '../wire/undici.ts'

/** 100 comments of 64 KB in one page are far below this; an honest answer is smaller. */
const MOST_BYTES = 8 * 1024 * 1024
/** A renamed repository sends on once, a proxy in front of GitHub Enterprise perhaps once more. */
const MOST_REDIRECTS = 3
const SENDS_ON: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** An answer that no API of GitHub gives; the message completes "GitHub …". */
export class BadAnswer extends Error {}

/** A status that is no success. */
export class Refused extends Error {
  readonly status: number
  readonly headers: Dispatcher.ResponseData['headers']
  constructor(status: number, headers: Dispatcher.ResponseData['headers']) {
    super(`HTTP ${status}`)
    this.status = status
    this.headers = headers
  }
}

/**
 * A call with the job's token, and the JSON of its answer; `undefined` where that is none. Certificates
 * are verified whatever NODE_TLS_REJECT_UNAUTHORIZED says, bodies end at 8 MiB, and the token follows no
 * redirect to another origin. Proxies are those of the environment, as for every action (`HTTPS_PROXY`, …).
 */
export async function call(
  method: 'GET' | 'POST' | 'PATCH',
  address: string,
  { token, signal }: { readonly token: string; readonly signal: AbortSignal },
  body?: object,
): Promise<unknown> {
  const headers = {
    ...headersOf(token),
    accept: 'application/vnd.github+json',
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  }
  const asked = { method, headers, signal, ...(body && { body: JSON.stringify(body) }) }
  const { statusCode, ...answer } = await followed(
    new URL(address),
    () => asked,
    (next, url) => (next?.origin === url.origin ? undefined : 'redirected to another host'),
  )
  const text = (await bytesOf(answer.body)).toString('utf8')
  if (statusCode < 200 || statusCode > 599)
    throw new BadAnswer('answered with a status that does not exist')
  if (statusCode >= 300) throw new Refused(statusCode, answer.headers)
  const type = answer.headers['content-type']
  return typeof type === 'string' && type.startsWith('application/json') ? jsonIn(text) : undefined
}

const headersOf = (token?: string) => ({
  'user-agent': 'openai-preflight',
  ...(token === undefined ? {} : { authorization: `token ${token}` }),
})

/**
 * The bytes behind an address that sends on to a storage of files, as artifacts do. The token goes to
 * the first origin alone; the storage has its own secret in the address. TLS stays TLS.
 */
export async function download(
  address: string,
  { token, signal }: { readonly token: string; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  const first = new URL(address)
  const { statusCode, body } = await followed(
    first,
    ({ origin }) => {
      const headers = headersOf(origin === first.origin ? token : undefined)
      return { method: 'GET', headers, signal }
    },
    (next) =>
      next?.protocol === 'https:' || next?.protocol === first.protocol
        ? undefined
        : 'sent the file by an address without TLS',
  )
  if (statusCode === 200) return bytesOf(body)
  body.on('error', () => {}).destroy()
  throw new BadAnswer(`answered HTTP ${statusCode} in place of the file`)
}

type Asked = Omit<Dispatcher.RequestOptions, 'origin' | 'path'>

/** The answer behind redirects. @param refused what is wrong with where one leads */
async function followed(
  first: URL,
  ask: (url: URL) => Asked,
  refused: (next: URL | null, url: URL) => string | undefined,
): Promise<Dispatcher.ResponseData> {
  const verified = { rejectUnauthorized: true }
  const agent = new EnvHttpProxyAgent({
    connect: verified,
    requestTls: verified,
    proxyTls: verified,
  })
  let url = first
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const { origin, pathname, search } = url
    const path = `${pathname}${search}`
    const answer = await request.call(agent, { origin, path, ...ask(url) })
    const received = answer.headers['location']
    if (!SENDS_ON.has(answer.statusCode) || typeof received !== 'string') return answer
    answer.body.on('error', () => {}).destroy()
    const next = URL.parse(received, url.href)
    const why = refused(next, url)
    if (next === null || why !== undefined) throw new BadAnswer(why ?? 'redirected to no address')
    url = next
  }
  throw new BadAnswer('redirected in a circle')
}

async function bytesOf(body: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue
    length += chunk.length
    // Leaving the loop destroys the stream, and the connection with it.
    if (length > MOST_BYTES) throw new BadAnswer('answered with more than 8 MiB')
    chunks.push(Buffer.from(chunk))
  }
  return Buffer.concat(chunks)
}
