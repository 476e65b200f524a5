import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { listen } from '../loopback/listen.ts'
import { keyBytesIn } from '../loopback/key-bytes.ts'
import { startApi, type Api } from '../loopback/api.ts'
import { breakAfterRequest, closedPort } from '../loopback/faults.ts'
import { authority, selfSigned } from '../loopback/pki.ts'
import { startProxy } from '../loopback/proxy.ts'
import { serverError } from '../loopback/replies.ts'
import { runStep } from '../dist/step.ts'
import { firstFailure, send } from '../wire/send.ts'
import { runPreflight } from './run-preflight.ts'

const KEY = ['qX7', 'mB2vN9'.repeat(9), 'Zt4'].join('')
const SECRET_HEADER = ['header', 'pR8'.repeat(12)].join('-')
const STEP = { model: 'demo-model', route: 'openai', timeout: '2s', 'api-key': KEY }

/** Requests that hold no piece of the key, as `METHOD /path`. */
function withoutKey(api: Api): readonly string[] {
  return api.requests
    .filter(({ headers, body }) => keyBytesIn(bytesOf({ headers, body }), KEY) === 0)
    .map(({ method, path }) => `${method} ${path}`)
}

function withKey(api: Api): number {
  return api.requests.length - withoutKey(api).length
}

function bytesOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

describe('TLS that is not verified sees no byte of the key', () => {
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }

  test.for([{}, env])('a certificate that signed itself, with %o', async (more) => {
    await using api = await startApi({ tls: selfSigned() })
    const step = await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl }, env: more })
    expect(step.outputs['rung']).toBe('tls')
    expect([api.requests.length, api.keyBytes(KEY)]).toEqual([0, 0])
  })

  test.for([{}, env])('a proxy that looks inside, with %o', async (more) => {
    await using api = await startApi()
    await using proxy = await startProxy({
      behaviour: {
        does: 'intercept',
        authority: authority({ common: 'Somebody Else' }),
        to: { host: '127.0.0.1', port: api.port },
      },
    })
    const step = await runStep({
      inputs: { ...STEP, 'base-url': api.baseUrl },
      env: { HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1', ...more },
    })
    expect(proxy.connects.length).toBeGreaterThan(0)
    expect(step.outputs['rung']).toMatch(/tls|dns|tcp|proxy/)
    expect(withKey(api)).toBe(0)
    expect(api.keyBytes(KEY)).toBe(0)
  })
})

describe('another origin sees no byte of the key', () => {
  test.for([301, 302, 303, 307, 308])('after status %i', async (status) => {
    await using other = await startApi()
    await using api = await startApi({
      answers: { '*': { status, headers: { location: `${other.baseUrl}/responses` } } },
    })
    await runPreflight({ 'base-url': api.baseUrl, route: 'openai', 'api-key': KEY })
    expect(api.keyBytes(KEY)).toBe(KEY.length)
    expect([other.connections(), other.keyBytes(KEY)]).toEqual([0, 0])
  })

  test('after a redirect from https to http', async () => {
    await using plain = await startApi({ tls: 'none' })
    await using api = await startApi({
      answers: { '*': { status: 307, headers: { location: `${plain.baseUrl}/responses` } } },
    })
    await runPreflight({ 'base-url': api.baseUrl, route: 'openai', 'api-key': KEY })
    expect([plain.connections(), plain.keyBytes(KEY)]).toEqual([0, 0])
  })

  test('after a redirect that goes round and round, the key was sent a bounded number of times', async () => {
    await using api = await startApi({
      answers: {
        '/v1/responses': { status: 307, headers: { location: '/v1/a' } },
        '/v1/a': { status: 307, headers: { location: '/v1/responses' } },
      },
    })
    await runPreflight({ 'base-url': api.baseUrl, route: 'openai', 'api-key': KEY })
    expect(withKey(api)).toBeLessThanOrEqual(6)
  })
})

describe('no investigation sends the key', () => {
  test('keyless and browser-origin', async () => {
    await using api = await startApi({ answers: { 'POST /v1/responses': serverError() } })
    await runPreflight({
      'base-url': api.baseUrl,
      route: 'openai',
      'api-key': KEY,
      'browser-origin': 'https://app.example.test',
    })
    expect(withoutKey(api)).toEqual(['GET /v1/models', 'OPTIONS /v1/models'])
    expect(withKey(api)).toBe(1)
  })

  test('large-request and control', async () => {
    await using control = await startApi()
    await using api = await breakAfterRequest('reset')
    const packet = await runPreflight(
      { 'base-url': `https://localhost:${api.port}/v1`, route: 'openai', 'api-key': KEY },
      { env: { GITHUB_API_URL: control.origin } },
    )
    const asked = packet.routes[0]?.observations.map(({ probe }) => probe)
    expect(asked).toContain('large-request')
    expect(asked).toContain('control')
    expect([control.requests.length, control.keyBytes(KEY)]).toEqual([1, 0])
  })

  test('other-way', async () => {
    await using api = await startApi()
    await using closed = await closedPort()
    const packet = await runPreflight(
      { 'base-url': api.baseUrl, route: 'openai', 'api-key': KEY, client: 'curl' },
      { env: { HTTPS_PROXY: `http://127.0.0.1:${closed.port}` } },
    )
    expect(packet.routes[0]?.observations.map(({ probe }) => probe)).toContain('other-way')
    expect(withoutKey(api).length).toBeGreaterThan(0)
    expect(withKey(api)).toBe(0)
  })

  test('direct-api', async () => {
    await using direct = await startApi()
    await using api = await startApi({ answers: { '*': serverError() } })
    await runPreflight(
      { 'base-url': api.baseUrl, route: 'gateway', 'api-key': KEY, 'compare-direct': 'true' },
      { directBaseUrl: direct.baseUrl },
    )
    expect([direct.requests.length, direct.keyBytes(KEY)]).toEqual([1, 0])
  })

  test('depth route', async () => {
    await using api = await startApi()
    await runPreflight({
      'base-url': api.baseUrl,
      route: 'openai',
      'api-key': KEY,
      depth: 'route',
    })
    expect(withoutKey(api)).toEqual(['GET /v1/models'])
    expect(api.keyBytes(KEY)).toBe(0)
  })
})

describe('proxy and API each see their own credentials', () => {
  test('the proxy its login, the API the key', async () => {
    const password = ['proxy', 'word', 'xY7'.repeat(5)].join('-')
    await using api = await startApi()
    await using proxy = await startProxy({
      behaviour: {
        does: 'tunnel',
        login: `lab:${password}`,
        to: { host: '127.0.0.1', port: api.port },
      },
    })
    const seen = await send({
      baseUrl: `https://localhost:${api.port}/v1`,
      key: KEY,
      proxy: { port: proxy.port },
      credentials: { username: 'lab', password },
    })
    expect(firstFailure(seen)).toBe('ok')
    expect(keyBytesIn(bytesOf(proxy.connects), KEY)).toBe(0)
    const toApi = bytesOf(api.requests.map(({ headers, body }) => ({ headers, body })))
    expect(keyBytesIn(toApi, password)).toBe(0)
    expect(keyBytesIn(toApi, Buffer.from(`lab:${password}`).toString('base64'))).toBe(0)
    expect(toApi.toString()).not.toMatch(/proxy-auth/i)
  })

  test('an HTTPS proxy that is not verified sees neither', async () => {
    const password = ['proxy', 'word', 'xY7'.repeat(5)].join('-')
    await using proxy = await startProxy({ tls: selfSigned(), behaviour: { does: 'tunnel' } })
    const seen = await send({
      baseUrl: 'https://api.nowhere.test/v1',
      key: KEY,
      proxy: { port: proxy.port, scheme: 'https', host: 'localhost' },
      credentials: { username: 'lab', password },
    })
    expect(firstFailure(seen)).toMatch(/^proxy handshake proxy\.tls/)
    expect(proxy.connects).toEqual([])
  })
})

describe('headers that the SDK takes from the environment by itself', () => {
  const env = {
    LAB_KEY: KEY,
    OPENAI_CUSTOM_HEADERS: `X-Lab-Secret: ${SECRET_HEADER}\nX-Other: ${SECRET_HEADER}`,
  }

  async function twoRoutes(home: Api, other: Api) {
    const route = (name: string, { baseUrl }: Api): string =>
      `  ${name}:\n    base-url: ${baseUrl}\n    route: openai\n    api-key-env: LAB_KEY\n    model: demo-model\n`
    return runStep({
      inputs: { config: '{folder}/routes.yml', timeout: '3s' },
      env: { ...env, OPENAI_BASE_URL: home.baseUrl },
      files: { 'routes.yml': `routes:\n${route('home', home)}${route('other', other)}` },
    })
  }

  test('go to the host of OPENAI_BASE_URL and to no other route', async () => {
    await using home = await startApi()
    await using other = await startApi()
    const step = await twoRoutes(home, other)
    expect(step.outputs).toMatchObject({ verdict: 'pass', summary: expect.any(String) })
    expect(home.requests[0]?.headers['x-lab-secret']).toBe(SECRET_HEADER)
    expect(other.requests).toHaveLength(2)
    expect(other.keyBytes(SECRET_HEADER)).toBe(0)
  })

  test('go where the only route leads, as in the application', async () => {
    await using api = await startApi()
    await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl }, env })
    expect(api.requests[0]?.headers['x-lab-secret']).toBe(SECRET_HEADER)
  })

  test('an administrator key in the environment is never sent', async () => {
    await using api = await startApi()
    await runStep({
      inputs: { ...STEP, 'base-url': api.baseUrl },
      env: { OPENAI_ADMIN_KEY: SECRET_HEADER },
    })
    expect([api.requests.length, api.keyBytes(SECRET_HEADER)]).toEqual([2, 0])
  })
})

test('plain HTTP on loopback is allowed: that is where the guard for public addresses ends', async () => {
  await using server = await listen(createServer((_request, response) => response.end('{}')))
  const seen = await send({ baseUrl: `http://127.0.0.1:${server.port}/v1`, key: KEY })
  expect(seen.map(({ probe }) => probe)).toContain('response')
})
