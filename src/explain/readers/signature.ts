import type { Reading } from '../evidence-piece.ts'

/** One phrase or code that a family of clients prints, and what it means. */
export interface Signature {
  /**
   * Lower-case words, of which at least one stands in every text that matches; what is searched
   * for in every byte of the log, so the pattern only runs where it can succeed.
   */
  readonly literals: readonly string[]
  /** Linear time on any input: literals, classes, bounded repeats. */
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => Reading | readonly Reading[] | undefined
  /** It describes a call and is no sign of a failure by itself. */
  readonly weak?: true
}

/** The same signature, which does not make a line worth reading by itself. */
export function describing(signature: Signature): Signature {
  return { ...signature, weak: true }
}

/** A signature with a fixed meaning. */
export function says(
  literals: string | readonly string[],
  pattern: RegExp,
  reading: Reading | readonly Reading[],
): Signature {
  return {
    literals: typeof literals === 'string' ? [literals] : literals,
    pattern,
    read: () => reading,
  }
}

/** A signature whose groups carry the meaning. */
export function tells(
  literals: string | readonly string[],
  pattern: RegExp,
  read: Signature['read'],
): Signature {
  return { literals: typeof literals === 'string' ? [literals] : literals, pattern, read }
}

export function failure(
  layer: 'dns' | 'tcp' | 'proxy' | 'tls' | 'http',
  errno: string | undefined,
  more: Omit<Extract<Reading, { kind: 'failure' }>, 'kind' | 'layer' | 'errno'> = {},
): Reading {
  return { kind: 'failure', layer, ...(errno === undefined ? {} : { errno }), ...more }
}
