import type { Code } from './code.js';
import type { BodyFacts } from './response-facts.js';
/** How an Entra ID token is taken, by what the environment of the job offers. */
export type TokenMethod = 'client-secret' | 'client-certificate' | 'workload-identity' | 'job-token' | 'managed-identity';
/** One request on the way to a token: codes only, neither ids nor tokens nor prose. */
export interface TokenExchange {
    /** The authority, the machine's own identity service, or GitHub's endpoint for the job's OIDC token. */
    readonly asked: 'entra' | 'imds' | 'identity-endpoint' | 'job';
    readonly host: string;
    /** HTTP status; absent when none came. */
    readonly status?: number;
    /** Why none came. */
    readonly code?: Code;
    readonly errno?: string;
    readonly shape?: BodyFacts['shape'];
    /** Word of the error object, e.g. `invalid_client` (RFC 6749 §5.2). */
    readonly error?: string;
    /** `AADSTS700016`, …: numbers that Entra ID documents one by one. */
    readonly errorCodes: readonly string[];
}
/** Sign-in with Entra ID, before a request that needs a token. */
export interface TokenFacts {
    readonly method: TokenMethod;
    /** Host of the authority; for a managed identity the host of the identity service. */
    readonly authority: string;
    readonly scope: string;
    /** Set in the environment; the values stay there. */
    readonly hasTenant: boolean;
    readonly hasClient: boolean;
    /** In the order in which they were sent. */
    readonly exchanges: readonly TokenExchange[];
    /** Subject of the token that the workload shows to Entra ID, e.g. `repo:octo/app:ref:refs/heads/main`. */
    readonly subject?: string;
    /** `iss` and `aud` of that token: Entra ID compares all three. */
    readonly issuer?: string;
    readonly assertionAudience?: string;
    /** `aud` of the token that Entra ID gave. */
    readonly audience?: string;
    /** Variables whose value has white space at an end: the identity library sends it as it is. */
    readonly padded?: readonly string[];
    /** Path of the certificate or token file that was to be read. */
    readonly file?: string;
    /** How long the token is good for, milliseconds. */
    readonly validMs?: number;
}
