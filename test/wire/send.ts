import type { AnyObservation, Client, EgressPlan, ProxyHop, Route } from '../../src/model/index.ts'
import { Secret } from '../../src/model/index.ts'
import { sendRealRequest } from '../../src/probes/request.ts'
import { systemResolve, type Resolve } from '../../src/wire/lookup.ts'
import { createRecorder, type Clock } from '../../src/wire/recorder.ts'
import { labKey } from '../loopback/api.ts'
import { labRoot } from '../loopback/pki.ts'

export interface Sending {
  readonly baseUrl: string
  readonly depth?: Route['depth']
  readonly endpoint?: Route['endpoint']
  readonly key?: string
  readonly timeoutMs?: number
  readonly proxy?: Partial<ProxyHop> & { readonly port: number }
  readonly credentials?: NonNullable<EgressPlan['proxyCredentials']>
  readonly resolve?: Resolve
  readonly ca?: readonly string[]
  readonly addressTimeoutMs?: number
  readonly signal?: AbortSignal
  readonly httpVersion?: '1.1' | '2'
  readonly client?: Client
}

/** The route and the way out that such a request has. */
export function asked(sending: Sending): { readonly route: Route; readonly plan: EgressPlan } {
  const { proxy } = sending
  return {
    route: {
      name: 'test',
      kind: 'openai',
      baseUrl: sending.baseUrl,
      endpoint: sending.endpoint ?? 'responses',
      model: 'demo-model',
      depth: sending.depth ?? 'request',
      client: 'node',
      clientReason: 'test',
      timeoutMs: sending.timeoutMs ?? 3000,
      attempts: 1,
      waitUpToMs: 0,
      failOn: [],
      compareDirect: false,
      apiKey: new Secret(sending.key ?? labKey(), 'test'),
    },
    plan: {
      egress: {
        client: sending.client ?? 'node',
        reason: 'test',
        ignored: [],
        trust: [],
        verifies: true,
        addressTimeoutMs: sending.addressTimeoutMs ?? 250,
        httpVersion: sending.httpVersion ?? '1.1',
        ...(proxy === undefined
          ? {}
          : {
              proxy: {
                scheme: 'http',
                host: '127.0.0.1',
                source: 'HTTPS_PROXY',
                hasCredentials: sending.credentials !== undefined,
                ...proxy,
              },
            }),
      },
      ca: sending.ca ?? [labRoot().pem],
      ...(sending.credentials === undefined ? {} : { proxyCredentials: sending.credentials }),
    },
  }
}

/** One real request of the engine against a server of the lab, and everything it noted. */
export async function send(
  sending: Sending,
  clock: Clock = () => performance.now(),
): Promise<readonly AnyObservation[]> {
  const recorder = createRecorder({ route: 'test', clock, attempt: () => 1 })
  const { route, plan } = asked(sending)
  await sendRealRequest({
    route,
    plan,
    network: { resolve: sending.resolve ?? systemResolve, clock },
    recorder,
    timeoutMs: route.timeoutMs,
    signal: sending.signal ?? new AbortController().signal,
    now: Date.now,
    sdk: 'openai@test',
  })
  return recorder.list()
}

/** `rung probe code` of the first failure, or `ok` when there is none. */
export function firstFailure(observations: readonly AnyObservation[]): string {
  const failed = observations.find(({ outcome }) => outcome.status === 'failed')
  return failed?.outcome.status === 'failed'
    ? `${failed.rung} ${failed.probe} ${failed.outcome.failure.code}`
    : 'ok'
}

/** `probe:status` of everything, in order. */
export function trail(observations: readonly AnyObservation[]): string {
  return observations.map(({ probe, outcome }) => `${probe}:${outcome.status}`).join(' ')
}
