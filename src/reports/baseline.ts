import type { ReportView } from './artifact.ts'

/** What changed since the earlier packet, as plain sentences; empty without one. Not escaped. */
export function baselineLines({ baseline }: ReportView): readonly string[] {
  if (baseline === undefined) return []
  if (baseline.refused !== undefined) return [`Not compared: ${baseline.refused}`]
  if (baseline.changes.length === 0) return [`Nothing changed since ${baseline.startedAt}.`]
  return baseline.changes.map(
    (change) => `${change.what}: ${change.before || 'none'} → ${change.now || 'none'}`,
  )
}
