import { STRICT_RULES } from '../../knowledge/strict-certificates.ts'
import { failure, says, tells, type Signature } from './signature.ts'

/** Node's names of X.509 verification results (src/crypto/crypto_common.cc). */
const X509 =
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_VERIFY_LEAF_SIGNATURE DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN CERT_HAS_EXPIRED CERT_NOT_YET_VALID CERT_REVOKED CERT_UNTRUSTED CERT_REJECTED CERT_SIGNATURE_FAILURE INVALID_CA INVALID_PURPOSE PATH_LENGTH_EXCEEDED CERT_CHAIN_TOO_LONG HOSTNAME_MISMATCH UNABLE_TO_GET_CRL CRL_HAS_EXPIRED CRL_NOT_YET_VALID ERR_TLS_CERT_ALTNAME_INVALID ERR_TLS_CERT_ALTNAME_FORMAT'.split(
    ' ',
  )

const AUTHORITY = failure('tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY')

/**
 * TLS as OpenSSL, Node, Python's ssl, Java, Go, rustls, Schannel and Secure Transport word it.
 * OpenSSL 3.5 writes `ssl/tls alert …` where 3.0 wrote `sslv3 alert …`; the numbers stayed.
 */
export const OPENSSL: readonly Signature[] = [
  tells(
    X509.map((name) => name.toLowerCase()),
    new RegExp(String.raw`\b(${X509.join('|')})\b`),
    ([, errno = '']) => failure('tls', errno),
  ),
  tells('err_ssl_', /\bERR_SSL_([A-Z\d_/]{3,60})/, ([, reason = '']) => byReason(reason)),
  // Python: [SSL: REASON] text
  tells('(_ssl.c:', /\[SSL: ([A-Z\d_/]{3,60})\]/, ([, reason = '']) =>
    reason === 'CERTIFICATE_VERIFY_FAILED' ? undefined : byReason(reason),
  ),
  says(
    'sslerror: [ssl] ',
    /\[SSL\] [a-z]/,
    failure('tls', undefined, { code: 'tls.protocol.error' }),
  ),
  // OpenSSL's own line: error:0A000086:SSL routines::certificate verify failed
  tells(
    'ssl routines',
    /\berror:[\dA-F]{8}:SSL routines:[\w ]{0,60}:([a-z\d /_-]{3,60})/i,
    ([, reason = '']) => byReason(reason.trim().replaceAll(' ', '_').toUpperCase()),
  ),
  tells('alert number', /SSL alert number (\d{1,3})/, ([, alert = '']) =>
    failure('tls', undefined, { alert: Number(alert) }),
  ),

  // Why verification failed: OpenSSL's X509_verify_cert_error_string
  says(
    ['unable to get local issuer certificate', 'unable to get issuer certificate'],
    /unable to get (?:local )?issuer certificate/i,
    AUTHORITY,
  ),
  says(
    ['self-signed certificate', 'self signed certificate'],
    /self[- ]signed certificate in certificate chain/i,
    failure('tls', 'SELF_SIGNED_CERT_IN_CHAIN'),
  ),
  says(
    ['self-signed certificate', 'self signed certificate'],
    /self[- ]signed certificate(?! in certificate chain)/i,
    failure('tls', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
  ),
  says(
    'unable to verify the first certificate',
    /unable to verify the first certificate/i,
    failure('tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
  ),
  says(
    [
      'certificate has expired',
      'certificate is expired',
      'certificateexpired',
      'invalid peer certificate: expired',
      'nottimevalid',
    ],
    /certificate (?:has|is) expired|CertificateExpiredException|invalid peer certificate: Expired|NotTimeValid/i,
    failure('tls', 'CERT_HAS_EXPIRED'),
  ),
  says(
    ['certificate is not yet valid', 'certificatenotyetvalid', 'notvalidyet'],
    /certificate is not yet valid|CertificateNotYetValid|NotValidYet/i,
    failure('tls', 'CERT_NOT_YET_VALID'),
  ),
  says(
    [
      'hostname mismatch',
      "doesn't match",
      'does not match certificate',
      'ip address mismatch',
      'no subject alternative',
      'not verified',
      'certificate is valid for',
      'remotecertificatenamemismatch',
      'notvalidforname',
      'does not match target host',
      'hostname/ip does not match',
      'no alternative certificate subject name',
    ],
    /Hostname mismatch|IP address mismatch, certificate|hostname '[\w.-]{1,253}' doesn't match|does not match certificate's altnames|No subject alternative (?:DNS )?names?|Hostname [\w.-]{1,253} not verified|x509: certificate is valid for |RemoteCertificateNameMismatch|NotValidForName|does not match target host|no alternative certificate subject name/i,
    failure('tls', 'ERR_TLS_CERT_ALTNAME_INVALID'),
  ),
  says(
    [
      'pkix path building failed',
      'unable to find valid certification path',
      'trustanchors',
      'trust anchor for certification path',
    ],
    /PKIX path building failed|unable to find valid certification path|Trust anchor for certification path not found/i,
    AUTHORITY,
  ),
  says(
    ['the trustanchors parameter must be non-empty'],
    /trustAnchors parameter must be non-empty/i,
    AUTHORITY,
  ),
  says(
    [
      'signed by unknown authority',
      'unknownissuer',
      'unknown issuer',
      'partialchain',
      'untrustedroot',
      'not trusted by the trust provider',
      'unknown certificate authority',
      'unable to get local issuer',
      'establish trust relationship',
    ],
    /Could not establish trust relationship|x509: certificate signed by unknown authority|UnknownIssuer|\bunknown issuer\b|\b(?:PartialChain|UntrustedRoot)\b|not trusted by the trust provider|certificate authority is unknown/i,
    AUTHORITY,
  ),
  says(
    ['certificate has expired or is not yet valid'],
    /x509: certificate has expired or is not yet valid/i,
    failure('tls', 'CERT_HAS_EXPIRED'),
  ),
  ...Object.entries(STRICT_RULES).map(([errno, { says: words }]) =>
    says([words.toLowerCase()], new RegExp(`verify failed: ${words}`, 'i'), failure('tls', errno)),
  ),
  says(
    [
      'remotecertificatechainerrors',
      'remote certificate is invalid',
      'remote certificate was rejected',
    ],
    /RemoteCertificateChainErrors|remote certificate is invalid|remote certificate was rejected/i,
    failure('tls', undefined, { code: 'tls.cert.invalid' }),
  ),
  says(
    [
      'certificate_verify_failed',
      'certificate verify failed',
      'ssl peer certificate or ssh remote key',
      'ssl certificate problem',
      'failed to verify certificate',
      'invalid peer certificate',
    ],
    /CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSL peer certificate or SSH remote key|SSL certificate problem|failed to verify certificate|invalid peer certificate/i,
    failure('tls', undefined, { code: 'tls.cert.invalid' }),
  ),

  // The handshake itself
  says(
    [
      'wrong version number',
      'first record does not look like',
      'unsupported or unrecognized ssl message',
      'cannot determine the frame size',
      'http response to https client',
      'invalidcontenttype',
      'received corrupt message of type',
    ],
    /wrong version number|first record does not look like a TLS handshake|Unsupported or unrecognized SSL message|Cannot determine the frame size|gave HTTP response to HTTPS client|received corrupt message of type/i,
    failure('tls', 'ERR_SSL_WRONG_VERSION_NUMBER'),
  ),
  says(
    [
      'handshake_failure',
      'handshake failure',
      'no common',
      'no cipher',
      'protocol_version',
      'protocol version',
      'unsupported protocol',
      'insufficient_security',
      'no shared cipher',
      'client and server do not possess a common algorithm',
      'peer is incompatible',
      'tls_error_protocol',
    ],
    /Received fatal alert: (?:handshake_failure|protocol_version|insufficient_security)|tls: (?:handshake failure|protocol version not supported|no cipher suite)|alert: '?(?:HandshakeFailure|ProtocolVersion)|sslv3 alert handshake failure|tlsv1 alert protocol version|do not possess a common algorithm|no shared cipher|peer is incompatible/i,
    failure('tls', 'ERR_SSL_UNSUPPORTED_PROTOCOL'),
  ),
  says(
    ['certificate_required', 'certificate required', 'bad_certificate'],
    /Received fatal alert: (?:bad_certificate|certificate_required)|tls: (?:bad certificate|certificate required)|alert certificate required/i,
    failure('tls', undefined, { code: 'tls.bad_client_auth_cert', alert: 116 }),
  ),
  says(
    ['unrecognized_name', 'unrecognized name'],
    /unrecognized[_ ]name/i,
    failure('tls', undefined, { alert: 112 }),
  ),
  says(
    [
      'before secure tls connection',
      'eof occurred in violation of protocol',
      'unexpected_eof_while_reading',
      'remote host terminated the handshake',
      'ssleoferror',
      'ssl_error_syscall',
      'ssl peer shut down incorrectly',
      'unexpected eof or 0 bytes from the transport',
      'unexpected eof while reading',
      'tls handshake eof',
      'remote host closed connection during handshake',
      'sslzeroreturnerror',
    ],
    /before secure TLS connection was established|EOF occurred in violation of protocol|UNEXPECTED_EOF_WHILE_READING|(?:terminated the|closed connection during) handshake|SSLEOFError|SSL_ERROR_SYSCALL|SSL peer shut down incorrectly|EOF or 0 bytes from the transport|unexpected eof while reading|tls handshake eof|SSLZeroReturnError/i,
    failure('tls', undefined, { code: 'tls.closed' }),
  ),
  says(
    [
      'handshake operation timed out',
      'tls handshake timeout',
      'handshake timed out',
      'ssl connection timeout',
      'err_tls_handshake_timeout',
      'ssl handshake timed out',
    ],
    /handshake operation timed out|TLS handshake timeout|handshake timed out|SSL connection time-?out|ERR_TLS_HANDSHAKE_TIMEOUT/i,
    failure('tls', undefined, { code: 'tls.timed_out' }),
  ),
  says(
    [
      'ssl connection could not be established',
      'sslhandshakeexception',
      'sslerror(',
      'ssl_connect returned',
      'schannel',
      'create ssl/tls secure channel',
    ],
    /Could not create SSL\/TLS secure channel|SSL connection could not be established|SSLHandshakeException|SSL_connect returned=\d|schannel: (?:failed|next)/i,
    failure('tls', undefined, { code: 'tls.failed' }),
  ),
]

/** Alert numbers by OpenSSL reason (RFC 8446 §6.2), where the word alone says which. */
const ALERT_BY_WORD: readonly (readonly [RegExp, number])[] = [
  [/HANDSHAKE_FAILURE/, 40],
  [/ALERT_BAD_CERTIFICATE$/, 42],
  [/UNKNOWN_CA/, 48],
  [/PROTOCOL_VERSION/, 70],
  [/INSUFFICIENT_SECURITY/, 71],
  [/UNRECOGNIZED_NAME/, 112],
  [/CERTIFICATE_REQUIRED/, 116],
  [/NO_APPLICATION_PROTOCOL/, 120],
]

function byReason(reason: string): ReturnType<Signature['read']> {
  if (/UNEXPECTED_EOF|^SSL_ERROR_SYSCALL/.test(reason)) {
    return failure('tls', undefined, { code: 'tls.closed' })
  }
  if (/CERTIFICATE_VERIFY_FAILED/.test(reason)) {
    return failure('tls', undefined, { code: 'tls.cert.invalid' })
  }
  const alert = ALERT_BY_WORD.find(([pattern]) => pattern.test(reason))?.[1]
  return failure('tls', `ERR_SSL_${reason}`, alert === undefined ? {} : { alert })
}
