import { bodiesIn } from './bodies.ts'
import type { Block } from './blocks.ts'
import type { EvidencePiece } from './evidence-piece.ts'
import type { LogLine } from './unwrap.ts'
import { ALL_WORDS, readLine } from './vocabulary/read-line.ts'
import { wordsIn } from './word-search.ts'

/** A line that a terminal, a table or a mail program broke is at least this long. */
const SHORTEST = 20
/** Broken between words, even the longest line may end before the edge. */
const RAGGED = 5

/**
 * The block with its lines put together again where a terminal broke them at a column or between
 * words. Any two lines could be meant; it is believed where evidence or a body stands across a seam.
 */
export function rejoined(block: Block): Block {
  if (block.lines.length < 2) return block
  const width = Math.max(...block.lines.map(widthOf))
  if (width < SHORTEST) return block
  const [column = [], words = []] = ['', ' '].map((separator) =>
    joinedAt(block.lines, width, separator),
  )
  // At a column all lines but the last are equally long; otherwise more of them join between words.
  const ragged = block.lines.filter((line) => widthOf(line) === width).length < 2
  const ways = ragged && words.length < column.length ? [words, column] : [column, words]
  for (const joined of ways) {
    if (joined.length === block.lines.length) continue
    const pieces = joined.flatMap(({ line }) => readLine(line))
    if (joined.some(({ line, seams }) => isWhole(line, seams, pieces))) {
      return { ...block, lines: joined.map(({ line }) => line), pieces }
    }
  }
  return block
}

interface Joined {
  readonly line: LogLine
  /** Where in its text the lines meet. */
  readonly seams: readonly number[]
}

function widthOf(line: LogLine): number {
  return line.columnOf(line.text.length) - 1
}

function joinedAt(lines: readonly LogLine[], width: number, separator: string): readonly Joined[] {
  const runs: [LogLine, ...LogLine[]][] = []
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1]
    const continues =
      previous !== undefined &&
      line.number === previous.number + 1 &&
      !line.fresh &&
      line.record === undefined &&
      isFull(previous, line, width, separator)
    if (continues) runs.at(-1)?.push(line)
    else runs.push([line])
  }
  return runs.map((run) => join(run, separator))
}

/** Nothing more had room on this line. */
function isFull(line: LogLine, next: LogLine, width: number, separator: string): boolean {
  if (separator === '') return widthOf(line) === width
  const word = /^\S*/.exec(next.text)?.[0].length ?? 0
  return word > 0 && widthOf(line) + 1 + word > width - RAGGED
}

/** All lines at once: one after another would read a long block again with each of its lines. */
function join(run: readonly [LogLine, ...LogLine[]], separator: string): Joined {
  const [first, ...others] = run
  if (others.length === 0) return { line: first, seams: [] }
  const text = run.map((line) => line.text).join(separator)
  let end = first.text.length
  const seams = others.map((line) => {
    const seam = end + separator.length
    end = seam + line.text.length
    return seam
  })
  const columnOf = (index: number): number => {
    const part = seams.findLastIndex((seam) => seam <= index)
    return (run[part + 1] ?? first).columnOf(index - (seams[part] ?? 0))
  }
  return { seams, line: { ...first, text, words: wordsIn(ALL_WORDS, text), columnOf } }
}

function isWhole(
  line: LogLine,
  seams: readonly number[],
  pieces: readonly EvidencePiece[],
): boolean {
  const crosses = (start: number, end: number): boolean =>
    seams.some((seam) => start < seam && seam < end)
  return (
    seams.length > 0 &&
    (pieces.some(
      ({ depth, line: number, index, end }) =>
        depth <= 3 && number === line.number && crosses(index, end),
    ) ||
      bodiesIn(line.text).some(({ shape, start, end }) => shape === 'json' && crosses(start, end)))
  )
}
