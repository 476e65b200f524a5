import { describe, expect, test } from 'vitest'
import { explain } from '../../src/explain/index.ts'
import type { Owner } from '../../src/model/index.ts'

type Confidence = 'high' | 'medium' | 'low'

/** The shortest logs that people paste: owner, code and confidence by contract §1. */
const SHORT: readonly (readonly [string, Owner, string, Confidence])[] = [
  // No status, no body, no request id: the connection path
  ['openai.APIConnectionError: Connection error.', 'connection-path', 'path.no_response', 'low'],
  ['APIConnectionError: Connection error.', 'connection-path', 'path.no_response', 'low'],
  ['Error: Connection error.', 'connection-path', 'path.no_response', 'low'],
  [
    'openai.error.APIConnectionError: Error communicating with OpenAI',
    'connection-path',
    'path.no_response',
    'low',
  ],
  ['TypeError: fetch failed', 'connection-path', 'path.no_response', 'low'],
  ['AxiosError: Network Error', 'connection-path', 'path.no_response', 'low'],
  [
    'litellm.APIConnectionError: APIConnectionError: OpenAIException - Connection error.',
    'connection-path',
    'path.no_response',
    'low',
  ],
  [
    'com.openai.errors.OpenAIIoException: Request failed',
    'connection-path',
    'path.no_response',
    'low',
  ],
  [
    'OpenAI::Errors::APIConnectionError: Connection error.',
    'connection-path',
    'path.no_response',
    'low',
  ],
  [
    'reqwest::Error: error sending request for url (https://api.openai.com/v1/chat/completions)',
    'connection-path',
    'path.no_response',
    'low',
  ],
  [
    'AI_APICallError: Cannot connect to API: fetch failed',
    'connection-path',
    'path.no_response',
    'low',
  ],
  ['openai.APITimeoutError: Request timed out.', 'connection-path', 'path.timed_out', 'low'],
  ['APIConnectionTimeoutError: Request timed out.', 'connection-path', 'path.timed_out', 'low'],
  [
    'openai.error.Timeout: Request timed out: HTTPSConnectionPool',
    'connection-path',
    'path.timed_out',
    'low',
  ],
  [
    'System.Threading.Tasks.TaskCanceledException: The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.',
    'connection-path',
    'path.timed_out',
    'low',
  ],
  [
    'Post "https://api.openai.com/v1/chat/completions": context deadline exceeded',
    'connection-path',
    'path.timed_out',
    'low',
  ],
  [
    'litellm.Timeout: APITimeoutError - Request timed out.',
    'connection-path',
    'path.timed_out',
    'low',
  ],

  // 401
  [
    'openai.AuthenticationError: Error code: 401 - invalid_api_key',
    'auth',
    'api.invalid_api_key',
    'medium',
  ],
  ['openai.AuthenticationError: Error code: 401', 'auth', 'api.unauthorized', 'low'],
  ['AuthenticationError: 401 status code (no body)', 'auth', 'api.unauthorized', 'low'],
  ['Error: 401 Incorrect API key provided', 'auth', 'api.invalid_api_key', 'medium'],
  [
    'openai.error.AuthenticationError: Incorrect API key provided: ****',
    'auth',
    'api.invalid_api_key',
    'medium',
  ],
  ['com.openai.errors.UnauthorizedException: 401: null', 'auth', 'api.unauthorized', 'low'],
  ['Request failed with status code 401', 'auth', 'api.unauthorized', 'low'],
  [
    'error, status code: 401, status: 401 Unauthorized, message: invalid character',
    'auth',
    'api.unauthorized',
    'low',
  ],
  [
    'litellm.AuthenticationError: AuthenticationError: OpenAIException - Error code: 401',
    'auth',
    'api.unauthorized',
    'low',
  ],
  ['HTTP 401 (invalid_request_error: invalid_api_key)', 'auth', 'api.invalid_api_key', 'medium'],

  // 429
  ['RateLimitError: 429 status code (no body)', 'rate-limit', 'api.too_many_requests', 'low'],
  ['openai.RateLimitError: Error code: 429', 'rate-limit', 'api.too_many_requests', 'low'],
  ['Request failed with status code 429', 'rate-limit', 'api.too_many_requests', 'low'],
  [
    'openai.RateLimitError: Error code: 429 - insufficient_quota',
    'quota',
    'api.insufficient_quota',
    'medium',
  ],
  [
    'RateLimitError: 429 You exceeded your current quota, please check your plan and billing details.',
    'quota',
    'api.insufficient_quota',
    'medium',
  ],
  [
    'openai.RateLimitError: Error code: 429 - rate_limit_exceeded',
    'rate-limit',
    'api.rate_limit_exceeded',
    'medium',
  ],
  ['com.openai.errors.RateLimitException: 429: null', 'rate-limit', 'api.too_many_requests', 'low'],

  // 5xx
  ['InternalServerError: 500 status code (no body)', 'api-server', 'api.server_error', 'low'],
  ['openai.InternalServerError: Error code: 500', 'api-server', 'api.server_error', 'low'],
  ['openai.InternalServerError: Error code: 502', 'api-server', 'api.server_error', 'low'],
  ['openai.InternalServerError: Error code: 503', 'api-server', 'api.unavailable', 'low'],
  ['InternalServerError: 504 status code (no body)', 'api-server', 'api.server_error', 'low'],
  [
    'openai.error.ServiceUnavailableError: The server is overloaded or not ready yet.',
    'api-server',
    'api.overloaded',
    'medium',
  ],
  [
    'openai.InternalServerError: <html><head><title>502 Bad Gateway</title></head>',
    'api-server',
    'api.server_error',
    'low',
  ],

  // 404, 400, 403
  ['openai.NotFoundError: Error code: 404', 'request', 'api.not_found', 'low'],
  ['NotFoundError: 404 status code (no body)', 'request', 'api.not_found', 'low'],
  [
    'openai.NotFoundError: Error code: 404 - model_not_found',
    'request',
    'api.model_not_found',
    'medium',
  ],
  ['openai.BadRequestError: Error code: 400', 'request', 'api.http_400', 'low'],
  ['openai.PermissionDeniedError: Error code: 403', 'auth', 'api.forbidden', 'low'],
  ['PermissionDeniedError: 403 status code (no body)', 'auth', 'api.forbidden', 'low'],

  // Azure and gateways
  [
    'POST https://contoso.openai.azure.com/openai/v1/responses\nopenai.InternalServerError: Error code: 500',
    'route-provider',
    'azure.server_error',
    'low',
  ],
  [
    'POST https://contoso.openai.azure.com/openai/v1/responses\nopenai.AuthenticationError: Error code: 401',
    'auth',
    'azure.unauthorized',
    'low',
  ],
  [
    'POST https://contoso.openai.azure.com/openai/v1/responses\nopenai.NotFoundError: Error code: 404',
    'route-provider',
    'azure.not_found',
    'low',
  ],
  [
    'POST https://contoso.openai.azure.com/openai/v1/responses\nopenai.RateLimitError: Error code: 429',
    'rate-limit',
    'azure.too_many_requests',
    'low',
  ],
  [
    'openai.NotFoundError: Error code: 404 - DeploymentNotFound',
    'route-provider',
    'azure.deployment_not_found',
    'medium',
  ],
  [
    'Azure.RequestFailedException: Service request failed.\nStatus: 503 (Service Unavailable)',
    'route-provider',
    'azure.unavailable',
    'low',
  ],
  [
    'HttpResponseError: (Unauthorized) Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.',
    'auth',
    'azure.credentials_refused',
    'medium',
  ],
  [
    'HTTP Request: POST https://llm.example-corp.com/v1/chat/completions "HTTP/1.1 502 Bad Gateway"',
    'route-provider',
    'gateway.server_error',
    'low',
  ],
  [
    'HTTP Request: POST https://llm.example-corp.com/v1/chat/completions "HTTP/1.1 404 Not Found"',
    'route-provider',
    'gateway.not_found',
    'low',
  ],
  [
    'HTTP Request: POST https://llm.example-corp.com/v1/chat/completions "HTTP/1.1 401 Unauthorized"',
    'auth',
    'gateway.unauthorized',
    'low',
  ],
  [
    'HTTP Request: POST https://llm.example-corp.com/v1/chat/completions "HTTP/1.1 429 Too Many Requests"',
    'rate-limit',
    'gateway.too_many_requests',
    'low',
  ],

  // The same in other languages and frameworks
  [
    '&openai.APIError{Code:"invalid_api_key", Message:"Incorrect API key provided", Param:<nil>, Type:"invalid_request_error", HTTPStatusCode:401}',
    'auth',
    'api.invalid_api_key',
    'medium',
  ],
  [
    '#<OpenAI::Errors::RateLimitError: {:status=>429, :body=>{:error=>{:message=>"You exceeded your current quota", :type=>"insufficient_quota", :param=>nil, :code=>"insufficient_quota"}}}>',
    'quota',
    'api.insufficient_quota',
    'medium',
  ],
  [
    'level=error msg="call failed" err="error, status code: 429, message: Rate limit reached for requests"',
    'rate-limit',
    'api.rate_limit_exceeded',
    'medium',
  ],
  [
    'System.ClientModel.ClientResultException: HTTP 401 (invalid_request_error: invalid_api_key)',
    'auth',
    'api.invalid_api_key',
    'medium',
  ],
  [
    'Microsoft.SemanticKernel.HttpOperationException: Service request failed.\nStatus: 401 (Unauthorized)',
    'auth',
    'api.unauthorized',
    'low',
  ],
  [
    'openai.error.InvalidRequestError: The model: `x` does not exist',
    'request',
    'api.model_not_found',
    'medium',
  ],
  [
    'AI_RetryError: Failed after 3 attempts. Last error: Too Many Requests',
    'rate-limit',
    'api.too_many_requests',
    'low',
  ],
  ['openai.APIStatusError: Error code: 524', 'api-server', 'api.server_error', 'low'],
]

describe('the first owner to test, for the shortest logs', () => {
  test.each(SHORT)('%s', async (log, owner, code, confidence) => {
    const { verdict } = await explain([Buffer.from(log)])
    expect({ owner: verdict.owner, code: verdict.code, confidence: verdict.confidence }).toEqual({
      owner,
      code,
      confidence,
    })
  })

  test.each(SHORT)(
    'begins its orders with the one command, where it is not sure: %s',
    async (log, _owner, _code, confidence) => {
      const { incidents } = await explain([Buffer.from(log)])
      const orders = incidents[0]?.doNext ?? []
      expect(orders[0]?.includes('npx openai-preflight ')).toBe(confidence !== 'high')
      expect(orders.join(' ')).not.toMatch(/report own\.|with the packet/)
    },
  )
})
