import { given, CANCELLED, OUT_OF_TIME, type Route } from '../model/index.ts'
import type { Kept } from '../probes/keyed.ts'
import { sendRealRequest } from '../probes/request.ts'
import { takeToken } from '../probes/token.ts'
import type { Recorder } from '../wire/recorder.ts'
import type { Network } from '../wire/traced-agent.ts'
import { sharedBy, type Probing, type World } from './route-run.ts'
import { nextAttempt, whyNoMore } from './patience.ts'
import { type EarlyRound, lookWhileSilent } from './second-round.ts'

/** What the loop of attempts needs; `inside` has a world of less. */
interface Trying extends Pick<
  Probing,
  'routeRun' | 'observations' | 'decide' | 'remainingMs' | 'record'
> {
  readonly world: Pick<World, 'signal' | 'pause'> & { readonly network: Pick<Network, 'clock'> }
  /** Milliseconds that an attempt must have; with less it is not made, and that is said. */
  readonly leastMs: number
}

/** Makes one attempt; observations go to the recorder, or straight to those of the route. */
export type Send = (attempt: number, recorder: Recorder) => Promise<EarlyRound | undefined>

/**
 * The real request, until it passes, fails for good, or patience ends. Every attempt is kept.
 * @param first number of its first attempt
 */
export async function sendUntilSettled(
  trying: Trying,
  send: Send,
  first = 1,
): Promise<{
  readonly attempts: number
  readonly spentMs: number
  /** Why it was not tried again although that was asked for; empty when there is nothing to say. */
  readonly because: string
  /** The second round of the last attempt, where it began while that was silent. */
  readonly early?: EarlyRound
}> {
  const { routeRun, world, observations } = trying
  const { clock } = world.network
  const beganMs = clock()
  for (let attempt = first; ; attempt += 1) {
    const recorder = trying.record(attempt)
    let early: EarlyRound | undefined
    const attemptBeganMs = clock()
    if (world.signal.aborted) recorder.skip('lookup', routeRun.route.baseUrl, CANCELLED)
    else if (trying.remainingMs() < trying.leastMs) {
      recorder.skip('lookup', routeRun.route.baseUrl, OUT_OF_TIME)
    } else {
      early = await send(attempt, recorder)
    }
    observations.push(...recorder.list())
    const ended = {
      verdict: trying.decide(),
      observations,
      route: routeRun.route,
      attempt,
      sinceMs: clock() - beganMs,
      remainingMs: trying.remainingMs(),
    }
    const again = nextAttempt(ended)
    const passed = ended.verdict.verdict === 'pass'
    if (passed || again !== undefined) await early?.end(undefined)
    if (again !== undefined && !world.signal.aborted) {
      await world.pause(again.afterMs, world.signal)
    }
    if (again === undefined || world.signal.aborted) {
      const because = again === undefined ? whyNoMore(ended) : ''
      const spentMs = clock() - attemptBeganMs
      return { attempts: attempt, spentMs, because, ...given({ early }) }
    }
  }
}

/** What one attempt leaves to the next questions. */
export interface Held {
  /** An Entra ID token, once it was taken. */
  token?: string
  /** The connection that took the request, until it is closed. */
  kept?: Kept | undefined
}

/** The attempts of a live run; the token of the first is held for the rest. */
export function sendFromHere(probing: Probing, held: Held): Send {
  return (attempt, recorder) => sendOnce(probing, recorder, held, attempt)
}

/** One attempt within its own clock: the sign-in where one is needed, then the request. */
async function sendOnce(
  probing: Probing,
  recorder: Recorder,
  held: Held,
  attempt: number,
): Promise<EarlyRound> {
  const { routeRun, world } = probing
  const { signIn } = routeRun
  const beganMs = world.network.clock()
  const timeoutMs = Math.min(routeRun.route.timeoutMs, probing.remainingMs())
  if (signIn !== undefined && held.token === undefined) {
    const token = await takeToken({
      ...sharedBy(probing),
      signIn,
      wayTo: routeRun.wayTo,
      recorder,
      // A token endpoint that hangs leaves the other half to prove the way to the API.
      timeoutMs: timeoutMs / 2,
      conceal: world.conceal,
      ...given({ jobToken: world.jobToken }),
    })
    if (token !== undefined) held.token = token
  }
  const { token } = held
  const leftMs = timeoutMs - (world.network.clock() - beganMs)
  const early = lookWhileSilent(probing, attempt, recorder, leftMs)
  held.kept?.close()
  held.kept = await sendRealRequest({
    ...sharedBy(probing),
    ...(signIn !== undefined && token === undefined ? { route: withoutToken(routeRun.route) } : {}),
    recorder,
    timeoutMs: leftMs,
    sdk: world.sdk,
    keep: true,
    ...(token === undefined ? {} : { token: () => Promise.resolve(token) }),
  })
  early.attemptEnded()
  return early
}

/** No token, no credentials to send: the climb still shows whether the way to the API is open. */
function withoutToken(route: Route): Route {
  return { ...route, depthLimit: { depth: 'route', because: 'There was no Entra ID token.' } }
}
