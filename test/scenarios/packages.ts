/** Real peers from Debian instead of ours: what they really say. Needs root and the packages. */
import { PUBLIC_ADDRESS } from '../lab/network.ts'
import {
  shiftedClock,
  startDante,
  startDnsmasq,
  startHaproxy,
  startMitmproxy,
  startNginx,
  startSquid,
  startTinyproxy,
  startUnbound,
} from '../lab/peers.ts'
import type { SquidOptions } from '../lab/peers.ts'
import type { Daemon } from '../lab/packages.ts'
import { authority, labIssuer, labRoot } from '../loopback/pki.ts'
import { API_NAME } from './lab.ts'
import type { Lab } from './lab.ts'
import { nodeProxy, saysAll } from './loopback.ts'
import { fails, PASS, path } from './scenario.ts'
import type { Arranged, Expected, Scenario } from './scenario.ts'

const LOGIN = 'runner:pass-word'
const HERE = { host: PUBLIC_ADDRESS, port: 443 }

function real(
  id: string,
  title: string,
  programs: readonly string[],
  expect: Expected,
  arrange: (lab: Lab) => Promise<Arranged>,
): Scenario {
  return { id, title, needs: 'packages', programs, expect, arrange }
}

/** The API is up under its name; the way to it is this proxy. */
function proxied(
  id: string,
  title: string,
  name: string,
  start: () => Promise<Daemon>,
  expect: Expected,
  login = '',
): Scenario {
  return real(id, title, [name], expect, async (lab) => {
    await lab.names()
    await lab.publicApi()
    const daemon = await lab.use(start())
    const url = login === '' ? daemon.url : daemon.url.replace('//', `//${login}@`)
    return { env: nodeProxy(url) }
  })
}

function squid(
  id: string,
  title: string,
  options: SquidOptions,
  expect: Expected,
  login = '',
): Scenario {
  return proxied(id, title, 'squid', () => startSquid(options), expect, login)
}

const inspector = authority({ organization: 'Acme', common: 'Acme Squid Inspection CA' })

export const PACKAGES: readonly Scenario[] = [
  squid('REAL-squid', 'Squid works', {}, PASS),
  squid('REAL-squid-login', 'Squid wants Basic and gets it', { login: LOGIN }, PASS, LOGIN),
  squid(
    'REAL-PRX06',
    'Squid wants Basic',
    { login: LOGIN },
    path('proxy', 'proxy.auth_required', 'tcp'),
  ),
  squid(
    'REAL-PRX07',
    'Squid refuses the password',
    { login: LOGIN },
    path('proxy', 'proxy.auth_required', 'tcp'),
    'runner:wrong-word',
  ),
  squid(
    'REAL-PRX09',
    'Squid denies the host',
    { denies: [API_NAME] },
    path('proxy', 'proxy.denied', 'tcp'),
  ),
  real(
    'REAL-PRX10',
    'Squid cannot resolve the host',
    ['squid'],
    path('proxy', 'proxy.dns_error', 'tcp'),
    async (lab) => {
      await lab.names({ [API_NAME]: { code: 'NXDOMAIN' } })
      const daemon = await lab.use(startSquid())
      return { env: nodeProxy(daemon.url) }
    },
  ),
  real(
    'REAL-PRX11',
    'The host refuses the connection of Squid',
    ['squid'],
    path('proxy', 'proxy.connection_refused', 'tcp'),
    async (lab) => {
      await lab.names()
      await lab.network().addAddress(PUBLIC_ADDRESS)
      const daemon = await lab.use(startSquid())
      return { env: nodeProxy(daemon.url) }
    },
  ),
  squid(
    'REAL-PRX17',
    'Squid re-signs the connection',
    { bump: { authority: inspector, trusts: labRoot().pem } },
    path('tls', 'tls.cert.authority_invalid', 'proxy'),
  ),
  real(
    'REAL-PRX17-trusted',
    'Squid re-signs the connection and its root is trusted',
    ['squid'],
    PASS,
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      const bump = { authority: inspector, trusts: labRoot().pem }
      const daemon = await lab.use(startSquid({ bump }))
      const root = lab.file('inspector.pem', inspector.pem)
      return { env: { ...nodeProxy(daemon.url), NODE_EXTRA_CA_CERTS: root } }
    },
  ),
  squid(
    'REAL-PRX19',
    'Squid cuts connections with this name',
    { terminates: { name: API_NAME, authority: inspector } },
    path('tls', 'tls.closed', 'proxy'),
  ),
  proxied('REAL-tinyproxy', 'tinyproxy works', 'tinyproxy', () => startTinyproxy(), PASS),
  proxied(
    'REAL-tinyproxy-login',
    'tinyproxy wants Basic',
    'tinyproxy',
    () => startTinyproxy({ login: LOGIN }),
    path('proxy', 'proxy.auth_required', 'tcp'),
  ),
  proxied(
    'REAL-tinyproxy-wrong',
    'tinyproxy refuses the password, with 401',
    'tinyproxy',
    () => startTinyproxy({ login: LOGIN }),
    path('proxy', 'proxy.auth_required', 'tcp'),
    'runner:wrong-word',
  ),
  proxied(
    'REAL-tinyproxy-filter',
    'tinyproxy filters the host',
    'tinyproxy',
    () => startTinyproxy({ denies: '^api[.]openai[.]com$' }),
    path('proxy', 'proxy.denied', 'tcp'),
  ),
  real(
    'REAL-mitmproxy',
    'mitmproxy re-signs the connection',
    ['mitmdump'],
    path('tls', 'tls.cert.authority_invalid', 'proxy'),
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      const daemon = await lab.use(startMitmproxy(labRoot().pem))
      return { env: nodeProxy(daemon.url), complaints: (ran) => saysAll(ran, /mitmproxy/i) }
    },
  ),
  ...[
    { id: 'REAL-dante', title: 'Dante works', blocks: undefined, expect: PASS },
    {
      id: 'REAL-dante-block',
      title: 'Dante blocks the address by its rules',
      blocks: PUBLIC_ADDRESS,
      expect: path('proxy', 'proxy.denied', 'tcp'),
    },
  ].map(({ id, title, blocks, expect }) =>
    real(id, title, ['danted'], expect, async (lab) => {
      await lab.names()
      await lab.publicApi()
      const daemon = await lab.use(startDante(blocks === undefined ? {} : { blocks }))
      const url = `socks5h://${daemon.host}:${String(daemon.port)}`
      return {
        flags: { client: 'curl' },
        env: { ALL_PROXY: url, CURL_CA_BUNDLE: `${lab.folder}/root.pem` },
      }
    }),
  ),
  ...(
    [
      ['nxdomain', 'address=/api.openai.com/', path('dns', 'dns.name_not_resolved', 'config')],
      ['sinkhole', 'address=/api.openai.com/0.0.0.0', path('dns', 'dns.bogon', 'config')],
      ['fine', `address=/api.openai.com/${PUBLIC_ADDRESS}`, PASS],
    ] as const
  ).map(([name, rule, expect]) =>
    real(`REAL-dnsmasq-${name}`, `dnsmasq: ${name}`, ['dnsmasq'], expect, async (lab) => {
      await lab.publicApi()
      await lab.use(startDnsmasq([rule]))
      return {}
    }),
  ),
  ...(
    [
      ['always_refuse', path('dns', 'dns.failed', 'config')],
      ['always_nxdomain', path('dns', 'dns.name_not_resolved', 'config')],
      ['always_null', path('dns', 'dns.bogon', 'config')],
      ['always_deny', path('dns', 'dns.unreachable', 'config')],
    ] as const
  ).map(([policy, expect]) =>
    real(`REAL-unbound-${policy}`, `unbound: ${policy}`, ['unbound'], expect, async (lab) => {
      await lab.publicApi()
      await lab.use(startUnbound([`"api.openai.com." ${policy}`]))
      return {}
    }),
  ),
  ...(
    [
      ['403', 'location / { return 403; }', path('http', 'http.intercepted', 'tls')],
      ['444', 'location / { return 444; }', path('http', 'http.closed', 'tls')],
      ['reject', 'ssl_reject_handshake on;', path('tls', 'tls.unrecognized_name_alert', 'tcp')],
      [
        'tls1.1',
        'ssl_protocols TLSv1 TLSv1.1; ssl_ciphers DEFAULT:@SECLEVEL=0;',
        path('tls', 'tls.version_or_cipher_mismatch', 'tcp'),
      ],
    ] as const
  ).map(([name, server, expect]) =>
    real(
      `REAL-nginx-${name}`,
      `nginx stands in for the API: ${name}`,
      ['nginx'],
      expect,
      async (lab) => {
        await lab.names()
        await lab.network().addAddress(PUBLIC_ADDRESS)
        await lab.use(startNginx(HERE, labIssuer().leaf({ names: [API_NAME] }), server))
        return {}
      },
    ),
  ),
  // nginx in front of a gateway: what it decides before anybody looks at the key.
  ...(
    [
      [
        'login',
        'location / { auth_basic "Restricted"; auth_basic_user_file /dev/null; root /nowhere; }',
        fails('route-provider', 'http', 'http.login_required', 'tls'),
        /login of its own \(Basic\)/,
      ],
      [
        'client-certificate',
        'ssl_verify_client on; ssl_client_certificate chain.pem;',
        fails('route-provider', 'http', 'tls.bad_client_auth_cert', 'tls'),
        /client certificate/,
      ],
      [
        'maintenance',
        'location / { add_header Retry-After 120 always; return 503; }',
        fails('route-provider', 'http', 'gateway.unavailable', 'tls'),
        /120 s/,
      ],
      [
        'dead',
        'location / { proxy_pass http://127.0.0.1:9; }',
        fails('route-provider', 'http', 'gateway.upstream_unreachable', 'tls'),
        /nothing behind it that answers/,
      ],
      [
        'too-large',
        'client_max_body_size 1;',
        fails('route-provider', 'http', 'http.body_too_large', 'tls'),
        /client_max_body_size/,
      ],
      [
        'plain-upstream',
        'location / { proxy_pass http://127.0.0.1:8443/again; } location /again { return 200; }',
        fails('route-provider', 'http', 'http.plain_on_tls', 'tls'),
        /a server behind it got plain HTTP/,
      ],
      [
        'plain',
        'return 200;',
        fails('request', 'http', 'http.plain_on_tls', 'tcp'),
        /https:\/\/localhost:8443\/v1/,
      ],
    ] as const
  ).map(([name, server, expect, says]) =>
    real(
      `REAL-nginx-gateway-${name}`,
      `nginx in front of a gateway: ${name}`,
      ['nginx'],
      expect,
      async (lab) => {
        await lab.network().addAddress(PUBLIC_ADDRESS)
        const credentials = labIssuer().leaf({ names: ['localhost'] })
        await lab.use(startNginx({ host: '127.0.0.1', port: 8443 }, credentials, server))
        const scheme = name === 'plain' ? 'http' : 'https'
        return {
          flags: { route: 'gateway', 'base-url': `${scheme}://localhost:8443/v1` },
          complaints: (ran) => saysAll(ran, says),
        }
      },
    ),
  ),
  ...(
    [
      ['deny', ['http-request deny deny_status 403'], path('http', 'http.intercepted', 'tls')],
      ['reject', ['http-request reject'], path('http', 'http.closed', 'tls')],
    ] as const
  ).map(([name, rules, expect]) =>
    real(
      `REAL-haproxy-${name}`,
      `HAProxy stands in for the API: ${name}`,
      ['haproxy'],
      expect,
      async (lab) => {
        await lab.names()
        await lab.network().addAddress(PUBLIC_ADDRESS)
        await lab.use(startHaproxy(HERE, labIssuer().leaf({ names: [API_NAME] }), rules))
        return {}
      },
    ),
  ),
  ...(
    [
      ['CRT04', '+400d', 'The clock of the runner is more than a year ahead'],
      ['CRT04-behind', '-400d', 'The clock of the runner is more than a year behind'],
    ] as const
  ).map(([id, by, title]) =>
    real(id, title, ['faketime'], path('tls', 'tls.cert.date_invalid', 'tcp'), async (lab) => {
      await lab.names()
      await lab.publicApi()
      return { prefix: shiftedClock(by), complaints: (ran) => saysAll(ran, /clock/i) }
    }),
  ),
]
