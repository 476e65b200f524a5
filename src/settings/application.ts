import type { Application, ApplicationCall } from '../application/index.ts'
import {
  ALL_BASE_URL_VARIABLES,
  BASE_URL_VARIABLES,
  OTHER_VARIABLES,
} from '../application/index.ts'
import type {
  Depth,
  Endpoint,
  ReadValue,
  Route,
  RouteApplication,
  RouteKind,
  SettingProblem,
} from '../model/index.ts'
import { entryOf, given, CONVERSING, ENDPOINTS, effectiveDepth, exactly } from '../model/index.ts'
import type { Ask } from './ask.ts'
import { warning, type GivenValue } from './problem.ts'
import { readChoice } from './read.ts'
import type { RouteSettings } from './settings.ts'

export type ReadApplication = () => Application

/** Where nothing in the checkout calls a model API: what the SDK's own documentation starts with. */
const DEFAULT_ENDPOINT: Endpoint = 'responses'
const NOTHING_READ = 'default'

/** The endpoint family and the stream of the real request, and what the application says of both. */
export function readCall(
  ask: Ask,
  base: { readonly url: string; readonly given: GivenValue },
  checkout: ReadApplication | undefined,
  reads: { readonly depth: Depth; readonly model: string | undefined },
): {
  readonly endpoint: Endpoint
  readonly stream: boolean
  readonly told: RouteApplication
  /** How long the application's own call waits, milliseconds. */
  readonly timeoutMs?: number
  readonly problems: readonly SettingProblem[]
} {
  const endpointAsked = readChoice(ask, 'endpoint', ['auto', ...ENDPOINTS])
  const streamAsked = readChoice(ask, 'stream', ['auto', 'true', 'false'])
  const decided = isDecided(ask, base.given)
  const application = decided ? undefined : checkout
  const found = reads.depth === 'request' ? application?.() : undefined
  const families = found?.families ?? []
  const call = families.find(({ endpoint }) => endpoint === endpointAsked) ?? families[0]
  const endpoint = endpointAsked === 'auto' ? (call?.endpoint ?? DEFAULT_ENDPOINT) : endpointAsked
  const own = call?.endpoint === endpoint ? call : undefined
  const stream = streamAsked === 'auto' ? own?.stream === true : streamAsked === 'true'
  const others = found?.families.filter((one) => one.endpoint !== endpoint) ?? []
  const from = base.given.from === 'default' ? NOTHING_READ : base.given.name
  const told: RouteApplication = {
    ...toldOf(ask, { endpoint, stream, call: own }),
    baseUrl: { value: base.url, from },
    others: others.map((one) => ({ value: one.endpoint, from: placeOf(one) })),
    ...given({
      otherModels: otherModels(application, reads),
      limit: decided && checkout !== undefined ? NOT_READ : found?.limit,
    }),
  }
  const timeout = given({ timeoutMs: own?.timeout?.ms })
  return { endpoint, stream, told, ...timeout, problems: differingHost(ask, own, base) }
}

/** What a call of the checkout says of the request, each with its place. */
function toldOf(
  ask: Ask,
  of: {
    readonly endpoint: Endpoint
    readonly stream: boolean
    readonly call: ApplicationCall | undefined
  },
): Omit<RouteApplication, 'baseUrl' | 'others'> {
  const { model, timeout, stream } = of.call ?? {}
  const streaming = stream === undefined ? undefined : of.call
  return {
    endpoint: { value: of.endpoint, from: fromOf(ask, 'endpoint', of.call) },
    stream: { value: String(of.stream), from: fromOf(ask, 'stream', streaming) },
    ...given({
      model: model && { value: plain(model.value), from: placeOf(model) },
      timeout: timeout && { value: exactly(timeout.ms), from: placeOf(timeout) },
    }),
  }
}

/** Why a checkout was not looked at: it takes up to 1.5 s, and nothing was left to it. */
const NOT_READ = 'not read: endpoint, stream, base-url and client are set'

function isDecided(ask: Ask, base: GivenValue): boolean {
  const set = (['endpoint', 'stream', 'client'] as const).every((name) => {
    const given = ask.explicit(name)?.text.trim() ?? 'auto'
    return given !== '' && given !== 'auto'
  })
  return set && (base.from === 'input' || base.from === 'file')
}

/**
 * The route once more for each other family that the application calls, to the same host with the
 * same key; nothing where an endpoint was set, or where no request is sent. A model is the one that
 * was set, or a literal of that very call; a family without either stays listed in `others`.
 */
export function withOtherFamilies(
  settings: RouteSettings,
  ask: Ask,
  application: ReadApplication | undefined,
): readonly RouteSettings[] {
  const { route } = settings
  const { application: told } = route
  const set = readChoice(ask, 'endpoint', ['auto', ...ENDPOINTS]) !== 'auto'
  if (set || told === undefined || effectiveDepth(route) !== 'request') return [settings]
  const streamAsked = readChoice(ask, 'stream', ['auto', 'true', 'false'])
  const { applicationTimeoutMs: _other, pathChecks: _once, ...shared } = route
  const sides = (application?.().families ?? []).flatMap((call): readonly RouteSettings[] => {
    const { endpoint } = call
    const model = modelFor(call, route)
    if (endpoint === route.endpoint || model === undefined) return []
    const stream = streamAsked === 'auto' ? call.stream === true : streamAsked === 'true'
    const own = toldOf(ask, { endpoint, stream, call })
    return [
      {
        ...settings,
        problems: settings.problems.filter(({ severity }) => severity === 'fatal'),
        route: {
          ...shared,
          name: endpoint,
          endpoint,
          stream,
          model,
          ...given({ applicationTimeoutMs: call.timeout?.ms }),
          application: { ...own, baseUrl: told.baseUrl, others: [] },
        },
      },
    ]
  })
  const probed = new Set<string>(sides.map((side) => side.route.endpoint))
  const others = told.others.filter(({ value }) => !probed.has(value))
  const main = { ...settings, route: { ...route, application: { ...told, others } } }
  return [main, ...sides]
}

function modelFor(
  call: ApplicationCall,
  { endpoint, model }: Pick<Route, 'endpoint' | 'model'>,
): string | undefined {
  if (CONVERSING.includes(endpoint) && CONVERSING.includes(call.endpoint)) return model
  const written = call.model?.literal === true ? call.model.value : undefined
  return written !== undefined && /^[\w.:/@-]{1,128}$/.test(written) ? written : undefined
}

function fromOf(ask: Ask, name: 'endpoint' | 'stream', call: ApplicationCall | undefined): string {
  const given = ask.explicit(name)
  if (given !== undefined && given.text.trim() !== 'auto') return given.name
  return call === undefined ? NOTHING_READ : placeOf(call)
}

function placeOf({ file, line }: Pick<ApplicationCall, 'file' | 'line'>): string {
  return plain(`${file}:${String(line)}`)
}

/** Models that are listed beside the one that is asked for. */
const MOST_MODELS = 10

/** Names of models that stand in the calls of the checkout, besides the one that this route asks for. */
function otherModels(
  application: ReadApplication | undefined,
  { depth, model }: { readonly depth: Depth; readonly model: string | undefined },
): readonly ReadValue[] | undefined {
  if (depth === 'route') return undefined
  const named = new Map<string, ReadValue>()
  for (const { model: told } of application?.().calls ?? []) {
    if (told?.literal !== true || told.value === model || !MODEL_NAME.test(told.value)) continue
    const from = placeOf(told)
    if (!named.has(told.value)) named.set(told.value, { value: told.value, from })
  }
  return named.size === 0 ? undefined : [...named.values()].slice(0, MOST_MODELS)
}

/** As APIs name models; a stranger's text may be anything. */
const MODEL_NAME = /^[\w][\w.:/@-]{1,99}$/

/** Names and values of a checkout are a stranger's text. */
function plain(text: string): string {
  return text.replaceAll(/[^\w.+:$@/ ()[\]-]/g, '?').slice(0, 120)
}

/** `settings.llm_base_url`, `builder.Configuration["Llm:Endpoint"]`: not a type, and no call. */
const HELD_ELSEWHERE = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$|\bConfiguration\[/

/**
 * A host that stands in the source is compared and told; it never decides where a key goes. Only the
 * workflow and the environment do (SECURITY.md).
 */
function differingHost(
  ask: Ask,
  call: ApplicationCall | undefined,
  base: { readonly url: string; readonly given: GivenValue },
): readonly SettingProblem[] {
  const written = call?.baseUrl
  if (written === undefined || base.given.from === 'input' || base.given.from === 'file') return []
  const { value, literal, env = '', fallback } = written
  if (base.given.name === env) return []
  const place = placeOf(written)
  const ours = URL.parse(base.url)?.host
  if (ours === undefined) return []
  const differs = (where: string, fix: string, is = 'may be'): readonly SettingProblem[] => {
    const message = `${place} ${where} this run tests ${ours}: it ${is} another route than the application's.`
    return [warning('config.base_url_differs', base.given.setting, { message, fix })]
  }
  const takes = 'takes the base URL of its client from'
  if (!literal && env === '') {
    // Where the job names an address, it may well be the one that these settings hold.
    if (base.given.from !== 'default' || !HELD_ELSEWHERE.test(value)) return []
    const fix = 'Set base-url to the address that the application calls.'
    return differs(`${takes} ${plain(value)}, which this run cannot read, and`, fix)
  }
  const text = literal ? value : ask.variable(env)?.text
  if (text === undefined) {
    if (fallback === true) return []
    const fix = `Set ${env} in this step as in the deployed application, and base-url to the same address.`
    return differs(`${takes} ${env}, which is not set in this step;`, fix)
  }
  const theirs = URL.parse(text)?.host
  if (theirs === undefined || theirs === ours) return []
  if (!literal) {
    const fix = `Set base-url to the value of ${env}.`
    return differs(`${takes} ${env}, which is ${theirs} here, and`, fix, 'is')
  }
  const fix = `Set base-url to the address in ${place} if the deployed application uses it.`
  return differs(`gives its client the base URL of ${theirs}, and`, fix)
}

/**
 * The base URL in the environment, as the library of the application reads it, and a note for each
 * variable that is set and that this library does not read.
 */
export function baseUrlVariable(
  ask: Ask,
  application: ReadApplication | undefined,
): { readonly given: GivenValue | undefined; readonly problems: readonly SettingProblem[] } {
  const set = ALL_BASE_URL_VARIABLES.flatMap((name) => ask.variable(name) ?? [])
  // The checkout is read only where there is something to decide.
  const read = set.length === 0 ? undefined : application?.()
  const library = read?.library
  const written = read?.families[0]?.baseUrl?.env
  const reads = [
    // What the source itself hands to its client comes before what the library would look up.
    ...ALL_BASE_URL_VARIABLES.filter((name) => name === written),
    ...(read?.variables ?? []),
    ...(entryOf(BASE_URL_VARIABLES, library ?? 'openai')?.variables ?? ['OPENAI_BASE_URL']),
  ]
  const given = reads.flatMap((name) => ask.variable(name) ?? [])[0]
  const unread = set.filter(
    ({ name, text }) => !reads.includes(name) && text.trim() !== given?.text.trim(),
  )
  return { given, problems: unread.map((one) => unreadNote(one, library, given)) }
}

function unreadNote(
  unread: GivenValue,
  library: string | undefined,
  given: GivenValue | undefined,
): SettingProblem {
  const readers = Object.entries(BASE_URL_VARIABLES).flatMap(([name, { variables }]) =>
    variables.includes(unread.name) ? [name] : [],
  )
  const who = library ?? 'the OpenAI SDK'
  const taken = given === undefined ? "OpenAI's own address" : given.name
  const message = `${unread.name} is set, and ${who} does not read it (${someOf(readers)}); this run tests ${taken}.`
  const fix = `Set base-url to the address that the application calls, or remove ${unread.name} from this job.`
  return warning('config.base_url_variable_unread', unread.setting, { message, fix })
}

/** The first of a list that would tire a reader: `langchain does`, `a, b, c and 2 others do`. */
function someOf(names: readonly string[]): string {
  const others = names.length - 3
  if (others > 1) return `${names.slice(0, 3).join(', ')} and ${String(others)} others do`
  return `${names.join(', ')} ${names.length === 1 ? 'does' : 'do'}`
}

/** A variable that only some libraries read, where the application's is one of them. */
export function variableOfLibrary(
  ask: Ask,
  application: ReadApplication | undefined,
  name: string,
): GivenValue | undefined {
  const given = ask.variable(name)
  const row = OTHER_VARIABLES.find((one) => one.name === name)
  // The checkout is read only where there is something to decide.
  if (given === undefined || row?.followed !== true) return undefined
  return row.libraries.includes(application?.().library ?? '') ? given : undefined
}

/** Every variable of such a library that is set and that this run does not act on, with the reason. */
export function otherVariableNotes(
  ask: Ask,
  application: ReadApplication | undefined,
  route: RouteKind,
): readonly SettingProblem[] {
  return OTHER_VARIABLES.flatMap(({ name, means, libraries, followed }) => {
    const given = ask.variable(name)
    if (given === undefined) return []
    const library = application?.().library ?? 'openai'
    if (!libraries.includes(library)) {
      const readers = libraries.length === 0 ? 'no library known here does' : someOf(libraries)
      const message = `${name} is set, and ${library === 'openai' ? 'the OpenAI SDK' : library} does not read it (${readers}).`
      const fix = `Remove ${name} from this job, or set the input of the same meaning (${means}).`
      return [warning('config.variable_unread', given.setting, { message, fix })]
    }
    const agrees =
      name === 'OPENAI_API_TYPE' && given.text.startsWith('azure') === (route === 'azure')
    if (followed || agrees) return []
    const message = `${name} is set, and ${library} reads it (${means}); this run does not.`
    const fix =
      name === 'OPENAI_PROXY'
        ? 'Set HTTPS_PROXY of this step to the same proxy, so that the preflight takes the path of the application.'
        : `Set base-url, route and api-key of this step to what ${library} makes of ${name}.`
    return [warning('config.variable_not_followed', given.setting, { message, fix })]
  })
}
