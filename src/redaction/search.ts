import { fragmentsOf } from './fragments.ts'
import { lettersAndDigits, type Literals } from './literals.ts'
import { SHAPES } from './shapes.ts'
import { decodingsOf, joined, lettersAndDigitsOf, type Decoding } from './decodings.ts'

/** A piece of the original text to remove. */
export interface Range {
  readonly start: number
  readonly end: number
  readonly what: string
}

/** Where secrets stand in the text, in any form: in order, without overlaps. */
export function rangesToRemove(
  value: string,
  literals: readonly Literals[],
  shapes = true,
): readonly Range[] {
  const found = decodingsOf(value).flatMap((decoding) => {
    const forms = searchable(decoding)
    const known = literals.flatMap((literal) => [...rangesOf(forms, literal)])
    return shapes ? [...known, ...shapedRanges(decoding)] : known
  })
  const merged: Range[] = []
  for (const range of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last === undefined || range.start >= last.end) merged.push(range)
    else merged[merged.length - 1] = { ...last, end: Math.max(last.end, range.end) }
  }
  return merged
}

/** One decoding in the forms that literals are searched in. */
interface Searchable {
  readonly decoding: Decoding
  readonly dense: Decoding
  readonly base64: Decoding
  readonly lower: Decoding
  readonly bare: string
}

function searchable(decoding: Decoding): Searchable {
  const dense = joined(decoding)
  return {
    decoding,
    dense,
    base64: { ...dense, text: dense.text.replaceAll('-', '+').replaceAll('_', '/') },
    lower: { ...dense, text: toLowerAscii(dense.text) },
    bare: lettersAndDigits(decoding.text),
  }
}

function rangesOf(forms: Searchable, literal: Literals): readonly Range[] {
  const { what } = literal
  return [
    ...literal.plain.flatMap((form) => occurrences(forms.decoding, form, what)),
    ...literal.joined.flatMap((form) => occurrences(forms.dense, form, what)),
    ...literal.base64.flatMap((form) => occurrences(forms.base64, form, what, BASE64)),
    ...literal.hexadecimal.flatMap((form) => occurrences(forms.lower, form, what)),
    ...literal.bare
      .filter((form) => forms.bare.includes(form))
      .flatMap((form) => occurrences(lettersAndDigitsOf(forms.decoding), form, what)),
    ...literal.short.flatMap((form) => credentialPositions(forms.decoding, form, what)),
    ...literal.joined.flatMap((form) => pieces(forms.dense, form, what)),
    ...literal.base64.flatMap((form) => pieces(forms.base64, form, what)),
    ...literal.hexadecimal.flatMap((form) => pieces(forms.lower, form, what)),
  ]
}

function pieces(decoding: Decoding, form: string, what: string): readonly Range[] {
  return fragmentsOf(decoding.text, form).map(([start, end]) => ({
    start: decoding.startOf(start),
    end: decoding.endOf(end - 1),
    what,
  }))
}

const BASE64 = /[A-Za-z0-9+/]/

/** Unlike `toLowerCase`, keeps the length. */
function toLowerAscii(text: string): string {
  return text.replaceAll(/[A-F]/g, (letter) => letter.toLowerCase())
}

/**
 * @param alphabet of an encoding: one more character on each side, which holds bits of the
 *   secret and of its neighbour, and the padding go as well
 */
function occurrences(
  decoding: Decoding,
  form: string,
  what: string,
  alphabet?: RegExp,
): readonly Range[] {
  const ranges: Range[] = []
  for (let at = decoding.text.indexOf(form); at !== -1; at = decoding.text.indexOf(form, at + 1)) {
    let first = at
    let last = at + form.length - 1
    if (touches(decoding, first - 1) && alphabet?.test(decoding.text.charAt(first - 1)) === true)
      first -= 1
    if (touches(decoding, last) && alphabet?.test(decoding.text.charAt(last + 1)) === true)
      last += 1
    if (alphabet !== undefined) last += padding(decoding.text, last + 1)
    ranges.push({ start: decoding.startOf(first), end: decoding.endOf(last), what })
  }
  return ranges
}

/** Nothing was taken out between this character and the next one. */
function touches(decoding: Decoding, index: number): boolean {
  return index >= 0 && decoding.endOf(index) === decoding.startOf(index + 1)
}

/** Number of `=` from `at` on, at most two. */
function padding(text: string, at: number): number {
  if (text.charAt(at) !== '=') return 0
  return text.charAt(at + 1) === '=' ? 2 : 1
}

/** As a part of a pattern that matches the text itself. */
function literally(text: string): string {
  return text.replaceAll(/\W/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const BEFORE_CREDENTIAL = String.raw`(?<=(?:key|token|password|passwd|pwd|secret|bearer|basic)["']?\s?[:=]?\s?["']?)`

function credentialPositions(decoding: Decoding, form: string, what: string): readonly Range[] {
  const pattern = new RegExp(`${BEFORE_CREDENTIAL}${literally(form)}(?![A-Za-z0-9_])`, 'gi')
  return [...decoding.text.matchAll(pattern)].map((match) => ({
    start: decoding.startOf(match.index),
    end: decoding.endOf(match.index + match[0].length - 1),
    what,
  }))
}

/** Any shape at all: most texts have none, and one look is cheaper than one for each. */
const ANY_SHAPE = new RegExp(
  SHAPES.map(({ pattern }) => pattern.source.replace('(?<value>', '(?:')).join('|'),
  'i',
)

function shapedRanges(decoding: Decoding): readonly Range[] {
  if (!ANY_SHAPE.test(decoding.text)) return []
  return SHAPES.flatMap(({ what, pattern, accepts }) =>
    [...decoding.text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices?.groups?.['value'] ?? [
        match.index,
        match.index + match[0].length,
      ]
      if (accepts?.(decoding.text.slice(start, end)) === false) return []
      return [{ start: decoding.startOf(start), end: decoding.endOf(end - 1), what }]
    }),
  )
}
