import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HEAD_BYTES, scanLines, TAIL_BYTES, type RawLine } from '../../src/explain/lines.ts'
import { compileWordSearch, findWord, wordsIn } from '../../src/explain/word-search.ts'

const SEARCH = compileWordSearch(['econnrefused', 'status: 4', 'http/1.1 200'], 2)

interface Seen {
  readonly number: number
  readonly text: string
  readonly cut?: RawLine['cut']
}

function scan(chunks: Iterable<Uint8Array>): readonly Seen[] {
  const seen: Seen[] = []
  const scanner = scanLines(SEARCH, ({ number, bytes, cut }) => {
    const text = Buffer.from(bytes).toString('latin1')
    seen.push(cut === undefined ? { number, text } : { number, text, cut })
  })
  for (const chunk of chunks) scanner.push(chunk)
  scanner.end()
  return seen
}

/** Plain lines around one with a word, numbered from 1. */
function logOf(count: number, triggers: readonly number[]): string {
  return Array.from({ length: count }, (_, index) =>
    triggers.includes(index + 1) ? `${index + 1} connect ECONNREFUSED` : `${index + 1} plain`,
  ).join('\n')
}

describe('the line scanner', () => {
  test('hands over a line with a word, ten lines before and sixty-four after it', () => {
    const seen = scan([Buffer.from(logOf(150, [50]))])
    expect(seen.map(({ number }) => number)).toEqual(Array.from({ length: 75 }, (_, i) => 40 + i))
    expect(seen.every(({ number, text }) => text.startsWith(`${number} `))).toBe(true)
  })

  test('hands over nothing of a log without a word', () => {
    expect(scan([Buffer.from(logOf(500, []))])).toEqual([])
  })

  test('finds the same lines however the log is cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 700 }),
        (triggers, size) => {
          const bytes = Buffer.from(logOf(120, triggers))
          const pieces: Buffer[] = []
          for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
          expect(scan(pieces)).toEqual(scan([bytes]))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a word in colours or between NUL bytes is found', () => {
    const lines = [
      'plain',
      'connect \u001b[31mECONN\u001b[0mREFUSED',
      'x',
      'E\0C\0O\0N\0N\0R\0E\0F\0U\0S\0E\0D\0',
    ]
    expect(scan([Buffer.from(lines.slice(0, 2).join('\n'))]).at(-1)?.number).toBe(2)
    expect(scan([Buffer.from(lines[3] ?? '')])).toHaveLength(1)
  })

  test('a line over 64 KiB keeps its head and its tail', () => {
    const long = `connect ECONNREFUSED ${'a'.repeat(3_000_000)} the end`
    const [line, next] = scan([Buffer.from(`${long}\nafter`)])
    expect(line?.number).toBe(1)
    expect(line?.text).toHaveLength(HEAD_BYTES + TAIL_BYTES)
    expect(line?.text.startsWith('connect ECONNREFUSED')).toBe(true)
    expect(line?.text.endsWith('the end')).toBe(true)
    expect(line?.cut).toEqual({ after: HEAD_BYTES, bytes: long.length - HEAD_BYTES - TAIL_BYTES })
    expect(next).toEqual({ number: 2, text: 'after' })
  })

  test('a word in the middle of a long line is not lost with it', () => {
    const long = `${'a'.repeat(1_000_000)} ECONNREFUSED ${'b'.repeat(1_000_000)}`
    expect(scan([Buffer.from(long)])).toHaveLength(1)
  })

  test('only so many lines that merely hint are handed over', () => {
    const seen = scan([Buffer.from('GET / HTTP/1.1 200\n'.repeat(5000))])
    expect(seen).toHaveLength(400)
  })
})

describe('the word search', () => {
  const WORDS = ['connection error', 'error code: ', 'econnreset', 'code=40']

  test('finds what a plain search finds first, in both cases', () => {
    const search = compileWordSearch(WORDS)
    const letter = fc.constantFrom(...'conectirdEORC :=40'.split(''))
    const text = fc
      .array(fc.oneof(fc.string({ unit: letter, maxLength: 12 }), fc.constantFrom(...WORDS)), {
        maxLength: 8,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (log) => {
        const plain = log.toLowerCase()
        const places = WORDS.map((word) => plain.indexOf(word)).filter((at) => at !== -1)
        const bytes = Buffer.from(log, 'latin1')
        const found = findWord(search, bytes, 0, bytes.length, { decides: false })
        expect(found).toBe(places.length === 0 ? -1 : Math.min(...places))
      }),
    )
  })

  test('in a single line every word is found that is there', () => {
    const words = ['ushers', 'sher', 'hers', 'hiss']
    const found = wordsIn(compileWordSearch(words), 'USHERS')
    expect([...found].toSorted((a, b) => a - b)).toEqual([0, 1, 2])
  })
})
