import { declared } from './declared.ts'
import { FOREIGN_TRUST, opensslTrust } from './trust.ts'
import { has } from './question.ts'
import { firstSet } from './variables.ts'

/**
 * openai-ruby over Net::HTTP, which asks `URI::Generic#find_proxy` with the scheme http whatever the
 * request is: only `http_proxy` counts, for https too, and only a plain HTTP proxy is spoken to.
 */
export const ruby = declared((question) => ({
  client: 'ruby',
  dialect: {
    schemeless: 'refused',
    schemes: { http: 'http', https: 'http' },
  },
  variables: {
    https: ['http_proxy', 'HTTP_PROXY'],
    http: ['http_proxy', 'HTTP_PROXY'],
    all: [],
    no: ['no_proxy', 'NO_PROXY'],
  },
  choose: firstSet,
  past: (url) =>
    url.hostname === 'localhost' || /^127\.|^\[::1\]$/.test(url.hostname)
      ? `Net::HTTP never sends ${url.hostname} through a proxy.`
      : undefined,
  trust: opensslTrust({
    client: 'ruby',
    variables: 'each',
    folder: 'hashed-names',
    badFile: 'passed-over',
  }),
  unread: FOREIGN_TRUST,
  // Happy Eyeballs of Socket.tcp.
  addressTimeoutMs: has(question, 'ruby', 'addressesTogether') ? 250 : 0,
  http2: false,
}))
