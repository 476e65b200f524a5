import { tokenOf } from './token.ts'

/** What the start of a JSON text says. */
export interface JsonPrefix {
  readonly keys: readonly string[]
  readonly object?: string
}

const STRING = /"(?:[^"\\]|\\.)*"/y

/**
 * Reads the keys at the top of a JSON object whose end is missing, and the value of `object`.
 * One pass, no recursion. `undefined` when the text is not the start of a JSON object or array.
 */
export function scanPrefix(text: string): JsonPrefix | undefined {
  if (text.startsWith('[')) return { keys: [] }
  if (!/^\{\s*"/.test(text)) return undefined
  const keys: string[] = []
  let object: string | undefined
  let depth = 0
  let key: string | undefined
  let index = 0
  while (index < text.length) {
    const character = text[index]
    if (character === '"') {
      STRING.lastIndex = index
      const found = STRING.exec(text)?.[0]
      if (found === undefined) break
      index += found.length
      if (depth !== 1) continue
      if (/^\s*:/.test(text.slice(index, index + 32))) {
        key = tokenOf(found.slice(1, -1))
        if (key !== undefined) keys.push(key)
      } else if (key === 'object') {
        object = tokenOf(found.slice(1, -1))
      }
      continue
    }
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    index += 1
  }
  return object === undefined ? { keys } : { keys, object }
}
