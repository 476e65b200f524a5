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
