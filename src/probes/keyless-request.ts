import type {
  AnyObservation,
  EgressPlan,
  Failure,
  FactsOf,
  ProbeId,
  ResponseFacts,
} from '../model/index.ts'
import { given } from '../model/index.ts'
import { factsOf, isProbe } from '../model/reading.ts'
import { exchangerOn } from '../wire/exchange.ts'
import { createRecorder, type OpenObservation, type Recorder } from '../wire/recorder.ts'
import { limitTime } from '../wire/time-limit.ts'
import type { Scene } from './investigation.ts'

/** What one request without credentials came to on some way out. */
export interface KeylessReply {
  /** Absent when no response came. */
  readonly response?: ResponseFacts
  /** The first rung that failed on that way. */
  readonly failed?: AnyObservation
  readonly bytes?: Buffer
  /** Of this machine, on the connection that was opened, to the host or to a proxy. */
  readonly localAddress?: string
}

/** Observations that belong to no rung of the real request: kept apart from it. */
export function privateRecorder(scene: Pick<Scene, 'route' | 'network'>): Recorder {
  const { clock, clean } = scene.network
  return createRecorder({
    route: scene.route.name,
    clock,
    attempt: () => 0,
    ...given({ clean }),
  })
}

/** Ends an observation for which no response came. */
export function tellFailed<P extends ProbeId>(
  note: OpenObservation<P>,
  failed: AnyObservation | undefined,
  facts?: Partial<FactsOf[P]>,
): void {
  const failure = failureIn(failed)
  if (failure === undefined) note.skipped('no answer and no failure')
  else note.failed(failure, facts)
}

/** Ends an observation whose facts are the response itself. */
export function tellReply(
  note: OpenObservation<'keyless' | 'direct-api'>,
  { response, failed }: KeylessReply,
): void {
  if (response === undefined) tellFailed(note, failed)
  else note.ok(response)
}

/** Why it failed; `undefined` for what did not. */
export function failureIn(failed: AnyObservation | undefined): Failure | undefined {
  return failed?.outcome.status === 'failed' ? failed.outcome.failure : undefined
}

/** One request without the API's credentials, on a connection of its own. Never throws. */
export async function askWithoutKey(
  scene: Pick<Scene, 'route' | 'network' | 'signal' | 'now'>,
  plan: EgressPlan,
  question: {
    readonly url: URL
    readonly method?: string
    readonly body?: string
    readonly headers?: Readonly<Record<string, string>>
    /** A secret is part of the request: plain HTTP to a public address is then refused. */
    readonly carriesKey?: boolean
  },
): Promise<KeylessReply> {
  const recorder = privateRecorder(scene)
  const { network, signal, now } = scene
  const { carriesKey = false } = question
  const way = { plan, network, recorder, signal, carriesKey }
  const { agent, exchanger } = exchangerOn(way, now)
  try {
    const { facts, bytes } = await exchanger.send({
      method: question.method ?? 'GET',
      url: question.url,
      headers: {
        accept: 'application/json',
        'user-agent': 'openai-preflight',
        ...(question.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...question.headers,
      },
      ...given({ body: question.body }),
      authenticated: false,
    })
    const opened = recorder.list().findLast((one) => isProbe(one, 'connect'))
    return { response: facts, bytes, ...given({ localAddress: factsOf(opened)?.localAddress }) }
  } catch {
    const failed = recorder.list().find(({ outcome }) => outcome.status === 'failed')
    return failed === undefined ? {} : { failed }
  } finally {
    agent.destroy().catch(() => {})
  }
}

/** What decides nothing must not hold up the verdict, milliseconds. */
export const BRIEF_MS = 3000

/** {@link askWithoutKey} for what decides nothing. */
export async function askBriefly(
  scene: Scene,
  plan: EgressPlan,
  question: Parameters<typeof askWithoutKey>[2],
): Promise<KeylessReply> {
  const limit = limitTime(Math.min(BRIEF_MS, scene.timeoutMs), scene.signal)
  try {
    return await askWithoutKey({ ...scene, signal: limit.signal }, plan, question)
  } finally {
    limit.stop()
  }
}

/** The same way out without its proxy. */
export function direct(plan: EgressPlan): EgressPlan {
  const { proxy: _proxy, ...egress } = plan.egress
  const { proxyCredentials: _credentials, ...rest } = plan
  return { ...rest, egress: { ...egress, reason: 'the same client without its proxy' } }
}
