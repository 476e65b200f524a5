import { given } from '../model/index.ts'
import { firstFailed, observation, responseOf } from '../model/reading.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import { modelsUrl } from '../routes/openai.ts'
import type { KeylessReply } from './keyless-request.ts'
import { askWithoutKey, tellFailed, failureIn, tellReply } from './keyless-request.ts'
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
    tellReply(note, await askWithoutKey(scene, scene.plan, { url }))
  },
}

/**
 * Like with like: the same POST to a path that only answers, small and 16 KiB, neither with
 * credentials, and a GET beside them. Where size alone makes the difference, size is lost on the
 * way (MTU black hole, limit); where no POST is answered and the GET is, somebody holds bodies.
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
    const post = (padding: number): Promise<Timed> => {
      const body = JSON.stringify({ padding: 'x'.repeat(padding) })
      return timed(scene, () => askWithoutKey(scene, scene.plan, { url, method: 'POST', body }))
    }
    const [get, small, large] = await Promise.all([
      askWithoutKey(scene, scene.plan, { url }),
      post(1),
      post(LARGE_BODY_BYTES),
    ])
    const facts = {
      bytes: JSON.stringify({ padding: '' }).length + LARGE_BODY_BYTES,
      ...given({
        getStatus: get.response?.status,
        smallStatus: small.response?.status,
        largeStatus: large.response?.status,
      }),
      ...(small.response === undefined ? {} : { smallMs: small.ms }),
      largeMs: large.ms,
    }
    const silent = [large, small].find(({ response }) => response === undefined)?.failed
    const failure = failureIn(silent)
    if (failure === undefined) note.ok(facts)
    else note.failed(failure, facts)
  },
}

type Timed = KeylessReply & { readonly ms: number }

async function timed({ network }: Scene, ask: () => Promise<KeylessReply>): Promise<Timed> {
  const beganMs = network.clock()
  return { ...(await ask()), ms: Math.round(network.clock() - beganMs) }
}

/** With `compare-direct`: the keyless question to api.openai.com, past the gateway. */
export const directApi: Investigation = {
  probe: 'direct-api',
  worthAsking: (scene) => scene.route.compareDirect && scene.route.kind === 'gateway',
  ask: async (scene) => {
    const url = modelsUrl({ baseUrl: scene.directBaseUrl ?? DIRECT_API })
    const note = scene.recorder.begin('direct-api', url.host)
    tellReply(note, await askWithoutKey(scene, scene.wayTo(url), { url }))
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
    const { response, failed } = await askWithoutKey(scene, scene.wayTo(url), { url })
    if (response !== undefined) {
      const { status, clockSkewMs } = response
      note.ok({ host: url.host, status, ...given({ clockSkewMs }) })
      return
    }
    const ports =
      failureIn(failed)?.code === 'tcp.refused' ? await refusedPorts(scene, url) : undefined
    tellFailed(note, failed, { host: url.host, ...given({ refusedPorts: ports }) })
  },
}

/** The port that refused, and the other port of the web where that refuses, too. */
async function refusedPorts(scene: Scene, url: URL): Promise<readonly number[]> {
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443)
  const other = port === 80 ? 443 : 80
  const second = URL.parse(`${other === 80 ? 'http' : 'https'}://${url.hostname}/`) ?? url
  const { failed } = await askWithoutKey(scene, scene.wayTo(second), { url: second })
  return failureIn(failed)?.code === 'tcp.refused' ? [port, other] : [port]
}

function controlUrl(scene: Scene): URL | undefined {
  const url = URL.parse(scene.controlUrl ?? '')
  const own = new URL(scene.route.baseUrl).host
  return url === null || url.host === own ? undefined : url
}
