import type { EgressPlan } from '../model/index.ts'
import { firstFailed, responseOf } from '../model/reading.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import { hostAndPort } from '../wire/address.ts'
import { askAside, direct } from './aside.ts'
import type { Investigation, Scene } from './investigation.ts'

const MOST_WAYS = 3

/** Ways that differ in where the connection goes: through which proxy, or none. */
function differentWays(scene: Scene): readonly EgressPlan[] {
  const here = exitOf(scene.plan)
  const candidates = [
    ...scene.otherWays,
    ...(scene.plan.egress.proxy === undefined ? [] : [direct(scene.plan)]),
  ]
  const ways = new Map(candidates.map((plan) => [exitOf(plan), plan]))
  ways.delete(here)
  return [...ways.values()].slice(0, MOST_WAYS)
}

function exitOf({ egress: { proxy } }: EgressPlan): string {
  return proxy === undefined ? 'direct' : `${proxy.scheme}://${hostAndPort(proxy.host, proxy.port)}`
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
    const url = ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route)
    await Promise.all(
      differentWays(scene).map(async (plan) => {
        const { proxy } = plan.egress
        const exit = exitOf(plan)
        const note = scene.recorder.begin('other-way', exit)
        const known = {
          way: proxy === undefined ? ('direct' as const) : ('proxy' as const),
          ...(proxy === undefined
            ? {}
            : { proxy: hostAndPort(proxy.host, proxy.port), source: proxy.source }),
        }
        const { response, failed } = await askAside(scene, plan, { url })
        if (response !== undefined) note.ok({ ...known, reached: true, status: response.status })
        else if (failed?.outcome.status === 'failed') {
          note.failed(failed.outcome.failure, { ...known, reached: false })
        } else note.skipped('no answer and no failure')
      }),
    )
  },
}
