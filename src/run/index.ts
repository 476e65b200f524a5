/** One route under way, and several side by side. */
export { evidenceOf, type RouteRun, type RouteResult, type World } from './route-run.ts'
export { runRoute } from './run-route.ts'
export { MOST_AT_ONCE, runRoutes } from './run-routes.ts'
export { sideBySide } from './side-by-side.ts'
