import { product, proof, strong, hint, onPage } from '../product.ts'
import { all, header, mark, notJson } from '../sign.ts'

/** Squid: `X-Squid-Error` and its page are on replies that it wrote itself; `Via` also on relayed ones. */
export const squid = product({
  name: 'Squid',
  kind: 'proxy',
  issuer: /squid/i,
  marks: [
    onPage(
      'block.squid',
      /Stylesheet for Squid Error pages|The Squid Software Foundation|Generated [^<>]{1,80} by [^<>]{1,80} \(squid/i,
      'squid-cache/squid, error templates',
    ),
  ],
  proves: [
    proof(header('x-squid-error')),
    strong(header('server', /^squid\b/i)),
    strong(mark('block.squid')),
    hint(all(header('via', /\(squid/i), notJson)),
  ],
})
