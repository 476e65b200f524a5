import { describe, expect, test } from 'vitest'
import { MOST_AT_ONCE } from '../../src/run/run-route.ts'
import type { Packet } from '../../src/model/index.ts'
import { labKey, startApi } from '../loopback/api.ts'
import type { Api } from '../loopback/api.ts'
import { breakAfterRequest } from '../loopback/faults.ts'
import { json, openai401, serverError } from '../loopback/replies.ts'
import type { LoopbackReply } from '../loopback/replies.ts'
import { runPreflight } from './run.ts'

const FILE = '/project/routes.yml'

function config(
  lines: readonly string[],
  run: Readonly<Record<string, string>> = {},
): Promise<Packet> {
  return runPreflight({
    inputs: { config: 'routes.yml', model: '', ...run },
    files: { [FILE]: lines.join('\n') },
    env: { FIRST_KEY: labKey(), OTHER_KEY: `${labKey()}2` },
  })
}

/** A route to a server of the lab. */
function entry(
  name: string,
  baseUrl: string,
  more: Readonly<Record<string, string>> = {},
): readonly string[] {
  const all = {
    'base-url': baseUrl,
    route: 'openai',
    model: 'demo-model',
    'api-key-env': 'FIRST_KEY',
    ...more,
  }
  return [`  ${name}:`, ...Object.entries(all).map(([key, value]) => `    ${key}: ${value}`)]
}

/** Most sockets that are open at one time. */
function watch(api: Api): { readonly most: () => number } & Disposable {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, api.open())
  }, 5)
  return { most: () => most, [Symbol.dispose]: () => clearInterval(timer) }
}

describe('routes of a file, side by side', () => {
  test('each has its own settings, secrets and verdict, and one decides for the run', async () => {
    await using api = await startApi({ key: labKey() })
    const packet = await config([
      'defaults:',
      '  fail-on: [auth]',
      'routes:',
      ...entry('right', api.baseUrl),
      ...entry('embeds', api.baseUrl, {
        endpoint: 'embeddings',
        model: 'demo-embedder',
        client: 'curl',
      }),
      ...entry('wrong', api.baseUrl, { 'api-key-env': 'OTHER_KEY' }),
      ...entry('shrugs', api.baseUrl, { 'api-key-env': 'OTHER_KEY', 'fail-on': 'quota' }),
    ])
    expect(packet.routes.map(({ name, client, verdict }) => [name, client, verdict.owner])).toEqual(
      [
        ['right', 'node', 'none'],
        ['embeds', 'curl', 'none'],
        ['wrong', 'node', 'auth'],
        ['shrugs', 'node', 'auth'],
      ],
    )
    expect(packet.verdict).toMatchObject({ route: 'wrong', verdict: 'fail', owner: 'auth' })
    const [right, , wrong] = packet.routes
    expect(right?.keyFingerprint).not.toBe(wrong?.keyFingerprint)
    expect(JSON.stringify(packet)).not.toContain(labKey())
  })

  test('a failure that fails the job decides before one that does not', async () => {
    await using down = await startApi({ answers: { '*': serverError() } })
    await using api = await startApi({ key: 'another' })
    const packet = await config([
      'routes:',
      ...entry('warned', down.baseUrl),
      ...entry('gated', api.baseUrl),
    ])
    expect(packet.verdict).toMatchObject({ route: 'gated', owner: 'auth' })
  })

  test('a route whose secret is missing does not stop the others', async () => {
    await using api = await startApi({ key: labKey() })
    const packet = await config(
      [
        'routes:',
        ...entry('bare', api.baseUrl, { 'api-key-env': 'NO_KEY' }),
        ...entry('full', api.baseUrl),
      ],
      { 'missing-key': 'fail' },
    )
    expect(packet.routes.map(({ verdict }) => verdict.verdict)).toEqual(['fail', 'pass'])
    expect(packet.verdict).toMatchObject({ route: 'bare', code: 'config.key_missing' })
  })

  test('those of one account ask once for the end of a model, and another asks for itself', async () => {
    await using api = await startApi({ key: labKey(), models: ['demo-model'] })
    const packet = await config([
      'routes:',
      ...Array.from({ length: 5 }, (_, at) => entry(`same-${at}`, api.baseUrl)).flat(),
      ...entry('other', api.baseUrl, { organization: 'org-other' }),
    ])
    const asked = api.requests.filter(({ method }) => method === 'GET')
    expect(asked.map(({ path }) => path)).toEqual(
      Array.from({ length: 2 }, () => '/v1/models/demo-model'),
    )
    expect(
      packet.routes.map(({ observations }) => observations.find(({ probe }) => probe === 'models')),
    ).toMatchObject(
      Array.from({ length: 6 }, () => ({
        status: 'ok',
        facts: { models: [{ id: 'demo-model' }] },
      })),
    )
  })

  test('an end of a model that was not told is asked for again by the next route', async () => {
    const refusal = json(500, { error: { message: 'no', type: 'server_error' } })
    await using api = await startApi({
      key: labKey(),
      answers: { 'GET /v1/models/demo-model': refusal },
    })
    await config([
      'routes:',
      ...Array.from({ length: 2 * MOST_AT_ONCE }, (_, at) => entry(`r-${at}`, api.baseUrl)).flat(),
    ])
    const asked = api.requests.filter(({ method }) => method === 'GET').length
    expect(asked).toBeGreaterThan(1)
    expect(asked).toBeLessThan(2 * MOST_AT_ONCE)
  })

  test('a stuck route does not hold the others', async () => {
    await using stuck = await breakAfterRequest('silence')
    await using api = await startApi({ key: labKey() })
    const packet = await config([
      'routes:',
      ...entry('stuck', `https://localhost:${stuck.port}/v1`, { timeout: '2s' }),
      ...Array.from({ length: 5 }, (_, at) => entry(`quick-${at}`, api.baseUrl)).flat(),
    ])
    const ends = packet.routes.map(({ observations }) =>
      Math.max(...observations.map(({ startedMs, elapsedMs }) => startedMs + elapsedMs)),
    )
    expect(ends[0]).toBeGreaterThan(1900)
    expect(Math.max(...ends.slice(1))).toBeLessThan(1900)
    expect(packet.verdict).toMatchObject({ route: 'stuck', code: 'http.timed_out' })
  })

  test('more routes than run at once cost one connection each, and never too many', async () => {
    const count = MOST_AT_ONCE + 20
    const slow = (): LoopbackReply => ({ ...COMPLETED, delayMs: 700 })
    await using api = await startApi({ key: labKey(), answers: { 'POST /v1/responses': slow } })
    using sockets = watch(api)
    // Far from the timeout, a busy machine is not taken for a silent server.
    const routes = Array.from({ length: count }, (_, at) =>
      entry(`route-${at}`, api.baseUrl, { timeout: '10s' }),
    )
    const packet = await config(['routes:', ...routes.flat()])
    expect(packet.routes.filter(({ verdict }) => verdict.verdict === 'pass')).toHaveLength(count)
    expect(api.connections()).toBe(count)
    expect(sockets.most()).toBeGreaterThan(MOST_AT_ONCE / 2)
    expect(sockets.most()).toBeLessThanOrEqual(MOST_AT_ONCE)
    expect(packet.verdict.summary).toContain(`All ${count} routes pass.`)
  })

  test('a route whose turn never came is out of time, and no broken path', async () => {
    await using silent = await breakAfterRequest('silence')
    const routes = Array.from({ length: MOST_AT_ONCE + 2 }, (_, at) =>
      entry(`route-${at}`, `https://localhost:${silent.port}/v1`, { timeout: '5s' }),
    )
    const packet = await config(['routes:', ...routes.flat()], { deadline: '1500ms' })
    const codes = packet.routes.map(({ verdict }) => verdict.code)
    expect(codes.at(0)).toBe('http.timed_out')
    expect(codes.slice(MOST_AT_ONCE)).toEqual(['own.out_of_time', 'own.out_of_time'])
    expect(packet.verdict.verdict).not.toBe('pass')
  })

  test('a hundred routes finish, and hold no memory of their own', async () => {
    await using api = await startApi({ key: labKey() })
    const routes = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, at) => entry(`route-${at}`, api.baseUrl)).flat()
    await config(['routes:', ...routes(10)])
    const before = process.memoryUsage().rss
    const packet = await config(['routes:', ...routes(100)])
    expect(packet.routes.filter(({ verdict }) => verdict.verdict === 'pass')).toHaveLength(100)
    expect(api.connections()).toBe(110)
    // A trust store or a body for each of them would cost ten times as much.
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })
})

const COMPLETED = json(
  200,
  { object: 'response', status: 'completed', output: [] },
  { 'x-request-id': 'req_1', 'openai-version': '2020-10-01' },
)

describe('the route that differs names where to look', () => {
  test('in one thing from a route that works', async () => {
    await using api = await startApi({ key: labKey() })
    const packet = await config([
      'routes:',
      ...entry('old', api.baseUrl),
      ...entry('new', api.baseUrl, { model: 'gpt-9-imaginary' }),
    ])
    expect(packet.verdict).toMatchObject({ route: 'new', owner: 'request' })
    expect(packet.verdict.summary).toContain(
      'Route old passes and differs from new only in the model (demo-model instead of gpt-9-imaginary)',
    )
    // The sentence is about the run: the route's own verdict stays as it is.
    expect(packet.routes[1]?.verdict.summary).not.toContain('Route old')
  })

  test('a key that differs is named, not shown', async () => {
    await using api = await startApi({ key: labKey() })
    const packet = await config([
      'routes:',
      ...entry('mine', api.baseUrl),
      ...entry('theirs', api.baseUrl, { 'api-key-env': 'OTHER_KEY' }),
    ])
    expect(packet.verdict.summary).toContain('differs from theirs only in the key: look there.')
  })

  test('what all failing routes share, and no passing one', async () => {
    await using good = await startApi({ key: labKey() })
    await using bad = await startApi({ answers: { '*': openai401() } })
    const packet = await config([
      'routes:',
      ...entry('a', good.baseUrl),
      ...entry('b', good.baseUrl, { endpoint: 'chat-completions' }),
      ...entry('c', bad.baseUrl),
      ...entry('d', bad.baseUrl, { endpoint: 'chat-completions' }),
    ])
    expect(packet.verdict.summary).toContain(
      `Both routes that do not pass share the base URL ${bad.baseUrl}, and no passing route has it`,
    )
  })

  test('all alike: what they share', async () => {
    await using bad = await startApi({ answers: { '*': openai401() } })
    const packet = await config(['routes:', ...entry('a', bad.baseUrl), ...entry('b', bad.baseUrl)])
    expect(packet.verdict.summary).toContain('Both routes end like this')
  })

  test('routes that differ in several things say nothing together', async () => {
    await using good = await startApi({ key: labKey() })
    await using bad = await startApi({ answers: { '*': openai401() } })
    const packet = await config([
      'routes:',
      ...entry('a', good.baseUrl),
      ...entry('b', bad.baseUrl, { endpoint: 'embeddings', model: 'demo-embedder' }),
    ])
    expect(packet.verdict.summary).not.toContain('look')
  })
})
