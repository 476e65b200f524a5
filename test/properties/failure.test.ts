import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classOf, failureFrom, flatten, timedOut, type Layer } from '../../src/evidence/failure.ts'

const LAYERS = ['dns', 'tcp', 'proxy', 'tls', 'http'] as const satisfies readonly Layer[]
const layer = fc.constantFrom(...LAYERS)

/** Everything that throws when it is touched. */
const hostile = new Proxy(new Error('x'), {
  get: () => {
    throw new Error('get')
  },
  getPrototypeOf: () => {
    throw new Error('prototype')
  },
  has: () => {
    throw new Error('has')
  },
  ownKeys: () => {
    throw new Error('keys')
  },
})

function knotted(): Error {
  const one = new Error('one')
  const two = new AggregateError([one], 'two', { cause: one })
  one.cause = two
  return one
}

const codes = fc.oneof(
  fc.constantFrom(
    'ECONNREFUSED',
    'ENOTFOUND',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'UND_ERR_SOCKET',
    'HPE_X',
  ),
  fc.string(),
  fc.anything(),
)

const errors = fc
  .record({ message: fc.string(), code: codes, syscall: codes, address: codes, port: codes })
  .map(({ message, ...rest }) => Object.assign(new Error(message), rest))

const thrown = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withTypedArray: true }),
  errors,
  fc.array(errors).map((list) => new AggregateError(list)),
  fc.tuple(errors, errors).map(([outer, inner]) => Object.assign(outer, { cause: inner })),
  fc.constantFrom(knotted(), Object.create(null), () => {}, Symbol('x')),
)

describe('any thrown value', () => {
  test('becomes a failure in our own words, without throwing', () => {
    fc.assert(
      fc.property(thrown, layer, (value, where) => {
        const failure = failureFrom(value, where)
        expect(failure.code).toMatch(/^(?:dns|tcp|proxy|tls|http)\.[a-z_.]+$/)
        expect(failureFrom(value, where)).toEqual(failure)
        for (const link of flatten(value)) expect(classOf(link)).toMatch(/^\w+$/)
      }),
      { numRuns: 1000 },
    )
  })

  test('that resists being looked at becomes one, too', () => {
    const wrapped = new AggregateError([hostile, knotted()], 'x', { cause: hostile })
    for (const value of [hostile, wrapped]) {
      for (const where of LAYERS) expect(failureFrom(value, where).code).toMatch(/^[a-z]+\./)
    }
  })

  test('gives none of its prose away', () => {
    const prose = 'prose with a Secret-1234567890abcdef in it'
    fc.assert(
      fc.property(
        fc.constantFrom('message', 'code', 'syscall', 'address', 'name'),
        layer,
        (name, where) => {
          const failure = failureFrom(Object.assign(new Error('x'), { [name]: prose }), where)
          expect(JSON.stringify(failure)).not.toContain('Secret')
        },
      ),
    )
  })

  test('is walked in bounds, however deep or wide it is', () => {
    let deep = new Error('bottom')
    for (let level = 0; level < 10_000; level += 1) deep = new Error('x', { cause: deep })
    const wide = new AggregateError(Array.from({ length: 10_000 }, () => new Error('x')))
    for (const value of [deep, wide]) {
      expect(flatten(value).length).toBeLessThan(1000)
      expect(failureFrom(value, 'http').code).toBe('http.failed')
    }
  })

  test('of no time has the words of its layer', () => {
    for (const where of LAYERS) expect(timedOut(where).code).toBe(`${where}.timed_out`)
  })
})
