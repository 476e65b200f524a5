import { wayOut } from '../egress/index.ts'
import type { Client, EgressPlan, Route, TrustStore } from '../model/index.ts'
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
    ...(nodeVersion !== undefined && { releases: { node: nodeVersion } }),
    platform: facts.platform,
    readFile: (path) => {
      if (path === '/etc/debian_version') return facts.debian ? 'debian' : undefined
      const state = facts.files.get(path) ?? (path === facts.certifi ? 'certificates' : undefined)
      return state === 'certificates' ? SOME_CERTIFICATE : state === 'empty' ? '' : undefined
    },
    listFolder: (path) => facts.folders.get(path),
    // Nothing is verified here with roots of this machine.
    roots: { bundled: () => [], system: () => [] },
    ...(facts.pythonOpenai === '' ? {} : { installed: { pythonOpenai: facts.pythonOpenai } }),
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
