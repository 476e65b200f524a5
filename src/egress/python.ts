import { decide, PLAIN_URL, type Decision } from './declared.ts'
import { CLIENT_FACTS } from '../knowledge/clients.ts'
import { given, type EgressNote } from '../model/index.ts'
import { type Variable, anySpelling, emptyNotes, nearMisses, precedenceNotes } from './variables.ts'
import { bypassing, entriesOf, NO_PROXY_DIALECTS } from './no-proxy.ts'
import type { ProxyDialect } from './proxy-url.ts'
import { type SitePackages, pythonTrust, sitePackages, versionIn } from './python-trust.ts'
import type { EgressQuestion, WayOut } from './question.ts'
import { certificatesOf, hasOwnStore } from './trust.ts'

/** httpx 0.28 and httpx2; a SOCKS proxy gets the name unresolved, also with `socks5`. */
const DIALECT: ProxyDialect = {
  ...PLAIN_URL,
  client: CLIENT_FACTS.python.name,
  schemeless: 'http',
  schemes: { http: 'http', https: 'https', socks5: 'socks5h', socks5h: 'socks5h' },
  strips: /(?<! ) +$/g,
}

/** openai-python over httpx (below 3) and httpx2 (3 and later). */
export const python: WayOut = (question) => {
  const installed = sitePackages(question)
  const version =
    question.installed?.pythonOpenai ??
    installed.flatMap((folder) => versionIn(folder, 'openai') ?? []).at(0)
  const http = anySpelling(question, 'http_proxy')
  const https = anySpelling(question, 'https_proxy')
  const all = anySpelling(question, 'all_proxy')
  const noProxy = anySpelling(question, 'no_proxy')
  const own = question.url.protocol === 'https:' ? https : http
  const chosen = own.chosen ?? all.chosen
  const everything = allBypassed(noProxy.chosen, question.url)
  const checked = everything ? [] : [http, https, all].flatMap((choice) => choice.chosen ?? [])
  const decision = decide({
    client: 'python',
    question,
    dialect: DIALECT,
    chosen,
    // httpx makes a transport for each of them, whatever the URL: a bad one fails the constructor.
    checked,
    noProxy: noProxy.chosen,
  })
  const socks = checked.filter((one) => /^socks5h?:\/\//i.test(one.value))
  const trust = pythonTrust(question, installed, version)
  const unusable =
    decision.unusable ??
    (everything ? undefined : badEntry(noProxy.chosen)) ??
    missingSocks(socks, installed) ??
    trust.unusable
  return {
    egress: {
      client: 'python',
      ...given({ proxy: unusable === undefined ? decision.proxy : undefined }),
      reason: reasonOf(decision, question),
      ...given({ unusable }),
      ignored: [
        ...(decision.notes ?? []),
        ...[https, http, all, noProxy].flatMap(precedenceNotes),
        ...(chosen === undefined ? emptyNotes(question) : []),
        ...trust.notes,
        ...nearMisses(question, 'any'),
      ],
      trust: trust.stores.map(({ store }) => store),
      ...given({ strict: trust.strict }),
      verifies: true,
      addressTimeoutMs: 0,
      httpVersion: '1.1',
    },
    ...given({ proxyCredentials: unusable === undefined ? decision.credentials : undefined }),
    ca: certificatesOf(trust.stores),
    // VERIFY_X509_PARTIAL_CHAIN came with VERIFY_X509_STRICT.
    ...(trust.strict?.applies === 'yes' && { partialChain: true }),
  }
}

/** Python asks the system for a proxy where the environment names none; that was not looked at. */
function reasonOf(decision: Decision, question: EgressQuestion): string {
  if (!hasOwnStore(question) || decision.proxy !== undefined || decision.unusable !== undefined)
    return decision.reason
  return `${decision.reason} The proxy settings of the system, which Python reads as well, were not looked at.`
}

function allBypassed(noProxy: Variable | undefined, url: URL): boolean {
  return noProxy !== undefined && bypassing(noProxy.value, url, NO_PROXY_DIALECTS.python) === '*'
}

/** httpx reads each entry as a URL; IPv6 in brackets or with a prefix length is none to it. */
function badEntry(
  noProxy: Variable | undefined,
): (EgressNote & { readonly by: 'client' }) | undefined {
  if (noProxy === undefined) return undefined
  const bad = entriesOf(noProxy.value, NO_PROXY_DIALECTS.python).some(
    (entry) => !entry.includes('://') && /^\[.*\]|^[^:]*:[^:]*:.*\//.test(entry),
  )
  if (!bad) return undefined
  return {
    variable: noProxy.name,
    because: `${noProxy.name} has an IPv6 entry in brackets or with a prefix length, on which the constructor of the OpenAI client fails (httpx.InvalidURL).`,
    fix: `Write IPv6 entries of ${noProxy.name} as plain addresses, or remove them.`,
    by: 'client',
  }
}

/** SOCKS needs a package of its own. Unknown while no installed packages can be seen. */
function missingSocks(
  socks: readonly Variable[],
  installed: readonly SitePackages[],
): (EgressNote & { readonly by: 'client' }) | undefined {
  const [first] = socks
  const home = installed.find(({ names }) => names.includes('openai'))
  if (first === undefined || home === undefined || home.names.includes('socksio')) return undefined
  return {
    variable: first.name,
    because: `${first.name} names a SOCKS proxy and the package socksio is not installed, so the constructor of the OpenAI client fails (ImportError).`,
    fix: `Install httpx[socks] (httpx2[socks] for openai 3 and later), or use http:// in ${first.name}.`,
    by: 'client',
  }
}
