/** What an Azure OpenAI resource says, and Azure API Management in front of one. */
import { randomUUID } from 'node:crypto'
import { json, type LoopbackReply } from '../../src/demo/loopback/replies.ts'

type Headers = Readonly<Record<string, string>>

export function azureHeaders(): Headers {
  return {
    'apim-request-id': randomUUID(),
    'x-ms-region': 'Sweden Central',
    'x-request-id': randomUUID(),
    'x-ms-client-request-id': randomUUID(),
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    'x-content-type-options': 'nosniff',
  }
}

/** Any error in the shape of the resource: `{error:{code,message}}`, without a type. */
export function azureError(
  status: number,
  code: string,
  message: string,
  headers: Headers = {},
): LoopbackReply {
  return json(status, { error: { code, message } }, { ...azureHeaders(), ...headers })
}

export function azureInvalidKey(): LoopbackReply {
  return azureError(
    401,
    '401',
    'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a ' +
      'valid key for an active subscription and use a correct regional API endpoint for your resource.',
  )
}

export function azurePermissionDenied(): LoopbackReply {
  return azureError(401, 'PermissionDenied', 'Principal does not have access to API/Operation.')
}

export function azureFirewall(): LoopbackReply {
  return azureError(403, '403', 'Access denied due to Virtual Network/Firewall rules.', {
    'policy-id': 'ThrowExceptionDueToTrafficDenied',
  })
}

export function azurePublicAccessDisabled(): LoopbackReply {
  return azureError(403, '403', 'Public access is disabled. Please configure private endpoint.')
}

export function azureKeyAuthDisabled(): LoopbackReply {
  const message = 'Key based authentication is disabled for this resource.'
  return azureError(403, 'AuthenticationTypeDisabled', message)
}

export function azureDeploymentNotFound(): LoopbackReply {
  return azureError(
    404,
    'DeploymentNotFound',
    'The API deployment for this resource does not exist. If you created the deployment within ' +
      'the last 5 minutes, please wait a moment and try again.',
  )
}

export function azureResourceNotFound(): LoopbackReply {
  return azureError(404, '404', 'Resource not found')
}

export function azureApiVersionUnsupported(): LoopbackReply {
  return azureError(400, 'BadRequest', 'API version not supported')
}

export function azureTokenRate(): LoopbackReply {
  return azureError(
    429,
    '429',
    'Requests have exceeded token rate limit of your current OpenAI S0 pricing tier.',
    {
      'retry-after': '58',
      'retry-after-ms': '58000',
      'policy-id': 'DeploymentRatelimit-Token',
      'x-ratelimit-remaining-requests': '12',
      'x-ratelimit-reset-tokens': '55',
    },
  )
}

export function azureCapacity(): LoopbackReply {
  const message = 'System is experiencing high demand and cannot process your request.'
  return azureError(429, 'NoCapacity', message, { 'retry-after-ms': '2500' })
}

export function azureServerError(): LoopbackReply {
  return azureError(500, 'InternalServerError', 'The server had an error processing your request.')
}

const APIM = { 'request-context': 'appId=cid-v1:00000000-0000-0000-0000-000000000000' }

/** API Management answers itself: `{statusCode,message}`, without `error`. */
export function apimError(status: number, message: string, headers: Headers = {}): LoopbackReply {
  return json(status, { statusCode: status, message }, { ...APIM, ...headers })
}

export function apimMissingKey(): LoopbackReply {
  return apimError(
    401,
    'Access denied due to missing subscription key. Make sure to include subscription key when ' +
      'making requests to an API.',
    {
      'www-authenticate':
        'AzureApiManagementKey realm="https://contoso.azure-api.net/openai",name="api-key",type="header"',
    },
  )
}

export function apimNotFound(): LoopbackReply {
  return apimError(404, 'Resource not found')
}

export function apimRateLimited(): LoopbackReply {
  return apimError(429, 'Rate limit is exceeded. Try again in 30 seconds.', { 'retry-after': '30' })
}

export function apimServerError(): LoopbackReply {
  return apimError(500, 'Internal server error')
}
