import type { Branch, Owner } from './owner.ts'
import type { Secret } from './secret.ts'

export const ROUTE_KINDS = ['openai', 'azure', 'gateway'] as const
export type RouteKind = (typeof ROUTE_KINDS)[number]

export const ENDPOINTS = ['responses', 'chat-completions', 'embeddings'] as const
export type Endpoint = (typeof ENDPOINTS)[number]

/** How far to climb: `route` sends no credentials, `request` sends one tiny real request. */
export const DEPTHS = ['route', 'auth', 'request'] as const
export type Depth = (typeof DEPTHS)[number]

/** Whose rules decide the way out. */
export const CLIENTS = [
  'node',
  'bun',
  'deno',
  'python',
  'go',
  'java',
  'dotnet',
  'ruby',
  'php',
  'rust',
  'curl',
] as const
export type Client = (typeof CLIENTS)[number]

/** Azure sign-in without a key: which Entra ID credential the application uses. */
export type AzureAuth = 'key' | 'entra'

/** One route as asked for, after defaults: everything the probes need, nothing they may not see. */
export interface Route {
  readonly name: string
  readonly kind: RouteKind
  /** Exactly what the application uses, without trailing slash, e.g. `https://api.openai.com/v1`. */
  readonly baseUrl: string
  readonly endpoint: Endpoint
  /** Model or Azure deployment; never invented. */
  readonly model?: string
  readonly organization?: string
  readonly project?: string
  /** Azure, classic endpoint only. */
  readonly apiVersion?: string
  readonly azureAuth?: AzureAuth
  /** How far was asked for. */
  readonly depth: Depth
  /** Why the climb ends below `depth` (no model, no key), in one sentence. */
  readonly depthLimit?: { readonly depth: Depth; readonly because: string }
  readonly client: Client
  /** How the client is known, e.g. `package-lock.json lists openai`. */
  readonly clientReason: string
  /** For one attempt, milliseconds. */
  readonly timeoutMs: number
  readonly attempts: number
  readonly waitUpToMs: number
  readonly failOn: readonly (Owner | Branch)[]
  readonly compareDirect: boolean
  readonly apiKey?: Secret
  /**
   * Names of headers that the SDK would take from OPENAI_CUSTOM_HEADERS by itself and that are meant
   * for another service of this run: they may hold its credentials.
   */
  readonly withheldHeaders?: readonly string[]
}

/** How far the climb really goes: what was asked for, or less where something is missing. */
export function effectiveDepth(route: Pick<Route, 'depth' | 'depthLimit'>): Depth {
  return route.depthLimit?.depth ?? route.depth
}
