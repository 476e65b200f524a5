import { describe, expect, test } from 'vitest'
import type { Reading } from '../../src/explain/evidence-piece.ts'
import type { LogLine } from '../../src/explain/unwrap.ts'
import { ROWS } from '../../src/explain/vocabulary/index.ts'
import { ALL_WORDS, readLine, TRIGGERS } from '../../src/explain/vocabulary/read-line.ts'
import { requiredWords } from '../../src/explain/vocabulary/required-words.ts'
import { readingsOf, type Row } from '../../src/explain/vocabulary/row.ts'
import { PRINTED } from './printed.ts'
import { findWord, wordsIn } from '../../src/explain/word-search.ts'

/** The sentences of APIs and pages have their examples in test/knowledge. */
const OWN = ROWS.filter(({ source }) => !source.startsWith('knowledge/products'))

/** Each row with the lines that it reads. */
const READ = OWN.map((row) => ({
  row,
  lines: PRINTED.filter((text) => readBy(row, text).length > 0),
}))

function readBy(row: Row, text: string): readonly Reading[] {
  const match = row.pattern.exec(text)
  return match === null ? [] : readingsOf(row, match)
}

function line(text: string): LogLine {
  return {
    number: 1,
    text,
    columnOf: (index) => index + 1,
    source: '',
    words: wordsIn(ALL_WORDS, text),
    fresh: false,
  }
}

describe('the vocabulary', () => {
  test.each(READ.map(({ row, lines }) => [row.pattern.source, row, lines] as const))(
    'reads a line of its own: %s',
    (_pattern, row, lines) => {
      expect(lines).not.toEqual([])
      for (const text of lines) {
        for (const reading of readBy(row, text))
          expect(readLine(line(text))).toContainEqual(expect.objectContaining(reading))
      }
    },
  )

  test('every line is read by a row', () => {
    expect(PRINTED.filter((text) => OWN.every((row) => readBy(row, text).length === 0))).toEqual([])
  })

  test('every row says which project, version and file, or which page, its text comes from', () => {
    const vague = OWN.filter(({ source }) => !/\d/.test(source) || source.length < 12)
    expect(vague.map(({ source }) => source)).toEqual([])
  })

  test('a line that shows a failure is found among all bytes of a log', () => {
    const shown = READ.flatMap(({ row, lines }) => (row.describes ? [] : lines))
    const missed = [...new Set(shown)].filter((text) => {
      const bytes = Buffer.from(`2026-01-02T03:04:05Z ${text}`)
      return findWord(TRIGGERS, bytes, 0, bytes.length, { decides: false }) === -1
    })
    expect(missed).toEqual([])
  })

  test.each([
    'INFO httpx HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 200 OK"',
    '10.2.3.9 - POST /api/v1/login 302 48ms "Mozilla/5.0 (X11; Linux x86_64)"',
    '{"level":30,"msg":"request completed","req":{"method":"GET","url":"/health"},"responseTime":1}',
    'worker 3 took job 118236 from queue "summaries", code 0, no error',
    'openai client ready, base URL https://api.openai.com/v1, host: api.openai.com:443',
  ])('a line of work that goes well is no reason to read it: %s', (text) => {
    const found = { decides: false }
    findWord(TRIGGERS, Buffer.from(text), 0, text.length, found)
    expect(found.decides).toBe(false)
  })

  test('the words of a pattern stand in every text that it matches', () => {
    const wrong = READ.flatMap(({ row: { pattern }, lines }) =>
      lines.filter((one) => {
        const found = pattern.exec(one)?.[0].toLowerCase() ?? ''
        const text = Buffer.from(found).toString('latin1')
        return !requiredWords(pattern).some((word) => text.includes(word))
      }),
    )
    expect(wrong).toEqual([])
  })

  test.each([
    [/\bsocket hang up\b/, ['socket hang up']],
    [
      /(?:connect|read) E(?:AGAIN|PIPE)/,
      ['connect eagain', 'connect epipe', 'read eagain', 'read epipe'],
    ],
    [/[ab]\d*ending/, ['ending']],
    [/x(?=never)y(?<!never)z/, ['xyz']],
    [/one|two\b|.three/, ['one', 'two', 'three']],
    [/.*/, ['']],
  ])('%s needs one of its words', (pattern, words) => {
    expect(requiredWords(pattern).toSorted()).toEqual(words.toSorted())
  })
})
