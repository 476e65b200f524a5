import { randomBytes, randomUUID } from 'node:crypto'
import type { ProxyHop, Route } from '../model/index.ts'
import { given, Secret, effectiveDepth, endpointFacts, fields } from '../model/index.ts'
import { isV1 } from '../routes/azure.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'

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
  /** Of the fingerprint of the key; empty where none is made. */
  readonly salt: string
}

export interface Draft {
  readonly request: RemoteRequest
  readonly keySlot: string
  readonly sdk?: RemoteSdk
  readonly carriesKey: boolean
  readonly clientRequestId: string
}

/** Headers that belong to the request and not to the SDK that writes it down. */
const OWN_HEADERS =
  /^(?:accept|api-key|authorization|content-type|openai-(?:organization|project)|x-client-request-id)$/

/** Thrown to stop the SDK once its request has been seen. */
class Drafted extends Error {}

/**
 * The request that the SDK would send for this route, with a slot where the key belongs: written by
 * the SDK itself, so that every runtime asks the same question. Sends nothing.
 */
export async function draftRequest(route: Route): Promise<Draft> {
  const depth = effectiveDepth(route)
  const keySlot = `preflight-slot-${randomBytes(8).toString('hex')}`
  const clientRequestId = randomUUID()
  const kind = ROUTE_KINDS_BY_NAME[route.kind]
  if (depth === 'route') return keylessDraft(route)
  const box: { request?: RemoteRequest } = {}
  const asking = {
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const url = new URL(input instanceof Request ? input.url : input)
      box.request = {
        method: init?.method ?? 'GET',
        path: url.pathname,
        target: `${url.pathname}${url.search}`,
        host: url.host,
        headers: [
          ...[...new Headers(init?.headers)].filter(([name]) => OWN_HEADERS.test(name)),
          ['user-agent', 'openai-preflight'],
        ],
        ...(typeof init?.body === 'string' ? { body: init.body } : {}),
      }
      throw new Drafted('drafted')
    },
    timeoutMs: 10_000,
    clientRequestId,
  }
  const slotted: Route = { ...route, apiKey: new Secret(keySlot, 'slot') }
  try {
    if (depth === 'request') await kind.askRequest(slotted, asking)
    else await kind.askAuth(slotted, asking)
  } catch (error) {
    if (box.request === undefined) throw error
  }
  if (box.request === undefined) throw new Error('the SDK wrote no request')
  const sdk = pythonCall(route, depth, box.request, clientRequestId)
  return { request: box.request, keySlot, carriesKey: true, clientRequestId, ...given({ sdk }) }
}

/** The question of depth `route`: no credentials, so no slot either. */
export function keylessDraft(route: Route): Draft {
  const url = ROUTE_KINDS_BY_NAME[route.kind].keylessUrl(route)
  return {
    request: {
      method: 'GET',
      path: url.pathname,
      target: `${url.pathname}${url.search}`,
      host: url.host,
      headers: [
        ['accept', 'application/json'],
        ['user-agent', 'openai-preflight'],
      ],
    },
    keySlot: '',
    carriesKey: false,
    clientRequestId: '',
  }
}

function pythonCall(
  route: Route,
  depth: 'auth' | 'request',
  request: RemoteRequest,
  clientRequestId: string,
): RemoteSdk | undefined {
  // The Node SDK asks for base64 vectors by itself; the Python SDK decides on its own.
  const { encoding_format: _own, ...body } = fields(JSON.parse(request.body ?? '{}'))
  const scope = given({ organization: route.organization, project: route.project })
  const classic = route.kind === 'azure' && !isV1(route)
  const shared = {
    headers: { 'X-Client-Request-Id': clientRequestId },
    call: depth === 'auth' ? 'models.list' : endpointFacts(route.endpoint).call,
    body,
  }
  if (!classic) {
    return { class: 'OpenAI', options: { base_url: route.baseUrl, ...scope }, ...shared }
  }
  const endpoint = new URL(route.baseUrl)
  endpoint.pathname = endpoint.pathname.replace(/\/openai(\/.*)?$/, '')
  const azure_endpoint = endpoint.href.replace(/\/$/, '')
  const options = { azure_endpoint, api_version: route.apiVersion ?? '' }
  return { class: 'AzureOpenAI', options, ...shared }
}
