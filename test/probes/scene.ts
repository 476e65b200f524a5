import { expect } from 'vitest'
import type {
  AnyObservation,
  EgressPlan,
  PacketObservation,
  ProbeId,
} from '../../src/model/index.ts'
import { seenBy } from '../../src/model/index.ts'
import { flat } from '../../src/run/stored.ts'
import { investigate } from '../../src/probes/investigate.ts'
import type { Scene } from '../../src/probes/investigation.ts'
import { systemResolve } from '../../src/wire/lookup.ts'
import { createRecorder } from '../../src/wire/recorder.ts'
import { labKey } from '../loopback/api.ts'
import type { Listening } from '../loopback/listen.ts'
import { keyBytesIn } from '../loopback/key-bytes.ts'
import { asked, send, type Sending } from '../wire/send.ts'

/** What both rounds of one route came to. */
export interface Looked {
  /** The real request's own observations. */
  readonly first: readonly AnyObservation[]
  /** What the investigations added, as the packet has it. */
  readonly second: readonly PacketObservation[]
  /** Of one probe; fails where there is not exactly one. */
  readonly only: <P extends ProbeId>(probe: P) => Extract<PacketObservation, { readonly probe: P }>
  /** Milliseconds that the second round took. */
  readonly ms: number
}

export type More = Partial<Omit<Scene, 'recorder' | 'evidence' | 'network'>>

export function sceneOf(
  sending: Sending,
  observations: readonly AnyObservation[],
  more: More = {},
): Scene {
  const clock = (): number => performance.now()
  const { route, plan } = asked(sending)
  const all = { route, plan, ...more }
  const { apiKey: _secret, ...bare } = all.route
  return {
    otherWays: [],
    // No question of these tests leaves this machine: nothing answers there.
    nameServers: ['127.0.0.1:9'],
    network: { resolve: sending.resolve ?? systemResolve, clock },
    recorder: createRecorder({ route: 'test', clock, attempt: () => 1 }),
    timeoutMs: 1500,
    signal: new AbortController().signal,
    now: Date.now,
    wayTo: () => plan,
    ...all,
    evidence: { route: bare, egress: all.plan.egress, source: 'live', observations },
  }
}

/**
 * The real request against servers of the lab, and then the second round as the engine runs it.
 * `between` happens when the first has ended.
 */
export async function lookTwice(
  sending: Sending,
  more: More = {},
  between: () => void = () => {},
): Promise<Looked> {
  const first = await send(sending)
  between()
  const scene = sceneOf(sending, first, more)
  const began = performance.now()
  await investigate(scene)
  const ms = performance.now() - began
  const second = scene.recorder.list().map(flat)
  expect(ms, 'the second round keeps to its time').toBeLessThan(scene.timeoutMs + 400)
  expect(keyBytesIn(Buffer.from(JSON.stringify(second)), labKey())).toBe(0)
  return { first, second, only: (probe) => onlyOne(second, probe), ms }
}

export function onlyOne<P extends ProbeId>(seen: readonly PacketObservation[], probe: P) {
  const found = seenBy(seen, probe)
  const [one] = found
  if (one === undefined || found.length > 1) {
    throw new Error(
      `${found.length} observations of ${probe}: ${seen.map(({ id }) => id).join(' ')}`,
    )
  }
  return one
}

/** The servers see every socket of ours go: nothing is left open behind an answer. */
export async function leavesNothing(...servers: readonly Listening[]): Promise<void> {
  await expect.poll(() => servers.map((server) => server.open())).toEqual(servers.map(() => 0))
}

/** The same client by an HTTP proxy on this machine. */
export function through(port: number, plan: EgressPlan, client = plan.egress.client): EgressPlan {
  const host = '127.0.0.1'
  const proxy = {
    scheme: 'http',
    host,
    port,
    source: 'HTTPS_PROXY',
    hasCredentials: false,
  } as const
  return { ...plan, egress: { ...plan.egress, client, proxy } }
}

/** A resolver of the test's own: these addresses for every name. */
export function always(...addresses: readonly string[]): NonNullable<Sending['resolve']> {
  return () =>
    Promise.resolve(addresses.map((address) => ({ address, family: 4, scope: 'loopback' })))
}
