import { entryOf } from '../../model/index.ts'
import type { Reading } from '../evidence-piece.ts'
import { failure, from, type Row } from './row.ts'

const closed = failure('http', undefined, { code: 'http.closed' })
const bodyBroken = failure('http', undefined, { code: 'http.body_incomplete' })
const silent = failure('http', undefined, { code: 'http.timed_out' })
const bodySilent = failure('http', undefined, { code: 'http.body_timed_out' })
const noConnection = failure('tcp', 'ETIMEDOUT')
const notOpened = failure('tcp', undefined, { code: 'tcp.failed' })
const refused = failure('tcp', 'ECONNREFUSED')
const unknownName = failure('dns', 'ENOTFOUND')
const malformed = failure('http', undefined, { code: 'http.response.invalid' })
const redirected = failure('http', undefined, { code: 'http.redirected' })
const http2 = failure('http', 'ERR_HTTP2_STREAM_ERROR')
/** A timer that covers everything from the lookup to the end of the body. */
const overall: Reading = { kind: 'wrapper', says: 'timeout' }

const GOT_PHASES: Readonly<Record<string, Reading>> = {
  lookup: failure('dns', undefined, { code: 'dns.timed_out' }),
  connect: noConnection,
  secureConnect: failure('tls', undefined, { code: 'tls.timed_out' }),
  response: silent,
  request: overall,
  send: silent,
  socket: silent,
}

/** Network errors of Chromium that a page, Electron or a webview prints (net/base/net_error_list.h). */
const CHROMIUM: Readonly<Record<string, Reading>> = {
  NAME_NOT_RESOLVED: unknownName,
  DNS_TIMED_OUT: failure('dns', undefined, { code: 'dns.timed_out' }),
  DNS_SERVER_FAILED: failure('dns', 'EAI_AGAIN'),
  CONNECTION_REFUSED: refused,
  CONNECTION_RESET: failure('http', 'ECONNRESET'),
  CONNECTION_CLOSED: closed,
  CONNECTION_ABORTED: failure('http', 'ECONNABORTED'),
  CONNECTION_FAILED: notOpened,
  CONNECTION_TIMED_OUT: noConnection,
  TIMED_OUT: overall,
  INTERNET_DISCONNECTED: failure('tcp', 'ENETUNREACH'),
  ADDRESS_UNREACHABLE: failure('tcp', 'EHOSTUNREACH'),
  NETWORK_ACCESS_DENIED: failure('tcp', 'EACCES'),
  NETWORK_CHANGED: closed,
  EMPTY_RESPONSE: closed,
  INVALID_HTTP_RESPONSE: malformed,
  INCOMPLETE_CHUNKED_ENCODING: bodyBroken,
  CONTENT_LENGTH_MISMATCH: bodyBroken,
  HTTP2_PROTOCOL_ERROR: http2,
  QUIC_PROTOCOL_ERROR: malformed,
  TOO_MANY_REDIRECTS: redirected,
  PROXY_CONNECTION_FAILED: failure('tcp', undefined, { code: 'tcp.failed', of: 'proxy' }),
  TUNNEL_CONNECTION_FAILED: { kind: 'tunnel' },
  PROXY_AUTH_UNSUPPORTED: { kind: 'tunnel', status: 407 },
  PROXY_CERTIFICATE_INVALID: { kind: 'tunnel', code: 'proxy.tls_certificate_error' },
  CERT_AUTHORITY_INVALID: failure('tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  CERT_DATE_INVALID: failure('tls', 'CERT_HAS_EXPIRED'),
  CERT_COMMON_NAME_INVALID: failure('tls', 'ERR_TLS_CERT_ALTNAME_INVALID'),
  CERT_REVOKED: failure('tls', 'CERT_REVOKED'),
  CERT_INVALID: failure('tls', undefined, { code: 'tls.cert.invalid' }),
  SSL_PROTOCOL_ERROR: failure('tls', undefined, { code: 'tls.protocol.error' }),
  SSL_VERSION_OR_CIPHER_MISMATCH: failure('tls', 'ERR_SSL_UNSUPPORTED_PROTOCOL'),
  BAD_SSL_CLIENT_AUTH_CERT: failure('tls', undefined, { code: 'tls.bad_client_auth_cert' }),
}

/** Exit codes of curl (curl.se/docs/manpage.html, EXIT CODES) where the number alone says enough. */
const CURL_EXIT: Readonly<Record<string, Reading>> = {
  5: failure('dns', 'ENOTFOUND', { of: 'proxy' }),
  6: unknownName,
  7: notOpened,
  8: malformed,
  16: failure('http', 'ERR_HTTP2_ERROR'),
  18: bodyBroken,
  28: overall,
  35: failure('tls', undefined, { code: 'tls.failed' }),
  47: redirected,
  51: failure('tls', 'ERR_TLS_CERT_ALTNAME_INVALID'),
  52: closed,
  55: failure('http', undefined, { code: 'http.reset' }),
  56: failure('http', undefined, { code: 'http.reset' }),
  58: failure('tls', undefined, { code: 'tls.bad_client_auth_cert' }),
  60: failure('tls', undefined, { code: 'tls.cert.authority_invalid' }),
  92: http2,
  97: { kind: 'tunnel', code: 'proxy.connection_refused' },
  98: failure('tls', undefined, { code: 'tls.bad_client_auth_cert' }),
}

/** 7, 28, 35 and 56 mean several layers; the words behind them say which. */
const CURL_PHASES: readonly (readonly [code: RegExp, words: RegExp, means: Reading])[] = [
  [/28/, /^Resolving timed out/, failure('dns', undefined, { code: 'dns.timed_out' })],
  [/28/, /^(?:Connection timed out|Failed to connect|Connection timeout)/, noConnection],
  [/28/, /^SSL connection timeout/, failure('tls', undefined, { code: 'tls.timed_out' })],
  [/28/, /^Operation timed out after \d{1,9} milliseconds with 0 (?:out of 0 )?bytes/, overall],
  [/28/, /^Operation timed out/, bodySilent],
  [/35/, /reset/i, failure('tls', 'ECONNRESET')],
  [/56/, /CONNECT/, { kind: 'tunnel' }],
]

/** What c-ares answers (ares_strerror.c), where libcurl is built with it. */
const ARES: Readonly<Record<string, Reading>> = {
  'Domain name not found': unknownName,
  'DNS server returned answer with no data': failure('dns', 'ENODATA'),
  'DNS server returned general failure': failure('dns', 'ESERVFAIL'),
  'DNS server refused query': failure('dns', 'EREFUSED'),
  'Could not contact DNS servers': failure('dns', undefined, { code: 'dns.failed' }),
  'Timeout while contacting DNS servers': failure('dns', undefined, { code: 'dns.timed_out' }),
}

/** What happens between the handshake and the end of the body, client by client. */
export const TRANSPORT: readonly Row[] = [
  ...from('Node.js 24 lib/_http_client.js, deps/llhttp', [
    [/\bsocket hang up\b/, closed, 'Error: socket hang up'],
    [
      /Parse Error: Expected HTTP\/|\bHTTPParserError\b|\bHPE_(?:INVALID|UNEXPECTED|HEADER|CR_EXPECTED|LF_EXPECTED|CLOSED|STRICT|USER|PAUSED)[A-Z_]{0,40}\b/,
      malformed,
      "code: 'HPE_INVALID_CONSTANT'",
    ],
    [
      /\bERR_HTTP2_(?:STREAM|SESSION)_ERROR\b|\bNGHTTP2_[A-Z_]{4,40}/,
      http2,
      'Stream closed with error code NGHTTP2_INTERNAL_ERROR',
    ],
    [
      /\bERR_STREAM_PREMATURE_CLOSE\b|\bPremature close\b/i,
      bodyBroken,
      "code: 'ERR_STREAM_PREMATURE_CLOSE'",
    ],
    [/\bERR_SOCKET_CONNECTION_TIMEOUT\b/, noConnection, "code: 'ERR_SOCKET_CONNECTION_TIMEOUT'"],
  ]),
  ...from('undici 8.13 lib/core/errors.js, lib/web/fetch/index.js', [
    [/\bother side closed\b/, closed, 'SocketError: other side closed'],
    [
      /\bUND_ERR_CONNECT_TIMEOUT\b|Connect Timeout Error/,
      failure('tcp', 'UND_ERR_CONNECT_TIMEOUT'),
      'ConnectTimeoutError: Connect Timeout Error',
    ],
    [
      /\bUND_ERR_HEADERS_TIMEOUT\b|Headers Timeout Error/,
      failure('http', 'UND_ERR_HEADERS_TIMEOUT'),
      'HeadersTimeoutError: Headers Timeout Error',
    ],
    [
      /\bUND_ERR_BODY_TIMEOUT\b|Body Timeout Error/,
      failure('http', 'UND_ERR_BODY_TIMEOUT'),
      'BodyTimeoutError: Body Timeout Error',
    ],
    [
      /\b(UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_SOCKET|UND_ERR_RES_EXCEEDED_MAX_SIZE)\b/,
      ([, errno = '']) => failure('http', errno),
      "code: 'UND_ERR_HEADERS_OVERFLOW'",
    ],
    [
      /does not match the HTTP\/1\.1 protocol/,
      malformed,
      'Response does not match the HTTP/1.1 protocol',
    ],
    [/\bTypeError: terminated\b/, bodyBroken, 'TypeError: terminated'],
    [/\bredirect count exceeded\b/, redirected, '[cause]: Error: redirect count exceeded'],
    [/\bUND_ERR_INFO\b/, http2, "code: 'UND_ERR_INFO'"],
  ]),
  ...from(
    'axios 1.12 lib/adapters/http.js; got 14 source/core/timed-out.ts; node-fetch 3 src/index.js',
    [
      [/\btimeout of \d{1,9}ms exceeded\b/, overall, 'AxiosError: timeout of 10000ms exceeded'],
      [
        /\bstream has been aborted\b|\berror request aborted\b/,
        bodyBroken,
        'AxiosError: stream has been aborted',
      ],
      [
        /Exceeded maximum (?:number of )?(?:allowed )?redirects/i,
        redirected,
        'Error: Exceeded maximum allowed redirects',
      ],
      [
        /Timeout awaiting '(lookup|connect|secureConnect|response|request|send|socket)'/,
        ([, phase = '']) => entryOf(GOT_PHASES, phase),
        "TimeoutError: Timeout awaiting 'connect' for 1000ms",
      ],
      [
        /\bnetwork timeout at: https?:/,
        overall,
        'FetchError: network timeout at: https://api.openai.com/v1/models',
      ],
    ],
  ),
  ...from(
    'httpx 0.28 httpx/_exceptions.py, httpcore 1.0 httpcore/_exceptions.py, h11 0.16, anyio 4',
    [
      [
        /Server disconnected without sending a response/,
        closed,
        'httpx.RemoteProtocolError: Server disconnected without sending a response.',
      ],
      [
        /without sending complete message body|incomplete chunked read/,
        bodyBroken,
        'httpx.RemoteProtocolError: peer closed connection without sending complete message body (incomplete chunked read)',
      ],
      [
        /\bAll connection attempts failed\b/,
        notOpened,
        'httpx.ConnectError: All connection attempts failed',
      ],
      [
        /\b(?:httpx2?|httpcore2?|anyio)\.ConnectTimeout\b/,
        noConnection,
        'httpx.ConnectTimeout: timed out',
      ],
      [
        /\b(?:httpx2?|httpcore2?)\.(?:Read|Write)Timeout\b|The read operation timed out/,
        silent,
        'httpx.ReadTimeout: The read operation timed out',
      ],
      [/\b(?:httpx2?|httpcore2?)\.PoolTimeout\b/, overall, 'httpx.PoolTimeout'],
      [
        /illegal status line/,
        malformed,
        "httpx.RemoteProtocolError: illegal status line: bytearray(b'SSH-2.0')",
      ],
      // It wraps failures of the lookup and of the handshake as well.
      [
        /\b(?:httpx2?|httpcore2?)\.(?:ConnectError|NetworkError)\b/,
        { kind: 'wrapper', says: 'connection' },
        'httpx.ConnectError',
      ],
      [
        /\b(?:httpx2?|httpcore2?)\.(?:ReadError|WriteError|CloseError)\b/,
        failure('http', undefined, { code: 'http.reset' }),
        'httpx.ReadError',
      ],
    ],
  ),
  ...from(
    'requests 2.32 src/requests/exceptions.py, urllib3 2.5 src/urllib3/exceptions.py, CPython http/client.py',
    [
      [
        /Remote end closed connection without response|\bRemoteDisconnected\b/,
        closed,
        "('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
      ],
      [/\bBadStatusLine\b/, malformed, 'http.client.BadStatusLine: SSH-2.0-OpenSSH_9.2'],
      [
        /\bIncompleteRead\b|\bInvalidChunkLength\b/,
        bodyBroken,
        "urllib3.exceptions.ProtocolError: ('Connection broken: IncompleteRead(20 bytes read, 480 more expected)')",
      ],
      [
        /\brequests(?:\.exceptions)?\.ConnectTimeout\b|\bConnectTimeout(?:Error)?\(|Connection to [\w.-]{1,253} timed out\. \(connect timeout/,
        noConnection,
        'Connection to api.openai.com timed out. (connect timeout=10)',
      ],
      [
        /\brequests(?:\.exceptions)?\.ReadTimeout\b|\bReadTimeout(?:Error)?\(|\bRead timed out\b/i,
        silent,
        "HTTPSConnectionPool(host='api.openai.com', port=443): Read timed out. (read timeout=600)",
      ],
      [
        /\bTooManyRedirects\b/,
        redirected,
        'requests.exceptions.TooManyRedirects: Exceeded 30 redirects.',
      ],
      [
        /Failed to establish a new connection/,
        notOpened,
        'NewConnectionError: Failed to establish a new connection: [Errno 22] Invalid argument',
      ],
    ],
  ),
  ...from('aiohttp 3.13 aiohttp/client_exceptions.py', [
    [
      /\bServerDisconnectedError\b|\bServer disconnected$/,
      closed,
      'aiohttp.client_exceptions.ServerDisconnectedError: Server disconnected',
    ],
    [
      /\bClientPayloadError\b|payload is not completed/,
      bodyBroken,
      'aiohttp.client_exceptions.ClientPayloadError: Response payload is not completed',
    ],
    [
      /Cannot connect to host ([\w.-]{1,253}):(\d{1,5}) ssl:/,
      ([, name = '', digits]) => {
        const where = { host: name.toLowerCase(), port: Number(digits) }
        return [
          { kind: 'host', ...where },
          failure('tcp', undefined, { code: 'tcp.failed', ...where }),
        ]
      },
      'aiohttp.client_exceptions.ClientConnectorError: Cannot connect to host api.openai.com:443 ssl:default [None]',
    ],
    [
      /Connection timeout to host https?:/,
      noConnection,
      'aiohttp.client_exceptions.ConnectionTimeoutError: Connection timeout to host https://api.openai.com/v1/responses',
    ],
    [
      /Timeout on reading data from socket/,
      silent,
      'aiohttp.client_exceptions.SocketTimeoutError: Timeout on reading data from socket',
    ],
  ]),
  ...from('OpenJDK 24 java.net, java.net.http, sun.nio.ch', [
    [
      /\b[Cc]onnect timed out\b|\bHttpConnectTimeoutException\b/,
      noConnection,
      'java.net.SocketTimeoutException: Connect timed out',
    ],
    [
      /SocketTimeoutException: Read timed out|HttpTimeoutException: request timed out/,
      silent,
      'java.net.http.HttpTimeoutException: request timed out',
    ],
    [
      /UnknownHostException(?:: ([A-Za-z\d][\w.-]{0,253}))?/,
      ([, host]) =>
        failure(
          'dns',
          'ENOTFOUND',
          host?.includes('.') === true ? { host: host.toLowerCase() } : {},
        ),
      'java.net.UnknownHostException: gw.corp.example',
    ],
    [/\bUnresolvedAddressException\b/, unknownName, 'java.nio.channels.UnresolvedAddressException'],
    [/\bjava\.net\.ConnectException\b/, notOpened, 'java.net.ConnectException'],
    [
      /Unexpected end of file from server|HTTP\/1\.1 header parser received no bytes/,
      closed,
      'java.io.IOException: HTTP/1.1 header parser received no bytes',
    ],
    [
      /fixed content-length: \d{1,12}, bytes received: \d/,
      bodyBroken,
      'java.io.IOException: fixed content-length: 500, bytes received: 20',
    ],
    [
      /\bInvalid status line:/,
      malformed,
      'java.net.ProtocolException: Invalid status line: "SSH-2.0-OpenSSH_9.2"',
    ],
    [
      /too many concurrent streams|\bRST_STREAM: /,
      http2,
      'java.io.IOException: Received RST_STREAM: Internal error',
    ],
  ]),
  ...from('OkHttp 5.1 okhttp3/internal', [
    [
      /unexpected end of stream/,
      closed,
      'java.io.IOException: unexpected end of stream on https://api.openai.com/...',
    ],
    [/SocketTimeoutException: timeout\b/, silent, 'java.net.SocketTimeoutException: timeout'],
    [
      /\bStreamResetException: stream was reset\b|\bConnectionShutdownException\b/,
      http2,
      'okhttp3.internal.http2.StreamResetException: stream was reset: INTERNAL_ERROR',
    ],
  ]),
  ...from('Apache HttpClient 5.5, Netty 4.2 channel, Reactor Netty 1.2 http/client, Ktor 3.3', [
    [
      /\bConnectTimeoutException\b|\bConnectionPoolTimeoutException\b/,
      noConnection,
      'io.netty.channel.ConnectTimeoutException: connection timed out after 10000 ms: api.openai.com/192.0.2.1:443',
    ],
    [
      /\bReadTimeoutException\b|\bSocket timeout has expired\b/,
      silent,
      'io.netty.handler.timeout.ReadTimeoutException',
    ],
    [
      /\bNoHttpResponseException\b|\bConnectionClosedException\b/,
      closed,
      'org.apache.http.NoHttpResponseException: api.openai.com:443 failed to respond',
    ],
    [
      /\bPrematureCloseException\b/,
      closed,
      'reactor.netty.http.client.PrematureCloseException: Connection prematurely closed BEFORE response',
    ],
    [
      /\bHttpHostConnectException\b/,
      notOpened,
      'org.apache.http.conn.HttpHostConnectException: Connect to api.openai.com:443 failed',
    ],
    [
      /\bRequest timeout has expired\b/,
      overall,
      'io.ktor.client.plugins.HttpRequestTimeoutException: Request timeout has expired [url=https://api.openai.com/v1/responses, request_timeout=30000 ms]',
    ],
  ]),
  ...from('Go 1.25 net/http/transport.go, net/http/client.go, net/dnsclient_unix.go', [
    [/\bserver closed idle connection\b/, closed, 'http: server closed idle connection'],
    [
      /(?:Post|Get) "https?:\/\/[^"\s]{1,500}": (unexpected )?EOF/,
      ([, unexpected]) => (unexpected === undefined ? closed : bodyBroken),
      'Post "https://api.openai.com/v1/chat/completions": EOF',
    ],
    [
      /Client\.Timeout exceeded|timeout awaiting response headers/,
      silent,
      'context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ],
    [
      /Client\.Timeout or context cancellation while reading body/,
      bodySilent,
      'net/http: request canceled (Client.Timeout or context cancellation while reading body)',
    ],
    [
      /\bdial tcp \[?[\da-fA-F.:]{2,45}\]?:\d{1,5}: (?:i\/o timeout|connect: operation timed out)/,
      noConnection,
      'dial tcp 192.0.2.1:443: i/o timeout',
    ],
    [
      /\bdial tcp: i\/o timeout/,
      noConnection,
      'Post "https://api.openai.com/v1/responses": dial tcp: i/o timeout',
    ],
    [/\bno such host\b/i, unknownName, 'dial tcp: lookup gw.corp.example: no such host'],
    [
      /\bserver misbehaving\b/,
      failure('dns', 'ESERVFAIL'),
      'lookup gw.corp.example on 10.96.0.10:53: server misbehaving',
    ],
    [
      /\blookup [\w.-]{1,253}(?: on [^\s]{2,50})?: (?:read udp [^\s]{1,100}: )?(?:i\/o timeout|context deadline exceeded)|read udp [^:]{1,60}:\d{1,5}->[^:]{1,60}:53: i\/o timeout/,
      failure('dns', undefined, { code: 'dns.timed_out' }),
      'lookup gw.corp.example: i/o timeout',
    ],
    [
      /\bread tcp [^\n]{1,120}: i\/o timeout/,
      silent,
      'read tcp 10.0.0.2:51312->192.0.2.1:443: i/o timeout',
    ],
    [
      /\bmalformed HTTP (?:response|status code|version)\b/,
      malformed,
      'net/http: HTTP/1.x transport connection broken: malformed HTTP response "SSH-2.0-OpenSSH_9.2"',
    ],
    [
      /\bhttp2: (?:server sent GOAWAY|client connection lost|timeout awaiting|Transport received)|\bstream error: stream ID \d/,
      http2,
      'http2: server sent GOAWAY and closed the connection; LastStreamID=1999',
    ],
    [
      /stopped after 10 redirects/,
      redirected,
      'Get "https://api.openai.com/v1/models": stopped after 10 redirects',
    ],
  ]),
  ...from('.NET 9 System.Net.Http Resources/Strings.resx', [
    [
      /response ended prematurely/i,
      closed,
      'System.Net.Http.HttpIOException: The response ended prematurely. (ResponseEnded)',
    ],
    [
      /HttpClient\.Timeout of [\d.]{1,12} seconds elapsing/,
      { kind: 'wrapper', says: 'timeout', sdk: true },
      'The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.',
    ],
    [
      /server returned an invalid or unrecognized response/i,
      malformed,
      'The server returned an invalid or unrecognized response.',
    ],
    [
      /Error while copying content to a stream/,
      bodyBroken,
      'System.Net.Http.HttpRequestException: Error while copying content to a stream.',
    ],
    [
      /The remote name could not be resolved/,
      unknownName,
      "System.Net.WebException: The remote name could not be resolved: 'api.openai.com'",
    ],
    [
      /Unable to connect to the remote server/,
      notOpened,
      'Invoke-RestMethod : Unable to connect to the remote server',
    ],
    [
      /The underlying connection was closed/,
      closed,
      'System.Net.WebException: The underlying connection was closed: An unexpected error occurred on a receive.',
    ],
  ]),
  ...from('reqwest 0.12, hyper 1.7 src/error.rs, hyper-util 0.1', [
    [
      /dns error: failed to lookup address|\bdns error\b/,
      unknownName,
      'error trying to connect: dns error: failed to lookup address information',
    ],
    [
      /\btcp connect error\b|\berror trying to connect\b/,
      notOpened,
      'client error (Connect): tcp connect error: deadline has elapsed',
    ],
    [
      /\bconnection closed before message completed\b/,
      closed,
      'hyper::Error(IncompleteMessage): connection closed before message completed',
    ],
    [
      /\bend of file before message length reached\b|\brequest or response body error\b/,
      bodyBroken,
      'error reading a body from connection: end of file before message length reached',
    ],
    [
      /\binvalid HTTP version parsed\b|\bhyper::Error\(Parse\b/,
      malformed,
      'hyper::Error(Parse(Version))',
    ],
    [
      /\boperation timed out\b(?= *(?:$|["')\]}]))/,
      overall,
      'error sending request for url (https://api.openai.com/v1/responses): operation timed out',
    ],
  ]),
  ...from('Ruby 3.4 net/http, net/protocol; Faraday 2.14 lib/faraday/error.rb', [
    [
      /\bNet::OpenTimeout\b/,
      noConnection,
      'Net::OpenTimeout: Failed to open TCP connection to api.openai.com:443 (execution expired)',
    ],
    [
      /\bNet::(?:Read|Write)Timeout\b/,
      silent,
      'Net::ReadTimeout: Net::ReadTimeout with #<TCPSocket:(closed)>',
    ],
    [/end of file reached(?: \(EOFError\))?/, closed, 'EOFError: end of file reached'],
    [
      /\bwrong status line\b|\bNet::HTTPBadResponse\b/,
      malformed,
      'Net::HTTPBadResponse: wrong status line: "SSH-2.0-OpenSSH_9.2"',
    ],
    [
      /\bFaraday::ConnectionFailed\b/,
      { kind: 'wrapper', says: 'connection' },
      'Faraday::ConnectionFailed: execution expired',
    ],
    [/\bFaraday::TimeoutError\b/, overall, 'Faraday::TimeoutError: Net::ReadTimeout'],
    [
      /\bFaraday::SSLError\b/,
      failure('tls', undefined, { code: 'tls.failed' }),
      'Faraday::SSLError: SSL_connect',
    ],
  ]),
  ...from('libcurl 8.16 lib/connect.c, lib/strerror.c; curl.se/docs/manpage.html EXIT CODES', [
    [
      /\bcurl(?:: \(| error )(\d{1,3})\)?:? ?([^\n]{0,200})/i,
      curl,
      'curl: (6) Could not resolve host: gw.corp.example',
    ],
    [
      /Could(?:n't| not) resolve host(?! ?name of proxy)/i,
      unknownName,
      'Could not resolve host: gw.corp.example',
    ],
    [
      new RegExp(String.raw`Could not resolve: [\w.-]{1,253} \((${Object.keys(ARES).join('|')})\)`),
      ([, words = '']) => entryOf(ARES, words),
      'Could not resolve: gw.corp.example (Could not contact DNS servers)',
    ],
    [
      /Failed to connect to [\w./-]{1,300}(?: port \d{1,5})?(?: after \d{1,9} ms)?(?: via [\w.-]{1,253})?: (?:Could ?n[o']t connect to server|Connection refused)/i,
      refused,
      "Failed to connect to localhost port 8080 after 0 ms: Couldn't connect to server",
    ],
    [
      /Failed to connect to [\w./-]{1,300}(?: port \d{1,5})?(?: after \d{1,9} ms)?: (?:Connection )?[Tt]imed out/,
      noConnection,
      'Failed to connect to api.openai.com port 443 after 21066 ms: Timed out',
    ],
    [
      /Failed to connect to [\w.-]{1,253} port \d{1,5}$/,
      notOpened,
      'Failed to connect to gw.corp.example port 8443',
    ],
    [/\bEmpty reply from server\b/, closed, 'Empty reply from server'],
    [
      /transfer closed with (?:\d{1,12} bytes remaining|outstanding read data)/,
      bodyBroken,
      'transfer closed with 480 bytes remaining to read',
    ],
    [
      /^< HTTP\/[\d.]{1,3} (\d{3})/,
      ([, status]) => statusOrSuccess(Number(status)),
      '< HTTP/1.1 401 Unauthorized',
      'describes',
    ],
  ]),
  ...from('GNU Wget 1.25 src/host.c, src/connect.c; BusyBox 1.37 libbb/xconnect.c', [
    [
      /unable to resolve host address\b|\bwget: bad address '/,
      unknownName,
      'wget: unable to resolve host address ‘gw.corp.example’',
    ],
  ]),
  ...from('Symfony 7.3 HttpClient ErrorChunk.php, CurlResponse.php, CommonResponseTrait.php', [
    [
      /\bIdle timeout reached for "https?:/,
      silent,
      'Idle timeout reached for "https://api.openai.com/v1/responses".',
    ],
    [
      /\bMax duration was reached for "https?:/,
      overall,
      'Max duration was reached for "https://api.openai.com/v1/responses".',
    ],
    [
      /\bHTTP\/[\d.]{1,3} ([345]\d\d) [A-Za-z -]{0,40} ?returned for "/,
      ([, status]) => statusOrSuccess(Number(status)),
      'HTTP/2 401  returned for "https://api.openai.com/v1/responses".',
    ],
  ]),
  ...from('Reactor Core 3.7 BlockingSingleSubscriber.java, FluxTimeout.java', [
    [
      /\bTimeout on blocking read for \d{1,20} ?[A-Z]{2,12}|Did not observe any item or terminal signal within/,
      { ...overall, sdk: true },
      'java.lang.IllegalStateException: Timeout on blocking read for 5000000000 NANOSECONDS',
    ],
  ]),
  ...from('got 15 source/core/index.ts, ky 1', [
    [
      /\bContent-Length mismatch: expected \d{1,12} bytes/,
      bodyBroken,
      'ReadError: Content-Length mismatch: expected 500 bytes, received 20 bytes',
    ],
  ]),
  ...from('openai/codex 0.120 codex-rs/core/src/error.rs, codex-api/src/sse', [
    [
      /\bstream closed before response\.completed\b/,
      bodyBroken,
      'stream disconnected before completion: stream closed before response.completed',
    ],
    [
      /\bidle timeout waiting for (?:SSE|websocket)\b/,
      bodySilent,
      'stream disconnected before completion: idle timeout waiting for SSE',
    ],
    [
      /\bstream disconnected before completion\b/,
      { kind: 'wrapper', says: 'connection', sdk: true },
      'stream disconnected before completion: error sending request for url (https://api.openai.com/v1/responses)',
    ],
  ]),
  ...from('PHP 8.4 ext/standard/http_fopen_wrapper.c, main/streams', [
    [
      /\b[Ff]ailed to open stream: HTTP request failed!(?! HTTP\/)/,
      { kind: 'wrapper', says: 'connection', sdk: true },
      'fopen(https://192.0.2.1/v1/chat/completions): Failed to open stream: HTTP request failed!',
    ],
    [
      /failed to open stream: HTTP request failed! HTTP\/[\d.]{1,3} (\d{3})/i,
      ([, status]) => statusOrSuccess(Number(status)),
      'file_get_contents(): Failed to open stream: HTTP request failed! HTTP/1.1 401 Unauthorized',
    ],
    [
      /php_network_getaddresses: getaddrinfo/,
      unknownName,
      'php_network_getaddresses: getaddrinfo for api.openai.com failed: Name or service not known',
    ],
  ]),
  ...from('Chromium 142 net/base/net_error_list.h', [
    [
      new RegExp(String.raw`\b(?:net::)?ERR_(${Object.keys(CHROMIUM).join('|')})\b`),
      ([, name = '']) => entryOf(CHROMIUM, name),
      'POST https://api.openai.com/v1/chat/completions net::ERR_CONNECTION_REFUSED',
    ],
  ]),
  ...from('WebKit 26 and Firefox 144 fetch', [
    [
      /\bTypeError: Load failed\b|NetworkError when attempting to fetch resource/,
      { kind: 'wrapper', says: 'connection' },
      'TypeError: NetworkError when attempting to fetch resource.',
    ],
  ]),
  ...from('Bun 1.4 src/http.zig; Deno 2.9 ext/fetch', [
    [/\bThe operation timed out\b/, overall, 'TimeoutError: The operation timed out.'],
    [/\bConnectionRefused\b(?!Error)/, refused, 'code: "ConnectionRefused"'],
    [
      /\bConnectionClosed\b(?!Exception)|socket connection was closed unexpectedly/,
      closed,
      'error: The socket connection was closed unexpectedly.',
    ],
    [
      /\bFailedToOpenSocket\b|Was there a typo in the url or port\?/,
      notOpened,
      'error: Was there a typo in the url or port?',
    ],
  ]),
]

function curl([, code = '', rest = '']: RegExpExecArray): readonly Reading[] {
  const means =
    CURL_PHASES.find(([number, words]) => number.test(code) && words.test(rest))?.[2] ??
    entryOf(CURL_EXIT, code)
  const place =
    /(?:resolve host: |Failed to connect to )([A-Za-z\d][\w.-]{0,253})(?: port (\d{1,5}))?/.exec(
      rest,
    )
  const status = /returned error: (\d{3})/.exec(rest)?.[1]
  const readings: (Reading | undefined)[] = [
    means,
    place?.[1] === undefined
      ? undefined
      : {
          kind: 'host',
          host: place[1].toLowerCase(),
          ...(place[2] === undefined ? {} : { port: Number(place[2]) }),
        },
    status === undefined ? undefined : { kind: 'status', status: Number(status) },
  ]
  return readings.filter((one) => one !== undefined)
}

/** Only 3xx to 5xx are failures. */
export function statusOrSuccess(status: number): Reading | undefined {
  if (status >= 200 && status < 300) return { kind: 'success', status }
  return status >= 300 && status <= 599 ? { kind: 'status', status } : undefined
}
