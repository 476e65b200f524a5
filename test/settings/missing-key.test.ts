import { describe, expect, test } from 'vitest'
import { AZURE_KEY, codes, routeOf } from './source.ts'

const repository = (name: string): unknown => ({ repo: { full_name: name } })
const pull = (head: unknown, sender = 'mona'): unknown => ({
  pull_request: { base: repository('contoso/api'), head },
  sender: { login: sender },
})
const fork = pull(repository('mona/api'))
const own = pull(repository('contoso/api'))

describe('missing-key: auto', () => {
  test.each([
    ['a pull request from a fork', 'pull_request', fork, 'mona', 'skip'],
    [
      'a pull request from a fork that is gone',
      'pull_request',
      pull({ repo: null }),
      'mona',
      'skip',
    ],
    ['a review of one', 'pull_request_review', fork, 'mona', 'skip'],
    ['a pull request from the repository itself', 'pull_request', own, 'mona', 'fail'],
    ['Dependabot', 'pull_request', own, 'dependabot[bot]', 'skip'],
    ['a push of Dependabot', 'push', {}, 'dependabot[bot]', 'skip'],
    [
      'Dependabot as sender',
      'pull_request',
      pull(repository('contoso/api'), 'dependabot[bot]'),
      'mona',
      'skip',
    ],
    ['a push', 'push', {}, 'mona', 'fail'],
    ['pull_request_target of a fork has secrets', 'pull_request_target', fork, 'mona', 'fail'],
    ['workflow_run after a fork has secrets', 'workflow_run', fork, 'mona', 'fail'],
    ['merge_group', 'merge_group', { merge_group: {} }, 'mona', 'fail'],
    ['a payload that cannot be read', 'pull_request', undefined, 'mona', 'fail'],
    ['a payload of another shape', 'pull_request', { pull_request: 7 }, 'mona', 'fail'],
    ['no GitHub at all', undefined, undefined, undefined, 'fail'],
  ])('%s: %s', (_, event, payload, actor, expected) => {
    const env = { GITHUB_EVENT_NAME: event, GITHUB_ACTOR: actor, OPENAI_API_KEY: '' }
    const { route, problems } = routeOf({ env, event: payload, inputs: { model: 'm' } })
    const skipped = expected === 'skip'
    expect(codes(problems)).toEqual(skipped ? [] : ['fatal config.key_missing'])
    expect(route.depthLimit?.depth).toBe(skipped ? 'route' : undefined)
    expect(route.depthLimit?.because ?? '').toMatch(
      skipped
        ? /^GitHub gives no .* so there was no key: credentials, model and quota were not tested\.$/
        : /^$/,
    )
  })
})

test.each([
  ['fail', ['fatal config.key_missing'], undefined],
  ['warn', ['warning config.key_missing'], 'route'],
  ['skip', [], 'route'],
])('missing-key: %s', (policy, expected, depth) => {
  const { route, problems } = routeOf({
    inputs: { 'missing-key': policy },
    event: fork,
    env: { GITHUB_EVENT_NAME: 'pull_request' },
  })
  expect(codes(problems)).toEqual(expected)
  expect(route.depthLimit?.depth).toBe(depth ?? 'auth')
})

test('the owner of a missing key is auth', () => {
  expect(routeOf({}).problems).toMatchObject([{ code: 'config.key_missing', owner: 'auth' }])
})

test('with depth: route no key is needed', () => {
  const { route, problems } = routeOf({ inputs: { depth: 'route' } })
  expect(problems).toEqual([])
  expect(route.depthLimit).toBeUndefined()
})

test('a key of blanks is a missing one, as the SDK sees it', () => {
  expect(codes(routeOf({ env: { OPENAI_API_KEY: ' \n' } }).problems)).toEqual([
    'fatal config.key_missing',
  ])
})

test('without a model the climb ends at auth, and says why', () => {
  const env = { OPENAI_API_KEY: `sk-proj-${'aB3'.repeat(30)}` }
  expect(routeOf({ env }).route.depthLimit).toEqual({
    depth: 'auth',
    because: 'No model was given, so the quota was not tested.',
  })
  expect(routeOf({ env, inputs: { model: 'your-model' } }).route.depthLimit).toBeUndefined()
  expect(routeOf({ env, inputs: { depth: 'auth' } }).route.depthLimit).toBeUndefined()
})

test('the deployment in a classic Azure path is a model', () => {
  const inputs = {
    'base-url': 'https://contoso.openai.azure.com/openai/deployments/our-gpt',
    'api-version': '2024-10-21',
    'api-key': AZURE_KEY,
  }
  expect(routeOf({ inputs }).route).toMatchObject({ model: 'our-gpt' })
})

test('a variable that was probably meant is named', () => {
  const [problem] = routeOf({ env: { OPENAI_KEY: 'x' } }).problems
  expect(problem?.message).toContain('OPENAI_KEY is set, but the SDK does not read it')
})

test('on the classic Azure endpoint OPENAI_API_KEY does not count', () => {
  const env = {
    AZURE_OPENAI_ENDPOINT: 'https://contoso.openai.azure.com',
    OPENAI_API_VERSION: '2024-10-21',
    OPENAI_API_KEY: AZURE_KEY,
  }
  const { problems } = routeOf({ env })
  expect(codes(problems)).toEqual(['fatal config.key_missing'])
  expect(problems[0]?.setting).toBe('AZURE_OPENAI_API_KEY')
  expect(problems[0]?.message).toContain('OPENAI_API_KEY is set')
})

describe('Azure without a key', () => {
  const AZURE = { AZURE_OPENAI_ENDPOINT: 'https://name.openai.azure.com/openai/v1' }

  test.each([
    ['nothing at all', {}],
    ['AZURE_CLIENT_ID alone', { AZURE_CLIENT_ID: 'id' }],
    [
      'a tool of developers',
      {
        AZURE_CLIENT_ID: 'id',
        AZURE_TENANT_ID: 't',
        AZURE_TOKEN_CREDENTIALS: 'AzurePowerShellCredential',
      },
    ],
  ])('%s: the ways that exist on Azure are named, and no other', (_what, env) => {
    const { problems } = routeOf({ env: { ...AZURE, ...env } })
    const missing = problems.find(({ code }) => code === 'config.key_missing')
    expect(missing?.fix).toMatch(
      /AZURE_OPENAI_API_KEY.*AZURE_TENANT_ID.*id-token: write.*managed identity/,
    )
    expect(missing?.fix).not.toMatch(/Set OPENAI_API_KEY/)
  })

  test.each([
    ['a machine of one’s own', { RUNNER_ENVIRONMENT: 'self-hosted' }],
    ['the Azure CLI, which is named', { AZURE_TOKEN_CREDENTIALS: 'dev' }],
    ['a credential that is named', { AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential' }],
  ])('%s may have an identity: its service is asked', (_what, env) => {
    expect(codes(routeOf({ env: { ...AZURE, ...env } }).problems)).toEqual([])
  })
})
