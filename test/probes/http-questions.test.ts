import { describe, expect, test } from 'vitest'
import { startApi, labKey, type Api } from '../loopback/api.ts'
import { closedPort, startTls } from '../loopback/faults.ts'
import type { Listening } from '../loopback/listen.ts'
import { keyBytesIn } from '../loopback/key-bytes.ts'
import { openai401, serverError } from '../loopback/replies.ts'
import { asked } from '../wire/send.ts'
import { leavesNothing, lookTwice } from './scene.ts'

/** Requests of the second round: none of them may hold anything of the key. */
function keylessRequests(api: Api, of: number): readonly string[] {
  const requests = api.requests.slice(of)
  expect(keyBytesIn(Buffer.from(JSON.stringify(requests)), labKey())).toBe(0)
  expect(requests.some(({ headers }) => 'authorization' in headers)).toBe(false)
  return requests.map(({ method, path }) => `${method} ${path}`)
}

describe('the same question without the key', () => {
  test('shows who answers when something answered the request with the key', async () => {
    await using api = await startApi({ key: 'another' })
    const { only } = await lookTwice({ baseUrl: api.baseUrl })
    expect(only('keyless')).toMatchObject({
      status: 'ok',
      rung: 'http',
      target: 'GET /v1/models',
      facts: {
        method: 'GET',
        path: '/v1/models',
        status: 401,
        authenticated: false,
        body: { shape: 'json', errorShape: 'openai' },
      },
    })
    expect(keylessRequests(api, 1)).toEqual(['GET /v1/models'])
    await leavesNothing(api)
  })

  test('that breaks is a failure of its own', async () => {
    await using api = await startApi({
      answers: {
        'POST /v1/responses': openai401(),
        'GET /v1/models': { status: 200, body: '{}', cut: { afterBytes: 1, how: 'fin' } },
      },
    })
    const { only } = await lookTwice({ baseUrl: api.baseUrl })
    expect(only('keyless')).toMatchObject({ status: 'failed', code: 'http.body_incomplete' })
    await leavesNothing(api)
  })

  test('that gets no answer ends with the time of the round', async () => {
    await using api = await startApi({
      answers: {
        'POST /v1/responses': openai401(),
        'GET /v1/models': { status: 200, delayMs: 30_000 },
      },
    })
    const { only } = await lookTwice({ baseUrl: api.baseUrl }, { timeoutMs: 2100 })
    expect(only('keyless')).toMatchObject({ status: 'failed', code: 'http.timed_out' })
    await leavesNothing(api)
    const short = await lookTwice({ baseUrl: api.baseUrl }, { timeoutMs: 300 })
    expect(short.only('keyless')).toMatchObject({
      status: 'skipped',
      because: expect.stringContaining('300 ms were left'),
    })
    expect(short.second.map(({ status }) => status)).not.toContain('failed')
  })

  test('is not asked after an answer, nor where no response came', async () => {
    await using api = await startApi()
    await using closed = await closedPort()
    const baseUrl = `https://localhost:${closed.port}/v1`
    expect((await lookTwice({ baseUrl: api.baseUrl })).second).toEqual([])
    const probes = (await lookTwice({ baseUrl })).second.map(({ probe }) => probe)
    expect(probes).not.toContain('keyless')
  })
})

interface Swallowing extends Listening {
  readonly heads: readonly string[]
  /** Everything that came on connections after the first. */
  readonly later: () => Buffer
}

/** Takes requests of more than 8 KiB, and those with a key, and says nothing to them. */
async function startSwallowing(): Promise<Swallowing> {
  const heads: string[] = []
  const later: Buffer[] = []
  let connections = 0
  const server = await startTls((socket) => {
    const isFirst = (connections += 1) === 1
    let seen = ''
    socket.on('data', (chunk: Buffer) => {
      if (!isFirst) later.push(chunk)
      const known = seen.includes('\r\n\r\n')
      seen += chunk.toString('latin1')
      if (known || !seen.includes('\r\n\r\n')) return
      const [head = ''] = seen.split('\r\n\r\n')
      heads.push(head.split('\r\n')[0] ?? '')
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (length > 8192 || /^authorization:/im.test(head)) return
      socket.end('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
    })
  })
  return { ...server, heads, later: () => Buffer.concat(later) }
}

describe('a large request beside a small one', () => {
  test('that alone gets no answer is seen to be swallowed', async () => {
    await using server = await startSwallowing()
    const baseUrl = `https://localhost:${server.port}/v1`
    const { first, only } = await lookTwice({ baseUrl, timeoutMs: 500 }, { timeoutMs: 2100 })
    expect(first.at(-2)?.outcome).toMatchObject({ failure: { code: 'http.timed_out' } })
    const { status, facts } = only('large-request')
    // Without a status of the large one there is nothing to call ok.
    expect({ status, facts }).toEqual({
      status: 'failed',
      facts: {
        bytes: expect.toSatisfy((bytes: number) => bytes > 16_384),
        getStatus: 401,
        smallStatus: 401,
        smallMs: expect.any(Number),
        largeMs: expect.toSatisfy((ms: number) => ms > 1900),
      },
    })
    expect(server.heads.toSorted()).toEqual([
      'GET /v1/models HTTP/1.1',
      'POST /v1/models HTTP/1.1',
      'POST /v1/models HTTP/1.1',
      'POST /v1/responses HTTP/1.1',
    ])
    expect(server.later().length).toBeGreaterThan(16_384)
    expect(keyBytesIn(server.later(), labKey())).toBe(0)
    await leavesNothing(server)
  })

  test('that both get an answer clear the path', async () => {
    await using api = await startApi({
      answers: { 'POST /v1/responses': { status: 200, delayMs: 30_000 } },
    })
    const { only } = await lookTwice({ baseUrl: api.baseUrl, timeoutMs: 400 })
    expect(only('large-request').facts).toMatchObject({
      smallStatus: expect.any(Number),
      largeStatus: expect.any(Number),
    })
    expect(keylessRequests(api, 1).toSorted()).toEqual([
      'GET /v1/models',
      'POST /v1/models',
      'POST /v1/models',
    ])
    await leavesNothing(api)
  })
})

describe('the control host', () => {
  test('tells with a status, and its clock, that this host alone is closed', async () => {
    await using closed = await closedPort()
    await using other = await startApi({ answers: { '*': { status: 204 } } })
    const sending = { baseUrl: `https://localhost:${closed.port}/v1` }
    const { only } = await lookTwice(sending, { controlUrl: `${other.origin}/health` })
    const { status, target, facts } = only('control')
    const host = `localhost:${other.port}`
    expect({ status, target }).toEqual({ status: 'ok', target: host })
    expect(facts).toEqual({ host, status: 204, clockSkewMs: expect.any(Number) })
    expect(keylessRequests(other, 0)).toEqual(['GET /health'])
    await leavesNothing(other)
  })

  test('that cannot be reached either is a failure with its code', async () => {
    await using closed = await closedPort()
    await using too = await closedPort()
    const sending = { baseUrl: `https://localhost:${closed.port}/v1` }
    const { only } = await lookTwice(sending, { controlUrl: `https://localhost:${too.port}/` })
    expect(only('control')).toMatchObject({
      status: 'failed',
      code: 'tcp.refused',
      facts: { host: `localhost:${too.port}` },
    })
  })

  test('is asked by the way that this client takes to it', async () => {
    await using closed = await closedPort()
    await using other = await startApi()
    const sending = { baseUrl: `https://localhost:${closed.port}/v1` }
    const { plan } = asked(sending)
    const ways: string[] = []
    const wayTo = (url: URL) => {
      ways.push(url.host)
      return plan
    }
    await lookTwice(sending, { controlUrl: other.origin, wayTo })
    expect(ways).toEqual([`localhost:${other.port}`])
  })

  test('is not asked when it is the same host, when there is none, or when something answered', async () => {
    await using closed = await closedPort()
    await using api = await startApi({ key: 'another' })
    await using other = await startApi()
    const baseUrl = `https://localhost:${closed.port}/v1`
    const looks = [
      await lookTwice({ baseUrl }, { controlUrl: `${baseUrl}/other` }),
      await lookTwice({ baseUrl }),
      await lookTwice({ baseUrl: api.baseUrl }, { controlUrl: other.origin }),
    ]
    for (const { second } of looks)
      expect(second.map(({ probe }) => probe)).not.toContain('control')
    expect(other.connections()).toBe(0)
  })
})

describe('the API past a gateway, with compare-direct', () => {
  test('is asked without a key, beside a gateway that failed', async () => {
    await using gateway = await startApi({ answers: { '*': serverError() } })
    await using api = await startApi({ key: labKey() })
    const { route } = asked({ baseUrl: gateway.baseUrl })
    const { only } = await lookTwice(
      { baseUrl: gateway.baseUrl },
      { route: { ...route, kind: 'gateway', compareDirect: true }, directBaseUrl: api.baseUrl },
    )
    expect(only('direct-api')).toMatchObject({
      status: 'ok',
      target: `localhost:${api.port}`,
      facts: { status: 401, authenticated: false, path: '/v1/models' },
    })
    expect(keylessRequests(api, 0)).toEqual(['GET /v1/models'])
    await leavesNothing(gateway, api)
  })

  test('that cannot be reached says where it ended', async () => {
    await using gateway = await startApi({ answers: { '*': serverError() } })
    await using closed = await closedPort()
    const { route } = asked({ baseUrl: gateway.baseUrl })
    const { only } = await lookTwice(
      { baseUrl: gateway.baseUrl },
      {
        route: { ...route, kind: 'gateway', compareDirect: true },
        directBaseUrl: `https://localhost:${closed.port}/v1`,
      },
    )
    expect(only('direct-api')).toMatchObject({ status: 'failed', code: 'tcp.refused' })
  })

  test.each(['openai', 'azure'] as const)('is not asked on a route of kind %s', async (kind) => {
    await using failing = await startApi({ answers: { '*': serverError() } })
    await using api = await startApi()
    const { route } = asked({ baseUrl: failing.baseUrl })
    await lookTwice(
      { baseUrl: failing.baseUrl },
      { route: { ...route, kind, compareDirect: true }, directBaseUrl: api.baseUrl },
    )
    expect(api.connections()).toBe(0)
  })
})
