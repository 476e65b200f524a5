import type { IdleCheckFacts } from '../../model/index.ts'
import { destinationOf, given, MOST_BODY_BYTES, spanOf } from '../../model/index.ts'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { ROUTE_KINDS_BY_NAME } from '../../routes/index.ts'
import { readHead, readSome, type ResponseHead } from '../../wire/head.ts'
import type { OpenObservation } from '../../wire/recorder.ts'
import { limitTime } from '../../wire/time-limit.ts'
import { openWay, requestTarget } from '../../wire/traced-agent.ts'
import { privateRecorder } from '../keyless-request.ts'
import { timeFor, type Check, type CheckScene } from './check.ts'

/** An alert of TLS in a record of its own is at least this long (RFC 8446 §5.2, §6.1). */
const CLOSE_NOTIFY_BYTES = 7
/** The body of a keyless answer comes with its head, or right after it. */
const BODY_MS = 300
/** A server that rounds may be a little early. */
const DUE_SHARE = 0.9
/** For opening the connection and for the question after the rest. */
const AROUND_MS = 3000

/**
 * One connection, a keyless question, a rest, and the same question again. Who ends it shows: a
 * server says good-bye by TLS (close_notify) and often announces when; a NAT, a proxy or a load
 * balancer below TLS can only cut, reset, or forget.
 */
export const idleCheck: Check = {
  probe: 'idle-check',
  ask: async (scene, { restMs = 0 }) => {
    const note = scene.recorder.begin('idle-check', `rest of ${spanOf(restMs)}`)
    const leftMs = scene.remainingMs()
    if (leftMs < restMs + AROUND_MS) {
      return note.skipped(
        `the deadline of the run leaves ${spanOf(leftMs)}, and a rest of ${spanOf(restMs)} needs ${spanOf(restMs + AROUND_MS)}`,
      )
    }
    const limit = limitTime(leftMs, scene.signal)
    const recorder = privateRecorder(scene)
    let stream: Socket | undefined
    let socket: Socket | undefined
    try {
      const url = ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route)
      // HTTP/2 rests as HTTP/1.1 does; the question is easier to write in the older one.
      const { egress } = scene.plan
      const plan = { ...scene.plan, egress: { ...egress, httpVersion: '1.1' as const } }
      const { network } = scene
      const onStream = (opened: Socket): void => {
        stream = opened
      }
      const way = { plan, network, recorder, signal: limit.signal, carriesKey: false, onStream }
      socket = await openWay(way, destinationOf(url))
      socket.on('error', () => {})
      const first = await ask(scene, socket, url, limit.signal)
      if (/\bclose\b/i.test(header(first, 'connection') ?? '')) {
        return note.skipped(
          'the server closes every connection after one answer: none of them rests',
        )
      }
      const announced = /timeout=(\d{1,6})/.exec(header(first, 'keep-alive') ?? '')?.[1]
      const known = {
        restMs,
        ...given({ announcedMs: announced === undefined ? undefined : Number(announced) * 1000 }),
      }
      const beganMs = network.clock()
      const after = (): number => Math.round(network.clock() - beganMs)
      const ended = await rest(socket, stream ?? socket, restMs, limit.signal)
      if (limit.signal.aborted) return note.skipped('it was stopped while the connection rested')
      if (ended !== undefined) {
        // Node.js ends a connection that it announced to end without a word of TLS.
        const due = (known.announcedMs ?? Infinity) * DUE_SHARE <= after()
        return tell(note, {
          ...known,
          how: due && ended === 'cut' ? 'closed' : ended,
          afterMs: after(),
        })
      }
      const receivedBefore = stream?.bytesRead ?? 0
      try {
        const second = await ask(scene, socket, url, limit.signal)
        return tell(note, { ...known, how: 'answered', afterMs: after(), status: second.status })
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : ''
        // It closed in the very moment of the question, as a server may.
        const inOrder = code === 'UND_ERR_SOCKET' && (stream?.bytesRead ?? 0) > receivedBefore
        const how = code === 'ETIMEDOUT' ? 'silent' : inOrder ? 'closed' : 'reset'
        return tell(note, { ...known, how, afterMs: after() })
      }
    } catch {
      note.skipped('the first question on a new connection got no answer')
    } finally {
      limit.stop()
      socket?.destroy()
      stream?.destroy()
    }
  },
}

function tell(note: OpenObservation<'idle-check'>, facts: IdleCheckFacts): void {
  if (facts.how === 'answered' || facts.how === 'closed') note.ok(facts)
  else note.failed({ code: 'http.idle_closed', detail: facts.how }, facts)
}

function header({ headers }: ResponseHead, name: string): string | undefined {
  return headers.find(([one]) => one === name)?.[1]
}

/** One GET on the open connection; the body is read as far as it comes at once. */
async function ask(
  scene: CheckScene,
  socket: Socket,
  url: URL,
  whole: AbortSignal,
): Promise<ResponseHead> {
  const limit = limitTime(timeFor(scene), whole)
  try {
    const { target, headers } = requestTarget(
      scene.plan,
      url.origin,
      `${url.pathname}${url.search}`,
    )
    const fields = {
      host: url.host,
      accept: 'application/json',
      'user-agent': 'openai-preflight',
      ...headers,
    }
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
    socket.write(`GET ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    const answer = readHead(socket, limit.signal)
    socket.resume()
    const head = await answer
    const length = Number(header(head, 'content-length') ?? MOST_BODY_BYTES)
    const body = limitTime(BODY_MS, limit.signal)
    await readSome(socket, head.rest, Math.min(length, MOST_BODY_BYTES), body.signal)
    body.stop()
    return head
  } finally {
    limit.stop()
  }
}

/** How the other side ended the connection while it rested; `undefined` when it did not. */
async function rest(
  socket: Socket,
  stream: Socket,
  restMs: number,
  signal: AbortSignal,
): Promise<'closed' | 'cut' | 'reset' | undefined> {
  const before = stream.bytesRead
  const secure = socket !== stream
  const over = new AbortController()
  const ended = new Promise<'closed' | 'cut' | 'reset'>((done) => {
    const close = (): void =>
      done(secure && stream.bytesRead - before < CLOSE_NOTIFY_BYTES ? 'cut' : 'closed')
    socket.once('error', () => done('reset'))
    socket.once('end', close).once('close', close)
    socket.resume()
  })
  const rested = pause(restMs, undefined, { signal: AbortSignal.any([signal, over.signal]) })
  try {
    return await Promise.race([ended, rested.then(() => undefined)])
  } catch {
    return undefined
  } finally {
    over.abort()
    rested.catch(() => {})
    socket.pause()
  }
}
