import type { Packet, Runtime } from '../model/index.ts'
import { packetWithoutRoutes } from '../run/packet-without-routes.ts'

/**
 * A log, or a folder of packets, that cannot be read: told like any other setting that cannot work,
 * so that a step has its outputs in this case, too.
 */
export function unusablePacket(runtime: Runtime, summary: string): Packet {
  return packetWithoutRoutes(
    {
      verdict: 'fail',
      owner: 'request',
      rung: 'config',
      firstBad: 'config',
      code: 'config.file_unreadable',
      rule: '',
      summary,
    },
    runtime,
  )
}
