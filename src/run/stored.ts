import { given } from '../model/index.ts'
import type { Observation, Packet, PacketObservation, ProbeId, Runtime } from '../model/index.ts'
import { timezoneName } from '../settings/timezone.ts'
import { VERSIONS } from '../versions.ts'
import { withOffset } from './time.ts'

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
