import type { Packet } from '../model/index.ts'
import { literalsOf, type PlantedSecret } from './literals.ts'
import { rangesToRemove } from './search.ts'
import { secretProperty } from './shapes.ts'

/** Takes secrets out of everything that leaves the process, and remembers what it took. */
export interface Redactor {
  /** The text with `[removed: …]` where a secret stood. Removing twice changes nothing more. */
  readonly text: (value: string, where: string) => string
  /** The same for each string, and each property name, of plain data. */
  readonly deep: <T>(value: T, where: string) => T
  /** What was removed so far, where and how often; sorted. */
  readonly list: () => Packet['redactions']
}

const REMOVED = /\[removed: [\w .-]{1,40}\]/g

/** Deeper data is not walked: nothing that is printed is. */
const MAX_DEPTH = 64

/** Bounds the memory for clean texts, in characters and in texts. */
const LONGEST_REMEMBERED = 200
const MOST_REMEMBERED = 10_000

/**
 * Promise 2: the one place that removes secrets: the given values in plain, base64 (any alignment, both
 * alphabets), hexadecimal, URL-encoded, JSON- and HTML-escaped form, also split by white space, and
 * what looks like a key, a token, a cookie or a password whoever it belongs to. Time is linear in the text.
 *
 * `shapes: false`: only the given values, for text that is still to be judged.
 */
export function createRedactor(
  secrets: readonly PlantedSecret[],
  { shapes = true }: { readonly shapes?: boolean } = {},
): Redactor {
  const literals = secrets.map(literalsOf)
  const counts = new Map<string, { what: string; where: string; count: number }>()

  const note = (what: string, where: string): string => {
    const id = JSON.stringify([what, where])
    const before = counts.get(id)
    counts.set(id, { what, where, count: (before?.count ?? 0) + 1 })
    return `[removed: ${what}]`
  }

  const segment = (value: string, where: string): string => {
    const ranges = value === '' ? [] : rangesToRemove(value, literals, shapes)
    if (ranges.length === 0) return value
    let position = 0
    let result = ''
    for (const range of ranges) {
      result += value.slice(position, range.start) + note(range.what, where)
      position = range.end
    }
    return result + value.slice(position)
  }

  /** Texts known to hold nothing: a packet repeats its words and property names. */
  const clean = new Set<string>()

  const text = (value: string, where: string): string => {
    if (clean.has(value)) return value
    let current = value
    // A removal may uncover what it cut apart. Each pass leaves less text to search, so it ends: of
    // 60,000 drawn texts none took a third.
    for (let before = ''; before !== current;) {
      before = current
      current = betweenRemoved(before, (part) => segment(part, where))
    }
    if (current === value && value.length <= LONGEST_REMEMBERED && clean.size < MOST_REMEMBERED)
      clean.add(value)
    return current
  }

  const walk = (value: unknown, where: string, above: readonly object[]): unknown => {
    if (typeof value === 'string') return text(value, where)
    if (!isPlain(value)) return value
    if (above.length >= MAX_DEPTH || above.includes(value)) return '[cut: too deep]'
    const path = [...above, value]
    if (Array.isArray(value)) {
      const items = value.map((one: unknown, index) => walk(one, `${where}[${index}]`, path))
      return items.some((one, index) => one !== value[index]) ? items : value
    }
    let changed = false
    const entries = Object.entries(value).map(([name, one]): [string, unknown] => {
      const safeName = text(name, where)
      const place = where === '' ? safeName : `${where}.${safeName}`
      const what = typeof one === 'string' && one !== '' ? secretProperty(name) : undefined
      const kept = what === undefined || isRemoved(one)
      const safe = kept ? walk(one, place, path) : note(what, place)
      changed ||= safeName !== name || safe !== one
      return [safeName, safe]
    })
    // What holds nothing is not copied: a packet of a thousand routes would stand in memory twice.
    return changed ? Object.fromEntries(entries) : value
  }

  return {
    text,
    // The walk changes the text of strings and nothing else.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    deep: <T>(value: T, where: string): T => walk(value, where, []) as T,
    list: () =>
      [...counts.values()].toSorted((a, b) => compare(a.where, b.where) || compare(a.what, b.what)),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function isRemoved(value: unknown): boolean {
  return typeof value === 'string' && value.replaceAll(REMOVED, '') === ''
}

function isPlain(value: unknown): value is Record<string, unknown> | readonly unknown[] {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Applies `change` to what stands between marks of earlier removals, so that a mark is never changed. */
function betweenRemoved(value: string, change: (part: string) => string): string {
  let position = 0
  let result = ''
  for (const match of value.matchAll(REMOVED)) {
    result += change(value.slice(position, match.index)) + match[0]
    position = match.index + match[0].length
  }
  return result + change(value.slice(position))
}
