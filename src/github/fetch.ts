import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js'
import { request, type Dispatcher } from '../wire/undici.ts'

/** 100 comments of 64 KB in one page are far below this; an honest answer is smaller. */
const MOST_BYTES = 8 * 1024 * 1024
/** A renamed repository sends on once, a proxy in front of GitHub Enterprise perhaps once more. */
const MOST_REDIRECTS = 3
const SENDS_ON: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** RFC 9110 §15: these never have a body, and `Response` refuses one. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304])

/** What Octokit reads of an answer, and what tells a limit of the rate from a refusal. */
const NEEDED = ['content-type', 'retry-after', 'x-ratelimit-remaining'] as const

/** An answer that no API of GitHub gives; the message completes "GitHub …". */
export class BadAnswer extends Error {}

/**
 * A `fetch` for calls with the job's token: certificates are verified whatever
 * NODE_TLS_REJECT_UNAUTHORIZED says, bodies end at 8 MiB, and the token follows no redirect to
 * another origin. Proxies are those of the environment, as for every action (`HTTPS_PROXY`, …).
 */
export function guardedFetch(): (url: string, init: RequestInit) => Promise<Response> {
  const agent = verifyingAgent()
  return async (address, { method = 'GET', headers, body, signal }) => {
    const asked = {
      method: methodOf(method),
      headers: Object.fromEntries(new Headers(headers)),
      ...(typeof body === 'string' ? { body } : {}),
      ...(signal ? { signal } : {}),
    }
    const answer = await followed(
      agent,
      new URL(address),
      () => asked,
      (next, url) => (next?.origin === url.origin ? undefined : 'redirected to another host'),
    )
    return responseOf(answer.statusCode, answer.headers, await textOf(answer.body))
  }
}

/**
 * The bytes behind an address that sends on to a storage of files, as artifacts do. The token goes to
 * the first origin alone; the storage has its own secret in the address. TLS stays TLS.
 */
export async function download(
  address: string,
  token: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const first = new URL(address)
  const { statusCode, body } = await followed(
    verifyingAgent(),
    first,
    ({ origin }) => {
      const own = origin === first.origin ? { authorization: `token ${token}` } : {}
      return { method: 'GET', headers: { 'user-agent': 'openai-preflight', ...own }, signal }
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
  agent: Dispatcher,
  first: URL,
  ask: (url: URL) => Asked,
  refused: (next: URL | null, url: URL) => string | undefined,
): Promise<Dispatcher.ResponseData> {
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

function verifyingAgent(): EnvHttpProxyAgent {
  const verified = { rejectUnauthorized: true }
  return new EnvHttpProxyAgent({ connect: verified, requestTls: verified, proxyTls: verified })
}

function methodOf(method: string) {
  const known = (['GET', 'POST', 'PATCH'] as const).find((one) => one === method)
  if (known === undefined) throw new Error(`no call to GitHub uses ${method}`)
  return known
}

async function textOf(body: AsyncIterable<unknown>): Promise<string> {
  return (await bytesOf(body)).toString('utf8')
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

function responseOf(
  status: number,
  received: Readonly<Record<string, string | readonly string[] | undefined>>,
  text: string,
): Response {
  // Others may hold what `Headers` refuses.
  const headers = NEEDED.flatMap((name): [string, string][] => {
    const value = received[name]
    return typeof value === 'string' && /^[\x20-\x7e]*$/.test(value) ? [[name, value]] : []
  })
  if (status < 200 || status > 599)
    throw new BadAnswer('answered with a status that does not exist')
  return new Response(WITHOUT_BODY.has(status) ? null : text, { status, headers })
}
