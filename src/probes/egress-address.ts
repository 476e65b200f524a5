import { isAddress } from '../knowledge/addresses.ts'
import { isOpenaiHost } from '../knowledge/hosts.ts'
import { given, type EgressAddress } from '../model/index.ts'
import { firstFailed } from '../model/reading.ts'
import { askBriefly, type KeylessReply, failureIn } from './keyless-request.ts'
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
    const [first, ...others] = await Promise.all(Array.from({ length: CONNECTIONS }, ask))
    const { reply = {}, seen } = [first, ...others].find((one) => one?.seen !== undefined) ?? {
      reply: first?.reply,
    }
    const { localAddress } = reply
    if (seen !== undefined) {
      const direct = scene.plan.egress.proxy === undefined && localAddress !== undefined
      const pool = poolOf([first, ...others].flatMap((one) => one?.seen?.address ?? []))
      note.ok({
        ...seen,
        ...(direct ? { localAddress, nat: localAddress !== seen.address } : {}),
        ...given({ pool }),
      })
    } else {
      const failure = failureIn(reply.failed)
      const status = reply.response?.status
      const detail = `${target}: ${status === 200 ? 'the answer is no trace' : String(status ?? 'no answer')}`
      note.failed(failure ?? { code: 'http.response.invalid', detail })
    }

    async function ask(): Promise<{ readonly reply: KeylessReply; readonly seen?: EgressAddress }> {
      const reply = await askBriefly(scene, scene.plan, { url, headers: { accept: 'text/plain' } })
      const { response, bytes } = reply
      const whole = response?.status === 200 && bytes !== undefined
      const seen = whole ? parse(bytes.toString('latin1'), url.hostname) : undefined
      return { reply, ...given({ seen }) }
    }
  },
}

/** Several, so that a pool of addresses shows: a NAT gateway chooses one for each connection. */
const CONNECTIONS = 3

/** Addresses of one family are a pool; IPv4 beside IPv6 is one machine with both. */
function poolOf(addresses: readonly string[]): readonly string[] | undefined {
  const families = Map.groupBy(new Set(addresses), (one) => one.includes(':'))
  return [...families.values()].find(({ length }) => length > 1)?.toSorted()
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
    ...given({ country: word('loc', /^[A-Z][A-Z\d]$/), colo: word('colo', /^[A-Z]{3}$/) }),
  }
}
