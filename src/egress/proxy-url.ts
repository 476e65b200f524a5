import { entryOf, type EgressPlan, type ProxyHop } from '../model/index.ts'
import type { Variable } from './variables.ts'

/** How a client reads the value of a proxy variable. */
export interface ProxyDialect {
  /** Name of the client, for sentences. */
  readonly client: string
  /** `http`: a value without scheme is an HTTP proxy. `refused`: the client fails on it. */
  readonly schemeless: 'http' | 'refused'
  /** Scheme as written → what the client then speaks; `socks5h` lets the proxy resolve the name. */
  readonly schemes: Readonly<Record<string, ProxyHop['scheme']>>
  /** What it speaks to a proxy of a scheme that it does not know; it fails where this is absent. */
  readonly unknownScheme?: ProxyHop['scheme']
  /** Schemes that the client speaks and this program does not. */
  readonly foreign: readonly string[]
  readonly defaultPorts: Readonly<Record<ProxyHop['scheme'], number>>
  /** Blanks around the value that the client strips. */
  readonly strips: RegExp
  /** A `%` in the credentials that starts no escape: kept as it is, or the client fails. */
  readonly badEscapes: 'kept' | 'refused'
  /** A user without a password. */
  readonly userAlone: 'sent' | 'dropped'
}

interface UsableProxy {
  readonly usable: true
  readonly hop: ProxyHop
  readonly credentials?: NonNullable<EgressPlan['proxyCredentials']>
}

export interface RefusedProxy {
  readonly usable: false
  /** Who cannot use it. */
  readonly by: 'client' | 'preflight'
  readonly because: string
  readonly fix: string
}

/** Sentences about a value never quote it: it may hold a password. */
export function parseProxy(
  { name, value }: Variable,
  dialect: ProxyDialect,
): UsableProxy | RefusedProxy {
  const refused = (wrong: string, fix: string): RefusedProxy => {
    const because = `${wrong}, and ${dialect.client} fails on it before any packet is sent.`
    return { usable: false, by: 'client', because, fix }
  }
  const text = value.replaceAll(dialect.strips, '')
  if (/^\s|\s$/.test(text))
    return refused(
      `The value of ${name} has a space or line break around it`,
      `Remove the spaces and line breaks around the value of ${name}.`,
    )
  if (/^["']/.test(text))
    return refused(
      `The value of ${name} is in quotes that are part of it`,
      `Remove the quotes around the value of ${name}.`,
    )

  const written = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (written === undefined && (dialect.schemeless === 'refused' || text.includes('://')))
    return refused(
      `The value of ${name} has no scheme`,
      `Put http:// in front of the value of ${name}.`,
    )
  if (written !== undefined && dialect.foreign.includes(written))
    return {
      usable: false,
      by: 'preflight',
      because: `${name} names a ${written} proxy, which ${dialect.client} speaks and this preflight does not.`,
      fix: `Use socks5h:// or http:// in ${name}, if the proxy offers it.`,
    }
  const scheme =
    written === undefined ? 'http' : (entryOf(dialect.schemes, written) ?? dialect.unknownScheme)
  if (scheme === undefined)
    return refused(
      `${name} names a proxy of a scheme that is not supported${written !== undefined && written.length <= 10 ? ` (${written})` : ''}`,
      `Use a scheme that ${dialect.client} speaks in ${name}: ${Object.keys(dialect.schemes).join(', ')}.`,
    )

  const rest = written === undefined ? text : text.slice(written.length + '://'.length)
  // A scheme without a default port keeps `:80` visible, which is not every client's default.
  const url = URL.canParse(`proxy://${rest}`) ? new URL(`proxy://${rest}`) : undefined
  const after = url === undefined ? '' : url.pathname + url.search + url.hash
  if (after.includes('@') || (url === undefined && rest.includes('@')))
    return refused(
      `The value of ${name} is not a URL: its user or password has characters that are not percent-encoded, or its port is not a number`,
      `Percent-encode the user and the password in ${name} (# is %23, / is %2F, @ is %40).`,
    )
  if (url === undefined || url.hostname === '' || url.port === '0')
    return refused(
      `The value of ${name} is not the URL of a proxy`,
      `Write ${name} as http://host:port.`,
    )

  const username = decoded(url.username)
  const password = decoded(url.password)
  if ((username === undefined || password === undefined) && dialect.badEscapes === 'refused')
    return refused(
      `The user or password in ${name} has a % that starts no escape`,
      `Write % as %25 in the user and the password of ${name}.`,
    )
  const parts = [url.username, url.password].filter((part) => part !== '')
  const hasCredentials = parts.length >= (dialect.userAlone === 'sent' ? 1 : 2)
  return {
    usable: true,
    hop: {
      scheme,
      host: hostOf(url),
      port: url.port === '' ? dialect.defaultPorts[scheme] : Number(url.port),
      source: name,
      hasCredentials,
    },
    ...(hasCredentials && {
      credentials: { username: username ?? url.username, password: password ?? url.password },
    }),
  }
}

/** The way clients for HTTP read a host (IDNA, lower case), without brackets. */
function hostOf(url: URL): string {
  const asWeb = `http://${url.hostname}`
  const host = URL.canParse(asWeb) ? new URL(asWeb).hostname : url.hostname.toLowerCase()
  return host.replace(/^\[(.+)\]$/, '$1')
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
