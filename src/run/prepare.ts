import { detectClient, type DetectedClient, type FoundCall } from '../application/detect.ts'
import { clientsOf } from '../application/index.ts'
import { allClientPaths, otherWay, wayOut, type EgressQuestion } from '../egress/index.ts'
import { effectiveDepth, given } from '../model/index.ts'
import type { AnyObservation, Client, EgressPlan, Route, SettingProblem } from '../model/index.ts'
import { chooseSignIn } from '../probes/entra/sign-in.ts'
import { withClient, type RouteSettings } from '../settings/index.ts'
import type { RouteRun } from './route-run.ts'
import { releasesHere } from './releases.ts'
import type { Order } from './world.ts'

const DEFAULT_BASE_URL = 'https://api.openai.com/v1'

/** The settings → routes that can be run: each with its client, and the way that this client takes. */
export async function prepare(order: Order, startedAtMs: number): Promise<readonly RouteRun[]> {
  const { routes } = order.settings
  const asked = routes.length > 0 ? routes : [noRoute()]
  const read = detectClient(order.checkout(), foundCall(asked))
  // Of Python the versions in the checkout decide too; of a client that is named only its library.
  const found: DetectedClient = asked.some(({ client }) => client === 'auto' || client === 'python')
    ? read
    : { ...read, client: 'node', reason: '', known: true, clients: [] }
  const clients = asked.map(({ client }) => (client === 'auto' ? found.client : client))
  const here: Here = {
    found,
    releases: { ...(await releasesHere(clients, order)), ...given({ rust: found.reqwest }) },
    sameRoots: oneListForTheSame(),
  }
  const reading = {
    ...order,
    readFile: remembering(order.readFile),
    listFolder: remembering(order.listFolder),
  }
  // The way of a client hangs on the origin alone.
  const known = new Map<string, Ways>()
  const waysOf = (client: Client, url: URL): Ways => {
    const id = `${client} ${url.origin}`
    const ways = known.get(id) ?? waysFrom(client, url, reading, here)
    known.set(id, ways)
    return ways
  }
  return asked.map((one) => ({ ...routeRunOf(one, reading, found, waysOf), startedAtMs }))
}

/** What the checkout says of the client, and which releases this machine has. */
interface Here {
  readonly found: DetectedClient
  readonly releases: NonNullable<EgressQuestion['releases']>
  readonly sameRoots: (roots: readonly string[]) => readonly string[]
}

/** How one client, and the others, reach an origin. */
type Ways = Pick<RouteRun, 'plan' | 'otherWays' | 'wayTo'> & {
  readonly paths: readonly EgressPlan[]
}

function waysFrom(client: Client, url: URL, order: Order, here: Here): Ways {
  const { found, releases, sameRoots } = here
  const question: EgressQuestion = {
    url,
    env: order.environment,
    readFile: order.readFile,
    listFolder: order.listFolder,
    platform: process.platform,
    installed: found,
    releases,
  }
  const withOurs = (plan: EgressPlan): EgressPlan => {
    const { ca, proxyCa } = withRoots(plan, order.extraRoots)
    return {
      ...plan,
      ...(ca === undefined ? {} : { ca: sameRoots(ca) }),
      ...(proxyCa === undefined ? {} : { proxyCa: sameRoots(proxyCa) }),
    }
  }
  const wayTo = (to: URL): EgressPlan => withOurs(wayOut(client, { ...question, url: to }))
  const paths = allClientPaths(question, [client, ...found.clients]).map(withOurs)
  const other = otherWay(client, question)
  return {
    plan: paths.find(({ egress }) => egress.client === client) ?? wayTo(url),
    paths,
    otherWays: [
      ...(other === undefined ? [] : [withOurs(other)]),
      ...paths.filter(({ egress }) => egress.client !== client),
    ],
    wayTo,
  }
}

/** The file of the application's own call; `src/ask.ts:4` says where its endpoint was read. */
function foundCall(asked: readonly RouteSettings[]): FoundCall | undefined {
  const places = asked.map(({ route }) => route.application?.endpoint.from ?? '')
  const file = places.map((from) => /^(.+):\d+$/.exec(from)?.[1]).find((one) => one !== undefined)
  return file === undefined ? undefined : { file, clients: clientsOf(file) }
}

/** A route as asked for → a route with its client, its way out, and what is wrong with its settings. */
function routeRunOf(
  asked: RouteSettings,
  order: Order,
  found: DetectedClient,
  waysOf: (client: Client, url: URL) => Ways,
): RouteRun {
  const { route: bare, problems: own } = withClient(
    asked,
    asked.client === 'auto' ? found.client : asked.client,
    asked.client === 'auto' ? found.reason : `set by client: ${asked.client}`,
  )
  const route = withLibrary(bare, found)
  const problems = [...order.settings.problems, ...own]
  const url = URL.parse(route.baseUrl) ?? new URL(DEFAULT_BASE_URL)
  const { plan, paths, otherWays, wayTo } = waysOf(route.client, url)
  const isFirst = asked === order.settings.routes[0]
  const { browserOrigin, deadlineMs } = order.settings
  return {
    route,
    plan,
    otherWays,
    clients: {
      paths,
      chosen: asked.client !== 'auto',
      known: asked.client !== 'auto' || found.known,
    },
    wayTo,
    ...(route.azureAuth === 'entra' && effectiveDepth(route) !== 'route'
      ? { signIn: chooseSignIn(order.environment, route) }
      : {}),
    before: [settingsObservation(route, asked, problems), ...(isFirst ? (order.before ?? []) : [])],
    deadlineMs,
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

/**
 * Lists that hold the same are one list, whatever the origin they were read for: a TLS context is made
 * for a list, so 200 hosts would make 600 of them.
 */
function oneListForTheSame(): Here['sameRoots'] {
  const numbers = new Map<string, number>()
  const lists = new Map<string, readonly string[]>()
  return (roots) => {
    const id = roots
      .map((pem) => {
        const number = numbers.get(pem) ?? numbers.size
        numbers.set(pem, number)
        return number
      })
      .join(' ')
    const known = lists.get(id) ?? roots
    lists.set(id, known)
    return known
  }
}
