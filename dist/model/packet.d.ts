import type { Client, Code } from './words.js'

import type { AddressScope, ResolvedAddress, LookupFacts, AddressAttempt, ConnectFacts, ApiError, BodyFacts, TunnelFacts, CertificateFacts, StrictProblem, HandshakeFacts, Limit, StreamFacts, ResponseFacts, AnswerFacts, SettingProblem, KeyShape, TokenMethod, TokenExchange, TokenFacts, NameServerAnswer, NameServersFacts, ServedChainFacts, BodyCheckFacts, SurroundingsFacts, ModelSeen, ModelsFacts, IdleCheckFacts, ClientBundleFacts, EgressAddress, FactsOf, ProbeId } from './facts.js'

export type AlsoFound = {
  readonly rule: string
  /** Who must act. */
  readonly owner: 'connection-path' | 'route-provider' | 'request' | 'auth' | 'quota' | 'rate-limit' | 'api-server' | 'client-app' | 'unknown' | 'none'
  /** layer.reason */
  readonly code: Code
  readonly summary: string
  readonly doNext: readonly string[]
  readonly cites: readonly string[]
}

export type LadderStep = {
  readonly rung: 'config' | 'dns' | 'tcp' | 'proxy' | 'tls' | 'http' | 'auth' | 'request' | 'quota' | 'answer'
  readonly status: 'ok' | 'failed' | 'skipped'
  /** What was seen, or why nothing was; one short line. */
  readonly because: string
  /** Spent on this rung; absent when skipped or not separable. */
  readonly elapsedMs?: number
  /** Ids of the observations behind it. */
  readonly cites: readonly string[]
}

export type Verdict = {
  readonly verdict: 'pass' | 'fail' | 'inconclusive'
  /** Who must act. */
  readonly owner: 'connection-path' | 'route-provider' | 'request' | 'auth' | 'quota' | 'rate-limit' | 'api-server' | 'client-app' | 'unknown' | 'none'
  /** How strongly the evidence points to the owner; empty on pass. */
  readonly confidence: 'high' | 'medium' | 'low' | ''
  /** The coarse gate that a deploy step tests. */
  readonly branch: 'route' | 'auth' | 'quota' | 'server' | 'client' | 'unknown' | 'none'
  /** Where the evidence changed; empty on pass. */
  readonly rung: 'config' | 'dns' | 'tcp' | 'proxy' | 'tls' | 'http' | 'auth' | 'request' | 'quota' | 'answer' | ''
  readonly code: Code | ''
  /** Rule that decided; heading in docs/findings.md; empty on pass. */
  readonly rule: string
  /** Who sent the deciding response; empty when none came. */
  readonly responder: 'openai' | 'openai-edge' | 'azure-openai' | 'azure-apim' | 'gateway' | 'proxy' | 'interceptor' | 'unknown' | ''
  /** Product of the responder, when known. */
  readonly product: string
  /** Of the deciding response; empty when none came. */
  readonly httpStatus: number | ''
  /** Of the deciding response; empty when none came. */
  readonly requestId: string
  /** A retry may help. */
  readonly retryable: boolean
  /** One sentence a person can paste into a chat. */
  readonly summary: string
  /** Last rung that was proven; none when not even the settings were usable. */
  readonly lastGood: 'config' | 'dns' | 'tcp' | 'proxy' | 'tls' | 'http' | 'auth' | 'request' | 'quota' | 'answer' | 'none'
  /** First rung whose evidence changed. */
  readonly firstBad: 'config' | 'dns' | 'tcp' | 'proxy' | 'tls' | 'http' | 'auth' | 'request' | 'quota' | 'answer' | 'none'
  /** Orders with an object, most effective first. */
  readonly doNext: readonly string[]
  /** Advice that people get wrong in this case. */
  readonly doNot: readonly string[]
  /** Ids of observations. */
  readonly cites: readonly string[]
  /** Findings that do not decide. */
  readonly also: readonly AlsoFound[]
  readonly ladder: readonly LadderStep[]
}

export type TrustStore = {
  readonly store: 'bundled' | 'system' | 'extra' | 'file'
  /** What put it there: a variable, a default of the client, or ca-file. */
  readonly source: string
  /** File or folder, when it is one. */
  readonly path?: string
}

export type ProxyHop = {
  readonly scheme: 'http' | 'https' | 'socks5' | 'socks5h'
  /** Host name or address, without brackets. */
  readonly host: string
  readonly port: number
  /** Variable that decided, as it is spelt, e.g. https_proxy. */
  readonly source: string
  readonly hasCredentials: boolean
}

export type EgressNote = {
  /** Name as it is spelt in the environment. */
  readonly variable: string
  readonly because: string
  readonly fix: string
}

export type Egress = {
  /** A log does not say which client wrote it; client stands in. */
  readonly clientUnknown?: true
  readonly client: Client
  readonly proxy?: ProxyHop
  /** Why this way, in one sentence that names the variable. */
  readonly reason: string
  /** Variables that are set but do not act on this client. */
  readonly ignored: readonly EgressNote[]
  /** No request can leave this way: the client fails on the variable itself, or the preflight does not speak it (SOCKS4). */
  readonly unusable?: {
    /** Name as it is spelt in the environment. */
    readonly variable: string
    readonly because: string
    readonly fix: string
    readonly by: 'client' | 'preflight'
  }
  readonly trust: readonly TrustStore[]
  /** Certificates are verified by the letter of RFC 5280 (X509_V_FLAG_X509_STRICT), and any trusted one ends a chain: with what makes it so, or what would have to be known. */
  readonly strict?: {
    readonly applies: 'yes' | 'not known'
    readonly because: string
  }
  /** False where the environment switches verification off; the preflight verifies all the same. */
  readonly verifies: boolean
  /** Given to each address before the next is tried; 0 when the client tries one after the other. */
  readonly addressTimeoutMs: number
  /** Rules that hold since a release, where the release that runs is not known: what this way depends on. */
  readonly assumes?: readonly string[]
  /** Only the first address of a name is dialled, and its failure is the failure of the request: with what makes it so, or what would have to be known. */
  readonly firstAddressOnly?: {
    readonly applies: 'yes' | 'not known'
    readonly because: string
  }
  readonly httpVersion: '1.1' | '2'
}

export type ClientPath = {
  readonly client: Client
  /** Without credentials; none when no request can leave. */
  readonly exit: string
  readonly reason: string
  /** A request left by this exit in this run and the host itself answered; absent when that was not tried. */
  readonly works?: boolean
}

export type ReadValue = {
  readonly value: string
  readonly from: string
}

export type RouteApplication = {
  /** A value and the place where it was read: file:line, the name of a setting, or default. */
  readonly endpoint: ReadValue
  /** A value and the place where it was read: file:line, the name of a setting, or default. */
  readonly stream: ReadValue
  /** A value and the place where it was read: file:line, the name of a setting, or default. */
  readonly baseUrl: ReadValue
  /** A value and the place where it was read: file:line, the name of a setting, or default. */
  readonly model?: ReadValue
  /** How long its client waits, for example 20s; absent where none is set. */
  readonly timeout?: ReadValue
  /** Library of the API and its version, by a lock file or a manifest. */
  readonly sdk?: ReadValue
  /** Other endpoint families that the application calls and that this run did not probe. */
  readonly others: readonly ReadValue[]
  /** Other models that the application names. */
  readonly otherModels?: readonly ReadValue[]
  /** Why the checkout was not read to its end. */
  readonly limit?: string
}

export type PacketRoute = {
  readonly name: string
  readonly kind: 'openai' | 'azure' | 'gateway'
  readonly baseUrl: string
  readonly endpoint: 'responses' | 'chat-completions' | 'embeddings' | 'moderations' | 'audio-transcriptions' | 'realtime'
  /** What is known of the application's own call. */
  readonly application?: RouteApplication
  /** Model or deployment; empty when none was given. */
  readonly model: string
  readonly client: Client
  readonly clientReason: string
  readonly depth: 'route' | 'auth' | 'request'
  /** Further inputs that decide the request, where they are not the default: stream, path-checks, api-version, timeout and the like. Identifiers stand as the variable that holds them. */
  readonly repeat?: Readonly<Record<string, string>>
  /** Salted hash of the key, to compare packets; empty without a key. */
  readonly keyFingerprint: string
  readonly failOn: readonly string[]
  /** Allowed. */
  readonly attempts: number
  /** That passed or was the last; 0 when nothing was sent. */
  readonly attempt: number
  /** How this client gets out, and why; without credentials. */
  readonly egress: Egress
  /** The path that each client would take to this host; absent where only one could be looked at. */
  readonly clientPaths?: readonly ClientPath[]
  readonly observations: readonly PacketObservation[]
  /** What the service says of itself; present whenever the request was sent and no usable response came. No verdict comes from it. */
  readonly statusPage?: {
    readonly host: string
    /** ISO 8601 with offset. */
    readonly checkedAt: string
    /** none while all is well, minor, major, critical, maintenance, incident. */
    readonly indicator: string
    /** Parts that are not well. */
    readonly components: readonly {
      readonly name: string
      readonly status: string
    }[]
  } | {
    /** Absent where no page is known. */
    readonly host?: string
    /** ISO 8601 with offset. */
    readonly checkedAt?: string
    /** Why it could not be asked. */
    readonly because: string
  }
  /** On the direct route, where it was asked: what the edge of the API sees of this egress, or why it could not be asked. */
  readonly egressAddress?: EgressAddress | {
    readonly because: string
  }
  /** The failure as the application meets it; absent after a pass and where nothing was sent. */
  readonly exception?: {
    /** Classes of the SDK of this client, outermost first; empty where it has none: APIConnectionError, TypeError: fetch failed, Error ECONNRESET. */
    readonly chain: readonly string[]
    readonly hadStatus: boolean
    readonly hadBody: boolean
    readonly hadRequestId: boolean
  }
  readonly verdict: Verdict
}

export type Runtime = {
  readonly os: string
  readonly arch: string
  readonly container: boolean
  /** Of the runner; with inside the command that enters the target, without secrets. */
  readonly runnerName: string
  readonly runnerKind: 'github-hosted' | 'self-hosted' | 'none'
  /** Empty when not known. */
  readonly region: string
  /** live, log, inside:node, inside:python3, inside:sh. */
  readonly source: string
}

export type Packet = {
  readonly schemaVersion: 1
  readonly tool: {
    readonly name: 'openai-preflight'
    readonly version: string
    readonly node: string
    readonly openai: string
    readonly undici: string
  }
  /** ISO 8601 with offset. */
  readonly startedAt: string
  /** IANA name, e.g. Etc/UTC. */
  readonly timezone: string
  readonly elapsedMs: number
  readonly runtime: Runtime
  readonly routes: readonly PacketRoute[]
  /** Of the whole run. */
  readonly verdict: {
    readonly verdict: 'pass' | 'fail' | 'inconclusive'
    /** Who must act. */
    readonly owner: 'connection-path' | 'route-provider' | 'request' | 'auth' | 'quota' | 'rate-limit' | 'api-server' | 'client-app' | 'unknown' | 'none'
    /** How strongly the evidence points to the owner; empty on pass. */
    readonly confidence: 'high' | 'medium' | 'low' | ''
    /** The coarse gate that a deploy step tests. */
    readonly branch: 'route' | 'auth' | 'quota' | 'server' | 'client' | 'unknown' | 'none'
    /** Where the evidence changed; empty on pass. */
    readonly rung: 'config' | 'dns' | 'tcp' | 'proxy' | 'tls' | 'http' | 'auth' | 'request' | 'quota' | 'answer' | ''
    readonly code: Code | ''
    /** Rule that decided; heading in docs/findings.md; empty on pass. */
    readonly rule: string
    /** Who sent the deciding response; empty when none came. */
    readonly responder: 'openai' | 'openai-edge' | 'azure-openai' | 'azure-apim' | 'gateway' | 'proxy' | 'interceptor' | 'unknown' | ''
    /** Product of the responder, when known. */
    readonly product: string
    /** Of the deciding response; empty when none came. */
    readonly httpStatus: number | ''
    /** Of the deciding response; empty when none came. */
    readonly requestId: string
    /** A retry may help. */
    readonly retryable: boolean
    /** One sentence a person can paste into a chat. */
    readonly summary: string
    /** Last rung that was proven; none when not even the settings were usable. */
    readonly lastGood: 'config' | 'dns' | 'tcp' | 'proxy' | 'tls' | 'http' | 'auth' | 'request' | 'quota' | 'answer' | 'none'
    /** First rung whose evidence changed. */
    readonly firstBad: 'config' | 'dns' | 'tcp' | 'proxy' | 'tls' | 'http' | 'auth' | 'request' | 'quota' | 'answer' | 'none'
    /** Orders with an object, most effective first. */
    readonly doNext: readonly string[]
    /** Advice that people get wrong in this case. */
    readonly doNot: readonly string[]
    /** Ids of observations. */
    readonly cites: readonly string[]
    /** Findings that do not decide. */
    readonly also: readonly AlsoFound[]
    readonly ladder: readonly LadderStep[]
    /** Name of the route whose verdict this is. */
    readonly route: string
  }
  /** What was removed, where and how often; never the value. */
  readonly redactions: readonly {
    readonly what: string
    readonly where: string
    readonly count: number
  }[]
}

export type PacketObservation<P extends ProbeId = ProbeId> = {
  readonly [Q in P]: {
    /** Unique within the route. */
    readonly id: string
    readonly rung: 'config' | 'dns' | 'tcp' | 'proxy' | 'tls' | 'http' | 'auth' | 'request' | 'quota' | 'answer'
    readonly target: string
    readonly attempt: number
    readonly status: 'ok' | 'failed' | 'skipped'
    /** Empty unless failed. */
    readonly code: Code | ''
    /** Reason of a skip, detail of a failure, otherwise empty. */
    readonly because: string
    /** Since the start of the run. */
    readonly startedMs: number
    readonly elapsedMs: number
    readonly probe: Q
    /** As much as was seen; nothing of what was skipped. */
    readonly facts: Partial<FactsOf[Q]>
    readonly at?: {
      readonly line: number
      readonly column: number
    }
  }
}[P]
