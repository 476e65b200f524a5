import { expect, test } from 'vitest'
import { startBlackhole } from '../lab/blackhole.ts'
import { closedPort } from '../loopback/faults.ts'
import { always, lookTwice } from './scene.ts'

test('an address that Node gave 250 ms and that needs a second is told from an unreachable one', async () => {
  await using slow = await startBlackhole('127.0.0.2')
  const sending = {
    baseUrl: `https://two.lab.test:${slow.port}/v1`,
    resolve: always('127.0.0.2', '127.0.0.1'),
  }
  // The kernel repeats a SYN after a second: that one is answered.
  const { first, only } = await lookTwice(sending, { timeoutMs: 4000 }, () => {
    setTimeout(slow.open, 300)
  })
  const connect = first.find(({ probe }) => probe === 'connect')
  expect(connect?.outcome).toMatchObject({
    status: 'failed',
    facts: {
      attempts: [
        { address: '127.0.0.2', status: 'abandoned' },
        { address: '127.0.0.1', status: 'failed', code: 'tcp.refused' },
      ],
    },
  })
  const { status, rung, facts } = only('addresses')
  expect({ status, rung }).toEqual({ status: 'ok', rung: 'tcp' })
  // The one that had refused is not asked again.
  expect(facts).toEqual({
    timeoutMs: 4000,
    attempts: [
      {
        address: '127.0.0.2',
        family: 4,
        port: slow.port,
        status: 'ok',
        elapsedMs: expect.toSatisfy((ms: number) => ms > 250 && ms < 4000),
      },
    ],
  })
})

test('an address whose turn never came is asked by itself, and the silent one is not asked again', async () => {
  await using silent = await startBlackhole('127.0.0.2')
  const { only } = await lookTwice({
    baseUrl: `https://two.lab.test:${silent.port}/v1`,
    resolve: always('127.0.0.2', '127.0.0.1'),
    // curl and Python: one after the other.
    addressTimeoutMs: 0,
    timeoutMs: 600,
  })
  expect(only('addresses').facts.attempts).toEqual([
    expect.objectContaining({
      address: '127.0.0.1',
      status: 'failed',
      code: 'tcp.refused',
      errno: 'ECONNREFUSED',
    }),
  ])
})

test('an address that stays silent ends with the time of the round', async () => {
  await using silent = await startBlackhole('127.0.0.2')
  const { only } = await lookTwice(
    {
      baseUrl: `https://two.lab.test:${silent.port}/v1`,
      resolve: always('127.0.0.2', '127.0.0.1'),
    },
    { timeoutMs: 700 },
  )
  expect(only('addresses').facts.attempts).toEqual([
    expect.objectContaining({ address: '127.0.0.2', status: 'failed', code: 'tcp.timed_out' }),
  ])
})

test('nothing is asked again when every address has spoken', async () => {
  await using closed = await closedPort()
  const { second } = await lookTwice({
    baseUrl: `https://one.lab.test:${closed.port}/v1`,
    resolve: always('127.0.0.1'),
  })
  expect(second.map(({ probe }) => probe)).not.toContain('addresses')
})

test('eight of the addresses that were not heard are asked, and no more', async () => {
  await using silent = await startBlackhole('127.0.0.2')
  const others = Array.from({ length: 10 }, (_, at) => `127.0.0.${String(at + 3)}`)
  const { only } = await lookTwice({
    baseUrl: `https://many.lab.test:${silent.port}/v1`,
    resolve: always('127.0.0.2', ...others),
    addressTimeoutMs: 0,
    timeoutMs: 600,
  })
  const asked: unknown = only('addresses').facts.attempts
  const addresses: unknown[] = Array.isArray(asked) ? asked.map(({ address }) => address) : []
  expect(new Set(addresses)).toEqual(new Set(others.slice(0, 8)))
})
