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

/** Why a connection could not be made secure, in the words of each library. */
export const TLS: readonly Row[] = [
  ...from('Node.js 24 src/crypto/crypto_common.cc X509_VERIFY_CODES', [
    [
      new RegExp(String.raw`\b(${X509})\b`),
      ([, errno = '']) => failure('tls', errno),
      "code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'",
    ],
    [
      /\bERR_SSL_([A-Z\d_/]{3,60})/,
      ([, reason = '']) => byReason(reason),
      "code: 'ERR_SSL_WRONG_VERSION_NUMBER'",
    ],
    [
      /before secure TLS connection was established/,
      CLOSED,
      'Client network socket disconnected before secure TLS connection was established',
    ],
    [
      /Hostname\/IP does not match certificate's altnames/,
      NAME,
      "Hostname/IP does not match certificate's altnames: Host: x",
    ],
    [/\bERR_TLS_HANDSHAKE_TIMEOUT\b/, TIMED_OUT, "code: 'ERR_TLS_HANDSHAKE_TIMEOUT'"],
  ]),
  ...from('CPython 3.14 Modules/_ssl.c', [
    [
      /\[SSL: ([A-Z\d_/]{3,60})\][^\n]{0,160}\(_ssl\.c:/,
      ([, reason = '']) => (reason === 'CERTIFICATE_VERIFY_FAILED' ? undefined : byReason(reason)),
      'ssl.SSLError: [SSL: TLSV1_ALERT_PROTOCOL_VERSION] tlsv1 alert protocol version (_ssl.c:1018)',
    ],
    [/\bSSLError: \[SSL\] [a-z]/, PROTOCOL, 'ssl.SSLError: [SSL] unknown error (_ssl.c:1018)'],
    [
      /EOF occurred in violation of protocol|UNEXPECTED_EOF_WHILE_READING|\bSSLEOFError\b|\bSSLZeroReturnError\b/,
      CLOSED,
      'ssl.SSLEOFError: EOF occurred in violation of protocol (_ssl.c:992)',
    ],
    [
      /The handshake operation timed out/,
      TIMED_OUT,
      'TimeoutError: _ssl.c:989: The handshake operation timed out',
    ],
    [
      /CERTIFICATE_VERIFY_FAILED/,
      INVALID,
      '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)',
    ],
    [
      /Hostname mismatch, certificate|IP address mismatch, certificate/,
      NAME,
      "Hostname mismatch, certificate is not valid for 'api.openai.com'.",
    ],
  ]),
  ...from('urllib3 2.5 src/urllib3/util/ssl_match_hostname.py', [
    [
      /hostname '[\w.-]{1,253}' doesn't match/,
      NAME,
      "hostname 'api.openai.com' doesn't match 'gw.corp.example'",
    ],
  ]),
  ...from('OpenSSL 3.5 crypto/x509/x509_txt.c', [
    [
      /unable to get (?:local )?issuer certificate/i,
      AUTHORITY,
      'verify error:num=20:unable to get local issuer certificate',
    ],
    [
      /self[- ]signed certificate in certificate chain/i,
      failure('tls', 'SELF_SIGNED_CERT_IN_CHAIN'),
      'verify error:num=19:self-signed certificate in certificate chain',
    ],
    [
      /self[- ]signed certificate(?! in certificate chain)/i,
      failure('tls', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
      'verify error:num=18:self signed certificate',
    ],
    [
      /unable to verify the first certificate/i,
      failure('tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
      'Error: unable to verify the first certificate',
    ],
    [
      /certificate has expired(?! or is not yet)/i,
      EXPIRED,
      'certificate verify failed: certificate has expired',
    ],
    [
      /certificate is not yet valid/i,
      NOT_YET,
      'certificate verify failed: certificate is not yet valid',
    ],
    [
      /\bcertificate (?:is |has been )?revoked\b/i,
      REVOKED,
      'certificate verify failed: certificate revoked',
    ],
    [/certificate verify failed/i, INVALID, 'SSL_connect: certificate verify failed'],
  ]),
  ...from(
    'OpenSSL 3.5 crypto/x509/x509_txt.c, X509_V_FLAG_X509_STRICT',
    Object.entries(STRICT_RULES).map(
      ([errno, { says }]) =>
        [
          new RegExp(`verify failed: ${says}`, 'i'),
          failure('tls', errno),
          `certificate verify failed: ${says} (_ssl.c:1028)`,
        ] as const,
    ),
  ),
  ...from('OpenSSL 3.5 ssl/ssl_err.c; BoringSSL 2025 crypto/err/ssl.errordata', [
    [
      /\berror:[\dA-F]{8}:SSL routines:[\w ]{0,60}:([a-z\d /_-]{3,60})/i,
      ([, reason = '']) => byReason(reason.trim().replaceAll(' ', '_').toUpperCase()),
      'error:0A00010B:SSL routines::wrong version number',
    ],
    [
      /SSL alert number (\d{1,3})/,
      ([, alert = '']) => failure('tls', undefined, { alert: Number(alert) }),
      '8002:error:0A000410:SSL routines::alert handshake failure:rec_layer_s3.c:SSL alert number 40',
    ],
    [
      /\bwrong version number\b/i,
      PLAIN,
      'SSL_connect returned=1 errno=0 state=error: wrong version number',
    ],
    [
      /sslv3 alert handshake failure|tlsv1 alert protocol version|no shared cipher/i,
      VERSION,
      'SSL_connect SYSCALL: sslv3 alert handshake failure',
    ],
    [/alert certificate required/i, CLIENT, 'tlsv13 alert certificate required'],
    [
      /\bunrecognized[_ ]name\b/i,
      failure('tls', undefined, { alert: 112 }),
      'tlsv1 unrecognized name',
    ],
    [/unexpected eof while reading/i, CLOSED, 'SSL routines::unexpected eof while reading'],
    [
      /\bSSL_ERROR_SYSCALL\b/,
      CLOSED,
      'OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to api.openai.com:443',
    ],
    [/\bSSL_connect returned=\d/, FAILED, 'OpenSSL::SSL::SSLError: SSL_connect returned=1 errno=0'],
  ]),
  ...from('Go 1.25 crypto/x509/verify.go, crypto/tls/conn.go, crypto/tls/alert.go', [
    [
      /x509: certificate signed by unknown authority/,
      AUTHORITY,
      'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ],
    [
      /x509: [^\n]{0,80}certificate is not trusted|x509: [^\n]{0,60}is not standards compliant/,
      AUTHORITY,
      'x509: “proxy.corp.example” certificate is not trusted',
    ],
    [
      /x509: certificate has expired or is not yet valid(?:: current time [^\n]{1,40}( is before ))?/,
      ([, early]) => (early === undefined ? EXPIRED : NOT_YET),
      'x509: certificate has expired or is not yet valid: current time 2026-01-02T03:04:05Z is after 2025-12-31T23:59:59Z',
    ],
    [
      /x509: certificate is valid for |x509: cannot validate certificate for |x509: certificate is not valid for any names/,
      NAME,
      'x509: certificate is valid for proxy.corp.example, not api.openai.com',
    ],
    [
      /first record does not look like a TLS handshake|gave HTTP response to HTTPS client/,
      PLAIN,
      'tls: first record does not look like a TLS handshake',
    ],
    [
      /tls: (?:handshake failure|protocol version not supported|no cipher suite|server selected unsupported protocol version)/,
      VERSION,
      'remote error: tls: handshake failure',
    ],
    [
      /tls: (?:bad certificate|certificate required)/,
      failure('tls', undefined, { code: 'tls.bad_client_auth_cert', alert: 116 }),
      'remote error: tls: certificate required',
    ],
    [
      /tls: failed to verify certificate/,
      INVALID,
      'tls: failed to verify certificate: x509: unhandled critical extension',
    ],
    [/\bTLS handshake timeout\b/i, TIMED_OUT, 'net/http: TLS handshake timeout'],
  ]),
  ...from('OpenJDK 24 sun/security/ssl, sun/security/validator, java/net', [
    [
      /PKIX path building failed|unable to find valid certification path|trustAnchors parameter must be non-empty/i,
      AUTHORITY,
      'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
    ],
    [
      /\bCertificateExpiredException\b/,
      EXPIRED,
      'java.security.cert.CertificateExpiredException: NotAfter: Tue Jan 02 03:04:05 UTC 2024',
    ],
    [
      /\bCertificateNotYetValid(?:Exception)?\b/,
      NOT_YET,
      'java.security.cert.CertificateNotYetValidException: NotBefore',
    ],
    [
      /No subject alternative (?:DNS )?names?|No name matching [\w.-]{1,253} found/,
      NAME,
      'java.security.cert.CertificateException: No subject alternative DNS name matching api.openai.com found.',
    ],
    [
      /\bCertificateRevokedException\b/,
      REVOKED,
      'java.security.cert.CertificateRevokedException: Certificate has been revoked',
    ],
    [
      /Unsupported or unrecognized SSL message/,
      PLAIN,
      'javax.net.ssl.SSLException: Unsupported or unrecognized SSL message',
    ],
    [
      /No appropriate protocol/,
      VERSION,
      'javax.net.ssl.SSLHandshakeException: No appropriate protocol (protocol is disabled or cipher suites are inappropriate)',
    ],
    [
      /Received fatal alert: ([a-z_]{3,40})/,
      ([, name = '']) => alerted(name),
      'javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure',
    ],
    [
      /Remote host (?:terminated the|closed connection during) handshake|SSL peer shut down incorrectly/i,
      CLOSED,
      'javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake',
    ],
    [
      /\bhandshake timed out\b/i,
      TIMED_OUT,
      'io.netty.handler.ssl.SslHandshakeTimeoutException: handshake timed out after 10000ms',
    ],
    [
      /\bSSLHandshakeException\b/,
      FAILED,
      'javax.net.ssl.SSLHandshakeException: General SSLEngine problem',
    ],
  ]),
  ...from('Bouncy Castle 1.82 org/bouncycastle/tls TlsFatalAlert.java, AlertDescription.java', [
    [
      /\bTlsFatalAlertReceived: ([a-z_]{3,40})\(\d{1,3}\)/,
      ([, name = '']) => alerted(name),
      'org.bouncycastle.tls.TlsFatalAlertReceived: handshake_failure(40)',
    ],
    // Raised by this side: what it sends because of what it was shown.
    [
      /\bTlsFatalAlert: (certificate_unknown|bad_certificate|unknown_ca|certificate_expired|[a-z_]{3,40})\(\d{1,3}\)/,
      ([, name = '']) =>
        name === 'certificate_expired' ? EXPIRED : /cert|_ca$/.test(name) ? INVALID : FAILED,
      'org.bouncycastle.tls.TlsFatalAlert: certificate_unknown(46)',
    ],
  ]),
  ...from('Android 16 com.android.org.conscrypt; OkHttp 5 okhttp3/internal/tls', [
    [
      /Trust anchor for certification path not found/i,
      AUTHORITY,
      'java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.',
    ],
    [
      /Hostname [\w.-]{1,253} not verified/,
      NAME,
      'javax.net.ssl.SSLPeerUnverifiedException: Hostname api.openai.com not verified:',
    ],
  ]),
  ...from('Apache HttpClient 5.5 ssl/TlsSessionValidator', [
    [
      /Certificate for <[\w.-]{1,253}> doesn't match/,
      NAME,
      "Certificate for <api.openai.com> doesn't match any of the subject alternative names: [proxy.corp.example]",
    ],
  ]),
  ...from('rustls 0.23 rustls/src/error.rs; webpki 0.103', [
    [
      /invalid peer certificate: (?:Expired|certificate expired)/,
      EXPIRED,
      'invalid peer certificate: Expired',
    ],
    [
      /invalid peer certificate: (?:NotValidYet|certificate not valid yet)/,
      NOT_YET,
      'invalid peer certificate: NotValidYet',
    ],
    [
      /invalid peer certificate: (?:NotValidForName|certificate not valid for name)/,
      NAME,
      'invalid peer certificate: certificate not valid for name "api.openai.com"',
    ],
    [/invalid peer certificate: Revoked/, REVOKED, 'invalid peer certificate: Revoked'],
    [/\bUnknownIssuer\b|\bunknown issuer\b/, AUTHORITY, 'invalid peer certificate: UnknownIssuer'],
    [/invalid peer certificate/, INVALID, 'invalid peer certificate: BadSignature'],
    [
      /received corrupt message of type/,
      PLAIN,
      'received corrupt message of type InvalidContentType',
    ],
    [/peer is incompatible/, VERSION, 'peer is incompatible: SignatureAlgorithmsExtensionRequired'],
    [
      /received fatal alert: ([A-Z][A-Za-z]{3,40})/,
      ([, name = '']) => alerted(name),
      'received fatal alert: HandshakeFailure',
    ],
    [
      /\btls handshake eof\b|peer closed connection without sending TLS close_notify/,
      CLOSED,
      'tls handshake eof',
    ],
  ]),
  ...from(
    '.NET 9 System.Net.Security SslPolicyErrors, X509ChainStatusFlags, Resources/Strings.resx',
    [
      [
        /\b(?:PartialChain|UntrustedRoot)\b|Could not establish trust relationship/,
        AUTHORITY,
        'The remote certificate is invalid because of errors in the certificate chain: PartialChain',
      ],
      [/\bNotTimeValid\b/, EXPIRED, 'errors in the certificate chain: NotTimeValid'],
      [
        /\bRemoteCertificateNameMismatch\b/,
        NAME,
        'The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch',
      ],
      [
        /\bRemoteCertificateChainErrors\b|remote certificate is invalid|remote certificate was rejected|\bRevocationStatusUnknown\b|\bOfflineRevocation\b/i,
        INVALID,
        'The remote certificate was rejected by the provided RemoteCertificateValidationCallback.',
      ],
      [
        /Cannot determine the frame size/,
        PLAIN,
        'Cannot determine the frame size or a corrupted frame was received.',
      ],
      [
        /do not possess a common algorithm/,
        VERSION,
        'The client and server cannot communicate, because they do not possess a common algorithm',
      ],
      [
        /sent a TLS alert: '?([A-Z][A-Za-z]{3,40})/,
        ([, name = '']) => alerted(name),
        "Authentication failed because the remote party sent a TLS alert: 'HandshakeFailure'.",
      ],
      [
        /EOF or 0 bytes from the transport/,
        CLOSED,
        'Received an unexpected EOF or 0 bytes from the transport stream.',
      ],
      [
        /SSL connection could not be established|Could not create SSL\/TLS secure channel/i,
        FAILED,
        'The SSL connection could not be established, see inner exception.',
      ],
    ],
  ),
  ...from('Windows SDK winerror.h; libcurl 8.16 lib/vtls/schannel.c', [
    [
      /\bSEC_E_UNTRUSTED_ROOT\b|not trusted by the trust provider/,
      AUTHORITY,
      'schannel: SEC_E_UNTRUSTED_ROOT (0x80090325)',
    ],
    [/\bSEC_E_CERT_EXPIRED\b/, EXPIRED, 'schannel: SEC_E_CERT_EXPIRED (0x80090328)'],
    [
      /\bSEC_E_WRONG_PRINCIPAL\b/,
      NAME,
      'schannel: SNI or certificate check failed: SEC_E_WRONG_PRINCIPAL (0x80090322)',
    ],
    [
      /\bSEC_E_(?:ILLEGAL_MESSAGE|ALGORITHM_MISMATCH|UNSUPPORTED_FUNCTION)\b/,
      VERSION,
      'schannel: next InitializeSecurityContext failed: SEC_E_ILLEGAL_MESSAGE (0x80090326)',
    ],
    [
      /\bCRYPT_E_(?:NO_REVOCATION_CHECK|REVOCATION_OFFLINE)\b/,
      UNCHECKED,
      'schannel: next InitializeSecurityContext failed: CRYPT_E_NO_REVOCATION_CHECK (0x80092012)',
    ],
    [
      /\bCRYPT_E_REVOKED\b/,
      REVOKED,
      'schannel: next InitializeSecurityContext failed: CRYPT_E_REVOKED (0x80092010)',
    ],
    [
      /\b0x8009(03\d\d|20\d\d)\b/i,
      ([, digits = '']) => entryOf(SCHANNEL, digits),
      'schannel: next InitializeSecurityContext failed: Unknown error (0x80092012)',
    ],
    [
      /schannel: (?:failed|next)/,
      FAILED,
      'schannel: failed to receive handshake, SSL/TLS connection failed',
    ],
  ]),
  ...from('macOS 15 SDK Security/SecureTransport.h, CFNetwork', [
    [
      /(?:SSLHandshake failed \(|errSSL(?:XCert|Unknown|NoRoot|Cert|HostName|Closed|Peer|Protocol)\w{0,30} \(?|_kCFStreamErrorCodeKey=|kCFStreamErrorDomainSSL, |OSStatus )-(98\d\d)\b/,
      ([, code = '']) => entryOf(SECURE_TRANSPORT, code),
      'CFNetwork SSLHandshake failed (-9807)',
    ],
    [
      /certificate for this server is invalid|Invalid certificate chain\b/,
      AUTHORITY,
      'The certificate for this server is invalid. You might be connecting to a server that is pretending to be “api.openai.com”',
    ],
    [
      /An SSL error has occurred and a secure connection/,
      FAILED,
      'An SSL error has occurred and a secure connection to the server cannot be made.',
    ],
  ]),
  ...from('NSS 3.115 lib/ssl/SSLerrs.h, lib/util/SECerrs.h; Firefox 144 mozpkix', [
    [
      new RegExp(String.raw`\b(${Object.keys(NSS).join('|')})\b`),
      ([, name = '']) => entryOf(NSS, name),
      'Error code: SEC_ERROR_UNKNOWN_ISSUER',
    ],
  ]),
  ...from('GnuTLS 3.8 lib/cert-session.c, lib/errors.c; git 2.51 http.c', [
    [
      /certificate issuer is unknown|certificate authority is unknown/i,
      AUTHORITY,
      'The certificate is NOT trusted. The certificate issuer is unknown.',
    ],
    [
      /certificate chain uses expired certificate/i,
      EXPIRED,
      'The certificate is NOT trusted. The certificate chain uses expired certificate.',
    ],
    [
      /certificate chain uses not yet valid certificate/i,
      NOT_YET,
      'The certificate chain uses not yet valid certificate.',
    ],
    [
      /name in the certificate does not match/i,
      NAME,
      'The name in the certificate does not match the expected.',
    ],
    [
      /server certificate verification failed/i,
      INVALID,
      'server certificate verification failed. CAfile: none CRLfile: none',
    ],
    [
      /unexpected TLS packet was received/i,
      PLAIN,
      'gnutls_handshake() failed: An unexpected TLS packet was received.',
    ],
    [
      /gnutls_handshake\(\) failed: (?:Error in the pull|The TLS connection was non-properly)/,
      CLOSED,
      'gnutls_handshake() failed: The TLS connection was non-properly terminated.',
    ],
    [/gnutls_handshake\(\) failed/, FAILED, 'gnutls_handshake() failed: Handshake failed'],
  ]),
  ...from('libcurl 8.16 lib/vtls/openssl.c, lib/strerror.c', [
    [
      /no alternative certificate subject name|does not match target host/i,
      NAME,
      "SSL: no alternative certificate subject name matches target host name 'api.openai.com'",
    ],
    [
      /SSL peer certificate or SSH remote key|SSL certificate problem/,
      INVALID,
      'SSL peer certificate or SSH remote key was not OK',
    ],
    [
      /Peer certificate cannot be authenticated with (?:known|given) CA/,
      AUTHORITY,
      'Peer certificate cannot be authenticated with given CA certificates',
    ],
    [/SSL connection time-?out/i, TIMED_OUT, 'SSL connection timeout'],
    [/\bSSL connect error\b/, FAILED, 'SSL connect error'],
  ]),
  ...from('Bun 1.4 src/bun.js/bindings; Deno 2.9 ext/tls', [
    [
      /\bunknown certificate verification error\b/i,
      INVALID,
      'error: unknown certificate verification error',
    ],
  ]),
  ...from('requests 2.32 src/requests/exceptions.py SSLError', [
    [/\bSSLError\((?!["'(])/, FAILED, 'SSLError(1, )'],
  ]),
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
  return name.replaceAll('_', '').toLowerCase()
}

/** What the other side said of the handshake; an alert without a name of ours is a failed one. */
function alerted(name: string): Reading {
  const alert = entryOf(ALERTS, plainName(name))
  return alert === undefined ? FAILED : failure('tls', undefined, { alert })
}
