import { describe, expect, test } from 'vitest'
import type { CertificateFacts, RouteKind } from '../../src/model/index.ts'
import { PRODUCTS } from '../../src/knowledge/catalogue.ts'
import { attribute } from '../../src/rules/attribution.ts'
import {
  apiError,
  AZURE,
  certificate,
  EDGE,
  GENUINE,
  html,
  KONG,
  LITELLM,
  responseFacts,
  type Reply,
} from '../rules/answers/replies.ts'

const BASE_URLS: Readonly<Record<RouteKind, string>> = {
  openai: 'https://api.openai.com/v1',
  azure: 'https://r.openai.azure.com/openai/v1',
  gateway: 'https://llm.corp.example/v1',
}

function who(
  kind: RouteKind,
  reply: Reply,
  chain: readonly CertificateFacts[] = [],
  baseUrl = BASE_URLS[kind],
) {
  return attribute({ response: responseFacts(reply), route: { kind, baseUrl }, chain })
}

const bad = apiError('invalid_request_error', 'invalid_api_key')
const good = { object: 'response', output: [] }

describe('who answered', () => {
  test.each<[title: string, kind: RouteKind, reply: Reply, responder: string, product: string]>([
    [
      'OpenAI by its edge header',
      'openai',
      { status: 401, headers: { 'x-openai-proxy-wasm': 'v0.1' } },
      'openai',
      'OpenAI API',
    ],
    [
      'OpenAI by its realm',
      'openai',
      { status: 401, headers: { 'www-authenticate': 'Bearer realm="OpenAI API"' } },
      'openai',
      'OpenAI API',
    ],
    [
      'OpenAI by its error object behind the edge',
      'openai',
      { status: 404, headers: EDGE, body: bad },
      'openai',
      'OpenAI API',
    ],
    [
      'only a Cloudflare edge: its page',
      'openai',
      { status: 502, headers: EDGE, body: html('502') },
      'openai-edge',
      "OpenAI's Cloudflare edge",
    ],
    [
      'nobody: a bare nginx is not OpenAI',
      'openai',
      {
        status: 502,
        headers: { server: 'nginx' },
        body: html('502 Bad Gateway', '<center>nginx</center>'),
      },
      'unknown',
      '',
    ],
    [
      'nobody: an error with a status as code is not OpenAI’s',
      'openai',
      { status: 404, body: apiError('NotFoundError', 404) },
      'unknown',
      '',
    ],
    ['nobody: another shape', 'openai', { status: 401, body: { message: 'no' } }, 'unknown', ''],
    [
      'Azure OpenAI',
      'azure',
      { status: 404, headers: AZURE, body: { error: { code: '404', message: 'x' } } },
      'azure-openai',
      'Azure OpenAI',
    ],
    [
      'a server of the provider on an Azure route',
      'azure',
      { status: 403, headers: { server: 'nginx' }, body: html('403 Forbidden') },
      'gateway',
      'nginx',
    ],
    ['LiteLLM', 'gateway', { status: 401, headers: LITELLM }, 'gateway', 'LiteLLM'],
    [
      'LiteLLM by its type',
      'gateway',
      { status: 429, body: apiError('budget_exceeded', '429') },
      'gateway',
      'LiteLLM',
    ],
    [
      'Cloudflare AI Gateway',
      'gateway',
      { status: 401, headers: { ...EDGE, 'cf-aig-event-id': 'x' } },
      'gateway',
      'Cloudflare AI Gateway',
    ],
    [
      'Portkey',
      'gateway',
      { status: 500, headers: { 'x-portkey-trace-id': 'x' } },
      'gateway',
      'Portkey',
    ],
    [
      'Helicone',
      'gateway',
      { status: 200, headers: { 'helicone-id': 'x' }, body: good },
      'gateway',
      'Helicone',
    ],
    ['Kong', 'gateway', { status: 404, headers: KONG }, 'gateway', 'Kong'],
    [
      'OpenRouter',
      'gateway',
      { status: 401, headers: EDGE, body: { error: { message: 'm', code: 401 } } },
      'gateway',
      'OpenRouter',
    ],
    ['vLLM', 'gateway', { status: 404, body: apiError('NotFoundError', 404) }, 'gateway', 'vLLM'],
    [
      'Ollama',
      'gateway',
      { status: 200, body: 'Ollama is running', contentType: 'text/plain' },
      'gateway',
      'Ollama',
    ],
    [
      'an AWS load balancer',
      'gateway',
      { status: 503, headers: { server: 'awselb/2.0' }, body: html('503') },
      'gateway',
      'AWS load balancer',
    ],
    [
      'Envoy by its words',
      'gateway',
      { status: 503, body: 'no healthy upstream', contentType: 'text/plain' },
      'gateway',
      'Envoy',
    ],
    [
      'HAProxy by its page',
      'gateway',
      {
        status: 503,
        body: '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>',
      },
      'gateway',
      'HAProxy',
    ],
    ['a gateway of no known make', 'gateway', { status: 401, body: bad }, 'gateway', ''],
    [
      'Squid',
      'openai',
      { status: 503, headers: { server: 'squid/6.1' }, body: html('ERROR') },
      'proxy',
      'Squid',
    ],
    [
      'Squid in front of a gateway',
      'gateway',
      { status: 403, headers: { 'x-squid-error': 'ERR_ACCESS_DENIED 0' } },
      'proxy',
      'Squid',
    ],
    ['any proxy by 407', 'gateway', { status: 407 }, 'proxy', ''],
    [
      'a filter by its server name',
      'gateway',
      { status: 403, headers: { server: 'Zscaler/6.2' }, body: html('no') },
      'interceptor',
      'Zscaler',
    ],
    [
      'a filter by Via and a page',
      'openai',
      { status: 403, headers: { via: '1.1 10.0.0.1 (McAfee Web Gateway 10)' }, body: html('no') },
      'interceptor',
      'Skyhigh',
    ],
    [
      'a filter by where it sends',
      'openai',
      {
        status: 303,
        headers: { location: 'https://block.opendns.com/main' },
        facts: { redirectTo: 'https://block.opendns.com' },
      },
      'interceptor',
      'Cisco Umbrella',
    ],
    [
      'Cloudflare’s own filter, not the edge of OpenAI',
      'openai',
      { status: 403, headers: EDGE, body: html('Cloudflare Gateway') },
      'interceptor',
      'Cloudflare Gateway',
    ],
    ['a portal', 'openai', { status: 511 }, 'interceptor', 'captive portal'],
  ])('%s', (_title, kind, reply, responder, product) => {
    const seen = who(kind, reply)
    expect([seen.responder, seen.product]).toEqual([responder, product])
    expect(seen.evidence.length).toBeGreaterThan(0)
    expect(seen.contradictions).toEqual([])
  })

  test('API Management is told from Azure OpenAI by host and shape', () => {
    const reply = { status: 404, body: { statusCode: 404, message: 'Resource not found' } }
    expect(who('azure', reply, [], 'https://x.azure-api.net/openai').responder).toBe('azure-apim')
    expect(who('gateway', reply, [], 'https://llm.corp.example/openai').responder).toBe(
      'azure-apim',
    )
    expect(who('azure', reply).responder).toBe('azure-openai')
  })
})

describe('relayed answers', () => {
  test.each<[title: string, reply: Reply, relayed: boolean]>([
    [
      'LiteLLM’s own',
      { status: 401, headers: LITELLM, body: apiError('auth_error', '401') },
      false,
    ],
    [
      'LiteLLM with repeated headers',
      { status: 401, headers: { ...LITELLM, 'llm_provider-server': 'x' } },
      true,
    ],
    ['Kong’s own', { status: 401, headers: KONG }, false],
    ['Kong’s upstream', { status: 401, headers: { 'x-kong-upstream-latency': '3' } }, true],
    [
      'Portkey’s own exception, whatever it says',
      {
        status: 500,
        headers: { 'x-portkey-gateway-exception': 'true' },
        body: { provider: 'openai', error: { message: 'openai error: x' } },
      },
      false,
    ],
    [
      'Portkey’s provider',
      {
        status: 401,
        headers: { 'x-portkey-provider': 'openai' },
        body: { provider: 'openai', error: { message: 'openai error: x' } },
      },
      true,
    ],
    [
      'Portkey’s provider, asked for embeddings: only headers name it',
      {
        status: 401,
        headers: { 'x-portkey-provider': 'openai', 'x-portkey-retry-attempt-count': '0' },
        body: bad,
      },
      true,
    ],
    ['OpenAI’s headers behind any gateway', { status: 401, headers: GENUINE, body: bad }, true],
    ['Azure’s headers behind any gateway', { status: 401, headers: AZURE, body: bad }, true],
  ])('%s', (_title, reply, relayed) => {
    expect(who('gateway', reply)).toMatchObject({ responder: 'gateway', relayed })
  })

  test('an answer of OpenAI through a proxy that names itself is still OpenAI’s', () => {
    const headers = { ...GENUINE, via: '1.1 proxy.corp (squid/5.7)' }
    expect(who('openai', { status: 200, headers, body: good })).toMatchObject({
      responder: 'openai',
      relayed: true,
    })
  })
})

describe('certificates', () => {
  const chain = [certificate('O=Zscaler Inc., CN=Zscaler Root CA')]
  test('name who wrote a page that nobody else claims', () => {
    expect(who('openai', { status: 403, body: html('no') }, chain)).toMatchObject({
      responder: 'interceptor',
      product: 'Zscaler',
    })
  })
  test('name also products without a row of their own', () => {
    const eset = [certificate('CN=ESET SSL Filter CA')]
    expect(who('openai', { status: 403, body: html('no') }, eset).responder).toBe('interceptor')
  })
  test.each<[title: string, kind: RouteKind, reply: Reply, responder: string]>([
    ['the API', 'openai', { status: 401, headers: GENUINE, body: bad }, 'openai'],
    ['its edge', 'openai', { status: 502, headers: EDGE, body: html('502') }, 'openai-edge'],
    [
      'a page of the gateway',
      'gateway',
      { status: 502, headers: { server: 'nginx' }, body: html('502') },
      'gateway',
    ],
  ])(
    'say nothing against an answer of %s that was only inspected',
    (_title, kind, reply, responder) => {
      expect(who(kind, reply, chain).responder).toBe(responder)
    },
  )
})

describe('contradictions', () => {
  test.each<[title: string, kind: RouteKind, reply: Reply]>([
    [
      'Squid’s error with the genuine edge',
      'openai',
      { status: 401, headers: { ...GENUINE, 'x-squid-error': 'ERR_X 0' }, body: bad },
    ],
    [
      'a filter’s server name with the API’s error',
      'openai',
      { status: 401, headers: { server: 'Zscaler/6' }, body: bad },
    ],
    [
      'a filter’s page with Azure’s headers',
      'azure',
      { status: 403, headers: AZURE, body: html('Internet Security by Zscaler') },
    ],
    [
      'LiteLLM’s headers with OpenAI’s',
      'openai',
      { status: 401, headers: { ...GENUINE, ...LITELLM }, body: bad },
    ],
    ['407 from a gateway that names itself', 'gateway', { status: 407, headers: LITELLM }],
  ])('%s: nobody is named, both sides are shown', (_title, kind, reply) => {
    const seen = who(kind, reply)
    expect(seen.responder).toBe('unknown')
    expect(seen.evidence.length).toBeGreaterThan(0)
    expect(seen.contradictions.length).toBeGreaterThan(0)
  })
})

describe('the registry', () => {
  test('every definition can be proven and is possible somewhere', () => {
    for (const { proves, routes } of PRODUCTS.filter(({ proves }) => proves.length > 0)) {
      expect(proves.length).toBeGreaterThan(0)
      expect(routes.length).toBeGreaterThan(0)
    }
  })
  test('header values cannot smuggle markup or long text into the evidence', () => {
    const reply = { status: 403, headers: { server: `squid<script>::error::${'x'.repeat(300)}` } }
    const text = who('openai', reply).evidence.join(' ')
    expect(text).not.toMatch(/[<>]/)
    expect(text.length).toBeLessThan(160)
  })
})
