import { describe, expect, test } from 'vitest'
import { durationMs, limitsOf, retryAfterMs } from '../../src/evidence/limits.ts'

describe('durations as rate-limit headers spell them', () => {
  test.each([
    ['12ms', 12],
    ['1s', 1000],
    ['6m0s', 360_000],
    ['1h2m3.5s', 3_723_500],
    ['1d', 86_400_000],
    ['7.66s', 7660],
    ['0.4ms', 0],
    ['60', 60_000],
    ['0', 0],
    ['1.25', 1250],
    [' 2s ', 2000],
  ])('%s is %i ms', (text, ms) => {
    expect(durationMs(text)).toBe(ms)
  })

  test.each([
    '',
    'soon',
    '-1s',
    '1 s',
    '1s2',
    's',
    '1e3',
    '1w',
    '1.s',
    '9'.repeat(10),
    '1s'.repeat(6),
    'NaN',
  ])('"%s" is none', (text) => {
    expect(durationMs(text)).toBeUndefined()
  })
})

describe('when to come back', () => {
  const NOW = Date.parse('2026-11-22T18:00:00Z')

  test.each<[string, Record<string, string>, number | undefined]>([
    ['milliseconds before seconds', { 'retry-after-ms': '150', 'retry-after': '9' }, 150],
    ['fractions of a millisecond', { 'retry-after-ms': '20.6' }, 21],
    ['seconds', { 'retry-after': '20' }, 20_000],
    ['fractions of a second', { 'retry-after': '0.5' }, 500],
    ['nothing to wait for', { 'retry-after': '0' }, 0],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 18:00:30 GMT' }, 30_000],
    ['a date that is past', { 'retry-after': 'Sun, 22 Nov 2026 17:00:00 GMT' }, 0],
    [
      'seconds where the milliseconds are no number',
      { 'retry-after-ms': 'x', 'retry-after': '1' },
      1000,
    ],
    ['words', { 'retry-after': 'later' }, undefined],
    ['no header', {}, undefined],
  ])('%s', (_, headers, ms) => {
    expect(retryAfterMs(headers, NOW)).toBe(ms)
  })
})

describe('headroom', () => {
  test('has each number that was sent, and no other', () => {
    const headers = {
      'x-ratelimit-limit-requests': '500',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': '120ms',
      'x-ratelimit-remaining-tokens': '29000',
      'retry-after': '3',
    }
    expect(limitsOf(headers, 0)).toEqual({
      requests: { limit: 500, remaining: 0, resetMs: 120 },
      tokens: { remaining: 29_000 },
      retryAfterMs: 3000,
    })
  })

  test.each<[string, Record<string, string>]>([
    ['no header at all', {}],
    ['a number that Azure does not count', { 'x-ratelimit-remaining-requests': '-1' }],
    [
      'text instead of numbers',
      { 'x-ratelimit-limit-tokens': 'many', 'x-ratelimit-reset-tokens': '?' },
    ],
    ['limits of something else', { 'x-ratelimit-limit-images': '5' }],
  ])('%s says nothing', (_, headers) => {
    expect(limitsOf(headers, 0)).toBeUndefined()
  })

  test('the other spelling of the reset is read', () => {
    expect(limitsOf({ 'x-rate-limit-reset-tokens': '1s' }, 0)).toEqual({
      tokens: { resetMs: 1000 },
    })
  })
})
