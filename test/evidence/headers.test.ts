import { describe, expect, test } from 'vitest'
import { headersOfInterest } from '../../src/evidence/headers.ts'

const SECRET = ['session', 'value'].join('-')

describe('headers that leave the probe', () => {
  test.each<[string, string, string]>([
    ['X-Request-ID', 'req_1', 'req_1'],
    ['CF-Ray', '8f-FRA', '8f-FRA'],
    ['x-ratelimit-limit-tokens', '30000', '30000'],
    ['x-ms-error-code', 'DeploymentNotFound', 'DeploymentNotFound'],
    ['Proxy-Authenticate', 'Basic realm="x"', 'Basic realm="x"'],
    ['server', 'cloudflare', 'cloudflare'],
  ])('%s is one of them', (name, value, shown) => {
    expect(headersOfInterest([[name, value]])).toEqual({ [name.toLowerCase()]: shown })
  })

  test.each([
    'authorization',
    'proxy-authorization',
    'cookie',
    'x-api-key',
    'api-key',
    'x-internal-token',
    'etag',
    '__proto__',
  ])('%s is none of them', (name) => {
    expect(headersOfInterest([[name, SECRET]])).toEqual({})
  })

  test.each(['openai-organization', 'openai-project'])(
    '%s is there, its account is not',
    (name) => {
      expect(headersOfInterest([[name, 'org-acme']])).toEqual({ [name]: 'present' })
    },
  )

  test('cookies have names and no values', () => {
    const cookies = [`__cf_bm=${SECRET}; path=/`, `sid=${SECRET}`]
    expect(headersOfInterest([['set-cookie', cookies]])).toEqual({ 'set-cookie': '__cf_bm, sid' })
    expect(headersOfInterest([['Set-Cookie', `one=${SECRET}`]])).toEqual({ 'set-cookie': 'one' })
  })

  test('a location keeps neither query nor fragment', () => {
    const location = `https://portal.example/login?ticket=${SECRET}#${SECRET}`
    expect(headersOfInterest([['location', location]])).toEqual({
      location: 'https://portal.example/login',
    })
  })

  test('values are one line of 200 printable characters', () => {
    const value = `a\r\n::error::\u202eb${'c'.repeat(500)}`
    const { via = '' } = headersOfInterest([['via', value]])
    expect(via).toMatch(/^a\?\?::error::\?b/)
    expect(via).toHaveLength(200)
  })

  test('the first of a repeated header counts, a list is joined, nothing is nothing', () => {
    expect(
      headersOfInterest([
        ['via', 'one'],
        ['Via', 'two'],
      ]),
    ).toEqual({ via: 'one' })
    expect(headersOfInterest([['via', ['one', 'two']]])).toEqual({ via: 'one, two' })
    expect(headersOfInterest([['via', undefined]])).toEqual({})
  })

  test('there are at most 64', () => {
    const many = Array.from({ length: 300 }, (_, at): [string, string] => [`x-ms-${at}`, 'x'])
    expect(Object.keys(headersOfInterest(many))).toHaveLength(64)
  })
})
