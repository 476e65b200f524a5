import { setTimeout as pause } from 'node:timers/promises'
import type { Checkout } from '../egress/index.ts'
import { given, type AnyObservation, type Packet, type Runtime } from '../model/index.ts'
import type { JobToken } from '../probes/entra/index.ts'
import { createRedactor, planted, type PlantedSecret, type Redactor } from '../redaction/index.ts'
import type { Settings } from '../settings/index.ts'
import { VERSIONS } from '../versions.ts'
import { systemResolve, type Resolve } from '../wire/lookup.ts'
import type { Listener } from '../wire/recorder.ts'
import type { RouteResult, World } from './route-run.ts'

/** What a door hands over: the settings, and the world in which to act. */
export interface Order {
  readonly settings: Settings
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly runtime: Runtime
  /** Manifests and lock files of the checkout: the client, and the library that it uses. */
  readonly checkout: () => Checkout
  readonly readFile: (path: string) => string | undefined
  readonly listFolder: (path: string) => readonly string[] | undefined
  /** Absolute: what relative paths start from. */
  readonly workspace: string
  /** Aborts on cancellation. */
  readonly signal: AbortSignal
  readonly listen?: Listener
  /** Observations that were made beside the road, e.g. of the front-end bundle. */
  readonly before?: readonly AnyObservation[]
  /** Milliseconds that this process has spent before: the deadline counts from its start. */
  readonly startedMs?: number
  /** Instead of the machine's resolver and roots: for the demo and for tests. */
  readonly resolve?: Resolve
  readonly extraRoots?: readonly string[]
  readonly directBaseUrl?: string
  /** Masks a secret that is learnt on the way, before anything of it can be printed. */
  readonly mask?: (value: string) => void
  /** How this door gets the job's own OIDC token; asked for directly when absent. */
  readonly jobToken?: JobToken
}

/** The world of one run, which learns secrets on its way, and what takes all of them out again. */
export function worldOf(order: Order): {
  readonly world: World
  /** For the packet: the secrets of the settings, those learnt, and the passwords of the proxies. */
  readonly redactorFor: (results: readonly RouteResult[]) => Redactor
  /** What was taken out of texts that were received. */
  readonly heard: () => Packet['redactions']
} {
  const { settings, signal, directBaseUrl, listen, jobToken } = order
  const origin = performance.now()
  const secrets = planted(settings.secrets)
  const redactors = [createRedactor([...secrets], { shapes: false })]
  const world: World = {
    network: {
      resolve: order.resolve ?? systemResolve,
      clock: () => performance.now() - origin,
      clean: (received) => redactors.reduce((text, one) => one.text(text, 'headers'), received),
    },
    now: Date.now,
    signal,
    sdk: `openai@${VERSIONS.openai}`,
    pause: async (milliseconds, until) => {
      await pause(milliseconds, undefined, { signal: until }).catch(() => {})
    },
    egressAddress: settings.egressAddress,
    conceal: (value, what) => {
      order.mask?.(value)
      secrets.push({ value, what })
      redactors.push(createRedactor([{ value, what }], { shapes: false }))
    },
    ...given({ controlUrl: settings.controlUrl, directBaseUrl, listen, jobToken }),
  }
  return {
    world,
    redactorFor: (results) => createRedactor([...secrets, ...proxyPasswords(results)]),
    heard: () => redactors.flatMap((one) => one.list()),
  }
}

function proxyPasswords(results: readonly RouteResult[]): readonly PlantedSecret[] {
  return results
    .flatMap(({ routeRun }) => [routeRun.plan, ...routeRun.otherWays])
    .flatMap(({ proxyCredentials }) => proxyCredentials ?? [])
    .map(({ password }) => ({ value: password, what: 'proxy password' }))
}
