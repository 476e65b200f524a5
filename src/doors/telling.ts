import type { Packet } from '../model/index.ts'
import { REPORTS, type Artifact, type ReportView } from '../reports/index.ts'

/** Every report that can be made: the defect may be in one of them, and outputs are set all the same. */
export function tellWhatCan(packet: Packet, view: ReportView): readonly Artifact[] {
  return Object.values(REPORTS).flatMap((report) => {
    try {
      return report(packet, view)
    } catch {
      return []
    }
  })
}

/** Every report, in the order of the registry. */
export function tellAll(packet: Packet, view: ReportView): readonly Artifact[] {
  return Object.values(REPORTS).flatMap((report) => report(packet, view))
}
