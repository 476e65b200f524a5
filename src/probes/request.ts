import { APIError } from 'openai'
import { randomUUID } from 'node:crypto'
import type { AnswerFacts, Depth, EgressPlan, Failure, SdkAnswer } from '../model/index.ts'
import { given, CANCELLED, effectiveDepth, endpointFacts } from '../model/index.ts'
import { isModelList } from '../routes/calls.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import { exchangerOn, type Exchange, type Exchanger } from '../wire/exchange.ts'
import { classOf, errnoOf, failureFrom, flatten, layerOf, timedOut } from '../evidence/failure.ts'
import { limitTime } from '../wire/time-limit.ts'
import type { Inquiry } from './investigation.ts'
import type { Kept } from './keyed.ts'
import { noteModels } from './models.ts'
import { sdkFetch } from './sdk-fetch.ts'

/** What one attempt of the real request needs. */
export interface Attempt extends Inquiry {
  /** e.g. `openai@7.57.0`. */
  readonly sdk: string
  readonly token?: () => Promise<string>
  /** See `OutgoingRequest.firstBurst`. */
  readonly firstBurst?: true
  /** A WebSocket is asked for as a plain GET: what answers the same has not seen the upgrade. */
  readonly withoutUpgrade?: true
  /** After a valid answer the connection is handed over and not closed. */
  readonly keep?: boolean
}

/**
 * Sends the application's own request once, through the SDK, on one traced connection, and notes
 * one observation for each rung that it climbed. Never throws; always ends with the attempt's clock.
 * Resolves to the connection where the answer was valid and `keep` asked for it.
 */
export async function sendRealRequest(attempt: Attempt): Promise<Kept | undefined> {
  const { route, network, recorder, now } = attempt
  const plan =
    endpointFacts(route.endpoint).needs === 'WebSocket' ? withHttp1(attempt.plan) : attempt.plan
  // Registered before the limit follows, and any socket: what a cancelled run did not see has not failed.
  const cancel = (): void => recorder.endOpen(() => ({ status: 'skipped', because: CANCELLED }))
  attempt.signal.addEventListener('abort', cancel, { once: true })
  const limit = limitTime(attempt.timeoutMs, attempt.signal)
  const { signal } = limit
  const depth = effectiveDepth(route)
  const open: { httpVersion?: '1.1' | '2'; kept: boolean } = { kept: false }
  const way = {
    plan,
    network,
    recorder,
    signal,
    carriesKey: depth !== 'route',
    onOpen: (version: '1.1' | '2'): void => {
      open.httpVersion = version
    },
    mayOpen: () => !open.kept,
  }
  const { agent, exchanger } = exchangerOn(way, now)
  try {
    if (depth === 'route') await askWithoutKey(attempt, exchanger)
    else open.kept = (await askThroughSdk(attempt, depth, exchanger)) && mayKeep(attempt)
  } finally {
    limit.stop()
    attempt.signal.removeEventListener('abort', cancel)
    recorder.endOpen((rung) => ({
      status: 'failed',
      failure: timedOut(layerOf(rung)),
    }))
    // Not awaited: a peer that never closes must not hold the run.
    if (!open.kept) agent.destroy().catch(() => {})
  }
  const { kept, httpVersion = '1.1' } = open
  return kept ? { agent, httpVersion, close: () => agent.destroy().catch(() => {}) } : undefined
}

/** A WebSocket is over with its connection. */
function mayKeep({ keep, route }: Attempt): boolean {
  return keep === true && endpointFacts(route.endpoint).needs !== 'WebSocket'
}

/** No client opens its WebSockets by HTTP/2 (RFC 8441) unasked. */
function withHttp1(plan: EgressPlan): EgressPlan {
  return { ...plan, egress: { ...plan.egress, httpVersion: '1.1' } }
}

async function askWithoutKey(attempt: Attempt, exchanger: Exchanger): Promise<void> {
  const kind = ROUTE_KINDS_BY_NAME[attempt.route.kind]
  try {
    await exchanger.send({
      method: 'GET',
      url: kind.keylessUrl(attempt.route),
      headers: { accept: 'application/json', 'user-agent': 'openai-preflight' },
      authenticated: false,
    })
  } catch {
    // Observed where it happened.
  }
}

/** Resolves to whether the answer was valid. */
async function askThroughSdk(
  attempt: Attempt,
  depth: Exclude<Depth, 'route'>,
  exchanger: Exchanger,
): Promise<boolean> {
  const { route, recorder, sdk } = attempt
  const kind = ROUTE_KINDS_BY_NAME[route.kind]
  const seen: { exchange?: Exchange } = {}
  const asking = {
    fetch: sdkFetch(attempt, exchanger, (exchange) => {
      seen.exchange = exchange
    }),
    // Ours ends first: the SDK's would only say that something took too long.
    timeoutMs: attempt.timeoutMs + 1000,
    clientRequestId: randomUUID(),
    ...given({ token: attempt.token }),
  }
  let answer: SdkAnswer | undefined
  let thrown: unknown
  try {
    if (depth === 'request') answer = await kind.askRequest(route, asking)
    else {
      await kind.askAuth(route, asking)
      const facts = seen.exchange?.facts
      answer = { valid: facts !== undefined && isModelList(facts), finish: 'completed' }
      if (seen.exchange !== undefined && answer.valid) noteModels(attempt, seen.exchange)
    }
  } catch (error) {
    thrown = error
  }
  const observation = recorder.begin(
    'answer',
    `${sdk} ${depth === 'auth' ? 'models.list' : route.endpoint}`,
  )
  if (answer?.valid === true) {
    observation.ok({
      sdk,
      valid: true,
      ...(answer.finish === '' ? {} : { finish: answer.finish }),
      ...given({ model: answer.model }),
    })
    return true
  }
  if (seen.exchange === undefined && thrown !== undefined && !(thrown instanceof APIError)) {
    // Thrown before anything was sent, e.g. a header value that no HTTP client accepts.
    observation.failed(failureBeforeSending(thrown), {
      sdk,
      valid: false,
      errorChain: chainOf(thrown),
    })
    return false
  }
  if (seen.exchange === undefined || seen.exchange.status >= 300) {
    observation.skipped(
      seen.exchange === undefined
        ? 'no response came'
        : `the response has status ${seen.exchange.status}`,
    )
    return false
  }
  const facts: AnswerFacts = {
    sdk,
    valid: false,
    ...(answer === undefined || answer.finish === '' ? {} : { finish: answer.finish }),
    ...(thrown === undefined ? {} : { errorChain: chainOf(thrown) }),
  }
  observation.failed({ code: 'http.response.invalid' }, facts)
  return false
}

function failureBeforeSending(thrown: unknown): Failure {
  const failure = failureFrom(thrown, 'http')
  return { ...failure, code: 'config.request_not_sendable' }
}

/** Class names and codes, outermost first. Messages are left out: they may quote the key. */
function chainOf(thrown: unknown): readonly string[] {
  return flatten(thrown).map((link) => {
    const name = classOf(link)
    const errno = errnoOf(link)
    return errno === undefined ? name : `${name} ${errno}`
  })
}
