import { entryOf, hostAndPort, type AddressAttempt, type Observation } from '../../model/index.ts'
import { errnoNote, triedNote, where, tcp, type BrokenStep } from './broken-step.ts'
import type { PathConclusion } from '../conclusion.ts'
import { isThisMachine } from '../../knowledge/addresses.ts'
import { factsOf, investigation } from '../../model/reading.ts'
import { isInternalHost, isOpenaiHost } from '../../knowledge/hosts.ts'
import { isOnThisMachine, outage } from './witnesses.ts'

/** Netfilter and seccomp answer EPERM, a prohibit route EACCES, a blackhole route EINVAL. */
const REFUSED_HERE: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EINVAL'])

/** Limits of this machine that look like the network. */
const LIMITS: Readonly<Record<string, { readonly what: string; readonly order: string }>> = {
  EMFILE: {
    what: 'the process has no file descriptor left',
    order: 'Raise `ulimit -n` for the runner service or close what holds the descriptors.',
  },
  ENFILE: {
    what: 'the machine has no file descriptor left',
    order: 'Raise fs.file-max on this runner or close what holds the descriptors.',
  },
  ENOBUFS: {
    what: 'the kernel has no buffer left for sockets',
    order: 'Give this runner more memory for sockets or close what holds them.',
  },
  EADDRNOTAVAIL: {
    what: 'there is no local address or port to connect from',
    order:
      'Free or widen the local ports (net.ipv4.ip_local_port_range); for an IPv6 address, enable IPv6 on this runner.',
  },
  EAFNOSUPPORT: {
    what: 'this runner does not speak the address family',
    order: 'Use a host with an IPv4 address, or enable IPv6 on this runner.',
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

/** No connection could be opened. */
export const CONNECTIONS: readonly PathConclusion[] = [
  {
    id: 'tcp/local-firewall',
    when: (step) => REFUSED_HERE.has(step.errno),
    says: (step) => ({
      summary: `This runner itself forbids the connection to ${where(step)}${triedNote(step)}: a local firewall rule, sandbox or prohibit route, not the network.`,
      doNext: `Allow outgoing ${tcp(step)} to ${step.host} in the host firewall, security agent or routing table of this runner.`,
      doNot: 'Do not ask the network team to open a port: no packet left this machine.',
    }),
  },
  {
    id: 'tcp/local-limit',
    says: (step) => {
      const limit = entryOf(LIMITS, step.errno)
      if (limit === undefined) return undefined
      return {
        summary: `No connection to ${where(step)} could be started${errnoNote(step)}: ${limit.what}.`,
        doNext: limit.order,
        doNot: 'Do not ask the network team to open a port: no packet left this machine.',
      }
    },
  },
  /** Node gives each address but the last 250 ms (nodejs/node#54359); this one needs longer. */
  {
    id: 'tcp/attempt-timeout',
    says: (step) => {
      const alone = openedAlone(step)
      const { addressTimeoutMs, client } = step.evidence.egress
      const slow = alone?.opened.find(({ elapsedMs }) => elapsedMs > addressTimeoutMs)
      if (alone === undefined || slow === undefined) return undefined
      // The others let the first attempt go on beside the next one.
      if (client !== 'node') return undefined
      const needsMs = Math.ceil(slow.elapsedMs)
      const giveMs = Math.max(1000, Math.ceil((needsMs * 2) / 500) * 500)
      return {
        summary: `${hostAndPort(slow.address, slow.port)} answers, but needs ${needsMs} ms; the ${client} client gives each address of ${step.host} only ${addressTimeoutMs} ms${triedNote(step)}.`,
        doNext: [
          `Set NODE_OPTIONS=--network-family-autoselection-attempt-timeout=${giveMs} in the job's env.`,
          `Remove the dead addresses of ${step.host} from DNS, or repair the address family that does not answer.`,
        ],
        doNot: 'Do not ask for a firewall opening: the address is reachable.',
        cites: [alone.observation],
      }
    },
  },
  /** A client that tries one address after the other spends its whole time on a dead one; some try no other. */
  {
    id: 'tcp/dead-address-first',
    says: (step) => {
      const alone = openedAlone(step)
      const dialled = new Set(step.attempts.map(({ address }) => address))
      const untried = alone?.opened.find(({ address }) => !dialled.has(address))
      const [dead] = step.attempts
      if (alone === undefined || untried === undefined) return undefined
      if (dead === undefined) return undefined
      const { client, firstAddressOnly } = step.evidence.egress
      const whoWaits =
        firstAddressOnly?.applies === 'yes'
          ? `${firstAddressOnly.because} dials only ${dead.address}`
          : `the ${client} client waits for ${dead.address} first`
      return {
        summary: `${step.host} has the address ${untried.address}, which opens in ${Math.round(untried.elapsedMs)} ms, but ${whoWaits}${triedNote(step)}.`,
        doNext: `Repair the path to ${dead.address} or remove that address of ${step.host} from this runner's DNS${dead.family === 6 ? '; switching IPv6 off on the runner does the same' : ''}.`,
        doNot: `Do not open the firewall for all of ${step.host}: one of its addresses is reachable.`,
        cites: [alone.observation],
      }
    },
  },
  /** The base URL points at the runner, or at the container of the step, and nothing listens there. */
  {
    id: 'tcp/nothing-listens-here',
    when: (step) => isThisMachine(step.host) && step.code === 'tcp.refused',
    says: (step) => ({
      // What should listen there is the gateway; on the direct route nobody's service is meant.
      ...(step.evidence.route.kind === 'openai' ? {} : { owner: 'route-provider' as const }),
      summary: `Nothing listens on ${where(step)}${triedNote(step)}; ${step.host} is this runner, and inside a container the container itself.`,
      doNext: `Start the service for ${where(step)} before this step, or set the base URL to the name of the service container or host that runs it.`,
    }),
  },
  {
    id: 'tcp/intermittent',
    says: (step) => {
      const alone = openedAlone(step)
      const first = alone?.opened.at(-1)
      if (alone === undefined || first === undefined) return undefined
      return {
        retryable: true,
        summary: `The connection to ${where(step)} failed${triedNote(step)}, but dialled again ${hostAndPort(first.address, first.port)} opened in ${Math.round(first.elapsedMs)} ms: the path loses connections.`,
        doNext: `Run the preflight again; if it recurs, give the network team the times and the address ${first.address} to look for loss or a connection limit.`,
        cites: [alone.observation],
      }
    },
  },
  {
    id: 'tcp/service-here',
    says: (step) => {
      const what = entryOf(HERE, step.code)
      const gateway = step.evidence.route.kind !== 'openai' && isOnThisMachine(step)
      if (what === undefined || !gateway) return undefined
      return {
        owner: 'route-provider',
        retryable: true,
        summary: `No connection to the service at ${where(step)} on this very machine could be opened${triedNote(step)}: ${what}.`,
        doNext: `Read the log of the service at ${where(step)}, and restart it if it hangs.`,
        doNot: 'Do not look for a firewall or proxy: there is nothing in between on loopback.',
      }
    },
  },
  {
    id: 'tcp/private-endpoint',
    says: (step) => {
      const inside = step.addresses.find(({ scope }) => scope === 'private' || scope === 'shared')
      if (inside === undefined || isInternalHost(step.host)) return undefined
      return {
        summary: `${step.host} resolves to the private address ${inside.address}, and no connection from this runner could be opened${triedNote(step)}: it has no route into that network.`,
        doNext: `Run the job on a runner inside the network of ${inside.address}, or peer the networks and allow ${tcp(step)}.`,
        doNot: 'Do not open public access on the resource just to make this check pass.',
        cites: [outage(step).control],
      }
    },
  },
  {
    id: 'tcp/egress-closed',
    says: (step) => {
      const { extent, note, control } = outage(step)
      if (extent !== 'everything' || isInternalHost(step.host)) return undefined
      return {
        summary: `No connection to ${where(step)} could be opened${triedNote(step)}${note}.`,
        doNext: `Give this runner egress: a default route and ${tcp(step)}, or the proxy of this network in HTTPS_PROXY.`,
        doNot: `Do not look for the fault at ${step.host}: nothing outside is reachable from here.`,
        cites: [control],
      }
    },
  },
  ...CLOSINGS.map(({ id, code, retryable, what, orders }): PathConclusion => ({
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
  })),
  {
    id: 'tcp/failed',
    says: (step) => {
      const { note, control } = outage(step)
      return {
        retryable: step.code === 'tcp.aborted',
        summary: `No connection to ${where(step)} could be opened, and nothing names the cause (${step.code})${triedNote(step)}${note}.`,
        doNext: allow(step),
        cites: [control],
      }
    },
  },
]

/** Addresses dialled alone, with time: the ones that opened, slowest first. */
function openedAlone(step: BrokenStep):
  | {
      readonly opened: readonly AddressAttempt[]
      readonly observation: Observation<'addresses'>
    }
  | undefined {
  const seen = investigation(step.evidence, 'addresses')
  const attempts = factsOf<'addresses'>(seen)?.attempts ?? []
  const opened = attempts
    .filter(({ status }) => status === 'ok')
    .toSorted((a, b) => b.elapsedMs - a.elapsedMs)
  return seen === undefined || opened.length === 0 ? undefined : { opened, observation: seen }
}

function allow(step: BrokenStep): string {
  return `Allow ${tcp(step)} from this runner to ${step.host} in the egress firewall.`
}
