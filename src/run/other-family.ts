import { given, ASKED_INSTEAD, CONVERSING, effectiveDepth } from '../model/index.ts'
import { observation, responseOf } from '../model/reading.ts'
import { sendRealRequest } from '../probes/request.ts'
import { LEAST_MS, evidenceOf, sharedBy, type Probing, type RouteRun } from './route-run.ts'

/** Statuses by which a server says that it knows no such path or method (RFC 9110). */
const NOT_SERVED: ReadonlySet<number> = new Set([404, 405, 501])

/** The path is known there: it is the model that is not. */
const MODEL_UNKNOWN: ReadonlySet<string> = new Set([
  'gateway.model_not_found',
  'azure.deployment_not_found',
])

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
  if (kind !== 'gateway' || endpoint !== 'responses') return undefined
  if (application === undefined || application.endpoint.from !== 'default') return undefined
  if (!isNotServed({ routeRun, observations, world, decide })) return undefined
  const told = { ...application, endpoint: { value: 'chat-completions', from: ASKED_INSTEAD } }
  return { ...routeRun, route: { ...route, endpoint: 'chat-completions', application: told } }
}

function isNotServed({
  routeRun,
  observations,
  world,
  decide,
}: Pick<Probing, 'routeRun' | 'observations' | 'world' | 'decide'>): boolean {
  const status = responseOf(evidenceOf(routeRun, observations))?.facts.status
  if (status === undefined || !NOT_SERVED.has(status) || world.signal.aborted) return false
  return !MODEL_UNKNOWN.has(decide().code ?? '')
}

/** Where an endpoint that was set is not served: whether the other family of the API is. Decides nothing. */
export async function askOtherFamily(
  probing: Probing,
  attempt: number,
  token: string | undefined,
): Promise<void> {
  const { routeRun, observations, world, remainingMs } = probing
  const { route } = routeRun
  const endpoint = CONVERSING.includes(route.endpoint)
    ? CONVERSING.find((one) => one !== route.endpoint)
    : undefined
  const timeoutMs = Math.min(route.timeoutMs, remainingMs())
  if (endpoint === undefined || route.kind === 'openai' || timeoutMs < LEAST_MS) return
  if (effectiveDepth(route) !== 'request' || !isNotServed(probing)) return
  // It was asked instead already.
  if (route.application?.endpoint.from === ASKED_INSTEAD) return
  const recorder = probing.record(attempt)
  const note = recorder.begin('other-family', `POST ${endpoint}`)
  const own = probing.recordAside(attempt)
  await sendRealRequest({
    ...sharedBy(probing),
    route: { ...route, endpoint },
    recorder: own,
    timeoutMs,
    sdk: world.sdk,
    ...(token === undefined ? {} : { token: () => Promise.resolve(token) }),
  })
  const seen = { ...evidenceOf(routeRun, own.list()) }
  const answer = observation(seen, 'answer')
  const answered = answer?.outcome.status === 'ok' && answer.outcome.facts.valid
  note.ok({ endpoint, answered, ...given({ status: responseOf(seen)?.facts.status }) })
  observations.push(...recorder.list())
}
