import type { FactsOf, ProbeId } from './facts.js';
import type { PacketObservation } from './packet.js';
import type { Code, Rung } from './words.js';
/** A failure in our own words. The raw error never travels past the place that saw it. */
export interface Failure {
    readonly code: Code;
    /** Node, libuv, OpenSSL or undici code as it was seen, e.g. `ECONNREFUSED`; absent when there was none. */
    readonly errno?: string;
    /** TLS alert number (RFC 8446 §6), when the peer sent one. */
    readonly alert?: number;
    /** Short scrubbed text for people; never decides anything. */
    readonly detail?: string;
}
/** Three outcomes, never booleans. Not measured is never `failed` and never `ok`. */
export type Outcome<Facts> = {
    readonly status: 'ok';
    readonly facts: Facts;
} | {
    readonly status: 'failed';
    readonly failure: Failure;
    readonly facts?: Partial<Facts>;
} | {
    readonly status: 'skipped';
    readonly because: string;
};
/** One thing seen: one probe, one target, one outcome. The packet is a list of these. */
export interface Observation<P extends ProbeId = ProbeId> {
    /** Unique within the route, e.g. `handshake`, `handshake#2` for the second attempt. */
    readonly id: string;
    readonly probe: P;
    readonly rung: Rung;
    readonly route: string;
    /** What was asked: `api.openai.com`, `192.0.2.1:443`, `POST /v1/responses`. */
    readonly target: string;
    /** Attempt of the real request it belongs to or follows, from 1. */
    readonly attempt: number;
    /** Milliseconds since the start of the run. */
    readonly startedMs: number;
    readonly elapsedMs: number;
    readonly outcome: Outcome<FactsOf[P]>;
    /** Position in a log, when it was read and not measured; both from 1. */
    readonly at?: {
        readonly line: number;
        readonly column: number;
    };
}
export type AnyObservation = {
    [P in ProbeId]: Observation<P>;
}[ProbeId];
/** The probes that the real request itself consists of, in the order of the ladder. */
export declare const REQUEST_PROBES: readonly ["lookup", "connect", "tunnel", "handshake", "response", "answer"];
export declare const PROBE_RUNG: Readonly<Record<ProbeId, Rung>>;
/** The stored observations of one probe, in their order. */
export declare function seenBy<P extends ProbeId>(stored: readonly PacketObservation[], probe: P): readonly Extract<PacketObservation, {
    readonly probe: P;
}>[];
