import type { TerminalStyle } from './artifact.ts'

export const DEFAULT_STYLE: TerminalStyle = { width: 80, colour: false }

const COLOURS = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const
export type Colour = keyof typeof COLOURS

/** Select Graphic Rendition (ECMA-48 §8.3.117), only when asked for. */
export function painted(text: string, colour: Colour, style: TerminalStyle): string {
  return style.colour && text !== '' ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text
}

/** Takes two columns: CJK, Hangul, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

const PLAIN = /^[ -~]*$/

/** Columns that a text takes. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let columns = 0
  for (const character of text)
    columns += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1
  return columns
}

/**
 * Lines of at most `width` columns, broken at spaces. A word longer than a line stands alone,
 * whole: addresses and ids are to be copied.
 */
export function wrapped(text: string, width: number): readonly string[] {
  if (columnsOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let columns = 0
  for (const word of text.split(' ')) {
    const more = columnsOf(word)
    if (line === '') {
      line = word
      columns = more
    } else if (columns + 1 + more > width) {
      lines.push(line)
      line = word
      columns = more
    } else {
      line += ` ${word}`
      columns += 1 + more
    }
  }
  return [...lines, line]
}

/** Wrapped text with `first` in front of the first line and the same room in front of the others. */
export function hanging(first: string, text: string, style: TerminalStyle): string {
  const room = columnsOf(first)
  const lines = wrapped(text, Math.max(20, style.width - room))
  return lines
    .map((line, index) => ((index === 0 ? first : ' '.repeat(room)) + line).trimEnd())
    .join('\n')
}
