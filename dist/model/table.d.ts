/**
 * The row of a table for a name that somebody else wrote (a header, a file, a log): `__proto__` and
 * `toString` have none. The only way to look a foreign name up in a plain object.
 */
export declare function entryOf<T>(table: Readonly<Record<string, T>>, name: string | number): T | undefined;
