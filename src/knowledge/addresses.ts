import type { AddressScope, ResolvedAddress } from '../model/index.ts'

type Special = Exclude<AddressScope, 'public'>

/** RFC 6890 special-purpose registries and their successors (RFC 6598, RFC 5737, RFC 3849). */
const RANGES: readonly (readonly [network: string, prefix: number, scope: Special])[] = [
  ['0.0.0.0', 8, 'unspecified'],
  ['::', 128, 'unspecified'],
  ['127.0.0.0', 8, 'loopback'],
  ['::1', 128, 'loopback'],
  ['10.0.0.0', 8, 'private'],
  ['172.16.0.0', 12, 'private'],
  ['192.168.0.0', 16, 'private'],
  ['fc00::', 7, 'private'],
  ['100.64.0.0', 10, 'shared'],
  ['169.254.0.0', 16, 'link-local'],
  ['fe80::', 10, 'link-local'],
  ['192.0.2.0', 24, 'documentation'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['2001:db8::', 32, 'documentation'],
  ['3fff::', 20, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['ff00::', 8, 'multicast'],
  ['192.0.0.0', 24, 'reserved'],
  ['198.18.0.0', 15, 'reserved'],
  ['240.0.0.0', 4, 'reserved'],
  ['100::', 64, 'reserved'],
  ['fec0::', 10, 'reserved'],
]

/** An address as a number of so many bits. */
interface Bits {
  readonly value: bigint
  readonly bits: 32 | 128
}

type Range = { readonly scope: Special; readonly rest: bigint; readonly start: bigint }
/** By length in bits; made when the first address of that length is asked about. */
const tables = new Map<32 | 128, readonly Range[]>()

function tableOf(bits: 32 | 128): readonly Range[] {
  const known = tables.get(bits)
  if (known !== undefined) return known
  const table = RANGES.filter(([network]) => network.includes(':') === (bits === 128)).map(
    ([network, prefix, scope]) => {
      const rest = BigInt(bits - prefix)
      return { scope, rest, start: (parsed(network)?.value ?? 0n) >> rest }
    },
  )
  tables.set(bits, table)
  return table
}

/** IPv4-mapped (RFC 4291 §2.5.5.2) and NAT64 (RFC 6052): the IPv4 address inside decides. */
const HOLDS_IPV4 = [0xffffn, 0x64ff9b0000000000000000n]

/** What kind of address this is; `reserved` for text that is no address at all. */
export function scopeOf(address: string): AddressScope {
  const whole = parsed(address)
  if (whole === undefined) return 'reserved'
  const inner = whole.bits === 128 && HOLDS_IPV4.includes(whole.value >> 32n)
  const { value, bits } = inner ? { value: whole.value & 0xffffffffn, bits: 32 as const } : whole
  const hit = tableOf(bits).find(({ rest, start }) => value >> rest === start)
  return hit?.scope ?? 'public'
}

/** Traffic to such an address stays on this machine or in its own network. */
export function staysInside(address: string): boolean {
  return ['unspecified', 'loopback', 'private', 'shared', 'link-local'].includes(scopeOf(address))
}

/** An IPv4 or IPv6 address, the latter without brackets. */
export function isAddress(host: string): boolean {
  return parsed(host) !== undefined
}

/** Its 4 or 16 bytes; `undefined` for text that is no address. */
export function addressBytes(address: string): Uint8Array | undefined {
  const { value, bits = 0 } = parsed(address) ?? {}
  return value === undefined
    ? undefined
    : Uint8Array.from({ length: bits / 8 }, (_, at) =>
        Number((value >> BigInt(bits - 8 - at * 8)) & 0xffn),
      )
}

/** `localhost`, 127.0.0.0/8, ::1, 0.0.0.0: the runner itself, or the container the step runs in. */
export function isThisMachine(host: string): boolean {
  const scope = isAddress(host) ? scopeOf(host) : undefined
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    scope === 'loopback' ||
    scope === 'unspecified'
  )
}

function parsed(address: string): Bits | undefined {
  const four = ipv4(address)
  if (four !== undefined) return { value: four, bits: 32 }
  const [bare = ''] = address.split('%', 1)
  if (!/^[\da-f:.]{2,45}$/i.test(bare) || !bare.includes(':')) return undefined
  // The URL parser knows every way to write one, and gives the shortest (WHATWG URL, IPv6 serializer).
  const written = URL.parse(`http://[${bare}]`)?.hostname.slice(1, -1)
  if (written === undefined) return undefined
  const [head = '', tail] = written.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = [...before, ...zeros, ...after]
  return {
    value: groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n),
    bits: 128,
  }
}

function ipv4(text: string): bigint | undefined {
  if (!/^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text)) return undefined
  if (/(?:^|\.)0\d/.test(text)) return undefined
  return text.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n)
}

/** An address that a lookup gave. */
export function resolved(address: string): ResolvedAddress {
  return { address, family: address.includes(':') ? 6 : 4, scope: scopeOf(address) }
}
