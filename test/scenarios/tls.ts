/** The handshake is broken, refused, or not TLS at all. */
import {
  alertAfterHello,
  answerHelloWith,
  breakAfterFirstBytes,
  breakInHandshake,
  NOT_TLS,
  startClientCertificate,
  startHelloLimit,
  startNameBlock,
  startOldTls,
} from '../loopback/faults.ts'
import { h2Only } from '../lab/http-faults.ts'
import { broken } from './loopback.ts'
import { fails, path } from './scenario.ts'
import type { Code } from '../../src/model/index.ts'
import type { Scenario } from './scenario.ts'

const ALERTS: readonly (readonly [number, string, Code])[] = [
  [40, 'handshake_failure', 'tls.version_or_cipher_mismatch'],
  [48, 'unknown_ca', 'tls.bad_client_auth_cert'],
  [49, 'access_denied', 'tls.protocol.error'],
  [70, 'protocol_version', 'tls.version_or_cipher_mismatch'],
  [80, 'internal_error', 'tls.protocol.error'],
  [112, 'unrecognized_name', 'tls.unrecognized_name_alert'],
  [116, 'certificate_required', 'tls.bad_client_auth_cert'],
  [120, 'no_application_protocol', 'tls.version_or_cipher_mismatch'],
]

const NOISE: readonly (readonly [keyof typeof NOT_TLS, string])[] = [
  ['plain-http', 'plain HTTP'],
  ['block-page', 'a redirect in plain HTTP'],
  ['ssh', 'an SSH banner'],
  ['garbage', 'noise'],
]

export const TLS: readonly Scenario[] = [
  broken(
    'TLS01',
    'A reset answers the ClientHello',
    () => breakAfterFirstBytes('reset'),
    path('tls', 'tls.reset', 'tcp'),
  ),
  broken(
    'TLS02',
    'A close answers the ClientHello',
    () => breakAfterFirstBytes('fin'),
    path('tls', 'tls.closed', 'tcp'),
  ),
  broken(
    'TLS03',
    'Nothing answers the ClientHello',
    () => breakAfterFirstBytes('silence'),
    path('tls', 'tls.timed_out', 'tcp'),
    { oneAttempt: true },
  ),
  broken(
    'TLS04',
    'A box resets the connection by the name in the ClientHello',
    async (lab) => {
      const api = await lab.api()
      return startNameBlock(api, 'reset', ['localhost'])
    },
    path('tls', 'tls.reset', 'tcp'),
  ),
  broken(
    'TLS05',
    'A box resets a ClientHello of more than 1400 bytes, the small one passes',
    async (lab) => {
      const api = await lab.api()
      return startHelloLimit(api, 'reset')
    },
    path('tls', 'tls.reset', 'tcp'),
  ),
  broken(
    'TLS05-silence',
    'A box swallows a ClientHello of more than 1400 bytes, the small one passes',
    async (lab) => {
      const api = await lab.api()
      return startHelloLimit(api, 'silence')
    },
    path('tls', 'tls.timed_out', 'tcp'),
  ),
  broken(
    'TLS06',
    'A reset in the middle of the handshake',
    () => breakInHandshake('reset'),
    path('tls', 'tls.reset', 'tcp'),
  ),
  broken(
    'TLS07',
    'A close in the middle of the handshake',
    () => breakInHandshake('fin'),
    path('tls', 'tls.closed', 'tcp'),
  ),
  broken(
    'TLS08-loopback',
    'Silence in the middle of the handshake',
    () => breakInHandshake('silence', 900),
    path('tls', 'tls.timed_out', 'tcp'),
  ),
  ...NOISE.map(([kind, words]) =>
    broken(
      `TLS11-${kind}`,
      `The port answers with ${words}`,
      () => answerHelloWith(NOT_TLS[kind]),
      path('tls', 'tls.protocol.error', 'tcp'),
    ),
  ),
  ...ALERTS.map(([number, name, code]) =>
    broken(
      `TLS13-${String(number)}`,
      `The server sends alert ${String(number)}, ${name}`,
      () => alertAfterHello(number),
      number === 120 ? fails('request', 'tls', code, 'tcp') : path('tls', code, 'tcp'),
    ),
  ),
  broken(
    'TLS14',
    'The server speaks nothing newer than TLS 1.1',
    () => startOldTls(),
    path('tls', 'tls.version_or_cipher_mismatch', 'tcp'),
  ),
  broken(
    'TLS17',
    'The server requires a client certificate, TLS 1.2',
    () => startClientCertificate('TLSv1.2'),
    // Alert 40 says the same for a cipher that nobody shares; the finding names both.
    path('tls', 'tls.version_or_cipher_mismatch', 'tcp'),
  ),
  broken(
    'TLS18',
    'The server requires a client certificate, TLS 1.3',
    () => startClientCertificate('TLSv1.3'),
    path('tls', 'tls.bad_client_auth_cert', 'tcp'),
  ),
  broken(
    'HTTP31',
    'The server speaks h2 and nothing else',
    () => h2Only(),
    fails('request', 'tls', 'tls.version_or_cipher_mismatch', 'tcp'),
  ),
]
