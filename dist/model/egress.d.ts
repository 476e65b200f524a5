import type { Egress } from './packet.js';
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
    /** The family that the client dials first, where it does not take the order of the resolver. */
    readonly firstFamily?: 4 | 6;
    /** PEM texts to verify a proxy with that is reached by TLS, where they are not those of `ca`. */
    readonly proxyCa?: readonly string[];
}
