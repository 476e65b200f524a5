import { judge } from './judge.ts'
import type { AnyObservation, ProbeId, Verdict } from '../model/index.ts'
import { given, effectiveDepth, EXPIRY_CODES } from '../model/index.ts'
import { askBrowserOrigin } from '../probes/browser-origin.ts'
import { runPathChecks } from '../probes/path-checks/index.ts'
import { LAW } from '../rules/index.ts'
import { createRecorder } from '../wire/recorder.ts'
import { limitTime } from '../wire/time-limit.ts'
import { sendFromHere, sendUntilSettled, type Held } from './attempts.ts'
import { lookAhead } from './look-ahead.ts'
import { askOtherFamily, withOtherFamily } from './other-family.ts'
import { longerWait } from './patience.ts'
import { LEAST_MS, blocked, blockedResult, evidenceOf, sharedBy } from './route-run.ts'
import type { RouteRun, RouteResult, Probing, World } from './route-run.ts'
import { askOtherClients, lookTwice } from './second-round.ts'

/**
 * Bounds sockets, memory and the peers' patience when a settings file names many routes. More would
 * also keep the event loop so busy that a small machine measures itself: on two cores with six busy
 * processes, 15 of 120 routes timed out at a hundred at once, and none at fifty.
 */
export const MOST_AT_ONCE = 50

/** With more, the witnesses of routes that are only slow would be most of the sockets of the run. */
const FEW = 4

/** Routes side by side, at most `MOST_AT_ONCE` at a time, in the order asked for. */
export async function runRoutes(
  routeRuns: readonly RouteRun[],
  world: World,
  deadlineMs: number,
): Promise<readonly RouteResult[]> {
  const shared: World = { ...world, crowded: routeRuns.length > FEW, answers: new Map() }
  const results: RouteResult[] = []
  const queue = routeRuns.entries()
  const worker = async (): Promise<void> => {
    for (const [index, routeRun] of queue)
      results[index] = await runRoute(routeRun, shared, deadlineMs)
  }
  await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, routeRuns.length) }, worker))
  return results
}

/**
 * One route, top to bottom: the real request first and usually only; again while time can heal
 * its failure and patience lasts; then, after a failure, the investigations.
 */
async function runRoute(
  routeRun: RouteRun,
  world: World,
  deadlineMs: number,
): Promise<RouteResult> {
  const { clock, clean } = world.network
  const counts = new Map<ProbeId, number>()
  const observations: AnyObservation[] = [...routeRun.before]
  const { name: route } = routeRun.route
  let probing: Probing = {
    routeRun,
    world,
    observations,
    decide: judging(routeRun, observations),
    remainingMs: () => deadlineMs - clock(),
    record: (attempt) =>
      createRecorder({
        route,
        clock,
        attempt: () => attempt,
        counts,
        ...given({ clean, listen: world.listen }),
      }),
    recordAside: (attempt) =>
      createRecorder({ route, clock, attempt: () => attempt, ...given({ clean }) }),
  }
  if (blocked(routeRun)) return blockedResult(routeRun, LAW)
  const held: Held = {}
  const send = (first = 1) =>
    sendUntilSettled({ ...probing, leastMs: LEAST_MS }, sendFromHere(probing, held), first)
  let settled = await send()
  const other = withOtherFamily(probing)
  if (other !== undefined && probing.remainingMs() > LEAST_MS) {
    await settled.early?.end(undefined)
    probing = { ...probing, routeRun: other, decide: judging(other, observations) }
    settled = await send(settled.attempts + 1)
  }
  let { attempts, because } = settled
  const { spentMs, early } = settled
  if (!world.signal.aborted) {
    let passed = everythingAnswers(probing.decide())
    const curious = !passed || routeRun.route.compareDirect || world.egressAddress === 'always'
    if (curious && probing.remainingMs() > LEAST_MS) {
      await lookTwice(probing, attempts, spentMs, early)
    }
    const patient = withPatience(probing)
    if (patient !== undefined) {
      // Its witnesses have spoken: nobody is asked again while it waits.
      const waiting = { ...probing, routeRun: patient, world: { ...world, crowded: true } }
      const trying = { ...waiting, leastMs: LEAST_MS }
      ;({ attempts, because } = await sendUntilSettled(
        trying,
        sendFromHere(waiting, held),
        attempts + 1,
      ))
      passed = everythingAnswers(probing.decide())
    }
    if (!passed) await askOtherFamily(probing, attempts, held.token)
    if (passed && probing.remainingMs() > LEAST_MS) {
      await Promise.all([askOtherClients(probing, attempts), lookAhead(probing, attempts, held)])
    }
    await checkPath(probing, attempts, passed, held.token)
    if (routeRun.browserOrigin !== undefined && probing.remainingMs() > LEAST_MS) {
      const limit = limitTime(
        Math.min(routeRun.route.timeoutMs, probing.remainingMs()),
        world.signal,
      )
      const recorder = probing.record(attempts)
      const asked = { ...sharedBy(probing), recorder, signal: limit.signal }
      observations.push(...(await askBrowserOrigin(asked, routeRun.browserOrigin)))
      limit.stop()
    }
  }
  held.kept?.close()
  const verdict = probing.decide()
  const stand = routeRun.clients?.known === false ? STAND_IN : ''
  const summary = [verdict.summary, because, stand].filter((part) => part !== '').join(' ')
  return {
    routeRun: probing.routeRun,
    observations,
    verdict: { ...verdict, summary },
    attempts,
  }
}

/**
 * The same route with the patience of the application itself, where the path is proven and the
 * service was only silent: a cold start is slow and not broken. Nothing where the deadline leaves no
 * more time than the attempt before had.
 */
function withPatience({ routeRun, world, decide, remainingMs }: Probing): RouteRun | undefined {
  const { route } = routeRun
  if (decide().rule !== 'http/api-silent' || world.signal.aborted) return undefined
  const timeoutMs = longerWait(route, remainingMs())
  if (timeoutMs === undefined) return undefined
  return { ...routeRun, route: { ...route, timeoutMs, attempts: 1, waitUpToMs: 0 } }
}

async function checkPath(
  probing: Probing,
  attempt: number,
  passed: boolean,
  token: string | undefined,
): Promise<void> {
  const { routeRun, observations, world, remainingMs } = probing
  const recorder = probing.record(attempt)
  const evidence = evidenceOf(routeRun, observations)
  const shared = { ...sharedBy(probing), recorder, evidence, remainingMs, sdk: world.sdk }
  const scene = token === undefined ? shared : { ...shared, token: () => Promise.resolve(token) }
  await runPathChecks(scene, passed && effectiveDepth(routeRun.route) === 'request')
  observations.push(...recorder.list())
}

/** What fails only because it ends soon, or for how the answer came, answers today. */
function everythingAnswers({ verdict, code, rule }: Verdict): boolean {
  return verdict === 'pass' || EXPIRY_CODES.includes(code) || rule.startsWith('path-check/')
}

/** A verdict on another client's way is worth less, so it says whose way it was. */
const STAND_IN = "Client not known; Node's rules stand in for it."

/** The verdict on what was observed so far; the same observations are judged once. */
function judging(routeRun: RouteRun, observations: readonly AnyObservation[]): () => Verdict {
  let judged: { readonly count: number; readonly verdict: Verdict } | undefined
  return () => {
    const count = observations.length
    if (judged?.count !== count) {
      judged = { count, verdict: judge(evidenceOf(routeRun, observations), LAW) }
    }
    return judged.verdict
  }
}
