import { BRANCHES, EXPIRY, OWNERS, type Gate } from '../model/index.ts'
import { parseDuration } from './durations.ts'
import type { Input } from './inputs.ts'
import { parsePathChecks } from './path-checks.ts'
import { nearest } from '../knowledge/distance.ts'
import { writeNear, type ParsedValue } from './problem.ts'

const YES = ['true', 'yes', 'on', '1']
const NO = ['false', 'no', 'off', '0']

export function parseBoolean(text: string): ParsedValue<boolean> {
  const word = text.trim().toLowerCase()
  if (YES.includes(word)) return { value: true }
  if (NO.includes(word)) return { value: false }
  return { wrong: 'is neither true nor false', fix: 'Write true or false.' }
}

export function parseCount(
  text: string,
  range: { readonly min: number; readonly max: number },
): ParsedValue<number> {
  const count = /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : NaN
  if (count >= range.min && count <= range.max) return { value: count }
  const bounds = `a whole number from ${range.min} to ${range.max}`
  return { wrong: `is not ${bounds}`, fix: `Write ${bounds}.` }
}

export function parseChoice<const T extends string>(
  text: string,
  choices: readonly T[],
): ParsedValue<T> {
  const word = text.trim().toLowerCase()
  const value = choices.find((choice) => choice === word)
  if (value !== undefined) return { value }
  return { wrong: 'has no such value', fix: writeNear(word, choices) }
}

/** A share of a whole, written in percent: `5%`; gives 0.05. */
export function parsePercent(text: string): ParsedValue<number> {
  const percent = /^(\d{1,3}(?:\.\d{1,6})?) ?%?$/.exec(text.trim())?.[1]
  if (percent !== undefined && Number(percent) <= 100) return { value: Number(percent) / 100 }
  const fix = 'Write a share from 0% to 100%, for example 5%.'
  return { wrong: 'is not a share in percent', fix }
}

const GATES: readonly Gate[] = [...new Set<Gate>([...BRANCHES, ...OWNERS, EXPIRY])].filter(
  (gate) => gate !== 'none',
)

/** Owners and branches that fail the job; `none` or nothing is the empty list. */
export function parseOwners(text: string): ParsedValue<readonly Gate[]> {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  if (words.length === 1 && words[0] === 'none') return { value: [] }
  const odd = words.find((word) => !GATES.some((gate) => gate === word))
  if (odd === undefined) {
    const known = words.flatMap((word) => GATES.find((gate) => gate === word) ?? [])
    return { value: [...new Set(known)] }
  }
  const near = nearest(odd, GATES)
  const all = `Use these words, or none alone: ${GATES.join(', ')}.`
  const wrong = 'names something that is neither an owner nor a branch'
  return { word: odd, wrong, fix: near === undefined ? all : `Write ${near} instead.` }
}

export function parseOrigin(text: string): ParsedValue<string> {
  const origin = text.trim().replace(/\/$/, '').toLowerCase()
  const fix = 'Write scheme and host without a path, for example https://app.example.com.'
  if (!/^https?:\/\/[^/?#@\\\s]+$/.test(origin) || !URL.canParse(origin)) {
    return { wrong: 'is not an origin', fix }
  }
  return { value: new URL(origin).origin }
}

/** A URL without anything that may be a secret: neither credentials nor a query. */
export function parseUrl(text: string): ParsedValue<string> {
  const trimmed = text.trim()
  const url = /^https?:\/\/[^\s\\]+$/i.test(trimmed) ? URL.parse(trimmed) : null
  const fix = 'Write scheme and host, for example https://api.github.com.'
  if (url === null) return { wrong: 'is not an http or https URL', fix }
  if (url.username !== '' || url.password !== '') {
    return { wrong: 'has a user name or password in it, and it is asked without credentials', fix }
  }
  if (url.search !== '' || url.hash !== '') {
    return { wrong: 'has a query or a fragment in it', fix }
  }
  return { value: url.href }
}

/** Tries the value against its row; what it was read as is of no interest here. */
export function checkValue(input: Input, text: string): ParsedValue<unknown> {
  switch (input.kind) {
    case 'boolean':
      return parseBoolean(text)
    case 'count':
      return parseCount(text, input.range)
    case 'choice':
      return parseChoice(text, input.choices)
    case 'duration':
      return parseDuration(text, input.range)
    case 'path-checks':
      return parsePathChecks(text)
    case 'percent':
      return parsePercent(text)
    case 'owners':
      return parseOwners(text)
    case 'origin':
      return parseOrigin(text)
    case 'url':
      return parseUrl(text)
    case 'text':
    case 'path':
    case 'secret':
      return { value: text }
  }
}
