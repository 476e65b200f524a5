import { KEEP_VERIFYING } from './served.ts'
import { alertNote, type BrokenStep, errnoNote, reasonNote, where, tcp } from './broken-step.ts'
import type { PathConclusion } from '../conclusion.ts'
import { isOpenaiHost } from '../../knowledge/hosts.ts'
import { entryOf } from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'
import { isOnThisMachine, outage } from './witnesses.ts'

/** TLS alert numbers (RFC 8446 §6) that need naming. */
const HANDSHAKE_FAILURE = 40
const NO_PROTOCOL = 120
const SMALL_DH = /^ERR_(?:SSL_DH_KEY_TOO_SMALL|SSL_BAD_DH_VALUE|TLS_DH_PARAM_SIZE)$/

const OLD_VERSION =
  /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|WRONG_SSL_VERSION|TLSV1_ALERT_PROTOCOL_VERSION)$/

/** Bytes that are no TLS: OpenSSL reads "HTTP/" as a record with an impossible version. */
const NOT_TLS = /^(?:ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)|EPROTO)$/

const CUTS: Readonly<Record<string, string>> = {
  'tls.reset': 'is reset',
  'tls.closed': 'is closed',
  'tls.timed_out': 'gets no answer',
}

/** A hello of this size and more does not fit into one packet of 1500 bytes. */
const LARGE_HELLO_BYTES = 1400

/** The two sides did not agree, or something between cut them off. */
export const HANDSHAKES: readonly PathConclusion[] = [
  {
    id: 'tls/client-certificate',
    when: (step) => step.code === 'tls.bad_client_auth_cert',
    says: (step) => ({
      rung: 'tls',
      summary: `The server that answers for ${step.host} requires a client certificate and got none that it accepts${alertNote(step)}.`,
      doNext: `Give the client a certificate that ${step.host} accepts, or use its address without mutual TLS.`,
      doNot: 'Do not replace the API key: mutual TLS is decided before any key is sent.',
    }),
  },
  /** No protocol of the application layer in common (RFC 7301 §3.2): the server wants another HTTP. */
  {
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
        doNot: 'Do not change TLS versions or ciphers: the handshake got past them.',
      }
    },
  },
  {
    id: 'tls/weak-key-exchange',
    when: (step) => step.code === 'tls.version_or_cipher_mismatch' && SMALL_DH.test(step.errno),
    says: (step) => ({
      summary: `The TLS handshake with ${where(step)} fails: its Diffie-Hellman group is too small${reasonNote(step)}; the versions match.`,
      doNext: `Give the server or inspection device that answers for ${step.host} cipher suites with ECDHE, or a Diffie-Hellman group of 2048 bits or more.`,
      doNot: 'Do not lower the security level of the application (`@SECLEVEL=0`).',
    }),
  },
  /** Alert 40 says only "no": cipher, curve, signature or a client certificate that is wanted. */
  {
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
  },
  {
    id: 'tls/old-protocol',
    when: (step) => step.code === 'tls.version_or_cipher_mismatch',
    says: (step) => {
      const version = OLD_VERSION.test(step.errno) || step.alert === 70
      return {
        summary: `TLS to ${where(step)} finds no common ${version ? 'version' : 'version, cipher or signature'}${reasonNote(step)}${isOpenaiHost(step.host) ? ': a device on the path answers, the API speaks TLS 1.2 and 1.3' : ''}.`,
        doNext: version
          ? `Update the server, firewall or inspection device that answers for ${step.host} to TLS 1.2 or 1.3.`
          : `Give the server, firewall or inspection device that answers for ${step.host} current cipher suites and signatures.`,
        doNot: 'Do not lower the TLS version of the application.',
      }
    },
  },
  {
    id: 'tls/unrecognized-name',
    when: (step) => step.code === 'tls.unrecognized_name_alert',
    says: (step) => ({
      summary: `The server at ${where(step)} does not know the name ${step.host}${alertNote(step)}.`,
      doNext: `Correct the host in the base URL, or configure ${step.host} on the server or gateway that answers there.`,
    }),
  },
  {
    id: 'tls/plain-text',
    says: (step) => {
      if (step.code !== 'tls.protocol.error' || !NOT_TLS.test(step.errno)) return undefined
      // No firewall answers in the place of a port that only this service uses.
      const ownPort =
        step.port !== 443 && step.evidence.route.kind === 'gateway' && step.proxy === ''
      return ownPort
        ? {
            owner: 'request',
            summary: `${where(step)} answers without TLS${errnoNote(step)}: the base URL says https://, the service speaks http://.`,
            doNext: `Write the scheme that ${where(step)} speaks into the base URL, or switch TLS on there.`,
          }
        : {
            summary: `${where(step)} answers without TLS${errnoNote(step)}: a captive portal, block page${step.proxy === '' ? '' : `, the proxy ${step.proxy}`} or another service is on the port.`,
            doNext: `Find the device that answers for ${where(step)} in clear text, and let TLS pass to the real host.`,
          }
    },
  },
  /**
   * Node's ClientHello is about 1.6 kB since X25519MLKEM768 and spans two packets; a device that
   * does not put them together, or a path that loses full packets, lets only a small one pass.
   */
  {
    id: 'tls/large-hello',
    says: (step) => {
      const what = cut(step)
      const small = investigation(step.evidence, 'small-hello')
      if (what === undefined || small?.outcome.status !== 'ok') return undefined
      if (isOnThisMachine(step) || largeHelloPasses(step)) return undefined
      const bytes = small.outcome.facts.helloBytes
      const vanishes = step.code === 'tls.timed_out'
      return {
        summary: `TLS to ${where(step)}${through(step)} ${what}${errnoNote(step)} with the normal ClientHello of 1.6 kB and works with one of ${bytes} bytes: ${vanishes ? 'the path loses full-size packets or a device on it cannot read' : 'a device on the path cannot read'} the post-quantum ClientHello.`,
        doNext: [
          `Update the firewall or TLS inspection that handles ${step.host} to one that reassembles a ClientHello of two packets.`,
          vanishes
            ? 'Clamp the TCP MSS or let ICMP "fragmentation needed" through on this path (MTU black hole).'
            : undefined,
        ],
        doNot:
          'Do not pin an old TLS version in the application: size is the trouble, not the version.',
        cites: [small],
      }
    },
  },
  {
    id: 'tls/name-blocked',
    says: (step) => {
      const what = cut(step)
      const other = investigation(step.evidence, 'other-name')
      const small = investigation(step.evidence, 'small-hello')
      const reached = factsOf<'other-name'>(other)?.reached === true
      if (what === undefined || other?.outcome.status !== 'ok') return undefined
      if (!reached || small?.outcome.status === 'ok' || isOnThisMachine(step)) return undefined
      return {
        summary: `TLS to ${where(step)}${through(step)} ${what}${errnoNote(step)} after the ClientHello, while the name ${other.outcome.facts.servername} passes on the same address: a firewall blocks ${step.host} by name (SNI).`,
        doNext: `Allow the TLS server name ${step.host} in the firewall or proxy policy of this network.`,
        doNot: 'Do not allow only the IP addresses: the block is on the name.',
        cites: [other],
      }
    },
  },
  {
    id: 'tls/handshake-cut',
    says: (step) => {
      const what = cut(step)
      if (what === undefined) return undefined
      if (step.evidence.route.kind !== 'openai' && isOnThisMachine(step)) {
        return {
          owner: 'route-provider',
          retryable: true,
          summary: `The service at ${where(step)} on this very machine takes the connection, but the TLS handshake ${what}${errnoNote(step)}.`,
          doNext: `Read the log of the service at ${where(step)}; write http:// into the base URL if it speaks no TLS on that port.`,
          doNot: 'Do not look for a firewall or proxy: there is nothing in between on loopback.',
        }
      }
      const { note, control } = outage(step)
      const passesNow = investigation(step.evidence, 'small-hello')?.outcome.status === 'ok'
      return {
        retryable: true,
        summary: `The connection to ${where(step)}${through(step)} opens, but the TLS handshake ${what}${errnoNote(step)}${passesNow ? '; tried again, handshakes there pass, so the failure comes and goes' : note}.`,
        doNext: [
          step.proxy === ''
            ? `Allow TLS to ${step.host} in the firewall or inspection device that lets ${tcp(step)} through and cuts the handshake.`
            : `Allow TLS to ${step.host} on the proxy ${step.proxy}, or repair its own egress: it opened the tunnel and then cut the handshake.`,
          step.code === 'tls.timed_out'
            ? 'Clamp the TCP MSS or let ICMP "fragmentation needed" through, if large packets get lost on this path.'
            : undefined,
        ],
        cites: [
          control,
          investigation(step.evidence, 'other-name'),
          investigation(step.evidence, 'small-hello'),
        ],
      }
    },
  },
  {
    id: 'tls/failed',
    says: (step) => ({
      summary: `The TLS handshake with ${where(step)} failed, and nothing names the cause${alertNote(step)}.`,
      doNext: [
        step.evidence.source === 'log'
          ? 'Log the whole error of the client: the alert or the verification result in it names the cause.'
          : undefined,
        `If only the other end knows the cause, ask whoever runs the device or server that answers for ${step.host} for its TLS log of this time.`,
      ],
      doNot: KEEP_VERIFYING,
    }),
  },
]

function strangerNote(step: BrokenStep): string {
  return isOpenaiHost(step.host) ? '; a device on the path answers, the API does neither' : ''
}

/** The handshake was cut off or fell silent, without a word of TLS. */
function cut(step: BrokenStep): string | undefined {
  return entryOf(CUTS, step.code)
}

/**
 * A large hello for another name passed on the same address, so size is not what is filtered.
 * The investigation sends the default hello unless it says otherwise.
 */
function largeHelloPasses(step: BrokenStep): boolean {
  const other = factsOf<'other-name'>(investigation(step.evidence, 'other-name'))
  return other?.reached === true && (other.helloBytes ?? LARGE_HELLO_BYTES + 1) > LARGE_HELLO_BYTES
}

function through(step: BrokenStep): string {
  return step.proxy === '' ? '' : ` through the tunnel of ${step.proxy}`
}
