import { define, hint, proof, strong, type Definition } from './definition.ts'
import { all, header, mark, notJson, on, status } from './seen.ts'

const named = (product: string, pattern: RegExp, id: string): Definition =>
  define({
    responder: 'proxy',
    product,
    proves: [
      strong(header('server', pattern)),
      strong(mark(id)),
      hint(all(header('via', pattern), notJson)),
    ],
  })

/** Proxies that answer in their own name. */
export const proxies: readonly Definition[] = [
  named('mitmproxy', /mitmproxy/i, 'proxy.mitmproxy'),
  named('tinyproxy', /tinyproxy/i, 'proxy.tinyproxy'),
  define({
    responder: 'proxy',
    product: 'Apache',
    // On other routes it is the web server in front of the gateway.
    routes: ['openai'],
    proves: [strong(mark('proxy.apache'))],
  }),
  named('Privoxy', /privoxy/i, 'proxy.privoxy'),
  define({
    responder: 'proxy',
    product: '',
    proves: [
      // RFC 9110 §15.5.8: only a proxy sends it. Fetch hides it, the probe does not.
      proof(status(407)),
      proof(header('proxy-authenticate')),
      // RFC 9209 §2.3: a member with `error` wrote the response. On other routes it may be the provider's.
      proof(on(['openai'], header('proxy-status', /;\s*error=/i))),
      strong(on(['openai'], header('x-proxy-error'))),
    ],
  }),
]
