import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { limitTime } from '../../src/wire/time-limit.ts'

describe('a time limit', () => {
  test('aborts with each of its parents, for their reason, and has not run out', () => {
    for (const index of [0, 1]) {
      const parents = [new AbortController(), new AbortController()]
      const limit = limitTime(60_000, ...parents.map(({ signal }) => signal))
      parents[index]?.abort('asked to')
      expect(limit.signal.reason).toBe('asked to')
      expect(limit.ranOut()).toBe(false)
      limit.stop()
    }
  })

  test('of a parent that is over is over at once', () => {
    const limit = limitTime(60_000, AbortSignal.abort('before'))
    expect(limit.signal.reason).toBe('before')
    limit.stop()
  })

  test('leaves nothing with its parent: a thousand routes have one in common', () => {
    const parent = new AbortController().signal
    for (let route = 0; route < 1000; route += 1) limitTime(60_000, parent).stop()
    expect(getEventListeners(parent, 'abort')).toEqual([])
  })

  test('runs out after its time', async () => {
    const limit = limitTime(5, new AbortController().signal)
    await new Promise((done) => limit.signal.addEventListener('abort', done))
    expect(limit.ranOut()).toBe(true)
    limit.stop()
  })
})
