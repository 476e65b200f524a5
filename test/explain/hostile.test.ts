import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain } from '../../src/explain/index.ts'
import { ROWS } from '../../src/explain/vocabulary/index.ts'
import { ALL_WORDS, TRIGGERS } from '../../src/explain/vocabulary/read-line.ts'
import { requiredWords } from '../../src/explain/vocabulary/required-words.ts'
import { DECIDING, WORDS as TABLE } from '../../src/explain/vocabulary/words.ts'
import { wordsIn } from '../../src/explain/word-search.ts'

const WORDS = TABLE.slice(0, DECIDING).map(([word]) => word)

describe('hostile logs', () => {
  test('any mixture of words, braces, quotes and bytes gets one explanation', async () => {
    const part = fc.oneof(
      fc.constantFrom(...WORDS),
      fc.constantFrom(
        '{',
        '}',
        "'",
        '"',
        '\n',
        '\r',
        '\0',
        '\u001b[',
        ' at ',
        '  File "',
        'Traceback (most recent call last):',
        '\n\n',
        '[cause]: ',
        '429',
        '{"level":50,"msg":"',
      ),
      fc.string({ maxLength: 8 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 60 }),
        fc.uint8Array({ maxLength: 40 }),
        async (parts, noise) => {
          const { verdict, next } = await explain([Buffer.from(parts.join('')), noise])
          expect(next.startsWith('openai-preflight ')).toBe(true)
          for (const { line, column } of verdict.cites)
            expect(Math.min(line, column)).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each([
    ['one line without an end', 'x'.repeat(1 << 20), 24],
    ['NUL bytes', '\0'.repeat(1 << 20), 24],
    ['nothing but line ends', '\n'.repeat(1 << 20), 8],
    ['openings of bodies', "{'error': {".repeat(100_000), 8],
    ['words of errors on one line', 'Error code: 429 - [Errno 111] '.repeat(40_000), 8],
    ['openings of colours', '\u001b['.repeat(500_000), 4],
  ])('%s ends', async (_, text, times) => {
    const chunk = Buffer.from(text)
    const chunks = function* (): Generator<Uint8Array> {
      for (let sent = 0; sent < times; sent += 1) yield chunk
      yield Buffer.from(
        "\nopenai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}\n",
      )
    }
    const { incidents } = await explain(chunks())
    expect(incidents.some(({ owner }) => owner === 'auth')).toBe(true)
  })

  test('a log of incidents only is counted in memory that does not grow with it', async () => {
    const chunk = Buffer.from(
      Array.from(
        { length: 300 },
        (_, i) =>
          `2026-11-20T08:00:${i % 60}Z ERROR connect ECONNREFUSED 10.0.${i % 250}.${i % 7}:443 https://h${i % 600}.example.com/v1/responses`,
      ).join('\n'),
    )
    const { incidents } = await explain(Array.from({ length: 20 }, () => chunk))
    expect(incidents.length).toBeLessThanOrEqual(100)
    expect(incidents.length).toBeGreaterThan(1)
  })
})

describe('the rows of the vocabulary', () => {
  /** Ends in time for every pattern, also where it fails at the last character. */
  test('no pattern runs away on repeated text', () => {
    const fills = ['a', 'A', '1', ' ', '.', '/', "'", '"', 'a.', 'E', '(', ': ', 'http://']
    const slow: string[] = []
    for (const { pattern } of ROWS) {
      const [literal = ''] = requiredWords(pattern)
      for (const fill of fills) {
        const text = literal + fill.repeat(16_384 / fill.length) + literal
        const started = performance.now()
        new RegExp(pattern.source, pattern.flags).exec(text)
        // Quadratic behaviour would take seconds here; the bound leaves room for a busy machine.
        if (performance.now() - started > 1000) slow.push(pattern.source)
      }
    }
    expect(slow).toEqual([])
  })

  test('no word that decides is so short that it slows the search of every byte', () => {
    expect(TRIGGERS.part).toBeGreaterThanOrEqual(8)
  })

  test('every word that is searched for is found', () => {
    const words = ROWS.flatMap(({ pattern }) => requiredWords(pattern))
    const missed = words.filter((word) => {
      const text = Buffer.from(word, 'latin1').toString()
      return wordsIn(ALL_WORDS, `… ${text.toUpperCase()} …`).size === 0
    })
    expect(missed).toEqual([])
  })
})
