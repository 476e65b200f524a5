import type { Client, Egress, EgressNote, EgressPlan, ProxyHop } from '../model/index.ts'
import { given, hostAndPort } from '../model/index.ts'
import { bypassing, misunderstood, noProxyDialect } from './no-proxy.ts'
import { CLIENT_FACTS } from '../knowledge/clients.ts'
import type { Choice, Variable } from './variables.ts'
import { emptyNotes, filled, firstFilled, nearMisses, precedenceNotes } from './variables.ts'
import { parseProxy, type ProxyDialect, type RefusedProxy } from './proxy-url.ts'
import type { EgressQuestion, WayOut } from './question.ts'
import type { CertVariables, Trust } from './trust.ts'
import { certificatesOf, foreignTrust, opensslTrust } from './trust.ts'

/** Which of the addresses are dialled, where not all of them, in the order of the resolver. */
export interface Addresses {
  readonly firstFamily?: 4 | 6
  readonly firstAddressOnly?: NonNullable<Egress['firstAddressOnly']>
}

/** A client whose way follows from variables alone: which it reads, in which order, and how. */
export interface Declaration {
  readonly client: Client
  /** Where nothing is said, its port follows from the scheme, and nothing is taken away or put right. */
  readonly dialect: Pick<ProxyDialect, 'schemeless' | 'schemes'> &
    Partial<Omit<ProxyDialect, 'client'>>
  /** The spellings of each variable, the one that wins first. */
  readonly variables: Readonly<Record<'https' | 'http' | 'all' | 'no', readonly string[]>>
  /** Of several spellings the first that is filled, unless said otherwise. */
  readonly choose?: (from: EgressQuestion, names: readonly string[]) => Choice
  /** Values that this client cannot read and then leaves out; it fails on other bad ones. */
  readonly passesOver?: RegExp
  /** Hosts that never go through a proxy, whatever the variables say. */
  readonly past?: (url: URL) => string | undefined
  /** Or how it reads the two variables of OpenSSL, where these alone decide. */
  readonly trust: CertVariables | ((question: EgressQuestion) => Trust)
  /** Variables about trust that others read and this client does not. */
  readonly unread: readonly string[]
  readonly notes?: (question: EgressQuestion) => readonly EgressNote[]
  /** A trusted certificate ends a chain although it is no root. */
  readonly partialChain?: true
  readonly addressTimeoutMs: number
  readonly addresses?: (question: EgressQuestion) => Addresses
  /** Speaks HTTP/2 where the server offers it. */
  readonly http2: boolean
}

/** How most clients read a proxy's URL. */
export const PLAIN_URL = {
  foreign: [],
  defaultPorts: { http: 80, https: 443, socks5: 1080, socks5h: 1080 },
  strips: /(?!)/g,
  badEscapes: 'kept',
  userAlone: 'sent',
} as const

/** The proxy variables of a client that reads both spellings, the lower case first. */
export const BOTH_CASES = {
  https: ['https_proxy', 'HTTPS_PROXY'],
  http: ['http_proxy', 'HTTP_PROXY'],
  all: ['all_proxy', 'ALL_PROXY'],
  no: ['no_proxy', 'NO_PROXY'],
} as const

/** The same, the upper case first. */
export const UPPER_CASE_FIRST = {
  https: ['HTTPS_PROXY', 'https_proxy'],
  http: ['HTTP_PROXY', 'http_proxy'],
  all: ['ALL_PROXY', 'all_proxy'],
  no: ['NO_PROXY', 'no_proxy'],
} as const

/** `ruled`: the rules, or what they are for the release that the question names. */
export function declared(ruled: Declaration | ((question: EgressQuestion) => Declaration)): WayOut {
  return (question) => {
    const rules = typeof ruled === 'function' ? ruled(question) : ruled
    const { client, variables, choose = firstFilled } = rules
    const { name, trust: trustOrder } = CLIENT_FACTS[client]
    const secure = question.url.protocol === 'https:'
    const own = choose(question, secure ? variables.https : variables.http)
    const all = choose(question, variables.all)
    const noProxy = choose(question, variables.no)
    const dialect: ProxyDialect = { ...PLAIN_URL, ...rules.dialect, client: name }
    const wanted = own.chosen ?? all.chosen
    const refused = wanted === undefined ? undefined : passedOver(wanted, dialect, rules)
    const chosen = refused === undefined ? wanted : undefined
    const past = rules.past?.(question.url)
    const decision: Decision =
      chosen !== undefined && past !== undefined
        ? { reason: past }
        : decide({ client, question, dialect, chosen, noProxy: noProxy.chosen })
    const trust =
      typeof rules.trust === 'function'
        ? rules.trust(question)
        : opensslTrust(client, rules.trust, question)
    const { firstFamily, firstAddressOnly } = rules.addresses?.(question) ?? {}
    const { proxy, credentials } = decision
    const unusable = decision.unusable ?? trust.unusable
    const usesSystem = trust.stores.some(({ store }) => store.store === 'system')
    return {
      egress: {
        client,
        ...given({ proxy: unusable === undefined ? proxy : undefined }),
        reason: decision.reason,
        ...given({ unusable }),
        ignored: [
          ...(decision.notes ?? []),
          ...[own, all, noProxy].flatMap(precedenceNotes),
          ...(refused === undefined ? [] : [refused]),
          ...(wanted === undefined
            ? [...emptyNotes(question), ...unreadProxies(question, rules)]
            : []),
          ...(rules.notes?.(question) ?? []),
          ...trust.notes,
          ...foreignTrust(
            rules.unread.map((variable) => filled(question, variable)),
            name,
            trustOrder({
              authority: 'it',
              certificate: 'the extra root',
              bySystem: false,
              usesSystem,
            }),
          ),
          ...nearMisses(question, 'upper-or-lower'),
        ],
        trust: trust.stores.map(({ store }) => store),
        verifies: true,
        addressTimeoutMs: rules.addressTimeoutMs,
        ...given({ firstAddressOnly }),
        httpVersion: secure && rules.http2 ? '2' : '1.1',
      },
      ...given({
        proxyCredentials: unusable === undefined ? credentials : undefined,
        firstFamily,
        partialChain: rules.partialChain,
        proxyCa: trust.proxyStores && certificatesOf(trust.proxyStores),
      }),
      ca: certificatesOf(trust.stores),
    }
  }
}

/** What is wrong with a value that the client leaves out, going direct. */
function passedOver(
  variable: Variable,
  dialect: ProxyDialect,
  { passesOver }: Declaration,
): EgressNote | undefined {
  const parsed = parseProxy(variable, dialect)
  if (parsed.usable || parsed.by !== 'client' || passesOver?.test(variable.value) !== true)
    return undefined
  return {
    variable: variable.name,
    because: `${dialect.client} cannot read the value of ${variable.name} and goes on without it.`,
    fix: parsed.fix,
  }
}

/** Proxy variables that are filled, that other clients would follow for this URL, and that act on nothing here. */
function unreadProxies(
  question: EgressQuestion,
  { client, variables }: Declaration,
): readonly EgressNote[] {
  const secure = question.url.protocol === 'https:'
  const read = new Set([...(secure ? variables.https : variables.http), ...variables.all])
  const { https, http, all } = UPPER_CASE_FIRST
  const meant = [...(secure ? https : http), ...all]
  const { name, useProxy } = CLIENT_FACTS[client]
  return meant.flatMap((variable) => {
    const found = read.has(variable) ? undefined : filled(question, variable)
    if (found === undefined) return []
    const lower = variable.toLowerCase()
    const [because, fix] = read.has(lower)
      ? [`${name} reads this variable in lower case only.`, `Set ${lower} to the same value.`]
      : [
          `${name} does not read ${found.name} for ${question.url.protocol}//.`,
          useProxy(question.url.hostname),
        ]
    return [{ variable: found.name, because, fix }]
  })
}

export interface Decision {
  readonly proxy?: ProxyHop
  readonly credentials?: NonNullable<EgressPlan['proxyCredentials']>
  readonly reason: string
  readonly notes?: readonly EgressNote[]
  readonly unusable?: EgressNote & { readonly by: 'client' | 'preflight' }
}

export interface Deciding {
  readonly client: Client
  readonly question: EgressQuestion
  readonly dialect: ProxyDialect
  /** The variable that decides for this URL. */
  readonly chosen: Variable | undefined
  /** Others that the client reads, which do not decide: it fails on a bad one all the same. */
  readonly checked?: readonly Variable[]
  readonly noProxy: Variable | undefined
  /** Why proxy variables count at all, where they do not by themselves. */
  readonly because?: string
}

/** Proxy or direct, once it is known which variables this client reads. */
export function decide(asked: Deciding): Decision {
  const { client, question, dialect, chosen, noProxy } = asked
  const { url } = question
  for (const variable of asked.checked ?? []) {
    const parsed = parseProxy(variable, dialect)
    if (!parsed.usable) return refusal(variable, parsed)
  }
  if (chosen === undefined)
    return {
      reason: `No proxy variable is set that ${CLIENT_FACTS[client].name} uses for this URL.`,
    }
  const entry =
    noProxy === undefined
      ? undefined
      : bypassing(noProxy.value, url, noProxyDialect(client, question))
  if (noProxy !== undefined && entry !== undefined)
    return {
      reason: `${noProxy.name} has the entry ${shown(entry)}, which matches ${url.hostname}, so ${chosen.name} does not apply.`,
    }
  const parsed = parseProxy(chosen, dialect)
  if (!parsed.usable) return refusal(chosen, parsed)
  const { hop, credentials } = parsed
  const why = asked.because === undefined ? '' : `, and ${asked.because}`
  return {
    proxy: hop,
    ...given({ credentials }),
    reason: `${chosen.name} names the proxy ${hostAndPort(hop.host, hop.port)}${why}.`,
    notes: noProxy === undefined ? [] : misreadEntry(noProxy, url, client),
  }
}

function refusal({ name }: Variable, { by, because, fix }: RefusedProxy): Decision {
  return { reason: because, unusable: { variable: name, because, fix, by } }
}

function misreadEntry(noProxy: Variable, url: URL, client: Client): readonly EgressNote[] {
  const found = misunderstood(noProxy.value, url, client)
  if (found === undefined) return []
  const others = found.understoodBy.map((other) => CLIENT_FACTS[other].name).join(' and ')
  return [
    {
      variable: noProxy.name,
      because: `The entry ${shown(found.entry)} sends ${url.hostname} past the proxy for ${others}, but not for ${CLIENT_FACTS[client].name}.`,
      fix: `Write ${url.hostname} into ${noProxy.name}, between commas, which every client understands.`,
    },
  ]
}

/** An entry may be anything a person pasted. */
function shown(entry: string): string {
  const text = entry.replaceAll(/[^\u0021-\u007e]/g, '?')
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
