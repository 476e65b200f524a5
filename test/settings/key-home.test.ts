import { expect, test } from 'vitest'
import type { RouteKind } from '../../src/model/index.ts'
import { askSource } from '../../src/settings/ask.ts'
import { keyHome, mayBeNamed } from '../../src/settings/key-home.ts'
import { sourceOf } from './source.ts'

const ENV = {
  OPENAI_BASE_URL: 'https://llm.corp.example/v1',
  AZURE_OPENAI_ENDPOINT: 'https://az.corp.example',
}

function belongs(kind: RouteKind, baseUrl: string, fromFile = true, env = ENV): boolean {
  return keyHome({ kind, baseUrl, fromFile }, askSource(sourceOf({ env })), env).belongs
}

test.each<[RouteKind, string, boolean]>([
  ['openai', 'https://api.openai.com/v1', true],
  ['openai', 'https://eu.api.openai.com/v1', true],
  ['openai', 'https://llm.corp.example/other', true],
  ['openai', 'https://stranger.example.com/v1', false],
  ['openai', 'http://api.openai.com/v1', false],
  ['openai', 'https://az.corp.example/v1', false],
  ['openai', 'https://llm.corp.example:8443/v1', false],
  ['openai', 'http://llm.corp.example/v1', false],
  ['azure', 'https://contoso.openai.azure.com', true],
  ['azure', 'https://contoso.cognitiveservices.azure.cn', true],
  ['azure', 'http://contoso.openai.azure.com', false],
  ['azure', 'https://az.corp.example/openai', true],
  ['azure', 'https://stranger.example.com', false],
  ['gateway', 'https://llm.corp.example/v1', true],
  ['gateway', 'https://az.corp.example/v1', false],
  ['gateway', 'https://api.openai.com.stranger.example/v1', false],
  ['gateway', 'not a url', false],
])('a file that says %s %s: an unnamed key belongs there: %s', (kind, url, expected) => {
  expect(belongs(kind, url)).toBe(expected)
})

test('what an input or a variable names is no matter of the file', () => {
  expect(belongs('gateway', 'https://stranger.example.com/v1', false)).toBe(true)
})

test('on an event of strangers a resource of Azure that only the file names is closed', () => {
  const env = { ...ENV, GITHUB_EVENT_NAME: 'pull_request_target' }
  const ask = askSource(sourceOf({ env }))
  const closed = (baseUrl: string): boolean =>
    keyHome({ kind: 'azure', baseUrl, fromFile: true }, ask, env).closed !== undefined
  expect(closed('https://stranger.openai.azure.com')).toBe(true)
  expect(closed('https://az.corp.example/openai')).toBe(false)
  expect(closed('https://api.openai.com/v1')).toBe(false)
})

test.each([
  ['', false],
  ['llm.corp.test', true],
  ['*.corp.test', true],
  ['other.test, LLM.corp.test.', true],
  ['other.test *.corp.test', true],
  ['other.test', false],
  ['*.xcorp.test', false],
  ['*.llm.corp.test', false],
  ['corp.test', false],
])('there the input allow-hosts opens it: %s to llm.corp.test: %s', (hosts, open) => {
  const env = { ...ENV, GITHUB_EVENT_NAME: 'issue_comment' }
  const ask = askSource(sourceOf({ env, inputs: { 'allow-hosts': hosts } }))
  const destination = {
    kind: 'azure',
    baseUrl: 'https://llm.corp.test/v1',
    fromFile: true,
  } as const
  const home = keyHome(destination, ask, env)
  expect([home.closed === undefined, home.belongs]).toEqual([open, false])
  const near = { ...destination, baseUrl: 'https://llm.evilcorp.test/v1' }
  expect(keyHome(near, ask, env).closed).toBeDefined()
  // What is no name of Azure by itself belongs there only where the workflow says so.
  const azure = { ...destination, baseUrl: 'https://b.openai.azure.com' }
  const all = askSource(sourceOf({ env, inputs: { 'allow-hosts': '*.azure.com' } }))
  expect(keyHome(azure, all, env)).toEqual({ belongs: true })
  expect(keyHome(azure, ask, env).belongs).toBe(false)
})

test.each<[string, string, boolean, string?]>([
  ['GATEWAY_KEY', 'https://llm.example.com/v1', true],
  ['AZURE_FRANKFURT_KEY', 'https://llm.example.com/v1', true],
  ['AZURE_OPENAI_API_KEY', 'https://llm.example.com/v1', true],
  ['github_token', 'https://llm.example.com/v1', false],
  ['GITHUB_TOKEN', 'https://llm.example.com/v1', false],
  ['GITHUB_TOKEN', 'https://models.github.ai/inference', true],
  ['GITHUB_TOKEN', 'http://models.github.ai/inference', false],
  ['ACTIONS_RUNTIME_TOKEN', 'https://models.github.ai/inference', false],
  ['GOOGLE_API_KEY', 'https://generativelanguage.googleapis.com/v1beta/openai', true],
  ['GOOGLE_API_KEY', 'https://llm.example.com/v1', false],
  ['HF_TOKEN', 'https://router.huggingface.co/v1', true],
  ['LITELLM_MASTER_KEY', 'https://llm.example.com/v1', true],
  ['SHOP_KEY', 'https://llm.example.com/v1', false, `ghp_${'a1B2'.repeat(9)}`],
  ['SHOP_KEY', 'https://models.github.ai/inference', true, `ghp_${'a1B2'.repeat(9)}`],
  ['SHOP_KEY', 'https://llm.example.com/v1', true, `gsk_${'a1B2'.repeat(13)}`],
])('api-key-env: %s for %s: %s', (variable, baseUrl, expected, value = '') => {
  expect(mayBeNamed(variable, value, baseUrl)).toBe(expected)
})
