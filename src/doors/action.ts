import { getInput } from '@actions/core'
import { mask, tellDebug, tellNotice, writeToRunner } from '../github/index.ts'
import type { Packet } from '../model/index.ts'
import { writeFiles } from '../packets/folder.ts'
import { createRedactor, type Redactor } from '../redaction/index.ts'
import type { Artifact } from '../reports/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import {
  actionSource,
  readLimits,
  readSettings,
  yamlFor,
  type Limits,
  type Settings,
  type SettingsSource,
} from '../settings/index.ts'
import { readTextFile } from '../settings/sources.ts'
import { limitTime } from '../wire/time-limit.ts'
import { defectOf, OutOfTime } from './defects.ts'
import { EXIT } from './exit-code.ts'
import { debugListener, together, watchedBy } from './listening.ts'
import { explainMode, fleetMode, type Unusable } from './other-modes.ts'
import { orderOf, redactorOf } from './order.ts'
import { DOCS_URL, preflightMode, type DoorView, type ViewOf } from './preflight-mode.ts'
import type { Told } from './told.ts'
import { startWatchdog, type Watchdog } from './watchdog.ts'
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
  const source = actionSource(inputOf, process.env)
  const limits = readLimits(source)
  const watchdog = startWatchdog('action', limits)
  let step: Step = { source, signal, watchdog, redactor: createRedactor([]) }
  try {
    watchdog.doing('reading the settings and the files that they name')
    const settings = readSettings(source, await yamlFor(source))
    // Before anything else is printed.
    for (const { value } of settings.secrets) mask(value.reveal())
    step = { ...step, redactor: redactorOf(settings) }
    const told = await Promise.race([
      runMode(settings, step, process),
      defectOf(process, settings.deadlineMs),
    ])
    const artifacts = await deliver(told, limits, step)
    // The verdict is told: nothing that happens from here on can change it.
    await publishAfterwards(artifacts, settings, step)
    return stepCode(told)
  } catch (error) {
    const told = await toldOf(error, limits, step)
    await deliver(told, limits, step)
    return stepCode(told)
  }
}

/** 3 and 2 are words of the command line; a step knows failed, not failed, and a defect of ours. */
function stepCode({ exitCode }: Told): number {
  return exitCode === EXIT.pass || exitCode === EXIT.defect ? exitCode : EXIT.fail
}

/** What ended a run without a verdict of its own. */
async function toldOf(error: unknown, { failOn }: Limits, step: Step): Promise<Told> {
  const runtime = describeRuntime(step.source.env)
  if (error instanceof OutOfTime) {
    const { toldOutOfTime } = await import('./out-of-time.ts')
    return toldOutOfTime(step.watchdog.last(), failOn, runtime, { docsUrl: DOCS_URL })
  }
  const { toldCrash } = await import('./told.ts')
  return toldCrash(error, step.redactor, runtime, { failing: true, docsUrl: DOCS_URL })
}

/** An empty input says something (`fail-on: ''`), one that is not there does not; the toolkit gives '' for both. */
function inputOf(name: string): string | undefined {
  const given = process.env[`INPUT_${name.toUpperCase()}`] !== undefined
  return given ? getInput(name, { trimWhitespace: false }) : undefined
}

async function runMode(
  settings: Settings,
  { source, signal, redactor, watchdog }: Step,
  { stdin }: NodeJS.Process,
): Promise<Told> {
  const { aggregate, log, failOn, deadlineMs } = settings
  const runtime = describeRuntime(source.env)
  const view: ViewOf = (packet) => viewOf(source, packet)
  if (aggregate !== undefined) {
    watchdog.doing('reading the packets of the folder')
    return usable(await fleetMode(aggregate, { failOn, deadlineMs }, runtime, signal, view), source)
  }
  const limit = limitTime(deadlineMs - EXPLAINING_MS - performance.now(), signal)
  const reading = { json: false, failOn, signal: limit.signal, workspace: source.workspace }
  try {
    if (log !== undefined && !asksForMore(source)) {
      watchdog.doing('reading the log')
      return await usable(await explainMode(log, stdin, reading), source)
    }
    watchdog.doing('looking at the checkout')
    const debug = settings.verbose ? debugListener(redactor, tellDebug) : undefined
    const listen = together(watchedBy(watchdog), debug)
    const order = { ...orderOf({ settings, source, signal, listen }), mask }
    const told = await preflightMode(order, source, view)
    if (log === undefined) return told
    watchdog.doing('reading the log')
    return beside(told, await explainMode(log, stdin, { ...reading, beside: true }))
  } finally {
    limit.stop()
  }
}

/** `log` alone sends nothing; together with one of these the request is sent as well. */
function asksForMore(source: SettingsSource): boolean {
  return ['api-key', 'base-url', 'model', 'config', 'inside'].some((name) => source.input(name))
}

/** What cannot be used is a verdict, too: a step has its outputs in every case. */
async function usable(told: Told | Unusable, { env }: SettingsSource): Promise<Told> {
  if (!('fix' in told)) return told
  const { toldUnusable } = await import('./told.ts')
  return toldUnusable(told, describeRuntime(env), { failing: true, docsUrl: DOCS_URL })
}

/** A log told beside a run; one that cannot be read is a sentence, and the route was tested all the same. */
function beside(told: Told, explained: Told | Unusable): Told {
  if ('fix' in explained) {
    return { ...told, notices: [...told.notices, `${explained.message} ${explained.fix}`] }
  }
  return {
    ...told,
    files: [...told.files, ...explained.files],
    tell: (paths) => [...told.tell(paths), ...explained.tell(paths)],
    notices: [...told.notices, ...explained.notices],
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
    ...(step === undefined ? {} : { step }),
    ...(known ? { runUrl: `${server}/${repository}/actions/runs/${run}` } : {}),
    terminal: JOB_LOG,
    commentKey: [env['GITHUB_WORKFLOW'], env['GITHUB_JOB'], env['GITHUB_ACTION']].join(' '),
  }
}

/** Files first: everything else names only those that are there. Returns what else can be published. */
async function deliver(
  told: Told,
  { packetDir }: Limits,
  { redactor, watchdog }: Step,
): Promise<readonly Artifact[]> {
  const { pathsOf } = await import('./told.ts')
  await watchdog.claim(stepCode(told))
  const written = writeFiles(packetDir, told.files)
  const artifacts = told.tell(pathsOf(written))
  const problems = await writeToRunner(artifacts)
  // Names of files and settings are text of others.
  for (const notice of [...told.notices, ...written.problems, ...problems]) {
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
