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
  /** What other routes of this run were answered. */
  readonly answers?: AccountAnswers
}

/** What the API said in this run, by all that an answer may hang on. */
export type AccountAnswers = Map<string, Promise<Exchange | undefined>>

/** Answers that are kept, each at most 64 KiB: a file of routes rarely names more accounts. */
const MOST_ANSWERS = 20

/** The connection on which the real request was answered, still open. */
export interface Kept {
  readonly agent: Dispatcher
  readonly httpVersion: '1.1' | '2'
  readonly close: () => void
}

/**
 * {@link ask}, once for all routes of a run that ask the same as the same account by the same client. A
 * question that failed is asked again by the next route.
 */
export async function askKeyed(keyed: Keyed, path: string): Promise<Exchange | undefined> {
  const { route, token, answers } = keyed
  if (answers === undefined) return ask(keyed, path)
  // Whatever a route has besides is taken for something that the answer hangs on.
  const { name: _name, model: _model, endpoint: _endpoint, application: _calls, ...asking } = route
  const account = [route.apiKey?.reveal(), await token?.()]
  const id = JSON.stringify([path, asking, account])
  const answer = answers.get(id) ?? ask(keyed, path)
  if (answers.size < MOST_ANSWERS) answers.set(id, answer)
  const exchange = await answer
  if (exchange?.status !== 200) answers.delete(id)
  return exchange
}

/**
 * One more GET with the credentials of the route, through the SDK, to the configured host only: on
 * the connection of the real request, or on one of its own where that was closed. It decides nothing:
 * `undefined` when no answer came, and never throws.
 */
async function ask(keyed: Keyed, path: string): Promise<Exchange | undefined> {
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
