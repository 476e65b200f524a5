import type { Evidence, PathCheck, ProbeId, ResponseFacts } from '../../model/index.ts'
import { isProbe, responseOf } from '../../model/reading.ts'
import { privateRecorder } from '../keyless-request.ts'
import { sendRealRequest, type Attempt } from '../request.ts'

/** What a path check may use: what one attempt has, and what was seen before. */
export interface CheckScene extends Omit<Attempt, 'timeoutMs' | 'firstBurst'> {
  /** The request that passed. */
  readonly evidence: Evidence
  /** Milliseconds left of the deadline. */
  readonly remainingMs: () => number
}

/** One check: notes one observation and never throws; what could not be asked is skipped with the reason. */
export interface Check {
  readonly probe: ProbeId
  readonly ask: (scene: CheckScene, check: PathCheck) => Promise<void>
}

/** Milliseconds that one question gets: that of an attempt, or what is left. */
export function timeFor({ route, remainingMs }: CheckScene): number {
  return Math.max(0, Math.min(route.timeoutMs, remainingMs()))
}

/** The real request once more, with this changed and noted nowhere: its last response, and what failed first. */
export async function sendAside(scene: CheckScene, change: Partial<Attempt>) {
  const recorder = privateRecorder(scene)
  await sendRealRequest({ ...scene, ...change, recorder, timeoutMs: timeFor(scene) })
  const seen = recorder.list()
  return {
    response: seen.findLast((one) => isProbe(one, 'response')),
    failed: seen.find(({ outcome }) => outcome.status === 'failed'),
  }
}

/** Where the request that passed was sent, by the path that the SDK made of the base URL. */
export function endpointUrl({ route, evidence }: CheckScene): URL | undefined {
  const path = responseOf(evidence)?.facts.path
  const url = path === undefined ? null : URL.parse(path, route.baseUrl)
  if (url === null) return undefined
  if (route.apiVersion !== undefined) url.searchParams.set('api-version', route.apiVersion)
  return url
}

/** What a server of an API says to a POST without a key, whatever its size. */
const KEYLESS: ReadonlySet<number> = new Set([200, 400, 401, 404, 405, 415, 422])

/** The small one got this status, and so did the large one, or another that an API gives. */
export function likeSmall(small: number, { status }: Pick<ResponseFacts, 'status'>): boolean {
  return status === small || KEYLESS.has(status)
}
