import { type BrokenStep, errnoNote, where } from '../broken-step.ts'
import type { PathConclusion } from '../conclusion.ts'
import { isOpenaiHost } from '../../../knowledge/hosts.ts'
import { certificateFailed, issuedBy, KEEP_VERIFYING, served } from './served.ts'

/** TLS alert numbers (RFC 8446 §6) that need naming. */
const HANDSHAKE_FAILURE = 40

function alertNote(step: BrokenStep): string {
  return step.alert === undefined ? errnoNote(step) : ` (TLS alert ${step.alert})`
}

/** The other side wants to know who we are by certificate. */
export const clientCertificate: PathConclusion = {
  id: 'tls/client-certificate',
  conclude: (step) =>
    step.code === 'tls.bad_client_auth_cert'
      ? {
          rung: 'tls',
          summary: `The server that answers for ${step.host} wants a client certificate and got none that it accepts${alertNote(step)}.`,
          doNext: [
            `Give the client a certificate that ${step.host} accepts, or use its address without mutual TLS.`,
          ],
          doNot: ['Do not replace the API key: mutual TLS is decided before any key is sent.'],
        }
      : undefined,
}

/** No common version, cipher or curve. */
export const versionMismatch: PathConclusion = {
  id: 'tls/old-protocol',
  conclude: (step) => {
    if (step.code !== 'tls.version_or_cipher_mismatch') return undefined
    const maybeCertificate = step.alert === HANDSHAKE_FAILURE
    return {
      summary: `TLS to ${where(step)} finds no common ${maybeCertificate ? 'cipher or curve, or a client certificate is wanted' : 'version'}${alertNote(step)}${isOpenaiHost(step.host) ? ': a device on the path answers, the API speaks TLS 1.2 and 1.3' : ''}.`,
      doNext: [
        `Update the server, firewall or inspection device that answers for ${step.host} to TLS 1.2 or 1.3 with current ciphers.`,
      ],
      doNot: ['Do not lower the TLS version of the application.'],
    }
  },
}

/** The server name is not known there. */
export const unrecognizedName: PathConclusion = {
  id: 'tls/unrecognized-name',
  conclude: (step) =>
    step.code === 'tls.unrecognized_name_alert'
      ? {
          summary: `The server at ${where(step)} does not know the name ${step.host}${alertNote(step)}.`,
          doNext: [
            `Correct the host in the base URL, or configure ${step.host} on the server or gateway that answers there.`,
          ],
        }
      : undefined,
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
  conclude: (step) => {
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
          summary: `${where(step)} answers without TLS${errnoNote(step)}: a captive portal, block page${step.proxy === '' ? '' : `, the proxy ${step.proxy}`} or another service stands on the port.`,
          doNext: [
            `Find the device that answers for ${where(step)} in clear text, and let TLS pass to the real host.`,
          ],
        }
  },
}

/** A certificate that no clock, name or trust store can save. */
export const certificateInvalid: PathConclusion = {
  id: 'tls/certificate-invalid',
  conclude: (step) => {
    if (!certificateFailed(step)) return undefined
    const chain = served(step)
    const revoked = step.code === 'tls.cert.revoked'
    return {
      summary: `The certificate for ${step.host}${issuedBy(step, chain)} is ${revoked ? 'revoked' : 'not acceptable (purpose, constraints, key strength or signature)'}.`,
      doNext: [
        `Replace the certificate on the server or inspecting proxy that answers for ${step.host}.`,
      ],
      doNot: [KEEP_VERIFYING],
      cites: [chain.observation],
    }
  },
}

export const handshakeFailedOtherwise: PathConclusion = {
  id: 'tls/failed',
  conclude: (step) =>
    step.layer === 'tls'
      ? {
          summary: `The TLS handshake with ${where(step)} failed: ${step.code}${alertNote(step)}.`,
          doNext: [
            `Find the device or server that answers for ${step.host} and read its TLS log for this time.`,
          ],
          doNot: [KEEP_VERIFYING],
        }
      : undefined,
}
