/** What Squid writes, as an answer to CONNECT or to a plain request. */
import { html } from './reply.ts'
import type { LoopbackReply } from './reply.ts'

/** Errors by their template name, with the status that Squid sends. */
const SQUID = {
  ERR_ACCESS_DENIED: { status: 403, reason: 'Forbidden' },
  ERR_CACHE_ACCESS_DENIED: { status: 407, reason: 'Proxy Authentication Required' },
  ERR_DNS_FAIL: { status: 503, reason: 'Service Unavailable' },
  ERR_CONNECT_FAIL: { status: 503, reason: 'Service Unavailable' },
  ERR_CANNOT_FORWARD: { status: 500, reason: 'Internal Server Error' },
  ERR_SECURE_CONNECT_FAIL: { status: 503, reason: 'Service Unavailable' },
} as const

export type SquidError = keyof typeof SQUID

/** `errno` is the second word of `X-Squid-Error`: 110 timed out, 111 refused, 113 unreachable. */
export function squidError(error: SquidError, errno = 0): LoopbackReply {
  const { status } = SQUID[error]
  const page =
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n' +
    '<html><head>\n<title>ERROR: The requested URL could not be retrieved</title>\n' +
    '<!-- Stylesheet for Squid Error pages --></head>\n' +
    `<body id=${error}><h1>ERROR</h1></body></html>\n`
  const login: Readonly<Record<string, string>> =
    status === 407 ? { 'proxy-authenticate': 'Basic realm="Squid proxy-caching web server"' } : {}
  return html(status, page, {
    server: 'squid/5.7',
    'x-squid-error': `${error} ${String(errno)}`,
    'x-cache': 'MISS from proxy.example.test',
    via: '1.1 proxy.example.test (squid/5.7)',
    ...login,
  })
}

export function squid407(): LoopbackReply {
  return squidError('ERR_CACHE_ACCESS_DENIED')
}

export function squidDenied(): LoopbackReply {
  return squidError('ERR_ACCESS_DENIED')
}
