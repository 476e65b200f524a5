import type { ClientPath, EgressPlan, PacketRoute } from '../model/index.ts'
import { given, exitOf } from '../model/index.ts'
import { observations, responseOf } from '../model/reading.ts'
import { samePath } from '../egress/index.ts'
import { evidenceOf, type RouteResult } from './route-run.ts'
import { fromInBetween } from '../rules/connection/witnesses.ts'

/** The way of each client, and which of them were seen to work; nothing where only one is known. */
export function clientPathsOf(result: RouteResult): Pick<PacketRoute, 'clientPaths'> {
  const { clients } = result.routeRun
  if (clients === undefined) return {}
  return {
    clientPaths: clients.paths.map((plan): ClientPath => {
      const { client, reason, unusable } = plan.egress
      const works = worksFor(plan, clients.paths, result)
      return {
        client,
        exit: exitOf(plan.egress),
        reason: unusable?.because ?? reason,
        ...given({ works }),
      }
    }),
  }
}

function worksFor(
  plan: EgressPlan,
  paths: readonly EgressPlan[],
  result: RouteResult,
): boolean | undefined {
  const { routeRun } = result
  const exit = exitOf(plan.egress)
  if (samePath(plan, routeRun.plan)) return ownWorks(result)
  // One exit with the credentials of two people is asked with those of one.
  const shared = [routeRun.plan, ...paths].filter(({ egress }) => exitOf(egress) === exit)
  if (!shared.every((other) => samePath(plan, other))) return undefined
  const asked = observations(evidenceOf(routeRun, result.observations), 'other-way').findLast(
    ({ target, outcome }) => target === exit && outcome.status !== 'skipped',
  )
  if (asked === undefined) return undefined
  // What a client trusts on the way is another question.
  if (asked.outcome.status === 'failed') {
    return asked.outcome.failure.code.startsWith('tls.cert.') ? undefined : false
  }
  if (asked.outcome.status !== 'ok') return undefined
  return !fromInBetween(asked.outcome.facts.status ?? 200)
}

const ON_THE_WAY: ReadonlySet<string> = new Set(['dns', 'tcp', 'proxy', 'tls', 'http'])

/** Of the way that the real request took: did it lead to the host itself? */
function ownWorks({
  routeRun,
  observations: seen,
  verdict,
  attempts,
}: RouteResult): boolean | undefined {
  if (attempts === 0) return undefined
  const { verdict: kind, responder, firstBad } = verdict
  if (responder === 'proxy' || responder === 'interceptor') return false
  if (responseOf(evidenceOf(routeRun, seen)) !== undefined) {
    return responder === 'unknown' || responder === '' ? undefined : true
  }
  const ofTrust = verdict.code.startsWith('tls.cert.')
  return kind === 'fail' && ON_THE_WAY.has(firstBad) && !ofTrust ? false : undefined
}
