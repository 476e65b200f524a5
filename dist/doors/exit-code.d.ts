import { type Packet, type VerdictKind } from '../model/index.js';
/** Exit codes of the command line. */
export declare const EXIT: {
    readonly pass: 0;
    readonly fail: 1;
    readonly usage: 2;
    readonly inconclusive: 3;
    readonly defect: 70;
    readonly cancelled: 130;
};
/** Whether anything fails the job. `failOn` is for a run that did not get as far as a route. */
export declare function failing(packet: Packet, failOn?: readonly string[]): boolean;
/** 0 also when something was found that does not fail the job: it is a warning then. */
export declare function exitCodeOf(packet: Packet, failOn?: readonly string[]): number;
/** Of a verdict that fails the job. */
export declare function codeOf(verdict: VerdictKind): number;
