import { decide, PLAIN_URL, type Decision } from './declared.ts'
import { CLIENT_FACTS } from '../knowledge/clients.ts'
import { type Egress, type EgressNote, type EgressPlan, given } from '../model/index.ts'
import { emptyNotes, filled, firstSet, nearMisses, precedenceNotes } from './variables.ts'
import type { ProxyDialect } from './proxy-url.ts'
import { type EgressQuestion, type WayOut, has, releaseOf } from './question.ts'
import {
  type ReadableStore,
  badFile,
  bundledStore,
  certificatesOf,
  fileIn,
  folderIn,
  foreignTrust,
  hasOwnStore,
  systemStore,
} from './trust.ts'

/** `--network-family-autoselection-attempt-timeout`, milliseconds; Node raises less than 10 to 10. */
const ADDRESS_TIMEOUT_FLAG = '--network-family-autoselection-attempt-timeout'
/** `autoSelectFamilyAttemptTimeout` of Node 24. */
const ADDRESS_TIMEOUT_MS = 250

/** undici 7.29 of Node 24.21: `new URL()`, and the name goes to a SOCKS5 proxy unresolved. */
const DIALECT: ProxyDialect = {
  ...PLAIN_URL,
  client: CLIENT_FACTS.node.name,
  schemeless: 'refused',
  schemes: { http: 'http', https: 'https', socks5: 'socks5h', socks: 'socks5h' },
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
      ...given({ proxy: unusable === undefined ? decision.proxy : undefined }),
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
    ...given({ proxyCredentials: unusable === undefined ? decision.credentials : undefined, ca }),
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
  const since = '; it came with Node 24'
  const fix = 'Use Node 24 or later for the application.'
  return { notes: [notSwitchedOn(question, wish.name, understood ? undefined : { since, fix })] }
}

/** A switch that is set and not on: to another value than 1, or for a Node that does not know it yet. */
function notSwitchedOn(
  question: EgressQuestion,
  variable: string,
  unknown: { readonly since: string; readonly fix: string } | undefined,
): EgressNote {
  if (unknown === undefined) {
    const because = `Only the value 1 switches ${variable} on.`
    return { variable, because, fix: `Set ${variable}: 1 in the job's env.` }
  }
  const release = releaseOf(question, 'node')?.replace(/^v/, '')
  const because = `Node ${release} does not read ${variable}${unknown.since}.`
  return { variable, because, fix: unknown.fix }
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

/** The flags of NODE_OPTIONS, split the way Node splits them: blanks, double quotes, backslash in quotes. */
export function nodeOptions(question: Pick<EgressQuestion, 'env' | 'platform'>): readonly string[] {
  const text = filled(question, 'NODE_OPTIONS')?.value ?? ''
  return [...text.matchAll(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g)].map(([token]) =>
    token.replaceAll(/"((?:\\.|[^"\\])*)"/g, (_, quoted: string) =>
      quoted.replaceAll(/\\(.)/g, '$1'),
    ),
  )
}

/** The value of `--flag=value` or `--flag value`, the last one given. */
export function optionValue(options: readonly string[], flag: string): string | undefined {
  const at = options.findLastIndex((token) => token === flag || token.startsWith(`${flag}=`))
  const token = options[at]
  if (token === undefined) return undefined
  return token === flag ? options[at + 1] : token.slice(flag.length + 1)
}

export interface NodeTrust {
  readonly stores: readonly ReadableStore[]
  readonly notes: readonly EgressNote[]
  /** The process ends at start with this setting. */
  readonly conflict?: EgressNote
}

/** What this Node trusts: read at process start, from NODE_OPTIONS and the environment. */
export function nodeTrust(question: EgressQuestion): NodeTrust {
  const options = nodeOptions(question)
  const openssl = options.includes('--use-openssl-ca')
  const wish = filled(question, 'NODE_USE_SYSTEM_CA')
  const understood = has(question, 'node', 'systemRoots')
  const byEnv = wish?.value === '1' && understood
  const byFlag = options.includes('--use-system-ca')
  const system = byFlag || byEnv
  const systemSource = byFlag ? '--use-system-ca' : 'NODE_USE_SYSTEM_CA'
  const stores: ReadableStore[] = []
  if (openssl) stores.push(...opensslStores(question, '--use-openssl-ca', 'hashed-names'))
  else stores.push(bundledStore(question, 'default of Node'))
  if (system && !openssl) stores.push(...opensslStores(question, systemSource, 'every-file'))
  const extra = fileIn(question, 'NODE_EXTRA_CA_CERTS', 'extra')
  if (extra !== undefined && extra.problem === undefined) stores.push(extra)

  const notes: EgressNote[] = []
  if (wish !== undefined && !byEnv && wish.value !== '0') {
    const since = ' yet; it came with Node 24.6'
    const fix = "Put --use-system-ca into NODE_OPTIONS in the job's env, or use Node 24.6 or later."
    notes.push(notSwitchedOn(question, wish.name, understood ? undefined : { since, fix }))
  }
  if (extra?.problem !== undefined)
    notes.push(badFile(extra, '; Node goes on without it', ", in the job's env"))
  const unread = ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']
  if (!openssl && !system) unread.unshift('SSL_CERT_FILE', 'SSL_CERT_DIR')
  notes.push(
    ...foreignTrust(
      unread.map((name) => filled(question, name)),
      'Node',
      "Set NODE_EXTRA_CA_CERTS to the PEM file of the extra root in the job's env.",
    ),
  )
  if (!openssl || !system) return { stores, notes }
  return {
    stores,
    notes,
    conflict: {
      variable: byEnv ? 'NODE_USE_SYSTEM_CA' : 'NODE_OPTIONS',
      because: 'Node ends at start when --use-openssl-ca and the system store are both asked for.',
      fix: 'Remove --use-openssl-ca from NODE_OPTIONS, or stop asking for the system store.',
    },
  }
}

/** The file and the folder that SSL_CERT_FILE and SSL_CERT_DIR replace, each by itself. */
function opensslStores(
  question: EgressQuestion,
  source: string,
  reads: 'hashed-names' | 'every-file',
): readonly ReadableStore[] {
  const system = systemStore(question, source)
  if (hasOwnStore(question) && reads === 'every-file') return [system]
  const both = [fileIn(question, 'SSL_CERT_FILE'), folderIn(question, 'SSL_CERT_DIR', reads)]
  const named = both.filter((one) => one !== undefined)
  // The default file and folder hold the same roots, so one of them left alone is enough.
  return named.length < 2 ? [system, ...named] : named
}
