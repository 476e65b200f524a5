import { squidPage, type LoopbackReply } from '../../src/demo/loopback/replies.ts'

export function text(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): LoopbackReply {
  return { status, headers: { 'content-type': 'text/plain', ...headers }, body }
}

export function redirect(status: 302 | 303 | 307, location: string): LoopbackReply {
  return { status, headers: { location, 'content-length': '0' } }
}

export function squid407(): LoopbackReply {
  const { headers, ...page } = squidError('ERR_CACHE_ACCESS_DENIED')
  const login = { 'proxy-authenticate': 'Basic realm="Squid proxy-caching web server"' }
  return { ...page, headers: { ...headers, ...login } }
}

/** Squid's errors by their template name, with the status that Squid sends. */
const SQUID = {
  ERR_CACHE_ACCESS_DENIED: 407,
  ERR_DNS_FAIL: 503,
  ERR_CONNECT_FAIL: 503,
  ERR_CANNOT_FORWARD: 500,
  ERR_SECURE_CONNECT_FAIL: 503,
} as const

/** `errno`: 110 timed out, 111 refused, 113 unreachable. */
export function squidError(error: keyof typeof SQUID, errno = 0): LoopbackReply {
  return squidPage(SQUID[error], error, errno)
}

export function squidDenied(): LoopbackReply {
  return squidPage(403, 'ERR_ACCESS_DENIED')
}
