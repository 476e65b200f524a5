import { jsonIn } from '../model/index.ts'

type Container = Record<string, unknown> | unknown[]

/** A place in the text: what is being filled, and what the next value is for. */
interface Level {
  readonly into: Container
  key?: string
  /** The value of this member is there: what follows up to the comma is a broken string's rest. */
  filled?: boolean
}

const DOUBLE = /\s*(?:("(?:[^"\\]|\\.)*")|([{}[\],:])|([^\s{}[\],:"]+))/sy
/** Python prints its dictionaries with single quotes. */
const SINGLE = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([{}[\],:])|([^\s{}[\],:"']+))/sy

/**
 * What can be read of a text that begins as a JSON object or list and is none: cut, with a comma too many, a line
 * break or quotes inside a string, something behind its end. One pass, no recursion. `undefined` where
 * nothing begins.
 */
export function looseJson(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined
  const token = text.startsWith("{'") ? SINGLE : DOUBLE
  const root: { value?: Container } = {}
  const levels: Level[] = []
  token.lastIndex = 0
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [, string, sign, word] = found
    const level = levels.at(-1)
    if (sign === '{' || sign === '[') {
      const made: Container = sign === '[' ? [] : Object.create(null)
      if (level === undefined) root.value = made
      else put(level, made)
      levels.push({ into: made })
    } else if (sign === '}' || sign === ']') {
      levels.pop()
      if (levels.length === 0) break
    } else if (level === undefined) break
    else if (sign === ',') {
      delete level.key
      level.filled = false
    } else if (sign !== ':') {
      const value =
        string === undefined ? jsonIn(word ?? '') : (jsonIn(string) ?? string.slice(1, -1))
      if (Array.isArray(level.into) || level.key !== undefined) put(level, value)
      else if (typeof value === 'string' && level.filled !== true) level.key = value
    }
  }
  return root.value
}

function put(level: Level, value: unknown): void {
  const { into, key, filled } = level
  if (filled === true) return
  level.filled = true
  if (Array.isArray(into)) into.push(value)
  else if (key !== undefined) into[key] = value
}
