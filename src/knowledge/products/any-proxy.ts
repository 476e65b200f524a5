import { entryOf, type Code } from '../../model/index.ts'
import { squidRefusal } from './squid.ts'
import { product, proof, strong, onPages } from '../product.ts'
import { header, on, status } from '../sign.ts'

/** RFC 9209 §2.3 error types, as a `Proxy-Status` header carries them. */
const PROXY_STATUS_CODES: Readonly<Record<string, Code>> = {
  dns_timeout: 'proxy.dns_error',
  dns_error: 'proxy.dns_error',
  destination_not_found: 'proxy.dns_error',
  destination_unavailable: 'proxy.destination_unavailable',
  destination_ip_prohibited: 'proxy.denied',
  destination_ip_unroutable: 'proxy.destination_unavailable',
  connection_refused: 'proxy.connection_refused',
  connection_terminated: 'proxy.connection_terminated',
  connection_timeout: 'proxy.connection_timeout',
  connection_read_timeout: 'proxy.connection_timeout',
  connection_write_timeout: 'proxy.connection_timeout',
  http_response_timeout: 'proxy.connection_timeout',
  connection_limit_reached: 'proxy.connection_limit_reached',
  http_request_denied: 'proxy.denied',
  tls_certificate_error: 'proxy.upstream_tls_error',
  tls_protocol_error: 'proxy.upstream_tls_error',
  tls_alert_received: 'proxy.upstream_tls_error',
  proxy_loop_detected: 'proxy.loop',
  proxy_configuration_error: 'proxy.configuration_error',
  proxy_internal_error: 'proxy.internal_error',
}

/** Why a proxy did not pass a request on, by its own machine-readable words first, then by its page. */
export function proxyReason(
  headers: Readonly<Record<string, string>>,
  marks: readonly string[] = [],
): Code | undefined {
  const declared = /error=([a-z_]+)/.exec(headers['proxy-status'] ?? '')?.[1]
  return (
    (declared === undefined ? undefined : entryOf(PROXY_STATUS_CODES, declared)) ??
    squidRefusal(headers['x-squid-error'] ?? '') ??
    (marks.some((one) => one.endsWith('.no_such_name')) ? 'proxy.dns_error' : undefined)
  )
}

/** A proxy that does not name itself. */
export const anyProxy = product({
  name: '',
  kind: 'unnamed',
  responder: 'proxy',
  marks: onPages('Apache mod_proxy (proxy_util.c), Privoxy (no-such-domain), Squid', {
    'proxy.no_such_name': {
      says: /DNS lookup failure for|\bNo such domain\b|Unable to determine IP address from host name|The following error was encountered[^<>]{0,80}DNS/i,
      inBodies: true,
    },
  }),
  proves: [
    // RFC 9110 §15.5.8: only a proxy sends it. Fetch hides it, the probe does not.
    proof(status(407)),
    proof(header('proxy-authenticate')),
    // RFC 9209 §2.3: a member with `error` wrote the response. On other routes it may be the provider's.
    proof(on(['openai'], header('proxy-status', /;\s*error=/i))),
    strong(on(['openai'], header('x-proxy-error'))),
  ],
})
