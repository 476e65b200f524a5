/** The connection does not open, or is broken before a byte of TLS. */
import { startBlackhole } from '../lab/blackhole.ts'
import { breakOnAccept, closedPort } from '../loopback/faults.ts'
import { broken, direct } from './loopback.ts'
import { path } from './scenario.ts'
import type { Scenario } from './scenario.ts'

export const TCP: readonly Scenario[] = [
  {
    id: 'TCP01',
    title: 'The port is closed',
    needs: 'loopback',
    expect: path('tcp', 'tcp.refused', 'dns'),
    async arrange(lab) {
      const { port } = await lab.use(closedPort())
      return { flags: direct(port, '127.0.0.1') }
    },
  },
  {
    id: 'TCP02',
    title: 'Every address refuses, IPv4 and IPv6',
    needs: 'loopback',
    expect: path('tcp', 'tcp.refused', 'dns'),
    async arrange(lab) {
      const { port } = await lab.use(closedPort())
      return { flags: direct(port) }
    },
  },
  {
    id: 'TCP03',
    title: 'The SYN gets no answer',
    needs: 'loopback',
    expect: path('tcp', 'tcp.timed_out', 'dns'),
    async arrange(lab) {
      const { port } = await lab.use(startBlackhole())
      return { flags: direct(port, '127.0.0.1'), oneAttempt: true }
    },
  },
  broken(
    'TCP14',
    'The connection is reset right after it opened',
    () => breakOnAccept('reset'),
    path('tls', 'tls.reset', 'tcp'),
  ),
  broken(
    'TCP15',
    'The connection is closed right after it opened',
    () => breakOnAccept('fin'),
    path('tls', 'tls.closed', 'tcp'),
  ),
  broken(
    'TCP16',
    'The connection opens and nothing ever comes',
    () => breakOnAccept('silence'),
    path('tls', 'tls.timed_out', 'tcp'),
    { oneAttempt: true },
  ),
]
