import { product, strong, onPage } from '../product.ts'
import { mark } from '../sign.ts'

/** mod_proxy of Apache. On other routes it is the web server in front of the gateway. */
export const apacheProxy = product({
  name: 'Apache',
  kind: 'proxy',
  routes: ['openai'],
  marks: [
    onPage(
      'proxy.apache',
      /The proxy server (?:received an invalid response from an upstream server|could not handle the request)/i,
      'Apache mod_proxy, 502',
      { inBodies: true },
    ),
    onPage(
      'page.no_such_name',
      /DNS lookup failure for|No such domain/i,
      'Apache mod_proxy; Privoxy, no-such-domain template',
    ),
  ],
  proves: [strong(mark('proxy.apache'))],
})
