import type { Evidence, PathCheck } from '../model/index.ts'
import { sizeOf, spanOf, spelt } from '../model/index.ts'
import { factsOf, observations } from '../model/reading.ts'
import { collectedBecause, streamSeen } from './path-checks.ts'

/** What the path checks of a route came to, as a sentence behind a pass; empty where none was asked. */
export function provenByChecks(evidence: Evidence): string {
  const told = (evidence.route.pathChecks ?? []).map((check) => toldOf(evidence, check))
  return told.length === 0 ? '' : ` Path checks: ${told.join('; ')}.`
}

function toldOf(evidence: Evidence, check: PathCheck): string {
  const name = spelt(check)
  const seen = observations(evidence, `${check.kind}-check`).at(-1)
  if (seen === undefined && evidence.source === 'inside') {
    return `${name} not tested (the target has no Node.js to ask it with)`
  }
  if (seen?.outcome.status === 'skipped') return `${name} not tested (${seen.outcome.because})`
  if (seen?.outcome.status === 'failed') return `${name} failed`
  if (check.kind === 'stream') return streamTold(evidence)
  if (check.kind === 'idle') return idleTold(evidence, check.restMs ?? 0)
  if (check.kind === 'websocket') {
    return 'a WebSocket opens (how long it may stay open was not tested)'
  }
  const { status } = factsOf<'body-check'>(observations(evidence, 'body-check').at(-1)) ?? {}
  if (status === undefined) return `${name} not tested`
  return `a POST of ${sizeOf(check.bytes ?? 0)} passes (without a key, answered ${String(status)})`
}

function streamTold(evidence: Evidence): string {
  const seen = streamSeen(evidence)
  if (seen === undefined) return 'stream not tested (the answer did not come as an event stream)'
  const { stream } = seen
  if (collectedBecause(seen) !== undefined) return 'stream failed'
  if (stream.stopped) {
    return `the first event of a stream came after ${spanOf(stream.firstMs)}, before the end of the answer (how long a stream may last was not tested)`
  }
  if (!stream.ended) return 'stream failed'
  const spread = stream.lastMs - stream.firstMs
  return spread > stream.firstMs * 0.1
    ? `the stream came as it was written, over ${spanOf(spread)}`
    : `stream not proven (the whole answer came within ${spanOf(stream.lastMs)}, too quickly to tell a stream from a collected answer)`
}

function idleTold(evidence: Evidence, restMs: number): string {
  const {
    how,
    afterMs = 0,
    announcedMs,
  } = factsOf<'idle-check'>(observations(evidence, 'idle-check').at(-1)) ?? {}
  if (how === 'answered') return `a connection that rested ${spanOf(restMs)} still answers`
  if (how !== 'closed') return `idle=${spanOf(restMs)} not tested`
  const announced = announcedMs === undefined ? '' : `, as it announces (${spanOf(announcedMs)})`
  return `the server itself closes a connection that rests after ${spanOf(afterMs)}${announced}, which clients see (a longer rest was not tested)`
}
