import { describe, expect, test } from 'vitest'
import { bodiesIn } from '../../src/explain/bodies.ts'
import { explain } from '../../src/explain/index.ts'
import { parseLiteral } from '../../src/explain/literals.ts'
import { recordOf } from '../../src/explain/records.ts'

/** Each test meets one limit of docs/limits.md: the last value that fits, and the first that does not. */

const BODY = '{"error":{"message":"no","type":"invalid_request_error","code":"invalid_api_key"}}'

test('an error body behind more than 64 other braces of a line is none', () => {
  expect(bodiesIn(`${'{"a":1} '.repeat(63)}${BODY}`)).toHaveLength(1)
  expect(bodiesIn(`${'{"a":1} '.repeat(64)}${BODY}`)).toHaveLength(0)
})

test('a page is judged by its first 16 KiB', () => {
  const [body] = bodiesIn(`<html>${'x'.repeat(20_000)}</html>`)
  expect(body?.text).toHaveLength(16 * 1024)
})

test('of a list 2,000 values are read', () => {
  const parsed = parseLiteral(`[${'1,'.repeat(3000)}1]`, 0)
  expect(Array.isArray(parsed?.value) ? parsed.value.length : 0).toBe(1999)
})

test.each([
  ['an object of twelve levels is one', `${'{"a":'.repeat(12)}1${'}'.repeat(12)}`, true],
  ['one of thirteen is text', `${'{"a":'.repeat(13)}1${'}'.repeat(13)}`, false],
])('%s', (_title, text, isOne) => {
  expect(parseLiteral(text, 0) !== undefined).toBe(isOne)
})

test('a record of a logger has at most 200 lines, and objects of six levels', () => {
  const record = (more: Record<string, unknown>) =>
    recordOf(JSON.stringify({ level: 'error', time: '2026-11-20T08:00:00Z', ...more })) ?? []
  expect(record({ msg: 'line\n'.repeat(300) })).toHaveLength(200)
  const nested = (levels: number): unknown =>
    levels === 0 ? { cause: 'connect ECONNREFUSED' } : { in: nested(levels - 1) }
  const texts = (levels: number) => JSON.stringify(record({ err: nested(levels) }))
  expect(texts(5)).toContain('ECONNREFUSED')
  expect(texts(6)).not.toContain('ECONNREFUSED')
})

describe('lines of one failure', () => {
  const WRAPPER = 'openai.APIConnectionError: Connection error.'
  const CAUSE = 'Caused by: getaddrinfo ENOTFOUND api.openai.com'
  const DENIED = 'dns.name_not_resolved'
  const UNKNOWN = 'path.no_response'
  const times = (count: number, line: string): readonly string[] =>
    Array.from({ length: count }, () => line)
  /** The codes of what went wrong, in the order of the log. */
  const codesOf = async (...lines: readonly string[]): Promise<readonly string[]> =>
    (await explain([Buffer.from(lines.join('\n'))])).incidents.map(({ code }) => code)

  test('are 400 at most, and what follows is reported by itself', async () => {
    const more = '  [cause]: TypeError: fetch failed'
    expect(await codesOf(WRAPPER, ...times(398, more), CAUSE)).toEqual([DENIED])
    expect(await codesOf(WRAPPER, ...times(399, more), CAUSE)).toEqual([UNKNOWN, DENIED])
  })

  test('are 128 KiB at most, and what follows is reported by itself', async () => {
    const more = `  openai client error ${'x'.repeat(10_000)}`
    expect(await codesOf(WRAPPER, ...times(12, more), CAUSE)).toEqual([DENIED])
    expect(await codesOf(WRAPPER, ...times(14, more), CAUSE)).toEqual([UNKNOWN, DENIED])
  })

  test('have less than thirty others between them', async () => {
    const apart = (count: number): readonly string[] =>
      times(count, 'plain').with(15, 'openai client error')
    const thrown = 'Error: getaddrinfo ENOTFOUND api.openai.com'
    expect(await codesOf(WRAPPER, ...apart(29), thrown)).toEqual([DENIED])
    expect(await codesOf(WRAPPER, ...apart(30), thrown)).toEqual([UNKNOWN, DENIED])
  })

  test('of 256 containers are kept apart, and of more each is told', async () => {
    const JOINER = 'The above exception was the direct cause of the following exception:'
    const found = async (count: number) => {
      const services = Array.from({ length: count }, (_, at) => `svc-${at}  | `)
      const lines = [
        ...services.flatMap((name) => [`${name}${CAUSE}`, `${name}${JOINER}`]),
        ...services.map((name) => `${name}${WRAPPER}`),
      ]
      const { incidents } = await explain([Buffer.from(lines.join('\n'))])
      return incidents.map(({ code, count: seen }) => [code, seen])
    }
    expect(await found(256)).toEqual([[DENIED, 256]])
    expect(await found(300)).toEqual([
      [DENIED, 300],
      [UNKNOWN, 300],
    ])
  })

  test('of a transport and of the SDK around it are three apart at most', async () => {
    const apart = (count: number) =>
      codesOf(
        'httpcore.ConnectError: [Errno 111] Connection refused',
        ...times(count, 'plain'),
        WRAPPER,
      )
    expect(await apart(2)).toEqual(['tcp.refused'])
    expect(await apart(3)).toEqual(['tcp.refused', UNKNOWN])
  })

  test('are put together again where a terminal of twenty columns broke them', async () => {
    const broken = (width: number) =>
      'Error: getaddrinfo ENOTFOUND api.openai.com'.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
    const host = async (width: number) =>
      (await explain([Buffer.from(broken(width).join('\n'))])).verdict.summary.split(' ')[0]
    expect(await host(20)).toBe('api.openai.com')
    expect(await host(19)).not.toBe('api.openai.com')
  })
})

test('eight matches of one pattern are read of a line', async () => {
  const found = async (before: number) =>
    (await explain([Buffer.from(`${'status: 404 '.repeat(before)} status: 401 openai`)])).verdict
      .code
  expect([await found(3), await found(20)]).toEqual(['api.not_found', 'api.not_found'])
})

test('calls that were answered are looked at four hundred times, and no more is never less than a failure', async () => {
  const answered = (count: number): string =>
    'httpx: HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 200 OK"\n'.repeat(
      count,
    )
  const failed = 'openai.AuthenticationError: Error code: 401\n'
  const told = async (text: string) => (await explain([Buffer.from(text)])).verdict
  const after = (count: number) =>
    told(`${answered(count)}${'plain\n'.repeat(80)}${failed}${'plain\n'.repeat(80)}${answered(1)}`)
  expect((await after(399)).summary).toContain('A later call was answered (line 561)')
  const { summary, owner } = await after(400)
  expect(owner).toBe('auth')
  expect(summary).not.toContain('A later call was answered')
})
