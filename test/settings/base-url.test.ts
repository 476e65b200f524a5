import { describe, expect, test } from 'vitest'
import { withClient } from '../../src/settings/index.ts'
import { KEY, codes, routeOf, settingsOf } from './source.ts'
import type { RouteSettings } from '../../src/settings/index.ts'

function routeAt(baseUrl: string, inputs: Readonly<Record<string, string>> = {}): RouteSettings {
  return routeOf({ inputs: { 'base-url': baseUrl, ...inputs }, env: { OPENAI_API_KEY: KEY } })
}

test('a password with an @ in it is shown nowhere, and not a piece of it', () => {
  const [left, right] = ['first12', 'second34']
  const text = `user:${left}@${right}@gateway.corp.test/v1`
  const { problems } = routeAt(text)
  const { secrets } = settingsOf({ inputs: { 'base-url': text } })
  expect(codes(problems)).toContain('fatal config.base_url_no_scheme')
  expect(JSON.stringify(problems)).not.toMatch(new RegExp(`${left}|${right}`))
  expect(secrets.map(({ value }) => value.reveal())).toContain(`${left}@${right}`)
})

describe('a base URL that works is taken as it is, without trailing slash', () => {
  test.each([
    ['https://api.openai.com/v1', 'openai', 'https://api.openai.com/v1'],
    ['https://api.openai.com/v1/', 'openai', 'https://api.openai.com/v1'],
    ['https://API.OpenAI.com/v1//', 'openai', 'https://api.openai.com/v1'],
    ['https://eu.api.openai.com/v1', 'openai', 'https://eu.api.openai.com/v1'],
    [
      'https://contoso.openai.azure.com/openai/v1/',
      'azure',
      'https://contoso.openai.azure.com/openai/v1',
    ],
    [
      'https://contoso.cognitiveservices.azure.com/openai/v1',
      'azure',
      'https://contoso.cognitiveservices.azure.com/openai/v1',
    ],
    [
      'https://contoso.services.ai.azure.com/openai/v1',
      'azure',
      'https://contoso.services.ai.azure.com/openai/v1',
    ],
    [
      'https://contoso.openai.azure.us/openai/v1',
      'azure',
      'https://contoso.openai.azure.us/openai/v1',
    ],
    [
      'https://contoso.openai.azure.cn/openai/v1',
      'azure',
      'https://contoso.openai.azure.cn/openai/v1',
    ],
    ['https://llm.example.com', 'gateway', 'https://llm.example.com'],
    ['https://llm.example.com:8443/openai/v1', 'gateway', 'https://llm.example.com:8443/openai/v1'],
    ['https://llm.example.com/inference', 'gateway', 'https://llm.example.com/inference'],
    ['https://api.openai.com.evil.example/v1', 'gateway', 'https://api.openai.com.evil.example/v1'],
    ['https://notapi.openai.com.example/v1', 'gateway', 'https://notapi.openai.com.example/v1'],
    [
      `https://gateway.ai.cloudflare.com/v1/${'0a1b'.repeat(8)}/gw/openai`,
      'gateway',
      `https://gateway.ai.cloudflare.com/v1/${'0a1b'.repeat(8)}/gw/openai`,
    ],
    ['http://127.0.0.1:8080/v1', 'gateway', 'http://127.0.0.1:8080/v1'],
    ['http://[::1]:8080/v1', 'gateway', 'http://[::1]:8080/v1'],
  ])('%s is %s', (text, kind, baseUrl) => {
    const inputs = kind === 'azure' ? { 'api-key': '0123456789abcdef'.repeat(2) } : {}
    const { route, problems } = routeAt(text, inputs)
    expect(problems).toEqual([])
    expect(route).toMatchObject({ kind, baseUrl })
  })
})

describe('a base URL that cannot work has a code of its own', () => {
  test.each([
    ['api.openai.com/v1', 'no_scheme'],
    ['localhost:8080/v1', 'no_scheme'],
    ['//api.openai.com/v1', 'no_scheme'],
    ['/v1', 'no_scheme'],
    ['https:/api.openai.com/v1', 'invalid'],
    ['https//api.openai.com/v1', 'invalid'],
    ['https:api.openai.com/v1', 'invalid'],
    ['https://', 'invalid'],
    ['https://exa mple.com/v1', 'invalid'],
    ['https:\\\\api.openai.com\\v1', 'invalid'],
    ['https://[::1/v1', 'invalid'],
    ['ftp://api.openai.com/v1', 'scheme'],
    ['wss://api.openai.com/v1', 'scheme'],
    ['htps://api.openai.com/v1', 'scheme'],
    ['https://api.openai.com:99999/v1', 'port'],
    ['https://llm.example.com:0/v1', 'port'],
    ['"https://api.openai.com/v1"', 'quoted'],
    ['undefined', 'placeholder'],
    ['https://<resource>.openai.azure.com', 'placeholder'],
    ['https://your-resource.openai.azure.com/openai/v1', 'placeholder'],
    ['***', 'masked'],
    ['https://***/v1', 'masked'],
    ['${{ vars.BASE_URL }}', 'unexpanded'],
    ['$OPENAI_BASE_URL', 'unexpanded'],
    ['https://${HOST}/v1', 'unexpanded'],
    ['%OPENAI_BASE_URL%', 'unexpanded'],
    ['https://api.openai.com', 'no_version'],
    ['https://api.openai.com/', 'no_version'],
    ['https://api.openai.com/v2', 'path'],
    ['https://api.openai.com/V1', 'path'],
    ['https://llm.example.com/a//v1', 'path'],
    ['https://contoso.openai.azure.com/v1', 'path'],
    ['https://api.openai.com/v1/v1', 'doubled_version'],
    ['https://llm.example.com/openai/v1/v1', 'doubled_version'],
    ['https://api.openai.com/v1/chat/completions', 'endpoint_path'],
    ['https://api.openai.com/v1/responses', 'endpoint_path'],
    ['https://api.openai.com/v1/responses/', 'endpoint_path'],
    ['https://api.openai.com/v1/models', 'endpoint_path'],
    ['https://llm.example.com/v1/embeddings', 'endpoint_path'],
    ['https://api.openai.com/v1?user=a', 'query'],
    ['https://api.openai.com/v1#top', 'fragment'],
    ['https://user:secret-word@api.openai.com/v1', 'credentials'],
    ['http://api.openai.com/v1', 'plain_http'],
    ['http://llm.example.com/v1', 'plain_http'],
    ['http://8.8.8.8/v1', 'plain_http'],
    ['http://[2001:db8::1]/v1', 'plain_http'],
    ['https://platform.openai.com/v1', 'host'],
    ['https://chatgpt.com/v1', 'host'],
    ['https://openai.com/v1', 'host'],
  ])('%s: config.base_url_%s', (text, code) => {
    const found = codes(routeAt(text).problems)
    expect(found).toContain(`fatal config.base_url_${code}`)
  })

  test('and the order names the address to write', () => {
    const fix = (text: string): string | undefined => routeAt(text).problems[0]?.fix
    expect(fix('https://api.openai.com/v1/chat/completions')).toBe(
      'Write "https://api.openai.com/v1".',
    )
    expect(fix('https://llm.example.com/x/v1/models')).toBe('Write "https://llm.example.com/x/v1".')
    expect(fix('https://llm.example.com/v1/v1/x')).toBe('Write "https://llm.example.com/v1/x".')
    expect(fix('api.openai.com/v1')).toBe('Write https:// before it: "https://api.openai.com/v1".')
    expect(fix('https://api.openai.com')).toBe('Write "https://api.openai.com/v1".')
  })
})

describe('plain HTTP is for hosts that are not on the internet', () => {
  test.each([
    'http://localhost:8080/v1',
    'http://10.1.2.3/v1',
    'http://172.16.0.9/v1',
    'http://192.168.1.1/v1',
    'http://169.254.1.1/v1',
    'http://100.64.0.1/v1',
    'http://[fd00::1]/v1',
    'http://litellm:4000/v1',
    'http://litellm.internal/v1',
    'http://llm.local/v1',
    'http://litellm.ai.svc/v1',
    'http://litellm.ai.svc.cluster.local:4000/v1',
  ])('%s', (text) => {
    expect(routeAt(text).problems).toEqual([])
  })

  test.each([
    'http://172.32.0.1/v1',
    'http://local.example.com/v1',
    'http://internal.example.com/v1',
  ])('but not %s', (text) => {
    expect(codes(routeAt(text).problems)).toEqual(['fatal config.base_url_plain_http'])
  })
})

test('the port of the other scheme is worth a warning', () => {
  expect(codes(routeAt('https://llm.example.com:80/v1').problems)).toEqual([
    'warning config.base_url_port',
  ])
  expect(codes(routeAt('https://api.openai.com:8443/v1').problems)).toEqual([
    'warning config.base_url_port',
  ])
})

test('a name that is nearly that of OpenAI is worth a warning', () => {
  expect(codes(routeAt('https://api.opneai.com/v1').problems)).toEqual([
    'warning config.base_url_host',
  ])
})

test('blanks around the URL matter to Python and curl only', () => {
  const route = routeOf({
    env: { OPENAI_BASE_URL: 'https://api.openai.com/v1 \n', OPENAI_API_KEY: KEY },
  })
  expect(route.route.baseUrl).toBe('https://api.openai.com/v1')
  expect(codes(withClient(route, 'node', '').problems)).toEqual([
    'warning config.base_url_whitespace',
  ])
  expect(codes(withClient(route, 'curl', '').problems)).toEqual([
    'fatal config.base_url_whitespace',
  ])
})

test('credentials in the URL are removed, handed on as secrets and never said', () => {
  const settings = settingsOf({
    inputs: { 'base-url': 'https://deploy:pa%24%24word@llm.example.com/v1?token=query-secret-1' },
    env: { OPENAI_API_KEY: KEY },
  })
  const secrets = settings.secrets.map(({ value }) => value.reveal())
  expect(secrets).toEqual(
    expect.arrayContaining(['deploy', 'pa%24%24word', 'pa$$word', 'query-secret-1']),
  )
  expect(settings.routes[0]?.route.baseUrl).toBe('https://llm.example.com/v1')
  expect(JSON.stringify(settings)).not.toMatch(/pa%24|pa\$\$|query-secret|deploy:/)
})

test('a URL that cannot be parsed gives its credentials away neither', () => {
  const settings = settingsOf({ inputs: { 'base-url': 'deploy:password1@llm.example.com/v1' } })
  expect(JSON.stringify(settings)).not.toContain('password1')
  expect(settings.secrets.map(({ value }) => value.reveal())).toContain('password1')
})

test('a key in the wrong setting is a secret, and is not said', () => {
  for (const name of ['base-url', 'model', 'organization', 'project']) {
    const settings = settingsOf({ inputs: { [name]: KEY } })
    expect(JSON.stringify(settings)).not.toContain(KEY)
    expect(settings.secrets.map(({ value }) => value.reveal())).toContain(KEY)
    expect(settings.routes[0]?.problems.some(({ severity }) => severity === 'fatal')).toBe(true)
  }
})

test('the address that people copy from the Azure portal names every part that is too much', () => {
  const text =
    'https://contoso.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21'
  const { problems } = routeAt(text, {
    'api-key': '0123456789abcdef'.repeat(2),
    'api-version': '2024-10-21',
  })
  expect(codes(problems)).toEqual([
    'fatal config.base_url_query',
    'fatal config.base_url_endpoint_path',
  ])
  expect(problems[0]?.fix).toContain('api-version "2024-10-21" into api-version')
})

test('32 hex digits in a model are a hash, not a key: half of the world looks like an Azure key', () => {
  const model = `llama/${'0a1b'.repeat(8)}`
  expect(routeAt('https://llm.example.com/v1', { model })).toMatchObject({
    route: { model },
    problems: [],
  })
})
