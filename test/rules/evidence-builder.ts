import type {
  AnyObservation,
  Code,
  Egress,
  Evidence,
  FactsOf,
  Failure,
  Observation,
  Outcome,
  ProbeId,
  ResolvedAddress,
  Route,
  Rung,
} from '../../src/model/index.ts'
import { PROBE_RUNG } from '../../src/model/index.ts'

interface Placed {
  readonly id?: string
  readonly target?: string
  readonly rung?: Rung
  readonly attempt?: number
  readonly startedMs?: number
  readonly elapsedMs?: number
}

function observed<P extends ProbeId>(
  probe: P,
  outcome: Outcome<FactsOf[P]>,
  placed: Placed,
): AnyObservation {
  const observation: Observation<P> = {
    id: probe,
    probe,
    rung: PROBE_RUNG[probe],
    route: 'default',
    target: 'api.openai.com',
    attempt: 1,
    startedMs: 0,
    elapsedMs: 20,
    ...placed,
    outcome,
  }
  if (!isKnown(observation)) throw new Error(`no probe ${probe}`)
  return observation
}

/** TypeScript does not see that Observation<P> is a member of the union over all P. */
function isKnown(observation: Observation): observation is AnyObservation {
  return observation.probe in PROBE_RUNG
}

/** A probe that saw what it looked for. */
export function ok<P extends ProbeId>(
  probe: P,
  facts: FactsOf[P],
  placed: Placed = {},
): AnyObservation {
  return observed<P>(probe, { status: 'ok', facts }, placed)
}

/** A probe that failed, with what it saw until then. */
export function failed<P extends ProbeId>(
  probe: P,
  failure: Failure | Code,
  facts?: Partial<FactsOf[P]>,
  placed: Placed = {},
): AnyObservation {
  return observed<P>(
    probe,
    {
      status: 'failed',
      failure: typeof failure === 'string' ? { code: failure } : failure,
      ...(facts === undefined ? {} : { facts }),
    },
    placed,
  )
}

export function skipped(probe: ProbeId, because: string, placed: Placed = {}): AnyObservation {
  return observed(probe, { status: 'skipped', because }, placed)
}

const ROUTE: Evidence['route'] = {
  name: 'default',
  kind: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  endpoint: 'responses',
  model: 'gpt-test',
  depth: 'request',
  client: 'node',
  clientReason: 'package-lock.json lists openai',
  timeoutMs: 10_000,
  attempts: 1,
  waitUpToMs: 0,
  failOn: ['route'],
  compareDirect: false,
}

const EGRESS: Egress = {
  client: 'node',
  reason: 'no proxy variable is set',
  ignored: [],
  trust: [{ store: 'bundled', source: 'Node.js' }],
  verifies: true,
  addressTimeoutMs: 250,
  httpVersion: '1.1',
}

/** Stored evidence: a direct Node client to the public API unless said otherwise. */
export function evidence(
  observations: readonly AnyObservation[],
  changes: {
    readonly route?: Partial<Omit<Route, 'apiKey'>>
    readonly egress?: Partial<Egress>
    readonly source?: Evidence['source']
  } = {},
): Evidence {
  return {
    route: { ...ROUTE, ...changes.route },
    egress: { ...EGRESS, ...changes.egress },
    source: changes.source ?? 'live',
    observations,
  }
}

export function address(text: string, scope: ResolvedAddress['scope'] = 'public'): ResolvedAddress {
  return { address: text, family: text.includes(':') ? 6 : 4, scope }
}
