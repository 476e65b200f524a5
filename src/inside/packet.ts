import type { RouteRun } from '../run/route-run.ts'
import { effectiveDepth, endpointFacts } from '../model/index.ts'
import type { Client, EgressPlan, Packet, Route, SettingProblem } from '../model/index.ts'
import { buildPacket } from '../run/packet.ts'
import { settingsObservation } from '../run/prepare.ts'
import { createRedactor, planted } from '../redaction/index.ts'
import type { RouteSettings, SettingsSource } from '../settings/index.ts'
import { readSettings, withClient, yamlFor } from '../settings/index.ts'
import { fatal, warning } from '../settings/problem.ts'
import { targetSource, type Explicit } from './explicit.ts'
import { runRouteInside, type RouteInside, type InsideWorld } from './route-run.ts'
import { pythonRemote, shellRemote, type KeyPlace } from './remotes.ts'
import { InsideTrouble } from './problem.ts'
import type { Target } from './target.ts'
import type { TargetFacts } from './target-facts.ts'
import { DEAD, standing, wayInside, withoutUnspoken, type StandIn } from './way.ts'

/** A run through a runtime that only looks: the routes are read, judged and packed here. */
export interface InsideRun {
  readonly target: Target
  readonly runtime: 'python3' | 'sh'
  readonly facts: TargetFacts
  readonly explicit: Explicit
  readonly label?: NonNullable<SettingsSource['label']>
  readonly startedAt: Date
  readonly clock: () => number
  readonly deadlineMs: number
  readonly signal: AbortSignal
  readonly pause: InsideWorld['pause']
  /** The runtime of the target that should have looked. */
  readonly standIn?: StandIn
}

/** More at once would be a crowd of processes in somebody else's container. */
const MOST_AT_ONCE = 4

/** Every route through the target, and the packet of all. Rejects with `InsideTrouble`. */
export async function insidePacket(run: InsideRun): Promise<Packet> {
  const { facts, explicit, runtime, target } = run
  const source = targetSource(explicit, facts.env, run.label)
  const settings = readSettings(source, await yamlFor(source))
  const routeRuns = settings.routes.map((asked) => routeRunOf(asked, run, settings.problems))
  if (routeRuns.length === 0) {
    const [first] = settings.problems
    throw new InsideTrouble({
      code: 'own.inside_failed',
      message: first?.message ?? 'There is no route to probe.',
      fix: first?.fix ?? 'Name a route in the config file.',
      final: true,
    })
  }
  const keyOf = (routeRun: RouteRun): KeyPlace => keyPlace(routeRun.route, facts)
  const remote =
    runtime === 'python3' ? pythonRemote(target, facts, keyOf) : shellRemote(target, facts, keyOf)
  const clients = new Map(
    routeRuns.map((routeRun, index) => [routeRun, settings.routes[index]?.client ?? 'auto']),
  )
  const world: InsideWorld = {
    ...run,
    remote,
    now: Date.now,
    standing: (routeRun, verdict) =>
      standing(standInFor(clients.get(routeRun), routeRun, run), routeRun, verdict, facts),
  }
  const results = await together(routeRuns, world)
  const packet = buildPacket({
    results: results.map((result) => ({ ...result, routeRun: withoutKey(result.routeRun) })),
    startedAt: run.startedAt,
    elapsedMs: run.clock(),
    runtime: { ...facts.runtime, runnerName: '', runnerKind: 'none', source: `inside:${runtime}` },
    redactor: createRedactor(planted(settings.secrets)),
  })
  return {
    ...packet,
    routes: packet.routes.map((route, index) => ({
      ...route,
      keyFingerprint: results[index]?.fingerprint ?? '',
    })),
  }
}

async function together(
  routeRuns: readonly RouteRun[],
  world: InsideWorld,
): Promise<readonly RouteInside[]> {
  const results: RouteInside[] = []
  const queue = routeRuns.entries()
  const worker = async (): Promise<void> => {
    for (const [index, routeRun] of queue) results[index] = await runRouteInside(routeRun, world)
  }
  await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, routeRuns.length) }, worker))
  return results
}

/** A client that was named decides; without one the best runtime that the target has. */
function standInFor(
  asked: RouteSettings['client'] | undefined,
  { route }: RouteRun,
  { standIn }: InsideRun,
): StandIn | undefined {
  if (asked === undefined || asked === 'auto') return standIn
  if (asked === route.client) return undefined
  if (standIn?.client === asked) return standIn
  return { client: asked, name: asked, because: 'the target could not start it' }
}

function routeRunOf(
  asked: RouteSettings,
  run: InsideRun,
  ofTheRun: readonly SettingProblem[],
): RouteRun {
  const { runtime, facts } = run
  const ended = endedAtStart(asked, run)
  if (ended !== undefined) return ended
  const client: Client = runtime === 'python3' ? 'python' : 'curl'
  const because = `inside the target ${facts.describes} sends the request`
  const { route, problems } = withClient(asked, client, because)
  const all = [...ofTheRun, ...problems, ...otherClient(asked, client), ...noFile(asked)]
  const wayTo = (baseUrl: string): EgressPlan => wayInside(client, { baseUrl }, facts)
  return {
    route: withoutEntra(route, runtime),
    plan: withoutUnspoken(wayTo(route.baseUrl), runtime, facts.pythonOpenai !== ''),
    otherWays: [],
    wayTo: (url) => wayTo(url.href),
    before: [settingsObservation(route, asked, all)],
  }
}

/** The application's own Node.js does not start there, and a variable is known on which it fails. */
function endedAtStart(asked: RouteSettings, { facts, standIn }: InsideRun): RouteRun | undefined {
  if (standIn?.because !== DEAD || (asked.client !== 'auto' && asked.client !== 'node')) {
    return undefined
  }
  const because = `inside the target ${standIn.name} is there and ends at its start`
  const { route, problems } = withClient(asked, 'node', because)
  const wayTo = (url: string): EgressPlan =>
    wayInside('node', { baseUrl: url }, facts, standIn.nodeVersion)
  const plan = wayTo(route.baseUrl)
  if (plan.egress.unusable?.by !== 'client') return undefined
  return {
    route,
    plan,
    otherWays: [],
    wayTo: (url) => wayTo(url.href),
    before: [settingsObservation(route, asked, problems)],
  }
}

/** Python and curl there are given their request as text: there is no file to send, and no WebSocket. */
function noFile({ route }: RouteSettings): readonly SettingProblem[] {
  const { endpoint } = route
  const { needs } = endpointFacts(endpoint)
  if (needs === undefined || effectiveDepth(route) !== 'request') return []
  const message = `Without Node.js in the target the ${needs} that ${endpoint} needs cannot be ${needs === 'file' ? 'sent' : 'opened'}.`
  const fix =
    'Set endpoint to responses or chat-completions, set depth to auth, or use a target with Node.js.'
  return [fatal('config.conflict', 'endpoint', { message, fix })]
}

/** The target has only one client: what another one would do there cannot be imitated. */
function otherClient({ client: asked }: RouteSettings, client: Client): readonly SettingProblem[] {
  if (asked === 'auto' || asked === client) return []
  const message = `The setting client says ${asked}, and the target can only send the request as ${client}: its rules for proxies and certificates were used.`
  const fix = `Remove the setting client, or add ${asked === 'node' ? 'Node.js' : 'the runtime of the application'} to the target.`
  return [warning('config.inside_client', 'client', { message, fix })]
}

/** Signing in with Entra ID needs packages that only the Node side has. */
function withoutEntra(route: Route, runtime: string): Route {
  if (route.azureAuth !== 'entra' || route.depth === 'route') return route
  const because = `The ${runtime} of the target cannot sign in with Entra ID: credentials, model and quota were not tested.`
  return { ...route, depthLimit: { depth: 'route', because } }
}

/** A key of the environment stays there; one that was given for this run goes in by standard input. */
function keyPlace({ apiKey }: Route, facts: TargetFacts): KeyPlace {
  if (apiKey === undefined) return { variable: '' }
  return facts.env[apiKey.source]?.trim() === apiKey.reveal()
    ? { variable: apiKey.source }
    : { variable: '', key: apiKey.reveal() }
}

/** The stand-in of the key has no fingerprint worth comparing; the target made the real one. */
function withoutKey(routeRun: RouteRun): RouteRun {
  const { apiKey: _standIn, ...route } = routeRun.route
  return { ...routeRun, route }
}
