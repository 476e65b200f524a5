import { canStream } from '../../routes/calls.ts'
import { factsOf } from '../../model/reading.ts'
import { tellFailed } from '../keyless-request.ts'
import { sendAside, type Check } from './check.ts'

/**
 * The application's endpoint with `stream: true`, where the real request was not a stream itself.
 * Closed as soon as it is known what came together with the first event: a stream that is not
 * collected on the way ends there, before the answer.
 */
export const streamCheck: Check = {
  probe: 'stream-check',
  ask: async (scene) => {
    const { route, recorder } = scene
    // It was the real request itself: what was seen stands with its response.
    if (route.stream === true) return
    if (!canStream(route.endpoint)) {
      recorder.skip('stream-check', route.endpoint, `${route.endpoint} is not answered as a stream`)
      return
    }
    const note = recorder.begin('stream-check', `${route.endpoint} with stream: true`)
    const changed = { route: { ...route, stream: true }, firstBurst: true } as const
    const { response, failed } = await sendAside(scene, changed)
    if (response?.outcome.status === 'ok') note.ok(response.outcome.facts)
    else tellFailed(note, failed, factsOf<'response'>(response))
  },
}
