import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import {
  command,
  findStep,
  headCommitOf,
  maskCommands,
  publishCheckRun,
  publishComment,
  pullRequestOf,
  writeArtifacts,
  type ApiDoor,
} from '../github/index.ts'
import { createRedactor, type Redactor } from '../redaction/index.ts'
import type { Artifact, ReportView } from '../reports/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import {
  actionSource,
  readSettings,
  type Settings,
  type SettingsSource,
} from '../settings/index.ts'
import { readTextFile } from '../settings/sources.ts'
import { listenForCancellation } from './cancellation.ts'
import { crashPacket, crashView } from './crash.ts'
import { debugListener } from './debug.ts'
import { EXIT } from './exit-code.ts'
import { orderOf } from './order.ts'
import { explainMode, fleetMode } from './other-modes.ts'
import { DOCS_URL, preflightMode, tellAll, type Told } from './preflight-mode.ts'

/** One call to the GitHub API may take this long; a comment must not outlast the deadline by more. */
const API_TIMEOUT_MS = 5000
const CHECK_NAME = 'OpenAI preflight'

/** The action's door: read, run, write. Outputs are set in every case. Resolves to the exit code. */
export async function runAction(process: NodeJS.Process): Promise<number> {
  const source = actionSource(process.env)
  const { signal, release } = listenForCancellation(process)
  let redactor = createRedactor([])
  try {
    const settings = readSettings(source)
    // Before anything else is printed.
    for (const { value } of settings.secrets) print(maskCommands(value.reveal()))
    redactor = createRedactor(
      settings.secrets.map(({ value, what }) => ({ value: value.reveal(), what })),
    )
    const view = viewOf(source)
    const told = await runMode(settings, source, signal, redactor, view)
    const problems = write(told.artifacts, settings, source)
    for (const notice of [...told.notices, ...problems]) print(`${command('notice', {}, notice)}\n`)
    if (!signal.aborted) await publish(told.artifacts, settings, source, signal)
    // 3 and 2 are words of the command line; a step knows failed and not failed.
    return told.exitCode === EXIT.pass ? EXIT.pass : EXIT.fail
  } catch (error) {
    return tellCrash(error, redactor, source)
  } finally {
    release()
  }
}

async function runMode(
  settings: Settings,
  source: SettingsSource,
  signal: AbortSignal,
  redactor: Redactor,
  view: Omit<ReportView, 'failing' | 'docsUrl'>,
): Promise<Told> {
  if (settings.aggregate !== undefined) {
    return fleetMode(settings.aggregate, settings.failOn, describeRuntime(source.env), view)
  }
  if (settings.log !== undefined && !asksForMore(source)) {
    const { failOn } = settings
    const { workspace } = source
    return explainMode(settings.log, process.stdin, { json: false, failOn, signal, workspace })
  }
  const listen = settings.verbose
    ? debugListener(redactor, (line) => print(`${command('debug', {}, line)}\n`))
    : undefined
  const order = orderOf({ settings, source, signal, ...(listen === undefined ? {} : { listen }) })
  const told = await preflightMode(order, view)
  if (settings.log === undefined) return told
  const { failOn } = settings
  const { workspace } = source
  const explained = await explainMode(settings.log, process.stdin, {
    json: false,
    failOn,
    signal,
    workspace,
  })
  return { ...told, artifacts: [...told.artifacts, ...explained.artifacts] }
}

/** `log` alone sends nothing; together with one of these the request is sent as well. */
function asksForMore(source: SettingsSource): boolean {
  return ['api-key', 'base-url', 'model', 'config', 'inside'].some((name) => source.input(name))
}

function viewOf({ env }: SettingsSource): Omit<ReportView, 'failing' | 'docsUrl'> {
  const step = findStep(env, readTextFile)
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
  return writeArtifacts(artifacts, { env, stdout: print, packetDir, random: randomUUID })
}

/** Comment and check run, only where they were asked for; a refusal is a notice, never a failure. */
async function publish(
  artifacts: readonly Artifact[],
  settings: Settings,
  { env }: SettingsSource,
  signal: AbortSignal,
): Promise<void> {
  const { comment, checkRun, githubToken } = settings
  if (comment === 'never' && !checkRun) return
  if (githubToken === undefined) {
    print(`${command('notice', {}, 'comment and check-run need github-token.')}\n`)
    return
  }
  const door: ApiDoor = { env, token: githubToken.reveal(), timeoutMs: API_TIMEOUT_MS, signal }
  for (const artifact of artifacts) {
    const published =
      artifact.kind === 'comment'
        ? await publishComment(artifact, comment, pullRequestOf(env, readTextFile), door)
        : artifact.kind === 'check-run' && checkRun
          ? await publishCheckRun(artifact, CHECK_NAME, headCommitOf(env, readTextFile), door)
          : undefined
    if (published?.notice !== undefined) print(`${command('notice', {}, published.notice)}\n`)
  }
}

function tellCrash(error: unknown, redactor: Redactor, source: SettingsSource): number {
  const packet = crashPacket(describeRuntime(source.env))
  const packetDir = source.env['RUNNER_TEMP'] ?? source.temporaryFolder ?? '.'
  write(
    tellAll(packet, { failing: true, docsUrl: DOCS_URL, crash: crashView(error, redactor) }),
    { packetDir },
    source,
  )
  return EXIT.defect
}

/** Standard output, synchronously: what is printed at exit must not be lost in a pipe. */
function print(text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(1, bytes, written)
    } catch (error) {
      // A full pipe that the runner has not read yet; anything else has no one left to tell.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return
    }
  }
}
