/** Host of a URL as sockets want it: without the brackets of an IPv6 literal. */
export function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
}

/** `host:port` with brackets around an IPv6 address (RFC 3986 §3.2.2); a port of 0 is not known. */
export function hostAndPort(host: string, port: number | string): string {
  const written = host.includes(':') ? `[${host}]` : host
  return port === 0 ? written : `${written}:${port}`
}

/** Where a URL leads, as sockets want it. */
export function destinationOf({ protocol, hostname, port }: URL): {
  readonly host: string
  readonly port: number
  readonly secure: boolean
} {
  const secure = protocol === 'https:' || protocol === 'wss:'
  return { host: bareHost(hostname), port: Number(port) || (secure ? 443 : 80), secure }
}

/** Host of a base URL as a person writes it, with a port that is not the usual one; a text that is no URL stands for itself. */
export function hostIn(baseUrl: string): string {
  return URL.parse(baseUrl)?.host ?? baseUrl
}
