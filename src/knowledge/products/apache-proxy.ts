import { product, strong, onPages } from '../product.ts'
import { mark } from '../sign.ts'

/** mod_proxy of Apache. On other routes it is the web server in front of the gateway. */
export const apacheProxy = product({
  name: 'Apache',
  kind: 'proxy',
  routes: ['openai'],
  marks: onPages('Apache mod_proxy, 502', {
    'proxy.apache': {
      says: /The proxy server (?:received an invalid response from an upstream server|could not handle the request)/i,
      inBodies: true,
    },
    'page.no_such_name': {
      says: /DNS lookup failure for|No such domain/i,
      source: 'Apache mod_proxy; Privoxy, no-such-domain template',
    },
  }),
  proves: [strong(mark('proxy.apache'))],
})
