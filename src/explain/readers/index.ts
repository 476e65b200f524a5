import { DEPTH, type EvidencePiece, type Reading } from '../evidence-piece.ts'
import type { LogLine } from '../log-line.ts'
import { compileWordSearch, type WordSearch } from '../word-search.ts'
import { CURL } from './curl.ts'
import { HOSTS } from './hosts.ts'
import { OPENSSL } from './openssl.ts'
import { PROPERTIES } from './properties.ts'
import { PROXIES } from './proxies.ts'
import { SENTENCES } from './sentences.ts'
import { BROWSER, SETTINGS } from './settings.ts'
import type { Signature } from './signature.ts'
import { STATUS } from './status.ts'
import { SYSTEM } from './system.ts'
import { TRANSPORT } from './transport.ts'
import { PRODUCTS, WRAPPERS } from './wrappers.ts'

/** All families. A line is read by each signature of which a literal was found in it. */
export const SIGNATURES: readonly Signature[] = [
  ...SETTINGS,
  ...BROWSER,
  ...PROXIES,
  ...OPENSSL,
  ...SYSTEM,
  ...TRANSPORT,
  ...CURL,
  ...STATUS,
  ...SENTENCES,
  ...PROPERTIES,
  ...WRAPPERS,
  ...PRODUCTS,
  ...HOSTS,
]

/** Lines that hold blocks together or carry a body, whatever else they say. */
const STRUCTURE = [
  'traceback (most recent call last)',
  'the above exception was the direct cause',
  'during handling of the above exception',
  'caused by:',
  '[cause]:',
  ' ---> sy',
  ' ---> mi',
  ' ---> az',
  '<html><h',
  '<html><b',
  '<title>4',
  '<title>5',
  '<!doctype html',
  '{"error"',
  '"error":',
  "{'error'",
  "'error':",
  "'statuscode':",
  '"statuscode":',
]

const WORDS: readonly string[] = [
  ...new Set([...STRUCTURE, ...SIGNATURES.flatMap(({ literals }) => literals)]),
]

/** Families that say where and who, not what went wrong. */
const DESCRIBING = new Set<Signature>([...PRODUCTS, ...HOSTS])
/** A log of calls that were answered is told apart from one that says nothing. */
const HINTS = new Set(['"http/1.1 200 ok"'])

/** Signatures by each of their words. */
const USERS = new Map<string, number[]>()
SIGNATURES.forEach(({ literals }, index) => {
  for (const word of literals) {
    const users = USERS.get(word)
    if (users === undefined) USERS.set(word, [index])
    else users.push(index)
  }
})

/** A word that only describes is no reason to read a line. */
function decidesAlone(word: string): boolean {
  const users = (USERS.get(word) ?? []).map((index) => SIGNATURES[index])
  return (
    !users.every((one) => one !== undefined && (one.weak === true || DESCRIBING.has(one))) ||
    users.length === 0
  )
}

/** What is searched for in every byte: the words that make a line worth reading. */
export const TRIGGERS: WordSearch = compileWordSearch(
  WORDS.filter((word) => HINTS.has(word) || decidesAlone(word)).map((word) => ({
    word,
    decides: !HINTS.has(word),
  })),
)

/**
 * What is searched for in a line that is read: the heads of all words, since many share one (`code
 * 400`, `code 401`); a pattern more or less is cheaper than a word.
 */
const HEAD = 7
const SIGNATURES_OF = new Map<string, Set<number>>()
for (const [word, users] of USERS) {
  const head = word.slice(0, HEAD)
  const known = SIGNATURES_OF.get(head) ?? new Set()
  SIGNATURES_OF.set(head, known)
  for (const user of users) known.add(user)
}
export const ALL_WORDS: WordSearch = compileWordSearch(
  [...SIGNATURES_OF.keys()].map((word) => ({ word, decides: true })),
)
const BY_WORD: readonly (readonly number[])[] = [...SIGNATURES_OF.values()].map((users) => [
  ...users,
])

const MAX_MATCHES = 8
/** A pattern sees at most this much of a line around its head. */
const MAX_TEXT = 64 * 1024

/** Everything that the readers understand of one line, each with its place. */
export function readLine(line: LogLine): readonly EvidencePiece[] {
  const words = line.words
  if (words.size === 0) return []
  const signatures = new Set<number>()
  for (const word of words) for (const index of BY_WORD[word] ?? []) signatures.add(index)
  const text = line.text.length > MAX_TEXT ? line.text.slice(0, MAX_TEXT) : line.text
  const pieces: EvidencePiece[] = []
  for (const index of [...signatures].toSorted((a, b) => a - b)) {
    const signature = SIGNATURES[index]
    if (signature !== undefined) pieces.push(...matches(signature, text, line))
  }
  return pieces
}

const GLOBAL = new Map<RegExp, RegExp>()

function matches(signature: Signature, text: string, line: LogLine): readonly EvidencePiece[] {
  const pieces: EvidencePiece[] = []
  const pattern = globalOf(signature.pattern)
  pattern.lastIndex = 0
  for (let count = 0; count < MAX_MATCHES; count += 1) {
    const match = pattern.exec(text)
    if (match === null) break
    if (match[0].length === 0) pattern.lastIndex += 1
    const read = signature.read(match)
    for (const reading of listOf(read)) {
      pieces.push({
        ...reading,
        line: line.number,
        column: line.columnOf(match.index),
        index: match.index,
        depth: DEPTH[reading.kind],
      })
    }
  }
  return pieces
}

function listOf(read: Reading | readonly Reading[] | undefined): readonly Reading[] {
  if (read === undefined) return []
  return isList(read) ? read : [read]
}

function isList(read: Reading | readonly Reading[]): read is readonly Reading[] {
  return Array.isArray(read)
}

function globalOf(pattern: RegExp): RegExp {
  const known = GLOBAL.get(pattern)
  if (known !== undefined) return known
  const made = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)
  GLOBAL.set(pattern, made)
  return made
}
