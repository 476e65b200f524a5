import { fragmentsOf } from './fragments.ts'
import type { Needles } from './needles.ts'
import { lettersAndDigits } from './needles.ts'
import { SHAPES } from './shapes.ts'
import type { View } from './views.ts'
import { decodedViews, joined, lettersAndDigitsOf } from './views.ts'

/** A piece of the original text to remove. */
export interface Range {
  readonly start: number
  readonly end: number
  readonly what: string
}

/** Where secrets stand in the text, in any form: in order, without overlaps. */
export function rangesToRemove(
  value: string,
  needles: readonly Needles[],
  shapes = true,
): readonly Range[] {
  const found: Range[] = []
  for (const view of decodedViews(value)) {
    const forms = searchable(view)
    for (const needle of needles) found.push(...rangesOf(forms, needle))
    if (shapes) found.push(...shapedRanges(view))
  }
  const merged: Range[] = []
  for (const range of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last === undefined || range.start >= last.end) merged.push(range)
    else merged[merged.length - 1] = { ...last, end: Math.max(last.end, range.end) }
  }
  return merged
}

/** One view in the forms that needles are searched in. */
interface Searchable {
  readonly view: View
  readonly dense: View
  readonly base64: View
  readonly lower: View
  readonly bare: string
}

function searchable(view: View): Searchable {
  const dense = joined(view)
  return {
    view,
    dense,
    base64: { ...dense, text: dense.text.replaceAll('-', '+').replaceAll('_', '/') },
    lower: { ...dense, text: toLowerAscii(dense.text) },
    bare: lettersAndDigits(view.text),
  }
}

function rangesOf(forms: Searchable, needle: Needles): readonly Range[] {
  const { what } = needle
  return [
    ...needle.plain.flatMap((form) => occurrences(forms.view, form, what)),
    ...needle.joined.flatMap((form) => occurrences(forms.dense, form, what)),
    ...needle.base64.flatMap((form) => occurrences(forms.base64, form, what, BASE64)),
    ...needle.hexadecimal.flatMap((form) => occurrences(forms.lower, form, what)),
    ...needle.bare
      .filter((form) => forms.bare.includes(form))
      .flatMap((form) => occurrences(lettersAndDigitsOf(forms.view), form, what)),
    ...needle.short.flatMap((form) => credentialPositions(forms.view, form, what)),
    ...needle.joined.flatMap((form) => pieces(forms.dense, form, what)),
    ...needle.base64.flatMap((form) => pieces(forms.base64, form, what)),
    ...needle.hexadecimal.flatMap((form) => pieces(forms.lower, form, what)),
  ]
}

function pieces(view: View, form: string, what: string): readonly Range[] {
  return fragmentsOf(view.text, form).map(([start, end]) => ({
    start: view.startOf(start),
    end: view.endOf(end - 1),
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
function occurrences(view: View, form: string, what: string, alphabet?: RegExp): readonly Range[] {
  const ranges: Range[] = []
  for (let at = view.text.indexOf(form); at !== -1; at = view.text.indexOf(form, at + 1)) {
    let first = at
    let last = at + form.length - 1
    if (touches(view, first - 1) && alphabet?.test(view.text.charAt(first - 1)) === true) first -= 1
    if (touches(view, last) && alphabet?.test(view.text.charAt(last + 1)) === true) last += 1
    if (alphabet !== undefined) last += padding(view.text, last + 1)
    ranges.push({ start: view.startOf(first), end: view.endOf(last), what })
  }
  return ranges
}

/** Nothing was taken out between this character and the next one. */
function touches(view: View, index: number): boolean {
  return index >= 0 && view.endOf(index) === view.startOf(index + 1)
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

function credentialPositions(view: View, form: string, what: string): readonly Range[] {
  const pattern = new RegExp(`${BEFORE_CREDENTIAL}${literally(form)}(?![A-Za-z0-9_])`, 'gi')
  return [...view.text.matchAll(pattern)].map((match) => ({
    start: view.startOf(match.index),
    end: view.endOf(match.index + match[0].length - 1),
    what,
  }))
}

/** Any shape at all: most texts have none, and one look is cheaper than one for each. */
const ANY_SHAPE = new RegExp(
  SHAPES.map(({ pattern }) => pattern.source.replace('(?<value>', '(?:')).join('|'),
  'i',
)

function shapedRanges(view: View): readonly Range[] {
  if (!ANY_SHAPE.test(view.text)) return []
  return SHAPES.flatMap(({ what, pattern, accepts }) =>
    [...view.text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices?.groups?.['value'] ?? [
        match.index,
        match.index + match[0].length,
      ]
      if (accepts?.(view.text.slice(start, end)) === false) return []
      return [{ start: view.startOf(start), end: view.endOf(end - 1), what }]
    }),
  )
}
