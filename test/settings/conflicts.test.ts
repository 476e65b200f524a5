import { describe, expect, test } from 'vitest'
import type { SettingsSource } from '../../src/settings/index.ts'
import { AZURE_KEY, KEY, codes, routeOf } from './source.ts'

const PLAIN = 'https://llm.example.com/v1'
const AZURE = 'https://contoso.openai.azure.com'
const keys = { OPENAI_API_KEY: KEY, AZURE_OPENAI_API_KEY: AZURE_KEY }
const azure = { AZURE_OPENAI_ENDPOINT: AZURE, AZURE_OPENAI_API_KEY: AZURE_KEY }

describe('OPENAI_BASE_URL together with an Azure endpoint', () => {
  const env = {
    ...keys,
    OPENAI_BASE_URL: PLAIN,
    AZURE_OPENAI_ENDPOINT: AZURE,
    OPENAI_API_VERSION: '2024-10-21',
  }

  test.each([
    ['nobody says which', {}, ['fatal config.conflict']],
    [
      'route azure does not decide it: AzureOpenAI takes OPENAI_BASE_URL',
      { route: 'azure' },
      ['fatal config.conflict', 'warning config.conflict_api_version'],
    ],
    ['route gateway decides it', { route: 'gateway' }, ['warning config.conflict']],
    ['base-url decides it', { 'base-url': `${AZURE}/openai` }, []],
  ])('%s', (_, inputs, expected) => {
    expect(codes(routeOf({ env, inputs }).problems)).toEqual(expected)
  })

  test('the same host is no conflict', () => {
    const same = { ...azure, OPENAI_BASE_URL: `${AZURE}/openai/v1` }
    expect(codes(routeOf({ env: same }).problems)).toEqual([])
  })
})

test("only an Azure endpoint: the route is azure, also under a name of one's own", () => {
  const env = {
    ...azure,
    AZURE_OPENAI_ENDPOINT: 'https://ai.contoso.example',
    OPENAI_API_VERSION: '2024-10-21',
  }
  const { route, problems } = routeOf({ env })
  expect(problems).toEqual([])
  expect(route).toMatchObject({
    kind: 'azure',
    baseUrl: 'https://ai.contoso.example',
    azureAuth: 'key',
    apiVersion: '2024-10-21',
  })
})

describe('api-version', () => {
  test.each([
    [
      'on the direct route',
      { ...keys, OPENAI_API_VERSION: '2024-10-21' },
      ['warning config.conflict_api_version'],
    ],
    [
      'on the v1 endpoint of Azure',
      { ...azure, AZURE_OPENAI_ENDPOINT: `${AZURE}/openai/v1`, OPENAI_API_VERSION: '2024-10-21' },
      ['warning config.conflict_api_version'],
    ],
    ['missing on the classic endpoint', azure, ['fatal config.api_version_missing']],
    ['right', { ...azure, OPENAI_API_VERSION: '2024-10-21' }, []],
    ['right, preview', { ...azure, OPENAI_API_VERSION: '2025-04-01-preview' }, []],
    [
      'with underscores',
      { ...azure, OPENAI_API_VERSION: '2024_10_21' },
      ['fatal config.api_version_malformed'],
    ],
    [
      'with a month that does not exist',
      { ...azure, OPENAI_API_VERSION: '2024-13-01' },
      ['fatal config.api_version_malformed'],
    ],
    [
      'with preview misspelt',
      { ...azure, OPENAI_API_VERSION: '2024-10-21-Preview' },
      ['fatal config.api_version_malformed'],
    ],
    [
      'in quotes',
      { ...azure, OPENAI_API_VERSION: '"2024-10-21"' },
      ['fatal config.api_version_malformed'],
    ],
    [
      'not expanded',
      { ...azure, OPENAI_API_VERSION: '${{ vars.V }}' },
      ['fatal config.value_unexpanded'],
    ],
    [
      'of the environment on a gateway',
      { ...keys, OPENAI_BASE_URL: PLAIN, OPENAI_API_VERSION: '2024-10-21' },
      [],
    ],
  ])('%s', (_, env: SettingsSource['env'], expected) => {
    const { route, problems } = routeOf({ env })
    expect(codes(problems)).toEqual(expected)
    const sent = expected.length === 0 && route.kind === 'azure'
    expect(route.apiVersion).toBe(sent ? env['OPENAI_API_VERSION'] : undefined)
  })
})

describe('organization and project', () => {
  test.each([
    ['org-aB3dE6', 'proj_aB3dE6', []],
    [
      'proj_aB3dE6',
      'org-aB3dE6',
      ['fatal config.organization_malformed', 'fatal config.project_malformed'],
    ],
    ['123e4567-e89b-12d3-a456-426614174000', '', ['fatal config.organization_malformed']],
    ['Contoso Ltd', '', ['fatal config.organization_malformed']],
    ['me@contoso.example', '', ['fatal config.organization_malformed']],
    ['', 'wrkspc_01abc', ['fatal config.project_malformed']],
    [
      'contoso',
      'default',
      ['warning config.organization_malformed', 'warning config.project_malformed'],
    ],
    ['$ORG', '', ['fatal config.value_unexpanded']],
  ])('%s and %s', (organization, project, expected) => {
    const env = { ...keys, OPENAI_ORG_ID: organization, OPENAI_PROJECT_ID: project }
    expect(codes(routeOf({ env }).problems)).toEqual(expected)
  })

  test('an organization that was asked for on Azure is of another vendor', () => {
    const env = { ...azure, OPENAI_API_VERSION: '2024-10-21' }
    expect(codes(routeOf({ env, inputs: { organization: 'org-a1' } }).problems)).toEqual([
      'warning config.conflict_scope',
    ])
    expect(codes(routeOf({ env: { ...env, OPENAI_ORG_ID: 'org-a1' } }).problems)).toEqual([])
  })
})

describe('the route that was asked for against the host', () => {
  test.each([
    ['azure', 'https://api.openai.com/v1', 'fatal config.conflict_route'],
    ['openai', `${AZURE}/openai/v1`, 'fatal config.conflict_route'],
    ['gateway', 'https://api.openai.com/v1', 'warning config.conflict_route'],
  ])('%s at %s', (route, baseUrl, expected) => {
    const inputs = { route, 'base-url': baseUrl }
    expect(codes(routeOf({ env: keys, inputs }).problems)).toContain(expected)
  })

  test.each(['openai', 'gateway'])("%s in front of a host of one's own is fine", (route) => {
    const { route: read, problems } = routeOf({
      env: keys,
      inputs: { route, 'base-url': 'http://127.0.0.1:9/v1' },
    })
    expect(problems).toEqual([])
    expect(read.kind).toBe(route)
  })

  test.each(['azure', 'gateway'])('%s without any base URL cannot be called', (route) => {
    const inputs = { route, 'api-version': '2024-10-21' }
    // Nothing is said of an address that nobody wrote.
    expect(codes(routeOf({ env: keys, inputs }).problems)).toEqual([
      'fatal config.base_url_missing',
    ])
  })
})

describe('Entra ID', () => {
  const endpoint = { AZURE_OPENAI_ENDPOINT: `${AZURE}/openai/v1` }
  test.each([
    ['workload identity', { AZURE_CLIENT_ID: 'a', AZURE_TENANT_ID: 'b' }],
    ['a federated token', { AZURE_CLIENT_ID: 'a', AZURE_FEDERATED_TOKEN_FILE: '/t' }],
    [
      'the OIDC token of the job',
      { AZURE_CLIENT_ID: 'a', ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example' },
    ],
    ['managed identity', { IDENTITY_ENDPOINT: 'http://127.0.0.1/msi' }],
    [
      'although a key of OpenAI lies around',
      { IDENTITY_ENDPOINT: 'http://127.0.0.1/msi', OPENAI_API_KEY: KEY },
    ],
  ])('%s needs no key', (_, env) => {
    const { route, problems } = routeOf({ env: { ...endpoint, ...env }, inputs: { model: 'm' } })
    expect(problems).toEqual([])
    expect(route).toMatchObject({ azureAuth: 'entra' })
    expect(route.depthLimit).toBeUndefined()
  })

  test('a key wins', () => {
    const env = {
      ...endpoint,
      AZURE_OPENAI_API_KEY: AZURE_KEY,
      AZURE_CLIENT_ID: 'a',
      AZURE_TENANT_ID: 'b',
    }
    expect(routeOf({ env }).route.azureAuth).toBe('key')
  })

  test('a job that may ask for a token is no hint by itself', () => {
    const env = { ...endpoint, ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example' }
    expect(codes(routeOf({ env }).problems)).toEqual(['fatal config.key_missing'])
  })
})

test('an attempt or a wait that the deadline cuts short is said', () => {
  const inputs = { timeout: '2m', 'wait-up-to': '10m', deadline: '1m' }
  expect(codes(routeOf({ env: keys, inputs }).problems)).toEqual([
    'warning config.conflict_deadline',
    'warning config.conflict_deadline',
  ])
})
