import OpenAI from 'openai'
import { expect, test } from 'vitest'
import { ENDPOINTS, endpointFacts, fields } from '../../src/model/index.ts'
import { sourcesIn, textOf } from '../registry/documents.ts'

const client = new OpenAI({ apiKey: 'none', baseURL: 'https://api.example.test/v1' })
const BY_SDK = ENDPOINTS.filter((endpoint) => endpointFacts(endpoint).needs !== 'WebSocket')

test.each(BY_SDK)('the SDK has the call of %s', (endpoint) => {
  const attributes = endpointFacts(endpoint).call.split('.')
  const method = attributes.reduce<unknown>((holder, name) => fields(holder)[name], client)
  expect(typeof method).toBe('function')
})

/** Where a family is named beside its entry, because it is that one that is meant. */
const BY_NAME = ['src/application/vocabulary.ts', 'src/probes/path-checks/websocket.ts']

test('a family is one entry in one table: no other source names it', () => {
  const rare = ENDPOINTS.filter((endpoint) => endpointFacts(endpoint).converses !== true)
  const named = sourcesIn('src/')
    .filter((file) => !file.startsWith('src/demo/') && !BY_NAME.includes(file))
    .flatMap((file) =>
      rare.filter((endpoint) => textOf(file).includes(`'${endpoint}'`)).map((one) => [file, one]),
    )
  expect(named.filter(([file]) => file !== 'src/model/endpoints.ts')).toEqual([])
})
