import { STRICT_RULES } from '../knowledge/strict-certificates.ts'
import { given, entryOf } from '../model/index.ts'
import type { Code, Failure, Rung } from '../model/index.ts'

/** Where in the path an error was thrown: the same errno means different things on different rungs. */
export type Layer = 'dns' | 'tcp' | 'proxy' | 'tls' | 'http'

type Words = Partial<Record<Layer, Code>>

const REFUSED: Words = { tcp: 'tcp.refused', proxy: 'proxy.closed', tls: 'tls.reset' }
const RESET: Words = {
  dns: 'dns.failed',
  tcp: 'tcp.reset',
  proxy: 'proxy.reset',
  tls: 'tls.reset',
  http: 'http.reset',
}
const CLOSED: Words = {
  tcp: 'tcp.closed',
  proxy: 'proxy.closed',
  tls: 'tls.closed',
  http: 'http.closed',
}
const TIMED_OUT: Words = {
  dns: 'dns.timed_out',
  tcp: 'tcp.timed_out',
  proxy: 'proxy.timed_out',
  tls: 'tls.timed_out',
  http: 'http.timed_out',
}
const UNREACHABLE: Words = {
  dns: 'dns.unreachable',
  tcp: 'tcp.address_unreachable',
  tls: 'tls.reset',
  http: 'http.reset',
}
const LOCAL: Words = { tcp: 'tcp.failed' }
const NAME: Words = { dns: 'dns.name_not_resolved' }
const RESOLVER: Words = { dns: 'dns.failed' }
const AUTHORITY: Words = { tls: 'tls.cert.authority_invalid', proxy: 'proxy.tls_certificate_error' }
const DATE: Words = { tls: 'tls.cert.date_invalid', proxy: 'proxy.tls_certificate_error' }
const CERTIFICATE: Words = { tls: 'tls.cert.invalid', proxy: 'proxy.tls_certificate_error' }
const MALFORMED: Words = { http: 'http.response.invalid', proxy: 'proxy.response_invalid' }
const TLS_PROTOCOL: Words = { tls: 'tls.protocol.error', proxy: 'proxy.tls_protocol_error' }
const TLS_VERSION: Words = {
  tls: 'tls.version_or_cipher_mismatch',
  proxy: 'proxy.tls_protocol_error',
}
const CLIENT_CERTIFICATE: Words = {
  tls: 'tls.bad_client_auth_cert',
  http: 'tls.bad_client_auth_cert',
  proxy: 'proxy.tls_protocol_error',
}

/**
 * One row for each errno: libuv, Node, undici, and the X.509 names of Node's own list.
 * An errno without a row stays `<layer>.failed` and is visible in the packet.
 */
const ROWS: Readonly<Record<string, Words>> = {
  ENOTFOUND: NAME,
  EAI_NONAME: NAME,
  EAI_NODATA: NAME,
  ENODATA: NAME,
  EAI_AGAIN: RESOLVER,
  EAI_FAIL: RESOLVER,
  EAI_SERVICE: RESOLVER,
  EAI_SYSTEM: RESOLVER,
  ESERVFAIL: RESOLVER,
  EREFUSED: RESOLVER,
  ECONNREFUSED: REFUSED,
  ECONNRESET: RESET,
  EPIPE: RESET,
  ECONNABORTED: { tcp: 'tcp.aborted', tls: 'tls.reset', http: 'http.reset', proxy: 'proxy.reset' },
  ETIMEDOUT: TIMED_OUT,
  ETIMEOUT: TIMED_OUT,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EHOSTDOWN: UNREACHABLE,
  ENETDOWN: UNREACHABLE,
  EADDRNOTAVAIL: { tcp: 'tcp.address_invalid' },
  EAFNOSUPPORT: { tcp: 'tcp.address_invalid' },
  EINVAL: { tcp: 'tcp.address_invalid' },
  EPERM: LOCAL,
  EACCES: LOCAL,
  EMFILE: LOCAL,
  EPROTO: TLS_PROTOCOL,

  ...Object.fromEntries(Object.keys(STRICT_RULES).map((errno) => [errno, CERTIFICATE])),
  DEPTH_ZERO_SELF_SIGNED_CERT: AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: AUTHORITY,
  CERT_UNTRUSTED: AUTHORITY,
  CERT_REJECTED: AUTHORITY,
  INVALID_CA: AUTHORITY,
  CERT_HAS_EXPIRED: DATE,
  CERT_NOT_YET_VALID: DATE,
  CRL_HAS_EXPIRED: DATE,
  CRL_NOT_YET_VALID: DATE,
  ERR_TLS_CERT_ALTNAME_INVALID: {
    tls: 'tls.cert.name_invalid',
    proxy: 'proxy.tls_certificate_error',
  },
  ERR_TLS_CERT_ALTNAME_FORMAT: {
    tls: 'tls.cert.name_invalid',
    proxy: 'proxy.tls_certificate_error',
  },
  HOSTNAME_MISMATCH: { tls: 'tls.cert.name_invalid', proxy: 'proxy.tls_certificate_error' },
  CERT_REVOKED: { tls: 'tls.cert.revoked', proxy: 'proxy.tls_certificate_error' },
  CERT_SIGNATURE_FAILURE: CERTIFICATE,
  INVALID_PURPOSE: CERTIFICATE,
  PATH_LENGTH_EXCEEDED: CERTIFICATE,
  CERT_CHAIN_TOO_LONG: CERTIFICATE,
  UNABLE_TO_GET_CRL: CERTIFICATE,
  /** Node's word for everything outside its list: name constraints, weak keys, critical extensions. */
  UNSPECIFIED: CERTIFICATE,

  ERR_SSL_WRONG_VERSION_NUMBER: TLS_PROTOCOL,
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: CLIENT_CERTIFICATE,
  ERR_SSL_UNSUPPORTED_PROTOCOL: TLS_VERSION,
  ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM: TLS_VERSION,
  ERR_SSL_DH_KEY_TOO_SMALL: TLS_VERSION,
  ERR_SSL_EE_KEY_TOO_SMALL: CERTIFICATE,
  ERR_TLS_DH_PARAM_SIZE: TLS_VERSION,

  UND_ERR_CONNECT_TIMEOUT: TIMED_OUT,
  UND_ERR_HEADERS_TIMEOUT: { http: 'http.timed_out' },
  UND_ERR_BODY_TIMEOUT: { http: 'http.body_timed_out' },
  UND_ERR_HEADERS_OVERFLOW: { http: 'http.headers_overflow', proxy: 'proxy.response_invalid' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { http: 'http.body_incomplete' },
  UND_ERR_SOCKET: CLOSED,
  UND_ERR_INFO: MALFORMED,
  ERR_HTTP2_ERROR: MALFORMED,
  ERR_HTTP2_SESSION_ERROR: MALFORMED,
  ERR_HTTP2_STREAM_ERROR: { http: 'http.reset' },
  ERR_STREAM_PREMATURE_CLOSE: { http: 'http.body_incomplete' },
  Z_DATA_ERROR: MALFORMED,
  Z_BUF_ERROR: { http: 'http.body_incomplete' },
}

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
  112: { tls: 'tls.unrecognized_name_alert', proxy: 'proxy.tls_protocol_error' },
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
  const detail = detailOf(chain)
  return {
    code,
    ...given({ errno, alert, detail }),
  }
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
