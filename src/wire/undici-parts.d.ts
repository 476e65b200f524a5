/** The parts of undici that have no types of their own; the package has no export map. */
declare module 'undici/lib/dispatcher/agent.js' {
  export { Agent as default } from 'undici'
}

declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici'

  /** What `undici` makes a method of every dispatcher. */
  export default function request(
    this: Dispatcher,
    options: Dispatcher.RequestOptions,
  ): Promise<Dispatcher.ResponseData>
}

declare module 'undici/lib/dispatcher/env-http-proxy-agent.js' {
  export { EnvHttpProxyAgent as default } from 'undici'
}

declare module 'undici/lib/web/fetch/headers.js' {
  const all: { readonly Headers: typeof globalThis.Headers }
  export default all
}

declare module 'undici/lib/web/fetch/response.js' {
  const all: { readonly Response: typeof globalThis.Response }
  export default all
}
