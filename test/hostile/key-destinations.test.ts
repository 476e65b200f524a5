import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startApi, type Api } from '../loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import { runPreflight } from './run-preflight.ts'

/** Made at run time; none of them holds another. */
const value = (name: string): string => `${name.toLowerCase().replaceAll('_', '')}X7mB2vN9qR4`
const KEY = ['sk', 'proj', 'qX7mB2vN9'.repeat(9)].join('-')

const SECRETS = [
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'RUNNER_SECRET',
  'INPUT_API-KEY',
  'INPUT_GITHUB_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AZURE_CLIENT_SECRET',
  'AZURE_CREDENTIALS',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'GOOGLE_CREDENTIALS',
  'NPM_TOKEN',
  'NODE_AUTH_TOKEN',
  'DOCKER_PASSWORD',
  'VAULT_TOKEN',
  'OPENAI_ADMIN_KEY',
  'IDENTITY_HEADER',
  'SYSTEM_ACCESSTOKEN',
  'CARGO_REGISTRY_TOKEN',
  'GITLAB_TOKEN',
  'FLY_API_TOKEN',
  'CLOUDFLARE_API_TOKEN',
  'SENTRY_AUTH_TOKEN',
  'APP_SIGNING_KEY',
  'PROD_DEPLOY_KEY',
  'SESSION_JWT_SECRET',
  'SHOP_DB_PASSWORD',
  'CACHE_URL',
] as const

const ENV: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SECRETS.map((name) => [name, value(name)])),
  OPENAI_API_KEY: KEY,
  AZURE_OPENAI_API_KEY: value('AZURE_OPENAI_API_KEY'),
  GATEWAY_KEY: value('GATEWAY_KEY'),
  OPENAI_CUSTOM_HEADERS: `x-tenant-secret: ${value('OPENAI_CUSTOM_HEADERS')}`,
}

// The SDK reads this one by itself.
beforeEach(() => void vi.stubEnv('OPENAI_CUSTOM_HEADERS', ENV['OPENAI_CUSTOM_HEADERS']))
afterEach(() => void vi.unstubAllEnvs())

/** Names of the variables whose value the server got, in any header or body. */
function received(api: Api, env: Readonly<Record<string, string>> = ENV): readonly string[] {
  const seen = JSON.stringify(api.requests.map(({ path, headers, body }) => [path, headers, body]))
  return Object.entries(env)
    .filter(([name, text]) =>
      seen.includes(name === 'OPENAI_CUSTOM_HEADERS' ? text.slice(17) : text),
    )
    .map(([name]) => name)
}

async function attack(
  api: Api,
  lines: Readonly<Record<string, string>>,
  options: {
    readonly env?: Readonly<Record<string, string>>
    readonly inputs?: Readonly<Record<string, string>>
    readonly baseUrl?: string
  } = {},
) {
  const route = {
    'base-url': options.baseUrl ?? `http://127.0.0.1:${api.port}/v1`,
    model: 'some-model',
    ...lines,
  }
  const file = `routes: {a: {${Object.entries(route)
    .map(([name, text]) => `${name}: "${text}"`)
    .join(', ')}}}`
  // The stranger's address stands in the file alone.
  return runPreflight(
    { config: 'c.yml', timeout: '2s', ...options.inputs },
    { env: { ...ENV, ...options.env }, files: { '/c.yml': file } },
  )
}

describe('a settings file of the checkout sends no key to a host that only it names', () => {
  test.each(SECRETS.filter((name) => !name.includes('-')))('api-key-env: %s', async (name) => {
    await using api = await startApi({ tls: 'none' })
    const packet = await attack(api, { route: 'gateway', 'api-key-env': name })
    expect(received(api)).toEqual([])
    expect(packet.verdict).toMatchObject({ verdict: 'fail', code: 'config.key_variable_refused' })
    expect(packet.verdict.summary).toContain(name)
  })

  test.each(['sk_live_', 'glpat-', 'xoxb-1234-', 'npm_', 'hvs.'])(
    'api-key-env names a variable whose value begins with %s',
    async (begins) => {
      await using api = await startApi({ tls: 'none' })
      const env = { SHOP_KEY: `${begins}${'aB3dE6gH'.repeat(5)}` }
      const packet = await attack(api, { route: 'gateway', 'api-key-env': 'SHOP_KEY' }, { env })
      expect(received(api, env)).toEqual([])
      expect(packet.verdict.code).toBe('config.key_variable_refused')
    },
  )

  test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty'])(
    'api-key-env: %s is a variable that is not set',
    async (name) => {
      await using api = await startApi({ tls: 'none' })
      const packet = await attack(api, { route: 'gateway', 'api-key-env': name })
      expect(received(api)).toEqual([])
      expect(packet.verdict.code).toBe('config.key_missing')
    },
  )

  test.each(['openai', 'gateway', 'azure', 'auto'])(
    'route: %s without api-key-env',
    async (route) => {
      await using api = await startApi({ tls: 'none' })
      const more = route === 'azure' ? { 'api-version': '2024-10-21' } : {}
      const entra = { AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't' }
      const packet = await attack(api, { route, ...more }, { env: entra })
      expect(received(api)).toEqual([])
      expect(packet.verdict.code).toBe('config.key_missing')
    },
  )

  test('one route alone gets no header of OPENAI_CUSTOM_HEADERS, and the key that it names', async () => {
    await using api = await startApi({ tls: 'none' })
    await attack(api, { route: 'gateway', 'api-key-env': 'GATEWAY_KEY' })
    expect(received(api)).toEqual(['GATEWAY_KEY'])
  })
})

describe('on an event that runs with secrets for files of strangers', () => {
  test.each(['pull_request_target', 'workflow_run', 'issue_comment', 'issues'])(
    '%s: a host that only the file names is climbed no deeper than route',
    async (event) => {
      await using api = await startApi({ tls: 'none' })
      const packet = await attack(
        api,
        { route: 'gateway', 'api-key-env': 'GATEWAY_KEY' },
        { env: { GITHUB_EVENT_NAME: event } },
      )
      expect(received(api)).toEqual([])
      expect(api.requests.length).toBeGreaterThan(0)
      const told = JSON.stringify(packet.verdict) + JSON.stringify(packet.routes[0]?.verdict)
      expect(told).toContain(event)
      expect(told).toContain('allow-hosts')
      expect(told).toContain('no key was sent')
    },
  )

  test.each(['127.0.0.1', '*.0.0.1', 'llm.example.com, 127.0.0.1'])(
    'allow-hosts: %s lets the key go there',
    async (allowed) => {
      await using api = await startApi({ tls: 'none' })
      await attack(
        api,
        { route: 'gateway', 'api-key-env': 'GATEWAY_KEY' },
        { env: { GITHUB_EVENT_NAME: 'pull_request_target' }, inputs: { 'allow-hosts': allowed } },
      )
      expect(received(api)).toEqual(['GATEWAY_KEY'])
    },
  )

  test.each(['example.com', '*.example.com', '*', '*.', '.1', '0.0.1', '127.0.0.1.example.com'])(
    'allow-hosts: %s does not',
    async (allowed) => {
      await using api = await startApi({ tls: 'none' })
      await attack(
        api,
        { route: 'gateway', 'api-key-env': 'GATEWAY_KEY' },
        { env: { GITHUB_EVENT_NAME: 'pull_request_target' }, inputs: { 'allow-hosts': allowed } },
      )
      expect(received(api)).toEqual([])
    },
  )

  test('the host of a variable is the one that the environment decided for', async () => {
    await using api = await startApi({ tls: 'none' })
    await attack(
      api,
      { route: 'gateway' },
      {
        env: {
          GITHUB_EVENT_NAME: 'pull_request_target',
          OPENAI_BASE_URL: `http://127.0.0.1:${api.port}/v1`,
        },
      },
    )
    expect(received(api)).toEqual(['OPENAI_API_KEY', 'OPENAI_CUSTOM_HEADERS'])
  })
})

test('a key that no route names goes to the origin of OPENAI_BASE_URL and to no other port', async () => {
  await using home = await startApi({ tls: 'none' })
  await using stranger = await startApi({ tls: 'none' })
  await attack(stranger, { route: 'gateway' }, { env: { OPENAI_BASE_URL: home.baseUrl } })
  await attack(stranger, { route: 'openai' }, { env: { OPENAI_BASE_URL: home.baseUrl } })
  expect([received(stranger), home.requests]).toEqual([[], []])
})

test('a key of Azure goes to the origin of AZURE_OPENAI_ENDPOINT, and to no gateway there', async () => {
  await using api = await startApi({ tls: 'none' })
  await using closed = await closedPort()
  const env = { AZURE_OPENAI_ENDPOINT: `http://127.0.0.1:${api.port}` }
  await attack(
    api,
    { route: 'azure', 'api-version': '2024-10-21' },
    { env, baseUrl: `http://127.0.0.1:${api.port}/openai` },
  )
  expect(received(api)).toEqual(['AZURE_OPENAI_API_KEY'])
  await using other = await startApi({ tls: 'none' })
  await attack(
    other,
    { route: 'gateway' },
    { env: { AZURE_OPENAI_ENDPOINT: `http://127.0.0.1:${closed.port}` } },
  )
  expect(received(other)).toEqual([])
})
