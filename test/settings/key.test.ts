import { describe, expect, test } from 'vitest'
import { withClient } from '../../src/settings/index.ts'
import { AZURE_KEY, KEY, codes, routeOf, settingsOf } from './source.ts'

const legacy = (tail: number): string => `sk-${'a1B2'.repeat(tail)}`
const base64 = (text: string): string => Buffer.from(text).toString('base64')

function problems(key: string, inputs: Readonly<Record<string, string>> = {}): readonly string[] {
  return codes(routeOf({ inputs, env: { OPENAI_API_KEY: key } }).problems)
}

describe('a key that no API takes has a code of its own', () => {
  test.each([
    ['a line break inside', `${KEY}\n${KEY}`, 'key_has_newline'],
    ['a blank inside', `${KEY.slice(0, 20)} ${KEY.slice(20)}`, 'key_has_space'],
    ['double quotes', `"${KEY}"`, 'key_quoted'],
    ['single quotes', `'${KEY}'`, 'key_quoted'],
    ['typographic quotes', `“${KEY}”`, 'key_quoted'],
    ['only the closing quote', `${KEY}"`, 'key_quoted'],
    ['Bearer before it', `Bearer ${KEY}`, 'key_has_bearer'],
    ['the whole header', `Authorization: Bearer ${KEY}`, 'key_has_bearer'],
    ['Bearer and nothing', 'Bearer', 'key_has_bearer'],
    ['the mask of a log', '***', 'key_masked'],
    ['a masked key', `sk-${'*'.repeat(20)}abcd`, 'key_masked'],
    ['a shortened key', 'sk-...wxyz', 'key_masked'],
    ['undefined', 'undefined', 'key_placeholder'],
    ['null', 'null', 'key_placeholder'],
    ['None', 'None', 'key_placeholder'],
    ['sk-...', 'sk-...', 'key_placeholder'],
    ['angle brackets', '<your key>', 'key_placeholder'],
    ['YOUR_API_KEY', 'YOUR_API_KEY', 'key_placeholder'],
    ['sk-your-key-here', 'sk-your-key-here', 'key_placeholder'],
    ['the name of the variable', 'OPENAI_API_KEY', 'key_placeholder'],
    ['x after x', `sk-${'x'.repeat(40)}`, 'key_placeholder'],
    ['an object', '[object Object]', 'key_placeholder'],
    ['an expression', '${{ secrets.OPENAI_API_KEY }}', 'key_unexpanded'],
    ['a shell variable', '$OPENAI_API_KEY', 'key_unexpanded'],
    ['a braced variable', '${OPENAI_API_KEY}', 'key_unexpanded'],
    ['a braced variable with default', '${OPENAI_API_KEY:-}', 'key_unexpanded'],
    ['a Windows variable', '%OPENAI_API_KEY%', 'key_unexpanded'],
    ['a PowerShell variable', '$env:OPENAI_API_KEY', 'key_unexpanded'],
    ['a template', '{{ .Values.openaiKey }}', 'key_unexpanded'],
    ['a vault reference', 'op://team/openai/key', 'key_unexpanded'],
    ['a Key Vault reference', '@Microsoft.KeyVault(SecretUri=https://v/s)', 'key_unexpanded'],
    ['a sentence', 'Error: the secret was not found', 'key_is_prose'],
    ['JSON', `{"key":"${KEY}"}`, 'key_is_json'],
    ['a URL', 'https://platform.openai.com/api-keys', 'key_is_url'],
    ['a line of .env', `OPENAI_API_KEY=${KEY}`, 'key_is_assignment'],
    ['a path', '/run/secrets/openai_key', 'key_is_path'],
    ['a Windows path', 'C:\\keys\\openai.txt', 'key_is_path'],
    ['a PEM block', '-----BEGIN PRIVATE KEY-----\nMIIE', 'key_is_pem'],
    ['an ellipsis inside', `${KEY.slice(0, 30)}…${KEY.slice(30)}`, 'key_not_ascii'],
    ['a zero-width blank', `${KEY.slice(0, 30)}\u200b${KEY.slice(30)}`, 'key_not_ascii'],
    ['a Cyrillic letter', `${KEY}\u0430`, 'key_not_ascii'],
    [
      'a control character',
      `${KEY.slice(0, 30)}\u0007${KEY.slice(30)}`,
      'key_has_control_character',
    ],
    ['base64 of a key', base64(`${KEY}\n`), 'key_base64'],
    ['an OpenRouter key', `sk-or-v1-${'ab12'.repeat(16)}`, 'key_other_vendor'],
    ['an Anthropic key', `sk-ant-api03-${'ab12'.repeat(20)}`, 'key_other_vendor'],
    ['a GitHub token', `ghp_${'ab12'.repeat(9)}`, 'key_other_vendor'],
    ['a fine-grained GitHub token', `github_pat_${'ab12'.repeat(20)}`, 'key_other_vendor'],
    ['a Google key', `AIza${'ab12'.repeat(9)}`, 'key_other_vendor'],
    ['a Groq key', `gsk_${'ab12'.repeat(13)}`, 'key_other_vendor'],
    ['an xAI key', `xai-${'ab12'.repeat(20)}`, 'key_other_vendor'],
    ['a Hugging Face token', `hf_${'abcd'.repeat(9)}`, 'key_other_vendor'],
    ['a Perplexity key', `pplx-${'ab12'.repeat(12)}`, 'key_other_vendor'],
    ['an AWS access key id', `AKIA${'AB12'.repeat(4)}`, 'key_other_vendor'],
    ['a Slack token', `xoxb-${'1234'.repeat(8)}`, 'key_other_vendor'],
    ['an Azure key of 32 digits', AZURE_KEY, 'conflict_key'],
    [
      'an Azure key of 84 characters',
      `${'aB3d'.repeat(13)}JQQJ99BAC${'aB3d'.repeat(5)}ABC`,
      'conflict_key',
    ],
    ['an admin key', `sk-admin-${'ab12'.repeat(20)}`, 'key_is_admin'],
    ['characters of no token', `sk-${'ab12'.repeat(8)},${'ab12'.repeat(8)}`, 'key_malformed'],
  ])('%s', (_, key, code) => {
    expect(problems(key)).toEqual([`fatal config.${code}`])
  })

  test.each([
    ['another beginning', 'ab12'.repeat(10)],
    ['a key cut off', 'sk-ab12'],
  ])('%s is only a warning: new forms may come', (_, key) => {
    expect(problems(key)).toEqual(['warning config.key_malformed'])
  })
})

describe('a key that is well formed gives no problem', () => {
  test.each([
    KEY,
    legacy(12),
    `sk-svcacct-${'ab1_'.repeat(30)}`,
    `eyJ${'ab12'.repeat(9)}.eyJ9.sig`,
  ])('number %#', (key) => {
    expect(problems(key)).toEqual([])
  })

  test.each([
    'EMPTY',
    'ollama',
    'none',
    'dummy',
    `sk-ant-${'ab12'.repeat(9)}`,
    `sk-${'x'.repeat(40)}`,
  ])("%s on a gateway of one's own", (key) => {
    expect(problems(key, { 'base-url': 'http://127.0.0.1:8080/v1' })).toEqual([])
  })
})

test('a gateway that is known takes only its own keys', () => {
  const inputs = { 'base-url': 'https://openrouter.ai/api/v1' }
  expect(problems(`sk-or-v1-${'ab12'.repeat(16)}`, inputs)).toEqual([])
  expect(problems(KEY, inputs)).toEqual(['fatal config.key_other_vendor'])
  expect(problems(legacy(9), inputs)).toEqual([])
})

test('a key of OpenAI on an Azure resource belongs to another route', () => {
  const env = {
    AZURE_OPENAI_ENDPOINT: 'https://contoso.openai.azure.com/openai/v1',
    AZURE_OPENAI_API_KEY: KEY,
  }
  expect(codes(routeOf({ env }).problems)).toEqual(['fatal config.conflict_key'])
})

describe('blanks around the key depend on the client', () => {
  const env = { OPENAI_API_KEY: `${KEY}\n` }

  test.each([
    ['node', 'warning'],
    ['auto', 'warning'],
    ['python', 'fatal'],
    ['curl', 'fatal'],
  ])('client %s: %s', (client, severity) => {
    const route = routeOf({ env, inputs: { client } })
    expect(codes(route.problems)).toEqual([`${severity} config.key_has_newline`])
    expect(route.route.apiKey?.reveal()).toBe(KEY)
  })

  test('what auto turns out to be decides afterwards', () => {
    const route = routeOf({ env })
    expect(codes(withClient(route, 'node', 'default').problems)).toEqual([
      'warning config.key_has_newline',
    ])
    const python = withClient(route, 'python', 'uv.lock lists openai')
    expect(codes(python.problems)).toEqual(['fatal config.key_has_newline'])
    expect(python.route).toMatchObject({ client: 'python', clientReason: 'uv.lock lists openai' })
  })

  test('a trailing blank is named as one', () => {
    expect(problems(`${KEY} `)).toEqual(['warning config.key_has_space'])
  })
})

test('the sentences hold length and kind of the key and no part of it', () => {
  const route = routeOf({ env: { OPENAI_API_KEY: `"${KEY}"` } })
  expect(route.problems).toMatchObject([
    {
      setting: 'OPENAI_API_KEY',
      owner: 'auth',
      message: `OPENAI_API_KEY has a quotation mark around it (${KEY.length + 2} characters).`,
    },
  ])
  expect(routeOf({ env: { OPENAI_API_KEY: KEY } }).keyShape).toEqual({
    source: 'OPENAI_API_KEY',
    length: KEY.length,
    kind: 'openai-project',
  })
})

test('the odd character is named with its place', () => {
  const key = `${KEY.slice(0, 30)}…`
  expect(routeOf({ env: { OPENAI_API_KEY: key } }).problems[0]?.message).toContain(
    'has an ellipsis (U+2026) after character 30, which no HTTP header can carry',
  )
})

describe('everything that must not be printed is handed on', () => {
  test.each([
    ['quoted', `"${KEY}"`],
    ['with Bearer', `Bearer ${KEY}`],
    ['on two lines', `first-part-of-it\n${KEY}`],
    ['in base64', base64(KEY)],
    ['behind an expression', `\${{ secrets.A }} ${KEY}`],
    ['in nested JSON', `{"a":{"b":"${KEY}"}}`],
    ['as assignment', `OPENAI_API_KEY=${KEY}`],
  ])('a key %s', (_, text) => {
    const secrets = settingsOf({ env: { OPENAI_API_KEY: text } }).secrets.map(({ value }) =>
      value.reveal(),
    )
    expect(secrets).toContain(KEY)
  })

  test.each(['undefined', '***', '$OPENAI_API_KEY', '${{ secrets.KEY }}'])(
    'but not the stand-in %s, which would shred the log',
    (text) => {
      expect(settingsOf({ env: { OPENAI_API_KEY: text } }).secrets).toEqual([])
    },
  )

  test('tokens of the surroundings too', () => {
    const env = {
      ACTIONS_RUNTIME_TOKEN: 'runtime-token-1',
      OPENAI_CUSTOM_HEADERS: 'X-Key: header-secret-1',
    }
    const secrets = settingsOf({ env, inputs: { 'github-token': 'job-token-12345' } }).secrets
    expect(secrets.map(({ what }) => what)).toEqual([
      'ACTIONS_RUNTIME_TOKEN',
      'OPENAI_CUSTOM_HEADERS',
      'github-token',
    ])
  })
})

test('depth route hands no key to the probes, and a bad one does not stop it', () => {
  const route = routeOf({ inputs: { depth: 'route' }, env: { OPENAI_API_KEY: `"${KEY}"` } })
  expect(route.route.apiKey).toBeUndefined()
  expect(codes(route.problems)).toEqual(['warning config.key_quoted'])
})

test('the input wins over the variable', () => {
  const route = routeOf({ inputs: { 'api-key': KEY }, env: { OPENAI_API_KEY: 'undefined' } })
  expect(route.problems).toEqual([])
  expect(route.keyShape?.source).toBe('api-key')
})
