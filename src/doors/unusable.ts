import { branchOf, type Packet, type Runtime } from '../model/index.ts'
import { crashPacket } from './crash.ts'

/**
 * A log, or a folder of packets, that cannot be read: told like any other setting that cannot work,
 * so that a step has its outputs in this case, too.
 */
export function unusablePacket(runtime: Runtime, summary: string): Packet {
  const packet = crashPacket(runtime)
  return {
    ...packet,
    verdict: {
      ...packet.verdict,
      verdict: 'fail',
      owner: 'request',
      branch: branchOf('request'),
      rung: 'config',
      code: 'config.file_unreadable',
      rule: '',
      summary,
      firstBad: 'config',
      doNext: [],
      doNot: [],
    },
  }
}
