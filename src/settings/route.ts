import { given, CLIENTS, DEPTHS, ROUTE_KINDS, effectiveDepth } from '../model/index.ts'
import type { Client, Code, Depth, Route, Secret, SettingProblem } from '../model/index.ts'
import { CLIENT_FACTS } from '../knowledge/clients.ts'
import type { ReadApplication } from './application.ts'
import { otherVariableNotes, readCall, variableOfLibrary } from './application.ts'
import type { Ask } from './ask.ts'
import { readBaseUrl } from './base-url.ts'
import { checkKind, chooseBaseUrl } from './choose-base-url.ts'
import { duration } from './durations.ts'
import { isOwnHost, kindOfHost } from '../knowledge/hosts.ts'
import { readKey, type MissingKeyPolicy } from './key.ts'
import { keyHome, withheldHeaders } from './key-home.ts'
import { fatal, warning, type GivenValue } from './problem.ts'
import {
  readBoolean,
  readChoice,
  readCount,
  readDuration,
  readOwners,
  readPathChecks,
  readPercent,
} from './read.ts'
import type { RouteSettings } from './settings.ts'
import type { SettingsSource } from './sources.ts'
import { checkApiVersion, checkScope, isAzureV1, readText } from './text-checks.ts'

export interface RouteRequest {
  readonly name: string
  readonly ask: Ask
  readonly env: SettingsSource['env']
  readonly readFile: SettingsSource['readFile']
  readonly policy: MissingKeyPolicy
  readonly deadlineMs: number
  /** Only from a config file. */
  readonly keyVariable?: GivenValue
  readonly application?: ReadApplication
  /** Inputs of the step itself, which a settings file cannot change. */
  readonly run: Ask
  /** The run has other services besides this one. */
  readonly several: boolean
}

export interface ReadRoute {
  readonly settings: RouteSettings
  readonly secrets: readonly Secret[]
}

/** One route with every default filled in and everything that is wrong with it. Never throws. */
export function readRoute(request: RouteRequest): ReadRoute {
  const { ask, env, policy } = request
  const problems: SettingProblem[] = []
  const secrets: Secret[] = []
  const keep = <T extends { problems: readonly SettingProblem[]; secrets?: readonly Secret[] }>(
    part: T,
  ): T => {
    problems.push(...part.problems)
    secrets.push(...(part.secrets ?? []))
    return part
  }

  const asked = readChoice(ask, 'route', ['auto', ...ROUTE_KINDS])
  const chosen = keep(chooseBaseUrl(ask, asked, request.application))
  const base = keep(readBaseUrl(chosen.given))
  // OpenAI's own address stands in where there is none, and proves nothing against the route.
  const missing = chosen.problems.some(({ code }) => code === 'config.base_url_missing')
  if (!missing) problems.push(...checkKind(ask.explicit('route'), asked, base.host))
  const kind = asked === 'auto' ? (chosen.azure ? 'azure' : kindOfHost(base.host)) : asked

  const byLibrary = (name: string) => variableOfLibrary(ask, request.application, name)
  const setVersion = ask.any('api-version')
  const givenVersion = setVersion ?? (kind === 'azure' ? byLibrary('AZURE_API_VERSION') : undefined)
  const version = keep(readText(givenVersion))
  const { apiVersion, problems: versionProblems } = checkApiVersion(givenVersion, version.value, {
    kind,
    baseUrl: base.url,
  })
  if (!missing) problems.push(...versionProblems)
  const plainSdk = isAzureV1({ baseUrl: base.url })
  if (kind === 'azure' && base.host !== '' && !plainSdk && givenVersion === undefined) {
    problems.push(noApiVersion(chosen.given))
  }

  problems.push(...otherVariableNotes(ask, request.application, kind))

  const givenModel = ask.any('model')
  const model = keep(readText(givenModel)).value ?? deploymentIn(base.path)
  const organization = scoped('organization')
  const project = scoped('project')

  const azureScope = keep(readText(ask.any('azure-scope'))).value
  const depth = readChoice(ask, 'depth', DEPTHS)
  const client = readChoice(ask, 'client', ['auto', ...CLIENTS])
  const fromFile = chosen.given.from === 'file'
  const withheld = request.several || fromFile ? withheldHeaders(env, base.url) : undefined
  const home = keyHome({ kind, baseUrl: base.url, fromFile }, request.run, env)
  if (home.closed !== undefined) problems.push(closedHost(chosen.given, base.host, home.closed))
  const key = keep(
    readKey({
      ask,
      env,
      readFile: request.readFile,
      policy,
      target: { kind, host: base.host, ownHost: isOwnHost(base.host), client },
      plainSdk,
      depth,
      home,
      baseUrl: base.url,
      ...given({
        ofLibrary: kind === 'azure' ? byLibrary('AZURE_API_KEY') : undefined,
        variable: request.keyVariable,
      }),
    }),
  )
  const times = {
    timeoutMs: readDuration(ask, 'timeout'),
    waitUpToMs: readDuration(ask, 'wait-up-to'),
  }
  const pathChecks = readPathChecks(ask)
  problems.push(...checkTimes({ ...times, pathChecks }, request.deadlineMs, ask))
  const limit = depthLimit(depth, home.closed ?? key.limit, model)
  // Without a request there is no endpoint to choose, and nothing in the checkout to look for.
  const reads = effectiveDepth({ depth, ...given({ depthLimit: limit }) })
  const call = keep(
    readCall(ask, { url: base.url, given: chosen.given }, request.application, {
      depth: reads,
      model,
    }),
  )

  const route: RouteSettings['route'] = {
    name: request.name,
    kind,
    baseUrl: base.url,
    endpoint: call.endpoint,
    stream: call.stream,
    application: call.told,
    ...given({
      model,
      organization,
      project,
      apiVersion,
      azureAuth: key.azureAuth,
      azureCli: key.azureCli,
      azureScope,
    }),
    depth,
    ...given({ depthLimit: limit, applicationTimeoutMs: call.timeoutMs }),
    ...times,
    attempts: readCount(ask, 'attempts'),
    failOn: readOwners(ask, 'fail-on'),
    expiryWarningMs: readDuration(ask, 'expiry-warning'),
    headroomWarning: readPercent(ask, 'headroom-warning'),
    compareDirect: readBoolean(ask, 'compare-direct'),
    ...(pathChecks.length === 0 ? {} : { pathChecks }),
    ...given({ apiKey: key.key, withheldHeaders: withheld }),
  }
  const shape = key.shape === undefined ? {} : { keyShape: key.shape }
  return { settings: { route, client, problems, ...shape }, secrets }

  function scoped(name: 'organization' | 'project'): string | undefined {
    const named = name === 'organization' ? byLibrary('OPENAI_ORGANIZATION') : undefined
    const given = ask.any(name) ?? named
    const { value } = keep(readText(given))
    if (given !== undefined && value !== undefined) {
      problems.push(...checkScope(name, given, value, kind))
    }
    return value
  }
}

/** The shallower of two reasons to stop early, when one is needed at all. */
function depthLimit(
  depth: Depth,
  noKey: string | undefined,
  model: string | undefined,
): Route['depthLimit'] {
  if (depth === 'route') return undefined
  if (noKey !== undefined) return { depth: 'route', because: noKey }
  if (depth === 'auth' || model !== undefined) return undefined
  return { depth: 'auth', because: 'No model was given, so the quota was not tested.' }
}

/** Deployment that stands in the path of a classic Azure base URL. */
function deploymentIn(path: string): string | undefined {
  const name = /\/openai\/deployments\/([^/]+)/.exec(path)?.[1]
  return name === undefined || name.includes('%') ? undefined : name
}

function closedHost(base: GivenValue, host: string, because: string): SettingProblem {
  const fix = `Set the input allow-hosts of this step to ${host} if the workflow means it to get the key.`
  return warning('config.host_not_allowed', base.setting, { message: because, fix }, 'auth')
}

function noApiVersion(base: GivenValue): SettingProblem {
  const message = `${base.name} is the classic endpoint of Azure, and no api-version is set: AzureOpenAI does not start without one.`
  const fix =
    'Set OPENAI_API_VERSION or api-version, for example 2024-10-21, or use the v1 endpoint: https://NAME.openai.azure.com/openai/v1.'
  return fatal('config.api_version_missing', 'api-version', { message, fix })
}

/** Nothing can take longer than the whole run may, and no connection can rest as long. */
function checkTimes(
  { timeoutMs, waitUpToMs, pathChecks }: Pick<Route, 'timeoutMs' | 'waitUpToMs' | 'pathChecks'>,
  deadlineMs: number,
  ask: Ask,
): readonly SettingProblem[] {
  const restMs = pathChecks?.find(({ kind }) => kind === 'idle')?.restMs
  const end = duration(deadlineMs)
  const asked = [
    ['timeout', timeoutMs, timeoutMs > deadlineMs],
    ['wait-up-to', waitUpToMs, waitUpToMs > deadlineMs],
    ['path-checks', restMs ?? 0, restMs !== undefined && restMs >= deadlineMs],
  ] as const
  return asked.flatMap(([name, ms, late]) => {
    const given = ask.explicit(name)
    if (given === undefined || !late) return []
    const [does, fix] =
      name === 'path-checks'
        ? ['lets a connection rest for', `at least ${duration(ms + 30_000)}, or shorten idle`]
        : ['is', `more than ${duration(ms)}, or ${given.name} to less than ${end}`]
    const message = `${given.name} ${does} ${duration(ms)}, and the deadline of the whole run ends it after ${end}.`
    const words = { message, fix: `Set deadline to ${fix}.` }
    return [warning('config.conflict_deadline', given.setting, words)]
  })
}

/** Harmless for Node's SDK, which trims its environment; Python and curl fail on them. */
const TRIMMED_BY_NODE: readonly Code[] = [
  'config.key_has_newline',
  'config.key_has_space',
  'config.base_url_whitespace',
]

/** The route and its problems once it is known which client sends the request. */
export function withClient(
  settings: RouteSettings,
  client: Client,
  clientReason: string,
): { readonly route: Route; readonly problems: readonly SettingProblem[] } {
  const problems = settings.problems.map((problem) =>
    client !== 'node' && TRIMMED_BY_NODE.includes(problem.code)
      ? { ...problem, severity: 'fatal' as const }
      : problem,
  )
  const reason = clientReason + unmeasured(client)
  return { route: { ...settings.route, client, clientReason: reason }, problems }
}

/** The packet says where the rules of a client were read and not run. */
function unmeasured(client: Client): string {
  const { source, documented } = CLIENT_FACTS[client]
  if ('measuredWith' in source) return ''
  const pages = Object.entries(documented).map(([rule, page]) => `${rule}: ${page}`)
  return `; its rules are by its documentation, not measured (${pages.join(', ')})`
}
