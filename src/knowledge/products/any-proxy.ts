import { product, proof, strong, onPage } from '../product.ts'
import { header, on, status } from '../sign.ts'

/** A proxy that does not name itself. */
export const anyProxy = product({
  name: '',
  kind: 'unnamed',
  responder: 'proxy',
  marks: [
    onPage(
      'proxy.no_such_name',
      /DNS lookup failure for|\bNo such domain\b|Unable to determine IP address from host name|The following error was encountered[^<>]{0,80}DNS/i,
      'Apache mod_proxy (proxy_util.c), Privoxy (no-such-domain), Squid',
    ),
  ],
  proves: [
    // RFC 9110 §15.5.8: only a proxy sends it. Fetch hides it, the probe does not.
    proof(status(407)),
    proof(header('proxy-authenticate')),
    // RFC 9209 §2.3: a member with `error` wrote the response. On other routes it may be the provider's.
    proof(on(['openai'], header('proxy-status', /;\s*error=/i))),
    strong(on(['openai'], header('x-proxy-error'))),
  ],
})
