import type {
  AnyObservation,
  EgressPlan,
  Evidence,
  ProbeId,
  Route,
  Verdict,
} from './model/index.ts'
import { CANCELLED, OUT_OF_TIME } from './model/index.ts'
import { askBrowserOrigin } from './probes/browser-origin.ts'
import { investigate } from './probes/investigate.ts'
import { askOtherExits } from './probes/other-way.ts'
import { sendRealRequest } from './probes/request.ts'
import { takeToken } from './probes/token.ts'
import type { SignIn } from './entra/index.ts'
import { judge } from './judge.ts'
import { nextAttempt, whyNoMore } from './patience.ts'
import { createRecorder, type Listener, type Recorder } from './wire/recorder.ts'
import { limitTime } from './wire/time-limit.ts'
import type { Network } from './wire/traced-agent.ts'

/** Everything a run needs from the world. */
export interface World {
  readonly network: Network
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number
  /** Aborts on cancellation; the deadline is the run's own. */
  readonly signal: AbortSignal
  readonly sdk: string
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
  readonly listen?: Listener
  /** A host that this runner must reach anyway; asked only after a failure. */
  readonly controlUrl?: string
  /** Called with every secret that is learnt on the way, before anything is printed. */
  readonly conceal: (value: string, what: string) => void
  /** Where `compare-direct` asks; OpenAI's own address when absent. */
  readonly directBaseUrl?: string
}

/** One route, ready to be probed. */
export interface Leg {
  readonly route: Route
  readonly plan: EgressPlan
  /** Ways that other clients, or other settings, would take; for the investigations. */
  readonly otherWays: readonly EgressPlan[]
  /** What every client would do here; absent where only one can be looked at. */
  readonly clients?: {
    readonly ways: readonly EgressPlan[]
    /** A person named the client, so the others are of no interest to a run that passes. */
    readonly chosen: boolean
  }
  /** Observations made before any packet, e.g. of the settings. */
  readonly before: readonly AnyObservation[]
  /** The way that this client takes to another host. */
  readonly wayTo: (url: URL) => EgressPlan
  /** Where the route needs an Entra ID token. */
  readonly signIn?: SignIn
  /** Origin for which the CORS question is asked. */
  readonly browserOrigin?: string
}

/** What a leg came to. */
export interface LegResult {
  readonly leg: Leg
  readonly observations: readonly AnyObservation[]
  readonly verdict: Verdict
  /** Attempts made; 0 when nothing was sent. */
  readonly attempts: number
}

/** One route under way: what was seen so far, and how to see more. */
interface Probing {
  readonly leg: Leg
  readonly world: World
  readonly observations: AnyObservation[]
  readonly decide: () => Verdict
  readonly remainingMs: () => number
  readonly record: (attempt: number) => Recorder
}

/**
 * One route, top to bottom: the real request first and usually only; again while time can heal
 * its failure and patience lasts; then, after a failure, the investigations.
 */
export async function probeLeg(leg: Leg, world: World, deadlineMs: number): Promise<LegResult> {
  const { clock } = world.network
  const counts = new Map<ProbeId, number>()
  const observations: AnyObservation[] = [...leg.before]
  const probing: Probing = {
    leg,
    world,
    observations,
    decide: judging(leg, observations),
    remainingMs: () => deadlineMs - clock(),
    record: (attempt) =>
      createRecorder({
        route: leg.route.name,
        clock,
        attempt: () => attempt,
        counts,
        ...(world.listen === undefined ? {} : { listen: world.listen }),
      }),
  }
  if (blocked(leg)) return { leg, observations, verdict: probing.decide(), attempts: 0 }
  const { attempts, spentMs, because } = await sendUntilSettled(probing)
  if (!world.signal.aborted) {
    const passed = probing.decide().verdict === 'pass'
    const curious = !passed || leg.route.compareDirect
    if (curious && probing.remainingMs() > LEAST_MS) {
      await lookTwice(probing, attempts, spentMs)
    }
    if (passed && probing.remainingMs() > LEAST_MS) await askOtherClients(probing, attempts)
    if (leg.browserOrigin !== undefined && probing.remainingMs() > LEAST_MS) {
      const limit = limitTime(Math.min(leg.route.timeoutMs, probing.remainingMs()), world.signal)
      const recorder = probing.record(attempts)
      const asked = { ...sharedBy(probing), recorder, signal: limit.signal }
      observations.push(...(await askBrowserOrigin(asked, leg.browserOrigin)))
      limit.stop()
    }
  }
  const verdict = probing.decide()
  const summary = because === '' ? verdict.summary : `${verdict.summary} ${because}`
  return { leg, observations, verdict: { ...verdict, summary }, attempts }
}

/** The verdict on what was observed so far; the same observations are judged once. */
function judging(leg: Leg, observations: readonly AnyObservation[]): () => Verdict {
  let judged: { readonly count: number; readonly verdict: Verdict } | undefined
  return () => {
    const count = observations.length
    if (judged?.count !== count) {
      judged = { count, verdict: judge(evidenceOf(leg, observations)) }
    }
    return judged.verdict
  }
}

function sharedBy({ leg, world }: Probing) {
  return {
    route: leg.route,
    plan: leg.plan,
    network: world.network,
    signal: world.signal,
    now: world.now,
  }
}

/** The real request, until it passes, fails for good, or patience ends. Every attempt is kept. */
async function sendUntilSettled(probing: Probing): Promise<{
  readonly attempts: number
  readonly spentMs: number
  /** Why it was not tried again although that was asked for; empty when there is nothing to say. */
  readonly because: string
}> {
  const { leg, world, observations } = probing
  const held: { token?: string } = {}
  const { clock } = world.network
  const beganMs = clock()
  for (let attempt = 1; ; attempt += 1) {
    const recorder = probing.record(attempt)
    const attemptBeganMs = clock()
    if (world.signal.aborted) recorder.skip('lookup', leg.route.baseUrl, CANCELLED)
    else if (probing.remainingMs() < LEAST_MS) {
      recorder.skip('lookup', leg.route.baseUrl, OUT_OF_TIME)
    } else {
      await sendOnce(probing, recorder, held)
    }
    observations.push(...recorder.list())
    const ended = {
      verdict: probing.decide(),
      observations,
      route: leg.route,
      attempt,
      sinceMs: clock() - beganMs,
      remainingMs: probing.remainingMs(),
    }
    const again = nextAttempt(ended)
    if (again !== undefined && !world.signal.aborted) {
      await world.pause(again.afterMs, world.signal)
    }
    if (again === undefined || world.signal.aborted) {
      const because = again === undefined ? whyNoMore(ended) : ''
      return { attempts: attempt, spentMs: clock() - attemptBeganMs, because }
    }
  }
}

/** One attempt within its own clock: the sign-in where one is needed, then the request. */
async function sendOnce(
  probing: Probing,
  recorder: Recorder,
  held: { token?: string },
): Promise<void> {
  const { leg, world } = probing
  const { signIn } = leg
  const beganMs = world.network.clock()
  const timeoutMs = Math.min(leg.route.timeoutMs, probing.remainingMs())
  if (signIn !== undefined && held.token === undefined) {
    const token = await takeToken({
      ...sharedBy(probing),
      signIn,
      wayTo: leg.wayTo,
      recorder,
      // A token endpoint that hangs leaves the other half to prove the way to the API.
      timeoutMs: timeoutMs / 2,
      conceal: world.conceal,
    })
    if (token !== undefined) held.token = token
  }
  const { token } = held
  await sendRealRequest({
    ...sharedBy(probing),
    ...(signIn !== undefined && token === undefined ? { route: withoutToken(leg.route) } : {}),
    recorder,
    timeoutMs: Math.max(1, timeoutMs - (world.network.clock() - beganMs)),
    sdk: world.sdk,
    ...(token === undefined ? {} : { token: () => Promise.resolve(token) }),
  })
}

/** No token, no credentials to send: the climb still shows whether the way to the API is open. */
function withoutToken(route: Route): Route {
  return { ...route, depthLimit: { depth: 'route', because: 'There was no Entra ID token.' } }
}

/** The second round: observations that explain a failure, within what one attempt may cost. */
async function lookTwice(probing: Probing, attempt: number, spentMs: number): Promise<void> {
  const { leg, world, observations } = probing
  const recorder = probing.record(attempt)
  await investigate({
    ...sharedBy(probing),
    recorder,
    otherWays: leg.otherWays,
    evidence: evidenceOf(leg, observations),
    timeoutMs: Math.min(secondRoundMs(leg.route.timeoutMs, spentMs), probing.remainingMs()),
    wayTo: leg.wayTo,
    ...(world.controlUrl === undefined ? {} : { controlUrl: world.controlUrl }),
    ...(world.directBaseUrl === undefined ? {} : { directBaseUrl: world.directBaseUrl }),
  })
  observations.push(...recorder.list())
}

/**
 * After a pass with a client that nobody named: the application may be another one, which would take
 * another way. Decides nothing, so it is short; asks nothing where all clients take the same way.
 */
async function askOtherClients(probing: Probing, attempt: number): Promise<void> {
  const { leg, world, observations } = probing
  if (leg.clients === undefined || leg.clients.chosen) return
  const recorder = probing.record(attempt)
  await askOtherExits({
    ...sharedBy(probing),
    recorder,
    ways: leg.clients.ways,
    timeoutMs: Math.min(leg.route.timeoutMs, probing.remainingMs()),
    signal: world.signal,
  })
  observations.push(...recorder.list())
}

/**
 * The second round and the attempt before it take at most 1.2 × one attempt's time: whoever waits
 * for a black hole should not wait for it twice. After a quick failure there is all of that time.
 */
function secondRoundMs(timeoutMs: number, spentMs: number): number {
  return Math.max(timeoutMs * 0.2, timeoutMs * 1.2 - spentMs)
}

/** Routes side by side, at most `MOST_AT_ONCE` at a time, in the order asked for. */
export async function probeLegs(
  legs: readonly Leg[],
  world: World,
  deadlineMs: number,
): Promise<readonly LegResult[]> {
  const results: LegResult[] = []
  const queue = legs.entries()
  const worker = async (): Promise<void> => {
    for (const [index, leg] of queue) results[index] = await probeLeg(leg, world, deadlineMs)
  }
  await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, legs.length) }, worker))
  return results
}

/** Bounds sockets, memory and the peers' patience when a settings file names many routes. */
export const MOST_AT_ONCE = 32

/** Milliseconds: with less, a timeout would say something of our deadline and nothing of the route. */
const LEAST_MS = 100

export function evidenceOf(leg: Leg, observations: readonly AnyObservation[]): Evidence {
  const { apiKey: _secret, ...route } = leg.route
  return { route, egress: leg.plan.egress, source: 'live', observations }
}

/** A fatal setting was found, or the client itself would fail on its environment: no packet is sent. */
function blocked({ before, plan }: Leg): boolean {
  return (
    plan.egress.unusable !== undefined ||
    before.some(({ probe, outcome }) => probe === 'settings' && outcome.status === 'failed')
  )
}
