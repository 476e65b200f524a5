import { expect, test } from 'vitest'
import { bodiesIn } from '../../src/explain/bodies.ts'
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
