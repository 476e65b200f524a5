import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../src/model/index.ts'
import { labKey, startApi } from '../loopback/api.ts'
import type { Answers } from '../loopback/api.ts'
import { breakAfterRequest, closedPort } from '../loopback/faults.ts'
import { authority } from '../loopback/pki.ts'
import { INTERCEPTORS } from '../loopback/interceptors.ts'
import { proxy407, startProxy } from '../loopback/proxy.ts'
import {
  insufficientQuota,
  modelNotFound,
  openai401,
  openaiError,
  serverError,
  squidDenied,
} from '../loopback/replies.ts'
import type { LoopbackReply } from '../loopback/replies.ts'
import { onlyRoute, runPreflight, seen } from './run.ts'

const ROUTE = { route: 'openai' }

function limited(headers: Readonly<Record<string, string>>): LoopbackReply {
  const error = { message: 'Slow down', type: 'tokens', code: 'rate_limit_exceeded' }
  return openaiError(429, error, headers)
}

async function repeated(
  answers: Answers,
  inputs: Readonly<Record<string, string>>,
): Promise<{ verdict: Verdict; attempt: number; asked: number; ms: number; statuses: unknown[] }> {
  await using api = await startApi({ key: labKey(), answers: { 'POST /v1/responses': answers } })
  const began = performance.now()
  const packet = await runPreflight({ inputs: { ...ROUTE, 'base-url': api.baseUrl, ...inputs } })
  const route = onlyRoute(packet)
  return {
    verdict: route.verdict,
    attempt: route.attempt,
    asked: api.requests.filter(({ method }) => method === 'POST').length,
    ms: performance.now() - began,
    statuses: seen(route, 'response').map(({ facts }) => facts.status),
  }
}

/** The first replies, and then the API itself. */
function atFirst(...replies: readonly LoopbackReply[]): Answers {
  let asked = 0
  return () => replies[asked++]
}

describe('what time can heal is tried again, and every attempt stays in the packet', () => {
  test('a success on the third attempt says so', async () => {
    const { verdict, attempt, asked, statuses } = await repeated(
      atFirst(serverError(), serverError()),
      { attempts: '3' },
    )
    expect(verdict.verdict).toBe('pass')
    expect(verdict.summary).toContain('on attempt 3')
    expect({ attempt, asked, statuses }).toEqual({
      attempt: 3,
      asked: 3,
      statuses: [500, 500, 200],
    })
  })

  test('when all attempts are used the verdict is that of the last one', async () => {
    const { verdict, attempt, asked } = await repeated(serverError(), { attempts: '2' })
    expect(verdict).toMatchObject({ owner: 'api-server', retryable: true })
    expect(verdict.summary).toContain('Both attempts ended like this.')
    expect({ attempt, asked }).toEqual({ attempt: 2, asked: 2 })
  })

  test('one attempt is what is made when nobody asks for more', async () => {
    const { verdict, asked } = await repeated(serverError(), {})
    expect(asked).toBe(1)
    expect(verdict.summary).not.toMatch(/attempt|tried again/)
  })

  test('a reset connection is tried again', async () => {
    await using broken = await breakAfterRequest('reset')
    const baseUrl = `https://localhost:${broken.port}/v1`
    const inputs = { ...ROUTE, 'base-url': baseUrl, attempts: '2', deadline: '8s' }
    expect(onlyRoute(await runPreflight({ inputs })).attempt).toBe(2)
  })
})

describe('the server says when to come back, and is obeyed', () => {
  test.for<[string, Record<string, string>, number]>([
    ['retry-after', { 'retry-after': '1' }, 1000],
    ['retry-after-ms before retry-after', { 'retry-after-ms': '150', 'retry-after': '9' }, 150],
    [
      'the reset of the limit that is used up',
      { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '700ms' },
      700,
    ],
    [
      'not the reset of a limit that is not used up',
      {
        'x-ratelimit-remaining-requests': '9',
        'x-ratelimit-reset-requests': '9s',
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': '300ms',
      },
      300,
    ],
    ['nothing: the SDK’s own first pause', {}, 500],
  ])('%s', async ([, headers, least]) => {
    const { verdict, ms } = await repeated(atFirst(limited(headers)), { attempts: '2' })
    expect(verdict.verdict).toBe('pass')
    expect(ms).toBeGreaterThanOrEqual(least)
    expect(ms).toBeLessThan(least + 2500)
  })

  test('wait-up-to waits without a number of attempts', async () => {
    const { verdict, attempt } = await repeated(
      atFirst(limited({ 'retry-after-ms': '200' }), limited({ 'retry-after-ms': '200' })),
      { 'wait-up-to': '5s' },
    )
    expect(verdict.summary).toContain('on attempt 3')
    expect(attempt).toBe(3)
  })

  test.for<[string, Record<string, string>, RegExp]>([
    [
      'the deadline',
      { attempts: '3', deadline: '6s' },
      /asks for 120 s, and the deadline leaves \d/,
    ],
    ['wait-up-to', { 'wait-up-to': '9s' }, /asks for 120 s, and wait-up-to leaves [89]/],
  ])('a wait longer than %s leaves ends at once and says why', async ([, inputs, says]) => {
    const { verdict, asked, ms } = await repeated(limited({ 'retry-after': '120' }), inputs)
    expect(verdict.owner).toBe('rate-limit')
    expect(verdict.summary).toMatch(says)
    expect(asked).toBe(1)
    expect(ms).toBeLessThan(3000)
  })
})

describe('what time cannot heal ends at once, whatever was asked for', () => {
  const PATIENT = { ...ROUTE, attempts: '5', 'wait-up-to': '10s' }

  test.for<[string, LoopbackReply]>([
    ['a wrong key', openai401()],
    ['no quota', insufficientQuota()],
    ['an unknown model', modelNotFound('demo-model')],
  ])('%s', async ([, reply]) => {
    const { verdict, asked } = await repeated(reply, PATIENT)
    expect(asked).toBe(1)
    expect(verdict.summary).toContain('It was not tried again: a retry does not help here.')
  })

  test.for<[string, LoopbackReply]>([
    ['a proxy that wants credentials', proxy407('Basic realm="corp"')],
    ['a proxy that denies the host', squidDenied()],
  ])('%s', async ([, reply]) => {
    await using api = await startApi()
    await using proxy = await startProxy({ behaviour: { does: 'answer', reply } })
    const packet = await runPreflight({
      inputs: { ...PATIENT, 'base-url': api.baseUrl },
      env: { HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' },
    })
    expect(onlyRoute(packet)).toMatchObject({ attempt: 1, verdict: { owner: 'connection-path' } })
    expect(seen(onlyRoute(packet), 'tunnel')).toHaveLength(1)
    expect(packet.elapsedMs).toBeLessThan(4000)
  })

  test('a certificate of somebody else', async () => {
    const tls = authority(INTERCEPTORS.zscaler).leaf()
    await using api = await startApi({ tls })
    const packet = await runPreflight({ inputs: { ...PATIENT, 'base-url': api.baseUrl } })
    expect(onlyRoute(packet)).toMatchObject({ attempt: 1, verdict: { rung: 'tls' } })
    expect(seen(onlyRoute(packet), 'handshake')).toHaveLength(1)
    expect(api.requests).toHaveLength(0)
  })

  test('a port where nothing listens', async () => {
    await using closed = await closedPort()
    const baseUrl = `https://localhost:${closed.port}/v1`
    const packet = await runPreflight({ inputs: { ...PATIENT, 'base-url': baseUrl } })
    expect(onlyRoute(packet)).toMatchObject({ attempt: 1, verdict: { code: 'tcp.refused' } })
  })

  test('a URL that is wrong before any packet', async () => {
    await using api = await startApi()
    const packet = await runPreflight({
      inputs: { ...PATIENT, 'base-url': `${api.baseUrl}/responses` },
    })
    expect(onlyRoute(packet)).toMatchObject({ attempt: 0, verdict: { rung: 'config' } })
    expect(api.connections()).toBe(0)
  })
})

describe('what is left is shown', () => {
  test('a pass says how many requests and tokens are left, and when they come back', async () => {
    await using api = await startApi({ key: labKey() })
    const inputs = { ...ROUTE, 'base-url': api.baseUrl }
    const { verdict, observations } = onlyRoute(await runPreflight({ inputs }))
    const quota = verdict.ladder.find(({ rung }) => rung === 'quota')
    expect(quota?.because).toMatch(/^accepted; \d+ of \d+ requests left, resets in \d+ m?s; /)
    expect(verdict.summary).not.toContain(' left')
    const response = observations.find(({ probe }) => probe === 'response')
    expect(response?.facts).toMatchObject({
      limits: { requests: { remaining: expect.any(Number) } },
    })
  })
})
