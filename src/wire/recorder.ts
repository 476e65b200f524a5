import type {
  AnyObservation,
  Failure,
  FactsOf,
  Outcome,
  ProbeId,
  Observation,
  Rung,
} from '../model/index.ts'
import { given, PROBE_RUNG } from '../model/index.ts'

/** Milliseconds since the start of the run; monotonic. */
export type Clock = () => number

/** An observation that has begun and has not ended. The first ending counts. */
export interface OpenObservation<P extends ProbeId> {
  readonly ok: (facts: FactsOf[P]) => void
  readonly failed: (failure: Failure, facts?: Partial<FactsOf[P]>) => void
  readonly skipped: (because: string) => void
  readonly isOpen: () => boolean
}

interface Beginning<P extends ProbeId> {
  /** Where it is not the probe's own. */
  readonly rung?: Rung
  /** What is known before it ends: for {@link Recorder.foresee}. */
  readonly soFar?: Partial<FactsOf[P]>
}

/** What the union of all observations is made of, before it is known which member it is. */
type Unnarrowed = Omit<Observation, 'outcome'> & { readonly outcome: Outcome<object> }

export interface Recorder {
  readonly begin: <P extends ProbeId>(
    probe: P,
    target: string,
    options?: Beginning<P>,
  ) => OpenObservation<P>
  /**
   * Takes the secrets of the run out of a text that a peer sent, before anything is cut off it or
   * read from it: what is left of a key then would not be known for one any more.
   */
  readonly clean: (received: string) => string
  readonly skip: (probe: ProbeId, target: string, because: string) => void
  /** Ends whatever is still open, e.g. when the attempt's clock has run out. */
  readonly endOpen: (ending: (rung: Rung, probe: ProbeId) => Outcome<never>) => void
  readonly list: () => readonly AnyObservation[]
  /** What `list` would give if everything that is open failed now with this; nothing ends. */
  readonly foresee: (failure: (rung: Rung) => Failure) => readonly AnyObservation[]
}

export type Listener = (
  event:
    | {
        readonly kind: 'begin'
        readonly rung: Rung
        readonly target: string
        readonly atMs: number
      }
    | { readonly kind: 'end'; readonly observation: AnyObservation },
) => void

/** Collects the observations of one route. Ids are unique within the route: `handshake`, `handshake#2`. */
export function createRecorder(options: {
  readonly route: string
  readonly clock: Clock
  readonly attempt: () => number
  readonly listen?: Listener
  readonly clean?: (received: string) => string
  /** Ids are counted over all attempts of a route: pass the same map to each recorder. */
  readonly counts?: Map<ProbeId, number>
}): Recorder {
  const done: AnyObservation[] = []
  const open = new Set<{
    readonly probe: ProbeId
    readonly rung: Rung
    readonly foreseen: (failure: Failure) => Unnarrowed
    readonly end: (outcome: Outcome<never>) => void
  }>()
  const counts = options.counts ?? new Map<ProbeId, number>()

  function begin<P extends ProbeId>(
    probe: P,
    target: string,
    { rung = PROBE_RUNG[probe], soFar }: Beginning<P> = {},
  ): OpenObservation<P> {
    const startedMs = options.clock()
    const attempt = options.attempt()
    const count = (counts.get(probe) ?? 0) + 1
    counts.set(probe, count)
    options.listen?.({ kind: 'begin', rung, target, atMs: startedMs })
    const as = (outcome: Outcome<object>): Unnarrowed => ({
      id: count === 1 ? probe : `${probe}#${count}`,
      probe,
      rung,
      route: options.route,
      target,
      attempt,
      startedMs: round(startedMs),
      elapsedMs: round(options.clock() - startedMs),
      outcome,
    })
    const end = (outcome: Outcome<FactsOf[P]>): void => {
      if (!open.delete(entry)) return
      const observation = as(outcome)
      if (!isKnown(observation)) return
      done.push(observation)
      options.listen?.({ kind: 'end', observation })
    }
    const foreseen = (failure: Failure): Unnarrowed =>
      as({ status: 'failed', failure, ...given({ facts: soFar }) })
    const entry = { probe, rung, foreseen, end }
    open.add(entry)
    return {
      ok: (facts) => end({ status: 'ok', facts }),
      failed: (failure, facts) => end({ status: 'failed', failure, ...given({ facts }) }),
      skipped: (because) => end({ status: 'skipped', because }),
      isOpen: () => open.has(entry),
    }
  }

  return {
    begin,
    clean: options.clean ?? ((received) => received),
    skip: (probe, target, because) => begin(probe, target).skipped(because),
    endOpen: (ending) => {
      for (const entry of open) entry.end(ending(entry.rung, entry.probe))
    },
    list: () => done,
    foresee: (failure) => [
      ...done,
      ...[...open].map(({ rung, foreseen }) => foreseen(failure(rung))).filter(isKnown),
    ],
  }
}

/** `begin` ties the probe to its facts; the compiler cannot carry that through the union. */
function isKnown(observation: Unnarrowed): observation is AnyObservation {
  return Object.hasOwn(PROBE_RUNG, observation.probe)
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
