import { expect, test } from 'vitest'
import { labKey, startApi, type SeenRequest } from '../loopback/api.ts'
import { splitPrefix } from '../../src/inside/prefix.ts'
import { letterTo } from '../../src/reports/letters.ts'
import { onlyRoute, runPreflight } from './run.ts'

/** What the command of a letter sets, as a shell would hand it over. */
function inputsOf(command: string, env: Readonly<Record<string, string>>): Record<string, string> {
  const spoken = command.replaceAll(/"\$([A-Z_]+)"/g, (_, name: string) => `'${env[name] ?? ''}'`)
  const split = splitPrefix(spoken)
  const words = 'argv' in split ? split.argv.slice(2) : []
  const inputs: Record<string, string> = {}
  for (let at = 0; at < words.length; at += 2) {
    inputs[(words[at] ?? '').replace(/^--/, '')] = words[at + 1] ?? ''
  }
  return inputs
}

/** What makes a request the same: not its id, and not the time. */
function likeness({ method, path, query, headers, body }: SeenRequest): string {
  const told = Object.entries(headers).filter(
    ([name]) => !/^(?:x-client-request-id|sec-websocket-key|host)$/.test(name),
  )
  return JSON.stringify([
    method,
    path,
    query.toString(),
    told.map(([name, value]) => `${name}: ${value}`).toSorted(),
    body.length > 2000 ? body.length : body,
  ])
}

test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
  ['a stream', { stream: 'true', endpoint: 'chat-completions' }, {}],
  ['an unstreamed request', { endpoint: 'responses' }, {}],
  ['a stream as a check', { 'path-checks': 'stream, body=9KB' }, {}],
  ['a body and a rest in odd units', { 'path-checks': 'body=1500,idle=1050ms' }, {}],
  ['a WebSocket', { 'path-checks': 'websocket' }, {}],
  ['another family', { endpoint: 'embeddings', timeout: '2s', deadline: '20s' }, {}],
  ['less depth', { depth: 'auth' }, {}],
  [
    'an organization and a project',
    {},
    { OPENAI_ORG_ID: 'org-abcdefgh1234', OPENAI_PROJECT_ID: 'proj_abcdefgh1234' },
  ],
  ['an origin of a browser', { 'browser-origin': 'https://app.example.com' }, {}],
])('the command of the letters sends %s again', async (_what, inputs, env) => {
  await using api = await startApi({ key: labKey(), models: ['demo-model'] })
  const route = onlyRoute(
    await runPreflight({ inputs: { 'base-url': api.baseUrl, route: 'openai', ...inputs }, env }),
  )
  const first = api.requests.map(likeness)
  const { command } = letterTo('Application owner', route)
  await runPreflight({ inputs: inputsOf(command, { ...env, OPENAI_API_KEY: labKey() }), env })
  expect(command).toMatch(/^npx openai-preflight --base-url /)
  const again = api.requests.slice(first.length).map(likeness)
  expect(again.toSorted()).toEqual(first.toSorted())
  expect(first.length).toBeGreaterThan(0)
})

test('the command of the letters asks Azure with the same api-version', async () => {
  await using api = await startApi({ key: labKey() })
  const asked = { 'base-url': api.origin, route: 'azure', 'api-version': '2024-10-21' }
  const env = { AZURE_OPENAI_API_KEY: labKey() }
  const route = onlyRoute(await runPreflight({ inputs: asked, env }))
  const first = api.requests.map(likeness)
  const { command, verify } = letterTo('Vendor support', route)
  await runPreflight({ inputs: inputsOf(command, {}), env })
  const again = api.requests.slice(first.length).map(likeness)
  expect(again.toSorted()).toEqual(first.toSorted())
  expect(first[0]).toContain('api-version=2024-10-21')
  expect(verify).toContain('AZURE_OPENAI_API_KEY')
})
