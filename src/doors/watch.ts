import { setTimeout as pause } from 'node:timers/promises'
import type { Packet } from '../model/index.ts'
import { OWNER_NAMES, duration, provenUpTo } from '../reports/words.ts'
import { withOffset } from '../run/stored.ts'
import type { RunReports } from './run-reports.ts'

/** What a person waits for: another verdict, owner or code. Times and numbers differ in every run. */
function stateOf({ verdict }: Packet): string {
  return [verdict.verdict, verdict.owner, verdict.rung, verdict.code].join(' ')
}

function lineOf({ verdict, elapsedMs }: Packet): string {
  const what =
    verdict.verdict === 'pass'
      ? provenUpTo(verdict)
      : `${OWNER_NAMES[verdict.owner]} (${verdict.code}), ${provenUpTo(verdict)}`
  return `${withOffset(new Date())}  ${verdict.verdict}  ${what}  ${duration(elapsedMs)}`
}

/**
 * Repeats the run, one line each, until something is not as it was. Resolves to the run that differs;
 * to nothing when it was cancelled before.
 * @param everyMs from the start of one run to the start of the next
 */
export async function watch(
  run: () => Promise<RunReports>,
  everyMs: number,
  signal: AbortSignal,
  print: (line: string) => void,
): Promise<RunReports | undefined> {
  let before: string | undefined
  for (;;) {
    const startedMs = performance.now()
    const reports = await run()
    const { packet } = reports
    if (signal.aborted) return undefined
    if (packet === undefined) return reports
    print(lineOf(packet))
    const state = stateOf(packet)
    if (before !== undefined && before !== state) return reports
    before = state
    const restMs = Math.max(0, everyMs - (performance.now() - startedMs))
    await pause(restMs, undefined, { signal }).catch(() => {})
    if (signal.aborted) return undefined
  }
}
