import { judge } from '../run/judge.ts'
import type { RouteRun, RouteResult } from '../run/index.ts'
import type { AnyObservation, Evidence, ProbeId, Verdict } from '../model/index.ts'
import { nextAttempt, whyNoMore } from '../run/patience.ts'
import { scopeOf } from '../knowledge/addresses.ts'
import { draftRequest, keylessDraft, type Draft } from './draft.ts'
import { observe } from './observe.ts'
import { placeSdk } from './place-sdk.ts'
import type { RawEvent, RawResult } from './raw.ts'

/** A runtime of the target that can send one request and say what it saw. */
export interface Remote {
  /** e.g. `python3 http.client`, `curl`. */
  readonly sdk: string
  /** Rejects with `InsideTrouble` when nothing readable comes back. */
  readonly send: (question: {
    readonly routeRun: RouteRun
    readonly draft: Draft
    readonly timeoutMs: number
    /** Address that the name must lead to; the answer of an earlier look. */
    readonly pinTo?: string
  }) => Promise<RawResult>
  /** It checks by itself that no key travels in clear to a public address. */
  readonly looksBeforeSending: boolean
}

export interface InsideWorld {
  readonly remote: Remote
  readonly clock: () => number
  readonly now: () => number
  readonly signal: AbortSignal
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
  readonly deadlineMs: number
}

/** Kept of the deadline for the way back and the packet. */
const RETURN_MS = 1000

export interface RouteInside extends RouteResult {
  readonly fingerprint: string
}

/** One route through the target: the real request, again while time can heal it, then who answers. */
export async function runRouteInside(routeRun: RouteRun, world: InsideWorld): Promise<RouteInside> {
  const observations: AnyObservation[] = [...routeRun.before]
  const counts = new Map<ProbeId, number>()
  let fingerprint = ''
  const decide = (): Verdict => judge(evidenceOf(routeRun, observations))
  const blocked =
    routeRun.plan.egress.unusable !== undefined ||
    routeRun.before.some(
      ({ probe, outcome }) => probe === 'settings' && outcome.status === 'failed',
    )
  if (blocked) return { routeRun, observations, verdict: decide(), attempts: 0, fingerprint }
  const draft = await draftRequest(routeRun.route)
  const beganMs = world.clock()
  const remainingMs = (): number => world.deadlineMs - world.clock() - RETURN_MS
  for (let attempt = 1; ; attempt += 1) {
    const timeoutMs = Math.max(100, Math.min(routeRun.route.timeoutMs, remainingMs()))
    const shared = { route: routeRun.route, plan: routeRun.plan, counts, attempt, now: world.now }
    const offsetMs = world.clock()
    const result = await sendSafely(routeRun, draft, timeoutMs, world.remote)
    fingerprint = result.fingerprint
    observations.push(
      ...(await observe({
        ...shared,
        draft,
        events: placeSdk(result.events),
        offsetMs,
        sdk: world.remote.sdk,
      })),
    )
    const ended = {
      verdict: decide(),
      observations,
      route: routeRun.route,
      attempt,
      sinceMs: world.clock() - beganMs,
      remainingMs: remainingMs(),
    }
    const again = nextAttempt(ended)
    if (again !== undefined && !world.signal.aborted) {
      await world.pause(again.afterMs, world.signal)
      if (!world.signal.aborted) continue
    }
    // Something answered, or nothing did after the request: the same question without a key shows who.
    const asked = observations.some(
      (one) =>
        one.probe === 'response' && one.attempt === attempt && one.outcome.status !== 'skipped',
    )
    const worthAsking = ended.verdict.verdict !== 'pass' && asked && draft.carriesKey
    if (worthAsking && !world.signal.aborted && remainingMs() > 500) {
      const question = keylessDraft(routeRun.route)
      const offsetMs = world.clock()
      const within = Math.min(timeoutMs, remainingMs())
      const { events } = await world.remote.send({ routeRun, draft: question, timeoutMs: within })
      const more = { ...shared, draft: question, events, offsetMs, sdk: world.remote.sdk }
      observations.push(...(await observe({ ...more, as: 'keyless' })))
    }
    const verdict = decide()
    const because = again === undefined ? whyNoMore(ended) : ''
    const summary = because === '' ? verdict.summary : `${verdict.summary} ${because}`
    return {
      routeRun,
      observations,
      verdict: { ...verdict, summary },
      attempts: attempt,
      fingerprint,
    }
  }
}

/** A key in clear goes to an address that was looked at before, and to no other. */
async function sendSafely(
  routeRun: RouteRun,
  draft: Draft,
  timeoutMs: number,
  remote: Remote,
): Promise<RawResult> {
  const direct = routeRun.plan.egress.proxy === undefined
  const plain = routeRun.route.baseUrl.startsWith('http:')
  if (!plain || !direct || !draft.carriesKey || remote.looksBeforeSending) {
    return remote.send({ routeRun, draft, timeoutMs })
  }
  const look = await remote.send({ routeRun, draft: keylessDraft(routeRun.route), timeoutMs })
  const connected = look.events.find((event) => event.step === 'connect')
  if (connected?.address === undefined) return look
  const { address } = connected
  if (scopeOf(address) === 'public') {
    const refused: RawEvent = { step: 'plain-to-public', address, startedMs: 0, elapsedMs: 0 }
    const way = look.events.filter(({ step }) => step !== 'response')
    return { events: [...way, refused], fingerprint: '' }
  }
  return remote.send({ routeRun, draft, timeoutMs, pinTo: address })
}

function evidenceOf(routeRun: RouteRun, observations: readonly AnyObservation[]): Evidence {
  const { apiKey: _secret, ...route } = routeRun.route
  return { route, egress: routeRun.plan.egress, source: 'inside', observations }
}
