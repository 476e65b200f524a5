import { describe } from 'vitest'
import { failed, skipped } from '../evidence-builder.ts'
import { judgeRows } from './decide.ts'
import {
  noTunnel,
  PROXIED,
  PROXY_HOP,
  proxyConnects,
  reachedBy,
  tunnel,
  unanswered,
  unshaken,
} from './scenes.ts'

const changes = { egress: PROXIED }
const SKIPPED = skipped('lookup', 'the proxy resolves this name')

describe('the proxy itself cannot be reached', () => {
  judgeRows([
    {
      title: 'PRX02: its name has no address, on the rung dns',
      changes,
      seen: [
        SKIPPED,
        failed(
          'lookup',
          { code: 'dns.name_not_resolved', errno: 'ENOTFOUND' },
          { host: 'proxy.corp', of: 'proxy' },
          { id: 'lookup#2', target: 'proxy.corp' },
        ),
      ],
      expected: 'connection-path dns proxy.unreachable proxy/name-not-resolved',
      says: ['proxy.corp:3128', 'HTTPS_PROXY'],
    },
    {
      title: 'PRX01: its port is closed, on the rung tcp',
      changes,
      seen: [
        SKIPPED,
        failed(
          'connect',
          { code: 'tcp.refused', errno: 'ECONNREFUSED' },
          { host: 'proxy.corp', port: 3128, of: 'proxy', attempts: [] },
        ),
      ],
      expected: 'connection-path tcp proxy.unreachable proxy/unreachable',
      says: ['ECONNREFUSED'],
    },
    {
      title: 'a connection cut off by the clock was the one to the proxy',
      changes,
      seen: [SKIPPED, failed('connect', { code: 'tcp.timed_out', errno: 'TIMEOUT' })],
      expected: 'connection-path tcp proxy.unreachable proxy/unreachable',
    },
    {
      title: 'PRX20/21: its certificate is not accepted',
      changes: { egress: { proxy: { ...PROXY_HOP, scheme: 'https' as const } } },
      seen: [
        ...proxyConnects(),
        failed(
          'handshake',
          { code: 'proxy.tls_certificate_error', errno: 'SELF_SIGNED_CERT_IN_CHAIN' },
          { servername: 'proxy.corp', of: 'proxy', verified: false },
          { rung: 'proxy' },
        ),
      ],
      expected: 'connection-path proxy proxy.tls_certificate_error proxy/tls',
    },
    {
      title: 'PRX22: an https:// proxy URL that leads to a plain proxy',
      changes: { egress: { proxy: { ...PROXY_HOP, scheme: 'https' as const } } },
      seen: [
        ...proxyConnects(),
        failed(
          'handshake',
          { code: 'proxy.tls_protocol_error', errno: 'ERR_SSL_WRONG_VERSION_NUMBER' },
          { servername: 'proxy.corp', of: 'proxy', verified: false },
          { rung: 'proxy' },
        ),
      ],
      expected: 'connection-path proxy proxy.tls_protocol_error proxy/tls',
      says: ['http:// instead of https://'],
    },
  ])
})

describe('the proxy wants to know who asks', () => {
  judgeRows([
    {
      title: 'PRX06: Basic, and the proxy URL has no credentials',
      changes,
      seen: [
        ...proxyConnects(),
        noTunnel('proxy.auth_required', { status: 407, schemes: ['basic'] }),
      ],
      expected: 'connection-path proxy proxy.auth_required proxy/credentials-missing',
      says: ['407', 'HTTPS_PROXY'],
    },
    {
      title: 'PRX07: Basic, and the credentials are wrong',
      changes,
      seen: [
        ...proxyConnects(),
        noTunnel('proxy.auth_required', { status: 407, schemes: ['basic'], credentialsSent: true }),
      ],
      expected: 'connection-path proxy proxy.auth_required proxy/credentials-rejected',
    },
    ...[['negotiate'], ['ntlm', 'negotiate'], ['digest']].map((schemes) => ({
      title: `PRX08: only ${schemes.join(' and ')}, which this client cannot answer`,
      changes,
      seen: [
        ...proxyConnects(),
        noTunnel('proxy.auth_required', { status: 407, schemes, credentialsSent: true }),
      ],
      expected: 'connection-path proxy proxy.auth_required proxy/scheme-unsupported',
    })),
    ...(
      [
        [['ntlm', 'negotiate'], 'Or run a local relay that speaks NTLM (px, cntlm)'],
        [['negotiate'], 'Or run a local relay that speaks Negotiate (Kerberos) (px) and'],
      ] as const
    ).map(([schemes, order]) => ({
      title: `a relay is named that speaks ${schemes[0]}`,
      changes,
      seen: [...proxyConnects(), noTunnel('proxy.auth_required', { status: 407, schemes })],
      expected: 'connection-path proxy proxy.auth_required proxy/scheme-unsupported',
      says: [order],
    })),
    {
      title: 'no relay speaks Bearer, and none is named',
      changes,
      seen: [
        ...proxyConnects(),
        noTunnel('proxy.auth_required', { status: 407, schemes: ['bearer'] }),
      ],
      expected: 'connection-path proxy proxy.auth_required proxy/scheme-unsupported',
      unsaid: ['relay'],
    },
    {
      title: 'Basic among others is answerable',
      changes,
      seen: [
        ...proxyConnects(),
        noTunnel('proxy.auth_required', { status: 407, schemes: ['negotiate', 'basic'] }),
      ],
      expected: 'connection-path proxy proxy.auth_required proxy/credentials-missing',
    },
    {
      title: 'PRX28: SOCKS without credentials',
      changes,
      seen: [...proxyConnects(), noTunnel('proxy.auth_required', { scheme: 'socks5h' })],
      expected: 'connection-path proxy proxy.auth_required proxy/credentials-missing',
    },
    {
      title: 'a 407 in a log needs no facts',
      changes: { source: 'log' as const },
      seen: [failed('tunnel', 'proxy.auth_required')],
      expected: 'connection-path proxy proxy.auth_required proxy/credentials-missing',
    },
    {
      title: 'the way without this proxy is offered as well',
      changes,
      seen: [
        ...proxyConnects(),
        noTunnel('proxy.auth_required', { status: 407, schemes: ['basic'] }),
        reachedBy('direct'),
      ],
      expected: 'connection-path proxy proxy.auth_required proxy/credentials-missing',
      says: ['NO_PROXY'],
    },
  ])
})

describe('the proxy does not open the tunnel', () => {
  const refused = (code: Parameters<typeof noTunnel>[0], facts: Parameters<typeof noTunnel>[1]) => [
    ...proxyConnects(),
    noTunnel(code, facts),
  ]
  judgeRows([
    {
      title: 'PRX09: denied by an ACL of Squid',
      changes,
      seen: refused('proxy.denied', {
        status: 403,
        headers: { 'x-squid-error': 'ERR_ACCESS_DENIED 0' },
      }),
      expected: 'connection-path proxy proxy.denied proxy/denied',
      says: ['Allow CONNECT api.openai.com:443', 'ERR_ACCESS_DENIED 0'],
    },
    {
      title: 'PRX29: denied by SOCKS reply 2',
      changes,
      seen: refused('proxy.denied', { reply: 2, scheme: 'socks5h' }),
      expected: 'connection-path proxy proxy.denied proxy/denied',
      says: ['SOCKS reply 2'],
    },
    {
      title: 'PRX10: cannot resolve the API',
      changes,
      seen: refused('proxy.dns_error', {
        status: 500,
        headers: { 'x-squid-error': 'ERR_CANNOT_FORWARD 0' },
      }),
      expected: 'connection-path proxy proxy.dns_error proxy/cannot-resolve',
    },
    ...(['proxy.connection_refused', 'proxy.destination_unavailable'] as const).map((code) => ({
      title: `PRX11: ${code} behind the proxy`,
      changes,
      seen: refused(code, { status: 503 }),
      expected: `connection-path proxy ${code} proxy/upstream-closed`,
    })),
    {
      title: 'PRX12: a timeout behind the proxy',
      changes,
      seen: refused('proxy.connection_timeout', { status: 504 }),
      expected: 'connection-path proxy proxy.connection_timeout proxy/upstream-timed-out *',
    },
    {
      title: 'PRX12: a bad gateway',
      changes,
      seen: refused('proxy.bad_gateway', { status: 502 }),
      expected: 'connection-path proxy proxy.bad_gateway proxy/defect *',
    },
    {
      title: 'a loop does not pass with time',
      changes,
      seen: refused('proxy.loop', { status: 502 }),
      expected: 'connection-path proxy proxy.loop proxy/defect',
    },
    {
      title: 'PRX13: a redirect to a login page',
      changes,
      seen: refused('proxy.redirected', { status: 302 }),
      expected: 'connection-path proxy proxy.redirected proxy/login-page',
    },
    {
      title: 'PRX18: TLS behind the proxy is not trusted by it',
      changes,
      seen: refused('proxy.upstream_tls_error', { status: 503 }),
      expected: 'connection-path proxy proxy.upstream_tls_error proxy/upstream-tls',
    },
    {
      title: 'PRX03: no answer to CONNECT',
      changes,
      seen: refused({ code: 'proxy.timed_out', errno: 'ETIMEDOUT' }, {}),
      expected: 'connection-path proxy proxy.timed_out proxy/silent *',
    },
    {
      title: 'PRX04: reset on CONNECT',
      changes,
      seen: refused({ code: 'proxy.reset', errno: 'ECONNRESET' }, {}),
      expected: 'connection-path proxy proxy.reset proxy/hung-up *',
    },
    {
      title: 'PRX05/23: closed on CONNECT',
      changes,
      seen: refused('proxy.closed', {}),
      expected: 'connection-path proxy proxy.closed proxy/hung-up *',
    },
    {
      title: 'PRX30: not a proxy of that kind',
      changes,
      seen: refused('proxy.response_invalid', {}),
      expected: 'connection-path proxy proxy.response_invalid proxy/not-a-proxy',
    },
    {
      title: 'PRX12: an answer without a word of its own',
      changes,
      seen: refused('proxy.http_error', { status: 418 }),
      expected: 'connection-path proxy proxy.http_error proxy/failed',
      says: ['418'],
    },
    {
      title: 'a silent proxy next to a direct way that works is broken',
      changes,
      seen: [...refused('proxy.timed_out', {}), reachedBy('direct')],
      expected: 'connection-path proxy proxy.timed_out egress/proxy-broken',
    },
  ])
})

describe('behind the tunnel', () => {
  judgeRows([
    {
      title: 'PRX16/19: the proxy opens the tunnel and cuts the handshake',
      changes,
      seen: [...proxyConnects(), tunnel(), unshaken('tls.closed', 'ECONNRESET')],
      expected: 'connection-path tls tls.closed tls/handshake-cut *',
      says: ['proxy.corp:3128'],
    },
    {
      title: 'PRX13/16: clear text comes out of the tunnel',
      changes,
      seen: [
        ...proxyConnects(),
        tunnel(),
        unshaken('tls.protocol.error', 'ERR_SSL_WRONG_VERSION_NUMBER'),
      ],
      expected: 'connection-path tls tls.protocol.error tls/plain-text',
      says: ['proxy.corp:3128'],
    },
    {
      title: 'a private address of the proxy is no bogon of the API',
      changes,
      seen: [...proxyConnects(), tunnel(), unshaken('tls.reset', 'ECONNRESET')],
      expected: 'connection-path tls tls.reset tls/handshake-cut *',
    },
    {
      title: 'no answer through the proxy',
      changes,
      seen: [...proxyConnects(), tunnel(), unanswered('http.timed_out', 'TIMEOUT')],
      expected: 'connection-path http http.timed_out http/timed-out *',
    },
  ])
})
