import type { LadderStep, Packet, PacketRoute, SettingProblem, Verdict } from '../../model/index.ts'

/** What came from one runner: its packet, or why there is none. */
export type FleetEntry =
  | { readonly name: string; readonly packet: Packet }
  | { readonly name: string; readonly problem: SettingProblem }

/** One line of the summary: a runner, or one of its routes. */
export type FleetRow =
  | {
      readonly runner: string
      /** Empty when the runner has only one. */
      readonly route: string
      readonly status: Verdict['verdict']
      readonly ladder: readonly LadderStep[]
      readonly verdict: Verdict
      /** Absent when there was no room for the evidence, or the run did not come as far as a route. */
      readonly from?: PacketRoute
      /** The evidence stands in the packet of the runner only; `verdict` is that of one like it. */
      readonly apart?: true
      /** The verdict's owner or branch is in the route's own `fail-on`. */
      readonly failing: boolean
    }
  | {
      readonly runner: string
      readonly route: ''
      /** No packet, or one that cannot be read: never green. */
      readonly status: 'unknown'
      readonly because: string
      /** What its reader can do about it. */
      readonly fix: string
      readonly missing: boolean
      readonly failing: boolean
    }

export type FleetStatus = FleetRow['status']

/** Worst first. */
export const STATUSES = [
  'fail',
  'unknown',
  'inconclusive',
  'pass',
] as const satisfies readonly FleetStatus[]
