import type { CertificateFacts, ResolvedAddress } from './connection-facts.js';
import type { Client } from './route.js';
import type { SettingProblem } from './settings-facts.js';
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
    /** Places in `chain`, from 0, of those outside their dates by the clock of this runner. */
    readonly outdated?: readonly number[];
}
export interface OtherWayFacts {
    readonly way: 'direct' | 'proxy';
    /** `host:port` of the proxy, without credentials. */
    readonly proxy?: string;
    readonly source?: string;
    readonly reached: boolean;
    readonly status?: number;
    /** The client whose roots accepted that way, where this client's own did not. */
    readonly trustOf?: Client;
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
    /** Hits beyond those listed; keys are listed first. */
    readonly omitted?: Readonly<Partial<Record<'key' | 'api-call' | 'browser-switch', number>>>;
    /** Files and folders that were not searched, each with the reason: the rest is not proven clean. */
    readonly notSearched?: readonly {
        readonly what: string;
        readonly because: string;
    }[];
    /** More of them than are listed. */
    readonly notSearchedBesides?: number;
    /** Lines of the ignore file that do nothing. */
    readonly problems?: readonly SettingProblem[];
}
