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
/** So it is called whatever the resolver said: a reason behind it says more. */
const notResolved = failure('dns', undefined, { code: 'dns.name_not_resolved' })
const malformed = failure('http', undefined, { code: 'http.response.invalid' })
const redirected = failure('http', undefined, { code: 'http.redirected' })
const http2 = failure('http', 'ERR_HTTP2_STREAM_ERROR')
const TLS_FAILED = failure('tls', undefined, { code: 'tls.failed' })
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

/** HttpRequestError of .NET (System/Net/Http/HttpRequestError.cs). */
const NET_CATEGORIES: Readonly<Record<string, Reading>> = {
  NameResolutionError: notResolved,
  ConnectionError: notOpened,
  SecureConnectionError: TLS_FAILED,
  HttpProtocolError: http2,
  ProxyTunnelError: { kind: 'tunnel' },
  InvalidResponse: malformed,
  ResponseEnded: closed,
}

/**
 * Numbers of libcurl (include/curl/curl.h and the exit codes of curl), as far as a call of an API can
 * end in one and the number alone says enough; the others are of FTP, files and the program itself.
 */
const CURL_EXIT: Readonly<Record<string, Reading>> = {
  5: failure('dns', 'ENOTFOUND', { of: 'proxy' }),
  6: unknownName,
  7: notOpened,
  8: malformed,
  16: failure('http', 'ERR_HTTP2_ERROR'),
  18: bodyBroken,
  28: overall,
  35: TLS_FAILED,
  45: failure('tcp', 'EADDRNOTAVAIL'),
  47: redirected,
  51: failure('tls', 'ERR_TLS_CERT_ALTNAME_INVALID'),
  52: closed,
  53: TLS_FAILED,
  54: TLS_FAILED,
  55: failure('http', undefined, { code: 'http.reset' }),
  56: failure('http', undefined, { code: 'http.reset' }),
  58: failure('tls', undefined, { code: 'tls.bad_client_auth_cert' }),
  59: TLS_FAILED,
  60: failure('tls', undefined, { code: 'tls.cert.authority_invalid' }),
  61: malformed,
  64: TLS_FAILED,
  66: TLS_FAILED,
  80: TLS_FAILED,
  82: failure('tls', 'UNABLE_TO_GET_CRL'),
  83: failure('tls', undefined, { code: 'tls.cert.authority_invalid' }),
  90: failure('tls', undefined, { code: 'tls.cert.invalid' }),
  91: failure('tls', undefined, { code: 'tls.cert.invalid' }),
  92: http2,
  95: http2,
  96: notOpened,
  97: { kind: 'tunnel', code: 'proxy.error' },
  98: failure('tls', undefined, { code: 'tls.bad_client_auth_cert' }),
  101: TLS_FAILED,
}

/** The words of curl_easy_strerror for a number, which stand alone where a binding prints no number. */
const CURL_WORDS: Readonly<Record<string, number>> = {
  "Couldn't connect to server": 7,
  'Weird server reply': 8,
  'Error in the HTTP2 framing layer': 16,
  'Transferred a partial file': 18,
  'Timeout was reached': 28,
  'Number of redirects hit maximum amount': 47,
  'Server returned nothing (no headers, no data)': 52,
  'Failed sending data to the peer': 55,
  'Failure when receiving data from the peer': 56,
  'Problem with the local SSL certificate': 58,
  'Stream error in the HTTP/2 framing layer': 92,
  'QUIC connection error': 96,
  'proxy handshake error': 97,
  'SSL Client Certificate required': 98,
}

/** 7, 28, 35 and 56 mean several layers; the words behind them say which. */
const CURL_PHASES: readonly (readonly [code: RegExp, words: RegExp, means: Reading])[] = [
  [/28/, /^Resolving timed out/, failure('dns', undefined, { code: 'dns.timed_out' })],
  [/28/, /^(?:Connection (?:timed out|time-?out)|Failed to connect)/, noConnection],
  [/28/, /^SSL connection timeout/, failure('tls', undefined, { code: 'tls.timed_out' })],
  [/28/, /^Operation timed out after \d{1,9} milliseconds with 0 (?:out of 0 )?bytes/, overall],
  [/28/, /^Operation (?:timed out|too slow)/, bodySilent],
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
    [/\bsocket hang up\b/, closed],
    [
      /Parse Error: Expected HTTP\/|\bHTTPParserError\b|\bHPE_(?:INVALID|UNEXPECTED|HEADER|CR_EXPECTED|LF_EXPECTED|CLOSED|STRICT|USER|PAUSED)[A-Z_]{0,40}\b/,
      malformed,
    ],
    [/\bERR_HTTP2_(?:STREAM|SESSION)_ERROR\b|\bNGHTTP2_[A-Z_]{4,40}/, http2],
    [/\bERR_STREAM_PREMATURE_CLOSE\b|\bPremature close\b/i, bodyBroken],
    [/\bERR_SOCKET_CONNECTION_TIMEOUT\b/, noConnection],
  ]),
  ...from('undici 8.13 lib/core/errors.js, lib/web/fetch/index.js', [
    [/\bother side closed\b/, closed],
    [
      /\bUND_ERR_CONNECT_TIMEOUT\b|Connect Timeout Error/,
      failure('tcp', 'UND_ERR_CONNECT_TIMEOUT'),
    ],
    [
      /\bUND_ERR_HEADERS_TIMEOUT\b|Headers Timeout Error/,
      failure('http', 'UND_ERR_HEADERS_TIMEOUT'),
    ],
    [/\bUND_ERR_BODY_TIMEOUT\b|Body Timeout Error/, failure('http', 'UND_ERR_BODY_TIMEOUT')],
    [
      /\b(UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_SOCKET|UND_ERR_RES_EXCEEDED_MAX_SIZE)\b/,
      ([, errno = '']) => failure('http', errno),
    ],
    [/does not match the HTTP\/1\.1 protocol/, malformed],
    [/\bTypeError: terminated\b/, bodyBroken],
    [/\bredirect count exceeded\b/, redirected],
    [/\bUND_ERR_INFO\b/, http2],
  ]),
  ...from(
    'axios 1.12 lib/adapters/http.js; got 14 source/core/timed-out.ts; node-fetch 3 src/index.js; Guzzle 7.9 src/RedirectMiddleware.php',
    [
      [/\btimeout of \d{1,9}ms exceeded\b/, overall],
      [/\bstream has been aborted\b|\berror request aborted\b/, bodyBroken],
      [
        /Exceeded maximum (?:number of )?(?:allowed )?redirects|Will not follow more than \d{1,3} redirects/i,
        redirected,
      ],
      [
        /Timeout awaiting '(lookup|connect|secureConnect|response|request|send|socket)'/,
        ([, phase = '']) => entryOf(GOT_PHASES, phase),
      ],
      [/\bnetwork timeout at: https?:/, overall],
    ],
  ),
  ...from(
    'httpx 0.28 httpx/_exceptions.py, httpcore 1.0 httpcore/_exceptions.py, h11 0.16, anyio 4',
    [
      [/Server disconnected without sending a response/, closed],
      [/without sending complete message body|incomplete chunked read/, bodyBroken],
      [/\bAll connection attempts failed\b/, notOpened],
      [/\b(?:httpx2?|httpcore2?|anyio)\.ConnectTimeout\b/, noConnection],
      [/\b(?:httpx2?|httpcore2?)\.(?:Read|Write)Timeout\b|The read operation timed out/, silent],
      [/\b(?:httpx2?|httpcore2?)\.PoolTimeout\b/, overall],
      [/illegal status line/, malformed],
      // It wraps failures of the lookup and of the handshake as well.
      [
        /\b(?:httpx2?|httpcore2?)\.(?:ConnectError|NetworkError)\b/,
        { kind: 'wrapper', says: 'connection' },
      ],
      [
        /\b(?:httpx2?|httpcore2?)\.(?:ReadError|WriteError|CloseError)\b/,
        failure('http', undefined, { code: 'http.reset' }),
      ],
    ],
  ),
  ...from(
    'requests 2.32 src/requests/exceptions.py, urllib3 2.5 src/urllib3/exceptions.py, CPython http/client.py',
    [
      [/Remote end closed connection without response|\bRemoteDisconnected\b/, closed],
      [/\bBadStatusLine\b/, malformed],
      [/\bIncompleteRead\b|\bInvalidChunkLength\b/, bodyBroken],
      [
        /\brequests(?:\.exceptions)?\.ConnectTimeout\b|\bConnectTimeout(?:Error)?\(|Connection to [\w.-]{1,253} timed out\. \(connect timeout/,
        noConnection,
      ],
      [
        /\brequests(?:\.exceptions)?\.ReadTimeout\b|\bReadTimeout(?:Error)?\(|\bRead timed out\b/i,
        silent,
      ],
      [/\bTooManyRedirects\b/, redirected],
      [/Failed to establish a new connection/, notOpened],
    ],
  ),
  ...from('aiohttp 3.13 aiohttp/client_exceptions.py', [
    [/\bServerDisconnectedError\b|\bServer disconnected$/, closed],
    [/\bClientPayloadError\b|payload is not completed/, bodyBroken],
    [
      /Cannot connect to host ([\w.-]{1,253}):(\d{1,5}) ssl:/,
      ([, name = '', digits]) => {
        const where = { host: name.toLowerCase(), port: Number(digits) }
        return [
          { kind: 'host', ...where },
          failure('tcp', undefined, { code: 'tcp.failed', ...where }),
        ]
      },
    ],
    [/Connection timeout to host https?:/, noConnection],
    [/Timeout on reading data from socket/, silent],
  ]),
  ...from('OpenJDK 24 java.net, java.net.http, sun.nio.ch', [
    [/\b[Cc]onnect timed out\b|\bHttpConnectTimeoutException\b/, noConnection],
    [/SocketTimeoutException: Read timed out|HttpTimeoutException: request timed out/, silent],
    [
      /UnknownHostException(?:: ([A-Za-z\d][\w.-]{0,253})(?=$|[:;,)\]"']))?/,
      ([, host]) => ({
        ...notResolved,
        ...(host === undefined ? {} : { host: host.toLowerCase() }),
      }),
    ],
    [/\bUnresolvedAddressException\b/, unknownName],
    [/\bjava\.net\.ConnectException\b/, notOpened],
    [/Unexpected end of file from server|HTTP\/1\.1 header parser received no bytes/, closed],
    [/fixed content-length: \d{1,12}, bytes received: \d/, bodyBroken],
    [/\bInvalid status line:/, malformed],
    [/too many concurrent streams|\bRST_STREAM: |\bGOAWAY received\b/, http2],
  ]),
  ...from('OkHttp 5.1 okhttp3/internal', [
    [/unexpected end of stream/, closed],
    [/SocketTimeoutException: timeout\b/, silent],
    [/\bStreamResetException: stream was reset\b|\bConnectionShutdownException\b/, http2],
  ]),
  ...from('Apache HttpClient 5.5, Netty 4.2 channel, Reactor Netty 1.2 http/client, Ktor 3.3', [
    [/\bConnectTimeoutException\b|\bConnectionPoolTimeoutException\b/, noConnection],
    [/\bReadTimeoutException\b|\bSocket timeout has expired\b/, silent],
    [/\bNoHttpResponseException\b|\bConnectionClosedException\b/, closed],
    [/\bPrematureCloseException\b(?!: Connection prematurely closed DURING)/, closed],
    [/\bprematurely closed DURING response\b/, bodyBroken],
    [/\bHttpHostConnectException\b/, notOpened],
    [/\bRequest timeout has expired\b/, overall],
  ]),
  ...from('Go 1.25 net/http/transport.go, net/http/client.go, net/dnsclient_unix.go', [
    [/\bserver closed idle connection\b/, closed],
    [
      /(?:Post|Get) "https?:\/\/[^"\s]{1,500}": (unexpected )?EOF/,
      ([, unexpected]) => (unexpected === undefined ? closed : bodyBroken),
    ],
    [/Client\.Timeout exceeded|timeout awaiting response headers/, silent],
    [/Client\.Timeout or context cancellation while reading body/, bodySilent],
    [
      /\bdial tcp \[?[\da-fA-F.:]{2,45}\]?:\d{1,5}: (?:i\/o timeout|connect: operation timed out)/,
      noConnection,
    ],
    [/\bdial tcp: i\/o timeout/, noConnection],
    [/\bno such host\b/i, unknownName],
    [/\bserver misbehaving\b/, failure('dns', 'ESERVFAIL')],
    [
      /\blookup [\w.-]{1,253}(?: on [^\s]{2,50})?: (?:read udp [^\s]{1,100}: )?(?:i\/o timeout|context deadline exceeded)|read udp [^:]{1,60}:\d{1,5}->[^:]{1,60}:53: i\/o timeout/,
      failure('dns', undefined, { code: 'dns.timed_out' }),
    ],
    [/\bread tcp [^\n]{1,120}: i\/o timeout/, silent],
    [/\bmalformed HTTP (?:response|status code|version)\b/, malformed],
    [
      /\bhttp2: (?:server sent GOAWAY|client connection lost|timeout awaiting|Transport received)|\bstream error: stream ID \d/,
      http2,
    ],
    [/stopped after 10 redirects/, redirected],
  ]),
  ...from('.NET 9 System.Net.Http Resources/Strings.resx', [
    [/response ended prematurely/i, closed],
    [
      /HttpClient\.Timeout of [\d.]{1,12} seconds elapsing/,
      { kind: 'wrapper', says: 'timeout', sdk: true },
    ],
    [/server returned an invalid or unrecognized response/i, malformed],
    [
      new RegExp(
        String.raw`\bHttpRequestError ?[=:.] ?(${Object.keys(NET_CATEGORIES).join('|')})\b`,
      ),
      ([, name = '']) => entryOf(NET_CATEGORIES, name),
    ],
    [/Error while copying content to a stream/, bodyBroken],
    [/The remote name could not be resolved/, unknownName],
    [/Unable to connect to the remote server/, notOpened],
    [/The underlying connection was closed/, closed],
  ]),
  ...from('reqwest 0.12, hyper 1.7 src/error.rs, hyper-util 0.1', [
    [/\bdns error\b/, notResolved],
    [/\btcp connect error\b|\berror trying to connect\b/, notOpened],
    [/\bconnection closed before message completed\b/, closed],
    [
      /\bend of file before message length reached\b|\brequest or response body error\b(?!: operation timed out)/,
      bodyBroken,
    ],
    [/\brequest or response body error: operation timed out/, bodySilent],
    [/\binvalid HTTP version parsed\b|\bhyper::Error\(Parse\b/, malformed],
    [/\boperation timed out\b(?= *(?:$|["')\]}]))/, overall],
  ]),
  ...from('Ruby 3.4 net/http, net/protocol; Faraday 2.14 lib/faraday/error.rb', [
    [/\bNet::OpenTimeout\b/, noConnection],
    [/\bNet::(?:Read|Write)Timeout\b/, silent],
    [/end of file reached(?: \(EOFError\))?/, closed],
    [/\bwrong status line\b|\bNet::HTTPBadResponse\b/, malformed],
    [/\bFaraday::ConnectionFailed\b/, { kind: 'wrapper', says: 'connection' }],
    [/\bFaraday::TimeoutError\b/, overall],
    [/\bFaraday::SSLError\b/, TLS_FAILED],
  ]),
  ...from('libcurl 8.22-DEV 5c61e16 lib/cf-ip-happy.c, lib/strerror.c and 7.88 (run)', [
    [
      new RegExp(
        Object.keys(CURL_WORDS)
          .map((words) => words.replaceAll(/[()]/g, String.raw`\$&`))
          .join('|'),
      ),
      ([words]) => entryOf(CURL_EXIT, String(entryOf(CURL_WORDS, words))),
    ],
    [/\bcurl(?:: \(| error )(\d{1,3})\)?:? ?([^\n]{0,200})/i, curl],
    [/Could(?:n't| not) resolve host(?! ?name of proxy)/i, unknownName],
    [
      new RegExp(String.raw`Could not resolve: [\w.-]{1,253} \((${Object.keys(ARES).join('|')})\)`),
      ([, words = '']) => entryOf(ARES, words),
    ],
    [
      /Failed to connect to [\w./:-]{1,300}(?: (?:port|via|over proxy|after) [\w.:-]{1,260}){0,3}(?: ms)?(?: via [\w.-]{1,253})?: (?:Could ?n[o']t connect to server|Connection refused)/i,
      refused,
    ],
    [
      /Failed to connect to [\w./:-]{1,300}(?: (?:port|via|over proxy|after) [\w.:-]{1,260}){0,3}(?: ms)?: (?:Connection )?[Tt]imed out/,
      noConnection,
    ],
    [/Failed to connect to [\w.-]{1,253} port \d{1,5}$/, notOpened],
    [/\bEmpty reply from server\b/, closed],
    [/transfer closed with (?:\d{1,12} bytes remaining|outstanding read data)/, bodyBroken],
    [/^< HTTP\/[\d.]{1,3} (\d{3})/, ([, status]) => statusOrSuccess(Number(status)), 'describes'],
  ]),
  ...from('GNU Wget 1.25 src/host.c, src/connect.c; BusyBox 1.37 libbb/xconnect.c', [
    [/unable to resolve host address\b|\bwget: bad address '/, unknownName],
  ]),
  ...from('Symfony 7.3 HttpClient ErrorChunk.php, CurlResponse.php, CommonResponseTrait.php', [
    [/\bIdle timeout reached for "https?:/, silent],
    [/\bMax duration was reached for "https?:/, overall],
    [
      /\bHTTP\/[\d.]{1,3} ([345]\d\d) [A-Za-z -]{0,40} ?returned for "/,
      ([, status]) => statusOrSuccess(Number(status)),
    ],
  ]),
  ...from(
    'azure-sdk-for-java AzureSdkHandler.java, read 2026-11; @azure/core-rest-pipeline 1.24 (run); azure-core 0600e5f (Python)',
    [
      [/\bChannel (?:response|write operation) timed out after \d/, silent],
      [/\bError reading response as text: /, bodyBroken],
      [/\bReached maximum redirect attempts\b/, redirected],
    ],
  ),
  ...from(
    'langchain-openai _client_utils.py as logs of 2026 have it; Vercel AI SDK 6 provider-utils (run); reqwest 0.13 under async-openai 0.41',
    [
      [/\bNo streaming chunk received for \d/, bodySilent],
      [
        /\bAI_(?:APICall|Retry)Error\b[^\n]{0,90}\bFailed to process successful response\b/,
        bodyBroken,
      ],
      [
        /\bTransport error: error decoding response body\b|\bstream failed: Stream ended\b/,
        bodyBroken,
      ],
    ],
  ),
  ...from('Reactor Core 3.7 BlockingSingleSubscriber.java, FluxTimeout.java', [
    [
      /\bTimeout on blocking read for \d{1,20} ?[A-Z]{2,12}|Did not observe any item or terminal signal within/,
      { ...overall, sdk: true },
    ],
  ]),
  ...from('got 15 source/core/index.ts, ky 1', [
    [/\bContent-Length mismatch: expected \d{1,12} bytes/, bodyBroken],
  ]),
  ...from('openai/codex 0.120 codex-rs/core/src/error.rs, codex-api/src/sse', [
    [/\bstream closed before response\.completed\b/, bodyBroken],
    [/\bidle timeout waiting for (?:SSE|websocket)\b/, bodySilent],
    [
      /\bstream disconnected before completion\b/,
      { kind: 'wrapper', says: 'connection', sdk: true },
    ],
  ]),
  ...from('PHP 8.4 ext/standard/http_fopen_wrapper.c, main/streams', [
    [
      /\b[Ff]ailed to open stream: HTTP request failed!(?! HTTP\/)/,
      { kind: 'wrapper', says: 'connection', sdk: true },
    ],
    [
      /failed to open stream: HTTP request failed! HTTP\/[\d.]{1,3} (\d{3})/i,
      ([, status]) => statusOrSuccess(Number(status)),
    ],
    [/php_network_getaddresses: getaddrinfo/, unknownName],
  ]),
  ...from('Chromium 142 net/base/net_error_list.h', [
    [
      new RegExp(String.raw`\b(?:net::)?ERR_(${Object.keys(CHROMIUM).join('|')})\b`),
      ([, name = '']) => entryOf(CHROMIUM, name),
    ],
  ]),
  ...from('WebKit 26 and Firefox 144 fetch', [
    [
      /\bTypeError: Load failed\b|NetworkError when attempting to fetch resource/,
      { kind: 'wrapper', says: 'connection' },
    ],
  ]),
  ...from('Bun 1.4 src/http.zig; Deno 2.9 ext/fetch', [
    [/\bThe operation timed out\b/, overall],
    [/\bConnectionRefused\b(?!Error)/, refused],
    [/\bConnectionClosed\b(?!Exception)|socket connection was closed unexpectedly/, closed],
    [/\bFailedToOpenSocket\b|Was there a typo in the url or port\?/, notOpened],
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
