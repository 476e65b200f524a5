import type { Egress, EgressAddress } from './egress.ts'
import type { ProbeId } from './observation.ts'
import type { Client, Depth, Endpoint, RouteApplication, RouteKind } from './route.ts'
import type { Rung } from './rung.ts'
import type { Verdict } from './verdict.ts'

export const SCHEMA_VERSION = 1

/** An observation as it is stored: flat, so that a person can read it. */
export interface PacketObservation {
  readonly id: string
  readonly probe: ProbeId
  readonly rung: Rung
  readonly target: string
  readonly attempt: number
  readonly status: 'ok' | 'failed' | 'skipped'
  /** Empty unless failed. */
  readonly code: string
  /** Reason of a skip, detail of a failure, otherwise empty. */
  readonly because: string
  readonly startedMs: number
  readonly elapsedMs: number
  readonly facts: Readonly<Record<string, unknown>>
  readonly at?: { readonly line: number; readonly column: number }
}

/** The way that one client would take to the host of a route. */
export interface ClientPath {
  readonly client: Client
  /** `direct`, `http://host:port` without credentials, or `none` when no request can leave. */
  readonly exit: string
  /** Why this way, in one sentence. */
  readonly reason: string
  /**
   * A request left by this exit in this run and the host itself answered; absent when that was not
   * tried. What a client trusts on the way is another question: `acceptedBy` of `served-chain`.
   */
  readonly works?: boolean
}

/**
 * What the service says of itself. A green page does not clear a route, and a red one does not prove
 * it: no verdict comes from here.
 */
export type StatusPageSeen =
  | {
      readonly host: string
      /** ISO 8601 with offset. */
      readonly checkedAt: string
      /** `none` while all is well, `minor`, `major`, `critical`, `maintenance`, `incident`. */
      readonly indicator: string
      /** Parts that are not well. */
      readonly components: readonly { readonly name: string; readonly status: string }[]
    }
  | {
      /** Absent where no page is known. */
      readonly host?: string
      readonly checkedAt?: string
      /** Why it could not be asked: `by the same proxy: 403`. */
      readonly because: string
    }

export interface PacketRoute {
  readonly name: string
  readonly kind: RouteKind
  readonly baseUrl: string
  readonly endpoint: Endpoint
  /** What is known of the application's own call, each value with the place where it was read. */
  readonly application?: RouteApplication
  /** Empty when none was given. */
  readonly model: string
  readonly client: Client
  readonly clientReason: string
  readonly depth: Depth
  /** Salted hash of the key, to compare packets; empty without a key. */
  readonly keyFingerprint: string
  readonly failOn: readonly string[]
  readonly attempts: number
  /** Number of the attempt that passed or was the last, from 1; 0 when nothing was sent. */
  readonly attempt: number
  readonly egress: Egress
  /** One for each client; absent where only one could be looked at (a log, another place). */
  readonly clientPaths?: readonly ClientPath[]
  readonly observations: readonly PacketObservation[]
  /** Present whenever the request was sent and no usable response came. */
  readonly statusPage?: StatusPageSeen
  /** On the direct route, where it was asked: what the API's edge sees, or why it could not be asked. */
  readonly egressAddress?: EgressAddress | { readonly because: string }
  readonly verdict: Verdict
}

export interface Runtime {
  readonly os: string
  readonly arch: string
  readonly container: boolean
  /** Of the runner; with `inside` the command that enters the target, without secrets. */
  readonly runnerName: string
  readonly runnerKind: 'github-hosted' | 'self-hosted' | 'none'
  /** Empty when not known. */
  readonly region: string
  /** `live`, `log`, `inside:node`, `inside:python3`, `inside:sh`. */
  readonly source: string
}

/** Everything known about a run, with nothing secret in it: what reports are made from. */
export interface Packet {
  readonly schemaVersion: typeof SCHEMA_VERSION
  readonly tool: {
    readonly name: 'openai-preflight'
    readonly version: string
    readonly node: string
    readonly openai: string
    readonly undici: string
  }
  /** ISO 8601 with offset. */
  readonly startedAt: string
  /** IANA name, e.g. `Etc/UTC`. */
  readonly timezone: string
  readonly elapsedMs: number
  readonly runtime: Runtime
  readonly routes: readonly PacketRoute[]
  /** Of the whole run: the verdict of the route that decides. */
  readonly verdict: Verdict & { readonly route: string }
  /** What was removed, where and how often; never the value. */
  readonly redactions: readonly {
    readonly what: string
    readonly where: string
    readonly count: number
  }[]
}
