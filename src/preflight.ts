import { setTimeout as pause } from 'node:timers/promises'
import { allWays, detectClient, sameWay, wayOut, type EgressQuestion } from './egress/index.ts'
import { probeLegs, type Leg, type LegResult, type World } from './leg.ts'
import type { EgressPlan, Packet, Route, Runtime } from './model/index.ts'
import { CLIENTS } from './model/index.ts'
import { buildPacket } from './packet.ts'
import { createRedactor } from './redaction/index.ts'
import type { RouteSettings, Settings } from './settings/settings.ts'
import { VERSIONS } from './versions.ts'
import { systemResolve, type Resolve } from './wire/lookup.ts'
import { createRecorder, type Listener } from './wire/recorder.ts'

/** What a door hands over: the settings, and the world in which to act. */
export interface Order {
  readonly settings: Settings
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly runtime: Runtime
  /** Files of the checkout, to find the client; paths relative to it. */
  readonly checkout: {
    readonly files: readonly string[]
    readonly readFile: (path: string) => string | undefined
  }
  readonly readFile: (path: string) => string | undefined
  readonly listFolder: (path: string) => readonly string[] | undefined
  /** Aborts on cancellation. */
  readonly signal: AbortSignal
  readonly listen?: Listener
  /** Milliseconds since this process began, when the clock of the run starts. */
  readonly startedMs?: number
  /** Instead of the machine's resolver and roots: for the demo and for tests. */
  readonly resolve?: Resolve
  readonly extraRoots?: readonly string[]
}

/** The end of a run may not need all of the deadline: this much is kept for writing the reports. */
const REPORTING_MS = 250

/**
 * The story: settings → routes → the way out → the real request → (only after a failure)
 * investigations → the judge → a packet with nothing secret in it. Reports are made from the packet.
 */
export async function preflight(order: Order): Promise<Packet> {
  const { settings } = order
  const startedAt = new Date()
  const origin = performance.now() - (order.startedMs ?? 0)
  const clock = (): number => performance.now() - origin
  const world: World = {
    network: { resolve: order.resolve ?? systemResolve, clock },
    now: Date.now,
    signal: order.signal,
    sdk: `openai@${VERSIONS.openai}`,
    pause: async (milliseconds, signal) => {
      await pause(milliseconds, undefined, { signal }).catch(() => {})
    },
    environment: order.environment,
    ...(order.listen === undefined ? {} : { listen: order.listen }),
  }
  const legs = settings.routes.map((asked) => legOf(asked, order))
  const results = await probeLegs(legs, world, settings.deadlineMs - REPORTING_MS)
  return toPacket(order, results, startedAt, clock())
}

function toPacket(
  order: Order,
  results: readonly LegResult[],
  startedAt: Date,
  elapsedMs: number,
): Packet {
  const secrets = order.settings.secrets.map(({ value, what }) => ({ value: value.reveal(), what }))
  const proxies = results
    .flatMap(({ leg }) => [leg.plan, ...leg.otherWays])
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
function legOf(asked: RouteSettings, order: Order): Leg {
  const found = asked.client === 'auto' ? detectClient(order.checkout) : undefined
  const client = found?.client ?? (asked.client === 'auto' ? 'node' : asked.client)
  const route: Route = {
    ...asked.route,
    client,
    clientReason: found?.reason ?? `the setting client says ${client}`,
  }
  const question = egressQuestion(asked, order)
  const plan = withRoots(wayOut(client, question), order.extraRoots)
  const ways = allWays(question)
  const otherWays = CLIENTS.map((other) => withRoots(ways[other], order.extraRoots)).filter(
    (way) => !sameWay(way, plan),
  )
  const recorder = createRecorder({ route: route.name, clock: () => 0, attempt: () => 0 })
  const { problems, keyShape } = asked
  const facts = { problems, ...(keyShape === undefined ? {} : { key: keyShape }) }
  const fatal = problems.find(({ severity }) => severity === 'fatal')
  const observation = recorder.begin('settings', route.baseUrl)
  if (fatal === undefined) observation.ok(facts)
  else observation.failed({ code: fatal.code }, facts)
  return { route, plan, otherWays, before: recorder.list() }
}

function egressQuestion(asked: RouteSettings, order: Order): EgressQuestion {
  return {
    url: URL.parse(asked.route.baseUrl) ?? new URL('https://api.openai.com/v1'),
    env: order.environment,
    nodeVersion: process.version,
    readFile: order.readFile,
    listFolder: order.listFolder,
    platform: process.platform,
  }
}

function withRoots(plan: EgressPlan, extra: readonly string[] | undefined): EgressPlan {
  return extra === undefined ? plan : { ...plan, ca: [...(plan.ca ?? []), ...extra] }
}
