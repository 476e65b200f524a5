import { randomUUID } from 'node:crypto'
import { command, maskCommands, writeArtifacts } from '../github/index.ts'
import type { Packet } from '../model/index.ts'
import { createRedactor, oneLine, type Redactor } from '../redaction/index.ts'
import type { Artifact } from '../reports/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import {
  actionSource,
  readSettings,
  yamlFor,
  type Settings,
  type SettingsSource,
} from '../settings/index.ts'
import { readTextFile } from '../settings/sources.ts'
import { crashPacket, crashView } from './crash.ts'
import { debugListener } from './debug.ts'
import { defectOf } from './defects.ts'
import { EXIT } from './exit-code.ts'
import { orderOf } from './order.ts'
import { explainMode, fleetMode } from './other-modes.ts'
import { DOCS_URL, preflightMode, type DoorView, type Told, type ViewOf } from './preflight-mode.ts'
import { unusablePacket } from './unusable.ts'
import { writeNow } from './write-now.ts'

/** Milliseconds that comment and check run may take beyond the deadline, and what they have at least. */
const PUBLISHING_MS = 1000
const LEAST_PUBLISHING_MS = 200

/** The action's door: read, run, write. Outputs are set in every case. Resolves to the exit code. */
export async function runAction(process: NodeJS.Process, signal: AbortSignal): Promise<number> {
  const source = actionSource(process.env)
  let redactor = createRedactor([])
  try {
    const settings = readSettings(source, await yamlFor(source))
    // Before anything else is printed.
    for (const { value } of settings.secrets) writeNow(maskCommands(value.reveal()))
    redactor = createRedactor(
      settings.secrets.map(({ value, what }) => ({ value: value.reveal(), what })),
    )
    const defect = defectOf(process, settings.deadlineMs)
    const told = await Promise.race([runMode(settings, source, signal, redactor), defect])
    const usable = hasOutputs(told)
    const artifacts = usable ? told.artifacts : await tellUnusable(told, source)
    const problems = write(artifacts, settings, source)
    // What could not be used is the annotation already: never two for one cause.
    for (const notice of [...(usable ? told.notices : []), ...problems]) {
      // Names of files and settings are text of others.
      writeNow(`${command('notice', {}, oneLine(redactor.text(notice, 'notice')))}\n`)
    }
    for (const notice of await publishAfterwards(told.artifacts, settings, source, signal)) {
      writeNow(`${command('notice', {}, oneLine(redactor.text(notice, 'notice')))}\n`)
    }
    // 3 and 2 are words of the command line; a step knows failed and not failed.
    return told.exitCode === EXIT.pass ? EXIT.pass : EXIT.fail
  } catch (error) {
    return await tellCrash(error, redactor, source)
  }
}

async function runMode(
  settings: Settings,
  source: SettingsSource,
  signal: AbortSignal,
  redactor: Redactor,
): Promise<Told> {
  const view: ViewOf = (packet) => viewOf(source, packet)
  if (settings.aggregate !== undefined) {
    return fleetMode(settings.aggregate, settings.failOn, describeRuntime(source.env), view)
  }
  const { log, failOn } = settings
  const reading = { json: false, failOn, signal, workspace: source.workspace }
  if (log !== undefined && !asksForMore(source)) return explainMode(log, process.stdin, reading)
  const listen = settings.verbose
    ? debugListener(redactor, (line) => writeNow(`${command('debug', {}, line)}\n`))
    : undefined
  const order = {
    ...orderOf({ settings, source, signal, ...(listen === undefined ? {} : { listen }) }),
    mask: (value: string) => writeNow(maskCommands(value)),
  }
  const told = await preflightMode(order, source, view)
  if (log === undefined) return told
  const explained = await explainMode(log, process.stdin, { ...reading, beside: true })
  return { ...told, artifacts: [...told.artifacts, ...explained.artifacts] }
}

/** `log` alone sends nothing; together with one of these the request is sent as well. */
function asksForMore(source: SettingsSource): boolean {
  return ['api-key', 'base-url', 'model', 'config', 'inside'].some((name) => source.input(name))
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
    commentKey: [env['GITHUB_WORKFLOW'], env['GITHUB_JOB'], env['GITHUB_ACTION']].join(' '),
  }
}

function write(
  artifacts: readonly Artifact[],
  { packetDir }: Pick<Settings, 'packetDir'>,
  { env }: Pick<SettingsSource, 'env'>,
): readonly string[] {
  return writeArtifacts(artifacts, { env, stdout: writeNow, packetDir, random: randomUUID })
}

/** Comment and check run, only where they were asked for. Never throws: the verdict is told. */
async function publishAfterwards(
  artifacts: readonly Artifact[],
  settings: Settings,
  { env }: SettingsSource,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (signal.aborted || (settings.comment === 'never' && !settings.checkRun)) return []
  // The deadline holds for these, too.
  const leftMs = settings.deadlineMs + PUBLISHING_MS - performance.now()
  try {
    const { publish } = await import('../github/publish.ts')
    const world = { env, readFile: readTextFile }
    return await publish(artifacts, settings, world, signal, Math.max(LEAST_PUBLISHING_MS, leftMs))
  } catch (error) {
    const name = error instanceof Error ? error.constructor.name : typeof error
    return [`Comment and check run could not be published (${name}).`]
  }
}

function hasOutputs({ artifacts }: Told): boolean {
  return artifacts.some(({ kind }) => kind === 'output')
}

async function tellUnusable(told: Told, { env }: SettingsSource): Promise<readonly Artifact[]> {
  const { tellWhatCan } = await import('./telling.ts')
  const packet = unusablePacket(describeRuntime(env), oneLine(told.notices.join(' '), 1000))
  return [...told.artifacts, ...tellWhatCan(packet, { failing: true, docsUrl: DOCS_URL })]
}

async function tellCrash(
  error: unknown,
  redactor: Redactor,
  source: SettingsSource,
): Promise<number> {
  const { tellWhatCan } = await import('./telling.ts')
  const packet = crashPacket(describeRuntime(source.env))
  const packetDir = source.env['RUNNER_TEMP'] ?? source.temporaryFolder ?? '.'
  write(
    tellWhatCan(packet, { failing: true, docsUrl: DOCS_URL, crash: crashView(error, redactor) }),
    { packetDir },
    source,
  )
  return EXIT.defect
}
