import { entryOf } from '../../model/index.ts'
import { failure, says, tells, type Signature } from './signature.ts'

const closed = failure('http', undefined, { code: 'http.closed' })
const bodyBroken = failure('http', undefined, { code: 'http.body_incomplete' })
const silent = failure('http', undefined, { code: 'http.timed_out' })
const noConnection = failure('tcp', 'ETIMEDOUT')
const malformed = failure('http', undefined, { code: 'http.response.invalid' })

/** What happens between the handshake and the end of the body, client by client. */
export const TRANSPORT: readonly Signature[] = [
  // Node: net, http, undici, node-fetch, axios, got
  says('socket hang up', /\bsocket hang up\b/, closed),
  says('other side closed', /\bother side closed\b/, closed),
  says(
    ['und_err_connect_timeout', 'connect timeout error', 'err_socket_connection_timeout'],
    /\bUND_ERR_CONNECT_TIMEOUT\b|Connect Timeout Error|ERR_SOCKET_CONNECTION_TIMEOUT/,
    failure('tcp', 'UND_ERR_CONNECT_TIMEOUT'),
  ),
  tells(
    'attempted address',
    /attempted address(?:es)?: ([\w.-]{1,253}):(\d{1,5})/,
    ([, host = '', port]) => ({ kind: 'host', host, port: Number(port) }),
  ),
  says(
    ['und_err_headers_timeout', 'headers timeout error'],
    /\bUND_ERR_HEADERS_TIMEOUT\b|Headers Timeout Error/,
    failure('http', 'UND_ERR_HEADERS_TIMEOUT'),
  ),
  says(
    ['und_err_body_timeout', 'body timeout error'],
    /\bUND_ERR_BODY_TIMEOUT\b|Body Timeout Error/,
    failure('http', 'UND_ERR_BODY_TIMEOUT'),
  ),
  says(
    'und_err_headers_overflow',
    /\bUND_ERR_HEADERS_OVERFLOW\b/,
    failure('http', 'UND_ERR_HEADERS_OVERFLOW'),
  ),
  says(
    'und_err_res_content_length_mismatch',
    /\bUND_ERR_RES_CONTENT_LENGTH_MISMATCH\b/,
    failure('http', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'),
  ),
  says(
    [
      'does not match the http/1.1 protocol',
      'httpparsererror',
      'hpe_invalid',
      'hpe_unexpected',
      'hpe_header',
      'hpe_cr_expected',
      'hpe_closed',
      'parse error: expected http/',
    ],
    /Parse Error: Expected HTTP\/|does not match the HTTP\/1\.1 protocol|\bHTTPParserError\b|\bHPE_[A-Z_]{5,40}\b/,
    malformed,
  ),
  says(
    ['premature close', 'err_stream_premature_close'],
    /\bPremature close\b|ERR_STREAM_PREMATURE_CLOSE/i,
    bodyBroken,
  ),
  says(
    ['terminated', 'stream has been aborted', 'request aborted'],
    /\bTypeError: terminated\b|\bstream has been aborted\b|\berror request aborted\b/,
    bodyBroken,
  ),
  says(
    'redirect count exceeded',
    /\bredirect count exceeded\b/,
    failure('http', undefined, { code: 'http.redirected' }),
  ),
  // axios' timer covers everything from the lookup to the end of the body
  says('timeout of ', /\btimeout of \d{1,9}ms exceeded\b/, { kind: 'wrapper', says: 'timeout' }),
  tells(
    "timeout awaiting '",
    /Timeout awaiting '(lookup|connect|secureConnect|response|request|send|socket)'/,
    ([, phase = '']) => entryOf(GOT_PHASES, phase),
  ),
  says(
    ['err_http2_', 'und_err_info'],
    /\bERR_HTTP2_(?:STREAM|SESSION)_ERROR\b|NGHTTP2_[A-Z_]{4,40}/,
    failure('http', 'ERR_HTTP2_STREAM_ERROR'),
  ),
  says(
    'exceeded maximum allowed redirects',
    /Exceeded maximum allowed redirects|TooManyRedirects/,
    failure('http', undefined, { code: 'http.redirected' }),
  ),

  // Python: httpx, httpcore, h11, requests, urllib3, aiohttp
  says(
    [
      'server disconnected without sending',
      'remote end closed connection without',
      'serverdisconnectederror',
      'badstatusline',
      'remotedisconnected',
    ],
    /Server disconnected without sending a response|Remote end closed connection without response|\bServerDisconnectedError\b|Server disconnected$/,
    closed,
  ),
  says(
    [
      'without sending complete message body',
      'incompleteread',
      'incomplete chunked read',
      'invalidchunklength',
      'clientpayloaderror',
      'payload is not completed',
      'connection broken',
    ],
    /without sending complete message body|\bIncompleteRead\b|incomplete chunked read|InvalidChunkLength|ClientPayloadError|payload is not completed/,
    bodyBroken,
  ),
  says(
    ['all connection attempts failed'],
    /\bAll connection attempts failed\b/,
    failure('tcp', undefined, { code: 'tcp.failed' }),
  ),
  says(
    ['connecttimeout', 'connection to '],
    /\b(?:httpx2?|httpcore2?|requests(?:\.exceptions)?|anyio)\.ConnectTimeout\b|\bConnectTimeout(?:Error)?\(|Connection to [\w.-]{1,253} timed out\. \(connect timeout/,
    noConnection,
  ),
  says(
    ['readtimeout', 'read timed out', 'writetimeout', 'the read operation timed out'],
    /\b(?:httpx2?|httpcore2?|requests(?:\.exceptions)?)\.(?:Read|Write)Timeout\b|\bReadTimeout(?:Error)?\(|\bRead timed out\b|The read operation timed out/i,
    silent,
  ),
  tells(
    ['cannot connect to host'],
    /Cannot connect to host ([\w.-]{1,253}):(\d{1,5}) ssl:/,
    ([, host = '', port]) => [
      { kind: 'host', host: host.toLowerCase(), port: Number(port) },
      failure('tcp', undefined, {
        code: 'tcp.failed',
        host: host.toLowerCase(),
        port: Number(port),
      }),
    ],
  ),
  says('illegal status line', /illegal status line/, malformed),

  // Java, Go, .NET, Ruby, Rust, curl
  says(
    [
      'connect timed out',
      'connecttimeoutexception',
      'httpconnecttimeoutexception',
      'net::opentimeout',
    ],
    /\b[Cc]onnect timed out\b|ConnectTimeoutException|Net::OpenTimeout/,
    noConnection,
  ),
  says(
    [
      'read timed out',
      'net::readtimeout',
      'readtimeoutexception',
      'sockettimeoutexception: timeout',
      'httptimeoutexception',
    ],
    /Net::ReadTimeout|ReadTimeoutException|SocketTimeoutException: (?:timeout|Read timed out)|HttpTimeoutException: request timed out/,
    silent,
  ),
  says(
    [
      'unexpected end of stream',
      'response ended prematurely',
      'end of file reached',
      'server closed idle connection',
    ],
    /unexpected end of stream on|response ended prematurely|end of file reached \(EOFError\)|server closed idle connection/,
    closed,
  ),
  tells(
    ['post "https://', 'get "https://', 'post "http://', 'unexpected eof'],
    /(?:Post|Get) "https?:\/\/[^"\s]{1,500}": (unexpected )?EOF/,
    ([, unexpected]) => (unexpected === undefined ? closed : bodyBroken),
  ),
  says(
    ['client.timeout exceeded', 'timeout awaiting response headers'],
    /Client\.Timeout exceeded|timeout awaiting response headers/,
    silent,
  ),
  says(
    ['exceeded while reading body'],
    /Client\.Timeout or context cancellation while reading body/,
    failure('http', undefined, { code: 'http.body_timed_out' }),
  ),
  says(
    'dial tcp',
    /\bdial tcp \[?[\da-fA-F.:]{2,45}\]?:\d{1,5}: (?:i\/o timeout|connect: operation timed out)/,
    noConnection,
  ),
  says(['no such host'], /\bno such host\b/i, failure('dns', 'ENOTFOUND')),
  says(['server misbehaving'], /\bserver misbehaving\b/, failure('dns', 'ESERVFAIL')),
  tells(
    ['dial tcp: lookup', ': lookup '],
    /\blookup ([A-Za-z\d][\w.-]{0,253})(?: on [\da-fA-F.:[\]]{2,50})?: /,
    ([, host = '']) => ({ kind: 'host', host: host.toLowerCase() }),
  ),
  says(
    ['i/o timeout', 'context deadline exceeded'],
    /\blookup [\w.-]{1,253}(?: on [^\s]{2,50})?: (?:read udp [^\s]{1,100}: )?(?:i\/o timeout|context deadline exceeded)|read udp [^:]{1,60}:\d{1,5}->[^:]{1,60}:53: i\/o timeout/,
    failure('dns', undefined, { code: 'dns.timed_out' }),
  ),
  tells(
    'unknownhostexception',
    /UnknownHostException(?:: ([A-Za-z\d][\w.-]{0,253}))?/,
    ([, host]) =>
      failure(
        'dns',
        'ENOTFOUND',
        host === undefined || !host.includes('.') ? {} : { host: host.toLowerCase() },
      ),
  ),
  says(['httpclient.timeout of'], /HttpClient\.Timeout of [\d.]{1,12} seconds elapsing/, {
    kind: 'wrapper',
    says: 'timeout',
    sdk: true,
  }),
  says(
    ['dns error: failed to lookup'],
    /dns error: failed to lookup address/,
    failure('dns', 'ENOTFOUND'),
  ),
  says(
    'failed to connect to',
    /Failed to connect to [\w./-]{1,300}(?: port \d{1,5})?(?: after \d{1,9} ms)?: (?:Could ?n[o']t connect to server|Connection refused)/,
    failure('tcp', 'ECONNREFUSED'),
  ),
  says(
    'failed to connect to',
    /Failed to connect to [\w./-]{1,300}(?: port \d{1,5})?(?: after \d{1,9} ms)?: (?:Connection )?[Tt]imed out/,
    noConnection,
  ),
  says(
    'failed to connect to',
    /Failed to connect to [\w.-]{1,253} port \d{1,5}$/,
    failure('tcp', undefined, { code: 'tcp.failed' }),
  ),
]

const GOT_PHASES: Readonly<Record<string, ReturnType<Signature['read']>>> = {
  lookup: failure('dns', undefined, { code: 'dns.timed_out' }),
  connect: noConnection,
  secureConnect: failure('tls', undefined, { code: 'tls.timed_out' }),
  response: silent,
  request: { kind: 'wrapper', says: 'timeout' },
  send: silent,
  socket: silent,
}
