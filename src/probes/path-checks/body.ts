import { sizeOf, type BodyCheckFacts, type Failure } from '../../model/index.ts'
import { limitTime } from '../../wire/time-limit.ts'
import { askWithoutKey, type KeylessReply, failureIn } from '../keyless-request.ts'
import { endpointUrl, likeSmall, timeFor, type Check, type CheckScene } from './check.ts'

/** A POST that no limit on the way is meant for, bytes. */
const SMALL_BYTES = 512
/** Halvings of the interval in which the limit lies: to a thirtieth of what was asked about. */
const MOST_STEPS = 5
/** An answer that takes this many times what the small one took does not come, milliseconds at least. */
const PATIENCE = 4
/** A slow line needs some time for the body; milliseconds. */
const LEAST_PATIENCE_MS = 1500

interface Posted extends KeylessReply {
  readonly ms: number
}

/**
 * The same POST without a key, small and of this size: an API refuses both alike and unpaid. Where
 * only the large one is refused, cut off or left without an answer, the limit is looked for.
 */
export const bodyCheck: Check = {
  probe: 'body-check',
  ask: async (scene, check) => {
    const bytes = check.bytes ?? 0
    const url = endpointUrl(scene)
    const note = scene.recorder.begin('body-check', `POST ${url?.pathname ?? ''} ${sizeOf(bytes)}`)
    if (url === undefined) return note.skipped('it is not known where the request went')
    const post = (size: number, patienceMs = timeFor(scene)): Promise<Posted> =>
      posted(scene, url, size, patienceMs)
    const small = await post(SMALL_BYTES)
    if (small.response === undefined || small.response.status === 413) {
      return note.skipped(
        'not even a small POST without a key is answered here, so size proves nothing',
      )
    }
    const { status: smallStatus } = small.response
    const known = { bytes, smallStatus }
    const large = await post(bytes)
    if (large.response !== undefined && likeSmall(smallStatus, large.response)) {
      return note.ok({ ...known, status: large.response.status })
    }
    if (scene.remainingMs() <= 0 || scene.signal.aborted) {
      return note.skipped('the deadline left no time to wait for the answer to the large one')
    }
    const again = await post(SMALL_BYTES)
    if (again.response?.status !== smallStatus) {
      return note.skipped(
        'the large POST was not answered like the small one, and then no small one was either: size alone does not explain it',
      )
    }
    const patienceMs = Math.max(LEAST_PATIENCE_MS, small.ms * PATIENCE)
    const limit = await limitBetween(SMALL_BYTES, bytes, async (size) => {
      if (scene.remainingMs() < patienceMs || scene.signal.aborted) return undefined
      const one = await post(size, Math.min(patienceMs, timeFor(scene)))
      return one.response !== undefined && likeSmall(smallStatus, one.response)
    })
    note.failed(failureOf(large), { ...known, ...limit, ...refusalOf(large) })
  },
}

/** Halves until it is known well enough, or until there is no time for another step. */
async function limitBetween(
  low: number,
  high: number,
  passes: (size: number) => Promise<boolean | undefined>,
): Promise<{ readonly passed: number; readonly refused: number }> {
  let passed = low
  let refused = high
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const middle = Math.round((passed + refused) / 2)
    const result = await passes(middle)
    if (result === undefined) break
    if (result) passed = middle
    else refused = middle
  }
  return { passed, refused }
}

function failureOf({ response, failed }: Posted): Failure {
  const seen = failureIn(failed)
  const detail =
    response === undefined ? (seen?.code ?? 'no answer') : `HTTP ${String(response.status)}`
  return { ...seen, code: 'http.body_too_large', detail }
}

function refusalOf({ response }: Posted): Partial<BodyCheckFacts> {
  return response === undefined ? {} : { status: response.status, refusal: response }
}

async function posted(
  scene: CheckScene,
  url: URL,
  bytes: number,
  patienceMs: number,
): Promise<Posted> {
  const limit = limitTime(patienceMs, scene.signal)
  const beganMs = scene.network.clock()
  try {
    const asked = { url, method: 'POST', body: bodyOf(bytes) }
    const answer = await askWithoutKey({ ...scene, signal: limit.signal }, scene.plan, asked)
    return { ...answer, ms: Math.round(scene.network.clock() - beganMs) }
  } finally {
    limit.stop()
  }
}

/** JSON of exactly this many bytes: words, because a run of one letter may be compressed on the way. */
function bodyOf(bytes: number): string {
  const frame = JSON.stringify({ padding: '' }).length
  const words = 'the quick brown fox jumps over the lazy dog '
  const room = Math.max(0, bytes - frame)
  return JSON.stringify({ padding: words.repeat(Math.ceil(room / words.length)).slice(0, room) })
}
