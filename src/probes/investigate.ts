import { CANCELLED, type Evidence } from '../model/index.ts'
import { requestChain } from '../model/reading.ts'
import { layerOf, timedOut } from '../evidence/failure.ts'
import type { Recorder } from '../wire/recorder.ts'
import { limitTime } from '../wire/time-limit.ts'
import { INVESTIGATIONS } from './index.ts'
import type { Investigation, Scene } from './investigation.ts'

/** Silence for this long says something of whoever was asked, milliseconds. */
export const WITNESS_MS = 1950

/** What a question needs before its silence counts: where the connection stood, also the time to open one. */
export function witnessMs(evidence: Evidence): number {
  const chain = requestChain(evidence)
  const stood = chain.find(({ outcome }) => outcome.status === 'failed')?.probe === 'response'
  const opened = stood ? chain.filter(({ outcome }) => outcome.status === 'ok') : []
  return WITNESS_MS + opened.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)
}

/** Investigations whose condition holds. */
export function worthAsking(scene: Scene): readonly Investigation[] {
  return INVESTIGATIONS.filter((one) => one.worthAsking(scene))
}

/**
 * The second round: these investigations, side by side, within the time of the scene. Never throws;
 * nothing is left open. Silence counts as a failure only where there was time for an answer: what
 * was given less is skipped, and says nothing about anybody.
 */
export async function investigate(
  scene: Scene,
  worth: readonly Investigation[] = worthAsking(scene),
): Promise<void> {
  if (worth.length === 0) return
  const { recorder } = scene
  // Registered before any socket listens: what a cancelled run did not see has not failed.
  const cancel = (): void => recorder.endOpen(() => ({ status: 'skipped', because: CANCELLED }))
  scene.signal.addEventListener('abort', cancel, { once: true })
  const limit = limitTime(scene.timeoutMs, scene.signal)
  const { signal } = limit
  const telling = scene.timeoutMs >= witnessMs(scene.evidence)
  const because = `${String(Math.round(scene.timeoutMs))} ms were left for this question, too few for silence to say something`
  const asked = {
    ...scene,
    signal,
    ...(telling ? {} : { recorder: withoutSilence(recorder, limit.ranOut, because) }),
  }
  await Promise.allSettled(worth.map((one) => one.ask(asked)))
  limit.stop()
  scene.signal.removeEventListener('abort', cancel)
  // Without an end and without a timeout it broke by itself: that says nothing about the path.
  recorder.endOpen((rung) => {
    if (!limit.ranOut()) {
      return { status: 'skipped', because: 'this investigation did not come to an end' }
    }
    return telling
      ? { status: 'failed', failure: timedOut(layerOf(rung)) }
      : { status: 'skipped', because }
  })
}

/** A failure that is only our own clock becomes `skipped`. */
function withoutSilence(recorder: Recorder, ranOut: () => boolean, because: string): Recorder {
  return {
    ...recorder,
    begin: (probe, target, options) => {
      const open = recorder.begin(probe, target, options)
      return {
        ...open,
        failed: (failure, facts) =>
          ranOut() && failure.errno === 'TIMEOUT'
            ? open.skipped(because)
            : open.failed(failure, facts),
      }
    },
  }
}
