import { CLIENT_FACTS } from '../knowledge/clients.ts'
import { given, type Egress, type EgressNote, type EgressPlan } from '../model/index.ts'
import { nearMisses } from './near-miss.ts'
import { nodeOptions, optionValue } from './node-options.ts'
import { nodeTrust, type NodeTrust } from './node-trust.ts'
import type { ProxyDialect } from './proxy-url.ts'
import { has, releaseOf, type EgressQuestion, type WayOut } from './question.ts'
import { certificatesOf } from './trust.ts'
import { emptyNotes, filled, firstSet, precedenceNotes } from './variables.ts'
import { decide, type Decision } from './way.ts'

/** `--network-family-autoselection-attempt-timeout`, milliseconds; Node raises less than 10 to 10. */
const ADDRESS_TIMEOUT_FLAG = '--network-family-autoselection-attempt-timeout'
/** `autoSelectFamilyAttemptTimeout` of Node 24. */
const ADDRESS_TIMEOUT_MS = 250

/** undici 7.29 of Node 24.21: `new URL()`, and the name goes to a SOCKS5 proxy unresolved. */
const DIALECT: ProxyDialect = {
  client: CLIENT_FACTS.node.name,
  schemeless: 'refused',
  schemes: { http: 'http', https: 'https', socks5: 'socks5h', socks: 'socks5h' },
  foreign: [],
  defaultPorts: { http: 80, https: 443, socks5: 1080, socks5h: 1080 },
  // eslint-disable-next-line no-control-regex
  strips: /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g,
  badEscapes: 'refused',
  userAlone: 'dropped',
}

/** Node's `fetch`, which the OpenAI Node SDK uses. */
export const node: WayOut = (question) => {
  const https = firstSet(question, ['https_proxy', 'HTTPS_PROXY'])
  const http = firstSet(question, ['http_proxy', 'HTTP_PROXY'])
  const noProxy = firstSet(question, ['no_proxy', 'NO_PROXY'])
  const asked = envProxy(question)
  const trust = nodeTrust(question)
  // undici's EnvHttpProxyAgent: HTTP_PROXY also carries https when HTTPS_PROXY is unset or empty.
  const chosen = question.url.protocol === 'https:' ? (https.chosen ?? http.chosen) : http.chosen
  const decision: Decision =
    asked.on === undefined
      ? {
          reason:
            chosen === undefined
              ? `No proxy variable is set that ${CLIENT_FACTS.node.name} could read.`
              : `${CLIENT_FACTS.node.name} ignores ${chosen.name} unless NODE_USE_ENV_PROXY is 1.`,
          notes: [https.chosen, http.chosen].flatMap((one) =>
            one === undefined ? [] : [ignoredByDefault(one.name, question)],
          ),
        }
      : decide({
          client: 'node',
          question,
          dialect: DIALECT,
          chosen,
          // Both agents are made at start, also the one that this URL does not need.
          checked: [https.chosen, http.chosen].flatMap((one) => one ?? []),
          noProxy: noProxy.chosen,
          because: `${asked.on} is set`,
        })
  const all = filled(question, 'ALL_PROXY') ?? filled(question, 'all_proxy')
  const unusable = trust.conflict ?? decision.unusable
  const timeout = Number(optionValue(nodeOptions(question), ADDRESS_TIMEOUT_FLAG))
  const ca = ownRoots(question, trust)
  return {
    egress: {
      client: 'node',
      ...(unusable === undefined && decision.proxy !== undefined && { proxy: decision.proxy }),
      reason: decision.reason,
      ...(unusable !== undefined && { unusable: { by: 'client', ...unusable } }),
      ignored: [
        ...asked.notes,
        ...(decision.notes ?? []),
        ...[https, http, noProxy].flatMap(precedenceNotes),
        ...(chosen === undefined ? emptyNotes(question) : []),
        ...(all !== undefined && chosen === undefined ? [allProxyNote(all.name)] : []),
        ...trust.notes,
        ...nearMisses(question, 'upper-or-lower'),
      ],
      trust: trust.stores.map(({ store }) => store),
      verifies: filled(question, 'NODE_TLS_REJECT_UNAUTHORIZED')?.value !== '0',
      ...given({ firstAddressOnly: firstAddressOnly(question) }),
      addressTimeoutMs: timeout > 0 ? Math.max(timeout, 10) : ADDRESS_TIMEOUT_MS,
      httpVersion: '1.1',
    },
    ...(unusable === undefined &&
      decision.credentials !== undefined && { proxyCredentials: decision.credentials }),
    ...(ca !== undefined && { ca }),
  }
}

function firstAddressOnly(question: EgressQuestion): Egress['firstAddressOnly'] {
  const off = '--no-network-family-autoselection'
  if (nodeOptions(question).includes(off)) {
    return { applies: 'yes', because: `Node.js with ${off}` }
  }
  const release = question.releases?.node
  if (release === undefined) {
    return { applies: 'not known', because: 'whether the application runs on Node.js before 20' }
  }
  return has(question, 'node', 'everyAddress')
    ? undefined
    : { applies: 'yes', because: `Node.js ${release.replace(/^v/, '')}` }
}

/** What makes fetch read proxy variables, as it is written; absent when nothing does. */
function envProxy(question: EgressQuestion): {
  readonly on?: string
  readonly notes: readonly EgressNote[]
} {
  const flag = nodeOptions(question).includes('--use-env-proxy')
  if (flag && has(question, 'node', 'environmentProxyFlag'))
    return { on: '--use-env-proxy', notes: [] }
  const wish = filled(question, 'NODE_USE_ENV_PROXY')
  if (wish === undefined) return { notes: [] }
  const understood = has(question, 'node', 'environmentProxy')
  if (wish.value === '1' && understood) return { on: 'NODE_USE_ENV_PROXY', notes: [] }
  if (wish.value === '0') return { notes: [] }
  return {
    notes: [
      {
        variable: wish.name,
        because: understood
          ? `Only the value 1 switches ${wish.name} on.`
          : `Node ${releaseOf(question, 'node')?.replace(/^v/, '')} does not read ${wish.name}; it came with Node 24.`,
        fix: understood
          ? `Set ${wish.name}: 1 in the job's env.`
          : 'Use Node 24 or later for the application.',
      },
    ],
  }
}

function ignoredByDefault(name: string, question: EgressQuestion): EgressNote {
  const upgrade = has(question, 'node', 'environmentProxy') ? '' : 'Use Node 24 or later and '
  return {
    variable: name,
    because: `${name} is set, but ${CLIENT_FACTS.node.name} ignores it unless NODE_USE_ENV_PROXY is 1.`,
    fix: `${upgrade}${upgrade === '' ? 'Set' : 'set'} NODE_USE_ENV_PROXY: 1 in the job's env.`,
  }
}

function allProxyNote(name: string): EgressNote {
  return {
    variable: name,
    because: `${CLIENT_FACTS.node.name} never reads ${name}.`,
    fix: "Set HTTPS_PROXY to the same proxy, and NODE_USE_ENV_PROXY: 1, in the job's env.",
  }
}

/**
 * Nothing where this process trusts what the application trusts: Node read the same variables at
 * start. Otherwise the application's stores.
 */
function ownRoots(question: EgressQuestion, trust: NodeTrust): EgressPlan['ca'] | undefined {
  const env = question.own?.env ?? question.env
  const node = question.own?.node ?? process.version
  const own = nodeTrust({ ...question, env, releases: { node } })
  const same = JSON.stringify(own.stores.map(({ store }) => store))
  if (same === JSON.stringify(trust.stores.map(({ store }) => store))) return undefined
  return certificatesOf(trust.stores)
}
