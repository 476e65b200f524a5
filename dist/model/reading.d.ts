import type { AnyObservation, Evidence, Failure, FactsOf, Observation, ProbeId, ResponseFacts } from './index.js';
import { REQUEST_PROBES } from './index.js';
/** A probe of which the real request consists. */
type RequestProbe = (typeof REQUEST_PROBES)[number];
/** An observation of one probe whose outcome is a failure. */
export type Failed<P extends ProbeId = ProbeId> = Observation<P> & {
    readonly outcome: {
        readonly status: 'failed';
        readonly failure: Failure;
        readonly facts?: Partial<FactsOf[P]>;
    };
};
/** {@link Failed}, as a union over the probes, so that `probe` narrows the facts. */
export type AnyFailed = {
    [P in ProbeId]: Failed<P>;
}[ProbeId];
/** The response of the real request with the observation to cite. */
export interface Response {
    readonly observation: Observation<'response'>;
    readonly facts: ResponseFacts;
}
/** Read once for each evidence: every rule asks the same, and evidence does not change. */
export declare function perEvidence<T>(read: (evidence: Evidence) => T): (evidence: Evidence) => T;
export declare function isProbe<P extends ProbeId>(observation: AnyObservation, probe: P): observation is Extract<AnyObservation, {
    readonly probe: P;
}>;
/** Number of the last attempt of the real request, from 1; 0 when nothing was sent. */
export declare function lastAttempt(evidence: Evidence): number;
/**
 * The real request's own observations in its last attempt, in the order of the ladder;
 * within a rung in the order of time (the proxy's lookup before the target's).
 */
export declare const requestChain: (evidence: Evidence) => readonly AnyObservation[];
/** First failure of the real request in its last attempt, lowest rung first. */
export declare function firstFailed(evidence: Evidence): AnyFailed | undefined;
/** All observations of one probe, every attempt, earliest first. */
export declare function observations<P extends ProbeId>(evidence: Evidence, probe: P): readonly Extract<AnyObservation, {
    readonly probe: P;
}>[];
/**
 * One observation of a probe: of the last attempt for a probe of the real request, else the latest
 * there is. Where a rung was climbed twice in one attempt (proxy, then target), a failed one counts
 * before the last.
 */
export declare function observation<P extends ProbeId>(evidence: Evidence, probe: P): Extract<AnyObservation, {
    readonly probe: P;
}> | undefined;
/**
 * An investigation (a probe of the second round): its latest observation that says something,
 * `undefined` when it did not run or was skipped.
 */
export declare function investigation<P extends Exclude<ProbeId, RequestProbe>>(evidence: Evidence, probe: P): Extract<AnyObservation, {
    readonly probe: P;
}> | undefined;
/** The same with what it saw. */
export declare function investigated<P extends Exclude<ProbeId, RequestProbe>>(evidence: Evidence, probe: P): {
    readonly seen: Extract<AnyObservation, {
        readonly probe: P;
    }> | undefined;
    readonly facts: Partial<FactsOf[P]> | undefined;
};
/** What an observation saw, whole or in part; `undefined` when it was skipped or saw nothing. */
export declare function factsOf<P extends ProbeId>(one: Observation<P> | undefined): Partial<FactsOf[P]> | undefined;
/**
 * The response that the real request got in its last attempt: only when one really came, whole
 * enough to have a status and a body description.
 */
export declare function responseOf(evidence: Evidence): Response | undefined;
/** All facts that every response has are there. */
export declare function isWholeResponse(facts: Partial<ResponseFacts>): facts is ResponseFacts;
/**
 * No answer that came from an API and judged this request: nothing came, or it broke off, or a
 * limit, a server error or a page for people came in its place.
 */
export declare function lacksUsableResponse(evidence: Evidence): boolean;
export {};
