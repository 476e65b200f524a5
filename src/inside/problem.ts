import type { Code } from '../model/index.ts'

/** Why nothing was measured in the target: our own trouble, never a broken route. */
export interface InsideProblem {
  readonly code: Code & `own.inside_${string}`
  /** One sentence: what happened. */
  readonly message: string
  /** One order with an object. */
  readonly fix: string
}

const LONGEST_QUOTE = 200

/** Last line that a command wrote, for a sentence: one line, printable, cut. Empty when it wrote nothing. */
export function lastLine(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .filter((line) => line !== '')
  const last = lines.at(-1) ?? ''
  return last.length > LONGEST_QUOTE ? `${last.slice(0, LONGEST_QUOTE - 1).toWellFormed()}…` : last
}
