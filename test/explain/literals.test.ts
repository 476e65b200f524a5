import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodiesIn, innermost } from '../../src/explain/bodies.ts'
import { parseLiteral } from '../../src/explain/literals.ts'

describe('values printed into a log', () => {
  test.each([
    ['JSON', '{"error": {"code": null, "n": 3}}', { error: { code: null, n: 3 } }],
    [
      'a Python dict',
      "{'error': {'message': \"it's\", 'param': None, 'ok': True}}",
      { error: { message: "it's", param: null, ok: true } },
    ],
    [
      'an inspected object',
      "{\n  status: 401,\n  headers: Headers { server: 'x' },\n  [cause]: undefined\n}",
      { status: 401, headers: { server: 'x' }, cause: null },
    ],
    ['a string in two parts', "{ message: 'one ' +\n 'two' }", { message: 'one two' }],
    [
      'a text that is cut off',
      '{"error": {"message": "Rate lim',
      { error: { message: 'Rate lim' } },
    ],
    ['escapes', '{"a": "\\u0041\\n\\"x\\""}', { a: 'A\n"x"' }],
  ])('%s is read', (_, text, value) => {
    expect(parseLiteral(text, 0)?.value).toEqual(value)
  })

  test('any JSON value is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: fc.constantFrom(...'abcde_'.split('')), minLength: 1 }),
          fc.jsonValue({ maxDepth: 3 }),
        ),
        (value) => {
          const plain: unknown = JSON.parse(JSON.stringify(value))
          expect(parseLiteral(JSON.stringify(value), 0)?.value).toEqual(plain)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('no text makes it throw or run on', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'{}[]()\'"`:,\\abTN1- \n'.split('')),
          maxLength: 400,
        }),
        (text) => {
          for (let at = 0; at < text.length; at += 7) parseLiteral(text, at)
        },
      ),
    )
    expect(() => bodiesIn("{'error': ".repeat(20_000))).not.toThrow()
  })
})

describe('bodies', () => {
  test('an error object of the program is no body', () => {
    expect(bodiesIn("{ code: 'ECONNREFUSED', message: 'connect', syscall: 'connect' }")).toEqual([])
  })

  test('the body that a gateway quotes is found inside its message', () => {
    const text = `{"error": {"message": "litellm.RateLimitError: Error code: 429 - {'error': {'message': 'no', 'type': 'insufficient_quota', 'code': 'x'}}", "type": "None", "code": "429"}}`
    const [body] = bodiesIn(text)
    expect(body?.value === undefined ? undefined : innermost(body.value)).toEqual({
      error: { message: 'no', type: 'insufficient_quota', code: 'x' },
    })
  })

  test('a body whose quotes were escaped once more is read', () => {
    const [body] = bodiesIn(
      String.raw`msg="{\"error\": {\"message\": \"no\", \"code\": \"invalid_api_key\"}}" next`,
    )
    expect(body?.value).toEqual({ error: { message: 'no', code: 'invalid_api_key' } })
  })
})
