import { MARKS } from '../../knowledge/catalogue.ts'
import type { Signature } from './signature.ts'

const MIN_LITERAL = 8

/**
 * The sentences of APIs and pages (`knowledge/products/`), looked for in lines that carry no body. The words to
 * search for are the fixed parts of the patterns, so a new mark is found in logs without any change here.
 */
export const SENTENCES: readonly Signature[] = MARKS.flatMap(({ id, pattern }) => {
  // Signs of a page or of some JSON that only mean something inside a body.
  if (
    /^(?:json|stream|ollama|proxy|portal)\.|^server\.(?:caddy|iis|traefik)|account_link|^block\.(?:iboss|generic)/.test(
      id,
    )
  )
    return []
  const literals = literalsOf(pattern.source)
  return literals.length === 0
    ? []
    : [
        {
          literals,
          pattern,
          read: (match: RegExpExecArray) => ({ kind: 'text' as const, text: match.input }),
        },
      ]
})

/** The longest fixed text of each alternative of a pattern; alternatives with none are left out. */
export function literalsOf(source: string): readonly string[] {
  return alternatives(source)
    .map(longestLiteral)
    .filter((literal) => literal.length >= MIN_LITERAL)
    .map((literal) => literal.toLowerCase())
}

function alternatives(source: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  let inClass = false
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] ?? ''
    if (char === '\\') {
      parts.push(`${parts.pop() ?? ''}${char}${source[at + 1] ?? ''}`)
      at += 1
      continue
    }
    if (char === '[') inClass = true
    if (char === ']') inClass = false
    if (!inClass && char === '(') depth += 1
    if (!inClass && char === ')') depth -= 1
    if (char === '|' && depth === 0 && !inClass) parts.push('')
    else parts.push((parts.pop() ?? '') + char)
  }
  return parts
}

/** Runs of plain characters outside groups and classes; a character before a quantifier is no part. */
function longestLiteral(part: string): string {
  let best = ''
  let run = ''
  let depth = 0
  const flush = (drop: boolean): void => {
    const literal = drop ? run.slice(0, -1) : run
    if (literal.length > best.length) best = literal
    run = ''
  }
  for (let at = 0; at < part.length; at += 1) {
    const char = part[at] ?? ''
    const escaped = char === '\\' ? (part[at + 1] ?? '') : ''
    if (escaped !== '') at += 1
    if (char === '[' && depth >= 0) {
      flush(false)
      const close = part.indexOf(']', at + 1)
      at = close === -1 ? part.length : close
    } else if (escaped === '' && char === '(') {
      flush(false)
      depth += 1
    } else if (escaped === '' && char === ')') {
      depth -= 1
      run = ''
    } else if (escaped === '' && /[?*{]/.test(char)) {
      flush(true)
      if (char === '{') at = Math.max(at, part.indexOf('}', at))
    } else if ((escaped === '' && /[.^$+|]/.test(char)) || /[bBdDsSwW]/.test(escaped)) {
      flush(false)
    } else if (depth === 0) {
      run += escaped === '' ? char : escaped
    }
  }
  flush(false)
  return best
}
