import type { EvidenceConclusion } from '../whole-run.ts'
import {
  spanOf,
  type AnyObservation,
  type Evidence,
  type ResponseFacts,
  type StreamFacts,
} from '../../model/index.ts'
import { factsOf, investigation, isWholeResponse, responseOf } from '../../model/reading.ts'
import { hopOf } from './hop.ts'

/** A stream that was seen, with the observation that holds it. */
interface StreamSeen {
  readonly observation: AnyObservation
  readonly facts: ResponseFacts
  readonly stream: StreamFacts
  /** The real request itself was it. */
  readonly own: boolean
}

/** The stream of the path check, else that of the real request. */
export function streamSeen(evidence: Evidence): StreamSeen | undefined {
  const check = investigation(evidence, 'stream-check')
  const asked = factsOf<'stream-check'>(check)
  if (check !== undefined && asked !== undefined && isWholeResponse(asked)) {
    const { stream } = asked
    return stream === undefined
      ? undefined
      : { observation: check, facts: asked, stream, own: false }
  }
  const response = responseOf(evidence)
  const stream = response?.facts.stream
  return response === undefined || stream === undefined || evidence.route.stream !== true
    ? undefined
    : { ...response, stream, own: true }
}

/** Collected for less than this nobody notices, and a quick answer looks the same. */
const TELLING_MS = 400
/** Events that were written apart and read together, milliseconds or share of the wait. */
const TOGETHER_MS = 20
const TOGETHER_SHARE = 0.03

/** Why the stream was collected on the way; `undefined` when it came as it was written, or cannot be told. */
export function collectedBecause({
  facts,
  stream,
}: {
  readonly facts: Pick<ResponseFacts, 'headers'>
  readonly stream: StreamFacts
}): string | undefined {
  if (!stream.ended) return undefined
  const length = facts.headers['content-length']
  if (length !== undefined) {
    return `it has a content-length (${String(Number(length))} bytes), which only a sender that has seen its end can write`
  }
  const spread = stream.lastMs - stream.firstMs
  const together = spread <= Math.max(TOGETHER_MS, stream.firstMs * TOGETHER_SHARE)
  if (stream.firstMs < TELLING_MS || !together || stream.events < 2) return undefined
  const encoding = facts.headers['content-encoding']
  const packed =
    encoding === undefined ? '' : `, compressed (${encoding.replaceAll(/[^\w, -]/g, '')})`
  return `all ${String(stream.events)} events came within ${spanOf(spread)} of each other${packed}, ${spanOf(stream.firstMs)} after the request`
}

/** The first event waited for the last one. */
export const streamBuffered: EvidenceConclusion = {
  id: 'path-check/stream-buffered',
  says: (evidence) => {
    const seen = streamSeen(evidence)
    const because = seen === undefined ? undefined : collectedBecause(seen)
    if (seen === undefined || because === undefined) return undefined
    const { owner, host, words, named } = hopOf(evidence, seen.facts.headers)
    const asked = evidence.route.pathChecks?.some(({ kind }) => kind === 'stream') === true
    const early =
      seen.stream.first === 'response.created' ? ' The API sends response.created at once.' : ''
    return {
      owner,
      rung: 'answer',
      code: 'http.stream_buffered',
      ...(seen.own && asked ? { decides: true } : {}),
      summary: `${host} does not stream to this runner: ${because}, so ${named === '' ? 'something on the path' : words} buffers the response before it passes it on.${early}`,
      doNext: [
        `Switch off response buffering in ${words} for content type text/event-stream (nginx: proxy_buffering off and gzip off; Apache: flushpackets=on; a service behind nginx can send X-Accel-Buffering: no).`,
      ],
      doNot: ['Do not raise the timeout of the client: the response waits for its own end.'],
      cites: [seen.observation],
    }
  },
}

/** The stream of the check broke where the plain request had passed. */
export const streamCut: EvidenceConclusion = {
  id: 'path-check/stream-cut',
  says: (evidence) => {
    const check = investigation(evidence, 'stream-check')
    const facts = factsOf<'stream-check'>(check) ?? {}
    if (check === undefined) return undefined
    const { status, stream, headers = {}, body } = facts
    const broken = check.outcome.status === 'failed'
    const closedEarly = stream !== undefined && !stream.ended && !stream.stopped
    const refusedByServer = status !== undefined && status >= 500
    if (!broken && !closedEarly && !refusedByServer) return undefined
    const { owner, host, words } = hopOf(evidence, headers)
    const how = refusedByServer
      ? `was answered with ${String(status)}`
      : stream === undefined
        ? `got no answer (${check.outcome.status === 'failed' ? check.outcome.failure.code : ''})`
        : `broke off after ${spanOf(stream.endMs)} and ${String(body?.bytes ?? 0)} bytes`
    return {
      owner,
      rung: 'answer',
      code: 'http.stream_cut',
      retryable: true,
      summary: `The same request as a stream ${how} at ${host}, where the plain one had passed.`,
      doNext: [
        `Let ${words} keep answers of type text/event-stream open as long as the application waits (nginx: proxy_read_timeout; HAProxy: timeout server).`,
        'Run the preflight again: a single cut may be coincidence.',
      ],
      cites: [check],
    }
  },
}
