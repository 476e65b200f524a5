import { AzureOpenAI } from 'openai'
import { given, withoutEndSlashes, type Route } from '../model/index.ts'
import { callOf } from './calls.ts'
import type { Asking, KindOfRoute } from './kind.ts'
import { clientOptions, modelsUrl, plainClient } from './openai.ts'

/** The v1 endpoint takes the plain client; everything else is the classic one with `api-version`. */
export function isV1(route: Pick<Route, 'baseUrl'>): boolean {
  return /\/openai\/v1\/?$/.test(new URL(route.baseUrl).pathname)
}

/**
 * Where the classic client begins its paths: `/openai` of the resource. A base URL may be bare, may
 * name `/openai` or a deployment behind it; a gateway in front of Azure may have a prefix of its own.
 */
function classicBase(route: Route): string {
  const url = new URL(route.baseUrl)
  const before = withoutEndSlashes(url.pathname.replace(/\/openai(\/.*)?$/, ''))
  url.pathname = `${before}/openai`
  return url.href
}

/** The deployment that the base URL names is called, whatever the model is. */
function deploymentOf(route: Route): string | undefined {
  const named = /\/openai\/deployments\/([^/]+)/.exec(new URL(route.baseUrl).pathname)?.[1]
  return named === undefined ? route.model : decodeURIComponent(named)
}

function classicClient(route: Route, asking: Asking): AzureOpenAI {
  const deployment = deploymentOf(route)
  return new AzureOpenAI({
    // Not `endpoint`: it clashes with an OPENAI_BASE_URL that the SDK finds in the environment.
    baseURL: classicBase(route),
    apiVersion: route.apiVersion ?? '',
    // Empty, not absent: absent would make the SDK read AZURE_OPENAI_API_KEY.
    ...(asking.token === undefined
      ? { apiKey: route.apiKey?.reveal() ?? '' }
      : { apiKey: '', azureADTokenProvider: asking.token }),
    ...given({ deployment }),
    ...clientOptions(route, asking),
  })
}

function clientOf(route: Route, asking: Asking) {
  return isV1(route) ? plainClient(route, asking) : classicClient(route, asking)
}

export const azure: KindOfRoute = {
  kind: 'azure',
  keylessUrl: (route) => {
    if (isV1(route)) return modelsUrl(route)
    const url = new URL(`${classicBase(route)}/models`)
    if (route.apiVersion !== undefined) url.searchParams.set('api-version', route.apiVersion)
    return url
  },
  askAuth: async (route, asking) => {
    await clientOf(route, asking).models.list().asResponse()
  },
  get: async (route, asking, path) => {
    await clientOf(route, asking).get(path).asResponse()
  },
  askRequest: (route, asking) => callOf(route)(clientOf(route, asking), route.model ?? ''),
}
