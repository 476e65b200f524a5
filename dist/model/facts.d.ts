import type { Code } from './code.js';
import type { Client } from './route.js';
/** What kind of address it is (RFC 6890 registries). A public API host should only have `public` ones. */
export type AddressScope = 'public' | 'loopback' | 'private' | 'shared' | 'link-local' | 'unspecified' | 'documentation' | 'multicast' | 'reserved';
export interface ResolvedAddress {
    readonly address: string;
    readonly family: 4 | 6;
    readonly scope: AddressScope;
}
/** Problems with settings, found before any packet. One per setting and code. */
export interface SettingsFacts {
    readonly problems: readonly SettingProblem[];
    /** Length and shape of the key, never a part of it. */
    readonly key?: KeyShape;
}
export interface SettingProblem {
    readonly code: Code;
    /** Name of the setting as the user wrote it: an input, a variable, or `file:line:column`. */
    readonly setting: string;
    /** One sentence: what is wrong. Never contains a secret. */
    readonly message: string;
    /** One order with an object: what to change. */
    readonly fix: string;
    /** `fatal`: no request can be sent. `warning`: worth saying, the request goes out. */
    readonly severity: 'fatal' | 'warning';
    /** Who has to act when it is fatal. */
    readonly owner: 'auth' | 'request' | 'route-provider' | 'connection-path';
}
export interface KeyShape {
    readonly source: string;
    readonly length: number;
    /** Vendor or kind by its public prefix, e.g. `openai-project`, `openrouter`, `github`, `unknown`. */
    readonly kind: string;
}
/** A name lookup by the client's own resolver (getaddrinfo). */
export interface LookupFacts {
    readonly host: string;
    /** `literal`: the host is an address and nothing was asked. */
    readonly resolver: 'getaddrinfo' | 'literal' | 'log';
    readonly addresses: readonly ResolvedAddress[];
    /** Whose name: the API's host, or the proxy's. */
    readonly of: 'target' | 'proxy';
}
export interface AddressAttempt {
    readonly address: string;
    readonly family: 4 | 6;
    readonly port: number;
    /** `abandoned`: given up by the client in favour of another address (Happy Eyeballs). */
    readonly status: 'ok' | 'failed' | 'abandoned';
    readonly code?: Code;
    readonly errno?: string;
    readonly elapsedMs: number;
}
export interface ConnectFacts {
    readonly host: string;
    readonly port: number;
    readonly attempts: readonly AddressAttempt[];
    /** Address that the connection was opened to. */
    readonly address?: string;
    readonly family?: 4 | 6;
    readonly localAddress?: string;
    readonly of: 'target' | 'proxy';
}
/** The proxy's answer to CONNECT, or to the SOCKS request. */
export interface TunnelFacts {
    readonly proxy: string;
    readonly scheme: 'http' | 'https' | 'socks5' | 'socks5h';
    readonly target: string;
    /** HTTP status of the answer to CONNECT. */
    readonly status?: number;
    /** SOCKS5 reply code (RFC 1928 §6). */
    readonly reply?: number;
    /** Headers of interest, lower case. */
    readonly headers: Readonly<Record<string, string>>;
    /** Authentication schemes the proxy offers, lower case. */
    readonly schemes: readonly string[];
    readonly credentialsSent: boolean;
    readonly body?: BodyFacts;
}
export interface CertificateFacts {
    readonly subject: string;
    readonly issuer: string;
    /** ISO 8601. */
    readonly validFrom: string;
    readonly validTo: string;
    /** DNS and IP names, at most 10. */
    readonly names: readonly string[];
    readonly fingerprint256: string;
    readonly selfSigned: boolean;
}
export interface HandshakeFacts {
    readonly servername: string;
    /** Whose handshake: the API's, or that of an HTTPS proxy. */
    readonly of: 'target' | 'proxy';
    readonly version?: string;
    readonly cipher?: string;
    readonly alpn?: string;
    /** Leaf first, at most 10. */
    readonly chain: readonly CertificateFacts[];
    readonly verified: boolean;
}
/** An error object in one of the shapes that APIs send, tokens only, no prose. */
export interface ApiError {
    readonly type?: string;
    /** As text also where the API sends a number. */
    readonly code?: string;
    readonly param?: string;
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
    /** How long the token is good for, milliseconds. */
    readonly validMs?: number;
}
/** Facts of each probe. A rule that names a missing probe does not compile. */
export interface FactsOf {
    /** Settings, before any packet. */
    settings: SettingsFacts;
    /** Before the real request, where an Entra ID token is needed. */
    token: TokenFacts;
    /** The real request, rung by rung, seen on the connection that the SDK used. */
    lookup: LookupFacts;
    connect: ConnectFacts;
    tunnel: TunnelFacts;
    handshake: HandshakeFacts;
    response: ResponseFacts;
    answer: AnswerFacts;
    /** Investigations: only after a failure. */
    'name-servers': NameServersFacts;
    addresses: {
        readonly attempts: readonly AddressAttempt[];
        readonly timeoutMs: number;
    };
    'served-chain': ServedChainFacts;
    'small-hello': {
        readonly version: string;
        readonly helloBytes: number;
    };
    'other-name': {
        readonly servername: string;
        readonly reached: boolean;
        /** Size of the ClientHello sent, bytes: a large one that passes clears the path of that suspicion. */
        readonly helloBytes?: number;
    };
    'other-way': OtherWayFacts;
    keyless: ResponseFacts;
    'large-request': {
        readonly smallStatus?: number;
        readonly largeStatus?: number;
        readonly bytes: number;
    };
    control: {
        readonly host: string;
        readonly status?: number;
        readonly tls?: string;
        /** Clock of the control host minus ours, milliseconds, from `Date`. */
        readonly clockSkewMs?: number;
    };
    'status-page': {
        readonly host: string;
        readonly indicator: string;
        readonly updatedAt?: string;
        readonly components: readonly {
            readonly name: string;
            readonly status: string;
        }[];
    };
    'direct-api': ResponseFacts;
    /** The browser branch. */
    'client-bundle': ClientBundleFacts;
    'browser-origin': {
        readonly origin: string;
        readonly allowed: boolean;
        readonly headers: Readonly<Record<string, string>>;
        readonly status: number;
        /** Why a browser refuses, in one sentence. */
        readonly because?: string;
    };
}
export interface NameServersFacts {
    readonly host: string;
    readonly servers: readonly {
        readonly server: string;
        readonly a: NameServerAnswer;
        readonly aaaa: NameServerAnswer;
    }[];
    /** Entry of the hosts file for this name, when there is one. */
    readonly hostsFile?: string;
    readonly searchList: readonly string[];
}
export interface NameServerAnswer {
    /** DNS response code in words, or how it failed: `NOERROR`, `NXDOMAIN`, `SERVFAIL`, `REFUSED`, `TIMEOUT`, … */
    readonly answer: string;
    readonly addresses: readonly ResolvedAddress[];
    readonly cnames: readonly string[];
    readonly elapsedMs: number;
}
export interface ServedChainFacts {
    readonly servername: string;
    readonly chain: readonly CertificateFacts[];
    /** Product that signs intercepted connections, when the issuer names one. */
    readonly interceptor?: string;
    readonly trust: readonly {
        readonly store: string;
        readonly source: string;
        readonly accepted: boolean;
        readonly errno?: string;
    }[];
    /** Clients whose own trust stores accept this chain. */
    readonly acceptedBy: readonly Client[];
    /** Authority Information Access names an issuer that was not sent. */
    readonly missingIntermediate: boolean;
}
export interface OtherWayFacts {
    readonly way: 'direct' | 'proxy';
    /** `host:port` of the proxy, without credentials. */
    readonly proxy?: string;
    readonly source?: string;
    readonly reached: boolean;
    readonly status?: number;
}
export interface ClientBundleFacts {
    readonly files: number;
    readonly bytes: number;
    readonly hits: readonly {
        readonly kind: 'key' | 'api-call' | 'browser-switch';
        /** Vendor of the key (or the setting that holds this very key), host of the call, name of the switch. */
        readonly what: string;
        readonly file: string;
        readonly line: number;
        readonly column: number;
        /** Position in the original source, by source map. */
        readonly original?: {
            readonly file: string;
            readonly line: number;
            readonly column: number;
        };
        readonly encoded?: 'base64' | 'split';
    }[];
    readonly ignored: number;
    /** Hits beyond those listed. */
    readonly omitted?: number;
}
