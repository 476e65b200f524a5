import { describe, expect, test } from 'vitest'
import { address, evidence, failed, ok } from '../evidence-builder.ts'

import type { TokenFacts } from '../../../src/model/index.ts'
import { provesRoute } from '../../../src/rules/answers/index.ts'
import { decide, inBrief } from './decide.ts'
import {
  apiError,
  AZURE,
  EDGE,
  GENUINE,
  html,
  KONG,
  LITELLM,
  replied,
  responseFacts,
  type Reply,
} from './replies.ts'

type Row = readonly [title: string, reply: Reply, brief: string, rule: string]
const azureError = (code: string, message = 'words'): unknown => ({ error: { code, message } })
const apim = (statusCode: number, message: string): unknown => ({ statusCode, message })

describe('answers of Azure OpenAI and API Management', () => {
  const ROWS: readonly Row[] = [
    [
      'a wrong key',
      {
        status: 401,
        body: azureError(
          '401',
          'Access denied due to invalid subscription key or wrong API endpoint.',
        ),
      },
      'auth auth azure.invalid_key azure-openai',
      'azure/key-rejected',
    ],
    [
      'a missing role',
      { status: 401, body: azureError('PermissionDenied') },
      'auth auth azure.permission_denied azure-openai',
      'azure/role-missing',
    ],
    [
      'a missing data action as 403',
      {
        status: 403,
        body: azureError('PermissionDenied', 'The principal lacks the required data action'),
      },
      'auth auth azure.permission_denied azure-openai',
      'azure/role-missing',
    ],
    [
      'a token of another tenant, which is a 400',
      {
        status: 400,
        body: azureError('Tenant', 'Tenant provided in token does not match resource token'),
      },
      'auth auth azure.tenant_mismatch azure-openai',
      'azure/tenant-mismatch',
    ],
    [
      'the generic 401 where nobody knows whether a key or a token was sent',
      {
        status: 401,
        body: apim(
          401,
          'Unauthorized. Access token is missing, invalid, audience is incorrect, or have expired.',
        ),
      },
      'auth auth azure.credentials_refused azure-openai',
      'azure/credentials-refused',
    ],
    [
      'a token for another audience, in words',
      { status: 401, body: azureError('401', 'Audience validation failed') },
      'auth auth azure.token_audience azure-openai',
      'azure/token-rejected',
    ],
    [
      'keys switched off',
      { status: 403, body: azureError('AuthenticationTypeDisabled') },
      'auth auth azure.authentication_type_disabled azure-openai',
      'azure/key-auth-disabled',
    ],
    [
      'network rules, by words',
      {
        status: 403,
        body: azureError('403', 'Access denied due to Virtual Network/Firewall rules.'),
      },
      'route-provider http azure.network_rules azure-openai',
      'azure/network-rules',
    ],
    [
      'network rules, by header alone',
      {
        status: 403,
        headers: { 'policy-id': 'ThrowExceptionDueToTrafficDenied' },
        body: azureError('403'),
      },
      'route-provider http azure.network_rules azure-openai',
      'azure/network-rules',
    ],
    [
      'a regional endpoint of a resource with a network',
      {
        status: 403,
        body: {
          code: '403',
          message:
            'A Virtual Network is configured for this resource. Please use the correct endpoint',
        },
      },
      'route-provider http azure.custom_domain_required azure-openai',
      'azure/custom-domain',
    ],
    [
      'public access disabled',
      {
        status: 403,
        body: azureError('403', 'Public access is disabled. Please configure private endpoint.'),
      },
      'route-provider http azure.public_access_disabled azure-openai',
      'azure/public-access-disabled',
    ],
    [
      'a 403 without reason',
      { status: 403, body: azureError('403') },
      'unknown auth azure.forbidden azure-openai',
      'azure/rejected',
    ],
    [
      'a deployment that is not there',
      { status: 404, body: azureError('DeploymentNotFound') },
      'route-provider request azure.deployment_not_found azure-openai',
      'azure/deployment-not-found',
    ],
    [
      'a resource that is not there',
      { status: 404, body: azureError('404', 'Resource not found') },
      'route-provider request azure.resource_not_found azure-openai',
      'azure/resource-not-found',
    ],
    [
      'an unsupported api-version',
      { status: 400, body: azureError('BadRequest', 'API version not supported') },
      'route-provider request azure.api_version_unsupported azure-openai',
      'azure/api-version',
    ],
    [
      'an api-version that is too old for the endpoint',
      {
        status: 400,
        body: azureError(
          'BadRequest',
          'Azure OpenAI Responses API is enabled only for api-version 2025-03-01-preview and later',
        ),
      },
      'route-provider request azure.api_version_unsupported azure-openai',
      'azure/api-version',
    ],
    [
      'an api-version on v1',
      {
        status: 400,
        body: azureError(
          'BadRequest',
          'api-version query parameter is not allowed when using /v1 path',
        ),
      },
      'route-provider request azure.api_version_on_v1 azure-openai',
      'azure/api-version',
    ],
    [
      'the content filter',
      { status: 400, body: azureError('content_filter') },
      'route-provider request azure.content_filter azure-openai',
      'azure/content-filter',
    ],
    [
      'a rejected parameter, which is the provider’s on this route',
      { status: 400, body: apiError('invalid_request_error', 'unsupported_parameter') },
      'route-provider request azure.unsupported_parameter azure-openai',
      'azure/rejected',
    ],
    [
      'the token rate of the deployment',
      {
        status: 429,
        body: azureError('429', 'Requests have exceeded token rate limit of your current tier.'),
      },
      'rate-limit quota azure.rate_limit_exceeded azure-openai',
      'azure/rate-limit',
    ],
    [
      'no capacity, which is not the caller’s rate',
      {
        status: 429,
        body: azureError(
          '429',
          'The system is currently experiencing high demand and cannot process your request.',
        ),
      },
      'route-provider quota azure.no_capacity azure-openai',
      'azure/capacity',
    ],
    [
      'used-up quota',
      { status: 429, body: azureError('insufficient_quota') },
      'quota quota azure.insufficient_quota azure-openai',
      'azure/out-of-quota',
    ],
    [
      'a resource that Azure has blocked',
      {
        status: 403,
        body: azureError('403', 'Your resource has been temporarily blocked because of abuse.'),
      },
      'route-provider http azure.resource_blocked azure-openai',
      'azure/resource-blocked',
    ],
    [
      'a server error',
      { status: 500, body: apiError('server_error', null) },
      'route-provider answer azure.server_error azure-openai',
      'azure/server-error',
    ],
  ]
  test.each(ROWS)('%s', (_title, reply, brief, rule) => {
    const finding = decide(replied('azure', { ...reply, headers: { ...AZURE, ...reply.headers } }))
    expect(inBrief(finding)).toBe(brief)
    expect(finding?.rule).toBe(rule)
  })

  const APIM = { route: { baseUrl: 'https://example.azure-api.net/openai' } }
  test.each<Row>([
    [
      'no subscription key',
      {
        status: 401,
        body: apim(401, 'Access denied due to missing subscription key. Make sure to include one.'),
      },
      'auth auth azure.subscription_key_missing azure-apim',
      'azure/subscription-key',
    ],
    [
      'its quota policy as 403',
      {
        status: 403,
        body: apim(403, 'Out of call volume quota. Quota will be replenished in 01:00:00.'),
      },
      'quota quota azure.out_of_quota azure-apim',
      'azure/out-of-quota',
    ],
    [
      'its rate policy',
      { status: 429, body: apim(429, 'Rate limit is exceeded. Try again in 30 seconds.') },
      'rate-limit quota azure.rate_limit_exceeded azure-apim',
      'azure/rate-limit',
    ],
    [
      'no such API',
      { status: 404, body: apim(404, 'Resource not found') },
      'route-provider request azure.resource_not_found azure-apim',
      'azure/resource-not-found',
    ],
    [
      'its own 500',
      { status: 500, body: apim(500, 'Internal server error') },
      'route-provider answer azure.server_error azure-apim',
      'azure/server-error',
    ],
    [
      'the 401 of the resource behind it',
      {
        status: 401,
        headers: AZURE,
        body: azureError(
          '401',
          'Access denied due to invalid subscription key or wrong API endpoint.',
        ),
      },
      'route-provider auth azure.upstream_key_rejected azure-apim',
      'azure/upstream-key',
    ],
  ])('API Management: %s', (_title, reply, brief, rule) => {
    for (const kind of ['azure', 'gateway'] as const) {
      const finding = decide(replied(kind, reply, APIM))
      expect(inBrief(finding)).toBe(brief)
      expect(finding?.rule).toBe(rule)
    }
  })

  test('public access disabled tells which address DNS gave', () => {
    const response = ok(
      'response',
      responseFacts({
        status: 403,
        headers: AZURE,
        body: azureError('403', 'Public access is disabled.'),
      }),
    )
    const lookup = ok('lookup', {
      host: 'r.openai.azure.com',
      resolver: 'getaddrinfo',
      of: 'target',
      addresses: [address('20.1.2.3')],
    })
    const route = { kind: 'azure', baseUrl: 'https://r.openai.azure.com/openai/v1' } as const
    const finding = decide(evidence([lookup, response], { route }))
    expect(finding?.summary).toContain('resolved to the public address 20.1.2.3')
    expect(finding?.doNext[0]).toContain('privatelink.openai.azure.com')
    expect(finding?.cites.map(({ id }) => id)).toEqual(['response', 'lookup'])
  })
})

describe('the generic 401 of Azure', () => {
  const GENERIC = {
    status: 401,
    headers: AZURE,
    body: apim(
      401,
      'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.',
    ),
  }
  const token = (facts: Partial<TokenFacts>) =>
    ok('token', {
      method: 'client-secret',
      authority: 'login.microsoftonline.com',
      scope: 'https://x/.default',
      hasTenant: true,
      hasClient: true,
      exchanges: [],
      ...facts,
    })

  test('is about the key when a key was sent', () => {
    const route = { azureAuth: 'key' } as const
    expect(inBrief(decide(replied('azure', GENERIC, { route })))).toBe(
      'auth auth azure.invalid_key azure-openai',
    )
  })

  test.each<[Partial<TokenFacts>, string, RegExp]>([
    [
      { audience: 'https://management.azure.com/', validMs: 3_600_000 },
      'azure.token_audience',
      /azure-scope.*https:\/\/ai\.azure\.com\/\.default/,
    ],
    [{ audience: 'https://ai.azure.com', validMs: 0 }, 'azure.token_expired', /clock/],
    [
      { audience: 'https://ai.azure.com', validMs: 3_600_000 },
      'azure.token_not_accepted',
      /AZURE_TENANT_ID/,
    ],
    [
      { audience: '18a66f5f-dbdf-4c17-9dd7-1634712a9cbe', validMs: 3_600_000 },
      'azure.token_not_accepted',
      /AZURE_TENANT_ID/,
    ],
  ])('with a token whose claims are %o', (facts, code, order) => {
    const route = {
      kind: 'azure',
      azureAuth: 'entra',
      baseUrl: 'https://example-resource.openai.azure.com/openai/v1',
    } as const
    const finding = decide(
      evidence([ok('response', responseFacts(GENERIC)), token(facts)], { route }),
    )
    expect(finding?.code).toBe(code)
    expect(finding?.doNext.join(' ')).toMatch(order)
  })
})

test('the api-version that an endpoint needs is named', () => {
  const body = azureError(
    'BadRequest',
    'Azure OpenAI Responses API is enabled only for api-version 2025-03-01-preview and later',
  )
  const finding = decide(replied('azure', { status: 400, body }))
  expect(finding?.summary).toContain('2025-03-01-preview or later')
  expect(finding?.doNext[0]).toContain('2025-03-01-preview')
})

describe('answers of gateways', () => {
  const ROWS: readonly Row[] = [
    [
      'its own refusal of the key',
      { status: 401, headers: LITELLM, body: apiError('token_not_found_in_db', '401') },
      'auth auth gateway.token_not_found_in_db gateway',
      'gateway/key-rejected',
    ],
    [
      'the upstream’s refusal of its key',
      {
        status: 401,
        headers: LITELLM,
        body: apiError(
          'invalid_request_error',
          '401',
          'litellm.AuthenticationError: OpenAIException - Incorrect API key provided',
        ),
      },
      'route-provider auth gateway.upstream_key_rejected gateway',
      'gateway/upstream-key',
    ],
    [
      'the upstream’s refusal, told by repeated headers',
      {
        status: 401,
        headers: { ...LITELLM, 'llm_provider-x-request-id': 'req_1' },
        body: apiError('invalid_request_error', '401'),
      },
      'route-provider auth gateway.upstream_key_rejected gateway',
      'gateway/upstream-key',
    ],
    [
      'OpenAI’s refusal passed on with OpenAI’s headers',
      { status: 401, headers: GENUINE, body: apiError('invalid_request_error', 'invalid_api_key') },
      'route-provider auth gateway.upstream_key_rejected gateway',
      'gateway/upstream-key',
    ],
    [
      'OpenAI’s refusal passed on without its headers',
      {
        status: 401,
        body: apiError(
          'invalid_request_error',
          'invalid_api_key',
          'You can find your API key at https://platform.openai.com/account/api-keys.',
        ),
      },
      'route-provider auth gateway.upstream_key_rejected gateway',
      'gateway/upstream-key',
    ],
    [
      'a refusal of an unknown gateway in OpenAI’s words',
      { status: 401, body: apiError('invalid_request_error', 'invalid_api_key') },
      'auth auth gateway.invalid_api_key gateway',
      'gateway/key-rejected',
    ],
    [
      'an empty 401',
      { status: 401 },
      'auth auth gateway.key_rejected gateway',
      'gateway/key-rejected',
    ],
    [
      'Kong’s own 401',
      { status: 401, headers: KONG, body: { message: 'Unauthorized', request_id: 'ab' } },
      'auth auth gateway.key_rejected gateway',
      'gateway/key-rejected',
    ],
    [
      'a 401 that Kong passed on',
      {
        status: 401,
        headers: { 'x-kong-upstream-latency': '9', via: '1.1 kong/3.10.0' },
        body: apiError('invalid_request_error', 'invalid_api_key'),
      },
      'route-provider auth gateway.upstream_key_rejected gateway',
      'gateway/upstream-key',
    ],
    [
      'vLLM’s 401',
      { status: 401, headers: { server: 'uvicorn' }, body: { error: 'Unauthorized' } },
      'auth auth gateway.key_rejected gateway',
      'gateway/key-rejected',
    ],
    [
      'Cloudflare AI Gateway without its token',
      {
        status: 401,
        headers: EDGE,
        body: { success: false, error: [{ code: 2009, message: 'Unauthorized' }] },
      },
      'auth auth gateway.key_rejected gateway',
      'gateway/key-rejected',
    ],
    [
      'Cloudflare AI Gateway not set up',
      {
        status: 400,
        headers: EDGE,
        body: { success: false, error: [{ code: 2001, message: 'x' }] },
      },
      'route-provider request gateway.not_configured gateway',
      'gateway/not-configured',
    ],
    [
      'a model that the key may not use',
      { status: 403, headers: LITELLM, body: apiError('team_model_access_denied', '403') },
      'auth auth gateway.team_model_access_denied gateway',
      'gateway/model-access',
    ],
    [
      'a model off its list',
      {
        status: 400,
        headers: LITELLM,
        body: apiError('None', 400, "400: {'error': 'Invalid model name passed in model=x'}"),
      },
      'route-provider request gateway.model_not_found gateway',
      'gateway/model-unknown',
    ],
    [
      'a used-up budget as 400',
      { status: 400, headers: LITELLM, body: apiError('budget_exceeded', '400') },
      'quota quota gateway.budget_exceeded gateway',
      'gateway/budget',
    ],
    [
      'a used-up budget as 429',
      { status: 429, headers: LITELLM, body: apiError('budget_exceeded', '429') },
      'quota quota gateway.budget_exceeded gateway',
      'gateway/budget',
    ],
    [
      '402',
      {
        status: 402,
        headers: EDGE,
        body: { error: { message: 'Insufficient credits', code: 402 } },
      },
      'quota quota gateway.payment_required gateway',
      'gateway/budget',
    ],
    [
      'an error with its status inside a 200',
      { status: 200, headers: EDGE, body: { error: { message: 'x', code: 402 } } },
      'quota quota gateway.payment_required gateway',
      'gateway/budget',
    ],
    [
      'the empty account of the gateway upstream',
      {
        status: 429,
        headers: LITELLM,
        body: apiError(
          'insufficient_quota',
          '429',
          'litellm.RateLimitError: OpenAIException - You exceeded your current quota',
        ),
      },
      'route-provider quota gateway.upstream_quota gateway',
      'gateway/upstream-quota',
    ],
    [
      'its own rate',
      {
        status: 429,
        headers: KONG,
        body: { message: 'API rate limit exceeded', request_id: 'ab' },
      },
      'rate-limit quota gateway.rate_limited gateway',
      'gateway/rate-limit',
    ],
    [
      'the rate of the upstream',
      {
        status: 429,
        headers: LITELLM,
        body: apiError('throttling_error', '429', 'litellm.RateLimitError: AzureException'),
      },
      'rate-limit quota gateway.throttling_error gateway',
      'gateway/rate-limit',
    ],
    [
      'the country of the gateway',
      {
        status: 403,
        body: apiError(
          'request_forbidden',
          'unsupported_country_region_territory',
          'Country, region, or territory not supported (request id: 2024072510422562574664066306279)',
        ),
      },
      'route-provider http gateway.unsupported_country_region_territory gateway',
      'gateway/upstream-refuses',
    ],
    [
      'nothing behind it',
      {
        status: 502,
        headers: { server: 'nginx/1.27' },
        body: html('502 Bad Gateway', '<center>nginx/1.27</center>'),
      },
      'route-provider http gateway.upstream_unreachable gateway',
      'gateway/upstream-unreachable',
    ],
    [
      'Portkey 1.15 whose upstream refuses the connection',
      {
        status: 500,
        headers: { 'x-portkey-provider': 'openai' },
        body: { 'html-message': 'Message: fetch failed Cause: Error: bad port Name: TypeError' },
      },
      'route-provider http gateway.upstream_unreachable gateway',
      'gateway/upstream-unreachable',
    ],
    [
      'the same on embeddings, whose body is no JSON',
      {
        status: 500,
        headers: { 'x-portkey-provider': 'openai' },
        contentType: 'text/plain;charset=UTF-8',
        body: 'Message: fetch failed Cause: Error: connect ECONNREFUSED 127.0.0.1:1 Name: TypeError',
      },
      'route-provider http gateway.upstream_unreachable gateway',
      'gateway/upstream-unreachable',
    ],
    [
      'JSON of it that does not parse',
      {
        status: 500,
        headers: { 'x-portkey-provider': 'openai' },
        body: '{"html-message":"Message: fetch failed Cause: Error: "x" Name: TypeError"}',
      },
      'route-provider http gateway.upstream_unreachable gateway',
      'gateway/upstream-unreachable',
    ],
    ...['Invalid provider passed', 'Invalid custom host', 'Invalid config passed'].map(
      (message): Row => [
        `Portkey: ${message}`,
        { status: 400, body: { status: 'failure', message } },
        'route-provider request gateway.not_configured gateway',
        'gateway/not-configured',
      ],
    ),
    [
      'LiteLLM with every deployment cooling down',
      {
        status: 429,
        headers: LITELLM,
        body: apiError(
          'None',
          '429',
          'No deployments available for selected model, Try again in 60 seconds. Passed model=m.',
        ),
      },
      'route-provider quota gateway.no_deployment gateway',
      'gateway/pool-exhausted',
    ],
    [
      'LiteLLM whose upstream refuses the connection',
      {
        status: 500,
        headers: LITELLM,
        body: apiError(
          null,
          '500',
          'litellm.InternalServerError: InternalServerError: OpenAIException - Connection error.',
        ),
      },
      'route-provider http gateway.upstream_unreachable gateway',
      'gateway/upstream-unreachable',
    ],
    [
      'a limit or maintenance of nginx',
      {
        status: 503,
        headers: { server: 'nginx/1.22.1' },
        body: html('503 Service Temporarily Unavailable', '<center>nginx/1.22.1</center>'),
      },
      'route-provider http gateway.unavailable gateway',
      'gateway/unavailable',
    ],
    [
      'maintenance that says when it ends',
      {
        status: 503,
        headers: { server: 'awselb/2.0', 'retry-after': '120' },
        body: html('503 Service Unavailable'),
      },
      'route-provider http gateway.unavailable gateway',
      'gateway/unavailable',
    ],
    [
      'a 503 in JSON that gives no reason says nothing of what is behind it',
      { status: 503, headers: { server: 'nginx/1.22.1' }, body: { status: 'maintenance' } },
      'route-provider http gateway.unavailable gateway',
      'gateway/unavailable',
    ],
    [
      'a 503 with a reason of its own',
      { status: 503, body: apiError('model_loading', 'model_loading') },
      'route-provider http gateway.model_loading gateway',
      'gateway/unavailable',
    ],
    [
      'New API without a channel for the model',
      {
        status: 503,
        body: apiError(
          'new_api_error',
          'model_not_found',
          'No available channel for model m under group default (distributor)',
        ),
      },
      'route-provider quota gateway.no_deployment gateway',
      'gateway/pool-exhausted',
    ],
    [
      'Envoy AI Gateway without a route for the model',
      {
        status: 404,
        contentType: 'text/plain',
        body: 'No matching route found. It is likely because the model specified in your request is not configured in the Gateway.',
      },
      'route-provider request gateway.not_configured gateway',
      'gateway/not-configured',
    ],
    [
      'Bifrost that passes a refusal of its upstream on',
      {
        status: 401,
        body: {
          is_bifrost_error: false,
          status_code: 401,
          error: { message: 'x' },
          extra_fields: { provider: 'openai', request_type: 'chat_completion' },
        },
      },
      'route-provider auth gateway.upstream_key_rejected gateway',
      'gateway/upstream-key',
    ],
    [
      'Bifrost that refuses the key itself',
      { status: 401, body: { is_bifrost_error: true, error: { message: 'x' } } },
      'auth auth gateway.key_rejected gateway',
      'gateway/key-rejected',
    ],
    [
      'OpenRouter without an endpoint for the model',
      {
        status: 404,
        headers: EDGE,
        body: { error: { message: 'No endpoints found for x/y.', code: 404 } },
      },
      'route-provider request gateway.model_not_found gateway',
      'gateway/model-unknown',
    ],
    [
      'a body that nginx does not take',
      {
        status: 413,
        headers: { server: 'nginx/1.22.1' },
        body: html('413 Request Entity Too Large', '<center>nginx/1.22.1</center>'),
      },
      'route-provider http http.body_too_large gateway',
      'gateway/too-large',
    ],
    [
      'a 503 of HAProxy, which has no server',
      {
        status: 503,
        body: '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>',
      },
      'route-provider http gateway.upstream_unreachable gateway',
      'gateway/upstream-unreachable',
    ],
    ...(
      [
        ['Basic realm="Restricted"', html('401 Authorization Required')],
        ['Digest realm="x", nonce="y"', html('401 Unauthorized')],
        ['Negotiate', ''],
        ['Basic realm="service"', { message: 'Unauthorized' }],
      ] as const
    ).map(([scheme, body]): Row => [
      `a login of the web server: ${scheme}`,
      { status: 401, headers: { server: 'nginx', 'www-authenticate': scheme }, body },
      'route-provider http http.login_required gateway',
      'http/server-login',
    ]),
    ...[
      [400, '400 No required SSL certificate was sent'] as const,
      [400, '400 The SSL certificate error'] as const,
      [496, '496'] as const,
    ].map(([status, title]): Row => [
      `a client certificate: ${title}`,
      { status, headers: { server: 'nginx' }, body: html(title) },
      'route-provider http tls.bad_client_auth_cert gateway',
      'http/client-certificate',
    ]),
    ...[
      html('400 The plain HTTP request was sent to HTTPS port'),
      'Client sent an HTTP request to an HTTPS server.\n',
      html('400 Bad Request', "Reason: You're speaking plain HTTP to an SSL-enabled server port."),
      'Bad Request\r\nThis combination of host and port requires TLS.\r\n',
      { message: 'The plain HTTP request was sent to HTTPS port' },
    ].map((body): Row => [
      `plain HTTP between the gateway and its upstream: ${JSON.stringify(body).slice(0, 60)}`,
      { status: 400, body },
      'route-provider http http.plain_on_tls gateway',
      'http/plain-on-tls',
    ]),
    [
      'a load balancer that waited in vain',
      { status: 504, headers: { server: 'awselb/2.0' }, body: html('504 Gateway Time-out') },
      'route-provider http gateway.upstream_timed_out gateway',
      'gateway/upstream-unreachable',
    ],
    [
      'its own 500',
      {
        status: 500,
        headers: { 'x-portkey-gateway-exception': 'true' },
        body: { status: 'failure', message: 'x' },
      },
      'route-provider answer gateway.server_error gateway',
      'gateway/server-error',
    ],
    [
      'OpenAI’s 500 passed on, never the API server’s here',
      { status: 500, headers: GENUINE, body: apiError('server_error', null) },
      'route-provider answer gateway.server_error gateway',
      'gateway/server-error',
    ],
    [
      'a page at the root',
      { status: 200, body: html('Open WebUI') },
      'route-provider http gateway.not_the_api gateway',
      'gateway/page',
    ],
    [
      'the root of Ollama',
      { status: 200, body: 'Ollama is running', contentType: 'text/plain' },
      'route-provider http gateway.not_the_api gateway',
      'gateway/page',
    ],
    [
      'no route, in plain text',
      { status: 404, body: '404 page not found', contentType: 'text/plain' },
      'route-provider http gateway.not_the_api gateway',
      'gateway/page',
    ],
    [
      'a 403 page',
      {
        status: 403,
        headers: { server: 'nginx' },
        body: html('403 Forbidden', '<center>nginx</center>'),
      },
      'route-provider http gateway.forbidden gateway',
      'gateway/forbidden',
    ],
    [
      'a parameter that it does not take',
      { status: 422, headers: { server: 'uvicorn' }, body: { detail: [{ msg: 'x' }] } },
      'route-provider request gateway.http_422 gateway',
      'gateway/rejected',
    ],
    [
      'a sign-in of its own',
      { status: 302, facts: { redirectTo: 'https://team.cloudflareaccess.com' } },
      'route-provider http http.redirected gateway',
      'http/redirected',
    ],
  ]
  test.each(ROWS)('%s', (_title, reply, brief, rule) => {
    const finding = decide(replied('gateway', reply))
    expect(inBrief(finding)).toBe(brief)
    expect(finding?.rule).toBe(rule)
  })

  /** Bodies as the sources of the gateways write them: project, commit and file stand in the title. */
  const bifrost = (status: number, type: string | undefined, message: string): Reply => ({
    status,
    body: {
      ...(type === undefined ? {} : { type }),
      is_bifrost_error: false,
      status_code: status,
      error: { message },
      extra_fields: { provider: 'openai', request_type: 'chat_completion' },
    },
  })
  const newApi = (status: number, message: string, code = ''): Reply => ({
    status,
    body: {
      error: {
        message: `${message} (request id: 2026112800480012345678)`,
        type: 'new_api_error',
        code,
      },
    },
  })
  const helicone = (status: number, code: string, message: string): Reply => ({
    status,
    body: { success: false, error: { code, message, param: null } },
  })
  const FROM_SOURCES: readonly Row[] = [
    [
      'maximhq/bifrost dd28c236 handlers/utils.go SendError: its own 401 says is_bifrost_error false as well',
      {
        status: 401,
        body: {
          is_bifrost_error: false,
          status_code: 401,
          error: { message: 'Unauthorized' },
          extra_fields: {},
        },
      },
      'auth auth gateway.key_rejected gateway',
      'gateway/key-rejected',
    ],
    [
      'maximhq/bifrost 9681d2ba plugins/governance/main.go: no virtual key',
      bifrost(401, 'virtual_key_required', 'virtual key is required.'),
      'auth auth gateway.key_rejected gateway',
      'gateway/key-rejected',
    ],
    [
      'maximhq/bifrost 9681d2ba plugins/governance/main.go: an unknown virtual key is a 403',
      bifrost(403, 'virtual_key_not_found', 'Virtual key not found'),
      'auth auth gateway.forbidden gateway',
      'gateway/key-rejected',
    ],
    [
      'maximhq/bifrost 9681d2ba plugins/governance/main.go: a model that the virtual key may not use',
      bifrost(403, 'model_blocked', "Model 'm' is not allowed for this virtual key"),
      'auth auth gateway.model_access_denied gateway',
      'gateway/model-access',
    ],
    [
      'maximhq/bifrost 9681d2ba plugins/governance/main.go: the budget of the virtual key',
      bifrost(402, 'budget_exceeded', 'budget exceeded'),
      'quota quota gateway.payment_required gateway',
      'gateway/budget',
    ],
    ...[
      'no keys found that support model: m',
      'no keys found that support model/deployment: m',
      'no keys found for provider: openai and model: m',
    ].map((message): Row => [
      `maximhq/bifrost 0007e19d core/bifrost.go: ${message}`,
      bifrost(400, undefined, message),
      'route-provider request gateway.not_configured gateway',
      'gateway/not-configured',
    ]),
    [
      'BerriAI/litellm#12273 (v1.73.0-stable): a wrong key where no database is set',
      {
        status: 400,
        headers: LITELLM,
        body: apiError('no_db_connection', '400', 'No connected db.'),
      },
      'auth auth gateway.no_db_connection gateway',
      'gateway/key-rejected',
    ],
    [
      'BerriAI/litellm auth_exception_handler.py: its database is away',
      {
        status: 503,
        headers: LITELLM,
        body: apiError(
          'no_db_connection',
          '503',
          'Service Unavailable, the authentication database is temporarily unreachable. Please retry shortly.',
        ),
      },
      'route-provider http gateway.no_db_connection gateway',
      'gateway/unavailable',
    ],
    ...[
      'Not allowed to access model due to tags configuration. Passed model=m and tags=[]',
      'litellm.BadRequestError: Not allowed to access model due to tags configuration. Passed model=m',
    ].map((message): Row => [
      `BerriAI/litellm 017a8327 tag_based_routing.py, a 401 by _types.py: ${message.slice(0, 24)}`,
      { status: 401, headers: LITELLM, body: apiError('None', '401', message) },
      'auth auth gateway.model_access_denied gateway',
      'gateway/model-access',
    ]),
    [
      'BerriAI/litellm 0044fbec types/router.py RouterErrors: no healthy deployment',
      {
        status: 400,
        headers: LITELLM,
        body: apiError(
          null,
          '400',
          'litellm.BadRequestError: You passed in model=m. There are no healthy deployments for this model',
        ),
      },
      'route-provider quota gateway.no_deployment gateway',
      'gateway/pool-exhausted',
    ],
    [
      'QuantumNous/new-api df3d6937 i18n/locales/en.yaml token.exhausted, a 401 by middleware/auth.go',
      newApi(401, 'This token quota is exhausted TokenStatusExhausted[sk-abc***xyz]'),
      'quota quota gateway.new_api_error gateway',
      'gateway/budget',
    ],
    [
      'songquanpeng/one-api 0b8ccb94 model/token.go, a 401 by 3d8a51e1 middleware/auth.go',
      {
        status: 401,
        body: { error: { message: '令牌 ci（#7）额度已用尽', type: 'one_api_error' } },
      },
      'quota quota gateway.one_api_error gateway',
      'gateway/budget',
    ],
    [
      'songquanpeng/one-api 0b8ccb94 model/token.go: a token that it does not know',
      { status: 401, body: { error: { message: '无效的令牌', type: 'one_api_error' } } },
      'auth auth gateway.one_api_error gateway',
      'gateway/key-rejected',
    ],
    [
      'songquanpeng/one-api 3d8a51e1 middleware/auth.go: the user of the token is banned, a 403',
      { status: 403, body: { error: { message: '用户已被封禁', type: 'one_api_error' } } },
      'auth auth gateway.one_api_error gateway',
      'gateway/key-rejected',
    ],
    [
      'songquanpeng/one-api 00fa86c0 middleware/distributor.go: no channel in the group',
      {
        status: 503,
        body: {
          error: { message: '当前分组 default 下对于模型 m 无可用渠道', type: 'one_api_error' },
        },
      },
      'route-provider quota gateway.no_deployment gateway',
      'gateway/pool-exhausted',
    ],
    [
      'ollama/ollama 000ce020 server/sched.go ErrMaxQueue, a 503',
      {
        status: 503,
        body: apiError(
          'api_error',
          null,
          'server busy, please try again.  maximum pending requests exceeded',
        ),
      },
      'route-provider http gateway.unavailable gateway',
      'gateway/unavailable',
    ],
    [
      'QuantumNous/new-api df3d6937 en.yaml distributor.token_model_forbidden, a 403 by 003d7c00 distributor.go',
      newApi(403, 'This token has no access to model m'),
      'auth auth gateway.new_api_error gateway',
      'gateway/model-access',
    ],
    [
      'QuantumNous/new-api df3d6937 en.yaml distributor.get_channel_failed, a 503 by 003d7c00 distributor.go',
      newApi(
        503,
        'Failed to get available channel for model m under group default (distributor): x',
        'model_not_found',
      ),
      'route-provider quota gateway.no_deployment gateway',
      'gateway/pool-exhausted',
    ],
    [
      'Portkey-AI/gateway 69951d61 authN.ts and 8d9dcb79 utils/error.ts: the usage limit of the key is a 412',
      {
        status: 412,
        body: {
          status: 'failure',
          message: 'Portkey Error: Portkey API Key Usage Limit Exceeded. Error Code: 04',
          error: {
            message: 'Portkey Error: Portkey API Key Usage Limit Exceeded. Error Code: 04',
            code: '04',
          },
        },
      },
      'quota quota gateway.budget_exceeded gateway',
      'gateway/budget',
    ],
    [
      'Portkey-AI/gateway 71f9400f middlewares/portkey/utils.ts: the usage limit of a workspace',
      {
        status: 412,
        body: apiError('workspace_exhaust_error', '04', 'Portkey Workspace Usage Limit Exceeded'),
      },
      'quota quota gateway.workspace_exhaust_error gateway',
      'gateway/budget',
    ],
    [
      'Portkey-AI/gateway 71f9400f middlewares/portkey/utils.ts: a model that is not allowed, with status 200',
      {
        status: 200,
        body: apiError(
          'model_not_allowed_error',
          400,
          'Model m is not allowed for this integration',
        ),
      },
      'auth auth gateway.model_not_allowed_error gateway',
      'gateway/model-access',
    ],
    [
      'Helicone/helicone 02b79dd2 SimpleAIGateway: the 401 of an attempt with a stored key',
      helicone(401, 'request_failed', 'Authentication failed'),
      'route-provider auth gateway.upstream_key_rejected gateway',
      'gateway/upstream-key',
    ],
    [
      'Helicone/helicone 02b79dd2 SimpleAIGateway: no provider for the model is a 500',
      helicone(
        500,
        'request_failed',
        'No available providers for the requested models. Check provider names and see supported models at https://helicone.ai/models',
      ),
      'route-provider request gateway.not_configured gateway',
      'gateway/not-configured',
    ],
    [
      'Helicone/helicone 02b79dd2 SimpleAIGateway: no credits is a 429',
      helicone(429, 'request_failed', 'Insufficient credits'),
      'quota quota gateway.request_failed gateway',
      'gateway/budget',
    ],
    [
      'Helicone/ai-gateway 0b8cc7c7 error/auth.rs: its own 401 in OpenAI’s words',
      {
        status: 401,
        body: apiError('invalid_request_error', 'invalid_api_key', 'Invalid credentials'),
      },
      'auth auth gateway.invalid_api_key gateway',
      'gateway/key-rejected',
    ],
    [
      'Helicone/ai-gateway 81a9059b error/internal.rs: a provider that is not set up',
      {
        status: 500,
        body: apiError(
          'server_error',
          null,
          "Router config provider 'openai' not present in `ProvidersConfig`",
        ),
      },
      'route-provider request gateway.not_configured gateway',
      'gateway/not-configured',
    ],
    [
      'Helicone/ai-gateway 81a9059b error/internal.rs: an upstream that it does not reach',
      {
        status: 500,
        body: apiError(
          'server_error',
          null,
          'Reqwest error: error sending request for url (http://127.0.0.1:1/)',
        ),
      },
      'route-provider http gateway.server_error gateway',
      'gateway/upstream-unreachable',
    ],
    [
      'unoplat/unoplat-code-confluence#1080: OpenRouter whose account settings leave no provider',
      {
        status: 404,
        headers: EDGE,
        body: {
          error: {
            message:
              'No endpoints found matching your data policy (Free model publication). Configure: https://openrouter.ai/settings/privacy',
            code: 404,
          },
        },
      },
      'auth auth gateway.model_access_denied gateway',
      'gateway/model-access',
    ],
    [
      'OpenRouter without a provider for a parameter: the model is in its list',
      {
        status: 404,
        headers: EDGE,
        body: { error: { message: 'No endpoints found that support tool use.', code: 404 } },
      },
      'route-provider request gateway.http_404 gateway',
      'gateway/rejected',
    ],
    [
      'Vercel AI Gateway without a card on file (reported by three projects, September 2026)',
      {
        status: 403,
        headers: { server: 'Vercel' },
        body: {
          error: {
            message: 'AI Gateway requires a valid credit card on file to service requests.',
            type: 'customer_verification_required',
          },
        },
      },
      'quota quota gateway.customer_verification_required gateway',
      'gateway/budget',
    ],
    [
      'Kong/kong 0a364161 llm/proxy/handler.lua: another model than the plugin has',
      {
        status: 400,
        headers: KONG,
        body: { error: { message: 'cannot use own model - must be: m' } },
      },
      'route-provider request gateway.model_not_found gateway',
      'gateway/model-unknown',
    ],
    [
      'Kong/kong 016e3fdc pdk/response.lua: the upstream is away',
      {
        status: 503,
        headers: KONG,
        body: { message: 'The upstream server is currently unavailable', request_id: 'ab' },
      },
      'route-provider http gateway.upstream_unreachable gateway',
      'gateway/upstream-unreachable',
    ],
    [
      'Kong/kong 00239d08 key-auth/handler.lua: an unknown key',
      { status: 401, headers: KONG, body: { message: 'Invalid authentication credentials' } },
      'auth auth gateway.key_rejected gateway',
      'gateway/key-rejected',
    ],
    [
      'ollama/ollama 00988753 openai/openai.go NewError: a model that it has not pulled',
      {
        status: 404,
        body: apiError('not_found_error', null, "model 'm' not found"),
      },
      'route-provider request gateway.model_not_found gateway',
      'gateway/model-unknown',
    ],
  ]
  test.each(FROM_SOURCES)('%s', (_title, reply, brief, rule) => {
    const finding = decide(replied('gateway', reply))
    expect(inBrief(finding)).toBe(brief)
    expect(finding?.rule).toBe(rule)
  })

  test('New API that is saturated upstream does not blame the rate of the caller', () => {
    const reply = newApi(
      429,
      'Current group upstream load is saturated, please try again later',
      'upstream_error',
    )
    expect(decide(replied('gateway', reply))?.summary).toContain(
      'the server behind the gateway limits the rate',
    )
  })

  test('an account without a payment method has not used its budget up', () => {
    const body = apiError('customer_verification_required', null)
    const finding = decide(replied('gateway', { status: 403, body }))
    expect(finding?.summary).toContain('only with a payment method on file')
    expect(finding?.doNext[0]).toContain('Add a payment method')
  })

  test('LiteLLM without a database asks for its master key', () => {
    const body = apiError('no_db_connection', '400', 'No connected db.')
    const finding = decide(replied('gateway', { status: 400, headers: LITELLM, body }))
    expect(finding?.doNext[0]).toContain('master key')
  })

  test('plain HTTP to a port of TLS is the base URL’s scheme, and port and path stay', () => {
    const reply = { status: 400, body: 'Client sent an HTTP request to an HTTPS server.\n' }
    const route = { baseUrl: 'http://llm.corp.example:8443/ok/v1' }
    const finding = decide(replied('gateway', reply, { route }))
    expect(finding?.owner).toBe('request')
    expect(finding?.doNext[0]).toContain('https://llm.corp.example:8443/ok/v1')
  })

  test('a login of the web server in front proves nothing of the API behind it', () => {
    const reply = { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } }
    expect(provesRoute(replied('gateway', { ...reply, facts: { authenticated: false } }))).toBe(
      false,
    )
  })

  test('a 403 of GitHub Models without body is about the token of the job', () => {
    const route = { baseUrl: 'https://models.github.ai/inference' }
    const finding = decide(replied('gateway', { status: 403 }, { route }))
    expect(finding?.owner).toBe('auth')
    expect(finding?.doNext[0]).toContain('models: read')
  })

  test.each([
    [
      ok('direct-api', responseFacts({ status: 401, headers: GENUINE })),
      'api.openai.com answers this runner as it should',
    ],
    [
      failed('direct-api', 'tcp.timed_out'),
      'cannot be reached from this runner without the gateway either',
    ],
  ])('the comparison with the direct route is told and cited', (direct, note) => {
    const response = ok(
      'response',
      responseFacts({ status: 502, headers: { server: 'nginx' }, body: html('502 Bad Gateway') }),
    )
    const route = { kind: 'gateway', baseUrl: 'https://llm.corp.example/v1' } as const
    const finding = decide(evidence([response, direct], { route }))
    expect(finding?.summary).toContain(note)
    expect(finding?.cites).toContain(direct)
  })
})

describe('one status, two authors, two owners', () => {
  const squid = { server: 'squid/5.7', 'x-squid-error': 'ERR_ACCESS_DENIED 0' }
  test.each<[title: string, first: string, second: string]>([
    [
      '401',
      inBrief(
        decide(
          replied('openai', {
            status: 401,
            headers: GENUINE,
            body: apiError('invalid_request_error', 'invalid_api_key'),
          }),
        ),
      ),
      inBrief(
        decide(
          replied('gateway', {
            status: 401,
            headers: GENUINE,
            body: apiError('invalid_request_error', 'invalid_api_key'),
          }),
        ),
      ),
    ],
    [
      '403',
      inBrief(
        decide(
          replied('openai', {
            status: 403,
            headers: GENUINE,
            body: apiError('invalid_request_error', 'model_not_found'),
          }),
        ),
      ),
      inBrief(decide(replied('openai', { status: 403, headers: squid, body: html('ERROR') }))),
    ],
    [
      '429',
      inBrief(
        decide(
          replied('openai', {
            status: 429,
            headers: GENUINE,
            body: apiError('tokens', 'rate_limit_exceeded'),
          }),
        ),
      ),
      inBrief(
        decide(
          replied('openai', {
            status: 429,
            headers: EDGE,
            body: 'error code: 1015',
            contentType: 'text/plain',
          }),
        ),
      ),
    ],
    [
      '502',
      inBrief(
        decide(replied('openai', { status: 502, headers: EDGE, body: html('502 Bad Gateway') })),
      ),
      inBrief(
        decide(
          replied('openai', {
            status: 502,
            headers: { server: 'squid/6.1', 'x-squid-error': 'ERR_CONNECT_FAIL 111' },
            body: html('ERROR'),
          }),
        ),
      ),
    ],
  ])('%s', (_status, first, second) => {
    expect(first.split(' ')[0]).not.toBe(second.split(' ')[0])
  })
})
