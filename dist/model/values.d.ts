/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
export declare function fields(value: unknown): Readonly<Record<string, unknown>>;
export declare function isObject(value: unknown): value is Readonly<Record<string, unknown>>;
/** What foreign JSON says; `undefined` when it does not parse, a value that no JSON text has. */
export declare function jsonIn(text: string): unknown;
/** Milliseconds of each unit in which durations are written. */
export declare const UNIT_MS: Readonly<Record<string, number>>;
/** A property only where there is a value: absent is not undefined (exactOptionalPropertyTypes). */
export declare function optional<K extends string, V>(key: K, value: V | undefined): {
    readonly [P in K]?: V;
};
/**
 * The row of a table for a name that somebody else wrote (a header, a file, a log): `__proto__` and
 * `toString` have none. The only way to look a foreign name up in a plain object.
 */
export declare function entryOf<T>(table: Readonly<Record<string, T>>, name: string | number): T | undefined;
/** A path or URL without the slashes at its end. */
export declare function withoutEndSlashes(path: string): string;
/**
 * Text that a server wrote, as a sentence of ours may quote it: letters, digits, spaces and the
 * punctuation of names. Sentences go into outputs, and workflows paste outputs into scripts, where
 * a `;`, `|`, `&`, `<` or `(` runs what follows; everything else becomes `-`.
 */
export declare function quotable(text: string): string;
