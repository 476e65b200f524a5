import { hostAndPort } from '../model/index.ts'
import { CLIENT_FACTS } from '../knowledge/clients.ts'
import type { Client, EgressNote, EgressPlan, ProxyHop } from '../model/index.ts'
import { bypassing, misunderstood, noProxyDialect } from './no-proxy.ts'
import { parseProxy, type ProxyDialect, type RefusedProxy } from './proxy-url.ts'
import type { EgressQuestion } from './question.ts'
import type { Variable } from './variables.ts'

export interface Decision {
  readonly proxy?: ProxyHop
  readonly credentials?: NonNullable<EgressPlan['proxyCredentials']>
  readonly reason: string
  readonly notes?: readonly EgressNote[]
  readonly unusable?: EgressNote & { readonly by: 'client' | 'preflight' }
}

export interface Given {
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
export function decide(given: Given): Decision {
  const { client, question, dialect, chosen, noProxy } = given
  const { url } = question
  for (const variable of given.checked ?? []) {
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
  const why = given.because === undefined ? '' : `, and ${given.because}`
  return {
    proxy: hop,
    ...(credentials !== undefined && { credentials }),
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
