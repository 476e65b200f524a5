import type { Packet } from '../model/index.js';
/** A request as every runtime can tell it. */
export interface FunctionAsked {
    readonly method: string;
    /** Lower case. */
    readonly headers: Readonly<Record<string, string>>;
    /** Milliseconds until the platform ends this function, where it says so. */
    readonly remainingMs?: number;
}
/** An answer as every runtime can give it. */
export interface Answered {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}
/** One run; the deadline is in milliseconds. */
export type FunctionRun = (deadlineMs: number) => Promise<Packet>;
/**
 * Answers with the packet, to callers who have the token, one run at a time: a run costs a request
 * of the account, and a crowd of them would be a bill.
 */
export declare function createAnswering(run: FunctionRun, environment: Readonly<Record<string, string | undefined>>): (asked: FunctionAsked) => Promise<Answered>;
