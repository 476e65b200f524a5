import { define, hint, proof, strong } from './definition.ts'
import { all, header, mark, notJson } from './seen.ts'

/** Squid: `X-Squid-Error` and its page are on replies that it wrote itself; `Via` also on relayed ones. */
export const squid = define({
  responder: 'proxy',
  product: 'Squid',
  proves: [
    proof(header('x-squid-error')),
    strong(header('server', /^squid\b/i)),
    strong(mark('block.squid')),
    hint(all(header('via', /\(squid/i), notJson)),
  ],
})
