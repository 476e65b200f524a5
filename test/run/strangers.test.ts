import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readApplication } from '../../src/application/index.ts'
import { labKey, startApi } from '../loopback/api.ts'
import { openaiReplies } from '../loopback/families.ts'
import { readCall } from '../../src/settings/application.ts'
import { layered } from '../../src/settings/ask.ts'
import { onlyRoute, runPreflight } from './run.ts'

/** Small applications as strangers write them, by name: relative path to text. */
const CHECKOUTS = new Map<string, Record<string, string>>()
for (const part of readFileSync(path.join(import.meta.dirname, 'strangers.txt'), 'utf8').split(
  /^==> /m,
)) {
  const [, name = '', file = '', text = ''] = /^([^/\n]+)\/(\S+) <==\n([\s\S]*)$/.exec(part) ?? []
  if (name !== '') CHECKOUTS.set(name, { ...CHECKOUTS.get(name), [file]: text })
}

const CHAT = '/v1/chat/completions'

/** What its author would say of the call: path, stream, and each value with its place. */
const CALLS: Readonly<
  Record<string, readonly [path: string, stream: boolean, model: string, timeout: string]>
> = {
  'agents-js': [CHAT, true, 'triage-medium src/index.ts:10', ''],
  'agents-py': [
    CHAT,
    true,
    'concierge-model src/concierge/main.py:13',
    '50s src/concierge/main.py:8',
  ],
  csharp: [CHAT, true, 'kernel-model Program.cs:7', ''],
  dspy: [CHAT, false, 'reasoner-9b program.py:4', ''],
  go: [CHAT, true, 'triage-go internal/llm/client.go:25', '35s internal/llm/client.go:18'],
  instructor: [CHAT, false, 'extract-1 extract.py:20', '60s extract.py:13'],
  kotlin: [
    '/v1/responses',
    false,
    'reporter-model src/main/kotlin/Reporter.kt:15',
    '45s src/main/kotlin/Reporter.kt:9',
  ],
  'langchain-js': [CHAT, true, 'process.env.RAG_MODEL src/chain.js:6', '45s src/chain.js:8'],
  'langchain-py': [CHAT, true, 'settings.llm_model app/llm.py:8', '30s app/llm.py:10'],
  litellm: [CHAT, false, 'CLASSIFY_MODEL worker/classify.py:7', '25s worker/classify.py:16'],
  llamaindex: [CHAT, true, 'DOCS_MODEL docs_bot/engine.py:7', '40s docs_bot/engine.py:9'],
  php: [CHAT, true, 'translate-model src/Translator.php:26', '28s src/Translator.php:19'],
  'plain-ts': [CHAT, true, 'config.model src/summarize.ts:6', '20s src/llm/client.ts:7'],
  ruby: [
    CHAT,
    false,
    'tagger-model app/services/tagger.rb:9',
    '55s config/initializers/openai.rb:4',
  ],
  spring: [CHAT, true, 'HELPDESK_MODEL src/main/resources/application.yml:10', ''],
  vercel: [CHAT, true, 'process.env.CHAT_MODEL lib/ai/provider.ts:9', ''],
}

test('every checkout is asked about', () => {
  expect([...CHECKOUTS.keys()].toSorted()).toEqual(Object.keys(CALLS).toSorted())
})

test.each(Object.entries(CALLS))(
  '%s: the request that arrives is the one that the application sends, and the packet says where that stands',
  async (name, [path, stream, model, timeout]) => {
    await using api = await startApi({ key: labKey(), tls: 'none' })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, route: 'gateway' },
      checkout: CHECKOUTS.get(name) ?? {},
    })
    const [route] = packet.routes
    expect(route?.verdict.verdict).toBe('pass')
    const sent = api.requests.filter(({ method, path: to }) => method === 'POST' && to === path)
    expect(sent.map(({ body }) => body.includes('"stream":true'))).toEqual([stream])
    const { application } = route ?? {}
    const told = [application?.model, application?.timeout].map((one) =>
      one === undefined ? '' : `${one.value} ${one.from}`,
    )
    expect(told).toEqual([model, timeout])
    expect(application?.endpoint.from).toMatch(/:\d+$/)
    expect(application?.stream.from).toMatch(stream ? /:\d+$/ : /^default$/)
  },
)

/** What is said of the base URL where nothing of the job names one. */
function notes(name: string, env: Readonly<Record<string, string>>): string {
  const files = CHECKOUTS.get(name) ?? {}
  const application = () =>
    readApplication({ files: Object.keys(files), readFile: (file) => files[file] })
  const given = {
    name: 'base-url',
    text: 'https://api.openai.com/v1',
    from: 'default',
    setting: 'base-url',
  } as const
  const { problems } = readCall(
    layered(() => undefined, env),
    { url: given.text, given },
    application,
    { depth: 'request', model: 'm' },
  )
  return problems.map(({ message }) => message).join(' ')
}

test.each([
  ['vercel', 'LLM_GATEWAY_URL'],
  ['langchain-js', 'RAG_LLM_URL'],
  ['llamaindex', 'DOCS_API_BASE'],
  ['instructor', 'EXTRACT_URL'],
  ['agents-py', 'CONCIERGE_LLM'],
  ['go', 'TRIAGE_LLM_URL'],
  ['kotlin', 'REPORTER_LLM_URL'],
  ['ruby', 'LLM_URI_BASE'],
  ['php', 'TRANSLATE_LLM_URL'],
  ['spring', 'HELPDESK_LLM_URL'],
])('%s is not green on another route without a word: %s leads elsewhere', (name, variable) => {
  expect(notes(name, { [variable]: 'https://gw.example/v1' })).toContain(
    `from ${variable}, which is gw.example here, and this run tests api.openai.com`,
  )
})

test.each([
  ['plain-ts', 'config.llm.baseURL'],
  ['langchain-py', 'settings.llm_base_url'],
  ['csharp', 'builder.Configuration'],
])('%s is not green on another route without a word: %s cannot be read', (name, expression) => {
  expect(notes(name, {})).toContain(`from ${expression}`)
  expect(notes(name, {})).toContain('it may be another route')
})

test.each(['kotlin', 'spring', 'vercel'])(
  '%s is not red behind a healthy gateway that knows its own family alone',
  async (name) => {
    const [path] = CALLS[name] ?? []
    const genuine = openaiReplies({ key: labKey() })
    await using api = await startApi({
      key: labKey(),
      tls: 'none',
      answers: {
        '*': (request) =>
          request.path === path
            ? genuine(request)
            : { status: 404, body: '{"detail":"Not Found"}' },
      },
    })
    const inputs = { 'base-url': api.baseUrl, route: 'gateway' }
    const packet = await runPreflight({ inputs, checkout: CHECKOUTS.get(name) ?? {} })
    expect(onlyRoute(packet).verdict.verdict).toBe('pass')
  },
)
