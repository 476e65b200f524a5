import type { AnyObservation, EgressPlan } from '../model/index.ts'
import { CANCELLED, exitOf, given, hostAndPort } from '../model/index.ts'
import { firstFailed, responseOf } from '../model/reading.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import { limitTime } from '../wire/time-limit.ts'
import { askWithoutKey, direct, tellFailed, failureIn } from './keyless-request.ts'
import type { Inquiry, Investigation, Scene } from './investigation.ts'

/** Each costs connections; more differing clients are one story. */
const MOST_PATHS = 3

/**
 * Ways that leave elsewhere than `own`, by their exit: through which proxy, or none. Those that cannot
 * leave are left out. Of one exit all plans are kept: they differ in whom they trust.
 */
function otherExits(
  own: EgressPlan,
  candidates: readonly EgressPlan[],
): readonly (readonly EgressPlan[])[] {
  const paths = Map.groupBy(candidates, (plan) => exitOf(plan.egress))
  paths.delete(exitOf(own.egress))
  paths.delete('none')
  return [...paths.values()].slice(0, MOST_PATHS)
}

function differentWays({ plan, otherWays }: Scene): readonly (readonly EgressPlan[])[] {
  const bypass = plan.egress.proxy === undefined ? [] : [direct(plan)]
  return otherExits(plan, [...otherWays, ...bypass])
}

/**
 * The keyless question on one way, with the trust of this client and, where that refuses the
 * certificate, of the clients that would take it. `endedBy` says why we, and not a peer, ended it;
 * empty otherwise.
 */
async function askWay(
  scene: Omit<Inquiry, 'plan' | 'timeoutMs'>,
  plans: readonly EgressPlan[],
  endedBy: () => string,
): Promise<void> {
  const [plan] = plans
  if (plan === undefined) return
  const url = ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route)
  const { proxy } = plan.egress
  const note = scene.recorder.begin('other-way', exitOf(plan.egress))
  const known = {
    way: proxy === undefined ? ('direct' as const) : ('proxy' as const),
    ...given({ proxy: proxy && hostAndPort(proxy.host, proxy.port), source: proxy?.source }),
  }
  let first: AnyObservation | undefined
  for (const one of byTrust(plans)) {
    const { response, failed } = await askWithoutKey(scene, one, { url })
    if (response !== undefined) {
      const trusted = one === plan ? {} : { trustOf: one.egress.client }
      note.ok({ ...known, reached: true, status: response.status, ...trusted })
      return
    }
    first ??= failed
    if (endedBy() !== '' || failureIn(failed)?.code.startsWith('tls.cert.') !== true) break
  }
  if (endedBy() !== '') note.skipped(endedBy())
  else tellFailed(note, first, { ...known, reached: false })
}

/** Stores differ by few roots; each costs a handshake. */
const MOST_TRUSTS = 3

/** One plan for each set of roots, the own one first. */
function byTrust(plans: readonly EgressPlan[]): readonly EgressPlan[] {
  const key = ({ ca, egress }: EgressPlan): string =>
    `${egress.strict?.applies ?? ''}${ca?.join('') ?? ''}`
  const kept = plans.filter((plan, at) => plans.findIndex((one) => key(one) === key(plan)) === at)
  return kept.slice(0, MOST_TRUSTS)
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
    await Promise.all(differentWays(scene).map((plans) => askWay(scene, plans, () => '')))
  },
}

/** Milliseconds that a run which passes spends on paths that it did not need. */
const CURIOSITY_MS = 2000
const TOO_SLOW = `no answer within ${CURIOSITY_MS / 1000} s: this run did not need that way and waited no longer`

/**
 * After a pass: the same keyless question on the paths that leave elsewhere, side by side. Sends
 * nothing where there is none. Never throws; silence is not a failure here, for it was not given
 * the time of an attempt.
 */
export async function askOtherExits(
  scene: Inquiry & { readonly paths: readonly EgressPlan[] },
): Promise<void> {
  const others = otherExits(scene.plan, scene.paths)
  if (others.length === 0) return
  const limit = limitTime(Math.min(CURIOSITY_MS, scene.timeoutMs), scene.signal)
  const asked = { ...scene, signal: limit.signal }
  const because = (): string => (scene.signal.aborted ? CANCELLED : limit.ranOut() ? TOO_SLOW : '')
  await Promise.allSettled(others.map((plans) => askWay(asked, plans, because)))
  limit.stop()
  scene.recorder.endOpen(() => ({
    status: 'skipped',
    because: because() || 'no answer and no failure',
  }))
}
