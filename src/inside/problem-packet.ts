import type { Packet } from '../model/index.ts'
import { packetWithoutRoutes } from '../run/packet-without-routes.ts'
import { describeRuntime } from '../settings/runtime.ts'
import type { InsideProblem } from './problem.ts'

/** A packet that says openly that nothing was measured, and why. */
export function problemPacket(problem: InsideProblem, startedAt: Date, elapsedMs: number): Packet {
  return packetWithoutRoutes(
    {
      verdict: 'inconclusive',
      owner: 'unknown',
      code: problem.code,
      rule: 'own/inside',
      summary: problem.message,
      doNext: [problem.fix],
      doNot: ['Do not read this as a broken route: nothing was sent to the API.'],
    },
    describeRuntime({}),
    startedAt,
    elapsedMs,
  )
}
