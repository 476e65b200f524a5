import { branchOf, type Client, type EgressPlan, type Verdict } from '../model/index.ts'
import type { RouteRun } from '../run/route-run.ts'
import type { TargetFacts } from './target-facts.ts'
import { wayInside } from './way.ts'

/** Why a Node.js could not look that never got to its program. */
export const DEAD = 'the environment of the target ends it at its start'

/** The client that the target has for the application, where another one had to send the request. */
export interface StandIn {
  readonly client: Client
  /** e.g. `Node.js 16.20.2`. */
  readonly name: string
  /** Why it could not look itself; a clause. */
  readonly because: string
  /** Version of Node.js, whose rules changed with it. */
  readonly nodeVersion?: string
}

/**
 * A pass of a stand-in proves the route of the application only where both go the same way: the same
 * proxy, the same roots. Otherwise it says what was seen and what was not tested.
 */
export function standing(
  standIn: StandIn | undefined,
  routeRun: RouteRun,
  verdict: Verdict,
  facts: TargetFacts,
): Verdict {
  if (standIn === undefined || verdict.verdict !== 'pass') return verdict
  const { route, plan } = routeRun
  const own = wayInside(standIn.client, route, facts, standIn.nodeVersion)
  const secure = route.baseUrl.startsWith('https:')
  const differences = [
    ...(proxyOf(own) === proxyOf(plan)
      ? []
      : [`it goes out ${proxyOf(own)} and ${route.client} ${proxyOf(plan)}`]),
    ...(!secure || rootsOf(own) === rootsOf(plan) ? [] : ['it trusts other certificates']),
  ]
  if (differences.length === 0) return verdict
  return {
    ...verdict,
    verdict: 'inconclusive',
    owner: 'unknown',
    branch: branchOf('unknown'),
    confidence: 'low',
    code: 'own.inside_stand_in',
    rule: 'own/inside',
    summary: `${facts.describes} of the target passed, and ${standIn.name}, which the target has too, was not tested (${standIn.because}): ${differences.join(', and ')}.`,
    doNext: [
      `Set client: ${route.client} if the application is not the one that uses ${standIn.name}.`,
      `Otherwise send the application's own request from ${standIn.name} there, for example with its SDK, to test its egress.`,
    ],
    doNot: [`Do not read this as proof for ${standIn.name}: another client took another egress.`],
  }
}

function proxyOf({ egress: { proxy, unusable } }: EgressPlan): string {
  if (unusable !== undefined) return `nowhere (${unusable.variable} cannot be used)`
  return proxy === undefined
    ? 'without a proxy'
    : `by the proxy ${proxy.scheme}://${proxy.host}:${proxy.port}`
}

/** Stores and files by name; the same list in the same order is the same trust. */
function rootsOf({ egress: { trust } }: EgressPlan): string {
  return JSON.stringify(trust.map(({ store, path }) => [store, path ?? '']))
}
