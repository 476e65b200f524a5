/** The only place where prose is matched. Everything after it sees the ids of marks. */
export { describeBody } from './body.ts'
export { interceptorOf } from './issuers.ts'
export type { Mark } from './mark.ts'
export { MARKS, marksIn } from './marks.ts'
