import { AzureOpenAI } from 'openai'
import type { Route } from '../model/index.ts'
import { CALLS } from './calls.ts'
import type { Asking, KindOfRoute } from './kind.ts'
import { modelsUrl, plainClient } from './openai.ts'

/** The v1 endpoint takes the plain client; everything else is the classic one with `api-version`. */
export function isV1(route: Pick<Route, 'baseUrl'>): boolean {
  return /\/openai\/v1\/?$/.test(new URL(route.baseUrl).pathname)
}

/**
 * The resource's address: what the classic client calls `endpoint`. A base URL may name
 * `/openai` or a deployment behind it; a gateway in front of Azure may have a prefix of its own.
 */
function endpointOf(route: Route): string {
  const url = new URL(route.baseUrl)
  url.pathname = url.pathname.replace(/\/openai(\/.*)?$/, '')
  return url.href.replace(/\/$/, '')
}

function classicClient(route: Route, asking: Asking): AzureOpenAI {
  return new AzureOpenAI({
    endpoint: endpointOf(route),
    apiVersion: route.apiVersion ?? '',
    ...(asking.token === undefined
      ? { apiKey: route.apiKey?.reveal() ?? '' }
      : { azureADTokenProvider: asking.token }),
    ...(route.model === undefined ? {} : { deployment: route.model }),
    maxRetries: 0,
    timeout: asking.timeoutMs,
    fetch: asking.fetch,
    logLevel: 'off',
    defaultHeaders: { 'X-Client-Request-Id': asking.clientRequestId },
  })
}

export const azure: KindOfRoute = {
  kind: 'azure',
  keylessUrl: (route) => {
    if (isV1(route)) return modelsUrl(route)
    const url = new URL(`${endpointOf(route)}/openai/models`)
    if (route.apiVersion !== undefined) url.searchParams.set('api-version', route.apiVersion)
    return url
  },
  askAuth: async (route, asking) => {
    const client = isV1(route) ? plainClient(route, asking) : classicClient(route, asking)
    await client.models.list().asResponse()
  },
  askRequest: (route, asking) => {
    const client = isV1(route) ? plainClient(route, asking) : classicClient(route, asking)
    return CALLS[route.endpoint](client, route.model ?? '')
  },
}
