import { ASKED_INSTEAD } from '../model/index.ts'
import { responseOf } from '../model/reading.ts'
import { evidenceOf, type Probing, type RouteRun } from './route-run.ts'

/** Statuses by which a server says that it knows no such path or method (RFC 9110). */
const NOT_SERVED: ReadonlySet<number> = new Set([404, 405, 501])

/**
 * The same route with chat-completions, where a gateway does not serve /responses and nobody said
 * that the application needs it: many gateways know the older family only. An endpoint that was
 * set, or read from the application's source, is never changed.
 */
export function withOtherFamily({
  routeRun,
  observations,
  world,
  decide,
}: Probing): RouteRun | undefined {
  const { route } = routeRun
  const { application, endpoint, kind } = route
  if (kind !== 'gateway' || endpoint !== 'responses' || world.signal.aborted) return undefined
  if (application === undefined || application.endpoint.from !== 'default') return undefined
  const status = responseOf(evidenceOf(routeRun, observations))?.facts.status
  if (status === undefined || !NOT_SERVED.has(status)) return undefined
  // The gateway knows the path: it is the model that it does not know.
  if (decide().code === 'gateway.model_not_found') return undefined
  const told = { ...application, endpoint: { value: 'chat-completions', from: ASKED_INSTEAD } }
  return { ...routeRun, route: { ...route, endpoint: 'chat-completions', application: told } }
}
