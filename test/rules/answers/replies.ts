import type {
  CertificateFacts,
  Evidence,
  ResponseFacts,
  RouteKind,
} from '../../../src/model/index.ts'
import { describeBody } from '../../../src/evidence/body.ts'
import { evidence, ok } from '../evidence-builder.ts'

/** One reply as it comes over the wire. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly contentType?: string
  readonly complete?: boolean
  readonly facts?: Partial<ResponseFacts>
}

export const REQUEST_ID = 'req_test1'

/** What the genuine edge adds. */
export const GENUINE = {
  server: 'cloudflare',
  'cf-ray': '9f00aa11bb22cc33-FRA',
  'openai-version': '2020-10-01',
  'openai-processing-ms': '11',
  'x-openai-proxy-wasm': 'v0.1',
  'x-request-id': REQUEST_ID,
}
export const EDGE = { server: 'cloudflare', 'cf-ray': '9f00aa11bb22cc33-FRA' }
export const AZURE = { 'apim-request-id': '7d1c6a2e-0000-4000-8000-000000000001' }
export const LITELLM = {
  server: 'uvicorn',
  'x-litellm-call-id': '5e0b',
  'x-litellm-version': '1.80.0',
}
export const KONG = { server: 'kong/3.10.0', 'x-kong-response-latency': '1' }

const BASE_URLS: Readonly<Record<RouteKind, string>> = {
  openai: 'https://api.openai.com/v1',
  azure: 'https://example-resource.openai.azure.com/openai/v1',
  gateway: 'https://llm.corp.example/v1',
}

/** An error object in OpenAI's shape. */
export function apiError(
  type: string | null,
  code: string | number | null,
  message = 'words that decide nothing',
  param: string | null = null,
): unknown {
  return { error: { message, type, param, code } }
}

export function html(title: string, text = ''): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1>${text}</body></html>`
}

export function responseFacts(reply: Reply): ResponseFacts {
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? '')
  const bytes = new TextEncoder().encode(reply.body === undefined ? '' : text)
  const id = reply.headers?.['x-request-id']
  return {
    method: 'POST',
    path: '/v1/responses',
    status: reply.status,
    httpVersion: '1.1',
    headers: reply.headers ?? {},
    body: describeBody(bytes, {
      contentType:
        reply.contentType ?? (typeof reply.body === 'string' ? 'text/html' : 'application/json'),
      truncated: false,
      complete: reply.complete ?? true,
    }),
    authenticated: true,
    ...(id === undefined ? {} : { requestId: id }),
    ...reply.facts,
  }
}

export function replied(
  kind: RouteKind,
  reply: Reply,
  changes: Parameters<typeof evidence>[1] = {},
): Evidence {
  return evidence([ok('response', responseFacts(reply))], {
    ...changes,
    route: { kind, baseUrl: BASE_URLS[kind], ...changes.route },
  })
}

export function certificate(issuer: string): CertificateFacts {
  return {
    subject: 'CN=api.openai.com',
    issuer,
    validFrom: '2026-01-01T00:00:00Z',
    validTo: '2027-01-01T00:00:00Z',
    names: ['api.openai.com'],
    fingerprint256: 'AA:BB',
    selfSigned: false,
  }
}
