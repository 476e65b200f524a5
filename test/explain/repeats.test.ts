import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupLines } from '../../src/explain/blocks.ts'
import { explain } from '../../src/explain/index.ts'
import { keyOf } from '../../src/explain/repeats.ts'
import { unwrap } from '../../src/explain/unwrap.ts'
import { ALL_WORDS } from '../../src/explain/vocabulary/read-line.ts'

const RATE =
  "openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}"

/** Lines as one log has them; some are incidents by themselves, some are not. */
const KINDS: readonly ((at: string, n: number) => string)[] = [
  (at, n) => `${at} ERROR ${RATE} (request id: req_${n.toString(16).padStart(32, 'a')})`,
  (at) => `${at} ERROR connect ECONNREFUSED 162.159.140.245:443`,
  (at, n) => `${at} ERROR connect ECONNREFUSED 127.0.0.1:${n % 2 === 0 ? 5432 : 8080}`,
  (at) => `${at} ERROR openai.APIConnectionError: Connection error.`,
  (at, n) => `${at} ERROR [WinError ${n % 2 === 0 ? 10060 : 10061}] api.openai.com`,
  (at) => `${at} INFO Retrying request to /responses in 0.4 seconds`,
  (at) => `${at} INFO nothing happened`,
  (at) => `${at} INFO HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 200 OK"`,
  () => RATE,
  () => 'openai.APITimeoutError: Request timed out.',
  (at) => `{"time":"${at}","level":"error","msg":"${RATE}","job":"@"}`,
  (at) =>
    `{"time":"${at}","msg":"openai call failed","status":401,"error":{"code":"invalid_api_key"},"job":"@"}`,
  (at) => `{"time":"${at}","msg":"https://api.openai.com/v1 is asked","job":"@"}`,
  () => '    at TCPConnectWrap.afterConnect (node:net:1555:16)',
]

function log(kinds: readonly number[], mark: (n: number) => string): string {
  return kinds
    .map((kind, n) => {
      const at = `2026-11-20T08:${String(n % 60).padStart(2, '0')}:00.${String(n % 1000).padStart(3, '0')}Z`
      const line = KINDS[kind]?.(at, n) ?? ''
      return line.includes('@') ? line.replace('@', mark(n)) : `${line}${mark(n)}`
    })
    .join('\n')
}

/** Letters that make every line another one of the same length, so that each is read in full. */
function letters(n: number): string {
  return ` job-${String(n)
    .padStart(3, '0')
    .split('')
    .map((digit) => 'ghijklmnop'[Number(digit)] ?? '')
    .join('')}`
}

describe('lines that repeat', () => {
  test('are counted as if each had been read', { timeout: 60_000 }, async () => {
    const some = fc.array(fc.nat({ max: KINDS.length - 1 }), { minLength: 1, maxLength: 3 })
    const parts = fc.array(fc.tuple(some, fc.integer({ min: 1, max: 40 })), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(parts, async (given) => {
        const kinds = given.flatMap(([one, times]) =>
          Array.from({ length: times }, () => one).flat(),
        )
        const [counted, read] = await Promise.all(
          [() => letters(0), letters].map((mark) => explain([Buffer.from(log(kinds, mark))])),
        )
        const inBrief = (one: typeof counted): unknown =>
          one?.incidents.map(({ code, count, retries, first, last, requestIds }) => ({
            code,
            count,
            retries,
            first,
            last,
            ids: requestIds.length,
          }))
        expect(inBrief(counted)).toEqual(inBrief(read))
      }),
      { numRuns: 40 },
    )
  })

  test('are not taken for alone where a part of them was left out and the line before stands with them', () => {
    const blocks = groupLines(() => undefined)
    const [error, frame, cause] = [RATE, '  File "app.py"', '  status: 429'].flatMap((text) =>
      unwrap({ number: 2, bytes: Buffer.from(text) }, ALL_WORDS),
    )
    if (error === undefined || frame === undefined || cause === undefined)
      throw new Error('no line')
    blocks.add({ ...error, number: 1 })
    expect(blocks.isAlone([{ ...error, number: 1 }])).toBe(true)
    blocks.add(frame)
    blocks.add(cause)
    expect(blocks.isAlone([frame, cause])).toBe(false)
  })

  test('without a time are incidents of their own, not one of 400 lines', async () => {
    const { incidents } = await explain([Buffer.from(`${RATE}\n`.repeat(1000))])
    expect(incidents.map(({ code, count }) => ({ code, count }))).toEqual([
      { code: 'api.rate_limit_exceeded', count: 1000 },
    ])
  })

  test.each([
    ['another time', '2026-11-20T08:15:02.334Z ERROR x', '2026-11-20T09:16:12.001Z ERROR x', true],
    [
      'another id',
      'ERROR req_0123456789abcdef failed in job',
      'ERROR req_fedcba9876543210 failed in job',
      true,
    ],
    ['another status', `${'-'.repeat(48)} status 429`, `${'-'.repeat(48)} status 503`, false],
    ['another port', `${'-'.repeat(48)} 127.0.0.1:5432`, `${'-'.repeat(48)} 127.0.0.1:8080`, false],
    ['another number of Windows', `${'-'.repeat(48)} 10060`, `${'-'.repeat(48)} 10061`, false],
    ['another status without a time', 'Error: 401 no', 'Error: 429 no', false],
    ['another address', 'connect to 10.0.0.5', 'connect to 10.0.0.6', false],
    ['another word', 'ERROR refused', 'ERROR reset', false],
  ])('%s', (_, a, b, same) => {
    expect(keyOf(Buffer.from(a)) === keyOf(Buffer.from(b))).toBe(same)
  })
})
