import type { ProxyHop } from '../model/index.ts'

/** The request as the sides without the SDK of Node send it; the key is put in where they run. */
export interface RemoteRequest {
  readonly method: string
  /** Path without query, for the observation. */
  readonly path: string
  /** Path with query. */
  readonly target: string
  /** Value of `Host`. */
  readonly host: string
  /** Values hold `keySlot` where the key belongs. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body?: string
}

/** The same request as a call of the Python SDK. */
export interface RemoteSdk {
  readonly class: 'OpenAI' | 'AzureOpenAI'
  /** Arguments of the constructor, besides key, time and transport. */
  readonly options: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>
  /** Attributes from the client to the method, e.g. `responses.create`. */
  readonly call: string
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * What a remote side is asked to do. It travels over standard input and nowhere else; `key` is in it
 * only when the caller was given one for this run.
 */
export interface RemoteOrder {
  readonly do: 'probe'
  readonly mark: string
  readonly host: string
  readonly port: number
  readonly secure: boolean
  readonly carriesKey: boolean
  /** Way out by the rules of the client; user and password stay in the variable `source` of the target. */
  readonly proxy?: Pick<ProxyHop, 'scheme' | 'host' | 'port' | 'source'>
  /** PEM file to trust instead of the default of the runtime. */
  readonly caFile?: string
  readonly request: RemoteRequest
  readonly keySlot: string
  /** Variable of the target that holds the key; empty when there is none. */
  readonly keyVariable: string
  readonly key?: string
  readonly sdk?: RemoteSdk
  readonly timeoutMs: number
  /** Of the fingerprint of the key. */
  readonly salt: string
}
