import { randomUUID } from 'node:crypto'
import { given } from '../model/index.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import { createExchanger, exchangerOn, type Exchange, type Exchanger } from '../wire/exchange.ts'
import { limitTime } from '../wire/time-limit.ts'
import type { Dispatcher } from '../wire/undici.ts'
import type { Inquiry } from './investigation.ts'
import { privateRecorder } from './keyless-request.ts'
import { sdkFetch } from './sdk-fetch.ts'

/** What a question with the credentials of the route needs. */
export interface Keyed extends Inquiry {
  readonly token?: () => Promise<string>
  readonly kept?: Kept
}

/** The connection on which the real request was answered, still open. */
export interface Kept {
  readonly agent: Dispatcher
  readonly httpVersion: '1.1' | '2'
  readonly close: () => void
}

/**
 * One more GET with the credentials of the route, through the SDK, to the configured host only: on
 * the connection of the real request, or on one of its own where that was closed. It decides nothing:
 * `undefined` when no answer came, and never throws.
 */
export async function askKeyed(keyed: Keyed, path: string): Promise<Exchange | undefined> {
  const limit = limitTime(keyed.timeoutMs, keyed.signal)
  const { signal } = limit
  try {
    const onKept = keyed.kept === undefined ? undefined : await getOn(keyed.kept)
    return onKept ?? (signal.aborted ? undefined : await getAnew())
  } finally {
    limit.stop()
  }

  function getOn({ agent, httpVersion }: Kept): Promise<Exchange | undefined> {
    const { now } = keyed
    const recorder = privateRecorder(keyed)
    const exchanger = createExchanger({ agent: () => agent, recorder, signal, now })
    exchanger.opened(httpVersion)
    return get(exchanger)
  }
  async function getAnew(): Promise<Exchange | undefined> {
    const { plan, network, now } = keyed
    const way = { plan, network, recorder: privateRecorder(keyed), signal, carriesKey: true }
    const { agent, exchanger } = exchangerOn(way, now)
    const exchange = await get(exchanger)
    agent.destroy().catch(() => {})
    return exchange
  }
  async function get(exchanger: Exchanger): Promise<Exchange | undefined> {
    const { route, token, timeoutMs } = keyed
    const seen: { exchange?: Exchange } = {}
    const fetch = sdkFetch(keyed, exchanger, (exchange) => {
      seen.exchange = exchange
    })
    const asking = { fetch, timeoutMs: timeoutMs + 1000, clientRequestId: randomUUID() }
    const kind = ROUTE_KINDS_BY_NAME[route.kind]
    try {
      await kind.get(route, { ...asking, ...given({ token }) }, path)
    } catch {
      // The status says what there is to say; without one nothing is said.
    }
    return seen.exchange
  }
}
