import { judge } from '../judge.ts'
import type { AnyObservation, ProbeId, Verdict } from '../model/index.ts'
import { askBrowserOrigin } from '../probes/browser-origin.ts'
import { createRecorder } from '../wire/recorder.ts'
import { limitTime } from '../wire/time-limit.ts'
import { sendUntilSettled } from './attempts.ts'
import { LEAST_MS, evidenceOf, sharedBy } from './leg.ts'
import type { Leg, LegResult, Probing, World } from './leg.ts'
import { askOtherClients, lookTwice } from './second-round.ts'

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

/** A fatal setting was found, or the client itself would fail on its environment: no packet is sent. */
function blocked({ before, plan }: Leg): boolean {
  return (
    plan.egress.unusable !== undefined ||
    before.some(({ probe, outcome }) => probe === 'settings' && outcome.status === 'failed')
  )
}
