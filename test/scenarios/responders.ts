/** Who answered: each responder by what gives it away, and the same status from several of them. */
import type { Code } from '../../src/model/index.ts'
import {
  apimError,
  apimMissingKey,
  apimRateLimited,
  apimServerError,
  azureError,
  azureFirewall,
  azureInvalidKey,
  azureServerError,
  azureTokenRate,
  edgeCode,
  fastapiNotFound,
  heliconeRateLimited,
  html,
  html403Cloudflare,
  json,
  kongError,
  kongNoKey,
  kongRateLimited,
  litellmError,
  litellmModelAccess,
  litellmUpstream401,
  missingScopes,
  openai401,
  openaiError,
  openrouterError,
  plainServerPage,
  portkeyNoProvider,
  rateLimited,
  redirect,
  serverError,
  squidDenied,
  text,
  zscalerBlocked,
} from '../loopback/replies.ts'
import type { LoopbackReply } from '../loopback/replies.ts'
import { proxy407, proxyStatus } from '../loopback/proxy.ts'
import { answered } from './http.ts'
import { direct } from './loopback.ts'
import { fails, path } from './scenario.ts'
import type { Expected, Scenario } from './scenario.ts'

type Kind = 'openai' | 'azure' | 'gateway'
type Row = readonly [string, string, Kind, LoopbackReply, Expected, (string | RegExp)?]

/** The route to a server of ours, by its kind. */
function routeOf(kind: Kind): (port: number) => Readonly<Record<string, string>> {
  return (port) => {
    const path = kind === 'azure' ? '/openai/v1' : '/v1'
    // Named, so that a gateway is not asked for its other endpoint as well.
    const endpoint = kind === 'gateway' ? { endpoint: 'responses' } : {}
    const baseUrl = `https://localhost:${String(port)}${path}`
    return { ...direct(port), route: kind, 'base-url': baseUrl, ...endpoint }
  }
}

function page(words: string, headers: Readonly<Record<string, string>> = {}): LoopbackReply {
  return html(403, `<html><head><title>x</title></head><body>${words}</body></html>`, headers)
}

const INTERCEPTED = path('http', 'http.intercepted', 'tls')

/** Filters and portals on the way: on the direct route the page is theirs, and no key was judged. */
const FILTERS: readonly Row[] = (
  [
    [
      'forcepoint',
      redirect(302, 'http://192.0.2.1:15871/cgi-bin/blockpage.cgi?ws-session=1'),
      /Forcepoint/,
    ],
    [
      'check-point',
      redirect(302, 'https://gw.example.test/UserCheck/PortalMain?IID=1'),
      /Check Point/,
    ],
    ['netskope', page('<h1>Access blocked by Netskope</h1>'), /Netskope/],
    ['sophos', page('<p>Powered by UTM Web Protection</p>'), /Sophos/],
    ['barracuda', page('Blocked', { server: 'Barracuda/NGFirewall' }), /Barracuda/],
    ['meraki', page('This website is blocked by your network operator.'), /Meraki/],
    [
      'cisco-wsa',
      page('Denied', { via: '1.1 wsa.example.test:80 (Cisco-WSA/12.0)' }),
      /Cisco Secure Web/,
    ],
    ['sonicwall', page('This site is blocked by the SonicWall Gateway'), /SonicWall/],
    ['watchguard', page('Denied by WatchGuard WebBlocker'), /WatchGuard/],
    ['untangle', page('Untangle Web Filter'), /Untangle/],
    ['cloudflare-gateway', page('Blocked by Cloudflare Gateway'), /Cloudflare Gateway/],
    ['cato', page('Blocked by Cato Networks'), /Cato/],
    ['menlo', page('Menlo Security'), /Menlo/],
    ['iboss', page('iboss'), /iboss/],
    ['lightspeed', page('Lightspeed Filter'), /Lightspeed/],
    ['harden-runner', page('Blocked by StepSecurity Harden-Runner'), /Harden-Runner/],
    ['f5', page('The requested URL was rejected. Please consult with your administrator.'), /./],
    ['policy', page('Access to this page is blocked by the policy of your company.'), /./],
    ['wifi', redirect(302, 'https://hotspot.example.test/?from=x'), /portal/i],
  ] as const
).map(([id, reply, says]) => [
  `filter-${id}`,
  `A page of ${id}`,
  'openai',
  reply,
  INTERCEPTED,
  says,
])

/** Proxies that answer a request in their own name, inside a connection that was open: the rung is HTTP. */
const PROXIES: readonly Row[] = [
  ['squid', 'Squid denies', 'openai', squidDenied(), path('http', 'proxy.denied', 'tls'), /Squid/],
  [
    'proxy-407',
    'A hidden proxy wants credentials',
    'openai',
    proxy407('Basic realm="corp"'),
    path('proxy', 'proxy.auth_required', 'tcp'),
  ],
  [
    'proxy-status',
    'A proxy says why by RFC 9209',
    'openai',
    proxyStatus(502, 'dns_error'),
    path('http', 'proxy.dns_error', 'tls'),
  ],
  [
    'mitmproxy',
    'mitmproxy reaches nothing',
    'openai',
    html(502, '<html><title>502 Bad Gateway</title></html>', { server: 'mitmproxy 11.0' }),
    path('http', 'proxy.error', 'tls'),
    /mitmproxy/,
  ],
]

const GATEWAY_SERVER = (code: Code, rung: 'http' | 'answer' = 'http'): Expected =>
  fails('route-provider', rung, code, rung === 'http' ? 'tls' : 'http')

const OWN_KEY = fails('auth', 'auth', 'gateway.key_rejected', 'http')
const UPSTREAM_KEY = fails('route-provider', 'auth', 'gateway.upstream_key_rejected', 'http')

const GATEWAYS: readonly Row[] = [
  [
    'litellm-model',
    'LiteLLM does not allow the key this model',
    'gateway',
    litellmModelAccess(),
    fails('auth', 'auth', 'gateway.key_model_access_denied', 'http'),
    /LiteLLM/,
  ],
  [
    'litellm-expired',
    'LiteLLM: the key has expired',
    'gateway',
    litellmError(401, 'expired_key', 'Authentication Error - Expired Key.'),
    fails('auth', 'auth', 'gateway.expired_key', 'http'),
  ],
  [
    'litellm-limit',
    'LiteLLM limits the rate of the key',
    'gateway',
    litellmError(429, 'throttling_error', 'Max parallel request limit reached', {
      'retry-after': '20',
    }),
    fails('rate-limit', 'quota', 'gateway.throttling_error', 'request'),
  ],
  [
    'openrouter-key',
    'OpenRouter got no credentials',
    'gateway',
    openrouterError(401, 'No auth credentials found'),
    OWN_KEY,
    /OpenRouter/,
  ],
  [
    'helicone-rate',
    'Helicone limits the rate',
    'gateway',
    heliconeRateLimited(),
    fails('rate-limit', 'quota', 'gateway.rate_limited', 'request'),
    /Helicone/,
  ],
  [
    'portkey-setup',
    'Portkey knows no provider',
    'gateway',
    portkeyNoProvider(),
    fails('route-provider', 'request', 'gateway.not_configured', 'http'),
    /Portkey/,
  ],
  [
    'portkey-upstream',
    'Portkey passes on a 401 of its provider',
    'gateway',
    json(
      401,
      {
        error: {
          message: 'openai error: Incorrect API key provided',
          type: 'invalid_request_error',
          param: null,
          code: 'invalid_api_key',
        },
        provider: 'openai',
      },
      { 'x-portkey-trace-id': 'lab', 'x-portkey-provider': 'openai' },
    ),
    UPSTREAM_KEY,
    /Portkey/,
  ],
  [
    'kong-upstream',
    'Kong passes on a 401 of its upstream',
    'gateway',
    json(
      401,
      { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } },
      {
        via: '1.1 kong/3.10.0',
        'x-kong-upstream-latency': '120',
        'x-kong-proxy-latency': '2',
        'x-kong-request-id': '0123456789abcdef',
      },
    ),
    UPSTREAM_KEY,
    /Kong/,
  ],
  [
    'kong-route',
    'Kong has no such route',
    'gateway',
    kongError(404, 'no Route matched with those values'),
    fails('route-provider', 'request', 'gateway.not_configured', 'http'),
  ],
  [
    'one-api-key',
    'One API refuses its token',
    'gateway',
    json(401, {
      error: { message: 'Invalid token (request id: 2026)', type: 'one_api_error', code: '' },
    }),
    fails('auth', 'auth', 'gateway.one_api_error', 'http'),
    /One API/,
  ],
  [
    'ollama-root',
    'Ollama answers at its root: the base URL has no /v1',
    'gateway',
    text(200, 'Ollama is running'),
    GATEWAY_SERVER('gateway.not_the_api'),
    /Ollama/,
  ],
  [
    'ollama-model',
    'Ollama does not have the model',
    'gateway',
    json(404, {
      error: {
        message: 'model "demo-model" not found, try pulling it first',
        type: 'not_found_error',
        param: null,
        code: null,
      },
    }),
    fails('route-provider', 'request', 'gateway.model_not_found', 'auth'),
  ],
  [
    'fastapi-path',
    'A FastAPI server does not know the path',
    'gateway',
    fastapiNotFound(),
    fails('route-provider', 'request', 'gateway.http_404', 'auth'),
  ],
  [
    'envoy',
    'Envoy has no healthy upstream',
    'gateway',
    text(503, 'no healthy upstream', { server: 'envoy' }),
    GATEWAY_SERVER('gateway.upstream_unreachable'),
    /Envoy/,
  ],
  [
    'alb',
    'An AWS load balancer has no target',
    'gateway',
    plainServerPage(503, 'alb'),
    GATEWAY_SERVER('gateway.upstream_unreachable'),
    /AWS/,
  ],
  [
    'alb-timeout',
    'An AWS load balancer waited in vain',
    'gateway',
    plainServerPage(504, 'alb'),
    GATEWAY_SERVER('gateway.upstream_timed_out'),
    /AWS/,
  ],
  [
    'haproxy',
    'HAProxy has no server',
    'gateway',
    html(
      503,
      '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>',
    ),
    GATEWAY_SERVER('gateway.upstream_unreachable'),
    /HAProxy/,
  ],
  [
    'nginx-403',
    'nginx forbids without a word about the key',
    'gateway',
    plainServerPage(403, 'nginx'),
    GATEWAY_SERVER('gateway.forbidden'),
    /nginx/,
  ],
  [
    'html-root',
    'The root of a gateway is a page',
    'gateway',
    html(200, '<html><title>Console</title></html>', { server: 'Caddy' }),
    GATEWAY_SERVER('gateway.not_the_api'),
  ],
]

const AZURE: readonly Row[] = [
  [
    'azure-filter',
    'The content filter refuses the prompt',
    'azure',
    azureError(400, 'content_filter', 'The response was filtered due to the prompt.'),
    fails('route-provider', 'request', 'azure.content_filter', 'auth'),
  ],
  [
    'azure-v1-version',
    'The v1 endpoint got an api-version',
    'azure',
    azureError(400, 'BadRequest', 'api-version query parameter is not allowed when using /v1 path'),
    fails('route-provider', 'request', 'azure.api_version_on_v1', 'http'),
  ],
  [
    'azure-subdomain',
    'The resource answers on its own subdomain only',
    'azure',
    azureError(
      403,
      '403',
      'A Virtual Network is configured for this resource. Please use the correct endpoint for making requests.',
    ),
    fails('route-provider', 'http', 'azure.custom_domain_required', 'tls'),
  ],
  [
    'apim-upstream',
    'API Management passes on a 401 of the resource behind it',
    'azure',
    azureError(401, '401', 'Access denied due to invalid subscription key or wrong API endpoint.', {
      'ocp-apim-trace-location': 'https://trace.example.test/x',
    }),
    fails('route-provider', 'auth', 'azure.upstream_key_rejected', 'http'),
    /API Management/,
  ],
  [
    'apim-quota',
    'API Management: the volume of the subscription is used up',
    'azure',
    apimError(403, 'Out of call volume quota. Quota will be replenished in 2.12:10:00.'),
    fails('quota', 'quota', 'azure.out_of_quota', 'request'),
  ],
]

/** One status, several authors: the owner is not in the number. */
const SAME: readonly Row[] = [
  [
    '401-openai',
    'OpenAI',
    'openai',
    openai401(),
    fails('auth', 'auth', 'api.invalid_api_key', 'http'),
  ],
  [
    '401-azure',
    'Azure',
    'azure',
    azureInvalidKey(),
    fails('auth', 'auth', 'azure.invalid_key', 'http'),
  ],
  [
    '401-apim',
    'API Management',
    'azure',
    apimMissingKey(),
    fails('auth', 'auth', 'azure.subscription_key_missing', 'http'),
  ],
  ['401-kong', 'Kong', 'gateway', kongNoKey(), OWN_KEY],
  ['401-behind', 'what is behind LiteLLM', 'gateway', litellmUpstream401(), UPSTREAM_KEY],
  [
    '403-openai',
    'OpenAI',
    'openai',
    missingScopes(403),
    fails('auth', 'auth', 'api.missing_scopes', 'http'),
  ],
  ['403-edge', 'the edge', 'openai', html403Cloudflare(), path('http', 'http.edge_blocked', 'tls')],
  ['403-squid', 'a proxy', 'openai', squidDenied(), path('http', 'proxy.denied', 'tls')],
  ['403-filter', 'a filter', 'openai', zscalerBlocked(), INTERCEPTED],
  [
    '403-azure',
    'network rules',
    'azure',
    azureFirewall(),
    fails('route-provider', 'http', 'azure.network_rules', 'tls'),
  ],
  [
    '403-gateway',
    'nginx',
    'gateway',
    plainServerPage(403, 'nginx'),
    GATEWAY_SERVER('gateway.forbidden'),
  ],
  [
    '429-openai',
    'OpenAI',
    'openai',
    rateLimited(),
    fails('rate-limit', 'quota', 'api.rate_limit_exceeded', 'request'),
  ],
  [
    '429-credits',
    'OpenAI, about credits',
    'openai',
    openaiError(429, {
      message: 'You exceeded your current quota',
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    }),
    fails('quota', 'quota', 'api.insufficient_quota', 'request'),
  ],
  [
    '429-edge',
    'the edge',
    'openai',
    edgeCode(429, 1015),
    path('http', 'http.edge_rate_limited', 'tls'),
  ],
  [
    '429-azure',
    'Azure',
    'azure',
    azureTokenRate(),
    fails('rate-limit', 'quota', 'azure.rate_limit_exceeded', 'request'),
  ],
  [
    '429-apim',
    'API Management',
    'azure',
    apimRateLimited(),
    fails('rate-limit', 'quota', 'azure.rate_limit_exceeded', 'request'),
  ],
  [
    '429-kong',
    'Kong',
    'gateway',
    kongRateLimited(),
    fails('rate-limit', 'quota', 'gateway.rate_limited', 'request'),
  ],
  [
    '500-openai',
    'OpenAI',
    'openai',
    serverError(),
    fails('api-server', 'answer', 'api.server_error', 'http'),
  ],
  [
    '500-azure',
    'Azure',
    'azure',
    azureServerError(),
    GATEWAY_SERVER('azure.server_error', 'answer'),
  ],
  [
    '500-apim',
    'API Management',
    'azure',
    apimServerError(),
    GATEWAY_SERVER('azure.server_error', 'answer'),
  ],
  [
    '500-gateway',
    'LiteLLM',
    'gateway',
    litellmError(500, 'internal_server_error', 'x'),
    GATEWAY_SERVER('gateway.server_error', 'answer'),
  ],
]

export const RESPONDERS: readonly Scenario[] = [
  ...[...FILTERS, ...PROXIES, ...GATEWAYS, ...AZURE].map((row) => scenario('WHO', row)),
  ...SAME.map((row) => scenario('SAME', row)),
]

function scenario(prefix: string, [id, title, kind, reply, expect, says]: Row): Scenario {
  const words = says === undefined ? [] : [says]
  const told = prefix === 'SAME' ? `${id.slice(0, 3)} written by ${title}` : title
  return answered(`${prefix}-${id}`, told, reply, expect, words, routeOf(kind))
}
