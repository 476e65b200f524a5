import type { AddressAttempt, ConnectFacts } from '../model/index.ts'
import { factsOf, observation, requestChain } from '../model/reading.ts'
import { resolved } from '../knowledge/addresses.ts'
import { dial } from '../wire/connect.ts'
import type { Investigation, Scene } from './investigation.ts'

/** Each is dialled by itself; a service behind more names no other fault. */
const MOST_ADDRESSES = 8

function failedConnect(scene: Scene): Partial<ConnectFacts> | undefined {
  const connect = observation(scene.evidence, 'connect')
  return connect?.outcome.status === 'failed' ? factsOf<'connect'>(connect) : undefined
}

/**
 * Every address alone and without the 250 ms that Node gives each of several: tells "needs 400 ms"
 * from "unreachable". An address that had the whole attempt already is not asked again.
 */
export const addressesProbe: Investigation = {
  probe: 'addresses',
  worthAsking: (scene) => {
    const { attempts = [] } = failedConnect(scene) ?? {}
    return attempts.some(({ status }) => status === 'abandoned') || unheard(scene).length > 0
  },
  ask: async (scene) => {
    const { host = '', port = 443, attempts: before = [] } = failedConnect(scene) ?? {}
    const abandoned = before
      .filter(({ status }) => status === 'abandoned')
      .map(({ address }) => resolved(address))
    const asked = [...abandoned, ...unheard(scene)].slice(0, MOST_ADDRESSES)
    const note = scene.recorder.begin('addresses', `${asked.length} addresses of ${host}`)
    const attempts: AddressAttempt[] = []
    await Promise.all(
      asked.map(async (address) => {
        const { clock } = scene.network
        const one = { host, port, addresses: [address], addressTimeoutMs: 0, clock }
        await dial({ ...one, signal: scene.signal }, attempts).then(
          (socket) => socket.destroy(),
          () => {},
        )
      }),
    )
    note.ok({ attempts, timeoutMs: Math.round(scene.timeoutMs) })
  },
}

/** Addresses that resolved and were never dialled, because the clock ran out before. */
function unheard(scene: Scene): ReturnType<typeof resolved>[] {
  const facts = failedConnect(scene)
  if (facts === undefined) return []
  const lookup = requestChain(scene.evidence).find(
    (one) => one.probe === 'lookup' && factsOf<'lookup'>(one)?.of === facts.of,
  )
  const known = lookup?.probe === 'lookup' ? (factsOf<'lookup'>(lookup)?.addresses ?? []) : []
  const dialled = new Set((facts.attempts ?? []).map(({ address }) => address))
  return known
    .filter(({ address }) => !dialled.has(address))
    .map(({ address }) => resolved(address))
}
