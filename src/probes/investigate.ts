import { CANCELLED } from '../model/index.ts'
import { layerOf, timedOut } from '../wire/failure.ts'
import { limitTime } from '../wire/time-limit.ts'
import { INVESTIGATIONS } from './index.ts'
import type { Scene } from './investigation.ts'

/**
 * The second round: every investigation whose condition holds, side by side, within one attempt's
 * time. Never throws; nothing is left open.
 */
export async function investigate(scene: Scene): Promise<void> {
  const worth = INVESTIGATIONS.filter((one) => one.worthAsking(scene))
  if (worth.length === 0) return
  const { recorder } = scene
  // Registered before any socket listens: what a cancelled run did not see has not failed.
  const cancel = (): void => recorder.endOpen(() => ({ status: 'skipped', because: CANCELLED }))
  scene.signal.addEventListener('abort', cancel, { once: true })
  const limit = limitTime(scene.timeoutMs, scene.signal)
  const { signal } = limit
  await Promise.allSettled(worth.map((one) => one.ask({ ...scene, signal })))
  limit.stop()
  scene.signal.removeEventListener('abort', cancel)
  // Without an end and without a timeout it broke by itself: that says nothing about the path.
  recorder.endOpen((rung) =>
    limit.ranOut()
      ? { status: 'failed', failure: timedOut(layerOf(rung)) }
      : { status: 'skipped', because: 'this investigation did not come to an end' },
  )
}
