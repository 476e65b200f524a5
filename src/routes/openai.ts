import OpenAI from 'openai'
import { withoutEndSlashes, type Route } from '../model/index.ts'
import { callOf } from './calls.ts'
import type { Asking, KindOfRoute } from './kind.ts'

/** Headers of ours; `null` takes one away that the SDK found in the environment. */
function ownHeaders(route: Route, asking: Asking): Readonly<Record<string, string | null>> {
  const withheld = route.withheldHeaders?.map((name) => [name, null] as const) ?? []
  return { ...Object.fromEntries(withheld), 'X-Client-Request-Id': asking.clientRequestId }
}

/** What every client of the SDK is given, so that it makes one try, on our connection, as this route. */
export function clientOptions(route: Route, asking: Asking) {
  return {
    // null, not undefined: undefined would make the SDK read the environment again.
    organization: route.organization ?? null,
    project: route.project ?? null,
    maxRetries: 0,
    timeout: asking.timeoutMs,
    fetch: asking.fetch,
    logLevel: 'off',
    // The endpoints that are called take no administrator's key.
    adminAPIKey: null,
    defaultHeaders: ownHeaders(route, asking),
  } as const
}

/** The plain SDK client, as the application makes it, without retries of its own. */
export function plainClient(route: Route, asking: Asking): OpenAI {
  return new OpenAI({
    apiKey: asking.token ?? route.apiKey?.reveal() ?? '',
    baseURL: route.baseUrl,
    ...clientOptions(route, asking),
  })
}

/** `GET {base}/models` without credentials: 401 with the API's own evidence proves the route. */
export function modelsUrl(route: Pick<Route, 'baseUrl'>): URL {
  const url = new URL(route.baseUrl)
  url.pathname = `${withoutEndSlashes(url.pathname)}/models`
  return url
}

export const openai: KindOfRoute = {
  kind: 'openai',
  keylessUrl: modelsUrl,
  askAuth: async (route, asking) => {
    await plainClient(route, asking).models.list().asResponse()
  },
  get: async (route, asking, path) => {
    await plainClient(route, asking).get(path).asResponse()
  },
  askRequest: (route, asking) => callOf(route)(plainClient(route, asking), route.model ?? ''),
}
