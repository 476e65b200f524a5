import type { Code } from './code.js';
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
