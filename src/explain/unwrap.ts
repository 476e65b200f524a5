import { given } from '../model/index.ts'
import { wordsIn, type WordSearch } from './word-search.ts'
import type { RawLine } from './lines.ts'
import { prefixOf } from './prefixes.ts'
import { recordOf, type RecordLine } from './records.ts'

/** One line of the log without what the collector put in front of it. */
export interface LogLine {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** Column of an index of `text` in the line as it stands in the file, from 1. */
  readonly columnOf: (index: number) => number
  /** Which stream it came from, where several are mixed: container, pod, process. */
  readonly source: string
  /** When it was written, as far as the line says: ISO 8601, without offset where none was given. */
  readonly time?: string
  /** Numbers of the literals in it. */
  readonly words: ReadonlySet<number>
  /** The collector or logger began a new record here, so it cannot continue an indented block. */
  readonly fresh: boolean
  /** Lines that one record of JSON was unwrapped to share its number. */
  readonly record?: number
}

/** Text without colour and control characters, and where each part of it stood. */
interface Clean {
  readonly text: string
  /** Index in the decoded line of an index of `text`. */
  readonly rawOf: (index: number) => number
}

/**
 * Decodes a line, takes off colours, control characters and what collectors put in front, and
 * unwraps records of JSON. A lone CR separates texts of one line (progress bars); the number of the
 * line counts LF only, as editors and GitHub do.
 */
export function unwrap(raw: RawLine, search: WordSearch): readonly LogLine[] {
  const { buffer, byteOffset, byteLength } = raw.bytes
  const decoded = Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
  const lines: LogLine[] = []
  let from = 0
  while (from <= decoded.length) {
    const stop = decoded.indexOf('\r', from)
    const end = stop === -1 ? decoded.length : stop
    if (end > from || from === 0) lines.push(...unwrapText(raw, decoded, from, end, search))
    from = end + 1
  }
  return lines
}

function unwrapText(
  raw: RawLine,
  decoded: string,
  from: number,
  to: number,
  search: WordSearch,
): readonly LogLine[] {
  const clean = outOfBox(withoutControls(decoded, from, to))
  const prefix = prefixOf(clean.text)
  const body = clean.text.slice(prefix.length)
  const columnOf = (index: number): number => {
    const at = clean.rawOf(index + prefix.length)
    // What stands behind the part that was left out of a long line moves by its length.
    return at + 1 + (raw.cut !== undefined && at >= raw.cut.after ? raw.cut.bytes : 0)
  }
  const record = recordOf(body)
  const parts: readonly RecordLine[] = record ?? [{ text: body, at: 0, source: '', whole: false }]
  return parts.map((line, index): LogLine => {
    const nested = record === undefined ? { ...prefix, length: 0, source: '' } : prefixOf(line.text)
    const text = line.text.slice(nested.length)
    const time = prefix.time ?? line.time ?? nested.time
    return {
      number: raw.number,
      text,
      columnOf: (at) => columnOf(line.at + nested.length + at),
      source: [prefix.source, line.source, nested.source].filter((part) => part !== '').join(' '),
      words: wordsIn(search, text),
      fresh: index === 0 && (line.whole || nested.fresh),
      ...given({ time, record: line.whole ? raw.number : undefined }),
    }
  })
}

/** Rich and other printers draw boxes around messages; a box of source code stays as it is. */
function outOfBox(clean: Clean): Clean {
  const box = /^(\s{0,40}[│┃]\s?)(.*?)\s*[│┃]\s*$/.exec(clean.text)
  const [, edge = '', text = ''] = box ?? []
  if (box === null || /[│┃]|^\s*(?:❱\s*)?\d{1,6} /.test(text)) return clean
  return { text, rawOf: (index) => clean.rawOf(index + edge.length) }
}

/** CSI and OSC sequences, other controls except tab, zero-width marks, the byte order mark. */
const CONTROLS =
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  /\u001B(?:\[[\d;:?]{0,32}[ -/]{0,2}[@-~]|\][^\u0007\u001B]{0,256}(?:\u0007|\u001B\\)|[@-Z\\-_])?|[\u0000-\u0008\u000B-\u001F\u007F\u200B\uFEFF]/g

function withoutControls(decoded: string, from: number, to: number): Clean {
  const text = decoded.slice(from, to)
  CONTROLS.lastIndex = 0
  if (!CONTROLS.test(text)) return { text, rawOf: (index) => index + from }
  /** Start of each kept part, in the clean text and in the raw one. */
  const parts: { readonly clean: number; readonly raw: number }[] = []
  let kept = ''
  let at = 0
  CONTROLS.lastIndex = 0
  for (let match = CONTROLS.exec(text); match !== null; match = CONTROLS.exec(text)) {
    parts.push({ clean: kept.length, raw: at })
    kept += text.slice(at, match.index)
    at = match.index + match[0].length
  }
  parts.push({ clean: kept.length, raw: at })
  kept += text.slice(at)
  const rawOf = (index: number): number => {
    const part = parts.findLast(({ clean }) => clean <= index)
    return from + (part === undefined ? index : part.raw + index - part.clean)
  }
  return { text: kept, rawOf }
}
