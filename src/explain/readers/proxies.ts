import { entryOf } from '../../model/index.ts'
import type { Code } from '../../model/index.ts'
import type { Reading } from '../evidence-piece.ts'
import { describing, failure, says, tells, type Signature } from './signature.ts'

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

/**
 * A proxy that does not open the tunnel, as each client words it. The status belongs to the proxy:
 * the API was not reached.
 */
export const PROXIES: readonly Signature[] = [
  // undici and Node
  tells(
    'when http tunneling',
    /Proxy response \((\d{3})\) ?!== ?200 when HTTP Tunneling/,
    ([, status]) => tunnel(status),
  ),
  tells(
    'failed to establish tunnel',
    /Failed to establish tunnel to ([\w.-]{1,253}):\d{1,5} via [^\s]{1,300}: HTTP\/[\d.]{1,3} (\d{3})/,
    ([, target = '', status]) => tunnel(status, { target }),
  ),
  says('err_proxy_tunnel', /\bERR_PROXY_TUNNEL\b/, { kind: 'tunnel' }),
  // tunnel, tunnel-agent, https-proxy-agent
  tells(
    'tunneling socket could not be established',
    /tunneling socket could not be established, statusCode=(\d{3})/,
    ([, status]) => tunnel(status),
  ),
  says(
    'tunneling socket could not be established',
    /tunneling socket could not be established, cause=/,
    failure('tcp', undefined, { code: 'tcp.failed', of: 'proxy' }),
  ),
  // urllib, requests
  tells('tunnel connection failed', /Tunnel connection failed: (\d{3})/, ([, status]) =>
    tunnel(status),
  ),
  says(
    ['your proxy appears to only use http'],
    /Your proxy appears to only use HTTP and not HTTPS/,
    broken('proxy.tls_protocol_error'),
  ),
  tells(
    ['cannot connect to proxy', 'unable to connect to proxy'],
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
  ),
  // hyper-util, reqwest
  says(
    ['tunnel error: ', 'unsuccessful tunnel'],
    /\btunnel error: (?:unsuccessful|unexpected)|unsuccessful tunnel/,
    {
      kind: 'tunnel',
    },
  ),
  says(
    'tunnel error: proxy authorization',
    /tunnel error: proxy authorization required/,
    tunnel('407'),
  ),
  says(
    ['cannot connect to proxy', 'unable to connect to proxy'],
    /(?:Cannot|Unable to) connect to proxy/,
    { kind: 'proxy', proxy: '' },
  ),
  // httpx and httpcore: the reply's status line is the message
  tells(['proxyerror'], /\bProxyError: ?\(?['"]?(\d{3}) [A-Z]/, ([, status]) => tunnel(status)),
  // curl
  tells(
    ['proxy after connect', 'connect tunnel failed'],
    /[Rr]eceived HTTP code (\d{3}) from proxy after CONNECT|CONNECT tunnel failed, response (\d{3})/,
    ([, a, b]) => tunnel(a ?? b),
  ),
  says(
    ['proxy connect aborted', 'proxy connect timed out'],
    /Proxy CONNECT aborted/i,
    broken('proxy.closed'),
  ),
  says(
    'proxy connect',
    /Proxy CONNECT (?:timed out|aborted due to timeout)/i,
    broken('proxy.timed_out'),
  ),
  says(
    ['could not resolve proxy', "couldn't resolve proxy"],
    /Could ?n[o']t resolve proxy/i,
    failure('dns', 'ENOTFOUND', { of: 'proxy' }),
  ),
  // Java
  tells(
    ['unable to tunnel through proxy'],
    /Unable to tunnel through proxy\. Proxy returns "HTTP\/[\d.]{1,3} (\d{3})/,
    ([, status]) => tunnel(status),
  ),
  says('failed to authenticate with proxy', /Failed to authenticate with proxy/, tunnel('407')),
  // .NET
  tells(
    ['proxy tunnel request'],
    /proxy tunnel request to proxy '[^']{0,300}' failed with status code '?(\d{3})/,
    ([, status]) => tunnel(status),
  ),
  // Go prints only the reason phrase of the proxy's answer
  tells(
    'proxyconnect tcp',
    /\bproxyconnect tcp: (?:dial tcp (?:lookup )?\[?([\w.:-]{2,253}?)\]?(?::(\d{1,5}))?[: ])?/,
    ([, host, port]) => ({
      kind: 'proxy',
      proxy: host === undefined ? '' : port === undefined ? host : `${host}:${port}`,
    }),
  ),
  tells(
    [
      'proxy authentication required',
      ': forbidden',
      ': bad gateway',
      ': service unavailable',
      ': gateway timeout',
    ],
    /(?:Post|Get) "https:\/\/[^"\s]{1,500}": (Proxy Authentication Required|Forbidden|Bad Gateway|Service Unavailable|Gateway Timeout)$/,
    ([, phrase = '']) => tunnel(entryOf(REASONS, phrase)),
  ),
  // aiohttp
  tells(
    ['clienthttpproxyerror', 'proxyconnectionerror'],
    /ClientHttpProxyError: (\d{3})/,
    ([, status]) => tunnel(status),
  ),
  tells(
    'cannot connect to proxy',
    /Cannot connect to proxy ([\w.-]{1,253}:\d{1,5})/,
    ([, proxy = '']) => ({ kind: 'proxy', proxy }),
  ),
  // undici
  says(['und_err_prx_conn'], /\bUND_ERR_PRX_CONN\b/, broken('proxy.closed')),
  says(['und_err_prx_tls'], /\bUND_ERR_PRX_TLS\b/, broken('proxy.tls_certificate_error')),
  tells(
    'und_err_socks5',
    /\bUND_ERR_SOCKS5(_AUTH_REJECTED|_AUTH_FAILED|_REPLY_\d)?/,
    ([, kind = '']) =>
      broken(kind.startsWith('_AUTH') ? 'proxy.auth_required' : 'proxy.connection_refused'),
  ),
  // any client: the words of the status itself
  says(
    [
      '407 proxy authentication required',
      'proxy authentication required',
      'err_cache_access_denied',
    ],
    /\b407 Proxy Authentication Required|Proxy Authentication Required|ERR_CACHE_ACCESS_DENIED/i,
    tunnel('407'),
  ),
  tells(['x-squid-error'], /X-Squid-Error: (ERR_[A-Z_]{3,40})/i, ([, name = '']) => ({
    kind: 'header',
    name: 'x-squid-error',
    value: name,
  })),
  tells('proxy-status', /\bProxy-Status: ([\w.;="' -]{3,160})/i, ([, value = '']) => ({
    kind: 'header',
    name: 'proxy-status',
    value,
  })),

  // the way out that the log names
  describing(
    tells(
      ['http_proxy', 'https_proxy', 'all_proxy'],
      /\b((?:https?|all)_proxy)\b['"]?\s{0,2}[=:]\s{0,2}['"]?(?:[a-z\d]{4,7}:\/\/)?(?:[^\s@/'"]{1,200}@)?([\w.-]{1,253}:\d{1,5})/i,
      ([, variable = '', proxy = '']) => ({ kind: 'proxy', proxy: proxy.toLowerCase(), variable }),
    ),
  ),
]

const REASONS: Readonly<Record<string, string>> = {
  'Proxy Authentication Required': '407',
  Forbidden: '403',
  'Bad Gateway': '502',
  'Service Unavailable': '503',
  'Gateway Timeout': '504',
}
