import type { Outcome } from './failure.ts'
import type { FactsOf } from './facts.ts'
import type { Rung } from './rung.ts'

export type ProbeId = keyof FactsOf

/** One thing seen: one probe, one target, one outcome. The packet is a list of these. */
export interface Observation<P extends ProbeId = ProbeId> {
  /** Unique within the route, e.g. `handshake`, `handshake#2` for the second attempt. */
  readonly id: string
  readonly probe: P
  readonly rung: Rung
  readonly route: string
  /** What was asked: `api.openai.com`, `192.0.2.1:443`, `POST /v1/responses`. */
  readonly target: string
  /** Attempt of the real request it belongs to or follows, from 1. */
  readonly attempt: number
  /** Milliseconds since the start of the run. */
  readonly startedMs: number
  readonly elapsedMs: number
  readonly outcome: Outcome<FactsOf[P]>
  /** Position in a log, when it was read and not measured; both from 1. */
  readonly at?: { readonly line: number; readonly column: number }
}

export type AnyObservation = { [P in ProbeId]: Observation<P> }[ProbeId]

/** The probes that the real request itself consists of, in the order of the ladder. */
export const REQUEST_PROBES = [
  'lookup',
  'connect',
  'tunnel',
  'handshake',
  'response',
  'answer',
] as const satisfies readonly ProbeId[]

export const PROBE_RUNG: Readonly<Record<ProbeId, Rung>> = {
  settings: 'config',
  token: 'auth',
  lookup: 'dns',
  connect: 'tcp',
  tunnel: 'proxy',
  handshake: 'tls',
  response: 'http',
  answer: 'answer',
  'name-servers': 'dns',
  addresses: 'tcp',
  'served-chain': 'tls',
  'small-hello': 'tls',
  'other-name': 'tls',
  'other-way': 'http',
  keyless: 'http',
  'large-request': 'http',
  control: 'http',
  'status-page': 'http',
  'egress-address': 'http',
  'direct-api': 'http',
  'client-bundle': 'config',
  'browser-origin': 'http',
}

/** Why an observation was skipped when the run was told to stop. */
export const CANCELLED = 'cancelled'

/** Why nothing was sent on a route whose turn came too late. */
export const OUT_OF_TIME = 'the deadline of the run had passed'
