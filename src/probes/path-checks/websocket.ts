import { endpointFacts, given } from '../../model/index.ts'
import { factsOf, isWholeResponse } from '../../model/reading.ts'
import { sendAside, type Check, type CheckScene } from './check.ts'
import { failureIn } from '../keyless-request.ts'

/**
 * A WebSocket to the realtime endpoint through the same egress: opened, its first message read, closed.
 * Where it is refused, a plain GET of the same URL tells whether the upgrade made any difference.
 */
export const webSocketCheck: Check = {
  probe: 'websocket-check',
  ask: async (scene) => {
    // It was the real request itself.
    if (endpointFacts(scene.route.endpoint).needs === 'WebSocket') return
    const note = scene.recorder.begin('websocket-check', 'GET /realtime with Upgrade: websocket')
    const { response, failed } = await opened(scene)
    if (response === undefined) {
      const failure = failureIn(failed)
      if (failure === undefined) return note.skipped('no answer and no failure')
      return note.failed({ ...failure, code: 'websocket.refused', detail: failure.code })
    }
    if (response.status === 101) return note.ok(response)
    const plain = (await opened(scene, true)).response
    const { status, body } = response
    const sameWithout = plain?.status === status && plain.body.error?.code === body.error?.code
    const word = body.error?.code ?? body.error?.type
    if (!sameWithout && status !== 426 && body.errorShape === 'openai') {
      return note.skipped(
        `the API itself refused the session (${String(status)} ${word ?? ''}), for another reason than the upgrade`,
      )
    }
    note.failed(
      { code: 'websocket.refused', detail: `HTTP ${String(status)}` },
      { ...response, sameWithout },
    )
  },
}

async function opened(scene: CheckScene, withoutUpgrade?: true) {
  const { response, failed } = await sendAside(scene, {
    route: { ...scene.route, endpoint: 'realtime', stream: false },
    ...given({ withoutUpgrade }),
  })
  const facts = factsOf<'response'>(response)
  return {
    response: facts !== undefined && isWholeResponse(facts) ? facts : undefined,
    failed,
  }
}
