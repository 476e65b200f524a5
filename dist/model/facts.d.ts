import type { Client, Code } from './words.js'

export type AddressScope = 'public' | 'loopback' | 'private' | 'shared' | 'link-local' | 'unspecified' | 'documentation' | 'multicast' | 'reserved'

export type ResolvedAddress = {
  readonly address: string
  readonly family: 4 | 6
  readonly scope: AddressScope
}

export type LookupFacts = {
  readonly host: string
  readonly resolver: 'getaddrinfo' | 'literal' | 'log'
  readonly addresses: readonly ResolvedAddress[]
  readonly of: 'target' | 'proxy'
}

export type AddressAttempt = {
  readonly address: string
  readonly family: 4 | 6
  readonly port: number
  readonly status: 'ok' | 'failed' | 'abandoned'
  /** layer.reason */
  readonly code?: Code
  readonly errno?: string
  readonly elapsedMs: number
}

export type ConnectFacts = {
  readonly host: string
  readonly port: number
  readonly attempts: readonly AddressAttempt[]
  readonly address?: string
  readonly family?: 4 | 6
  readonly localAddress?: string
  readonly of: 'target' | 'proxy'
}

export type ApiError = {
  readonly type?: string
  readonly code?: string
  readonly param?: string
  readonly scope?: string
  readonly apiVersion?: string
  readonly audience?: string
  readonly codeType?: 'string' | 'number' | 'null' | 'absent'
}

export type BodyFacts = {
  readonly bytes: number
  readonly truncated: boolean
  readonly complete: boolean
  readonly shape: 'empty' | 'json' | 'html' | 'text' | 'binary'
  readonly errorShape?: 'openai' | 'bare' | 'string' | 'array' | 'detail'
  readonly error?: ApiError
  readonly object?: string
  readonly keys?: readonly string[]
  readonly marks: readonly string[]
}

export type TunnelFacts = {
  readonly proxy: string
  readonly scheme: 'http' | 'https' | 'socks5' | 'socks5h'
  readonly target: string
  readonly status?: number
  readonly reply?: number
  readonly headers: Readonly<Record<string, string>>
  readonly schemes: readonly string[]
  readonly credentialsSent: boolean
  readonly body?: BodyFacts
}

export type CertificateFacts = {
  readonly subject: string
  readonly issuer: string
  readonly validFrom: string
  readonly validTo: string
  readonly names: readonly string[]
  readonly fingerprint256: string
  readonly selfSigned: boolean
}

export type StrictProblem = {
  readonly errno: string
  readonly subject: string
}

export type HandshakeFacts = {
  readonly servername: string
  readonly of: 'target' | 'proxy'
  readonly version?: string
  readonly cipher?: string
  readonly alpn?: string
  readonly chain: readonly CertificateFacts[]
  readonly verified: boolean
  readonly privateRoot?: true
  readonly strict?: StrictProblem
}

export type Limit = {
  readonly limit?: number
  readonly remaining?: number
  readonly resetMs?: number
}

export type StreamFacts = {
  readonly firstMs: number
  readonly lastMs: number
  readonly endMs: number
  readonly longestGapMs: number
  readonly arrivals: number
  readonly events: number
  readonly first: string
  readonly ended: boolean
  readonly stopped: boolean
}

export type ResponseFacts = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly httpVersion: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: BodyFacts
  readonly stream?: StreamFacts
  readonly authenticated: boolean
  readonly redirectTo?: string
  readonly requestId?: string
  readonly clientRequestId?: string
  readonly firstByteMs?: number
  readonly limits?: {
    readonly requests?: Limit
    readonly tokens?: Limit
    readonly retryAfterMs?: number
  }
  readonly clockSkewMs?: number
}

export type AnswerFacts = {
  readonly sdk: string
  readonly valid: boolean
  readonly finish?: string
  readonly model?: string
  readonly errorChain?: readonly string[]
}

export type SettingProblem = {
  /** layer.reason */
  readonly code: Code
  readonly setting: string
  readonly message: string
  readonly fix: string
  readonly severity: 'fatal' | 'warning'
  readonly owner: 'auth' | 'request' | 'route-provider' | 'connection-path'
}

export type KeyShape = {
  readonly source: string
  readonly length: number
  readonly kind: string
}

export type TokenMethod = 'client-secret' | 'client-certificate' | 'workload-identity' | 'job-token' | 'managed-identity' | 'azure-cli'

export type TokenExchange = {
  readonly asked: 'entra' | 'imds' | 'identity-endpoint' | 'job'
  readonly host: string
  readonly status?: number
  /** layer.reason */
  readonly code?: Code
  readonly errno?: string
  readonly shape?: 'empty' | 'json' | 'html' | 'text' | 'binary'
  readonly error?: string
  readonly errorCodes: readonly string[]
}

export type TokenFacts = {
  readonly method: TokenMethod
  readonly authority: string
  readonly scope: string
  readonly hasTenant: boolean
  readonly hasClient: boolean
  readonly exchanges: readonly TokenExchange[]
  readonly subject?: string
  readonly issuer?: string
  readonly assertionAudience?: string
  readonly audience?: string
  readonly padded?: readonly string[]
  readonly file?: string
  readonly validMs?: number
}

export type NameServerAnswer = {
  readonly answer: string
  readonly addresses: readonly ResolvedAddress[]
  readonly cnames: readonly string[]
  readonly elapsedMs: number
}

export type NameServersFacts = {
  readonly host: string
  readonly servers: readonly {
    readonly server: string
    readonly a: NameServerAnswer
    readonly aaaa: NameServerAnswer
  }[]
  readonly hostsFile?: string
  readonly searchList: readonly string[]
  readonly ndots?: number
  readonly searched?: readonly {
    readonly name: string
    readonly answer: NameServerAnswer
  }[]
}

export type ServedChainFacts = {
  readonly servername: string
  readonly chain: readonly CertificateFacts[]
  readonly interceptor?: string
  readonly trust: readonly {
    readonly store: string
    readonly source: string
    readonly accepted: boolean
    readonly errno?: string
  }[]
  readonly acceptedBy: readonly Client[]
  readonly missingIntermediate: boolean
  readonly outdated?: readonly number[]
}

export type BodyCheckFacts = {
  readonly bytes: number
  readonly smallStatus: number
  readonly status?: number
  readonly passed?: number
  readonly refused?: number
  readonly refusal?: ResponseFacts
}

export type SurroundingsFacts = {
  readonly defaultInterface?: string
  readonly mtu?: number
  readonly tunnels: readonly string[]
  readonly linkLocalResolvers: readonly string[]
}

export type ModelSeen = {
  readonly id: string
  readonly from: string
  readonly listed?: boolean
  readonly shutdownDate?: string
}

export type ModelsFacts = {
  readonly asked: string
  readonly models: readonly ModelSeen[]
  readonly count?: number
}

export type IdleCheckFacts = {
  readonly restMs: number
  readonly announcedMs?: number
  readonly how: 'answered' | 'closed' | 'cut' | 'reset' | 'silent'
  readonly afterMs: number
  readonly status?: number
}

export type ClientBundleFacts = {
  readonly files: number
  readonly bytes: number
  readonly hits: readonly {
    readonly kind: 'key' | 'api-call' | 'browser-switch'
    readonly what: string
    readonly file: string
    readonly line: number
    readonly column: number
    readonly original?: {
      readonly file: string
      readonly line: number
      readonly column: number
    }
    readonly encoded?: 'base64' | 'split'
  }[]
  readonly ignored: number
  readonly omitted?: {
    readonly key?: number
    readonly 'api-call'?: number
    readonly 'browser-switch'?: number
  }
  readonly notSearched?: readonly {
    readonly what: string
    readonly because: string
  }[]
  readonly notSearchedBesides?: number
  readonly problems?: readonly SettingProblem[]
}

export type EgressAddress = {
  /** Public address, IPv4 or IPv6. */
  readonly address: string
  /** ISO 3166 alpha-2 as the edge has it; T1 for Tor. */
  readonly country?: string
  /** Airport code of the edge that answered. */
  readonly colo?: string
  /** Address of this machine on the same connection; absent through a proxy. */
  readonly localAddress?: string
  /** The address is translated on the path, so that others may share it. */
  readonly nat?: boolean
  /** Every address that connections of this run left by, where there were several. */
  readonly pool?: readonly string[]
}

export interface FactsOf {
  readonly 'settings': {
    readonly problems: readonly SettingProblem[]
    readonly key?: KeyShape
  }
  readonly 'token': TokenFacts
  readonly 'lookup': LookupFacts
  readonly 'connect': ConnectFacts
  readonly 'tunnel': TunnelFacts
  readonly 'handshake': HandshakeFacts
  readonly 'response': ResponseFacts
  readonly 'answer': AnswerFacts
  readonly 'name-servers': NameServersFacts
  readonly 'addresses': {
    readonly attempts: readonly AddressAttempt[]
    readonly timeoutMs: number
  }
  readonly 'served-chain': ServedChainFacts
  readonly 'small-hello': {
    readonly version: string
    readonly helloBytes: number
  }
  readonly 'other-name': {
    readonly servername: string
    readonly reached: boolean
    readonly helloBytes?: number
  }
  readonly 'other-http': {
    readonly http2: boolean
    readonly http1: boolean
    readonly tls?: boolean
  }
  readonly 'other-way': {
    readonly way: 'direct' | 'proxy'
    readonly proxy?: string
    readonly source?: string
    readonly reached: boolean
    readonly status?: number
    readonly trustOf?: Client
  }
  readonly 'keyless': ResponseFacts
  readonly 'large-request': {
    readonly getStatus?: number
    readonly smallStatus?: number
    readonly largeStatus?: number
    readonly smallMs?: number
    readonly largeMs?: number
    readonly bytes: number
  }
  readonly 'control': {
    readonly host: string
    readonly status?: number
    readonly tls?: string
    readonly refusedPorts?: readonly number[]
    readonly clockSkewMs?: number
  }
  readonly 'status-page': {
    readonly host: string
    readonly indicator: string
    readonly updatedAt?: string
    readonly components: readonly {
      readonly name: string
      readonly status: string
    }[]
    readonly because?: string
  }
  readonly 'egress-address': EgressAddress
  readonly 'surroundings': SurroundingsFacts
  readonly 'direct-api': ResponseFacts
  readonly 'other-family': {
    readonly endpoint: string
    readonly answered: boolean
    readonly status?: number
  }
  readonly 'stream-check': ResponseFacts
  readonly 'body-check': BodyCheckFacts
  readonly 'models': ModelsFacts
  readonly 'key-expiry': {
    readonly expiresAt: string
  }
  readonly 'idle-check': IdleCheckFacts
  readonly 'websocket-check': {
    readonly method: string
    readonly path: string
    readonly status: number
    readonly httpVersion: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: BodyFacts
    readonly stream?: StreamFacts
    readonly authenticated: boolean
    readonly redirectTo?: string
    readonly requestId?: string
    readonly clientRequestId?: string
    readonly firstByteMs?: number
    readonly limits?: {
      readonly requests?: Limit
      readonly tokens?: Limit
      readonly retryAfterMs?: number
    }
    readonly clockSkewMs?: number
    readonly sameWithout?: boolean
  }
  readonly 'client-bundle': ClientBundleFacts
  readonly 'browser-origin': {
    readonly origin: string
    readonly allowed: boolean
    readonly headers: Readonly<Record<string, string>>
    readonly status: number
    readonly because?: string
  }
}

export type ProbeId = keyof FactsOf
