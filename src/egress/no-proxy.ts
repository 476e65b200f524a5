import { BlockList, isIP } from 'node:net'
import type { Client } from '../model/index.ts'
import { has, type EgressQuestion } from './question.ts'

/** How one family of clients reads NO_PROXY. */
export interface NoProxyDialect {
  /** Between entries. */
  readonly separator: RegExp
  /** Where `*` stands for every host: as the whole value only, as any entry, or nowhere. */
  readonly star: 'whole-value' | 'any-entry' | 'nowhere'
  readonly matches: (entry: string, url: URL) => boolean
}

/** reqwest and Deno's copy of it: domains with what is below them, as they are written, addresses and ranges. */
const REQWEST: NoProxyDialect = {
  separator: /,/,
  star: 'any-entry',
  matches: (entry, url) =>
    withinRange(hostOf(url), entry) ||
    (isIP(hostOf(url)) === 0 &&
      entry === entry.toLowerCase() &&
      isOrEndsIn(url.hostname, entry.replace(/^\./, ''))),
}

/** libcurl, also under PHP. */
const LIBCURL: NoProxyDialect = {
  separator: /,/,
  star: 'whole-value',
  matches: (entry, url) => {
    const host = hostOf(url).replace(/\.$/, '')
    if (isIP(host) === 4) return inRange(host, entry)
    return isOrEndsIn(host, entry.replace(/\.$/, '').replace(/^\./, ''))
  },
}

/**
 * Measured with Node 24.21 (undici 7.29), httpx 0.28, httpx2 2.13 and curl 7.88. `libcurl` reads
 * IPv6 entries as text, which agrees with its versions before and after it learned IPv6 ranges.
 */
export const NO_PROXY_DIALECTS: Readonly<Record<Client, NoProxyDialect>> = {
  node: {
    separator: /[,\s]/,
    star: 'whole-value',
    matches: (entry, url) => {
      const withPort = /^(.+):(\d+)$/.exec(entry)
      if (withPort?.[2] !== undefined && Number(withPort[2]) !== portOf(url)) return false
      return isOrEndsIn(url.hostname, (withPort?.[1] ?? entry).replace(/^\*?\./, ''))
    },
  },
  python: {
    separator: /,/,
    star: 'any-entry',
    matches: (entry, url) => {
      if (entry.includes('://')) return URL.canParse(entry) && new URL(entry).origin === url.origin
      const literal = addressOf(entry.split('/', 1)[0] ?? '')
      if (literal !== undefined) return literal === url.hostname
      if (entry.toLowerCase() === 'localhost') return url.hostname === 'localhost'
      const withPort = /^(.*):(\d+)$/.exec(entry)
      // httpx drops the default port of a URL before it compares, so `host:443` never matches.
      if (withPort?.[2] !== undefined && withPort[2] !== url.port) return false
      const host = withPort?.[1] ?? entry
      return host.startsWith('.')
        ? endsIn(url.hostname, host.slice(1))
        : isOrEndsIn(url.hostname, host)
    },
  },
  go: {
    separator: /,/,
    star: 'any-entry',
    matches: (entry, url) => {
      const host = hostOf(url)
      if (isIP(host) !== 0 && withinRange(host, entry)) return true
      const [name, port] = portApart(entry.toLowerCase())
      if (port !== undefined && port !== portOf(url)) return false
      const literal = name.replace(/^\[(.+)\]$/, '$1')
      if (isIP(literal) !== 0) return withinRange(host, literal)
      const suffix = name.replace(/^\*\./, '.')
      return suffix.startsWith('.') ? endsIn(host, suffix.slice(1)) : isOrEndsIn(host, suffix)
    },
  },
  bun: {
    separator: /[,\s]/,
    star: 'any-entry',
    matches: (entry, url) => {
      if (isIP(hostOf(url)) !== 0 && withinRange(hostOf(url), entry)) return true
      const [name, port] = portApart(entry)
      if (port !== undefined && port !== portOf(url)) return false
      return isOrEndsIn(hostOf(url), name.replace(/^\*?\./, '').replace(/\.$/, ''))
    },
  },
  deno: REQWEST,
  rust: REQWEST,
  java: {
    separator: /\|/,
    star: 'any-entry',
    matches: (entry, url) => {
      const name = entry.toLowerCase()
      if (name.startsWith('*')) return url.hostname.endsWith(name.slice(1))
      if (name.endsWith('*')) return url.hostname.startsWith(name.slice(0, -1))
      return url.hostname === name
    },
  },
  dotnet: {
    separator: /,/,
    star: 'nowhere',
    matches: (entry, url) =>
      entry.startsWith('.')
        ? isOrEndsIn(url.hostname, entry.slice(1))
        : url.hostname === entry.toLowerCase(),
  },
  ruby: {
    separator: /[,\s]/,
    star: 'nowhere',
    matches: (entry, url) => {
      const [name, port] = portApart(entry)
      if (port !== undefined && port !== portOf(url)) return false
      const host = hostOf(url)
      if (isIP(host) !== 0 && withinRange(host, name)) return true
      return name.startsWith('.') ? endsIn(host, name.slice(1)) : isOrEndsIn(host, name)
    },
  },
  php: LIBCURL,
  curl: LIBCURL,
}

/** How this very release reads it. */
export function noProxyDialect(client: Client, question: EgressQuestion): NoProxyDialect {
  const newest = NO_PROXY_DIALECTS[client]
  if (client === 'bun' && !has(question, client, 'moreForms')) {
    const whole = has(question, client, 'wholeNames')
    return { ...newest, separator: /,/, matches: whole ? domainOf : textEndsIn }
  }
  if ((client === 'curl' || client === 'php') && !has(question, client, 'commas')) {
    return { ...newest, separator: /[,\s]/ }
  }
  return newest
}

/** The entries of the value, as written. */
export function entriesOf(value: string, dialect: NoProxyDialect): readonly string[] {
  return value
    .split(dialect.separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** The entry that sends this URL past the proxy, as written. */
export function bypassing(value: string, url: URL, dialect: NoProxyDialect): string | undefined {
  if (value === '*' && dialect.star !== 'nowhere') return '*'
  const entries = entriesOf(value, dialect)
  if (dialect.star === 'any-entry' && entries.includes('*')) return '*'
  return entries.find((entry) => entry !== '*' && dialect.matches(entry, url))
}

/** Those whose reading people have in mind. */
const COMMON = ['node', 'python', 'curl'] as const satisfies readonly Client[]

/** An entry that another client understands and this one does not. */
export function misunderstood(
  value: string,
  url: URL,
  client: Client,
): { readonly entry: string; readonly understoodBy: readonly Client[] } | undefined {
  const found = COMMON.flatMap((other) => {
    const entry = other === client ? undefined : bypassing(value, url, NO_PROXY_DIALECTS[other])
    return entry === undefined ? [] : [{ entry, other }]
  })
  const [first] = found
  if (first === undefined) return undefined
  return { entry: first.entry, understoodBy: found.map((one) => one.other) }
}

function domainOf(entry: string, url: URL): boolean {
  return isOrEndsIn(hostOf(url), entry.replace(/^\./, ''))
}

function textEndsIn(entry: string, url: URL): boolean {
  return hostOf(url).endsWith(entry.replace(/^\./, ''))
}

/** `host` without its own suffix is the name itself or one below it; case does not count. */
function isOrEndsIn(host: string, suffix: string): boolean {
  return suffix !== '' && (host === suffix.toLowerCase() || endsIn(host, suffix))
}

function endsIn(host: string, suffix: string): boolean {
  return suffix !== '' && host.endsWith(`.${suffix.toLowerCase()}`)
}

/** Host without brackets. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.+)\]$/, '$1')
}

/** `host:443` in two; an IPv6 address without brackets has no port. */
function portApart(entry: string): readonly [name: string, port: number | undefined] {
  const [, name, port] = /^([^:]*|\[.*\]):(\d+)$/.exec(entry) ?? []
  return name === undefined ? [entry, undefined] : [name, Number(port)]
}

/** An address literal against an address or a range of its family. */
function withinRange(host: string, entry: string): boolean {
  const [network = '', length, ...more] = entry.split('/')
  const version = isIP(host)
  if (version === 0 || isIP(network) !== version || more.length > 0) return false
  const longest = version === 4 ? 32 : 128
  const bits = length === undefined ? longest : /^\d{1,3}$/.test(length) ? Number(length) : -1
  if (bits < 0 || bits > longest) return false
  const range = new BlockList()
  range.addSubnet(network, bits, version === 4 ? 'ipv4' : 'ipv6')
  return range.check(host, version === 4 ? 'ipv4' : 'ipv6')
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}

/** An address literal in the form URLs write it (IPv6 in brackets, shortened). */
function addressOf(text: string): string | undefined {
  if (isIP(text) === 4) return text
  const inUrl = `http://[${text}]`
  return text.includes(':') && URL.canParse(inUrl) ? new URL(inUrl).hostname : undefined
}

/** curl's `Curl_cidr4_match`: without a length, or with 0, the whole address must be the same. */
function inRange(host: string, entry: string): boolean {
  const [network = '', length = '0'] = entry.split('/')
  const bits = Number.parseInt(length, 10)
  return bits === 0 ? network === host : withinRange(host, `${network}/${bits}`)
}
