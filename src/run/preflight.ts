import type { Packet } from '../model/index.ts'
import { LAW_OF_SETTINGS } from '../rules/law.ts'
import type { Settings } from '../settings/index.ts'
import { buildPacket } from './packet.ts'
import { prepare } from './prepare.ts'
import { blocked, blockedResult, type RouteRun } from './route-run.ts'
import { worldOf, type Order } from './world.ts'

/** The end of a run may not need all of the deadline: this much is kept for writing the reports. */
const REPORTING_MS = 250
/** … and this much more for each route: a thousand of them make 18 MB of page (measured: 3 s). */
const REPORTING_A_ROUTE_MS = 3

/**
 * The story: settings → routes → the way out → the real request → (only after a failure)
 * investigations → the judge → a packet with nothing secret in it. Reports are made from the packet.
 */
export async function preflight(order: Order): Promise<Packet> {
  const { settings, runtime, startedMs = 0 } = order
  const preparingMs = performance.now()
  const routeRuns = await prepare(order, Date.now())
  const probes = routeRuns.every(blocked) ? undefined : await loadProbes()
  // The clock starts here: what loading took is time of the deadline, and none of the route's.
  const spentMs = startedMs + performance.now() - preparingMs
  const startedAt = new Date()
  const { world, redactorFor, heard } = worldOf(order)

  const leftMs = timeFor(routeRuns.length, settings) - spentMs
  const results =
    probes === undefined
      ? await blockedResults(routeRuns, order)
      : await probes.runRoutes(routeRuns, world, leftMs)

  const elapsedMs = world.network.clock() + startedMs
  const redactor = redactorFor(results)
  const packet = buildPacket({ results, startedAt, elapsedMs, runtime, redactor })
  return { ...packet, redactions: [...heard(), ...packet.redactions] }
}

/** The probes with the SDK and TLS: 2 MB that wrong settings have no use for. */
const loadProbes = () => import('./run-route.ts')

/** Nothing was sent: only what was seen beside the road asks for more rules than those of the settings. */
async function blockedResults(routeRuns: readonly RouteRun[], { before = [] }: Order) {
  const law = before.length === 0 ? LAW_OF_SETTINGS : (await import('../rules/index.ts')).LAW
  return routeRuns.map((one) => blockedResult(one, law))
}

/** Milliseconds of the deadline in which routes are asked; the rest is for writing. */
function timeFor(routes: number, { deadlineMs }: Settings): number {
  return deadlineMs - Math.min(REPORTING_MS + REPORTING_A_ROUTE_MS * routes, deadlineMs / 2)
}
