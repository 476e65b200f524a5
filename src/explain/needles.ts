/**
 * Finds many words in one pass over bytes (Aho and Corasick 1975): the cost does not grow with
 * the number of words, no byte is looked at twice, and nothing is decoded for lines without one.
 * ASCII letters match in both cases.
 */
export interface Needles {
  /** Next state for `state | byte`; a state is a multiple of 256. */
  readonly next: Int32Array
  /** Words that end in a state (index: state / 256); `undefined` for most. */
  readonly ends: readonly (readonly number[] | undefined)[]
  /** 1 where `ends` has words. */
  readonly accepting: Uint8Array
}

const BYTES = 256

/** `words` in lower case, ASCII; the number of a word is its index. */
export function compileNeedles(words: readonly string[]): Needles {
  const trie: Map<number, number>[] = [new Map()]
  const ends: (number[] | undefined)[] = [undefined]
  words.forEach((word, index) => {
    let node = 0
    for (const byte of Buffer.from(word.toLowerCase(), 'latin1')) {
      const known = trie[node]?.get(byte)
      if (known === undefined) {
        trie.push(new Map())
        ends.push(undefined)
        trie[node]?.set(byte, trie.length - 1)
        node = trie.length - 1
      } else {
        node = known
      }
    }
    ends[node] = [...(ends[node] ?? []), index]
  })
  return flatten(trie, ends)
}

function flatten(trie: readonly Map<number, number>[], ends: (number[] | undefined)[]): Needles {
  const next = new Int32Array(trie.length * BYTES)
  const fail = new Int32Array(trie.length)
  const queue: number[] = [0]
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? 0
    const suffix = fail[node] ?? 0
    if (node !== 0) {
      const more = ends[suffix]
      if (more !== undefined) ends[node] = [...(ends[node] ?? []), ...more]
    }
    for (let byte = 0; byte < BYTES; byte += 1) {
      const child = trie[node]?.get(byte)
      const across = node === 0 ? 0 : (next[suffix * BYTES + byte] ?? 0)
      if (child === undefined) {
        next[node * BYTES + byte] = across
      } else {
        next[node * BYTES + byte] = child * BYTES
        fail[child] = across / BYTES
        queue.push(child)
      }
    }
    foldCase(next, node * BYTES)
  }
  const accepting = Uint8Array.from(ends, (words) => (words === undefined ? 0 : 1))
  return { next, ends, accepting }
}

/** A–Z go where a–z go. */
function foldCase(next: Int32Array, row: number): void {
  for (let byte = 0x41; byte <= 0x5a; byte += 1) next[row + byte] = next[row + byte + 0x20] ?? 0
}

/** Numbers of the words in a text, each once, in order of their ends. */
export function needlesIn(needles: Needles, text: string): ReadonlySet<number> {
  const found = new Set<number>()
  let state = 0
  for (let at = 0; at < text.length; at += 1) {
    const byte = text.charCodeAt(at)
    state = byte > 0xff ? 0 : (needles.next[state + byte] ?? 0)
    if (needles.accepting[state >>> 8] === 1) {
      for (const word of needles.ends[state >>> 8] ?? []) found.add(word)
    }
  }
  return found
}
