import { isIP } from 'node:net'
import { scopeOf } from '../knowledge/addresses.ts'
import type { ResolvedAddress } from '../model/index.ts'

export function resolved(address: string): ResolvedAddress {
  return { address, family: isIP(address) === 6 ? 6 : 4, scope: scopeOf(address) }
}

/** `host:port` with brackets around an IPv6 address (RFC 3986 §3.2.2). */
export function hostAndPort(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}
