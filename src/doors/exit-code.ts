import { failsJob, type Packet, type VerdictKind } from '../model/index.ts'

/** Exit codes of the command line. */
export const EXIT = { pass: 0, fail: 1, usage: 2, inconclusive: 3, defect: 70 } as const

/** Whether any route fails the job by its own `fail-on`. */
export function failing(packet: Packet): boolean {
  return packet.routes.some(({ verdict, failOn }) => failsJob(verdict, failOn))
}

/** 0 also when something was found that does not fail the job: it is a warning then. */
export function exitCodeOf(packet: Packet): number {
  if (!failing(packet)) return EXIT.pass
  const failed = packet.routes.some(
    ({ verdict, failOn }) => verdict.verdict === 'fail' && failsJob(verdict, failOn),
  )
  return failed ? EXIT.fail : EXIT.inconclusive
}

/** Of a verdict that fails the job. */
export function codeOf(verdict: VerdictKind): number {
  return { pass: EXIT.pass, fail: EXIT.fail, inconclusive: EXIT.inconclusive }[verdict]
}
