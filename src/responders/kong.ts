import { define, proof, strong } from './definition.ts'
import { header, headerStarting, keys, mark } from './seen.ts'

/**
 * Kong: `X-Kong-Response-Latency` when it answered by itself, `X-Kong-Upstream-Latency` when the
 * upstream did.
 */
export const kong = define({
  responder: 'gateway',
  product: 'Kong',
  proves: [
    proof(headerStarting('x-kong-')),
    proof(header('server', /^kong\b/i)),
    proof(header('via', /\bkong\b/i)),
    strong(mark('kong.')),
    strong(keys('message', 'request_id')),
  ],
  relays: [header('x-kong-upstream-latency'), header('x-kong-upstream-status')],
})
