import { networkInterfaces } from 'node:os'
import { scopeOf } from '../knowledge/addresses.ts'
import { given, type SurroundingsFacts } from '../model/index.ts'
import { nameServers, readText } from './name-servers.ts'

/** As kernels and VPN clients name them: OpenVPN, WireGuard, macOS, PPP, Tailscale, Zscaler, AnyConnect. */
const TUNNEL =
  /^(?:(?:tun|tap|wg|utun|ppp|ipsec|gpd|zcctun|cscotun)[-\d]|tailscale|nordlynx|proton)/i

/** Of the routing table, one line each: name, destination and gateway in hex, flags, … (proc(5)). */
const ROUTES = '/proc/net/route'

/**
 * The interfaces, the default route and the name servers of this machine, without a packet: from the
 * system calls of Node, and on Linux from /proc and /sys. What cannot be read is left out.
 */
export function readSurroundings(): SurroundingsFacts {
  const byDefault = defaultInterface(readText(ROUTES) ?? '')
  const mtu =
    byDefault === undefined ? NaN : Number(readText(`/sys/class/net/${byDefault}/mtu`) ?? '')
  return {
    ...given({ defaultInterface: byDefault }),
    ...(mtu > 0 ? { mtu } : {}),
    tunnels: withDefault(tunnelsIn(networkInterfaces()), byDefault),
    linkLocalResolvers: nameServers().filter((one) => scopeOf(hostOf(one)) === 'link-local'),
  }
}

/** A tunnel that has lost its other end is not listed as running, and the default route still leaves by it. */
function withDefault(tunnels: readonly string[], byDefault: string | undefined): readonly string[] {
  if (byDefault === undefined || !TUNNEL.test(byDefault) || tunnels.includes(byDefault))
    return tunnels
  return [byDefault, ...tunnels]
}

/** Those that are up and have an address which leads somewhere: macOS keeps idle `utun`s. */
export function tunnelsIn(interfaces: ReturnType<typeof networkInterfaces>): readonly string[] {
  return Object.entries(interfaces)
    .filter(([name, addresses = []]) => TUNNEL.test(name) && addresses.some(leadsOn))
    .map(([name]) => name.slice(0, 32))
    .slice(0, 8)
}

function leadsOn({ address }: { readonly address: string }): boolean {
  return scopeOf(address) !== 'link-local'
}

/** 128.0.0.0: OpenVPN lays two halves over the default route (`redirect-gateway def1`), and they win. */
const HALF = '00000080'

/** The line with the destination 0.0.0.0, half of everything before all of it, and the smallest metric. */
export function defaultInterface(routes: string): string | undefined {
  const [best] = routes
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([name = '', destination]) => destination === '00000000' && /^[\w.@-]{1,32}$/.test(name),
    )
    .toSorted(
      (a, b) =>
        Number(b[7] === HALF) - Number(a[7] === HALF) || Number(a[6] ?? 0) - Number(b[6] ?? 0),
    )
  return best?.[0]
}

/** Without port and zone: `[fe80::1%eth0]:53`. */
function hostOf(server: string): string {
  return server.replace(/^\[([^\]%]*).*$/, '$1').replace(/%.*$/, '')
}
