/** What gateways between the caller and a model say in their own name. */
import { randomUUID } from 'node:crypto'
import { EDGE, json, type LoopbackReply } from '../../src/demo/loopback/replies.ts'
import { text } from './reply.ts'

type Headers = Readonly<Record<string, string>>

function litellmHeaders(): Headers {
  return { server: 'uvicorn', 'x-litellm-call-id': randomUUID(), 'x-litellm-version': '1.80.0' }
}

/** LiteLLM: `error.code` is the status as text, `type` says what it is. */
export function litellmError(
  status: number,
  type: string | null,
  message: string,
  headers: Headers = {},
): LoopbackReply {
  const error = { message, type, param: null, code: String(status) }
  return json(status, { error }, { ...litellmHeaders(), ...headers })
}

export function litellmNoKey(): LoopbackReply {
  return litellmError(401, 'auth_error', 'Authentication Error, No api key passed in.')
}

export function litellmUnknownKey(): LoopbackReply {
  const message = 'Authentication Error, Invalid proxy server token passed. Unable to find token.'
  return litellmError(401, 'token_not_found_in_db', message)
}

export function litellmBudget(): LoopbackReply {
  const message = 'Budget has been exceeded! Current cost: 10.2, Max budget: 10.0'
  return litellmError(400, 'budget_exceeded', message, { 'x-litellm-key-max-budget': '10.0' })
}

export function litellmModelAccess(): LoopbackReply {
  const message =
    "key not allowed to access model. This key can only access models=['demo-reasoner']."
  return litellmError(401, 'key_model_access_denied', message)
}

/** The gateway's own key to its upstream was refused: not the caller's credentials. */
export function litellmUpstream401(): LoopbackReply {
  const message =
    'litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key ' +
    'provided. Received Model Group=demo-model'
  return litellmError(401, null, message, { 'llm_provider-x-request-id': 'req_upstream' })
}

/** The upstream of the gateway cannot be reached. */
export function litellmUpstreamUnreachable(): LoopbackReply {
  const message =
    'litellm.InternalServerError: InternalServerError: OpenAIException - Connection error.. ' +
    'Received Model Group=demo-model'
  return litellmError(500, null, message)
}

function kongHeaders(): Headers {
  return {
    server: 'kong/3.10.0',
    'x-kong-request-id': randomUUID().replaceAll('-', ''),
    'x-kong-response-latency': '1',
  }
}

/** Kong answers itself: `x-kong-response-latency`, never `x-kong-upstream-latency`. */
export function kongError(status: number, message: string, headers: Headers = {}): LoopbackReply {
  const own = kongHeaders()
  const body = { message, request_id: own['x-kong-request-id'] }
  return json(status, body, { ...own, ...headers })
}

export function kongNoKey(): LoopbackReply {
  return kongError(401, 'No API key found in request', { 'www-authenticate': 'Key' })
}

export function kongRateLimited(): LoopbackReply {
  return kongError(429, 'API rate limit exceeded', {
    'retry-after': '42',
    'ratelimit-limit': '5',
    'ratelimit-remaining': '0',
    'ratelimit-reset': '42',
  })
}

export function kongUpstream(status: 502 | 504): LoopbackReply {
  return kongError(
    status,
    status === 502
      ? 'An invalid response was received from the upstream server'
      : 'The upstream server is timing out',
  )
}

export function portkeyNoProvider(): LoopbackReply {
  const message = 'Either x-portkey-config or x-portkey-provider header is required'
  return json(400, { status: 'failure', message })
}

export function portkeyBroken(): LoopbackReply {
  const body = { status: 'failure', message: 'Something went wrong' }
  return json(500, body, { 'x-portkey-gateway-exception': 'true' })
}

/** OpenRouter: `error.code` is a number. */
export function openrouterError(status: number, message: string): LoopbackReply {
  return json(status, { error: { message, code: status } }, EDGE)
}

export function openrouterNoCredits(): LoopbackReply {
  return openrouterError(402, 'This request requires more credits, or fewer max_tokens.')
}

/** Cloudflare AI Gateway: `error` is an array. */
export function cloudflareAiGateway(status: number, code: number, message: string): LoopbackReply {
  const body = { success: false, result: [], messages: [], error: [{ code, message }] }
  return json(status, body, { server: 'cloudflare', 'cf-aig-log-id': '01LAB' })
}

export function heliconeRateLimited(): LoopbackReply {
  const body = { message: 'Rate limit reached. Please wait before making more requests.' }
  return json(429, body, {
    'helicone-id': randomUUID(),
    'helicone-status': 'failed',
    'helicone-ratelimit-limit': '100',
    'helicone-ratelimit-remaining': '0',
  })
}

export function vllmUnauthorized(): LoopbackReply {
  return json(401, { error: 'Unauthorized' }, { server: 'uvicorn' })
}

export function vllmModelNotFound(model: string): LoopbackReply {
  const message = `The model \`${model}\` does not exist.`
  const error = { message, type: 'NotFoundError', param: 'model', code: 404 }
  return json(404, { error }, { server: 'uvicorn' })
}

export function fastapiNotFound(): LoopbackReply {
  return json(404, { detail: 'Not Found' }, { server: 'uvicorn' })
}

export function ginNotFound(): LoopbackReply {
  return text(404, '404 page not found')
}
