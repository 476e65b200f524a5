import nock from 'nock'
import { APIError } from 'openai'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Route } from '../../src/model/index.ts'
import { Secret } from '../../src/model/index.ts'
import { azure } from '../../src/routes/azure.ts'
import type { Asking } from '../../src/routes/kind.ts'

const ORIGIN = 'https://example-resource.test'
const KEY = 'a1'.repeat(16)
const TOKEN = ['header', 'payload', 'signature'].join('.')
const CHAT = '/openai/deployments/dep/chat/completions?api-version=2024-10-21'
const ANSWER = {
  object: 'chat.completion',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'ok' } }],
}

const ROUTE: Route = {
  name: 'test',
  kind: 'azure',
  baseUrl: ORIGIN,
  endpoint: 'chat-completions',
  model: 'dep',
  apiVersion: '2024-10-21',
  depth: 'request',
  client: 'node',
  clientReason: 'test',
  timeoutMs: 1000,
  attempts: 1,
  waitUpToMs: 0,
  failOn: [],
  compareDirect: false,
  apiKey: new Secret(KEY, 'test'),
}
const ASKING: Asking = {
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

describe('what AzureOpenAI sends', () => {
  test('a token goes as bearer, and a key of the environment stays out of it', async () => {
    process.env['AZURE_OPENAI_API_KEY'] = KEY
    try {
      const asked = nock(ORIGIN, {
        reqheaders: { authorization: `Bearer ${TOKEN}` },
        badheaders: ['api-key', 'openai-organization', 'openai-project'],
      })
        .post(CHAT)
        .reply(200, ANSWER)
      const { apiKey: _none, ...route } = ROUTE
      const token = (): Promise<string> => Promise.resolve(TOKEN)
      expect(await azure.askRequest(route, { ...ASKING, token })).toMatchObject({ valid: true })
      expect(asked.isDone()).toBe(true)
    } finally {
      delete process.env['AZURE_OPENAI_API_KEY']
    }
  })

  test.for([400, 401, 403, 404, 408, 429, 500, 503])('%d is not retried', async (status) => {
    let calls = 0
    nock(ORIGIN)
      .persist()
      .post(CHAT)
      .reply(() => {
        calls += 1
        return [status, { error: { code: String(status), message: 'no' } }, { 'retry-after': '0' }]
      })
    await expect(azure.askRequest(ROUTE, ASKING)).rejects.toSatisfy(
      (error) => error instanceof APIError && error.status === status,
    )
    expect(calls).toBe(1)
  })

  test.for<[string, unknown, boolean]>([
    ['a filtered prompt with choices is an answer', { ...ANSWER, prompt_filter_results: [] }, true],
    ['JSON of API Management is none', { statusCode: 200, message: 'ok' }, false],
    ['an empty object is none', {}, false],
  ])('%s', async ([, reply, valid]) => {
    nock(ORIGIN)
      .post(CHAT)
      .reply(200, JSON.stringify(reply), { 'content-type': 'application/json' })
    expect(await azure.askRequest(ROUTE, ASKING)).toMatchObject({ valid })
  })
})
