import { failsJob, type Runtime } from '../model/index.ts'
import { packetWithoutRoutes } from '../run/stored.ts'
import type { ReportView } from '../reports/index.ts'
import { writeFiles } from '../packets/folder.ts'
import { describeRuntime } from '../settings/runtime.ts'
import { EXIT } from './exit-code.ts'
import { DOCS_URL } from './preflight-mode.ts'
import { pathsOf, runReportsOf, type RunReports } from './run-reports.ts'
import type { Limits } from '../settings/index.ts'
import type { Post } from './watchdog.ts'
import { writeWhole } from './write-now.ts'

/**
 * RunReports as ours: inconclusive, owner unknown, and what the run was at.
 * @param doing completes "The run was still …"; empty when nothing is known
 */
export function outOfTimeReports(
  doing: string,
  failOn: Limits['failOn'],
  runtime: Runtime,
  view: Omit<ReportView, 'failing'>,
): RunReports {
  const at = doing === '' ? 'under way' : doing
  const packet = packetWithoutRoutes(
    {
      verdict: 'inconclusive',
      owner: 'unknown',
      code: 'own.out_of_time',
      rule: '',
      summary: `The run was still ${at} when its deadline had passed, and was ended before it had a verdict; this says nothing about your route.`,
      doNext: [
        'Run it again with a longer deadline; if it ends like this again, report it with this packet, because every part of a run should end in time.',
      ],
      doNot: ['Do not read this as a broken route.'],
    },
    runtime,
  )
  const failing = failsJob(packet.verdict, failOn)
  const exitCode = failing ? EXIT.inconclusive : EXIT.pass
  return runReportsOf(packet, { ...view, failing }, { exitCode, notices: [] })
}

/** Tells it from the watchdog's thread, by synchronous writing only. Resolves to the exit code. */
export async function tellOutOfTime(
  { door, json, limits }: Pick<Post, 'door' | 'json' | 'limits'>,
  doing: string,
): Promise<number> {
  // The stream of a thread goes through the main thread, which does not listen.
  writeWhole(process.stdout)
  const reports = outOfTimeReports(doing, limits.failOn, describeRuntime(process.env), {
    docsUrl: DOCS_URL,
  })
  const written = writeFiles(limits.packetDir, reports.files)
  if (door === 'terminal') {
    const { print } = await import('./terminal.ts')
    return print(reports, { flags: { on: (name) => json && name === 'json' } }, written)
  }
  const { writeToRunner } = await import('../github/index.ts')
  await writeToRunner(reports.artifacts(pathsOf(written)))
  return reports.exitCode === EXIT.pass ? EXIT.pass : EXIT.fail
}
