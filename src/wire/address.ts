import { BlockList, isIP } from 'node:net'
import type { AddressScope, ResolvedAddress } from '../model/index.ts'

type Range = readonly [network: string, prefix: number]
type Special = Exclude<AddressScope, 'public'>

const SPECIAL: readonly Special[] = [
  'unspecified',
  'loopback',
  'private',
  'shared',
  'link-local',
  'documentation',
  'multicast',
  'reserved',
]

/** RFC 6890 special-purpose registries and their successors (RFC 6598, RFC 5737, RFC 3849, RFC 8215). */
const RANGES: Readonly<Record<Special, readonly Range[]>> = {
  unspecified: [
    ['0.0.0.0', 8],
    ['::', 128],
  ],
  loopback: [
    ['127.0.0.0', 8],
    ['::1', 128],
  ],
  private: [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['fc00::', 7],
  ],
  shared: [['100.64.0.0', 10]],
  'link-local': [
    ['169.254.0.0', 16],
    ['fe80::', 10],
  ],
  documentation: [
    ['192.0.2.0', 24],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['2001:db8::', 32],
    ['3fff::', 20],
  ],
  multicast: [
    ['224.0.0.0', 4],
    ['ff00::', 8],
  ],
  reserved: [
    ['192.0.0.0', 24],
    ['198.18.0.0', 15],
    ['240.0.0.0', 4],
    ['100::', 64],
    ['fec0::', 10],
  ],
}

const LISTS = SPECIAL.map((scope) => {
  const list = new BlockList()
  for (const [network, prefix] of RANGES[scope]) {
    list.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4')
  }
  return [scope, list] as const
})

/** What kind of address this is; `reserved` for text that is no address at all. */
export function scopeOf(address: string): AddressScope {
  const bare = address.split('%')[0] ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  if (mapped !== undefined) return scopeOf(mapped)
  const family = isIP(bare)
  if (family === 0) return 'reserved'
  const hit = LISTS.find(([, list]) => list.check(bare, family === 6 ? 'ipv6' : 'ipv4'))
  return hit?.[0] ?? 'public'
}

export function resolved(address: string): ResolvedAddress {
  return { address, family: isIP(address) === 6 ? 6 : 4, scope: scopeOf(address) }
}

/** `host:port` with brackets around an IPv6 address (RFC 3986 §3.2.2). */
export function hostAndPort(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}
