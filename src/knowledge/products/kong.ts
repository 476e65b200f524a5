import { product, proof, strong, inError } from '../product.ts'
import { header, headerStarting, keys, mark } from '../sign.ts'

/**
 * Kong: `X-Kong-Response-Latency` when it answered by itself, `X-Kong-Upstream-Latency` when the
 * upstream did.
 */
export const kong = product({
  name: 'Kong',
  kind: 'gateway',
  marks: [
    inError('kong.no_key', /No API key found in request/i, 'Kong, key-auth plugin', {
      status: 401,
    }),
    inError('kong.no_route', /no Route matched with those values/i, 'Kong, error handlers', {
      status: 404,
    }),
    inError('kong.acl', /You cannot consume this service/i, 'Kong, acl plugin'),
    inError('kong.rate_limit', /API rate limit exceeded/i, 'Kong, rate-limiting plugin', {
      status: 429,
    }),
    inError(
      'kong.no_upstream',
      /The upstream server is currently unavailable|failure to get a peer from the ring-balancer/i,
      'Kong/kong 016e3fdc pdk/response.lua; runloop/balancer/init.lua',
    ),
    inError('kong.model', /cannot use own model/i, 'Kong, AI proxy'),
  ],
  proves: [
    proof(headerStarting('x-kong-')),
    proof(header('server', /^kong\b/i)),
    proof(header('via', /\bkong\b/i)),
    strong(mark('kong.')),
    strong(keys('message', 'request_id')),
  ],
  relays: [header('x-kong-upstream-latency'), header('x-kong-upstream-status')],
})
