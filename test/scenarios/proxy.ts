/** The way leads through an HTTP proxy. */
import type { Code } from '../../src/model/index.ts'
import { closedPort } from '../loopback/faults.ts'
import { withRoot, authority, labIssuer, loopbackCredentials } from '../loopback/pki.ts'
import { INTERCEPTORS } from '../loopback/interceptors.ts'
import type { Credentials } from '../loopback/pki.ts'
import { proxy407, proxyStatus } from '../loopback/proxy.ts'
import type { ProxyBehaviour } from '../loopback/proxy.ts'
import { html, redirect, squid407, squidDenied, squidError } from '../loopback/replies.ts'
import { costsOneRequest, direct, nodeProxy, noKeyAt, noKeyOnWire, saysAll } from './loopback.ts'
import { fails, PASS, path } from './scenario.ts'
import type { Expected, Scenario } from './scenario.ts'

interface Through {
  readonly tls?: Credentials
  /** `user:password` for the proxy URL. */
  readonly login?: string
  readonly scheme?: 'http' | 'https'
  readonly says?: readonly (string | RegExp)[]
  readonly oneAttempt?: boolean
}

/** The API is well; the proxy in front of it is not. */
function through(
  id: string,
  title: string,
  behaviour: ProxyBehaviour,
  expect: Expected,
  more: Through = {},
): Scenario {
  return {
    id,
    title,
    needs: 'loopback',
    expect,
    async arrange(lab) {
      const api = await lab.api()
      const proxy = await lab.proxy(behaviour, more.tls)
      const told = more.login === undefined ? proxy.url : proxy.urlWith(more.login)
      const url = more.scheme === undefined ? told : told.replace(/^https?/, more.scheme)
      return {
        flags: direct(api.port),
        env: nodeProxy(url),
        oneAttempt: more.oneAttempt === true,
        complaints: (ran) => [
          ...(expect.verdict === 'pass' ? costsOneRequest(api, proxy) : noKeyAt(api, lab.key)),
          ...noKeyOnWire(proxy, lab.key),
          ...saysAll(ran, ...(more.says ?? [])),
        ],
      }
    },
  }
}

function refused(
  id: string,
  title: string,
  behaviour: ProxyBehaviour,
  code: Code,
  more: Through = {},
): Scenario {
  return through(id, title, behaviour, path('proxy', code, 'tcp'), more)
}

const TUNNEL: ProxyBehaviour = { does: 'tunnel' }
const WITH_LOGIN: ProxyBehaviour = { does: 'tunnel', login: 'runner:pass-word' }

export const PROXY: readonly Scenario[] = [
  through('PRX00', 'The proxy works', TUNNEL, PASS),
  through('PRX00-login', 'The proxy wants Basic and gets it', WITH_LOGIN, PASS, {
    login: 'runner:pass-word',
  }),
  through('PRX00-https', 'An HTTPS proxy works', TUNNEL, PASS, { tls: loopbackCredentials() }),
  {
    id: 'PRX01',
    title: "The proxy's port is closed",
    needs: 'loopback',
    expect: path('tcp', 'proxy.unreachable', 'dns'),
    async arrange(lab) {
      const api = await lab.api()
      const { port } = await lab.use(closedPort())
      return { flags: direct(api.port), env: nodeProxy(`http://127.0.0.1:${String(port)}`) }
    },
  },
  refused(
    'PRX03',
    'The proxy never answers CONNECT',
    { does: 'break', at: 'connect', how: 'silence' },
    'proxy.timed_out',
    { oneAttempt: true },
  ),
  refused(
    'PRX04',
    'The proxy resets the connection on CONNECT',
    { does: 'break', at: 'connect', how: 'reset' },
    'proxy.reset',
  ),
  refused(
    'PRX04-accept',
    'The proxy resets the connection as soon as it is open',
    { does: 'break', at: 'accept', how: 'reset' },
    'proxy.reset',
  ),
  refused(
    'PRX05',
    'The proxy closes the connection on CONNECT',
    { does: 'break', at: 'connect', how: 'fin' },
    'proxy.closed',
  ),
  refused('PRX06', 'The proxy wants Basic and got nothing', WITH_LOGIN, 'proxy.auth_required', {
    says: [/HTTPS_PROXY/],
  }),
  refused('PRX07', 'The proxy refuses the password', WITH_LOGIN, 'proxy.auth_required', {
    login: 'runner:wrong-word',
  }),
  refused(
    'PRX07-401',
    'The proxy refuses the password with 401, as tinyproxy does',
    { does: 'answer', reply: html(401, '<h1>Unauthorized</h1>', { server: 'tinyproxy/1.11.1' }) },
    'proxy.auth_required',
    { login: 'runner:wrong-word' },
  ),
  refused(
    'PRX08',
    'The proxy wants Negotiate or NTLM',
    { does: 'answer', reply: proxy407('Negotiate', 'NTLM') },
    'proxy.auth_required',
    { login: 'runner:pass-word', says: [/negotiate/i, /ntlm/i] },
  ),
  refused(
    'PRX06-squid',
    'Squid wants Basic',
    { does: 'answer', reply: squid407() },
    'proxy.auth_required',
  ),
  refused(
    'PRX09',
    'Squid denies the host',
    { does: 'answer', reply: squidDenied() },
    'proxy.denied',
  ),
  refused(
    'PRX09-nameless',
    'A proxy without a name answers 403',
    { does: 'answer', reply: html(403, '<h1>Access denied</h1>') },
    'proxy.denied',
  ),
  refused(
    'PRX10',
    'Squid cannot resolve the host',
    { does: 'answer', reply: squidError('ERR_DNS_FAIL') },
    'proxy.dns_error',
  ),
  refused(
    'PRX11',
    'The host refuses the connection of Squid',
    { does: 'answer', reply: squidError('ERR_CONNECT_FAIL', 111) },
    'proxy.connection_refused',
  ),
  refused(
    'PRX11-110',
    'The host does not answer Squid',
    { does: 'answer', reply: squidError('ERR_CONNECT_FAIL', 110) },
    'proxy.connection_timeout',
  ),
  refused(
    'PRX12',
    'The proxy says 502 and dns_error in Proxy-Status',
    { does: 'answer', reply: proxyStatus(502, 'dns_error', 'rcode="NXDOMAIN"') },
    'proxy.dns_error',
  ),
  refused(
    'PRX12-504',
    'The proxy says 504 and connection_timeout in Proxy-Status',
    { does: 'answer', reply: proxyStatus(504, 'connection_timeout') },
    'proxy.connection_timeout',
  ),
  refused(
    'PRX12-503',
    'The proxy says 503 and connection_refused in Proxy-Status',
    { does: 'answer', reply: proxyStatus(503, 'connection_refused') },
    'proxy.connection_refused',
  ),
  refused(
    'PRX13',
    'The proxy sends CONNECT to a login page',
    { does: 'answer', reply: redirect(302, 'http://portal.example.test/login') },
    'proxy.redirected',
  ),
  through(
    'PRX13-200',
    'The proxy says 200 and sends a login page into the tunnel',
    {
      does: 'say',
      bytes: 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<html>Please sign in</html>',
      after: 'fin',
    },
    path('tls', 'tls.protocol.error', 'proxy'),
  ),
  refused(
    'PRX15',
    'The proxy answers CONNECT with noise',
    { does: 'say', bytes: '\u0000\u0001 noise\r\n\r\n', after: 'fin' },
    'proxy.response_invalid',
  ),
  through(
    'PRX16-silence',
    'The tunnel opens and nothing comes through',
    { does: 'open-then', after: 'silence' },
    path('tls', 'tls.timed_out', 'proxy'),
    { oneAttempt: true },
  ),
  through(
    'PRX16-fin',
    'The tunnel opens and closes',
    { does: 'open-then', after: 'fin' },
    path('tls', 'tls.closed', 'proxy'),
  ),
  through(
    'PRX16-reset',
    'The tunnel opens and is reset',
    { does: 'open-then', after: 'reset' },
    path('tls', 'tls.reset', 'proxy'),
  ),
  through(
    'PRX16-plain',
    'The tunnel opens and plain HTTP comes through',
    { does: 'open-then', after: 'plain-http' },
    path('tls', 'tls.protocol.error', 'proxy'),
  ),
  through(
    'PRX16-mirror',
    'The tunnel opens and echoes',
    { does: 'open-then', after: 'mirror' },
    path('tls', 'tls.protocol.error', 'proxy'),
  ),
  ...(['with-root', 'leaf'] as const).map((send): Scenario => ({
    id: `PRX17-${send}`,
    title: `The proxy re-signs the connection, chain ${send}`,
    needs: 'loopback',
    expect: path('tls', 'tls.cert.authority_invalid', 'proxy'),
    async arrange(lab) {
      const api = await lab.api()
      const to = { host: '127.0.0.1', port: api.port }
      const box = authority(INTERCEPTORS.zscaler)
      const proxy = await lab.proxy({ does: 'intercept', authority: box, send, to })
      return {
        flags: direct(api.port),
        env: nodeProxy(proxy.url),
        complaints: (ran) => [...noKeyAt(api, lab.key), ...saysAll(ran, /Zscaler/i)],
      }
    },
  })),
  {
    id: 'PRX17-trusted',
    title: 'The proxy re-signs the connection and its root is trusted',
    needs: 'loopback',
    expect: PASS,
    async arrange(lab) {
      const api = await lab.api()
      const box = authority(INTERCEPTORS.zscaler)
      const to = { host: '127.0.0.1', port: api.port }
      const proxy = await lab.proxy({ does: 'intercept', authority: box, to })
      const env = { ...nodeProxy(proxy.url), NODE_EXTRA_CA_CERTS: lab.file('box.pem', box.pem) }
      return { flags: direct(api.port), env, complaints: () => costsOneRequest(api, proxy) }
    },
  },
  through(
    'PRX20',
    "The HTTPS proxy's certificate is for another name",
    TUNNEL,
    path('proxy', 'proxy.tls_certificate_error', 'tcp'),
    { tls: labIssuer().leaf({ names: ['other.example.test'] }) },
  ),
  through(
    'PRX21',
    "The HTTPS proxy's certificate has an unknown root",
    TUNNEL,
    path('proxy', 'proxy.tls_certificate_error', 'tcp'),
    { tls: withRoot(authority({ common: 'Unknown Root' })) },
  ),
  through(
    'PRX21-expired',
    "The HTTPS proxy's certificate has expired",
    TUNNEL,
    path('proxy', 'proxy.tls_certificate_error', 'tcp'),
    { tls: labIssuer().leaf({ fromDays: -90, toDays: -3 }) },
  ),
  through(
    'PRX22',
    'https:// is set for a proxy that speaks plain HTTP',
    TUNNEL,
    path('proxy', 'proxy.tls_protocol_error', 'tcp'),
    { scheme: 'https' },
  ),
  through(
    'PRX23',
    'http:// is set for a proxy that speaks TLS',
    TUNNEL,
    path('proxy', 'proxy.closed', 'tcp'),
    { scheme: 'http', tls: loopbackCredentials() },
  ),
  {
    id: 'PRX25',
    title: 'NO_PROXY takes the host out, and the direct way is closed',
    needs: 'loopback',
    expect: path('tcp', 'tcp.refused', 'dns'),
    async arrange(lab) {
      const { port } = await lab.use(closedPort())
      const api = await lab.api()
      const proxy = await lab.proxy({
        does: 'tunnel',
        to: { host: '127.0.0.1', port: api.port },
      })
      const env = { ...nodeProxy(proxy.url), NO_PROXY: 'localhost' }
      return {
        flags: direct(port),
        env,
        complaints: (ran) => [...saysAll(ran, 'NO_PROXY'), ...noKeyOnWire(proxy, lab.key)],
      }
    },
  },
  {
    id: 'PRX26',
    title: 'HTTPS_PROXY is set and Node ignores it: direct is closed, the proxy would work',
    needs: 'loopback',
    expect: path('tcp', 'tcp.refused', 'dns'),
    async arrange(lab) {
      const { port } = await lab.use(closedPort())
      const api = await lab.api()
      const to = { host: '127.0.0.1', port: api.port }
      const proxy = await lab.proxy({ does: 'tunnel', to })
      return {
        flags: direct(port),
        env: { HTTPS_PROXY: proxy.url },
        complaints: (ran) => saysAll(ran, 'NODE_USE_ENV_PROXY'),
      }
    },
  },
  {
    id: 'PRX-origin-401',
    title: 'The proxy works and the API refuses the key',
    needs: 'loopback',
    expect: fails('auth', 'auth', 'api.invalid_api_key', 'http'),
    async arrange(lab) {
      const api = await lab.api({ key: 'another' })
      const proxy = await lab.proxy(TUNNEL)
      return { flags: direct(api.port), env: nodeProxy(proxy.url) }
    },
  },
]
