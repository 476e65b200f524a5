import { entryOf } from '../../../model/index.ts'
import { factsOf, investigation } from '../../../model/reading.ts'
import { type BrokenStep, errnoNote, where, tcp } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { isOnThisMachine, outage } from '../witnesses.ts'

/** The handshake was cut off or fell silent, without a word of TLS. */
function cut(step: BrokenStep): string | undefined {
  return entryOf(CUTS, step.code)
}

const CUTS: Readonly<Record<string, string>> = {
  'tls.reset': 'is reset',
  'tls.closed': 'is closed',
  'tls.timed_out': 'gets no answer',
}

/** A hello of this size and more does not fit into one packet of 1500 bytes. */
const LARGE_HELLO_BYTES = 1400

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

/**
 * Node's ClientHello is about 1.6 kB since X25519MLKEM768 and spans two packets; a device that
 * does not put them together, or a path that loses full packets, lets only a small one pass.
 */
export const largeHello: PathConclusion = {
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
        ...(vanishes
          ? [
              'Clamp the TCP MSS or let ICMP "fragmentation needed" through on this path (MTU black hole).',
            ]
          : []),
      ],
      doNot: [
        'Do not pin an old TLS version in the application: size is the trouble, not the version.',
      ],
      cites: [small],
    }
  },
}

/** Another name passes on the same address, this one does not: somebody reads the SNI. */
export const nameBlocked: PathConclusion = {
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
      doNext: [
        `Allow the TLS server name ${step.host} in the firewall or proxy policy of this network.`,
      ],
      doNot: ['Do not allow only the IP addresses: the block is on the name.'],
      cites: [other],
    }
  },
}

/** Every way in which a handshake is cut without further evidence. */
export const handshakeCut: PathConclusion = {
  id: 'tls/handshake-cut',
  says: (step) => {
    const what = cut(step)
    if (what === undefined) return undefined
    if (step.evidence.route.kind !== 'openai' && isOnThisMachine(step)) {
      return {
        owner: 'route-provider',
        retryable: true,
        summary: `The service at ${where(step)} on this very machine takes the connection, but the TLS handshake ${what}${errnoNote(step)}.`,
        doNext: [
          `Read the log of the service at ${where(step)}; write http:// into the base URL if it speaks no TLS on that port.`,
        ],
        doNot: ['Do not look for a firewall or proxy: there is nothing in between on loopback.'],
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
        ...(step.code === 'tls.timed_out'
          ? [
              'Clamp the TCP MSS or let ICMP "fragmentation needed" through, if large packets get lost on this path.',
            ]
          : []),
      ],
      cites: [
        control,
        investigation(step.evidence, 'other-name'),
        investigation(step.evidence, 'small-hello'),
      ],
    }
  },
}
