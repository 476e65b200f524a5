import { entryOf } from '../../model/index.ts'
import type { Code } from '../../model/index.ts'
import type { Reading } from '../evidence-piece.ts'
import { failure, from, type Row } from './row.ts'

const tunnel = (
  status: string | undefined,
  more: { proxy?: string; target?: string } = {},
): Reading => {
  const number = Number(status)
  return Number.isInteger(number) && number >= 100 && number <= 599
    ? { kind: 'tunnel', status: number, ...more }
    : { kind: 'tunnel', ...more }
}

const broken = (code: Code): Reading => ({ kind: 'tunnel', code })
/** Replies of a SOCKS proxy (RFC 1928 §6, and SOCKS4 from 0x5a) that are not its refusal of the destination. */
const SOCKS_REPLIES: Readonly<Record<string, Code>> = {
  '01': 'proxy.error',
  '02': 'proxy.denied',
  '03': 'proxy.destination_unavailable',
  '04': 'proxy.destination_unavailable',
  '06': 'proxy.connection_timeout',
  '5c': 'proxy.auth_required',
  '5d': 'proxy.auth_required',
}

/** The answer to CONNECT with the proxy that gave it: its host is no destination. */
const throughProxy = (status: string | undefined, proxy?: string): readonly Reading[] =>
  proxy === undefined
    ? [tunnel(status)]
    : [
        tunnel(status, { proxy: proxy.toLowerCase() }),
        { kind: 'proxy', proxy: proxy.toLowerCase() },
      ]

const notReached = failure('tcp', undefined, { code: 'tcp.failed', of: 'proxy' })

const REASONS: Readonly<Record<string, string>> = {
  'Proxy Authentication Required': '407',
  Forbidden: '403',
  'Bad Gateway': '502',
  'Service Unavailable': '503',
  'Gateway Timeout': '504',
}

/**
 * A proxy that does not open the tunnel, as each client words it. The status belongs to the proxy:
 * the API was not reached.
 */
export const PROXIES: readonly Row[] = [
  ...from(
    'undici 8.13 lib/dispatcher/proxy-agent.js, lib/core/errors.js; Node.js 24 lib/internal/http.js',
    [
      [/Proxy response \((\d{3})\) ?!== ?200 when HTTP Tunneling/, ([, status]) => tunnel(status)],
      [
        /Failed to establish tunnel to ([\w.-]{1,253}):\d{1,5} via [^\s]{1,300}: HTTP\/[\d.]{1,3} (\d{3})/,
        ([, target = '', status]) => tunnel(status, { target }),
      ],
      [/\bERR_PROXY_TUNNEL\b/, { kind: 'tunnel' }],
      [/\bUND_ERR_PRX_CONN\b/, broken('proxy.closed')],
      [/\bUND_ERR_PRX_TLS\b/, broken('proxy.tls_certificate_error')],
      [
        /\bUND_ERR_SOCKS5(_AUTH_REJECTED|_AUTH_FAILED|_REPLY_\d)?/,
        ([, kind = '']) =>
          broken(kind.startsWith('_AUTH') ? 'proxy.auth_required' : 'proxy.connection_refused'),
      ],
    ],
  ),
  ...from('tunnel 0.0.6 lib/tunnel.js; https-proxy-agent 7 src/parse-proxy-response.ts', [
    [
      /tunneling socket could not be established, statusCode=(\d{3})/,
      ([, status]) => tunnel(status),
    ],
    [/tunneling socket could not be established, cause=/, notReached],
    [/Proxy connection ended before receiving CONNECT response/, broken('proxy.closed')],
  ]),
  ...from('urllib3 2.5 src/urllib3/connection.py; CPython 3.14 http/client.py', [
    [/Tunnel connection failed: (\d{3})/, ([, status]) => tunnel(status)],
    [/Your proxy appears to only use HTTP and not HTTPS/, broken('proxy.tls_protocol_error')],
    [
      /(?:Cannot|Unable to) connect to proxy\.?'?, (?:SSL\w*Error\((?!.{0,80}CERTIFICATE_VERIFY)|(RemoteDisconnected|ConnectionAborted|BadStatusLine)|(ConnectionReset)|(SSL))/,
      ([, closed, reset, certificate]) =>
        broken(
          closed !== undefined
            ? 'proxy.closed'
            : reset !== undefined
              ? 'proxy.reset'
              : certificate === undefined
                ? 'proxy.tls_protocol_error'
                : 'proxy.tls_certificate_error',
        ),
    ],
    [/(?:Cannot|Unable to) connect to proxy\b/, { kind: 'proxy', proxy: '' }],
  ]),
  ...from('httpcore 1.0 httpcore/_sync/http_proxy.py', [
    [/\bProxyError: ?\(?['"]?(\d{3}) [A-Z]/, ([, status]) => tunnel(status)],
  ]),
  ...from('aiohttp 3.13 aiohttp/client_exceptions.py', [
    [
      /\bClientHttpProxyError: (\d{3})(?:, message='[^'\n]{0,80}', url=(?:URL\()?'https?:\/\/([\w.-]{1,253}:\d{1,5}))?/,
      ([, status, proxy]) => throughProxy(status, proxy),
    ],
    [
      /Cannot connect to proxy ([\w.-]{1,253}:\d{1,5})/,
      ([, proxy = '']) => ({ kind: 'proxy', proxy }),
    ],
  ]),
  ...from(
    'python-socks 2.7 _errors.py, PySocks 1.7.1 socks.py and requests 2.28 over it (run), socksio 1.0 in httpcore 1.0 socks_proxy.py',
    [
      // Whatever follows was said by the proxy, or of it.
      [/\bSOCKSHTTPS?ConnectionPool\(/, { kind: 'proxy', proxy: '' }, 'describes'],
      [
        /(?:Couldn't connect to proxy|Error connecting to SOCKS[45] proxy) ([\w.-]{1,253}:\d{1,5})/,
        ([, proxy = '']) => ({ kind: 'proxy', proxy: proxy.toLowerCase() }),
      ],
      [
        /\b(?:(?:GeneralProxyError|SOCKS[45]Error|ProxyError): (?:Socket error: )?|new connection: )(?:0x(0[1-8]|5[b-d]): |Proxy Server could not connect: )/i,
        ([, reply = '']) => broken(entryOf(SOCKS_REPLIES, reply) ?? 'proxy.connection_refused'),
      ],
      [
        /\bSOCKS5AuthError\b|SOCKS5 authentication (?:failed|methods were rejected)|Server requested username\/password authentication/i,
        broken('proxy.auth_required'),
      ],
      [
        /\b(?:SOCKS[45]|HTTP) proxy server sent invalid (?:data|response)/,
        broken('proxy.response_invalid'),
      ],
      [
        /\b(?:GeneralProxyError: (?:Socket error: )?|SOCKSHTTPS?Connection object at \w{3,20}>: Failed to establish a new connection: )Connection closed unexpectedly/,
        broken('proxy.closed'),
      ],
      [
        /\b(?:GeneralProxyError: Socket error|socks\.HTTPError): (\d{3}): /,
        ([, status]) => tunnel(status),
      ],
    ],
  ),
  ...from('socks 2.8 common/constants.ts, client/socksclient.ts (socks-proxy-agent 8)', [
    [/\bSocks[45] proxy rejected connection\b/, broken('proxy.connection_refused')],
    [/\bSocks5 Authentication failed\b/, broken('proxy.auth_required')],
    [/\bProxy connection timed out\b/, broken('proxy.timed_out')],
  ]),
  ...from('OpenJDK 24 java/net/SocksSocketImpl.java', [
    [
      /\bSocketException: SOCKS: |\bMalformed reply from SOCKS server/,
      broken('proxy.connection_refused'),
    ],
  ]),
  ...from('hyper-util 0.1 src/client/legacy/connect/proxy/tunnel.rs', [
    [/\btunnel error: (?:unsuccessful|unexpected)|\bunsuccessful tunnel/, { kind: 'tunnel' }],
    [/tunnel error: proxy authorization required/, tunnel('407')],
  ]),
  ...from(
    'libcurl 8.22-DEV 5c61e16 and 7.88 (run): lib/cf-h1-proxy.c, lib/cf-ip-happy.c, lib/socks.c',
    [
      [
        /\b[Cc]an(?:no|')t complete SOCKS[45] connection to [^\s]{1,300} \((\d{1,2})\)/,
        ([, reply]) =>
          broken(
            entryOf(SOCKS_REPLIES, Number(reply).toString(16).padStart(2, '0')) ??
              'proxy.connection_refused',
          ),
      ],
      [
        /\bNo authentication method was acceptable\b|\bUser was rejected by the SOCKS5 server\b/,
        broken('proxy.auth_required'),
      ],
      [
        /\bReceived invalid version in initial SOCKS5 response\b|\bSOCKS[45] reply (?:has wrong|is incomplete)/,
        broken('proxy.response_invalid'),
      ],
      [/\bconnection to proxy closed\b|\bproxy closed connection\b/, broken('proxy.closed')],
      [
        /\bFailed to connect to [^\s]{1,300} (?:via [^\s]{1,260} )?over proxy ([\w.-]{1,253}) after\b/,
        ([, proxy = '']) => ({ kind: 'proxy', proxy: proxy.toLowerCase() }),
      ],
      [
        /[Rr]eceived HTTP code (\d{3}) from proxy after CONNECT|CONNECT tunnel failed, response (\d{3})/,
        ([, a, b]) => tunnel(a ?? b),
      ],
      [/Proxy CONNECT (?:timed out|aborted due to timeout)/i, broken('proxy.timed_out')],
      [/Proxy CONNECT aborted(?! due to timeout)/i, broken('proxy.closed')],
      [
        /Could ?n[o']t resolve proxy|Could not resolve host name of proxy/i,
        failure('dns', 'ENOTFOUND', { of: 'proxy' }),
      ],
    ],
  ),
  ...from('OpenJDK 24 sun/net/www/protocol/http/HttpURLConnection.java; OkHttp 5.1 connection', [
    [
      /Unable to tunnel through proxy\. Proxy returns "HTTP\/[\d.]{1,3} (\d{3})/,
      ([, status]) => tunnel(status),
    ],
    [/Failed to authenticate with proxy/, tunnel('407')],
    [/Unexpected response code for CONNECT: (\d{3})/, ([, status]) => tunnel(status)],
    [/Tunnel failed, got: (\d{3})/, ([, status]) => tunnel(status)],
  ]),
  ...from('Netty 4.2 handler/proxy HttpProxyHandler; Apache HttpClient 5.5', [
    [/\bHttpProxyConnectException\b[^\n]{0,160}status: (\d{3})/, ([, status]) => tunnel(status)],
    [/CONNECT refused by proxy: HTTP\/[\d.]{1,3} (\d{3})/, ([, status]) => tunnel(status)],
  ]),
  ...from('.NET 9 System.Net.Http Resources/Strings.resx', [
    [
      /proxy tunnel request to proxy '(?:[a-z]{4,6}:\/\/)?(?:[^'@/]{1,200}@)?([\w.-]{1,253}(?::\d{1,5})?)[^']{0,40}' failed with status code '?(\d{3})/,
      ([, proxy, status]) => throughProxy(status, proxy),
    ],
    [/\bSOCKS server failed to connect to the destination/, broken('proxy.connection_refused')],
    [
      /\bSOCKS server did not return a suitable authentication|Failed to authenticate with the SOCKS server/,
      broken('proxy.auth_required'),
    ],
  ]),
  ...from('Ruby 3.4 net/http; Faraday 2.14 lib/faraday/error.rb', [
    [/\bFaraday::ProxyAuthError\b/, tunnel('407')],
    [
      /\bNet::HTTP(?:Client|Server|Fatal)\w{0,10}(?:Exception|Error): (407)/,
      ([, status]) => tunnel(status),
    ],
  ]),
  ...from('Go 1.25 net/http/transport.go', [
    [
      /\bproxyconnect tcp: (?:dial tcp (?:lookup )?\[?([\w.:-]{2,253}?)\]?(?::(\d{1,5}))?[: ])?/,
      ([, host, port]) => ({
        kind: 'proxy',
        proxy: host === undefined ? '' : port === undefined ? host : `${host}:${port}`,
      }),
    ],
    // It prints only the reason phrase of the proxy's answer.
    [
      /(?:Post|Get) "https:\/\/[^"\s]{1,500}": (Proxy Authentication Required|Forbidden|Bad Gateway|Service Unavailable|Gateway Timeout)$/,
      ([, phrase = '']) => tunnel(entryOf(REASONS, phrase)),
    ],
    [
      /\bsocks connect tcp ([\w.:-]{2,260})->[\w.:-]{2,260}: (dial tcp )?/,
      ([, proxy = '', dialled]) =>
        dialled === undefined ? broken('proxy.connection_refused') : { kind: 'proxy', proxy },
    ],
  ]),
  ...from('RFC 9110 §15.5.8; Squid 7 errors/', [
    [/\bProxy Authentication Required\b|\bERR_CACHE_ACCESS_DENIED\b/i, tunnel('407')],
    [
      /X-Squid-Error: (ERR_[A-Z_]{3,40})/i,
      ([, name = '']) => ({ kind: 'header', name: 'x-squid-error', value: name }),
    ],
  ]),
  ...from('RFC 9209 Proxy-Status', [
    [
      /\bProxy-Status: ([\w.;="' -]{3,160})/i,
      ([, value = '']) => ({ kind: 'header', name: 'proxy-status', value }),
    ],
  ]),
  ...from('curl 8.16 docs/manpage ENVIRONMENT; the same in requests 2.32, httpx 0.28, Go 1.25', [
    [
      /\b((?:https?|all)_proxy|proxy(?=['"]?[ =:]{1,4}['"]?[a-z\d]{4,7}:\/\/))\b['"]?\s{0,2}[=:]\s{0,2}['"]?(?:[a-z\d]{4,7}:\/\/)?(?:[^\s@/'"]{1,200}@)?([\w.-]{1,253}:\d{1,5})/i,
      ([, variable = '', proxy = '']) => ({ kind: 'proxy', proxy: proxy.toLowerCase(), variable }),
      'describes',
    ],
  ]),
]
