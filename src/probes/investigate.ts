import { timedOut } from '../wire/failure.ts'
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
  const limit = limitTime(scene.timeoutMs, scene.signal)
  const { signal } = limit
  await Promise.allSettled(worth.map((one) => one.ask({ ...scene, signal })))
  limit.stop()
  scene.recorder.endOpen(() => ({ status: 'failed', failure: timedOut('http') }))
}
