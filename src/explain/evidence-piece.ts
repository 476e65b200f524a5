import type { Code } from '../model/index.ts'
import type { Layer } from '../evidence/failure.ts'
import type { Literal } from './literals.ts'

/** What a reader understands of one place in a log, in the words of the trade. */
export type Reading =
  | {
      readonly kind: 'failure'
      readonly layer: Layer
      /** Name of the operating system, OpenSSL or client library for it, in Node's spelling. */
      readonly errno?: string
      /** Where no errno name exists for it. */
      readonly code?: Code
      readonly of?: 'target' | 'proxy'
      readonly host?: string
      readonly port?: number
      readonly alert?: number
    }
  | {
      readonly kind: 'tunnel'
      /** Status of the answer to CONNECT; absent when the proxy closed or hung. */
      readonly status?: number
      readonly code?: Code
      readonly proxy?: string
      readonly target?: string
    }
  | {
      readonly kind: 'settings'
      /** The process ended before a line of the program ran: what follows in its stack is no other fault. */
      readonly atStart?: true
      readonly code: Code
      readonly setting: string
      readonly owner: 'auth' | 'request' | 'route-provider' | 'connection-path'
      readonly message: string
      readonly fix: string
    }
  | { readonly kind: 'browser'; readonly because: string; readonly origin?: string }
  | { readonly kind: 'status'; readonly status: number }
  /** A body or the message that an SDK made of it: never printed. */
  | {
      readonly kind: 'text'
      readonly text: string
      /** A sentence of an error object, or words of a page. */
      readonly where?: 'error' | 'page'
    }
  | { readonly kind: 'body'; readonly value: Literal; readonly text: string }
  | { readonly kind: 'api-code'; readonly code?: string; readonly type?: string }
  | { readonly kind: 'header'; readonly name: string; readonly value: string }
  | { readonly kind: 'request-id'; readonly value: string }
  | {
      readonly kind: 'host'
      readonly host: string
      /** `none` where a setting holds the URL without it: the client takes the host for a path. */
      readonly scheme?: 'http' | 'https' | 'none'
      readonly port?: number
      readonly path?: string
      readonly method?: string
    }
  | { readonly kind: 'proxy'; readonly proxy: string; readonly variable?: string }
  | { readonly kind: 'product'; readonly product: NamedProduct }
  | { readonly kind: 'class'; readonly name: string; readonly status?: number }
  /** The client library gave up or could not connect and says nothing more. */
  | {
      readonly kind: 'wrapper'
      readonly says: 'connection' | 'timeout'
      /** The words are those of an SDK of a model API; others are anybody's. */
      readonly sdk?: true
    }
  | { readonly kind: 'success'; readonly status: number }
  | { readonly kind: 'retry' }
  /** How long the server asks to wait, in its own sentence. */
  | { readonly kind: 'wait'; readonly ms: number }

/** A library, gateway or service that the log names; used to find the route and what is foreign. */
export type NamedProduct =
  | 'openai'
  | 'azure'
  | 'litellm'
  | 'openrouter'
  | 'one-api'
  | 'gateway'
  | 'library'

export type EvidencePiece = Reading & {
  readonly line: number
  readonly column: number
  /** Index in the text of its line, to tell what stands inside a body. */
  readonly index: number
  /** First index behind it. */
  readonly end: number
  /** Smaller is nearer to the wire: see `DEPTH`. */
  readonly depth: number
}

/** Evidence of one kind. */
export type PieceOf<Kind extends Reading['kind']> = Extract<EvidencePiece, { kind: Kind }>

/**
 * How near to the wire a kind of evidence is: deeper evidence outranks wrappers.
 * 0 decides by itself, 3 says only that something failed.
 */
export const DEPTH: Readonly<Record<Reading['kind'], number>> = {
  settings: 0,
  browser: 0,
  failure: 0,
  tunnel: 0,
  body: 1,
  'api-code': 1,
  text: 2,
  status: 2,
  header: 2,
  'request-id': 2,
  class: 3,
  wrapper: 3,
  host: 4,
  proxy: 4,
  product: 4,
  success: 4,
  retry: 4,
  wait: 4,
}
