import { readSurroundings } from '../wire/surroundings.ts'
import { responseOf } from '../model/reading.ts'
import type { Investigation } from './investigation.ts'

/** What this machine says of its own way out, where the failure is on the way. Sends nothing. */
export const surroundings: Investigation = {
  probe: 'surroundings',
  worthAsking: ({ evidence }) => responseOf(evidence) === undefined,
  ask: (scene) => {
    const note = scene.recorder.begin('surroundings', 'this machine')
    note.ok((scene.surroundings ?? readSurroundings)())
    return Promise.resolve()
  },
}
