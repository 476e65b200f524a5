/**
 * Finds many words in bytes without looking at most of them (Wu and Manber 1994, blocks of four
 * bytes): a table says how far the next word can at best be. ASCII letters match in both cases.
 */
export interface WordSearch {
  /** By hash of a block: bytes that may be skipped; 0 where the first part of a word may end. */
  readonly shifts: Uint8Array
  /** Words by the block at the end of their first part: index into `lists`. */
  readonly listOf: Uint16Array
  readonly lists: readonly (readonly Candidate[])[]
  /** Length of the first part: that of the shortest word. */
  readonly part: number
}

export interface Candidate {
  /** In lower case. */
  readonly bytes: Uint8Array
  readonly decides: boolean
  readonly number: number
}

/** 16 KiB of table stay within the first cache of a processor; more was measured to be slower. */
const BITS = 14
const SPREAD = 0x9e3779b1
const BLOCK = 4

/** A–Z as a–z, everything else as it is. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
)

/**
 * Words of at least four bytes, ASCII; `decides` is asked for by `findWord`, the index of a word is
 * its number. The longer the shortest one, the faster the search.
 */
export function compileWordSearch(
  words: readonly { readonly word: string; readonly decides: boolean }[],
): WordSearch {
  const part = Math.min(...words.map(({ word }) => word.length))
  const shifts = new Uint8Array(1 << BITS).fill(part - BLOCK + 1)
  const listOf = new Uint16Array(shifts.length)
  const lists: Candidate[][] = [[]]
  words.forEach(({ word, decides }, number) => {
    const bytes = Uint8Array.from(Buffer.from(word.toLowerCase(), 'latin1'))
    for (let at = BLOCK - 1; at < part; at += 1) {
      const block = blockAt(bytes, at)
      shifts[block] = Math.min(shifts[block] ?? 0, part - 1 - at)
    }
    const last = blockAt(bytes, part - 1)
    if (listOf[last] === 0) listOf[last] = lists.push([]) - 1
    lists[listOf[last] ?? 0]?.push({ bytes, decides, number })
  })
  return { shifts, listOf, lists, part }
}

/** Numbers of all words in a text, each once. */
export function wordsIn(search: WordSearch, text: string): ReadonlySet<number> {
  const found = new Set<number>()
  const bytes = Buffer.from(text, 'latin1')
  const { shifts, listOf, lists, part } = search
  let at = part - 1
  while (at < bytes.length) {
    const block = blockAt(bytes, at)
    const shift = shifts[block] ?? 0
    if (shift > 0) {
      at += shift
      continue
    }
    for (const { bytes: word, number } of lists[listOf[block] ?? 0] ?? []) {
      if (stands(word, bytes, at - part + 1, bytes.length)) found.add(number)
    }
    at += 1
  }
  return found
}

/** Bit 5 tells the two cases of a letter apart; other bytes that it joins are told apart later. */
function blockAt(bytes: Uint8Array, at: number): number {
  const text =
    (bytes[at - 3] ?? 0) |
    ((bytes[at - 2] ?? 0) << 8) |
    ((bytes[at - 1] ?? 0) << 16) |
    ((bytes[at] ?? 0) << 24)
  return Math.imul(text | 0x20202020, SPREAD) >>> (32 - BITS)
}

/** Where a word begins at or after `from` and ends before `to`; `-1` when there is none. */
export function findWord(
  search: WordSearch,
  bytes: Uint8Array,
  from: number,
  to: number,
  found: { decides: boolean },
): number {
  const { shifts, listOf, lists, part } = search
  let at = from + part - 1
  while (at < to) {
    const block = blockAt(bytes, at)
    const shift = shifts[block] ?? 0
    if (shift > 0) {
      at += shift
      continue
    }
    const start = at - part + 1
    const list = lists[listOf[block] ?? 0] ?? []
    if (isAmong(list, bytes, start, to, found)) return start
    at += 1
  }
  return -1
}

function isAmong(
  list: readonly Candidate[],
  bytes: Uint8Array,
  start: number,
  to: number,
  found: { decides: boolean },
): boolean {
  let matched = false
  for (const candidate of list) {
    if (!stands(candidate.bytes, bytes, start, to)) continue
    found.decides = matched ? found.decides || candidate.decides : candidate.decides
    matched = true
  }
  return matched
}

function stands(word: Uint8Array, bytes: Uint8Array, start: number, to: number): boolean {
  if (start + word.length > to) return false
  for (let at = 0; at < word.length; at += 1) {
    if (FOLDED[bytes[start + at] ?? 0] !== word[at]) return false
  }
  return true
}
