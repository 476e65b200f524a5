import { declared, UPPER_CASE_FIRST } from './declared.ts'
import { FOREIGN_TRUST, opensslTrust } from './trust.ts'
import { has } from './question.ts'
import { firstFilled, firstSet } from './variables.ts'

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
  trust: opensslTrust({
    client: 'rust',
    variables: 'replaces',
    folder: 'every-file',
    badFile: 'fails-alone',
  }),
  unread: FOREIGN_TRUST,
  partialChain: true,
  addressTimeoutMs: 300,
  http2: true,
}))
