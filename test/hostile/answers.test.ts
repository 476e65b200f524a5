import { describe, expect, test } from 'vitest'
import type { AnyObservation } from '../../src/model/index.ts'
import { MOST_BODY_BYTES } from '../../src/model/index.ts'
import { firstFailure, send } from '../wire/send.ts'
import {
  CONTINUATION,
  HOSTILE_ANSWERS,
  HTTP2_FLOODS,
  OPEN_BODY,
  OPEN_HEADERS,
  endlessAlerts,
  endlessHandshake,
  floodingHttp2,
  frame,
  renegotiating,
} from './servers.ts'

const TIMEOUT_MS = 800
/** A loaded machine is slow; the contract allows 2 s. */
const SLACK_MS = 2000
/** What the two kernels and the two TLS layers of loopback may hold between the peers. */
const SOCKET_BUFFERS = 8 * 1024 * 1024

async function timed(port: number, more: Partial<Parameters<typeof send>[0]> = {}) {
  const started = performance.now()
  const seen = await send({
    baseUrl: `https://localhost:${port}/v1`,
    timeoutMs: TIMEOUT_MS,
    ...more,
  })
  return { seen, elapsedMs: performance.now() - started }
}

function bodyBytes(seen: readonly AnyObservation[]): number {
  return Math.max(
    0,
    ...seen.map((one) =>
      one.probe === 'response' && one.outcome.status !== 'skipped'
        ? (one.outcome.facts?.body?.bytes ?? 0)
        : 0,
    ),
  )
}

describe('a hostile answer ends in time, is read up to 64 KiB, and is noted once', () => {
  test.for(HOSTILE_ANSWERS)('$name', async ({ start, expected }) => {
    await using server = await start()
    const { seen, elapsedMs } = await timed(server.port)
    expect(firstFailure(seen)).toMatch(expected)
    expect(elapsedMs).toBeLessThan(TIMEOUT_MS + SLACK_MS)
    expect(bodyBytes(seen)).toBeLessThanOrEqual(MOST_BODY_BYTES)
    expect(server.taken()).toBeLessThan(SOCKET_BUFFERS)
    expect(seen.filter(({ probe }) => probe === 'response')).toHaveLength(1)
  })
})

describe('a hostile handshake ends in time', () => {
  test('one byte at a time', async () => {
    await using server = await endlessHandshake()
    const { seen, elapsedMs } = await timed(server.port)
    expect(firstFailure(seen)).toMatch(/^tls handshake tls\./)
    expect(elapsedMs).toBeLessThan(TIMEOUT_MS + SLACK_MS)
  })

  test('warning alerts without end', async () => {
    await using server = await endlessAlerts()
    const { seen, elapsedMs } = await timed(server.port)
    expect(firstFailure(seen)).toMatch(/^tls handshake tls\./)
    expect(elapsedMs).toBeLessThan(TIMEOUT_MS + SLACK_MS)
  })

  test('renegotiation without end', async () => {
    await using server = await renegotiating()
    const { seen, elapsedMs } = await timed(server.port)
    expect(firstFailure(seen)).toMatch(/^http response /)
    expect(elapsedMs).toBeLessThan(TIMEOUT_MS + SLACK_MS)
  })
})

describe('a flood of HTTP/2 frames ends in time', () => {
  const bodies = Object.entries(HTTP2_FLOODS).flatMap(([name, flood]) => [
    { name: `${name} before the response`, begin: Buffer.alloc(0), flood },
    { name: `${name} in the body`, begin: OPEN_BODY, flood },
  ])
  const floods = [
    ...bodies,
    { name: 'continuations', begin: OPEN_HEADERS, flood: CONTINUATION },
    {
      name: 'a body without end',
      begin: OPEN_BODY,
      flood: () => frame(0, 0, 1, Buffer.alloc(16_384, 32)),
    },
  ]
  test.for(floods)('$name', async ({ begin, flood }) => {
    await using server = await floodingHttp2(begin, flood)
    const { seen, elapsedMs } = await timed(server.port, { httpVersion: '2' })
    expect(elapsedMs).toBeLessThan(TIMEOUT_MS + SLACK_MS)
    expect(firstFailure(seen)).toMatch(/^(http response|answer answer) http\./)
    expect(bodyBytes(seen)).toBeLessThanOrEqual(MOST_BODY_BYTES)
    expect(server.taken()).toBeLessThan(4 * SOCKET_BUFFERS)
  })
})
