/** The same test where the application runs: in a container, a pod, another host, a namespace. */
export type { InsideProblem } from './problem.ts'
export { probeInside, type InsideOrder, type InsideResult } from './run-inside.ts'
