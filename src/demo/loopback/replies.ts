/** What the parties on the path say: short forms of what each really sends, identifiers made up. */
import { randomUUID } from 'node:crypto'
import type { Buffer } from 'node:buffer'

/** A scripted answer of an HTTP server. */
export interface LoopbackReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Buffer
  /** Milliseconds before the head is sent. */
  readonly delayMs?: number
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): LoopbackReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

export function html(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): LoopbackReply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
}

type Headers = Readonly<Record<string, string>>

/** What the edge of the API puts on everything. */
export const EDGE: Headers = { server: 'cloudflare', 'cf-ray': '9a1c0ffee0000000-IAD' }

const FORWARDED: Headers = {
  ...EDGE,
  'cf-cache-status': 'DYNAMIC',
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'alt-svc': 'h3=":443"; ma=86400',
}

/** Headers of a reply that the API itself wrote. */
export function genuineHeaders(): Headers {
  return {
    ...FORWARDED,
    'openai-version': '2020-10-01',
    'openai-processing-ms': '6',
    'x-openai-proxy-wasm': 'v0.1',
    'x-request-id': `req_${randomUUID().replaceAll('-', '')}`,
  }
}

/** Headers of a reply to a caller whose organization is known. */
export function admittedHeaders(): Headers {
  return {
    ...genuineHeaders(),
    'openai-organization': 'org-lab',
    'openai-project': 'proj_lab',
    'x-envoy-upstream-service-time': '9',
  }
}

export function limitHeaders(): Headers {
  return {
    'x-ratelimit-limit-requests': '10000',
    'x-ratelimit-limit-tokens': '200000',
    'x-ratelimit-remaining-requests': '9999',
    'x-ratelimit-remaining-tokens': '199984',
    'x-ratelimit-reset-requests': '8ms',
    'x-ratelimit-reset-tokens': '4ms',
  }
}

export interface ErrorBody {
  readonly message: string
  readonly type: string
  readonly code?: string | null
  readonly param?: string | null
}

/** Any error in the API's own shape. */
export function openaiError(
  status: number,
  error: ErrorBody,
  headers: Headers = {},
): LoopbackReply {
  const body = { error: { param: null, code: null, ...error } }
  return json(status, body, { ...genuineHeaders(), ...headers })
}

export const BEARER = { 'www-authenticate': 'Bearer realm="OpenAI API"' }

export const INVALID = 'invalid_request_error'

/** Without a key: recorded from `GET /v1/models`; the other endpoints add "or basic". */
export function keyless401(path = '/v1/models'): LoopbackReply {
  const kinds = path === '/v1/models' ? 'bearer' : 'bearer or basic'
  const message = `Missing ${kinds} authentication in header`
  return openaiError(401, { message, type: INVALID }, BEARER)
}

export function openai401(): LoopbackReply {
  const message =
    'Incorrect API key provided: sk-proj-********lab. ' +
    'You can find your API key at https://platform.openai.com/account/api-keys.'
  return openaiError(401, { message, type: INVALID, code: 'invalid_api_key' }, BEARER)
}

export function unsupportedCountry(): LoopbackReply {
  const error = {
    code: 'unsupported_country_region_territory',
    message: 'Country, region, or territory not supported',
    param: null,
    type: 'request_forbidden',
  }
  return json(403, { error }, FORWARDED)
}

export function modelNotFound(model: string): LoopbackReply {
  const message = `The model \`${model}\` does not exist or you do not have access to it.`
  return openaiError(404, { message, type: INVALID, code: 'model_not_found' })
}

export function invalidUrl(method: string, path: string): LoopbackReply {
  const error = {
    message: `Invalid URL (${method} ${path})`,
    type: INVALID,
    param: null,
    code: null,
  }
  return json(404, { error }, FORWARDED)
}

export function insufficientQuota(): LoopbackReply {
  const message = 'You exceeded your current quota, please check your plan and billing details.'
  return openaiError(429, { message, type: 'insufficient_quota', code: 'insufficient_quota' })
}

export function serverError(): LoopbackReply {
  const message = 'The server had an error while processing your request. Sorry about that!'
  return openaiError(500, { message, type: 'server_error' })
}

export function overloaded(): LoopbackReply {
  const message = 'Our servers are currently overloaded. Please try again later.'
  const error = { message, type: 'service_unavailable_error', code: 'server_is_overloaded' }
  return openaiError(503, error, { 'retry-after': '5' })
}

/** The dangerous one: a captive portal that says 200. */
export function portal200(): LoopbackReply {
  const page =
    '<!doctype html><html><head><title>Sign in to network</title></head>' +
    '<body><form action="/login"></form></body></html>'
  return html(200, page)
}

/** Tokens per minute, with the headers that a limit may (not must) carry. */
export function rateLimited(): LoopbackReply {
  const message =
    'Rate limit reached for demo-model in organization org-lab on tokens per min (TPM).'
  const error = { message, type: 'tokens', code: 'rate_limit_exceeded' }
  return openaiError(429, error, {
    ...limitHeaders(),
    'x-ratelimit-remaining-tokens': '0',
    'x-ratelimit-reset-tokens': '18.642s',
    'retry-after': '19',
    'retry-after-ms': '18642',
  })
}

/** The short page of nginx and what is made of it: the edge, many a load balancer. */
export function tinyPage(
  status: number,
  title: string,
  signature: string,
  headers: Headers = {},
): LoopbackReply {
  const page = [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    `<hr><center>${signature}</center>`,
    '</body>',
    '</html>',
    '',
  ]
  return html(status, page.join('\r\n'), headers)
}

/** Squid's page for one of its templates; `errno` is the second word of `X-Squid-Error`. */
export function squidPage(status: number, error: string, errno = 0): LoopbackReply {
  const page =
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n' +
    '<html><head>\n<title>ERROR: The requested URL could not be retrieved</title>\n' +
    '<!-- Stylesheet for Squid Error pages --></head>\n' +
    `<body id=${error}><h1>ERROR</h1></body></html>\n`
  return html(status, page, {
    server: 'squid/5.7',
    'x-squid-error': `${error} ${String(errno)}`,
    'x-cache': 'MISS from proxy.example.test',
    via: '1.1 proxy.example.test (squid/5.7)',
  })
}
