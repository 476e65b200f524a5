import { judge } from './judge.ts'
import { evidenceOf, type RouteResult, type RouteRun } from './route-run.ts'

/** A fatal setting was found, or the client itself would fail on its environment: no packet is sent. */
export function blocked({ before, plan }: RouteRun): boolean {
  return (
    plan.egress.unusable !== undefined ||
    before.some(({ probe, outcome }) => probe === 'settings' && outcome.status === 'failed')
  )
}

/** What is known of a route that cannot be asked: its settings decide, and nothing is sent. */
export function blockedResult(routeRun: RouteRun): RouteResult {
  const { before } = routeRun
  return {
    routeRun,
    observations: before,
    verdict: judge(evidenceOf(routeRun, before)),
    attempts: 0,
  }
}
