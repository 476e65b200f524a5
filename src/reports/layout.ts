import { joined } from '../model/index.ts'

/** Size of a text in UTF-8: what the limits of files and of the summary count. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Characters of a bar, each a whole column: GitHub keeps no runs of spaces. */
const BUSY = '█'
const IDLE = '░'

/**
 * One line of a waterfall.
 * @param total of the whole axis, milliseconds
 */
export function bar(startedMs: number, elapsedMs: number, total: number, columns: number): string {
  const column = (milliseconds: number): number =>
    total <= 0 ? 0 : Math.min(columns, Math.max(0, Math.round((milliseconds / total) * columns)))
  const start = Math.min(columns - 1, column(startedMs))
  const end = Math.max(start + 1, column(startedMs + elapsedMs))
  return IDLE.repeat(start) + BUSY.repeat(end - start) + IDLE.repeat(columns - end)
}

/** A table of Markdown; nothing without rows. `more` stands below it. Cells are escaped already. */
export function markdownTable(
  head: readonly [headings: string, columns: string],
  rows: readonly (readonly (string | number)[])[],
  more = '',
): string {
  if (rows.length === 0) return ''
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`)
  return joined('\n', ...head, ...lines, more && `\n${more}`)
}

/** The parts that say something, with an empty line between them. */
export function paragraphs(...parts: readonly string[]): string {
  return joined('\n\n', ...parts)
}

/**
 * As many whole sections as fit, in their order of importance: a section that does not fit ends the
 * text, and a sentence says so.
 * @param limit of `measure`
 */
export function fitting(
  sections: readonly string[],
  limit: number,
  measure: (text: string) => number,
  whereTheRestIs: string,
): string {
  const parts = sections.filter((section) => section !== '')
  const whole = `${parts.join('\n\n')}\n`
  if (measure(whole) <= limit) return whole
  const rest = (left: number): string =>
    `\n\n_Cut here to stay within the size limit: ${left} more section${left === 1 ? '' : 's'} left out. ${whereTheRestIs}_\n`
  const room = limit - measure(rest(parts.length))
  const kept: string[] = []
  let used = 0
  for (const section of parts) {
    used += measure(section) + 2
    if (used > room) break
    kept.push(section)
  }
  return kept.join('\n\n') + rest(parts.length - kept.length)
}
