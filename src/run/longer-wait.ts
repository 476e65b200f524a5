import type { Probing, RouteRun } from './route-run.ts'

/** What an SDK of OpenAI waits by default is longer; a deploy need not wait for that. */
const PATIENCE_MS = 60_000

/**
 * The same route with the patience of the application itself, where the path is proven and the
 * service was only silent: a cold start is slow and not broken. Nothing where the deadline leaves no
 * more time than the attempt before had.
 */
export function withPatience({
  routeRun,
  world,
  decide,
  remainingMs,
}: Probing): RouteRun | undefined {
  const { route } = routeRun
  if (decide().rule !== 'http/api-silent' || world.signal.aborted) return undefined
  const timeoutMs = Math.min(route.applicationTimeoutMs ?? PATIENCE_MS, remainingMs())
  if (timeoutMs <= route.timeoutMs) return undefined
  return { ...routeRun, route: { ...route, timeoutMs, attempts: 1, waitUpToMs: 0 } }
}
