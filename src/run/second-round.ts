import { investigate } from '../probes/investigate.ts'
import { askOtherExits } from '../probes/other-way.ts'
import { evidenceOf, sharedBy, type Probing } from './route-run.ts'

/** The second round: observations that explain a failure, within what one attempt may cost. */
export async function lookTwice(probing: Probing, attempt: number, spentMs: number): Promise<void> {
  const { routeRun, world, observations } = probing
  const recorder = probing.record(attempt)
  await investigate({
    ...sharedBy(probing),
    recorder,
    otherWays: routeRun.otherWays,
    evidence: evidenceOf(routeRun, observations),
    timeoutMs: Math.min(secondRoundMs(routeRun.route.timeoutMs, spentMs), probing.remainingMs()),
    wayTo: routeRun.wayTo,
    ...(world.controlUrl === undefined ? {} : { controlUrl: world.controlUrl }),
    ...(world.directBaseUrl === undefined ? {} : { directBaseUrl: world.directBaseUrl }),
  })
  observations.push(...recorder.list())
}

/**
 * After a pass with a client that nobody named: the application may be another one, which would take
 * another way. Decides nothing, so it is short; asks nothing where all clients take the same way.
 */
export async function askOtherClients(probing: Probing, attempt: number): Promise<void> {
  const { routeRun, world, observations } = probing
  if (routeRun.clients === undefined || routeRun.clients.chosen) return
  const recorder = probing.record(attempt)
  await askOtherExits({
    ...sharedBy(probing),
    recorder,
    ways: routeRun.clients.ways,
    timeoutMs: Math.min(routeRun.route.timeoutMs, probing.remainingMs()),
    signal: world.signal,
  })
  observations.push(...recorder.list())
}

/** Of one attempt's time; the rest up to 1.2 is for starting and for telling. */
const SHARE = 1.15

/**
 * The second round and the attempt before it take at most 1.2 × one attempt's time: whoever waits
 * for a black hole should not wait for it twice. After a quick failure there is all of that time.
 */
function secondRoundMs(timeoutMs: number, spentMs: number): number {
  return Math.max(timeoutMs * (SHARE - 1), timeoutMs * SHARE - spentMs)
}
