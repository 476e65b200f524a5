import { describe, expect, test } from 'vitest'
import type { AnyObservation, Route, Verdict } from '../../src/model/index.ts'
import { CANCELLED, OUT_OF_TIME } from '../../src/model/index.ts'
import { sendUntilSettled } from '../../src/run/attempts.ts'
import { createRecorder } from '../../src/wire/recorder.ts'
import { routeRunOf, verdictOf } from './one-route.ts'

const ATTEMPT_MS = 200
const BEGAN_MS = 7000

/** Attempts with a clock of their own, each of which ends with the next of these verdicts. */
async function settle(
  verdicts: readonly Partial<Verdict>[],
  route: Partial<Route> = {},
  { leftMs = 60_000, leastMs = 100, cancelAt = 0, early = false, first = 1 } = {},
) {
  let nowMs = BEGAN_MS
  let count = 0
  const controller = new AbortController()
  if (cancelAt < 0) controller.abort()
  const observations: AnyObservation[] = []
  const pauses: number[] = []
  const ended: unknown[] = []
  const sent: number[] = []
  const round = {
    attemptEnded: () => {},
    end: (failedAt: unknown) => {
      ended.push(failedAt)
      return Promise.resolve([])
    },
  }
  const clock = (): number => nowMs
  const trying: Parameters<typeof sendUntilSettled>[0] = {
    routeRun: routeRunOf(route),
    observations,
    decide: () => verdictOf(verdicts[Math.min(count, verdicts.length) - 1] ?? {}),
    remainingMs: () => BEGAN_MS + leftMs - nowMs,
    record: (attempt) => createRecorder({ route: 'default', clock, attempt: () => attempt }),
    world: {
      network: { clock },
      signal: controller.signal,
      pause: (milliseconds) => {
        pauses.push(milliseconds)
        nowMs += milliseconds
        return Promise.resolve()
      },
    },
    leastMs,
  }
  const settled = await sendUntilSettled(
    trying,
    (attempt, recorder) => {
      sent.push(attempt)
      count += 1
      recorder.skip('connect', 'here', 'a test')
      nowMs += ATTEMPT_MS
      if (count === cancelAt) controller.abort()
      return Promise.resolve(early ? round : undefined)
    },
    ...(first === 1 ? [] : [first]),
  )
  return { settled, observations, pauses, ended, sent, early: settled.early === round }
}

const FAIL = { verdict: 'fail', owner: 'api-server', retryable: true } as const
const PASS = { verdict: 'pass', owner: 'none' } as const

describe('the request is sent', () => {
  test('once where it passes, and its second round is over', async () => {
    const { settled, sent, pauses, ended } = await settle([PASS], { attempts: 3 }, { early: true })
    expect(settled).toMatchObject({ attempts: 1, spentMs: ATTEMPT_MS, because: '' })
    expect([sent, pauses, ended]).toEqual([[1], [], [undefined]])
  })

  test('once where nobody asked for more, and its second round is handed on', async () => {
    const { settled, sent, ended, early } = await settle([FAIL], {}, { early: true })
    expect(settled).toMatchObject({ attempts: 1, spentMs: ATTEMPT_MS, because: '' })
    expect([sent, ended, early]).toEqual([[1], [], true])
  })

  test('until it passes, with a pause before each further attempt', async () => {
    const { settled, sent, pauses, observations } = await settle([FAIL, FAIL, PASS], {
      attempts: 5,
    })
    expect(settled).toMatchObject({ attempts: 3, spentMs: ATTEMPT_MS, because: '' })
    expect([sent, pauses]).toEqual([
      [1, 2, 3],
      [500, 1000],
    ])
    expect(observations.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
  })

  test('as often as asked for, and then it says so; each round but the last is ended', async () => {
    const { settled, sent, ended, early } = await settle([FAIL], { attempts: 3 }, { early: true })
    expect(settled).toMatchObject({ attempts: 3, because: 'All 3 attempts ended like this.' })
    expect([sent, ended, early]).toEqual([[1, 2, 3], [undefined, undefined], true])
  })

  test('with numbers that go on where the first is not 1', async () => {
    const { settled, sent } = await settle([FAIL], { attempts: 5 }, { first: 4 })
    expect([settled.attempts, sent]).toEqual([5, [4, 5]])
  })

  test('within wait-up-to, which counts from the first attempt', async () => {
    // 200 + 500 + 200 + 1000 + 200 = 2100: the next pause of 2000 would end behind 4000.
    const { sent } = await settle([FAIL], { waitUpToMs: 4000 })
    expect(sent).toEqual([1, 2, 3])
    expect((await settle([FAIL], { waitUpToMs: 4101 })).sent).toEqual([1, 2, 3, 4])
  })
})

describe('nothing is sent, and that is said', () => {
  const skippedFor = (observations: readonly AnyObservation[]) =>
    observations.map(({ outcome }) => (outcome.status === 'skipped' ? outcome.because : ''))

  test('by a run that was cancelled', async () => {
    const { sent, observations, settled } = await settle([FAIL], { attempts: 3 }, { cancelAt: -1 })
    expect([sent, skippedFor(observations), settled.attempts]).toEqual([[], [CANCELLED], 1])
  })

  test.each([
    [99, [], [OUT_OF_TIME]],
    [100, [1], ['a test']],
  ])('with %i of 100 ms left', async (leftMs, sent, because) => {
    const seen = await settle([FAIL], {}, { leftMs })
    expect([seen.sent, skippedFor(seen.observations)]).toEqual([sent, because])
  })
})

test('who cancels during an attempt ends the run behind it, without a pause', async () => {
  const { sent, pauses, settled } = await settle([FAIL], { attempts: 5 }, { cancelAt: 2 })
  expect([sent, pauses]).toEqual([[1, 2], [500]])
  expect(settled).toMatchObject({ attempts: 2, spentMs: ATTEMPT_MS, because: '' })
})
