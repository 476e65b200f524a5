import { ROWS } from './index.ts'
import { requiredWords } from './required-words.ts'

/**
 * What a log is searched for. This file is run when `dist` is built, and its values stand there
 * instead (scripts/build.ts): finding the words takes longer than reading a small log.
 */

/** Lines that hold blocks together or carry a body, whatever else they say. */
const STRUCTURE = [
  'traceback (most recent call last)',
  'the above exception was the direct cause',
  'during handling of the above exception',
  'caused by:',
  '[cause]:',
  'getaddrinfo',
  ' ---> sy',
  ' ---> mi',
  ' ---> az',
  '<html><h',
  '<html><b',
  '<!doctype html',
  '{"error"',
  '"error":',
  "{'error'",
  "'error':",
  "'statuscode':",
  '"statuscode":',
]

/** A status by itself, in the forms in which clients and loggers write it. */
const STATUSES = [
  'status: ',
  'status:',
  'status=',
  'status ',
  'status":',
  'status": ',
  "status': ",
  "status'=>",
  'status"=>',
  'status=>',
  'status\\":',
  'tus_code ',
  'tus code ',
  'statuscode ',
  'response code ',
  'http code ',
  'http error ',
].flatMap((form) => [`${form}4`, `${form}5`])
const STATUS_NAMES = [
  'statuscode',
  'status_code',
  'status code',
  'httpstatus',
  'http_status',
  'response_code',
]

/** Shorter words are too common to search every byte for; the shortest sets the pace of the search. */
const SHORTEST = 8

/** Rows by the words that their patterns need; none for a word that is a reason by itself. */
const rowsOf = new Map<string, number[]>(
  [...STRUCTURE, ...STATUSES, ...STATUS_NAMES].map((word) => [word, []]),
)
const deciding = new Set(rowsOf.keys())
for (const [row, { pattern, describes }] of ROWS.entries()) {
  for (const word of requiredWords(pattern)) {
    rowsOf.set(word, [...(rowsOf.get(word) ?? []), row])
    if (!describes) deciding.add(word)
  }
}
const [makeWorthReading = [], others = []] = [true, false].map((decides) =>
  [...rowsOf].filter(([word]) => (deciding.has(word) && word.length >= SHORTEST) === decides),
)

/** All that is looked for in a line that is read, each with its rows; first what makes a line worth reading. */
export const WORDS: readonly (readonly [word: string, rows: readonly number[]])[] = [
  ...makeWorthReading,
  ...others.filter(([, rows]) => rows.length > 0),
]
/** So many of them make a line worth reading. */
export const DECIDING: number = makeWorthReading.length
