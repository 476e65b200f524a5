import type { Verdict } from './verdict.ts'

/** Whether a verdict fails the job: something was found, and its owner or branch is in `fail-on`. */
export function failsJob(
  verdict: Pick<Verdict, 'verdict' | 'owner' | 'branch'>,
  failOn: readonly string[],
): boolean {
  return (
    verdict.verdict !== 'pass' &&
    (failOn.includes(verdict.owner) || failOn.includes(verdict.branch))
  )
}
