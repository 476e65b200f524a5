import OpenAI from 'openai'
import { expect, test } from 'vitest'
import { ENDPOINTS } from '../../src/model/index.ts'
import { callOf, canStream } from '../../src/routes/calls.ts'

/** What a call of the SDK would send; nothing is sent. */
async function sentBy(endpoint: (typeof ENDPOINTS)[number], stream: boolean): Promise<unknown> {
  const box: { body?: unknown } = {}
  const client = new OpenAI({
    apiKey: 'none',
    baseURL: 'https://api.example.test/v1',
    maxRetries: 0,
    fetch: (_url, init) => {
      const text = typeof init?.body === 'string' ? init.body : ''
      box.body = text === '' ? undefined : JSON.parse(text)
      throw new Error('seen')
    },
  })
  await callOf({ endpoint, stream })(client, 'm').catch(() => undefined)
  return box.body
}

const TEXT = ENDPOINTS.filter((endpoint) => ['responses', 'chat-completions'].includes(endpoint))

test.each(
  TEXT.flatMap((endpoint) => [
    `${endpoint} false`,
    ...(canStream(endpoint) ? [`${endpoint} true`] : []),
  ]),
)('%s asks for one smallest answer', async (asked) => {
  const [name, stream] = asked.split(' ')
  const endpoint = TEXT.find((one) => one === name) ?? 'responses'
  const body = await sentBy(endpoint, stream === 'true')
  const tokens = endpoint === 'responses' ? 'max_output_tokens' : 'max_completion_tokens'
  expect(body).toMatchObject({ [tokens]: 16 })
  expect(JSON.stringify(body).length).toBeLessThan(160)
  expect(body).not.toHaveProperty('n')
  expect(body).not.toHaveProperty('tools')
})
