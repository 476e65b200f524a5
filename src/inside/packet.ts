import type { Leg } from '../leg/index.ts'
import type { Client, Packet, Route, SettingProblem } from '../model/index.ts'
import { buildPacket } from '../packet.ts'
import { settingsObservation } from '../preflight.ts'
import { createRedactor } from '../redaction/index.ts'
import {
  readSettings,
  withClient,
  yamlFor,
  type RouteSettings,
  type SettingsSource,
} from '../settings/index.ts'
import { targetSource, type Explicit } from './explicit.ts'
import { probeLegInside, type InsideLeg, type LegWorld } from './leg.ts'
import { pythonRemote, shellRemote, type KeyPlace } from './remotes.ts'
import { InsideTrouble, type Target } from './scout.ts'
import type { TargetFacts } from './target-facts.ts'
import { wayInside, withoutUnspoken } from './way.ts'

/** A run through a runtime that only looks: the routes are read, judged and packed here. */
export interface LegRun {
  readonly target: Target
  readonly runtime: 'python3' | 'sh'
  readonly facts: TargetFacts
  readonly explicit: Explicit
  readonly label?: NonNullable<SettingsSource['label']>
  readonly startedAt: Date
  readonly clock: () => number
  readonly deadlineMs: number
  readonly signal: AbortSignal
  readonly pause: LegWorld['pause']
}

/** More at once would be a crowd of processes in somebody else's container. */
const MOST_AT_ONCE = 4

/** Every route through the target, and the packet of all. Rejects with `InsideTrouble`. */
export async function legPacket(run: LegRun): Promise<Packet> {
  const { facts, explicit, runtime, target } = run
  const source = targetSource(explicit, facts.env, run.label)
  const settings = readSettings(source, await yamlFor(source))
  const legs = settings.routes.map((asked) => legOf(asked, run, settings.problems))
  if (legs.length === 0) {
    const [first] = settings.problems
    throw new InsideTrouble({
      code: 'own.inside_failed',
      message: first?.message ?? 'There is no route to probe.',
      fix: first?.fix ?? 'Name a route in the config file.',
    })
  }
  const keyOf = (leg: Leg): KeyPlace => keyPlace(leg.route, facts)
  const remote =
    runtime === 'python3' ? pythonRemote(target, facts, keyOf) : shellRemote(target, facts, keyOf)
  const world: LegWorld = { ...run, remote, now: Date.now }
  const results = await together(legs, world)
  const packet = buildPacket({
    results: results.map((result) => ({ ...result, leg: withoutKey(result.leg) })),
    startedAt: run.startedAt,
    elapsedMs: run.clock(),
    runtime: {
      ...facts.runtime,
      runnerName: '',
      runnerKind: 'none',
      source: `inside:${runtime}`,
    },
    redactor: createRedactor(
      settings.secrets.map(({ value, what }) => ({ value: value.reveal(), what })),
    ),
  })
  return {
    ...packet,
    routes: packet.routes.map((route, index) => ({
      ...route,
      keyFingerprint: results[index]?.fingerprint ?? '',
    })),
  }
}

async function together(legs: readonly Leg[], world: LegWorld): Promise<readonly InsideLeg[]> {
  const results: InsideLeg[] = []
  const queue = legs.entries()
  const worker = async (): Promise<void> => {
    for (const [index, leg] of queue) results[index] = await probeLegInside(leg, world)
  }
  await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, legs.length) }, worker))
  return results
}

function legOf(asked: RouteSettings, run: LegRun, ofTheRun: readonly SettingProblem[]): Leg {
  const { runtime, facts } = run
  const client: Client = runtime === 'python3' ? 'python' : 'curl'
  const because = `inside the target ${facts.describes} sends the request`
  const { route, problems } = withClient(asked, client, because)
  const all = [...ofTheRun, ...problems, ...otherClient(asked, client)]
  const plan = withoutUnspoken(wayInside(client, route, facts), runtime, facts.pythonOpenai !== '')
  return {
    route: withoutEntra(route, runtime),
    plan,
    otherWays: [],
    wayTo: (url) => wayInside(client, { baseUrl: url.href }, facts),
    before: [settingsObservation(route, asked, all)],
  }
}

/** The target has only one client: what another one would do there cannot be imitated. */
function otherClient({ client: asked }: RouteSettings, client: Client): readonly SettingProblem[] {
  if (asked === 'auto' || asked === client) return []
  return [
    {
      code: 'config.inside_client',
      setting: 'client',
      message: `The setting client says ${asked}, and the target can only send the request as ${client}: its rules for proxies and certificates were used.`,
      fix: `Remove the setting client, or add ${asked === 'node' ? 'Node.js 24' : 'the runtime of the application'} to the target.`,
      severity: 'warning',
      owner: 'request',
    },
  ]
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
function withoutKey(leg: Leg): Leg {
  const { apiKey: _standIn, ...route } = leg.route
  return { ...leg, route }
}
