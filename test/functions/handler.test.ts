import { createServer, type IncomingMessage, type Server } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createHandler, type Handler, type HandlerOptions } from '../../src/functions/index.ts'
import { readPacket } from '../../src/packets/compare/index.ts'
import { problemPacket } from '../../src/inside/problem.ts'
import { labKey, startApi } from '../loopback/api.ts'
import { listen } from '../loopback/listen.ts'

const TOKEN = 'preflight-token-'.repeat(2)

/** Stand-ins on loopback: each turns HTTP into what its platform hands to a function, and back. */
const PLATFORMS: Readonly<Record<string, (handler: Handler) => Server>> = {
  'Node (Google Cloud Functions, Vercel, Express)': (handler) =>
    createServer((request, response) => {
      void handler(request, response)
    }),
  'the web (Vercel, Deno, Cloudflare)': (handler) =>
    serving(async (request) => {
      const response = await handler(webRequest(request))
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      }
    }),
  'Azure Functions': (handler) =>
    serving((request) => {
      const { method, url, headers } = webRequest(request)
      // Its HttpRequest is a class of its own with the members of the web's.
      return handler({ method, url, headers }, { invocationId: 'x', log: () => {} })
    }),
  'AWS Lambda (function URL)': (handler) =>
    serving(async (request) => {
      const event = {
        version: '2.0',
        headers: headersOf(request),
        requestContext: { http: { method: request.method ?? '' } },
      }
      return lambda(await handler(event, { getRemainingTimeInMillis: () => 20_000 }))
    }),
  'AWS Lambda (load balancer)': (handler) =>
    serving(async (request) => {
      const multiValueHeaders = Object.fromEntries(
        Object.entries(headersOf(request)).map(([name, value]) => [name, [value]]),
      )
      return lambda(await handler({ httpMethod: request.method ?? '', multiValueHeaders }))
    }),
}

interface Plain {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

function lambda(result: Awaited<ReturnType<Handler>>): Plain {
  if (typeof result !== 'object' || !('statusCode' in result)) throw new Error('no Lambda result')
  return { status: result.statusCode, headers: result.headers, body: result.body }
}

function serving(answer: (request: IncomingMessage) => Promise<Plain>): Server {
  return createServer((request, response) => {
    void answer(request).then(({ status, headers, body }) => {
      response.writeHead(status, { ...headers }).end(body)
    })
  })
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
}

function webRequest(request: IncomingMessage): Request {
  return new Request(`http://localhost${request.url ?? '/'}`, {
    method: request.method ?? 'GET',
    headers: headersOf(request),
  })
}

async function deploy(
  platform: (handler: Handler) => Server,
  options: HandlerOptions,
): Promise<(init?: RequestInit & { path?: string }) => Promise<Response>> {
  const server = await listen(platform(createHandler(options)))
  onTestFinished(() => server[Symbol.asyncDispose]())
  return ({ path = '/', ...init } = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init)
}

const withToken = { headers: { authorization: `Bearer ${TOKEN}` } }
const quick = problemPacket(
  { code: 'own.inside_failed', message: 'test', fix: 'test' },
  new Date(),
  1,
)

describe.each(Object.entries(PLATFORMS))('on %s', (_name, platform) => {
  test('a caller with the token gets the packet of a real run', async () => {
    await using api = await startApi({ key: labKey(), tls: 'none' })
    const ask = await deploy(platform, {
      inputs: { model: 'demo-model', route: 'gateway' },
      environment: {
        OPENAI_PREFLIGHT_TOKEN: TOKEN,
        OPENAI_API_KEY: labKey(),
        OPENAI_BASE_URL: api.baseUrl,
      },
    })
    const response = await ask(withToken)
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('x-openai-preflight-verdict')).toBe('pass')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const read = readPacket(text, 'the function')
    expect('packet' in read && read.packet.verdict.verdict).toBe('pass')
    expect(text).not.toContain(labKey())
    expect(text).not.toContain(TOKEN)
  })

  test('nobody is served without a token in the settings', async () => {
    let runs = 0
    const run = () => Promise.resolve((runs++, quick))
    for (const token of [undefined, '', '   ', 'short']) {
      const ask = await deploy(platform, { environment: { OPENAI_PREFLIGHT_TOKEN: token }, run })
      const response = await ask({ headers: { authorization: `Bearer ${token ?? ''}` } })
      expect(response.status).toBe(503)
      expect(await response.text()).toContain('OPENAI_PREFLIGHT_TOKEN')
    }
    expect(runs).toBe(0)
  })

  test('a missing or wrong token is refused', async () => {
    let runs = 0
    const run = () => Promise.resolve((runs++, quick))
    const ask = await deploy(platform, { environment: { OPENAI_PREFLIGHT_TOKEN: TOKEN }, run })
    const refused = [
      await ask(),
      await ask({ headers: { authorization: `Bearer ${TOKEN.slice(0, -1)}` } }),
      await ask({ headers: { authorization: `Basic ${TOKEN}` } }),
      await ask({ headers: { authorization: 'Bearer ' } }),
      await ask({ path: `/?token=${TOKEN}` }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    expect(refused[0]?.headers.get('www-authenticate')).toContain('Bearer')
    expect((await ask({ headers: { 'x-openai-preflight-token': TOKEN } })).status).toBe(200)
    expect(runs).toBe(1)
  })

  test('runs go one at a time', async () => {
    const gate = Promise.withResolvers<void>()
    const run = async () => {
      await gate.promise
      return quick
    }
    const ask = await deploy(platform, { environment: { OPENAI_PREFLIGHT_TOKEN: TOKEN }, run })
    const first = ask(withToken)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = await ask(withToken)
    expect(second.status).toBe(429)
    expect(second.headers.get('retry-after')).toBe('10')
    gate.resolve()
    expect((await first).status).toBe(200)
    expect((await ask(withToken)).status).toBe(200)
  })

  test('a defect of our own is no verdict, shows no value, and does not lock the door', async () => {
    let runs = 0
    const run = () => {
      runs += 1
      return runs === 1 ? Promise.reject(new TypeError(`quotes ${TOKEN}`)) : Promise.resolve(quick)
    }
    const ask = await deploy(platform, { environment: { OPENAI_PREFLIGHT_TOKEN: TOKEN }, run })
    const response = await ask(withToken)
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({
      error: {
        code: 'own.crash',
        message: 'openai-preflight itself failed (TypeError); this says nothing about the route.',
      },
    })
    expect((await ask(withToken)).status).toBe(200)
  })

  test('only GET and POST run anything', async () => {
    const run = () => Promise.resolve(quick)
    const ask = await deploy(platform, { environment: { OPENAI_PREFLIGHT_TOKEN: TOKEN }, run })
    expect((await ask({ ...withToken, method: 'DELETE' })).status).toBe(405)
    expect((await ask({ ...withToken, method: 'POST' })).status).toBe(200)
  })
})

test('a run ends before the platform ends the function', async () => {
  const deadlines: number[] = []
  const handler = createHandler({
    environment: { OPENAI_PREFLIGHT_TOKEN: TOKEN },
    run: (deadlineMs) => {
      deadlines.push(deadlineMs)
      return Promise.resolve(quick)
    },
  })
  const event = { headers: { Authorization: `Bearer ${TOKEN}` } }
  await handler(event, { getRemainingTimeInMillis: () => 8000 })
  await handler(event, { getRemainingTimeInMillis: () => 900_000 })
  await handler(event)
  expect(deadlines).toEqual([7000, 60_000, 60_000])
})
