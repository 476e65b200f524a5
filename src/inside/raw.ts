/** What went wrong, in numbers and names of the system that saw it. */
export interface RawError {
  readonly errno?: string
  /** X509_V_ERR_… of OpenSSL; -1 when the runtime does not tell. */
  readonly verify?: number
  /** OpenSSL's reason, e.g. `WRONG_VERSION_NUMBER`. */
  readonly reason?: string
  /** TLS alert number. */
  readonly alert?: number
  readonly timeout?: boolean
  /** The peer ended the connection. */
  readonly ended?: boolean
  /** What came was no HTTP. */
  readonly malformed?: boolean
  /** Class name of anything else. */
  readonly kind?: string
}

/** One link of an exception chain. */
export interface RawLink extends RawError {
  readonly name: string
  readonly mro: readonly string[]
}

export interface RawAttempt {
  readonly address: string
  readonly elapsedMs: number
  readonly error?: RawError
}

/** When it was, and how it failed. */
export interface Timed {
  /** Milliseconds since the remote side began. */
  readonly startedMs: number
  readonly elapsedMs: number
  readonly error?: RawError
  /** Why nothing was measured. */
  readonly because?: string
}

export interface RawResponse {
  readonly status: number
  readonly version: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  readonly truncated: boolean
  readonly complete: boolean
  /** The bytes are as they were sent, `Content-Encoding` included. */
  readonly encoded: boolean
  readonly firstByteMs?: number
}

/** One thing that a remote side saw. Everything in it came from outside and is checked here. */
export type RawEvent = Timed &
  (
    | {
        readonly step: 'lookup'
        readonly host: string
        readonly of: 'target' | 'proxy'
        readonly addresses: readonly string[]
      }
    | {
        readonly step: 'connect'
        readonly host: string
        readonly port: number
        readonly of: 'target' | 'proxy'
        readonly attempts: readonly RawAttempt[]
        readonly address?: string
        readonly local?: string
      }
    | {
        readonly step: 'tunnel'
        readonly target: string
        readonly credentialsSent: boolean
        readonly status?: number
        readonly headers: readonly (readonly [string, string])[]
        readonly body: Buffer
      }
    | {
        readonly step: 'handshake' | 'served'
        readonly of: 'target' | 'proxy'
        readonly name: string
        readonly version?: string
        readonly cipher?: string
        readonly alpn?: string
        /** DER, leaf first. */
        readonly chain: readonly Buffer[]
        /** All that was sent is in `chain`, not the leaf alone. */
        readonly whole: boolean
      }
    | {
        readonly step: 'response'
        readonly method: string
        readonly path: string
        readonly response?: RawResponse
      }
    | {
        readonly step: 'sdk'
        readonly sdk: string
        readonly answered: boolean
        /** The SDK could not even be loaded or made. */
        readonly unusable: boolean
        readonly chain: readonly RawLink[]
        readonly response?: RawResponse
        /** Its failure is noted on a rung of its own. */
        readonly placed?: boolean
      }
    | { readonly step: 'plain-to-public'; readonly address: string }
    | { readonly step: 'unsendable' | 'failed' }
  )

export interface RawResult {
  readonly events: readonly RawEvent[]
  readonly fingerprint: string
  /** Proxy that Python's own rules name; `undefined` when it was not asked. */
  readonly pythonProxy?: string
}
