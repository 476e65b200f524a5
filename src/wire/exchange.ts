import { given, type Failure, type ResponseFacts } from '../model/index.ts'
import { readBody } from './body.ts'
import { watchEvents } from './event-stream.ts'
import { failureFrom, timedOut } from '../evidence/failure.ts'
import type { OpenObservation, Recorder } from './recorder.ts'
import { redirectTarget, responseFacts, type HeaderReader } from '../evidence/response.ts'
import { Stopped } from './stopped.ts'
import { createTracedAgent, type Way } from './traced-agent.ts'
import { Headers, request, type Dispatcher } from './undici.ts'
import { askForWebSocket } from './web-socket.ts'

/** The same origin may send the client on; a loop may not send it on for ever (Fetch: 20). */
const MOST_REDIRECTS = 3

export interface OutgoingRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Credentials are among the headers. */
  readonly authenticated: boolean
  /** Of a stream of events nothing is read but what comes together with the first one. */
  readonly firstBurst?: true
  /** Asks for a WebSocket on the way; of a 101 the bytes are the first message of the server. */
  readonly webSocket?: true
}

export interface Exchange {
  readonly status: number
  /** All headers as received, for the SDK; never stored. */
  readonly headers: Headers
  readonly bytes: Buffer
  readonly facts: ResponseFacts
}

export interface Exchanger {
  readonly send: (question: OutgoingRequest) => Promise<Exchange>
  /** To be called when a connection has opened: the clock of the response starts. */
  readonly opened: (httpVersion: '1.1' | '2') => void
  /** To be called with what the socket said when it broke. */
  readonly broken: (error: Error) => void
}

/**
 * HTTP exchanges on a traced agent: each notes one observation with what came back, reads at most
 * 64 KiB, follows redirects within the origin only, and throws `Stopped` when no response came
 * or its body broke.
 */
export function createExchanger(options: {
  readonly agent: () => Dispatcher
  readonly recorder: Recorder
  readonly signal: AbortSignal
  /** Wall clock, milliseconds since 1970: for `Date` and `Retry-After`. */
  readonly now: () => number
}): Exchanger {
  let onOpen: (() => void) | undefined
  let httpVersion: '1.1' | '2' | undefined
  let lastWords: Error | undefined
  return {
    opened: (version) => {
      httpVersion = version
      onOpen?.()
    },
    broken: (error) => {
      lastWords ??= error
    },
    send: async (question) => {
      let url = question.url
      let method = question.method
      let body = question.body
      for (let hop = 0; ; hop += 1) {
        const last = hop === MOST_REDIRECTS
        const answer = await once({ ...question, url, method, ...(body ? { body } : {}) }, last)
        const next = sameOriginTarget(answer, url)
        if (next === undefined) return answer
        if (hop === MOST_REDIRECTS) throw new Stopped('http', new Error('redirect loop'))
        // Fetch §4.4: 303, and 301/302 after POST, go on as GET without a body.
        if (answer.status === 303 || (answer.status < 303 && method === 'POST')) {
          method = 'GET'
          body = undefined
        }
        url = next
      }
    },
  }

  async function once(question: OutgoingRequest, last: boolean): Promise<Exchange> {
    const { method, url, authenticated } = question
    const target = `${method} ${url.pathname}`
    const { recorder, signal } = options
    const slot: { observation?: OpenObservation<'response'> } = {}
    const begin = (): OpenObservation<'response'> =>
      (slot.observation ??= recorder.begin('response', target))
    let sentMs = options.now()
    // undici (8.13) abandons a connection whose only request is aborted, before our connector can
    // say at which rung it was: until the connection is open, the connector alone ends the request.
    const sending = new AbortController()
    const abort = (): void => sending.abort(signal.reason)
    const sent = (): void => {
      if (signal.aborted) abort()
      else signal.addEventListener('abort', abort, { once: true })
      begin()
    }
    onOpen = () => {
      sentMs = options.now()
      sent()
    }
    // A second request on the same connection has nothing to wait for.
    if (httpVersion !== undefined) sent()
    try {
      const asked = {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method,
        headers: { ...question.headers },
        ...given({ body: question.body }),
        signal: sending.signal,
      }
      const response =
        question.webSocket === true
          ? await askForWebSocket(options.agent(), asked)
          : await request.call(options.agent(), asked)
      const firstByteMs = options.now() - sentMs
      const headers = new Headers()
      const received: (readonly [string, readonly string[]])[] = []
      for (const [name, value] of Object.entries(response.headers)) {
        const values = [value].flat().filter((each) => each !== undefined)
        for (const each of values) append(headers, name, each)
        received.push([name, values.map((each) => recorder.clean(each))])
      }
      const streamed = headers.get('content-type')?.startsWith('text/event-stream') === true
      const events = watchEvents(() => options.now() - sentMs, question.firstBurst === true)
      const encoding = headers.get('content-encoding') ?? ''
      const read = await readBody(response.body, encoding, streamed ? events.heard : undefined)
      events.end()
      const complete = read.error === undefined
      const facts: ResponseFacts = {
        ...responseFacts({
          method,
          url,
          status: response.statusCode,
          httpVersion: httpVersion ?? '1.1',
          headers: received,
          bytes: read.bytes,
          truncated: read.truncated,
          complete,
          authenticated,
          firstByteMs: Math.max(0, Math.round(firstByteMs)),
          ...given({ clientRequestId: question.headers['x-client-request-id'] }),
          nowMs: options.now(),
        }),
        ...(streamed ? { stream: events.facts(read.bytes.toString('utf8')) } : {}),
      }
      if (!complete) {
        begin().failed(brokenBody(read.error, signal), facts)
        throw new Stopped('http', read.error)
      }
      const loops =
        last && redirectTarget(reading(headers), response.statusCode, url)?.origin === url.origin
      if (loops) begin().failed({ code: 'http.response.redirect_loop' }, facts)
      else begin().ok(facts)
      return { status: response.statusCode, headers, bytes: read.bytes, facts }
    } catch (error) {
      // A rung below has spoken; an observation of ours would only repeat it.
      if (error instanceof Stopped) throw error
      const failure = signal.aborted ? timedOut('http') : failureFrom(lastWords ?? error, 'http')
      begin().failed(failure, { method, path: url.pathname, authenticated })
      throw new Stopped('http', error)
    } finally {
      onOpen = undefined
      signal.removeEventListener('abort', abort)
    }
  }
}

/** A transfer that ended before its announced end, for whatever reason, is incomplete. */
function brokenBody(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return { code: 'http.body_timed_out', errno: 'TIMEOUT' }
  const failure = failureFrom(error, 'http')
  const cut = failure.code === 'http.closed' || failure.code === 'http.reset'
  return cut ? { ...failure, code: 'http.body_incomplete' } : failure
}

/** An exchanger on a traced connection of its own. Of the agent, to be destroyed by the caller. */
export function exchangerOn(
  way: Omit<Way, 'onBroken'>,
  now: () => number,
): { readonly agent: Dispatcher; readonly exchanger: Exchanger } {
  const { recorder, signal } = way
  const exchanger = createExchanger({ agent: () => agent, recorder, signal, now })
  const agent = createTracedAgent({
    ...way,
    onOpen: (version) => {
      exchanger.opened(version)
      way.onOpen?.(version)
    },
    onBroken: exchanger.broken,
  })
  return { agent, exchanger }
}

/** A header whose name or value the Fetch standard forbids is left out, not fatal. */
function append(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value)
  } catch {
    // Bytes outside Latin-1 or a control character: headersOfInterest shows it as `?`.
  }
}

/** Promise 1: a redirect to another origin is not followed; only its origin is noted. */
function sameOriginTarget(answer: Exchange, from: URL): URL | undefined {
  const target = redirectTarget(reading(answer.headers), answer.status, from)
  return target?.origin === from.origin ? target : undefined
}

function reading(headers: Headers): HeaderReader {
  return (name) => headers.get(name) ?? undefined
}
