import type { Client } from './route.js';
/** Where trusted roots come from. */
export interface TrustStore {
    readonly store: 'bundled' | 'system' | 'extra' | 'file';
    /** What put it there: a variable name, a default of the client, or `ca-file`. */
    readonly source: string;
    /** File or folder, when it is one. */
    readonly path?: string;
}
export interface ProxyHop {
    readonly scheme: 'http' | 'https' | 'socks5' | 'socks5h';
    /** Host name or address, without brackets. */
    readonly host: string;
    readonly port: number;
    /** Name of the variable that decided, as it is spelt, e.g. `https_proxy`. */
    readonly source: string;
    readonly hasCredentials: boolean;
}
/** A variable that is set and does not do what it promises, and what to change. Never a value. */
export interface EgressNote {
    /** Name as it is spelt in the environment. */
    readonly variable: string;
    readonly because: string;
    readonly fix: string;
}
/**
 * How this client gets out, and why: a pure function of the environment.
 * Printed in the packet, so it never holds credentials (see `EgressPlan`).
 */
export interface Egress {
    /** A log does not say which client wrote it; `client` only stands in. */
    readonly clientUnknown?: true;
    readonly client: Client;
    readonly proxy?: ProxyHop;
    /** Why this way, in one sentence that names the variable. */
    readonly reason: string;
    /** Variables that are set but do not act on this client: near misses, ignored forms. */
    readonly ignored: readonly EgressNote[];
    /**
     * No request can leave this way. `client`: the client itself fails on the variable before any
     * packet; `preflight`: the client could, but this program does not speak it (SOCKS4).
     */
    readonly unusable?: EgressNote & {
        readonly by: 'client' | 'preflight';
    };
    readonly trust: readonly TrustStore[];
    /** `false` where the environment switches verification off (the preflight verifies all the same). */
    readonly verifies: boolean;
    /** Milliseconds given to each address before the next is tried; 0 when the client tries one after the other. */
    readonly addressTimeoutMs: number;
    readonly httpVersion: '1.1' | '2';
}
/** Where the connections of a way leave: `direct`, `http://host:port` of its proxy, or `none`. */
export declare function exitOf({ proxy, unusable }: Pick<Egress, 'proxy' | 'unusable'>): string;
/** The egress with what must not be printed. */
export interface EgressPlan {
    readonly egress: Egress;
    /** User and password of the proxy URL, percent-decoded. */
    readonly proxyCredentials?: {
        readonly username: string;
        readonly password: string;
    };
    /** PEM texts to verify with; absent when the process default is what the client uses. */
    readonly ca?: readonly string[];
    /** Any certificate of `ca` ends a chain, also one that is not its own issuer (a partial chain). */
    readonly partialChain?: boolean;
    /** PEM texts to verify a proxy with that is reached by TLS, where they are not those of `ca`. */
    readonly proxyCa?: readonly string[];
}
/** When something is done that not everybody wants. */
export declare const OCCASIONS: readonly ['never', 'on-failure', 'always'];
export type Occasion = (typeof OCCASIONS)[number];
/** What the API's own edge sees of this egress. */
export interface EgressAddress {
    /** Public address, IPv4 or IPv6. */
    readonly address: string;
    /** ISO 3166 alpha-2 as the edge has it; `T1` for Tor. */
    readonly country?: string;
    /** Airport code of the edge that answered. */
    readonly colo?: string;
    /** Address of this machine on the same connection; absent through a proxy. */
    readonly localAddress?: string;
    /** The address changed on the way, so that others may share it; absent where not known. */
    readonly nat?: boolean;
}
