import type { Packet, PacketRoute } from '../../model/index.ts'
import { SCHEMA_VERSION } from '../../model/index.ts'
import type { FleetResult } from './aggregate.ts'
import { labelOf } from './causes.ts'

/**
 * All packets as one, so that it can be stored, read again and compared: each route under the name
 * of its runner. Runners without a packet, and those whose evidence found no room, have no route in
 * it; the verdict speaks of them.
 */
export function fleetPacket(
  result: FleetResult,
  here: Pick<Packet, 'tool' | 'startedAt' | 'timezone' | 'elapsedMs' | 'runtime'>,
): Packet {
  const routes = result.rows.flatMap((row): readonly PacketRoute[] => {
    if (row.status === 'unknown' || row.from === undefined) return []
    return [{ ...row.from, name: labelOf(row) }]
  })
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: here.tool,
    startedAt: here.startedAt,
    timezone: here.timezone,
    elapsedMs: here.elapsedMs,
    runtime: here.runtime,
    routes,
    verdict: { ...result.verdict, route: result.deciding },
    redactions: result.redactions,
  }
}
