import { describe, expect, test } from 'vitest'
import { duration, parseDuration } from '../../src/settings/durations.ts'
import { nearest } from '../../src/knowledge/distance.ts'
import { show } from '../../src/settings/problem.ts'
import { parsePathChecks } from '../../src/settings/path-checks.ts'
import { parseBoolean, parseCount, parseOrigin, parseOwners } from '../../src/settings/values.ts'
import { KEY } from './source.ts'

const range = { minMs: 0, maxMs: 3_600_000 }

test.each([
  ['idle', 'gives idle no time', 'for example idle=60s'],
  ['idle=60000', 'has no unit, and a plain number is seconds', 'Write 1m if milliseconds'],
  ['idle=2h', 'is not from 1s to 1h', 'Write a duration from 1s to 1h'],
  ['body=40MB', 'gives body no size from 1KB to 20MB', 'for example body=200KB'],
])('the path check %s is refused in its own words', (text, wrong, fix) => {
  const read = parsePathChecks(`stream, ${text}`)
  expect(read).toMatchObject({ wrong, fix: expect.stringContaining(fix) })
})

describe('durations', () => {
  test.each([
    ['10s', 10_000],
    ['500ms', 500],
    ['2m', 120_000],
    ['1h', 3_600_000],
    ['1m30s', 90_000],
    ['1.5s', 1500],
    ['7', 7000],
    [' 10 S ', 10_000],
    ['0', 0],
  ])('%s is %i ms', (text, ms) => {
    expect(parseDuration(text, range)).toEqual({ value: ms })
  })

  test.each(['', 'soon', '-1s', '10 parsecs', '10s20', '1e3', 'NaN', 'Infinity', '٣s'])(
    '"%s" is refused',
    (text) => {
      expect(parseDuration(text, range)).toMatchObject({ wrong: 'is not a duration' })
    },
  )

  test('bounds are said as a person would write them', () => {
    expect(parseDuration('2h', range)).toEqual({
      wrong: 'is not from 0s to 1h',
      fix: 'Write a duration from 0s to 1h, for example 500ms, 10s or 2m.',
    })
    expect([duration(90_000), duration(120_000), duration(250)]).toEqual(['90s', '2m', '250ms'])
  })
})

describe('fail-on', () => {
  test.each([
    ['route, auth', ['route', 'auth']],
    ['route auth\nrate-limit', ['route', 'auth', 'rate-limit']],
    ['Quota,quota', ['quota']],
    ['none', []],
    ['', []],
  ])('%j is %j', (text, gates) => {
    expect(parseOwners(text)).toEqual({ value: gates })
  })

  test('a word that is neither owner nor branch gets the nearest one', () => {
    expect(parseOwners('route, atuh')).toMatchObject({ fix: 'Write auth instead.' })
  })

  test('none beside other words contradicts itself', () => {
    expect(parseOwners('none, route')).toHaveProperty('wrong')
  })
})

test.each([
  ['true', true],
  ['FALSE', false],
  ['yes', true],
  ['0', false],
])('the boolean %s', (text, value) => {
  expect(parseBoolean(text)).toEqual({ value })
})

test.each(['', 'maybe', '2'])('%j is no boolean', (text) => {
  expect(parseBoolean(text)).toHaveProperty('wrong')
})

test.each(['0', '1.5', '-1', '1e2', '101', ''])('%j is no count of attempts', (text) => {
  expect(parseCount(text, { min: 1, max: 100 })).toHaveProperty('wrong')
})

test.each([
  ['https://app.example.com', 'https://app.example.com'],
  ['https://APP.example.com/', 'https://app.example.com'],
  ['http://localhost:3000', 'http://localhost:3000'],
])('%s is an origin', (text, value) => {
  expect(parseOrigin(text)).toEqual({ value })
})

test.each([
  'app.example.com',
  'https://a.example/x',
  'https://u:p@a.example',
  '*',
  'null',
  'ftp://a',
])('%s is no origin', (text) => {
  expect(parseOrigin(text)).toHaveProperty('wrong')
})

test.each([
  ['base_url', 'base-url'],
  ['modle', 'model'],
  ['MODEL', 'model'],
  ['xyzzy', undefined],
  ['', undefined],
])('the setting nearest to "%s" is %s', (word, name) => {
  expect(nearest(word, ['base-url', 'model', 'timeout'])).toBe(name)
})

test('a value is shown on one line, cut, and never when it looks like a key', () => {
  expect(show('a\n::error::b\u202e')).toBe(String.raw`"a\n::error::b�"`)
  expect(show('route,\r\n\tatuh')).toBe(String.raw`"route,\n\tatuh"`)
  expect(show('y'.repeat(100))).toBe(`"${'y'.repeat(60)}…"`)
  expect(show(KEY)).toBe(`a value of ${KEY.length} characters that looks like a key`)
  expect(show(`x?key=${KEY}`)).not.toContain(KEY)
})
