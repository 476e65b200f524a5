import { STRICT_RULES } from '../knowledge/strict-certificates.ts'
import { given, entryOf, type Code, type Failure, type Rung } from '../model/index.ts'

/** Where in the path an error was thrown: the same errno means different things on different rungs. */
export type Layer = 'dns' | 'tcp' | 'proxy' | 'tls' | 'http'

type Words = Partial<Record<Layer, Code>>

/** One reason, by its word on each of these layers. */
const reason = (word: string, ...layers: readonly Layer[]): Words =>
  Object.fromEntries(layers.map((layer) => [layer, `${layer}.${word}` as const]))
const tls = (word: Code, proxy: Code): Words => ({ tls: word, proxy })
const certificate = (word: Code): Words => tls(word, 'proxy.tls_certificate_error')

const REFUSED: Words = { tcp: 'tcp.refused', proxy: 'proxy.closed', tls: 'tls.reset' }
const RESET: Words = { dns: 'dns.failed', ...reason('reset', 'tcp', 'proxy', 'tls', 'http') }
const CLOSED = reason('closed', 'tcp', 'proxy', 'tls', 'http')
const TIMED_OUT = reason('timed_out', 'dns', 'tcp', 'proxy', 'tls', 'http')
const UNREACHABLE: Words = {
  dns: 'dns.unreachable',
  tcp: 'tcp.address_unreachable',
  ...reason('reset', 'tls', 'http'),
}
const CERTIFICATE = certificate('tls.cert.invalid')
const MALFORMED: Words = { http: 'http.response.invalid', proxy: 'proxy.response_invalid' }
const TLS_PROTOCOL = tls('tls.protocol.error', 'proxy.tls_protocol_error')
const TLS_VERSION = tls('tls.version_or_cipher_mismatch', 'proxy.tls_protocol_error')
const CLIENT_CERTIFICATE: Words = {
  ...tls('tls.bad_client_auth_cert', 'proxy.tls_protocol_error'),
  http: 'tls.bad_client_auth_cert',
}

/**
 * A row for each failure, with the errnos that say it: libuv, Node, undici, and the X.509 names of
 * Node's own list. An errno without a row stays `<layer>.failed` and is visible in the packet.
 */
const FAILURES: readonly (readonly [Words, errnos: string])[] = [
  [{ dns: 'dns.name_not_resolved' }, 'ENOTFOUND EAI_NONAME EAI_NODATA ENODATA'],
  [{ dns: 'dns.failed' }, 'EAI_AGAIN EAI_FAIL EAI_SERVICE EAI_SYSTEM ESERVFAIL EREFUSED'],
  [REFUSED, 'ECONNREFUSED'],
  [RESET, 'ECONNRESET EPIPE'],
  [{ tcp: 'tcp.aborted', ...reason('reset', 'tls', 'http', 'proxy') }, 'ECONNABORTED'],
  [TIMED_OUT, 'ETIMEDOUT ETIMEOUT UND_ERR_CONNECT_TIMEOUT'],
  [UNREACHABLE, 'EHOSTUNREACH ENETUNREACH EHOSTDOWN ENETDOWN'],
  [{ tcp: 'tcp.address_invalid' }, 'EADDRNOTAVAIL EAFNOSUPPORT EINVAL'],
  [{ tcp: 'tcp.failed' }, 'EPERM EACCES EMFILE'],
  [
    certificate('tls.cert.authority_invalid'),
    'DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY CERT_UNTRUSTED CERT_REJECTED INVALID_CA',
  ],
  [
    certificate('tls.cert.date_invalid'),
    'CERT_HAS_EXPIRED CERT_NOT_YET_VALID CRL_HAS_EXPIRED CRL_NOT_YET_VALID',
  ],
  [
    certificate('tls.cert.name_invalid'),
    'ERR_TLS_CERT_ALTNAME_INVALID ERR_TLS_CERT_ALTNAME_FORMAT HOSTNAME_MISMATCH',
  ],
  [certificate('tls.cert.revoked'), 'CERT_REVOKED'],
  // UNSPECIFIED is Node's word for everything outside its list: name constraints, weak keys, critical extensions.
  [
    CERTIFICATE,
    `${Object.keys(STRICT_RULES).join(' ')} CERT_SIGNATURE_FAILURE INVALID_PURPOSE PATH_LENGTH_EXCEEDED CERT_CHAIN_TOO_LONG UNABLE_TO_GET_CRL UNSPECIFIED ERR_SSL_EE_KEY_TOO_SMALL`,
  ],
  [TLS_PROTOCOL, 'EPROTO ERR_SSL_WRONG_VERSION_NUMBER'],
  [CLIENT_CERTIFICATE, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'],
  [
    TLS_VERSION,
    'ERR_SSL_UNSUPPORTED_PROTOCOL ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM ERR_SSL_DH_KEY_TOO_SMALL ERR_TLS_DH_PARAM_SIZE',
  ],
  [{ http: 'http.timed_out' }, 'UND_ERR_HEADERS_TIMEOUT'],
  [{ http: 'http.body_timed_out' }, 'UND_ERR_BODY_TIMEOUT'],
  [{ http: 'http.headers_overflow', proxy: 'proxy.response_invalid' }, 'UND_ERR_HEADERS_OVERFLOW'],
  [
    { http: 'http.body_incomplete' },
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH ERR_STREAM_PREMATURE_CLOSE Z_BUF_ERROR',
  ],
  [CLOSED, 'UND_ERR_SOCKET'],
  [MALFORMED, 'UND_ERR_INFO ERR_HTTP2_ERROR ERR_HTTP2_SESSION_ERROR Z_DATA_ERROR'],
  [{ http: 'http.reset' }, 'ERR_HTTP2_STREAM_ERROR'],
]
const ROWS: Readonly<Record<string, Words>> = Object.fromEntries(
  FAILURES.flatMap(([words, errnos]) => errnos.split(' ').map((errno) => [errno, words])),
)

/**
 * TLS alerts (RFC 8446 §6.2). OpenSSL 3.5 renamed the reason strings, the numbers stayed:
 * Node 24.21 says `SSL/TLS_ALERT_HANDSHAKE_FAILURE` where 3.0 said `SSLV3_ALERT_…`.
 */
const ALERTS: Readonly<Record<number, Words>> = {
  40: TLS_VERSION,
  42: CLIENT_CERTIFICATE,
  43: CLIENT_CERTIFICATE,
  44: CLIENT_CERTIFICATE,
  45: CLIENT_CERTIFICATE,
  46: CLIENT_CERTIFICATE,
  48: CLIENT_CERTIFICATE,
  70: TLS_VERSION,
  71: TLS_VERSION,
  112: tls('tls.unrecognized_name_alert', 'proxy.tls_protocol_error'),
  116: CLIENT_CERTIFICATE,
  120: TLS_VERSION,
}

const LAYER_FAILED: Readonly<Record<Layer, Code>> = {
  dns: 'dns.failed',
  tcp: 'tcp.failed',
  proxy: 'proxy.http_error',
  tls: 'tls.failed',
  http: 'http.failed',
}

/** The layer whose words fit a rung; everything above TLS is HTTP. */
export function layerOf(rung: Rung): Layer {
  return rung === 'dns' || rung === 'tcp' || rung === 'proxy' || rung === 'tls' ? rung : 'http'
}

/** What an attempt's clock says when it runs out on this layer. */
export function timedOut(layer: Layer): Failure {
  return { code: TIMED_OUT[layer] ?? LAYER_FAILED[layer], errno: 'TIMEOUT' }
}

/** Any thrown thing → a failure in our own words. Never throws; an unknown error stays visible. */
export function failureFrom(error: unknown, layer: Layer): Failure {
  const chain = flatten(error)
  const alert = chain.map(alertOf).find((number) => number !== undefined)
  const errnos = chain.map(errnoOf).filter((errno) => errno !== undefined)
  // Deepest first: wrappers come with their own, less telling codes.
  const known = errnos.toReversed().find((errno) => entryOf(ROWS, errno)?.[layer] !== undefined)
  const errno = known ?? errnos.at(-1)
  const byAlert = alert === undefined ? undefined : entryOf(ALERTS, alert)?.[layer]
  const byErrno = known === undefined ? undefined : rowOf(known, chain)?.[layer]
  const code = byAlert ?? byErrno ?? structural(chain, layer)
  return { code, ...given({ errno, alert, detail: detailOf(chain) }) }
}

/**
 * Node says ECONNRESET for an end before the handshake was over, too; only a reset that came from
 * the kernel names a system call.
 */
function rowOf(errno: string, chain: readonly object[]): Words | undefined {
  // undici ends the connection itself on an answer that it did not ask for (`100 Continue`), and
  // calls that UND_ERR_SOCKET, too: there is no code that tells it from an end by the peer.
  if (chain.some((link) => read(link, 'message') === 'bad response')) return MALFORMED
  const fromKernel = chain.some((link) => errnoOf(link) === errno && read(link, 'syscall'))
  return errno === 'ECONNRESET' && !fromKernel ? CLOSED : entryOf(ROWS, errno)
}

/** undici's HTTPParserError has no `code`, and OpenSSL has more reasons than a table should list. */
function structural(chain: readonly object[], layer: Layer): Code {
  const errnos = chain.map(errnoOf)
  if (errnos.some((errno) => errno?.startsWith('HPE_'))) {
    return MALFORMED[layer] ?? LAYER_FAILED[layer]
  }
  if (chain.some((link) => Object.hasOwn(link, 'data') && nameOf(link) === 'HTTPParserError')) {
    return MALFORMED[layer] ?? LAYER_FAILED[layer]
  }
  if (errnos.some((errno) => errno?.startsWith('ERR_SSL_'))) {
    return TLS_PROTOCOL[layer] ?? LAYER_FAILED[layer]
  }
  return LAYER_FAILED[layer]
}

/** No client wraps so deep, and a chain may be a circle of fresh objects. */
const MOST_LINKS = 24

/** The error, its causes and the errors of an AggregateError, outermost first. */
export function flatten(error: unknown): readonly object[] {
  const found: object[] = []
  const queue: unknown[] = [error]
  while (queue.length > 0 && found.length < MOST_LINKS) {
    const next = queue.shift()
    if (typeof next !== 'object' || next === null || found.includes(next)) continue
    found.push(next)
    const errors = read(next, 'errors')
    if (Array.isArray(errors)) queue.push(...errors.slice(0, MOST_LINKS))
    queue.push(read(next, 'cause'))
  }
  return found
}

export function errnoOf(link: object): string | undefined {
  const code = read(link, 'code')
  return typeof code === 'string' && /^[A-Z][\w/]{1,63}$/.test(code) ? code : undefined
}

function nameOf(link: object): string | undefined {
  const name = read(link, 'name')
  return typeof name === 'string' ? name : undefined
}

/** Name of the class, `Object` where there is none; never prose. */
export function classOf(link: object): string {
  const made = read(link, 'constructor')
  const name = typeof made === 'function' ? read(made, 'name') : undefined
  return typeof name === 'string' && /^\w{1,64}$/.test(name) ? name : 'Object'
}

/** OpenSSL appends `SSL alert number N`; it is the only place where Node gives the number. */
function alertOf(link: object): number | undefined {
  const message = read(link, 'message')
  const match = typeof message === 'string' ? /SSL alert number (\d{1,3})/.exec(message) : null
  return match?.[1] === undefined ? undefined : Number(match[1])
}

/**
 * Words of the library in this process, never of a peer: OpenSSL's reason, or X.509's where Node's
 * code is only UNSPECIFIED.
 */
function libraryWords(link: object): string | undefined {
  const told = errnoOf(link) === 'UNSPECIFIED' ? read(link, 'message') : read(link, 'reason')
  const wanted = typeof told === 'string' && /^[\w ()'.,/-]{1,80}$/.test(told)
  return wanted && (told === told.toLowerCase() || errnoOf(link) === 'UNSPECIFIED')
    ? told
    : undefined
}

/** The system call and address of a libuv error, or the library's reason; free text is never copied. */
function detailOf(chain: readonly object[]): string | undefined {
  const words = chain.map(libraryWords).find((one) => one !== undefined)
  if (words !== undefined) return words
  for (const link of chain.toReversed()) {
    const syscall = read(link, 'syscall')
    if (typeof syscall !== 'string' || !/^\w{1,32}$/.test(syscall)) continue
    const address = read(link, 'address')
    const port = read(link, 'port')
    const where = typeof address === 'string' && /^[\da-fA-F.:%\w]{1,64}$/.test(address)
    return where ? `${syscall} ${address}${typeof port === 'number' ? `:${port}` : ''}` : syscall
  }
  return undefined
}

/** Getters of foreign objects may throw; an unreadable property is an absent one. */
function read(link: object, key: string): unknown {
  try {
    return Reflect.get(link, key)
  } catch {
    return undefined
  }
}
