import type { Packet } from '../model/index.ts'
import { SCHEMA_VERSION } from '../model/index.ts'
import { stamp } from '../packet.ts'
import { describeRuntime } from '../settings/runtime.ts'
import type { InsideProblem } from './problem.ts'

/** A packet that says openly that nothing was measured, and why. */
export function problemPacket(problem: InsideProblem, startedAt: Date, elapsedMs: number): Packet {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...stamp(describeRuntime({}), startedAt, elapsedMs),
    routes: [],
    verdict: {
      verdict: 'inconclusive',
      owner: 'unknown',
      branch: 'unknown',
      rung: '',
      code: problem.code,
      rule: 'own/inside',
      responder: '',
      product: '',
      httpStatus: '',
      requestId: '',
      retryable: false,
      summary: problem.message,
      lastGood: 'none',
      firstBad: 'none',
      doNext: [problem.fix],
      doNot: ['Do not read this as a broken route: nothing was sent to the API.'],
      cites: [],
      also: [],
      ladder: [],
      route: '',
    },
    redactions: [],
  }
}
