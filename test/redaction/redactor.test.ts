import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspect } from 'node:util'
import { Secret } from '../../src/model/index.ts'
import { createRedactor } from '../../src/redaction/index.ts'

/** Keys are made at run time, so that no scanner finds one in the tree. */
const glued = (...parts: readonly string[]) => parts.join('')
const key = glued('sk-', 'proj-', 'aB3dE'.repeat(9))
const password = 'p@ss/w:rd "<&>%41'

const redactor = () =>
  createRedactor([
    { value: key, what: 'api key' },
    { value: password, what: 'proxy password' },
  ])

const remove = (text: string) => redactor().text(text, 'test')

const jsonInside = (text: string) => JSON.stringify(text).slice(1, -1)
const htmlEscaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
const base64 = (text: string) => Buffer.from(text).toString('base64')

const ENCODINGS: readonly (readonly [string, (value: string) => string])[] = [
  ['plain', (value) => value],
  ['URL-encoded', (value) => encodeURIComponent(value)],
  [
    'URL-encoded in small letters',
    (value) => encodeURIComponent(value).toLowerCase().replace(value.toLowerCase(), value),
  ],
  ['URL-encoded twice', (value) => encodeURIComponent(encodeURIComponent(value))],
  ['JSON-escaped', jsonInside],
  ['JSON in JSON', (value) => jsonInside(jsonInside(value))],
  [
    'JSON with every character as \\u',
    (value) =>
      Array.from(value)
        .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
  ],
  ['HTML-escaped', htmlEscaped],
  [
    'HTML with hexadecimal references',
    (value) =>
      Array.from(value)
        .map((c) => `&#x${c.charCodeAt(0).toString(16)};`)
        .join(''),
  ],
  ['hexadecimal', (value) => Buffer.from(value).toString('hex')],
  ['hexadecimal in capitals', (value) => Buffer.from(value).toString('hex').toUpperCase()],
  ['base64', base64],
  ['base64url', (value) => Buffer.from(value).toString('base64url')],
  ['URL-encoded base64', (value) => encodeURIComponent(base64(value))],
  ['base64 broken into lines', (value) => base64(value).replaceAll(/.{20}/g, '$&\n  ')],
  ['split by a line end', (value) => `${value.slice(0, 9)}\n    ${value.slice(9)}`],
  ['split by an escaped line end', (value) => `${value.slice(0, 9)}\\n${value.slice(9)}`],
  ['split by a zero-width character', (value) => `${value.slice(0, 9)}\u200b${value.slice(9)}`],
]

describe('a planted secret', () => {
  test.each(ENCODINGS)('is removed when it is %s', (_name, encode) => {
    for (const secret of [key, password]) {
      const encoded = encode(secret)
      const result = remove(`before ${encoded}, after`)
      expect(result).toMatch(/^before \[removed: (api key|proxy password)\].*, after$/)
      expect(result).not.toContain(encoded)
    }
  })

  test.each([0, 1, 2])('is removed from base64 with %i bytes in front of it', (offset) => {
    const encoded = base64(`${'u'.repeat(offset)}${key}:tail`)
    const left = remove(encoded).replace('[removed: api key]', '')
    expect(left.length).toBeLessThan(12)
    expect(Buffer.from(left, 'base64').toString('latin1')).not.toContain(key.slice(3, 8))
  })

  test('is removed as the password of basic credentials', () => {
    expect(remove(`proxy answered to ${base64(`alice:${password}`)}`)).toContain(
      '[removed: proxy password]',
    )
  })

  test('is removed from the name of a property and from nested values', () => {
    const one = redactor()
    const result = one.deep(
      { headers: { [key]: ['x', `Bearer ${key}`] }, count: 3, none: null },
      'packet',
    )
    expect(JSON.stringify(result)).not.toContain(key)
    expect(result).toMatchObject({ count: 3, none: null })
    expect(one.list()).toEqual([
      { what: 'api key', where: 'packet.headers', count: 1 },
      { what: 'api key', where: 'packet.headers.[removed: api key][1]', count: 1 },
    ])
  })

  test('in base64 without padding does not take the next word along', () => {
    const one = createRedactor([{ value: 'abcdefghi', what: 'api key' }])
    expect(one.text(`before ${base64('abcdefghi')} after`, '')).toBe(
      'before [removed: api key] after',
    )
  })

  test('is counted once, also when the data is walked again', () => {
    const one = createRedactor([{ value: key, what: 'api key' }])
    const once = one.deep({ cookie: 'a=b', text: key }, 'p')
    const before = one.list()
    expect(one.deep(once, 'p')).toEqual(once)
    expect(one.list()).toEqual(before)
  })

  test('that is a line of a longer value is removed by itself', () => {
    const one = createRedactor([{ value: 'first-line-9\nsecond-line-9\n', what: 'certificate' }])
    expect(one.text('x second-line-9 y', '')).toBe('x [removed: certificate] y')
  })

  test('with characters outside ASCII is removed URL-encoded and in base64', () => {
    const one = createRedactor([{ value: 'pässwörd🔑', what: 'password' }])
    expect(one.text(`a ${encodeURIComponent('pässwörd🔑')} b`, '')).toBe('a [removed: password] b')
    expect(one.text(`a ${base64('pässwörd🔑')} b`, '')).toBe('a [removed: password] b')
  })
})

describe('a short secret', () => {
  const one = createRedactor([{ value: 'ab', what: 'password' }])

  test('does not shred the text', () => {
    expect(one.text('about a cab: ab, tab=ab', '')).toBe('about a cab: ab, tab=ab')
  })

  test.each(['password=ab', 'password: "ab"', '"api_key":"ab"', 'Bearer ab'])(
    'is removed where a credential stands: %s',
    (text) => {
      expect(one.text(text, '')).not.toMatch(/\bab\b/)
    },
  )

  test('is removed from the credentials of a URL', () => {
    expect(one.text('http://u:ab@proxy:3128', '')).toBe('http://[removed: password]@proxy:3128')
  })

  test('an empty or placeholder value removes nothing', () => {
    const none = createRedactor(
      ['', ' ', '\n', 'undefined', 'null', '***'].map((value) => ({ value, what: 'api key' })),
    )
    expect(none.text('the value is undefined, null or ***', '')).toBe(
      'the value is undefined, null or ***',
    )
  })
})

const some = (count: number) => 'aB3dE6gH9k'.repeat(9).slice(0, count)

describe('a planted secret that something else changed first', () => {
  const value = glued('qX7+mB2/', 'vN9+Zt4/'.repeat(4), 'aR5==')
  const hex = glued('9f86d081', '884c7d65', '9a2feaa0', 'c55ad015')
  const stripped: readonly (readonly [string, string])[] = [
    ['without its punctuation', value.replaceAll(/[+/=]/g, '')],
    ['with other punctuation', value.replaceAll(/[+/=]/g, '?')],
    ['in upper case', hex.toUpperCase()],
    ['with a colon after each byte', hex.toUpperCase().match(/../g)?.join(':') ?? ''],
  ]
  test.each(stripped)('is removed %s', (_how, text) => {
    const one = createRedactor([value, hex].map((each) => ({ value: each, what: 'api key' })))
    expect(one.text(`x-request-id: ${text};`, '')).toMatch(
      /^x-request-id: \[removed: api key\][?=]*;$/,
    )
  })

  test('words that stand side by side are not taken for one', () => {
    const one = createRedactor([{ value: 'application/json; charset=utf', what: 'header' }])
    expect(one.text('application json charset utf', '')).toBe('application json charset utf')
  })
})

describe('a secret nobody planted', () => {
  test.each([
    ['OpenAI', glued('sk-', some(48))],
    ['OpenAI project', glued('sk-', 'proj-', some(60))],
    ['OpenAI service account', glued('sk-', 'svcacct-', some(60))],
    ['half masked by the API', glued('sk-', 'proj-', '*'.repeat(40), 'abcd')],
    ['Anthropic', glued('sk-', 'ant-api03-', some(60))],
    ['OpenRouter', glued('sk-', 'or-v1-', some(64))],
    ['Google', glued('AI', 'za', some(35))],
    ['GitHub classic', glued('gh', 'p_', some(36))],
    ['GitHub installation', glued('gh', 's_', some(36))],
    ['GitHub fine-grained', glued('github', '_pat_', some(60))],
    ['AWS', glued('AK', 'IA', 'ABCDEFGH12345678')],
    ['Hugging Face', glued('hf', '_', some(34))],
    ['Groq', glued('gs', 'k_', some(40))],
    ['xAI', glued('xa', 'i-', some(60))],
    ['JSON web token', glued('ey', 'J', some(20), '.', some(40), '.', some(30))],
    ['Azure, 84 characters', glued(some(52), 'JQQJ', '99', some(26))],
  ])('is known by its shape: %s', (_vendor, value) => {
    for (const text of [`a ${value} b`, `{"k":"${value}"}`, encodeURIComponent(`a ${value} b`)]) {
      expect(remove(text)).not.toContain(value.slice(8, 20))
      expect(remove(text)).toContain('[removed: ')
    }
  })

  test.each([
    ['api-key: 0123456789abcdef0123456789abcdef', 'api-key: [removed: api key]'],
    ['{\\"api-key\\":\\"0123456789abcdef\\"}', '{\\"api-key\\":\\"[removed: api key]\\"}'],
    ['Authorization: Bearer abcd1234', 'Authorization: [removed: authorization]'],
    ['Proxy-Authorization: Basic dTpwYXNz', 'Proxy-Authorization: [removed: authorization]'],
    ['sent Bearer abcd1234.x-y', 'sent Bearer [removed: authorization]'],
    ['https://u:p%40ss@proxy.corp:3128/', 'https://[removed: password]@proxy.corp:3128/'],
    ['https://u:p@ss@proxy.corp:3128/', 'https://[removed: password]@proxy.corp:3128/'],
    ['Set-Cookie: __cf_bm=abc; path=/', 'Set-Cookie: [removed: cookie]'],
    [
      'GET /cb?code=xyz&sig=1%2B&a=1',
      'GET /cb?code=[removed: query secret]&sig=[removed: query secret]&a=1',
    ],
    [
      '?api_key=v&amp;token=w&amp;x=1',
      '?api_key=[removed: query secret]&amp;token=[removed: query secret]&amp;x=1',
    ],
  ])('is known by what is in front of it: %s', (text, expected) => {
    expect(remove(text)).toBe(expected)
  })

  test.each([
    'Set the input api-key to ${{ secrets.OPENAI_API_KEY }}',
    'api-key: ${{ secrets.OPENAI_API_KEY }}',
    'Bearer authentication, Basic realm="x", error invalid_api_key',
    'https://api.openai.com/v1?key=$OPENAI_API_KEY',
    'Allow TCP 443 from this runner to api.openai.com.',
    'www-authenticate: Bearer realm="OpenAI API"',
    'req_0123456789abcdef0123456789abcdef cf-ray 8f0a1b2c3d4e5f60-FRA',
    'the code tls.cert.authority_invalid',
    'sha256 9F:86:D0:81:88:4C',
  ])('is not seen in plain words: %s', (text) => {
    expect(remove(text)).toBe(text)
  })

  test('is removed by the name of its property, whatever it looks like', () => {
    expect(
      redactor().deep({ Authorization: 'x', 'set-cookie': 'plain words', code: 'tls.reset' }, ''),
    ).toEqual({
      Authorization: '[removed: authorization]',
      'set-cookie': '[removed: cookie]',
      code: 'tls.reset',
    })
  })
})

describe('properties', () => {
  const secret = fc
    .string({ unit: 'binary', minLength: 6, maxLength: 60 })
    .filter((value) => value.trim().length >= 6 && value.isWellFormed())
    // A secret that is a part of the mark itself cannot be absent from it.
    .filter(
      (value) =>
        !'[removed: canary]'.includes(value.trim()) &&
        !['undefined', '******'].includes(value.trim()),
    )
  const around = fc.string({ unit: 'grapheme', maxLength: 40 })
  const ENCODED: readonly ((value: string) => string)[] = [
    (value) => value,
    base64,
    (value) => base64(`x${value}`).slice(2),
    (value) => base64(`xy${value}`).slice(3),
    (value) => Buffer.from(value).toString('base64url'),
    (value) => Buffer.from(value).toString('hex'),
    (value) => encodeURIComponent(value),
    jsonInside,
    htmlEscaped,
  ]

  test('every encoding of any secret is removed, and removing again changes nothing', () => {
    fc.assert(
      fc.property(
        secret,
        around,
        around,
        fc.constantFrom(...ENCODED),
        (value, before, after, encode) => {
          const encoded = encode(value)
          const one = createRedactor([{ value, what: 'canary' }])
          const once = one.text(`${before} ${encoded} ${after}`, 'p')
          expect(once).toContain('[removed: ')
          expect(once).not.toContain(encoded)
          expect(one.text(once, 'p')).toBe(once)
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('nothing throws, whatever the text and the data are', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.anything(),
        (value, text, data) => {
          const one = createRedactor([{ value, what: text }])
          one.text(text, text)
          one.deep(data, text)
          expect(one.list().every(({ count }) => count > 0)).toBe(true)
        },
      ),
    )
  })

  test('data that contains itself is cut, not followed for ever', () => {
    const data: Record<string, unknown> = {}
    data['self'] = data
    expect(redactor().deep(data, '')).toEqual({ self: '[cut: too deep]' })
  })

  test.each([
    'sk-',
    'eyJ',
    '%25',
    '\\u0041',
    'a@://',
    '&amp;',
    '?key=',
    'Bearer ',
    ' \n',
    'AKIA',
    glued('-----BEGIN ', 'PRIVATE KEY'),
  ])(
    'time grows with the length of the text and not faster: %s',
    (piece) => {
      const time = (count: number) => {
        const text = piece.repeat(count)
        const start = performance.now()
        redactor().text(text, '')
        return performance.now() - start
      }
      time(2000)
      // The best of three: other processes only ever add time.
      const best = (count: number) => Math.min(time(count), time(count), time(count))
      const small = Math.max(best(4000), 2)
      // Quadratic would be 64 times as long.
      expect(best(32_000)).toBeLessThan(small * 40)
    },
    20_000,
  )
})

test('a secret prints as stars, however it is turned into text', () => {
  const secret = new Secret(key, 'OPENAI_API_KEY')
  const told = [String(secret), JSON.stringify({ secret }), inspect({ secret })]
  for (const text of told) {
    expect(text).toContain('***')
    expect(text).not.toContain(key)
  }
})
