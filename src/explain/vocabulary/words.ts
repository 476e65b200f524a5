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

/** A log of calls that were answered is told apart from one that says nothing. */
const HINT = '"http/1.1 200 ok"'

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
/** Many words share a head (`code 400`, `code 401`); a pattern more or less is cheaper than a word. */
const HEAD = 7

const words = ROWS.map(({ pattern }) => requiredWords(pattern))

/** Makes a line worth reading. */
export const TRIGGER_WORDS: readonly string[] = [
  ...new Set([
    ...STRUCTURE,
    ...STATUSES,
    ...STATUS_NAMES,
    ...ROWS.flatMap(({ describes }, index) => (describes ? [] : (words[index] ?? []))),
  ]),
].filter((word) => word.length >= SHORTEST)

/** Makes the first few lines worth reading. */
export const HINT_WORDS: readonly string[] = [HINT]

/** Heads of the words that are looked for in a line that is read, and the rows of each. */
export const HEADS: readonly (readonly [head: string, rows: readonly number[]])[] = [
  ...Map.groupBy(
    words.flatMap((needed, row) =>
      [...new Set(needed.map((word) => word.slice(0, HEAD)))].map((head) => ({ head, row })),
    ),
    ({ head }) => head,
  ),
].map(([head, rows]) => [head, rows.map(({ row }) => row)] as const)
