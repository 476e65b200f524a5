import { given } from '../../model/index.ts'
import type { Reading } from '../evidence-piece.ts'

/** What a row says: always the same, or what the groups of its pattern carry. */
export type Meaning =
  | Reading
  | readonly Reading[]
  | ((match: RegExpExecArray) => Reading | readonly Reading[] | undefined)

/** One text that a client, a system or a server prints, and what it means. */
export interface Row {
  /** Linear on any input: literals, classes, bounded repeats. */
  readonly pattern: RegExp
  readonly means: Meaning
  /**
   * Project, version (or commit) and file, or the page, that the text comes from; `(run)` where the
   * client printed it here, `unconfirmed` where the source of that version could not be opened.
   */
  readonly source: string
  /** It says where or who and is no sign of a failure: no reason to read a line. */
  readonly describes: boolean
}

type Entry = readonly [pattern: RegExp, means: Meaning, describes?: 'describes']

/** The rows that one source gives. */
export function from(source: string, entries: readonly Entry[]): readonly Row[] {
  return entries.map(([pattern, means, describes]) => ({
    pattern,
    means,
    source,
    describes: describes !== undefined,
  }))
}

export function failure(
  layer: 'dns' | 'tcp' | 'proxy' | 'tls' | 'http',
  errno: string | undefined,
  more: Omit<Extract<Reading, { kind: 'failure' }>, 'kind' | 'layer' | 'errno'> = {},
): Reading {
  return { kind: 'failure', layer, ...given({ errno }), ...more }
}

/** What a row says of one match. */
export function readingsOf({ means }: Row, match: RegExpExecArray): readonly Reading[] {
  const read = typeof means === 'function' ? means(match) : means
  return read === undefined ? [] : [read].flat()
}
