import { entryOf } from '../../../model/index.ts'
import { errnoNote, triedNote, where, tcp } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { isThisMachine } from '../../../knowledge/addresses.ts'

/** The base URL points at the runner, or at the container of the step, and nothing listens there. */
export const nothingListensHere: PathConclusion = {
  id: 'tcp/nothing-listens-here',
  when: (step) => isThisMachine(step.host) && step.code === 'tcp.refused',
  says: (step) => ({
    // What should listen there is the gateway; on the direct route nobody's service is meant.
    ...(step.evidence.route.kind === 'openai' ? {} : { owner: 'route-provider' as const }),
    summary: `Nothing listens on ${where(step)}${triedNote(step)}; ${step.host} is this runner, and inside a container the container itself.`,
    doNext: [
      `Start the service for ${where(step)} before this step, or set the base URL to the name of the service container or host that runs it.`,
    ],
  }),
}

/** The kernel of this machine said no before a packet left. */
export const localFirewall: PathConclusion = {
  id: 'tcp/local-firewall',
  when: (step) => REFUSED_HERE.has(step.errno),
  says: (step) => ({
    summary: `This runner itself forbids the connection to ${where(step)}${triedNote(step)}: a local firewall rule, sandbox or prohibit route, not the network.`,
    doNext: [
      `Allow outgoing ${tcp(step)} to ${step.host} in the host firewall, security agent or routing table of this runner.`,
    ],
    doNot: ['Do not ask the network team to open a port: no packet left this machine.'],
  }),
}

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

/** Out of descriptors, ports or buffers. */
export const localLimit: PathConclusion = {
  id: 'tcp/local-limit',
  says: (step) => {
    const limit = entryOf(LIMITS, step.errno)
    return limit === undefined
      ? undefined
      : {
          summary: `No connection to ${where(step)} could be started${errnoNote(step)}: ${limit.what}.`,
          doNext: [limit.order],
          doNot: ['Do not ask the network team to open a port: no packet left this machine.'],
        }
  },
}
