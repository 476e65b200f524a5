/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
export declare function fields(value: unknown): Readonly<Record<string, unknown>>;
export declare function isObject(value: unknown): value is Readonly<Record<string, unknown>>;
/** What foreign JSON says; `undefined` when it does not parse, a value that no JSON text has. */
export declare function jsonIn(text: string): unknown;
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
export {};
