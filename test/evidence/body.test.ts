import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeBody } from '../../src/evidence/body.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const describeText = (text: string, contentType = '', truncated = false) =>
  describeBody(encode(text), { contentType, truncated, complete: true })

describe('the shape of a body is what its bytes are, not what its header says', () => {
  test.each([
    ['nothing', '', 'application/json', 'empty'],
    ['white space', ' \r\n\t', 'application/json', 'empty'],
    ['JSON as text', '{"object":"list","data":[]}', 'text/plain', 'json'],
    ['JSON behind a byte order mark', '\uFEFF{"object":"list"}', '', 'json'],
    ['a page as JSON', '<!DOCTYPE html><html></html>', 'application/json', 'html'],
    ['a page without doctype', '<HTML><HEAD></HEAD>', '', 'html'],
    ['a fragment that is announced as a page', '<b>no</b>', 'text/html', 'html'],
    ['a text', 'upstream request timeout', 'text/plain', 'text'],
    ['JSON that breaks off', '{"object":"list","da', 'application/json', 'text'],
    ['bytes', '\u0000\u0001\u0002', 'application/json', 'binary'],
  ])('%s', (_title, text, contentType, shape) => {
    expect(describeText(text, contentType).shape).toBe(shape)
  })

  test.each([
    ['quotes that nobody escaped', '{"error":{"code":"x","message":"Something "went" wrong"}}'],
    ['a comma too many', '{"error":{"message":"no","code":"x",},}'],
    ['a line break in a string', '{"error":{"message":"two\nlines","code":"x"}}'],
    ['an end that is cut off', '{"error":{"code":"x","message":"You exceeded your'],
    ['a word that is no value', '{"error":{"code":"x","retry":NaN}}'],
    ['an object behind its end', '{"error":{"message":"no","code":"x"}}{"error":{"code":"y"}}'],
    ['the quotes of Python', "{'error': {'message': \"it's\", 'code': 'x'}}"],
    ['words before it', 'upstream error: {"error":{"code":"x"}}'],
    ['an event of a stream', 'data: {"error":{"code":"x"}}\n\ndata: [DONE]'],
  ])('the error object is read from broken JSON: %s', (_title, text) => {
    expect(describeText(text, 'application/json')).toMatchObject({
      shape: 'text',
      errorShape: 'openai',
      error: { code: 'x' },
      keys: ['error'],
    })
  })

  test('a text that only quotes JSON far behind its start has no error object', () => {
    const body = describeText(`${'words '.repeat(60)}{"error":{"code":"x"}}`)
    expect(body.errorShape).toBeUndefined()
    expect(describeText('{"__proto__":{"error":{"code":"x"}},').errorShape).toBeUndefined()
  })

  test('a page in UTF-16 is read as one', () => {
    const bytes = Buffer.from('\uFEFF<html><h1>Web Page Blocked</h1>', 'utf16le')
    const body = describeBody(bytes, { contentType: 'text/html', truncated: false, complete: true })
    expect(body.shape).toBe('html')
    expect(body.marks).toContain('block.palo_alto')
  })

  test('a list that is longer than what is read is still a list', () => {
    const long = `{"object":"list","data":[${'{"id":"m","object":"model"},'.repeat(4000)}`
    expect(describeText(long)).toMatchObject({
      bytes: 65_536,
      truncated: true,
      shape: 'json',
      object: 'list',
      keys: ['object', 'data'],
    })
    const other = `{"data":[${'{"object":"model"},'.repeat(4000)}`
    expect(describeText(other).object).toBeUndefined()
  })
})

describe('error objects give tokens and nothing else', () => {
  test.each<[title: string, value: unknown, shape: string | undefined, error: unknown]>([
    [
      'OpenAI',
      { error: { message: 'm', type: 't', param: 'p', code: 'c' } },
      'openai',
      { type: 't', code: 'c', param: 'p', codeType: 'string' },
    ],
    [
      'a number as code',
      { error: { message: 'm', code: 404 } },
      'openai',
      { code: '404', codeType: 'number' },
    ],
    [
      'null as code',
      { error: { message: 'm', type: 't', code: null } },
      'openai',
      { type: 't', codeType: 'null' },
    ],
    ['a text', { error: 'Unauthorized' }, 'string', { codeType: 'absent' }],
    ['a list', [{ code: 2009, message: 'm' }], 'array', { code: '2009', codeType: 'number' }],
    [
      'a list inside',
      { success: false, error: [{ code: 2001, message: 'm' }] },
      'array',
      { code: '2001', codeType: 'number' },
    ],
    ['FastAPI', { detail: 'Not Found' }, 'detail', { codeType: 'absent' }],
    [
      'API Management',
      { statusCode: 401, message: 'm' },
      'bare',
      { code: '401', codeType: 'number' },
    ],
    [
      'a list of sentences beside the message, as Portkey writes it',
      { status: 'failure', message: 'Invalid config passed', errors: ['path: a', 'path: b'] },
      'bare',
      { codeType: 'absent' },
    ],
    ['null is no error', { object: 'response', error: null }, undefined, undefined],
    ['a message of a chat is no error', { role: 'assistant', message: 'm' }, undefined, undefined],
  ])('%s', (_title, value, shape, error) => {
    const body = describeText(JSON.stringify(value))
    expect(body.errorShape).toBe(shape)
    expect(body.error).toEqual(error)
  })

  test('a key that is echoed as a code does not get through', () => {
    const key = 'sk-' + 'aB3'.repeat(13)
    const hash = 'a1'.repeat(16)
    const body = describeText(
      JSON.stringify({ [key]: 1, object: key, error: { code: key, type: hash, param: 'a b' } }),
    )
    expect(JSON.stringify(body)).not.toContain(key)
    expect(body.error).toEqual({ codeType: 'string' })
  })

  test('words of an answer make no marks', () => {
    const answer = {
      object: 'response',
      output: [{ text: 'Internet Security by Zscaler, FortiGuard, Invalid URL (GET /x)' }],
    }
    expect(describeText(JSON.stringify(answer)).marks).toEqual([])
  })

  test('words of a page are not looked for in an error object', () => {
    const error = { error: { message: 'Incorrect API key provided: FortiGuard', type: 't' } }
    expect(describeText(JSON.stringify(error)).marks).toEqual(['openai.incorrect_key'])
  })
})

describe('whatever comes, it ends', () => {
  test('any bytes are described without an exception', () => {
    const info = fc.record({
      contentType: fc.string(),
      truncated: fc.boolean(),
      complete: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), info, (bytes, transfer) => {
        const body = describeBody(bytes, transfer)
        expect(body.bytes).toBe(bytes.length)
        expect(body.complete).toBe(transfer.complete)
      }),
    )
  })

  test('any JSON is described as JSON, also when it was cut', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(200), (value, cut) => {
        const text = JSON.stringify(value)
        expect(describeText(text).shape).toBe('json')
        describeText(text.slice(0, cut), 'application/json', true)
      }),
    )
  })

  test.each([
    ['deep arrays', '['.repeat(70_000)],
    ['deep and closed', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['deep objects', '{"error":'.repeat(8000)],
    ['an open string', `{"${'\\"'.repeat(32_000)}`],
    ['half-open forms', '<form action="'.repeat(5000)],
    ['half-open words', '<html>' + 'access '.repeat(9000)],
    ['half-open models', 'model '.repeat(11_000)],
    ['quotes', '"message":"'.repeat(6000)],
    ['spaces', ' '.repeat(65_000) + 'x'],
  ])('64 KiB of %s take less than half a second', (_title, text) => {
    const started = performance.now()
    describeText(text, 'text/html')
    describeText(text, 'application/json', true)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
