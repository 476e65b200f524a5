/** An Azure OpenAI resource on loopback: it knows its paths, its deployment and who may call it. */
import { fields } from '../../src/model/index.ts'
import { startApi } from '../loopback/api.ts'
import type { Api, ApiOptions, SeenRequest } from '../loopback/api.ts'
import { openaiReplies } from '../loopback/families.ts'
import {
  azureApiVersionUnsupported,
  azureDeploymentNotFound,
  azureError,
  azureHeaders,
  azureInvalidKey,
  azureResourceNotFound,
} from '../loopback/replies.ts'
import type { LoopbackReply } from '../loopback/replies.ts'

export const DEPLOYMENT = 'my-deployment'
export const API_VERSION = '2024-10-21'

export interface ResourceOptions extends Pick<ApiOptions, 'tls'> {
  readonly key?: string
  /** Accepted as `Authorization: Bearer`. */
  readonly token?: string
}

export function startAzureResource(options: ResourceOptions): Promise<Api> {
  const genuine = openaiReplies({ models: [DEPLOYMENT] })
  const answer = (request: SeenRequest): LoopbackReply => {
    const { headers, path, query } = request
    const bearer = headers['authorization']?.replace(/^Bearer /, '')
    const v1 = path.startsWith('/openai/v1/')
    const known = [options.key, options.token].filter((one) => one !== undefined)
    const admitted = known.some((one) => one === bearer || one === headers['api-key'])
    if (!admitted) return azureInvalidKey()
    const version = query.get('api-version')
    if (v1 && version !== null) {
      const message = 'api-version query parameter is not allowed when using /v1 path'
      return azureError(400, 'BadRequest', message)
    }
    if (!v1 && version !== API_VERSION) return azureApiVersionUnsupported()
    const called = v1 ? path.slice('/openai/v1'.length) : path.slice('/openai'.length)
    const inPath = /^\/deployments\/([^/]+)(\/.+)$/.exec(called)
    // Chat and embeddings are served below a deployment, the rest is not.
    const below = /^\/(?:chat\/completions|embeddings)$/.test(inPath?.[2] ?? called)
    if (!v1 && (inPath !== null) !== below) return azureResourceNotFound()
    const sent = bodyOf(request)
    const deployment = inPath?.[1] ?? sent['model']
    if (called !== '/models' && deployment !== DEPLOYMENT) return azureDeploymentNotFound()
    const reply = genuine({
      ...request,
      path: `/v1${inPath?.[2] ?? called}`,
      headers: { ...headers, authorization: 'Bearer any' },
      // Below a deployment the model in the body is not looked at.
      body: JSON.stringify({ ...sent, model: DEPLOYMENT }),
    })
    if (reply.status === 404) return azureResourceNotFound()
    return {
      ...reply,
      headers: {
        'content-type': 'application/json',
        ...azureHeaders(),
        'x-ratelimit-limit-requests': '100',
        'x-ratelimit-remaining-requests': '99',
        'x-ratelimit-reset-requests': '10',
      },
    }
  }
  return startApi({ ...options, answers: { '*': answer } })
}

function bodyOf({ body }: SeenRequest): Readonly<Record<string, unknown>> {
  try {
    return fields(JSON.parse(body))
  } catch {
    return {}
  }
}
