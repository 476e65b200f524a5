import type { ResponseFacts } from '../model/index.ts'
import { firstFailed, observation, responseOf } from '../model/reading.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import { modelsUrl } from '../routes/openai.ts'
import { askAside } from './aside.ts'
import type { Investigation, Scene } from './investigation.ts'

const LARGE_BODY_BYTES = 16_384
const DIRECT_API = 'https://api.openai.com/v1'

function keylessUrl(scene: Scene): URL {
  return ROUTE_KINDS_BY_NAME[scene.route.kind].keylessUrl(scene.route)
}

/** Something answered, but perhaps not the API: the same question without credentials shows who. */
export const keyless: Investigation = {
  probe: 'keyless',
  worthAsking: (scene) => {
    const response = responseOf(scene.evidence)
    const answered = observation(scene.evidence, 'answer')?.outcome.status === 'ok'
    return response !== undefined && response.facts.authenticated && !answered
  },
  ask: async (scene) => {
    const url = keylessUrl(scene)
    const note = scene.recorder.begin('keyless', `GET ${url.pathname}`)
    const { response, failed } = await askAside(scene, scene.plan, { url })
    if (response !== undefined) note.ok(response)
    else if (failed?.outcome.status === 'failed') note.failed(failed.outcome.failure)
    else note.skipped('no answer and no failure')
  },
}

/**
 * An MTU black hole lets small packets pass and swallows large ones: a small and a 16 KiB request
 * side by side, neither with credentials, to a path that only answers.
 */
export const largeRequest: Investigation = {
  probe: 'large-request',
  worthAsking: (scene) => {
    const failed = firstFailed(scene.evidence)
    const code = failed?.outcome.failure.code
    return failed?.probe === 'response' && (code === 'http.timed_out' || code === 'http.reset')
  },
  ask: async (scene) => {
    const url = keylessUrl(scene)
    const note = scene.recorder.begin('large-request', `POST ${url.pathname} ${LARGE_BODY_BYTES}`)
    const body = JSON.stringify({ padding: 'x'.repeat(LARGE_BODY_BYTES) })
    const [small, large] = await Promise.all([
      askAside(scene, scene.plan, { url }),
      askAside(scene, scene.plan, { url, method: 'POST', body }),
    ])
    note.ok({
      bytes: body.length,
      ...statusOf('smallStatus', small.response),
      ...statusOf('largeStatus', large.response),
    })
  },
}

function statusOf<K extends string>(
  key: K,
  response: ResponseFacts | undefined,
): { readonly [P in K]?: number } {
  const found: { [P in K]?: number } = {}
  if (response !== undefined) found[key] = response.status
  return found
}

/** With `compare-direct`: the keyless question to api.openai.com, past the gateway. */
export const directApi: Investigation = {
  probe: 'direct-api',
  worthAsking: (scene) => scene.route.compareDirect && scene.route.kind === 'gateway',
  ask: async (scene) => {
    const url = modelsUrl({ baseUrl: scene.directBaseUrl ?? DIRECT_API })
    const note = scene.recorder.begin('direct-api', url.host)
    const { response, failed } = await askAside(scene, scene.wayTo(url), { url })
    if (response !== undefined) note.ok(response)
    else if (failed?.outcome.status === 'failed') note.failed(failed.outcome.failure)
    else note.skipped('no answer and no failure')
  },
}

/** A host that this runner must reach anyway: tells "all egress is closed" from "only this host is". */
export const control: Investigation = {
  probe: 'control',
  worthAsking: (scene) =>
    controlUrl(scene) !== undefined && responseOf(scene.evidence) === undefined,
  ask: async (scene) => {
    const url = controlUrl(scene)
    if (url === undefined) return
    const note = scene.recorder.begin('control', url.host)
    const { response, failed } = await askAside(scene, scene.wayTo(url), { url })
    if (response !== undefined) {
      const { status, clockSkewMs } = response
      note.ok({ host: url.host, status, ...(clockSkewMs === undefined ? {} : { clockSkewMs }) })
    } else if (failed?.outcome.status === 'failed') {
      note.failed(failed.outcome.failure, { host: url.host })
    } else note.skipped('no answer and no failure')
  },
}

function controlUrl(scene: Scene): URL | undefined {
  const url = URL.parse(scene.controlUrl ?? '')
  const own = new URL(scene.route.baseUrl).host
  return url === null || url.host === own ? undefined : url
}
