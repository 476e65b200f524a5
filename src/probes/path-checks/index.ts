import { CANCELLED, spelt, type PathCheck, type PathCheckKind } from '../../model/index.ts'
import { bodyCheck } from './body.ts'
import type { Check, CheckScene } from './check.ts'
import { idleCheck } from './idle.ts'
import { streamCheck } from './stream.ts'
import { webSocketCheck } from './websocket.ts'

/** Every path check, one line each. */
export const CHECKS: Readonly<Record<PathCheckKind, Check>> = {
  stream: streamCheck,
  body: bodyCheck,
  idle: idleCheck,
  websocket: webSocketCheck,
}

/** With less, silence would say something of our deadline and nothing of the path. */
const LEAST_MS = 1000

/** Why none of them is asked. */
const NOT_PASSED = 'path checks are asked only after the request has passed'

/**
 * What one tiny request cannot prove, one after the other, so that none disturbs the times of
 * another; a connection may rest meanwhile. Never throws; each ends with an observation.
 */
export async function runPathChecks(scene: CheckScene, passed: boolean): Promise<void> {
  const checks = scene.route.pathChecks ?? []
  const resting = checks.filter(({ kind }) => kind === 'idle')
  const others = checks.filter(({ kind }) => kind !== 'idle')
  await Promise.all([oneByOne(scene, resting, passed), oneByOne(scene, others, passed)])
  scene.recorder.endOpen(() => ({
    status: 'skipped',
    because: scene.signal.aborted ? CANCELLED : 'this check did not come to an end',
  }))
}

async function oneByOne(
  scene: CheckScene,
  checks: readonly PathCheck[],
  passed: boolean,
): Promise<void> {
  for (const check of checks) {
    const known = CHECKS[check.kind]
    const skip = (because: string): void => scene.recorder.skip(known.probe, spelt(check), because)
    if (!passed) skip(NOT_PASSED)
    else if (scene.signal.aborted) skip(CANCELLED)
    else if (scene.remainingMs() < LEAST_MS) skip('the deadline of the run left no time for it')
    else await known.ask(scene, check).catch(() => {})
  }
}
