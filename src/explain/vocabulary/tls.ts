import { STRICT_RULES } from '../../knowledge/strict-certificates.ts'
import { entryOf } from '../../model/index.ts'
import type { Reading } from '../evidence-piece.ts'
import { failure, from, type Row } from './row.ts'

const AUTHORITY = failure('tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY')
const EXPIRED = failure('tls', 'CERT_HAS_EXPIRED')
const NOT_YET = failure('tls', 'CERT_NOT_YET_VALID')
const NAME = failure('tls', 'ERR_TLS_CERT_ALTNAME_INVALID')
const REVOKED = failure('tls', 'CERT_REVOKED')
/** CRL and OCSP could not be asked. */
const UNCHECKED = failure('tls', 'UNABLE_TO_GET_CRL')
const INVALID = failure('tls', undefined, { code: 'tls.cert.invalid' })
const PLAIN = failure('tls', 'ERR_SSL_WRONG_VERSION_NUMBER')
const VERSION = failure('tls', 'ERR_SSL_UNSUPPORTED_PROTOCOL')
const CLIENT = failure('tls', undefined, { code: 'tls.bad_client_auth_cert' })
const CLOSED = failure('tls', undefined, { code: 'tls.closed' })
const RESET = failure('tls', 'ECONNRESET')
const TIMED_OUT = failure('tls', undefined, { code: 'tls.timed_out' })
const FAILED = failure('tls', undefined, { code: 'tls.failed' })
const PROTOCOL = failure('tls', undefined, { code: 'tls.protocol.error' })

/** Node's names of X.509 verification results. */
const X509 =
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_REVOKED|CERT_UNTRUSTED|CERT_REJECTED|CERT_SIGNATURE_FAILURE|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|CERT_CHAIN_TOO_LONG|HOSTNAME_MISMATCH|UNABLE_TO_GET_CRL|CRL_HAS_EXPIRED|CRL_NOT_YET_VALID|ERR_TLS_CERT_ALTNAME_INVALID|ERR_TLS_CERT_ALTNAME_FORMAT'

/** SECURITY_STATUS of Schannel by the last digits of its number (winerror.h). */
const SCHANNEL: Readonly<Record<string, Reading>> = {
  '0325': AUTHORITY,
  '0328': EXPIRED,
  '0322': NAME,
  '0326': VERSION,
  '0331': VERSION,
  '0327': INVALID,
  '2010': REVOKED,
  '2012': UNCHECKED,
  '2013': UNCHECKED,
}

/** OSStatus of Secure Transport (SecureTransport.h). */
const SECURE_TRANSPORT: Readonly<Record<string, Reading>> = {
  '9800': PROTOCOL,
  '9805': CLOSED,
  '9806': CLOSED,
  '9807': AUTHORITY,
  '9808': INVALID,
  '9812': AUTHORITY,
  '9813': AUTHORITY,
  '9814': EXPIRED,
  '9815': NOT_YET,
  '9824': VERSION,
  '9836': VERSION,
  '9843': NAME,
}

/** Errors of NSS and PSM (sslerr.h, secerr.h, mozpkix). */
const NSS: Readonly<Record<string, Reading>> = {
  SEC_ERROR_UNKNOWN_ISSUER: AUTHORITY,
  SEC_ERROR_UNTRUSTED_ISSUER: AUTHORITY,
  SEC_ERROR_CA_CERT_INVALID: AUTHORITY,
  MOZILLA_PKIX_ERROR_MITM_DETECTED: AUTHORITY,
  MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT: failure('tls', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
  SEC_ERROR_EXPIRED_CERTIFICATE: EXPIRED,
  SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE: EXPIRED,
  MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE: NOT_YET,
  SEC_ERROR_REVOKED_CERTIFICATE: REVOKED,
  SSL_ERROR_BAD_CERT_DOMAIN: NAME,
  SSL_ERROR_NO_CYPHER_OVERLAP: VERSION,
  SSL_ERROR_UNSUPPORTED_VERSION: VERSION,
  SSL_ERROR_PROTOCOL_VERSION_ALERT: VERSION,
  SSL_ERROR_HANDSHAKE_FAILURE_ALERT: VERSION,
  SSL_ERROR_RX_RECORD_TOO_LONG: PLAIN,
  PR_CONNECT_RESET_ERROR: RESET,
  PR_END_OF_FILE_ERROR: CLOSED,
}

/** Alerts by name (RFC 8446 §6, RFC 5246 §7.2), in lower case without separators. */
const ALERTS: Readonly<Record<string, number>> = {
  closenotify: 0,
  unexpectedmessage: 10,
  badrecordmac: 20,
  recordoverflow: 22,
  handshakefailure: 40,
  badcertificate: 42,
  unsupportedcertificate: 43,
  certificaterevoked: 44,
  certificateexpired: 45,
  certificateunknown: 46,
  illegalparameter: 47,
  unknownca: 48,
  accessdenied: 49,
  decodeerror: 50,
  decrypterror: 51,
  protocolversion: 70,
  insufficientsecurity: 71,
  internalerror: 80,
  inappropriatefallback: 86,
  usercanceled: 90,
  missingextension: 109,
  unsupportedextension: 110,
  unrecognizedname: 112,
  badcertificatestatusresponse: 113,
  certificaterequired: 116,
  noapplicationprotocol: 120,
}

/** What this client itself says of the handshake by the alert that it sends; named as above. */
const OWN_ALERTS: Readonly<Record<string, Reading>> = {
  unknownca: AUTHORITY,
  certificateexpired: EXPIRED,
  certificaterevoked: REVOKED,
  badcertificate: INVALID,
  unsupportedcertificate: INVALID,
  certificateunknown: INVALID,
  protocolversion: VERSION,
  insufficientsecurity: VERSION,
  unexpectedmessage: PROTOCOL,
}

/** Why a connection could not be made secure, in the words of each library. */
export const TLS: readonly Row[] = [
  ...from('Node.js 24 src/crypto/crypto_common.cc X509_VERIFY_CODES', [
    [new RegExp(String.raw`\b(${X509})\b`), ([, errno = '']) => failure('tls', errno)],
    [/\bERR_SSL_([A-Z\d_/]{3,60})/, ([, reason = '']) => byReason(reason)],
    [/before secure TLS connection was established/, CLOSED],
    [/Hostname\/IP does not match certificate's altnames/, NAME],
    [/\bERR_TLS_HANDSHAKE_TIMEOUT\b/, TIMED_OUT],
  ]),
  ...from('CPython 3.14 Modules/_ssl.c', [
    [
      /\[SSL: ([A-Z\d_/]{3,60})\][^\n]{0,160}\(_ssl\.c:/,
      ([, reason = '']) => (reason === 'CERTIFICATE_VERIFY_FAILED' ? undefined : byReason(reason)),
    ],
    [/\bSSLError: \[SSL\] [a-z]/, PROTOCOL],
    [
      /EOF occurred in violation of protocol|UNEXPECTED_EOF_WHILE_READING|\bSSLEOFError\b|\bSSLZeroReturnError\b/,
      CLOSED,
    ],
    [/The handshake operation timed out/, TIMED_OUT],
    [/CERTIFICATE_VERIFY_FAILED/, INVALID],
    [/Hostname mismatch, certificate|IP address mismatch, certificate/, NAME],
  ]),
  ...from('urllib3 2.5 src/urllib3/util/ssl_match_hostname.py', [
    [/hostname '[\w.-]{1,253}' doesn't match/, NAME],
  ]),
  ...from('OpenSSL 3.5 crypto/x509/x509_txt.c', [
    [/unable to get (?:local )?issuer certificate/i, AUTHORITY],
    [
      /self[- ]signed certificate in certificate chain/i,
      failure('tls', 'SELF_SIGNED_CERT_IN_CHAIN'),
    ],
    [
      /self[- ]signed certificate(?! in certificate chain)/i,
      failure('tls', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
    ],
    [/unable to verify the first certificate/i, failure('tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
    [/certificate has expired(?! or is not yet)/i, EXPIRED],
    [/certificate is not yet valid/i, NOT_YET],
    [/(?<!alert(?:: Fatal -)? )\bcertificate (?:is |has been )?revoked\b/i, REVOKED],
    [/certificate verify failed/i, INVALID],
  ]),
  ...from(
    'OpenSSL 3.5 crypto/x509/x509_txt.c, X509_V_FLAG_X509_STRICT',
    Object.entries(STRICT_RULES).map(
      ([errno, { says }]) =>
        [new RegExp(`verify failed: ${says}`, 'i'), failure('tls', errno)] as const,
    ),
  ),
  ...from('OpenSSL 3.5 ssl/ssl_err.c; BoringSSL 2025 crypto/err/ssl.errordata', [
    [
      /\berror:[\dA-F]{8}:SSL routines:[\w ]{0,60}:([a-z\d /_-]{3,60})/i,
      ([, reason = '']) => byReason(reason.trim().replaceAll(' ', '_').toUpperCase()),
    ],
    [
      /SSL alert number (\d{1,3})/,
      ([, alert = '']) => failure('tls', undefined, { alert: Number(alert) }),
    ],
    [/\bwrong version number\b/i, PLAIN],
    [/sslv3 alert handshake failure|tlsv1 alert protocol version|no shared cipher/i, VERSION],
    [/alert certificate required/i, CLIENT],
    [/\bunrecognized[_ ]name\b/i, failure('tls', undefined, { alert: 112 })],
    [/unexpected eof while reading/i, CLOSED],
    [/\bSSL_ERROR_SYSCALL\b/, CLOSED],
    [/\bSSL_connect (?:SYSCALL )?returned=5 errno=0\b/, CLOSED],
    [/\bSSL_connect returned=\d/, FAILED],
  ]),
  ...from('Go 1.25 crypto/x509/verify.go, crypto/tls/conn.go, crypto/tls/alert.go', [
    [/x509: certificate signed by unknown authority/, AUTHORITY],
    [
      /x509: [^\n]{0,80}certificate is not trusted|x509: [^\n]{0,60}is not standards compliant/,
      AUTHORITY,
    ],
    [
      /x509: certificate has expired or is not yet valid(?:: current time [^\n]{1,40}( is before ))?/,
      ([, early]) => (early === undefined ? EXPIRED : NOT_YET),
    ],
    [
      /x509: certificate is valid for |x509: cannot validate certificate for |x509: certificate is not valid for any names/,
      NAME,
    ],
    [/first record does not look like a TLS handshake|gave HTTP response to HTTPS client/, PLAIN],
    [
      /tls: (?:handshake failure|protocol version not supported|no cipher suite|server selected unsupported protocol version)/,
      VERSION,
    ],
    [
      /tls: (?:bad certificate|certificate required)/,
      failure('tls', undefined, { code: 'tls.bad_client_auth_cert', alert: 116 }),
    ],
    [/tls: failed to verify certificate/, INVALID],
    [/\bTLS handshake timeout\b/i, TIMED_OUT],
  ]),
  ...from('OpenJDK 24 sun/security/ssl, sun/security/validator, java/net', [
    [
      /PKIX path building failed|unable to find valid certification path|trustAnchors parameter must be non-empty/i,
      AUTHORITY,
    ],
    [/\bCertificateExpiredException\b/, EXPIRED],
    [/\bCertificateNotYetValid(?:Exception)?\b/, NOT_YET],
    [/No subject alternative (?:DNS )?names?|No name matching [\w.-]{1,253} found/, NAME],
    [/\bCertificateRevokedException\b/, REVOKED],
    [/Unsupported or unrecognized SSL message/, PLAIN],
    [/No appropriate protocol/, VERSION],
    [/Received fatal alert: ([a-z_]{3,40})/, ([, name = '']) => alerted(name)],
    [
      /Remote host (?:terminated the|closed connection during) handshake|SSL peer shut down incorrectly/i,
      CLOSED,
    ],
    [/\bhandshake timed out\b/i, TIMED_OUT],
    [/\bSSLHandshakeException\b/, FAILED],
  ]),
  ...from('Bouncy Castle 1.82 org/bouncycastle/tls TlsFatalAlert.java, AlertDescription.java', [
    [/\bTlsFatalAlertReceived: ([a-z_]{3,40})\(\d{1,3}\)/, ([, name = '']) => alerted(name)],
    // Raised by this side: what it sends because of what it was shown.
    [
      /\bTlsFatalAlert: ([a-z_]{3,40})\(\d{1,3}\)/,
      // It calls an issuer that it does not know by many of these names.
      ([, name = '']) => (name.endsWith('_ca') ? INVALID : ownAlert(name)),
    ],
  ]),
  ...from('Android 16 com.android.org.conscrypt; OkHttp 5 okhttp3/internal/tls', [
    [/Trust anchor for certification path not found/i, AUTHORITY],
    [/Hostname [\w.-]{1,253} not verified/, NAME],
  ]),
  ...from('Apache HttpClient 5.5 ssl/TlsSessionValidator', [
    [/Certificate for <[\w.-]{1,253}> doesn't match/, NAME],
  ]),
  ...from('rustls 0.23 rustls/src/error.rs; webpki 0.103', [
    [/invalid peer certificate: (?:Expired|certificate expired)/, EXPIRED],
    [/invalid peer certificate: (?:NotValidYet|certificate not valid yet)/, NOT_YET],
    [/invalid peer certificate: (?:NotValidForName|certificate not valid for name)/, NAME],
    [/invalid peer certificate: Revoked/, REVOKED],
    [/\bUnknownIssuer\b|\bunknown issuer\b/, AUTHORITY],
    [/invalid peer certificate/, INVALID],
    [/received corrupt message of type/, PLAIN],
    [/peer is incompatible/, VERSION],
    [/received fatal alert: ([A-Z][A-Za-z]{3,40})/, ([, name = '']) => alerted(name)],
    [/\btls handshake eof\b|peer closed connection without sending TLS close_notify/, CLOSED],
  ]),
  ...from(
    '.NET 9 System.Net.Security SslPolicyErrors, X509ChainStatusFlags, Resources/Strings.resx',
    [
      [/\b(?:PartialChain|UntrustedRoot)\b/, AUTHORITY],
      [
        /Could not establish trust relationship/,
        failure('tls', undefined, { code: 'tls.cert.authority_invalid' }),
      ],
      [/\bNotTimeValid\b/, EXPIRED],
      [/\bRemoteCertificateNameMismatch\b/, NAME],
      [
        /\bRemoteCertificateChainErrors\b|remote certificate is invalid|remote certificate was rejected|\bRevocationStatusUnknown\b|\bOfflineRevocation\b/i,
        INVALID,
      ],
      [/Cannot determine the frame size/, PLAIN],
      [/do not possess a common algorithm/, VERSION],
      [/sent a TLS alert: '?([A-Z][A-Za-z]{3,40})/, ([, name = '']) => alerted(name)],
      [/EOF or 0 bytes from the transport/, CLOSED],
      [/SSL connection could not be established|Could not create SSL\/TLS secure channel/i, FAILED],
    ],
  ),
  ...from('Windows SDK winerror.h; libcurl 8.16 lib/vtls/schannel.c', [
    [/\bSEC_E_UNTRUSTED_ROOT\b|not trusted by the trust provider/, AUTHORITY],
    [/\bSEC_E_CERT_EXPIRED\b/, EXPIRED],
    [/\bSEC_E_WRONG_PRINCIPAL\b/, NAME],
    [/\bSEC_E_(?:ILLEGAL_MESSAGE|ALGORITHM_MISMATCH|UNSUPPORTED_FUNCTION)\b/, VERSION],
    [/\bCRYPT_E_(?:NO_REVOCATION_CHECK|REVOCATION_OFFLINE)\b/, UNCHECKED],
    [/\bCRYPT_E_REVOKED\b/, REVOKED],
    [/\b0x8009(03\d\d|20\d\d)\b/i, ([, digits = '']) => entryOf(SCHANNEL, digits)],
    [/schannel: (?:failed|next)/, FAILED],
  ]),
  ...from('macOS 15 SDK Security/SecureTransport.h, CFNetwork', [
    [
      /(?:SSLHandshake failed \(|errSSL(?:XCert|Unknown|NoRoot|Cert|HostName|Closed|Peer|Protocol)\w{0,30} \(?|_kCFStreamErrorCodeKey=|kCFStreamErrorDomainSSL, |OSStatus )-(98\d\d)\b/,
      ([, code = '']) => entryOf(SECURE_TRANSPORT, code),
    ],
    [/certificate for this server is invalid|Invalid certificate chain\b/, AUTHORITY],
    [/An SSL error has occurred and a secure connection/, FAILED],
  ]),
  ...from('NSS 3.115 lib/ssl/SSLerrs.h, lib/util/SECerrs.h; Firefox 144 mozpkix', [
    [
      new RegExp(String.raw`\b(${Object.keys(NSS).join('|')})\b`),
      ([, name = '']) => entryOf(NSS, name),
    ],
  ]),
  ...from('GnuTLS 3.8 lib/cert-session.c, lib/errors.c; git 2.51 http.c', [
    [/certificate issuer is unknown|certificate authority is unknown/i, AUTHORITY],
    [/certificate chain uses expired certificate/i, EXPIRED],
    [/certificate chain uses not yet valid certificate/i, NOT_YET],
    [/name in the certificate does not match/i, NAME],
    [/server certificate verification failed/i, INVALID],
    [/unexpected TLS packet was received/i, PLAIN],
    [
      /gnutls_handshake\(\) failed: (?:Error in the pull|The TLS connection was non-properly)/,
      CLOSED,
    ],
    [/gnutls_handshake\(\) failed/, FAILED],
  ]),
  ...from('libcurl 8.16 lib/vtls/openssl.c, lib/strerror.c', [
    [/no alternative certificate subject name|does not match target host/i, NAME],
    [/SSL peer certificate or SSH remote key|SSL certificate problem/, INVALID],
    [/Peer certificate cannot be authenticated with (?:known|given) CA/, AUTHORITY],
    [/SSL connection time-?out/i, TIMED_OUT],
    [/\bSSL connect error\b/, FAILED],
  ]),
  ...from('Bun 1.4 src/bun.js/bindings; Deno 2.9 ext/tls', [
    [/\bunknown certificate verification error\b/i, INVALID],
  ]),
  ...from('Erlang/OTP 25 lib/ssl ssl_alert.erl: reason_code/4 for each number', [
    [
      /\b(?:generated CLIENT|received (SERVER)) ALERT: Fatal - ([A-Z][A-Za-z]{1,20}(?: (?:[A-Z][A-Za-z]{0,20}|extension|required|application|protocol)){0,3})/,
      ([, peer, name = '']) => (peer === undefined ? ownAlert(name) : alerted(name)),
    ],
    // Without its text, or as OTP before 23 wrote it.
    [
      /\btls_alert, ?(?:\{:?|["'])([a-z_]{4,40}|unknown ca)\b(?![^\n]{0,200} ALERT: )/,
      ([, name = '']) => ownAlert(name),
    ],
    [/\bhostname_check_failed\b/, NAME],
    [/\bunsupported_record_type, ?\d/, PLAIN],
  ]),
  ...from('requests 2.32 src/requests/exceptions.py SSLError', [[/\bSSLError\((?!["'(])/, FAILED]]),
]

function byReason(reason: string): Reading {
  if (/UNEXPECTED_EOF|^SSL_ERROR_SYSCALL/.test(reason)) return CLOSED
  if (/CERTIFICATE_VERIFY_FAILED/.test(reason)) return INVALID
  // `TLSV1_ALERT_PROTOCOL_VERSION`, `SSL/TLS_ALERT_…` since OpenSSL 3.5, and two without the word.
  const name = /(?:ALERT|TLSV1|TLSV13|SSLV3)_([A-Z_]{3,40})$/.exec(reason)?.[1] ?? reason
  const alert = entryOf(ALERTS, plainName(name))
  return failure('tls', `ERR_SSL_${reason}`, alert === undefined ? {} : { alert })
}

function plainName(name: string): string {
  return name.replaceAll(/[_ ]/g, '').toLowerCase()
}

function ownAlert(name: string): Reading {
  return entryOf(OWN_ALERTS, plainName(name)) ?? FAILED
}

/** What the other side said of the handshake; an alert without a name of ours is a failed one. */
function alerted(name: string): Reading {
  const alert = entryOf(ALERTS, plainName(name))
  return alert === undefined ? FAILED : failure('tls', undefined, { alert })
}
