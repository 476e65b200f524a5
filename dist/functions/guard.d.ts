/** Variable that holds the token; without it the function answers nobody. */
export declare const TOKEN_VARIABLE = "OPENAI_PREFLIGHT_TOKEN";
/** Why a request is not served. */
export interface Refusal {
    readonly status: 401 | 405 | 429 | 503;
    readonly code: string;
    readonly message: string;
    readonly headers?: Readonly<Record<string, string>>;
}
/** `undefined` when the caller may ask: the token is configured, and the caller has it. */
export declare function refusalOf(token: string | undefined, headers: Readonly<Record<string, string>>): Refusal | undefined;
