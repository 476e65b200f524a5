import type {
  AnyObservation,
  EgressPlan,
  Evidence,
  ProbeId,
  Route,
  Verdict,
} from './model/index.ts'
import { CANCELLED } from './model/index.ts'
import { askBrowserOrigin } from './probes/browser-origin.ts'
import { investigate } from './probes/investigate.ts'
import { sendRealRequest } from './probes/request.ts'
import { judge } from './judge.ts'
import { nextAttempt } from './patience.ts'
import { createRecorder, type Listener, type Recorder } from './wire/recorder.ts'
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
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** One route, ready to be probed. */
export interface Leg {
  readonly route: Route
  readonly plan: EgressPlan
  /** Ways that other clients, or other settings, would take; for the investigations. */
  readonly otherWays: readonly EgressPlan[]
  /** Observations made before any packet, e.g. of the settings. */
  readonly before: readonly AnyObservation[]
  readonly token?: () => Promise<string>
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
    decide: () => judge(evidenceOf(leg, observations)),
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
  const { attempts, spentMs } = await sendUntilSettled(probing)
  if (!world.signal.aborted) {
    if (probing.decide().verdict !== 'pass') await lookTwice(probing, attempts, spentMs)
    if (leg.browserOrigin !== undefined) {
      const asked = { ...sharedBy(probing), recorder: probing.record(attempts) }
      observations.push(...(await askBrowserOrigin(asked, leg.browserOrigin)))
    }
  }
  return { leg, observations, verdict: probing.decide(), attempts }
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
async function sendUntilSettled(
  probing: Probing,
): Promise<{ readonly attempts: number; readonly spentMs: number }> {
  const { leg, world, observations } = probing
  const { clock } = world.network
  const beganMs = clock()
  for (let attempt = 1; ; attempt += 1) {
    const recorder = probing.record(attempt)
    const attemptBeganMs = clock()
    if (world.signal.aborted) recorder.skip('lookup', leg.route.baseUrl, CANCELLED)
    else {
      await sendRealRequest({
        ...sharedBy(probing),
        recorder,
        timeoutMs: Math.min(leg.route.timeoutMs, probing.remainingMs()),
        sdk: world.sdk,
        ...(leg.token === undefined ? {} : { token: leg.token }),
      })
    }
    observations.push(...recorder.list())
    const again = nextAttempt({
      verdict: probing.decide(),
      observations,
      route: leg.route,
      attempt,
      sinceMs: clock() - beganMs,
      remainingMs: probing.remainingMs(),
    })
    if (again !== undefined && !world.signal.aborted) {
      await world.pause(again.afterMs, world.signal)
    }
    if (again === undefined || world.signal.aborted) {
      return { attempts: attempt, spentMs: clock() - attemptBeganMs }
    }
  }
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
    environment: world.environment,
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
const MOST_AT_ONCE = 50

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
