import type {
  AnyObservation,
  EgressPlan,
  Evidence,
  ProbeId,
  Route,
  Verdict,
} from './model/index.ts'
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
}

export interface LegResult {
  readonly leg: Leg
  readonly observations: readonly AnyObservation[]
  readonly verdict: Verdict
  /** Attempts made; 0 when nothing was sent. */
  readonly attempts: number
}

/**
 * One route, top to bottom: the real request first and usually only; after a failure the
 * investigations; again while time can heal the failure and patience lasts.
 */
export async function probeLeg(leg: Leg, world: World, deadlineMs: number): Promise<LegResult> {
  const { clock } = world.network
  const counts = new Map<ProbeId, number>()
  const observations: AnyObservation[] = [...leg.before]
  const decide = (): Verdict => judge(evidenceOf(leg, observations))
  if (blocked(leg)) return { leg, observations, verdict: decide(), attempts: 0 }
  const beganMs = clock()
  const remainingMs = (): number => deadlineMs - clock()
  for (let attempt = 1; ; attempt += 1) {
    const record = (): Recorder =>
      createRecorder({
        route: leg.route.name,
        clock,
        attempt: () => attempt,
        counts,
        ...(world.listen === undefined ? {} : { listen: world.listen }),
      })
    const shared = {
      route: leg.route,
      plan: leg.plan,
      network: world.network,
      signal: world.signal,
      now: world.now,
    }
    const request = record()
    const attemptBeganMs = clock()
    const timeoutMs = Math.min(leg.route.timeoutMs, remainingMs())
    await sendRealRequest({
      ...shared,
      recorder: request,
      timeoutMs,
      sdk: world.sdk,
      ...(leg.token === undefined ? {} : { token: leg.token }),
    })
    observations.push(...request.list())
    const verdict = decide()
    const again = nextAttempt({
      verdict,
      observations,
      route: leg.route,
      attempt,
      sinceMs: clock() - beganMs,
      remainingMs: remainingMs(),
    })
    if (again !== undefined && !world.signal.aborted) {
      await world.pause(again.afterMs, world.signal)
      if (!world.signal.aborted) continue
    }
    if (verdict.verdict === 'pass' || world.signal.aborted) {
      return { leg, observations, verdict, attempts: attempt }
    }
    const second = record()
    const spentMs = clock() - attemptBeganMs
    await investigate({
      ...shared,
      recorder: second,
      otherWays: leg.otherWays,
      evidence: evidenceOf(leg, observations),
      timeoutMs: Math.min(secondRoundMs(leg.route.timeoutMs, spentMs), remainingMs()),
      environment: world.environment,
    })
    observations.push(...second.list())
    return { leg, observations, verdict: decide(), attempts: attempt }
  }
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
    plan.egress.unusable !== undefined || before.some(({ outcome }) => outcome.status === 'failed')
  )
}
