import { BOTH_CASES, declared } from './declared.ts'
import { FOREIGN_TRUST, opensslTrust } from './trust.ts'
import { has } from './question.ts'

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
  trust: opensslTrust({
    client: 'dotnet',
    variables: 'each',
    folder: 'every-file',
    badFile: 'passed-over',
  }),
  unread: FOREIGN_TRUST,
  addressTimeoutMs: 0,
  http2: false,
}))
