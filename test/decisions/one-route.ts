import type {
  AnyObservation,
  Egress,
  EgressPlan,
  FactsOf,
  ProbeId,
  ProxyHop,
  Route,
  Verdict,
} from '../../src/model/index.ts'
import { LAW } from '../../src/rules/index.ts'
import { judge } from '../../src/run/judge.ts'
import type { Probing, RouteResult, RouteRun } from '../../src/run/route-run.ts'
import { createRecorder } from '../../src/wire/recorder.ts'
import { evidence, ok } from '../rules/evidence-builder.ts'

/** What a run of one route is made of, without a socket: for the decisions around it. */

const { route: ROUTE, egress: EGRESS } = evidence([])

export function planOf(
  egress: Partial<Egress> = {},
  parts: Omit<Partial<EgressPlan>, 'egress'> = {},
): EgressPlan {
  return { egress: { ...EGRESS, ...egress }, ...parts }
}

const read = { value: 'responses', from: 'default' }
/** What the checkout says where it says nothing. */
export const APPLICATION = { endpoint: read, stream: read, baseUrl: read, others: [] }

/** `a:1`, a proxy that speaks HTTP. */
export function proxyAt(place: string): ProxyHop {
  const [host = '', port] = place.split(':')
  return { scheme: 'http', host, port: Number(port), source: 'HTTPS_PROXY', hasCredentials: false }
}

export function routeRunOf(route: Partial<Route> = {}, parts: Partial<RouteRun> = {}): RouteRun {
  const plan = parts.plan ?? planOf()
  return {
    route: { ...ROUTE, ...route },
    plan,
    otherWays: [],
    before: [],
    wayTo: () => plan,
    ...parts,
  }
}

/** The verdict on nothing, with these words instead. */
export function verdictOf(parts: Partial<Verdict> = {}): Verdict {
  return { ...judge(evidence([]), { ...LAW, rules: [], notes: [] }), ...parts }
}

export function resultOf(
  observations: readonly AnyObservation[],
  verdict: Partial<Verdict> = {},
  routeRun: RouteRun = routeRunOf(),
  attempts = 1,
): RouteResult {
  return { routeRun, observations, verdict: verdictOf(verdict), attempts }
}

/** An observation with the facts that matter alone. */
export function saw<P extends ProbeId>(
  probe: P,
  facts: Partial<FactsOf[P]>,
  placed?: Parameters<typeof ok<P>>[2],
): AnyObservation {
  if (!isEnough<P>(facts)) throw new Error('never')
  return ok<P>(probe, facts, placed)
}

/** Said to the compiler: a decision that reads other facts of it fails its test. */
function isEnough<P extends ProbeId>(_facts: Partial<FactsOf[P]>): _facts is FactsOf[P] {
  return true
}

/** One route under way on a machine that resolves no name, so that no question leaves it. */
export function probingOf(
  routeRun: RouteRun,
  observations: readonly AnyObservation[],
  verdict: Partial<Verdict> = {},
  { leftMs = 60_000, cancelled = false } = {},
): Probing {
  const controller = new AbortController()
  if (cancelled) controller.abort()
  const clock = (): number => 0
  const record = (attempt: number) =>
    createRecorder({ route: 'default', clock, attempt: () => attempt })
  return {
    routeRun,
    observations: [...observations],
    decide: () => verdictOf(verdict),
    remainingMs: () => leftMs,
    record,
    recordAside: record,
    world: {
      network: { clock, resolve: () => Promise.reject(new Error('no name is known here')) },
      now: Date.now,
      signal: controller.signal,
      sdk: 'openai@test',
      pause: () => Promise.resolve(),
      conceal: () => {},
    },
  }
}
