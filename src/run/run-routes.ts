import type { RouteRun, RouteResult, World } from './route-run.ts'
import { runRoute } from './run-route.ts'

/** Routes side by side, at most `MOST_AT_ONCE` at a time, in the order asked for. */
export async function runRoutes(
  routeRuns: readonly RouteRun[],
  world: World,
  deadlineMs: number,
): Promise<readonly RouteResult[]> {
  const shared = { ...world, crowded: routeRuns.length > FEW }
  const results: RouteResult[] = []
  const queue = routeRuns.entries()
  const worker = async (): Promise<void> => {
    for (const [index, routeRun] of queue)
      results[index] = await runRoute(routeRun, shared, deadlineMs)
  }
  await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, routeRuns.length) }, worker))
  return results
}

/**
 * Bounds sockets, memory and the peers' patience when a settings file names many routes. More would
 * also keep the event loop so busy that a small machine measures itself: on two cores with six busy
 * processes, 15 of 120 routes timed out at a hundred at once, and none at fifty.
 */
export const MOST_AT_ONCE = 50

/** With more, the witnesses of routes that are only slow would be most of the sockets of the run. */
const FEW = 4
