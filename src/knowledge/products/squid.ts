import { entryOf, type Code } from '../../model/index.ts'
import { product, proof, strong, hint, onPages } from '../product.ts'
import { all, header, mark, notJson } from '../sign.ts'

/** Squid appends the errno of its own connect to `X-Squid-Error: ERR_CONNECT_FAIL 111`. */
const SQUID_CODES: Readonly<Record<string, Code>> = {
  ERR_ACCESS_DENIED: 'proxy.denied',
  ERR_CACHE_ACCESS_DENIED: 'proxy.auth_required',
  ERR_DNS_FAIL: 'proxy.dns_error',
  ERR_CANNOT_FORWARD: 'proxy.dns_error',
  ERR_CONNECT_FAIL: 'proxy.destination_unavailable',
  ERR_READ_TIMEOUT: 'proxy.connection_timeout',
  ERR_SECURE_CONNECT_FAIL: 'proxy.upstream_tls_error',
}
const SQUID_ERRNOS: Readonly<Record<string, Code>> = {
  '111': 'proxy.connection_refused',
  '110': 'proxy.connection_timeout',
  '101': 'proxy.destination_unavailable',
  '113': 'proxy.destination_unavailable',
}

/** What its `X-Squid-Error` says of a request that it did not pass on. */
export function squidRefusal(header: string): Code | undefined {
  const [page = '', errno = ''] = header.split(' ')
  return (
    (page === 'ERR_CONNECT_FAIL' ? entryOf(SQUID_ERRNOS, errno) : undefined) ??
    entryOf(SQUID_CODES, page)
  )
}

/** Squid: `X-Squid-Error` and its page are on replies that it wrote itself; `Via` also on relayed ones. */
export const squid = product({
  name: 'Squid',
  kind: 'proxy',
  issuer: /squid/i,
  marks: onPages('squid-cache/squid, error templates', {
    'block.squid': {
      says: /Stylesheet for Squid Error pages|The Squid Software Foundation|Generated [^<>]{1,80} by [^<>]{1,80} \(squid/i,
      status: 403,
    },
  }),
  proves: [
    proof(header('x-squid-error')),
    strong(header('server', /^squid\b/i)),
    strong(mark('block.squid')),
    hint(all(header('via', /\(squid/i), notJson)),
  ],
})
