import { describe, expect, test } from 'vitest'
import { corsOutcome, corsQuestion, readCors } from '../../src/browser/index.ts'

const ORIGIN = 'https://app.example'
const question = corsQuestion(ORIGIN, 'authorization')
const all = question.wanted.headers.join(', ')

test('the question is the preflight request of the Fetch standard', () => {
  expect(question.method).toBe('OPTIONS')
  expect(question.headers).toMatchObject({
    origin: ORIGIN,
    'access-control-request-method': 'POST',
  })
  const names = question.headers['access-control-request-headers'] ?? ''
  expect(names).toMatch(/^authorization,content-type,x-stainless-arch,/)
  expect(names.split(',')).toEqual(names.split(',').toSorted())
  expect(corsQuestion(ORIGIN, 'api-key').wanted.headers).not.toContain('authorization')
})

const granted = {
  'access-control-allow-origin': ORIGIN,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': all,
}

describe('what a browser makes of the answer', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, number, string | undefined]>([
    ['all granted', granted, 204, undefined],
    ['any origin', { ...granted, 'access-control-allow-origin': '*' }, 200, undefined],
    [
      'POST needs no permission',
      { ...granted, 'access-control-allow-methods': 'GET' },
      200,
      undefined,
    ],
    [
      'names in any case',
      { ...granted, 'access-control-allow-headers': all.toUpperCase() },
      200,
      undefined,
    ],
    [
      'the wildcard and the one name it does not cover',
      { ...granted, 'access-control-allow-headers': '*, Authorization' },
      200,
      undefined,
    ],
    [
      'the wildcard alone',
      { ...granted, 'access-control-allow-headers': '*' },
      200,
      'lacks authorization.',
    ],
    ['no permission', {}, 200, 'no access-control-allow-origin'],
    [
      'another origin',
      { ...granted, 'access-control-allow-origin': 'https://b.example' },
      200,
      'another origin',
    ],
    [
      'the origin in another case',
      { ...granted, 'access-control-allow-origin': 'https://APP.example' },
      200,
      'another origin',
    ],
    [
      'two origins',
      { ...granted, 'access-control-allow-origin': `${ORIGIN}, *` },
      200,
      'another origin',
    ],
    ['a redirect', granted, 301, 'answered with 301'],
    ['a refusal', granted, 401, 'answered with 401'],
    [
      'a header missing',
      { ...granted, 'access-control-allow-headers': 'authorization' },
      200,
      'lacks content-type',
    ],
    [
      'no headers',
      { 'access-control-allow-origin': '*' },
      200,
      'access-control-allow-headers lacks',
    ],
  ])('%s', (_, headers, status, because) => {
    const facts = readCors(
      { ...headers, server: 'x', vary: 'Origin' },
      status,
      ORIGIN,
      question.wanted,
    )
    expect(facts.allowed).toBe(because === undefined)
    expect(facts.because ?? '').toContain(because ?? '')
    expect(facts.headers).not.toHaveProperty('server')
    expect(corsOutcome(facts)).toMatchObject(
      because === undefined
        ? { status: 'ok' }
        : { status: 'failed', failure: { code: 'client.cors_refused' } },
    )
  })

  test('a method outside the safe list needs permission', () => {
    const wanted = { method: 'PUT', headers: [] }
    expect(readCors(granted, 200, ORIGIN, wanted).because).toContain('lacks PUT')
    const any = { ...granted, 'access-control-allow-methods': '*' }
    expect(readCors(any, 200, ORIGIN, wanted).allowed).toBe(true)
  })
})
