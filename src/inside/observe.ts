import type { AnyObservation, EgressPlan, ProbeId, Route } from '../model/index.ts'
import { createRecorder, type Recorder } from '../wire/recorder.ts'
import type { Draft } from './draft.ts'
import { observeResponse } from './observe-response.ts'
import { observeWay } from './observe-way.ts'
import type { RawEvent } from './raw.ts'

/** Whose events they are, and what is known of them beforehand. */
export interface RemoteEvents {
  readonly route: Route
  readonly plan: EgressPlan
  readonly draft: Draft
  readonly events: readonly RawEvent[]
  /** Milliseconds since the start of the run at which the remote side was started. */
  readonly offsetMs: number
  readonly attempt: number
  /** Ids are counted over all attempts of the route. */
  readonly counts: Map<ProbeId, number>
  /** What answered in place of an SDK, e.g. `python3 http.client`, `curl`. */
  readonly sdk: string
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number
  /** Note the response as this probe: the keyless question of the second round. */
  readonly as?: 'keyless'
}

/** What a remote side saw, in the observations that live probes make. Judges nothing. */
export async function observe(seen: RemoteEvents): Promise<readonly AnyObservation[]> {
  const time = { ms: 0 }
  const recorder = createRecorder({
    route: seen.route.name,
    clock: () => time.ms,
    attempt: () => seen.attempt,
    counts: seen.counts,
  })
  /** Runs `note` so that the observation begins and ends when the event did. */
  const at = async (event: RawEvent, note: (end: () => void) => Promise<void>): Promise<void> => {
    time.ms = seen.offsetMs + event.startedMs
    await note(() => {
      time.ms = seen.offsetMs + event.startedMs + event.elapsedMs
    })
  }
  if (seen.as === undefined) skipUnseen(seen, recorder)
  for (const event of seen.events) {
    await at(event, async (end) => {
      if (event.step === 'response' || event.step === 'sdk') {
        await observeResponse(event, seen, recorder, end)
      } else if (seen.as === undefined) observeWay(event, seen, recorder, end)
    })
  }
  return recorder.list()
}

/** A proxy that gets the name unresolved: the same words as the live probes have for it. */
function skipUnseen({ plan, route, events }: RemoteEvents, recorder: Recorder): void {
  const asked = events.some((event) => event.step === 'lookup' && event.of === 'target')
  if (plan.egress.proxy === undefined || asked) return
  recorder.skip('lookup', new URL(route.baseUrl).hostname, 'the proxy resolves this name')
}
