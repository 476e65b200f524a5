import { declared } from './declared.ts'
import { opensslTrust } from './openssl-trust.ts'
import { FOREIGN_TRUST } from './trust.ts'
import { firstFilled } from './variables.ts'

/**
 * Go's net/http (golang.org/x/net/http/httpproxy) and crypto/x509. A scheme that it does not know is
 * read as the host of an HTTP proxy, so it fails there and not at start. `socks5h` came with Go 1.23.
 */
export const go = declared({
  client: 'go',
  dialect: {
    schemeless: 'http',
    schemes: { http: 'http', https: 'https', socks5: 'socks5h', socks5h: 'socks5h' },
    foreign: [],
    defaultPorts: { http: 80, https: 443, socks5: 1080, socks5h: 1080 },
    strips: /(?!)/g,
    badEscapes: 'refused',
    userAlone: 'sent',
  },
  variables: {
    https: ['HTTPS_PROXY', 'https_proxy'],
    http: ['HTTP_PROXY', 'http_proxy'],
    all: [],
    no: ['NO_PROXY', 'no_proxy'],
  },
  choose: firstFilled,
  passesOver: /\s/,
  past: (url) =>
    url.hostname === 'localhost' || /^127\.|^\[::1\]$/.test(url.hostname)
      ? `Go never sends ${url.hostname} through a proxy.`
      : undefined,
  trust: (question) =>
    opensslTrust(question, {
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
})
