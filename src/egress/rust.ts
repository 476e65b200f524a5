import { declared } from './declared.ts'
import { opensslTrust } from './openssl-trust.ts'
import { FOREIGN_TRUST } from './trust.ts'
import { firstSet } from './variables.ts'

/**
 * async-openai over reqwest, measured with 0.12.15, and by the source of what came after it: hyper-util's
 * `Matcher` and rustls-native-certs 0.8. A build with `webpki-roots` trusts Mozilla's list and reads no variable.
 */
export const rust = declared({
  client: 'rust',
  dialect: {
    schemeless: 'http',
    schemes: { http: 'http', https: 'https', socks5: 'socks5', socks5h: 'socks5h' },
    foreign: ['socks4', 'socks4a'],
    defaultPorts: { http: 80, https: 443, socks5: 1080, socks5h: 1080 },
    strips: /(?!)/g,
    badEscapes: 'kept',
    userAlone: 'sent',
  },
  variables: {
    https: ['HTTPS_PROXY', 'https_proxy'],
    http: ['HTTP_PROXY', 'http_proxy'],
    all: ['ALL_PROXY', 'all_proxy'],
    no: ['NO_PROXY', 'no_proxy'],
  },
  choose: firstSet,
  passesOver: /(?:)/,
  trust: (question) =>
    opensslTrust(question, {
      client: 'rust',
      variables: 'replaces',
      folder: 'hashed-names',
      badFile: 'fails',
    }),
  unread: FOREIGN_TRUST,
  partialChain: true,
  addressTimeoutMs: 300,
  http2: true,
})
