import nock from 'nock'
import { APIError } from 'openai'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Endpoint, Route, RouteKind } from '../../src/model/index.ts'
import { Secret } from '../../src/model/index.ts'
import { ROUTE_KINDS_BY_NAME } from '../../src/routes/index.ts'
import type { Asking } from '../../src/routes/kind.ts'

const KEY = ['sk', 'z'.repeat(40)].join('-')
const ORIGIN = 'https://api.example.test'

function route(kind: RouteKind, baseUrl: string, more: Partial<Route> = {}): Route {
  return {
    name: 'test',
    kind,
    baseUrl,
    endpoint: 'responses',
    model: 'demo-model',
    depth: 'request',
    client: 'node',
    clientReason: 'test',
    timeoutMs: 1000,
    attempts: 1,
    waitUpToMs: 0,
    failOn: [],
    compareDirect: false,
    apiKey: new Secret(KEY, 'test'),
    ...more,
  }
}

const asking: Asking = {
  fetch: (input, init) => fetch(input, init),
  timeoutMs: 1000,
  clientRequestId: '00000000-0000-4000-8000-000000000000',
}

beforeEach(() => {
  nock.disableNetConnect()
})
afterEach(() => {
  nock.cleanAll()
})

const completed = { id: 'resp_1', object: 'response', status: 'completed', output: [] }
const chat = {
  object: 'chat.completion',
  choices: [{ index: 0, finish_reason: 'length', message: { role: 'assistant', content: '' } }],
}
// One 32-bit float, as the SDK asks for them.
const embeddings = { object: 'list', data: [{ object: 'embedding', embedding: 'AACAPw==' }] }

describe('what the SDK hands back is an answer only when it is the API’s own object', () => {
  test.for<[string, Endpoint, string, unknown, { valid: boolean; finish?: string }]>([
    [
      'a completed response',
      'responses',
      '/v1/responses',
      completed,
      { valid: true, finish: 'completed' },
    ],
    [
      'a response cut by the token limit is healthy',
      'responses',
      '/v1/responses',
      { ...completed, status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } },
      { valid: true, finish: 'incomplete:max_output_tokens' },
    ],
    [
      'a response that failed is none',
      'responses',
      '/v1/responses',
      { ...completed, status: 'failed', error: { code: 'server_error' } },
      { valid: false, finish: 'failed' },
    ],
    ['JSON of something else', 'responses', '/v1/responses', { status: 'ok' }, { valid: false }],
    [
      'a chat completion',
      'chat-completions',
      '/v1/chat/completions',
      chat,
      { valid: true, finish: 'length' },
    ],
    ['no choices', 'chat-completions', '/v1/chat/completions', { choices: [] }, { valid: false }],
    ['an embedding', 'embeddings', '/v1/embeddings', embeddings, { valid: true }],
  ])('%s', async ([, endpoint, path, reply, expected]) => {
    nock(ORIGIN)
      .post(path)
      .reply(200, JSON.stringify(reply), { 'content-type': 'application/json' })
    const answer = await ROUTE_KINDS_BY_NAME.openai.askRequest(
      route('openai', `${ORIGIN}/v1`, { endpoint }),
      asking,
    )
    expect(answer).toMatchObject(expected)
  })
})

describe('each kind of route calls what its client calls', () => {
  test.for<[string, RouteKind, string, Partial<Route>, string, string]>([
    ['openai', 'openai', `${ORIGIN}/v1`, {}, '/v1/responses', 'authorization'],
    ['gateway', 'gateway', `${ORIGIN}/llm/v1`, {}, '/llm/v1/responses', 'authorization'],
    ['azure v1', 'azure', `${ORIGIN}/openai/v1`, {}, '/openai/v1/responses', 'authorization'],
    [
      'azure classic chat, deployment in the path',
      'azure',
      ORIGIN,
      { endpoint: 'chat-completions', apiVersion: '2024-10-21', model: 'dep' },
      '/openai/deployments/dep/chat/completions?api-version=2024-10-21',
      'api-key',
    ],
    [
      'azure classic responses, no deployment in the path',
      'azure',
      `${ORIGIN}/openai`,
      { apiVersion: '2025-04-01-preview' },
      '/openai/responses?api-version=2025-04-01-preview',
      'api-key',
    ],
  ])('%s', async ([, kind, baseUrl, more, path, keyHeader]) => {
    nock(ORIGIN)
      .post(path)
      .reply(200, JSON.stringify(path.includes('chat') ? chat : completed), {
        'content-type': 'application/json',
      })
    const sent: Headers[] = []
    const listening: Asking = {
      ...asking,
      fetch: (input, init) => {
        sent.push(new Headers(init?.headers))
        return fetch(input, init)
      },
    }
    await ROUTE_KINDS_BY_NAME[kind].askRequest(route(kind, baseUrl, more), listening)
    expect(sent[0]?.get(keyHeader)).toContain(KEY)
    expect(sent[0]?.get('x-client-request-id')).toBe(asking.clientRequestId)
  })

  test.for<[string, RouteKind, string, Partial<Route>, string]>([
    ['openai', 'openai', `${ORIGIN}/v1/`, {}, `${ORIGIN}/v1/models`],
    ['azure v1', 'azure', `${ORIGIN}/openai/v1`, {}, `${ORIGIN}/openai/v1/models`],
    [
      'azure classic',
      'azure',
      `${ORIGIN}/openai/deployments/dep`,
      { apiVersion: '2024-10-21' },
      `${ORIGIN}/openai/models?api-version=2024-10-21`,
    ],
  ])('the keyless question of %s', ([, kind, baseUrl, more, expected]) => {
    const url = ROUTE_KINDS_BY_NAME[kind].keylessUrl(route(kind, baseUrl, more))
    expect(url.href).toBe(expected)
  })
})

describe('an error status reaches us as the SDK’s error, once', () => {
  test.for([400, 401, 403, 404, 409, 422, 429, 500, 503])('%d is not retried', async (status) => {
    let calls = 0
    nock(ORIGIN)
      .persist()
      .post('/v1/responses')
      .reply(() => {
        calls += 1
        return [status, JSON.stringify({ error: { message: 'no', code: 'some_code' } })]
      })
    const asked = ROUTE_KINDS_BY_NAME.openai.askRequest(route('openai', `${ORIGIN}/v1`), asking)
    await expect(asked).rejects.toSatisfy(
      (error) => error instanceof APIError && error.status === status,
    )
    expect(calls).toBe(1)
  })
})
