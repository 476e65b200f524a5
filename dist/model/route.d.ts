import type { RouteApplication } from './packet.js';
import type { PathCheck } from './path-check.js';
import type { Secret } from './secret.js';
import type { Endpoint } from './endpoints.js';
import type { Client, Depth, Gate, RouteKind } from './words.js';
/** Azure sign-in without a key: which Entra ID credential the application uses. */
export type AzureAuth = 'key' | 'entra';
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
    /** `az` holds a session on this machine, and nothing that stands before it says how to sign in. */
    readonly azureCli?: true;
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
    /** How long the application's own call waits, milliseconds; absent where its source does not say. */
    readonly applicationTimeoutMs?: number;
    /** For one attempt, milliseconds. */
    readonly timeoutMs: number;
    readonly attempts: number;
    readonly waitUpToMs: number;
    readonly failOn: readonly Gate[];
    /** What ends sooner than this is warned of, milliseconds; 0 or absent: not asked. */
    readonly expiryWarningMs?: number;
    /** Less than this share of a rate limit is warned of, 0 to 1; 0 or absent: not looked at. */
    readonly headroomWarning?: number;
    readonly compareDirect: boolean;
    /** What is asked after the request passed; each once. */
    readonly pathChecks?: readonly PathCheck[];
    readonly apiKey?: Secret;
    /**
     * Names of headers that the SDK would take from OPENAI_CUSTOM_HEADERS by itself and that are meant
     * for another service of this run: they may hold its credentials.
     */
    readonly withheldHeaders?: readonly string[];
}
/** How far the climb really goes: what was asked for, or less where something is missing. */
export declare function effectiveDepth(route: Pick<Route, 'depth' | 'depthLimit'>): Depth;
