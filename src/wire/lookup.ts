import { ADDRCONFIG, lookup } from 'node:dns'
import { isIP } from 'node:net'
import type { ResolvedAddress } from '../model/index.ts'
import { resolved } from '../knowledge/addresses.ts'
import { failureFrom } from '../evidence/failure.ts'
import type { Recorder } from './recorder.ts'
import { Stopped, untilAborted } from './stopped.ts'

/** A name to addresses, the way a program on this machine does it. Rejects with an errno. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>

/**
 * getaddrinfo with the hints that `net.connect` uses: without ADDRCONFIG a v6-only name on a
 * v4-only host would resolve here and fail in the application. Cannot be cancelled: a caller
 * that gives up leaves a libuv thread behind (libuv#364), see `leave` in src/doors/start.ts.
 */
export const systemResolve: Resolve = (host) =>
  new Promise((done, fail) => {
    const hints = process.platform === 'win32' ? 0 : ADDRCONFIG
    lookup(host, { all: true, hints, order: 'verbatim' }, (error, addresses) => {
      if (error) fail(error)
      else done(addresses.map(({ address }) => resolved(address)))
    })
  })

/** The same answers with the addresses of one family first, as the JDK sorts them. */
export function inOrder(resolve: Resolve, first: 4 | 6 | undefined): Resolve {
  if (first === undefined) return resolve
  return async (host) => {
    const found = await resolve(host)
    return found.toSorted((a, b) => Number(b.family === first) - Number(a.family === first))
  }
}

/** A name with more is nobody's API: the rest would only swell the packet. */
const MOST_ADDRESSES = 64

/** The `lookup` observation. Throws `Stopped` when the name has no address. */
export async function lookUp(question: {
  readonly host: string
  readonly of: 'target' | 'proxy'
  readonly resolve: Resolve
  readonly recorder: Recorder
  readonly signal: AbortSignal
}): Promise<readonly ResolvedAddress[]> {
  const { host, of, recorder } = question
  const observation = recorder.begin('lookup', host)
  if (isIP(host) !== 0) {
    const addresses = [resolved(host)]
    observation.ok({ host, resolver: 'literal', addresses, of })
    return addresses
  }
  try {
    const found = await untilAborted(question.resolve(host), question.signal)
    const addresses = found.slice(0, MOST_ADDRESSES)
    observation.ok({ host, resolver: 'getaddrinfo', addresses, of })
    return addresses
  } catch (error) {
    observation.failed(failureFrom(error, 'dns'), { host, resolver: 'getaddrinfo', of })
    throw new Stopped('dns', error)
  }
}
