import type { Branch, Owner } from './owner.js';
import type { Secret } from './secret.js';
export declare const ROUTE_KINDS: readonly ['openai', 'azure', 'gateway'];
export type RouteKind = (typeof ROUTE_KINDS)[number];
export declare const ENDPOINTS: readonly ['responses', 'chat-completions', 'embeddings', 'moderations', 'audio-transcriptions'];
export type Endpoint = (typeof ENDPOINTS)[number];
/** How far to climb: `route` sends no credentials, `request` sends one tiny real request. */
export declare const DEPTHS: readonly ['route', 'auth', 'request'];
export type Depth = (typeof DEPTHS)[number];
/** Whose rules decide the way out. */
export declare const CLIENTS: readonly ['node', 'bun', 'deno', 'python', 'go', 'java', 'dotnet', 'ruby', 'php', 'rust', 'curl'];
export type Client = (typeof CLIENTS)[number];
/** Azure sign-in without a key: which Entra ID credential the application uses. */
export type AzureAuth = 'key' | 'entra';
/** A value and the place where it was read: `src/ask.ts:4`, `input endpoint`, `default`. */
export interface ReadValue {
    readonly value: string;
    readonly from: string;
}
/** Where an endpoint is from that was asked because the gateway does not serve the default one. */
export declare const ASKED_INSTEAD = "asked because /responses is not served";
/** What is known of the application's own call; a value that nobody names is absent. */
export interface RouteApplication {
    readonly endpoint: ReadValue;
    readonly stream: ReadValue;
    readonly baseUrl: ReadValue;
    readonly model?: ReadValue;
    /** Other endpoint families that the application calls; they were not probed. */
    readonly others: readonly ReadValue[];
    /** Why the checkout was not read to its end. */
    readonly limit?: string;
}
/** One route as asked for, after defaults: everything the probes need, nothing they may not see. */
export interface Route {
    readonly name: string;
    readonly kind: RouteKind;
    /** Exactly what the application uses, without trailing slash, e.g. `https://api.openai.com/v1`. */
    readonly baseUrl: string;
    readonly endpoint: Endpoint;
    /** The answer is asked for as a stream of events. */
    readonly stream?: boolean;
    /** Absent where nothing of the application can be known, e.g. for a log. */
    readonly application?: RouteApplication;
    /** Model or Azure deployment; never invented. */
    readonly model?: string;
    readonly organization?: string;
    readonly project?: string;
    /** Azure, classic endpoint only. */
    readonly apiVersion?: string;
    readonly azureAuth?: AzureAuth;
    /** Scope of the Entra ID token where the setting names one, e.g. `https://ai.azure.com/.default`. */
    readonly azureScope?: string;
    /** How far was asked for. */
    readonly depth: Depth;
    /** Why the climb ends below `depth` (no model, no key), in one sentence. */
    readonly depthLimit?: {
        readonly depth: Depth;
        readonly because: string;
    };
    readonly client: Client;
    /** How the client is known, e.g. `package-lock.json lists openai`. */
    readonly clientReason: string;
    /** For one attempt, milliseconds. */
    readonly timeoutMs: number;
    readonly attempts: number;
    readonly waitUpToMs: number;
    readonly failOn: readonly (Owner | Branch)[];
    readonly compareDirect: boolean;
    readonly apiKey?: Secret;
    /**
     * Names of headers that the SDK would take from OPENAI_CUSTOM_HEADERS by itself and that are meant
     * for another service of this run: they may hold its credentials.
     */
    readonly withheldHeaders?: readonly string[];
}
/** How far the climb really goes: what was asked for, or less where something is missing. */
export declare function effectiveDepth(route: Pick<Route, 'depth' | 'depthLimit'>): Depth;
