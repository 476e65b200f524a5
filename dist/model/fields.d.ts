/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
export declare function fields(value: unknown): Readonly<Record<string, unknown>>;
/** A property only where there is a value: absent is not undefined (exactOptionalPropertyTypes). */
export declare function optional<K extends string, V>(key: K, value: V | undefined): {
    readonly [P in K]?: V;
};
