/**
 * Finds many words in bytes without looking at most of them (Wu and Manber 1994, blocks of four
 * bytes): a table says how far the next word can at best be. ASCII letters match in both cases.
 */
export interface WordSearch {
  /** By hash of a block: bytes that may be skipped; 0 where the first part of a word may end. */
  readonly shifts: Uint8Array
  /** By hash of a block at the end of a first part: the last word with it, from 1; 0 for none. */
  readonly last: Uint16Array
  /** By word, from 1: the word before it with the same block; 0 for none. */
  readonly previous: Uint16Array
  /** All words, one after another, and where each begins, with the end of the last. */
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
  /** The first so many words decide. */
  readonly deciding: number
  /** Length of the first part: that of the shortest word. */
  readonly part: number
}

/** 16 KiB of table stay within the first cache of a processor; more was measured to be slower. */
const BITS = 14
const SPREAD = 0x9e3779b1
const BLOCK = 4

/** A–Z as a–z, everything else as it is. */
const FOLDED = new Uint8Array(256)
for (let byte = 0; byte < 256; byte += 1) {
  FOLDED[byte] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
}

/**
 * Words of at least four bytes, in lower case, one unit for each byte. The index of a word is its
 * number; `findWord` tells whether one of the first `deciding` was there. The longer the shortest
 * word, the faster the search.
 */
export function compileWordSearch(
  words: readonly string[],
  deciding: number = words.length,
): WordSearch {
  const bytes = Buffer.from(words.join(''), 'latin1')
  const starts = new Uint32Array(words.length + 1)
  let part = 255
  for (let number = 0; number < words.length; number += 1) {
    const { length } = words[number] ?? ''
    starts[number + 1] = (starts[number] ?? 0) + length
    if (length < part) part = length
  }
  if (part < BLOCK) throw new RangeError('a word is too short to be searched for')
  const shifts = new Uint8Array(1 << BITS).fill(part - BLOCK + 1)
  const last = new Uint16Array(1 << BITS)
  const previous = new Uint16Array(words.length + 1)
  for (let number = 0; number < words.length; number += 1) {
    const start = starts[number] ?? 0
    let text = 0
    let block = 0
    for (let at = 0; at < part; at += 1) {
      text = (text >>> 8) | ((bytes[start + at] ?? 0) << 24)
      if (at < BLOCK - 1) continue
      block = blockOf(text)
      const shift = part - 1 - at
      if (shift < (shifts[block] ?? 0)) shifts[block] = shift
    }
    previous[number + 1] = last[block] ?? 0
    last[block] = number + 1
  }
  return { shifts, last, previous, bytes, starts, deciding, part }
}

/** Numbers of all words in a text, each once. */
export function wordsIn(search: WordSearch, text: string): ReadonlySet<number> {
  const words = new Set<number>()
  const bytes = Buffer.from(text)
  const found = { decides: false, words }
  for (let at = 0; at !== -1;) {
    at = findWord(search, bytes, at, bytes.length, found)
    if (at !== -1) at += 1
  }
  return words
}

/** Where a word begins at or after `from` and ends before `to`; `-1` when there is none. */
export function findWord(
  search: WordSearch,
  bytes: Uint8Array,
  from: number,
  to: number,
  found: { decides: boolean; readonly words?: Set<number> },
): number {
  const { shifts, last, previous, part, deciding } = search
  let at = from + part - 1
  while (at < to) {
    const block = blockAt(bytes, at)
    const shift = shifts[block] ?? 0
    if (shift > 0) {
      at += shift
      continue
    }
    const start = at - part + 1
    let matched = false
    for (let word = last[block] ?? 0; word !== 0; word = previous[word] ?? 0) {
      if (!stands(search, word - 1, bytes, start, to)) continue
      found.decides = (matched && found.decides) || word <= deciding
      found.words?.add(word - 1)
      matched = true
    }
    if (matched) return start
    at += 1
  }
  return -1
}

/** Bit 5 tells the two cases of a letter apart; other bytes that it joins are told apart later. */
function blockAt(bytes: Uint8Array, at: number): number {
  const text =
    (bytes[at - 3] ?? 0) |
    ((bytes[at - 2] ?? 0) << 8) |
    ((bytes[at - 1] ?? 0) << 16) |
    ((bytes[at] ?? 0) << 24)
  return blockOf(text)
}

function blockOf(text: number): number {
  return Math.imul(text | 0x20202020, SPREAD) >>> (32 - BITS)
}

function stands(
  { bytes: words, starts }: WordSearch,
  number: number,
  bytes: Uint8Array,
  start: number,
  to: number,
): boolean {
  const from = starts[number] ?? 0
  const length = (starts[number + 1] ?? 0) - from
  if (start + length > to) return false
  for (let at = 0; at < length; at += 1) {
    if (FOLDED[bytes[start + at] ?? 0] !== words[from + at]) return false
  }
  return true
}
