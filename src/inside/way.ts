import { wayOut } from '../egress/index.ts'
import type { Client, EgressPlan, Route, TrustStore, Verdict } from '../model/index.ts'
import { branchOf, given } from '../model/index.ts'
import type { RouteRun } from '../run/route-run.ts'
import type { TargetFacts } from './target-facts.ts'

/** Stands for a file of the target that holds certificates: what matters here is that it does. */
const SOME_CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n'

/**
 * The way out of this client in the target: the same rules as anywhere, over the target's own
 * variables. What the runtime trusts is what it says, since it verifies there and not here.
 */
export function wayInside(
  client: Client,
  route: Pick<Route, 'baseUrl'>,
  facts: TargetFacts,
  nodeVersion?: string,
): EgressPlan {
  const plan = wayOut(client, {
    url: new URL(route.baseUrl),
    env: facts.env,
    ...given({
      releases: nodeVersion === undefined ? undefined : { node: nodeVersion },
      installed: facts.pythonOpenai === '' ? undefined : { pythonOpenai: facts.pythonOpenai },
    }),
    platform: facts.platform,
    readFile: (path) => {
      if (path === '/etc/debian_version') return facts.debian ? 'debian' : undefined
      const state = facts.files.get(path) ?? (path === facts.certifi ? 'certificates' : undefined)
      return state === 'certificates' ? SOME_CERTIFICATE : state === 'empty' ? '' : undefined
    },
    listFolder: (path) => facts.folders.get(path),
    // Nothing is verified here with roots of this machine.
    roots: { bundled: () => [], system: () => [] },
  })
  const { ca: _notOurs, ...rest } = plan
  const trust = plan.egress.trust.map((store) => trustInside(store, client, facts))
  // The target's own Python verifies there.
  const { strict: _there, ...egress } = plan.egress
  return { ...rest, egress: { ...egress, trust } }
}

function trustInside(store: TrustStore, client: Client, facts: TargetFacts): TrustStore {
  if (client !== 'python' || (store.store !== 'system' && store.store !== 'bundled')) {
    return { ...store, source: store.source.replace('; no system bundle was found here', '') }
  }
  // Below version 3 the SDK brings the list of certifi along.
  if (store.source.startsWith('certifi') && facts.certifi !== '') {
    return { store: 'file', source: 'certifi', path: facts.certifi }
  }
  const source = 'ssl.get_default_verify_paths()'
  return facts.trustFile === ''
    ? { store: 'system', source }
    : { store: 'system', source, path: facts.trustFile }
}

/** Proxies that the runtime cannot speak to by itself, and the SDK that could is not there. */
export function withoutUnspoken(plan: EgressPlan, runtime: string, hasSdk: boolean): EgressPlan {
  const { proxy } = plan.egress
  if (proxy === undefined || proxy.scheme === 'http' || runtime === 'sh' || hasSdk) return plan
  const { proxy: _unspoken, ...egress } = plan.egress
  return {
    egress: {
      ...egress,
      unusable: {
        variable: proxy.source,
        because: `${proxy.source} names a ${proxy.scheme} proxy, which the standard library of Python does not speak, and the package openai is not there.`,
        fix: 'Install Node.js or curl in the target, or run the preflight there with the application.',
        by: 'preflight',
      },
    },
  }
}

/** Why a Node.js could not look that never got to its program. */
export const DEAD = 'the environment of the target ends it at its start'

/** The client that the target has for the application, where another one had to send the request. */
export interface StandIn {
  readonly client: Client
  /** e.g. `Node.js 16.20.2`. */
  readonly name: string
  /** Why it could not look itself; a clause. */
  readonly because: string
  /** Version of Node.js, whose rules changed with it. */
  readonly nodeVersion?: string
}

/**
 * A pass of a stand-in proves the route of the application only where both go the same way: the same
 * proxy, the same roots. Otherwise it says what was seen and what was not tested.
 */
export function standing(
  standIn: StandIn | undefined,
  routeRun: RouteRun,
  verdict: Verdict,
  facts: TargetFacts,
): Verdict {
  if (standIn === undefined || verdict.verdict !== 'pass') return verdict
  const { route, plan } = routeRun
  const own = wayInside(standIn.client, route, facts, standIn.nodeVersion)
  const secure = route.baseUrl.startsWith('https:')
  const differences = [
    ...(proxyOf(own) === proxyOf(plan)
      ? []
      : [`it goes out ${proxyOf(own)} and ${route.client} ${proxyOf(plan)}`]),
    ...(!secure || rootsOf(own) === rootsOf(plan) ? [] : ['it trusts other certificates']),
  ]
  if (differences.length === 0) return verdict
  return {
    ...verdict,
    verdict: 'inconclusive',
    owner: 'unknown',
    branch: branchOf('unknown'),
    confidence: 'low',
    code: 'own.inside_stand_in',
    rule: 'own/inside',
    summary: `${facts.describes} of the target passed, and ${standIn.name}, which the target has too, was not tested (${standIn.because}): ${differences.join(', and ')}.`,
    doNext: [
      `Set client: ${route.client} if the application is not the one that uses ${standIn.name}.`,
      `Otherwise send the application's own request from ${standIn.name} there, for example with its SDK, to test its egress.`,
    ],
    doNot: [`Do not read this as proof for ${standIn.name}: another client took another egress.`],
  }
}

function proxyOf({ egress: { proxy, unusable } }: EgressPlan): string {
  if (unusable !== undefined) return `nowhere (${unusable.variable} cannot be used)`
  return proxy === undefined
    ? 'without a proxy'
    : `by the proxy ${proxy.scheme}://${proxy.host}:${proxy.port}`
}

/** Stores and files by name; the same list in the same order is the same trust. */
function rootsOf({ egress: { trust } }: EgressPlan): string {
  return JSON.stringify(trust.map(({ store, path }) => [store, path ?? '']))
}
