import { API_MARKS } from './api-marks.ts'
import type { Mark } from './mark.ts'
import { PAGE_MARKS } from './page-marks.ts'

/** Characters that are looked at: as many as bytes of a body are read. */
const MAX_CHARACTERS = 65_536

/** All marks in the order in which they are reported. */
export const MARKS: readonly Mark[] = [...API_MARKS, ...PAGE_MARKS]

/**
 * Ids of the marks found in a text, in the order of the table. Only the first 65536 characters are
 * read. `where` limits the search to one kind of mark.
 */
export function marksIn(text: string, where?: Mark['where']): string[] {
  const read = text.length > MAX_CHARACTERS ? text.slice(0, MAX_CHARACTERS) : text
  return MARKS.filter(
    (mark) => (where === undefined || mark.where === where) && mark.pattern.test(read),
  ).map((mark) => mark.id)
}
