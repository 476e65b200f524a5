import { EXIT, exitCodeOf } from './doors/exit-code.js';
import type { Packet } from './model/index.js';
export type * from './model/index.js';
export { EXIT, exitCodeOf };
/** What a program may set: the inputs of the action by their names, and the environment to read. */
export interface PreflightOptions {
    readonly inputs?: Readonly<Record<string, string>>;
    /** Default: `process.env`. */
    readonly env?: Readonly<Record<string, string | undefined>>;
    /** Where relative paths start and where the client is looked for. Default: the working folder. */
    readonly workspace?: string;
    /** Ends the run early; what was seen until then is in the packet. */
    readonly signal?: AbortSignal;
}
/**
 * The preflight as a function: the same engine, rules and words as the action and the command line.
 * Resolves to the packet, with nothing secret in it; writes nothing and prints nothing. Rejects only
 * on a defect of its own: what is wrong with the settings or the route is in the verdict.
 */
export declare function preflight(options?: PreflightOptions): Promise<Packet>;
