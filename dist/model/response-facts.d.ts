/** An error object in one of the shapes that APIs send, tokens only, no prose. */
export interface ApiError {
    readonly type?: string;
    /** As text also where the API sends a number. */
    readonly code?: string;
    readonly param?: string;
    /** The permission that the API says is missing, e.g. `model.request`. */
    readonly scope?: string;
    /** The `api-version` that the message asks for at least, e.g. `2025-03-01-preview`. */
    readonly apiVersion?: string;
    /** JSON type of `code` as sent: gateways are told apart by it. */
    readonly codeType?: 'string' | 'number' | 'null' | 'absent';
}
/** What a body looked like. The text itself never leaves the probe. */
export interface BodyFacts {
    /** Bytes read after decoding, at most 65536. */
    readonly bytes: number;
    /** More came than was read. */
    readonly truncated: boolean;
    /** The transfer ended as announced. */
    readonly complete: boolean;
    readonly shape: 'empty' | 'json' | 'html' | 'text' | 'binary';
    /**
     * Where the error object sits: `openai` {error:{message,type,…}}, `bare` {message,…} or
     * {statusCode,message}, `string` {error:"…"}, `array` [{code,message}], `detail` {detail:…}.
     */
    readonly errorShape?: 'openai' | 'bare' | 'string' | 'array' | 'detail';
    readonly error?: ApiError;
    /** Value of `object` at the top, e.g. `list`, `response`, `chat.completion`. */
    readonly object?: string;
    /** Names of the keys at the top, at most 20, tokens only. */
    readonly keys?: readonly string[];
    /** Named text patterns that matched (see `texts/`), in the order of the table. */
    readonly marks: readonly string[];
}
export interface Limit {
    readonly limit?: number;
    readonly remaining?: number;
    readonly resetMs?: number;
}
export interface ResponseFacts {
    readonly method: string;
    /** Path without query. */
    readonly path: string;
    readonly status: number;
    readonly httpVersion: string;
    /** Headers of interest, lower case, values scrubbed and cut to 200 characters. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: BodyFacts;
    /** Credentials were sent with the request. */
    readonly authenticated: boolean;
    /** Came from an origin other than the one asked for, or points there (3xx). */
    readonly redirectTo?: string;
    readonly requestId?: string;
    readonly clientRequestId?: string;
    /** Milliseconds from the end of sending to the first byte. */
    readonly firstByteMs?: number;
    readonly limits?: {
        readonly requests?: Limit;
        readonly tokens?: Limit;
        readonly retryAfterMs?: number;
    };
    /** Clock of the responder minus ours, milliseconds, from `Date`. */
    readonly clockSkewMs?: number;
}
/** What the SDK made of it. */
export interface AnswerFacts {
    /** e.g. `openai@7.57.0`, `openai-python@3.22.1`, `curl`. */
    readonly sdk: string;
    /** The API's own object was recognised in the answer. */
    readonly valid: boolean;
    /** `completed`, or `incomplete:max_output_tokens`: healthy both. */
    readonly finish?: string;
    /** Class names and codes, outermost first: `APIConnectionError > TypeError > ECONNREFUSED`. */
    readonly errorChain?: readonly string[];
}
