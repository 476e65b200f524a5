import type { Code } from './code.js';
import type { BodyFacts } from './response-facts.js';
/** What kind of address it is (RFC 6890 registries). A public API host should only have `public` ones. */
export type AddressScope = 'public' | 'loopback' | 'private' | 'shared' | 'link-local' | 'unspecified' | 'documentation' | 'multicast' | 'reserved';
export interface ResolvedAddress {
    readonly address: string;
    readonly family: 4 | 6;
    readonly scope: AddressScope;
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
    /** The chain ends in a root that no public list holds: a company's own, or an inspection device's. */
    readonly privateRoot?: true;
}
