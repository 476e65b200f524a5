/**
 * Promise 2: a value that must not be printed. Every implicit way to turn it into text gives `***`;
 * only `reveal()` gives the value, so that a reviewer can search for the places that use it.
 */
export declare class Secret {
    #private;
    /** The setting it came from, e.g. `OPENAI_API_KEY`; safe to print. */
    readonly source: string;
    constructor(value: string, source: string);
    reveal(): string;
    toString(): string;
    toJSON(): string;
    get [Symbol.toStringTag](): string;
}
