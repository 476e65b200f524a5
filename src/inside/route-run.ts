import { LAW } from '../rules/index.ts'
import { judge } from '../run/judge.ts'
import { blocked, evidenceOf, type RouteResult, type RouteRun } from '../run/route-run.ts'
import type { AnyObservation, ProbeId, Verdict } from '../model/index.ts'
import { sendUntilSettled } from '../run/attempts.ts'
import { scopeOf } from '../knowledge/addresses.ts'
import { createRecorder } from '../wire/recorder.ts'
import { draftRequest, keylessDraft, type Draft } from './draft.ts'
import { observe } from './observe.ts'
import { placeSdk } from './failure.ts'
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
    /** Address that the name of the first hop must lead to; the answer of an earlier look. */
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
  /** What a verdict means where another client than the application's had to stand in. */
  readonly standing: (routeRun: RouteRun, verdict: Verdict) => Verdict
}

/** Kept of the deadline for the way back and the packet. */
const RETURN_MS = 1000

/** Milliseconds: a process that starts in the target needs some of them before it sends anything. */
const LEAST_MS = 1000

export interface RouteInside extends RouteResult {
  readonly fingerprint: string
}

/** One route through the target: the real request, again while time can heal it, then who answers. */
export async function runRouteInside(routeRun: RouteRun, world: InsideWorld): Promise<RouteInside> {
  const observations: AnyObservation[] = [...routeRun.before]
  const counts = new Map<ProbeId, number>()
  const { route, plan } = routeRun
  let fingerprint = ''
  const decide = (): Verdict =>
    world.standing(
      routeRun,
      judge({ ...evidenceOf(routeRun, observations), source: 'inside' }, LAW),
    )
  if (blocked(routeRun)) {
    return { routeRun, observations, verdict: decide(), attempts: 0, fingerprint }
  }
  const draft = await draftRequest(route)
  const remainingMs = (): number => world.deadlineMs - world.clock() - RETURN_MS
  const timeoutMs = (): number => Math.min(route.timeoutMs, remainingMs())
  const shared = { route, plan, counts, now: world.now, sdk: world.remote.sdk }
  const trying = {
    routeRun,
    observations,
    decide,
    remainingMs,
    leastMs: LEAST_MS,
    world: { ...world, network: { clock: world.clock } },
    record: (attempt: number) =>
      createRecorder({ route: route.name, clock: world.clock, attempt: () => attempt, counts }),
  }
  const { attempts, because } = await sendUntilSettled(trying, async (attempt) => {
    const offsetMs = world.clock()
    const result = await sendSafely(routeRun, draft, timeoutMs(), world.remote)
    ;({ fingerprint } = result)
    const events = placeSdk(result.events)
    observations.push(...(await observe({ ...shared, attempt, draft, events, offsetMs })))
    return undefined
  })
  // Something answered, or nothing did after the request: the same question without a key shows who.
  const asked = observations.some(
    (one) =>
      one.probe === 'response' && one.attempt === attempts && one.outcome.status !== 'skipped',
  )
  const worthAsking = decide().verdict !== 'pass' && asked && draft.carriesKey
  if (worthAsking && !world.signal.aborted && remainingMs() > LEAST_MS) {
    const question = keylessDraft(route)
    const offsetMs = world.clock()
    const { events } = await world.remote.send({
      routeRun,
      draft: question,
      timeoutMs: timeoutMs(),
    })
    const more = { ...shared, attempt: attempts, draft: question, events, offsetMs }
    observations.push(...(await observe({ ...more, as: 'keyless' })))
  }
  const verdict = decide()
  const summary = because === '' ? verdict.summary : `${verdict.summary} ${because}`
  return { routeRun, observations, verdict: { ...verdict, summary }, attempts, fingerprint }
}

/** A key in clear goes to an address that was looked at before, and to no other. */
async function sendSafely(
  routeRun: RouteRun,
  draft: Draft,
  timeoutMs: number,
  remote: Remote,
): Promise<RawResult> {
  const { proxy } = routeRun.plan.egress
  const plain = routeRun.route.baseUrl.startsWith('http:')
  // Inside TLS to a proxy nobody on the way reads the key.
  const hidden = proxy?.scheme === 'https'
  if (!plain || hidden || !draft.carriesKey || remote.looksBeforeSending) {
    return remote.send({ routeRun, draft, timeoutMs })
  }
  const look = await remote.send({ routeRun, draft: keylessDraft(routeRun.route), timeoutMs })
  const connected = look.events.find((event) => event.step === 'connect')
  if (connected?.address === undefined) return look
  // With socks5 the client looks the name up, so both hops are known.
  const behind =
    proxy?.scheme === 'socks5'
      ? look.events.flatMap((one) =>
          one.step === 'lookup' && one.of === 'target' ? one.addresses : [],
        )
      : []
  const { address } = connected
  const open = [address, ...behind].find((one) => scopeOf(one) === 'public')
  if (open !== undefined) {
    const refused: RawEvent = { step: 'plain-to-public', address: open, startedMs: 0, elapsedMs: 0 }
    const way = look.events.filter(({ step }) => step !== 'response')
    return { events: [...way, refused], fingerprint: '' }
  }
  return remote.send({ routeRun, draft, timeoutMs, pinTo: address })
}
