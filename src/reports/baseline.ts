import type { ReportView } from './artifact.ts'

/** What a change of the address that the API's edge sees is called. */
export const EGRESS_ADDRESS = 'egress address'

/** What changed since the earlier packet, as plain sentences; empty without one. Not escaped. */
export function baselineLines({ baseline }: ReportView): readonly string[] {
  if (baseline === undefined) return []
  if (baseline.refused !== undefined) return [`Not compared: ${baseline.refused}`]
  if (baseline.changes.length === 0) return [`Nothing changed since ${baseline.startedAt}.`]
  return baseline.changes.map(({ what, before, now }) => {
    const since = what.startsWith(EGRESS_ADDRESS)
      ? `The ${what} changed since ${baseline.startedAt}`
      : what
    return `${since}: ${before || 'none'} → ${now || 'none'}`
  })
}
