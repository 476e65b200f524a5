import { describe } from 'vitest'
import { failed, ok } from '../evidence-builder.ts'
import { judgeRows } from './decide.ts'
import {
  chainOf,
  connects,
  controlAnswers,
  controlFails,
  resolves,
  shakes,
  unanswered,
  unshaken,
} from './scenes.ts'

const OPEN = [resolves(), connects()]
const HOUR = 3_600_000
const untrusted = (errno: string) => [...OPEN, unshaken('tls.cert.authority_invalid', errno)]
const twoOf = (issuer: string, root: string) =>
  [
    ['CN=api.openai.com', issuer],
    [issuer, root],
  ].map(([subject = '', signer = '']) => ({
    subject,
    issuer: signer,
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2026-04-01T00:00:00.000Z',
    names: [],
    fingerprint256: subject,
    selfSigned: false,
  }))
const gateway = { route: { kind: 'gateway', baseUrl: 'https://llm.contoso.com/v1' } } as const

describe('a certificate that is not trusted', () => {
  judgeRows([
    {
      title: 'CRT08/PRX17: interception by a product that its issuer names',
      seen: [
        ...untrusted('SELF_SIGNED_CERT_IN_CHAIN'),
        chainOf('CN=Zscaler Root CA', { interceptor: 'Zscaler', acceptedBy: ['python', 'curl'] }),
      ],
      expected: 'connection-path tls tls.cert.authority_invalid tls/intercepted',
      says: ['Zscaler', 'python and curl accept it', 'NODE_EXTRA_CA_CERTS', "job's env"],
    },
    {
      title: 'a system store that has the root needs one variable only',
      seen: [
        ...untrusted('SELF_SIGNED_CERT_IN_CHAIN'),
        chainOf('CN=Corp', {
          interceptor: 'Squid',
          trust: [{ store: 'system', source: 'linux', accepted: true }],
        }),
      ],
      expected: 'connection-path tls tls.cert.authority_invalid tls/intercepted',
      says: ['NODE_USE_SYSTEM_CA=1'],
    },
    {
      title: 'python with certifi gets SSL_CERT_FILE',
      seen: [
        ...untrusted('SELF_SIGNED_CERT_IN_CHAIN'),
        chainOf('CN=Corp', { interceptor: 'Squid' }),
      ],
      changes: { egress: { client: 'python' } },
      expected: 'connection-path tls tls.cert.authority_invalid tls/intercepted',
      says: ['SSL_CERT_FILE'],
    },
    {
      title: 'python with the system store gets update-ca-certificates',
      seen: [
        ...untrusted('SELF_SIGNED_CERT_IN_CHAIN'),
        chainOf('CN=Corp', { interceptor: 'Squid' }),
      ],
      changes: { egress: { client: 'python', trust: [{ store: 'system', source: 'truststore' }] } },
      expected: 'connection-path tls tls.cert.authority_invalid tls/intercepted',
      says: ['update-ca-certificates'],
    },
    {
      title: 'an unknown authority in the place of the public API is somebody on the path',
      seen: [...untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), chainOf('CN=Contoso Inspection')],
      expected: 'connection-path tls tls.cert.authority_invalid tls/untrusted-authority',
      says: ['Contoso Inspection', 'something on the path'],
    },
    {
      title: 'CRT07: a self-signed certificate is called that',
      seen: [...untrusted('DEPTH_ZERO_SELF_SIGNED_CERT')],
      expected: 'connection-path tls tls.cert.authority_invalid tls/untrusted-authority',
      says: ['self-signed'],
    },
    {
      title: 'CRT10: a private authority of a gateway may be right',
      seen: [
        ...untrusted('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
        chainOf('CN=Contoso CA', { chain: twoOf('CN=Contoso Issuing', 'CN=Contoso Root') }),
      ],
      changes: gateway,
      expected: 'connection-path tls tls.cert.authority_invalid tls/untrusted-authority',
      says: [
        'a private authority',
        'issued by "CN=Contoso Issuing"',
        'certificate of "CN=Contoso Root"',
      ],
    },
    {
      title: 'one certificate that did not sign itself: no intermediate, or an unknown authority',
      seen: [...untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), chainOf('CN=Contoso CA')],
      changes: {
        ...gateway,
        egress: {
          trust: [{ store: 'extra', source: 'NODE_EXTRA_CA_CERTS', path: '/ca.pem' }],
          ignored: [
            {
              variable: 'SSL_CERT_FILE',
              because: 'Node does not read SSL_CERT_FILE.',
              fix: 'Set NODE_EXTRA_CA_CERTS to the PEM file of the extra root.',
            },
          ],
        },
      },
      expected: 'connection-path tls tls.cert.authority_invalid tls/missing-intermediate',
      says: ['sends no intermediate', 'the roots in NODE_EXTRA_CA_CERTS (/ca.pem)'],
      unsaid: ['Set NODE_EXTRA_CA_CERTS'],
    },
    {
      title: 'CRT09: a missing intermediate',
      seen: [
        ...untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
        chainOf('CN=R11, O=Lets Encrypt', { missingIntermediate: true }),
      ],
      changes: gateway,
      expected: 'connection-path tls tls.cert.authority_invalid tls/missing-intermediate',
    },
    {
      title: 'CRT11: the CA file lacks the root',
      seen: untrusted('UNABLE_TO_GET_ISSUER_CERT'),
      changes: {
        egress: { trust: [{ store: 'extra', source: 'NODE_EXTRA_CA_CERTS', path: '/ca.pem' }] },
      },
      expected: 'connection-path tls tls.cert.authority_invalid tls/ca-file-incomplete',
      says: ['/ca.pem'],
    },
    {
      title: 'CRT12: the CA file is missing',
      seen: untrusted('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
      changes: {
        egress: {
          ignored: [
            {
              variable: 'NODE_EXTRA_CA_CERTS',
              because: 'The file does not exist.',
              fix: 'Point NODE_EXTRA_CA_CERTS to a PEM file that exists.',
            },
          ],
        },
      },
      expected: 'connection-path tls tls.cert.authority_invalid tls/trust-setting-ignored',
      says: ['The file does not exist', 'Point NODE_EXTRA_CA_CERTS'],
    },
    {
      title: 'CRT05: a certificate for other names',
      seen: [
        ...OPEN,
        unshaken('tls.cert.name_invalid', 'ERR_TLS_CERT_ALTNAME_INVALID'),
        chainOf('CN=x'),
      ],
      expected: 'connection-path tls tls.cert.name_invalid tls/wrong-name',
      says: ['blocked.example'],
    },
    {
      title: 'a form that Python 3.13 refuses, in a chain that is trusted',
      seen: [
        ...OPEN,
        failed(
          'handshake',
          { code: 'tls.cert.invalid', errno: 'CA_BCONS_NOT_CRITICAL' },
          {
            servername: 'api.openai.com',
            of: 'target',
            verified: false,
            strict: { errno: 'CA_BCONS_NOT_CRITICAL', subject: 'CN=Zscaler Root CA' },
          },
        ),
        chainOf('CN=Zscaler Root CA', { interceptor: 'Zscaler', acceptedBy: ['curl'] }),
      ],
      changes: {
        egress: { client: 'python', strict: { applies: 'yes', because: 'Python 3.13 (uv.lock)' } },
      },
      expected: 'connection-path tls tls.cert.invalid tls/strict',
      says: [
        '"CN=Zscaler Root CA" is an authority whose basicConstraints are not marked critical',
        'Python 3.13 (uv.lock) verifies by the letter',
        'curl accepts it',
        'exempt api.openai.com from TLS inspection',
      ],
      unsaid: ['SSL_CERT_FILE'],
    },
    {
      title: 'the same from a log, which names neither',
      seen: [...OPEN, unshaken('tls.cert.invalid', 'MISSING_AUTHORITY_KEY_IDENTIFIER')],
      changes: { egress: { client: 'python' } },
      expected: 'connection-path tls tls.cert.invalid tls/strict',
      says: ['a certificate of its chain has no authorityKeyIdentifier', 'Python 3.13 and later'],
    },
    ...(['tls.cert.invalid', 'tls.cert.revoked'] as const).map((code) => ({
      title: `CRT14-18: ${code} is not saved by any store`,
      seen: [...OPEN, unshaken(code, 'UNSPECIFIED')],
      expected: `connection-path tls ${code} tls/certificate-invalid`,
    })),
  ])
})

describe('a certificate refused for its dates', () => {
  const early = [...OPEN, unshaken('tls.cert.date_invalid', 'CERT_NOT_YET_VALID')]
  const late = [...OPEN, unshaken('tls.cert.date_invalid', 'CERT_HAS_EXPIRED')]
  const outdated = 'connection-path tls tls.cert.date_invalid tls/certificate-outdated'
  const clock = 'connection-path tls tls.cert.date_invalid tls/clock-wrong'
  judgeRows([
    {
      title: 'CRT01: expired',
      seen: [...late, chainOf('CN=x')],
      expected: outdated,
      says: ['2026-04-01'],
    },
    {
      title: 'CRT02: an expired intermediate is the one that is named, and the clock is not blamed',
      seen: [
        ...late,
        chainOf('CN=x', { chain: twoOf('CN=Old Issuing', 'CN=Root'), outdated: [1] }),
      ],
      expected: outdated,
      says: ['intermediate certificate "CN=Old Issuing"', 'itself is within its dates'],
      unsaid: ['clock'],
    },
    { title: 'CRT03: not valid yet', seen: early, expected: outdated, says: ['Compare the clock'] },
    {
      title: 'CRT04: not valid yet, and the runner is behind by another clock',
      seen: [...early, controlAnswers(9 * HOUR)],
      expected: clock,
      says: ['540 minutes behind'],
    },
    {
      title: 'CRT04: expired, and the runner is ahead by another clock',
      seen: [...late, controlAnswers(-9 * HOUR)],
      expected: clock,
      says: ['540 minutes ahead'],
    },
    {
      title: 'a clock that is wrong in the other direction explains nothing',
      seen: [...late, controlAnswers(9 * HOUR)],
      expected: outdated,
    },
    {
      title: 'a clock that is a minute off explains nothing',
      seen: [...early, controlAnswers(60_000)],
      expected: outdated,
    },
    {
      title: 'a second host with the same trouble convicts the clock',
      seen: [...late, controlFails('tls.cert.date_invalid')],
      expected: clock,
    },
  ])
})

describe('a handshake that is cut', () => {
  const small = ok('small-hello', { version: 'TLSv1.3', helloBytes: 361 })
  const notSmall = failed('small-hello', 'tls.reset')
  const other = ok('other-name', { servername: 'www.example.com', reached: true })
  const notOther = failed('other-name', 'tls.reset', {
    servername: 'www.example.com',
    reached: false,
  })
  judgeRows([
    ...(['tls.reset', 'tls.closed', 'tls.timed_out'] as const).flatMap((code) => [
      {
        title: `TLS01-04: ${code} while another name passes is a block of the name`,
        seen: [...OPEN, unshaken(code, 'ECONNRESET'), other, notSmall],
        expected: `connection-path tls ${code} tls/name-blocked`,
        says: ['www.example.com', 'SNI'],
      },
      {
        title: `TLS05/09: ${code} while a small hello passes is a matter of size`,
        seen: [...OPEN, unshaken(code, 'ECONNRESET'), small, notOther],
        expected: `connection-path tls ${code} tls/large-hello`,
        says: ['361 bytes'],
      },
      {
        title: `TLS06-08: ${code} without more evidence`,
        seen: [...OPEN, unshaken(code, 'ECONNRESET'), notSmall, notOther],
        expected: `connection-path tls ${code} tls/handshake-cut *`,
      },
    ]),
    {
      title: 'a cut that is gone when tried again with both is not pinned on size or name',
      seen: [...OPEN, unshaken('tls.reset', 'ECONNRESET'), small, other],
      expected: 'connection-path tls tls.reset tls/handshake-cut *',
      says: ['comes and goes'],
    },
    {
      title: 'a small hello for another name does not clear the large one',
      seen: [
        ...OPEN,
        unshaken('tls.reset', 'ECONNRESET'),
        small,
        ok('other-name', { servername: 'www.example.com', reached: true, helloBytes: 361 }),
      ],
      expected: 'connection-path tls tls.reset tls/large-hello',
    },
  ])
})

describe('a handshake that ends with a word', () => {
  judgeRows([
    {
      title: 'a revocation list that cannot be fetched is no bad certificate',
      seen: [...OPEN, unshaken('tls.cert.invalid', 'UNABLE_TO_GET_CRL')],
      expected: 'connection-path tls tls.cert.invalid tls/revocation-unchecked',
      says: ['revoked', 'CRL and OCSP'],
      unsaid: ['Replace the certificate'],
    },
    {
      title: 'TLS11: clear text on the port',
      seen: [...OPEN, unshaken('tls.protocol.error', 'ERR_SSL_WRONG_VERSION_NUMBER')],
      expected: 'connection-path tls tls.protocol.error tls/plain-text',
    },
    {
      title: 'a gateway on a port of its own that speaks http:// has the wrong scheme',
      seen: [unshaken('tls.protocol.error', 'ERR_SSL_WRONG_VERSION_NUMBER')],
      changes: { route: { kind: 'gateway', baseUrl: 'https://llm.contoso.com:4000/v1' } },
      expected: 'request tls tls.protocol.error tls/plain-text',
    },
    {
      title: 'TLS10/12: another protocol error',
      seen: [
        ...OPEN,
        unshaken('tls.protocol.error', 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC'),
      ],
      expected: 'connection-path tls tls.protocol.error tls/failed',
    },
    {
      title: 'TLS13: no common cipher, or a client certificate wanted',
      seen: [
        ...OPEN,
        unshaken('tls.version_or_cipher_mismatch', 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 40),
      ],
      expected: 'connection-path tls tls.version_or_cipher_mismatch tls/handshake-refused',
      says: ['TLS alert 40', 'client certificate', 'its certificate and key'],
      unsaid: ['TLS 1.2 or 1.3'],
    },
    {
      title: 'TLS13-120: no application protocol in common is a matter of transport',
      seen: [...OPEN, unshaken('tls.version_or_cipher_mismatch', 'ERR_SSL_X', 120)],
      expected: 'request tls tls.version_or_cipher_mismatch tls/alpn-mismatch',
      says: ['ALPN', 'HTTP/1.1'],
      unsaid: ['TLS 1.2'],
    },
    {
      title: 'a small Diffie-Hellman group keeps the words of the library',
      seen: [
        ...OPEN,
        failed(
          'handshake',
          {
            code: 'tls.version_or_cipher_mismatch',
            errno: 'ERR_SSL_DH_KEY_TOO_SMALL',
            detail: 'dh key too small',
          },
          { servername: 'api.openai.com', of: 'target', verified: false },
        ),
      ],
      expected: 'connection-path tls tls.version_or_cipher_mismatch tls/weak-key-exchange',
      says: ['OpenSSL: dh key too small', 'ECDHE'],
      unsaid: ['TLS 1.2 or 1.3'],
    },
    {
      title: 'TLS14: an old protocol',
      seen: [
        ...OPEN,
        unshaken('tls.version_or_cipher_mismatch', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 70),
      ],
      expected: 'connection-path tls tls.version_or_cipher_mismatch tls/old-protocol',
      says: ['no common version'],
    },
    {
      title: 'TLS15: a name that the server does not know',
      seen: [
        ...OPEN,
        unshaken('tls.unrecognized_name_alert', 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 112),
      ],
      expected: 'connection-path tls tls.unrecognized_name_alert tls/unrecognized-name',
    },
    {
      title: 'TLS16: an alert without a conclusion of its own',
      seen: [...OPEN, unshaken('tls.failed', 'ERR_SSL_TLSV1_ALERT_ACCESS_DENIED', 49)],
      expected: 'connection-path tls tls.failed tls/failed',
      says: ['TLS alert 49'],
    },
    {
      title: 'TLS17: a client certificate is wanted',
      seen: [...OPEN, unshaken('tls.bad_client_auth_cert', 'ERR_SSL_X', 116)],
      expected: 'connection-path tls tls.bad_client_auth_cert tls/client-certificate',
    },
    {
      title: 'TLS18: TLS 1.3 says so only after the handshake',
      seen: [...OPEN, shakes(), unanswered('tls.bad_client_auth_cert', 'ERR_SSL_X')],
      expected: 'connection-path tls tls.bad_client_auth_cert tls/client-certificate',
    },
  ])
})
