import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AnyObservation, ConnectFacts } from '../../src/model/index.ts'
import { askOtherClients, lookTwice, lookWhileSilent } from '../../src/run/second-round.ts'
import { address, failed, ok } from '../rules/evidence-builder.ts'
import { planOf, probingOf, routeRunOf } from './one-route.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('an attempt is silent, so that its witnesses are asked', () => {
  /** When it was first looked at, in milliseconds of the attempt. */
  const firstLook = (timeoutMs: number, { crowded = false, endedMs = Infinity } = {}) => {
    vi.useFakeTimers()
    let nowMs = 500
    let first: number | undefined
    const probing = probingOf(routeRunOf(), [])
    const { world } = probing
    const network = { ...world.network, clock: () => nowMs }
    const foresee = (): readonly AnyObservation[] => {
      first ??= nowMs - 500
      return []
    }
    const round = lookWhileSilent(
      { ...probing, world: { ...world, network, crowded } },
      1,
      { foresee },
      timeoutMs,
    )
    for (let ms = 0; ms < timeoutMs; ms += 50) {
      if (ms >= endedMs) round.attemptEnded()
      nowMs += 50
      vi.advanceTimersByTime(50)
    }
    round.attemptEnded()
    return first
  }

  // A witness needs 1950 ms of the 1.2 that both may take, and two looks.
  test.each([
    [10_000, 4000],
    [5000, 2000],
    [3000, 1200],
    [2400, 850],
    [2200, 600],
    [2000, 350],
    [1000, 200],
  ])('of %i ms after %i ms', (timeoutMs, expected) => {
    expect(firstLook(timeoutMs)).toBe(expected)
  })

  test('never in a crowd, and never once it has ended', () => {
    expect(firstLook(3000, { crowded: true })).toBeUndefined()
    expect(firstLook(3000, { endedMs: 1000 })).toBeUndefined()
  })

  test('and says nothing where it had nothing to say', async () => {
    const round = lookWhileSilent(probingOf(routeRunOf(), []), 1, { foresee: () => [] }, 1000)
    expect(await round.end('tcp')).toEqual([])
  })
})

describe('the second round', () => {
  const HERE = '127.0.0.1'
  const attempt = { address: HERE, family: 4, port: 9, status: 'abandoned', elapsedMs: 1 } as const
  const facts: ConnectFacts = { host: HERE, port: 9, attempts: [attempt], of: 'target' }
  const chain = [
    ok('lookup', {
      host: HERE,
      resolver: 'literal',
      addresses: [address(HERE, 'loopback')],
      of: 'target',
    }),
    failed('connect', 'tcp.refused', facts),
  ]
  const routeRun = routeRunOf({ baseUrl: `http://${HERE}:9/v1`, timeoutMs: 500 })
  const asked = async (early?: readonly AnyObservation[]) => {
    const probing = probingOf(routeRun, chain)
    const failedAt: unknown[] = []
    await lookTwice(
      probing,
      1,
      0,
      early && {
        attemptEnded: () => {},
        end: (rung) => {
          failedAt.push(rung)
          return Promise.resolve(early)
        },
      },
    )
    return { seen: probing.observations.slice(chain.length), failedAt }
  }

  test('asks what can explain the failure', async () => {
    const { seen } = await asked()
    const addresses = seen.find(({ probe }) => probe === 'addresses')
    // Longer only where a connection stood: 1.2 of the 500 ms of an attempt, of which none is spent.
    expect(addresses?.outcome).toMatchObject({ status: 'ok', facts: { timeoutMs: 600 } })
  })

  test('asks nothing twice that was asked while the attempt was silent', async () => {
    const early = (await asked()).seen
    const { seen, failedAt } = await asked(early)
    expect([seen, failedAt]).toEqual([early, ['tcp']])
  })
})

test('other clients are asked after a pass only where nobody chose one', async () => {
  const attempts: number[] = []
  const ask = async (clients: { readonly chosen: boolean } | undefined) => {
    const paths = [planOf()]
    const run = routeRunOf({}, clients && { clients: { paths, known: true, ...clients } })
    const probing = probingOf(run, [])
    const record = (attempt: number) => {
      attempts.push(attempt)
      return probing.record(attempt)
    }
    await askOtherClients({ ...probing, record }, 3)
  }
  await ask(undefined)
  await ask({ chosen: true })
  expect(attempts).toEqual([])
  await ask({ chosen: false })
  expect(attempts).toEqual([3])
})
