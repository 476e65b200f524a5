import { type BrokenStep, errnoNote, where } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { isOpenaiHost } from '../../../knowledge/hosts.ts'
import { certificateFailed, issuedBy, KEEP_VERIFYING, served } from './served.ts'

/** TLS alert numbers (RFC 8446 §6) that need naming. */
const HANDSHAKE_FAILURE = 40
const NO_PROTOCOL = 120

function alertNote(step: BrokenStep): string {
  return step.alert === undefined ? reasonNote(step) : ` (TLS alert ${step.alert})`
}

function detailOf(step: BrokenStep): string | undefined {
  return step.observation.outcome.failure.detail
}

/** ` (OpenSSL: dh key too small)`, else the alert or the errno. */
function reasonNote(step: BrokenStep): string {
  const reason = detailOf(step)
  if (reason === undefined) {
    return step.alert === undefined ? errnoNote(step) : ` (TLS alert ${step.alert})`
  }
  const alert = step.alert === undefined ? '' : `, TLS alert ${step.alert}`
  return ` (OpenSSL: ${reason}${alert})`
}

/** The other side wants to know who we are by certificate. */
export const clientCertificate: PathConclusion = {
  id: 'tls/client-certificate',
  when: (step) => step.code === 'tls.bad_client_auth_cert',
  says: (step) => ({
    rung: 'tls',
    summary: `The server that answers for ${step.host} requires a client certificate and got none that it accepts${alertNote(step)}.`,
    doNext: [
      `Give the client a certificate that ${step.host} accepts, or use its address without mutual TLS.`,
    ],
    doNot: ['Do not replace the API key: mutual TLS is decided before any key is sent.'],
  }),
}

/** No protocol of the application layer in common (RFC 7301 §3.2): the server wants another HTTP. */
export const alpnMismatch: PathConclusion = {
  id: 'tls/alpn-mismatch',
  when: (step) => step.code === 'tls.version_or_cipher_mismatch' && step.alert === NO_PROTOCOL,
  says: (step) => {
    const { client, httpVersion } = step.evidence.egress
    const ours = httpVersion === '2' ? 'HTTP/2 and HTTP/1.1' : 'HTTP/1.1'
    return {
      owner: 'request',
      summary: `${where(step)} refuses the protocols that the ${client} client offers (ALPN: ${ours})${alertNote(step)}: the TLS versions match, the two speak different HTTP.`,
      doNext: [
        `Enable HTTP/1.1 (ALPN http/1.1) on the server or load balancer for ${where(step)}, or give the application an HTTP client that speaks HTTP/2.`,
        `Compare the port in the base URL with the one that ${step.host} publishes for HTTPS: a port for gRPC speaks only HTTP/2.`,
      ],
      doNot: ['Do not change TLS versions or ciphers: the handshake got past them.'],
    }
  },
}

/** The key exchange that the server offers is weaker than this client takes. */
export const weakKeyExchange: PathConclusion = {
  id: 'tls/weak-key-exchange',
  when: (step) => step.code === 'tls.version_or_cipher_mismatch' && SMALL_DH.has(step.errno),
  says: (step) => ({
    summary: `The TLS handshake with ${where(step)} fails: its Diffie-Hellman group is too small${reasonNote(step)}; the versions match.`,
    doNext: [
      `Give the server or inspection device that answers for ${step.host} cipher suites with ECDHE, or a Diffie-Hellman group of 2048 bits or more.`,
    ],
    doNot: ['Do not lower the security level of the application (`@SECLEVEL=0`).'],
  }),
}

const SMALL_DH: ReadonlySet<string> = new Set([
  'ERR_SSL_DH_KEY_TOO_SMALL',
  'ERR_SSL_BAD_DH_VALUE',
  'ERR_TLS_DH_PARAM_SIZE',
])

/** Alert 40 says only "no": cipher, curve, signature or a client certificate that is wanted. */
export const handshakeRefused: PathConclusion = {
  id: 'tls/handshake-refused',
  when: (step) =>
    step.code === 'tls.version_or_cipher_mismatch' && step.alert === HANDSHAKE_FAILURE,
  says: (step) => ({
    summary: `${where(step)} refuses the handshake${alertNote(step)}: no cipher, curve or signature in common, or it requires a client certificate${strangerNote(step)}.`,
    doNext: [
      `If ${step.host} asks for mutual TLS, give the client its certificate and key: TLS 1.2 says no more than alert 40 when they are missing.`,
      `Otherwise give the server or inspection device that answers for ${step.host} current cipher suites (ECDHE with AES-GCM or ChaCha20).`,
    ],
    doNot: [
      'Do not lower the TLS version of the application.',
      'Do not replace the API key: no key has been sent.',
    ],
  }),
}

function strangerNote(step: BrokenStep): string {
  return isOpenaiHost(step.host) ? '; a device on the path answers, the API does neither' : ''
}

/** No common version, or one that the library names otherwise. */
export const versionMismatch: PathConclusion = {
  id: 'tls/old-protocol',
  when: (step) => step.code === 'tls.version_or_cipher_mismatch',
  says: (step) => {
    const version = OLD_VERSION.has(step.errno) || step.alert === 70
    return {
      summary: `TLS to ${where(step)} finds no common ${version ? 'version' : 'version, cipher or signature'}${reasonNote(step)}${isOpenaiHost(step.host) ? ': a device on the path answers, the API speaks TLS 1.2 and 1.3' : ''}.`,
      doNext: [
        version
          ? `Update the server, firewall or inspection device that answers for ${step.host} to TLS 1.2 or 1.3.`
          : `Give the server, firewall or inspection device that answers for ${step.host} current cipher suites and signatures.`,
      ],
      doNot: ['Do not lower the TLS version of the application.'],
    }
  },
}

const OLD_VERSION: ReadonlySet<string> = new Set([
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_WRONG_SSL_VERSION',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
])

/** The server name is not known there. */
export const unrecognizedName: PathConclusion = {
  id: 'tls/unrecognized-name',
  when: (step) => step.code === 'tls.unrecognized_name_alert',
  says: (step) => ({
    summary: `The server at ${where(step)} does not know the name ${step.host}${alertNote(step)}.`,
    doNext: [
      `Correct the host in the base URL, or configure ${step.host} on the server or gateway that answers there.`,
    ],
  }),
}

/** Bytes that are no TLS: OpenSSL reads "HTTP/" as a record with an impossible version. */
const NOT_TLS: ReadonlySet<string> = new Set([
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_HTTP_REQUEST',
  'EPROTO',
])

/** Something answers in clear text on the TLS port. */
export const notTls: PathConclusion = {
  id: 'tls/plain-text',
  says: (step) => {
    if (step.code !== 'tls.protocol.error' || !NOT_TLS.has(step.errno)) return undefined
    // No firewall answers in the place of a port that only this service uses.
    const ownPort = step.port !== 443 && step.evidence.route.kind === 'gateway' && step.proxy === ''
    return ownPort
      ? {
          owner: 'request',
          summary: `${where(step)} answers without TLS${errnoNote(step)}: the base URL says https://, the service speaks http://.`,
          doNext: [
            `Write the scheme that ${where(step)} speaks into the base URL, or switch TLS on there.`,
          ],
        }
      : {
          summary: `${where(step)} answers without TLS${errnoNote(step)}: a captive portal, block page${step.proxy === '' ? '' : `, the proxy ${step.proxy}`} or another service is on the port.`,
          doNext: [
            `Find the device that answers for ${where(step)} in clear text, and let TLS pass to the real host.`,
          ],
        }
  },
}

/** A certificate that no clock, name or trust store can save. */
export const certificateInvalid: PathConclusion = {
  id: 'tls/certificate-invalid',
  when: (step) => certificateFailed(step),
  says: (step) => {
    const chain = served(step)
    const revoked = step.code === 'tls.cert.revoked'
    // OpenSSL's headline without the reason behind it, as logs keep it: no errno, no words.
    if (!revoked && step.errno === '' && detailOf(step) === undefined) {
      return {
        summary: `The client does not accept the certificate for ${step.host}, and nothing says why: an authority that it does not know is the most common reason.`,
        doNext: [
          'Log the whole error of the client: the reason follows `certificate verify failed`.',
          'If this is a slim container image, install its `ca-certificates` package; if the traffic is inspected, add the root certificate of the inspecting device to the trust store that this client reads.',
        ],
        doNot: [KEEP_VERIFYING],
        cites: [chain.observation],
      }
    }
    return {
      summary: `The certificate for ${step.host}${issuedBy(step, chain)} is ${revoked ? 'revoked' : `not acceptable${detailOf(step) === undefined ? ' (purpose, constraints, key strength or signature)' : reasonNote(step)}`}.`,
      doNext: [
        `Replace the certificate on the server or inspecting proxy that answers for ${step.host}.`,
      ],
      doNot: [KEEP_VERIFYING],
      cites: [chain.observation],
    }
  },
}

/** Schannel fails where neither CRL nor OCSP answers; others do not ask. */
export const revocationUnchecked: PathConclusion = {
  id: 'tls/revocation-unchecked',
  when: (step) => step.errno === 'UNABLE_TO_GET_CRL',
  says: (step) => ({
    summary: `The client could not check whether the certificate for ${step.host} is revoked${errnoNote(step)}: the servers that say so cannot be reached from this runner.`,
    doNext: [
      'Allow the CRL and OCSP addresses that the certificate names, normally TCP 80, in the egress firewall.',
      'If TLS inspection signs the certificate, ask its owner for certificates whose revocation list this runner can reach.',
    ],
    doNot: [KEEP_VERIFYING],
  }),
}

export const handshakeFailedOtherwise: PathConclusion = {
  id: 'tls/failed',
  says: (step) => ({
    summary: `The TLS handshake with ${where(step)} failed, and nothing names the cause${alertNote(step)}.`,
    doNext: [
      ...(step.evidence.source === 'log'
        ? [
            'Log the whole error of the client: the alert or the verification result in it names the cause.',
          ]
        : []),
      `If only the other end knows the cause, ask whoever runs the device or server that answers for ${step.host} for its TLS log of this time.`,
    ],
    doNot: [KEEP_VERIFYING],
  }),
}
