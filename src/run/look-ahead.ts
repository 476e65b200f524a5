import { given, effectiveDepth } from '../model/index.ts'
import { factsOf, observation, responseOf } from '../model/reading.ts'
import { BRIEF_MS } from '../probes/keyless-request.ts'
import { askKeyExpiry } from '../probes/key-expiry.ts'
import { askModels } from '../probes/models.ts'
import type { Held } from './attempts.ts'
import { evidenceOf, sharedBy, type Probing } from './route-run.ts'

/**
 * After a pass: what of the route will end. Asked with the credentials that were just accepted, of the
 * host that took them; whatever goes wrong here says nothing about the route.
 */
export async function lookAhead(probing: Probing, attempt: number, held: Held): Promise<void> {
  const { routeRun, observations } = probing
  const { route } = routeRun
  const evidence = evidenceOf(routeRun, observations)
  const headers = responseOf(evidence)?.facts.headers
  if ((route.expiryWarningMs ?? 0) === 0 || headers === undefined) return
  const depth = effectiveDepth(route)
  if (depth === 'route') return
  const recorder = probing.record(attempt)
  const { token, kept } = held
  const keyed = {
    ...sharedBy(probing),
    recorder,
    timeoutMs: Math.min(BRIEF_MS, route.timeoutMs, probing.remainingMs()),
    ...given({
      kept,
      answers: probing.world.answers,
      token: token === undefined ? undefined : () => Promise.resolve(token),
    }),
  }
  const served = factsOf<'answer'>(observation(evidence, 'answer'))?.model
  // One after the other: they share a connection.
  if (depth === 'request') await askModels(keyed, served)
  await askKeyExpiry(keyed, headers)
  recorder.endOpen(() => ({ status: 'skipped', because: 'no time was left for it' }))
  observations.push(...recorder.list())
}
