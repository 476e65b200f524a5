/** The way leads through SOCKS5, which curl takes from ALL_PROXY and Node does not. */
import type { Code } from '../../src/model/index.ts'
import { startSocks } from '../lab/socks.ts'
import type { SocksOptions } from '../lab/socks.ts'
import { closedPort } from '../loopback/faults.ts'
import { atMost, direct, noKeyOnWire, realRequests } from './loopback.ts'
import { PASS, path } from './scenario.ts'
import type { Expected, Scenario } from './scenario.ts'

function socks(
  id: string,
  title: string,
  options: SocksOptions,
  expect: Expected,
  how: { readonly scheme?: 'socks5' | 'socks5h'; readonly login?: string } = {},
): Scenario {
  return {
    id,
    title,
    needs: 'loopback',
    expect,
    async arrange(lab) {
      const api = await lab.api()
      const to = { host: '127.0.0.1', port: api.port }
      const server = await lab.use(startSocks({ to, ...options }))
      const wanted = how.scheme === 'socks5' ? 'address' : 'name'
      return {
        flags: { ...direct(api.port), client: 'curl' },
        env: {
          ALL_PROXY: server.url(how.scheme ?? 'socks5h', how.login),
          CURL_CA_BUNDLE: `${lab.folder}/root.pem`,
        },
        complaints: () => [
          ...noKeyOnWire(server, lab.key),
          ...(server.asked.every(({ kind }) => kind === wanted)
            ? []
            : [`the proxy was not asked for a ${wanted}`]),
          ...(expect.verdict === 'pass' ? atMost('real requests', realRequests(api), 1) : []),
        ],
      }
    },
  }
}

const REPLIES: readonly (readonly [number, string, Code])[] = [
  [1, 'general failure', 'proxy.internal_error'],
  [2, 'not allowed by the rules', 'proxy.denied'],
  [3, 'network unreachable', 'proxy.destination_unavailable'],
  [4, 'host unreachable', 'proxy.destination_unavailable'],
  [5, 'connection refused', 'proxy.connection_refused'],
  [6, 'TTL expired', 'proxy.connection_timeout'],
  [7, 'command not supported', 'proxy.http_error'],
  [8, 'address type not supported', 'proxy.http_error'],
]

const LOGIN = 'runner:pass-word'

export const SOCKS: readonly Scenario[] = [
  socks('PRX27-socks5h', 'SOCKS5 works, the proxy resolves the name', {}, PASS),
  socks('PRX27-socks5', 'SOCKS5 works, the client resolves the name', {}, PASS, {
    scheme: 'socks5',
  }),
  socks('PRX27-login', 'SOCKS5 wants a password and gets it', { login: LOGIN }, PASS, {
    login: LOGIN,
  }),
  {
    id: 'PRX27-closed',
    title: "The SOCKS5 proxy's port is closed",
    needs: 'loopback',
    expect: path('tcp', 'proxy.unreachable', 'dns'),
    async arrange(lab) {
      const api = await lab.api()
      const { port } = await lab.use(closedPort())
      return {
        flags: { ...direct(api.port), client: 'curl' },
        env: { ALL_PROXY: `socks5h://127.0.0.1:${String(port)}` },
      }
    },
  },
  socks(
    'PRX28',
    'SOCKS5 accepts none of our methods',
    { noMethod: true },
    path('proxy', 'proxy.auth_required', 'tcp'),
  ),
  socks(
    'PRX28-login',
    'SOCKS5 refuses the password',
    { login: LOGIN },
    path('proxy', 'proxy.auth_required', 'tcp'),
    { login: 'runner:wrong-word' },
  ),
  ...REPLIES.map(([reply, words, code]) =>
    socks(
      `PRX29-${String(reply)}`,
      `SOCKS5 replies ${String(reply)}, ${words}`,
      { reply },
      path('proxy', code, 'tcp'),
    ),
  ),
  socks(
    'PRX30',
    'The SOCKS5 proxy never answers',
    { breaks: { at: 'greeting', how: 'silence' } },
    path('proxy', 'proxy.timed_out', 'tcp'),
  ),
  {
    id: 'PRX30-http',
    title: 'The SOCKS5 proxy is an HTTP proxy',
    needs: 'loopback',
    expect: path('proxy', 'proxy.response_invalid', 'tcp'),
    async arrange(lab) {
      const api = await lab.api()
      const proxy = await lab.proxy({ does: 'tunnel' })
      return {
        flags: { ...direct(api.port), client: 'curl' },
        env: { ALL_PROXY: proxy.url.replace('http:', 'socks5h:') },
      }
    },
  },
]
