import { describe, expect, test } from 'vitest'
import { labKey } from '../loopback/api.ts'
import { onlyRoute, runPreflight } from '../run/run.ts'
import { API_VERSION, DEPLOYMENT, startAzureResource } from './azure-resource.ts'

const CLASSIC = { 'api-version': API_VERSION, endpoint: 'chat-completions' }
const CHAT = `POST /openai/deployments/${DEPLOYMENT}/chat/completions?api-version=${API_VERSION}`
const PASS = { verdict: 'pass', owner: 'none', lastGood: 'answer', responder: 'azure-openai' }

describe('an Azure resource is called at the addresses of its own clients', () => {
  test.for<[string, string, Record<string, string>, string]>([
    ['v1', '/openai/v1', {}, 'POST /openai/v1/responses'],
    ['v1 with a slash', '/openai/v1/', {}, 'POST /openai/v1/responses'],
    ['v1 chat', '/openai/v1', { endpoint: 'chat-completions' }, 'POST /openai/v1/chat/completions'],
    ['v1, credentials only', '/openai/v1', { depth: 'auth' }, 'GET /openai/v1/models'],
    ['classic, bare', '', CLASSIC, CHAT],
    ['classic, bare with a slash', '/', CLASSIC, CHAT],
    ['classic, /openai', '/openai', CLASSIC, CHAT],
    ['classic, a deployment', `/openai/deployments/${DEPLOYMENT}`, CLASSIC, CHAT],
    [
      'classic, a deployment that becomes the model',
      `/openai/deployments/${DEPLOYMENT}`,
      { ...CLASSIC, model: '' },
      CHAT,
    ],
    [
      'classic, a deployment beside the name of a model',
      `/openai/deployments/${DEPLOYMENT}`,
      { ...CLASSIC, model: 'demo-model' },
      CHAT,
    ],
    [
      'classic embeddings',
      '',
      { ...CLASSIC, endpoint: 'embeddings' },
      `POST /openai/deployments/${DEPLOYMENT}/embeddings?api-version=${API_VERSION}`,
    ],
    [
      'classic responses, no deployment in the path',
      '',
      { ...CLASSIC, endpoint: 'responses' },
      `POST /openai/responses?api-version=${API_VERSION}`,
    ],
    [
      'classic, credentials only',
      `/openai/deployments/${DEPLOYMENT}`,
      { ...CLASSIC, depth: 'auth' },
      `GET /openai/models?api-version=${API_VERSION}`,
    ],
  ])('%s', async ([, path, inputs, called]) => {
    await using resource = await startAzureResource({ key: labKey() })
    const packet = await runPreflight({
      inputs: {
        route: 'azure',
        'base-url': `${resource.origin}${path}`,
        model: DEPLOYMENT,
        'api-key': labKey(),
        ...inputs,
      },
      // The SDK must not find these behind our back.
      env: { OPENAI_ORG_ID: 'org-elsewhere' },
    })
    const asked = resource.requests.map(
      ({ method, path: at, query }) =>
        `${method} ${at}${query.size === 0 ? '' : `?${query.toString()}`}`,
    )
    // After a pass the model that answered is asked for, at the same endpoint.
    const models = called.includes('/openai/v1/') ? '/openai/v1/models/' : '/openai/models/'
    expect([asked[0], asked.length]).toEqual([called, inputs['depth'] === 'auth' ? 1 : 2])
    for (const one of asked.slice(1)) expect(one.startsWith(`GET ${models}`)).toBe(true)
    const lastGood = inputs['depth'] === 'auth' ? 'auth' : 'answer'
    expect(onlyRoute(packet).verdict).toMatchObject({ ...PASS, lastGood })
  })

  test('an OPENAI_BASE_URL of this process does not get in the way of the classic client', async () => {
    await using resource = await startAzureResource({ key: labKey() })
    process.env['OPENAI_BASE_URL'] = 'https://elsewhere.example.test/v1'
    try {
      const packet = await runPreflight({
        inputs: {
          route: 'azure',
          'base-url': resource.origin,
          model: DEPLOYMENT,
          'api-key': labKey(),
          ...CLASSIC,
        },
      })
      expect(onlyRoute(packet).verdict).toMatchObject(PASS)
    } finally {
      delete process.env['OPENAI_BASE_URL']
    }
  })

  test('the key travels as the client of each endpoint sends it', async () => {
    await using resource = await startAzureResource({ key: labKey() })
    const common = { route: 'azure', model: DEPLOYMENT, 'api-key': labKey() }
    await runPreflight({ inputs: { ...common, 'base-url': resource.origin, ...CLASSIC } })
    await runPreflight({ inputs: { ...common, 'base-url': `${resource.origin}/openai/v1` } })
    const [classic, v1] = resource.requests.filter(({ method }) => method === 'POST')
    expect(classic?.headers).toMatchObject({ 'api-key': labKey() })
    expect(classic?.headers['authorization']).toBeUndefined()
    expect(v1?.headers).toMatchObject({ authorization: `Bearer ${labKey()}` })
    expect(v1?.headers['api-key']).toBeUndefined()
  })

  test('without a key the models of the classic endpoint are asked for, with its version', async () => {
    await using resource = await startAzureResource({ key: labKey() })
    const packet = await runPreflight({
      inputs: { route: 'azure', 'base-url': resource.origin, ...CLASSIC, depth: 'route' },
    })
    expect(resource.requests.map(({ path, query }) => [path, query.get('api-version')])).toEqual([
      ['/openai/models', API_VERSION],
    ])
    expect(resource.keyBytes(labKey())).toBe(0)
    expect(onlyRoute(packet).verdict).toMatchObject({ verdict: 'pass', lastGood: 'http' })
  })
})
