import type { EgressPlan } from '../model/index.ts'
import { CANCELLED, exitOf } from '../model/index.ts'
import { firstFailed, responseOf } from '../model/reading.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import { hostAndPort } from '../wire/address.ts'
import { limitTime } from '../wire/time-limit.ts'
import { askAside, direct } from './aside.ts'
import type { Investigation, Scene } from './investigation.ts'

const MOST_WAYS = 3

/** Ways that leave elsewhere than `own`: through which proxy, or none. Those that cannot leave are left out. */
function otherExits(own: EgressPlan, candidates: readonly EgressPlan[]): readonly EgressPlan[] {
  const ways = new Map(candidates.map((plan) => [exitOf(plan.egress), plan]))
  ways.delete(exitOf(own.egress))
  ways.delete('none')
  return [...ways.values()].slice(0, MOST_WAYS)
}

function differentWays({ plan, otherWays }: Scene): readonly EgressPlan[] {
  const bypass = plan.egress.proxy === undefined ? [] : [direct(plan)]
  return otherExits(plan, [...otherWays, ...bypass])
}

type Asking = Pick<Scene, 'route' | 'network' | 'recorder' | 'signal' | 'now'>

/** The keyless question on one way. `endedBy` says why we, and not a peer, ended it; empty otherwise. */
async function askWay(scene: Asking, plan: EgressPlan, endedBy: () => string): Promise<void> {
  const url = ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route)
  const { proxy } = plan.egress
  const note = scene.recorder.begin('other-way', exitOf(plan.egress))
  const known = {
    way: proxy === undefined ? ('direct' as const) : ('proxy' as const),
    ...(proxy === undefined
      ? {}
      : { proxy: hostAndPort(proxy.host, proxy.port), source: proxy.source }),
  }
  const { response, failed } = await askAside(scene, plan, { url })
  if (response !== undefined) note.ok({ ...known, reached: true, status: response.status })
  else if (endedBy() !== '') note.skipped(endedBy())
  else if (failed?.outcome.status === 'failed') {
    note.failed(failed.outcome.failure, { ...known, reached: false })
  } else note.skipped('no answer and no failure')
}

/**
 * The other way out – direct instead of through the proxy, or through the proxy that this client
 * ignores – asked without credentials. Says which setting would open the road.
 */
export const otherWay: Investigation = {
  probe: 'other-way',
  worthAsking: (scene) =>
    firstFailed(scene.evidence) !== undefined &&
    responseOf(scene.evidence) === undefined &&
    differentWays(scene).length > 0,
  ask: async (scene) => {
    await Promise.all(differentWays(scene).map((plan) => askWay(scene, plan, () => '')))
  },
}

/** Milliseconds that a run which passes spends on ways that it did not need. */
const CURIOSITY_MS = 2000
const TOO_SLOW = `no answer within ${CURIOSITY_MS / 1000} s: this run did not need that way and waited no longer`

/**
 * After a pass: the same keyless question on the ways that leave elsewhere, side by side. Sends
 * nothing where there is none. Never throws; silence is not a failure here, for it was not given
 * the time of an attempt.
 */
export async function askOtherExits(
  scene: Asking & Pick<Scene, 'plan' | 'timeoutMs'> & { readonly ways: readonly EgressPlan[] },
): Promise<void> {
  const others = otherExits(scene.plan, scene.ways)
  if (others.length === 0) return
  const limit = limitTime(Math.min(CURIOSITY_MS, scene.timeoutMs), scene.signal)
  const asked = { ...scene, signal: limit.signal }
  const because = (): string => (scene.signal.aborted ? CANCELLED : limit.ranOut() ? TOO_SLOW : '')
  await Promise.allSettled(others.map((plan) => askWay(asked, plan, because)))
  limit.stop()
  scene.recorder.endOpen(() => ({
    status: 'skipped',
    because: because() || 'no answer and no failure',
  }))
}
