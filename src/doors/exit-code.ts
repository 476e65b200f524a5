import { failsJob, type Packet, type Verdict, type VerdictKind } from '../model/index.ts'

/** Exit codes of the command line. */
export const EXIT = {
  pass: 0,
  fail: 1,
  usage: 2,
  inconclusive: 3,
  defect: 70,
  cancelled: 130,
} as const

/** Verdicts that fail the job: of each route by its own `fail-on`; without any route that of the run. */
function failures(packet: Packet, failOn: readonly string[]): readonly Verdict[] {
  const judged = packet.routes.length > 0 ? packet.routes : [{ verdict: packet.verdict, failOn }]
  return judged.filter((one) => failsJob(one.verdict, one.failOn)).map(({ verdict }) => verdict)
}

/** Whether anything fails the job. `failOn` is for a run that did not get as far as a route. */
export function failing(packet: Packet, failOn: readonly string[] = []): boolean {
  return failures(packet, failOn).length > 0
}

/** 0 also when something was found that does not fail the job: it is a warning then. */
export function exitCodeOf(packet: Packet, failOn: readonly string[] = []): number {
  const failed = failures(packet, failOn)
  if (failed.length === 0) return EXIT.pass
  return failed.some(({ verdict }) => verdict === 'fail') ? EXIT.fail : EXIT.inconclusive
}

/** Of a verdict that fails the job. */
export function codeOf(verdict: VerdictKind): number {
  return { pass: EXIT.pass, fail: EXIT.fail, inconclusive: EXIT.inconclusive }[verdict]
}
