import { setTimeout as pause } from 'node:timers/promises'
import { allClientPaths, detectClient, otherWay, wayOut } from '../egress/index.ts'
import type { Checkout, DetectedClient, EgressQuestion, FoundCall } from '../egress/index.ts'
import { clientsOf } from '../application/index.ts'
import { blocked, blockedResult } from './blocked.ts'
import type { RouteRun, RouteResult, World } from './route-run.ts'
import type {
  AnyObservation,
  EgressPlan,
  Packet,
  Route,
  Runtime,
  SettingProblem,
} from '../model/index.ts'
import { given, effectiveDepth } from '../model/index.ts'
import { buildPacket } from './packet.ts'
import { createRedactor, type PlantedSecret } from '../redaction/index.ts'
import { withClient, type RouteSettings, type Settings } from '../settings/index.ts'
import type { JobToken } from '../probes/entra/index.ts'
import { chooseSignIn } from '../probes/entra/sign-in.ts'
import { VERSIONS } from '../versions.ts'
import { systemResolve, type Resolve } from '../wire/lookup.ts'
import type { Listener } from '../wire/recorder.ts'

/** What a door hands over: the settings, and the world in which to act. */
export interface Order {
  readonly settings: Settings
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly runtime: Runtime
  /** Manifests and lock files of the checkout: the client, and the library that it uses. */
  readonly checkout: () => Checkout
  readonly readFile: (path: string) => string | undefined
  readonly listFolder: (path: string) => readonly string[] | undefined
  /** Absolute: what relative paths start from. */
  readonly workspace: string
  /** Aborts on cancellation. */
  readonly signal: AbortSignal
  readonly listen?: Listener
  /** Observations that were made beside the road, e.g. of the front-end bundle. */
  readonly before?: readonly AnyObservation[]
  /** Milliseconds that this process has spent before: the deadline counts from its start. */
  readonly startedMs?: number
  /** Instead of the machine's resolver and roots: for the demo and for tests. */
  readonly resolve?: Resolve
  readonly extraRoots?: readonly string[]
  readonly directBaseUrl?: string
  /** Masks a secret that is learnt on the way, before anything of it can be printed. */
  readonly mask?: (value: string) => void
  /** How this door gets the job's own OIDC token; asked for directly when absent. */
  readonly jobToken?: JobToken
}

const DEFAULT_BASE_URL = 'https://api.openai.com/v1'

/** The end of a run may not need all of the deadline: this much is kept for writing the reports. */
const REPORTING_MS = 250
/** … and this much more for each route: a thousand of them make 18 MB of page (measured: 3 s). */
const REPORTING_A_ROUTE_MS = 3

/**
 * The story: settings → routes → the way out → the real request → (only after a failure)
 * investigations → the judge → a packet with nothing secret in it. Reports are made from the packet.
 */
export async function preflight(order: Order): Promise<Packet> {
  const { settings } = order
  const startedAt = new Date()
  const origin = performance.now()
  const clock = (): number => performance.now() - origin
  const spentMs = order.startedMs ?? 0
  const learnt: PlantedSecret[] = []
  const heard = [createRedactor(secretsOf(settings), { shapes: false })]
  const world: World = {
    network: {
      resolve: order.resolve ?? systemResolve,
      clock,
      clean: (received) => heard.reduce((text, one) => one.text(text, 'headers'), received),
    },
    now: Date.now,
    signal: order.signal,
    sdk: `openai@${VERSIONS.openai}`,
    pause: async (milliseconds, signal) => {
      await pause(milliseconds, undefined, { signal }).catch(() => {})
    },
    egressAddress: settings.egressAddress,
    ...given({ controlUrl: settings.controlUrl }),
    conceal: (value, what) => {
      order.mask?.(value)
      learnt.push({ value, what })
      heard.push(createRedactor([{ value, what }], { shapes: false }))
    },
    ...given({
      directBaseUrl: order.directBaseUrl,
      listen: order.listen,
      jobToken: order.jobToken,
    }),
  }
  const asked = settings.routes.length > 0 ? settings.routes : [noRoute()]
  const read = detectClient(order.checkout(), foundCall(asked))
  // Of Python the versions in the checkout decide too; of a client that is named only its library.
  const found: DetectedClient = asked.some(({ client }) => client === 'auto' || client === 'python')
    ? read
    : { client: 'node', reason: '', known: true, clients: [], sdks: read.sdks }
  const reading = {
    ...order,
    readFile: remembering(order.readFile),
    listFolder: remembering(order.listFolder),
  }
  const routeRuns = asked.map((one) => ({
    ...routeRunOf(one, reading, found),
    startedAtMs: startedAt.getTime(),
  }))
  const reportingMs = Math.min(
    REPORTING_MS + REPORTING_A_ROUTE_MS * routeRuns.length,
    settings.deadlineMs / 2,
  )
  const leftMs = settings.deadlineMs - reportingMs - spentMs
  const results = routeRuns.every(blocked)
    ? routeRuns.map(blockedResult)
    : // The probes with the SDK and TLS: 2 MB that wrong settings have no use for.
      await (await import('./run-routes.ts')).runRoutes(routeRuns, world, leftMs)
  const packet = toPacket(order, results, learnt, startedAt, clock() + spentMs)
  return { ...packet, redactions: [...heard.flatMap((one) => one.list()), ...packet.redactions] }
}

/** The file of the application's own call; `src/ask.ts:4` says where its endpoint was read. */
function foundCall(asked: readonly RouteSettings[]): FoundCall | undefined {
  const places = asked.map(({ route }) => route.application?.endpoint.from ?? '')
  const file = places.map((from) => /^(.+):\d+$/.exec(from)?.[1]).find((one) => one !== undefined)
  return file === undefined ? undefined : { file, clients: clientsOf(file) }
}

function secretsOf({ secrets }: Settings): readonly PlantedSecret[] {
  return secrets.map(({ value, what }) => ({ value: value.reveal(), what }))
}

function toPacket(
  order: Order,
  results: readonly RouteResult[],
  learnt: readonly PlantedSecret[],
  startedAt: Date,
  elapsedMs: number,
): Packet {
  const secrets = [...secretsOf(order.settings), ...learnt]
  const proxies = results
    .flatMap(({ routeRun }) => [routeRun.plan, ...routeRun.otherWays])
    .map(({ proxyCredentials }) => proxyCredentials)
  for (const credentials of proxies) {
    if (credentials !== undefined)
      secrets.push({ value: credentials.password, what: 'proxy password' })
  }
  return buildPacket({
    results,
    startedAt,
    elapsedMs,
    runtime: order.runtime,
    redactor: createRedactor(secrets),
  })
}

/** A route as asked for → a route with its client, its way out, and what is wrong with its settings. */
function routeRunOf(asked: RouteSettings, order: Order, found: DetectedClient): RouteRun {
  const { route: bare, problems: own } = withClient(
    asked,
    asked.client === 'auto' ? found.client : asked.client,
    asked.client === 'auto' ? found.reason : `set by client: ${asked.client}`,
  )
  const route = withLibrary(bare, found)
  const problems = [...order.settings.problems, ...own]
  const question = egressQuestion(asked, order, found)
  const wayTo = (url: URL): EgressPlan =>
    withRoots(wayOut(route.client, { ...question, url }), order.extraRoots)
  const plan = wayTo(question.url)
  const paths = allClientPaths(question, [route.client, ...found.clients])
  const others = paths.filter(({ egress }) => egress.client !== route.client)
  const other = otherWay(route.client, question)
  const otherWays = [...(other === undefined ? [] : [other]), ...others].map((path) =>
    withRoots(path, order.extraRoots),
  )
  const isFirst = asked === order.settings.routes[0]
  const { browserOrigin } = order.settings
  return {
    route,
    plan,
    otherWays,
    clients: {
      paths: paths.map((path) => withRoots(path, order.extraRoots)),
      chosen: asked.client !== 'auto',
      known: asked.client !== 'auto' || found.known,
    },
    wayTo,
    ...(route.azureAuth === 'entra' && effectiveDepth(route) !== 'route'
      ? { signIn: chooseSignIn(order.environment, route) }
      : {}),
    before: [settingsObservation(route, asked, problems), ...(isFirst ? (order.before ?? []) : [])],
    ...given({ browserOrigin }),
  }
}

/** What the application sends its requests with, where the checkout says it. */
function withLibrary(route: Route, { sdks }: DetectedClient): Route {
  const sdk = sdks.get(route.client)
  if (route.application === undefined || sdk === undefined) return route
  return { ...route, application: { ...route.application, sdk } }
}

/** What is wrong with the settings, as an observation: the first of a route. */
export function settingsObservation(
  { name, baseUrl }: { readonly name: string; readonly baseUrl: string },
  { keyShape }: RouteSettings,
  problems: readonly SettingProblem[],
): AnyObservation {
  const facts = { problems, ...given({ key: keyShape }) }
  const fatal = problems.find(({ severity }) => severity === 'fatal')
  return {
    id: 'settings',
    probe: 'settings',
    rung: 'config',
    route: name,
    target: baseUrl,
    attempt: 0,
    startedMs: 0,
    elapsedMs: 0,
    outcome:
      fatal === undefined
        ? { status: 'ok', facts }
        : { status: 'failed', failure: { code: fatal.code }, facts },
  }
}

/** Stands in for the routes of a settings file that could not be read: the problems need a place. */
function noRoute(): RouteSettings {
  return {
    route: {
      name: 'settings',
      kind: 'openai',
      baseUrl: DEFAULT_BASE_URL,
      endpoint: 'responses',
      depth: 'route',
      timeoutMs: 0,
      attempts: 1,
      waitUpToMs: 0,
      failOn: ['route', 'auth', 'quota', 'client', 'unknown'],
      compareDirect: false,
    },
    client: 'node',
    problems: [],
  }
}

function egressQuestion(asked: RouteSettings, order: Order, found: DetectedClient): EgressQuestion {
  return {
    url: URL.parse(asked.route.baseUrl) ?? new URL(DEFAULT_BASE_URL),
    env: order.environment,
    readFile: order.readFile,
    listFolder: order.listFolder,
    platform: process.platform,
    installed: found,
  }
}

/** Trust bundles and package folders are read once for all clients and routes, not once for each. */
function remembering<Found>(
  read: (path: string) => Found | undefined,
): (path: string) => Found | undefined {
  const known = new Map<string, Found | undefined>()
  return (path) => {
    if (!known.has(path)) known.set(path, read(path))
    return known.get(path)
  }
}

function withRoots(plan: EgressPlan, extra: readonly string[] | undefined): EgressPlan {
  return extra === undefined ? plan : { ...plan, ca: [...(plan.ca ?? []), ...extra] }
}
