import type { AddressAttempt, ConnectFacts, HandshakeFacts, LookupFacts, TunnelFacts } from './connection-facts.js';
import type { ClientBundleFacts, NameServersFacts, OtherWayFacts, ServedChainFacts } from './investigation-facts.js';
import type { AnswerFacts, ResponseFacts } from './response-facts.js';
import type { EgressAddress } from './egress.js';
import type { SettingsFacts } from './settings-facts.js';
import type { TokenFacts } from './token-facts.js';
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
    /** The same POST without credentials, small and large, beside a GET; a status is absent where none came. */
    'large-request': {
        readonly getStatus?: number;
        readonly smallStatus?: number;
        readonly largeStatus?: number;
        /** Until the small one was answered, milliseconds. */
        readonly smallMs?: number;
        /** That the large one had, milliseconds. */
        readonly largeMs?: number;
        readonly bytes: number;
    };
    control: {
        readonly host: string;
        readonly status?: number;
        readonly tls?: string;
        /** Ports that refused the connection: a second one is asked where the first refused. */
        readonly refusedPorts?: readonly number[];
        /** Clock of the control host minus ours, milliseconds, from `Date`. */
        readonly clockSkewMs?: number;
    };
    'status-page': {
        readonly host: string;
        /** `none` while all is well, `minor`, `major`, `critical`, `maintenance`; `incident` of a feed. */
        readonly indicator: string;
        readonly updatedAt?: string;
        /** Parts that are not well. */
        readonly components: readonly {
            readonly name: string;
            readonly status: string;
        }[];
        /** Why it could not be asked: `by the same proxy: 403`. */
        readonly because?: string;
    };
    'egress-address': EgressAddress;
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
