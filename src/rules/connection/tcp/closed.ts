import { entryOf } from '../../../model/index.ts'
import { type BrokenStep, triedNote, where, tcp } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { isInternalHost, isOpenaiHost } from '../../../knowledge/hosts.ts'
import { isOnThisMachine, outage } from '../witnesses.ts'

function allow(step: BrokenStep): string {
  return `Allow ${tcp(step)} from this runner to ${step.host} in the egress firewall.`
}

/** A private endpoint resolves, but this runner has no way into its network. */
export const privateEndpoint: PathConclusion = {
  id: 'tcp/private-endpoint',
  says: (step) => {
    const inside = step.addresses.find(({ scope }) => scope === 'private' || scope === 'shared')
    if (inside === undefined || isInternalHost(step.host)) return undefined
    return {
      summary: `${step.host} resolves to the private address ${inside.address}, and no connection from this runner could be opened${triedNote(step)}: it has no route into that network.`,
      doNext: [
        `Run the job on a runner inside the network of ${inside.address}, or peer the networks and allow ${tcp(step)}.`,
      ],
      doNot: ['Do not open public access on the resource just to make this check pass.'],
      cites: [outage(step).control],
    }
  },
}

/** Neither the API nor the control host can be reached. */
export const egressClosed: PathConclusion = {
  id: 'tcp/egress-closed',
  says: (step) => {
    const { extent, note, control } = outage(step)
    if (extent !== 'everything' || isInternalHost(step.host)) return undefined
    return {
      summary: `No connection to ${where(step)} could be opened${triedNote(step)}${note}.`,
      doNext: [
        `Give this runner egress: a default route and ${tcp(step)}, or the proxy of this network in HTTPS_PROXY.`,
      ],
      doNot: [`Do not look for the fault at ${step.host}: nothing outside is reachable from here.`],
      cites: [control],
    }
  },
}

interface Closing {
  readonly id: string
  readonly code: string
  readonly retryable: boolean
  readonly what: (step: BrokenStep) => string
  readonly orders: (step: BrokenStep) => readonly string[]
}

/** Ways in which one destination is closed while others are open, or nobody knows. */
const CLOSINGS: readonly Closing[] = [
  {
    id: 'tcp/refused',
    code: 'tcp.refused',
    retryable: false,
    what: (step) =>
      isOpenaiHost(step.host)
        ? `a firewall rejects it, the API itself does not refuse this port`
        : 'a firewall rejects it or nothing listens on that port',
    orders: (step) =>
      isOpenaiHost(step.host)
        ? [allow(step)]
        : [
            allow(step),
            `Start the service that should listen on ${where(step)}, or correct the port in the base URL.`,
          ],
  },
  {
    id: 'tcp/reset',
    code: 'tcp.reset',
    retryable: true,
    what: () => 'a middlebox or load balancer resets it',
    orders: (step) => [
      `Find the device on the path that resets ${tcp(step)} to ${step.host} and allow the connection there.`,
    ],
  },
  {
    id: 'tcp/timed-out',
    code: 'tcp.timed_out',
    retryable: false,
    what: () => 'a firewall silently drops the packets',
    orders: (step) => [
      allow(step),
      `Allow the replies from ${step.host} back in, if the outgoing rule exists.`,
    ],
  },
  {
    id: 'tcp/unreachable',
    code: 'tcp.address_unreachable',
    retryable: false,
    what: (step) =>
      step.errno === 'EHOSTUNREACH'
        ? 'a router or firewall says that the host is unreachable or prohibited'
        : 'this runner has no route to it, or a router says that the network is unreachable',
    orders: (step) => [
      `Add a route from this runner to ${step.host}, or allow it on the router that rejects it.`,
    ],
  },
  {
    id: 'tcp/closed',
    code: 'tcp.closed',
    retryable: true,
    what: () => 'the other side closed it at once, like a load balancer without a backend',
    orders: (step) => [`Find the device that accepts and closes connections to ${where(step)}.`],
  },
]

/** A service on this very machine that does not take the connection: nothing lies between. */
const HERE: Readonly<Record<string, string>> = {
  'tcp.reset': 'it resets connections',
  'tcp.timed_out': 'it takes no connections, as when its queue is full',
  'tcp.closed': 'it closes connections at once',
}

export const serviceHere: PathConclusion = {
  id: 'tcp/service-here',
  says: (step) => {
    const what = entryOf(HERE, step.code)
    const gateway = step.evidence.route.kind !== 'openai' && isOnThisMachine(step)
    if (what === undefined || !gateway) return undefined
    return {
      owner: 'route-provider',
      retryable: true,
      summary: `No connection to the service at ${where(step)} on this very machine could be opened${triedNote(step)}: ${what}.`,
      doNext: [`Read the log of the service at ${where(step)}, and restart it if it hangs.`],
      doNot: ['Do not look for a firewall or proxy: there is nothing in between on loopback.'],
    }
  },
}

export const closings: readonly PathConclusion[] = CLOSINGS.map(
  ({ id, code, retryable, what, orders }) => ({
    id,
    when: (step) => step.code === code,
    says: (step) => {
      const { note, control } = outage(step)
      return {
        retryable,
        summary: `No connection to ${where(step)} could be opened${triedNote(step)}: ${what(step)}${note}.`,
        doNext: orders(step),
        cites: [control],
      }
    },
  }),
)

export const connectFailedOtherwise: PathConclusion = {
  id: 'tcp/failed',
  says: (step) => {
    const { note, control } = outage(step)
    return {
      retryable: step.code === 'tcp.aborted',
      summary: `No connection to ${where(step)} could be opened, and nothing names the cause (${step.code})${triedNote(step)}${note}.`,
      doNext: [allow(step)],
      cites: [control],
    }
  },
}
