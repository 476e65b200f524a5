import { entryOf, UNIT_MS } from '../model/index.ts'
import type { ParsedValue } from './problem.ts'

const PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/gy
const WHOLE = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/
const PLAIN = /^\d+(?:\.\d+)?$/

/** Bounds in milliseconds, both allowed. */
export interface DurationRange {
  readonly minMs: number
  readonly maxMs: number
}

/**
 * Reads `500ms`, `10s`, `2m`, `1h`, `1m30s`, `30d`; a plain number is seconds. Gives whole milliseconds.
 */
export function parseDuration(text: string, range: DurationRange): ParsedValue<number> {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, '')
  const bounds = `from ${duration(range.minMs)} to ${duration(range.maxMs)}`
  const fix = `Write a duration ${bounds}, for example 500ms, 10s or 2m.`
  let ms: number
  if (PLAIN.test(plain)) {
    ms = Number(plain) * 1000
    const meantMs = ms / 1000
    // Most settings of other programs are in milliseconds: 1800 is half an hour, 10000 hardly three.
    const isRound = meantMs >= 1000 && meantMs % 500 === 0
    if ((isRound || ms > range.maxMs) && meantMs >= range.minMs && meantMs <= range.maxMs) {
      const orSeconds = ms > range.maxMs ? '' : `, or ${plain}s if seconds are meant`
      return {
        wrong: 'has no unit, and a plain number is seconds',
        fix: `Write ${duration(meantMs)} if milliseconds are meant${orSeconds}.`,
      }
    }
  } else if (WHOLE.test(plain)) {
    ms = 0
    for (const [, amount, unit] of plain.matchAll(PART))
      ms += Number(amount) * (entryOf(UNIT_MS, unit ?? '') ?? NaN)
  } else {
    const meant = plain
      .replace(',', '.')
      .replaceAll(/[a-z]+/g, (unit) => (/^mi?l?l?i?s/.test(unit) ? 'ms' : unit.charAt(0)))
    return { wrong: 'is not a duration', fix: WHOLE.test(meant) ? `Write ${meant}.` : fix }
  }
  if (!(ms >= range.minMs && ms <= range.maxMs)) return { wrong: `is not ${bounds}`, fix }
  return { value: Math.round(ms) }
}

/** The shortest exact way to write it: `90s`, `2m`, `500ms`. */
export function duration(ms: number): string {
  const [unit, size] = Object.entries(UNIT_MS).findLast(
    ([unit, size]) => ms % size === 0 && (ms >= size || unit === 's'),
  ) ?? ['ms', 1]
  return `${ms / size}${unit}`
}
