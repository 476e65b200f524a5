/**
 * Where in the code a literal stands, read backwards from it: a bundle is looked at in windows that
 * begin anywhere, so nothing can be parsed from its start (and js-tokens 10 reads 15 MiB/s, the scan
 * 100). Gives up at `MAX_BACK`; strings are stepped over, regular expressions are not known.
 */

/** Further than from a literal to the call that it is an argument of. */
const MAX_BACK = 4000
const MAX_LEVELS = 5

/** One bracket that is open where the literal stands, and what it is part of. */
export interface Bracket {
  readonly open: '(' | '[' | '{'
  /** Offset of the bracket. */
  readonly at: number
  /** Text from the bracket, or the last comma in it, to the literal or the bracket within. */
  readonly item: string
  /** The item is the first of its bracket. */
  readonly isFirst: boolean
  /** What stands before the bracket: `new OpenAI`, `e.post`, `const a=`. */
  readonly lead: string
}

/** The brackets around the literal whose opening quote stands at `at`, the innermost first. */
export function bracketsAround(
  text: string,
  at: number,
): { readonly brackets: readonly Bracket[]; readonly statement: string } {
  const brackets: Bracket[] = []
  const least = Math.max(0, at - MAX_BACK)
  let depth = 0
  let itemEnd = at
  let itemStart = -1
  let index = at - 1
  for (; index >= least && brackets.length < MAX_LEVELS; index--) {
    const character = text[index] ?? ''
    if (character === '"' || character === "'" || character === '`') {
      index = openingQuote(text, index, least)
    } else if (character === ')' || character === ']' || character === '}') {
      depth++
    } else if (character === '(' || character === '[' || character === '{') {
      if (depth > 0) {
        depth--
        continue
      }
      brackets.push({
        open: character,
        at: index,
        item: text.slice(Math.max(itemStart < 0 ? index + 1 : itemStart, itemEnd - 400), itemEnd),
        isFirst: itemStart < 0,
        lead: text.slice(Math.max(0, index - 80), index).trimEnd(),
      })
      itemEnd = index
      itemStart = -1
    } else if (depth === 0 && character === ',' && itemStart < 0) {
      itemStart = index + 1
    } else if (depth === 0 && character === ';') {
      // A statement of a function's body: the brackets around it say nothing about the literal.
      break
    }
  }
  const from = itemStart < 0 ? index + 1 : itemStart
  return { brackets, statement: text.slice(Math.max(from, itemEnd - 400), itemEnd) }
}

/** Offset of the quote that opens the string which ends at `at`; `at` when it opens none on its line. */
function openingQuote(text: string, at: number, least: number): number {
  const quote = text[at] ?? ''
  const isEscaped = text[at - 1] === '\\'
  for (let index = at - 1 - Number(isEscaped); index >= least; index--) {
    const character = text[index]
    if (character === '\n' && quote !== '`') return at
    if (character === quote && (text[index - 1] === '\\') === isEscaped)
      return index - Number(isEscaped)
  }
  return at
}

/** The object or argument list that opens at `at`, to its end or for `most` characters. */
export function insideOf(text: string, at: number, most = 1500): string {
  let depth = 0
  let quote = ''
  const end = Math.min(text.length, at + most)
  for (let index = at; index < end; index++) {
    const character = text[index] ?? ''
    if (quote !== '') {
      if (character === '\\') index++
      else if (character === quote) quote = ''
    } else if (character === '"' || character === "'" || character === '`') quote = character
    else if (character === '(' || character === '[' || character === '{') depth++
    else if (character === ')' || character === ']' || character === '}') {
      depth--
      if (depth === 0) return text.slice(at + 1, index)
    }
  }
  return text.slice(at + 1, end)
}
