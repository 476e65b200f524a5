import { BOTH_CASES, declared, UPPER_CASE_FIRST } from './declared.ts'
import { has } from './question.ts'
import { FOREIGN_TRUST } from './trust.ts'
import { firstFilled, firstSet } from './variables.ts'

/* Clients whose egress follows from variables alone: of the proxy, and of OpenSSL's store. */

const GO_SCHEMES = { http: 'http', https: 'https', socks5: 'socks5h' } as const

/** Hosts of this machine, which never go through a proxy. */
const pastLoopback =
  (client: string) =>
  ({ hostname }: URL): string | undefined =>
    hostname === 'localhost' || /^127\.|^\[::1\]$/.test(hostname)
      ? `${client} never sends ${hostname} through a proxy.`
      : undefined

/**
 * Go's net/http (golang.org/x/net/http/httpproxy) and crypto/x509. Before 1.23 a scheme that it does not
 * know was read as the host of an HTTP proxy, which no resolver knows.
 */
export const go = declared((question) => ({
  client: 'go',
  dialect: {
    schemeless: 'http',
    ...(has(question, 'go', 'anyScheme')
      ? { schemes: { ...GO_SCHEMES, socks5h: 'socks5h' }, unknownScheme: 'http' }
      : { schemes: GO_SCHEMES }),
    badEscapes: 'refused',
  },
  variables: { ...UPPER_CASE_FIRST, all: [] },
  passesOver: /\s/,
  past: pastLoopback('Go'),
  trust: { variables: 'each', folder: 'every-file', badFile: 'passed-over' },
  unread: FOREIGN_TRUST,
  partialChain: true,
  // net.Dialer.FallbackDelay: the other family starts after this, the first goes on.
  addressTimeoutMs: 300,
  http2: true,
}))

/**
 * .NET's HttpClient on Unix, by its source (HttpEnvironmentProxy.Unix.cs of .NET 8): a value that is
 * no host is passed over. On Windows and macOS the system's proxy is asked where no variable is set.
 */
export const dotnet = declared((question) => ({
  client: 'dotnet',
  dialect: {
    schemeless: 'http',
    schemes: {
      http: 'http',
      https: 'https',
      ...(has(question, 'dotnet', 'socks') && { socks5: 'socks5h', socks5h: 'socks5h' }),
    },
    foreign: has(question, 'dotnet', 'socks') ? ['socks4', 'socks4a'] : [],
    defaultPorts: { http: 80, https: 443, socks5: 80, socks5h: 80 },
  },
  variables: BOTH_CASES,
  passesOver: /(?:)/,
  trust: { variables: 'each', folder: 'every-file', badFile: 'passed-over' },
  unread: FOREIGN_TRUST,
  addressTimeoutMs: 0,
  http2: false,
}))

const HTTP_PROXY = ['http_proxy', 'HTTP_PROXY'] as const

/**
 * openai-ruby over Net::HTTP, which asks `URI::Generic#find_proxy` with the scheme http whatever the
 * request is: only `http_proxy` counts, for https too, and only a plain HTTP proxy is spoken to.
 */
export const ruby = declared((question) => ({
  client: 'ruby',
  dialect: { schemeless: 'refused', schemes: { http: 'http', https: 'http' } },
  variables: { https: HTTP_PROXY, http: HTTP_PROXY, all: [], no: BOTH_CASES.no },
  choose: firstSet,
  past: pastLoopback('Net::HTTP'),
  trust: { variables: 'each', folder: 'hashed-names', badFile: 'passed-over' },
  unread: FOREIGN_TRUST,
  // Happy Eyeballs of Socket.tcp.
  addressTimeoutMs: has(question, 'ruby', 'addressesTogether') ? 250 : 0,
  http2: false,
}))

/**
 * async-openai over reqwest and rustls-native-certs 0.8. A build with `webpki-roots` trusts Mozilla's list
 * and reads no variable. Before hyper-util's `Matcher` a value was read as the URL standard reads it.
 */
export const rust = declared((question) => ({
  client: 'rust',
  dialect: {
    schemeless: 'http',
    schemes: { http: 'http', https: 'https', socks5: 'socks5', socks5h: 'socks5h' },
    foreign: ['socks4', 'socks4a'],
    // eslint-disable-next-line no-control-regex
    strips: has(question, 'rust', 'matcher') ? /(?!)/g : /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g,
  },
  variables: UPPER_CASE_FIRST,
  choose: has(question, 'rust', 'matcher') ? firstSet : firstFilled,
  passesOver: /(?:)/,
  trust: { variables: 'replaces', folder: 'every-file', badFile: 'fails-alone' },
  unread: FOREIGN_TRUST,
  partialChain: true,
  addressTimeoutMs: 300,
  http2: true,
}))
