import type { Route, RouteKind, SdkAnswer } from '../model/index.ts'

/** `fetch` as the SDK calls it; ours runs on the traced connection. */
export type SdkFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

export interface Asking {
  readonly fetch: SdkFetch
  readonly timeoutMs: number
  /** Sent as `X-Client-Request-Id`, so that a vendor can find the request without our key. */
  readonly clientRequestId: string
  /** Entra ID token instead of a key (Azure only). */
  readonly token?: () => Promise<string>
}

/** One kind of route: what to call. */
export interface KindOfRoute {
  readonly kind: RouteKind
  /** Asked without credentials: any answer of the API's own proves the route, for nothing. */
  readonly keylessUrl: (route: Route) => URL
  /**
   * The cheapest call that needs the credentials: the list of models, free. Resolves when the SDK
   * is content with the status; the body may be longer than what is read and is judged as read.
   */
  readonly askAuth: (route: Route, asking: Asking) => Promise<void>
  /**
   * One more GET with the credentials: a path of the API, or a whole URL of the same host. Throws
   * whatever the SDK throws.
   */
  readonly get: (route: Route, asking: Asking, path: string) => Promise<void>
  /** One tiny real request to the endpoint family. Throws whatever the SDK throws. */
  readonly askRequest: (route: Route, asking: Asking) => Promise<SdkAnswer>
}
