import { getInput } from '@actions/core'
import { mask, tellDebug, tellNotice, writeToRunner } from '../github/index.ts'
import { given, type Packet } from '../model/index.ts'
import { writeFiles } from '../packets/folder.ts'
import type { JobToken } from '../probes/entra/index.ts'
import { createRedactor, type Redactor } from '../redaction/index.ts'
import type { Artifact } from '../reports/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import type { Limits, Settings, SettingsSource } from '../settings/index.ts'
import { actionSource, readLimits, readSettings, yamlFor } from '../settings/index.ts'
import { readTextFile } from '../settings/sources.ts'
import { limitTime } from '../wire/time-limit.ts'
import { defectOf, OutOfTime } from './defects.ts'
import { watchdogFor, type Watchdog } from './watchdog.ts'
import { EXIT } from './exit-code.ts'
import { apartIn, OF_A_RUN } from './apart.ts'
import { debugListener, together, watchedBy } from './listening.ts'
import { explainMode } from './explain.ts'
import { fleetMode } from './other-modes.ts'
import type { Unusable } from './say.ts'
import { orderOf, redactorOf, sendsNothing } from './order.ts'
import { DOCS_URL, preflightMode, type DoorView, type ViewOf } from './preflight-mode.ts'
import type { RunReports } from './run-reports.ts'
import { writeWhole } from './write-now.ts'

/** Milliseconds that comment and check run may take beyond the deadline, and what they have at least. */
const PUBLISHING_MS = 1000
const LEAST_PUBLISHING_MS = 200
/** Milliseconds kept of the deadline for telling what a log holds. */
const EXPLAINING_MS = 500

/** The log of a job folds groups, shows colours and breaks long lines by itself. */
const JOB_LOG = { width: 140, colour: true, folds: true }

/** What the parts of the story share. */
interface Step {
  readonly source: SettingsSource
  readonly signal: AbortSignal
  readonly redactor: Redactor
  readonly watchdog: Watchdog
}

/** The action's door: read, run, write. Outputs are set in every case. Resolves to the exit code. */
export async function runAction(process: NodeJS.Process, signal: AbortSignal): Promise<number> {
  writeWhole(process.stdout)
  const source = actionSource(inputOf, process.env, () => watchdog.guard())
  const limits = readLimits(source)
  const watchdog = watchdogFor('action', limits)
  let step: Step = { source, signal, watchdog, redactor: createRedactor([]) }
  try {
    watchdog.doing('reading the settings and the files that they name')
    const settings = readSettings(source, await yamlFor(source))
    // Before anything else is printed.
    for (const { value } of settings.secrets) mask(value.reveal())
    step = { ...step, redactor: redactorOf(settings) }
    const reports = await Promise.race([
      runMode(settings, step, process),
      defectOf(process, settings.deadlineMs),
    ])
    const artifacts = await deliver(reports, limits, step)
    // The verdict is told: nothing that happens from here on can change it.
    await publishAfterwards(artifacts, settings, step)
    return stepCode(reports)
  } catch (error) {
    const reports = await reportsOf(error, limits, step)
    await deliver(reports, limits, step)
    return stepCode(reports)
  }
}

/** Loaded only where a job signs in with its own token. */
const jobToken: JobToken = async (...asked) => {
  const { toolkitToken } = await import('./id-token.ts')
  return toolkitToken(...asked)
}

/** 3 and 2 are words of the command line; a step knows failed, not failed, and a defect of ours. */
function stepCode({ exitCode }: RunReports): number {
  return exitCode === EXIT.pass || exitCode === EXIT.defect ? exitCode : EXIT.fail
}

/** What ended a run without a verdict of its own. */
async function reportsOf(error: unknown, { failOn }: Limits, step: Step): Promise<RunReports> {
  const runtime = describeRuntime(step.source.env)
  if (error instanceof OutOfTime) {
    const { outOfTimeReports } = await import('./out-of-time.ts')
    return outOfTimeReports(step.watchdog.last(), failOn, runtime, { docsUrl: DOCS_URL })
  }
  const { crashReports } = await import('./run-reports.ts')
  return crashReports(error, step.redactor, runtime, { failing: true, docsUrl: DOCS_URL })
}

/** An empty input says something (`fail-on: ''`), one that is not there does not; the toolkit gives '' for both. */
function inputOf(name: string): string | undefined {
  const given = process.env[`INPUT_${name.toUpperCase()}`] !== undefined
  return given ? getInput(name, { trimWhitespace: false }) : undefined
}

async function runMode(
  settings: Settings,
  { source, signal, redactor, watchdog }: Step,
  process: NodeJS.Process,
): Promise<RunReports> {
  const { aggregate, log, failOn, deadlineMs } = settings
  if (!sendsNothing(settings)) watchdog.guard()
  const runtime = describeRuntime(source.env)
  const view: ViewOf = (packet) => viewOf(source, packet)
  const apart = apartIn(source)
  if (apart !== undefined) return usable(apart, source)
  if (aggregate !== undefined) {
    watchdog.doing('reading the packets of the folder')
    return usable(await fleetMode(aggregate, { failOn, deadlineMs }, runtime, signal, view), source)
  }
  const limit = limitTime(deadlineMs - EXPLAINING_MS - performance.now(), signal)
  const reading = { json: false, failOn, signal: limit.signal, workspace: source.workspace }
  try {
    if (log !== undefined && !asksForMore(source)) {
      watchdog.doing('reading the log')
      return await usable(await explainMode(log, process, reading), source)
    }
    watchdog.doing('looking at the checkout')
    const debug = settings.verbose ? debugListener(redactor, tellDebug) : undefined
    const listen = together(watchedBy(watchdog), debug)
    const order = { ...orderOf({ settings, source, signal, listen }), mask, jobToken }
    const reports = await preflightMode(order, source, view)
    if (log === undefined) return reports
    watchdog.doing('reading the log')
    return beside(reports, await explainMode(log, process, { ...reading, beside: true }))
  } finally {
    limit.stop()
  }
}

const ASKING = ['api-key', 'base-url', 'model', 'config', ...OF_A_RUN]

/** `log` alone sends nothing; together with one of these the request is sent as well. */
function asksForMore(source: SettingsSource): boolean {
  return ASKING.some((name) => source.input(name))
}

/** What cannot be used is a verdict, too: a step has its outputs in every case. */
async function usable(
  reports: RunReports | Unusable,
  { env }: SettingsSource,
): Promise<RunReports> {
  if (!('fix' in reports)) return reports
  const { unusableReports } = await import('./run-reports.ts')
  return unusableReports(reports, describeRuntime(env), { failing: true, docsUrl: DOCS_URL })
}

/** A log told beside a run; one that cannot be read is a sentence, and the route was tested all the same. */
function beside(reports: RunReports, explained: RunReports | Unusable): RunReports {
  if ('fix' in explained) {
    return { ...reports, notices: [...reports.notices, `${explained.message} ${explained.fix}`] }
  }
  return {
    ...reports,
    files: [...reports.files, ...explained.files],
    artifacts: (paths) => [...reports.artifacts(paths), ...explained.artifacts(paths)],
    notices: [...reports.notices, ...explained.notices],
  }
}

/** What the reports say of the job. The step is looked for only where something will point to it. */
async function viewOf({ env }: SettingsSource, { verdict, routes }: Packet): Promise<DoorView> {
  const silent =
    verdict.verdict === 'pass' && routes.every((route) => route.verdict.also.length === 0)
  const step = silent
    ? undefined
    : (await import('../github/step-location.ts')).findStep(env, readTextFile)
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  const known = server !== undefined && repository !== undefined && run !== undefined
  return {
    ...given({ step }),
    ...(known ? { runUrl: `${server}/${repository}/actions/runs/${run}` } : {}),
    terminal: JOB_LOG,
    commentKey: [env['GITHUB_WORKFLOW'], env['GITHUB_JOB'], env['GITHUB_ACTION']].join(' '),
  }
}

/** Files first: everything else names only those that are there. Returns what else can be published. */
async function deliver(
  reports: RunReports,
  { packetDir }: Limits,
  { redactor, watchdog }: Step,
): Promise<readonly Artifact[]> {
  const { pathsOf } = await import('./run-reports.ts')
  await watchdog.claim(stepCode(reports))
  const written = writeFiles(packetDir, reports.files)
  const artifacts = reports.artifacts(pathsOf(written))
  const problems = await writeToRunner(artifacts)
  // Names of files and settings are text of others.
  for (const notice of [...reports.notices, ...written.problems, ...problems]) {
    tellNotice(redactor.text(notice, 'notice'))
  }
  return artifacts
}

/** Comment and check run, only where they were asked for. Never throws. */
async function publishAfterwards(
  artifacts: readonly Artifact[],
  settings: Settings,
  { source: { env }, signal, redactor }: Step,
): Promise<void> {
  if (signal.aborted || (settings.comment === 'never' && !settings.checkRun)) return
  // The deadline holds for these, too.
  const leftMs = settings.deadlineMs + PUBLISHING_MS - performance.now()
  try {
    const { publish } = await import('../github/publish.ts')
    const world = { env, readFile: readTextFile }
    const wait = Math.max(LEAST_PUBLISHING_MS, leftMs)
    for (const notice of await publish(artifacts, settings, world, signal, wait)) {
      tellNotice(redactor.text(notice, 'notice'))
    }
  } catch (error) {
    const name = error instanceof Error ? error.constructor.name : typeof error
    tellNotice(`Comment and check run could not be published (${name}).`)
  }
}
