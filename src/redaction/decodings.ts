import { entryOf, unescaped } from '../model/index.ts'
/**
 * A text as a reader could decode it, with the place in the original that each of its characters
 * came from. Secrets are searched in every decoding and removed from the original.
 */
export interface Decoding {
  readonly text: string
  /** Where the character at `index` begins in the original. */
  readonly startOf: (index: number) => number
  /** Where the character at `index` ends in the original, exclusive. */
  readonly endOf: (index: number) => number
}

/** The text as it is. */
export function identity(text: string): Decoding {
  return { text, startOf: (index) => index, endOf: (index) => index + 1 }
}

/** Bounds the work: encodings nested deeper than this are not looked into. */
const MAX_DEPTH = 3

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

interface Decoder {
  readonly pattern: RegExp
  readonly decode: (match: RegExpExecArray) => string
}

const DECODERS: readonly Decoder[] = [
  // One byte for each escape; literals are searched as UTF-8 bytes too.
  {
    pattern: /%([0-9a-f]{2})/gi,
    decode: (match) => String.fromCharCode(Number.parseInt(match[1] ?? '', 16)),
  },
  {
    pattern: /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[nrtbfv"'\\/])/gi,
    decode: ([whole]) => unescaped(whole, 0).value,
  },
  {
    pattern: /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos|nbsp));?/gi,
    decode: (match) =>
      match[1] !== undefined
        ? fromCodePoint(Number.parseInt(match[1], 16))
        : match[2] !== undefined
          ? fromCodePoint(Number(match[2]))
          : (entryOf(ENTITIES, (match[3] ?? '').toLowerCase()) ?? ''),
  },
]

function fromCodePoint(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
}

/**
 * The text itself, then what URL decoding, unescaping (JSON, JavaScript) and HTML decoding make of
 * it, in any order and up to three deep. Only decodings that differ are returned.
 */
export function decodingsOf(text: string): readonly Decoding[] {
  const decodings: Decoding[] = [identity(text)]
  const seen = new Set([text])
  let layer: readonly Decoding[] = decodings.slice()
  for (let depth = 0; depth < MAX_DEPTH && layer.length > 0; depth += 1) {
    const next: Decoding[] = []
    for (const decoding of layer) {
      for (const decoder of DECODERS) {
        const decoded = rewrite(decoding, decoder.pattern, decoder.decode)
        if (decoded === decoding || seen.has(decoded.text)) continue
        seen.add(decoded.text)
        decodings.push(decoded)
        next.push(decoded)
      }
    }
    layer = next
  }
  return decodings
}

/** Without anything that can stand between two halves of a secret: white space and invisible characters. */
export function joined(decoding: Decoding): Decoding {
  return rewrite(decoding, /[\s\p{Cc}\p{Cf}]+/gu, () => '')
}

/** Letters and digits alone, in lower case: whatever took the rest out, or changed the case of hexadecimal digits. */
export function lettersAndDigitsOf(decoding: Decoding): Decoding {
  const bare = rewrite(decoding, /[^A-Za-z0-9]+/g, () => '')
  return { ...bare, text: bare.text.toLowerCase() }
}

/** A run of characters that was copied as it is, or made by one replacement. */
interface TextRun {
  /** Where it begins in the new text. */
  readonly at: number
  /** What it came from in the text before, `to` exclusive. */
  readonly from: number
  readonly to: number
  readonly replaced: boolean
}

/** With each match replaced; the same decoding when nothing matched. */
function rewrite(
  decoding: Decoding,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): Decoding {
  const runs: TextRun[] = []
  const texts: string[] = []
  let length = 0
  let position = 0
  const add = (text: string, from: number, to: number, replaced: boolean): void => {
    if (text === '') return
    runs.push({ at: length, from, to, replaced })
    texts.push(text)
    length += text.length
  }
  for (const match of decoding.text.matchAll(pattern)) {
    add(decoding.text.slice(position, match.index), position, match.index, false)
    position = match.index + match[0].length
    add(replace(match), match.index, position, true)
  }
  if (position === 0) return decoding
  add(decoding.text.slice(position), position, decoding.text.length, false)
  return {
    text: texts.join(''),
    startOf: (index) => {
      const run = runAt(runs, index)
      return decoding.startOf(run.replaced ? run.from : run.from + index - run.at)
    },
    endOf: (index) => {
      const run = runAt(runs, index)
      return decoding.endOf(run.replaced ? run.to - 1 : run.from + index - run.at)
    },
  }
}

/** The last run that begins at or before `index`. */
function runAt(runs: readonly TextRun[], index: number): TextRun {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((runs[middle]?.at ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return runs[low] ?? { at: 0, from: 0, to: 1, replaced: false }
}
