import type { AnyObservation } from './observation.js';
import type { Egress, Verdict } from './packet.js';
import type { Route } from './route.js';
import type { Code, Confidence, Owner, Responder, Rung } from './words.js';
/** What a rule may look at: the route as asked for, and everything that was seen on it. */
export interface Evidence {
    readonly route: Omit<Route, 'apiKey'>;
    readonly egress: Egress;
    /** `live`: measured here. `log`: read from text. `inside`: measured by a lesser runtime elsewhere. */
    readonly source: 'live' | 'log' | 'inside';
    readonly observations: readonly AnyObservation[];
    /** Wall clock when the run began, milliseconds since 1970; absent where nothing is measured. */
    readonly startedAtMs?: number;
    /** How sure the reading of a log is; what was measured is sure. */
    readonly confidence?: Confidence;
}
/** What one rule concludes. No finding without a citation. */
export interface Finding {
    readonly rule: string;
    readonly owner: Owner;
    /** `high` unless said otherwise. */
    readonly confidence?: Confidence;
    readonly rung: Rung;
    readonly code: Code;
    /** Who sent the deciding response; absent when none came. */
    readonly responder?: Responder;
    /** Product of the responder, e.g. `Squid`, `LiteLLM`. */
    readonly product?: string;
    /** Fails a run whose request passed: what was asked about is how the application itself calls. */
    readonly decides?: true;
    /** Time alone can heal it. */
    readonly retryable: boolean;
    /** One sentence that a person can paste into a chat. */
    readonly summary: string;
    /** Orders with an object, most effective first. */
    readonly doNext: readonly string[];
    /** What people do wrongly in this case. */
    readonly doNot: readonly string[];
    readonly cites: readonly [AnyObservation, ...AnyObservation[]];
}
/** One conclusion: evidence to finding. Pure: no clock, no socket, no environment. */
export interface Rule {
    /** Also the heading in docs/findings.md. */
    readonly id: string;
    /** Rules of other lists whose finding says it already; within its own list the order does. */
    readonly explainedBy?: readonly string[];
    readonly match: (evidence: Evidence) => Finding | undefined;
}
/** Rules about one thing, most specific first: the first that speaks has explained it. */
export type RuleList = readonly Rule[];
/** What is said of a run or a runner of which no route was measured. */
export type Saying = Pick<Verdict, 'verdict' | 'owner' | 'code' | 'rule' | 'summary'> & Partial<Pick<Verdict, 'rung' | 'firstBad' | 'doNext' | 'doNot' | 'ladder'>>;
/** The verdict of what no observation tells of: everything that is not said is empty. */
export declare function verdictWithoutRoute(saying: Saying): Verdict;
