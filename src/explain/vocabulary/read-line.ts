import { DEPTH, type EvidencePiece } from '../evidence-piece.ts'
import type { LogLine } from '../unwrap.ts'
import { compileWordSearch, type WordSearch } from '../word-search.ts'
import { ROWS } from './index.ts'
import { readingsOf, type Row } from './row.ts'
import { DECIDING, WORDS } from './words.ts'

/** A log of calls that were answered is told apart from one that says nothing. */
const HINT = '"http/1.1 200 ok"'
const words = WORDS.map(([word]) => word)

/** What is searched for in every byte: what makes a line worth reading, then what does so for the first few. */
export const TRIGGERS: WordSearch = compileWordSearch([...words.slice(0, DECIDING), HINT], DECIDING)

/** What is searched for in a line that is read. */
export const ALL_WORDS: WordSearch = compileWordSearch(words)

/** A line that says the same more often says nothing new. */
const MAX_MATCHES = 8

/** Everything that is understood of one line, each with its place. */
export function readLine(line: LogLine): readonly EvidencePiece[] {
  if (line.words.size === 0) return []
  const rows = new Set<number>()
  for (const word of line.words) for (const row of WORDS[word]?.[1] ?? []) rows.add(row)
  const pieces: EvidencePiece[] = []
  for (const index of [...rows].toSorted((a, b) => a - b)) {
    const row = ROWS[index]
    if (row !== undefined) pieces.push(...matches(row, line))
  }
  return pieces
}

const GLOBAL = new Map<RegExp, RegExp>()

function matches(row: Row, line: LogLine): readonly EvidencePiece[] {
  const pieces: EvidencePiece[] = []
  const global = globalOf(row.pattern)
  global.lastIndex = 0
  for (let count = 0; count < MAX_MATCHES; count += 1) {
    const match = global.exec(line.text)
    if (match === null) break
    if (match[0].length === 0) global.lastIndex += 1
    for (const reading of readingsOf(row, match)) {
      pieces.push({
        ...reading,
        line: line.number,
        column: line.columnOf(match.index),
        index: match.index,
        end: match.index + match[0].length,
        depth: DEPTH[reading.kind],
      })
    }
  }
  return pieces
}

function globalOf(pattern: RegExp): RegExp {
  const known = GLOBAL.get(pattern)
  if (known !== undefined) return known
  const made = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)
  GLOBAL.set(pattern, made)
  return made
}
