import { describe, expect, test } from 'vitest'
import * as yaml from 'yaml'
import { readApplication } from '../../src/application/index.ts'
import { readSettings } from '../../src/settings/index.ts'
import { KEY, sourceOf } from './source.ts'

/** What the settings make of the application's own calls, without a request. */

const SEVERAL = `import OpenAI from 'openai'
const client = new OpenAI({ timeout: 20_000 })
client.responses.create({ model: 'm' })
client.chat.completions.create({ model: 'm', stream: true })
client.embeddings.create({ model: 'demo-embedder', input })
client.moderations.create({ model: process.env.M, input })`

interface Case {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly source?: string
  readonly file?: string
}

function read({ inputs = {}, env = {}, source = SEVERAL, file = 'src/ask.ts' }: Case) {
  let looks = 0
  const settings = readSettings(
    {
      ...sourceOf({ inputs: { model: 'm', ...inputs }, env: { OPENAI_API_KEY: KEY, ...env } }),
      application: () => {
        looks += 1
        return readApplication({ files: [file], readFile: () => source })
      },
    },
    yaml,
  )
  return { routes: settings.routes, looks }
}

/** Each route in a line, and where what of it was read. */
function lines(given: Case): readonly string[] {
  return read(given).routes.map(({ route }) => {
    const {
      endpoint,
      stream,
      baseUrl,
      model,
      timeout,
      others = [],
      otherModels = [],
      limit,
    } = route.application ?? {}
    const said = [endpoint, stream, baseUrl, model, timeout].map((one) =>
      one === undefined ? '-' : `${one.value} (${one.from})`,
    )
    const names = (all: readonly { readonly value: string }[]) => all.map(({ value }) => value)
    return `${route.name} ${route.endpoint} ${String(route.stream)} ${route.model ?? ''} ${route.applicationTimeoutMs ?? ''}: ${said.join(', ')}; ${names(others).join(' ')}; ${names(otherModels).join(' ')}; ${limit ?? ''}`
  })
}

function notes(given: Case): readonly string[] {
  return read(given).routes.flatMap(({ problems }) =>
    problems.map(({ severity, code, message, fix }) => `${severity} ${code}: ${message} ${fix}`),
  )
}

describe('the routes of an application', () => {
  test('that calls several families', () => {
    expect(lines({})).toMatchInlineSnapshot(`
      [
        "default responses false m 20000: responses (src/ask.ts:3), false (default), https://api.openai.com/v1 (default), m (src/ask.ts:3), 20s (src/ask.ts:2); ; demo-embedder; ",
        "chat-completions chat-completions true m 20000: chat-completions (src/ask.ts:4), true (src/ask.ts:4), https://api.openai.com/v1 (default), m (src/ask.ts:4), 20s (src/ask.ts:2); ; ; ",
        "embeddings embeddings false demo-embedder 20000: embeddings (src/ask.ts:5), false (default), https://api.openai.com/v1 (default), demo-embedder (src/ask.ts:5), 20s (src/ask.ts:2); ; ; ",
      ]
    `)
  })
  test('whose stream a person set', () => {
    expect(lines({ inputs: { stream: 'true' } })).toMatchInlineSnapshot(`
      [
        "default responses true m 20000: responses (src/ask.ts:3), true (stream), https://api.openai.com/v1 (default), m (src/ask.ts:3), 20s (src/ask.ts:2); ; demo-embedder; ",
        "chat-completions chat-completions true m 20000: chat-completions (src/ask.ts:4), true (stream), https://api.openai.com/v1 (default), m (src/ask.ts:4), 20s (src/ask.ts:2); ; ; ",
        "embeddings embeddings true demo-embedder 20000: embeddings (src/ask.ts:5), true (stream), https://api.openai.com/v1 (default), demo-embedder (src/ask.ts:5), 20s (src/ask.ts:2); ; ; ",
      ]
    `)
    expect(lines({ inputs: { stream: 'false' } })).toMatchInlineSnapshot(`
      [
        "default responses false m 20000: responses (src/ask.ts:3), false (stream), https://api.openai.com/v1 (default), m (src/ask.ts:3), 20s (src/ask.ts:2); ; demo-embedder; ",
        "chat-completions chat-completions false m 20000: chat-completions (src/ask.ts:4), false (stream), https://api.openai.com/v1 (default), m (src/ask.ts:4), 20s (src/ask.ts:2); ; ; ",
        "embeddings embeddings false demo-embedder 20000: embeddings (src/ask.ts:5), false (stream), https://api.openai.com/v1 (default), demo-embedder (src/ask.ts:5), 20s (src/ask.ts:2); ; ; ",
      ]
    `)
  })
  test('whose endpoint a person set', () => {
    expect(lines({ inputs: { endpoint: 'chat-completions' } })).toMatchInlineSnapshot(`
      [
        "default chat-completions true m 20000: chat-completions (endpoint), true (src/ask.ts:4), https://api.openai.com/v1 (default), m (src/ask.ts:4), 20s (src/ask.ts:2); responses embeddings; demo-embedder; ",
      ]
    `)
    expect(lines({ inputs: { endpoint: 'moderations' } })).toMatchInlineSnapshot(`
      [
        "default moderations false m : moderations (endpoint), false (default), https://api.openai.com/v1 (default), -, -; responses chat-completions embeddings; demo-embedder; ",
      ]
    `)
  })
  test('of which nothing is asked of a model', () => {
    expect(lines({ inputs: { depth: 'auth' } })).toMatchInlineSnapshot(`
      [
        "default responses false m : responses (default), false (default), https://api.openai.com/v1 (default), -, -; ; demo-embedder; ",
      ]
    `)
    expect(lines({ inputs: { depth: 'route' } })).toMatchInlineSnapshot(`
      [
        "default responses false m : responses (default), false (default), https://api.openai.com/v1 (default), -, -; ; ; ",
      ]
    `)
  })
  test('in whose source nothing is found', () => {
    expect(lines({ source: '' })).toMatchInlineSnapshot(`
      [
        "default responses false m : responses (default), false (default), https://api.openai.com/v1 (default), -, -; ; ; ",
      ]
    `)
  })
  test('are not looked for where all of it is set', () => {
    const inputs = {
      endpoint: 'responses',
      stream: 'false',
      client: 'node',
      'base-url': 'https://a.test/v1',
    }
    expect(lines({ inputs })).toMatchInlineSnapshot(`
      [
        "default responses false m : responses (endpoint), false (stream), https://a.test/v1 (base-url), -, -; ; ; not read: endpoint, stream, base-url and client are set",
      ]
    `)
    expect(read({ inputs }).looks).toBe(0)
    for (const name of ['endpoint', 'stream', 'client'] as const) {
      expect(read({ inputs: { ...inputs, [name]: 'auto' } }).looks).toBeGreaterThan(0)
    }
    const { 'base-url': url, ...rest } = inputs
    expect(read({ inputs: rest, env: { OPENAI_BASE_URL: url } }).looks).toBeGreaterThan(0)
  })
})

describe('the base URL in the source', () => {
  const client = (baseURL: string) =>
    `import OpenAI from 'openai'\nconst client = new OpenAI({ baseURL: ${baseURL} })\nclient.responses.create({ model: 'm' })`
  const about = (baseURL: string, more: Omit<Case, 'source'> = {}) =>
    notes({ source: client(baseURL), ...more })

  test('is told where it is another than the one of this run', () => {
    expect([
      ...about("'https://llm.corp.test/v1'"),
      ...about("'https://api.openai.com/v1'"),
      ...about("'https://llm.corp.test/v1'", { inputs: { 'base-url': 'https://a.test/v1' } }),
      ...about('process.env.LLM_URL'),
      ...about('process.env.LLM_URL', { env: { LLM_URL: 'https://llm.corp.test/v1' } }),
      ...about('process.env.LLM_URL', { env: { LLM_URL: 'https://api.openai.com/v1' } }),
      ...about("process.env.LLM_URL ?? 'https://api.openai.com/v1'"),
      ...about('settings.llm_base_url'),
      ...about('settings.llm_base_url', { env: { OPENAI_BASE_URL: 'https://a.test/v1' } }),
      ...about('base()'),
    ]).toMatchInlineSnapshot(`
      [
        "warning config.base_url_differs: src/ask.ts:2 gives its client the base URL of llm.corp.test, and this run tests api.openai.com: it may be another route than the application's. Set base-url to the address in src/ask.ts:2 if the deployed application uses it.",
        "warning config.base_url_differs: src/ask.ts:2 takes the base URL of its client from LLM_URL, which is not set in this step; this run tests api.openai.com: it may be another route than the application's. Set LLM_URL in this step as in the deployed application, and base-url to the same address.",
        "warning config.base_url_differs: src/ask.ts:2 takes the base URL of its client from LLM_URL, which is llm.corp.test here, and this run tests api.openai.com: it is another route than the application's. Set base-url to the value of LLM_URL.",
        "warning config.base_url_differs: src/ask.ts:2 takes the base URL of its client from settings.llm_base_url, which this run cannot read, and this run tests api.openai.com: it may be another route than the application's. Set base-url to the address that the application calls.",
      ]
    `)
  })
})

describe('a variable that another library reads', () => {
  const python = 'from openai import OpenAI\nclient.responses.create(model="m")\n'
  test('is told where it is set and this one does not', () => {
    const of = (env: Readonly<Record<string, string>>) =>
      notes({ env, source: python, file: 'a.py' })
    expect([
      ...of({ OPENAI_API_BASE: 'https://a.test/v1' }),
      ...of({ OPENAI_API_BASE: 'https://a.test/v1', OPENAI_BASE_URL: 'https://a.test/v1' }),
      ...of({ OPENAI_API_BASE: 'https://a.test/v1', OPENAI_BASE_URL: 'https://b.test/v1' }),
      ...of({ OPENAI_API_TYPE: 'azure' }),
      ...of({ OPENAI_PROXY: 'http://p.test:1' }),
    ]).toMatchInlineSnapshot(`
      [
        "warning config.base_url_variable_unread: OPENAI_API_BASE is set, and openai does not read it (openai < 1, langchain, litellm and 2 others do); this run tests OpenAI's own address. Set base-url to the address that the application calls, or remove OPENAI_API_BASE from this job.",
        "warning config.base_url_variable_unread: OPENAI_API_BASE is set, and openai does not read it (openai < 1, langchain, litellm and 2 others do); this run tests OPENAI_BASE_URL. Set base-url to the address that the application calls, or remove OPENAI_API_BASE from this job.",
        "warning config.variable_not_followed: OPENAI_API_TYPE is set, and openai reads it (openai or azure, for the client of the module and the Azure classes); this run does not. Set base-url, route and api-key of this step to what openai makes of OPENAI_API_TYPE.",
        "warning config.variable_unread: OPENAI_PROXY is set, and the OpenAI SDK does not read it (langchain does). Remove OPENAI_PROXY from this job, or set the input of the same meaning (proxy of this library alone).",
      ]
    `)
  })
  test('counts where the application’s library reads it', () => {
    const source = 'from langchain_openai import ChatOpenAI\nChatOpenAI(model="m").invoke("x")\n'
    const of = (env: Readonly<Record<string, string>>) => notes({ env, source, file: 'a.py' })
    expect([
      ...of({ OPENAI_API_BASE: 'https://a.test/v1' }),
      ...of({ OPENAI_PROXY: 'http://p.test:1' }),
      ...of({ OPENAI_API_TYPE: 'azure' }),
      ...of({ OPENAI_API_TYPE: 'openai' }),
    ]).toMatchInlineSnapshot(`
      [
        "warning config.variable_not_followed: OPENAI_PROXY is set, and langchain reads it (proxy of this library alone); this run does not. Set HTTPS_PROXY of this step to the same proxy, so that the preflight takes the path of the application.",
        "warning config.variable_not_followed: OPENAI_API_TYPE is set, and langchain reads it (openai or azure, for the client of the module and the Azure classes); this run does not. Set base-url, route and api-key of this step to what langchain makes of OPENAI_API_TYPE.",
      ]
    `)
    const [one] = read({
      env: { OPENAI_API_BASE: 'https://a.test/v1' },
      source,
      file: 'a.py',
    }).routes
    expect(one?.route.baseUrl).toBe('https://a.test/v1')
  })
})
