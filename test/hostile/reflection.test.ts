import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { startApi, type SeenRequest } from '../loopback/api.ts'
import type { LoopbackReply } from '../loopback/replies.ts'
import { authority, labRoot } from '../loopback/pki.ts'
import { startProxy } from '../loopback/proxy.ts'
import { runStep } from '../dist/step.ts'
import { leaksOf, withoutMasks } from './leaks.ts'
import { saying } from './servers.ts'

/** Without any shape that would give it away: only its value tells that it is a key. */
const KEY = ['qX7', 'mB2vN9'.repeat(9), 'Zt4'].join('')

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const hex = (text: string): string => Buffer.from(text).toString('hex')

/** Some 60 characters in front: a limit then cuts the key in two. */
const PADDING = 'padding '.repeat(22)

function withHeaders(status: number, value: string): LoopbackReply {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-request-id': value,
      server: value,
      via: `1.1 ${value}`,
      'www-authenticate': `Bearer realm="${value}"`,
      'x-ms-error-code': value,
      'x-litellm-version': `${PADDING}${value}`,
      'set-cookie': `${value}=${value}; path=/`,
      'openai-organization': value,
      'x-kong-half-1': value.slice(0, 30),
      'x-kong-half-2': value.slice(30),
      'retry-after': value,
    },
    body: '{}',
  }
}

function error(status: number, fields: object): LoopbackReply {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error: fields }),
  }
}

const REPLIES: Readonly<Record<string, LoopbackReply | ((request: SeenRequest) => LoopbackReply)>> =
  {
    'a message': error(401, {
      message: `Incorrect API key provided: ${KEY}`,
      type: 'x',
      code: 'y',
    }),
    'code, type and param': error(400, { message: 'no', type: KEY, code: KEY, param: KEY }),
    'code, type and param in base64': error(400, {
      type: base64(KEY),
      code: base64(KEY),
      param: hex(KEY),
    }),
    'the names of properties': error(400, { [KEY]: KEY, code: 'x' }),
    'a page': { status: 403, headers: { 'content-type': 'text/html' }, body: `<h1>${KEY}</h1>` },
    'an answer': {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ object: KEY, [KEY]: 1, status: KEY }),
    },
    headers: withHeaders(401, KEY),
    'headers in base64': withHeaders(403, base64(KEY)),
    'headers in hexadecimal': withHeaders(500, hex(KEY)),
    'headers with percent signs': withHeaders(
      429,
      KEY.replaceAll(/./g, (c) => `%${hex(c)}`),
    ),
    'a redirect': {
      status: 302,
      headers: { location: `https://${KEY}.example.test/${KEY}?k=${KEY}` },
    },
    'a redirect with credentials': {
      status: 307,
      headers: { location: `https://user:${KEY}@other.example.test/${KEY}` },
    },
    'a redirect within the origin': { status: 302, headers: { location: `/${KEY}/x` } },
    'whatever it was sent': ({ headers, body }) => ({
      status: 418,
      headers: { 'content-type': 'text/plain', 'x-error-json': JSON.stringify(headers) },
      body: JSON.stringify({ headers, body }),
    }),
  }

const STEP = { model: 'demo-model', route: 'openai', timeout: '3s', 'api-key': KEY }

describe('a key that comes back leaves nowhere', () => {
  test.for(Object.entries(REPLIES))('in %s', async ([, reply]) => {
    await using api = await startApi({ answers: { '*': reply } })
    const step = await runStep({
      inputs: { ...STEP, 'base-url': api.baseUrl },
      env: { RUNNER_DEBUG: '1' },
    })
    expect(api.keyBytes(KEY)).toBe(KEY.length)
    expect(step.outputs['verdict']).toMatch(/^(fail|inconclusive)$/)
    expect(leaksOf(withoutMasks(step.everything), KEY)).toEqual([])
  })

  test('in a reason phrase', async () => {
    await using server = await saying(`HTTP/1.1 401 ${KEY}\r\ncontent-length: 0\r\n\r\n`)
    const baseUrl = `https://localhost:${server.port}/v1`
    const step = await runStep({ inputs: { ...STEP, 'base-url': baseUrl } })
    expect(step.outputs['http-status']).toBe('401')
    expect(leaksOf(withoutMasks(step.everything), KEY)).toEqual([])
  })

  test.for([
    ['subject', { common: KEY, organization: `${'x'.repeat(70)}${KEY}` }, ['localhost']],
    ['names', { common: 'localhost' }, ['localhost', `${KEY}.example.test`]],
  ] as const)('in the %s of a certificate', async ([, subject, names]) => {
    for (const root of [labRoot(), authority({ common: KEY })]) {
      await using api = await startApi({ tls: root.leaf({ subject, names }) })
      const step = await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } })
      expect(leaksOf(withoutMasks(step.everything), KEY)).toEqual([])
    }
  })
})

describe('the password of a proxy that comes back leaves nowhere', () => {
  const login = `lab:${KEY}`
  const replies: readonly LoopbackReply[] = [
    {
      status: 407,
      headers: { 'proxy-authenticate': `Basic realm="${KEY}"`, 'x-squid-error': KEY },
    },
    { status: 403, headers: { via: base64(login), 'content-type': 'text/html' }, body: KEY },
    { status: 302, headers: { location: `http://portal.example.test/${KEY}` } },
  ]
  test.for(replies)('with status $status', async (reply) => {
    await using proxy = await startProxy({ behaviour: { does: 'answer', reply } })
    const step = await runStep({
      inputs: {
        ...STEP,
        'api-key': 'another-'.repeat(6),
        'base-url': 'https://api.nowhere.test/v1',
      },
      env: {
        HTTPS_PROXY: proxy.urlWith(login),
        NODE_USE_ENV_PROXY: '1',
        RUNNER_DEBUG: '1',
      },
    })
    expect(proxy.connects.length).toBeGreaterThan(0)
    expect(step.outputs['rung']).toBe('proxy')
    expect(leaksOf(withoutMasks(step.everything), KEY)).toEqual([])
  })
})
