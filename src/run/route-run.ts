import { given } from '../model/index.ts'
import type {
  AnyObservation,
  EgressPlan,
  Evidence,
  Occasion,
  Route,
  Verdict,
} from '../model/index.ts'
import type { AccountAnswers } from '../probes/keyed.ts'
import type { JobToken, SignIn } from '../probes/entra/index.ts'
import type { Listener, Recorder } from '../wire/recorder.ts'
import type { Network } from '../wire/traced-agent.ts'
import type { Law } from '../rules/law.ts'
import { judge } from './judge.ts'

/** Everything a run needs from the world. */
export interface World {
  readonly network: Network
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number
  /** Aborts on cancellation; the deadline is the run's own. */
  readonly signal: AbortSignal
  readonly sdk: string
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
  readonly listen?: Listener
  /** A host that this runner must reach anyway; asked only after a failure. */
  readonly controlUrl?: string
  /** Called with every secret that is learnt on the way, before anything is printed. */
  readonly conceal: (value: string, what: string) => void
  /** How this door gets the job's own OIDC token; asked for directly when absent. */
  readonly jobToken?: JobToken
  /** More routes side by side than may ask witnesses early: sockets stay bounded by the routes. */
  readonly crowded?: boolean
  /** What the routes share of what the API says of their account. */
  readonly answers?: AccountAnswers
  /** Where `compare-direct` asks; OpenAI's own address when absent. */
  readonly directBaseUrl?: string
  /** When the edge is asked which address it sees; never when absent. */
  readonly egressAddress?: Occasion
}

/** One route, ready to be probed. */
export interface RouteRun {
  readonly route: Route
  readonly plan: EgressPlan
  /** Ways that other clients, or other settings, would take; for the investigations. */
  readonly otherWays: readonly EgressPlan[]
  /** What every client would do here; absent where only one can be looked at. */
  readonly clients?: {
    readonly paths: readonly EgressPlan[]
    /** A person named the client, so the others are of no interest to a run that passes. */
    readonly chosen: boolean
    /** `false`: nothing named the client, and Node's rules stand in. */
    readonly known: boolean
  }
  /** Observations made before any packet, e.g. of the settings. */
  readonly before: readonly AnyObservation[]
  /** The way that this client takes to another host. */
  readonly wayTo: (url: URL) => EgressPlan
  /** Where the route needs an Entra ID token. */
  readonly signIn?: SignIn
  /** Wall clock when the run began, milliseconds since 1970. */
  readonly startedAtMs?: number
  /** Origin for which the CORS question is asked. */
  readonly browserOrigin?: string
  /** Of the whole run as it was asked for, milliseconds. */
  readonly deadlineMs?: number
}

/** What a routeRun came to. */
export interface RouteResult {
  readonly routeRun: RouteRun
  readonly observations: readonly AnyObservation[]
  readonly verdict: Verdict
  /** Attempts made; 0 when nothing was sent. */
  readonly attempts: number
}

/** One route under way: what was seen so far, and how to see more. */
export interface Probing {
  readonly routeRun: RouteRun
  readonly world: World
  readonly observations: AnyObservation[]
  readonly decide: () => Verdict
  readonly remainingMs: () => number
  readonly record: (attempt: number) => Recorder
  /** For what may yet turn out not to matter: nobody hears of it, and its ids are its own. */
  readonly recordAside: (attempt: number) => Recorder
}

/** Milliseconds: with less, a timeout would say something of our deadline and nothing of the route. */
export const LEAST_MS = 100

/** What every probe of a routeRun is given. */
export function sharedBy({ routeRun, world }: Probing) {
  return {
    route: routeRun.route,
    plan: routeRun.plan,
    network: world.network,
    signal: world.signal,
    now: world.now,
  }
}

export function evidenceOf(routeRun: RouteRun, observations: readonly AnyObservation[]): Evidence {
  const { apiKey: _secret, ...route } = routeRun.route
  const { plan, startedAtMs } = routeRun
  return {
    route,
    egress: plan.egress,
    source: 'live',
    observations,
    ...given({ startedAtMs }),
  }
}

/** A fatal setting was found, or the client itself would fail on its environment: no packet is sent. */
export function blocked({ before, plan }: RouteRun): boolean {
  return (
    plan.egress.unusable !== undefined ||
    before.some(({ probe, outcome }) => probe === 'settings' && outcome.status === 'failed')
  )
}

/** What is known of a route that cannot be asked: its settings decide, and nothing is sent. */
export function blockedResult(routeRun: RouteRun, law: Law): RouteResult {
  const { before } = routeRun
  return {
    routeRun,
    observations: before,
    verdict: judge(evidenceOf(routeRun, before), law),
    attempts: 0,
  }
}
