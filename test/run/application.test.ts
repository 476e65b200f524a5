import { describe, expect, it } from 'vitest'
import { labKey, startApi, type Answers, type SeenRequest } from '../loopback/api.ts'
import { openaiReplies } from '../loopback/families.ts'
import { readApplication } from '../../src/application/index.ts'
import type { PacketRoute } from '../../src/model/index.ts'
import { baseUrlVariable } from '../../src/settings/application.ts'
import { layered } from '../../src/settings/ask.ts'
import { onlyRoute, runPreflight } from './run.ts'

interface Case {
  readonly source?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly answers?: Readonly<Record<string, Answers>>
}

const NOT_FOUND = { status: 404, body: 'not found', headers: { 'content-type': 'text/plain' } }

/** One run, and the calls that arrived: `POST /v1/responses stream`. */
async function asked(given: Case): Promise<{
  readonly route: PacketRoute
  readonly calls: readonly string[]
  readonly requests: readonly SeenRequest[]
}> {
  await using api = await startApi({
    key: labKey(),
    ...(given.answers === undefined ? {} : { answers: given.answers }),
    models: ['demo-model'],
  })
  const packet = await runPreflight({
    inputs: {
      'base-url': api.baseUrl,
      route: 'openai',
      'expiry-warning': '0',
      ...given.inputs,
    },
    env: given.env ?? {},
    ...(given.source === undefined ? {} : { checkout: { 'src/ask.ts': given.source } }),
  })
  const calls = api.requests.map(
    ({ method, path, body }) =>
      `${method} ${path}${body.includes('"stream":true') ? ' stream' : ''}`,
  )
  return { route: onlyRoute(packet), calls, requests: api.requests }
}

const CHAT = `import OpenAI from 'openai'\nclient.chat.completions.create({ model: 'm', stream: true })`

describe("the real request is the application's own", () => {
  it('calls the endpoint that the source calls, streamed as it streams, and says where', async () => {
    const { route, calls } = await asked({ source: CHAT })
    expect(calls).toEqual(['POST /v1/chat/completions stream'])
    expect(route.verdict.verdict).toBe('pass')
    expect(route.application).toMatchObject({
      endpoint: { value: 'chat-completions', from: 'src/ask.ts:2' },
      stream: { value: 'true', from: 'src/ask.ts:2' },
      model: { value: 'm', from: 'src/ask.ts:2' },
    })
  })

  it('streams a response', async () => {
    const { route, calls } = await asked({ inputs: { stream: 'true' } })
    expect(calls).toEqual(['POST /v1/responses stream'])
    expect(route.verdict.verdict).toBe('pass')
  })

  it('is not content with a stream that ends before its last event', async () => {
    const headers = { 'content-type': 'text/event-stream' }
    const body = `event: response.created\ndata: {"type":"response.created","response":{"object":"response"}}\n\n`
    const { route } = await asked({
      inputs: { stream: 'true' },
      answers: { 'POST /v1/responses': { status: 200, headers, body } },
    })
    expect(route.verdict.verdict).not.toBe('pass')
  })

  it.each([
    ['moderations', 'POST /v1/moderations'],
    ['audio-transcriptions', 'POST /v1/audio/transcriptions'],
    ['embeddings', 'POST /v1/embeddings'],
  ])('%s are asked at their own path', async (endpoint, call) => {
    const { route, calls } = await asked({ inputs: { endpoint } })
    expect(calls).toEqual([call])
    expect(route.verdict.verdict).toBe('pass')
  })

  it('keeps an explicit endpoint whatever the source says', async () => {
    const { route, calls } = await asked({ source: CHAT, inputs: { endpoint: 'responses' } })
    expect(calls).toEqual(['POST /v1/responses'])
    expect(route.application?.endpoint).toEqual({ value: 'responses', from: 'endpoint' })
  })
})

describe('an application that calls several families', () => {
  const SEVERAL = `import OpenAI from 'openai'
client.responses.create({ model: 'm' })
client.chat.completions.create({ model: 'm', stream: true })
client.embeddings.create({ model: 'demo-embedder', input })
client.moderations.create({ model: process.env.M, input })`

  async function several(inputs: Readonly<Record<string, string>> = {}, source = SEVERAL) {
    await using api = await startApi({
      key: labKey(),
      models: ['demo-model', 'demo-embedder'],
    })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, route: 'openai', 'headroom-warning': '0', ...inputs },
      checkout: { 'src/ask.ts': source },
    })
    const posts = api.requests.filter(({ method }) => method === 'POST')
    return { packet, posts }
  }

  it('has each of them probed side by side, at most three, with the model of each', async () => {
    const { packet, posts } = await several()
    expect(packet.verdict.verdict).toBe('pass')
    expect(packet.routes.map(({ name, endpoint, model }) => [name, endpoint, model])).toEqual([
      ['default', 'responses', 'demo-model'],
      ['chat-completions', 'chat-completions', 'demo-model'],
      ['embeddings', 'embeddings', 'demo-embedder'],
    ])
    expect(posts.map(({ path }) => path).toSorted()).toEqual([
      '/v1/chat/completions',
      '/v1/embeddings',
      '/v1/responses',
    ])
    expect(packet.routes[1]?.application?.stream).toEqual({ value: 'true', from: 'src/ask.ts:3' })
    expect(packet.routes[0]?.application?.others).toEqual([])
  })

  it('is asked for one alone where an endpoint is set', async () => {
    const { packet, posts } = await several({ endpoint: 'chat-completions' })
    expect(packet.routes).toHaveLength(1)
    expect(posts).toHaveLength(1)
    expect(packet.routes[0]?.application?.others.map(({ value }) => value)).toContain('embeddings')
  })

  it('is not looked at where endpoint, stream, base URL and client are all set', async () => {
    await using api = await startApi({ key: labKey() })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, endpoint: 'responses', stream: 'false', client: 'node' },
      checkout: { 'src/ask.ts': SEVERAL },
    })
    const { application } = onlyRoute(packet)
    expect(application?.limit).toBe('not read: endpoint, stream, base-url and client are set')
    expect(application?.others).toEqual([])
  })

  it('lists a family whose model nobody names', async () => {
    const source = `import OpenAI from 'openai'\nclient.responses.create({})\nclient.embeddings.create({ model: process.env.M, input })`
    const { packet } = await several({}, source)
    expect(packet.routes).toHaveLength(1)
    expect(packet.routes[0]?.application?.others).toEqual([
      { value: 'embeddings', from: 'src/ask.ts:3' },
    ])
  })

  it('fails where one of them fails, and sends none of them elsewhere', async () => {
    const source = SEVERAL.replace('demo-embedder', 'text-embedding-gone')
    const { packet } = await several({}, source)
    expect(packet.verdict).toMatchObject({ verdict: 'fail', route: 'embeddings' })
    expect(new Set(packet.routes.map(({ baseUrl }) => baseUrl)).size).toBe(1)
  })
})

describe('a gateway without /responses', () => {
  const answers = { 'POST /v1/responses': NOT_FOUND }

  it('is asked for chat-completions before anybody is blamed, and the verdict says so', async () => {
    const { route, calls } = await asked({ answers, inputs: { route: 'gateway' } })
    expect(calls.filter((call) => call.startsWith('POST'))).toEqual([
      'POST /v1/responses',
      'POST /v1/chat/completions',
    ])
    expect(route.verdict.verdict).toBe('pass')
    expect(route.verdict.also.map(({ rule }) => rule)).toContain('settings/endpoint-assumed')
    expect(route.application?.endpoint.from).toBe('asked because /responses is not served')
  })

  it('is what this is about: the API itself is not asked for another family', async () => {
    const { calls, route } = await asked({ answers, inputs: { route: 'openai' } })
    expect(calls).not.toContain('POST /v1/chat/completions')
    expect(route.endpoint).toBe('responses')
  })

  it('is not asked for another family where it is the model that it does not know', async () => {
    const { calls } = await asked({ inputs: { route: 'gateway', model: 'unknown-model' } })
    expect(calls.filter((call) => call.startsWith('POST'))).not.toContain(
      'POST /v1/chat/completions',
    )
  })

  it('says what did work where the endpoint that was set is not served', async () => {
    const inputs = { route: 'gateway', endpoint: 'responses' }
    const { route } = await asked({ answers, inputs })
    expect(route.verdict).toMatchObject({ verdict: 'fail', owner: 'route-provider' })
    const found = route.verdict.also.find(({ rule }) => rule === 'settings/other-family-answers')
    expect(found?.summary).toContain('chat-completions answered')
    expect(route.endpoint).toBe('responses')
  })

  it.each<[string, Case]>([
    ['was set', { inputs: { route: 'gateway', endpoint: 'responses' } }],
    [
      'stands in the source',
      {
        inputs: { route: 'gateway' },
        source: `import OpenAI from 'openai'\nclient.responses.create({ model: 'm' })`,
      },
    ],
  ])('is blamed where /responses %s', async (_how, given) => {
    const { route } = await asked({ ...given, answers })
    expect(route.verdict).toMatchObject({ verdict: 'fail', owner: 'route-provider' })
  })
})

describe('the base URL is the one that the library of the application reads', () => {
  const LANGCHAIN = `from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="m")`

  it('LangChain takes OPENAI_API_BASE', async () => {
    await using gateway = await startApi({ key: labKey(), models: ['demo-model'] })
    const packet = await runPreflight({
      inputs: { 'expiry-warning': '0' },
      env: { OPENAI_API_BASE: gateway.baseUrl },
      checkout: { 'app/chain.py': LANGCHAIN },
    })
    const route = onlyRoute(packet)
    expect(route.baseUrl).toBe(gateway.baseUrl)
    expect(route.application?.baseUrl.from).toBe('OPENAI_API_BASE')
    expect(gateway.requests.map(({ path }) => path)).toEqual(['/v1/chat/completions'])
  })

  it('a manifest that lists the wrapper is enough', async () => {
    await using gateway = await startApi({ key: labKey(), models: ['demo-model'] })
    const packet = await runPreflight({
      env: { OPENAI_API_BASE: gateway.baseUrl },
      checkout: { 'requirements.txt': 'langchain-openai==1.1.0\n' },
    })
    expect(onlyRoute(packet).baseUrl).toBe(gateway.baseUrl)
  })

  it('a variable that nobody here reads is a note, and decides nothing', async () => {
    const { route } = await asked({
      inputs: { 'base-url': '' },
      env: { OPENAI_API_BASE: 'https://127.0.0.1:9/v1', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
      source: CHAT,
    })
    expect(route.baseUrl).toBe('http://127.0.0.1:9/v1')
    expect(route.verdict.also.map(({ code }) => code)).toContain('config.base_url_variable_unread')
  })

  it('LiteLLM takes AZURE_API_BASE, AZURE_API_KEY and AZURE_API_VERSION', async () => {
    const packet = await runPreflight({
      env: {
        OPENAI_API_KEY: '',
        AZURE_API_BASE: 'https://127.0.0.1:9',
        AZURE_API_KEY: '0123456789abcdef'.repeat(2),
        AZURE_API_VERSION: '2024-10-21',
      },
      inputs: { timeout: '500ms' },
      checkout: {
        'app/ask.py': `import litellm\nlitellm.completion(model="azure/m", messages=[])`,
      },
    })
    const route = onlyRoute(packet)
    expect(route).toMatchObject({ kind: 'azure', baseUrl: 'https://127.0.0.1:9' })
    expect(route.application?.baseUrl.from).toBe('AZURE_API_BASE')
    expect(route.depth).toBe('request')
    expect(route.verdict.code).toBe('tcp.refused')
  })

  it.each([
    ['AZURE_API_BASE', 'openai', 'config.variable_unread', 'litellm, dspy do'],
    ['OPENAI_API_HOST', 'openai', 'config.variable_unread', 'no library known here does'],
    ['OPENAI_PROXY', 'langchain_openai', 'config.variable_not_followed', 'langchain reads it'],
  ])('%s with %s is a note', async (name, library, code, words) => {
    const { route } = await asked({
      env: { [name]: 'https://127.0.0.1:9/v1' },
      inputs: { endpoint: 'chat-completions' },
      source:
        library === 'openai'
          ? CHAT
          : `import { ChatOpenAI } from '@langchain/openai'\nnew ChatOpenAI({ model: 'm' })`,
    })
    const found = route.verdict.also.find((one) => one.code === code)
    expect(found?.summary).toContain(name)
    expect(found?.summary).toContain(words)
  })

  it('a variable that the source itself hands to its client is read, whatever the library does', async () => {
    await using gateway = await startApi({ key: labKey(), models: ['demo-model'] })
    const packet = await runPreflight({
      env: { OPENAI_API_BASE: gateway.baseUrl },
      checkout: {
        'core/client.py': `from openai import OpenAI\nclient = OpenAI(base_url=os.environ["OPENAI_API_BASE"])`,
        'core/ask.py': `from core.client import client\nclient.chat.completions.create(model="m")`,
      },
    })
    const route = onlyRoute(packet)
    expect(route.baseUrl).toBe(gateway.baseUrl)
    expect(route.application?.endpoint).toEqual({
      value: 'chat-completions',
      from: 'core/ask.py:2',
    })
    expect(route.verdict.also.map(({ code }) => code)).not.toContain(
      'config.base_url_variable_unread',
    )
  })

  it.each([
    [
      'the value of LLM_URL differs',
      { LLM_URL: 'https://gw.example/v1' },
      'which is gw.example here',
    ],
    ['LLM_URL is not set', {}, 'which is not set in this step'],
  ])(
    'a variable of its own in the source is compared, and decides nothing: %s',
    async (_how, env, words) => {
      const { route } = await asked({
        inputs: { 'base-url': '' },
        env: { ...env, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
        source: `import OpenAI from 'openai'\nconst c = new OpenAI({ baseURL: process.env.LLM_URL })\nc.responses.create({ model: 'm' })`,
      })
      expect(route.baseUrl).toBe('http://127.0.0.1:9/v1')
      const found = route.verdict.also.find(({ code }) => code === 'config.base_url_differs')
      expect(found?.summary).toContain(words)
    },
  )

  it('the variable of the SDK is a note where the library reads none', () => {
    const ask = layered(() => undefined, { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })
    const source = (text: string) => () =>
      readApplication({ files: ['app/ai.rb'], readFile: () => text })
    const call = 'OpenAI::Client.new(X).chat(parameters: { model: "m" })'
    const unread = baseUrlVariable(ask, source(call.replace('X', '')))
    expect(unread.given).toBeUndefined()
    expect(unread.problems.map(({ code }) => code)).toEqual(['config.base_url_variable_unread'])
    const handed = baseUrlVariable(
      ask,
      source(call.replace('X', 'uri_base: ENV["OPENAI_BASE_URL"]')),
    )
    expect([handed.given?.name, handed.problems]).toEqual(['OPENAI_BASE_URL', []])
  })

  it('a host in the source is told and never called', async () => {
    await using stranger = await startApi({ key: labKey() })
    const { route } = await asked({
      inputs: { 'base-url': '' },
      env: { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
      source: `import OpenAI from 'openai'\nconst c = new OpenAI({ baseURL: '${stranger.baseUrl}' })\nc.responses.create({ model: 'm' })`,
    })
    expect(stranger.requests).toEqual([])
    expect(route.verdict.also.map(({ code }) => code)).toContain('config.base_url_differs')
  })
})

describe('a service that is slow', () => {
  const cold = (ms: number): NonNullable<Case['answers']> => ({
    'POST /v1/responses': (request) => ({
      ...openaiReplies({ key: labKey() })(request),
      ...(request.headers['authorization'] === undefined ? {} : { delayMs: ms }),
    }),
  })

  it('is called slow and not broken where it answers with more patience (http/slow-answer)', async () => {
    const { route } = await asked({ answers: cold(1600), inputs: { timeout: '800ms' } })
    expect(route.verdict.verdict).toBe('pass')
    expect(route.verdict.summary).toContain('on attempt 2')
    const found = route.verdict.also.find(({ code }) => code === 'http.slow')
    expect(found?.summary).toMatch(/answered after 1\.[67] s, later than the timeout of 800 ms/)
  })

  it('is asked about once: nobody is heard again while the patient attempt waits', async () => {
    const { requests } = await asked({
      answers: cold(4500),
      inputs: { timeout: '800ms', deadline: '8s', endpoint: 'responses' },
    })
    const keyed = requests.map(({ headers }) => headers['authorization'] !== undefined)
    const patient = keyed.indexOf(true, keyed.indexOf(true) + 1)
    expect(patient).toBeGreaterThan(0)
    expect(keyed.slice(patient)).not.toContain(false)
  })

  it('is waited for as long as the application waits, and no longer', async () => {
    const { route } = await asked({
      answers: cold(4000),
      inputs: { timeout: '800ms', endpoint: 'responses' },
      source: `import OpenAI from 'openai'\nconst c = new OpenAI({ timeout: 1 * 1000 })\nc.responses.create({ model: 'm' })`,
    })
    expect(route.verdict).toMatchObject({ verdict: 'fail', code: 'http.timed_out' })
    expect(route.attempt).toBe(2)
    expect(route.verdict.summary).toMatch(/in (?:9\d\d|1\d\d\d) ms/)
  })

  it('is not waited for where the application itself waits no longer than the run did', async () => {
    const { route, calls } = await asked({
      answers: cold(4000),
      inputs: { timeout: '1s', endpoint: 'responses' },
      source: `import OpenAI from 'openai'\nconst c = new OpenAI({ timeout: 1 * 1000 })\nc.responses.create({ model: 'm' })`,
    })
    expect(route.attempt).toBe(1)
    expect(calls.filter((call) => call === 'POST /v1/responses').length).toBeGreaterThan(0)
  })

  it('is waited for once more, however often the attempts were to be', async () => {
    const { route } = await asked({
      answers: cold(2500),
      inputs: { timeout: '600ms', attempts: '2', endpoint: 'responses', deadline: '9s' },
      source: `import OpenAI from 'openai'\nconst c = new OpenAI({ timeout: 1000 })\nc.responses.create({ model: 'm' })`,
    })
    expect(route.attempt).toBe(3)
  })

  it('is not waited for longer than the deadline leaves', async () => {
    const { route } = await asked({
      answers: cold(9000),
      inputs: { timeout: '1s', deadline: '3s', endpoint: 'responses' },
    })
    expect(route.verdict).toMatchObject({ verdict: 'fail', code: 'http.timed_out' })
    const none = await asked({
      answers: cold(9000),
      inputs: { timeout: '1300ms', deadline: '2500ms', endpoint: 'responses' },
    })
    expect(none.route.attempt).toBe(1)
  })

  it('is not waited for where nothing proves the path: a keyless question got no answer either', async () => {
    const silent = { status: 200, body: '{}', delayMs: 9000 }
    const { route } = await asked({
      answers: { '*': silent },
      inputs: { timeout: '700ms', endpoint: 'responses' },
    })
    expect(route.attempt).toBe(1)
  })
})
