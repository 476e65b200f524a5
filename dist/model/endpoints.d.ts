/** What the SDK gave back, in so far as it is known to be the API's own object. */
export interface SdkAnswer {
    /** The API's own object was recognised. */
    readonly valid: boolean;
    /** `completed`, `incomplete:max_output_tokens`, …; empty when the object has no such word. */
    readonly finish: string;
    /** Model that answered, as the API names it: an alias or a deployment answers as what it stands for. */
    readonly model?: string;
}
/** One endpoint family: all that is known of it. */
interface EndpointFacts {
    /** Below the base URL. */
    readonly path: string;
    /** What the smallest request of it is, in words. */
    readonly sends: string;
    /** In words. */
    readonly costs: string;
    /** Attributes of the client that lead to its call, in the SDKs for JavaScript and Python alike. */
    readonly call: string;
    /** The cheapest request of it (promise 5), as the SDK takes it; a WebSocket has none. */
    readonly body: (model: string) => Readonly<Record<string, unknown>>;
    /** What counts as a valid answer. */
    readonly answer: (answer: unknown) => SdkAnswer;
    /** The same of its events, all of them; absent where the API knows no stream of it. */
    readonly streamed?: (events: readonly unknown[]) => SdkAnswer;
    /** Takes a conversation: one model answers all that do, and an API may serve only one of them. */
    readonly converses?: true;
    /** What a target without Node.js cannot do for it. */
    readonly needs?: 'file' | 'WebSocket';
}
/**
 * Every endpoint family, one entry each and nowhere else: the names of the input, the call of the SDK,
 * the reader of the application's calls and the tables of the pages are made from it, and tests ask
 * that action.yml, the README and the schemas name it.
 */
export declare const ENDPOINT_FACTS: {
    readonly responses: {
        readonly path: '/responses';
        readonly sends: 'the word `ping`, at most 16 output tokens, `store: false`';
        readonly costs: 'one minimal completion';
        readonly call: 'responses.create';
        readonly body: (model: string) => {
            model: string;
            input: string;
            max_output_tokens: number;
            store: boolean;
        };
        readonly answer: typeof responseAnswer;
        readonly streamed: (events: readonly unknown[]) => SdkAnswer;
        readonly converses: true;
    };
    readonly 'chat-completions': {
        readonly path: '/chat/completions';
        readonly sends: 'the word `ping`, at most 16 output tokens';
        readonly costs: 'one minimal completion';
        readonly call: 'chat.completions.create';
        readonly body: (model: string) => {
            model: string;
            messages: {
                role: string;
                content: string;
            }[];
            max_completion_tokens: number;
        };
        readonly answer: (answer: unknown) => {
            model?: string;
            valid: boolean;
            finish: string;
        };
        readonly streamed: (events: readonly unknown[]) => {
            model?: string;
            valid: boolean;
            finish: string;
        };
        readonly converses: true;
    };
    readonly embeddings: {
        readonly path: '/embeddings';
        readonly sends: 'the word `ping`';
        readonly costs: 'one token of input';
        readonly call: 'embeddings.create';
        readonly body: (model: string) => {
            model: string;
            input: string;
        };
        readonly answer: (answer: unknown) => {
            model?: string;
            valid: boolean;
            finish: string;
        };
    };
    readonly moderations: {
        readonly path: '/moderations';
        readonly sends: 'the word `ping`';
        readonly costs: 'nothing: a request of full depth for free';
        readonly call: 'moderations.create';
        readonly body: (model: string) => {
            model: string;
            input: string;
        };
        readonly answer: (answer: unknown) => {
            model?: string;
            valid: boolean;
            finish: string;
        };
    };
    readonly 'audio-transcriptions': {
        readonly path: '/audio/transcriptions';
        readonly sends: 'a quarter of a second of silence as a WAV file';
        readonly costs: 'the least that a transcription costs';
        readonly call: 'audio.transcriptions.create';
        readonly body: (model: string) => Readonly<Record<string, unknown>>;
        readonly answer: (answer: unknown) => {
            valid: boolean;
            finish: string;
        };
        readonly needs: 'file';
    };
    readonly realtime: {
        readonly path: '/realtime';
        readonly sends: 'a WebSocket, closed after `session.created`';
        readonly costs: 'nothing: nothing is said';
        readonly call: 'realtime.connect';
        readonly body: () => {};
        readonly answer: (event: unknown) => {
            valid: boolean;
            finish: string;
        };
        readonly needs: 'WebSocket';
    };
};
/** An endpoint family by name. */
export type Endpoint = keyof typeof ENDPOINT_FACTS;
/** Promise 5: the cheapest request of a family, and what else is known of it. */
export declare function endpointFacts(endpoint: Endpoint): EndpointFacts;
/** Every family, in the order of the table. */
export declare const ENDPOINTS: readonly Endpoint[];
/** Families that take a conversation. */
export declare const CONVERSING: readonly Endpoint[];
declare function responseAnswer(answer: unknown): SdkAnswer;
export {};
