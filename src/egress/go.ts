import { declared, UPPER_CASE_FIRST } from './declared.ts'
import { FOREIGN_TRUST, opensslTrust } from './trust.ts'
import { has } from './question.ts'

const SCHEMES = { http: 'http', https: 'https', socks5: 'socks5h' } as const

/**
 * Go's net/http (golang.org/x/net/http/httpproxy) and crypto/x509. Before 1.23 a scheme that it does not
 * know was read as the host of an HTTP proxy, which no resolver knows.
 */
export const go = declared((question) => ({
  client: 'go',
  dialect: {
    schemeless: 'http',
    ...(has(question, 'go', 'anyScheme')
      ? { schemes: { ...SCHEMES, socks5h: 'socks5h' }, unknownScheme: 'http' }
      : { schemes: SCHEMES }),
    badEscapes: 'refused',
  },
  variables: { ...UPPER_CASE_FIRST, all: [] },
  passesOver: /\s/,
  past: (url) =>
    url.hostname === 'localhost' || /^127\.|^\[::1\]$/.test(url.hostname)
      ? `Go never sends ${url.hostname} through a proxy.`
      : undefined,
  trust: opensslTrust({
    client: 'go',
    variables: 'each',
    folder: 'every-file',
    badFile: 'passed-over',
  }),
  unread: FOREIGN_TRUST,
  partialChain: true,
  // net.Dialer.FallbackDelay: the other family starts after this, the first goes on.
  addressTimeoutMs: 300,
  http2: true,
}))
