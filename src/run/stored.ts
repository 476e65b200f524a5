import { given, SCHEMA_VERSION, verdictWithoutRoute } from '../model/index.ts'
import type {
  Observation,
  Packet,
  PacketObservation,
  ProbeId,
  Runtime,
  Saying,
} from '../model/index.ts'
import { timezoneName } from '../settings/runtime.ts'
import { VERSIONS } from '../versions.ts'

/** What every packet says of the place and time of its making. */
export function stamp(
  runtime: Runtime,
  startedAt: Date,
  elapsedMs: number,
): Pick<Packet, 'tool' | 'startedAt' | 'timezone' | 'elapsedMs' | 'runtime'> {
  return {
    tool: VERSIONS,
    startedAt: withOffset(startedAt),
    timezone: timezoneName(),
    elapsedMs: Math.round(elapsedMs),
    runtime,
  }
}

/** An observation as it is stored. */
export function flat<P extends ProbeId>(one: Observation<P>): PacketObservation<P> {
  const { outcome } = one
  return {
    id: one.id,
    probe: one.probe,
    rung: one.rung,
    target: one.target,
    attempt: one.attempt,
    status: outcome.status,
    code: outcome.status === 'failed' ? outcome.failure.code : '',
    because:
      outcome.status === 'skipped'
        ? outcome.because
        : outcome.status === 'failed'
          ? [outcome.failure.errno, outcome.failure.detail].filter(Boolean).join(' ')
          : '',
    startedMs: one.startedMs,
    elapsedMs: one.elapsedMs,
    facts: outcome.status === 'skipped' ? {} : { ...outcome.facts },
    ...given({ at: one.at }),
  }
}

/** A packet all the same: every run leaves one, also a crash, an unreadable file, a failed prefix. */
export function packetWithoutRoutes(
  saying: Saying,
  runtime: Runtime,
  startedAt = new Date(),
  elapsedMs = performance.now(),
): Packet {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...stamp(runtime, startedAt, elapsedMs),
    routes: [],
    verdict: { ...verdictWithoutRoute(saying), route: '' },
    redactions: [],
  }
}

/** ISO 8601 with the offset of this machine, as people write times into a ticket. */
export function withOffset(date: Date): string {
  const offset = -date.getTimezoneOffset()
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const sign = offset < 0 ? '-' : '+'
  const part = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${local}${sign}${part(offset / 60)}:${part(offset % 60)}`
}
