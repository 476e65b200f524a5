import { CANCELLED, spelt, type PathCheckKind } from '../../model/index.ts'
import { bodyCheck } from './body.ts'
import type { Check, CheckScene } from './check.ts'
import { streamCheck } from './stream.ts'

/** Every path check, one line each. */
export const CHECKS: Readonly<Partial<Record<PathCheckKind, Check>>> = {
  stream: streamCheck,
  body: bodyCheck,
}

/** With less, silence would say something of our deadline and nothing of the path. */
const LEAST_MS = 1000

/** Why none of them is asked. */
const NOT_PASSED = 'path checks are asked only after the request has passed'

/**
 * What one tiny request cannot prove, one after the other, so that none disturbs the times of
 * another. Never throws; each ends with an observation.
 */
export async function runPathChecks(scene: CheckScene, passed: boolean): Promise<void> {
  for (const check of scene.route.pathChecks ?? []) {
    const known = CHECKS[check.kind]
    if (known === undefined) continue
    const skip = (because: string): void => scene.recorder.skip(known.probe, spelt(check), because)
    if (!passed) skip(NOT_PASSED)
    else if (scene.signal.aborted) skip(CANCELLED)
    else if (scene.remainingMs() < LEAST_MS) skip('the deadline of the run left no time for it')
    else await known.ask(scene, check).catch(() => {})
  }
  scene.recorder.endOpen(() => ({
    status: 'skipped',
    because: scene.signal.aborted ? CANCELLED : 'this check did not come to an end',
  }))
}
