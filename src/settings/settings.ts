import { given, OCCASIONS, Secret } from '../model/index.ts'
import type { Client, Gate, KeyShape, Occasion, Route, SettingProblem } from '../model/index.ts'
import { askSource, type Ask } from './ask.ts'
import { credentialsIn } from './base-url-text.ts'
import type { Yaml } from './config-document.ts'
import { MISSING_KEY, type MissingKey } from './inputs.ts'
import { noSecretsBecause } from './missing-key.ts'
import { misnamedProblems, unexpandedProblems } from './misnamed.ts'
import { inputPath, packetFolder, packetFolderProblems } from './paths.ts'
import { checkInputs, readBoolean, readChoice, readDuration, readOwners } from './read.ts'
import { configRoutes, singleRoute, type Run } from './routes.ts'
import type { SettingsSource } from './sources.ts'
import { knownSecrets } from './surrounding-secrets.ts'
import { parseOrigin, parseUrl } from './values.ts'

/** A route before it is known which client sends its request, see `withClient`. */
export interface RouteSettings {
  readonly route: Omit<Route, 'client' | 'clientReason'>
  readonly client: 'auto' | Client
  readonly problems: readonly SettingProblem[]
  readonly keyShape?: KeyShape
}

/** Everything that was asked for, defaults filled in, checked. */
export interface Settings {
  /** Empty only when the config file cannot be read; then `problems` says why. */
  readonly routes: readonly RouteSettings[]
  readonly deadlineMs: number
  readonly missingKey: MissingKey
  readonly failOn: readonly Gate[]
  /** Absolute; absent: a new folder of this run, below the temporary folder. */
  readonly packetDir?: string
  readonly comment: Occasion
  /** When the edge of the API is asked which address it sees. */
  readonly egressAddress: Occasion
  readonly checkRun: boolean
  readonly githubToken?: Secret
  /** Absolute, or `-` for standard input. */
  readonly log?: string
  /** Command prefix as it was written. */
  readonly inside?: string
  readonly aggregate?: string
  readonly clientBundle?: string
  readonly browserOrigin?: string
  /** Asked after a failure, without credentials; `GITHUB_API_URL` of the job when not set. */
  readonly controlUrl?: string
  readonly baseline?: string
  /** Name of the artifact that holds the packet of the last good run, where `baseline` asks for that. */
  readonly lastGreen?: string
  readonly verbose: boolean
  /** Of the run as a whole; those of a route stand there. */
  readonly problems: readonly SettingProblem[]
  /** Every value that must never be printed, used or not. */
  readonly secrets: readonly { readonly value: Secret; readonly what: string }[]
}

/** What holds for the run whatever its routes are. */
export type Limits = Pick<Settings, 'deadlineMs' | 'failOn' | 'packetDir'>

/** Reads no file, so that it cannot be kept waiting. Never throws. */
export function readLimits(source: SettingsSource): Limits {
  const ask = askSource(source)
  return {
    deadlineMs: readDuration(ask, 'deadline'),
    failOn: readOwners(ask, 'fail-on'),
    ...given({ packetDir: packetFolder(source, ask) }),
  }
}

/**
 * Reads and checks every setting. Never throws on what people set: what is wrong is data.
 * @param yaml what `yamlFor` gave for this source
 */
export function readSettings(source: SettingsSource, yaml?: Yaml): Settings {
  const ask = askSource(source)
  const unexpanded = unexpandedProblems(source)
  // A mode that was named by a reference is none: the run goes on to say so.
  const expanded = <T>(name: string, value: T): T | undefined =>
    unexpanded.some(({ setting }) => setting === name) ? undefined : value
  const problems = [
    ...unexpanded,
    ...checkInputs(ask),
    ...misnamedProblems(source),
    ...packetFolderProblems(source, ask),
  ]
  const missingKey = readChoice(ask, 'missing-key', MISSING_KEY)
  const noSecrets = missingKey === 'auto' ? noSecretsBecause(source) : undefined
  const limits = readLimits(source)
  const { deadlineMs } = limits
  const policy = {
    missingKey,
    ...given({ noSecrets }),
    ...(source.outputs === true ? { step: true as const } : {}),
  }
  const run: Run = { source, ask, policy, deadlineMs, ...given({ yaml }) }
  const read = ask.explicit('config') === undefined ? singleRoute(run) : configRoutes(run)
  problems.push(...read.problems)
  const token = ask.explicit('github-token')
  const githubToken =
    token === undefined || token.text.startsWith('${{')
      ? undefined
      : new Secret(token.text.trim(), token.name)
  const secrets = [...read.secrets, ...knownSecrets(source.env)]
  if (githubToken !== undefined) secrets.push(githubToken)
  const control = controlUrl(ask)
  const page = ask.explicit('browser-origin')
  const origin = page && parseOrigin(page.text)
  secrets.push(...(control?.secrets ?? []))
  return {
    ...limits,
    routes: read.routes,
    missingKey,
    comment: readChoice(ask, 'comment', OCCASIONS),
    egressAddress: readChoice(ask, 'egress-address', OCCASIONS),
    checkRun: readBoolean(ask, 'check-run'),
    ...given({
      githubToken,
      log: expanded('log', inputPath(source, ask, 'log')),
      inside: expanded('inside', ask.explicit('inside')?.text.trim() || undefined),
      aggregate: expanded('aggregate', inputPath(source, ask, 'aggregate')),
      clientBundle: expanded('client-bundle', inputPath(source, ask, 'client-bundle')),
      browserOrigin: origin !== undefined && 'value' in origin ? origin.value : undefined,
      controlUrl: control?.url,
    }),
    ...baselineOf(source, ask),
    verbose: isVerbose(source),
    problems,
    secrets: distinct(secrets),
  }
}

const LAST_GREEN = /^last-green(?::([\w.-]{1,100}))?$/

/** A file, or the artifact of an earlier run; without a job there is no name to take. */
function baselineOf(source: SettingsSource, ask: Ask): Pick<Settings, 'baseline' | 'lastGreen'> {
  const asked = LAST_GREEN.exec(ask.explicit('baseline')?.text.trim() ?? '')
  if (asked === null) return given({ baseline: inputPath(source, ask, 'baseline') })
  const job = (source.env['GITHUB_JOB'] ?? '').replaceAll(/[^\w.-]/g, '')
  return { lastGreen: asked[1] ?? `openai-preflight-${job}` }
}

/** Where it may be asked, and what in it nobody may see. */
function controlUrl(
  ask: Ask,
): { readonly url?: string; readonly secrets: readonly Secret[] } | undefined {
  const given = ask.any('control-url')
  if (given === undefined) return undefined
  const parsed = parseUrl(given.text)
  return 'value' in parsed
    ? { url: parsed.value, secrets: [] }
    : { secrets: credentialsIn(given, given.text) }
}

/** Step debug of the runner, or `--verbose`. */
function isVerbose(source: SettingsSource): boolean {
  return (
    source.env['ACTIONS_STEP_DEBUG'] === 'true' ||
    source.env['RUNNER_DEBUG'] === '1' ||
    source.input('verbose') === 'true'
  )
}

function distinct(secrets: readonly Secret[]): Settings['secrets'] {
  const seen = new Map<string, Secret>()
  for (const secret of secrets) if (!seen.has(secret.reveal())) seen.set(secret.reveal(), secret)
  return [...seen.values()].map((value) => ({ value, what: value.source }))
}
