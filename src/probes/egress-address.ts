import { isAddress } from '../knowledge/addresses.ts'
import { isOpenaiHost } from '../knowledge/hosts.ts'
import { optional, type EgressAddress } from '../model/index.ts'
import { firstFailed } from '../model/reading.ts'
import { askBriefly } from './keyless-request.ts'
import type { Investigation } from './investigation.ts'

/** Cloudflare's page on every host that it serves, asked without a key: who asks, as its edge sees it. */
const TRACE = '/cdn-cgi/trace'

/** On the direct route only: what allow-lists and country rules of the API go by. */
export const egressAddress: Investigation = {
  probe: 'egress-address',
  worthAsking: ({ route, egressAddress: occasion = 'never' }) =>
    occasion !== 'never' && isOpenaiHost(new URL(route.baseUrl).hostname),
  ask: async (scene) => {
    const url = new URL(TRACE, scene.route.baseUrl)
    const target = `GET ${TRACE}`
    const failed = firstFailed(scene.evidence)
    if (failed !== undefined && failed.probe !== 'response' && failed.probe !== 'answer') {
      const { code } = failed.outcome.failure
      const because = `no connection to ${url.host} was established (${code})`
      scene.recorder.skip('egress-address', target, because)
      return
    }
    const note = scene.recorder.begin('egress-address', target)
    const reply = await askBriefly(scene, scene.plan, { url, headers: { accept: 'text/plain' } })
    const seen =
      reply.response?.status === 200 && reply.bytes !== undefined
        ? parse(reply.bytes.toString('latin1'), url.hostname)
        : undefined
    const { localAddress } = reply
    if (seen !== undefined) {
      const direct = scene.plan.egress.proxy === undefined && localAddress !== undefined
      note.ok({ ...seen, ...(direct ? { localAddress, nat: localAddress !== seen.address } : {}) })
    } else if (reply.failed?.outcome.status === 'failed') note.failed(reply.failed.outcome.failure)
    else {
      const status = reply.response?.status
      const detail = `${target}: ${status === 200 ? 'the answer is no trace' : String(status ?? 'no answer')}`
      note.failed({ code: 'http.response.invalid', detail })
    }
  },
}

/** Lines of `name=value`; `undefined` when it is no trace of this host (a block page, another server). */
function parse(text: string, host: string): EgressAddress | undefined {
  const lines = new Map(
    text.split('\n').map((line) => {
      const [name = '', ...value] = line.trim().split('=')
      return [name, value.join('=')]
    }),
  )
  const address = lines.get('ip') ?? ''
  if (lines.get('h') !== host || !isAddress(address)) return undefined
  const word = (name: string, shape: RegExp): string | undefined =>
    shape.exec(lines.get(name) ?? '')?.[0]
  return {
    address,
    ...optional('country', word('loc', /^[A-Z][A-Z\d]$/)),
    ...optional('colo', word('colo', /^[A-Z]{3}$/)),
  }
}
