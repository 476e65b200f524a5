import type { PathConclusion } from '../conclusion.ts'

const JUDGED_ELSEWHERE: ReadonlySet<string> = new Set(['api', 'azure', 'gateway', 'client'])

/** A failure without a word of ours: said openly, never pressed into the nearest conclusion. */
export const unexplained: PathConclusion = {
  id: 'unexplained',
  conclude: (step) =>
    JUDGED_ELSEWHERE.has(step.layer)
      ? undefined
      : {
          owner: 'unknown',
          summary: `The request to ${step.host} ended with ${step.code}${step.errno === '' ? '' : ` (${step.errno})`}, which no rule explains.`,
          doNext: [
            `Run once more with step debug logging (ACTIONS_STEP_DEBUG=true), switch it off after that run, and report ${step.code} with the packet.`,
          ],
          doNot: ['Do not act on the SDK message alone: it names no owner.'],
        },
}
