import { corsOutcome, corsQuestion, readCors } from '../browser/cors.ts'
import type { AnyObservation } from '../model/index.ts'
import { isV1 } from '../routes/azure.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import { askWithoutKey, tellFailed } from './keyless-request.ts'
import type { Scene } from './investigation.ts'

/** The CORS preflight that a browser on this origin would send (Fetch §4.9), without credentials. */
export async function askBrowserOrigin(
  scene: Pick<Scene, 'route' | 'plan' | 'network' | 'recorder' | 'signal' | 'now'>,
  origin: string,
): Promise<readonly AnyObservation[]> {
  const { route, recorder } = scene
  const url = ROUTE_KINDS_BY_NAME[route.kind].keylessUrl(route)
  const keyHeader = route.kind === 'azure' && !isV1(route) ? 'api-key' : 'authorization'
  const question = corsQuestion(origin, keyHeader)
  const note = recorder.begin('browser-origin', origin)
  const { response, failed } = await askWithoutKey(scene, scene.plan, { ...question, url })
  if (response !== undefined) {
    const facts = readCors(response.headers, response.status, origin, question.wanted)
    const outcome = corsOutcome(facts)
    if (outcome.status === 'failed') note.failed(outcome.failure, facts)
    else note.ok(facts)
  } else tellFailed(note, failed, { origin })
  return recorder.list()
}
