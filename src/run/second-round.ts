import { given, type AnyObservation, type Rung } from '../model/index.ts'
import { firstFailed, responseOf } from '../model/reading.ts'
import { investigate, WITNESS_MS, witnessMs, worthAsking } from '../probes/investigate.ts'
import type { Scene } from '../probes/investigation.ts'
import { askOtherExits } from '../probes/other-way.ts'
import { layerOf, timedOut } from '../evidence/failure.ts'
import type { Recorder } from '../wire/recorder.ts'
import { evidenceOf, sharedBy, type Probing } from './route-run.ts'

/** The second round: observations that explain a failure, within what one attempt may cost. */
export async function lookTwice(
  probing: Probing,
  attempt: number,
  spentMs: number,
  early?: EarlyRound,
): Promise<void> {
  const { routeRun, observations } = probing
  const failedAt = firstFailed(evidenceOf(routeRun, observations))?.rung
  const known = (await early?.end(failedAt)) ?? []
  const recorder = probing.record(attempt)
  const timeoutMs = secondRoundMs(routeRun.route.timeoutMs, spentMs)
  const scene = withTimeToAnswer(sceneOf(probing, recorder, observations, timeoutMs), probing)
  const asked = new Set(known.map(({ probe }) => probe))
  await investigate(
    scene,
    worthAsking(scene).filter(({ probe }) => !asked.has(probe)),
  )
  observations.push(...known, ...recorder.list())
}

/**
 * Where the connection stood and the request was not answered, its witnesses are given the time that
 * an answer may take, however short an attempt is: else our own clock would say who it was.
 */
function withTimeToAnswer(scene: Scene, { world, remainingMs }: Probing): Scene {
  const failed = firstFailed(scene.evidence)
  const stood = failed?.probe === 'response' && responseOf(scene.evidence) === undefined
  if (!stood || world.crowded === true) return scene
  const leastMs = witnessMs(scene.evidence)
  return scene.timeoutMs >= leastMs
    ? scene
    : { ...scene, timeoutMs: Math.min(leastMs + BUSY_MS, remainingMs()) }
}

function sceneOf(
  probing: Probing,
  recorder: Recorder,
  observations: readonly AnyObservation[],
  timeoutMs: number,
  signal: AbortSignal = probing.world.signal,
): Scene {
  const { routeRun, world } = probing
  return {
    ...sharedBy(probing),
    signal,
    recorder,
    otherWays: routeRun.otherWays,
    evidence: evidenceOf(routeRun, observations),
    timeoutMs: Math.min(timeoutMs, probing.remainingMs()),
    wayTo: routeRun.wayTo,
    ...given({
      controlUrl: world.controlUrl,
      egressAddress: world.egressAddress,
      directBaseUrl: world.directBaseUrl,
    }),
  }
}

/** A second round that began while the first was silent. */
export interface EarlyRound {
  /** No new round begins from now on. */
  readonly attemptEnded: () => void
  /** What it saw when the request failed on the rung that was silent; else it ends, and saw nothing. */
  readonly end: (failedAt: Rung | undefined) => Promise<readonly AnyObservation[]>
}

/** Of the attempt's time: before, most requests that are silent are only slow. */
const SILENT_SHARE = 0.4
/** However short an attempt is: nothing that works on a busy machine is asked about. */
const LEAST_SILENT_SHARE = 0.175
/** What a busy machine takes for itself of a witness's time, milliseconds. */
const BUSY_MS = 150
/** How often the attempt is looked at, milliseconds. */
const LOOK_MS = 50

/**
 * Watches one attempt. Where it falls silent, its witnesses are asked at once and not when its time
 * is up: so they have the time of a whole answer, and the verdict does not hang on how fast they
 * are. An attempt that goes on after all leaves no trace of them.
 */
export function lookWhileSilent(
  probing: Probing,
  attempt: number,
  seen: Pick<Recorder, 'foresee'>,
  timeoutMs: number,
): EarlyRound {
  const { network, signal: cancelled } = probing.world
  const beganMs = network.clock()
  const lastsMs = timeoutMs * SHARE
  let round: { rung: Rung; recorder: Recorder; over: Promise<void>; stop: () => void } | undefined
  const look = (): void => {
    const ahead = seen.foresee((rung) => timedOut(layerOf(rung)))
    const silent = firstFailed(evidenceOf(probing.routeRun, ahead))
    if (silent?.rung === round?.rung) return
    round?.stop()
    round = undefined
    if (silent === undefined) return
    const controller = new AbortController()
    const recorder = probing.recordAside(attempt)
    const leftMs = lastsMs - (network.clock() - beganMs)
    const signal = AbortSignal.any([controller.signal, cancelled])
    const over = investigate(
      withTimeToAnswer(
        sceneOf(probing, recorder, [...probing.observations, ...ahead], leftMs, signal),
        probing,
      ),
    )
    round = { rung: silent.rung, recorder, over, stop: () => controller.abort() }
  }
  const { crowded } = probing.world
  const silentMs = Math.min(
    timeoutMs * SILENT_SHARE,
    Math.max(timeoutMs * LEAST_SILENT_SHARE, lastsMs - WITNESS_MS - 2 * LOOK_MS),
  )
  const watch = setInterval(() => {
    if (crowded === true) return
    if (network.clock() - beganMs >= silentMs) look()
  }, LOOK_MS)
  return {
    attemptEnded: () => clearInterval(watch),
    end: async (failedAt) => {
      clearInterval(watch)
      if (round === undefined) return []
      if (round.rung !== failedAt) {
        round.stop()
        return []
      }
      await round.over
      return round.recorder.list()
    },
  }
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
    paths: routeRun.clients.paths,
    timeoutMs: Math.min(routeRun.route.timeoutMs, probing.remainingMs()),
    signal: world.signal,
  })
  observations.push(...recorder.list())
}

/** Of one attempt's time; the rest up to 1.25 is for starting and for telling. */
const SHARE = 1.2

/**
 * The second round and the attempt before it take at most this share of one attempt's time: whoever waits
 * for a black hole should not wait for it twice. After a quick failure there is all of that time.
 */
export function secondRoundMs(timeoutMs: number, spentMs: number): number {
  return Math.max(timeoutMs * (SHARE - 1), timeoutMs * SHARE - spentMs)
}
