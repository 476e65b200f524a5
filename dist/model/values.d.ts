import type { SettingProblem } from './facts.js';
import type { Code } from './words.js';
/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
export declare function fields(value: unknown): Readonly<Record<string, unknown>>;
export declare function isObject(value: unknown): value is Readonly<Record<string, unknown>>;
/** What foreign JSON says; `undefined` when it does not parse, a value that no JSON text has. */
export declare function jsonIn(text: string): unknown;
/** ISO 8601 of a time in any form that Date reads. */
export declare function isoTime(text: unknown): string | undefined;
/** Milliseconds of each unit in which durations are written. */
export declare const UNIT_MS: Readonly<Record<string, number>>;
/** Of these properties the ones that have a value: absent is not undefined (exactOptionalPropertyTypes). */
export declare function given<T extends object>(properties: T): Given<T>;
type Given<T> = {
    -readonly [K in keyof T]?: Exclude<T[K], undefined>;
};
/**
 * The row of a table for a name that somebody else wrote (a header, a file, a log): `__proto__` and
 * `toString` have none. The only way to look a foreign name up in a plain object.
 */
export declare function entryOf<T>(table: Readonly<Record<string, T>>, name: string | number): T | undefined;
/** What the escape sequence at `at` stands for, as JSON, JavaScript and Python write it, and its length. */
export declare function unescaped(text: string, at: number): {
    readonly value: string;
    readonly length: number;
};
/** The parts that say something, with `between` between them. */
export declare function joined(between: string, ...parts: readonly (string | undefined)[]): string;
/** ` (EACCES)` of what the system threw, or nothing where it gave no code. */
export declare function codeNote(error: unknown): string;
/** A path or URL without the slashes at its end. */
export declare function withoutEndSlashes(path: string): string;
/**
 * Text that a server wrote, as a sentence of ours may quote it: letters, digits, spaces and the
 * punctuation of names. Sentences go into outputs, and workflows paste outputs into scripts, where
 * a `;`, `|`, `&`, `<` or `(` runs what follows; everything else becomes `-`.
 */
export declare function quotable(text: string): string;
/** Host of a URL as sockets want it: without the brackets of an IPv6 literal. */
export declare function bareHost(hostname: string): string;
/** `host:port` with brackets around an IPv6 address (RFC 3986 §3.2.2); a port of 0 is not known. */
export declare function hostAndPort(host: string, port: number | string): string;
/** Where a URL leads, as sockets want it. */
export declare function destinationOf({ protocol, hostname, port }: URL): {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
};
/** Host of a base URL as a person writes it, with a port that is not the usual one; a text that is no URL stands for itself. */
export declare function hostIn(baseUrl: string): string;
/**
 * A sentence about a run inside a target. Rules and letters say "this runner" or "this machine" for
 * where the request starts, and "the job" for what sets its environment: there both are the target's.
 */
export declare function ofTarget(text: string): string;
/**
 * Bodies of servers and proxies, messages and what a program says are read up to here, after decoding:
 * enough for an error object, too little to hurt.
 */
export declare const MOST_BODY_BYTES = 65536;
/** A setting with which no request can be sent. */
export declare const fatal: (code: Code, setting: string, wording: Pick<SettingProblem, 'message' | 'fix'>, owner?: SettingProblem['owner']) => SettingProblem;
/** Worth saying, and the request goes out. */
export declare const warning: (code: Code, setting: string, wording: Pick<SettingProblem, 'message' | 'fix'>, owner?: SettingProblem['owner']) => SettingProblem;
export {};
