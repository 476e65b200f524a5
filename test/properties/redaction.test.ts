import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRedactor } from '../../src/redaction/index.ts'

const secretText = fc
  .stringMatching(/^[A-Za-z0-9]{28,80}$/)
  .filter((text) => /\d/.test(text.slice(0, 16)))
const plain = fc.stringMatching(/^[ -~]{0,60}$/)

test('every piece of a planted secret that is long enough goes, wherever a limit cut it', () => {
  fc.assert(
    fc.property(secretText, plain, fc.nat(), fc.nat(), (secret, before, a, b) => {
      const from = a % (secret.length - 24)
      const to = from + 24 + (b % (secret.length - from - 23))
      const piece = secret.slice(from, to)
      fc.pre(/\d/.test(piece) || (/[a-z]/.test(piece) && /[A-Z]/.test(piece)))
      const redactor = createRedactor([{ value: secret, what: 'api key' }])
      const left = redactor.text(`${before} ${piece}`, 'test')
      expect(left).not.toContain(piece)
      for (let at = 0; at + 16 <= piece.length; at += 1) {
        expect(left).not.toContain(piece.slice(at, at + 16))
      }
      expect(redactor.text(left, 'test')).toBe(left)
    }),
    { numRuns: 300 },
  )
})

test('pieces of its encodings go, too', () => {
  fc.assert(
    fc.property(
      secretText,
      fc.constantFrom('base64', 'base64url', 'hex'),
      fc.nat(2),
      (secret, encoding, offset) => {
        const encoded = Buffer.from(`${'u'.repeat(offset)}${secret}`).toString(encoding)
        const cut = encoded.slice(0, Math.floor(encoded.length * 0.9))
        const redactor = createRedactor([{ value: secret, what: 'api key' }])
        const left = redactor.text(`${cut}…`, 'test').replace(/\[removed: [^\]]+\]/g, '')
        // What the neighbours in front share with it, and no more.
        expect(left.length).toBeLessThan(12)
      },
    ),
    { numRuns: 300 },
  )
})

test('text that holds no secret stays as it is, when the secret is long', () => {
  fc.assert(
    fc.property(secretText, fc.lorem({ maxCount: 30 }), (secret, words) => {
      expect(createRedactor([{ value: secret, what: 'api key' }]).text(words, 'test')).toBe(words)
    }),
  )
})

test('a piece goes to its last character on both sides, and its neighbours stay', () => {
  const secret = createHash('sha512').update('piece').digest('base64').replaceAll(/\W/g, 'x')
  for (let from = 0; from < 20; from += 1) {
    const piece = secret.slice(from, from + 24 + (from % 9))
    const redactor = createRedactor([{ value: secret, what: 'api key' }])
    expect(redactor.text(`a=<${piece}>, b`, 'test')).toBe('a=<[removed: api key]>, b')
  }
})

test('a piece of fifteen characters, of a short secret, or of words alone stays', () => {
  const long = 'Q7'.concat('x9'.repeat(20))
  expect(
    createRedactor([{ value: long, what: 'k' }]).text(`a ${long.slice(0, 15)} b`, ''),
  ).toContain(long.slice(0, 15))
  const short = 'aB3dE5fG7hJ9kL1mN2p'
  expect(
    createRedactor([{ value: short, what: 'k' }]).text(`a ${short.slice(0, 17)} b`, ''),
  ).toContain(short.slice(0, 17))
  const words = 'application/json and plain words only'
  expect(createRedactor([{ value: words, what: 'k' }]).text('type application/json', '')).toBe(
    'type application/json',
  )
})
